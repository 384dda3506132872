public import ReportModel

/// 附件: makes the attachment tables of a report, row by row or whole.
public struct AttachmentTables: Sendable {
  /// The report.
  public let report: Report
  private let layout: AttachmentLayout
  private let links: TaskLinks

  /// The tables of a report with a clerk's columns.
  public init(_ report: Report, layout: AttachmentLayout) {
    self.report = report
    self.layout = layout
    links = TaskLinks(report)
  }

  /// 附件1 制度性成果汇总表: documents under the domain of their first task, in the report's order.
  public var outputs: AttachmentTable {
    var sections = report.domains.map { AttachmentTable.Section(label: $0.name, rows: []) }
    var loose = AttachmentTable.Section(label: "未注明领域", rows: [])
    let placed = report.outputs.map { output in (output: output, tasks: links.tasks(of: output)) }
    var groups = [[(output: InstitutionalOutput, tasks: [TaskLinks.Place])]](
      repeating: [], count: report.domains.count + 1)
    for item in placed {
      let named = report.domains.firstIndex { $0.name == item.output.domain }
      groups[item.tasks.first?.domain ?? named ?? report.domains.count].append(item)
    }
    var serial = 0
    for (index, group) in groups.enumerated() {
      let label = index < sections.count ? sections[index].label : loose.label
      let rows = group.map { item in
        serial += 1
        let item = OutputItem(
          output: item.output, domain: label, serial: serial,
          tasks: item.tasks.map { report.domains[$0.domain].tasks[$0.task] })
        return AttachmentTable.Row(
          cells: layout.outputs.fields.map { $0.cell(for: item, item.output.origin) })
      }
      if index < sections.count { sections[index].rows = rows } else { loose.rows = rows }
    }
    for (index, domain) in report.domains.enumerated() {
      sections[index].remark = Self.remark(
        stated: domain.stated.outputs, listed: sections[index].rows.count, "制度性成果")
    }
    let remark =
      Self.remark(stated: report.stated.outputs, listed: report.outputs.count, "制度性成果")
      ?? (report.outputs.isEmpty ? "台账未列制度性成果" : nil)
    return AttachmentTable(
      frame: outputsFrame,
      sections: (sections + [loose]).filter { !$0.rows.isEmpty || $0.remark != nil }, remark: remark)
  }

  /// 附件2 重点改革任务完成情况表, every domain with its tasks.
  public var completion: AttachmentTable {
    var serial = 0
    let sections = report.domains.indices.map { index in
      let rows = report.domains[index].tasks.indices.map { task in
        serial += 1
        return completionRow(domain: index, task: task, serial: serial)
      }
      return AttachmentTable.Section(
        label: report.domains[index].name, rows: rows, remark: completionRemark(domain: index))
    }
    return AttachmentTable(frame: completionFrame, sections: sections, remark: completionRemark)
  }

  /// What 附件1 is, without its rows.
  public var outputsFrame: AttachmentTable.Frame {
    frame(.outputs, layout.outputs, counted: "文件名称", categories: false)
  }

  /// What 附件2 is, without its rows.
  public var completionFrame: AttachmentTable.Frame {
    frame(.completion, layout.completion, counted: "完成情况", categories: true)
  }

  /// 附件说明: the ledger's own list of attachments, or the two tables.
  public var titles: [String] {
    guard report.attachments.isEmpty else { return report.attachments.map(\.title) }
    return [outputsFrame, completionFrame].map(\.title)
  }

  /// The two tables, with the word that tells each in the ledger's list of attachments, which may give it another title and place.
  private enum Kind: String, CaseIterable {
    case outputs = "成果"
    case completion = "任务"
  }

  private func listed(_ kind: Kind) -> Int? {
    report.attachments.firstIndex { $0.title.contains(kind.rawValue) }
  }

  private func number(of kind: Kind) -> Int {
    let places = Kind.allCases.compactMap(listed)
    guard places.count == Kind.allCases.count, places[0] != places[1], let place = listed(kind) else {
      return kind == .outputs ? 1 : 2
    }
    return place + 1
  }

  /// One row of 附件2, for writers that do not hold them all.
  public func completionRow(domain: Int, task: Int, serial: Int) -> AttachmentTable.Row {
    let task = report.domains[domain].tasks[task]
    return completionRow(
      TaskItem(
        task: task, domain: report.domains[domain].name, serial: serial, outputs: links.outputs(of: task)))
  }

  /// One row of 附件2 for a task from anywhere.
  public func completionRow(_ item: TaskItem) -> AttachmentTable.Row {
    var row = emptyCompletionRow
    fill(&row, with: item)
    return row
  }

  /// A row of 附件2 that waits for its first task.
  var emptyCompletionRow: AttachmentTable.Row {
    AttachmentTable.Row(cells: layout.completion.fields.map { _ in .init("") })
  }

  /// Makes a row of 附件2 the one of a task, in the memory that it has.
  func fill(_ row: inout AttachmentTable.Row, with item: TaskItem) {
    for (column, field) in layout.completion.fields.enumerated() {
      row.cells[column] = field.cell(for: item, item.task.origin)
    }
    row.category = item.task.status?.kind
  }

  /// What the source states of a domain's tasks beyond those listed.
  public func completionRemark(domain index: Int) -> String? {
    let domain = report.domains[index]
    return Self.remark(domain.stated, listed: domain.tasks)
      ?? (domain.tasks.isEmpty ? "原文未列任务" : nil)
  }

  /// What the source states of all tasks beyond those listed.
  public var completionRemark: String? {
    Self.remark(report.stated, listed: report.tasks) ?? (report.domains.isEmpty ? "台账未列领域和任务" : nil)
  }

  private func frame<Item>(
    _ kind: Kind, _ table: AttachmentLayout.Table<Item>, counted: String, categories: Bool
  ) -> AttachmentTable.Frame {
    AttachmentTable.Frame(
      number: number(of: kind), title: listed(kind).map { report.attachments[$0].title } ?? table.title,
      caption: "\(report.place.fullName)\u{FF08}\(report.year)年度\u{FF09}",
      columns: table.columns, labelColumn: table.fields.firstIndex { $0.name == "领域" },
      serialColumn: table.fields.firstIndex { $0.name == "序号" },
      countedColumn: table.fields.firstIndex { $0.name == counted } ?? 0, countsCategories: categories)
  }

  /// 原文载任务36项、完成31项,本表列出31项、20项: only where a stated number differs from the rows.
  private static func remark(_ stated: StatedCounts, listed tasks: [ReformTask]) -> String? {
    let parts = [
      ("任务", stated.tasks, tasks.count), ("完成", stated.completed, tasks.count(where: \.isCompleted)),
      ("延期", stated.delayed, tasks.count(where: \.isDelayed)),
    ]
    let differing = parts.compactMap { name, stated, listed in
      remark(stated: stated, listed: listed, name)
    }
    return differing.isEmpty ? nil : differing.joined(separator: "\u{FF1B}")
  }

  private static func remark(stated: Int?, listed: Int, _ what: String) -> String? {
    guard let stated, stated != listed else { return nil }
    if listed == 0 { return "原文载\(what)\(stated)项\u{FF0C}未列名称" }
    let gap =
      stated > listed ? "另\(stated - listed)项原文未列名称" : "多列\(listed - stated)项\u{FF0C}请核对"
    return "原文载\(what)\(stated)项\u{FF0C}本表列出\(listed)项\u{FF0C}\(gap)"
  }
}

/// Which documents belong to which tasks, looked up once.
struct TaskLinks: Sendable {
  /// Where a task stands in the report.
  struct Place: Hashable, Sendable {
    /// The domain's index.
    var domain: Int
    /// The task's index in it.
    var task: Int
  }

  private var places: [TaskReference: Place] = [:]
  private var outputs: [TaskReference: [InstitutionalOutput]] = [:]

  init(_ report: Report) {
    for (domain, content) in report.domains.enumerated() {
      for (index, task) in content.tasks.enumerated() {
        let place = Place(domain: domain, task: index)
        for key in Self.keys(task) where places[key] == nil { places[key] = place }
      }
    }
    for output in report.outputs {
      for key in output.tasks { outputs[key, default: []].append(output) }
    }
  }

  /// The tasks a document names, in its order, each once.
  func tasks(of output: InstitutionalOutput) -> [Place] {
    var found: [Place] = []
    for place in output.tasks.compactMap({ places[$0] }) where !found.contains(place) { found.append(place) }
    return found
  }

  /// The documents that name a task, in the report's order.
  func outputs(of task: ReformTask) -> [InstitutionalOutput] {
    guard !outputs.isEmpty else { return [] }
    var found: [InstitutionalOutput] = []
    for output in Self.keys(task).flatMap({ outputs[$0] ?? [] }) where !found.contains(output) {
      found.append(output)
    }
    return found
  }

  private static func keys(_ task: ReformTask) -> [TaskReference] {
    [task.number.map(TaskReference.number), .name(task.name)].compactMap { $0 }
  }
}
