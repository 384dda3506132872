public import ReportModel
import Spreadsheet

/// 附件工作簿: the attachment tables of a report as one XLSX file with the sheets 附件1, 附件2 and 图.
public struct AttachmentWorkbook: Sendable {
  private let tables: AttachmentTables

  /// More tasks or documents than these are streamed: their merged pages would take a minute to open.
  private static let mostRows = 5_000

  /// The workbook of a report with a clerk's columns.
  public init(_ report: Report, layout: AttachmentLayout) {
    tables = AttachmentTables(report, layout: layout)
  }

  /// Writes the workbook in place of `file`. Same report, same bytes.
  /// - Throws: `InvalidInput` where a text cannot stand in a workbook, with its cell; `OutputFailure` where the file
  ///   cannot be written. In both cases what stood there is untouched.
  public func write(to file: String) throws {
    do {
      let rows = max(tables.report.domains.reduce(0) { $0 + $1.tasks.count }, tables.report.outputs.count)
      if rows > Self.mostRows {
        try writeStreamed(to: file)
      } else {
        do {
          try writePaged(to: file)
        } catch is TooManyPages {
          try writeStreamed(to: file)
        }
      }
    } catch let error as SpreadsheetError {
      throw Self.translated(error, file: file)
    }
  }

  /// Writes 附件2 alone, as one sheet, for tasks that come one after the other from anywhere: any number of them in the
  /// memory of one row. The report gives place, year and properties; its own tasks are not used.
  /// - Parameter items: tasks with their domains and numbers, in the order of the table.
  /// - Throws: `InvalidInput` and `OutputFailure`, as `write(to:)`.
  public func writeCompletion(of items: some Sequence<TaskItem>, to file: String) throws {
    do {
      try Workbook.write(to: file, mode: .streamed, properties: properties) { workbook in
        var table = try StreamedTable(on: TableSheet(tables.completionFrame, in: workbook))
        var row = tables.emptyCompletionRow
        for item in items {
          tables.fill(&row, with: item)
          try table.add(row)
        }
        try table.endSection(remark: nil)
        _ = try table.finish(remark: nil)
      }
    } catch let error as SpreadsheetError {
      throw Self.translated(error, file: file)
    }
  }

  private struct TooManyPages: Error {}

  private func writePaged(to file: String) throws {
    try Workbook.write(to: file, properties: properties) { workbook in
      var completion = WrittenTable(sections: [])
      // A ledger may list its attachments the other way round.
      for table in [tables.outputs, tables.completion].sorted(by: { $0.frame.number < $1.frame.number }) {
        let paged = PagedTable(table, on: try TableSheet(table.frame, in: workbook))
        guard paged.fitsExcel else { throw TooManyPages() }
        let written = try paged.write()
        if table.frame.countsCategories { completion = written }
      }
      try ChartSheet(tables.report, completion: completion, in: workbook).write()
    }
  }

  private func writeStreamed(to file: String) throws {
    try Workbook.write(to: file, mode: .streamed, properties: properties) { workbook in
      let outputs = tables.outputs
      var first = try StreamedTable(on: TableSheet(outputs.frame, in: workbook))
      for section in outputs.sections {
        for row in section.rows { try first.add(row) }
        try first.endSection(remark: section.remark)
      }
      _ = try first.finish(remark: outputs.remark)
      var second = try StreamedTable(on: TableSheet(tables.completionFrame, in: workbook))
      var serial = 0
      for (index, domain) in tables.report.domains.enumerated() {
        for task in domain.tasks.indices {
          serial += 1
          try second.add(tables.completionRow(domain: index, task: task, serial: serial))
        }
        try second.endSection(remark: tables.completionRemark(domain: index))
      }
      let written = try second.finish(remark: tables.completionRemark)
      try ChartSheet(tables.report, completion: written, in: workbook).write()
    }
  }

  private var properties: DocumentProperties {
    let report = tables.report
    return DocumentProperties(
      title: String((report.title ?? "\(report.place.fullName)\(report.year)年改革工作").prefix(200)) + "附件",
      subject: "\(report.year)年重点改革任务和制度性成果", author: report.reportingUnit ?? "",
      company: report.place.fullName, keywords: "改革任务,制度性成果,\(report.year)",
      created: Self.seconds(report.issueDate, year: report.year))
  }

  /// Noon of the day of issue, or of its first day where only month or year is known, or of the year's last day;
  /// seconds since 1970 UTC.
  static func seconds(_ date: PartialDate?, year: Int) -> Int {
    let (year, month, day) = date.map { ($0.year, $0.month ?? 1, $0.day ?? 1) } ?? (year, 12, 31)
    // Days of the Gregorian calendar, with years that begin in March, so that the leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    return days * 86_400 + 43_200
  }

  static func translated(_ error: SpreadsheetError, file: String) -> any Error {
    if error.isOutputFailure { return OutputFailure(file: file, error.message, remedy: error.remedy) }
    let place =
      error.address.map { SourcePlace.cell(file: file, sheet: $0.sheet, reference: $0.reference) }
      ?? .file(file)
    return InvalidInput([
      Diagnostic("workbook.content", .error, at: place, error.message, suggestions: [.init(error.remedy)])
    ])
  }
}
