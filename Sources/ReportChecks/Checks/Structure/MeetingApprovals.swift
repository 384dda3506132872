import ReportModel

/// 同意延期的会议: 3项延期均由第十一次会议同意, and of one of them 经第十次会议同意延期.
struct MeetingApprovals {
  let draft: Draft
  let prose: CheckProse
  let meetings: [NumberedMeeting]

  /// Each meeting that is told of one item, with the one told of all.
  func faults() -> [(item: NumberedMeeting, all: NumberedMeeting)] {
    let told = approving()
    let claims = told.filter { isOfAll($0) }
    // Where several are told to have dealt with all, each has its own.
    guard let claim = claims.first, claims.allSatisfy({ $0.number == claim.number }) else { return [] }
    return told.filter { item in
      let sentence = prose.sentence(around: item.range)
      return item.number != claim.number && item.range.lowerBound > claim.range.lowerBound
        && !meetings.contains {
          $0.range != item.range && sentence.contains($0.range.lowerBound)
        } && (item.committee?.level == claim.committee?.level || item.committee?.level == nil)
    }.map { ($0, claim) }
  }

  /// Meetings that agreed to a delay, in the words right behind them: 第十次会议同意延期.
  private func approving() -> [NumberedMeeting] {
    meetings.filter { meeting in
      let sentence = prose.sentence(around: meeting.range)
      guard prose.hasAny(Self.delaying, in: sentence), !prose.hasAny(Self.earlier, in: sentence) else {
        return false
      }
      let behind = meeting.range.upperBound..<min(sentence.upperBound, meeting.range.upperBound + 14)
      return prose.hasAny(Self.agreeing, in: behind)
    }
  }

  /// Of all that were delayed: as many as any place of the draft tells, and none of them apart.
  private func isOfAll(_ meeting: NumberedMeeting) -> Bool {
    let sentence = prose.sentence(around: meeting.range)
    let lead = sentence.lowerBound..<meeting.range.lowerBound
    guard prose.hasAny(Self.all, in: lead.suffix(16)), !prose.hasAny(Self.parts, in: sentence),
      let most = delayed(prose.units.indices).max()
    else { return false }
    return most > 1 && delayed(sentence).max() == most
  }

  /// The numbers of 延期3项, 3项任务延期.
  private func delayed(_ range: Range<Int>) -> [Int] {
    range.filter { prose.has(Self.delay, at: $0) && prose.isRead($0) }.compactMap { index in
      let end = index + Self.delay.count
      let start = Self.nouns.first { prose.has($0, at: end) }.map { end + $0.count } ?? end
      if let number = prose.units.number(from: start, to: prose.units.count),
        prose.has(Self.item, at: number.end)
      {
        return number.value
      }
      let noun = Self.nouns.first { prose.has($0, at: index - $0.count) }
      let before = index - (noun?.count ?? 0) - 1
      guard before > 0, prose.has(Self.item, at: before) else { return nil }
      return prose.units.number(endingAt: before, from: max(0, before - 4))?.value
    }
  }

  private static let delay = Mark.word("延期")
  private static let item = Mark.word("项")
  private static let nouns = Mark.words("的改革任务 改革任务 的任务 任务 的事项 事项 的 需 申请 了")
  private static let delaying = Mark.words("延期 延至 延到 推迟 顺延 延后")
  private static let earlier = Mark.words("上年 去年 上一年 此前 曾 再次 原定 拟 提请 首次 终止")
  private static let agreeing = Mark.words("同意 批准 审议 审定 通过 研究")
  private static let all = Mark.words("均 都 全部 一并 统一")
  private static let parts = Mark.words("其中 分别 领域 方面 第一项 一项 另")
}
