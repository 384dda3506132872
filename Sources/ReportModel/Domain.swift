/// 领域 (专项小组): one field of reform with its tasks.
public struct Domain: Hashable, Sendable {
  /// 名称, such as 经济体制改革.
  public var name: String
  /// 任务, in the order of the work plan.
  public var tasks: [ReformTask]
  /// Counts that the source states without naming the items.
  public var stated: StatedCounts
  /// 数据: stated figures of the domain.
  public var figures: [StatedFigure]
  /// 概述: prose of the domain as a whole, where the source gives it.
  public var summary: String?
  /// 出处 and 待核.
  public var origin: Origin

  /// A domain.
  public init(name: String, tasks: [ReformTask] = []) {
    self.name = name
    self.tasks = tasks
    self.stated = StatedCounts()
    self.figures = []
    self.origin = Origin()
  }
}

/// Stated counts: figures a source gives without naming the items they count.
///
/// Where items are listed as well, the difference stays visible in every output.
public struct StatedCounts: Hashable, Sendable {
  /// 任务数.
  public var tasks: Int?
  /// 完成数.
  public var completed: Int?
  /// 延期数.
  public var delayed: Int?
  /// 制度性成果数.
  public var outputs: Int?

  /// Stated counts; nil where the source is silent.
  public init(tasks: Int? = nil, completed: Int? = nil, delayed: Int? = nil, outputs: Int? = nil) {
    self.tasks = tasks
    self.completed = completed
    self.delayed = delayed
    self.outputs = outputs
  }

  /// Whether the source states nothing.
  public var isEmpty: Bool { self == StatedCounts() }
}
