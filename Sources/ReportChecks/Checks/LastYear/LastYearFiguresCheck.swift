import Foundation
import ReportModel

/// 与上年数字: stated changes against last year's figures, and running totals that fell or stood still.
struct LastYearFiguresCheck: Check {
  let about = CheckDescription(
    "last-year.figures", .error, "“比上年增减”的数与上年报告不符",
    rationale: "任务数、成果数等，以及名称、单位相同的指标，按“今年数∓增减数=上年数”核对；写明“上年的”数，也与上年报告对照。金额的增长率可能按可比口径算，只作提示。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，比上年增加[[4项]]。完成43项，延期3项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。基层诊疗人次占比达到61.5%，比上年提高[[4.2个百分点]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。基层诊疗人次占比达到58.3%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。受理群众诉求2010件，办结率由上年的[[96%]]提高到98%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。受理群众诉求1860件，办结率97%。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，比上年增加2项，增长4.5%。完成43项，延期3项。基层诊疗人次占比达到61.5%，比上年提高3.2个百分点。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。基层诊疗人次占比达到58.3%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。技术合同成交额达到9.6亿元，比上年增长60%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。技术合同成交额达到6亿元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil else {
      return
    }
    let page = study.page
    let broken = Set(study.relations.relations.lazy.filter { $0.verdict == .broken }.map(\.claimed))
    var compared = 0
    for figure in study.draft.quantities.indices where page.isExact(figure) && page.isTold(figure) {
      if let change = value(of: figure, page), let base = base(of: change.figure, study, last) {
        compared += 1
        // A value that its own text refutes says nothing against last year.
        if broken.contains(page.range(change.figure)),
          page.claim(change.figure).sentence == page.claim(figure).sentence
        {
          continue
        }
        compare(figure, change.figure, base, study, last, isSaid: change.isSaid, &result)
      } else if let value = value(ofBase: figure, page, study.facts.year),
        let base = base(of: value, study, last)
      {
        compared += 1
        guard base.value != page.value(figure),
          Reckoning.compare(base.value, nil, with: page.quantity(figure)) == .apart
        else { continue }
        result.report(
          study.draft.text.place(page.range(figure)),
          "说的是上年的数，上年报告写的是\(FigurePage.number(base.value, precision: base.precision))\(page.isPercent(figure) ? "%" : "")",
          "请核对上年的数；数据后来调整过的，请注明", related: base.place.map { [.init($0, "上年写的数")] } ?? [])
      }
    }
    compared += inWords(study, last, &result)
    result.recognise("lastYearFigures", "与上年核对的数", compared)
  }

  /// Whether a figure is an increase; nil where it is no change. 比上年多4件 has no verb of its own.
  private static func isUp(_ change: Int, _ page: FigurePage) -> Bool? {
    let lead = page.lead(change)
    if let up = page.cues.last(.up, in: lead) {
      // 增加值 is a measure, no increase.
      return up.upperBound < lead.upperBound && page.units[up.upperBound] == Mark.worth ? nil : true
    }
    if page.cues.has(.down, in: lead) { return false }
    // 增加1次、2次: the second goes on from the first.
    if lead.isEmpty, change > page.siblings(of: change).lowerBound, page.text(page.before(change)) == "、" {
      return isUp(change - 1, page)
    }
    guard let year = page.cues.last(.lastYear, in: lead) else { return nil }
    let words = page.words(year.upperBound..<lead.upperBound)
    // 比上年增收2.1亿元, 比去年底新增400个, 较上年多办3件.
    let rest = words.units.drop { $0 == Mark.bottom || $0 == Mark.end || $0 == Mark.same || $0 == Mark.term }
    if (2...4).contains(rest.count), let first = rest.first {
      if Self.gains.contains(first) { return true }
      if Self.losses.contains(first) { return false }
    }
    guard lead.upperBound - year.upperBound == 1 else { return nil }
    switch page.units[year.upperBound] {
    case Mark.more: return true
    case Mark.fewer: return false
    default: return nil
    }
  }

  private static let gains = UnitSet("新增多净")
  private static let losses = UnitSet("少减")

  /// The figure that is set against a figure of last year: 办结率98% in 办结率由上年的97%提高到98%.
  private func value(ofBase figure: Int, _ page: FigurePage, _ year: Int?) -> Int? {
    guard page.claim(figure).change == nil, Self.namesLastYear(page.words(page.before(figure)), year) else {
      return nil
    }
    let siblings = page.siblings(of: figure)
    func isState(_ other: Int) -> Bool {
      (page.claim(other).change == nil || page.cues.has(.to, in: page.lead(other))) && page.isExact(other)
        && page.sameUnit(other, figure)
        && !Self.namesLastYear(page.words(page.before(other)), year)
    }
    let before = (siblings.lowerBound..<figure).last(where: isState)
    // 由上年的A提高到B: the noun stands before A.
    return before ?? (figure + 1 < siblings.upperBound && isState(figure + 1) ? figure : nil)
  }

  /// 上年的, 去年只有, 2022年为: right before a figure that is itself last year's.
  private static func namesLastYear(_ words: FoldedWords, _ year: Int?) -> Bool {
    guard let link = links.first(where: words.hasSuffix) else { return false }
    let rest = FoldedWords(units: words.units.dropLast(link.utf16.count))
    if lastYears.contains(where: rest.hasSuffix) { return true }
    return year.map { rest.hasSuffix("\($0 - 1)年") } ?? false
  }

  private static let links = ["的", "为", "是", "末的", "底的", "只有", "仅有", "仅为", "仅", "末为", "底为", "还是", "只是"]
  private static let lastYears = ["上年", "去年", "上年同期", "去年同期", "上年度", "上年末", "上年底", "去年底", "去年末"]

  /// The state that a change against last year is a change of, and whether 比上年 is said.
  private func value(of change: Int, _ page: FigurePage) -> (figure: Int, isSaid: Bool)? {
    guard Self.isUp(change, page) != nil || page.unit(change) == "倍" else { return nil }
    let siblings = page.siblings(of: change)
    func fits(_ other: Int) -> Bool {
      guard page.claim(other).change == nil, page.isExact(other) else { return false }
      if page.isPoints(change) { return page.isPercent(other) }
      return page.isPercent(change) || page.unit(change) == "倍"
        ? page.isAmount(other) : page.sameUnit(other, change)
    }
    if let paired = respective(to: change, siblings, page) { return fits(paired) ? (paired, true) : nil }
    let isSaid =
      page.cues.has(.lastYear, in: page.before(change)) || Self.isOfLastYear(page.text(page.before(change)))
      || isInChain(change, siblings, page)
    if isSaid, let total = tasks(namedBefore: change, page), fits(total) { return (total, true) }
    if isSaid, let named = state(namedBefore: change, fits, page) { return (named, true) }
    guard let value = (siblings.lowerBound..<change).last(where: fits) else { return nil }
    if isSaid { return (value, true) }
    // 占比2.05%,提高0.13个百分点: the clause right behind, with nothing said of another base.
    guard value == change - 1, page.isPoints(change), page.before(change).count <= 6 else { return nil }
    return (value, false)
  }

  /// 与2023年相比,任务增加4项,完成率提高1.6个百分点: 比上年 said before, with nothing but changes between.
  private func isInChain(_ change: Int, _ siblings: Range<Int>, _ page: FigurePage) -> Bool {
    let sentence = page.draft.sentences[page.claim(change).sentence]
    let state = (siblings.lowerBound..<change).last { page.claim($0).change == nil }
    let words =
      (state.map { page.range($0).upperBound } ?? sentence.range.lowerBound)..<page.range(change).lowerBound
    if page.cues.has(.lastYear, in: words) { return true }
    guard let year = LastYear.year(of: page.draft) else { return false }
    return page.draft.times[sentence.times].contains { time in
      guard case .date(let date) = time.meaning, date.year == year - 1, date.month == nil,
        words.contains(time.range.lowerBound),
        time.range.lowerBound > 0
      else { return false }
      return Self.comparing.contains(page.units[time.range.lowerBound - 1])
        && page.words(time.range.upperBound..<page.range(change).lowerBound).hasPrefix("相比")
        || [Mark.than, Mark.against].contains(page.units[time.range.lowerBound - 1])
    }
  }

  private static let comparing = UnitSet("与同和")

  /// What stands before 比上年, or before the verb of a change: the name of what changed.
  private func named(before change: Int, _ page: FigurePage) -> Range<Int>? {
    let lead = page.lead(change)
    let stops = [page.cues.first(.lastYear, in: lead), page.cues.first([.up, .down], in: lead)].compactMap {
      $0?.lowerBound
    }
    return stops.min().map { lead.lowerBound..<$0 }
  }

  /// 任务数比上年增加3项: the count of all tasks, wherever it stands.
  private func tasks(namedBefore change: Int, _ page: FigurePage) -> Int? {
    guard let noun = named(before: change, page) else { return nil }
    let words = page.words(max(noun.lowerBound, noun.upperBound - 8)..<noun.upperBound)
    guard ["任务数", "任务总数", "任务总量", "改革任务"].contains(where: words.hasSuffix) else { return nil }
    return page.draft.claims.first {
      $0.measure == .tasks && $0.domain == nil && $0.change == nil && $0.period == .reported
    }?
    .quantity
  }

  /// 会议次数比上年增加1次: the figure that the words before 比上年 name, where another sentence or clause gives it.
  private func state(namedBefore change: Int, _ fits: (Int) -> Bool, _ page: FigurePage) -> Int? {
    guard let words = named(before: change, page) else { return nil }
    var noun = Array(page.units[words].drop { !Mark.isHan($0) })
    guard noun.allSatisfy(Mark.isHan) else { return nil }
    for ending in Self.countWords
    where noun.count > ending.count && noun.suffix(ending.count).elementsEqual(ending) {
      noun.removeLast(ending.count)
      break
    }
    guard noun.count >= 2 else { return nil }
    let text = FoldedWords(units: noun[...])
    if text == "完成率" || text == "任务完成率" {
      return page.draft.claims.first {
        $0.measure == .completionRate && $0.domain == nil && fits($0.quantity)
      }?.quantity
    }
    let measure: Measure? = text.hasPrefix("延期") ? .delayed : text.hasPrefix("完成") ? .completed : nil
    func names(_ figure: Int) -> Bool {
      guard fits(figure), page.isTold(figure), page.claim(figure).period != .before else { return false }
      let own = page.claim(figure).measure
      if own == measure { return true }
      // 改革事项完成14项 counts those that are done.
      if measure == nil, own == .completed || own == .delayed { return false }
      let (lead, tail) = (page.lead(figure), page.tail(figure))
      return page.units[tail].starts(with: noun)
        || page.contains(noun, in: max(lead.lowerBound, lead.upperBound - noun.count - 2)..<lead.upperBound)
    }
    let domain = page.claim(change).domain
    return page.draft.quantities.indices.prefix(change).last { names($0) && page.claim($0).domain == domain }
      ?? page.draft.quantities.indices.dropFirst(change + 1).first {
        names($0) && page.claim($0).domain == domain
      }
  }

  private static let countWords = ["总数量", "总数", "总量", "数量", "次数", "项数", "个数", "件数", "户数", "人数", "数"].map(
    Mark.word)

  /// 分别比上年增加1次、2次: the figure that one of several changes belongs to.
  private func respective(to change: Int, _ siblings: Range<Int>, _ page: FigurePage) -> Int? {
    let sentence = page.draft.sentences[page.claim(change).sentence].range
    guard let cue = page.cues.last(.respectively, in: sentence.lowerBound..<page.range(change).lowerBound),
      page.cues.has(.lastYear, in: cue.upperBound..<page.range(change).lowerBound)
        || page.cues.has(.lastYear, in: max(sentence.lowerBound, cue.lowerBound - 8)..<cue.lowerBound)
    else { return nil }
    var changes = siblings.filter { page.range($0).lowerBound > cue.lowerBound }
    if let end = changes.dropFirst().firstIndex(where: { page.has(Mark.comma, in: page.before($0)) }) {
      changes.removeSubrange(end...)
    }
    let values = siblings.filter {
      page.range($0).lowerBound < cue.lowerBound && page.claim($0).change == nil
    }
    guard let place = changes.firstIndex(of: change), changes.count > 1, values.count >= changes.count else {
      return nil
    }
    return values[values.count - changes.count + place]
  }

  /// 是上年的, 相当于去年的: a multiple of last year's figure follows.
  private static func isOfLastYear(_ text: String) -> Bool {
    ["上年的", "去年的", "上年同期的", "去年同期的"].contains { text.hasSuffix($0) }
  }

  /// Last year's figure of the same measure.
  private func base(of value: Int, _ study: DraftStudy, _ last: LastYear) -> Base? {
    let known = known(value, study, last)
    if let known { return Base(value: known, precision: 0) }
    guard let other = last.study, let name = study.measures.name(of: value),
      let base = other.measures.base(
        of: name, unit: study.page.unitKey(value), kinds: name.kind == .total ? [.total] : [.plain, .new]),
      name.core.count > 3 || isSameContext(value, base.figure, study, last)
    else { return nil }
    return Base(
      value: base.value, precision: other.page.quantity(base.figure).precision,
      place: other.draft.text.place(other.page.range(base.figure)))
  }

  /// Last year's count of all tasks, those done, those postponed, the outputs, where a figure is this year's.
  private func known(_ value: Int, _ study: DraftStudy, _ last: LastYear) -> Decimal? {
    let claim = study.draft.claims[value]
    if claim.measure == .completionRate, claim.domain == nil {
      return last.study.flatMap(Self.completionRate)
    }
    if value == study.status.outputs { return last.counts.outputs }
    // Where the work is counted in layers, only their names tell which count is meant.
    guard let layer = study.status.overall.first, claim.domain == nil,
      study.status.overall.count == 1 || last.study.map({ $0.status.overall.count == 1 }) ?? true
    else { return nil }
    func isOnly(_ figures: [Int]) -> Bool {
      figures.count == 1 && study.page.value(figures[0]) == study.page.value(value)
        && study.page.sameUnit(figures[0], value)
    }
    switch claim.measure {
    case .tasks: return value == layer.total ? last.counts.tasks : nil
    case .completed: return isOnly(layer.done) ? last.counts.completed : nil
    case .delayed: return isOnly(layer.delayed) ? last.counts.delayed : nil
    default: return nil
    }
  }

  /// The completion rate of a whole report, where it states one only.
  private static func completionRate(_ study: DraftStudy) -> Decimal? {
    let rates = study.draft.claims.indices.filter {
      study.draft.claims[$0].measure == .completionRate && study.draft.claims[$0].domain == nil
        && study.page.isTold($0)
    }
    return rates.count == 1 ? study.page.value(rates[0]) : nil
  }

  /// 办结率, 诉求: words that many measures share say the same only in sentences alike.
  private func isSameContext(_ a: Int, _ b: Int, _ study: DraftStudy, _ last: LastYear) -> Bool {
    guard let other = last.study else { return false }
    if last.alignment?.pairs[study.page.claim(a).sentence]?.last == other.page.claim(b).sentence {
      return true
    }
    guard a > study.page.siblings(of: a).lowerBound, b > other.page.siblings(of: b).lowerBound,
      let left = study.measures.name(of: a - 1), let right = other.measures.name(of: b - 1)
    else { return false }
    return left.names(right)
  }

  /// A figure of last year's report.
  private struct Base {
    var value: Decimal
    var precision: Int
    var place: SourcePlace?
  }

  private func compare(
    _ change: Int, _ value: Int, _ base: Base, _ study: DraftStudy,
    _ last: LastYear, isSaid: Bool, _ result: inout CheckResult
  ) {
    let page = study.page
    let up = Self.isUp(change, page) ?? true
    let now = page.value(value)
    let difference = up ? now - base.value : base.value - now
    let stated = page.quantity(change)
    var severity: Severity? = isSaid ? nil : .warning
    let (expected, arithmetic): (Decimal, String)
    let sign = page.isPercent(value) ? "%" : ""
    let baseText = FigurePage.number(base.value, precision: page.quantity(value).precision) + sign
    if page.isPercent(change) {
      guard base.value > 0 else { return }
      expected = difference * 100 / base.value
      arithmetic =
        "(\(up ? page.number(value) : baseText)-\(up ? baseText : page.number(value)))/\(baseText)=\(Percent.text(expected, like: stated))"
      let words = page.text(page.draft.sentences[page.claim(value).sentence].range)
      if page.unit(value) == "元", Self.comparable.contains(where: { words.contains($0) }) { severity = .note }
      let ratio = Interval(
        low: (now - slack(value, page) - base.value) * 100 / base.value - 1,
        high: (now + slack(value, page) - base.value) * 100 / base.value + 1)
      if page.quantity(value).precision != 0, ratio.overlaps(Interval(stated)) { return }
    } else if stated.unit == "倍" {
      guard base.value > 0 else { return }
      let isOf = Self.isOfLastYear(page.text(page.before(change)))
      expected = isOf ? now / base.value : difference / base.value
      arithmetic =
        "\(isOf ? page.number(value) : "(\(page.number(value))-\(baseText))")/\(baseText)=\(Percent.text(expected, like: stated).dropLast())"
    } else {
      expected = difference
      arithmetic =
        "\(up ? page.number(value) : baseText)-\(up ? baseText : page.number(value))=\(FigurePage.number(expected, precision: stated.precision))"
    }
    guard Reckoning.compare(expected, nil, with: stated) == .apart else { return }
    result.report(
      study.draft.text.place(page.range(change)), "与上年报告的数不符：\(arithmetic),文中写\(page.number(change))",
      "请核对今年的数、上年的数和增减数", severity: severity,
      related: [.init(study.draft.text.place(page.range(value)), "今年的数")]
        + (base.place.map { [.init($0, "上年写的数")] } ?? []))
  }

  /// 与上年持平, 翻番: said without a figure.
  private func inWords(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) -> Int {
    let page = study.page
    var compared = 0
    for figure in study.draft.quantities.indices
    where page.isExact(figure) && page.claim(figure).change == nil {
      let after = page.after(figure)
      let words = page.text(after.lowerBound..<min(after.upperBound, after.lowerBound + 12))
      guard let said = Self.sayings.first(where: { words.contains($0.word) && !words.contains("基本") }),
        !words.contains("。"), let base = base(of: figure, study, last), base.value > 0
      else { continue }
      compared += 1
      let ratio = page.value(figure) / base.value
      if ratio >= said.low, ratio <= said.high { continue }
      let sign = page.isPercent(figure) ? "%" : ""
      result.report(
        study.draft.text.place(page.range(figure)),
        "写的是“\(said.word)”，上年报告写的是\(FigurePage.number(base.value, precision: base.precision))\(sign)",
        "请核对两年的数", related: base.place.map { [.init($0, "上年写的数")] } ?? [])
    }
    return compared
  }

  private static let sayings: [(word: String, low: Decimal, high: Decimal)] = [
    ("与上年持平", 1, 1), ("与去年持平", 1, 1), ("同上年持平", 1, 1), ("和上年持平", 1, 1), ("较上年持平", 1, 1), ("比上年翻一番", 1.9, 2.1),
    ("较上年翻一番", 1.9, 2.1), ("实现翻番", 1.9, 3), ("翻了一番", 1.9, 2.1),
  ]
  /// Grown at comparable prices or on a comparable base.
  private static let comparable = [
    "生产总值", "增加值", "预算收入", "财政", "税收", "税费", "固定资产", "零售", "产值", "可支配收入", "进出口",
  ]

  private func slack(_ figure: Int, _ page: FigurePage) -> Decimal {
    page.value(figure) - Interval(page.quantity(figure)).low
  }
}

extension Mark {
  fileprivate static let more: UInt16 = 0x591A  // 多
  fileprivate static let fewer: UInt16 = 0x5C11  // 少
  fileprivate static let bottom: UInt16 = 0x5E95  // 底
  fileprivate static let end: UInt16 = 0x672B  // 末
  fileprivate static let same: UInt16 = 0x540C  // 同
  fileprivate static let term: UInt16 = 0x671F  // 期
  fileprivate static let worth: UInt16 = 0x503C  // 值
}
