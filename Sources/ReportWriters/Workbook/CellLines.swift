/// 折行: where a text breaks into lines inside a cell of a given width.
///
/// Excel grows a row to its text only while someone edits it, LibreOffice and WPS not always, so rows are given their
/// heights. The estimate leans to more lines: a loose row is ugly, a cut one is wrong. Practice, seen in LibreOffice
/// with 宋体 replaced by faces as wide as Noto Sans CJK. All widths are in tenths of a half-width character.
enum CellLines {
  /// What a column of so many half-width characters holds on a line.
  static func capacity(ofColumn width: Int) -> Int { max(20, width * 10 - 15) }

  /// The lines of a text, which together are the text; a line feed belongs to the line it ends.
  static func lines(of text: String, capacity: Int) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      var start = 0
      scan(bytes, capacity: capacity) { end in
        lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
      }
      return lines
    }
  }

  /// How many lines a text takes.
  static func count(_ text: String, capacity: Int) -> Int {
    // Strings that are not contiguous UTF-8 do not occur on Linux; counted as their copy if they do.
    text.utf8.withContiguousStorageIfAvailable { count($0, capacity: capacity) }
      ?? lines(of: text, capacity: capacity).count
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, capacity: Int) -> Int {
    if isShort(bytes, capacity: capacity) { return 1 }
    var count = 0
    scan(bytes, capacity: capacity) { _ in count += 1 }
    return count
  }

  private static let widest = 20
  private static let digit = 13

  /// Whether a text has no line feeds and surely fits on one line: most cells do, so eight bytes are looked at at once.
  private static func isShort(_ bytes: UnsafeBufferPointer<UInt8>, capacity: Int) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var width = 0
    var index = 0
    while index < raw.count {
      var word: UInt64 = 0
      if index + 8 <= raw.count {
        word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      } else {
        // What is missing counts for the inside of a character.
        for byte in raw[index...].reversed() { word = word << 8 | UInt64(byte) }
        word |= 0x8080_8080_8080_8080 << UInt64(8 * (raw.count - index))
      }
      // A line feed; `$ % & '`, of which two are wide.
      if Bytes.contains(0x0A, in: word) || Bytes.contains(0x24, in: word & ~(Bytes.ones &* 3)) {
        return false
      }
      // The bytes inside a character begin with the bits 10, digits and most signs with 00.
      let inside = Bytes.count(word & ~(word << 1))
      let narrow = Bytes.count(~(word | word << 1))
      width += (8 - inside) * widest - narrow * (widest - digit)
      if width > capacity { return false }
      index += 8
    }
    return true
  }

  /// Eight bytes at once.
  private enum Bytes {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let tops: UInt64 = 0x8080_8080_8080_8080

    /// How many bytes have their top bit set.
    @inline(__always)
    static func count(_ word: UInt64) -> Int { Int(truncatingIfNeeded: (((word & tops) >> 7) &* ones) >> 56) }

    @inline(__always)
    static func contains(_ byte: UInt64, in word: UInt64) -> Bool {
      let other = word ^ (ones &* byte)
      return (other &- ones) & ~other & tops != 0
    }
  }

  /// Calls `end` with the offset just behind each line.
  @inline(__always)
  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, capacity: Int, _ end: (Int) -> Void) {
    var start = 0
    var width = 0
    /// The last place in the line where it may break, and the width before it; at its start, there is none.
    var (opening, widthBefore) = (0, 0)
    var previous: UInt32 = 0x0A
    var index = 0
    while index < bytes.count {
      // Between two ideographs, most of any report, a line may always end: no closer look at them.
      if isIdeograph(previous) {
        while width + widest <= capacity, index < bytes.count, isIdeographLead(bytes[index]) {
          (opening, widthBefore) = (index, width)
          width += widest
          index += 3
        }
        guard index < bytes.count else { break }
      }
      let (scalar, length) = decode(bytes, at: index)
      if scalar == 0x0A {
        end(index + 1)
        (start, width, opening) = (index + 1, 0, index + 1)
      } else {
        if index > start, mayBreak(previous, scalar) { (opening, widthBefore) = (index, width) }
        let step = scalar < 0x80 ? self.width(ofASCII: UInt8(truncatingIfNeeded: scalar)) : widest
        while width + step > capacity, index > start {
          if opening == start { (opening, widthBefore) = (index, width) }
          end(opening)
          (start, width) = (opening, width - widthBefore)
        }
        width += step
      }
      previous = scalar
      index += length
    }
    if start < bytes.count || bytes.isEmpty { end(bytes.count) }
  }

  @inline(__always)
  private static func isIdeograph(_ scalar: UInt32) -> Bool { scalar >= 0x4000 && scalar <= 0x9FFF }

  /// Whether a byte begins one of U+4000 to U+9FFF.
  @inline(__always)
  private static func isIdeographLead(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  /// The character at an offset and its length. Swift's strings are always valid UTF-8.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    switch first {
    case ..<0x80: return (first, 1)
    case ..<0xE0: return ((first & 0x1F) << 6 | next(1), 2)
    case ..<0xF0: return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    default: return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
  }

  /// Latin letters of substitute faces are wider than half; all other characters are taken for full-width.
  private static func width(ofASCII byte: UInt8) -> Int {
    switch byte {
    case 0x25, 0x26, 0x40, 0x4D, 0x57, 0x6D, 0x77, 0x7F: widest
    case 0x41...0x5A: 15
    default: digit
    }
  }

  /// Whether a line may end between two characters (GB/T 15834-2011, 5.1, and the habits of word processors).
  private static func mayBreak(_ left: UInt32, _ right: UInt32) -> Bool {
    if left == 0x20 { return right != 0x20 }
    if left < 0x80 && right < 0x80 { return false }
    switch right {
    case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D,  // ! % ) , . : ; ? ] }
      0x2014, 0x2019, 0x201D, 0x2026,  // — ’ ” …
      0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015,  // 、 。 〉 》 」 』 】 〕
      0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F:  // the same marks at full width
      return false
    default: break
    }
    switch left {
    case 0x28, 0x5B, 0x7B, 0x2018, 0x201C,  // ( [ { ‘ “
      0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08:  // 〈 《 「 『 【 〔 and ( at full width
      return false
    default: return true
    }
  }
}
