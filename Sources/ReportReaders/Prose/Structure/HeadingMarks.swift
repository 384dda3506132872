import ReportModel

/// A number in front of a heading or an item.
struct HeadingMark {
  var scheme: HeadingScheme
  var ordinal: Int?
  /// How many characters it takes, blanks behind it included.
  var length: Int
}

/// Recognises the numbers of headings and items.
struct HeadingMarks {
  let units: UnsafeBufferPointer<UInt16>
  let numerals: NumeralScanner

  /// The mark at the start of a paragraph.
  func mark(at index: Int, end: Int) -> HeadingMark? {
    guard index < end, let mark = rawMark(at: index, end: end) else { return nil }
    var length = mark.length
    while index + length < end, units[index + length] == Unit.space { length += 1 }
    return HeadingMark(
      scheme: mark.scheme, ordinal: mark.ordinal,
      length: length + standingLength(at: index + length, end: end))
  }

  /// 3.【延期】甲: a box behind the number that says how the item stands is part of its mark.
  private func standingLength(at start: Int, end: Int) -> Int {
    guard start < end, let kind = StandingMark.openers.firstIndex(of: units[start]),
      let close = (start..<end).prefix(12).first(where: { units[$0] == StandingMark.closers[kind] }),
      StandingMark.says(start..<close + 1, units) != nil
    else { return 0 }
    var stop = close + 1
    while stop < end, units[stop] == Unit.space { stop += 1 }
    return stop < end ? stop - start : 0
  }

  private func rawMark(at index: Int, end: Int) -> HeadingMark? {
    if let label = labelMark(at: index, end: end) { return label }
    if index + 1 < end, units[index + 1] == Unit.pause,
      let ordinal = Self.formal.firstIndex(of: units[index])
    {
      return HeadingMark(scheme: .part, ordinal: ordinal + 1, length: 2)
    }
    return switch numerals.kind(index) {
    case .chineseDigit, .chineseScale: chineseMark(at: index, end: end)
    case .digit: arabicMark(at: index, end: end)
    case .opener: units[index] == Unit.openBracket ? bracketMark(at: index, end: end) : nil
    case .trigger: triggerMark(at: index, end: end)
    default: inlineMark(at: index, end: end)
    }
  }

  /// 一、 or 一是.
  private func chineseMark(at index: Int, end: Int) -> HeadingMark? {
    guard let numeral = numerals.chinese(at: index, end: end, scaleMayLead: false),
      let ordinal = numeral.small,
      (1...99).contains(ordinal), numeral.end < end
    else { return nil }
    let length = numeral.end - index + 1
    switch units[numeral.end] {
    case Unit.pause, Unit.point:
      // 一、二期: the numbers of a list, not a heading; 一、一季度 is one.
      if let next = numerals.chinese(at: numeral.end + 1, end: end, scaleMayLead: false), next.end < end,
        Self.listed.contains(units[next.end]), next.small != ordinal,
        units[numeral.end + 1] != Self.two
      {
        return nil
      }
      return HeadingMark(scheme: .chineseComma, ordinal: ordinal, length: length)
    case Self.shi, Self.yao:
      guard ordinal <= 20 else { return nil }
      return HeadingMark(scheme: .yiShi, ordinal: ordinal, length: length)
    default:
      return nil
    }
  }

  /// 1. or 1、 or 1); 1.5亿元 is none.
  private func arabicMark(at index: Int, end: Int) -> HeadingMark? {
    var stop = index
    var ordinal = 0
    while stop < end, stop - index < 3, numerals.isDigit(stop) {
      ordinal = ordinal * 10 + numerals.value(stop)
      stop += 1
    }
    guard stop < end, stop - index <= 2, ordinal > 0 else { return nil }
    let next = stop + 1
    let scheme: HeadingScheme
    switch units[stop] {
    case Unit.point, Unit.pause: scheme = .arabicPoint
    case Unit.closeBracket: scheme = .arabicBracket
    default: return nil
    }
    guard next < end, numerals.kind(next) != .clauseMark else { return nil }
    // 1.5亿元 is no heading, 1.2022年… is.
    if numerals.isDigit(next) {
      guard next + 4 < end, units[next + 4] == Unit.year,
        (next..<next + 4).allSatisfy({ numerals.isDigit($0) })
      else { return nil }
    }
    return HeadingMark(scheme: scheme, ordinal: ordinal, length: next - index)
  }

  /// (一) or (1).
  private func bracketMark(at index: Int, end: Int) -> HeadingMark? {
    if let numeral = numerals.chinese(at: index + 1, end: end, scaleMayLead: false), index + 1 < end,
      let ordinal = numeral.small, numeral.end < end, units[numeral.end] == Unit.closeBracket,
      (1...99).contains(ordinal)
    {
      return HeadingMark(scheme: .chineseBracket, ordinal: ordinal, length: numeral.end - index + 1)
    }
    var stop = index + 1
    var ordinal = 0
    while stop < end, stop - index <= 2, numerals.isDigit(stop) {
      ordinal = ordinal * 10 + numerals.value(stop)
      stop += 1
    }
    guard stop > index + 1, stop < end, units[stop] == Unit.closeBracket, ordinal > 0 else { return nil }
    return HeadingMark(scheme: .arabicBracket, ordinal: ordinal, length: stop - index + 1)
  }

  /// 第一部分, 第一, or ①.
  private func triggerMark(at index: Int, end: Int) -> HeadingMark? {
    if (0x2460...0x2473).contains(units[index]) {
      return HeadingMark(scheme: .circled, ordinal: Int(units[index]) - 0x245F, length: 1)
    }
    guard units[index] == Unit.first, index + 1 < end else { return inlineMark(at: index, end: end) }
    let numeral =
      numerals.isDigit(index + 1)
      ? numerals.arabic(at: index + 1, end: end)
      : numerals.chinese(at: index + 1, end: end, scaleMayLead: false)
    guard let numeral, let ordinal = numeral.small, ordinal > 0, numeral.end < end else { return nil }
    if let part = Self.parts.match(at: numeral.end, in: units, end: end) {
      var length = numeral.end - index + part.length
      if index + length < end, numerals.kind(index + length) == .clauseMark { length += 1 }
      return HeadingMark(scheme: .part, ordinal: ordinal, length: length)
    }
    // 第一件,…: with what is counted.
    let counter = Self.counters.match(at: numeral.end, in: units, end: end)?.length ?? 0
    guard numeral.end + counter < end else { return nil }
    switch units[numeral.end + counter] {
    // 第7项 甲: an item of a ledger by its number.
    case Unit.space where counter > 0:
      return HeadingMark(scheme: .arabicPoint, ordinal: ordinal, length: numeral.end + counter - index + 1)
    case Unit.comma,
      Unit.pause where counter == 0, Unit.colon:
      return HeadingMark(scheme: .diYi, ordinal: ordinal, length: numeral.end + counter - index + 1)
    default:
      return nil
    }
  }

  /// 领域一:, 专班2、: a number behind what the parts of a report are called.
  private func labelMark(at index: Int, end: Int) -> HeadingMark? {
    guard let label = Self.labels.match(at: index, in: units, end: min(end, index + 5)) else { return nil }
    let first = index + label.length
    let numeral =
      first < end && numerals.isDigit(first)
      ? numerals.arabic(at: first, end: end) : numerals.chinese(at: first, end: end, scaleMayLead: false)
    guard let numeral, let ordinal = numeral.small, (1...150).contains(ordinal), numeral.end + 1 < end,
      [Unit.colon, Unit.pause, Unit.space].contains(units[numeral.end])
    else { return nil }
    return HeadingMark(scheme: .bare, ordinal: ordinal, length: numeral.end + 1 - index)
  }

  /// 首先, 其次, …
  private func inlineMark(at index: Int, end: Int) -> HeadingMark? {
    guard let word = Self.firstly.match(at: index, in: units, end: end), index + word.length < end,
      units[index + word.length] == Unit.comma
    else { return nil }
    return HeadingMark(scheme: .firstly, ordinal: word.meaning, length: word.length + 1)
  }

  /// The mark of an item inside running text, behind a comma, colon, semicolon or full stop.
  func itemMark(at index: Int, end: Int) -> HeadingMark? {
    guard index < end else { return nil }
    switch numerals.kind(index) {
    case .chineseDigit, .chineseScale, .trigger, .opener, .digit: break
    case .other: guard Self.firstlyStarts.contains(units[index]) else { return nil }
    default: return nil
    }
    guard let mark = mark(at: index, end: end) else { return nil }
    switch mark.scheme {
    case .yiShi, .diYi, .firstly, .circled: return mark
    case .arabicBracket where units[index] == Unit.openBracket: return mark
    case .arabicPoint
    where numerals.isDigit(index) && index > 0 && !numerals.isDigit(index + mark.length)
      && (numerals.kind(index - 1) == .sentenceEnd || units[index - 1] == Unit.semicolon
        || units[index - 1] == Unit.colon):
      return mark
    case .chineseBracket: return mark
    default: return nil
    }
  }

  /// The end of the first phrase: at the first full stop, or at a comma if that comes late.
  func phraseEnd(_ start: Int, _ end: Int) -> Int {
    var comma: Int?
    var index = start
    while index < end, index - start <= 60 {
      switch numerals.kind(index) {
      case .sentenceEnd: return index
      case .clauseMark where units[index] == Unit.semicolon || units[index] == Unit.colon: return index
      case .clauseMark where units[index] == Unit.comma:
        // 一是甲不够,二是乙不足: the next item begins.
        if let mark = itemMark(at: index + 1, end: end), mark.scheme == .yiShi { return index }
        comma = comma ?? index
      default: break
      }
      index += 1
    }
    return index >= end && end - start <= 40 ? end : comma ?? min(end, start + 40)
  }

  private static var shi: UInt16 { Unit.of("是") }
  private static var yao: UInt16 { Unit.of("要") }
  /// 一、两类事项: no list goes on with 两.
  private static let two = Unit.of("两")
  private static let listed = Array("、期级线楼季年号种类".utf16)
  private static let parts = WordTable<Bool>(set: "部分 章 篇 节 编 板块 篇章")
  /// 壹、贰、 stand over 一、.
  private static let formal = Array("壹贰叁肆伍陆柒捌玖拾".utf16)
  private static let counters = WordTable<Bool>(set: "件 条 点 项 个方面 方面")
  private static let labels = WordTable<Bool>(
    set: "卡片 任务卡 单元 模块 条线 篇章 主题 分项 领域 专班 改革专班 专项小组 专项组 小组 板块 版块 专题 任务组 工作组 改革专题 事项 任务 问题 计划 举措 措施 建议 方面")
  private static let firstlyStarts = Array("首其再".utf16)
  private static let firstly = WordTable<Int>([
    ("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("其一", 1), ("其二", 2), ("其三", 3), ("其四", 4),
  ])
}
