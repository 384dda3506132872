/// An attachment table as a GFM table under its heading.
enum MarkdownTable {
  /// The table; totals stand below each domain's rows and at the end.
  static func text(of table: AttachmentTable) -> String {
    let columns = table.frame.columns
    var lines = ["## 附件\(table.frame.number)\u{3000}" + MarkdownText.escaped(table.frame.title), ""]
    lines.append(row(columns.map { MarkdownText.escaped($0.heading) }))
    lines.append(row(columns.map { $0.alignment == .center ? ":-:" : "---" }))
    for section in table.sections {
      for item in section.rows { lines.append(row(item.cells.map(cell))) }
      let counts = table.frame.countsCategories ? RowCounts(of: section.rows).words(categories: true) : nil
      let words = [section.rows.isEmpty ? nil : counts, section.remark].compactMap { $0 }
      if !words.isEmpty { lines.append(summary(section.label + "小计", words, columns.count)) }
    }
    let counts = table.total.rows > 0 ? table.total.words(categories: table.frame.countsCategories) : nil
    lines.append(summary("合计", [counts, table.remark].compactMap { $0 }, columns.count))
    return lines.joined(separator: "\n")
  }

  private static func summary(_ label: String, _ words: [String], _ count: Int) -> String {
    let text =
      "**\(MarkdownText.escaped(label))\u{FF1A}**"
      + words.map(MarkdownText.escaped).joined(separator: "\u{FF1B}")
    return row([text] + [String](repeating: "", count: count - 1))
  }

  private static func cell(_ cell: AttachmentTable.Cell) -> String {
    cell.text.split(whereSeparator: \.isNewline).map { MarkdownText.escaped(String($0)) }.joined(
      separator: "<br>")
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
