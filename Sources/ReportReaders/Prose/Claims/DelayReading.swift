import ReportModel

/// Collects the delayed items from all the forms in which reports name them.
///
/// Practice; the forms are those met in published reports: 延期任务N: …延期原因: …; an item with its reason in brackets;
/// 因…，…延期至…; a list under a heading 延期事项 or in an attachment.
struct DelayReading {
  let units: UnsafeBufferPointer<UInt16>
  let numerals: NumeralScanner

  func read(_ draft: inout Draft) {
    var items: [DelayedItem] = []
    for (index, paragraph) in draft.paragraphs.enumerated() {
      guard Self.cues.first(in: paragraph.range, of: units) != nil else { continue }
      let role = draft.role(of: section(of: index, draft))
      guard role != .plan else { continue }
      var found = self.labelled(in: paragraph.range, draft)
      if found.isEmpty { found = listed(index, draft) }
      var covered = found.last?.range.upperBound ?? paragraph.range.lowerBound
      let labelledFrom = found.first?.range.lowerBound ?? Int.max
      items += found
      for position in paragraph.sentences {
        let sentence = draft.sentences[position]
        guard
          Self.delayed.first(in: sentence.range, of: units) != nil
            || Self.stuck.first(in: sentence.range, of: units) != nil,
          ![.plan, .problems].contains(draft.role(of: sentence.section)),
          sentence.range.upperBound <= labelledFrom || sentence.range.lowerBound >= covered
        else { continue }
        covered = max(covered, labelledFrom == Int.max ? covered : sentence.range.upperBound)
        let body = behindMark(sentence, draft)
        for part in parts(of: body)
        where Self.delayed.first(in: part, of: units) != nil || Self.stuck.first(in: part, of: units) != nil {
          items += told(in: part, draft)
        }
      }
    }
    for index in items.indices {
      let sentence = draft.sentence(at: items[index].range.lowerBound)
      items[index].domain =
        items[index].domain ?? draft.domain(of: sentence.flatMap { draft.sentences[$0].section })
    }
    items = distinct(items.sorted { $0.range.lowerBound < $1.range.lowerBound }, draft)
    approve(&items, draft)
    draft.delays = items
  }

  private func section(of paragraph: Int, _ draft: Draft) -> Int? {
    draft.paragraphs[paragraph].sentences.first.flatMap { draft.sentences[$0].section }
  }

  /// A sentence without the number of the item that it begins: 1.甲因…延期.
  private func behindMark(_ sentence: DraftSentence, _ draft: Draft) -> Range<Int> {
    guard let section = sentence.section,
      draft.sections[section].range.lowerBound == sentence.range.lowerBound
    else {
      return sentence.range
    }
    return min(draft.sections[section].mark.upperBound, sentence.range.upperBound)..<sentence.range.upperBound
  }

  /// The parts of a sentence between its semicolons: each tells of its own item.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      switch units[index] {
      case Unit.openBracket: depth += 1
      case Unit.closeBracket: depth -= 1
      case Unit.semicolon where depth <= 0:
        parts.append(start..<index)
        start = index + 1
      default: continue
      }
    }
    parts.append(start..<range.upperBound)
    return parts.filter { !$0.isEmpty }
  }

  /// What is said of the items' approval and new date, of each or of all together.
  private func approve(_ items: inout [DelayedItem], _ draft: Draft) {
    for index in items.indices { items[index].approval = approval(in: items[index].range) }
    guard items.contains(where: { $0.approval == nil || $0.until == nil }) else { return }
    var told = 0
    for sentence in draft.sentences where ![.plan, .problems].contains(draft.role(of: sentence.section)) {
      guard Self.delayed.first(in: sentence.range, of: units) != nil, !overlaps(sentence.range, items) else {
        continue
      }
      let approval = approval(in: sentence.range)
      let until = until(in: sentence.range)
      guard approval != nil || until != nil else { continue }
      defer { told += 1 }
      guard told < 8 else { return }
      for index in items.indices where !items[index].isTerminated {
        items[index].approval = items[index].approval ?? approval
        items[index].until = items[index].until ?? until
      }
    }
  }

  /// Whether a stretch overlaps one of the items, which stand in their order.
  private func overlaps(_ range: Range<Int>, _ items: [DelayedItem]) -> Bool {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.lowerBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && items[low - 1].range.upperBound > range.lowerBound
  }

  /// 经区委深改委第十五次会议同意 → 区委深改委第十五次会议.
  private func approval(in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while let lead = Self.approvalLeads.first(in: start..<range.upperBound, of: units) {
      let rest = lead.range.upperBound..<min(range.upperBound, lead.range.upperBound + 40)
      if let meeting = Self.meetings.first(in: rest, of: units),
        !(rest.lowerBound..<meeting.range.lowerBound).contains(where: {
          numerals.kind($0) == .sentenceEnd || units[$0] == Unit.comma
        })
      {
        return rest.lowerBound..<meeting.range.upperBound
      }
      start = lead.range.upperBound
    }
    // 区委深改委第十六次会议同意延期: without 经.
    guard let meeting = Self.meetings.first(in: range, of: units),
      Self.agrees.match(at: meeting.range.upperBound, in: units, end: range.upperBound) != nil
    else { return nil }
    var first = meeting.range.lowerBound
    while first > range.lowerBound, numerals.kind(first - 1) != .clauseMark,
      numerals.kind(first - 1) != .sentenceEnd
    { first -= 1 }
    return first..<meeting.range.upperBound
  }

  /// One item named twice (in its field and in an attachment) is one item; the telling inside its field stays.
  private func distinct(_ items: [DelayedItem], _ draft: Draft) -> [DelayedItem] {
    var kept: [DelayedItem] = []
    var places: [String: Int] = [:]
    for item in items {
      let name = draft.text.folded(item.name)
      guard let place = places[name] else {
        places[name] = kept.count
        kept.append(item)
        continue
      }
      var (best, other) = (kept[place], item)
      if best.domain == nil, item.domain != nil || item.reason?.count ?? 0 > best.reason?.count ?? 0 {
        swap(&best, &other)
      }
      best.reason = best.reason ?? other.reason
      best.until = best.until ?? other.until
      best.domain = best.domain ?? other.domain
      best.ordinal = best.ordinal ?? other.ordinal
      kept[place] = best
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: 延期任务1:…。延期原因:…。

  private func labelled(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    var labels: [(start: Int, end: Int, ordinal: Int?, number: Range<Int>?)] = []
    var index = range.lowerBound
    while let word = Self.labels.first(in: index..<range.upperBound, of: units) {
      let label = label(at: word.range.lowerBound, end: range.upperBound)
      if let label { labels.append(label) }
      index = label?.end ?? word.range.upperBound
    }
    return labels.enumerated().flatMap { position, label in
      let stop = position + 1 < labels.count ? labels[position + 1].start : range.upperBound
      var found = items(label, stop: sectionEnd(label.start, stop, draft), draft)
      let isTerminated = Self.terminated.match(at: label.start, in: units, end: label.end) != nil
      for index in found.indices { found[index].isTerminated = isTerminated }
      return found
    }
  }

  /// A labelled item ends with the section that it begins in.
  private func sectionEnd(_ start: Int, _ stop: Int, _ draft: Draft) -> Int {
    guard let sentence = draft.sentence(at: start), let section = draft.sentences[sentence].section else {
      return stop
    }
    return min(stop, max(start + 1, draft.sections[section].range.upperBound))
  }

  private func label(at index: Int, end: Int) -> (start: Int, end: Int, ordinal: Int?, number: Range<Int>?)? {
    guard let word = Self.labels.match(at: index, in: units, end: end) else { return nil }
    var stop = index + word.length
    var number: Range<Int>?
    var ordinal: Int?
    let numeral =
      stop < end && numerals.isDigit(stop)
      ? numerals.arabic(at: stop, end: end)
      : stop < end ? numerals.chinese(at: stop, end: end, scaleMayLead: false) : nil
    if let numeral {
      ordinal = numeral.small
      number = stop..<numeral.end
      stop = numeral.end
    }
    guard stop < end,
      units[stop] == Unit.colon || (number != nil && (units[stop] == Unit.point || units[stop] == Unit.pause))
    else {
      return nil
    }
    return (index, stop + 1, ordinal, number)
  }

  private func items(
    _ label: (start: Int, end: Int, ordinal: Int?, number: Range<Int>?), stop: Int, _ draft: Draft
  ) -> [DelayedItem] {
    let range = label.start..<stop
    if let reason = Self.reasons.first(in: label.end..<stop, of: units) {
      var item = DelayedItem(range: range, name: tidy(label.end..<reason.range.lowerBound))
      item.ordinal = label.ordinal
      item.ordinalRange = label.number
      let text = reasonText(reason.range.upperBound..<stop)
      item.reason = text.reason
      item.until = text.until ?? until(in: range)
      return [item]
    }
    if let item = becauseItem(label.end..<stop, draft) {
      var item = item
      item.range = range
      item.ordinal = label.ordinal
      item.ordinalRange = label.number
      return [item]
    }
    let end = (label.end..<stop).first { numerals.kind($0) == .sentenceEnd } ?? stop
    var item = DelayedItem(range: range, name: tidy(label.end..<end))
    item.ordinal = label.ordinal
    item.ordinalRange = label.number
    item.until = until(in: range)
    return item.name.isEmpty ? [] : [item]
  }

  /// The reason behind its label, without what is said after it of the new date.
  private func reasonText(_ range: Range<Int>) -> (reason: Range<Int>, until: Range<Int>?) {
    if let approved = Self.approvedThen.first(in: range, of: units) {
      let rest = approved.range.lowerBound..<range.upperBound
      return (
        tidy(range.lowerBound..<rest.lowerBound),
        Self.untilWords.first(in: rest, of: units).flatMap { _ in until(in: rest) }
      )
    }
    guard let date = Self.newDates.first(in: range, of: units) else { return (tidy(range), nil) }
    let reason = tidy(range.lowerBound..<date.range.lowerBound)
    let stop = (date.range.upperBound..<range.upperBound).first {
      numerals.kind($0) == .sentenceEnd || units[$0] == Unit.semicolon || units[$0] == Unit.closeBracket
        || units[$0] == Unit.comma
    }
    return (reason, tidy(date.range.upperBound..<(stop ?? range.upperBound)))
  }

  // MARK: Lists under a heading or in an attachment

  private func listed(_ index: Int, _ draft: Draft) -> [DelayedItem] {
    let range = draft.paragraphs[index].range
    guard let reason = Self.reasons.first(in: range, of: units) else { return [] }
    guard let first = section(of: index, draft).map({ draft.sections[$0] }),
      let section = first.range.lowerBound == range.lowerBound ? first : nil, !section.mark.isEmpty
    else { return [] }
    let start = section.mark.upperBound
    let end =
      (start..<reason.range.lowerBound).first {
        numerals.kind($0) == .sentenceEnd || units[$0] == Unit.openBracket || units[$0] == Unit.colon
      } ?? reason.range.lowerBound
    var item = DelayedItem(range: range, name: tidy(start..<end))
    guard !item.name.isEmpty else { return [] }
    item.ordinal = section.ordinal
    item.ordinalRange = section.mark
    let text = reasonText(reason.range.upperBound..<range.upperBound)
    item.reason = text.reason
    item.until = text.until ?? until(in: range)
    return [item]
  }

  // MARK: Sentences

  /// Items in a sentence: “…”因…延期至…; 因…,“…”延期; 甲(因…)、乙(因…).
  private func told(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    let bracketed = self.bracketed(in: range, draft)
    if !bracketed.isEmpty { return bracketed }
    if let item = becauseItem(range, draft) { return [item] }
    return ended(in: range, draft).map { [$0] } ?? []
  }

  /// 甲任务终止实施。因…: given up, with the reason in the next sentence.
  private func ended(in range: Range<Int>, _ draft: Draft) -> DelayedItem? {
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

  private func bracketed(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
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
      } else if let because = cause(in: inner) {
        if because.lowerBound > inner.lowerBound + 1 {
          // 1项延期(“甲”因…,延期至…): the item stands inside the brackets.
          if inner.count > 12, let item = becauseItem(inner, draft) { items.append(item) }
        } else if Self.delayed.first(in: range, of: units) != nil,
          let item = item(before: index, in: range, close: close, reason: because.upperBound)
        {
          items.append(item)
        }
      }
      index = close + 1
    }
    return items
  }

  /// The item that stands before its brackets: 甲(因…)、乙(延期原因:…).
  private func item(before bracket: Int, in range: Range<Int>, close: Int, reason: Int) -> DelayedItem? {
    var start = bracket
    while start > range.lowerBound, numerals.kind(start - 1) != .clauseMark { start -= 1 }
    while let word = Self.nameLead.match(at: start, in: units, end: bracket) { start += word.length }
    var item = DelayedItem(range: start..<close + 1, name: tidy(start..<bracket))
    item.reason = reasonEnd(reason..<close)
    item.until = until(in: bracket..<close)
    return item.name.count >= 4 ? item : nil
  }

  /// An item with its reason in running text.
  private func becauseItem(_ whole: Range<Int>, _ draft: Draft) -> DelayedItem? {
    guard let because = cause(in: whole),
      let delay = Self.delayed.first(in: whole, of: units) ?? Self.stuck.first(in: whole, of: units)
    else { return nil }
    var item: DelayedItem
    if let quote = quotation(in: whole, draft) {
      item = DelayedItem(range: whole, name: quote.lowerBound + 1..<quote.upperBound - 1)
      let stop = quote.lowerBound > because.lowerBound ? quote.lowerBound : whole.upperBound
      item.reason = reasonEnd(because.upperBound..<stop)
    } else if because.lowerBound > whole.lowerBound + 3 {
      // 甲因…,延期至….
      var start = clauseStart(because.lowerBound, whole.lowerBound)
      if let word = Self.nameLead.match(at: start, in: units, end: because.lowerBound) {
        start += word.length
      }
      item = DelayedItem(range: whole, name: tidy(start..<because.lowerBound))
      item.reason = reasonEnd(because.upperBound..<whole.upperBound)
    } else {
      // 因…,甲延期至….
      guard let comma = (because.upperBound..<delay.range.lowerBound).last(where: { units[$0] == Unit.comma })
      else { return nil }
      item = DelayedItem(range: whole, name: tidy(comma + 1..<delay.range.lowerBound))
      item.reason = reasonEnd(because.upperBound..<comma)
    }
    // A number of items is no item.
    if let sentence = draft.sentence(at: whole.lowerBound) {
      for claim in draft.claims(inSentence: sentence) where draft.claims[claim].measure.isKnown {
        if item.name.overlaps(draft.quantities[draft.claims[claim].quantity].range) { return nil }
      }
      // 其余3项, 另有两项: a number at the end of the name.
      for quantity in draft.sentences[sentence].quantities {
        let range = draft.quantities[quantity].range
        if item.name.overlaps(range), range.upperBound >= item.name.upperBound - 1 { return nil }
      }
    }
    guard item.name.count >= 4, item.name.count <= 60 else { return nil }
    item.until = until(in: whole)
    return item
  }

  private func clauseStart(_ index: Int, _ limit: Int) -> Int {
    var start = index
    while start > limit, units[start - 1] != Unit.comma || start == index, units[start - 1] != Unit.semicolon,
      units[start - 1] != Unit.colon, units[start - 1] != Unit.openBracket
    {
      start -= 1
    }
    return start
  }

  /// 因, 由于, 受…影响: the first that stands at the start of a clause or behind a name.
  private func cause(in range: Range<Int>) -> Range<Int>? {
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
  private func quotation(in range: Range<Int>, _ draft: Draft) -> Range<Int>? {
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

  /// A reason without the words behind it that tell of approval and of the new date.
  private func reasonEnd(_ range: Range<Int>) -> Range<Int> {
    var stop = range.upperBound
    if let cut = Self.afterReason.first(in: range, of: units), cut.range.lowerBound > range.lowerBound {
      stop = cut.range.lowerBound
    }
    return tidy(range.lowerBound..<stop)
  }

  /// Where a stretch says until when: 延期至2023年6月底.
  private func until(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      guard let word = Self.untilWords.match(at: index, in: units, end: range.upperBound) else { continue }
      let start = index + word.length
      var stop = start
      while stop < range.upperBound,
        Self.timeUnits.contains(units[stop]) || numerals.isDigit(stop) || numerals.kind(stop) == .chineseDigit
      {
        stop += 1
      }
      if stop > start + 1 { return start..<stop }
    }
    return nil
  }

  /// Without blanks, marks and quotation marks at its ends.
  private func tidy(_ range: Range<Int>) -> Range<Int> {
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

  private static let approvalLeads = WordTable<Bool>(set: "报经 均经 已经 现已经 经 已报经")
  private static let meetings = WordTable<Bool>(set: "次会议 次全体会议 次常委会会议 次全会 常委会会议 专题会议 领导小组会议 委员会会议")
  private static let agrees = WordTable<Bool>(set: "同意 审议 研究 批准 通过 审定")
  private static let endings = WordTable<Bool>(set: "终止实施 已终止 不再实施")
  private static let terminated = WordTable<Bool>(set: "终止 取消 不再实施")
  private static let edges = Array(" 。;,:、".utf16)
  private static let timeUnits = Array("年月日底末初第季度上下半前中旬".utf16)
  /// A paragraph without any of these tells of no delay.
  private static let cues = WordTable<Bool>(
    set: "延 推迟 暂缓 顺延 结转 终止 取消 不再实施 跨年度 未能 未按 无法完成 暂未 尚未完成 未如期 暂无法 不能按期 暂停 暂不 未完成 原因 理由")
  private static let labels = WordTable<Bool>(
    set:
      "延期任务 延期事项 延期项目 延期改革任务 延期改革事项 延期工作 未完成任务 未完成事项 未完成改革任务 暂缓任务 暂缓事项 推迟任务 推迟事项 终止任务 终止事项 终止改革任务 取消任务 取消事项 终止项目"
  )
  private static let reasons = WordTable<Bool>(
    set: "延期原因: 延期理由: 未完成原因: 原因: 主要原因: 延期原因是 延期的原因是 主要原因是 延期的主要原因是 原因为: 原因是 延期说明: 情况说明: 理由:")
  private static let delayed = WordTable<Bool>(set: "延期 暂缓 推迟至 推迟到 延后 顺延 延至 终止 不再实施 结转 推迟实施 推迟完成 跨年度实施 延长至")
  private static let stuck = WordTable<Bool>(
    set: "未能完成 未能按期完成 未按期完成 未按时完成 无法完成 暂未完成 尚未完成 未如期完成 暂无法 不能按期完成 暂停实施 暂不实施")
  private static let because = WordTable<Bool>(set: "因 由于 受 鉴于 因为")
  private static let notBecause = WordTable<Bool>(
    set: "原因 基因 接受 享受 承受 遭受 感受 授受 诱因 因素 成因 主因 病因 起因", backwards: true)
  private static let notBecauseAfter = WordTable<Bool>(
    set: "因地制宜 因企施策 因此 因而 因素 因势利导 因村 因人 因时 受理 受益 受到 受众 受访 因户 因子 因事")
  private static let afterReason = WordTable<Bool>(
    set:
      ",经 ,报经 ,已经 ,现已 ,申请延期 ,拟延期 ,需延期 ,延期 ,顺延 ,推迟 ,暂缓 ,已报 ,故延期 ,故申请 ,同意 ,再次延期 ,区委深改委第 ,县委深改委第 ,市委深改委第 ,予以延期 ,建议延期 申请延期 ,结转 ,延至 ,已申请 ,提请 延期至 ,将延期"
  )
  /// A sentence behind the reason that tells of its approval or of the new date.
  private static let approvedThen = WordTable<Bool>(set: "。经 。报经 。已经 。已报经 。现已 。延期至 。顺延至 。拟延期至")
  private static let newDates = WordTable<Bool>(
    set:
      "新的完成时限: 新的完成时限为 新完成时限: 延期至: 调整后的完成时间为 调整后的完成时限为 调整后完成时间为 调整后完成时限: 调整后时限: 预计完成时间: 预计完成时限: 计划完成时间: 拟延期至: 完成时限调整为 完成时限: 延至: 延期至 顺延至"
  )
  private static let untilWords = WordTable<Bool>(
    set: "延期至 延期到 延至 延期于 推迟至 推迟到 顺延至 顺延到 延后至 延后到 延长至 延长到 结转至 结转到 调整至 调整到 调整为 延期实施至")
  private static let nameLead = WordTable<Bool>(
    set: "其中, 其中 另外, 此外, 分别是 分别为 延期的 一是 二是 三是 四是 还有 未完成的 延期任务 延期事项 即")
}
