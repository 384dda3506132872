import ReportModel

/// 先印发后开会: 经第十三次会议审议通过后,…于9月12日印发, where that meeting is told elsewhere to have been held on 26 September.
struct MeetingOrder {
  let draft: Draft
  let prose: CheckProse
  let meetings: [NumberedMeeting]

  /// Each time that lies before its meeting, with where the meeting is dated.
  func faults() -> [(time: TimeMention, meeting: NumberedMeeting, date: PartialDate)] {
    meetings.filter { $0.date == nil }.compactMap { passed in
      guard let index = draft.sentence(at: passed.range.lowerBound),
        let held = meetings.first(where: {
          $0.date?.day != nil && $0.number == passed.number
            && ($0.committee == passed.committee || $0.committee == nil)
        }), let date = held.date,
        // Meetings of that number are this committee's, or named without one.
        meetings.allSatisfy({
          $0.number != passed.number || $0.committee == passed.committee || $0.committee == nil
        })
      else { return nil }
      let sentence = draft.sentences[index]
      guard meetings.count(where: { sentence.range.contains($0.range.lowerBound) }) == 1,
        prose.hasAny(Self.passing, in: passed.range.upperBound..<clauseEnd(passed.range)),
        !prose.hasAny(Self.otherSteps, in: sentence.range)
      else { return nil }
      let issued = draft.times[sentence.times].filter { time in
        time.relation == .during
          && prose.hasAny(Self.issuing, in: time.range.upperBound..<clauseEnd(time.range))
      }
      guard issued.count == 1, let day = day(of: issued[0]), day.year == date.year, day < date else {
        return nil
      }
      return (issued[0], held, date)
    }
  }

  private func clauseEnd(_ range: Range<Int>) -> Int {
    max(range.upperBound, prose.clause(around: range).upperBound)
  }

  /// The day of a time, in the year reported on where none is told.
  private func day(of time: TimeMention) -> PartialDate? {
    switch time.meaning {
    case .date(let date): date.day == nil ? nil : date
    case .month(let month, let day?):
      PartialDate(year: draft.reportYear(at: time.range.lowerBound) ?? 2001, month: month, day: day)
    default: nil
    }
  }

  private static let passing = Mark.words("审议通过 审定 审议 通过 同意 研究")
  private static let issuing = Mark.words("印发 出台 发布 公布 施行 实施 下发")
  /// 9月12日印发的…,经第十三次会议审议修订: another step than that of passing what was then issued.
  private static let otherSteps = Mark.words("修订 修改 征求意见 试行稿 评估 延期 调整 补充 上年 去年 次年 明年 印发的 出台的 施行的")
}
