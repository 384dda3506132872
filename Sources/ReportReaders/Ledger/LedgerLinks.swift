import ReportModel
import YAMLTree

/// What ties the parts of a ledger together: numbers, names, and documents with their tasks.
struct LedgerLinks {
  private let context: LedgerContext
  private let tasks: [(task: ReformTask, map: LedgerMap)]
  private let domains: [String]
  private let outputs: [(output: InstitutionalOutput, node: YAMLNode, path: FieldPath)]

  init(
    _ context: LedgerContext, tasks: [(task: ReformTask, map: LedgerMap)],
    outputs: [(output: InstitutionalOutput, node: YAMLNode, path: FieldPath)], domains: [String],
    of report: LedgerMap
  ) {
    self.context = context
    self.tasks = tasks
    self.outputs = outputs
    self.domains = domains
    duplicates(report.nodes("领域").compactMap { Self.name(of: $0) }, what: "领域名称", rule: "duplicate-domain")
    duplicates(
      tasks.compactMap { entry in
        entry.task.number.flatMap { number in entry.map.value("编号").map { (number, $0) } }
      },
      what: "任务编号", rule: "duplicate-number")
  }

  private static func name(of node: YAMLNode) -> (String, YAMLNode)? {
    if let text = node.text { return (text.trimmed, node) }
    guard case .mapping(let entries) = node.content else { return nil }
    for entry in entries where LedgerSchema.field(named: entry.key.text ?? "", of: .domain)?.key == "名称" {
      return entry.value.text.map { ($0.trimmed, entry.value) }
    }
    return nil
  }

  private func duplicates(_ names: [(String, YAMLNode)], what: String, rule: String) {
    var seen: [String: YAMLNode] = [:]
    for (name, node) in names {
      guard let first = seen[name] else {
        seen[name] = node
        continue
      }
      context.diagnostics.append(
        Diagnostic(
          "ledger.\(rule)", .error, at: context.place(node.start, to: node.end), "\(what)“\(name)”用了两次",
          related: [.init(context.place(first.start, to: first.end), "第一次用在这里")],
          suggestions: [.init("请给其中一个另取\(what)")]))
    }
  }

  /// Every document once, with all its tasks, in the order of the tasks and then of the list.
  func resolved() -> [InstitutionalOutput] {
    let numbers = Set(tasks.compactMap(\.task.number))
    let names = Set(tasks.map(\.task.name))
    var order: [String] = []
    var merged: [String: (output: InstitutionalOutput, node: YAMLNode)] = [:]
    for (found, node, path) in outputs {
      var output = found
      output.tasks = output.tasks.map { reference in
        guard case .number(let text) = reference, !numbers.contains(text), names.contains(text) else {
          return reference
        }
        return .name(text)
      }
      for reference in output.tasks { check(reference, numbers, names, path, node) }
      if let domain = output.domain, !domains.contains(domain) { unknown(domain, path, node) }
      let key = DocumentTitle.key(output.title)
      if let known = merged[key] {
        merged[key] = (merge(known, (output, node)), known.node)
      } else {
        order.append(key)
        merged[key] = (output, node)
      }
    }
    let all = order.compactMap { merged[$0]?.output }
    return all.filter { !$0.tasks.isEmpty } + all.filter(\.tasks.isEmpty)
  }

  private func check(
    _ reference: TaskReference, _ numbers: Set<String>, _ names: Set<String>, _ path: FieldPath,
    _ node: YAMLNode
  ) {
    guard case .number(let number) = reference, !numbers.contains(number) else { return }
    let near = nearestName(to: number, among: numbers.sorted())
    context.diagnostics.append(
      Diagnostic(
        "ledger.unknown-task", .error,
        at: context.places[path.field("任务")] ?? context.place(node.start, to: node.end),
        "没有编号为“\(number)”的任务" + (near.map { "，是否指“\($0)”？" } ?? ""),
        suggestions: [.init("请改成台账中已有的任务编号", replacement: near)]))
  }

  private func unknown(_ domain: String, _ path: FieldPath, _ node: YAMLNode) {
    let near = nearestName(to: domain, among: domains)
    context.diagnostics.append(
      Diagnostic(
        "ledger.no-domain", .error,
        at: context.places[path.field("领域")] ?? context.place(node.start, to: node.end),
        "没有叫“\(domain)”的领域" + (near.map { "，是否指“\($0)”？" } ?? ""),
        suggestions: [.init("请改成台账中已有的领域名称", replacement: near)]))
  }

  /// One document named in two places: what one leaves open the other fills; what contradicts is an error.
  private func merge(
    _ first: (output: InstitutionalOutput, node: YAMLNode),
    _ second: (output: InstitutionalOutput, node: YAMLNode)
  ) -> InstitutionalOutput {
    var output = first.output
    func take<Value: Equatable>(
      _ field: WritableKeyPath<InstitutionalOutput, Value?>, _ name: String, _ text: (Value) -> String
    ) {
      guard let other = second.output[keyPath: field] else { return }
      if let own = output[keyPath: field], own != other {
        context.diagnostics.append(
          Diagnostic(
            "ledger.output-contradiction", .error, at: context.place(second.node.start, to: second.node.end),
            "《\(output.title)》的\(name)前后不一：“\(text(own))”和“\(text(other))”",
            related: [.init(context.place(first.node.start, to: first.node.end), "同一文件先写在这里")],
            suggestions: [.init("请核对\(name)，改成一致，或只在一处填写")]))
      }
      output[keyPath: field] = output[keyPath: field] ?? other
    }
    take(\.documentNumber, "文号") { $0 }
    take(\.issuer, "发文单位") { $0 }
    take(\.issueDate, "印发日期") { $0.ledgerText }
    take(\.domain, "领域") { $0 }
    for reference in second.output.tasks where !output.tasks.contains(reference) {
      output.tasks.append(reference)
    }
    output.origin.toVerify += second.output.origin.toVerify.filter { !output.origin.toVerify.contains($0) }
    output.origin.locator = output.origin.locator ?? second.output.origin.locator
    return output
  }
}
