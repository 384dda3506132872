import Foundation
import ReportModel

/// What is told of a task besides its state: who leads it and when it was done.
extension DetailsAgainstLedgerCheck {
  /// 目前正在推进,计划2026年6月完成: when what goes on is to be done.
  func isPlanned(_ time: Range<Int>, _ page: FigurePage) -> Bool {
    let digits = time.first { Mark.isDigit(page.units[$0]) } ?? time.lowerBound
    var start = time.upperBound
    while start < page.units.count, Self.partsOfMonth.contains(page.units[start]) { start += 1 }
    return page.words((0..<digits).suffix(4)).hasAnySuffix(["计划", "计划于", "预计", "预计于", "预计到", "拟于", "将于"])
      && page.words((start..<page.units.count).prefix(6)).hasAnyPrefix(["完成", "全面完成", "建成", "办结", "收官", "结项"])
  }

  /// 由区医保局牵头推进…: the unit of the task that is told.
  func leads(
    _ match: LedgerMatch, _ prose: CheckProse, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let tasks = places.tasks
    for told in LeadTelling(match, prose).told() {
      let task = tasks[told.task].task
      guard let unit = task.leadUnit else { continue }
      result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
      let written = match.draft.text.folded(told.unit)
      let known = told.mayTakePart ? [unit] + task.supportingUnits : [unit]
      if known.contains(where: { UnitNaming.maySame(written, $0) }) { continue }
      result.report(
        match.draft.text.place(told.unit), "“\(task.name)”的牵头单位与台账不一致：台账是\(unit)", "请核对文稿和台账",
        severity: .warning, related: [.init(places.place(tasks[told.task].path, "牵头单位"), "台账在这里")])
    }
  }

  /// 该制度7月落地,较时限提前2个月: when a task was done, held against its deadline.
  func terms(
    _ match: LedgerMatch, _ page: FigurePage, _ told: ToldTasks, _ places: LedgerPlaces,
    _ result: inout CheckResult
  ) {
    let (draft, tasks) = (match.draft, places.tasks)
    for (index, own) in told.bySentence where own.count == 1 {
      guard case .date(let due) = tasks[own[0]].task.deadline?.meaning, due.year == match.ledger.report.year,
        let month = due.month
      else { continue }
      let sentence = draft.sentences[index]
      for time in draft.times[sentence.times] {
        guard let (year, done, day) = time.inMonth, year == nil || day == nil else { continue }
        let rest = time.range.upperBound..<sentence.range.upperBound
        let clause = rest.prefix { page.units[$0] != Mark.semicolon && page.units[$0] != Mark.stop }
        let ahead = sentence.quantities.first {
          clause.contains(page.range($0).lowerBound) && page.words(page.lead($0)).hasSuffix("提前")
            && page.quantity($0).unit.contains("月")
        }
        guard let ahead, page.words(clause).contains("时限"), page.isExact(ahead),
          Decimal(month - done) != page.value(ahead)
        else { continue }
        result.report(
          draft.text.place(time.range.lowerBound..<page.range(ahead).upperBound),
          "“\(tasks[own[0]].task.name)”的完成时限台账是\(due.chinese)，文稿写\(done)月完成、提前\(page.number(ahead))个月，对不上",
          "请核对完成时间和台账的时限", related: [.init(places.place(tasks[own[0]].path, "完成时限"), "台账在这里")])
      }
    }
  }
}
