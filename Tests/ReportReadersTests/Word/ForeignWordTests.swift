import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

/// Files of other programs: what they wrote and what is read must be the same.
@Suite("别家文档")
struct ForeignWordTests {
  private static let hasPythonDocx = ExternalTool.works(["python3", "-c", "import docx"])

  @Test(.enabled(if: Self.hasPythonDocx, "python-docx is not installed"))
  func pythonDocxFiles() throws {
    let script = """
      import sys, docx
      from docx.shared import Pt
      d = docx.Document()
      d.add_heading('总结报告', 0); d.add_heading('一、工作成绩', 1)
      p = d.add_paragraph('共'); p.add_run('10项').bold = True; p.add_run('任务\\t已完成\\n。')
      d.add_paragraph('')
      t = d.add_table(rows=3, cols=3)
      t.cell(0, 0).text = '领域'; t.cell(0, 1).text = '任务'
      t.cell(0, 1).merge(t.cell(0, 2)); t.cell(1, 0).text = '经济'; t.cell(1, 0).merge(t.cell(2, 0))
      t.cell(1, 1).text = '甲'; t.cell(2, 2).text = '乙'
      d.add_heading('(一)小节', 2)
      d.save(sys.argv[1])
      """
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "稿.docx")
      let outcome = try ExternalTool.run(["python3", "-c", script, file.path(percentEncoded: false)])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let blocks = try SourceTextReader.read(file).text.blocks
      #expect(
        blocks.map(\.kind) == [
          .title, .heading(level: 1), .paragraph,
          .table([["领域", "任务", ""], ["经济", "甲", ""], ["", "", "乙"]]), .heading(level: 2),
        ])
      #expect(blocks.map(\.text) == ["总结报告", "一、工作成绩", "共10项任务\t已完成\n。", "", "(一)小节"])
      #expect(blocks.map(\.number) == [1, 2, 3, 5, 13])
    }
  }

  /// LibreOffice numbers the paragraphs itself and writes the list into the file; its own text export is the
  /// witness for the numbers.
  @Test(.enabled(if: ExternalTool.hasLibreOffice, "LibreOffice is not installed"))
  func libreOfficeNumbersAsWeDo() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">
      \(WordNumberingTests.level(0, "chineseCountingThousand", "%1、"))\(WordNumberingTests.level(1, "chineseCounting", "(%2)"))
      \(WordNumberingTests.level(2, "decimal", "%3."))\(WordNumberingTests.level(3, "decimal", "%1.%4、"))
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
      """
    var random = SeededGenerator(seed: 12)
    var level = 0
    var body = ""
    for index in 0..<60 {
      level = min(3, Int.random(in: 0...(level + 1), using: &random))
      body += WordNumberingTests.paragraph(index < 40 ? 1 : 2, level, "任务")
    }
    let bytes = try WordFixture(body: body, numbering: numbering).bytes()
    let ours = try readWord(bytes, file: "稿.docx").text.blocks.map { $0.text.replacing(" ", with: "") }
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "稿.docx")
      try Data(bytes).write(to: file)
      _ = try ExternalTool.run([
        "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.path(percentEncoded: false),
        file.path(percentEncoded: false),
      ])
      let text = try String(contentsOf: folder.appending(path: "稿.txt"), encoding: .utf8)
      let theirs = text.split(whereSeparator: \.isNewline).map { line in
        line.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0xFEFF }.map { String($0) }
          .joined()
      }
      #expect(ours == theirs)
    }
  }
}
