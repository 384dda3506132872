import ReportModel
import YAMLTree

/// One pass over a ledger: the changes that can be made at once, each at its place; the others wait for the next pass.
struct TaskEditing {
  private let nodes: NodeEditing
  private let root: YAMLNode
  private let report: Report
  private let tasks: [[YAMLNode]]
  private(set) var edits: [TextEdit] = []
  /// Changes that meet one already made in this pass.
  private(set) var waiting: [LedgerChange] = []
  /// Changes for which the text has no place.
  private(set) var refused: [LedgerChange] = []
  /// What this pass already changes: nothing is changed twice at a time.
  private var taken: Set<Int> = []

  init(_ source: LedgerSource, root: YAMLNode, report: Report) {
    nodes = NodeEditing(source: source)
    self.root = root
    self.report = report
    tasks = Self.taskNodes(root, report)
  }

  /// The task's nodes, domain by domain, in the report's order.
  private static func taskNodes(_ root: YAMLNode, _ report: Report) -> [[YAMLNode]] {
    let domains = NodeEditing.items(NodeEditing.entry("领域", in: root, as: .report)?.value)
    var tasks = domains.map { domain in
      NodeEditing.items(NodeEditing.entry("任务", in: domain, as: .domain)?.value)
    }
    while tasks.count < report.domains.count { tasks.append([]) }
    for task in NodeEditing.items(NodeEditing.entry("任务", in: root, as: .report)?.value) {
      let name = NodeEditing.entry("领域", in: task, as: .task)?.value.text?.trimmed
      if let index = report.domains.firstIndex(where: { $0.name == name }) { tasks[index].append(task) }
    }
    return tasks
  }

  /// Plans a change.
  mutating func make(_ change: LedgerChange) {
    guard tasks.indices.contains(change.task.domain),
      tasks[change.task.domain].indices.contains(change.task.index)
    else { return refused.append(change) }
    let node = tasks[change.task.domain][change.task.index]
    let task = report.domains[change.task.domain].tasks[change.task.index]
    guard case .mapping = node.content else {
      // A task that is a bare name becomes a map first.
      guard take(node) else { return waiting.append(change) }
      let name = LedgerTree.map([.init("名称", .text(task.name))])
      edits.append(TextEdit(range: nodes.range(of: node), text: name.inline))
      return waiting.append(change)
    }
    switch change.edit {
    case .set(let field, let text): set(field, text, of: node, change)
    case .add(let output): add(LedgerTree.output(output, withTasks: false), to: node, change)
    case .number(let title, let number): setOutput(title, "文号", number, change)
    case .rename(let title, let new): rename(title, to: new, change)
    case .remove(let title): remove(title, from: node, change)
    }
  }

  /// Marks a place as changed in this pass; false where it already is.
  private mutating func take(_ node: YAMLNode) -> Bool { taken.insert(node.start.offset).inserted }

  private mutating func set(
    _ field: LedgerChange.Field, _ text: String?, of task: YAMLNode, _ change: LedgerChange
  ) {
    guard field.isOfDelay else {
      return setText(field.rawValue, text, in: task, as: .task, change)
    }
    let delay = NodeEditing.entry("延期", in: task, as: .task)
    let flat = NodeEditing.entry(field.rawValue, in: task, as: .task)
    if let delay, case .mapping(let entries) = delay.value.content, !entries.isEmpty {
      let isInside = NodeEditing.entry(field.keyInDelay, in: delay.value, as: .delay) != nil
      if isInside || flat == nil {
        return setText(field.keyInDelay, text, in: delay.value, as: .delay, change)
      }
    }
    if flat != nil { return setText(field.rawValue, text, in: task, as: .task, change) }
    guard let text else { return refused.append(change) }
    var entries = [LedgerTree.Entry(field.keyInDelay, .text(text))]
    guard let delay else {
      guard take(task) else { return waiting.append(change) }
      let new = LedgerTree.Entry("延期", .map(entries))
      guard let edit = nodes.insert(new, into: task, as: .task) else { return refused.append(change) }
      return edits.append(edit)
    }
    // 延期: 原因 as a bare text, or nothing yet.
    if let reason = delay.value.text, !NodeEditing.isOpen(delay.value), field != .delayReason {
      entries.insert(LedgerTree.Entry("原因", .text(reason.trimmed)), at: 0)
    }
    guard take(delay.key) else { return waiting.append(change) }
    let range = nodes.range(of: delay.value)
    let lead =
      range.isEmpty && range.lowerBound == nodes.source.typedOffset(delay.value.start.offset) ? " " : ""
    edits.append(TextEdit(range: range, text: lead + LedgerTree.map(entries).inline))
  }

  private mutating func setText(
    _ key: String, _ text: String?, in map: YAMLNode, as item: LedgerSchema.Item, _ change: LedgerChange
  ) {
    if let entry = NodeEditing.entry(key, in: map, as: item) {
      guard take(entry.key) else { return waiting.append(change) }
      return edits.append(nodes.replace(entry, with: text, inFlow: nodes.isFlow(map)))
    }
    guard let text else { return }
    // Two new keys in one map are fine; a new key beside a change of its neighbour's value is too.
    guard let edit = nodes.insert(.init(key, .text(text)), into: map, as: item) else {
      return refused.append(change)
    }
    // In brackets the neighbour may be changed itself, and both edits would meet at its end.
    guard !nodes.isFlow(map) || take(map) else { return waiting.append(change) }
    edits.append(edit)
  }

  private mutating func add(_ output: LedgerTree, to task: YAMLNode, _ change: LedgerChange) {
    if let entry = NodeEditing.entry("制度性成果", in: task, as: .task) {
      guard take(entry.key) else { return waiting.append(change) }
      if let edit = nodes.append([output], to: entry, inFlow: nodes.isFlow(task)) {
        return edits.append(edit)
      }
      return list(output, change)
    }
    guard take(task) else { return waiting.append(change) }
    let new = LedgerTree.Entry("制度性成果", .list([output]))
    guard let edit = nodes.insert(new, into: task, as: .task) else { return refused.append(change) }
    edits.append(edit)
  }

  /// Puts a document into the list at the ledger's top level, with the task it came from.
  private mutating func list(_ output: LedgerTree, _ change: LedgerChange) {
    let task = report.domains[change.task.domain].tasks[change.task.index]
    let own = LedgerTree.Entry("任务", .text(task.number ?? task.name))
    let item: LedgerTree =
      switch output {
      case .map(let entries): .map(entries + [own])
      default: .map([.init("名称", output), own])
      }
    if let entry = NodeEditing.entry("制度性成果", in: root, as: .report) {
      guard take(entry.key) else { return waiting.append(change) }
      guard let edit = nodes.append([item], to: entry, inFlow: nodes.isFlow(root)) else {
        return refused.append(change)
      }
      return edits.append(edit)
    }
    guard take(root) else { return waiting.append(change) }
    let new = LedgerTree.Entry("制度性成果", .list([item]))
    guard let edit = nodes.insert(new, into: root, as: .report) else { return refused.append(change) }
    edits.append(edit)
  }

  /// Every place that names a document, with its list; those that name it alone first.
  private func mentions(of title: String) -> [(node: YAMLNode, list: YAMLNode)] {
    let lists =
      tasks.joined().map { NodeEditing.entry("制度性成果", in: $0, as: .task)?.value }
      + [NodeEditing.entry("制度性成果", in: root, as: .report)?.value]
    return lists.compactMap { $0 }.flatMap { list in
      NodeEditing.items(list).filter { Self.titles(of: $0).contains(DocumentTitle.key(title)) }
        .map { (node: $0, list: list) }
    }
  }

  private static func titles(of node: YAMLNode) -> [String] {
    let text = node.text ?? NodeEditing.entry("名称", in: node, as: .output)?.value.text ?? ""
    return DocumentTitle.split(text.trimmed).map(DocumentTitle.key)
  }

  private mutating func setOutput(_ title: String, _ key: String, _ text: String?, _ change: LedgerChange) {
    let found = mentions(of: title)
    let known = found.filter { NodeEditing.entry(key, in: $0.node, as: .output) != nil }
    if !known.isEmpty {
      for mention in known { setText(key, text, in: mention.node, as: .output, change) }
      return
    }
    guard let text else { return }
    guard let mention = found.first(where: { Self.titles(of: $0.node).count == 1 }) else {
      // Named only among others in one text: a line in the list says the rest.
      return list(.map([.init("名称", .quoted(title)), .init(key, .text(text))]), change)
    }
    guard case .scalar(let old, _) = mention.node.content else {
      return setText(key, text, in: mention.node, as: .output, change)
    }
    guard take(mention.node) else { return waiting.append(change) }
    let map = LedgerTree.map([.init("名称", .quoted(old.trimmed)), .init(key, .text(text))])
    edits.append(TextEdit(range: nodes.range(of: mention.node), text: map.inline))
  }

  private mutating func rename(_ title: String, to new: String, _ change: LedgerChange) {
    let found = mentions(of: title)
    guard !found.isEmpty, found.allSatisfy({ Self.titles(of: $0.node).count == 1 }) else {
      return refused.append(change)
    }
    for mention in found {
      if case .scalar = mention.node.content {
        guard take(mention.node) else { return waiting.append(change) }
        edits.append(TextEdit(range: nodes.range(of: mention.node), text: LedgerScalar.quoted(new)))
      } else {
        setText("名称", new, in: mention.node, as: .output, change)
      }
    }
  }

  private mutating func remove(_ title: String, from task: YAMLNode, _ change: LedgerChange) {
    guard let entry = NodeEditing.entry("制度性成果", in: task, as: .task),
      let item = NodeEditing.items(entry.value).first(where: {
        Self.titles(of: $0) == [DocumentTitle.key(title)]
      })
    else { return refused.append(change) }
    guard take(entry.key) else { return waiting.append(change) }
    guard let edit = nodes.remove(item, from: entry.value) else { return refused.append(change) }
    edits.append(edit)
  }
}
