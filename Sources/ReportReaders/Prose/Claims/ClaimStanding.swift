import ReportModel

/// What became of the tasks that a figure counts: done, postponed, or neither.
extension ClaimReading {
  /// Whether a figure's tasks are done or postponed: 已完成2项, 40项任务全部完成, 4项因…申请延期.
  func standing(_ mention: QuantityMention, before: Range<Int>, after: Range<Int>) -> Measure? {
    // 41项任务怎么完成的: asked, not told. 任务54项(含结转任务3项): what came over from the year before is not put off.
    if isOpen(before, after) || places.first(.questions, in: after) != nil
      || places.last(.carriedOver, in: before) != nil
    {
      return nil
    }
    let tail = ownWords(before)
    // 提前完成的5项,按期完成的27项: how, of those that were.
    if ClaimWords.manners.match(before: before.upperBound, in: units, start: before.lowerBound) != nil {
      return nil
    }
    // 分领域看,依次完成8项、7项、6项: one by one.
    if places.last(.oneByOne, in: tail) != nil { return nil }
    if places.first(.putOffTasks, in: after) != nil
      || places.last(.putOffTasks, in: tail) != nil
    {
      return .delayed
    }
    // 年内应完成48项,实际完成46项: what was asked for.
    if let word = places.last(.completed, in: tail),
      Self.due.match(before: word.range.lowerBound, in: units, start: before.lowerBound) != nil
    {
      return nil
    }
    // 20项任务的完成明细见附件1: where it is told, not how many are done.
    let done = places.first(.completed, in: after).flatMap {
      ClaimWords.aspects.match(at: $0.range.upperBound, in: units, end: after.upperBound) == nil ? $0 : nil
    }
    if done != nil || places.last(.completed, in: tail) != nil {
      return .completed
    }
    return nil
  }

  private static let due = WordTable<Bool>(set: "应 应当 须 需 必须 应于年内 计划 拟 待", backwards: true)

  /// 其余3项因…,延期至…: what is left, and the verb comes later.
  func isRest(_ before: Range<Int>) -> Bool {
    ClaimWords.rest.match(before: before.upperBound, in: units, start: before.lowerBound) != nil
  }

  func restIsDelayed(_ index: Int, _ sentence: DraftSentence) -> Bool {
    places.first(.putOffTasks, in: index..<min(sentence.range.upperBound, index + 80)) != nil
  }

  /// 承担2项任务的有7个单位, 3项以上任务的部门: what each of some bears.
  func isBorne(_ after: Range<Int>) -> Bool {
    guard let word = places.first(.bearers, in: after) else { return false }
    return word.range.lowerBound - after.lowerBound <= 6
  }

  /// The last words before a figure; of 6件办结、1件在推进 those up to 、 belong to the figure before.
  private func ownWords(_ before: Range<Int>) -> Range<Int> {
    // 1项取消、2项延期: a mark right before a figure parts it from all that stands there.
    if let last = before.last, units[last] == Unit.pause { return before.upperBound..<before.upperBound }
    var start = max(before.lowerBound, before.upperBound - 8)
    if before.lowerBound > 0, (0x4E00...0x9FFF).contains(units[before.lowerBound - 1]),
      let pause = before.last(where: { units[$0] == Unit.pause }), pause - before.lowerBound <= 6
    {
      start = max(start, pause + 1)
    }
    return start..<before.upperBound
  }

  func isOpen(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    let tail = ownWords(before)
    // 52项任务有序推进(完成47项,延期5项): the bracket counts them.
    if after.upperBound + 4 < units.count, units[after.upperBound] == Unit.openBracket,
      ClaimWords.completed.first(in: after.upperBound + 1..<after.upperBound + 4, of: units) != nil
    {
      return false
    }
    return places.first(.open, in: after) != nil
      || places.last(.open, in: tail) != nil
  }

  /// Nothing, or only a word of standing, follows: 已完成2项,延期2项.
  func isShort(_ after: Range<Int>) -> Bool {
    after.count <= 8
  }

  /// 完成6项区域评估: what was done is named behind its number, and is no task of those counted before.
  func namesThings(_ after: Range<Int>) -> Bool {
    after.count >= 2
      && (after.lowerBound..<after.lowerBound + 2).allSatisfy { (0x4E00...0x9FFF).contains(units[$0]) }
      && ClaimWords.completed.match(at: after.lowerBound, in: units, end: after.upperBound) == nil
      && ClaimWords.behindCounts.match(at: after.lowerBound, in: units, end: after.upperBound) == nil
  }

  /// Whether tasks were counted just before, in this sentence or the one before it.
  func tasksBefore(_ mention: QuantityMention, _ draft: Draft, reach: Int = 4) -> Bool {
    for claim in draft.claims.suffix(reach).reversed() {
      let earlier = draft.quantities[claim.quantity]
      guard mention.range.lowerBound - earlier.range.upperBound < reach * 20 else { return false }
      // By their bytes: equality of strings would normalise them first.
      guard earlier.quantity.unit.utf8.elementsEqual(mention.quantity.unit.utf8) else { continue }
      switch claim.measure {
      case .tasks, .completed, .delayed: return true
      // 完成17项;出台制度性成果9项,比上年多1项,累计30项: of the documents.
      case .outputs where reach == 4: return false
      default: continue
      }
    }
    return false
  }

  /// Where the words behind a figure end that are its own: a verb right before the next figure is that one's.
  func endBeforeNext(_ after: Range<Int>, _ clause: Range<Int>) -> Int {
    guard after.upperBound < clause.upperBound else { return after.upperBound }
    var end = after.upperBound
    // 41项任务“交卷”39项.
    while end > after.lowerBound, Self.quotes.contains(units[end - 1]) { end -= 1 }
    while let word = ClaimWords.verbsBefore.match(before: end, in: units, start: after.lowerBound) {
      end -= word.length
    }
    return end
  }

  private static let quotes = [Unit.openQuote, Unit.closeQuote]
}
