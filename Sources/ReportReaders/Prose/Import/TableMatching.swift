import ReportModel

/// What the tables of a document say, brought to what its prose tells.
struct TableMatching {
  let tables: DocumentTables
  var domains: [Domain]
  private var filling: DomainFilling
  private let sections: [[Int]]
  /// The fields by their names, and the fields of what is told by its name.
  var fields: [String: Int] = [:]
  var told: [String: Int] = [:]
  /// Documents by their titles.
  private var known: [String: Int] = [:]

  /// Fills fields and documents.
  static func fill(
    _ domains: inout [Domain], _ filling: inout DomainFilling, sections: [[Int]], from tables: DocumentTables
  ) {
    var matching = TableMatching(tables: tables, domains: domains, filling: filling, sections: sections)
    matching.addCounts()
    matching.addTasks()
    matching.addDocuments()
    matching.approve()
    matching.filling.notes += tables.notes
    for line in tables.lists {
      matching.filling.used.formUnion(
        matching.filling.draft.sentences.indices.filter {
          line.contains(matching.filling.draft.sentences[$0].range.lowerBound)
        })
    }
    domains = matching.domains
    filling = matching.filling
  }

  private init(tables: DocumentTables, domains: [Domain], filling: DomainFilling, sections: [[Int]]) {
    self.tables = tables
    self.domains = domains
    self.filling = filling
    self.sections = sections
    for (index, domain) in domains.enumerated() {
      let key = Self.stem(domain.name)
      if fields[key] == nil { fields[key] = index }
      for task in domain.tasks { told[DocumentTitle.key(task.name)] = index }
    }
    for (index, output) in filling.outputs.enumerated() {
      known[DocumentTitle.key(output.title)] = index
    }
  }

  static func stem(_ name: String) -> String { DomainFilling.stem(DocumentTitle.key(name)) }

  /// What the text states comes first.
  private mutating func addCounts() {
    for row in tables.counts {
      guard let index = field(called: row.domain) else { continue }
      var stated = domains[index].stated
      stated.tasks = stated.tasks ?? row.stated.tasks
      stated.completed = stated.completed ?? row.stated.completed
      stated.delayed = stated.delayed ?? row.stated.delayed
      if stated.tasks == row.stated.tasks { domains[index].stated = stated }
    }
  }

  // MARK: Fields

  private mutating func addTasks() {
    let told = domains.indices
    // Labels that name other fields than the text does are of another kind, unless one of them is a field too.
    let unassigned = domains.firstIndex { $0.name == DomainFilling.unassigned }
    let namesFields =
      told.isEmpty || domains.count == 1 && unassigned != nil
      || tables.tasks.contains { $0.domain.map(isField) ?? false }
    if namesFields, let unassigned { assign(from: unassigned) }
    var groups: [Int: [DocumentTables.Row]] = [:]
    var seen: [String: Int] = [:]
    // A table without fields may tell more of what another one puts into its field.
    for row in tables.tasks {
      if let index = row.domain.flatMap({ field(called: $0) }) {
        self.told[DocumentTitle.key(row.task.name)] = index
      }
    }
    for row in tables.tasks {
      let (index, isGuessed) = field(of: row, namesFields: namesFields)
      // What a table without fields tells of it goes where the first one put it.
      if !isGuessed, self.told[DocumentTitle.key(row.task.name)] == nil {
        self.told[DocumentTitle.key(row.task.name)] = index
      }
      // The same table may stand in the text and be bound in once more.
      let key = "\(index) \(DocumentTitle.key(row.task.name))"
      if let twin = seen[key] {
        groups[index]?[twin].task.complete(from: row.task, status: true)
        continue
      }
      seen[key] = groups[index]?.count ?? 0
      var row = row
      if isGuessed { row.task.origin.toVerify.append("领域") } else { forget(row.task, besides: index) }
      groups[index, default: []].append(row)
    }
    for (index, rows) in groups.sorted(by: { $0.key < $1.key }) { fill(index, rows) }
  }

  /// A task that the text put into another field by a guess: the table knows better.
  private mutating func forget(_ task: ReformTask, besides field: Int) {
    let key = DocumentTitle.key(task.name)
    for index in domains.indices where index != field {
      domains[index].tasks.removeAll {
        $0.origin.toVerify.contains("领域") && TaskTelling.isSame(DocumentTitle.key($0.name), key)
      }
    }
  }

  func isField(_ label: String) -> Bool { field(called: label) != nil }

  /// The field that a label names in full or in short: 党建纪检 for 党的建设和纪检监察体制改革.
  private func field(called label: String) -> Int? {
    let stem = Self.stem(label)
    if let index = fields[stem] { return index }
    guard stem.count >= 2 else { return nil }
    let alike = fields.filter { Self.isShort(stem, for: $0.key) || Self.isShort($0.key, for: stem) }
    return alike.count == 1 ? alike.first?.value : nil
  }

  /// Whether a name leaves out characters of another, from its first one on.
  private static func isShort(_ short: String, for long: String) -> Bool {
    guard short.count >= 2, short.first == long.first else { return false }
    var rest = short[...]
    for character in long where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The field of a row: where the text tells of it, by its label, or by what it sounds like.
  private mutating func field(of row: DocumentTables.Row, namesFields: Bool) -> (index: Int, isGuessed: Bool)
  {
    if let label = row.domain, let index = field(called: label) { return (index, false) }
    if let index = told[DocumentTitle.key(row.task.name)] ?? stopped(row.task) { return (index, false) }
    if let label = row.domain, namesFields { return (newField(label, isGuessed: false), false) }
    if domains.count == 1 { return (0, false) }
    if row.task.isDelayed {
      let guess = filling.likelyDomain(of: row.task.name, domains, sections)
      if let index = guess.index ?? domains.indices.last { return (index, guess.isGuessed) }
    }
    return (newField(DomainFilling.unassigned, isGuessed: true), false)
  }

  /// The field in which the text tells of a delayed task by more or less of its name.
  private func stopped(_ task: ReformTask) -> Int? {
    guard task.isDelayed else { return nil }
    let key = DocumentTitle.key(task.name)
    return domains.indices.first { index in
      domains[index].tasks.contains { $0.isDelayed && TaskTelling.isSame(DocumentTitle.key($0.name), key) }
    }
  }

  mutating func newField(_ name: String, isGuessed: Bool) -> Int {
    let key = Self.stem(name)
    if let index = fields[key] { return index }
    domains.append(Domain(name: name))
    if isGuessed { domains[domains.count - 1].origin.toVerify = ["名称"] }
    fields[key] = domains.count - 1
    return domains.count - 1
  }

  // MARK: Tasks

  private mutating func fill(_ index: Int, _ rows: [DocumentTables.Row]) {
    let told = domains[index].tasks
    let tasks = rows.map(\.task)
    var telling = TaskTelling(tasks)
    let matches = told.map { telling.match($0) }
    let matched = matches.count { $0 != .unknown }
    // A list shorter than what the text tells of, and of other things, is no list of all tasks.
    let isWhole =
      tasks.contains { !$0.isDelayed }
      && (tasks.count >= domains[index].stated.tasks ?? told.count || matched * 2 >= told.count)
    if isWhole {
      replace(told, matches, by: rows, in: index)
    } else {
      add(rows, to: index, matches)
    }
    for row in rows where !row.documents.isEmpty { add(row.documents, from: row.task) }
  }

  /// The table's tasks stand before those that were proposed.
  private mutating func replace(
    _ told: [ReformTask], _ matches: [TaskTelling.Match], by rows: [DocumentTables.Row], in index: Int
  ) {
    var tasks = rows.map(\.task)
    var rest: [String] = []
    var renamed: [String: String] = [:]
    let saysStatus = tasks.contains { $0.status != nil }
    for (task, match) in zip(told, matches) {
      switch match {
      case .task(let position):
        renamed[task.name] = tasks[position].name
        tasks[position].complete(from: task, status: !saysStatus)
      case .said: continue
      case .unknown where task.isDelayed || task.status?.kind == .terminated:
        tasks.append(task)
        renamed[task.name] = task.name
      case .unknown:
        rest.append(task.progress ?? task.name)
        domains[index].figures += task.figures
      }
    }
    domains[index].tasks = tasks
    if !rest.isEmpty {
      domains[index].summary = ([domains[index].summary].compactMap { $0 } + rest).joined()
    }
    // Figures that a task tells of need not be told of its field again.
    let own = tasks.flatMap(\.figures)
    domains[index].figures.removeAll { figure in
      own.contains {
        $0.quantity == figure.quantity
          && ($0.measure.contains(figure.measure) || figure.measure.contains($0.measure))
      }
    }
    let path = FieldPath().field("领域").item(index).field("任务")
    filling.places = filling.places.filter { !$0.key.steps.starts(with: path.steps) }
    for (position, row) in rows.enumerated() {
      filling.places[path.item(position).field("名称")] = row.place
    }
    rename(told, renamed, in: domains[index].name)
  }

  /// Documents stay with the tasks that they came from, under their new names.
  private mutating func rename(_ told: [ReformTask], _ renamed: [String: String], in domain: String) {
    let old = Set(told.map(\.name))
    for position in filling.outputs.indices {
      let tasks = filling.outputs[position].tasks
      guard tasks.contains(where: { if case .name(let name) = $0 { old.contains(name) } else { false } })
      else { continue }
      filling.outputs[position].tasks = tasks.compactMap { reference in
        guard case .name(let name) = reference, old.contains(name) else { return reference }
        return renamed[name].map(TaskReference.name)
      }
      if filling.outputs[position].tasks.isEmpty { filling.outputs[position].domain = domain }
    }
  }

  /// Rows of a table that lists only some tasks: what is told already is made complete, the others are added.
  private mutating func add(_ rows: [DocumentTables.Row], to index: Int, _ matches: [TaskTelling.Match]) {
    var places: [Int: Int] = [:]
    for (position, match) in matches.enumerated() {
      if case .task(let row) = match, places[row] == nil { places[row] = position }
    }
    for (number, row) in rows.enumerated() {
      if let position = places[number] {
        var whole = row.task
        whole.name = domains[index].tasks[position].name
        whole.complete(from: domains[index].tasks[position], status: true)
        domains[index].tasks[position] = whole
      } else {
        let path = FieldPath().field("领域").item(index).field("任务").item(domains[index].tasks.count)
        filling.places[path.field("名称")] = row.place
        domains[index].tasks.append(row.task)
      }
    }
  }

  /// 延期事项均经…会议审议通过,延至…: said once in the text, of all rows.
  private mutating func approve() {
    let draft = filling.draft
    let approval = draft.delayApproval.map { draft.text.string($0) }
    let until = draft.delayUntil.map { draft.text.string($0) }
    guard approval != nil || until != nil, !tables.tasks.isEmpty else { return }
    for index in domains.indices {
      for task in domains[index].tasks.indices where domains[index].tasks[task].isDelayed {
        domains[index].tasks[task].delay = domains[index].tasks[task].delay ?? Delay()
        if domains[index].tasks[task].delay?.approval == nil {
          domains[index].tasks[task].delay?.approval = approval
        }
        if domains[index].tasks[task].delay?.until == nil {
          domains[index].tasks[task].delay?.until = until.map { Deadline(wording: $0) }
        }
      }
    }
  }

  // MARK: Documents

  private static func reference(_ task: ReformTask) -> TaskReference {
    task.number.map(TaskReference.number) ?? .name(task.name)
  }

  private mutating func add(_ documents: [FormDocument], from task: ReformTask) {
    for document in documents {
      let key = DocumentTitle.key(document.title)
      if let index = known[key] {
        if !filling.outputs[index].tasks.contains(Self.reference(task)) {
          filling.outputs[index].tasks.append(Self.reference(task))
        }
      } else {
        var output = InstitutionalOutput(title: document.title, tasks: [Self.reference(task)])
        output.documentNumber = document.number
        known[key] = filling.outputs.count
        filling.outputs.append(output)
      }
    }
  }

  /// The table's documents in its order, each with what the text says of it; then those that only the text names.
  private mutating func addDocuments() {
    guard !tables.documents.isEmpty else {
      if !tables.tasks.isEmpty {
        filling.outputs =
          filling.outputs.filter { !$0.tasks.isEmpty } + filling.outputs.filter(\.tasks.isEmpty)
      }
      return
    }
    var tasks: [String: TaskReference] = [:]
    for task in domains.flatMap(\.tasks) {
      for key in [task.number, DocumentTitle.key(task.name)].compactMap({ $0 }) where tasks[key] == nil {
        tasks[key] = Self.reference(task)
      }
    }
    var outputs: [InstitutionalOutput] = []
    var listed: Set<String> = []
    for entry in tables.documents {
      var output = entry.output
      let key = DocumentTitle.key(output.title)
      guard !TableWords.blanks.contains(output.title), listed.insert(key).inserted else { continue }
      let prose = known[key].map { filling.outputs[$0] }
      output.tasks = entry.references { tasks[DocumentTitle.key($0)] ?? tasks[$0] }
      if output.tasks.isEmpty, !tables.namesTasks { output.tasks = prose?.tasks ?? [] }
      if output.tasks.isEmpty {
        output.domain =
          entry.domain.flatMap { field(called: $0) }.map { domains[$0].name } ?? prose?.domain
      }
      output.documentNumber = output.documentNumber ?? prose?.documentNumber
      if let prose {
        output.title = prose.title
        output.origin.locator = prose.origin.locator
      }
      outputs.append(output)
    }
    outputs += filling.outputs.filter { !listed.contains(DocumentTitle.key($0.title)) }
    filling.outputs = outputs.filter { !$0.tasks.isEmpty } + outputs.filter(\.tasks.isEmpty)
  }
}
