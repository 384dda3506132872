import OfficePackage

/// `word/document.xml`: the blocks of a composition in WordprocessingML.
struct DocumentPart {
  private var xml = XMLWriter()
  private let fonts: FontProfile

  private init(fonts: FontProfile) { self.fonts = fonts }

  /// The part of a composition.
  static func bytes(_ composition: WordComposition, fonts: FontProfile) throws(ForbiddenCharacter) -> [UInt8]
  {
    var part = DocumentPart(fonts: fonts)
    try part.xml.start(
      "w:document", ["xmlns:w": WordNamespace.main, "xmlns:r": WordNamespace.relationships])
    try part.xml.start("w:body")
    for block in composition.blocks {
      switch block {
      case .paragraph(let paragraph): try part.write(paragraph)
      case .table(let table, _): try part.write(table)
      }
    }
    try SectionPart.properties(composition.lastForm, &part.xml)
    return part.xml.finish()
  }

  // MARK: Paragraphs

  private mutating func write(_ paragraph: WordParagraph) throws(ForbiddenCharacter) {
    try xml.start("w:p")
    try xml.start("w:pPr")
    try xml.empty("w:pStyle", ["w:val": paragraph.style.id])
    if paragraph.keepsNext { try xml.empty("w:keepNext") }
    if let blank = paragraph.blankBefore {
      try xml.empty("w:spacing", ["w:before": String(blank * OfficialFormat.line.value)])
    }
    if let left = paragraph.left {
      try xml.empty(
        "w:ind",
        paragraph.hanging > 0
          ? ["w:left": String(left), "w:hanging": String(paragraph.hanging)]
          : ["w:left": String(left), "w:firstLine": "0"])
    }
    if let form = paragraph.endsSection { try SectionPart.properties(form, &xml) }
    xml.end()
    if paragraph.lines.contains(where: { !$0.isEmpty }) {
      try run(paragraph.lines, face: paragraph.style.face)
    }
    xml.end()
  }

  /// A run. Marks that Latin and Chinese share (“ ” — …) are Chinese here, whatever stands beside them.
  private mutating func run(
    _ lines: [String], face: FontProfile.Face, bold: Bool = false, color: Int? = nil, size: Int? = nil
  ) throws(ForbiddenCharacter) {
    try xml.start("w:r")
    try xml.start("w:rPr")
    try xml.empty("w:rFonts", ["w:hint": "eastAsia", "w:eastAsia": fonts.name(face)])
    if bold { try xml.empty("w:b") }
    if let color { try xml.empty("w:color", ["w:val": Self.hexadecimal(color)]) }
    if let size {
      try xml.empty("w:sz", ["w:val": String(size)])
      try xml.empty("w:szCs", ["w:val": String(size)])
    }
    xml.end()
    for (index, line) in lines.enumerated() {
      if index > 0 { try xml.empty("w:br") }
      for (number, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { try xml.empty("w:tab") }
        guard !piece.isEmpty else { continue }
        try xml.start("w:t", ["xml:space": "preserve"])
        try xml.text(String(piece))
        xml.end()
      }
    }
    xml.end()
  }

  private static func hexadecimal(_ color: Int) -> String {
    let digits = String(color, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  // MARK: Tables

  /// What a cell of a table looks like beside its text.
  private struct Cell {
    var style = OfficialStyle.tableText
    var alignment = OfficialStyle.Alignment.left
    var bold = false
    var color: Int?
    var fill: Int?
    var span = 1
    /// Whether the cell begins (true) or goes on with (false) one merged downwards.
    var merge: Bool?
    var keepsNext = false
  }

  private mutating func write(_ table: AttachmentTable) throws(ForbiddenCharacter) {
    let frame = table.frame
    let form = TableForm(frame)
    try xml.start("w:tbl")
    try properties(frame, form)
    try header(frame, form)
    for (index, section) in table.sections.enumerated() {
      try write(section, frame, form, isLast: index == table.sections.count - 1)
    }
    let name = TableRows.countName("合计", remark: table.remark)
    try summary(
      TableRows.words(name, table.total, in: frame), label: nil, form, fill: OfficialFormat.headFill.value,
      keepsNext: table.remark != nil)
    if let remark = table.remark { try summary("说明\u{FF1A}" + remark, label: nil, form, fill: nil) }
    xml.end()
  }

  private mutating func properties(_ frame: AttachmentTable.Frame, _ form: TableForm)
    throws(ForbiddenCharacter)
  {
    try xml.start("w:tblPr")
    try xml.empty("w:tblStyle", ["w:val": "AttachmentGrid"])
    try xml.empty("w:tblW", ["w:w": String(form.page.textWidth), "w:type": "dxa"])
    try xml.empty("w:jc", ["w:val": "center"])
    try xml.empty("w:tblLayout", ["w:type": "fixed"])
    try xml.empty("w:tblLook", ["w:val": "0620", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"])
    try xml.empty("w:tblCaption", ["w:val": frame.title])
    xml.end()
    try xml.start("w:tblGrid")
    for width in form.columnWidths { try xml.empty("w:gridCol", ["w:w": String(width)]) }
    xml.end()
  }

  private mutating func header(_ frame: AttachmentTable.Frame, _ form: TableForm) throws(ForbiddenCharacter) {
    try beginRow(whole: true, isHeader: true)
    for (index, column) in frame.columns.enumerated() {
      let cell = Cell(
        style: OfficialStyle.tableHead, alignment: .center, fill: OfficialFormat.headFill.value)
      try write([column.heading], cell, form.columnWidths[index], form)
    }
    xml.end()
  }

  private mutating func beginRow(whole: Bool, isHeader: Bool = false) throws(ForbiddenCharacter) {
    try xml.start("w:tr")
    guard whole || isHeader else { return }
    try xml.start("w:trPr")
    if whole { try xml.empty("w:cantSplit") }
    if isHeader { try xml.empty("w:tblHeader") }
    xml.end()
  }

  /// The rows of a domain, its label merged down over them, its count and remark.
  private mutating func write(
    _ section: AttachmentTable.Section, _ frame: AttachmentTable.Frame, _ form: TableForm, isLast: Bool
  ) throws(ForbiddenCharacter) {
    let starts = form.labelStarts(section.rows)
    let staysTogether = form.staysTogether(section.rows)
    let name = TableRows.countName("小计", remark: section.remark)
    let counts =
      frame.countsCategories && !section.rows.isEmpty
      ? TableRows.words(name, RowCounts(of: section.rows), in: frame) : nil
    let summaries = [counts, section.remark].compactMap { $0 }
    for (index, row) in section.rows.enumerated() {
      try beginRow(whole: form.staysWhole(row))
      // A count does not stand alone on the next page.
      let isLastRow = index == section.rows.count - 1
      let keepsNext = isLastRow ? !summaries.isEmpty || isLast : staysTogether
      for (column, cell) in row.cells.enumerated() {
        let isLabel = column == frame.labelColumn
        let look = Cell(
          alignment: isLabel || frame.columns[column].alignment == .center ? .center : .left,
          bold: row.isDelayed && column == frame.countedColumn,
          color: cell.isOpen ? OfficialFormat.openColor.value : nil,
          fill: row.isDelayed && !isLabel ? OfficialFormat.delayedFill.value : nil,
          merge: isLabel ? starts.contains(index) : nil, keepsNext: keepsNext)
        let label = index == 0 ? section.label : section.label + "\u{FF08}续\u{FF09}"
        let text = isLabel ? (starts.contains(index) ? label : "") : cell.text
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        try write(lines, look, form.columnWidths[column], form)
      }
      xml.end()
    }
    for (index, text) in summaries.enumerated() {
      let isFirst = section.rows.isEmpty && index == 0
      try summary(
        text, label: frame.labelColumn == 0 ? (isFirst ? section.label : "") : nil, form,
        fill: counts != nil && index == 0 ? OfficialFormat.countFill.value : nil,
        keepsNext: index < summaries.count - 1 || isLast)
    }
  }

  /// A row of counts or of a remark, over all columns but that of the labels.
  private mutating func summary(
    _ text: String, label: String?, _ form: TableForm, fill: Int?, keepsNext: Bool = false
  ) throws(ForbiddenCharacter) {
    try beginRow(whole: true)
    if let label {
      let cell = Cell(alignment: .center, merge: !label.isEmpty, keepsNext: keepsNext)
      try write([label], cell, form.columnWidths[0], form)
    }
    let widths = label == nil ? form.columnWidths[...] : form.columnWidths.dropFirst()
    if !widths.isEmpty {
      let cell = Cell(bold: fill != nil, fill: fill, span: widths.count, keepsNext: keepsNext)
      try write([text], cell, widths.reduce(0, +), form)
    }
    xml.end()
  }

  private mutating func write(_ lines: [String], _ cell: Cell, _ width: Int, _ form: TableForm)
    throws(ForbiddenCharacter)
  {
    try xml.start("w:tc")
    try xml.start("w:tcPr")
    try xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
    if cell.span > 1 { try xml.empty("w:gridSpan", ["w:val": String(cell.span)]) }
    if let begins = cell.merge {
      try xml.empty("w:vMerge", ["w:val": begins ? "restart" : "continue"])
    }
    if let fill = cell.fill {
      try xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": Self.hexadecimal(fill)])
    }
    try xml.empty("w:vAlign", ["w:val": "center"])
    xml.end()
    for line in lines.isEmpty ? [""] : lines {
      try xml.start("w:p")
      try xml.start("w:pPr")
      try xml.empty("w:pStyle", ["w:val": cell.style.id])
      if cell.keepsNext { try xml.empty("w:keepNext") }
      if cell.alignment != cell.style.alignment {
        try xml.empty("w:jc", ["w:val": cell.alignment.rawValue])
      }
      xml.end()
      if !line.isEmpty {
        let size = form.size == cell.style.size.value ? nil : form.size
        try run([line], face: cell.style.face, bold: cell.bold, color: cell.color, size: size)
      }
      xml.end()
    }
    xml.end()
  }
}
