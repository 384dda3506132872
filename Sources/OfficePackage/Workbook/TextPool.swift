import Foundation

/// 文字池: the texts of a workbook as one run of bytes, each known by a number.
///
/// Shared strings come first, under the numbers that cells use for them; texts that stand in the cells themselves follow, and such as
/// come again soon get the number they had. Whoever has understood a text need not look at it again when its number comes back.
public final class TextPool {
  /// A text by its number.
  public struct ID: Hashable, Sendable {
    /// The number; the shared strings' own first.
    public let number: UInt32
  }

  // Looked at for every cell; nothing here is changed while it is looked at.
  @exclusivity(unchecked) private var bytes = Run<UInt8>()
  @exclusivity(unchecked) private var ends = Run<UInt32>()
  /// How many of the texts are shared strings.
  private(set) var sharedCount = 0
  /// The latest short text of each hash.
  private var recent = [UInt32](repeating: .max, count: 4096)

  /// The most bytes and texts that are held in memory.
  private static let limits = (bytes: 256 << 20, texts: 16 << 20)
  /// The longest text, in bytes, that is looked for among the recent ones.
  private static let longestRecent = 96

  /// An empty pool.
  public init() {}

  /// Reads `sharedStrings.xml`: plain and rich texts, without phonetic guides.
  init(_ reader: SheetXML) throws(PackageFault) {
    var inText = false
    while let event = try reader.next() {
      switch event {
      case .start(.text): inText = true
      case .end(.text): inText = false
      case .start(.phonetic): try reader.skipElement()
      case .end(.item):
        _ = end()
        try checkSize()
      case .text:
        if inText { reader.withText { bytes.append($0) } }
      default: break
      }
    }
    sharedCount = ends.count
  }

  /// The bytes of a text as the file has them, valid only inside `body`.
  public func withBytes<Result>(_ text: ID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    try body(stored(Int(text.number)))
  }

  /// A text.
  public subscript(text: ID) -> String { SheetText.string(stored(Int(text.number))) }

  /// The shared string of a number; nil where there is none.
  func shared(_ number: Int) -> ID? {
    number >= 0 && number < sharedCount ? ID(number: UInt32(number)) : nil
  }

  /// Whether a text is "".
  func isEmpty(_ text: ID) -> Bool { stored(Int(text.number)).isEmpty }

  /// Adds a text of a cell.
  /// - Throws: a fault where the workbook's texts are more than is held in memory.
  func add(_ text: UnsafeBufferPointer<UInt8>) throws(PackageFault) -> ID {
    let added = insert(text)
    try checkSize()
    return added
  }

  /// Adds a text that was made from others.
  /// - Throws: a fault where the workbook's texts are more than is held in memory.
  public func add(_ text: String) throws(PackageFault) -> ID {
    var text = text
    let added = text.withUTF8 { insert($0) }
    try checkSize()
    return added
  }

  private func insert(_ text: UnsafeBufferPointer<UInt8>) -> ID {
    guard text.count <= Self.longestRecent else {
      bytes.append(text)
      return end()
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let slot = Int((hash ^ (hash >> 29)) & UInt64(recent.count - 1))
    if recent[slot] != .max {
      let known = stored(Int(recent[slot]))
      if known.count == text.count, text.elementsEqual(known) { return ID(number: recent[slot]) }
    }
    bytes.append(text)
    let added = end()
    recent[slot] = added.number
    return added
  }

  private func end() -> ID {
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    return ID(number: UInt32(truncatingIfNeeded: ends.count - 1))
  }

  private func checkSize() throws(PackageFault) {
    guard bytes.count <= Self.limits.bytes, ends.count <= Self.limits.texts else {
      throw .tooLarge("工作簿里的文字过多")
    }
  }

  private func stored(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let from = number == 0 ? 0 : Int(ends[number - 1])
    return bytes[from..<Int(ends[number])]
  }
}

/// A run of plain values that grows where it stands: the system moves its pages, nothing is copied and held twice.
private struct Run<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  private var capacity = 0
  private var base: UnsafeMutablePointer<Element>?

  deinit { free(base) }

  subscript(index: Int) -> Element { self[index..<index + 1][0] }

  subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base.map { UnsafePointer($0 + range.lowerBound) }, count: range.count)
  }

  mutating func append(_ element: Element) {
    reserve(1)
    base?[count] = element
    count += 1
  }

  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress, !elements.isEmpty else { return }
    reserve(elements.count)
    base?.advanced(by: count).update(from: source, count: elements.count)
    count += elements.count
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(count + more, capacity * 2, 4096)
    let moved = realloc(base, capacity * MemoryLayout<Element>.stride)
    precondition(moved != nil, "out of memory")
    base = moved?.assumingMemoryBound(to: Element.self)
  }
}

/// 单元格文字: texts of cells, in which Excel writes control characters as `_x000D_`.
enum SheetText {
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    return unescaped(text)
  }

  /// The text with `_xHHHH_` turned into the characters they stand for.
  private static func unescaped(_ text: String) -> String {
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    let (line, x) = (UInt16(0x5F), UInt16(0x78))
    while let unit = rest.popFirst() {
      let next = Array(rest.prefix(6))
      if unit == line, next.count == 6, next[0] == x, next[5] == line,
        let code = UInt16(String(decoding: next[1...4], as: UTF16.self), radix: 16)
      {
        units.append(code)
        rest = rest.dropFirst(6)
      } else {
        units.append(unit)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
