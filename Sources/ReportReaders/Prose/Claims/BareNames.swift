import ReportModel

/// The names of delayed items without what lists put around them.
extension DelayReading {
  /// 05 甲【经济体制改革】, 甲(牵头单位:乙), 甲原定10月完成, “甲”延期至2025年: the name without its number and what is said of it.
  func bare(_ whole: Range<Int>) -> Range<Int> {
    var name = whole
    if let blank = name.prefix(4).first(where: { units[$0] == Unit.space }), blank > name.lowerBound,
      (name.lowerBound..<blank).allSatisfy({ numerals.isDigit($0) })
    {
      name = blank + 1..<name.upperBound
    }
    if let open = name.dropFirst(4).first(where: { units[$0] == Unit.of("【") }) {
      name = name.lowerBound..<open
    }
    if units[name].first == Unit.openQuote,
      let close = name.first(where: { units[$0] == Unit.closeQuote }), close > name.lowerBound + 4,
      postponement(in: close..<name.upperBound) != nil
    {
      name = name.lowerBound + 1..<close
    }
    name = name.lowerBound..<min(name.upperBound, UnitLabels.cut(name, of: units))
    // 甲(便民服务改革): its field.
    if name.count > 8, units[name.upperBound - 1] == Unit.closeBracket,
      let open = name.last(where: { units[$0] == Unit.openBracket }), open > name.lowerBound + 3,
      Self.fieldNames.match(before: name.upperBound - 1, in: units, start: open) != nil
        // 甲(第5项): its number in the ledger.
        || units[open + 1] == Unit.first && numerals.isDigit(open + 2)
    {
      name = name.lowerBound..<open
    }
    if let planned = Self.planned.first(in: name.dropFirst(4), of: units)?.range,
      planned.upperBound < name.upperBound,
      numerals.isDigit(planned.upperBound)
        || Self.byYearEnd.match(at: planned.upperBound, in: units, end: name.upperBound) != nil
    {
      name = name.lowerBound..<planned.lowerBound
    }
    return name.count >= 4 ? name : whole
  }

  /// 甲(投资贸易便利化), where a part of the report has that name.
  func fieldless(_ name: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard name.count > 8, units[name.upperBound - 1] == Unit.closeBracket,
      let open = name.last(where: { units[$0] == Unit.openBracket }), open > name.lowerBound + 3
    else { return name }
    let label = units[open + 1..<name.upperBound - 1]
    let isField = draft.sections.contains {
      $0.role == .domain && label.count > 1 && units[$0.heading.prefix(label.count)].elementsEqual(label)
    }
    return isField ? name.lowerBound..<open : name
  }

  private static let fieldNames = WordTable<Bool>(set: "改革 领域 方面 小组 条线 体制 板块", backwards: true)
  private static let planned = WordTable<Bool>(set: "原定 原定于 原计划 原计划于 计划于 应于 本应于")
  private static let byYearEnd = WordTable<Bool>(set: "年底 年内 今年 上半年 下半年 第")

  /// 2项任务, 两项改革事项: a number and what it counts.
  func isCount(_ name: Range<Int>) -> Bool {
    var rest = name
    // 以下2项: what is to follow; 今年延期任务2项: what heads it.
    while let lead = Self.pointing.match(at: rest.lowerBound, in: units, end: rest.upperBound)
      ?? Self.headings.match(at: rest.lowerBound, in: units, end: rest.upperBound),
      lead.length < rest.count
    {
      rest = rest.dropFirst(lead.length)
    }
    let start = rest.lowerBound
    while let first = rest.first, numerals.isDigit(first) || numerals.kind(first) == .chineseDigit {
      rest = rest.dropFirst()
    }
    return rest.lowerBound > start
      && Self.counted.match(at: rest.lowerBound, in: units, end: rest.upperBound)?.length == rest.count
  }

  private static let pointing = WordTable<Bool>(set: "以下 下列 上述 以上 如下 其余 另有 还有 这 共有 有")
}
