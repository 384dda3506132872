import ReportModel

/// Delays of an earlier year, which are told of for how they ended.
extension DelayReading {
  /// 2024年延期的3项事项,即…,今年全部办结, in the report on 2025: put off a year ago, and not again.
  func areOfEarlierYear(_ range: Range<Int>, _ draft: Draft) -> Bool {
    guard let word = postponement(in: range), let index = draft.sentence(at: word.range.lowerBound),
      case let sentence = draft.sentences[index], !draft.articles.isEmpty,
      let year = draft.articles[draft.paragraphs[sentence.paragraph].article].year
    else { return false }
    let times = draft.times[sentence.times]
    if wasPutOff(word.range, until: newDate(in: range), sentence, year, draft) { return true }
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

  /// 该项上年因场地未落实延至2025年3月: in one clause with last year, and not beyond the year told of.
  private func wasPutOff(
    _ word: Range<Int>, until date: Range<Int>?, _ sentence: DraftSentence, _ year: Int, _ draft: Draft
  ) -> Bool {
    let times = draft.times[sentence.times]
    guard
      let last = times.last(where: {
        if case .lastYear = $0.meaning {
          return $0.relation == .during && $0.range.upperBound <= word.lowerBound
        }
        return false
      }),
      last.range.lowerBound == sentence.range.lowerBound
        || !Self.comparing.contains(units[last.range.lowerBound - 1]),
      !(last.range.upperBound..<word.lowerBound).contains(where: {
        units[$0] == Unit.comma || units[$0] == Unit.semicolon
      })
    else { return false }
    return !times.contains { time in
      guard let date, time.range.overlaps(date), case .date(let until) = time.meaning else { return false }
      return until.year > year
    }
  }

  private static let comparing = Array("比较同与".utf16)

  /// 上年结转事项办理情况: a heading over what was put off a year ago.
  func isOfEarlierYear(_ section: Int?, _ draft: Draft) -> Bool {
    guard let heading = section.map({ draft.sections[$0].heading }),
      let year = Self.earlier.first(in: heading, of: units)?.range
    else { return false }
    // 延期任务和上年结转任务, 上年结转和本年延期任务: over both.
    return Self.ofThisYear.first(in: heading, of: units) == nil
      && ClaimWords.delayed.first(in: heading.lowerBound..<year.lowerBound, of: units) == nil
  }

  private static let ofThisYear = WordTable<Bool>(set: "今年 本年 当年 年内 新增")

  /// Whether a section, or one around it, is under such a heading.
  func isWithinEarlierYear(_ section: Int?, _ draft: Draft) -> Bool {
    isOfEarlierYear(section, draft)
      || (section.flatMap { draft.sections[$0].parent }.map { isWithinEarlierYear($0, draft) } ?? false)
  }

  private static let earlier = WordTable<Bool>(set: "上年 去年 上一年 往年 以前年度")
  private static let former = WordTable<Bool>(set: "原 原定 原先 原来 原已 曾", backwards: true)
  private static let ofYear = Array("度的批准同意结转".utf16)
}
