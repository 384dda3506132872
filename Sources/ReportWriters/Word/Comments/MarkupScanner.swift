/// 标记扫描: the tags of an XML part with their places in its bytes, so that a part can be changed at one place and stay
/// as it is everywhere else.
///
/// It does not judge: whoever scans has read the part with `XMLPullReader` before and knows it to be well-formed
/// and without a document type. Names are told by namespace, whatever prefix a file uses.
struct MarkupScanner {
  /// What stands next.
  enum Token {
    /// An element begins; an empty one (`<a/>`) ends at once, without a token of its own.
    case start(Tag)
    /// An element ends.
    case end
    /// Text, with entities and as CDATA too, as it stands between tags.
    case text(isLiteral: Bool)
  }

  /// A start tag.
  struct Tag {
    /// The element's namespace, as far as the scanner was told it.
    let namespace: Int?
    /// Its name without prefix.
    let local: Substring
    /// Its name as written.
    let name: Range<Int>
    let isEmpty: Bool
  }

  let bytes: [UInt8]
  /// Where the latest token stands; of CDATA, its content.
  private(set) var range = 0..<0
  private var position = 0
  /// The namespaces the scanner tells apart, each by several names.
  private let known: [[String]]
  /// What each prefix means, with the depth at which it began to.
  private var scopes: [(prefix: String, namespace: Int?, depth: Int)] = []
  private var depth = 0

  init(_ bytes: [UInt8], namespaces: [[String]]) {
    self.bytes = bytes
    known = namespaces
  }

  /// The next token, or nil at the end. Comments and instructions are passed over.
  mutating func next() -> Token? {
    while position < bytes.count {
      let start = position
      guard bytes[start] == UInt8(ascii: "<") else {
        position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        range = start..<position
        return .text(isLiteral: false)
      }
      if starts(with: "<!--") {
        position = end(of: "-->", from: start)
      } else if starts(with: "<![CDATA[") {
        position = end(of: "]]>", from: start)
        range = min(start + 9, position)..<max(start + 9, position - 3)
        return .text(isLiteral: true)
      } else if starts(with: "<?") {
        position = end(of: "?>", from: start)
      } else if starts(with: "</") {
        position = end(of: ">", from: start)
        range = start..<position
        leave()
        return .end
      } else {
        return .start(startTag())
      }
    }
    return nil
  }

  /// Passes over the element whose start tag was the latest token.
  mutating func skip(_ tag: Tag) {
    guard !tag.isEmpty else { return }
    let whole = range.lowerBound
    var open = 1
    while open > 0, let token = next() {
      switch token {
      case .start(let tag): if !tag.isEmpty { open += 1 }
      case .end: open -= 1
      case .text: break
      }
    }
    range = whole..<position
  }

  /// The value of an attribute of the start tag that is the latest token, by its name without prefix.
  func attribute(_ local: String) -> String? {
    var found: String?
    forEachAttribute { name, value in
      if name == local || name.hasSuffix(":" + local) {
        found = String(decoding: bytes[value], as: UTF8.self)
      }
    }
    return found
  }

  // MARK: Tags

  private mutating func startTag() -> Tag {
    let start = position
    var index = start + 1
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    let name = (start + 1)..<index
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    position = min(index + 1, bytes.count)
    range = start..<position
    let isEmpty = index > start && bytes[index - 1] == UInt8(ascii: "/")
    depth += 1
    declare()
    let text = String(decoding: bytes[name], as: UTF8.self)
    let parts = text.split(separator: ":", maxSplits: 1)
    let prefix = parts.count > 1 ? String(parts[0]) : ""
    let namespace = scopes.last { $0.prefix == prefix }?.namespace
    if isEmpty { leave() }
    return Tag(namespace: namespace, local: parts.last ?? "", name: name, isEmpty: isEmpty)
  }

  private mutating func declare() {
    var found: [(String, Int?)] = []
    forEachAttribute { name, value in
      guard name == "xmlns" || name.hasPrefix("xmlns:") else { return }
      let uri = String(decoding: bytes[value], as: UTF8.self)
      found.append((name == "xmlns" ? "" : String(name.dropFirst(6)), known.firstIndex { $0.contains(uri) }))
    }
    for (prefix, namespace) in found { scopes.append((prefix, namespace, depth)) }
  }

  private mutating func leave() {
    while let last = scopes.last, last.depth == depth { scopes.removeLast() }
    depth -= 1
  }

  private func forEachAttribute(_ body: (String, Range<Int>) -> Void) {
    var index = range.lowerBound + 1
    let end = range.upperBound
    while index < end, !Self.endsName(bytes[index]) { index += 1 }
    while index < end {
      while index < end, Self.endsName(bytes[index]) { index += 1 }
      let start = index
      while index < end, bytes[index] != UInt8(ascii: "="), !Self.endsName(bytes[index]) { index += 1 }
      let name = start..<index
      while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") { index += 1 }
      guard index < end else { return }
      let quote = bytes[index]
      let value = index + 1
      index = value
      while index < end, bytes[index] != quote { index += 1 }
      body(String(decoding: bytes[name], as: UTF8.self), value..<index)
      index += 1
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    let count = text.utf8CodeUnitCount
    var index = start
    while index + count <= bytes.count {
      if (0..<count).allSatisfy({ bytes[index + $0] == text.utf8Start[$0] }) { return index + count }
      index += 1
    }
    return bytes.count
  }
}
