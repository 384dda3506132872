/// 段落: one paragraph of the document with the little that its style does not say.
struct WordParagraph: Sendable {
  /// Its style.
  let style: OfficialStyle
  /// Its lines, parted by line breaks inside the paragraph.
  var lines: [String]
  /// Lines left blank before it, where that differs from its style.
  var blankBefore: Int?
  /// Left indent and hanging first line in twips, where they depend on the text.
  var left: Int?
  var hanging = 0
  /// Whether the next paragraph must be on the same page.
  var keepsNext = false
  /// Whether the section ends with this paragraph.
  var endsSection: PageForm?

  init(_ style: OfficialStyle, _ lines: [String], blankBefore: Int? = nil) {
    self.style = style
    self.lines = lines
    self.blankBefore = blankBefore
  }

  init(_ style: OfficialStyle, _ text: String, blankBefore: Int? = nil) {
    self.init(style, [text], blankBefore: blankBefore)
  }

  /// The width of one character of the body in twips: 3号 less the squeeze.
  static let character = OfficialFormat.size3.value * 10 + OfficialFormat.squeeze.value
}

/// 内容块: what the document is made of.
enum WordBlock: Sendable {
  case paragraph(WordParagraph)
  case table(AttachmentTable, PageForm)
}

/// 纸张方向.
enum PageForm: Sendable {
  case portrait, landscape

  /// The width of the text block in twips.
  var textWidth: Int {
    switch self {
    case .portrait:
      OfficialFormat.paperWidth.value - OfficialFormat.binding.value - OfficialFormat.right.value
    case .landscape:
      OfficialFormat.paperHeight.value - OfficialFormat.top.value - OfficialFormat.bottom.value
    }
  }

  /// The height of the text block in twips.
  var textHeight: Int { self == .portrait ? PageForm.landscape.textWidth : PageForm.portrait.textWidth }
}
