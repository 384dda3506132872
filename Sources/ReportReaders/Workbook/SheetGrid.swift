import Foundation
import OfficePackage
import ReportModel

/// 表格内容: the cells of one sheet as text, each with what it was.
struct SheetGrid {
  /// A cell that holds something.
  struct Cell: Hashable {
    /// What the value was before it became text.
    enum Kind: Hashable {
      case text, number, date, error, uncalculated
    }

    /// What the cell shows; dates as 2021-09-30, numbers in plain digits.
    var text: String
    var kind: Kind
    var isFormula: Bool
  }

  /// A row that holds something.
  struct Row {
    /// The row's number, from 1.
    var number: Int
    var isHidden: Bool
    /// The cells by column, from 1.
    var cells: [Int: Cell]

    /// The text of a cell without white space at its ends; empty for a blank one.
    func text(_ column: Int) -> String { cells[column]?.text.trimmed ?? "" }
  }

  let file: String
  let name: String
  let isHidden: Bool
  private(set) var rows: [Row] = []
  private(set) var merges: [CellRange] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  /// The place of a cell.
  func place(_ row: Int, _ column: Int) -> SourcePlace {
    .cell(file: file, sheet: name, reference: CellReference.name(row: row, column: column))
  }

  /// The vertical merge that a cell belongs to without being its first.
  func mergeAbove(_ row: Int, _ column: Int) -> CellRange? {
    guard let merges = verticalMerges[column] else { return nil }
    // The last merge that begins above the row; merges do not overlap.
    var low = 0
    var high = merges.count
    while low < high {
      let middle = (low + high) / 2
      if merges[middle].rows.lowerBound < row { low = middle + 1 } else { high = middle }
    }
    return low > 0 && merges[low - 1].rows.contains(row) ? merges[low - 1] : nil
  }

  /// Whether a cell is merged with others to its right, and with none below.
  func spansColumns(_ row: Int, _ column: Int) -> Bool {
    rowMerges[row]?.contains { $0.columns.lowerBound == column } ?? false
  }

  /// The text of a cell, wherever the row stands.
  func text(_ row: Int, _ column: Int) -> String {
    rowIndex[row].map { rows[$0].text(column) } ?? ""
  }

  private var verticalMerges: [Int: [CellRange]] = [:]
  private var rowMerges: [Int: [CellRange]] = [:]
  private var rowIndex: [Int: Int] = [:]

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

  private init(_ stream: SheetRows, file: String, name: String, isHidden: Bool) throws(PackageFault) {
    self.file = file
    self.name = name
    self.isHidden = isHidden
    var row = SheetRow()
    while try stream.next(into: &row) {
      var cells: [Int: Cell] = [:]
      for cell in row.cells { cells[cell.column] = Cell(cell) }
      rows.append(Row(number: row.number, isHidden: row.isHidden, cells: cells))
    }
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
    for (index, row) in rows.enumerated() { rowIndex[row.number] = index }
  }
}

extension SheetGrid.Cell {
  fileprivate init(_ cell: SheetCell) {
    let (text, kind): (String, Kind) =
      switch cell.value {
      case .text(let text): (text, .text)
      case .number(let number): (number.description, .number)
      case .date(let date, _): (date.ledgerText, .date)
      case .logical(let value): (value ? "是" : "否", .text)
      case .error(let code): (code, .error)
      case .uncalculated: ("", .uncalculated)
      }
    self.init(text: text, kind: kind, isFormula: cell.isFormula)
  }
}

extension SheetDate {
  /// The date as far as it is shown, in the ledger's spelling; a time alone as hours and minutes.
  fileprivate var ledgerText: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch shown {
    case .year: return "\(year)"
    case .month: return "\(year)-\(two(month))"
    case .day, .dayAndTime: return "\(year)-\(two(month))-\(two(day))"
    case .time: return "\(two(second / 3600)):\(two(second / 60 % 60))"
    }
  }
}
