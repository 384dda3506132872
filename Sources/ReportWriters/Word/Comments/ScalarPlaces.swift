/// Characters in the bytes of XML text, where `&amp;` is one.
enum ScalarPlaces {
  /// How many characters there are.
  static func count(_ bytes: ArraySlice<UInt8>, isLiteral: Bool) -> Int {
    var count = 0
    walk(bytes, isLiteral) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Where the character of a number begins; the end where there is none.
  static func place(of number: Int, in bytes: ArraySlice<UInt8>, isLiteral: Bool) -> Int {
    var left = number
    var found = bytes.endIndex
    walk(bytes, isLiteral) { index in
      if left == 0 { found = index }
      left -= 1
      return left >= 0
    }
    return found
  }

  private static func walk(_ bytes: ArraySlice<UInt8>, _ isLiteral: Bool, _ body: (Int) -> Bool) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      // The second half of a CRLF is read away; the rest of a character follows its first byte.
      let isBreak = byte == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
      guard byte & 0xC0 != 0x80, !isBreak else {
        index += 1
        continue
      }
      guard body(index) else { return }
      if byte == UInt8(ascii: "&"), !isLiteral {
        index = bytes[index...].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? bytes.endIndex
      } else {
        index += 1
      }
    }
  }
}
