public import ReportModel
import Spreadsheet

/// 待定表: the conflicts of a collection, in a table to decide in: one row for what the ledger says, one for each answer.
public struct ConflictWorkbook: Sendable {
  private let conflicts: [FormConflict]
  private let report: Report

  /// A table of conflicts.
  public init(_ conflicts: [FormConflict], of report: Report) {
    self.conflicts = conflicts
    self.report = report
  }

  private static let columns: [(key: String, heading: String, width: Int)] = [
    ("序号", "序号", 6), ("任务编号", "任务编号", 11), ("改革任务", "改革任务", 24),
    ("事项", "栏目", 11), ("问题", "问题", 24), ("来源", "来源", 22), (FormConflict.Key.text, "内容", 36),
    (FormConflict.Key.taken, "采用", 8), (FormConflict.Key.instead, "另填", 26),
  ]
  private static let hidden = [
    FormKey.mark, FormConflict.Key.topic, FormConflict.Key.offer, FormConflict.Key.ledger,
  ]
  private static let firstRow = 4
  private static let name = "待定"

  /// Writes the table.
  /// - Throws: as `AttachmentWorkbook.write(to:)`.
  public func write(to file: String) throws {
    let properties = DocumentProperties(
      title: "\(report.place.short)\(report.year)年填报表待定事项", author: report.reportingUnit ?? "",
      company: report.place.fullName,
      created: AttachmentWorkbook.seconds(report.issueDate, year: report.year))
    try WorkbookFailure.translated(file) {
      try Workbook.write(to: file, properties: properties) { workbook in
        try fill(workbook, title: properties.title)
      }
    }
  }

  private func fill(_ workbook: Workbook, title: String) throws {
    let sheet = try workbook.addSheet(Self.name)
    let styles = Styles(workbook)
    let last = Self.columns.count - 1
    try sheet.setHeight(ofRow: 0, 36)
    try sheet.merge(rows: 0...0, columns: 0...last, style: styles.title)
    try sheet.write(title, row: 0, column: 0, style: styles.title)
    let help = "每一项在要采用的那一行的“采用”栏选“是”，或在任一行的“另填”栏写上要用的内容；存盘后连同原来的填报表一起再收一次。"
    try sheet.setHeight(ofRow: 1, TablePaper.height(lines: 1))
    try sheet.merge(rows: 1...1, columns: 0...last, style: styles.plain)
    try sheet.write(help, row: 1, column: 0, style: styles.plain)
    try sheet.setHeight(ofRow: 2, TablePaper.height(lines: 1))
    try sheet.setHeight(ofRow: 3, 0)
    for (index, column) in Self.columns.enumerated() {
      try sheet.setWidth(ofColumn: index, Double(column.width))
      try sheet.write(column.heading, row: 2, column: index, style: styles.header)
      try sheet.write(FormKey.text(column.key), row: 3, column: index, style: styles.plain)
    }
    for (offset, key) in Self.hidden.enumerated() {
      try sheet.setWidth(ofColumn: last + 1 + offset, 10, hidden: true)
      try sheet.write(FormKey.text(key), row: 3, column: last + 1 + offset, style: styles.plain)
    }
    var row = Self.firstRow
    for (number, conflict) in conflicts.enumerated() {
      for candidate in conflict.candidates {
        try write(candidate, of: conflict, number: number + 1, row: row, on: sheet, styles)
        row += 1
      }
    }
    let choices = try workbook.addSheet("字典")
    try choices.write("是", row: 0, column: 0, style: styles.plain)
    choices.hide()
    let rows = Self.firstRow...max(Self.firstRow, row - 1)
    try sheet.validate(
      rows: rows, columns: 7...7,
      DataValidation(
        .choice(CellRange(sheet: "字典", rows: 0...0, columns: 0...0)), hintTitle: "采用",
        hint: "同一项只在一行选“是”。", refusal: "请选“是”，或留空。"))
    try sheet.freeze(row: Self.firstRow, column: 0)
    sheet.protect()
    var page = Sheet.PageSetup(margins: TablePaper.margins)
    page.repeatedRows = 2...2
    page.footer = TablePaper.footer
    page.scale = TablePaper(columnWidths: Self.columns.map(\.width)).scale
    try sheet.setPage(page)
    try sheet.setPrintArea(rows: 0...rows.upperBound, columns: 0...last)
  }

  private func write(
    _ candidate: FormConflict.Candidate, of conflict: FormConflict, number: Int, row: Int, on sheet: Sheet,
    _ styles: Styles
  ) throws {
    let source = candidate.place.map(\.description) ?? "台账现值"
    let problem = candidate.fault.map { "不能直接采用\u{FF1A}\($0)" } ?? conflict.reason
    let text = candidate.text.isEmpty ? FormConflict.blank : candidate.text
    let texts = [
      String(number), conflict.number ?? "", conflict.name, conflict.topic.rawValue, problem, source, text,
    ]
    let lines = zip(texts, Self.columns).map { text, column in
      CellLines.count(text, capacity: CellLines.capacity(ofColumn: column.width))
    }
    try sheet.setHeight(ofRow: row, TablePaper.height(lines: lines.max() ?? 1))
    for (column, text) in texts.enumerated() {
      try sheet.write(
        text, row: row, column: column, style: candidate.place == nil ? styles.ledger : styles.closed)
    }
    for column in texts.count..<Self.columns.count {
      try sheet.writeBlank(row: row, column: column, style: styles.open)
    }
    let topic = conflict.topic
    let hashes = [
      conflict.mark.text, topic.rawValue, Fingerprint.hash(topic.key(candidate.text)),
      Fingerprint.hash(topic.key(conflict.candidates.first?.text ?? "")),
    ]
    for (offset, text) in hashes.enumerated() {
      try sheet.write(text, row: row, column: Self.columns.count + offset, style: styles.plain)
    }
  }

  private struct Styles {
    let title: PreparedStyle
    let plain: PreparedStyle
    let header: PreparedStyle
    let closed: PreparedStyle
    let ledger: PreparedStyle
    let open: PreparedStyle

    init(_ workbook: Workbook) {
      let boxed = CellStyle().with { $0.border = .thin }
      title = workbook.prepare(
        CellStyle().with {
          $0.font = "黑体"
          $0.size = 18
          $0.horizontal = .center
        })
      plain = workbook.prepare(CellStyle())
      header = workbook.prepare(
        boxed.with {
          $0.font = "黑体"
          $0.horizontal = .center
          $0.fill = Color(0xD9E2F3)
        })
      closed = workbook.prepare(boxed.with { $0.fill = Color(0xF2F2F2) })
      ledger = workbook.prepare(boxed.with { $0.fill = Color(0xE2EFDA) })
      open = workbook.prepare(
        boxed.with {
          $0.locked = false
          $0.numberFormat = "@"
        })
    }
  }
}
