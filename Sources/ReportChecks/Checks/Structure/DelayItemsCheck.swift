import Foundation
import ReportModel

/// 延期事项: what a list of delayed tasks says of each but one; a task that is done and delayed at once; new deadlines that do not
/// fit the old ones.
struct DelayItemsCheck: DraftCheck {
  let about = CheckDescription(
    "structure.delay-items", .error, "延期事项缺原因或新时限、新旧时限矛盾，或者又说已完成",
    rationale:
      "逐项列出的延期任务，别的各项都写了延到什么时候、为什么延期而只有一项没有写的，指出这一项。“原定某月，延至某月”后一个时间要晚于前一个，写明延长多久的要与两个时间相符。同一任务不能既列在完成的里面，又列在延期的里面。",
    source: "实务",
    triggering: [
      .draft(
        "三项任务未能如期完成：\n1.甲室产权公有化。原因：房屋系租用，需新建。拟延至2024年10月。\n2.[[乙馆全覆盖]]。原因：医师缺额6名。\n3.丙平台联通。原因：专线未铺设。拟延至2024年6月。"
      ),
      .draft(
        "三项任务未能如期完成：\n1.甲室改造，因房屋系租用，延至2024年10月，牵头单位区教育局。\n2.[[乙馆全覆盖]]，延至2024年6月，牵头单位区卫健局。\n3.丙平台联通，因专线未铺设，延至2024年8月，牵头单位区数据局。"
      ),
      .draft(
        "三项任务未能如期完成：\n1.甲室改造，因房屋系租用，延至2024年10月，牵头单位区教育局。\n2.[[乙馆全覆盖]]，因医师缺额，延至2024年6月。\n3.丙平台联通，因专线未铺设，延至2024年8月，牵头单位区数据局。"
      ),
      .draft("城中村改造立项任务原定2022年11月完成，经审议延[[至2022年8月]]。"),
      .draft("信息平台经批准延期半年，由2024年6月底延[[至2024年10月底]]。"),
      .draft("民生领域12项任务中，长护险扩面、[[助餐点建设]]等10项全部完成；助餐点建设、电梯加装2项延期。"),
      .draft("其中完成8项，延期1项。延期的为“集体林权登记”。[[该任务已于10月全面完成]]。"),
      .draft(
        "2021年甲区改革工作总结\n一、总体情况\n任务10项，完成8项，延期2项。数据确权改革因平台未开放，延至2022年6月。普惠托育改革因验收未通过，延至2022年9月。\n二、存在问题\n一是“数据确权改革”和“[[电梯加装改革]]”两项改革没有按期办结。"
      ),
    ],
    silent: [
      .draft(
        "三项任务未能如期完成：\n1.甲室改造，因房屋系租用，延至2024年10月，牵头单位区教育局。\n2.乙馆全覆盖，因医师缺额，延至2024年6月。\n3.丙平台联通，因专线未铺设，延至2024年8月。"
      ),
      .draft("人才公寓改革因资金未到位，延期至2022年9月。推动数据确权改革、人才公寓改革2项任务按时限完成。"),
      .draft("以踏石留印、抓铁有痕的劲头推动2项延期任务和2项跨年度任务如期完成。"),
      .draft(
        "（一）经济领域。任务6项，数据确权改革因平台未开放，延至2022年6月。\n（二）农业领域。任务5项全部完成。\n（三）社会领域。任务4项，托育改革因验收未通过，延至2022年9月。"
      ),
      .draft(
        "三项任务未能如期完成：\n1.甲室产权公有化（房屋系租用，延至2024年10月）。\n2.乙馆全覆盖（医师缺额，延至2024年6月）。\n3.丙平台联通（专线未铺设，延至2024年8月）。"),
      .draft("城中村改造立项任务原定2022年11月完成，经审议延至2023年8月。信息平台延期半年，由2024年6月底延至2024年12月底。"),
      .draft("民生领域12项任务中，长护险扩面、服务券发放等10项全部完成；助餐点建设、电梯加装2项延期。"),
      .draft("其中完成8项，延期1项。延期的为“集体林权登记”。该任务已完成外业，内业尚需4个月。"),
      .draft(
        "2021年甲区改革工作总结\n一、总体情况\n任务10项，完成8项，延期2项。数据确权改革因平台未开放，延至2022年6月。普惠托育改革因验收未通过，延至2022年9月。\n二、存在问题\n一是“数据确权”和“普惠托育”两项改革没有按期办结，“电梯加装改革”群众知晓率不高。"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let items = DelayItems(draft, prose)
    for run in items.runs() { lacking(run, items, draft, &result) }
    for move in items.moves() {
      result.report(draft.text.place(move.place), move.message, "请核对原时限和新时限")
    }
    if let page = input.page {
      for stray in NamedDelays(page: page, prose: prose).strays() {
        result.report(
          draft.text.place(stray), "“\(draft.text.string(stray))”写在延期事项里，前面列的延期事项没有这一项", "请核对名称",
          related: draft.delays.prefix(6).map { .init(draft.text.place($0.name), "前面列的延期事项") })
      }
    }
    for double in items.doubles() {
      result.report(
        draft.text.place(double.done), "“\(draft.text.string(double.delayed))”既写已完成，又写延期", "请核对这项任务完成了没有",
        related: [.init(draft.text.place(double.delayed), "延期写在这里")])
    }
  }

  /// The one item of a list that does not say what all others say.
  private func lacking(
    _ run: [Range<Int>], _ items: DelayItems, _ draft: Draft, _ result: inout CheckResult
  ) {
    for (says, what) in [
      (items.saysUntil, "延期到什么时候"), (items.saysWhy, "为什么延期"), (items.saysWho, "由哪个单位牵头"),
    ] {
      let silent = run.filter { !says($0) }
      guard silent.count == 1, let item = silent.first, !items.isEnded(item),
        !(what == "延期到什么时候" && items.tellsAnyTime(item))
      else { continue }
      let name = items.name(of: item)
      result.report(
        draft.text.place(name), "这一项没有写\(what)，并列的其他\(run.count - 1)项都写了", "请补上，或写明为什么没有")
    }
  }
}

/// The delayed tasks of a draft as a clerk reads them.
struct DelayItems {
  let draft: Draft
  let prose: CheckProse

  init(_ draft: Draft, _ prose: CheckProse) {
    self.draft = draft
    self.prose = prose
  }

  // MARK: Lists

  /// Three or more numbered paragraphs on end, all but one of which say until when they are put off, or why.
  func runs() -> [[Range<Int>]] {
    guard prose.hasAny(Self.until, in: 0..<prose.units.count) else { return [] }
    var runs: [[Range<Int>]] = []
    var run: [Range<Int>] = []
    var last: (scheme: HeadingScheme, ordinal: Int)?
    var wasLabelled = false
    var before = 0..<0
    // （一）…延至2026年6月 is a field that goes on to what is delayed in it: a list of delayed tasks is announced as one.
    func close() {
      if run.count >= 3, run.count(where: saysUntil) * 2 > run.count,
        wasLabelled || prose.hasAny(Self.announcing, in: before)
      {
        runs.append(run)
      }
      run = []
    }
    let starts = Dictionary(
      draft.sections.filter { $0.ordinal != nil && $0.role != .domain }.map { ($0.range.lowerBound, $0) }
    ) { first, _ in first }
    var previous = 0..<0
    for paragraph in draft.paragraphs where !paragraph.range.isEmpty {
      defer { previous = paragraph.range }
      let mark = starts[paragraph.range.lowerBound].map { ($0.scheme, $0.ordinal ?? 0) }
      let isLabelled = isLabelled(paragraph.range.lowerBound)
      guard mark != nil || isLabelled else {
        close()
        last = nil
        continue
      }
      if isLabelled != wasLabelled { close() }
      wasLabelled = isLabelled
      if let mark, last.map({ $0.scheme != mark.0 || $0.ordinal + 1 != mark.1 }) ?? true { close() }
      last = mark.map { (scheme: $0.0, ordinal: $0.1) }
      if run.isEmpty { before = previous }
      run.append(paragraph.range)
    }
    close()
    return runs
  }

  /// 延期任务1:…; not 延期事项说明如下.
  private func isLabelled(_ start: Int) -> Bool {
    guard let label = Self.labels.first(where: { prose.has($0, at: start) }),
      start + label.count < prose.units.count
    else { return false }
    let next = prose.units[start + label.count]
    return !Mark.isHan(next) || Mark.numerals.contains(next)
  }

  /// 经会议审定,予以终止: it has no new deadline.
  func isEnded(_ item: Range<Int>) -> Bool { prose.hasAny(Self.ended, in: item) && !saysUntil(item) }

  private static let ended = Mark.words("予以终止 终止实施 同意终止 予以取消 予以撤销 不再实施 不再推进")

  func saysUntil(_ item: Range<Int>) -> Bool { prose.hasAny(Self.until, in: item) }

  /// 明年6月完成, 2024年三季度: a time to come, in whatever words.
  func tellsAnyTime(_ item: Range<Int>) -> Bool {
    draft.times.contains { time in
      guard item.contains(time.range.lowerBound) else { return false }
      switch time.meaning {
      case .date, .nextYear, .month, .quarter, .half: return true
      default: return false
      }
    }
  }

  /// Whether a clause stands beside the name that is neither the new deadline nor its approval.
  func saysWhy(_ item: Range<Int>) -> Bool {
    if prose.hasAny(Self.because, in: item) { return true }
    let clauses = clauses(of: item).dropFirst(prose.hasAny(Self.labels, at: item.lowerBound) ? 2 : 1)
    return clauses.contains { clause in
      clause.count >= 3 && !prose.hasAny(Self.until, in: clause) && !prose.hasAny(Self.approved, in: clause)
        && !prose.hasAny(Self.putOff, in: clause) && !prose.hasAny(Self.leads, at: clause.lowerBound)
    }
  }

  func saysWho(_ item: Range<Int>) -> Bool { prose.hasAny(Self.leads, in: item) }

  private static let leads = Mark.words("牵头 责任单位 责任部门 主办单位 承办单位")

  /// The name that an item begins with, behind its mark.
  func name(of item: Range<Int>) -> Range<Int> {
    var first = clauses(of: item).first { $0.contains { Mark.isHan(prose.units[$0]) } } ?? item
    if prose.hasAny(Self.labels, at: first.lowerBound), let next = clauses(of: item).dropFirst().first {
      first = next
    }
    let start =
      draft.sections.first { $0.range.lowerBound == item.lowerBound }?.mark.upperBound ?? first.lowerBound
    return start < first.upperBound ? max(start, first.lowerBound)..<first.upperBound : first
  }

  private func clauses(of range: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where Self.breaks.contains(prose.units[index]) {
      if index > start { clauses.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { clauses.append(start..<range.upperBound) }
    return clauses
  }

  // MARK: Done and delayed

  /// Tasks that stand both among the done and among the delayed ones.
  func doubles() -> [(done: Range<Int>, delayed: Range<Int>)] {
    var (done, delayed): ([Range<Int>], [Range<Int>]) = ([], [])
    for figure in draft.quantities where figure.quantity.unit == "项" {
      let end = figure.range.upperBound
      let behind = (end..<prose.clause(around: figure.range).upperBound).prefix(12)
      guard behind.lowerBound <= behind.upperBound else { continue }
      if prose.hasAny(Self.putOff, in: behind) {
        delayed += names(before: figure.range.lowerBound)
      } else if prose.hasAny(Self.finished, in: behind), !prose.hasAny(Self.unfinished, in: behind) {
        done += names(before: figure.range.lowerBound)
      }
    }
    for paragraph in draft.paragraphs {
      let start = paragraph.range.lowerBound
      for (labels, isDone) in [(Self.doneLabels, true), (Self.delayLabels, false)] {
        guard let label = labels.first(where: { prose.has($0, at: start) }) else { continue }
        let from = start + label.count
        let stop = prose.sentence(around: from..<from + 1).upperBound
        if isDone { done += names(in: from..<stop) } else { delayed += names(in: from..<stop) }
      }
    }
    delayed += draft.delays.filter { !$0.isTerminated }.map(\.name)
    var found: [(done: Range<Int>, delayed: Range<Int>)] = []
    var seen: Set<Int> = []
    for name in delayed where name.count >= 4 {
      // 推动2项延期任务和2项跨年度任务如期完成: words before both of them name neither.
      if let other = done.first(where: {
        $0.lowerBound != bare(name).lowerBound && prose.units[$0].elementsEqual(prose.units[bare(name)])
      }),
        seen.insert(other.lowerBound).inserted
      {
        found.append((other, bare(name)))
      }
    }
    return found + resumed()
  }

  /// 延期的为“甲”。该任务已于10月全面完成: the next sentence says the opposite.
  private func resumed() -> [(done: Range<Int>, delayed: Range<Int>)] {
    zip(draft.sentences, draft.sentences.dropFirst()).compactMap { first, next in
      guard prose.hasAny(Self.resuming, at: next.range.lowerBound), first.paragraph == next.paragraph,
        let word = Self.putOff.first(where: { prose.first($0, in: first.range) != nil }),
        let place = prose.first(word, in: first.range), !prose.hasAny(Self.unsettled, in: next.range),
        let name = draft.quotations.last(where: {
          first.range.contains($0.lowerBound) && $0.lowerBound > place
        })
          ?? draft.delays.first(where: { first.range.contains($0.name.lowerBound) })?.name
      else { return nil }
      let end =
        prose.units[next.range].last.map { Mark.clauseEnds.contains($0) } ?? false
        ? next.range.upperBound - 1 : next.range.upperBound
      return Self.finished.contains { prose.has($0, at: end - $0.count) }
        ? (next.range.lowerBound..<end, name) : nil
    }
  }

  /// The names of a list that ends at a count: 甲、乙等10项.
  private func names(before count: Int) -> [Range<Int>] {
    var end = count
    if end > 0, prose.units[end - 1] == Mark.andSoOn { end -= 1 }
    var start = end
    while start > 0, !prose.beginsParagraph(start), !Mark.clauseEnds.contains(prose.units[start - 1]) {
      start -= 1
    }
    // 以踏石留印、抓铁有痕的劲头推动2项: no list of them.
    // 推动甲试点、乙机制等2项任务按时限完成: what is still to be done.
    return prose.units[start..<end].contains(Mark.pause) && !prose.hasAny(Self.driving, before: end)
      && !prose.hasAny(Self.urging, at: start) && !isPlanned(start)
      ? names(in: start..<end) : []
  }

  private func isPlanned(_ index: Int) -> Bool {
    draft.sentence(at: index).map { draft.role(of: draft.sentences[$0].section) == .plan } ?? false
  }

  private func names(in range: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound
      || index < prose.units.count && Self.separators.contains(prose.units[index])
    {
      let name = bare(start..<index)
      if name.count >= 4, name.allSatisfy({ Mark.isWord(prose.units[$0]) }) { names.append(name) }
      start = index + 1
    }
    return names
  }

  /// A name without quotation marks and what stands in brackets behind it.
  private func bare(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    if let open = range.first(where: { prose.units[$0] == UInt16(ascii: "(") }) { high = open }
    while low < high, !Mark.isWord(prose.units[low]) { low += 1 }
    while high > low, !Mark.isWord(prose.units[high - 1]) { high -= 1 }
    return low..<high
  }

  static let until = Mark.words("延至 延期至 延期到 延到 推迟至 推迟到 顺延至 顺延到 延长至 展期至 延后至")
  private static let urging = Mark.words("推动 推进 确保 促进 抓好 力争 抓紧 加快 争取 督促 保证")
  private static let driving = Mark.words("推动 推进 对 确保 完成 抓好 促进 抓 实施 安排 部署 有 共 的")
  private static let announcing = Mark.words("延期 延至 推迟 顺延 未完成 未办结 没有完成 没有办结 未能 尚未 结转 滞后")
  private static let labels = Mark.words("延期任务 延期事项 延期项目")
  private static let because = Mark.words("原因 因 由于 所致 影响 鉴于 受 导致")
  private static let approved = Mark.words("经 同意 批准 审议 报请")
  private static let putOff = Mark.words("延期 顺延 推迟 延后")
  static let original = Mark.words("原定 原计划 原时限 原要求 原应 由 从 原为 原")
  static let lengthening = Mark.words("延期 延长 推迟 顺延 延后")
  static let (halfYear, oneYear) = (Mark.word("半年"), Mark.word("一年"))
  private static let finished = Mark.words("完成 办结 销号 完成任务")
  private static let unfinished = Mark.words("未 没有 尚 率 % 预计 计划")
  private static let resuming = Mark.words("该任务 该项任务 该事项 该项改革 该改革 该项目 该项工作")
  private static let unsettled = Mark.words("前期 初稿 部分 % 待 尚 阶段 预计 力争 未 计划 将 报告")
  private static let doneLabels = Mark.words("已完成: 已完成任务: 完成任务: 已办结:")
  private static let delayLabels = Mark.words("延期: 延期任务: 未完成: 未完成任务: 延期事项:")
  private static let breaks = UnitSet(",。;:()")
  private static let separators = UnitSet("、,。;:")
}
