/// 核对结果: what a run of all checks found, and what it looked at, so that silence can be trusted.
public struct CheckOutcome: Hashable, Sendable {
  /// What was found, in the order of the source.
  public var findings: [Diagnostic]
  /// What was read and compared.
  public var recognised: [RecognisedCount]
  /// Findings that the settings silence, each with its reason.
  public var silenced: [SilencedFinding]
  /// Rules that the settings changed.
  public var changes: [RuleChange]
  /// The rules that ran.
  public var rules: [RuleSummary]

  /// An outcome; empty where nothing ran.
  public init(
    findings: [Diagnostic] = [], recognised: [RecognisedCount] = [], silenced: [SilencedFinding] = [],
    changes: [RuleChange] = [], rules: [RuleSummary] = []
  ) {
    self.findings = findings
    self.recognised = recognised
    self.silenced = silenced
    self.changes = changes
    self.rules = rules
  }

  /// How many findings have a severity.
  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// 已识别: how many things of one kind were read or compared.
public struct RecognisedCount: Hashable, Sendable {
  /// The name in data: `quantities`, `sumsChecked`.
  public var key: String
  /// The name that a clerk sees: 数量.
  public var name: String
  /// How many.
  public var count: Int

  /// A count.
  public init(_ key: String, _ name: String, _ count: Int) {
    self.key = key
    self.name = name
    self.count = count
  }
}

/// 免报: a finding that the settings silence.
public struct SilencedFinding: Hashable, Sendable {
  /// The finding.
  public var finding: Diagnostic
  /// Why it is silenced.
  public var reason: String

  /// A silenced finding.
  public init(_ finding: Diagnostic, reason: String) {
    self.finding = finding
    self.reason = reason
  }
}

/// 规则改动: what the settings make of a rule.
public struct RuleChange: Hashable, Sendable {
  /// The rule or group of rules.
  public var rule: String
  /// Its severity now; nil where it is switched off.
  public var severity: Severity?

  /// A change.
  public init(_ rule: String, severity: Severity?) {
    self.rule = rule
    self.severity = severity
  }
}

/// 规则: what the outputs say of a rule.
public struct RuleSummary: Hashable, Sendable {
  /// The rule's name: `structure.ordinals`.
  public var id: String
  /// How its findings are rated unless they say otherwise.
  public var severity: Severity
  /// What it finds, in one Chinese sentence.
  public var summary: String
  /// Why that matters.
  public var rationale: String

  /// A rule.
  public init(id: String, severity: Severity, summary: String, rationale: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
  }
}
