import ReportModel

/// 逐项卡片: 任务7 甲 / 完成情况:延期。… / 延期原因:… / 调整后完成时间:… — an item whose heading is numbered and whose lines have labels.
extension DelayReading {
  /// The delayed item whose card begins in a paragraph.
  func card(above paragraph: Int, _ draft: Draft) -> DelayedItem? {
    let head = draft.paragraphs[paragraph].range
    guard let index = draft.paragraphs[paragraph].sentences.first.flatMap({ draft.sentences[$0].section }),
      case let section = draft.sections[index], section.range.lowerBound == head.lowerBound,
      !section.mark.isEmpty, !section.scheme.isInline, (4...60).contains(section.heading.count),
      head.upperBound < section.range.upperBound,
      index + 1 == draft.sections.count || draft.sections[index + 1].parent != index
    else { return nil }
    var body = head.upperBound..<section.range.upperBound
    var standing: Bool?
    var line = paragraph + 1
    while line < draft.paragraphs.count, draft.paragraphs[line].range.lowerBound < body.upperBound {
      if TaskCard.isSummary(draft.paragraphs[line].range, units) {
        body = body.lowerBound..<draft.paragraphs[line].range.lowerBound
        break
      }
      standing = standing ?? isPutOff(draft.paragraphs[line].range)
      line += 1
    }
    guard let isPutOff = standing else { return nil }
    var item = DelayedItem(
      range: section.range.lowerBound..<body.upperBound, name: unlabelled(section.heading))
    item.isTerminated = !isPutOff
    if let label = Self.reasons.first(in: body, of: units)?.range {
      (item.reason, item.until) = reasonText(label.upperBound..<body.upperBound)
    }
    item.until = item.until ?? until(in: body)
    return item.reason == nil && item.until == nil && !item.isTerminated ? nil : item
  }

  /// 任务名称:甲: the name behind its label.
  private func unlabelled(_ heading: Range<Int>) -> Range<Int> {
    let label = Self.nameLabels.match(at: heading.lowerBound, in: units, end: heading.upperBound)?.length ?? 0
    return label < heading.count ? heading.lowerBound + label..<heading.upperBound : heading
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

  /// Whether a line tells how the item stands, and that it is put off rather than given up.
  private func isPutOff(_ line: Range<Int>) -> Bool? {
    guard let label = Self.states.first(in: line, of: units)?.range,
      label.lowerBound == line.lowerBound || units[label.lowerBound - 1] == Unit.space
    else { return nil }
    let said = label.upperBound..<line.upperBound
    if Self.lateAtOnce.match(at: said.lowerBound, in: units, end: said.upperBound) != nil { return true }
    return Self.givingUp.match(at: said.lowerBound, in: units, end: said.upperBound) != nil ? false : nil
  }

  private static let lateAtOnce = WordTable<Bool>(
    set: ["", "已", "申请", "拟"].flatMap { lead in StandingWords.late.map { lead + $0 } }.joined(separator: " ")
      + " 未完成 尚未完成 未按期完成")
}
