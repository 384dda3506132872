import Foundation
import ReportModel

/// 总数与分项: parts after 其中, 包括, a colon or in brackets against the whole before them.
struct PartsCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.parts", .error, "分项相加不等于总数，或者分项大于总数",
    rationale: "“其中”“包括”“分别为”之后的分项，逐项相加与前面的总数核对。人员身份、重点和优秀一类可能交叉的分项，以及有“等”字、约数的，不作加总，只看是否大于总数。",
    source: "实务",
    triggering: [
      .draft("全年调度项目[[118个]]，其中续建项目73个、新开工项目54个。"),
      .draft("调整权责事项[[212项]]，其中新增87项、取消54项、变更17项。"),
      .draft("外贸进出口完成[[382亿美元]]，其中出口3.12亿美元，进口7000万美元。"),
      .draft("承担省级试点4个、市级试点9个，其中已通过验收的省级试点[[5个]]。"),
      .draft("签约项目64个，其中10亿元以上项目[[69个]]。"),
      .draft("争取试点[[18项]]，国家级3项、省级6项、市级8项。"),
      .draft("全年共争取试点[[12项]]。\n全年争取国家级试点3项、省级试点5项、市级试点5项。"),
      .draft("全年投入[[3.6亿元]]，其中财政资金2.1亿元、社会资本1.4亿元。"),
      .draft("新建停车位[[258个]]（公共停车位158个、小区停车位200个）。"),
      .draft("推出惠企政策[[68条]]，财税类17条，金融类14条，人才类11条，用地类16条。"),
      .draft("收到意见建议[[178条]]，采纳113条，部分采纳41条，驳回33条。"),
      .draft("企业总体满意度为[[94.2%]]，其中“非常满意”占61.3%、“满意”占31.9%。"),
      .draft("整合资金[[4.6亿元]]，用于产业2.1亿元、基础设施1.6亿元、其他0.6亿元。"),
      .draft("投入资金[[5.26亿元]]，其中高标准农田建设2.14亿元，农村道路1.86亿元，饮水安全1.62亿元。"),
      .draft("全年新登记企业[[1580户]]，四个季度依次为352户、436户、418户、364户。"),
      .draft("就业、创业、升学的占比分别为[[58.4%、24.1%和18.5%]]。"),
      .draft("引进总投资10亿元以上项目9个、20亿元以上项目[[11个]]。"),
      .draft("预审项目[[86个]]，否决14个、通过74个。"),
      .draft("清理空壳公司29家，[[29家]]中注销24家、吸收合并8家。"),
      .draft("进出口总额136.2亿元，其中出口84.7亿元、进口51.5亿元，顺差[[34.2亿元]]。"),
      .draft("进出口14.2亿美元，其中出口[[11.5亿元]]、进口2.7亿美元。"),
      .draft("新招聘教师[[180名]]，其中研究生学历26名、本科学历169名。"),
      .draft("新组建党组织[[37个]]，即党委2个、党总支5个、党支部33个。"),
      .draft("审查合同136份。这些合同均由法律顾问出具意见，其中提出修改意见的[[163份]]。"),
    ],
    silent: [
      .draft("3家医院分片包干:县人民医院带11家卫生院，县中医院带7家，县妇幼保健院带4家。"),
      .draft("全年受理诉求2400件，上半年1100件、下半年1300件。高中、初中、小学入学率分别为98.4%、99.1%和99.5%。"),
      .draft("引进5亿元至10亿元项目9个、10亿元以上项目11个。"),
      .draft("新招聘教师180名，其中研究生学历26名、本科学历109名。"),
      .draft("企业312家，比上年末增加43家，其中首次认定61家、到期未通过18家。"),
      .draft("承担任务4项，完成2项，推进2项。"),
      .draft("登记诉求1286件，当场答复917件，转办369件。"),
      .draft("信访总量比上年减少37件，下降25%，其中初次信访84件、重复信访27件。"),
      .draft("完成任务3项：建立揭榜挂帅制度，发布榜单3批23项；改进经费管理，惠及团队41个。"),
      .draft("确定任务9项，其中农业农村4项、生态文明3项、文化2项。其中7项已完成，2项延期。"),
      .draft("全年45项改革任务中，上半年完成18项，三季度完成10项，四季度完成15项，2项跨年实施。"),
      .draft("推出惠企政策58条，财税类17条，金融类14条，人才类11条，用地类16条。"),
      .draft("新建公园12个，改造公园6个，提升公园5个。"),
      .draft("开展培训30场，组织宣讲18场，举办讲座9场。"),
      .draft("承担省级以上改革试点11个，其中国家级试点4个、省级试点7个。"),
      .draft("交流教师90名，其中党员50名、女性60名。"),
      .draft("帮助就业1.5万人，其中失业人员再就业6300人、就业困难人员就业2700人。"),
      .draft("全年投入资金90亿元，比上年增加5亿元，其中市级40亿元、区级50亿元。"),
      .draft("成效体现在三个方面：发展动能更足，新签约项目47个；治理效能更优，化解纠纷163件。"),
      .draft("投资项目30个，其中工业项目12个，新增就业岗位500个。"),
      .draft("全年接待群众240批，其中集体访16批等。"),
      .draft("盘活房屋432套，其中民宿168套、用房124套、养老用房60套，其他用途80套。"),
      .draft("推出举措86条，其中面向企业的41条、面向群众的38条，两类兼有的有5条，其他12条。"),
      .draft("改造小区24个，其中2000年以前建成的小区22个、加装电梯的小区9个。"),
      .draft("进出口总额136.2亿元，其中出口84.7亿元、进口51.5亿元，顺差33.2亿元。"),
      .draft("经营主体净增1200户，其中新登记1860户、注销660户。"),
      .draft("投入3.65亿元，其中财政资金2.14亿元、社会资本1.5亿元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.parts], of: input, remedy: "请核对总数和各分项，改正写错的一个")
  }
}

struct PartsRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for cue in page.cues.found where cue.cue.contains(.parts) {
      read(partsFrom: cue.range.upperBound, cue: cue.range, &book)
    }
    for (index, sentence) in page.draft.sentences.enumerated() where sentence.quantities.count > 1 {
      readMarks(index, &book)
    }
  }

  /// 212项:新增87项… and 60家(国家级12家、省级48家): the mark right behind the whole introduces its parts.
  func readMarks(_ index: Int, _ book: inout RelationBook) {
    let figures = page.draft.sentences[index].quantities
    for figure in figures.dropLast() where page.isAmount(figure) {
      let tail = page.tail(figure)
      guard tail.upperBound < page.units.count, tail.count <= 8 else { continue }
      let mark = page.units[tail.upperBound]
      guard mark == Mark.colon || mark == 0x28, !page.cues.has(.parts, in: page.after(figure)) else {
        continue
      }
      read(partsFrom: tail.upperBound + 1, cue: tail.upperBound..<tail.upperBound + 1, &book)
    }
    namely(figures, &book)
    among(figures, &book)
    some(figures, &book)
    families(figures, &book)
    levels(figures, &book)
    rates(figures, &book)
    balance(figures, &book)
    strangeUnits(figures, &book)
    guard let first = figures.first, let cut = division(page.before(first)) else { return }
    read(partsFrom: cut, cue: page.draft.sentences[index].range.lowerBound..<cut, &book)
  }

  func read(partsFrom start: Int, cue: Range<Int>, _ book: inout RelationBook) {
    guard let sentence = page.draft.sentence(at: cue.lowerBound),
      var first = page.draft.sentences[sentence].quantities.first(where: {
        page.range($0).lowerBound >= start
      })
    else { return }
    // 其中10亿元以上项目6个: the first figure only describes what the second one counts.
    while first + 1 < page.draft.sentences[sentence].quantities.upperBound,
      page.tail(first).upperBound == page.range(first + 1).lowerBound,
      // 其中两个协作区各含3个街道: so many of another thing in each of them.
      !page.has(Mark.every, in: page.tail(first)), !page.cues.has(.each, in: page.tail(first))
    {
      first += 1
    }
    let between = start..<page.range(first).lowerBound
    guard between.count < 40, page.isAmount(first), !page.has(Mark.stop, in: between),
      page.units[cue.lowerBound] != 0x28 || !page.has(0x29, in: between),
      // 3个短板:平台尚未贯通;15个乡镇…: the first of what is listed counts nothing.
      !page.has(Mark.semicolon, in: between)
    else { return }
    let parts = list(from: first, start: start)
    // 验收面积2.6平方公里(规划面积3.2平方公里): one figure in brackets may be another measure.
    if parts.count == 1, page.units[cue.lowerBound] == 0x28 { return }
    // 完成3项:实施揭榜挂帅制度,发布榜单3批23项: what was done is told behind the colon, not counted.
    if parts.count == 1, page.units[cue.lowerBound] == Mark.colon,
      page.has(Mark.comma, in: start..<page.range(first).lowerBound)
    {
      return
    }
    var wholes = wholes(before: cue.lowerBound, sentence, like: first)
    // 省级试点4个、市级试点9个,其中已验收的省级试点5个: of those that bear its name.
    if parts.count == 1, let named = wholes.first(where: { bearsName(of: $0, first) }) { wholes = [named] }
    // 按领域分,…: of all that the sentence before counts.
    let isDivision = division(cue) != nil
    guard let whole = isDivision ? wholes.max(by: { page.value($0) < page.value($1) }) : wholes.first else {
      return
    }
    // 20项,…。完成17项、延期2项、终止1项。按性质分,…: what is divided was told before what became of it.
    if isDivision, let all = wholeOfParagraph(parts, before: sentence) { wholes = [all] }
    // 312家,比上年末增加43家,其中首次认定61家、到期未通过18家: who came and who went make the increment.
    let increment = parts[0] - 1
    if parts.count == 2, page.siblings(of: first).contains(increment), page.sameUnit(increment, first),
      net(parts, of: increment) != nil
    {
      wholes = [increment]
    }
    for candidate in wholes {
      // What is divided is no less than any of its parts: the whole stands elsewhere.
      if isDivision, parts.contains(where: { page.value($0) > page.value(candidate) }) { continue }
      propose(parts, of: candidate, isFirst: candidate == whole || wholes.count == 1, &book)
    }
  }

  /// The figures that the parts may be of, nearest first: in the sentence, or else in the one before it.
  func wholes(before cue: Int, _ sentence: Int, like part: Int) -> [Int] {
    func fitting(_ figures: Range<Int>) -> [Int] {
      let alike = figures.filter { figure in
        page.range(figure).upperBound <= cue && page.sameUnit(figure, part)
          && page.isTold(figure) == page.isTold(part) && !page.cues.has(.each, in: page.before(figure))
          // 比去年的11项多了2项: last year's has no part in this.
          && !Self.bases.contains { page.words(page.lead(figure)).contains($0) }
      }.reversed()
      // An increment is not what the parts are of, unless nothing else is.
      let states = alike.filter { !isIncrement($0) }
      return Array((states.isEmpty ? Array(alike) : states).prefix(3))
    }
    let here = fitting(page.draft.sentences[sentence].quantities)
    if !here.isEmpty { return here }
    let range = page.draft.sentences[sentence].range
    guard cue - range.lowerBound <= 1 || pointsBack(sentence), sentence > 0,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return [] }
    // 按单位分,…。按时间分,…: both divide what stands before the first.
    var before = sentence - 1
    while before > 0, division(page.draft.sentences[before].range) != nil { before -= 1 }
    let told = page.draft.sentences[before].quantities
    // 9项,其中农业农村3项、文化2项。其中7项已完成: of all that the sentence before has parted.
    if let parted = page.cues.first(.parts, in: page.draft.sentences[before].range)?.lowerBound,
      case let all = fitting(
        told.lowerBound..<(told.first { page.range($0).lowerBound > parted } ?? told.upperBound)),
      !all.isEmpty
    {
      return all
    }
    return fitting(told)
  }

  /// The figures of a list that begins with `first`.
  func list(from first: Int, start: Int) -> [Int] {
    var parts = [first]
    let siblings = page.siblings(of: first)
    let inBracket = start > 0 && page.units[start - 1] == 0x28
    var figure = first + 1
    while figure < siblings.upperBound {
      // From the part before, over figures that are names only: 九年一贯制学校4所.
      let gap = page.range(parts[parts.count - 1]).upperBound..<page.range(figure).lowerBound
      if inBracket, page.has(0x29, in: gap) { break }
      if page.has(Mark.stop, in: gap) || page.cues.has([.parts, .sum], in: gap) { break }
      guard page.isAmount(figure) else { figure += 1; continue }
      let isPart =
        page.sameUnit(figure, first)
        || (page.unit(figure).isEmpty
          && page.units[page.range(figure).upperBound..<page.after(figure).upperBound].first.map(
            Mark.isListMark) ?? false)
      if !isPart {
        // A second measure of the same part (A类30家、用地5亩) ends the list only behind a comma.
        if page.has(Mark.comma, in: gap) || page.has(Mark.semicolon, in: gap) { break }
        figure += 1
        continue
      }
      guard page.claim(figure).change == nil, !countsTwice(figure), continues(figure, parts, gap) else {
        break
      }
      parts.append(figure)
      figure += 1
    }
    return parts
  }

  /// Whether a figure goes on with the list: behind 、 always, behind a comma only if it is worded like the others.
  func continues(_ figure: Int, _ parts: [Int], _ gap: Range<Int>) -> Bool {
    guard
      gap.contains(where: { Mark.isListMark(page.units[$0]) }) || page.has(0x548C, in: gap)  // 和
        || page.has(0x53CA, in: gap)  // 及
    else {
      return false
    }
    if !page.has(Mark.comma, in: gap) && !page.has(Mark.semicolon, in: gap) { return true }
    let breaks = gap.count { page.units[$0] == Mark.comma || page.units[$0] == Mark.semicolon }
    if breaks > 1 { return false }
    guard let last = parts.last else { return false }
    let (a, b) = (words(last), words(figure))
    // 出口84.7亿元、进口51.5亿元,顺差33.2亿元.
    if Self.balances.contains(where: { page.words(b).hasPrefix($0) }) { return false }
    if Self.others.contains(where: { page.words(b).hasPrefix($0) }) { return true }
    if a.count <= 5 && b.count <= 5 && page.tail(last).count == page.tail(figure).count { return true }
    return alike(a, b)
  }

  /// The words that name a part: those before it, or else those behind it.
  func words(_ figure: Int) -> Range<Int> {
    var lead = page.lead(figure)
    if let cue = page.cues.last(.parts, in: lead) { lead = cue.upperBound..<lead.upperBound }
    if lead.count >= 2 { return lead }
    let tail = page.tail(figure)
    return tail.isEmpty ? lead : tail
  }

  func propose(_ list: [Int], of whole: Int, isFirst: Bool, _ book: inout RelationBook) {
    let parts = fitted(list, to: whole)
    let sum = parts.reduce(Decimal(0)) { $0 + page.value($1) }
    let precision = parts.map { page.quantity($0).precision }.min() ?? 0
    let stated = page.quantity(whole)
    // What is said of each one or of the whole as a rate has no parts: 人均收入1.8万元,其中城镇2.1万元.
    if Self.intensive.contains(where: { page.words(page.lead(whole)).contains($0) }) { return }
    if countOtherThings(parts, than: whole) || isOfAspects(whole) { return }
    // 3家医共体:甲带11家,乙带7家,丙带4家: so many for each of those that are counted.
    if Decimal(list.count) == page.value(whole), parts.allSatisfy({ page.lead($0).count >= 3 }) { return }
    if let net = net(parts, of: whole) {
      let fits = net == page.value(whole)
      return book.propose(
        Relation(
          .parts,
          fits
            ? .verified
            : isFirst && Reckoning.isSlip(page.value(whole), net, digits: 2) ? .broken : .undecided,
          claimed: page.range(whole), result: whole, members: parts,
          arithmetic: "\(page.number(parts[0]))-\(page.number(parts[1]))=\(net),文中写\(page.number(whole))",
          message: "净增减的数与分项不符"), as: .list(parts[0]))
    }
    let group = RelationBook.Group.list(parts[0])
    var equation: String {
      parts.map(page.number).joined(separator: "+") + "=" + FigurePage.number(sum, precision: precision)
    }
    func settle(
      _ verdict: Relation.Verdict, _ message: String = "", claimed: Int? = nil, _ arithmetic: String? = nil,
      severity: Severity? = nil
    ) {
      book.propose(
        Relation(
          .parts, verdict, claimed: page.range(claimed ?? whole), result: whole, members: parts,
          arithmetic: arithmetic ?? equation + (verdict == .broken ? ",文中写\(page.number(whole))" : ""),
          message: message, severity: severity),
        as: group)
    }
    if isAmong(whole), parts.count > 1, sum > page.value(whole) {
      return settle(.broken, "分项相加多于总数")
    }
    if parts.count > 1 {
      let interval = Interval.sum(parts.map(page.quantity))
      switch Reckoning.compare(sum, interval, with: stated) {
      case .apart: break
      case .near: return settle(.undecided)
      case .within:
        // Two or three parts with the total's own digits, and yet not the total: rounding at best.
        guard isFirst, isExact(parts + [whole]), isPartition(parts, whole, sum),
          Reckoning.isOff(parts.map(page.quantity), stated, by: abs(sum - stated.value))
        else { return settle(.undecided) }
        return settle(.broken, "分项相加与总数差在末位，若因四舍五入请注明", severity: .warning)
      case .equal, .truncated: return settle(isExact(parts + [whole]) ? .verified : .undecided)
      }
    }
    guard isFirst else { return }
    let upper = Interval(stated).high
    // 七家重组为三家,其中…其余五家…: parts of what there was.
    if page.cues.has(.to, in: page.lead(whole)), page.siblings(of: whole).contains(whole - 1),
      page.sameUnit(whole - 1, whole), parts.allSatisfy({ page.value($0) <= page.value(whole - 1) })
    {
      return settle(.undecided)
    }
    let larger = page.isExact(whole) ? parts.first { page.isExact($0) && page.value($0) > upper } : nil
    // 其中,“甲”改革包涵盖准入、…4个环节: a later sentence that tells much before its figure counts something else.
    if let larger, page.claim(larger).sentence > page.claim(whole).sentence, page.before(larger).count > 20,
      !pointsBack(page.claim(larger).sentence)
    {
      return settle(.undecided)
    }
    // 信访总量比上年减少37件,其中初次信访84件: of what there is, not of what changed.
    if larger != nil, isIncrement(whole) { return settle(.undecided) }
    if let larger, parts.count == 1 || !isPartition(parts, whole, sum) {
      return settle(.broken, "分项比总数还大", claimed: larger, "\(page.number(larger))>\(page.number(whole))")
    }
    guard parts.count > 1, isExact(parts + [whole]), isPartition(parts, whole, sum) else {
      return settle(.undecided)
    }
    settle(.broken, "分项相加与总数不符" + magnitude(sum, stated))
  }

  func isExact(_ figures: [Int]) -> Bool { figures.allSatisfy(page.isExact) }

  func magnitude(_ sum: Decimal, _ stated: Quantity) -> String {
    guard let powers = Reckoning.powersOff(stated.value, sum) else { return "" }
    return "（正好差\(powers.magnitude)位，疑似小数点或单位有误）"
  }

  private static let balances = ["顺差", "逆差", "差额", "净", "结余", "盈余", "相抵", "实际"]
  private static let bases = ["比上年的", "比去年的", "较上年的", "较去年的", "上年同期的", "去年同期的", "尚有", "还有"]

  private static let intensive = [
    "均", "单价", "电价", "气价", "水价", "房价", "地价", "物价", "价格", "可支配收入", "工资", "增速", "指数",
  ]

  static let aspects = ["方面", "特点", "特征", "变化", "亮点", "维度", "层面", "环节", "关键词", "着力点", "重点", "阶段", "步骤"]
  private static let others = ["其他", "其它", "其余", "另有"]
}
