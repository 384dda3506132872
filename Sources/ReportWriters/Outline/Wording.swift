import ReportModel

/// Fills a wording template from a report and makes the outline of it.
struct Wording {
  private let report: Report
  private let domains: [Tally]
  private let total: Tally
  private let delayNumbers: [Int]
  private let links: TaskLinks
  /// What all delays have in common is said once for all of them.
  private let common: Delay

  init(_ report: Report) {
    self.report = report
    let domains = report.domains.map { Tally(of: $0, in: report) }
    self.domains = domains
    total = Tally(of: report, domains: domains)
    var numbers: [Int] = []
    var next = 1
    for domain in report.domains {
      numbers.append(next)
      next += domain.tasks.count(where: \.isDelayed)
    }
    delayNumbers = numbers
    links = TaskLinks(report)
    common = Self.common(report.tasks.filter(\.isDelayed).map { $0.delay ?? Delay() })
  }

  /// The title where the ledger gives none.
  static func defaultTitle(_ report: Report) -> String {
    "\(report.place.short)\(report.year)年全面深化改革工作总结报告"
  }

  /// The values of the report as a whole, under the engine's names.
  func values() -> [String: Any] {
    var values = TemplateValues(.report)
    values.set("标题", report.title ?? Self.defaultTitle(report))
    values.set("年度", report.year)
    values.set("地区", report.place.fullName)
    values.set("简称", report.place.short)
    values.set("自称", report.place.ownName)
    values.set("单位", report.reportingUnit)
    values.set("日期", report.issueDate?.chinese)
    values.set("主送", report.addressee)
    values.set("导语", report.introduction?.sentence())
    values.set("有工作成绩", !report.achievements.isEmpty)
    values.set("有领域", !report.domains.isEmpty || !report.figures.isEmpty || total.tasks.value != nil)
    values.set("有存在问题", !report.problems.isEmpty)
    values.set("有下一步", !report.nextSteps.isEmpty)
    values.set(parts(report.achievements, .achievement))
    values.set(parts(report.problems, .problem))
    values.set(parts(report.nextSteps, .nextStep))
    set(total, in: &values)
    // A total that is not made up of the domains' counts may belong to other domains as well.
    let addsUp = domains.allSatisfy { $0.tasks.value != nil } || total.tasks.value == nil
    values.set("领域数", addsUp ? report.domains.count : 0, unlessZero: true)
    setRate(in: &values)
    setDelays(in: &values)
    // Without a stated number, the list is known to be whole only where every task is listed.
    let isWhole = report.stated.outputs != nil || (total.tasks.value != nil && total.tasks.difference == nil)
    values.set(isWhole ? "成果数" : "列明成果数", total.outputs.value, unlessZero: true)
    values.set("列出成果数", total.outputs.difference == nil ? nil : total.outputs.listed)
    let prose = ([report.introduction] + (report.achievements + report.problems).map(\.text)).compactMap {
      $0
    }
    setFigures(report.figures, notIn: prose, &values)
    values.set(report.domains.indices.map(domain))
    return values.engine
  }

  private func parts(_ parts: [NarrativePart], _ scope: TagCatalogue.Scope) -> [TemplateValues] {
    // Paragraphs without sub-heads are no items: a number would make the first sentence of each look like its sub-head.
    let isNumbered = scope == .problem || parts.contains { $0.heading != nil }
    return parts.enumerated().map { index, part in
      var values = TemplateValues(scope)
      values.set("序号", isNumbered ? ChineseNumeral.text(index + 1) : nil)
      values.set("小标题", part.heading?.phrase())
      values.set("内容", part.text?.sentence())
      return values
    }
  }

  private func set(_ tally: Tally, in values: inout TemplateValues) {
    values.set("任务数", tally.tasks.value)
    values.set("完成数", tally.completed.value)
    values.set("延期数", tally.delayed.value, unlessZero: true)
    values.set("推进数", tally.listed[.inProgress], unlessZero: true)
    values.set("未启动数", tally.listed[.notStarted], unlessZero: true)
    values.set("终止数", tally.listed[.terminated], unlessZero: true)
    values.set("不明数", tally.unexplained, unlessZero: true)
    if let missing = tally.tasks.difference, missing > 0, tally.tasks.listed > 0 {
      values.set("未列任务数", missing)
    }
  }

  private func setRate(in values: inout TemplateValues) {
    let basis = report.completionBasis ?? .allTasks
    guard let rate = total.rate(basis) else { return }
    values.set("完成率", rate.percent())
    values.set("完成率分子", rate.part)
    values.set("完成率分母", rate.whole)
    // Without a delay both bases are the same, and nothing is deducted.
    let deducts = basis == .exceptDelayed && (total.delayed.value ?? 0) > 0
    values.set("口径扣除延期", deducts)
    values.set("口径全部", !deducts)
  }

  private static func common(_ delays: [Delay]) -> Delay {
    guard delays.count > 1, let first = delays.first else { return Delay() }
    return Delay(
      until: delays.allSatisfy { $0.until == first.until } ? first.until : nil,
      approval: delays.allSatisfy { $0.approval == first.approval } ? first.approval : nil)
  }

  private func setDelays(in values: inout TemplateValues) {
    values.set("共同延至", common.until?.chinese)
    values.set("共同审议", common.approval?.phrase())
  }

  private func domain(_ index: Int) -> TemplateValues {
    let domain = report.domains[index]
    let tally = domains[index]
    var values = TemplateValues(.domain)
    values.set("序号", ChineseNumeral.text(index + 1))
    values.set("名称", domain.name)
    values.set("概述", domain.summary?.sentence())
    set(tally, in: &values)
    if let tasks = tally.tasks.value {
      let completed = tally.completed.value
      values.set("多项", tasks > 1)
      values.set("全部完成", completed == tasks && tasks > 0)
      values.set("部分完成", completed.map { $0 > 0 && $0 < tasks } ?? false)
      values.set("全部延期", tally.delayed.value == tasks && tasks > 0)
      values.set("无一完成", completed == 0 && tally.delayed.value != tasks)
      values.set("完成数不详", completed == nil)
    }
    let prose = ([domain.summary] + domain.tasks.map(\.progress)).compactMap { $0 }
    setFigures(domain.figures + domain.tasks.flatMap(\.figures), notIn: prose, &values)
    var number = delayNumbers[index]
    var lists: [TagCatalogue.Scope: [TemplateValues]] = [:]
    for task in domain.tasks {
      let scope = Self.scope(of: task)
      var item = self.task(task, scope, number: (lists[scope]?.count ?? 0) + 1)
      if scope == .delayed {
        item.set("序号", number)
        number += 1
      }
      lists[scope, default: []].append(item)
    }
    for list in lists.values { values.set(list) }
    return values
  }

  private static func scope(of task: ReformTask) -> TagCatalogue.Scope {
    switch task.status?.kind {
    case .completed: .completed
    case .inProgress: .ongoing
    case .notStarted: .notStarted
    case .delayed: .delayed
    case .terminated: .terminated
    case nil: .unclear
    }
  }

  private func task(_ task: ReformTask, _ scope: TagCatalogue.Scope, number: Int) -> TemplateValues {
    var values = TemplateValues(scope)
    values.set("序号", ChineseNumeral.text(number))
    values.set("编号", task.number)
    values.set("名称", task.name.phrase())
    values.set("牵头单位", task.leadUnit)
    values.set("完成时限", task.deadline?.chinese)
    values.set("进展", task.progress?.sentence())
    guard scope == .delayed else {
      let mentioned = DocumentTitle.key(task.progress ?? "")
      let others = links.outputs(of: task).filter { !mentioned.contains(DocumentTitle.key($0.title)) }
      values.set("另有成果", others.map { DocumentTitle.quoted($0.title) }.joined())
      return values
    }
    values.set("原因", task.delay?.reason?.sentence())
    if common.until == nil { values.set("各自延至", task.delay?.until?.chinese) }
    if common.approval == nil { values.set("各自审议", task.delay?.approval?.phrase()) }
    return values
  }

  /// The figures that the prose of the same part does not tell already.
  private func setFigures(_ figures: [StatedFigure], notIn prose: [String], _ values: inout TemplateValues) {
    let open = figures.filter { figure in !prose.contains { figure.quantity.isTold(in: $0) } }
    values.set("有数据", !open.isEmpty)
    values.set(
      open.enumerated().map { index, figure in
        var item = TemplateValues(.figure)
        item.set("指标", figure.measure)
        item.set("数值", figure.quantity.chinese)
        item.set("截至", figure.asOf.map { Deadline(wording: $0).chinese })
        item.set("末项", index == open.count - 1)
        return item
      })
  }
}
