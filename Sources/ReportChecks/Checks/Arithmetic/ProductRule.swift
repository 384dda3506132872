import Foundation
import ReportModel

/// 单价乘数量: so much for each, so many, and what they come to, in any order: 每台补助20万元,86台,共1720万元; 每天300吨,365天,全年10.95万吨.
/// Reported with the averages.
struct ProductRule: RelationRule {
  let page: FigurePage
  let averages: AverageRule

  init(page: FigurePage) {
    self.page = page
    averages = AverageRule(page: page)
  }

  func propose(_ book: inout RelationBook) {
    for price in page.draft.quantities.indices where page.isAmount(price) && page.isExact(price) {
      guard let total = total(behind: price) else { continue }
      distributed(price, total, &book)
      guard let each = each(of: price, total) else { continue }
      let counts = counts(each, price, total)
      guard let nearest = counts.first else { continue }
      let fitting = counts.first { fits(price, $0, total) }
      // 每亩少用水120立方米,一年下来节水1.2亿立方米: no word calls it a sum, but the figures tell of a slip.
      guard
        isSum(total) || !page.sameUnit(total, price)
          || Reckoning.isSlip(page.value(total), product(price, fitting ?? nearest, total).value)
      else { continue }
      settle(price, fitting ?? nearest, total, isCertain: counts.count == 1, &book)
    }
  }

  /// 12个村各获得资金5万元,合计60万元: so many of what is counted right before 各.
  private func distributed(_ price: Int, _ total: Int, _ book: inout RelationBook) {
    let times = page.times(price)
    guard times > 2, total == price + 1, page.has(Self.each, in: page.lead(price)),
      page.tail(price).count <= 4,
      page.sameUnit(price, total), !isJoined(price - 1), case let before = page.before(total),
      page.words(before.drop { page.units[$0] != Mark.comma }.dropFirst()).hasAnyPrefix(Self.together)
    else { return }
    let (value, stated) = (page.value(price) * Decimal(times), page.value(total))
    let fits = Reckoning.compare(value, nil, with: page.quantity(total)) != .apart
    let others = page.siblings(of: price).filter { $0 < price && page.sameUnit($0, price) }
    let isNear = stated > page.value(price) && stated < value * 3 && value < stated * 3
    book.weigh(
      total, by: [price], .average, fits ? .verified : others.isEmpty && isNear ? .broken : .undecided,
      on: page,
      "\(page.number(price))×\(times)=\(averages.rounded(value, page.quantity(total)))", "总额与单价、个数不符")
  }

  /// 12个镇和34个部门各1名: of both.
  private func isJoined(_ count: Int) -> Bool {
    page.siblings(of: count).contains(count - 1) && page.before(count).count <= 14
      && page.before(count).contains { Mark.ands.contains(page.units[$0]) || page.units[$0] == Mark.pause }
  }

  private static let each = Mark.word("各")[0]
  private static let together = ["合计", "共", "总计", "累计", "一共", "总共"]

  /// 35名导师每人带教6名: counted in the same words, by a unit that both share.
  private func isOwner(_ count: Int, of price: Int) -> Bool {
    count == price - 1
      && !(page.range(count).upperBound..<page.range(price).lowerBound).contains {
        Mark.isListMark(page.units[$0])
      }
  }

  /// What a price is for: 台 of 每台补助20万元. Nil where it is an average, a limit, or for a time that is not said.
  private func each(of price: Int, _ total: Int) -> UInt16? {
    let lead = page.lead(price)
    guard let each = lead.first(where: { page.units[$0] == Self.every }), each + 1 < lead.upperBound,
      page.claim(price).period != .plan, page.tail(price).count <= 8
    else { return nil }
    let words = page.words(lead)
    // 平均每个4000平方米,总面积4.8公顷: averages of one unit are read by their own rule.
    guard !words.containsAny(Self.limited), !page.sameUnit(price, total) || !words.contains("平均")
    else { return nil }
    // 每人每月: for how many months is to be said.
    let again = lead.last { page.units[$0] == Self.every } ?? each
    if again > each, again + 1 < lead.upperBound, page.units[again + 1] != Mark.year,
      months(price, total) == nil
    {
      return nil
    }
    return page.units[each + 1]
  }

  /// 每人每月150元, and 3个月 or 10月至12月 told between it and the sum.
  private func months(_ price: Int, _ total: Int) -> Decimal? {
    guard page.words(page.lead(price)).containsAny(["每月", "每人月"]) else { return nil }
    if let told = (price + 1..<total).first(where: { page.unit($0) == "个月" && page.isExact($0) }) {
      return page.value(told)
    }
    let between = page.range(price).upperBound..<page.range(total).lowerBound
    let times = page.draft.times[page.draft.sentences[page.claim(price).sentence].times]
      .filter { between.contains($0.range.lowerBound) }
    if times.count == 1, let months = times[0].months { return Decimal(months.count) }
    guard times.count == 2, times[1].relation == .upTo, let first = times[0].inMonth?.month,
      let last = times[1].inMonth?.month, first < last
    else { return nil }
    return Decimal(last - first + 1)
  }

  /// What it all comes to: the next figure of the unit, told as a sum.
  private func total(behind price: Int) -> Int? {
    let sentence = page.claim(price).sentence
    let next = (price + 1..<min(price + 4, page.draft.quantities.count)).first {
      page.sameUnit($0, price) || isMeasuredAlike($0, price)
    }
    guard let next, page.isAmount(next), page.isExact(next), page.isTold(next),
      page.claim(next).sentence == sentence,
      !page.has(Mark.semicolon, in: page.range(price).upperBound..<page.range(next).lowerBound),
      !page.cues.has([.each, .average, .to, .lastYear, .parts], in: page.before(next))
    else { return nil }
    return page.words(page.lead(next)).containsAny(Self.running) ? nil : next
  }

  /// 每个4000平方米,总面积4.8公顷: in a unit of the same kind, and of nothing else by its words.
  private func isMeasuredAlike(_ total: Int, _ price: Int) -> Bool {
    page.isAmount(total) && !page.sameUnit(total, price)
      && ConversionRule.factor(page.unit(price), in: page.unit(total)) != nil
      && page.words(page.lead(total)).hasAnyPrefix(Self.totals)
  }

  private func isSum(_ total: Int) -> Bool {
    let lead = page.lead(total)
    return page.cues.has(.sum, in: lead) || page.has(Mark.all, in: lead)
      || page.words(lead).containsAny(Self.sums)
  }

  /// How many there are: counts of what the price is for, between price and total, or before the price, the nearest first.
  private func counts(_ each: UInt16, _ price: Int, _ total: Int) -> [Int] {
    let siblings = page.siblings(of: price)
    let places = Array(price + 1..<total) + (siblings.lowerBound..<price).reversed()
    return places.filter {
      page.isAmount($0) && page.isExact($0) && page.claim($0).change == nil
        && (!page.sameUnit($0, price) || isOwner($0, of: price))
        && page.value($0) > 1 && !page.cues.has([.each, .parts], in: page.before($0))
        && averages.isPaid(each, for: $0)
    }
  }

  private func product(_ price: Int, _ count: Int, _ total: Int) -> (value: Decimal, interval: Interval) {
    let (a, b) = (Interval(page.quantity(price)), Interval(page.quantity(count)))
    let factor =
      (page.sameUnit(price, total) ? 1 : ConversionRule.factor(page.unit(price), in: page.unit(total)) ?? 1)
      * (months(price, total) ?? 1)
    return (
      page.value(price) * page.value(count) * factor,
      Interval(low: a.low * b.low * factor, high: a.high * b.high * factor)
    )
  }

  private func fits(_ price: Int, _ count: Int, _ total: Int) -> Bool {
    let product = product(price, count, total)
    return Reckoning.compare(product.value, product.interval, with: page.quantity(total)) != .apart
  }

  private func settle(
    _ price: Int, _ count: Int, _ total: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let (value, stated) = (product(price, count, total).value, page.value(total))
    // 书记领衔3项,县长领衔2项,10位常委每人领衔1项,共领衔15项: what others did comes to it.
    let others = page.siblings(of: price).filter {
      $0 < price && page.sameUnit($0, price) && page.claim($0).change == nil
    }
    if !others.isEmpty, others.reduce(value, { $0 + page.value($1) }) == stated { return }
    // 20座,每座3亩,总面积60公顷: the number is right, the unit is not.
    let isSlip =
      Reckoning.isSlip(stated, value)
      || !page.sameUnit(price, total) && stated == page.value(price) * page.value(count)
    // What is far off is another sum, unless the point has moved.
    let isNear =
      (stated > page.value(price) || !page.sameUnit(price, total)) && stated < value * 3 && value < stated * 3
    let fits = fits(price, count, total)
    book.weigh(
      total, by: [price, count], .average,
      fits ? .verified : isCertain && (isNear || isSlip) ? .broken : .undecided, on: page,
      "\(page.number(price))×\(page.number(count))\(months(price, total).map { "×\($0)" } ?? "")=\(averages.rounded(value, page.quantity(total)))\(page.sameUnit(price, total) ? "" : page.unit(total))",
      "总额与单价、个数不符")
  }

  private static let totals = Mark.texts("总 共 合计 面积合计 一共 占地面积 面积共 长度共 全长 合共 总共 全部")
  private static let every: UInt16 = 0x6BCF  // 每
  private static let limited = Mark.texts("最高 不超 至少 不低 上限 最多 最低 以上 提高 由 从 标准提 左右 另 再 起")
  private static let sums = Mark.texts(
    "资金 补助 补贴 奖补 总额 支出 发放 兑付 兑现 拨付 金额 租金 收入 费用 面值 减少 少跑 全年 总量 总计 节省 节约 奖励 经费 投资 投入")
  private static let running = ["累计", "历年", "以来", "计划", "预计", "其中", "上年", "去年", "市级", "省级", "中央", "单"]
}
