import ReportModel

/// 年份自相矛盾: a year that the words beside it refute: 今年(2023年) in a report for 2024, 2022年比2022年多, 做好2024年工作…2023年9月底前.
struct MisnamedYears {
  let draft: Draft
  let prose: CheckProse

  typealias Fault = (range: Range<Int>, message: String)

  func faults() -> [Fault] {
    var faults = plannedAgain() + captions()
    var plan: (year: Int, paragraph: Int, told: TimeMention)?
    for sentence in draft.sentences where !sentence.times.isEmpty {
      let times = draft.times[sentence.times]
      for (index, time) in zip(times.indices, times) {
        if let fault = glossed(time, by: index + 1 < times.endIndex ? times[index + 1] : nil) {
          faults.append(fault)
        }
        if let fault = comparedWithItself(time, times[times.startIndex..<index], sentence) {
          faults.append(fault)
        }
        if let year = planned(time, sentence) {
          plan = (year, sentence.paragraph, time)
        } else if let known = plan, known.paragraph == sentence.paragraph,
          isToDo(time, before: known.year, sentence)
        {
          let told = draft.text.string(known.told.range)
          faults.append((time.range, "讲的是\(told)的工作安排，时间却是“\(draft.text.string(time.range))”"))
        }
      }
    }
    return faults
  }

  /// 2025年上半年工作打算 in the report on 上半年: a plan headed with the part of the year that is told of.
  private func plannedAgain() -> [Fault] {
    draft.sections.compactMap { section in
      let heading = section.heading
      guard section.role == .plan,
        let article = draft.article(at: heading.lowerBound),
        let title = article.title, title.upperBound <= heading.lowerBound,
        let part = Self.parts.first(where: {
          prose.hasAny([$0], in: title) && prose.hasAny([$0], in: heading)
        }),
        let start = prose.first(part, in: heading),
        // 2026年上半年工作打算 in the report for 2025.
        !draft.times.contains(where: { time in
          heading.contains(time.range.lowerBound) && isOfOther(time, than: article.year)
        }),
        Self.plans.contains(where: { prose.has($0, at: start + part.count) })
      else { return nil }
      let words = draft.text.string(start..<start + part.count)
      return (start..<start + part.count, "总结的是\(words)，打算写的也是\(words)")
    }
  }

  /// 表1 2022年改革任务完成情况 in the report for 2023.
  private func captions() -> [Fault] {
    draft.paragraphs.compactMap { paragraph in
      let range = paragraph.range
      guard range.count <= 40, prose.hasAny(Self.tables, in: range.prefix(3)),
        case let article = draft.articles[paragraph.article], let year = article.year, !article.isYearGuessed,
        let stated = prose.year(in: range), stated.year == year - 1,
        prose.year(in: stated.range.upperBound..<range.upperBound) == nil,
        prose.hasAny(Self.outcomesOfYear, in: stated.range.upperBound..<range.upperBound),
        !prose.hasAny(Self.ofBefore, in: range)
      else { return nil }
      return (stated.range, "表题写的是\(stated.year)年，报告年度是\(year)年")
    }
  }

  private static let tables = Mark.words("表1 表2 表3 表4 表5 表6 附表")
  private static let outcomesOfYear = Mark.words("任务完成情况 任务情况 完成情况 成果清单 成果汇总 成果目录 文件目录 推进情况")
  private static let ofBefore = Mark.words("延期 结转 遗留 上年 去年 对比 比较 变化 跟踪 历年 两年 以来")

  private func isOfOther(_ time: TimeMention, than year: Int?) -> Bool {
    switch time.meaning {
    case .date(let date): date.year != year
    case .quarter(_, _, let other?), .half(_, let other?), .months(_, _, let other?): other != year
    case .nextYear: true
    default: false
    }
  }

  /// 今年(2023年): the year in brackets is not the one the word before it means.
  private func glossed(_ time: TimeMention, by next: TimeMention?) -> Fault? {
    guard let next, let stated = year(next), next.range.lowerBound == time.range.upperBound + 1,
      prose.units[time.range.upperBound] == Self.open, next.range.upperBound < prose.units.count,
      prose.units[next.range.upperBound] == Self.close,
      let article = draft.article(at: time.range.lowerBound),
      let year = article.year, !article.isYearGuessed
    else { return nil }
    let offset: Int
    switch time.meaning {
    case .thisYear: offset = 0
    case .lastYear: offset = -1
    case .nextYear: offset = 1
    default: return nil
    }
    // Written in the next year, the words may be meant from there.
    let written = article.date.map { $0.year > year ? 1 : 0 } ?? 0
    guard !(0...written).contains(stated - year - offset) else { return nil }
    return (
      next.range,
      "“\(draft.text.string(time.range))”后面注的是\(stated)年，报告年度是\(year)年"
    )
  }

  /// 2022年,出让19宗,比2022年多6宗.
  private func comparedWithItself(
    _ time: TimeMention, _ before: ArraySlice<TimeMention>, _ sentence: DraftSentence
  ) -> Fault? {
    guard let year = year(time), time.range.count == 5,
      prose.hasAny(Self.than, before: time.range.lowerBound),
      let other = before.last, self.year(other) == year, other.range.count == 5, other.relation == .during,
      prose.clause(around: other.range).lowerBound == other.range.lowerBound,
      !prose.hasAny(Self.than, before: other.range.lowerBound),
      prose.hasAny(Self.changing, in: time.range.upperBound..<prose.clause(around: time.range).upperBound),
      !prose.hasAny(Self.partsOfYear, at: time.range.upperBound)
    else { return nil }
    return (time.range, "\(year)年的数与\(year)年自己相比")
  }

  /// 2024 of 做好2024年工作, 2025年度工作打算: the year that is planned for.
  private func planned(_ time: TimeMention, _ sentence: DraftSentence) -> Int? {
    guard let year = year(time) else { return nil }
    let behind = (time.range.upperBound..<sentence.range.upperBound).prefix(10)
    if prose.hasAny(Self.doing, before: time.range.lowerBound), prose.hasAny(Self.works, in: behind) {
      return year
    }
    return Self.plans.contains { prose.has($0, at: behind.lowerBound) } ? year : nil
  }

  /// 在2023年9月底前完成; :2023年,启动: a time before the year that is planned for, as that of something to do.
  private func isToDo(_ time: TimeMention, before year: Int, _ sentence: DraftSentence) -> Bool {
    guard case .date(let date) = time.meaning, date.year < year, date.year >= year - 2,
      time.relation != .since,
      case let clause = prose.clause(around: time.range), !prose.hasAny(Self.lookingBack, in: clause)
    else { return false }
    let behind = time.range.upperBound..<clause.upperBound
    if prose.hasAny(
      Self.until, in: time.range.upperBound - 1..<min(clause.upperBound, time.range.upperBound + 2))
    {
      return prose.hasAny(Self.outcomes, in: behind)
    }
    return date.month == nil && behind.isEmpty && time.range.lowerBound > 0
      && prose.units[time.range.lowerBound - 1] == Mark.colon
      && prose.hasAny(Self.beginning, at: min(clause.upperBound + 1, prose.units.count))
  }

  private func year(_ time: TimeMention) -> Int? {
    if case .date(let date) = time.meaning, date.month == nil { return date.year }
    return nil
  }

  private static let parts = Mark.words("上半年 前三季度 一季度 二季度 三季度")
  private static let (open, close): (UInt16, UInt16) = (0x28, 0x29)
  private static let than = Mark.words("比 较 相比")
  private static let changing = Mark.words("多 少 增 减 提高 下降 上升 降 升 翻")
  private static let partsOfYear = Mark.words("初 底 末 上半年 年初 同期 平均 计划 预算 目标")
  private static let doing = Mark.words("做好 谋划 谋划好 抓好 部署 完成好")
  private static let works = Mark.words("工作 改革 任务")
  private static let plans = ["", "度"].flatMap { degree in
    ["", "改革", "重点"].flatMap { kind in
      ["工作打算", "工作安排", "工作思路", "工作计划"].map { degree + kind + $0 }
    }
  }.map(Mark.word)
  private static let until = Mark.words("前 底前 底 末")
  private static let outcomes = Mark.words("完成 实现 建成 启动 投用 到位 清零 形成 出台 印发 竣工 上线 验收 达到 开工 落地 见效")
  private static let beginning = Mark.words("启动 推进 开展 实施 推动 深化 完成 建设 聚焦 抓好 加快 力争 确保 全面 继续 新建 出台")
  private static let lookingBack = Mark.words("未完成 已 尚 原 基础上 以来 比 较 结转 延期 遗留 对 的 截至 此前 启动实施")
}

/// 对2025年改革任务实行挂图作战, in the plan of the report for 2025 that is dated the next year: the work of the year that is over, to be done.
struct WorksOfTheYear {
  private let draft: Draft
  private let prose: CheckProse

  init(_ draft: Draft, _ prose: CheckProse) { (self.draft, self.prose) = (draft, prose) }

  func areRun(_ time: TimeMention, in sentence: DraftSentence, of article: DraftArticle) -> Bool {
    guard let year = article.year, isOver(year, article, sentence) else { return false }
    var end = time.range.upperBound
    while let word = Self.all.first(where: { prose.has($0, at: end) }) { end += word.count }
    guard let work = Self.works.first(where: { prose.has($0, at: end) }) else { return false }
    end += work.count
    let clause = prose.clause(around: time.range)
    guard end <= clause.upperBound, !prose.hasAny(Self.outcomes, in: (end..<clause.upperBound).prefix(5)),
      !prose.hasAny(Self.lookingBack, in: sentence.range)
    else { return false }
    let start = time.range.lowerBound
    return prose.hasAny(Self.running, before: start)
      || prose.hasAny(Self.treating, before: start) && prose.hasAny(Self.ways, in: end..<clause.upperBound)
  }

  /// Whether the report was written when the year was over, or plans for the next one by its number.
  private func isOver(_ year: Int, _ article: DraftArticle, _ sentence: DraftSentence) -> Bool {
    if let date = article.date { return date.year > year }
    guard var section = sentence.section else { return false }
    while let parent = draft.sections[section].parent, draft.sections[parent].role == .plan {
      section = parent
    }
    return prose.year(in: draft.sections[section].range.prefix(40))?.year == year + 1
  }

  private static let all = Mark.words("度 各项 全年 全部 所有 重点 各领域 年度")
  private static let works = Mark.words(
    "改革任务 工作任务 改革要点 改革工作要点 工作要点 改革项目 改革事项 改革工作 改革督察 改革攻坚 目标任务 任务")
  private static let outcomes = Mark.words("情况 进展 总结 成果 成效 经验 的 中 未 尚 结果 反馈 整改 评估 已 后 档案")
  private static let lookingBack = Mark.words(
    "未完成 未办结 尚未 延期 结转 遗留 评估 回头看 复盘 盘点 总结 梳理 剩余 其余 查漏补缺 收尾 扫尾 验收 冲刺 基础上 考核结果 归档 已完成")
  private static let running = Mark.words(
    "推进 推动 完成好 做好 抓好 抓实 抓紧 盯紧 紧盯 调度 开展 实施 抓牢 谋划 细化 分解 部署 全面完成 如期完成 保质保量完成 高质量完成")
  private static let treating = Mark.words("对 把 将 针对")
  private static let ways = Mark.words("挂图 倒排 清单 细化 分解 项目化 逐项 销号 调度 专班 台账 跟踪 督办 督察 包保 领衔 推进")
}

extension CheckProse {
  /// Whether a report was written when its year was over or nearly so, or after another of its months.
  func isAtEnd(_ article: DraftArticle, of year: Int, after month: Int = 10) -> Bool {
    if let title = article.title, hasAny(StaleTimeCheck.partOfYear, in: title) { return false }
    guard let date = article.date else { return true }
    return date.year > year || date.year == year && (date.month ?? 12) > month
  }

  /// The first year of four digits before 年 in a stretch, 2022年 or 二〇二二年.
  func year(in range: Range<Int>) -> (year: Int, range: Range<Int>)? {
    var index = range.lowerBound
    while index + 4 < range.upperBound {
      if units[index + 4] == Mark.year, index == 0 || !Mark.isNumeral(units[index - 1]),
        let year = units[index..<index + 4].number, (1990...2100).contains(year)
      {
        return (year, index..<index + 5)
      }
      index += 1
    }
    return nil
  }
}
