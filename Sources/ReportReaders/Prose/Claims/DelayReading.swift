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
      guard role != .plan || introduces(paragraph.range) else { continue }
      var found = self.labelled(in: paragraph.range, draft)
      if found.isEmpty { found = listed(index, lists, draft) }
      var covered = found.last?.range.upperBound ?? paragraph.range.lowerBound
      let labelledFrom = found.first?.range.lowerBound ?? Int.max
      let before = items.count
      items += found
      for position in paragraph.sentences {
        let sentence = draft.sentences[position]
        guard
          isCued(sentence.range),
          ![.plan, .problems].contains(draft.role(of: sentence.section)) || introduces(sentence.range),
          sentence.range.upperBound <= labelledFrom || sentence.range.lowerBound >= covered
        else { continue }
        covered = max(covered, labelledFrom == Int.max ? covered : sentence.range.upperBound)
        let body = behindMark(sentence, draft)
        let told = parts(of: body).flatMap { isCued($0) ? self.told(in: $0, draft) : [] }
        items += told.isEmpty ? headed(body, position, draft).map { [$0] } ?? [] : told
      }
      if items.count == before, let item = unnumbered(index, lists, draft) { items.append(item) }
    }
    for index in items.indices {
      items[index].isTerminated = items[index].isTerminated || isEnded(items[index])
      let sentence = draft.sentence(at: items[index].range.lowerBound)
      items[index].domain =
        items[index].domain ?? draft.domain(of: sentence.flatMap { draft.sentences[$0].section })
    }
    items = distinct(items.sorted { $0.range.lowerBound < $1.range.lowerBound }, draft)
    approve(&items, &draft)
    draft.delays = items
  }

  /// Whether a stretch may tell of an item that is delayed, stuck or given up.
  private func isCued(_ range: Range<Int>) -> Bool {
    postponement(in: range) != nil || Self.stuck.first(in: range, of: units) != nil
      || Self.endings.first(in: range, of: units) != nil
      || Self.givingUp.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
  }

  /// Whether what is said of an item is that it was given up, and not put off.
  private func isEnded(_ item: DelayedItem) -> Bool {
    guard item.until == nil else { return false }
    // 经…会议研究,终止“甲”.
    if Self.ending.match(before: item.name.lowerBound, in: units, start: item.range.lowerBound) != nil {
      return true
    }
    let rest = item.name.upperBound..<max(item.name.upperBound, item.range.upperBound)
    return Self.ended.first(in: rest, of: units) != nil && Self.putOff.first(in: rest, of: units) == nil
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
    // 调整至2024年3项:甲、乙、丙.
    if stop < end, Self.towards.contains(units[stop]) {
      let date = date(at: stop + 1, end: end)
      guard saysWhen(date) else { return nil }
      stop = date.upperBound
    }
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
      if let unit = Self.itemUnits.match(at: stop, in: units, end: end) {
        // 延期任务2项: how many there are, and no number of one.
        stop += unit.length
        ordinal = nil
        number = nil
      }
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
    let listed = listed(in: label.end..<stop, draft)
    if !listed.isEmpty { return listed }
    let apart = eachWithItsReason(range, from: label.end)
    if !apart.isEmpty { return apart }
    if let reason = Self.reasons.first(in: label.end..<stop, of: units) {
      let several = sharing(reason.range, from: label.end, to: stop)
      if !several.isEmpty { return several }
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
    // 暂缓事项:“甲”,因…: the label says that it is delayed.
    if let because = cause(in: label.end..<end), because.lowerBound > label.end + 4 {
      let name = trimmedName(label.end..<because.lowerBound)
      var item = DelayedItem(range: range, name: name)
      item.ordinal = label.ordinal
      item.ordinalRange = label.number
      item.reason = reasonEnd(because.upperBound..<stop)
      item.until = until(in: range)
      if (4...60).contains(name.count) { return [item] }
    }
    // 因…延期3项:“甲”“乙”“丙”: the reason stands before the label.
    let side = sideBySide(label.end..<end)
    if side.count > 1 {
      let before = clauseStart(
        label.start,
        draft.sentence(at: label.start).map { draft.sentences[$0].range.lowerBound } ?? label.start)
      let reason = cause(in: before..<label.start).map { reasonEnd($0.upperBound..<label.start) }
      return side.map { name in
        var item = DelayedItem(range: range, name: name)
        item.reason = reason
        item.until = until(in: range)
        return item
      }
    }
    // 三项延期任务:一是甲(…);二是乙(…).
    let several = parts(of: label.end..<end).flatMap { part in
      let bracketed = bracketed(in: part, draft, isDelayed: true)
      return bracketed.isEmpty ? told(in: part, draft) : bracketed
    }
    if !several.isEmpty { return several }
    var item = DelayedItem(range: range, name: tidy(label.end..<end))
    item.ordinal = label.ordinal
    item.ordinalRange = label.number
    item.until = until(in: range)
    return item.name.isEmpty ? [] : [item]
  }

  // MARK: Sentences

  private static let towards = Array("至到".utf16)
  private static let itemUnits = WordTable<Bool>(set: "项 个 件 项任务 项事项 项改革任务 项改革事项 项改革 项工作 项目 个项目")
  static let endings = WordTable<Bool>(
    set:
      "终止实施 已终止 不再实施 予以终止 终止推进 不再推进 不再单独实施 不再开展 不再单列 停止实施 取消实施 予以取消 终止执行 终止办理 作终止处理 不再继续 同意后取消 同意取消 决定取消 批准取消 后取消 同意撤销 予以撤销 决定终止 同意终止 批准终止 不再建设 不再单独推进 不再单独开展 不再单独建设 不再列入 不再保留 停止推进 停止开展 停止建设 项目终止 任务终止 中止实施 予以中止 终止该 并入其他 合并实施 合并推进 调出台账 移出台账 调整出台账 研究取消 研究终止 研究撤销 会议取消 会议终止 予以撤项 撤项 销项处理 不再作为"
  )
  private static let ended = WordTable<Bool>(
    set:
      "终止 研究取消 会议取消 研究撤销 取消) 销项处理 予以撤项 取消实施 予以取消 停止实施 不再实施 不再推进 不再单独实施 不再开展 不再单列 不再继续 同意后取消 同意取消 决定取消 批准取消 后取消 撤销 不再建设 不再单独推进 不再单独开展 不再单独建设 不再列入 不再保留 停止推进 停止开展 停止建设 中止 并入其他 合并实施 合并推进 移出台账 调出台账"
  )
  private static let ending = WordTable<Bool>(
    rows: [
      (
        true,
        ["终止", "终止实施", "终止推进", "取消", "撤销", "停止实施", "不再实施", "不再推进", "中止"].flatMap { [$0, $0 + "“"] }.joined(
          separator: " ")
      )
    ],
    backwards: true)
  private static let putOff = WordTable<Bool>(set: "延期 暂缓 推迟 延后 顺延 延至 结转 调整至 调整到")
  static let terminated = WordTable<Bool>(set: "终止 取消 不再实施")
  static let edges = Array(" 。;,:、".utf16)
  /// A paragraph without any of these tells of no delay.
  static let cues = WordTable<Bool>(
    set:
      "延 推迟 暂缓 顺延 结转 终止 取消 不再实施 跨年度 未能 未按 无法完成 暂未 尚未完成 未如期 暂无法 不能按期 暂停 暂不 未完成 原因 理由 不再 停止 调整至 调整到 上述 以上 跨年 撤销 销项"
  )
  static let labels = WordTable<Bool>(
    set:
      "延期 暂缓 延期任务 延期事项 延期项目 延期改革任务 延期改革事项 延期工作 未完成任务 未完成事项 未完成改革任务 暂缓任务 暂缓事项 推迟任务 推迟事项 终止任务 终止事项 终止改革任务 取消任务 取消事项 终止项目 跨年度实施 跨年实施 跨年度 结转 顺延 推迟 推迟实施 延后 延期实施 暂缓实施 暂缓推进 终止 终止实施 取消 取消实施 调整 结转任务 结转事项 跨年度任务 跨年度事项 顺延任务 顺延事项 调整任务 调整事项 推迟项目 暂缓项目"
  )
  static let reasons = WordTable<Bool>(
    set:
      "延期原因: 延期理由: 延期原因均为 延期原因均是 延期原因都是 原因均为 原因均是 原因都是 未完成原因: 主要原因: 原因在于 延期原因为 未完成的原因是 未完成原因是 未完成原因为 主要原因为 主要原因在于 原因: 主要原因: 延期原因是 延期的原因是 主要原因是 延期的主要原因是 延期原因主要是 原因主要是 主要是因为 原因为: 原因是 延期说明: 情况说明: 理由: 延期原因系 原因系 主要系 理由为 理由是 延期理由为 延期理由是"
  )
  static let delayed = WordTable<Bool>(
    set: "延期 暂缓 推迟至 推迟到 延后 顺延 延至 延到 终止 不再实施 结转 推迟实施 推迟完成 跨年度实施 延长至 转入下年度 转入明年")
  static let stuck = WordTable<Bool>(
    set: "未完成 没有完成 未能如期完成 未能按时完成 未如期实施 未能完成 未能按期完成 未按期完成 未按时完成 无法完成 暂未完成 尚未完成 未如期完成 暂无法 不能按期完成 暂停实施 暂不实施")
  static let because = WordTable<Bool>(set: "因 由于 受 鉴于 因为")
  static let notBecause = WordTable<Bool>(
    set: "原因 基因 接受 享受 承受 遭受 感受 授受 诱因 因素 成因 主因 病因 起因", backwards: true)
  static let notBecauseAfter = WordTable<Bool>(
    set: "因地制宜 因企施策 因此 因而 因素 因势利导 因村施策 因村制宜 因人施策 因人而异 因人制宜 因时制宜 因户施策 因子 因事制宜 因材施教 受理 受益 受到 受众 受访")
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
    set: "其中, 其中 原定的 原计划的 原定 原计划 另外, 此外, 分别是 分别为 延期的 一是 二是 三是 四是 五是 六是 还有 未完成的 延期任务 延期事项 即 而")
}
