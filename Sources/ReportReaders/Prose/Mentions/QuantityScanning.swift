import Foundation
import ReportModel

/// Figures with their units and approximating words.
extension MentionScanner {
  /// A figure that begins at a place: with digits, a Chinese numeral, 数 or 几.
  mutating func quantity(at index: Int, quoted: Bool) -> Int? {
    let kind = numerals.kind(index)
    if kind == .trigger { return vague(at: index, quoted: quoted) }
    if kind == .digit {
      guard let numeral = numerals.arabic(at: index, end: end) else { return nil }
      return quantity(numeral, at: index, quoted: quoted)
    }
    return chineseQuantity(at: index, quoted: quoted)
  }

  private mutating func chineseQuantity(at index: Int, quoted: Bool) -> Int? {
    if let pair = adjacentPair(at: index, quoted: quoted) { return pair }
    let lead = before(index)
    let scaleLeads = numerals.value(index) > 10
    // 百余名 counts; 百姓 and 千家 do not.
    if scaleLeads, lead == nil,
      numerals.approximate(index + 1, end) == nil || unitRange(at: index + 2, .anyNumeral) == nil
    {
      return percentage(at: index, quoted: quoted)
    }
    guard let numeral = numerals.chinese(at: index, end: end, scaleMayLead: scaleLeads) else { return nil }
    if let fraction = fraction(numeral, at: index, quoted: quoted) { return fraction }
    if let word = UnitWords.notCounts.match(at: index, in: units, end: end), word.length > numeral.end - index
    {
      return index + word.length
    }
    // 二三级, 一二期: neighbours in a list of ranks.
    if index > start, self.kind(index - 1) == .chineseDigit { return numeral.end }
    if numeral.mantissa == 1, !countsOne(numeral, at: index) { return numeral.end }
    if numeral.integerDigits > 1, !numeral.hasScale { return numeral.end }
    return quantity(numeral, at: index, quoted: quoted)
  }

  /// 一 counts only behind its noun (停车场一处) or after 共, 仅, 第 …; elsewhere it is an article.
  private func countsOne(_ numeral: Numeral, at index: Int) -> Bool {
    guard let unit = UnitWords.table.match(at: numeral.end, in: units, end: end) else { return false }
    if unit.meaning != .any { return false }
    let after = numeral.end + unit.length
    let closes = kind(after) == .clauseMark || kind(after) == .sentenceEnd || kind(after) == .closer
    return closes && kind(index - 1) == .other && !Self.oneAsArticle.contains(units[index - 1])
      && UnitWords.beforeOne.match(before: index, in: units, start: start) == nil
      && Self.countedSingly.contains(units[numeral.end])
  }

  /// 三五个, 两三百户: neighbouring digits are a range.
  private mutating func adjacentPair(at index: Int, quoted: Bool) -> Int? {
    guard index + 2 < end, kind(index) == .chineseDigit, kind(index + 1) == .chineseDigit else { return nil }
    let low = numerals.value(index)
    let high = numerals.value(index + 1)
    guard low > 0, high == low + 1 || (low == 3 && high == 5),
      let scaled = numerals.chinese(at: index + 1, end: end, scaleMayLead: false),
      let unit = UnitWords.table.match(at: scaled.end, in: units, end: end), unit.meaning == .any
    else { return nil }
    let factor = scaled.mantissa / UInt64(high)
    let stop = scaled.end + unit.length
    add(
      index..<stop, index..<scaled.end,
      Quantity(
        Decimal(UInt64(low) * factor), upperBound: Decimal(scaled.mantissa), unit: string(scaled.end..<stop),
        approximation: .several, precision: scaled.precision), quoted)
    return stop
  }

  /// 数十个, 几百人, 十几个: an order of magnitude.
  private mutating func vague(at index: Int, quoted: Bool) -> Int? {
    guard units[index] == Self.shu || units[index] == Self.ji, kind(index + 1) == .chineseScale,
      let numeral = numerals.chinese(at: index + 1, end: end, scaleMayLead: true)
    else { return nil }
    var vague = numeral
    vague.approximation = .several
    return quantity(vague, at: index, quoted: quoted)
  }

  /// 三分之一, 百分之九十.
  private mutating func percentage(at index: Int, quoted: Bool) -> Int? {
    guard let word = Self.hundredths.match(at: index, in: units, end: end),
      let numeral = numeral(at: index + word.length)
    else { return nil }
    return finish(
      numeral, index..<numeral.end, unit: numeral.end..<numeral.end, name: word.meaning, quoted: quoted)
  }

  private mutating func fraction(_ below: Numeral, at index: Int, quoted: Bool) -> Int? {
    guard unit(below.end) == Self.fen, unit(below.end + 1) == Self.zhiOf,
      let above = numeral(at: below.end + 2),
      below.mantissa > 0
    else { return percentage(at: index, quoted: quoted) }
    // A share without its printed percentage: said, but no figure to add up.
    found.names.append(NameMention(range: index..<above.end, kind: .figures))
    return above.end
  }

  /// A figure whose numeral is read: range, unit and the words around it.
  private mutating func quantity(_ first: Numeral, at index: Int, quoted: Bool) -> Int? {
    if let range = range(from: first, at: index, quoted: quoted) { return range }
    return finish(first, index..<first.end, unit: nil, name: nil, quoted: quoted)
  }

  /// 3-5名, 85%—90%, 100-200万元, 2万至3万户.
  private mutating func range(from first: Numeral, at index: Int, quoted: Bool) -> Int? {
    var place = first.end
    let unitBefore = unitRange(at: place, first.writing)
    var mark = rangeMark(place)
    if mark == nil, let unit = unitBefore, let next = rangeMark(unit.upperBound) {
      mark = next
      place = unit.upperBound
    }
    guard let next = mark, let second = numeral(at: next), second.isChinese == first.isChinese else {
      return nil
    }
    let unit = unitRange(at: second.end, second.writing)
    var low = first
    if unitBefore == nil || place == first.end {
      if !first.hasScale, second.hasScale { low.exponent += second.exponent + (second.hasFraction ? 1 : 0) }
    } else if let unitBefore, let unit, string(unitBefore) != string(unit) {
      return nil
    }
    if second.hasFraction, !first.hasScale, second.hasScale {
      low.exponent = first.exponent + scale(of: second)
    }
    guard low.value < second.value, unit != nil || !first.isChinese else { return nil }
    return finish(second, index..<second.end, unit: unit, name: nil, lower: low, quoted: quoted)
  }

  private func scale(of numeral: Numeral) -> Int {
    var decimals = 0
    if numeral.hasFraction {
      var index = numeral.end - 1
      while index > start, !numerals.isDigit(index) { index -= 1 }
      while index > start, numerals.isDigit(index) {
        decimals += 1
        index -= 1
      }
    }
    return numeral.exponent + decimals
  }

  /// Puts a figure together. `unit` nil asks for the unit behind it.
  private mutating func finish(
    _ numeral: Numeral, _ span: Range<Int>, unit known: Range<Int>?, name: String?, lower: Numeral? = nil,
    quoted: Bool
  ) -> Int? {
    var approximation = numeral.approximation
    var stop = numeral.end
    var unitSpan = known
    if name == nil {
      if let word = numerals.approximate(stop, end), kind(stop + 1) != .chineseDigit {
        // 两多一少: a single digit takes 多 only with a unit behind it.
        if numeral.isChinese, numeral.mantissa < 10, unitRange(at: stop + 1, numeral.writing) == nil {
          return stop
        }
        approximation = word
        stop += 1
        if kind(stop) == .chineseScale { return nil }
      }
      if unitSpan == nil || stop > numeral.end { unitSpan = unitRange(at: stop, numeral.writing) }
      if isRank(numeral, stop) { return rank(numeral, span.lowerBound, stop) }
      if unitSpan == nil, !standsAlone(numeral, span.lowerBound, stop, approximation) { return numeral.end }
    }
    if numeral.isChinese, isPlanName(unitSpan) {
      found.names.append(NameMention(range: span.lowerBound..<(unitSpan?.upperBound ?? stop), kind: .figures))
      return unitSpan?.upperBound
    }
    let unit = unitSpan ?? stop..<stop
    stop = max(stop, unit.upperBound)
    var unitText = name ?? (unit.isEmpty ? "" : self.unitText(unit))
    if let parts = partOfUnit(at: stop, unitText) {
      unitText = parts.unit
      stop = parts.end
      approximation = approximation ?? parts.approximation
    }
    let numeralEnd = numeral.end
    if let word = UnitWords.after.match(at: stop, in: units, end: end) {
      stop += word.length
      approximation = approximation ?? word.meaning
    }
    var first = span.lowerBound
    if let word = before(first), !(word.meaning == .several && (!numeral.isChinese || numeral.mantissa < 10))
    {
      first -= word.length
      approximation = approximation ?? word.meaning
    }
    add(
      first..<stop, span.lowerBound..<numeralEnd,
      Quantity(
        lower?.value ?? numeral.value, upperBound: lower == nil ? nil : numeral.value, unit: unitText,
        approximation: approximation, precision: numeral.precision), quoted)
    return stop
  }

  private mutating func add(_ range: Range<Int>, _ numeral: Range<Int>, _ quantity: Quantity, _ quoted: Bool)
  {
    // In a short quotation a figure is part of a name: “五个一”, “1小时便民服务圈”.
    if quoted {
      found.names.append(NameMention(range: range, kind: .figures))
    } else {
      found.quantities.append(QuantityMention(range: range, numeral: numeral, quantity: quantity))
    }
  }

  /// The approximating word right before a figure.
  private func before(_ index: Int) -> (length: Int, meaning: Approximation)? {
    guard let word = UnitWords.before.match(before: index, in: units, start: floor) else { return nil }
    if let other = UnitWords.notApproximate.match(before: index, in: units, start: start),
      other.length > word.length
    {
      return nil
    }
    return word
  }

  /// 三年行动计划: the years belong to the plan's name.
  private func isPlanName(_ unit: Range<Int>?) -> Bool {
    guard let unit, unit.count == 1, units[unit.lowerBound] == Unit.year else { return false }
    return Self.planNames.first(in: unit.upperBound..<min(end, unit.upperBound + 6), of: units) != nil
  }

  /// The unit at a place, behind a numeral written in one way or another: not every unit goes with every one.
  private func unitRange(at index: Int, _ writing: Numeral.Writing) -> Range<Int>? {
    guard index < end else { return nil }
    switch units[index] {
    case Unit.percent, Self.perMille: return index..<index + 1
    default: break
    }
    guard let word = UnitWords.table.match(at: index, in: units, end: end) else { return nil }
    var stop = index + word.length
    switch word.meaning {
    case .rank: return nil
    case .noun: return index..<index
    case .arabicOnly: if writing == .smallChinese || writing == .largeChinese { return nil }
    case .largeChinese: if writing == .smallChinese { return nil }
    case .any, .rankIfChinese: break
    }
    if kind(stop - 1) == .latin, kind(stop) == .latin { return nil }
    if word.length == 1, let longer = Self.notUnits.match(at: index, in: units, end: end), longer.length > 1 {
      return longer.meaning ? index..<index : nil
    }
    if unit(stop) == Self.slash, let per = UnitWords.table.match(at: stop + 1, in: units, end: end) {
      stop += 1 + per.length
    } else if unit(stop) == Unit.openBracket, unit(stop + 2) == Unit.closeBracket,
      UnitWords.table.match(at: stop + 1, in: units, end: stop + 2) != nil
    {
      // 335个(次): either unit may be meant; the first is taken.
      return index..<stop
    }
    return index..<stop
  }

  /// 12.2个百分点 is in 百分点, 5个月 in 个月; all others as written.
  private func unitText(_ range: Range<Int>) -> String {
    let isPoints =
      range.count == 4 && units[range.lowerBound] == Self.ge && units[range.lowerBound + 1] == Self.bai
    return string(isPoints ? range.lowerBound + 1..<range.upperBound : range)
  }

  /// Behind a unit: 多 or 余 with the rest of the unit (5个多月), or 半.
  private func partOfUnit(at index: Int, _ unit: String) -> (
    unit: String, end: Int, approximation: Approximation?
  )? {
    guard let word = numerals.approximate(index, end), units[index] != Self.ji, !unit.isEmpty else {
      return nil
    }
    if unit == "个", let rest = Self.afterGe.match(at: index + 1, in: units, end: end) {
      return ("个" + string(index + 1..<index + 1 + rest.length), index + 1 + rest.length, word)
    }
    guard Self.mayTakeDuo.contains(unit),
      kind(index + 1) != .other || Self.afterDuo.contains(self.unit(index + 1))
    else {
      return nil
    }
    return (unit, index + 1, word)
  }

  private func isRank(_ numeral: Numeral, _ index: Int) -> Bool {
    guard let unit = UnitWords.table.match(at: index, in: units, end: end) else { return false }
    switch unit.meaning {
    case .rank: return true
    case .rankIfChinese:
      // 举办培训三期: counted behind what takes place in terms.
      let first = numeral.end - (numeral.isChinese ? numeral.integerDigits : 0)
      let isCounted =
        Self.termed.match(before: first, in: units, start: start) != nil
        && kind(index + unit.length) != .other
      return numeral.isChinese && numeral.mantissa < 30 && !isCounted
    default: return false
    }
  }

  private mutating func rank(_ numeral: Numeral, _ first: Int, _ index: Int) -> Int {
    let length = UnitWords.table.match(at: index, in: units, end: end)?.length ?? 0
    found.names.append(NameMention(range: first..<index + length, kind: .ordinal(numeral.small ?? 0)))
    return index + length
  }

  /// Whether a figure without a unit is a count at all.
  private func standsAlone(_ numeral: Numeral, _ first: Int, _ stop: Int, _ approximation: Approximation?)
    -> Bool
  {
    if numeral.isChinese {
      return numeral.hasScale && numeral.precision >= 4 && (approximation != nil || before(first) != nil)
    }
    if numeral.hasScale || numeral.hasFraction || approximation != nil { return true }
    if kind(stop) == .latin || unit(stop) == Unit.number || Self.ranked.contains(unit(first - 1)) {
      return false
    }
    if first > start, kind(first - 1) == .latin { return false }
    if kind(stop) == .other || kind(stop) == .trigger {
      return Self.beforeBare.match(before: first, in: units, start: start) != nil
        || numeral.integerDigits >= 3
    }
    return first > start && kind(first - 1) != .clauseMark || unit(first - 1) == Unit.colon
  }

  /// A few characters as a string; up to five Chinese ones need no memory of their own.
  func string(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 3) { bytes in
      var count = 0
      func add(_ value: UInt16) {
        bytes[count] = UInt8(truncatingIfNeeded: value)
        count += 1
      }
      for index in range {
        let unit = units[index]
        if unit < 0x80 {
          add(unit)
        } else if unit < 0x800 {
          add(0xC0 | unit >> 6)
          add(0x80 | unit & 0x3F)
        } else {
          add(0xE0 | unit >> 12)
          add(0x80 | unit >> 6 & 0x3F)
          add(0x80 | unit & 0x3F)
        }
      }
      return count
    }
  }

  private static let termed = WordTable<Bool>(set: "培训 培训班 通报 简报 专刊 讲座 沙龙 活动 班", backwards: true)
  private static let planNames = WordTable<Bool>(set: "计划 规划 行动 攻坚 方案 倍增")
  /// 前40, 第3: ranks.
  private static let ranked = Array("前第".utf16)
  private static var ge: UInt16 { Unit.of("个") }
  private static var bai: UInt16 { Unit.of("百") }
  private static var shu: UInt16 { Unit.of("数") }
  private static var ji: UInt16 { Unit.of("几") }
  private static var fen: UInt16 { Unit.of("分") }
  private static var zhiOf: UInt16 { Unit.of("之") }
  private static var slash: UInt16 { Unit.of("/") }
  private static var perMille: UInt16 { Unit.of("‰") }
  private static let hundredths = WordTable<String>([("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")])
  private static let oneAsArticle = Array("第统唯单专之进同每逐万任某这那另新初周归其独如划合齐为头又再的是有了在到".utf16)
  /// Units that a lone 一 behind a noun counts: 停车场一处.
  private static let countedSingly = Array("处座所个项条件家支台辆名套间幢栋宗笔起场次".utf16)
  private static let afterGe = WordTable<Bool>(set: "月 小时 星期 工作日 百分点 世纪 季度 学期")
  private static let mayTakeDuo: Set<String> = [
    "年", "天", "元", "亩", "公里", "平方米", "里", "小时", "岁", "倍", "周", "吨", "米",
  ]
  private static let afterDuo = Array("来的内间时".utf16)
  /// Words that begin like a unit: true where the figure then stands without one, false where it is no count.
  private static let notUnits = WordTable<Bool>([
    ("家长", true), ("人民", true), ("人大", true), ("人才", true), ("户籍", true), ("户外", true), ("大学", true),
    ("大型", true), ("名师", true), ("名校", true), ("类型", false), ("年级", false), ("次会议", false), ("度假", true),
    ("组织", true), ("部门", true), ("部队", true), ("部分", false), ("社区", false), ("项目", true), ("条例", true),
    ("种子", true),
    ("区域", true), ("区县", true), ("市县", true), ("国有", true), ("村居", true), ("场所", true), ("处室", true),
    ("所有", true),
    ("站点", true), ("分钟", false), ("分公司", true), ("分局", true), ("分中心", true), ("米其林", false), ("层级", false),
    ("层面", false), ("方面", false),
    ("代表", true), ("片区", true), ("组团", true), ("班子", true), ("队伍", true), ("车位", true), ("户型", true),
    ("院落", true), ("校区", true), ("校园", true), ("企业", true),
    ("网格", true), ("园区", true), ("店铺", true), ("馆藏", true), ("厂房", true), ("首席", true), ("首批", true),
    ("首位", true), ("章程", true), ("对口", true), ("节点", true), ("节约", true), ("台账", true), ("单位", true),
    ("位一体", false), ("维", false),
    ("块石", true), ("口径", true), ("面向", true), ("样本", true), ("股东", true), ("时代", false), ("时间", true),
    ("里程", true), ("里程碑", true), ("点位", true), ("环节", true), ("卡口", true), ("本级", true), ("门类", true),
    ("名录", true),
    ("类别", true), ("片断", true), ("首问", false), ("句话", false), ("盘活", true), ("集中", true), ("集体", true),
    ("集团", true), ("道路", true), ("道口", true), ("街道", true), ("轨道", true), ("师资", true), ("师傅", true),
    ("步行", false), ("步走", false),
  ])
  private static let beforeBare = WordTable<Bool>(
    set: "达 达到 为 共 共计 总计 合计 增加 减少 新增 净增 占 有 计 实现 了 涉及 惠及 覆盖 带动 吸引 服务 完成 建成 对全县 各", backwards: true)
}
