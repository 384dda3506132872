import OfficePackage
import ReportModel

/// 任务表: the items of a table as tasks of their domains. A task is made when it is asked for, from texts that stay where they are.
final class TaskTable {
  private(set) var diagnostics: [Diagnostic]
  /// How many rows of the table were read as items.
  var count: Int { items.items.count }
  let grid: SheetGrid
  /// The domain of each item, by its place in `domains`; nil where none is told.
  private(set) var itemDomains: [Int32?] = []
  /// The domains that the table names, in order, each once.
  private(set) var domains: [String] = []
  let items: TableItems
  private let columns: TaskColumns
  private let reading: TaskReading
  /// The items whose cells may have shifted.
  private var shifted: Set<Int> = []

  /// - Throws: a fault where the table makes more text than is held in memory.
  init(_ head: TableHead, to last: Int, in grid: SheetGrid) throws(PackageFault) {
    self.grid = grid.emptied
    items = try TableItems(head, to: last, in: grid)
    diagnostics = items.diagnostics
    reading = TaskReading(grid.texts)
    columns = TaskColumns(head, items, reading)
    nameDomains()
    findShifts(head)
    unknownColumns(head)
  }

  private func nameDomains() {
    var places: [String: Int32] = [:]
    func place(_ name: String) -> Int32? {
      guard !name.isEmpty else { return nil }
      if let known = places[name] { return known }
      places[name] = Int32(domains.count)
      domains.append(name)
      return Int32(domains.count - 1)
    }
    let names = Understood(grid.texts, TableWords.domainName)
    var label: (text: TextPool.ID, place: Int32?)?
    itemDomains.reserveCapacity(count)
    for index in items.items.indices {
      if let column = columns.domain {
        if let text = items.text(index, column), text != label?.text { label = (text, place(names[text])) }
        itemDomains.append(label.map(\.place) ?? items.section(index).flatMap(place))
      } else {
        itemDomains.append(items.section(index).flatMap(place))
      }
    }
  }

  /// The name of an item's task, its line breaks taken out.
  func name(_ index: Int) -> String {
    columns.names.last { items.text(index, $0.slot) != nil }
      .flatMap { items.text(index, $0.slot) }
      .map { reading.line($0) } ?? ""
  }

  /// 编号 as the table has it.
  func number(_ index: Int) -> String? { columns.number.flatMap { given(index, $0) } }

  /// 序号 as the table has it.
  func serial(_ index: Int) -> String? {
    columns.serial.flatMap { items.text(index, $0) }.map { grid.texts.trimmed($0) }
  }

  /// Whether the table has a column for documents.
  var namesDocuments: Bool { !columns.outputs.isEmpty }

  /// The documents that an item names.
  func documents(_ index: Int) -> [FormDocument] {
    var found: [FormDocument] = []
    for column in columns.outputs { found += documents(index, column) ?? [] }
    return found
  }

  /// The documents of one column; nil where it names no title.
  private func documents(_ index: Int, _ column: TaskColumns.Column) -> [FormDocument]? {
    guard let text = items.text(index, column.slot) else { return [] }
    let numbers = columns.outputs.count == 1 ? columns.documentNumbers : nil
    return reading.documents(
      text, under: column.words, numbers: numbers.flatMap { items.text(index, $0.slot) })
  }

  private func given(_ index: Int, _ slot: Int) -> String? {
    items.text(index, slot).flatMap { reading.isNothing($0) ? nil : grid.texts.trimmed($0) }
  }

  /// The text of a field: of one column, or of several with their heads' words.
  private func given(_ index: Int, _ columns: [TaskColumns.Column]) -> String? {
    if columns.count == 1 { return given(index, columns[0].slot) }
    let filled = columns.compactMap { column in
      items.text(index, column.slot).map { "\(column.words)\u{FF1A}\(grid.texts.trimmed($0))" }
    }
    return filled.isEmpty ? nil : filled.joined(separator: "\n")
  }

  /// An item as a task.
  func task(_ index: Int) -> ReformTask {
    let item = items.items[index]
    var task = ReformTask(number: number(index), name: name(index))
    var remarks: [String] = []
    var verify: [String] = []
    if columns.names.count > 1 {
      let names = columns.names.compactMap { items.text(index, $0.slot) }.map { grid.texts.trimmed($0) }
      if names.count > 1 { remarks.append(names.dropLast().joined(separator: " ")) }
    }
    var leads = units(index, columns.leads)
    var others = units(index, columns.others)
    if columns.leads.isEmpty, !others.isEmpty { leads = [others.removeFirst()] }
    if leads.count > 1 { verify.append("牵头单位") }
    task.leadUnit = leads.first
    task.supportingUnits = leads.count > 1 ? leads.dropFirst() + others : others
    task.deadline = deadline(index, columns.deadlines)
    let standing = standing(index)
    (task.status, task.progress) = (standing.status, standing.text)
    var delay = Delay(
      reason: given(index, columns.reasons), until: deadline(index, columns.until) ?? standing.until,
      approval: given(index, columns.approvals))
    if let text = task.progress { task.progress = TaskReading.take(text, into: &delay) }
    if task.isDelayed, delay.reason == nil || delay.until == nil {
      for text in [given(index, columns.remarks), task.progress].compactMap({ $0 }) {
        delay = CellProse.delay(of: task.name, text, completing: delay)
      }
    }
    let isListed = task.status == nil && (listsDelays || tellsDelays && delay.reason != nil)
    // 预计完成时间 beside 未完成原因 is the new date.
    let isForecast = delay.reason != nil && columns.deadlines.contains { $0.words.contains("预计") }
    let isNewDate =
      isListed && (listsDelays || columns.progress.isEmpty || isForecast) || task.isDelayed && listsStopped
    if isNewDate, delay.until == nil, columns.until.isEmpty,
      !columns.deadlines.contains(where: { $0.words.contains("原") })
    {
      delay.until = task.deadline
      task.deadline = nil
    }
    if task.status?.kind == .terminated {
      // What was given up has a reason, and perhaps a meeting, but no new date.
      let told = [
        delay.reason.map { $0.hasPrefix("原因") ? $0 : "原因\u{FF1A}\($0)" },
        delay.approval.map { "审议\u{FF1A}\($0)" },
      ]
      remarks += told.compactMap { $0 }
    } else if isListed || task.isDelayed || delay.until != nil || delay.approval != nil {
      task.delay = delay
      if task.status == nil { task.status = TaskStatus(.delayed) }
    } else if let reason = delay.reason {
      remarks.append("未完成原因\u{FF1A}\(reason)")
    }
    var named = 0
    for column in columns.outputs {
      guard let text = items.text(index, column.slot), !reading.isNothing(text) else { continue }
      if reading.namesDocuments(text, under: column.words) {
        named += 1
      } else {
        remarks.append("\(column.words)\u{FF1A}\(grid.texts.trimmed(text))")
      }
    }
    if let column = columns.documentNumbers, named == 0 || columns.outputs.count != 1,
      let text = given(index, column.slot)
    {
      remarks.append("\(column.words)\u{FF1A}\(text)")
    }
    if let remark = given(index, columns.remarks) { remarks.append(remark) }
    for column in columns.unknown {
      if let text = items.text(index, column.slot) {
        remarks.append("\(column.words)\u{FF1A}\(grid.texts.trimmed(text))")
      }
    }
    task.remark = remarks.isEmpty ? nil : remarks.joined(separator: "\n")
    if item.isShared { verify.append("进展情况") }
    if item.isContinued { verify.append("名称") }
    if shifted.contains(index) { verify += ["名称", "牵头单位", "责任单位", "完成时限", "状态", "进展情况"] }
    task.origin = Origin(
      locator: "\(grid.name)第\(item.row)行", toVerify: verify.isEmpty ? [] : verify.uniqued)
    return task
  }

  /// Whether a table without a column of statuses is one of delayed tasks by its title: all its rows are.
  private var listsDelays: Bool { columns.status.isEmpty && TableWords.namesDelays(grid.title) }

  /// Whether its column of reasons is one of delays, or all that it says of how tasks stand: the rows that give one are delayed.
  private var tellsDelays: Bool {
    columns.status.isEmpty && !columns.reasons.isEmpty
      && (columns.progress.isEmpty || columns.reasons.contains { $0.words.contains("延期") })
  }

  /// Whether all its rows are put off or given up.
  private lazy var listsStopped: Bool = items.items.indices.allSatisfy { index in
    let kind = standing(index).status?.kind
    return kind == .delayed || kind == .terminated
  }

  private func units(_ index: Int, _ columns: [TaskColumns.Column]) -> [String] {
    guard columns.count == 1 else { return given(index, columns).map(TableWords.units) ?? [] }
    return items.text(index, columns[0].slot).map { reading.units[$0] } ?? []
  }

  private func deadline(_ index: Int, _ columns: [TaskColumns.Column]) -> Deadline? {
    guard columns.count == 1 else { return given(index, columns).map { Deadline(wording: $0) } }
    return items.text(index, columns[0].slot).flatMap { reading.isNothing($0) ? nil : reading.deadlines[$0] }
  }

  /// 状态 and 进展情况, which may share a cell.
  private func standing(_ index: Int) -> TaskReading.Standing {
    let progress = given(index, columns.progress)
    let words = columns.status.lazy.compactMap { self.items.text(index, $0) }.first
    guard let words, !reading.isNothing(words) else {
      return progress.map(TaskReading.split) ?? TaskReading.Standing()
    }
    var standing = reading.standings[words]
    guard standing.status != nil else {
      return TaskReading.Standing(status: TaskStatus(wording: grid.texts.trimmed(words)), text: progress)
    }
    let texts = [standing.text, progress].compactMap { $0 }
    standing.text = texts.isEmpty ? nil : texts.joined(separator: "\n")
    return standing
  }

  // MARK: - What looks wrong

  /// Typed columns that hold what belongs to their neighbours: a dropped cell has shifted the row.
  private func findShifts(_ head: TableHead) {
    for index in items.items.indices {
      var slot: Int?
      if let due = columns.deadlineSlot, let text = items.text(index, due), reading.isStatus[text] {
        slot = due
      }
      if let state = columns.status.first, let text = items.text(index, state), reading.isDate[text],
        Int(grid.texts.trimmed(text)) == nil
      {
        slot = state
      }
      if let serial = columns.serial, let text = items.text(index, serial), reading.isLong(text) {
        slot = serial
      }
      for unit in columns.unitSlots {
        guard let text = items.text(index, unit) else { continue }
        if reading.isStatus[text] || reading.isDate[text] { slot = unit }
      }
      guard let slot, let text = items.text(index, slot) else { continue }
      shifted.insert(index)
      diagnostics.append(
        Diagnostic(
          "table.shifted", .warning,
          at: grid.place(Int(items.items[index].row), head.columns[slot].number),
          "“\(FormText.shortened(grid.texts.trimmed(text)))”不像“\(head.columns[slot].words)”一栏的内容，这一行可能错了格",
          suggestions: [.init("请对照原表核对这一行，有错在原表改正后重新读入")]))
    }
  }

  /// Columns with heads that say nothing known: their texts are kept under 备注.
  private func unknownColumns(_ head: TableHead) {
    for column in columns.unknown {
      let items = items
      let filled = { (index: Int) in items.text(index, column.slot) != nil }
      guard let first = items.items.indices.first(where: filled),
        let last = items.items.indices.last(where: filled)
      else { continue }
      let number = head.columns[column.slot].number
      let name = { CellReference.name(row: Int(items.items[$0].row), column: number) }
      diagnostics.append(
        Diagnostic(
          "table.unknown-column", .note, at: grid.place(head.rows.upperBound, number),
          "“\(column.words)”没有对应的栏目，\(name(first))到\(name(last))的内容记在备注里"))
    }
  }
}
