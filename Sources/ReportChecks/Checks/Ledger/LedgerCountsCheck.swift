import ReportModel

/// 台账数目: stated counts against what is listed.
struct LedgerCountsCheck: Check {
  let about = CheckDescription(
    "ledger.counts", .error, "写明的数目与列出的任务、成果对不上",
    rationale: "列出的比写明的多，或完成数加延期数超过任务数，一定有错。列出的比写明的少是允许的（来源只给了数），差数在报告里会写明，这里只提示。",
    source: "实务；台账格式约定",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务数: [[1]]\n    任务：\n      - {名称: 建立周调度机制, 状态: 已完成}\n      - {名称: 优化营商环境, 状态: 已完成}"
      ),
      .ledger("年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 3, 完成数: [[3]], 延期数: 1}"),
      .ledger("年度: 2021\n地区: 甲区\n任务数: [[9]]\n领域：\n  - {名称: 经济体制改革, 任务数: 3}\n  - {名称: 社会体制改革, 任务数: 4}"),
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n任务数: 7\n领域：\n  - {名称: 经济体制改革, 任务数: 3, 完成数: 2, 延期数: 1}\n  - {名称: 社会体制改革, 任务数: 4}")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    let report = ledger.report
    let domains = report.domains.map { Tally(of: $0, in: report) }
    for (index, domain) in report.domains.enumerated() {
      compare(domains[index], domain.name, LedgerPlaces.domain(index), places, &result)
    }
    if !report.stated.isEmpty {
      compare(Tally(of: report, domains: domains), "全年合计", FieldPath(), places, &result)
    }
    let parts: [(String, Int?, KeyPath<Tally, Tally.Count>)] = [
      ("任务数", report.stated.tasks, \.tasks), ("完成数", report.stated.completed, \.completed),
      ("延期数", report.stated.delayed, \.delayed),
    ]
    for (field, stated, part) in parts {
      let values = domains.map { $0[keyPath: part].value }
      guard let stated, !values.isEmpty, !values.contains(nil) else { continue }
      let sum = values.reduce(0) { $0 + ($1 ?? 0) }
      result.recognise("sumsChecked", "核对的合计", 1)
      guard sum != stated else { continue }
      let terms = values.map { String($0 ?? 0) }.joined(separator: "+")
      result.report(
        places.place(FieldPath(), field), "\(field)写\(stated)，各领域合计是\(sum)", "请核对总数和各领域的数",
        explanation: "\(terms)=\(sum)，台账写\(stated)")
    }
  }

  private func compare(
    _ tally: Tally, _ name: String, _ path: FieldPath, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let counts = [
      ("任务数", tally.tasks), ("完成数", tally.completed), ("延期数", tally.delayed), ("制度性成果数", tally.outputs),
    ]
    for (field, count) in counts {
      guard let stated = count.stated, count.listed > stated else { continue }
      result.report(
        places.place(path, field), "“\(name)”的\(field)写\(stated)，列出的有\(count.listed)项", "请核对数目，或删去多列的",
        explanation: "列出\(count.listed)-写明\(stated)=\(count.listed - stated)")
    }
    guard let all = tally.tasks.value, let done = tally.completed.value, let late = tally.delayed.value else {
      return
    }
    result.recognise("sumsChecked", "核对的合计", 1)
    guard done + late > all else { return }
    result.report(
      places.place(path, "完成数", "任务数"), "“\(name)”完成\(done)项、延期\(late)项，加起来超过任务\(all)项", "请核对三个数",
      explanation: "\(done)+\(late)=\(done + late)>\(all)")
  }
}
