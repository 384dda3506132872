internal import CXLSXWriter

extension Sheet {
  /// 行高, in points, from 0 to Excel's 409.
  public func setHeight(ofRow row: Int, _ height: Double) throws(SpreadsheetError) {
    let (row32, _) = try place(row, 0)
    worksheet_set_row(pointer, row32, min(max(height, 0), 409), nil)
  }

  /// 列宽, in half-width characters of the default font; hidden columns keep their width.
  public func setWidth(ofColumn column: Int, _ width: Double, hidden: Bool = false) throws(SpreadsheetError) {
    let (_, column16) = try place(0, column)
    var options = lxw_row_col_options()
    options.hidden = hidden ? 1 : 0
    worksheet_set_column_opt(pointer, column16, column16, min(max(width, 0), 255), nil, &options)
  }

  /// 冻结窗格: rows above and columns left of the cell stay on the screen.
  public func freeze(row: Int, column: Int) throws(SpreadsheetError) {
    let (row32, column16) = try place(row, column)
    worksheet_freeze_panes(pointer, row32, column16)
  }

  /// 打印设置: A4 landscape and how the table lies on it.
  public struct PageSetup: Hashable, Sendable {
    /// Margins in millimetres.
    public struct Margins: Hashable, Sendable {
      /// At the left.
      public var left: Double
      /// At the right.
      public var right: Double
      /// At the top.
      public var top: Double
      /// At the bottom; the footer stands in it.
      public var bottom: Double

      /// Margins in millimetres.
      public init(left: Double, right: Double, top: Double, bottom: Double) {
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
      }
    }

    /// Margins.
    public var margins: Margins
    /// Rows repeated at the top of each page.
    public var repeatedRows: ClosedRange<Int>?
    /// Header and footer in Excel's codes: `&C第 &P 页 共 &N 页` is "page x of y" in the middle, `&&` an ampersand.
    public var header: String
    /// See `header`.
    public var footer: String
    /// 缩放, in percent, 10 to 400.
    public var scale: Int
    /// Rows that begin a new page, ascending.
    public var pageBreaks: [Int]

    /// A page with these margins, nothing repeated, not scaled.
    public init(margins: Margins) {
      self.margins = margins
      self.header = ""
      self.footer = ""
      self.scale = 100
      self.pageBreaks = []
    }
  }

  /// Sets the page up: A4, landscape, centred across.
  /// - Throws: `.setting` for a header or footer over 255 characters, `.tooManyPageBreaks`.
  public func setPage(_ page: PageSetup) throws(SpreadsheetError) {
    guard page.pageBreaks.count <= 1_023 else { throw .tooManyPageBreaks(page.pageBreaks.count, sheet: name) }
    worksheet_set_landscape(pointer)
    worksheet_set_paper(pointer, 9)  // A4
    let inch = 25.4
    worksheet_set_margins(
      pointer, page.margins.left / inch, page.margins.right / inch, page.margins.top / inch,
      page.margins.bottom / inch)
    worksheet_center_horizontally(pointer)
    for (what, text, set) in [
      ("页眉", page.header, worksheet_set_header), ("页脚", page.footer, worksheet_set_footer),
    ] where !text.isEmpty {
      guard CellText.isUsable(text, limit: 255), set(pointer, text) == LXW_NO_ERROR else {
        throw .setting(what, limit: 255)
      }
    }
    if let rows = page.repeatedRows {
      worksheet_repeat_rows(pointer, try place(rows.lowerBound, 0).0, try place(rows.upperBound, 0).0)
    }
    worksheet_set_print_scale(pointer, UInt16(min(max(page.scale, 10), 400)))
    // The list ends with a 0.
    var breaks = page.pageBreaks.filter { $0 > 0 }.map { lxw_row_t($0) } + [0]
    if breaks.count > 1 { worksheet_set_h_pagebreaks(pointer, &breaks) }
  }

  /// 打印区域.
  public func setPrintArea(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(SpreadsheetError) {
    let (firstRow, firstColumn) = try place(rows.lowerBound, columns.lowerBound)
    let (lastRow, lastColumn) = try place(rows.upperBound, columns.upperBound)
    worksheet_print_area(pointer, firstRow, firstColumn, lastRow, lastColumn)
  }

  /// 隐藏工作表. The first sheet of a workbook must stay visible or another be activated.
  public func hide() { worksheet_hide(pointer) }

  /// Makes this the sheet that is seen when the file is opened.
  public func activate() { worksheet_activate(pointer) }
}
