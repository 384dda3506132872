/// 台账内容: a piece of a ledger before it is spelled as YAML.
enum LedgerTree: Hashable, Sendable {
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
    var text = ""
    writeInline(into: &text)
    return text
  }

  private func writeInline(into text: inout String) {
    switch self {
    case .text(let words): text += LedgerScalar.inline(words)
    case .quoted(let words): text += LedgerScalar.quoted(words)
    case .nothing: text += "~"
    case .list(let items):
      text += "["
      for (number, item) in items.enumerated() {
        if number > 0 { text += ", " }
        item.writeInline(into: &text)
      }
      text += "]"
    case .map(let entries):
      text += "{"
      for (number, entry) in entries.enumerated() {
        if number > 0 { text += ", " }
        text += entry.key
        text += ": "
        entry.value.writeInline(into: &text)
      }
      text += "}"
    }
  }

  /// Writes a map's entries, each on lines of its own behind `indent` blanks.
  static func write(_ entries: [Entry], indent: Int, into text: inout String) {
    for entry in entries {
      addBlanks(indent, to: &text)
      entry.write(indent: indent, into: &text)
    }
  }

  /// Writes a list item behind its dash, on lines of its own.
  func writeItem(indent: Int, into text: inout String) {
    Self.addBlanks(indent, to: &text)
    text += "- "
    if case .text(let words) = self {
      text += LedgerScalar.item(words)
    } else if let line = short {
      text += line
    } else {
      switch self {
      case .text, .quoted, .nothing: text += inline
      case .list(let items):
        var rest = ""
        for item in items { item.writeItem(indent: indent + 2, into: &rest) }
        text += rest.dropFirst(indent + 2)
        return
      case .map(let entries): return Self.writeItem(entries, indent: indent, into: &text)
      }
    }
    text += "\n"
  }

  /// Writes a map's entries behind a dash that is there already.
  static func writeItem(_ entries: [Entry], indent: Int, into text: inout String) {
    for (number, entry) in entries.enumerated() {
      if number > 0 { addBlanks(indent + 2, to: &text) }
      entry.write(indent: indent + 2, into: &text)
    }
  }

  /// The lines of a list item behind its dash.
  func itemLines(indent: Int) -> [String] {
    var text = ""
    writeItem(indent: indent, into: &text)
    return Self.lines(of: text)
  }

  /// The lines of a text that ends with one.
  fileprivate static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  static func addBlanks(_ count: Int, to text: inout String) { text += blanks[min(count, blanks.count - 1)] }

  private static let blanks = (0...32).map { String(repeating: " ", count: $0) }

  /// The piece on one line behind its key or dash, where it may stand there.
  fileprivate var short: String? {
    switch self {
    case .text(let text): return text.utf8.contains(0x0A) ? nil : inline
    case .quoted, .nothing: return inline
    case .list(let items):
      guard items.allSatisfy(\.isLeaf) else { return nil }
    case .map(let entries):
      guard entries.allSatisfy({ $0.comment == nil && $0.value.isLeaf }) else { return nil }
    }
    let line = inline
    // A character of one column has one or two bytes, one of two columns three or four.
    let fits =
      line.utf8.count <= Self.longestLine
      || line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } <= Self.longestLine
    return fits ? line : nil
  }

  private var isLeaf: Bool {
    switch self {
    case .text(let text): !text.utf8.contains(0x0A)
    case .quoted, .nothing: true
    case .list(let items): items.allSatisfy(\.isLeaf)
    case .map: false
    }
  }
}

extension LedgerTree.Entry {
  /// The entry's lines, without a margin.
  var lines: [String] {
    var text = ""
    write(indent: 0, into: &text)
    return LedgerTree.lines(of: text)
  }

  /// Writes the entry; its first line's blanks are there already.
  func write(indent: Int, into text: inout String) {
    text += key
    text += ":"
    let tail = comment.map { "          # " + $0 } ?? ""
    if case .text(let words) = value {
      return LedgerScalar.write(words, indent: indent, tail, into: &text)
    }
    if let line = value.short {
      text += " "
      text += line
      text += tail
      text += "\n"
      return
    }
    text += tail
    text += "\n"
    switch value {
    case .text, .quoted, .nothing: break
    case .list(let items): for item in items { item.writeItem(indent: indent + 2, into: &text) }
    case .map(let entries): LedgerTree.write(entries, indent: indent + 2, into: &text)
    }
  }
}
