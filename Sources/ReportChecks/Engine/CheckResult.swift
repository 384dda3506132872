public import ReportModel

/// 一条规则的结果: where a check puts what it found and what it looked at.
public struct CheckResult: Sendable {
  /// The rule that speaks.
  let rule: String
  /// Its usual severity.
  let severity: Severity
  /// What was found.
  public private(set) var findings: [Diagnostic] = []
  /// What was looked at.
  public private(set) var recognised: [RecognisedCount] = []

  init(_ about: CheckDescription) {
    rule = about.id
    severity = about.severity
  }

  /// Reports a finding.
  ///
  /// `message` says what is wrong in one sentence without a full stop, `remedy` what to do; `replacement` is the text to put in the
  /// finding's place where that alone mends it.
  public mutating func report(
    _ place: SourcePlace, _ message: String, _ remedy: String, severity: Severity? = nil,
    explanation: String? = nil, replacement: String? = nil, related: [Diagnostic.Related] = []
  ) {
    findings.append(
      Diagnostic(
        rule, severity ?? self.severity, at: place, message, explanation: explanation, related: related,
        suggestions: [.init(remedy, replacement: replacement)]))
  }

  /// Says how many things of a kind were read or compared; counts under one key add up over all checks.
  public mutating func recognise(_ key: String, _ name: String, _ count: Int) {
    recognised.append(RecognisedCount(key, name, count))
  }
}
