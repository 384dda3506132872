internal import CZip

/// 部件流: one part of a package being unpacked, counted as it grows.
///
/// Owns the C object. The checksum is compared when the end is reached, so a part that was read to its end is
/// whole.
public final class PartStream {
  /// The part's name.
  public let part: String

  let package: OfficePackage
  private let file: OpaquePointer
  private let packedBytes: Int
  private var unpacked = 0

  init(_ package: OfficePackage, index: Int, part: String) throws(PackageFault) {
    var about = zip_stat_t()
    guard zip_stat_index(package.archive, UInt64(index), 0, &about) == 0 else {
      throw .damaged("文件的目录已损坏", part: part)
    }
    guard about.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw PackageFault(.encrypted, "压缩包里的内容设有密码", remedy: "请用 WPS 或 Office 打开，取消密码后另存", part: part)
    }
    // libzip compares no checksum where it is told that there is nothing to read.
    guard about.comp_size > 0 || about.crc == 0 else { throw .damaged("文件内容已损坏或不完整（\(part)）", part: part) }
    guard let file = zip_fopen_index(package.archive, UInt64(index), 0) else {
      throw .damaged("文件内容无法解开（\(part)）", part: part)
    }
    self.part = part
    self.package = package
    self.file = file
    packedBytes = Int(clamping: about.comp_size)
  }

  deinit { zip_fclose(file) }

  /// Unpacks the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageFault) -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
    guard count >= 0 else {
      throw .damaged("文件内容已损坏或不完整（\(part)）", part: part)
    }
    unpacked += count
    package.budget -= count
    let limits = package.limits
    guard package.budget >= 0 else {
      throw .tooLarge("文件解开后超过 \(limits.unpackedBytes >> 20) MB", part: part)
    }
    guard unpacked <= limits.ratioFloor || unpacked / limits.ratio <= packedBytes else {
      throw .tooLarge("文件解开后膨胀超过 \(limits.ratio) 倍，像是“压缩炸弹”", part: part)
    }
    return count
  }

  /// Hands over the part piece by piece to its end.
  func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws(PackageFault) {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = try read(into: chunk)
      guard count > 0 else { return }
      body(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }
}
