public import Foundation
public import ReportModel
import Spreadsheet

/// 问题清单(XLSX): the findings as a list to work through, with a column to tick off and a sheet of what was recognised.
public struct FindingsWorkbook {
  private let outcome: CheckOutcome
  private let excerpts: SourceExcerpts

  /// A list of an outcome.
  public init(_ outcome: CheckOutcome, _ excerpts: SourceExcerpts) {
    self.outcome = outcome
    self.excerpts = excerpts
  }

  private struct Column {
    var name: String
    var width: Int
  }

  private static let columns = [
    Column(name: "序号", width: 6), Column(name: "级别", width: 8), Column(name: "位置", width: 20),
    Column(name: "原文", width: 26), Column(name: "问题", width: 40), Column(name: "处理建议", width: 30),
    Column(name: "规则", width: 16), Column(name: "处理情况", width: 12),
  ]

  /// Writes the list to a file.
  /// - Throws: `OutputFailure` where the file cannot be written, `InvalidInput` where a text cannot stand in a workbook.
  public func write(to file: URL) throws {
    let properties = DocumentProperties(title: "核对问题清单", author: "reform-report", created: 0)
    do {
      try Workbook.write(to: file.path, properties: properties) { workbook in
        try list(workbook)
        try summary(workbook)
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

  private func list(_ workbook: Workbook) throws {
    let sheet = try workbook.addSheet("问题清单")
    let choices = try workbook.addSheet("字典")
    let plain = workbook.prepare(CellStyle())
    for (row, choice) in ["已改", "不改", "待核"].enumerated() {
      try choices.write(choice, row: row, column: 0, style: plain)
    }
    choices.hide()
    let looks = Looks(workbook)
    try sheet.merge(rows: 0...0, columns: 0...Self.columns.count - 1, style: looks.title)
    try sheet.write("核对问题清单", row: 0, column: 0, style: looks.title)
    try sheet.setHeight(ofRow: 0, 30)
    for (number, column) in Self.columns.enumerated() {
      try sheet.setWidth(ofColumn: number, Double(column.width))
      try sheet.write(column.name, row: 1, column: number, style: looks.header)
    }
    for (number, finding) in outcome.findings.enumerated() {
      let row = number + 2
      let cells = cells(of: finding)
      let style = looks.of(finding.severity)
      try sheet.write(number + 1, row: row, column: 0, style: style)
      for (column, text) in cells.enumerated() {
        try sheet.write(text, row: row, column: column + 1, style: style)
      }
      try sheet.writeBlank(row: row, column: Self.columns.count - 1, style: looks.open)
      let lines = zip(cells, Self.columns.dropFirst()).map { text, column in
        CellLines.count(text, capacity: CellLines.capacity(ofColumn: column.width))
      }
      try sheet.setHeight(ofRow: row, min(409, Double(lines.max() ?? 1) * 14.5 + 6))
    }
    let last = max(2, outcome.findings.count + 1)
    try sheet.validate(
      rows: 2...last, columns: Self.columns.count - 1...Self.columns.count - 1,
      DataValidation(
        .choice(CellRange(sheet: "字典", rows: 0...2, columns: 0...0)), hint: "改完后选“已改”", isStrict: false))
    try sheet.freeze(row: 2, column: 0)
    var page = Sheet.PageSetup(margins: .init(left: 15, right: 15, top: 15, bottom: 18))
    page.repeatedRows = 1...1
    page.footer = "&C第 &P 页 共 &N 页"
    page.scale = 80
    try sheet.setPage(page)
    sheet.activate()
  }

  /// The texts of a finding from 级别 to 规则.
  private func cells(of finding: Diagnostic) -> [String] {
    let quoted = excerpts.excerpt(at: finding.place).map { excerpt in
      excerpt.range.isEmpty ? "" : String(excerpt.quoted.prefix(200))
    }
    let problem = [finding.message, finding.explanation].compactMap { $0 }.joined(separator: "\n")
    let remedy = finding.suggestions.map(\.summary).joined(separator: "\n")
    return [
      finding.severity.chinese, Self.place(finding.place), quoted ?? "", problem, remedy, finding.rule,
    ]
  }

  /// A place in a clerk's words.
  private static func place(_ place: SourcePlace) -> String {
    let name = URL(filePath: place.file).lastPathComponent
    return switch place {
    case .file: name
    case .text(_, let span): "\(name) 第\(span.line)行第\(span.column)字"
    case .paragraph(_, let number, _): "\(name) 第\(number)段"
    case .cell(_, let sheet, let reference): "\(name) \(sheet) \(reference)"
    }
  }

  private func summary(_ workbook: Workbook) throws {
    let sheet = try workbook.addSheet("核对范围")
    let looks = Looks(workbook)
    try sheet.setWidth(ofColumn: 0, 34)
    try sheet.setWidth(ofColumn: 1, 60)
    var row = 0
    func line(_ left: String, _ right: String, _ style: PreparedStyle) throws {
      try sheet.write(left, row: row, column: 0, style: style)
      try sheet.write(right, row: row, column: 1, style: style)
      row += 1
    }
    try line("读取、核对的内容", "数量", looks.header)
    for count in outcome.recognised { try line(count.name, String(count.count), looks.cell) }
    if !outcome.silenced.isEmpty {
      row += 1
      try line("按设置免报", "理由", looks.header)
      for silenced in outcome.silenced {
        try line(
          "\(Self.place(silenced.finding.place)) \(silenced.finding.message)", silenced.reason, looks.cell)
      }
    }
    if !outcome.changes.isEmpty {
      row += 1
      try line("按设置改动的规则", "现在的级别", looks.header)
      for change in outcome.changes { try line(change.rule, change.severity?.chinese ?? "关闭", looks.cell) }
    }
  }

  /// The looks of the list's cells.
  private struct Looks {
    let title: PreparedStyle
    let header: PreparedStyle
    let cell: PreparedStyle
    let open: PreparedStyle
    private let error: PreparedStyle
    private let warning: PreparedStyle

    init(_ workbook: Workbook) {
      let boxed = CellStyle().with { $0.border = .thin }
      title = workbook.prepare(
        CellStyle().with {
          $0.font = "黑体"
          $0.size = 18
          $0.horizontal = .center
        })
      header = workbook.prepare(
        boxed.with {
          $0.font = "黑体"
          $0.horizontal = .center
          $0.fill = Color(0xD9E2F3)
        })
      cell = workbook.prepare(boxed)
      open = workbook.prepare(boxed.with { $0.horizontal = .center })
      error = workbook.prepare(boxed.with { $0.fill = Color(0xFBE0DD) })
      warning = workbook.prepare(boxed.with { $0.fill = Color(0xFFF2CC) })
    }

    func of(_ severity: Severity) -> PreparedStyle {
      switch severity {
      case .error: error
      case .warning: warning
      case .note: cell
      }
    }
  }
}
