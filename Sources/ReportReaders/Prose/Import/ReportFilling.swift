import ReportModel

/// Fills head, totals, narrative and foot of a report.
struct ReportFilling {
  let draft: Draft
  let units: UnsafeBufferPointer<UInt16>
  var domains: DomainFilling
  var places: [FieldPath: SourcePlace] = [:]
  var notes: [Diagnostic] = []
  /// The steps told behind the problems, until they are taken over.
  var ahead: [NarrativePart] = []
  /// The sentence that counts the tasks of the whole year.
  var totalSentence: Int?

  init(draft: Draft, units: UnsafeBufferPointer<UInt16>, domains: DomainFilling) {
    self.draft = draft
    self.units = units
    self.domains = domains
  }

  mutating func fill(_ report: inout Report, from article: Int) {
    head(&report, draft.articles[article])
    report.domains = domains.domains(of: article)
    domains.addLooseOutputs(in: article..<article + 1)
    report.outputs = domains.outputs
    totals(&report, article)
    narrative(&report, article)
    figures(&report, article)
    report.attachments = draft.attachments.map { Attachment(title: draft.text.string($0)) }
    for (index, title) in draft.attachments.enumerated() {
      places[FieldPath().field("附件").item(index)] = draft.text.place(title)
    }
    settle(&report)
  }

  mutating func head(_ report: inout Report, _ article: DraftArticle) {
    if let title = article.title {
      let text = draft.text.string(title).trimmingBlanks
      // A Word title is broken by sense into lines, which read as blanks; they are one title.
      let lines = draft.text.source.blocks.lazy.filter { $0.kind == .title }
        .map { $0.text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks } }
      report.title = lines.first { $0.joined(separator: " ") == text }?.joined() ?? text
      places[FieldPath().field("标题")] = draft.text.place(title)
    }
    if let office = article.office {
      report.reportingUnit = draft.text.string(office).trimmingBlanks
      places[FieldPath().field("报告单位")] = draft.text.place(office)
      let firstSection = draft.sections.first { $0.range.lowerBound >= article.range.lowerBound }?.range
        .lowerBound
      report.signature = office.lowerBound > firstSection ?? Int.max ? .atEnd : .belowTitle
    } else {
      report.reportingUnit = article.publisher
    }
    report.issueDate = article.date
    if let addressee = article.addressee {
      report.addressee = draft.text.string(addressee).trimmingBlanks
      places[FieldPath().field("主送")] = draft.text.place(addressee)
    }
  }

  /// Keeps the totals only where the fields do not give them.
  mutating func settle(_ report: inout Report) {
    let stated = report.stated
    report.stated = StatedCounts()
    let counted = Tally(of: report)
    func keep(_ stated: Int?, _ counted: Int?) -> Int? { stated == counted ? nil : stated }
    report.stated = StatedCounts(
      tasks: keep(stated.tasks, counted.tasks.value),
      completed: keep(stated.completed, counted.completed.value),
      delayed: keep(stated.delayed, counted.delayed.value),
      outputs: keep(stated.outputs, report.outputs.count))
    for (name, stated, counted) in [
      ("任务数", stated.tasks, counted.tasks.value), ("完成数", stated.completed, counted.completed.value),
      ("延期数", stated.delayed, counted.delayed.value), ("制度性成果数", stated.outputs, report.outputs.count),
    ] {
      guard let stated, let counted, stated != counted, !report.domains.isEmpty else { continue }
      notes.append(
        Diagnostic(
          "import.count-differs", .note, at: places[FieldPath().field(name)] ?? .file(draft.text.source.file),
          "全文写明\(name)\(stated)，逐项列出的是\(counted)，两个数都已保留", suggestions: [.init("请对照附件核对差额")]))
    }
  }

  // MARK: Narrative

  /// A stretch without the marks and blanks around it, and without what is no running text; a line for each paragraph.
  func text(_ range: Range<Int>) -> String {
    var low = draft.paragraphs.prefixEnd { $0.range.upperBound <= range.lowerBound }
    var lines: [String] = []
    while low < draft.paragraphs.count, draft.paragraphs[low].range.lowerBound < range.upperBound {
      let paragraph = draft.paragraphs[low]
      if paragraph.kind != .matter {
        let line = line(range.clamped(to: paragraph.range))
        if !line.isEmpty { lines.append(line) }
      }
      low += 1
    }
    return lines.joined(separator: "\n")
  }

  func line(_ range: Range<Int>) -> String {
    var first = range.lowerBound
    var last = range.upperBound
    while first < last, Self.edges.contains(units[first]) { first += 1 }
    while last > first, units[last - 1] == Unit.space || units[last - 1] == Unit.semicolon { last -= 1 }
    return draft.text.string(first..<last)
  }

  // MARK: The end

  /// The report with its places, notes and summary.
  func finished(_ report: Report) -> ImportedReport {
    var summary = ImportSummary()
    let read = draft.sentences.indices.filter {
      draft.paragraphs[draft.sentences[$0].paragraph].kind == .body
    }
    summary.sentences = read.count
    summary.used = read.count { domains.used.contains($0) }
    summary.left = read.filter { !domains.used.contains($0) }.map {
      draft.text.place(draft.sentences[$0].range)
    }
    summary.quantities = draft.quantities.count
    for part in draft.skipped { summary.skipped[part.reason, default: 0] += 1 }
    summary.guesses =
      report.origin.toVerify.count
      + report.domains.reduce(0) { sum, domain in
        sum + domain.origin.toVerify.count + domain.figures.reduce(0) { $0 + $1.origin.toVerify.count }
          + domain.tasks.reduce(0) { inner, task in
            inner + task.origin.toVerify.count + task.figures.reduce(0) { $0 + $1.origin.toVerify.count }
          }
      }
    let all = places.merging(domains.places) { first, _ in first }
    return ImportedReport(
      report: SourcedReport(report: report, places: all, notes: notes + domains.notes), summary: summary,
      draft: draft)
  }

  static let edges = Array(" 。;,:、".utf16)
}
