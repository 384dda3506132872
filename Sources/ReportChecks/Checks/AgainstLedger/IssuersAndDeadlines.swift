import ReportModel

/// 发文单位、时限与台账: who issued a document and when a task was due, as the draft tells it beside the title or the task.
extension DetailsAgainstLedgerCheck {
  // MARK: 区政府办印发《…》

  func issuers(
    _ match: LedgerMatch, _ page: FigurePage, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let (draft, report) = (match.draft, match.ledger.report)
    let keys = report.outputs.map { DocumentTitle.key($0.title) }
    func hold(_ unit: Range<Int>, against output: Int) {
      guard let known = report.outputs[output].issuer else { return }
      let leads = places.tasks.map(\.task).filter { task in
        report.outputs(of: task).contains { $0.title == report.outputs[output].title }
      }.compactMap(\.leadUnit)
      let written = draft.text.folded(unit)
      result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
      // The unit that leads the task may be told to have brought it about.
      if ([known] + leads).contains(where: { UnitNaming.maySame(written, $0) }) { return }
      result.report(
        draft.text.place(unit), "《\(report.outputs[output].title)》的发文单位台账是\(known)，文稿写\(written)",
        "请核对原件，改正其中一个",
        related: [.init(places.place(of: output, "发文单位"), "台账在这里")])
    }
    for title in draft.titles where title.depth == 0 {
      guard let index = draft.sentence(at: title.range.lowerBound),
        case let sentence = draft.sentences[index].range,
        let unit = issuer(before: title.range.lowerBound, sentence, Self.issuing, page)
          ?? issuer(behind: title.range.upperBound, sentence, page),
        let output = keys.firstIndex(of: DocumentTitle.key(draft.text.string(title.inner)))
      else { continue }
      hold(unit, against: output)
    }
    // 甲改革已经完成,区政府办为此印发了试点方案: the one document of the task that is named.
    Self.forThis.scan(page.units) { _, verb in
      guard let unit = issuer(before: verb.lowerBound, verb.lowerBound - 24..<verb.lowerBound, [[]], page),
        case let own = tasks(around: verb.lowerBound, page, places), own.count == 1,
        case let outputs = report.outputs(of: places.tasks[own[0]].task), outputs.count == 1,
        let output = report.outputs.firstIndex(where: { $0.title == outputs[0].title })
      else { return }
      hold(unit, against: output)
    }
  }

  /// The unit right before a verb of issuing that ends at a place.
  private func issuer(before end: Int, _ sentence: Range<Int>, _ verbs: [[UInt16]], _ page: FigurePage)
    -> Range<Int>?
  {
    let low = max(0, sentence.lowerBound)
    guard
      let verb = verbs.first(where: {
        end - $0.count >= low && page.units[end - $0.count..<end].elementsEqual($0)
      })
    else { return nil }
    let stop = unnumbered(end - verb.count, from: low, page)
    var start = stop
    while start > low, Mark.isHan(page.units[start - 1]) || page.units[start - 1] == Mark.pause { start -= 1 }
    if let from = (start..<stop).last(where: { page.units[$0] == Mark.from }) { start = from + 1 }
    guard (3...16).contains(stop - start),
      Self.areas.contains(page.units[start]) || page.words(start..<stop).hasAnySuffix(Self.zones),
      Self.unitEnds.contains(page.units[stop - 1])
    else { return nil }
    return start..<stop
  }

  /// 区政府办以甲政发〔2021〕4号文件[印发]: without the number by which it was issued.
  private func unnumbered(_ end: Int, from low: Int, _ page: FigurePage) -> Int {
    guard page.words((low..<end).suffix(3)).hasAnySuffix(["号", "号文", "文件", "号”"]),
      let by = (low..<end).suffix(28).last(where: { page.units[$0] == Self.by })
    else { return end }
    return by
  }

  /// 《…》由区政府办印发: the unit behind 由.
  private func issuer(behind end: Int, _ sentence: Range<Int>, _ page: FigurePage) -> Range<Int>? {
    var start = end
    if start < sentence.upperBound, page.units[start] == 0x28 {
      start = (start..<sentence.upperBound).first { page.units[$0] == 0x29 }.map { $0 + 1 } ?? start
    }
    let rest = (start..<sentence.upperBound).prefix(12).prefix { page.units[$0] != Mark.comma }
    guard let from = rest.first(where: { page.units[$0] == Mark.from }),
      case let unit = (from + 1..<sentence.upperBound).prefix(20).prefix(while: { Mark.isHan(page.units[$0]) }
      ),
      let verb = unit.first(where: { page.words($0..<unit.upperBound).hasAnyPrefix(Self.issued) }),
      (3...16).contains(verb - unit.lowerBound), Self.areas.contains(page.units[unit.lowerBound]),
      Self.unitEnds.contains(page.units[verb - 1])
    else { return nil }
    return unit.lowerBound..<verb
  }

  // MARK: 印发试点工作方案(甲委办〔2021〕5号)

  /// A number in brackets behind the last words of a title: of the one output that is named so, and that the draft tells of nowhere else.
  func numbers(
    _ match: LedgerMatch, _ page: FigurePage, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let (draft, outputs) = (match.draft, match.ledger.report.outputs)
    let known = outputs.map { $0.documentNumber.map(Self.bare) }
    guard known.contains(where: { $0 != nil }) else { return }
    let told = draft.names.filter { $0.kind == .documentNumber }.map { name in
      var start = name.range.lowerBound
      while start > 0, name.range.lowerBound - start < 8, Mark.isHan(page.units[start - 1]) { start -= 1 }
      return (
        range: start..<name.range.upperBound,
        number: Self.bare(draft.text.folded(start..<name.range.upperBound))
      )
    }
    for (range, written) in told where range.lowerBound > 0 && page.units[range.lowerBound - 1] == 0x28 {
      let before = page.units[..<(range.lowerBound - 1)].reversed().prefix(while: Mark.isHan)
      guard !known.contains(written), let year = written.firstIndex(of: 0x5D) else { continue }
      let meant = outputs.indices.filter { output in
        guard let number = known[output], number.starts(with: written[...year]) else { return false }
        let title = Mark.word(outputs[output].title).reversed()
        let shared = zip(before, title).prefix { $0 == $1 }.count
        // 出台协作办法(…): a short title right behind its verb.
        let isShort =
          shared == 4 && page.words((0..<range.lowerBound - 5).suffix(4)).hasAnySuffix(Self.issued)
        return (shared >= 5 || isShort) && !told.contains { $0.number == number }
          && !match.names(outputs[output].title)
      }
      guard meant.count == 1, let number = outputs[meant[0]].documentNumber else { continue }
      result.report(
        draft.text.place(range), "文号与台账不一致：台账里《\(outputs[meant[0]].title)》是\(number)", "请核对原件，改正其中一个",
        related: [.init(places.place(of: meant[0], "文号"), "台账在这里")])
    }
  }

  // MARK: 时限为6月, 由2025年8月延至2026年5月

  func deadlines(
    _ match: LedgerMatch, _ page: FigurePage, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let draft = match.draft
    for time in draft.times {
      guard let (said, month, _) = time.inMonth, isDeadline(time.range, page),
        case let own = tasks(around: time.range.lowerBound, page, places), own.count == 1,
        case .date(let due)? = places.tasks[own[0]].task.deadline?.meaning, let known = due.month
      else { continue }
      result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
      if month == known, said ?? match.ledger.report.year == due.year { continue }
      result.report(
        draft.text.place(time.range),
        "“\(places.tasks[own[0]].task.name)”的完成时限台账是\(due.chinese)，文稿写\(draft.text.string(time.range))",
        "请核对文稿和台账",
        related: [.init(places.place(places.tasks[own[0]].path, "完成时限"), "台账在这里")])
    }
  }

  /// 甲改革要到2026年5月才能收尾, where the ledger puts it off to March.
  func finishes(
    _ match: LedgerMatch, _ page: FigurePage, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let draft = match.draft
    for time in draft.times {
      let isGoal = isGoal(time.range, page, places)
      let isFinish = isFinish(time.range, page)
      guard let (said, months) = time.end, isGoal || isFinish || isPlanned(time.range, page),
        case let own = tasks(around: time.range.lowerBound, page, places), own.count == 1,
        case let task = places.tasks[own[0]].task, isGoal || isFinish || task.status?.kind == .inProgress,
        case .date(let due)? = (task.delay?.until ?? (task.status?.kind == .completed ? nil : task.deadline))?
          .meaning,
        let known = due.month, !draft.delays.contains(where: { $0.until?.overlaps(time.range) ?? false })
      else { continue }
      result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
      if months.contains(known), said ?? due.year == due.year { continue }
      // 正在推进,预计2026年2月完成, and due in 2025: it has run over its time.
      if !isGoal, !isFinish, due.year <= match.ledger.report.year { continue }
      // 因…,原定2025年12月完成: not what it is put off to.
      if let said, said <= match.ledger.report.year, task.delay != nil, !isGoal { continue }
      // 甲改革力争2026年3月底前收官: sooner than it must be.
      if isGoal,
        task.delay?.until == nil
          || (said ?? due.year, months.upperBound) < (due.year, known)
            && said ?? due.year > match.ledger.report.year
      {
        continue
      }
      result.report(
        draft.text.place(time.range),
        "“\(task.name)”的\(task.delay == nil ? "完成" : "新")时限台账是\(due.chinese)，文稿写\(draft.text.string(time.range))",
        "请核对文稿和台账",
        related: [.init(places.place(places.tasks[own[0]].path, task.delay == nil ? "完成时限" : "延期"), "台账在这里")])
    }
  }

  /// 要到2026年5月才能收尾, 放到2026年5月办结; of what is late for a reason, 因…,新的时限为2026年5月: the end of it, put off.
  private func isFinish(_ time: Range<Int>, _ page: FigurePage) -> Bool {
    let digits = time.first { Mark.isDigit(page.units[$0]) } ?? time.lowerBound
    let before = page.words((0..<digits).suffix(10))
    var start = time.upperBound
    while start < page.units.count, Self.partsOfMonth.contains(page.units[start]) { start += 1 }
    let after = page.words((start..<page.units.count).prefix(8))
    if before.hasAnySuffix(Self.newTerm) { return true }
    // 申请延期至2026年12月, 完成时限调整到2026年8月: the only such time of its sentence.
    let isMoved =
      before.hasAnySuffix(Self.movedTo)
      || before.hasAnySuffix(["调整到", "调整至", "调整为"])
        && page.words((0..<digits).suffix(12)).containsAny(["时限", "期限"])
    // 依次延至2026年7月、10月: each is of another task.
    let isListed =
      after.hasAnyPrefix(["、", "和", "与"]) && Mark.isDigit(page.units[min(start + 1, page.units.count - 1)])
    if isMoved, !isListed, let index = page.draft.sentence(at: digits),
      case let part = part(around: digits, page.draft.sentences[index].range, page),
      page.draft.times[page.draft.sentences[index].times].count(where: {
        part.contains($0.range.lowerBound) && $0.end?.year != nil
          && !page.words((0..<$0.range.lowerBound).suffix(8)).hasAnySuffix(Self.due)
      }) == 1
    {
      return true
    }
    if before.hasAnySuffix(Self.pushed), after.containsAny(Self.finishing) { return true }
    if before.hasAnySuffix(Self.awaited) && after.hasPrefix("才") || after.hasAnyPrefix(Self.onlyThen) {
      return after.containsAny(Self.finishing)
    }
    guard let index = page.draft.sentence(at: digits),
      case let sentence = page.draft.sentences[index].range,
      page.words(sentence.lowerBound..<digits).containsAny(Self.reasons)
    else { return false }
    if before.hasAnySuffix(Self.set) { return true }
    // 因…,经批准2026年5月前完成: nothing follows that would be no more than a part of it.
    guard let word = Self.finishing.first(where: after.hasPrefix), case let end = start + word.utf16.count
    else {
      return false
    }
    let isOnly = page.draft.times[page.draft.sentences[index].times].count { $0.inMonth?.year != nil } == 1
    return isOnly && (end >= page.units.count || !Mark.isHan(page.units[end]))
  }

  /// 甲改革力争2026年6月底前收官, among the next steps.
  private func isGoal(_ time: Range<Int>, _ page: FigurePage, _ places: LedgerPlaces) -> Bool {
    guard let index = page.draft.sentence(at: time.lowerBound),
      page.draft.role(of: page.draft.sentences[index].section) == .plan
    else { return false }
    var start = time.upperBound
    while start < page.units.count, Self.partsOfMonth.contains(page.units[start]) { start += 1 }
    let after = page.words((start..<page.units.count).prefix(8))
    guard let word = (Self.finishing + ["全部完成", "全面完成", "如期完成"]).first(where: after.hasPrefix),
      case let end = start + word.utf16.count
    else { return false }
    let before = page.words((0..<time.lowerBound).suffix(8))
    // 2026年6月底前完成甲改革; not 完成5个园区建设.
    let rest = page.text(
      end..<(end..<page.units.count).prefix { !Mark.clauseEnds.contains(page.units[$0]) }.endIndex)
    return (rest.isEmpty || places.tasks.contains { $0.task.name == rest }) && !before.containsAny(Self.due)
  }

  /// From semicolon to semicolon.
  private func part(around place: Int, _ sentence: Range<Int>, _ page: FigurePage) -> Range<Int> {
    let start = (sentence.lowerBound..<place).last { page.units[$0] == Mark.semicolon } ?? sentence.lowerBound
    let stop = (place..<sentence.upperBound).first { page.units[$0] == Mark.semicolon } ?? sentence.upperBound
    return start..<stop
  }

  private static let reasons = ["因", "由于", "受"]
  private static let set = Mark.texts("时限为 时限是 时限: 期限为 期限是 调整到 调整至 调整为 改在 改为 改到 定在 定为")
  static let partsOfMonth = UnitSet("份底初末前中上下旬以之后")
  private static let movedTo = ["延期至", "延期到", "延至", "延到", "顺延至", "顺延到", "推迟至", "推迟到", "延长至", "延长到"]
  private static let newTerm = [
    "新的完成时间", "新完成时间", "预计完成时间", "延期后的完成时限", "调整后的完成时限", "延期后的完成时间", "调整后的完成时间", "新时限", "新的时限", "新的完成时限",
    "新完成时限", "延期后的时限", "调整后的时限", "延期后时限", "调整后时限",
  ]
  .flatMap { [$0 + "为", $0 + "是", $0 + "定在"] }
  private static let awaited = Mark.texts("要到 需到 须到 得到 等到 待到 要等到 预计到 到 要 需 得 预计")
  private static let pushed = Mark.texts("放到 挪到 拖到 推到 顺到 移到 改到 放在 留到 转到")
  private static let onlyThen = Mark.texts("才能 方能 方可 才可 才会")
  private static let finishing = Mark.texts("交卷 收尾 完成 办结 完工 结束 销号 交账 结题 结项 收官 落地 见底 办完 做完")

  /// 时限为6月; 由8月延至, 原定8月完成.
  private func isDeadline(_ time: Range<Int>, _ page: FigurePage) -> Bool {
    let before = page.words((0..<time.lowerBound).suffix(8))
    if before.hasAnySuffix(Self.due) { return !before.containsAny(Self.later) }
    let after = page.words((time.upperBound..<page.units.count).prefix(5))
    return before.hasAnySuffix(Self.starts) && after.hasAnyPrefix(Self.putOff)
  }

  /// The ledger's tasks that are named in the part of a sentence, between semicolons, that holds a place.
  private func tasks(around place: Int, _ page: FigurePage, _ places: LedgerPlaces) -> [Int] {
    guard let index = page.draft.sentence(at: place) else { return [] }
    let sentence = page.draft.sentences[index].range
    let part = part(around: place, sentence, page)
    let (start, stop) = (part.lowerBound, part.upperBound)
    var own = tasks(in: part, page, places)
    if own.count > 1 {
      // 甲改革要到6月交卷,乙改革则须等到3月: the one task of the clause.
      let from = (start..<place).last { page.units[$0] == Mark.comma } ?? start
      let to = (place..<stop).first { page.units[$0] == Mark.comma } ?? stop
      let closest = tasks(in: from..<to, page, places)
      if closest.count == 1 { own = closest }
    }
    guard own.isEmpty, page.words(sentence.lowerBound..<place).containsAny(Self.pointing) else { return own }
    // 甲改革原定11月完成。该项任务经…会议研究,调整到…: the task that the sentence before names.
    return (0..<index).suffix(2).reversed().lazy.filter {
      page.draft.sentences[$0].paragraph == page.draft.sentences[index].paragraph
    }.map { tasks(in: page.draft.sentences[$0].range, page, places) }.first { !$0.isEmpty } ?? []
  }

  private static let pointing = Mark.texts("该项任务 该任务 该项改革 该改革 此项任务 此项改革 这项任务 这项改革 将其 同意其")

  private func tasks(in part: Range<Int>, _ page: FigurePage, _ places: LedgerPlaces) -> [Int] {
    let wording = NameLikeness(page.text(part))
    return places.tasks.indices.filter {
      let name = NameLikeness(places.tasks[$0].task.name)
      return name.count >= 4 && name.count < wording.count && name.containment(wording) >= 85
    }
  }

  private static let issuing = ["制定印发", "制定出台", "联合印发", "正式印发", "正式出台", "印发", "出台", "下发", "发布", "制定"].flatMap
  {
    [Mark.word($0), Mark.word($0 + "了"), Mark.word($0 + "的")]
  }
  private static let issued = ["印发", "出台", "下发", "发布", "正式印发", "正式发布"]
  private static let by = Mark.word("以")[0]
  private static let forThis = PhraseTable(
    ["为此印发", "为此出台", "为此制定", "就此印发", "就此出台", "据此印发", "据此出台", "专门印发", "专门出台", "配套印发", "配套出台"])
  private static let areas = UnitSet("区县市州旗省镇乡街")
  private static let zones = ["管委会", "党工委", "管委会办公室", "党工委办公室"]
  private static let unitEnds = UnitSet("局委办室府院会部中心团组署站所")
  private static let due = Mark.texts("时限为 时限是 时限: 时限定在 时限定为 完成时限 原定 原定于 原计划 原计划于 应于 要求于 期限为")
  private static let later = ["新时限", "新的", "延期后", "调整后", "延长后", "延至"]
  private static let starts = ["由", "从", "由原来的", "由原定的", "由原定", "从原定的", "原定的", "由原"]
  private static let putOff = Mark.texts(
    "延至 延期至 延期到 延到 调整至 调整为 调整到 推迟至 推迟到 顺延至 顺延到 延后至 延长至 展期至 改为 底延 底调 底推 底顺")
}

extension TimeMention {
  /// 2026年6月, 2026年二季度: when something is to end, with the year where it is said.
  var end: (year: Int?, months: ClosedRange<Int>)? {
    if let (year, month, _) = inMonth { return (year, month...month) }
    switch meaning {
    case .quarter(_, false, let year), .half(_, let year): return months.map { (year, $0) }
    default: return nil
    }
  }

  /// Whether a quarter or a half may be of a year: of that one, or of none.
  func isOf(_ year: Int) -> Bool {
    switch meaning {
    case .quarter(_, _, let own), .half(_, let own): own ?? year == year
    default: false
    }
  }
}
