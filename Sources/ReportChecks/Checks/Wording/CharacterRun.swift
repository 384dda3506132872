/// 错字搜寻的一段: a stretch of Chinese characters without any mark.
struct CharacterRun {
  let lexicon: Lexicon
  let units: UnsafeBufferPointer<UInt16>
  /// What is known of each character with the one behind it.
  let pairs: UnsafeBufferPointer<Lexicon.Pair>
  let covered: UnsafeBufferPointer<Bool>
  let nearby: NearbyWords?
  let range: Range<Int>
  /// Whether it stands in “”, where puns and names are at home: there only the set phrases of the trade are looked for.
  let isQuoted: Bool
  var found: [WrongCharacterSearch.Proposal] = []
  /// What the text around a character costs as it stands: for the one asked for last.
  var known = (place: -1, bits: 0)

  mutating func proposals() -> [WrongCharacterSearch.Proposal] {
    for index in range.lowerBound..<range.upperBound - 1 {
      fours(index)
      if isQuoted {
        threes(index)
        continue
      }
      reordered(index)
      let isOpen = !covered[index]
      if isOpen, !covered[index + 1] {
        substitute(index, 2, 0...1)
        stray(index)
      }
      if isOpen { twins(index) }
      if isOpen || !covered[index + 1] { turned(index) }
      if isOpen || !covered[index + 1] || index + 2 < range.upperBound && !covered[index + 2] {
        threes(index)
      }
    }
    lostEnd()
    return found.isEmpty ? [] : strongest()
  }

  /// 落地见。: a set phrase of four that lacks its last character before a mark; 产业强: heads what follows.
  private mutating func lostEnd() {
    let (start, end) = (range.upperBound - 3, range.upperBound)
    guard start >= range.lowerBound, end < units.count, Mark.clauseEnds.contains(units[end]),
      units[end] != Mark.colon, range.lowerBound == 0 || units[range.lowerBound - 1] != Mark.pause,
      pairs[start].isWord, pairs[start].beginsFour, !covered[end - 1], !pairs[end - 2].isWord,
      lexicon.word(units, start, 3) == nil, WrongCharacterGuard.wanting.contains(units[end - 1])
    else { return }
    let phrases = lexicon.fourths.filter { lexicon.word(units, start, 4, with: $0, at: end) != nil }
    guard phrases.count == 1 else { return }
    found.append(
      WrongCharacterSearch.Proposal(
        range: start..<end + 1, place: end - 1, right: Array(units[start..<end]) + phrases + [units[end]],
        gain: Self.unlikely, threshold: 0))
  }

  /// Words of three characters: only what no word holds is doubted.
  private mutating func threes(_ index: Int) {
    guard index + 3 <= range.upperBound else { return }
    for open in 0...2 where !covered[index + open] && (open < 2 || pairs[index].beginsThree) {
      substitute(index, 3, open...open)
    }
  }

  /// Set phrases of four: one half is as it should be, the other no word.
  private mutating func fours(_ index: Int) {
    let pair = pairs[index]
    if pair.beginsFour, index + 4 <= range.upperBound, lexicon.word(units, index, 4) == nil {
      substitute(index, 4, 2...3)
    }
    if pair.endsFour, index - 2 >= range.lowerBound, lexicon.word(units, index - 2, 4) == nil {
      substitute(index - 2, 4, 0...1)
    }
  }

  /// 举一三反, 落见地效: two characters of a set phrase that changed places.
  private mutating func reordered(_ index: Int) {
    guard index + 4 <= range.upperBound, lexicon.word(units, index, 4) == nil else { return }
    for swap in 0...2 where !covered[index + swap] || !covered[index + swap + 1] {
      var right = Array(units[index..<index + 4])
      right.swapAt(swap, swap + 1)
      let isPhrase = right.withUnsafeBufferPointer { lexicon.word($0, 0, 4) != nil }
      // 补奖资金: a half that is turned is a word of its own, weighed as one.
      guard right[swap] != right[swap + 1], isPhrase,
        swap == 1 || !lexicon.pair(right[swap], right[swap + 1]).isWord
      else { continue }
      weigh(index..<index + 4, as: right, place: index + swap)
    }
  }

  /// 由9份筒化为4份: a character that the eye takes for the one meant, though its neighbour makes a word with the next.
  private mutating func twins(_ place: Int) {
    for character in lexicon.lookAlikes.twins(of: units[place]) {
      for start in [place - 1, place]
      where start >= range.lowerBound && start + 1 < range.upperBound && !pairs[start].isWord {
        let right = start == place ? [character, units[place + 1]] : [units[start], character]
        guard case let pair = lexicon.pair(right[0], right[1]), pair.isWord, pair.bits <= Self.common else {
          continue
        }
        let gain = lexicon.gain(of: right, at: start..<start + 2, units, run: range)
        guard gain >= WrongCharacterGuard.least,
          WrongCharacterGuard.threshold(start, 2, place, range, units) != nil
        else { continue }
        found.append(
          WrongCharacterSearch.Proposal(
            range: start..<start + 2, place: place, right: right, gain: gain, threshold: 7 + isolation(start))
        )
      }
    }
  }

  /// 域领: the characters of a common word, the second first.
  private mutating func turned(_ index: Int) {
    let (first, second) = (units[index], units[index + 1])
    let pair = lexicon.pair(second, first)
    guard pair.isWord, pair.bits <= Self.certain, !WrongCharacterGuard.fixed.contains(first),
      !WrongCharacterGuard.fixed.contains(second), !WrongCharacterGuard.compares(index + 1, units)
    else { return }
    // 四件事: a measure.
    if index > 0, Mark.numerals.contains(units[index - 1]) { return }
    // 革改成效: where one of them makes a word with its neighbour, as 改成 here, the commonest words alone are put back in their order.
    let isOpen = !covered[index] && !covered[index + 1]
    guard isOpen || pair.bits <= Self.commonest && !pairs[index].isWord else { return }
    weigh(
      index..<index + 2, as: [second, first], place: index,
      rarity: pair.bits <= (isOpen ? Self.common : Self.commonest) ? nil : isOpen ? 0 : Self.doubt)
  }

  /// 提道交: a character between the two of a common word.
  private mutating func stray(_ index: Int) {
    guard index + 2 < range.upperBound, !covered[index + 2], !pairs[index].isWord, !pairs[index + 1].isWord,
      !WrongCharacterGuard.between.contains(units[index + 1]), !WrongCharacterGuard.isBy(index, range, units)
    else { return }
    let pair = lexicon.pair(units[index], units[index + 2])
    guard pair.isWord, pair.bits <= Self.certain else { return }
    weigh(
      index..<index + 3, as: [units[index], units[index + 2]], place: index + 1,
      rarity: WrongCharacterGuard.strays.contains(units[index + 1]) ? 0 : Self.unlikely)
  }

  private static let (certain, commonest, common, everyday) = (17, 13, 14, 12)
  /// How many bits more it takes where what stands there may be parted otherwise.
  private static let doubt = 3
  /// More bits than any gain: what only the text itself can speak for.
  private static let unlikely = 60

  /// Weighs a stretch against other characters in its place; without a rarity the word is among the commonest.
  private mutating func weigh(_ stretch: Range<Int>, as right: [UInt16], place: Int, rarity: Int? = 0) {
    let gain = lexicon.gain(of: right, at: stretch, units, run: range)
    guard gain >= WrongCharacterGuard.least, !isAmongNames(stretch),
      !WrongCharacterGuard.endsOffice(stretch.upperBound, range, units),
      let threshold = WrongCharacterGuard.threshold(stretch.lowerBound, 2, place, range, units)
    else { return }
    found.append(
      WrongCharacterSearch.Proposal(
        range: stretch, place: place, right: right, gain: gain,
        threshold: rarity.map { threshold + 2 + $0 } ?? WrongCharacterGuard.eased(threshold),
        rarity: rarity ?? 0,
        isKnown: lexicon.word(units, stretch.lowerBound, stretch.count) != nil))
  }

  /// Tries words of a length in the place of what stands there, one character changed.
  private mutating func substitute(_ start: Int, _ length: Int, _ opens: ClosedRange<Int>) {
    for open in opens
    where !WrongCharacterGuard.fixed.contains(units[start + open])
      && !(isQuoted && WrongCharacterGuard.puns.contains(units[start + open]))
    {
      let place = start + open
      let stretch = OpenStretch(units, start, length, open: open)
      for likeness in lexicon.lookAlikes.likenesses(of: units[place])
      where nearby?.mayHold(stretch, likeness) != false {
        for character in lexicon.lookAlikes.members(of: likeness)
        where character != units[place] && nearby?.mayBe(stretch, character) != false {
          guard let bits = lexicon.proposed(stretch, character) else { continue }
          weigh(start, length, place, character, bits)
        }
      }
    }
  }

  /// Weighs a word of a stretch with another character at one place.
  private mutating func weigh(_ start: Int, _ length: Int, _ place: Int, _ character: UInt16, _ bits: Int) {
    // 防灭火 holds what 防火 has: the character meant stands beside.
    if range.contains(start + length), units[start + length] == character { return }
    let negations = WrongCharacterGuard.negations
    if negations.contains(character), negations.contains(units[place]) { return }
    guard !isQuoted || bits <= Lexicon.office,
      let threshold = WrongCharacterGuard.threshold(start, length, place, range, units)
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
      let soundsSame = lexicon.lookAlikes.soundSame(units[place], character)
      // 监督机智: a word for another of its sound; 逝者家属 is no slip for 死者家属.
      let half = start + (place - start) / 2 * 2
      let isKnown = length == 4 ? pairs[half].isWord : lexicon.word(units, start, length) != nil
      // 抓铁有恒: 抓铁 stands in one phrase only.
      let isWhole = length == 4 && isKnown && pairs[2 * start + 2 - half].isWord
      if length == 4, !soundsSame, isWhole || WrongCharacterGuard.isFrame(start, units) { return }
      if length == 4, isKnown, WrongCharacterGuard.equals.contains([units[half], units[half + 1]]) { return }
      let penalty = soundsSame ? 0 : 3
      let cost = lexicon.bits(then) { offset in
        // Only the two pairs with the other character are others.
        let isChanged = from + offset == place || from + offset + 1 == place
        return isChanged ? lexicon.pair(then[offset], then[offset + 1]) : pairs[from + offset]
      }
      let gain = known.bits - cost - penalty
      guard gain >= WrongCharacterGuard.least, length > 3 || !isAmongNames(start..<start + length) else {
        return
      }
      let rarity = length > 2 ? 0 : bits > 18 ? 8 : bits > 16 ? 4 : bits > 14 ? 2 : 0
      // 应改 may be two words; 会怡 is none.
      let isEveryday = length == 2 && bits <= Self.everyday && lexicon.single(units[place]) >= Self.common
      let isolation = length == 2 ? isolation(start) : length == 4 && isKnown ? 2 : 0
      found.append(
        WrongCharacterSearch.Proposal(
          range: start..<start + length, place: place,
          right: Array(then[(start - from)..<(start - from + length)]),
          gain: gain,
          threshold: (isEveryday ? WrongCharacterGuard.eased(threshold) : threshold) + rarity + isolation,
          rarity: rarity, isKnown: isKnown))
    }
  }

  /// How many bits more it takes to doubt a pair for each character beside it that is no word either, as in the names of places and firms.
  private func isolation(_ start: Int) -> Int {
    (isLoose(start - 1) ? 4 : 0) + (isLoose(start + 2) ? 4 : 0)
  }

  /// Whether a character belongs to no word and is none of its own; the measure of a figure is one.
  private func isLoose(_ index: Int) -> Bool {
    range.contains(index) && !covered[index] && lexicon.single(units[index]) > Self.alone
      && !(index == range.lowerBound && index > 0 && Mark.isDigit(units[index - 1]))
  }

  private static let alone = 12

  /// Whether a stretch stands beside an item of a list that is no word: 玉麦、斗玉、库曲.
  private func isAmongNames(_ stretch: Range<Int>) -> Bool {
    var low = range.lowerBound - 1
    if stretch.lowerBound - low < Self.near, low > 0, units[low] == Mark.pause {
      while low > 0, range.lowerBound - low < 8, Mark.isBasicHan(units[low - 1]) { low -= 1 }
      if isUnknown(low..<range.lowerBound - 1) { return true }
    }
    var high = range.upperBound
    guard high - stretch.upperBound < Self.near, high < units.count, units[high] == Mark.pause else {
      return false
    }
    while high + 1 < units.count, high - range.upperBound < 8, Mark.isBasicHan(units[high + 1]) { high += 1 }
    return isUnknown(range.upperBound + 1..<high + 1)
  }

  /// How far from the mark an item of a list may stand.
  private static let near = 5

  /// Whether two characters side by side belong to no word.
  private func isUnknown(_ item: Range<Int>) -> Bool {
    item.dropLast().contains { !covered[$0] && !covered[$0 + 1] }
  }

  /// Of proposals that lie side by side the likeliest, the longer word first.
  private func strongest() -> [WrongCharacterSearch.Proposal] {
    var kept: [WrongCharacterSearch.Proposal] = []
    for proposal in found.sorted(by: {
      ($0.gain, $0.range.count, $1.threshold) > ($1.gain, $1.range.count, $0.threshold)
    })
    where !kept.contains(where: { abs($0.place - proposal.place) <= 2 }) {
      kept.append(proposal)
    }
    return kept.sorted { $0.place < $1.place }
  }
}
