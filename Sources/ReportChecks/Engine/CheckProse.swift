import ReportModel

/// 核对用文面: a draft's folded characters with what the wording checks must know of each: whether it stands in a title, in a
/// quotation, or outside what is read.
final class CheckProse: Sendable {
  /// The folded characters.
  let units: [UInt16]
  private let flags: [UInt8]

  private static let title: UInt8 = 1
  private static let quotation: UInt8 = 2
  private static let read: UInt8 = 4
  private static let start: UInt8 = 8

  /// Lays a draft out.
  init(_ draft: Draft) {
    units = draft.text.units
    // One more than there are characters: what stands behind the last may be asked of, too.
    var flags = [UInt8](repeating: 0, count: units.count + 1)
    for paragraph in draft.paragraphs {
      for index in paragraph.range { flags[index] |= Self.read }
      if !paragraph.range.isEmpty { flags[paragraph.range.lowerBound] |= Self.start }
    }
    for title in draft.titles { for index in title.range { flags[index] |= Self.title } }
    for quotation in draft.quotations { for index in quotation { flags[index] |= Self.quotation } }
    self.flags = flags
  }

  /// Whether a character is part of a paragraph that is read.
  func isRead(_ index: Int) -> Bool { flags[index] & Self.read != 0 }
  /// Whether it stands in 《》.
  func isTitle(_ index: Int) -> Bool { flags[index] & Self.title != 0 }
  /// Whether it stands in “”.
  func isQuoted(_ index: Int) -> Bool { flags[index] & Self.quotation != 0 }
  /// Whether a paragraph begins with it.
  func beginsParagraph(_ index: Int) -> Bool { flags[index] & Self.start != 0 }

  /// Whether a word stands at a place.
  func has(_ word: [UInt16], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= units.count else { return false }
    for offset in word.indices where units[index + offset] != word[offset] { return false }
    return true
  }

  /// Whether one of some words stands right behind a place.
  func hasAny(_ words: [[UInt16]], at index: Int) -> Bool { words.contains { has($0, at: index) } }

  /// Whether one of some words ends just before a place.
  func hasAny(_ words: [[UInt16]], before index: Int) -> Bool {
    words.contains { has($0, at: index - $0.count) }
  }

  /// Whether one of some words stands in a stretch.
  func hasAny(_ words: [[UInt16]], in range: Range<Int>) -> Bool {
    words.contains { first($0, in: range) != nil }
  }

  /// Where a word first stands in a stretch.
  func first(_ word: [UInt16], in range: Range<Int>) -> Int? {
    guard let head = word.first, range.count >= word.count else { return nil }
    for index in range.lowerBound...(range.upperBound - word.count) where units[index] == head {
      if has(word, at: index) { return index }
    }
    return nil
  }

  /// A stretch as a number, and how many of its characters are 汉字.
  func hash(_ range: Range<Int>) -> (hash: UInt64, characters: Int) {
    units.withUnsafeBufferPointer { units in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var characters = 0
      for index in range {
        hash = (hash ^ UInt64(units[index])) &* 0x100_0000_01B3
        if Mark.isHan(units[index]) { characters += 1 }
      }
      return (hash, characters)
    }
  }

  /// The clause around a place: up to the next , ; : 。 ! ? on both sides, within its paragraph.
  func clause(around range: Range<Int>) -> Range<Int> {
    stretch(around: range) { Mark.clauseEnds.contains($0) }
  }

  /// The sentence around a place: up to the next 。 ! ? ; on both sides, within its paragraph.
  func sentence(around range: Range<Int>) -> Range<Int> {
    stretch(around: range) { Mark.sentenceEnds.contains($0) }
  }

  private func stretch(around range: Range<Int>, _ ends: (UInt16) -> Bool) -> Range<Int> {
    var low = range.lowerBound
    while low > 0, !beginsParagraph(low), !ends(units[low - 1]) { low -= 1 }
    var high = range.upperBound
    while high < units.count, !beginsParagraph(high), !ends(units[high]) { high += 1 }
    return low..<high
  }
}

extension UInt16 {
  /// An ASCII character.
  init(ascii: Unicode.Scalar) { self = UInt16(truncatingIfNeeded: ascii.value) }
}

/// Characters that the checks look for, folded.
enum Mark {
  static let clauseEnds = UnitSet(",;:。！？")
  static let sentenceEnds = UnitSet("。！？；")
  /// What joins the last two of several.
  static let ands = UnitSet("和及与")
  static let listJoints = UnitSet("、和及与")
  /// Levels of government.
  static let levels = UnitSet("国省市区县镇乡街村州盟旗")
  static let asOf = Mark.words("截至 截止")

  /// Whether a character is a Chinese one.
  @inline(__always)
  static func isHan(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) || (0x3400...0x4DBF).contains(unit)
  }

  /// Whether a character is an ASCII digit.
  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// A word as folded characters.
  static func word(_ text: String) -> [UInt16] {
    text.unicodeScalars.map { $0.value < 65_536 ? UInt16($0.halfWidth.value) : 0xFFFD }
  }

  /// 词表: words with blanks between them, as folded characters; a long table takes several lines.
  static func words(_ lines: String...) -> [[UInt16]] { texts(lines).map(word) }

  /// The same as texts, for `FoldedWords` and `String`.
  static func texts(_ lines: String...) -> [String] { texts(lines) }

  private static func texts(_ lines: [String]) -> [String] {
    lines.flatMap { $0.split(separator: " ").map(String.init) }
  }
}
