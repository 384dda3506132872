import Foundation
import ReportModel

/// 平均数: 平均每家, 户均 against the amount and the count.
struct AverageCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.average", .error, "平均数与总量、个数不符",
    rationale: "“平均每家”“户均”“人均”用附近的总量除以个数核对，单位取自“每”字后面。找不到个数的、约数的不作判定。",
    source: "实务",
    triggering: [
      .draft("12个薄弱村各获得扶持资金5万元，合计[[50万元]]。"),
      .draft("35名导师每人带教学员6名，共带教[[180名]]。"),
      .draft("上半年（共181天）受理诉求32580件，日均[[160件]]。"),
      .draft("托管面积52.8万亩次，平均每亩次节约成本85元，全年为农户节约成本[[448.8万元]]。"),
      .draft("全年兑现资金1.19亿元，比上年的8500万元增长40%；惠及企业340户，平均每户到账[[3.5万元]]。"),
      .draft("为9个乡镇送戏126场、送书5400册，平均每个乡镇14场、[[500册]]。"),
      .draft("举办恳谈会24场，参加企业432家次，平均每场[[16家]]。"),
      .draft("日均供水[[3.6万吨]]，全年供水131.4万吨。"),
      .draft("2026年上半年工作情况报告\n上半年，各渠道受理诉求3276件，月均[[456件]]。全市改造管网126公里，每公里投资150万元，完成投资[[1.89万元]]。"),
      .draft("补助企业90家，补助资金1800万元，平均每家[[2万元]]。"),
      .draft("全县14个乡镇、186个村协同发力。\n全县村集体经济收入5208万元，村均[[30万元]]。"),
      .draft("举办改革业务培训3期，培训干部四百五十人次，平均每期[[一百二十人次]]。"),
      .draft("发放补贴1080万元，惠及老年人1.2万人，人均[[9000元]]。"),
      .draft("五年来，累计新增就业12.6万人，年均[[3.52万人]]。"),
      .draft("“十四五”期间，新建学校158所，年均[[近28所]]。"),
      .draft("新建学校9所，新增学位7200个，校均[[830个]]。"),
      .draft("18个乡镇（街道）设立中心，263个村设立代办点，平均每个乡镇（街道）[[17.6个]]。"),
      .draft("为96个项目配备管家48名，每名管家服务[[3个]]项目。"),
      .draft("发放救助金1846.5万元，惠及5230人次，人次均补助[[约3850元]]。"),
      .draft("市属企业由11家整合为4家。压减内设机构42个，平均每家企业压减[[12个]]。"),
      .draft("设立湖长68名。全年巡湖1.36万次，人均巡湖[[220次]]。"),
      .draft("建成高标准农田3.2亩，每亩补助1200元，补助资金[[3840万元]]。"),
      .draft("兑现奖补资金4120万元，户均兑现[[约13万元]]，惠及企业412户。"),
      .draft("家庭医生团队142个，签约居民21.6万人，每个团队[[约1627人]]。"),
      .draft("在校学生8.86万人，专任教师6569人，平均每名教师负担学生[[14.4人]]。"),
      .draft("加装电梯每台补助20万元，全年86台通过验收，发放总额[[1270万元]]。"),
      .draft("集中攻坚历时30天，共清理占道经营4500处，平均每天清理[[180处]]。"),
      .draft("大型冷库每座30万元，建成4座；小型冷库每座8万元，建成15座。两类冷库合计补助[[260万元]]。"),
      .draft("奖补标准为国家级50万元、省级20万元，今年有2家国家级、9家省级工厂达标，应兑现资金[[260万元]]。"),
      .draft("改革覆盖10万亩灌区，每亩少用水120立方米，一年下来节水[[1.2亿立方米]]。"),
      .draft("年末贷款余额3.2亿元，支持养殖户640户。按户平均，每家拿到贷款[[50元]]。"),
      .draft("建成口袋公园12个，平均每个4000平方米，总面积[[4.8平方公里]]。"),
      .draft("为2480名老年人发放补贴，每人每月150元，发放3个月，共[[11.16万元]]。"),
      .draft("青溪区2025年改革工作总结\n2025年，全年供餐86.4万人次，日均[[2637人次]]。"),
      .draft("按博士每人3万元、硕士每人1.2万元的标准，向84名博士、430名硕士发放补贴[[786万元]]。"),
    ],
    silent: [
      .draft("12个镇和34个部门各明确改革专员1名，共46名。12个薄弱村各获得扶持资金5万元，合计60万元。14个乡镇各建1个站、县城建3个站，合计17个。"),
      .draft("上半年受理诉求32580件，日均180件。1—9月接待42000人次，日均220人次。"),
      .draft("按博士每人3万元、硕士每人1.2万元的标准，向84名博士、430名硕士发放补贴768万元。"),
      .draft("青溪区2025年改革工作总结\n2025年，全年供餐86.4万人次，日均2367人次。全年接待读者52.8万人次，日均1690人次。"),
      .draft("为2480名老年人发放补贴，每人每月150元，发放3个月，共111.6万元。按每人每月120元的标准，向2000名老人发放补贴60万元。"),
      .draft("全区划分网格1286个，配备专职网格员1286名、兼职网格员2410名，平均每个网格近3人。"),
      .draft("全年交流教师165人。参与交流的学校11所，平均每所交流15人，按每人每年6000元的标准发放补助，合计99万元。"),
      .draft("8个街道各建零工驿站1处，全年帮助6400人灵活就业，平均每处800人。到12月底的5个月里共发放612.5万元，月均122.5万元。"),
      .draft("白圩镇三类事项合计275项，比平均数266项多9项。基层社由8家发展到15家，年销售额4.5亿元，社均3000万元。"),
      .draft("日均供水3600吨，全年供水131.4万吨。日均清运垃圾120吨，全年清运4.38万吨。"),
      .draft("贷款余额3.2亿元，支持养殖户640户。困难户每户拿到救助款500元。建成公园12个，平均每个4000平方米，园区面积4.8平方公里。"),
      .draft("发放贷款3.2亿元，支持640户，每户贴息2000元。"),
      .draft("每亩补助120元，推广10万亩，全年发放补贴8600万元。"),
      .draft("建成乡镇站14个、村级站42个，共56个，全年接待群众2240人次，平均每站40人次。"),
      .draft("奖补标准为国家级50万元、省级20万元，今年有2家国家级、9家省级工厂达标，应兑现资金280万元。"),
      .draft("2026年上半年工作情况报告\n上半年，各渠道受理诉求3276件，月均546件。7月上线以来，受理诉求3000件，月均500件。"),
      .draft("每户发放一次性补贴500元，惠及脱贫户1200户，全年共发放各类补贴860万元。"),
      .draft("网格1248个，配备专职网格员1310名、每个网格配备兼职网格员2名。"),
      .draft("新建企业博士后工作站4个，累计建成19个，在站博士后57名，平均每站3名。"),
      .draft("茶产业综合产值达到31.5亿元，带动2.4万户茶农户均增收3800元。"),
      .draft("智能卡口12条通道，日均过卡车辆2640辆，每条通道220辆。"),
      .draft("为96个项目配备管家48名，每名管家服务2个项目。"),
      .draft("补助企业90家，其中规模以上企业63家，补助资金1800万元，平均每家20万元。"),
      .draft("向47家企业兑付奖补资金2350万元，户均50万元。"),
      .draft("全区人均可支配收入达到4.2万元。"),
      .draft("设立湖长68名。全年巡湖1.36万次，人均巡湖200次，区级湖长人均巡湖12次。"),
      .draft("服务老年人就餐48万人次，每餐补贴3元，补贴资金144万元。"),
      .draft("五年来，累计新增就业12.6万人，年均2.52万人。"),
      .draft("县委书记领衔重点任务3项，县长领衔2项，10位县委常委、副县长每人领衔1项，县级领导共领衔15项。"),
      .draft("完成交易27笔，平均每笔用时3天，成交金额1215万元。"),
      .draft("全县14个乡镇、186个村协同发力。\n全县村集体经济收入5208万元，村均28万元。试点村集体经济收入1200万元，村均60万元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.average], of: input, remedy: "请用总量除以个数重新计算，改正写错的一个")
  }
}

struct AverageRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices where page.isAmount(figure) && page.isTold(figure) {
      monthly(figure, &book)
      perMany(figure, &book)
      perEach(figure, &book)
      second(figure, &book)
      perYuan(figure, &book)
      let lead = lead(figure)
      // 比上年村均48万元增长14.6%: the average of another year.
      guard lead.count <= 16, let cue = page.cues.last(.average, in: lead),
        !page.words(lead).containsAny(Self.past), !isComparedWith(cue, in: lead)
      else { continue }
      read(figure, cue, &book)
    }
  }

  /// The words of a figure's item, over a bracket that belongs to them: 平均每个乡镇(街道).
  func lead(_ figure: Int) -> Range<Int> {
    let lead = page.lead(figure)
    let first = page.before(figure).lowerBound
    guard lead.lowerBound > first, page.units[lead.lowerBound - 1] == 0x29,
      let open = page.units[first..<lead.lowerBound].lastIndex(of: 0x28), lead.lowerBound - open <= 8
    else { return lead }
    var start = open
    while start > first, !Mark.isListMark(page.units[start - 1]) { start -= 1 }
    return start..<lead.upperBound
  }

  /// 275项,比平均数266项多9项: the average of all, that one of them is held against.
  private func isComparedWith(_ cue: Range<Int>, in lead: Range<Int>) -> Bool {
    page.words(lead.lowerBound..<cue.lowerBound).containsAny(Self.comparing)
      && page.words(cue.upperBound..<lead.upperBound).hasAnyPrefix(Self.averages)
  }

  private static let comparing = ["比", "较", "高于", "低于", "高出", "低出", "超过", "超出", "多于", "少于", "不及"]
  private static let averages = ["数", "水平", "值", "量", "线", "的"]
  private static let reaching = ["惠及", "受益", "涉及", "覆盖", "服务", "共惠及", "支持"]
  private static let past = ["上年", "去年", "同期"]
  /// 每千名老年人拥有养老床位60张: for so many of those that are counted before.
  private func perMany(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.lead(figure)
    guard let each = lead.first(where: { page.units[$0] == 0x6BCF }), each + 2 < lead.upperBound,
      let scale = Self.scales[page.units[each + 1]]
    else { return }
    let noun = each + 2..<lead.upperBound
    let before = page.siblings(of: figure).lowerBound..<figure
    guard let amount = before.last(where: { page.sameUnit($0, figure) && page.claim($0).change == nil }),
      let count = before.last(where: {
        page.isAmount($0) && !page.sameUnit($0, figure) && isOf([page.units[noun.lowerBound]], $0)
          && page.shares(noun, with: page.lead($0))
      }),
      let ratio = Quotient(page.quantity(amount), by: page.quantity(count), times: scale)
    else { return }
    let agreement = Reckoning.compare(ratio, with: page.quantity(figure))
    let isBroken = agreement == .apart && [figure, amount, count].allSatisfy(page.isExact)
    book.weigh(
      figure, by: [amount, count], .average,
      isBroken ? .broken : agreement == .apart ? .undecided : .verified, on: page,
      "\(page.number(amount))/\(page.number(count))×\(scale)=\(rounded(ratio.value, page.quantity(figure)))",
      "平均数与总量、个数不符")
  }

  static let years = ["全年", "年内", "一年"]
  /// The parts of a year that is averaged over, with how many months they have.
  static let parts: [(words: [String], months: Decimal?)] = [
    (["月均", "平均每月", "每月平均", "平均每个月"], 1), (["季均", "平均每季", "每季度平均", "每季平均"], 3),
    (["日均", "平均每天", "每天平均", "平均每日"], nil),
  ]
  private static let scales: [UInt16: Decimal] = [0x767E: 100, 0x5343: 1000, 0x4E07: 10_000]

  private func read(_ figure: Int, _ cue: Range<Int>, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    let base = base(cue, figure)
    let before = siblings.lowerBound..<figure
    let amounts = before.filter {
      (page.sameUnit($0, figure) || isOfPersons($0, figure))
        // 1.19亿元,比上年的8500万元增长40%: what it is held against.
        && !page.cues.has(.lastYear, in: page.lead($0))
        // 压减机构42个,平均每家压减10.5个: a change of all, and of each.
        && (page.claim($0).change == nil
          || page.shares(page.lead($0), with: cue.upperBound..<page.range(figure).lowerBound))
        && (!page.cues.has([.average, .each], in: page.lead($0)) || isOfOneTime($0, figure)
          || page.words(page.lead($0)).contains("每年") && !page.cues.has(.average, in: page.lead($0)))
    }
    let counts = before.filter {
      (page.isAmount($0) && !page.sameUnit($0, figure) || (page.isAmount($0) && amounts.count > 1))
        // 8个街道各建驿站1处: so many for each.
        && page.times($0) == 1
    }
    // 新建工作站4个,累计建成19个,平均每站: the stock of what was named before.
    let named = counts.filter {
      isOf(base, $0) && isNamed(base, $0) && !(counts.contains($0 + 1) && hasCome(to: $0 + 1))
        || counts.contains($0 - 1) && (isStock($0) || hasCome(to: $0)) && isOf(base, $0 - 1)
    }
    if amounts.isEmpty, counts.isEmpty { afterSentence(figure, cue, base, &book) }
    if amounts.isEmpty {
      let behind = figure + 1..<siblings.upperBound
      if let count = named.last ?? behind.first(where: { page.isAmount($0) && isOf(base, $0) }) {
        total(behind: figure, count, &book)
      }
    }
    if named.isEmpty, let amount = amounts.last {
      // 补助资金4120万元,户均10万元,惠及企业412户.
      let count = figure + 1
      if amount == figure - 1, count < siblings.upperBound, page.isAmount(count), isOf(base, count),
        page.claim(count).change == nil, page.before(count).count <= 10,
        page.words(page.lead(count)).hasAnyPrefix(Self.reaching)
      {
        return settle(figure, amount, count, isCertain: true, &book)
      }
      earlier(figure, amount, base, &book)
      ofAll(figure, amount, base, &book)
    }
    if let count = named.last, isOfList(figure, amounts, count) { return }
    for amount in amounts.reversed() {
      for count in (named.isEmpty ? counts : named).reversed() where count != amount {
        let others = counts.filter { $0 != amount }
        settle(
          figure, amount, count,
          // 亩均 without an area: what is averaged over stands nowhere.
          // 平均每个村(社区): over both, which one count may tell as well: 18个乡镇(街道).
          isCertain: !named.isEmpty
            ? (!base.contains(0x28) || isOfBoth(count)) && amount == amounts.last
              // 县长领衔2项,10位常委每人领衔1项: the two are of others.
              && (page.value(amount) >= page.value(count) || page.value(figure) < 1)
              && !isOfShortTime(figure, amount, by: count)
              && !isOtherIncome(figure, amount) && !isOtherThing(figure, amount)
              // 累计648列;2021年的312列中…,平均每列100标箱: of another part of the sentence.
              && (isMovedPoint(figure, amount, count)
                || !page.has(
                  Mark.semicolon,
                  in: page.range(min(count, amount)).upperBound..<page.range(max(count, amount)).lowerBound))
            : base.isEmpty && amounts.count == 1
              && (others.count == 1
                // 引进项目14个、总投资46.2亿元,平均单体投资: side by side.
                || amount == figure - 1 && count == amount - 1
                  && page.units[page.tail(count).upperBound] == Mark.pause),
          &book)
      }
    }
  }

  private func isOfBoth(_ count: Int) -> Bool {
    let end = page.tail(count).upperBound
    return end < page.units.count && page.units[end] == 0x28
  }

  /// 980人次 in 44批 make 22人 each.
  private func isOfPersons(_ amount: Int, _ figure: Int) -> Bool {
    page.unit(amount) == "人次" && ["人", "名"].contains(page.unit(figure))
      || !page.unit(figure).isEmpty && page.unit(amount) == page.unit(figure) + "次"
  }

  /// 每日就餐1.6万人次,平均每个每日516人次: both for one day.
  private func isOfOneTime(_ amount: Int, _ figure: Int) -> Bool {
    let (a, b) = (page.words(page.lead(amount)), page.words(page.lead(figure)))
    let each = page.lead(amount).count { page.units[$0] == 0x6BCF || page.units[$0] == Mark.every }
    return each == 1 && Self.times.contains { a.contains($0) && b.contains($0) }
  }

  /// 人均月救助860元: for one month of the year that the amount is of.
  private func isOfShortTime(_ figure: Int, _ amount: Int, by count: Int) -> Bool {
    Self.spans.contains { span in
      page.has(span, in: page.lead(figure)) && !page.has(span, in: page.lead(amount))
        // 日烘干能力4200吨,平均每座每天300吨.
        && !(Self.days.contains(span) && Self.days.contains { page.has($0, in: page.lead(amount)) })
        && !page.unit(count).utf16.contains(span)
    }
  }

  /// 产值31.5亿元,带动2.4万户户均增收3800元: what they earn is no part of what is made.
  func isOtherIncome(_ figure: Int, _ amount: Int) -> Bool {
    page.has(Self.income, in: page.lead(figure))
      && !page.words(page.lead(amount)).containsAny(Self.earned)
  }

  /// Whether a count is what the count before it has grown to, without a noun of its own.
  private func isStock(_ count: Int) -> Bool {
    page.sameUnit(count - 1, count) && page.tail(count).isEmpty
      && page.words(page.lead(count)).hasAnyPrefix(Self.stocks)
  }

  private static let stocks = ["共", "合计", "总计", "累计", "总数", "总量", "达到", "增至", "增加到"]
  private static let income: UInt16 = 0x6536  // 收
  private static let earned = ["收", "分红", "工资", "薪", "租金", "利润"]
  private static let spans = Mark.word("月日天周")
  private static let days = Mark.word("日天")
  private static let times = ["每日", "每天", "每月", "每年", "每周"]

  func settle(_ figure: Int, _ amount: Int, _ count: Int, isCertain: Bool, _ book: inout RelationBook) {
    guard let ratio = Quotient(page.quantity(amount), by: page.quantity(count)) else { return }
    let agreement = Reckoning.compare(ratio, with: page.quantity(figure))
    let exact = page.isExact(amount) && page.isExact(count) && page.isExact(figure)
    let verdict: Relation.Verdict =
      switch agreement {
      case .equal, .truncated, .near: .verified
      case .within: .undecided
      case .apart: isCertain && exact ? .broken : .undecided
      }
    let stated = page.quantity(figure)
    // 44批980人次 are not 平均每批30余人, however 余 is meant.
    // 约3850 is told to the third digit, and does not stand for 3531.
    let isFine = stated.approximation == .about && Reckoning.significant(stated.value) >= 3
    let slack: Decimal = isFine ? 3 : 12
    let isOff =
      (agreement == .apart || isFine) && isCertain && page.isExact(amount) && page.isExact(count)
      && stated.upperBound == nil
      && stated.approximation != nil
      && (ratio.dividend * 100 < stated.value * ratio.divisor
        * (stated.approximation?.isBelow == true ? 93 : 100 - slack)
        || ratio.dividend * 100 > page.most(figure) * ratio.divisor * (100 + slack))
    book.weigh(
      figure, by: [amount, count], .average, isOff ? .broken : verdict, on: page,
      "\(page.number(amount))/\(page.number(count))=\(rounded(ratio.value, stated))"
        + (verdict == .broken || isOff ? ",文中写\(page.draft.text.string(page.range(figure)))" : ""),
      "平均数与总量、个数不符", stating: false, severity: isOff ? .warning : nil, isTruncated: agreement == .truncated,
      isUnlikely: agreement == .apart && !isCertain)
  }

  func rounded(_ value: Decimal, _ stated: Quantity) -> String {
    var scaled = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &scaled, max(0, 1 - stated.precision), .plain)
    return stated.precision >= 4 && rounded >= 10_000 ? "\(rounded / 10_000)万" : "\(rounded)"
  }
}
