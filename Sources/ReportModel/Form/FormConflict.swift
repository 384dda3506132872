/// 待定事项: an answer that a person has to decide on, because taking it might lose something.
public struct FormConflict: Hashable, Sendable {
  /// Something that may be taken.
  public struct Candidate: Hashable, Sendable {
    /// The text, as `FormTopic.joined` makes it.
    public var text: String
    /// Where it stands; nil for what the ledger says.
    public var place: SourcePlace?
    /// Why it cannot be taken as it stands; nil where it can.
    public var fault: String?

    /// A candidate.
    public init(_ text: String, place: SourcePlace?, fault: String? = nil) {
      self.text = text
      self.place = place
      self.fault = fault
    }
  }

  /// The task, as forms mark it.
  public var mark: FormMark
  /// The task's number and name.
  public var number: String?
  /// The task's name.
  public var name: String
  /// What is asked.
  public var topic: FormTopic
  /// Why it is not certain, in Chinese.
  public var reason: String
  /// What may be taken, the ledger's own text first.
  public var candidates: [Candidate]

  /// A conflict.
  public init(
    mark: FormMark, number: String?, name: String, topic: FormTopic, reason: String, candidates: [Candidate]
  ) {
    self.mark = mark
    self.number = number
    self.name = name
    self.topic = topic
    self.reason = reason
    self.candidates = candidates
  }

  /// What a table of conflicts shows for an empty text.
  public static let blank = "（空）"

  /// The hidden keys of a table of conflicts.
  public enum Key {
    /// The row's topic.
    public static let topic = "栏目"
    /// The hash of the text that the row offers.
    public static let offer = "选项"
    /// The hash of what the ledger said.
    public static let ledger = "原值"
    /// The text that the row offers.
    public static let text = "内容"
    /// Filled in where the row is taken.
    public static let taken = "采用"
    /// A text to take instead.
    public static let instead = "另填"
  }
}
