import Spreadsheet

/// What keeps a workbook from being written, said as other failures of the command are.
enum WorkbookFailure {
  /// Runs `body`; what the spreadsheet cannot take becomes `InvalidInput`, what the disk cannot take `OutputFailure`.
  static func translated(_ file: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as SpreadsheetError {
      throw AttachmentWorkbook.translated(error, file: file)
    }
  }
}
