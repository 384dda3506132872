import ReportModel

/// 上年延期事项: each of them must be done, postponed again or dropped with a word.
struct CarriedItemsCheck: Check {
  let about = CheckDescription(
    "last-year.carried", .warning, "上年延期的事项，今年没有交代",
    rationale: "上年报告写明延期的事项，今年应说明已经完成、再次延期或不再实施。名称按意思相近比对，有没有引号都算；只在下一步打算里提到的，不算交代。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。[[上年延期的“推进再生资源回收体系市场化改革”已经完成。]]",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。\n延期任务1：制定社区嵌入式养老服务标准。延期原因：省级标准正在修订。\n延期任务2：推进再生资源回收体系市场化改革。延期原因：选址重新论证。"
      )
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。出台《青溪区社区嵌入式养老服务标准》，完成上年延期任务。再生资源回收体系市场化改革引入社会资本8600万元。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。\n延期任务1：制定社区嵌入式养老服务标准。延期原因：省级标准正在修订。\n延期任务2：推进再生资源回收体系市场化改革。延期原因：选址重新论证。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。上年延期的1项任务已经完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成43项，延期1项。\n延期任务1：制定社区嵌入式养老服务标准。延期原因：省级标准正在修订。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, !last.delayed.isEmpty else {
      return
    }
    let draft = study.draft
    var missing: [(name: String, planned: Range<Int>?)] = []
    let finder = NameFinder(draft)
    let links = TaskLinks(input.ledger?.report)
    for (name, found) in zip(last.delayed, finder.sentences(naming: last.delayed)) {
      var places = found
      // The item may bear another name by now: the link in this year's ledger tells which.
      if let heir = links.heir(ofNumber: last.numbers[name], named: name, year: last.year), heir.name != name
      {
        places += finder.sentences(naming: [heir.name])[0]
      }
      if places.contains(where: { draft.role(of: draft.sentences[$0].section) != .plan }) { continue }
      missing.append((name, places.first.map { draft.sentences[$0].range }))
    }
    again(last, study, &result)
    result.recognise("lastYearDelayed", "上年延期事项", last.delayed.count)
    result.recognise("lastYearDelayedFound", "今年有交代的上年延期事项", last.delayed.count - missing.count)
    if missing.isEmpty || accountsForAll(last.delayed.count, draft, study.page) { return }
    let place = speaksOfLast(draft) ?? draft.articles.first?.title ?? draft.paragraphs.first?.range ?? 0..<0
    for item in missing {
      if let planned = item.planned {
        result.report(
          draft.text.place(planned), "上年延期的“\(item.name)”只在下一步打算里提到，没有写今年的结果", "请写明今年是已完成、再次延期还是不再实施")
      } else {
        result.report(
          draft.text.place(place), "上年延期的“\(item.name)”今年没有交代", "请写明已完成、再次延期或不再实施",
          explanation: "上年报告把它列为延期事项，今年的文稿里没有找到相近的名称")
      }
    }
  }

  /// The sentence that tells of last year's postponed items, though not of each.
  private func speaksOfLast(_ draft: Draft) -> Range<Int>? {
    draft.sentences.last { sentence in
      guard draft.role(of: sentence.section) != .plan else { return false }
      let text = draft.text.folded(sentence.range)
      return ["上年", "去年", "上述", "往年"].contains { text.contains($0) }
        && ["延期", "结转", "顺延"].contains { text.contains($0) }
    }?.range
  }

  /// Postponed last year and this year, too: it has to be said.
  private func again(_ last: LastYear, _ study: DraftStudy, _ result: inout CheckResult) {
    let draft = study.draft
    let before = last.study?.facts.delayedNames ?? last.delayed.map { NameLikeness($0) }
    for (number, name) in study.facts.postponed where before.contains(where: { $0.likeness(name) >= 75 }) {
      let delay = draft.delays[number]
      let first = draft.sentence(at: delay.range.lowerBound)
      let text = draft.text.folded(
        (first.map { draft.sentences[$0].range.lowerBound } ?? delay.range.lowerBound)..<delay.range
          .upperBound)
      if Self.repeating.contains(where: { text.contains($0) }) { continue }
      result.report(
        draft.text.place(delay.name), "“\(draft.text.string(delay.name))”上年已经延期，今年又延期，没有写明是再次延期",
        "请写明“再次延期”，并说明上年的原因是否已经解决")
    }
  }

  private static let repeating = [
    "再次", "再延", "继续", "仍", "第二次", "二次", "连续", "上年", "去年", "上一年", "结转", "两年", "依然", "还需",
  ]

  /// 上年延期的2项任务均已完成: told of together.
  private func accountsForAll(_ count: Int, _ draft: Draft, _ page: FigurePage) -> Bool {
    draft.quantities.indices.contains { figure in
      let sentence = draft.sentences[page.claim(figure).sentence].range
      guard page.value(figure) == .init(count), draft.role(of: page.claim(figure).section) != .plan else {
        return false
      }
      let text = page.text(sentence)
      let speaksOfLast = ["上年延期", "去年延期", "上年结转", "去年结转", "结转的", "上年度延期", "年延期的"].contains {
        text.contains($0)
      }
      return speaksOfLast
        && (page.cues.has(.done, in: sentence) || page.cues.has(.ended, in: sentence)
          || page.cues.has(.delayed, in: page.after(figure)))
    }
  }
}
