import Foundation
import TestSupport
import Testing

@testable import OfficePackage

@Suite("工作簿")
struct WorkbookTests {
  static func lines(_ fixture: WorkbookFixture) throws -> [String] {
    try dump(try WorkbookFile(try fixture.bytes()))
  }

  static func sheet(_ data: String) -> WorkbookFixture {
    WorkbookFixture(sheets: ["<sheetData>\(data)</sheetData>"])
  }

  @Test func kindsOfValues() throws {
    var fixture = Self.sheet(
      """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>9</v></c>
      <c r="D2" t="inlineStr"><is><r><t>富</t></r><r><t xml:space="preserve"> 文</t></r><rPh><t>fu</t></rPh></is></c>
      <c r="E2"><v>0.30000000000000004</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#REF!</v></c></row>
      <row r="3" hidden="1"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="str"><f>x</f><v>甲</v></c><c r="C3"><f>y</f></c>
      <c r="D3" t="d"><v>2021-09-30T08:30:00</v></c><c r="E3" t="str"><f>z</f><v></v></c></row>
      """)
    fixture.strings =
      "<si><t>甲_x000D__x4E00__x00_&amp;</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh><r><t>丙</t></r></si>"
    #expect(
      try Self.lines(fixture) == [
        "2: A=\"甲\\r一_x00_&\" B=\"乙丙\" C=!#SST! D=\"富 文\" E=0.3 F=true G=!#REF!",
        "3h: A==2 B==\"甲\" C==? D=2021-9-30+30600/dayAndTime E==\"\"",
      ])
  }

  @Test func placesThatAreLeftOut() throws {
    let fixture = Self.sheet(
      "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row r=\"9\"/><row><c><v>4</v></c></row>"
    )
    #expect(try Self.lines(fixture) == ["1: A=1 D=2 E=3", "10: A=4"])
  }

  @Test func datesByFormat() throws {
    let formats = [
      "0", "14", "57", "yyyy&quot;年&quot;m&quot;月&quot;", "[$-804]yyyy\\-mm\\-dd;@", "0.00E+00", "General",
      "[Red]0.00&quot;日&quot;", "h:mm:ss", "yyyy/m/d h:mm", "[h]:mm",
      "e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "yyyy",
      "#,##0", "@", "22",
    ]
    let cells = formats.indices.map { "<c s=\"\($0)\"><v>44469.5</v></c>" }.joined()
    var fixture = Self.sheet("<row>\(cells)</row>")
    fixture.formats = formats
    let values = try Self.lines(fixture)[0].split(separator: " ").dropFirst().map {
      $0.split(separator: "=")[1].split(separator: "/").last.map(String.init) ?? ""
    }
    #expect(
      values == [
        "44469.5", "day", "month", "month", "day", "44469.5", "44469.5", "44469.5", "time", "dayAndTime",
        "time",
        "day", "year", "44469.5", "44469.5", "dayAndTime",
      ])
  }

  @Test(arguments: [
    ("1", false, "1900-1-1"), ("59", false, "1900-2-28"), ("60", false, "1900-2-29"),
    ("61", false, "1900-3-1"),
    ("44469", false, "2021-9-30"), ("43007", true, "2021-9-30"), ("0", true, "1904-1-1"),
    ("2958465", false, "9999-12-31"), ("36525.99999999", false, "2000-1-1"), ("44469.25", false, "2021-9-30"),
  ])
  func serials(serial: String, uses1904: Bool, day: String) throws {
    let number = try #require(SheetNumber(serial))
    let date = SheetDate(serial: number, uses1904: uses1904, shown: .day)
    #expect(date.map { "\($0.year)-\($0.month)-\($0.day)" } == day)
  }

  @Test func serialsThatAreNoDates() throws {
    for text in ["-1", "0", "2958466", "1E300", "1E-300"] {
      let number = try #require(SheetNumber(text))
      #expect(SheetDate(serial: number, uses1904: false, shown: .day) == nil, "\(text)")
    }
  }

  /// Against the calendar of Foundation, day by day through leap years and centuries.
  @Test func everyDayAgreesWithTheCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for day in stride(from: 61, through: 2_958_465, by: 997) {
      let date = try #require(
        SheetNumber("\(day)").flatMap { SheetDate(serial: $0, uses1904: false, shown: .day) })
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day - 25_569) * 86_400))
      #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
    }
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("25808", "25808"), ("53634.45", "53634.45"), ("1.5E-3", "0.0015"),
    ("1E3", "1000"), ("0.1", "0.1"), ("123456789012345678", "123456789012346000"),
    ("80.450000000000003", "80.45"), ("29.409999999999997", "29.41"), ("-12.50", "-12.5"), ("1e+2", "100"),
  ])
  func numbersAsExcelShowsThem(text: String, shown: String) throws {
    let number = try #require(SheetNumber(text))
    #expect(number.description == shown)
    #expect(number.decimal == Decimal(string: shown))
  }

  @Test func textsThatAreNoNumbers() {
    for text in ["", "-", ".", "1.2.3", "12a", "1E", "1E99999", "0x10", "１"] {
      #expect(SheetNumber(text) == nil, "\(text)")
    }
    #expect(SheetNumber("1E3")?.integer == 1000)
    #expect(SheetNumber("0.5")?.integer == nil)
  }

  @Test func sheetsNamesMergesAndHiddenThings() throws {
    let fixture = WorkbookFixture(
      sheets: [
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\"/></cols><sheetData><row><c><v>1</v></c></row></sheetData>"
          + "<mergeCells><mergeCell ref=\"A3:A9\"/><mergeCell ref=\"C2:B1\"/></mergeCells>",
        "<sheetData/>",
      ], workbookProperties: "date1904=\"1\"", tabs: ["", "state=\"veryHidden\""],
      more: "<definedNames><definedName name=\"_form\" hidden=\"1\">表1!$A$1</definedName></definedNames>")
    let workbook = try WorkbookFile(try fixture.bytes())
    #expect(workbook.sheets.map(\.name) == ["表1", "表2"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    #expect(workbook.uses1904)
    #expect(workbook.definedNames.map(\.text) == ["表1!$A$1"])
    let rows = try workbook.rows(of: workbook.sheets[0])
    var row = SheetRow()
    while try rows.next(into: &row) {}
    #expect(rows.hiddenColumns == [2...3])
    #expect(rows.merges == [CellRange("A3:A9"), CellRange("B1:C2")])
  }

  @Test func references() {
    #expect(CellReference.parse("AA10").map { [$0.row, $0.column] } == [10, 27])
    #expect(CellReference.parse("$C$7").map { [$0.row, $0.column] } == [7, 3])
    for name in [
      "", "A", "7", "A0", "7A", "XFE1", "A1048577", "ZZZZZZZZZZZZ1", "A99999999999999999999", "甲1",
    ] {
      #expect(CellReference.parse(name) == nil, "\(name)")
    }
    for column in [1, 26, 27, 52, 703, 16_384] {
      #expect(CellReference.parse(CellReference.name(row: 1, column: column))?.column == column)
    }
  }

  @Test(arguments: [
    "<row r=\"0\"><c><v>1</v></c></row>", "<row r=\"1048577\"/>", "<row r=\"x\"/>",
    "<row><c r=\"1A\"><v>1</v></c></row>",
    "<row><c r=\"XFD1\"><v>1</v></c><c><v>1</v></c></row>", "<row><c><v>1</v></row>",
  ])
  func impossiblePlacesAreDamage(data: String) {
    #expect(throws: PackageFault.self) { try Self.lines(Self.sheet(data)) }
  }

  @Test func otherPackagesAreNamed() throws {
    var fixture = Self.sheet("")
    fixture.type = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    #expect(throws: PackageFault.self) { try WorkbookFile(try fixture.bytes()) }
    fixture.type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    #expect(throws: PackageFault.self) { try WorkbookFile(try fixture.bytes()) }
    fixture.type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    #expect(try WorkbookFile(try fixture.bytes()).hasMacros)
  }

  @Test func emptyFormattedRowsArePassedOver() throws {
    var data = ""
    for row in 1...200_000 {
      data += "<row r=\"\(row)\"><c r=\"A\(row)\" s=\"1\"/><c r=\"B\(row)\" s=\"1\"/></row>"
    }
    #expect(try Self.lines(Self.sheet(data + "<row><c><v>1</v></c></row>")) == ["200001: A=1"])
  }

  @Test func damagedWorkbooksNeverCrash() throws {
    var fixture = Self.sheet(
      "<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"0\"><v>0</v></c><c r=\"B1\" s=\"0\"><v>44469</v></c></row>")
    fixture.strings = "<si><t>甲</t></si>"
    fixture.formats = ["14"]
    let whole = try fixture.bytes()
    for length in stride(from: 1, to: whole.count, by: 5) {
      #expect(throws: PackageFault.self) { try dump(WorkbookFile(Array(whole.prefix(length)))) }
    }
    var random = SeededGenerator(seed: 6)
    for _ in 0..<1500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? dump(WorkbookFile(bytes))
    }
    // The same inside the sheet, where the checksum does not stop it first.
    let sheet = Array(fixture.sheets[0].utf8)
    for _ in 0..<1500 {
      var bytes = sheet
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
      fixture.sheets = [String(decoding: bytes, as: UTF8.self)]
      _ = try? Self.lines(fixture)
    }
  }
}
