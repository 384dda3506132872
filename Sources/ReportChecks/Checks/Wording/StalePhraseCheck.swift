import ReportModel

/// 旧提法: set phrases that later ones have replaced.
struct StalePhraseCheck: DraftCheck {
  let about = CheckDescription(
    "wording.stale-phrase", .warning, "提法已经更新",
    rationale: "固定提法和机构名称按年更替，照抄往年的稿子就会留下旧的。按 Templates/wording.yaml 的“旧提法”和报告年度查；书名号里的历史文件名不算。",
    source: "实务",
    triggering: [
      .draft("2023年改革工作总结报告\n2023年，全区[[深入学习贯彻党的十九大精神]]，推进改革。")
    ],
    silent: [
      .draft("2021年改革工作总结报告\n2021年，全区深入学习贯彻党的十九大精神，推进改革。")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let phrases = input.terms.lists.stalePhrases
    for hit in input.found(.stalePhrases) {
      let (number, range) = (hit.phrase, hit.range)
      guard prose.isRead(range.lowerBound), !prose.isTitle(range.lowerBound) else { continue }
      guard let year = draft.reportYear(at: range.lowerBound), year >= phrases[number].since else { continue }
      let sentence = prose.sentence(around: range)
      if phrases[number].unless.contains(where: { prose.first(Mark.word($0), in: sentence) != nil }) {
        continue
      }
      result.report(
        draft.text.place(range), "“\(phrases[number].phrase)”是旧提法，现为“\(phrases[number].current)”",
        "请按最新提法改写")
    }
  }
}

extension Draft {
  /// The year that the article around a place tells of.
  func reportYear(at index: Int) -> Int? {
    articles.first { $0.range.contains(index) }?.year
  }
}
