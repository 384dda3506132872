/// 草稿的字位图: where each character of a Word draft stands in the bytes of `document.xml`.
///
/// Paragraphs and characters are numbered as readers of Word files in this package number them. Paragraphs: every
/// `w:p` from 1 in the order of their start tags, in tables, content controls and text boxes too, empty ones
/// included; not those in deleted or moved-away content and in second copies of text boxes. Characters: Unicode
/// scalars of each `w:t`, and one each for a tab, a line break, a non-breaking hyphen and a symbol; hidden text,
/// deleted text and field instructions count nothing.
struct DraftMap {
  /// A stretch of characters that stand together in the bytes.
  struct Atom {
    /// The numbers of its characters in the paragraph.
    let scalars: Range<Int>
    /// The content of a `w:t`, or nil for one character made by an element.
    let content: Range<Int>?
    /// Whether the content is CDATA, where `&` means itself.
    let isLiteral: Bool
    /// The whole element, such as `<w:t>…</w:t>`.
    let element: Range<Int>
    let startTag: Range<Int>
    /// The run it is in, as an index of `runs`.
    let run: Int
  }

  /// A run.
  struct Run {
    var range: Range<Int>
    /// Its name as written, such as `w:r`.
    let name: Range<Int>
    var properties: Range<Int>?
    var content: Range<Int>
    /// What must not be broken open and holds the run: a field, a content control, a ruby, a text box; an index of
    /// `wholes`.
    let whole: Int?
  }

  /// A paragraph.
  struct Paragraph {
    /// Where its content begins, behind the properties, and ends.
    var content: Range<Int>
    var atoms: [Atom] = []
    var count = 0
    /// What must not be broken open and holds the paragraph (the run that bears a text box).
    var whole: Int?
    /// Whether it is written `<w:p/>`, with nothing inside where a comment could stand.
    var isClosed = false
  }

  private(set) var paragraphs: [Paragraph] = []
  private(set) var runs: [Run] = []
  /// Elements that are taken whole.
  private(set) var wholes: [Range<Int>] = []
  /// The highest id of a comment that the document refers to, or -1.
  private(set) var highestComment = -1
  /// Whether the document is of the strict edition, whose namespace is another.
  private(set) var usesStrictNamespace = false
  /// Whether `w` means that namespace throughout.
  private(set) var declaresPrefix = false

  private static let word = 0
  private static let math = 1
  private static let compatibility = 2
  static let namespaces = [
    [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ],
    [
      "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math",
    ],
    ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ]

  // MARK: State of the walk

  private enum Opened {
    case paragraph, run, whole, alternate(taken: Bool), other
  }

  private struct OpenParagraph {
    let index: Int
    var isHidden = false
    var run: Int?
    /// The open element that is taken whole; for what is in the run, the run itself if it bears a text box.
    var whole: Int?
    var runAsWhole: Int?
  }

  private var scanner: MarkupScanner
  private var opened: [Opened] = []
  private var current: [OpenParagraph] = []
  /// For each open field, whether its result has begun.
  private var fields: [Bool] = []

  /// Maps a `document.xml` that is known to be well-formed and in UTF-8.
  init(_ bytes: [UInt8]) {
    scanner = MarkupScanner(bytes, namespaces: Self.namespaces)
    while let token = scanner.next() {
      switch token {
      case .start(let tag): begin(tag)
      case .end: end()
      case .text: break
      }
    }
  }

  private mutating func begin(_ tag: MarkupScanner.Tag) {
    let start = scanner.range.lowerBound
    switch (tag.namespace, tag.local) {
    case (Self.word, "p"): beginParagraph(tag)
    case (Self.word, "pPr"):
      scanner.skip(tag)
      if let open = current.last { paragraphs[open.index].content = unfinished(scanner.range.upperBound) }
    case (Self.word, "r"): beginRun(tag)
    case (Self.word, "rPr"): runProperties(tag)
    case (Self.word, "t"): text(tag)
    case (Self.word, "tab"), (Self.word, "ptab"), (Self.word, "cr"), (Self.word, "noBreakHyphen"),
      (Self.word, "sym"):
      scanner.skip(tag)
      append(count: 1, startTag: start..<scanner.range.upperBound)
    case (Self.word, "br"):
      let type = scanner.attribute("type")
      scanner.skip(tag)
      if type != "page", type != "column" { append(count: 1, startTag: start..<scanner.range.upperBound) }
    case (Self.word, "fldChar"):
      meetField(scanner.attribute("fldCharType"))
      open(.other, tag)
    case (Self.word, "fldSimple"), (Self.word, "sdt"): beginWhole(tag)
    case (Self.word, "del"), (Self.word, "moveFrom"), (Self.word, "instrText"), (Self.word, "rt"),
      (Self.word, "pPrChange"), (Self.word, "rPrChange"), (Self.word, "tblPrChange"),
      (Self.word, "trPrChange"), (Self.word, "tcPrChange"), (Self.word, "altChunk"), (Self.math, "oMath"):
      scanner.skip(tag)
    case (Self.word, "commentReference"), (Self.word, "commentRangeStart"), (Self.word, "commentRangeEnd"):
      highestComment = max(highestComment, scanner.attribute("id").flatMap { Int($0) } ?? -1)
      open(.other, tag)
    case (Self.word, "document"):
      let root = scanner.bytes[scanner.range]
      usesStrictNamespace = !root.contains(Self.namespaces[0][0].utf8)
      declaresPrefix = root.contains("xmlns:w=\"\(Self.namespaces[0][usesStrictNamespace ? 1 : 0])\"".utf8)
      open(.other, tag)
    case (Self.compatibility, "AlternateContent"): open(.alternate(taken: false), tag)
    case (Self.compatibility, "Choice"), (Self.compatibility, "Fallback"):
      if case .alternate(taken: false) = opened.last {
        opened[opened.count - 1] = .alternate(taken: true)
        open(.other, tag)
      } else {
        scanner.skip(tag)
      }
    default: open(.other, tag)
    }
  }

  private mutating func open(_ kind: Opened, _ tag: MarkupScanner.Tag) {
    if !tag.isEmpty { opened.append(kind) }
  }

  private mutating func end() {
    let range = scanner.range
    switch opened.popLast() {
    case .paragraph:
      guard let open = current.popLast() else { return }
      let start = paragraphs[open.index].content.lowerBound
      paragraphs[open.index].content = start..<max(start, range.lowerBound)
    case .run:
      guard let index = current.last?.run else { return }
      current[current.count - 1].run = nil
      runs[index].range = runs[index].range.lowerBound..<range.upperBound
      runs[index].content = runs[index].content.lowerBound..<range.lowerBound
      if let whole = current.last?.runAsWhole {
        wholes[whole] = runs[index].range
        current[current.count - 1].runAsWhole = nil
      }
    case .whole:
      guard let index = current.last?.whole else { return }
      current[current.count - 1].whole = nil
      wholes[index] = wholes[index].lowerBound..<range.upperBound
    case .alternate, .other, nil: break
    }
  }

  // MARK: Elements

  private mutating func beginParagraph(_ tag: MarkupScanner.Tag) {
    let end = scanner.range.upperBound
    var paragraph = Paragraph(content: unfinished(end))
    // A text box is inside a run; comments are not taken inside it, so they go to that run.
    if let outer = current.first {
      if outer.whole == nil, outer.runAsWhole == nil, let run = outer.run {
        wholes.append(runs[run].range)
        current[0].runAsWhole = wholes.count - 1
      }
      paragraph.whole = current[0].whole ?? current[0].runAsWhole
    }
    paragraph.isClosed = tag.isEmpty
    paragraphs.append(paragraph)
    guard !tag.isEmpty else { return }
    current.append(OpenParagraph(index: paragraphs.count - 1))
    opened.append(.paragraph)
  }

  private mutating func beginRun(_ tag: MarkupScanner.Tag) {
    guard let open = current.last, !tag.isEmpty else { return self.open(.other, tag) }
    current[current.count - 1].isHidden = false
    // A run in a run is the base of a ruby: the outer one holds it.
    guard open.run == nil else { return opened.append(.other) }
    let range = scanner.range
    runs.append(
      Run(
        range: unfinished(range.lowerBound), name: tag.name, content: unfinished(range.upperBound),
        whole: open.whole ?? paragraphs[open.index].whole))
    current[current.count - 1].run = runs.count - 1
    opened.append(.run)
  }

  private mutating func beginWhole(_ tag: MarkupScanner.Tag) {
    // A content control around paragraphs is no obstacle: comments stand inside the paragraphs.
    guard let open = current.last, open.whole == nil, open.run == nil, !tag.isEmpty else {
      return self.open(.other, tag)
    }
    wholes.append(unfinished(scanner.range.lowerBound))
    current[current.count - 1].whole = wholes.count - 1
    opened.append(.whole)
  }

  /// A range whose end is not known yet.
  private func unfinished(_ start: Int) -> Range<Int> { start..<scanner.bytes.count }

  private mutating func runProperties(_ tag: MarkupScanner.Tag) {
    let start = scanner.range.lowerBound
    var isHidden = false
    if !tag.isEmpty {
      var depth = 1
      while depth > 0, let token = scanner.next() {
        switch token {
        case .start(let inner):
          switch (inner.namespace, inner.local) {
          case (Self.word, "rPrChange"): scanner.skip(inner)
          case (Self.word, "vanish"):
            if !["0", "false", "off"].contains(scanner.attribute("val") ?? "") { isHidden = true }
            fallthrough
          default: if !inner.isEmpty { depth += 1 }
          }
        case .end: depth -= 1
        case .text: break
        }
      }
    }
    guard let open = current.last else { return }
    if isHidden { current[current.count - 1].isHidden = true }
    let end = scanner.range.upperBound
    if let run = open.run, runs[run].properties == nil {
      runs[run].properties = start..<end
      runs[run].content = unfinished(end)
    }
  }

  private mutating func text(_ tag: MarkupScanner.Tag) {
    let startTag = scanner.range
    guard !tag.isEmpty else { return }
    var pieces: [(range: Range<Int>, isLiteral: Bool)] = []
    var depth = 1
    while depth > 0, let token = scanner.next() {
      switch token {
      case .start(let inner): if !inner.isEmpty { depth += 1 }
      case .end: depth -= 1
      case .text(let isLiteral): pieces.append((scanner.range, isLiteral))
      }
    }
    let element = startTag.lowerBound..<scanner.range.upperBound
    for piece in pieces {
      let count = ScalarPlaces.count(scanner.bytes[piece.range], isLiteral: piece.isLiteral)
      append(
        count: count, startTag: startTag, element: element, content: piece.range, isLiteral: piece.isLiteral)
    }
  }

  private mutating func append(
    count: Int, startTag: Range<Int>, element: Range<Int>? = nil, content: Range<Int>? = nil,
    isLiteral: Bool = false
  ) {
    guard let open = current.last, !open.isHidden, !fields.dropLast().contains(false) else { return }
    let start = paragraphs[open.index].count
    paragraphs[open.index].count += count
    guard let run = open.run else { return }
    paragraphs[open.index].atoms.append(
      Atom(
        scalars: start..<(start + count), content: content, isLiteral: isLiteral,
        element: element ?? startTag,
        startTag: startTag, run: run))
  }

  private mutating func meetField(_ mark: String?) {
    switch mark {
    case "begin": fields.append(false)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = true }
    case "end": _ = fields.popLast()
    default: break
    }
  }
}
