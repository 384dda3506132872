public import ReportModel

/// 读好的表: the tables of a workbook as a report whose tasks are made one by one when they are asked for.
///
/// A table of 50,000 rows is some 10 MB as packed cells and 70 MB as tasks: who writes a ledger needs one task at a time.
public struct WorkbookTables: LedgerTasks {
  /// The report without the tasks of its domains.
  public private(set) var outline: Report
  /// What the reader wants to say.
  public let notes: [Diagnostic]
  private let tables: [TaskTable]
  /// The items of each domain.
  private var places: [[Place]] = []
  private var numbering = Numbering()

  private struct Place {
    var table: Int32
    var item: Int32
  }

  /// Which numbers name tasks.
  private struct Numbering {
    /// Whether a serial number stands for the number that no task has.
    var takesSerials = false
    /// Items whose number another item has already, by table.
    var doubled: Set<[Int32]> = []
  }

  /// How many tasks there are.
  public var taskCount: Int { places.reduce(0) { $0 + $1.count } }

  /// The tasks of a domain, made one after the other.
  public func tasks(ofDomain index: Int) -> some Sequence<ReformTask> {
    places[index].lazy.map(task)
  }

  func references(ofDomain index: Int) -> some Sequence<TaskReference> {
    places[index].lazy.map(reference)
  }

  /// Everything as one value.
  public var report: Report {
    var report = outline
    for domain in places.indices { report.domains[domain].tasks = places[domain].map(task) }
    return report
  }

  init(_ report: Report, _ tables: [TaskTable], _ documents: [OutputTable], notes: [Diagnostic]) {
    outline = report
    self.tables = tables
    self.notes = notes
    number()
    placeItems()
    var outputs = DocumentList()
    outputs.reserve(tables.reduce(0) { $0 + ($1.namesDocuments ? $1.count : 0) })
    forEachItem { place in
      for document in tables[Int(place.table)].documents(Int(place.item)) {
        var output = InstitutionalOutput(title: document.title)
        output.documentNumber = document.number
        outputs.add(output, from: [reference(place)])
      }
    }
    addDocuments(documents.flatMap(\.entries), to: &outputs)
    // Reading a ledger puts documents of no task last.
    outline.outputs = outputs.finished
  }

  private func task(_ place: Place) -> ReformTask {
    var task = tables[Int(place.table)].task(Int(place.item))
    task.number = number(place)
    return task
  }

  private func number(_ place: Place) -> String? {
    if !numbering.doubled.isEmpty, numbering.doubled.contains([place.table, place.item]) { return nil }
    let table = tables[Int(place.table)]
    return numbering.takesSerials ? table.serial(Int(place.item)) : table.number(Int(place.item))
  }

  private func reference(_ place: Place) -> TaskReference {
    number(place).map(TaskReference.number) ?? .name(tables[Int(place.table)].name(Int(place.item)))
  }

  private func forEachItem(_ body: (Place) -> Void) {
    for (table, items) in tables.enumerated() {
      for item in 0..<items.count { body(Place(table: Int32(table), item: Int32(item))) }
    }
  }

  /// A serial number names a task only where no task has a number and no other task has the same.
  private mutating func number() {
    var known: Set<String> = []
    var doubled: Set<[Int32]> = []
    var serials = true
    forEachItem { place in
      guard let number = tables[Int(place.table)].number(Int(place.item)) else { return }
      serials = false
      if !known.insert(number).inserted { doubled.insert([place.table, place.item]) }
    }
    if serials {
      forEachItem { place in
        guard serials else { return }
        let serial = tables[Int(place.table)].serial(Int(place.item))
        serials = serial.map { known.insert($0).inserted } ?? false
      }
    }
    numbering = Numbering(takesSerials: serials, doubled: doubled)
  }

  private mutating func placeItems() {
    var domains: [String: Int] = [:]
    for (number, table) in tables.enumerated() {
      func domain(_ name: String, isGuess: Bool) -> Int {
        if let known = domains[name] { return known }
        domains[name] = outline.domains.count
        outline.domains.append(Domain(name: name))
        if isGuess { outline.domains[outline.domains.count - 1].origin.toVerify = ["名称"] }
        places.append([])
        return outline.domains.count - 1
      }
      var own = [Int?](repeating: nil, count: table.domains.count + 1)
      for (item, named) in table.itemDomains.enumerated() {
        let slot = named.map { Int($0) } ?? table.domains.count
        let place =
          own[slot]
          ?? (named == nil
            ? domain(tables.count > 1 ? table.grid.name : "未分领域", isGuess: true)
            : domain(table.domains[slot], isGuess: false))
        own[slot] = place
        places[place].append(Place(table: Int32(number), item: Int32(item)))
      }
    }
  }

  private mutating func addDocuments(_ entries: [OutputTable.Entry], to outputs: inout DocumentList) {
    guard !entries.isEmpty else { return }
    var byNumber: [String: TaskReference] = [:]
    var byName: [String: TaskReference] = [:]
    for place in places.joined() {
      let name = DocumentTitle.key(tables[Int(place.table)].name(Int(place.item)))
      if byName[name] == nil { byName[name] = reference(place) }
      if let number = number(place), byNumber[number] == nil { byNumber[number] = .number(number) }
    }
    for entry in entries {
      let references = entry.references { byNumber[$0] ?? byName[DocumentTitle.key($0)] }
      var output = entry.output
      if references.isEmpty, let domain = entry.domain {
        if !outline.domains.contains(where: { $0.name == domain }) {
          outline.domains.append(Domain(name: domain))
          places.append([])
        }
        output.domain = domain
      }
      outputs.add(output, from: references)
    }
  }
}

/// Documents as they are gathered, each once.
private struct DocumentList {
  private var documents: [InstitutionalOutput] = []
  /// The first document of each hash; a title is compared before it counts as the same.
  private var places: [UInt64: Int32] = [:]
  /// Documents whose hash another one had.
  private var others: [String: Int32] = [:]

  /// Makes room, so that a long list is never there twice while it grows.
  mutating func reserve(_ count: Int) {
    documents.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  /// Adds a document, or what is new about one that is there.
  mutating func add(_ output: InstitutionalOutput, from tasks: [TaskReference]) {
    guard let known = place(ofKey: DocumentTitle.key(output.title)) else {
      var output = output
      output.tasks = tasks
      documents.append(output)
      return
    }
    for task in tasks where !documents[known].tasks.contains(task) { documents[known].tasks.append(task) }
    documents[known].documentNumber = documents[known].documentNumber ?? output.documentNumber
    documents[known].issuer = documents[known].issuer ?? output.issuer
    documents[known].issueDate = documents[known].issueDate ?? output.issueDate
    if !documents[known].tasks.isEmpty { documents[known].domain = nil }
  }

  /// The document of a key; nil for a new one, whose place is kept.
  private mutating func place(ofKey key: String) -> Int? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let new = Int32(documents.count)
    guard let first = places[hash] else {
      places[hash] = new
      return nil
    }
    if DocumentTitle.key(documents[Int(first)].title) == key { return Int(first) }
    if let other = others[key] { return Int(other) }
    others[key] = new
    return nil
  }

  /// The documents, those of no task last.
  var finished: [InstitutionalOutput] {
    documents.contains { $0.tasks.isEmpty }
      ? documents.filter { !$0.tasks.isEmpty } + documents.filter(\.tasks.isEmpty) : documents
  }
}
