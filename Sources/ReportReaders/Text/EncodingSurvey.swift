/// UTF-8 概况: how much of some bytes is UTF-8 beyond ASCII, and where it first is not.
///
/// Tells a damaged UTF-8 file (many good characters, few bad bytes) from a GB18030 one (the other way about).
struct UTF8Survey {
  /// Characters of several bytes that are valid.
  private(set) var good = 0
  /// Places that are not valid.
  private(set) var bad = 0
  /// The line of the first bad place, from 1.
  private(set) var firstBadLine: Int?

  /// Looks through the bytes once.
  init(_ bytes: ArraySlice<UInt8>) {
    var line = 1
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: break decoding
      case .error:
        bad += 1
        firstBadLine = firstBadLine ?? line
      case .scalarValue("\n"): line += 1
      case .scalarValue(let scalar): if !scalar.isASCII { good += 1 }
      }
    }
  }
}

/// GB18030 概况: whether double bytes lie where running Chinese has them.
///
/// The characters in everyday use (GB/T 2312) have a second byte of 0xA1 or more; in Big5 and Shift JIS every
/// third lies below.
struct GB18030Survey {
  private var usual = 0
  private var unusual = 0

  /// Looks through the bytes once.
  init(_ bytes: [UInt8]) {
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] >= 0x81 else {
        index += 1
        continue
      }
      let second = bytes[index + 1]
      if (0x30...0x39).contains(second) {  // a character of four bytes
        index += 4
        continue
      }
      if second >= 0xA1 { usual += 1 } else { unusual += 1 }
      index += 2
    }
  }

  /// More than one character in six is outside everyday use.
  var looksForeign: Bool { usual + unusual >= 12 && unusual * 5 > usual }
}
