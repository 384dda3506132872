public import ReportModel

/// 台账写出: a report as the text of a ledger file, with canonical keys, titles in quotes, and 待填 where the report says
/// that a field is open. `LedgerReader` reads the same report back.
public struct LedgerWriter: Sendable {
  /// Lines that stand above the ledger as comments, without their `#`.
  public var preamble: [String]
  /// What is said behind a field, by its path: 领域[0] 任务 and the like.
  public var comments: [FieldPath: String]

  /// A writer.
  public init(preamble: [String] = [], comments: [FieldPath: String] = [:]) {
    self.preamble = preamble
    self.comments = comments
  }

  /// The text of a ledger, ending in a line feed.
  public func text(of report: Report) -> String {
    let head = preamble.map { "# \($0)" }
    let lines = LedgerTree.lines(of: LedgerSpelled(report, comments: comments).entries, indent: 0)
    return (head + lines).joined(separator: "\n") + "\n"
  }
}

/// A report as ledger entries.
struct LedgerSpelled {
  private let report: Report
  private let comments: [FieldPath: String]
  private let outputs: OutputPlacing

  init(_ report: Report, comments: [FieldPath: String] = [:]) {
    self.report = report
    self.comments = comments
    outputs = OutputPlacing(report)
  }

  var entries: [LedgerTree.Entry] {
    let top = FieldPath()
    var fields = Fields(report.origin, comments, at: top)
    // A ledger without them is none: where they are not known yet, they are to be filled.
    fields.add("年度", report.year == 0 ? .text("待填") : .text(String(report.year)))
    fields.add("地区", report.place.fullName.isEmpty ? .text("待填") : place)
    fields.add("标题", report.title)
    fields.add("报告单位", report.reportingUnit)
    fields.add("成文日期", report.issueDate?.ledgerText)
    if report.signature != .belowTitle { fields.add("署名", report.signature.rawValue) }
    fields.add("主送", report.addressee)
    fields.add("完成率口径", report.completionBasis?.rawValue)
    fields.add(report.stated)
    fields.add("导语", report.introduction)
    fields.add("工作成绩", narrative(report.achievements, at: top.field("工作成绩")))
    fields.add("领域", report.domains.indices.map { .map(domain($0)) })
    fields.add("任务", [LedgerTree]())
    fields.add("制度性成果", outputs.listed.map { Self.output($0, withTasks: true) })
    fields.add("存在问题", narrative(report.problems, at: top.field("存在问题")))
    fields.add("下一步", narrative(report.nextSteps, at: top.field("下一步")))
    fields.add("附件", report.attachments.map { .text($0.title) })
    fields.add("数据", figures(report.figures))
    fields.add("来源", report.sources.map { .map(source($0)) })
    return fields.finished
  }

  /// nil where nothing of the place is known.
  private var place: LedgerTree? {
    var fields = Fields(Origin(), comments, at: FieldPath().field("地区"))
    fields.add("全称", report.place.fullName)
    fields.add("简称", report.place.shortName)
    fields.add("自称", report.place.selfName)
    return fields.finished.isEmpty ? nil : .map(fields.finished)
  }

  private func narrative(_ parts: [NarrativePart], at path: FieldPath) -> [LedgerTree] {
    parts.enumerated().map { index, part in
      if part.heading == nil, part.origin == Origin(), let text = part.text, !text.contains("\n") {
        return .text(text)
      }
      var fields = Fields(part.origin, comments, at: path.item(index))
      fields.add("小标题", part.heading)
      fields.add("内容", part.text)
      return .map(fields.finished)
    }
  }

  private func domain(_ index: Int) -> [LedgerTree.Entry] {
    let domain = report.domains[index]
    let path = FieldPath().field("领域").item(index)
    var fields = Fields(domain.origin, comments, at: path)
    fields.add("名称", domain.name)
    fields.add("概述", domain.summary)
    fields.add(domain.stated)
    fields.add("数据", figures(domain.figures))
    fields.add(
      "任务",
      domain.tasks.enumerated().map { number, task in
        .map(self.task(task, at: path.field("任务").item(number)))
      })
    return fields.finished
  }

  private func task(_ task: ReformTask, at path: FieldPath) -> [LedgerTree.Entry] {
    var fields = Fields(task.origin, comments, at: path)
    fields.add("编号", task.number)
    fields.add("名称", task.name)
    fields.add("牵头单位", task.leadUnit)
    if task.leadUnit == nil, !task.supportingUnits.isEmpty, !task.origin.toFill.contains("牵头单位") {
      // Without the key the first of the other units would be taken for the lead.
      fields.add("牵头单位", .nothing)
    }
    fields.add("责任单位", task.supportingUnits.map { .text($0) })
    fields.add("完成时限", task.deadline?.wording)
    fields.add("状态", task.status?.wording)
    fields.add("进展情况", task.progress)
    fields.add("制度性成果", (outputs.inline[path] ?? []).map { Self.output($0, withTasks: false) })
    fields.add("延期", delay(of: task))
    fields.add("延期原因", nil as String?)
    fields.add("延至", nil as String?)
    fields.add("原任务", task.continues.map(Self.earlier))
    fields.add("数据", figures(task.figures))
    fields.add("备注", task.remark)
    return fields.finished
  }

  private func delay(of task: ReformTask) -> LedgerTree? {
    guard let delay = task.delay, delay != Delay() || !task.isDelayed else { return nil }
    return .map(Self.delay(delay))
  }

  static func delay(_ delay: Delay) -> [LedgerTree.Entry] {
    [("原因", delay.reason), ("延至", delay.until?.wording), ("审议", delay.approval)]
      .compactMap { key, text in text.map { LedgerTree.Entry(key, .text($0)) } }
  }

  private static func earlier(_ earlier: EarlierTask) -> LedgerTree {
    let texts = [("年度", String(earlier.year)), ("编号", earlier.number), ("名称", earlier.name)]
    return .map(texts.compactMap { key, text in text.map { LedgerTree.Entry(key, .text($0)) } })
  }

  /// A document: its bare title where nothing else is known of it.
  static func output(_ output: InstitutionalOutput, withTasks: Bool) -> LedgerTree {
    // A title that begins and ends with 《》 of its own would lose them.
    let title =
      DocumentTitle.split(output.title) == [output.title] ? output.title : "《\(output.title)》"
    var fields = Fields(output.origin, [:], at: FieldPath())
    fields.add("名称", .quoted(title))
    fields.add("文号", output.documentNumber)
    fields.add("发文单位", output.issuer)
    fields.add("印发日期", output.issueDate?.ledgerText)
    if withTasks, output.tasks.count == 1 {
      fields.add("任务", output.tasks[0].text)
    } else if withTasks {
      fields.add("任务", output.tasks.map { .text($0.text) })
    }
    fields.add("领域", output.domain)
    let entries = fields.finished
    return entries.count == 1 ? .quoted(title) : .map(entries)
  }

  private func figures(_ figures: [StatedFigure]) -> [LedgerTree] {
    figures.map { figure in
      var fields = Fields(figure.origin, [:], at: FieldPath())
      fields.add("指标", figure.measure)
      fields.add("数值", figure.quantity.ledgerText)
      if figure.quantity.unit != "%" { fields.add("单位", figure.quantity.unit) }
      fields.add("约数", figure.quantity.approximation?.rawValue)
      fields.add("截至", figure.asOf)
      return .map(fields.finished)
    }
  }

  private func source(_ source: SourceDocument) -> [LedgerTree.Entry] {
    let texts = [("日期", source.date), ("发布单位", source.publisher), ("说明", source.remark)]
    return [.init("名称", .quoted(source.name))]
      + texts.compactMap { key, text in text.map { LedgerTree.Entry(key, .text($0)) } }
  }
}

/// The entries of one map while they are gathered: known values, 待填 for open ones, then 出处 and 待核.
private struct Fields {
  private var entries: [LedgerTree.Entry] = []
  private let origin: Origin
  private let comments: [FieldPath: String]
  private let path: FieldPath

  init(_ origin: Origin, _ comments: [FieldPath: String], at path: FieldPath) {
    self.origin = origin
    self.comments = comments
    self.path = path
  }

  mutating func add(_ key: String, _ value: LedgerTree?) {
    let open: LedgerTree? = origin.toFill.contains(key) ? .text("待填") : nil
    guard let value = value ?? open else { return }
    entries.append(LedgerTree.Entry(key, value, comment: comments[path.field(key)]))
  }

  mutating func add(_ key: String, _ text: String?) {
    add(key, text.flatMap { $0.isEmpty ? nil : .text($0) })
  }

  mutating func add(_ key: String, _ number: Int?) { add(key, number.map { .text(String($0)) }) }

  mutating func add(_ key: String, _ items: [LedgerTree]) { add(key, items.isEmpty ? nil : .list(items)) }

  mutating func add(_ stated: StatedCounts) {
    add("任务数", stated.tasks)
    add("完成数", stated.completed)
    add("延期数", stated.delayed)
    add("制度性成果数", stated.outputs)
  }

  /// All entries, 出处 and 待核 last.
  var finished: [LedgerTree.Entry] {
    var all = self
    all.add("出处", origin.locator)
    all.add("待核", origin.toVerify.map { .text($0) })
    return all.entries
  }
}
