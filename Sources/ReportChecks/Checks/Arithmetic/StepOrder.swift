import ReportModel

/// 工序先后: steps of one piece of work told month by month, of which a later one comes first (4月验收、6月立项), a document in force before it
/// was adopted, and dates of one series that fall back (9月27日和8月31日).
///
/// The months of steps stand in order, so that no turn of the year explains it, and nothing but the step stands behind each: it is one work
/// that they tell of.
struct StepOrder {
  let draft: Draft
  let prose: CheckProse

  /// A step of a kind of work, and how far on in it.
  private struct Step {
    var time: TimeMention
    var month: Int
    var kind: Int
    var rank: Int
  }

  /// Each step that was told too early, with the one that should stand before it.
  func pairs() -> [(early: TimeMention, late: TimeMention)] {
    var pairs: [(early: TimeMention, late: TimeMention)] = []
    for sentence in draft.sentences where sentence.times.count > 1 {
      var last: Step?
      for index in sentence.times {
        guard let step = step(draft.times[index], sentence) else {
          last = nil
          continue
        }
        if let last, last.month < step.month, last.kind == step.kind, last.rank > step.rank {
          pairs.append((last.time, step.time))
        }
        last = step
      }
    }
    return pairs
  }

  /// 该办法4月1日起施行,于4月18日由常务会议审议通过: each time in force with the later one of adoption, which nothing but 于, 经 parts.
  func adoptions() -> [(inForce: TimeMention, adopted: TimeMention)] {
    draft.sentences.filter { $0.times.count > 1 }.flatMap { sentence in
      zip(sentence.times, sentence.times.dropFirst()).compactMap { first, second in
        let (inForce, adopted) = (draft.times[first], draft.times[second])
        guard let before = day(of: inForce), let after = day(of: adopted), before < after,
          let verb = Self.inForce.first(where: { prose.has($0, at: inForce.range.upperBound) })
        else { return nil }
        let gap =
          inForce.range.upperBound
          + verb.count..<max(inForce.range.upperBound + verb.count, adopted.range.lowerBound)
        let behind = adopted.range.upperBound..<prose.clause(around: adopted.range).upperBound
        guard gap.count <= 4, gap.allSatisfy({ Self.links.contains(prose.units[$0]) }), behind.count <= 24,
          behind.allSatisfy({ Mark.isHan(prose.units[$0]) }),
          prose.hasAny(Self.adopted, before: behind.upperBound)
        else { return nil }
        return (inForce, adopted)
      }
    }
  }

  /// 先后于2月14日、5月20日和4月18日召开3次会议: each date of a series of as many events that lies before the one told before it.
  func seriesFallingBack() -> [(date: TimeMention, before: TimeMention)] {
    draft.sentences.filter { $0.times.count > 2 }.flatMap { sentence -> [(TimeMention, TimeMention)] in
      var found: [(TimeMention, TimeMention)] = []
      var index = sentence.times.lowerBound
      while index < sentence.times.upperBound {
        var end = index + 1
        while end < sentence.times.upperBound, areListed(draft.times[end - 1], draft.times[end]) { end += 1 }
        let run = draft.times[index..<end]
        index = end
        guard run.count > 2, isSeries(run, sentence) else { continue }
        for (before, date) in zip(run, run.dropFirst()) {
          guard let first = day(of: before), let second = day(of: date), second < first else { continue }
          found.append((date, before))
        }
      }
      return found
    }
  }

  private func areListed(_ first: TimeMention, _ second: TimeMention) -> Bool {
    let gap = first.range.upperBound..<second.range.lowerBound
    return gap.count == 1 && Self.listMarks.contains(prose.units[gap.lowerBound])
  }

  /// 先后于…, or 分别于… beside as many events: four dates and 四期. Three hospitals may well be done in any order.
  private func isSeries(_ run: ArraySlice<TimeMention>, _ sentence: DraftSentence) -> Bool {
    guard let first = run.first, let last = run.last else { return false }
    let before = max(sentence.range.lowerBound, first.range.lowerBound - 4)..<first.range.lowerBound
    if prose.hasAny(Self.successively, in: before) { return true }
    guard prose.hasAny(Self.respectively, in: before), run.count < Self.numerals.count else { return false }
    let counts = ["\(run.count)", Self.numerals[run.count]].flatMap { number in
      Self.events.map { Mark.word(number + $0) }
    }
    return prose.hasAny(counts, in: sentence.range.lowerBound..<first.range.lowerBound)
      || prose.hasAny(counts, in: last.range.upperBound..<sentence.range.upperBound)
  }

  /// Days counted from the year nought, as far as a year is named; without the day of a month, its first.
  private func day(of time: TimeMention) -> Int? {
    switch time.meaning {
    case .date(let date): date.month.map { (date.year * 12 + $0) * 31 + (date.day ?? 1) }
    case .month(let month, let day): month * 31 + (day ?? 1)
    default: nil
    }
  }

  private func step(_ time: TimeMention, _ sentence: DraftSentence) -> Step? {
    guard let month = month(of: time) else { return nil }
    var start = time.range.upperBound
    while start < sentence.range.upperBound, Self.partsOfMonth.contains(prose.units[start]) { start += 1 }
    var end = start
    while end < sentence.range.upperBound, Mark.isHan(prose.units[end]) { end += 1 }
    guard end - start <= 6 else { return nil }
    for (kind, ranks) in Self.works.enumerated() {
      for (rank, words) in ranks.enumerated() where prose.hasAny(words, in: start..<end) {
        return Step(time: time, month: month, kind: kind, rank: rank)
      }
    }
    return nil
  }

  /// Counted from the year nought, as far as a year is named.
  private func month(of time: TimeMention) -> Int? {
    switch time.meaning {
    case .date(let date): date.month.map { date.year * 12 + $0 }
    case .month(let month, _): month
    default: nil
    }
  }

  private static let inForce = [
    "施行", "起施行", "起正式施行", "起实施", "起正式实施", "生效", "起生效", "正式施行", "起执行", "开始施行",
  ].map(Mark.word)
  private static let adopted = ["审议通过", "表决通过", "讨论通过", "研究通过", "通过", "审定", "批准"].map(Mark.word)
  private static let links = UnitSet(",、并且已于在经由")
  private static let listMarks = UnitSet("、和及与,")
  private static let successively = ["先后于", "先后在", "依次于", "先后"].map(Mark.word)
  private static let respectively = ["分别于", "分别在", "分别"].map(Mark.word)
  private static let events = ["次", "期", "轮", "场", "批", "届", "回"]
  private static let numerals = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
  private static let partsOfMonth = UnitSet("份底初末前上中下旬")
  /// Kinds of work, each with its steps in order.
  private static let works: [[[[UInt16]]]] = [
    [
      ["立项", "可研", "选址", "申报"], ["招标", "招投标", "设计"], ["开工", "动工", "施工", "进场", "奠基"],
      ["完工", "竣工", "建成", "封顶"],
      ["验收"], ["投用", "投入使用", "交付", "投产", "启用", "运营", "开园"],
    ],
    [["调研", "摸底"], ["起草", "形成初稿"], ["征求意见"], ["审议", "审定"], ["印发", "出台"], ["评估"]],
    [["动员", "部署", "启动"], ["总结", "收官", "结束", "收尾"]],
  ].map { $0.map { $0.map(Mark.word) } }
}
