import ReportModel

/// 次序: meetings, batches and issues listed one after another, with one left out or named twice.
struct SequenceCheck: DraftCheck {
  let about = CheckDescription(
    "structure.sequence", .warning, "并列的“第N次”“第N批”不相连",
    rationale: "“第十次、第十一次、第十三次会议”这样并列的次序，除一处外都逐个相连的，指出不相连的一处。",
    source: "实务",
    triggering: [
      .draft("全年召开会议4次，分别为第十次、第十一次、第十二次、[[第十四次]]会议。"),
      .draft("县委[[第七次深改委会议和第六次]]深改委会议听取了汇报。"),
      .draft("召开第三次、第四次、[[第四次]]区委深改委会议。"),
    ],
    silent: [
      .draft("全年召开会议5次，从第十七次会议到第二十一次会议。第十次党代会和第六次全会召开。"),
      .draft("全年召开会议5次，从第十七次会议到第二十一次会议，审议文件19件。"),
      .draft("全年召开会议4次，分别为第十次、第十一次、第十二次、第十三次会议。"), .draft("获全市第一名、第三名、第八名。"),
      .draft("传达第三次、第五次、第九次会议精神。"),
      .draft("反馈意见5条，第1条、第2条、第4条已落实，第3条、第5条正在推进。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let ordinals = draft.names.compactMap { name -> Ordinal? in
      guard case .ordinal(let number) = name.kind, prose.units[name.range.lowerBound] == Mark.ordinal else {
        return nil
      }
      return (number, name.range)
    }
    var run: [Ordinal] = []
    for ordinal in ordinals {
      if let last = run.last, !follows(ordinal.range, last.range, prose) {
        check(run, draft, &result)
        run = []
      }
      run.append(ordinal)
    }
    check(run, draft, &result)
    if let page = input.page { counted(ordinals, page, prose, &result) }
    pairs(ordinals, draft, prose, &result)
  }

  /// 召开会议4次,从第十七次到第二十一次: the first and the last make how many there were.
  private func counted(
    _ ordinals: [Ordinal], _ page: FigurePage, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    let draft = page.draft
    for (first, last) in zip(ordinals, ordinals.dropFirst()) where last.number > first.number {
      let gap = first.range.upperBound..<last.range.lowerBound
      guard gap.count <= 10, let unit = prose.units[..<first.range.upperBound].last,
        // 前移7位;单项从第48位退到第51位: ranks are not gone through one by one.
        Self.kinds.contains(unit), unit == prose.units[last.range.upperBound - 1],
        gap.contains(where: { Self.upTo.contains(prose.units[$0]) }),
        !gap.contains(where: { Mark.clauseEnds.contains(prose.units[$0]) || prose.units[$0] == 0x3001 }),
        let sentence = draft.sentence(at: first.range.lowerBound),
        let figure = draft.sentences[sentence].quantities.last(where: {
          page.range($0).upperBound <= first.range.lowerBound
        }), first.range.lowerBound - page.range(figure).upperBound <= 12, page.isExact(figure),
        page.unit(figure).utf16.first == unit,
        page.claim(figure).change == nil
      else { continue }
      let count = last.number - first.number + 1
      if page.value(figure) == .init(count) { continue }
      result.report(
        draft.text.place(first.range.lowerBound..<last.range.upperBound),
        "起止次序与次数不符：\(last.number)-\(first.number)+1=\(count),文中写\(page.number(figure))", "请核对次数和起止的次序",
        related: [.init(draft.text.place(page.range(figure)), "次数写在这里")])
    }
  }

  /// 第七次深改委会议和第六次深改委会议: two of a kind in the wrong sequence, or the same one twice.
  private func pairs(
    _ ordinals: [Ordinal], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    for (first, second) in zip(ordinals, ordinals.dropFirst()) {
      let gap = first.range.upperBound..<second.range.lowerBound
      guard
        (2...14).contains(gap.count),
        let kind = prose.units[first.range].last, Self.kinds.contains(kind),
        prose.units[second.range].last == kind,
        Self.joins.contains(prose.units[gap.upperBound - 1]),
        prose.units[gap].allSatisfy({ Mark.isHan($0) || Self.joins.contains($0) }),
        prose.has(Array(prose.units[gap.dropLast()].suffix(2)), at: second.range.upperBound)
          || prose.first(
            Array(prose.units[gap.dropLast()]),
            in: (second.range.upperBound..<prose.units.count).prefix(gap.count)) != nil
      else { continue }
      if second.number <= first.number {
        result.report(
          draft.text.place(first.range.lowerBound..<second.range.upperBound),
          second.number == first.number
            ? "“\(draft.text.string(second.range))”写了两次"
            : "次序颠倒：“\(draft.text.string(first.range))”写在“\(draft.text.string(second.range))”前面",
          "请核对次序")
      }
    }
  }

  /// Only 、 or 和 between two of them, and both count the same.
  private func follows(_ next: Range<Int>, _ last: Range<Int>, _ prose: CheckProse) -> Bool {
    next.lowerBound - last.upperBound == 1 && Self.joins.contains(prose.units[last.upperBound])
      && prose.units[next.upperBound - 1] == prose.units[last.upperBound - 1]
  }

  private func check(_ run: [Ordinal], _ draft: Draft, _ result: inout CheckResult) {
    guard run.count > 2 else { return }
    let steps = NumberRun.steps(run.map(\.number))
    let breaks = run.indices.dropFirst().filter { steps[$0 - 1] != .next }
    guard breaks.count == 1, let place = breaks.first, !isSpread(run[place - 1], run[place], draft) else {
      return
    }
    let before = draft.text.string(run[place - 1].range)
    result.report(
      draft.text.place(run[place].range), "次序不相连：“\(before)”之后是“\(draft.text.string(run[place].range))”",
      "请核对是漏了一次还是写错次序")
  }

  /// 第1条、第2条、第4条已落实,第3条正在推进: what one group skips stands in another one of the sentence.
  private func isSpread(_ before: Ordinal, _ next: Ordinal, _ draft: Draft) -> Bool {
    guard before.number + 1 < next.number, let sentence = draft.sentence(at: next.range.lowerBound) else {
      return false
    }
    let range = draft.sentences[sentence].range
    return (before.number + 1..<next.number).allSatisfy { skipped in
      draft.names.contains { name in
        guard range.contains(name.range.lowerBound), case .ordinal(skipped) = name.kind else { return false }
        return true
      }
    }
  }

  private typealias Ordinal = (number: Int, range: Range<Int>)

  private static let upTo = UnitSet("到至—-~")
  private static let joins = UnitSet("、和")
  private static let kinds = UnitSet("次届批期轮")
}
