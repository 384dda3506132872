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
  let numerals: NumeralScanner
  /// The bounds of the paragraph.
  var start = 0
  var end = 0
  /// What was found.
  var found = Mentions()
  /// Behind the last figure, time or name: nothing is read twice.
  var done = 0

  init(numerals: NumeralScanner) {
    self.numerals = numerals
  }

  @inline(__always)
  var units: UnsafeBufferPointer<UInt16> { numerals.units }

  @inline(__always)
  func unit(_ index: Int) -> UInt16 { index >= start && index < end ? units[index] : 0 }

  @inline(__always)
  func kind(_ index: Int) -> CharacterKind {
    index >= start && index < end ? numerals.kind(index) : .clauseMark
  }

  /// Reads one paragraph. `starts` are the places where something may begin, `masked` the titles in it, `slogans` its short
  /// quotations; all in order.
  mutating func scan(
    _ range: Range<Int>, starts: ArraySlice<Int32>, masked: ArraySlice<TitleMention>,
    slogans: ArraySlice<Range<Int>>
  ) {
    start = range.lowerBound
    end = range.upperBound
    done = start
    var nextMask = masked.startIndex
    var nextSlogan = slogans.startIndex
    for place in starts {
      let index = Int(place)
      guard index >= done else { continue }
      while nextMask < masked.endIndex, masked[nextMask].range.upperBound <= index { nextMask += 1 }
      if nextMask < masked.endIndex, masked[nextMask].range.contains(index) {
        continue
      }
      while nextSlogan < slogans.endIndex, slogans[nextSlogan].upperBound <= index { nextSlogan += 1 }
      let quoted = nextSlogan < slogans.endIndex && slogans[nextSlogan].contains(index)
      let next = read(at: index, quoted: quoted)
      if next > index { done = max(done, next) }
    }
  }

  /// Reads what begins at a place, and says where to go on; `index` itself where nothing begins there.
  private mutating func read(at index: Int, quoted: Bool) -> Int {
    switch numerals.kind(index) {
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
