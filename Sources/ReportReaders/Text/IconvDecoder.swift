import Glibc

/// 编码转换: the C library's converter, opened for one text and closed again.
enum IconvDecoder {
  enum Outcome {
    case text(String)
    /// The offset of the first byte that the encoding does not know, or that ends in mid-character.
    case damaged(Int)
    /// The C library has no such converter.
    case unavailable
  }

  /// The bytes in the named encoding as text.
  static func decode(_ bytes: [UInt8], from encoding: String) -> Outcome {
    let closed = iconv_t(bitPattern: -1)
    guard let converter = iconv_open("UTF-8", encoding), converter != closed else { return .unavailable }
    defer { iconv_close(converter) }
    // Two bytes of GB18030 make at most three of UTF-8, and four make four.
    let capacity = bytes.count / 2 * 3 + 4
    var consumed = 0
    let text = String(unsafeUninitializedCapacity: capacity) { output in
      bytes.withUnsafeBytes { input in
        // iconv takes a mutable pointer and leaves what it points at alone.
        var from = UnsafeMutablePointer(mutating: input.bindMemory(to: CChar.self).baseAddress)
        var fromLeft = input.count
        var toLeft = output.count
        return output.withMemoryRebound(to: CChar.self) { output in
          var to = output.baseAddress
          _ = iconv(converter, &from, &fromLeft, &to, &toLeft)
          consumed = input.count - fromLeft
          return output.count - toLeft
        }
      }
    }
    return consumed == bytes.count ? .text(text) : .damaged(consumed)
  }
}

extension IconvDecoder {
  /// A text as bytes of the named encoding; nil where it cannot be said in it or there is no such converter.
  static func encode(_ text: String, to encoding: String) -> [UInt8]? {
    let closed = iconv_t(bitPattern: -1)
    guard let converter = iconv_open(encoding, "UTF-8"), converter != closed else { return nil }
    defer { iconv_close(converter) }
    var text = text
    return text.withUTF8 { input -> [UInt8]? in
      // A character of up to four bytes of UTF-8 takes at most four of GB18030.
      var isWhole = false
      let bytes = [UInt8](unsafeUninitializedCapacity: input.count * 4 + 4) { output, count in
        var fromLeft = input.count
        var toLeft = output.count
        UnsafeMutableRawBufferPointer(output).withMemoryRebound(to: CChar.self) { output in
          var to = output.baseAddress
          var from = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
          _ = iconv(converter, &from, &fromLeft, &to, &toLeft)
        }
        isWhole = fromLeft == 0
        count = output.count - toLeft
      }
      return isWhole ? bytes : nil
    }
  }
}
