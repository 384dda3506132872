import Foundation
import ReportModel

/// 与上年累计数: running totals that fell, stood still or do not grow by what was added.
struct RunningTotalsCheck: Check {
  let about = CheckDescription(
    "last-year.totals", .warning, "累计数与上年累计数、今年新增数对不上",
    rationale: "名称、单位相同的累计数、总数，今年不应比上年少；同一句写了今年新增的，上年累计加今年新增应等于今年累计，或至少不再是上年的数。企业、户数等会注销，只核对有没有增加。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。高新技术企业总数达到[[168家]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。高新技术企业总数达到180家。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新建口袋公园5个，累计建成[[28个]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，建成口袋公园6个，累计建成24个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新登记市场主体3500户，累计达到[[2.1万户]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，新登记市场主体3200户，累计达到2.1万户。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，召开区委深改委会议4次，累计召开会议达到[[23次]]。新建社区食堂8家，累计建成[[42家]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，召开区委深改委会议4次，累计召开会议18次。新建社区食堂9家，累计建成31家。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新认定高新技术企业55家，累计认定数达到[[357家]]。评出优秀案例12个，两届累计[[20个]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，新认定高新技术企业48家，累计认定高新技术企业312家。评出优秀案例10个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，累计移交机构[[57个]]，涉及人员3960人。",
        lastYear: "青溪区2022年改革工作总结\n2022年，办社会职能累计移交机构59个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，盘活低效用地380亩，加上以往盘活的1640亩，累计盘活[[2020亩]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，累计盘活低效用地1460亩。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，推出“高效办成一件事”17件，累计达到[[43件]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，推出“高效办成一件事”24件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，产权交易中心成交187宗、成交额4352万元，宗均约23.3万元，2020年以来累计成交[[579宗]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，产权交易中心成交226宗，2020年以来累计成交412宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，又有12个小区改造完工，惠及居民5460户，全区累计完成改造的老旧小区达到[[86个]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，改造老旧小区15个，累计完成改造的老旧小区达到86个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，治理沙化土地3.2万亩，几年来累计治理[[11.4万亩]]。新认定家庭农场38户，连同往年累计达到[[340户]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，治理沙化土地2.6万亩，累计治理11.4万亩。新认定家庭农场42户，累计达到312户。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，审定文件7件。这7件制度文件中，区政府印发5件。2021年以来累计形成制度文件[[29件]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，形成制度文件6件，2021年以来累计20件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，出台制度性成果8项，[[2020年以来]]累计19项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，出台制度性成果7项，2021年以来累计11项。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，新建社区托育点11个，新增托位495个，平均每个托育点45个；全区社区托育点累计达到26个、托位1170个。全区信访总量1226件，比上年的1390件下降11.8%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全区社区托育点累计达到15个、托位675个。全区信访总量1390件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，出台制度性成果8项，2021年以来累计19项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，出台制度性成果7项，2021年以来累计11项。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，审定文件7件。这7件制度文件中，区政府印发5件。2021年以来累计形成制度文件27件。",
        lastYear: "青溪区2022年改革工作总结\n2022年，形成制度文件6件，2021年以来累计20件。"),
      .draft(
        "青溪区2023年上半年改革工作报告\n2023年上半年，盘活农房63宗，历年累计盘活342宗。",
        lastYear: "青溪区2022年上半年改革工作报告\n2022年上半年，盘活农房48宗，累计盘活214宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，治理沙化土地3.2万亩，几年来累计治理14.6万亩。新认定家庭农场38户，连同往年累计达到350户。",
        lastYear: "青溪区2022年改革工作总结\n2022年，治理沙化土地2.6万亩，累计治理11.4万亩。新认定家庭农场42户，累计达到312户。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全区改革清单共有项目18个。", lastYear: "青溪区2022年改革工作总结\n2022年，全区改革清单共有项目20个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新建瞭望塔6座，全区瞭望塔总数由22座增加到28座。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全区瞭望塔总数达到22座。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，产权交易中心成交187宗，其中土地经营权成交120宗，2020年以来累计成交599宗。",
        lastYear: "青溪区2022年改革工作总结\n2022年，产权交易中心成交226宗，2020年以来累计成交412宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，推出“高效办成一件事”17件，累计达到75件。",
        lastYear: "青溪区2022年改革工作总结\n2022年，推出“高效办成一件事”24件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，认定高新技术企业61家，比上年多认定13家，累计认定高新技术企业373家。",
        lastYear: "青溪区2022年改革工作总结\n2022年，新认定高新技术企业48家，累计认定高新技术企业312家。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新建口袋公园5个，累计建成29个。新登记市场主体3500户，累计达到2.4万户。",
        lastYear: "青溪区2022年改革工作总结\n2022年，建成口袋公园6个，累计建成24个。新登记市场主体3200户，累计达到2.1万户。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，存量违建累计减少至12处。", lastYear: "青溪区2022年改革工作总结\n2022年，存量违建累计减少至20处。"),
    ])

  /// What a report tells as totals, whatever last year's says.
  private struct Totals: StudyPart {
    /// The running totals with what was added to them this year.
    let names: [(name: MeasureName, added: Int?)]
    /// This year's figures and last year's together.
    let sums: [Int]

    init(_ study: DraftStudy) {
      let page = study.page
      names = study.measures.names.compactMap { name in
        guard name.kind == .total || page.isReached(name.figure), !name.isPast,
          case let added = RunningTotalsCheck.addition(to: name, study), name.kind == .total || added != nil,
          !page.isOfLastYear(name.figure),
          page.isAmount(name.figure), page.isTold(name.figure), !canFall(name.figure, page),
          // 总数由22座增加到28座: the first is last year's.
          !page.words(page.lead(name.figure)).hasAnySuffix(["由", "从"]),
          !page.isOfOneYear(name.figure)
        else { return nil }
        return (name, added)
      }
      sums = study.draft.quantities.indices.dropFirst().filter { figure in
        guard page.isAmount(figure), page.isExact(figure) else { return false }
        let (own, words) = (figure - 1, page.words(page.before(figure)))
        return page.siblings(of: figure).contains(own) && page.sameUnit(own, figure) && page.isExact(own)
          && page.isTold(own) && page.claim(own).change == nil
          && words.hasAnySuffix(together)
          && (words.containsAny(two)
            || LastYearFiguresCheck.lastYear(in: page.before(figure), page) != nil)
      }
    }
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.mismatch == nil, let other = last.study
    else { return }
    let page = study.page
    var compared = 0
    // 上半年新增63宗,历年累计342宗 beside last year's 上半年: more came in after that.
    let isOpen = other.page.isOnPart
    for (name, added) in study.part(Totals.self).names {
      guard let base = stock(name, page.unitKey(name.figure), added, study, other),
        !Self.canFall(base.figure, other.page),
        !other.page.isOfOneYear(base.figure)
      else { continue }
      compared += 1
      let now = Interval(page.quantity(name.figure))
      let before = Interval(other.page.quantity(base.figure))
      let texts = (page.number(name.figure), other.page.number(base.figure))
      let problem: String
      if now.high < before.low {
        problem = "累计数、总数比上年报告的还少：\(texts.0)<\(texts.1)"
      } else if !isOpen, let prior = prior(to: name.figure, page),
        Reckoning.compare(base.value, nil, with: page.quantity(prior)) == .apart
      {
        problem = "上年报告的累计数是\(texts.1)，这里说以往的是\(page.number(prior))"
      } else if let added, base.value + page.value(added) == page.value(name.figure),
        let own = page.since(name.figure), let others = other.page.since(base.figure),
        page.text(own) != other.page.text(others)
      {
        // 2022年以来累计19项, which is what there was since 2023 and what came in.
        result.report(
          study.draft.text.place(own), "上年报告的累计数从“\(other.page.text(others))”算起，加上今年的数正是这里的累计数", "请核对从哪一年算起",
          related: [.init(other.draft.text.place(others), "上年写在这里")])
        continue
      } else if let added, page.value(name.figure) == base.value, page.value(added) > now.high - now.low {
        problem = "今年新增\(page.number(added))，累计数却和上年一样，还是\(texts.1)"
      } else if added == nil, page.value(name.figure) == base.value, page.tellsOfMore(name.figure) {
        problem = "今年又有新增，累计数却和上年一样，还是\(texts.1)"
      } else if let added, case let sum = before + Interval(page.quantity(added)), !sum.overlaps(now),
        !isOpen || now.high < sum.low,
        // Enterprises close, so that there may be fewer than the sum, but not more.
        now.low > sum.high || !mayLeave(name.figure, added, page) || page.isNet(added)
      {
        problem =
          "上年累计加今年新增不等于今年累计：\(texts.1)+\(page.number(added))=\(FigurePage.number(base.value + page.value(added), precision: page.quantity(name.figure).precision)),文中写\(texts.0)"
      } else {
        continue
      }
      result.report(
        study.draft.text.place(page.range(name.figure)), problem, "请核对两年的数和口径",
        related: (added.map { [.init(study.draft.text.place(page.range($0)), "今年新增")] } ?? [])
          + [.init(other.draft.text.place(other.page.range(base.figure)), "上年写的数")])
    }
    compared += overTwoYears(study, last, &result)
    result.recognise("lastYearTotals", "与上年核对的累计数", compared)
  }

  /// 出台文件26项,与上年合计47项; 评出案例12个,两届累计22个: this year's figure and last year's together.
  private func overTwoYears(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) -> Int {
    let page = study.page
    var compared = 0
    for figure in study.part(Totals.self).sums {
      let own = figure - 1
      guard let base = LastYearFiguresCheck().base(of: own, study, last, isSaid: true) else { continue }
      compared += 1
      let sum = base.value + page.value(own)
      guard Reckoning.compare(sum, nil, with: page.quantity(figure)) == .apart else { continue }
      result.report(
        study.draft.text.place(page.range(figure)),
        "今年的数加上年的数不等于合计：\(page.number(own))+\(FigurePage.number(base.value, precision: base.precision))=\(FigurePage.number(sum, precision: base.precision)),文中写\(page.number(figure))",
        "请核对两年的数", related: base.place.map { [.init($0, "上年写的数")] } ?? [])
    }
    return compared
  }

  private static let together = ["合计", "累计", "共", "总计", "共计", "合计达", "累计达"]
  private static let two = ["两年", "两届", "两批", "两轮", "两期", "加上上年", "连同上年", "加上去年", "连同去年"]

  /// Last year's running total of the same measure, or else what there was: 达到68家.
  private func stock(
    _ name: MeasureName, _ unit: UInt64, _ added: Int?, _ this: DraftStudy, _ last: DraftStudy
  ) -> (figure: Int, value: Decimal)? {
    last.measures.base(of: name, unit: unit, kinds: [.total])
      ?? last.measures.base(of: name, unit: unit, kinds: [.plain]).flatMap {
        last.page.isStock($0.figure) ? $0 : nil
      }
      ?? alike(name, added, this, last) ?? whole(name, unit, added, this, last)
      ?? worded(name.figure, this.page, last.page)
  }

  /// 推出“一件事”24件, of all there were by then: where this year's total is nearly what both years make, but not quite.
  private func whole(
    _ name: MeasureName, _ unit: UInt64, _ added: Int?, _ this: DraftStudy, _ last: DraftStudy
  ) -> (figure: Int, value: Decimal)? {
    guard let added,
      let base = last.measures.base(of: name, unit: unit, kinds: [.plain]),
      case let now = this.page.value(name.figure), case let sum = base.value + this.page.value(added),
      abs(now - sum) * 10 <= sum
    else { return nil }
    return base
  }

  /// 累计认定数357家 beside 累计认定高新技术企业312家: where what was added says of what it is the total.
  private func alike(_ name: MeasureName, _ added: Int?, _ this: DraftStudy, _ last: DraftStudy) -> (
    figure: Int, value: Decimal
  )? {
    guard name.kind == .total, added != nil else { return nil }
    return MeasureLikeness(this: this, last: last).base(of: name.figure).map { ($0, last.page.value($0)) }
  }

  /// What came in this year, told in the same sentence before the total, or 净增 right behind it.
  private static func addition(to total: MeasureName, _ study: DraftStudy) -> Int? {
    let page = study.page
    let siblings = page.siblings(of: total.figure)
    let next = total.figure + 1
    if next < siblings.upperBound, page.isNet(next), page.sameUnit(next, total.figure), page.isExact(next) {
      return next
    }
    // 累计1864人,其中年内新增344人.
    if next < siblings.upperBound, page.isOfThisYear(next), page.sameUnit(next, total.figure),
      page.isExact(next), page.claim(next).change == nil
    {
      return next
    }
    // 成交187宗、成交额4352万元,宗均23.3万元,累计成交579宗: the last one counted alike, other things told between.
    let nearest = (siblings.lowerBound..<total.figure).last {
      page.sameUnit($0, total.figure) && !page.cues.has(.parts, in: page.before($0))
    }
    let own = (siblings.lowerBound..<total.figure).last { figure in
      guard !page.cues.has(.parts, in: page.before(figure)), let name = study.measures.name(of: figure),
        name.kind != .total,
        page.sameUnit(figure, total.figure),
        page.isTold(figure),
        // 平均每个托育点45个: so many in each.
        !page.cues.has([.average, .each], in: page.before(figure)),
        // 认定61家,比上年多13家,累计373家.
        LastYearFiguresCheck.lastYear(in: page.lead(figure), page) == nil,
        !page.words(page.lead(figure)).containsAny(Self.earlier),
        // 编制5名,实有4人: what there should be is nothing that came in.
        !page.words(page.lead(figure)).containsAny(Self.intended)
      else { return false }
      // 辖5个苏木,共有87个嘎查: other things.
      let (own, whole) = (page.tail(figure), page.tail(total.figure))
      if own.count >= 2, whole.count >= 2, page.units[own.prefix(2)] != page.units[whole.prefix(2)] {
        return false
      }
      // 召开区委深改委会议4次,累计召开会议22次.
      return name.core == total.core
        // 年内新增数据1800万条,累计归集1.26亿条.
        || figure == total.figure - 1 && page.words(page.lead(figure)).containsAny(Self.new)
          && page.words(page.lead(total.figure)).hasPrefix("累计") && page.lead(total.figure).count <= 6
        || figure == nearest
          && (isDone(page.lead(figure), as: page.lead(total.figure), page)
            || total.core.count >= 4 && name.core.suffix(2).elementsEqual(total.core.suffix(2))
            // 又有12个小区改造完工,全区累计完成改造的老旧小区达到86个.
            || total.core.count >= 4
              && page.units[page.tail(figure)].starts(with: total.core.suffix(2))
            // 新认定企业55家,累计认定数达到367家.
            || total.core.count >= 2 && page.contains(Array(total.core.prefix(2)), in: page.lead(figure)))
    }
    return own ?? addition(before: total, study)
  }

  /// 治理沙化土地3.2万亩,“十四五”以来累计治理11.4万亩: by the verb that stands right before the total.
  private static func isDone(_ own: Range<Int>, as total: Range<Int>, _ page: FigurePage) -> Bool {
    let verb = total.suffix(2)
    return verb.count == 2 && page.units[verb].allSatisfy(Mark.isHan)
      && page.words(total.lowerBound..<verb.lowerBound).hasSuffix("累计")
      && page.contains(Array(page.units[verb]), in: own)
  }

  /// 加上以往盘活的1460亩,累计盘活1840亩: what there was before this year, told in the same sentence.
  private func prior(to total: Int, _ page: FigurePage) -> Int? {
    (page.siblings(of: total).lowerBound..<total).last { figure in
      page.sameUnit(figure, total) && page.isExact(figure)
        && page.words(page.lead(figure)).containsAny(Self.earlier)
    }
  }

  private static let new = ["年内新", "今年新", "全年新", "当年新", "本年新"]
  private static let intended = ["编制", "核定", "定员", "应有", "应到", "计划", "目标", "指标数", "设计", "规划"]
  static let earlier = ["以往", "此前", "历年", "往年", "过去", "前几年", "前期", "之前", "上年末", "上年底", "去年底", "截至上年"]

  /// 累计减少, 存量: may well fall.
  private static func canFall(_ figure: Int, _ page: FigurePage) -> Bool {
    // 占耕地总面积35万亩的70%: the base of a share.
    if page.siblings(of: figure).contains(figure + 1), page.isPercent(figure + 1),
      page.words(page.before(figure + 1)).hasPrefix("的"), page.words(page.before(figure)).contains("占")
    {
      return true
    }
    // 改革清单共有项目18个: what a year's list holds.
    if page.words(page.lead(figure)).containsAny(["清单", "要点", "台账", "改革任务", "改革项目", "改革事项"]),
      !page.words(page.lead(figure)).contains("累计")
    {
      return true
    }
    if page.words(page.sentence(of: figure).range).containsAny(["投诉", "事故", "存量", "信访总量", "警情"]) {
      return true
    }
    // 申报材料平均压减六成, behind 累计落地28件: another thing has become less.
    let next = figure + 1
    return page.words(page.claim(figure).clause).containsAny(falls)
      || page.siblings(of: figure).contains(next) && page.words(page.before(next)).containsAny(falls)
        && (page.sameUnit(next, figure) || page.words(page.before(next)).containsAny(["比", "较", "同比"]))
      // 总量1226件,比上年的1390件下降11.8%.
      || page.siblings(of: figure).contains(next) && page.sameUnit(next, figure)
        && page.words(page.before(next)).containsAny(["比", "较"])
        && page.words(page.after(next)).hasAnyPrefix(falls)
  }

  private static let falls = ["减少", "下降", "压减"]
}
