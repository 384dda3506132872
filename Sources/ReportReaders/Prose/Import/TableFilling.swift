import ReportModel

/// 文中表格: a table inside a document, read by the words of its head.
struct DocumentTable {
  /// A row: its texts by field, and its number among the rows of the table.
  struct Row {
    var texts: [String: String]
    var number: Int
  }

  enum Kind { case outputs, delays, counts }

  let kind: Kind
  private(set) var rows: [Row] = []
  /// The column of the names.
  let nameColumn: Int

  /// Reads the cells of a table; `title` is what stands above it. Nil for a table of anything else.
  init?(_ cells: [[String]], title: String) {
    guard
      let top = cells.indices.prefix(4).first(where: { row in
        cells[row].count {
          Self.field($0, TableWords.taskField) != nil || Self.field($0, TableWords.outputField) != nil
        }
          + cells[row].count { Self.countFields[$0.replacing("\n", with: "").trimmed] != nil } >= 2
      })
    else { return nil }
    let tasks = cells[top].map { Self.field($0, TableWords.taskField) }
    let outputs = cells[top].map { Self.field($0, TableWords.outputField) }
    let namesDelays = Self.delayTitles.contains { title.contains($0) }
    let namesOutputs = Self.outputTitles.contains { title.contains($0) }
    let counts = cells[top].map { Self.countFields[$0.replacing("\n", with: "").trimmed] }
    let fields: [String?]
    if tasks.contains("领域"), counts.contains("任务数"), !tasks.contains("进展情况"), !tasks.contains("牵头单位") {
      kind = .counts
      fields = zip(tasks, counts).map { $1 ?? ($0 == "领域" ? "名称" : nil) }
    } else if outputs.contains("名称"),
      !tasks.contains("延期原因"),
      ["文号", "发文单位", "印发日期"].contains(where: { outputs.contains($0) })
        || namesOutputs && !namesDelays && !tasks.contains("状态")
    {
      kind = .outputs
      fields = outputs
    } else if tasks.contains("名称"), tasks.contains("延期原因") || tasks.contains("延至") || namesDelays {
      kind = .delays
      fields = tasks
    } else {
      return nil
    }
    guard let name = fields.firstIndex(of: "名称") else { return nil }
    nameColumn = name
    var domain: String?
    for number in cells.indices.dropFirst(top + 1) {
      var texts: [String: String] = [:]
      for (column, text) in zip(fields, cells[number]) {
        guard let column, texts[column] == nil else { continue }
        let text = text.replacing("\n", with: "").trimmed
        if !text.isEmpty, !TableWords.blanks.contains(text) { texts[column] = text }
      }
      // A cell merged over several rows holds for all of them.
      if let label = texts["领域"] { domain = TableWords.domainName(label) }
      guard let named = texts["名称"] else { continue }
      if TableWords.counting.contains(where: { named.hasPrefix($0) })
        || Self.field(named, TableWords.taskField) == "名称"
        || (texts["序号"].map { TableWords.counting.contains($0) } ?? false)
      {
        continue
      }
      if let domain { texts["领域"] = domain }
      rows.append(Row(texts: texts, number: number))
    }
    // A table of all tasks may have a column of reasons: only those that are delayed count.
    if kind == .delays, tasks.contains("状态") || tasks.contains("进展情况") || !namesDelays && rows.count > 1 {
      rows.removeAll { !Self.isDelayed($0, title: namesDelays) }
    }
    if rows.isEmpty { return nil }
  }

  private static func isDelayed(_ row: Row, title: Bool) -> Bool {
    if let words = row.texts["状态"] ?? row.texts["进展情况"], let kind = TaskStatus(wording: words).kind {
      return kind == .delayed
    }
    return row.texts["延至"] != nil || row.texts["延期原因"] != nil
  }

  private static func field(_ head: String, _ words: (String) -> String?) -> String? {
    head.unicodeScalars.count <= 24 ? words(head.replacing("\n", with: "")) : nil
  }

  private static let countFields = [
    "任务数": "任务数", "任务总数": "任务数", "改革任务数": "任务数", "任务数量": "任务数", "任务数(项)": "任务数", "任务数（项）": "任务数", "总数": "任务数",
    "完成数": "完成数", "已完成": "完成数", "完成数量": "完成数", "完成任务数": "完成数", "完成数(项)": "完成数", "完成数（项）": "完成数",
    "已完成数": "完成数", "完成": "完成数",
    "延期数": "延期数", "延期": "延期数", "延期数量": "延期数", "延期任务数": "延期数", "延期数(项)": "延期数", "延期数（项）": "延期数",
  ]
  private static let delayTitles = ["延期", "未完成", "暂缓", "推迟", "结转"]
  private static let outputTitles = ["制度性成果", "制度成果", "制度性文件", "制度文件", "改革成果", "成果清单", "成果汇总", "成果目录"]
}

/// Takes the delayed items and the documents of a document's tables over.
extension DomainFilling {
  /// The tables of a document that are told of this year, with their blocks.
  func tables() -> [(table: DocumentTable, block: SourceBlock)] {
    draft.tables.compactMap { index in
      let block = draft.text.source.blocks[index]
      guard case .table(let cells) = block.kind else { return nil }
      let before = draft.text.segments.last { $0.block < index }
      let next = draft.text.segments.first { $0.block > index }?.start ?? draft.text.count
      let place = max(0, next - 1)
      let section = draft.sections.indices.last { draft.sections[$0].range.contains(place) }
      guard draft.role(of: section) != .plan, draft.role(of: section) != .problems else { return nil }
      let heading = section.map { draft.text.string(draft.sections[$0].heading) } ?? ""
      let line = before.map { draft.text.source.blocks[$0.block].text } ?? ""
      return DocumentTable(cells, title: line.count <= 60 ? line + heading : heading).map { ($0, block) }
    }
  }

  mutating func addTabledDelays(to domains: inout [Domain], sections: [[Int]]) {
    for (table, block) in tables() where table.kind == .delays {
      for row in table.rows {
        guard let name = row.texts["名称"] else { continue }
        let delay = Delay(
          reason: row.texts["延期原因"].map { $0.trimmingStop },
          until: (row.texts["延至"] ?? row.texts["完成时限"]).map { Deadline(wording: $0) },
          approval: row.texts["审议"])
        if complete(name, by: delay, row, in: &domains) { continue }
        let guess = domain(of: row, name, domains, sections)
        guard !domains.isEmpty else { continue }
        let index = guess.index ?? domains.count - 1
        var task = ReformTask(name: name, status: TaskStatus(.delayed))
        task.delay = delay
        task.leadUnit = row.texts["牵头单位"].flatMap { TableWords.units($0).first }
        let place = block.place(
          ofCell: row.number, table.nameColumn, 0..<name.unicodeScalars.count, in: draft.text.source.file)
        task.origin.locator = Self.locator(place)
        if guess.isGuessed { task.origin.toVerify.append("领域") }
        places[FieldPath().field("领域").item(index).field("任务").item(domains[index].tasks.count).field("名称")] =
          place
        domains[index].tasks.append(task)
      }
    }
  }

  /// A table of counts: 领域, 任务数, 完成数, 延期数. What the text states comes first.
  func addTabledCounts(to domains: inout [Domain]) {
    func number(_ text: String?) -> Int? { text.flatMap { Int($0.trimmingEnds(["项", "个", "件"])) } }
    for (table, _) in tables() where table.kind == .counts {
      for row in table.rows {
        guard let name = row.texts["名称"], let tasks = number(row.texts["任务数"]),
          let index = domains.firstIndex(where: { $0.isCalled(TableWords.domainName(name)) })
        else { continue }
        var stated = domains[index].stated
        stated.tasks = stated.tasks ?? tasks
        stated.completed = stated.completed ?? number(row.texts["完成数"])
        stated.delayed = stated.delayed ?? number(row.texts["延期数"])
        if stated.tasks == tasks { domains[index].stated = stated }
      }
    }
  }

  /// An item that the text names too: the table adds what the text leaves out.
  private func complete(_ name: String, by delay: Delay, _ row: DocumentTable.Row, in domains: inout [Domain])
    -> Bool
  {
    let key = DocumentTitle.key(name)
    for index in domains.indices {
      for task in domains[index].tasks.indices where domains[index].tasks[task].isDelayed {
        let own = DocumentTitle.key(domains[index].tasks[task].name)
        guard own == key || own.count >= 4 && key.count >= 4 && (own.contains(key) || key.contains(own))
        else { continue }
        var known = domains[index].tasks[task].delay ?? Delay()
        known.reason = known.reason ?? delay.reason
        known.until = known.until ?? delay.until
        known.approval = known.approval ?? delay.approval
        domains[index].tasks[task].delay = known
        if domains[index].tasks[task].leadUnit == nil {
          domains[index].tasks[task].leadUnit = row.texts["牵头单位"].flatMap { TableWords.units($0).first }
        }
        return true
      }
    }
    return false
  }

  private func domain(of row: DocumentTable.Row, _ name: String, _ domains: [Domain], _ sections: [[Int]])
    -> (
      index: Int?, isGuessed: Bool
    )
  {
    if let label = row.texts["领域"], let index = domains.firstIndex(where: { $0.isCalled(label) }) {
      return (index, false)
    }
    return likelyDomain(of: name, domains, sections)
  }

  /// The documents of tables: what the text does not name, and numbers and dates of what it does.
  mutating func addTabledOutputs(_ domains: [Domain]) {
    for (table, block) in tables() where table.kind == .outputs {
      for row in table.rows {
        for title in DocumentTitle.split(row.texts["名称"] ?? "") {
          let key = DocumentTitle.key(title)
          let known = outputs.firstIndex { DocumentTitle.key($0.title) == key }
          let index = known ?? outputs.count
          if known == nil {
            var output = InstitutionalOutput(title: title)
            output.domain = row.texts["领域"].flatMap { label in domains.first { $0.isCalled(label) }?.name }
            let place = block.place(
              ofCell: row.number, table.nameColumn, 0..<title.unicodeScalars.count, in: draft.text.source.file
            )
            output.origin.locator = Self.locator(place)
            places[FieldPath().field("制度性成果").item(index).field("名称")] = place
            outputs.append(output)
          }
          outputs[index].documentNumber = outputs[index].documentNumber ?? row.texts["文号"]
          outputs[index].issuer = outputs[index].issuer ?? row.texts["发文单位"]
          if outputs[index].issueDate == nil, let words = row.texts["印发日期"],
            case .date(let date) = PartialDate.read(words)
          {
            outputs[index].issueDate = date
          }
        }
      }
    }
  }

  static func locator(_ place: SourcePlace) -> String? {
    switch place {
    case .text(_, let span): "第\(span.line)行"
    case .paragraph(_, let number, _): "第\(number)段"
    default: nil
    }
  }
}

extension Domain {
  /// Whether a label of a table names this field: 经济 for 经济体制改革.
  fileprivate func isCalled(_ label: String) -> Bool {
    func stem(_ text: String) -> String {
      var text = text
      for _ in 0..<3 { text = text.trimmingEnds(["专项小组", "专题组", "方面", "领域", "体制", "改革", "制度"]) }
      return text
    }
    return name == label || stem(name) == stem(label)
  }
}

extension String {
  /// Without the full stop at its end.
  fileprivate var trimmingStop: String { hasSuffix("。") ? String(dropLast()) : self }
}
