import ReportModel

/// 牵头单位: tasks without a lead unit where others have one.
struct LeadUnitCheck: Check {
  let about = CheckDescription(
    "ledger.lead-unit", .warning, "任务没有牵头单位",
    rationale: "别的任务都有牵头单位、个别没有的，多半是漏填。整张台账都没有这一栏的不提示。",
    source: "实务",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 牵头单位: 区发改委, 状态: 推进中}\n      - {名称: 优化营商环境, 牵头单位: 区数据局, 状态: 推进中}\n      - {名称: [[建立季评估机制]], 状态: 推进中}"
      )
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 推进中}\n      - {名称: 建立季评估机制, 状态: 推进中}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    let without = places.tasks.filter {
      !LedgerPlaces.isWritten($0.task.leadUnit) && !$0.task.origin.toFill.contains("牵头单位")
    }
    let all = places.tasks.count
    guard let first = without.first, without.count < all else { return }
    guard without.count * 2 <= all else {
      result.report(
        places.place(first.path), "\(all)项任务中有\(without.count)项没有牵头单位，这是第一项", "请补上“牵头单位”", severity: .note)
      return
    }
    for item in without { result.report(places.place(item.path), "“\(item.task.name)”没有牵头单位", "请补上“牵头单位”") }
  }
}
