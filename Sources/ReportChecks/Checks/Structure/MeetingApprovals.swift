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

  /// 第17次专题会同意3件事项结转 … 3件结转事项均经第16次专题会研究同意: both of all, told in two sentences.
  func pairs() -> [(item: NumberedMeeting, all: NumberedMeeting)] {
    let told = meetings.compactMap { meeting in matter(of: meeting).map { (meeting, $0) } }
    return told.indices.dropFirst().compactMap { index in
      let (item, matter) = told[index]
      let level = item.committee?.level
      let others = told[..<index].filter { other, theirs in
        theirs == matter && (level == nil || [level, nil].contains(other.committee?.level))
      }
      guard !others.contains(where: { $0.0.number == item.number }), let other = others.first,
        others.allSatisfy({ $0.0.number == other.0.number })
      else { return nil }
      return (item, other.0)
    }
  }

  private struct Matter: Equatable {
    var state: [UInt16]
    var count: Int
    var kind: [UInt16]
  }

  /// What a meeting that stands alone in its sentence agreed to: the state, and how many, as many as any place tells.
  private func matter(of meeting: NumberedMeeting) -> Matter? {
    let sentence = prose.sentence(around: meeting.range)
    guard !prose.hasAny(Self.apart, in: sentence), !prose.hasAny(Self.parts, in: sentence),
      prose.hasAny(Self.settling, in: meeting.range.upperBound..<sentence.upperBound),
      let kind = Self.kinds.first(where: {
        prose.first($0, in: meeting.range.upperBound..<min(sentence.upperBound, meeting.range.upperBound + 8))
          != nil
      }),
      !meetings.contains(where: { $0.range != meeting.range && sentence.contains($0.range.lowerBound) }),
      let state = Self.states.first(where: { prose.first($0, in: sentence) != nil }),
      let all = counted(state, prose.units.indices).max(), all > 1,
      case let counts = Set(counted(state, sentence)),
      counts == [all] || counts.isEmpty && state == Self.delay && tellsAll(sentence, all)
    else { return nil }
    return Matter(state: state, count: all, kind: kind)
  }

  /// 3项任务未能按期完成,虽已…同意延期, 延期任务均已报…同意: all that were put off, in other words.
  private func tellsAll(_ sentence: Range<Int>, _ all: Int) -> Bool {
    if Self.allDelayed.contains(where: { prose.has($0, at: sentence.lowerBound) }) { return true }
    return sentence.contains { place in
      guard prose.hasAny(Self.unfinished, at: place),
        let noun = Self.nouns.first(where: { prose.has($0, at: place - $0.count) }),
        case let measure = place - noun.count - 1, measure > sentence.lowerBound,
        prose.has(Self.item, at: measure)
      else { return false }
      return prose.units.number(endingAt: measure, from: max(0, measure - 4))?.value == all
    }
  }

  private static let allDelayed = ["均", "已", "都", "全部"].flatMap { all in
    ["延期任务", "延期事项", "延期的任务", "延期改革任务"].map { Mark.word($0 + all) }
  }
  private static let unfinished = Mark.words("未能按期完成 未能如期完成 未能按时完成 未按期完成 未如期完成 未按时完成 没有按期完成")

  /// 3 of 3件事项结转, 3项任务的延期申请, 3件结转事项, 结转的3件, 结转3件.
  private func counted(_ state: [UInt16], _ range: Range<Int>) -> [Int] {
    range.filter { prose.has(state, at: $0) && prose.isRead($0) }.compactMap { place in
      let end = place + state.count
      let start = [end, end + 1].first { start in
        (start == end || prose.has(Self.of, at: end))
          && prose.units.number(from: start, to: prose.units.count).map {
            Self.measures.contains(prose.units[$0.end])
          } == true
      }
      if let start, start < range.upperBound {
        return prose.units.number(from: start, to: prose.units.count)?.value
      }
      // 4件上年结转事项
      guard !prose.hasAny(Self.lastYear, in: max(0, place - 12)..<place) else { return nil }
      let before = (range.lowerBound..<place).suffix(24)
      // 3件事项: 项 there counts nothing.
      for measure in before.reversed() {
        if Mark.isListMark(prose.units[measure]) { return nil }
        if Self.measures.contains(prose.units[measure]),
          let number = prose.units.number(endingAt: measure, from: max(0, measure - 4))
        {
          return number.value
        }
      }
      return nil
    }
  }

  private static let of = Mark.word("的")
  private static let measures = UnitSet("项件个")
  private static let states = Mark.words("延期 结转 终止 跨年 暂缓 调整 顺延")
  private static let settling = Mark.words("同意 批准 审议 审定 通过 意见 决定")
  private static let kinds = Mark.words("专题会 常委会 联席会 推进会 调度会 会议 例会")
  private static let lastYear = Mark.words("上年 去年 上一年")
  private static let apart = Mark.words("上年 去年 上一年 此前 曾 原定 拟 提请 首次 初审 初步 汇报后 领域 再次 新增 取消 第二批 首批 第一批 分别")

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
