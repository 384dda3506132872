internal import CXLSXWriter

/// 数据验证: what may be entered in some cells, and what is said about it.
public struct DataValidation: Hashable, Sendable {
  /// What may be entered.
  public enum Rule: Hashable, Sendable {
    /// One of the texts in a range; a literal list is not offered, since one over 255 bytes breaks the library.
    case choice(CellRange)
    /// A date between two days, as Excel's serial numbers.
    case date(ClosedRange<Int>)
    /// A whole number between two.
    case wholeNumber(ClosedRange<Int>)
    /// Text up to a number of characters.
    case textLength(Int)
    /// Anything: only the hint is shown.
    case anything
  }

  /// What may be entered.
  public var rule: Rule
  /// 提示标题, up to 32 characters; shown when the cell is entered.
  public var hintTitle: String
  /// 提示, up to 255 characters.
  public var hint: String
  /// What is said on wrong input, up to 255 characters.
  public var refusal: String
  /// Whether wrong input is refused, or only questioned.
  public var isStrict: Bool

  /// A rule with its words.
  public init(
    _ rule: Rule, hintTitle: String = "", hint: String = "", refusal: String = "", isStrict: Bool = true
  ) {
    self.rule = rule
    self.hintTitle = hintTitle
    self.hint = hint
    self.refusal = refusal
    self.isStrict = isStrict
  }
}

extension Sheet {
  /// Puts a validation on a range.
  /// - Throws: `.setting` for a text that is too long.
  public func validate(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ validation: DataValidation
  ) throws(SpreadsheetError) {
    let (firstRow, firstColumn) = try place(rows.lowerBound, columns.lowerBound)
    let (lastRow, lastColumn) = try place(rows.upperBound, columns.upperBound)
    let limits = [
      ("提示标题", validation.hintTitle, 32), ("提示", validation.hint, 255), ("错误提示", validation.refusal, 255),
    ]
    for (what, text, limit) in limits where !CellText.isUsable(text, limit: limit) {
      throw .setting(what, limit: limit)
    }
    var formula = ""
    if case .choice(let range) = validation.rule { formula = "=" + range.absolute }
    let texts = [validation.hintTitle, validation.hint, validation.refusal, formula]
    let code = withCStrings(texts) { texts in
      var values = lxw_data_validation()
      values.input_title = texts[0]
      values.input_message = texts[1]
      values.error_message = texts[2]
      values.value_formula = texts[3]
      values.error_type = UInt8(
        (validation.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING).rawValue)
      values.apply(validation.rule)
      return worksheet_data_validation_range(pointer, firstRow, firstColumn, lastRow, lastColumn, &values)
    }
    guard code == LXW_NO_ERROR else { throw .setting("数据验证", limit: 255) }
  }

  /// 批注: a comment on a cell, `width` and `height` in pixels.
  public func comment(
    _ text: String, row: Int, column: Int, author: String, width: Int = 240, height: Int = 120
  )
    throws(SpreadsheetError)
  {
    let (row32, column16) = try place(row, column)
    guard CellText.isUsable(text, limit: CellText.longest) else {
      throw .setting("批注", limit: CellText.longest)
    }
    guard CellText.isUsable(author, limit: 255) else { throw .setting("批注作者", limit: 255) }
    let code = withCStrings([author]) { texts in
      var options = lxw_comment_options()
      options.author = texts[0]
      options.width = UInt16(clamping: width)
      options.height = UInt16(clamping: height)
      return worksheet_write_comment_opt(pointer, row32, column16, text, &options)
    }
    guard code == LXW_NO_ERROR else { throw .setting("批注", limit: CellText.longest) }
  }

  /// 保护工作表, without a password: locked cells cannot be changed. Columns may still be widened, rows heightened,
  /// and the table sorted or filtered where its cells are open.
  public func protect() {
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    options.sort = 1
    options.autofilter = 1
    worksheet_protect(pointer, nil, &options)
  }
}

extension lxw_data_validation {
  fileprivate mutating func apply(_ rule: DataValidation.Rule) {
    func between(_ type: lxw_validation_types, _ range: ClosedRange<Int>) {
      validate = UInt8(type.rawValue)
      criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      minimum_number = Double(range.lowerBound)
      maximum_number = Double(range.upperBound)
    }
    switch rule {
    case .choice: validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    case .date(let range): between(LXW_VALIDATION_TYPE_DATE_NUMBER, range)
    case .wholeNumber(let range): between(LXW_VALIDATION_TYPE_INTEGER, range)
    case .textLength(let most):
      between(LXW_VALIDATION_TYPE_LENGTH, 0...max(0, most))
    case .anything: validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
  }
}
