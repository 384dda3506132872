import ReportModel

/// 各领域任务数表: a table of counts in a document, a row for each field of reform, perhaps with what was done in it.
struct DomainCountTable {
  struct Row: Hashable {
    var domain: String
    var stated: StatedCounts
    /// What a cell tells of the field's work.
    var told: String?
    /// What a cell tells of the field's delayed tasks: 甲改革:因…,延期至….
    var delays: String?
    /// The titles in a cell of documents.
    var documents: [String] = []
    var place: SourcePlace
    /// 表1第3行.
    var locator: String
  }

  private(set) var rows: [Row] = []

  /// Reads a table with columns of fields and of their numbers of tasks; nil for any other.
  init?(_ grid: SheetGrid) {
    for (index, head) in grid.rows.prefix(4).enumerated() {
      let body = grid.rows.dropFirst(index + 1)
      var columns: [Column: Int] = [:]
      for cell in head.filled {
        let words = LedgerSchema.normalized(grid.texts.trimmed(cell.text)).trimmingEnds(["(项)", "(件)", "(个)"])
        let column = Int(cell.column)
        let cells = body.map { $0.text(column) }.filter { !$0.isEmpty && !TableWords.blanks.contains($0) }
        let isCounted = cells.count { Self.number($0) != nil } * 3 >= cells.count * 2 && !cells.isEmpty
        if let field = Self.column(words, isCounted: isCounted), columns[field] == nil {
          columns[field] = column
        }
      }
      guard let domain = columns[.domain], let tasks = columns[.tasks],
        !head.filled.contains(where: {
          Int($0.column) != tasks && TableWords.taskField(grid.texts.trimmed($0.text)) == "名称"
        })
      else { continue }
      for row in body {
        let label = row.text(domain)
        guard !label.isEmpty, !TableWords.counting.contains(where: label.hasPrefix),
          let tasks = Self.number(row.text(tasks))
        else { continue }
        rows.append(
          Row(
            domain: TableWords.domainName(label),
            stated: StatedCounts(
              tasks: tasks, completed: columns[.completed].flatMap { Self.number(row.text($0)) },
              delayed: columns[.delayed].flatMap { Self.number(row.text($0)) }),
            told: columns[.told].map { row.text($0) }.flatMap {
              $0.isEmpty || TableWords.blanks.contains($0) ? nil : $0
            },
            delays: columns[.delays].map { row.text($0) }.flatMap {
              $0.isEmpty || TableWords.blanks.contains($0) ? nil : $0
            },
            documents: columns[.documents].map { row.text($0) }
              .map { $0.contains("《") ? DocumentTitle.split($0.replacing("\n", with: "")) : [] } ?? [],
            place: grid.place(Int(row.number), domain), locator: "\(grid.name)第\(row.number)行"))
      }
      if !rows.isEmpty { return }
    }
    return nil
  }

  private enum Column { case domain, tasks, completed, delayed, told, delays, documents }

  /// What a column holds, by its head and by whether its cells are numbers.
  private static func column(_ head: String, isCounted: Bool) -> Column? {
    guard isCounted else {
      if TableWords.taskField(head) == "领域" { return .domain }
      return texts.first { $0.words.contains(where: head.contains) }?.column
    }
    // 跨年推进数 is one of delays, 推进数 is none.
    if !head.contains("率"), StandingWords.late.contains(where: head.contains) { return .delayed }
    if refused.contains(where: head.contains) { return nil }
    return counts.first { $0.words.contains(where: head.contains) }?.column
  }

  private static func number(_ text: String) -> Int? { Int(text.trimmingEnds(["项", "个", "件"])) }

  /// Heads of what is neither a count nor one of tasks.
  private static let refused = ["率", "序号", "编号", "成果", "文件", "制度", "占比", "未完成", "推进", "终止", "名次", "得分", "会议"]
  private static let counts: [(column: Column, words: [String])] = [
    (.completed, StandingWords.done),
    (.tasks, ["任务", "事项", "总数", "安排", "部署", "承担", "计划数", "立项", "项目数", "承接数", "下达", "总量", "项数"]),
  ]
  private static let texts: [(column: Column, words: [String])] = [
    (.delays, ["延期任务", "延期事项", "延期原因", "未完成任务", "延期情况"]),
    (.documents, ["制度", "文件", "成果"]),
    (.told, ["举措", "做法", "成效", "进展", "亮点", "完成情况", "工作情况"]),
  ]
}
