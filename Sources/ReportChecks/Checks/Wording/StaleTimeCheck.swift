import ReportModel

/// 时间过期: years and words for time that were left from an earlier text.
struct StaleTimeCheck: DraftCheck {
  let about = CheckDescription(
    "wording.stale-time", .warning, "年份或时间用语与报告年度不符",
    rationale: "照上年稿子改写时最容易漏改年份：当年的工作要点、附件名称仍写上年，延期后的时限不晚于当年，次年成文却仍说“今年”“预计本年度内”。跨年度规划、文件自身的年份、引用上级文件的不算。",
    source: "实务",
    triggering: [
      .draft("2025年上半年改革工作小结\n一、上半年工作情况\n完成任务8项。\n二、2025年[[上半年]]工作打算\n抓进度。"),
      .draft("2021年改革工作总结报告\n区委改革办\n（2022年7月）\n一、工作成绩\n全面完成[[今年]]老旧小区整治，当年建成。截至目前，办理信访54件。"),
      .draft("2021年改革工作总结报告\n2021年，制定[[《区委深改委2020年工作要点》]]，明确44项任务。"),
      .draft("二〇二三年改革工作总结报告\n二〇二三年，完成任务30项。今后，我们将认真落实[[《甲区二〇二二年改革工作要点》]]。"),
      .draft("2021年改革工作总结报告\n2021年，4项任务因客观原因申请延期，同意延期至[[2021年]]开展。"),
      .draft("2021年改革工作总结报告\n各项任务按期完成。\n二、下一步打算\n研究制定[[2021年]]改革工作要点。"),
      .draft("2021年改革工作总结报告\n各项任务按期完成。\n二、下一步打算\n[[2020年]]，我区将谋划改革任务30项。[[到2020年底]]全面建成。"),
      .draft("2021年改革工作总结报告\n各项任务按期完成。\n二、下一步打算\n制定[[《甲区委深改委2021年工作要点》]]，安排任务20项。"),
      .draft("2024年国企改革情况\n今年（[[2023年]]），38项任务完成34项。2022年，出让19宗，比[[2022年]]多6宗。"),
      .draft("做好2024年工作，要抓好三项改革，在[[2023年9月底]]前完成自来水厂移交。"),
      .draft(
        "2023年改革工作总结报告\n各项任务按期完成。\n二、2024年工作安排\n[[2023年3月底]]前印发年度工作要点。[[到2023年底]]实现网格全覆盖，力争[[2023年三季度]]启动试点。"
      ),
      .draft("2023年改革工作总结报告\n一、任务完成情况\n[[2022年]]全区安排改革任务18项，完成14项，比上年提高2个百分点。"),
      .draft("2023年改革工作总结报告\n监测哨点[[截至2022年底]]达到76个。"),
      .draft("2023年改革工作总结报告\n[[2022年]]，全区坚持以人民为中心，紧扣年度要点，改革取得新进展。\n一、主要成效\n完成任务30项。"),
      .draft("2023年改革工作总结报告\n[[2022年]]是全面贯彻党的二十大精神的开局之年，全区各项改革有序推进、成效明显。"),
      .draft("2023年改革工作总结报告\n[[截至2022年底]]，全县流转草场131万亩，比上年净增13万亩。今年安排的18项任务，[[截至2022年12月]]已完成17项。"),
      .draft("2023年改革工作总结报告\n任务分解不够细。下一步，将对标[[2023年]]省级改革要点，谋划50项改革任务。"),
      .draft("2023年改革工作总结报告\n今年1月，《关于表彰[[2024年]]度改革先进单位的决定》已经印发。"),
      .draft("2021年改革工作总结报告\n各项任务按期完成。\n附件：1.区委深改委[[2020年]]制度性成果汇总表\n2.重点改革任务完成情况表"),
      .draft("2023年改革工作总结报告\n现将[[2022年]]工作情况报告如下。一年来圆满完成[[2022年]]各项改革任务，为[[2022年]]全区高质量发展注入了动力。"),
      .draft("2023年改革工作总结报告\n各项任务按期完成。\n二、[[2023年]]工作打算\n[[2023年]]，区委改革办将突出抓好三方面工作，谋划好[[2023年]]改革任务。"),
      .draft(
        "2023年改革工作总结报告\n区委改革办\n（2024年1月10日）\n站在[[2022年]]的岁末回望，完成任务30项。\n二、下一步工作\n对[[2023年]]改革任务实行挂图作战、对账销号。"),
    ],
    silent: [
      .draft(
        "2023年改革工作总结报告\n各项任务按期完成。\n二、2024年工作安排\n对2023年3月底前印发的文件开展评估，网格覆盖率由2023年底的85%提高到95%。系统2023年11月底前已上线运行。"
      ),
      .draft("2025年改革工作总结报告\n各项任务按期完成。\n二、2026年工作打算\n抓进度。\n附件：1.2026年改革任务清单（初稿）\n2.甲区转入2026年改革任务清单"),
      .draft("2025年上半年改革工作小结\n一、上半年工作情况\n完成任务8项。\n二、2025年下半年工作打算\n抓进度。"),
      .draft("2025年一季度改革工作小结\n一、工作情况\n完成任务8项。\n二、2026年一季度工作打算\n抓进度。"),
      .draft("2025年上半年改革工作进展\n区委改革办\n（2025年7月10日）\n用地手续尚未完成，申请延期至2025年11月。原定2024年完成、延期至2025年的任务已完成。"),
      .draft("2023年改革工作总结报告\n2022年，全区坚持先立后破，打下良好基础。2023年，改革全面铺开，完成任务30项。"),
      .draft("2023年改革工作总结报告\n2022年，甲区获批国家改革试点，坚持边试边改，试点方案由省政府办公厅印发实施。\n一、主要成效\n完成任务30项。"),
      .draft("2023年改革工作总结报告\n表彰2022年度先进单位。\n二、下一步打算\n对照2023年工作要点完成情况开展“回头看”。对2023年延期的改革任务挂图作战。"),
      .draft("2021年改革工作总结报告\n区委改革办\n（2021年12月28日）\n今年以来，印发三年行动计划（2021-2023年），同意延期至2022年开展。"),
      .draft("2024年国企改革情况\n今年（2024年），38项任务完成34项，去年（2023年）完成30项。2022年，出让19宗，比2021年多6宗。"),
      .draft("做好2024年工作，要抓好三项改革，在2024年9月底前完成自来水厂移交，对2023年9月底前未完成的挂牌督办。"),
      .draft("2023年改革工作总结报告\n对截至2022年12月底尚未办结的12个问题挂账督办。据统计年鉴，截至2022年底，全县户籍人口42万人。"),
      .draft("2021年改革工作总结报告\n截至2020年底，累计建成30个，今年新增5个。\n二、下一步打算\n巩固2020年改革成果，完成2020年延期任务，自2020年起连续推进。"),
      .draft("2021年改革工作总结报告\n2021年，落实上年延期任务，贯彻《2020年省委深改委工作要点》精神，较2020年增加3项。"),
      .draft(
        "2023年改革工作总结报告\n完成2022年延期任务2项，为2024年改革工作打下坚实基础。2022年启动的试点全部验收。走过2022年，迈入2023年，改革再出发。\n二、2024年工作打算\n在2023年工作的基础上，继续深化改革。"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for (number, article) in draft.articles.enumerated() where !article.isNews {
      guard let year = article.year, !article.isYearGuessed else { continue }
      plans(draft, prose, number, year, &result)
      nextPlans(draft, prose, article, year, &result)
      delays(draft, prose, article, year, &result)
      if let date = article.date, date.year > year {
        relativeTimes(draft, prose, article, date, year, &result)
      }
    }
    attachments(draft, prose, &result)
    awards(draft, prose, &result)
    for fault in MisnamedYears(draft: draft, prose: prose).faults() {
      result.report(draft.text.place(fault.range), fault.message, "请核对年份")
    }
    for stale in StalePlanYears(draft: draft, prose: prose).find() {
      let text = draft.text.string(stale.time.range)
      let said =
        switch stale.use {
        case .plan: "讲的是以后的打算，时间却是“\(text)”，报告年度是\(stale.year)年"
        case .state: "数字的截止时间写的是“\(text)”，报告年度是\(stale.year)年"
        case .own: "讲的是本报告的年度，写的却是“\(text)”，报告年度是\(stale.year)年"
        }
      result.report(
        draft.text.place(stale.time.range), said,
        "请核对年份；确指往年的，请写明与今年的关系")
    }
  }

  /// This year's own work plan under an earlier year.
  private func plans(
    _ draft: Draft, _ prose: CheckProse, _ article: Int, _ year: Int, _ result: inout CheckResult
  ) {
    for document in draft.documents where document.kind != .media {
      let title = draft.titles[document.title].range
      guard draft.articles[article].range.contains(title.lowerBound),
        prose.hasAny(Self.yearly, in: title), !prose.hasAny(Self.multiYear, in: title),
        let stated = prose.year(in: title), stated.year <= year, year - stated.year <= 3
      else { continue }
      if stated.year == year {
        // 制定《区委深改委2023年工作要点》 among the next steps of 2023.
        let isNext =
          draft.role(of: draft.sentences[document.sentence].section) == .plan
          && prose.isAtEnd(draft.articles[article], of: year)
          && prose.hasAny(Self.drafting, before: title.lowerBound)
        if isNext {
          result.report(
            draft.text.place(title), "下一步打算里还要制定\(year)年的计划，报告写的就是\(year)年", "请核对年份，是否应为\(year + 1)年")
        }
        continue
      }
      // Set up, laid down or counted by it this year; carrying out or looking back on last year's is another thing.
      let clause = prose.sentence(around: title)
      let lead = clause.lowerBound..<title.lowerBound
      // 将认真落实《…2022年改革工作要点》: not as what was laid down above.
      let isAhead =
        prose.hasAny(Self.carryingOut, in: lead)
        && !prose.hasAny(Self.above, in: lead.lowerBound..<title.upperBound)
      guard
        isAhead
          || (prose.hasAny(Self.making, in: lead)
            || prose.hasAny(Self.stating, in: title.upperBound..<clause.upperBound))
            && !prose.hasAny(Self.lookingBack, in: clause)
      else { continue }
      result.report(
        draft.text.place(title), "\(draft.text.string(title))写的是\(stated.year)年，报告年度是\(year)年",
        "请核对年份；如确指往年文件，请写明“上年”")
    }
  }

  /// 制定2021年工作要点 among the next steps of the report for 2021.
  private func nextPlans(
    _ draft: Draft, _ prose: CheckProse, _ article: DraftArticle, _ year: Int, _ result: inout CheckResult
  ) {
    for section in draft.sections
    where section.role == .plan && article.range.contains(section.heading.lowerBound)
      && prose.isAtEnd(article, of: year)
    {
      guard let stated = prose.year(in: section.heading), stated.year == year,
        prose.hasAny(
          Self.headings,
          in: (stated.range.upperBound..<section.heading.upperBound).prefix(4))
      else { continue }
      result.report(
        draft.text.place(stated.range), "下一步打算的标题写的还是\(year)年，报告写的就是\(year)年", "请核对年份，是否应为\(year + 1)年")
    }
    let ahead = StalePlanYears(draft: draft, prose: prose)
    for sentence in draft.sentences
    where article.range.contains(sentence.range.lowerBound) && !sentence.times.isEmpty
      && ahead.looksAhead(sentence)
    {
      for time in draft.times[sentence.times] {
        guard case .date(let date) = time.meaning, date.year == year, date.month == nil else { continue }
        // 2022年,区委改革办将突出抓好三方面工作.
        let opens =
          time.range.lowerBound - sentence.range.lowerBound <= 1 && prose.isAtEnd(article, of: year)
        let behind =
          time.range.upperBound..<min(time.range.upperBound + (opens ? 12 : 4), sentence.range.upperBound)
        if prose.hasAny(Self.intending, in: behind), !prose.hasAny(Self.lookingBack, in: behind) {
          result.report(
            draft.text.place(time.range), "下一步打算写的还是\(year)年，报告写的就是\(year)年", "请核对年份，是否应为\(year + 1)年")
          continue
        }
        if prose.isAtEnd(article, of: year), isGoal(time.range, in: sentence.range, prose) {
          result.report(
            draft.text.place(time.range), "下一步打算里的时限是\(year)年，报告写的就是\(year)年", "请核对年份，是否应为\(year + 1)年")
          continue
        }
        let lead = (sentence.range.lowerBound..<time.range.lowerBound).suffix(8)
        let isGuide =
          prose.isAtEnd(article, of: year) && prose.hasAny(Self.following, before: time.range.lowerBound)
          && !prose.hasAny(Self.finishing, in: sentence.range)
        let isRun = !isGuide && WorksOfTheYear(draft, prose).areRun(time, in: sentence, of: article)
        guard
          isRun
            || prose.hasAny(
              Self.yearly + Self.works,
              in: (time.range.upperBound..<sentence.range.upperBound).prefix(10))
              && (isGuide
                || prose.hasAny(Self.drafting, in: lead)
                  && !prose.hasAny(Self.lookingBack, in: prose.clause(around: time.range)))
        else { continue }
        result.report(
          draft.text.place(time.range),
          "下一步打算里还要\(isGuide ? "按" : isRun ? "抓" : "制定")\(year)年的\(isRun ? "任务" : "计划")，报告写的就是\(year)年",
          "请核对年份，是否应为\(year + 1)年")
      }
    }
  }

  /// 到2022年底, 力争2022年…底前.
  private func isGoal(_ time: Range<Int>, in sentence: Range<Int>, _ prose: CheckProse) -> Bool {
    prose.hasAny(
      Self.ends, in: max(time.lowerBound, time.upperBound - 2)..<min(time.upperBound + 2, sentence.upperBound)
    )
      && prose.hasAny(Self.goals, in: max(sentence.lowerBound, time.lowerBound - 3)..<time.lowerBound + 2)
      && !prose.hasAny(Self.lookingBack + Self.reached, in: prose.clause(around: time))
  }

  /// A postponement to a time that is over.
  private func delays(
    _ draft: Draft, _ prose: CheckProse, _ article: DraftArticle, _ year: Int, _ result: inout CheckResult
  ) {
    for index in article.range
    where Self.postponing.contains(prose.units[index]) && prose.hasAny(Self.postponed, at: index)
      && prose.isRead(index)
    {
      let end = index + (Self.postponed.first { prose.has($0, at: index) }?.count ?? 0)
      guard let stated = prose.year(in: (end..<prose.units.count).prefix(5)),
        stated.range.lowerBound == end,
        stated.year <= year, !isToCome(stated, article, prose)
      else { continue }
      // 上年延期至今年的任务 speaks of last year's delays, 延期至2023年的任务已完成 of what is done.
      let sentence = prose.sentence(around: index..<end)
      if prose.hasAny(Self.lookingBack, in: sentence) { continue }
      if prose.hasAny(Self.settled, in: stated.range.upperBound..<sentence.upperBound) { continue }
      if prose.has(Self.of, at: stated.range.upperBound) { continue }
      if prose.year(in: sentence.lowerBound..<index).map({ $0.year < stated.year }) ?? false { continue }
      result.report(
        draft.text.place(stated.range), "延期后的时限是\(stated.year)年，不晚于报告年度\(year)年", "请核对延期后的时限")
    }
  }

  /// 延期至2025年11月 in the report for the first half of 2025: a month behind the day of the report.
  private func isToCome(
    _ stated: (year: Int, range: Range<Int>), _ article: DraftArticle, _ prose: CheckProse
  )
    -> Bool
  {
    guard let date = article.date, let day = date.month else {
      return article.title.map { prose.hasAny(Self.partOfYear, in: $0) } ?? false
    }
    let behind = stated.range.upperBound
    let month = prose.units[behind...].prefix(2).prefix(while: Mark.isDigit).number
    return (stated.year, month ?? 12) > (date.year, day)
  }

  /// 今年, 截至目前 in a text that was finished the year after.
  private func relativeTimes(
    _ draft: Draft, _ prose: CheckProse, _ article: DraftArticle, _ date: PartialDate, _ year: Int,
    _ result: inout CheckResult
  ) {
    var places: [Range<Int>] = []
    for sentence in draft.sentences where article.range.contains(sentence.range.lowerBound) {
      let role = draft.role(of: sentence.section)
      guard [.achievements, .domains, .domain, .delays, .overview].contains(role) else { continue }
      for time in draft.times[sentence.times] {
        switch time.meaning {
        // 当年 is the year that is spoken of.
        case .thisYear where !prose.has(Self.thatYear, at: time.range.lowerBound): places.append(time.range)
        case .now: places.append(time.range)
        default: continue
        }
      }
    }
    guard let first = places.first else { return }
    let words = Set(places.map { draft.text.string($0) }).sorted().joined(separator: "”“")
    result.report(
      draft.text.place(first), "报告成文于\(date.chinese)，讲的是\(date.year - 1)年的事，正文仍用“\(words)”（\(places.count)处）",
      "请改为具体年份、日期，或核对这些话是否已经过时",
      // In the first weeks of a year 今年 is still the year that has just ended.
      severity: date.year == year + 1 && (date.month ?? 12) <= 2 ? .note : nil,
      related: places.dropFirst().prefix(9).map { .init(draft.text.place($0), "这里也是") })
  }

  /// 表彰2024年度先进, 2024年度考核结果 in the report for 2023: what looks back on a year that is yet to come.
  private func awards(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    for sentence in draft.sentences where draft.role(of: sentence.section) != .plan {
      guard let article = draft.article(at: sentence.range.lowerBound),
        let year = article.year, !article.isYearGuessed, article.date.map({ $0.year <= year + 1 }) ?? true
      else { continue }
      var rest = sentence.range
      while let stated = prose.year(in: rest) {
        rest = stated.range.upperBound..<sentence.range.upperBound
        let clause = prose.clause(around: stated.range)
        let behind = (stated.range.upperBound..<clause.upperBound).prefix(14)
        guard stated.year == year + 1, prose.has(Self.degree, at: behind.lowerBound),
          prose.hasAny(Self.judging, in: behind)
            || prose.hasAny(Self.praising, in: clause.lowerBound..<stated.range.lowerBound),
          !prose.hasAny(Self.toCome, in: clause)
        else { continue }
        result.report(
          draft.text.place(stated.range), "\(stated.year)年度还没有结束，报告年度是\(year)年，不会已有这一年度的表彰、考核结果", "请核对年份")
      }
    }
  }

  private func attachments(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    for title in draft.attachments {
      guard let year = draft.reportYear(at: title.lowerBound), let stated = prose.year(in: title),
        stated.year != year, abs(stated.year - year) <= 3, !prose.hasAny(Self.multiYear, in: title),
        !prose.hasAny(Self.planned, in: title),
        // 2026年改革任务清单 beside a part on the work of 2026.
        !(stated.year == year + 1
          && (prose.hasAny(Self.ahead, in: title)
            || !prose.hasAny(Self.past, in: title)
              && draft.sections.contains {
                $0.role == .plan && prose.year(in: $0.heading)?.year == stated.year
              }))
      else { continue }
      result.report(
        draft.text.place(stated.range), "附件写的是\(stated.year)年，报告年度是\(year)年", "请核对附件名称里的年份")
    }
  }

  private static let degree = Mark.word("度")
  private static let judging = Mark.words("考核结果 考核等次 先进单位 先进集体 先进个人 优秀单位 决算 评选结果 获奖")
  private static let praising = Mark.words("表彰 表扬 通报表扬 命名 授予")
  private static let toCome = Mark.words("将 拟 计划 谋划 启动 部署 明年 预算 安排")
  static let partOfYear = Mark.words("半年 季度 月 阶段 年中")
  private static let thatYear = Mark.word("当年")
  private static let yearly = Mark.words("工作要点 督察计划 工作计划 重点任务 任务清单 改革要点 年度计划")
  private static let headings = Mark.words("打算 工作打 工作思 工作安 工作计 重点工 改革工")
  private static let works = Mark.words("改革任务 重点改革 改革项目 改革事项")
  private static let multiYear = Mark.words("- — 三年行动 五年 十四五 十三五")
  private static let planned = Mark.words("计划 打算 安排")
  private static let ahead = Mark.words(
    "建议稿 草案 初稿 征求意见稿 思路 推进表 推进清单 推进计划 调度表 责任清单 时间表 续办 续推 续建 跨年 转入 结转 延至 延期至 顺延至 滚动")
  private static let past = Mark.words("完成 成果 汇总 进展 落实情况 总结 延期")
  private static let making = Mark.words("制定 制订 印发 出台 编制 下发")
  private static let carryingOut = ["", "认真", "全面", "深入", "严格", "坚决", "切实"].flatMap { degree in
    ["将", "要"].flatMap { [$0 + degree + "落实", $0 + degree + "贯彻"] }
  }.map(Mark.word)
  private static let above = Mark.words("省 中央 国务院 国家 自治区 未 剩余")
  private static let ends = Mark.words("年底 年末")
  private static let goals = Mark.words("力争 确保 到2 争取 至2")
  /// 到2024年底已落地169项: told, not aimed at.
  private static let reached = Mark.words("已 累计 实际 完成了 实现了")
  private static let intending = Mark.words("拟 将 计划 ,拟 ,将 ,计划 ,力争 力争")
  private static let drafting = Mark.words("制定 制订 编制 谋划 起草 研究 拟定 出台 启动 开展 提前")
  private static let following = Mark.words("对标 围绕 聚焦 紧扣 锚定 对表 按照 根据")
  private static let finishing = Mark.words("完成情况 盘点 未完成 销号 扫尾 收尾 冲刺 回头看 总结 确保完成 年内")
  private static let stating = Mark.words("明确 确定 部署 安排")
  private static let lookingBack = Mark.words("上年 去年 往年 历年 落实 贯彻 对照 根据 按照 省委 市委 中央")
  private static let settled = Mark.words("已完成 已于 均已 已经完成 全部完成 如期完成 已办结 已建成 销号")
  private static let of = Mark.word("的")
  private static let postponing = UnitSet("延推顺转结展")
  private static let postponed = ["延期", "延", "推迟", "延后", "顺延", "延迟", "延长", "展期", "转入", "结转"]
    .flatMap { $0 == "转入" ? [$0] : [$0 + "至", $0 + "到"] }.map(Mark.word)
}
