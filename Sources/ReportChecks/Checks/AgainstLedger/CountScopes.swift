import Foundation
import ReportModel

/// 数的范围: which of the draft's counts of tasks are of the whole year, and which of a field, a kind, a unit or a part of the year.
struct CountScopes {
  /// A count of a group of the ledger's tasks.
  struct GroupCount {
    enum Kind {
      case tasks, completed, delayed, allDone

      var name: String {
        switch self {
        case .tasks, .allDone: "任务数"
        case .completed: "完成数"
        case .delayed: "延期数"
        }
      }
    }

    var figure: Int
    var group: LedgerGroups.Group
    var kind: Kind
  }

  private(set) var counts: [GroupCount] = []
  private var partial: Set<Int> = []
  private var spanning: Set<Int> = []

  init(_ study: DraftStudy, _ report: Report) {
    let page = study.page
    var named: [Int: Int] = [:]
    for sentences in NameFinder(page.draft).sentences(naming: report.tasks.map(\.name)) {
      for sentence in sentences { named[sentence, default: 0] += 1 }
    }
    let groups = LedgerGroups(report)
    let kinds = Self.kinds(page)
    // Of which set the sentence before told last, with its paragraph.
    var before = (isPartial: false, paragraph: -1)
    for (index, sentence) in page.draft.sentences.enumerated() {
      let isTold = ![.plan, .problems, .attachments].contains(page.draft.role(of: sentence.section))
      var scope: LedgerGroups.Group?
      // 上年延期的4项任务全部续列。其中,3项已完成: of those four.
      var isPartial =
        before.isPartial && before.paragraph == sentence.paragraph
        && page.words(sentence.range).hasPrefix("其中")
        // 分阶段看,截至6月底完成5项: of a part of the year.
        || page.divides(sentence.range.prefix(10))
      defer { before = (isPartial, sentence.paragraph) }
      // 12个乡镇各申报自选事项2项,共24项: of what each of them has.
      var isOfEach = false
      var isSpanning = false
      var isLed = false
      // 9项制度性成果中,经济体制改革3项: of the documents.
      let isOfOutputs =
        sentence.quantities.first.map { first in
          page.claim(first).measure == .outputs
            || page.words(page.lead(first).lowerBound..<page.tail(first).upperBound).containsAny(
              Self.otherThings)
        } ?? false
      var pending: [Int] = []
      for figure in sentence.quantities
      where Self.units.contains(page.unit(figure))
        && !page.words(page.tail(figure)).hasAnyPrefix(Self.fields)
      {
        let claim = page.claim(figure)
        let (lead, tail) = (page.lead(figure), page.tail(figure))
        var outcome = Self.outcome(figure, page)
        // 民主法治改革3项、生态文明改革3项均全部完成: each counts those of its own field.
        if outcome == .completed, page.isAllDone(figure), groups.group(named: lead, in: page.units) != nil {
          outcome = nil
        }
        if isOfEach,
          StatusReading.isLeftOut(figure, page) || page.cues.has(.sum, in: lead) || page.words(lead) == "共"
        {
          isPartial = true
        } else if outcome == nil {
          scope =
            claim.domain == nil
            ? groups.group(named: lead, in: page.units)
              ?? Self.noun(tail, page).flatMap { groups.group(named: $0, in: page.units) }
              ?? (claim.measure.isKnown ? groups.group(within: page.before(figure), page) : nil) : nil
          // 书记、区长分别领衔3项、2项: the second is of the first's kind.
          let goesOn =
            isPartial && (page.words(page.before(figure)) == "、" || Self.turns(into: figure, page))
          // 领衔推进重点任务6项,其中经济领域2项、民生领域2项: parts of some of the tasks.
          let isPart =
            page.cues.has(.parts, in: page.before(figure)) || page.words(page.before(figure)).hasPrefix("、")
          isOfEach = page.isOfEach(figure)
          if !isPart { isLed = Self.isQualified(figure, page, isNamed: scope != nil) }
          // 甲机制、乙改革两项任务: those that the sentence names.
          let isNamed = page.value(figure) <= 9 && page.value(figure) == Decimal(named[index] ?? 0)
          isSpanning = Self.spansFields(figure, of: report.domains.count, page)
          isPartial =
            scope != nil || isSpanning || isNamed || isOfEach || kinds.contains(figure)
            || Self.isQualified(figure, page)
            || StatusReading.isLeftOut(figure, page)
            || goesOn
        } else if page.words(lead).hasAnyPrefix(Self.wholeYear) {
          // 管理体制4项;全年完成17项
          (scope, isPartial, isSpanning) = (nil, false, false)
        } else if claim.domain == nil, let own = Self.named(before: figure, groups, page) {
          // 经济体制改革完成4项、延期1项: of the field that stands before the verb.
          (scope, isPartial, isSpanning) = (own, true, false)
        } else if claim.period == .before, page.isExact(figure) {
          // 2024年延期的4项任务: what became of them is told behind.
          isPartial = true
        } else if page.words(sentence.range.prefix(12)).containsAny(Self.carriedOver),
          figure > page.siblings(of: figure).lowerBound
        {
          // 上年结转6项,今年完成5项: of those.
          isPartial = true
        } else if page.words(tail).containsAny(["季度", "时限", "定在"]) {
          // 10项任务中有5项定在第四季度完成
          isPartial = true
        }
        let isDue = claim.measure == .completed && Self.isDue(figure, page)
        if isPartial || isDue { partial.insert(figure) }
        if isSpanning || isDue { spanning.insert(figure) }
        if page.isInLastYearsCount(figure) {
          partial.insert(figure)
          continue
        }
        if page.words(lead).hasAnySuffix(["除", "其余", "其他", "余下", "剩余"]) { continue }
        guard isTold, !isOfOutputs, !isLed || outcome != nil, let scope, claim.change == nil,
          claim.measure.isKnown || page.unit(figure) == "项",
          page.isExact(figure), page.isTold(figure), !isDue,
          Self.tellsOfTasks(sentence.range, page)
        else { continue }
        let isAllDone = page.isAllDone(figure)
        counts.append(
          GroupCount(figure: figure, group: scope, kind: outcome ?? (isAllDone ? .allDone : .tasks)))
        guard outcome == nil else { continue }
        // 经济领域5项、社会领域4项全部完成: of each of them.
        if isAllDone {
          for place in counts.indices where pending.contains(counts[place].figure) {
            counts[place].kind = .allDone
          }
          pending = []
        } else if page.words(page.after(figure)).hasPrefix("、") {
          pending.append(figure)
        } else {
          pending = []
        }
      }
    }
  }

  /// Paragraphs that each count tasks of their own (安排任务4项,完成3项) where nothing names them as fields: all but the one with
  /// the largest count, where there are three or more beside it.
  static func partParagraphs(_ page: FigurePage) -> Set<Int> {
    let draft = page.draft
    var counts: [Int: Decimal] = [:]
    for claim in draft.claims
    where (claim.measure == .tasks || claim.measure == .completed && page.isAllDone(claim.quantity))
      && claim.domain == nil && claim.change == nil && claim.period != .plan
    {
      let paragraph = draft.sentences[claim.sentence].paragraph
      counts[paragraph] = max(counts[paragraph] ?? 0, draft.quantities[claim.quantity].quantity.value)
    }
    guard counts.count > 3, let whole = counts.values.max() else { return [] }
    return Set(counts.filter { $0.value < whole }.keys)
  }

  private static let carriedOver = ["上年结转", "去年结转", "上年延期", "去年延期", "上年遗留", "去年遗留"]

  /// Whether a count may be of all the year's tasks.
  func isOfAll(_ figure: Int) -> Bool { !partial.contains(figure) }

  /// Whether a count is of several fields together, or of what is still to be done: 甲、乙、丙三个板块共12项任务.
  func isOfSome(_ figure: Int) -> Bool { spanning.contains(figure) }

  /// 三个板块共12项, where there are more fields than three.
  private static func spansFields(_ figure: Int, of count: Int, _ page: FigurePage) -> Bool {
    let reach = page.sentence(of: figure).range.lowerBound
    let end = page.range(figure).lowerBound
    for place in (reach..<end).suffix(10) {
      let words = page.words(place..<end)
      guard place > reach, words.hasAnyPrefix(units) || words.hasPrefix("大"),
        page.words(place + 1..<end).hasAnyPrefix(fields)
      else { continue }
      guard let number = Mark.number(page.units[place - 1]) else { continue }
      return number > 1 && number < count
    }
    return false
  }

  /// 由上年的7项完成6项,变为2025年的6项全部完成: the same set in another year.
  private static func turns(into figure: Int, _ page: FigurePage) -> Bool {
    let start = page.sentence(of: figure).range.lowerBound
    guard page.words(start..<page.before(figure).lowerBound).containsAny(LastYearFiguresCheck.lastYears)
    else { return false }
    var rest = page.units[page.before(figure)].filter(Mark.isHan)[...]
    for words in [turnings, years, of] {
      guard let word = words.first(where: rest.starts(with:)) else { continue }
      rest = rest.dropFirst(word.count)
    }
    return !rest.contains(where: Mark.isHan)
  }

  private static let turnings = Mark.words("变为 变成 转为 增至 增加到 增加为 减至 减少到 减为 调整为 发展到 提高到 到 至")
  private static let years = Mark.words("今年 本年 当年 本年度")
  private static let of = Mark.words("年的 年度的 的 则为 则是 为 是 有")

  /// The field that is named right before what became of its tasks.
  private static func named(before figure: Int, _ groups: LedgerGroups, _ page: FigurePage)
    -> LedgerGroups.Group?
  {
    let lead = page.lead(figure)
    guard let cue = page.cues.last([.done, .delayed], in: lead), cue.lowerBound - lead.lowerBound >= 4 else {
      return nil
    }
    return groups.group(named: lead.lowerBound..<cue.lowerBound, in: page.units)
  }

  private static let wholeYear = ["全年", "全区", "全县", "全市", "年度", "总计", "合计", "总体", "年内"]

  /// 完成7项, 延期1项: what a count says became of the tasks counted before it.
  private static func outcome(_ figure: Int, _ page: FigurePage) -> GroupCount.Kind? {
    let (cue, kind): (Cue, GroupCount.Kind)
    switch page.claim(figure).measure {
    case .completed: (cue, kind) = (.done, .completed)
    case .delayed: (cue, kind) = (.delayed, .delayed)
    // 农牧业改革完成3项: 改革 before the verb is the field's.
    default: return page.words(page.lead(figure)).hasAnySuffix(["完成", "办结"]) ? .completed : nil
    }
    if page.cues.has(cue, in: page.lead(figure)) { return kind }
    // 文化体制改革2项、党的建设制度改革3项均全部完成: all that the field has.
    if kind == .completed, page.isAllDone(figure), page.lead(figure).count > 3 { return nil }
    // 15项改革事项完成14项: the first counts all of them.
    let tail = page.tail(figure)
    let noun = page.words(tail.lowerBound..<(page.cues.first(cue, in: tail)?.lowerBound ?? tail.upperBound))
    return noun.containsAny(["任务", "事项", "改革"]) ? nil : kind
  }

  /// 两项任务分别要求11月和12月完成: when they are to be done, not that they are.
  private static func isDue(_ figure: Int, _ page: FigurePage) -> Bool {
    let tail = page.after(figure)
    guard let done = page.cues.first(.done, in: tail) else { return false }
    return (tail.lowerBound..<done.lowerBound).contains { place in
      due.contains { word in
        page.units[place..<done.lowerBound].starts(with: word) && place + word.count < done.lowerBound
          && (inTime.contains(page.units[place + word.count])
            || Mark.isDigit(page.units[place + word.count]))
      }
    }
  }

  private static let due = Mark.words("要求 应 须 需 应当 计划 拟 将 预计 定 安排 分别于 限 限定 力争 确保")
  private static let inTime = UnitSet("于在到年")

  /// 重点任务8项、改革事项15项: counts of kinds of tasks side by side, and where the same kinds are counted again.
  private static func kinds(_ page: FigurePage) -> Set<Int> {
    var found: Set<Int> = []
    var nouns: Set<[UInt16]> = []
    func noun(of figure: Int) -> [UInt16] {
      let lead = page.units[page.lead(figure)].suffix(4).filter(Mark.isHan)
      return lead.count >= 3 ? Array(lead) : Array(page.units[page.tail(figure)].prefix(4).filter(Mark.isHan))
    }
    let tasks = page.draft.claims.indices.filter {
      page.claim($0).measure == .tasks && page.claim($0).change == nil && page.claim($0).domain == nil
    }
    for (a, b) in zip(tasks, tasks.dropFirst())
    where b == a + 1 && page.claim(a).sentence == page.claim(b).sentence {
      let gap = page.words(page.before(b))
      guard gap.hasPrefix("、") || gap.hasPrefix("和") || gap.hasPrefix("与"), page.value(a) != page.value(b)
      else { continue }
      found.formUnion([a, b])
      nouns.formUnion([noun(of: a), noun(of: b)])
    }
    guard !nouns.isEmpty else { return found }
    for figure in tasks where nouns.contains(noun(of: figure)) { found.insert(figure) }
    return found
  }

  /// 民生类任务3项, 区民政局承担任务2项, 上半年完成任务2项: not of all tasks.
  private static func isQualified(_ figure: Int, _ page: FigurePage, isNamed: Bool = false) -> Bool {
    let (lead, tail) = (page.lead(figure), page.tail(figure))
    let before = page.words(lead.suffix(14))
    let after = page.words(tail.prefix(10))
    // 前三季度 is what the report tells of; 除20项任务外 counts the others.
    if before.contains("三季度"), !before.contains("前三季度") || before.hasSuffix("除") { return true }
    // 围绕8项重点任务开展督察: those that were looked into.
    if before.hasAnySuffix(targets), page.words(tail).containsAny(inspections),
      !page.words(tail).containsAny(["逐项", "逐一", "全覆盖"])
    {
      return true
    }
    // 民生领域4项任务: the field itself, where the ledger has one of that name.
    return before.containsAny(isNamed ? qualifiers.filter { $0 != "民生" && $0 != "类" } : qualifiers)
      || after.containsAny(qualifiersBehind.filter { !isNamed || $0 != "民生" })
  }

  /// The noun right behind a figure: 15项改革事项分布在….
  private static func noun(_ tail: Range<Int>, _ page: FigurePage) -> Range<Int>? {
    guard tail.count >= 4 else { return nil }
    return tail.lowerBound..<tail.lowerBound + 4
  }

  private static func tellsOfTasks(_ sentence: Range<Int>, _ page: FigurePage) -> Bool {
    let words = page.words(sentence)
    return words.containsAny(["任务", "事项", "改革"]) || page.cues.has(.allDone, in: sentence)
  }

  /// 经济、民生、基层治理3个领域: what is counted are the fields.
  private static let fields = ["领域", "方面", "板块", "专项小组", "类别"]
  private static let units: Set<String> = ["项", "件", "个", "条"]
  private static let qualifiers = Mark.texts(
    "类 级 试点 领衔 承担 牵头 负责 其中 民生 国家 创新 亮点 示范 督察 上半年 下半年 季度 区直 部门 镇街 街道 书记 区长 县长 市长 领导 新增 结转 上年 去年 涉及 提前 率先",
    "偏慢 滞后 较慢 落后 仍有 还有 尚有 超额 缓慢 包保 重大 专项 跨年 承接 上级 各镇 群众 月底前 基层 直接 配合 抽查 领办 领题 包抓 难点 堵点 痛点 评估 每 首批 第一批 联合 委托 延期的 骨头 自主 自定 扣除"
  )
  private static let otherThings = ["成果", "文件", "制度性", "案例", "议题", "问题", "意见", "建议", "会议"]
  private static let targets = ["围绕", "针对", "聚焦", "紧盯", "对", "就", "选取", "选择", "抽取"]
  private static let inspections = ["督察", "督查", "督导", "督办", "调研", "检查", "评估", "巡察", "暗访", "回头看"]
  private static let qualifiersBehind = Mark.texts("试点 领衔 创新 重大 民生 牵头 省级 市级 国家 示范 涉及 属于 跨部门 提前 率先 跨年")
}

extension FigurePage {
  /// 3项全部完成; 3项,全部完成.
  func isAllDone(_ figure: Int) -> Bool {
    let tail = tail(figure)
    if cues.has(.allDone, in: tail) { return true }
    guard tail.isEmpty, tail.upperBound < units.count, units[tail.upperBound] == Mark.comma,
      let cue = cues.first(.allDone, in: (tail.upperBound..<units.count).prefix(10))
    else { return false }
    // 7项,全部落实到具体科室: not the end of the clause.
    return cue.lowerBound == tail.upperBound + 1
      // 均完成4项 counts them.
      && (cue.upperBound >= units.count
        || !Mark.isHan(units[cue.upperBound]) && !Mark.isDigit(units[cue.upperBound]))
  }
}
