import Testing

@testable import ReportWriters

@Suite("Lines and pages")
struct CellLinesTests {
  private static let alphabet = Array("改革任务,。、《》()（）“”a1 Z\nWm😀项2021-2025%…")

  @Test("Lines cover the text in order; none is wider than its cell; none opens with a closing mark")
  func property() {
    var random = SampleReports.Seeded(state: 11)
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...90, using: &random)).map { _ in Self.alphabet.randomElement(using: &random)! }
      )
      let capacity = Int.random(in: 20...400, using: &random)
      let lines = CellLines.lines(of: text, capacity: capacity)
      #expect(lines.joined() == text)
      for line in lines {
        let scalars = line.unicodeScalars.filter { $0 != "\n" }
        let width = scalars.reduce(0) { $0 + ($1.isASCII ? 13 : 20) }
        #expect(width <= capacity || scalars.count == 1)
      }
      #expect(!lines.isEmpty)
      #expect(CellLines.count(text, capacity: capacity) == lines.count)
    }
  }

  @Test(
    "How many lines",
    arguments: [
      ("", 10, 1), ("经济体制改革", 14, 1), ("经济体制改革", 9, 2), ("甲\n乙\n丙", 20, 3), ("甲\n", 20, 1),
      (String(repeating: "字", count: 170), 35, 11),
    ])
  func counts(text: String, column: Int, lines: Int) {
    #expect(CellLines.count(text, capacity: CellLines.capacity(ofColumn: column)) == lines)
  }

  @Test("A full stop does not stand alone on a line")
  func marks() {
    let text = "一二三四。五六"
    #expect(CellLines.lines(of: text, capacity: 80) == ["一二三", "四。五六"])
  }

  private func pages(_ table: AttachmentTable) -> (TablePages, TablePaper) {
    let paper = TablePaper(columnWidths: table.frame.columns.map(\.width))
    return (TablePages(table, paper: paper, top: 79.5, header: 21.75, closing: 21.75), paper)
  }

  @Test(
    "No page is overfull, each block bears its label, and parts of a text make the whole",
    arguments: [0, 1, 5, 44, 500, -1, -2])
  func paging(tasks: Int) throws {
    let report =
      switch tasks {
      case -1: SampleReports.longTexts()
      case -2: SampleReports.statedOnly()
      default: SampleReports.report(tasks: tasks)
      }
    let tables = AttachmentTables(report, layout: try SampleReports.layout())
    for table in [tables.completion, tables.outputs] {
      let (pages, paper) = pages(table)
      var starts = [0] + pages.breaks
      if starts.last != pages.rows.count { starts.append(pages.rows.count) }
      for (index, (start, end)) in zip(starts, starts.dropFirst()).enumerated() {
        let height = pages.rows[start..<end].reduce(21.75 + (index == 0 ? 79.5 : 0)) { $0 + $1.height }
        #expect(height <= paper.height, "page \(index + 1)")
        // Blocks never run over a break, so that a label stands on each page.
        #expect(pages.blocks.contains { $0.rows.lowerBound == start })
      }
      #expect(pages.rows.allSatisfy { $0.height <= TablePaper.tallestRow && $0.height >= 20 })
      #expect(pages.blocks.flatMap(\.rows) == Array(pages.rows.indices))
      for (section, range) in zip(table.sections, pages.items) {
        let parts = pages.rows[range].compactMap { row -> AttachmentTable.Row? in
          guard case .item(let item) = row.content else { return nil }
          return item
        }
        for column in table.frame.columns.indices where column != table.frame.labelColumn {
          let whole = section.rows.map { $0.cells[column].text }.joined()
          #expect(parts.map { $0.cells[column].text }.joined() == whole)
        }
      }
    }
  }
}
