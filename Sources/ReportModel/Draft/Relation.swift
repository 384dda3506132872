/// 关系: figures of a text that say something of one another, and whether it holds.
///
/// A relation is proposed by cues and by structure, never by value. Practice; the cues are those of published reports.
public struct Relation: Hashable, Sendable {
  /// What the figures say of one another.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 其中, 包括: a whole and its parts.
    case parts = "总数与分项"
    /// 受理A,办结B,其余C: what was done and what is left.
    case rest = "剩余"
    /// A…B…共N: parts and their sum.
    case total = "合计"
    /// Tasks done, postponed and given up against all tasks.
    case balance = "任务完成与延期"
    /// Counts of the fields of reform against the count of the report.
    case domains = "各领域之和"
    /// A count against the things that stand in the text.
    case list = "数目与所列项"
    /// X率 against its counts.
    case rate = "比率"
    /// 占…的N%.
    case share = "占比"
    /// 平均每…N.
    case average = "平均数"
    /// From A to B: by N, by N%.
    case change = "增减"
    /// One quantity in two units.
    case conversion = "单位换算"
    /// A part that may not exceed its whole.
    case subset = "部分与整体"
    /// One fact told twice.
    case sameFact = "前后一致"
  }

  /// Whether it holds.
  public enum Verdict: Int, Hashable, Sendable, Comparable {
    /// The figures do not fit.
    case broken
    /// Approximate, overlapping or incomplete.
    case undecided
    /// It holds.
    case verified

    /// Broken is least: one fitting reading silences the others.
    public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the figures say of one another.
  public var kind: Kind
  /// Whether it holds.
  public var verdict: Verdict
  /// Where the claimed figure stands.
  public var claimed: Range<Int>
  /// The figure that is claimed, as an index into the draft's list; nil where it is no figure (a percentage spelt out).
  public var result: Int?
  /// The figures that it follows from.
  public var members: [Int]
  /// Where the things stand that a number counts; nil where it counts none that are named.
  public var listed: Range<Int>?
  /// The arithmetic as a clerk would write it, `10+6+4=20,文中写21`; empty where nothing is to be said of the relation.
  public var arithmetic: String
  /// What is wrong, where it is broken.
  public var message: String
  /// How much a break matters; nil for the rule's own severity.
  public var severity: Severity?
  /// Whether the result was cut rather than rounded: 72.97 as 72.9.
  public var isTruncated: Bool

  /// A relation. Most hold or stay undecided: `arithmetic` is only written out where it will be read.
  public init(
    _ kind: Kind, _ verdict: Verdict, claimed: Range<Int>, result: Int?, members: [Int],
    listed: Range<Int>? = nil, arithmetic: @autoclosure () -> String, message: String = "",
    severity: Severity? = nil,
    isTruncated: Bool = false
  ) {
    self.kind = kind
    self.verdict = verdict
    self.claimed = claimed
    self.result = result
    self.members = members
    self.listed = listed
    self.arithmetic = verdict == .broken || isTruncated || severity != nil ? arithmetic() : ""
    self.message = message
    self.severity = severity
    self.isTruncated = isTruncated
  }
}
