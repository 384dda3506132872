import ReportModel

/// 文件的日期: when one document was consulted on, adopted, issued and put in force, told in several sentences (《甲办法》6月12日印发。9月,该办法公开征求意见).
struct DocumentDates {
  let draft: Draft
  let prose: CheckProse

  /// A step in a document's making with its time.
  private struct Event {
    var title: [UInt16]
    var rank: Int
    var time: TimeMention
    var date: PartialDate
    /// 依照该细则于9月启动: what is done by the document.
    var isCited = false
    /// 印发《…》, the title behind its verb.
    var isIssuing = false
  }

  struct Fault {
    var time: TimeMention
    var other: TimeMention
    /// One step told at two times, rather than two steps in the wrong order.
    var isSame: Bool
  }

  func faults() -> [Fault] {
    var faults: [Fault] = []
    var told: [[UInt16]: [Event]] = [:]
    var title: (words: [UInt16], sentence: Int)?
    for (index, sentence) in draft.sentences.enumerated() {
      let titles = titles(in: sentence.range)
      if titles.count > 1 {
        title = nil
        continue
      }
      if let own = titles.first { title = (own, index) }
      guard let known = title, index - known.sentence <= 4 else { continue }
      for time in draft.times[sentence.times] {
        let clause = clause(of: time, sentence)
        guard !titles.isEmpty || speaks(of: known.words, in: clause),
          let event = event(time, clause, known.words)
        else { continue }
        let before = told[known.words] ?? []
        if let other = before.last(where: { isBroken($0, event) }) {
          faults.append(Fault(time: event.time, other: other.time, isSame: other.rank == event.rank))
        }
        told[known.words, default: []].append(event)
      }
    }
    return faults
  }

  /// The document of a sentence: the words of its title, without 《》.
  private func titles(in range: Range<Int>) -> [[UInt16]] {
    var titles: [[UInt16]] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard prose.units[index] == Self.open else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, prose.units[end] != Self.close { end += 1 }
      titles.append(Array(prose.units[index + 1..<end]))
      index = end
    }
    return titles
  }

  /// 该办法, 该意见: by the last word of the title.
  private func speaks(of title: [UInt16], in clause: Range<Int>) -> Bool {
    title.count > 1 && prose.hasAny([Self.that, Self.this].map { [$0] + title.suffix(2) }, in: clause)
  }

  private func event(_ time: TimeMention, _ clause: Range<Int>, _ title: [UInt16]) -> Event? {
    // Between a time and the end of its clause, or of a list item, stands one step.
    var start = time.range.upperBound
    while start < clause.upperBound, Self.marks.contains(prose.units[start]) { start += 1 }
    var end = start
    while end < clause.upperBound, !Self.marks.contains(prose.units[end]) {
      end += 1
      if prose.units[end - 1] == Self.close { start = end }
    }
    guard let date = draft.date(of: time), time.range.upperBound < end else { return nil }
    let lead = clause.lowerBound..<time.range.lowerBound
    // 依照该细则于9月启动, 9月依照该细则启动.
    if prose.hasAny(Self.citing, in: lead) && speaks(of: title, in: lead)
      || prose.hasAny(Self.citing, at: start) && speaks(of: title, in: start..<min(end, start + 6)),
      !prose.hasAny(Self.otherYears, in: clause)
    {
      return Event(title: title, rank: WorkStages.inForce, time: time, date: date, isCited: true)
    }
    // 4月18日印发《…》: held against what is done by the document only.
    if !prose.hasAny(Self.otherVersions, in: time.range.upperBound..<end),
      let open = prose.units[time.range.upperBound..<end].firstIndex(of: Self.open),
      open - time.range.upperBound < 4, prose.hasAny(Self.issuing, before: open)
    {
      return Event(title: title, rank: WorkStages.issued, time: time, date: date, isIssuing: true)
    }
    guard let rank = WorkStages.ofDocument(in: start..<end, prose),
      !outside(titlesOf: clause).contains(where: { prose.hasAny(Self.otherVersions, in: $0) })
    else { return nil }
    return Event(title: title, rank: rank, time: time, date: date)
  }

  /// What stands before and behind the titles of a clause.
  private func outside(titlesOf clause: Range<Int>) -> [Range<Int>] {
    guard let open = prose.units[clause].firstIndex(of: Self.open),
      let close = prose.units[clause].lastIndex(of: Self.close), open < close
    else { return [clause] }
    return [clause.lowerBound..<open, close..<clause.upperBound]
  }

  /// The clause of a time; 9月,该导则…: of one that stands alone the next.
  private func clause(of time: TimeMention, _ sentence: DraftSentence) -> Range<Int> {
    let clause = prose.clause(around: time.range)
    guard clause.upperBound == time.range.upperBound, clause.upperBound + 1 < sentence.range.upperBound else {
      return clause
    }
    let next = clause.upperBound + 1
    return clause.lowerBound..<prose.clause(around: next..<next + 1).upperBound
  }

  private func isBroken(_ first: Event, _ second: Event) -> Bool {
    // A time without its year is held against others of its kind, or of the same year.
    guard first.date.year == second.date.year, let one = first.date.month, let two = second.date.month,
      !first.isCited
    else { return false }
    // 2024年4月18日印发, 今年3月依据: the year told holds for one of them only.
    if first.isIssuing, first.time.saysYear != second.time.saysYear { return false }
    if second.isCited { return Self.onceOnly.contains(first.rank) && one > two }
    guard !first.isIssuing, !second.isIssuing,
      draft.sentence(at: first.time.range.lowerBound) != draft.sentence(at: second.time.range.lowerBound)
    else { return false }
    if first.rank == second.rank {
      guard let day = first.date.day, let other = second.date.day else { return false }
      return (one, day) != (two, other) && Self.onceOnly.contains(first.rank)
    }
    if one == two, let day = first.date.day, let other = second.date.day {
      return first.rank > second.rank ? day < other : day > other
    }
    return first.rank > second.rank ? one < two : one > two
  }

  private static let (open, close, that, this): (UInt16, UInt16, UInt16, UInt16) = (
    0x300A, 0x300B, 0x8BE5, 0x672C
  )
  private static let marks = UnitSet(",;:。、（）")
  private static let onceOnly: Set<Int> = [WorkStages.issued, WorkStages.inForce]
  private static let issuing = Mark.words("印发 出台 发布 印发了 出台了")
  private static let citing = Mark.words("依照 按照 依据 根据 对照")
  private static let otherYears = Mark.words("去年 上年 次年 明年 修订")
  private static let otherVersions = Mark.words("修订 修改 重新 再次 修正 补充 稿 草案 细则 配套 解读 现场会 通报 评估 去年 上年 次年 明年")
}

extension TimeMention {
  /// Whether a year is told with it.
  fileprivate var saysYear: Bool {
    if case .date = meaning { return true }
    return false
  }
}
