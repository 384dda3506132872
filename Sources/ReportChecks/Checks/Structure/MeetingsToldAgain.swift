import ReportModel

/// 会议再提: a meeting told again under another number: on the same day, of the very drafts that it passed (审议的这5个方案), of what
/// it put forward (提出的54项举措).
struct MeetingsToldAgain {
  let draft: Draft
  let prose: CheckProse
  let meetings: [NumberedMeeting]

  func faults() -> [(wrong: NumberedMeeting, known: NumberedMeeting)] {
    let all = (meetings + plenaries()).sorted { $0.range.lowerBound < $1.range.lowerBound }
    return all.indices.dropFirst().compactMap { index in
      let meeting = all[index]
      let before = all[..<index].filter { areComparable($0, meeting) }
      guard let known = before.last, !before.contains(where: { $0.number == meeting.number }) else {
        return nil
      }
      if let day = meeting.date, day.day != nil, meeting.committee == nil || known.committee == nil,
        let same = before.first(where: { $0.date == day }), [meeting, same].allSatisfy(isUnowned)
      {
        return (meeting, same)
      }
      return meeting.range.lowerBound - known.range.upperBound < Self.reach && isOfSameMatter(meeting, known)
        ? (meeting, known) : nil
    }
  }

  private func areComparable(_ one: NumberedMeeting, _ other: NumberedMeeting) -> Bool {
    prose.units[one.range.upperBound - 1] == prose.units[other.range.upperBound - 1]
      && (one.committee == other.committee || one.committee == nil || other.committee == nil)
  }

  /// Nobody but a known committee stands before it.
  private func isUnowned(_ meeting: NumberedMeeting) -> Bool {
    let start = meeting.range.lowerBound
    return meeting.committee != nil || prose.beginsParagraph(start) || !Mark.isHan(prose.units[start - 1])
      || Self.dayEnds.contains(prose.units[start - 1])
  }

  private func isOfSameMatter(_ meeting: NumberedMeeting, _ known: NumberedMeeting) -> Bool {
    let sentence = prose.sentence(around: meeting.range)
    guard !sentence.contains(known.range.lowerBound), !prose.hasAny(Self.others, in: sentence) else {
      return false
    }
    let tail = meeting.range.upperBound..<min(sentence.upperBound, meeting.range.upperBound + 16)
    let told = known.range.upperBound..<prose.sentence(around: known.range).upperBound
    if let verb = tail.first(where: { prose.hasAny(Self.verbs, at: $0) }),
      let of = (verb..<tail.upperBound).first(where: { prose.units[$0] == Self.of })
    {
      if prose.hasAny(Self.these, at: of + 1) { return true }
      // 提出的54项举措: told of the other one with the same figure.
      let figure = (of + 1..<sentence.upperBound).prefix { Mark.isDigit(prose.units[$0]) }
      if figure.count > 1, figure.upperBound + 3 <= sentence.upperBound,
        prose.first(Array(prose.units[figure.lowerBound..<figure.upperBound + 3]), in: told) != nil
      {
        return true
      }
    }
    // 方案自第八次会议审议通过后: the one that the other passed.
    let lead = prose.clause(around: meeting.range).lowerBound..<meeting.range.lowerBound
    guard lead.count <= 20, prose.hasAny(Self.verbs, in: tail),
      let kind = Self.kinds.first(where: { prose.has($0, at: lead.lowerBound) }),
      prose.hasAny(Self.by, at: lead.lowerBound + kind.count)
    else { return false }
    return prose.hasAny(Self.verbs, in: told) && prose.first(kind + Self.closing, in: told) != nil
  }

  /// 十三届八次全会.
  private func plenaries() -> [NumberedMeeting] {
    prose.units.indices.filter { prose.has(Self.plenary, at: $0) && prose.isRead($0) }.compactMap { index in
      guard let number = prose.units.number(endingAt: index, from: max(0, index - 3)), number.start > 0,
        prose.units[number.start - 1] == Self.term
      else { return nil }
      let level = prose.units[..<number.start].suffix(12).first { Mark.levels.contains($0) }
      return NumberedMeeting(
        committee: .init(level: level, name: Self.plenary), number: number.value,
        range: number.start..<index + Self.plenary.count)
    }
  }

  private static let reach = 240
  private static let (of, term) = (Mark.word("的")[0], Mark.word("届")[0])
  private static let (plenary, closing) = (Mark.word("次全会"), Mark.word("》"))
  private static let dayEnds = UnitSet("日")
  private static let verbs = Mark.words("审议 审定 研究 通过 提出 部署 确定 议定 听取 安排 明确 讨论")
  private static let these = Mark.words("这 上述 该 前述")
  private static let kinds = Mark.words("该方案 方案 该办法 办法 细则 意见 规定 规划")
  private static let by = Mark.words("自 经 由 在")
  private static let others = Mark.words("再次 又经 分别 先后 两次 去年 上年 此前 修改后 修订")
}
