/// 严重程度: how much a finding matters, from worst to least.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Wrong: must be mended before the report goes out.
  case error
  /// Probably wrong, or will be asked about.
  case warning
  /// Worth knowing.
  case note

  /// The severity in the clerk's words.
  public var chinese: String {
    switch self {
    case .error: "错误"
    case .warning: "警告"
    case .note: "提示"
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// A note is less than a warning, a warning less than an error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// 诊断: the one form in which readers and checks say what they found.
///
/// `message` states what is wrong with the figures or words themselves; `explanation` shows the
/// arithmetic or the rule; `suggestions` say what to do next.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that speaks, in ASCII: `ledger.unknown-key`, `arithmetic.sum`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// Where.
  public var place: SourcePlace
  /// What is wrong, in one Chinese sentence without a full stop.
  public var message: String
  /// The reasoning or the arithmetic, where a sentence is not enough.
  public var explanation: String?
  /// Other places that belong to it.
  public var related: [Related]
  /// Ways to mend it, best first.
  public var suggestions: [Suggestion]

  /// A second place that the finding leans on.
  public struct Related: Hashable, Sendable {
    /// Where it stands.
    public var place: SourcePlace
    /// What it says there.
    public var message: String

    /// A related place with its message.
    public init(_ place: SourcePlace, _ message: String) {
      self.place = place
      self.message = message
    }
  }

  /// A way to mend a finding.
  public struct Suggestion: Hashable, Sendable {
    /// What to do, in the clerk's words.
    public var summary: String
    /// The text to put in the finding's place, where that alone mends it.
    public var replacement: String?

    /// A suggestion, with a replacement where one is certain.
    public init(_ summary: String, replacement: String? = nil) {
      self.summary = summary
      self.replacement = replacement
    }
  }

  /// A finding at a place.
  public init(
    _ rule: String, _ severity: Severity, at place: SourcePlace, _ message: String,
    explanation: String? = nil, related: [Related] = [], suggestions: [Suggestion] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.explanation = explanation
    self.related = related
    self.suggestions = suggestions
  }
}

/// 输入有误: an input could not be read or is not valid; carries all its faults together (exit status 2).
public struct InvalidInput: Error, Hashable, Sendable {
  /// Everything found wrong, in the order of the source; at least one of them an error.
  public var diagnostics: [Diagnostic]

  /// The faults of one input.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
