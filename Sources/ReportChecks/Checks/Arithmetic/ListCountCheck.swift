import Foundation
import ReportModel

/// 数目与所列项: N项, 三个…文件, 八大领域 against what is listed.
struct ListCountCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.list", .error, "写的数目与列出的项数不符",
    rationale: "书名号、引号并列后接“N个文件”“N项任务”的，“以下N个方面”后面一是二是的，“N大领域”与正文分节，逐项数过再核对。有“等”字的只在列得比写的还多时指出。",
    source: "实务",
    triggering: [
      .draft("开展[[“三送”]]下乡活动，送技术、送岗位、送政策、送服务，惠及群众1260名。"),
      .draft("对照目标，归纳出以下[[4个]]亮点。\n亮点一：审批提速\n全面提速。\n亮点二：服务升级\n全面升级。\n亮点三：金融支持\n全面支持。"),
      .draft("原有7家公司整合为城建、产投[[3家]]集团。"),
      .draft("延期的[[3项]]任务分别是草原碳汇交易机制、国有林场经营性资产改革。"),
      .draft("在城关、青竹、石桥、古渡设立零工驿站[[5个]]，促成就业1.1万人次。"),
      .draft("保留党政办公室、经济发展局、招商服务局、规划建设局、应急和生态环境局、行政审批局[[7个]]机构。"),
      .draft("建立保底收购、二次分红、务工优先、股份量化[[三项]]机制。"),
      .draft("形成了[[三条]]有效做法：一是坚持党建引领；二是坚持群众主体；三是坚持试点先行；四是坚持督考结合。"),
      .draft("改革呈现[[四大]]亮点。\n一、工作亮点\n（一）田块更连片\n推进并田。\n（二）增收更稳定\n推进联建。\n（三）出行更便利\n推进路长。"),
      .draft("甲园、乙园分别新增项目[[12个、7个和5个]]。"),
      .draft("出台《招商办法》《用地办法》《人才办法》[[四个]]文件。"),
      .draft("上年延期的“制定养老服务标准”“推进再生资源改革”[[3项]]任务，均已完成。"),
      .draft("编发《甲的探索》《乙的做法》《丙的经验》[[4篇]]。"),
      .draft("坚持[[“四个到位”]]：思想到位、组织到位、责任到位。"),
      .draft("健全[[五大]]机制：统筹协调机制、督察督办机制、考核评价机制、容错纠错机制。"),
      .draft("组建[[4支]]服务队（商会服务队、园区服务队、市场服务队）。"),
      .draft("突出抓好[[三个]]方面工作。一是抓谋划。二是抓落实。三是抓督察。四是抓宣传。"),
      .draft("重点做好以下[[四个]]方面工作：一是抓谋划。二是抓落实。三是抓督察。"),
      .draft("建立财政、审计、发改[[四]]部门联动机制。"),
      .draft("将企业划分为A、B、C、D[[五类]]实行差别化管理。"),
      .draft("15项改革事项分布在[[五个]]领域，其中经济领域5项、社会领域4项、文化领域3项、生态领域3项。"),
      .draft("医共体内实行人员、财务、业务、药械“[[五统一]]”管理。"),
      .draft("推行“收集、研判、交办、办理、反馈”[[六步]]工作法。"),
      .draft("服务效能、开办便利度两项指标分别位列全市[[第2、第3、第5]]。"),
      .draft("三个专班分别[[由数据局、统计局、财政局、审计局牵头]]。"),
      .draft("存在不足。第一，经验提炼不够。第二，数据壁垒仍在。第三，力量偏弱。对以上[[两]]点不足，将着力解决。"),
      .draft("“3+2”模式中，[[“2”]]指养老站、便民站、托育站。"),
      .draft("推行[[“三减两增”]]，即减材料、减环节、减时限，增便利。"),
      .draft("构建[[“1+4”]]制度体系，即1个实施意见和3个配套办法。"),
      .draft("共[[4项]]：青年公寓建设、老年食堂运营、婴幼儿托育。"),
      .draft("建立[[三项]]机制：对重点项目，由县领导包抓、按月调度；对一般项目，由部门推进。"),
      .draft("[[四个]]试点村——青石村、白杨村、柳河村，均已完成清产核资。"),
      .draft("市里把简政放权、要素配置、开放平台确定为年度“[[四大]]”攻坚任务。"),
      .draft("改造分[[三个]]阶段推进：第一阶段摸底，第二阶段试点，第三阶段推广，第四阶段验收。"),
      .draft("高新区从[[四个]]方面深化改革：\n- 全员竞聘上岗；\n- 岗位分级定薪；\n- 绩效按月兑现。"),
      .draft("做法可归纳为“[[四]]个坚持”：\n\n坚持党建引领。\n\n坚持问题导向。\n\n坚持试点先行。"),
      .draft("在东城、西关、南湖三个街道试点，分别招募合伙人[[64名、58名]]。"),
      .draft("推行[[“三个一”]]制度，即每月读一本书、每周下一次基层、每季写一篇体会、每年讲一堂课。"),
      .draft("[[六大]]领域改革全面推开。\n一、各领域进展\n（一）经济体制改革。共9项任务，全部完成。\n（二）社会体制改革。共6项任务，全部完成。\n（三）生态体制改革。共5项任务，全部完成。"),
      .draft("整合为[[“五办一中心”]]，即党政办、党建办、平安办、城建办、民生办、发展办和综合服务中心。"),
      .draft("修订[[4项]]制度，即工作规则、专项小组规则、督察工作办法，运行更加规范。"),
      .draft("区委深改委召开会议[[4次]]，审议文件17件。会议分别于2月、5月、11月召开。"),
      .draft("抓好四件事：一是抓谋划；二是抓落实；三是抓督察；四是抓宣传。以上[[五项]]工作，12月底前完成。"),
      .draft("出台《甲办法》《乙方案》《丙意见》。上述[[四个]]文件均已公开。"),
      .draft("方案会前须经合法性审查、风险评估和基层听证[[四道]]程序。"),
      .draft("围绕新材料、海工装备、生物医药[[四条]]主导产业链绘制图谱。"),
      .draft("健全人防、物防、技防[[四位一体]]体系。"),
      .draft("构建“林长+检察长+警长”协作机制，[[四方联动]]查办案件37起。"),
      .draft("做到[[四个]]到位：一是试点到位，二是管护到位，三是服务到位。"),
      .draft(
        "出台制度性成果[[4件]]，清单见表3。\n\n| 序号 | 文件名称 | 印发月份 |\n|---|---|---|\n| 1 | 《甲办法》 | 2月 |\n| 2 | 《乙方案》 | 5月 |\n| 3 | 《丙意见》 | 9月 |"
      ),
      .draft("重点抓好[[三个]]方面：要素保障改革、营商环境优化、督察机制完善和基层治理创新。"),
      .draft("要抓好重点领域攻坚、试点经验推广、改革督察问效、专业队伍建设[[三个]]方面工作。"),
      .draft("存在的不足主要有[[两点]]。一是成果转化不够快。二是信息报送不及时。三是力量偏弱。"),
      .draft("存在的问题主要有[[三条]]。一是统筹不够。二是宣传不够。"),
      .draft("围绕[[四大]]板块推进改革。\n一、产业发展板块\n完成12项。\n二、民生保障板块\n完成9项。\n三、基层治理板块\n完成7项。"),
      .draft("农事服务中心在河东镇、河西镇、南岭乡、北岭乡建成，[[五个]]试点乡镇托管耕地21万亩。"),
      .draft("先在河东苏木、河西苏木、南岭镇、北岭镇[[5个]]苏木镇试点。"),
      .draft("南栅、北栅、青砖3个街道分别建成“邻里议事角”[[6个、9个]]，共15个。"),
      .draft("推行议事协商[[“五步法”]]，按照提、议、办、评的步骤，议定事项126件。"),
      .draft("大事一律按照[[“四步法”]]，也就是提议、审核、公示的程序办理。"),
      .draft("延期任务[[4项]]：水权交易平台建设、乡镇污水厂移交、河道划界，均报县委深改委同意。"),
      .draft(
        "形成制度性成果[[5项]]，目录见附件2。\n附件1\n任务表\n附件2\n制度性成果目录\n1.甲县森林防火工作规程\n2.甲县碳汇收益分配办法\n3.甲县帮办代办服务规范\n4.甲县林场社区共治办法"
      ),
      .draft("全年新出台制度[[4项]]，分别是《甲区监测办法》《甲区考核细则》和《甲区膳食规定》。"),
      .draft("确定重点改革[[4项]]，即户籍制度改革、产权制度改革、分类考核改革、薪酬制度改革和轮岗交流改革。"),
      .draft("选取光明里、柳荫、铁路新村、船厂西院[[5个]]小区作为首批试点。"),
      .draft("选取红皮、长岭、大顶、寒葱沟[[五家]]国有林场先行试点。"),
      .draft("围绕医疗、托育、养老、就业这[[五件]]身边事，推出改革举措。"),
      .draft("在东郊、南门、古渡、北站新建[[3个]]游客集散点。"),
      .draft("开设果树修剪、电工、家政、挖掘机操作[[三类]]课程。铸造车间、装配车间、锅炉房和水塔[[五处]]遗存得到保留。"),
    ],
    silent: [
      .draft(
        "年内延期的4项任务分别为：农村宅基地制度改革，因确权历史资料不全，延至2026年9月；水价综合改革，因设施未装，延至2026年6月；薪酬制度改革，因政策未出，延至2026年12月；产教融合改革，因基地未成，延至2026年10月。"
      ),
      .draft("开展“三送”活动，送技术、送岗位，送去温暖。整合为农业、水务等3家公司。"),
      .draft("今年有三个亮点，现选取其中两个汇报如下。\n亮点一：审批提速\n全面提速。\n亮点二：服务升级\n全面升级。"),
      .draft("在城关、青竹、石桥、古渡等地设立零工驿站5个。在城关、青竹、石桥、古渡设立服务点8个。"),
      .draft("延期的3项任务分别是碳汇交易机制、经营性资产改革，以及学校布局调整。"),
      .draft("承担改革试点6个（国家级1个、省级2个、市级3个）。专班坚持每月一次例会，全年召开12次；先后于5月8日、10月16日召开现场推进会。"),
      .draft("承担市级以上改革试点6个（国家级1个、省级2个、市级3个），其中年内新增2个。"),
      .draft("建立保底收购、二次分红、务工优先、股份量化四项机制。"),
      .draft("成员有区中医院、区妇幼保健院和望江、桂花坪、东门口3家社区卫生服务中心。"),
      .draft("围绕医疗、托育、养老、就业这四件身边事，推出改革举措。帮助老人、儿童、残疾人解决四件烦心事。在东湖、西山、柳河三地新设四个站点。"),
      .draft(
        "形成制度性成果4项，目录见附件2。\n附件1\n任务表\n附件2\n制度性成果目录\n1.甲县森林防火工作规程\n2.甲县碳汇收益分配办法\n3.甲县帮办代办服务规范\n4.甲县林场社区共治办法"),
      .draft("在东郊、南门、古渡、北站设了12个集散点。在城东、城西、城南、城北各建3个站点。在城东、城西、城南、城北共建3个站点。"),
      .draft("东湖、西山、柳河街道9个小区先行试点。财政、教育、卫健部门12家单位参加。新建、改造、提升5个小区。"),
      .draft("召开会议4次，审议文件15份。第五次、第六次、第七次会议分别于5月15日、8月21日、12月4日召开。"),
      .draft("推行议事协商“五步法”，按照提、议、定、办、评的步骤，议定事项126件。推行“四步法”，按照提前告知、集中受理的流程办理。"),
      .draft("首批在河东镇、河西镇、南岭乡试点，4个试点乡镇年内全部建成。推行“五步法”，即提议、审核、公示、表决等步骤。审议文件15份，包括实施方案8份、管理办法5份、工作报告2份。"),
      .draft("召开会议3次，审议文件16件，分别为5件、6件、5件。"),
      .draft("形成了四条有效做法：一是坚持党建引领；二是坚持群众主体；三是坚持试点先行；四是坚持督考结合。"),
      .draft(
        "出台制度性成果3件，清单见表3。\n\n| 序号 | 文件名称 | 印发月份 |\n|---|---|---|\n| 1 | 《甲办法》 | 2月 |\n| 2 | 《乙方案》 | 5月 |\n| 3 | 《丙意见》 | 9月 |"
      ),
      .draft("于3月、6月、9月开展督察4轮，其中专项督察2次，分别在5月、9月开展。"),
      .draft("完成任务32项，其中重点任务8项。上述8项任务成效明显。"),
      .draft("整合为“六办一中心”，即党政办、党建办、平安办、城建办、民生办、发展办和综合服务中心。"),
      .draft("出台《招商办法》《用地办法》以及《人才甲》《人才乙》《人才丙》三个指导性文件。"),
      .draft("印发《甲办法》《乙清单》两份文件。"),
      .draft("存在问题：一是统筹不够。二是宣传不够。三是人手不够。下步抓好三项工作：一是抓谋划。二是抓落实。三是抓督察。"),
      .draft("健全两项机制：统筹协调机制和督察督办机制。"),
      .draft("新建站点4处：东门、西门等。建立两项机制：对重点项目，由县领导包抓、按月调度；对一般项目，由部门推进。"),
      .draft("须经合法性审查、风险评估和基层听证三道程序，健全自治、法治、德治、智治相结合的体系。"),
      .draft("工业产值、投资、税收等7项指标实现增长。"),
      .draft("产业、城建和民生等三个方面。"),
      .draft("医共体内实行人员、财务、业务、药械“四统一”管理。"),
      .draft("市县、乡、村四级联动，统筹推进“五位一体”总体布局。"),
      .draft("完善制度、压实责任、统筹推进“五大行动”。"),
      .draft("构建“1+3”制度体系，即1个实施意见和3个配套办法。"),
      .draft("共3项：青年公寓建设、老年食堂运营、婴幼儿托育。"),
      .draft("规划、建设、投用4个停车场。"),
      .draft("突出抓好以下工作：一是围绕未来产业培育、公共服务均衡、安全韧性建设推出6个集成改革项目。"),
      .draft("重点抓好三个方面：一是抓谋划；二是抓落实；四是抓督察。"),
      .draft("重点抓好三个方面：要素保障改革、营商环境优化和基层治理创新。"),
      .draft("要抓好重点领域攻坚、改革督察问效、专业队伍建设三个方面工作。"),
      .draft("主要有三点体会。首先，要敢于借力。其次，要善于算账。最后，要勇于碰硬。"),
      .draft("围绕四大板块推进改革。\n一、产业发展板块\n完成12项。\n二、民生保障板块\n完成9项。\n三、基层治理板块\n完成7项。\n四、数字政府建设\n完成5项。"),
      .draft("重点抓好3项工作：推进农村产权改革、医药卫生改革，深化户籍改革。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.list], of: input, remedy: "请核对数目和所列各项，补上漏掉的或改正数目")
  }
}

struct ListRule: RelationRule {
  let page: FigurePage
  let status: StatusReading
  /// The titles and quotations by where they end.
  private let titles: [Int: Range<Int>]
  private let quotations: [Int: Range<Int>]

  init(page: FigurePage, status: StatusReading) {
    self.page = page
    self.status = status
    let outer = page.draft.titles.lazy.filter { $0.depth == 0 }.map { ($0.range.upperBound, $0.range) }
    titles = Dictionary(outer) { _, last in last }
    quotations = Dictionary(page.draft.quotations.map { ($0.upperBound, $0) }) { _, last in last }
  }

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      if page.claim(figure).period != .plan { namesRespectively(figure, &book) }
      guard page.isExact(figure), page.quantity(figure).precision == 0, page.value(figure) >= 2,
        page.value(figure) <= 30
      else { continue }
      marked(figure, &book)
      plain(figure, &book)
      labelled(figure, &book)
      placed(figure, &book)
      countedAgain(figure, &book)
      fields(figure, &book)
      respectively(figure, &book)
      ranksRespectively(figure, &book)
      namedParts(figure, &book)
    }
  }

  func settle(
    _ figure: Int, _ counts: [Int], at place: Range<Int>? = nil, listed: Range<Int>? = nil,
    isOpen: Bool = false, isCertain: Bool = true,
    what: String,
    _ book: inout RelationBook
  ) {
    let stated = page.value(figure)
    // 处置“两非”“两资”11户: far more than are named are things that the names describe.
    let isBroken =
      isCertain
      && (isOpen ? Decimal(counts.min() ?? 0) > stated : stated <= Decimal((counts.max() ?? 0) * 5))
    book.compare(
      Int("\(stated)") ?? 0, with: counts, at: place ?? page.range(figure),
      figure: place == nil ? figure : nil,
      listed: listed, otherwise: isBroken ? .broken : .undecided, of: what, as: page.number(figure))
  }

  // MARK: 《甲》《乙》两份文件, “甲”“乙”2项任务

  private func marked(_ figure: Int, _ book: inout RelationBook) {
    var place = page.range(figure).lowerBound
    var isOpen = false
    if place > 0, page.units[place - 1] == Mark.andSoOn {
      isOpen = true
      place -= 1
    }
    let lead = place
    guard place > 0, page.units[place - 1] == 0x300B || page.units[place - 1] == 0x201D else { return }
    let closing = page.units[place - 1]
    var groups: [Int] = []
    var count = 0
    while let mark = mark(endingAt: place, closing) {
      count += 1
      place = mark.lowerBound
      // 《甲》以及《乙》: the number may be of the last group only.
      let (joined, length) = connective(before: place)
      if length > 0 {
        if joined { groups.append(count) }
        place -= length
      }
    }
    guard count > 0 else { return }
    // “尊重历史、兼顾现实、程序规范”三条原则: the things stand in one quotation.
    if count == 1, closing == 0x201D, !page.words(page.tail(figure)).hasPrefix("字"),
      let quotation = quotations[lead]
    {
      let items = page.units[quotation.lowerBound + 1..<quotation.upperBound - 1].split { $0 == Mark.pause }
      if items.count > 2, Set(items.map(\.count)).count == 1 {
        return settle(figure, [items.count], listed: quotation, isOpen: isOpen, what: "项", &book)
      }
    }
    groups.append(count)
    guard count > 1 || !isOpen && !isLabel(figure), lead > place else { return }
    settle(
      figure, groups.reversed(), listed: place..<lead, isOpen: isOpen, isCertain: count > 1, what: "个", &book)
  }

  /// 个 that belongs to a label behind a quotation: “书记项目”31个 counts what the quotation names.
  private func isLabel(_ figure: Int) -> Bool {
    let tail = page.tail(figure)
    return tail.isEmpty
  }

  private func mark(endingAt end: Int, _ closing: UInt16) -> Range<Int>? {
    closing == 0x300B ? titles[end] : quotations[end]
  }

  private func connective(before place: Int) -> (Bool, Int) {
    for (word, joins) in Self.connectives
    where place >= word.count && page.units[(place - word.count)..<place].elementsEqual(word) {
      return (joins, word.count)
    }
    return (false, 0)
  }

  // MARK: 八大领域

  private func fields(_ figure: Int, _ book: inout RelationBook) {
    let claim = page.claim(figure)
    guard claim.measure == .domains, claim.domain == nil, page.isTold(figure), status.fields.count > 2,
      !page.words(page.lead(figure)).hasAnySuffix(["跨", "涉及", "其他", "其余", "另外", "余下", "其它"]),
      // 开展两轮督察,每轮覆盖4个领域.
      !page.words(page.lead(figure)).contains("每")
    else { return }
    switch page.draft.role(of: claim.section) {
    case .plan, .problems, .attachments: return
    default: break
    }
    // Fields that stand elsewhere than side by side were not meant to be counted together.
    let sections = status.fields.map { page.draft.sections[$0.section] }
    let isNumbered =
      sections.allSatisfy { $0.scheme != .bare } || status.fields.allSatisfy { !$0.layers.isEmpty }
    // （一）草原的账算得更清了 beside them, which is read as no field: which of them are fields is not sure.
    let isTogether = !page.draft.sections.contains { other in
      other.scheme == sections[0].scheme && other.parent == sections[0].parent && other.role != .domain
        && other.range.lowerBound >= page.claim(figure).clause.upperBound
    }
    // 一是…二是…三是… under the second of several (一)(二)(三): no list of all the fields.
    let parent = sections[0].parent.map { page.draft.sections[$0] }
    let isInner =
      parent?.parent != nil
      && page.draft.sections.count(where: { $0.parent == parent?.parent && $0.scheme == parent?.scheme }) > 1
    // 7个专项小组共召开会议18次: the sections tell of fields, unless they are said to be the groups.
    let areGroups =
      !page.has(Mark.pause, in: page.before(figure))
      && page.words(page.tail(figure)).contains("小组")
      && sections.allSatisfy { section in
        !section.heading.contains(page.range(figure).lowerBound)
          && !page.words(section.heading).contains("小组")
      } && !page.draft.sections.contains { $0.heading.contains(page.range(figure).lowerBound) }
    let isCertain =
      !areGroups && isNumbered && Set(sections.map(\.parent)).count == 1
      && (isTogether && !isInner || status.fields.allSatisfy { !$0.layers.isEmpty })
    let counts = [status.fields.count, status.fields.count { !$0.layers.isEmpty }]
    // 城乡建设与社会民生改革: one heading may tell of two fields.
    let isJoined = sections.contains { section in
      section.heading.contains { Mark.ands.contains(page.units[$0]) || page.units[$0] == Mark.pause }
    }
    settle(figure, counts, isOpen: isJoined, isCertain: isCertain, what: "个领域", &book)
  }

  // MARK: 五个领域,其中经济领域5项、社会领域4项

  /// So many fields, and behind 其中 one count for each that bears their name, all of them together as many as was said before.
  private func namedParts(_ figure: Int, _ book: inout RelationBook) {
    let noun = page.tail(figure)
    let siblings = page.siblings(of: figure)
    guard (2...4).contains(noun.count), siblings.contains(figure + 3),
      page.cues.has(.parts, in: page.before(figure + 1))
    else { return }
    let name = page.units[noun]
    var last = figure
    while siblings.contains(last + 1), page.sameUnit(last + 1, figure + 1), page.tail(last + 1).isEmpty,
      page.units[page.lead(last + 1)].suffix(name.count).elementsEqual(name)
    {
      last += 1
    }
    let count = last - figure
    let sum = page.sum(figure + 1..<last + 1)
    guard count > 2,
      (siblings.lowerBound..<figure).contains(where: {
        page.sameUnit($0, last) && page.value($0) == sum
      })
    else { return }
    settle(figure, [count], what: "项", &book)
  }

  private static let connectives: [([UInt16], Bool)] = [
    (Array("、以及".utf16), true), (Array(",以及".utf16), true), (Array("以及".utf16), true),
    (Array("和".utf16), true), (Array("及".utf16), true), (Array("与".utf16), true),
    (Array("、".utf16), false), (Array(",".utf16), false),
  ]
}
