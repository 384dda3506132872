/// 文件类型: what a file is by its first bytes, whatever its name says.
public enum FileSignature: Hashable, Sendable {
  /// A zip container: .docx, .xlsx and others.
  case zip
  /// The container of Word and Excel 97–2003 and of encrypted files (`D0CF11E0`).
  case compound
  /// A PDF file.
  case pdf
  /// A picture; its kind in Chinese or as a format name.
  case picture(String)
  /// Rich text (.rtf).
  case richText
  /// A web page, often saved as .doc or .xls.
  case webPage
  /// A whole Word document in one XML file.
  case flatXML
  /// An archive of another kind; its name.
  case archive(String)
  /// Nothing known: perhaps text.
  case unknown

  /// Looks at the first bytes.
  public init(of bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(512))
    if let known = Self.marks.first(where: { head.starts(with: $0.bytes) }) {
      self = known.signature
      return
    }
    // Text may begin with a mark and blanks.
    var text = head[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "<") else {
      self = .unknown
      return
    }
    let lower = String(decoding: text.prefix(256), as: UTF8.self).lowercased()
    if lower.hasPrefix("<html") || lower.hasPrefix("<!doctype html") {
      self = .webPage
    } else if lower.hasPrefix("<?xml") && (lower.contains("mso-application") || lower.contains("pkg:package"))
    {
      self = .flatXML
    } else {
      self = .unknown
    }
  }

  /// Why a file with this signature is not read as an Office file; nil for a zip container.
  public func refusal(of bytes: [UInt8]) -> PackageFault? {
    switch self {
    case .zip: nil
    case .compound: Self.compoundRefusal(bytes)
    case .pdf:
      PackageFault(
        .foreign, "这是 PDF 文件（扩展名可能被改过）", remedy: "请用排版前的 Word 文档；只有 PDF 的，请转成 .docx 或 .txt 后再用")
    case .picture(let kind):
      PackageFault(.foreign, "这是图片文件（\(kind)）", remedy: "请先识别成文字，存为 .docx 或 .txt 后再用")
    case .richText:
      PackageFault(.foreign, "这是 RTF 文件", remedy: "请用 WPS 或 Word 打开，另存为 .docx")
    case .webPage:
      PackageFault(.foreign, "这是网页文件（扩展名可能被改过）", remedy: "请用 WPS 打开，另存为 .docx 或 .xlsx")
    case .flatXML:
      PackageFault(.foreign, "这是单个 XML 形式的 Office 文件", remedy: "请用 WPS 或 Office 打开，另存为 .docx 或 .xlsx")
    case .archive(let kind):
      PackageFault(.foreign, "这是 \(kind) 压缩包", remedy: "请先解压，再给出其中的文件")
    case .unknown:
      PackageFault(.foreign, "这不是 Office 文件（扩展名可能被改过，或文件已损坏）", remedy: "请确认选对了文件，或用 WPS 打开后另存")
    }
  }

  /// The streams of a compound file are named in UTF-16, and tell what it holds.
  private static func compoundRefusal(_ bytes: [UInt8]) -> PackageFault {
    func names(_ stream: String) -> Bool {
      let name = stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      return bytes.holds(name)
    }
    if names("EncryptedPackage") {
      return PackageFault(
        .encrypted, "文件设有打开密码", remedy: "请用 WPS 或 Office 打开，取消密码后另存")
    }
    if names("WordDocument") {
      return PackageFault(
        .oldFormat, "这是旧版 Word 文件（.doc 或 .wps）", remedy: "请用 WPS 或 Word 打开，另存为 .docx")
    }
    if names("Workbook") || names("Book") {
      return PackageFault(
        .oldFormat, "这是旧版 Excel 文件（.xls 或 .et）", remedy: "请用 WPS 或 Excel 打开，另存为 .xlsx")
    }
    return PackageFault(
      .oldFormat, "这是旧版或加密的 Office 文件", remedy: "请用 WPS 或 Office 打开，另存为 .docx 或 .xlsx（不设密码）")
  }

  private static let marks: [(bytes: [UInt8], signature: FileSignature)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0], .compound),
    (Array("%PDF".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47], .picture("PNG")),
    ([0xFF, 0xD8, 0xFF], .picture("JPEG")),
    (Array("GIF8".utf8), .picture("GIF")),
    (Array("II*\0".utf8), .picture("TIFF")),
    (Array("MM\0*".utf8), .picture("TIFF")),
    (Array("{\\rtf".utf8), .richText),
    (Array("Rar!".utf8), .archive("RAR")),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive("7z")),
    ([0x1F, 0x8B], .archive("gzip")),
  ]
}

extension [UInt8] {
  /// Whether the bytes hold others somewhere.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, other.count <= count else { return false }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first), found + other.count <= endIndex {
      if self[found..<(found + other.count)].elementsEqual(other) { return true }
      start = found + 1
    }
    return false
  }
}
