import Foundation
import ReportModel

/// 历时的写法: how long something took, told some way behind its two times, by what happened on them or by the years one after the other.
extension TimeSpanCheck {
  typealias Told = (count: Int, unit: String, range: Range<Int>)

  /// 6月12日签约,9月20日投产,从签约到投产仅用80天: what happened on two days named again, with how long it took.
  func events(_ first: Int, _ second: Int, _ sentence: DraftSentence, _ prose: CheckProse) -> Told? {
    let end = sentence.range.upperBound
    guard first + 2 <= end, second + 2 <= end else { return nil }
    let words =
      Mark.word("从") + prose.units[first..<first + 2] + Mark.word("到") + prose.units[second..<second + 2]
    guard
      let place = (second + 2..<max(second + 2, min(end, second + 16))).first(where: {
        prose.has(words, at: $0)
      })
    else { return nil }
    let start = place + words.count
    for index in start..<max(start, min(end, start + 5)) {
      if Mark.isListMark(prose.units[index]) && index > start { return nil }
      guard let count = prose.units.number(from: index, to: end) else { continue }
      return length(count, from: index, prose)
    }
    return nil
  }

  /// 2023年、2024年、2025年连续四年: as many years as are named.
  func years(
    _ index: Int, _ sentence: DraftSentence, _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    func year(_ index: Int) -> Int? {
      guard sentence.times.contains(index), case .date(let date) = draft.times[index].meaning,
        date.month == nil
      else { return nil }
      return date.year
    }
    var last = index
    while let this = year(last), year(last + 1) == this + 1,
      case let gap = draft.times[last].range.upperBound..<draft.times[last + 1].range.lowerBound,
      gap.count == 1, Self.between.contains(prose.units[gap.lowerBound])
    {
      last += 1
    }
    let end = draft.times[last].range.upperBound
    guard last > index, index == sentence.times.lowerBound || year(index - 1) == nil,
      prose.has(Self.inTurn, at: end),
      let count = prose.units.number(from: end + 2, to: sentence.range.upperBound),
      let told = length(count, from: end + 2, prose), told.unit == "年", told.count != last - index + 1
    else { return }
    result.report(
      draft.text.place(told.range), "年数与列出的年份不符：列出\(last - index + 1)年，文中写\(told.count)年", "请核对年份和年数")
  }

  func length(_ count: (value: Int, end: Int), from start: Int, _ prose: CheckProse) -> Told? {
    guard let unit = Self.lengths.first(where: { prose.has($0.word, at: count.end) }),
      case let end = count.end + unit.word.count,
      end >= prose.units.count || !Self.more.contains(prose.units[end])
    else { return nil }
    return (count.value, unit.name, start..<end)
  }

  /// 自5月启动,历时四个月,于12月结束: a clause of its own between the two times, the last of them right behind it.
  func lasting(in gap: Range<Int>, _ prose: CheckProse) -> Told? {
    for index in gap where index > gap.lowerBound && !Mark.isHan(prose.units[index - 1]) {
      guard let word = Self.lasting.first(where: { prose.has($0, at: index) && $0.count == 2 }),
        let count = prose.units.number(from: index + word.count, to: gap.upperBound),
        let told = length(count, from: index + word.count, prose),
        case let rest = prose.units[told.range.upperBound..<gap.upperBound],
        (1...3).contains(rest.count), let mark = rest.first, !Mark.isHan(mark)
      else { continue }
      return told
    }
    return nil
  }

  /// 3月1日至5月31日,全市开展专项整治,历时四个月; …结束。为期四个月的整治中: what was done stands between, or stands again behind.
  func far(behind place: Int, _ sentence: DraftSentence, _ draft: Draft, _ prose: CheckProse) -> Told? {
    let next = draft.times.first { $0.range.lowerBound >= place }?.range.lowerBound ?? prose.units.count
    let end = min(sentence.range.upperBound + 8, place + 44, next, prose.units.count)
    for index in place..<max(place, end) {
      if prose.units[index] == Mark.semicolon { return nil }
      guard let word = Self.strong.first(where: { prose.has($0, at: index) }) else { continue }
      var start = index + word.count
      if word == Self.inTurn {
        while start < end, start - index < 6, Mark.isHan(prose.units[start]),
          !Mark.numerals.contains(prose.units[start])
        { start += 1 }
      }
      let before = FoldedWords(units: prose.units[place..<index].suffix(14))
      guard let count = prose.units.number(from: start, to: prose.units.count),
        let told = length(count, from: start, prose), !before.containsAny(Self.inner)
      else { return nil }
      // 为期3天的培训: of its own, unless it has been named.
      let behind = told.range.upperBound
      if prose.has(Self.genitive, at: behind) {
        guard behind + 3 <= prose.units.count,
          case let noun = Array(prose.units[behind + 1..<behind + 3]),
          (sentence.range.lowerBound..<index).contains(where: { prose.has(noun, at: $0) })
        else { return nil }
      } else if word == Self.inTurn, told.unit != "个月" {
        return nil
      }
      return told
    }
    return nil
  }

  private static let between = UnitSet("、和")
  private static let inTurn = Mark.word("连续")
  static let genitive = Mark.word("的")
  private static let strong = Mark.words("历时 为期 历经 用时 前后") + [inTurn]
  private static let inner = [
    "每期", "每次", "每批", "每轮", "首期", "首批", "期间", "其间", "其中", "平均", "期分", "单次", "各为", "均为", "上年", "去年", "分别",
  ]
  static let lengths = ["个月", "天", "日", "年"].map { (name: $0, word: Mark.word($0)) }
  private static let more = UnitSet("多余半以左")
}
