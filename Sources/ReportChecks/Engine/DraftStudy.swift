public import ReportModel
import Synchronization

/// 文稿底稿: a draft with all that several checks ask of it, worked out once: its words, its figures and their relations, its
/// sentences as hashes. One study serves as many comparisons as there are other reports.
public final class DraftStudy: Sendable {
  /// The draft.
  public let draft: Draft
  let prose: CheckProse
  let page: FigurePage
  let status: StatusReading
  let relations: RelationBook
  private let named: OnDemand<MeasureTable>
  private let planned: OnDemand<MeasureTable>
  private let hashed: OnDemand<Passages>
  private let summed: OnDemand<ReportFacts>
  let tables: [FigureTable]
  private let worded = Mutex<WordStudy?>(nil)
  private let parts = Mutex<[ObjectIdentifier: any StudyPart]>([:])

  /// Studies a draft.
  public init(_ draft: Draft) {
    self.draft = draft
    prose = CheckProse(draft)
    page = FigurePage(draft, units: prose.units)
    status = StatusReading(page)
    relations = RelationBook(page, status)
    named = OnDemand { [page] in MeasureTable(page) }
    planned = OnDemand { [page] in MeasureTable(page, goals: true) }
    hashed = OnDemand { Passages(draft) }
    summed = OnDemand { [prose, page, status] in ReportFacts(draft, prose, page, status) }
    tables = draft.tables.compactMap { FigureTable(draft.text.source.blocks[$0]) }
  }

  /// Its sentences as hashes: for comparing it with another one.
  var passages: Passages { hashed.value }
  /// Its figures by what they measure: likewise.
  var measures: MeasureTable { named.value }
  /// The goals that it sets in figures: likewise.
  var goals: MeasureTable { planned.value }
  /// What it says as a whole: for comparing it with another year's.
  var facts: ReportFacts { summed.value }

  /// What a rule asks of this draft alone, worked out when it is first asked for and found again in every comparison.
  func part<Part: StudyPart>(_ type: Part.Type) -> Part {
    let key = ObjectIdentifier(type)
    if let known = parts.withLock({ $0[key] }) as? Part { return known }
    // Not under the lock: a part may ask for others.
    let part = Part(self)
    parts.withLock { $0[key] = part }
    return part
  }

  /// What word lists make of it; kept for the lists that were asked for last.
  func words(of terms: CheckTerms) -> WordStudy {
    worded.withLock { known in
      if let known, known.terms.lexicon === terms.lexicon { return known }
      let words = WordStudy(terms, prose.units)
      known = words
      return words
    }
  }
}

/// 底稿的一部分: what one rule makes of a draft alone. It must not hold the study that keeps it.
protocol StudyPart: Sendable {
  init(_ study: DraftStudy)
}

/// 词表之下的文稿: what some word lists make of a draft, for all comparisons under them.
final class WordStudy: Sendable {
  let terms: CheckTerms
  /// Where phrases of the word lists stand in the draft.
  let hits: OnDemand<[[PhraseTables.Hit]]>
  private let results = Mutex<[String: CheckResult]>([:])

  init(_ terms: CheckTerms, _ units: [UInt16]) {
    self.terms = terms
    hits = OnDemand { terms.tables.hits(in: units) }
  }

  /// What a rule said of the draft alone; it is run where it was not yet.
  func result(of rule: String, _ run: () throws -> CheckResult) rethrows -> CheckResult {
    if let known = results.withLock({ $0[rule] }) { return known }
    let result = try run()
    results.withLock { $0[rule] = result }
    return result
  }
}

extension Draft {
  /// The article that a place belongs to.
  func article(at offset: Int) -> DraftArticle? { articles.first { $0.range.contains(offset) } }
}
