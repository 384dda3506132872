import ReportModel

/// 延期任务表的一行: a row of a table of delays held against the ledger's reason, new date and meeting.
struct TableDelay {
  let table: TextTable
  let row: Int
  let name: Int
  let task: LedgerPlaces.Item
  let match: LedgerMatch
  let places: LedgerPlaces

  func check(_ result: inout CheckResult) {
    guard let delay = task.task.delay else { return }
    if let (column, written) = cell(Self.reasons), let reason = delay.reason,
      DelayCause.differ(written, reason)
    {
      report(column, "延期原因与台账不一致：台账是“\(reason)”", "请核对延期原因", "原因", .warning, &result)
    }
    if let (column, written) = cell(Self.dates), let until = delay.until,
      DelaysAgainstLedgerCheck.isOther(
        written, until, match.ledger.report.year, LastYear.date(written)?.year)
    {
      report(column, "表里延至\(written)，台账延至\(until.chinese)", "请核对新的完成时限", "延至", nil, &result)
    }
    if let (column, written) = cell(Self.meetings), let approval = delay.approval.flatMap(MeetingNumber.init),
      let meeting = MeetingNumber(written), approval.isOf(meeting), approval.number != meeting.number
    {
      report(
        column, "同意延期的会议与台账不一致：台账是\(delay.approval ?? "")", "请核对会议的次数", "审议", .warning, &result)
    }
  }

  /// A cell under one of these heads that is filled.
  private func cell(_ heads: [String]) -> (Int, String)? {
    guard let column = table.column(heads) else { return nil }
    let text = table.text(row, column)
    return text.count < 4 ? nil : (column, text)
  }

  private func report(
    _ column: Int, _ message: String, _ advice: String, _ field: String, _ severity: Severity?,
    _ result: inout CheckResult
  ) {
    result.report(
      table.place(row, column, in: match.draft.text.source.file), "“\(table.text(row, name))”的\(message)",
      advice,
      severity: severity,
      related: [.init(places.place(task.path.field("延期"), field), "台账在这里")])
  }

  private static let reasons = ["延期原因", "未完成原因", "延期理由", "主要原因", "原因", "延期原因说明", "原因说明"]
  private static let dates =
    ["延期至", "延至", "展期至", "顺延至", "推迟至"].flatMap { verb in ["", "时间", "时限", "日期", "何时"].map { verb + $0 } }
    + ["延期后", "延期后的", "延期", "调整后", "调整后的", "变更后", "新的", "新", "拟", "顺延后"].flatMap { kind in
      ["完成时限", "完成时间", "时限", "期限", "完成期限", "办结时限", "办结时间", "完成日期", "时间"].map { kind + $0 }
    }
  private static let meetings = ["审议会议", "批准会议", "审批会议", "审议情况", "批准情况", "审批情况", "批准机关"]
}
