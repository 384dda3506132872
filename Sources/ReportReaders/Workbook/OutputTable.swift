import OfficePackage
import ReportModel

/// 成果表: a table of documents, such as 制度性成果汇总表.
struct OutputTable {
  /// A document with what the table says of where it came from.
  struct Entry {
    var output: InstitutionalOutput
    var domain: String?
    /// The names of tasks, a line each; several may stand in one line.
    var tasks: [String]

    /// The tasks among those known that are named: by a whole line, or by its parts between 、.
    func references(_ known: (String) -> TaskReference?) -> [TaskReference] {
      tasks.flatMap { line in
        if let task = known(line) { return [task] }
        return line.split(separator: "、").compactMap { known(String($0).trimmed) }
      }
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic]

  /// What tells the columns of a document by their cells.
  private static let tests: [(field: String, fits: @Sendable (String) -> Bool)] = [
    ("文号", { $0.hasSuffix("号") && ($0.contains("〔") || $0.contains("[")) }),
    ("发文单位", { TableWords.units($0).allSatisfy(TableWords.isUnit) }),
  ]

  /// - Throws: a fault where the table makes more text than is held in memory.
  init(_ head: TableHead, to last: Int, in grid: SheetGrid) throws(PackageFault) {
    let items = try TableItems(head, to: last, in: grid)
    diagnostics = items.diagnostics
    var slots = Dictionary(
      head.columns.enumerated().compactMap { index, column in column.field.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    // 编号 over 某政办〔2023〕12号: what a column holds tells what its head does not.
    for (index, column) in head.columns.enumerated() where column.field == nil {
      let cells = items.items.indices.prefix(200).compactMap { items.text($0, index) }.map {
        grid.texts.trimmed($0)
      }
      .filter { !TableWords.blanks.contains($0) }
      let field = Self.tests.first { test in
        slots[test.field] == nil && !cells.isEmpty && cells.count(where: test.fits) * 10 >= cells.count * 6
      }
      if let field { slots[field.field] = index }
    }
    var domain: String?
    for (index, item) in items.items.enumerated() {
      func text(_ field: String) -> String? {
        let text = slots[field].flatMap { items.text(index, $0) }.map { grid.texts.trimmed($0) }
        return text.flatMap { TableWords.blanks.contains($0) ? nil : $0 }
      }
      if let label = text("领域") { domain = TableWords.domainName(label) }
      if domain == "未注明领域" { domain = nil }
      guard let title = text("名称") else { continue }
      for name in DocumentTitle.split(title.replacing("\n", with: "")) {
        var output = InstitutionalOutput(title: name)
        output.documentNumber = text("文号")
        output.issuer = text("发文单位")
        if let words = text("印发日期") {
          if case .date(let date) = PartialDate.read(FormText.date(serialOrYear: words) ?? words) {
            output.issueDate = date
          } else {
            diagnostics.append(
              Diagnostic(
                "table.date", .warning, at: grid.place(Int(item.row), head.column("印发日期") ?? 1),
                "“\(words)”不是日期，没有读入",
                suggestions: [.init("请在台账里补上印发日期")]))
          }
        }
        output.origin.locator = "\(grid.name)第\(item.row)行"
        let tasks = (text("任务") ?? "").split { $0 == "\n" }.map { String($0).trimmed }
        entries.append(
          Entry(output: output, domain: domain ?? items.section(index), tasks: tasks.filter { !$0.isEmpty }))
      }
    }
  }
}
