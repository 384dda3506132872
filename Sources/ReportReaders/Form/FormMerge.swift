import ReportModel

/// 三方比较: what the ledger says, what a form says, and what both said when the form was exported.
struct FormMerge {
  private let report: Report
  private let outputs: [[[InstitutionalOutput]]]
  private(set) var changes: [FormChange] = []
  private(set) var conflicts: [FormConflict] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let decisions: [FormDecision]
  private var used: Set<Int> = []

  init(_ report: Report, answers: [FormAnswer], decisions: [FormDecision]) {
    self.report = report
    self.decisions = decisions
    outputs = report.domains.map { $0.tasks.map { report.outputs(of: $0) } }
    var byTask: [LedgerChange.TaskPlace: [FormAnswer]] = [:]
    for answer in answers { byTask[answer.task, default: []].append(answer) }
    for place in byTask.keys.sorted(by: { ($0.domain, $0.index) < ($1.domain, $1.index) }) {
      for topic in FormTopic.allCases { merge(topic, of: place, byTask[place] ?? []) }
    }
    for (index, decision) in decisions.enumerated() where !used.contains(index) {
      diagnostics.append(
        Diagnostic(
          "form.decision-unused", .note, at: decision.place, "这一行的决定没有用上：这一项已经没有分歧，或没有一并给出所涉的填报表"))
    }
  }

  private func task(_ place: LedgerChange.TaskPlace) -> ReformTask {
    report.domains[place.domain].tasks[place.index]
  }

  private func documents(_ place: LedgerChange.TaskPlace) -> [InstitutionalOutput] {
    outputs[place.domain][place.index]
  }

  private func ledgerTexts(_ topic: FormTopic, _ place: LedgerChange.TaskPlace) -> [String] {
    topic.fields.map { $0.text(of: task(place), outputs: documents(place)) }
  }

  /// An answer's texts for a topic; nil where the form has not all of its columns and what is left says nothing alone.
  private func texts(_ topic: FormTopic, _ answer: FormAnswer) -> (
    texts: [String], places: [FormAnswer.Value]
  )? {
    let values = topic.fields.map { answer.values[$0] }
    guard let first = values.first ?? nil else { return nil }
    if values.count == 2 {
      // Where the numbers were not touched, or their column is gone, known documents keep theirs, wherever their line is now.
      let numbers = values[1]
      let isUntouched =
        numbers.map { answer.fingerprint?.matches($0.text, in: .numbers) == true && $0.fault == nil } ?? true
      if isUntouched, answer.fingerprint?.matches(first.text, in: .outputs) != true {
        let known = Dictionary(
          documents(answer.task).map { (DocumentTitle.key($0.title), $0.documentNumber ?? "") },
          uniquingKeysWith: { first, _ in first })
        let listed = FormDocument.list(titles: first.text, numbers: "")
        let kept = listed.map { known[DocumentTitle.key($0.title)] ?? "" }
        return ([first.text, kept.joined(separator: "\n")], [first])
      }
    }
    return (values.map { $0?.text ?? "" }, values.compactMap { $0 })
  }

  private mutating func merge(_ topic: FormTopic, of place: LedgerChange.TaskPlace, _ answers: [FormAnswer]) {
    let ledger = ledgerTexts(topic, place)
    let ledgerText = topic.joined(ledger)
    let ledgerKey = topic.key(ledgerText)
    var candidates: [FormConflict.Candidate] = []
    var reasons: [String] = []
    for answer in answers {
      guard let (texts, values) = texts(topic, answer), let first = values.first else { continue }
      let text = topic.joined(texts)
      let fault = values.compactMap(\.fault).first ?? Self.fault(topic, texts)
      if fault == nil, topic.key(text) == ledgerKey { continue }
      let isUntouched = answer.fingerprint.map { print in
        zip(topic.fields, texts).allSatisfy { print.matches($1, in: $0) }
      }
      if fault == nil, isUntouched == true { continue }
      let place = values.first { $0.fault != nil }?.place ?? first.place
      if let fault {
        reasons.append(fault)
      } else if text.isEmpty {
        // Without the state at export an empty cell says nothing.
        if isUntouched == nil { continue }
        reasons.append("表里把原有内容清空了")
      } else if let print = answer.fingerprint {
        if !zip(topic.fields, ledger).allSatisfy({ print.matches($1, in: $0) }) {
          reasons.append("发表以后台账也改过")
        }
      } else if !ledgerKey.isEmpty {
        reasons.append("表里的指纹丢了，不知道台账和表哪个更新")
      }
      if topic == .outputs, fault == nil, let lost = Self.lost(ledgerText, text) { reasons.append(lost) }
      if !candidates.contains(where: { topic.key($0.text) == topic.key(text) && $0.fault == fault }) {
        candidates.append(.init(text, place: place, fault: fault))
      }
    }
    guard !candidates.isEmpty else { return }
    if candidates.count > 1 { reasons.append("有\(candidates.count)份不同的答复") }
    if reasons.isEmpty {
      return take(topic, place, ledgerText, candidates[0].text, from: candidates[0].place)
    }
    let reference: TaskReference =
      task(place).number.map(TaskReference.number) ?? .name(task(place).name)
    let conflict = FormConflict(
      mark: FormMark(.task(reference), in: report), number: task(place).number, name: task(place).name,
      topic: topic, reason: reasons.uniqued.joined(separator: "；"),
      candidates: [.init(ledgerText, place: nil)] + candidates)
    settle(conflict, place, ledgerText)
  }

  /// Takes a person's decision on a conflict, where there is one.
  private mutating func settle(
    _ conflict: FormConflict, _ place: LedgerChange.TaskPlace, _ ledgerText: String
  ) {
    let topic = conflict.topic
    let own = decisions.indices.filter { decisions[$0].mark == conflict.mark && decisions[$0].topic == topic }
    used.formUnion(own)
    let ledgerHash = Fingerprint.hash(topic.key(ledgerText))
    let fresh = own.filter {
      decisions[$0].ledger == ledgerHash || topic.key(decisions[$0].text) == topic.key(ledgerText)
    }
    for index in own where !fresh.contains(index) {
      diagnostics.append(
        Diagnostic(
          "form.decision-stale", .warning, at: decisions[index].place, "作出决定以后台账又改过，这个决定没有采用",
          suggestions: [.init("请在新写出的待定表里重新决定")]))
    }
    guard let chosen = fresh.first.map({ decisions[$0] }),
      Set(fresh.map { topic.key(decisions[$0].text) }).count == 1
    else {
      if fresh.count > 1 {
        diagnostics.append(
          Diagnostic(
            "form.decision-twice", .error, at: decisions[fresh[1]].place, "同一项采用了两种内容",
            related: fresh.dropLast().map { .init(decisions[$0].place, "另一处") },
            suggestions: [.init("请只在一行写“是”")]))
      }
      return conflicts.append(conflict)
    }
    let parts = topic == .outputs ? FormDocument.list(chosen.text).map(\.title) : [chosen.text]
    if let fault = chosen.text.isEmpty
      ? nil : parts.lazy.compactMap({ FormText.fault($0, in: topic.fields[0]) }).first
    {
      diagnostics.append(
        Diagnostic(
          "form.decision-value", .error, at: chosen.place, fault, suggestions: [.init("请在“另填”一栏写上合适的内容")]))
      return conflicts.append(conflict)
    }
    take(topic, place, ledgerText, chosen.text, from: chosen.place)
  }

  private mutating func take(
    _ topic: FormTopic, _ place: LedgerChange.TaskPlace, _ old: String, _ new: String, from: SourcePlace?
  ) {
    guard topic.key(old) != topic.key(new) else { return }
    let edits: [LedgerChange.Edit]
    if topic == .outputs {
      edits = Self.edits(from: documents(place), to: FormDocument.list(new))
    } else if let field = LedgerChange.Field(rawValue: topic.rawValue) {
      edits = [.set(field, new.isEmpty ? nil : new)]
    } else {
      edits = []
    }
    changes.append(
      FormChange(
        task: task(place), topic: topic, before: old, after: new, source: from,
        edits: edits.map { LedgerChange(place, $0) }))
  }

  /// Why titles and numbers of documents cannot be told apart, in Chinese.
  private static func fault(_ topic: FormTopic, _ texts: [String]) -> String? {
    guard topic == .outputs, texts.count == 2 else { return nil }
    let titles = FormDocument.list(titles: texts[0], numbers: "")
    var numbers = texts[1].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while numbers.count > titles.count, numbers.last?.trimmed.isEmpty == true { numbers.removeLast() }
    if !texts[1].trimmed.isEmpty, numbers.count != titles.count {
      return "文号有\(numbers.count)行，文件有\(titles.count)份，对不上（没有文号的要空一行）"
    }
    if Set(titles.map { DocumentTitle.key($0.title) }).count < titles.count { return "同一份文件写了两次" }
    return nil
  }

  /// What an answer leaves out of the documents that the ledger has, in Chinese.
  private static func lost(_ old: String, _ new: String) -> String? {
    let kept = FormDocument.list(new)
    let gone = FormDocument.list(old).filter { old in
      !kept.contains { DocumentTitle.key($0.title) == DocumentTitle.key(old.title) }
    }
    guard !gone.isEmpty else { return nil }
    return "表里没有了台账中的\(gone.map { DocumentTitle.quoted($0.title) }.joined())"
  }

  private static func edits(from old: [InstitutionalOutput], to new: [FormDocument]) -> [LedgerChange.Edit] {
    func key(_ title: String) -> String { DocumentTitle.key(title) }
    let gone = old.filter { o in !new.contains { key($0.title) == key(o.title) } }
    let added = new.filter { n in !old.contains { key($0.title) == key(n.title) } }
    var edits: [LedgerChange.Edit] = []
    for document in new {
      guard let known = old.first(where: { key($0.title) == key(document.title) }) else { continue }
      if known.documentNumber != document.number { edits.append(.number(known.title, document.number)) }
    }
    // One that went and one that came at its place: the same document under a better title.
    if gone.count == 1, added.count == 1, old.count == new.count {
      edits.append(.rename(gone[0].title, to: added[0].title))
      if gone[0].documentNumber != added[0].number { edits.append(.number(added[0].title, added[0].number)) }
      return edits
    }
    edits += gone.map { .remove($0.title) }
    return edits
      + added.map { document in
        var output = InstitutionalOutput(title: document.title)
        output.documentNumber = document.number
        return .add(output)
      }
  }
}
