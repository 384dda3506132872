import OfficePackage
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
    let tables = try tables(bytes, file: file)
    return SourcedReport(report: tables.report, notes: tables.notes)
  }

  /// Reads the bytes of a workbook as tables whose tasks are made one by one; for tables of many thousand rows.
  /// - Throws: as `read` does.
  public func tables(_ bytes: [UInt8], file: String) throws(InvalidInput) -> WorkbookTables {
    let workbook = try SheetGrid.sheets(of: bytes, file: file)
    var reading = Reading(file: file, notes: workbook.notes)
    var sheets = workbook.sheets
    do throws(PackageFault) {
      // Each sheet's cells are let go as soon as its tables are known.
      while !sheets.isEmpty { try reading.read(sheets.removeFirst()) }
    } catch {
      throw error.invalid(file)
    }
    return try reading.finished(year: year)
  }

  /// One workbook while it is read.
  private struct Reading {
    let file: String
    var notes: [Diagnostic]
    private var tables: [TaskTable] = []
    private var documents: [OutputTable] = []
    private var titles: [(text: String, place: SourcePlace)] = []
    /// Hidden sheets with tables in them, which are not read.
    private var hiddenTables: [String] = []

    init(file: String, notes: [Diagnostic]) {
      self.file = file
      self.notes = notes
    }

    mutating func read(_ sheet: SheetGrid) throws(PackageFault) {
      let heads = TableHead.all(in: sheet)
      let place = SourcePlace.file("\(file)!\(sheet.name)")
      guard !heads.isEmpty else {
        if !sheet.rows.isEmpty, !sheet.isHidden {
          notes.append(.init("table.no-table", .note, at: place, "这张工作表里没有任务表或成果表，没有读"))
        }
        return
      }
      if sheet.isHidden {
        hiddenTables.append(sheet.name)
        notes.append(
          Diagnostic(
            "table.hidden-sheet", .warning, at: place, "这张工作表是隐藏的，里面有\(heads[0].kind.words)，没有读",
            suggestions: [.init("如要读入，请在 WPS 或 Excel 里取消隐藏、保存后重新读入；不要的，不必处理")]))
        return
      }
      if !sheet.hiddenColumns.isEmpty {
        notes.append(.init("table.hidden-columns", .note, at: place, "有隐藏的列，也读入了"))
      }
      for row in sheet.rows[..<sheet.rows.index(from: heads[0].rows.lowerBound)] {
        for cell in row.filled {
          titles.append((sheet.texts.trimmed(cell.text), sheet.place(row.number, Int(cell.column))))
        }
      }
      for (index, head) in heads.enumerated() {
        let last = index + 1 < heads.count ? heads[index + 1].rows.lowerBound - 1 : Int.max
        switch head.kind {
        case .tasks: tables.append(try TaskTable(head, to: last, in: sheet))
        case .outputs: documents.append(try OutputTable(head, to: last, in: sheet))
        }
      }
    }

    mutating func finished(year given: Int?) throws(InvalidInput) -> WorkbookTables {
      tables.removeAll { $0.count == 0 }
      guard !tables.isEmpty || documents.contains(where: { !$0.entries.isEmpty }) else { throw nothingFound }
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
      for title in titles where !TableTitle.isName(title.text) {
        notes.append(
          .init("table.unplaced", .note, at: title.place, "“\(FormText.shortened(title.text))”没有读入"))
      }
      return WorkbookTables(
        report, tables, documents,
        notes: notes + tables.flatMap(\.diagnostics) + documents.flatMap(\.diagnostics))
    }

    private var nothingFound: InvalidInput {
      guard hiddenTables.isEmpty else {
        return InvalidInput([
          Diagnostic(
            "table.nothing-found", .error, at: .file(file),
            "看得见的工作表里没有任务表；隐藏的工作表“\(hiddenTables.joined(separator: "”“"))”里有",
            suggestions: [.init("如要读入，请在 WPS 或 Excel 里取消隐藏、保存后重新读入")])
        ])
      }
      return InvalidInput([
        Diagnostic(
          "table.nothing-found", .error, at: .file(file),
          "没有找到任务表：表头里要有“改革任务”（或“工作任务”“事项”等），以及单位、时限、进展中的几栏",
          suggestions: [.init("请确认选对了文件，并保留表头")])
      ])
    }

    /// Two tables of the same tasks: which one counts only a person knows.
    private func refuseDoubles() throws(InvalidInput) {
      guard tables.count > 1 else { return }
      let keys = tables.map { table in (0..<table.count).map { DocumentTitle.key(table.name($0)) } }
      for (index, table) in tables.enumerated() {
        let names = Set(keys[index])
        for (earlier, other) in tables[..<index].enumerated() {
          let shared = keys[earlier].count { names.contains($0) }
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
  }
}
