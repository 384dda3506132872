import ReportModel

/// 超前时间: a time told of as past that lies behind the date of the document itself.
struct FutureDateCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.future-date", .error, "写成已经发生的事晚于成文日期、统计时间或报告的时段",
    rationale:
      "成文那天以后的事，不会已经统计、已经召开。标题下或落款处写了成文日期的，“截至…年…月”和已经办成的事不应晚于它，写到年底的、全年的总结不应在这一年年初成文；上半年、一季度的报告不应写到以后的月份；“截至9月底”已完成的不应10月才验收；“截至12月底”与“前11个月”应当一致。预计、计划一类的话和“下一步”里的时间不算。",
    source: "实务",
    triggering: [
      .draft("云岭区2026年上半年改革工作情况报告\n区委改革办\n（2026年7月8日）\n[[1—7月]]，全区新登记经营主体3945户。"),
      .draft("云岭区2026年上半年改革工作情况报告\n区委改革办\n（2026年7月8日）\n[[截至7月底]]，建立党支部11个。"),
      .draft("临江市云岭区2021年改革工作总结报告\n区委改革办\n（2021年12月28日）\n[[截至2022年6月底]]，全区累计办理事项5000件。"),
      .draft("云岭区2021年改革工作总结报告\n区委改革办\n（[[2021年1月8日]]）\n截至12月31日，全区累计办理事项5000件。"),
      .draft("云岭区2021年改革工作总结报告\n区委改革办\n（2022年1月8日）\n[[截至2022年1月底]]，全区累计办理事项5000件。"),
      .draft("云岭区2021年改革工作总结报告\n（2021年12月20日）\n各项任务全部完成。[[12月27日]]，区委召开现场会，推广经验。"),
      .draft("云岭区2021年改革工作总结\n（2022年1月16日）\n一、总体情况\n完成任务40项。\n二、下一步打算\n[[1月20日]]，第三方机构已提交评估方案。"),
      .draft("2021年上半年改革工作情况\n推进任务47项。[[8月份]]完成的林权登记，发证3200本。"),
      .draft("截至2021年9月底，项目完工18个。其中最后完工的物流园，于[[10月26日]]通过竣工验收。截至12月底，[[前11个月]]新登记经营主体9200户。"),
      .draft("下半年重点推进水务一体化，[[5月]]组建集团，9月完成资产划转，12月统一水价。"),
      .draft("云岭区2021年改革工作总结\n全年督办事项40件，办结38件。\n区委改革办\n[[2021年1月12日]]"),
      .draft("云岭区2021年改革工作总结\n（[[2020年12月29日]]）\n全年督办事项40件，办结38件。"),
      .draft("云岭区2021年改革工作总结\n[[截至12月25日]]，办结事项38件。\n区委改革办\n2021年12月19日"),
    ],
    silent: [
      .draft("云岭区2021年改革工作总结\n截至12月31日，办结事项38件。\n区委改革办\n2021年12月19日"),
      .draft("云岭区2021年改革工作总结\n（2022年1月16日）\n完成任务40项。\n二、下一步打算\n1月20日前完成评估。1月20日，召开推进会。"),
      .draft(
        "云岭区2026年上半年改革工作情况报告\n区委改革办\n（2026年7月8日）\n1—5月，全区新登记经营主体3945户。截至7月，建立党支部11个。截至6月底，办结12件。去年截至9月底仅办结8件。"
      ),
      .draft("云岭区2021年改革工作总结报告\n区委改革办\n（2022年1月8日）\n截至2022年1月，全区累计办理事项5000件。"),
      .draft("云岭区2021年改革工作总结报告\n区委改革办\n（2022年1月8日）\n截至12月31日，全区累计办理事项5000件。"),
      .draft("临江市云岭区2021年改革工作总结报告\n区委改革办\n（2021年12月28日）\n截至2021年11月底，全区累计办理事项5000件。"),
      .draft("临江市云岭区2021年改革工作总结报告\n区委改革办\n（2021年12月28日）\n预计截至2022年6月底，全区累计办理事项5000件。"),
      .draft("临江市云岭区2021年改革工作总结报告\n区委改革办\n（2021年12月28日）\n截至2021年底，全区累计办理事项5000件。"),
      .draft("云岭区2021年改革工作总结报告\n（2021年12月20日）\n12月16日，区委召开现场会，推广经验。定于12月27日召开总结会。去年12月27日，区委召开现场会。"),
      .draft("2021年上半年改革工作情况\n推进任务47项。5月份完成林权登记，预计8月份完成数据归集，确保9月通过验收。"),
      .draft("截至2021年9月底，项目完工18个，其余项目将于10月26日前通过竣工验收。截至11月底，前11个月新登记经营主体9200户。"),
      .draft("下半年重点推进水务一体化，7月组建集团，9月完成资产划转，次年3月统一水价。"),
      .draft("云岭区2021年改革工作总结\n全年督办事项40件，办结38件。\n区委改革办\n2022年1月12日"),
      .draft("云岭区2021年改革工作要点\n全年督办事项40件。\n区委改革办\n2021年1月12日"),
      .draft("云岭区2021年改革工作计划\n督办事项40件。\n区委改革办\n2020年12月29日"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for fault in LateEvents(draft: draft, prose: prose).faults() {
      result.report(
        draft.text.place(fault.range), fault.message, "请核对时间；尚未发生的请写明“预计”",
        related: fault.told.map { [.init(draft.text.place($0), "写在这里")] } ?? [])
    }
    for article in draft.articles {
      guard let date = article.date, let month = date.month else { continue }
      premature(article, date, month, draft, prose, &result)
      for sentence in draft.sentences where article.range.contains(sentence.range.lowerBound) {
        if draft.role(of: sentence.section) == .plan { continue }
        for time in draft.times[sentence.times] where time.relation == .upTo {
          guard let stated = Self.stated(time, article, date, month), prose.hasAny(Mark.asOf, in: time.range),
            isLater(
              stated, than: date, month,
              endsMonth: prose.hasAny(Self.monthEnds, before: time.range.upperBound)),
            !prose.hasAny(Self.expected, in: prose.clause(around: time.range)),
            time.inMonth?.year != nil
              || !prose.hasAny(Self.past + Self.goals, in: before(time, sentence, prose))
          else { continue }
          let own = draft.times.last {
            $0.meaning == .date(date) && article.range.contains($0.range.lowerBound)
          }
          result.report(
            draft.text.place(time.range), "“\(draft.text.string(time.range))”晚于成文日期\(date.chinese)",
            "请核对时间；尚未发生的请写明“预计”",
            related: own.map { [.init(draft.text.place($0.range), "成文日期写在这里")] } ?? [])
        }
      }
    }
  }

  /// What its sentence says before a time, and in its clause: 比上年提高 behind it is of another figure.
  private func before(_ time: TimeMention, _ sentence: DraftSentence, _ prose: CheckProse) -> Range<Int> {
    sentence.range.lowerBound..<max(time.range.upperBound, prose.clause(around: time.range).upperBound)
  }

  /// The day that a time is up to: 截至7月底 in a report made within its year is of that year.
  private static func stated(
    _ time: TimeMention, _ article: DraftArticle, _ date: PartialDate, _ month: Int
  ) -> PartialDate? {
    switch time.meaning {
    case .date(let date): date
    // Early in a year the months of the one before are told, late in December what the year will have brought.
    case .month(let told, let day)
    where date.year == article.year && !article.isYearGuessed
      // 截至12月25日 in a report of 19 December is no end of the year.
      && ((4...11).contains(month) || month == 12 && told == 12 && (1...28).contains(day ?? 0)):
      PartialDate(year: date.year, month: told, day: day)
    default: nil
    }
  }

  /// 截至2026年1月底 is later than 2026年1月9日, 截至2026年1月 is not.
  private func isLater(_ stated: PartialDate, than date: PartialDate, _ month: Int, endsMonth: Bool) -> Bool {
    guard let told = stated.month, (stated.year, told) == (date.year, month) else {
      return (stated.year, stated.month ?? 0) > (date.year, stated.month == nil ? 12 : month)
    }
    return (stated.day ?? (endsMonth ? 28 : 0)) > (date.day ?? 31)
  }

  /// 2023年度工作总结, 截至12月31日, dated 2023年1月10日: written before its year was over.
  private func premature(
    _ article: DraftArticle, _ date: PartialDate, _ month: Int, _ draft: Draft, _ prose: CheckProse,
    _ result: inout CheckResult
  ) {
    if let place = beforeItsYear(article, date, draft, prose) {
      result.report(
        draft.text.place(place), "成文日期\(date.chinese)早于报告年度\(date.year + 1)年", "请核对成文日期的年份")
    }
    guard date.year == article.year, !article.isYearGuessed, month <= 3,
      let own = draft.times.last(where: {
        $0.meaning == .date(date) && article.range.contains($0.range.lowerBound)
      })
    else { return }
    let end = draft.times.first { time in
      guard article.range.contains(time.range.lowerBound), time.relation == .upTo,
        case .month(let told, _) = time.meaning
      else { return false }
      return told >= 10 && !prose.hasAny(Self.expected + Self.past, in: prose.clause(around: time.range))
    }
    guard let end = end?.range ?? wholeYear(article, draft, prose) else { return }
    result.report(
      draft.text.place(own.range), "成文日期\(date.chinese)早于所写的时间“\(draft.text.string(end))”",
      "请核对成文日期的年份",
      related: [.init(draft.text.place(end), "写在这里")])
  }

  /// 2023年度工作总结, dated 2022年12月29日: where its own date stands.
  private func beforeItsYear(
    _ article: DraftArticle, _ date: PartialDate, _ draft: Draft, _ prose: CheckProse
  ) -> Range<Int>? {
    guard article.year == date.year + 1, !article.isYearGuessed, let title = article.title,
      prose.year(in: title)?.year == article.year, prose.hasAny(Self.summaries, in: title),
      !prose.hasAny(Self.plans, in: title)
    else { return nil }
    return draft.times.last {
      $0.meaning == .date(date) && article.range.contains($0.range.lowerBound)
    }?.range
  }

  /// 全年 in what calls itself the summing up of its year: 2021年改革工作总结.
  private func wholeYear(_ article: DraftArticle, _ draft: Draft, _ prose: CheckProse) -> Range<Int>? {
    guard let title = article.title, prose.hasAny(Self.summaries, in: title),
      !prose.hasAny(Self.plans, in: title),
      let year = article.year,
      draft.times.count(where: { isYear(year - 1, $0) && article.range.contains($0.range.lowerBound) }) < 2
    else { return nil }
    return draft.times.first { time in
      time.meaning == .wholeYear && article.range.contains(time.range.lowerBound)
        && !prose.hasAny(
          Self.expected + Self.past + [Mark.word("\(year - 1)")], in: prose.sentence(around: time.range))
        && draft.sentence(at: time.range.lowerBound).map {
          draft.role(of: draft.sentences[$0].section) != .plan
        } ?? false
    }?.range
  }

  private func isYear(_ year: Int, _ time: TimeMention) -> Bool {
    if case .date(let date) = time.meaning { return date.year == year }
    return time.meaning == .lastYear
  }

  private static let summaries = Mark.words("总结 情况报告 工作报告")
  private static let plans = Mark.words("计划 要点 打算 思路 安排 季度 半年 月")
  private static let past = Mark.words("上年 去年 上一年 往年")
  private static let goals = Mark.words("力争 下半年 届时 时限 目标 完成时间 下一步 有望 要求 同期 历年 往年")
  private static let monthEnds = Mark.words("月底 月末")
  private static let expected = Mark.words("预计 计划 力争 拟 将 确保 到期 有效期 期限 延")
}
