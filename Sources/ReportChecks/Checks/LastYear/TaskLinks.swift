import ReportModel

/// 原任务: the links of a ledger's tasks to those of earlier years, followed by number or by name.
struct TaskLinks: Sendable {
  private var byNumber: [Key: ReformTask] = [:]
  private var byName: [Key: ReformTask] = [:]
  private var names: [String: ReformTask] = [:]

  private struct Key: Hashable {
    var year: Int
    var text: String
  }

  /// The links of a ledger; nil has none.
  init(_ report: Report?) {
    for task in report?.tasks ?? [] {
      names[DocumentTitle.key(task.name)] = task
      guard let earlier = task.continues else { continue }
      if let number = earlier.number { byNumber[Key(year: earlier.year, text: number)] = task }
      if let name = earlier.name { byName[Key(year: earlier.year, text: DocumentTitle.key(name))] = task }
    }
  }

  /// The task that carries on a task of an earlier year, whatever it is called now: by its link, else by its name.
  func heir(ofNumber number: String?, named name: String, year: Int?) -> ReformTask? {
    if let year {
      if let number, let heir = byNumber[Key(year: year, text: number)] { return heir }
      if let heir = byName[Key(year: year, text: DocumentTitle.key(name))] { return heir }
    }
    guard let same = names[DocumentTitle.key(name)] else { return nil }
    // A task of that name that says to carry on another one is not this one.
    return same.continues == nil || same.continues?.year != year || number == nil
      || same.continues?.number == nil
      ? same : nil
  }

  /// The task that a link means; nil where the report holds none.
  static func origin(_ link: EarlierTask, in report: Report) -> ReformTask? {
    let tasks = report.tasks
    if let number = link.number { return tasks.first { $0.number == number } }
    let name = link.name.map(DocumentTitle.key)
    return tasks.first { DocumentTitle.key($0.name) == name }
  }
}

extension ReformTask {
  /// How many years in a row up to `year` the task was postponed, as far as its links and what it remembers tell.
  func delayedYears(before origin: ReformTask) -> Int {
    guard isDelayed else { return 0 }
    return origin.isDelayed ? (origin.continues == nil ? 2 : 3) : 1
  }
}
