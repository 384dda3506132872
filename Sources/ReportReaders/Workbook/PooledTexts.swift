import OfficePackage

extension TextPool {
  /// The text without white space at its ends.
  func trimmed(_ text: ID) -> String {
    withBytes(text) { Self.hasBareEnds($0) } ? self[text] : self[text].trimmed
  }

  /// Whether the text is nothing but white space.
  func isBlank(_ text: ID) -> Bool {
    withBytes(text) { bytes in bytes.isEmpty || !Self.isInk(bytes[...]) && self[text].trimmed.isEmpty }
  }

  /// Whether a text surely has no white space at its ends: only what nearly all cells begin and end with is known here.
  private static func hasBareEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = bytes.last, isInk(bytes[...]) else { return false }
    return last < 0x80 ? (0x21...0x7E).contains(last) : bytes.count >= 3 && isInk(bytes[(bytes.count - 3)...])
  }

  /// Whether bytes begin with a visible ASCII character, an ideograph, or a full-width mark.
  private static func isInk(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.first else { return false }
    let next = bytes.dropFirst()
    return switch first {
    case 0x21...0x7E, 0xE4...0xE9: true
    case 0xE3: next.first != 0x80 || next.dropFirst().first != 0x80
    case 0xEF: next.first != 0xBB
    default: false
    }
  }
}

/// 记住的理解: what was understood of texts, by their numbers. A table says the same few words thousands of times; the latest are kept.
final class Understood<Value> {
  private var known: [(text: TextPool.ID, value: Value)?]
  private let texts: TextPool
  private let understand: (String) -> Value

  init(_ texts: TextPool, _ understand: @escaping (String) -> Value) {
    known = Array(repeating: nil, count: 4096)
    self.texts = texts
    self.understand = understand
  }

  subscript(text: TextPool.ID) -> Value {
    let slot = Int(text.number) & (known.count - 1)
    if let found = known[slot], found.text == text { return found.value }
    let value = understand(texts.trimmed(text))
    known[slot] = (text, value)
    return value
  }
}
