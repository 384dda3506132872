public import ReportModel

/// 示例: a text on which a rule is tried, with the faulty words between `[[` and `]]`.
///
/// It remembers the line of source code that it was written in, so that a failing one points into the rule.
public struct CheckExample: Sendable {
  /// What a text is read as.
  public enum Kind: Sendable {
    /// A draft, one paragraph a line; Markdown where it holds a table.
    case draft
    /// A ledger in YAML.
    case ledger
  }

  /// The text with its marks.
  public let marked: String
  /// What it is read as.
  public let kind: Kind
  /// The ledger given beside a draft.
  public let ledger: String?
  /// Last year's report given beside a draft.
  public let lastYear: String?
  /// The file of source code.
  public let file: String
  /// The line in it.
  public let line: Int

  private init(
    _ marked: String, _ kind: Kind, ledger: String?, lastYear: String?, _ file: StaticString, _ line: UInt
  ) {
    self.marked = marked
    self.kind = kind
    self.ledger = ledger
    self.lastYear = lastYear
    self.file = "\(file)"
    self.line = Int(line)
  }

  /// A draft, with the ledger or last year's report that it is held against.
  public static func draft(
    _ marked: String, ledger: String? = nil, lastYear: String? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) -> CheckExample {
    CheckExample(marked, .draft, ledger: ledger, lastYear: lastYear, file, line)
  }

  /// A ledger that is checked itself, with last year's ledger beside it.
  public static func ledger(
    _ marked: String, lastYear: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> CheckExample {
    CheckExample(marked, .ledger, ledger: nil, lastYear: lastYear, file, line)
  }

  /// The text without its marks.
  public var text: String {
    marked.replacing("[[", with: "").replacing("]]", with: "")
  }

  /// Whether it holds a table, and so is Markdown rather than plain lines.
  public var isMarkdown: Bool { marked.contains("|---") }

  /// Where the marks stand in `text`: line and columns from 1.
  public var marks: [TextSpan] {
    var marks: [TextSpan] = []
    var line = 1
    var column = 1
    var open: TextSpan?
    var rest = Array(marked.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "[", rest.first == "[" {
        rest.removeFirst()
        open = TextSpan(line: line, column: column)
      } else if scalar == "]", rest.first == "]", var mark = open {
        rest.removeFirst()
        mark.endLine = line
        mark.endColumn = column
        marks.append(mark)
        open = nil
      } else if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return marks
  }
}
