import ReportModel

/// What the heads of fields and of their items say.
extension DomainFilling {
  /// 向要素改革要动力,产业发展更有质效 … 向基层治理要效能,平安建设更有根基: where one of several of a form is a name as a whole, all are.
  func areKeptWhole(_ headings: [Range<Int>]) -> Bool {
    headings.count >= 3
      && headings.allSatisfy { heading in heading.contains { units[$0] == Unit.comma } }
      && headings.count { terms.name(in: $0, of: units) == $0 } * 2 >= headings.count
  }

  /// 任务7 甲: an item that its number calls a task.
  func isCard(_ section: Int) -> Bool {
    let mark = draft.sections[section].mark
    return Self.cards.match(at: mark.lowerBound, in: units, end: mark.upperBound) != nil
  }

  private static let cards = WordTable<Bool>(set: "任务 事项 任务卡 卡片")

  /// 属于口岸通关的有《甲》《乙》: the field that a line of documents names before them.
  func labelled(_ line: Range<Int>) -> String? {
    let label = draft.text.folded(
      line.lowerBound..<(line.first { units[$0] == Unit.openTitle } ?? line.upperBound))
    return fields.first { name in
      let stem = Self.stem(name)
      return stem.count >= 2 && label.contains(stem)
    }
  }
}
