import ReportModel

/// 年数的说法: each way in which a sentence counts years (or months, quarters) that it also names.
struct YearCounts {
  let draft: Draft
  let prose: CheckProse

  typealias Fault = (range: Range<Int>, message: String)

  /// A year that a sentence names, with the mention that says it.
  struct Year {
    var number: Int
    var time: TimeMention
  }

  func faults(in sentence: DraftSentence) -> [Fault] {
    var faults: [Fault] = []
    for index in sentence.range where Self.marks.contains(prose.units[index]) {
      let fault: Fault? =
        switch prose.units[index] {
        case Self.open: listed(from: index, isBracket: true, sentence)
        case Self.namely: listed(from: index, isBracket: false, sentence)
        case Self.anniversary where prose.has(Self.anniversaryWord, at: index): anniversary(index, sentence)
        case Self.age: age(index, sentence)
        case Self.inARow: streak(index, sentence)
        case Self.yearAlong where prose.has(Self.yearAlongWord, at: index - 1):
          yearsAlong(index - 1, sentence)
        case Self.year: term(index, sentence)
        default: nil
        }
      if let fault { faults.append(fault) }
    }
    return faults
  }

  // MARK: 连续五年

  private func streak(_ index: Int, _ sentence: DraftSentence) -> Fault? {
    var start = index + 1
    while start < sentence.range.upperBound, Self.streakLinks.contains(prose.units[start]) { start += 1 }
    guard let count = prose.units.number(from: start, to: sentence.range.upperBound), count.value > 1 else {
      return nil
    }
    let said = index..<count.end + 1
    if prose.has([Self.year], at: count.end) {
      return yearly(count.value, said, sentence)
    }
    guard let unit = Self.quarters.first(where: { prose.has($0, at: count.end) }) else { return nil }
    let range = index..<count.end + unit.count
    let quarters = namedQuarters(behind: range.upperBound, sentence)
    guard quarters > 1, quarters != count.value else { return nil }
    return (range, "连续的季度数与列出的季度不符：列出\(quarters)个季度，文中写\(count.value)个季度")
  }

  private func yearly(_ count: Int, _ said: Range<Int>, _ sentence: DraftSentence) -> Fault? {
    let clause = prose.clause(around: said)
    if let span = span(before: said.lowerBound, within: 12, sentence) {
      let years = span.last - span.first + 1
      // 2019年到2022年连续三年增长: on the year before.
      let fits =
        count == years
        || count == years - 1 && prose.hasAny(Self.changing, in: said.upperBound..<clause.upperBound)
      return fits ? nil : (said, "\(span.first)年至\(span.last)年首尾算在内是\(years)年，文中写连续\(count)年")
    }
    // 自2022年启动以来,连续五年, in the report on 2025.
    if let first = years(in: sentence.range.lowerBound..<said.lowerBound, sentence).last,
      said.lowerBound - first.time.range.upperBound <= 12, isSince(first.time, said.lowerBound),
      let year = draft.reportYear(at: said.lowerBound), case let most = year - first.number + 1, most > 1,
      count > most
    {
      return (said, "\(first.number)年至\(year)年首尾算在内是\(most)年，文中写连续\(count)年")
    }
    let behind = years(in: said.upperBound..<sentence.range.upperBound, sentence)
    // 自2019年起连续4年…,2023年为第五个年头.
    if let last = behind.first, let along = ordinalYear(behind: last.time.range.upperBound, sentence),
      years(in: sentence.range.lowerBound..<said.lowerBound, sentence).contains(where: {
        $0.time.relation == .since && $0.number + along - 1 == last.number
      }), count != along
    {
      return (said, "\(last.number)年是第\(along)个年头，文中写连续\(count)年")
    }
    guard behind.count > 1, !prose.hasAny(Self.openEnded, in: said.upperBound..<sentence.range.upperBound),
      zip(behind, behind.dropFirst()).allSatisfy({ $1.number == $0.number + 1 }),
      behind.allSatisfy({ opensItem($0.time) && $0.time.relation == .during }), behind.count != count,
      isEach(behind, of: said)
    else { return nil }
    return (
      said, "逐年列出的是\(behind[0].number)年至\(behind[behind.count - 1].number)年共\(behind.count)年，文中写连续\(count)年"
    )
  }

  /// 2022年以来, 自2022年启动以来, 从2022年起.
  private func isSince(_ time: TimeMention, _ end: Int) -> Bool {
    time.relation == .since || prose.hasAny(Mark.words("以来 起"), in: time.range.upperBound..<end)
  }

  /// 连续四年入选,2021年入选…: the years of what went on, in the same words or right behind a colon.
  private func isEach(_ years: [Year], of said: Range<Int>) -> Bool {
    let verb = Array(prose.units[(said.upperBound..<prose.units.count).prefix(2)])
    return years.allSatisfy { prose.has(verb, at: $0.time.range.upperBound) }
      || Self.opens.contains(prose.units[years[0].time.range.lowerBound - 1])
  }

  private func opensItem(_ time: TimeMention) -> Bool {
    time.range.lowerBound > 0 && Self.itemMarks.contains(prose.units[time.range.lowerBound - 1])
  }

  /// 2023年二、三、四季度和2024年一季度: how many quarters a list right behind a colon or bracket names.
  private func namedQuarters(behind place: Int, _ sentence: DraftSentence) -> Int {
    var index = place
    while index < sentence.range.upperBound, index - place < 8, !Self.opens.contains(prose.units[index]) {
      index += 1
    }
    guard index < sentence.range.upperBound, Self.opens.contains(prose.units[index]) else { return 0 }
    var (count, pending) = (0, 0)
    while index + 1 < sentence.range.upperBound {
      index += 1
      let unit = prose.units[index]
      if Self.quarterNumbers.contains(unit) {
        pending += 1
      } else if prose.has(Self.quarterWord, at: index) {
        count += pending
        pending = 0
        index += Self.quarterWord.count - 1
      } else if Mark.isDigit(unit), prose.year(in: (index..<prose.units.count).prefix(5)) != nil {
        index += 4
      } else if !Mark.listJoints.contains(unit) {
        break
      }
    }
    return count
  }

  // MARK: 三年(2021年、2022年)

  /// 三年(2021年、2022年), 四个月(9月至12月), 前两年即2022年、2023年: the count right before the bracket.
  private func listed(from mark: Int, isBracket: Bool, _ sentence: DraftSentence) -> Fault? {
    var end = mark
    if !isBracket, end > sentence.range.lowerBound, prose.units[end - 1] == Mark.comma { end -= 1 }
    let times = draft.times[sentence.times].filter { $0.range.lowerBound > mark }
    guard let first = times.first, first.range.lowerBound == mark + 1,
      let (count, isMonths) = countedPeriod(before: end, sentence)
    else { return nil }
    var listed = [first]
    for time in times.dropFirst() {
      let last = listed[listed.count - 1].range.upperBound
      let isJoined =
        time.range.lowerBound - last == 1 && Mark.listJoints.contains(prose.units[last])
        || time.range.lowerBound == last && time.relation == .upTo
      guard isJoined else { break }
      listed.append(time)
    }
    let close = listed[listed.count - 1].range.upperBound
    guard close < prose.units.count, !isBracket || prose.units[close] == Self.close,
      prose.units[close] != Self.andSoOn
    else { return nil }
    let said = count.start..<end
    let text = draft.text.string(first.range.lowerBound..<close)
    if listed.count == 1 || listed[1].relation == .upTo {
      guard let span = width(listed, isMonths: isMonths), count.value != span, count.value != span + 1 else {
        return nil
      }
      return (said, "\(text)首尾算在内是\(span + 1)\(isMonths ? "个月" : "年")，文中写\(draft.text.string(said))")
    }
    guard !isMonths else { return nil }
    let years = listed.compactMap { self.year($0) }
    guard years.count == listed.count, years.count > 1 else { return nil }
    if years.count != count.value {
      return (said, "列出的是\(years.count)个年份（\(text)），文中写\(draft.text.string(said))")
    }
    guard prose.hasAny(Self.firstOf, before: count.start),
      zip(years, years.dropFirst()).contains(where: { $1 != $0 + 1 })
    else { return nil }
    return (first.range.lowerBound..<close, "前\(count.value)年应是连着的年份，这里写\(text)")
  }

  /// From the first to the last of 2021—2023年, 9月至12月.
  private func width(_ times: [TimeMention], isMonths: Bool) -> Int? {
    switch (times[0].meaning, times.count > 1 ? times[1].meaning : nil) {
    case (.years(let first, let last), nil) where !isMonths: last - first
    case (.months(let first, let last, _), nil) where isMonths: last - first
    case (.month(let first, nil), .month(let last, nil)) where isMonths && times.count == 2 && first < last:
      last - first
    default: nil
    }
  }

  /// 三年, 四个月, 半年 that ends at a place.
  private func countedPeriod(
    before end: Int, _ sentence: DraftSentence
  ) -> (count: (value: Int, start: Int), isMonths: Bool)? {
    if prose.has(Self.halfYear, at: end - 2) { return ((6, end - 2), true) }
    let isMonths = prose.hasAny([Self.months], before: end)
    guard isMonths || prose.hasAny([[Self.year]], before: end),
      let count = prose.units.number(endingAt: end - (isMonths ? 2 : 1), from: sentence.range.lowerBound),
      count.value > 1, count.value < 60, count.start == 0 || prose.units[count.start - 1] != Self.ordinal
    else { return nil }
    return (count, isMonths)
  }

  // MARK: 成立九周年

  private func anniversary(_ index: Int, _ sentence: DraftSentence) -> Fault? {
    guard let count = prose.units.number(endingAt: index, from: sentence.range.lowerBound), count.value > 0
    else { return nil }
    let said = count.start..<index + 2
    let before = years(in: sentence.range.lowerBound..<count.start, sentence)
    guard let now = before.last else { return nil }
    let base: Int
    if let known = Self.knownYears.first(where: { entry in
      entry.words.contains { prose.has($0, at: count.start - $0.count) }
    }) {
      base = known.year
    } else if before.count == 2, before[0].number < now.number, isFounding(before[0].time, until: now.time) {
      base = before[0].number
    } else {
      return nil
    }
    let years = now.number - base
    // A report read out in spring calls the next year 今年.
    let mayBeNext = now.time.meaning == .thisYear
    guard years > 0, years != count.value, !mayBeNext || years + 1 != count.value else { return nil }
    return (said, "\(base)年到\(now.number)年是\(years)周年，文中写\(draft.text.string(said))")
  }

  /// 2014年挂牌: founded in the year told first.
  private func isFounding(_ time: TimeMention, until next: TimeMention) -> Bool {
    let gap = time.range.upperBound..<max(time.range.upperBound, next.range.lowerBound)
    return gap.count <= 16
      && (prose.hasAny(Self.knownEvents, in: gap)
        || gap.contains { !Mark.isHan(prose.units[$0]) && prose.hasAny(Self.founding, before: $0) })
  }

  // MARK: 1958年出生,2023年65岁

  private func age(_ index: Int, _ sentence: DraftSentence) -> Fault? {
    let end = sentence.range.upperBound
    let all = years(in: sentence.range, sentence)
    guard
      let born = all.first(where: { time in
        Self.born.contains { prose.has($0, at: time.time.range.upperBound) }
      })
    else { return nil }
    // 百岁老人周某1924年生.
    if prose.has(Self.hundred, at: index - 1), prose.has(Self.elder, at: index + 1),
      let now = all.first(where: { $0.number > born.number }), now.number - born.number < 98
    {
      return (index - 1..<index + 3, "\(born.number)年出生，到\(now.number)年是\(now.number - born.number)岁，不到百岁")
    }
    guard let count = prose.units.number(endingAt: index, from: sentence.range.lowerBound), count.value > 9,
      count.start > born.time.range.upperBound,
      let now = years(in: born.time.range.upperBound..<count.start, sentence).last,
      count.start - now.time.range.upperBound <= 6,
      index + 1 >= end || !Self.ageRanges.contains(prose.units[index + 1])
    else { return nil }
    let years = now.number - born.number
    guard years > 0, abs(years - count.value) > 1 else { return nil }
    return (count.start..<index + 1, "\(born.number)年出生，到\(now.number)年是\(years)岁，文中写\(count.value)岁")
  }

  // MARK: 走过三个年头

  /// 从2021年算起,到2024年底已走过三个年头.
  private func yearsAlong(_ index: Int, _ sentence: DraftSentence) -> Fault? {
    let end = prose.units[index - 1] == Self.measure ? index - 1 : index
    guard let count = prose.units.number(endingAt: end, from: sentence.range.lowerBound),
      count.start > 0, prose.units[count.start - 1] != Self.ordinal,
      case let named = years(in: sentence.range.lowerBound..<count.start, sentence), named.count == 2,
      named[0].number < named[1].number, count.start - named[1].time.range.upperBound <= 12
    else { return nil }
    let years = named[1].number - named[0].number
    let isWhole =
      prose.hasAny(Self.reckoned, in: named[0].time.range.upperBound - 1..<named[1].time.range.lowerBound)
      && prose.hasAny(Self.yearEnds, before: named[1].time.range.upperBound)
    guard count.value != years + 1, isWhole || count.value != years else { return nil }
    return (
      count.start..<index + 2,
      "\(named[0].number)年到\(named[1].number)年首尾算在内是\(years + 1)个年头，文中写\(count.value)个"
    )
  }

  // MARK: 三年行动自2020年起,到2023年结束

  private func term(_ index: Int, _ sentence: DraftSentence) -> Fault? {
    guard let count = prose.units.number(endingAt: index, from: sentence.range.lowerBound),
      (2...10).contains(count.value),
      Self.terms.contains(where: { prose.has($0, at: index + 1) }),
      case let named = years(in: (index..<sentence.range.upperBound).prefix(30), sentence),
      named.count == 2,
      named[0].time.relation == .since, named[1].time.relation == .upTo,
      named[1].time.range.lowerBound - named[0].time.range.upperBound <= 2,
      prose.hasAny(Self.finishing, at: named[1].time.range.upperBound)
    else { return nil }
    let years = named[1].number - named[0].number + 1
    guard years != count.value, years > 0 else { return nil }
    return (
      named[0].time.range.lowerBound..<named[1].time.range.upperBound,
      "\(named[0].number)年起到\(named[1].number)年结束，首尾算在内是\(years)年，名称里写\(count.value)年"
    )
  }

  // MARK: Years

  /// 第五个年头, 第五年 behind a year.
  private func ordinalYear(behind place: Int, _ sentence: DraftSentence) -> Int? {
    var index = place
    while index < min(sentence.range.upperBound, place + 6), prose.units[index] != Self.ordinal { index += 1 }
    guard index < sentence.range.upperBound, prose.units[index] == Self.ordinal,
      let count = prose.units.number(from: index + 1, to: sentence.range.upperBound),
      [Self.yearAlongWord, [Self.measure] + Self.yearAlongWord, [Self.year]].contains(where: {
        prose.has($0, at: count.end)
      })
    else { return nil }
    return count.value
  }

  /// 2019年至2022年 that ends not far before a place, with no other time between.
  private func span(
    before place: Int, within distance: Int, _ sentence: DraftSentence
  ) -> (first: Int, last: Int)? {
    let before = draft.times[sentence.times].filter { $0.range.upperBound <= place }
    guard let last = before.last, place - last.range.upperBound <= distance else { return nil }
    if case .years(let first, let last) = last.meaning { return (first, last) }
    guard before.count > 1, last.relation == .upTo, let end = year(last),
      case let first = before[before.count - 2], last.range.lowerBound - first.range.upperBound <= 1,
      let start = year(first), start < end
    else { return nil }
    return (start, end)
  }

  private func years(in range: Range<Int>, _ sentence: DraftSentence) -> [Year] {
    draft.times[sentence.times].compactMap { time in
      guard time.range.lowerBound >= range.lowerBound, time.range.upperBound <= range.upperBound else {
        return nil
      }
      return year(time).map { Year(number: $0, time: time) }
    }
  }

  /// A year alone, or 今年 of a report whose year is known.
  private func year(_ time: TimeMention) -> Int? {
    switch time.meaning {
    case .date(let date): date.month == nil ? date.year : nil
    case .thisYear:
      draft.articles.first { $0.range.contains(time.range.lowerBound) && !$0.isYearGuessed }?.year
    default: nil
    }
  }
}
