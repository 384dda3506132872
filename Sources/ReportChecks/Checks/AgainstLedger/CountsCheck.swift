import Foundation
import ReportModel

/// 数目与台账: counts and rates of the draft held against those of the ledger.
struct CountsAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.counts", .error, "任务数、完成数、延期数、成果数、牵头单位数、完成率与台账不符",
    rationale: "文稿里全年和各领域的数，逐个与台账对照；台账自己也没有把握的数（任务没有列全又没有写明）不对照。完成率按台账口径，按另一口径算得出的只提示。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n2021年，全区共明确[[4项]]改革任务，已完成2项，延期1项。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 状态: 已完成}, {名称: 乙事, 状态: 已完成}, {名称: 丙事, 状态: 延期}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n截至12月底，全区4项改革任务已完成1项，正在推进[[1项]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 状态: 已完成}, {名称: 乙事, 状态: 推进中}, {名称: 丙事, 状态: 推进中}, {名称: 丁事, 状态: 未启动}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n截至12月底，全区3项改革任务由[[3个]]部门牵头，其中[[2项]]定在四季度完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 牵头单位: 区教育局, 完成时限: 2021-06, 状态: 已完成}, {名称: 乙事, 牵头单位: 区卫健局, 完成时限: 2021-09, 状态: 已完成}, {名称: 丙事, 牵头单位: 区教育局, 完成时限: 2021-12, 状态: 已完成}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[各项任务均已完成]]，成效明显。\n二是社会体制改革方面。2项任务[[悉数收官]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事项, 状态: 已完成}, {名称: 乙事项, 状态: 已完成}, {名称: 丙事项, 状态: 延期}]}\n  - {名称: 社会体制改革, 任务: [{名称: 丁事项, 状态: 已完成}, {名称: 戊事项, 状态: 推进中}]}"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n从领域看，农牧业改革完成1项、延期1项，营商环境改革完成1项。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 农牧业改革\n    任务：\n      - {名称: 奶源基地改革, 状态: 已完成}\n      - {名称: 水价综合改革, 状态: 延期, 延期: {延至: 2022-06}}\n  - 名称: 营商环境改革\n    任务：\n      - {名称: 一业一证改革, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、总体情况\n2021年，安排改革任务2项，完成2项。\n二、乡镇改革情况\n各乡镇围绕“一乡一策”实施微改革31项，完成28项，完成率90.3%。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 行政体制改革, 任务: [{名称: 甲改革, 状态: 已完成}, {名称: 乙改革, 状态: 已完成}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n除延期任务外，经济体制改革任务全部完成，其余2项任务悉数收官。5项制度性成果中，经济体制改革3项。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事项, 状态: 已完成}, {名称: 乙事项, 状态: 已完成}, {名称: 丙事项, 状态: 延期}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n2021年，安排任务2项，完成2项，完成率100%。按全口径计，完成率比上年的83.3%高16.7个百分点。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 甲改革, 状态: 已完成}\n      - {名称: 乙改革, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n2021年，全区共明确3项改革任务，已完成2项，延期1项。围绕2项重点任务开展“解剖式”督察，走访基层单位45家。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 状态: 已完成}, {名称: 乙事, 状态: 已完成}, {名称: 丙事, 状态: 延期}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n截至12月底，全区3项改革任务由2个部门牵头，其中1项定在四季度完成，涉及11个配合部门。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 牵头单位: 区教育局, 完成时限: 2021-06, 状态: 已完成}, {名称: 乙事, 牵头单位: 区卫健局, 完成时限: 2021-09, 状态: 已完成}, {名称: 丙事, 牵头单位: 区教育局, 完成时限: 2021-12, 状态: 已完成}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n2021年，区委深改委开会4次，研究改革事项15项。全区共明确3项改革任务，已完成2项，延期1项。上年共5项任务。经济体制改革由上年的4项完成3项，变为2021年的3项。一是经济体制改革方面。政府性债务化解任务完成率达101%。一项任务要求在11月完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 状态: 已完成}, {名称: 乙事, 状态: 已完成}, {名称: 丙事, 状态: 延期}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n截至12月底，全区4项改革任务已完成1项，正在推进3项。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 甲事, 状态: 已完成}, {名称: 乙事, 状态: 推进中}, {名称: 丙事, 状态: 推进中}, {名称: 丁事, 状态: 未启动}]}"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match else { return }
    let report = match.ledger.report
    let domains = report.domains.map { Tally(of: $0, in: report) }
    let whole = Tally(of: report, domains: domains)
    guard let study = input.study else { return }
    allDone(match, study, domains, &result)
    uncounted(match, study, domains, &result)
    open(study, match, domains, whole, &result)
    let scopes = CountScopes(study, report)
    grouped(match, study, scopes, whole, &result)
    for wrong in SheetCounts(study.page, report, whole).wrong() {
      let range = study.page.range(wrong.figure)
      result.report(
        match.draft.text.place(range),
        "\(wrong.what)文稿写\(match.draft.text.string(range))，台账是\(wrong.count)", "请核对文稿和台账，改正其中一个")
    }
    parted(match, study, whole, &result)
    let parts = CountScopes.partParagraphs(study.page)
    for claim in match.draft.claims
    where claim.measure.isKnown && claim.change == nil && Self.isOfYear(claim, study.page) {
      if claim.domain == nil, parts.contains(match.draft.sentences[claim.sentence].paragraph) { continue }
      let mention = match.draft.quantities[claim.quantity]
      // 完成率比上年的83.3%低3.3个百分点: last year's.
      if LastYearFiguresCheck.namesLastYear(study.page.words(study.page.before(claim.quantity)), report.year)
      {
        continue
      }
      guard !claim.isGuessed, !Self.isOtherRate(claim, study.page), mention.quantity.approximation == nil,
        mention.quantity.upperBound == nil,
        Self.counts(claim, mention, match),
        // 现将8项任务完成情况报告如下 counts all of them.
        claim.measure != .completed
          || !study.page.words(study.page.tail(claim.quantity)).contains("完成情况")
      else { continue }
      // Counts of a kind of tasks, or of those that one unit has, are not the ledger's.
      let section = Self.sumsUp(claim, match.draft) ? nil : claim.domain
      if section == nil, Self.countsTasks(claim.measure), !scopes.isOfAll(claim.quantity) { continue }
      let lead = study.page.words(study.page.lead(claim.quantity))
      // 以上2项延期任务 may be of several fields; 开会4次,研究改革事项15项 is what meetings had before them.
      if lead.hasAnySuffix(Self.pointing) { continue }
      if claim.measure == .tasks, section == nil, lead.containsAny(Self.deliberated) { continue }
      // 第六次会议审议同意延期的任务有2项: those of one meeting.
      if claim.measure == .delayed, study.page.words(study.page.before(claim.quantity)).contains("次会议") {
        continue
      }
      // A quarter's count is not the year's; the problems and the plan count other things.
      if let time = claim.time, match.draft.times[time].isPartOfYear { continue }
      guard
        isBesideAll(claim, whole, match.draft)
          || ![.problems, .plan, .attachments].contains(match.draft.role(of: claim.section))
      else { continue }
      var domain: Int?
      if let section {
        guard !scopes.isOfSome(claim.quantity), let known = match.domains[section] else { continue }
        domain = known
      }
      // 2项任务悉数收官: that all are done is held against the ledger by itself.
      if domain != nil, claim.measure == .completed,
        study.page.cues.has([.allDone], in: study.page.tail(claim.quantity))
      {
        continue
      }
      let tally = domain.map { domains[$0] } ?? whole
      let place = match.draft.text.place(mention.range)
      let text = match.draft.text.string(mention.range)
      if claim.measure == .completionRate {
        guard Self.isOfTasks(lead, match.name(of: domain)), !isOfOthers(claim, tally, match.draft),
          !tellsOther(claim, match.draft, where: { Self.matches($0.quantity, tally, report) }),
          !Self.isDeducted(mention.quantity, study.page.told(before: claim.quantity), tally)
        else { continue }
        // A ledger that states more tasks than it lists knows no rate, unless it states what was done.
        if domain == nil, report.stated.completed == nil, let stated = report.stated.tasks,
          domains.reduce(0, { $0 + ($1.tasks.value ?? 0) }) < stated
        {
          continue
        }
        let said = Self.saidBasis(study.page.words(study.page.before(claim.quantity)))
        rate(mention.quantity, text, tally, match.name(of: domain), report, said, place, &result)
        continue
      }
      // 实施微改革31项,完成28项,完成率90.3%: as the rate right behind it says.
      let next = claim.quantity + 1
      if claim.measure == .completed, match.draft.sentences[claim.sentence].quantities.contains(next),
        match.draft.quantities[next].quantity.unit == "%",
        Self.isOfOwnCounts(match.draft.claims[next], tally, match.draft)
      {
        continue
      }
      guard let count = Self.count(claim.measure, tally, report, domain) else { continue }
      result.recognise("ledgerCounts", "与台账对照的数", 1)
      if mention.quantity.value == Decimal(count.value) { continue }
      // 省市任务49项、县级任务25项,共74项: one of them is the ledger's, the others are of a kind.
      if tellsOther(claim, match.draft, where: { $0.quantity.value == Decimal(count.value) }) { continue }
      // 延期1项、暂缓1项: together they are the ledger's.
      let sum = others(claim, match.draft).reduce(mention.quantity.value) {
        $0 + match.draft.quantities[$1].quantity.value
      }
      if sum == Decimal(count.value), claim.measure == .delayed { continue }
      // 跨年推进1项: under way for one office, put off for another.
      if claim.measure == .delayed, lead.contains("跨年") { continue }
      // 全年 and 结转 are told under a field, too; a ledger without any documents says nothing of them.
      if domain != nil,
        Self.count(claim.measure, whole, report, nil).map({ Decimal($0.value) }) == mention.quantity.value
      {
        continue
      }
      if claim.measure == .outputs, count.value == 0 { continue }
      result.report(
        place, "\(match.name(of: domain))的\(count.name)文稿写\(text)，台账是\(count.value)", "请核对文稿和台账，改正其中一个")
    }
  }

  /// 正在推进6项: those neither done nor postponed, of the whole and of each field.
  private func open(
    _ study: DraftStudy, _ match: LedgerMatch, _ domains: [Tally], _ whole: Tally, _ result: inout CheckResult
  ) {
    var counts = study.status.overall.prefix(1).map { (layer: $0, domain: Int?.none, tally: whole) }
    for field in study.status.fields {
      guard let layer = field.layers.first, let domain = match.domains[field.section] else { continue }
      counts.append((layer, domain, domains[domain]))
    }
    for (layer, domain, tally) in counts where layer.open.count == 1 {
      let figure = layer.open[0]
      let running = tally.listed[.inProgress] ?? 0
      let idle = tally.listed[.notStarted] ?? 0
      // What is left may be counted with the postponed ones.
      let left = running + idle + (layer.delayed.isEmpty ? tally.listed[.delayed] ?? 0 : 0)
      guard tally.unclear == 0, tally.tasks.value == tally.tasks.listed, tally.tasks.listed > 0,
        study.page.value(layer.total) == Decimal(tally.tasks.listed)
      else { continue }
      result.recognise("ledgerCounts", "与台账对照的数", 1)
      let isIdle = study.page.words(study.page.lead(figure)).contains("未启动")
      let fitting = isIdle ? [idle] : [running, running + idle, left]
      if fitting.contains(where: { study.page.value(figure) == Decimal($0) }) { continue }
      let range = study.page.range(figure)
      result.report(
        match.draft.text.place(range),
        "\(match.name(of: domain))的\(isIdle ? "未启动" : "推进中")任务数文稿写\(match.draft.text.string(range))，台账是\(isIdle ? idle : running)",
        "请核对文稿和台账，改正其中一个")
    }
  }

  /// 生态领域3项全部完成: a field that is counted in running text.
  private func grouped(
    _ match: LedgerMatch, _ study: DraftStudy, _ scopes: CountScopes, _ whole: Tally,
    _ result: inout CheckResult
  ) {
    for count in scopes.counts {
      let expected: Int? =
        switch count.kind {
        case .tasks, .allDone: count.group.tasks
        case .completed: count.group.completed
        case .delayed: count.group.delayed
        }
      let ofAll: Int? =
        switch count.kind {
        case .tasks, .allDone: whole.tasks.value
        case .completed: whole.completed.value
        case .delayed: whole.delayed.value
        }
      // 以深化林区改革为主线,38项改革任务…: the field is only named, the count is of all.
      guard let expected, ofAll.map({ Decimal($0) }) != study.page.value(count.figure) else { continue }
      let text = match.draft.text.string(study.page.range(count.figure))
      var range = study.page.range(count.figure)
      if count.kind == .allDone, let cue = study.page.cues.first(.allDone, in: study.page.after(count.figure))
      {
        range = range.lowerBound..<cue.upperBound
      }
      let place = match.draft.text.place(range)
      result.recognise("ledgerCounts", "与台账对照的数", 1)
      // 完成的有5项,甲领域和乙领域各占2项: of what was counted before.
      if count.kind == .tasks, study.page.words(study.page.lead(count.figure)).hasSuffix("占") { continue }
      if count.kind == .delayed, study.page.words(study.page.lead(count.figure)).contains("跨年") { continue }
      if study.page.value(count.figure) != Decimal(expected) {
        result.report(
          place, "“\(count.group.name)”的\(count.kind.name)文稿写\(text)，台账是\(expected)", "请核对文稿和台账，改正其中一个")
      } else if count.kind == .allDone, let done = count.group.completed, done < count.group.tasks {
        let open = count.group.open.map { "“\($0)”" }.joined(separator: "、")
        result.report(
          place, "“\(count.group.name)”文稿写全部完成，台账\(count.group.tasks)项任务完成了\(done)项，没有完成的是\(open)",
          "请核对文稿和台账，改正其中一个")
      }
    }
  }

  /// 乡镇承接改革事项63项,完成58项,完成率92.1%: of other tasks than the ledger's.
  private func isOfOthers(_ claim: Claim, _ tally: Tally, _ draft: Draft) -> Bool {
    if Self.isOfOwnCounts(claim, tally, draft) { return true }
    return draft.claims(inSentence: claim.sentence).contains { index in
      draft.claims[index].measure == .tasks && draft.claims[index].change == nil
        && tally.tasks.value.map {
          draft.quantities[draft.claims[index].quantity].quantity.value > Decimal($0)
        }
          ?? false
    }
  }

  /// Whether the sentence tells of the same measure once more, with a figure for which `fits` holds.
  private func tellsOther(_ claim: Claim, _ draft: Draft, where fits: (QuantityMention) -> Bool) -> Bool {
    others(claim, draft).contains { fits(draft.quantities[$0]) }
  }

  /// The figures of a claim's sentence that tell of the same measure.
  private func others(_ claim: Claim, _ draft: Draft) -> [Int] {
    draft.sentences[claim.sentence].quantities.filter { figure in
      figure != claim.quantity && draft.claims[figure].measure == claim.measure
        && draft.claims[figure].change == nil
    }
  }

  /// Whether a rate is of the tasks counted: 债务化解任务完成率 is of one of them.
  private static func isOfTasks(_ lead: FoldedWords, _ name: String) -> Bool {
    var text = String(decoding: lead.units, as: UTF16.self)
    guard let rate = text.ranges(of: "完成率").last else { return true }
    text = String(text[..<rate.lowerBound])
    for word in general { text = text.replacing(word, with: "") }
    return text.unicodeScalars.count < 4
      || text.unicodeScalars.allSatisfy { name.unicodeScalars.contains($0) }
  }

  private static let general = Mark.texts(
    "扣除 剔除 延期 经批准 改革 重点 任务 事项 工作 年度 全年 总体 整体 综合 平均 领域 方面 全部 按期 计划 目标 项目 后 的 全区 全县 全市 全旗")
  private static let deliberated = ["研究", "审议", "讨论", "听取", "议定", "会商"]
  private static let pointing = ["除", "以上", "上述", "前述", "上列", "这", "此", "该", "其余", "其他", "余下", "剩余", "另"]

  /// 化解任务完成率: of another task than those of reform.
  private static func isOtherRate(_ claim: Claim, _ page: FigurePage) -> Bool {
    guard claim.measure == .completionRate else { return false }
    let words = page.words(page.lead(claim.quantity))
    return words.containsAny(["任务完成率", "目标完成率", "计划完成率"])
      && !words.containsAny(ofReform)
      && !words.hasAnyPrefix(["任务完成率", "目标完成率", "计划完成率"])
  }

  private static let ofReform = Mark.texts(
    "改革 重点任务 年度任务 全部任务 各项任务 全年 年度 本领域 领域 台账 试点任务 项任务 的任务 工作任务 目标任务 总任务 本年 板块 方面 小组")

  /// 综合分析:…, 总的看,…: a paragraph of the whole behind the last field.
  private static func sumsUp(_ claim: Claim, _ draft: Draft) -> Bool {
    let paragraph = draft.paragraphs[draft.sentences[claim.sentence].paragraph].range
    let words = FoldedWords(units: draft.text.units[paragraph])
    return words.hasAnyPrefix(sums)
  }

  private static let sums = Mark.texts(
    "综合分析 总体分析 综合评价 总体评价 综合来看 综合看 总体看 总体来看 总的看 总的来看 整体看 整体来看 从总体看 从全年看 综上 总体上看")

  private static func countsTasks(_ measure: Measure) -> Bool {
    switch measure {
    case .tasks, .completed, .delayed: true
    default: false
    }
  }

  /// 到年底: up to a time of the year, but not 累计.
  private static func isOfYear(_ claim: Claim, _ page: FigurePage) -> Bool {
    !page.isOfCarried(claim.section) && claim.period == .reported
      || claim.period == .cumulative && !page.cues.has(.cumulative, in: page.before(claim.quantity))
  }

  /// Whether a figure counts what the ledger counts: tasks in 项, documents as such, domains where both part the work alike.
  private static func counts(_ claim: Claim, _ mention: QuantityMention, _ match: LedgerMatch) -> Bool {
    switch claim.measure {
    case .tasks, .completed, .delayed: ["项", "件", "条", ""].contains(mention.quantity.unit)
    case .outputs: match.draft.text.folded(claim.words).contains("成果")
    // 7个专项小组 lead the work; they are no fields unless the ledger's are named so.
    case .domains:
      mention.quantity.unit != "项" && match.partsAlike
        && (!match.draft.text.folded(claim.words).contains("小组")
          || match.ledger.report.domains.contains { $0.name.contains("小组") })
    case .completionRate, .words: true
    }
  }
}
