import ReportModel

/// Delayed items named behind a word that leads up to them, or before the date that they are put off to, without a cause of their own.
extension DelayReading {
  /// 延期任务为甲、乙,因…; 延期的2项是甲(首次申请延期)和乙(延至…): the items behind 延期…为.
  func introduced(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    guard let lead = introduction(in: range) else { return [] }
    var items: [DelayedItem] = []
    // 不再实施的一项是甲.
    let isEnded = places.first(.ended, in: range.lowerBound..<lead.end) != nil
    var start = lead.end
    while start < range.upperBound {
      let stop = nameEnd(from: start, range.upperBound)
      var names = [start..<stop]
      let isLast = stop >= range.upperBound || !Self.opensNext(units[stop])
      if isLast, let count = lead.count, items.count + 1 < count, let and = conjunction(in: start..<stop) {
        names = [start..<and, and + 1..<stop]
      }
      for name in names {
        var item = DelayedItem(range: name, name: trimmedName(name))
        item.isTerminated = isEnded
        guard (4...60).contains(item.name.count),
          Self.vague.match(at: item.name.lowerBound, in: units, end: item.name.upperBound) == nil
        else { return [] }
        if name.upperBound == stop, let close = bracket(at: stop, range.upperBound) {
          let inner = stop + 1..<close
          item.until = until(in: inner)
          if let because = cause(in: inner) {
            item.reason = reasonEnd(because.upperBound..<inner.upperBound)
          } else if item.until != nil {
            // 甲(省级批复未下达,顺延至2023年6月): a reason without a word for the cause.
            let reason = reasonEnd(inner)
            item.reason = reason.count < 4 || until(in: reason) != nil ? nil : reason
          }
          item.range = name.lowerBound..<close + 1
        }
        items.append(item)
      }
      let behind = bracket(at: stop, range.upperBound).map { $0 + 1 } ?? stop
      guard behind < range.upperBound, units[behind] == Unit.pause || Self.ands.contains(units[behind]) else {
        explain(&items, behind..<range.upperBound)
        if items.count == 1 { follow(&items[0], behind: range.upperBound, draft) }
        break
      }
      start = behind + 1
    }
    return items
  }

  /// 未按期完成的2项任务分别是:甲,…,推迟到…;乙,…: the items between semicolons behind the words that lead up to them.
  func leadList(_ body: Range<Int>, _ draft: Draft) -> [DelayedItem]? {
    guard let lead = introduction(in: body) else { return countedList(body, draft) }
    // 延期任务为甲,…;终止任务为乙,…: the next part has a lead of its own.
    guard !parts(of: lead.end..<body.upperBound).dropFirst().contains(where: { introduction(in: $0) != nil })
    else { return nil }
    let items = listed(in: lead.end..<body.upperBound, draft)
    return items.isEmpty ? nil : items
  }

  /// 甲再次延期至2024年6月: the item before the date, without a cause.
  func dated(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    guard let word = places.first(.dating, in: range)?.range,
      until(in: word.lowerBound..<range.upperBound) != nil
        || Self.overYears.match(at: word.lowerBound, in: units, end: word.upperBound) != nil,
      cause(in: range).map({ $0.lowerBound > range.lowerBound + 3 }) ?? true
    else { return [] }
    let start = clauseStart(word.lowerBound, range.lowerBound)
    let name = trimmedName(start..<word.lowerBound)
    // 评审由四季度调整到明年二季度,同意将“甲”延期至7月: what is quoted is put off, the clause before tells why.
    let later = word.upperBound..<range.upperBound
    if let quote = quotation(in: later, draft), quote.upperBound < range.upperBound,
      Self.dating.match(at: quote.upperBound, in: units, end: range.upperBound) != nil
    {
      return dated(in: quote.lowerBound..<range.upperBound, draft)
    }
    // 甲、乙2项任务延期至6月和9月.
    let several = enumerated(tidy(start..<word.lowerBound), draft)
    if several.count > 1 {
      let dates = newDates(in: word.lowerBound..<range.upperBound)
      return several.enumerated().map { place, name in
        var item = DelayedItem(range: range, name: name)
        item.until =
          dates.count == 1 ? dates[0] : dates.count == several.count ? dates[place] : nil
        return item
      }
    }
    let isQuoted = name.lowerBound > 0 && units[name.lowerBound - 1] == Unit.openQuote
    // 综合查一次任务延期至…: called a task, a short name is one.
    let isCalled = Self.called.match(before: word.lowerBound, in: units, start: start) != nil
    guard name.count >= (isQuoted ? 4 : isCalled ? 5 : 8), !draft.quantities(in: name),
      Self.notItems.first(in: name, of: units) == nil
    else {
      return []
    }
    var item = DelayedItem(range: range, name: name)
    item.until = until(in: word.lowerBound..<range.upperBound)
    // 甲推迟到2023年三季度(省级牌照未批复): what stands in brackets behind the date is why.
    if let date = item.until, let close = bracket(at: date.upperBound, range.upperBound) {
      let inner = date.upperBound + 1..<close
      if approval(in: inner) == nil {
        item.reason = cause(in: inner).map { reasonEnd($0.upperBound..<close) } ?? tidy(inner)
      }
    }
    // 甲延至2025年6月,乙延至2025年9月: the next one.
    guard let date = item.until, date.upperBound < range.upperBound, units[date.upperBound] == Unit.comma,
      case let rest = date.upperBound + 1..<range.upperBound,
      let next = places.first(.dating, in: rest)?.range,
      clauseStart(next.lowerBound, rest.lowerBound) == rest.lowerBound
    else { return [item] }
    item.range = range.lowerBound..<date.upperBound
    return [item] + dated(in: rest, draft)
  }

  /// 甲改革需待省级批复,推迟到2025年6月; 甲改革,用地手续未办结,延至2025年6月: the cause stands between the name and the date, and no word
  /// tells that it is one.
  func stated(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    guard let word = places.first(.untilWords, in: range)?.range,
      let date = newDate(in: word.lowerBound..<range.upperBound), cause(in: range) == nil,
      places.first(.reasons, in: range) == nil, places.first(.explaining, in: range) == nil
    else { return [] }
    let comma = (range.lowerBound..<word.lowerBound).last {
      units[$0] == Unit.comma || units[$0] == Unit.semicolon
    }
    let told = tidy(range.lowerBound..<(comma ?? range.lowerBound))
    let first = told.lowerBound..<(told.first { Self.pausing.contains(units[$0]) } ?? told.upperBound)
    guard first.count >= 5, let (name, reason) = nameAndState(first, told) else { return [] }
    var item = DelayedItem(range: range, name: name)
    item.reason = reasonEnd(reason)
    item.until = date
    guard (5...40).contains(name.count), item.reason?.count ?? 0 >= 5, !draft.quantities(in: name),
      Self.vague.match(at: name.lowerBound, in: units, end: name.upperBound) == nil,
      Self.notItems.first(in: name, of: units) == nil
    else { return [] }
    return [item]
  }

  /// Where a clause goes over from a name to what is said of it.
  private func nameAndState(_ clause: Range<Int>, _ told: Range<Int>) -> (Range<Int>, Range<Int>)? {
    var place = clause.lowerBound + 4
    while let word = Self.predicates.first(in: place..<max(place, clause.upperBound), of: units)?.range {
      let name = trimmedName(clause.lowerBound..<word.lowerBound)
      let isOf =
        word.count == 1 && units[word.lowerBound] == Unit.of("的")
        || units[word.upperBound - 1] == Unit.of("的")
      let state = (isOf ? word.upperBound : word.lowerBound)..<told.upperBound
      if Self.nameEnds.match(before: word.lowerBound, in: units, start: clause.lowerBound) != nil,
        !isOf || Self.pending.first(in: state, of: units) != nil
      {
        // 甲改革没能收官——用地手续未办结: that it was not done is no cause.
        let open =
          clause.upperBound < told.upperBound
          && Self.stuckAlone.match(at: word.lowerBound, in: units, end: clause.upperBound) != nil
        var first = clause.upperBound
        while open, first < told.upperBound, Self.pausing.contains(units[first]) { first += 1 }
        return (name, open ? first..<told.upperBound : state)
      }
      place = word.lowerBound + 1
    }
    // 甲改革,用地手续未办结,…; 甲改革1项,….
    var end = clause.upperBound
    if let one = Self.oneItem.match(before: end, in: units, start: clause.lowerBound) { end -= one.length }
    guard clause.upperBound + 5 < told.upperBound,
      Self.nameEnds.match(before: end, in: units, start: clause.lowerBound) != nil,
      Self.pending.first(in: clause.upperBound..<told.upperBound, of: units) != nil
    else { return nil }
    return (trimmedName(clause.lowerBound..<end), tidy(clause.upperBound + 1..<told.upperBound))
  }

  private static let pausing = [Unit.comma, Unit.dash, Unit.semicolon, Unit.colon]
  private static let predicates = WordTable<Bool>(
    set: "需待 须待 有待 尚待 仍待 还待 待省 待市 待国 待上 尚缺 尚未 尚在 尚需 还需 仍需 仍有 仍在 还在 正在 正待 缺 进度滞后 进展滞后 没能 未能 涉及的 涉及 的")
  static let nameEnds = WordTable<Bool>(
    set: "改革 试点 机制 制度 办法 平台 建设 改造 工程 项目 一体化 整合 中心 体系 方案 盘活 收储 流转 任务 事项 ” 系统", backwards: true)
  static let pending = WordTable<Bool>(set: "未 尚 仍 待 没 缺 不足 不到位 正在 需 滞后 推迟")
  private static let stuckAlone = WordTable<Bool>(set: "没能 未能 进度滞后 进展滞后")
  private static let oneItem = WordTable<Bool>(set: "1项 一项 1件 一件 这一项", backwards: true)

  /// Whether a sentence leads up to delayed items by name: 年内未完成的3项任务是….
  func introduces(_ range: Range<Int>) -> Bool { introduction(in: range) != nil && until(in: range) != nil }

  /// 延期任务为, 延期的2项任务是, and how many are announced.
  func introduction(in range: Range<Int>) -> (end: Int, count: Int?)? {
    // 延期1项,延期任务为甲: the first word of delay only counts.
    var start = range.lowerBound
    while let word = places.first(.introducing, in: start..<range.upperBound)?.range {
      if let found = introduction(behind: word, in: range) { return found }
      start = word.upperBound
    }
    return nil
  }

  private func introduction(behind word: Range<Int>, in range: Range<Int>) -> (end: Int, count: Int?)? {
    var index = word.upperBound
    var count: Int?
    // 终止事项1项,为甲
    let isPlainEnd =
      Self.endingCounts.match(at: word.lowerBound, in: units, end: word.upperBound)?.length == word.count
    var isNamed = !isPlainEnd
    if isPlainEnd, let noun = Self.nouns.match(at: index, in: units, end: range.upperBound) {
      index += noun.length
      isNamed = true
    }
    let numeral =
      index < range.upperBound && numerals.isDigit(index)
      ? numerals.arabic(at: index, end: range.upperBound)
      : index < range.upperBound
        ? numerals.chinese(at: index, end: range.upperBound, scaleMayLead: false) : nil
    if let numeral {
      count = numeral.small
      index = numeral.end
      guard let unit = Self.counters.match(at: index, in: units, end: range.upperBound) else { return nil }
      index += unit.length
    }
    if let noun = Self.nouns.match(at: index, in: units, end: range.upperBound) {
      index += noun.length
      // 延期任务1项,即甲: the count behind the noun.
      if count == nil, index < range.upperBound, numerals.isDigit(index),
        let number = numerals.arabic(at: index, end: range.upperBound),
        let unit = Self.counters.match(at: number.end, in: units, end: range.upperBound)
      {
        count = number.small
        index = number.end + unit.length
      }
    }
    // 另有1项任务终止,即甲: the count stands before the word.
    if isPlainEnd, count == nil,
      let counted = Self.countedBefore.match(before: word.lowerBound, in: units, start: range.lowerBound),
      case let digit = word.lowerBound - counted.length - 1, digit >= range.lowerBound,
      numerals.isDigit(digit) || numerals.kind(digit) == .chineseDigit
    {
      count = 1
    }
    if count != nil, index < range.upperBound, units[index] == Unit.comma { index += 1 }
    guard isNamed || count != nil,
      let link = Self.links.match(at: index, in: units, end: range.upperBound),
      // 延期2项,为发展注入了动力: what all that was done is good for.
      Self.serving.first(in: index + link.length..<range.upperBound, of: units) == nil
    else { return nil }
    return (index + link.length, count)
  }

  /// A name ends at a mark outside its quotations.
  private func nameEnd(from start: Int, _ end: Int) -> Int {
    var depth = 0
    for index in start..<end {
      let unit = units[index]
      if unit == Unit.openQuote { depth += 1 }
      if unit == Unit.closeQuote { depth -= 1 }
      guard depth <= 0 else { continue }
      if unit == Unit.pause || unit == Unit.comma || unit == Unit.openBracket || unit == Unit.semicolon
        || unit == Unit.colon || numerals.kind(index) == .sentenceEnd
      {
        return index
      }
    }
    return end
  }

  private func bracket(at index: Int, _ end: Int) -> Int? {
    guard index < end, units[index] == Unit.openBracket else { return nil }
    return (index..<min(end, index + 120)).first { units[$0] == Unit.closeBracket }
  }

  /// 甲和乙: the word between two names.
  private func conjunction(in range: Range<Int>) -> Int? {
    var depth = 0
    return range.first { index in
      if units[index] == Unit.openQuote { depth += 1 }
      if units[index] == Unit.closeQuote { depth -= 1 }
      return depth <= 0 && Self.ands.contains(units[index]) && index - range.lowerBound >= 4
        && range.upperBound - index > 4
    }
  }

  /// What is said of all items behind their names: ,因…,延期至….
  private func explain(_ items: inout [DelayedItem], _ rest: Range<Int>) {
    let because = places.first(.reasons, in: rest)?.range ?? cause(in: rest)
    let date = until(in: rest)
    for index in items.indices {
      if let because, items[index].reason == nil {
        items[index].reason = reasonEnd(because.upperBound..<rest.upperBound)
      }
      items[index].until = items[index].until ?? date
      if index == items.indices.last { items[index].range = items[index].range.lowerBound..<rest.upperBound }
    }
  }

  /// 跨年的那件是“甲”。卡在…。推到2026年6月底前办结。: what the further sentences of the paragraph say of the only item.
  private func follow(_ item: inout DelayedItem, behind end: Int, _ draft: Draft) {
    if item.isTerminated { return explainEnd(of: &item, behind: end, draft) }
    guard item.reason == nil, item.until == nil, let sentence = draft.sentence(at: end - 1) else { return }
    let paragraph = draft.paragraphs[draft.sentences[sentence].paragraph].range
    let rest = end..<max(end, paragraph.upperBound)
    let label = places.first(.reasons, in: rest) ?? places.first(.explaining, in: rest)
    // 延期理由:…。延期期限:至…: each behind its label.
    let labelled = label.flatMap { reasonText($0.range.upperBound..<rest.upperBound).until }
    guard let date = until(in: rest) ?? labelled, introduction(in: rest) == nil else { return }
    if let why = label?.range ?? cause(in: rest), why.lowerBound < date.lowerBound {
      item.reason = reasonEnd(reasonText(why.upperBound..<rest.upperBound).reason)
    }
    item.until = date
    item.range = item.range.lowerBound..<rest.upperBound
  }

  private static func opensNext(_ unit: UInt16) -> Bool {
    unit == Unit.pause || unit == Unit.openBracket || ands.contains(unit)
  }

  private static let ands = [Unit.of("和"), Unit.of("及"), Unit.of("与")]
  static let introducing = WordTable<Bool>(
    products: [
      [["未", "未能", "没能", "没有", "尚未"], ["", "如期", "按期", "按时", "按计划"], StandingWords.done.map { $0 + "的" }]
    ],
    words: "延期 延期的 暂缓 暂缓的 推迟的 顺延的 延期实施的 跨年的 没办成的 没办完的 没完成的 留到明年的 不再实施的 不再推进的 终止的 取消的 撤销的 终止实施的 终止 取消 撤销 中止")
  /// Words of giving up that only lead up to items where they count them.
  private static let endingCounts = WordTable<Bool>(set: "终止 取消 撤销 中止")
  private static let countedBefore = WordTable<Bool>(
    set: "项 个 件 项任务 项事项 项改革 项改革任务 项改革事项 个项目 件事项", backwards: true)
  private static let counters = WordTable<Bool>(set: "项 个 件")
  private static let nouns = WordTable<Bool>(
    set: "任务 事项 改革 改革任务 改革事项 重点任务 项目 工作 那件 那项 那个 一件 一项 一个 这件 这项 事 那件事 这件事")
  private static let serving = WordTable<Bool>(
    set: "注入了 注入强 注入新 奠定了 奠定坚 提供了 提供有力 提供坚 作出了 做出了 增添了 打下了 打下坚 积累了 创造了")
  private static let links = WordTable<Bool>(set: "为 是 即 有 包括 分别为 分别是 具体为 具体是 即: 为: 是: 包括: 分别是: 分别为:")
  static let dating = WordTable<Bool>(
    set:
      "再次延期至 再次延期到 再次延至 延期至 延期到 延至 顺延至 顺延到 推迟至 推迟到 继续延期至 再延期至 申请延期至 拟延期至 同意延期至 延后至 延后到 结转至 结转到 暂缓至 暂缓到 调整至 调整到 需跨年度实施 需跨年实施 跨年度实施"
  )
  private static let called = WordTable<Bool>(set: "任务 改革任务 改革事项 改革项目", backwards: true)
  private static let overYears = WordTable<Bool>(set: "需跨年 跨年")
  private static let notItems = WordTable<Bool>(
    set:
      "该 此项 这 本项 多项 几项 时限 期限 时间 工期 会议 活动 培训 考试 举办 召开 贷款 还款 缴 申报 任务数 其余 上述 以上 部分 个别 经 同意 审议 原因 均 全部 延期 任务。 未 尚 没有 不足 原定 上级 现场会 滞后"
  )
}

extension Draft {
  /// Whether a figure stands in a stretch.
  func quantities(in range: Range<Int>) -> Bool {
    guard let sentence = sentence(at: range.lowerBound) else { return false }
    return sentences[sentence].quantities.contains { quantities[$0].range.overlaps(range) }
  }
}
