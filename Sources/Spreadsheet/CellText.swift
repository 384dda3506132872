/// What XML and Excel demand of a text before it may go into a cell.
enum CellText {
  /// Excel's limit for one cell, in UTF-16 units.
  static let longest = 32_767

  /// What a look at the bytes says.
  enum Verdict {
    /// Goes in as it is.
    case plain
    /// Must be rewritten first: line ends, or `_x0041_`, which Excel would read as a code.
    case needsRewriting
    /// Holds a character that XML forbids, at this byte.
    case forbidden(Int)
  }

  /// Looks at UTF-8 bytes once, eight at a time as long as nothing in them wants a closer look.
  static func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    let raw = UnsafeRawBufferPointer(bytes)
    let lastWord = raw.count - 8
    var index = 0
    while index <= lastWord, isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
      index += 8
    }
    // What is left over is looked at together with the bytes before it.
    if lastWord >= 0, index > lastWord, isPlain(raw.loadUnaligned(fromByteOffset: lastWord, as: UInt64.self))
    {
      return .plain
    }
    return verdict(on: bytes, from: index)
  }

  /// Whether eight bytes are neither below 0x20 nor 0x5F (`_`) nor 0xEF (the lead of U+FFFE and its neighbours).
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    func holdsZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let control = (word &- ones &* 0x20) & ~word & tops
    return control | holdsZero(word ^ (ones &* 0x5F)) | holdsZero(word ^ (ones &* 0xEF)) == 0
  }

  private static func verdict(on bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Verdict {
    var rewrite = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x20 && byte != 0x5F && byte != 0xEF { continue }
      switch byte {
      case 0x5F: rewrite = rewrite || (index + 6 < bytes.count && isCode(bytes, at: index))
      case 0xEF:
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
          return .forbidden(index)
        }
      case 0x09, 0x0A: break
      case 0x0D: rewrite = true
      default: return .forbidden(index)
      }
    }
    return rewrite ? .needsRewriting : .plain
  }

  /// The text with line ends as LF and with `_x0041_` written so that Excel shows it as it stands.
  static func rewritten(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    bytes.withUnsafeMutableBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(buffer)
      for index in bytes.indices {
        switch bytes[index] {
        case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: continue
        case 0x0D: result.append(0x0A)
        case 0x5F where index + 6 < bytes.count && isCode(bytes, at: index):
          result.append(contentsOf: "_x005F_".utf8)
        default: result.append(bytes[index])
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `_xHHHH_` stands at an index that has six more bytes behind it.
  private static func isCode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index + 1] == 0x78 && bytes[index + 6] == 0x5F
      && (2...5).allSatisfy { offset in
        switch bytes[index + offset] {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
      }
  }

  /// The fault of a text whose byte at `index` begins a forbidden character.
  static func forbidden(_ text: String, byte index: Int, at address: CellAddress) -> SpreadsheetError {
    var (position, end) = (0, 0)
    for scalar in text.unicodeScalars {
      position += 1
      end += UTF8.width(scalar)
      if end > index { return .forbiddenCharacter(scalar, position: position, at: address) }
    }
    return .forbiddenCharacter("\0", position: position, at: address)
  }

  /// Whether a text beside the cells is short enough and free of control characters.
  static func isUsable(_ text: String, limit: Int) -> Bool {
    text.utf16.count <= limit
      && text.unicodeScalars.allSatisfy {
        ($0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF) || $0 == "\n" || $0 == "\t"
      }
  }
}
