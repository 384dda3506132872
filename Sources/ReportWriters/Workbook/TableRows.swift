/// What the two ways to write a table, whole and streamed, have in common: texts, heights and parts of rows.
enum TableRows {
  /// 小计 or 合计; where the source states more than the rows show, it says that only they are counted.
  static func countName(_ name: String, remark: String?) -> String {
    remark == nil ? name : name + "\u{FF08}本表所列\u{FF09}"
  }

  /// 小计 and 合计 in words: what their formulas come to.
  static func words(_ name: String, _ counts: RowCounts, in frame: AttachmentTable.Frame) -> String {
    "\(name)\u{FF1A}" + counts.words(categories: frame.countsCategories)
  }

  /// The height of a text that runs over all columns but that of the labels.
  static func height(of text: String, in frame: AttachmentTable.Frame) -> Double {
    let columns = textColumns(of: frame)
    let width = frame.columns[columns].reduce(0) { $0 + $1.width }
    return TablePaper.height(lines: CellLines.count(text, capacity: CellLines.capacity(ofColumn: width)))
  }

  /// The columns that remarks and subtotals run over: the wider side of the column of labels.
  static func textColumns(of frame: AttachmentTable.Frame) -> ClosedRange<Int> {
    let last = frame.columns.count - 1
    guard let label = frame.labelColumn, last > 0 else { return 0...last }
    let sides = [0..<label, (label + 1)..<(last + 1)].filter { !$0.isEmpty }
    let widest = sides.max { left, right in
      frame.columns[left].reduce(0) { $0 + $1.width } < frame.columns[right].reduce(0) { $0 + $1.width }
    }
    return widest.map { $0.lowerBound...($0.upperBound - 1) } ?? 0...last
  }

  /// An item's texts broken into lines, to be taken in one piece or in several.
  struct Parts {
    private let row: AttachmentTable.Row
    private let lines: [[String]]
    private let most: Int
    private var taken = 0

    init(_ row: AttachmentTable.Row, in frame: AttachmentTable.Frame) {
      self.row = row
      lines = row.cells.indices.map { column in
        guard column != frame.labelColumn else { return [] }
        let capacity = CellLines.capacity(ofColumn: frame.columns[column].width)
        return CellLines.lines(of: row.cells[column].text, capacity: capacity)
      }
      most = lines.reduce(1) { max($0, $1.count) }
    }

    /// How many lines are still to be taken; nil when all are.
    var linesLeft: Int? { taken < most ? most - taken : nil }

    /// The next lines of every cell as a row; the label stays whole in each part.
    mutating func take(_ count: Int) -> AttachmentTable.Row {
      let range = taken..<(taken + count)
      taken += count
      guard range.lowerBound > 0 || range.upperBound < most else { return row }
      var part = row
      for (column, lines) in lines.enumerated() where !lines.isEmpty {
        let own = range.clamped(to: 0..<lines.count)
        part.cells[column].text = lines[own].joined()
      }
      return part
    }
  }
}
