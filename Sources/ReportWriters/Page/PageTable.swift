/// An attachment table as a section of the page. Its label stands in every row, so that rows can be sorted.
struct PageTable {
  private let table: AttachmentTable

  init(_ table: AttachmentTable) { self.table = table }

  /// The section's place in the page.
  var id: String { "fujian-\(table.frame.number)" }

  /// The headings once more as style rules: on a phone, where rows are cards, they stand before their cells.
  var headings: String {
    table.frame.columns.enumerated().map { index, column in
      "#\(id) .item td:nth-child(\(index + 1))::before{--head:\(HTMLText.styleString(column.heading))}"
    }.joined(separator: "\n")
  }

  /// The section.
  var section: String {
    let frame = table.frame
    var text = """
      <section class="attachment" id="\(id)">
      <p class="number">附件\(frame.number)</p>
      <h2>\(HTMLText.escaped(frame.title))</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="\(HTMLText.escaped(frame.title))">
      <table>
      <caption>\(HTMLText.escaped(frame.caption))</caption>
      <colgroup>\(columnGroup)</colgroup>
      <thead><tr>\(frame.columns.map { "<th scope=\"col\">\(HTMLText.escaped($0.heading))</th>" }.joined())</tr></thead>

      """
    for section in table.sections { text += body(of: section) }
    let name = TableRows.countName("合计", remark: table.remark)
    var totals = [TableRows.words(name, table.total, in: frame)]
    if let remark = table.remark { totals.append("说明\u{FF1A}" + remark) }
    text += "<tbody class=\"total\">\n" + totals.map { summary($0) }.joined() + "</tbody>\n"
    return text + "</table>\n</div>\n</section>\n"
  }

  private var columnGroup: String {
    let whole = max(1, table.frame.columns.reduce(0) { $0 + $1.width })
    return table.frame.columns.map {
      "<col style=\"width:\($0.width * 1000 / whole / 10).\($0.width * 1000 / whole % 10)%\">"
    }
    .joined()
  }

  private func body(of section: AttachmentTable.Section) -> String {
    let frame = table.frame
    var text = "<tbody>\n"
    for row in section.rows {
      text += row.isDelayed ? "<tr class=\"item delayed\">" : "<tr class=\"item\">"
      for (index, cell) in row.cells.enumerated() {
        var classes: [String] = []
        if frame.columns[index].alignment == .center { classes.append("center") }
        if index == frame.labelColumn { classes.append("label") }
        if cell.isOpen { classes.append("open") }
        let lines = cell.text.split(whereSeparator: \.isNewline).map { HTMLText.escaped(String($0)) }
        let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        text += "<td\(attribute)>\(lines.joined(separator: "<br>"))</td>"
      }
      text += "</tr>\n"
    }
    let name = "\(section.label)\u{3000}" + TableRows.countName("小计", remark: section.remark)
    if frame.countsCategories, !section.rows.isEmpty {
      text += summary(TableRows.words(name, RowCounts(of: section.rows), in: frame))
    }
    if let remark = section.remark {
      text += summary(section.rows.isEmpty ? "\(section.label)\u{FF1A}\(remark)" : remark)
    }
    return text + "</tbody>\n"
  }

  private func summary(_ text: String) -> String {
    "<tr class=\"count\"><td colspan=\"\(table.frame.columns.count)\">\(HTMLText.escaped(text))</td></tr>\n"
  }
}
