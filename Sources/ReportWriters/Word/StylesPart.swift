import OfficePackage

/// `word/styles.xml` and `word/fontTable.xml`: the table of styles and the faces in WordprocessingML.
struct StylesPart {
  let fonts: FontProfile

  /// The styles part.
  func styles() throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start("w:styles", ["xmlns:w": WordNamespace.main])
    try defaults(&xml)
    try normal(&xml)
    try paragraphFont(&xml)
    try tableStyles(&xml)
    for style in OfficialStyle.all { try write(style, &xml) }
    return xml.finish()
  }

  private func defaults(_ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    try xml.start("w:docDefaults")
    try xml.start("w:rPrDefault")
    try xml.start("w:rPr")
    try faces(.body, &xml)
    try size(OfficialFormat.size3.value, &xml)
    try xml.empty("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
    xml.end()
    xml.end()
    try xml.empty("w:pPrDefault")
    xml.end()
  }

  /// 正文: what every paragraph has: no hanging marks, no gaps around digits, lines of one page full to the last.
  private func normal(_ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    try xml.start("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"])
    try xml.empty("w:name", ["w:val": "Normal"])
    try xml.empty("w:qFormat")
    try xml.start("w:pPr")
    try xml.empty("w:widowControl", ["w:val": "0"])
    try xml.empty("w:overflowPunct", ["w:val": "0"])
    try xml.empty("w:autoSpaceDE", ["w:val": "0"])
    try xml.empty("w:autoSpaceDN", ["w:val": "0"])
    try xml.empty("w:jc", ["w:val": "both"])
    xml.end()
    xml.end()
  }

  private func paragraphFont(_ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    try xml.start("w:style", ["w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"])
    try xml.empty("w:name", ["w:val": "Default Paragraph Font"])
    try xml.empty("w:uiPriority", ["w:val": "1"])
    try xml.empty("w:semiHidden")
    xml.end()
  }

  private func tableStyles(_ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    try xml.start("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"])
    try xml.empty("w:name", ["w:val": "Normal Table"])
    try xml.empty("w:uiPriority", ["w:val": "99"])
    try xml.empty("w:semiHidden")
    try xml.start("w:tblPr")
    try cellMargins(108, air: 0, &xml)
    xml.end()
    xml.end()
    try xml.start("w:style", ["w:type": "table", "w:styleId": "AttachmentGrid"])
    try xml.empty("w:name", ["w:val": "附件表格"])
    try xml.empty("w:basedOn", ["w:val": "TableNormal"])
    try xml.empty("w:qFormat")
    try xml.start("w:tblPr")
    try xml.start("w:tblBorders")
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
      try xml.empty("w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"])
    }
    xml.end()
    try cellMargins(OfficialFormat.cellMargin.value, air: OfficialFormat.cellAir.value, &xml)
    xml.end()
    xml.end()
  }

  private func cellMargins(_ width: Int, air: Int, _ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    try xml.start("w:tblCellMar")
    for (side, width) in [("top", air), ("left", width), ("bottom", air), ("right", width)] {
      try xml.empty("w:\(side)", ["w:w": String(width), "w:type": "dxa"])
    }
    xml.end()
  }

  private func write(_ style: OfficialStyle, _ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    if !style.name.utf8.allSatisfy({ $0 < 0x80 }) {
      try xml.start("w:style", ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": style.id])
    } else {
      try xml.start("w:style", ["w:type": "paragraph", "w:styleId": style.id])
    }
    try xml.empty("w:name", ["w:val": style.name])
    if let alias = style.alias { try xml.empty("w:aliases", ["w:val": alias]) }
    if let base = style.basedOn { try xml.empty("w:basedOn", ["w:val": base]) }
    if let next = style.next { try xml.empty("w:next", ["w:val": next]) }
    try xml.empty("w:qFormat")
    try xml.start("w:pPr")
    if style.keepsNext { try xml.empty("w:keepNext") }
    if style.beginsPage { try xml.empty("w:pageBreakBefore") }
    if style.pitch != .grid { try xml.empty("w:snapToGrid", ["w:val": "0"]) }
    try spacing(style, &xml)
    if style.indent > 0 {
      let width = style.indent * WordParagraph.character
      try xml.empty("w:ind", ["w:firstLineChars": String(style.indent * 100), "w:firstLine": String(width)])
    }
    try xml.empty("w:jc", ["w:val": style.alignment.rawValue])
    if let outline = style.outline { try xml.empty("w:outlineLvl", ["w:val": String(outline - 1)]) }
    xml.end()
    try xml.start("w:rPr")
    try faces(style.face, &xml)
    if style.pitch == .grid { try xml.empty("w:spacing", ["w:val": String(OfficialFormat.squeeze.value)]) }
    try size(style.size.value, &xml)
    xml.end()
    xml.end()
  }

  private func spacing(_ style: OfficialStyle, _ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    switch style.pitch {
    case .grid:
      let line = OfficialFormat.line.value
      try xml.empty(
        "w:spacing",
        [
          "w:before": String(style.blankBefore * line), "w:after": "0", "w:line": String(line),
          "w:lineRule": "exact",
        ])
    case .natural:
      try xml.empty("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
    case .number, .none:
      let line = String(style.pitch == .none ? 20 : OfficialFormat.numberLine.value)
      try xml.empty("w:spacing", ["w:before": "0", "w:after": "0", "w:line": line, "w:lineRule": "exact"])
    }
  }

  private func faces(_ face: FontProfile.Face, _ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    // Page numbers are 宋体 throughout; elsewhere digits have the face of their own.
    let latin = fonts.name(face == .song ? .song : .latin)
    try xml.empty(
      "w:rFonts", ["w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": fonts.name(face), "w:cs": latin])
  }

  private func size(_ halfPoints: Int, _ xml: inout XMLWriter) throws(ForbiddenCharacter) {
    try xml.empty("w:sz", ["w:val": String(halfPoints)])
    try xml.empty("w:szCs", ["w:val": String(halfPoints)])
  }

  /// The font table: each face with another name under which a machine may have it.
  func fontTable() throws(ForbiddenCharacter) -> [UInt8] {
    var xml = XMLWriter()
    try xml.start("w:fonts", ["xmlns:w": WordNamespace.main])
    var written: Set<String> = []
    for face in FontProfile.Face.allCases {
      guard let names = fonts.names[face], let name = names.first, written.insert(name).inserted else {
        continue
      }
      try xml.start("w:font", ["w:name": name])
      // One other name: longer lists are allowed, but no office suite writes them.
      if names.count > 1 { try xml.empty("w:altName", ["w:val": names[1]]) }
      try xml.empty("w:charset", ["w:val": face == .latin ? "00" : "86"])
      try xml.empty("w:family", ["w:val": face == .latin ? "roman" : "auto"])
      try xml.empty("w:pitch", ["w:val": "variable"])
      xml.end()
    }
    return xml.finish()
  }
}

/// The namespaces of WordprocessingML parts.
enum WordNamespace {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
}
