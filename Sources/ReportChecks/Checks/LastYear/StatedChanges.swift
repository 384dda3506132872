import Foundation
import ReportModel

/// 增减的说法: which figure a stated change is a change of, which way it goes, and which figures are themselves said to be last year's.
extension LastYearFiguresCheck {
  /// Whether a figure is an increase; nil where it is no change. 比上年多4件 has no verb of its own.
  static func isUp(_ change: Int, _ page: FigurePage) -> Bool? {
    let lead = page.lead(change)
    let year = lastYear(in: lead, page)
    let rest = year.map { page.words($0.upperBound..<lead.upperBound).units } ?? []
    // 比上年多压减 is a rise of what was cut.
    if let first = rest.first, first == Mark.more || first == Mark.fewer { return first == Mark.more }
    if let up = page.cues.last(.up, in: lead) {
      // 增加值 is a measure, no increase.
      return up.upperBound < lead.upperBound && page.units[up.upperBound] == Mark.worth ? nil : true
    }
    if page.cues.has(.down, in: lead) { return false }
    // 增加1次、2次: the second goes on from the first.
    if lead.isEmpty, change > page.siblings(of: change).lowerBound, page.words(page.before(change)) == "、" {
      return isUp(change - 1, page)
    }
    // 比上年增收2.1亿元, 比去年底新增400个, 比上年高7个百分点, 比上年每千人多3张.
    guard (1...8).contains(rest.count) else { return nil }
    return (rest.prefix(1) + rest.suffix(2)).lazy.compactMap { unit in
      Self.gains.contains(unit) ? true : Self.losses.contains(unit) ? false : nil
    }.first
  }

  /// 比上年, 较2022年底, 高出上年, 一年: the words that make last year the base of a change. 一年 does so right before its verb.
  static func lastYear(in range: Range<Int>, _ page: FigurePage) -> Range<Int>? {
    let year = page.yearBefore
    let own = range.last { start in
      guard Self.bases.contains(page.units[start]) else { return false }
      let rest = FoldedWords(units: page.units[start + 1..<range.upperBound])
      return year.map { rest.units.starts(with: $0) } ?? false
        || Self.exceeding.contains(page.units[start]) && rest.hasAnyPrefix(Self.lastYears)
    }
    if let own {
      let rest = FoldedWords(units: page.units[own + 1..<range.upperBound])
      let word = Self.lastYears.first(where: rest.hasPrefix).map(\.utf16.count) ?? year?.count ?? 0
      return own..<Self.end(of: own + 1 + word, range.upperBound, page)
    }
    if let cue = page.cues.last(.lastYear, in: range) {
      // 比去年同期 holds 去年同期.
      let isLed = cue.lowerBound > range.lowerBound && Mark.isThan(page.units[cue.lowerBound - 1])
      return cue.lowerBound - (isLed ? 1 : 0)..<Self.end(of: cue.upperBound, range.upperBound, page)
    }
    // 一年增加25个.
    let words = page.words(range)
    return words.hasPrefix("一年") && range.count <= 8 ? range.lowerBound..<range.lowerBound + 2 : nil
  }

  /// Behind 底, 末, 同期, 相比 where they follow.
  private static func end(of place: Int, _ stop: Int, _ page: FigurePage) -> Int {
    var place = place
    while place < stop, tails.contains(page.units[place]) { place += 1 }
    return place
  }

  private static let tails = UnitSet("底末同期相比")
  private static let bases = UnitSet("比较与同和出于过")
  private static let sources = UnitSet("由从上去")
  private static let exceeding = UnitSet("出于过")

  static let gains = UnitSet("新增多净高升涨")
  static let losses = UnitSet("少减低降跌缩")

  /// The figure that is set against a figure of last year, and whether last year is said: 办结率98% in 办结率由上年的97%提高到98%.
  func value(ofBase figure: Int, _ page: FigurePage, _ year: Int?) -> (figure: Int, isSaid: Bool)? {
    guard page.claim(figure).change == nil else { return nil }
    if let paired = respectiveState(toBase: figure, page) { return (paired, true) }
    guard Self.namesLastYear(page.words(page.before(figure)), year) else {
      if isTold(ofYearBefore: figure, page, year) { return (page.thisYears(of: figure) ?? figure, true) }
      // 与2024年相比,课题由25个增加到26个.
      return startsRise(figure, page) ? (figure, comparesWithLastYear(figure, page, year)) : nil
    }
    let siblings = page.siblings(of: figure)
    // 村均30万元,总收入比上年的4650万元增长: a total is set against a total.
    let lead = page.lead(figure)
    let isNamed =
      lead.count >= 5 && !Self.bases.contains(page.units[lead.lowerBound])
      && !Self.sources.contains(page.units[lead.lowerBound])
    let isAverage = page.cues.has([.average, .each], in: lead)
    func isAlike(_ other: Int) -> Bool {
      !isNamed || page.cues.has([.average, .each], in: page.lead(other)) == isAverage
    }
    func isState(_ other: Int) -> Bool {
      (page.claim(other).change == nil || page.cues.has(.to, in: page.lead(other)))
        && page.sameUnit(other, figure)
        && !Self.namesLastYear(page.words(page.before(other)), year)
    }
    // 由上年的A提高到B: the noun stands before A.
    let next = figure + 1 < siblings.upperBound && isState(figure + 1)
    if next, page.cues.has(.to, in: page.before(figure + 1)), !page.lead(figure).isEmpty {
      return (figure, true)
    }
    if let before = (siblings.lowerBound..<figure).last(where: { isState($0) && isAlike($0) }) {
      // 其中企业1245户、个体工商户3617户,比上年的4420户: what is set against it is all of them, or the part that is named.
      let meant = ChangeRule(page: page).states(before, before: figure)[0]
      return (isState(meant) ? meant : before, true)
    }
    if next { return (figure, true) }
    // 覆盖学校较2024年的28所增加6所: the figure has its own noun.
    if isNamed, figure + 1 < siblings.upperBound, page.claim(figure + 1).change != nil {
      return (figure, true)
    }
    // 全年出台制度性文件12件,…。同样口径,上一年度为9件: the same that the paragraph began with.
    let isBare = Self.onlyTime(page.words(lead))
    let sentence = page.claim(figure).sentence
    guard isBare, siblings.lowerBound == figure,
      let first = page.draft.quantities.indices[..<figure].suffix(12).first(where: {
        page.paragraph(of: $0) == page.paragraph(of: figure) && sentence - page.claim($0).sentence <= 2
          && page.sameUnit($0, figure)
      }), isState(first), page.isTold(first)
    else { return nil }
    return (first, true)
  }

  /// 2022年,召开会议5次: told of the year before as a whole.
  func isTold(ofYearBefore figure: Int, _ page: FigurePage, _ year: Int?) -> Bool {
    guard let year, let time = page.claim(figure).time.map({ page.draft.times[$0] }),
      time.range.upperBound <= page.range(figure).lowerBound,
      // 比上年多2期 is no time of its own.
      time.range.lowerBound == 0 || !Mark.isHan(page.units[time.range.lowerBound - 1]),
      page.range(figure).lowerBound - time.range.upperBound <= 24,
      case let between = page.units[time.range.upperBound..<page.range(figure).lowerBound],
      // 上年为22亿元;研发投入强度4.8%, 96.2分(上年为95.4分),其中任务完成38.6分: of this year again.
      !between.contains(Mark.semicolon), !between.contains(0x29) || !between.contains(where: Mark.isDigit),
      !page.sumsUpYears(time.range.upperBound..<page.range(figure).lowerBound)
    else { return false }
    switch time.meaning {
    case .date(let date):
      // 截至2022年底 is of the year as a whole, too.
      let isWhole = date.month == nil || date.month == 6 && time.relation == .upTo && page.isOnHalf
      return date.year == year - 1 && isWhole
        && (time.relation == .during || time.relation == .upTo)
    case .lastYear: return time.relation == .during
    default: return false
    }
  }

  /// 高新技术企业由36家增加到48家: a rise starts from last year's figure. What was cut may be counted from before the reform.
  private func startsRise(_ figure: Int, _ page: FigurePage) -> Bool {
    let lead = page.lead(figure)
    guard lead.count >= 4, let last = page.units[lead].last, last == Mark.from || last == Mark.since,
      figure + 1 < page.siblings(of: figure).upperBound, page.sameUnit(figure, figure + 1),
      let to = page.cues.last(.to, in: page.before(figure + 1))
    else { return false }
    return page.isPercent(figure) || page.cues.has(.up, in: to)
  }

  /// The state that a change against last year is a change of, and whether 比上年 is said.
  func value(of change: Int, _ page: FigurePage) -> (figure: Int, isSaid: Bool)? {
    // 占比提高到31% is no change but what it led to.
    // 95.2%,略高于上年的95.0%: what follows is last year's.
    guard !page.cues.has(.to, in: page.lead(change)),
      !page.words(page.lead(change)).hasAnySuffix(Self.heldAgainst),
      Self.isUp(change, page) != nil || page.unit(change) == "倍"
    else { return nil }
    let siblings = page.siblings(of: change)
    func fits(_ other: Int) -> Bool {
      guard page.claim(other).change == nil, page.isExact(other),
        !Self.namesLastYear(page.words(page.before(other)), nil), !page.isInLastYearsClause(other)
      else { return false }
      if page.isPoints(change) { return page.isPercent(other) }
      return page.isPercent(change) || page.unit(change) == "倍"
        ? page.isAmount(other) : page.sameUnit(other, change)
    }
    // 比上年增长12%;亩均税收高于全市3.2万元: held against another place.
    let lead = page.lead(change)
    if Self.lastYear(in: lead, page) == nil, page.words(lead).containsAny(Self.comparisons) { return nil }
    let isSaid =
      Self.lastYear(in: lead, page) != nil || page.cues.has(.lastYear, in: page.before(change))
      || Self.isOfLastYear(page.words(page.before(change)))
      || isInChain(change, siblings, page)
    // 与上年相比,多出3项; not 亩均税收多出3万元.
    if !isSaid, page.words(lead).contains("多出") { return nil }
    if let paired = respective(to: change, siblings, page) { return fits(paired) ? (paired, true) : nil }
    // 比上年增加165亩,增长31.7%: of what the change before is of.
    if page.isPercent(change), change > siblings.lowerBound, page.claim(change - 1).change != nil,
      page.isAmount(change - 1), page.before(change).count <= 6,
      Self.named(before: change, page).map({ !page.units[$0].contains(where: Mark.isHan) }) ?? false
    {
      return value(of: change - 1, page).flatMap { fits($0.figure) ? $0 : nil }
    }
    if isSaid, let total = tasks(namedBefore: change, page), fits(total) { return (total, true) }
    if isSaid, let counted = state(countedBefore: change, siblings, fits, page) { return (counted, true) }
    if isSaid, let named = state(namedBefore: change, fits, page) { return (named, true) }
    if let state = Self.state(reachedBy: change, page), fits(state) { return (state, isSaid) }
    guard let value = (siblings.lowerBound..<change).last(where: { fits($0) && !page.goesOnWithLastYear($0) })
    else {
      return isSaid ? state(before: change, fits, page).map { ($0, true) } : nil
    }
    let noun = Self.named(before: change, page).map { page.units[$0].filter(Mark.isHan) } ?? []
    // 得满分的22个、扣分的6个,扣分指标比上年减少2个: the part that is named.
    let isNamed = noun.count >= 2 && page.contains(Array(noun.prefix(2)), in: page.lead(value))
    // 12篇,其中省级3篇、市级9篇,比上年增加4篇: all of them.
    if isSaid, !isNamed, let list = page.listWhole(endingAt: value), list.isJoined, fits(list.whole) {
      return (list.whole, true)
    }
    // 平均每宗30万元,成交笔数比上年增长25%: what has a name of its own is no average.
    if isSaid, noun.count >= 3, !isNamed, page.isAveraged(value), !page.cues.has([.average, .each], in: lead)
    {
      return nil
    }
    // 调解成功6205件;民事一审收案数同比下降6.4%: of what the value is no count of.
    if isSaid, noun.count >= 3, !isNamed,
      page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound)
    {
      return nil
    }
    if isSaid { return (value, true) }
    return isBare(change, of: value, page) ? (value, false) : nil
  }

  /// 提高1.8个百分点,达到93.7%; 增长24.5%至21.2亿元: the state that a change led to, right behind it.
  static func state(reachedBy change: Int, _ page: FigurePage) -> Int? {
    guard change + 1 < page.siblings(of: change).upperBound else { return nil }
    let between = page.words(page.before(change + 1))
    return arrivals.contains { between == $0 } ? change + 1 : nil
  }

  /// 成交额21.2亿元,增长24.5%; 占比2.05%,占比提高0.13个百分点: right behind the state, with nothing said of another base.
  private func isBare(_ change: Int, of value: Int, _ page: FigurePage) -> Bool {
    let lead = page.lead(change)
    guard value == change - 1, page.before(change).count <= 20, page.tail(value).count <= 8,
      // 新建4处、撤并1处: side by side.
      page.isPercent(change) || !page.words(page.before(change)).hasPrefix("、"),
      let verb = page.cues.last([.up, .down], in: lead), lead.upperBound - verb.upperBound <= 2,
      !page.cues.has(.to, in: lead),
      !Self.comparisons.contains(where: { page.words(verb) == $0 }),
      let noun = Self.named(before: change, page)
    else { return false }
    let stated = page.lead(value).lowerBound..<page.tail(value).upperBound
    return noun.isEmpty || page.contains(Array(page.units[noun]), in: stated)
  }

  private static let heldAgainst = ["高于", "低于", "高出", "超过", "好于", "优于", "快于"].flatMap { verb in
    ["上年的", "去年的", "上年同期的", "去年同期的", "上年", "去年"].map { verb + $0 }
  }
  private static let arrivals = Mark.texts(",达到 ,达 ,升至 ,增至 ,降至 ,总数达到 ,总数达 ,总量达到 ,总量达 至 到 达到 ,为")
  /// Against another place or a goal.
  private static let comparisons = ["高于", "高出", "快于", "低于", "慢于", "低出"]

  /// 与2023年相比,任务增加4项,完成率提高1.6个百分点: 比上年 said before, with nothing but changes between.
  func isInChain(_ change: Int, _ siblings: Range<Int>, _ page: FigurePage) -> Bool {
    let sentence = page.sentence(of: change)
    let state = (siblings.lowerBound..<change).last { page.claim($0).change == nil }
    let words =
      (state.map { page.range($0).upperBound } ?? sentence.range.lowerBound)..<page.range(change).lowerBound
    if page.cues.has(.lastYear, in: words) { return true }
    guard let year = LastYear.year(of: page.draft) else { return false }
    return page.draft.times[sentence.times].contains { time in
      guard case .date(let date) = time.meaning, date.year == year - 1, date.month == nil,
        words.contains(time.range.lowerBound),
        time.range.lowerBound > 0
      else { return false }
      return Self.comparing.contains(page.units[time.range.lowerBound - 1])
        && page.words(time.range.upperBound..<page.range(change).lowerBound).hasPrefix("相比")
        || [Mark.than, Mark.against].contains(page.units[time.range.lowerBound - 1])
    }
  }

  static let comparing = UnitSet("与同和")

  /// What stands before 比上年, or before the verb of a change: the name of what changed.
  static func named(before change: Int, _ page: FigurePage) -> Range<Int>? {
    let lead = page.lead(change)
    let stops = [lastYear(in: lead, page), page.cues.first([.up, .down], in: lead)].compactMap {
      $0?.lowerBound
    }
    return stops.min().map { lead.lowerBound..<$0 }
  }

  /// 会议次数比上年增加1次: the figure that the words before 比上年 name, where another sentence or clause gives it.
  func state(namedBefore change: Int, _ fits: (Int) -> Bool, _ page: FigurePage) -> Int? {
    guard let words = Self.named(before: change, page) else { return nil }
    // A类比上年多11家.
    var noun = Array(page.units[words].drop { !Mark.isWord($0) || Mark.isDigit($0) })
    guard noun.allSatisfy({ Mark.isWord($0) && !Mark.isDigit($0) }) else { return nil }
    // 成交金额 is of what was dealt in 元, and not of the deals.
    let money = Self.moneyWords.first { noun.count > $0.count && noun.suffix($0.count).elementsEqual($0) }
    noun.removeLast(money?.count ?? 0)
    for ending in Self.countWords
    where noun.count > ending.count && noun.suffix(ending.count).elementsEqual(ending) {
      noun.removeLast(ending.count)
      break
    }
    guard noun.count >= 2 else { return nil }
    let text = FoldedWords(units: noun[...])
    if text == "完成率" || text == "任务完成率" {
      return page.draft.claims.first {
        $0.measure == .completionRate && $0.domain == nil && fits($0.quantity)
      }?.quantity
    }
    let measure: Measure? = text.hasPrefix("延期") ? .delayed : text.hasPrefix("完成") ? .completed : nil
    func names(_ figure: Int) -> Bool {
      guard fits(figure), money == nil || page.unit(figure) == "元", page.isTold(figure),
        page.claim(figure).period != .before
      else { return false }
      let own = page.claim(figure).measure
      if own == measure { return true }
      // 改革事项完成14项 counts those that are done.
      if measure == nil, own == .completed || own == .delayed { return false }
      let (lead, tail) = (page.lead(figure), page.tail(figure))
      return page.units[tail].starts(with: noun)
        || page.contains(noun, in: max(lead.lowerBound, lead.upperBound - noun.count - 2)..<lead.upperBound)
    }
    let domain = page.claim(change).domain
    return page.draft.quantities.indices.prefix(change).last { names($0) && page.claim($0).domain == domain }
      ?? page.draft.quantities.indices.dropFirst(change + 1).first {
        names($0) && page.claim($0).domain == domain
      }
  }

  private static let moneyWords = Mark.words("总金额 总额 金额")
  static let countWords = Mark.words("总数量 总数 总量 数量 次数 项数 个数 件数 户数 人数 数")
}

extension Mark {
  fileprivate static func isThan(_ unit: UInt16) -> Bool { unit == than || unit == against }
  fileprivate static let more: UInt16 = 0x591A  // 多
  fileprivate static let fewer: UInt16 = 0x5C11  // 少
  fileprivate static let worth: UInt16 = 0x503C  // 值
}
