/// 折行: where a text breaks into lines inside a cell of a given width.
///
/// Excel grows a row to its text only while someone edits it, LibreOffice and WPS not always, so rows are given their
/// heights. The estimate leans to more lines: a loose row is ugly, a cut one is wrong. Practice, seen in LibreOffice
/// with 宋体 replaced by faces as wide as Noto Sans CJK.
enum CellLines {
  /// What a column of so many half-width characters holds on a line, in tenths of such a character.
  static func capacity(ofColumn width: Int) -> Int { max(20, width * 10 - 15) }

  /// The lines of a text, as ranges that together cover it; a line feed belongs to the line it ends.
  static func ranges(of text: String, capacity: Int) -> [Range<String.Index>] {
    var lines: [Range<String.Index>] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var width = 0
    var opening: (index: String.Index, width: Int)?
    var previous: Unicode.Scalar?
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar == "\n" {
        let next = scalars.index(after: index)
        lines.append(start..<next)
        (start, width, opening, previous, index) = (next, 0, nil, nil, next)
        continue
      }
      if let previous, mayBreak(previous, scalar) { opening = (index, width) }
      let step = self.width(of: scalar)
      while width + step > capacity, index > start {
        let cut = opening ?? (index, width)
        lines.append(start..<cut.index)
        (start, width, opening) = (cut.index, width - cut.width, nil)
      }
      width += step
      previous = scalar
      index = scalars.index(after: index)
    }
    if start < scalars.endIndex || lines.isEmpty { lines.append(start..<scalars.endIndex) }
    return lines
  }

  /// How many lines a text takes.
  static func count(_ text: String, capacity: Int) -> Int {
    // Most cells are a few characters: three bytes or fewer take no more than two half-widths.
    if text.utf8.count * 20 <= capacity, !text.utf8.contains(10) { return 1 }
    return ranges(of: text, capacity: capacity).count
  }

  /// A character's width in tenths of a half-width one; Latin letters of substitute faces are wider
  /// than half.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x25, 0x26, 0x40, 0x4D, 0x57, 0x6D, 0x77: 20
    case 0x41...0x5A: 15
    case 0x09: 40
    case ..<0x7F: 13
    default: 20
    }
  }

  /// Whether a line may end between two characters (GB/T 15834-2011, 5.1, and the habits of word processors).
  private static func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if left == " " { return right != " " }
    if left.isASCII && right.isASCII { return false }
    return !neverFirst.contains(right) && !neverLast.contains(left)
  }

  private static let neverFirst = Set(
    "、。》」』】〉〕”’…—%!),.:;?]}\u{FF0C}\u{FF1A}\u{FF1B}\u{FF1F}\u{FF01}\u{FF09}\u{FF05}\u{FF0E}"
      .unicodeScalars)
  private static let neverLast = Set("《「『【〈〔“‘([{\u{FF08}".unicodeScalars)
}
