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
      var found: [Proposal] = []
      let covered = covered(units)
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
            lexicon: lexicon, units: units, range: start..<end, isQuoted: prose.isQuoted(start),
            covered: covered)
          found += run.proposals()
        }
        start = end
      }
      return found
    }
  }

  private func isRead(_ index: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    Mark.isBasicHan(units[index]) && prose.isRead(index)
  }

  /// For each character whether a word that is not rare holds it.
  private func covered(_ units: UnsafeBufferPointer<UInt16>) -> [Bool] {
    var covered = [Bool](repeating: false, count: units.count)
    guard units.count > 1 else { return covered }
    covered.withUnsafeMutableBufferPointer { covered in
      for index in 0..<units.count - 1 where Mark.isBasicHan(units[index]) {
        let pair = lexicon.pair(units[index], units[index + 1])
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
  let range: Range<Int>
  /// Whether it stands in “”, where puns and names are at home: there only the set phrases of the trade are looked for.
  let isQuoted: Bool
  let covered: [Bool]
  private var found: [WrongCharacterSearch.Proposal] = []

  init(
    lexicon: Lexicon, units: UnsafeBufferPointer<UInt16>, range: Range<Int>, isQuoted: Bool,
    covered: [Bool]
  ) {
    self.lexicon = lexicon
    self.units = units
    self.range = range
    self.isQuoted = isQuoted
    self.covered = covered
  }

  mutating func proposals() -> [WrongCharacterSearch.Proposal] {
    for index in range.lowerBound..<range.upperBound - 1 {
      fours(index)
      if isQuoted { continue }
      let isOpen = !covered[index]
      if isOpen, !covered[index + 1] { substitute(index, 2, 0...1) }
      if isOpen || !covered[index + 1] || index + 2 < range.upperBound && !covered[index + 2] {
        threes(index)
      }
    }
    return strongest()
  }

  /// Words of three characters: only what no word holds is doubted.
  private mutating func threes(_ index: Int) {
    guard index + 3 <= range.upperBound else { return }
    for open in 0...2 where !covered[index + open] { substitute(index, 3, open...open) }
  }

  /// Set phrases of four: one half is as it should be.
  private mutating func fours(_ index: Int) {
    let pair = lexicon.pair(units[index], units[index + 1])
    if pair.beginsFour, index + 4 <= range.upperBound, lexicon.word(units, index, 4) == nil {
      substitute(index, 4, 2...3)
    }
    if pair.endsFour, index - 2 >= range.lowerBound, lexicon.word(units, index - 2, 4) == nil {
      substitute(index - 2, 4, 0...1)
    }
  }

  /// Tries words of a length in the place of what stands there, one character changed.
  private mutating func substitute(_ start: Int, _ length: Int, _ opens: ClosedRange<Int>) {
    for open in opens where !Guard.fixed.contains(units[start + open]) {
      let place = start + open
      for likeness in lexicon.nearby.lookAlikes.likenesses(of: units[place])
      where lexicon.nearby.mayHold(units, start, length, open: open, likeness) {
        for character in lexicon.nearby.lookAlikes.members(of: likeness) where character != units[place] {
          weigh(start, length, place, character)
        }
      }
    }
  }

  private mutating func weigh(_ start: Int, _ length: Int, _ place: Int, _ character: UInt16) {
    let from = max(range.lowerBound, place - 5)
    let to = min(range.upperBound, place + 6)
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: to - from) { window in
      _ = window.initialize(from: units[from..<to])
      let (before, after) = (UnsafeBufferPointer(window), place - from)
      let now = lexicon.bits(before)
      window[after] = character
      guard let bits = lexicon.word(before, start - from, length),
        bits <= (isQuoted ? Lexicon.office : NearbyWords.rarest[length])
      else { return }
      let penalty = lexicon.nearby.lookAlikes.soundSame(units[place], character) ? 0 : 3
      let gain = now - lexicon.bits(before) - penalty
      guard gain >= Guard.least,
        let threshold = Guard.threshold(start, length, place, range, units)
      else { return }
      found.append(
        WrongCharacterSearch.Proposal(
          range: start..<start + length, place: place,
          right: Array(before[(start - from)..<(start - from + length)]),
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
    if placeKinds.contains(second) || start + 2 < run.upperBound && placeKinds.contains(units[start + 2]) {
      return nil
    }
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

  /// A family name behind what a person is called (通讯员张晓勇), or a short stretch that begins with one.
  private static func isName(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    for place in stride(from: start, through: max(run.lowerBound, start - 2), by: -1)
    where Mark.familyNames.contains(units[place]) {
      if place > run.lowerBound ? Mark.callings.contains(units[place - 1]) : run.count <= 3 { return true }
    }
    return false
  }

  /// The measure word of a figure (3项受…), or the short name of an office before the year of a document number.
  private static func isMeasure(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool
  {
    start == run.lowerBound && start > 0 && Mark.isDigit(units[start - 1])
      || start + 2 == run.upperBound && run.upperBound + 1 < units.count
        && numberOpens.contains(units[run.upperBound]) && Mark.isDigit(units[run.upperBound + 1])
  }

  private static let (one, oneByOne): (UInt16, UInt16) = (0x4E00, 0x9010)
  private static let numberOpens = UnitSet("〔[(【")

  /// Characters that join with nearly any other, so that a pair with one of them is seldom in a list.
  private static let productive = UnitSet(
    "以只还由有其之不更一再未反应互自共无所被把将从向对到得多少最很太全各每该此本即均皆都也又就而且或与及和在为是似如若因故于者们地着过上下内外前后里间中新老旧大小真好早晚远近同逐数透够宗额量率型类度清准完尽稳牢齐策案"
  )
  private static let placeKinds = UnitSet("区县市镇乡村街路组省屯巷弄人苑湾庭府邸寨")
}
