import Foundation
import ReportModel

/// 基数: changes whose base is told in words of its own: 比上年的B增长P%, 上年为B, 高出全省平均水平(B).
extension ChangeRule {
  // MARK: V,比上年的B增长P%, 多D

  func onSaidBase(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let base = change - 1
    let isBased = buildsOn(base)
    // 12宗,比上年多3宗,面积增长20%: how many more there are is no base.
    guard base > figures.lowerBound, !isMoreBehind(base), page.lead(change).count <= (isBased ? 11 : 6),
      page.before(change).count <= (isBased ? 11 : 8),
      isChange(change, of: base), page.lead(base).count <= 16,
      isBased || opensBase(page.lead(base)) || repeatsMeasure(page.lead(base)) || comparesWith(base)
        || page.isPoints(change) && endsInOf(page.lead(base)),
      let value = (figures.lowerBound..<base).last(where: {
        page.sameUnit($0, base) && (page.claim($0).change == nil || isPace(change))
          // 年办件7.32万件,月均6100件,比上年的5.4万件增长35.6%.
          && ($0 == figures.lowerBound || !isAverage($0) || isAverage(base) || !page.sameUnit($0 - 1, $0))
      }), !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound)
    else { return }
    // 发放券386万元,惠及企业142家,较上年的320万元增长20.6%: what is counted between is counted otherwise.
    let between = value + 1..<base
    guard !between.contains(where: { page.sameUnit($0, base) && !isAverage($0) }), between.count <= 2 else {
      return
    }
    // 利润总额较上年同期的8000万元: what changed is named again.
    let named = page.lead(base).prefix { page.units[$0] != Mark.than && page.units[$0] != Mark.against }
    if isBased ? value < base - 1 : named.count >= 2, !page.shares(named, with: page.lead(value)),
      !page.shares(named, with: page.tail(value))
    {
      // 加装数 of 加装电梯145部.
      guard value == base - 1 else { return }
    }
    compare(change, value, base, isCertain: true, &book)
  }

  private func isAverage(_ figure: Int) -> Bool { page.has(Mark.average, in: page.lead(figure)) }

  func isChange(_ change: Int, of base: Int) -> Bool {
    guard isUp(page.lead(change)) != nil || isMoreOrLess(change) || isPace(change),
      // 赤字率下降到2%: a level.
      !page.words(page.lead(change)).hasSuffix("到") || page.words(page.lead(change)).hasSuffix("幅达到")
    else { return false }
    if page.isPercent(base) { return isDifference(change) }
    return page.isAmount(base)
      && (page.isPercent(change) || page.isMultiple(change) && isUp(page.lead(change)) != false
        || (isMoreOrLess(change)
          || isUp(page.lead(change)) != nil && !page.cues.has(.lastYear, in: page.before(base)))
          && page.sameUnit(base, change))
  }

  /// 加快4.6个百分点: what changed is itself a rate of growth.
  func isPace(_ change: Int) -> Bool {
    page.isPoints(change) && page.words(page.lead(change)).containsAny(Self.pace)
  }

  /// 比改革前的.
  func endsInOf(_ lead: Range<Int>) -> Bool {
    guard let first = lead.first, let last = lead.last else { return false }
    return page.units[last] == Mark.of
      && (page.units[first] == Mark.than || page.units[first] == Mark.against)
  }

  /// 与改革前的20个工作日相比.
  func comparesWith(_ base: Int) -> Bool {
    let lead = page.lead(base)
    return page.words(page.after(base)).hasPrefix("相比")
      && lead.prefix(8).contains { Self.with.contains(page.units[$0]) }
      && page.words(lead).containsAny(Self.baseTimes)
  }

  static let with = UnitSet("与同和")

  /// 比上年的, 较年初的, 比2020年.
  func opensBase(_ lead: Range<Int>) -> Bool {
    guard lead.prefix(8).contains(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against })
    else { return false }
    return page.words(lead).containsAny(Self.baseTimes)
      || lead.contains { Mark.isDigit(page.units[$0]) }
  }

  /// 加装数比上年的, 完成量较年初的: the measure is said again before its base.
  func repeatsMeasure(_ lead: Range<Int>) -> Bool {
    guard
      let than = lead.first(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against }),
      than > lead.lowerBound, than - lead.lowerBound <= 6, Self.measureEnds.contains(page.units[than - 1])
    else { return false }
    return opensBase(than..<lead.upperBound)
  }

  func isMoreOrLess(_ change: Int) -> Bool {
    let words = page.words(page.lead(change))
    // 多办6场, 少跑3趟; 多达, 少则 tell no change.
    return words.units.count <= 2
      && (Self.mores.contains { words == $0 }
        || words.units.count == 2 && words.hasAnyPrefix(["多", "少"])
          && words.units.last.map { Mark.isHan($0) && !Self.levels.contains($0) } == true)
  }

  private static let mores = ["多", "少", "高", "低", "高了", "低了", "降了", "增了", "涨了", "升了"]
  private static let levels = UnitSet("达则于为数至")

  func compare(
    _ change: Int, _ value: Int, _ base: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let states = states(value, before: base)
    for (place, state) in states.enumerated() {
      compareOne(change, state, base, isCertain: isCertain && place == 0, &book)
    }
  }

  /// 12篇,其中省级3篇、市级9篇,比上年的8篇: what is set against a base behind a list is all of it, or the part that is named again; the first of
  /// them is the one that is meant if none fits.
  func states(_ value: Int, before base: Int) -> [Int] {
    guard base > value else { return [value] }
    let lead = page.lead(base)
    let subject = lead.prefix { page.units[$0] != Mark.than && page.units[$0] != Mark.against }
    let list = page.listWhole(endingAt: value)
    let first = list?.whole ?? page.siblings(of: value).lowerBound
    // 省级采用数比上年的9篇: in the words of one of them.
    if subject.count >= 2, subject.count < lead.count {
      let alike = (first...value).filter { page.sameUnit($0, value) && page.claim($0).change == nil }
      let likes = alike.map { figure in
        zip(subject, subject.dropFirst()).count { pair in
          page.contains([page.units[pair.0], page.units[pair.1]], in: page.lead(figure))
        }
      }
      if let most = likes.max(), most > 1 || most == 1 && list != nil,
        likes.count(where: { $0 == most }) == 1,
        let place = likes.firstIndex(of: most)
      {
        return [alike[place]]
      }
    }
    guard let list else { return [value] }
    return list.isJoined ? [list.whole, value] : [value, list.whole]
  }

  private func compareOne(
    _ change: Int, _ value: Int, _ base: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let (a, b) = (page.value(base), page.value(value))
    // 平均每个68万元,比上年的1020万元增长: another figure than the average is meant.
    if max(a, b) > min(a, b) * 5, page.cues.has([.average, .each], in: page.lead(value)) { return }
    let (x, y) = b > a ? (value, base) : (base, value)
    if isCertain, isTurned(change, from: a, to: b) { return turned(change, value, base, &book) }
    if page.isPercent(change), page.isPercent(base) {
      return percentForPoints(change, from: base, to: value, &book)
    }
    if page.isMultiple(change) {
      guard a > 0, b >= a, let more = Quotient(page.quantity(value), by: page.quantity(base)) else { return }
      let interval = Interval(low: more.interval.low - 1, high: more.interval.high - 1)
      settle(
        change, [value, base], more.value - 1, interval,
        "(\(page.number(value))-\(page.number(base)))/\(page.number(base))", isCertain, &book)
    } else if page.isPercent(change) {
      guard a > 0 else { return }
      let slack = page.slack([value, base])
      let interval = Interval(
        low: (abs(b - a) - slack) * 100 / Interval(page.quantity(base)).high,
        high: (abs(b - a) + slack) * 100
          / max(Interval(page.quantity(base)).low, Decimal(sign: .plus, exponent: -2, significand: 1)))
      settle(
        change, [value, base], abs(b - a) * 100 / a, interval,
        "(\(page.number(x))-\(page.number(y)))/\(page.number(base))", isCertain, &book)
    } else {
      settle(
        change, [value, base], abs(b - a), nil, "\(page.number(x))-\(page.number(y))", isCertain, &book)
    }
  }

  /// 412件,上年为523件,增长21.2%: what grew is said to have shrunk, or the other way round.
  func isTurned(_ change: Int, from a: Decimal, to b: Decimal) -> Bool {
    let lead = page.lead(change)
    let words = page.words(lead)
    let ups = page.cues.has(.up, in: lead) || words.hasAnySuffix(["多", "多了", "高", "快"])
    let downs = page.cues.has(.down, in: lead) || words.hasAnySuffix(["少", "少了", "低", "慢"])
    // 下降到2%: what it has come to, and not by how much it changed.
    return a != b && ups != downs && ups != (b > a) && !page.cues.has(.to, in: lead)
      && !words.containsAny(Self.signed)
  }

  func turned(_ change: Int, _ value: Int, _ base: Int, _ book: inout RelationBook) {
    book.weigh(
      change, by: [value, base], .change, .broken, on: page,
      "\(page.number(base))→\(page.number(value)),文中写“\(page.text(page.lead(change)))\(page.number(change))”",
      "增减的方向与前后两个数相反", stating: false)
  }

  /// 增幅收窄, 降幅扩大: what changed is itself a change.
  private static let signed = ["收窄", "扩大", "降幅", "增幅", "增速", "涨幅", "跌幅"]

  // MARK: A%,高于B%N个百分点

  func points(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard isDifference(figure) else { return }
    let percents = (figures.lowerBound..<figure).filter(page.isPercent)
    guard percents.count >= 2, let last = percents.last, last == figure - 1, page.after(last).count <= 12
    else { return }
    let first = percents[percents.count - 2]
    let between = page.range(first).upperBound..<page.range(figure).lowerBound
    let isGap = Self.gaps.contains(page.text(page.lead(figure)))
    guard isUp(between) != nil || isGap || page.words(between).containsAny(Self.pace),
      !page.has(Mark.semicolon, in: between), [first, last].allSatisfy(page.isExact),
      !page.words(page.before(figure)).containsAny(Self.others)
    else { return }
    let isComparison =
      isGap
      || page.cues.first([.up, .down], in: page.range(first).upperBound..<page.range(last).lowerBound) != nil
      || page.cues.has(.target, in: page.before(last))
        && page.before(last).contains { page.units[$0] == Mark.than || page.units[$0] == Mark.against }
      || page.units[page.before(last)].last == 0x28
        && page.units[page.before(last)].contains { $0 == Mark.than || $0 == Mark.against }
    if page.isPercent(figure) {
      if isComparison { percentForPoints(figure, from: last, to: first, &book) }
      return
    }
    let (x, y) = page.value(first) > page.value(last) ? (first, last) : (last, first)
    // 95.1%,高于全市平均(96.3%)1.2个百分点.
    let words = page.words(page.before(last))
    let isBelow = page.value(first) < page.value(last)
    if isComparison, page.value(x) - page.value(y) == page.value(figure),
      !page.has(Mark.from, in: page.lead(first)),
      words.containsAny(isBelow ? ["高于", "高出"] : ["低于"]), !words.contains("增速")
    {
      return turned(figure, first, last, &book)
    }
    // 由78.6%提高到93.2%,下降14.6个百分点.
    if begins(first), last == figure - 1, isTurned(figure, from: page.value(first), to: page.value(last)),
      page.value(x) - page.value(y) == page.value(figure), !page.has(Mark.stop, in: between)
    {
      return turned(figure, first, last, &book)
    }
    settle(
      figure, [first, last], page.value(x) - page.value(y), nil, "\(page.number(x))-\(page.number(y))",
      isComparison, &book)
  }

  private static let gaps: Set<String> = ["还差", "尚差", "相差", "仍差", "差距", "差距为", "还有差距"]

  // MARK: V,比上年提高D,上年为B

  func baseBehind(_ base: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let change = base - 1
    var value = base - 2
    // 五年提高5.6个百分点: how long it took.
    if value > figures.lowerBound, page.unit(value) == "年" { value -= 1 }
    guard value >= figures.lowerBound, page.sameUnit(value, base), page.claim(base).change == nil,
      isUp(page.lead(change)) != nil || isMoreBehind(change), page.lead(base).count <= 10,
      saysBase(page.lead(base)),
      // 318天,较上年增加12天;上年为306天.
      !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound),
      page.isPercent(value) ? isDifference(change) : page.isPercent(change) || page.sameUnit(change, base)
    else { return }
    compare(change, value, base, isCertain: page.claim(value).change == nil || isPace(change), &book)
  }

  /// 上年为, 去年同期是, 全市平均为.
  func saysBase(_ lead: Range<Int>) -> Bool {
    let words = page.words(lead)
    return words.hasAnySuffix(Self.copulas)
      && (words.hasAnyPrefix(Self.bases) || year(lead) != nil)
  }

  // MARK: V,上年为B,增长P%

  func baseBetween(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    // 上年末为5.62万户,净增0.51万户、增长9.1%: the increment stands between.
    let base = change - 2 > figures.lowerBound && isIncrement(change - 1) ? change - 2 : change - 1
    let value = base - 1
    guard value >= figures.lowerBound, page.sameUnit(value, base), page.claim(base).change == nil,
      page.claim(value).change == nil, page.lead(base).count <= 12,
      tellsBase(page.lead(base)), page.before(change).count <= 8,
      isUp(page.before(change)) != nil || isMoreOrLess(change),
      !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound),
      page.isPercent(value)
        ? isDifference(change)
        : page.isAmount(value) && (page.isPercent(change) || page.sameUnit(change, base))
    else { return }
    compare(change, value, base, isCertain: isOfThem(change, value, base), &book)
  }

  /// 上年为, 而上年是, 去年, 2024年.
  private func tellsBase(_ lead: Range<Int>) -> Bool {
    let lead = lead.first.map { Self.turns.contains(page.units[$0]) } == true ? lead.dropFirst() : lead
    return saysBase(lead) || Self.bases.contains(page.text(lead)) || lead.count == 5 && year(lead) != nil
  }

  /// 好评率增长25%, 企业多了60户: whether no other measure is named as what changed.
  func isOfThem(_ change: Int, _ value: Int, _ base: Int) -> Bool {
    let lead = page.lead(change)
    let verb = page.cues.first([.up, .down], in: lead)?.lowerBound ?? lead.lowerBound
    return isNamedAlike(lead.lowerBound..<verb, value, base)
  }

  private static let turns = UnitSet("而但仅")

  // MARK: 由B下降P%,降至V; 在上年B的基础上再核减D,现有V
  func stateBehind(_ value: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, change) = (value - 2, value - 1)
    guard base >= figures.lowerBound, page.sameUnit(base, value), page.lead(value).count <= 8,
      [base, change, value].allSatisfy(page.isExact),
      isChange(change, of: base) || page.sameUnit(change, base),
      isUp(page.lead(change)) != nil, !page.cues.has(.to, in: page.lead(change)),
      page.cues.has(.to, in: page.lead(value))
        || page.words(page.lead(value)).hasAnyPrefix(Self.reached),
      !page.has(Mark.semicolon, in: page.range(base).upperBound..<page.range(value).lowerBound)
    else { return }
    let behind = page.words(page.before(change))
    let isBased = behind.hasPrefix("的基础上") || behind.hasPrefix("基础上")
    guard
      isBased && page.before(change).count <= 12
        || page.before(change).count <= 6 && (opensBase(page.lead(base)) || begins(base))
    else { return }
    compare(change, value, base, isCertain: true, &book)
  }

  private static let reached = ["达到", "达", "为", "现有", "现为", "总数", "总量", "目前", "增至", "减至", "共"]

  // MARK: 高出全省平均水平(82.3%)4.2个百分点,达到86.5%

  func above(_ value: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, change) = (value - 2, value - 1)
    guard base >= figures.lowerBound, page.isPercent(value), page.isPercent(base), page.isPoints(change),
      let up = isUp(page.before(base)), page.before(change).count <= 3,
      !page.has(Mark.semicolon, in: page.before(value)),
      ["达到", "达", "为"].contains(where: { page.words(page.lead(value)) == $0 }),
      base == figures.lowerBound || !page.isPercent(base - 1)
    else { return }
    let sum = up ? page.value(base) + page.value(change) : page.value(base) - page.value(change)
    settle(
      value, [base, change], sum, nil, "\(page.number(base))\(up ? "+" : "-")\(page.number(change))", true,
      &book)
  }

  func year(_ lead: Range<Int>) -> Int? {
    let digits = page.units[lead].prefix(while: Mark.isDigit)
    return digits.count == 4 ? digits.number : nil
  }

  static let baseTimes = Mark.texts(
    "上年 去年 年初 改革前 原来 上一年 此前 季度 上半年 上月 上季 前三季 年底 年末 月末 月底 同期 全市 全省 全国 平均 计划 目标 预期 最初 前的")
  /// Changes of a rate of growth.
  static let pace = ["加快", "放缓", "回升", "回落", "收窄", "扩大", "慢", "快", "滞后", "超前", "领先", "落后"]
  static let bases = Mark.texts(
    "上年 去年 上年同期 去年同期 上年末 去年末 上年底 去年底 年初 一季度 二季度 三季度 上半年 前三季度 上季度 上月 全市平均 全省平均 全国平均 市平均 省平均 改革前 原来 此前 上一年")
  static let copulas = ["为", "是", "仅为", "只有", "仅有", "有", "平均水平", "达", "达到"]
}
