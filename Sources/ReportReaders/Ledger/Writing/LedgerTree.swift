/// 台账内容: a piece of a ledger before it is spelled as YAML.
indirect enum LedgerTree: Hashable, Sendable {
  /// Text, without quotes where it needs none.
  case text(String)
  /// Text that always bears quotes, such as a document's title.
  case quoted(String)
  /// A key that is there without a value.
  case nothing
  /// A list.
  case list([LedgerTree])
  /// Keys with values, in order.
  case map([Entry])

  /// A key with its value.
  struct Entry: Hashable, Sendable {
    /// The canonical key.
    var key: String
    /// The value.
    var value: LedgerTree
    /// What is said behind the value, for whoever reads the file.
    var comment: String?

    init(_ key: String, _ value: LedgerTree, comment: String? = nil) {
      self.key = key
      self.value = value
      self.comment = comment
    }
  }

  /// The longest piece that stands in brackets on one line, in half-width characters.
  private static let longestLine = 96

  /// The piece in brackets on one line.
  var inline: String {
    switch self {
    case .text(let text): LedgerScalar.inline(text)
    case .quoted(let text): LedgerScalar.quoted(text)
    case .nothing: "~"
    case .list(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ") + "}"
    }
  }

  /// The lines of a map's entries, each behind `indent` blanks, without a line feed at the end.
  static func lines(of entries: [Entry], indent: Int) -> [String] {
    entries.flatMap { $0.lines(indent: indent) }
  }

  /// Whether the piece may stand on one line behind its key or dash.
  fileprivate var isShort: Bool {
    switch self {
    case .text(let text): !text.contains("\n")
    case .quoted, .nothing: true
    case .list(let items): items.isEmpty || items.allSatisfy(\.isLeaf) && fits
    case .map(let entries):
      entries.isEmpty || entries.allSatisfy { $0.comment == nil && $0.value.isLeaf } && fits
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .text(let text): !text.contains("\n")
    case .quoted, .nothing: true
    case .list(let items): items.allSatisfy(\.isLeaf)
    case .map: false
    }
  }

  private var fits: Bool {
    inline.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } <= Self.longestLine
  }

  /// The lines of a list item behind its dash.
  func itemLines(indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    if case .text(let text) = self { return [margin + "- " + LedgerScalar.item(text)] }
    if isShort { return [margin + "- " + inline] }
    var lines =
      switch self {
      case .text, .quoted, .nothing: [margin + "  " + inline]
      case .list(let items): items.flatMap { $0.itemLines(indent: indent + 2) }
      case .map(let entries): Self.lines(of: entries, indent: indent + 2)
      }
    if let first = lines.first { lines[0] = margin + "- " + first.dropFirst(indent + 2) }
    return lines
  }
}

extension LedgerTree.Entry {
  /// The entry's lines, each behind `indent` blanks.
  func lines(indent: Int) -> [String] {
    let head = String(repeating: " ", count: indent) + key + ":"
    let tail = comment.map { "          # " + $0 } ?? ""
    if case .text(let text) = value { return LedgerScalar.lines(text, behind: head, indent: indent, tail) }
    if value.isShort { return [head + " " + value.inline + tail] }
    switch value {
    case .text, .quoted, .nothing: return [head + " " + value.inline + tail]
    case .list(let items): return [head + tail] + items.flatMap { $0.itemLines(indent: indent + 2) }
    case .map(let entries): return [head + tail] + LedgerTree.lines(of: entries, indent: indent + 2)
    }
  }
}
