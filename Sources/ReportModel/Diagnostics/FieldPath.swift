/// 栏目路径: which field of a report a place belongs to, such as 领域[0] 任务[3] 状态.
///
/// Places are a sidecar from path to place, so that two reports with equal content are equal wherever they were read.
public struct FieldPath: Hashable, Sendable {
  /// One step: a field's canonical ledger name, or an item of a list counted from 0.
  public enum Step: Hashable, Sendable {
    /// A field.
    case field(String)
    /// An item of a list.
    case item(Int)
  }

  /// The steps from the report down.
  public var steps: [Step]

  /// A path; empty for the report itself.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The path of a field below this one.
  public func field(_ name: String) -> FieldPath { FieldPath(steps + [.field(name)]) }

  /// The path of an item of the list at this path.
  public func item(_ index: Int) -> FieldPath { FieldPath(steps + [.item(index)]) }
}

/// 读入结果: a report with where each of its fields was found, and what the reader wants to say about it.
public struct SourcedReport: Sendable {
  /// The report.
  public var report: Report
  /// Where its fields stand.
  public var places: [FieldPath: SourcePlace]
  /// Notes and warnings; no errors, those are thrown.
  public var notes: [Diagnostic]

  /// A report with its places and notes.
  public init(report: Report, places: [FieldPath: SourcePlace] = [:], notes: [Diagnostic] = []) {
    self.report = report
    self.places = places
    self.notes = notes
  }
}
