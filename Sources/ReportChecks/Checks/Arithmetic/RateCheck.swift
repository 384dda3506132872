import Foundation
import ReportModel

/// 比率: X率 against the counts that stand beside it.
struct RateCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.rate", .error, "百分比与所依据的数不符",
    rationale: "“办结率”“整改率”一类，用名称里的动词在附近找分子，再找分母，按所印的位数核对；任务完成率分“按全部任务”和“扣除延期”两种口径，只要有一种相符就不报错。分母没有写出的不作判定。",
    source: "实务",
    triggering: [
      .draft("全县常住人口24.6万人，家庭医生签约[[118万人]]，签约率48%。"),
      .draft("48个社区中已有42个设立助餐点，覆盖率[[85.7%]]。"),
      .draft("依申请事项共1260项，1134项实现全程网办，平均每百项就有[[92项]]可以在线办理。"),
      .draft("受理诉求1500件，办结1470件，办结率为[[96%]]。"),
      .draft("盘活低效用地1860亩，超额完成1500亩的年度目标，完成率[[142%]]。"),
      .draft("全年安排改革任务45项，完成42项，延期3项，完成率[[95.3%]]。"),
      .draft("赋权成果40项，其中30项实现转化，转化率[[57%]]。"),
      .draft("全区320个村全部完成清产核资，完成率[[98.5%]]。"),
      .draft("应参加评议代表240名，实际参加228名，参评率[[93%]]。"),
      .draft("首批聘用岗位117个，公开竞聘上岗103人，上岗率达到[[90.8%]]。"),
      .draft("常住人口74.8万人，比上年末增加1.9万人，增长2.6%；其中城镇人口61.2万人，城镇化率为[[83.8%]]。"),
      .draft("评估21个事项，评为“优”的9个、“良”的10个、“中”的2个，优良率[[92.5%]]。"),
      .draft("整改完成率[[96%]]，共交办问题136个，完成整改128个。"),
      .draft("预算安排专项资金3200万元，实际支出2944万元，预算执行率[[94%]]。"),
      .draft("年度预算8600万元，已支出7740万元，支出进度[[80%]]。"),
      .draft("甲镇应改造60户完成60户，乙镇应改造40户完成34户，两镇合并计算，完成率为[[92.5%]]。"),
      .draft("全县120个行政村，已建成便民服务点的有108个，覆盖率[[95%]]。"),
      .draft("督察反馈的40个问题中，仍有4个未完成整改，整改率[[92%]]。"),
      .draft("全县应发证2.3万宗，到年底发出1.84万宗，发证率达到[[85%]]。"),
    ],
    silent: [
      .draft("矛盾纠纷受理2860件，化解2786件，化解率97.4%；信访总量下降18.6%，初次信访一次化解率94%。"),
      .draft("收到意见建议286条，采纳112条，部分采纳86条，留作参考62条，未采纳26条，采纳和部分采纳率69.2%。"),
      .draft("受理甲类诉求140件、乙类诉求60件，合计200件，办结180件，综合办结率90%。"),
      .draft("承担任务5项，全部完成。建立代表建议闭环机制，建议办结率98.6%。"),
      .draft("排查拖欠账款46笔、3280万元，清偿43笔、3116万元，按金额计算的清偿率为95.0%。"),
      .draft(
        "全县常住人口24.6万人，家庭医生签约11.8万人，签约率48%。常住人口24.6万人，全年就诊118万人次，就诊率48%。受理诉求1120件，其中其他类112件；办结1108件，办结率98.9%。"),
      .draft("48个社区中已有42个设立助餐点，覆盖率87.5%。48个社区中已有42个设立助餐点，网办率85.7%。"),
      .draft("三轮督察分别发现问题14个、9个、11个，共34个；截至年底分别整改14个、9个、8个，共31个，整改率91.2%。"),
      .draft("全年安排改革任务28项，办结22项、持续推进3项、延期3项，扣除经批准延期的3项，办结率为88%。"),
      .draft("青墩镇签订5260户、柳河镇签订4875户，签订率分别为98.6%和96.9%。"),
      .draft("依申请事项共1260项，1134项实现全程网办，平均每百项就有90项可以在线办理。每百名老人拥有养老床位5张，全县有老人2.6万名。"),
      .draft("新增村级站点64个，总数达到232个，每个站点覆盖1个村，覆盖率94.3%。"),
      .draft("受理诉求1860件，办结1840件，满意率97.6%。"),
      .draft("甲镇应改造60户完成60户，乙镇应改造40户完成34户，两镇合并计算，完成率为94%。"),
      .draft("年度预算8600万元，已支出7740万元，支出进度90%，快于序时进度。"),
      .draft("预算安排专项资金3200万元，实际支出2944万元，预算执行率92%。"),
      .draft("受理诉求1500件，办结1470件，办结率为98%。\n全年安排改革任务45项，完成42项，延期3项。扣除延期任务，完成率为100%；按全部任务计算，完成率为93.3%。"),
      .draft("盘活低效用地1860亩，超额完成1500亩的年度目标，完成率124%。群众满意率达到96.2%。27个问题中还有6个没有整改到位，整改率为77.8%。"),
      .draft("受理诉求1500件，办结1470件，办结率98%；上年受理1200件，办结率96%。"),
      .draft("发现并处置问题732个，5个国省控断面水质优良比例保持100%。"),
      .draft("评估21个事项，评为“优”的9个、“良”的10个、“中”的2个，优良率90.5%，群众满意率92.5%。"),
      .draft("全区320个村全部完成清产核资，土地确权率98.5%。办结事项300件，办结率提高2.5%。"),
      .draft("全年确定改革任务9项。目前办结7项，推进供销社综合改革、建设工坊联盟2项按程序延期；扣除延期任务后，完成率为100%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.rate], of: input, remedy: "请按分子、分母重新计算，或写明计算口径")
  }
}

struct RateRule: RelationRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices where page.isTold(figure) {
      guard page.isPercent(figure) else {
        ofHundred(figure, &book)
        continue
      }
      guard let name = name(of: figure) else { continue }
      if combined(figure, name, &book) { continue }
      if let layer = layer(for: figure, name) { ofTasks(figure, layer, &book) }
      let numerators = numerators(figure, name)
      // 采纳和部分采纳率: no one count is the numerator.
      for numerator in numerators where !name.contains(where: { Mark.ands.contains(page.units[$0]) }) {
        read(figure, numerator, isDenied(numerator, name.suffix(2)), &book)
      }
      if numerators.count > 1 { sum(figure, numerators, &book) }
      everyOne(figure, name, &book)
      if numerators.isEmpty { reach(figure, name, &book) }
      movedPoint(figure, name, &book)
      // 应发证2.3万宗,已发1.84万宗,发证率85%: the verb stands beside what should be.
      if numerators.allSatisfy({ page.words(page.lead($0)).containsAny(Self.due) }) {
        pair(figure, name, &book)
      }
      grades(figure, name, &book)
    }
  }

  /// The words before 率: 办结, 整改完成. Nil where the figure is a change of the rate.
  private func name(of figure: Int) -> Range<Int>? {
    let before = page.before(figure)
    let near = before.suffix(10)
    guard let rate = near.last(where: { page.units[$0] == Mark.rate || isProportion($0) }),
      page.claim(figure).change == nil,
      // 年初资产负债率为62.6%: of another day than the counts.
      !page.words(page.lead(figure)).containsAny(Self.otherTimes),
      // 签订5260户、4875户,签订率分别为98.6%和96.9%: each of its own whole.
      !page.cues.has([.up, .down, .to, .lastYear, .respectively], in: rate..<before.upperBound),
      !(rate..<before.upperBound).contains(where: {
        page.units[$0] == Mark.comma || page.units[$0] == Mark.from
      })
    else { return nil }
    var start = rate
    while start > before.lowerBound, rate - start < 6, Mark.isHan(page.units[start - 1]) { start -= 1 }
    return rate - start >= 2 ? start..<rate : nil
  }

  /// The count of tasks that a completion rate is of: the one whose telling it closes.
  private func layer(for figure: Int, _ name: Range<Int>) -> StatusReading.Layer? {
    guard page.cues.has(.done, in: name.suffix(2)) else { return nil }
    // 竹坪乡完成率为80%: of one of those that the tasks were given to.
    let subject = name.dropLast(2)
    // 承担任务5项,全部完成,…建议办结率98.6%: the rate names other things than tasks.
    if page.words(subject).containsAny(Self.things) { return nil }
    if let last = subject.last, Self.bodies.contains(page.units[last]), subject.count > 2,
      page.units[subject.lowerBound] != Mark.all
    {
      return nil
    }
    let claim = page.claim(figure)
    let layers =
      claim.domain == nil ? status.overall : status.fields.first { $0.section == claim.domain }?.layers ?? []
    guard let layer = layers.last(where: { $0.total < figure }), claim.sentence - layer.lastSentence <= 2,
      page.draft.sentences[claim.sentence].paragraph == page.draft.sentences[layer.lastSentence].paragraph
    else { return nil }
    // Another count of things done stands between: the rate is theirs.
    let between =
      ((layer.figures.max() ?? layer.total) + 1)..<max(figure, (layer.figures.max() ?? layer.total) + 1)
    return between.contains {
      page.isAmount($0) && page.cues.has([.intake, .outcome], in: page.lead($0))
        && !StatusReading.isLeftOut($0, page)
    }
      ? nil : layer
  }

  private func ofTasks(_ figure: Int, _ layer: StatusReading.Layer, _ book: inout RelationBook) {
    let total = page.value(layer.total)
    let delayed = page.sum(layer.delayed)
    let ended = page.sum(layer.ended)
    let done =
      layer.done.isEmpty
      ? (layer.allDone != nil ? total : total - delayed - ended)
      : page.sum(layer.done)
    guard total > 0, !layer.done.isEmpty || layer.allDone != nil || !layer.delayed.isEmpty else { return }
    var readings: [(base: Decimal, text: String, isAll: Bool)] = [(total, "\(total)", true)]
    if delayed > 0 { readings.append((total - delayed, "（\(total)-\(delayed)）", false)) }
    if ended > 0 {
      readings.append((total - ended, "（\(total)-\(ended)）", true))
      readings.append((total - delayed - ended, "（\(total)-\(delayed)-\(ended)）", false))
    }
    let sentence = page.sentence(of: figure).range
    // 扣除经批准延期的3项,办结率为88%: how many are left out stands before it.
    let isBehind = page.siblings(of: figure).contains(figure - 1) && StatusReading.isLeftOut(figure - 1, page)
    var clause = page.before(isBehind ? figure - 1 : figure)
    clause =
      max(
        sentence.lowerBound, clause.lowerBound)..<min(sentence.upperBound, page.range(figure).upperBound + 12)
    let saysWithout = page.cues.has(.withoutDelays, in: clause)
    let saysAll = page.cues.has(.ofAll, in: clause)
    // 扣除延期任务后: without what was not counted here.
    if saysWithout, !saysAll, delayed + ended == 0 { return }
    // 扣除延期和终止事项后: without both.
    let saysBoth = saysWithout && ended > 0 && delayed > 0 && page.cues.has(.ended, in: clause)
    for reading in readings where reading.base > 0 {
      if saysAll, !saysWithout, !reading.isAll { continue }
      if saysWithout, !saysAll, reading.isAll, delayed > 0 { continue }
      if saysBoth, reading.base != total - delayed - ended { continue }
      let rate = Quotient(done * 100, by: reading.base)
      let agreement = Reckoning.compare(rate, with: page.quantity(figure))
      let fits = agreement != .apart
      let isUnsaid = fits && !reading.isAll && !saysWithout && delayed > 0
      book.propose(
        relation(
          figure, layer.figures, rate.value, "\(done)/\(reading.text)", agreement, isCertain: true,
          note: isUnsaid ? "完成率是扣除延期任务后算的，文中没有写明口径" : nil), as: .figure(figure))
    }
  }

  /// The figures whose words share the rate's verb: in the sentence, the nearest first.
  private func numerators(_ figure: Int, _ name: Range<Int>) -> [Int] {
    let verb = name.suffix(2)
    let siblings = page.siblings(of: figure)
    return (siblings.lowerBound..<figure).reversed().filter { other in
      // 每个站点覆盖1个村.
      page.isAmount(other) && page.claim(other).change == nil && !page.cues.has(.each, in: page.before(other))
        && (matches(verb, page.lead(other)) || matches(verb, ownTail(other, before: name)))
        && !isOfAnother(figure, than: other, verb) && !isGoal(other)
    }.flatMap { other in
      // 清偿43笔、3116万元: counted in two units.
      let second = other + 1
      return second < figure && page.words(page.before(second)) == "、" && page.isAmount(second)
        && !page.sameUnit(other, second) ? [other, second] : [other]
    }.map { other in
      // 分别整改14个、9个、8个,共31个,整改率91.2%: of all of them.
      (other + 2..<max(other + 2, figure)).first { page.areSummedUp(Array(other..<$0)) } ?? other
    }
  }

  /// 受理1500件,办结1470件,办结率98%;上年受理1200件,办结率96%: behind a rate of its own, or a semicolon, other things are counted.
  private func isOfAnother(_ figure: Int, than numerator: Int, _ verb: Range<Int>) -> Bool {
    let start = page.range(numerator).upperBound
    let semicolon = (start..<max(start, verb.lowerBound)).last { page.units[$0] == Mark.semicolon }
    // 纠纷化解2786件,…;信访总量下降18.6%,初次信访一次化解率94%: a rate of what is named before it.
    if let semicolon,
      case let comma = (semicolon..<verb.lowerBound).last(where: { Mark.clauseEnds.contains(page.units[$0]) }),
      case let subject = (comma ?? semicolon) + 1..<verb.lowerBound, subject.count >= 4,
      !page.shares(subject, with: page.sentence(of: numerator).range.lowerBound..<semicolon)
    {
      return true
    }
    return (numerator + 1..<max(numerator + 1, figure)).contains { other in
      guard page.isAmount(other), page.isThing(other) || page.sameUnit(other, numerator),
        page.claim(other).change == nil, !isNumerator(other, verb)
      else { return false }
      if let semicolon, page.range(other).lowerBound > semicolon { return true }
      return (numerator + 1..<other).contains { rate in
        page.isPercent(rate) && name(of: rate).map { page.shares(verb, with: $0) } ?? false
      }
    }
  }

  func isNumerator(_ count: Int, _ verb: Range<Int>) -> Bool {
    matches(verb, page.lead(count)) || matches(verb, ownTail(count, before: verb))
  }

  /// 6个没有整改到位, 未办结5件: those of which the rate's verb is denied.
  private func isDenied(_ count: Int, _ verb: Range<Int>) -> Bool {
    [page.lead(count), ownTail(count, before: verb)].contains { words in
      page.places(of: Array(page.units[verb]), in: words).contains { place in
        page.words(max(words.lowerBound, place - 6)..<place).containsAny(Self.denials)
      }
    }
  }

  private static let denials = ["未", "没", "无法", "不能", "尚待", "有待"]

  /// The words behind a count that are said of it: not the name of the rate, nor what leads up to the next count.
  func ownTail(_ count: Int, before name: Range<Int>) -> Range<Int> {
    let tail = page.tail(count)
    let isLead =
      page.siblings(of: count).contains(count + 1) && page.range(count + 1).lowerBound == tail.upperBound
    return isLead || tail.upperBound > name.lowerBound ? tail.lowerBound..<tail.lowerBound : tail
  }

  /// The rate's verb stands beside a count; 节资率 goes with 节约资金.
  func matches(_ verb: Range<Int>, _ words: Range<Int>) -> Bool {
    page.shares(verb, with: words)
      || Self.kin.contains { page.words(verb).hasSuffix($0.0) && page.words(words).contains($0.1) }
  }

  /// 320个村全部完成清产核资,完成率100%: all of those that were counted.
  private func everyOne(_ figure: Int, _ name: Range<Int>, _ book: inout RelationBook) {
    guard page.isExact(figure), figure > page.siblings(of: figure).lowerBound, page.isAmount(figure - 1)
    else { return }
    let told = page.range(figure - 1).upperBound..<name.lowerBound
    guard let all = page.cues.first(.everyOne, in: told), told.count <= 24,
      page.claim(figure - 1).change == nil,
      !page.has(Mark.semicolon, in: told), !told.contains(where: { page.units[$0] == Mark.except }),
      matches(name.suffix(2), all.lowerBound..<name.lowerBound)
    else { return }
    let fits = page.value(figure) == 100
    book.weigh(
      figure, by: [figure - 1], .rate, fits ? .verified : .broken, on: page, "“\(page.text(all))”即100%",
      "写了全部完成，比率却不是100%")
  }

  private func read(_ figure: Int, _ numerator: Int, _ isDenied: Bool, _ book: inout RelationBook) {
    let sentence = page.claim(figure).sentence
    var candidates = Array((page.siblings(of: figure).lowerBound..<numerator).reversed())
    candidates += (numerator + 1)..<figure
    let here = candidates.count
    if sentence > 0, page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    {
      candidates += page.draft.sentences[sentence - 1].quantities.reversed()
    }
    let alike = candidates.enumerated().filter {
      isComparable($0.element, numerator) && page.isAmount($0.element)
        && page.claim($0.element).change == nil
    }
    for (position, denominator) in alike {
      let part = isDenied ? rest(of: denominator, without: numerator) : page.quantity(numerator)
      guard let part, let ratio = Quotient(part, by: page.quantity(denominator), times: 100)
      else { continue }
      let isNearest = denominator == alike[0].element && position < here && denominator < numerator
      // 常住人口74.8万人,比上年末增加1.9万人,增长2.6%;其中城镇人口61.2万人: only how the whole changed stands between.
      let isCertain =
        isNearest
        && (page.cues.has(.intake, in: page.lead(denominator))
          || page.words(page.lead(denominator)).containsAny(Self.due)
          || (denominator + 1..<numerator).allSatisfy { page.claim($0).change != nil })
        // 286条,采纳112条,留作参考62条,未采纳26条: denied of all of them.
        && !(isDenied && alike.contains { page.value($0.element) > page.value(denominator) })
      // 助餐点96个,比上年增加22个,覆盖社区104个: no part of what is fewer.
      if isNearest, numerator > denominator + 1, page.value(numerator) > page.value(denominator) { continue }
      let exact = page.isExact(numerator) && page.isExact(denominator) && !isOfFewer(figure)
      let agreement = Reckoning.compare(ratio, with: page.quantity(figure))
      book.propose(
        relation(
          figure, [numerator, denominator], ratio.value,
          isDenied
            ? "（\(page.number(denominator))-\(page.number(numerator))）/\(page.number(denominator))"
            : "\(page.number(numerator))/\(page.number(denominator))", agreement,
          isCertain: isCertain && exact && page.isExact(figure)), as: .figure(figure),
        isUnlikely: agreement == .apart && !(isCertain && page.isExact(figure)))
    }
  }

  private func rest(of whole: Int, without part: Int) -> Quantity? {
    let (all, left) = (page.quantity(whole), page.quantity(part))
    guard all.value > left.value else { return nil }
    return Quantity(
      all.value - left.value, unit: all.unit, approximation: all.approximation ?? left.approximation,
      precision: max(all.precision, left.precision))
  }

  func relation(
    _ figure: Int, _ members: [Int], _ value: @autoclosure () -> Decimal,
    _ quotient: @autoclosure () -> String,
    _ agreement: Agreement, isCertain: Bool, note: String? = nil
  ) -> Relation {
    let verdict: Relation.Verdict =
      switch agreement {
      case .equal, .truncated, .near: .verified
      case .within: .undecided
      // 合计完成51项,完成率94.4% behind 自定事项15项: no share of that.
      case .apart: isCertain && (value() < 150 || page.value(figure) > 100) ? .broken : .undecided
      }
    return Relation(
      .rate, verdict, claimed: page.range(figure), result: figure, members: members,
      arithmetic: "\(quotient())=\(Percent.text(value(), like: page.quantity(figure)))"
        + (verdict == .broken ? ",文中写\(page.number(figure))" : ""),
      message: note ?? "比率与所列的数不符", severity: note == nil ? nil : .note,
      isTruncated: agreement == .truncated)
  }

  private static let things = [
    "建议", "提案", "诉求", "热线", "工单", "事件", "问题", "案件", "投诉", "信访", "网格", "办件", "纠纷", "窗口", "政务",
  ]
  private static let otherTimes = ["年初", "上年", "去年", "期初", "改革前"]
  private static let bodies = UnitSet("镇乡街道区县市局委办村")
  static let due = ["应", "预算", "计划", "规划", "目标", "下达"]
  private static let kin = [
    ("节资", "节约"), ("签约", "签订"), ("入库", "纳入"), ("就业", "就业"), ("脱贫", "脱贫"), ("镇化", "城镇"), ("兑现", "放款"),
    ("兑现", "拨付"), ("执行", "支出"), ("执行", "拨付"), ("拨付", "支出"),
  ]
}
