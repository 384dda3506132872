/// 单元格: a cell that holds something.
public struct SheetCell: Hashable, Sendable {
  /// Its column, from 1 for A.
  public var column: Int
  /// What it shows.
  public var value: Value
  /// Whether that was calculated by a formula; the value is the one stored when the file was saved.
  public var isFormula: Bool

  /// What a cell shows.
  public enum Value: Hashable, Sendable {
    /// Text, plain or rich, in the rows' `texts`; phonetic guides left out.
    case text(TextPool.ID)
    /// A number.
    case number(SheetNumber)
    /// A number that the format shows as a date, with the number itself.
    case date(SheetDate, serial: SheetNumber?)
    /// TRUE or FALSE.
    case logical(Bool)
    /// An error such as `#REF!`.
    case error(TextPool.ID)
    /// A formula whose value the file does not hold: it was written by a program and never calculated.
    case uncalculated
  }
}

/// 行: a row that holds something, with its cells from left to right as the file has them.
public struct SheetRow: Hashable, Sendable {
  /// The row's number, from 1.
  public var number = 0
  /// Whether it is hidden, by hand or by a filter.
  public var isHidden = false
  /// The cells that hold something.
  public var cells: [SheetCell] = []

  /// An empty row, to be filled by `SheetRows.next(into:)`.
  public init() {}
}

/// 单元格引用: names of cells such as `C7`.
public enum CellReference {
  /// Excel's last row and column.
  public static let lastRow = 1_048_576
  /// Excel's last row and column.
  public static let lastColumn = 16_384

  /// The name of a cell, such as `C7` for row 7 and column 3, both from 1.
  public static func name(row: Int, column: Int) -> String { columnName(column) + String(row) }

  /// The letters of a column, such as `AA` for 27.
  public static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The row and column of a name such as `C7` or `$C$7`; nil for anything else.
  public static func parse(_ name: String) -> (row: Int, column: Int)? {
    var name = name
    return name.withUTF8 { bytes in parse(bytes) }
  }

  static func parse(_ name: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in name {
      if byte == UInt8(ascii: "$") { continue }
      let letter = byte & 0xDF
      if (0x41...0x5A).contains(letter), row == 0, byte >= 0x41 {
        column = column * 26 + Int(letter - 0x40)
      } else if byte &- 0x30 <= 9 {
        row = row * 10 + Int(byte &- 0x30)
      } else {
        return nil
      }
      guard column <= lastColumn, row <= lastRow else { return nil }
    }
    return row > 0 && column > 0 ? (row, column) : nil
  }
}

/// 区域: a block of cells, such as `A3:A9`; rows and columns from 1.
public struct CellRange: Hashable, Sendable {
  /// The rows.
  public var rows: ClosedRange<Int>
  /// The columns.
  public var columns: ClosedRange<Int>

  /// The block that a name such as `A3:C9` or `A3` means; nil for anything else.
  public init?(_ name: String) {
    let corners = name.split(separator: ":").map { CellReference.parse(String($0)) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2 else {
      return nil
    }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }
}
