import ReportModel
import Spreadsheet

/// 图: completed and delayed tasks by domain as numbers and as stacked bars.
struct ChartSheet {
  private let report: Report
  private let tallies: [Tally]
  private let completion: WrittenTable
  private let sheet: Sheet
  private let header: PreparedStyle
  private let label: PreparedStyle
  private let number: PreparedStyle
  private let open: PreparedStyle
  private let title: PreparedStyle

  private static let name = "图"
  private static let headings = ["领域", "任务数", "已完成", "延期", "其他", "说明"]
  private static let widths = [24, 9, 9, 9, 9, 14]
  private static let firstRow = 2

  init(_ report: Report, completion: WrittenTable, in workbook: Workbook) throws {
    self.report = report
    tallies = report.domains.map { Tally(of: $0, in: report) }
    self.completion = completion
    sheet = try workbook.addSheet(Self.name)
    let boxed = CellStyle().with { $0.border = .thin }
    let centred = boxed.with { $0.horizontal = .center }
    header = workbook.prepare(centred.with { $0.font = "黑体" })
    label = workbook.prepare(boxed)
    number = workbook.prepare(centred)
    open = workbook.prepare(centred.with { $0.color = Color(0x7F7F7F) })
    title = workbook.prepare(
      CellStyle().with {
        $0.font = "黑体"
        $0.size = 16
        $0.wraps = false
      })
  }

  func write() throws {
    let heading = "\(report.place.short)\(report.year)年重点改革任务完成情况"
    try sheet.write(heading, row: 0, column: 0, style: title)
    try sheet.setHeight(ofRow: 0, 30)
    try sheet.setHeight(ofRow: 1, TablePaper.height(lines: 1))
    for (column, text) in Self.headings.enumerated() {
      try sheet.setWidth(ofColumn: column, Double(Self.widths[column]))
      try sheet.write(text, row: 1, column: column, style: header)
    }
    for (index, domain) in report.domains.enumerated() {
      try write(domain.name, tallies[index], listed: completion.sections[index], row: Self.firstRow + index)
    }
    try writeTotal(Tally(of: report, domains: tallies), row: Self.firstRow + tallies.count)
    if !tallies.isEmpty { try insertChart(heading, domains: tallies.count) }
    try setPage(domains: tallies.count)
  }

  /// One domain. Counts are formulas over 附件2; a count that only the source states is a plain number and said to be so.
  private func write(_ name: String, _ tally: Tally, listed: CellRange?, row: Int) throws {
    try sheet.write(name, row: row, column: 0, style: label)
    let lines = CellLines.count(name, capacity: CellLines.capacity(ofColumn: Self.widths[0]))
    try sheet.setHeight(ofRow: row, TablePaper.height(lines: lines))
    let formula = CountFormula([listed].compactMap { $0 }, isForeign: true)
    let counts: [(Tally.Count, TaskStatus.Kind?)] = [
      (tally.tasks, nil), (tally.completed, .completed), (tally.delayed, .delayed),
    ]
    for (offset, (count, kind)) in counts.enumerated() {
      try write(count, formula: listed == nil ? nil : formula.number(of: kind), row: row, column: 1 + offset)
    }
    try writeRest(tally, row: row)
    let isStated = counts.contains { $0.0.stated != nil && $0.0.stated != $0.0.listed }
    try sheet.write(isStated ? "含原文所载数" : "", row: row, column: 5, style: open)
  }

  private func write(_ count: Tally.Count, formula: String?, row: Int, column: Int) throws {
    guard let value = count.value else {
      return try sheet.write("未载", row: row, column: column, style: open)
    }
    guard let formula, count.difference == nil else {
      return try sheet.write(value, row: row, column: column, style: number)
    }
    try sheet.write(formula: formula, value: .number(value), row: row, column: column, style: number)
  }

  /// 其他: whatever is neither completed nor delayed; not known where one of the three is not.
  private func writeRest(_ tally: Tally, row: Int) throws {
    guard let tasks = tally.tasks.value, let completed = tally.completed.value,
      let delayed = tally.delayed.value
    else {
      return try sheet.write("未载", row: row, column: 4, style: open)
    }
    try sheet.write(
      formula: "B\(row + 1)-C\(row + 1)-D\(row + 1)", value: .number(tasks - completed - delayed), row: row,
      column: 4, style: number)
  }

  /// 合计: sums of the column, or what the source states for the whole report.
  private func writeTotal(_ tally: Tally, row: Int) throws {
    try sheet.write("合计", row: row, column: 0, style: header)
    try sheet.setHeight(ofRow: row, TablePaper.height(lines: 1))
    let counts = [tally.tasks, tally.completed, tally.delayed]
    for (offset, count) in counts.enumerated() {
      let letter = CellAddress.columnName(1 + offset)
      let sum = row > Self.firstRow ? "SUM(\(letter)\(Self.firstRow + 1):\(letter)\(row))" : nil
      var own = count
      // A stated total that the domains add up to is their sum.
      if own.stated == sumOfDomains(offset) { own.stated = nil }
      if own.stated != nil {
        try sheet.write(own.value ?? 0, row: row, column: 1 + offset, style: number)
      } else {
        own.listed = own.value ?? own.listed
        try write(own, formula: sum, row: row, column: 1 + offset)
      }
    }
    try writeRest(tally, row: row)
    let isStated = counts.enumerated().contains { $1.stated != nil && $1.stated != sumOfDomains($0) }
    try sheet.write(isStated ? "含原文所载数" : "", row: row, column: 5, style: open)
  }

  private func sumOfDomains(_ offset: Int) -> Int? {
    let parts: [KeyPath<Tally, Tally.Count>] = [\.tasks, \.completed, \.delayed]
    let values = tallies.map { $0[keyPath: parts[offset]].value }
    return values.contains(nil) || values.isEmpty ? nil : values.reduce(0) { $0 + ($1 ?? 0) }
  }

  private func insertChart(_ title: String, domains: Int) throws {
    let rows = Self.firstRow...(Self.firstRow + domains - 1)
    let names = CellRange(sheet: Self.name, rows: rows, columns: 0...0)
    func series(_ column: Int, _ color: Color, hatched: Bool = false) -> BarChart.Series {
      .init(
        name: Self.headings[column], categories: names,
        values: CellRange(sheet: Self.name, rows: rows, columns: column...column), color: color,
        isHatched: hatched)
    }
    let chart = BarChart(
      title: title, valueTitle: "任务数\u{FF08}项\u{FF09}",
      series: [
        series(2, Color(0x2E75B6)), series(3, Color(0xC55A11), hatched: true), series(4, Color(0xD9D9D9)),
      ])
    try sheet.insert(
      chart, row: 1, column: 7, width: 620, height: chartHeight(domains: domains),
      description: "各领域任务的完成、延期和其他情况，数据见左侧表格")
  }

  private func chartHeight(domains: Int) -> Int { min(1_600, max(360, 150 + 36 * domains)) }

  private func setPage(domains: Int) throws {
    var page = Sheet.PageSetup(margins: TablePaper.margins)
    page.footer = TablePaper.footer
    // The chart's columns: 620 pixels beside the table, in columns of 64 pixels.
    let chartColumns = 10
    let widths = Self.widths + [3] + Array(repeating: 9, count: chartColumns)
    try sheet.setWidth(ofColumn: 6, 3)
    let paper = TablePaper(columnWidths: widths)
    page.scale = paper.scale
    try sheet.setPage(page)
    let chartRows = Int(Double(chartHeight(domains: domains)) * 0.75 / 15) + 3
    try sheet.setPrintArea(
      rows: 0...max(Self.firstRow + domains, chartRows), columns: 0...(6 + chartColumns))
  }
}
