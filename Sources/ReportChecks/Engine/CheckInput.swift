public import ReportModel

/// 核对对象: all that a check may look at.
public struct CheckInput: Sendable {
  /// What is being checked.
  public enum Subject: Sendable {
    /// A draft; `ledger` is what it is held against.
    case draft
    /// The ledger itself.
    case ledger
  }

  /// What is being checked.
  public var subject: Subject
  /// The draft, with its source text.
  public var draft: Draft?
  /// The ledger that is checked, or that the draft is held against.
  public var ledger: SourcedReport?
  /// Last year's report as prose.
  public var lastYearDraft: Draft?
  /// Last year's report as a ledger.
  public var lastYearLedger: SourcedReport?
  /// The word lists.
  public var terms: CheckTerms
  /// What the draft's words look like to the wording checks, laid out once for all of them.
  let prose: CheckProse?
  /// What the draft's figures look like to the checks of arithmetic.
  let page: FigurePage?
  /// The relations between the draft's figures, settled once for all checks.
  let relations: RelationBook

  /// A draft with what it is held against.
  public init(
    draft: Draft, ledger: SourcedReport? = nil, lastYearDraft: Draft? = nil,
    lastYearLedger: SourcedReport? = nil, terms: CheckTerms = .none
  ) {
    self.subject = .draft
    self.draft = draft
    self.ledger = ledger
    self.lastYearDraft = lastYearDraft
    self.lastYearLedger = lastYearLedger
    self.terms = terms
    let prose = CheckProse(draft)
    let page = FigurePage(draft, units: prose.units)
    self.prose = prose
    self.page = page
    self.relations = RelationBook(page)
  }

  /// A ledger that is checked itself.
  public init(ledger: SourcedReport, lastYearLedger: SourcedReport? = nil, terms: CheckTerms = .none) {
    self.subject = .ledger
    self.ledger = ledger
    self.lastYearLedger = lastYearLedger
    self.terms = terms
    self.prose = nil
    self.page = nil
    self.relations = .empty
  }

  /// The ledger, where it is itself what is checked.
  public var checkedLedger: SourcedReport? { subject == .ledger ? ledger : nil }
}
