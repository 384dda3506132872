import OfficePackage
import ReportModel

/// 任务表: the items of a table as tasks of their domains.
struct TaskTable {
  /// A task with its domain and its row.
  struct Entry {
    var domain: String?
    var task: ReformTask
    var outputs: [InstitutionalOutput]
    var serial: String?
    var row: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic]
  /// How many rows of the table were read as items.
  var count: Int { entries.count }
  let grid: SheetGrid
  private let head: TableHead
  private let statusColumns: Set<Int>

  init(_ head: TableHead, to last: Int, in grid: SheetGrid) {
    self.grid = grid
    self.head = head
    let items = TableItems(head, to: last, in: grid)
    diagnostics = items.diagnostics
    statusColumns = Self.statusColumns(head, items.items)
    var domain: String?
    let domainColumn = head.column("领域")
    for item in items.items {
      if let label = domainColumn.flatMap({ item.texts[$0] }) { domain = TableWords.domainName(label) }
      entries.append(entry(item, domainColumn == nil ? item.section : domain ?? item.section))
    }
    unknownColumns(items.items)
    strayCells(items.items)
  }

  /// 完成情况 may hold a status or prose: what most of its cells hold decides.
  private static func statusColumns(_ head: TableHead, _ items: [TableItems.Item]) -> Set<Int> {
    var found = Set(head.columns(of: "状态").map(\.number))
    for column in head.columns(of: "进展情况") where found.isEmpty {
      let texts = items.compactMap { $0.texts[column.number] }
      let known = texts.count { status($0) != nil }
      if known > 0, known * 10 >= texts.count * 6 { found.insert(column.number) }
    }
    return found
  }

  /// A status that a whole cell says; our own tables write 推进中(超进度) where the source has other words.
  private static func status(_ text: String) -> TaskStatus? {
    let status = TaskStatus(wording: text)
    if status.kind != nil { return status }
    guard let open = text.firstIndex(where: { $0 == "(" || $0 == "\u{FF08}" }), let last = text.last,
      last == ")" || last == "\u{FF09}"
    else { return nil }
    let inner = TaskStatus(wording: String(text[text.index(after: open)...].dropLast()))
    let outer = TaskStatus(wording: String(text[..<open]))
    return outer.kind != nil && inner.kind == outer.kind ? inner : nil
  }

  /// The text of a field: of one column, or of several with their heads' words.
  private func text(_ field: String, _ item: TableItems.Item) -> String? {
    let columns = head.columns(of: field).filter { !statusColumns.contains($0.number) || field == "状态" }
    let filled = columns.compactMap { column in item.texts[column.number].map { (column.words, $0) } }
    guard let first = filled.first else { return nil }
    if columns.count == 1 { return first.1 }
    return filled.map { "\($0.0)\u{FF1A}\($0.1)" }.joined(separator: "\n")
  }

  private mutating func entry(_ item: TableItems.Item, _ domain: String?) -> Entry {
    func given(_ field: String) -> String? {
      text(field, item).flatMap { TableWords.blanks.contains($0) ? nil : $0 }
    }
    let names = head.columns(of: "名称").compactMap { item.texts[$0.number] }
    var task = ReformTask(number: given("编号"), name: (names.last ?? "").replacing("\n", with: ""))
    var remarks: [String] = []
    if names.count > 1 { remarks.append(names.dropLast().joined(separator: " ")) }
    var verify: [String] = []

    var leads = given("牵头单位").map(TableWords.units) ?? []
    var others = given("责任单位").map(TableWords.units) ?? []
    if head.column("牵头单位") == nil, !others.isEmpty { leads = [others.removeFirst()] }
    if leads.count > 1 { verify.append("牵头单位") }
    task.leadUnit = leads.first
    task.supportingUnits = Array(leads.dropFirst()) + others
    task.deadline = given("完成时限").map { Deadline(wording: $0) }
    var progress = given("进展情况")
    if let words = statusColumns.sorted().lazy.compactMap({ item.texts[$0] }).first,
      !TableWords.blanks.contains(words)
    {
      (task.status, progress) = status(words, progress)
    } else if let text = progress {
      (task.status, progress) = split(text)
    }
    var delay = Delay(
      reason: given("延期原因"), until: given("延至").map { Deadline(wording: $0) }, approval: given("审议"))
    if let text = progress { progress = take(text, into: &delay) }
    if task.isDelayed || delay.until != nil || delay.approval != nil {
      task.delay = delay
      if task.status == nil { task.status = TaskStatus(.delayed) }
    } else if let reason = delay.reason {
      remarks.append("未完成原因\u{FF1A}\(reason)")
    }
    task.progress = progress
    let outputs = documents(item, &remarks)
    if let remark = given("备注") { remarks.append(remark) }
    for column in head.columns where column.field == nil {
      if let text = item.texts[column.number] { remarks.append("\(column.words)\u{FF1A}\(text)") }
    }
    task.remark = remarks.isEmpty ? nil : remarks.joined(separator: "\n")
    if item.isShared { verify.append("进展情况") }
    if item.isContinued { verify.append("名称") }
    if isShifted(item) { verify += ["名称", "牵头单位", "责任单位", "完成时限", "状态", "进展情况"] }
    task.origin = Origin(locator: "\(grid.name)第\(item.row)行", toVerify: verify.uniqued)
    return Entry(
      domain: domain.flatMap { $0.isEmpty ? nil : $0 }, task: task, outputs: outputs,
      serial: text("序号", item), row: item.row)
  }

  /// A cell of statuses, which may hold prose behind the status.
  private func status(_ words: String, _ progress: String?) -> (TaskStatus?, String?) {
    if let status = Self.status(words) { return (status, progress) }
    let (status, rest) = split(words)
    guard let status else { return (TaskStatus(wording: words), progress) }
    return (status, [rest, progress].compactMap { $0 }.joined(separator: "\n").nonEmpty)
  }

  /// 已完成。出台…: a status at the head of prose.
  private func split(_ text: String) -> (TaskStatus?, String?) {
    if let status = Self.status(text) { return (status, nil) }
    let scalars = text.unicodeScalars
    guard let cut = scalars.firstIndex(where: { $0 == "。" || ",;:\n".unicodeScalars.contains($0.halfWidth) })
    else { return (nil, text) }
    let head = TaskStatus(wording: String(text[..<cut]).trimmed)
    guard head.kind != nil else { return (nil, text) }
    return (head, String(text[scalars.index(after: cut)...]).trimmed.nonEmpty)
  }

  /// Takes the lines 延期原因:…, 延至:… and 审议:… out of prose.
  private func take(_ text: String, into delay: inout Delay) -> String? {
    var rest: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let folded = String(
        String.UnicodeScalarView(line.unicodeScalars.map { $0.halfWidth == ":" ? ":" : $0 }))
      let value = folded.firstIndex(of: ":").map { String(folded[folded.index(after: $0)...]).trimmed }
      switch folded.prefix(while: { $0 != ":" }) {
      case "延期原因" where delay.reason == nil && value != nil: delay.reason = value
      case "延至" where delay.until == nil && value != nil: delay.until = value.map { Deadline(wording: $0) }
      case "审议" where delay.approval == nil && value != nil: delay.approval = value
      default: rest.append(line)
      }
    }
    return rest.joined(separator: "\n").trimmed.nonEmpty
  }

  /// 制度性成果 and 成果形式: titles, or words that name no title.
  private func documents(_ item: TableItems.Item, _ remarks: inout [String]) -> [InstitutionalOutput] {
    var outputs: [InstitutionalOutput] = []
    for column in head.columns(of: "制度性成果") {
      guard let text = item.texts[column.number], !TableWords.blanks.contains(text) else { continue }
      guard text.contains("《") || column.words.contains("制度") else {
        remarks.append("\(column.words)\u{FF1A}\(text)")
        continue
      }
      for document in FormDocument.list(titles: text, numbers: "")
      where !TableWords.blanks.contains(document.title) {
        outputs.append(InstitutionalOutput(title: document.title))
      }
    }
    return outputs
  }

  /// Whether typed columns hold what belongs to their neighbours: a dropped cell has shifted the row.
  private mutating func isShifted(_ item: TableItems.Item) -> Bool {
    let due = head.column("完成时限").flatMap { item.texts[$0] }
    let state = statusColumns.sorted().first.flatMap { item.texts[$0] }
    let serial = head.column("序号").flatMap { item.texts[$0] }
    func isDate(_ text: String) -> Bool {
      if case .date = PartialDate.read(text) { return true }
      return ![.unknown, .longTerm].contains(Deadline(wording: text).meaning)
    }
    var column: Int?
    if let due, TaskStatus(wording: due).kind != nil { column = head.column("完成时限") }
    if let state, isDate(state), Int(state) == nil { column = statusColumns.sorted().first }
    if let serial, Int(serial) == nil, serial.unicodeScalars.count > 8 { column = head.column("序号") }
    for unit in [head.column("牵头单位"), head.column("责任单位")] {
      guard let unit, let text = item.texts[unit] else { continue }
      if TaskStatus(wording: text).kind != nil || isDate(text) { column = unit }
    }
    guard let column else { return false }
    diagnostics.append(
      Diagnostic(
        "table.shifted", .warning, at: grid.place(item.row, column),
        "“\(item.texts[column] ?? "")”不像“\(head.columns.first { $0.number == column }?.words ?? "")”一栏的内容，这一行可能错了格",
        suggestions: [.init("请对照原表核对这一行，有错在原表改正后重新读入")]))
    return true
  }

  /// Columns with heads that say nothing known: their texts are kept under 备注.
  private mutating func unknownColumns(_ items: [TableItems.Item]) {
    for column in head.columns where column.field == nil {
      let filled = items.filter { $0.texts[column.number] != nil }
      guard let first = filled.first, let last = filled.last else { continue }
      diagnostics.append(
        Diagnostic(
          "table.unknown-column", .note, at: grid.place(head.rows.upperBound, column.number),
          "“\(column.words)”没有对应的栏目，\(CellReference.name(row: first.row, column: column.number))到"
            + "\(CellReference.name(row: last.row, column: column.number))的内容记在备注里"))
    }
  }

  /// Cells outside the table's columns.
  private mutating func strayCells(_ items: [TableItems.Item]) {
    let known = Set(head.columns.map(\.number))
    for item in items {
      for (column, text) in item.texts.sorted(by: { $0.key < $1.key }) where !known.contains(column) {
        diagnostics.append(
          Diagnostic(
            "table.stray", .warning, at: grid.place(item.row, column),
            "“\(FormText.shortened(text))”上面没有表头，没有读入",
            suggestions: [.init("请在台账里补到合适的栏目")]))
      }
    }
  }
}

extension String {
  /// The text, or nil where there is none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
