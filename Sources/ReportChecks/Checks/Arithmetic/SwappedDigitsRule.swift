import Foundation
import ReportModel

/// 数字颠倒: one thing counted twice, two digits of it swapped: 移交事项127项 and 172项事项移交, or 亿 for 万: 交易额1860亿元 and 交易额1860万元. The
/// slip settles it, shared words propose it: the fewer digits, the more words. Reported with the same facts.
struct SwappedDigitsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    rates(&book)
    bounded(&book)
    var byDigits: [UInt64: [Int]] = [:]
    for (figure, claim) in page.draft.claims.enumerated() {
      guard page.isAmount(figure), page.isExact(figure) || isLimit(figure),
        claim.change == nil || isEnd(figure),
        page.value(figure) >= 20,
        claim.period != .before, claim.period != .other, !page.unit(figure).isEmpty
      else { continue }
      let key = page.printed(figure).tally
      // In a long text chance makes many such pairs: only the nearest are compared.
      for other in byDigits[key, default: []].suffix(40)
      where (areSwapped(figure, other) || areScaled(figure, other) || areShifted(figure, other))
        && areOfOne(figure, other)
      {
        book.compare(
          figure, withEarlier: [other], on: page,
          message: areScaled(figure, other)
            ? "同一个数前后的“万”“亿”不一致" : areShifted(figure, other) ? "疑似同一个数差了数量级" : "疑似同一个数写颠倒了两位",
          severity: .warning)
      }
      byDigits[key, default: []].append(figure)
    }
  }

  /// 审批时限压缩到45个工作日: what a change has led to is told again as a state.
  private func isEnd(_ figure: Int) -> Bool {
    let lead = page.lead(figure)
    return lead.count > 3 && page.cues.last(.to, in: lead)?.upperBound == lead.upperBound
      && Self.lasting.contains(page.unit(figure))
  }

  /// 45个工作日以内.
  private func isLimit(_ figure: Int) -> Bool {
    Self.lasting.contains(page.unit(figure)) && page.quantity(figure).approximation == .orLess
  }

  static let lasting: Set<String> = ["个工作日", "工作日", "天", "小时", "个小时", "分钟"]

  // MARK: 托育服务家长满意率达到98.6% … 家长对托育服务的满意率为96.8%

  /// 网办率为92.4% … 网办率超过95%: one is beyond what the other says.
  private func bounded(_ book: inout RelationBook) {
    func name(_ figure: Int) -> ArraySlice<UInt16>? {
      let lead = page.lead(figure)
      guard let end = lead.last(where: { Self.rateEnds.contains(page.units[$0]) }),
        lead.upperBound - end <= 3,
        page.claim(figure).change == nil, page.claim(figure).period == .reported,
        !page.words(lead).containsAny(Self.elsewhere)
      else { return nil }
      let name = page.units[lead.lowerBound...end]
      return name.count >= 5 && name.allSatisfy(Mark.isHan) ? name : nil
    }
    for bound in page.draft.quantities.indices
    where page.isPercent(bound) && page.quantity(bound).approximation?.isAbove == true {
      guard let told = name(bound) else { continue }
      for exact in page.draft.quantities.indices
      where page.isPercent(exact) && page.isExact(exact) && page.value(exact) < page.value(bound)
        && page.paragraph(of: exact) != page.paragraph(of: bound)
      {
        guard let other = name(exact) else { continue }
        let (short, long) = told.count < other.count ? (told, other) : (other, told)
        let sentence = page.sentence(of: told.count < other.count ? bound : exact).range
        guard long.suffix(short.count).elementsEqual(short),
          page.contains(Array(long.dropLast(short.count)), in: sentence)
            || long.count == short.count
        else { continue }
        book.compare(
          max(bound, exact), withEarlier: [min(bound, exact)], on: page, message: "同一个比率前后不一致")
      }
    }
  }

  /// One rate told twice in the same characters, two digits of it swapped.
  private func rates(_ book: inout RelationBook) {
    var told: [(figure: Int, name: Set<UInt16>)] = []
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isPercent(figure) && page.isExact(figure) && claim.change == nil
      && (claim.period == .reported || claim.period == .cumulative)
    {
      let lead = page.lead(figure)
      guard let rate = lead.last(where: { Self.rateEnds.contains(page.units[$0]) }),
        lead.upperBound - rate <= 4, !page.words(lead).containsAny(Self.elsewhere)
      else { continue }
      let name = Set(page.units[lead.lowerBound...rate].filter { Mark.isHan($0) && !Self.empty.contains($0) })
      guard name.count >= 5 else { continue }
      if let other = told.first(where: {
        $0.name == name && page.paragraph(of: $0.figure) != page.paragraph(of: figure)
          && areSwapped($0.figure, figure)
      }) {
        book.compare(
          figure, withEarlier: [other.figure], on: page, message: "疑似同一个比率写颠倒了两位", severity: .warning)
      }
      told.append((figure, name))
    }
  }

  private static let parting = ["全省", "全国", "全盟", "全州", "余额"]
  private static let rateEnds = UnitSet("率度")
  private static let empty = UnitSet("对的总其和与共")
  private static let elsewhere = ["全市", "全省", "全国", "上年", "去年", "平均", "上半年", "季度"]

  private func areSwapped(_ a: Int, _ b: Int) -> Bool {
    page.value(a) != page.value(b) && page.sameUnit(a, b)
      && page.quantity(a).precision == page.quantity(b).precision
      && page.printed(a).isSlip(of: page.printed(b), digits: Int.max)
      && page.printed(a).powersOff(page.printed(b)) == nil
  }

  /// 1860亿元 and 1860万元: only 万 or 亿 parts them.
  private func areScaled(_ a: Int, _ b: Int) -> Bool {
    page.sameUnit(a, b) && page.printed(a).digits.count >= 2
      && [a, b].allSatisfy {
        // 每亩1200元 is no slip for 1200万元.
        (page.value($0) >= 10_000 || page.quantity($0).precision < 0)
          && !page.cues.has([.each, .average], in: page.before($0))
      }
      && [4, 8].contains(page.printed(a).powersOff(page.printed(b)).map(abs))
  }

  /// 草原1280万亩 … 128万亩草原, 3.2万人 … 32万名: the point or a nought has slipped.
  private func areShifted(_ a: Int, _ b: Int) -> Bool {
    (page.sameUnit(a, b) || [a, b].allSatisfy { Self.people.contains(page.unit($0)) })
      && page.printed(a).digits.count >= 2
      && ![a, b].contains {
        page.cues.has([.each, .average], in: page.before($0)) || page.words(page.lead($0)).contains("每")
      }
      && [1, 2, 3].contains(page.printed(a).powersOff(page.printed(b)).map(abs))
  }

  /// 草原1280万亩, 128万亩草原: the noun stands right beside both numbers.
  private func areBeside(_ a: Int, _ b: Int) -> Bool {
    func beside(_ figure: Int, _ count: Int) -> [[UInt16]] {
      [page.units[page.lead(figure).suffix(count)], page.units[page.tail(figure).prefix(count)]]
        .map(Array.init).filter {
          $0.count == count && $0.allSatisfy(Mark.isHan) && !Self.common.contains($0)
        }
    }
    // 周转房144套, 1440套周转房.
    return (2...4).contains { count in
      let others = beside(b, count)
      return beside(a, count).contains(where: others.contains)
    }
  }

  /// 全县8.6万亩茶园 and 全县86万亩茶园: all there is, in the very same words.
  private func areOfAll(_ a: Int, _ b: Int) -> Bool {
    let (lead, other) = (page.units[page.lead(a)], page.units[page.lead(b)])
    return lead.elementsEqual(other) && page.words(page.lead(a)).hasAnyPrefix(Self.wholes) && lead.count <= 4
  }

  /// 清收陈欠款 and 清收欠款: one name but for a word within it.
  private func areOfOneDeed(_ a: Int, _ b: Int) -> Bool {
    let names = [a, b].map { page.units[page.lead($0)].filter(Mark.isHan) }.sorted { $0.count < $1.count }
    guard names[0].count >= 4, names[1].count <= names[0].count + 3 else { return false }
    var rest = names[0][...]
    for unit in names[1] where unit == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty && names[0][0] == names[1][0]
  }

  /// 国有林场闲置资产盘活…,盘活收入1200万元 and 盘活国有林场闲置资产,当年就增收1.2亿元: one matter named at length, and sums that share a character.
  private func areOfOneMatter(_ a: Int, _ b: Int) -> Bool {
    func words(_ figure: Int) -> Range<Int> {
      page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound
    }
    guard page.unitKey(a) == FigurePage.yuan,
      [a, b].allSatisfy({
        page.claim($0).period == .reported && !page.words(words($0)).containsAny(Self.elsewhere)
      }),
      page.units[page.lead(a)].contains(where: { unit in
        Self.moneys.contains(unit) && page.has(unit, in: page.lead(b))
      })
    else { return false }
    return page.shares(words(a).suffix(60), with: words(b).suffix(60), atLeast: 6)
  }

  private static let moneys = UnitSet("收贷补投奖费款益租酬金")
  private static let wholes = ["全县", "全区", "全市", "全旗", "全镇", "我县", "我区", "我市"]

  /// 首贷 of 2025年首贷9600万元 and of 办理首贷金额9.6亿元: one name, and not only words of every report.
  private func areNamedAlike(_ a: Int, _ b: Int) -> Bool {
    let (name, other) = (page.units[core(a)], page.units[core(b)])
    guard (2...8).contains(name.count), page.unitKey(a) == FigurePage.yuan, name.elementsEqual(other),
      name.allSatisfy(Mark.isHan)
    else { return false }
    var rest = Array(name)[...]
    while let word = Self.common.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
    return rest.count > 1
  }

  /// The words before a sum of money without the year, 办理 before them and 金额, 达到 behind.
  private func core(_ figure: Int) -> Range<Int> {
    var core = page.lead(figure)
    while let word = Self.endings.first(where: { page.words(core).hasSuffix($0) }) {
      core = core.dropLast(word.utf16.count)
    }
    if let year = core.dropFirst().last(where: {
      page.units[$0] == Self.year && Mark.isDigit(page.units[$0 - 1])
    }) {
      core = year + 1..<core.upperBound
    }
    while let word = Self.beginnings.first(where: { page.words(core).hasPrefix($0) }) {
      core = core.dropFirst(word.utf16.count)
    }
    return core
  }

  private static let year: UInt16 = 0x5E74
  private static let endings = ["金额", "总额", "资金", "达到", "达", "为", "共", "合计", "累计", "额"]
  private static let beginnings = ["全年", "今年", "年内", "在", "办理", "发放", "实现", "完成", "投放", "累计", "的"]

  private static let people: Set<String> = ["人", "名", "位"]

  /// In different paragraphs, and named alike.
  private func areOfOne(_ a: Int, _ b: Int) -> Bool {
    guard page.paragraph(of: a) != page.paragraph(of: b), isOther(a) == isOther(b) || isLeft(a) && isLeft(b),
      !stands(a, besides: b),
      // 全省124万亩, 贷款余额12.6亿元: of another place, or of all years.
      Self.parting.allSatisfy({ word in
        [a, b].count { page.words(page.lead($0)).contains(word) } != 1
      })
    else { return false }
    if page.value(a) >= 100, page.quantity(a).precision == 0, areSwapped(a, b) {
      let (left, right) = (nouns(a, 6, with: summed(a)), nouns(b, 6, with: summed(b)))
      return left.contains { left in right.contains { Self.share(left, $0, atLeast: 2) } }
        || isSpelt(a, b) || isSpelt(b, a)
    }
    let count = page.printed(a).digits.count
    let isScaled = areScaled(a, b)
    let isShifted = !isScaled && areShifted(a, b)
    // 项目审批总时限压缩到45个工作日 … 项目审批从受理到办结只要54个工作日.
    if Self.lasting.contains(page.unit(a)), areSwapped(a, b),
      case let heads = [a, b].map({ Array(page.units[page.lead($0).prefix(4)]) }), heads[0] == heads[1],
      heads[0].count == 4, heads[0].allSatisfy(Mark.isHan)
    {
      return true
    }
    // 从签约到拿到施工许可,用时压到45个工作日 … 从签约到拿到施工许可已缩短到54个工作日.
    if Self.lasting.contains(page.unit(a)), areSwapped(a, b), sharesBefore(a, b, atLeast: 8) { return true }
    // 下派医师74名 … 医师下派人数47名.
    if areSwapped(a, b), isTurned(a, b) || isTurned(b, a) { return true }
    // 尚有34家待建 … 碳账户建设…,仍有43家没有建账.
    if areSwapped(a, b), isLeft(a), isLeft(b), sharesBefore(a, b, atLeast: 5) { return true }
    if isScaled || isShifted, count >= 2, areOfOneMatter(a, b) || areOfOneDeed(a, b) { return true }
    guard count >= 2, isScaled || page.mayBeOne(a, b) else { return false }
    let (left, right) = (nouns(a), nouns(b))
    if isShifted, areOfAll(a, b), areBeside(a, b) { return true }
    if isShifted, count > 2, areBeside(a, b) { return true }
    if isScaled || isShifted, areNamedAlike(a, b) { return true }
    let least = count > 2 ? (isScaled ? 3 : isShifted ? 4 : 2) : isShifted ? 6 : 4
    return left.contains { left in right.contains { Self.share(left, $0, atLeast: least) } }
  }

  /// A run of characters before both figures in their sentences.
  private func sharesBefore(_ a: Int, _ b: Int, atLeast count: Int) -> Bool {
    let words = [a, b].map { page.sentence(of: $0).range.lowerBound..<page.lead($0).upperBound }
    return page.shares(words[0].suffix(60), with: words[1].suffix(60), atLeast: count)
  }

  /// 下派医师 of 医师下派人数: two words that name one count, in the other order.
  private func isTurned(_ a: Int, _ b: Int) -> Bool {
    let (name, other) = (page.units[page.lead(a)], page.lead(b))
    guard name.count == 4, name.allSatisfy(Mark.isHan), (4...9).contains(other.count),
      case let halves = [Array(name.prefix(2)), Array(name.suffix(2))],
      !halves.contains(where: Self.common.contains)
    else { return false }
    return page.contains(halves[1] + halves[0], in: other)
  }

  /// 尚有34家待建: so many are left.
  private func isLeft(_ figure: Int) -> Bool { page.words(page.lead(figure)).hasAnySuffix(Self.leaving) }

  private static let leaving = ["尚有", "仍有", "还有", "尚余", "还剩", "仍余"]

  /// 312家参评企业 and 321家企业参加亩均评价: what they do in short, and in full.
  private func isSpelt(_ short: Int, _ long: Int) -> Bool {
    let name = page.tail(short).prefix(4)
    return name.count == 4 && page.units[name.lowerBound] == Self.taking
      && name.allSatisfy {
        Mark.isHan(page.units[$0]) && page.has(page.units[$0], in: page.tail(long).prefix(12))
      }
  }

  private static let taking: UInt16 = 0x53C2  // 参

  /// 待清理的, 历年引进的, 明年选聘的: not those that were told.
  private func isOther(_ figure: Int) -> Bool { page.words(page.lead(figure)).containsAny(Self.others) }

  /// 排查76处,盘活67处 … 盘活的67处: the number was told already.
  private func stands(_ figure: Int, besides other: Int) -> Bool {
    page.siblings(of: other).contains { page.value($0) == page.value(figure) && page.sameUnit($0, figure) }
  }

  private static let others = ["待", "未", "历年", "往年", "以前", "明年", "尚", "拟"]

  /// 道路泊位2180个、公共停车场泊位4360个纳入平台,共6540个: the nouns of what a bare sum adds up.
  private func summed(_ figure: Int) -> [Range<Int>] {
    guard Self.sums.contains(where: { page.words(page.lead(figure)) == $0 }), page.tail(figure).isEmpty
    else { return [] }
    let parts = (page.siblings(of: figure).lowerBound..<figure).suffix(6).filter {
      page.sameUnit($0, figure) && page.value($0) < page.value(figure)
    }
    guard parts.count > 1, page.sum(parts) == page.value(figure) else { return [] }
    return parts.map { page.lead($0).suffix(2) }
  }

  private static let sums = ["共", "共计", "合计", "总计", "总共"]

  private func words(_ figure: Int, _ count: Int) -> [Range<Int>] {
    let (lead, tail) = (page.lead(figure), page.tail(figure))
    return [
      lead.suffix(count),
      tail.lowerBound..<min(tail.upperBound, tail.lowerBound + count + 2),
    ]
  }

  /// The 汉字 before a figure and behind it, without marks of quotation.
  private func nouns(_ figure: Int, _ count: Int = 10, with more: [Range<Int>] = []) -> [[UInt16]] {
    (words(figure, count) + more).map { page.units[$0].filter(Mark.isHan) }
  }

  /// Whether two stretches have a run of characters in common that is more than a word of every report.
  private static func share(_ a: [UInt16], _ b: [UInt16], atLeast count: Int) -> Bool {
    guard a.count >= count, b.count >= count else { return false }
    return (0...a.count - count).contains { start in
      let run = a[start..<start + count]
      return (0...b.count - count).contains { b[$0..<$0 + count].elementsEqual(run) }
        && !common.contains { $0.elementsEqual(run) }
    }
  }

  private static let common = Mark.words(
    "全年 今年 完成 实现 达到 新增 增加 累计 共计 总投 投资 资金 收入 支出 项目 企业 改革 总额 金额 全区 全县 全市 亿元 万元 其中 减少 建成 新建 开展 办理 涉及 覆盖 平均",
    "超过 产值 贷款 总量 面积 建设 发放 总数 人数 年度 占地 规模 工程 争取 到位 补助 投入 服务")
}
