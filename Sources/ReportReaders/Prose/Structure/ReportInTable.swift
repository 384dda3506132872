import ReportModel

/// 表格式总结: a report that is laid out as one table, with what each part tells of in the first column and its text in the last.
///
/// Practice: cities hand out such forms. Its rows are read as running text: labels as headings, cells of text as paragraphs,
/// short cells as lines such as 报告单位:某区委改革办. Every stretch keeps its place in the cell.
struct ReportInTable {
  /// A document with such a table's rows in its place; any other document as it is.
  static func unfolded(_ source: SourceText) -> SourceText {
    guard
      let index = source.blocks.indices.first(where: { isReport(source.blocks[$0]) }),
      case .table(let rows) = source.blocks[index].kind
    else { return source }
    let inside = rows.joined().reduce(0) { $0 + $1.unicodeScalars.count }
    guard inside > source.blocks.reduce(0, { $0 + $1.text.unicodeScalars.count }) else { return source }
    var source = source
    let table = ReportInTable(block: source.blocks[index])
    source.blocks.replaceSubrange(index...index, with: rows.indices.flatMap { table.blocks(rows[$0], $0) })
    return source
  }

  /// Whether a table holds a report: labels, and texts of whole sentences beside most of them.
  private static func isReport(_ block: SourceBlock) -> Bool {
    guard case .table(let rows) = block.kind, rows.count >= 3 else { return false }
    let told = rows.compactMap { row in row.last { !$0.isEmpty } }.filter(isText).count
    let columns = rows.map { row in row.count { !$0.isEmpty } }
    // Three columns are a form's 栏目, 分项 and 内容; a list of tasks has more of them, or a head over each.
    return told >= 3 && told * 2 >= rows.count && columns.allSatisfy { $0 <= 4 }
      && columns.count { $0 <= 2 } * 2 >= rows.count
      && rows.allSatisfy { row in row.count(where: isText) <= 1 }
  }

  /// A cell of at least one sentence.
  private static func isText(_ cell: String) -> Bool {
    cell.unicodeScalars.count >= 20
      && cell.unicodeScalars.contains { "。\u{FF1B};".unicodeScalars.contains($0) }
  }

  private let block: SourceBlock

  /// One row as blocks of text.
  private func blocks(_ row: [String], _ number: Int) -> [SourceBlock] {
    let cells = row.indices.filter { !row[$0].isEmpty }
    guard let last = cells.last else { return [] }
    let told = row[last]
    guard Self.isText(told) || told.contains("\n") else {
      // 项目 | 内容: the head of the form.
      if number == 0, cells.allSatisfy({ row[$0].unicodeScalars.count <= 4 }) { return [] }
      guard cells.count.isMultiple(of: 2) else { return cells.flatMap { lines(row, number, $0) } }
      return stride(from: 0, to: cells.count, by: 2).flatMap { position in
        pair(row, number, cells[position], cells[position + 1])
      }
    }
    return cells.dropLast().flatMap { column in
      lines(row, number, column).map { label in
        var heading = label
        heading.kind = .heading(level: column + 2)
        return heading
      }
    } + lines(row, number, last)
  }

  /// The lines of a cell, each a paragraph.
  private func lines(_ row: [String], _ number: Int, _ column: Int) -> [SourceBlock] {
    var blocks: [SourceBlock] = []
    var start = 0
    for line in row[column].split(separator: "\n", omittingEmptySubsequences: false) {
      let count = line.unicodeScalars.count
      if count > 0 { blocks.append(paragraph(String(line), pieces(number, column, start..<start + count))) }
      start += count + 1
    }
    return blocks
  }

  /// A label and what stands beside it in one line.
  private func pair(_ row: [String], _ number: Int, _ label: Int, _ value: Int) -> [SourceBlock] {
    let lead = row[label] + "\u{FF1A}"
    let count = lead.unicodeScalars.count
    let beside = pieces(number, value, 0..<row[value].unicodeScalars.count).map {
      SourceBlock.Piece(start: $0.start + count, number: $0.number, offset: $0.offset - count)
    }
    return [paragraph(lead + row[value], pieces(number, label, 0..<count) + beside)]
  }

  private func paragraph(_ text: String, _ pieces: [SourceBlock.Piece]) -> SourceBlock {
    SourceBlock(
      text: text, number: pieces.first?.number ?? block.number, offset: pieces.first?.offset ?? 0,
      isParagraph: block.isParagraph, pieces: pieces)
  }

  /// Where a stretch of a cell stands, counted from its own start.
  private func pieces(_ row: Int, _ column: Int, _ range: Range<Int>) -> [SourceBlock.Piece] {
    guard block.cellPieces.indices.contains(row), block.cellPieces[row].indices.contains(column) else {
      return []
    }
    let all = block.cellPieces[row][column]
    let first = all.lastIndex { $0.start <= range.lowerBound } ?? 0
    return all[first...].filter { $0.start < range.upperBound }.map { piece in
      .init(
        start: max(0, piece.start - range.lowerBound), number: piece.number,
        offset: piece.offset + range.lowerBound)
    }
  }
}
