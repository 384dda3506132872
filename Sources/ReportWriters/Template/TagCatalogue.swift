/// 模板中的名称: the names a wording template may use, by the list they stand in. One table serves the checking of templates, the
/// filling of values and the help.
enum TagCatalogue {
  /// The lists whose items have names of their own; `report` is the template as a whole.
  enum Scope: String, CaseIterable, Sendable {
    case report = "报告"
    case achievement = "工作成绩"
    case domain = "领域"
    case completed = "完成任务"
    case ongoing = "推进任务"
    case notStarted = "未启动任务"
    case terminated = "终止任务"
    case unclear = "不明任务"
    case delayed = "延期任务"
    case figure = "数据"
    case problem = "存在问题"
    case nextStep = "下一步"
  }

  /// A name: a value or a condition, or a list with names of its own.
  enum Kind: Hashable, Sendable {
    case value
    case list(Scope)
  }

  /// The names of each list. A name not found in a list is looked for in the ones around it.
  static let names: [Scope: [String: Kind]] = {
    let task = ["序号", "编号", "名称", "牵头单位", "完成时限", "进展", "另有成果"]
    var names: [Scope: [String: Kind]] = [:]
    func add(_ scope: Scope, _ values: [String], lists: [Scope] = []) {
      for value in values { names[scope, default: [:]][value] = .value }
      for list in lists { names[scope, default: [:]][list.rawValue] = .list(list) }
    }
    add(
      .report,
      [
        "标题", "年度", "地区", "简称", "自称", "单位", "日期", "主送", "导语", "有工作成绩", "有领域", "有存在问题",
        "有下一步", "领域数", "任务数", "完成数", "延期数", "推进数", "未启动数", "终止数", "不明数", "未列任务数", "完成率",
        "完成率分子", "完成率分母", "口径扣除延期", "口径全部", "共同延至", "共同审议", "成果数", "列明成果数", "列出成果数", "有数据",
      ], lists: [.achievement, .domain, .figure, .problem, .nextStep])
    add(.achievement, ["序号", "小标题", "内容"])
    add(.problem, ["序号", "小标题", "内容"])
    add(.nextStep, ["序号", "小标题", "内容"])
    add(
      .domain,
      [
        "序号", "名称", "概述", "任务数", "完成数", "延期数", "推进数", "未启动数", "终止数", "不明数", "未列任务数",
        "多项", "全部完成", "部分完成", "无一完成", "完成数不详", "全部延期", "有数据",
      ],
      lists: [.completed, .ongoing, .notStarted, .terminated, .unclear, .delayed, .figure])
    for scope in [Scope.completed, .ongoing, .notStarted, .terminated, .unclear] { add(scope, task) }
    add(.delayed, ["序号", "编号", "名称", "牵头单位", "完成时限", "进展", "原因", "各自延至", "各自审议"])
    add(.figure, ["指标", "数值", "截至", "末项"])
    return names
  }()

  /// The ASCII name under which the template engine knows a name of a list; the engine takes no Chinese ones.
  static func engineName(_ name: String, in scope: Scope) -> String {
    engineNames[scope]?[name] ?? "unknown"
  }

  private static let engineNames: [Scope: [String: String]] = {
    var result: [Scope: [String: String]] = [:]
    for (index, scope) in Scope.allCases.enumerated() {
      for (position, name) in (names[scope] ?? [:]).keys.sorted().enumerated() {
        result[scope, default: [:]][name] = "s\(index)n\(position)"
      }
    }
    return result
  }()

  /// The innermost of the open lists that knows a name.
  static func find(_ name: String, in open: [Scope]) -> (scope: Scope, kind: Kind)? {
    for scope in open.reversed() {
      if let kind = names[scope]?[name] { return (scope, kind) }
    }
    return nil
  }
}
