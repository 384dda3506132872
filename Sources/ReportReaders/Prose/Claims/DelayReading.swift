import ReportModel

/// Collects the delayed items from all the forms in which reports name them.
///
/// Practice; the forms are those met in published reports: 延期任务N: …延期原因: …; an item with its reason in brackets;
/// 因…，…延期至…; a list under a heading 延期事项 or in an attachment.
struct DelayReading {
  let units: UnsafeBufferPointer<UInt16>
  let numerals: NumeralScanner
  /// Sentences that tell of documents issued: they belong to no reason.
  private var achievements: Set<Int> = []

  init(units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner) {
    self.units = units
    self.numerals = numerals
  }

  /// Reads the paragraphs that hold one of the cues, and the lists of delayed items wherever they stand.
  mutating func read(_ draft: inout Draft, paragraphs: [Int]) {
    let cued = Set(paragraphs)
    achievements = Set(draft.documents.filter { $0.kind == .institutional && $0.verb != nil }.map(\.sentence))
    var items: [DelayedItem] = []
    let lists = delayLists(draft)
    for (index, paragraph) in draft.paragraphs.enumerated() {
      let isListed = paragraph.sentences.contains {
        draft.sentences[$0].section.map { lists.items[$0] != nil || draft.sections[$0].role == .delays }
          ?? false
      }
      guard isListed || cued.contains(index) else { continue }
      let role = draft.role(of: section(of: index, draft))
      guard role != .plan else { continue }
      var found = self.labelled(in: paragraph.range, draft)
      if found.isEmpty { found = listed(index, lists, draft) }
      var covered = found.last?.range.upperBound ?? paragraph.range.lowerBound
      let labelledFrom = found.first?.range.lowerBound ?? Int.max
      let before = items.count
      items += found
      for position in paragraph.sentences {
        let sentence = draft.sentences[position]
        guard
          postponement(in: sentence.range) != nil
            || Self.stuck.first(in: sentence.range, of: units) != nil,
          ![.plan, .problems].contains(draft.role(of: sentence.section)),
          sentence.range.upperBound <= labelledFrom || sentence.range.lowerBound >= covered
        else { continue }
        covered = max(covered, labelledFrom == Int.max ? covered : sentence.range.upperBound)
        let body = behindMark(sentence, draft)
        for part in parts(of: body)
        where postponement(in: part) != nil || Self.stuck.first(in: part, of: units) != nil {
          items += told(in: part, draft)
        }
      }
      if items.count == before, let item = unnumbered(index, lists, draft) { items.append(item) }
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

  func section(of paragraph: Int, _ draft: Draft) -> Int? {
    draft.paragraphs[paragraph].sentences.first.flatMap { draft.sentences[$0].section }
  }

  /// A sentence without the number of the item that it begins: 1.甲因…延期.
  func behindMark(_ sentence: DraftSentence, _ draft: Draft) -> Range<Int> {
    guard let section = sentence.section,
      draft.sections[section].range.lowerBound == sentence.range.lowerBound
    else {
      return sentence.range
    }
    return min(draft.sections[section].mark.upperBound, sentence.range.upperBound)..<sentence.range.upperBound
  }

  /// The parts of a sentence between its semicolons: each tells of its own item.
  func parts(of range: Range<Int>) -> [Range<Int>] {
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
  func approve(_ items: inout [DelayedItem], _ draft: Draft) {
    for index in items.indices { items[index].approval = approval(in: items[index].range) }
    guard items.contains(where: { $0.approval == nil || $0.until == nil }) else { return }
    var told = 0
    for sentence in draft.sentences where ![.plan, .problems].contains(draft.role(of: sentence.section)) {
      guard postponement(in: sentence.range) != nil, !overlaps(sentence.range, items) else {
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
  func overlaps(_ range: Range<Int>, _ items: [DelayedItem]) -> Bool {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].range.lowerBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && items[low - 1].range.upperBound > range.lowerBound
  }

  /// 经区委深改委第十五次会议同意 → 区委深改委第十五次会议.
  func approval(in range: Range<Int>) -> Range<Int>? {
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
  func distinct(_ items: [DelayedItem], _ draft: Draft) -> [DelayedItem] {
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

  func labelled(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    var labels: [(start: Int, end: Int, ordinal: Int?, number: Range<Int>?)] = []
    var index = range.lowerBound
    while let word = Self.labels.first(in: index..<range.upperBound, of: units) {
      let label = label(at: word.range.lowerBound, end: range.upperBound)
      if let label { labels.append(label) }
      index = label?.end ?? word.range.upperBound
    }
    return labels.enumerated().flatMap { position, label in
      let stop = position + 1 < labels.count ? labels[position + 1].start : range.upperBound
      let end = achievementEnd(label.end, sectionEnd(label.start, stop, draft), draft)
      var found = items(label, stop: end, draft)
      let isTerminated = Self.terminated.match(at: label.start, in: units, end: label.end) != nil
      for index in found.indices { found[index].isTerminated = isTerminated }
      return found
    }
  }

  /// A labelled item ends before a later sentence that tells of a document issued.
  private func achievementEnd(_ start: Int, _ stop: Int, _ draft: Draft) -> Int {
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

  func label(at index: Int, end: Int) -> (start: Int, end: Int, ordinal: Int?, number: Range<Int>?)? {
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

  func items(
    _ label: (start: Int, end: Int, ordinal: Int?, number: Range<Int>?), stop: Int, _ draft: Draft
  ) -> [DelayedItem] {
    let stop = max(stop, label.end)
    let range = label.start..<stop
    if let reason = Self.reasons.first(in: label.end..<stop, of: units) {
      // 延期任务1:甲。已完成初稿。延期原因:…: the name is the first sentence.
      let end = (label.end..<reason.range.lowerBound).first { numerals.kind($0) == .sentenceEnd }
      var item = DelayedItem(range: range, name: tidy(label.end..<(end ?? reason.range.lowerBound)))
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
  func reasonText(_ range: Range<Int>) -> (reason: Range<Int>, until: Range<Int>?) {
    if let approved = Self.approvedThen.first(in: range, of: units) {
      let rest = approved.range.lowerBound..<range.upperBound
      return (
        tidy(range.lowerBound..<rest.lowerBound),
        Self.untilWords.first(in: rest, of: units).flatMap { _ in until(in: rest) }
      )
    }
    guard let date = Self.newDates.first(in: range, of: units) else {
      // …,计划2023年一季度重新招标: what is planned is no part of the reason.
      let plan = Self.outlooks.first(in: range, of: units)?.range
      return (tidy(range.lowerBound..<(plan?.lowerBound ?? range.upperBound)), nil)
    }
    let reason = tidy(range.lowerBound..<date.range.lowerBound)
    let stop = (date.range.upperBound..<range.upperBound).first {
      numerals.kind($0) == .sentenceEnd || units[$0] == Unit.semicolon || units[$0] == Unit.closeBracket
        || units[$0] == Unit.comma
    }
    return (reason, tidy(date.range.upperBound..<(stop ?? range.upperBound)))
  }

  // MARK: Sentences

  static let approvalLeads = WordTable<Bool>(set: "报经 均经 已经 现已经 经 已报经")
  static let meetings = WordTable<Bool>(set: "次会议 次全体会议 次常委会会议 次全会 常委会会议 专题会议 领导小组会议 委员会会议")
  static let agrees = WordTable<Bool>(set: "同意 审议 研究 批准 通过 审定")
  static let endings = WordTable<Bool>(set: "终止实施 已终止 不再实施")
  static let terminated = WordTable<Bool>(set: "终止 取消 不再实施")
  static let edges = Array(" 。;,:、".utf16)
  static let timeUnits = Array("年月日底末初第季度上下半前中旬".utf16)
  /// A paragraph without any of these tells of no delay.
  static let cues = WordTable<Bool>(
    set: "延 推迟 暂缓 顺延 结转 终止 取消 不再实施 跨年度 未能 未按 无法完成 暂未 尚未完成 未如期 暂无法 不能按期 暂停 暂不 未完成 原因 理由")
  static let labels = WordTable<Bool>(
    set:
      "延期 暂缓 延期任务 延期事项 延期项目 延期改革任务 延期改革事项 延期工作 未完成任务 未完成事项 未完成改革任务 暂缓任务 暂缓事项 推迟任务 推迟事项 终止任务 终止事项 终止改革任务 取消任务 取消事项 终止项目"
  )
  static let reasons = WordTable<Bool>(
    set:
      "延期原因: 延期理由: 未完成原因: 主要原因: 原因在于 延期原因为 未完成的原因是 未完成原因是 未完成原因为 主要原因为 主要原因在于 原因: 主要原因: 延期原因是 延期的原因是 主要原因是 延期的主要原因是 延期原因主要是 原因主要是 主要是因为 原因为: 原因是 延期说明: 情况说明: 理由:"
  )
  static let delayed = WordTable<Bool>(
    set: "延期 暂缓 推迟至 推迟到 延后 顺延 延至 延到 终止 不再实施 结转 推迟实施 推迟完成 跨年度实施 延长至 转入下年度 转入明年")
  static let stuck = WordTable<Bool>(
    set: "未完成 没有完成 未能如期完成 未能按时完成 未如期实施 未能完成 未能按期完成 未按期完成 未按时完成 无法完成 暂未完成 尚未完成 未如期完成 暂无法 不能按期完成 暂停实施 暂不实施")
  static let because = WordTable<Bool>(set: "因 由于 受 鉴于 因为")
  static let notBecause = WordTable<Bool>(
    set: "原因 基因 接受 享受 承受 遭受 感受 授受 诱因 因素 成因 主因 病因 起因", backwards: true)
  static let notBecauseAfter = WordTable<Bool>(
    set: "因地制宜 因企施策 因此 因而 因素 因势利导 因村 因人 因时 受理 受益 受到 受众 受访 因户 因子 因事")
  static let afterReason = WordTable<Bool>(
    set:
      ",经 ,报经 ,已经 ,现已 ,申请延期 ,拟延期 ,需延期 ,延期 ,顺延 ,推迟 ,暂缓 ,已报 ,故延期 ,故申请 ,同意 ,再次延期 ,区委深改委第 ,县委深改委第 ,市委深改委第 ,予以延期 ,建议延期 申请延期 ,结转 ,延至 ,已申请 ,提请 延期至 ,将延期 ,预计 ,计划 ,拟 ,预期 ,目前 延期, ,完成率 ,待 ,未能按 ,未按期 ,未按时 ,未能如期 ,未能完成 ,未如期"
  )
  /// A sentence behind the reason that tells of its approval or of the new date.
  static let approvedThen = WordTable<Bool>(set: "。经 。报经 。已经 。已报经 。现已 。延期至 。顺延至 。拟延期至")
  static let newDates = WordTable<Bool>(
    set:
      "新的完成时限: 新的完成时限为 延期期限: 延期时限: 延期时间: 延期到: 新时限: 完成时间: 完成时间调整为 延期到 新完成时限: 延期至: 调整后的完成时间为 调整后的完成时限为 调整后完成时间为 调整后完成时限: 调整后时限: 预计完成时间: 预计完成时限: 计划完成时间: 拟延期至: 拟延期至 拟延期到 拟顺延至 拟推迟至 计划延期至 申请延期至 延期到 完成时限调整为 完成时限: 延至: 延期至 顺延至"
  )
  static let outlooks = WordTable<Bool>(
    set: ",计划20 ,计划于 ,计划明年 ,计划下年 ,拟于 ,拟20 ,预计20 ,预计于 ,预计明年 ,力争20 ,争取20 ,将于 ,拟延期 ,申请延期 ,已申请延期 ,拟申请")
  static let untilWords = WordTable<Bool>(
    set: "延期至 延期到 延至 延到 延期于 推迟至 推迟到 顺延至 顺延到 延后至 延后到 延长至 延长到 结转至 结转到 结转 调整至 调整到 调整为 延期实施至 转入 转至 列入 纳入")
  /// Words between an item's name and its delay: 甲申请延期.
  static let nameTail = WordTable<Bool>(
    set: """
      申请 拟 需 需要 予以 建议 决定 现 已 提请 同意 依规 按程序 按规定 按程序申请 依程序 将 故 则 无法 任务 暂 暂时 均 分别 也 因故 被 经批准 报请 确需 须 目前 尚 等 : ,
      """, backwards: true)
  /// Words before the name of an item behind its cause: 因…,致使甲未能完成.
  static let consequence = WordTable<Bool>(
    set: "导致 致使 造成 使得 使 故将 故 现将 拟将 拟对 将 同意将 同意对 决定将 决定对 申请将 申请对 建议将 建议对 经批准,")
  /// 经…会议同意: a clause of approval, not of an item.
  static let approving = WordTable<Bool>(
    set: "经 报经 已经 均经 现已 已报 并经 并报 区委深改委第 县委深改委第 市委深改委第 按程序 同意 申请 拟 需 预计 计划 目前 现 已")
  /// Verbs that postpone what is named behind them: 延期实施甲,原因是….
  static let postponing = WordTable<Bool>(
    set: "延期实施 延期推进 延期开展 延期建设 延期完成 延期办理 暂缓实施 暂缓推进 暂缓开展 推迟实施 推迟开展 推迟推进 推迟建设")
  static let nameLead = WordTable<Bool>(
    set: "其中, 其中 另外, 此外, 分别是 分别为 延期的 一是 二是 三是 四是 五是 六是 还有 未完成的 延期任务 延期事项 即 而")
}
