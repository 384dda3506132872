import ReportModel

/// 错字搜寻: words with one character typed for another that sounds or looks alike.
///
/// A wrong character breaks a common word into rare single characters. Where the characters of a stretch belong to no word, a word that
/// differs in one character is tried in their place: it is proposed where the stretch becomes far likelier by it.
struct WrongCharacterSearch {
  /// A word proposed for what stands in the text.
  struct Proposal {
    /// What stands there.
    var range: Range<Int>
    /// The character that differs.
    var place: Int
    var right: [UInt16]
    /// By how many bits the text becomes likelier.
    var gain: Int
    /// How many it takes.
    var threshold: Int
  }

  private let lexicon: Lexicon
  private let prose: CheckProse

  init(_ lexicon: Lexicon, _ prose: CheckProse) {
    self.lexicon = lexicon
    self.prose = prose
  }

  /// All proposals, in the order of the text; of those that touch only the likeliest.
  func proposals() -> [Proposal] {
    prose.units.withUnsafeBufferPointer { units in
      lexicon.pairs(of: units).withUnsafeBufferPointer { pairs in
        covered(units, pairs).withUnsafeBufferPointer { covered in
          var found: [Proposal] = []
          var start = 0
          while start < units.count {
            guard isRead(start, units) else {
              start += 1
              continue
            }
            var end = start + 1
            while end < units.count, isRead(end, units), !prose.beginsParagraph(end) { end += 1 }
            if end - start > 1 {
              var run = Run(
                lexicon: lexicon, units: units, pairs: pairs, covered: covered, range: start..<end,
                isQuoted: prose.isQuoted(start))
              found += run.proposals()
            }
            start = end
          }
          return found
        }
      }
    }
  }

  @inline(__always)
  private func isRead(_ index: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    Mark.isBasicHan(units[index]) && prose.isRead(index)
  }

  /// For each character whether a word that is not rare holds it.
  private func covered(_ units: UnsafeBufferPointer<UInt16>, _ pairs: UnsafeBufferPointer<Lexicon.Pair>)
    -> [Bool]
  {
    var covered = [Bool](repeating: false, count: units.count)
    covered.withUnsafeMutableBufferPointer { covered in
      for index in pairs.indices {
        let pair = pairs[index]
        if pair.isWord, pair.bits <= Self.common {
          covered[index] = true
          covered[index + 1] = true
        }
        guard pair.beginsThree || pair.beginsFour else { continue }
        for length in 3...4 where index + length <= units.count {
          if let bits = lexicon.word(units, index, length), bits <= Self.common {
            for offset in 0..<length { covered[index + offset] = true }
          }
        }
      }
    }
    return covered
  }

  private static let common = 18
}

/// A stretch of Chinese characters without any mark.
private struct Run {
  let lexicon: Lexicon
  let units: UnsafeBufferPointer<UInt16>
  /// What is known of each character with the one behind it.
  let pairs: UnsafeBufferPointer<Lexicon.Pair>
  let covered: UnsafeBufferPointer<Bool>
  let range: Range<Int>
  /// Whether it stands in “”, where puns and names are at home: there only the set phrases of the trade are looked for.
  let isQuoted: Bool
  private var found: [WrongCharacterSearch.Proposal] = []
  /// What the text around a character costs as it stands: for the one asked for last.
  private var known = (place: -1, bits: 0)

  init(
    lexicon: Lexicon, units: UnsafeBufferPointer<UInt16>, pairs: UnsafeBufferPointer<Lexicon.Pair>,
    covered: UnsafeBufferPointer<Bool>, range: Range<Int>, isQuoted: Bool
  ) {
    self.lexicon = lexicon
    self.units = units
    self.pairs = pairs
    self.covered = covered
    self.range = range
    self.isQuoted = isQuoted
  }

  mutating func proposals() -> [WrongCharacterSearch.Proposal] {
    for index in range.lowerBound..<range.upperBound - 1 {
      fours(index)
      if isQuoted {
        threes(index)
        continue
      }
      let isOpen = !covered[index]
      if isOpen, !covered[index + 1] {
        substitute(index, 2, 0...1)
        turned(index)
        stray(index)
      }
      if isOpen || !covered[index + 1] || index + 2 < range.upperBound && !covered[index + 2] {
        threes(index)
      }
    }
    return found.isEmpty ? [] : strongest()
  }

  /// Words of three characters: only what no word holds is doubted.
  private mutating func threes(_ index: Int) {
    guard index + 3 <= range.upperBound else { return }
    for open in 0...2 where !covered[index + open] && (open < 2 || pairs[index].beginsThree) {
      substitute(index, 3, open...open)
    }
  }

  /// Set phrases of four: one half is as it should be.
  private mutating func fours(_ index: Int) {
    let pair = pairs[index]
    if pair.beginsFour, index + 4 <= range.upperBound, lexicon.word(units, index, 4) == nil {
      substitute(index, 4, 2...3)
    }
    if pair.endsFour, index - 2 >= range.lowerBound, lexicon.word(units, index - 2, 4) == nil {
      substitute(index - 2, 4, 0...1)
    }
  }

  /// 域领: the characters of a common word, the second first.
  private mutating func turned(_ index: Int) {
    let (first, second) = (units[index], units[index + 1])
    let pair = lexicon.pair(second, first)
    guard pair.isWord, pair.bits <= Self.certain, !Guard.fixed.contains(first), !Guard.fixed.contains(second)
    else { return }
    weigh(index..<index + 2, as: [second, first], place: index)
  }

  /// 提道交: a character between the two of a common word.
  private mutating func stray(_ index: Int) {
    guard index + 2 < range.upperBound, !covered[index + 2], Guard.strays.contains(units[index + 1]) else {
      return
    }
    let pair = lexicon.pair(units[index], units[index + 2])
    guard pair.isWord, pair.bits <= Self.certain else { return }
    weigh(index..<index + 3, as: [units[index], units[index + 2]], place: index + 1)
  }

  private static let certain = 15

  /// Weighs a stretch against other characters in its place.
  private mutating func weigh(_ stretch: Range<Int>, as right: [UInt16], place: Int) {
    let window = max(range.lowerBound, stretch.lowerBound - 5)..<min(range.upperBound, stretch.upperBound + 5)
    let now = Array(units[window])
    let then =
      Array(units[window.lowerBound..<stretch.lowerBound]) + right
      + units[stretch.upperBound..<window.upperBound]
    let gain =
      now.withUnsafeBufferPointer { lexicon.bits($0) } - then.withUnsafeBufferPointer { lexicon.bits($0) }
    guard gain >= Guard.least,
      let threshold = Guard.threshold(stretch.lowerBound, 2, place, range, units)
    else { return }
    found.append(
      WrongCharacterSearch.Proposal(
        range: stretch, place: place, right: right, gain: gain, threshold: threshold + 2))
  }

  /// Tries words of a length in the place of what stands there, one character changed.
  private mutating func substitute(_ start: Int, _ length: Int, _ opens: ClosedRange<Int>) {
    for open in opens
    where !Guard.fixed.contains(units[start + open])
      && !(isQuoted && Guard.puns.contains(units[start + open]))
    {
      let place = start + open
      let context = NearbyWords.Context(units, start, length, open: open)
      for likeness in lexicon.nearby.lookAlikes.likenesses(of: units[place])
      where lexicon.nearby.mayHold(context, likeness) {
        for character in lexicon.nearby.lookAlikes.members(of: likeness)
        where character != units[place] && lexicon.nearby.mayBe(context, character) {
          guard let bits = lexicon.word(units, start, length, with: character, at: place) else { continue }
          weigh(start, length, place, character, bits)
        }
      }
    }
  }

  /// Weighs a word of a stretch with another character at one place.
  private mutating func weigh(_ start: Int, _ length: Int, _ place: Int, _ character: UInt16, _ bits: Int) {
    guard bits <= (isQuoted ? Lexicon.office : NearbyWords.rarest(length)),
      let threshold = Guard.threshold(start, length, place, range, units)
    else { return }
    let from = max(range.lowerBound, place - 5)
    let to = min(range.upperBound, place + 6)
    if known.place != place {
      let pairs = pairs
      known.place = place
      known.bits = lexicon.bits(UnsafeBufferPointer(rebasing: units[from..<to])) { pairs[from + $0] }
    }
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: to - from) { window in
      _ = window.initialize(from: units[from..<to])
      let then = UnsafeBufferPointer(window)
      window[place - from] = character
      let (lexicon, pairs) = (lexicon, pairs)
      let penalty = lexicon.nearby.lookAlikes.soundSame(units[place], character) ? 0 : 3
      let bits = lexicon.bits(then) { offset in
        // Only the two pairs with the other character are others.
        let isChanged = from + offset == place || from + offset + 1 == place
        return isChanged ? lexicon.pair(then[offset], then[offset + 1]) : pairs[from + offset]
      }
      let gain = known.bits - bits - penalty
      guard gain >= Guard.least else { return }
      found.append(
        WrongCharacterSearch.Proposal(
          range: start..<start + length, place: place,
          right: Array(then[(start - from)..<(start - from + length)]),
          gain: gain, threshold: threshold))
    }
  }

  /// Of proposals that lie side by side the likeliest, the longer word first.
  private func strongest() -> [WrongCharacterSearch.Proposal] {
    var kept: [WrongCharacterSearch.Proposal] = []
    for proposal in found.sorted(by: { ($0.gain, $0.range.count) > ($1.gain, $1.range.count) })
    where !kept.contains(where: { abs($0.place - proposal.place) <= 2 }) {
      kept.append(proposal)
    }
    return kept.sorted { $0.place < $1.place }
  }
}

/// What tells words that no list holds from wrong characters.
private enum Guard {
  /// The gain below which nothing is considered.
  static let least = 9
  /// Characters that are never doubted.
  static let fixed = UnitSet("的了〇一二三四五六七八九十百千万亿两第")
  /// What slogans in “” pun with: 码上就办, 医站式.
  static let puns = UnitSet("码医益食税莓惠智慧网邻鲜茶粮警邮法数链橘蓝企云艺乐贝")
  /// Characters that by slip stand between the two of a word; most others may do so by right (看不清, 亮红灯).
  static let strays = UnitSet("是在为对于从被把将道到们也都就而且若则因该这那其此")

  /// How many bits it takes to doubt a word; nil where it is not doubted at all.
  static func threshold(
    _ start: Int, _ length: Int, _ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    if isParallel(place, run, units) { return nil }
    // 一县一策, 一人一档: the frame takes any noun.
    if length == 4, units[start] == one, units[start + 2] == one, place != start, place != start + 2 {
      return nil
    }
    if length > 2 { return length == 3 ? 12 : 10 }
    let (first, second) = (units[start], units[start + 1])
    // 逐季, 逐户: behind 逐 stands any measure.
    if first == oneByOne { return nil }
    if isParallel(start, run, units) || isParallel(start + 1, run, units) { return nil }
    if placeKinds.contains(second) || isPlaceKind(start + 2, run, units) { return nil }
    if isName(start, run, units) || isMeasure(start, run, units) { return nil }
    return 11 + (productive.contains(first) || productive.contains(second) ? 3 : 0)
  }

  /// 懒政怠政, 宜居宜业: the same character two places on.
  private static func isParallel(_ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>)
    -> Bool
  {
    place - 2 >= run.lowerBound && units[place - 2] == units[place]
      || place + 2 < run.upperBound && units[place + 2] == units[place]
  }

  /// Whether 区, 村 or the like may end the name of a place: not where it begins 区域 or 人才.
  private static func isPlaceKind(_ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>)
    -> Bool
  {
    guard place < run.upperBound, placeKinds.contains(units[place]) else { return false }
    return place + 1 == run.upperBound
      || !kindBegins.contains { $0[0] == units[place] && $0[1] == units[place + 1] }
  }

  /// A family name behind what a person is called (通讯员张晓勇), or a short stretch that begins with one.
  private static func isName(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    for place in stride(from: start, through: max(run.lowerBound, start - 2), by: -1)
    where Mark.familyNames.contains(units[place]) {
      if place > run.lowerBound ? Mark.callings.contains(units[place - 1]) : isShort(run, units) {
        return true
      }
    }
    return false
  }

  /// A stretch that may be nothing but a name; behind a figure it begins with a measure.
  private static func isShort(_ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    run.count <= 3 && (run.lowerBound == 0 || !Mark.isDigit(units[run.lowerBound - 1]))
  }

  /// The measure word of a figure (3项受…), or the short name of an office before the year of a document number.
  private static func isMeasure(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool
  {
    start == run.lowerBound && start > 0 && Mark.isDigit(units[start - 1]) && !powers.contains(units[start])
      || start + 2 == run.upperBound && run.upperBound + 1 < units.count
        && numberOpens.contains(units[run.upperBound]) && Mark.isDigit(units[run.upperBound + 1])
  }

  private static let (one, oneByOne): (UInt16, UInt16) = (0x4E00, 0x9010)
  private static let numberOpens = UnitSet("〔[(【")

  /// Characters that join with nearly any other, so that a pair with one of them is seldom in a list.
  private static let productive = UnitSet(
    "以只还由有其之不更一再未反应互自共无所被把将从向对到得多少最很太全各每该此本即均皆都也又就而且或与及和在为是似如若因故于者们地着过上下内外前后里间中新老旧大小真好早晚远近同逐数透够宗额量率型类度清准完尽稳牢齐策案"
  )
  private static let powers = UnitSet("万亿")
  private static let kindBegins = [
    "区域", "区块", "区间", "人才", "人员", "人民", "人口", "人均", "人群", "人次", "人力", "人文", "人居", "人类", "组织", "组建", "组成",
    "组合",
    "市场", "县域", "路径", "路线", "路网",
  ].map(Mark.word)
  private static let placeKinds = UnitSet("区县市镇乡村街路组省屯巷弄人苑湾庭府邸寨")
}
