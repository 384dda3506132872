/// 共享字符串: the texts of a workbook, each stored once, as one run of bytes.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// The most bytes and texts that are held in memory.
  private static let limits = (bytes: 256 << 20, texts: 8 << 20)

  init() {}

  /// Reads `sharedStrings.xml`: plain and rich texts, without phonetic guides.
  init(_ reader: SheetXML) throws(PackageFault) {
    var inText = false
    while let event = try reader.next() {
      switch event {
      case .start(.text): inText = true
      case .end(.text): inText = false
      case .start(.phonetic): try reader.skipElement()
      case .end(.item):
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        guard bytes.count <= Self.limits.bytes, ends.count <= Self.limits.texts else {
          throw .tooLarge("工作簿里的文字过多")
        }
      case .text:
        if inText { reader.withText { bytes.append(contentsOf: $0) } }
      default: break
      }
    }
  }

  /// A text by its number; nil where there is none.
  subscript(number: Int) -> String? {
    guard number >= 0, number < ends.count else { return nil }
    let from = number == 0 ? 0 : Int(ends[number - 1])
    return bytes.withUnsafeBufferPointer { all in
      SheetText.string(UnsafeBufferPointer(rebasing: all[from..<Int(ends[number])]))
    }
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
