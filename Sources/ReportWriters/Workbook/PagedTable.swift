import Spreadsheet

/// Where a table's items stand in its sheet, for formulas on other sheets.
struct WrittenTable {
  /// The counted cells of each section; nil for a section without items.
  var sections: [CellRange?]
}

/// 整表写出: a table laid out on pages: labels merged and repeated on each page, subtotals a section.
struct PagedTable {
  private let table: AttachmentTable
  private let target: TableSheet
  private let pages: TablePages

  /// Excel takes 1,023 page breaks a sheet; longer tables are streamed.
  var fitsExcel: Bool { pages.breaks.count <= 1_000 }

  init(_ table: AttachmentTable, on target: TableSheet) {
    self.table = table
    self.target = target
    pages = TablePages(
      table, paper: target.paper, top: target.heightsAbove.reduce(0, +), header: target.headerHeight,
      closing: target.closingHeight(table.total, remark: table.remark))
  }

  func write() throws -> WrittenTable {
    try target.writeHead()
    for (index, row) in pages.rows.enumerated() { try write(row, at: TableSheet.firstRow + index) }
    try writeLabels()
    let end = TableSheet.firstRow + pages.rows.count
    let items = pages.items.map { rows -> ClosedRange<Int>? in
      rows.isEmpty
        ? nil : (rows.lowerBound + TableSheet.firstRow)...(rows.upperBound - 1 + TableSheet.firstRow)
    }
    let last = try target.writeClosing(
      table.total, remark: table.remark, over: totalRanges(items.compactMap { $0 }), row: end)
    try target.setPage(lastRow: last, breaks: pages.breaks.map { $0 + TableSheet.firstRow })
    return WrittenTable(sections: items.map { $0.map(target.counted) })
  }

  private func write(_ row: TablePages.Row, at index: Int) throws {
    switch row.content {
    case .item(let item): try target.write(item, row: index, height: row.height, withLabel: false)
    case .remark(let text):
      try writeOver(row: index, height: row.height, style: target.styles.remark)
      try target.sheet.write(text, row: index, column: textColumns.lowerBound, style: target.styles.remark)
    case .subtotal(let section):
      try writeOver(row: index, height: row.height, style: target.styles.subtotal)
      let counts = RowCounts(of: table.sections[section].rows)
      let name = TableRows.countName("小计", remark: table.sections[section].remark)
      let items = pages.items[section]
      let range = target.counted(
        (items.lowerBound + TableSheet.firstRow)...(items.upperBound - 1 + TableSheet.firstRow))
      try target.sheet.write(
        formula: CountFormula([range]).words(name, counts.parts(categories: table.frame.countsCategories)),
        value: .text(TableRows.words(name, counts, in: table.frame)), row: index,
        column: textColumns.lowerBound, style: target.styles.subtotal)
    }
  }

  private var textColumns: ClosedRange<Int> { TableRows.textColumns(of: table.frame) }

  /// A row whose text runs over several columns; the label's column is left to the labels.
  private func writeOver(row: Int, height: Double, style: PreparedStyle) throws {
    try target.sheet.setHeight(ofRow: row, height)
    for column in table.frame.columns.indices
    where column != table.frame.labelColumn && !textColumns.contains(column) {
      try target.sheet.writeBlank(row: row, column: column, style: style)
    }
    try target.sheet.merge(rows: row...row, columns: textColumns, style: style)
  }

  /// Each section's label over its rows, once a page.
  private func writeLabels() throws {
    guard let column = table.frame.labelColumn else { return }
    for block in pages.blocks {
      let first = block.rows.lowerBound + TableSheet.firstRow
      let rows = first...(block.rows.upperBound - 1 + TableSheet.firstRow)
      let label = table.sections[block.section].label
      try target.sheet.merge(rows: rows, columns: column...column, style: target.styles.label)
      try target.sheet.write(
        block.isContinued ? TablePages.continued(label) : label, row: first, column: column,
        style: target.styles.label)
    }
  }

  /// The cells that 合计 counts: all between the first and the last item, or, where texts of subtotals stand in the
  /// counted column itself, section by section.
  private func totalRanges(_ items: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    guard let first = items.first, let last = items.last, textColumns.lowerBound != table.frame.countedColumn
    else {
      return items
    }
    return [first.lowerBound...last.upperBound]
  }
}
