import OfficePackage
import ReportModel

/// 文中的表: the tables that stand in a report itself, as its attachments or among its text, read as those of a workbook are.
///
/// A table names what prose only tells of. Where it lists the tasks of a field, it stands before the tasks that were
/// proposed from sentences: those that it does not tell of become 概述. A table of delays alone adds to what there is.
struct DocumentTables {
  /// A row of a table of tasks.
  struct Row {
    var task: ReformTask
    /// The field that the table puts it in.
    var domain: String?
    var documents: [FormDocument]
    var place: SourcePlace
  }

  private(set) var tasks: [Row] = []
  private(set) var documents: [OutputTable.Entry] = []
  private(set) var counts: [DomainCountTable.Row] = []
  private(set) var notes: [Diagnostic] = []
  /// The lines of lists of documents, as stretches of the draft.
  private(set) var lists: [Range<Int>] = []
  /// Whether a table says which tasks each document came from.
  private(set) var namesTasks = false

  /// Reads the tables that tell of this year.
  init(_ draft: Draft) {
    let listed = ListedDocuments(draft)
    documents = listed.entries
    lists = listed.lines
    for (number, index) in draft.tables.enumerated() {
      let (heading, section) = Self.heading(ofBlock: index, draft)
      guard ![.plan, .problems].contains(draft.role(of: section)) else { continue }
      do throws(PackageFault) {
        let name = "表\(number + 1)"
        let source = draft.text.source
        if let grid = try SheetGrid(source.blocks[index], file: source.file, name: name, title: heading) {
          try read(grid)
        }
      } catch {
        notes += error.invalid(draft.text.source.file).diagnostics
      }
    }
  }

  /// What stands above a table: the line before it, where that is short, and the heading of its section.
  private static func heading(ofBlock index: Int, _ draft: Draft) -> (text: String, section: Int?) {
    let segments = draft.text.segments
    let low = segments.prefixEnd { $0.block < index }
    guard low > 0 else { return ("", nil) }
    let end = low < segments.count ? segments[low].start : draft.text.count
    let section = draft.sentence(at: end - 1).flatMap { draft.sentences[$0].section }
    let line = draft.text.source.blocks[segments[low - 1].block].text
    let heading = section.map { draft.text.string(draft.sections[$0].heading) } ?? ""
    return ((line.unicodeScalars.count <= 60 ? line : "") + " " + heading, section)
  }

  /// What a row of counts tells beside them.
  private mutating func read(_ row: DomainCountTable.Row) {
    for var task in row.told.map(CellProse.tasks) ?? [] {
      task.origin.locator = row.locator
      for index in task.figures.indices { task.figures[index].origin.locator = row.locator }
      tasks.append(Row(task: task, domain: row.domain, documents: [], place: row.place))
    }
    for item in row.delays.map({ CellProse.delays(in: $0) }) ?? [] {
      var task = ReformTask(name: item.name)
      task.status = TaskStatus(.delayed)
      task.delay = CellProse.delay(of: item.name, item.why, completing: Delay())
      task.origin.locator = row.locator
      tasks.append(Row(task: task, domain: row.domain, documents: [], place: row.place))
    }
    for title in row.documents {
      var output = InstitutionalOutput(title: title)
      output.origin.locator = row.locator
      documents.append(OutputTable.Entry(output: output, domain: row.domain, tasks: []))
    }
  }

  private mutating func read(_ grid: SheetGrid) throws(PackageFault) {
    if let table = DomainCountTable(grid) {
      counts += table.rows
      for row in table.rows { read(row) }
      return
    }
    let heads = TableHead.all(in: grid)
    for (position, head) in heads.enumerated() {
      let last = position + 1 < heads.count ? heads[position + 1].rows.lowerBound - 1 : Int.max
      switch head.kind {
      case .outputs:
        let table = try OutputTable(head, to: last, in: grid)
        documents += table.entries
        notes += table.diagnostics
        namesTasks = namesTasks || head.column("任务") != nil
      case .tasks:
        let table = try TaskTable(head, to: last, in: grid)
        let column = head.column("名称") ?? 1
        let told = CellProse.documents(in: (0..<table.count).map { table.task($0).progress ?? "" })
        let figures = CellProse.figures(
          in: (0..<table.count).map { item in
            let task = table.task(item)
            return task.isDelayed || task.status?.kind == .terminated ? "" : task.progress ?? ""
          })
        let rows = (0..<table.count).map { item in
          var task = table.task(item)
          task.figures = figures[item].map { figure in
            var figure = figure
            figure.origin.locator = task.origin.locator
            return figure
          }
          return Row(
            task: task, domain: table.itemDomains[item].map { table.domains[Int($0)] },
            documents: table.documents(item) + told[item],
            place: grid.place(Int(table.items.items[item].row), column))
        }.filter { !$0.task.name.isEmpty && !TableWords.blanks.contains($0.task.name) }
        // A table without a word on how tasks stand is a plan, perhaps that of the next year.
        guard rows.contains(where: { $0.task.status != nil || $0.task.progress != nil }) else { continue }
        tasks += rows
        notes += table.diagnostics
      }
    }
  }
}
