import ReportModel

/// 前后倒置: what the text itself tells as following (接到批复后, 随后, 第二批) with a day before that of what it follows; 审议通过 on a day behind
/// that of 印发; 一季度、二季度、四季度、四季度.
struct TurnedTimes {
  let draft: Draft
  let prose: CheckProse

  /// Each time that comes too early, with the one that it follows.
  func pairs() -> [(early: TimeMention, late: TimeMention)] {
    draft.paragraphs.flatMap { paragraph -> [(early: TimeMention, late: TimeMention)] in
      guard let first = paragraph.sentences.first, let last = paragraph.sentences.last else { return [] }
      let (from, to) = (draft.sentences[first].times.lowerBound, draft.sentences[last].times.upperBound)
      guard from + 1 < to else { return [] }
      return (from..<to - 1).compactMap { index in
        let (one, two) = (draft.times[index], draft.times[index + 1])
        return follows(two, one) ? (two, one) : nil
      }
    }
  }

  private func follows(_ second: TimeMention, _ first: TimeMention) -> Bool {
    guard case .month(let later, let laterDay?) = first.meaning,
      case .month(let month, let day?) = second.meaning,
      (month, day) < (later, laterDay), first.relation == .during, second.relation == .during,
      case let gap = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound),
      gap.count > 8, gap.count < 90, !prose.hasAny(Self.otherYears, in: gap),
      !prose.isQuoted(second.range.lowerBound), !prose.isTitle(second.range.lowerBound),
      case let clause = prose.clause(around: second.range),
      case let behind = second.range.upperBound..<max(second.range.upperBound, clause.upperBound),
      // 于3月9日出台的方案: told of as known.
      !prose.units[behind.prefix(8)].contains(Self.of)
    else { return false }
    let sentence = prose.sentence(around: second.range)
    let lead = max(gap.lowerBound, sentence.lowerBound)..<gap.upperBound
    if !lead.isEmpty, prose.hasAny(Self.following, in: lead) {
      // 项目随后落地,这也是3月22日会议提出的目标: what a meeting of that day had said before.
      return !prose.hasAny(Self.recalling, in: lead)
    }
    let before = prose.sentence(around: first.range).lowerBound..<first.range.lowerBound
    if prose.hasAny(Self.secondPart, in: lead), prose.hasAny(Self.firstPart, in: before) { return true }
    // 8月6日审议通过《…方案》;8月2日,方案…印发.
    let next = behind.isEmpty ? second.range.upperBound : behind.upperBound
    return prose.hasAny(Self.passing, in: gap) && lead.isEmpty
      && prose.hasAny(Self.issuing, in: next..<max(next, sentence.upperBound))
      && Self.kinds.contains { kind in
        prose.first(kind + Self.closing, in: gap) != nil
          && prose.hasAny([kind], in: second.range.upperBound..<sentence.upperBound)
      }
  }

  /// Quarters of a sentence, told one upon another, of which one stands in the place of the one before or behind it.
  func quarters() -> [TimeMention] {
    draft.sentences.filter { $0.times.count > 3 }.compactMap { sentence in
      let told = draft.times[sentence.times].compactMap { time -> (time: TimeMention, number: Int)? in
        guard case .quarter(let number, false, nil) = time.meaning,
          prose.clause(around: time.range).lowerBound == time.range.lowerBound
        else { return nil }
        return (time, number)
      }
      guard told.count == 4, told.count == sentence.times.count else { return nil }
      let wrong = told.indices.filter { told[$0].number != $0 + 1 }
      return wrong.count == 1 ? told[wrong[0]].time : nil
    }
  }

  private static let of = Mark.word("的")[0]
  private static let following = Mark.words("批复后 获批后 批准后 随后 随即 随之 紧接着 会后 此后 通过后 印发后 验收后 挂牌后")
  private static let recalling = Mark.words("这也是 也是 正是 这是 这正是 当初 就是")
  private static let firstPart = Mark.words("第一批 首批 第一轮 首轮 第一期 第一次")
  private static let secondPart = Mark.words("第二批 次批 第二轮 第二期 第二次")
  private static let passing = Mark.words("审议通过 审定 会议通过 审议并通过")
  private static let issuing = Mark.words("印发 下发 发布 公布")
  private static let closing = Mark.word("》")
  private static let kinds = Mark.words("方案 办法 意见 细则 规定 规划 措施 条例")
  private static let otherYears = Mark.words("明年 次年 来年 翌年 去年 上年 年前 早在 此前 之前 原定 年1 年2 年3")
}
