import ReportModel

/// The documents that a field's sentences name, each kept once.
extension DomainFilling {
  mutating func add(_ documents: [UnmarkedDocument], task: String) {
    for document in documents {
      add(titled: document.name, at: document.name, number: document.number, task: task)
    }
  }

  mutating func add(_ document: DocumentMention, task: String?, domain: String? = nil) {
    let mention = draft.titles[document.title]
    let count = outputs.count
    add(titled: mention.inner, at: mention.range, number: document.number, task: task, domain: domain)
    guard count < outputs.count else { return }
    let said = imprint(behind: mention.range.upperBound)
    outputs[count].issueDate = said.date
    outputs[count].issuer = said.issuer ?? document.verb.flatMap { issuer(before: $0, of: mention.range) }
  }

  private mutating func add(
    titled name: Range<Int>, at range: Range<Int>, number: Range<Int>?, task: String?, domain: String? = nil
  ) {
    let title = draft.text.string(name)
    guard !outputs.contains(where: { DocumentTitle.key($0.title) == DocumentTitle.key(title) }) else {
      return
    }
    var output = InstitutionalOutput(title: title, tasks: task.map { [.name($0)] } ?? [])
    output.documentNumber = number.map { draft.text.string($0) }
    output.domain = domain
    if task == nil { output.origin.locator = locator(range) }
    places[FieldPath().field("制度性成果").item(outputs.count).field("名称")] =
      draft.text.place(range)
    outputs.append(output)
  }

  /// Documents named outside the fields.
  mutating func addLooseOutputs(in articles: Range<Int>) {
    for document in draft.documents
    where document.kind == .institutional
      && articles.contains(draft.paragraphs[draft.sentences[document.sentence].paragraph].article)
    {
      let role = draft.role(of: draft.sentences[document.sentence].section)
      guard role != .plan, role != .problems else { continue }
      add(document, task: nil)
    }
  }
}
