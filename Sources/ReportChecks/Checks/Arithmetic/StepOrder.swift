import ReportModel

/// 工序先后: steps of one piece of work of which a later one comes first (4月验收、6月立项; 4月开工、3月竣工、12月投用), what is done before another step
/// but told behind it (8月5日上线,上线前的测试8月12日), and dates of one series that fall back (9月27日和8月31日).
///
/// The steps stand one behind the other without another subject: it is one work that they tell of.
struct StepOrder {
  let draft: Draft
  let prose: CheckProse

  /// A time with the item of the sentence that it stands in: up to the next mark or time on both sides.
  private struct Event {
    var time: TimeMention
    var item: Range<Int>
    var year: Int?
    var month: Int
    var day: Int?

    /// Days and months counted as far as both say them; nil where the years cannot be held against each other.
    func isBefore(_ other: Event) -> Bool? {
      if other.year != nil, year == nil { return nil }
      let (own, its) = (year ?? 0, other.year ?? year ?? 0)
      if own != its { return own < its }
      guard month == other.month else { return month < other.month }
      guard let day, let last = other.day, day != last else { return nil }
      return day < last
    }
  }

  /// Each step that was told too early, with the one that should stand before it.
  func pairs() -> [(early: TimeMention, late: TimeMention)] {
    draft.sentences.filter { $0.times.count > 1 }.flatMap {
      sentence -> [(early: TimeMention, late: TimeMention)] in
      let events = events(sentence)
      return zip(events, events.dropFirst()).compactMap { first, second in
        guard let first, let second else { return nil }
        if isEarly(first, second) || isPrepared(second, for: first) { return (first.time, second.time) }
        return fallsBack(first, second, events.compactMap { $0 }) ? (second.time, first.time) : nil
      }
    }
  }

  /// 4月验收、6月立项; 4月1日起施行,于4月18日由常务会议审议通过: the turn of the year does not explain it.
  private func isEarly(_ first: Event, _ second: Event) -> Bool {
    guard first.isBefore(second) == true, !areOfOtherPhases(first.item, second.item), !isOfItsOwn(second),
      let (one, two) = sameWork(step(first), step(second))
    else { return false }
    // 4月全面推开,6月启动试点: of another one.
    if [WorkStages.trial, WorkStages.rollout].contains(one.kind) { return isTrialEarly(first, second) }
    // 首批5月到岗,6月再竞聘.
    if one.kind == WorkStages.staffing { return false }
    return one.rank > two.rank
  }

  /// 《甲规则》在3月印发实施;《乙措施》在5月出台: a title of its own stands before the second time.
  private func isOfItsOwn(_ event: Event) -> Bool {
    prose.units[event.item.lowerBound..<event.time.range.lowerBound].contains(Self.titleEnd)
  }

  /// 8月通过试点验收,10月正式启动试点: the same trial by its name; 4月全面推开,6月启动试点 may be of another one.
  private func isTrialEarly(_ first: Event, _ second: Event) -> Bool {
    guard [first, second].allSatisfy({ prose.hasAny([Self.trial], in: $0.item) }),
      !prose.hasAny(Self.otherTrial, in: first.item.lowerBound..<second.item.upperBound),
      let one = step(first).first(where: { $0.kind == WorkStages.trial }),
      let two = step(second).first(where: { $0.kind == WorkStages.trial })
    else { return false }
    return one.rank > two.rank
  }

  private static let trial = Mark.word("试点")
  private static let nextTrial = Mark.words("批 期 轮 第 另 其他 扩大")
  private static let otherTrial = Mark.words("批 期 轮 下一 新 第 其他 另 扩大 省级 国家 市级 全国 全省")

  /// 2024年9月30日印发…自2024年3月1日起施行; 4月开工、3月竣工: a turn of the year between would make a year of it or nearly so.
  private func fallsBack(_ first: Event, _ second: Event, _ all: [Event]) -> Bool {
    guard second.isBefore(first) ?? (second.month < first.month), continues(second),
      let (one, two) = sameWork(stages(first), stages(second)),
      one.rank < two.rank, !areOfOtherPhases(first.item, second.item),
      one.kind != WorkStages.trial
        || !prose.hasAny(Self.nextTrial, in: first.item.lowerBound..<second.item.upperBound)
    else { return false }
    if one.kind == WorkStages.rollout { return spreadsEarly(first, second) }
    // 2月到岗的挂职干部: others than those that compete.
    if one.kind == WorkStages.staffing, second.item.contains(where: { prose.units[$0] == Mark.of }) {
      return false
    }
    // In force from the first of January on although issued later: so it is with payments.
    if second.year != nil, second.day != nil { return (second.month, second.day) != (1, 1) }
    let whole = max(0, all[0].time.range.lowerBound - 4)..<second.item.upperBound
    // 2025年5月启动建设,2025年3月并网.
    if let year = second.year, year == first.year { return !prose.hasAny(Self.foreseen, in: whole) }
    guard first.year == nil, second.year == nil, !prose.hasAny(Self.otherYear, in: whole) else {
      return false
    }
    // 5月开工、4月交付: nobody tells of eleven months without saying that the year has turned.
    if first.month - second.month < 4 { return !prose.hasAny(Self.foreseen, in: whole) }
    return all.count > 2
      && all.contains {
        $0.time.range.lowerBound > first.time.range.lowerBound && all[0].isBefore($0) == true
      }
      && all.allSatisfy { $0.time.range == all[0].time.range || continues($0) }
  }

  /// 二期5月开工,一期3月投用: parts of a work that are told apart by their numbers.
  func areOfOtherPhases(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    func numbers(_ range: Range<Int>) -> Set<Int> {
      Set(
        range.dropFirst().filter { Self.phases.contains(prose.units[$0]) }.compactMap {
          prose.units[$0 - 1] == Self.initial ? 1 : Mark.number(prose.units[$0 - 1])
        })
    }
    let (own, its) = (numbers(one), numbers(other))
    // 二期 alone is the second of two.
    return own.isDisjoint(with: its) && (own.isEmpty ? (its.max() ?? 0) > 1 : !its.isEmpty)
  }

  private static let initial = Mark.word("首")[0]
  private static let phases = UnitSet("期批段")

  /// 6月启动试点,4月全面推开; 今年6月…今年4月: in one year, said or not.
  private func spreadsEarly(_ first: Event, _ second: Event) -> Bool {
    let whole = max(0, first.item.lowerBound - 4)..<second.item.upperBound
    guard !prose.hasAny(Self.otherYear, in: whole), !prose.hasAny(Self.foreseen, in: whole) else {
      return false
    }
    // 2月全面推开的垃圾分类: of another work.
    let behind = second.time.range.upperBound..<second.item.upperBound
    guard !behind.contains(where: { prose.units[$0] == Mark.of }) else { return false }
    let isSaid = first.year != nil && second.year == first.year
    return isSaid || second.year == nil && first.month - second.month < 4
  }

  /// 8月5日上线,上线前的压力测试于8月12日完成: the word behind the first time is named once more, with 前 or 后.
  private func isPrepared(_ second: Event, for first: Event) -> Bool {
    guard let isLater = first.isBefore(second) else { return false }
    let verb = first.time.range.upperBound..<first.item.upperBound
    guard (2...4).contains(verb.count), verb.allSatisfy({ Mark.isHan(prose.units[$0]) }),
      let again = prose.first(
        Array(prose.units[verb]), in: second.item.lowerBound..<second.time.range.lowerBound),
      again == second.item.lowerBound
    else { return false }
    return prose.has(isLater ? Self.ahead : Self.behind, at: again + verb.count)
  }

  /// The steps that an item names, apart from the words of a title: 《甲实施方案》9月审议通过.
  private func stages(_ event: Event) -> [WorkStages.Stage] {
    let title = (event.item.lowerBound..<event.time.range.lowerBound).last {
      prose.units[$0] == Self.titleEnd
    }
    return WorkStages.named(in: (title ?? event.item.lowerBound)..<event.item.upperBound, prose)
  }

  private func sameWork(
    _ first: [WorkStages.Stage], _ second: [WorkStages.Stage]
  ) -> (WorkStages.Stage, WorkStages.Stage)? {
    var equal: (WorkStages.Stage, WorkStages.Stage)?
    for one in first {
      guard let two = second.first(where: { $0.kind == one.kind }) else { continue }
      // 启动试点, 完成试点评估: both tell of a trial; that one is its end tells them apart.
      if one.rank != two.rank { return (one, two) }
      equal = equal ?? (one, two)
    }
    return equal
  }

  /// Whether an item goes on with the same work: it begins with its time, or with a step of its own (合同于3月18日签订).
  private func continues(_ event: Event) -> Bool {
    let lead = event.item.lowerBound..<event.time.range.lowerBound
    return lead.count <= 2
      && (lead.allSatisfy { Self.links.contains(prose.units[$0]) }
        || prose.has(Self.thisYear, at: lead.lowerBound))
      || lead.count <= 8 && !WorkStages.named(in: lead, prose).isEmpty
      // 126名干部8月到岗.
      || lead.count <= 10 && lead.last.map({ Self.people.contains(prose.units[$0]) }) == true
        && lead.contains { prose.units[$0] == Self.counted }
  }

  /// The step that stands right behind a time, or behind whom it was done by: 由常务会议审议通过.
  private func step(_ event: Event) -> [WorkStages.Stage] {
    var start = event.time.range.upperBound
    while start < event.item.upperBound, Self.partsOfMonth.contains(prose.units[start]) { start += 1 }
    var end = start
    while end < event.item.upperBound, Mark.isHan(prose.units[end]) { end += 1 }
    let isPassive = start < end && Self.passive.contains(prose.units[start]) && continues(event)
    // 6月审议《乙方案》: a work of its own.
    guard end - start <= (isPassive ? 20 : 6), end >= prose.units.count || prose.units[end] != Self.title
    else { return [] }
    return WorkStages.named(in: start..<end, prose)
  }

  private func events(_ sentence: DraftSentence) -> [Event?] {
    // 今年6月…今年4月: the year alone is no time of a step.
    let times = draft.times[sentence.times].filter { $0.meaning != .thisYear && $0.meaning != .wholeYear }
    return times.indices.map { index in
      let time = times[index]
      guard let (year, month, day) = time.inMonth else { return nil }
      var low = time.range.lowerBound
      let floor = index > times.startIndex ? times[index - 1].range.upperBound : sentence.range.lowerBound
      while low > floor, !Self.itemMarks.contains(prose.units[low - 1]) { low -= 1 }
      var high = time.range.upperBound
      let ceiling = index + 1 < times.endIndex ? times[index + 1].range.lowerBound : sentence.range.upperBound
      while high < ceiling, !Self.itemMarks.contains(prose.units[high]) { high += 1 }
      return Event(time: time, item: low..<max(low, high), year: year, month: month, day: day)
    }
  }

  /// 先后于2月14日、5月20日和4月18日召开3次会议: each date of a series of as many events that lies before the one told before it.
  func seriesFallingBack() -> [(date: TimeMention, before: TimeMention)] {
    draft.sentences.filter { $0.times.count > 2 }.flatMap { sentence -> [(TimeMention, TimeMention)] in
      var found: [(TimeMention, TimeMention)] = []
      var index = sentence.times.lowerBound
      while index < sentence.times.upperBound {
        var end = index + 1
        while end < sentence.times.upperBound, areListed(draft.times[end - 1], draft.times[end]) { end += 1 }
        let run = draft.times[index..<end]
        index = end
        guard run.count > 2, isSeries(run, sentence) else { continue }
        for (before, date) in zip(run, run.dropFirst()) {
          guard let first = day(of: before), let second = day(of: date), second < first else { continue }
          found.append((date, before))
        }
      }
      return found
    }
  }

  private func areListed(_ first: TimeMention, _ second: TimeMention) -> Bool {
    let gap = first.range.upperBound..<second.range.lowerBound
    return gap.count == 1 && Self.listMarks.contains(prose.units[gap.lowerBound])
  }

  /// 先后于…, or 分别于… beside as many events: four dates and 四期. Three hospitals may well be done in any order.
  private func isSeries(_ run: ArraySlice<TimeMention>, _ sentence: DraftSentence) -> Bool {
    guard let first = run.first, let last = run.last else { return false }
    let before = (sentence.range.lowerBound..<first.range.lowerBound).suffix(4)
    if prose.hasAny(Self.successively, in: before) { return true }
    guard prose.hasAny(Self.respectively, in: before), run.count < Self.numerals.count else { return false }
    let counts = ["\(run.count)", Self.numerals[run.count]].flatMap { number in
      Self.events.map { Mark.word(number + $0) }
    }
    return prose.hasAny(counts, in: sentence.range.lowerBound..<first.range.lowerBound)
      || prose.hasAny(counts, in: last.range.upperBound..<sentence.range.upperBound)
  }

  /// Days counted from the year nought, as far as a year is named; without the day of a month, its first.
  private func day(of time: TimeMention) -> Int? {
    time.inMonth.map { (($0.year ?? 0) * 12 + $0.month) * 31 + ($0.day ?? 1) }
  }

  private static let thisYear = Mark.word("今年")
  private static let (title, titleEnd): (UInt16, UInt16) = (0x300A, 0x300B)
  private static let ahead = Mark.word("前")
  private static let behind = Mark.word("后")
  private static let passive = UnitSet("经由获被提报")
  private static let (people, counted) = (UnitSet("部员工者人"), Mark.word("名")[0])
  private static let links = UnitSet("并且已于在又再后至到")
  private static let itemMarks = UnitSet(",;:。、（）")
  private static let foreseen = Mark.words("原定 计划 拟 预计 力争 将")
  private static let otherYear = Mark.words("次年 翌年 明年 来年 上年 去年 下一年")
  private static let listMarks = UnitSet("、和及与，")
  private static let successively = Mark.words("先后于 先后在 依次于 先后")
  private static let respectively = Mark.words("分别于 分别在 分别")
  private static let events = ["次", "期", "轮", "场", "批", "届", "回"]
  private static let numerals = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
  private static let partsOfMonth = UnitSet("份底初末前上中下旬")
}
