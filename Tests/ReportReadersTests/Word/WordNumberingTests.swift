import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

@Suite("Word 自动编号")
struct WordNumberingTests {
  static let numbering = """
    <w:abstractNum w:abstractNumId="7">
    \(level(0, "chineseCountingThousand", "%1、"))\(level(1, "chineseCounting", "(%2)", style: "h2"))
    \(level(2, "decimal", "%3."))\(level(3, "decimal", "%1.%4", more: "<w:isLgl/>"))
    \(level(4, "bullet", "\u{F06C}"))\(level(5, "chineseCounting", "第%6条"))</w:abstractNum>
    <w:abstractNum w:abstractNumId="8">\(level(0, "decimalEnclosedCircle", "%1"))</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="7"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
    """

  static func level(_ level: Int, _ format: String, _ text: String, style: String? = nil, more: String = "")
    -> String
  {
    let link = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    return "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(link)\(more)"
      + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  static func paragraph(_ list: Int, _ level: Int, _ text: String = "文") -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>"
      + "\(WordFixture.run(text))</w:p>"
  }

  static func numbers(_ body: String, styles: String? = nil) throws -> [String] {
    let bytes = try WordFixture(body: body, styles: styles, numbering: numbering).bytes()
    return try readWord(bytes, file: "a").text.blocks.map { String($0.text.dropLast()) }
  }

  @Test func levelsCountAndRestart() throws {
    let body =
      Self.paragraph(1, 0) + Self.paragraph(1, 1) + Self.paragraph(1, 1) + Self.paragraph(1, 2)
      + Self.paragraph(1, 0) + Self.paragraph(1, 1) + Self.paragraph(1, 3) + Self.paragraph(1, 4)
      + Self.paragraph(1, 5)
    #expect(
      try Self.numbers(body) == ["一、", "(一)", "(二)", "1.", "二、", "(一)", "2.1 ", "", "第一条 "])
  }

  @Test func listsOfOnePatternCountOnUnlessTheyStartAnew() throws {
    let body =
      Self.paragraph(1, 0) + Self.paragraph(1, 0) + Self.paragraph(2, 0) + Self.paragraph(2, 0)
      + Self.paragraph(3, 0)
    #expect(try Self.numbers(body) == ["一、", "二、", "一、", "二、", "① "])
  }

  @Test func stylesNumberTheirParagraphs() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="k"><w:name w:val="k"/><w:basedOn w:val="h2"/></w:style>
      """
    let styled = "<w:p><w:pPr><w:pStyle w:val=\"h2\"/></w:pPr>\(WordFixture.run("文"))</w:p>"
    let off =
      "<w:p><w:pPr><w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>\(WordFixture.run("文"))</w:p>"
    #expect(try Self.numbers(styled + styled + off, styles: styles) == ["(一)", "(二)", ""])
  }

  @Test func theNumberIsNotPartOfTheParagraph() throws {
    let bytes = try WordFixture(body: Self.paragraph(1, 0, "共10项"), numbering: Self.numbering).bytes()
    let block = try readWord(bytes, file: "a").text.blocks[0]
    #expect(block.text == "一、共10项")
    #expect(block.place(of: 3..<5, in: "a") == .paragraph(file: "a", number: 1, characters: 1..<3))
    #expect(block.place(of: 0..<3, in: "a") == .paragraph(file: "a", number: 1, characters: 0..<1))
  }

  @Test func excerptsBeginBehindTheNumber() throws {
    let bytes = try WordFixture(body: Self.paragraph(1, 0, "共10项"), numbering: Self.numbering).bytes()
    var excerpts = SourceExcerpts()
    excerpts.add(try readWord(bytes, file: "a").text)
    let excerpt = excerpts.excerpt(at: .paragraph(file: "a", number: 1, characters: 1..<3))
    #expect(excerpt?.line == "共10项")
    #expect(excerpt?.quoted == "10")
  }

  @Test(arguments: [
    (12, "chineseCounting", "十二"), (105, "chineseCountingThousand", "一百零五"), (10, "ideographDigital", "一〇"),
    (21, "chineseLegalSimplified", "贰拾壹"), (3, "ideographTraditional", "丙"), (28, "lowerLetter", "bb"),
    (1994, "upperRoman", "MCMXCIV"), (7, "decimalZero", "07"), (12, "decimalFullWidth", "\u{FF11}\u{FF12}"),
    (-5, "upperRoman", "-5"), (1_000_000, "lowerLetter", "1000000"), (21, "decimalEnclosedCircle", "21"),
  ])
  func formats(number: Int, format: String, text: String) {
    #expect(WordNumberFormat.text(number, format: format) == text)
  }

  @Test func noDocumentCrashesIt() throws {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"heading 2\"/></w:style>"
    let body =
      Self.paragraph(1, 0) + Self.paragraph(2, 3)
      + "<w:tbl><w:tr><w:tc>\(Self.paragraph(1, 1))</w:tc></w:tr></w:tbl>"
    let tags = [
      "<w:p>", "</w:p>", "<w:tc>", "</w:tc>", "<w:tbl>", "<w:tr>", "<w:txbxContent>", "<w:pPr>", "<w:del>",
    ]
    var random = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      var text = body
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let tag = tags.randomElement(using: &random) ?? ""
        let other = tags.randomElement(using: &random) ?? ""
        let closing = other.replacing("<", with: "</").replacing("<//", with: "</")
        text = text.replacing(tag, with: "\(other)\(tag)", maxReplacements: 1)
        text = text.replacing("</w:tr>", with: "</w:tr>\(closing)", maxReplacements: 1)
        text += "\(other)\(closing)"
      }
      let bytes = try WordFixture(body: text, styles: styles, numbering: Self.numbering).bytes()
      _ = try? readWord(bytes, file: "a")
    }
  }
}
