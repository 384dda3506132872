import ReportModel
import Spreadsheet

/// 发放清单: which unit got which form with which tasks, with room to tick off what came back.
struct FormIndex {
  private let forms: [FormPackage.Form]
  private let report: Report

  init(_ forms: [FormPackage.Form], _ report: Report) {
    self.forms = forms
    self.report = report
  }

  private static let columns = [
    ("序号", 6), ("单位", 30), ("文件", 38), ("任务数", 9), ("任务编号", 40), ("交回", 12),
  ]

  func write(to file: String) throws {
    let properties = DocumentProperties(
      title: "\(report.place.short)\(report.year)年改革任务填报表发放清单", author: report.reportingUnit ?? "",
      company: report.place.fullName,
      created: AttachmentWorkbook.seconds(report.issueDate, year: report.year))
    try WorkbookFailure.translated(file) {
      try Workbook.write(to: file, properties: properties) { workbook in
        try fill(workbook, title: properties.title)
      }
    }
  }

  private func fill(_ workbook: Workbook, title: String) throws {
    let sheet = try workbook.addSheet("发放清单")
    let boxed = CellStyle().with { $0.border = .thin }
    let centre = workbook.prepare(boxed.with { $0.horizontal = .center })
    let left = workbook.prepare(boxed)
    let head = workbook.prepare(
      boxed.with {
        $0.font = "黑体"
        $0.horizontal = .center
        $0.fill = Color(0xD9E2F3)
      })
    let top = workbook.prepare(
      CellStyle().with {
        $0.font = "黑体"
        $0.size = 18
        $0.horizontal = .center
      })
    let last = Self.columns.count - 1
    try sheet.setHeight(ofRow: 0, 36)
    try sheet.merge(rows: 0...0, columns: 0...last, style: top)
    try sheet.write(title, row: 0, column: 0, style: top)
    for (index, column) in Self.columns.enumerated() {
      try sheet.setWidth(ofColumn: index, Double(column.1))
      try sheet.write(column.0, row: 1, column: index, style: head)
    }
    for (number, form) in forms.enumerated() {
      let row = number + 2
      let ids = form.tasks.map { place in
        let task = report.domains[place.domain].tasks[place.index]
        return task.number ?? task.name
      }.joined(separator: "、")
      let lines = zip([form.unitName, form.fileName, ids], [1, 2, 4]).map { text, column in
        CellLines.count(text, capacity: CellLines.capacity(ofColumn: Self.columns[column].1))
      }
      try sheet.setHeight(ofRow: row, TablePaper.height(lines: lines.max() ?? 1))
      try sheet.write(number + 1, row: row, column: 0, style: centre)
      try sheet.write(form.unitName, row: row, column: 1, style: left)
      try sheet.write(form.fileName, row: row, column: 2, style: left)
      try sheet.write(form.tasks.count, row: row, column: 3, style: centre)
      try sheet.write(ids, row: row, column: 4, style: left)
      try sheet.write("", row: row, column: 5, style: centre)
    }
    try sheet.freeze(row: 2, column: 0)
    var page = Sheet.PageSetup(margins: TablePaper.margins)
    page.repeatedRows = 1...1
    page.footer = TablePaper.footer
    page.scale = TablePaper(columnWidths: Self.columns.map(\.1)).scale
    try sheet.setPage(page)
    try sheet.setPrintArea(rows: 0...(forms.count + 1), columns: 0...last)
  }
}
