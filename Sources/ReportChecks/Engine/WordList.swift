/// `lexicon.txt` as bytes: a line is a first character, then for each length (1 to 8) and class (a, the commonest, to w) the rests of the words.
enum WordList {
  /// Goes through the words, each with its bits.
  static func each(of bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt16>, UInt32) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Lexicon.longest) { word in
        word.initialize(repeating: 0)
        var index = 0
        while index < bytes.count {
          index = line(bytes, index, word, body)
          // A comment, or what is no word.
          while index < bytes.count, bytes[index] != newLine { index += 1 }
          index += 1
        }
      }
    }
  }

  /// Reads a line as far as it holds words; where it ends, or what is none begins.
  @inline(__always)
  private static func line(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: UnsafeMutableBufferPointer<UInt16>,
    _ body: (UnsafeBufferPointer<UInt16>, UInt32) -> Void
  ) -> Int {
    guard let first = character(bytes, start) else { return start }
    word[0] = first
    var (length, cost): (Int, UInt32) = (0, 0)
    var index = start + 3
    while index < bytes.count {
      switch bytes[index] {
      case 0x31...0x38:
        length = Int(bytes[index]) - 0x30
        cost = 0
        index += 1
      case 0x61...0x77:
        cost = UInt32(bytes[index]) - 0x61 + 4
        index += 1
        if length == 1 { body(UnsafeBufferPointer(rebasing: word[..<1]), cost) }
      default:
        guard length > 1, cost > 0 else { return index }
        for offset in 1..<length {
          guard let next = character(bytes, index) else { return index }
          word[offset] = next
          index += 3
        }
        body(UnsafeBufferPointer(rebasing: word[..<length]), cost)
      }
    }
    return index
  }

  /// Goes through the words of `office-words.txt`, parted by blanks and lines, that are neither too short nor too long.
  static func each(ofOffice bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt16>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Lexicon.longest + 1) { word in
        word.initialize(repeating: 0)
        var (index, filled) = (0, 0)
        while index < bytes.count {
          if bytes[index] == UInt8(ascii: "#"), index == 0 || bytes[index - 1] == newLine {
            while index < bytes.count, bytes[index] != newLine { index += 1 }
          } else if let next = character(bytes, index) {
            word[min(filled, Lexicon.longest)] = next
            filled += 1
            index += 3
            continue
          }
          if (2...Lexicon.longest).contains(filled) { body(UnsafeBufferPointer(rebasing: word[..<filled])) }
          filled = 0
          index += 1
        }
        if (2...Lexicon.longest).contains(filled) { body(UnsafeBufferPointer(rebasing: word[..<filled])) }
      }
    }
  }

  private static let newLine = UInt8(ascii: "\n")

  /// A character of three bytes.
  @inline(__always)
  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt16? {
    guard index + 2 < bytes.count, bytes[index] >= 0xE0 else { return nil }
    return UInt16(bytes[index] & 0x0F) << 12 | UInt16(bytes[index + 1] & 0x3F) << 6
      | UInt16(bytes[index + 2] & 0x3F)
  }
}
