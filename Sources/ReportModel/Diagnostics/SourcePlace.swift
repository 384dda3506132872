/// 出处位置: where something stands in a source, as a person finds it again.
///
/// Lines, columns and paragraphs count from 1; a column counts Unicode scalars.
public enum SourcePlace: Hashable, Sendable {
  /// The file as a whole, where no finer place is known.
  case file(String)
  /// A stretch of a text file.
  case text(file: String, TextSpan)
  /// A cell of a workbook, such as `表.xlsx!附件2!C7`.
  case cell(file: String, sheet: String, reference: String)
  /// A paragraph of a Word file, and where in it (scalars from its start, counted from 0) if known.
  case paragraph(file: String, number: Int, characters: Range<Int>?)

  /// The file's name as the user gave it.
  public var file: String {
    switch self {
    case .file(let file), .text(let file, _), .cell(let file, _, _), .paragraph(let file, _, _): file
    }
  }
}

/// A stretch of text from its first position to just behind its last one.
public struct TextSpan: Hashable, Sendable {
  /// The first line, from 1.
  public var line: Int
  /// The first column, from 1, in Unicode scalars.
  public var column: Int
  /// The line of the end.
  public var endLine: Int
  /// The column just behind the end.
  public var endColumn: Int

  /// A span; without an end it is empty and only points.
  public init(line: Int, column: Int, endLine: Int? = nil, endColumn: Int? = nil) {
    self.line = line
    self.column = column
    self.endLine = endLine ?? line
    self.endColumn = endColumn ?? column
  }
}

extension SourcePlace: CustomStringConvertible {
  /// The place as messages show it: `file:line:column`, `file!sheet!C7`, `file:¶12`.
  public var description: String {
    switch self {
    case .file(let file): file
    case .text(let file, let span): "\(file):\(span.line):\(span.column)"
    case .cell(let file, let sheet, let reference): "\(file)!\(sheet)!\(reference)"
    case .paragraph(let file, let number, _): "\(file):¶\(number)"
    }
  }
}
