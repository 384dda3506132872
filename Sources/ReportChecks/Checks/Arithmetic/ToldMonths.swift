import ReportModel

extension TimeMention {
  /// 时段: the months of its year that a time names (上半年, 前三季度, 1—8月, 全年, 截至6月底); nil for a day, a month or several years.
  var months: ClosedRange<Int>? {
    switch meaning {
    case .half(let half, _): (half * 6 - 5)...(half * 6)
    case .quarter(let quarter, let fromStart, _): (fromStart ? 1 : quarter * 3 - 2)...(quarter * 3)
    case .months(let first, let last, _): first <= last ? first...last : nil
    case .month(let month, nil): relation == .upTo ? 1...month : nil
    case .date(let date): relation == .upTo && date.day == nil ? date.month.map { 1...$0 } : nil
    case .wholeYear: 1...12
    default: nil
    }
  }
}

extension TimeMention {
  /// 某月某日: the month that a time names, with its year and day where they are told.
  var inMonth: (year: Int?, month: Int, day: Int?)? {
    switch meaning {
    case .date(let date): date.month.map { (date.year, $0, date.day) }
    case .month(let month, let day): (nil, month, day)
    default: nil
    }
  }
}

extension Draft {
  /// The month or day that a time names. Without its year it is of the year reported on, or of any: then all of them are.
  func date(of time: TimeMention) -> PartialDate? {
    time.inMonth.flatMap {
      PartialDate(
        year: $0.year ?? reportYear(at: time.range.lowerBound) ?? 2001, month: $0.month, day: $0.day)
    }
  }

  /// 上半年, 前三季度, 1—9月 in the title of a report, with its months.
  func months(of article: DraftArticle) -> (months: ClosedRange<Int>, told: Range<Int>)? {
    guard
      let title = article.title
        ?? paragraphs.first(where: { article.range.contains($0.range.lowerBound) })?.range,
      title.count <= 30
    else { return nil }
    for time in times where title.contains(time.range.lowerBound) {
      if let months = time.months { return (months, time.range) }
    }
    return nil
  }
}

extension FigurePage {
  /// 上半年, 三季度, 5月: the months that a stretch of a sentence names last.
  func months(in range: Range<Int>) -> ClosedRange<Int>? {
    guard let sentence = draft.sentence(at: range.lowerBound),
      let time = draft.times[draft.sentences[sentence].times].last(where: {
        range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound
      })
    else { return nil }
    return time.months ?? time.inMonth.map { $0.month...$0.month }
  }

  /// The months that a figure is of: those named last before it in its sentence, or else those of the report; nil where another
  /// time is named.
  func monthsTold(by figure: Int) -> ClosedRange<Int>? {
    let sentence = draft.sentences[claim(figure).sentence]
    if let time = draft.times[sentence.times].last(where: { $0.range.upperBound <= range(figure).lowerBound })
    {
      switch time.meaning {
      case .thisYear, .now: break
      case .date(let date) where date.month == nil: break
      default: return time.months
      }
    }
    guard claim(figure).period == .reported,
      let article = draft.article(at: range(figure).lowerBound),
      article.year != nil
    else { return nil }
    return draft.months(of: article)?.months ?? 1...12
  }
}
