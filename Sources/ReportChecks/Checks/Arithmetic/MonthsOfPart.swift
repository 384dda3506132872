import ReportModel

/// 季度与月份: 第二季度(4月至7月): the months that brackets name for a quarter or half of the year, which do not lie in it.
struct MonthsOfPart {
  let draft: Draft
  let prose: CheckProse

  /// The months told wrongly, with the part of the year and the months it has.
  func found() -> [(months: TimeMention, part: TimeMention, own: ClosedRange<Int>)] {
    var found: [(months: TimeMention, part: TimeMention, own: ClosedRange<Int>)] = []
    for sentence in draft.sentences where sentence.times.count > 1 {
      if let (months, part, own) = announced(sentence) { found.append((months, part, own)) }
      for index in sentence.times.dropLast() {
        let (part, next) = (draft.times[index], draft.times[index + 1])
        guard let own = Self.months(of: part.meaning),
          prose.hasAny(Self.links, before: next.range.lowerBound),
          next.range.lowerBound - part.range.upperBound <= 2,
          let told = months(from: index + 1, of: sentence),
          told.lowerBound < own.lowerBound || told.upperBound > own.upperBound
        else { continue }
        found.append((next, part, own))
      }
    }
    return found + draft.sentences.compactMap(steps)
  }

  /// 二季度,分局连打组合拳:7月…,8月…,9月…: what a part of the year saw, month by month, and none of them in it.
  private func steps(of sentence: DraftSentence) -> (TimeMention, TimeMention, ClosedRange<Int>)? {
    guard let index = sentence.times.first, sentence.times.count > 2,
      case (let part, let first) = (draft.times[index], draft.times[index + 1]),
      part.range.upperBound <= first.range.lowerBound, part.range.lowerBound - sentence.range.lowerBound <= 2,
      let own = Self.months(of: part.meaning),
      (part.range.upperBound..<first.range.lowerBound).contains(where: { prose.units[$0] == Mark.colon }),
      sentence.times.dropFirst().allSatisfy({ index in
        guard case .month(let month, _) = draft.times[index].meaning else { return false }
        return draft.times[index].relation == .during && !own.contains(month)
      })
    else { return nil }
    return (first, part, own)
  }

  /// 二季度,区局连打组合拳:7月…,8月…: months behind a colon, all of them opening a clause and none within the part of the year that the
  /// sentence opens with.
  private func announced(_ sentence: DraftSentence) -> (TimeMention, TimeMention, ClosedRange<Int>)? {
    let times = draft.times[sentence.times]
    guard times.count > 1, let part = times.first, let own = Self.months(of: part.meaning),
      part.range.lowerBound - sentence.range.lowerBound <= 2, let second = times.dropFirst().first
    else { return nil }
    let lead = part.range.upperBound..<max(part.range.upperBound, second.range.lowerBound)
    guard lead.last.map({ prose.units[$0] == Self.colon }) ?? false, lead.count < 40,
      !prose.hasAny(Self.others, in: sentence.range),
      times.dropFirst().allSatisfy({ time in
        guard case .month(let month, _) = time.meaning, time.relation == .during else { return false }
        return !own.contains(month) && prose.clause(around: time.range).lowerBound == time.range.lowerBound
      })
    else { return nil }
    return (second, part, own)
  }

  private static let colon = UInt16(ascii: ":")
  private static let others = Mark.words("明年 次年 来年 去年 上年 力争 确保 计划 预计 拟")

  private func months(from index: Int, of sentence: DraftSentence) -> ClosedRange<Int>? {
    let time = draft.times[index]
    switch time.meaning {
    case .months(let first, let last, nil) where first <= last: return first...last
    case .month(let first, nil):
      // 4月至7月
      if sentence.times.contains(index + 1), draft.times[index + 1].relation == .upTo,
        draft.times[index + 1].range.lowerBound == time.range.upperBound,
        case .month(let last, nil) = draft.times[index + 1].meaning
      {
        return first <= last ? first...last : nil
      }
      return first...first
    default: return nil
    }
  }

  private static func months(of part: TimeMention.Meaning) -> ClosedRange<Int>? {
    switch part {
    case .half(1, _): 1...6
    case .half(2, _): 7...12
    case .quarter(let quarter, false, _) where (1...4).contains(quarter): quarter * 3 - 2...quarter * 3
    case .quarter(let quarter, true, _) where (1...4).contains(quarter): 1...quarter * 3
    default: nil
    }
  }

  private static let links = Mark.words("( (即 ,即 即")
}
