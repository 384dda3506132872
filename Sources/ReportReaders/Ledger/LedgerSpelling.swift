import ReportModel
import YAMLTree

/// What Chinese hands type into YAML, put right: full-width colons, spaces, dashes and brackets, missing blanks, tabs as indents.
///
/// Only marks that give the text its form are changed, never a value; every place of the mended text leads back
/// to the place typed.
struct LedgerSpelling {
  /// The text as YAML wants it.
  private(set) var text = ""
  /// What was put right: each kind once, with how often and where first.
  private(set) var notes: [(message: String, count: Int, line: Int, column: Int)] = []

  /// For each changed line (from 1), the typed column of each mended column.
  private var columns: [Int: [Int]] = [:]

  init(_ typed: String, tabWidth: Int) {
    var context = Context()
    var number = 0
    var out: [UInt8] = []
    out.reserveCapacity(typed.utf8.count + 1024)
    let scalars = Array(typed.unicodeScalars)
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      number += 1
      let line = scalars[start..<end]
      var mended = MendedLine(line, tabWidth: tabWidth, context: &context)
      if mended.isChanged {
        mended.columns.append(line.count + 1)
        columns[number] = mended.columns
        for (slip, column) in mended.slips { note(slip, number, column) }
      }
      for scalar in mended.scalars {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      out.append(0x0A)
      start = end + 1
    }
    text = String(decoding: out, as: UTF8.self)
  }

  /// The typed place of a place in the mended text.
  func typed(_ mark: YAMLMark) -> (line: Int, column: Int) {
    guard let columns = columns[mark.line] else { return (mark.line, mark.column) }
    return (
      mark.line,
      columns.indices.contains(mark.column - 1) ? columns[mark.column - 1] : columns.last ?? mark.column
    )
  }

  /// The spelling of the text behind its first `lines` lines.
  func from(line lines: Int) -> LedgerSpelling {
    var rest = self
    rest.columns = Dictionary(
      uniqueKeysWithValues: columns.compactMap { $0 > lines ? ($0 - lines, $1) : nil })
    return rest
  }

  private mutating func note(_ slip: Slip, _ line: Int, _ column: Int) {
    if let known = notes.firstIndex(where: { $0.message == slip.rawValue }) {
      notes[known].count += 1
    } else {
      notes.append((slip.rawValue, 1, line, column))
    }
  }

  /// A kind of slip, in the words of the note.
  enum Slip: String {
    case tab = "行首用了制表符（Tab），已按空格理解"
    case wideSpace = "用了全角空格，已按半角理解"
    case wideColon = "栏目名后用了全角冒号，已按半角理解"
    case missingBlank = "栏目名的冒号后没有空格，已补上理解"
    case wideDash = "列表开头的短横是全角或后面没有空格，已按“- ”理解"
    case wideBracket = "用了全角括号或逗号，已按半角理解"
    case comment = "空格后的 # 起按注释处理，没有读入；如果是文字，请给整个值加上英文引号"
    case wideComment = "注释用了全角 #,已按半角理解"
  }

  /// What earlier lines mean for the next one.
  struct Context {
    /// The column (from 0) of the last key, and whether its value was empty.
    var keyColumn = 0
    var valueIsEmpty = true
    /// Lines deeper than this belong to a literal text.
    var literalColumn: Int?
    /// The quote that a value opened and did not close on its line.
    var openQuote: Unicode.Scalar?
    /// How many brackets are open.
    var flowDepth = 0
  }
}
