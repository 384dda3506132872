import Foundation
import OfficePackage
import ReportModel
import TestSupport
import Testing

@testable import ReportWriters

/// Documents made for these tests.
enum WordSamples {
  static func templates() throws -> Templates {
    try Templates(folder: Workplace.repository.appending(path: "Templates"))
  }

  static func document(_ report: Report) throws -> ReportDocument {
    try ReportDocument(report, templates: templates())
  }

  /// A report of so many tasks, with text for several pages, headings among it.
  static func long(tasks: Int, signature: SignaturePlace = .belowTitle, outputs: Bool = true) -> Report {
    var report = SampleReports.report(tasks: tasks, domains: min(8, max(1, tasks / 3)), outputs: outputs)
    report.signature = signature
    report.addressee = "区委全面深化改革委员会"
    report.introduction = String(repeating: "坚持以人民为中心推进各项改革落地见效持续用力久久为功", count: 60) + "。"
    report.achievements = (1...9).map {
      NarrativePart(heading: "科学谋划改革之\($0)", text: String(repeating: "加强统筹协调推动任务落实见到实效", count: $0 * 3) + "。")
    }
    return report
  }

  /// Writes a document as Word and has LibreOffice print it.
  static func measured(_ document: ReportDocument) throws -> PageMeasure {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "report.docx")
      try WordWriter().write(document, to: file)
      return try PageMeasure(reading: ExternalTool.convertToPDF(file))
    }
  }

  /// Writes a document as Word and lets `body` read it.
  static func written<Result>(_ document: ReportDocument, _ body: (URL) throws -> Result) throws -> Result {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "report.docx")
      try WordWriter().write(document, to: file)
      return try body(file)
    }
  }
}

@Suite("Reports as Word files")
struct WordWriterTests {
  @Test("The same report gives the same bytes")
  func deterministic() throws {
    let document = try WordSamples.document(WordSamples.long(tasks: 20))
    #expect(try WordWriter().bytes(of: document) == (try WordWriter().bytes(of: document)))
  }

  @Test("python-docx finds the styles, the text and the properties", .enabled(if: WordDump.isAvailable))
  func styles() throws {
    let document = try WordSamples.document(WordSamples.long(tasks: 44, signature: .atEnd))
    let dump = try WordSamples.written(document) { try WordDump(reading: $0) }
    for style in OfficialStyle.all {
      #expect(dump.styles.contains { $0.lowercased() == style.name.lowercased() }, "\(style.name)")
    }
    #expect((1...4).map { dump.outlines["Heading \($0)"] } == [0, 1, 2, 3])
    let headings = dump.paragraphs.filter { $0.style == "Heading 1" }.map(\.text)
    let wanted = document.outline.blocks.compactMap {
      if case .heading(1, let text) = $0 { text } else { nil }
    }
    #expect(headings == wanted && !headings.isEmpty)
    let body = dump.paragraphs.filter { $0.style == "公文正文" }.map(\.text)
    #expect(
      body == document.outline.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } })
    #expect(dump.paragraphs.first { $0.style == "主送机关" }?.text == "区委全面深化改革委员会\u{FF1A}")
    #expect(dump.paragraphs.filter { $0.style == "附件序号" }.map(\.text) == ["附件1", "附件2"])
    #expect(
      dump.paragraphs.filter { $0.style == "附件说明" }.map(\.text)
        == ["附件\u{FF1A}1.\t制度性成果汇总表", "2.\t重点改革任务完成情况表"])
    #expect(dump.paragraphs.filter { $0.style == "成文日期" }.map(\.text) == ["2022年7月"])
    #expect(dump.tables == 2)
    #expect(dump.title == document.outline.title)
    #expect(dump.author == "区委改革办")
    #expect(dump.created.hasPrefix("2022-07-01"))
    #expect(dump.orientations == ["PORTRAIT", "LANDSCAPE"])
    #expect(dump.bareRuns == 0)
    #expect(dump.themeFonts == 0)
  }

  @Test("Children stand in the schema's order", .enabled(if: SchemaOrder.isAvailable), arguments: [0, 5, 44])
  func order(tasks: Int) throws {
    var report = tasks == 0 ? SampleReports.statedOnly() : WordSamples.long(tasks: tasks, signature: .atEnd)
    if tasks == 5 { report.addressee = nil }
    try WordSamples.written(WordSamples.document(report)) { file in
      #expect(try SchemaOrder.faults(in: file) == "")
      let commented = try CommentedDraft(
        [UInt8](Data(contentsOf: file)), file: "a",
        findings: [
          Diagnostic("a.b", .error, at: .paragraph(file: "a", number: 5, characters: 1..<3), "一")
        ])
      try Data(commented.bytes).write(to: file)
      #expect(try SchemaOrder.faults(in: file) == "")
    }
  }

  @Test("A character that no Word file may hold is refused with its place")
  func forbidden() throws {
    var report = SampleReports.report(tasks: 4, domains: 1)
    report.introduction = "开头\u{7}结尾"
    report.domains[0].tasks[2].leadUnit = "区\u{1}委"
    let document = try WordSamples.document(report)
    let error = #expect(throws: InvalidInput.self) { try WordWriter().bytes(of: document) }
    let diagnostics = try #require(error?.diagnostics)
    #expect(diagnostics.map(\.message).contains { $0.contains("U+0007") && $0.contains("开头□结尾") })
    #expect(diagnostics.map(\.message).contains { $0.contains("U+0001") })
    let characters = diagnostics.map { diagnostic -> Range<Int>? in
      if case .paragraph(_, _, let characters) = diagnostic.place { characters } else { nil }
    }
    #expect(characters.contains(2..<3) && !characters.contains(nil))
  }

  @Test("Titles break by sense, in lines that the page holds, with nothing lost")
  func titles() {
    let cases: [(String, [String])] = [
      ("2021年区委全面深化改革工作总结报告", ["2021年区委全面深化改革工作总结报告"]),
      (
        "中共示例市东湖区委全面深化改革委员会关于2021年度重点改革任务完成情况的报告",
        ["中共示例市东湖区委全面深化改革委员会", "关于2021年度重点改革任务完成情况的报告"]
      ),
    ]
    for (title, lines) in cases { #expect(TitleLines.broken(title, width: 38) == lines) }
    var random = SeededGenerator(seed: 3)
    let words = ["示例市", "东湖区", "2021年", "全面深化改革", "委员会", "关于", "的", "工作总结", "和", "《方案》", "任务", "营商环境", "报告"]
    for _ in 0..<500 {
      let title = (0..<Int.random(in: 1...24, using: &random)).map { _ in words.randomElement(using: &random)!
      }
      .joined()
      let lines = TitleLines.broken(title, width: 38)
      #expect(lines.joined() == title)
      #expect(!lines.dropFirst().contains { $0.hasPrefix("的") || $0.hasPrefix("》") }, "\(lines)")
      if TitleLines.width(title) <= 150 { #expect(!lines.contains { TitleLines.width($0) > 38 }, "\(lines)") }
    }
  }

  @Test(
    "The date of a signature begins two characters right of the office",
    arguments: ["区委改革办", "区委", "示例市东湖区委全面深化改革委员会办公室"])
  func signature(office: String) throws {
    var report = SampleReports.report(tasks: 3, domains: 1)
    report.signature = .atEnd
    report.reportingUnit = office
    report.issueDate = PartialDate(year: 2022, month: 11, day: 25)
    let blocks = WordComposition(try WordSamples.document(report)).blocks
    let paragraphs = blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    let left = [OfficialStyle.office.id, OfficialStyle.date.id].map { id in
      paragraphs.first { $0.style.id == id }?.left ?? 0
    }
    #expect(left[1] - left[0] == 2 * WordParagraph.character)
    let line = 28 * WordParagraph.character
    let officeEnd = left[0] + TitleLines.width(office) * WordParagraph.character / 2
    let dateEnd = left[1] + TitleLines.width("2022年11月25日") * WordParagraph.character / 2
    // Two characters free at the right of whatever reaches further; never beyond the line.
    #expect(dateEnd <= line)
    #expect(officeEnd <= line - 2 * WordParagraph.character)
    #expect(officeEnd == line - 2 * WordParagraph.character || dateEnd == line - 2 * WordParagraph.character)
  }

  @Test("Tables follow the order of the ledger's list; one that it does not name is added to it")
  func attachmentNumbers() throws {
    var report = SampleReports.report(tasks: 3, domains: 1)
    report.attachments = [Attachment(title: "任务完成情况表"), Attachment(title: "大事记"), Attachment(title: "成果清单")]
    let bound = BoundAttachment.all(of: try WordSamples.document(report))
    #expect(bound.map(\.label) == ["附件1", "附件3"])
    #expect(bound.map(\.table.frame.title) == ["任务完成情况表", "成果清单"])

    report.attachments = [Attachment(title: "改革任务表")]
    let blocks = WordComposition(try WordSamples.document(report)).blocks
    let paragraphs = blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    func texts(_ style: OfficialStyle) -> [String] {
      paragraphs.filter { $0.style.id == style.id }.map { $0.lines.joined() }
    }
    #expect(texts(.attachmentNote) == ["附件\u{FF1A}1.\t改革任务表", "2.\t制度性成果汇总表"])
    #expect(texts(.attachmentNumber) == ["附件1", "附件2"])
    #expect(texts(.attachmentTitle) == ["改革任务表", "制度性成果汇总表"])
  }
}
