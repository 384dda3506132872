import ReportModel

/// 晚于时段的事: what is told as done, but at a time behind the period or the day that the text tells of (上半年…8月完成的; a report of 25 December
/// that tells of the 29th; 截至9月底…10月26日通过验收), and 截至12月底 beside 前11个月.
struct LateEvents {
  let draft: Draft
  let prose: CheckProse

  typealias Fault = (range: Range<Int>, message: String, told: Range<Int>?)

  func faults() -> [Fault] {
    var faults = draft.articles.filter { !$0.isNews }.flatMap { behindArticle($0) + amongPlans($0) }
    var state: (time: TimeMention, month: Int, sentence: Int)?
    for (index, sentence) in draft.sentences.enumerated() where !sentence.times.isEmpty {
      faults += outsideOpening(sentence)
      for time in draft.times[sentence.times] {
        if time.relation == .upTo, prose.hasAny(Mark.asOf, in: time.range), let month = time.inMonth {
          state = (time, month.month, index)
          if let fault = otherMonths(time, month.month, sentence) { faults.append(fault) }
        } else if let known = state, index - known.sentence <= 1, let month = time.inMonth,
          month.month > known.month, month.year == nil || month.year == known.time.inMonth?.year,
          isAmong(known.time, time, sentence)
        {
          let told = draft.text.string(known.time.range)
          faults.append(
            (time.range, "“\(draft.text.string(time.range))”晚于“\(told)”，写的却是到那时已经办成的事", known.time.range))
        }
      }
    }
    return faults
  }

  /// 其中最后完工的物流园,于10月26日通过验收: of what was done by the time told before it.
  private func isAmong(_ known: TimeMention, _ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let between = max(known.range.upperBound, sentence.range.lowerBound)..<time.range.lowerBound
    return prose.hasAny(Self.amongThem, in: between) && isDone(time, sentence, within: 12)
  }

  // MARK: The day or the period of a report

  /// What is told as done behind the day of the report, or behind the period in its title.
  private func behindArticle(_ article: DraftArticle) -> [Fault] {
    let period = period(of: article)
    let date = article.isYearGuessed || article.date?.year != article.year ? nil : article.date
    guard let last = date?.month ?? period?.last, last > 3 || date == nil else { return [] }
    var faults: [Fault] = []
    for sentence in draft.sentences
    where article.range.contains(sentence.range.lowerBound) && draft.role(of: sentence.section) != .plan {
      let months = draft.times[sentence.times].compactMap { $0.inMonth?.month }
      for time in draft.times[sentence.times] {
        if let fault = runsOver(time, period: period, date: date, article) { faults.append(fault) }
        guard let said = time.inMonth, said.year == nil || said.year == article.year, said.month >= last,
          isDone(time, sentence)
        else { continue }
        if let date, let own = date.month {
          if (said.month, said.day ?? 0) > (own, said.day == nil ? 0 : date.day ?? 31),
            said.month > own || said.day != nil
          {
            faults.append(
              (time.range, "“\(draft.text.string(time.range))”晚于成文日期\(date.chinese)，写的却是已经办成的事", nil))
          }
        } else if let period,
          // A report of a quarter is written in the month behind it: that one only where month follows upon month.
          said.month > period.last + 1 || said.month > period.last && months.count > 2
        {
          faults.append(
            (
              time.range,
              "“\(draft.text.string(time.range))”不在\(draft.text.string(period.range))里，写的却是已经办成的事",
              period.range
            ))
        }
      }
    }
    // Where much lies behind the day, it is the day that is wrong: that is for others to say.
    return faults.count > 3 ? [] : faults
  }

  /// 1月20日,第三方机构已提交方案, among the plans in a report of 16 January: of the days that come.
  private func amongPlans(_ article: DraftArticle) -> [Fault] {
    guard let date = article.date, let own = date.month, let ownDay = date.day else { return [] }
    return draft.sentences.filter {
      article.range.contains($0.range.lowerBound) && draft.role(of: $0.section) == .plan
    }.flatMap { sentence in
      draft.times[sentence.times].compactMap { time -> Fault? in
        guard case .month(let month, let day?) = time.meaning, (month, day) > (own, ownDay), month <= own + 1,
          isDone(time, sentence, by: Self.already)
        else { return nil }
        return (time.range, "“\(draft.text.string(time.range))”晚于成文日期\(date.chinese)，写的却是已经办成的事", nil)
      }
    }
  }

  /// 1—7月 in a report of the half year, or of 8 July: months that were not over.
  private func runsOver(
    _ time: TimeMention, period: (last: Int, range: Range<Int>)?, date: PartialDate?, _ article: DraftArticle
  ) -> Fault? {
    guard case .months(1, let last, let year) = time.meaning, year ?? article.year == article.year,
      time.range != period?.range, !prose.isQuoted(time.range.lowerBound),
      !prose.hasAny(Self.toCome, in: prose.clause(around: time.range))
    else { return nil }
    let told = draft.text.string(time.range)
    if let period, last > period.last {
      return (time.range, "“\(told)”超出了本文所写的“\(draft.text.string(period.range))”", period.range)
    }
    guard let date, let month = date.month, last > month || last == month && date.day ?? 31 < 20 else {
      return nil
    }
    return (time.range, "“\(told)”到成文日期\(date.chinese)还没有结束", nil)
  }

  /// 上半年, 一季度, 1—9月 in a title, with its last month.
  private func period(of article: DraftArticle) -> (last: Int, range: Range<Int>)? {
    guard let told = draft.months(of: article), told.months.upperBound < 12,
      article.title.map({ !prose.hasAny(Self.plans, in: $0) }) ?? true
    else { return nil }
    return (told.months.upperBound, told.told)
  }

  /// 12月29日,区委召开现场会: it opens its clause and is told as done.
  private func isDone(
    _ time: TimeMention, _ sentence: DraftSentence, within distance: Int = 1, by words: [[UInt16]] = Self.done
  ) -> Bool {
    guard time.relation == .during, time.inMonth != nil, time.range.upperBound < sentence.range.upperBound
    else { return false }
    let clause = prose.clause(around: time.range)
    let lead = clause.lowerBound..<time.range.lowerBound
    // A time alone is told by the clause behind it.
    let next = clause.upperBound + 1
    let told =
      clause.upperBound == time.range.upperBound && next < sentence.range.upperBound
      ? clause.lowerBound..<prose.clause(around: next..<next + 1).upperBound : clause
    return lead.count <= distance && prose.hasAny(words, in: time.range.upperBound..<told.upperBound)
      && !prose.hasAny(Self.toCome, in: told) && !prose.hasAny(Self.toCome, in: sentence.range)
      && !prose.isQuoted(time.range.lowerBound) && !prose.isTitle(time.range.lowerBound)
  }

  // MARK: 下半年…5月

  /// 下半年重点推进…,5月组建集团,9月完成划转: month upon month, of which one lies before the half year that the sentence opens with.
  private func outsideOpening(_ sentence: DraftSentence) -> [Fault] {
    let times = draft.times[sentence.times]
    guard times.count > 2, let first = times.first, first.range.lowerBound - sentence.range.lowerBound <= 2
    else { return [] }
    let begun: Int
    switch first.meaning {
    case .half(2, _): begun = 7
    case .quarter(let quarter, false, _) where quarter > 1: begun = quarter * 3 - 2
    default: return []
    }
    let steps = times.dropFirst().filter { opensClause($0) && $0.relation == .during }
    guard steps.count == times.count - 1, steps.contains(where: { ($0.inMonth?.month ?? 0) >= begun }),
      !prose.hasAny(Self.otherTimes, in: sentence.range)
    else { return [] }
    return steps.compactMap { time in
      guard let said = time.inMonth, said.year == nil, said.month < begun else { return nil }
      return (
        time.range, "“\(draft.text.string(time.range))”不在\(draft.text.string(first.range))里", first.range
      )
    }
  }

  private func opensClause(_ time: TimeMention) -> Bool {
    time.range.lowerBound == prose.clause(around: time.range).lowerBound
  }

  // MARK: 截至12月底,前11个月

  private func otherMonths(_ time: TimeMention, _ month: Int, _ sentence: DraftSentence) -> Fault? {
    var index = time.range.upperBound
    while index < sentence.range.upperBound, index - time.range.upperBound < 2,
      !Mark.isHan(prose.units[index])
    {
      index += 1
    }
    guard prose.has(Self.firstOf, at: index),
      let count = prose.units.number(from: index + 1, to: sentence.range.upperBound),
      prose.has(Self.months, at: count.end), count.value != month, count.value <= 12
    else { return nil }
    return (
      index..<count.end + 2, "“\(draft.text.string(time.range))”是前\(month)个月，文中写前\(count.value)个月", time.range
    )
  }

  private static let firstOf = Mark.word("前")
  private static let months = Mark.word("个月")
  private static let asOf = Mark.words("截至 截止")
  private static let already = Mark.words("已")
  private static let amongThem = Mark.words("其中 最后 最晚")
  private static let plans = Mark.words("计划 要点 打算 思路 安排")
  private static let done = Mark.words("召开 通过 印发 完成 竣工 验收 建成 启动 举行 举办 审议 出台 上线 挂牌 投用 开展 获 首轮 督察")
  private static let toCome = Mark.words(
    "将 拟 预计 计划 力争 确保 争取 定于 月前 日前 底前 明年 次年 去年 上年 每年 安排 打算 下一步 到期 待 目标 届时 年底 如期 要求 接续 历年 时限 排定 推进会后 下半年 同期")
  private static let otherTimes = Mark.words("明年 次年 来年 翌年 上年 去年 对 印发的 启动的 以来")
}
