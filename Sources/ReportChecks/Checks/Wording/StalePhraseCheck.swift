import ReportModel

/// 旧提法: set phrases that later ones have replaced.
struct StalePhraseCheck: DraftCheck {
  let about = CheckDescription(
    "wording.stale-phrase", .warning, "提法已经更新",
    rationale:
      "固定提法和机构名称按年更替，照抄往年的稿子就会留下旧的。按 Templates/wording.yaml 的“旧提法”和报告年度查；“迎接”一类盼望的话，所盼的事过后才成文、又说的是以后，也是旧的。书名号里的历史文件名不算。",
    source: "实务",
    triggering: [
      .draft("2023年改革工作总结报告\n2023年，全区[[深入学习贯彻党的十九大精神]]，推进改革。"),
      .draft(
        "2022年改革工作总结报告\n2022年，完成任务30项。\n二、下一步打算\n2023年，以优异成绩[[迎接党的二十大]]胜利召开。"),
    ],
    silent: [
      .draft(
        "2022年上半年改革工作总结\n区委改革办\n（2022年7月5日）\n完成任务12项。\n二、下一步打算\n下半年，以优异成绩迎接党的二十大胜利召开。"),
      .draft("2022年改革工作总结报告\n上半年，干部群众以优异成绩迎接党的二十大胜利召开。"),
      .draft("2021年改革工作总结报告\n2021年，全区深入学习贯彻党的十九大精神，推进改革。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let phrases = input.terms.lists.stalePhrases
    for hit in input.found(.stalePhrases) {
      let (number, range) = (hit.phrase, hit.range)
      guard prose.isRead(range.lowerBound), !prose.isTitle(range.lowerBound) else { continue }
      guard let article = draft.article(at: range.lowerBound),
        isOver(phrases[number].since, in: article, draft, prose, at: range)
      else { continue }
      let sentence = prose.sentence(around: range)
      if phrases[number].unless.contains(where: { prose.first(Mark.word($0), in: sentence) != nil }) {
        continue
      }
      result.report(
        draft.text.place(range), "“\(phrases[number].phrase)”是旧提法，现为“\(phrases[number].current)”",
        "请按最新提法改写")
    }
  }

  /// Whether a report is of a time when a phrase is stale: by its year, or where it was written after a month and tells of what is to come.
  private func isOver(
    _ since: PartialDate, in article: DraftArticle, _ draft: Draft, _ prose: CheckProse, at place: Range<Int>
  ) -> Bool {
    guard let year = article.year else { return false }
    guard let month = since.month else { return year >= since.year }
    guard year == since.year else { return year > since.year }
    guard prose.isAtEnd(article, of: year, after: month),
      let sentence = draft.sentences.first(where: { $0.range.contains(place.lowerBound) })
    else { return false }
    return StalePlanYears(draft: draft, prose: prose).looksAhead(sentence)
      || prose.year(in: sentence.range).map { $0.year > year } ?? false
  }
}

extension Draft {
  /// The year that the article around a place tells of.
  func reportYear(at index: Int) -> Int? {
    articles.first { $0.range.contains(index) }?.year
  }
}
