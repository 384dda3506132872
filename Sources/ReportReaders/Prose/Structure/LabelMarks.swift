import ReportModel

/// 名目编号: 组团一:, 赛道2、: a number behind whatever word a place counts its parts by, where paragraphs run 1, 2, 3 so.
struct LabelMarks {
  private let units: UnsafeBufferPointer<UInt16>
  private let numerals: NumeralScanner
  /// The words that parts are counted by, their four characters at most in one number.
  private var labels: Set<UInt64> = []

  init(units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner) {
    self.units = units
    self.numerals = numerals
  }

  /// Looks for words with numbers that run on: one alone may begin a sentence.
  mutating func expect(in paragraphs: [DraftParagraph], _ styles: [Int?]) {
    var counts: [UInt64: Int] = [:]
    for (index, paragraph) in paragraphs.enumerated() where paragraph.kind != .matter && styles[index] == nil
    {
      guard let label = label(paragraph.range), label.ordinal == counts[label.words, default: 0] + 1 else {
        continue
      }
      counts[label.words] = label.ordinal
    }
    labels = Set(counts.filter { $0.value > 2 }.keys)
  }

  /// The mark at the start of a paragraph.
  func mark(_ range: Range<Int>) -> HeadingMark? {
    guard !labels.isEmpty, let label = label(range), labels.contains(label.words) else { return nil }
    return HeadingMark(scheme: .bare, ordinal: label.ordinal, length: label.length)
  }

  private func label(_ range: Range<Int>) -> (words: UInt64, ordinal: Int, length: Int)? {
    for length in 2...4 where range.count > length + 4 {
      let first = range.lowerBound + length
      guard
        (range.lowerBound..<first).allSatisfy({
          (0x4E00...0x9FFF).contains(units[$0]) && numerals.kind($0) == .other
        })
      else {
        return nil
      }
      let numeral =
        numerals.isDigit(first)
        ? numerals.arabic(at: first, end: range.upperBound)
        : numerals.chinese(at: first, end: range.upperBound, scaleMayLead: false)
      guard let numeral, let ordinal = numeral.small, (1...20).contains(ordinal),
        numeral.end + 1 < range.upperBound,
        [Unit.colon, Unit.pause, Unit.space].contains(units[numeral.end])
      else { continue }
      let words = units[range.lowerBound..<first].reduce(0 as UInt64) { $0 << 16 | UInt64($1) }
      return (words, ordinal, numeral.end + 1 - range.lowerBound)
    }
    return nil
  }
}
