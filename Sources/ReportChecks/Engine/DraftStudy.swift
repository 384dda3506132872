public import ReportModel

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
  private let hashed: OnDemand<Passages>
  private let summed: OnDemand<ReportFacts>
  let tables: [FigureTable]

  /// Studies a draft.
  public init(_ draft: Draft) {
    self.draft = draft
    prose = CheckProse(draft)
    page = FigurePage(draft, units: prose.units)
    status = StatusReading(page)
    relations = RelationBook(page, status)
    named = OnDemand { [page] in MeasureTable(page) }
    hashed = OnDemand { Passages(draft) }
    summed = OnDemand { [prose, page, status] in ReportFacts(draft, prose, page, status) }
    tables = draft.tables.compactMap { FigureTable(draft.text.source.blocks[$0]) }
  }

  /// Its sentences as hashes: for comparing it with another one.
  var passages: Passages { hashed.value }
  /// Its figures by what they measure: likewise.
  var measures: MeasureTable { named.value }
  /// What it says as a whole: for comparing it with another year's.
  var facts: ReportFacts { summed.value }
}
