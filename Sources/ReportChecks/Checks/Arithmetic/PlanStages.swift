import ReportModel

/// 规划的年头: which year of a five-year plan a year is said to be (2023年是“十四五”的开局之年), and a plan still carried out when it has run out.
struct PlanStages {
  let draft: Draft
  let prose: CheckProse

  /// Each mention of a plan that its period refutes, with what refutes it.
  func faults() -> [(range: Range<Int>, message: String)] {
    var faults: [(range: Range<Int>, message: String)] = []
    for sentence in draft.sentences {
      for index in sentence.times {
        guard case .fiveYearPlan(let number) = draft.times[index].meaning,
          case let range = draft.times[index].range, prose.isRead(range.lowerBound),
          !prose.isTitle(range.lowerBound)
        else { continue }
        // 十四五 begins in 2021.
        let period = 1951 + 5 * number...1955 + 5 * number
        let text = "“\(draft.text.string(range))”时期是\(period.lowerBound)—\(period.upperBound)年"
        if let stage = stage(behind: range, sentence), let said = years(before: range, sentence),
          !said.contains(where: { stage.years.contains($0 - period.lowerBound + 1) })
        {
          faults.append((stage.range, "\(text)，\(said[0])年不是它的\(draft.text.string(stage.range))"))
        } else if let year = draft.reportYear(at: range.lowerBound), isCarriedOut(range, sentence),
          // The year after tells how the plan was met.
          year > period.upperBound + 1 || year < period.lowerBound - 1
        {
          faults.append((range, "\(text)，\(year)年的报告不应还在对照、实施"))
        }
      }
    }
    return faults
  }

  /// 开局之年, 第三年 behind the name of a plan, and which years of it may be called so.
  private func stage(behind plan: Range<Int>, _ sentence: DraftSentence) -> (
    range: Range<Int>, years: ClosedRange<Int>
  )? {
    let clause = prose.clause(around: plan)
    for place in plan.upperBound..<max(plan.upperBound, min(clause.upperBound, plan.upperBound + 10)) {
      for (words, years) in Self.stages {
        if let word = words.first(where: { prose.has($0, at: place) }) {
          return (place..<place + word.count, years)
        }
      }
    }
    return nil
  }

  /// The year that is said to be of the plan: 2023年是, 今年是. A report read out in spring calls the next year 今年.
  private func years(before plan: Range<Int>, _ sentence: DraftSentence) -> [Int]? {
    guard
      let time = draft.times[sentence.times].last(where: { $0.range.upperBound <= plan.lowerBound }),
      plan.lowerBound - time.range.upperBound <= 8,
      prose.hasAny(Self.being, in: time.range.upperBound..<plan.lowerBound)
    else { return nil }
    let reported = draft.reportYear(at: plan.lowerBound)
    switch time.meaning {
    case .date(let date): return date.month == nil ? [date.year] : nil
    case .thisYear: return reported.map { [$0, $0 + 1] }
    case .nextYear: return reported.map { [$0 + 1, $0 + 2] }
    default: return nil
    }
  }

  /// 对照“十三五”…规划, 全面实施“十三五”规划: carried out now, and not looked back on.
  private func isCarriedOut(_ plan: Range<Int>, _ sentence: DraftSentence) -> Bool {
    var start = plan.lowerBound
    while start > sentence.range.lowerBound, Self.quotes.contains(prose.units[start - 1]) { start -= 1 }
    for word in Self.levels where prose.has(word, at: start - word.count) { start -= word.count }
    let clause = prose.clause(around: plan)
    return prose.hasAny(Self.carrying, before: start)
      && prose.hasAny(Self.plans, in: (plan.upperBound..<clause.upperBound).prefix(14))
      && !prose.hasAny(Self.lookingBack, in: sentence.range)
      // 为实现“十三五”规划圆满收官奠定基础.
      || prose.hasAny(Self.aiming, in: clause.lowerBound..<plan.lowerBound)
        && prose.hasAny(Self.ending, in: (plan.upperBound..<clause.upperBound).prefix(10))
  }

  private static let stages: [([[UInt16]], ClosedRange<Int>)] = [
    (["开局之年", "开局年", "起步之年", "起步年", "第一年", "首年"], 1...1), (["第二年"], 2...2), (["承上启下", "中期之年"], 2...4),
    (["第三年"], 3...3), (["第四年"], 4...4), (["收官之年", "收官年", "收官", "最后一年", "末年", "第五年"], 5...5),
  ].map { ($0.0.map(Mark.word), $0.1) }
  private static let being = Mark.words("是 为 作为 正值 系 处于")
  private static let quotes = UnitSet("“\"‘国省市区县")
  private static let levels = Mark.words("国家 全省 全市 我区 我县 我市")
  private static let carrying = Mark.words("对照 落实 实施 按照 贯彻 围绕 推进 执行 对标 聚焦 紧扣 依据 根据 贯彻落实 完成")
  private static let aiming = Mark.words("为实现 确保 力争 推动 助力 全力 为")
  private static let ending = Mark.words("圆满收官 收好官 顺利收官 高质量收官 全面收官")
  private static let plans = Mark.words("规划 纲要 目标 任务")
  private static let lookingBack = Mark.words("期间 时期 以来 回顾 评估 总结 收官 终期 延续 衔接 遗留 原 曾 上一个 结余 审计")
}
