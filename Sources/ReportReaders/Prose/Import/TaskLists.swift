import ReportModel

/// 名单: 已完成:甲、乙、丙。 — the tasks of a field by their names alone, as many as it counts to be done.
extension DomainFilling {
  /// Takes the tasks that a sentence lists; false where it is no such list.
  mutating func proposeListed(_ index: Int, child: Int?, in domain: inout Domain, path: FieldPath) -> Bool {
    var range = draft.sentences[index].range
    if let mark = child.map({ draft.sections[$0].mark }), mark.lowerBound == range.lowerBound {
      range = min(mark.upperBound, range.upperBound)..<range.upperBound
    }
    guard let count = domain.stated.completed, count > 1,
      let label = Self.doneLabels.match(at: range.lowerBound, in: units, end: range.upperBound)
    else { return false }
    range = range.lowerBound + label.length..<range.upperBound
    while let last = range.last, Self.listEnds.contains(units[last]) { range.removeLast() }
    guard !range.contains(where: { Self.listBreaks.contains(units[$0]) }) else { return false }
    let names = range.split { units[$0] == Unit.pause }
    guard names.count == count, names.allSatisfy({ (3...40).contains($0.count) }) else { return false }
    for name in names {
      var task = ReformTask(
        name: unused(draft.text.string(name.startIndex..<name.endIndex).trimmingBlanks, in: domain),
        status: TaskStatus(.completed))
      task.origin.locator = locator(range)
      places[path.field("任务").item(domain.tasks.count).field("名称")] = draft.text.place(
        name.startIndex..<name.endIndex)
      domain.tasks.append(task)
    }
    return true
  }

  private static let doneLabels = WordTable<Bool>(
    products: [
      [
        ["", "已"], ["完成", "办结", "销号", "落地", "收官"],
        [":", "任务:", "的任务:", "事项:", "的事项:", "任务为:", "的有:", "的是:"],
      ]
    ])
  private static let listEnds = Array("。; ".utf16)
  private static let listBreaks = Array(",;。:(《".utf16)
}
