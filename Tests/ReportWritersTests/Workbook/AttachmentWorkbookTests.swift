import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportWriters

@Suite(
  "The attachment workbook, read back by openpyxl",
  .enabled(if: ExternalTool.hasOpenpyxl, "openpyxl is not installed"))
struct AttachmentWorkbookTests {
  private func dump(_ report: Report) throws -> WorkbookDump {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "附件.xlsx")
      try SampleReports.write(report, to: file)
      return try WorkbookDump(reading: file)
    }
  }

  @Test("Three sheets, set up for A4 landscape", arguments: [0, 5, 44, 500, 6_000])
  func setUp(tasks: Int) throws {
    let book = try dump(SampleReports.report(tasks: tasks))
    #expect(book.sheets.map(\.name) == ["附件1", "附件2", "图"])
    #expect(book.title?.isEmpty == false)
    #expect(book.author == "区委改革办")
    #expect(book.created == "2022-07-01T12:00:00")
    for sheet in book.sheets {
      #expect(sheet.orientation == "landscape")
      #expect(sheet.paper == "9")
      #expect(sheet.footer?.contains("第 &P 页 共 &N 页") == true)
    }
    for sheet in book.sheets.prefix(2) {
      #expect(sheet.cells["A1"] == sheet.name)
      #expect(sheet.repeatedRows == "$4:$4")
      #expect(sheet.freeze == "A5")
    }
    #expect(book.sheets[2].charts == 1)
  }

  @Test("Every cell of every task stands in the sheet, in both ways of writing", arguments: [44, 6_000])
  func cells(tasks: Int) throws {
    let report = SampleReports.report(tasks: tasks)
    let book = try dump(report)
    let tables = AttachmentTables(report, layout: try SampleReports.layout())
    for table in [tables.outputs, tables.completion] {
      let sheet = try #require(book["附件\(table.frame.number)"])
      for (column, content) in table.frame.columns.enumerated() {
        let letter = String(UnicodeScalar(UInt8(65 + column)))
        #expect(sheet.cells["\(letter)4"] == content.heading)
        guard column != table.frame.labelColumn else { continue }
        let last = (sheet.cells.keys.compactMap { Int($0.dropFirst()) }.max() ?? 0)
        let written = (5...last).compactMap { row -> String? in
          guard let text = sheet.cells["\(letter)\(row)"], !text.hasPrefix("=") else { return nil }
          return text
        }
        let wanted = table.sections.flatMap(\.rows).map { $0.cells[column].text }.filter { !$0.isEmpty }
        #expect(written == wanted, "\(sheet.name) \(content.heading)")
      }
    }
  }

  @Test(
    "序号 is a number in both ways of writing, and text where its column might show it as ####",
    arguments: [44, 6_000])
  func serials(tasks: Int) throws {
    let columns = [(width: 6, widest: 4), (width: 3, widest: 2)]
    for (width, widest) in columns {
      let layout = try AttachmentLayout(
        """
        附件1: {标题: 甲, 栏目: [{内容: 文件名称, 宽: 30}]}
        附件2: {标题: 乙, 栏目: [{内容: 序号, 宽: \(width)}, {内容: 完成情况, 宽: 20}, {内容: 编号, 宽: 20}]}
        """, file: "a.yaml")
      try Workplace.withTemporaryFolder { folder in
        let file = folder.appending(path: "附件.xlsx")
        let report = SampleReports.report(tasks: tasks)
        try AttachmentWorkbook(report, layout: layout).write(to: file.path(percentEncoded: false))
        let sheet = try #require(try WorkbookDump(reading: file)["附件2"])
        let serials = sheet.cells.filter { $0.key.hasPrefix("A") && Int($0.value) != nil }
        #expect(Set(serials.values) == Set((1...tasks).map(String.init)))
        for (cell, text) in serials { #expect(sheet.types[cell] == (text.count <= widest ? "n" : "s")) }
      }
    }
  }

  @Test("Delayed rows are filled and say 延期")
  func delayed() throws {
    let report = SampleReports.report(tasks: 44)
    let sheet = try #require(try dump(report)["附件2"])
    let filled = sheet.fills.filter { $0.value == "FFFFE699" && $0.key.hasPrefix("G") }.keys
    #expect(filled.count == report.tasks.count(where: \.isDelayed))
    for cell in filled { #expect(sheet.cells[cell]?.hasPrefix("延期") == true) }
  }

  @Test("A domain's label stands at the top of each of its blocks, merged over it")
  func labels() throws {
    let report = SampleReports.report(tasks: 44)
    let sheet = try #require(try dump(report)["附件2"])
    for start in sheet.breaks.map({ $0 + 1 }) {
      let label = try #require(sheet.cells["A\(start)"], "page starting at row \(start)")
      #expect(report.domains.contains { label.hasPrefix($0.name) } || label.hasPrefix("合计"))
    }
    #expect(!sheet.breaks.isEmpty)
    #expect(sheet.merged.count(where: { $0.hasPrefix("A") }) > 8)
  }

  @Test("Totals are formulas with their values, for each domain and overall")
  func totals() throws {
    let book = try dump(SampleReports.report(tasks: 44))
    let sheet = try #require(book["附件2"])
    let formulas = sheet.cells.filter { $0.value.hasPrefix("=") }
    #expect(formulas.count == 9)
    let words = formulas.keys.compactMap { sheet.values[$0] }
    #expect(words.contains("合计\u{FF1A}共44项\u{FF0C}已完成37项\u{FF0C}推进中3项\u{FF0C}延期4项"))
    #expect(words.count { $0.hasPrefix("小计\u{FF1A}共") } == 8)
    let chart = try #require(book["图"])
    #expect(chart.cells["B3"]?.hasPrefix("=COUNTIF('附件2'!$G$5:") == true)
    #expect(["B11", "C11", "D11", "E11"].map { chart.values[$0] } == ["44", "37", "4", "3"])
    #expect(chart.cells["B11"] == "=SUM(B3:B10)")
  }

  @Test("Stated counts without names are shown, and an unknown one stays open")
  func stated() throws {
    let book = try dump(SampleReports.statedOnly())
    let chart = try #require(book["图"])
    #expect(["B3", "C3", "D3", "E3", "F3"].map { chart.values[$0] } == ["36", "31", "未载", "未载", "含原文所载数"])
    #expect(["B4", "C4", "D4", "E4"].map { chart.values[$0] } == ["230", "212", "3", "15"])
    #expect(chart.values["B6"] == "270")
    let table = try #require(book["附件2"])
    let texts = Set(table.values.values)
    #expect(texts.contains { $0.contains("36项") && $0.contains("未列名称") })
    #expect(texts.contains { $0.hasPrefix("合计\u{FF08}本表所列\u{FF09}") })
    let outputs = try #require(book["附件1"])
    #expect(outputs.values.values.contains { $0.contains("33项") })
  }

  @Test("Columns set otherwise: no label column, the counted one first, one column only")
  func otherColumns() throws {
    let columns = [
      ["完成情况", "改革任务", "领域"], ["完成情况"], ["改革任务", "领域", "完成情况", "备注"], ["领域", "完成情况"],
    ]
    for names in columns {
      let list = names.map { "    - {内容: \($0), 宽: 20}" }.joined(separator: "\n")
      let text = "附件1:\n  标题: 甲\n  栏目: [{内容: 文件名称, 宽: 30}]\n附件2:\n  标题: 乙\n  栏目:\n\(list)\n"
      let layout = try AttachmentLayout(text, file: "a.yaml")
      try Workplace.withTemporaryFolder { folder in
        let file = folder.appending(path: "附件.xlsx")
        let report = SampleReports.report(tasks: 30)
        try AttachmentWorkbook(report, layout: layout).write(to: file.path(percentEncoded: false))
        let sheet = try #require(try WorkbookDump(reading: file)["附件2"])
        #expect(sheet.values.values.contains { $0.hasPrefix("合计\u{FF1A}共30项") })
        if ExternalTool.hasLibreOffice { try expectCalculated(file) }
      }
    }
  }

  /// LibreOffice calculates all formulas anew and comes to the values we wrote beside them.
  private func expectCalculated(_ file: URL) throws {
    let written = try WorkbookDump(reading: file)
    let folder = file.deletingLastPathComponent().appending(path: "neu")
    _ = try ExternalTool.run([
      "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
      "--convert-to", "ods", "--outdir", folder.path(percentEncoded: false), file.path(percentEncoded: false),
    ])
    _ = try ExternalTool.run([
      "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
      "--convert-to", "xlsx", "--outdir", folder.path(percentEncoded: false),
      folder.appending(path: "附件.ods").path(percentEncoded: false),
    ])
    let calculated = try WorkbookDump(reading: folder.appending(path: "附件.xlsx"))
    for (ours, theirs) in zip(written.sheets, calculated.sheets) {
      for (cell, formula) in ours.cells where formula.hasPrefix("=") {
        #expect(theirs.values[cell] == ours.values[cell], "\(ours.name)!\(cell) \(formula)")
      }
    }
  }

  @Test(
    "LibreOffice calculates what we wrote beside the formulas",
    .enabled(if: ExternalTool.hasLibreOffice, "LibreOffice is not installed"), arguments: [44, 6_000])
  func calculated(tasks: Int) throws {
    var report = SampleReports.report(tasks: tasks)
    report.domains[0].tasks[0].status = TaskStatus(wording: "延期风险")
    report.domains[0].tasks[1].status = nil
    report.domains[0].tasks[2].status = TaskStatus(.terminated)
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "附件.xlsx")
      try SampleReports.write(report, to: file)
      try expectCalculated(file)
    }
  }

  @Test(
    "As printed by LibreOffice: header and label on each page, no page spilt over",
    .enabled(if: ExternalTool.hasLibreOffice, "LibreOffice is not installed"), arguments: [5, 44, -1])
  func printed(tasks: Int) throws {
    let report = tasks < 0 ? SampleReports.longTexts() : SampleReports.report(tasks: tasks)
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "附件.xlsx")
      try SampleReports.write(report, to: file)
      let book = try WorkbookDump(reading: file)
      let pages = try ExternalTool.pages(of: ExternalTool.convertToPDF(file)).map {
        $0.filter { !$0.isWhitespace }
      }
      let expected = book.sheets.reduce(0) { $0 + $1.breaks.count + 1 }
      #expect(pages.count == expected, "LibreOffice breaks pages where we do and nowhere else")
      for (index, page) in pages.enumerated() {
        #expect(page.contains("第\(index + 1)页共\(pages.count)页"))
        guard index < pages.count - 1 else { continue }
        #expect(page.contains("序号"), "header on page \(index + 1)")
        #expect(
          page.contains("\u{FF08}续\u{FF09}") || report.domains.contains { page.contains($0.name.prefix(3)) })
      }
    }
  }

  /// Takes all row heights out of a workbook, so that LibreOffice finds its own when it opens it.
  private static let withoutHeights = """
    import re, sys, zipfile
    source = zipfile.ZipFile(sys.argv[1])
    target = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
    for item in source.infolist():
        data = source.read(item)
        if item.filename.startswith("xl/worksheets/sheet"):
            data = re.sub(rb' ht="[0-9.]+" customHeight="1"', b"", data)
        target.writestr(item, data)
    target.close()
    """

  @Test(
    "No row is lower than LibreOffice would make it to show the whole text",
    .enabled(if: ExternalTool.hasLibreOffice, "LibreOffice is not installed"), arguments: [44, -1])
  func heights(tasks: Int) throws {
    let report = tasks < 0 ? SampleReports.longTexts() : SampleReports.report(tasks: tasks)
    try Workplace.withTemporaryFolder { folder in
      func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
      func convert(_ name: String, to format: String, in target: String) throws {
        _ = try ExternalTool.run([
          "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
          "--headless",
          "--convert-to", format, "--outdir", path(target), path(name),
        ])
      }
      try SampleReports.write(report, to: folder.appending(path: "附件.xlsx"))
      let stripped = try ExternalTool.run([
        "python3", "-c", Self.withoutHeights, path("附件.xlsx"), path("低.xlsx"),
      ])
      try #require(stripped.status == 0)
      try convert("低.xlsx", to: "ods", in: "a")
      try convert("a/低.ods", to: "xlsx", in: "b")
      let ours = try WorkbookDump(reading: folder.appending(path: "附件.xlsx"))
      let theirs = try WorkbookDump(reading: folder.appending(path: "b/低.xlsx"))
      for (our, their) in zip(ours.sheets.prefix(2), theirs.sheets) {
        try #require(!their.heights.isEmpty)
        for (row, height) in our.heights {
          let needed = their.heights[row] ?? 0
          #expect(height >= needed - 0.1, "\(our.name) row \(row)")
        }
      }
    }
  }

  @Test("Tables numbered the other way round by the ledger keep their formulas")
  func otherOrder() throws {
    var report = SampleReports.report(tasks: 5, domains: 2)
    report.attachments = [Attachment(title: "改革任务清单"), Attachment(title: "制度成果清单")]
    let book = try dump(report)
    #expect(book.sheets.map(\.name) == ["附件1", "附件2", "图"])
    #expect(book["附件1"]?.cells["A2"] == "改革任务清单")
    #expect(book["图"]?.cells["B3"]?.contains("'附件1'!") == true)
    #expect(book["图"]?.values["B5"] == "5")
  }

  @Test("Same report, same bytes")
  func identicalBytes() throws {
    for tasks in [44, 6_000] {
      try Workplace.withTemporaryFolder { folder in
        let files = ["1.xlsx", "2.xlsx"].map { folder.appending(path: $0) }
        for file in files { try SampleReports.write(SampleReports.report(tasks: tasks), to: file) }
        #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
      }
    }
  }

  @Test("A character that XML forbids is an input's fault with its cell; a folder in the way is an output's")
  func failures() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "附件.xlsx")
      try Data("旧".utf8).write(to: file)
      var report = SampleReports.report(tasks: 5, domains: 1)
      report.domains[0].tasks[1].name = "建立\u{1}机制"
      let invalid = #expect(throws: InvalidInput.self) { try SampleReports.write(report, to: file) }
      let place = try #require(invalid?.diagnostics.first?.place.description)
      #expect(place.hasSuffix("附件.xlsx!附件1!G6") || place.hasSuffix("附件.xlsx!附件1!C6"))
      #expect(try Data(contentsOf: file) == Data("旧".utf8))
      let blocked = folder.appending(path: "占位.xlsx")
      try FileManager.default.createDirectory(at: blocked, withIntermediateDirectories: false)
      #expect(throws: OutputFailure.self) {
        try SampleReports.write(SampleReports.report(tasks: 5), to: blocked)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      #expect(Set(names) == ["附件.xlsx", "占位.xlsx"])
    }
  }

  @Test(
    "Days become the seconds that other clocks count",
    arguments: [(1970, 1, 1, 43_200), (2000, 2, 29, 951_825_600), (2022, 7, 15, 1_657_886_400)])
  func seconds(year: Int, month: Int, day: Int, seconds: Int) {
    #expect(AttachmentWorkbook.seconds(PartialDate(year: year, month: month, day: day), year: 1) == seconds)
  }
}
