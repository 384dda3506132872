/// 漏字: one character of a common word left out, so that the other stands alone between whole words.
///
/// What is left of a word is doubted where it seldom stands alone while a word that holds it is common: the difference in bits, with
/// what the text or the word lists say for the word where it stands beside its neighbours.
/// Without either it is left alone: 档案展 is no 发展.
struct LostCharacters {
  /// What a listed phrase speaks for a word, in bits: more where nothing but a mark or a particle stands on its other side.
  private enum Phrase: Int, Comparable {
    case none = 0, within = 6, parted = 14

    static func < (a: Phrase, b: Phrase) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Candidate {
    var place: Int
    var word: [UInt16]
    /// By how many bits the word is likelier than the character that is left.
    var gain: Int
    /// Whether the word lists hold the word with its neighbours.
    var phrase: Phrase
    /// The word with the two characters before it and behind it.
    var contexts: [UInt64]
    /// The character with those beside it as they stand.
    var asIs: UInt64
  }

  private let lexicon: Lexicon
  private let units: UnsafeBufferPointer<UInt16>
  private let covered: UnsafeBufferPointer<Bool>
  private var candidates: [Candidate] = []
  private var middles: [WrongCharacterSearch.Proposal] = []

  init(_ lexicon: Lexicon, _ units: UnsafeBufferPointer<UInt16>, _ covered: UnsafeBufferPointer<Bool>) {
    self.lexicon = lexicon
    self.units = units
    self.covered = covered
  }

  /// Looks through a stretch of characters that no mark parts.
  mutating func look(in run: Range<Int>) {
    guard !WrongCharacterGuard.isHeadline(run, units) else { return }
    for place in run {
      if isRateBehind(place, run) { middle(place, run) }
      guard !covered[place], run.count >= Self.shortest else { continue }
      second(place, run)
      first(place, run)
      let isIsolated = isIsolated(place, run)
      let left = units[place]
      let alone = lexicon.single(left)
      guard alone < Lexicon.none, !WrongCharacterGuard.fixed.contains(left), !isMeasure(place, run),
        !isVerbOfDegree(place, run), !isVerbOfSeven(place, run)
      else { continue }
      for partner in lexicon.partners.following(left) {
        weigh([left, partner], at: place, alone, run, isIsolated)
      }
      for partner in lexicon.partners.preceding(left) {
        weigh([partner, left], at: place, alone, run, isIsolated)
      }
    }
  }

  /// The likeliest word at each place where the text lets one be doubted.
  func proposals() -> [WrongCharacterSearch.Proposal] {
    let counts = ContextCounts(candidates.flatMap { $0.contexts + [$0.asIs] }, units)
    var found: [WrongCharacterSearch.Proposal] = []
    for candidate in candidates where counts[candidate.asIs] < 2 && !isItem(candidate.place) {
      let support = candidate.contexts.reduce(0) { $0 + counts[$1] }
      let gain = candidate.gain + candidate.phrase.rawValue + (support > 1 ? 6 : support == 1 ? 3 : 0)
      guard candidate.phrase != .none || support > 0, gain >= Self.enough else { continue }
      let proposal = WrongCharacterSearch.Proposal(
        range: candidate.place..<candidate.place + 1, place: candidate.place, right: candidate.word,
        gain: gain, threshold: Self.enough)
      if let last = found.last, last.place == candidate.place {
        if last.gain < gain { found[found.count - 1] = proposal }
      } else {
        found.append(proposal)
      }
    }
    return found + middles
  }

  private static let shortest = 4
  private static let enough = 9
  /// A character at least as common as this is a word by itself: 从, 就, 元.
  private static let word = 11
  /// Characters that join phrases, before or behind one.
  private static let joints = UnitSet("的地得和与及并等了在为对以")

  private static let adverbs = Mark.words("进一步 不断")

  private func ends(_ place: Int, with word: [UInt16], _ run: Range<Int>) -> Bool {
    place - word.count >= run.lowerBound && units[place - word.count..<place].elementsEqual(word)
  }

  private func isIsolated(_ place: Int, _ run: Range<Int>) -> Bool {
    (place == run.lowerBound || covered[place - 1]) && (place + 1 == run.upperBound || covered[place + 1])
  }

  /// The measure of a figure: 3项, 12宗.
  private func isMeasure(_ place: Int, _ run: Range<Int>) -> Bool {
    place == run.lowerBound && place > 0 && Mark.isDigit(units[place - 1])
  }

  /// 联得更紧, 管得很严: before 得 and a degree it is a verb of its own.
  private func isVerbOfDegree(_ place: Int, _ run: Range<Int>) -> Bool {
    place + 2 < run.upperBound && units[place + 1] == Self.attaining
      && Self.degrees.contains(units[place + 2])
  }

  /// 围绕重点谋项目, 四是加强宣传育典型: of seven characters the fifth is a verb of its own.
  private func isVerbOfSeven(_ place: Int, _ run: Range<Int>) -> Bool {
    place + 3 == run.upperBound && place - 4 >= run.lowerBound
      && (place - 4 == run.lowerBound || units[place - 5] == Self.being)
      && isWord(place - 4) && isWord(place - 2) && isWord(place + 1)
  }

  private static let being = Mark.word("是")[0]
  private static let attaining = Mark.word("得")[0]
  private static let degrees = UnitSet("更很最越较太不住了")

  private mutating func weigh(
    _ word: [UInt16], at place: Int, _ alone: Int, _ run: Range<Int>, _ isIsolated: Bool
  ) {
    let gain = alone - lexicon.pair(word[0], word[1]).bits
    let left = units[place]
    var contexts: [UInt64] = []
    var phrase = Phrase.none
    if place - 2 >= run.lowerBound {
      let whole = [units[place - 2], units[place - 1]] + word
      if alone > Self.word, !WrongCharacterGuard.tails.contains(left), isListed(whole) {
        // 任务重出台: what follows may go with it.
        phrase = place + 1 == run.upperBound || Self.joints.contains(units[place + 1]) ? .parted : .within
      }
      if phrase != .parted, !Self.tails.contains(left), isListed(whole), isParted(behind: place, run),
        !isWord(place - 1), !isWord(place), isFar(whole, place - 2..<place + 1, run)
      {
        phrase = .parted
      }
      contexts.append(ContextCounts.key(whole))
    }
    if place + 2 < run.upperBound {
      let whole = word + [units[place + 1], units[place + 2]]
      if alone > Self.word, !WrongCharacterGuard.heads.contains(left), isListed(whole) {
        // 改造显成效: it may be a verb of what stands before.
        let isParted = place == run.lowerBound || Self.joints.contains(units[place - 1])
        phrase = max(phrase, isParted ? .parted : .within)
      }
      if phrase != .parted, !Self.heads.contains(left), !WrongCharacterGuard.independent.contains(left),
        isListed(whole),
        isParted(before: place, run), !isWord(place - 1), !isWord(place), isFar(whole, place..<place + 3, run)
      {
        phrase = .parted
      }
      // 进一步优营商环境: these adverbs lead to a verb of two characters.
      if isListed(whole), Self.adverbs.contains(where: { ends(place, with: $0, run) }) { phrase = .parted }
      contexts.append(ContextCounts.key(whole))
    }
    // 营商境: what stands beside it is no word of two, but the phrase is listed.
    guard isIsolated || phrase == .parted,
      phrase == .parted || gain > 0 && !WrongCharacterGuard.independent.contains(left)
    else { return }
    let low = max(run.lowerBound, place - 1)
    candidates.append(
      Candidate(
        place: place, word: word,
        // 育生态, 建标准: in front a character is rather a verb of its own.
        gain: gain - (place == run.lowerBound ? 3 : 0), phrase: phrase, contexts: contexts,
        asIs: ContextCounts.key(units[(low..<run.upperBound).prefix(3)])))
  }
}

extension LostCharacters {
  /// 普率: what is no word, before 率 or the like.
  private func isRateBehind(_ place: Int, _ run: Range<Int>) -> Bool {
    place + 1 < run.upperBound && Self.rates.contains(units[place + 1]) && !covered[place + 1]
      && !isWord(place) && !(covered[place] && units[place + 1] != Self.rate)
      && !WrongCharacterGuard.fixed.contains(units[place])
  }

  /// 普率 for 普及率: the middle one of a word of three.
  private mutating func middle(_ place: Int, _ run: Range<Int>) {
    var best: (word: [UInt16], gain: Int)?
    // 完率92.9%: a figure behind it leaves no doubt that it is a rate; 专职化率 is one.
    let isMeasured =
      place + 2 < units.count && Self.measured.contains(units[place + 2]) && units[place] != Self.becoming
    let least = isMeasured ? Self.sure - 4 : Self.sure
    // 嵌入 is no common word, 嵌入式 is.
    let seconds =
      units[place + 1] == Self.manner ? lexicon.fourths : Array(lexicon.partners.following(units[place]))
    for partner in seconds where !WrongCharacterGuard.fixed.contains(partner) {
      let word = [units[place], partner, units[place + 1]]
      guard word.withUnsafeBufferPointer({ lexicon.word($0, 0, 3) != nil }) else { continue }
      let gain = lexicon.gain(of: word, at: place..<place + 2, units, run: run)
      if gain > best?.gain ?? least { best = (word, gain) }
    }
    if let right = best?.word ?? toldBefore(place, run) {
      propose(right, place..<place + 2, best?.gain ?? Self.sure)
    }
  }

  /// 听汇报、查资料, 懂产业、善服务: items of three characters side by side, each a verb of one and its noun.
  private func isItem(_ place: Int) -> Bool {
    func isPause(_ index: Int) -> Bool { units.indices.contains(index) && units[index] == Mark.pause }
    return isPause(place + 3) || isPause(place - 1) && isPause(place - 5)
  }

  private mutating func propose(_ right: [UInt16], _ range: Range<Int>, _ gain: Int) {
    guard !isItem(range.lowerBound) else { return }
    middles.append(
      WrongCharacterSearch.Proposal(
        range: range, place: range.lowerBound, right: right, gain: gain, threshold: 0))
  }

  /// 采纳386条,采率37%: the word whose rate it is stands right before.
  private func toldBefore(_ place: Int, _ run: Range<Int>) -> [UInt16]? {
    // 调撤率, 出园率: what stands before it belongs to the measure.
    guard place == run.lowerBound, !covered[place], units[place + 1] == Self.rate else { return nil }
    let left = units[place]
    for before in (max(0, place - 30)..<place).reversed() where units[before] == left {
      let next = units[before + 1]
      if lexicon.pair(left, next).isWord { return [left, next, units[place + 1]] }
    }
    return nil
  }

  /// 。善激励政策: at the head of a clause what is left of a verb whose second character never stands there by itself.
  private mutating func second(_ place: Int, _ run: Range<Int>) {
    if isLedBy(place, run), Self.verbHeads.contains(units[place]) {
      let verb = Self.reforms.first { $0[0] == units[place] }
      if let verb { propose(verb, place..<place + 1, Self.sure) }
      return
    }
    guard place == run.lowerBound || isLedBy(place, run), Self.seconds.contains(units[place]), run.count > 4,
      isWord(place + 1),
      place > 0, !Self.marks.contains(units[place - 1]),
      !units[place..<min(place + 5, run.upperBound)].contains(where: WrongCharacterGuard.placeKinds.contains)
    else { return }
    let words = lexicon.partners.preceding(units[place]).map { [$0, units[place]] }
    guard let right = words.min(by: { lexicon.pair($0[0], $0[1]).bits < lexicon.pair($1[0], $1[1]).bits })
    else { return }
    propose(right, place..<place + 1, Self.sure)
  }

  /// 进一步完协同机制: behind such an adverb and before a word what is left of a verb that is none by itself.
  private func isLedBy(_ place: Int, _ run: Range<Int>) -> Bool {
    place + 3 < run.upperBound && isWord(place + 1) && !isWord(place)
      && Self.leading.contains { ends(place, with: $0, run) }
  }

  private static let leading = Mark.words("进一步 不断 持续 逐步 切实 加快 着力 全面 继续 深入")
  private static let reforms = Mark.words("完善 健全 规范 巩固 拓展 贯彻 履行 构建 统筹")
  private static let verbHeads = UnitSet(reforms.map { $0[0] })

  /// 得到上级肯。 针自评发现的问题: before a mark or a figure, or at the head of a clause, what is left of a word whose first character stands nowhere by itself.
  private mutating func first(_ place: Int, _ run: Range<Int>) {
    let isLast =
      place + 1 == run.upperBound && Self.firsts.contains(units[place]) && place - 2 >= run.lowerBound
    let isHead = place == run.lowerBound && Self.openers.contains(units[place]) && run.count > 4
    guard isLast && isWord(place - 2) || isHead && isWord(place + 1),
      case let beside = isLast ? place + 1 : place - 1, !isLast || beside < units.count,
      beside < 0 || !Self.marks.contains(units[beside])
    else { return }
    let words = lexicon.partners.following(units[place]).map { [units[place], $0] }
    guard let right = words.min(by: { lexicon.pair($0[0], $0[1]).bits < lexicon.pair($1[0], $1[1]).bits })
    else { return }
    propose(right, place..<place + 1, Self.sure)
  }

  /// The first characters of 综合, 咨询, 辐射, 阐述, 努力, 恢复, 纠纷, 垄断, 巩固, 锻炼, 竞争, 秩序, 矛盾, 贡献, 迅速, 肯定, 彰显, 践行 and the like.
  private static let firsts = UnitSet("综咨辐阐努恢纠垄巩锻竞秩矛贡迅肯彰践贯凝夯遏扭孵隐妨蔓弥踊遵慰拓缓奠整基")
  /// Those of 针对, 贯彻, 履行 and other verbs.
  private static let openers = UnitSet("针贯履恪秉遵恢纠彰阐巩锻")
  /// The second characters of 完善, 研究, 组织, 贯彻, 聚焦, 围绕, 部署, 鼓励, 统筹.
  private static let seconds = UnitSet("善究织彻焦绕署励筹")

  private static let (manner, rate, becoming) = (Mark.word("式")[0], Mark.word("率")[0], Mark.word("化")[0])
  private static let measured = UnitSet("0123456789达为")
  private static let rates = UnitSet("率度感性权式")
  private static let sure = 10

  /// Whether a text is far likelier with a phrase where three characters of it stand.
  private func isFar(_ phrase: [UInt16], _ stretch: Range<Int>, _ run: Range<Int>) -> Bool {
    !phrase.contains(where: WrongCharacterGuard.fixed.contains)
      && lexicon.word(units, stretch.lowerBound, 3) == nil
      && lexicon.gain(of: phrase, at: stretch, units, run: run) >= Self.far
  }

  private func isWord(_ place: Int) -> Bool {
    place >= 0 && place + 1 < units.count && lexicon.pair(units[place], units[place + 1]).isWord
  }

  /// 全部成。, 延期任务: a mark, a particle or a whole word follows, and not the same character again (不满意).
  private func isParted(behind place: Int, _ run: Range<Int>) -> Bool {
    let next = place + 1
    guard next < run.upperBound else { return next == units.count || !Self.marks.contains(units[next]) }
    if next + 1 < run.upperBound, units[next + 1] == units[place] { return false }
    return Self.particles.contains(units[next]) || next + 1 < run.upperBound && isWord(next)
  }

  private func isParted(before place: Int, _ run: Range<Int>) -> Bool {
    let last = place - 1
    guard last >= run.lowerBound else { return last < 0 || !Self.marks.contains(units[last]) }
    return Self.joints.contains(units[last]) || last > run.lowerBound && isWord(last - 1)
  }

  private static let far = 8
  /// Marks around names, which may go on behind them.
  private static let marks = UnitSet("“”《》")
  private static let particles = UnitSet("的地得和与及并等了在为对以将已由是从向被把均也都仍还未不达有占比共较超约按经")
  /// Behind a word they end a longer one (数据集) or are said of it (人才引, 任务重).
  private static let tails = WrongCharacterGuard.tails.without("任台纠领机").with("效融工整贯问")
  /// Before a word they are verbs and qualities of their own, or things in short: 请审议, 激活力, 茶产业.
  private static let heads = WrongCharacterGuard.heads.with(
    "请激先微季发议置存视托过显欠兼检授取涉拔估征借买卖写读练判抄签盖拆迁搬晒亮问答谈返停关闭启造织补培选宣讲唱演编印戒禁扎蹚闯拼领夺筑塑除消灭治守盘点拨付偿缴投兑换争晋升免录招聘赛考核验测算履导研协循动坏真假浓淡厚薄宽窄深浅冷热干湿硬软虚清明暗忙闲贵贱穷富丑农林渔牧茶粮畜果菜蔬煤电油气矿盐糖药酒竹木花草山湖河江港船店厂馆镇旗盟军警财银险租股债旅网云数智码育聚严减破解压退返帮扶树带融家企"
  ).without("务")
  private func isListed(_ phrase: [UInt16]) -> Bool {
    phrase.withUnsafeBufferPointer { lexicon.word($0, 0, 4) != nil }
  }
}

/// How often stretches of three and four characters stand in a text.
private struct ContextCounts {
  private var counts: [UInt64: Int] = [:]

  init(_ keys: [UInt64], _ units: UnsafeBufferPointer<UInt16>) {
    guard !keys.isEmpty else { return }
    var filter = [UInt64](repeating: 0, count: 1 << 10)
    for key in keys {
      counts[key] = 0
      let bit = Self.bit(key)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    var four: UInt64 = 0
    for unit in units {
      four = four << 16 | UInt64(unit)
      for key in [four, four & 0xFFFF_FFFF_FFFF] {
        let bit = Self.bit(key)
        guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0, let count = counts[key] else { continue }
        counts[key] = count + 1
      }
    }
  }

  subscript(key: UInt64) -> Int { counts[key] ?? 0 }

  static func key(_ units: some Sequence<UInt16>) -> UInt64 { units.reduce(0) { $0 << 16 | UInt64($1) } }

  @inline(__always)
  private static func bit(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 48) }
}
