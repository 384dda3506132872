import Spreadsheet

/// 附件表工作表: what a table's sheet has whether it is written whole or streamed.
struct TableSheet {
  let sheet: Sheet
  let frame: AttachmentTable.Frame
  let styles: TableStyles
  let paper: TablePaper

  /// The rows above the header: 附件N, the title, place and year.
  static let rowsAbove = 3
  /// The row of the first item.
  static let firstRow = rowsAbove + 1
  /// The name of a table's sheet.
  static func name(of frame: AttachmentTable.Frame) -> String { "附件\(frame.number)" }

  init(_ frame: AttachmentTable.Frame, in workbook: Workbook) throws {
    self.frame = frame
    sheet = try workbook.addSheet(Self.name(of: frame))
    styles = TableStyles(frame, in: workbook)
    paper = TablePaper(columnWidths: frame.columns.map(\.width))
  }

  private var lastColumn: Int { frame.columns.count - 1 }

  /// The heights of the rows above the header: 附件N, the title in 18 pt, place and year.
  var heightsAbove: [Double] {
    let width = frame.columns.reduce(0) { $0 + $1.width }
    let titleCapacity = CellLines.capacity(ofColumn: width) * 21 / 36
    let titleLines = CellLines.count(frame.title, capacity: titleCapacity)
    return [22.5, min(TablePaper.tallestRow, 9 + 27 * Double(titleLines)), lineHeight(frame.caption)]
  }

  /// The height of the header row.
  var headerHeight: Double {
    let lines = frame.columns.map {
      CellLines.count($0.heading, capacity: CellLines.capacity(ofColumn: $0.width))
    }
    return TablePaper.height(lines: lines.max() ?? 1)
  }

  /// Writes the title and the header.
  func writeHead() throws {
    let heights = heightsAbove
    for (row, (text, style)) in zip(
      0...,
      [(Self.name(of: frame), styles.number), (frame.title, styles.title), (frame.caption, styles.caption)])
    {
      try sheet.setHeight(ofRow: row, heights[row])
      try sheet.merge(rows: row...row, columns: 0...lastColumn, style: style)
      try sheet.write(text, row: row, column: 0, style: style)
    }
    try sheet.setHeight(ofRow: Self.rowsAbove, headerHeight)
    for (column, content) in frame.columns.enumerated() {
      try sheet.setWidth(ofColumn: column, Double(content.width))
      try sheet.write(content.heading, row: Self.rowsAbove, column: column, style: styles.header)
    }
    try sheet.freeze(row: Self.firstRow, column: 0)
  }

  /// Writes an item's cells, all but the label's column unless `withLabel`.
  func write(_ item: AttachmentTable.Row, row: Int, height: Double, withLabel: Bool) throws {
    try sheet.setHeight(ofRow: row, height)
    let isDelayed = item.isDelayed
    for column in item.cells.indices where withLabel || column != frame.labelColumn {
      let cell = item.cells[column]
      let style = styles.cell(column: column, isDelayed: isDelayed, isOpen: cell.isOpen)
      if column == frame.serialColumn, let number = serialNumber(cell.text) {
        try sheet.write(number, row: row, column: column, style: style)
      } else {
        try sheet.write(cell.text, row: row, column: column, style: style)
      }
    }
  }

  /// 序号 as a number, which Excel sorts as one and does not mark as "stored as text". nil where it would not surely fit
  /// on a line: numbers do not wrap, and one that is too wide shows as ####.
  private func serialNumber(_ text: String) -> Int? {
    guard let column = frame.serialColumn, let number = Int(text), number > 0 else { return nil }
    // A character of the width is 7 pixels; a digit of 10.5 pt takes up to 9.
    return text.utf8.count * 9 <= frame.columns[column].width * 7 ? number : nil
  }

  /// A line of text over all columns, such as a remark under the table.
  func write(line text: String, row: Int, style: PreparedStyle) throws {
    try sheet.setHeight(ofRow: row, lineHeight(text))
    try sheet.merge(rows: row...row, columns: 0...lastColumn, style: style)
    try sheet.write(text, row: row, column: 0, style: style)
  }

  /// The height of a line over all columns.
  func lineHeight(_ text: String) -> Double {
    let width = frame.columns.reduce(0) { $0 + $1.width }
    return TablePaper.height(lines: CellLines.count(text, capacity: CellLines.capacity(ofColumn: width)))
  }

  /// Writes 合计 as a formula over the counted cells, and the table's remark below it. Returns the last row written.
  func writeClosing(_ counts: RowCounts, remark: String?, over ranges: [ClosedRange<Int>], row: Int) throws
    -> Int
  {
    let name = TableRows.countName("合计", remark: remark)
    let words = TableRows.words(name, counts, in: frame)
    try write(line: words, row: row, style: styles.total)
    if !ranges.isEmpty {
      let formula = CountFormula(ranges.map(counted)).words(
        name, counts.parts(categories: frame.countsCategories))
      try sheet.write(formula: formula, value: .text(words), row: row, column: 0, style: styles.total)
    }
    guard let remark else { return row }
    try write(line: remark, row: row + 1, style: styles.remark)
    return row + 1
  }

  /// The height of what `writeClosing` writes.
  func closingHeight(_ counts: RowCounts, remark: String?) -> Double {
    lineHeight(TableRows.words(TableRows.countName("合计", remark: remark), counts, in: frame))
      + (remark.map(lineHeight) ?? 0)
  }

  /// The counted cells of some rows.
  func counted(_ rows: ClosedRange<Int>) -> CellRange {
    CellRange(sheet: sheet.name, rows: rows, columns: frame.countedColumn...frame.countedColumn)
  }

  /// Sets up the printing of what has been written.
  func setPage(lastRow: Int, breaks: [Int]) throws {
    var page = Sheet.PageSetup(margins: TablePaper.margins)
    page.repeatedRows = Self.rowsAbove...Self.rowsAbove
    page.footer = TablePaper.footer
    page.scale = paper.scale
    page.pageBreaks = breaks
    try sheet.setPage(page)
    try sheet.setPrintArea(rows: 0...lastRow, columns: 0...lastColumn)
  }
}
