import OfficePackage

/// 页面与页码: sections, and the footers that bear "— 1 —" (GB/T 9704-2012, 7.5 and 8).
///
/// Numbers stand outside on odd pages at the right, on even ones at the left. A landscape page is bound with its
/// head to the left like the others, so its number stands at its left edge, turned by a quarter: there it is
/// where other pages have it.
enum SectionPart {
  /// A footer: the part, its relationship, and the pages it is for.
  struct Footer: Sendable {
    let form: PageForm
    let isEven: Bool

    var part: String { "footer\(number).xml" }
    var relationship: String { "rIdFooter\(number)" }
    private var number: Int { (form == .portrait ? 1 : 3) + (isEven ? 1 : 0) }

    static let all = [PageForm.portrait, .landscape].flatMap { form in
      [false, true].map { Footer(form: form, isEven: $0) }
    }
  }

  /// The properties of a section.
  static func properties(_ form: PageForm, _ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    typealias Format = OfficialFormat
    func text(_ setting: Format.Setting) -> String { String(setting.value) }
    try xml.start("w:sectPr")
    for footer in Footer.all where footer.form == form {
      try xml.empty(
        "w:footerReference",
        ["w:type": footer.isEven ? "even" : "default", "r:id": footer.relationship])
    }
    try xml.empty("w:type", ["w:val": "nextPage"])
    let footerPlace = String(Format.bottom.value - Format.numberTop.value - Format.numberLine.value)
    switch form {
    case .portrait:
      try xml.empty("w:pgSz", ["w:w": text(Format.paperWidth), "w:h": text(Format.paperHeight)])
      try xml.empty(
        "w:pgMar",
        [
          "w:top": text(Format.top), "w:right": text(Format.right), "w:bottom": text(Format.bottom),
          "w:left": text(Format.binding), "w:header": "851", "w:footer": footerPlace, "w:gutter": "0",
        ])
    case .landscape:
      try xml.empty(
        "w:pgSz",
        ["w:w": text(Format.paperHeight), "w:h": text(Format.paperWidth), "w:orient": "landscape"])
      try xml.empty(
        "w:pgMar",
        [
          "w:top": text(Format.binding), "w:right": text(Format.top), "w:bottom": text(Format.right),
          "w:left": text(Format.bottom), "w:header": "851", "w:footer": "851", "w:gutter": "0",
        ])
    }
    try xml.empty("w:docGrid", ["w:type": "lines", "w:linePitch": text(Format.line)])
    xml.end()
  }

  /// A footer part.
  static func footer(_ footer: Footer, fonts: FontProfile) throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start(
      "w:ftr",
      [
        "xmlns:w": WordNamespace.main,
        "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "xmlns:v": "urn:schemas-microsoft-com:vml", "xmlns:o": "urn:schemas-microsoft-com:office:office",
      ])
    switch footer.form {
    case .portrait: try number(footer, fonts, &xml)
    case .landscape: try turned(footer, fonts, &xml)
    }
    return xml.finish()
  }

  /// "— 1 —" as a paragraph.
  private static func number(_ footer: Footer, _ fonts: FontProfile, _ xml: inout XMLWriter)
    throws(ForbiddenCharacter)
  {
    let free = String(OfficialFormat.numberFree.value)
    try xml.start("w:p")
    try xml.start("w:pPr")
    try xml.empty("w:pStyle", ["w:val": OfficialStyle.footer.id])
    try xml.empty("w:ind", footer.isEven ? ["w:left": free] : ["w:right": free])
    try xml.empty("w:jc", ["w:val": footer.isEven ? "left" : "right"])
    xml.end()
    try text("— ", fonts, &xml)
    try xml.start("w:fldSimple", ["w:instr": " PAGE "])
    try text("1", fonts, &xml)
    xml.end()
    try text(" —", fonts, &xml)
    xml.end()
  }

  private static func text(_ text: String, _ fonts: FontProfile, _ xml: inout XMLWriter)
    throws(ForbiddenCharacter)
  {
    try xml.start("w:r")
    try xml.start("w:rPr")
    try xml.empty("w:rFonts", ["w:hint": "eastAsia", "w:eastAsia": fonts.name(.song)])
    xml.end()
    try xml.start("w:t", ["xml:space": "preserve"])
    try xml.text(text)
    xml.end()
    xml.end()
  }

  /// The number in a box along the left edge of the text block, its lines running downwards.
  private static func turned(_ footer: Footer, _ fonts: FontProfile, _ xml: inout XMLWriter)
    throws(ForbiddenCharacter)
  {
    let form = OfficialFormat.self
    let box = TurnedBox(
      x: form.bottom.value - form.turnedNumberTop.value - form.numberLine.value, y: form.binding.value,
      width: form.numberLine.value, height: PageForm.landscape.textHeight)
    try xml.start("w:p")
    try xml.start("w:pPr")
    try xml.empty("w:pStyle", ["w:val": OfficialStyle.footer.id])
    xml.end()
    try xml.start("w:r")
    try xml.start("mc:AlternateContent")
    try xml.start("mc:Choice", ["Requires": "wps"])
    try box.writeDrawing(&xml) { xml throws(ForbiddenCharacter) in try number(footer, fonts, &xml) }
    xml.end()
    try xml.start("mc:Fallback")
    try box.writeVML(&xml) { xml throws(ForbiddenCharacter) in try number(footer, fonts, &xml) }
  }
}
