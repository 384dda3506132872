import ReportModel

/// 完成无据: completed tasks that show neither progress nor a document.
struct CompletedEmptyCheck: Check {
  let about = CheckDescription(
    "ledger.completed-empty", .warning, "已完成的任务没有进展情况，也没有制度性成果",
    rationale: "说完成要有依据。台账里大多数完成任务都没有填的，视为本来就没有这两栏，只提示一次。",
    source: "实务",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 已完成, 进展情况: 已运行}\n      - {名称: 建立月通报机制, 状态: 已完成, 进展情况: 已运行}\n      - {名称: [[建立季评估机制]], 状态: 已完成}"
      )
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 已完成, 进展情况: 已运行}\n      - {名称: 优化营商环境, 状态: 已完成, 制度性成果: [甲区优化营商环境方案]}\n      - {名称: 建立季评估机制, 状态: 推进中}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    let completed = places.tasks.filter { $0.task.isCompleted }
    let empty = completed.filter { item in
      !LedgerPlaces.isWritten(item.task.progress) && ledger.report.outputs(of: item.task).isEmpty
        && item.task.figures.isEmpty
        && !item.task.origin.toFill.contains("进展情况")
    }
    guard let first = empty.first else { return }
    guard empty.count * 2 <= completed.count else {
      result.report(
        places.place(first.path), "\(completed.count)项已完成任务中有\(empty.count)项没有进展情况和制度性成果，这是第一项", "如有依据，请补上",
        severity: .note)
      return
    }
    for item in empty {
      result.report(places.place(item.path), "“\(item.task.name)”已完成，但没有进展情况，也没有制度性成果", "请补上完成的依据，或核对状态")
    }
  }
}
