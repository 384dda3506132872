import ReportModel

/// Items that were given up rather than put off.
extension DelayReading {
  /// 甲任务终止实施。因…: given up, with the reason in the next sentence.
  func ended(in range: Range<Int>, _ draft: Draft) -> DelayedItem? {
    if let item = given(up: range, draft) { return item }
    guard let word = places.first(.endings, in: range),
      cause(in: range).map({ $0.lowerBound > range.lowerBound + 3 }) ?? true
    else { return nil }
    var start = clauseStart(word.range.lowerBound, range.lowerBound)
    var end = word.range.lowerBound
    // 甲,经…会议研究,终止实施: the name stands before what was decided.
    while start > range.lowerBound,
      end - start < 2 || Self.approving.match(at: start, in: units, end: end) != nil
    {
      end = start - 1
      start = clauseStart(end, range.lowerBound)
    }
    guard Self.approving.match(at: start, in: units, end: end) == nil,
      Self.because.match(at: start, in: units, end: end) == nil
    else { return nil }
    var item = DelayedItem(range: range, name: trimmedName(start..<end))
    // “甲”与“乙”内容重复,不再单独实施: the first of them is given up.
    let from =
      item.name.count < 4 || start > range.lowerBound && units[range.lowerBound] == Unit.openQuote
      ? range.lowerBound : start
    if let quote = quotation(in: from..<end, draft), quote.lowerBound <= from + 4 {
      item.name = quote.lowerBound + 1..<quote.upperBound - 1
    }
    // 即党的建设制度改革方面的“甲”,因…: the field before it is none of its name.
    if let quote = quotation(in: from..<end, draft),
      Self.quoteFields.match(before: quote.lowerBound, in: units, start: from) != nil
    {
      item.name = quote.lowerBound + 1..<quote.upperBound - 1
    }
    // 甲改革,用地已纳入改线范围,经…会议同意终止: the first clause names the item, the next tells why.
    let opening = clauseEnd(range)
    if start > opening, opening < item.name.lowerBound, (5...30).contains(opening - range.lowerBound),
      Self.nameEnds.match(before: opening, in: units, start: range.lowerBound) != nil
    {
      item.reason = reasonEnd(opening + 1..<end)
      let quote = quotation(in: range.lowerBound..<opening, draft)
      item.name =
        quote.map { $0.lowerBound + 1..<$0.upperBound - 1 } ?? trimmedName(range.lowerBound..<opening)
    }
    split(&item)
    // 延期3项,不再实施2项: a number of items is no item.
    guard Self.pointingBack.match(at: item.name.lowerBound, in: units, end: item.name.upperBound) == nil,
      (4...60).contains(item.name.count), !draft.quantities(in: item.name)
    else { return nil }
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

  /// The end of a stretch's first clause.
  private func clauseEnd(_ range: Range<Int>) -> Int {
    range.first { units[$0] == Unit.comma } ?? range.upperBound
  }

  /// 甲试点与省级规定不一致: what an item does not agree with is why it was given up, and none of its name.
  private func split(_ item: inout DelayedItem) {
    guard item.reason == nil,
      Self.mismatches.match(before: item.name.upperBound, in: units, start: item.name.lowerBound) != nil,
      let place = item.name.dropFirst(4).first(where: {
        Self.together.contains(units[$0])
          && Self.others.match(at: $0 + 1, in: units, end: item.name.upperBound) != nil
      })
    else { return }
    item.reason = place..<item.name.upperBound
    item.name = trimmedName(item.name.lowerBound..<place)
  }

  private static let together = Array("与和同跟".utf16)
  private static let others = WordTable<Bool>(
    set: "省 市 国 国家 上级 自治区 中央 现行 有关 相关 新 盟 州 已 原 其他 另 区 县 旗 同类 《 法律")
  private static let mismatches = WordTable<Bool>(
    set: "不一致 不相符 不符 不符合 相冲突 冲突 重复 重叠 相抵触 抵触 相悖 不衔接 有出入 交叉 雷同 相同", backwards: true)

  /// 取消“甲”任务,主要是…: the verb stands before the name; so it does in 经…会议研究,终止甲改革.
  private func given(up range: Range<Int>, _ draft: Draft) -> DelayedItem? {
    if let item = given(upByMeeting: range, draft) { return item }
    // 同次会议决定终止社会民生领域“甲”: who gave it up, and the field that it is of.
    let verb =
      Self.givingUp.match(at: range.lowerBound, in: units, end: range.upperBound).map {
        range.lowerBound..<range.lowerBound + $0.length
      } ?? Self.decidedUp.first(in: range.prefix(24), upTo: range.upperBound, of: units)?.range
    guard let verb, let quote = quotation(in: range, draft), quote.lowerBound >= verb.upperBound,
      quote.lowerBound == verb.upperBound
        || quote.lowerBound <= verb.upperBound + 14
          && Self.quoteFields.match(before: quote.lowerBound, in: units, start: verb.upperBound) != nil
    else { return nil }
    var item = DelayedItem(range: range, name: quote.lowerBound + 1..<quote.upperBound - 1)
    item.isTerminated = true
    let rest = quote.upperBound..<range.upperBound
    let label = places.first(.reasons, in: rest) ?? places.first(.explaining, in: rest)
    if let why = label?.range ?? cause(in: rest) { item.reason = reasonEnd(why.upperBound..<rest.upperBound) }
    return item
  }

  /// Where a later sentence begins that gives up another item: 同次会议决定终止“乙”.
  func givingUpStart(_ start: Int, _ stop: Int, _ draft: Draft) -> Int {
    guard let first = draft.sentence(at: start) else { return stop }
    for index in draft.sentences.indices[first...].dropFirst() {
      let range = draft.sentences[index].range
      guard range.lowerBound < stop else { break }
      if given(up: range, draft) != nil { return range.lowerBound }
    }
    return stop
  }

  private func given(upByMeeting range: Range<Int>, _ draft: Draft) -> DelayedItem? {
    let start = clauseEnd(range) + 1
    guard start < range.upperBound,
      Self.approving.match(at: range.lowerBound, in: units, end: start) != nil,
      let verb = Self.givingUp.match(at: start, in: units, end: range.upperBound),
      case let rest = start + verb.length..<range.upperBound, !rest.isEmpty
    else { return nil }
    let end = rest.first { Self.edges.contains(units[$0]) } ?? rest.upperBound
    let name = trimmedName(rest.lowerBound..<end)
    guard (5...40).contains(name.count), !draft.quantities(in: name),
      Self.nameEnds.match(before: name.upperBound, in: units, start: name.lowerBound) != nil
    else { return nil }
    var item = DelayedItem(range: range, name: name)
    item.isTerminated = true
    return item
  }

  private static let decidedUp = WordTable<Bool>(
    products: [[["决定", "同意", "研究", "批准", "审定"], ["终止", "取消", "撤销", "不再实施"]]])
  private static let quoteFields = WordTable<Bool>(
    set: "领域 领域的 方面 方面的 板块 板块的 改革的 小组 小组的 任务", backwards: true)
  static let givingUp = WordTable<Bool>(set: "同意终止 同意取消 同意撤销 决定终止 决定取消 取消 终止 撤销 停止 终止实施 停止实施 取消实施 不再实施")

  /// 终止1项,为甲。该任务…,经…会议研究,予以终止。: why the only item was given up.
  func explainEnd(of item: inout DelayedItem, behind end: Int, _ draft: Draft) {
    guard item.reason == nil, let next = draft.sentence(at: end), draft.sentence(at: end - 1) != next,
      case let range = draft.sentences[next].range,
      let subject = Self.pointingBack.match(at: range.lowerBound, in: units, end: range.upperBound)?.length
        ?? (cause(in: range)?.lowerBound == range.lowerBound ? 0 : nil)
    else { return }
    let reason = beforeDecision(range.lowerBound + subject..<range.upperBound)
    guard reason.count >= 4 else { return }
    item.reason = reason
    item.range = item.range.lowerBound..<range.upperBound
  }

  static let pointingBack = WordTable<Bool>(
    products: [[["该", "此", "这", "该项", "这项", "此项"], ["任务", "事项", "改革", "试点", "项目", "工作", "改革任务", ""]]],
    words: "其 上述")

  /// 该任务…,经…会议研究,予以终止: what is said before the clause that decides.
  func beforeDecision(_ told: Range<Int>) -> Range<Int> {
    var stop = told.lowerBound
    while stop < told.upperBound, Self.approving.match(at: stop, in: units, end: told.upperBound) == nil,
      Self.endings.match(at: stop, in: units, end: told.upperBound) == nil
    {
      stop = ((stop..<told.upperBound).first { units[$0] == Unit.comma } ?? told.upperBound - 1) + 1
    }
    return reasonEnd((cause(in: told.lowerBound..<stop)?.upperBound ?? told.lowerBound)..<stop)
  }

  /// A labelled item ends before a later sentence that tells of a document issued.
  func achievementEnd(_ start: Int, _ stop: Int, _ draft: Draft) -> Int {
    guard !achievements.isEmpty, let first = draft.sentence(at: start) else { return stop }
    var index = first + 1
    while index < draft.sentences.count, draft.sentences[index].range.lowerBound < stop {
      if achievements.contains(index) { return draft.sentences[index].range.lowerBound }
      index += 1
    }
    return stop
  }

  /// A labelled item ends with the section that it begins in.
  func sectionEnd(_ start: Int, _ stop: Int, _ draft: Draft) -> Int {
    guard let sentence = draft.sentence(at: start), let section = draft.sentences[sentence].section else {
      return stop
    }
    return min(stop, max(start + 1, draft.sections[section].range.upperBound))
  }
}
