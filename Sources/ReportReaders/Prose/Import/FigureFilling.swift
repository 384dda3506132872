import ReportModel

/// Newspaper material: no ledger stands behind it, so its figures are delivered as stated figures by field of reform. The field is
/// guessed from the table of terms, and the guess is marked.
struct FigureFilling {
  let draft: Draft
  let units: UnsafeBufferPointer<UInt16>
  let terms: DomainTerms

  init(draft: Draft, units: UnsafeBufferPointer<UInt16>, terms: DomainTerms) {
    self.draft = draft
    self.units = units
    self.terms = terms
  }

  func fill(_ report: inout Report, _ filling: inout ReportFilling) {
    if let first = draft.articles.first {
      filling.head(&report, first)
    }
    for (index, article) in draft.articles.enumerated() {
      let sentences = draft.sentences.indices.filter {
        draft.paragraphs[draft.sentences[$0].paragraph].article == index
      }
      let title = article.title.map { draft.text.string($0).trimmingBlanks }
      if let title {
        report.sources.append(
          SourceDocument(name: title, date: article.date?.ledgerText, publisher: article.publisher))
      }
      for sentence in sentences { add(sentence, title: title, to: &report, &filling) }
    }
    filling.domains.addLooseOutputs(in: draft.articles.indices)
    report.outputs = filling.domains.outputs
    addMechanisms(&report)
  }

  /// News in the same file as a report: what it is called, and its figures as figures of the whole.
  func add(beside main: Int, to report: inout Report, _ filling: inout ReportFilling) {
    for (index, article) in draft.articles.enumerated() where index != main && article.isNews {
      guard let range = article.title else { continue }
      let title = draft.text.string(range).trimmingBlanks
      report.sources.append(
        SourceDocument(name: title, date: article.date?.ledgerText, publisher: article.publisher))
      for sentence in draft.sentences.indices
      where draft.paragraphs[draft.sentences[sentence].paragraph].article == index {
        let figures = filling.domains.figures(of: sentence, isNews: true)
        guard !figures.isEmpty else { continue }
        filling.domains.used.insert(sentence)
        for var figure in figures {
          figure.origin.locator = "《\(title)》" + (figure.origin.locator ?? "")
          report.figures.append(figure)
        }
      }
    }
  }

  private func add(_ index: Int, title: String?, to report: inout Report, _ filling: inout ReportFilling) {
    let figures = filling.domains.figures(of: index, isNews: true)
    guard !figures.isEmpty else { return }
    filling.domains.used.insert(index)
    let name = field(of: index)
    if !report.domains.contains(where: { $0.name == name }) {
      var domain = Domain(name: name)
      domain.origin.toVerify = ["名称"]
      report.domains.append(domain)
    }
    guard let domain = report.domains.firstIndex(where: { $0.name == name }) else { return }
    for var figure in figures {
      if let title { figure.origin.locator = "《\(title)》" + (figure.origin.locator ?? "") }
      let path = FieldPath().field("领域").item(domain).field("数据").item(report.domains[domain].figures.count)
      filling.places[path] = draft.text.place(draft.sentences[index].range)
      report.domains[domain].figures.append(figure)
    }
  }

  /// The field that a sentence's words point to, or else those of its paragraph and of its sections' headings.
  private func field(of index: Int) -> String {
    let sentence = draft.sentences[index]
    var ranges = [sentence.range, draft.paragraphs[sentence.paragraph].range]
    ranges += draft.ancestry(of: sentence.section).map { draft.sections[$0].heading }
    for range in ranges {
      if let found = terms.field(of: range, in: units) { return terms.entries[found.index].name }
    }
    return "其他"
  }

  /// Named mechanisms (“…”机制, …模式) stand in the field's summary.
  private func addMechanisms(_ report: inout Report) {
    var names: [String: [String]] = [:]
    for quote in draft.quotations {
      guard quote.count <= 20,
        Self.mechanisms.match(at: quote.upperBound, in: units, end: min(units.count, quote.upperBound + 8))
          != nil,
        let sentence = draft.sentence(at: quote.lowerBound)
      else { continue }
      let word = Self.mechanisms.match(at: quote.upperBound, in: units, end: units.count)?.length ?? 0
      let name = draft.text.string(quote.lowerBound..<quote.upperBound + word)
      let field = field(of: sentence)
      if !(names[field] ?? []).contains(name) { names[field, default: []].append(name) }
    }
    for (field, found) in names.sorted(by: { $0.key < $1.key }) {
      guard let index = report.domains.firstIndex(where: { $0.name == field }) else { continue }
      report.domains[index].summary = "文中提到的做法：" + found.joined(separator: "、") + "。"
    }
  }

  private static let mechanisms = WordTable<Bool>(
    set: "机制 模式 工作法 制度体系 工作机制 体系 制度 综合考核体系 新模式 办学模式 行动 工程 专项行动 大格局 工作站 平台")
}
