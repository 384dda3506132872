import Foundation
import ReportModel

/// 由A到B: both ends of a change, and by how much.
extension ChangeRule {
  func fromTo(_ end: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let lead = page.lead(end)
    guard let to = page.cues.last(.to, in: lead) ?? reach(lead), page.isExact(end),
      case let between = to.upperBound..<lead.upperBound,
      // 增加到2025年的698亿元.
      between.count <= 4
        || between.count <= 8 && between.prefix(4).allSatisfy({ Mark.isDigit(page.units[$0]) }),
      let start = start(of: end, figures), page.isExact(start)
    else { return otherUnit(end, &book) }
    // 跃升到: 升到 is a cue of its own.
    let verb = max(lead.lowerBound, to.lowerBound - 1)..<to.upperBound
    // 由34家整合提升为19家: better, and fewer.
    let isMerged = page.words(lead.lowerBound..<to.lowerBound).hasAnySuffix(Self.merges)
    if let up = isUp(verb), to.count > 1, !isMerged {
      let grew = page.value(end) > page.value(start)
      if grew != up, page.value(end) != page.value(start), !page.has(Mark.stop, in: page.before(end)) {
        book.weigh(
          end, by: [start], .change, .broken, on: page, "\(page.number(start))→\(page.number(end))",
          "写的是“\(page.text(to))”，数却\(grew ? "变大" : "变小")了", stating: false)
        return
      }
    }
    addition(before: start, to: end, figures, &book)
    let before = start - 1
    // 压减会议36.4%,由88个减少到56个: the change stands before.
    if before >= figures.lowerBound, page.isPercent(before) || page.isPoints(before),
      page.before(start).count <= 8,
      isUp(page.lead(before)) != nil, opensClause(start),
      page.claim(before).change != nil || page.isPoints(before)
        || page.words(page.lead(before)).containsAny(Self.extents)
    {
      measure(before, from: start, to: end, isCertain: true, &book)
    }
    var next = end + 1
    // 五年累计增长43.6%: how long it took is no change.
    if next + 1 < figures.upperBound, page.unit(next) == "年" { next += 1 }
    if next < figures.upperBound, page.isMultiple(next), isOfFormer(next, start),
      let ratio = Quotient(page.quantity(end), by: page.quantity(start))
    {
      return settle(
        next, [end, start], ratio.value, ratio.interval, "\(page.number(end))/\(page.number(start))", true,
        &book)
    }
    // 由11家整合为5家,资产74.6亿元,家数减少6家: what changed is counted again.
    if next + 1 < figures.upperBound, !page.sameUnit(next, end), page.sameUnit(next + 1, end),
      page.words(page.lead(next + 1)).hasPrefix(page.unit(end) + "数")
    {
      next += 1
    }
    // 由286项精简到182项,由63项减到41项,共减少126项: of both.
    if next < figures.upperBound, page.words(page.before(next)).hasAnyPrefix(Self.together),
      (figures.lowerBound..<start).contains(where: { page.sameUnit($0, end) && page.claim($0).change == nil })
    {
      return
    }
    let saysAlike = next < figures.upperBound && isSaidAlike(next, to, from: start)
    guard next < figures.upperBound, page.before(next).count <= 16 || isAtCurrentPrices(next),
      isUp(page.before(next)) != nil || page.unit(next) == "番" || isMoreBy(next),
      !page.has(Mark.stop, in: page.before(next)),
      // 由1.92缩小到1.85,低于全市0.06; 比省定目标高出6个百分点; 年均增长21.3%: against another place, an aim, or by the year.
      !page.words(page.before(next)).containsAny(Self.others),
      !page.cues.has(.lastYear, in: page.before(next)) || isYearOnYear(next, from: start)
        || saysAlike
    else { return }
    // 撤并6所、新建1所: what came new in exchange.
    let isExchange =
      next + 1 < figures.upperBound && page.sameUnit(next, next + 1)
      && (page.lead(next + 1).prefix(3).contains { page.units[$0] == Self.new }
        || page.words(page.lead(next + 1)).hasAnyPrefix(Self.leaving))
    measure(
      next, from: start, to: end, isCertain: !isExchange && (saysAlike || isOfSame(next, start, end)), &book)
    // 减少25件,降幅29.1%: and by how much of it.
    let share = next + 1
    if share < figures.upperBound, page.sameUnit(next, end), page.isPercent(share), !page.isPercent(end),
      page.before(share).count <= 6,
      page.words(page.lead(share)).hasAnyPrefix(Self.extents) || isUp(page.lead(share)) != nil
    {
      measure(share, from: start, to: end, isCertain: true, &book)
    }
  }

  /// 做到, 拉至: any verb with 到 or 至 right before the figure.
  private func reach(_ lead: Range<Int>) -> Range<Int>? {
    guard lead.count > 1, let last = lead.last, Self.reaches.contains(page.units[last]),
      Mark.isHan(page.units[last - 1]), !Self.noVerbs.contains(page.units[last - 1])
    else { return nil }
    return last - 1..<last + 1
  }

  private static let leaving = ["退出", "撤并", "注销", "撤销", "核减", "淘汰", "迁出", "关闭", "降为", "摘牌"]
  private static let reaches = UnitSet("到至")
  private static let noVerbs = UnitSet("达直以甚乃年月日底末今")

  /// 由26块减至9平方米: what is counted does not end as what is measured.
  private func otherUnit(_ end: Int, _ book: inout RelationBook) {
    let start = end - 1
    guard page.siblings(of: end).contains(start), page.isAmount(start), page.isAmount(end), begins(start),
      let to = page.cues.last(.to, in: page.lead(end)), to.upperBound == page.lead(end).upperBound,
      page.before(end).count <= 6, page.tail(start).upperBound == page.range(end).lowerBound,
      Self.measured.contains(page.unit(start)) != Self.measured.contains(page.unit(end))
        || isSlipOfTime(start, end),
      ![start, end].contains(where: { page.unit($0).isEmpty })
        && (isSlipOfTime(start, end) || ![start, end].contains { Self.lasting.contains(page.unit($0)) })
    else { return }
    book.weigh(
      end, by: [start], .change, .broken, on: page,
      "\(page.text(page.range(start)))→\(page.text(page.range(end)))", "前后两个数的单位不同", stating: false)
  }

  /// 由20个工作日压减到8个小时,压减60%: in two units of time, and the change is that of the bare numbers.
  private func isSlipOfTime(_ start: Int, _ end: Int) -> Bool {
    let change = end + 1
    guard page.unit(start) != page.unit(end), page.siblings(of: end).contains(change), page.isPercent(change),
      [start, end].allSatisfy({ Self.lasting.contains(page.unit($0)) }), page.value(start) > page.value(end),
      page.before(change).count <= 8
    else { return false }
    let share = (page.value(start) - page.value(end)) * 100 / page.value(start)
    return Reckoning.compare(share, nil, with: page.quantity(change)) == .equal
  }

  private static let measured: Set<String> = ["元", "亩", "公里", "平方米", "平方公里", "公顷", "吨", "公斤", "米", "立方米"]
  private static let lasting: Set<String> = Set(Mark.texts("天 日 年 个月 月 小时 个小时 分钟 秒 工作日 个工作日 周 度 分 级"))

  /// 由原来的51项压缩到44项,比上年压缩7项: one verb, and what it started from is no other time's.
  private func isSaidAlike(_ change: Int, _ to: Range<Int>, from start: Int) -> Bool {
    to.count > 2 && page.contains(Array(page.units[to.dropLast()]), in: page.lead(change)) && isNow(start)
  }

  static let others = ["全市", "全省", "全国", "省定", "市定", "国定", "目标", "计划", "序时", "平均", "年均", "年平均"]
  private static let new: UInt16 = 0x65B0  // 新
  private static let kind: UInt16 = 0x578B  // 型
  private static let fewer: UInt16 = 0x5C11  // 少

  /// 由 or 从 right behind the comma: nothing else is named.
  private func opensClause(_ start: Int) -> Bool {
    let between = page.before(start)
    guard between.count > 1, page.units[between.lowerBound] == Mark.comma else { return false }
    let first = page.units[between.lowerBound + 1]
    return first == Mark.from || first == Mark.since
  }

  /// 从12.4万件增加到15.5万件,同比增长25%: the figure it started from is last year's, where nothing else is said of it.
  func isYearOnYear(_ change: Int, from start: Int) -> Bool {
    page.words(page.lead(change)).hasPrefix("同比") && page.isPercent(change) && isNow(start)
  }

  /// Whether no time is named from which a figure is.
  private func isNow(_ start: Int) -> Bool {
    !page.words(page.lead(start)).containsAny(["初", "月", "季", "半年", "前", "底", "末"])
      && !page.lead(start).contains { Mark.isDigit(page.units[$0]) }
  }

  /// 评定工匠64名,总数由112名增加到176名: what was added stands before.
  func addition(before start: Int, to end: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let added = start - 1
    guard added >= figures.lowerBound, page.sameUnit(added, start), page.isExact(added) else { return }
    // 核减编制36名,由248名核减为212名.
    if page.value(end) < page.value(start), page.before(start).count <= 3, page.tail(added).isEmpty,
      page.cues.has(.down, in: page.lead(added)), page.cues.has(.down, in: page.lead(end))
    {
      return settle(
        end, [start, added], page.value(start) - page.value(added), nil,
        "\(page.number(start))-\(page.number(added))", true, isCounted: true, &book)
    }
    guard page.value(end) > page.value(start), page.tail(added).isEmpty,
      !page.has(Mark.semicolon, in: page.before(start)), page.before(start).count <= 16,
      page.words(page.lead(start)).containsAny(Self.totals),
      !(figures.lowerBound..<added).contains(where: { page.sameUnit($0, added) })
    else { return }
    settle(
      end, [start, added], page.value(start) + page.value(added), nil,
      "\(page.number(start))+\(page.number(added))", true, isCounted: true, &book)
  }

  private static let extents = ["比例", "幅度", "压减", "压缩", "精简", "减幅", "降幅", "增幅", "缩短"]
  private static let merging = ["归并为", "合并为", "整合为", "整合成", "合并成", "精简为", "压减为", "归并成", "缩减为"]
  private static let merges = ["整合", "归并", "合并", "撤并", "兼并", "重组", "优化", "精简", "淘汰", "关停", "集聚", "改造"]
  private static let together = [",共", ",合计", ",总共", ",一共", ",累计", ",总计", ",两项", ",两类", ",三项", ",三类"]
  private static let totals = ["总数", "累计", "总量", "总共", "总计"]

  /// (预计数),按现价计算五年累计增长: the two figures as they stand.
  func isAtCurrentPrices(_ change: Int) -> Bool {
    page.before(change).count <= 24 && page.words(page.lead(change)).hasPrefix("按现价")
  }

  /// 新增13家, 净减5个 right behind.
  func isMoreBy(_ figure: Int) -> Bool {
    let lead = page.lead(figure)
    // 少交28份, 群众少填3张表.
    if lead.suffix(3).contains(where: { page.units[$0] == Self.fewer }) {
      return lead.count <= 6 && page.tail(figure).count <= 3
    }
    // 企业少交材料13份.
    if sparer(figure) != nil { return lead.count <= 9 && page.tail(figure).isEmpty }
    return page.words(lead).hasAnySuffix(["新增", "净减", "净增", "减", "多了", "少了", "快了", "省了"])
      && lead.count <= 5 && page.tail(figure).isEmpty
  }

  /// The figure that a change to another one starts from; other things may be counted between: 18个部门32名人员整合为5个部门.
  func start(of end: Int, _ figures: Range<Int>) -> Int? {
    (figures.lowerBound..<end).suffix(2).last { start in
      (page.sameUnit(start, end)
        || page.words(page.lead(end)).hasAnySuffix(Self.merging)
          && page.isThing(start) && page.isThing(end))
        && begins(start)
        && !page.has(Mark.semicolon, in: page.range(start).upperBound..<page.range(end).lowerBound)
        && (start == end - 1
          || !page.sameUnit(end - 1, end)
            && !page.has(Mark.comma, in: page.range(start).upperBound..<page.range(end).lowerBound))
    }
  }

  /// Whether a change is of what went from one figure to the other: 审批时限压缩60% is not of 事项由286项减至198项.
  func isOfSame(_ change: Int, _ start: Int, _ end: Int) -> Bool {
    let lead = page.lead(change)
    // 申报材料由26份减为15份,企业少交13份: who is spared them is not what they are.
    if let verb = sparer(change), page.sameUnit(change, end), page.tail(change).isEmpty {
      return lead.upperBound - verb <= 2
        || page.shares(lead.suffix(2), with: page.before(start))
        || page.shares(lead.suffix(2), with: page.tail(start))
    }
    guard let cue = page.cues.first([.up, .down], in: lead) else { return true }
    let words = page.text(lead.lowerBound..<cue.lowerBound)
    if words.hasPrefix("按现价") { return true }
    guard Self.bare(words).count >= 2 else { return true }
    let subject = (lead.lowerBound..<cue.lowerBound).suffix(2)
    // 床位由350张增到500张,护理型床位多出60张: a kind of them.
    if page.has(Self.kind, in: lead), !page.has(Self.kind, in: page.before(start)) { return false }
    // 把38个审批专用章归并为1枚,审批章减少37枚: of the same things, in fewer words.
    if page.sameUnit(change, end), page.shares(lead.lowerBound..<cue.lowerBound, with: page.tail(start)) {
      return true
    }
    return page.shares(subject, with: page.before(start)) || page.shares(subject, with: page.tail(end))
  }

  /// Where 少交 stands behind those who are spared it.
  private func sparer(_ change: Int) -> Int? {
    let lead = page.lead(change)
    guard let fewer = lead.first(where: { page.units[$0] == Self.fewer }),
      page.words(lead.lowerBound..<fewer).hasAnySuffix(Self.spared)
    else { return nil }
    return fewer
  }

  private static let spared = [
    "企业", "群众", "基层", "办事人", "申请人", "村干部", "村级", "市民", "农户", "教师", "学校", "单位", "百姓", "居民",
  ]

  /// Whether what changed is either named like one of the two figures or not named at all: 好评率 is not what 办件 are counted by.
  func isNamedAlike(_ subject: Range<Int>, _ start: Int, _ end: Int) -> Bool {
    if page.cues.has(.lastYear, in: subject) { return true }
    let words = Self.bare(page.text(subject))
    if words.count < 2 || words.containsAny(Self.totals) { return true }
    // 过夜游客 are some of 游客: its first word, too.
    return [subject.prefix(2), subject.suffix(2)].allSatisfy { word in
      [start, end].contains {
        page.shares(word, with: page.before($0)) || page.shares(word, with: page.tail($0))
      }
    }
  }

  /// 由 or 从 stands before the figure that a change starts from.
  func begins(_ figure: Int) -> Bool {
    page.lead(figure).contains { page.units[$0] == Mark.from || page.units[$0] == Mark.since }
      || page.cues.has(.from, in: page.lead(figure)) || page.words(page.lead(figure)).hasPrefix("原")
      || page.before(figure).suffix(14).contains {
        page.units[$0] == Mark.from || page.units[$0] == Mark.since
      }
      // 由三年前的12万元.
      || figure > page.siblings(of: figure).lowerBound && Self.years.contains(page.unit(figure - 1))
        && page.lead(figure - 1).contains { page.units[$0] == Mark.from || page.units[$0] == Mark.since }
        && page.before(figure).count <= 4
      // 7家企业归并为2家.
      || figure + 1 < page.siblings(of: figure).upperBound
        && page.tail(figure).upperBound == page.range(figure + 1).lowerBound
        && page.words(page.lead(figure + 1)).hasAnySuffix(Self.merging)
      // 把38个专用章归并为1枚.
      || page.lead(figure).contains { page.units[$0] == 0x628A || page.units[$0] == 0x5C06 }
  }

  private static let years: Set<String> = ["年", "个月", "月"]

  /// A change said as a difference, a percentage, points or a multiple.
  func measure(
    _ figure: Int, from start: Int, to end: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let (a, b) = (page.value(start), page.value(end))
    let difference = abs(b - a)
    // 由25个缩短到16个,增加9个: the number is right, the verb is not.
    if isCertain, isTurned(figure, from: a, to: b),
      page.isPercent(figure) ? difference * 100 == page.value(figure) * a : difference == page.value(figure)
    {
      return turned(figure, end, start, &book)
    }
    let (x, y) = b > a ? (end, start) : (start, end)
    let isPoints = page.isPoints(figure)
    if isPoints || (page.sameUnit(figure, end) || page.sameUnit(figure, start)) && !page.isPercent(figure) {
      guard !isPoints || page.isPercent(start) else { return }
      settle(
        figure, [start, end], difference, nil, "\(page.number(x))-\(page.number(y))", isCertain,
        isCounted: !isPoints, &book)
    } else if page.isPercent(figure), page.isPercent(start) {
      percentForPoints(figure, from: start, to: end, &book)
    } else if page.isPercent(figure), a > 0 {
      let interval = Interval(
        low: difference * 100 / Interval(page.quantity(start)).high,
        high: difference * 100 / max(Interval(page.quantity(start)).low, 1))
      settle(
        figure, [start, end], difference * 100 / a, interval,
        "(\(page.number(x))-\(page.number(y)))/\(page.number(start))", isCertain, &book)
    } else if page.isMultiple(figure), a > 0 {
      guard b >= a else { return }
      settle(
        figure, [start, end], (b - a) / a, nil, "(\(page.number(x))-\(page.number(y)))/\(page.number(start))",
        isCertain, &book)
    } else if page.unit(figure) == "番", a > 0, page.isExact(figure) {
      doublings(figure, start, end, &book)
    }
  }

  /// 翻两番 is four times; twice and a half of it may be said so, three times not.
  func doublings(_ figure: Int, _ start: Int, _ end: Int, _ book: inout RelationBook) {
    guard (1...4).contains(page.value(figure)) else { return }
    let times = pow(Decimal(2), (page.value(figure) as NSDecimalNumber).intValue)
    let ratio = page.value(end) / page.value(start)
    let fits = ratio * 10 >= times * 9 && ratio < times * 2
    book.weigh(
      figure, by: [start, end], .change, fits ? .verified : .broken, on: page,
      "\(page.number(end))/\(page.number(start))=\(Reckoning.text(ratio, like: page.quantity(figure)))倍,翻\(page.value(figure))番应为\(times)倍",
      "翻番数与前后两个数不符", stating: false)
  }

  /// What is named behind words that only tell how, in which time or in what count something changed: 一年就.
  static func bare(_ words: String) -> Substring {
    var rest = words[...]
    while let word = fillers.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
    return rest
  }

  private static let fillers = Mark.texts(
    "短短 仅用 仅 一年时间 一年之内 一年内 一年间 一年里 一年来 一年就 一年便 一年 当年 年内 时间 之内 一下子 一举 同比 累计 共 总量 总数 平均 分别 整体 净 比例 幅度 数量 实际 均 年均 又 较改革前 比改革前 较原来 比原来 较之前 比之前 足足 整整 直接 家数 户数 人数 个数 件数"
  )
}
