import Foundation
import ReportModel

/// 上年: what last year's report or ledger says, and whether it is the report of the year before at all.
struct LastYear: Sendable {
  /// What keeps a report from being last year's.
  enum Mismatch: Hashable, Sendable {
    /// It is the draft itself.
    case same
    /// It tells of another place.
    case place(String, String)
    /// It tells of the same year.
    case sameYear(Int)
    /// It tells of a later year.
    case later(Int, Int)
    /// It tells of a year before the last.
    case earlier(Int, Int)
  }

  /// Counts of the report as a whole.
  struct Counts: Sendable {
    var tasks: Decimal?
    var completed: Decimal?
    var delayed: Decimal?
    var outputs: Decimal?
  }

  /// The year told of; nil where nothing says.
  let year: Int?
  /// The names of the items that were postponed.
  let delayed: [String]
  /// To when they were postponed, by name.
  let delayedUntil: [String: PartialDate]
  /// Their telling pairs of characters.
  let delayedPairs: WantedPairs
  /// How their names end (`CarriedOutcomes.endings`).
  let delayedEndings: [[[[UInt16]]]]
  /// The numbers of those items in a ledger, by name.
  let numbers: [String: String]
  let counts: Counts
  /// The names of the fields of reform.
  let domains: [String]
  /// The titles of the documents that were issued.
  let documents: Set<String>
  /// The report as prose, where it is prose.
  let study: DraftStudy?
  let alignment: Alignment?
  let mismatch: Mismatch?

  /// Whether the draft may be held against it.
  var isUsable: Bool {
    switch mismatch {
    case nil, .earlier: true
    default: false
    }
  }

  /// Last year's report as prose.
  init(_ this: DraftStudy, _ last: DraftStudy) {
    study = last
    alignment = Alignment(this.passages, last.passages)
    let facts = last.facts
    year = facts.year
    delayed = facts.delayed
    delayedUntil = facts.delayedUntil
    delayedPairs = facts.delayedPairs
    delayedEndings = facts.delayedEndings
    numbers = [:]
    counts = facts.counts
    domains = facts.domains
    documents = facts.documentTitles
    mismatch = Self.mismatch(
      (this.facts.year, this.facts.place), (facts.year, facts.place),
      isSame: Self.isSame(this.passages, last.passages))
  }

  /// Last year's report as a ledger.
  init(_ this: DraftStudy, _ last: Report) {
    study = nil
    alignment = nil
    year = last.year
    delayed = last.tasks.filter(\.isDelayed).map(\.name)
    delayedUntil = Dictionary(
      last.tasks.filter(\.isDelayed).compactMap { task in
        if case .date(let date)? = task.delay?.until?.meaning { (task.name, date) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    delayedPairs = WantedPairs(delayed)
    delayedEndings = delayed.map(CarriedOutcomes.endings)
    numbers = Dictionary(
      last.tasks.filter(\.isDelayed).compactMap { task in task.number.map { (task.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let tally = Tally(of: last)
    counts = Counts(
      tasks: tally.tasks.value.map { Decimal($0) }, completed: tally.completed.value.map { Decimal($0) },
      delayed: tally.delayed.value.map { Decimal($0) }, outputs: tally.outputs.value.map { Decimal($0) })
    domains = last.domains.map(\.name)
    documents = Set(last.outputs.map { Self.normal($0.title) })
    mismatch = Self.mismatch(
      (this.facts.year, this.facts.place),
      (last.year, last.place.shortName ?? last.place.fullName),
      isSame: false)
  }

  /// The year that a draft tells of, where it is known rather than guessed.
  static func year(of draft: Draft) -> Int? {
    draft.articles.first { $0.year != nil && !$0.isYearGuessed }?.year
  }

  private static func isSame(_ this: Passages, _ last: Passages) -> Bool {
    guard this.sentences.count > 3, this.sentences.count == last.sentences.count else { return false }
    return zip(this.sentences, last.sentences).allSatisfy { $0.exact == $1.exact }
  }

  private static func mismatch(
    _ this: (year: Int?, place: String?), _ last: (year: Int?, place: String?), isSame: Bool
  ) -> Mismatch? {
    if isSame { return .same }
    if let a = this.place, let b = last.place, !a.hasSuffix(b), !b.hasSuffix(a) { return .place(a, b) }
    guard let year = this.year, let before = last.year else { return nil }
    if before == year { return .sameYear(year) }
    if before > year { return .later(year, before) }
    return before < year - 1 ? .earlier(year, before) : nil
  }

  /// 2023年3月底前 as a date; 次年 and the like are none.
  static func date(_ text: String) -> PartialDate? {
    if case .date(let date) = PartialDate.read(text.filter { !"底前初末".contains($0) }) { return date }
    return nil
  }

  /// A name without the number of its item: 3.组建区属文旅集团.
  static func bare(_ name: String) -> String {
    let rest = name.drop { "0123456789.()、".contains($0) }
    return rest.count >= 4 ? String(rest) : name
  }

  /// A title without what changes from mention to mention: blanks, 关于印发…的通知, (试行).
  static func normal(_ title: String) -> String {
    var title = String(String.UnicodeScalarView(title.unicodeScalars.map(\.halfWidth))).filter { $0 != " " }
    if title.hasPrefix("关于印发"), title.hasSuffix("的通知") { title = String(title.dropFirst(4).dropLast(3)) }
    for ending in ["(试行)", "(暂行)"] where title.hasSuffix(ending) {
      title = String(title.dropLast(ending.count))
    }
    return title
  }
}

extension LastYear.Counts {
  /// The counts of a report in prose.
  init(_ page: FigurePage, _ status: StatusReading) {
    guard let layer = status.overall.first else { return }
    tasks = page.value(layer.total)
    completed = page.known(layer.done)
    delayed = page.known(layer.delayed)
    outputs = status.outputs.map(page.value)
  }
}
