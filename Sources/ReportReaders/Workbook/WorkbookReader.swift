public import ReportModel

/// 表格读入: reads the tables of a workbook into a report.
///
/// Heads are found by their words wherever they stand; tasks and documents may have sheets of their own. Nothing is dropped
/// in silence: what has no field goes into 备注, what has no place is listed by its cell.
public struct WorkbookReader: Sendable {
  /// The year reported on, where the caller knows it better than the table says.
  public let year: Int?

  /// A reader of tables.
  public init(year: Int? = nil) { self.year = year }

  /// Reads the bytes of a workbook; `file` is the name that places show.
  /// - Throws: `InvalidInput` for what is no sound workbook, one without a table of tasks, or one with two of the same tasks.
  public func read(_ bytes: [UInt8], file: String) throws(InvalidInput) -> SourcedReport {
    let workbook = try SheetGrid.sheets(of: bytes, file: file)
    var reading = Reading(file: file, notes: workbook.notes)
    for sheet in workbook.sheets { reading.read(sheet) }
    return try reading.finished(year: year)
  }

  /// One workbook while it is read.
  private struct Reading {
    let file: String
    var notes: [Diagnostic]
    private var tables: [TaskTable] = []
    private var documents: [OutputTable] = []
    private var titles: [(text: String, place: SourcePlace)] = []

    init(file: String, notes: [Diagnostic]) {
      self.file = file
      self.notes = notes
    }

    mutating func read(_ sheet: SheetGrid) {
      let heads = TableHead.all(in: sheet)
      let place = SourcePlace.file("\(file)!\(sheet.name)")
      guard !heads.isEmpty else {
        if !sheet.rows.isEmpty {
          notes.append(.init("table.no-table", .note, at: place, "这张工作表里没有任务表或成果表，没有读"))
        }
        return
      }
      if sheet.isHidden {
        notes.append(
          Diagnostic(
            "table.hidden-sheet", .warning, at: place, "这张工作表是隐藏的，没有读",
            suggestions: [.init("如要读入，请先取消隐藏")]))
        return
      }
      if !sheet.hiddenColumns.isEmpty {
        notes.append(.init("table.hidden-columns", .note, at: place, "有隐藏的列，也读入了"))
      }
      for row in sheet.rows where row.number < heads[0].rows.lowerBound {
        for (column, _) in row.cells.sorted(by: { $0.key < $1.key }) where !row.text(column).isEmpty {
          titles.append((row.text(column), sheet.place(row.number, column)))
        }
      }
      for (index, head) in heads.enumerated() {
        let last = index + 1 < heads.count ? heads[index + 1].rows.lowerBound - 1 : Int.max
        switch head.kind {
        case .tasks: tables.append(TaskTable(head, to: last, in: sheet))
        case .outputs: documents.append(OutputTable(head, to: last, in: sheet))
        }
      }
    }

    mutating func finished(year given: Int?) throws(InvalidInput) -> SourcedReport {
      tables.removeAll { $0.count == 0 }
      guard !tables.isEmpty || documents.contains(where: { !$0.entries.isEmpty }) else {
        throw InvalidInput([
          Diagnostic(
            "table.nothing-found", .error, at: .file(file),
            "没有找到任务表：表头里要有“改革任务”（或“工作任务”“事项”等），以及单位、时限、进展中的几栏",
            suggestions: [.init("请确认选对了文件，并保留表头")])
        ])
      }
      try refuseDoubles()
      guard let year = given ?? titles.lazy.compactMap({ TableTitle.year(in: $0.text) }).first else {
        throw InvalidInput([
          Diagnostic(
            "table.no-year", .error, at: .file(file), "看不出这份表说的是哪一年",
            suggestions: [.init("请用 --year 写明年度，例如 --year 2021")])
        ])
      }
      let place = titles.lazy.compactMap { TableTitle.place(in: $0.text) }.first
      var report = Report(year: year, place: AdministrativePlace(fullName: place ?? ""))
      if place == nil { report.origin.toFill = ["地区"] } else { report.origin.toVerify = ["地区"] }
      if given == nil { report.origin.toVerify.append("年度") }
      var result = SourcedReport(report: report)
      fillTasks(&result)
      fillDocuments(&result.report)
      for title in titles where !TableTitle.isName(title.text) {
        notes.append(
          .init("table.unplaced", .note, at: title.place, "“\(FormText.shortened(title.text))”没有读入"))
      }
      result.notes = notes + tables.flatMap(\.diagnostics) + documents.flatMap(\.diagnostics)
      return result
    }

    /// Two tables of the same tasks: which one counts only a person knows.
    private func refuseDoubles() throws(InvalidInput) {
      for (index, table) in tables.enumerated() {
        let names = Set(table.entries.map { DocumentTitle.key($0.task.name) })
        for other in tables[..<index] {
          let shared = other.entries.count { names.contains(DocumentTitle.key($0.task.name)) }
          guard shared * 2 > min(table.count, other.count), shared > 0 else { continue }
          throw InvalidInput([
            Diagnostic(
              "table.two-tables", .error, at: .file("\(file)!\(table.grid.name)"),
              "“\(other.grid.name)”和“\(table.grid.name)”看起来都是任务表，有\(shared)项相同，不知道以哪张为准",
              suggestions: [.init("请只留一张（另一张隐藏或删去）后重新读入")])
          ])
        }
      }
    }

    private func fillTasks(_ result: inout SourcedReport) {
      let entries = tables.flatMap { table in table.entries.map { (entry: $0, table: table) } }
      // A serial number names a task only where no other task has it.
      let numbers = entries.compactMap { $0.entry.task.number ?? $0.entry.serial }
      let areNumbers = entries.allSatisfy { $0.entry.task.number == nil }
      let isUnique = Set(numbers).count == numbers.count && (!areNumbers || numbers.count == entries.count)
      var known: Set<String> = []
      for (entry, table) in entries {
        var task = entry.task
        if task.number == nil, areNumbers, isUnique { task.number = entry.serial }
        if let number = task.number, !known.insert(number).inserted { task.number = nil }
        let name = entry.domain ?? (tables.count > 1 ? table.grid.name : "未分领域")
        let domain =
          result.report.domains.firstIndex { $0.name == name }
          ?? {
            result.report.domains.append(Domain(name: name))
            if entry.domain == nil {
              result.report.domains[result.report.domains.count - 1].origin.toVerify = ["名称"]
            }
            return result.report.domains.count - 1
          }()
        let index = result.report.domains[domain].tasks.count
        result.report.domains[domain].tasks.append(task)
        let path = FieldPath().field("领域").item(domain).field("任务").item(index)
        result.places[path] = table.grid.place(entry.row, 1)
        let own: TaskReference = task.number.map(TaskReference.number) ?? .name(task.name)
        for output in entry.outputs { result.report.add(output, from: [own]) }
      }
    }

    private func fillDocuments(_ report: inout Report) {
      let tasks = report.tasks
      for entry in documents.flatMap(\.entries) {
        let references = entry.tasks.compactMap { text -> TaskReference? in
          let key = DocumentTitle.key(text)
          guard let task = tasks.first(where: { $0.number == text || DocumentTitle.key($0.name) == key })
          else { return nil }
          return task.number.map(TaskReference.number) ?? .name(task.name)
        }
        var output = entry.output
        if references.isEmpty, let domain = entry.domain {
          if !report.domains.contains(where: { $0.name == domain }) {
            report.domains.append(Domain(name: domain))
          }
          output.domain = domain
        }
        report.add(output, from: references)
      }
      // Reading a ledger puts documents of no task last.
      report.outputs = report.outputs.filter { !$0.tasks.isEmpty } + report.outputs.filter(\.tasks.isEmpty)
    }
  }
}

extension Report {
  /// Adds a document, or what is new about one that is there.
  fileprivate mutating func add(_ output: InstitutionalOutput, from tasks: [TaskReference]) {
    guard
      let known = outputs.firstIndex(where: { DocumentTitle.key($0.title) == DocumentTitle.key(output.title) }
      )
    else {
      var output = output
      output.tasks = tasks
      outputs.append(output)
      return
    }
    for task in tasks where !outputs[known].tasks.contains(task) { outputs[known].tasks.append(task) }
    outputs[known].documentNumber = outputs[known].documentNumber ?? output.documentNumber
    outputs[known].issuer = outputs[known].issuer ?? output.issuer
    outputs[known].issueDate = outputs[known].issueDate ?? output.issueDate
    if !outputs[known].tasks.isEmpty { outputs[known].domain = nil }
  }
}

/// 表题: what the lines above a table tell.
enum TableTitle {
  /// Whether a line only says what the table is: its number, its name, place and year.
  static func isName(_ text: String) -> Bool {
    if year(in: text) != nil || place(in: text) != nil { return true }
    let words = text.unicodeScalars.prefix { $0.halfWidth != "(" }
    let name = String(String.UnicodeScalarView(words)).trimmed
    return name.hasPrefix("附件") && name.count <= 4 || ["表", "清单", "台账", "一览"].contains(where: name.hasSuffix)
  }

  /// The year that a title names: four figures before 年.
  static func year(in text: String) -> Int? {
    let scalars = Array(text.unicodeScalars.map(\.halfWidth))
    for index in scalars.indices.dropFirst(4) where scalars[index] == "年" {
      let digits = scalars[(index - 4)..<index].compactMap(\.decimalDigit)
      let year = digits.reduce(0) { $0 * 10 + $1 }
      if digits.count == 4, (1949...2200).contains(year) { return year }
    }
    return nil
  }

  /// The place that stands before the year: 某市某区(2021年度).
  static func place(in text: String) -> String? {
    let head = text.unicodeScalars.prefix { $0.halfWidth.decimalDigit == nil && $0.halfWidth != "(" }
    let name = String(String.UnicodeScalarView(head)).trimmed
    guard let last = name.last, "区县市旗州盟".contains(last), (3...24).contains(name.count),
      !name.unicodeScalars.contains(where: { ":、,《".unicodeScalars.contains($0.halfWidth) })
    else { return nil }
    return name
  }
}
