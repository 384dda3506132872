import Foundation
import ReportModel

/// 上年延期事项的下落: what a draft says became of the items that last year's report put off, where that cannot be: more of them than there were, done in time
/// though later than they were put off to, done before last year ended, all settled though one is still under way.
struct CarriedOutcomes {
  let draft: Draft
  let page: FigurePage
  let prose: CheckProse
  let last: LastYear

  /// A statement that does not hold.
  struct Wrong {
    var range: Range<Int>
    var message: String
  }

  /// What is wrong in the sentences that name each of the items, in the order of `last.delayed`.
  func wrong(_ sentences: [[Int]]) -> [Wrong] {
    counts() + unsettled(sentences) + reasons(sentences)
      + zip(last.delayed, sentences).flatMap { name, places in
        places.lazy.filter { draft.role(of: draft.sentences[$0].section) != .plan }.compactMap {
          outcome(of: name, in: draft.sentences[$0])
        }.prefix(1)
      }
  }

  /// 上年3项延期任务, 上年延期的3项任务, where there were two.
  private func counts() -> [Wrong] {
    let known = Decimal(last.delayed.count)
    guard last.counts.delayed.map({ $0 == known }) ?? true else { return [] }
    return draft.quantities.indices.compactMap { figure in
      guard page.unit(figure) == "项", page.isExact(figure), page.value(figure) > known else { return nil }
      let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
      let isCarried =
        lead.hasAnySuffix(Self.years) && tail.hasAnyPrefix(Self.carried)
        || Self.years.contains { year in Self.carried.contains { lead.hasSuffix(year + $0 + "的") } }
      // 结转的5项: those that were under way were carried over, too.
      let unfinished = last.counts.tasks.flatMap { all in last.counts.completed.map { all - $0 } }
      if page.value(figure) == unfinished, !lead.contains("延期"), !tail.hasPrefix("延期") { return nil }
      return isCarried
        ? Wrong(
          range: page.range(figure), message: "上年报告延期的是\(last.delayed.count)项，今年写\(page.number(figure))项")
        : nil
    }
  }

  /// 上年因资金缺口延期的甲项目, where last year's report gave another reason.
  private func reasons(_ sentences: [[Int]]) -> [Wrong] {
    guard let other = last.study?.draft else { return [] }
    return zip(last.delayed, sentences).compactMap { name, places -> Wrong? in
      let likeness = NameLikeness(name)
      guard
        let known = other.delays.first(where: {
          likeness.likeness(NameLikeness(other.text.folded($0.name))) >= 90
        })?.reason.map(other.text.folded)
      else { return nil }
      return places.lazy.compactMap { index -> Wrong? in
        let sentence = draft.sentences[index].range
        guard let end = end(of: name, in: sentence),
          let because = (sentence.lowerBound..<end).first(where: { place in
            page.units[place] == Self.because
              && page.words((sentence.lowerBound..<place).suffix(3)).hasAnySuffix(Self.years)
          }),
          let off = (because + 3..<max(because + 3, end)).first(where: {
            page.words($0..<end).hasPrefix("延期")
          }),
          off - because <= 24, !page.has(Mark.semicolon, in: because..<off),
          DelayCause.differ(page.text(because + 1..<off), known)
        else { return nil }
        return Wrong(range: because + 1..<off, message: "“\(name)”上年报告写的延期原因是“\(known)”")
      }.first
    }
  }

  private static let because = Mark.word("因")[0]

  /// 上年延期的3项任务全部清零, though one of them is told as still under way.
  private func unsettled(_ sentences: [[Int]]) -> [Wrong] {
    let naming = Set(sentences.flatMap { $0 })
    // 甲、乙均已办结,丙正在推进: a sentence that names some is of those.
    let said = draft.sentences.indices.lazy.filter { !naming.contains($0) }.compactMap {
      index -> Range<Int>? in
      let sentence = draft.sentences[index]
      guard draft.role(of: sentence.section) != .plan,
        page.words(sentence.range).containsAny(Self.years),
        page.words(sentence.range).containsAny(Self.carried)
      else { return nil }
      return sentence.range.lazy.compactMap { place in
        let words = page.words((place..<sentence.range.upperBound).prefix(8))
        return Self.settled.first(where: words.hasPrefix).map { place..<place + $0.utf16.count }
      }.first
    }.first
    guard let said else { return [] }
    let open = zip(last.delayed, sentences).first { name, places in
      places.contains { index in
        let sentence = draft.sentences[index]
        guard draft.role(of: sentence.section) != .plan, let end = end(of: name, in: sentence.range) else {
          return false
        }
        let words = page.words(end..<stop(behind: end, sentence.range, but: name))
        return words.containsAny(Self.pending) && !words.containsAny(Self.done)
      }
    }
    return open.map { [Wrong(range: said, message: "写上年延期事项“\(page.text(said))”，“\($0.0)”却还没有完成")] } ?? []
  }

  private static let settled = Mark.texts("全部清零 全部完成 全部办结 全部销号 全部落地 均已完成 均已办结 均已落地 全部收官 悉数完成 全部见底")
  private static let pending = ["正在", "预计", "尚未", "扫尾", "仍在", "推进中", "有望", "力争", "还需", "收尾"]

  /// What a sentence says of one item behind its name.
  private func outcome(of name: String, in sentence: DraftSentence) -> Wrong? {
    guard let end = end(of: name, in: sentence.range) else { return nil }
    let stop = self.stop(behind: end, sentence.range, but: name)
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
  private func end(of name: String, in sentence: Range<Int>) -> Int? {
    let units = Mark.word(name).filter { Mark.isHan($0) || Mark.isDigit($0) }
    for dropped in [0, 2] {
      let rest = units.dropLast(dropped)
      for count in stride(from: min(8, rest.count), through: 4, by: -1) {
        if let place = prose.first(Array(rest.suffix(count)), in: sentence) { return place + count }
      }
    }
    return nil
  }

  /// The next semicolon, or the name of another item.
  private func stop(behind end: Int, _ sentence: Range<Int>, but name: String) -> Int {
    let mark = (end..<sentence.upperBound).first { page.units[$0] == Mark.semicolon } ?? sentence.upperBound
    return last.delayed.reduce(mark) { stop, other in
      guard other != name, let place = self.end(of: other, in: end..<max(end, stop)) else { return stop }
      return min(stop, max(end, place - 4))
    }
  }

  private static let years = ["上年", "去年", "上一年"]
  private static let carried = ["延期", "结转", "未完成", "顺延", "跨年度"]
  private static let done = ["完成", "建成", "落地", "办结", "上线", "投用", "销号", "通过验收", "投入使用", "通水"]
  private static let early = Mark.words("上年底 去年底 上年末 去年末 上年年底 去年年底")
  private static let inTime = Mark.texts("按延期后的时限 未超出 未超过 没有超 按期 如期 按时 时限内 期限内 按延期时限 按新时限")
  private static let late = ["未按期", "未如期", "未能按期", "未能如期", "逾期", "晚于", "超出时限", "超过时限", "再次延期"]
}
