import ReportModel

/// 名称不一: one meeting, document or saying named in two ways.
struct MixedNamesCheck: DraftCheck {
  let about = CheckDescription(
    "wording.mixed-names", .warning, "同一会议、文件或说法前后名称不一",
    rationale:
      "名称大部分相同、只差一两个字，多半指同一件事而有一处写错或写简了。机构、平台、机制的名称，漏一个“服务”“综合”一类的词，两个词颠倒了次序，或者换成了近义词（调处与调解、考核与考评），也按同一件事提示。数字、方位、新旧这类成对的字不同，级别不同（市与区），并列在一起的，视为两件事。",
    source: "实务",
    triggering: [
      .draft("3月，区委深改委第十四次会议审议方案4个。3项任务经[[区委改革工作领导小组]]第十四次会议研究同意延期。"),
      .draft(
        "全省紧密型城市医联体建设暨城市卫生工作现场会在我区召开。\n七是社会领域。[[全省紧密型城市医联体建设现场会]]在我区召开。"),
      .draft("印发《甲区市容环境卫生责任区管理办法》。下一步，落实[[《甲区市容环境卫生责任区管理方法》]]。"),
      .draft("珂林旗率先推行草畜保险，理赔860万元。一年来，[[珂琳旗]]的做法三次获全盟推广。"),
      .draft("成立县社会治理综合指挥中心，[[县社会综合治理指挥中心]]日均流转事件210件。"),
      .draft("建立干部担当作为激励机制，表彰40人。[[干部担当作为奖励机制]]覆盖全部乡镇。"),
      .draft("县农村产权流转交易中心成交300宗，[[县农村产权交易服务中心]]发布信息20条。"),
      .draft("区政务服务中心办件3万件，[[区政务大厅]]增设窗口5个。"),
      .draft("实施“百名医师下沉”工程，[[“百名医师下沉”行动]]惠及群众3万人次。"),
      .draft("推行“基层吹哨、部门报到”机制，健全[[“基层吹哨、部门报道”]]清单。"),
      .draft("坚持“群众点评日”制度。街道每月开展[[“群众评议日”]]活动。"),
      .draft("成立县医共体建设领导小组，书记任组长。[[县医共体改革推进领导小组]]召开会议6次。"),
      .draft("落实“一户一策”帮扶计划2611户。抽查“[[一户一案]]”帮扶计划的执行情况。"),
      .draft("整合城管、应急、市场监管三支执法力量。促进城管、[[安监]]、市场监管三支队伍融合。"),
      .draft("区社会工作服务中心孵化社会组织42家。[[区社工服务总站]]实施项目5个。"),
      .draft("建成“15分钟养老服务圈”38个。下一步，推进[[一刻钟养老服务圈]]扩面提质。"),
      .draft("打响“山水甲溪”文旅品牌。[[“甲溪山水”]]接待游客120万人次。"),
      .draft("“校社联动”机制覆盖41所学校。[[“校社共育”]]课程增加到129门。"),
      .draft("区委改革办督察3轮。[[区委深化改革办]]牵头整改的12个问题全部销号。"),
      .draft("港航物流处牵头推进。由[[港航与物流处]]会同铁路部门实施。"),
      .draft("建成农机社会化服务中心一座。[[社会农机服务中心]]成为观摩点。"),
      .draft("推行“企业服务日”制度。[[“企业服务周”]]活动受到通报表扬。"),
      .draft("建立“企业服务专员”制度。[[企业服务特派员]]走访300家。"),
      .draft("健全四方议事机制。“[[四方协商]]”解决问题212个。"),
      .draft("上线“岚e办”平台，接入事项1280项。[[“岚易办”]]惠企专区兑现资金8640万元。"),
      .draft("依托“青企通”平台受理诉求1260件。职工通过[[“青企达”]]平台查询学位。"),
      .draft("升级“青企通”涉企服务平台，归集政策213条。\n[[“青企达”]]平台入选优秀案例。"),
      .draft("在青竹镇、石桥镇开展试点，巴彦塔拉嘎查户均增收。\n下一步，将[[清竹镇]]的经验向全县推广。[[巴音塔拉嘎查]]的做法入选案例。"),
      .draft("出台《甲县草原生态补奖资金监督管理办法》。\n县财政局依据[[《甲县草原生态补奖资金使用管理办法》]]分户建账。"),
      .draft("“岭港云服”平台上网事项315项。\n[[“岭港云企”]]平台与市级系统仍有部分数据不能交换。"),
      .draft("云溪镇建成养老服务中心。\n[[云溪乡]]的做法获评典型。召开县委深改委会议4次。\n[[县委深改领导小组]]每季度听取汇报。"),
      .draft("“霁快办”掌上平台受理办件2万件。\n[[“霁易办”]]在边远村寨使用率不高。"),
      .draft("建设“九小场所”监管平台。将3600家[[“九小所场”]]分为三等。"),
      .draft("打造“桂小二”帮办品牌。[[“贵小二”]]帮办员80名。"),
      .draft("“桂事通”便民服务平台上线事项216项，注册用户8.4万人。[[“桂易通”]]注册用户中老年人占15%。"),
      .draft("4月，县政府印发《甲县涉企行政检查管理办法》。\n县司法局按照[[《甲县涉企行政检查实施办法》]]的规定开展评查。"),
      .draft("“甲溪智治”平台接入设备1.9万台。下一步，[[甲溪慧治]]平台向村居延伸。"),
      .draft("“甲溪易办”平台进驻事项312项。“[[甲溪e办]]”平台与市级系统没有打通。"),
      .draft("一件事改革由区行政服务局牵头。数据共享还有断点，[[区行政审批局]]与部门系统没有贯通。"),
      .draft("旗农牧和科技局会同旗林业和草原局核查。经[[旗农牧业局]]提请审议。"),
      .draft("区政务服务和数据管理局推动一窗通办。\n[[区政务服务数据管理局]]与部门共享数据。旗林业和草原局核查草场。\n[[旗林草原局]]报送方案。"),
      .draft(
        "印发《甲区涉企行政检查“综合查一次”实施办法》（甲政办〔2025〕9号）。\n部分部门对[[《甲区涉企行政检查“综合查一次”实施细则》]]执行不够到位。"),
      .draft("区文化体育旅游局组织演出120场。\n下一步，由[[区文化广电旅游局]]率先开展评估。"),
      .draft("县委印发《甲县村级小微权力运行清单》。\n公开[[《甲县村级小微权力事项清单》]]，接受群众监督。"),
      .draft("9月12日，全市改革攻坚推进会召开。\n9月12日召开的[[全市改革攻坚现场会]]上交办的12个问题全部解决。"),
      .draft("榕溪苗族侗族自治县推进改革，榕溪苗族侗族自治县委召开会议。[[榕溪侗族苗族自治县]]印发办法。"),
      .draft("企业综合服务中心设窗口26个，办件3万件。\n下一步，依托[[企业综合受理中心]]推行帮办代办。"),
      .draft("招商改革由县投资促进中心牵头。\n下一步，支持[[县招商促进中心]]建立专班。"),
      .draft("印发《甲县涉企服务专员管理办法》，选派48名。\n[[《甲县涉企服务专员工作办法》]]被市委改革办转发。"),
      .draft("推进县域医疗卫生共同体（以下简称“[[医联体]]”）建设。医共体覆盖乡镇16个，医共体结余资金1286万元，医共体下转患者4186人次。"),
      .draft("县委深改委第十七次会议审议文件3件。县[[委改革办]]第十八次会议审议文件4件。"),
      .draft("向岚溪开发集团移交职能86项。岚溪开发集团收入增长。\n下一步，支持[[岚溪发展集团]]拓展业务。"),
      .draft("市水务集团投资2亿元，市水务集团管网漏损率下降，供水交市水务集团运维。\n缺口由[[市供水集团]]消化。"),
      .draft("县茶产业发展中心指导加工企业42家。\n标准由[[县茶叶发展中心]]起草。"),
      .draft("印发《关于促进民营经济发展的实施意见》（以下简称《实施意见》），提出24条措施。[[《实施方案》]]出台半年，惠及企业418家。"),
      .draft("成立甲区清源水务集团有限公司（简称“清源水务”）。[[清泉水务]]成立后精简内设部门7个。"),
      .draft("区委建立“三色督办”机制，滞后的亮红灯。全年在[[“四色督办”]]机制下督办3次。"),
      .draft("建立“链长+专员”服务机制，共9人。依托[[“链长+管家”]]服务机制，走访企业330家。"),
      .draft("审议通过《甲市农村宅基地审批管理办法》。[[《甲市农村宅基地审批管理细则》]]自5月1日起施行。"),
      .draft("年初，原市大数据管理中心整体划入市数据局，45人转隶。11月，[[市大数据管理中心]]发布开放清单。"),
      .draft("去年机构改革时，县乡村振兴局已撤销，职能转入县农业农村局。今年12月，[[县乡村振兴局]]又对43户落实了责任人。"),
    ],
    silent: [
      .draft("3月，区委全面深化改革委员会第十四次会议审议方案4个。区委深改委第十四次会议同意延期。区委经济体制改革专项小组第三次会议、市委改革工作领导小组第十四次会议听取汇报。"),
      .draft("县市场监督管理局牵头。\n县市场监管局配合。县林业和草原局牵头。\n县林草局配合。"),
      .draft("县乡村振兴局已撤销，职能转入县农业农村局。县农业农村局开展监测，原县乡村振兴局的人员到岗，县乡村振兴局撤销前开展监测。将县信访局的接待职责划入县社会工作部，县信访局开展接访。"),
      .draft(
        "印发《关于促进民营经济发展的实施意见》（以下简称《实施意见》）和配套实施方案《民营经济改革实施方案》。《实施方案》明确分工。简称“清源水务”。清源水务成立后，清泉水务并入。"),
      .draft("区委建立“三色督办”机制。推行“四色督办”机制。建立“链长+专员”服务机制。推行“网格+专员”服务机制，依托“网格+专员”服务机制走访。"),
      .draft("岚溪城投集团承担片区开发，岚溪产投集团承担产业投资。岚溪城投集团资产120亿元，岚溪产投集团资产60亿元。组建岚溪开发集团，岚溪开发集团移交岚溪发展集团管理。"),
      .draft("县农村产权交易中心成交300宗。县公共资源交易中心进场项目120个。县企业服务中心、县企业发展中心分别受理诉求。"),
      .draft("成立县企业诉求服务中心，受理诉求30件。县企业诉求受理中心挂牌，回访40件。"),
      .draft("印发《甲县村级集体资产管理办法》。严格执行《甲县村级集体债务管理办法》。推进“多规合一”，推行“多员合一”。"),
      .draft("3月6日，召开全区改革攻坚推进会。9月12日，召开全区改革攻坚现场会。区住房和城乡建设局牵头，区住房城乡建设局配合。"),
      .draft("榕溪苗族侗族自治县与相邻的清水侗族苗族自治县签订协议，榕溪苗族侗族自治县先行。"),
      .draft("推广“赣服通”平台，用好“赣政通”平台。“企e贷”平台放款3亿元。“农e贷”平台放款2亿元。“信易贷”“信易租”各有侧重。"),
      .draft("落实“一户一档”管理2611户，制定“一户一策”帮扶计划，“一企一策”帮扶计划覆盖40家。"),
      .draft("“霁政通”平台接入部门32个，“霁企通”注册企业300家。“政银担”合作，“银政担”放款。"),
      .draft("公安、司法、信访三支力量联动。区市场监管、应急、城管三支执法力量进网格。"),
      .draft("成立县城乡供水领导小组。县城乡公交领导小组召开会议。区社会工作服务中心又称区社工服务中心。"),
      .draft("畅通“最先一公里”，打通“最后一公里”。印发《甲区2021年工作要点》《甲区2022年工作要点》。"),
      .draft("印发《关于加强区直机关意识形态工作的意见》《关于加强区属企业意识形态工作的意见》。"),
      .draft("市数据共享平台下发数据3亿条，区数据共享平台归集数据1亿条。"),
      .draft("区养老服务中心收住老人300名，区托育服务中心收托婴幼儿200名。"),
      .draft("区发展和改革委员会牵头，区发改委、区应急管理局、区应急局配合。"),
      .draft("项目3月28日揭牌运营，4月揭榜攻关。平均每期40人，人均每起减费300元。"),
      .draft("健全考核机制、评价机制，推行“一网通办”“一网统管”。"),
      .draft("全省乡村建设现场会、全省乡村治理现场会先后召开。"),
      .draft("打造15分钟养老服务圈12个、15分钟便民生活圈9个。城区打造10分钟养老服务圈，乡镇打造20分钟养老服务圈。"),
      .draft("加快“数字产业化”。推进“产业数字化”。变“要我改革”为主动求变，“我要改革”成为共识。"),
      .draft("推行“警网融合”。深化“警医联动”。“甲溪优品”入选名录，“甲溪优课”上线300节。"),
      .draft("区教育和体育局牵头，区教育体育局配合。健全社会化服务体系，完善社会服务体系。"),
      .draft("成立数字产业化专班。产业数字化专班召开会议。推行“四方会审”。“三方会审”同步推进。"),
      .draft("开展“安全生产月”活动。“质量月”活动同步开展。健全部门协调联动机制。完善联动协调机制。"),
      .draft("“赣服通”便民服务平台注册用户8.4万人。推广“赣政通”，注册用户3万人。"),
      .draft("根据《甲县涉企行政检查管理办法》，印发《甲县涉企行政检查实施办法》。"),
      .draft("“甲溪智治”平台接入设备1.9万台。甲溪法治建设有力。“甲溪通办”平台受理300件。甲溪通班车12趟。县林业和草原局牵头，县林草局印发方案。"),
      .draft("升级“青企通”涉企服务平台，“青企办”政务协同平台覆盖全部部门。大溪镇高坪村、高平村成立强村公司，上河村增收，下河村的做法获推广。"),
      .draft("“岭港云服”平台上网事项315项。\n上线“岭港云企”平台，注册企业3600家。"),
      .draft("原区扶贫办移交资产3项，区乡村振兴局开展监测。甲区教体局、乙区教育局联合教研。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let titles = draft.titles.filter { $0.depth == 0 && prose.isRead($0.range.lowerBound) }.map(\.range)
    let sayings = draft.quotations.filter { $0.count >= 8 && prose.isRead($0.lowerBound) }
    let meetings = MeetingNames.find(prose, draft)
    result.recognise("meetings", "会议名称", meetings.count)
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for (names, longest) in [(titles, 1), (sayings, 0)] {
      pairs += NamePairs(prose).differing(names, least: 8, gap: longest)
    }
    pairs += NamePairs(prose).shortened(meetings)
    let quotations = draft.quotations.filter { prose.isRead($0.lowerBound) }
    let quoted = QuotedNames(prose, input.terms.lexicon.value.lookAlikes)
    pairs += quoted.pairs(quotations) + quoted.headPairs(quotations)
    pairs += PlatformNames(prose).pairs(quotations)
    let lexicon = input.terms.lexicon.value
    pairs += PlatformSpellings(prose, lexicon.lookAlikes).pairs(quotations, lexicon)
    pairs += VillageNames(prose, lexicon).pairs()
    pairs += AlikeNames(prose, lexicon).pairs()
    let units = UnitNames.find(prose)
    pairs += RespelledNames(prose).pairs(quotations) + RespelledNames(prose).pairs(among: units)
    pairs += NamedThings(prose).pairs(units) + OfficeNames(prose).pairs(units)
    pairs += ReplacedTitles(draft, prose).pairs(titles)
    pairs += SynonymNames(prose).pairs()
    pairs += KnownNames(prose).pairs()
    pairs += AutonomousNames(prose: prose).pairs()
    pairs += ToldLists(prose).pairs() + ToldLists(prose).frames()
    pairs += CompanyNames(prose, lexicon).pairs()
    pairs += ShortForms(prose: prose).pairs() + MeetingNames.ofOffices(prose)
    pairs += MeetingNames.ofBodies(prose)
    pairs += ShortTitles(draft: draft, prose: prose).pairs()
    pairs += ReferredMechanisms(prose: prose).pairs(quotations)
    let reworded = input.study?.part(RewordedUnits.self)
    pairs += reworded?.pairs() ?? []
    report(pairs, draft, prose, &result)
    for (ended, acting) in AbolishedOrgans(prose: prose).pairs() {
      result.report(
        draft.text.place(acting), "前文写“\(draft.text.string(ended))”已撤销、划转或更名，这里仍以原名称履职", "请核对机构名称",
        related: [.init(draft.text.place(ended), "前文写在这里")])
    }
  }

  /// 甲中心与乙中心各有侧重: the text itself says that they are two, in one of the sentences that name both.
  private func areToldApart(_ left: Range<Int>, _ right: Range<Int>, _ prose: CheckProse) -> Bool {
    let (one, other) = (Array(prose.units[left]), Array(prose.units[right]))
    return [left, right].contains { name in
      let sentence = prose.sentence(around: name)
      return prose.hasAny(Self.apart, in: sentence) && prose.first(one, in: sentence) != nil
        && prose.first(other, in: sentence) != nil
    }
  }

  private static let apart = Mark.words(
    "各有侧重 一字之差 各司其职 各负其责 分别 前者 后者 不是一 并非一 不同于 有别于 区别 两个机构 两块牌子 合署 合并 更名 改称 原名 前身 整合为 整合成 升级为 并入 一体运行 分工 不同",
    "同名 并存 加挂")

  /// A name in quotation marks: its own, if it has them.
  private func quoted(_ name: Range<Int>, _ draft: Draft) -> String {
    let text = draft.text.string(name)
    return text.hasPrefix("“") ? text : "“\(text)”"
  }

  private func report(
    _ pairs: [(usual: Range<Int>, rare: Range<Int>)], _ draft: Draft, _ prose: CheckProse,
    _ result: inout CheckResult
  ) {
    var told: [Range<Int>] = []
    for (earlier, later) in pairs {
      if told.contains(where: { $0.overlaps(later) || $0.overlaps(earlier) }) { continue }
      if areToldApart(earlier, later, prose) { continue }
      told += [earlier, later]
      result.report(
        draft.text.place(later), "\(quoted(later, draft))与\(quoted(earlier, draft))疑为同一名称",
        "如指同一件事，请统一写法", related: [.init(draft.text.place(earlier), "另一处在这里")])
    }
  }
}
