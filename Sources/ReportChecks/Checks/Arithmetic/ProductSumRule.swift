import Foundation
import ReportModel

/// 分档补助之和: so much for each of one kind and of another, how many of each, and what it all comes to: 大型每座30万元,建成4座;小型每座8万元,建成15座,合计补助240万元;
/// 国家级50万元、省级20万元,今年2家国家级、9家省级,应兑现280万元. Reported with the averages.
struct ProductSumRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for total in page.draft.quantities.indices where total >= 4 && page.unitKey(total) == FigurePage.yuan {
      let words = page.words(page.lead(total))
      guard page.isExact(total), page.isTold(total), words.containsAny(Self.sums),
        !words.containsAny(Self.others)
      else { continue }
      let figures = before(total)
      guard let pairs = inTurn(figures) ?? apart(figures) else { continue }
      settle(total, pairs, &book)
    }
  }

  /// The figures told right before a total, in its sentence and the one before it.
  private func before(_ total: Int) -> [Int] {
    let sentence = page.claim(total).sentence
    let own = Array(page.siblings(of: total).lowerBound..<total).filter { !isCountOfKinds($0) }
    if own.count >= 4 { return own }
    guard own.isEmpty, sentence > 0,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return [] }
    return Array(page.draft.sentences[sentence - 1].quantities)
  }

  /// 两类冷库合计: how many kinds there are.
  private func isCountOfKinds(_ figure: Int) -> Bool {
    ["类", "档", "种", "级"].contains(page.unit(figure)) && page.value(figure) < 10
  }

  private typealias Pairs = [(price: Int, count: Int)]

  private func isPrice(_ figure: Int) -> Bool {
    page.unitKey(figure) == FigurePage.yuan && page.isExact(figure) && page.isAmount(figure)
  }

  /// 每座30万元,建成4座;每座8万元,建成15座: each price with the count behind it.
  private func inTurn(_ figures: [Int]) -> Pairs? {
    let prices = figures.filter { isPrice($0) && page.cues.has(.each, in: page.lead($0)) || isEach($0) }
    guard prices.count > 1, prices.count == figures.count(where: isPrice) else { return nil }
    let pairs: Pairs = prices.enumerated().compactMap { index, price in
      let next = index + 1 < prices.count ? prices[index + 1] : Int.max
      let each = page.lead(price).first { page.units[$0] == Self.every }.map { page.units[$0 + 1] }
      let counts = figures.filter {
        $0 > price && $0 < next && !isPrice($0) && page.isAmount($0) && page.isExact($0)
          && page.unit($0).utf16.first == each
      }
      return counts.count == 1 ? (price, counts[0]) : nil
    }
    return pairs.count == prices.count ? pairs : nil
  }

  private func isEach(_ figure: Int) -> Bool {
    isPrice(figure) && page.has(Self.every, in: page.lead(figure))
  }

  /// 国家级50万元、省级20万元,今年2家国家级、9家省级: the counts in a list of their own, each beside the word of its price.
  private func apart(_ figures: [Int]) -> Pairs? {
    let prices = figures.filter(isPrice)
    let counts = figures.filter { !isPrice($0) && page.isAmount($0) && page.isExact($0) }
    guard prices.count > 1, prices.count == counts.count, let first = prices.first, let last = prices.last,
      prices.count == last - first + 1, counts.allSatisfy({ $0 > last }),
      page.words(page.before(first)).containsAny(Self.rates)
    else { return nil }
    // 博士每人3万元: the word before 每人.
    let names = prices.map { price in
      let lead = page.units[page.lead(price)]
      return lead.prefix(upTo: lead.lastIndex(of: Self.every) ?? lead.endIndex).suffix(2)
    }
    let pairs: Pairs = zip(prices, names).compactMap { price, name in
      let own = counts.filter {
        page.contains(Array(name), in: page.lead($0)) || page.contains(Array(name), in: page.tail($0))
      }
      return name.count == 2 && own.count == 1 ? (price, own[0]) : nil
    }
    return pairs.count == prices.count && Set(pairs.map(\.count)).count == pairs.count ? pairs : nil
  }

  private func settle(_ total: Int, _ pairs: Pairs, _ book: inout RelationBook) {
    let sum = pairs.reduce(Decimal(0)) { $0 + page.value($1.price) * page.value($1.count) }
    let stated = page.value(total)
    let fits = Reckoning.compare(sum, nil, with: page.quantity(total)) != .apart
    // What is far off is another sum, unless the point has moved.
    guard fits || stated < sum * 2 && sum < stated * 2 || Reckoning.isSlip(stated, sum) else { return }
    let terms = pairs.map { "\(page.number($0.price))×\(page.number($0.count))" }
    book.weigh(
      total, by: pairs.flatMap { [$0.price, $0.count] }, .average, fits ? .verified : .broken, on: page,
      terms.joined(separator: "+") + "=\(FigurePage.number(sum, precision: page.quantity(total).precision))",
      "合计与各档单价、个数不符", as: fits ? .figure(total) : .scope("products\(total)"))
  }

  private static let every: UInt16 = 0x6BCF  // 每
  private static let rates = ["标准", "每", "奖", "补"]
  private static let sums = Mark.texts("合计 共计 总计 共 应兑现 应拨付 应发放 需 应 兑现 拨付 发放 兑付 总额 累计")
  private static let others = ["其中", "计划", "预计", "上年", "去年", "历年", "以来"]
}

extension TotalRule {
  /// 加上上年新增部分,两年合计: what is added to the parts is not told.
  func isUntold(_ cue: Range<Int>, behind parts: [Int]) -> Bool {
    guard let last = parts.last, page.range(last).upperBound < cue.lowerBound else { return false }
    return page.words(page.range(last).upperBound..<cue.lowerBound).containsAny([
      "加上", "连同", "算上", "加之", "计入",
    ])
  }

  /// 3条产业链各配链长1名、专员2名,共9人: so many of each kind for each of them.
  func isOfEachKind(_ parts: [(figure: Int, times: Int)], _ total: Int) -> Bool {
    parts.count == 2 && parts[0].times > 1 && parts[1].times == 1
      && page.words(page.before(parts[1].figure)).hasPrefix("、")
      && (page.value(parts[0].figure) + page.value(parts[1].figure)) * Decimal(parts[0].times)
        == page.value(total)
  }
}
