import Spreadsheet

/// 表格样式: the looks of an attachment table, the same whether it is written whole or streamed.
struct TableStyles {
  let number: PreparedStyle
  let title: PreparedStyle
  let caption: PreparedStyle
  let header: PreparedStyle
  let label: PreparedStyle
  let remark: PreparedStyle
  let subtotal: PreparedStyle
  let total: PreparedStyle
  /// The four looks of each column's cells, column after column.
  private let cells: [PreparedStyle]

  /// The fill of delayed rows; they bear the word 延期 as well, for prints in black and white.
  static let delayedFill = Color(0xFFE699)
  private static let headerFill = Color(0xD9E2F3)
  private static let countFill = Color(0xF2F2F2)
  private static let openColor = Color(0x7F7F7F)

  init(_ frame: AttachmentTable.Frame, in workbook: Workbook) {
    let plain = CellStyle()
    let boxed = plain.with { $0.border = .thin }
    number = workbook.prepare(
      plain.with {
        $0.font = "黑体"
        $0.size = 14
        $0.wraps = false
      })
    title = workbook.prepare(
      plain.with {
        $0.font = "黑体"
        $0.size = 18
        $0.horizontal = .center
      })
    caption = workbook.prepare(plain.with { $0.horizontal = .right })
    header = workbook.prepare(
      boxed.with {
        $0.font = "黑体"
        $0.horizontal = .center
        $0.fill = Self.headerFill
      })
    label = workbook.prepare(
      boxed.with {
        $0.bold = true
        $0.horizontal = .center
      })
    remark = workbook.prepare(boxed.with { $0.color = Self.openColor })
    subtotal = workbook.prepare(
      boxed.with {
        $0.bold = true
        $0.fill = Self.countFill
      })
    total = workbook.prepare(
      boxed.with {
        $0.font = "黑体"
        $0.fill = Self.headerFill
      })
    cells = frame.columns.indices.flatMap { column in
      [(false, false), (false, true), (true, false), (true, true)].map { isDelayed, isOpen in
        workbook.prepare(
          boxed.with {
            $0.horizontal = frame.columns[column].alignment == .center ? .center : .left
            if isOpen { $0.color = Self.openColor }
            if isDelayed {
              $0.fill = Self.delayedFill
              $0.bold = column == frame.countedColumn
            }
          })
      }
    }
  }

  /// The look of an item's cell.
  func cell(column: Int, isDelayed: Bool, isOpen: Bool) -> PreparedStyle {
    cells[column * 4 + (isDelayed ? 2 : 0) + (isOpen ? 1 : 0)]
  }
}
