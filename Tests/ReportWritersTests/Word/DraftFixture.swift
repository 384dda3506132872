import Foundation
import OfficePackage
import TestSupport

/// Drafts as word processors leave them, made of raw WordprocessingML.
enum DraftFixture {
  static let head = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml">
    """

  /// A draft with this body; with comments if their elements are given.
  static func draft(_ body: String, comments: String? = nil) throws -> [UInt8] {
    try package("\(head)<w:body>\(body)<w:sectPr/></w:body></w:document>", comments: comments)
  }

  /// A draft with this main part.
  static func package(_ document: String, comments: String? = nil) throws -> [UInt8] {
    let writer = try PackageWriter(date: PackageDate(year: 2022, month: 1, day: 1))
    let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    func add(_ part: String, _ text: String) throws { try writer.add(part, Array(text.utf8)) }
    try add(
      "[Content_Types].xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="bin" ContentType="application/octet-stream"/>\
      <Override PartName="/word/document.xml" ContentType="\(types).document.main+xml"/>\
      \(comments == nil ? "" : "<Override PartName=\"/word/comments.xml\" ContentType=\"\(types).comments+xml\"/>")\
      </Types>
      """)
    try add(
      "_rels/.rels",
      """
      <Relationships xmlns="\(relations)"><Relationship Id="rId1" Type="\(relation)/officeDocument" \
      Target="word/document.xml"/></Relationships>
      """)
    if let comments {
      try add(
        "word/_rels/document.xml.rels",
        """
        <Relationships xmlns="\(relations)"><Relationship Id="rId1" Type="\(relation)/comments" \
        Target="comments.xml"/></Relationships>
        """)
      try add(
        "word/comments.xml",
        """
        <w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\(comments)</w:comments>
        """)
    }
    try add("word/document.xml", document)
    try writer.add("word/media/picture.bin", (0..<999).map { UInt8(truncatingIfNeeded: $0 * $0) })
    return try writer.finish()
  }

  /// A paragraph of runs.
  static func paragraph(_ runs: String...) -> String { "<w:p>\(runs.joined())</w:p>" }

  static func run(_ text: String, _ properties: String = "") -> String {
    let space = text.hasPrefix(" ") || text.hasSuffix(" ") ? " xml:space=\"preserve\"" : ""
    return "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t\(space)>\(text)</w:t></w:r>"
  }
}
