/// 文件编码: in which form the bytes of a text file stand, so that a changed text is saved as it was found.
enum TextEncoding: Hashable, Sendable {
  case utf8(mark: Bool)
  case utf16(bigEndian: Bool)
  case gb18030

  /// The encoding that `decodeText` took for bytes it could read.
  init(of bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8(mark: true)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16(bigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(bigEndian: true)
    } else {
      self = String(validating: bytes, as: UTF8.self) == nil ? .gb18030 : .utf8(mark: false)
    }
  }

  /// The text as bytes; nil where the C library has no converter.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8(let mark): return (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16(let bigEndian):
      return ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
        let high = UInt8(truncatingIfNeeded: unit >> 8)
        let low = UInt8(truncatingIfNeeded: unit)
        return bigEndian ? [high, low] : [low, high]
      }
    case .gb18030: return IconvDecoder.encode(text, to: "GB18030")
    }
  }
}
