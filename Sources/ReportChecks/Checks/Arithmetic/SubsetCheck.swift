import Foundation
import ReportModel

/// 部分与整体: more things dealt with than came in.
struct SubsetCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.subset", .warning, "办结、整改、解决的数多于受理、发现、收集的数",
    rationale: "同一批事项里，处理完的不会多于收进来的。两个数的单位不同时，只在明显超出时提示。往年结转的事项办结于本年的，请在文中说明。",
    source: "实务",
    triggering: [
      .draft("全县组建强村公司52家，年经营性收入超过50万元的有[[58家]]，带动低收入户增收。"),
      .draft("全区52个部门中有[[57个]]完成接入。"),
      .draft("4项未办结事项中有[[5项]]涉及多部门。"),
      .draft("12个已评估试点仅有[[15个]]形成制度文件。"),
      .draft("受理群众诉求5.6万件，比上年增长16.7%，办结[[5.64万件]]。"),
      .draft("受理诉求1500件，办结[[1740件]]。"),
      .draft("今年建成驿站28个，配了专职人员的有[[31个]]。"), .draft("清理后的证明事项共58项，实行告知承诺制的占[[63项]]。"),
      .draft("收集民情民意2万余条，解决问题[[16万件]]。"),
      .draft("全区应检设备860台，已检[[880台]]。"),
      .draft("下达整改通知书85份，按期整改[[92份]]。"),
      .draft("86个社区中，已有[[96个]]建成养老服务站。"),
      .draft("全区126家规上企业，[[138家]]实现上云。"),
      .draft("列入改造的小区42个，已完工[[46个]]。"),
      .draft("养老床位6900张，护理型床位[[7140张]]。"),
      .draft("5家市属医院已有[[6家]]完成备案，整改问题[[624个]]（共发现587个）。"),
      .draft("全年放款8.8亿元，户均500万元，单笔最高[[1500亿元]]。"),
      .draft("发布技术需求19项，成功对接[[21项]]。"),
      .draft("60岁及以上人口占总人口的21.5%。其中，65岁及以上人口占总人口的[[25.1%]]。"),
      .draft("今年新增绿色园区18家，至年底累计达到[[12家]]。"),
      .draft("下达资金2.4亿元，截至11月底，上述资金已拨付[[3.4亿元]]。"),
      .draft("前三季度完成投资36.2亿元，四季度加快扫尾，全年共完成投资[[32.6亿元]]。"),
      .draft("在参评的36家企业里，位于高新区的就有[[42家]]。"),
      .draft("全年上门巡诊1860人次，仅60岁以上老人就占[[2130人次]]。"),
    ],
    silent: [
      .draft("全县组建强村公司52家，年经营性收入超过50万元的有28家。新组建强村公司12家，年收入超过50万元的有58家。"),
      .draft("全县8个乡镇中有12个村开展试点。4项未办结事项中有3项涉及多部门，12个已评估试点仅有5个形成制度文件。"),
      .draft("受理诉求3200件，办结3210件（含上年结转20件）。受理事项5.6万件，比上年增长16.7%，回访5.64万件次。"),
      .draft("年度任务20项（不含上级临时交办的4项），完成18项。"),
      .draft("全年新增床位120张，仅县医院床位就达360张。"),
      .draft("今年建成驿站28个，连同往年建成的，配了专职人员的有31个。建成驿站28个，收入超过20万元的有31个村。"),
      .draft("贷款额度由50万元提高到100万元，单户最高300万元。"), .draft("今年新增就业18人，累计培训12人。"),
      .draft("受理诉求1500件，办结1470件。"),
      .draft("收集民情民意2万余条，解决热点难题1.5万余件。"),
      .draft("发现问题5个，完成改造项目20个。"),
      .draft("5家市属医院已有4家完成备案，整改问题524个（共发现587个）。"),
      .draft("86个社区中，已有76个建成养老服务站，全区企业12家，新增企业16家。"),
      .draft("全区计划改造小区42个，已完成46个。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.subset], of: input, remedy: "请核对两个数的大小、单位和口径")
  }
}

struct SubsetRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices.dropFirst() where page.isPercent(figure) {
      share(figure, &book)
    }
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      oneEach(sentence, &book)
      for figure in sentence.quantities.dropFirst() where page.isAmount(figure) {
        let lead = page.lead(figure)
        due(figure, &book)
        ofAll(figure, &book)
        among(figure, &book)
        kind(figure, &book)
        inBrackets(figure, &book)
        single(figure, &book)
        pointed(figure, &book)
        only(figure, &book)
        described(figure, &book)
        guard lead.count <= 8, page.cues.has(.outcome, in: lead), !page.cues.has(.intake, in: lead),
          let whole = intake(before: figure)
        else { continue }
        settle(figure, of: whole, &book)
      }
    }
  }

  /// 60岁以上占总人口的21.5%。其中,65岁以上占总人口的25.1%: a part of the part takes no greater share of one whole.
  private func share(_ figure: Int, _ book: inout RelationBook) {
    // Ages and years may stand between the two.
    guard let whole = (0..<figure).suffix(4).last(where: page.isPercent), page.isExact(whole),
      page.isExact(figure), page.value(figure) > page.value(whole),
      page.cues.has(.parts, in: page.range(whole).upperBound..<page.range(figure).lowerBound),
      page.claim(figure).sentence - page.claim(whole).sentence <= 1,
      let share = page.lead(whole).last(where: { page.units[$0] == Mark.share }),
      let other = page.lead(figure).last(where: { page.units[$0] == Mark.share }),
      case let base = page.units[share..<page.lead(whole).upperBound], base.count >= 3,
      base.elementsEqual(page.units[other..<page.lead(figure).upperBound])
    else { return }
    propose(figure, of: whole, &book)
  }

  /// 应检860台,已检840台: what was done of what had to be done.
  private func due(_ figure: Int, _ book: inout RelationBook) {
    let whole = figure - 1
    guard whole >= page.siblings(of: figure).lowerBound, page.sameUnit(whole, figure),
      page.claim(whole).change == nil, page.claim(figure).change == nil,
      !page.has(Mark.semicolon, in: page.after(whole)),
      let due = page.lead(whole).first(where: { page.units[$0] == Mark.due }),
      due + 1 < page.lead(whole).upperBound,
      // 三季度应完成6项、实际完成7项: one was done before its time.
      page.months(in: page.before(whole)).map({ $0.lowerBound == 1 }) ?? true,
      page.words(page.lead(figure)).hasAnyPrefix(Self.actual),
      page.has(page.units[due + 1], in: page.lead(figure))
    else { return }
    compare(figure, of: whole, &book)
  }

  /// 全区126家企业,138家上云; 列入改造的小区42个,已完工46个: of all there are no more than all.
  private func ofAll(_ figure: Int, _ book: inout RelationBook) {
    let whole = figure - 1
    let lead = page.words(page.lead(figure))
    guard areBeside(whole, figure), page.lead(figure).count <= 4,
      lead.units.isEmpty || lead.hasAnyPrefix(Self.states),
      !page.words(page.claim(whole).clause.lowerBound..<page.range(figure).lowerBound).containsAny(Self.more),
      page.words(page.lead(whole)).containsAny(Self.all),
      page.tail(figure).isEmpty || page.tail(whole).isEmpty || !lead.units.isEmpty
        || page.shares(page.tail(figure), with: page.lead(whole)) || page.tail(figure).count >= 3
    else { return }
    propose(figure, of: whole, &book)
  }

  /// 86个社区中,已有96个建成服务站.
  private func among(_ figure: Int, _ book: inout RelationBook) {
    // 在这95名党员中,35岁以下的62人.
    let isByAge = figure > 1 && page.unit(figure - 1) == "岁"
    let whole = isByAge ? figure - 2 : figure - 1
    if isAlready(figure) { return propose(figure, of: whole, &book) }
    guard areBeside(whole, figure), page.units[page.tail(whole)].last == Mark.among,
      page.tail(whole).count > 1,
      page.lead(figure).count <= 3,
      // 其中.
      page.units[page.tail(whole).upperBound - 2] != 0x5176,
      // 7个文化站和7个书房中,已有9个: of both.
      page.value(figure) > page.sum(joined(upTo: whole))
    else { return }
    propose(figure, of: whole, &book)
  }

  /// 7个文化站和7个书房: a count with those that it is joined to.
  private func joined(upTo whole: Int) -> [Int] {
    var first = whole
    while first > page.siblings(of: whole).lowerBound, page.sameUnit(first - 1, whole),
      page.isAmount(first - 1),
      page.before(first).count <= 12,
      page.before(first).contains(where: {
        page.units[$0] == Mark.pause || Mark.ands.contains(page.units[$0])
      })
    { first -= 1 }
    return Array(first...whole)
  }

  /// 5家市属医院已有6家完成: counted in the clause of all there are.
  private func isAlready(_ figure: Int) -> Bool {
    let whole = figure - 1
    guard whole >= page.siblings(of: figure).lowerBound, page.sameUnit(whole, figure), page.isAmount(whole),
      page.isExact(whole), page.isExact(figure), page.claim(whole).change == nil
    else { return false }
    let between = page.range(whole).upperBound..<page.range(figure).lowerBound
    guard (3...14).contains(between.count), between.allSatisfy({ Mark.isHan(page.units[$0]) }) else {
      return false
    }
    let words = page.words(between)
    // 52个部门中有57个完成接入; 8个乡镇中有12个村 are of another kind.
    return between.count > 3 && words.hasSuffix("已有")
      || words.hasAnySuffix(["中有", "仅有", "中仅有", "中只有"])
        && page.words(page.tail(figure)).hasAnyPrefix(Self.outcomes)
  }

  /// 下达资金3.6亿元,上述资金已支付3.1亿元; 签约1680户,签约户中已腾空1560户; 发出建议57份,收到回函45份,其余…: some of those told before.
  private func pointed(_ figure: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    guard
      let whole = (siblings.lowerBound..<figure).suffix(2).last(where: { page.sameUnit($0, figure) }),
      page.isAmount(whole), page.claim(whole).change == nil, page.claim(figure).change == nil,
      page.isExact(whole), page.isExact(figure), page.isTold(whole), page.isTold(figure),
      !page.cues.has([.parts, .each, .sum], in: page.before(figure)),
      !page.has(Mark.semicolon, in: page.range(whole).upperBound..<page.range(figure).lowerBound)
    else { return }
    let lead = page.words(page.lead(figure))
    // 上述资金, 签约户中.
    let isPointing =
      lead.hasAnyPrefix(Self.pointing)
      || page.lead(figure).dropFirst(2).dropLast().contains {
        page.units[$0] == Mark.among && FigurePage.behindAmong.contains(page.units[$0 + 1])
          && page.shares(page.lead(figure).lowerBound..<$0, with: page.lead(whole))
      }
    // 在24家企业里,注册在开发区的就有16家.
    let isAmong =
      whole == figure - 1 && page.units[page.tail(whole)].last.map(Self.within.contains) == true
      && lead.hasAnySuffix(Self.thatAre)
    // 结转6项,其中延期的2项已完成,上述6项不计入: the number was told further before.
    let isRepeated = (siblings.lowerBound..<whole).contains {
      page.sameUnit($0, figure) && page.value($0) == page.value(figure)
    }
    guard !isRepeated, isPointing || isAmong || isRestNamed(behind: figure, whole) else { return }
    propose(figure, of: whole, &book)
  }

  /// The clause behind two counts tells of 其余 and counts nothing: the second is some of the first.
  private func isRestNamed(behind figure: Int, _ whole: Int) -> Bool {
    let clause = page.after(figure).dropFirst(page.tail(figure).count + 1)
    let next = figure + 1
    return whole == figure - 1 && page.tail(figure).count <= 2
      && page.words(clause).hasAnyPrefix(["其余", "剩余", "余下", "其他"])
      && !(page.siblings(of: figure).contains(next) && page.sameUnit(next, figure))
  }

  private static let pointing = ["上述", "这些", "该笔", "以上", "该批", "这笔", "这批"]
  private static let within = UnitSet("里中内")
  private static let thatAre = ["的有", "的就有", "的达", "的达到", "的多达", "的共"]

  /// 整改问题624个(共发现587个): what came in stands in brackets behind.
  private func inBrackets(_ whole: Int, _ book: inout RelationBook) {
    let part = whole - 1
    let between = page.range(max(part, 0)).upperBound..<page.range(whole).lowerBound
    guard part >= page.siblings(of: whole).lowerBound, page.sameUnit(part, whole), page.isExact(part),
      page.isExact(whole), between.count <= 6, !between.isEmpty,
      page.units[between.lowerBound] == UInt16(ascii: "("), page.cues.has(.intake, in: between),
      page.cues.has(.outcome, in: page.lead(part))
    else { return }
    compare(part, of: whole, &book)
  }

  /// 养老床位6900张,护理型床位7140张: a kind of them, called by their name.
  private func kind(_ figure: Int, _ book: inout RelationBook) {
    let whole = figure - 1
    guard areBeside(whole, figure), case let noun = page.lead(whole).suffix(2), noun.count == 2,
      case let lead = page.lead(figure), (4...8).contains(lead.count),
      page.units[lead].suffix(2).elementsEqual(page.units[noun]),
      page.units[lead.upperBound - 3] == Self.type, !page.has(Self.type, in: page.lead(whole))
    else { return }
    propose(figure, of: whole, &book)
  }

  /// 放款8.8亿元,户均500万元,单笔最高1500万元: one of them, or the premium in them, is no more than all of them.
  private func single(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.words(page.lead(figure))
    guard lead.hasAnyPrefix(Self.singles) else { return }
    let before = (page.siblings(of: figure).lowerBound..<figure).filter {
      page.sameUnit($0, figure) && page.isTold($0) && page.claim($0).change == nil
    }
    guard let whole = before.max(by: { page.value($0) < page.value($1) }),
      !page.cues.has([.each, .average, .to], in: page.lead(whole)),
      !page.has(Mark.semicolon, in: page.range(whole).upperBound..<page.range(figure).lowerBound)
    else { return }
    propose(figure, of: whole, &book)
  }

  /// Two exact counts of one unit, one clause after the other.
  private func areBeside(_ whole: Int, _ figure: Int) -> Bool {
    guard whole >= page.siblings(of: figure).lowerBound, page.sameUnit(whole, figure), page.isAmount(whole),
      page.isExact(whole), page.isExact(figure), page.claim(whole).change == nil,
      page.claim(figure).change == nil
    else { return false }
    let between = page.range(whole).upperBound..<page.range(figure).lowerBound
    return between.count { Mark.isListMark(page.units[$0]) } == 1 && page.has(Mark.comma, in: between)
  }

  func propose(_ part: Int, of whole: Int, _ book: inout RelationBook) {
    let exceeds = page.value(part) > page.value(whole)
    book.weigh(
      part, by: [whole], .subset, exceeds ? .broken : .undecided, on: page,
      "\(page.number(part))>\(page.number(whole))", "部分多于全部", stating: false,
      as: .place(page.range(part).lowerBound))
  }

  /// The figure just before that says how many came in.
  private func intake(before figure: Int) -> Int? {
    var whole = figure - 1
    // 受理5.6万件,比上年增长16.7%,办结5.64万件: how it changed stands between.
    if page.siblings(of: figure).contains(whole - 1), !page.sameUnit(whole, figure),
      page.claim(whole).change != nil, page.tail(whole).isEmpty
    {
      whole -= 1
    }
    guard page.isAmount(whole), page.claim(whole).change == nil, page.cues.has(.intake, in: page.lead(whole)),
      !page.has(Mark.stop, in: page.after(whole)), !page.has(Mark.semicolon, in: page.after(whole)),
      // 20项(不含临时交办的4项),完成18项: told in brackets, and of others.
      !page.has(0x29, in: page.after(whole)) || page.has(0x28, in: page.after(whole)),
      Self.things.contains(page.unit(whole)), Self.things.contains(page.unit(figure)),
      // 受理企业64家,解决诉求1578件: each may bring many.
      page.sameUnit(whole, figure) || !Self.bringers.contains(page.unit(whole)),
      // 上年结转12件,新收186件、审结190件: there was something before.
      whole == 0 || !page.siblings(of: whole).contains(whole - 1) || !page.sameUnit(whole - 1, whole)
        || !page.words(page.before(whole - 1)).containsAny(FlowRule.openings)
    else { return nil }
    return whole
  }

  private func settle(_ part: Int, of whole: Int, _ book: inout RelationBook) {
    let isBare =
      page.cues.last(.outcome, in: page.lead(part)).map {
        let rest = page.words($0.upperBound..<page.lead(part).upperBound)
        return rest.units.isEmpty || Self.wholly.contains { rest == $0 }
      } ?? false
    let names =
      isBare || page.shares(page.lead(part), with: page.lead(whole))
      || page.words(page.lead(part)).hasAnySuffix(Self.troubles)
    // 办结3210件(含上年结转20件).
    guard names,
      !page.words(page.range(part).upperBound..<page.sentence(of: part).range.upperBound).containsAny(
        Self.former)
    else { return }
    compare(part, of: whole, &book)
  }

  private func compare(_ part: Int, of whole: Int, _ book: inout RelationBook) {
    let same = page.sameUnit(part, whole)
    let most = page.most(whole)
    let least = page.value(part)
    let exceeds = same ? least > most : least > most * 2
    let verdict: Relation.Verdict = exceeds ? .broken : same ? .verified : .undecided
    book.weigh(
      part, by: [whole], .subset, verdict, on: page,
      "\(page.number(part))\(exceeds ? ">" : "≤")\(page.number(whole))", "处理的数多于收进的数", stating: false,
      as: .place(page.range(part).lowerBound))
  }

  private static let things: Set<String> = Set(Mark.texts("件 条 个 起 项 宗 例 处 件次 份 台 名 人 户 家 批次 辆 套 亩"))
  private static let bringers: Set<String> = Set(Mark.texts("名 人 户 家 台 辆 套 处 亩 批次"))
  private static let type: UInt16 = 0x578B  // 型
  private static let all = ["全区", "全县", "全市", "全镇", "共有", "现有", "辖", "列入", "纳入", "参加", "参与", "报名", "应"]
  private static let states = ["已有", "有", "已完工", "已完成", "已建成", "已改造", "已", "现有"]
  /// What was added, or what is to be: there may be more of it.
  private static let more = ["新增", "计划", "目标", "任务", "增加", "同比", "比上", "较上", "去年", "上年", "每", "均", "超"]
  private static let singles = Mark.texts(
    "单笔最高 单笔最大 最大单笔 最高单笔 单户最高 单家最高 单个最高 单个最大 最大一笔 最高一笔 单宗最高 单宗最大 单项最高 最多一次 单次最多 溢价金额 溢价额 其中最高 其中最大 其中最多",
    "最大的一笔 最高的一笔")
  private static let actual = ["已", "实际", "实"]
  private static let outcomes = Mark.texts(
    "完成 建成 建立 实现 仍 尚 还 正在 已 未 没有 达到 达标 通过 获 办结 延期 设立 开通 接入 纳入 推进 落实 超过 参加 配备 属于 涉及 形成")
  /// 整改到位, 办理完毕.
  private static let wholly = ["到位", "完毕", "完成", "完结", "了"]
  private static let former = ["结转", "往年", "旧存", "含上年", "含去年"]
  private static let troubles = ["问题", "难题", "诉求", "纠纷", "矛盾", "建议"]
}
