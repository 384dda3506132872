import ReportModel

/// 悄悄再延: an item put off last year that this year is told of as still to be done, later than it was put off to.
struct QuietDelays {
  let draft: Draft
  let prose: CheckProse

  /// The later date in one of some sentences that name an item, unless it says that it was put off again.
  func date(laterThan until: PartialDate, in sentences: [Int]) -> Range<Int>? {
    for index in sentences {
      let sentence = draft.sentences[index]
      guard ![.plan, .problems].contains(draft.role(of: sentence.section)),
        prose.hasAny(Self.pending, in: sentence.range), !prose.hasAny(Self.said, in: sentence.range),
        let year = draft.reportYear(at: sentence.range.lowerBound)
      else { continue }
      let later = draft.times[sentence.times].first { time in
        guard let date = Self.date(time.meaning, in: year) else { return false }
        // 二期计划明年3月启动: what follows from it.
        return !prose.hasAny(Self.starting, at: time.range.upperBound)
          && !prose.hasAny(Self.next, in: sentence.range)
          && (date.year, date.month ?? 12) > (until.year, until.month ?? 12)
          && prose.hasAny(
            Self.pending,
            in: max(sentence.range.lowerBound, time.range.lowerBound - 12)..<time.range.upperBound)
      }
      if let later { return later.range }
    }
    return nil
  }

  /// The date that a time means in a year's report.
  static func date(_ meaning: TimeMention.Meaning, in year: Int) -> PartialDate? {
    switch meaning {
    case .date(let date): date
    case .month(let month, _): PartialDate(year: year, month: month)
    case .nextYear: PartialDate(year: year + 1)
    default: nil
    }
  }

  private static let pending = Mark.words(
    "计划 预计 力争 拟于 拟在 将于 确保 争取 正在 尚在 尚未 推进中 延至 延期至 推迟至 延后至 顺延至 延长至 调整至 调整到 调整为 预期 有望 结转至 转入 结转到 顺延到 延期到")
  private static let starting = Mark.words("启动 开工 开建 推广 扩面 起推广 起推开 起实施 再推广")
  private static let next = Mark.words("二期 三期 下一阶段 第二阶段")
  /// It is told as done, or put off again.
  private static let said = Mark.words("再次 二次 再延 继续延 又延 续延 仍 已完成 已于 已经完成 全面完成 全部完成 如期完成 已建成 不再实施 终止 未能按")
}
