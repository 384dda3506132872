import Foundation
import ReportModel

/// 每份金额: a sum of money beside the number of those who share it: 结算9800人次、支付救助金1470元 leaves less than a coin for each.
struct MoneyPerHead {
  let page: FigurePage

  /// What is odd about a sum of money; nil where nothing is.
  func remark(on figure: Int) -> String? {
    guard page.unit(figure) == "元", page.claim(figure).change == nil, !isPrice(figure) else { return nil }
    if let loan = savesMoreThanLent(figure) { return loan }
    if let remark = tooMuch(figure) ?? dear(figure) { return remark }
    for count in [figure + 1, figure - 1] where page.siblings(of: figure).contains(count) {
      guard let unit = Self.units[page.unit(count)], page.value(count) > 20, page.claim(count).change == nil,
        isBeside(count, figure), let least = least(figure, count, unit),
        page.value(figure) < page.value(count) * least
      else { continue }
      let share = least < 1 ? "1元" : "\(least)元"
      return "\(page.draft.text.string(page.range(count)))分\(page.number(figure))元，平均不到\(share)，疑似“亿”“万”写错或漏写"
    }
    return nil
  }

  /// 为21家企业缓解资金压力1860亿元: more than ten hundred million for each of them.
  private func tooMuch(_ figure: Int) -> String? {
    let count = figure - 1
    guard page.value(figure) >= 1_000_000_000, page.siblings(of: figure).contains(count),
      let unit = Self.units[page.unit(count)], isBeside(count, figure), page.value(count) >= 2,
      page.words(page.lead(figure)).containsAny(Self.relieved),
      page.value(figure) > page.value(count) * (unit == .household ? 1_000_000_000 : 100_000_000)
    else { return nil }
    return
      "\(page.draft.text.string(page.range(count)))合计\(page.number(figure))元，平均每个超过\(unit == .household ? "10亿" : "1亿")元，疑似“万”误作“亿”"
  }

  /// 水量280万立方米,交易额84亿元: what a unit of a good costs at most.
  private func dear(_ figure: Int) -> String? {
    let count = figure - 1
    guard page.siblings(of: figure).contains(count), page.value(count) > 0, page.before(figure).count <= 12,
      let most = Self.dearest[page.unit(count)], page.value(figure) > page.value(count) * most,
      page.words(page.lead(figure)).containsAny(Self.traded)
    else { return nil }
    return
      "\(page.draft.text.string(page.range(count)))卖到\(page.number(figure))元，平均每\(page.unit(count))超过\(most)元，疑似“万”误作“亿”"
  }

  /// 每户368元, 标准为, 发放补贴500元: said, or round enough to be said, of each one and no sum.
  private func isPrice(_ figure: Int) -> Bool {
    let lead = page.words(page.lead(figure))
    let value = page.value(figure)
    if page.quantity(figure).precision <= 0, value <= 20_000, let whole = Int("\(value)"), whole % 100 == 0 {
      return true
    }
    return lead.containsAny(Self.prices)
      || page.cues.has([.each, .average], in: page.before(figure))
      || page.words(page.tail(figure)).hasAnyPrefix(Self.rates)
  }

  /// One mark at most stands between, and what follows the sum says who benefits from it.
  private func isBeside(_ count: Int, _ figure: Int) -> Bool {
    let gap = count < figure ? page.before(figure) : page.before(count)
    guard gap.count <= 14, gap.count(where: { Mark.isListMark(page.units[$0]) }) <= 1,
      !page.has(Mark.semicolon, in: gap), !page.has(Mark.stop, in: gap),
      !page.cues.has([.parts, .sum], in: gap)
    else { return false }
    if count < figure { return true }
    return page.words(page.lead(count)).hasAnyPrefix(Self.benefits)
  }

  /// The least that each may get: by what the money is, or else by who gets it.
  private func least(_ figure: Int, _ count: Int, _ unit: Unit) -> Decimal? {
    let words = [page.words(page.lead(figure)), page.words(page.lead(count))]
    let kind = Self.kinds.first { kind in words.contains { $0.contains(kind.word) } }
    guard let kind else { return nil }
    switch unit {
    case .person: return kind.person
    case .household: return kind.household
    case .case: return kind.person
    }
  }

  /// 转贷6.2万元,节约成本980万元: no more is saved than was lent.
  private func savesMoreThanLent(_ figure: Int) -> String? {
    let saved = figure + 1
    guard page.siblings(of: figure).contains(saved), page.unit(saved) == "元", page.isExact(saved),
      page.value(saved) > page.value(figure), page.before(saved).count <= 14,
      page.words(page.lead(figure)).containsAny(Self.lending),
      page.words(page.lead(saved)).containsAny(Self.saving),
      page.words(page.lead(saved)).containsAny(Self.costs)
    else { return nil }
    return "贷出\(page.number(figure))元却节约成本\(page.number(saved))元，疑似“亿”误作“万”"
  }

  private enum Unit { case person, household, `case` }

  private static let units: [String: Unit] = [
    "人": .person, "名": .person, "人次": .person, "位": .person, "户": .household, "家": .household,
    "户次": .household, "家次": .household, "笔": .case, "件": .case, "宗": .case, "单": .case, "起": .case,
  ]
  /// Kinds of money with the least that a person or case and a household or enterprise gets of it.
  private static let kinds: [(word: String, person: Decimal, household: Decimal)] = [
    ("贷款", 500, 5000), ("融资", 500, 5000), ("转贷", 500, 5000), ("授信", 500, 5000), ("担保", 500, 5000),
    ("总投资", 1, 50), ("减税", 1, 50), ("降费", 1, 50), ("减负", 1, 50), ("减免", 1, 50), ("补贴", 1, 50), ("奖补", 1, 50),
    ("补助", 1, 50), ("兑现", 1, 50), ("让利", 1, 50), ("节约", 1, 50), ("救助", 1, 50), ("助学金", 1, 50), ("奖学金", 1, 50),
    ("慰问金", 1, 20), ("抚恤", 1, 50), ("赔付", 1, 50), ("理赔", 1, 50), ("报销", 1, 20), ("补偿", 1, 50), ("工资", 1, 50),
    ("奖励", 1, 50), ("退税", 1, 50), ("兑付", 1, 50), ("发放资金", 1, 50), ("拨付", 1, 50), ("养老金", 1, 50),
    ("低保金", 1, 50),
    ("欠薪", 1, 50), ("挽回损失", 1, 50), ("经济损失", 1, 50), ("涉案金额", 1, 50), ("租金", 1, 50), ("登记费", 0.5, 0.5),
    ("结算", 1, 20), ("统筹基金", 1, 20), ("医保基金", 1, 20), ("公积金", 1, 50),
  ]
  private static let relieved = Mark.texts("缓解 减免 减税 降费 减负 补贴 兑现 奖补 节约 节省 让利 退税 缓缴")
  private static let traded = ["交易额", "交易金额", "成交额", "成交金额", "成交价", "金额"]
  private static let dearest: [String: Decimal] = ["立方米": 100, "吨": 20_000, "千瓦时": 10, "度": 10]
  private static let prices = Mark.texts(
    "每 均 标准 单价 价格 最高 最低 限额 不超 不低于 个人 缴费 保费 降至 降到 由 从 提高到 提高至 门票 一元 额度 起步 月 一次性 亩 天 日 学期 按")
  private static let rates = ["/", "每", "至", "到", "以上", "以下", "起", "的标准"]
  private static let benefits = ["惠及", "支持", "服务", "受益", "扶持", "覆盖", "帮助", "受惠", "涉及", "惠"]
  private static let lending = ["贷", "融资", "授信"]
  private static let saving = ["节约", "节省", "降低", "减少", "省下"]
  private static let costs = ["成本", "利息", "费用", "支出"]
}
