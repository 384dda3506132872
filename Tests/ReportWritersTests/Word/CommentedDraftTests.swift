import Foundation
import OfficePackage
import ReportModel
import TestSupport
import Testing

@testable import ReportWriters

@Suite(
  "Findings as comments in a Word draft",
  .enabled(if: WordDump.isAvailable, "python-docx 1.2 is not installed"))
struct CommentedDraftTests {
  private typealias Fixture = DraftFixture
  private let file = "草稿.docx"

  private func finding(_ paragraph: Int, _ characters: Range<Int>?, _ message: String = "分项之和与总数不符")
    -> Diagnostic
  {
    Diagnostic(
      "arithmetic.sum", .error, at: .paragraph(file: file, number: paragraph, characters: characters),
      message,
      explanation: "10+6=16,文中写17", suggestions: [.init("请核对", replacement: "16")])
  }

  /// Comments a draft and reads it with python-docx.
  private func commented(_ draft: [UInt8], _ findings: [Diagnostic]) throws -> (
    draft: CommentedDraft, dump: WordDump
  ) {
    let result = try CommentedDraft(draft, file: file, findings: findings)
    let dump = try Workplace.withTemporaryFolder { folder in
      let target = folder.appending(path: "草稿.docx")
      try Data(result.bytes).write(to: target)
      return try WordDump(reading: target)
    }
    return (result, dump)
  }

  @Test("A finding in the middle of a run parts it, keeping its properties")
  func middleOfRun() throws {
    let draft = try Fixture.draft(
      Fixture.paragraph(Fixture.run("前言")) + Fixture.paragraph(Fixture.run("全年完成 17项任务", "<w:b/>")))
    let (result, dump) = try commented(draft, [finding(2, 5..<8)])
    #expect(result.count == 1 && result.unplaced.isEmpty)
    #expect(dump.comments.map(\.anchored) == ["17项"])
    #expect(dump.comments.first?.isWhole == true)
    #expect(dump.comments.first?.author == "改革报告核对")
    let text = try #require(dump.comments.first?.text)
    for part in ["分项之和与总数不符", "arithmetic.sum", "10+6=16", "请核对", "16"] { #expect(text.contains(part)) }
    #expect(dump.paragraphs.map(\.text) == ["前言", "全年完成 17项任务"])
    let document = String(
      decoding: try OfficePackage(result.bytes).bytes(of: "word/document.xml"), as: UTF8.self)
    #expect(document.components(separatedBy: "<w:rPr><w:b/></w:rPr>").count == 4)
  }

  @Test("Places in tables, across runs, in tracked changes, links, fields, controls and text boxes")
  func places() throws {
    let box = "<w:p><w:r><w:t>框内文字</w:t></w:r></w:p>"
    let body =
      Fixture.paragraph(Fixture.run("甲乙"), Fixture.run("丙丁", "<w:i/>"), Fixture.run("戊"))
      + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>"
      + Fixture.paragraph(Fixture.run("表中17项")) + "</w:tc></w:tr></w:tbl>"
      + Fixture.paragraph(
        Fixture.run("已"), "<w:del w:id=\"7\" w:author=\"a\"><w:r><w:delText>删去</w:delText></w:r></w:del>",
        "<w:ins w:id=\"8\" w:author=\"a\">\(Fixture.run("新增完成"))</w:ins>", Fixture.run("9项"))
      + Fixture.paragraph(
        "<w:hyperlink w:anchor=\"x\">\(Fixture.run("链接文字"))</w:hyperlink>", Fixture.run("尾"))
      + Fixture.paragraph(
        Fixture.run("第"), "<w:fldSimple w:instr=\" PAGE \">\(Fixture.run("12"))</w:fldSimple>",
        Fixture.run("页"))
      + Fixture.paragraph(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", Fixture.run("见表1"),
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", Fixture.run("所列"))
      + Fixture.paragraph(
        "<w:sdt><w:sdtPr/><w:sdtContent>\(Fixture.run("控件内"))</w:sdtContent></w:sdt>", Fixture.run("外"))
      + Fixture.paragraph(
        Fixture.run("框前"),
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>\(box)</w:txbxContent>"
          + "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(box)</w:txbxContent>"
          + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>", Fixture.run("框后"))
      + "<w:p/>"
      + Fixture.paragraph("<w:r><w:t>甲&amp;乙</w:t><w:tab/><w:t>丙&#x4E01;</w:t><w:br/><w:t>戊</w:t></w:r>")
    let findings = [
      finding(1, 1..<4), finding(2, 2..<5), finding(3, 1..<4), finding(4, 1..<3), finding(5, 1..<2),
      finding(6, 1..<4), finding(7, 1..<2), finding(8, 1..<3), finding(9, 0..<2), finding(11, 1..<2),
      finding(11, 2..<4), finding(11, 5..<7), finding(11, nil),
    ]
    let (result, dump) = try commented(Fixture.draft(body), findings)
    #expect(result.unplaced.isEmpty)
    let expected = [
      "乙丙丁", "17项", "新增完", "接文", "12", "表1所", "控件内", "前框内文字框", "框内文字", "&", "乙\t", "丁\n",
      "甲&乙\t丙丁\n戊",
    ]
    #expect(dump.comments.map(\.anchored) == expected)
    #expect(!dump.comments.map(\.isWhole).contains(false))
  }

  @Test("Comments that are there stay, and new ones get other numbers")
  func existingComments() throws {
    let old = "<w:comment w:id=\"4\" w:author=\"张三\"><w:p>\(Fixture.run("请补充"))</w:p></w:comment>"
    let body = Fixture.paragraph(
      "<w:commentRangeStart w:id=\"4\"/>", Fixture.run("全年完成"), "<w:commentRangeEnd w:id=\"4\"/>",
      "<w:r><w:commentReference w:id=\"4\"/></w:r>", Fixture.run("17项"))
    let (_, dump) = try commented(
      Fixture.draft(body, comments: old), [finding(1, 2..<6), finding(1, 4..<6), finding(1, 0..<4)])
    #expect(dump.comments.map(\.author) == ["张三"] + Array(repeating: "改革报告核对", count: 3))
    #expect(dump.comments.map(\.id) == [4, 5, 6, 7])
    #expect(dump.comments.map(\.anchored) == ["全年完成", "完成17", "17", "全年完成"])
    #expect(!dump.comments.map(\.isWhole).contains(false))
  }

  @Test("All other parts stay byte for byte, and the text outside the anchors")
  func untouched() throws {
    let body = Fixture.paragraph(Fixture.run("甲乙丙丁")) + Fixture.paragraph(Fixture.run("戊己"))
    let draft = try Fixture.draft(body)
    let result = try CommentedDraft(draft, file: file, findings: [finding(1, 1..<3)])
    let before = try OfficePackage(draft)
    let after = try OfficePackage(result.bytes)
    for part in before.partNames where !["[Content_Types].xml", "word/document.xml"].contains(part) {
      let (old, new) = (try before.bytes(of: part), try after.bytes(of: part))
      #expect(old == new, "\(part)")
    }
    let old = String(decoding: try before.bytes(of: "word/document.xml"), as: UTF8.self)
    let new = String(decoding: try after.bytes(of: "word/document.xml"), as: UTF8.self)
    #expect(new.hasPrefix(Fixture.head + "<w:body><w:p><w:r><w:t>甲</w:t></w:r><w:commentRangeStart"))
    #expect(old.hasSuffix(Fixture.paragraph(Fixture.run("戊己")) + "<w:sectPr/></w:body></w:document>"))
    #expect(new.hasSuffix(Fixture.paragraph(Fixture.run("戊己")) + "<w:sectPr/></w:body></w:document>"))
    let again = try CommentedDraft(draft, file: file, findings: [finding(1, 1..<3)])
    #expect(again.bytes == result.bytes)
    let bare = try CommentedDraft(draft, file: file, findings: [])
    #expect(bare.bytes == draft)
  }

  @Test("A finding about the whole file stands at the first words; one without a place is given back")
  func unplaced() throws {
    let draft = try Fixture.draft("<w:p/>" + Fixture.paragraph(Fixture.run("标题")))
    let whole = Diagnostic("structure.date", .note, at: .file(file), "没有成文日期\u{0B}")
    let other = Diagnostic("x.y", .note, at: .file("台账.yaml"), "别的文件")
    let (result, dump) = try commented(draft, [whole, other, finding(1, 0..<1), finding(9, 0..<1)])
    #expect(dump.comments.map(\.anchored) == ["标题"])
    #expect(result.unplaced == [other, finding(1, 0..<1), finding(9, 0..<1)])
  }

  @Test("Another prefix and the strict edition are understood")
  func prefixes() throws {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let text =
      "<x:document xmlns:x=\"\(DraftMap.namespaces[0][0])\"><x:body><x:p><x:r><x:t>甲乙丙</x:t></x:r></x:p></x:body></x:document>"
    for document in [text, text.replacing("xmlns:x", with: "xmlns").replacing("x:", with: "")] {
      let (_, dump) = try commented(Fixture.package(document), [finding(1, 1..<2)])
      #expect(dump.comments.map(\.anchored) == ["乙"])
    }
    let bytes = try Fixture.package(text.replacing(DraftMap.namespaces[0][0], with: strict))
    let result = try CommentedDraft(bytes, file: file, findings: [finding(1, 1..<2)])
    let comments = try OfficePackage(result.bytes).bytes(of: "word/comments.xml")
    #expect(String(decoding: comments, as: UTF8.self).contains(strict) == true)
  }

  @Test("What is no Word draft is refused with its reason")
  func refused() throws {
    let document = Fixture.head + "<w:body><w:p>"
    for bytes in [
      Array("not a package".utf8), try Fixture.package(document),
      try Fixture.package("<!DOCTYPE a><w:document/>"), [],
    ] {
      #expect(throws: InvalidInput.self) {
        try CommentedDraft(bytes, file: file, findings: [finding(1, nil)])
      }
    }
  }

  @Test("Whatever the runs and the findings: words stay, marks are whole, and each finding has its words")
  func randomDrafts() throws {
    var random = SeededGenerator(seed: 11)
    let pieces = ["改革", "共17项", "a&amp;b", "&lt;", " 空 ", "《方案》", "𠮷", "é"]
    var expected: [String] = []
    var body = ""
    var findings: [Diagnostic] = []
    for number in 1...120 {
      var plain = ""
      var runs = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let piece = pieces.randomElement(using: &random)!
        plain += piece.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
        var run = Fixture.run(piece, Bool.random(using: &random) ? "<w:b/>" : "")
        if Int.random(in: 0..<5, using: &random) == 0 {
          run = "<w:ins w:id=\"1\" w:author=\"b\">\(run)</w:ins>"
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
          run += "<w:del w:id=\"2\" w:author=\"b\"><w:r><w:delText>旧</w:delText></w:r></w:del>"
        }
        runs += run
      }
      body += Fixture.paragraph(runs)
      let scalars = Array(plain.unicodeScalars)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let start = Int.random(in: 0..<scalars.count, using: &random)
        let end = Int.random(in: (start + 1)...scalars.count, using: &random)
        findings.append(finding(number, start..<end))
        expected.append(String(String.UnicodeScalarView(scalars[start..<end])))
      }
    }
    let draft = try Fixture.draft(body)
    let (result, dump) = try commented(draft, findings)
    #expect(dump.comments.map(\.anchored) == expected)
    #expect(!dump.comments.map(\.isWhole).contains(false))
    let before = DraftMap(try OfficePackage(draft).bytes(of: "word/document.xml")).paragraphs.map(\.count)
    let after = DraftMap(try OfficePackage(result.bytes).bytes(of: "word/document.xml")).paragraphs.map(
      \.count)
    #expect(before == after)
  }

  @Test("Damaged markup is refused, or what comes out is as sound as what went in")
  func damagedMarkup() throws {
    var random = SeededGenerator(seed: 5)
    let body =
      Fixture.paragraph(
        Fixture.run("甲乙&amp;丙", "<w:b/>"), "<w:r><w:t><![CDATA[<&>]]></w:t><!-- <w:p> --><w:tab/></w:r>")
      + "<w:p w:rsidR='a>b/'/>" + Fixture.paragraph("<w:ins>\(Fixture.run("丁 戊"))</w:ins>", Fixture.run("己"))
    let whole = Array("\(Fixture.head)<w:body>\(body)<w:sectPr/></w:body></w:document>".utf8)
    var sound = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let start = Int.random(in: Fixture.head.utf8.count..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
        let piece = Array(bytes[start..<end])
        if Bool.random(using: &random) {
          bytes.removeSubrange(start..<end)
        } else {
          bytes.insert(
            contentsOf: piece, at: Int.random(in: Fixture.head.utf8.count..<bytes.count, using: &random))
        }
      }
      let findings = (1...4).map { number in
        let start = Int.random(in: 0...5, using: &random)
        return finding(number, start..<(start + Int.random(in: 0...3, using: &random)))
      }
      guard let text = String(validating: bytes, as: UTF8.self),
        let result = try? CommentedDraft(Fixture.package(text), file: file, findings: findings)
      else { continue }
      sound += 1
      // Reading the copy through would throw if its markup had come apart.
      _ = try CommentedDraft(result.bytes, file: file, findings: findings)
    }
    #expect(sound > 20)
  }

  @Test(
    "LibreOffice sees as many comments",
    .enabled(if: ExternalTool.hasLibreOffice, "LibreOffice is not installed"))
  func libreOffice() throws {
    let old = "<w:comment w:id=\"1\" w:author=\"张三\"><w:p>\(Fixture.run("请补充"))</w:p></w:comment>"
    let body =
      Fixture.paragraph(
        "<w:commentRangeStart w:id=\"1\"/>", Fixture.run("全年完成17项"), "<w:commentRangeEnd w:id=\"1\"/>",
        "<w:r><w:commentReference w:id=\"1\"/></w:r>")
      + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>"
      + Fixture.paragraph(Fixture.run("表中18项")) + "</w:tc></w:tr></w:tbl>"
      + Fixture.paragraph(Fixture.run("尾段"), "<w:ins w:id=\"8\" w:author=\"a\">\(Fixture.run("新增"))</w:ins>")
    let bytes = try CommentedDraft(
      Fixture.draft(body, comments: old), file: file,
      findings: [finding(1, 4..<6), finding(2, 2..<4), finding(3, 1..<3)]
    ).bytes
    let text = try Workplace.withTemporaryFolder { folder in
      let source = folder.appending(path: "draft.docx")
      try Data(bytes).write(to: source)
      _ = try ExternalTool.run([
        "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--convert-to", "fodt", "--outdir", folder.path, source.path,
      ])
      return try String(contentsOf: folder.appending(path: "draft.fodt"), encoding: .utf8)
    }
    #expect(text.components(separatedBy: "<office:annotation ").count == 5)
    #expect(text.components(separatedBy: "<dc:creator>改革报告核对").count == 4)
  }
}
