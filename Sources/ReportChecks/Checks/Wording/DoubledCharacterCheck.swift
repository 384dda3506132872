import ReportModel

/// 叠字: a character or a mark typed twice.
struct DoubledCharacterCheck: DraftCheck {
  let about = CheckDescription(
    "wording.doubled-character", .warning, "同一个字或标点连着出现两次",
    rationale:
      "多打一个字是最常见的笔误。本来就叠的词（层层、牢牢），以及前一个词的末字恰好是后一个词首字的（小组组长、就业业务），按词表切词后放过；词表没有的叠词见 Templates/wording.yaml 的“叠词”。人名和逐位读的数字也不算。",
    source: "实务",
    triggering: [
      .draft("打破原[[有有]]一个单位只负责一个村的局限。"),
      .draft("对发现的问题，进一[[步步]]压实责任。"),
      .draft("持续深化改[[革革]]任务落实，推动[[工工]]作见效[[。。]]"),
      .draft("[[一一]]是由[[区区]]委改革办牵头，其中[[省省]]级试点5个，把选人用[[人人]]同改革实绩挂钩。"),
    ],
    silent: [
      .draft("更新新能源公交车40辆，严格落实专项小组组长责任，层层传导压力，牢牢守住底线。"),
      .draft("推动就业创业创新，坚持实事求是，区委委员、街道道路、管理理念都有提升……"),
      .draft("在明光路街街道，从申报到到账45天，全区区属企业、该区区委都作出安排，镇镇有特色、周周有会商，由市市场监管局牵头，在在建工地设点。"),
      .draft("首席质量官官方网站上线，核发退养养老金，召开委员会会议，纪检监察组组长列席，完成行政村村规民约修订，家长李女士连连点赞，法院院庭长、办公室室务会、卒中中心揭牌。"),
      .draft("各项改革一步步走深，推进一步步落实。澄湖湖心断面达标，青江江面清漂。望克旗旗长带头，望克旗旗本级项目、全市市属企业、旗蒙医医院、种植户户均增收都已对接。"),
      .draft("群众讲，看病难难在路远，住院贵贵在转院。科技支出占比比上年提高2个百分点。区区几个试点，重重阻力仍在。二〇二二年推行“组组协作”，联系人：何晓晓。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let units = prose.units
    guard units.count > 1 else { return }
    var pairs = 0
    var doubted: [Range<Int>] = []
    for index in 1..<units.count where units[index] == units[index - 1] {
      let unit = units[index]
      guard prose.isRead(index), !prose.beginsParagraph(index) else { continue }
      let range = index - 1..<index + 1
      if Mark.isHan(unit) {
        pairs += 1
        let lexicon = input.terms.lexicon.value
        // Without the word lists nothing tells a slip from a word.
        if lexicon.isEmpty || DoubledPair(range, prose, lexicon, input.terms.reduplications).isMeant {
          continue
        }
      } else if !Mark.neverDoubled.contains(unit) {
        continue
      }
      doubted.append(range)
    }
    let words = OwnWords(doubted, prose, input.terms.lexicon.value)
    for range in doubted where !words.meet(at: range) {
      let text = draft.text.string(range.dropLast())
      result.report(
        draft.text.place(range), "“\(text)”连着出现两次", "如属多打，请删去一个", replacement: text)
    }
    result.recognise("doubledCharacters", "叠字", pairs)
  }
}

/// A character that stands twice.
private struct DoubledPair {
  let pair: Range<Int>
  let prose: CheckProse
  let lexicon: Lexicon
  let reduplications: PhraseTable
  /// The Chinese characters around it that no mark parts.
  let run: Range<Int>

  init(_ pair: Range<Int>, _ prose: CheckProse, _ lexicon: Lexicon, _ reduplications: PhraseTable) {
    (self.pair, self.prose, self.lexicon, self.reduplications) = (pair, prose, lexicon, reduplications)
    let units = prose.units
    var (low, high) = (pair.lowerBound, pair.upperBound)
    while low > 0, pair.lowerBound - low < 8, Mark.isHan(units[low - 1]), !prose.beginsParagraph(low) {
      low -= 1
    }
    while high < units.count, high - pair.upperBound < 8, Mark.isHan(units[high]),
      !prose.beginsParagraph(high)
    {
      high += 1
    }
    run = low..<high
  }

  private var units: [UInt16] { prose.units }
  private var character: UInt16 { units[pair.lowerBound] }

  /// Whether it is to stand twice.
  var isMeant: Bool {
    if pair.lowerBound > 0, Mark.opensQuotation(units[pair.lowerBound - 1]) { return true }
    if isItemNumber || isNamelessBody || isHavingTwice { return false }
    if isListed || isDistributive || isRunBy { return true }
    if let isNumeral { return isNumeral }
    if pair.lowerBound > 0, Mark.isFigure(units[pair.lowerBound - 1]) {
      return beginsWord && !Mark.indefinite.contains(character)
    }
    if isName || isKind || isOfRegion || isState || isReason { return true }
    if endsPhrase { return isWordBehind }
    if isCompound || meet { return true }
    let (now, whole, once) = bits
    // 进一一步: a listed pair, but with one character less it is a far commoner word.
    if now - once >= (isVerb ? 13 : 10) { return false }
    return whole <= now + 3 || isVerb
  }

  /// What the stretch costs as it stands, with the pair in words, and with the character once.
  private var bits: (now: Int, whole: Int, once: Int) {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: run.count) { window in
      _ = window.initialize(from: units[run])
      let text = UnsafeBufferPointer(window)
      let start = pair.lowerBound - run.lowerBound
      let now = lexicon.bits(text)
      let whole = lexicon.bits(text, whole: start..<start + 2)
      for index in start..<run.count - 1 { window[index] = window[index + 1] }
      return (now, whole, lexicon.bits(UnsafeBufferPointer(rebasing: text[..<(run.count - 1)])))
    }
  }

  /// Whether a listed word of three characters and more holds the pair, or two pairs side by side are one word (实实在在).
  private var isListed: Bool {
    for start in max(0, pair.lowerBound - 3)...pair.lowerBound {
      let length = reduplications.longest(at: start, in: units)
      if length > 2, start + length >= pair.upperBound, !endsOther(start) { return true }
    }
    for other in [pair.lowerBound - 2, pair.upperBound] where other >= 0 && other + 1 < units.count {
      if units[other] == units[other + 1], Mark.isHan(units[other]), units[other] != character { return true }
    }
    return false
  }

  /// 进一步步压实: what looks like 一步步 is the end of 进一步, unless the character before belongs to what stands before it (推进一步步落实).
  private func endsOther(_ start: Int) -> Bool {
    guard start == pair.lowerBound - 1, start > run.lowerBound else { return false }
    let isWord = units.withUnsafeBufferPointer { lexicon.word($0, start - 1, 3) != nil }
    let other = start - 2
    return isWord && !(run.contains(other) && lexicon.pair(units[other], units[start - 1]).isWord)
  }

  /// Whether digits stand one by one (二〇二二年) or a numeral is written twice (三百百); nil where it is none.
  private var isNumeral: Bool? {
    guard Mark.numerals.contains(character) else { return nil }
    var (low, high) = (pair.lowerBound, pair.upperBound)
    while low > 0, Mark.numerals.contains(units[low - 1]) { low -= 1 }
    while high < units.count, Mark.numerals.contains(units[high]) { high += 1 }
    let isAfterDigit = low > 0 && Mark.isDigit(units[low - 1])
    // 二〇二二二年: a year of five figures.
    if high - low == 5, high < units.count, units[high] == Mark.yearWord, units[low] == Mark.two {
      return false
    }
    // 十五五: a period of planning.
    if high - low == 3, units[low..<high].elementsEqual(Mark.fifteenth) { return true }
    if high - low > 2 || isAfterDigit {
      return !units[low..<high].contains(where: Mark.powers.contains) && !isAfterDigit
    }
    return nil
  }

  /// 镇镇有特色、周周有会商: each of them.
  private var isDistributive: Bool {
    guard pair.upperBound < run.upperBound, Mark.ofEach.contains(units[pair.upperBound]) else { return false }
    if run.lowerBound == pair.lowerBound { return true }
    // 但次次有纪要: a measure word behind a word that opens the clause.
    let before = units[pair.lowerBound - 1]
    return Mark.measures.contains(character) && Mark.openings.contains(before)
  }

  /// 一一是: the number of an item.
  private var isItemNumber: Bool {
    run.lowerBound == pair.lowerBound && pair.upperBound < run.upperBound
      && Mark.numerals.contains(character) && units[pair.upperBound] == Mark.itemWord
  }

  /// 村村有有人管: each of them has it, once.
  private var isHavingTwice: Bool {
    let start = pair.lowerBound - 2
    return character == Mark.having && start >= run.lowerBound && units[start] == units[start + 1]
  }

  /// 林场场办企业, 学校校办工厂: what is run by it.
  private var isRunBy: Bool {
    guard run.lowerBound < pair.lowerBound, pair.upperBound < run.upperBound else { return false }
    return units[pair.upperBound] == Mark.running
      && (Mark.nounEnds.contains(character) || Mark.kinds.contains(character))
      && lexicon.pair(units[pair.lowerBound - 1], character).isWord
  }

  /// 由区区委, 的省省级: no place is named before 区.
  private var isNamelessBody: Bool {
    Mark.regions.contains(character) && run.lowerBound < pair.lowerBound && pair.upperBound < run.upperBound
      && Mark.beforeBodies.contains(units[pair.lowerBound - 1])
      && Mark.ofBodies.contains(units[pair.upperBound])
  }

  /// 何晓晓: a family name before it, behind what a person is called or at the beginning.
  private var isName: Bool {
    let family = pair.lowerBound - 1
    guard run.contains(family), Mark.familyNames.contains(units[family]) else { return false }
    guard family == run.lowerBound || Mark.callings.contains(units[family - 1]) else { return false }
    return pair.upperBound == run.upperBound || Mark.afterNames.contains(units[pair.upperBound])
  }

  /// 监管管出公平: a word, and its last character again as a verb with what it leads to.
  private var isVerb: Bool {
    guard run.lowerBound < pair.lowerBound, pair.upperBound < run.upperBound,
      Mark.outcomes.contains(units[pair.upperBound])
    else { return false }
    let word = lexicon.pair(units[pair.lowerBound - 1], character)
    return word.isWord && word.bits <= 18
  }

  /// 区区域性救援中心: the region that speaks, at the head of a clause, before a word that begins so; 望克旗旗本级, 全市市属国企.
  private var isOfRegion: Bool {
    guard Mark.regions.contains(character), pair.upperBound < run.upperBound else { return false }
    return run.lowerBound == pair.lowerBound && beginsWord && !Mark.ofBodies.contains(units[pair.upperBound])
      || run.lowerBound < pair.lowerBound && Mark.ofLevels.contains(units[pair.upperBound])
  }

  /// 在在建工地周边: 在 before what is 在建 or 在编; 在在建设 is a slip.
  private var isState: Bool {
    guard character == Mark.at, pair.upperBound < run.upperBound,
      Mark.states.contains(units[pair.upperBound])
    else { return false }
    guard pair.upperBound + 1 < run.upperBound else { return true }
    let next = lexicon.pair(units[pair.upperBound], units[pair.upperBound + 1])
    // 在建工地: 建工 is a word, and so is 工地.
    return !next.isWord || next.bits > 16 || covers(pair.upperBound + 1)
  }

  /// 看病难难在路远: a quality, and the same again with what it lies in; 占比比上年: a ratio, and what it is compared with; 从申报到到账.
  private var isReason: Bool {
    guard run.lowerBound < pair.lowerBound, pair.upperBound < run.upperBound else { return false }
    let next = units[pair.upperBound]
    return next == Mark.at && Mark.qualities.contains(character)
      || Mark.comparing.contains(units[pair.lowerBound - 1]) && character == Mark.ratio
        && Mark.bases.contains(next)
      || character == Mark.reaching && lexicon.pair(character, next).isWord
        && prose.hasAny(Mark.starting, in: prose.clause(around: pair))
  }

  /// 选人用人人同: a set phrase of four ends with the first of the two.
  private var endsPhrase: Bool {
    let start = pair.lowerBound - 3
    return start >= run.lowerBound
      && units.withUnsafeBufferPointer { lexicon.word($0, start, 4) != nil }
  }

  /// 更新新能源车: a common word ends with the first of the two, and a noun of three characters and more begins with the second.
  private var meet: Bool {
    guard run.lowerBound < pair.lowerBound,
      case let left = lexicon.pair(units[pair.lowerBound - 1], character), left.isWord, left.bits <= 18,
      !Mark.fixedAdverbs.contains(character)
    else { return false }
    let start = pair.lowerBound + 1
    return units.withUnsafeBufferPointer { text in
      (3...4).contains {
        start + $0 <= run.upperBound && lexicon.word(text, start, $0).map { $0 <= 16 } ?? false
      }
    }
  }

  /// Whether a word begins with the second of the two.
  private var isWordBehind: Bool {
    let start = pair.lowerBound + 1
    return units.withUnsafeBufferPointer { text in
      (2...4).contains { start + $0 <= run.upperBound && lexicon.word(text, start, $0) != nil }
    }
  }

  /// 监察组组长, 望陂区区委: the kind of office or place that a name ends with, before a word that begins so or a part of such a place.
  private var isKind: Bool {
    guard run.lowerBound < pair.lowerBound, pair.upperBound < run.upperBound else { return false }
    // 澄湖湖心, 青江江面; 河湖湖心 is none of them.
    return Mark.kinds.contains(character)
      ? beginsWord
      : Mark.lands.contains(character) && Mark.ofLands.contains(units[pair.upperBound])
        && !Mark.lands.contains(units[pair.lowerBound - 1])
  }

  /// 蒙医医院, 种植户户均, 货船船东: what nouns of any kind end with, before a word that begins so or before a character that would be left alone.
  private var isCompound: Bool {
    guard run.lowerBound < pair.lowerBound, pair.upperBound < run.upperBound else { return false }
    let next = units[pair.upperBound]
    guard Mark.nounEnds.contains(character) else { return false }
    let right = lexicon.pair(character, next)
    // What begins a very common word is rather typed twice: 市人人民政府.
    if right.isWord { return right.bits >= Self.common || character == Mark.medicine }
    if beginsWord { return true }
    let isLeftAlone = !Mark.functionWords.contains(next) && !covers(pair.upperBound)
    return isLeftAlone && !isWord(pair.upperBound - 3, skipping: pair.upperBound - 1)
  }

  private static let common = 13

  /// Whether a character and the one behind it are a word.
  private func covers(_ index: Int) -> Bool {
    guard index + 1 < run.upperBound else { return false }
    let pair = lexicon.pair(units[index], units[index + 1])
    return pair.isWord || pair.beginsThree || pair.beginsFour
  }

  /// Whether three characters of four, one left out, are a word: 产业(业)链.
  private func isWord(_ start: Int, skipping: Int) -> Bool {
    guard start >= run.lowerBound else { return false }
    let three = (start..<start + 4).filter { $0 != skipping }.map { units[$0] }
    return three.withUnsafeBufferPointer { lexicon.word($0, 0, 3) != nil }
  }

  private var beginsWord: Bool {
    guard pair.upperBound < run.upperBound else { return false }
    let next = lexicon.pair(character, units[pair.upperBound])
    return next.isWord && next.bits <= 20 || next.beginsThree || next.beginsFour
  }
}

extension Mark {
  fileprivate static let (reaching, starting) = (Mark.word("到")[0], Mark.words("从 自 由"))
  /// What 进一步, 不断地 and 全方位 begin with: rather typed twice.
  fileprivate static let fixedAdverbs = UnitSet("进不全一")
  fileprivate static let neverDoubled = UnitSet(",。、；：")
  fileprivate static let fifteenth = word("十五五")
  fileprivate static func isFigure(_ unit: UInt16) -> Bool {
    isDigit(unit) || numerals.contains(unit) && unit != 0x4E00
  }
  fileprivate static let (two, yearWord, itemWord) = (word("二")[0], word("年")[0], word("是")[0])
  fileprivate static let ofEach = UnitSet("有都皆通见达清")
  fileprivate static let measures = UnitSet("次件项户村事人处条家天月年周步层级个镇街岗校班站")
  fileprivate static let openings = UnitSet("但而且却使让到保要能须应必是即则就")
  fileprivate static let ofLevels = UnitSet("本直属管")
  fileprivate static let regions = UnitSet("省市区县旗乡镇")
  fileprivate static let beforeBodies = UnitSet("由经向报请在被和与的因中其")
  fileprivate static let ofBodies = UnitSet("级委政直属")
  fileprivate static let (at, ratio) = (word("在")[0], word("比")[0])
  fileprivate static let qualities = UnitSet("难贵好妙巧快慢多少高低强弱重美新实远近苦急痛堵深浅硬胜赢输差错奇特险困忧")
  fileprivate static let comparing = UnitSet("占配价例费")
  fileprivate static let bases = UnitSet("上去前同全年初期目原往预计平省市国考")
  fileprivate static let states = UnitSet("建编册岗职校读途库营")
  fileprivate static let indefinite = UnitSet("余多几")
  fileprivate static let powers = UnitSet("十百千万亿")
  fileprivate static let afterNames = UnitSet("说表介同主女先书局处科镇村教医老")
  fileprivate static let outcomes = UnitSet("出好住起到牢紧严成了")
  fileprivate static let nounEnds = UnitSet("医人户业机船场道房卡车地社旗团盟州员品权点产港游庭券金师站馆台厂")
  fileprivate static let functionWords = UnitSet("的地得了在和与及或为等共有被将已都不向对从到以是由把并也又则均可能要达")
  fileprivate static let (medicine, running, having) = (word("医")[0], word("办")[0], word("有")[0])
  fileprivate static let kinds = UnitSet("省市区县乡镇村街路组会局委办部院所站馆园校厅室队处科司署厂店行岗官")
  fileprivate static let lands = UnitSet("湖江河海山桥塘岭溪峡湾岛渠洞泉坝滩沟潭沿滨临")
  fileprivate static let ofLands = UnitSet("心面岸口边畔底区域体头尾堤坡顶脚腰沿水段滩床长上下道")

  fileprivate static func opensQuotation(_ unit: UInt16) -> Bool { unit == 0x201C || unit == 0x2018 }
}
