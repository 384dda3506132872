public import ReportModel

/// 核对规则: one thing that can be wrong with a draft or a ledger, and how to see it.
///
/// A rule is one file under `Checks/<Group>/` and one line in `CheckList.swift`. Its examples are its tests, its page in
/// `docs/checks.md` and what `explain` shows. A check neither prints nor edits; should it throw, only its own findings are lost,
/// and the run says so.
public protocol Check: Sendable {
  /// What the rule finds and why.
  var about: CheckDescription { get }
  /// Whether it never looks at last year's report, as a `DraftCheck` does not.
  var looksAtDraftAlone: Bool { get }
  /// Looks at the input and reports into `result`.
  func run(_ input: CheckInput, _ result: inout CheckResult) throws
}

/// 本文规则: a check that does not look at last year's report.
///
/// Without a ledger what it finds depends on the draft and the word lists alone: of many comparisons of one draft it runs in the first,
/// and its result is kept with the study.
protocol DraftCheck: Check {}

extension Check {
  /// Most rules are held against last year's report where there is one.
  public var looksAtDraftAlone: Bool { false }
}

extension DraftCheck {
  var looksAtDraftAlone: Bool { true }
}

/// 规则说明: what `explain`, the reference page and the outputs say of a rule.
public struct CheckDescription: Sendable {
  /// `group.name` in ASCII: `structure.ordinals`.
  public let id: String
  /// How its findings are rated unless one says otherwise.
  public let severity: Severity
  /// What it finds, in one Chinese sentence without a full stop.
  public let summary: String
  /// Why it matters and what it leaves alone, in Chinese.
  public let rationale: String
  /// Where the rule comes from: a standard with its clause, or 实务.
  public let source: String
  /// Texts in which it must find what is marked.
  public let triggering: [CheckExample]
  /// Texts in which it must find nothing.
  public let silent: [CheckExample]

  /// A rule's description.
  public init(
    _ id: String, _ severity: Severity, _ summary: String, rationale: String, source: String,
    triggering: [CheckExample], silent: [CheckExample]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.source = source
    self.triggering = triggering
    self.silent = silent
  }

  /// What the outputs say of it.
  public var inBrief: RuleSummary {
    RuleSummary(id: id, severity: severity, summary: summary, rationale: rationale)
  }
}
