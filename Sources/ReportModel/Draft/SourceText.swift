/// 原文: a document as its file gives it, before anything of it is understood.
///
/// Readers of txt, Markdown and Word all end here; the reading of prose begins here. Nothing is joined, split
/// or normalised yet, so that every scalar can be found again in the file.
public struct SourceText: Hashable, Sendable {
  /// The file's name as the user gave it.
  public var file: String
  /// The blocks in the order of the document.
  public var blocks: [SourceBlock]

  /// A document's blocks.
  public init(file: String, blocks: [SourceBlock]) {
    self.file = file
    self.blocks = blocks
  }
}

/// 段: one line of a text file, one paragraph or one table of a Word file.
public struct SourceBlock: Hashable, Sendable {
  /// What the file itself says this block is.
  public enum Kind: Hashable, Sendable {
    /// Ordinary text.
    case paragraph
    /// A heading by its style or by Markdown's marks; levels from 1.
    case heading(level: Int)
    /// A title by its style.
    case title
    /// A table: rows of cells. A cell swallowed by a merge is empty.
    case table([[String]])
  }

  /// What the file says this block is.
  public var kind: Kind
  /// The text, without the line break and without the marks that gave its kind; empty for a table.
  public var text: String
  /// The line in a text file, the paragraph's number in a Word file; from 1.
  public var number: Int
  /// How many Unicode scalars of the line stand before `text` (Markdown marks, indents); 0 in a Word file.
  public var offset: Int
  /// Whether `number` counts paragraphs of a Word file; else it counts lines.
  public var isParagraph: Bool

  /// A block.
  public init(
    _ kind: Kind = .paragraph, text: String, number: Int, offset: Int = 0, isParagraph: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.number = number
    self.offset = offset
    self.isParagraph = isParagraph
  }

  /// The place of a stretch of this block's text, given in scalars from its start.
  public func place(of range: Range<Int>, in file: String) -> SourcePlace {
    isParagraph
      ? .paragraph(file: file, number: number, characters: range)
      : .text(
        file: file,
        TextSpan(
          line: number, column: offset + range.lowerBound + 1, endColumn: offset + range.upperBound + 1))
  }
}
