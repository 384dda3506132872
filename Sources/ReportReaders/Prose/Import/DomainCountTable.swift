import ReportModel

/// 各领域任务数表: a table of counts in a document, a row for each field of reform.
struct DomainCountTable {
  struct Row: Hashable {
    var domain: String
    var tasks: Int
    var completed: Int?
    var delayed: Int?
  }

  private(set) var rows: [Row] = []

  /// Reads a table with columns of fields and of their numbers of tasks; nil for any other.
  init?(_ grid: SheetGrid) {
    for (index, head) in grid.rows.prefix(4).enumerated() {
      var columns: [String: Int] = [:]
      for cell in head.filled {
        let words = LedgerSchema.normalized(grid.texts.trimmed(cell.text)).trimmingEnds(["(项)", "(件)", "(个)"])
        if let field = Self.heads[words] ?? (TableWords.taskField(words) == "领域" ? "领域" : nil),
          columns[field] == nil
        {
          columns[field] = Int(cell.column)
        }
      }
      guard let domain = columns["领域"], let tasks = columns["任务数"],
        !head.filled.contains(where: {
          Int($0.column) != tasks && TableWords.taskField(grid.texts.trimmed($0.text)) == "名称"
        })
      else { continue }
      for row in grid.rows.dropFirst(index + 1) {
        let label = row.text(domain)
        guard !label.isEmpty, !TableWords.counting.contains(where: label.hasPrefix),
          let tasks = Self.number(row.text(tasks))
        else { continue }
        rows.append(
          Row(
            domain: TableWords.domainName(label), tasks: tasks,
            completed: columns["完成数"].flatMap { Self.number(row.text($0)) },
            delayed: columns["延期数"].flatMap { Self.number(row.text($0)) }))
      }
      if !rows.isEmpty { return }
    }
    return nil
  }

  private static func number(_ text: String) -> Int? { Int(text.trimmingEnds(["项", "个", "件"])) }

  private static let heads: [String: String] = {
    var heads: [String: String] = [:]
    for (field, words) in [
      "任务数": [
        "任务数", "任务总数", "改革任务数", "任务数量", "任务", "总数", "安排", "安排数", "部署", "承担", "承担数", "计划数", "下达数", "改革事项数",
        "改革任务", "改革事项",
      ],
      "完成数": ["完成数", "已完成", "完成数量", "完成任务数", "已完成数", "完成", "办结", "办结数", "按期完成", "按时完成", "如期完成", "按期完成数"],
      "延期数": ["延期数", "延期", "延期数量", "延期任务数", "已延期", "结转", "结转数", "暂缓", "暂缓数"],
    ] {
      for word in words { heads[word] = field }
    }
    return heads
  }()
}
