import Foundation
import ReportModel

/// 上年的数: last year's figure for one of this year's.
extension LastYearFiguresCheck {
  /// Last year's figure of the same measure. Where 比上年 is said of it, the measure may be named in other words.
  func base(of value: Int, _ study: DraftStudy, _ last: LastYear, isSaid: Bool) -> Base? {
    let known = known(value, study, last)
    if let known { return Base(value: known, precision: 0) }
    if let named = namedBase(of: value, study, last, isSaid: isSaid) { return named }
    guard isSaid, let other = last.study,
      let figure = MeasureLikeness(this: study, last: other).base(of: value)
    else { return nil }
    return Base(
      value: other.page.value(figure), precision: other.page.quantity(figure).precision,
      place: other.draft.text.place(other.page.range(figure)), isNamedAlike: false)
  }

  /// The one figure of last year's report that a figure told as last year's can have been copied from with a wrong digit.
  func slip(_ figure: Int, of value: Int, _ study: DraftStudy, _ last: LastYear) -> Base? {
    guard let other = last.study,
      let told = MeasureLikeness(this: study, last: other).slip(study.page.value(figure), of: value)
    else { return nil }
    return Base(
      value: other.page.value(told), precision: other.page.quantity(told).precision,
      place: other.draft.text.place(other.page.range(told)))
  }

  /// The figure that last year's report gives under the same name.
  private func namedBase(of value: Int, _ study: DraftStudy, _ last: LastYear, isSaid: Bool) -> Base? {
    let unit = study.page.unitKey(value)
    // 现有网格618个, 划分网格642个.
    guard let other = last.study, let name = study.measures.name(of: value),
      let base = other.measures.base(
        of: name, unit: unit, kinds: name.kind == .total ? [.total] : [.plain, .new])
        ?? (isSaid && name.kind != .new
          ? other.measures.base(of: name, unit: unit, kinds: [.plain, .total]) : nil),
      case let isCommon = name.core.last.map(Self.commonEnds.contains) ?? true,
      name.core.count > (isCommon ? 3 : 2)
        || isSaid && !isCommon && other.measures.name(of: base.figure)?.core == name.core
        || isSameContext(value, base.figure, study, last),
      // 社区托位使用率 is of a part of what 托位使用率 is of.
      name.core.count <= other.measures.name(of: base.figure)?.core.count ?? 0
        || MeasureLikeness(this: study, last: other).says(value, at: base.figure)
    else { return nil }
    // 养老床位3650张, 新增养老床位302张: what there is, and what came in.
    if name.kind != other.measures.name(of: base.figure)?.kind,
      max(base.value, study.page.value(value)) > 4 * min(base.value, study.page.value(value))
    {
      return nil
    }
    // 12月份受理201件 is not of the year.
    guard study.page.isOfSamePart(value, as: base.figure, other.page) else { return nil }
    return Base(
      value: base.value, precision: other.page.quantity(base.figure).precision,
      place: other.draft.text.place(other.page.range(base.figure)),
      isNamedAlike: other.measures.name(of: base.figure)?.core == name.core)
  }

  /// 新建食堂9家,年末共有17家: last year's report may tell both what came in and what there is.
  func isTotal(_ told: Decimal, of value: Int, _ study: DraftStudy, _ last: LastYear) -> Bool {
    guard let name = study.measures.name(of: value) else { return false }
    return last.study?.measures.base(of: name, unit: study.page.unitKey(value), kinds: [.total])?.value
      == told
  }

  private static let commonEnds = UnitSet("率量数额度求件值项")

  /// Last year's count of all tasks, those done, those postponed, the outputs, where a figure is this year's.
  func known(_ value: Int, _ study: DraftStudy, _ last: LastYear) -> Decimal? {
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
  static func completionRate(_ study: DraftStudy) -> Decimal? {
    let rates = study.draft.claims.indices.filter {
      study.draft.claims[$0].measure == .completionRate && study.draft.claims[$0].domain == nil
        && study.page.isTold($0)
    }
    return rates.count == 1 ? study.page.value(rates[0]) : nil
  }

  /// 办结率, 诉求: words that many measures share say the same only in sentences alike.
  func isSameContext(_ a: Int, _ b: Int, _ study: DraftStudy, _ last: LastYear) -> Bool {
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
  struct Base {
    var value: Decimal
    var precision: Int
    var place: SourcePlace?
    /// Whether both reports name the measure in the same words.
    var isNamedAlike = true
  }
}

extension LastYearFiguresCheck {
  /// 形成制度性成果9项。比上年增加3项: the one figure of its unit in the sentence before, where the change has no noun of its own.
  func state(before change: Int, _ fits: (Int) -> Bool, _ page: FigurePage) -> Int? {
    let index = page.claim(change).sentence - 1
    guard index >= 0, change == page.siblings(of: change).lowerBound,
      Self.named(before: change, page).map({ !page.units[$0].contains(where: Mark.isHan) }) ?? true,
      case let before = page.draft.sentences[index], before.paragraph == page.paragraph(of: change)
    else { return nil }
    let states = before.quantities.filter(fits)
    return states.count == 1 ? states[0] : nil
  }

  /// 成交390宗,平均每宗30万元,成交宗数比上年增长25%; 发放贷款2.7亿元,户均60万元,当年发放额比上年增长50%: the name of what changed ends in the unit
  /// that it is counted in.
  func state(
    countedBefore change: Int, _ siblings: Range<Int>, _ fits: (Int) -> Bool, _ page: FigurePage
  ) -> Int? {
    guard let words = Self.named(before: change, page) else { return nil }
    var noun = page.units[words].filter(Mark.isHan)[...]
    for time in Self.ownYears where noun.starts(with: time) { noun = noun.dropFirst(2) }
    let own = (siblings.lowerBound..<change).filter { fits($0) && !page.isAveraged($0) }
    // 412名,其中脱贫户96名,总数比上年增加17名: the whole.
    if noun.first == Self.all, Self.counts.contains(where: noun.elementsEqual) {
      let part = own.firstIndex { page.sameUnit($0, change) && page.cues.has(.parts, in: page.before($0)) }
      return part.flatMap { own[..<$0].last { page.sameUnit($0, change) } }
    }
    let whole = page.unit(change).utf16
    guard noun.count >= 2, let end = noun.popLast() else { return nil }
    let units: [String]
    if whole.count > 1, noun.count > 2, (noun + [end]).suffix(whole.count).elementsEqual(whole) {
      // 培训人次比上年增加96人次.
      units = [page.unit(change)]
      noun = noun.dropLast(whole.count - 1)
    } else if end == Self.count, let unit = noun.popLast() {
      units = unit == Self.person ? ["人", "名", "位"] : [String(decoding: [unit], as: UTF16.self)]
    } else if end == Self.sum, let kind = noun.last, !Self.notMoney.contains(kind) {
      units = ["元"]
    } else {
      return nil
    }
    let counted = own.filter { units.contains(page.unit($0)) }
    let verb = Array(noun.suffix(2))
    let start = page.sentence(of: change).range.lowerBound
    return counted.last { verb.count == 2 && page.contains(verb, in: page.lead($0)) }
      ?? counted.first.flatMap {
        counted.count == 1 && (verb.isEmpty || page.contains(verb, in: start..<page.range($0).lowerBound))
          ? $0 : nil
      }
  }

  private static let all: UInt16 = 0x603B  // 总
  private static let counts = Mark.words("总数 总量 总人数 总户数 总件数 总次数 总宗数")
  private static let ownYears = Mark.words("当年 全年 年内 今年 本年")
  private static let (count, sum, person): (UInt16, UInt16, UInt16) = (0x6570, 0x989D, 0x4EBA)  // 数, 额, 人
  private static let notMoney = UnitSet("余差份名税限定")

  /// 中心39个,平均每个镇3个,比上年多13个: what the change of a bare average may be a change of as well, and whether it must be.
  static func whole(of average: Int, changedBy change: Int, _ page: FigurePage) -> (
    figure: Int, isSure: Bool
  )? {
    guard average == change - 1, page.isAveraged(average), page.claim(change).change != nil,
      named(before: change, page).map({ !page.units[$0].contains(where: Mark.isHan) }) ?? true,
      let whole = (page.siblings(of: average).lowerBound..<average).last(where: {
        page.sameUnit($0, average) && page.isExact($0) && !page.isAveraged($0) && page.claim($0).change == nil
      })
    else { return nil }
    let isSure =
      page.sameUnit(change, average) && isUp(change, page) == true
      && page.value(change) >= page.value(average)
    return (whole, isSure)
  }

  /// 任务数比上年增加3项: the count of all tasks, wherever it stands.
  func tasks(namedBefore change: Int, _ page: FigurePage) -> Int? {
    guard let noun = Self.named(before: change, page) else { return nil }
    let words = page.words(noun.suffix(8))
    guard words.hasAnySuffix(["任务数", "任务总数", "任务总量", "改革任务"]) else { return nil }
    return page.draft.claims.first {
      $0.measure == .tasks && $0.domain == nil && $0.change == nil && $0.period == .reported
    }?.quantity
  }

  /// 是上年的, 相当于去年的: a multiple of last year's figure follows.
  static func isOfLastYear(_ words: FoldedWords) -> Bool {
    words.hasAnySuffix(["上年的", "去年的", "上年同期的", "去年同期的", "上一年的"])
  }

  /// 分别比上年增加1次、2次: the figure that one of several changes belongs to.
  func respective(to change: Int, _ siblings: Range<Int>, _ page: FigurePage) -> Int? {
    let sentence = page.sentence(of: change).range
    guard let cue = page.cues.last(.respectively, in: sentence.lowerBound..<page.range(change).lowerBound),
      page.cues.has(.lastYear, in: cue.upperBound..<page.range(change).lowerBound)
        || page.cues.has(.lastYear, in: (sentence.lowerBound..<cue.lowerBound).suffix(8))
    else { return nil }
    var changes = siblings.filter { page.range($0).lowerBound > cue.lowerBound }
    if let end = changes.dropFirst().firstIndex(where: { page.has(Mark.comma, in: page.before($0)) }) {
      changes.removeSubrange(end...)
    }
    let values = siblings.filter {
      page.range($0).lowerBound < cue.lowerBound && page.claim($0).change == nil && !page.isAveraged($0)
    }
    guard let place = changes.firstIndex(of: change), changes.count > 1, values.count >= changes.count else {
      return nil
    }
    return values[values.count - changes.count + place]
  }

  /// 接待游客286万人次、综合收入17.3亿元,上年分别为260万人次、15.0亿元: the figure of this year that each belongs to.
  func respectiveState(toBase figure: Int, _ page: FigurePage) -> Int? {
    let siblings = page.siblings(of: figure)
    func follows(_ figure: Int) -> Bool {
      let between = page.words(page.before(figure))
      return between == "、" || between == "和"
    }
    var first = figure
    while first > siblings.lowerBound, follows(first) { first -= 1 }
    guard first > siblings.lowerBound, page.words(page.before(first)).hasAnySuffix(Self.respectively) else {
      return nil
    }
    let run = first..<((first + 1)..<siblings.upperBound).drop(while: follows).startIndex
    let states = (siblings.lowerBound..<first).filter { page.claim($0).change == nil }.suffix(run.count)
    guard run.count > 1, states.count == run.count,
      zip(states, run).allSatisfy({ page.sameUnit($0, $1) && page.isExact($0) })
    else { return nil }
    return states[states.startIndex + figure - first]
  }

  private static let respectively = lastYears.flatMap { year in ["分别为", "分别是", "分别只有"].map { year + $0 } }
}

extension FigurePage {
  /// 平均每宗30万元, 户均6万元.
  func isAveraged(_ figure: Int) -> Bool {
    cues.has([.average, .each], in: before(figure)) || units[lead(figure)].last == 0x5747
  }

  /// 上半年, 12月份, 1—11月: whether a figure is of a part of the year only.
  func isPartOfYear(_ figure: Int) -> Bool {
    guard let time = claim(figure).time.map({ draft.times[$0] }) else { return false }
    if case .months(let first, let last, _) = time.meaning { return last - first < 11 }
    return time.isPartOfYear
  }

  /// Whether figures of two reports are both of the whole year or both of a part of it, or of the half of the year that both reports are on.
  func isOfSamePart(_ figure: Int, as other: Int, _ page: FigurePage) -> Bool {
    isPartOfYear(figure) == page.isPartOfYear(other)
      || isOfTitledHalf(figure) && page.isOfTitledHalf(other)
  }

  /// 比去年末增加9家: against the year's end, of which last year's report on 上半年 tells nothing.
  func isAgainstYearEnd(_ figure: Int) -> Bool {
    words(before(figure)).containsAny(Self.wholeYears)
  }

  static let wholeYears = ["上年末", "去年末", "上年底", "去年底", "上年年", "去年年", "年初", "上年全年", "去年全年", "上年度"]

  /// Whether the report is on a part of the year, behind which last year's figures went on growing.
  var isOnPart: Bool {
    draft.articles.first?.title.map { words($0).containsAny(["半年", "季度", "月份", "个月"]) } ?? false
  }

  /// Whether the report is on 上半年.
  var isOnHalf: Bool { draft.articles.first?.title.map { words($0).contains("上半年") } ?? false }

  /// 上半年成交7.42亿元, or without a time, in the report on 上半年.
  private func isOfTitledHalf(_ figure: Int) -> Bool {
    guard isOnHalf else { return false }
    if case .half? = claim(figure).time.map({ draft.times[$0].meaning }) { return true }
    return !isPartOfYear(figure)
  }
}

extension TimeMention {
  /// Whether it is a month, a quarter or a half of a year, not counted from the year's beginning.
  var isPartOfYear: Bool {
    // 截至12月底 is of the year up to then.
    if relation == .upTo { return false }
    return switch meaning {
    case .month, .half: true
    case .quarter(_, let fromStart, _): !fromStart
    default: false
    }
  }
}

extension LastYearFiguresCheck {
  /// 上一年度为, 与上年, 去年只有: no noun of its own.
  static func onlyTime(_ words: FoldedWords) -> Bool {
    var rest = words.units.filter(Mark.isHan)[...]
    for word in timeOpenings where rest.starts(with: word) { rest = rest.dropFirst(word.count) }
    guard
      let year = lastYears.map(Mark.word).filter({ rest.starts(with: $0) }).max(by: { $0.count < $1.count })
    else { return false }
    rest = rest.dropFirst(year.count)
    return rest.isEmpty || links.contains { Mark.word($0).elementsEqual(rest) }
  }

  /// 由上年的, 从去年的: whether last year's figure follows right behind.
  static func leadsFromLastYear(_ words: FoldedWords) -> Bool {
    ["由", "从"].contains { from in
      words.hasPrefix(from)
        && lastYears.contains { year in
          ["", "的", "末的", "底的"].contains { words.units.elementsEqual(Mark.word(from + year + $0)) }
        }
    }
  }

  /// 上年为164个,本年达到: a time right at the start.
  static func opensWithTime(_ words: FoldedWords) -> Bool {
    words.hasAnyPrefix(lastYears + ["今年", "本年", "由上年", "从上年", "由去年", "从去年"])
  }

  private static let timeOpenings = Mark.words("而 与 和 同")
}
