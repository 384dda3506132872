import ReportModel

/// 名称行: lines that open cards by a label and no number: 任务名称:甲 / 牵头单位:乙 / 完成情况:….
struct NameLines {
  private let units: UnsafeBufferPointer<UInt16>
  /// Where such lines begin.
  private var lines: Set<Int> = []

  init(units: UnsafeBufferPointer<UInt16>) { self.units = units }

  /// Looks for lines that name something, with a line below each that tells how it stands: one alone may be anything.
  mutating func expect(in paragraphs: [DraftParagraph], _ styles: [Int?]) {
    var found: [Int] = []
    var open: Int?
    for (index, paragraph) in paragraphs.enumerated() where paragraph.kind != .matter && styles[index] == nil
    {
      if let label = label(paragraph.range), (4...60).contains(paragraph.range.count - label) {
        open = paragraph.range.lowerBound
      } else if let name = open, TaskCard.tellsStanding(paragraph.range, units) {
        found.append(name)
        open = nil
      } else if !TaskCard.isLabelled(paragraph.range, units) {
        open = nil
      }
    }
    lines = found.count > 1 ? Set(found) : []
  }

  /// The mark at the start of a paragraph.
  func mark(_ range: Range<Int>) -> HeadingMark? {
    guard lines.contains(range.lowerBound), let length = label(range) else { return nil }
    return HeadingMark(scheme: .arabicPoint, ordinal: nil, length: length)
  }

  private func label(_ range: Range<Int>) -> Int? {
    DelayReading.nameLabels.match(at: range.lowerBound, in: units, end: range.upperBound)?.length
  }
}
