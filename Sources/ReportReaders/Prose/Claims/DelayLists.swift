import ReportModel

/// Delayed items in lists: under a heading such as 延期事项, or behind a sentence that leads up to them.
extension DelayReading {
  /// The items of lists of delayed ones.
  struct DelayLists {
    /// How surely the items of a list are delayed ones.
    enum Kind {
      /// They stand under a heading that says so, or the sentence before them does: 以下三项延期:一是….
      case heading, lead
    }

    /// The items, as indices of their sections, with the list that they are of.
    var items: [Int: (kind: Kind, run: Int)] = [:]
    /// How many items each list has.
    var lengths: [Int] = []
    /// The numbers of delayed tasks that the text states.
    var counts: Set<Int> = []
  }

  /// The sections that are items of a list of delayed ones.
  func delayLists(_ draft: Draft) -> DelayLists {
    var lists = DelayLists()
    for claim in draft.claims where claim.measure == .delayed {
      if let count = draft.quantities[claim.quantity].quantity.whole { lists.counts.insert(count) }
    }
    var runs: [Int?: (scheme: HeadingScheme, ordinal: Int, kind: DelayLists.Kind?)] = [:]
    for (index, section) in draft.sections.enumerated() {
      guard let ordinal = section.ordinal, section.scheme != .lead else { continue }
      // 一、延期任务 in an attachment, (二)终止任务1项: the head of a list, and none of its items.
      if let label = Self.labels.match(
        at: section.heading.lowerBound, in: units, end: section.heading.upperBound),
        case let rest = section.heading.dropFirst(label.length),
        rest.isEmpty && (section.role == .delays || section.parent.map { draft.role(of: $0) } == .delays)
          || rest.count > 1 && rest.dropLast().allSatisfy(numerals.isDigit)
            && units[rest.upperBound - 1] == Unit.of("项")
          || rest.count > 3 && units[rest.lowerBound] == Unit.openBracket
            && units[rest.upperBound - 1] == Unit.closeBracket
      {
        continue
      }
      let above = section.parent.map { draft.role(of: $0) } ?? .other
      guard ![.plan, .problems].contains(above), section.role == .other || section.role == .delays
      else { continue }
      var kind: DelayLists.Kind?
      let goesOn =
        runs[section.parent].map { $0.scheme == section.scheme && $0.ordinal + 1 == ordinal } ?? false
      if goesOn {
        kind = runs[section.parent]?.kind
      } else if above == .delays || above == .attachments && listsDelays(section.parent, draft) {
        kind =
          leadsToProblems(section.range.lowerBound, draft) || isOfEarlierYear(section.parent, draft)
          ? nil : .heading
      } else if ordinal == 1, leadsToDelays(section.range.lowerBound, draft),
        !isOfEarlierYear(section.parent, draft)
      {
        kind = .lead
      }
      runs[section.parent] = (section.scheme, ordinal, kind)
      guard let kind else { continue }
      if !goesOn || lists.lengths.isEmpty { lists.lengths.append(0) }
      lists.lengths[lists.lengths.count - 1] += 1
      lists.items[index] = (kind, lists.lengths.count - 1)
    }
    return lists
  }

  /// Whether an attachment is a list of delayed items by its title.
  private func listsDelays(_ section: Int?, _ draft: Draft) -> Bool {
    section.map {
      postponement(in: draft.sections[$0].heading) != nil
        || places.first(.stuck, in: draft.sections[$0].heading) != nil
    } ?? false
  }

  /// 此外,改革推进还有三个短板:一是…, in the section of delays: the list is of something else.
  private func leadsToProblems(_ place: Int, _ draft: Draft) -> Bool {
    guard place > 0, let index = draft.sentence(at: place - 1),
      case let lead = draft.sentences[index].range.clamped(to: 0..<place),
      draft.sentences[index].section.map({ lead.lowerBound >= draft.sections[$0].heading.upperBound })
        ?? true,
      postponement(in: lead) == nil, places.first(.stuck, in: lead) == nil
    else { return false }
    return Self.problems.first(in: lead, of: units) != nil
  }

  private static let problems = WordTable<Bool>(set: "短板 不足 弱项 差距 薄弱 困难 堵点 制约")

  /// Whether the sentence before a place tells of delays and leads up to a list.
  private func leadsToDelays(_ place: Int, _ draft: Draft) -> Bool {
    guard place > 0, let index = draft.sentence(at: place - 1) else { return false }
    let range = draft.sentences[index].range
    guard postponement(in: range) != nil || places.first(.stuck, in: range) != nil,
      let last = range.last(where: { units[$0] != Unit.space })
    else { return false }
    return units[last] == Unit.colon || units[last] == Unit.comma
      || Self.listLeads.first(in: range, of: units) != nil
  }

  /// The items of the lists that begin in a paragraph, or the paragraph itself where it stands in such a list.
  func listed(_ index: Int, _ lists: DelayLists, _ draft: Draft) -> [DelayedItem] {
    let range = draft.paragraphs[index].range
    var items: [DelayedItem] = []
    var last: Int?
    for position in draft.paragraphs[index].sentences {
      guard let section = draft.sentences[position].section, section != last else { continue }
      last = section
      guard lists.items[section] != nil, range.contains(draft.sections[section].range.lowerBound) else {
        continue
      }
      if let item = item(of: section, in: range, lists, draft) { items.append(item) }
    }
    return items
  }

  private func item(of index: Int, in paragraph: Range<Int>, _ lists: DelayLists, _ draft: Draft)
    -> DelayedItem?
  {
    guard let list = lists.items[index] else { return nil }
    let section = draft.sections[index]
    var stop = min(section.range.upperBound, paragraph.upperBound)
    stop = detailsEnd(stop, before: section.range.upperBound, draft)
    // ②“甲”延期至…。同意终止“乙”: a sentence that gives up another item is none of this one.
    for index in draft.sentences.indices[(draft.sentence(at: section.range.lowerBound) ?? 0)...].dropFirst() {
      let sentence = draft.sentences[index].range
      guard sentence.lowerBound < stop else { break }
      if Self.givingUp.match(at: sentence.lowerBound, in: units, end: stop) != nil {
        stop = sentence.lowerBound
      }
    }
    let label = Self.nameLabels.match(at: section.mark.upperBound, in: units, end: stop)?.length ?? 0
    // 甲。状态:正在推进。…: listed beside those that are put off.
    guard section.mark.upperBound + label < stop,
      Self.underWay.first(in: section.mark.upperBound..<stop, of: units) == nil
    else { return nil }
    guard var item = split(section.mark.upperBound + label..<stop, draft) else { return nil }
    let tellsWhy = item.reason != nil && (list.kind == .heading || cause(in: item.range) != nil)
    let isCounted = list.kind == .heading && lists.counts.contains(lists.lengths[list.run])
    guard tellsWhy || item.until != nil || isCounted else { return nil }
    item.range = section.range.lowerBound..<stop
    if let above = section.parent.map({ draft.sections[$0].heading }), postponement(in: above) == nil,
      Self.terminated.first(in: above, of: units) != nil
    {
      item.isTerminated = true
    }
    item.ordinal = section.ordinal
    item.ordinalRange = section.mark
    return item
  }

  /// A paragraph without a number under a heading of delays: 甲。因…; 甲 and, in the next line, 延期原因:….
  func unnumbered(_ index: Int, _ lists: DelayLists, _ draft: Draft) -> DelayedItem? {
    let paragraph = draft.paragraphs[index]
    guard paragraph.kind == .body, let section = section(of: index, draft), lists.items[section] == nil,
      draft.role(of: section) == .delays, !isOfEarlierYear(section, draft),
      // 终止1项,为甲: what leads up to a name is none.
      paragraph.sentences.first.flatMap({ introduction(in: draft.sentences[$0].range) }) == nil,
      // 推进任务:甲。 beside 延期任务:乙。: this one goes on.
      Self.goingOn.match(at: paragraph.range.lowerBound, in: units, end: paragraph.range.upperBound) == nil,
      !paragraph.sentences.contains(where: { sentence in
        draft.claims(inSentence: sentence).contains { draft.claims[$0].measure.isKnown }
      })
    else { return nil }
    if let label = Self.nameLabels.match(
      at: paragraph.range.lowerBound, in: units, end: paragraph.range.upperBound)
    {
      // 任务名称:甲, with 延期原因:… and 新时限:… in lines of their own.
      let stop = detailsEnd(
        paragraph.range.upperBound, before: draft.sections[section].range.upperBound, draft)
      guard var item = split(paragraph.range.lowerBound + label.length..<stop, draft) else { return nil }
      item.range = paragraph.range.lowerBound..<stop
      item.isTerminated = Self.terminated.first(in: draft.sections[section].heading, of: units) != nil
      return item
    }
    if isDetail(index, draft) { return nil }
    if let label = Self.reasons.match(
      at: paragraph.range.lowerBound, in: units, end: paragraph.range.upperBound),
      index > 0
    {
      var head = index - 1
      while head > 0, index - head < 6, opensDetail(draft.paragraphs[head].range.lowerBound) { head -= 1 }
      let before = draft.paragraphs[head].range
      let own = draft.sections[section]
      let start = before.contains(own.range.lowerBound) ? own.mark.upperBound : before.lowerBound
      var item = DelayedItem(
        range: before.lowerBound..<paragraph.range.upperBound, name: tidy(start..<before.upperBound))
      guard (4...60).contains(item.name.count) else { return nil }
      item.isTerminated =
        label.length > 2
        && Self.terminated.match(at: paragraph.range.lowerBound, in: units, end: paragraph.range.upperBound)
          != nil
      (item.reason, item.until) = told(
        why: paragraph.range.lowerBound + label.length..<paragraph.range.upperBound)
      return item
    }
    // ——甲。因…: without the mark that it begins with.
    let mark = draft.sections[section].mark
    let body =
      mark.lowerBound == paragraph.range.lowerBound && mark.upperBound < paragraph.range.upperBound
      ? mark.upperBound..<paragraph.range.upperBound : paragraph.range
    guard var item = split(body, draft), item.reason != nil else { return nil }
    let isEnded =
      Self.terminated.first(in: draft.sections[section].heading, of: units) != nil
      && places.first(.endings, in: paragraph.range) != nil
    item.isTerminated = isEnded
    let isExplained =
      isEnded || cause(in: paragraph.range) != nil || places.first(.reasons, in: paragraph.range) != nil
    // 甲:…: the name before the colon, the reason behind it.
    let next = behindBrackets(item.name.upperBound, paragraph.range.upperBound)
    return isExplained
      || next < paragraph.range.upperBound && [Unit.colon, Unit.dash, Unit.space].contains(units[next])
      ? item : nil
  }

  /// An item's name and what stands behind it: 甲。原因:…; 甲:…; 甲,因…,延期至….
  func split(_ range: Range<Int>, _ draft: Draft) -> DelayedItem? {
    var item = DelayedItem(range: range, name: range)
    let label = places.first(.reasons, in: range)?.range
    let because = cause(in: range)
    if label == nil, let because, because.lowerBound < range.lowerBound + 4 {
      return becauseItem(range, draft)
    }
    var end = [label?.lowerBound, because?.lowerBound].compactMap { $0 }.min() ?? range.upperBound
    // “甲”延期至2024年12月,…: the quotation is the name.
    if let first = range.first, units[first] == Unit.openQuote,
      let close = (first..<min(end, first + 60)).first(where: { units[$0] == Unit.closeQuote }),
      close > first + 4,
      close + 1 < end, postponement(in: close + 1..<end) != nil
    {
      end = close + 1
    }
    var depth = 0
    for index in range.lowerBound..<min(end, range.lowerBound + 64) {
      if units[index] == Unit.openQuote { depth += 1 }
      if units[index] == Unit.closeQuote { depth -= 1 }
      guard depth <= 0, index > range.lowerBound + 3 else { continue }
      let unit = units[index]
      if numerals.kind(index) == .sentenceEnd || unit == Unit.colon || unit == Unit.openBracket
        || unit == Unit.comma || unit == Unit.semicolon || unit == Unit.dash || breaksParagraph(index, draft)
      {
        end = index
        break
      }
    }
    item.name = trimmedName(range.lowerBound..<end)
    guard (4...60).contains(item.name.count) else { return nil }
    let rest: Range<Int>
    if let label {
      rest = label.upperBound..<range.upperBound
    } else if let because {
      rest = because.upperBound..<range.upperBound
    } else {
      rest = behindBrackets(end, range.upperBound)..<range.upperBound
    }
    (item.reason, item.until) = told(why: rest)
    item.until = item.until ?? until(in: range)
    if item.reason?.isEmpty == true { item.reason = nil }
    return item
  }

  /// Past the brackets that begin at a place: 甲(经济领域):….
  private func behindBrackets(_ place: Int, _ end: Int) -> Int {
    guard place < end, units[place] == Unit.openBracket,
      let close = (place..<min(end, place + 40)).first(where: { units[$0] == Unit.closeBracket }),
      close + 1 < end,
      units[close + 1] == Unit.colon || numerals.kind(close + 1) == .sentenceEnd
    else { return place }
    return close + 1
  }

  /// A reason without the brackets around it, and the new date behind it.
  private func told(why range: Range<Int>) -> (Range<Int>?, Range<Int>?) {
    var range = range
    while range.lowerBound < range.upperBound,
      Self.edges.contains(units[range.lowerBound]) || units[range.lowerBound] == Unit.dash
    {
      range = range.lowerBound + 1..<range.upperBound
    }
    // 甲:牵头单位乙,原计划2024年10月完成。目前…: who leads it and when it was due is no reason.
    while let clause = clauses(of: range).first, clause.upperBound + 4 < range.upperBound,
      Self.prefaces.match(at: clause.lowerBound, in: units, end: clause.upperBound) != nil
    {
      range = clause.upperBound + 1..<range.upperBound
    }
    if let now = Self.now.match(at: range.lowerBound, in: units, end: range.upperBound) {
      range = range.lowerBound + now.length..<range.upperBound
    }
    if let because = cause(in: range), because.lowerBound == range.lowerBound {
      range = because.upperBound..<range.upperBound
    }
    let text = reasonText(range)
    var reason = reasonEnd(text.reason)
    if let close = reason.last, units[close] == Unit.closeBracket,
      !reason.contains(where: { units[$0] == Unit.openBracket })
    {
      reason = reason.lowerBound..<close
    }
    return (tidy(reason), text.until ?? until(in: range))
  }

  private static let prefaces = WordTable<Bool>(
    set: "牵头单位 责任单位 牵头部门 责任部门 主办单位 配合单位 原计划 原定 原完成时限 原时限 年初计划 年初确定")
  private static let now = WordTable<Bool>(set: "目前, 目前 现 当前, 截至目前,")

  private func breaksParagraph(_ index: Int, _ draft: Draft) -> Bool {
    guard let sentence = draft.sentence(at: index), draft.sentences[sentence].range.lowerBound == index else {
      return false
    }
    return draft.paragraphs[draft.sentences[sentence].paragraph].range.lowerBound == index
  }

  static let nameLabels = WordTable<Bool>(set: "任务名称: 事项名称: 项目名称: 名称: 任务: 事项: 改革任务: 延期任务: 延期事项:")
  private static let underWay = WordTable<Bool>(set: "状态:正在推进 状态:推进中 状态:未启动 状态:在推进 状态:跨年推进 状态:序时推进")
  private static let goingOn = WordTable<Bool>(
    set:
      "推进任务: 推进中任务: 在推任务: 推进事项: 推进中事项: 正常推进任务: 正常推进事项: 继续推进任务: 继续推进事项: 续推任务: 在建任务: 正在推进任务: 正在推进的任务: 正在推进事项:"
  )
  private static let listLeads = WordTable<Bool>(set: "如下 分别是 分别为 具体是 具体为 具体情况 以下 包括 详见")
}
