/// 关系: how one part of a package refers to another.
public struct Relationship: Hashable, Sendable {
  /// The id by which the referring part names it, such as `rId3`.
  public var id: String
  /// The last word of its type: `officeDocument`, `styles`, `worksheet`; the same in both editions of the
  /// standard.
  public var type: String
  /// The part it points at; nil where it points out of the package.
  public var part: String?
  /// The target as it is written.
  public var target: String
}

extension OfficePackage {
  /// The relationships of a part, in their order; of the package itself for "". None where none are stored.
  public func relationships(of part: String = "") throws(PackageFault) -> [Relationship] {
    let name = PartName.relationships(of: part)
    guard contains(name) else { return [] }
    let reader = XMLPullReader<RelationshipName>(try stream(name))
    var found: [Relationship] = []
    while let event = try reader.next() {
      guard case .start(.relationship) = event, let id = reader[.id], let type = reader[.type],
        let target = reader[.target]
      else { continue }
      let external = reader[.targetMode] == "External"
      found.append(
        Relationship(
          id: id, type: String(type.split(separator: "/").last ?? ""),
          part: external ? nil : PartName.resolve(target, from: part), target: target))
    }
    return found
  }

  /// The document or workbook itself, wherever the producer put it.
  /// - Throws: what kind of file it is instead (OpenDocument, OFD), or that the main part is missing.
  public func mainPart() throws(PackageFault) -> String {
    for relationship in try relationships() where relationship.type == "officeDocument" {
      if let part = relationship.part, contains(part) { return part }
    }
    if contains("OFD.xml") {
      throw PackageFault(.foreign, "这是 OFD 版式文件", remedy: "请用排版前的 Word 文档；只有 OFD 的，请转成 .docx 或 .txt 后再用")
    }
    if contains("content.xml") {
      throw PackageFault(
        .foreign, "这是 OpenDocument 文件（.odt 或 .ods）", remedy: "请用 WPS 或 LibreOffice 打开，另存为 .docx 或 .xlsx")
    }
    throw PackageFault(
      .missingPart, "压缩包里没有文档正文，不是 Word 或 Excel 文件", remedy: "请确认选对了文件；是普通压缩包的，请先解压")
  }
}

/// 内容类型: what kind each part is, by its name or by its extension.
struct ContentTypes {
  private var byName: [String: String] = [:]
  private var byExtension: [String: String] = [:]

  init(_ package: OfficePackage) throws(PackageFault) {
    let reader = XMLPullReader<ContentTypeName>(try package.stream("[Content_Types].xml"))
    while let event = try reader.next() {
      guard let type = reader[.contentType] else { continue }
      switch event {
      case .start(.override):
        if let name = reader[.partName] { byName[String(name.drop { $0 == "/" }).asciiLowercased] = type }
      case .start(.standard):
        if let ending = reader[.ending] { byExtension[ending.asciiLowercased] = type }
      default: break
      }
    }
  }

  subscript(part: String) -> String? {
    byName[part.asciiLowercased]
      ?? part.lastIndex(of: ".").flatMap {
        byExtension[String(part[part.index(after: $0)...]).asciiLowercased]
      }
  }
}

private enum RelationshipName: String, XMLName {
  case relationship = "r:Relationship"
  case id = "Id"
  case type = "Type"
  case target = "Target"
  case targetMode = "TargetMode"

  static let namespaces = [
    "r": ["http://schemas.openxmlformats.org/package/2006/relationships"]
  ]
}

private enum ContentTypeName: String, XMLName {
  case override = "ct:Override"
  case standard = "ct:Default"
  case partName = "PartName"
  case ending = "Extension"
  case contentType = "ContentType"

  static let namespaces = [
    "ct": ["http://schemas.openxmlformats.org/package/2006/content-types"]
  ]
}
