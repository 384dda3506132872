import ReportModel

/// What the scanners find in the text, in its order.
struct Mentions {
  var quantities: [QuantityMention] = []
  var titles: [TitleMention] = []
  var times: [TimeMention] = []
  var names: [NameMention] = []
  var quotations: [Range<Int>] = []
  var unmatched: [Int] = []
}

/// Reads figures, times and names in one pass over a paragraph; at every character at most a bounded look around.
struct MentionScanner {
  let units: UnsafeBufferPointer<UInt16>
  let numerals: NumeralScanner
  /// The bounds of the paragraph.
  var start = 0
  var end = 0
  /// What was found.
  var found = Mentions()
  /// Behind the last figure, time or name: nothing is read twice.
  var done = 0

  init(units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner) {
    self.units = units
    self.numerals = numerals
  }

  @inline(__always)
  func unit(_ index: Int) -> UInt16 { index >= start && index < end ? units[index] : 0 }

  @inline(__always)
  func kind(_ index: Int) -> CharacterKind {
    index >= start && index < end ? numerals.kind(index) : .clauseMark
  }

  /// Reads one paragraph. `masked` are the titles in it, `slogans` its short quotations; both in order.
  mutating func scan(_ range: Range<Int>, masked: ArraySlice<TitleMention>, slogans: ArraySlice<Range<Int>>) {
    start = range.lowerBound
    end = range.upperBound
    done = start
    var index = start
    var nextMask = masked.startIndex
    var nextSlogan = slogans.startIndex
    while index < end {
      let kind = numerals.kind(index)
      if kind == .other || kind == .clauseMark || kind == .sentenceEnd || kind == .space || kind == .latin {
        index += 1
        continue
      }
      while nextMask < masked.endIndex, masked[nextMask].range.upperBound <= index { nextMask += 1 }
      if nextMask < masked.endIndex, masked[nextMask].range.contains(index) {
        index = masked[nextMask].range.upperBound
        continue
      }
      if index < done {
        index += 1
        continue
      }
      while nextSlogan < slogans.endIndex, slogans[nextSlogan].upperBound <= index { nextSlogan += 1 }
      let quoted = nextSlogan < slogans.endIndex && slogans[nextSlogan].contains(index)
      let next = read(at: index, kind, quoted: quoted)
      if next > index { done = max(done, next) }
      index = max(index + 1, next)
    }
  }

  /// Reads what begins at a place, and says where to go on; `index` itself where nothing begins there.
  private mutating func read(at index: Int, _ kind: CharacterKind, quoted: Bool) -> Int {
    switch kind {
    case .digit:
      if let end = documentYear(at: index) { return end }
      return time(at: index) ?? figureName(at: index) ?? quantity(at: index, quoted: quoted)
        ?? skipDigits(index)
    case .chineseDigit, .chineseScale:
      return time(at: index) ?? quantity(at: index, quoted: quoted) ?? index
    case .trigger:
      if units[index] == Unit.first { return ordinal(at: index) ?? index }
      return time(at: index) ?? attachment(at: index) ?? documentNumber(at: index)
        ?? quantity(at: index, quoted: quoted) ?? index
    case .opener:
      return index
    default:
      return index
    }
  }

  private func skipDigits(_ index: Int) -> Int {
    var index = index
    while index < end, numerals.isDigit(index) { index += 1 }
    return index
  }

  /// The start of the words that belong to a figure may not lie before the last thing read.
  var floor: Int { max(start, done) }
}
