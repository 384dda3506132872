import ReportModel

/// 逐项卡片: 任务7 甲 / 完成情况:延期。… / 延期原因:… / 调整后完成时间:… — an item whose heading is numbered and whose lines have labels.
extension DelayReading {
  /// The delayed item whose card begins in a paragraph.
  func card(above paragraph: Int, _ draft: Draft) -> DelayedItem? {
    let head = draft.paragraphs[paragraph].range
    guard let index = draft.paragraphs[paragraph].sentences.first.flatMap({ draft.sentences[$0].section }),
      case let section = draft.sections[index], section.range.lowerBound == head.lowerBound,
      !section.mark.isEmpty, (4...60).contains(section.heading.count),
      index + 1 == draft.sections.count || draft.sections[index + 1].parent != index,
      let card = TaskCard(section, draft, units), card.isByLines, let status = card.status
    else { return nil }
    var item = DelayedItem(range: section.range.lowerBound..<card.end, name: card.name)
    item.isTerminated = status.kind == .terminated
    let body = min(head.upperBound, section.heading.upperBound)..<card.end
    if let label = Self.reasons.first(in: body, of: units)?.range {
      (item.reason, item.until) = reasonText(label.upperBound..<body.upperBound)
    }
    item.until = item.until ?? until(in: body)
    // 完成情况:延期。甲尚未批复,经…会议同意,延至…: the cause without a word for it.
    if item.reason == nil, let told = card.progress.first {
      let reason = reasonEnd((cause(in: told)?.upperBound ?? told.lowerBound)..<told.upperBound)
      if Self.pending.first(in: reason, of: units) != nil || cause(in: told) != nil { item.reason = reason }
    }
    let isOpen = item.reason == nil && item.until == nil
    switch status.kind {
    case .terminated: return item
    case .delayed: return isOpen ? nil : item
    // 完成情况:未完成 with a reason or a new date.
    case .inProgress: return isOpen || !status.wording.contains("未") ? nil : item
    default: return nil
    }
  }

  /// 【06号·延期】甲(某局):…: the item whose mark says that it is put off or given up.
  func markedItem(_ paragraph: DraftParagraph, _ draft: Draft) -> DelayedItem? {
    guard let index = paragraph.sentences.first.flatMap({ draft.sentences[$0].section }),
      case let section = draft.sections[index], section.range.lowerBound == paragraph.range.lowerBound,
      let kind = StandingMark.says(section.mark, units), kind == .delayed || kind == .terminated
    else { return nil }
    let isTerminated = kind == .terminated
    let name = section.heading.lowerBound..<UnitLabels.bracket(section.heading, of: units)
    guard (4...60).contains(name.count) else { return nil }
    var item = told(name, by: name, isTerminated: isTerminated, paragraph.range)
    if isTerminated, item.reason == nil, let colon = paragraph.range.first(where: { units[$0] == Unit.colon })
    {
      let reason = beforeDecision(colon + 1..<paragraph.range.upperBound)
      item.reason = reason.count >= 4 ? reason : nil
    }
    return item
  }

  /// Where the lines end that follow an item and belong to it: 原因:…, 新时限:….
  func detailsEnd(_ place: Int, before end: Int, _ draft: Draft) -> Int {
    var stop = place
    while stop < end, opensDetail(stop), let next = draft.sentence(at: stop) {
      stop = min(end, draft.paragraphs[draft.sentences[next].paragraph].range.upperBound)
    }
    return stop
  }

  /// Whether a line is one of a card whose first names the item.
  func isDetail(_ paragraph: Int, _ draft: Draft) -> Bool {
    var index = paragraph
    while index > 0, paragraph - index < 8, opensDetail(draft.paragraphs[index].range.lowerBound) {
      index -= 1
      let range = draft.paragraphs[index].range
      if Self.nameLabels.match(at: range.lowerBound, in: units, end: range.upperBound) != nil { return true }
    }
    return false
  }

  func opensDetail(_ place: Int) -> Bool {
    Self.reasons.match(at: place, in: units, end: units.count) != nil
      || Self.newDates.match(at: place, in: units, end: units.count) != nil
      || Self.because.match(at: place, in: units, end: units.count) != nil
      || Self.details.match(at: place, in: units, end: units.count) != nil
  }

  /// Other lines of an item's card.
  static let details: WordTable<Bool> = {
    let groups = ["", "所属", "所在", "涉及", "归属"].flatMap { lead in
      ["领域", "小组", "专项小组", "板块", "类别", "条线"].map { lead + $0 }
    }
    let units = ["牵头", "责任", "配合", "主要责任"].flatMap { [$0 + "单位", $0 + "部门"] }
    let times = ["原定", "原", "原计划"].flatMap { [$0 + "时限", $0 + "完成时限", $0 + "完成时间"] }
    let meetings = DelayReading.approvalNouns.flatMap { noun in
      ["情况", "会议", "机关"].map { noun + $0 }
    }
    let words = groups + units + times + meetings + ["任务编号", "编号", "牵头领导", "目前进展", "进展情况"]
    return WordTable<Bool>(set: words.map { $0 + ":" }.joined(separator: " "))
  }()
}
