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
  /// How many Unicode scalars of the line or paragraph stand before `text` (Markdown marks, indents). Minus
  /// the length of an automatic number that Word shows: it begins `text`, but the file does not hold it.
  public var offset: Int
  /// Whether `number` counts paragraphs of a Word file; else it counts lines.
  public var isParagraph: Bool
  /// Where `text` goes on at another place of the file than right behind what stands before: after marks that
  /// were left out, or in another paragraph. Empty where `number` and `offset` hold for all of it.
  public var pieces: [Piece]
  /// For a table, the pieces of each cell's text: rows and cells as in the table; at least one a cell that
  /// holds text.
  public var cellPieces: [[[Piece]]]

  /// 片段: a stretch of text that stands in the file as it is; it goes to where the next one begins.
  public struct Piece: Hashable, Sendable {
    /// How many scalars of the text stand before it.
    public var start: Int
    /// The line in a text file, the paragraph's number in a Word file; from 1.
    public var number: Int
    /// What to add to a position in the text to get the position in that line or paragraph.
    public var offset: Int

    /// A piece.
    public init(start: Int = 0, number: Int, offset: Int = 0) {
      self.start = start
      self.number = number
      self.offset = offset
    }
  }

  /// A block.
  public init(
    _ kind: Kind = .paragraph, text: String, number: Int, offset: Int = 0, isParagraph: Bool = false,
    pieces: [Piece] = [], cellPieces: [[[Piece]]] = []
  ) {
    self.kind = kind
    self.text = text
    self.number = number
    self.offset = offset
    self.isParagraph = isParagraph
    self.pieces = pieces
    self.cellPieces = cellPieces
  }

  /// The place of a stretch of this block's text, given in scalars from its start.
  public func place(of range: Range<Int>, in file: String) -> SourcePlace {
    place(of: range, pieces: pieces, in: file)
  }

  /// The place of a stretch of a cell's text, given in scalars from the cell's start.
  public func place(ofCell row: Int, _ column: Int, _ range: Range<Int>, in file: String) -> SourcePlace {
    guard cellPieces.indices.contains(row), cellPieces[row].indices.contains(column) else {
      return place(of: 0..<0, in: file)
    }
    return place(of: range, pieces: cellPieces[row][column], in: file)
  }

  private func place(of range: Range<Int>, pieces: [Piece], in file: String) -> SourcePlace {
    let whole = Piece(number: number, offset: offset)
    let first = pieces.last { $0.start <= range.lowerBound } ?? pieces.first ?? whole
    let last = pieces.last { $0.start < range.upperBound } ?? first
    let start = max(0, first.offset + range.lowerBound)
    let end = max(last.number == first.number ? start : 0, last.offset + range.upperBound)
    guard isParagraph else {
      return .text(
        file: file,
        TextSpan(line: first.number, column: start + 1, endLine: last.number, endColumn: end + 1))
    }
    // A place is in one paragraph: what goes on in the next is left to the reader's eye.
    let next = pieces.first { $0.number != first.number && $0.start > range.lowerBound }
    let stop = last.number == first.number ? end : max(start, first.offset + (next?.start ?? 0))
    return .paragraph(file: file, number: first.number, characters: start..<stop)
  }
}
