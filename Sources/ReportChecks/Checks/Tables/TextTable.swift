import ReportModel

/// 文字表: a table of the draft by the words of its head.
struct TextTable {
  let block: SourceBlock
  let rows: [[String]]
  /// The words over the columns, without blanks and brackets.
  let heads: [String]

  init?(_ block: SourceBlock) {
    guard case .table(let rows) = block.kind, rows.count > 1, let head = rows.first else { return nil }
    self.block = block
    self.rows = rows
    heads = head.map(FigureTable.core)
  }

  /// The rows below the head.
  var body: Range<Int> { 1..<rows.count }

  /// The first column whose head is one of some words, or ends with one.
  func column(_ words: [String]) -> Int? {
    for word in words { if let column = heads.firstIndex(where: { $0.hasSuffix(word) }) { return column } }
    return nil
  }

  /// The column of the rows' names.
  var nameColumn: Int? {
    column(["名称", "任务", "事项", "项目", "改革", "内容", "工作"])
      ?? heads.indices.first { column in
        body.allSatisfy { text($0, column).utf16.contains(where: Mark.isHan) }
      }
  }

  func text(_ row: Int, _ column: Int?) -> String {
    guard let column, column < rows[row].count else { return "" }
    return rows[row][column].trimmingSpace
  }

  func place(_ row: Int, _ column: Int, in file: String) -> SourcePlace {
    block.place(ofCell: row, column, 0..<rows[row][column].unicodeScalars.count, in: file)
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingSpace: String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(scalars.reversed().drop { $0.properties.isWhitespace }.reversed()))
  }
}

extension Draft {
  /// The tables that hold words.
  var textTables: [TextTable] { tables.compactMap { TextTable(text.source.blocks[$0]) } }
}
