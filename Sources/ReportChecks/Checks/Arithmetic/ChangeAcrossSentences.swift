import Foundation
import ReportModel

/// 隔句比较: a change told on last year's figure, of the figure that the sentence before ends with: 授信7.9亿元。授信额较去年同期的6.4亿元增长23.4%.
extension ChangeRule {
  func acrossSentences(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let base = change - 1
    guard base == figures.lowerBound, page.lead(change).count <= 8, page.before(change).count <= 10,
      page.isExact(base), page.isTold(base), isChange(change, of: base) || isMoreThanBase(change, base),
      let subject = subject(of: base), !isToldAgain(behind: change, like: base, figures),
      let value = earlierValue(of: base, subject, named(by: change, on: base))
    else { return }
    compare(change, value, base, isCertain: true, &book)
  }

  /// 由20个工作日缩短至9个工作日。前后相比缩短11个工作日: the sentence before ends with both ends of the change.
  func afterFromTo(_ change: Int, _ book: inout RelationBook) {
    let sentence = page.claim(change).sentence
    guard sentence > 0, page.isAmount(change) || page.isPercent(change), page.before(change).count <= 14,
      let cue = page.cues.last([.up, .down], in: page.before(change)),
      page.words(page.before(change).lowerBound..<cue.lowerBound).containsAny(Self.alike),
      case let before = page.draft.sentences[sentence - 1],
      before.paragraph == page.draft.sentences[sentence].paragraph, before.quantities.count >= 2,
      case let end = before.quantities.upperBound - 1,
      page.tail(end).upperBound >= before.range.upperBound - 1,
      page.cues.last(.to, in: page.lead(end)) != nil, let start = start(of: end, before.quantities),
      page.sameUnit(change, end) || page.isPercent(change),
      (page.value(end) > page.value(start)) == isUp(cue), page.isExact(start), page.isExact(end)
    else { return }
    measure(change, from: start, to: end, isCertain: true, &book)
  }

  /// 东片建成45个。西片比东片少12个,为33个: a difference from another one told just before.
  func besideAnother(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (lead, value) = (page.lead(change), change + 1)
    guard let verb = lead.last, page.units[verb] == 0x5C11 || page.units[verb] == 0x591A,  // 少, 多
      let than = lead.last(where: { page.units[$0] == Mark.than }), (3...9).contains(verb - than),
      figures.contains(value), page.sameUnit(change, value), page.isExact(value), page.isExact(change),
      page.tail(change).isEmpty,
      ["为", "达", "达到", "共", "有"].contains(where: { page.words(page.lead(value)) == $0 }),
      case let name = Array(page.units[than + 1..<verb]),
      case let start = page.draft.sentences[max(0, page.claim(change).sentence - 2)].range.lowerBound,
      let base = (0..<change).suffix(6).last(where: {
        page.sameUnit($0, change) && page.isExact($0) && page.claim($0).change == nil
          && page.range($0).lowerBound > start && page.contains(name, in: page.before($0))
      })
    else { return }
    let isFewer = page.units[verb] == 0x5C11
    let result = isFewer ? page.value(base) - page.value(change) : page.value(base) + page.value(change)
    settle(
      value, [base, change], result, nil, "\(page.number(base))\(isFewer ? "-" : "+")\(page.number(change))",
      true,
      isCounted: true, &book)
  }

  /// 较上年的1400户次多280户次.
  func more(_ change: Int) -> Bool? {
    isMoreBehind(change) ? page.words(page.lead(change)).hasAnySuffix(["多", "多了"]) : nil
  }

  private static let alike = ["相比", "整体", "总体", "前后", "较改革前", "比改革前", "比原来", "比之前", "较之前"]

  /// 较上年的3亿元增加了0.8亿元 with the words of last year before the base.
  private func isMoreThanBase(_ change: Int, _ base: Int) -> Bool {
    page.sameUnit(change, base) && isUp(page.lead(change)) != nil
  }

  /// What is said to have changed: the words before 比上年的, none in 上年同期为. Nil where no base of an earlier time is told.
  private func subject(of base: Int) -> Range<Int>? {
    let lead = page.lead(base)
    guard page.before(base).count == lead.count || page.units[lead.lowerBound - 1] == Mark.comma else {
      return nil
    }
    if Self.bases.contains(page.text(lead)) || saysBase(lead), !page.words(lead).containsAny(Self.elsewhere) {
      return lead.lowerBound..<lead.lowerBound
    }
    // 相比上年的, 对比去年的: the first character leads to the word.
    let opened = Self.against.contains { page.words(lead).hasPrefix($0) } ? lead.dropFirst() : lead
    if opened.count < lead.count, page.words(lead).containsAny(Self.baseTimes),
      !page.words(lead).containsAny(Self.elsewhere)
    {
      return lead.lowerBound..<lead.lowerBound
    }
    guard
      let than = lead.first(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against })
        ?? (comparesWith(base) ? lead.first { Self.with.contains(page.units[$0]) } : nil),
      page.words(than..<lead.upperBound).containsAny(Self.baseTimes),
      !page.words(than..<lead.upperBound).containsAny(Self.elsewhere)
    else { return nil }
    return lead.lowerBound..<than
  }

  /// 托管面积 of 与上年的51万亩相比,托管面积扩大: what is named right before the verb of the change.
  private func named(by change: Int, on base: Int) -> Range<Int> {
    let (between, lead) = (page.lead(change), page.lead(base))
    // 上年深松整地是60万亩.
    if lead.count > 5, saysBase(lead) { return lead.dropFirst(2).dropLast() }
    let verb = page.cues.first([.up, .down], in: between)?.lowerBound ?? between.lowerBound
    let named = between.lowerBound..<verb
    return Self.spans.contains { page.words(named).hasSuffix($0) } ? verb..<verb : named
  }

  /// 与上年的40家相比,合作社达到50家,增长25%: the base stands first.
  func afterBase(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (value, base) = (change - 1, change - 2)
    guard base >= figures.lowerBound, comparesWith(base), page.sameUnit(base, value),
      page.claim(value).change == nil, isChange(change, of: value), page.lead(change).count <= 6,
      page.before(change).count <= 8, page.before(value).count <= 20,
      !page.has(Mark.semicolon, in: page.range(base).upperBound..<page.range(change).lowerBound)
    else { return }
    compare(change, value, base, isCertain: true, &book)
  }

  private static let spans = ["同比", "一年", "一年间", "一年来", "净", "实际", "共", "总体", "已", "平均"]
  private static let against = ["相比", "对比"]

  /// 增长20%,达到6亿元: the new value stands behind.
  private func isToldAgain(behind change: Int, like base: Int, _ figures: Range<Int>) -> Bool {
    (change + 1..<max(change + 1, figures.upperBound)).contains { page.sameUnit($0, base) }
  }

  /// The figure of the sentence before that the words speak of: the only one of its unit, or the only one so named.
  private func earlierValue(of base: Int, _ subject: Range<Int>, _ changed: Range<Int>) -> Int? {
    let sentence = page.claim(base).sentence
    guard sentence > 0,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return nil }
    let alike = page.draft.sentences[sentence - 1].quantities.filter {
      page.sameUnit($0, base) && page.isTold($0) && page.claim($0).change == nil && page.isExact($0)
        && page.claim($0).period != .before
    }
    if subject.isEmpty || Self.pronouns.contains(page.text(subject)) {
      // 办件 of 办件量, 面积 of 托管面积.
      let isMeasure =
        changed.count > 2 && changed.last.map { Self.measureEnds.contains(page.units[$0]) } == true
      let noun = (isMeasure ? changed.dropLast() : changed).suffix(2)
      // 签约面积62万亩,占全市155万亩的40%; 与上年的51万亩相比,托管面积扩大: what changed is named again, if at all.
      let fitting = alike.filter { figure in
        !page.words(page.lead(figure)).contains("占")
          && (noun.count < 2 || page.shares(noun, with: page.before(figure))
            || page.shares(noun, with: page.tail(figure)))
      }
      return fitting.count == 1 ? fitting[0] : nil
    }
    guard let last = subject.last, Self.measureEnds.contains(page.units[last]), subject.count >= 3 else {
      return nil
    }
    let name = subject.lowerBound..<subject.lowerBound + 2
    let named = alike.filter {
      page.shares(name, with: page.before($0)) || page.shares(name, with: page.tail($0))
    }
    return named.count == 1 ? named[0] : nil
  }

  static let measureEnds = UnitSet("数量额率值")
  private static let elsewhere = ["全市", "全省", "全国", "平均", "计划", "目标"]
  private static let pronouns: Set<String> = Set(
    Mark.texts(
      "这一数字 这个数字 该数 该数字 这一数据 这一指标 该指标 这一比例 该比例 这一比率 总量 总数 总额 数量 金额 规模"))
}
