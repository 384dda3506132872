import ReportModel

/// 重复任务: tasks of one number or one name.
struct DuplicateTasksCheck: Check {
  let about = CheckDescription(
    "ledger.duplicates", .warning, "任务编号或名称重复",
    rationale: "同一任务列了两次会多算任务数。名称只在空格、标点上不同也算相同；“原任务”写明是接着往年的，不算重复。",
    source: "实务",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 已完成}\n      - {名称: [[建立 周调度机制]], 状态: 已完成}"
      ),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 经济-01, 名称: 建立“周调度”机制, 状态: 已完成}\n      - {编号: [[经济 - 01]], 名称: 建立月通报机制, 状态: 已完成}\n      - {名称: [[建立周调度机制]], 状态: 已完成}"
      ),
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 已完成}\n      - {名称: 建立月通报机制, 状态: 已完成}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    var names: [String: LedgerPlaces.Item] = [:]
    var numbers: [String: LedgerPlaces.Item] = [:]
    for item in places.tasks {
      let name = DocumentTitle.key(item.task.name.filter { !"“”‘’「」\"".contains($0) })
      if let first = names[name] {
        result.report(
          places.place(item.path), "任务“\(item.task.name)”列了两次", "如是同一任务，请删去一个；否则请改得能分清",
          related: [.init(places.place(first.path), "前一处在这里")])
      }
      names[name] = names[name] ?? item
      guard let written = item.task.number else { continue }
      // 经济-01, 经济 - ０１.
      let number = String(String.UnicodeScalarView(written.unicodeScalars.map(\.halfWidth))).filter {
        !$0.isWhitespace
      }
      if let first = numbers[number] {
        result.report(
          places.place(item.path, "编号"), "编号“\(written)”用了两次", "请改成不重复的编号", severity: .error,
          related: [.init(places.place(first.path, "编号"), "前一处在这里")])
      }
      numbers[number] = numbers[number] ?? item
    }
  }
}
