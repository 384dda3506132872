import ReportModel

/// 状态用语: words for a task's status that nothing is known of; a slip of the pen among them.
struct StatusWordsCheck: Check {
  let about = CheckDescription(
    "ledger.status", .warning, "状态没有写，或者用语不认识，不计入任何一类",
    rationale: "认不出的状态照原样保留，但不计入完成、延期等任何一类，完成率会因此算低。和常用说法只差一个字的，多半是打错；其他的只提示。",
    source: "台账格式约定",
    triggering: [
      .ledger("年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: [[已完城]]}"),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 已完成}\n      - {名称: 优化营商环境, 状态: 推进中}\n      - {名称: [[建立季评估机制]]}"
      ),
    ],
    silent: [
      .ledger("年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 状态: 按期完成}")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    let without = places.tasks.filter { $0.task.status == nil && !$0.task.origin.toFill.contains("状态") }
    if without.count * 2 <= places.tasks.count {
      for item in without { result.report(places.place(item.path), "“\(item.task.name)”没有写状态", "请补上“状态”") }
    }
    var told: Set<String> = []
    for item in places.tasks {
      guard let status = item.task.status, status.kind == nil, !status.wording.isEmpty else { continue }
      let place = places.place(item.path, "状态")
      if let meant = Self.meant(by: status.wording) {
        result.report(
          place, "状态“\(status.wording)”不认识，是否指“\(meant)”？", "请改为“\(meant)”，否则这一项不计入任何一类", replacement: meant)
      } else if told.insert(status.wording).inserted {
        result.report(
          place, "状态“\(status.wording)”不认识，这样写的任务不计入任何一类", "请改用已完成、推进中、未启动、延期、终止之一",
          severity: .note)
      }
    }
  }

  /// The known word that differs in one character only, or in one left out, doubled or put in.
  private static func meant(by wording: String) -> String? {
    let typed = Mark.word(wording)
    guard typed.count >= 2 else { return nil }
    // The vocabulary itself comes first, so that of two near words the plain one is offered.
    let plain = TaskStatus.Kind.allCases.map(\.rawValue)
    return (plain + TaskStatus.meanings.keys.sorted()).first { isSlip(typed, Mark.word($0)) }
  }

  private static func isSlip(_ typed: [UInt16], _ known: [UInt16]) -> Bool {
    guard typed.filter(negations.contains).elementsEqual(known.filter(negations.contains)) else {
      return false
    }
    if typed.count == known.count {
      let wrong = typed.indices.filter { typed[$0] != known[$0] }
      return wrong.count == 1 || wrong.count == 2 && typed.sorted() == known.sorted()
    }
    let (short, long) = typed.count < known.count ? (typed, known) : (known, typed)
    guard long.count == short.count + 1, short.count >= 3 else { return false }
    return long.indices.contains { long[..<$0] + long[($0 + 1)...] == short[...] }
  }

  /// 未办结 is no slip for 已办结.
  private static let negations = UnitSet("未待不尚无难拟将应再超逾到")
}
