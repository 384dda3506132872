import Foundation
import ReportModel

/// 与上年数字: stated changes against last year's figures, and running totals that fell or stood still.
struct LastYearFiguresCheck: Check {
  let about = CheckDescription(
    "last-year.figures", .error, "“比上年增减”的数与上年报告不符",
    rationale: "任务数、成果数等，以及名称、单位相同的指标，按“今年数∓增减数=上年数”核对；写明“上年的”数，也与上年报告对照。金额的增长率可能按可比口径算，只作提示。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，全年实际使用外资[[1.9亿元]]。", lastYear: "青溪区2022年改革工作总结\n2022年，实际使用外资1.6亿美元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，比上年增加[[4项]]。完成43项，延期3项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。基层诊疗人次占比达到61.5%，比上年提高[[4.2个百分点]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。基层诊疗人次占比达到58.3%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。受理群众诉求2010件，办结率由上年的[[96%]]提高到98%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。受理群众诉求1860件，办结率97%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，登记技术合同318项、成交额21.2亿元，成交额增长[[24.5%]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，登记技术合同264项，成交额16亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，群众满意度提高[[1.8个百分点]]，达到93.7%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，群众满意度90.9%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，高新技术企业由[[36家]]增加到48家。",
        lastYear: "青溪区2022年改革工作总结\n2022年，高新技术企业37家。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。2022年，全区生产总值为[[468亿元]]，今年达到510亿元。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全区生产总值为486亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，深化“一业一证”改革，实施行业扩大到42个，比上年新增[[19个]]。安排民生实事[[20件]]，数量与上年相同。",
        lastYear: "青溪区2022年改革工作总结\n2022年，“一业一证”改革实施行业达到27个。安排民生实事18件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，修订党委前置研究讨论事项清单，由原来的51项压缩到44项，比上年压缩[[8项]]。年末养老机构床位3650张，比年初增加[[520张]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，党委前置研究讨论事项51项。养老机构床位3020张。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，集团化办学覆盖面扩大，参与学校33所，比2022年净增[[13所]]。受理行政复议案件[[248件]]，较上年增加四分之一；排查隐患[[21处]]，不足上年的三成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，有集团化办学的学校22所。全年受理行政复议案件186件，排查隐患57处。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，区委深改委审议改革文件29份，比上年少[[6份]]。中欧班列开行39列，同比增长[[1.5倍]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，审议改革文件23份。中欧班列开行26列。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新增高新技术企业47家，比上年多增加[[9家]]。[[截至2022年底，全区高新技术企业达到331家]]。园区总产值162亿元，比上年增长[[15.2%]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，新增高新技术企业36家，全区高新技术企业284家。园区总产值144亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全年出台制度性文件12件，其中部门印发5件。同样口径，上一年度为[[9件]]，数量稳中有增。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全年出台制度性文件11件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。年末林权抵押贷款余额达到2.7亿元，上年末这一数字为[[1.9亿元]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。年末林权抵押贷款余额2.1亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。办件91.2万件，其中乡镇办件34.2万件，占37.5%，比上年提高[[3.5个百分点]]。村集体经营性收入7920万元，村均60万元，比上年增加[[6万元]]。接待游客286万人次、综合收入17.3亿元，上年分别为[[230万人次]]、15亿元。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。办件85.4万件，其中乡镇办件27.5万件，占32.2%。村集体经营性收入村均52万元。接待游客260万人次、综合收入15亿元。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，受理行政复议案件248件。与上年相比，多了[[52件]]。集团校由2022年底的[[28所]]增至34所。社区工作者队伍不断壮大，由上年的[[1180名]]增加到1260名。县域内就诊率[[90.2%]]，较上年进一步提高；网办率提升至[[83%]]。围绕政策解读等内容举办业务培训12期，比去年多[[3期]]。[[2022年，排查隐患3460处]]。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，受理行政复议案件186件。组建教育集团6个，到年底覆盖学校26所。年末全区社区工作者1108名。县域内就诊率90.8%，网办率85%。举办业务培训8期。2022年，排查隐患3120处。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，成交390宗、1.17亿元，平均每宗30万元，成交宗数比上年增长[[35%]]。服务中心达到39个，平均每个镇3个，比上年多[[15个]]。集体年收入50万元以上的村，上年为[[164个]]，本年达到171个。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，成交312宗、7800万元，平均每宗25万元。服务中心有26个，平均每个镇2个。集体年收入50万元以上的有146个。"),
      .draft(
        "青溪区2023年上半年改革工作报告\n2023年上半年，到6月底召开会议3次。6月末贷款余额2.76亿元，去年6月末为2.30亿元，增长20%。[[截至2022年6月底，全区网格由980个整合为812个]]。",
        lastYear: "青溪区2022年上半年改革工作报告\n2022年上半年，召开会议3次。6月末贷款余额2.30亿元。截至2022年6月底，全区划分网格980个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，县域内就诊率91.2%，比上年提高[[1.7%]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，县域内就诊率89.5%。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，县域内就诊率91.2%，比上年提高1.9%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，县域内就诊率89.5%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全年实际使用外资1.9亿美元。盘活土地8宗、46公顷。",
        lastYear: "青溪区2022年改革工作总结\n2022年，实际使用外资1.6亿美元。盘活土地690亩。"),
      .draft(
        "青溪区2023年上半年改革工作报告\n2023年上半年，到6月底召开会议3次。6月末贷款余额2.76亿元，去年6月末为2.30亿元，增长20%。截至6月底，全区网格由980个整合为812个。下半年加密会商，全年会议达到6次，与去年全年持平。",
        lastYear: "青溪区2022年上半年改革工作报告\n2022年上半年，召开会议3次。6月末贷款余额2.30亿元。截至2022年6月底，全区划分网格980个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，“溪水贷”投放3.12亿元，惠及企业97户，上年投放1.86亿元、62户，投放额同比增长67.7%。排污权成交38笔、1216万元，上年为29笔、928万元，两年合计67笔、2144万元。新增耕地2340亩，2022年新增1860亩，2023年比上年多增480亩。",
        lastYear: "青溪区2022年改革工作总结\n2022年，“溪水贷”投放1.86亿元，惠及企业62户。排污权成交29笔、928万元。新增耕地1860亩。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，成交390宗、1.17亿元，平均每宗30万元，成交宗数比上年增长25%。服务中心达到39个，平均每个镇3个，比上年多13个。自评总分96.2分（上年为94.5分），其中任务完成58.1分、改革成效38.1分。1—11月供水收入1.43亿元，同比增长10%。新建幸福院4处、撤并1处。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，成交312宗、7800万元，平均每宗25万元。服务中心有26个，平均每个镇2个。自评总分94.5分，其中任务完成57.2分、改革成效37.3分。全年供水收入1.42亿元。新建幸福院6处。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，出让工业用地12宗、685亩，其中8宗拿地即开工；出让面积比上年增加165亩，增长31.7%。兑现资金1.37亿元，惠及企业912家次，兑现资金比去年同期增长39.8%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，出让工业用地9宗、520亩，其中5宗拿地即开工。兑现资金0.98亿元，惠及企业705家次。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，受理行政复议案件248件。与上年相比，多了62件。民办学校由2022年底的28所减少到24所。网格员由上年的1180名增加到1260名。县域内就诊率90.2%，群众获得感进一步提升；网办率由改革前的40%提升至83%。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，受理行政复议案件186件。县域内就诊率90.8%，网办率85%。组建教育集团6个，到年底覆盖学校26所。年末全区社区工作者1108名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。办件91.2万件，其中乡镇办件34.2万件，占37.5%，比上年提高5.3个百分点。村集体经营性收入7920万元，村均60万元，比上年增加8万元。接待游客286万人次、综合收入17.3亿元，上年分别为260万人次、15亿元。民宿收入1.92亿元，比上年增长28.4%。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。办件85.4万件，其中乡镇办件27.5万件，占32.2%，园区办件20万件，占23.4%。村集体经营性收入村均52万元，农户户均1.2万元。接待游客260万人次、综合收入15亿元。民宿收入1.5亿元。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，报送材料20篇，被采用12篇，其中省级采用3篇、市级采用9篇，省级采用数比上年的1篇增加2篇。",
        lastYear: "青溪区2022年改革工作总结\n2022年，刊发材料8篇，其中省级1篇、市级7篇。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，产权交易平台全年成交253宗，比上年增加67宗。",
        lastYear: "青溪区2022年改革工作总结\n2022年，产权交易平台全年成交186宗；2021年成交120宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，集团化办学覆盖面扩大，参与学校33所，比2022年净增11所。受理行政复议案件248件，较上年增加三分之一；排查隐患21处，不足上年的四成。下派医师64名，比上年（57名）增加7名。护理型床位600张，比上年增加80张，占比提高到31%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，有集团化办学的学校22所。全年受理行政复议案件186件，排查隐患57处。下派医师57名。养老机构床位900张，占比29%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，养老机构床位3650张，比上年增加520张。改造老旧小区36个，惠及户数与上年持平。亩均税收16.8万元，比上年增长12%；亩均税收高于全市3.2万元。",
        lastYear: "青溪区2022年改革工作总结\n2022年，新增养老机构床位302张。改造老旧小区30个。亩均税收15万元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，比上年增加2项，增长4.5%。完成43项，延期3项。基层诊疗人次占比达到61.5%，比上年提高3.2个百分点。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。基层诊疗人次占比达到58.3%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。技术合同成交额达到9.6亿元，比上年增长60%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。技术合同成交额达到6亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，园区技术合同成交额7.2亿元，增长24.5%。12月份受理诉求201件，增长12.5%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，技术合同成交额16亿元，受理诉求1860件。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，审批时限由30个工作日压减到9个工作日，高新技术企业由37家增加到48家。",
        lastYear: "青溪区2022年改革工作总结\n2022年，审批时限压减到20个工作日，高新技术企业37家。"),
    ])

  /// What the figures of a report have to be asked of last year's, whatever that says.
  private struct Questions: StudyPart {
    /// A figure that is a change of another one, or is itself told as last year's.
    struct Figure: Sendable {
      var figure: Int
      var change: (figure: Int, isSaid: Bool)?
      var base: (figure: Int, isSaid: Bool)?
      /// Whether its own text refutes what changed.
      var isBroken: Bool
      /// The whole of an average that a bare change may be of as well.
      var whole: Int?
    }

    let figures: [Figure]
    /// The figures of which it is said in words how they stand to last year's.
    let ratios: [(figure: Int, said: ToldRatio)]

    init(_ study: DraftStudy) {
      let (page, year) = (study.page, study.facts.year)
      let broken = Set(study.relations.relations.lazy.filter { $0.verdict == .broken }.map(\.claimed))
      let told = study.draft.quantities.indices.filter { page.isExact($0) && page.isTold($0) }
      figures = told.compactMap { figure in
        var change =
          LastYearFiguresCheck().value(of: figure, page) ?? LastYearFiguresCheck.rate(before: figure, page)
        let whole = change.flatMap { LastYearFiguresCheck.whole(of: $0.figure, changedBy: figure, page) }
        if let whole, whole.isSure { change?.figure = whole.figure }
        let base = LastYearFiguresCheck().value(ofBase: figure, page, year)
        if change == nil, base == nil { return nil }
        let isBroken =
          change.map {
            broken.contains(page.range($0.figure))
              && page.claim($0.figure).sentence == page.claim(figure).sentence
          } ?? false
        return Figure(figure: figure, change: change, base: base, isBroken: isBroken, whole: whole?.figure)
      }
      ratios = told.compactMap { figure in
        guard page.claim(figure).change == nil,
          !LastYearFiguresCheck.namesLastYear(page.words(page.before(figure)), year)
        else { return nil }
        return ToldRatio(behind: figure, page).map { (figure, $0) }
      }
    }
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil else {
      return
    }
    let page = study.page
    var compared = 0
    var doubted: Set<Int> = []
    for question in study.part(Questions.self).figures {
      let figure = question.figure
      if last.study?.page.isOnHalf == true, page.isAgainstYearEnd(figure) { continue }
      if let change = question.change,
        let base = base(of: change.figure, study, last, isSaid: change.isSaid)
      {
        compared += 1
        // A value that its own text refutes says nothing against last year.
        if question.isBroken { continue }
        if let whole = question.whole, let other = self.base(of: whole, study, last, isSaid: true),
          let implied = implied(by: figure, of: whole, page), abs(implied - other.value) * 100 <= other.value
        {
          continue
        }
        // 由14.5份减少到5.8份,减少60.0%: what it was before is told here.
        if !change.isSaid, startsHere(change.figure, page) { continue }
        if base.place != nil, isTold(implied(by: figure, of: change.figure, page), change.figure, study, last)
        {
          continue
        }
        // 园区成交额 is part of 成交额: only where 比上年 is said may one be the other.
        guard
          base.isNamedAlike
            || change.isSaid
              && isLikely(implied(by: figure, of: change.figure, page), base, change.figure, study, last)
        else { continue }
        compare(figure, change.figure, base, study, last, isSaid: change.isSaid, &result)
      } else if let value = question.base,
        let base = (value.isSaid ? slip(figure, of: value.figure, study, last) : nil)
          ?? base(of: value.figure, study, last, isSaid: value.isSaid)
      {
        compared += 1
        guard base.value != page.value(figure), !isTotal(page.value(figure), of: value.figure, study, last),
          Reckoning.compare(base.value, nil, with: page.quantity(figure)) == .apart,
          base.isNamedAlike
            || value.isSaid
              && (value.figure != figure || !isTold(ofYearBefore: figure, page, study.facts.year))
              && isLikely(page.value(figure), base, figure, study, last),
          value.isSaid || Reckoning.isSlip(page.value(figure), base.value, digits: 2),
          !endsChange(figure, page)
        else { continue }
        // 截至2022年底,…达到331家; 2022年,全区…: either may be wrong, the time or the figure.
        let time = page.claim(figure).time.map { study.draft.times[$0] }
        let start = time.flatMap { time in
          value.isSaid && time.range.upperBound <= page.range(figure).lowerBound
            && (time.relation == .upTo || value.figure == figure && page.opens(time, figure))
            ? time.range.lowerBound : nil
        }
        if let start, !doubted.insert(start).inserted { continue }
        result.report(
          study.draft.text.place((start ?? page.range(figure).lowerBound)..<page.range(figure).upperBound),
          "\(value.isSaid ? "说的是上年的数，" : "")上年报告写的是\(FigurePage.number(base.value, precision: base.precision))\(page.isPercent(figure) ? "%" : "")",
          "请核对上年的数；数据后来调整过的，请注明", severity: value.isSaid ? nil : .warning,
          related: base.place.map { [.init($0, "上年写的数")] } ?? [])
      }
    }
    compared += inWords(study, last, &result) + otherUnits(study, last, &result)
    result.recognise("lastYearFigures", "与上年核对的数", compared)
  }

  /// 由14.5份减少到5.8份: the figure that the change started from stands right before.
  private func startsHere(_ figure: Int, _ page: FigurePage) -> Bool {
    let start = figure - 1
    return page.siblings(of: figure).contains(start) && page.sameUnit(start, figure)
      && page.cues.has(.to, in: page.before(figure)) && page.before(figure).count <= 8
  }

  private func compare(
    _ change: Int, _ value: Int, _ base: Base, _ study: DraftStudy,
    _ last: LastYear, isSaid: Bool, _ result: inout CheckResult
  ) {
    // 由120家增至150家,净增30家,增长25%: what was added is not what there is.
    if study.page.words(study.page.lead(value)).hasAnySuffix(["净增", "净增加", "净减", "净减少"]) { return }
    let page = study.page
    let up = Self.isUp(change, page) ?? true
    if page.isPercent(change), page.isPercent(value) {
      return pointsToldAsPercent(change, value, from: base, up: up, study, &result)
    }
    let now = page.value(value)
    let difference = up ? now - base.value : base.value - now
    let stated = page.quantity(change)
    var severity: Severity? = isSaid ? nil : .warning
    let (expected, arithmetic): (Decimal, String)
    let sign = page.isPercent(value) ? "%" : ""
    let baseText = FigurePage.number(base.value, precision: page.quantity(value).precision) + sign
    if page.isPercent(change) {
      guard base.value > 0 else { return }
      expected = difference * 100 / base.value
      arithmetic =
        "(\(up ? page.number(value) : baseText)-\(up ? baseText : page.number(value)))/\(baseText)=\(Percent.text(expected, like: stated))"
      let words = page.words(page.sentence(of: value).range)
      // 产值 is told as it is sold: only a little may be due to prices.
      let isNominal = page.words(page.lead(value)).contains("产值") && abs(expected - stated.value) >= 2
      if page.unit(value) == "元", !isNominal, abs(expected - stated.value) < 15,
        words.containsAny(Self.comparable)
      {
        severity = .note
      }
      // 1.5亿元 to 1.8亿元 grew by just 20%; 25% is rounded from other figures hardly ever.
      let isPlain =
        [expected, stated.value / 5].allSatisfy { Decimal(NSDecimalNumber(decimal: $0).intValue) == $0 }
        && abs(expected - stated.value) >= 3
      if page.quantity(value).precision != 0, !isPlain,
        growth(of: value, from: base, up: up, page).overlaps(Interval(stated))
      {
        return
      }
    } else if stated.unit == "倍" {
      guard base.value > 0 else { return }
      let isOf = Self.isOfLastYear(page.words(page.before(change)))
      expected = isOf ? now / base.value : difference / base.value
      arithmetic =
        "\(isOf ? page.number(value) : "(\(page.number(value))-\(baseText))")/\(baseText)=\(Percent.text(expected, like: stated).dropLast())"
    } else {
      expected = difference
      arithmetic =
        "\(up ? page.number(value) : baseText)-\(up ? baseText : page.number(value))=\(FigurePage.number(expected, precision: stated.precision))"
    }
    // 上年的2倍 is no 1.5倍, though it would be rounded so.
    let isFar = stated.unit == "倍" && abs(expected - stated.value) * 4 > 1
    guard isFar || Reckoning.compare(expected, nil, with: stated) == .apart else { return }
    // 7.86万户 of 7.21万户: a change told to the unit lies within the rounding of both.
    if page.sameUnit(change, value), stated.precision < min(page.quantity(value).precision, base.precision),
      abs(expected - stated.value) <= Decimal(sign: .plus, exponent: base.precision, significand: 1)
    {
      return
    }
    result.report(
      study.draft.text.place(page.range(change)), "与上年报告的数不符：\(arithmetic),文中写\(page.number(change))",
      "请核对今年的数、上年的数和增减数", severity: severity,
      related: [.init(study.draft.text.place(page.range(value)), "今年的数")]
        + (base.place.map { [.init($0, "上年写的数")] } ?? []))
  }

  /// 与上年持平, 翻番, 比上年增加三分之一, 不足上年的三成: said without a figure or with a rough one.
  private func inWords(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) -> Int {
    let page = study.page
    var compared = 0
    for (figure, said) in study.part(Questions.self).ratios {
      // 全年计划召开会议6次,与去年全年持平: last year's report on 上半年 does not know it.
      if last.study?.page.isOnPart == true, page.words(said.range).containsAny(FigurePage.wholeYears) {
        continue
      }
      guard let base = base(of: figure, study, last, isSaid: said.isSaid),
        base.value > 0, said.isSaid || base.isNamedAlike
      else { continue }
      compared += 1
      let ratio = page.value(figure) / base.value
      if ratio >= said.least, ratio <= said.most { continue }
      guard
        base.isNamedAlike
          || isLikely(page.value(figure) / min(said.most, max(said.least, 1)), base, figure, study, last)
      else { continue }
      let sign = page.isPercent(figure) ? "%" : ""
      result.report(
        study.draft.text.place(page.range(figure)),
        "写的是“\(page.text(said.range))”，上年报告写的是\(FigurePage.number(base.value, precision: base.precision))\(sign)",
        "请核对两年的数", related: base.place.map { [.init($0, "上年写的数")] } ?? [])
    }
    return compared
  }

  /// Grown at comparable prices or on a comparable base.
  private static let comparable = Mark.texts("生产总值 增加值 预算收入 财政 税收 税费 固定资产 零售 产值 可支配收入 进出口")
}
