import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

@testable import ReportWriters

@Suite struct MarkdownReportTests {
  static func document(_ ledger: URL) throws -> ReportDocument {
    let templates = try Templates(folder: Workplace.repository.appending(path: "Templates"))
    return ReportDocument(try LedgerReader().read(ledger).report, templates: templates)
  }

  /// Whole reports against whole expectations.
  @Test(arguments: ["whole", "wordings"])
  func reportsReadAsExpected(name: String) throws {
    let document = try Self.document(Fixture.folder("build/\(name)/input.yaml"))
    let text = MarkdownWriter().text(of: document)
    #expect(try Fixture.expected("build/\(name)/expected/report.md", found: text) == text)
  }

  @Test func theReferenceReportHasItsFigures() throws {
    let document = try Self.document(Workplace.repository.appending(path: "seeds/002-yaohai-2021.yaml"))
    let text = MarkdownWriter().text(of: document)
    for words in ["44项改革任务", "已完成40项", "延期4项", "完成率100%", "制度性成果33项"] { #expect(text.contains(words)) }
    for number in 1...4 { #expect(text.contains("延期任务\(number)：")) }
    let tallies = document.report.domains.map { Tally(of: $0, in: document.report) }
    #expect(tallies.map(\.tasks.value) == [10, 6, 4, 4, 9, 4, 2, 5])
    #expect(tallies.map(\.completed.value) == [10, 6, 2, 4, 7, 4, 2, 5])
    #expect(!text.contains("。。"))
    #expect(!text.contains("，，"))
  }

  @Test(
    arguments: try FileManager.default.contentsOfDirectory(
      at: Workplace.repository.appending(path: "seeds"), includingPropertiesForKeys: nil
    ).map(\.lastPathComponent).filter { $0.hasSuffix(".yaml") }.sorted())
  func everySeedGivesAReport(name: String) throws {
    let document = try Self.document(Workplace.repository.appending(path: "seeds/\(name)"))
    let text = MarkdownWriter().text(of: document)
    for domain in document.report.domains { #expect(text.contains(MarkdownText.escaped(domain.name))) }
    for task in document.report.tasks { #expect(text.contains(MarkdownText.escaped(task.name))) }
    #expect(!text.contains("{{") && !text.contains(String(TemplateValues.mark)))
  }

  /// Text that looks like Markdown comes out as text: cmark-gfm, an independent reader, must give it back.
  @Test(
    .enabled(if: ExternalTool.works(["pandoc", "--version"]), "pandoc is not installed"),
    arguments: [
      "1. 不是列表", "# 不是标题", "- 不是列表", "*不是强调*", "`不是代码`", "[不是](链接)", "<b>不是标签</b>", "a_b_c", "~~不是删除~~",
      "&amp; 不是实体", "| 不是表格 |", "> 不是引用", "=== 不是标题", "反斜杠\\", "12) 不是列表", "+ 不是列表",
    ])
  func textStaysText(text: String) throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "x.md")
      try Data((MarkdownText.escaped(text) + "\n").utf8).write(to: file)
      let outcome = try ExternalTool.run(["pandoc", "-f", "gfm", "-t", "plain", "--wrap=none", file.path])
      #expect(String(decoding: outcome.output, as: UTF8.self) == text + "\n")
    }
  }
}
