import ReportModel

/// 待填待核: fields that are still to be filled or verified.
struct ToFillCheck: Check {
  let about = CheckDescription(
    "ledger.to-fill", .warning, "还有待填的栏目",
    rationale: "新年度台账由上年生成时，要填的栏目写着“待填”；出报告前应当全部填完。“待核”是读入时猜的，只提示。",
    source: "台账格式约定",
    triggering: [
      .ledger("年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: [[建立周调度机制]], 状态: 推进中, 牵头单位: 待填}")
    ],
    silent: [
      .ledger("年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 推进中, 牵头单位: 区发改委}")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    var toVerify: [(SourcePlace, String)] = []
    for item in places.tasks {
      let origin = item.task.origin
      if !origin.toFill.isEmpty {
        result.report(
          places.place(item.path), "“\(item.task.name)”还有待填：\(origin.toFill.joined(separator: "、"))",
          "请填好，没有的请删去这一栏")
      }
      if !origin.toVerify.isEmpty { toVerify.append((places.place(item.path), item.task.name)) }
    }
    if !ledger.report.origin.toFill.isEmpty {
      result.report(
        places.place(FieldPath(), "年度"), "还有待填：\(ledger.report.origin.toFill.joined(separator: "、"))",
        "请填好，没有的请删去这一栏")
    }
    guard let first = toVerify.first else { return }
    result.report(
      first.0, "有\(toVerify.count)项任务带“待核”，这是第一项", "请核对后删去“待核”", severity: .note,
      related: toVerify.dropFirst().prefix(9).map { .init($0.0, $0.1) })
  }
}
