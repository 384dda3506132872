import Foundation
import ReportModel

/// 起止时间: a time that ends before it begins, and a duration that two times do not make.
struct TimeSpanCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.time-span", .error, "结束时间早于开始时间，或者历时与起止时间不符",
    rationale: "“从…开始，至…结束”“…启动、…验收”按先后核对；“历时N个月”“为期N年”按起止月份算，首尾两月计一个月或两个月都可以，写了日期的按天数算。没有写年份的月份顺着前面的年份理解。",
    source: "实务",
    triggering: [
      .draft("试点自2025年7月1日起至2026年12月31日止，为期[[一年]]。"),
      .draft("一、服务\n5月20日，“一键办”平台正式启用，设4个专区。\n二、下一步打算\n平台[[自6月20日]]启用以来运行平稳，明年扩大范围。"),
      .draft("聘任办法于4月印发，6月组织竞聘，[[5月]]全员到岗。"),
      .draft("2025年改革总结\n该项目于2025年5月启动建设，[[2025年3月]]首批12个屋顶并网发电。"),
      .draft("企业综合服务中心6月18日揭牌，入驻窗口23个。\n企业综合服务中心[[自7月]]揭牌以来，业务量逐月攀升。"),
      .draft("2月18日召开攻坚启动大会，镇街递交责任书。\n[[自2月28日]]启动大会以来，刊发报道124篇。"),
      .draft("农机服务改革于9月10日启动试点，[[8月底]]完成试点评估。"),
      .draft("《甲县零基预算改革实施方案》9月12日经县委深改委审议通过，[[8月25日]]印发执行。"),
      .draft("试点从2021年9月开始，[[至2021年6月]]结束。"),
      .draft("2023年9月1日[[至6月30日]]开展集中整治。"),
      .draft("2021年10月启动、[[2021年5月]]验收。"),
      .draft("2025年改革工作总结\n揭榜改革于今年6月启动试点，今年[[4月]]全面推开，发布难题48项。"),
      .draft("督察时间从9月12日[[至9月5日]]，覆盖12个单位。"),
      .draft("2021年3月至8月，历时[[4个月]]，完成清查工作。"),
      .draft("2020年改革工作总结\n自2020年7月1日起承接审批权限211项，于[[6月中旬]]完成首次评估。"),
      .draft("2023年改革工作总结\n今年6月启动的护理保险试点，[[5月底]]参保人员就已达到12万人。"),
      .draft("由2023年10月启动、[[2023年4月]]形成首批成果。"),
      .draft("实施进度上，[[4月份]]完成验收，6月份立项审批，8月份组织施工。"),
      .draft("该办法于[[4月1日起]]施行，于4月18日由县政府常务会议审议通过。《路长制方案》[[2023年3月20日]]印发，4月8日经深改委会议审议通过。"),
      .draft("档案馆4月开工、[[3月]]竣工、12月投用。招标公告3月2日发布，3月28日开标，中标通知书4月3日发出，合同于[[3月18日]]签订。"),
      .draft("《导则》6月12日由区政府印发。[[9月]]，该导则在网站公开征求意见15天。《管控意见》2024年1月16日印发。[[自6月16日]]该意见印发以来，未新增债务。"),
      .draft(
        "| 制度名称 | 审议日期 | 印发日期 |\n|---|---|---|\n| 甲办法 | 2024-02-26 | 2024-03-05 |\n| 乙办法 | 2024-05-20 | [[2024-04-07]] |\n| 丙办法 | 2024-07-11 | 2024-07-25 |"
      ),
      .draft("2024年9月30日印发规定，[[自2024年3月1日起]]施行。新系统[[8月5日]]上线，上线前的压力测试于8月12日完成。"),
      .draft("改革办分别于3月29日、6月28日、9月27日和[[8月31日]]印发四期通报。"),
      .draft("规范于7月启动编制、当年[[5月]]通过专家评审。厂房8月开工建设，[[6月底]]交付企业使用。"),
      .draft("改革自2019年1月1日启动，到2021年12月结束，为期[[两年]]。"),
      .draft(
        "攻坚从9月初持续到11月底，历时[[两个月]]。1月15日至2月13日，为期[[25天]]。试点自2023年4月启动，到2023年12月结束，历时[[一年]]。自3月15日至8月15日，用[[三个月]]时间排查。"
      ),
      .draft("试点自5月启动，历时[[四个月]]，于12月全面结束。"),
      .draft("县政府4月18日印发《甲县企业主业管理办法》，县国资局[[3月]]依据该办法核定6户企业主业。"),
      .draft("办法有效期[[5年]]，自2022年5月1日起至2026年4月30日止。"),
      .draft("第二季度（[[4月]]至7月）打通系统，三季度（8月）验收。"), .draft("评价系统6月启动，10月底完成，比原定的12月底提前[[三个月]]。"),
      .draft(
        "5月6日至15日，举办为期[[15天]]的培训班。2月1日至10月31日，全市开展“三资”专项清理，历时[[七个月]]，核查合同。自3月1日起开展专项整治，至5月31日结束。为期[[四个月]]的整治中，检查食堂92所。"
      ),
      .draft("6月12日签约，9月20日投产，从签约到投产仅用[[80天]]。活动自今年4月首次举办以来每月不断档，截至12月已连续举办[[十一个月]]。"),
      .draft("2023年、2024年、2025年连续[[四年]]获评先进。工作日上午8时30分开门、下午6时关门，连续服务[[8.5小时]]。"),
      .draft("二季度，分局连打组合拳：[[7月]]完成溯源，8月关停6处，9月启用水站。"),
      .draft("下半年，对未完成的任务逐项挂牌，确保[[6月底]]前全部见效。"),
      .draft("四季度，集中力量攻坚，力争[[8月底]]前完成扫尾。"),
      .draft("2025年改革工作总结\n一、转入2026年推进的事项\n档案共享改革因设备采购流标，拟于[[2025年6月]]完成。"),
      .draft("省商务厅于4月15日批复同意开展试点。接到批复后，管委会随即部署，于[[3月9日]]出台方案。"),
      .draft("第一批于4月10日下放，涉及事项38项；第二批在第一批运行平稳后，于[[3月20日]]下放，涉及事项22项。"),
      .draft("8月6日，县委深改委会议审议通过《甲县水价改革方案》；[[8月2日]]，方案以县委办公室名义印发。"),
      .draft("一季度完成摸排，二季度完成招标，[[四季度]]完成部署，四季度完成试运行。"),
      .draft("二季度，区生态环境分局连打“组合拳”：[[7月]]完成溯源，8月关停砂点，9月启用水质站。"),
    ],
    silent: [
      .draft("《青溪区楼长工作规则》在3月印发实施；《青溪区楼宇培育措施》在5月出台。"),
      .draft("试点自2025年7月1日起至2026年12月31日止，为期一年半。三年行动自2024年7月起至2026年12月止，为期三年。"),
      .draft("省商务厅于4月15日批复同意开展试点。接到批复后，管委会落实3月9日出台的方案，于5月9日挂牌。二季度，区局连打“组合拳”：4月完成溯源，7月关停砂点。"),
      .draft("一季度完成摸排，二季度完成招标，三季度完成部署，四季度完成试运行。"),
      .draft("一、服务\n5月20日，“一键办”平台上线试运行。县追溯系统同步建设。\n二、成效\n平台自6月20日上线以来运行平稳，系统自8月1日上线以来运行平稳。"),
      .draft("6月组织竞聘，8月全员到岗。首批人员5月到岗，6月组织第二批竞聘。"),
      .draft("19项任务中，三季度完成8项，四季度完成11项；尚未启动的2项于8月底前全部启动。"),
      .draft("2025年改革总结\n该项目二期于2025年5月启动建设，2025年3月一期建成投用。"),
      .draft("一季度完成2项，二季度完成6项，三季度完成8项，四季度完成7项，前三季度累计完成16项。"),
      .draft("2月18日召开攻坚启动大会，递交责任书。\n2月28日镇街启动大会全部开完，4月2日召开营商环境启动大会。"),
      .draft("服务中心6月揭牌、7月投用，办件1.2万件。\n东湖镇服务中心自8月揭牌以来，办件2100件。停车管理平台8月上线试运行，停车管理平台12月正式上线。"),
      .draft("2025年改革工作总结\n揭榜改革去年6月启动试点，今年4月全面推开。农村宅基地改革6月启动试点，林权改革4月全面推开。"),
      .draft("2021年3月至8月，历时6个月，完成清查工作。"),
      .draft("2021年3月至8月，历时5个月，完成清查工作。"),
      .draft("2020年10月启动，2021年6月完成，历时8个多月。"),
      .draft("试点期限为2021年10月至2023年10月，为期两年。"),
      .draft("2021年10月召开会议，2021年5月出台的办法得到落实。"),
      .draft("2023年9月1日至次年6月30日开展集中整治。"),
      .draft("2021年改革工作总结\n2020年10月启动的试点，3月通过验收。自2021年6月起施行的办法，5月份已公开征求意见。"),
      .draft("该办法于4月18日由县政府常务会议审议通过，5月1日起施行。规范于7月启动编制、次年5月通过评审。"),
      .draft("改革办分别于3月29日、6月28日和9月27日印发三期通报。3家医院分别于6月、3月和9月完成改制。"),
      .draft("3月立项审批，6月开工建设，次年4月完成验收。厂房11月开工，3月交付使用。5月甲项目竣工，7月乙项目开工建设。档案馆9月开工、3月竣工、5月投用。"),
      .draft("《导则》6月12日由区政府印发。5月，该导则在网站公开征求意见15天。《甲意见》6月印发。9月，该县《乙意见》通过审议。"),
      .draft("2024年9月30日印发规定，自2024年1月1日起施行。新系统8月5日上线，上线前的压力测试于8月2日完成，上线后的测评于8月12日完成。"),
      .draft("督察时间从12月20日至1月5日，覆盖12个单位。"),
      .draft("职教园区原定10月开工，实际于同年8月开工，比计划提前2个月。"),
      .draft("9月1日至10月31日，开展为期2个月的整治。1月15日至2月8日，为期25天；从9月初持续到11月底，历时三个月。自3月15日至6月15日，用三个月时间排查。"),
      .draft("县政府4月18日印发《甲县企业主业管理办法》，县国资局6月依据该办法核定6户企业主业，3月先行摸底。"),
      .draft("试点自5月启动，历时七个月，于12月全面结束。整治自3月启动，历时两个月摸清底数，于11月结束。"),
      .draft("办法有效期5年，自2022年5月1日起至2027年4月30日止。试点自2022年10月启动，到2023年9月结束，历时一年。"),
      .draft("第二季度（4月至6月）打通系统，三季度（8月）验收，四季度（10—12月）推广；上半年（截至6月底）办结12项。"),
      .draft("评价系统6月启动，10月底完成，比原定的12月底提前两个月。"),
      .draft("下半年，对6月底前未完成的任务挂牌督办，确保11月底前全部见效。"),
      .draft("2025年改革工作总结\n一、转入2026年推进的事项\n档案共享改革原计划2025年6月完成，因设备采购流标，拟于2026年6月完成。"),
      .draft(
        "5月6日至15日，举办为期10天的培训班。2月1日至10月31日，全市开展“三资”专项清理，历时九个月。2月1日至10月31日，全市开展轮训，先后举办了为期5天的各类专题班。"
      ),
      .draft("6月12日签约，9月20日投产，从签约到投产仅用100天。上午8时30分开门、下午6时关门，连续服务9.5小时，比改革前延长2小时。"),
      .draft("2023年、2024年、2025年连续三年获评先进。二季度，分局连打组合拳：4月完成溯源，7月完成验收。上午9时至下午5时，服务7小时。"),
      .draft("下半年，谋划明年改革任务，力争明年3月底前形成工作要点。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose, let page = input.page else { return }
    for sentence in draft.sentences where !sentence.times.isEmpty {
      for index in sentence.times { read(index, sentence, draft, prose, &result) }
    }
    for pair in EarlyOutcome(draft: draft, prose: prose).pairs() {
      result.report(
        draft.text.place(pair.outcome.range),
        "完成的时间（\(draft.text.string(pair.outcome.range))）早于开始的时间（\(draft.text.string(pair.beginning.range))）",
        "请核对两个时间", severity: .warning,
        related: [.init(draft.text.place(pair.beginning.range), "开始时间写在这里")])
    }
    let turned = TurnedTimes(draft: draft, prose: prose)
    for pair in turned.pairs() {
      let (early, late) = (draft.text.string(pair.early.range), draft.text.string(pair.late.range))
      result.report(
        draft.text.place(pair.early.range), "写在后面的一步是\(early)，早于前一步的\(late)", "请核对两个时间", severity: .warning,
        related: [.init(draft.text.place(pair.late.range), "前一步的时间写在这里")])
    }
    for time in turned.quarters() {
      result.report(
        draft.text.place(time.range), "四个季度依次写来，“\(draft.text.string(time.range))”不在它的次序上", "请核对季度")
    }
    for fault in AheadOfTime(page: page).found() {
      result.report(
        draft.text.place(page.range(fault.figure)),
        "前后两个时间相差\(fault.months)个月，文中写\(page.number(fault.figure))个月", "请核对两个时间和提前、推迟的月数")
    }
    for fault in ClockSpan.faults(page) {
      result.report(
        draft.text.place(page.range(fault.figure)), "时长与起止钟点不符：起止相隔\(fault.shown)小时",
        "请核对钟点和时长", severity: .warning)
    }
    for fault in MonthsOfPart(draft: draft, prose: prose).found() {
      let part = draft.text.string(fault.part.range)
      result.report(
        draft.text.place(fault.months.range), "\(part)是\(fault.own.lowerBound)月至\(fault.own.upperBound)月",
        "请核对月份",
        related: [.init(draft.text.place(fault.part.range), "写的是\(part)")])
    }
    for late in PastDeadlines(draft: draft, prose: prose).found() {
      result.report(
        draft.text.place(late.deadline.range),
        "“\(draft.text.string(late.deadline.range))”在\(late.period)之前就已过去", "请核对时限；指明年的请写明“明年”",
        related: late.told.map { [.init(draft.text.place($0), "写的是这个时段的安排")] } ?? [])
    }
    let steps = StepOrder(draft: draft, prose: prose)
    for pair in steps.seriesFallingBack() {
      result.report(
        draft.text.place(pair.date.range),
        "依次写的日期颠倒了：\(draft.text.string(pair.before.range))之后是\(draft.text.string(pair.date.range))",
        "请核对日期", related: [.init(draft.text.place(pair.before.range), "前一个日期")])
    }
    for fault in StageColumns(draft: draft).faults() {
      result.report(fault.place, fault.message, "请核对两个日期", related: [.init(fault.other, "前一步的日期")])
    }
    for fault in DocumentDates(draft: draft, prose: prose).faults() {
      result.report(
        draft.text.place(fault.time.range),
        "同一文件的时间对不上：这里写\(draft.text.string(fault.time.range))，另一处写\(draft.text.string(fault.other.range))，"
          + (fault.isSame ? "说的是同一件事" : "先后颠倒了"),
        "请核对两个时间", severity: .warning,
        related: [.init(draft.text.place(fault.other.range), "另一处在这里")])
    }
    for fault in ToldEvents(draft: draft, prose: prose).faults() {
      result.report(
        draft.text.place(fault.time.range),
        "同一件事的时间对不上：这里写\(draft.text.string(fault.time.range))，另一处写\(draft.text.string(fault.other.range))",
        "请核对两个时间", severity: .warning, related: [.init(draft.text.place(fault.other.range), "另一处在这里")])
    }
    for pair in steps.pairs() {
      result.report(
        draft.text.place(pair.early.range),
        "工作步骤的先后颠倒：后面的步骤写在\(draft.text.string(pair.early.range))，前面的步骤却在\(draft.text.string(pair.late.range))",
        "请核对两个时间", severity: .warning,
        related: [.init(draft.text.place(pair.late.range), "前面的步骤在这里")])
    }
  }

  private func read(
    _ index: Int, _ sentence: DraftSentence, _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    let time = draft.times[index]
    if case .months(let first, let last, let year) = time.meaning {
      let year = year ?? 2001
      if let first = PartialDate(year: year, month: first), let last = PartialDate(year: year, month: last) {
        duration(SpanLength(first: first, last: last), time.range, sentence, draft, prose, &result)
      }
      return
    }
    // 5月6日至15日: the day alone ends it.
    if let first = date(time, after: nil), let month = first.month, let day = first.day,
      Self.dashes.contains(where: { prose.has($0, at: time.range.upperBound) }),
      let last = prose.units.number(from: time.range.upperBound + 1, to: sentence.range.upperBound),
      prose.hasAny(Self.dayMarks, at: last.end), last.value > day,
      let end = PartialDate(year: first.year, month: month, day: last.value)
    {
      duration(
        SpanLength(first: first, last: end), time.range.lowerBound..<last.end + 1, sentence, draft, prose,
        &result)
      return
    }
    years(index, sentence, draft, prose, &result)
    // 从3月启动、当年11月完成.
    let isSplit =
      sentence.times.contains(index + 2) && draft.times[index + 1].meaning == .thisYear
      && draft.times[index + 1].range.upperBound == draft.times[index + 2].range.lowerBound
    let next = index + (isSplit ? 2 : 1)
    guard sentence.times.contains(next), let first = date(time, after: nil),
      let last = date(draft.times[next], after: first)
    else { return }
    let gap = time.range.upperBound..<draft.times[next].range.lowerBound
    let isRange = gap.isEmpty && draft.times[next].relation == .upTo
    let behind = draft.times[next].range.upperBound
    let ends = draft.text.folded((behind..<sentence.range.upperBound).prefix(6))
    // 2023年10月1日起实施,2021年版同时废止: the year of an edition.
    if ends.hasPrefix("版") { return }
    let begins = draft.text.folded(
      (time.range.upperBound..<draft.times[next].range.lowerBound).prefix(8))
    let events =
      events(time.range.upperBound, behind, sentence, prose) ?? lasting(in: gap, prose)
    let isTold =
      events != nil
      || (time.relation == .since || begins.containsAny(Self.starts)) && ends.containsAny(Self.finishes)
        && !StepOrder(draft: draft, prose: prose).areOfOtherPhases(
          prose.clause(around: time.range), prose.clause(around: draft.times[next].range))
      || (time.relation == .since || prose.hasAny(Self.since, before: time.range.lowerBound))
        && draft.times[next].relation == .upTo
    guard gap.count <= 20, isRange || isTold else { return }
    if saysYear(time), case .month(let month, let day?) = draft.times[next].meaning, isRange,
      let from = first.day,
      let begin = first.month, (month, day) < (begin, from)
    {
      result.report(
        draft.text.place(draft.times[next].range), "结束时间（\(month)月\(day)日）早于开始时间（\(first.chinese)）",
        "请核对两个时间；跨年的请写明“次年”", related: [.init(draft.text.place(time.range), "开始时间写在这里")])
      return
    }
    // 从9月12日至9月5日: without a year, where no new year lies between.
    if case .month(let month, let day?) = time.meaning,
      case .month(let end, let last?) = draft.times[next].meaning, (end, last) < (month, day),
      month - end < 6,
      isRange || time.relation == .since
    {
      result.report(
        draft.text.place(draft.times[next].range), "结束时间（\(end)月\(last)日）早于开始时间（\(month)月\(day)日）",
        "请核对两个时间；跨年的请写明“次年”", related: [.init(draft.text.place(time.range), "开始时间写在这里")])
      return
    }
    if last < first, saysYear(draft.times[next]) || !isRange, isComparable(first, last) {
      if saysYear(draft.times[next]) {
        result.report(
          draft.text.place(draft.times[next].range), "结束时间（\(last.chinese)）早于开始时间（\(first.chinese)）",
          "请核对两个时间",
          related: [.init(draft.text.place(time.range), "开始时间写在这里")])
      }
      return
    }
    let whole =
      PartOfMonth.isBeginning(draft.text.folded(time.range))
      && PartOfMonth.isEnd(draft.text.folded(draft.times[next].range))
    duration(
      SpanLength(first: first, last: last, isWhole: whole),
      time.range.lowerBound..<behind, sentence, draft, prose, told: events, &result)
  }

  private func isComparable(_ a: PartialDate, _ b: PartialDate) -> Bool {
    a.year != b.year
      || a.month != nil && b.month != nil && (a.month != b.month || a.day != nil && b.day != nil)
  }

  private func saysYear(_ time: TimeMention) -> Bool {
    if case .date = time.meaning { return true }
    return false
  }

  /// A month without its year is of the year before it.
  private func date(_ time: TimeMention, after first: PartialDate?) -> PartialDate? {
    switch time.meaning {
    case .date(let date): return date
    case .month(let month, let day):
      guard let year = first?.year else { return PartialDate(year: 2001, month: month, day: day) }
      guard let date = PartialDate(year: year, month: month, day: day) else { return nil }
      // 2021年10月至次年3月 is told without its year, too.
      return date < first ?? date ? PartialDate(year: year + 1, month: month, day: day) : date
    default: return nil
    }
  }

  /// 历时4个月, 为期两年 right behind, or 有效期5年 right before.
  private func duration(
    _ span: SpanLength, _ times: Range<Int>, _ sentence: DraftSentence, _ draft: Draft, _ prose: CheckProse,
    told events: Told? = nil, _ result: inout CheckResult
  ) {
    guard
      let told = events ?? lasting(behind: times.upperBound, sentence, prose)
        ?? far(behind: times.upperBound, sentence, draft, prose)
        ?? term(before: times.lowerBound, sentence, prose),
      let length = span.inUnit(told.unit, as: Decimal(told.count)), !length.fits,
      // 先后举办为期5天的各类培训: of something else, and far from what lies between the times.
      !prose.has(Self.genitive, at: told.range.upperBound) || span.isNear(told.count, told.unit)
    else { return }
    result.report(
      draft.text.place(told.range),
      "历时与起止时间不符：从\(SpanLength.text(span.first))到\(SpanLength.text(span.last))是\(length.shown)，文中写\(told.count)\(told.unit)",
      "请核对起止时间和历时")
  }

  /// 历时4个月 not far behind two times.
  private func lasting(behind place: Int, _ sentence: DraftSentence, _ prose: CheckProse) -> Told? {
    for index in place..<max(place, min(sentence.range.upperBound, place + 14)) {
      guard let word = Self.lasting.first(where: { prose.has($0, at: index) }),
        let count = prose.units.number(from: index + word.count, to: sentence.range.upperBound),
        let told = length(count, from: index + word.count, prose),
        // 用三个月时间: to use is said of much else.
        word != Self.using || index < place + 6 && prose.hasAny(Self.ofTime, at: told.range.upperBound)
      else { continue }
      return told
    }
    return nil
  }

  /// 有效期5年,自…: the length told right before the two times.
  private func term(before place: Int, _ sentence: DraftSentence, _ prose: CheckProse) -> Told? {
    var end = place
    while end > sentence.range.lowerBound, place - end < 2, Self.termLinks.contains(prose.units[end - 1]) {
      end -= 1
    }
    guard let unit = Self.lengths.first(where: { prose.has($0.word, at: end - $0.word.count) }),
      let count = prose.units.number(endingAt: end - unit.word.count, from: sentence.range.lowerBound),
      prose.hasAny(Self.terms, before: count.start)
    else { return nil }
    return (count.value, unit.name, count.start..<end)
  }

  private static let starts = ["开始", "启动", "开工", "起", "动工", "施行"]
  private static let finishes = ["结束", "止", "验收", "完成", "竣工", "收官", "完工", "形成", "建成", "投用", "落地"]
  private static let since = Mark.words("自 从 自今年 从今年")
  private static let dashes = Mark.words("至 到 - — ~")
  private static let dayMarks = Mark.words("日")
  private static let using = Mark.word("用")
  private static let ofTime = Mark.words("时间 的时间")
  static let lasting = Mark.words("历时 为期 共 用时 持续 历经") + [using]
  private static let terms = Mark.words("有效期 有效期为 为期 期限 期限为 试点期 试点期为 任期 聘期 合同期")
  private static let termLinks = UnitSet(",(:")
}
