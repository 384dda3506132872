import OfficePackage
import ReportModel

/// 表格内容: the cells of one sheet, packed: a cell is eight bytes, its text stands in the workbook's pool.
struct SheetGrid {
  /// A cell that holds something.
  struct Cell: Hashable {
    /// What the value was before it became text.
    enum Kind: UInt8, Hashable {
      case text, number, date, error, uncalculated
    }

    /// What the cell shows; dates as 2021-09-30, numbers in plain digits.
    var text: String
    var kind: Kind
    var isFormula: Bool
  }

  /// A cell as it is kept.
  struct PackedCell {
    var column: UInt16
    var kind: Cell.Kind
    var isFormula: Bool
    var text: TextPool.ID
  }

  /// A row that holds something.
  struct Row {
    /// The row's number, from 1.
    let number: Int
    let isHidden: Bool
    /// Its cells as they are kept, from left to right.
    let packed: ArraySlice<PackedCell>
    fileprivate let texts: TextPool

    /// The cells by column, from 1.
    var cells: [Int: Cell] {
      var cells: [Int: Cell] = [:]
      for cell in packed {
        cells[Int(cell.column)] = Cell(text: texts[cell.text], kind: cell.kind, isFormula: cell.isFormula)
      }
      return cells
    }

    /// The text of a cell that is not blank.
    func id(_ column: Int) -> TextPool.ID? {
      guard let cell = packed.last(where: { $0.column == column }), !texts.isBlank(cell.text) else {
        return nil
      }
      return cell.text
    }

    /// The text of a cell without white space at its ends; empty for a blank one.
    func text(_ column: Int) -> String { id(column).map { texts.trimmed($0) } ?? "" }

    /// The cells that are not blank, from left to right.
    var filled: [PackedCell] { packed.filter { !texts.isBlank($0.text) } }
  }

  /// The rows from the top.
  struct Rows: RandomAccessCollection {
    fileprivate var numbers: [UInt32] = []
    fileprivate var hidden: Set<Int> = []
    fileprivate var ends: [Int] = []
    fileprivate var cells: [PackedCell] = []
    fileprivate let texts: TextPool

    var startIndex: Int { 0 }
    var endIndex: Int { numbers.count }

    subscript(index: Int) -> Row {
      let number = Int(numbers[index])
      return Row(
        number: number, isHidden: hidden.contains(number),
        packed: cells[(index == 0 ? 0 : ends[index - 1])..<ends[index]], texts: texts)
    }

    /// Puts rows in order that a file has in another one.
    fileprivate mutating func sort() {
      guard zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) else { return }
      var sorted = Rows(texts: texts)
      sorted.hidden = hidden
      for index in indices.sorted(by: { (numbers[$0], $0) < (numbers[$1], $1) }) {
        sorted.cells += self[index].packed
        sorted.numbers.append(numbers[index])
        sorted.ends.append(sorted.cells.count)
      }
      self = sorted
    }

    /// The first row from a number on.
    func index(from number: Int) -> Int {
      numbers.prefixEnd { $0 < number }
    }
  }

  let file: String
  let name: String
  /// What a table is called: the sheet's name, or what stands above a table of a document.
  let title: String
  let isHidden: Bool
  let texts: TextPool
  private(set) var rows: Rows
  private(set) var merges: [CellRange] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// The text of cells that hold nothing.
  let blank: TextPool.ID
  private var verticalMerges: [Int: [CellRange]] = [:]
  private var rowMerges: [Int: [CellRange]] = [:]

  /// The sheet without its cells, for places and texts: tables need them no longer once their items are known.
  var emptied: SheetGrid {
    var grid = self
    grid.rows = Rows(texts: texts)
    grid.merges = []
    grid.verticalMerges = [:]
    grid.rowMerges = [:]
    return grid
  }

  /// The table of a document that the cells are from; nil for a sheet.
  private var block: SourceBlock?

  /// The place of a cell.
  func place(_ row: Int, _ column: Int) -> SourcePlace {
    if let block {
      let length = id(row, column).map { texts[$0].unicodeScalars.count } ?? 0
      return block.place(ofCell: row - 1, column - 1, 0..<length, in: file)
    }
    return .cell(file: file, sheet: name, reference: CellReference.name(row: row, column: column))
  }

  /// The vertical merge that a cell belongs to without being its first.
  func mergeAbove(_ row: Int, _ column: Int) -> CellRange? {
    guard !verticalMerges.isEmpty, let merges = verticalMerges[column] else { return nil }
    // The last merge that begins above the row; merges do not overlap.
    let low = merges.prefixEnd { $0.rows.lowerBound < row }
    return low > 0 && merges[low - 1].rows.contains(row) ? merges[low - 1] : nil
  }

  /// Whether a cell is merged with others to its right, and with none below.
  func spansColumns(_ row: Int, _ column: Int) -> Bool {
    rowMerges[row]?.contains { $0.columns.lowerBound == column } ?? false
  }

  /// The text of a cell that is not blank, wherever the row stands.
  func id(_ row: Int, _ column: Int) -> TextPool.ID? {
    let index = rows.index(from: row)
    return index < rows.count && rows[index].number == row ? rows[index].id(column) : nil
  }

  /// Reads all sheets of a workbook file.
  /// - Throws: `InvalidInput` for anything that is not a sound workbook.
  static func sheets(of bytes: [UInt8], file: String) throws(InvalidInput) -> (
    sheets: [SheetGrid], notes: [Diagnostic]
  ) {
    do throws(PackageFault) {
      let workbook = try WorkbookFile(bytes)
      var notes: [Diagnostic] = []
      if workbook.hasMacros {
        notes.append(.init("workbook.macros", .note, at: .file(file), "文件带有宏，宏没有运行，只读了单元格"))
      }
      if workbook.hasExternalLinks {
        notes.append(
          .init("workbook.links", .note, at: .file(file), "文件引用了别的工作簿，读的是上次保存时的值"))
      }
      var sheets: [SheetGrid] = []
      for sheet in workbook.sheets {
        sheets.append(
          try SheetGrid(workbook.rows(of: sheet), file: file, name: sheet.name, isHidden: sheet.isHidden))
      }
      return (sheets, notes)
    } catch {
      throw error.invalid(file)
    }
  }

  /// A table in a Word, Markdown or text file; nil for a block that is none. What a merge swallows is empty in it.
  ///
  /// `title` is what stands above the table.
  /// - Throws: a fault where the table's texts are more than is held in memory.
  init?(_ block: SourceBlock, file: String, name: String, title: String) throws(PackageFault) {
    guard case .table(let table) = block.kind else { return nil }
    self.file = file
    self.name = name
    self.title = title
    self.block = block
    isHidden = false
    texts = TextPool()
    rows = Rows(texts: texts)
    blank = try texts.add("")
    for (index, cells) in table.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty && column < Int(UInt16.max) {
        rows.cells.append(
          PackedCell(column: UInt16(column + 1), kind: .text, isFormula: false, text: try texts.add(text)))
      }
      rows.numbers.append(UInt32(index + 1))
      rows.ends.append(rows.cells.count)
    }
  }

  private init(_ stream: SheetRows, file: String, name: String, isHidden: Bool) throws(PackageFault) {
    self.file = file
    self.name = name
    title = name
    self.isHidden = isHidden
    texts = stream.texts
    rows = Rows(texts: stream.texts)
    blank = try texts.add("")
    var row = SheetRow()
    while try stream.next(into: &row) {
      for cell in row.cells {
        let (kind, text): (Cell.Kind, TextPool.ID) =
          switch cell.value {
          case .text(let text): (.text, text)
          case .number(let number): (.number, try texts.add(number.description))
          case .date(let date, _): (.date, try texts.add(date.ledgerText))
          case .logical(let value): (.text, try texts.add(value ? "是" : "否"))
          case .error(let code): (.error, code)
          case .uncalculated: (.uncalculated, blank)
          }
        rows.cells.append(
          PackedCell(column: UInt16(cell.column), kind: kind, isFormula: cell.isFormula, text: text))
      }
      rows.numbers.append(UInt32(row.number))
      rows.ends.append(rows.cells.count)
      if row.isHidden { rows.hidden.insert(row.number) }
    }
    rows.sort()
    merges = stream.merges
    hiddenColumns = stream.hiddenColumns
    for merge in merges {
      if merge.rows.count > 1 {
        for column in merge.columns.prefix(64) { verticalMerges[column, default: []].append(merge) }
      } else if merge.columns.count > 1 {
        rowMerges[merge.rows.lowerBound, default: []].append(merge)
      }
    }
    for column in verticalMerges.keys {
      verticalMerges[column]?.sort { $0.rows.lowerBound < $1.rows.lowerBound }
    }
  }
}

extension SheetDate {
  /// The date as far as it is shown, in the ledger's spelling; a time alone as hours and minutes.
  fileprivate var ledgerText: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(10)
    func add(_ number: Int, width: Int) {
      var divisor = width == 4 ? 1000 : 10
      while divisor > 0 {
        digits.append(0x30 + UInt8(number / divisor % 10))
        divisor /= 10
      }
    }
    if shown == .time {
      add(second / 3600, width: 2)
      digits.append(UInt8(ascii: ":"))
      add(second / 60 % 60, width: 2)
    } else {
      add(year, width: 4)
      for part in shown == .year ? [] : shown == .month ? [month] : [month, day] {
        digits.append(UInt8(ascii: "-"))
        add(part, width: 2)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
