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
  public let draft: Draft?
  /// The ledger that is checked, or that the draft is held against.
  public let ledger: SourcedReport?
  /// Last year's report as prose.
  public private(set) var lastYearDraft: Draft?
  /// Last year's report as a ledger.
  public private(set) var lastYearLedger: SourcedReport?
  /// The word lists.
  public let terms: CheckTerms
  /// What the word lists make of the draft.
  let words: WordStudy?
  /// What the checks ask of the draft, worked out once for all of them.
  let study: DraftStudy?
  /// Last year's report, with what was found of it again.
  private(set) var lastYear: LastYear?

  /// A draft with what it is held against.
  public init(
    draft: Draft, ledger: SourcedReport? = nil, lastYearDraft: Draft? = nil,
    lastYearLedger: SourcedReport? = nil, terms: CheckTerms = .none
  ) {
    self.init(
      DraftStudy(draft), ledger: ledger, lastYear: lastYearDraft.map(DraftStudy.init),
      lastYearLedger: lastYearLedger,
      terms: terms)
  }

  /// A draft that was studied before, with what it is held against: for many comparisons of few drafts.
  public init(
    _ study: DraftStudy, ledger: SourcedReport? = nil, lastYear: DraftStudy? = nil,
    lastYearLedger: SourcedReport? = nil, terms: CheckTerms = .none
  ) {
    self.subject = .draft
    self.draft = study.draft
    self.ledger = ledger
    self.lastYearDraft = lastYear?.draft
    self.lastYearLedger = lastYearLedger
    self.terms = terms
    self.study = study
    words = study.words(of: terms)
    if let lastYear {
      self.lastYear = LastYear(study, lastYear)
    } else {
      self.lastYear = lastYearLedger.map { LastYear(study, $0.report) }
    }
  }

  /// A ledger that is checked itself.
  public init(ledger: SourcedReport, lastYearLedger: SourcedReport? = nil, terms: CheckTerms = .none) {
    self.subject = .ledger
    self.draft = nil
    self.lastYearDraft = nil
    self.ledger = ledger
    self.lastYearLedger = lastYearLedger
    self.terms = terms
    self.study = nil
    self.lastYear = nil
    words = nil
  }

  /// What the draft's words look like to the wording checks.
  var prose: CheckProse? { study?.prose }
  /// What the draft's figures look like to the checks of arithmetic.
  var page: FigurePage? { study?.page }
  /// The relations between the draft's figures.
  var relations: RelationBook { study?.relations ?? .empty }

  /// The phrases of a word list that stand in the draft, in its order; of one place the longest first.
  func found(_ table: TermTable) -> [PhraseTables.Hit] { words?.hits.value[table.rawValue] ?? [] }

  /// The same without last year's report.
  var withoutLastYear: CheckInput {
    var input = self
    (input.lastYear, input.lastYearDraft, input.lastYearLedger) = (nil, nil, nil)
    return input
  }

  /// The ledger, where it is itself what is checked.
  public var checkedLedger: SourcedReport? { subject == .ledger ? ledger : nil }
}
