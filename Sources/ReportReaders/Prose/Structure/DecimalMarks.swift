import ReportModel

/// 数字编号: 1 甲, 1.1 乙: numbers with as many parts as the place is deep, as in technical papers, where a text's parts are
/// counted so; or with a letter as the first part: A. 甲, A-1 乙.
struct DecimalMarks {
  private let units: UnsafeBufferPointer<UInt16>
  private let numerals: NumeralScanner
  private let beginsWithLetter: Bool
  /// Whether short lines run 1, 2, 3, set off by a blank or with 1.1, 1.2 between them.
  private var isExpected = false

  init(units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner, beginsWithLetter: Bool = false) {
    self.units = units
    self.numerals = numerals
    self.beginsWithLetter = beginsWithLetter
  }

  /// Looks for the parts of a text: a figure at the start of a line may be one of its sentence.
  mutating func expect(in paragraphs: [DraftParagraph], _ styles: [Int?]) {
    var last = 0
    var (blanks, parts) = (0, 0)
    for (index, paragraph) in paragraphs.enumerated() where paragraph.kind != .matter && styles[index] == nil
    {
      guard let number = number(paragraph.range) else { continue }
      if number.depth > 1 { parts += 1 }
      guard number.depth == 1, paragraph.range.count <= (beginsWithLetter ? 48 : 30),
        numerals.kind(paragraph.range.upperBound - 1) != .sentenceEnd
      else { continue }
      guard number.ordinal == last + 1 else { return }
      last += 1
      if units[paragraph.range.lowerBound + number.length - 1] == Unit.space { blanks += 1 }
    }
    isExpected = beginsWithLetter ? last >= 2 : last >= 3 && (blanks == last || parts >= last)
  }

  /// The number at the start of a paragraph; its parts go as deep as it has points.
  func mark(_ range: Range<Int>) -> HeadingMark? {
    guard isExpected, let number = number(range) else { return nil }
    let rank = [HeadingScheme.chineseComma, .chineseBracket, .bare][min(number.depth, 3) - 1].rank
    return HeadingMark(scheme: .bullet(rank), ordinal: number.ordinal, length: number.length)
  }

  private func number(_ range: Range<Int>) -> (ordinal: Int, depth: Int, length: Int)? {
    var index = range.lowerBound
    var depth = 0
    var ordinal = 0
    if beginsWithLetter {
      guard range.count > 2, (0x41...0x54).contains(units[index]) else { return nil }
      (ordinal, depth) = (Int(units[index]) - 0x40, 1)
      index += 1
      if units[index] == Unit.point || units[index] == Unit.hyphen || units[index] == Unit.pause {
        index += 1
      }
    }
    while let numeral = numeral(at: index, range.upperBound) {
      (ordinal, index) = (numeral.value, numeral.end)
      depth += 1
      guard index < range.upperBound - 1, units[index] == Unit.point else { break }
      index += 1
    }
    guard depth > 0, index < range.upperBound - 1,
      units[index] == Unit.space || units[index - 1] == Unit.point || units[index - 1] == Unit.pause
        || depth > 1 && (beginsWithLetter || !Self.measures.contains(units[index]))
    else { return nil }
    while index < range.upperBound - 1, units[index] == Unit.space { index += 1 }
    // 4 2024年打算; 4 200 is a number.
    guard !numerals.isDigit(index) || index + 4 < range.upperBound && units[index + 4] == Unit.year
    else { return nil }
    return (ordinal, depth, index - range.lowerBound)
  }

  /// 1.5亿元 is a figure.
  private static let measures = Array("亿万千百元个倍年月日度公平吨米项家户人%)、,".utf16)

  /// A number of one or two digits.
  private func numeral(at place: Int, _ end: Int) -> (value: Int, end: Int)? {
    var index = place
    var value = 0
    while index < end, index - place < 3, numerals.isDigit(index) {
      value = value * 10 + numerals.value(index)
      index += 1
    }
    return (1...2).contains(index - place) && value > 0 ? (value, index) : nil
  }
}
