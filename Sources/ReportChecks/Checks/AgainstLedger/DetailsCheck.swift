import Foundation
import ReportModel

/// 细节与台账: 文号, dates, lead units and the figures of the progress texts, held against the ledger.
struct DetailsAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.details", .error, "文号、印发日期、牵头单位、时限、进展数字与台账不一致",
    rationale: "文稿里写在文件名后面的文号和日期、“由某单位牵头”的单位，以及台账进展情况里写过、文稿用同样的话再写一遍的数，逐一与台账对照。台账没有填的、说法不同的不对照。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。印发《甲区优化营商环境实施方案》（[[甲政〔2021〕15号]]），兑现资金[[4200亿元]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 状态: 已完成, 进展情况: 兑现资金4200万元。}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。由[[区民政局]]牵头推进按病种分值付费改革。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[甲政〔2021〕15号]]《甲区优化营商环境实施方案》于[[5月2日]]印发。按病种分值付费机制建立。由[[区民政局]]牵头，全面推开。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立按病种分值付费机制, 牵头单位: 区医保局, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。组建园区开发集团，承接物业运营。此项任务由[[区财政局]]牵头，区政府办配合。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推进乡村治理积分制，在[[96个]]行政村推行，该项任务[[7月落地，较时限提前2个月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进乡村治理积分制, 完成时限: 2021-05, 状态: 已完成, 进展情况: 覆盖69个行政村}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[区委办公室]]印发《甲区优化营商环境实施方案》。区医保局牵头推进按病种分值付费改革，完成时限为[[6月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 完成时限: 2021-09, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 发文单位: 区政府办公室}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。印发承包地延包试点方案（[[甲政〔2021〕15号]]），调解条例宣传手册（甲政〔2021〕8号）同步印发。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区承包地延包试点方案, 文号: 甲政〔2021〕51号}]"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。该项原定延至2021年6月，我区于5月20日印发《甲区优化营商环境实施方案》，按期完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。区政府办印发《甲区优化营商环境实施方案》。区医保局牵头推进按病种分值付费改革，完成时限为9月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 完成时限: 2021-09, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 发文单位: 区政府办公室}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。突出两件事：一抓收尾，延期任务由区委常委牵头，9月底前完成；二抓拓展，将按病种分值付费改革向乡镇延伸。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推进乡村治理积分制，在69个行政村推行，其中示范村20个行政村，该项任务3月落地，较时限提前2个月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进乡村治理积分制, 完成时限: 2021-05, 状态: 已完成, 进展情况: 覆盖69个行政村}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。组建园区开发集团，承接物业运营。此项任务由区国有资产监督管理局牵头，区财政局负责注资。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。甲政〔2021〕51号《甲区优化营商环境实施方案》于5月20日印发。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。由区医疗保障局、区医保局牵头推进按病种分值付费改革，印发《甲区优化营商环境实施方案》（甲政〔2021〕51号），兑现资金0.42亿元。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成, 进展情况: 兑现资金4200万元。}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号}]"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let study = input.study else { return }
    let places = LedgerPlaces(match.ledger)
    documents(match, study.prose, places, &result)
    leads(match, study.prose, places, &result)
    let told = ToldTasks(match.draft, places.tasks.map(\.task))
    ProgressFigures(match, study.page, told).compare(places, &result)
    terms(match, study.page, told, places, &result)
    issuers(match, study.page, places, &result)
    numbers(match, study.page, places, &result)
    deadlines(match, study.page, places, &result)
    finishes(match, study.page, places, &result)
  }

  /// 《…》(文号), and 2021年5月20日印发《…》.
  private func documents(
    _ match: LedgerMatch, _ prose: CheckProse, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let draft = match.draft
    let outputs = match.ledger.report.outputs
    let keys = outputs.map { DocumentTitle.key($0.title) }
    for title in draft.titles where title.depth == 0 {
      guard let index = draft.sentence(at: title.range.lowerBound) else { continue }
      let sentence = draft.sentences[index]
      guard let output = keys.firstIndex(of: DocumentTitle.key(draft.text.string(title.inner))) else {
        continue
      }
      if let known = outputs[output].documentNumber,
        let name = draft.names[sentence.names].first(where: {
          $0.kind == .documentNumber
            && ((0...12).contains($0.range.lowerBound - title.range.upperBound)
              || $0.range.upperBound == title.range.lowerBound)
        })
      {
        let floor =
          name.range.lowerBound > title.range.lowerBound ? title.range.upperBound : sentence.range.lowerBound
        var start = name.range.lowerBound
        while start > floor, name.range.lowerBound - start < 8, Mark.isHan(prose.units[start - 1]) {
          start -= 1
        }
        let range = start..<name.range.upperBound
        result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
        if !Self.bare(draft.text.folded(range)).suffix(Self.bare(known).count).elementsEqual(Self.bare(known))
        {
          result.report(
            draft.text.place(range), "\(draft.text.string(title.range))的文号与台账不一致：台账是\(known)", "请核对原件，改正其中一个",
            related: [.init(places.place(of: output, "文号"), "台账在这里")])
        }
      }
      guard let known = outputs[output].issueDate else { continue }
      for time in draft.times[sentence.times] {
        if let (year, month, day) = time.inMonth, year == nil || day == nil, let due = known.month,
          month != due || day != nil && known.day != nil && day != known.day,
          issues(time.range, title.range, draft, prose)
        {
          result.report(
            draft.text.place(time.range), "\(draft.text.string(title.range))的印发时间与台账不一致：台账是\(known.chinese)",
            "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
        }
        guard case .date(let date) = time.meaning, date.day != nil, known.day != nil, date != known,
          issues(time.range, title.range, draft, prose)
        else { continue }
        result.report(
          draft.text.place(time.range), "\(draft.text.string(title.range))的印发日期与台账不一致：台账是\(known.chinese)",
          "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
      }
    }
  }

  /// Whether a date is that of the document's issue: before 印发《…》, before 《…》出台, or behind it with a word of issuing.
  private func issues(_ date: Range<Int>, _ title: Range<Int>, _ draft: Draft, _ prose: CheckProse) -> Bool {
    let between =
      date.upperBound <= title.lowerBound
      ? date.upperBound..<title.lowerBound : title.upperBound..<max(title.upperBound, date.lowerBound)
    guard !draft.titles.contains(where: { $0.depth == 0 && $0.range.overlaps(between) }) else { return false }
    // 原定延至6月,于5月16日印发: another date stands nearer.
    if let index = draft.sentence(at: date.lowerBound),
      draft.times[draft.sentences[index].times].contains(where: { time in
        between.contains(time.range.lowerBound) && time.inMonth != nil
      })
    {
      return false
    }
    if date.upperBound <= title.lowerBound {
      if between.count <= 16, prose.hasAny(Self.issuing, in: between) { return true }
      // 7月3日《…》(甲政〔2021〕15号)出台
      let behind = (title.upperBound..<prose.units.count).prefix(20)
      return between.count <= 1
        && prose.hasAny(Self.issuing, in: behind.prefix { prose.units[$0] != Mark.comma })
    }
    let reach = between.lowerBound..<min(prose.units.count, date.upperBound + 3)
    guard between.count <= 24, prose.hasAny(Self.issuing, in: reach),
      !between.contains(where: { prose.units[$0] == Mark.stop })
    else { return false }
    // 《…》(甲政〔2021〕15号),7月16日印发: the clause begins with the date.
    return prose.first(Self.that, in: between) != nil
      || between.count { prose.units[$0] == Mark.comma }
        <= (prose.hasAny(Self.opening, before: date.lowerBound) ? 1 : 0)
  }

  /// A document's number without blanks and with one kind of brackets.
  static func bare(_ number: String) -> [UInt16] {
    Mark.word(number).compactMap { unit in
      switch unit {
      case 0x20: nil
      case 0x3014, 0x5B, 0x28: 0x5B
      case 0x3015, 0x5D, 0x29: 0x5D
      default: unit
      }
    }
  }

  /// 由区医保局牵头推进…: the unit of the task that is told.
  private func leads(
    _ match: LedgerMatch, _ prose: CheckProse, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let tasks = places.tasks
    for told in LeadTelling(match, prose).told() {
      let task = tasks[told.task].task
      guard let unit = task.leadUnit else { continue }
      result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
      let written = match.draft.text.folded(told.unit)
      let known = told.mayTakePart ? [unit] + task.supportingUnits : [unit]
      if known.contains(where: { UnitNaming.maySame(written, $0) }) { continue }
      result.report(
        match.draft.text.place(told.unit), "“\(task.name)”的牵头单位与台账不一致：台账是\(unit)", "请核对文稿和台账",
        severity: .warning, related: [.init(places.place(tasks[told.task].path, "牵头单位"), "台账在这里")])
    }
  }

  /// 该制度7月落地,较时限提前2个月: when a task was done, held against its deadline.
  private func terms(
    _ match: LedgerMatch, _ page: FigurePage, _ told: ToldTasks, _ places: LedgerPlaces,
    _ result: inout CheckResult
  ) {
    let (draft, tasks) = (match.draft, places.tasks)
    for (index, own) in told.bySentence where own.count == 1 {
      guard case .date(let due) = tasks[own[0]].task.deadline?.meaning, due.year == match.ledger.report.year,
        let month = due.month
      else { continue }
      let sentence = draft.sentences[index]
      for time in draft.times[sentence.times] {
        guard let (year, done, day) = time.inMonth, year == nil || day == nil else { continue }
        let rest = time.range.upperBound..<sentence.range.upperBound
        let clause = rest.prefix { page.units[$0] != Mark.semicolon && page.units[$0] != Mark.stop }
        let ahead = sentence.quantities.first {
          clause.contains(page.range($0).lowerBound) && page.words(page.lead($0)).hasSuffix("提前")
            && page.quantity($0).unit.contains("月")
        }
        guard let ahead, page.words(clause).contains("时限"), page.isExact(ahead),
          Decimal(month - done) != page.value(ahead)
        else { continue }
        result.report(
          draft.text.place(time.range.lowerBound..<page.range(ahead).upperBound),
          "“\(tasks[own[0]].task.name)”的完成时限台账是\(due.chinese)，文稿写\(done)月完成、提前\(page.number(ahead))个月，对不上",
          "请核对完成时间和台账的时限", related: [.init(places.place(tasks[own[0]].path, "完成时限"), "台账在这里")])
      }
    }
  }

  private static let that = Mark.word("该")
  private static let issuing = Mark.words("印发 出台 发布 下发")
  private static let opening = Mark.words(", ,于 ,并于 ,已于")
}
