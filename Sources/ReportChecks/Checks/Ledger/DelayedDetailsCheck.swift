import ReportModel

/// 延期要素: delayed tasks without reason, new deadline or approval, and delays that contradict themselves.
struct DelayedDetailsCheck: Check {
  let about = CheckDescription(
    "ledger.delayed-details", .warning, "延期任务缺原因、新时限或审议情况",
    rationale: "延期要有原因、延到什么时候、哪次会议同意，年底报告里都要写。新时限应当晚于报告年度；不是延期的任务不应当有“延期”一栏。",
    source: "实务",
    triggering: [
      .ledger("年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: [[开展行政复议改革]], 状态: 延期}"),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 开展行政复议改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: [[2021-10]], 审议: 深改委第一次会议}}"
      ),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 开展行政复议改革, 状态: [[已完成]], 延期: {原因: 市级方案未出台}}"
      ),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: [[建立周调度机制]], 状态: 延期, 延期: {原因: 无, 延至: 2022, 审议: 区委深改委第六次会议}}\n      - {名称: 建立月通报机制, 状态: 延期, 延期: {原因: [[客观原因]], 延至: 2022, 审议: 区委深改委第六次会议}}"
      ),
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 开展行政复议改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022, 审议: 深改委第一次会议}}"
      )
    ])

  private static let vague: Set<String> = Set(
    Mark.texts(
      "客观原因 因客观原因 特殊原因 客观因素 多种原因 其他原因 有关原因 种种原因 客观条件限制 受客观条件影响"))

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    for item in places.tasks {
      let task = item.task
      guard task.isDelayed else {
        if task.delay != nil, let status = task.status {
          result.report(
            places.place(item.path, "状态"), "“\(task.name)”的状态是“\(status.wording)”，却填了“延期”", "请核对状态，或删去“延期”一栏")
        }
        continue
      }
      result.recognise("delaysChecked", "核对的延期任务", 1)
      let missing = [
        ("原因", task.delay?.reason), ("延至", task.delay?.until?.wording), ("审议", task.delay?.approval),
      ].filter { !LedgerPlaces.isWritten($0.1) && !task.origin.toFill.contains($0.0) }.map(\.0)
      if !missing.isEmpty {
        result.report(
          places.place(item.path), "延期任务“\(task.name)”没有写\(missing.joined(separator: "、"))",
          "请在“延期”下补上：\(missing.joined(separator: "、"))", severity: missing == ["审议"] ? .note : nil)
      }
      if let reason = task.delay?.reason, Self.vague.contains(reason.filter { !$0.isWhitespace }) {
        result.report(
          places.place(item.path.field("延期"), "原因"), "延期任务“\(task.name)”的原因只写了“\(reason)”", "请写明具体原因")
      }
      let year = ledger.report.year
      if let until = task.delay?.until, let end = until.year(in: year), end <= year {
        result.report(
          places.place(item.path.field("延期"), "延至"), "“\(task.name)”延至\(until.chinese)，没有超出\(year)年",
          "请核对新的完成时限")
      }
    }
  }
}
