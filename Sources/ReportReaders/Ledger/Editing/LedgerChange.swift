public import ReportModel

/// 台账改动: one change to a task of a ledger.
public struct LedgerChange: Hashable, Sendable {
  /// Which of the report's tasks.
  public var task: TaskPlace
  /// What of it.
  public var edit: Edit

  /// Where a task stands in a report.
  public struct TaskPlace: Hashable, Sendable {
    /// The domain's index.
    public var domain: Int
    /// The task's index in it.
    public var index: Int

    /// A task's place.
    public init(domain: Int, index: Int) {
      self.domain = domain
      self.index = index
    }
  }

  /// The fields that hold one text.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// 状态.
    case status = "状态"
    /// 进展情况.
    case progress = "进展情况"
    /// 延期原因.
    case delayReason = "延期原因"
    /// 延至.
    case delayedUntil = "延至"
    /// 备注.
    case remark = "备注"
  }

  /// A change to a task.
  public enum Edit: Hashable, Sendable {
    /// A field gets a text, or none.
    case set(Field, String?)
    /// A document that came out of it is added.
    case add(InstitutionalOutput)
    /// A document, found by its title, gets another title.
    case rename(String, to: String)
    /// A document, found by its title, gets a 文号, or none.
    case number(String, String?)
    /// A document, found by its title, is taken away from the task.
    case remove(String)
  }

  /// A change to a task.
  public init(_ task: TaskPlace, _ edit: Edit) {
    self.task = task
    self.edit = edit
  }
}

extension LedgerChange {
  /// What the change makes of a report: what the changed ledger must read back as.
  func apply(to report: inout Report) {
    var task = report.domains[self.task.domain].tasks[self.task.index]
    let own: TaskReference = task.number.map(TaskReference.number) ?? .name(task.name)
    func index(_ title: String) -> Int? {
      report.outputs.firstIndex { DocumentTitle.key($0.title) == DocumentTitle.key(title) }
    }
    switch edit {
    case .set(let field, let text): field.set(text, in: &task)
    case .add(let output):
      if let known = index(output.title) {
        report.outputs[known].take(output, task: own)
      } else {
        var output = output
        output.tasks = [own]
        report.outputs.append(output)
      }
      task.origin.toFill.removeAll { $0 == "制度性成果" }
    case .rename(let title, let new): if let known = index(title) { report.outputs[known].title = new }
    case .number(let title, let number):
      if let known = index(title) {
        report.outputs[known].documentNumber = number
        report.outputs[known].origin.toFill.removeAll { $0 == "文号" }
      }
    case .remove(let title):
      if let known = index(title) {
        report.outputs[known].tasks.removeAll { $0 == own || $0 == .name(task.name) }
        if report.outputs[known].tasks.isEmpty { report.outputs.remove(at: known) }
      }
    }
    report.domains[self.task.domain].tasks[self.task.index] = task
  }
}

extension InstitutionalOutput {
  /// Takes in what a second mention of the document says.
  fileprivate mutating func take(_ other: InstitutionalOutput, task: TaskReference) {
    if !tasks.contains(task) { tasks.append(task) }
    documentNumber = documentNumber ?? other.documentNumber
    issuer = issuer ?? other.issuer
    issueDate = issueDate ?? other.issueDate
  }
}

extension LedgerChange.Field {
  /// The field's text in a task.
  public func text(of task: ReformTask) -> String? {
    switch self {
    case .status: task.status?.wording
    case .progress: task.progress
    case .delayReason: task.delay?.reason
    case .delayedUntil: task.delay?.until?.wording
    case .remark: task.remark
    }
  }

  fileprivate func set(_ text: String?, in task: inout ReformTask) {
    var delay = task.delay ?? Delay()
    switch self {
    case .status: task.status = text.map { TaskStatus(wording: $0) }
    case .progress: task.progress = text
    case .delayReason: delay.reason = text
    case .delayedUntil: delay.until = text.map { Deadline(wording: $0) }
    case .remark: task.remark = text
    }
    task.delay = delay == Delay() ? nil : delay
    task.origin.toFill.removeAll { $0 == rawValue || isOfDelay && $0 == "延期" }
  }

  /// Whether the field stands inside 延期.
  var isOfDelay: Bool { self == .delayReason || self == .delayedUntil }

  /// The key inside 延期.
  var keyInDelay: String { self == .delayReason ? "原因" : "延至" }
}

extension Report {
  /// The report without what a ledger may spell in several ways: the order of documents and of open fields, and a
  /// delay of which nothing is said.
  var settled: Report {
    var report = self
    for d in report.domains.indices {
      for t in report.domains[d].tasks.indices {
        var task = report.domains[d].tasks[t]
        if task.delay == Delay() { task.delay = nil }
        if task.status == nil, task.delay != nil { task.status = TaskStatus(.delayed) }
        task.origin.toFill = Set(task.origin.toFill).sorted()
        report.domains[d].tasks[t] = task
      }
    }
    for index in report.outputs.indices {
      report.outputs[index].tasks.sort { $0.text < $1.text }
      report.outputs[index].origin.toFill = Set(report.outputs[index].origin.toFill).sorted()
    }
    report.outputs.sort { DocumentTitle.key($0.title) < DocumentTitle.key($1.title) }
    report.origin.toFill = Set(report.origin.toFill).sorted()
    return report
  }
}
