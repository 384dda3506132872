import ReportModel

/// 完成时限: deadlines outside the year, not understood, or crowded into its last quarter.
struct DeadlinesCheck: Check {
  let about = CheckDescription(
    "ledger.deadlines", .warning, "完成时限不在本年度，或过多挤在四季度",
    rationale: "年度台账的时限应当落在本年；延期任务的新时限写在“延期”里。超过三分之一的时限在四季度，后期压力过大，只提示。",
    source: "实务",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 推进中, 完成时限: [[2020-09]]}\n      - {名称: 优化营商环境, 状态: 推进中, 完成时限: 2021-06}"
      ),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 甲, 状态: 推进中, 完成时限: 2021-03}\n      - {名称: 乙, 状态: 推进中, 完成时限: 2021-06}\n      - {名称: 丙, 状态: 推进中, 完成时限: 2021-09}\n      - {名称: 丁, 状态: 推进中, 完成时限: [[2021-12]]}\n      - {名称: 戊, 状态: 推进中, 完成时限: 年底}\n      - {名称: 己, 状态: 推进中, 完成时限: 四季度}"
      ),
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 推进中, 完成时限: 2021-09}\n      - {名称: 优化营商环境, 状态: 推进中, 完成时限: 年底}\n      - {名称: 建立评估机制, 状态: 推进中, 完成时限: 长期}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    let year = ledger.report.year
    var known = 0
    var late: [LedgerPlaces.Item] = []
    for item in places.tasks {
      guard let deadline = item.task.deadline else { continue }
      let place = places.place(item.path, "完成时限")
      if let end = deadline.year(in: year), end != year {
        result.report(
          place, "“\(item.task.name)”的完成时限是\(deadline.chinese)，不在\(year)年", "请核对完成时限",
          severity: end > year ? .note : nil)
      } else if deadline.meaning == .unknown {
        result.report(place, "看不懂完成时限“\(deadline.wording)”", "请写成日期、月份、季度、年底或长期", severity: .note)
      }
      guard let quarter = deadline.quarter else { continue }
      known += 1
      if quarter == 4 { late.append(item) }
    }
    result.recognise("deadlines", "完成时限", known)
    guard known >= 6, late.count * 3 > known, let first = late.first else { return }
    result.report(
      places.place(first.path, "完成时限"), "\(known)项有时限的任务中\(late.count)项定在四季度，超过三分之一，这是第一项",
      "请考虑把部分任务提前，避免后期压力过大", severity: .note,
      explanation: "\(late.count)÷\(known)=\(Rate(late.count, of: known)?.percent() ?? "")")
  }
}
