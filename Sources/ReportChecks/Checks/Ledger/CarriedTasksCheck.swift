import ReportModel

/// 结转任务: tasks carried over from earlier years.
struct CarriedTasksCheck: Check {
  let about = CheckDescription(
    "ledger.carried", .warning, "结转任务的来历或再次延期有问题",
    rationale: "“原任务”应当指往年的任务；同一个往年任务不应当接成两项。结转后又延期的，原因要重新写明，只提示。",
    source: "实务；台账格式约定",
    triggering: [
      .ledger(
        "年度: 2022\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 开展行政复议改革, 状态: 推进中, 原任务: [[{年度: 2022, 编号: 行政-03}]]}"
      )
    ],
    silent: [
      .ledger(
        "年度: 2022\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 开展行政复议改革, 状态: 推进中, 原任务: {年度: 2021, 编号: 行政-03}}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    var seen: [EarlierTask: LedgerPlaces.Item] = [:]
    for item in places.tasks {
      guard let earlier = item.task.continues else { continue }
      result.recognise("carriedTasks", "结转任务", 1)
      let place = places.place(item.path, "原任务")
      if earlier.year >= ledger.report.year {
        result.report(
          place, "“\(item.task.name)”的原任务写在\(earlier.year)年，不早于本年度", "请核对原任务的年度", severity: .error)
      }
      if let first = seen[earlier] {
        result.report(
          place, "同一个往年任务接成了两项", "请核对哪一项才是", related: [.init(places.place(first.path), "另一项在这里")])
      }
      seen[earlier] = item
      if item.task.isDelayed {
        result.report(
          places.place(item.path, "状态"), "“\(item.task.name)”是往年结转的，又再次延期", "请在报告里说明再次延期的原因", severity: .note)
      }
    }
  }
}
