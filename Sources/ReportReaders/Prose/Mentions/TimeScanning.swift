import ReportModel

/// Dates, years and periods.
extension MentionScanner {
  /// A time that begins at a place: with a figure, a Chinese numeral or a word.
  mutating func time(at index: Int) -> Int? {
    switch numerals.kind(index) {
    case .digit: return figureTime(at: index)
    case .chineseDigit, .chineseScale: return chineseTime(at: index)
    default: return wordTime(at: index)
    }
  }

  private mutating func add(_ range: Range<Int>, _ meaning: TimeMention.Meaning) -> Int {
    var stop = range.upperBound
    var first = range.lowerBound
    var relation = TimeMention.Relation.during
    if let word = Self.upToWords.match(before: first, in: units, start: floor) {
      first -= word.length
      relation = .upTo
    } else if let word = Self.sinceWords.match(before: first, in: units, start: floor) {
      first -= word.length
      relation = .since
    }
    if let word = Self.afterWords.match(at: stop, in: units, end: end) {
      stop += word.length
      relation = word.meaning ?? relation
    }
    found.times.append(TimeMention(range: first..<stop, meaning: meaning, relation: relation))
    return stop
  }

  /// 2021年, 2021年9月3日, 2021-2023年, 2021-09-03, 1—9月, 3月8日, 2021年上半年.
  private mutating func figureTime(at index: Int) -> Int? {
    guard index == start || kind(index - 1) != .latin, unit(index - 1) != Unit.point,
      let first = integer(at: index, digits: 4)
    else { return nil }
    var stop = first.end
    if stop - index == 4, (1900...2100).contains(first.value) {
      if let range = years(first.value, at: stop) {
        return add(index..<range.end, .years(first.value, range.last))
      }
      if unit(stop) == Unit.year { return year(first.value, from: index, at: stop + 1) }
      if let date = separatedDate(first.value, at: stop) { return add(index..<date.end, .date(date.date)) }
      if isBareYear(index, stop), let date = PartialDate(year: first.value) {
        return add(index..<stop, .date(date))
      }
      return nil
    }
    if let clock = clock(first, at: stop) {
      found.names.append(NameMention(range: index..<clock, kind: .figures))
      return clock
    }
    guard (1...12).contains(first.value), stop - index <= 2 else { return nil }
    if let next = rangeMark(stop), let last = integer(at: next, digits: 2), unit(last.end) == Unit.month,
      first.value < last.value, last.value <= 12
    {
      return add(index..<last.end + 1, .months(first.value, last.value, year: nil))
    }
    guard unit(stop) == Unit.month else { return nil }
    stop += 1
    if let day = day(at: stop) { return add(index..<day.end, .month(first.value, day: day.value)) }
    return add(index..<stop, .month(first.value, day: nil))
  }

  /// What follows 2021年.
  private mutating func year(_ year: Int, from index: Int, at place: Int) -> Int {
    var stop = place
    if let month = integer(at: stop, digits: 2), (1...12).contains(month.value) {
      if let next = rangeMark(month.end), let last = integer(at: next, digits: 2),
        unit(last.end) == Unit.month,
        month.value < last.value, last.value <= 12
      {
        return add(index..<last.end + 1, .months(month.value, last.value, year: year))
      }
      if unit(month.end) == Unit.month {
        stop = month.end + 1
        let day = day(at: stop)
        if let date = PartialDate(year: year, month: month.value, day: day?.value) {
          return add(index..<(day?.end ?? stop), .date(date))
        }
        if let date = PartialDate(year: year, month: month.value) {
          return add(index..<(day?.end ?? stop), .date(date))
        }
      }
    }
    if let period = Self.periods.match(at: stop, in: units, end: end) {
      return add(index..<stop + period.length, period.meaning.meaning(year: year))
    }
    if let next = rangeMark(stop), let last = integer(at: next, digits: 4), last.end - next == 4,
      unit(last.end) == Unit.year, last.value > year, last.value < 2100
    {
      return add(index..<last.end + 1, .years(year, last.value))
    }
    guard let date = PartialDate(year: year) else { return stop }
    return add(index..<stop, .date(date))
  }

  /// -2023年, 至2023年 behind a year.
  private func years(_ first: Int, at index: Int) -> (last: Int, end: Int)? {
    guard let next = rangeMark(index) ?? (unit(index) == Unit.pause ? index + 1 : nil),
      let last = integer(at: next, digits: 4), last.end - next == 4, (first...2100).contains(last.value)
    else { return nil }
    if unit(last.end) == Unit.year { return (last.value, last.end + 1) }
    return unit(last.end) == Unit.closeBracket ? (last.value, last.end) : nil
  }

  private func separatedDate(_ year: Int, at index: Int) -> (date: PartialDate, end: Int)? {
    let mark = unit(index)
    guard mark == Unit.hyphen || mark == Unit.point || mark == Unit.of("/"),
      let month = integer(at: index + 1, digits: 2), (1...12).contains(month.value)
    else { return nil }
    if unit(month.end) == mark, let day = integer(at: month.end + 1, digits: 2),
      let date = PartialDate(year: year, month: month.value, day: day.value)
    {
      var stop = day.end
      if unit(stop) == Unit.space, let clock = integer(at: stop + 1, digits: 2),
        let end = self.clock(clock, at: clock.end)
      {
        stop = end
      }
      return (date, stop)
    }
    guard kind(month.end) != .digit, mark != Unit.point || month.end - index == 3,
      let date = PartialDate(year: year, month: month.value)
    else { return nil }
    return (date, month.end)
  }

  /// (2021), 2022版, 2021秋季.
  private func isBareYear(_ index: Int, _ stop: Int) -> Bool {
    if unit(index - 1) == Unit.openBracket || unit(index - 1) == Unit.openYear, kind(stop) == .closer {
      return true
    }
    return Self.afterBareYear.match(at: stop, in: units, end: end) != nil
  }

  private func clock(_ hour: (value: Int, end: Int), at index: Int) -> Int? {
    guard unit(index) == Unit.colon, hour.value < 25, let minute = integer(at: index + 1, digits: 2),
      minute.end == index + 3, minute.value < 60, kind(minute.end) != .digit
    else { return nil }
    guard unit(minute.end) == Unit.colon, let second = integer(at: minute.end + 1, digits: 2),
      second.end == minute.end + 3
    else { return minute.end }
    return second.end
  }

  private func day(at index: Int) -> (value: Int, end: Int)? {
    guard let day = integer(at: index, digits: 2), (1...31).contains(day.value),
      unit(day.end) == Unit.day || unit(day.end) == Unit.number
    else { return nil }
    return (day.value, day.end + 1)
  }

  /// 十四五, 二〇二一年, 三季度, 五年来, 三月份.
  private mutating func chineseTime(at index: Int) -> Int? {
    if let plan = Self.plans.match(at: index, in: units, end: end), unit(index + plan.length) != Unit.of("个")
    {
      return add(index..<index + plan.length, .fiveYearPlan(plan.meaning))
    }
    if let period = Self.periods.match(at: index, in: units, end: end) {
      return add(index..<index + period.length, period.meaning.meaning(year: nil))
    }
    if let year = chineseYear(at: index) {
      guard let date = PartialDate(year: year) else { return nil }
      if let month = numerals.chinese(at: index + 5, end: end, scaleMayLead: false),
        unit(month.end) == Unit.month,
        let number = month.small, let date = PartialDate(year: year, month: number)
      {
        if let day = numerals.chinese(at: month.end + 1, end: end, scaleMayLead: false),
          unit(day.end) == Unit.day,
          let full = PartialDate(year: year, month: number, day: day.small)
        {
          return add(index..<day.end + 1, .date(full))
        }
        return add(index..<month.end + 1, .date(date))
      }
      return add(index..<index + 5, .date(date))
    }
    guard let numeral = numerals.chinese(at: index, end: end, scaleMayLead: false), let number = numeral.small
    else {
      return nil
    }
    if unit(numeral.end) == Unit.month, (1...12).contains(number),
      Self.afterMonth.match(at: numeral.end + 1, in: units, end: end) != nil
    {
      return add(index..<numeral.end + 1, .month(number, day: nil))
    }
    return nil
  }

  private func chineseYear(at index: Int) -> Int? {
    guard index + 4 < end, units[index + 4] == Unit.year else { return nil }
    var year = 0
    for offset in 0..<4 {
      let value = numerals.value(index + offset)
      guard value < 10, kind(index + offset) == .chineseDigit else { return nil }
      year = year * 10 + value
    }
    return (1900...2100).contains(year) ? year : nil
  }

  /// 今年, 上半年, 截至目前, 近三年.
  private mutating func wordTime(at index: Int) -> Int? {
    if let word = Self.words.match(at: index, in: units, end: end),
      Self.notBefore.match(before: index, in: units, start: start) == nil
    {
      return add(index..<index + word.length, word.meaning)
    }
    if let period = Self.periods.match(at: index, in: units, end: end) {
      return add(index..<index + period.length, period.meaning.meaning(year: nil))
    }
    if let recent = Self.recentWords.match(at: index, in: units, end: end) {
      let place = index + recent.length
      guard let numeral = numeral(at: place), !numeral.hasFraction, let number = numeral.small, number <= 10,
        unit(numeral.end) == Unit.year
      else { return nil }
      // 近三年 is a time, and three years all the same.
      found.quantities.append(
        QuantityMention(
          range: place..<numeral.end + 1, numeral: place..<numeral.end,
          quantity: Quantity(numeral.value, unit: "年", precision: numeral.precision)))
      return add(index..<numeral.end + 1, .recentYears(number))
    }
    return nil
  }

  /// 第三季度, read by the ordinal's own reading.
  mutating func quarter(_ number: Int, from index: Int, end stop: Int) -> Int? {
    guard (1...4).contains(number), unit(stop) == Unit.of("季"), unit(stop + 1) == Unit.of("度") else {
      return nil
    }
    return add(index..<stop + 2, .quarter(number, fromStart: false, year: nil))
  }

  private func integer(at index: Int, digits: Int) -> (value: Int, end: Int)? {
    var stop = index
    var value = 0
    while stop < end, stop - index <= digits, numerals.isDigit(stop) {
      value = value * 10 + numerals.value(stop)
      stop += 1
    }
    return stop > index && stop - index <= digits ? (value, stop) : nil
  }

  /// Behind a mark that makes a range: -, —, ——, ~, 至, 到.
  func rangeMark(_ index: Int) -> Int? {
    switch unit(index) {
    case Unit.dash: return unit(index + 1) == Unit.dash ? index + 2 : index + 1
    case Unit.hyphen, Unit.tilde, Self.zhi, Self.dao: return index + 1
    default: return nil
    }
  }

  /// A part of a year, apart from the year itself.
  struct Period: Sendable {
    enum Part: Sendable {
      case quarter(Int, Bool)
      case half(Int)
      case whole
    }
    var part: Part

    func meaning(year: Int?) -> TimeMention.Meaning {
      switch part {
      case .quarter(let number, let fromStart): return .quarter(number, fromStart: fromStart, year: year)
      case .half(let number): return .half(number, year: year)
      case .whole:
        guard let year, let date = PartialDate(year: year) else { return .wholeYear }
        return .date(date)
      }
    }
  }

  private static var zhi: UInt16 { Unit.of("至") }
  private static var dao: UInt16 { Unit.of("到") }

  private static let periods: WordTable<Period> = {
    var words: [(String, Period)] = [
      ("上半年", Period(part: .half(1))), ("下半年", Period(part: .half(2))), ("全年", Period(part: .whole)),
      ("全年度", Period(part: .whole)),
    ]
    for (number, names) in [(1, ["一", "1"]), (2, ["二", "2", "两"]), (3, ["三", "3"]), (4, ["四", "4"])] {
      for name in names {
        words.append(("\(name)季度", Period(part: .quarter(number, false))))
        words.append(("第\(name)季度", Period(part: .quarter(number, false))))
        words.append(("前\(name)季度", Period(part: .quarter(number, true))))
        words.append(("前\(name)个季度", Period(part: .quarter(number, true))))
      }
    }
    return WordTable(words)
  }()

  private static let plans = WordTable<Int>([
    ("十一五", 11), ("十二五", 12), ("十三五", 13), ("十四五", 14), ("十五五", 15), ("十六五", 16),
  ])

  private static let words = WordTable<TimeMention.Meaning>(rows: [
    (.thisYear, "今年 本年 本年度 当年"),
    (.lastYear, "去年 上年 上年度 去年同期 上年同期 上一年 上一年度 前年 上年末 去年底 上年底"),
    (.nextYear, "明年 来年 下一年 下一年度 下年 下年度 明后两年"),
    (.now, "目前 当前 近年来 近年"),
    (.wholeYear, "全年 全年度"),
  ])
  private static let notBefore = WordTable<Bool>(set: "以 空 史无 历 健", backwards: true)
  private static let recentWords = WordTable<Bool>(set: "近 最近 过去 前 近这")
  private static let upToWords = WordTable<Bool>(set: "截至 截止 截止到 截至到 到 至 截止至", backwards: true)
  private static let sinceWords = WordTable<Bool>(set: "自 从 自从", backwards: true)
  private static let afterWords = WordTable<TimeMention.Relation?>([
    ("以来", .since), ("来", .since), ("年来", .since), ("起", .since), ("份以来", .since), ("底以来", .since),
    ("度以来", .since),
    ("份", nil), ("底", nil), ("末", nil), ("初", nil), ("度", nil), ("期间", nil), ("年底", nil), ("年末", nil),
    ("年初", nil),
    ("上旬", nil), ("中旬", nil), ("下旬", nil), ("份底", nil), ("月底", nil), ("时期", nil), ("以后", .since),
  ])
  private static let afterMonth = WordTable<Bool>(set: "份 底 初 末 上旬 中旬 下旬 以来 起")
  private static let afterBareYear = WordTable<Bool>(set: "版 本 秋季 春季 届 财年 学年")
}
