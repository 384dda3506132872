import ReportModel
import Spreadsheet

/// 统计公式: counts of rows as formulas over the counted column, so that totals follow what is changed by hand.
struct CountFormula {
  /// The ranges counted; more than one only where other cells of the column lie between.
  let ranges: [CellRange]
  /// Whether the ranges are named with their sheet, for formulas on another one.
  let isForeign: Bool

  init(_ ranges: [CellRange], isForeign: Bool = false) {
    self.ranges = ranges
    self.isForeign = isForeign
  }

  /// The number of rows of a category, or of all rows.
  ///
  /// A cell says 已完成, or 已完成(…) with the source's own words behind it; no other text may count.
  func number(of category: TaskStatus.Kind?) -> String {
    let terms = ranges.map { range in
      let cells = isForeign ? range.absolute : range.reference
      guard let word = category?.rawValue else { return "COUNTIF(\(cells),\"?*\")" }
      return "SUM(COUNTIF(\(cells),{\"\(word)\",\"\(word)\u{FF08}*\"}))"
    }
    return terms.isEmpty ? "0" : terms.joined(separator: "+")
  }

  /// The counts in words, as `RowCounts.words` says them.
  func words(_ name: String, _ parts: [RowCounts.Part]) -> String {
    let terms = parts.enumerated().map { index, part in
      let head = index == 0 ? "\(name)\u{FF1A}" : RowCounts.comma
      return "\"\(head)\(part.words)\"&\(number(of: part.category))&\"项\""
    }
    return "=" + terms.joined(separator: "&")
  }
}
