/// 原文摘录: the lines that findings point at.
public struct SourceExcerpts: Hashable, Sendable {
  /// A line with the stretch of it that is meant, in scalars from its start.
  public struct Excerpt: Hashable, Sendable {
    /// The whole line or paragraph.
    public var line: String
    /// What is meant; empty where the finding only points.
    public var range: Range<Int>

    /// The words that are meant.
    public var quoted: String {
      let scalars = Array(line.unicodeScalars)
      return String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    }
  }

  private struct Key: Hashable {
    var file: String
    var number: Int
  }

  private var lines: [Key: String] = [:]

  /// No lines yet.
  public init() {}

  /// Adds a document. Markdown marks and indents before a block's text count as blanks; an automatic number that Word shows is left
  /// out, for the file does not hold it.
  public mutating func add(_ source: SourceText) {
    for block in source.blocks where !block.text.isEmpty {
      lines[Key(file: source.file, number: block.number)] =
        String(repeating: " ", count: max(0, block.offset))
        + String(block.text.unicodeScalars.dropFirst(max(0, -block.offset)))
    }
  }

  /// Adds a text file by its lines.
  public mutating func add(_ text: String, file: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      lines[Key(file: file, number: index + 1)] = String(line)
    }
  }

  /// The line of a place; nil for cells and whole files.
  public func excerpt(at place: SourcePlace) -> Excerpt? {
    switch place {
    case .file, .cell: return nil
    case .text(let file, let span):
      guard let line = lines[Key(file: file, number: span.line)] else { return nil }
      let count = line.unicodeScalars.count
      let start = min(span.column - 1, count)
      let end = span.endLine > span.line ? count : min(max(start, span.endColumn - 1), count)
      return Excerpt(line: line, range: start..<end)
    case .paragraph(let file, let number, let characters):
      guard let line = lines[Key(file: file, number: number)] else { return nil }
      return Excerpt(
        line: line, range: (characters ?? 0..<0).clamped(to: 0..<line.unicodeScalars.count))
    }
  }
}
