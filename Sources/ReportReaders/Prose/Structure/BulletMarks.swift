import ReportModel

/// 项目符号: ■, ◆, —— or 【…】 before headings and items, where several paragraphs of a text begin so.
struct BulletMarks {
  private let units: UnsafeBufferPointer<UInt16>
  private var counts: [UInt16: Int] = [:]
  /// The level of each mark: right below the heading that it first stood under.
  private var ranks: [UInt16: Int] = [:]

  init(units: UnsafeBufferPointer<UInt16>) {
    self.units = units
  }

  /// Counts the marks of a text's paragraphs: one that stands alone opens no list.
  mutating func expect(in paragraphs: [DraftParagraph], _ styles: [Int?]) {
    for (index, paragraph) in paragraphs.enumerated() where paragraph.kind != .matter && styles[index] == nil
    {
      if let bullet = bullet(paragraph.range) { counts[bullet.kind, default: 0] += 1 }
    }
  }

  /// The mark at the start of a paragraph; `above` is the rank of the heading before it.
  mutating func mark(_ range: Range<Int>, above: Int?) -> HeadingMark? {
    guard let bullet = bullet(range), counts[bullet.kind, default: 0] > 1 else { return nil }
    let rank = ranks[bullet.kind] ?? min(max(above ?? 0, HeadingScheme.part.rank) + 1, Self.deepest)
    ranks[bullet.kind] = rank
    return HeadingMark(scheme: .bullet(rank), ordinal: nil, length: bullet.length)
  }

  /// Whether a paragraph begins with a mark that opens a list.
  func begins(_ range: Range<Int>) -> Bool {
    bullet(range).map { counts[$0.kind, default: 0] > 1 } ?? false
  }

  private func bullet(_ range: Range<Int>) -> (kind: UInt16, length: Int)? {
    let kind = units[range.lowerBound]
    guard Self.marks.contains(kind) else { return nil }
    var first = range.lowerBound + 1
    while first < range.upperBound, units[first] == kind || units[first] == Unit.space { first += 1 }
    let length = first - range.lowerBound
    // One dash is a minus, or goes on with what stood before.
    guard first < range.upperBound - 1, !Self.doubled.contains(kind) || length > 1 else { return nil }
    return (kind, length)
  }

  private static let deepest = 64
  private static let marks = Array(
    "\u{25A0}\u{25A1}\u{25AA}\u{25B2}\u{25B3}\u{25B6}\u{25BA}\u{25C6}\u{25C7}\u{25CF}\u{25CB}\u{25CE}\u{2605}\u{2606}\u{2022}\u{203B}\u{2756}\u{27A2}\u{2726}\u{2014}>【"
      .utf16)
  private static let doubled = Array("\u{2014}>".utf16)
}
