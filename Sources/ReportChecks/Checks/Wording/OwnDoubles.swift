/// 走教教师: words that no list holds, but that the text itself uses: twice with the same neighbours, or by themselves (每周走教1.5天).
struct OwnWords {
  private let units: [UInt16]
  private let lexicon: Lexicon
  private var twice: [ArraySlice<UInt16>: Int] = [:]
  private var alone: Set<ArraySlice<UInt16>> = []

  init(_ doubted: [Range<Int>], _ prose: CheckProse, _ lexicon: Lexicon) {
    (units, self.lexicon) = (prose.units, lexicon)
    let pairs = doubted.filter {
      $0.lowerBound > 0 && $0.upperBound < units.count && Mark.isHan(units[$0.lowerBound])
    }
    for pair in pairs { twice[around(pair), default: 0] += 1 }
    let words = Set(pairs.map { units[$0.lowerBound - 1...$0.lowerBound] })
    let ends = UnitSet(pairs.map { units[$0.lowerBound] })
    for end in units.indices.dropFirst(2)
    where ends.contains(units[end - 1]) && !Mark.isHan(units[end]) && words.contains(units[end - 2..<end]) {
      alone.insert(units[end - 2..<end])
    }
  }

  private func around(_ pair: Range<Int>) -> ArraySlice<UInt16> {
    units[pair.lowerBound - 1...pair.upperBound]
  }

  /// Whether such a word ends with the first of two characters and a listed one begins with the second.
  func meet(at pair: Range<Int>) -> Bool {
    guard pair.lowerBound > 0, pair.upperBound < units.count,
      lexicon.pair(units[pair.lowerBound], units[pair.upperBound]).isWord,
      !lexicon.pair(units[pair.lowerBound - 1], units[pair.lowerBound]).isWord
    else { return false }
    return (twice[around(pair)] ?? 0) > 1 || alone.contains(units[pair.lowerBound - 1...pair.lowerBound])
  }
}
