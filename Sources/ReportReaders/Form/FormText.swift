import ReportModel

/// 填报内容: what a cell's text must be before a ledger takes it.
enum FormText {
  /// The text with line feeds as line ends and without white space at its ends.
  static func clean(_ text: String) -> String {
    lineFeeds(text).trimmed
  }

  /// The text with line feeds as line ends; empty where it is blank. In a column of numbers blank lines count.
  static func lineFeeds(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return text.trimmed.isEmpty ? "" : text
  }

  /// The date that a bare number in a column of dates means: 2022 is a year, 44742 Excel's count of days.
  static func date(serialOrYear text: String) -> String? {
    guard let number = Int(text), (20_000...80_000).contains(number) else { return nil }
    // Days since 1899-12-30, by counting from March so that leap days come last.
    let shifted = number - 25_569 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return PartialDate(year: year, month: month, day: dayOfYear - (153 * march + 2) / 5 + 1)?.ledgerText
  }

  /// Why a field cannot hold a text, in Chinese; nil where it can.
  static func fault(_ text: String, in field: FormField) -> String? {
    switch field {
    case .status:
      guard TaskStatus(wording: text).kind == nil else { return nil }
      return
        "不认识的状态“\(shortened(text))”，可填：\(TaskStatus.Kind.allCases.map(\.rawValue).joined(separator: "、"))"
    case .delayedUntil:
      if PartialDate.read(text) == .impossible { return "“\(text)”这一天不存在" }
      return Deadline(wording: text).meaning == .unknown ? "“\(shortened(text))”不是日期" : nil
    case .numbers, .outputs, .progress, .delayReason, .remark:
      return text == "待填" ? "写的是“待填”" : nil
    }
  }

  /// The beginning of a text, for messages.
  static func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= 40 ? line : line.prefix(38) + "……"
  }
}
