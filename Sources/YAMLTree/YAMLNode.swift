/// A place in YAML text; line and column from 1, the column in Unicode scalars.
public struct YAMLMark: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// The Unicode scalars before it in the whole text.
  public var offset: Int

  /// A place.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// A node of YAML text with its place. Scalars are always text: what `010`, `no` or `60:30` mean is for the reader to say.
public struct YAMLNode: Hashable, Sendable {
  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key; always a scalar.
    public var key: YAMLNode
    /// The value.
    public var value: YAMLNode

    /// A key with its value.
    public init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  /// How a scalar was written.
  public enum Style: Hashable, Sendable {
    /// Without marks.
    case plain
    /// In single or double quotes.
    case quoted
    /// Literal (`|`) or folded (`>`).
    case block
  }

  /// What stands there.
  public enum Content: Hashable, Sendable {
    /// Text.
    case scalar(String, Style)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in order; keys may stand twice, that is for the reader to say.
    case mapping([Entry])
  }

  /// What stands there.
  public var content: Content
  /// Where it begins.
  public var start: YAMLMark
  /// Just behind its end.
  public var end: YAMLMark

  /// The text of a scalar.
  public var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Whether nothing was written: no value at all, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// Why YAML text could not be read, in the words of a clerk.
public struct YAMLFault: Error, Hashable, Sendable {
  /// Where.
  public var mark: YAMLMark
  /// What is wrong, in Chinese.
  public var message: String
  /// What to do, in Chinese.
  public var remedy: String

  /// A fault at a place.
  public init(at mark: YAMLMark, _ message: String, remedy: String) {
    self.mark = mark
    self.message = message
    self.remedy = remedy
  }
}
