public import ReportModel

/// 文稿底稿: a draft with all that several checks ask of it, worked out once: its words, its figures and their relations, its
/// sentences as hashes. One study serves as many comparisons as there are other reports.
public struct DraftStudy: Sendable {
  /// The draft.
  public let draft: Draft
  let prose: CheckProse
  let page: FigurePage
  let status: StatusReading
  let relations: RelationBook
  let passages: Passages
  let measures: MeasureTable
  let tables: [FigureTable]

  /// Studies a draft.
  public init(_ draft: Draft) {
    self.draft = draft
    prose = CheckProse(draft)
    page = FigurePage(draft, units: prose.units)
    status = StatusReading(page)
    relations = RelationBook(page, status)
    passages = Passages(draft)
    measures = MeasureTable(page)
    tables = draft.tables.compactMap { FigureTable(draft.text.source.blocks[$0]) }
  }
}
