import ReportModel

/// 台账分组: the ledger's tasks as a draft may count them in running text: by domain, or by the part of the number that stands
/// before its count (事项-生1, 事项-生2).
struct LedgerGroups: Sendable {
  struct Group: Sendable {
    /// What the ledger calls it.
    var name: String
    /// What a draft's words are held against.
    var key: [UInt16]
    /// Whether the key is the beginning of a name only: 生 for 生态.
    var isShort: Bool
    var tasks: Int
    var completed: Int?
    var delayed: Int?
    var open: [String]
  }

  let groups: [Group]

  init(_ report: Report) {
    var groups: [Group] = []
    for domain in report.domains {
      let tally = Tally(of: domain, in: report)
      let key = Self.core(Mark.word(domain.name).filter(Mark.isHan)[...])
      guard key.count >= 2, let tasks = tally.tasks.value else { continue }
      groups.append(
        Group(
          name: domain.name, key: Array(key), isShort: false, tasks: tasks, completed: tally.completed.value,
          delayed: tally.delayed.value, open: domain.tasks.filter { !$0.isCompleted }.map(\.name)))
    }
    self.groups = groups + Self.byNumber(report)
  }

  /// 事项-生1, 事项-生2 → 生: where the numbers part the tasks finer than the domains do.
  private static func byNumber(_ report: Report) -> [Group] {
    var members: [[UInt16]: [ReformTask]] = [:]
    for task in report.tasks {
      guard let number = task.number else { return [] }
      var word = Mark.word(number)
      while let last = word.last, !Mark.isHan(last) { word.removeLast() }
      let key = Array(word.reversed().prefix(while: Mark.isHan).reversed())
      guard !key.isEmpty else { return [] }
      members[key, default: []].append(task)
    }
    let domains = report.domains.filter { !$0.tasks.isEmpty }.count
    let isWhole = report.domains.allSatisfy { $0.stated.tasks == nil || $0.stated.tasks == $0.tasks.count }
    guard members.count > domains, isWhole else { return [] }
    return members.filter { $0.value.count < report.tasks.count }.map { key, tasks in
      Group(
        name: String(decoding: key, as: UTF16.self), key: key, isShort: true, tasks: tasks.count,
        completed: tasks.count(where: \.isCompleted), delayed: tasks.count(where: \.isDelayed),
        open: tasks.filter { !$0.isCompleted }.map(\.name))
    }.sorted { $0.name < $1.name }
  }

  /// The group that some words name: 生态领域, 其中经济体制改革任务, 改革事项.
  func group(named words: Range<Int>, in units: [UInt16]) -> Group? {
    let name = Self.core(units[words])
    guard name.count >= 2 else { return nil }
    if let same = groups.first(where: { !$0.isShort && $0.key.elementsEqual(name) }) { return same }
    let near = groups.filter {
      $0.isShort
        ? name.starts(with: $0.key)
        : $0.key.count >= 2 && (name.starts(with: $0.key) || $0.key.starts(with: name))
    }
    return near.count == 1 && Self.isField(units[words]) ? near[0] : nil
  }

  /// 政务和营商环境改革进展最快,4项任务完成3项: the group that the clause before a figure names.
  func group(within words: Range<Int>, _ page: FigurePage) -> Group? {
    let named = groups.filter { !$0.isShort && $0.key.count >= 4 && page.contains($0.key, in: words) }
    return named.count == 1 ? named[0] : nil
  }

  /// 生态领域, 生态方面, 生态文明体制改革: words that name a field.
  private static func isField(_ words: ArraySlice<UInt16>) -> Bool {
    let text = FoldedWords(units: words)
    return text.containsAny(["领域", "方面", "改革", "体制", "类", "专项小组", "板块"])
  }

  /// A name without the words that all of them share.
  private static func core(_ words: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    var core = words
    while let word = leads.first(where: { core.starts(with: $0) }) { core = core.dropFirst(word.count) }
    while let word = ends.first(where: { core.count > $0.count && core.suffix($0.count).elementsEqual($0) }) {
      core = core.dropLast(word.count)
    }
    return core
  }

  private static let leads = Mark.words("其中 包括 分别为 分别是 分别 年初确定 确定 安排 明确 实施 全年 共 即")
  private static let ends = Mark.words("体制改革 领域改革 制度改革 领域 方面 体制 专项小组 改革任务 任务 改革 类 板块 共 有 共有 安排 承担 的")
}
