import ReportModel

/// Delayed items told inside sentences: in brackets, behind 因, or as given up.
extension DelayReading {
  /// Items in a sentence: “…”因…延期至…; 因…,“…”延期; 甲(因…)、乙(因…).
  func told(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    let introduced = self.introduced(in: range, draft)
    if !introduced.isEmpty { return introduced }
    let bracketed = self.bracketed(in: range, draft)
    if !bracketed.isEmpty { return bracketed }
    let explained = explainedItems(range, draft)
    if !explained.isEmpty { return explained }
    let because = becauseItems(range, draft)
    if !because.isEmpty { return because }
    let dated = self.dated(in: range, draft)
    if !dated.isEmpty { return dated }
    return ended(in: range, draft).map { [$0] } ?? []
  }

  /// 甲任务终止实施。因…: given up, with the reason in the next sentence.
  func ended(in range: Range<Int>, _ draft: Draft) -> DelayedItem? {
    guard let word = Self.endings.first(in: range, of: units) else { return nil }
    var item = DelayedItem(
      range: range, name: tidy(clauseStart(word.range.lowerBound, range.lowerBound)..<word.range.lowerBound))
    guard (4...60).contains(item.name.count) else { return nil }
    item.isTerminated = true
    if let next = draft.sentence(at: range.upperBound),
      units[draft.sentences[next].range.lowerBound] == Unit.of("因")
    {
      let reason = draft.sentences[next].range
      item.reason = reasonEnd(reason.lowerBound + 1..<reason.upperBound)
      item.range = range.lowerBound..<reason.upperBound
    }
    return item
  }

  func bracketed(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    var items: [DelayedItem] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard units[index] == Unit.openBracket,
        let close = (index..<min(range.upperBound, index + 300)).first(where: {
          units[$0] == Unit.closeBracket
        })
      else {
        index += 1
        continue
      }
      let inner = index + 1..<close
      if let reason = Self.reasons.first(in: inner, of: units) {
        if let item = item(before: index, in: range, close: close, reason: reason.range.upperBound) {
          items.append(item)
        }
      } else if newDate(in: inner) != nil, cause(in: inner) == nil,
        let item = explained(before: index, inner, range)
      {
        items.append(item)
      } else if let named = namedInBrackets(inner, draft) {
        items += named
      } else if let because = cause(in: inner) {
        if because.lowerBound > inner.lowerBound + 1 {
          // 1项延期(“甲”因…,延期至…): the item stands inside the brackets.
          if inner.count > 12, let item = becauseItem(inner, draft) { items.append(item) }
        } else if postponement(in: range) != nil || Self.stuck.first(in: range, of: units) != nil,
          let item = item(before: index, in: range, close: close, reason: because.upperBound)
        {
          items.append(item)
        }
      }
      index = close + 1
    }
    return items
  }

  /// 延期1项(甲); 延期2项(甲、乙): the items stand in brackets behind their number.
  private func namedInBrackets(_ inner: Range<Int>, _ draft: Draft) -> [DelayedItem]? {
    guard inner.count >= 6, let sentence = draft.sentence(at: inner.lowerBound),
      let claim = draft.claims(inSentence: sentence).first(where: {
        draft.claims[$0].measure == .delayed
          && (0...3).contains(inner.lowerBound - draft.quantities[draft.claims[$0].quantity].range.upperBound)
      }), let count = draft.quantities[draft.claims[claim].quantity].quantity.whole,
      !inner.contains(where: {
        units[$0] == Unit.comma || units[$0] == Unit.colon || units[$0] == Unit.semicolon
      }),
      cause(in: inner) == nil, Self.aboutItems.first(in: inner, of: units) == nil
    else { return nil }
    var names: [Range<Int>] = []
    var start = inner.lowerBound
    var depth = 0
    for index in inner {
      if units[index] == Unit.openQuote { depth += 1 }
      if units[index] == Unit.closeQuote { depth -= 1 }
      if units[index] == Unit.pause, depth <= 0, count > 1 {
        names.append(trimmedName(start..<index))
        start = index + 1
      }
    }
    names.append(trimmedName(start..<inner.upperBound))
    guard names.count == count, names.allSatisfy({ (4...60).contains($0.count) }) else { return nil }
    return names.map { DelayedItem(range: inner, name: $0) }
  }

  private static let aboutItems = WordTable<Bool>(
    set: "均 经 同意 详见 见附 附件 其中 延期 报经 审议 批准 含 不含 同比 较上年 占 以下 上年 %")

  /// The item that stands before its brackets: 甲(因…)、乙(延期原因:…).
  func item(before bracket: Int, in range: Range<Int>, close: Int, reason: Int) -> DelayedItem? {
    var start = bracket
    while start > range.lowerBound, numerals.kind(start - 1) != .clauseMark { start -= 1 }
    while let word = Self.nameLead.match(at: start, in: units, end: bracket) { start += word.length }
    var item = DelayedItem(range: start..<close + 1, name: tidy(start..<bracket))
    item.reason = reasonEnd(reason..<close)
    item.until = until(in: bracket..<close)
    return item.name.count >= 4 ? item : nil
  }

  /// 甲(资金未到位,延至2024年9月): a reason and a new date in brackets, without a word for the cause.
  private func explained(before bracket: Int, _ inner: Range<Int>, _ range: Range<Int>) -> DelayedItem? {
    guard var item = item(before: bracket, in: range, close: inner.upperBound, reason: inner.lowerBound)
    else {
      return nil
    }
    if item.reason.map({ $0.isEmpty || newDate(in: $0) != nil }) ?? true { item.reason = nil }
    return item
  }

  /// An item with its reason in running text.
  func becauseItem(_ whole: Range<Int>, _ draft: Draft) -> DelayedItem? { becauseItems(whole, draft).first }

  /// The items with one reason in running text: 甲因…延期至…, or several of them: 甲、乙等2项任务因….
  func becauseItems(_ whole: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    guard let because = cause(in: whole),
      postponement(in: whole) != nil || Self.stuck.first(in: whole, of: units) != nil
        || Self.endings.first(in: whole, of: units) != nil
    else { return [] }
    var item: DelayedItem
    if let quote = quotation(in: whole, draft) {
      item = DelayedItem(range: whole, name: quote.lowerBound + 1..<quote.upperBound - 1)
      let stop = quote.lowerBound > because.lowerBound ? quote.lowerBound : whole.upperBound
      item.reason = reasonEnd(because.upperBound..<stop)
    } else if whole.lowerBound + 3 < because.lowerBound, namesSomething(whole.lowerBound..<because.lowerBound)
    {
      // 甲因…,延期至….
      var start = clauseStart(because.lowerBound, whole.lowerBound)
      if Self.between.match(at: start, in: units, end: because.lowerBound)?.length == because.lowerBound
        - start
      {
        // 甲、乙2项任务,分别因…: the names stand in the clause before.
        start = clauseStart(max(whole.lowerBound, start - 1), whole.lowerBound)
      }
      item = DelayedItem(range: whole, name: trimmedName(start..<because.lowerBound))
      item.reason = reasonEnd(because.upperBound..<whole.upperBound)
    } else if let (name, reason) = behindCause(because, whole) {
      item = DelayedItem(range: whole, name: name)
      item.reason = reason
    } else {
      return []
    }
    return items(like: item, in: whole, draft)
  }

  /// 2023年,受…影响: a time before the cause names no item.
  private func namesSomething(_ range: Range<Int>) -> Bool {
    range.count { (0x4E00...0x9FFF).contains(units[$0]) } >= 4
  }

  /// 因…,甲延期至…; 因…,甲未能按期完成,延期到…: the last clause that names something before its verb.
  private func behindCause(_ because: Range<Int>, _ whole: Range<Int>) -> (
    name: Range<Int>, reason: Range<Int>
  )? {
    var found: (name: Range<Int>, reason: Range<Int>)?
    var start = because.upperBound
    var end = start
    while start < whole.upperBound {
      end = (start..<whole.upperBound).first { units[$0] == Unit.comma } ?? whole.upperBound
      let clause = start..<end
      if start > because.upperBound, Self.approving.match(at: start, in: units, end: end) == nil,
        let verb = Self.stuck.first(in: clause, of: units) ?? postponement(in: clause)
      {
        let name = trimmedName(start..<verb.range.lowerBound)
        if name.count >= 4 { found = (name, unframed(tidy(because.upperBound..<start))) }
      }
      start = end + 1
    }
    return found
  }

  /// 延期实施甲,原因是…; 甲延期实施,主要原因是…; 甲未能完成,原因:….
  private func explainedItems(_ whole: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    guard
      let label =
        (Self.reasons.first(in: whole, of: units) ?? Self.explaining.first(in: whole, of: units))?.range,
      label.lowerBound > whole.lowerBound + 6,
      numerals.kind(label.lowerBound - 1) == .clauseMark
        || numerals.kind(label.lowerBound - 1) == .sentenceEnd,
      let verb = [
        Self.stuck.first(in: whole.lowerBound..<label.lowerBound, of: units)?.range,
        postponement(in: whole.lowerBound..<label.lowerBound)?.range,
      ].compactMap({ $0 }).min(by: { $0.lowerBound < $1.lowerBound })
    else { return [] }
    var name: Range<Int>
    if let word = Self.postponing.match(at: verb.lowerBound, in: units, end: label.lowerBound),
      clauseStart(verb.lowerBound, whole.lowerBound) + 3 > verb.lowerBound
    {
      let first = verb.lowerBound + word.length
      let stop = (first..<label.lowerBound).first {
        numerals.kind($0) == .clauseMark && units[$0] != Unit.pause || units[$0] == Unit.openBracket
      }
      name = trimmedName(first..<(stop ?? label.lowerBound))
    } else {
      name = trimmedName(clauseStart(verb.lowerBound, whole.lowerBound)..<verb.lowerBound)
    }
    if name.count < 4 {
      // 延期的1项为甲,原因是…: the name stands behind the verb.
      name = trimmedName(verb.upperBound..<label.lowerBound)
    }
    if let quote = quotation(in: name, draft) { name = quote.lowerBound + 1..<quote.upperBound - 1 }
    var item = DelayedItem(range: whole, name: name)
    let text = reasonText(label.upperBound..<whole.upperBound)
    item.reason = reasonEnd(text.reason)
    item.until = text.until
    return items(like: item, in: whole, draft)
  }

  /// Words that give a reason at the start of a clause: 甲未能如期完成,主要是….
  private static let explaining = WordTable<Bool>(set: "主要是 主要系 系因 系由于")

  /// The first word of delay in a stretch that is not said of payments or events: 贷款延期还本付息, 现场会延期至9月召开.
  func postponement(in range: Range<Int>) -> (range: Range<Int>, meaning: Bool)? {
    var start = range.lowerBound
    while let word = Self.delayed.first(in: start..<range.upperBound, of: units) {
      let stop = (word.range.upperBound..<min(range.upperBound, word.range.upperBound + 14)).first {
        numerals.kind($0) == .clauseMark || numerals.kind($0) == .sentenceEnd
      }
      let after = word.range.upperBound..<(stop ?? min(range.upperBound, word.range.upperBound + 14))
      if Self.notPostponed.first(in: after, of: units) == nil { return word }
      start = word.range.upperBound
    }
    return nil
  }

  private static let notPostponed = WordTable<Bool>(
    set: "还本 还款 还贷 付息 缴 纳税 申报 支付 付款 举办 召开 举行 开学 返校 开工 复工 收取 服务 利息 手续 开放 放学 退休 就诊 开庭 开考 考试 贷款 交房 上市 录取 息费")

  /// A name without what leads up to it and what ties it to its verb.
  func trimmedName(_ range: Range<Int>) -> Range<Int> {
    var name = tidy(range)
    while let word = Self.nameLead.match(at: name.lowerBound, in: units, end: name.upperBound)
      ?? Self.consequence.match(at: name.lowerBound, in: units, end: name.upperBound),
      word.length < name.count
    {
      name = tidy(name.lowerBound + word.length..<name.upperBound)
    }
    // 未完成的1项为甲: the name stands behind its number.
    if let number = Self.namedNumbers.last(in: name, of: units),
      number.range.upperBound + 4 <= name.upperBound
    {
      name = tidy(number.range.upperBound..<name.upperBound)
    }
    while let word = Self.nameTail.match(before: name.upperBound, in: units, start: name.lowerBound),
      word.length + 4 <= name.count
    {
      name = tidy(name.lowerBound..<name.upperBound - word.length)
    }
    // 关于推进甲 is named by what is done; 关于…的意见 is the name of a document.
    if let about = Self.about.match(at: name.lowerBound, in: units, end: name.upperBound),
      !name.contains(where: { units[$0] == Unit.of("的") })
    {
      name = name.lowerBound + about.length..<name.upperBound
    }
    if Self.works.match(before: name.upperBound, in: units, start: name.lowerBound) != nil {
      name = name.lowerBound..<name.upperBound - 2
    }
    // 甲(再次顺延): what stands in brackets behind a name is said of it.
    if name.count > 6, units[name.upperBound - 1] == Unit.closeBracket,
      let open = name.last(where: { units[$0] == Unit.openBracket }), open >= name.lowerBound + 4,
      postponement(in: open..<name.upperBound) != nil
    {
      name = name.lowerBound..<open
    }
    return name
  }

  private static let about = WordTable<Bool>(set: "关于")
  /// 甲建设工作: the word behind a noun of doing adds nothing to a name.
  private static let works = WordTable<Bool>(set: "建设工作 改革工作 试点工作 整合工作 推进工作 改造工作 编制工作", backwards: true)
  private static let namedNumbers = WordTable<Bool>(
    set: "项为 项是 的为 的是 项即 项任务为 项任务是 项任务即 项改革为 项事项为 项任务: 项事项: 项: 项,即 项,为 项任务,即 项延期,为 项延期,即 项任务中 项中")

  /// 个别项目, 部分任务: words that name no item.
  private static let vague = WordTable<Bool>(
    set: "个别 部分 少数 一些 有的 多数 不少 有些 上述 以上 该项 此项 各项 原定 原计划 为 向 与 企业 群众 我区 我县 我市 以及 也 还 是 导致 目前 这些 今年 全年 全区 全县 全市"
  )
  private static let between = WordTable<Bool>(set: "分别 分别是 均 主要 主要是 则 系 皆 也 都")
  private static let vagueEnds = WordTable<Bool>(
    set: "工期 进度 时间 工作进度 开工 竣工 活动 现场会 培训班 会议 举办 开学", backwards: true)

  private func items(like item: DelayedItem, in whole: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    if Self.vague.match(at: item.name.lowerBound, in: units, end: item.name.upperBound) != nil
      || Self.vagueEnds.match(before: item.name.upperBound, in: units, start: item.name.lowerBound) != nil
    {
      return []
    }
    var item = item
    item.until = item.until ?? until(in: whole)
    let beside = quotedBeside(item.name, in: whole, draft)
    let several = beside.count > 1 ? beside : enumerated(item.name, draft)
    if several.count == 2, let reason = item.reason, let (first, second) = halves(of: reason) {
      return zip(several, [first, second]).map { name, reason in
        var one = item
        (one.name, one.reason) = (name, reason)
        return one
      }
    }
    if !several.isEmpty {
      return several.map { name in
        var one = item
        one.name = name
        return one
      }
    }
    // A number of items is no item.
    if let sentence = draft.sentence(at: whole.lowerBound) {
      for claim in draft.claims(inSentence: sentence) where draft.claims[claim].measure.isKnown {
        if item.name.overlaps(draft.quantities[draft.claims[claim].quantity].range) { return [] }
      }
      // 其余3项, 另有两项: a number at the end of the name.
      for quantity in draft.sentences[sentence].quantities {
        let range = draft.quantities[quantity].range
        if item.name.overlaps(range), range.upperBound >= item.name.upperBound - 1 { return [] }
      }
    }
    return (4...60).contains(item.name.count) ? [item] : []
  }

  /// 前者因甲,后者因乙: the reason of each of two items.
  private func halves(of reason: Range<Int>) -> (Range<Int>, Range<Int>)? {
    guard let latter = Self.latter.first(in: reason, of: units) else { return nil }
    return (
      tidy(reason.lowerBound..<latter.range.lowerBound), tidy(latter.range.upperBound..<reason.upperBound)
    )
  }

  private static let latter = WordTable<Bool>(set: "后者因 后者由于 后者系 后者受 后者")

  /// “甲”“乙”、“丙”等3项: the quotations side by side with one that names an item.
  private func quotedBeside(_ name: Range<Int>, in whole: Range<Int>, _ draft: Draft) -> [Range<Int>] {
    guard name.lowerBound > whole.lowerBound, units[name.lowerBound - 1] == Unit.openQuote else { return [] }
    var names = [name]
    var place = name.upperBound + 1
    while place < whole.upperBound {
      if units[place] == Unit.pause || units[place] == Unit.of("和") || units[place] == Unit.of("及") {
        place += 1
      }
      guard place < whole.upperBound, units[place] == Unit.openQuote,
        let close = (place..<min(whole.upperBound, place + 60)).first(where: { units[$0] == Unit.closeQuote }
        ),
        close - place > 4
      else { break }
      names.append(place + 1..<close)
      place = close + 1
    }
    return names
  }

  /// 甲、乙、丙等3项任务: the names, where there are as many as are counted, or fewer with 等; else none.
  func enumerated(_ name: Range<Int>, _ draft: Draft) -> [Range<Int>] {
    guard let sentence = draft.sentence(at: name.lowerBound),
      let count = draft.sentences[sentence].quantities.last(where: {
        let range = draft.quantities[$0].range
        return range.lowerBound > name.lowerBound && range.upperBound <= name.upperBound
          && ["项", "个", "件"].contains(draft.quantities[$0].quantity.unit)
      })
    else { return [] }
    let figure = draft.quantities[count]
    let tail = Array(units[figure.range.upperBound..<name.upperBound])
    guard tail.isEmpty || Self.itemWords.contains(tail) else { return [] }
    var stop = figure.range.lowerBound
    let isOpen = stop > name.lowerBound && units[stop - 1] == Unit.of("等")
    if isOpen { stop -= 1 }
    var names: [Range<Int>] = []
    var start = name.lowerBound
    var depth = 0
    for index in name.lowerBound..<stop {
      switch units[index] {
      case Unit.openBracket, Unit.openQuote: depth += 1
      case Unit.closeBracket, Unit.closeQuote: depth -= 1
      case Unit.pause where depth <= 0:
        names.append(trimmedName(start..<index))
        start = index + 1
      default: continue
      }
    }
    names.append(trimmedName(start..<stop))
    let counted = figure.quantity.value
    guard names.allSatisfy({ $0.count >= 4 }),
      .init(names.count) == counted || isOpen && .init(names.count) < counted
    else { return [] }
    return names
  }

  private static let itemWords = ["任务", "事项", "改革任务", "改革事项", "工作", "项目", "改革", "改革项目", "工作任务"].map {
    Array($0.utf16)
  }

  func clauseStart(_ index: Int, _ limit: Int) -> Int {
    var start = index
    var depth = 0
    while start > limit {
      switch units[start - 1] {
      case Unit.closeBracket: depth += 1
      case Unit.openBracket where depth > 0: depth -= 1
      case Unit.comma where start == index: break
      case Unit.comma, Unit.semicolon, Unit.colon, Unit.openBracket: if depth == 0 { return start }
      default: break
      }
      start -= 1
    }
    return start
  }

  /// 因, 由于, 受…影响: the first that stands at the start of a clause or behind a name.
  func cause(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      if let word = Self.because.match(at: index, in: units, end: range.upperBound),
        Self.notBecause.match(before: index + word.length, in: units, start: max(range.lowerBound, index - 1))
          == nil,
        Self.notBecauseAfter.match(at: index, in: units, end: range.upperBound) == nil
      {
        return index..<index + word.length
      }
      index += 1
    }
    return nil
  }

  /// A quotation in a stretch that names a task: long enough not to be a slogan.
  func quotation(in range: Range<Int>, _ draft: Draft) -> Range<Int>? {
    var low = 0
    var high = draft.quotations.count
    while low < high {
      let middle = (low + high) / 2
      if draft.quotations[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var best: Range<Int>?
    while low < draft.quotations.count, draft.quotations[low].upperBound <= range.upperBound {
      if draft.quotations[low].count >= 8, best == nil { best = draft.quotations[low] }
      low += 1
    }
    return best
  }

  /// Without blanks, marks and quotation marks at its ends.
  func tidy(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    var stop = range.upperBound
    while stop > first, Self.edges.contains(units[stop - 1]) { stop -= 1 }
    while first < stop, Self.edges.contains(units[first]) { first += 1 }
    if stop - first > 2, units[first] == Unit.openQuote, units[stop - 1] == Unit.closeQuote,
      !(first + 1..<stop - 1).contains(where: { units[$0] == Unit.closeQuote })
    {
      return first + 1..<stop - 1
    }
    return first..<stop
  }
}
