@testable import OfficePackage

/// An .xlsx file from the XML of its sheets.
struct WorkbookFixture {
  /// The content of each `worksheet` element; names are 表1, 表2 …
  var sheets: [String]
  var strings: String?
  /// Number formats of the cell styles: built-in ids, or codes of our own.
  var formats: [String] = []
  var workbookProperties = ""
  /// Attributes of each sheet's tab beyond name and id.
  var tabs: [String] = []
  var more = ""
  var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  func bytes() throws -> [UInt8] {
    let writer = try PackageWriter(date: PackageDate(year: 2022, month: 7, day: 1))
    func add(_ part: String, _ xml: String) throws { try writer.add(part, Array(xml.utf8)) }
    let package = "http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(office)\""
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    try add(
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)\"/></Types>"
    )
    try add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\">\(relation("r1", "officeDocument", "xl/workbook.xml"))</Relationships>"
    )
    let relations = sheets.indices.map { relation("s\($0)", "worksheet", "worksheets/\($0).xml") }.joined()
    try add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\">\(relations)\(relation("st", "styles", "styles.xml"))"
        + "\(relation("ss", "sharedStrings", "sharedStrings.xml"))</Relationships>")
    let names = sheets.indices.map { index in
      "<sheet name=\"表\(index + 1)\" sheetId=\"\(index + 1)\" r:id=\"s\(index)\" \(index < tabs.count ? tabs[index] : "")/>"
    }
    try add(
      "xl/workbook.xml",
      "<workbook \(main)><workbookPr \(workbookProperties)/><sheets>\(names.joined())</sheets>\(more)</workbook>"
    )
    for (index, sheet) in sheets.enumerated() {
      try add("xl/worksheets/\(index).xml", "<worksheet \(main)>\(sheet)</worksheet>")
    }
    if let strings { try add("xl/sharedStrings.xml", "<sst \(main)>\(strings)</sst>") }
    if !formats.isEmpty {
      let codes = formats.enumerated().filter { Int($0.element) == nil }
      let own = codes.map { "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\($0.element)\"/>" }
      let styles = formats.enumerated().map { "<xf numFmtId=\"\(Int($0.element) ?? 164 + $0.offset)\"/>" }
      try add(
        "xl/styles.xml",
        "<styleSheet \(main)><numFmts>\(own.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs>\(styles.joined())</cellXfs></styleSheet>")
    }
    return try writer.finish()
  }
}

/// Everything on a sheet, a line a row: `row: reference=value …`.
func dump(_ workbook: WorkbookFile, _ sheet: Int = 0) throws -> [String] {
  let rows = try workbook.rows(of: workbook.sheets[sheet])
  var row = SheetRow()
  var lines: [String] = []
  while try rows.next(into: &row) {
    let cells = row.cells.map { cell in
      let value =
        switch cell.value {
        case .text(let text): rows.texts[text].debugDescription
        case .number(let number): "\(number)"
        case .date(let date, _): "\(date.year)-\(date.month)-\(date.day)+\(date.second)/\(date.shown)"
        case .logical(let value): "\(value)"
        case .error(let error): "!\(rows.texts[error])"
        case .uncalculated: "?"
        }
      return CellReference.columnName(cell.column) + (cell.isFormula ? "==" : "=") + value
    }
    lines.append("\(row.number)\(row.isHidden ? "h" : ""): " + cells.joined(separator: " "))
  }
  return lines
}
