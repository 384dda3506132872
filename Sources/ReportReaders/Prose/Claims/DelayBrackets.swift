import ReportModel

/// Delayed items told with brackets: 甲(因…,延至…), 延期1项(甲).
extension DelayReading {
  /// 1.甲,因…;2.乙,因…。均延期至…: several items parted by semicolons, each with what is said of it.
  func listed(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    let parts = parts(of: range)
    guard parts.count > 1 else { return [] }
    var items: [DelayedItem] = []
    for part in parts {
      let body = unnumbered(part)
      guard
        let end = body.firstIndex(where: {
          numerals.kind($0) == .clauseMark && units[$0] != Unit.pause || units[$0] == Unit.openBracket
        }),
        cause(in: end..<body.upperBound) != nil || places.first(.reasons, in: body) != nil
          || units[end] != Unit.openBracket && newDate(in: end..<body.upperBound) != nil,
        var item = split(body, draft), item.reason != nil
      else { return [] }
      item.range = part
      items.append(item)
    }
    let date = until(in: range)
    for index in items.indices { items[index].until = items[index].until ?? date }
    return items
  }

  /// Without the brackets around it.
  func unbracketed(_ range: Range<Int>) -> Range<Int> {
    range.count > 2 && units[range.lowerBound] == Unit.openBracket
      && units[range.upperBound - 1] == Unit.closeBracket
      ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  /// 甲(招商未落地): a name with brackets behind it, and nothing else.
  func bracketed(_ range: Range<Int>) -> Bool {
    let range = tidy(range)
    return range.count > 8 && units[range.upperBound - 1] == Unit.closeBracket
      && range.count { units[$0] == Unit.openBracket } == 1
  }

  /// 1.甲;2.乙。延期原因均为…: several names before one reason.
  func sharing(_ reason: Range<Int>, from start: Int, to stop: Int) -> [DelayedItem] {
    let end = (start..<reason.lowerBound).first { numerals.kind($0) == .sentenceEnd } ?? reason.lowerBound
    let parts = parts(of: start..<end)
    guard parts.count > 1 else { return [] }
    let text = reasonText(reason.upperBound..<stop)
    let items = parts.map { part in
      var item = DelayedItem(range: part, name: trimmedName(unnumbered(part)))
      (item.reason, item.until) = (text.reason, text.until)
      return item
    }
    return items.allSatisfy { (4...40).contains($0.name.count) } ? items : []
  }

  /// Without the number of an item: 1. (2) ③ 一是.
  private func unnumbered(_ range: Range<Int>) -> Range<Int> {
    var start = tidy(range).lowerBound
    if start < range.upperBound, units[start] == Unit.openBracket { start += 1 }
    let first = start
    while start < range.upperBound, start - first < 3, isNumeral(start) { start += 1 }
    guard first < range.upperBound else { return range.upperBound..<range.upperBound }
    guard start > first, start < range.upperBound, Self.numberEnds.contains(units[start]) else {
      return (0x2460...0x2473).contains(units[first]) ? first + 1..<range.upperBound : tidy(range)
    }
    return start + 1..<range.upperBound
  }

  private func isNumeral(_ index: Int) -> Bool {
    switch numerals.kind(index) {
    case .digit, .chineseDigit, .chineseScale: true
    default: false
    }
  }

  private static let numberEnds = Array(".、)是".utf16)

  /// 甲、乙、丙,分别因…、…、…: as many reasons as names.
  func eachWithItsReason(_ range: Range<Int>, from start: Int) -> [DelayedItem] {
    guard let word = places.first(.each, in: start..<range.upperBound)?.range else { return [] }
    let end = (word.upperBound..<range.upperBound).first {
      numerals.kind($0) == .sentenceEnd || units[$0] == Unit.comma || units[$0] == Unit.semicolon
    }
    let names = sides(start..<word.lowerBound).map(trimmedName)
    let reasons = sides(word.upperBound..<(end ?? range.upperBound)).map(tidy)
    guard names.count > 1, names.count == reasons.count, names.allSatisfy({ (4...60).contains($0.count) })
    else { return [] }
    return zip(names, reasons).map { name, reason in
      var item = DelayedItem(range: range, name: name)
      item.reason = reason
      item.until = until(in: range)
      return item
    }
  }

  /// The parts of a stretch between 、, outside quotations.
  private func sides(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if units[index] == Unit.openQuote { depth += 1 }
      if units[index] == Unit.closeQuote { depth -= 1 }
      if units[index] == Unit.pause, depth <= 0 {
        parts.append(start..<index)
        start = index + 1
      }
    }
    return (parts + [start..<range.upperBound]).filter { !$0.isEmpty }
  }

  static let each = WordTable<Bool>(set: "分别因 分别由于 分别是因 分别系 原因分别是 原因分别为 原因分别系 延期原因分别是 延期原因分别为")

  func bracketed(in range: Range<Int>, _ draft: Draft, isDelayed: Bool = false) -> [DelayedItem] {
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
      let colon = inner.prefix(16).firstIndex { units[$0] == Unit.colon }
      let several =
        postponement(in: range) == nil ? [] : listed(in: (colon.map { $0 + 1 } ?? index + 1)..<close, draft)
      if !several.isEmpty {
        items += several
      } else if let item = counted(before: index, inner, draft) {
        items.append(item)
      } else if let reason = places.first(.reasons, in: inner) {
        if let item = item(before: index, in: range, close: close, reason: reason.range.upperBound) {
          items.append(item)
        }
      } else if newDate(in: inner) != nil || isDelayed && until(in: inner) != nil, cause(in: inner) == nil,
        let item = explained(before: index, inner, range)
      {
        items.append(item)
      } else if let named = namedInBrackets(inner, draft) {
        items += named
      } else if let because = cause(in: inner) {
        if because.lowerBound > inner.lowerBound + 1 {
          // 1项延期(“甲”因…,延期至…): the item stands inside the brackets.
          if inner.count > 12, let item = becauseItem(inner, draft) { items.append(item) }
        } else if postponement(in: range) != nil || places.first(.stuck, in: range) != nil,
          let item = item(before: index, in: range, close: close, reason: because.upperBound)
        {
          items.append(item)
        }
      }
      index = close + 1
    }
    return items
  }

  /// 顺延1项(甲,竞争性磋商未成交,顺延至2023年8月): the item behind its number, with what is said of it.
  private func counted(before bracket: Int, _ inner: Range<Int>, _ draft: Draft) -> DelayedItem? {
    guard inner.contains(where: { units[$0] == Unit.comma }), cause(in: inner) == nil,
      until(in: inner) != nil,
      let sentence = draft.sentence(at: bracket),
      draft.claims(inSentence: sentence).contains(where: {
        draft.claims[$0].measure == .delayed
          && draft.quantities[draft.claims[$0].quantity].range.upperBound == bracket
          && draft.quantities[draft.claims[$0].quantity].quantity.whole == 1
      }), var item = split(inner, draft), item.name.upperBound < inner.upperBound
    else { return nil }
    item.range = inner
    item.until = item.until ?? until(in: inner)
    return item
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
    let names = (count > 1 ? sides(inner) : [inner]).map(trimmedName)
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
    var item = DelayedItem(range: start..<close + 1, name: unmarked(tidy(start..<bracket)))
    item.reason = reasonEnd(reason..<close)
    item.until = until(in: bracket..<close) ?? until(in: start..<bracket)
    return item.name.count >= 4 ? item : nil
  }

  /// 甲延期(…): the word of delay before the brackets is no part of the name.
  private func unmarked(_ name: Range<Int>) -> Range<Int> {
    guard let word = Self.announcing.match(before: name.upperBound, in: units, start: name.lowerBound),
      word.length + 4 <= name.count
    else { return name }
    return tidy(name.lowerBound..<name.upperBound - word.length)
  }

  /// 甲(资金未到位,延至2024年9月): a reason and a new date in brackets, without a word for the cause.
  private func explained(before bracket: Int, _ inner: Range<Int>, _ range: Range<Int>) -> DelayedItem? {
    guard var item = item(before: bracket, in: range, close: inner.upperBound, reason: inner.lowerBound)
    else {
      return nil
    }
    if item.reason.map({ $0.count < 4 || until(in: $0) != nil }) ?? true { item.reason = nil }
    return item
  }
}
