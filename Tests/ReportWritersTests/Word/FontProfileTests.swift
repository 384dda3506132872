import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportWriters

@Suite("Faces of official documents")
struct FontProfileTests {
  @Test("The shipped profile names every face, and the first name is the one that documents bear")
  func shipped() throws {
    let fonts = try WordSamples.templates().fonts
    for face in FontProfile.Face.allCases { #expect((fonts.names[face]?.count ?? 0) > 1, "\(face)") }
    #expect(fonts.name(.body) == "仿宋" && fonts.name(.heading) == "黑体")
  }

  @Test("A clerk's names reach the document", .enabled(if: WordDump.isAvailable))
  func ownNames() throws {
    var document = try WordSamples.document(SampleReports.report(tasks: 3, domains: 1))
    document.fonts = try FontProfile("仿宋: [CESI仿宋-GB18030, 仿宋]\n黑体: 方正黑体_GBK\n", file: "fonts.yaml")
    let found = try WordSamples.written(document) { file in
      let script = """
        import sys, docx
        from docx.oxml.ns import qn
        d = docx.Document(sys.argv[1])
        print(' '.join(sorted({f.get(qn('w:eastAsia')) for f in d.element.body.iter(qn('w:rFonts'))})))
        """
      return String(
        decoding: try ExternalTool.run(["python3", "-c", script, file.path]).output, as: UTF8.self)
    }
    #expect(
      Set(found.split(whereSeparator: \.isWhitespace)) == ["CESI仿宋-GB18030", "方正黑体_GBK", "方正小标宋简体", "楷体"])
  }

  @Test(
    "Mistakes are told with their lines",
    arguments: [
      ("仿送: [仿宋]", 1, "是否指“仿宋”"), ("仿宋: []", 1, "一个或几个"), ("黑体: 黑体\n黑体: 黑体", 2, "写了两次"),
      ("- 仿宋", 1, "字体: [名字"), ("仿宋: [\"a,b\"]", 1, "一个或几个"), ("仿宋: {a: b}", 1, "一个或几个"), ("仿宋: [", 1, ""),
    ])
  func mistakes(text: String, line: Int, words: String) throws {
    let error = #expect(throws: InvalidInput.self) { try FontProfile(text, file: "fonts.yaml") }
    let diagnostic = try #require(error?.diagnostics.first)
    guard case .text(file: "fonts.yaml", let span) = diagnostic.place else {
      Issue.record("no line: \(diagnostic.place)")
      return
    }
    #expect(span.line >= line)
    let said = ([diagnostic.message] + diagnostic.suggestions.map(\.summary)).joined().map { character in
      character == "\u{FF1A}" ? ":" : character
    }
    #expect(words.isEmpty || String(said).contains(words), "\(String(said))")
  }

  @Test("A face counts as there under any of its names, whatever its case and language")
  func installed() throws {
    let list = "AR PL UMing CN\nSimSun,宋体\nFangSong\\_GB2312,仿宋\\_GB2312\nTimes New Roman\n"
    let installed = InstalledFonts(list: list)
    #expect(installed.contains(anyOf: ["仿宋", "fangsong_gb2312"]) && installed.contains(anyOf: ["宋体"]))
    #expect(!installed.contains(anyOf: ["黑体", "SimHei"]))
    let note = try #require(try WordSamples.templates().fonts.missingNote(installed))
    #expect(note.message.contains("黑体") && note.message.contains("小标宋") && !note.message.contains("宋体（宋体）"))
    #expect(note.explanation?.contains("页数") == true)
    let all = FontProfile.Face.allCases.map { FontProfile.standard.name($0) }.joined(separator: "\n")
    #expect(FontProfile.standard.missingNote(InstalledFonts(list: all)) == nil)
  }

  @Test(
    "A PDF comes with its replaced faces named", .enabled(if: ExternalTool.hasLibreOffice, "no LibreOffice"))
  func portableDocument() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "report.pdf")
      try PDFWriter().write(WordSamples.document(SampleReports.report(tasks: 3, domains: 1)), to: file)
      #expect(try ExternalTool.pages(of: file).joined().contains("附件"))
      var templates = try WordSamples.templates()
      templates.fonts = try FontProfile("仿宋: 世上没有的字体", file: "fonts.yaml")
      let notes = PDFWriter().notes(on: [file], templates: templates)
      #expect(notes.count == 1 && notes[0].message.contains("世上没有的字体"))
    }
  }

  @Test("A program that does not end is stopped with all it started")
  func programs() throws {
    let shell = try #require(ExternalProgram.find("sh"))
    #expect(ExternalProgram.run(shell, ["-c", "echo 甲; exit 3"], seconds: 10) == .ended(3, output: "甲\n"))
    let start = ContinuousClock.now
    #expect(ExternalProgram.run(shell, ["-c", "sleep 30 & sleep 30"], seconds: 1) == .outOfTime)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(ExternalProgram.run("/does/not/exist", [], seconds: 1) == .notStarted)
    #expect(ExternalProgram.find("no-such-program-here") == nil)
  }
}
