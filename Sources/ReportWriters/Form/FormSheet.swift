import ReportModel
import Spreadsheet

/// 填报工作表: three lines of title, the heads, a hidden line with the columns' keys, and the rows.
struct FormSheet {
  private let sheet: Sheet
  private let columns: [FormColumn]
  private let paper: TablePaper
  private let title: PreparedStyle
  private let caption: PreparedStyle
  private let header: PreparedStyle
  private let openHeader: PreparedStyle
  private let key: PreparedStyle
  private let locked: PreparedStyle
  private let lockedCentre: PreparedStyle
  private let open: PreparedStyle
  private let openDate: PreparedStyle

  private static let headerRow = 3
  private static let keyRow = 4
  static let firstRow = 5
  private static let lockedFill = Color(0xF2F2F2)
  /// Columns as narrow as these hold words that stand in the middle.
  private static let narrow = 12

  init(_ name: String, columns: [FormColumn], in workbook: Workbook) throws {
    sheet = try workbook.addSheet(name)
    self.columns = columns
    paper = TablePaper(columnWidths: columns.map(\.width))
    let plain = CellStyle()
    let boxed = plain.with { $0.border = .thin }
    title = workbook.prepare(
      plain.with {
        $0.font = "黑体"
        $0.size = 18
        $0.horizontal = .center
      })
    caption = workbook.prepare(plain.with { $0.horizontal = .left })
    let head = boxed.with {
      $0.font = "黑体"
      $0.horizontal = .center
    }
    header = workbook.prepare(head.with { $0.fill = Color(0xD9D9D9) })
    openHeader = workbook.prepare(head.with { $0.fill = Color(0xD9E2F3) })
    key = workbook.prepare(plain.with { $0.color = Color(0x7F7F7F) })
    let closed = boxed.with { $0.fill = Self.lockedFill }
    locked = workbook.prepare(closed)
    lockedCentre = workbook.prepare(closed.with { $0.horizontal = .center })
    let free = boxed.with {
      $0.locked = false
      $0.vertical = .top
    }
    open = workbook.prepare(free.with { $0.numberFormat = "@" })
    openDate = workbook.prepare(
      free.with {
        $0.numberFormat = "yyyy-mm-dd;@"
        $0.horizontal = .center
      })
  }

  /// Whether a column's cells are to be filled in.
  private func isOpen(_ column: FormColumn) -> Bool {
    column.field != nil || columns.allSatisfy { $0.field == nil }
  }

  private func isDate(_ column: FormColumn) -> Bool { column.field == .delayedUntil || column.key == "印发日期" }

  /// The column of the rows' marks, behind those that are seen; the fingerprint stands behind it.
  private var markColumn: Int { columns.count }

  func writeHead(_ lines: [String]) throws {
    let width = columns.reduce(0) { $0 + $1.width }
    for (row, text) in lines.enumerated() {
      let style = row == 0 ? title : caption
      let count = CellLines.count(text, capacity: CellLines.capacity(ofColumn: width))
      try sheet.setHeight(ofRow: row, row == 0 ? 36 : TablePaper.height(lines: count))
      try sheet.merge(rows: row...row, columns: 0...(columns.count - 1), style: style)
      try sheet.write(text, row: row, column: 0, style: style)
    }
    try sheet.setHeight(ofRow: Self.headerRow, TablePaper.height(lines: 2))
    // A row without height is hidden.
    try sheet.setHeight(ofRow: Self.keyRow, 0)
    for (index, column) in columns.enumerated() {
      try sheet.setWidth(ofColumn: index, Double(column.width))
      try sheet.write(
        column.heading, row: Self.headerRow, column: index, style: isOpen(column) ? openHeader : header)
      try sheet.write(FormKey.text(column.key), row: Self.keyRow, column: index, style: key)
      try sheet.comment(column.help, row: Self.headerRow, column: index, author: "")
    }
    for (offset, name) in [FormKey.mark, FormKey.fingerprint].enumerated() {
      try sheet.setWidth(ofColumn: markColumn + offset, 12, hidden: true)
      try sheet.write(name, row: Self.headerRow, column: markColumn + offset, style: key)
      try sheet.write(FormKey.text(name), row: Self.keyRow, column: markColumn + offset, style: key)
    }
  }

  func writeRow(_ number: Int, _ texts: [String], mark: FormMark, fingerprint: Fingerprint?) throws {
    let row = Self.firstRow + number
    let lines = zip(columns, texts).map { column, text in
      CellLines.count(text, capacity: CellLines.capacity(ofColumn: column.width))
    }
    let least = columns.contains { $0.field != nil } ? 3 : 1
    try sheet.setHeight(ofRow: row, TablePaper.height(lines: max(least, lines.max() ?? 1)))
    for (index, column) in columns.enumerated() {
      if isDate(column), let serial = Self.serial(texts[index]) {
        try sheet.write(serial, row: row, column: index, style: openDate)
        continue
      }
      let style =
        isDate(column)
        ? openDate : isOpen(column) ? open : column.width <= Self.narrow ? lockedCentre : locked
      try sheet.write(texts[index], row: row, column: index, style: style)
    }
    try sheet.write(mark.text, row: row, column: markColumn, style: key)
    if let fingerprint {
      try sheet.write(fingerprint.text, row: row, column: markColumn + 1, style: key)
    }
  }

  /// Rules and hints on the open columns, protection, and the printing.
  func finish(rows: Int, freezeColumns: Int, rule: (FormColumn) -> DataValidation.Rule?) throws {
    let range = Self.firstRow...(Self.firstRow + max(rows, 1) - 1)
    for (index, column) in columns.enumerated() {
      guard let rule = rule(column) else { continue }
      let validation = DataValidation(
        rule, hintTitle: column.heading, hint: column.help,
        refusal: isDate(column) ? "这里应填日期，例如 2022-06-30。仍要按现在的写法保存吗？" : "请按提示填写。" + column.help,
        isStrict: !isDate(column))
      try sheet.validate(rows: range, columns: index...index, validation)
    }
    try sheet.freeze(row: Self.firstRow, column: freezeColumns)
    sheet.protect()
    var page = Sheet.PageSetup(margins: TablePaper.margins)
    page.repeatedRows = Self.headerRow...Self.headerRow
    page.footer = TablePaper.footer
    page.scale = paper.scale
    try sheet.setPage(page)
    try sheet.setPrintArea(rows: 0...range.upperBound, columns: 0...(columns.count - 1))
  }

  /// The days that a date may fall on: ten years before and after the ledger's.
  static func days(_ year: Int) -> ClosedRange<Int> {
    serial(
      PartialDate(year: year - 10, month: 1, day: 1))...serial(
        PartialDate(year: year + 10, month: 12, day: 31))
  }

  private static func serial(_ date: PartialDate?) -> Int {
    date.map { AttachmentWorkbook.seconds($0, year: $0.year) / 86_400 + 25_569 } ?? 0
  }

  /// The serial number of a text that is a full date.
  private static func serial(_ text: String) -> Int? {
    guard case .date(let date) = PartialDate.read(text), date.day != nil else { return nil }
    return serial(date)
  }
}
