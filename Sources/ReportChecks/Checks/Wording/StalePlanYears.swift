import ReportModel

/// 往年的打算: a year that is over, named as the time of what is still to come.
struct StalePlanYears {
  let draft: Draft
  let prose: CheckProse

  /// As what a stale year is told.
  enum Use {
    /// What is to come: 2022年,我区将….
    case plan
    /// A state reached: 截至2022年底.
    case state
    /// What the report itself is of: 现将2022年工作情况报告如下, 站在2022年的岁末.
    case own
  }

  /// Each stale year with the year reported on, and as what it is told.
  func find() -> [(time: TimeMention, year: Int, use: Use)] {
    var found: [(time: TimeMention, year: Int, use: Use)] = []
    for sentence in draft.sentences where !sentence.times.isEmpty {
      guard let article = draft.article(at: sentence.range.lowerBound),
        let year = article.year,
        !article.isNews && !article.isYearGuessed
          || prose.year(in: article.range.prefix(40))?.year == year
      else { continue }
      let isPlan = looksAhead(sentence)
      for time in draft.times[sentence.times] {
        guard let date = Self.date(time), date.day == nil || time.relation == .upTo,
          case let isPromised = isPromised(time, sentence) || isToBeDone(time, sentence),
          (1...3).contains(year - date.year) || isPromised && isOver(date, of: year, article, sentence),
          !prose.isTitle(time.range.lowerBound), !prose.isQuoted(time.range.lowerBound), !isListed(time)
        else { continue }
        let looksAhead = isPlan || announces(time, sentence)
        if looksAhead {
          if date.day == nil, isPromised || isAhead(time, sentence) {
            found.append((time, year, .plan))
          }
        } else if isState(time, date, of: year, sentence)
          || isSameMonth(time, date, of: year, article, sentence)
        {
          found.append((time, year, .state))
        } else if date.month == nil,
          isOwn(time, sentence) || isTakenLeaveOf(time, sentence) || isOpening(time, date, of: year, sentence)
        {
          found.append((time, year, .own))
        }
      }
    }
    return found
  }

  /// 2025年6月 in the report for 2025 that is dated January 2026, or under 2026年工作安排.
  private func isOver(
    _ date: PartialDate, of year: Int, _ article: DraftArticle, _ sentence: DraftSentence
  ) -> Bool {
    guard date.year == year, !article.isYearGuessed, isPlan(sentence) else { return false }
    if let date = article.date { return date.year == year + 1 }
    return draft.sections.contains {
      $0.role == .plan && $0.range.contains(sentence.range.lowerBound)
        && (prose.year(in: $0.heading)?.year == year + 1 || prose.hasAny(Self.nextYear, in: $0.heading))
    }
  }

  /// 2025年6月底前完成, in the plan: set as a deadline, and not told of as one that was set.
  private func isPromised(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let clause = prose.clause(around: time.range)
    let (before, behind) = (
      clause.lowerBound..<time.range.lowerBound, time.range.upperBound..<clause.upperBound
    )
    let end = max(0, time.range.upperBound - 2)..<min(behind.lowerBound + 2, prose.units.count)
    return isPlan(sentence)
      && (prose.hasAny(Self.deadlines, in: end)
        || prose.hasAny(Self.ends, in: end) && prose.hasAny(Self.goals, before: time.range.lowerBound + 1)
        || opens(time, clause, by: 2) && prose.hasAny(Self.reached, at: behind.lowerBound))
      && !prose.hasAny(Self.already, in: behind.prefix(4))
      && prose.hasAny(Self.reached + Self.works, in: behind)
      && !prose.hasAny(Self.unfinished + Self.fallen, in: clause)
      && !prose.hasAny(Self.fallenBefore, in: before)
  }

  /// 做好2025年的改革工作, in the plan: which would be the next year's.
  private func isToBeDone(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let behind = time.range.upperBound..<prose.clause(around: time.range).upperBound
    return isPlan(sentence) && prose.hasAny(Self.doing, before: time.range.lowerBound)
      && prose.hasAny(Self.works + Self.work, in: behind.prefix(10))
      && !prose.hasAny(Self.leftovers, in: behind)
  }

  private static let doing = Mark.words("做好 抓好 谋划好 部署好 推进好 开展好 干好")
  private static let work = Mark.words("工作 改革 任务")
  private static let leftovers = Mark.words("收尾 扫尾 总结 结转 遗留 未完成 延期 考核 评估 验收 盘点 跨年 评价 述职")

  /// 2025年底, 2025年下半年, 2025年三季度: with the last month where a part of the year is told.
  static func date(_ time: TimeMention) -> PartialDate? {
    switch time.meaning {
    case .date(let date): date
    case .half(let half, let year?): PartialDate(year: year, month: half * 6)
    case .quarter(let quarter, _, let year?): PartialDate(year: year, month: quarter * 3)
    default: nil
    }
  }

  /// Whether a sentence tells of what is to come: by its section, or by its own first words.
  func looksAhead(_ sentence: DraftSentence) -> Bool {
    if isPlan(sentence) { return true }
    let opening = sentence.range.prefix(12)
    return prose.hasAny(Self.openings, in: opening) && prose.hasAny(Self.will, in: sentence.range)
  }

  /// 2022年,我区将以…: in the first words of a sentence.
  private func announces(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    time.range.lowerBound - sentence.range.lowerBound <= 1
      && prose.hasAny(
        Self.announced, in: (time.range.upperBound..<sentence.range.upperBound).prefix(12)
      )
  }

  /// 到2022年底, 2022年,我区将…, 确保2022年各项任务, 以2021年工作要点为抓手.
  private func isAhead(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let clause = prose.clause(around: time.range)
    // 要在2025年4月底前完成: a deadline, not what was on then.
    let isDeadline =
      isPlan(sentence) && prose.hasAny(Self.at, before: time.range.lowerBound)
      && prose.hasAny(
        Self.deadlines,
        in: max(0, time.range.upperBound - 2)..<min(time.range.upperBound + 2, prose.units.count))
    if time.relation == .since
      || !isDeadline && prose.hasAny(Self.notBefore, before: time.range.lowerBound)
    {
      return false
    }
    if prose.hasAny(Self.lookingBack, in: clause) { return false }
    let behind =
      time.range
      .upperBound..<max(time.range.upperBound, min(sentence.range.upperBound, time.range.upperBound + 14))
    if prose.hasAny(Self.works, at: time.range.upperBound) { return true }
    if behind.lowerBound == clause.upperBound || prose.hasAny(Self.will, at: behind.lowerBound),
      opens(time, clause), prose.hasAny(Self.will, in: behind)
    {
      return true
    }
    let lead =
      max(
        clause.lowerBound, time.range.lowerBound - 3)..<min(time.range.upperBound, time.range.lowerBound + 1)
    // In the plan itself …月底前 wants no further word.
    if isPlan(sentence),
      prose.hasAny(
        Self.deadlines, in: time.range.upperBound - 2..<min(time.range.upperBound + 2, prose.units.count))
    {
      return !prose.hasAny(Self.unfinished, in: clause)
    }
    return prose.hasAny(
      Self.ends,
      in: max(
        time.range.lowerBound, time.range.upperBound - 2)..<min(clause.upperBound, time.range.upperBound + 2))
      && (prose.hasAny(Self.goals, in: lead)
        || prose.hasAny(Self.will, in: clause.lowerBound..<time.range.lowerBound)
        || prose.hasAny(
          Self.reached,
          in: time.range.upperBound..<(isPlan(sentence) ? sentence.range.upperBound : clause.upperBound)))
  }

  private func isPlan(_ sentence: DraftSentence) -> Bool { draft.role(of: sentence.section) == .plan }

  func opens(_ time: TimeMention, _ clause: Range<Int>, by lead: Int = 1) -> Bool {
    time.range.lowerBound - clause.lowerBound <= lead
  }

  /// 截至2022年底,…达到76个 in the report for 2023, without any word that holds it against this year.
  private func isState(_ time: TimeMention, _ date: PartialDate, of year: Int, _ sentence: DraftSentence)
    -> Bool
  {
    guard year - date.year == 1, time.relation == .upTo, draft.role(of: sentence.section) != .plan,
      !isLookedAt(time),
      !draft.times[sentence.times].contains(where: { Self.date($0).map { $0.year == year } ?? false })
    else { return false }
    let (before, behind) = (
      sentence.range.lowerBound..<time.range.lowerBound, time.range.upperBound..<sentence.range.upperBound
    )
    // 今年安排的18项任务,截至2022年12月完成17项; 截至2022年底流转131万亩,比上年增加13万亩: nothing else has this year's tasks, or holds
    // them against last year.
    if prose.hasAny(Self.thisYears, in: before)
      && prose.hasAny(Self.works + Self.countedWorks, in: sentence.range)
      || prose.hasAny(Self.thanLast, in: behind) && !prose.hasAny(Self.tasksOfLast, in: sentence.range)
        && !prose.hasAny(Self.thisYears + Self.now, in: prose.sentence(around: time.range))
      || prose.hasAny(Self.yearly, in: behind.prefix(24)) && !prose.hasAny(Self.lastYears, in: sentence.range)
    {
      return true
    }
    guard (date.month ?? 12) >= 10, prose.hasAny(Mark.asOf, in: time.range),
      isOnlyPast(of: year, in: sentence)
    else { return false }
    if prose.hasAny(Self.ofTheYear, in: behind) { return true }
    return !prose.hasAny(Self.compared, in: sentence.range)
      && (draft.role(of: sentence.section) != .problems || prose.hasAny(Self.remaining, in: behind))
  }

  /// 截至2024年6月底 in the report for the first half of 2025, held against nothing of this year.
  private func isSameMonth(
    _ time: TimeMention, _ date: PartialDate, of year: Int, _ article: DraftArticle, _ sentence: DraftSentence
  ) -> Bool {
    guard year - date.year == 1, time.relation == .upTo, let title = article.title, !isLookedAt(time),
      Self.parts.contains(where: { $0.month == date.month && prose.hasAny($0.words, in: title) }),
      draft.role(of: sentence.section) != .plan, isOnlyPast(of: year, in: sentence)
    else { return false }
    // The next sentence may tell what has become of it.
    let next = prose.sentence(
      around: min(sentence.range.upperBound, prose.units.count - 1)..<sentence.range.upperBound)
    return !prose.hasAny(
      Self.against, in: sentence.range.lowerBound..<max(next.upperBound, sentence.range.upperBound))
  }

  private static let parts = [
    (month: 3, words: Mark.words("一季度")), (month: 6, words: Mark.words("上半年 半年")),
    (month: 9, words: Mark.words("三季度")),
  ]
  private static let against = Mark.words(
    "比 较 目前 今年 当前 本年 基础上 上年 去年 存量 原有 现 此前 评估 审计 遗留 历史 欠 同期")

  /// 对截至2022年底尚未办结的问题挂账, 常住人口(截至2022年底), 据年鉴,截至2022年底: a state that is spoken of as of then.
  private func isLookedAt(_ time: TimeMention) -> Bool {
    let (start, end) = (time.range.lowerBound, time.range.upperBound)
    if start > 0, prose.units[start - 1] == 0x28 || Self.objects.contains(prose.units[start - 1]) {
      return true
    }
    let sentence = prose.sentence(around: time.range)
    return prose.hasAny(Self.surveys, in: sentence)
      || end < prose.units.count && prose.units[end] == Mark.word("的")[0]
  }

  /// 为2022年发展提供强劲动力, 圆满完成2022年各项任务, 现将2022年工作情况报告如下: said by a report of its own year only.
  private func isOwn(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    var behind = time.range.upperBound
    if behind < sentence.range.upperBound, prose.has(Self.degree, at: behind) { behind += 1 }
    let rest = behind..<sentence.range.upperBound
    // 以上是甲区2024年改革工作情况,不当之处,敬请指正.
    if time.range.lowerBound - sentence.range.lowerBound <= 24,
      prose.hasAny(Self.above, at: sentence.range.lowerBound),
      prose.hasAny(Self.accounts, in: rest), prose.hasAny(Self.closing, in: rest)
    {
      return true
    }
    let clause = prose.clause(around: time.range)
    guard
      !prose.hasAny(
        Self.lookingBack.filter { $0 != Self.report }, in: behind..<max(behind, clause.upperBound)),
      !prose.hasAny(Self.others, in: clause)
    else { return false }
    let before = time.range.lowerBound
    if prose.hasAny(Self.completing, before: before) { return prose.hasAny(Self.works, at: behind) }
    if prose.hasAny(Self.presenting, before: before) { return prose.hasAny(Self.asFollows, in: rest) }
    return prose.hasAny(Self.purposes, before: before)
      && prose.hasAny(Self.contributing, in: (behind..<sentence.range.upperBound).prefix(40))
  }

  /// 站在2022年的岁末, 即将过去的2022年, 告别2022年: said of the year that ends.
  private func isTakenLeaveOf(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let (start, end) = (time.range.lowerBound, time.range.upperBound)
    guard isOnlyPast(of: .max, in: sentence) else { return false }
    if prose.hasAny(Self.leaving, before: start) || prose.hasAny(Self.ending, at: end) { return true }
    guard prose.hasAny(Self.beholding, before: start), opens(time, sentence.range, by: 4) else {
      return false
    }
    return Mark.clauseEnds.contains(prose.units[end])
      || prose.hasAny(Self.yearEnds, in: (end..<sentence.range.upperBound).prefix(4))
  }

  /// Whether the other times of a sentence are all of years to come.
  private func isOnlyPast(of year: Int, in sentence: DraftSentence) -> Bool {
    draft.times[sentence.times].count { time in
      if case .date(let date) = time.meaning { return date.year <= year }
      return true
    } == 1
  }

  /// 2021年、2022年: years side by side tell of the past.
  private func isListed(_ time: TimeMention) -> Bool {
    let (before, behind) = (time.range.lowerBound - 1, time.range.upperBound)
    return before >= 0 && Self.joins.contains(prose.units[before])
      || behind < prose.units.count && Self.joins.contains(prose.units[behind])
  }

  private static let openings = Mark.words(
    "下一步 下步 下半年 下一阶段 新的一年 新一年 新起点 新的起点 展望 接下来 今后 新征程 新年度 明年 下一年 来年")
  private static let will = Mark.words("将 力争 确保 计划 拟 继续 重点 要 坚持 争取 谋划 着力")
  private static let announced = Mark.words(
    "将以 将继续 将坚持 将围绕 将按照 将重点 将进一步 将紧扣 将深入 将聚焦 将着力 将全面 将持续 将认真 将大力 将加快 要继续 要坚持")
  private static let works = Mark.words(
    "各项任务 各项改革 改革任务 改革目标 改革要点 改革工作要点 工作要点 重点任务 重点改革 目标任务 工作计划 工作任务 改革工作 全年目标 年度任务")
  private static let notBefore = Mark.words("自 从 比 较 与 在 继 对 巩固 原 根据 为 、")
  private static let lookingBack = Mark.words(
    "基础上 以来 延期 结转 遗留 未完成 成果 总结 回顾 考核结果 复盘 评估 比 相比 印发 已 曾 回头看 报告 开展的 启动的 建成的 出台的 实施的 水平 基数")
  private static let at = Mark.words("在")
  private static let ends = Mark.words("年底 年末 底前 月底 年前 年内")
  private static let deadlines = Mark.words("底前 月前 日前 年前 末前")
  private static let unfinished = Mark.words("未 尚 应 逾期 到期 以来 原定 的")
  /// What only the year reported on has: it is held against nothing.
  private static let ofTheYear = Mark.words("年度目标 年度任务 年度改革 项改革任务 项任务 任务完成率 全年任务")
  /// What fell due then, or is looked at once more.
  private static let fallen = Mark.words("情况 台账 清单 遗留 上年 去年 已经 已于 均已 全部已 过的 到位的")
  private static let fallenBefore = Mark.words("对 原 此前 曾 未能 本应 应于 应在 要求 因 自 从 按照 按 超过 截至")
  private static let already = Mark.words("已 均 了")
  private static let nextYear = Mark.words("明年 来年 下一年 下年 新的一年 新一年 新年度")
  private static let goals = Mark.words("到 至 力争 确保 争取 计划 预计 拟于")
  private static let reached = Mark.words(
    "实现 完成 建成 达到 全面 基本 形成 突破 力争 确保 全部 销号 清零 到位 办结 兑现 投用 运行 见效 出台 印发 启动 落地 结项 制定 编制 组织 开展 提请 提交 下发 移交 上线 竣工 开工 召开 报送 拿出 验收 建立"
  )
  private static let objects = UnitSet("对将把由从与较比")
  private static let surveys = Mark.words("年鉴 统计公报 户籍 常住人口 人口 改革前 实施前 普查 底数")
  private static let thisYears = Mark.words("今年 本年 全年 年度 年初")
  private static let countedWorks = Mark.words("项任务 项改革 任务完成 件事项 项事项 个事项 交办问题")
  static let thanLast = Mark.words("比上年 较上年 比去年 较去年 高于上年 低于上年 好于上年 高于去年 低于去年 同比")
  private static let tasksOfLast = Mark.words("结转 上年安排 去年安排 上年部署 去年部署 上年度的 上年的 去年的 上年延期 去年延期")
  private static let remaining = Mark.words("仍有 尚有 还有 仍未 尚未 还未")
  private static let now = Mark.words("目前 当前 现 新增")
  private static let yearly = Mark.words("年度任务 年度改革 本年度 今年以来 全年任务 年度目标")
  static let lastYears = Mark.words("上年 去年 上一年")
  private static let compared = Mark.words(
    "比 较 增长 增加 新增 提高 提升 上升 下降 减少 由 从 目前 今年 当前 本年 基础上 其中 上年 去年 到位 存量 原有 现 此前 评估 审计 遗留 历史 欠")
  private static let (degree, report) = (Mark.word("度"), Mark.word("报告"))
  private static let others = Mark.words("上年 去年 上级 省委 市委 追溯")
  private static let completing = Mark.words("完成 完成了 完成好 实现 达到")
  private static let presenting = Mark.words("现将 现就 现把")
  private static let above = Mark.words("以上是 以上为 以上即 以上就是 以上系")
  private static let accounts = Mark.words("情况 汇报 报告 总结 进展")
  private static let closing = Mark.words("不当 不妥 指正 批评 指示 审阅 审议 指导")
  private static let asFollows = Mark.words("如下 报告 汇报 通报")
  private static let purposes = Mark.words("为 为推动 为服务 为实现 为保障 为促进 为推进 为确保 为完成 有力推动了 有力促进了")
  private static let contributing = Mark.words("提供 注入 贡献 奠定 打下 作出 做出 增添 增强")
  private static let leaving = Mark.words("即将过去的 告别 挥别 送别 辞别")
  private static let ending = Mark.words("即将过去 即将收官 接近尾声 即将结束")
  private static let beholding = Mark.words("站在 立于 回望 回首 回眸")
  private static let yearEnds = Mark.words("岁末 年末 年终 岁尾 终点 尾声 年尾")
  private static let joins = UnitSet("、和至-—~及与")
}
