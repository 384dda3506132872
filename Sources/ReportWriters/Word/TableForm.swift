/// 表格版面: paper, columns and type size of an attachment table, and how its rows may break over pages.
struct TableForm {
  let page: PageForm
  /// In twips; together the width of the text block.
  let columnWidths: [Int]
  /// In half points.
  let size: Int
  private let frame: AttachmentTable.Frame

  init(_ frame: AttachmentTable.Frame) {
    self.frame = frame
    let wanted = frame.columns.reduce(0) { $0 + $1.width }
    // A half-width character is half as wide as the type is high; half points are ten twips.
    let sizes = OfficialFormat.tableSizes.map(\.value)
    func holds(_ page: PageForm, _ size: Int) -> Int { page.textWidth / (size * 5) }
    page = wanted <= holds(.portrait, sizes[0]) ? .portrait : .landscape
    let room = page
    // Cells break lines, so a table may be a fifth wider than the paper before its type shrinks.
    size = sizes.first { holds(room, $0) * 6 / 5 >= wanted } ?? sizes[sizes.count - 1]
    var used = 0
    var left = 0
    columnWidths = frame.columns.map { column in
      left += column.width
      let end = room.textWidth * left / max(wanted, 1)
      defer { used = end }
      return end - used
    }
  }

  /// The height of a row in twips, leaning to more.
  func height(of row: AttachmentTable.Row) -> Int {
    var lines = 1
    for (index, cell) in row.cells.enumerated() where index != frame.labelColumn {
      lines = max(lines, CellLines.count(cell.text, capacity: capacity(ofColumn: index)))
    }
    return lines * size * 13 + 2 * OfficialFormat.cellAir.value
  }

  /// What a column holds on a line, in tenths of a half-width character.
  private func capacity(ofColumn index: Int) -> Int {
    max(20, (columnWidths[index] - 2 * OfficialFormat.cellMargin.value) * 2 / size)
  }

  /// Whether a row may be kept on one page: Word and LibreOffice cut what is taller than the page.
  func staysWhole(_ row: AttachmentTable.Row) -> Bool { height(of: row) < page.textHeight * 6 / 10 }

  /// Whether the rows of a domain are so few that they go to the next page together, under their label.
  func staysTogether(_ rows: [AttachmentTable.Row]) -> Bool {
    rows.reduce(0) { $0 + height(of: $1) } < page.textHeight * 3 / 10
  }

  /// 领域栏的分段: the rows after which the merged label begins anew, so that each page that a long domain runs
  /// over bears it. A domain that fits on a page is one cell.
  func labelStarts(_ rows: [AttachmentTable.Row]) -> Set<Int> {
    let heights = rows.map(height)
    let whole = heights.reduce(0, +)
    guard whole > page.textHeight * 8 / 10 else { return [0] }
    var starts: Set<Int> = [0]
    var run = 0
    for (index, height) in heights.enumerated() {
      if run > 0, run + height > page.textHeight * 4 / 10 {
        starts.insert(index)
        run = 0
      }
      run += height
    }
    return starts
  }
}
