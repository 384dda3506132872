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

  mutating func chineseQuantity(at index: Int, quoted: Bool) -> Int? {
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
  func countsOne(_ numeral: Numeral, at index: Int) -> Bool {
    guard let unit = UnitWords.table.match(at: numeral.end, in: units, end: end) else { return false }
    // 增长一成半, 占一成; not 一成不变.
    if unit.length == 1, units[numeral.end] == Self.tenth {
      let next = kind(numeral.end + 1)
      return tenthPart(at: numeral.end + 1, behind: numeral) != nil || next == .clauseMark
        || next == .sentenceEnd
    }
    if unit.meaning != .any { return false }
    let after = numeral.end + unit.length
    let closes = kind(after) == .clauseMark || kind(after) == .sentenceEnd || kind(after) == .closer
    return closes && kind(index - 1) == .other && !Self.oneAsArticle.contains(units[index - 1])
      && UnitWords.beforeOne.match(before: index, in: units, start: start) == nil
      && Self.countedSingly.contains(units[numeral.end])
  }

  /// 三五个, 两三百户: neighbouring digits are a range.
  mutating func adjacentPair(at index: Int, quoted: Bool) -> Int? {
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
  mutating func vague(at index: Int, quoted: Bool) -> Int? {
    guard units[index] == Self.shu || units[index] == Self.ji, kind(index + 1) == .chineseScale,
      let numeral = numerals.chinese(at: index + 1, end: end, scaleMayLead: true)
    else { return nil }
    var vague = numeral
    vague.approximation = .several
    return quantity(vague, at: index, quoted: quoted)
  }

  /// 三分之一, 百分之九十.
  mutating func percentage(at index: Int, quoted: Bool) -> Int? {
    guard let word = Self.hundredths.match(at: index, in: units, end: end),
      let numeral = numeral(at: index + word.length)
    else { return nil }
    return finish(
      numeral, index..<numeral.end, unit: numeral.end..<numeral.end, name: word.meaning, quoted: quoted)
  }

  mutating func fraction(_ below: Numeral, at index: Int, quoted: Bool) -> Int? {
    guard unit(below.end) == Self.fen, unit(below.end + 1) == Self.zhiOf,
      let above = numeral(at: below.end + 2),
      below.mantissa > 0
    else { return percentage(at: index, quoted: quoted) }
    // A share without its printed percentage: said, but no figure to add up.
    found.names.append(NameMention(range: index..<above.end, kind: .figures))
    return above.end
  }

  /// A figure whose numeral is read: range, unit and the words around it.
  mutating func quantity(_ first: Numeral, at index: Int, quoted: Bool) -> Int? {
    let unit = unitRange(at: first.end, first.writing)
    if let range = range(from: first, unit, at: index, quoted: quoted) { return range }
    return finish(first, index..<first.end, unit: unit, name: nil, quoted: quoted)
  }

  /// 3-5名, 85%—90%, 100-200万元, 2万至3万户.
  mutating func range(from first: Numeral, _ unitBefore: Range<Int>?, at index: Int, quoted: Bool) -> Int? {
    var place = first.end
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

  func scale(of numeral: Numeral) -> Int {
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
  mutating func finish(
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
    var unitText = name ?? (unit.isEmpty ? "" : string(unit))
    if let parts = partOfUnit(at: stop, unitText) {
      unitText = parts.unit
      stop = parts.end
      approximation = approximation ?? parts.approximation
    }
    let numeralEnd = numeral.end
    var (value, precision) = (numeral.value, numeral.precision)
    if unitText == "成", numeral.isChinese, let ones = tenthPart(at: stop, behind: numeral) {
      (value, precision) = (value + Decimal(ones) / 10, -1)
      stop += 1
    }
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
        lower?.value ?? value, upperBound: lower == nil ? nil : value, unit: unitText,
        approximation: approximation, precision: precision), quoted)
    return stop
  }

  mutating func add(_ range: Range<Int>, _ numeral: Range<Int>, _ quantity: Quantity, _ quoted: Bool) {
    // In a short quotation a figure is part of a name: “五个一”, “1小时便民服务圈”.
    if quoted {
      found.names.append(NameMention(range: range, kind: .figures))
    } else {
      found.quantities.append(QuantityMention(range: range, numeral: numeral, quantity: quantity))
    }
  }

  static let termed = WordTable<Bool>(set: "培训 培训班 通报 简报 专刊 讲座 沙龙 活动 班", backwards: true)
  static let planNames = WordTable<Bool>(set: "计划 规划 行动 攻坚 方案 倍增")
  /// 前40, 第3: ranks.
  static let ranked = Array("前第".utf16)
  static var occasion: UInt16 { Unit.of("次") }
  static var shu: UInt16 { Unit.of("数") }
  static var ji: UInt16 { Unit.of("几") }
  static var fen: UInt16 { Unit.of("分") }
  static var zhiOf: UInt16 { Unit.of("之") }
  static var slash: UInt16 { Unit.of("/") }
  static var perMille: UInt16 { Unit.of("‰") }
  static let hundredths = WordTable<String>([("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")])
  static let oneAsArticle = Array("第统唯单专之进同每逐万任某这那另新初周归其独如划合齐为头又再的是有了在到".utf16)
  /// Units that a lone 一 behind a noun counts: 停车场一处.
  static let countedSingly = Array("处座所个项条件家支台辆名套间幢栋宗笔起场次".utf16)
  static let afterGe = WordTable<Bool>(set: "月 小时 星期 工作日 百分点 世纪 季度 学期")
  static let mayTakeDuo: Set<String> = [
    "年", "天", "元", "亩", "公里", "平方米", "里", "小时", "岁", "倍", "周", "吨", "米", "成",
  ]
  static let afterDuo = Array("来的内间时".utf16)
  /// Words that begin like a unit: true where the figure then stands without one, false where it is no count.
  static let notUnits = WordTable<Bool>([
    ("家长", true), ("人民", true), ("人大", true), ("人才", true), ("户籍", true), ("户外", true), ("大学", true),
    ("大型", true), ("名师", true), ("名校", true), ("类型", false), ("年级", false), ("次会议", false), ("度假", true),
    ("组织", true), ("部门", true), ("部队", true), ("部件", false), ("部分", false), ("社区", false), ("项目", true),
    ("条例", true),
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
  static let beforeBare = WordTable<Bool>(
    set: "达 达到 为 共 共计 总计 合计 增加 减少 新增 净增 占 有 计 实现 了 涉及 惠及 覆盖 带动 吸引 服务 完成 建成 对全县 各", backwards: true)
}
