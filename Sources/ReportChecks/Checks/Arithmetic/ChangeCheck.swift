import Foundation
import ReportModel

/// 增减: from A to B, by N or by N%; V, more by D than before, a growth of P%.
struct ChangeCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.change", .error, "增减的数或百分比与前后两个数不符",
    rationale: "“由A到B，压减N%”“比上年的A增加N项”“总数V，比上年增加D，增长P%”“A%，高于B%N个百分点”，按写出的两头核对差额、比率和方向。只写增长率、没有写基数的不作判定。",
    source: "实务",
    triggering: [
      .draft("施工许可办理时限由20个工作日压减到[[8个小时]]，压减60%。"),
      .draft("末级渠系水价每立方米从0.18元调到0.31元，上调[[0.15元]]。"),
      .draft("跨境电商出口额由上年的12亿元做到30亿元，相当于上年的[[3倍]]。"),
      .draft("全年刊发材料12篇，其中省级3篇、市级9篇，比上年的8篇增长[[40%]]。"),
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
      .draft("清单由原来的51项压缩到44项，比上年压缩[[8项]]。"),
      .draft("学校由23所优化为18所，撤并整合[[6所]]。"),
      .draft("审批由二十个工作日缩短至九个工作日。前后相比缩短[[十二个工作日]]。"),
      .draft("会议压减[[34.6%]]，由上年的88个减少到56个。"),
      .draft("总值由2020年的486亿元增加到2025年的698亿元，增长[[46.3%]]。"),
      .draft("全年发放贷款7.9亿元，惠及企业826户。发放额较去年同期的6.4亿元增长[[18.8%]]。"),
      .draft("网办率由86.4%提高到95.1%，提高[[8.7%]]。"),
      .draft("地块面积由1.4亩扩大到9.8亩，为原来的[[8倍]]。"),
      .draft("“即办件”由年初的120项增至360项，是年初的[[2倍]]。"),
      .draft("年末企业6.13万户，上年末为5.62万户，净增0.51万户、增长[[9.4%]]。"),
      .draft("可支配收入15360元，增长[[6.1%]]，增收978元。"),
      .draft("时限压缩到35个工作日，较改革前的60个工作日压缩[[一半]]。"),
      .draft("用时12个工作日，与改革前的20个工作日相比，压缩[[50%]]。"),
      .draft("7家企业归并为2家集团公司，净减少[[7家]]。"),
      .draft("由11家整合为5家，资产总额74.6亿元，家数减少[[7家]]。"),
      .draft("社区平均挂牌由26块减至[[9平方米]]。"),
      .draft("用时由65天压缩至40天，足足省下[[35天]]。"),
      .draft("原来要填4张申请表，现在合为1张，群众少填[[4张]]表。"),
      .draft("环节由11个减为4个，时限由25天减为10天，分别压缩[[6个]]、15天。"),
      .draft("到达时间由10分钟降至8分20秒，缩短[[2分20秒]]。"),
      .draft("东片建成睦邻点45个。西片起步较晚，比东片少12个，为[[31个]]。"),
      .draft("全年新设企业3260户。同期注销840户，净增[[2240户]]。"),
      .draft("年初在册低保家庭1820户，年内新纳入146户，退出213户，年末在册[[1735户]]。"),
      .draft("全年新登记个体户5260户，注销1840户，净增[[3240户]]。"),
      .draft("营商环境评价由全省第21位下降到[[第12位]]。"),
      .draft("考核由第9位升至第4位，前移[[6位]]。信访总量286批，上年为342批，同比上升[[16.4%]]。"),
      .draft("会议由96个压减到72个，减少24个，降幅[[33.3%]]。"),
      .draft("目标为森林覆盖率45%，目前为42.6%，还差[[3.4个百分点]]。"),
      .draft("信访总量较2022年的1250件次下降[[24%]]，降至1075件次。"),
      .draft("在原有岗位168个的基础上再核减[[8个]]，现有岗位150个。"),
      .draft("床位由350张增加到500张，实现[[翻番]]。库容从1.2万吨扩到1.5万吨，一年增加了[[三成]]。甲村162.5万元，乙村38.2万元，两村相差[[134.3万元]]。"),
      .draft("2026年上半年工作情况报告\n到6月底完成7项，完成率58.3%，超序时进度[[10.3个百分点]]。"),
      .draft("办结时间由4.6天延长到[[2.9天]]。时限由25天缩短到16天，增加[[9天]]。"),
      .draft("年初有未成交项目64宗，全年新挂牌215宗、成交231宗，年末未成交项目[[38宗]]。"),
      .draft("移动端办件上年3.2万件，今年5.6万件，[[翻了一番]]。"),
      .draft("柑橘产值12.6亿元，较上年的10.5亿元增长[[两成半]]。与上年的40家相比，示范合作社达到50家，增长[[20%]]。"),
      .draft("联运量从上年的3.2万箱增加到9.6万箱，整整[[翻了一番]]。"),
      .draft("新登记企业1248户，而上年是1120户，多了[[138户]]。"),
      .draft("海上流动办件去年上半年900件，今年上半年2700件，是去年同期的[[2倍]]。"),
      .draft("办理时间从18个工作日压到7个工作日，足足省下[[12个工作日]]。申报材料由26份减为15份，企业少交[[13份]]。"),
      .draft("牦牛出栏4.83万头，在上年4.2万头的基础上增长[[13%]]。"),
      .draft("企业由年初的40家增加到年末的100家，年末数是年初数的[[1.5倍]]。"),
      .draft("一至四季度满意率依次为91.3%、92.0%、91.8%、93.1%，[[逐季上升]]。经营性收入[[由高到低依次为甲林场1120万元、乙林场740万元、丙林场960万元]]。"),
    ],
    silent: [
      .draft("印染企业由34家整合提升为19家。新增经营主体1.03万户，同比增长5.1%，净增5600户。权责清单由286项精简到182项，责任清单由63项减到41项，共减少126项。"),
      .draft("施工许可办理时限由20个工作日压减到8个工作日，压减60%。"),
      .draft("末级渠系水价每立方米从0.18元调到0.31元，上调0.13元。跨境电商出口额由上年的12亿元做到30亿元，相当于上年的2.5倍。"),
      .draft("牦牛出栏4.83万头，在上年4.2万头的基础上增长15%。企业由年初的40家增加到年末的100家，年末数是年初数的2.5倍。"),
      .draft("床位由350张增到500张，护理型床位多出60张。年办件7.32万件，月均6100件，比上年的5.4万件增长35.6%。"),
      .draft("柑橘产值13.1亿元，较上年的10.5亿元增长两成半。签约面积62万亩。与上年的51万亩相比，托管产值扩大了17.7%。规上企业由136家增加到152家，新增22家、退出6家。"),
      .draft("压减支出2600万元，比上年的2000万元多压减600万元。旅客吞吐量上年40万人次，今年60万人次，其中外地旅客是上年的两倍。"),
      .draft("全年刊发材料12篇，其中省级3篇、市级9篇，比上年的8篇增长50%。"),
      .draft("登记主体4862户，其中企业1245户、个体工商户3518户、合作社99户，比上年增加442户，增长10%。"),
      .draft("被采用31篇，其中国家级采用4篇、省级采用11篇、市级采用16篇，省级采用数比上年的9篇增加2篇。"),
      .draft("信访总量较2022年的1250件次下降14%，降至1075件次。在原有岗位168个的基础上再核减8个，现有岗位160个。"),
      .draft("原有行政村136个，撤并41个，新设3个，现有行政村98个。信访总量286批，上年为342批，同比下降16.4%。"),
      .draft("办件量达到5400件，上年只有4500件，好评率增长25%。环节由12个减到4个，材料减少一半。"),
      .draft("床位由350张增加到500张，服务人次翻番。库容从1.2万吨扩到1.5万吨，一年增加了两成半。甲村162.5万元，乙村38.2万元，两村相差124.3万元。"),
      .draft("2026年上半年工作情况报告\n到6月底完成7项，完成率58.3%，超序时进度8.3个百分点。"),
      .draft("规上企业达到186家，比年初净增14家，全年新增22家、退出8家。高新技术企业达到97家。"),
      .draft("由11家整合为5家，资产总额74.6亿元，家数减少6家。"),
      .draft("环节由11个减为4个，时限由25天减为10天，分别压缩7个、15天。"),
      .draft(
        "到达时间由10分钟降至8分20秒，缩短1分40秒。一至四季度满意率依次为91.3%、92.0%、92.8%、93.1%，逐季上升。经营性收入由高到低依次为甲林场1120万元、乙林场960万元、丙林场740万元。312家企业按风险由高到低分为红、橙、黄三级，分别为4家、38家、270家。"
      ),
      .draft("审批时限由3个月缩短至15天。会议压减36.4%，由上年的88个减少到56个。"),
      .draft("收入完成38.5亿元，上年同期为35亿元，增长10%。办件量从年初的12.4万件增加到15.5万件，同比增长20%。"),
      .draft("审批用时由60个工作日压减到42个工作日，压减30%。"),
      .draft("招引亿元以上项目28个，同比增加5个，固定资产投资增长8.3%。出让12宗、486亩，比上年多3宗，面积增长20.0%。"),
      .draft("高新技术企业净增36家，总数达到216家，比上年增长20%。"),
      .draft("审批事项由286项减至198项，审批时限压缩60%。"),
      .draft("考核权重由3分提高到5分，提高2分。"),
      .draft("地区生产总值达到320亿元，增长6.6%。"),
      .draft("年内新设站点15个，撤并2个，站点总数从38个增至51个。"),
      .draft("新登记企业1360户，增长8%，新增就业5200人。"),
      .draft("全年发放贷款7.9亿元。担保余额较去年同期的6.4亿元增长18.8%。"),
      .draft("网办率由80%提高到90%，增幅12.5%。"),
      .draft("学校由23所优化为18所，撤并6所、新建1所。"),
      .draft("接待游客425.2万人次，较上年增加38.7万人次，过夜游客占比提高到31%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.change], of: input, remedy: "请核对前后两个数和增减幅度，改正写错的一个")
  }
}

struct ChangeRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where !sentence.quantities.isEmpty {
      afterFromTo(sentence.quantities.lowerBound, &book)
      durations(sentence.quantities, &book)
      for figure in sentence.quantities { besideAnother(figure, sentence.quantities, &book) }
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
        stateBehind(figure, sentence.quantities, &book)
        yearBehind(figure, sentence.quantities, &book)
        ofFormer(figure, sentence.quantities, &book)
        acrossSentences(figure, sentence.quantities, &book)
        afterBase(figure, sentence.quantities, &book)
        inTurn(figure, sentence.quantities, &book)
      }
    }
  }

  func isUp(_ range: Range<Int>) -> Bool? {
    if page.cues.has(.up, in: range) { return true }
    // 多压减600万元.
    if let first = range.first, page.units[first] == Self.more, page.cues.has(.down, in: range) {
      return true
    }
    return page.cues.has(.down, in: range) ? false : nil
  }

  private static let more: UInt16 = 0x591A  // 多

  // MARK: 比上年的A增加D

  func onBase(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let base = change - 1
    guard let up = isUp(page.lead(change)) ?? more(change), page.sameUnit(base, change),
      page.isAmount(change), page.lead(change).count <= 6, base >= figures.lowerBound,
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
          && !page.cues.has(.lastYear, in: page.lead($0))
          && isAlike($0, base)
      }),
      [value, base, change].allSatisfy(page.isExact)
    else { return }
    let sum = up ? page.value(base) + page.value(change) : page.value(base) - page.value(change)
    let sign = up ? "+" : "-"
    let states = states(value, before: base)
    let state = states.first { page.value($0) == sum } ?? states[0]
    settle(state, [base, change], sum, nil, "\(page.number(base))\(sign)\(page.number(change))", true, &book)
  }

  /// 总收入比上年的4650万元: a total that is named is not set against an average, nor 村均比上年的25万元 against a total.
  private func isAlike(_ value: Int, _ base: Int) -> Bool {
    let named = page.lead(base).prefix { page.units[$0] != Mark.than && page.units[$0] != Mark.against }
    return named.count < 2
      || page.cues.has([.average, .each], in: named)
        == page.cues.has([.average, .each], in: page.lead(value))
  }

  // MARK: V,比上年增加D,增长P%

  func growth(_ percent: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isPercent(percent), let up = isUp(page.lead(percent)), page.lead(percent).count <= 10,
      // 过夜游客占比提高到31%: a level.
      !page.words(page.lead(percent)).hasSuffix("到") || page.words(page.lead(percent)).hasSuffix("达到")
    else { return }
    var before = Array((figures.lowerBound..<percent).reversed().prefix(3))
    // 其中省级3篇、市级9篇,比上年增加4篇,增长50%: what grew is all of them.
    let whole = before.lazy.compactMap { page.listWhole(endingAt: $0)?.whole }.first
    if let whole, !before.contains(whole) { before.append(whole) }
    for change in before where page.isAmount(change) && isIncrement(change) {
      for value in before
      where value != change && page.sameUnit(value, change) && page.claim(value).change == nil
        && !isIncrement(value)
      {
        guard [value, change].allSatisfy(page.isExact) else { continue }
        // Side by side, and the value the state that the change led to.
        let isCertain =
          change == percent - 1 && value == (whole ?? change - 1) && !isOfOther(percent, than: value)
          && !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(percent).lowerBound)
          && (page.cues.has(.lastYear, in: page.before(change)) || isBareIncrement(change, percent))
          || (value == percent - 1 && change == value - 1 && page.words(page.before(value)).contains("总"))
        grow(percent, by: change, to: value, up, isCertain, &book)
      }
    }
  }

  /// 招引项目28个,同比增加5个,固定资产投资增长8.3%: the percentage has a measure of its own.
  func isOfOther(_ percent: Int, than value: Int) -> Bool {
    let lead = page.lead(percent)
    let subject = lead.lowerBound..<(page.cues.first([.up, .down], in: lead)?.lowerBound ?? lead.lowerBound)
    return subject.count >= 4 && !page.cues.has(.lastYear, in: subject)
      && !page.shares(subject, with: page.lead(value)) && !page.shares(subject, with: page.tail(value))
  }

  /// 6840户,同比增长8.2%,较上年同期多520户: the percentage stands before the increment.
  func growthThenMore(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let percent = change - 1
    guard percent - 1 >= figures.lowerBound,
      case let value = page.listWhole(endingAt: percent - 1)?.whole ?? percent - 1,
      page.isAmount(change), page.sameUnit(value, change),
      page.isPercent(percent),
      page.claim(value).change == nil, let up = isUp(page.lead(percent)), page.lead(percent).count <= 8,
      page.before(change).count <= 12,
      page.cues.has(.lastYear, in: page.before(change))
        && (isMoreBehind(change) || isUp(page.lead(change)) == up) || isBareIncrement(change, percent),
      [value, change].allSatisfy(page.isExact),
      !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(change).lowerBound),
      // 新增1.03万户,同比增长5.1%,净增5600户: of those that came, as many did not go again.
      !(page.words(page.lead(value)).contains("新") && page.words(page.lead(change)).contains("净"))
    else { return }
    if page.value(change) < page.value(value) || !up { grow(percent, by: change, to: value, up, true, &book) }
  }

  /// The percentage that an increment is of what there was before it.
  private func grow(
    _ percent: Int, by change: Int, to value: Int, _ up: Bool, _ isCertain: Bool, _ book: inout RelationBook
  ) {
    let base = up ? page.value(value) - page.value(change) : page.value(value) + page.value(change)
    guard base > 0 else { return isCertain ? exceeds(change, value, &book) : () }
    let interval = Interval(
      low: Interval(page.quantity(change)).low * 100 / (base + page.slack([value, change])),
      high: Interval(page.quantity(change)).high * 100 / max(1, base - page.slack([value, change])))
    settle(
      percent, [change, value], page.value(change) * 100 / base, interval,
      "\(page.number(change))/（\(page.number(value))\(up ? "-" : "+")\(page.number(change))）", isCertain,
      &book)
  }

  /// 增收978元,增长6.8%: nothing else is named as what increased.
  private func isBareIncrement(_ change: Int, _ percent: Int) -> Bool {
    Self.increments.contains(page.text(page.lead(change)))
      && Self.growths.contains(page.text(page.lead(percent)))
      && page.before(percent).count <= 6 && page.before(change).count <= 6
  }

  private static let increments: Set<String> = ["增收", "净增", "净增加", "增加", "同比增加", "同比多", "同比净增", "增加了"]
  private static let growths: Set<String> = ["增长", "同比增长", "增幅", "增幅达", "增幅为", "同比提高", "增长率为"]

  // MARK: 放大9倍

  func multiple(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    // 起拍价1860万元、成交价2325万元,溢价率25%.
    if page.isPercent(figure), page.words(page.lead(figure)).hasPrefix("溢价"),
      figure - 2 >= figures.lowerBound,
      page.sameUnit(figure - 2, figure - 1), page.isAmount(figure - 1)
    {
      compare(figure, figure - 1, figure - 2, isCertain: true, &book)
    }
    guard page.isMultiple(figure),
      page.words(page.lead(figure)).containsAny(["放大", "杠杆"]),
      figure - 2 >= figures.lowerBound
    else { return }
    let (a, b) = (figure - 2, figure - 1)
    guard page.sameUnit(a, b), let ratio = Quotient(page.quantity(b), by: page.quantity(a)) else { return }
    settle(figure, [b, a], ratio.value, ratio.interval, "\(page.number(b))/\(page.number(a))", true, &book)
  }

  func settle(
    _ figure: Int, _ members: [Int], _ value: Decimal, _ interval: Interval?,
    _ left: @autoclosure () -> String, _ isCertain: Bool, isCounted: Bool = false, _ book: inout RelationBook
  ) {
    let stated = page.quantity(figure)
    var agreement = Reckoning.compare(value, interval, with: stated)
    // 7.5天缩短至3天 is 4.5 days less: a difference of counts is not rounded to whole ones.
    if isCounted, stated.precision == 0, agreement != .near, value != stated.value { agreement = .apart }
    // 由12亿元做到30亿元,是上年的3倍: 2.5 rounds to 3, but nobody says so.
    if page.isMultiple(figure), stated.precision == 0, abs(value - stated.value) * 10 >= 4 {
      agreement = .apart
    }
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
    book.weigh(
      figure, by: members, .change, verdict, on: page,
      "\(left())=\(page.isPercent(figure) ? Percent.text(value, like: stated) : Reckoning.text(value, like: stated))",
      isOdd ? "增减幅度与前后两个数不符，若因四舍五入请注明" : "增减幅度与前后两个数不符", severity: isOdd ? .warning : nil,
      isTruncated: agreement == .truncated, isUnlikely: agreement == .apart && !isCertain)
  }
}
