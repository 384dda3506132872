import ReportModel

/// Which of a table's tasks a sentence of the text tells of.
struct TaskTelling {
  enum Match: Hashable {
    /// It tells of this task.
    case task(Int)
    /// It says nothing that the tables do not say.
    case said
    /// The table says nothing of it.
    case unknown
  }

  private var names: [String: Int] = [:]
  /// The tasks that are delayed or ended, which the text names in its own way.
  private var stopped: [(name: String, kind: TaskStatus.Kind, index: Int)] = []
  /// The tasks whose progress says a clause, in their order.
  private var clauses: [String: [Int]] = [:]

  init(_ tasks: [ReformTask]) {
    for (index, task) in tasks.enumerated() {
      let name = DocumentTitle.key(task.name)
      if names[name] == nil { names[name] = index }
      if let kind = task.status?.kind, [.delayed, .terminated].contains(kind) {
        stopped.append((name, kind, index))
      }
      for clause in Self.clauses(task.progress ?? "") { clauses[clause, default: []].append(index) }
    }
  }

  /// The task that a proposed one is: its name, or its sentences among the table's.
  mutating func match(_ task: ReformTask) -> Match {
    let name = DocumentTitle.key(task.name)
    if let index = names[name] { return .task(index) }
    if let kind = task.status?.kind, kind != .completed {
      // 甲(试点)终止实施, 延期任务1:甲。已报批: more or less of the name than the row has.
      let found = stopped.filter { $0.kind == kind && Self.isSame($0.name, name) }
      return found.max { $0.name.count < $1.name.count }.map { .task($0.index) } ?? .unknown
    }
    let text = task.progress ?? ""
    let own = Self.clauses(text)
    guard !own.isEmpty else { return .unknown }
    let found = own.map { clause in clauses[clause]?.first ?? named(in: clause) }
    guard !found.contains(nil), let first = found[0] else {
      return Self.namesOnlyTitles(text) ? .said : .unknown
    }
    // A sentence that two tasks share is told once of each.
    for clause in own where clauses[clause]?.count ?? 0 > 1 { clauses[clause]?.removeFirst() }
    return .task(first)
  }

  /// Whether two names, as they are compared, are of one delayed task: one may say more than the other.
  static func isSame(_ name: String, _ other: String) -> Bool {
    name == other || name.count >= 4 && other.count >= 4 && (name.contains(other) || other.contains(name))
  }

  /// The task whose name is all that a clause says beside how it stands.
  private func named(in clause: String) -> Int? {
    Self.subjects(of: clause).lazy.compactMap { names[$0] }.first
  }

  /// Whether a text says no more of a task than its name and how it stands.
  static func saysOnly(_ name: String, _ text: String) -> Bool {
    let key = DocumentTitle.key(name)
    return clauses(text).allSatisfy { $0 == key || subjects(of: $0).contains(key) }
  }

  /// The parts of a text between its full stops, as they are compared.
  private static func clauses(_ text: String) -> [String] {
    text.unicodeScalars.split { "。!?;\n".unicodeScalars.contains($0.halfWidth) }
      .map { DocumentTitle.key(String($0)) }.filter { !$0.isEmpty }
  }

  /// What a clause may be about that tells nothing but how a task stands: 正在推进…, …尚未启动, …:进展.
  private static func subjects(of clause: String) -> [String] {
    var subjects: [String] = []
    for lead in ["已完成", "正在推进", "推进", "完成"] where clause.hasPrefix(lead) {
      subjects.append(String(clause.dropFirst(lead.count)))
    }
    for end in ["尚未启动", "未启动", "终止实施", "进展未载明", "已完成"] where clause.hasSuffix(end) {
      subjects.append(String(clause.dropLast(end.count)))
    }
    if let colon = clause.firstIndex(of: ":") { subjects.append(String(clause[..<colon])) }
    return subjects
  }

  /// 印发《甲》《乙》: nothing but titles, which a table of documents holds.
  private static func namesOnlyTitles(_ text: String) -> Bool {
    var depth = 0
    var rest = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "《": depth += 1
      case "》": depth -= 1
      default:
        if depth == 0, !"、,。和及".unicodeScalars.contains(scalar.halfWidth) {
          rest.unicodeScalars.append(scalar)
        }
      }
    }
    return text.contains("《") && ["", "印发", "出台", "制定"].contains(rest.trimmingBlanks)
  }
}

extension ReformTask {
  /// Takes from what the text tells of the task what its row does not say; its status only where the table has none for any task.
  mutating func complete(from told: ReformTask, status takesStatus: Bool) {
    if takesStatus, status == nil {
      status = told.status
      origin.toVerify += told.origin.toVerify.filter { $0 == "状态" }
    }
    if progress == nil, told.status?.kind == .completed, let text = told.progress,
      !TaskTelling.saysOnly(name, text)
    {
      progress = text
    }
    figures += told.figures.filter { figure in
      !figures.contains {
        $0.quantity == figure.quantity
          && ($0.measure.contains(figure.measure) || figure.measure.contains($0.measure))
      }
    }
    guard isDelayed, let other = told.delay else { return }
    var whole = delay ?? Delay()
    whole.reason = whole.reason ?? other.reason
    whole.until = whole.until ?? other.until
    whole.approval = whole.approval ?? other.approval
    delay = whole
  }
}
