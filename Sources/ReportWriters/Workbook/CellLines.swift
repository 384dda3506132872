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
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      scan(bytes, capacity: capacity) { _ in count += 1 }
      return count
    }
  }

  private static let widest = 20
  private static let digit = 13

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
      // Between two ideographs, most of any report, a line may always end, between two digits never: no closer look.
      if isIdeograph(previous) || index == start {
        let first = index
        let fitting = min(bytes.count, index + 3 * ((capacity - width) / widest))
        while index < fitting, isIdeographLead(bytes[index]) { index += 3 }
        if index > first {
          width += (index - first) / 3 * widest
          (opening, widthBefore) = (index - 3, width - widest)
          previous = someIdeograph
        }
        guard index < bytes.count else { break }
      } else if isDigit(previous) {
        while width + digit <= capacity, index < bytes.count, isDigit(UInt32(bytes[index])) {
          width += digit
          index += 1
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

  private static let someIdeograph: UInt32 = 0x4E00

  @inline(__always)
  private static func isIdeograph(_ scalar: UInt32) -> Bool { scalar >= 0x4000 && scalar <= 0x9FFF }

  @inline(__always)
  private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

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
