/// A zip file put together by hand, so that it can be wrong where a real writer would not let it.
struct RawZip {
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var flags: UInt16 = 0
    /// What the file says of the size, if not the truth.
    var claimedSize: Int?
    var checksum: UInt32?
  }

  var entries: [Entry]
  /// What the file says of the number of entries, if not the truth.
  var claimedCount: Int?

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      let size = UInt32(entry.claimedSize ?? entry.bytes.count)
      let common =
        le(UInt16(20)) + le(entry.flags) + le(UInt16(0)) + le(UInt32(0))
        + le(entry.checksum ?? crc32(entry.bytes)) + le(size) + le(size)
        + le(UInt16(entry.name.utf8.count)) + le(UInt16(0))
      file += le(UInt32(0x0403_4B50)) + common + Array(entry.name.utf8) + entry.bytes
      directory +=
        le(UInt32(0x0201_4B50)) + le(UInt16(20)) + common + le(UInt16(0)) + le(UInt16(0)) + le(UInt16(0))
        + le(UInt32(0)) + le(UInt32(offset)) + Array(entry.name.utf8)
    }
    let count = UInt16(truncatingIfNeeded: claimedCount ?? entries.count)
    let end =
      le(UInt32(0x0605_4B50)) + le(UInt16(0)) + le(UInt16(0)) + le(count) + le(count)
      + le(UInt32(directory.count)) + le(UInt32(file.count)) + le(UInt16(0))
    return file + directory + end
  }

  private func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
  }

  private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
