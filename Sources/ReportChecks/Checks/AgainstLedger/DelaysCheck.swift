import ReportModel

/// 延期事项与台账: delayed items of the draft against the ledger's, both ways.
struct DelaysAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.delays", .error, "延期事项与台账不符",
    rationale: "文稿逐项写了延期任务的，每一项都要在台账里、状态是延期，台账的延期任务也一项不能少；新时限的年份要一致。文稿没有逐项写的，只提示漏写。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。共3项任务，已完成1项，延期2项。延期任务1:[[开展行政复议体制改革]]。延期原因：市级方案未出台。延期任务2：推进应急管理综合执法改革。延期原因：市级方案未出台。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 已完成}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      )
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。共2项任务，已完成1项，延期1项。延期任务1：推进应急管理综合执法改革。延期原因：市级方案未出台。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 已完成}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let prose = input.prose else { return }
    let places = LedgerPlaces(match.ledger)
    let tasks = places.tasks
    guard !tasks.isEmpty else { return }
    let names = tasks.map { NameLikeness($0.task.name) }
    var told: Set<Int> = []
    for delay in match.draft.delays {
      let name = match.draft.text.string(delay.name)
      let likeness = NameLikeness(name)
      let scores = names.map { max($0.likeness(likeness), $0.containment(likeness) * 8 / 10) }
      result.recognise("ledgerDelays", "与台账对照的延期事项", 1)
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= 55 else {
        result.report(
          match.draft.text.place(delay.name), "台账里没有延期事项“\(name)”", "请核对文稿和台账", severity: .warning)
        continue
      }
      told.insert(best)
      let task = tasks[best].task
      if !task.isDelayed {
        result.report(
          match.draft.text.place(delay.name), "“\(name)”文稿写延期，台账的状态是“\(task.status?.wording ?? "未填")”",
          "请核对文稿和台账", related: [.init(places.place(tasks[best].path, "状态"), "台账在这里")])
      } else if let until = delay.until, let written = prose.year(in: until),
        let due = task.delay?.until?.year(in: match.ledger.report.year), due != written.year
      {
        result.report(
          match.draft.text.place(until), "“\(name)”文稿延至\(written.year)年，台账延至\(due)年", "请核对新的完成时限",
          related: [.init(places.place(tasks[best].path.field("延期"), "延至"), "台账在这里")])
      } else if let written = delay.reason, let reason = task.delay?.reason,
        Self.differ(match.draft.text.string(written), reason)
      {
        result.report(
          match.draft.text.place(written), "“\(name)”的延期原因与台账不一致：台账是“\(reason)”", "请核对延期原因",
          severity: .warning,
          related: [.init(places.place(tasks[best].path.field("延期"), "原因"), "台账在这里")])
      } else if delay.reason == nil, let reason = task.delay?.reason {
        result.report(
          match.draft.text.place(delay.range), "“\(name)”没有写延期原因", "台账里的原因是：\(reason)", severity: .warning)
      }
    }
    missing(tasks, told, match, places, &result)
  }

  /// Whether two reasons share next to nothing: the same one may be told in many ways.
  private static func differ(_ a: String, _ b: String) -> Bool {
    let (left, right) = (NameLikeness(a), NameLikeness(b))
    return min(a.count, b.count) >= 6 && left.likeness(right) < 20 && left.containment(right) < 35
  }

  /// Delayed tasks of the ledger that the draft does not name.
  private func missing(
    _ tasks: [LedgerPlaces.Item], _ told: Set<Int>, _ match: LedgerMatch, _ places: LedgerPlaces,
    _ result: inout CheckResult
  ) {
    let missing = tasks.indices.filter { tasks[$0].task.isDelayed && !told.contains($0) }
      .filter { !match.names(tasks[$0].task.name) }
    guard !missing.isEmpty else { return }
    let title = match.draft.articles.first { $0.title != nil }?.title
    let first = match.draft.delays.first?.range.lowerBound ?? 0
    let counted = match.draft.claims.last {
      $0.measure == .delayed && $0.domain == nil && $0.period == .reported
        && match.draft.role(of: $0.section) != .plan && $0.clause.lowerBound <= first
        && first - $0.clause.lowerBound < 200
    }
    let place =
      counted.map { match.draft.text.place($0.clause) }
      ?? match.draft.delays.first.map { match.draft.text.place($0.range) }
      ?? title.map { match.draft.text.place($0) } ?? .file(match.draft.text.source.file)
    result.report(
      place,
      "文稿没有写台账里的\(missing.count)项延期任务：\(missing.map { "“\(tasks[$0].task.name)”" }.joined(separator: "、"))",
      "请在相应领域补写，或说明在附件中列出", severity: match.draft.delays.isEmpty ? .warning : nil,
      related: missing.prefix(9).map { .init(places.place(tasks[$0].path), "台账在这里") })
  }
}

extension LedgerMatch {
  /// Whether the draft has a name word for word.
  func names(_ name: String) -> Bool {
    let word = Mark.word(name)
    guard let head = word.first, draft.text.count >= word.count else { return false }
    let units = draft.text.units
    return (0...(units.count - word.count)).contains { start in
      units[start] == head && units[start..<start + word.count].elementsEqual(word)
    }
  }
}
