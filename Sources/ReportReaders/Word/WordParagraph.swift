import ReportModel

/// Word 段落: one paragraph while it is being read.
struct WordParagraph {
  /// Its number in the document, from 1.
  var number: Int
  var text = ""
  /// The automatic number that Word shows before the text.
  var prefix = ""
  var style: String?
  var list: Int?
  var level: Int?
  var outline: Int?
  var role = WordStyles.Role.ordinary
  /// Whether the mark that ends it was deleted in a tracked change.
  var endIsDeleted = false
  /// Whether the run being read is hidden text.
  var isHidden = false
  /// Where the text goes on in another paragraph, because the end of the one before was deleted.
  private var joints: [(start: Int, number: Int)] = []

  init(number: Int) { self.number = number }

  /// This paragraph with the next one run into it, whose properties it takes, as Word does on accepting.
  func joined(with next: WordParagraph) -> WordParagraph {
    var joined = next
    joined.number = number
    joined.text = text + next.text
    joined.joints = joints + [(text.unicodeScalars.count, next.number)]
    return joined
  }

  /// The paragraph as a line of a table's cell.
  var line: WordGrid.Line {
    WordGrid.Line(text: prefix + text, number: number, offset: -prefix.unicodeScalars.count)
  }

  /// The paragraph as a block, without the blanks around it; nil if nothing else is there.
  var block: SourceBlock? {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isPadding }),
      let last = scalars.lastIndex(where: { !$0.isPadding })
    else { return nil }
    let indent = scalars.distance(from: scalars.startIndex, to: first)
    let body = prefix + String(scalars[first...last])
    let kind: SourceBlock.Kind =
      switch role {
      case .heading(let level): .heading(level: level)
      case .title: .title
      case .ordinary, .contents: .paragraph
      }
    let offset = indent - prefix.unicodeScalars.count
    var pieces: [SourceBlock.Piece] = []
    if !joints.isEmpty {
      pieces = [.init(number: number, offset: offset)]
      pieces += joints.map { joint in
        .init(start: max(0, joint.start - offset), number: joint.number, offset: offset - joint.start)
      }
    }
    return SourceBlock(
      kind, text: body, number: number, offset: offset, isParagraph: true, pieces: pieces)
  }
}

extension Unicode.Scalar {
  /// Blanks of any width, also those that editors leave invisibly at the ends of lines. Asked for every line, so
  /// by numbers and not by Unicode's tables.
  var isPadding: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}
