import Foundation
import ReportModel

/// 细节与台账: 文号, dates, lead units and the figures of the progress texts, held against the ledger.
struct DetailsAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.details", .error, "文号、印发日期、牵头单位、进展数字与台账不一致",
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
    ],
    silent: [
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
    figures(match, study, places, &result)
  }

  /// 《…》(文号), and 2021年5月20日印发《…》.
  private func documents(
    _ match: LedgerMatch, _ prose: CheckProse, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let draft = match.draft
    let outputs = match.ledger.report.outputs
    let keys = outputs.map { DocumentTitle.key($0.title) }
    for title in draft.titles where title.depth == 0 {
      guard let output = keys.firstIndex(of: DocumentTitle.key(draft.text.string(title.inner))),
        let index = draft.sentence(at: title.range.lowerBound)
      else { continue }
      let sentence = draft.sentences[index]
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
        if let told = Self.monthAndDay(time.meaning), let due = known.month,
          told.month != due || told.day != nil && known.day != nil && told.day != known.day,
          issues(time.range, title.range, prose)
        {
          result.report(
            draft.text.place(time.range), "\(draft.text.string(title.range))的印发时间与台账不一致：台账是\(known.chinese)",
            "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
        }
        guard case .date(let date) = time.meaning, date.day != nil, known.day != nil, date != known,
          issues(time.range, title.range, prose)
        else { continue }
        result.report(
          draft.text.place(time.range), "\(draft.text.string(title.range))的印发日期与台账不一致：台账是\(known.chinese)",
          "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
      }
    }
  }

  /// Whether a date is that of the document's issue: right before 印发《…》, or in the brackets behind it.
  private func issues(_ date: Range<Int>, _ title: Range<Int>, _ prose: CheckProse) -> Bool {
    if date.upperBound <= title.lowerBound {
      return title.lowerBound - date.upperBound <= 8
        && prose.hasAny(Self.issuing, in: date.upperBound..<title.lowerBound)
    }
    return date.lowerBound - title.upperBound <= 20
      && prose.hasAny(Self.issuing, in: title.upperBound..<min(prose.units.count, date.upperBound + 3))
      && (prose.first(Self.that, in: title.upperBound..<date.lowerBound) != nil
        || !(title.upperBound..<date.lowerBound).contains {
          prose.units[$0] == Mark.comma || prose.units[$0] == Mark.stop
        })
  }

  /// A document's number without blanks and with one kind of brackets.
  private static func bare(_ number: String) -> [UInt16] {
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

  private static func monthAndDay(_ meaning: TimeMention.Meaning) -> (month: Int, day: Int?)? {
    switch meaning {
    case .month(let month, let day): (month, day)
    case .date(let date): date.day == nil ? date.month.map { ($0, nil) } : nil
    default: nil
    }
  }

  /// Figures of the ledger's progress texts that the draft gives in the same words.
  private func figures(
    _ match: LedgerMatch, _ study: DraftStudy, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let page = study.page
    let finder = NameFinder(match.draft).sentences(
      naming: places.tasks.map { $0.task.progress == nil ? "" : $0.task.name })
    var byUnit: [UInt16: [Int]] = [:]
    for figure in match.draft.quantities.indices {
      if let unit = page.unit(figure).utf16.first { byUnit[unit, default: []].append(figure) }
    }
    for (number, item) in places.tasks.enumerated() {
      guard let progress = item.task.progress else { continue }
      let told = Set(finder[number])
      for stated in StatedFigures(progress).figures {
        // The noun right before the number is what they must share: in the task's own sentence the last character will do.
        let found = (stated.unit.utf16.first.flatMap { byUnit[$0] } ?? []).filter { figure in
          guard !page.lead(figure).isEmpty else { return false }
          let lead = page.units[page.lead(figure)].filter(Mark.isHan)
          let (noun, known) = (Self.bare(lead), Self.bare(stated.words))
          let shared = zip(noun.reversed(), known.reversed()).prefix { $0 == $1 }.count
          if shared >= min(4, known.count), shared >= 3 { return true }
          return told.contains(page.claim(figure).sentence) && Self.isSameNoun(lead, stated.words)
        }
        // 开展, 完成: a verb alone names nothing.
        let sentences = Set(found.map { page.claim($0).sentence })
        let holds = byUnit[stated.unit.utf16.first ?? 0]?.contains {
          page.value($0) == stated.value
            && (sentences.contains(page.claim($0).sentence) || told.contains(page.claim($0).sentence))
        }
        guard !found.isEmpty, holds != true, !Self.verbs.contains(stated.words) else { continue }
        result.recognise("ledgerFigures", "与台账对照的指标", 1)
        let wrong = found.filter { page.value($0) != stated.value }
        guard wrong.count == found.count, wrong.count == 1, let figure = wrong.first, page.isExact(figure),
          page.claim(figure).change == nil, page.claim(figure).period != .plan,
          page.claim(figure).period != .before
        else { continue }
        let precision = page.quantity(figure).precision
        let step = Decimal(sign: .plus, exponent: max(precision, 0), significand: 1)
        guard abs(page.value(figure) - stated.value) * 2 > step || precision <= 0 else { continue }
        result.report(
          match.draft.text.place(page.range(figure)),
          "“\(item.task.name)”的进展数字与台账不一致：台账写“\(stated.text)”", "请核对文稿和台账",
          related: [.init(places.place(item.path, "进展情况"), "台账在这里")])
      }
    }
  }

  /// 并网装机 of 并网装机容量达到: without the words of measuring and reaching.
  private static func bare(_ words: [UInt16]) -> [UInt16] {
    var words = words[...]
    while let end = measuring.first(where: {
      words.count > $0.count + 1 && words.suffix($0.count).elementsEqual($0)
    }) {
      words = words.dropLast(end.count)
    }
    return Array(words)
  }

  private static let measuring = [
    "容量", "规模", "总量", "数量", "面积", "金额", "总额", "里程", "总数", "长度", "产量", "达到", "达", "共计", "共", "为", "至", "约",
    "已", "到",
    "累计",
  ].map(Mark.word)

  /// 建站40个 and 建成中小企业服务站40个, 交易27笔 and 排污权交易27笔: one noun, with its verb or without.
  private static func isSameNoun(_ lead: [UInt16], _ words: [UInt16]) -> Bool {
    guard let last = words.last, words.count >= 2, !vague.contains(last) else { return false }
    let noun = lead.last == last || lead.suffix(3).contains(last) && ends.contains(lead[lead.count - 1])
    return noun || words.suffix(2).elementsEqual(lead.suffix(2))
      || words.count >= 2 && lead.count >= 4 && lead.dropLast(2).suffix(2).elementsEqual(words.suffix(2))
  }

  private static let verbs = Set(
    ["开展", "完成", "建成", "新增", "实施", "处理", "办理", "组织", "建立", "推出", "形成", "出台", "涉及", "覆盖", "达到", "累计"].map(
      Mark.word))
  private static let vague = UnitSet("成达到至共计了为有增加升")
  private static let ends = UnitSet("成达到至共计了为有")

  private static let that = Mark.word("该")
  private static let issuing = ["印发", "出台", "发布", "下发"].map(Mark.word)
}

/// 进展数字: the figures of a short text with the words before them: 兑现资金4200万元.
struct StatedFigures {
  struct Figure {
    /// 汉字 right before the number, without a mark between; at least two.
    var words: [UInt16]
    var value: Decimal
    var unit: String
    var text: String
  }

  private(set) var figures: [Figure] = []

  init(_ text: String) {
    let units = Mark.word(text)
    var index = 0
    while index < units.count {
      guard Mark.isDigit(units[index]) else {
        index += 1
        continue
      }
      var start = index
      while start > 0, Mark.isHan(units[start - 1]) { start -= 1 }
      var end = index
      while end < units.count,
        Mark.isDigit(units[end]) || units[end] == 0x2E
          || units[end] == 0x2C && end + 1 < units.count && Mark.isDigit(units[end + 1])
      { end += 1 }
      defer { index = end }
      let digits = String(decoding: units[index..<end].filter { $0 != 0x2C }, as: UTF16.self)
      guard index - start >= 2, var value = Decimal(string: digits) else { continue }
      var unitStart = end
      if end < units.count, units[end] == Self.tenThousand { (value, unitStart) = (value * 10_000, end + 1) }
      if end < units.count, units[end] == Self.hundredMillion {
        (value, unitStart) = (value * 100_000_000, end + 1)
      }
      // One character of the unit is enough to tell it from others; longer ones are compared as the draft has them.
      guard unitStart < units.count else { continue }
      let unit = units[unitStart] == 0x25 ? "%" : String(decoding: [units[unitStart]], as: UTF16.self)
      guard Mark.isHan(units[unitStart]) || unit == "%", !Self.times.contains(units[unitStart]) else {
        continue
      }
      figures.append(
        Figure(
          words: Array(units[start..<index]), value: value, unit: unit,
          text: String(decoding: units[start..<min(units.count, unitStart + 1)], as: UTF16.self)))
    }
  }

  private static let tenThousand: UInt16 = 0x4E07
  private static let hundredMillion: UInt16 = 0x4EBF
  private static let times = UnitSet("年月日时分百")
}
