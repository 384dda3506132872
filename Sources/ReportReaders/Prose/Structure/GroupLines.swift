import ReportModel

/// 分组行: short lines without a number over items whose numbers run on from group to group: 经济体制改革 / 任务1 … 任务3 / 社会事业改革 / 任务4.
struct GroupLines {
  /// Where such lines begin.
  let lines: Set<Int>

  /// Looks for runs of items that such lines part; `mark` is the number at the start of a paragraph.
  init(
    _ paragraphs: [DraftParagraph], _ styles: [Int?], mark: (Range<Int>) -> HeadingMark?,
    isField: (Range<Int>) -> Bool
  ) {
    var lines: Set<Int> = []
    func settle(_ run: (last: Int, lines: [Range<Int>], goesOn: Bool)?) {
      if let run, run.goesOn { lines.formUnion(run.lines.map(\.lowerBound)) }
    }
    var runs: [HeadingScheme: (last: Int, lines: [Range<Int>], goesOn: Bool)] = [:]
    for index in paragraphs.indices where paragraphs[index].kind != .matter && styles[index] == nil {
      guard let mark = mark(paragraphs[index].range), !mark.scheme.isInline, let ordinal = mark.ordinal
      else { continue }
      let above = index > 0 && styles[index - 1] == nil ? paragraphs[index - 1].range : nil
      let line = above.flatMap { isField($0) ? $0 : nil }
      let run = runs[mark.scheme]
      if let run, run.last + 1 == ordinal, !run.lines.isEmpty {
        runs[mark.scheme] = (ordinal, run.lines + (line.map { [$0] } ?? []), run.goesOn || line != nil)
      } else {
        settle(run)
        runs[mark.scheme] = ordinal == 1 ? line.map { (1, [$0], false) } : nil
      }
    }
    for run in runs.values { settle(run) }
    self.lines = lines
  }
}
