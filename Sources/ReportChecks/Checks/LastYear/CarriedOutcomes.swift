import Foundation
import ReportModel

/// 上年延期事项的下落: what a draft says became of the items that last year's report put off, where that cannot be: more of them than there were, done in time
/// though later than they were put off to, done before last year ended, all settled though one is still under way.
struct CarriedOutcomes {
  let draft: Draft
  let page: FigurePage
  let prose: CheckProse
  let last: LastYear
  let told: Told
  let denying: CarriedDenials.Denying

  /// A statement that does not hold.
  struct Wrong {
    var range: Range<Int>
    var message: String
  }

  /// What is wrong in the sentences that name each of the items, in the order of `last.delayed`.
  func wrong(_ sentences: [[Int]]) -> [Wrong] {
    counts() + unsettled(sentences) + reasons(sentences)
      + CarriedDenials(page: page, last: last, denying: denying).found().map {
        Wrong(range: $0, message: "写“\(page.text($0))”，上年报告延期的有\(last.delayed.count)项")
      }
      + sentences.indices.flatMap { item in
        sentences[item].lazy.filter { draft.role(of: draft.sentences[$0].section) != .plan }.compactMap {
          outcome(of: item, in: draft.sentences[$0]) ?? deadline(of: item, in: draft.sentences[$0])
        }.prefix(1)
      }
  }

  /// 上年3项延期任务, 上年延期的3项任务, where there were two.
  private func counts() -> [Wrong] {
    let known = Decimal(last.delayed.count)
    guard last.counts.delayed.map({ $0 == known }) ?? true else { return [] }
    var unfinished: Set<Decimal> = []
    if let all = last.counts.tasks, let done = last.counts.completed { unfinished.insert(all - done) }
    if let page = last.study?.page, let layer = last.study?.status.overall.first {
      unfinished.formUnion([
        page.sum(layer.delayed + layer.open), page.value(layer.total) - page.sum(layer.done),
      ])
    }
    return told.counts.compactMap { figure in
      guard page.value(figure) > known || isTooFew(figure, known) else { return nil }
      let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
      // 结转的5项: those that were under way were carried over, too.
      if !lead.contains("延期"), !tail.hasPrefix("延期"),
        unfinished.contains(page.value(figure)) || unfinished.contains(where: { $0 < known })
      {
        return nil
      }
      return Wrong(
        range: page.range(figure), message: "上年报告延期的是\(last.delayed.count)项，今年写\(page.number(figure))项")
    }
  }

  /// 上年延期的3项任务均已完成, where last year's report counts and names four, and nothing around tells of another one.
  private func isTooFew(_ figure: Int, _ known: Decimal) -> Bool {
    guard last.counts.delayed == known, page.value(figure) < known, page.claim(figure).domain == nil,
      case let sentence = page.sentence(of: figure), draft.role(of: sentence.section) != .plan,
      page.words(sentence.range).containsAny(Self.closing)
    else { return false }
    let others = told.counts.contains { $0 != figure && page.value($0) != page.value(figure) }
    let next = page.claim(figure).sentence + 1
    let stop =
      next < draft.sentences.count && draft.sentences[next].paragraph == sentence.paragraph
      ? draft.sentences[next].range.upperBound : sentence.range.upperBound
    return !others && !page.words(sentence.range.lowerBound..<stop).containsAny(Self.remaining)
      && !page.words(page.lead(figure)).containsAny(Self.scopes)
  }

  /// What is said of all of them.
  private static let closing = Mark.texts("均 都 全部 已 清零 销号 完成 办结 收官 见底 扫尾")
  /// Another one of them told beside.
  private static let remaining = Mark.texts("其中 其余 剩余 余下 另 再次 又延 继续 除 还有 以外 之外 尚")
  /// 3个延期项目, 4件改革事项.
  private static let items = Mark.texts("延期 改革任务 改革事项 改革项目 任务 事项 改革")
  /// Whose they are.
  private static let scopes = Mark.texts("领域 板块 方面 小组 局 镇 街道 乡 部门 条线 单位 民生 经济 办 县级 区级 市级 省级")

  /// What a draft says of items carried over, whichever they were.
  struct Told: StudyPart {
    /// The figures that count them: 上年3项延期任务.
    let counts: [Int]
    /// The sentences that tell all of them settled, with the words that say so.
    let settled: [(sentence: Int, words: Range<Int>)]

    init(_ study: DraftStudy) {
      let (draft, page) = (study.draft, study.page)
      // 2024年结转的4项, in the report on 2025.
      let before = study.facts.year.map { ["\($0 - 1)年", "\($0 - 1)年度"] } ?? []
      let years = CarriedOutcomes.years + before
      let yearsOf = CarriedOutcomes.yearsOf + before + before.map { $0 + "的" }
      let carriedOver =
        CarriedOutcomes.carriedOver + before.flatMap { year in carried.map { year + $0 + "的" } }
      counts = draft.quantities.indices.filter { figure in
        let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
        guard page.isExact(figure),
          page.unit(figure) == "项"
            || ["个", "件"].contains(page.unit(figure)) && tail.hasAnyPrefix(CarriedOutcomes.items)
        else { return false }
        return lead.hasAnySuffix(yearsOf) && tail.hasAnyPrefix(carried) || lead.hasAnySuffix(carriedOver)
          || tail.hasAnyPrefix(carriedBehind)
          || lead.hasAnySuffix(carriedTasks) && !tail.hasAnyPrefix(["中", "里"])
      }
      settled = draft.sentences.indices.compactMap { index in
        let sentence = draft.sentences[index]
        guard draft.role(of: sentence.section) != .plan,
          page.words(sentence.range).containsAny(years),
          page.words(sentence.range).containsAny(carried)
        else { return nil }
        return sentence.range.lazy.compactMap { place in
          let words = page.words((place..<sentence.range.upperBound).prefix(8))
          return CarriedOutcomes.settled.first(where: words.hasPrefix).map { place..<place + $0.utf16.count }
            ?? CarriedOutcomes.closed(from: place, to: sentence.range.upperBound, page)
        }.first.map { (index, $0) }
      }
    }
  }

  /// 上年因资金缺口延期的甲项目, where last year's report gave another reason.
  private func reasons(_ sentences: [[Int]]) -> [Wrong] {
    guard let other = last.study else { return [] }
    return last.delayed.indices.compactMap { item -> Wrong? in
      let (name, places) = (last.delayed[item], sentences[item])
      guard !places.isEmpty, let known = other.part(DelayReasons.self).reasons[item] else { return nil }
      return places.lazy.compactMap { index -> Wrong? in
        let sentence = draft.sentences[index].range
        guard let told = reason(of: item, in: sentence), DelayCause.differ(page.text(told), known) else {
          return nil
        }
        return Wrong(range: told, message: "“\(name)”上年报告写的延期原因是“\(known)”")
      }.first
    }
  }

  /// 上年因资金缺口延期的甲项目, 甲项目去年因资金缺口而推迟: the reason that is said of an item right before its name or right behind it.
  private func reason(of item: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard let end = end(of: item, in: sentence) else { return nil }
    return sentence.lazy.compactMap { because -> Range<Int>? in
      guard page.units[because] == Self.because,
        page.words((sentence.lowerBound..<because).suffix(3)).hasAnySuffix(Self.years),
        let off = (because + 3..<max(because + 3, sentence.upperBound)).prefix(24).first(where: {
          page.words($0..<sentence.upperBound).hasAnyPrefix(Self.putOff)
        }), !page.has(Mark.semicolon, in: because..<off)
      else { return nil }
      let between = because < end ? off..<max(off, end) : end..<because
      guard between.count <= (because < end ? last.delayed[item].utf16.count + 8 : 6),
        // 甲改革,上年因资金缺口延至9月.
        !page.units[between.dropFirst(because < end ? 0 : 1)].contains(where: Mark.isListMark)
      else { return nil }
      return because + 1..<(Self.joining.contains(page.units[off - 1]) ? off - 1 : off)
    }.first
  }

  private static let putOff = Mark.texts("延期 延至 延到 推迟 顺延 延后 结转 没有完成 未完成 未能完成 未按期完成")
  private static let joining = UnitSet("而被致")

  /// Why each of the items that a report postpones was postponed, where it says.
  private struct DelayReasons: StudyPart {
    let reasons: [String?]

    init(_ study: DraftStudy) {
      let text = study.draft.text
      let known = study.draft.delays.map { (NameLikeness(text.folded($0.name)), $0.reason) }
      reasons = study.facts.delayedNames.map { name in
        known.first { name.likeness($0.0) >= 90 }?.1.map(text.folded)
      }
    }
  }

  private static let because = Mark.word("因")[0]

  /// 上年延期的3项任务全部清零, though one of them is told as still under way.
  private func unsettled(_ sentences: [[Int]]) -> [Wrong] {
    let naming = Set(sentences.flatMap { $0 })
    // 甲、乙均已办结,丙正在推进: a sentence that names some is of those.
    guard let first = told.settled.first(where: { !naming.contains($0.sentence) || isOfAll($0) }) else {
      return []
    }
    let said = first.words
    let areAll = isOfAll(first)
    let open = sentences.indices.first { item in
      sentences[item].contains { index in
        let sentence = draft.sentences[index]
        guard draft.role(of: sentence.section) != .plan, let end = end(of: item, in: sentence.range) else {
          return false
        }
        let part = end..<stop(behind: end, sentence.range, but: item)
        let words = page.words(part)
        // 整改55个,另有3个正在整改: so many of something else.
        let isCounted = sentence.quantities.contains { figure in
          part.contains(page.range(figure).lowerBound)
            && page.words(page.tail(figure)).hasAnyPrefix(Self.pending)
        }
        return words.containsAny(Self.pending) && !isCounted && !words.containsAny(Self.done)
          || isPutOff(behind: end, sentence)
      } || areAll && isListed(last.delayed[item])
    }
    return open.map {
      [Wrong(range: said, message: "写上年延期事项“\(page.text(said))”，“\(last.delayed[$0])”却还没有完成")]
    } ?? []
  }

  /// 上年结转的4项已悉数办结,甲、乙等见到实效: all of those counted, and none named before.
  private func isOfAll(_ said: (sentence: Int, words: Range<Int>)) -> Bool {
    let sentence = draft.sentences[said.sentence].range
    let before = sentence.lowerBound..<said.words.lowerBound
    let count = draft.sentences[said.sentence].quantities.last {
      page.range($0).upperBound <= before.upperBound
    }
    return count.map { figure in
      told.counts.contains(figure) && page.value(figure) == Decimal(last.delayed.count)
        && said.words.lowerBound - page.range(figure).upperBound <= 12
        && !page.words(page.range(figure).upperBound..<said.words.lowerBound).containsAny(["中", "里"])
    } == true && last.delayed.indices.allSatisfy { end(of: $0, in: before) == nil }
  }

  /// Whether an item stands among those that this report puts off beyond its year.
  private func isListed(_ name: String) -> Bool {
    let likeness = NameLikeness(name)
    return draft.delays.contains { delay in
      guard let until = delay.until, let year = draft.reportYear(at: delay.name.lowerBound),
        (prose.year(in: until)?.year).map({ $0 > year }) ?? false
      else { return false }
      return NameLikeness(draft.text.folded(delay.name)).likeness(likeness) >= 85
    }
  }

  /// 甲改革因…,延至2026年9月: put off beyond the year reported on.
  private func isPutOff(behind end: Int, _ sentence: DraftSentence) -> Bool {
    guard let year = draft.reportYear(at: sentence.range.lowerBound) else { return false }
    return draft.times[sentence.times].contains { time in
      guard let start = time.range.first(where: { Mark.isDigit(page.units[$0]) }), start >= end,
        start - end <= 60,
        !page.has(Mark.semicolon, in: end..<start),
        page.words((end..<start).suffix(8)).hasAnySuffix(Self.putOffTo)
      else { return false }
      return (time.inMonth?.year).map { $0 > year } ?? (time.meaning == .nextYear)
    }
  }

  /// 均已在年内交账, 都在上半年了结: all of them, a time at most, and a word of being done.
  private static func closed(from place: Int, to end: Int, _ page: FigurePage) -> Range<Int>? {
    let words = page.words(place..<end)
    guard let all = everyOne.first(where: words.hasPrefix) else { return nil }
    var start = place + all.utf16.count
    let stop = min(end, start + 12)
    while start < stop {
      let rest = page.words(start..<end)
      // 对上年的延期任务逐项交账: item by item it is told what became of them.
      if let word = finishing.first(where: rest.hasPrefix), all != "逐项" || word != "交账" {
        let after = start + word.utf16.count
        return after >= end || !Mark.isHan(page.units[after]) ? place..<after : nil
      }
      guard betweenThem.contains(page.units[start]) || Mark.isDigit(page.units[start]) else { return nil }
      start += 1
    }
    return nil
  }

  private static let everyOne = Mark.texts("均 都 全部 全都 悉数 已全部 已悉数 逐项")
  private static let betweenThem = UnitSet("已在于今当本年上下半内底末前月日季度第一二三四如按期时得到以")
  private static let finishing = Mark.texts("完成 办结 办完 交账 交卷 了结 结清 清零 销号 销账 落地 收官 收尾 结项 兑现 补齐 补上")
  private static let settled = Mark.texts("全部清零 全部完成 全部办结 全部销号 全部落地 均已完成 均已办结 均已落地 全部收官 悉数完成 全部见底")
  private static let pending = ["正在", "预计", "尚未", "扫尾", "仍在", "推进中", "有望", "力争", "还需", "收尾"]

  /// What a sentence says of one item behind its name.
  private func outcome(of item: Int, in sentence: DraftSentence) -> Wrong? {
    guard let end = end(of: item, in: sentence.range) else { return nil }
    let name = last.delayed[item]
    let stop = self.stop(behind: end, sentence.range, but: item)
    let part = end..<stop
    let words = page.words(part)
    let isDone = words.containsAny(Self.done)
    // 已于上年底提前完成.
    if let early = Self.early.first(where: { prose.first($0, in: part).map { $0 - end <= 8 } ?? false }),
      let place = prose.first(early, in: part), isDone,
      page.words(place..<min(stop, place + early.count + 6)).containsAny(Self.done)
    {
      return Wrong(
        range: place..<place + early.count, message: "“\(name)”上年报告写的是延期，今年写上年已经完成")
    }
    guard isDone, let until = last.delayedUntil[name], let month = until.month,
      let year = draft.reportYear(at: sentence.range.lowerBound),
      let time = draft.times[sentence.times].first(where: { part.contains($0.range.lowerBound) }),
      let date = QuietDelays.date(time.meaning, in: year), let own = date.month,
      (date.year, own) > (until.year, month)
    else { return nil }
    let rest = page.words(sentence.range)
    guard rest.containsAny(Self.inTime), !rest.containsAny(Self.late) else { return nil }
    return Wrong(
      range: time.range, message: "“\(name)”上年写延至\(until.chinese)，\(page.text(time.range))完成已超过时限，文中却写没有超过")
  }

  /// Where the name of an item ends in a sentence: its last characters, as many as stand there.
  func end(of item: Int, in sentence: Range<Int>) -> Int? {
    for ending in last.delayedEndings[item] {
      // All of the endings end alike: where the shortest stands nowhere, none does.
      guard let least = ending.last, prose.first(least, in: sentence) != nil else { continue }
      for word in ending {
        if let place = prose.first(word, in: sentence) { return place + word.count }
      }
    }
    return nil
  }

  /// The last characters of a name, eight to four of them; then the same of the name without its last two.
  static func endings(of name: String) -> [[[UInt16]]] {
    let units = Mark.word(name).filter { Mark.isHan($0) || Mark.isDigit($0) }
    return [0, 2].map { dropped in
      let rest = units.dropLast(dropped)
      return stride(from: min(8, rest.count), through: 4, by: -1).map { Array(rest.suffix($0)) }
    }
  }

  /// The next semicolon, or the name of another item.
  func stop(behind end: Int, _ sentence: Range<Int>, but item: Int) -> Int {
    let mark = (end..<sentence.upperBound).first { page.units[$0] == Mark.semicolon } ?? sentence.upperBound
    return last.delayed.indices.reduce(mark) { stop, other in
      guard last.delayed[other] != last.delayed[item],
        let place = self.end(of: other, in: end..<max(end, stop))
      else { return stop }
      return min(stop, max(end, place - 4))
    }
  }

  static let years = ["上年", "去年", "上一年"]
  private static let carried = ["延期", "结转", "未完成", "顺延", "跨年度", "遗留"]
  static let longYears = years + ["上年度", "上一年度"]
  private static let yearsOf = longYears + longYears.map { $0 + "的" }
  private static let carriedOver = longYears.flatMap { year in carried.map { year + $0 + "的" } }
  private static let carriedBehind = longYears.flatMap { year in carried.map { year + $0 } }
  /// 上年延期任务3项.
  private static let carriedTasks = carriedBehind.flatMap { carried in
    ["", "任务", "事项", "改革任务", "改革事项", "的任务", "的事项"].map { carried + $0 }
  }
  private static let done = ["完成", "建成", "落地", "办结", "上线", "投用", "销号", "通过验收", "投入使用", "通水"]
  private static let early = Mark.words("上年底 去年底 上年末 去年末 上年年底 去年年底")
  private static let inTime = Mark.texts(
    "按延期后的时限 未超出 未超过 没有超 按期 如期 按时 时限内 期限内 时限之内 期限之内 期限提前 时限提前 按延期时限 按新时限")
  private static let late = ["未按期", "未如期", "未能按期", "未能如期", "逾期", "晚于", "超出时限", "超过时限", "再次延期"]
}
