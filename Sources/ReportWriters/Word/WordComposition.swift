import ReportModel

/// 排布: turns the outline and its tables into paragraphs with styles, in the order of the standard.
struct WordComposition {
  private(set) var blocks: [WordBlock] = []
  /// The form of the pages that the document ends with.
  private(set) var lastForm = PageForm.portrait

  /// The half-width characters that a line of the title holds.
  static let titleWidth = 38

  init(_ document: ReportDocument) {
    let outline = document.outline
    let attachments = BoundAttachment.all(of: document)
    add(OfficialStyle.title, TitleLines.broken(outline.title, width: Self.titleWidth))
    if outline.signature == .belowTitle {
      if let office = outline.office { add(OfficialStyle.byline, [office]) }
      if let date = outline.date { add(OfficialStyle.byline, ["\u{FF08}\(date.chinese)\u{FF09}"]) }
    }
    if let addressee = outline.addressee { add(OfficialStyle.addressee, [addressee + "\u{FF1A}"]) }
    for (index, block) in outline.blocks.enumerated() {
      // One line stays blank below the title, before the addressee or, without one, before the body.
      let isFirst = index == 0 && outline.addressee == nil
      switch block {
      case .heading(let level, let text): add(OfficialStyle.heading(level), [text], blank: isFirst ? 1 : nil)
      case .paragraph(let text): add(OfficialStyle.body, [text], blank: isFirst ? 1 : nil)
      }
    }
    addNote(attachments.reduce(outline.attachments) { $1.isListed ? $0 : $0 + [$1.table.frame.title] })
    if outline.signature == .atEnd { addSignature(outline) }
    for attachment in attachments { add(attachment) }
  }

  private mutating func add(_ style: OfficialStyle, _ lines: [String], blank: Int? = nil) {
    blocks.append(.paragraph(WordParagraph(style, lines, blankBefore: blank)))
  }

  /// 附件说明 (7.3.4): indented by two, the names aligned under one another; a single attachment bears no number.
  private mutating func addNote(_ titles: [String]) {
    let character = WordParagraph.character
    let label = "附件\u{FF1A}"
    let numberWidth = titles.count > 1 ? character * (titles.count < 10 ? 3 : 4) / 2 : 0
    let left = character * (2 + label.count) + numberWidth
    for (index, title) in titles.enumerated() {
      let number = titles.count > 1 ? "\(index + 1).\t" : ""
      var paragraph = WordParagraph(
        OfficialStyle.attachmentNote, (index == 0 ? label : "") + number + title,
        blankBefore: index == 0 ? 1 : nil)
      paragraph.left = left
      paragraph.hanging = index == 0 ? left - 2 * character : numberWidth
      paragraph.keepsNext = index < titles.count - 1
      blocks.append(.paragraph(paragraph))
    }
  }

  /// 落款 without a seal (7.3.5.2): the office two characters from the right, the date beginning two characters
  /// right of the office; a date that reaches further than the office is itself two from the right.
  private mutating func addSignature(_ outline: Outline) {
    guard outline.office != nil || outline.date != nil else { return }
    keepWithNext()
    let date = outline.date?.chinese
    let officeWidth = outline.office.map(TitleLines.width) ?? 0
    let dateWidth = date.map(TitleLines.width) ?? 0
    let whole = OfficialFormat.characters.value * 2
    // In half-width characters from the left margin.
    var officeStart = whole - 4 - officeWidth
    if outline.office == nil || officeStart + 4 + dateWidth > whole {
      officeStart = whole - 4 - dateWidth - 4
    }
    if officeStart < 0 { officeStart = 0 }
    if let office = outline.office {
      var paragraph = WordParagraph(OfficialStyle.office, office)
      paragraph.left = officeStart * WordParagraph.character / 2
      blocks.append(.paragraph(paragraph))
    }
    if let date {
      var paragraph = WordParagraph(
        OfficialStyle.date, date, blankBefore: outline.office == nil ? 1 : nil)
      paragraph.left = (officeStart + 4) * WordParagraph.character / 2
      blocks.append(.paragraph(paragraph))
    }
  }

  /// The last lines of the text stay with the signature: no page bears a signature alone.
  private mutating func keepWithNext() {
    guard case .paragraph(var paragraph) = blocks.last else { return }
    paragraph.keepsNext = true
    blocks[blocks.count - 1] = .paragraph(paragraph)
  }

  private mutating func add(_ attachment: BoundAttachment) {
    let form = TableForm(attachment.table.frame)
    if form.page != lastForm { endSection() }
    lastForm = form.page
    add(OfficialStyle.attachmentNumber, [attachment.label])
    let width = form.page.textWidth * 38 / PageForm.portrait.textWidth
    add(OfficialStyle.attachmentTitle, TitleLines.broken(attachment.table.frame.title, width: width))
    add(OfficialStyle.tableCaption, [attachment.table.frame.caption])
    blocks.append(.table(attachment.table, form.page))
    // A table cannot end a section or the document: a paragraph must follow it.
    blocks.append(.paragraph(WordParagraph(OfficialStyle.afterTable, "")))
  }

  /// Ends the section with the last paragraph.
  private mutating func endSection() {
    guard case .paragraph(var paragraph) = blocks.last else { return }
    paragraph.endsSection = lastForm
    blocks[blocks.count - 1] = .paragraph(paragraph)
  }
}

/// 随文装订的附件: a table with the label that it bears in the list of attachments.
struct BoundAttachment {
  /// 附件1; bare 附件 where there is but one (7.3.7).
  let label: String
  let table: AttachmentTable
  /// Whether the ledger's own list names it; what is bound in without being named is added to the list.
  let isListed: Bool

  /// The tables in the order of the list; those that the list does not name come after it.
  static func all(of document: ReportDocument) -> [BoundAttachment] {
    let titles = document.outline.attachments
    var next = titles.count
    let numbered = document.tables.map { table in
      let index = titles.firstIndex(of: table.frame.title)
      if index == nil { next += 1 }
      return (number: index.map { $0 + 1 } ?? next, table: table, isListed: index != nil)
    }
    return numbered.sorted { $0.number < $1.number }.map { number, table, isListed in
      BoundAttachment(label: next > 1 ? "附件\(number)" : "附件", table: table, isListed: isListed)
    }
  }
}
