import Foundation
import ReportModel

/// 增减: from A to B, by N or by N%; V, more by D than before, a growth of P%.
struct ChangeCheck: Check {
  let about = CheckDescription(
    "arithmetic.change", .error, "增减的数或百分比与前后两个数不符",
    rationale: "“由A到B，压减N%”“比上年的A增加N项”“总数V，比上年增加D，增长P%”“A%，高于B%N个百分点”，按写出的两头核对差额、比率和方向。只写增长率、没有写基数的不作判定。",
    source: "实务",
    triggering: [
      .draft("审批用时由60个工作日压减到42个工作日，压减[[40%]]。"),
      .draft("县域就诊率由上年的86.4%提高到89.1%，提高[[3.7个百分点]]。"),
      .draft("签约项目48个，比上年增加8个，增长[[25%]]。"),
      .draft("全年出台制度性成果[[26项]]，比上年的20项增加4项。"),
      .draft("窗口由22个压缩到[[58个]]。"),
      .draft("设立资金池5000万元，撬动贷款4.5亿元，放大[[8倍]]。"),
      .draft("社区食堂由18家增加到31家，新增[[15家]]。"),
      .draft("任务完成率54.2%，比上半年的37.5%提高[[17.6个百分点]]。"),
      .draft("签约项目48个，比上年的40个增长[[25%]]。"),
      .draft("加装电梯145部，加装数比上年的116部增长[[20%]]。"),
      .draft("把38个审批专用章归并为1枚，审批章减少[[35枚]]。"),
      .draft("产值由486亿元增加到698亿元，按现价计算增长[[46.3%]]。"),
      .draft("网办率达到96.2%，比上年提高[[8.1个百分点]]，上年为87.1%。"),
      .draft("2020年办理案件1500件，2021年办理案件1800件，增长[[25%]]。"),
      .draft("市场主体由2.1万户增至6.3万户，增长[[3倍]]。"),
      .draft("由18个部门32名人员整合为5个部门，精简[[12个]]部门。"),
      .draft("参保人数由1.5万人增加到4.5万人，翻了[[两番]]。"),
      .draft("评定工匠64名，总数由112名增加到[[174名]]。"),
      .draft("工业投资增长18.2%，较一季度的13.6%加快[[5.6个百分点]]。"),
      .draft("完成率93.5%，高于全市平均水平（90.3%）[[3.5个百分点]]。"),
      .draft("收入完成38.5亿元，上年同期为35亿元，增长[[12%]]。"),
      .draft("完成率为87%，比序时进度75%快[[13个百分点]]。"),
      .draft("高出全省平均水平（82.3%）4.2个百分点，达到[[87.5%]]。"),
      .draft("核减编制36名，由248名核减为[[221名]]。"),
      .draft("办件量从12.4万件增加到15.5万件，同比增长[[20%]]。"),
    ],
    silent: [
      .draft("收入完成38.5亿元，上年同期为35亿元，增长10%。"),
      .draft("办件量从年初的12.4万件增加到15.5万件，同比增长20%。"),
      .draft("审批用时由60个工作日压减到42个工作日，压减30%。"),
      .draft("高新技术企业净增36家，总数达到216家，比上年增长20%。"),
      .draft("审批事项由286项减至198项，审批时限压缩60%。"),
      .draft("考核权重由3分提高到5分，提高2分。"),
      .draft("地区生产总值达到320亿元，增长6.6%。"),
      .draft("年内新设站点15个，撤并2个，站点总数从38个增至51个。"),
      .draft("新登记企业1360户，增长8%，新增就业5200人。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.change], of: input, remedy: "请核对前后两个数和增减幅度，改正写错的一个")
  }
}

struct ChangeRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      for figure in sentence.quantities.dropFirst() where page.isTold(figure) {
        fromTo(figure, sentence.quantities, &book)
        onBase(figure, sentence.quantities, &book)
        growth(figure, sentence.quantities, &book)
        growthThenMore(figure, sentence.quantities, &book)
        points(figure, sentence.quantities, &book)
        multiple(figure, sentence.quantities, &book)
        onSaidBase(figure, sentence.quantities, &book)
        baseBehind(figure, sentence.quantities, &book)
        baseBetween(figure, sentence.quantities, &book)
        twoYears(figure, sentence.quantities, &book)
        above(figure, sentence.quantities, &book)
      }
    }
  }

  private func isUp(_ range: Range<Int>) -> Bool? {
    if page.cues.has(.up, in: range) { return true }
    return page.cues.has(.down, in: range) ? false : nil
  }

  // MARK: 由A到B

  private func fromTo(_ end: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let lead = page.lead(end)
    guard let to = page.cues.last(.to, in: lead), page.isExact(end),
      case let between = to.upperBound..<lead.upperBound,
      // 增加到2025年的698亿元.
      between.count <= 4
        || between.count <= 8 && between.prefix(4).allSatisfy({ Mark.isDigit(page.units[$0]) }),
      let start = start(of: end, figures), page.isExact(start)
    else { return }
    // 跃升到: 升到 is a cue of its own.
    let verb = max(lead.lowerBound, to.lowerBound - 1)..<to.upperBound
    if let up = isUp(verb), to.count > 1 {
      let grew = page.value(end) > page.value(start)
      if grew != up, page.value(end) != page.value(start), !page.has(Mark.stop, in: page.before(end)) {
        book.propose(
          Relation(
            .change, .broken, claimed: page.range(end), result: end, members: [start],
            arithmetic: "\(page.number(start))→\(page.number(end))",
            message: "写的是“\(page.text(to))”，数却\(grew ? "变大" : "变小")了"), as: .figure(end))
        return
      }
    }
    addition(before: start, to: end, figures, &book)
    var next = end + 1
    // 五年累计增长43.6%: how long it took is no change.
    if next + 1 < figures.upperBound, page.unit(next) == "年" { next += 1 }
    guard next < figures.upperBound, page.before(next).count <= 16 || isAtCurrentPrices(next),
      isUp(page.before(next)) != nil || page.unit(next) == "番" || isMoreBy(next),
      !page.has(Mark.stop, in: page.before(next)),
      !page.cues.has(.lastYear, in: page.before(next)) || isYearOnYear(next, from: start)
    else { return }
    measure(next, from: start, to: end, isCertain: isOfSame(next, start, end), &book)
  }

  /// 从12.4万件增加到15.5万件,同比增长25%: the figure it started from is last year's, where nothing else is said of it.
  private func isYearOnYear(_ change: Int, from start: Int) -> Bool {
    page.words(page.lead(change)).hasPrefix("同比") && page.isPercent(change)
      && !["初", "月", "季", "半年", "前", "底", "末"].contains { page.words(page.lead(start)).contains($0) }
      && !page.lead(start).contains { Mark.isDigit(page.units[$0]) }
  }

  /// 评定工匠64名,总数由112名增加到176名: what was added stands before.
  private func addition(before start: Int, to end: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
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
      Self.totals.contains(where: { page.words(page.lead(start)).contains($0) }),
      !(figures.lowerBound..<added).contains(where: { page.sameUnit($0, added) })
    else { return }
    settle(
      end, [start, added], page.value(start) + page.value(added), nil,
      "\(page.number(start))+\(page.number(added))", true, isCounted: true, &book)
  }

  private static let merging = ["归并为", "合并为", "整合为", "整合成", "合并成", "精简为", "压减为", "归并成", "缩减为"]
  private static let totals = ["总数", "累计", "总量", "总共", "总计"]

  /// (预计数),按现价计算五年累计增长: the two figures as they stand.
  private func isAtCurrentPrices(_ change: Int) -> Bool {
    page.before(change).count <= 24 && page.words(page.lead(change)).hasPrefix("按现价")
  }

  /// 新增13家, 净减5个 right behind.
  private func isMoreBy(_ figure: Int) -> Bool {
    ["新增", "净减", "减"].contains(page.text(page.lead(figure))) && page.tail(figure).isEmpty
  }

  /// The figure that a change to another one starts from; other things may be counted between: 18个部门32名人员整合为5个部门.
  private func start(of end: Int, _ figures: Range<Int>) -> Int? {
    (max(figures.lowerBound, end - 2)..<end).last { start in
      (page.sameUnit(start, end)
        || Self.merging.contains { page.words(page.lead(end)).hasSuffix($0) }
          && page.isThing(start) && page.isThing(end))
        && begins(start)
        && !page.has(Mark.semicolon, in: page.range(start).upperBound..<page.range(end).lowerBound)
        && (start == end - 1
          || !page.sameUnit(end - 1, end)
            && !page.has(Mark.comma, in: page.range(start).upperBound..<page.range(end).lowerBound))
    }
  }

  /// Whether a change is of what went from one figure to the other: 审批时限压缩60% is not of 事项由286项减至198项.
  private func isOfSame(_ change: Int, _ start: Int, _ end: Int) -> Bool {
    let lead = page.lead(change)
    guard let cue = page.cues.first([.up, .down], in: lead) else { return true }
    var words = page.text(lead.lowerBound..<cue.lowerBound)[...]
    if words.hasPrefix("按现价") { return true }
    while let word = Self.fillers.first(where: { words.hasPrefix($0) }) { words.removeFirst(word.count) }
    guard words.count >= 2 else { return true }
    let subject = max(lead.lowerBound, cue.lowerBound - 2)..<cue.lowerBound
    // 把38个审批专用章归并为1枚,审批章减少37枚: of the same things, in fewer words.
    if page.sameUnit(change, end), page.shares(lead.lowerBound..<cue.lowerBound, with: page.tail(start)) {
      return true
    }
    return page.shares(subject, with: page.before(start)) || page.shares(subject, with: page.tail(end))
  }

  /// 由 or 从 stands before the figure that a change starts from.
  private func begins(_ figure: Int) -> Bool {
    page.lead(figure).contains { page.units[$0] == Mark.from || page.units[$0] == Mark.since }
      || page.cues.has(.from, in: page.lead(figure))
      || page.before(figure).suffix(14).contains {
        page.units[$0] == Mark.from || page.units[$0] == Mark.since
      }
      // 把38个专用章归并为1枚.
      || page.lead(figure).contains { page.units[$0] == 0x628A || page.units[$0] == 0x5C06 }
  }

  /// A change said as a difference, a percentage, points or a multiple.
  private func measure(
    _ figure: Int, from start: Int, to end: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let (a, b) = (page.value(start), page.value(end))
    let difference = abs(b - a)
    let (x, y) = b > a ? (end, start) : (start, end)
    let isPoints = page.isPoints(figure)
    if isPoints || (page.sameUnit(figure, end) || page.sameUnit(figure, start)) && !page.isPercent(figure) {
      guard !isPoints || page.isPercent(start) else { return }
      settle(
        figure, [start, end], difference, nil, "\(page.number(x))-\(page.number(y))", isCertain,
        isCounted: !isPoints, &book)
    } else if page.isPercent(figure), !page.isPercent(start), a > 0 {
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
  private func doublings(_ figure: Int, _ start: Int, _ end: Int, _ book: inout RelationBook) {
    guard (1...4).contains(page.value(figure)) else { return }
    let times = pow(Decimal(2), (page.value(figure) as NSDecimalNumber).intValue)
    let ratio = page.value(end) / page.value(start)
    let fits = ratio * 10 >= times * 9 && ratio < times * 2
    book.propose(
      Relation(
        .change, fits ? .verified : .broken, claimed: page.range(figure), result: figure,
        members: [start, end],
        arithmetic:
          "\(page.number(end))/\(page.number(start))=\(Reckoning.text(ratio, like: page.quantity(figure)))倍,翻\(page.value(figure))番应为\(times)倍",
        message: "翻番数与前后两个数不符"), as: .figure(figure))
  }

  // MARK: 比上年的A增加D

  private func onBase(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let base = change - 1
    guard let up = isUp(page.lead(change)), page.sameUnit(base, change), page.isAmount(change),
      page.lead(change).count <= 6, base >= figures.lowerBound,
      page.cues.has(.lastYear, in: page.before(base)), !page.has(Mark.comma, in: page.after(base))
    else { return }
    let next = change + 1
    if next < figures.upperBound, page.isPercent(next), isUp(page.before(next)) != nil,
      page.before(next).count <= 8, page.value(base) > 0
    {
      settle(
        next, [change, base], page.value(change) * 100 / page.value(base), nil,
        "\(page.number(change))/\(page.number(base))", true, &book)
    }
    guard
      let value = (figures.lowerBound..<base).last(where: {
        page.sameUnit($0, base) && page.claim($0).change == nil
      }),
      [value, base, change].allSatisfy(page.isExact)
    else { return }
    let sum = up ? page.value(base) + page.value(change) : page.value(base) - page.value(change)
    let sign = up ? "+" : "-"
    settle(value, [base, change], sum, nil, "\(page.number(base))\(sign)\(page.number(change))", true, &book)
  }

  // MARK: V,比上年增加D,增长P%

  private func growth(_ percent: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isPercent(percent), let up = isUp(page.lead(percent)), page.lead(percent).count <= 10 else {
      return
    }
    let before = (figures.lowerBound..<percent).reversed().prefix(3)
    for change in before where page.isAmount(change) && isIncrement(change) {
      for value in before
      where value != change && page.sameUnit(value, change) && page.claim(value).change == nil
        && !isIncrement(value)
      {
        let base = up ? page.value(value) - page.value(change) : page.value(value) + page.value(change)
        guard [value, change].allSatisfy(page.isExact) else { continue }
        // Side by side, and the value the state that the change led to.
        let isCertain =
          change == percent - 1 && value == change - 1
          && !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(percent).lowerBound)
          && page.cues.has(.lastYear, in: page.before(change))
          || (value == percent - 1 && change == value - 1 && page.words(page.before(value)).contains("总"))
        guard base > 0 else {
          if isCertain { exceeds(change, value, &book) }
          continue
        }
        let interval = Interval(
          low: Interval(page.quantity(change)).low * 100 / (base + slack(value, change)),
          high: Interval(page.quantity(change)).high * 100 / max(1, base - slack(value, change)))
        settle(
          percent, [change, value], page.value(change) * 100 / base, interval,
          "\(page.number(change))/(\(page.number(value))\(up ? "-" : "+")\(page.number(change)))", isCertain,
          &book)
      }
    }
  }

  /// 6840户,同比增长8.2%,较上年同期多520户: the percentage stands before the increment.
  private func growthThenMore(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (percent, value) = (change - 1, change - 2)
    guard value >= figures.lowerBound, page.isAmount(change), page.sameUnit(value, change),
      page.isPercent(percent),
      page.claim(value).change == nil, let up = isUp(page.lead(percent)), page.lead(percent).count <= 8,
      page.before(change).count <= 12, page.cues.has(.lastYear, in: page.before(change)),
      isMoreBehind(change) || isUp(page.lead(change)) == up, [value, change].allSatisfy(page.isExact),
      !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound)
    else { return }
    let base = up ? page.value(value) - page.value(change) : page.value(value) + page.value(change)
    guard base > 0 else { return }
    let interval = Interval(
      low: Interval(page.quantity(change)).low * 100 / (base + slack(value, change)),
      high: Interval(page.quantity(change)).high * 100 / max(1, base - slack(value, change)))
    settle(
      percent, [change, value], page.value(change) * 100 / base, interval,
      "\(page.number(change))/(\(page.number(value))\(up ? "-" : "+")\(page.number(change)))", true, &book)
  }

  /// 较上年同期多.
  private func isMoreBehind(_ change: Int) -> Bool {
    ["多", "少", "多了", "少了"].contains { page.words(page.lead(change)).hasSuffix($0) }
  }

  /// An increment cannot be more than what it led to.
  private func exceeds(_ change: Int, _ value: Int, _ book: inout RelationBook) {
    book.propose(
      Relation(
        .change, .broken, claimed: page.range(change), result: change, members: [value],
        arithmetic: "\(page.number(change))≥\(page.number(value))", message: "增加的数不小于增加后的总数"),
      as: .figure(change))
  }

  private func slack(_ a: Int, _ b: Int) -> Decimal {
    let (x, y) = (Interval(page.quantity(a)), Interval(page.quantity(b)))
    return (x.high - x.low + y.high - y.low) / 2
  }

  /// 比上年增加8个, 净增36家.
  private func isIncrement(_ figure: Int) -> Bool {
    page.claim(figure).change != nil || page.words(page.lead(figure)).hasSuffix("净增")
  }

  // MARK: A%,高于B%N个百分点

  private func points(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isPoints(figure) else { return }
    let percents = (figures.lowerBound..<figure).filter(page.isPercent)
    guard percents.count >= 2, let last = percents.last, last == figure - 1, page.after(last).count <= 12
    else { return }
    let first = percents[percents.count - 2]
    let between = page.range(first).upperBound..<page.range(figure).lowerBound
    guard isUp(between) != nil || Self.pace.contains(where: { page.words(between).contains($0) }),
      !page.has(Mark.semicolon, in: between), [first, last].allSatisfy(page.isExact)
    else { return }
    let isComparison =
      page.cues.first([.up, .down], in: page.range(first).upperBound..<page.range(last).lowerBound) != nil
      || page.cues.has(.target, in: page.before(last))
        && page.before(last).contains { page.units[$0] == Mark.than || page.units[$0] == Mark.against }
      || page.units[page.before(last)].last == 0x28
        && page.units[page.before(last)].contains { $0 == Mark.than || $0 == Mark.against }
    let (x, y) = page.value(first) > page.value(last) ? (first, last) : (last, first)
    settle(
      figure, [first, last], page.value(x) - page.value(y), nil, "\(page.number(x))-\(page.number(y))",
      isComparison, &book)
  }

  // MARK: V,比上年的B增长P%, 多D

  private func onSaidBase(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let base = change - 1
    guard base > figures.lowerBound, page.lead(change).count <= 6, page.before(change).count <= 8,
      isChange(change, of: base), page.lead(base).count <= 16,
      opensBase(page.lead(base)) || repeatsMeasure(page.lead(base))
        || page.isPoints(change) && endsInOf(page.lead(base)),
      let value = (figures.lowerBound..<base).last(where: {
        page.sameUnit($0, base) && (page.claim($0).change == nil || isPace(change))
      }), !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound)
    else { return }
    // 发放券386万元,惠及企业142家,较上年的320万元增长20.6%: what is counted between is counted otherwise.
    let between = value + 1..<base
    guard !between.contains(where: { page.sameUnit($0, base) }), between.count <= 2 else { return }
    // 利润总额较上年同期的8000万元: what changed is named again.
    let named = page.lead(base).prefix { page.units[$0] != Mark.than && page.units[$0] != Mark.against }
    if named.count >= 2, !page.shares(named, with: page.lead(value)),
      !page.shares(named, with: page.tail(value))
    {
      // 加装数 of 加装电梯145部.
      guard value == base - 1 else { return }
    }
    compare(change, value, base, isCertain: true, &book)
  }

  private func isChange(_ change: Int, of base: Int) -> Bool {
    guard isUp(page.lead(change)) != nil || isMoreOrLess(change) || isPace(change) else { return false }
    if page.isPercent(base) { return page.isPoints(change) }
    return page.isAmount(base)
      && (page.isPercent(change)
        || (isMoreOrLess(change)
          || isUp(page.lead(change)) != nil && !page.cues.has(.lastYear, in: page.before(base)))
          && page.sameUnit(base, change))
  }

  /// 加快4.6个百分点: what changed is itself a rate of growth.
  private func isPace(_ change: Int) -> Bool {
    page.isPoints(change) && Self.pace.contains { page.words(page.lead(change)).contains($0) }
  }

  /// 比改革前的.
  private func endsInOf(_ lead: Range<Int>) -> Bool {
    guard let first = lead.first, let last = lead.last else { return false }
    return page.units[last] == Mark.of
      && (page.units[first] == Mark.than || page.units[first] == Mark.against)
  }

  /// 比上年的, 较年初的, 比2020年.
  private func opensBase(_ lead: Range<Int>) -> Bool {
    guard lead.prefix(8).contains(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against })
    else {
      return false
    }
    return Self.baseTimes.contains { page.words(lead).contains($0) }
      || lead.contains { Mark.isDigit(page.units[$0]) }
  }

  /// 加装数比上年的, 完成量较年初的: the measure is said again before its base.
  private func repeatsMeasure(_ lead: Range<Int>) -> Bool {
    guard
      let than = lead.first(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against }),
      than > lead.lowerBound, than - lead.lowerBound <= 6, Self.measureEnds.contains(page.units[than - 1])
    else { return false }
    return opensBase(than..<lead.upperBound)
  }

  private static let measureEnds = UnitSet("数量额率值")

  private func isMoreOrLess(_ change: Int) -> Bool {
    ["多", "少", "多了", "少了"].contains(page.text(page.lead(change)))
  }

  private func compare(
    _ change: Int, _ value: Int, _ base: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let (a, b) = (page.value(base), page.value(value))
    let (x, y) = b > a ? (value, base) : (base, value)
    if page.isPercent(change), !page.isPercent(base) {
      guard a > 0 else { return }
      let slack = slack(value, base)
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

  // MARK: V,比上年提高D,上年为B

  private func baseBehind(_ base: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let change = base - 1
    var value = base - 2
    // 五年提高5.6个百分点: how long it took.
    if value > figures.lowerBound, page.unit(value) == "年" { value -= 1 }
    guard value >= figures.lowerBound, page.sameUnit(value, base), page.claim(base).change == nil,
      isUp(page.before(change)) != nil || isMoreBehind(change), page.lead(base).count <= 10,
      saysBase(page.lead(base)),
      !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(base).lowerBound),
      page.isPercent(value) ? page.isPoints(change) : page.isPercent(change) || page.sameUnit(change, base)
    else { return }
    compare(change, value, base, isCertain: page.claim(value).change == nil, &book)
  }

  /// 上年为, 去年同期是, 全市平均为.
  private func saysBase(_ lead: Range<Int>) -> Bool {
    let words = page.text(lead)
    return (Self.bases.contains { words.hasPrefix($0) } || year(lead) != nil)
      && Self.copulas.contains { words.hasSuffix($0) }
  }

  // MARK: V,上年为B,增长P%

  private func baseBetween(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, value) = (change - 1, change - 2)
    guard value >= figures.lowerBound, page.sameUnit(value, base), page.claim(base).change == nil,
      page.claim(value).change == nil, page.lead(base).count <= 12, saysBase(page.lead(base)),
      page.before(change).count <= 8, isUp(page.before(change)) != nil,
      !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound),
      page.isPercent(value)
        ? page.isPoints(change)
        : page.isAmount(value) && (page.isPercent(change) || page.sameUnit(change, base))
    else { return }
    compare(change, value, base, isCertain: true, &book)
  }

  // MARK: 高出全省平均水平(82.3%)4.2个百分点,达到86.5%

  private func above(_ value: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, change) = (value - 2, value - 1)
    guard base >= figures.lowerBound, page.isPercent(value), page.isPercent(base), page.isPoints(change),
      let up = isUp(page.before(base)), page.before(change).count <= 3,
      !page.has(Mark.semicolon, in: page.before(value)),
      ["达到", "达", "为"].contains(page.text(page.lead(value))),
      base == figures.lowerBound || !page.isPercent(base - 1)
    else { return }
    let sum = up ? page.value(base) + page.value(change) : page.value(base) - page.value(change)
    settle(
      value, [base, change], sum, nil, "\(page.number(base))\(up ? "+" : "-")\(page.number(change))", true,
      &book)
  }

  // MARK: 2020年A,2021年B,增长P%

  private func twoYears(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, value) = (change - 2, change - 1)
    guard base >= figures.lowerBound, page.isPercent(change), isUp(page.before(change)) != nil,
      page.before(change).count <= 8, page.sameUnit(base, value), page.isAmount(value),
      let before = year(page.lead(base)), let now = year(page.lead(value)), now == before + 1,
      !page.has(Mark.semicolon, in: page.range(base).upperBound..<page.range(change).lowerBound)
    else { return }
    compare(
      change, value, base, isCertain: page.shares(page.lead(base), with: page.lead(value), atLeast: 3), &book)
  }

  private func year(_ lead: Range<Int>) -> Int? {
    let digits = page.units[lead].prefix { Mark.isDigit($0) }
    guard digits.count == 4 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  // MARK: 放大9倍

  private func multiple(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isMultiple(figure), page.words(page.lead(figure)).contains("放大"),
      figure - 2 >= figures.lowerBound
    else { return }
    let (a, b) = (figure - 2, figure - 1)
    guard page.sameUnit(a, b), let ratio = Quotient(page.quantity(b), by: page.quantity(a)) else {
      return
    }
    settle(figure, [b, a], ratio.value, ratio.interval, "\(page.number(b))/\(page.number(a))", true, &book)
  }

  private func settle(
    _ figure: Int, _ members: [Int], _ value: Decimal, _ interval: Interval?,
    _ left: @autoclosure () -> String, _ isCertain: Bool, isCounted: Bool = false, _ book: inout RelationBook
  ) {
    let stated = page.quantity(figure)
    var agreement = Reckoning.compare(value, interval, with: stated)
    // 7.5天缩短至3天 is 4.5 days less: a difference of counts is not rounded to whole ones.
    if isCounted, stated.precision == 0, agreement != .near, value != stated.value { agreement = .apart }
    let exact = (members + [figure]).allSatisfy(page.isExact)
    // 14.0亿元 to 14.7亿元 is 5% and not 6%, however both were rounded: only beside the printed figure itself a doubt is left.
    let isOdd =
      agreement == .within && isCertain && exact && stated.precision == 0
      && interval.map { stated.value < $0.low || stated.value > $0.high } ?? false
    let verdict: Relation.Verdict =
      switch agreement {
      case .equal, .truncated, .near: .verified
      case .within: isOdd ? .broken : .undecided
      case .apart: isCertain && exact ? .broken : .undecided
      }
    book.propose(
      Relation(
        .change, verdict, claimed: page.range(figure), result: figure, members: members,
        arithmetic:
          "\(left())=\(page.isPercent(figure) ? Percent.text(value, like: stated) : Reckoning.text(value, like: stated))"
          + (verdict == .broken ? ",文中写\(page.number(figure))" : ""),
        message: isOdd ? "增减幅度与前后两个数不符，若因四舍五入请注明" : "增减幅度与前后两个数不符",
        severity: isOdd ? .warning : nil, isTruncated: agreement == .truncated), as: .figure(figure),
      isUnlikely: agreement == .apart && !isCertain)
  }

  private static let fillers = [
    "同比", "累计", "共", "总量", "总数", "平均", "分别", "整体", "净", "比例", "幅度", "数量", "实际", "均", "年均", "又",
  ]
  private static let baseTimes = [
    "上年", "去年", "年初", "改革前", "原来", "上一年", "此前", "季度", "上半年", "上月", "上季", "前三季", "年底", "年末", "月末", "月底", "同期",
    "全市", "全省",
    "全国", "平均", "计划", "目标", "预期", "试点前", "最初", "开展前",
  ]
  /// Changes of a rate of growth.
  private static let pace = ["加快", "放缓", "回升", "回落", "收窄", "扩大", "慢", "快", "滞后", "超前", "领先", "落后"]
  private static let bases = [
    "上年", "去年", "上年同期", "去年同期", "年初", "全市平均", "全省平均", "全国平均", "市平均", "省平均", "改革前", "原来", "此前", "上一年",
  ]
  private static let copulas = ["为", "是", "仅为", "只有", "仅有", "有", "平均水平", "达", "达到"]
}
