import OfficePackage

/// A .docx file from the XML of its body, as small as the reader allows.
struct WordFixture {
  var body: String
  var styles: String?
  var numbering: String?
  var namespaces = ""

  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Paragraphs of plain text.
  static func paragraphs(_ texts: String...) -> String { texts.map { "<w:p>\(run($0))</w:p>" }.joined() }

  static func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

  func bytes() throws -> [UInt8] {
    let writer = try PackageWriter(date: PackageDate(year: 2022, month: 7, day: 1))
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(Self.relationships)/\(type)\" Target=\"\(target)\"/>"
    }
    func add(_ part: String, _ xml: String) throws { try writer.add(part, Array(xml.utf8)) }
    let package = "http://schemas.openxmlformats.org/package/2006"
    try add(
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\"><Override PartName=\"/word/document.xml\" ContentType="
        + "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
    try add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\">\(relation("r1", "officeDocument", "word/document.xml"))</Relationships>"
    )
    try add(
      "word/_rels/document.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\">\(relation("s", "styles", "styles.xml"))"
        + "\(relation("n", "numbering", "numbering.xml"))</Relationships>")
    let open = "xmlns:w=\"\(Self.word)\" \(namespaces)"
    try add("word/document.xml", "<w:document \(open)><w:body>\(body)</w:body></w:document>")
    if let styles { try add("word/styles.xml", "<w:styles \(open)>\(styles)</w:styles>") }
    if let numbering { try add("word/numbering.xml", "<w:numbering \(open)>\(numbering)</w:numbering>") }
    return try writer.finish()
  }
}
