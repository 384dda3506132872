import ReportModel

/// 过期的时限: a deadline before the time in which the work is to be done (下半年…确保6月底前见效), before the year that it is put off to
/// (转入2026年…拟于2025年6月完成), or before the day of a report made within the year.
struct PastDeadlines {
  let draft: Draft
  let prose: CheckProse

  /// Each deadline with the time that it cannot be met in, as printed, and where that is told.
  func found() -> [(deadline: TimeMention, period: String, told: Range<Int>?)] {
    var found: [(deadline: TimeMention, period: String, told: Range<Int>?)] = []
    for sentence in draft.sentences where !sentence.times.isEmpty {
      var period = opening(sentence)
      var carried = carriedHeading(sentence)
      for index in sentence.times {
        let time = draft.times[index]
        if let year = carriedTo(time) {
          carried = (year, time.range)
        } else if let (year, told) = carried, isBefore(year, time), isPromised(time) {
          found.append((time, draft.text.string(told), told))
          continue
        }
        if let begun = Self.firstMonth(time), time.relation == .during, opensClause(time, sentence) {
          period = (begun, draft.text.string(time.range), time.range)
          continue
        }
        switch time.meaning {
        case .nextYear: period = nil
        case .date(let date) where date.year != draft.reportYear(at: time.range.lowerBound): period = nil
        default: break
        }
        // 三季度完成8项,四季度完成11项;…8月底前启动: of others.
        if let told = period?.told, sentence.range.contains(told.lowerBound),
          told.lowerBound > sentence.range.lowerBound + 2,
          (told.upperBound..<max(told.upperBound, time.range.lowerBound)).contains(where: {
            prose.units[$0] == Mark.semicolon
          })
        {
          period = nil
        }
        guard let period, let month = Self.lastMonth(time), month < period.month, isDeadline(time, sentence)
        else { continue }
        found.append((time, period.name, period.told))
      }
    }
    return found
  }

  private typealias Period = (month: Int, name: String, told: Range<Int>?)

  /// The time that a sentence stands under from the start: that of its heading, or in a plan the day of the report.
  private func opening(_ sentence: DraftSentence) -> Period? {
    guard draft.role(of: sentence.section) == .plan else { return nil }
    for section in draft.ancestry(of: sentence.section) {
      let heading = draft.sections[section].heading
      if let time = draft.times.first(where: { heading.contains($0.range.lowerBound) }),
        let month = Self.firstMonth(time)
      {
        return (month, draft.text.string(time.range), time.range)
      }
    }
    // A report of the half year or of three quarters plans for the same year.
    guard
      let date = draft.article(at: sentence.range.lowerBound)?.date,
      let month = date.month, (7...10).contains(month),
      date.year == draft.reportYear(at: sentence.range.lowerBound)
    else { return nil }
    return (month, date.chinese, nil)
  }

  /// 下半年, 四季度 at the start of a clause: what follows is to be done then.
  private func opensClause(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let clause = prose.clause(around: time.range)
    return time.range.lowerBound - max(clause.lowerBound, sentence.range.lowerBound) <= 2
      && !prose.hasAny(Self.past, in: clause)
      && !prose.hasAny(Self.promises, in: clause.lowerBound..<time.range.lowerBound)
  }

  /// 转入2026年继续推进的事项 over a sentence: the year that what it tells is put off to.
  private func carriedHeading(_ sentence: DraftSentence) -> (year: Int, told: Range<Int>)? {
    for section in draft.ancestry(of: sentence.section) {
      let heading = draft.sections[section].heading
      for time in draft.times where heading.contains(time.range.lowerBound) {
        if let year = carriedTo(time) { return (year, time.range) }
      }
    }
    return nil
  }

  /// 2026 of 转入2026年, 顺延至下年度: the year that a time says something is put off to, later than the one reported on.
  private func carriedTo(_ time: TimeMention) -> Int? {
    guard
      prose.hasAny(Self.carrying, before: time.range.lowerBound)
        || prose.hasAny(Self.carrying, in: time.range),
      let own = draft.reportYear(at: time.range.lowerBound)
    else { return nil }
    switch time.meaning {
    case .date(let date) where date.month == nil && date.year > own: return date.year
    case .nextYear: return own + 1
    default: return nil
    }
  }

  private func isBefore(_ year: Int, _ time: TimeMention) -> Bool {
    switch time.meaning {
    case .date(let date): date.year < year
    case .quarter(_, _, let told?), .half(_, let told?), .months(_, _, let told?): told < year
    default: false
    }
  }

  /// 拟于2025年6月完成: promised, and not what fell due then.
  private func isPromised(_ time: TimeMention) -> Bool {
    let clause = prose.clause(around: time.range)
    return prose.hasAny(Self.plans, before: time.range.lowerBound)
      && !prose.hasAny(Self.fallenPlans, in: clause.lowerBound..<time.range.lowerBound)
      && prose.hasAny(Self.outcomes, in: time.range.upperBound..<clause.upperBound)
  }

  /// 确保6月底前: promised, and not what fell due before (对6月底前未完成的任务).
  private func isDeadline(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let clause = prose.clause(around: time.range)
    let (before, behind) = (
      clause.lowerBound..<time.range.lowerBound, time.range.upperBound..<clause.upperBound
    )
    let isUpTo =
      time.relation == .upTo || prose.hasAny(Self.until, in: behind.prefix(3))
      // 10月底, not 前三季度.
      || prose.hasAny(Self.until, in: time.range.dropFirst())
    return isUpTo && !prose.hasAny(Self.otherYear, in: before) && !prose.hasAny(Self.fallenDue, in: behind)
      && !prose.hasAny(Self.past, in: before)
      && (prose.hasAny(Self.promises, in: before) || prose.hasAny(Self.outcomes, in: behind))
  }

  /// The month that a half year or a quarter begins with.
  private static func firstMonth(_ time: TimeMention) -> Int? {
    switch time.meaning {
    case .half(2, nil): 7
    case .quarter(let quarter, false, nil) where quarter > 1: quarter * 3 - 2
    default: nil
    }
  }

  private static func lastMonth(_ time: TimeMention) -> Int? {
    switch time.meaning {
    case .month(let month, _): month
    case .quarter(let quarter, _, nil): quarter * 3
    case .half(1, nil): 6
    default: nil
    }
  }

  private static let until = Mark.words("前 末 底")
  private static let promises = Mark.words("确保 力争 务必 争取 必须 力促 保证 于 在")
  private static let carrying = Mark.words(
    "转入 转至 转到 结转 结转至 结转到 顺延 顺延至 顺延到 延至 延期至 延续到 延续至 列入 纳入 移至 跨入 推迟到 推迟至 接转")
  private static let plans = Mark.words(
    "拟于 拟在 预计 预计于 预计在 计划 计划于 计划在 力争 力争于 力争在 争取 争取于 争取在 确保 确保于 确保在 时限为 时限调整为 时间为 将于 将在 拟 至迟")
  private static let fallenPlans = Mark.words("原 此前 曾 未能")
  private static let outcomes = Mark.words(
    "完成 见效 全部 实现 启动 销号 建成 落地 投用 到位 清零 形成 报送 出台 基本 印发 竣工 交付 上线 验收 达到 开工")
  private static let fallenDue = Mark.words("的 未 已 尚 应 没有 到期 累计")
  private static let past = Mark.words("已 对 将上 以来 上年 去年")
  private static let otherYear = Mark.words("明年 次年 来年 翌年 年")
}
