import Foundation
import Spreadsheet
import TestSupport
import Testing

let properties = DocumentProperties(title: "附件", author: "改革办", created: 1_656_633_600)

func write(
  _ file: URL, mode: Workbook.Mode = .inMemory, _ build: (Workbook) throws -> Void
) throws {
  try Workbook.write(to: file.path(percentEncoded: false), mode: mode, properties: properties, build)
}

/// A workbook written and read back by openpyxl.
func dump(mode: Workbook.Mode = .inMemory, _ build: (Workbook) throws -> Void) throws -> WorkbookDump {
  try Workplace.withTemporaryFolder { folder in
    let file = folder.appending(path: "表.xlsx")
    try write(file, mode: mode, build)
    return try WorkbookDump(reading: file)
  }
}

@Suite("Cells, read back by openpyxl", .enabled(if: ExternalTool.hasOpenpyxl, "openpyxl is not installed"))
struct SheetTests {
  @Test(
    "Text comes back as the text it was, in both modes",
    arguments: [Workbook.Mode.inMemory, .streamed])
  func texts(mode: Workbook.Mode) throws {
    let texts = [
      "建立机制", "=1+1", "+86 551", "-3", "@所有人", "'引号", "<a & \"b\">", "两行\n文字", " 前后空格 ", "𠮷野家😀", "007",
      "https://example.org", "a\tb", String(repeating: "长", count: 20_000), "_x", "第_xyz_号",
    ]
    let book = try dump(mode: mode) { workbook in
      let sheet = try workbook.addSheet("甲")
      let style = workbook.prepare(CellStyle())
      for (row, text) in texts.enumerated() { try sheet.write(text, row: row, column: 1, style: style) }
    }
    for (row, text) in texts.enumerated() {
      #expect(book.sheets[0].cells["B\(row + 1)"] == text)
      #expect(book.sheets[0].types["B\(row + 1)"] == "s")
    }
  }

  @Test("Line ends of Windows and of old Macs become LF")
  func lineEnds() throws {
    let book = try dump { workbook in
      try workbook.addSheet("甲").write(
        "一\r\n二\r三\r", row: 0, column: 0, style: workbook.prepare(CellStyle()))
    }
    #expect(book.sheets[0].cells["A1"] == "一\n二\n三\n")
  }

  @Test("Text that Excel would take for a character code is written so that it stays text")
  func codes() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "码.xlsx")
      try write(file) { workbook in
        try workbook.addSheet("甲").write(
          "文号_x0041_号", row: 0, column: 0, style: workbook.prepare(CellStyle()))
      }
      let strings = try ExternalTool.run([
        "unzip", "-p", file.path(percentEncoded: false), "xl/sharedStrings.xml",
      ])
      #expect(String(decoding: strings.output, as: UTF8.self).contains("<t>文号_x005F_x0041_号</t>"))
    }
  }

  @Test("Numbers, formulas with their values, blanks and merges")
  func otherCells() throws {
    let sheet = try dump { workbook in
      let sheet = try workbook.addSheet("乙")
      let style = workbook.prepare(CellStyle())
      let filled = workbook.prepare(CellStyle().with { $0.fill = Color(0xFFF2CC) })
      try sheet.write(44, row: 0, column: 0, style: style)
      try sheet.write(0.5, row: 0, column: 1, style: style)
      try sheet.write(formula: "SUM(A1:A1)", value: .number(44), row: 1, column: 0, style: style)
      try sheet.write(formula: "=\"共\"&A1&\"项\"", value: .text("共44项"), row: 1, column: 1, style: style)
      try sheet.merge(rows: 3...5, columns: 0...0, style: filled)
      try sheet.write("经济体制改革", row: 3, column: 0, style: filled)
      try sheet.merge(rows: 6...6, columns: 0...0, style: filled)
    }.sheets[0]
    #expect(sheet.cells["A1"] == "44")
    #expect(sheet.cells["B1"] == "0.5")
    #expect(sheet.cells["A2"] == "=SUM(A1:A1)")
    #expect(sheet.values["A2"] == "44")
    #expect(sheet.values["B2"] == "共44项")
    #expect(sheet.merged == ["A4:A6"])
    #expect(sheet.cells["A4"] == "经济体制改革")
    #expect(sheet.fills["A4"] == "FFFFF2CC")
    #expect(sheet.fills["A7"] == "FFFFF2CC")
  }

  @Test("Page set-up, widths, heights, panes, print area, hidden columns and sheets")
  func page() throws {
    let book = try dump { workbook in
      let sheet = try workbook.addSheet("附件2")
      let style = workbook.prepare(CellStyle())
      for row in 0..<40 { try sheet.write("行\(row)", row: row, column: 0, style: style) }
      var page = Sheet.PageSetup(margins: .init(left: 15, right: 15, top: 18, bottom: 18))
      page.footer = "&C第 &P 页 共 &N 页"
      page.repeatedRows = 1...2
      page.pageBreaks = [10, 20]
      page.scale = 90
      try sheet.setPage(page)
      try sheet.setHeight(ofRow: 3, 58.5)
      try sheet.setWidth(ofColumn: 0, 20)
      try sheet.setWidth(ofColumn: 1, 8, hidden: true)
      try sheet.freeze(row: 3, column: 1)
      try sheet.setPrintArea(rows: 0...39, columns: 0...4)
      let hidden = try workbook.addSheet("字典")
      hidden.hide()
      try workbook.define("状态", as: CellRange(sheet: "字典", rows: 0...4, columns: 0...0))
    }
    let sheet = book.sheets[0]
    #expect(sheet.orientation == "landscape")
    #expect(sheet.paper == "9")
    #expect(sheet.footer == "第 &P 页 共 &N 页")
    #expect(sheet.repeatedRows == "$2:$3")
    #expect(sheet.breaks == [10, 20])
    #expect(sheet.heights["4"] == 58.5)
    #expect(abs((sheet.widths["A"] ?? 0) - 20.71) < 0.01)
    #expect(sheet.hiddenColumns == ["B"])
    #expect(sheet.freeze == "B4")
    #expect(sheet.printArea?.contains("$A$1:$E$40") == true)
    #expect(book["字典"]?.state == "hidden")
    #expect(book.names == ["状态"])
    #expect(book.title == "附件")
    #expect(book.author == "改革办")
    #expect(book.created == "2022-07-01T00:00:00")
  }

  @Test("Forms: choices, dates, hints, comments, protection")
  func form() throws {
    let sheet = try dump { workbook in
      let sheet = try workbook.addSheet("填报")
      let open = workbook.prepare(CellStyle().with { $0.locked = false })
      try sheet.writeBlank(row: 1, column: 0, style: open)
      let choices = CellRange(sheet: "字 典", rows: 0...4, columns: 0...0)
      try sheet.validate(
        rows: 1...9, columns: 0...0,
        DataValidation(.choice(choices), hintTitle: "状态", hint: "请从列表中选择", refusal: "请从列表中选择"))
      try sheet.validate(rows: 1...9, columns: 1...1, DataValidation(.date(44_197...44_561)))
      try sheet.validate(rows: 1...9, columns: 2...2, DataValidation(.textLength(200), isStrict: false))
      try sheet.validate(rows: 1...9, columns: 3...3, DataValidation(.wholeNumber(0...100)))
      try sheet.validate(rows: 1...9, columns: 4...4, DataValidation(.anything, hint: "如有请填"))
      try sheet.comment("按文件原名填写", row: 0, column: 0, author: "改革办")
      sheet.protect()
      _ = try workbook.addSheet("字 典")
    }.sheets[0]
    #expect(sheet.isProtected)
    #expect(sheet.unlocked == ["A2"])
    #expect(sheet.comments["A1"]?.contains("按文件原名填写") == true)
    #expect(
      sheet.validations.sorted() == [
        "None E2:E10 None", "date B2:B10 44197", "list A2:A10 '字 典'!$A$1:$A$5", "textLength C2:C10 0",
        "whole D2:D10 0",
      ])
  }

  @Test("A chart refers to its cells")
  func chart() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "图.xlsx")
      try write(file) { workbook in
        let sheet = try workbook.addSheet("图")
        let style = workbook.prepare(CellStyle())
        for row in 0..<3 {
          try sheet.write("领域\(row)", row: row, column: 0, style: style)
          try sheet.write(row + 1, row: row, column: 1, style: style)
        }
        let names = CellRange(sheet: "图", rows: 0...2, columns: 0...0)
        let values = CellRange(sheet: "图", rows: 0...2, columns: 1...1)
        try sheet.insert(
          BarChart(
            title: "完成情况", valueTitle: "项",
            series: [
              .init(name: "已完成", categories: names, values: values, color: Color(0x2E75B6)),
              .init(name: "延期", categories: names, values: values, color: .black, isHatched: true),
            ]),
          row: 5, column: 0, width: 720, height: 400, description: "各领域完成情况")
      }
      #expect(try WorkbookDump(reading: file).sheets[0].charts == 1)
      let chart = try ExternalTool.run([
        "unzip", "-p", file.path(percentEncoded: false), "xl/charts/chart1.xml",
      ])
      let xml = String(decoding: chart.output, as: UTF8.self)
      #expect(xml.contains("<c:grouping val=\"stacked\"/>"))
      #expect(xml.contains("<c:orientation val=\"maxMin\"/>"))
      #expect(xml.contains("<c:f>图!$B$1:$B$3</c:f>") || xml.contains("<c:f>'图'!$B$1:$B$3</c:f>"))
    }
  }
}
