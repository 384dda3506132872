import Spreadsheet

/// 大表写出: a table of any length, row after row, with one row in memory. A streamed sheet has no merges over rows, so
/// each row bears its domain's label.
struct StreamedTable {
  private let target: TableSheet
  private var row = TableSheet.firstRow
  private var counts = RowCounts()
  private var sections: [CellRange?] = []
  private var sectionStart: Int?
  /// Heights by the number of lines.
  private let heights = (0...TablePaper.mostLines).map(TablePaper.height(lines:))
  private let capacities: [Int]

  init(on target: TableSheet) throws {
    self.target = target
    capacities = target.frame.columns.map { CellLines.capacity(ofColumn: $0.width) }
    try target.writeHead()
  }

  /// Writes an item; one too tall for a row goes on in the next.
  mutating func add(_ item: AttachmentTable.Row) throws {
    counts.add(item)
    if sectionStart == nil { sectionStart = row }
    var lines = 1
    for column in item.cells.indices {
      lines = max(lines, CellLines.count(item.cells[column].text, capacity: capacities[column]))
    }
    guard lines > TablePaper.mostLines else {
      try target.write(item, row: row, height: heights[lines], withLabel: true)
      row += 1
      return
    }
    var parts = TableRows.Parts(item, in: target.frame)
    while let left = parts.linesLeft {
      let taken = min(left, TablePaper.mostLines)
      try target.write(parts.take(taken), row: row, height: heights[taken], withLabel: true)
      row += 1
    }
  }

  /// Ends a section, with its remark.
  mutating func endSection(remark: String?) throws {
    sections.append(sectionStart.map { target.counted($0...(row - 1)) })
    sectionStart = nil
    if let remark {
      try target.write(line: remark, row: row, style: target.styles.remark)
      row += 1
    }
  }

  /// Writes the closing rows and sets the page up.
  mutating func finish(remark: String?) throws -> WrittenTable {
    let ranges = counts.rows == 0 ? [] : totalRanges
    let last = try target.writeClosing(counts, remark: remark, over: ranges, row: row)
    try target.setPage(lastRow: last, breaks: [])
    return WrittenTable(sections: sections)
  }

  private var totalRanges: [ClosedRange<Int>] {
    let items = sections.compactMap { $0?.rows }
    // Remarks between sections begin in the first column: where that is the counted one, they must not count.
    guard let first = items.first, let last = items.last, target.frame.countedColumn != 0 else {
      return items
    }
    return [first.lowerBound...last.upperBound]
  }
}
