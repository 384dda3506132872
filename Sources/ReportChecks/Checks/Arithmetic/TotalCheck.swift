import Foundation
import ReportModel

/// 合计: A…、B…,共N against its parts.
struct TotalCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.total", .error, "合计数与前面各项之和不符",
    rationale: "“共”“合计”“总计”紧跟在同一单位的几个数后面时，把前面的数相加核对。“共”后面另说他事的不算。",
    source: "实务",
    triggering: [
      .draft("覆盖12家镇卫生院和6家社区卫生服务中心，共[[17家]]基层机构。"),
      .draft("一季度完成2项，二季度完成6项，三季度完成8项；上半年累计完成[[9项]]。"),
      .draft("县委书记、县长各领衔1项重大改革，其他县级领导领衔18项，共领衔[[25项]]。"),
      .draft("明确基本履职事项118项、配合履职事项75项，共[[139项]]。"),
      .draft("发出黄牌提示八次、红牌警示两次，共[[十二次]]。"),
      .draft("培育家庭农场240家、农民合作社60家，新型经营主体合计增加[[310家]]。"),
      .draft("建设公园8个、绿地14处、绿道3条，共计[[35处]]。"),
      .draft("前两批共承接事项86项，2024年再承接27项，累计承接[[103项]]。"),
      .draft("全镇12个村、3个社区，共[[16个]]村（社区）完成换届。"),
      .draft("第九次会议审议文件4件，第十次会议审议文件3件，共审议文件[[8件]]。"),
      .draft("中央资金1.26亿元、省级0.84亿元、市级0.3亿元，三级资金合计[[2.6亿元]]。"),
      .draft("城区、郊区、山区三片分别建成步道12.5、8.4、6.6公里，三片合计[[29.5公里]]。"),
      .draft("新建养老点18处，改建养老点22处，扩建养老点5处。这[[48处]]养老点全部配备助餐设施。"),
      .draft("国有林场6个、集体林场9个、股份林场4个，[[21个]]林场全部完成确权。"),
      .draft("住宅用地520亩、工业用地860亩、道路用地130亩——全年[[1150亩]]供地计划全部完成。"),
      .draft("财政投入4.5亿元，占大头;社会资本2.5亿元，银行贷款1.5亿元。三个渠道累计筹资[[9.5亿元]]。"),
      .draft("3家集团分片包干：县一小带11所学校，县二小带7所，县三小带5所。至此，全县[[22所]]学校全部纳入。"),
      .draft(
        "（一）城东片区。改造小区12个。\n（二）城西片区。改造小区8个。\n（三）城北片区。改造小区5个。\n三个片区合计改造小区[[26个]]。"),
      .draft("4所幼儿园依次提供学位270个、360个、360个、450个，学位由此增加[[1460个]]。"),
      .draft("新增公办学位4200个、民办学位1300个，共新增学位[[5600个]]。"),
      .draft("县委深改委全体会开了4次、专题会开了3次，前后[[8次]]会议共审议文件14件。"),
    ],
    silent: [
      .draft("覆盖12家镇卫生院和6家社区卫生服务中心，共43家基层机构。"),
      .draft("总产值486亿元中，汽车213.8亿元、电子142.6亿元、材料85.4亿元、其他44.2亿元；三大产业合计441.8亿元。"),
      .draft("新增公办学位4200个、民办学位1300个，累计建成学位5600个，共拥有学位5800个，近三年共新增学位5800个。"),
      .draft("任务由14个单位牵头，甲局5项、乙局4项、丙局4项，其余11个单位共19项。年初安排20项，年中经批准调增2项、调减1项，年末共21项。"),
      .draft("一季度完成2项（均在3月），二季度完成6项（5月2项、6月4项），三季度完成8项；上半年累计完成8项。"),
      .draft("一季度办理4件，二季度办理6件（5月2件、6月4件），三季度办理8件，四季度办理7件，上半年共办理10件。"),
      .draft("全区辖8个街道、4个镇，共有社区86个。任务完成40分自评37分，制度成果30分自评30分，合计67分。"),
      .draft("财政投入3200万元，社会投入1850万元，银行贷款2400万元，项目概算7600万元。"),
      .draft("一季度投资12.5亿元，二季度15.8亿元，三季度17.2亿元，全年签约项目总投资46.8亿元。"),
      .draft("全体会开了4次，其中专题研究3次，4次会议共审议文件14件；上半年督察2轮、下半年督察3轮，近三年6轮督察覆盖所有部门。"),
      .draft("对企业开展评价，评出A类43家、B类107家、C类50家、D类14家，A类、B类企业合计150家。"),
      .draft("主要领导领衔改革项目各3项，其他领导领衔18项，合计24项。"),
      .draft("高新技术企业净增17家：新认定24家，到期未通过及迁出合计7家。"),
      .draft("办理提案44件、建议36件、来信120件，提案建议合计80件。"),
      .draft("机关1200人、事业单位3400人、国有企业800人，机关和事业单位合计4600人。"),
      .draft("14个乡镇各建1个站、县城建3个站，合计17个。"),
      .draft("一是教育方面。投入资金3000万元。\n二是卫生方面。投入资金2000万元。\n以上两个方面累计投入资金5000万元。"),
      .draft("新建养老点18处，改建养老点22处，扩建养老点5处。这22处养老点全部配备助餐设施。"),
      .draft("新建社区食堂12家、改建8家，86个社区全部覆盖。"),
      .draft("第九次会议审议文件4件，第十次会议审议文件3件，全年会议共审议文件21件。"),
      .draft("前两批共承接事项86项，2024年再承接27项，累计承接113项，累计办件9200件。"),
      .draft("建设公园8个、绿地14处、绿道3条，共计25处。"),
      .draft("明确基本履职事项118项、配合履职事项75项，共193项。县委书记、县长各领衔1项重大改革，其他县级领导领衔18项，共领衔20项。"),
      .draft("召开会议4次、专题会议6次，共审议文件19件。配备专职网格员1310名，每个网格配备兼职网格员2名、共2496名。"),
      .draft("新建公园3个、广场2个，共带动就业岗位40个。"),
      .draft("引进院士团队7个、工作站13个，新认定“小巨人”企业19家，累计63家。"),
      .draft("盘活用地1260亩，同比增长20%，连同2024年的1050亩和2023年的820亩，三年累计盘活3130亩。全年发证594张，高出上年208张，两年累计发证980张。"),
      .draft("平台企业新入驻8家、退出3家，总数67家。3条产业链各配链长1名、专员2名，共9人。"),
      .draft("集团化办学覆盖学校70所；新增学位4500个，加上上年新增部分，两年合计新增8700个。"),
      .draft("国家事项21件全部落地，县级特色事项6件，累计办件3.7万件。"),
      .draft("建设公共停车场12个、公共厕所8个，公共服务设施更加完善，培训班共举办15期。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.total], of: input, remedy: "请核对合计数和各项，改正写错的一个")
  }
}

struct TotalRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count > 2 {
      for figure in sentence.quantities.dropFirst(2) where page.isAmount(figure) {
        let lead = page.lead(figure)
        // 总数比上年增加7家: how the total changed.
        guard let cue = cue(in: lead), !page.cues.has(.lastYear, in: cue.upperBound..<lead.upperBound)
        else { continue }
        read(figure, cue: cue, lead: lead, &book)
      }
    }
  }

  /// 共, 合计 … shortly before the figure; not 公共, 共同.
  private func cue(in lead: Range<Int>) -> Range<Int>? {
    if let sum = page.cues.last(.sum, in: lead) { return sum }
    return lead.last { index in
      page.units[index] == Mark.all
        && (index == lead.lowerBound || !Self.beforeAll.contains(page.units[index - 1]))
        && !Self.afterAll.contains(index + 1 < lead.upperBound ? page.units[index + 1] : 0)
    }.map { $0..<$0 + 1 }
  }

  private func read(_ total: Int, cue: Range<Int>, lead: Range<Int>, _ book: inout RelationBook) {
    var parts: [(figure: Int, times: Int)] = []
    let span = page.months(in: lead)
    for figure in (page.siblings(of: total).lowerBound..<total).reversed() {
      // 三季度8项(8月3项、9月5项),共14项: parts of a part.
      if let owner = page.bracketOwner(of: figure), page.bracketOwner(of: total) != owner { continue }
      // 四季度7项;上半年累计8项: what came later is no part.
      if let span, let part = page.months(in: page.lead(figure)), part.upperBound > span.upperBound {
        continue
      }
      // 收入50万元以上的村38个: part of the name of what is counted.
      if let next = parts.first?.figure, !page.sameUnit(figure, next),
        page.tail(figure).upperBound == page.range(next).lowerBound,
        // 8家卫生院和43个卫生室.
        page.units[page.tail(figure)].last.map(Mark.ands.contains) != true
      {
        continue
      }
      // 三类合计120件: how many parts there are.
      if parts.isEmpty, page.range(figure).upperBound == lead.lowerBound, page.value(figure) <= 12 {
        continue
      }
      // 1260亩,同比增长20%,连同2024年的1050亩: how the first of them grew is no part.
      if let next = parts.first?.figure, !page.isAmount(figure) || page.claim(figure).change != nil,
        isJoined(next)
      {
        continue
      }
      guard page.sameUnit(figure, total) || counts(figure, as: total), page.isAmount(figure),
        // 靠新建增加480个,靠改建增加320个,共增加800个: all of them came to it.
        page.claim(figure).change == nil || page.claim(figure).change == page.claim(total).change
          || page.claim(figure).change == .up && page.cues.has(.up, in: lead),
        !page.cues.has(.lastYear, in: sameHalf(page.before(figure))),
        // 由22天减为9天、由12天减为5天,合计省下20天: ends of changes are no parts.
        !page.cues.has(.to, in: page.lead(figure))
      else { break }
      parts.insert((figure, page.times(figure)), at: 0)
      if page.cues.has(.parts, in: page.before(figure)) || self.cue(in: page.lead(figure)) != nil { break }
    }
    // 甲局5项、乙局4项,其余11个单位共19项: of the others, and not of those before.
    if page.words(page.claim(total).clause.lowerBound..<cue.lowerBound).hasAnyPrefix(Self.others) { return }
    // 总产值486亿元中,汽车213.8亿元、…: the whole of those behind it.
    if parts.count > 2, case let first = page.value(parts[0].figure), page.value(total) != first * 2,
      parts.dropFirst().reduce(Decimal(0), { $0 + page.value($1.figure) }) == first
    {
      parts.removeFirst()
    }
    // 前两批共30个村: of the first two of three. 三大产业合计441.8亿元: of some three of four.
    let counted = total - 1
    if let first = parts.first?.figure, counted > first, page.range(counted).upperBound == lead.lowerBound,
      case let count = NSDecimalNumber(decimal: page.value(counted)).intValue, count > 1, count < parts.count
    {
      let some = Array(parts.prefix(count))
      if page.units[page.range(counted).lowerBound - 1] == Self.first {
        parts = some
      } else if ["大", "类"].contains(page.unit(counted)) {
        guard some.reduce(Decimal(0), { $0 + page.value($1.figure) }) == page.value(total) else { return }
        parts = some
      }
    }
    // 上年签约的65个,年内又有22个开工,累计开工58个: no sum is less than one of its parts.
    if page.words(cue) == "累计", parts.contains(where: { page.value($0.figure) > page.value(total) }),
      !parts.contains(where: { Reckoning.isSlip(page.value($0.figure), page.value(total)) })
    {
      return
    }
    // 净增17家:新认定24家,到期及迁出合计7家: those that left are summed up, not those that came.
    if page.words(lead.lowerBound..<cue.lowerBound).containsAny(Self.goings),
      !parts.contains(where: { page.words(page.lead($0.figure)).containsAny(Self.goings) })
    {
      return
    }
    guard parts.count > 1,
      isRunning(parts.map(\.figure)) || isAnnounced(total, cue, parts.map(\.figure))
        || !isStock(total, cue, parts.map(\.figure))
    else { return }
    // 8个镇建点104个、5个乡建点55个,共159个: of what they have.
    let pairs = page.pairs(from: parts[0].figure)
    if pairs.count * 2 == parts.count {
      parts.removeAll { part in !pairs.contains { $0.amount == part.figure } }
    }
    // 40分自评37分,30分自评30分,合计67分: each behind what it might have been.
    let own = parts.filter { page.words(page.lead($0.figure)).containsAny(Self.scored) }
    if own.count > 1, own.count * 2 == parts.count { parts = own }
    let start = parts.last.map { page.range($0.figure).upperBound } ?? lead.lowerBound
    let opening = page.units[start..<cue.lowerBound].lastIndex { $0 == Mark.comma || $0 == Mark.semicolon }
    if let named = named(
      (opening.map { $0 + 1 } ?? lead.lowerBound)..<cue.lowerBound, among: parts.map(\.figure))
    {
      guard Set(named).count > 1, named.count < parts.count else { return }
      parts.removeAll { !named.contains($0.figure) }
    }
    // 一季度2项、二季度6项、三季度8项;上半年累计完成8项: of the quarters that it runs up to.
    let told = page.words(lead.lowerBound..<cue.lowerBound)
    if let count = Self.runs.first(where: { told.contains($0.words) })?.count {
      parts.removeAll { part in
        !Self.quarters.prefix(count).contains { page.words(page.lead(part.figure)).hasPrefix($0) }
      }
      guard parts.count == count else { return }
    }
    if isOfEachKind(parts, total) { return }
    let announced = isAnnounced(total, cue, parts.map(\.figure))
    // A list that makes the whole before it makes the sum behind it as well.
    let isSaid =
      cue.count > 1 && cue.upperBound == page.range(total).lowerBound && !(page.words(cue) == "累计")
      && page.tail(total).isEmpty
    let group = announced || isSaid ? RelationBook.Group.figure(total) : .list(parts[0].figure)
    for start in 0...(parts.count - 2) {
      let used = parts[start...]
      let sum = used.reduce(Decimal(0)) { $0 + page.value($1.figure) * Decimal($1.times) }
      var equation: String {
        used.map { page.term($0.figure) }.joined(separator: "+") + "="
          + FigurePage.number(sum, precision: used.map { page.quantity($0.figure).precision }.min() ?? 0)
      }
      let members = used.map(\.figure)
      let interval = page.interval(members)
      let agreement = Reckoning.compare(sum, interval, with: page.quantity(total))
      // Three parts with the total's own digits, and yet not the total: rounding at best.
      let isOff =
        agreement == .within && start == 0 && page.isExact(total)
        && Reckoning.isOff(members.map(page.quantity), page.quantity(total), by: abs(sum - page.value(total)))
      let fits = agreement != .apart && !isOff
      let verdict: Relation.Verdict =
        fits
        ? .verified
        : start == 0 && isCertain(total, cue, lead, members) && isOfSize(page.value(total), sum)
          ? .broken : .undecided
      guard fits || start == 0 else { continue }
      book.weigh(
        total, by: members, .total, verdict, on: page, equation,
        isOff ? "合计数与各项之和差在末位，若因四舍五入请注明" : "合计数与各项之和不符",
        severity: isOff && verdict == .broken ? .warning : nil, as: group)
    }
  }

  private static let others = ["其余", "其他", "其它", "余下", "剩余", "另外", "另有"]
  private static let runs: [(words: String, count: Int)] = [
    (words: "上半年", count: 2), ("前两季度", 2), ("前三季度", 3), ("前两个季度", 2), ("前三个季度", 3),
  ]
  private static let quarters = ["一季度", "二季度", "三季度"]
  private static let first: UInt16 = 0x524D  // 前
  private static let scored = ["自评", "得分", "得", "实得", "评得"]
  static let joints = UnitSet("与和及同加、")

  /// 连同2024年的1050亩, 加上原有的12个: joined to what stands before.
  private func isJoined(_ figure: Int) -> Bool {
    page.words(page.before(figure)).containsAny(["连同", "加上", "算上", "加之"])
  }

  /// 次数与去年同期持平;三次会议分别审议5件: what stands before a semicolon is said of something else.
  private func sameHalf(_ words: Range<Int>) -> Range<Int> {
    (words.last { page.units[$0] == Mark.semicolon } ?? words.lowerBound)..<words.upperBound
  }

  private static let goings = ["退出", "迁出", "注销", "到期", "淘汰", "撤并", "撤销", "吊销", "离职", "退休", "流失", "摘牌"]
  /// 公园8个、绿地14处、绿道3条,共计25处: things of several kinds, and nothing named behind their sum.
  private func counts(_ part: Int, as total: Int) -> Bool {
    // 由1家医院、8家卫生院和43个卫生室组成,成员单位合计52个.
    if isComposed(part, total) { return true }
    return page.isThing(part) && page.isThing(total) && page.tail(part).isEmpty && page.tail(total).isEmpty
      && page.lead(part).count >= 2 && page.lead(total).count <= 4
  }

  /// 国家事项21件、县级事项6件,累计办件3.7万件: what is so far from the sum counts other things, unless the point has moved.
  private func isOfSize(_ total: Decimal, _ sum: Decimal) -> Bool {
    total <= sum * 12 && sum <= total * 12 || Reckoning.isSlip(total, sum)
  }

  /// 三项之和为2600套, 四级资金合计2.8亿元: as many parts as are said to be summed up.
  private func isAnnounced(_ total: Int, _ cue: Range<Int>, _ parts: [Int]) -> Bool {
    guard let last = parts.last, page.range(last).upperBound <= cue.lowerBound else { return false }
    return page.counts(parts.count, in: (page.range(last).upperBound..<cue.lowerBound).suffix(8))
  }

  /// Whether the total can only be the sum: nothing else is counted by it.
  private func isCertain(_ total: Int, _ cue: Range<Int>, _ lead: Range<Int>, _ parts: [Int]) -> Bool {
    // 每个网格2名,共2496名: so many for each.
    if parts.contains(where: { page.isOfEach($0) && page.times($0) == 1 }) { return false }
    guard (parts + [total]).allSatisfy(page.isExact), !isUntold(cue, behind: parts) else { return false }
    let words = cue.upperBound..<page.range(total).lowerBound
    if isAnnounced(total, cue, parts) { return true }
    if isClose(total, parts), parts.allSatisfy({ isComposed($0, total) }) { return true }
    // 出租盘活4.2万平方米、出售盘活1.1万平方米,累计盘活闲置房产5.3万平方米: one verb.
    if words.count > 2, isClose(total, parts),
      parts.allSatisfy({ page.shares(words.prefix(2), with: page.lead($0)) })
    {
      return true
    }
    // 城镇12.4万户、农村8.7万户,合起来21.1万户居民: the word says nothing but the sum.
    if words.isEmpty, cue.count > 1, !(page.words(cue) == "累计"), isClose(total, parts) { return true }
    if cue.lowerBound == lead.lowerBound, !isOfStock(cue), namesAll(words, parts, total) { return true }
    guard words.count <= 6 else { return false }
    var tail = page.tail(total)
    // 15个村(社区).
    if tail.upperBound < page.units.count, page.units[tail.upperBound] == 0x28, tail.count == 1,
      let close = page.units[tail.upperBound..<page.after(total).upperBound].firstIndex(of: 0x29),
      close - tail.upperBound <= 4
    {
      tail = tail.lowerBound..<close
    }
    let noun = tail.isEmpty ? lead.lowerBound..<cue.lowerBound : tail
    // …的村12个、…的村67个,合计79个村.
    let isSame =
      tail.count == 1
      && parts.allSatisfy { part in
        page.units[page.lead(part)].last == page.units[tail.lowerBound]
          || page.units[page.tail(part)].first == page.units[tail.lowerBound]
      }
    let between = page.words(cue.upperBound..<page.range(total).lowerBound)
    if isRunning(parts),
      between.units.count <= 2
        || parts.contains(where: {
          page.shares(cue.upperBound..<page.range(total).lowerBound, with: clause($0))
        })
    {
      return true
    }
    // 第九次会议审议文件4件,第十次会议审议文件3件,共审议7件: counted in the words of the parts.
    if tail.isEmpty, between.units.count >= 2, isNear(total, parts),
      parts.allSatisfy({ page.contains(Array(between.units), in: page.lead($0)) })
    {
      return true
    }
    // 9个街道、4个镇共划分网格836个: something else is counted, of which there are no parts.
    let isBare =
      tail.isEmpty && cue.lowerBound - lead.lowerBound <= 6
      && (between.units.count < 2
        || between.units.count == 2 && (isNear(total, parts) || parts.contains { page.tail($0).isEmpty })
        || Self.verbs.contains { between == $0 })
    // 9个街道、4个镇,共13个镇街: its name is made of theirs.
    let isJoined =
      (2...4).contains(tail.count)
      && parts.allSatisfy { part in page.tail(part).contains { page.units[tail].contains(page.units[$0]) } }
    // 12家镇卫生院和6家社区卫生服务中心,共17家基层机构: the noun only sums them up.
    let isCollective =
      (2...8).contains(tail.count) && page.words(tail).hasAnySuffix(Self.collectives) && words.isEmpty
      && isClose(total, parts) && isNear(total, parts)
      && parts.allSatisfy { max(page.lead($0).count, page.tail($0).count) >= 3 }
    guard
      isBare || isJoined || isSame || isCollective
        || parts.contains(where: {
          page.shares(noun, with: page.lead($0)) || page.shares(noun, with: page.tail($0))
        })
    else { return false }
    return page.range(total).lowerBound == cue.upperBound || isBare
  }

  private static let collectives = ["机构", "单位", "主体", "场所", "站点", "设施", "学校", "阵地", "点位", "平台", "组织"]
  private static let verbs: Set<String> = ["新增加", "增加了", "达到了", "计达到"]
  private static let (beforeAll, afterAll) = (UnitSet("公中一总"), UnitSet("同享建治识商议性和青党赢进筹创富用育"))
}
