/// Excel 元素: the names of SpreadsheetML that carry values and layout (ISO/IEC 29500-1, 18).
enum SheetXMLName: String, XMLName {
  // A sheet
  case row = "s:row"
  case cell = "s:c"
  case value = "s:v"
  case formula = "s:f"
  case inline = "s:is"
  case column = "s:col"
  case merge = "s:mergeCell"
  // Strings
  case item = "s:si"
  case text = "s:t"
  case phonetic = "s:rPh"
  // The workbook
  case workbookProperties = "s:workbookPr"
  case sheet = "s:sheet"
  case definedName = "s:definedName"
  // Styles
  case formats = "s:numFmts"
  case format = "s:numFmt"
  case cellFormats = "s:cellXfs"
  case cellFormat = "s:xf"
  // Attributes
  case reference = "r"
  case style = "s"
  case type = "t"
  case range = "ref"
  case hidden = "hidden"
  case least = "min"
  case most = "max"
  case name = "name"
  case state = "state"
  case id = "r:id"
  case date1904 = "date1904"
  case localSheet = "localSheetId"
  case formatID = "numFmtId"
  case formatCode = "formatCode"

  static let namespaces = [
    "s": [
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ],
    "r": [
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ],
  ]
}

typealias SheetXML = XMLPullReader<SheetXMLName>
