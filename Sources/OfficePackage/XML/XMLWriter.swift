/// XML 生成: elements, attributes and text as UTF-8, escaped, closed in the right order.
///
/// ```swift
/// var xml = XMLWriter()
/// xml.start("w:p")
/// xml.start("w:t", ["xml:space": "preserve"])
/// try xml.text("《方案》<试行>")
/// xml.end()
/// xml.end()
/// let bytes = xml.finish()
/// ```
public struct XMLWriter: Sendable {
  private var bytes: [UInt8]
  private var open: [String] = []
  /// Whether the last start tag still waits for its `>`.
  private var tagOpen = false

  /// A document with its declaration, or a fragment without one.
  public init(declaration: Bool = true) {
    bytes = declaration ? Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8) : []
  }

  /// Begins an element.
  /// - Throws: a character in an attribute that XML forbids.
  public mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:])
    throws(ForbiddenCharacter)
  {
    closeTag()
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (key, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: key.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      try Self.escape(value, attribute: true, into: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    open.append(name)
    tagOpen = true
  }

  /// Adds text to the element that is open.
  /// - Throws: a character that XML forbids, with its place in the text.
  public mutating func text(_ text: String) throws(ForbiddenCharacter) {
    closeTag()
    try Self.escape(text, attribute: false, into: &bytes)
  }

  /// Ends the element begun last; one without content becomes `<a/>`.
  public mutating func end() {
    guard let name = open.popLast() else { return }
    if tagOpen {
      bytes.append(contentsOf: "/>".utf8)
      tagOpen = false
    } else {
      bytes.append(contentsOf: "</\(name)>".utf8)
    }
  }

  /// An element without content.
  public mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:])
    throws(ForbiddenCharacter)
  {
    try start(name, attributes)
    end()
  }

  /// Everything written, with what is still open closed.
  public consuming func finish() -> [UInt8] {
    var whole = self
    while !whole.open.isEmpty { whole.end() }
    return whole.bytes
  }

  private mutating func closeTag() {
    if tagOpen { bytes.append(UInt8(ascii: ">")) }
    tagOpen = false
  }

  private static func escape(_ text: String, attribute: Bool, into bytes: inout [UInt8])
    throws(ForbiddenCharacter)
  {
    if let forbidden = ForbiddenCharacter(in: text) { throw forbidden }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where attribute: bytes.append(contentsOf: "&quot;".utf8)
      // A reader turns these into blanks or line feeds unless they are written as numbers.
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0x0A where attribute: bytes.append(contentsOf: "&#10;".utf8)
      case 0x09 where attribute: bytes.append(contentsOf: "&#9;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

/// 不允许的字符: a control character that no XML document may hold, with its place.
public struct ForbiddenCharacter: Error, Hashable, Sendable {
  /// The character's number in Unicode.
  public var scalar: UInt32
  /// How many Unicode scalars of the text stand before it.
  public var offset: Int

  /// The first forbidden character of a text, or nil: U+0000 to U+001F but for tab and line ends, U+FFFE and
  /// U+FFFF (XML 1.0, production 2).
  public init?(in text: String) {
    let suspect = text.utf8.contains { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D) || $0 == 0xEF }
    guard suspect else { return nil }
    let found = text.unicodeScalars.enumerated().first { _, scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard let found else { return nil }
    scalar = found.element.value
    offset = found.offset
  }

  /// The character as a message shows it, such as `U+000B`.
  public var name: String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
