import ReportModel

/// Names and labels that hold figures but count nothing.
extension MentionScanner {
  /// 第二批, 第十四个五年规划, 第1号.
  mutating func ordinal(at index: Int) -> Int? {
    guard let numeral = numeral(at: index + 1), let number = numeral.small else { return nil }
    var stop = numeral.end
    if let time = quarter(number, from: index, end: stop) { return time }
    if let unit = UnitWords.table.match(at: stop, in: units, end: end) { stop += unit.length }
    if let plan = Self.afterOrdinal.match(at: stop, in: units, end: end) { stop += plan.length }
    found.names.append(NameMention(range: index..<stop, kind: .ordinal(number)))
    return stop
  }

  /// 附件1, 附件2-1; 附件3份 counts them.
  mutating func attachment(at index: Int) -> Int? {
    guard index + 1 < end, units[index] == Self.fu, units[index + 1] == Self.jian else { return nil }
    guard let numeral = numeral(at: index + 2), let number = numeral.small,
      UnitWords.table.match(at: numeral.end, in: units, end: end) == nil
    else { return nil }
    found.names.append(NameMention(range: index..<numeral.end, kind: .attachment(number)))
    return numeral.end
  }

  /// 〔2021〕5号, with the issuer's letters before it.
  mutating func documentNumber(at index: Int) -> Int? {
    let open = units[index]
    guard open == Unit.openYear || open == Unit.openSquare, index + 5 < end else { return nil }
    return documentNumber(open: index, close: open == Unit.openYear ? Unit.closeYear : Unit.closeSquare)
  }

  /// (2021)5号 after 字, 发, 办 …: seen at its year.
  mutating func documentYear(at index: Int) -> Int? {
    guard index > start, units[index - 1] == Unit.openBracket, index - 1 > start,
      Self.issuerEnds.contains(units[index - 2])
    else { return nil }
    return documentNumber(open: index - 1, close: Unit.closeBracket)
  }

  private mutating func documentNumber(open: Int, close: UInt16) -> Int? {
    guard open + 6 < end, let year = numerals.arabic(at: open + 1, end: end), year.end == open + 5,
      units[open + 5] == close, numerals.isDigit(open + 6) || units[open + 6] == Unit.first
    else { return nil }
    var stop = open + 6
    if units[stop] == Unit.first { stop += 1 }
    while stop < end, numerals.isDigit(stop) { stop += 1 }
    guard stop < end, units[stop] == Unit.number else { return nil }
    var first = open
    while first > floor, open - first < 10, kind(first - 1) == .other || kind(first - 1) == .trigger,
      Self.beforeNumbers.match(before: first, in: units, start: floor) == nil
    {
      first -= 1
    }
    found.names.append(NameMention(range: first..<stop + 1, kind: .documentNumber))
    return stop + 1
  }

  private static let beforeNumbers = WordTable<Bool>(
    set: "印发 下发 转发 发布 出台 颁布 根据 按照 依据 以 号 文件 文", backwards: true)

  /// 1+5+3, 7×24, 5.7.9, 0551-64492000, G347, 5G, 335工作法: a run of figures and signs that is a name.
  mutating func figureName(at index: Int) -> Int? {
    var first = index
    while first > floor, Self.isNameSign(units[first - 1], latin: true) { first -= 1 }
    if first > floor, units[first - 1] == Unit.point, first - 1 > floor, numerals.isDigit(first - 2) {
      first -= 2
    }
    var isName = first < index
    var stop = index
    var points = 0
    var signs = 0
    var digits = 0
    while stop < end {
      if numerals.isDigit(stop) {
        digits += 1
        stop += 1
      } else if units[stop] == Unit.point, stop + 1 < end, numerals.isDigit(stop + 1) {
        points += 1
        stop += 1
      } else if Self.isJoining(units[stop]), digits > 0, let next = joined(stop) {
        signs += 1
        stop = next
      } else {
        break
      }
    }
    if signs == 0, points < 2, !isName {
      if stop < end, kind(stop) == .latin, !isLatinUnit(stop) {
        isName = true
      } else if isLabel(index, stop, digits: digits, points: points) {
        isName = true
      }
    } else {
      isName = true
    }
    guard isName else { return nil }
    // A telephone number goes on behind its dash.
    let isTelephone = units[index] == Self.zero
    while stop < end,
      Self.isNameSign(units[stop], latin: true) || numerals.isDigit(stop)
        || (isTelephone && units[stop] == Unit.hyphen)
    {
      stop += 1
    }
    found.names.append(NameMention(range: first..<stop, kind: .figures))
    return stop
  }

  /// Behind a joining sign: a figure or a letter (1+N), with one blank allowed.
  private func joined(_ index: Int) -> Int? {
    var next = index + 1
    if next < end, units[next] == Unit.space { next += 1 }
    guard next < end, numerals.isDigit(next) || kind(next) == .latin else { return nil }
    return next + 1
  }

  /// A figure without a unit that stands as a label: 12345热线, 一个旧 code beginning with 0, 11 digits of a telephone.
  private func isLabel(_ first: Int, _ stop: Int, digits: Int, points: Int) -> Bool {
    guard points == 0 else { return false }
    if digits > 1, units[first] == Self.zero { return true }
    if digits >= 11 { return !(stop < end && kind(stop) == .chineseScale) && unitLength(at: stop) == 0 }
    if stop < end, units[stop] == Unit.hyphen, stop + 1 < end, numerals.isDigit(stop + 1),
      units[first] == Self.zero
    {
      return true
    }
    if Self.afterLabel.match(at: stop, in: units, end: end) != nil { return true }
    if Self.beforeLabel.match(before: first, in: units, start: start) != nil { return true }
    if Self.numbered.match(before: first, in: units, start: start) != nil,
      Self.afterNumber.contains(unit(stop))
    {
      return true
    }
    guard digits >= 3, stop < end, kind(stop) == .other else { return false }
    return unitLength(at: stop) == 0 && !approximates(stop)
      && Self.verbs.match(before: first, in: units, start: start) == nil
  }

  private func approximates(_ index: Int) -> Bool {
    numerals.approximate(index, end) != nil || UnitWords.after.match(at: index, in: units, end: end) != nil
      || Self.afterBare.contains(units[index])
  }

  private func unitLength(at index: Int) -> Int {
    if unit(index) == Unit.percent || unit(index) == Unit.of("‰") { return 1 }
    return UnitWords.table.match(at: index, in: units, end: end)?.length ?? 0
  }

  /// Whether the letters at a place are a unit of measurement.
  func isLatinUnit(_ index: Int) -> Bool {
    guard let unit = UnitWords.table.match(at: index, in: units, end: end) else { return false }
    return kind(index + unit.length) != .latin && kind(index + unit.length) != .digit
  }

  /// The numeral at a place, Arabic or Chinese.
  func numeral(at index: Int) -> Numeral? {
    guard index < end else { return nil }
    switch numerals.kind(index) {
    case .digit: return numerals.arabic(at: index, end: end)
    case .chineseDigit, .chineseScale: return numerals.chinese(at: index, end: end, scaleMayLead: false)
    default: return nil
    }
  }

  private static func isNameSign(_ unit: UInt16, latin: Bool) -> Bool {
    unit == plus || unit == times || unit == slash || (latin && isLatin(unit))
  }

  private static func isLatin(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit) || (0x2160...0x217F).contains(unit)
  }

  /// Signs that tie figures into a name. A dash between two figures is a range and read elsewhere.
  private static func isJoining(_ unit: UInt16) -> Bool {
    unit == plus || unit == times || unit == star || unit == slash || unit == Unit.colon
  }

  private static var plus: UInt16 { Unit.of("+") }
  private static var times: UInt16 { Unit.of("×") }
  private static var star: UInt16 { Unit.of("*") }
  private static var zero: UInt16 { Unit.of("0") }
  private static var fu: UInt16 { Unit.of("附") }
  private static var jian: UInt16 { Unit.of("件") }
  private static let issuerEnds = Array("字发办函政委组秘".utf16)
  private static let afterBare = Array("的,。;、为是".utf16)
  private static let afterOrdinal = WordTable<Bool>(set: "五年规划 五年 个五年规划 个五年")
  /// Nouns whose number stands behind them: 延期任务1:, 问题2.
  private static let numbered = WordTable<Bool>(
    set: "任务 事项 问题 项目 案例 附件 附表 表 图 方案 议题 专栏 第 课题 措施 编号 改革", backwards: true)
  private static let afterNumber = Array(":.、。(".utf16)
  private static let afterLabel = WordTable<Bool>(
    set: "热线 平台热线 专线 政务服务便民热线 政务热线 市民热线 工作法 计划引才 国道 省道 高速 工程大学 急救 强企业 强榜单 系列 版 型 公约 路公交 房间")
  private static let beforeLabel = WordTable<Bool>(
    set: "电话: 电话 热线 联系电话: 传真: 邮编: 邮编 编号: 编号 证号 代码 QQ群 QQ 微信 No. 索引号: 桩号 门牌 门牌号 尾号", backwards: true)
  /// Words before a figure that say it is counted even where no unit follows.
  private static let verbs = WordTable<Bool>(
    set: "达 达到 为 共 共计 总计 合计 约 近 超 超过 突破 增加 减少 新增 净增 至 到 占 有 计 完成 实现 了 各", backwards: true)
}
