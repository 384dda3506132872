/// 核对设置: what an office changed: rules switched off or rated otherwise, findings silenced with a reason.
public struct CheckSettings: Hashable, Sendable {
  /// A finding to be kept silent.
  public struct Silence: Hashable, Sendable {
    /// The rule or group of rules.
    public var rule: String
    /// Words that stand at the finding's place, in its line or in its message.
    public var words: String
    /// Why; shown in every output.
    public var reason: String
    /// Where the settings say so.
    public var place: SourcePlace

    /// A finding to be kept silent.
    public init(rule: String, words: String, reason: String, place: SourcePlace) {
      self.rule = rule
      self.words = words
      self.reason = reason
      self.place = place
    }
  }

  /// Rules or groups of rules, in the order of the file; the later line wins.
  public var changes: [RuleChange]
  /// Findings to be kept silent.
  public var silences: [Silence]

  /// Settings; without any, every rule is as it comes.
  public init(changes: [RuleChange] = [], silences: [Silence] = []) {
    self.changes = changes
    self.silences = silences
  }
}
