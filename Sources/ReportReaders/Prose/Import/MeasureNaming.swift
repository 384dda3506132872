import ReportModel

/// 指标: what a figure measures, as a reader would name it.
struct MeasureNaming {
  let draft: Draft
  let units: UnsafeBufferPointer<UInt16>

  /// The name for the words of a claim: a noun with what belongs to it, without what only leads to the figure.
  func name(_ words: Range<Int>, of claim: Claim) -> Range<Int> {
    let figure = draft.quantities[claim.quantity].range
    var range = words
    if words.lowerBound >= figure.upperBound, isChange(words) {
      // 执法队伍由9支精简为6支: what is changed stands before its first figure.
      let before = withoutTail(
        start(of: claim, figure.lowerBound)..<figure.lowerBound, before: figure.lowerBound)
      if before.count >= 3 { range = before }
    } else if words.count == 1, Self.places.contains(units[words.lowerBound]) {
      // 在9个村开展试点: the noun behind the figure, however short.
      let stop = (figure.upperBound..<claim.clause.upperBound).first {
        ClaimWords.verbs.match(at: $0, in: units, end: claim.clause.upperBound) != nil
      }
      if let stop, (1...8).contains(stop - figure.upperBound) { return figure.upperBound..<stop }
    }
    if !range.isEmpty, range.upperBound <= figure.lowerBound {
      range = withoutTail(wholeWords(range, before: figure.lowerBound), before: figure.lowerBound)
    }
    // 1.“甲”资金规模3.2亿元: the number of the item is none of its words.
    if let section = claim.section, range.contains(draft.sections[section].mark.upperBound) {
      range = draft.sections[section].mark.upperBound..<range.upperBound
    }
    if let particle = range.first, units[particle] == Unit.of("的") {
      // 收入超50万元的村103个: the attribute belongs to the noun.
      let first = max(claim.clause.lowerBound, range.lowerBound - Self.longest)
      range = min(first, range.lowerBound)..<range.upperBound
    }
    while let lead = Self.leads.match(at: range.lowerBound, in: units, end: range.upperBound),
      lead.length + 2 <= range.count
    {
      range = range.lowerBound + lead.length..<range.upperBound
    }
    return withoutRest(range)
  }

  /// Where the words before a figure begin: at its clause, or behind the figure before it.
  private func start(of claim: Claim, _ figure: Int) -> Int {
    let previous = claim.quantity > 0 ? draft.quantities[claim.quantity - 1].range.upperBound : 0
    return min(figure, max(claim.clause.lowerBound, previous, figure - Self.longest))
  }

  /// Whether words are nothing but a verb of change: 精简14个.
  func isChange(_ words: Range<Int>) -> Bool {
    Self.changes.match(at: words.lowerBound, in: units, end: words.upperBound)?.length == words.count
  }

  /// 签约384宗, 户均1.2万元: the word that a filler was cut out of; 平均 is none.
  private func wholeWords(_ range: Range<Int>, before figure: Int) -> Range<Int> {
    guard range.upperBound < figure else { return range }
    let last = range.upperBound - 1
    guard let word = Self.whole.match(at: last, in: units, end: range.upperBound + 1), word.length == 2 else {
      return range
    }
    return range.lowerBound..<(word.meaning ? range.upperBound + 1 : max(range.lowerBound + 1, last))
  }

  /// Without 由, 稳定在 and, before 至 or 到, the verb of change.
  private func withoutTail(_ range: Range<Int>, before figure: Int) -> Range<Int> {
    var range = range
    let leadsToValue = range.upperBound < figure && Self.towards.contains(units[range.upperBound])
    while let tail = Self.tails.match(before: range.upperBound, in: units, start: range.lowerBound)
      ?? (leadsToValue
        ? Self.changesAtEnd.match(before: range.upperBound, in: units, start: range.lowerBound) : nil),
      tail.length + 2 <= range.count
    {
      range = range.lowerBound..<range.upperBound - tail.length
    }
    return range
  }

  /// …》等改革方案: without the end of a title or a quotation that began before the words.
  private func withoutRest(_ range: Range<Int>) -> Range<Int> {
    for (open, close) in [(Unit.openTitle, Unit.closeTitle), (Unit.openQuote, Unit.closeQuote)] {
      guard let end = range.first(where: { units[$0] == close }),
        !(range.lowerBound..<end).contains(where: { units[$0] == open })
      else { continue }
      var start = end + 1
      if start < range.upperBound, units[start] == Unit.of("等") { start += 1 }
      if start + 2 <= range.upperBound { return start..<range.upperBound }
    }
    return range
  }

  private static let places = Array("在前于".utf16)
  private static let longest = 24
  private static let towards = Array("至到为".utf16)
  private static let leads = WordTable<Bool>(set: "等 了 并 还 并且 按")
  private static let tails = WordTable<Bool>(
    set: "由 从 的 了 由原来的 从原来的 稳定在 控制在 保持在 维持在 只用了 只用 用了 限定在 已 已经 不低于 不少于 不超过", backwards: true)
  private static let changeWords = "压减 精简 压缩 缩短 整合 缩减 降 升 增 减 压降 提高 提升 下降 增加 减少 优化 提速 调整 归并 撤并 合并 扩大"
  private static let changes = WordTable<Bool>(set: changeWords)
  private static let changesAtEnd = WordTable<Bool>(set: changeWords, backwards: true)
  /// Words of two characters of which fillers take the second; false where the first goes too.
  private static let whole = WordTable<Bool>(rows: [
    (true, "签约 预约 履约 违约 续约 节约 送达 下达 直达 到达 传达 持有 占有 拥有 享有 所有 国有 人均 户均 亩均 村均 社均 日均 月均 次均 件均 单均 床均"),
    (false, "平均"),
  ])
}
