import ReportModel

/// Finds tasks by their names, loosely: most of the pairs of characters of a name stand in one sentence, or most of its characters
/// in pairs, as in 垃圾计量收费 for 推行垃圾分类计量收费改革.
struct NameFinder {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// The sentences in which each of some names stands, in one pass over the text.
  func sentences(naming names: [String]) -> [[Int]] { sentences(with: WantedPairs(names)) }

  /// The same of names whose pairs are known.
  func sentences(with wanted: WantedPairs) -> [[Int]] {
    let names = wanted.sizes.indices
    var found = [[Int]](repeating: [], count: names.count)
    guard !wanted.isEmpty else { return found }
    let units = draft.text.units
    // The last sentence in which each pair and each name was met, and how many pairs of the name that one holds.
    var pairMet = [Int](repeating: -1, count: wanted.pairs.count)
    var nameMet = [Int](repeating: -1, count: names.count)
    var hits = [Int](repeating: 0, count: names.count)
    var covered = [UInt64](repeating: 0, count: names.count)
    var met: [Int] = []
    for (sentence, range) in draft.sentences.lazy.map(\.range).enumerated() where range.count > 1 {
      for place in range.lowerBound..<range.upperBound - 1 {
        for index in wanted.places(units[place], units[place + 1]) {
          let pair = wanted.pairs[index]
          if pairMet[index] == sentence { continue }
          pairMet[index] = sentence
          if nameMet[pair.name] != sentence {
            nameMet[pair.name] = sentence
            hits[pair.name] = 0
            covered[pair.name] = 0
            met.append(pair.name)
          }
          hits[pair.name] += 1
          covered[pair.name] |= pair.characters
        }
      }
      for name in met
      where hits[name] * 100 >= wanted.sizes[name] * 60
        || covered[name].nonzeroBitCount * 100 >= wanted.lengths[name] * 70 && wanted.lengths[name] >= 6
      {
        found[name].append(sentence)
      }
      met.removeAll(keepingCapacity: true)
    }
    return found
  }
}

/// The telling pairs of characters of some names.
struct WantedPairs: Sendable {
  struct Pair: Sendable {
    var name: Int
    /// The characters of the name that it covers.
    var characters: UInt64
  }

  /// How many telling pairs each name has.
  private(set) var sizes: [Int]
  /// How many characters the telling pairs of each name cover.
  private(set) var lengths: [Int] = []
  /// The pairs of all names; those of the same two characters stand together.
  let pairs: [Pair]
  private var byPair: [UInt32: Range<Int>] = [:]
  /// The first characters of pairs: nearly every place of a text is settled here.
  private let firsts: UnitSet

  init(_ names: [String]) {
    sizes = []
    var found: [UInt32: [Pair]] = [:]
    for (name, text) in names.enumerated() {
      let characters = Mark.word(text).filter(Mark.isHan)
      var pairs: [UInt32: UInt64] = [:]
      if characters.count >= 4 {
        // The verb before and the word of doing behind are no part of what a name says.
        var core = 0..<min(62, characters.count)
        if Self.common.contains(Self.pair(characters[0], characters[1])) { core = 2..<core.upperBound }
        while core.count > 4,
          Self.common.contains(Self.pair(characters[core.upperBound - 2], characters[core.upperBound - 1]))
        {
          core = core.lowerBound..<core.upperBound - 2
        }
        for place in core.dropLast() {
          let pair = Self.pair(characters[place], characters[place + 1])
          if !Self.common.contains(pair) { pairs[pair, default: 0] |= 3 << UInt64(place) }
        }
      }
      for (pair, places) in pairs {
        found[pair, default: []].append(Pair(name: name, characters: places))
      }
      sizes.append(pairs.count)
      lengths.append(pairs.values.reduce(0, |).nonzeroBitCount)
    }
    var all: [Pair] = []
    for (pair, own) in found {
      byPair[pair] = all.count..<all.count + own.count
      all += own
    }
    pairs = all
    firsts = UnitSet(byPair.keys.map { UInt16(truncatingIfNeeded: $0 >> 16) })
  }

  var isEmpty: Bool { pairs.isEmpty }

  /// Where in `pairs` those of two characters stand.
  @inline(__always)
  func places(_ first: UInt16, _ second: UInt16) -> Range<Int> {
    firsts.contains(first) ? byPair[Self.pair(first, second)] ?? 0..<0 : 0..<0
  }

  @inline(__always)
  private static func pair(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  /// Pairs of characters that most task names hold.
  private static let common: Set<UInt32> = Set(
    [
      "建立", "推进", "开展", "制定", "完善", "健全", "建设", "改革", "实施", "机制", "推行", "深化", "加强", "探索", "体系", "工作", "出台",
      "设立", "组建", "推动", "区级", "县级",
    ].map {
      let units = Array($0.utf16)
      return pair(units[0], units[1])
    })
}
