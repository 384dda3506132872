import ReportModel
import Testing

@testable import ReportReaders

@Suite("Word 文档")
struct WordReaderTests {
  typealias Fixture = WordFixture

  static func read(_ body: String, styles: String? = nil, numbering: String? = nil, namespaces: String = "")
    throws -> (text: SourceText, notes: [Diagnostic])
  {
    let fixture = Fixture(body: body, styles: styles, numbering: numbering, namespaces: namespaces)
    return try readWord(try fixture.bytes(), file: "稿.docx")
  }

  /// The blocks as `number|text`.
  static func lines(
    _ body: String, styles: String? = nil, numbering: String? = nil, namespaces: String = ""
  ) throws -> [String] {
    try read(body, styles: styles, numbering: numbering, namespaces: namespaces).text.blocks.map {
      "\($0.number)|\($0.text)"
    }
  }

  @Test func emptyParagraphsAreCountedNotKept() throws {
    #expect(try Self.lines("<w:p/>" + Fixture.paragraphs("甲", "", "\u{3000}\u{3000}乙 ")) == ["2|甲", "4|乙"])
    let block = try Self.read(Fixture.paragraphs("\u{3000}\u{3000}共10项")).text.blocks[0]
    #expect(block.place(of: 1..<3, in: "稿.docx") == .paragraph(file: "稿.docx", number: 1, characters: 3..<5))
  }

  @Test func headingsByStyleItsBaseAndOutline() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题 2"/><w:basedOn w:val="b"/></w:style>
      <w:style w:type="paragraph" w:styleId="c"><w:name w:val="小节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
      <w:style w:type="character" w:styleId="x"><w:name w:val="heading 1"/></w:style>
      """
    func paragraph(_ style: String, _ more: String = "") -> String {
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(more)</w:pPr>\(Fixture.run("文"))</w:p>"
    }
    let body =
      paragraph("t") + paragraph("1") + paragraph("a5") + paragraph("b") + paragraph("c")
      + paragraph("c", "<w:outlineLvl w:val=\"9\"/>") + paragraph("x") + paragraph("toc")
      + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>\(Fixture.run("文"))</w:p>"
    let (text, notes) = try Self.read(body, styles: styles)
    let kinds: [SourceBlock.Kind] = [
      .title, .heading(level: 1), .heading(level: 1), .heading(level: 2), .heading(level: 3), .paragraph,
      .paragraph, .heading(level: 1),
    ]
    #expect(text.blocks.map(\.kind) == kinds)
    #expect(notes.map(\.message).contains { $0.contains("目录") })
  }

  @Test func trackedChangesAreReadAsAccepted() throws {
    let body = """
      <w:p>\(Fixture.run("共"))<w:del><w:r><w:delText>8</w:delText><w:t>8</w:t></w:r></w:del>\
      <w:ins>\(Fixture.run("10"))</w:ins>\(Fixture.run("项"))\
      <w:moveFrom>\(Fixture.run("旧"))</w:moveFrom><w:moveTo>\(Fixture.run("新"))</w:moveTo></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Fixture.run("前半"))</w:p><w:p>\(Fixture.run("后半句"))</w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>\(Fixture.run("整段"))</w:del></w:p>
      <w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>\(Fixture.run("末"))</w:p>
      """
    let text = try Self.read(body).text
    #expect(text.blocks.map(\.text) == ["共10项新", "前半后半句", "末"])
    #expect(text.blocks.map(\.number) == [1, 2, 5])
    #expect(text.blocks[2].kind == .paragraph)
    #expect(text.blocks[1].place(of: 3..<5, in: "a") == .paragraph(file: "a", number: 3, characters: 1..<3))
    #expect(text.blocks[1].place(of: 0..<2, in: "a") == .paragraph(file: "a", number: 2, characters: 0..<2))
  }

  @Test func fieldsGiveTheirResults() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let body =
      "<w:p>\(Fixture.run("共"))\(mark("begin"))<w:r><w:instrText>REF x \(mark("begin"))</w:instrText></w:r>"
      + "\(mark("begin"))\(mark("separate"))\(Fixture.run("内层"))\(mark("end"))"
      + "\(mark("separate"))\(Fixture.run("10"))\(mark("end"))\(Fixture.run("项"))"
      + "<w:fldSimple w:instr=\"PAGE\">\(Fixture.run("3"))</w:fldSimple>"
      + "<w:hyperlink>\(Fixture.run("链接"))</w:hyperlink></w:p>"
    #expect(try Self.lines(body) == ["1|共10项3链接"])
  }

  @Test func anUnfinishedFieldSwallowsNothing() throws {
    let body =
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(Fixture.run("甲"))</w:p>"
      + Fixture.paragraphs("乙")
    let (text, notes) = try Self.read(body)
    #expect(text.blocks.map(\.text) == ["甲", "乙"])
    #expect(notes.contains { $0.severity == .warning })
  }

  @Test func tabsBreaksSymbolsAndHiddenText() throws {
    let body =
      "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"
      + "<w:br w:type=\"page\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:noBreakHyphen/></w:r>"
      + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>明</w:t></w:r></w:p>"
    let (text, notes) = try Self.read(body)
    #expect(text.blocks.map(\.text) == ["甲\t乙\n丙\u{2611}-明"])
    #expect(notes.map(\.message).contains { $0.contains("隐藏文字 1 处") })
  }

  @Test func textBoxesAreReadOnce() throws {
    func box(_ text: String) -> String { "<w:txbxContent>\(Fixture.paragraphs(text))</w:txbxContent>" }
    let body = """
      <w:p>\(Fixture.run("前"))<w:r><mc:AlternateContent><mc:Choice><w:drawing>\(box("框内"))</w:drawing></mc:Choice>\
      <mc:Choice>\(box("二"))</mc:Choice><mc:Fallback><w:pict>\(box("框内"))</w:pict></mc:Fallback></mc:AlternateContent></w:r>\(Fixture.run("后"))</w:p>
      <w:p><w:r><w:pict>\(box("旧框"))</w:pict></w:r></w:p>
      <w:p><w:r><mc:AlternateContent><mc:Fallback>\(box("只有备用"))</mc:Fallback></mc:AlternateContent></w:r></w:p>
      """
    let namespace = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    #expect(
      try Self.lines(body, namespaces: namespace) == ["1|前后", "2|框内", "4|旧框", "6|只有备用"])
  }

  @Test func alternatesInTheWrongPlaceAreHarmless() throws {
    let body =
      "<w:p><w:r><mc:AlternateContent><w:txbxContent><mc:Choice/></w:txbxContent></mc:AlternateContent>"
      + "</w:r>\(Fixture.run("文"))</w:p>"
    let namespace = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    #expect(try Self.lines(body, namespaces: namespace) == ["1|文"])
  }

  @Test func tablesKeepTheirColumns() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(Fixture.paragraphs(text))</w:tc>"
    }
    let body = """
      \(Fixture.paragraphs("表前"))<w:tbl><w:tr>\(cell("领域", "<w:vMerge w:val=\"restart\"/>"))\(cell("任务", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
      <w:tr>\(cell("", "<w:vMerge/>"))\(cell("甲"))<w:tc>\(Fixture.paragraphs("一", "二"))</w:tc></w:tr>
      <w:tr><w:trPr><w:del/></w:trPr>\(cell("删"))</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(cell("乙"))<w:tc><w:tbl><w:tr>\(cell("内1"))\(cell("内2"))</w:tr></w:tbl>\(Fixture.paragraphs("尾"))</w:tc></w:tr></w:tbl>\(Fixture.paragraphs("表后"))
      """
    let (text, notes) = try Self.read(body)
    let rows = [["领域", "任务", ""], ["", "甲", "一\n二"], ["", "乙", "内1\n内2\n尾"]]
    #expect(text.blocks.map(\.kind) == [.paragraph, .table(rows), .paragraph])
    #expect(text.blocks.map(\.number) == [1, 2, 13])
    #expect(
      text.blocks[1].place(ofCell: 1, 2, 2..<3, in: "a")
        == .paragraph(file: "a", number: 7, characters: 0..<1))
    #expect(notes.map(\.message).contains { $0.contains("嵌套") })
  }

  @Test func absurdSpansAreHarmless() throws {
    let body =
      "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>\(Fixture.paragraphs("甲"))</w:tc></w:tr></w:tbl>"
    guard case .table(let rows) = try Self.read(body).text.blocks[0].kind else { return #expect(Bool(false)) }
    #expect(rows[0].count == 64)
  }

  @Test func whatIsNotReadIsSaid() throws {
    let body =
      "<w:p>\(Fixture.run("文"))<w:r><w:footnoteReference/></w:r><w:r><w:drawing/></w:r><w:r><w:object/></w:r>"
      + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p><w:altChunk/>"
      + "<w:sectPr><w:headerReference/></w:sectPr>"
    let namespace = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    let (text, notes) = try Self.read(body, namespaces: namespace)
    #expect(text.blocks.map(\.text) == ["文"])
    #expect(notes.count == 6)
  }

  @Test func damageIsToldApart() throws {
    func rule(_ bytes: [UInt8]) -> String? {
      do throws(InvalidInput) {
        _ = try readWord(bytes, file: "稿.docx")
        return nil
      } catch {
        return error.diagnostics.first?.rule
      }
    }
    #expect(rule(try Fixture(body: "<w:p>").bytes()) == "package.xml-malformed")
    #expect(rule(Array("%PDF-1.5".utf8)) == "package.foreign")
    let whole = try Fixture(body: Fixture.paragraphs("甲", "乙")).bytes()
    #expect(rule(whole) == nil)
    for length in stride(from: 1, to: whole.count, by: 7) {
      #expect(rule(Array(whole.prefix(length))) != nil, "cut at \(length)")
    }
  }
}
