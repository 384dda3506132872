import ReportModel

/// Markdown 行内标记: the words of a line without the marks for bold, italics, code, links and escapes.
///
/// Marks are paired within a line and by their length. CommonMark would leave `**“甲”**乙` alone for the sake of
/// blanks between words, which Chinese does not have; here it is bold.
struct MarkdownInline {
  /// What is left.
  private(set) var text = ""
  /// Where it stands in the line, a piece for each stretch; empty if nothing was left out.
  private(set) var pieces: [SourceBlock.Piece] = []

  /// Reads a line; in a cell of a table `<br>` leaves a line break, elsewhere nothing.
  init(_ line: TextLine, inCell: Bool = false) {
    guard line.text.utf8.contains(where: Self.isMark) else {
      text = String(line.text)
      return
    }
    let scalars = Array(line.text.unicodeScalars)
    var keep = [Bool](repeating: true, count: scalars.count)
    var closed: Set<Int> = []
    /// Where `<br>` stands.
    var breaks: Set<Int> = []
    var index = 0
    while index < scalars.count {
      let next = Self.mark(scalars, at: index, keep: &keep, closed: &closed)
      if inCell, scalars[index] == "<", next > index + 1, Self.isBreak(scalars[index..<next]) {
        keep[index] = true
        breaks.insert(index)
      }
      index = next
    }
    var kept = 0
    for (index, scalar) in scalars.enumerated() where keep[index] {
      if kept == 0 || !keep[index - 1] {
        pieces.append(.init(start: kept, number: line.number, offset: line.offset + index - kept))
      }
      text.unicodeScalars.append(breaks.contains(index) ? "\n" : scalar)
      kept += 1
    }
    if kept == scalars.count { pieces = [] }
  }

  /// Whether a byte may begin a mark; lines without any are most lines.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "!"), UInt8(ascii: "\\"), UInt8(ascii: "<"):
      true
    default: false
    }
  }

  private static let escapable: Set<Unicode.Scalar> = Set(
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars)

  /// Strikes out the mark that begins at a place, if one does; returns the place to go on from.
  private static func mark(
    _ scalars: [Unicode.Scalar], at index: Int, keep: inout [Bool], closed: inout Set<Int>
  ) -> Int {
    let scalar = scalars[index]
    switch scalar {
    case "\\":
      guard index + 1 < scalars.count, escapable.contains(scalars[index + 1]) else { return index + 1 }
      keep[index] = false
      return index + 2
    case "*", "_", "~", "`":
      let length = scalars[index...].prefix { $0 == scalar }.count
      let end = index + length
      if closed.contains(index) {
        for place in index..<end { keep[place] = false }
        return end
      }
      guard let close = closing(scalars, of: scalar, length: length, from: end) else { return end }
      for place in index..<end { keep[place] = false }
      if scalar == "`" {
        for place in close..<(close + length) { keep[place] = false }
        return close + length
      }
      closed.insert(close)
      return end
    case "[", "!":
      let open = scalar == "!" ? index + 1 : index
      guard open < scalars.count, scalars[open] == "[", let link = link(scalars, from: open) else {
        return index + 1
      }
      let isPicture = scalar == "!"
      for place in index...open { keep[place] = false }
      for place in (isPicture ? open : link.close)..<link.end { keep[place] = false }
      return isPicture ? link.end : open + 1
    case "<":
      guard let end = tag(scalars, from: index) else { return index + 1 }
      for place in index..<end { keep[place] = false }
      return end
    default: return index + 1
    }
  }

  /// Where the run of the same mark and length stands that closes one ending at `start`.
  private static func closing(
    _ scalars: [Unicode.Scalar], of mark: Unicode.Scalar, length: Int, from start: Int
  ) -> Int? {
    guard length <= 3, mark != "~" || length == 2, start < scalars.count,
      mark == "`" || !scalars[start].isPadding
    else { return nil }
    let opened = start - length
    // 2*3*4 and snake_case are not marked up.
    let isWord = { (place: Int) in
      scalars.indices.contains(place) && scalars[place].isASCII && scalars[place].properties.isAlphanumeric
    }
    if length == 1, mark != "`", isWord(opened - 1), isWord(start) { return nil }
    var index = start
    while index < scalars.count {
      guard scalars[index] == mark else {
        index += scalars[index] == "\\" ? 2 : 1
        continue
      }
      let run = scalars[index...].prefix { $0 == mark }.count
      let fits = run == length && index > start && (mark == "`" || !scalars[index - 1].isPadding)
      if fits, mark != "_" || !isWord(index + run) { return index }
      index += run
    }
    return nil
  }

  /// `[words](address)` from its bracket: where the words end and where all of it ends.
  private static func link(_ scalars: [Unicode.Scalar], from open: Int) -> (close: Int, end: Int)? {
    guard let close = scalars[open...].firstIndex(of: "]"), close + 1 < scalars.count,
      scalars[close + 1] == "(", let end = scalars[(close + 1)...].firstIndex(of: ")")
    else { return nil }
    return (close, end + 1)
  }

  /// `<br>`, `<br/>` or `<BR />`.
  private static func isBreak(_ tag: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = String(String.UnicodeScalarView(tag.dropFirst().dropLast().filter { $0 != "/" && $0 != " " }))
    return name.lowercased() == "br"
  }

  /// Where an HTML tag or comment within the line ends.
  private static func tag(_ scalars: [Unicode.Scalar], from open: Int) -> Int? {
    guard open + 1 < scalars.count else { return nil }
    let next = scalars[open + 1]
    let letter = next.isASCII && next.properties.isAlphabetic
    guard letter || next == "/" || next == "!", let end = scalars[open...].firstIndex(of: ">") else {
      return nil
    }
    return end + 1
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
