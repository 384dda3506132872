import ReportModel

/// 先果后因: something told as done in a month before the one in which the same sentence lets it begin.
struct EarlyOutcome {
  let draft: Draft
  let prose: CheckProse

  /// Each month of an outcome with the earlier told beginning.
  func pairs() -> [(beginning: TimeMention, outcome: TimeMention)] {
    var pairs: [(beginning: TimeMention, outcome: TimeMention)] = []
    for sentence in draft.sentences where sentence.times.count > 1 {
      if draft.role(of: sentence.section) == .plan { continue }
      pairs += sameYear(sentence)
      for index in sentence.times.dropLast() {
        let time = draft.times[index]
        guard let year = draft.reportYear(at: time.range.lowerBound),
          let month = month(of: time, in: year, sentence),
          begins(time)
        else { continue }
        for later in draft.times[index + 1..<sentence.times.upperBound] {
          // A sentence that names another year may go on in that one.
          guard case .month(let outcome, _) = later.meaning else { break }
          if outcome < month, ends(later, sentence), !saysOtherYear(later) { pairs.append((time, later)) }
        }
      }
    }
    return pairs
  }

  /// 7月启动编制、当年5月通过评审: a month of the very year in which the one told before it lies, but earlier.
  private func sameYear(_ sentence: DraftSentence) -> [(beginning: TimeMention, outcome: TimeMention)] {
    let months = draft.times[sentence.times].compactMap { time in
      time.inMonth.map { (time: time, month: $0.month) }
    }
    return zip(months, months.dropFirst()).compactMap { first, second in
      second.month < first.month && prose.hasAny(Self.sameYear, before: second.time.range.lowerBound)
        && !prose.hasAny(Self.planned, before: first.time.range.lowerBound)
        ? (first.time, second.time) : nil
    }
  }

  /// The month of a time in the year reported on; 6月 alone is one only behind 今年.
  private func month(of time: TimeMention, in year: Int, _ sentence: DraftSentence) -> Int? {
    switch time.meaning {
    case .date(let date): return date.year == year ? date.month : nil
    case .month(let month, _):
      return prose.hasAny(Self.thisYear, before: time.range.lowerBound) ? month : nil
    default: return nil
    }
  }

  private func begins(_ time: TimeMention) -> Bool {
    time.relation == .since
      || prose.hasAny(
        Self.starts, in: (time.range.upperBound..<prose.units.count).prefix(5))
  }

  private func ends(_ time: TimeMention, _ sentence: DraftSentence) -> Bool {
    let clause = prose.clause(around: time.range)
    return prose.hasAny(
      Self.outcomes,
      in: time.range
        .upperBound..<max(time.range.upperBound, min(clause.upperBound, time.range.upperBound + 14)))
      && !prose.hasAny(Self.before, in: clause)
  }

  private func saysOtherYear(_ time: TimeMention) -> Bool {
    prose.hasAny(Self.otherYears, in: max(0, time.range.lowerBound - 3)..<time.range.upperBound)
  }

  private static let thisYear = Mark.words("今年 当年 本年")
  private static let sameYear = Mark.words("当年 同年")
  /// 原定10月开工,实际于同年8月开工: sooner than planned.
  private static let planned = Mark.words("原定 原计划 计划 预定 拟于 原定于 计划于")
  private static let starts = Mark.words("启动 开始 开工 起 上线 投用 试运行 挂牌 实施")
  private static let outcomes = Mark.words("完成 就已 已达 建成 验收 竣工 收官 结束 见效 累计")
  private static let before = Mark.words("装修 建设 施工 主体 准备 编制 招标 选址 立项 征求 前期 筹备 此前 提前 预 方案 草案 上年 去年")
  private static let otherYears = Mark.words("次年 明年 翌年 来年 上年 去年 年")
}
