import OfficePackage
import ReportModel

/// Word 正文: turns the events of `document.xml` into blocks.
///
/// Paragraph numbers count the `w:p` elements of `document.xml` from 1, in the order of their start tags, empty ones
/// and those of deleted rows included: in the body, in tables and nested tables, in content controls and in text
/// boxes (right after the paragraph that holds the box). Not counted are all but the first child of an
/// `mc:AlternateContent` (the second copy of a text box) and boxes inside deleted or moved-away runs.
///
/// Characters of a paragraph count Unicode scalars of its text: each `w:t`, and one each for a tab, a line break,
/// a non-breaking hyphen and a symbol. Page and column breaks, hidden text, deleted text and the instructions of
/// fields count nothing.
struct WordBody {
  /// What has been read, in the order of paragraph numbers once the reading has ended.
  private(set) var blocks: [SourceBlock] = []
  /// What was met and not read.
  private(set) var omissions: [WordOmission: Int] = [:]

  private let styles: WordStyles
  private var numbering: WordNumbering
  private var paragraphs: [WordParagraph] = []
  private var tables: [WordGrid] = []
  /// How many tables were open when each text box began: what is in a box is not in the cell around it.
  private var boxes: [Int] = []
  private var fields = WordFields()
  private var count = 0
  private var size = 0
  /// A paragraph whose end was deleted: the next one goes on with it.
  private var unended: WordParagraph?

  init(styles: WordStyles, numbering: WordNumbering) {
    self.styles = styles
    self.numbering = numbering
  }

  /// Reads the whole part.
  mutating func read(_ reader: WordXML) throws(PackageFault) {
    while let event = try reader.next() {
      switch event {
      case .start(let name?): try begin(name, reader)
      case .end(let name?): end(name)
      case .start(nil), .end(nil), .text: break
      }
      guard size <= WordLimits.textBytes, count <= WordLimits.paragraphs else {
        throw PackageFault(.tooLarge, "文档的文字过多，不像是一份报告", remedy: "请确认选对了文件；确是报告的，请拆成几份")
      }
    }
    endUnended()
    if fields.areOpen { omit(.openField) }
    blocks.sort { $0.number < $1.number }
  }

  private mutating func begin(_ name: WordName, _ reader: WordXML) throws(PackageFault) {
    switch name {
    case .paragraph:
      count += 1
      paragraphs.append(WordParagraph(number: count))
    case .paragraphProperties: try properties(reader)
    case .run: paragraphs.mutateLast { $0.isHidden = false }
    case .runProperties: try runProperties(reader)
    case .text: append(try reader.elementText())
    case .tab, .positionedTab: append("\t")
    case .carriageReturn: append("\n")
    case .lineBreak: if !["page", "column"].contains(reader[.type]) { append("\n") }
    case .hyphen: append("-")
    case .symbol: append(WordSymbol.text(reader[.character]))
    case .field: fields.meet(reader[.fieldType])
    case .table: tables.append(WordGrid())
    case .row: tables.mutateLast { $0.beginRow() }
    case .cell: tables.mutateLast { $0.beginCell() }
    case .gridSpan: tables.mutateLast { $0.span = reader.number ?? 1 }
    case .gridBefore: tables.mutateLast { $0.skip(reader.number ?? 0) }
    case .verticalMerge, .horizontalMerge:
      if reader[.value] ?? "continue" == "continue" { tables.mutateLast { $0.isMergedAway = true } }
    case .rowProperties: try rowProperties(reader)
    case .textBox: boxes.append(tables.count)
    case .alternate: try alternate(reader)
    // A choice met here is not the first of its kind.
    case .choice, .fallback: try reader.skipElement()
    case .deleted, .movedFrom, .instruction, .rubyText: try reader.skipElement()
    case .paragraphChange, .runChange, .tableChange, .rowChange, .cellChange: try reader.skipElement()
    default:
      guard let omission = WordOmission(name) else { return }
      omit(omission)
      if omission == .formula || omission == .imported { try reader.skipElement() }
    }
  }

  private mutating func end(_ name: WordName) {
    switch name {
    case .paragraph: endParagraph()
    case .cell:
      endUnended()
      tables.mutateLast { $0.endCell() }
    case .row: tables.mutateLast { $0.endRow() }
    case .table: endTable()
    case .textBox:
      endUnended()
      _ = boxes.popLast()
    default: break
    }
  }

  // MARK: Properties

  private mutating func properties(_ reader: WordXML) throws(PackageFault) {
    var depthOfMark = 0
    while let event = try reader.next(), event != .end(.paragraphProperties) {
      switch event {
      case .start(.paragraphStyle): paragraphs.mutateLast { $0.style = reader[.value] }
      case .start(.numberID): paragraphs.mutateLast { $0.list = reader.number }
      case .start(.level): paragraphs.mutateLast { $0.level = reader.number }
      case .start(.outlineLevel): paragraphs.mutateLast { $0.outline = reader.number }
      case .start(.runProperties): depthOfMark += 1
      case .end(.runProperties): depthOfMark -= 1
      case .start(.deleted) where depthOfMark > 0, .start(.movedFrom) where depthOfMark > 0:
        paragraphs.mutateLast { $0.endIsDeleted = true }
      case .start(.headerReference), .start(.footerReference): omit(.header)
      case .start(.paragraphChange), .start(.runChange), .start(.tabStops): try reader.skipElement()
      default: break
      }
    }
  }

  private mutating func runProperties(_ reader: WordXML) throws(PackageFault) {
    while let event = try reader.next(), event != .end(.runProperties) {
      switch event {
      case .start(.hidden):
        if reader.isOn { paragraphs.mutateLast { $0.isHidden = true } }
      case .start(.runChange): try reader.skipElement()
      default: break
      }
    }
  }

  private mutating func rowProperties(_ reader: WordXML) throws(PackageFault) {
    while let event = try reader.next(), event != .end(.rowProperties) {
      switch event {
      case .start(.deleted): tables.mutateLast { $0.rowIsDeleted = true }
      case .start(.gridBefore): tables.mutateLast { $0.skip(reader.number ?? 0) }
      case .start(.rowChange): try reader.skipElement()
      default: break
      }
    }
  }

  /// Of several forms of one thing the first is read: text boxes are stored once for new and once for old Word.
  private mutating func alternate(_ reader: WordXML) throws(PackageFault) {
    while let event = try reader.next() {
      // The first child stays open: what is in it is read like anything else, the later ones are passed over.
      if event == .start(.choice) || event == .start(.fallback) { return }
      if event == .end(.alternate) { return }
    }
  }

  // MARK: Text

  private mutating func append(_ text: String) {
    guard !paragraphs.isEmpty, !fields.hideText else { return }
    guard !paragraphs[paragraphs.count - 1].isHidden else {
      if !text.allSatisfy(\.isWhitespace) { omit(.hiddenText) }
      return
    }
    size += text.utf8.count
    paragraphs[paragraphs.count - 1].text += text
  }

  private mutating func omit(_ omission: WordOmission) { omissions[omission, default: 0] += 1 }

  private mutating func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    let style = styles.resolve(paragraph.style)
    paragraph.role = style.role
    if let outline = paragraph.outline {
      paragraph.role = (0...8).contains(outline) ? .heading(outline + 1) : .ordinary
    }
    if let list = paragraph.list ?? style.numberID, list != 0, !paragraph.endIsDeleted {
      paragraph.prefix = numbering.next(
        list: list, level: paragraph.level ?? style.level, style: paragraph.style)
    }
    if let before = unended {
      paragraph = before.joined(with: paragraph)
      unended = nil
    }
    if paragraph.endIsDeleted {
      if !paragraph.text.isEmpty { unended = paragraph }
    } else {
      place(paragraph)
    }
  }

  /// Ends a paragraph whose end was deleted where no other can go on with it.
  private mutating func endUnended() {
    if let unended { place(unended) }
    unended = nil
  }

  private mutating func place(_ paragraph: WordParagraph) {
    if tables.count > boxes.last ?? 0 {
      tables.mutateLast { $0.add(paragraph.line) }
      return
    }
    guard paragraph.role != .contents else { return omit(.contents) }
    if let block = paragraph.block { blocks.append(block) }
  }

  private mutating func endTable() {
    guard let table = tables.popLast() else { return }
    if tables.count > boxes.last ?? 0 {
      omit(.nestedTable)
      tables.mutateLast { outer in table.lines.forEach { outer.add($0) } }
    } else if let block = table.block {
      blocks.append(block)
    }
  }
}

extension Array {
  /// Changes the last element in its place, if there is one.
  fileprivate mutating func mutateLast(_ change: (inout Element) -> Void) {
    if !isEmpty { change(&self[count - 1]) }
  }
}
