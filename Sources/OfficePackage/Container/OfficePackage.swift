internal import CZip

/// 办公文件包: an Office file (.docx, .xlsx) as the zip container that it is, read within limits.
///
/// Owns the C object, which is not for several threads; so this is not `Sendable`. Parts are found by name or,
/// better, by their relationship, because the names are the producer's choice.
///
/// ```swift
/// let package = try OfficePackage(bytes)
/// let main = try package.mainPart()
/// let reader = try XMLPullReader<WordName>(package.stream(main.name))
/// ```
public final class OfficePackage {
  /// The limits that hold for this package.
  public let limits: PackageLimits
  /// The names of the parts in the order of the container, without folders.
  public let partNames: [String]

  let archive: OpaquePointer
  private let storage: UnsafeMutableRawBufferPointer
  private let indices: [String: Int]
  private var contentTypes: ContentTypes?
  /// How many bytes may still be unpacked.
  var budget: Int

  /// Opens a container.
  /// - Throws: what it is instead, or what is wrong with it; never a bare "not a zip file".
  public init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageFault) {
    if let refusal = FileSignature(of: bytes).refusal(of: bytes) { throw refusal }
    guard bytes.count <= limits.packedBytes else {
      throw .tooLarge("文件有 \(bytes.count >> 20) MB，超过 \(limits.packedBytes >> 20) MB 的上限")
    }
    guard let directory = ZipDirectory(bytes) else { throw .damaged("文件不完整（缺少结尾部分），可能没有传完") }
    let claimed = directory.claimed
    guard claimed.entries <= limits.entries, claimed.bytes <= limits.directoryBytes else {
      throw .tooLarge("压缩包里的文件超过 \(limits.entries) 个，不像是正常的 Office 文件")
    }

    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    guard let archive = Self.open(copy) else {
      copy.deallocate()
      throw .damaged("文件的目录已损坏")
    }
    do throws(PackageFault) {
      let listing = try Self.list(archive, limits)
      partNames = listing.names
      indices = listing.indices
    } catch {
      zip_discard(archive)
      copy.deallocate()
      throw error
    }
    self.archive = archive
    storage = copy
    self.limits = limits
    budget = limits.unpackedBytes
  }

  deinit {
    zip_discard(archive)
    storage.deallocate()
  }

  /// Whether a part is there; names are compared without regard to case, as the format prescribes.
  public func contains(_ part: String) -> Bool { indices[part.asciiLowercased] != nil }

  /// Opens a part for reading from its start.
  public func stream(_ part: String) throws(PackageFault) -> PartStream {
    guard let index = indices[part.asciiLowercased] else {
      throw PackageFault(
        .missingPart, "文件里缺少必要的部分（\(part)）", remedy: "请用 WPS 或 Office 打开后另存一份再试", part: part)
    }
    return try PartStream(self, index: index, part: part)
  }

  /// A whole part in memory.
  public func bytes(of part: String) throws(PackageFault) -> [UInt8] {
    let stream = try stream(part)
    var whole: [UInt8] = []
    try stream.forEachChunk { whole.append(contentsOf: $0) }
    return whole
  }

  /// The kind of a part's content as `[Content_Types].xml` gives it, or nil.
  public func contentType(of part: String) throws(PackageFault) -> String? {
    if contentTypes == nil { contentTypes = try ContentTypes(self) }
    return contentTypes?[part]
  }

  func index(of part: String) -> Int? { indices[part.asciiLowercased] }

  private static func open(_ bytes: UnsafeMutableRawBufferPointer) -> OpaquePointer? {
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil) else {
      return nil
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      return nil
    }
    return archive
  }

  private static func list(_ archive: OpaquePointer, _ limits: PackageLimits) throws(PackageFault) -> (
    names: [String], indices: [String: Int]
  ) {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else {
      throw .tooLarge("压缩包里的文件超过 \(limits.entries) 个，不像是正常的 Office 文件")
    }
    var names: [String] = []
    var indices: [String: Int] = [:]
    for index in 0..<count {
      guard let cName = zip_get_name(archive, UInt64(index), 0) else { throw .damaged("文件的目录已损坏") }
      let raw = String(cString: cName)
      guard let name = PartName.normalised(raw) else {
        throw PackageFault(
          .unsafeNames, "压缩包里有指向包外的文件名（\(raw.prefix(60))）", remedy: "文件来源可疑，请不要使用；请向发送者要原文件")
      }
      guard !name.hasSuffix("/") else { continue }
      guard indices.updateValue(index, forKey: name.asciiLowercased) == nil else {
        throw PackageFault(
          .unsafeNames, "压缩包里有重名的文件（\(name.prefix(60))）", remedy: "请用 WPS 或 Office 打开后另存一份再试")
      }
      names.append(name)
    }
    return (names, indices)
  }
}
