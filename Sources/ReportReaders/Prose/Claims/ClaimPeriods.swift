import ReportModel

/// When a figure holds: of the year told of, running totals, earlier years, plans.
extension ClaimReading {
  func period(
    _ mention: QuantityMention, clause: Range<Int>, _ sentence: DraftSentence, role: SectionRole,
    _ draft: Draft
  ) -> (ClaimPeriod, Int?) {
    let time = lastTime(before: mention.range.lowerBound, in: sentence.times, draft)
    if role == .plan { return (.plan, time) }
    let before = clause.lowerBound..<mention.range.lowerBound
    if isPlanned(before), !isYearsPlan(before) { return (.plan, time) }
    let isCumulative = places.first(.cumulative, in: before) != nil
    guard let time else { return (isCumulative ? .cumulative : .reported, nil) }
    if isPassed(time, by: mention, before, draft) { return (isCumulative ? .cumulative : .reported, nil) }
    let near = draft.times[time]
    if wasSet(near.range.upperBound..<max(near.range.upperBound, mention.range.lowerBound)) {
      return (isCumulative ? .cumulative : .reported, time)
    }
    let year =
      draft.articles.isEmpty ? nil : draft.articles[draft.paragraphs[sentence.paragraph].article].year
    // 到2025年,… told in 2021; not 延期至2022年,…, which tells when something else is to be.
    if case .date(let date) = near.meaning, let year, date.year > year,
      units[near.range.lowerBound] == Self.until,
      near.range.lowerBound == sentence.range.lowerBound || near.range.lowerBound == clause.lowerBound
    {
      return (.plan, time)
    }
    if near.relation != .during || isCumulative { return (.cumulative, time) }
    switch near.meaning {
    case .date(let date):
      guard let year, date.year != year else { return (.reported, time) }
      return (date.year > year ? .plan : .other, time)
    case .lastYear:
      // 比上年增加5项 is of this year; 上年为30项 is not.
      let isBase =
        clause.contains(near.range.lowerBound)
        && !Self.comparing.contains(
          near.range.lowerBound > clause.lowerBound ? units[near.range.lowerBound - 1] : 0)
      return (isBase ? .before : .reported, time)
    case .nextYear: return (.plan, time)
    case .recentYears: return (.cumulative, time)
    case .years(_, let last): return (year.map { last > $0 } ?? false ? .plan : .other, time)
    default: return (.reported, time)
    }
  }

  /// Whether a stretch tells of a plan; 年度计划, 计划的 only name what was planned.
  private func isPlanned(_ stretch: Range<Int>) -> Bool {
    var start = stretch.lowerBound
    while let plan = places.first(.plans, in: start..<stretch.upperBound) {
      // 拟延期1项: what is asked for is told of now.
      if ClaimWords.delayed.match(at: plan.range.upperBound, in: units, end: stretch.upperBound) != nil {
        start = plan.range.upperBound
        continue
      }
      let isNamed =
        ClaimWords.plannedBefore.match(before: plan.range.lowerBound, in: units, start: stretch.lowerBound)
        != nil
        || ClaimWords.plannedAfter.match(at: plan.range.upperBound, in: units, end: stretch.upperBound) != nil
      guard isNamed, units[plan.range.lowerBound] == Self.plan else { return true }
      start = plan.range.upperBound
    }
    return false
  }

  /// 计划实施改革任务40项: what was planned for the year told of, outside a section of plans.
  private func isYearsPlan(_ before: Range<Int>) -> Bool {
    ClaimWords.yearsPlan.first(in: before, of: units) != nil
      && places.last(.plans, in: before).map {
        ClaimWords.yearsPlan.match(at: $0.range.lowerBound, in: units, end: before.upperBound) != nil
      } ?? false
      && places.first(.tasks, in: before) != nil
  }

  /// 去年底确定的45项任务: the time is when they were set, not when they were to be done. 2022年出台的《…》: it is the document's.
  /// Not 2023年出台的5份文件, which are that year's.
  private func wasSet(_ between: Range<Int>) -> Bool {
    let near = between.prefix(10)
    if Self.setting.first(in: near, of: units) != nil { return true }
    guard let issued = Self.issuing.first(in: near, of: units)?.range.upperBound else { return false }
    return issued < between.upperBound && units[issued] == Unit.openTitle
  }

  private static let setting = WordTable<Bool>(
    set: "确定的 下达的 部署的 安排的 排定的 明确的 审定的 谋划的 梳理的 敲定的 定下的 布置的")
  private static let issuing = WordTable<Bool>(set: "出台的 印发的 修订的 制定的 颁布的 发布的")

  /// 由2017年的88家增至365家: the year is that of the figure right behind it only.
  private func isPassed(_ time: Int, by mention: QuantityMention, _ before: Range<Int>, _ draft: Draft)
    -> Bool
  {
    Self.arriving.match(before: mention.range.lowerBound, in: units, start: before.lowerBound) != nil
      && draft.claims.last.map {
        let earlier = draft.quantities[$0.quantity].range
        return earlier.lowerBound >= draft.times[time].range.upperBound
          && earlier.upperBound <= mention.range.lowerBound
          && $0.clause.lowerBound <= earlier.lowerBound && before.contains(earlier.lowerBound)
      } ?? false
  }

  private static let arriving = WordTable<Bool>(
    set: "增至 增加到 增长到 提高到 提升到 降至 降到 下降到 减少到 减至 压缩到 压缩至 缩短到 缩短至 升至 上升到 扩大到 扩展到 压减到 压减至 到 至 达到", backwards: true)

  private func lastTime(before place: Int, in times: Range<Int>, _ draft: Draft) -> Int? {
    var low = draft.times[times].prefixEnd { $0.range.lowerBound < place }
    // 结转下年4项,完成率92%: when something is put off to is no time of what stands behind it.
    while low > times.lowerBound,
      Self.puttingOff.match(before: draft.times[low - 1].range.lowerBound, in: units, start: 0) != nil
    {
      low -= 1
    }
    return low > times.lowerBound ? low - 1 : nil
  }

  private static let puttingOff = WordTable<Bool>(
    set:
      "结转 结转至 结转到 结转入 转入 转至 转到 延期至 延期到 延至 延到 推迟至 推迟到 顺延至 顺延到 顺延 延后至 延后到 调整至 调整到 调整为 延续至 延续到 跨至 跨到 均为 都是 限定在 定在 定于 时限为 期限为 时限是",
    backwards: true)

  private static var until: UInt16 { Unit.of("到") }
  private static var plan: UInt16 { Unit.of("计") }
  private static let comparing = Array("比较与同".utf16)
}
