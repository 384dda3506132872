import Foundation
import ReportModel

/// 前后一致: one fact told twice with different figures.
struct SameFactCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.same-fact", .error, "同一件事前后写了不同的数",
    rationale: "全区的任务数、完成数、延期数、制度性成果数，以及名称、单位、时间完全相同的其他指标，前后写了两遍的应当一致。",
    source: "实务",
    triggering: [
      .draft("全年实施改革项目20个，完成16个，延期3个，跨年推进1个。\n年内申请延期的[[2个]]项目均受外部条件制约。"),
      .draft("“接诉即办”改革受理诉求5.6万件，12345热线办结率98%，群众回访满意率97.6%。\n企业感受更加真切。12345热线群众回访满意率为[[96.7%]]。"),
      .draft("一、总体情况\n区委深改委共召开会议6次，区委改革办开展专项督察4次。\n二、做法\n全年[[5次]]区委深改委会议都有现场汇报，从全年[[3次]]专项督察的情况看，进展较好。"),
      .draft("一、总体情况\n盘活厂房31处、面积6.2万平方米。\n二、宣传\n盘活闲置厂房[[62万平方米]]的做法得到推广。"),
      .draft("一、教育\n义务教育阶段组建教育集团9个，覆盖中小学校27所。\n二、经验\n以[[8个]]教育集团为纽带的做法作了交流。"),
      .draft("一、做法\n企业开办平均时间由1.5天压缩至0.5天。\n二、成效\n企业开办平均时间由[[2天]]压缩至0.5天，方便了企业。"),
      .draft("一、教育\n城乡教育联合体增至9个，覆盖学校54所。\n二、成效\n9个联合体带动的[[45所]]学校统一了教研安排。"),
      .draft("一、草原保护\n核定落实政策草原1280万亩。\n二、制度成果\n全旗[[128万亩]]草原有了专人管护。"),
      .draft("全年承接市级下放权限126项。\n\n承接的[[136项]]下放权限中，仍有11项没有行使。"),
      .draft("全年安排改革任务45项，完成42项，延期3项。\n一、下一步工作\n对[[4项]]延期任务逐项明确时间表。"),
      .draft("全年出台制度性成果19项。\n一、主要做法\n加强督察。全年出台制度性成果[[16项]]。"),
      .draft("全区确定改革任务44项。\n年初确定的[[42项]]改革任务有序推进。"),
      .draft("全区44项改革任务全部完成。\n其中，[[2项]]任务因上级政策调整未能完成。"),
      .draft("全年召开区委深改委会议7次。\n一、加强领导\n全年召开区委深改委会议[[6次]]，审议文件19件。"),
      .draft("移交事项127项，聚焦主责主业。\n改革后，[[172项]]社会事务移交到位。"),
      .draft("一、总体情况\n全年安排改革任务45项，完成42项，延期3项。全区改造老旧小区41个。\n二、主要做法\n全区改造老旧小区[[43个]]。"),
      .draft("一、主要做法\n园区内设机构由11个精简为6个。\n二、体会\n内设机构精简到[[7个]]，效能不降反升。"),
      .draft("一、主要做法\n设立家庭养老床位620张。\n二、下一步打算\n在现有家庭养老床位[[580张]]的基础上再增加200张。"),
      .draft("2019年改革工作总结\n2019年，乡镇卫生院职工人均年收入达到8.4万元。\n推动乡镇卫生院职工人均年收入在2019年[[8.9万元]]的基础上再提高10%。"),
      .draft("一、主要做法\n改造老旧管网73公里，惠及居民1.84万户。\n二、体会\n水压稳了，[[1.48万户]]居民都用上了放心水。"),
      .draft("一、主要做法\n各项目共推出改革举措97条。\n二、下一步打算\n在巩固[[79条]]改革举措成果的基础上，对标先进。"),
      .draft("一、主要做法\n全年出台改革文件34件。\n二、保障\n全年出台改革文件[[43件]]，其中党委名义出台18件。"),
      .draft("2019年改革工作总结\n实现19家乡镇卫生院、286家村卫生室全覆盖。\n平台联通全县[[296家]]村卫生室。"),
      .draft("一、机制\n深改委审议文件21件。\n二、宣传\n深改委全年审议的[[23件]]文件已全部印发。"),
      .draft("一、金融\n设立规模为3000万元的中小微企业风险补偿资金池。\n二、打算\n用好[[3亿元]]规模的中小微企业风险补偿资金池。"),
      .draft("一是经济体制改革。向全区9个街道下沉执法人员126名。\n二是文化体制改革。分馆在全区[[10个]]街道实现全覆盖。"),
      .draft("一、要素\n盘活面积位居全市开发区第二。组建2000万元的风险补偿资金池。\n二、考核\n用好总额[[2亿元]]的资金池。低效用地盘活面积排名全市开发区[[第一]]。"),
      .draft("一、主要做法\n依托村部建成互助养老点48个，服务老人2160人。\n二、下一步打算\n在现有[[42个]]互助养老点的基础上再建12个。"),
      .draft("一、主要做法\n全年腾退院落56处。\n二、存在问题\n腾退出来的[[65处]]院落中还有11处没有确定业态。"),
      .draft(
        "一、主要做法\n设立风险补偿资金池，帮助612家企业获得贷款28.7亿元。\n二、成效\n风险补偿资金池撬动贷款[[2.87亿元]]，缓解了企业燃眉之急。"),
      .draft("一、主要做法\n建成零工驿站5个，全年服务求职者3.6万人次。\n二、成效\n零工驿站全年服务[[3.9万人次]]。"),
      .draft("一、总体情况\n全县14个乡镇都有改革联络员。\n二、民生\n把全县[[15个]]乡镇的卫生院统一纳入管理。"),
      .draft("一、民生改革\n年末助餐点共44个。\n二、存在问题\n[[41个]]助餐点中，办成社区食堂的只有6个。"),
      .draft("一、总体情况\n安排改革任务36项，其中市级部署20项、区级自主16项。\n二、进展\n市级部署的[[26项]]任务，按清单推进。"),
      .draft("一、总体情况\n全县12个乡镇设立综合执法队。\n二、考核\n对[[32个]]乡镇和46个县直单位开展考核。"),
      .draft("一、总体情况\n森林面积48.6万公顷。村级助餐站新建6家，累计27家。\n二、主要做法\n依托[[4.86万公顷]]森林发展旅游。全县[[26家]]助餐站中5家亏损。"),
      .draft("一、金融\n组织银企对接会11场，达成授信9.6亿元。\n二、成效\n通过银企对接落实授信[[6.9亿元]]。"),
      .draft("一、主要做法\n年收入过10万元的村增加到86个。\n二、成效\n已有[[89个]]村年收入突破10万元。"),
      .draft("一、主要做法\n农业生产托管面积达到6.8万亩。\n二、成效\n在[[6.2万亩]]托管服务的基础上扩大范围。"),
      .draft("一、总体情况\n园区实际运作企业134家，其中加工制造39家、物流分拨61家、研发34家。\n二、存在问题\n[[36家]]加工制造企业中，配套率不高的有12家。"),
      .draft("一、总体情况\n零办件事项24项，其中14项下放时间尚不足一年。\n二、存在问题\n剔除下放不足一年的[[41项]]，仍有零办件。"),
      .draft("一、存在问题\n上半年有11件诉求出现“两头跑”。\n二、下一步打算\n对[[81件]]“两头跑”诉求逐一复盘。"),
      .draft("一、存在问题\n52个部门中还有9个未接入县级数据平台。\n二、下一步打算\n未接入平台的[[7个]]部门年内全部接入。"),
      .draft("一、民生\n城乡公交线路由22条增加到28条，服务队扩充到23支。\n二、做法\n全县[[26条]]城乡公交线路全部公示票价，[[26支]]服务队走进社区。"),
      .draft("一、交通\n把31条客运班线并成16条，项目审批时限压缩到45天。\n二、成效\n整合后的[[18条]]客运班线全部盈利，项目审批只要[[54天]]。"),
      .draft(
        "一、托育\n托育服务家长满意率达到98.6%。\n二、测评\n家长对托育服务的满意率为[[96.8%]]。\n三、农业\n全县8.6万亩茶园已托管。\n四、问题\n全县[[86万亩]]茶园大多只卖鲜叶。"
      ),
      .draft(
        "一、总体情况\n全年安排任务16项，其中产业发展改革6项、城市建设改革5项、社会民生改革5项。\n二、主要进展\n——产业发展改革。6项任务全部完成。\n——城市建设改革。5项任务全部完成。\n——社会民生改革。[[4项]]任务全部完成。"
      ),
      .draft("一、总体情况\n全县14个乡镇、168个村推行积分制。\n二、主要做法\n在[[178个]]村各设1处服务点。"),
      .draft("一、总体情况\n全年安排改革任务22项，完成18项，推进中1项，延期3项。\n二、存在的问题\n从[[20项]]任务推进情况看，工作中还有短板。"),
      .draft("一、总体情况\n承担国家级改革试点1项、省级改革试点3项。\n二、存在的问题\n[[5项]]国家和省级改革试点中，2项通过评估验收。"),
      .draft("一、总体情况\n安排改革事项25件，办结22件，结转3件。\n二、存在的问题\n一是力度还需加大。全年办结率[[83.3%]]，与90%的要求有差距。"),
      .draft("一、企业服务\n收到企业诉求1375件，办结1342件，办结率97.6%。\n二、存在的问题\n企业诉求办结率[[96.7%]]，还有33件没有办结。"),
    ],
    silent: [
      .draft("2025年改革工作总结\n完成改革任务30项，形成制度性成果12项。2022年以来累计形成制度性成果43项。"),
      .draft("9个园区中已有6个建立专业化运营机制，剩余3个明年建立。\n园区运营人才短缺，3个园区尚未引进运营团队。"),
      .draft("共排查出权属问题1180宗，已化解1062宗。\n全力攻坚剩余的118宗权属问题。"),
      .draft("全年实施改革项目20个，完成16个，延期3个，跨年推进1个。\n年内再次申请延期的2个项目均受外部条件制约。经济领域年内申请延期的2个项目已明确时限。"),
      .draft("一、总体情况\n改革以来，共出台配套制度9项，开展专项督察6次。今年出台的2项制度管用。\n二、做法\n上半年3次专项督察都有通报，有4次专项督察由县领导带队。"),
      .draft(
        "一、总体情况\n全年安排改革任务22项，其中重点任务12项，已完成18项，推进中1项，延期3项。\n二、存在的问题\n从12项任务推进情况看，还有短板；从18项任务完成情况看，成效不均；从上年20项任务推进情况看，问题依旧。"
      ),
      .draft(
        "一、总体情况\n承担国家级改革试点1项、省级改革试点3项。\n二、存在的问题\n2项国家和省级改革试点通过评估验收。上年5项国家和省级改革试点中，3项通过验收。\n三、下一步打算\n争取5项国家和省级改革试点。"
      ),
      .draft(
        "一、总体情况\n安排改革事项25件，办结22件，结转3件。\n二、做法\n受理信访1000件，全年办结率93.3%。\n三、存在的问题\n上年办结率83.3%，今年有提高。\n四、下一步打算\n力争办结率90%以上。"
      ),
      .draft("一、做法\n商事登记办理环节由5个减少至1个。\n二、民生\n社保转移办理环节由4个减少至1个。\n三、进展\n甲领域。4项任务完成3项。\n四、成效\n乙领域。6项任务完成5项。"),
      .draft("全年部署改革任务18项，完成16项，延期2项。18项任务共形成制度性成果10项。"),
      .draft("一、培育\n培育专精特新企业12家。\n二、统计\n全区规上工业企业120家。\n三、医共体\n乡镇卫生院14家。17家乡镇卫生院和社区卫生服务中心中，6家收支为负。"),
      .draft(
        "一、文化\n新建书房8座，总数达到26座，服务队扩充到23支。\n二、成效\n全区9座书房到馆较少，13支服务队走进社区。"),
      .draft("一、托育\n托育服务家长满意率达到98.6%。\n二、测评\n家长对课后服务的满意率为96.8%。"),
      .draft("一、主要做法\n引进博士27名。村级助餐站新建6家，累计27家。\n二、存在问题\n暗访的26家助餐站中5家亏损。全区72名博士中，有5名离开。"),
      .draft("一、主要做法\n推进16个老旧小区改造。\n二、成效\n全区46个老旧小区物业企业中，12家获评优秀。"),
      .draft("一、总体情况\n省级专精特新企业26家。\n二、下一步打算\n对36家市级专精特新企业逐一走访。"),
      .draft("一、主要做法\n排查自建房186栋，发现隐患47栋。\n二、下一步打算\n对存在重大隐患的41栋自建房逐栋整治。"),
      .draft("一、总体情况\n全县12个乡镇、3个街道。\n二、考核\n对15个乡镇（街道）开展考核，首批5个乡镇中有3个达标。"),
      .draft("一、总体情况\n规模以上工业企业172家，承接下放权限157项。\n二、做法\n为36家规模以上工业企业开展诊断，新承接的35项权限中有3项没有办件。"),
      .draft("一、总体情况\n森林面积48.6万公顷。\n二、主要做法\n新增森林抚育4.86万公顷。"),
      .draft("一、主要做法\n新开通陆岛公交2条。\n二、下一步打算\n现有3条陆岛公交线路覆盖全部岛屿。"),
      .draft("一、主要做法\n建成互助养老点48个。\n二、下一步打算\n在现有108个互助养老点的基础上再建42个互助养老点。"),
      .draft("一、主要做法\n建成服务综合体12个。\n二、成效\n首批3个服务综合体投入运营，10个服务综合体完成验收。"),
      .draft("一、主要做法\n全年兑现惠企资金6800万元。\n二、成效\n惠企资金累计兑现6.8亿元。"),
      .draft(
        "一、总体情况\n全年改革任务11项，其中商贸流通板块5项、民生服务板块6项。\n二、制度性成果\n商贸流通板块3项：《甲办法》《乙规定》《丙办法》。"),
      .draft("一、金融\n设立总规模5亿元的产业引导基金，首期5000万元产业引导基金到位。\n二、打算\n省级设立50亿元产业引导基金。"),
      .draft("全年承接市级下放权限126项。\n\n首批承接的36项下放权限运行良好。"),
      .draft("一、机制\n深改委审议文件21件。\n二、宣传\n审议的6件文件列入督察，一季度审议的26件文件均已印发。"),
      .draft("一、要素\n工业投资增速居全市第一。组建2000万元的转贷资金池。\n二、考核\n固定资产投资增速居全市第二。组建总额2亿元的信贷资金池。"),
      .draft("2019年改革工作总结\n2018年，城镇居民人均年收入达到3.4万元。\n农村居民人均年收入由2018年的1.9万元增加到2.1万元。"),
      .draft("一、主要做法\n园区内设机构由11个精简为7个。\n二、体会\n内设机构精简到7个，效能不降反升。"),
      .draft("一、主要做法\n设立家庭养老床位620张。\n二、下一步打算\n在现有家庭养老床位980张的基础上再增加200张。"),
      .draft("全年安排改革任务45项，完成42项，延期3项。\n一、下一步工作\n对3项延期任务逐项明确时间表。"),
      .draft("年初确定改革任务42项。\n年中新增2项，全年共安排44项改革任务。"),
      .draft("全年安排改革任务45项，完成42项，延期3项。\n目前仍有3项改革任务未完成。"),
      .draft("上年延期的2项任务均已完成。\n全年安排改革任务45项，完成42项，延期3项。"),
      .draft("一、东片\n东片改造老旧小区41个，培育省级专精特新企业34家。\n二、西片\n西片改造老旧小区43个，培育市级专精特新企业43家。"),
      .draft("一、主要做法\n城镇居民人均可支配收入增长5.6%。\n二、体会\n农村居民人均可支配收入增长6.5%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.sameFact], of: input, remedy: "请查明哪个数是对的，前后统一")
  }
}

struct SameFactRule: RelationRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    known(&book)
    labels(&book)
    totals(&book)
    unfinished(&book)
    surveyed(&book)
    joined(&book)
    rates(&book)
    universe(&book)
    worded(&book)
    ends(&book)
    stock(&book)
  }

  /// 设立养老床位620张, then 现有养老床位580张: what there is now is no less than what was made this year.
  private func stock(_ book: inout RelationBook) {
    var made: [(noun: ArraySlice<UInt16>, figure: Int)] = []
    for (figure, claim) in page.draft.claims.enumerated() where page.isAmount(figure) && page.isExact(figure)
    {
      let lead = page.lead(figure)
      guard lead.count >= 6, lead.allSatisfy({ Mark.isHan(page.units[$0]) })
      else { continue }
      let words = page.units[lead]
      if Self.making.contains(where: { words.starts(with: $0) }), claim.change == nil,
        page.tail(figure).isEmpty,
        claim.period == .reported || claim.period == .cumulative
      {
        made.append((words.dropFirst(2), figure))
      } else if let place = Self.existing.lazy.compactMap({ word in
        words.indices.dropLast(word.count + 3).first { words[$0...].starts(with: word) }.map {
          $0 + word.count
        }
      }).first {
        let noun = page.units[place..<lead.upperBound]
        for other in made
        where other.noun.elementsEqual(noun) && page.sameUnit(other.figure, figure)
          && page.claim(other.figure).section != claim.section
        {
          let fits = page.value(figure) >= page.value(other.figure)
          book.weigh(
            figure, by: [other.figure], .sameFact, fits ? .undecided : .broken, on: page,
            "前文写建成\(page.number(other.figure)),此处写现有\(page.number(figure))", "现有的数少于当年建成的数", stating: false,
            severity: .warning, as: .place(page.range(figure).lowerBound))
          break
        }
      }
    }
  }

  private static let making = Mark.words("设立 建成 新建 新增 建立 布设 培育 打造 创建 组建 配备")
  private static let existing = Mark.words("现有 已有 目前有 现存")

  /// Any other measure, told twice in the same words outside lists of parts.
  private func worded(_ book: inout RelationBook) {
    var first: [[UInt16]: Int] = [:]
    var values: [[UInt16]: Set<Decimal>] = [:]
    var again: [(key: [UInt16], figure: Int, other: Int)] = []
    for (figure, claim) in page.draft.claims.enumerated() {
      guard case .words = claim.measure, claim.period == .reported || claim.period == .cumulative,
        claim.change == nil, page.isExact(figure), page.isAmount(figure), !page.unit(figure).isEmpty,
        !page.cues.has(.parts, in: page.before(figure)),
        case let perHead = isPerHead(figure),
        perHead || !page.cues.has([.average, .each], in: page.before(figure))
      else { continue }
      // 商贸流通板块3项:《…》: of documents, not of what the field's number was of before.
      if isOfDocuments(figure) { continue }
      let words = page.withoutScope(page.lead(figure))
      let tail = page.tail(figure)
      guard words.count >= 6, perHead || tail.count <= 1, words.allSatisfy({ Mark.isHan(page.units[$0]) })
      else { continue }
      let time = claim.time.map { ofYear($0) ? [] : page.units[page.draft.times[$0].range] } ?? []
      let key = Array(page.units[words] + [0] + page.unit(figure).utf16 + [0] + time)
      values[key, default: []].insert(page.value(figure))
      if let other = first[key] {
        guard
          page.paragraph(of: other) != page.paragraph(of: figure),
          claim.domain == nil || page.claim(other).domain == nil,
          perHead
            || (status.overall.isEmpty && status.fields.isEmpty
              ? isOfAll(figure) && isOfAll(other)
              : page.words(page.lead(figure)) == page.words(page.lead(other)) || isOfAll(figure)
                || isOfAll(other))
        else { continue }
        again.append((key, figure, other))
      } else {
        first[key] = figure
      }
    }
    // 全年推出创新举措44条 … 推出创新举措12条 … 18条: every section tells of its own.
    for told in again where values[told.key]?.count ?? 0 < 3 {
      book.compare(told.figure, withEarlier: [told.other], on: page)
    }
  }

  /// A number that nothing but titles follows.
  private func isOfDocuments(_ figure: Int) -> Bool {
    let end = page.range(figure).upperBound
    return end + 1 < page.units.count && page.units[end] == Mark.colon && page.units[end + 1] == Self.title
  }

  private static let title: UInt16 = 0x300A  // 《

  /// 人均财政补助640元: a standard, the same wherever it is told.
  private func isPerHead(_ figure: Int) -> Bool {
    page.unitKey(figure) == FigurePage.yuan
      && page.words(page.lead(figure)).containsAny(["人均", "生均", "每人"])
  }

  /// 全市5个县, then 对6个县开展督察: more of them than there are.
  private func universe(_ book: inout RelationBook) {
    var all: [[UInt16]: Int] = [:]
    for pass in 0..<2 {
      for (figure, claim) in page.draft.claims.enumerated()
      where page.isExact(figure) && page.isThing(figure) && claim.change == nil && page.value(figure) > 1 {
        guard claim.period == .reported || claim.period == .cumulative || pass == 1 && claim.period == .plan
        else { continue }
        // 其中行政村18个
        if pass == 0, page.tail(figure).isEmpty,
          let place = Self.places.first(where: {
            page.units[page.lead(figure)].elementsEqual(Self.ofThem + $0)
          })
        {
          all[place] = all[place] ?? figure
        }
        let start = page.range(figure).upperBound
        guard start < page.units.count, Self.placeHeads.contains(page.units[start]),
          case let words = Array(page.units[start...].prefix(4)),
          let place = Self.places.first(where: { words.starts(with: $0) })
        else { continue }
        // A short word may go on: 社区工厂.
        let noun = place.count > 2 ? place : words
        let lead = page.words(page.lead(figure))
        if pass == 0 {
          if lead.hasAnySuffix(Self.wholes) || isWhole(figure, place) {
            all[noun] = all[noun] ?? figure
            if isAlone(place, at: start) { all[place] = all[place] ?? figure }
          }
        } else if let whole = (isAlone(place, at: start) ? all[place] : nil) ?? all[noun], whole != figure,
          page.value(figure) > page.value(whole)
            || page.value(figure) < page.value(whole)
              && (lead.hasAnySuffix(Self.wholes)
                || page.maySlip(whole, figure) && !lead.containsAny(Self.narrower))
              && Self.everyOne.contains(where: { page.units[(start + place.count)...].starts(with: $0) }),
          page.unitKey(whole) == page.unitKey(figure), !lead.containsAny(Self.wider),
          claim.domain == nil || [claim.domain, nil].contains(page.claim(whole).domain)
            || Self.wholes.contains(where: { lead.hasSuffix($0) && isTold($0, of: whole) })
        {
          book.propose(
            Relation(
              .sameFact, .broken, claimed: page.range(figure), result: figure, members: [whole],
              arithmetic: page.value(figure) > page.value(whole)
                ? "\(page.number(figure))>\(page.number(whole))"
                : "前文写\(page.number(whole)),此处写\(page.number(figure))",
              message: page.value(figure) > page.value(whole) ? "比全部的个数还多" : "同一件事前后的数不一致",
              severity: .warning),
            as: .place(page.range(figure).lowerBound))
        }
      }
    }
  }

  /// 14个镇(街道)中有5个, 全县14个乡镇、168个村: all there are.
  private func isWhole(_ figure: Int, _ place: [UInt16]) -> Bool {
    let end = page.range(figure).upperBound + place.count
    let lead = page.lead(figure)
    if lead.isEmpty, Self.among.contains(where: { page.units[end...].starts(with: $0) }) { return true }
    if page.words(end..<max(end, min(end + 14, page.sentence(of: figure).range.upperBound))).contains("全覆盖"),
      page.words(lead).hasAnySuffix(["实现", "在"])
    {
      return true
    }
    return page.units[..<lead.lowerBound].last == Mark.pause
      && (page.siblings(of: figure).lowerBound..<figure).contains { other in
        page.words(page.lead(other)).hasAnySuffix(Self.wholes)
          && !page.has(Mark.comma, in: page.range(other).upperBound..<lead.lowerBound)
      }
  }

  /// 街道 of 街道下沉人员; 社区 of 社区食堂 goes on.
  private func isAlone(_ place: [UInt16], at start: Int) -> Bool {
    let end = start + place.count
    // 15个乡镇(街道): both together.
    if Self.brackets.contains(where: { page.units[end...].starts(with: $0) }) { return false }
    // 对12个乡镇和46个部门开展考核
    if end + 1 < page.units.count, Mark.ands.contains(page.units[end]), Mark.isDigit(page.units[end + 1]) {
      return true
    }
    return end >= page.units.count || Mark.isListMark(page.units[end])
      || Self.following.contains(page.units[end])
      || Self.behind.contains { page.units[end...].starts(with: $0) }
  }

  private static let brackets = ["街道", "镇", "乡", "社区", "村", "办事处", "场", "园区"].map { Mark.word("(" + $0) }
  /// What begins with none of these goes on: 社区卫生, 街道办, 乡镇党委.
  private static let following = UnitSet("的都均全已也同共成组承逐各明统参划落中")
  private static let behind = Mark.words(
    "推进 设 启动 完成 公布 建成 实现 下沉 全部 均已 都已 开展 设立 建立 推行 推广 配备 全面 覆盖 完成 纳入 派驻 同步")

  /// 全区9个街道, 全区10个街道: both of the same whole, in whatever field they are told.
  private func isTold(_ scope: String, of whole: Int) -> Bool {
    page.words(page.lead(whole)).hasSuffix(scope)
  }

  private static let placeHeads = UnitSet(places.compactMap(\.first))
  private static let wholes = [
    "全市", "全区", "全县", "全旗", "全部", "全镇", "全街道", "共有", "下辖", "市辖", "区辖", "县辖", "市共", "区共", "县共",
  ]
  private static let wider = ["全省", "全国", "省", "邻", "新增", "以来", "累计", "原", "此前", "改革前", "合前", "并前"]
  private static let everyOne = Mark.words("均 都 全部 全都 全覆盖 各 中的 中有")
  private static let ofThem = Mark.word("其中")
  private static let among = Mark.words("中有 中已 中仍 中还")
  private static let narrower = Mark.texts("片区 试点 其中 首批 部分 重点 级 在 对")
  private static let places = Mark.words(
    "苏木镇 嘎查村 嘎查 苏木 县 乡镇 镇街 镇(街道) 街道 村(社区) 村(居) 行政村 自然村 村居 社区 区县 区(园区) 园区 镇 村")
}
