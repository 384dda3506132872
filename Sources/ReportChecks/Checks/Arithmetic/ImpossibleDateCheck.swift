import ReportModel

/// 不存在的日期: a month above 12, a day that its month does not have.
struct ImpossibleDateCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.date", .error, "写了不存在的年月日，或者星期与日期不符",
    rationale:
      "13月、6月31日都不存在；202年、20255年、2205年多半是打漏、打多、打颠倒了数字，以文中最常写的年份为准来认。像“19月”这样中间丢了连接号的（原文多半是“1—9月”），多半是转换时损坏，只作提示。",
    source: "GB/T 7408；实务",
    triggering: [
      .draft("截至[[13月]]底，完成改造任务。"), .draft("[[6月31日]]前完成验收。"), .draft("[[19月]]，完成投资30亿元。"),
      .draft("2025年[[2月29日]]召开动员会。"),
      .draft("于二〇二三年[[六月三十一日]]前完成。"),
      .draft("系统于4月18日[[25时30分]]上线试运行。"),
      .draft("2024年8月16日（[[星期四]]），召开区委深改委会议。"),
      .draft("[[11月19日]]全国消防日，组织疏散演练。"),
      .draft("[[202年]]，全区安排改革任务30项，比2024年多2项，其中1项延至[[20266年]]6月。"),
      .draft("截至[[2052年]]12月底，2025年安排的30项改革任务完成29项，另1项延期至[[2206年]]6月。"),
    ],
    silent: [
      .draft("11月9日全国消防日，组织疏散演练；3月10日植树节活动栽树2000株，6月25日国际禁毒日前夕开展宣讲；国家宪法日宣传方案11月15日印发，11月2日至9日全国消防日前后排查隐患。"),
      .draft("1—9月，完成投资30亿元。"), .draft("2022年2月28日召开会议，12月底前完成。"), .draft("历时18个月建成。"), .draft("2月29日召开会议。"),
      .draft("2024年2月29日召开动员会。系统于4月18日15时30分上线试运行。"),
      .draft("于二〇二三年六月三十日前完成，十二月三十一日收官。"),
      .draft("2024年8月16日（星期五）召开会议，8月19日（周一）印发纪要。"),
      .draft("2025年，县一中建校202年，古樟树龄2200年，普查树龄205年的古树12株。土地承包期延至2052年12月，特许经营到2052年期满。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let units = prose.units
    for year in MistypedYears(prose).find() {
      let text = draft.text.string(year.range)
      result.report(
        draft.text.place(year.range), "年份“\(text)”疑有误" + (year.meant.map { "，应为\($0)年" } ?? ""), "请核对年份",
        replacement: year.meant.map { "\($0)年" })
    }
    for index in units.indices where units[index] == Self.month && prose.isRead(index) {
      if index > 0, Mark.numerals.contains(units[index - 1]) {
        written(index, draft, units, &result)
        continue
      }
      var start = index
      while start > 0, index - start < 3, Mark.isDigit(units[start - 1]) { start -= 1 }
      let digits = index - start
      guard (1...2).contains(digits), start == 0 || !Self.joins.contains(units[start - 1]) else { continue }
      let month = units[start..<index].number ?? 0
      if month > 12 || month == 0 {
        let isDamage = month > 12 && month < 20
        result.report(
          draft.text.place(start..<index + 1), isDamage ? "月份不存在，疑似原文损坏（也许是“1—\(month - 10)月”）" : "月份不存在",
          "请对照原件核实", severity: isDamage && !isCounted(start, units) ? .warning : nil)
        continue
      }
      var end = index + 1
      while end < units.count, end - index < 4, Mark.isDigit(units[end]) { end += 1 }
      guard end > index + 1, end < units.count, units[end] == Self.day else { continue }
      let day = units[(index + 1)..<end].number ?? 0
      if day == 0 || day > Self.days[month - 1] {
        result.report(draft.text.place(start..<end + 1), "\(month)月没有\(day)日", "请对照原件核实")
      } else if let clock = clock(behind: end + 1, units), clock.hour > 24 || clock.minute > 59 {
        result.report(draft.text.place(clock.range), "没有\(draft.text.string(clock.range))这个时刻", "请对照原件核实")
      } else if let kept = FixedDays.behind(end + 1, month: month, day: day, prose) {
        result.report(
          draft.text.place(start..<end + 1), "\(draft.text.string(kept.name))是\(kept.month)月\(kept.day)日",
          "请核对日期",
          severity: .warning)
      } else if month == 2, day == 29, let year = year(before: start, units) ?? draft.reportYear(at: start),
        PartialDate(year: year, month: 2, day: 29) == nil
      {
        result.report(draft.text.place(start..<end + 1), "\(year)年2月没有29日", "请对照原件核实")
      } else if let stated = weekday(behind: end + 1, units),
        let year = year(before: start, units) ?? draft.reportYear(at: start),
        let date = PartialDate(year: year, month: month, day: day), date.weekday != stated.day
      {
        result.report(
          draft.text.place(stated.range),
          "\(year)年\(month)月\(day)日是星期\(Self.weekdays[date.weekday ?? 0])，不是星期\(Self.weekdays[stated.day])",
          "请核对日期和星期")
      }
    }
  }

  /// 六月三十一日: a date in Chinese numerals.
  private func written(_ index: Int, _ draft: Draft, _ units: [UInt16], _ result: inout CheckResult) {
    var start = index
    while start > 0, index - start < 3, Mark.numerals.contains(units[start - 1]) { start -= 1 }
    var end = index + 1
    while end < units.count, end - index < 5, Mark.numerals.contains(units[end]) { end += 1 }
    guard let month = units[start..<index].number,
      end > index + 1, end < units.count, units[end] == Self.day,
      let day = units[(index + 1)..<end].number,
      month >= 1
    else { return }
    if month > 12 {
      result.report(draft.text.place(start..<index + 1), "月份不存在", "请对照原件核实")
    } else if day == 0 || day > Self.days[month - 1] {
      result.report(draft.text.place(start..<end + 1), "\(month)月没有\(day)日", "请对照原件核实")
    }
  }

  /// 星期四, 周四, in brackets or not, right behind a date: 0 for Sunday.
  private func weekday(behind index: Int, _ units: [UInt16]) -> (day: Int, range: Range<Int>)? {
    let start = index < units.count && units[index] == UInt16(ascii: "(") ? index + 1 : index
    for word in Self.weekWords
    where start + word.count < units.count && units[start..<start + word.count].elementsEqual(word) {
      guard let day = Self.weekdayUnits[units[start + word.count]] else { return nil }
      return (day, start..<start + word.count + 1)
    }
    return nil
  }

  /// 15时30分 right behind a date; without its minutes the full hour.
  private func clock(behind start: Int, _ units: [UInt16]) -> (hour: Int, minute: Int, range: Range<Int>)? {
    var place = start
    var numbers: [Int] = []
    for mark in Self.clockMarks {
      var end = place
      while end < units.count, end - place < 3, Mark.isDigit(units[end]) { end += 1 }
      guard end > place, end < units.count, units[end] == mark else { break }
      numbers.append(units[place..<end].number ?? 0)
      place = end + 1
    }
    guard let hour = numbers.first else { return nil }
    return (hour, numbers.count > 1 ? numbers[1] : 0, start..<place)
  }

  private static let clockMarks = Mark.word("时分")

  /// The year of four digits right before a month.
  private func year(before index: Int, _ units: [UInt16]) -> Int? {
    guard index >= 5, units[index - 1] == Mark.year, units[index - 5..<index - 1].allSatisfy(Mark.isDigit)
    else { return nil }
    return units[index - 5..<index - 1].number
  }

  private static let weekWords = Mark.words("星期 周")
  private static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]
  private static let weekdayUnits: [UInt16: Int] = {
    var units = Dictionary(uniqueKeysWithValues: weekdays.enumerated().map { (Mark.word($1)[0], $0) })
    units[Mark.word("天")[0]] = 0
    return units
  }()

  /// 截至13月: a month that is named as a time cannot be a lost range.
  private func isCounted(_ start: Int, _ units: [UInt16]) -> Bool {
    start > 0 && units[start - 1] == Self.upTo
  }

  private static let month: UInt16 = 0x6708
  private static let day: UInt16 = 0x65E5
  private static let upTo: UInt16 = 0x81F3  // 至
  private static let joins = Mark.word("-—~.0123456789年").filter { $0 != 0x5E74 }
  private static let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}
