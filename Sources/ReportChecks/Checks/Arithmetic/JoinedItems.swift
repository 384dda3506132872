extension NamedListRule {
  /// 重点领域攻坚、试点经验推广和专业队伍建设: both sides of 和 are as long as the items before, and are items of their own.
  func part(_ items: inout [Range<Int>]) {
    let lengths = Set(items.dropLast().map(\.count))
    guard items.count > 2, lengths.count == 1, let length = lengths.first, length >= 4, let last = items.last,
      last.count == 2 * length + 1, Mark.ands.contains(page.units[last.lowerBound + length])
    else { return }
    items[items.count - 1] = last.lowerBound..<last.lowerBound + length
    items.append(last.upperBound - length..<last.upperBound)
  }
}
