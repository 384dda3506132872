import ReportModel

/// 一件事两个时间: what happens once (揭牌、挂牌、开园、通车), told in two months or on two days: 服务中心6月18日揭牌 … 服务中心自7月揭牌以来.
///
/// The name stands right before the time on one side, and is the end of the other one, or the same.
struct ToldEvents {
  let draft: Draft
  let prose: CheckProse

  private struct Event {
    var name: [UInt16]
    var verb: [UInt16]
    var time: TimeMention
    var date: PartialDate
    var sentence: Int
    /// 正式上线 is another day than 上线.
    var isFormal: Bool
    /// 自4月18日上线以来.
    var isSince = false
  }

  /// Each time that differs from one told before it.
  func faults() -> [(time: TimeMention, other: TimeMention)] {
    var told: [[UInt16]: [Event]] = [:]
    var faults: [(time: TimeMention, other: TimeMention)] = []
    for (index, sentence) in draft.sentences.enumerated() {
      let isPlan = draft.role(of: sentence.section) == .plan
      for time in draft.times[sentence.times] {
        guard
          let event = event(time, sentence, index) ?? gathering(time, sentence, index)
            ?? opened(time, sentence, index), !isPlan || event.isSince
        else { continue }
        let before = told[event.verb] ?? []
        if let other = before.first(where: { isOther($0, event) }) {
          faults.append((event.time, other.time))
        }
        told[event.verb, default: []].append(event)
      }
    }
    return faults
  }

  private func isOther(_ first: Event, _ second: Event) -> Bool {
    let (short, long) =
      first.name.count < second.name.count ? (first.name, second.name) : (second.name, first.name)
    guard first.sentence != second.sentence,
      // 上线 told again of what went 正式上线 is the same, unless something was tried before.
      first.isFormal == second.isFormal
        || second.isSince && !prose.hasAny(Self.trials, in: 0..<prose.units.count),
      long.suffix(short.count).elementsEqual(short), short.count > 3 || isMeant(first, by: second),
      !long.dropLast(short.count).contains(where: Self.levels.contains),
      first.date.year == second.date.year
    else { return false }
    if first.date.month != second.date.month { return true }
    return first.date.day != nil && second.date.day != nil && first.date.day != second.date.day
  }

  /// 平台 alone is the one named last: no other one is named between the two.
  private func isMeant(_ first: Event, by second: Event) -> Bool {
    let between = first.time.range.upperBound..<second.time.range.lowerBound
    return second.isSince && second.name.count < first.name.count
      && between.allSatisfy { place in
        guard prose.has(second.name, at: place) else { return true }
        let floor = draft.sentence(at: place).map { draft.sentences[$0].range.lowerBound }
        let name = name(endingAt: place + second.name.count, from: floor ?? place)
        return name.count == second.name.count || first.name.suffix(name.count).elementsEqual(name)
      }
  }

  /// 屿企通平台 of “屿企通”平台: the words before a place, quotation marks left out.
  private func name(endingAt end: Int, from floor: Int) -> [UInt16] {
    var start = end
    while start > floor, Mark.isWord(prose.units[start - 1]) || Mark.isQuote(prose.units[start - 1]) {
      start -= 1
    }
    return prose.units[start..<end].filter { !Mark.isQuote($0) }
  }

  /// 3月18日,“屿企通”平台正式上线; 自3月28日平台上线以来: the name stands between the time and what happened.
  private func opened(
    _ time: TimeMention, _ sentence: DraftSentence, _ index: Int
  ) -> Event? {
    guard let date = draft.date(of: time), date.month != nil, date.day != nil else { return nil }
    let limit = sentence.range.upperBound
    var start = time.range.upperBound
    if start < limit, prose.units[start] == Mark.comma { start += 1 }
    var end = start
    while end < limit, end - start <= 24, Mark.isWord(prose.units[end]) || Mark.isQuote(prose.units[end]) {
      end += 1
      let formally = Self.formally.first { prose.has($0, at: end) }
      let place = end + (formally?.count ?? 0)
      guard let verb = Self.verbs.first(where: { prose.has($0, at: place) }) else { continue }
      let (name, after) = (name(endingAt: end, from: start), place + verb.count)
      guard after >= limit || !Self.going.contains(prose.units[after]), name.count > 1,
        !prose.hasAny(Self.otherOnes, in: start..<end)
      else { return nil }
      return Event(
        name: name, verb: verb, time: time, date: date, sentence: index,
        isFormal: formally != nil && Self.tried.contains(verb), isSince: prose.has(Self.since, at: after))
    }
    return nil
  }

  /// 服务中心6月18日揭牌, 服务中心自7月揭牌以来.
  private func event(_ time: TimeMention, _ sentence: DraftSentence, _ index: Int) -> Event? {
    guard let date = draft.date(of: time), date.month != nil else { return nil }
    var behind = time.range.upperBound
    while behind < sentence.range.upperBound, Self.fillers.contains(prose.units[behind]) { behind += 1 }
    if let part = Self.parts.first(where: { prose.has($0, at: behind) }) { behind += part.count }
    let formally = Self.formally.first { prose.has($0, at: behind) }
    behind += formally?.count ?? 0
    guard let verb = Self.verbs.first(where: { prose.has($0, at: behind) }) else { return nil }
    let after = behind + verb.count
    if after < sentence.range.upperBound, Self.going.contains(prose.units[after]) { return nil }
    var end = time.range.lowerBound
    while end > sentence.range.lowerBound, Self.leads.contains(prose.units[end - 1]) { end -= 1 }
    let name = name(endingAt: end, from: sentence.range.lowerBound)
    let isSince = prose.has(Self.since, at: after)
    guard (isSince ? 2...24 : 5...24).contains(name.count),
      !prose.hasAny(Self.otherOnes, in: end - name.count..<end)
    else { return nil }
    return Event(
      name: name, verb: verb, time: time, date: date, sentence: index,
      isFormal: formally != nil && Self.tried.contains(verb), isSince: isSince)
  }

  /// 2月18日召开启动大会, 自2月28日启动大会以来, 启动大会于2月18日召开: what is held once, by its name.
  private func gathering(_ time: TimeMention, _ sentence: DraftSentence, _ index: Int) -> Event? {
    guard let date = draft.date(of: time), date.month != nil, date.day != nil,
      !prose.hasAny(Self.pastYears, before: time.range.lowerBound)
    else { return nil }
    let limit = sentence.range.upperBound
    var behind = time.range.upperBound
    if behind < limit, prose.units[behind] == Mark.comma || prose.units[behind] == Mark.of { behind += 1 }
    func event(_ name: Range<Int>, _ noun: [UInt16]) -> Event? {
      prose.hasAny(Self.otherOnes, in: name)
        ? nil
        : Event(
          name: Array(prose.units[name]), verb: noun, time: time, date: date, sentence: index, isFormal: false
        )
    }
    let holding = Self.holding.first { prose.has($0, at: behind) }
    var start = behind + (holding?.count ?? 0)
    if let place = Self.places.first(where: { prose.has($0, at: start) }) { start += place.count }
    var end = start
    while end < limit, end - start < 20, Mark.isHan(prose.units[end]) {
      end += 1
      if let noun = Self.gatherings.first(where: {
        end - $0.count >= start && prose.has($0, at: end - $0.count)
      }) {
        return event(start..<end, noun)
      }
    }
    guard holding != nil else { return nil }
    end = time.range.lowerBound
    while end > sentence.range.lowerBound, Self.leads.contains(prose.units[end - 1]) { end -= 1 }
    guard let noun = Self.gatherings.first(where: { prose.has($0, at: end - $0.count) }) else { return nil }
    start = end - noun.count
    while start > sentence.range.lowerBound, end - start < 20, Mark.isHan(prose.units[start - 1]) {
      start -= 1
    }
    if let place = Self.places.first(where: { prose.has($0, at: start) }) { start += place.count }
    return event(min(start, end - noun.count)..<end, noun)
  }

  private static let pastYears = Mark.words("上年 去年 上一年 前年")
  private static let holding = Mark.words("组织召开 主持召开 召开了 举行了 召开 举行 举办")
  private static let gatherings = Mark.words("启动大会 启动会 动员大会 动员会 动员部署会 誓师大会 启动仪式 开工仪式 揭牌仪式 授牌仪式")
  private static let places = Mark.words("全区 全县 全市 全旗 我区 我县 我市 区里 县里 市里 区委 县委")
  private static let levels = UnitSet("镇街乡村社省分二第各")
  private static let verbs = Mark.words("揭牌 挂牌 开园 开馆 开业 通车 通水 通气 通电 投用 投入使用 运营 封顶 竣工 成立 组建 上线 启用 开通 开工 奠基")
  private static let since = Mark.word("以来")
  private static let trials = Mark.words("试运行 试上线 试运营 测试 内测 试用 上线试 试点运行")
  private static let formally = Mark.words("正式投入 正式 全面 建成 投入")
  private static let fillers = UnitSet("份底初末已起")
  /// What may run on trial first.
  private static let tried = Mark.words("上线 启用 投用 投入使用 开通")
  private static let parts = Mark.words("上旬 中旬 下旬")
  /// 6月上线的模块, 8月上线试运行: of what follows, or not quite.
  private static let going = UnitSet("的试二三新")
  /// 自7月揭牌以来, 于6月揭牌.
  private static let leads = UnitSet("自从于在已")
  private static let otherOnes = Mark.words("首批 第二 二期 三期 一期 首期 其余 分别 先后 原定 计划 预计 上年 去年 次年 明年 同类 各 每")
}
