import ReportModel

/// 易混词: words that are right elsewhere and wrong where they stand, from the office's own list.
struct ConfusableCheck: DraftCheck {
  let about = CheckDescription(
    "wording.confusable", .warning, "易混词用错",
    rationale: "按 Templates/confusables.yaml 里的词和上下文查，上下文对不上就不提示。词表可以自己增删，每条都带正反两个例句。",
    source: "实务；《现代汉语词典》",
    triggering: [
      .draft("落实好省市决策部署，[[聚集]]影响全区发展的热点难点问题，解放思想。"),
      .draft("[[截止]]2022年11月，共办理信访件54件。"),
      .draft("公布区级政府[[权利]]清单，完善“基层吹哨、部门[[报道]]”机制。"),
    ],
    silent: [
      .draft("聚集了一批重点企业，有关做法被省级媒体报道。报名截止日期为3月31日。"),
      .draft("依法维护农民土地承包权利，坚持以经济建设为中心。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let entries = input.terms.compiledConfusables
    result.recognise("confusableWords", "易混词（词表条数）", entries.count)
    for hit in input.found(.confusables) {
      let (number, range) = (hit.phrase, hit.range)
      guard prose.isRead(range.lowerBound), entries[number].applies(to: range, in: prose) else { continue }
      let entry = input.terms.lists.confusables[number]
      result.report(
        draft.text.place(range), "“\(entry.wrong)”用在这里，疑为“\(entry.right)”",
        entry.isDoubtful ? "请按上下文确认用哪个词" : "如属误用，请改为“\(entry.right)”",
        severity: entry.isDoubtful ? .note : nil, explanation: entry.note,
        replacement: entry.isDoubtful ? nil : entry.right)
    }
  }
}

/// A confusable word with its contexts laid out for comparing.
struct CompiledConfusable: Sendable {
  private let before: [[UInt16]]
  private let after: [[UInt16]]
  private let near: [[UInt16]]
  private let unless: [[UInt16]]
  private let without: [[UInt16]]
  private let opensClause: Bool

  init(_ entry: Confusable) {
    before = entry.before.map(Mark.word)
    after = entry.after.map(Mark.word)
    near = entry.near.map(Mark.word)
    unless = entry.unless.map(Mark.word)
    without = entry.without.map(Mark.word)
    opensClause = entry.opensClause
  }

  /// Whether a place where the word stands is one where it is wrong.
  func applies(to range: Range<Int>, in prose: CheckProse) -> Bool {
    for word in unless {
      // Overlapping or touching: the excusing word may begin before the place and end behind it.
      for start in max(0, range.lowerBound - word.count)...range.upperBound where prose.has(word, at: start) {
        return false
      }
    }
    let clause = prose.clause(around: range)
    // 二、聚集重点领域: only the number of a heading or an item stands before.
    if opensClause, !prose.units[clause.lowerBound..<range.lowerBound].allSatisfy(Self.numbering.contains) {
      return false
    }
    if !without.isEmpty, prose.hasAny(without, in: prose.sentence(around: range)) { return false }
    if before.isEmpty, after.isEmpty, near.isEmpty { return true }
    return prose.hasAny(before, before: range.lowerBound) || prose.hasAny(after, at: range.upperBound)
      || prose.hasAny(near, in: clause)
  }

  private static let numbering = UnitSet("一二三四五六七八九十0123456789、.()是")
}
