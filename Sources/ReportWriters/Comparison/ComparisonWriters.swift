public import Foundation
public import ReportModel
import Spreadsheet

/// 两年对照(Markdown): a heading and a GFM table an aspect.
public enum ComparisonMarkdown {
  /// The comparison as a document.
  public static func text(_ comparison: YearComparison) -> String {
    var lines = ["# " + MarkdownText.escaped(comparison.title)]
    for remark in comparison.remarks { lines += ["", "> " + MarkdownText.escaped(remark)] }
    if comparison.tables.isEmpty { lines += ["", "没有可以对照的内容。"] }
    for table in comparison.tables {
      lines += [
        "", "## " + MarkdownText.escaped(table.title), "", row(table.columns),
        row(table.columns.map { _ in "---" }, isRule: true),
      ]
      lines += table.rows.map { row($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ cells: [String], isRule: Bool = false) -> String {
    "| " + cells.map { isRule ? $0 : MarkdownText.escaped($0) }.joined(separator: " | ") + " |"
  }
}

/// 两年对照(XLSX): a sheet an aspect, header frozen and repeated on every page.
public struct ComparisonWorkbook {
  private let comparison: YearComparison

  /// A workbook of a comparison.
  public init(_ comparison: YearComparison) { self.comparison = comparison }

  /// Writes the workbook to a file. Same reports, same bytes.
  /// - Throws: `OutputFailure` where the file cannot be written, `InvalidInput` where a text cannot stand in a workbook.
  public func write(to file: URL) throws {
    let properties = DocumentProperties(
      title: String(comparison.title.prefix(200)), author: "reform-report", created: 0)
    do {
      try Workbook.write(to: file.path, properties: properties) { workbook in
        for (number, table) in comparison.tables.enumerated() { try write(table, number, workbook) }
        if comparison.tables.isEmpty {
          try write(.init("两年对照", columns: ["说明"], rows: [["没有可以对照的内容"]]), 0, workbook)
        }
      }
    } catch let error as SpreadsheetError {
      guard error.isOutputFailure else {
        throw InvalidInput([
          Diagnostic(
            "workbook.text", .error, at: .file(file.relativePath), error.message,
            suggestions: [.init(error.remedy)])
        ])
      }
      throw OutputFailure(file: file.relativePath, error.message, remedy: error.remedy)
    }
  }

  private func write(_ table: YearComparison.Table, _ number: Int, _ workbook: Workbook) throws {
    let name = String(table.title.prefix { $0 != "\u{FF08}" })
    let sheet = try workbook.addSheet("\(number + 1) \(name)")
    var look = CellStyle()
    look.border = .thin
    let cell = workbook.prepare(look)
    look.bold = true
    look.horizontal = .center
    let header = workbook.prepare(look)
    look.border = .none
    look.size = 14
    let title = workbook.prepare(look)
    let widths = self.widths(table)
    if table.columns.count > 1 {
      try sheet.merge(rows: 0...0, columns: 0...table.columns.count - 1, style: title)
    }
    try sheet.write(
      ([table.title] + comparison.remarks).joined(separator: "；"), row: 0, column: 0, style: title)
    try sheet.setHeight(ofRow: 0, 24)
    for (column, text) in table.columns.enumerated() {
      try sheet.setWidth(ofColumn: column, Double(widths[column]))
      try sheet.write(text, row: 1, column: column, style: header)
    }
    for (index, texts) in table.rows.enumerated() {
      var lines = 1
      for (column, text) in texts.enumerated() {
        try sheet.write(text, row: index + 2, column: column, style: cell)
        lines = max(lines, CellLines.count(text, capacity: CellLines.capacity(ofColumn: widths[column])))
      }
      try sheet.setHeight(ofRow: index + 2, min(409, Double(lines) * 14.5 + 6))
    }
    try sheet.freeze(row: 2, column: 0)
    var page = Sheet.PageSetup(margins: .init(left: 15, right: 15, top: 15, bottom: 18))
    page.repeatedRows = 1...1
    page.footer = "&C第 &P 页 共 &N 页"
    try sheet.setPage(page)
  }

  /// Column widths from the longest texts, 120 half-width characters in all.
  private func widths(_ table: YearComparison.Table) -> [Int] {
    let wanted = table.columns.indices.map { column in
      min(
        60, max(8, 2 * ((table.rows.map { $0[column].count } + [table.columns[column].count]).max() ?? 4) + 2)
      )
    }
    let sum = wanted.reduce(0, +)
    return sum <= 120 ? wanted : wanted.map { max(8, $0 * 120 / sum) }
  }
}
