/// 分页: the rows of a table as they are printed, with their heights, and where pages begin.
struct TablePages {
  /// A row as printed.
  struct Row: Equatable {
    /// What stands in it.
    enum Content: Equatable {
      /// An item or, where its text goes on, a part of one.
      case item(AttachmentTable.Row)
      /// A section's remark.
      case remark(String)
      /// A section's counts.
      case subtotal(section: Int)
    }

    /// What stands in it.
    var content: Content
    /// Its height in points.
    var height: Double
  }

  /// The rows of one section on one page: over them its label is merged.
  struct Block: Equatable {
    /// The section.
    var section: Int
    /// The rows.
    var rows: Range<Int>
    /// Whether the section began on an earlier page.
    var isContinued: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var blocks: [Block] = []
  /// Rows that begin a page.
  private(set) var breaks: [Int] = []
  /// The rows of each section's items.
  private(set) var items: [Range<Int>] = []

  /// Fewer lines than these of a parted item are not left alone at the foot of a page.
  private static let fewestLines = 6

  private let table: AttachmentTable
  private let pageHeight: Double
  private let headerHeight: Double
  private var used: Double
  private var blockStart = 0
  private var isContinued = false

  /// Lays a table out.
  /// - Parameters:
  ///   - top: the height of what stands above the header on the first page.
  ///   - header: the height of the header, which each page repeats.
  ///   - closing: the height of the rows under the table, which stay together.
  init(_ table: AttachmentTable, paper: TablePaper, top: Double, header: Double, closing: Double) {
    self.table = table
    pageHeight = paper.height
    headerHeight = header
    used = top + header
    for index in table.sections.indices { place(section: index) }
    if closing > pageHeight - used, !rows.isEmpty { breaks.append(rows.count) }
  }

  /// A section's label as it stands on its later pages.
  static func continued(_ label: String) -> String { label + "\n\u{FF08}续\u{FF09}" }

  private mutating func place(section index: Int) {
    let section = table.sections[index]
    let label = labelHeight(section.label)
    blockStart = rows.count
    isContinued = false
    let first = rows.count
    let subtotal = TableRows.height(
      of: TableRows.words(
        TableRows.countName("小计", remark: section.remark), RowCounts(of: section.rows), in: table.frame),
      in: table.frame)
    for (number, row) in section.rows.enumerated() {
      let isLast = number == section.rows.count - 1 && section.remark == nil
      place(row, section: index, label: label, followedBy: isLast ? subtotal : 0)
    }
    items.append(first..<rows.count)
    if let remark = section.remark {
      let height = TableRows.height(of: remark, in: table.frame)
      place(
        .remark(remark), height, section: index, label: label, followedBy: section.rows.isEmpty ? 0 : subtotal
      )
    }
    if !section.rows.isEmpty {
      place(.subtotal(section: index), subtotal, section: index, label: label, followedBy: 0)
    }
    closeBlock(section: index, label: label)
  }

  /// Places an item, in parts where it is taller than what a page or a row can hold.
  private mutating func place(
    _ row: AttachmentTable.Row, section: Int, label: Double, followedBy next: Double
  ) {
    var parts = TableRows.Parts(row, in: table.frame)
    while let lines = parts.linesLeft {
      // A first row too tall for what the title leaves is parted rather than pushed away from its title.
      let page = pageHeight - (rows.isEmpty ? used : headerHeight)
      let whole = TablePaper.height(lines: lines)
      if lines <= TablePaper.mostLines, whole + next <= page {
        place(.item(parts.take(lines)), whole, section: section, label: label, followedBy: next)
        return
      }
      let room = min(pageHeight - used, TablePaper.tallestRow)
      let fitting = Int((room - TablePaper.air) / TablePaper.line)
      if fitting < min(lines, Self.fewestLines), used > headerHeight, !rows.isEmpty {
        turnPage(section: section, label: label)
        continue
      }
      let taken = max(1, min(fitting, lines))
      place(
        .item(parts.take(taken)), TablePaper.height(lines: taken), section: section, label: 0, followedBy: 0)
    }
  }

  private mutating func place(
    _ content: Row.Content, _ height: Double, section: Int, label: Double, followedBy next: Double
  ) {
    // The first row of a block leaves room for the label, which the block is stretched to at its end.
    let needed = max(height + next, blockStart == rows.count ? label : 0)
    if used + needed > pageHeight, used > headerHeight { turnPage(section: section, label: label) }
    rows.append(Row(content: content, height: height))
    used += height
  }

  private mutating func turnPage(section: Int, label: Double) {
    closeBlock(section: section, label: label)
    if breaks.last != rows.count, !rows.isEmpty { breaks.append(rows.count) }
    used = headerHeight
  }

  private mutating func closeBlock(section: Int, label: Double) {
    guard rows.count > blockStart else { return }
    let height = rows[blockStart...].reduce(0) { $0 + $1.height }
    if height < label {
      rows[rows.count - 1].height += label - height
      used += label - height
    }
    blocks.append(Block(section: section, rows: blockStart..<rows.count, isContinued: isContinued))
    blockStart = rows.count
    isContinued = true
  }

  private func labelHeight(_ label: String) -> Double {
    guard let column = table.frame.labelColumn else { return 0 }
    let capacity = CellLines.capacity(ofColumn: table.frame.columns[column].width)
    return TablePaper.height(lines: CellLines.count(Self.continued(label), capacity: capacity))
  }
}
