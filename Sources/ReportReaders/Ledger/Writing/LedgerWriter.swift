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
    var text = ""
    write(report, ReportTasks(report: report)) { text += $0 }
    return text
  }

  /// Writes the tables of a workbook as a ledger, piece by piece; their tasks are never held all at once.
  /// - Returns: how many fields were marked 待核.
  @discardableResult
  public func write(_ tables: WorkbookTables, to sink: (String) throws -> Void) rethrows -> Int {
    try write(tables.outline, tables, to: sink)
  }

  @discardableResult
  func write(_ report: Report, _ tasks: some LedgerTasks, to sink: (String) throws -> Void) rethrows -> Int {
    var ledger = LedgerSpelled(report, tasks, comments: comments)
    var piece = preamble.map { "# \($0)\n" }.joined()
    try ledger.write(into: &piece) { piece in
      guard piece.utf8.count >= 1 << 16 else { return }
      try sink(piece)
      piece.removeAll(keepingCapacity: true)
    }
    try sink(piece)
    return ledger.guesses
  }
}

/// 待写的任务: the tasks of a report's domains, one after the other.
protocol LedgerTasks {
  associatedtype Tasks: Sequence<ReformTask>
  associatedtype References: Sequence<TaskReference>
  /// The tasks of a domain.
  func tasks(ofDomain index: Int) -> Tasks
  /// How documents name the tasks of a domain.
  func references(ofDomain index: Int) -> References
}

private struct ReportTasks: LedgerTasks {
  let report: Report

  func tasks(ofDomain index: Int) -> [ReformTask] { report.domains[index].tasks }

  func references(ofDomain index: Int) -> [TaskReference] {
    report.domains[index].tasks.map { $0.number.map(TaskReference.number) ?? .name($0.name) }
  }
}

/// A report as ledger entries.
struct LedgerSpelled<Tasks: LedgerTasks> {
  private let report: Report
  private let tasks: Tasks
  private let comments: [FieldPath: String]
  private var outputs: OutputPlacing
  private var taskCount = 0
  /// How many fields were marked 待核.
  private(set) var guesses: Int

  init(_ report: Report, _ tasks: Tasks, comments: [FieldPath: String] = [:]) {
    self.report = report
    self.tasks = tasks
    self.comments = comments
    guesses = report.origin.toVerify.count
    outputs = OutputPlacing(
      report.outputs,
      references: report.domains.indices.lazy.flatMap { tasks.references(ofDomain: $0) })
  }

  /// Writes everything; `flush` may take what is there and empty it.
  mutating func write(into text: inout String, flush: (inout String) throws -> Void) rethrows {
    let (before, after) = entries
    LedgerTree.write(before, indent: 0, into: &text)
    if !report.domains.isEmpty { text += "领域:" + comment(FieldPath().field("领域")) + "\n" }
    for index in report.domains.indices { try write(domain: index, into: &text, flush) }
    LedgerTree.write(after, indent: 0, into: &text)
  }

  private mutating func write(
    domain index: Int, into text: inout String, _ flush: (inout String) throws -> Void
  ) rethrows {
    guesses += report.domains[index].origin.toVerify.count
    var written = 0
    for task in tasks.tasks(ofDomain: index) {
      if written == 0 {
        text += "  - "
        LedgerTree.writeItem(domain(index, hasTasks: true).before, indent: 2, into: &text)
        text += "    任务:" + comment(domainPath(index).field("任务")) + "\n"
      }
      let path = comments.isEmpty ? FieldPath() : domainPath(index).field("任务").item(written)
      LedgerTree.map(self.task(task, at: path)).writeItem(indent: 6, into: &text)
      try flush(&text)
      written += 1
    }
    if written == 0 {
      let whole = domain(index, hasTasks: false)
      LedgerTree.map(whole.before + whole.after).writeItem(indent: 2, into: &text)
    } else {
      LedgerTree.write(domain(index, hasTasks: true).after, indent: 4, into: &text)
    }
  }

  private func domainPath(_ index: Int) -> FieldPath { FieldPath().field("领域").item(index) }

  private func comment(_ path: FieldPath) -> String { comments[path].map { "          # " + $0 } ?? "" }

  /// The report's entries before its domains, and those behind them.
  private var entries: (before: [LedgerTree.Entry], after: [LedgerTree.Entry]) {
    let top = FieldPath()
    var fields = LedgerEntries(report.origin, comments, at: top)
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
    if report.domains.isEmpty { fields.add("领域", [LedgerTree]()) }
    let before = fields.taken()
    fields.add("任务", [LedgerTree]())
    fields.add("制度性成果", outputs.listed.map { LedgerTree.output($0, withTasks: true) })
    fields.add("存在问题", narrative(report.problems, at: top.field("存在问题")))
    fields.add("下一步", narrative(report.nextSteps, at: top.field("下一步")))
    fields.add("附件", report.attachments.map { .text($0.title) })
    fields.add("数据", LedgerTree.figures(report.figures))
    fields.add("来源", report.sources.map { .map(LedgerTree.source($0)) })
    return (before, fields.finished)
  }

  /// nil where nothing of the place is known.
  private var place: LedgerTree? {
    var fields = LedgerEntries(Origin(), comments, at: FieldPath().field("地区"))
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
      var fields = LedgerEntries(part.origin, comments, at: path.item(index))
      fields.add("小标题", part.heading)
      fields.add("内容", part.text)
      return .map(fields.finished)
    }
  }

  /// A domain's entries before its tasks, and those behind them.
  private func domain(_ index: Int, hasTasks: Bool) -> (before: [LedgerTree.Entry], after: [LedgerTree.Entry])
  {
    let domain = report.domains[index]
    var fields = LedgerEntries(domain.origin, comments, at: domainPath(index))
    fields.add("名称", domain.name)
    fields.add("概述", domain.summary)
    fields.add(domain.stated)
    fields.add("数据", LedgerTree.figures(domain.figures))
    let before = fields.taken()
    if !hasTasks { fields.add("任务", [LedgerTree]()) }
    return (before, fields.finished)
  }

  private mutating func task(_ task: ReformTask, at path: FieldPath) -> [LedgerTree.Entry] {
    let documents = outputs.take(for: taskCount)
    taskCount += 1
    guesses += task.origin.toVerify.count
    var fields = LedgerEntries(task.origin, comments, at: path)
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
    fields.add("制度性成果", documents.map { LedgerTree.output($0, withTasks: false) })
    fields.add("延期", delay(of: task))
    fields.add("延期原因", nil as String?)
    fields.add("延至", nil as String?)
    fields.add("原任务", task.continues.map(LedgerTree.earlier))
    fields.add("数据", LedgerTree.figures(task.figures))
    fields.add("备注", task.remark)
    return fields.finished
  }

  private func delay(of task: ReformTask) -> LedgerTree? {
    guard let delay = task.delay, delay != Delay() || !task.isDelayed else { return nil }
    return .map(LedgerTree.delay(delay))
  }
}
