import ReportModel

/// Delays of an earlier year, which are told of for how they ended.
extension DelayReading {
  /// 2024年延期的3项事项,即…,今年全部办结, in the report on 2025: put off a year ago, and not again.
  func areOfEarlierYear(_ range: Range<Int>, _ draft: Draft) -> Bool {
    guard let word = postponement(in: range), let index = draft.sentence(at: range.lowerBound),
      case let sentence = draft.sentences[index], !draft.articles.isEmpty,
      let year = draft.articles[draft.paragraphs[sentence.paragraph].article].year
    else { return false }
    let times = draft.times[sentence.times]
    // 上年延期到2025年9月,12月办结: to a month within the year told of.
    if newDate(in: range) != nil,
      times.contains(where: { time in
        guard time.range.overlaps(range), case .date(let date) = time.meaning else { return false }
        return date.year > year
      })
        || newDate(in: range).map({ date in
          !times.contains { time in
            guard time.range.overlaps(date) else { return false }
            switch time.meaning {
            case .date(let date): return date.year == year
            case .month: return true
            default: return false
            }
          }
        }) ?? false
    {
      return false
    }
    // 甲原延至2025年6月,已于5月印发.
    if Self.former.match(before: word.range.lowerBound, in: units, start: range.lowerBound) != nil {
      return true
    }
    return times[times.prefixEnd { $0.range.lowerBound < range.lowerBound }...].prefix {
      $0.range.upperBound <= word.range.lowerBound
    }.contains { time in
      guard (0...4).contains(word.range.lowerBound - time.range.upperBound),
        (time.range.upperBound..<word.range.lowerBound).allSatisfy({ Self.ofYear.contains(units[$0]) })
      else { return false }
      switch time.meaning {
      case .date(let date): return date.year < year && date.month == nil
      case .lastYear: return true
      default: return false
      }
    }
  }

  /// 上年结转事项办理情况: a heading over what was put off a year ago.
  func isOfEarlierYear(_ section: Int?, _ draft: Draft) -> Bool {
    section.map { Self.earlier.first(in: draft.sections[$0].heading, of: units) != nil } ?? false
  }

  private static let earlier = WordTable<Bool>(set: "上年 去年 上一年 往年 以前年度")
  private static let former = WordTable<Bool>(set: "原 原定 原先 原来 原已 曾", backwards: true)
  private static let ofYear = Array("度的批准同意结转".utf16)
}
