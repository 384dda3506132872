/// 压缩包目录的尾部: what the end of a zip file says about its list of entries.
///
/// Looked at before libzip is, because libzip makes room for as many entries as the file claims to have.
struct ZipDirectory {
  private let bytes: [UInt8]
  private let end: Int

  /// Finds the record that ends every zip file, or nil in a file that was cut off.
  init?(_ bytes: [UInt8]) {
    let longestComment = 65_535
    let size = 22
    guard bytes.count >= size else { return nil }
    let lowest = max(0, bytes.count - size - longestComment)
    let found = stride(from: bytes.count - size, through: lowest, by: -1).first { start in
      bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 0x05
        && bytes[start + 3] == 0x06
    }
    guard let found else { return nil }
    self.bytes = bytes
    end = found
  }

  /// The number of entries and the bytes of their list, as claimed; the larger where the file claims twice.
  var claimed: (entries: UInt64, bytes: UInt64) {
    var entries = number(at: end + 10, width: 2)
    var size = number(at: end + 12, width: 4)
    // Large archives: a locator before the record points at a second record with wide numbers.
    let locator = end - 20
    if locator >= 0, number(at: locator, width: 4) == 0x0706_4B50,
      let wide = Int(exactly: number(at: locator + 8, width: 8)), wide <= bytes.count - 56,
      number(at: wide, width: 4) == 0x0606_4B50
    {
      entries = max(entries, number(at: wide + 32, width: 8))
      size = max(size, number(at: wide + 40, width: 8))
    }
    return (entries, size)
  }

  private func number(at start: Int, width: Int) -> UInt64 {
    bytes[start..<(start + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
