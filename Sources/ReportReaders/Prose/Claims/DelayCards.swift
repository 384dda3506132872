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
}
