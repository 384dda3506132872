import ReportModel

/// 预计何时完成: the date of a clause that looks ahead, where an item is told as late.
extension DelayReading {
  /// The date of a clause that looks ahead: 预计2022年9月完成, 2022年秋季开学前完成.
  func outlook(in clause: Range<Int>) -> Range<Int>? {
    var start = clause.lowerBound
    while start < clause.upperBound,
      let lead = Self.outlookLeads.match(at: start, in: units, end: clause.upperBound)
    {
      start += lead.length
    }
    guard start < clause.upperBound,
      numerals.isDigit(start) || Self.laterYears.match(at: start, in: units, end: clause.upperBound) != nil
    else { return nil }
    let isLed = start > clause.lowerBound
    let own = date(at: start, end: clause.upperBound)
    // …,2022年6月: nothing but a date behind the reason.
    if !isLed, own.upperBound == clause.upperBound, own.count >= 5, saysWhen(own) { return own }
    guard own.count >= 4 || Self.laterYears.match(at: start, in: units, end: clause.upperBound) != nil else {
      return nil
    }
    let done = Self.finishing.first(in: own.upperBound..<clause.upperBound, of: units)
    // 年内难以建成: no outlook.
    if let done, (own.upperBound..<done.range.lowerBound).contains(where: { units[$0] == Unit.of("难") }) {
      return nil
    }
    guard let done, done.range.lowerBound - start <= 16 else { return isLed && own.count >= 4 ? own : nil }
    // Without a word that looks ahead, only a clause that ends there: 2022年9月前完成.
    guard isLed || done.range.upperBound == clause.upperBound else { return nil }
    return own.count >= 4 && done.range.lowerBound > own.upperBound + 8 ? own : start..<done.range.lowerBound
  }

  private static let outlookLeads = WordTable<Bool>(
    set: "预计 计划 计划于 拟 拟于 力争 力争于 确保 确保于 争取 争取于 争取在 将 将于 预计于 预计将于 可 可于 延期后 于 在 并 目标 调整后 拟在 计划在 确保在 力争在 现计划 现预计")
  private static let laterYears = WordTable<Bool>(set: "明年 次年 下年 下一年 来年 年底前 年底 年内")
  private static let finishing = WordTable<Bool>(
    set: "前完成 完成 前建成 建成 前办结 办结 前投用 投用 前落地 落地 前实施 实施 前启动 启动 重新招标 前印发 印发 前出台 出台 开工 投入使用 前")
}
