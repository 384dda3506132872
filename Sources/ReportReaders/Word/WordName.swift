import OfficePackage

/// Word 元素: the names of WordprocessingML that carry text, structure or what is left out (ISO/IEC 29500-1).
enum WordName: String, XMLName {
  // Blocks
  case paragraph = "w:p"
  case paragraphProperties = "w:pPr"
  case table = "w:tbl"
  case row = "w:tr"
  case cell = "w:tc"
  case gridSpan = "w:gridSpan"
  case gridBefore = "w:gridBefore"
  case verticalMerge = "w:vMerge"
  case horizontalMerge = "w:hMerge"
  case rowProperties = "w:trPr"
  case textBox = "w:txbxContent"
  // Paragraph and run properties
  case paragraphStyle = "w:pStyle"
  case numberProperties = "w:numPr"
  case numberID = "w:numId"
  case level = "w:ilvl"
  case outlineLevel = "w:outlineLvl"
  case runProperties = "w:rPr"
  case hidden = "w:vanish"
  case tabStops = "w:tabs"
  // Runs
  case run = "w:r"
  case text = "w:t"
  case tab = "w:tab"
  case positionedTab = "w:ptab"
  case lineBreak = "w:br"
  case carriageReturn = "w:cr"
  case hyphen = "w:noBreakHyphen"
  case symbol = "w:sym"
  case field = "w:fldChar"
  case instruction = "w:instrText"
  case rubyText = "w:rt"
  // Tracked changes
  case inserted = "w:ins"
  case deleted = "w:del"
  case movedFrom = "w:moveFrom"
  case paragraphChange = "w:pPrChange"
  case runChange = "w:rPrChange"
  case tableChange = "w:tblPrChange"
  case rowChange = "w:trPrChange"
  case cellChange = "w:tcPrChange"
  case numberingChange = "w:numberingChange"
  // Passed over, but said
  case footnoteReference = "w:footnoteReference"
  case endnoteReference = "w:endnoteReference"
  case commentReference = "w:commentReference"
  case headerReference = "w:headerReference"
  case footerReference = "w:footerReference"
  case drawing = "w:drawing"
  case picture = "w:pict"
  case embedded = "w:object"
  case imported = "w:altChunk"
  case formula = "m:oMath"
  case alternate = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"
  // styles.xml and numbering.xml
  case style = "w:style"
  case name = "w:name"
  case basedOn = "w:basedOn"
  case number = "w:num"
  case abstractID = "w:abstractNumId"
  case abstractNumber = "w:abstractNum"
  case levelDefinition = "w:lvl"
  case levelOverride = "w:lvlOverride"
  case startOverride = "w:startOverride"
  case start = "w:start"
  case format = "w:numFmt"
  case levelText = "w:lvlText"
  case levelRestart = "w:lvlRestart"
  case legal = "w:isLgl"
  case styleLink = "w:styleLink"
  case numberStyleLink = "w:numStyleLink"
  // Attributes
  case value = "w:val"
  case type = "w:type"
  case standard = "w:default"
  case styleID = "w:styleId"
  case character = "w:char"
  case fieldType = "w:fldCharType"

  static let namespaces = [
    "w": [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ],
    "m": [
      "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math",
    ],
    "mc": ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ]
}

typealias WordXML = XMLPullReader<WordName>

extension XMLPullReader where Name == WordName {
  /// The `w:val` of the element that begins here as a whole number.
  var number: Int? { self[.value].flatMap { Int($0) } }

  /// Whether a switch such as `w:vanish` is on: it is unless its value says no.
  var isOn: Bool {
    switch self[.value] {
    case "0", "false", "off": false
    default: true
    }
  }
}
