/// 表内标识: the hidden words by which a form's row is known again wherever it was moved or pasted to.
public struct FormMark: Hashable, Sendable {
  /// What a row is about.
  public enum Subject: Hashable, Sendable {
    /// A task, by its number or, where it has none, its name.
    case task(TaskReference)
    /// A line for a new document.
    case newOutput
  }

  /// 年度 of the ledger.
  public var year: Int
  /// The place of the ledger, as `placeKey` makes it.
  public var place: String
  /// What the row is about.
  public var subject: Subject

  /// A row's mark.
  public init(year: Int, place: String, subject: Subject) {
    self.year = year
    self.place = place
    self.subject = subject
  }

  /// The mark of a row about something in a report.
  public init(_ subject: Subject, in report: Report) {
    self.init(year: report.year, place: Self.placeKey(report.place), subject: subject)
  }

  /// A place as marks name it.
  public static func placeKey(_ place: AdministrativePlace) -> String {
    String(Fingerprint.hash(DocumentTitle.key(place.fullName)).prefix(8))
  }

  private static let head = "RR1"

  /// The mark as a cell holds it.
  public var text: String {
    let subject =
      switch self.subject {
      case .task(.number(let number)): "编号/\(number)"
      case .task(.name(let name)): "名称/\(name)"
      case .newOutput: "新增"
      }
    return "\(Self.head)/\(year)/\(place)/\(subject)"
  }

  /// The mark that a cell holds; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, parts[0] == Self.head, let year = Int(parts[1]) else { return nil }
    let subject: Subject
    switch (parts[3], parts.count) {
    case ("编号", 5): subject = .task(.number(parts[4]))
    case ("名称", 5): subject = .task(.name(parts[4]))
    case ("新增", 4): subject = .newOutput
    default: return nil
    }
    self.init(year: year, place: parts[2], subject: subject)
  }
}

/// 指纹: the state of a task's fields when its form was exported, so that a later reader can tell who changed what since.
public struct Fingerprint: Hashable, Sendable {
  private var hashes: [String]

  /// The state of a task with these documents.
  public init(of task: ReformTask, outputs: [InstitutionalOutput]) {
    hashes = FormField.allCases.map { Self.hash($0.key($0.text(of: task, outputs: outputs))) }
  }

  /// Whether a field's text is the one that was exported.
  public func matches(_ text: String, in field: FormField) -> Bool {
    FormField.allCases.firstIndex(of: field).map { hashes[$0] == Self.hash(field.key(text)) } ?? false
  }

  /// The state as a cell holds it.
  public var text: String { ([Self.head] + hashes).joined(separator: "-") }

  /// The state that a cell holds; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-").map(String.init)
    guard parts.count == FormField.allCases.count + 1, parts[0] == Self.head else { return nil }
    hashes = Array(parts.dropFirst())
  }

  private static let head = "RR1"

  /// Twelve digits of a text's FNV-1a hash (64 bits): enough to notice a change, no secret.
  public static func hash(_ text: String) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return (String(repeating: "0", count: 16 - digits.count) + digits).suffix(12).lowercased()
  }
}
