public import ReportModel

/// 填报改动: one thing that the forms change in a ledger.
public struct FormChange: Hashable, Sendable {
  /// The task as it was.
  public var task: ReformTask
  /// What of it.
  public var topic: FormTopic
  /// What the ledger said.
  public var before: String
  /// What it says then.
  public var after: String
  /// The cell that says so.
  public var source: SourcePlace?
  /// The changes to the ledger.
  public var edits: [LedgerChange]
}

/// 回收: filled forms merged with their ledger.
///
/// Pure comparison: nothing is written here. Any order of the files gives the same changes, and a second run finds none.
public struct FormCollection: Sendable {
  /// A form's bytes and the name that places show.
  public typealias File = (name: String, bytes: [UInt8])

  /// What changes, in the order of the tasks.
  public let changes: [FormChange]
  /// What a person has to decide first.
  public let conflicts: [FormConflict]
  /// Notes, warnings and errors about rows and cells.
  public let diagnostics: [Diagnostic]
  /// Lead units of which no row came back.
  public let silentUnits: [String]
  /// Lead units whose rows came back as they were sent out.
  public let unchangedUnits: [String]
  /// Tasks that are missing in what their units sent back, by unit.
  public let missingTasks: [String: [String]]

  /// Whether all that the forms say is certain.
  public var isCertain: Bool { conflicts.isEmpty && !diagnostics.contains { $0.severity == .error } }

  /// All changes to the ledger.
  public var edits: [LedgerChange] { changes.flatMap(\.edits) }

  /// Compares forms, and tables of conflicts in which a person decided, with the ledger.
  /// - Throws: `InvalidInput` with the faults of every file that is no sound form.
  public init(_ files: [File], into report: Report) throws(InvalidInput) {
    var contents: [FormContent] = []
    var faults: [Diagnostic] = []
    // The order of the files must not matter, so they are taken by name.
    for file in files.sorted(by: { $0.name < $1.name }) {
      do throws(InvalidInput) {
        contents.append(try FormReader.read(file.bytes, file: file.name, for: report))
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    let answers = contents.flatMap(\.answers)
    let merge = FormMerge(report, answers: answers, decisions: contents.flatMap(\.decisions))
    let added = NewOutputMerge(report, contents.flatMap(\.newOutputs), beside: merge.changes)
    changes = merge.changes + added.changes
    conflicts = merge.conflicts
    diagnostics = (contents.flatMap(\.diagnostics) + merge.diagnostics + added.diagnostics).uniqued

    var units: [String] = []
    var silent: [String] = []
    var unchanged: [String] = []
    var missing: [String: [String]] = [:]
    let returned = Set(answers.map(\.task))
    let touched = Set(
      (merge.changes + added.changes).flatMap(\.edits).map(\.task))
    var tasks: [String: [(place: LedgerChange.TaskPlace, task: ReformTask)]] = [:]
    for (d, domain) in report.domains.enumerated() {
      for (t, task) in domain.tasks.enumerated() {
        let unit = task.leadUnit ?? "未注明牵头单位"
        if tasks[unit] == nil { units.append(unit) }
        tasks[unit, default: []].append((.init(domain: d, index: t), task))
      }
    }
    for unit in units {
      let own = tasks[unit] ?? []
      let back = own.filter { returned.contains($0.place) || touched.contains($0.place) }
      if back.isEmpty {
        silent.append(unit)
      } else if back.count < own.count {
        missing[unit] = own.filter { !returned.contains($0.place) && !touched.contains($0.place) }
          .map { $0.task.number ?? $0.task.name }
      }
      let isAsked = merge.conflicts.contains { conflict in own.contains { $0.task.name == conflict.name } }
      if !back.isEmpty, !own.contains(where: { touched.contains($0.place) }), !isAsked {
        unchanged.append(unit)
      }
    }
    silentUnits = silent
    unchangedUnits = unchanged
    missingTasks = missing
  }
}

/// 新增成果并入: documents reported on the extra sheet.
struct NewOutputMerge {
  private(set) var changes: [FormChange] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ report: Report, _ found: [FormNewOutput], beside others: [FormChange]) {
    let order = found.sorted {
      ($0.task.domain, $0.task.index, $0.output.title) < ($1.task.domain, $1.task.index, $1.output.title)
    }
    var seen: [String: FormNewOutput] = [:]
    for item in order {
      let key = DocumentTitle.key(item.output.title)
      let task = report.domains[item.task.domain].tasks[item.task.index]
      if let earlier = seen[key], earlier.task == item.task {
        if earlier.output != item.output { contradict(item, earlier.place, "两处填写的文号、单位或日期不一样") }
        continue
      }
      seen[key] = item
      let known = report.outputs.first { DocumentTitle.key($0.title) == key }
      if let known, let difference = Self.difference(known, item.output) {
        contradict(item, nil, "台账里《\(known.title)》的\(difference)与这里不一样")
        continue
      }
      let isListed = report.outputs(of: task).contains { DocumentTitle.key($0.title) == key }
      let isAdded = others.contains { change in
        change.edits.contains { edit in
          guard edit.task == item.task, case .add(let output) = edit.edit else { return false }
          return DocumentTitle.key(output.title) == key
        }
      }
      if isListed || isAdded {
        numberOnly(item, known, task)
        continue
      }
      changes.append(
        FormChange(
          task: task, topic: .outputs, before: "", after: Self.text(item.output), source: item.place,
          edits: [LedgerChange(item.task, .add(item.output))]))
    }
  }

  /// A document that the task already has: its number may be new; what else is new must be typed by hand.
  private mutating func numberOnly(
    _ item: FormNewOutput, _ known: InstitutionalOutput?, _ task: ReformTask
  ) {
    if let number = item.output.documentNumber, let known, known.documentNumber == nil {
      changes.append(
        FormChange(
          task: task, topic: .outputs, before: Self.text(known),
          after: FormDocument(title: known.title, number: number).text, source: item.place,
          edits: [LedgerChange(item.task, .number(known.title, number))]))
    }
    let isMore =
      item.output.issuer != nil && known?.issuer == nil
      || item.output.issueDate != nil && known?.issueDate == nil
    if isMore {
      diagnostics.append(
        Diagnostic(
          "form.output-known", .warning, at: item.place, "《\(item.output.title)》已在“填报”表或台账中，这里的发文单位和日期没有并入",
          suggestions: [.init("请在台账里手工补上")]))
    }
  }

  private mutating func contradict(_ item: FormNewOutput, _ other: SourcePlace?, _ message: String) {
    diagnostics.append(
      Diagnostic(
        "form.output-contradiction", .error, at: item.place, message,
        related: other.map { [.init($0, "另一处")] } ?? [], suggestions: [.init("请核对后改成一致")]))
  }

  private static func difference(_ known: InstitutionalOutput, _ new: InstitutionalOutput) -> String? {
    func differ<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
      left != nil && right != nil && left != right
    }
    if differ(known.documentNumber, new.documentNumber) { return "文号" }
    if differ(known.issuer, new.issuer) { return "发文单位" }
    return differ(known.issueDate, new.issueDate) ? "印发日期" : nil
  }

  private static func text(_ output: InstitutionalOutput) -> String {
    FormDocument(title: output.title, number: output.documentNumber).text
  }
}
