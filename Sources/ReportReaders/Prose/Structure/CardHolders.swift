import ReportModel

extension SectionRoles {
  /// 守好草原底色 / 【01号·已销号】甲…: what items stand under that say how each stands is a field.
  func cardHolders(among indices: Range<Int>, _ siblings: [Int?: [Int]], _ sections: [DraftSection]) -> [Int]
  {
    let holders = indices.filter { index in
      guard sections[index].role == .other, let inside = siblings[index] else { return false }
      // 存在问题 in a line of its own behind the last field stands inside it.
      let items = inside.filter { sections[$0].role == .other }
      return !items.isEmpty
        && items.allSatisfy {
          StandingMark.says(sections[$0].mark, units) != nil || opensCard(sections[$0])
        }
    }
    return holders.count > 1 ? holders : []
  }

  /// 任务名称:甲 / 牵头单位:乙: an item with a number or a label, whose next line has one of a card's labels.
  private func opensCard(_ section: DraftSection) -> Bool {
    !section.mark.isEmpty && !section.scheme.isInline && section.body < section.range.upperBound
      && TaskCard.isLabelled(section.body..<section.range.upperBound, units)
  }
}
