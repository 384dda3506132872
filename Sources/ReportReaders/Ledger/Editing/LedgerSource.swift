import ReportModel
import YAMLTree

/// 台账原文: the text of a ledger as typed, beside the mended text that its nodes count in.
struct LedgerSource {
  /// The text as typed, in scalars.
  let typed: [Unicode.Scalar]
  /// The text as YAML wants it.
  let mended: [Unicode.Scalar]
  /// How new lines end.
  let lineEnd: String
  private let typedLines: [Int]
  private let mendedLines: [Int]
  private let spelling: LedgerSpelling

  init(_ text: String, _ spelling: LedgerSpelling) {
    typed = Array(text.unicodeScalars)
    mended = Array(spelling.text.unicodeScalars)
    self.spelling = spelling
    typedLines = Self.lineStarts(typed)
    mendedLines = Self.lineStarts(mended)
    let returns = zip(typed, typed.dropFirst()).count { $0 == "\r" && $1 == "\n" }
    lineEnd = returns * 2 > typedLines.count - 1 ? "\r\n" : "\n"
  }

  private static func lineStarts(_ scalars: [Unicode.Scalar]) -> [Int] {
    [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  /// The line of a mended offset, from 0, and its column there, from 0.
  private func position(_ offset: Int) -> (line: Int, column: Int) {
    let line = max(0, mendedLines.prefixEnd { $0 <= offset } - 1)
    return (line, offset - mendedLines[line])
  }

  /// The typed offset of a mended one.
  func typedOffset(_ offset: Int) -> Int {
    let place = position(offset)
    guard place.line < typedLines.count else { return typed.count }
    let mark = spelling.typed(YAMLMark(line: place.line + 1, column: place.column + 1, offset: offset))
    return min(typedLines[place.line] + mark.column - 1, typed.count)
  }

  /// The column of a mended offset, from 0.
  func column(_ offset: Int) -> Int { position(offset).column }

  /// The typed offset just behind the last character of the line that a mended offset stands in.
  func typedLineEnd(_ offset: Int) -> Int {
    let line = position(offset).line
    var end = line + 1 < typedLines.count ? typedLines[line + 1] - 1 : typed.count
    if end > 0, end <= typed.count, end < typed.count || line + 1 < typedLines.count, typed[end - 1] == "\r",
      end - 1 >= typedLines[min(line, typedLines.count - 1)]
    {
      end -= 1
    }
    return end
  }

  /// The typed offset at which the line of a mended offset begins.
  func typedLineStart(_ offset: Int) -> Int {
    let line = position(offset).line
    return line < typedLines.count ? typedLines[line] : typed.count
  }

  /// The typed offset at which the line behind that of a mended offset begins.
  func typedNextLine(_ offset: Int) -> Int {
    let line = position(offset).line + 1
    return line < typedLines.count ? typedLines[line] : typed.count
  }

  /// The blanks, as typed, in front of a mended offset where nothing else stands before it on its line; else as many
  /// plain blanks.
  func margin(_ offset: Int) -> (text: String, isTyped: Bool) {
    let start = typedLineStart(offset)
    let prefix = typed[start..<max(start, typedOffset(offset))]
    let isBlank = prefix.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
    guard isBlank else { return (String(repeating: " ", count: column(offset)), false) }
    return (String(String.UnicodeScalarView(prefix)), true)
  }

  /// Whether nothing but blanks follows a typed offset on its line.
  func isLineEnd(_ offset: Int) -> Bool {
    for scalar in typed[offset...] {
      if scalar == "\n" || scalar == "\r" { return true }
      if scalar != " " && scalar != "\t" && scalar != "\u{3000}" { return false }
    }
    return true
  }

  /// The text with stretches of it replaced; stretches do not overlap, those at one place stay in order.
  func replacing(_ edits: [TextEdit]) -> String {
    var result = String.UnicodeScalarView()
    var from = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, -$0.element.column, $0.offset)
        < ($1.element.range.lowerBound, -$1.element.column, $1.offset)
    }
    for (_, edit) in ordered {
      result.append(contentsOf: typed[from..<max(from, edit.range.lowerBound)])
      result.append(contentsOf: edit.text.replacing("\n", with: lineEnd).unicodeScalars)
      from = max(from, edit.range.upperBound)
    }
    result.append(contentsOf: typed[from...])
    return String(result)
  }
}

/// A stretch of the typed text and what comes in its place; lines in it end in a line feed.
struct TextEdit {
  var range: Range<Int>
  var text: String
  /// The column of lines that are added; at one place deeper ones come first, and values before any lines.
  var column = Int.max
}
