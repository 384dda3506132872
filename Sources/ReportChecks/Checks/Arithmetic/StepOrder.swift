import ReportModel

/// 工序先后: steps of one piece of work told month by month, of which a later one comes first (4月验收、6月立项).
///
/// The months themselves stand in order, so that no turn of the year explains it, and nothing but the step stands behind each: it is one work
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
