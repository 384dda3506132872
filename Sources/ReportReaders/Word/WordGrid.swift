import ReportModel

/// Word 表格: one table while it is being read. Merged cells keep their columns: what is swallowed is empty.
struct WordGrid {
  /// A paragraph inside a cell; `offset` as in a block.
  struct Line {
    var text: String
    var number: Int
    var offset: Int
  }

  /// How many columns the cell being read is wide.
  var span = 1
  /// Whether the cell being read belongs to the one above or to its left.
  var isMergedAway = false
  /// Whether the row being read was deleted in a tracked change.
  var rowIsDeleted = false

  private var rows: [[[Line]]] = []
  private var row: [[Line]] = []
  private var cell: [Line] = []

  /// Word itself allows 63 columns.
  private static let widest = 64

  mutating func beginRow() {
    row = []
    rowIsDeleted = false
  }

  mutating func beginCell() {
    cell = []
    span = 1
    isMergedAway = false
  }

  /// Columns left out at the start of a row.
  mutating func skip(_ columns: Int) { pad(columns) }

  mutating func add(_ line: Line) { cell.append(line) }

  mutating func endCell() {
    row.append(isMergedAway ? [] : cell)
    cell = []
    pad(span - 1)
  }

  mutating func endRow() {
    if !rowIsDeleted { rows.append(row) }
    row = []
  }

  private mutating func pad(_ columns: Int) {
    for _ in 0..<min(max(columns, 0), max(0, Self.widest - row.count)) { row.append([]) }
  }

  /// All the lines of all the cells, for a table inside a cell.
  var lines: [Line] { rows.flatMap { $0.flatMap { $0 } } }

  /// The table as a block, numbered by its first paragraph; nil if no cell holds any text.
  var block: SourceBlock? {
    guard let first = lines.first, lines.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) else {
      return nil
    }
    var texts: [[String]] = []
    var pieces: [[[SourceBlock.Piece]]] = []
    for row in rows {
      let cells = row.map(Self.joined)
      texts.append(cells.map(\.text))
      pieces.append(cells.map(\.pieces))
    }
    return SourceBlock(.table(texts), text: "", number: first.number, isParagraph: true, cellPieces: pieces)
  }

  /// The lines of a cell under one another.
  private static func joined(_ lines: [Line]) -> (text: String, pieces: [SourceBlock.Piece]) {
    var text = ""
    var pieces: [SourceBlock.Piece] = []
    for line in lines where !line.text.isEmpty {
      if !text.isEmpty { text += "\n" }
      let start = text.unicodeScalars.count
      pieces.append(.init(start: start, number: line.number, offset: line.offset - start))
      text += line.text
    }
    if pieces.isEmpty, let first = lines.first { pieces = [.init(number: first.number)] }
    return (text, pieces)
  }
}
