import ReportModel

/// Delayed items told inside sentences: in brackets, behind 因, or as given up.
extension DelayReading {
  /// Items in a sentence: “…”因…延期至…; 因…,“…”延期; 甲(因…)、乙(因…).
  func told(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    if areOfEarlierYear(range, draft) { return [] }
    let introduced = self.introduced(in: range, draft)
    if !introduced.isEmpty { return introduced }
    let bracketed = self.bracketed(in: range, draft)
    if !bracketed.isEmpty { return bracketed }
    let explained = explainedItems(range, draft)
    if !explained.isEmpty { return explained }
    let because = becauseItems(range, draft)
    if !because.isEmpty { return because }
    if let item = labelledReason(range, draft) { return [item] }
    let stated = self.stated(in: range, draft)
    if !stated.isEmpty { return stated }
    let dated = self.dated(in: range, draft)
    if !dated.isEmpty { return dated }
    return ended(in: range, draft).map { [$0] } ?? []
  }

  /// 8.推行甲。因…,终止实施: the sentence says what became of the item that its heading names.
  /// So does one that tells how far it has come before the cause.
  func headed(_ range: Range<Int>, _ position: Int, _ state: Range<Int>?, _ draft: Draft) -> DelayedItem? {
    guard let index = draft.sentences[position].section else { return nil }
    let section = draft.sections[index]
    guard section.ordinal != nil, section.role == .other, (4...40).contains(section.heading.count),
      section.heading.upperBound <= range.lowerBound,
      let because = cause(in: range),
      because.lowerBound <= max(range.lowerBound + 12, (state?.upperBound ?? 0) + 2),
      draft.role(of: section.parent) == .domain || draft.role(of: section.parent) == .domains
    else { return nil }
    let ending = places.last(.endings, in: range)
    guard ending != nil || postponement(in: range) != nil || places.first(.stuck, in: range) != nil
    else { return nil }
    var item = DelayedItem(
      range: section.range.lowerBound..<range.upperBound, name: trimmedName(section.heading))
    item.reason = reasonEnd(because.upperBound..<range.upperBound)
    item.until = until(in: range)
    item.isTerminated = ending != nil && item.until == nil
    return item
  }

  /// An item with its reason in running text.
  func becauseItem(_ whole: Range<Int>, _ draft: Draft) -> DelayedItem? { becauseItems(whole, draft).first }

  /// The items with one reason in running text: 甲因…延期至…, or several of them: 甲、乙等2项任务因….
  func becauseItems(_ whole: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    guard let because = cause(in: whole),
      postponement(in: whole) != nil || places.first(.stuck, in: whole) != nil
        || places.first(.endings, in: whole) != nil || isPutOffByHeading(whole, draft)
    else { return [] }
    var item: DelayedItem
    if let quote = quotation(in: whole, draft), !isCount(before: because.lowerBound, draft) {
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
      } else if start == because.lowerBound, isEntry(whole.lowerBound..<start) {
        // 甲改革:因…,延期到….
        start = whole.lowerBound
      }
      item = DelayedItem(
        range: whole,
        name: headed(trimmedName(unled(start..<because.lowerBound, from: whole.lowerBound)), draft))
      item.reason = reasonEnd(because.upperBound..<whole.upperBound)
    } else if let (name, reason) = behindCause(because, whole) {
      item = DelayedItem(range: whole, name: name)
      item.reason = reason
    } else {
      return []
    }
    return items(like: item, in: whole, draft)
  }

  /// 甲受制于…,计划2023年上半年完成, under 未完成任务: the heading says that it is late.
  func isPutOffByHeading(_ range: Range<Int>, _ draft: Draft) -> Bool {
    guard let sentence = draft.sentence(at: range.lowerBound),
      case let section = draft.sentences[sentence].section, draft.role(of: section) == .delays,
      until(in: range) != nil
    else { return false }
    return !isOfEarlierYear(section, draft)
  }

  /// 其余5项因…顺延: it is a number of items that is put off, whatever is quoted further before it; not “甲”1项因….
  private func isCount(before place: Int, _ draft: Draft) -> Bool {
    draft.sentence(at: place).map { index in
      draft.sentences[index].quantities.contains {
        let count = draft.quantities[$0].range
        return count.upperBound == place
          && !(max(0, count.lowerBound - 3)..<count.lowerBound).contains { units[$0] == Unit.closeQuote }
      }
    } ?? false
  }

  /// 2023年,受…影响: a time before the cause names no item.
  private func namesSomething(_ range: Range<Int>) -> Bool {
    range.count { (0x4E00...0x9FFF).contains(units[$0]) } >= 4
  }

  private static let slow = WordTable<Bool>(set: "推进缓慢 进展缓慢 进度缓慢 进度滞后 进展滞后 推进滞后 进度偏慢 进展偏慢")

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
        let verb = places.first(.stuck, in: clause) ?? Self.slow.first(in: clause, of: units)
          ?? postponement(in: clause)
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
        (places.first(.reasons, in: whole) ?? places.first(.explaining, in: whole))?.range,
      label.lowerBound > whole.lowerBound + 6,
      numerals.kind(label.lowerBound - 1) == .clauseMark
        || numerals.kind(label.lowerBound - 1) == .sentenceEnd,
      let verb = [
        places.first(.stuck, in: whole.lowerBound..<label.lowerBound)?.range,
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
    if name.count < 4
      || Self.beingNamed.match(at: verb.upperBound, in: units, end: label.lowerBound) != nil
      || Self.fieldEnds.match(before: name.upperBound, in: units, start: name.lowerBound) != nil
    {
      // 延期的1项为甲,原因是…; 农村领域延期事项另有甲,…: the name stands behind the verb.
      let stop = (verb.upperBound..<label.lowerBound).first {
        units[$0] == Unit.comma && $0 > verb.upperBound + 4
      }
      name = trimmedName(verb.upperBound..<(stop ?? label.lowerBound))
    }
    if let quote = quotation(in: name, draft) { name = quote.lowerBound + 1..<quote.upperBound - 1 }
    var item = DelayedItem(range: whole, name: name)
    let text = reasonText(label.upperBound..<whole.upperBound)
    item.reason = reasonEnd(text.reason)
    item.until = text.until
    return items(like: item, in: whole, draft)
  }

  /// What ties a word of delay to the name behind it: 经济领域延后的是甲.
  private static let beingNamed = WordTable<Bool>(set: "的是 的为 的有 的即 的1项 的一项")

  /// “乙”,延期原因是…: a name right before the label of its reason.
  private func labelledReason(_ whole: Range<Int>, _ draft: Draft) -> DelayedItem? {
    guard let label = places.first(.reasons, in: whole)?.range,
      Self.delayLabels.match(at: label.lowerBound, in: units, end: label.upperBound) != nil,
      label.lowerBound > whole.lowerBound + 4, numerals.kind(label.lowerBound - 1) == .clauseMark
    else { return nil }
    let before = clauseStart(label.lowerBound - 1, whole.lowerBound)..<label.lowerBound - 1
    let quoted = quotation(in: before, draft).map { $0.lowerBound + 1..<$0.upperBound - 1 }
    // “甲”,延期到2025年7月,主要原因是…: the date is no name.
    guard newDate(in: before) == nil else { return nil }
    var item = DelayedItem(range: whole, name: quoted ?? trimmedName(before))
    let text = reasonText(label.upperBound..<whole.upperBound)
    item.reason = reasonEnd(text.reason)
    item.until = text.until
    return items(like: item, in: whole, draft).first
  }

  private static let delayLabels = WordTable<Bool>(
    set: StandingWords.late.joined(separator: " ") + " 未完成 未办结 未收官 原因是 原因为 原因系 主要原因")

  private static let delaysNamed = WordTable<Bool>(set: "项任务 项事项 项改革任务 个别任务 部分任务 个别事项 部分事项", backwards: true)

  /// Words that give a reason at the start of a clause: 甲未能如期完成,主要是….
  static let explaining = WordTable<Bool>(set: "主要是 主要系 系因 系由于")

  private func items(like item: DelayedItem, in whole: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    if Self.vague.match(at: item.name.lowerBound, in: units, end: item.name.upperBound) != nil
      || Self.vagueEnds.match(before: item.name.upperBound, in: units, start: item.name.lowerBound) != nil
      // 农业农村领域延期事项另有…: the field is none of its items.
      || Self.fieldEnds.match(before: item.name.upperBound, in: units, start: item.name.lowerBound) != nil
      // 得分偏低,原因是2项任务延期: what is explained is no task.
      || item.reason.flatMap({ Self.delaysNamed.match(before: $0.upperBound, in: units, start: 0) }) != nil
    {
      return []
    }
    var item = item
    item.until = item.until ?? until(in: whole)
    // 进展顺利、可于年底前完成的2项,因…: a count of items told by their state.
    if let sentence = draft.sentence(at: whole.lowerBound),
      draft.sentences[sentence].quantities.contains(where: { quantity in
        let range = draft.quantities[quantity].range
        return item.name.overlaps(range) && range.upperBound >= item.name.upperBound - 1
          && range.lowerBound > item.name.lowerBound && units[range.lowerBound - 1] == Unit.of("的")
      })
    {
      return []
    }
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
      let dates = newDates(in: whole)
      return several.enumerated().map { place, name in
        var one = item
        one.name = name
        // 甲、乙依次延至3月、9月: each of the dates is of one of them.
        if dates.count > 1 { one.until = dates.count == several.count ? dates[place] : nil }
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

  /// 因, 由于, 受…影响: the first that stands at the start of a clause or behind a name.
  func cause(in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var place = range.lowerBound
    while found == nil, let word = places.first(.because, in: place..<range.upperBound)?.range {
      place = word.lowerBound + 1
      if Self.notBecause.match(
        before: word.upperBound, in: units, start: max(range.lowerBound, word.lowerBound - 1)) == nil,
        Self.notBecauseAfter.match(at: word.lowerBound, in: units, end: range.upperBound) == nil
      {
        found = word
      }
    }
    place = range.lowerBound
    let stop = found?.lowerBound ?? range.upperBound
    while let word = places.first(.clauseBecause, in: place..<range.upperBound)?.range,
      word.lowerBound < stop
    {
      place = word.lowerBound + 1
      if word.lowerBound > range.lowerBound, units[word.lowerBound - 1] == Unit.comma,
        until(in: word.lowerBound..<range.upperBound) != nil
      {
        return word
      }
    }
    return found
  }

  /// 前者因甲,后者因乙: the reason of each of two items.
  private func halves(of reason: Range<Int>) -> (Range<Int>, Range<Int>)? {
    guard let latter = Self.latter.first(in: reason, of: units) else { return nil }
    return (
      tidy(reason.lowerBound..<latter.range.lowerBound), tidy(latter.range.upperBound..<reason.upperBound)
    )
  }

  private static let latter = WordTable<Bool>(set: "后者因 后者由于 后者系 后者受 后者")

  private static let fieldEnds = WordTable<Bool>(set: "领域 方面 专项小组", backwards: true)
  private static let between = WordTable<Bool>(set: "分别 分别是 均 主要 主要是 则 系 皆 也 都")
  private static let vagueEnds = WordTable<Bool>(
    set: "工期 进度 时间 工作进度 开工 竣工 活动 现场会 培训班 会议 举办 开学", backwards: true)
}
