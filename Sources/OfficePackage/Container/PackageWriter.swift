internal import CZip
import Glibc

/// 写文件包: a zip container from parts, in the order they are added.
///
/// The bytes follow from the parts, their order and the date alone; the clock and the time zone have no say.
///
/// ```swift
/// let writer = try PackageWriter(date: PackageDate(year: 2022, month: 7, day: 1))
/// try writer.add("[Content_Types].xml", types)
/// try writer.copy("word/document.xml", from: draft)
/// let bytes = try writer.finish()
/// ```
public final class PackageWriter {
  private let archive: OpaquePointer
  private let target: OpaquePointer
  private let date: PackageDate
  private var names: Set<String> = []
  /// Packages whose parts are copied: they are read when the container is finished.
  private var sources: [OfficePackage] = []
  private var finished = false

  /// An empty container whose parts bear one date.
  public init(date: PackageDate) throws(PackageFault) {
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw Self.failed }
    // Closing the archive lets go of the source; we read it afterwards.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(target)
      zip_source_free(target)
      throw Self.failed
    }
    self.archive = archive
    self.target = target
    self.date = date
  }

  /// Adds a part.
  /// - Throws: a name that is there already or points out of the package.
  public func add(_ part: String, _ bytes: [UInt8]) throws(PackageFault) {
    try claim(part)
    guard let memory = malloc(max(bytes.count, 1)) else { throw Self.failed }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(memory, base, bytes.count) } }
    // libzip frees the memory when it is done with it.
    guard let source = zip_source_buffer_create(memory, UInt64(bytes.count), 1, nil) else {
      free(memory)
      throw Self.failed
    }
    let index = try place(source, as: part)
    guard zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 6) == 0 else { throw Self.failed }
  }

  /// Adds a part of another package as it is packed there, byte for byte.
  public func copy(_ part: String, from package: OfficePackage) throws(PackageFault) {
    guard let index = package.index(of: part) else {
      throw PackageFault(
        .missingPart, "文件里缺少必要的部分（\(part)）", remedy: "请用 WPS 或 Office 打开后另存一份再试", part: part)
    }
    try claim(part)
    let packed = UInt32(ZIP_FL_COMPRESSED)
    guard let source = zip_source_zip(archive, package.archive, UInt64(index), packed, 0, -1) else {
      throw Self.failed
    }
    if !sources.contains(where: { $0 === package }) { sources.append(package) }
    _ = try place(source, as: part)
  }

  /// The whole container. Nothing can be added afterwards.
  public func finish() throws(PackageFault) -> [UInt8] {
    guard !finished, zip_close(archive) == 0 else { throw Self.failed }
    // Closing has freed the archive; had it failed, it would still be there to discard.
    finished = true
    return try Self.contents(of: target)
  }

  deinit {
    if !finished { zip_discard(archive) }
    zip_source_free(target)
  }

  private func claim(_ part: String) throws(PackageFault) {
    guard !finished, PartName.normalised(part) == part, names.insert(part.asciiLowercased).inserted else {
      throw PackageFault(.unsafeNames, "文件包里的名字重复或不合规定（\(part)）", remedy: "请报告给软件的维护者", part: part)
    }
  }

  private func place(_ source: OpaquePointer, as part: String) throws(PackageFault) -> UInt64 {
    let index = zip_file_add(archive, part, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw Self.failed
    }
    guard zip_file_set_dostime(archive, UInt64(index), date.time, date.day, 0) == 0 else {
      throw Self.failed
    }
    return UInt64(index)
  }

  private static func contents(of source: OpaquePointer) throws(PackageFault) -> [UInt8] {
    var about = zip_stat_t()
    guard zip_source_stat(source, &about) == 0, zip_source_open(source) == 0 else { throw failed }
    defer { zip_source_close(source) }
    let size = Int(about.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, UInt64(size))))
    }
    guard bytes.count == size else { throw failed }
    return bytes
  }

  private static var failed: PackageFault {
    PackageFault(.damaged, "生成文件时内存不足或出错", remedy: "请关闭其他程序后重试")
  }
}

/// 文件包日期: the day that all parts of a container bear, as zip files store it (1980 to 2107).
public struct PackageDate: Hashable, Sendable {
  let day: UInt16
  let time: UInt16 = 0

  /// A day; one that the format cannot hold is moved to the nearest that it can.
  public init(year: Int, month: Int, day: Int) {
    let year = min(max(year, 1980), 2107) - 1980
    self.day = UInt16(year << 9 | min(max(month, 1), 12) << 5 | min(max(day, 1), 31))
  }
}
