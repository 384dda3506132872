internal import CXLSXWriter

/// 工作表: writes the cells of one sheet. Rows and columns count from 0.
public final class Sheet {
  /// The sheet's name.
  public let name: String
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private let mode: Workbook.Mode
  private var merged = MergedCells()
  /// About how many bytes of XML the cells come to.
  private(set) var volume = 0

  init(
    name: String, pointer: UnsafeMutablePointer<lxw_worksheet>, workbook: UnsafeMutablePointer<lxw_workbook>,
    mode: Workbook.Mode
  ) {
    self.name = name
    self.pointer = pointer
    self.workbook = workbook
    self.mode = mode
  }

  /// Writes text as text, whatever it begins with: `=1+1` is no formula here. Empty text makes a blank cell.
  /// - Throws: `.forbiddenCharacter`, `.textTooLong`, `.outsideSheet`, `.alreadyStreamed`.
  public func write(_ text: String, row: Int, column: Int, style: PreparedStyle) throws(SpreadsheetError) {
    let (row32, column16) = try place(row, column)
    volume &+= text.utf8.count &+ 64
    var code = LXW_NO_ERROR
    switch verdict(on: text, { code = worksheet_write_string(pointer, row32, column16, $0, style.format) }) {
    case .plain: try check(code, row, column)
    case .needsRewriting:
      let text = CellText.rewritten(text)
      let length = text.utf16.count
      guard length <= CellText.longest else { throw .textTooLong(length: length, at: address(row, column)) }
      try check(worksheet_write_string(pointer, row32, column16, text, style.format), row, column)
    case .forbidden(let byte): throw CellText.forbidden(text, byte: byte, at: address(row, column))
    }
  }

  /// Writes a number.
  public func write(_ number: Double, row: Int, column: Int, style: PreparedStyle) throws(SpreadsheetError) {
    guard number.isFinite else { throw .notANumber(at: address(row, column)) }
    let (row32, column16) = try place(row, column)
    volume &+= 64
    try check(worksheet_write_number(pointer, row32, column16, number, style.format), row, column)
  }

  /// Writes a whole number.
  public func write(_ number: Int, row: Int, column: Int, style: PreparedStyle) throws(SpreadsheetError) {
    try write(Double(number), row: row, column: column, style: style)
  }

  /// What a formula comes to, kept beside it for readers that do not calculate.
  public enum FormulaValue: Hashable, Sendable {
    /// A number.
    case number(Int)
    /// A text.
    case text(String)
  }

  /// Writes a formula, with or without `=`, and the value that it comes to.
  public func write(
    formula: String, value: FormulaValue, row: Int, column: Int, style: PreparedStyle
  ) throws(SpreadsheetError) {
    let (row32, column16) = try place(row, column)
    let formula = formula.hasPrefix("=") ? formula : "=" + formula
    guard CellText.isUsable(formula, limit: 8_192) else { throw .setting("公式", limit: 8_192) }
    switch value {
    case .number(let number):
      try check(
        worksheet_write_formula_num(pointer, row32, column16, formula, style.format, Double(number)), row,
        column)
    case .text(let text):
      guard CellText.isUsable(text, limit: CellText.longest) else {
        throw .setting("公式的值", limit: CellText.longest)
      }
      try check(
        worksheet_write_formula_str(pointer, row32, column16, formula, style.format, text), row, column)
    }
  }

  /// Writes a cell with nothing but its looks.
  public func writeBlank(row: Int, column: Int, style: PreparedStyle) throws(SpreadsheetError) {
    let (row32, column16) = try place(row, column)
    try check(worksheet_write_blank(pointer, row32, column16, style.format), row, column)
  }

  /// 合并单元格: merges a range and gives all its cells the style. Write its first cell afterwards. A range of one cell stays as it is.
  /// - Throws: `.overlappingMerge`; `.alreadyStreamed` for several rows of a streamed sheet.
  public func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>, style: PreparedStyle)
    throws(SpreadsheetError)
  {
    guard rows.count > 1 || columns.count > 1 else {
      return try writeBlank(row: rows.lowerBound, column: columns.lowerBound, style: style)
    }
    if rows.count > 1, mode == .streamed {
      throw .alreadyStreamed(at: address(rows.lowerBound, columns.lowerBound))
    }
    guard merged.add(rows, columns) else {
      throw .overlappingMerge(at: address(rows.lowerBound, columns.lowerBound))
    }
    let (firstRow, firstColumn) = try place(rows.lowerBound, columns.lowerBound)
    let (lastRow, lastColumn) = try place(rows.upperBound, columns.upperBound)
    try check(
      worksheet_merge_range(pointer, firstRow, firstColumn, lastRow, lastColumn, nil, style.format),
      rows.lowerBound, columns.lowerBound)
  }

  func address(_ row: Int, _ column: Int) -> CellAddress {
    CellAddress(sheet: name, row: row, column: column)
  }

  /// A place as libxlsxwriter counts it.
  func place(_ row: Int, _ column: Int) throws(SpreadsheetError) -> (lxw_row_t, lxw_col_t) {
    guard 0..<1_048_576 ~= row, 0..<16_384 ~= column else { throw .outsideSheet(at: address(row, column)) }
    return (lxw_row_t(truncatingIfNeeded: row), lxw_col_t(truncatingIfNeeded: column))
  }

  /// Looks at a text and, where it is plain and short enough, passes it on without a copy.
  @inline(__always)
  private func verdict(on text: String, _ body: (UnsafePointer<CChar>) -> Void) -> CellText.Verdict {
    let count = text.utf8.count
    // More bytes than units may be: the slow way counts.
    guard count <= CellText.longest else { return slowVerdict(on: text) }
    return text.withCString { pointer in
      let verdict = pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
        CellText.verdict(on: UnsafeBufferPointer(start: $0, count: count))
      }
      if case .plain = verdict { body(pointer) }
      return verdict
    }
  }

  private func slowVerdict(on text: String) -> CellText.Verdict {
    var text = text
    let verdict = text.withUTF8 { CellText.verdict(on: $0) }
    if case .forbidden = verdict { return verdict }
    return .needsRewriting
  }

  /// Throws what libxlsxwriter refuses. All causes but one were met before the call.
  @inline(__always)
  private func check(_ code: lxw_error, _ row: Int, _ column: Int) throws(SpreadsheetError) {
    guard code != LXW_NO_ERROR else { return }
    throw code == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE && mode == .streamed
      ? .alreadyStreamed(at: address(row, column)) : .outsideSheet(at: address(row, column))
  }
}

/// The merged cells of a sheet: libxlsxwriter does not see that two merges meet, Excel then repairs the file.
struct MergedCells {
  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }
  private var cells: Set<Cell> = []

  /// Takes a range in, unless one of its cells is merged already.
  mutating func add(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> Bool {
    let new = rows.flatMap { row in columns.map { Cell(row: row, column: $0) } }
    guard cells.isDisjoint(with: new) else { return false }
    cells.formUnion(new)
    return true
  }
}
