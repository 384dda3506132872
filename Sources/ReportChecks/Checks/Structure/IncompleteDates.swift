import ReportModel

/// 日期没写完: a year and a bare number (2023年9), or a month and a bare number (12月15), where 月 or 日 was lost; 截至11底; 328日, 202411月.
struct IncompleteDates {
  let prose: CheckProse

  /// Each with what it lacks, and whether that is to stand at its end.
  func find() -> [(range: Range<Int>, lacks: String, isAtEnd: Bool)] {
    var found: [(range: Range<Int>, lacks: String, isAtEnd: Bool)] = []
    let units = prose.units
    for index in units.indices where units[index] == Self.year || units[index] == Self.month {
      guard prose.isRead(index), !prose.isTitle(index), let end = bare(behind: index) else { continue }
      let isYear = units[index] == Self.year
      guard let start = digits(before: index, isYear ? 4...4 : 1...2),
        let number = units[index + 1..<end].number, (1...(isYear ? 12 : 31)).contains(number)
      else { continue }
      found.append((start..<end, isYear ? "月" : "日", true))
    }
    // 截至11底; 自2023起.
    for index in units.indices where prose.isRead(index) && !prose.isTitle(index) {
      if units[index] == Self.end, let start = digits(before: index, 1...2),
        (1...12).contains(units[start..<index].number ?? 0), prose.hasAny(Self.until, before: start)
      {
        found.append((start..<index + 1, "月", false))
      } else if Self.since.contains(units[index]), let start = digits(before: index, 4...4),
        (1950...2060).contains(units[start..<index].number ?? 0), prose.hasAny(Self.from, before: start)
      {
        found.append((start..<index, "年", true))
      } else if units[index] == Self.day, let start = digits(before: index, 3...4),
        isRunTogether(start, index),
        start == 0 || prose.beginsParagraph(start) || Self.opening.contains(units[start - 1])
          || prose.hasAny(Self.until + Self.from, before: start)
      {
        // 328日,平台上线.
        found.append((start..<index + 1, "月", false))
      } else if units[index] == Self.month, let start = digits(before: index, 5...6),
        (1990...2060).contains(units[start..<start + 4].number ?? 0),
        (1...12).contains(units[start + 4..<index].number ?? 0)
      {
        // 202411月
        found.append((start..<index + 1, "年", false))
      }
    }
    return found
  }

  /// 328, 1105: a month and a day.
  private func isRunTogether(_ start: Int, _ end: Int) -> Bool {
    (1...2).contains { length in
      (1...12).contains(prose.units[start..<start + length].number ?? 0)
        && (1...31).contains(prose.units[start + length..<end].number ?? 0)
        && prose.units[start] != 0x30
    }
  }

  /// Where one or two digits end behind a place, with a mark or a word behind them that wants a time.
  private func bare(behind index: Int) -> Int? {
    let units = prose.units
    var end = index + 1
    while end < units.count, end - index <= 3, Mark.isDigit(units[end]) { end += 1 }
    guard (2...3).contains(end - index), end < units.count else { return nil }
    // 1—11月1,610万元: thousands.
    if Self.commas.contains(units[end]), end + 1 < units.count, Mark.isDigit(units[end + 1]) { return nil }
    return Self.ends.contains(units[end]) || prose.hasAny(Self.words, at: end) ? end : nil
  }

  private func digits(before index: Int, _ counts: ClosedRange<Int>) -> Int? {
    var start = index
    while start > 0, index - start < 7, Mark.isDigit(prose.units[start - 1]) { start -= 1 }
    return counts.contains(index - start) ? start : nil
  }

  private static let (year, month) = (Mark.word("年")[0], Mark.word("月")[0])
  private static let day = Mark.word("日")[0]
  private static let opening = UnitSet("。;(")
  private static let (end, since) = (Mark.word("底")[0], UnitSet("起以开"))
  private static let (until, from) = (Mark.words("截至 截止 年 于 到 至"), Mark.words("自 从"))
  private static let commas = UnitSet(",")
  private static let ends = UnitSet(",。;)")
  private static let words = Mark.words("底前 底, 底。 前完成 前, 召开 举行 印发 出台 起施行 起实施 启动")
}
