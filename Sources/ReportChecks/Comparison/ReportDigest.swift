import Foundation
public import ReportModel

/// 报告摘要: what a comparison needs of a report, be it prose or a ledger.
public struct ReportDigest: Sendable {
  /// One field of reform.
  struct Field: Sendable {
    var name: String
    var tasks: Decimal?
    var completed: Decimal?
    var delayed: Decimal?
  }

  /// A task that was postponed.
  struct Item: Sendable {
    var name: String
    var until: String?
    var number: String?
    /// The year from which it was carried over.
    var since: Int?
  }

  let name: String
  let year: Int?
  let place: String?
  let counts: LastYear.Counts
  /// 完成率 as printed, with its basis where it is said.
  let rates: [String]
  let fields: [Field]
  let outputs: [String]
  let delayed: [Item]
  /// The tasks and their links to earlier years, where the report is a ledger.
  let links: TaskLinks
  /// The report as prose, where it is prose.
  let study: DraftStudy?

  /// A report in prose.
  public init(_ draft: Draft) {
    let study = DraftStudy(draft)
    let page = study.page
    self.study = study
    links = TaskLinks(nil)
    name = draft.text.source.file
    year = LastYear.year(of: draft)
    place = PlaceName.find(in: draft)
    counts = LastYear.Counts(page, study.status)
    fields = study.status.fields.map { field in
      let layer = field.layers.first
      let tasks = layer.map { page.value($0.total) }
      return Field(
        name: draft.text.string(draft.sections[field.section].heading), tasks: tasks,
        completed: layer.flatMap { $0.allDone != nil ? tasks : page.known($0.done) },
        delayed: layer.flatMap { page.known($0.delayed) })
    }
    rates = draft.claims.indices.filter {
      draft.claims[$0].measure == .completionRate && draft.claims[$0].domain == nil && page.isTold($0)
    }
    .filter { page.text(page.before($0)).contains("完成率") }
    .map {
      page.cues.has(.withoutDelays, in: page.before($0))
        ? "\(page.number($0))（扣除延期）"
        : page.cues.has(.ofAll, in: page.before($0)) ? "\(page.number($0))（全部任务）" : page.number($0)
    }
    outputs =
      draft.documents.filter { $0.kind == .institutional }.map {
        draft.text.string(draft.titles[$0.title].inner)
      }.firstOfEach
    delayed = draft.delays.filter { !$0.isTerminated }.map {
      Item(name: draft.text.string($0.name), until: $0.until.map(draft.text.string))
    }
  }

  /// A ledger.
  public init(_ ledger: SourcedReport, name: String) {
    let report = ledger.report
    let tally = Tally(of: report)
    self.name = name
    study = nil
    links = TaskLinks(report)
    year = report.year
    place = report.place.shortName ?? report.place.fullName
    func number(_ value: Int?) -> Decimal? { value.map { Decimal($0) } }
    counts = LastYear.Counts(
      tasks: number(tally.tasks.value), completed: number(tally.completed.value),
      delayed: number(tally.delayed.value),
      outputs: number(tally.outputs.value))
    fields = report.domains.map { domain in
      guard domain.stated.tasks ?? domain.tasks.count > 0 else { return Field(name: domain.name) }
      let tasks = domain.stated.tasks ?? domain.tasks.count
      return Field(
        name: domain.name, tasks: number(tasks),
        completed: number(domain.stated.completed ?? domain.tasks.count(where: \.isCompleted)),
        delayed: number(domain.stated.delayed ?? domain.tasks.count(where: \.isDelayed)))
    }
    rates = []
    outputs = report.outputs.map(\.title).firstOfEach
    delayed = report.tasks.filter(\.isDelayed).map {
      Item(
        name: $0.name, until: $0.delay?.until?.chinese, number: $0.number, since: $0.continues?.year)
    }
  }
}

extension [String] {
  /// Each text once, at its first place.
  fileprivate var firstOfEach: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
