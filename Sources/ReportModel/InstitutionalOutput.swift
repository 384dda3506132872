/// 制度性成果: a document that the reform produced.
public struct InstitutionalOutput: Hashable, Sendable {
  /// 名称: the title without 《》.
  public var title: String
  /// 文号, as written.
  public var documentNumber: String?
  /// 发文单位.
  public var issuer: String?
  /// 印发日期.
  public var issueDate: PartialDate?
  /// 任务: the tasks it came from; empty where none is named.
  public var tasks: [TaskReference]
  /// 领域, for a document that came from no named task.
  public var domain: String?
  /// 出处 and 待核.
  public var origin: Origin

  /// A document.
  public init(title: String, tasks: [TaskReference] = []) {
    self.title = title
    self.tasks = tasks
    self.origin = Origin()
  }
}

/// How a document names the task it came from.
public enum TaskReference: Hashable, Sendable {
  /// By the task's number.
  case number(String)
  /// By the task's name, where it has no number.
  case name(String)

  /// The number or name as written.
  public var text: String {
    switch self {
    case .number(let text), .name(let text): text
    }
  }
}
