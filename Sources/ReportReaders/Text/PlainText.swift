import ReportModel

/// 纯文本: a text file as its lines; each line that holds anything is a block.
///
/// Blanks around a line go into its offset; a blank line shows as a gap in the numbers.
func readPlainText(_ text: String, file: String) -> SourceText {
  let blocks =
    TextTables.mayHold(text)
    ? TextTables(TextLines(text)).blocks() : TextLines(text).compactMap { $0.block() }
  return SourceText(file: file, blocks: blocks)
}

/// 文本行: the lines of a text with their numbers, ended by LF, CR LF or CR.
struct TextLines: Sequence, IteratorProtocol {
  private var rest: Substring.UTF8View
  private var number = 0

  init(_ text: String) { rest = text[...].utf8 }

  mutating func next() -> TextLine? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let length = rest.withContiguousStorageIfAvailable { $0.lineLength }
    let end =
      length.map { rest.prefix($0).endIndex } ?? rest.firstIndex { $0 == 0x0A || $0 == 0x0D }
      ?? rest.endIndex
    let line = TextLine(text: Substring(rest[..<end]), number: number)
    var next = end
    if next < rest.endIndex {
      let isReturn = rest[next] == 0x0D
      rest.formIndex(after: &next)
      if isReturn, next < rest.endIndex, rest[next] == 0x0A { rest.formIndex(after: &next) }
    }
    rest = rest[next...]
    return line
  }
}

/// 一行: a line of a text file, or what is left of it after marks were taken off its front.
struct TextLine {
  /// The text that is left.
  var text: Substring
  /// The line's number, from 1.
  var number: Int
  /// How many scalars of the line stand before `text`.
  var offset = 0

  /// Takes off blanks from both ends.
  var trimmed: TextLine {
    // Most lines of prose begin with an ideograph and end with a full stop.
    if let first = text.utf8.first, (0xE4...0xE9).contains(first), text.utf8.suffix(3).elementsEqual("。".utf8)
    {
      return self
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isPadding }),
      let last = scalars.lastIndex(where: { !$0.isPadding })
    else { return TextLine(text: text[text.endIndex...], number: number, offset: offset) }
    return dropping(scalars.distance(from: scalars.startIndex, to: first), upTo: scalars.index(after: last))
  }

  /// Takes scalars off the front.
  func dropping(_ count: Int) -> TextLine { dropping(count, upTo: text.endIndex) }

  private func dropping(_ count: Int, upTo end: Substring.Index) -> TextLine {
    let rest = text.unicodeScalars[..<end].dropFirst(count)
    return TextLine(text: Substring(rest), number: number, offset: offset + count)
  }

  /// The line as a block; nil for a blank one.
  func block(_ kind: SourceBlock.Kind = .paragraph) -> SourceBlock? {
    let line = trimmed
    guard !line.text.isEmpty else { return nil }
    return SourceBlock(kind, text: String(line.text), number: number, offset: line.offset)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes before the first line break.
  fileprivate var lineLength: Int {
    var index = nextControl(from: 0)
    while index < count, self[index] != 0x0A, self[index] != 0x0D { index = nextControl(from: index + 1) }
    return index
  }

  /// The next control character, or the end. Text has few of them, so they are looked for eight bytes at a time; `other` is
  /// a byte that is looked for beside them.
  @inline(__always)
  func nextControl(from start: Int, or other: UInt8 = 0) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
      let bytes = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A byte below 0x20 borrows from its highest bit when 0x20 is taken from it.
      let rest = bytes ^ (ones &* UInt64(other))
      let found = (bytes &- ones &* 0x20) & ~bytes | (rest &- ones) & ~rest
      if found & (ones &* 0x80) != 0 { break }
      index += 8
    }
    while index < count, self[index] >= 0x20, self[index] != other { index += 1 }
    return index
  }
}
