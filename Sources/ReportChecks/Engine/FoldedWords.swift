/// 文句: a stretch of a draft's folded characters that is asked for words without being made a text.
struct FoldedWords: Sendable {
  let units: ArraySlice<UInt16>

  func hasPrefix(_ word: String) -> Bool { units.starts(with: word.utf16) }

  func hasSuffix(_ word: String) -> Bool {
    let count = word.utf16.count
    return units.count >= count && units.suffix(count).elementsEqual(word.utf16)
  }

  func contains(_ word: String) -> Bool {
    var rest = word.utf16.makeIterator()
    guard let first = rest.next() else { return true }
    for index in units.indices where units[index] == first {
      if units[index...].starts(with: word.utf16) { return true }
    }
    return false
  }

  static func == (left: FoldedWords, right: String) -> Bool { left.units.elementsEqual(right.utf16) }

  static func == (left: FoldedWords, right: FoldedWords) -> Bool { left.units.elementsEqual(right.units) }
}
