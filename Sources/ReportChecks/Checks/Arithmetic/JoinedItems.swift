extension FigurePage {
  /// 敦达苏木、宝音镇 of 苏木镇: whether all items end with a character of what they are counted as; the last one is cut there.
  func bear(_ items: inout [Range<Int>], _ noun: Range<Int>) -> Bool {
    let kinds = units[noun.prefix(6)].filter(Self.kindsOfPlaces.contains)
    guard !kinds.isEmpty, items.count > 2,
      items.dropLast().allSatisfy({ item in item.count > 1 && kinds.contains(units[item.upperBound - 1]) }),
      let last = items.last
    else { return false }
    if kinds.contains(units[last.upperBound - 1]) {
      // 丙乡和丁镇: two of them.
      if let join = last.dropFirst(2).first(where: { Mark.ands.contains(units[$0]) }),
        kinds.contains(units[join - 1]), join + 2 < last.upperBound
      {
        items[items.count - 1] = last.lowerBound..<join
        items.append(join + 1..<last.upperBound)
      }
      return true
    }
    guard let end = last.dropFirst().prefix(6).first(where: { kinds.contains(units[$0]) }) else {
      return false
    }
    items[items.count - 1] = last.lowerBound..<end + 1
    // 丙乡和丁镇展开.
    if end + 3 < last.upperBound, Mark.ands.contains(units[end + 1]),
      let next = (end + 3..<last.upperBound).prefix(6).first(where: { kinds.contains(units[$0]) })
    {
      items.append(end + 2..<next + 1)
    }
    return true
  }

  /// What names of places end with.
  private static let kindsOfPlaces = UnitSet("镇乡道办木查村区社场岛港湾园站县市旗厅局委")
}

extension NamedListRule {
  /// 提议、审核、公示的程序, 甲、乙、丙等步骤: the last item ends where what all of them are begins; whether 等 leaves more open.
  func cutLast(_ items: inout [Range<Int>]) -> Bool {
    guard let last = items.last else { return false }
    let end = last.dropFirst().first { page.units[$0] == Mark.andSoOn || page.units[$0] == Mark.of }
    guard let end, page.units[end] == Mark.andSoOn || !page.has(Mark.of, in: items[0]) else { return false }
    // 等级、平等: no end of a list.
    let isOpen = page.units[end] == Mark.andSoOn
    if isOpen, end + 1 < last.upperBound, Self.notOpen.contains(page.units[end + 1]) { return false }
    items[items.count - 1] = last.lowerBound..<end
    return isOpen
  }

  /// 重点领域攻坚、试点经验推广和专业队伍建设: both sides of 和 are as long as the items before, and are items of their own.
  func part(_ items: inout [Range<Int>]) {
    let lengths = Set(items.dropLast().map(\.count))
    guard items.count > 2, lengths.count == 1, let length = lengths.first, length >= 4, let last = items.last,
      last.count == 2 * length + 1, Mark.ands.contains(page.units[last.lowerBound + length])
    else { return }
    items[items.count - 1] = last.lowerBound..<last.lowerBound + length
    items.append(last.upperBound - length..<last.upperBound)
  }

  private static let notOpen = UnitSet("级候待额")
}

extension FigurePage {
  /// 甲医院 and 乙医院: items that end in the same two characters.
  func endAlike(_ items: [Range<Int>]) -> Bool {
    guard let first = items.first, first.count >= 2 else { return false }
    return items.allSatisfy { $0.count >= 2 && units[$0.suffix(2)].elementsEqual(units[first.suffix(2)]) }
  }
}

extension Range<Int> {
  /// What stands on both sides of a place in it.
  func parted(at place: Int) -> [Range<Int>] { [lowerBound..<place, place + 1..<upperBound] }
}
