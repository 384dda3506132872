/// 单元格位置: a cell of a named sheet; row and column count from 0, as in libxlsxwriter.
public struct CellAddress: Hashable, Sendable {
  /// The sheet's name.
  public var sheet: String
  /// The row, from 0.
  public var row: Int
  /// The column, from 0.
  public var column: Int

  /// A cell.
  public init(sheet: String, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The cell as people name it inside its sheet: `C7`.
  public var reference: String { Self.columnName(column) + String(row + 1) }

  /// The letters of a column: 0 is `A`, 26 is `AA`.
  public static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    repeat {
      letters.append(UInt8(truncatingIfNeeded: 65 + rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// 单元格区域: a rectangle of a named sheet, both corners included.
public struct CellRange: Hashable, Sendable {
  /// The sheet's name.
  public var sheet: String
  /// The rows, from 0.
  public var rows: ClosedRange<Int>
  /// The columns, from 0.
  public var columns: ClosedRange<Int>

  /// A rectangle.
  public init(sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
  }

  /// The range inside its own sheet: `C5:C14`.
  public var reference: String {
    CellAddress.columnName(columns.lowerBound) + "\(rows.lowerBound + 1):"
      + CellAddress.columnName(columns.upperBound) + "\(rows.upperBound + 1)"
  }

  /// The range seen from any sheet, fixed: `'附件2'!$C$5:$C$14`.
  public var absolute: String {
    let name = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let first = "$" + CellAddress.columnName(columns.lowerBound) + "$\(rows.lowerBound + 1)"
    let last = "$" + CellAddress.columnName(columns.upperBound) + "$\(rows.upperBound + 1)"
    return "'\(name)'!\(first):\(last)"
  }
}
