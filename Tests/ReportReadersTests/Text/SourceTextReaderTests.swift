import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

@Suite("文稿读取")
struct SourceTextReaderTests {
  static func blocks(_ text: String, name: String = "稿.md") throws -> [SourceBlock] {
    try SourceTextReader.read(Array(text.utf8), name: name).text.blocks
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesOfText(end: String) throws {
    let text = ["\u{FEFF}标题", "", "\u{3000}\u{3000}共10项。 ", "# 不是标题"].joined(separator: end)
    let blocks = try Self.blocks(text, name: "稿.txt")
    #expect(blocks.map(\.text) == ["标题", "共10项。", "# 不是标题"])
    #expect(blocks.map(\.number) == [1, 3, 4])
    #expect(blocks[1].place(of: 1..<3, in: "稿").description == "稿:3:4")
  }

  @Test func headingsListsAndMarks() throws {
    let text = """
      ---
      layout: x
      ---
      # 工作**总结** #
      副标题
      ===

      ##小节
      #话题#
      - 一是推进*改革*
      > 引文
      1. 第一项
      ***
      2*3*4 与 a_b_c,[《方案》](http://x)见![图](y)`代码`\\*
      ```
      代码
      ```
      <!-- 注
      释 -->
      末<br>行
      """
    let (source, notes) = try SourceTextReader.read(Array(text.utf8), name: "稿.md")
    let blocks = source.blocks
    #expect(
      blocks.map(\.text) == [
        "工作总结", "副标题", "小节", "#话题#", "一是推进改革", "引文", "1. 第一项", "2*3*4 与 a_b_c,《方案》见代码*", "末行",
      ])
    #expect(blocks[0].kind == .heading(level: 1))
    #expect(blocks[2].kind == .heading(level: 2))
    #expect(notes.map(\.rule) == ["markdown.not-read"])
  }

  @Test func underlinedHeading() throws {
    let blocks = try Self.blocks("标题\n===\n\n小节\n---\n正文一\n正文二\n---\n")
    #expect(
      blocks.map(\.kind) == [.heading(level: 1), .heading(level: 2), .paragraph, .paragraph])
  }

  @Test func tables() throws {
    let text = "前\n\n| 领域 | 任务**数** |\n|---|--:|\n| 经济\\|体制 | 10 |\n| 合计 |\n\n后"
    let blocks = try Self.blocks(text)
    #expect(
      blocks.map(\.kind) == [
        .paragraph, .table([["领域", "任务数"], ["经济\\|体制".replacing("\\", with: ""), "10"], ["合计"]]), .paragraph,
      ])
    #expect(blocks[1].place(ofCell: 1, 1, 0..<2, in: "稿").description == "稿:5:12")
    #expect(blocks[1].place(ofCell: 0, 1, 2..<3, in: "稿").description == "稿:3:12")
  }

  /// Every scalar of every block is found again at its place.
  @Test func placesHoldForAllScalars() throws {
    var random = SeededGenerator(seed: 9)
    let bits = [
      "改革", "**", "*", "_", "10项", " ", "\n", "# ", "- ", "|", "|-|-|\n", "`", "[", "](x)", "\\*", "<b>",
      "~~", "》", "𠀀",
      "\u{3000}", "\r\n",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        bits.randomElement(using: &random) ?? ""
      }
      .joined()
      let lines = Array(TextLines(text)).map { Array($0.text.unicodeScalars) }
      for block in readMarkdown(text, file: "a").text.blocks {
        func check(_ scalars: [Unicode.Scalar], _ place: (Range<Int>) -> SourcePlace) {
          for (index, scalar) in scalars.enumerated() {
            guard case .text(_, let span) = place(index..<(index + 1)) else { continue }
            #expect(lines[span.line - 1][span.column - 1] == scalar, "\(text.debugDescription)")
            #expect(span.endColumn == span.column + 1 && span.endLine == span.line)
          }
        }
        check(Array(block.text.unicodeScalars)) { block.place(of: $0, in: "a") }
        guard case .table(let rows) = block.kind else { continue }
        for (row, cells) in rows.enumerated() {
          for (column, cell) in cells.enumerated() {
            check(Array(cell.unicodeScalars)) { block.place(ofCell: row, column, $0, in: "a") }
          }
        }
      }
    }
  }

  @Test func contentDecidesNotTheName() throws {
    let word = try WordFixture(body: WordFixture.paragraphs("甲")).bytes()
    #expect(try SourceTextReader.read(word, name: "稿.txt").text.blocks.map(\.isParagraph) == [true])
    let text = try SourceTextReader.read(Array("甲".utf8), name: "稿.docx")
    #expect(text.text.blocks.map(\.text) == ["甲"])
    #expect(text.notes.map(\.rule) == ["text.named-otherwise"])
    #expect(try Self.blocks("# 甲\n乙", name: "-").first?.kind == .heading(level: 1))
  }

  @Test(arguments: [
    ([0x25, 0x50, 0x44, 0x46, 0x2D], "PDF"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "另存为"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D], "图片"), ([0x50, 0x4B, 0x03, 0x04, 0x00], "不完整"),
    ([0x00, 0x01, 0x02], "不是文字"),
  ])
  func otherFilesAreNamed(bytes: [UInt8], word: String) {
    let fault = #expect(throws: InvalidInput.self) { try SourceTextReader.read(bytes, name: "稿.docx") }
    let first = fault?.diagnostics.first
    #expect("\(first?.message ?? "")\(first?.suggestions.first?.summary ?? "")".contains(word))
  }

  @Test func filesThatCannotBeOpened() throws {
    try Workplace.withTemporaryFolder { folder in
      let empty = folder.appending(path: "空.txt")
      try Data().write(to: empty)
      for file in [folder, folder.appending(path: "无.txt"), empty] {
        #expect(throws: InvalidInput.self) { try SourceTextReader.read(file) }
      }
    }
  }
}
