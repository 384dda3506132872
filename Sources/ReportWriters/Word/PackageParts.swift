import OfficePackage
import ReportModel

/// The parts of the package beside document, styles and footers.
enum PackageParts {
  private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let officeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// `[Content_Types].xml`.
  static func contentTypes() throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start("Types", ["xmlns": WordNamespace.contentTypes])
    try xml.empty(
      "Default",
      ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
    try xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
    var overrides = [
      ("/word/document.xml", "\(wordType).document.main+xml"), ("/word/styles.xml", "\(wordType).styles+xml"),
      ("/word/settings.xml", "\(wordType).settings+xml"),
      ("/word/fontTable.xml", "\(wordType).fontTable+xml"),
    ]
    overrides += SectionPart.Footer.all.map { ("/word/\($0.part)", "\(wordType).footer+xml") }
    overrides += [
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    for (part, type) in overrides { try xml.empty("Override", ["PartName": part, "ContentType": type]) }
    return xml.finish()
  }

  /// `_rels/.rels`.
  static func packageRelationships() throws(ForbiddenCharacter) -> [UInt8] {
    try relationships([
      ("rId1", "\(officeType)/officeDocument", "word/document.xml"),
      (
        "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"
      ), ("rId3", "\(officeType)/extended-properties", "docProps/app.xml"),
    ])
  }

  /// `word/_rels/document.xml.rels`.
  static func documentRelationships() throws(ForbiddenCharacter) -> [UInt8] {
    try relationships(
      [
        ("rId1", "\(officeType)/styles", "styles.xml"), ("rId2", "\(officeType)/settings", "settings.xml"),
        ("rId3", "\(officeType)/fontTable", "fontTable.xml"),
      ] + SectionPart.Footer.all.map { ($0.relationship, "\(officeType)/footer", $0.part) })
  }

  private static func relationships(_ list: [(String, String, String)]) throws(ForbiddenCharacter) -> [UInt8]
  {
    var xml = XMLWriter()
    try xml.start("Relationships", ["xmlns": WordNamespace.packageRelationships])
    for (id, type, target) in list {
      try xml.empty("Relationship", ["Id": id, "Type": type, "Target": target])
    }
    return xml.finish()
  }

  /// `word/settings.xml`: footers of odd and even pages, marks at their full width, the layout of Word 2013 on.
  static func settings() throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start("w:settings", ["xmlns:w": WordNamespace.main])
    try xml.empty("w:zoom", ["w:percent": "100"])
    try xml.empty("w:defaultTabStop", ["w:val": String(2 * WordParagraph.character)])
    try xml.empty("w:evenAndOddHeaders")
    try xml.empty("w:characterSpacingControl", ["w:val": "doNotCompress"])
    try xml.start("w:compat")
    try xml.empty(
      "w:compatSetting",
      [
        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15",
      ])
    xml.end()
    try xml.empty("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
    return xml.finish()
  }

  /// `docProps/core.xml`; the dates are the report's, never the clock's.
  static func core(_ report: Report, title: String) throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start(
      "cp:coreProperties",
      [
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      ])
    let office = report.reportingUnit ?? ""
    let date = "\((report.issueDate ?? PartialDate(year: report.year))?.dayText ?? "")T12:00:00Z"
    for (name, text) in [
      ("dc:title", title), ("dc:subject", "\(report.year)年全面深化改革工作"), ("dc:creator", office),
      ("cp:keywords", "改革任务,制度性成果,\(report.year)"), ("cp:lastModifiedBy", office),
    ] {
      try xml.start(name)
      try xml.text(text)
      xml.end()
    }
    for name in ["dcterms:created", "dcterms:modified"] {
      try xml.start(name, ["xsi:type": "dcterms:W3CDTF"])
      try xml.text(date)
      xml.end()
    }
    return xml.finish()
  }

  /// `docProps/app.xml`.
  static func application(_ report: Report) throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start(
      "Properties",
      ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"])
    for (name, text) in [("Company", report.place.fullName), ("Application", "reform-report")] {
      try xml.start(name)
      try xml.text(text)
      xml.end()
    }
    return xml.finish()
  }
}

extension PartialDate {
  /// The day as file formats write it; the first one of what is known, or the year's last where only the year is.
  var dayText: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard let month else { return "\(year)-12-31" }
    return "\(year)-\(two(month))-\(two(day ?? 1))"
  }
}
