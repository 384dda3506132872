public import Foundation

/// XLSX: the attachment tables and the chart as one workbook.
public struct WorkbookWriter: ReportWriter {
  /// `xlsx`.
  public let format = "xlsx"

  /// A writer of workbooks.
  public init() {}

  /// Writes the workbook.
  /// - Throws: `InvalidInput` where a text cannot stand in a workbook, `OutputFailure` where the file cannot be written.
  public func write(_ document: ReportDocument, to file: URL) throws {
    try AttachmentWorkbook(document.report, layout: document.layout).write(to: file.path)
  }
}
