import Spreadsheet

/// 版面: A4 landscape and what a table's columns make of it. Lengths in points.
struct TablePaper {
  /// One line of 10.5 pt text, also in faces with tall lines.
  static let line = 15.75
  /// The air above and below a cell's text.
  static let air = 6.0
  /// Excel's tallest row.
  static let tallestRow = 409.0
  /// The lines that the tallest row holds.
  static let mostLines = Int((tallestRow - air) / line)

  static let margins = Sheet.PageSetup.Margins(left: 13, right: 13, top: 18, bottom: 18)

  /// Page x of y.
  static let footer = "&C&\"宋体,常规\"&9第 &P 页 共 &N 页"

  /// 缩放, in percent.
  let scale: Int
  /// The height of a page in rows' points.
  let height: Double

  /// Paper for columns of these widths, in half-width characters.
  init(columnWidths: [Int]) {
    let millimetre = 72 / 25.4
    // A column of w characters is 7w+5 pixels wide in the default font, 96 pixels an inch.
    let width = columnWidths.reduce(0.0) { $0 + Double(7 * $1 + 5) * 0.75 }
    let room = (297 - Self.margins.left - Self.margins.right) * millimetre
    scale = min(100, max(10, Int(room / width * 98)))
    let tall = (210 - Self.margins.top - Self.margins.bottom) * millimetre
    // Printers differ by a hair: a row that a page does not take after all would stand alone on the next one.
    height = tall * 0.98 * 100 / Double(scale)
  }

  /// The height of a row with so many lines, in Excel's steps of a quarter point times three.
  static func height(lines: Int) -> Double {
    let exact = Double(lines) * line + air
    return min(tallestRow, (exact / 0.75).rounded(.up) * 0.75)
  }
}
