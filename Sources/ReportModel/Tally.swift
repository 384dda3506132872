/// 统计: every count and rate of a report or a domain, derived in this one place.
///
/// A count is known when the source states it or when all the tasks are listed. A list that is shorter than the stated
/// number leaves completed and delayed counts unknown unless the source states those too. Tasks that an import proposed are
/// not known to be all of a domain's where they do not add up to the stated number of the year's.
public struct Tally: Hashable, Sendable {
  /// 任务数.
  public var tasks: Count
  /// 完成数.
  public var completed: Count
  /// 延期数.
  public var delayed: Count
  /// 制度性成果数.
  public var outputs: Count
  /// Listed tasks by their standing; delayed and completed ones are in it too.
  public var listed: [TaskStatus.Kind: Int]
  /// Listed tasks whose standing is not said or not understood.
  public var unclear: Int

  /// A count, stated and listed side by side.
  public struct Count: Hashable, Sendable {
    /// What the source states, if anything.
    public var stated: Int?
    /// How many are listed.
    public var listed: Int
    /// The count to print; nil where it is not known.
    public var value: Int?

    /// The count minus what is listed, where a stated number is behind the count and the list does not reach it or exceeds it.
    public var difference: Int? {
      guard let value, value != listed else { return nil }
      return value - listed
    }
  }

  /// The counts of one domain; its documents are those that came out of its tasks.
  public init(of domain: Domain, in report: Report) {
    let listed = domain.tasks
    let whole =
      domain.stated.tasks.map { $0 == listed.count }
      ?? (!listed.isEmpty && (report.listsAll || !listed.contains(where: \.isProposed)))
    self.init(
      tasks: Self.count(domain.stated.tasks, listed: listed.count, known: whole),
      completed: Self.count(
        domain.stated.completed, listed: listed.count(where: \.isCompleted), known: whole),
      delayed: Self.count(domain.stated.delayed, listed: listed.count(where: \.isDelayed), known: whole),
      outputs: Self.count(domain.stated.outputs, listed: Self.outputs(of: domain, in: report), known: true),
      standing: listed)
  }

  /// The counts of the whole report. What the report itself states stands before the sum over its domains.
  public init(of report: Report) {
    self.init(of: report, domains: report.domains.map { Tally(of: $0, in: report) })
  }

  /// The counts of the whole report from those of its domains.
  public init(of report: Report, domains: [Tally]) {
    func total(_ stated: Int?, _ part: KeyPath<Tally, Count>) -> Count {
      let values = domains.map { $0[keyPath: part].value }
      let known = !values.isEmpty && !values.contains(nil)
      return Count(
        stated: stated, listed: domains.reduce(0) { $0 + $1[keyPath: part].listed },
        value: stated ?? (known ? values.reduce(0) { $0 + ($1 ?? 0) } : nil))
    }
    var delayed = total(report.stated.delayed, \.delayed)
    if delayed.value == nil, report.namesAllDelays { delayed.value = delayed.listed }
    self.init(
      tasks: total(report.stated.tasks, \.tasks),
      completed: total(report.stated.completed, \.completed),
      delayed: delayed,
      outputs: Self.count(report.stated.outputs, listed: report.outputs.count, known: true),
      standing: report.tasks)
  }

  private init(tasks: Count, completed: Count, delayed: Count, outputs: Count, standing: [ReformTask]) {
    self.tasks = tasks
    self.completed = completed
    self.delayed = delayed
    self.outputs = outputs
    self.listed = [:]
    self.unclear = 0
    for task in standing {
      if let kind = task.status?.kind { self.listed[kind, default: 0] += 1 } else { self.unclear += 1 }
    }
  }

  /// Tasks that are neither listed with their standing nor counted with those completed or delayed; 0 where the counts leave none.
  public var unexplained: Int {
    guard let tasks = tasks.value, let completed = completed.value else { return unclear }
    let others = [TaskStatus.Kind.inProgress, .notStarted, .terminated].reduce(0) { $0 + (listed[$1] ?? 0) }
    return max(unclear, tasks - completed - (delayed.value ?? 0) - others)
  }

  private static func count(_ stated: Int?, listed: Int, known: Bool) -> Count {
    Count(stated: stated, listed: listed, value: stated ?? (known ? listed : nil))
  }

  private static func outputs(of domain: Domain, in report: Report) -> Int {
    let numbers = Set(domain.tasks.compactMap(\.number))
    let names = Set(domain.tasks.map(\.name))
    return report.outputs.count { output in
      output.domain == domain.name && output.tasks.isEmpty
        || output.tasks.contains { reference in
          switch reference {
          case .number(let number): numbers.contains(number)
          case .name(let name): names.contains(name)
          }
        }
    }
  }

  /// 完成率 under a basis; nil where a count is unknown or nothing is left to complete.
  public func rate(_ basis: CompletionBasis) -> Rate? {
    guard let tasks = tasks.value, let completed = completed.value else { return nil }
    switch basis {
    case .allTasks: return Rate(completed, of: tasks)
    case .exceptDelayed:
      guard let delayed = delayed.value else { return nil }
      return Rate(completed, of: tasks - delayed)
    }
  }
}

extension Report {
  /// Whether the domains' tasks, stated or listed, are as many as the report states, if it does.
  fileprivate var listsAll: Bool {
    stated.tasks.map { $0 == domains.reduce(0) { $0 + ($1.stated.tasks ?? $1.tasks.count) } } ?? true
  }

  /// Whether the delayed tasks of an imported report that counts nothing by domain are no more than are not done: where nothing
  /// counts them, they are all named.
  fileprivate var namesAllDelays: Bool {
    guard tasks.contains(where: \.isProposed), domains.allSatisfy({ $0.stated.tasks == nil }) else {
      return false
    }
    let named = tasks.count(where: \.isDelayed)
    guard let all = stated.tasks, let done = stated.completed else { return named > 0 }
    let left = all - done - tasks.count { !$0.isCompleted && !$0.isDelayed }
    return named > 0 ? left >= named : left == 0
  }
}

extension ReformTask {
  /// Whether its name is a proposal of an import.
  fileprivate var isProposed: Bool { origin.toVerify.contains("名称") }
}

/// 率: an exact share, printed as a percentage.
public struct Rate: Hashable, Sendable {
  /// The part.
  public let part: Int
  /// The whole, above zero.
  public let whole: Int

  /// A share, or nil where the whole is not above zero or the part is below zero.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0, part >= 0 else { return nil }
    self.part = part
    self.whole = whole
  }

  /// The percentage with at most `digits` decimals, rounded half up once, without trailing zeros: `90.9%`.
  public func percent(digits: Int = 1) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = (2 * part * 100 * scale + whole) / (2 * whole)
    var fraction = String(scaled % scale + scale).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(scaled / scale)" + (fraction.isEmpty || digits == 0 ? "" : ".\(fraction)") + "%"
  }
}
