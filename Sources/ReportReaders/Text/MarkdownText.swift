import ReportModel

/// Markdown 文本: a Markdown file as its lines: headings and tables by their marks, other lines as in plain text.
///
/// Numbers of ordered lists stay, because reports number their paragraphs so; bullets, quotation marks at the
/// start of lines and marks inside them are left out, with their places kept. Front matter, code and comments
/// are passed over and said. Lines are not joined.
func readMarkdown(_ text: String, file: String) -> (text: SourceText, notes: [Diagnostic]) {
  var markdown = MarkdownLines(TextLines(text))
  let blocks = markdown.blocks()
  let notes =
    markdown.skipped == 0
    ? []
    : [TextFault.note("markdown.not-read", "代码、注释和文件头共 \(markdown.skipped) 行没有读", file)]
  return (SourceText(file: file, blocks: blocks), notes)
}

private struct MarkdownLines {
  private let lines: [TextLine]
  private var index = 0
  /// Whether headings below the title are marked as such; then a line in bold is none.
  private let marksHeadings: Bool
  /// How many lines were passed over as code, comments or front matter.
  private(set) var skipped = 0

  init(_ lines: TextLines) {
    self.lines = lines.map(\.trimmed)
    marksHeadings = self.lines.contains { $0.text.starts(withAny: "#") && $0.text.hasPrefix("##") }
  }

  mutating func blocks() -> [SourceBlock] {
    var blocks: [SourceBlock] = []
    skipFrontMatter()
    while index < lines.count {
      let line = lines[index]
      if skipFence() || skipComment() { continue }
      if let table = table() {
        blocks.append(table)
        continue
      }
      index += 1
      if line.text.isEmpty || Self.isRule(line.text) { continue }
      if let heading = Self.heading(line) ?? boldHeading(line) {
        blocks.append(heading)
      } else if let level = underline(after: line), let block = Self.block(line, .heading(level: level)) {
        blocks.append(block)
        index += 1
      } else if let block = Self.block(Self.withoutMarks(line), .paragraph) {
        blocks.append(block)
      }
    }
    return blocks
  }

  // MARK: What is passed over

  private mutating func skipFrontMatter() {
    guard lines.first?.text == "---",
      let end = lines.dropFirst().prefix(200).firstIndex(where: { $0.text == "---" || $0.text == "..." })
    else { return }
    index = end + 1
    skipped += index
  }

  private mutating func skipFence() -> Bool {
    let text = lines[index].text
    guard text.starts(withAny: "`~"), let mark = text.first else { return false }
    let length = text.prefix { $0 == mark }.count
    guard length >= 3, mark == "~" || !text.dropFirst(length).contains("`") else { return false }
    let end = lines[(index + 1)...].firstIndex { line in
      line.text.count >= length && line.text.allSatisfy { $0 == mark }
    }
    // A fence that never ends is taken for a slip, or the rest of the report would be lost.
    let next = (end ?? index) + 1
    skipped += next - index
    index = next
    return true
  }

  private mutating func skipComment() -> Bool {
    guard lines[index].text.starts(withAny: "<"), lines[index].text.hasPrefix("<!--"),
      let end = lines[index...].firstIndex(where: { $0.text.hasSuffix("-->") })
    else { return false }
    skipped += end + 1 - index
    index = end + 1
    return true
  }

  // MARK: Headings

  private static func heading(_ line: TextLine) -> SourceBlock? {
    let level = line.text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let rest = line.dropping(level)
    // Many write no blank after the marks; a single one without it may be a topic (#改革#).
    guard rest.text.first.map({ $0 == " " || $0 == "\t" }) ?? true || level > 1 else { return nil }
    var words = rest.trimmed
    let closing = words.text.reversed().prefix { $0 == "#" }.count
    if closing > 0, words.text.dropLast(closing).last == " " {
      words.text = words.text.dropLast(closing)
    }
    return block(words, .heading(level: level))
  }

  /// **延期任务**: a short line in bold that ends without a mark, between blank lines, is a heading where none has a mark of its own.
  private func boldHeading(_ line: TextLine) -> SourceBlock? {
    let text = line.text
    guard !marksHeadings, text.starts(withAny: "*"), text.hasPrefix("**"), text.hasSuffix("**"),
      text.count <= 28,
      index >= lines.count || lines[index].text.isEmpty, index < 2 || lines[index - 2].text.isEmpty
    else { return nil }
    let words = text.dropFirst(2).dropLast(2)
    guard let last = words.last, !words.contains("*"), last.isLetter || ")\u{FF09}”】".contains(last),
      !words.contains("\u{FF1A}"), !words.contains("。")
    else { return nil }
    return Self.block(line, .heading(level: 2))
  }

  /// The level that a line of `=` or `-` below a single line of text gives it.
  private func underline(after line: TextLine) -> Int? {
    guard index < lines.count else { return nil }
    let text = lines[index].text
    guard text.starts(withAny: "=-") else { return nil }
    let above = index >= 2 ? lines[index - 2].text : ""
    guard above.isEmpty || above.hasPrefix("#"), text.count >= 2 else { return nil }
    if text.allSatisfy({ $0 == "=" }) { return 1 }
    return text.allSatisfy { $0 == "-" } ? 2 : nil
  }

  private static func isRule(_ text: Substring) -> Bool {
    guard text.starts(withAny: "-*_") else { return false }
    let marks = text.filter { $0 != " " }
    guard let mark = marks.first, marks.count >= 3 else { return false }
    return marks.allSatisfy { $0 == mark }
  }

  // MARK: Lines

  /// A line without the marks of quotations and bullets at its start.
  private static func withoutMarks(_ line: TextLine) -> TextLine {
    var line = line.trimmed
    while line.text.starts(withAny: ">") { line = line.dropping(1).trimmed }
    if line.text.starts(withAny: "-*+"),
      line.text.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? false
    {
      line = line.dropping(1).trimmed
    }
    return line
  }

  private static func block(_ line: TextLine, _ kind: SourceBlock.Kind) -> SourceBlock? {
    let line = line.trimmed
    let inline = MarkdownInline(line)
    guard !inline.text.allSatisfy(\.isWhitespace) else { return nil }
    return SourceBlock(
      kind, text: inline.text, number: line.number, offset: inline.pieces.first?.offset ?? line.offset,
      pieces: inline.pieces)
  }

  // MARK: Tables

  /// A table that begins here: a row, a row of dashes, and rows until a blank line.
  private mutating func table() -> SourceBlock? {
    guard index + 1 < lines.count, lines[index].text.hasBar,
      Self.isDelimiter(lines[index + 1].text)
    else { return nil }
    let first = index
    var rows = [Self.cells(lines[first])]
    guard Self.cells(lines[first + 1]).count == rows[0].count else { return nil }
    index += 2
    while index < lines.count, lines[index].text.hasBar {
      rows.append(Self.cells(lines[index]))
      index += 1
    }
    let inlines = rows.map { $0.map { (inline: MarkdownInline($0, inCell: true), line: $0) } }
    return SourceBlock(
      .table(inlines.map { $0.map(\.inline.text) }), text: "", number: lines[first].number,
      offset: lines[first].offset,
      cellPieces: inlines.map { row in
        row.map { cell in
          cell.inline.pieces.isEmpty
            ? [.init(number: cell.line.number, offset: cell.line.offset)] : cell.inline.pieces
        }
      })
  }

  private static func isDelimiter(_ text: Substring) -> Bool {
    text.hasBar && text.contains("-") && text.allSatisfy { "|-: \t".contains($0) }
  }

  /// The cells of a row; a `|` behind a backslash belongs to the text.
  private static func cells(_ line: TextLine) -> [TextLine] {
    var cells: [TextLine] = []
    let scalars = Array(line.text.unicodeScalars)
    var start = scalars.first == "|" ? 1 : 0
    var end = scalars.count
    if end > start, scalars[end - 1] == "|", end < 2 || scalars[end - 2] != "\\" { end -= 1 }
    for index in start...end
    where index == end || (scalars[index] == "|" && scalars[max(0, index - 1)] != "\\") {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<index])
      cells.append(
        TextLine(text: Substring(String(text)), number: line.number, offset: line.offset + start).trimmed)
      start = index + 1
    }
    return cells
  }
}

extension Substring {
  /// Whether the text begins with one of some ASCII marks; asked of every line, so by its bytes.
  fileprivate func starts(withAny marks: StaticString) -> Bool {
    guard let first = utf8.first else { return false }
    return marks.withUTF8Buffer { $0.contains(first) }
  }

  /// Whether there is a `|`, which parts the cells of a table.
  fileprivate var hasBar: Bool { utf8.contains(UInt8(ascii: "|")) }
}
