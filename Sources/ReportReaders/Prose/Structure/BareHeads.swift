import ReportModel

/// Sub-heads without a number, told by what stands under them.
extension HeadingFinding {
  /// 2023年工作计划, ★ 2023年工作计划.
  func beginsWithYear(_ range: Range<Int>) -> Bool {
    let first =
      range.first { units[$0] != Unit.space && !Self.bulletMarks.contains(units[$0]) } ?? range.lowerBound
    let range = first..<range.upperBound
    return range.count >= 8 && units[range.lowerBound + 4] == Unit.year
      && range.prefix(4).allSatisfy { marks.numerals.isDigit($0) }
  }

  private static let bulletMarks = Array("★☆◆◇■□●○▲△".utf16)
  static let parts = WordTable<Bool>(
    set: "总结 计划 安排 打算 情况 要点 思路 回顾 谋划 设想 任务 展望", backwards: true)

  /// A sub-head without a number: a short line without a closing mark, with running text under it.
  func isBareHead(_ range: Range<Int>, next: Range<Int>) -> Bool {
    // 2023年工作计划 may be a head, other figures begin none.
    let beginsWithYear = beginsWithYear(range)
    guard (2...40).contains(range.count), beginsWithYear || !marks.numerals.isDigit(range.lowerBound) else {
      return false
    }
    var commas = 0
    for index in range {
      switch units[index] {
      case Unit.stop, Unit.semicolon, Unit.colon, Self.bang, Self.question: return false
      case Unit.comma: commas += 1
      default: continue
      }
    }
    // 《…办法》(…〔2023〕9号): a line of a list of documents.
    if units[range].contains(Unit.openTitle),
      [Unit.closeTitle, Unit.closeBracket].contains(units[range.upperBound - 1])
    {
      return false
    }
    guard commas <= 2, units[range.upperBound - 1] != Unit.comma, units[range.upperBound - 1] != Unit.pause
    else { return false }
    if let mark = marks.mark(at: next.lowerBound, end: next.upperBound) {
      // A line before 五、 ends the part before it: a head stands above the first of its items.
      return mark.ordinal ?? 1 == 1 && commas == 0
        && !range.dropFirst(beginsWithYear ? 6 : 0).contains { marks.numerals.isDigit($0) }
    }
    // A line over a list with marks, when it has none itself.
    if bullets.begins(next) { return !bullets.begins(range) }
    return next.count > range.count && (next.count >= 40 || units[next.upperBound - 1] == Unit.stop)
  }

  private static var bang: UInt16 { Unit.of("!") }
  private static var question: UInt16 { Unit.of("?") }
}
