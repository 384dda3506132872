import Foundation
import ReportModel

/// 指标名: what a figure measures, in few enough characters to be found again in another report.
///
/// 新登记市场主体3500户,累计达到2.4万户 gives 市场主体 twice: newly counted, and as a running total. Fillers and the plain verbs of
/// doing are left out; a figure without a noun of its own takes that of the figure before it.
struct MeasureName: Sendable {
  /// What is counted.
  enum Kind: Sendable {
    /// Of this year, or as it stands.
    case plain
    /// Those that came in this year.
    case new
    /// A running total.
    case total
  }

  var figure: Int
  /// 汉字 only.
  var core: [UInt16]
  var kind: Kind
  /// Whether the figure is told of the year before.
  var isPast = false
  /// What the ledger would count it as: a count of tasks is none of those done.
  var role: UInt8 = 0
  /// Which characters the noun has, in 64 bits: most nouns are told apart by them.
  fileprivate(set) var letters: UInt64 = 0
  /// The noun behind that of the clause before it: 深化“一业一证”改革,实施行业42个.
  fileprivate var wide: [UInt16] = []

  /// Whether one noun is the other, or the other with characters put in: 人大建议 and 人大代表建议.
  func names(_ other: MeasureName) -> Bool {
    guard role == other.role else { return false }
    // 一业一证改革实施行业27个.
    if core.count >= 4, other.core.count > core.count, other.core.suffix(core.count).elementsEqual(core),
      Self.holds(wide, other.core)
    {
      return true
    }
    if letters == other.letters {
      if core == other.core { return core.count > 1 }
      // 培养法律明白人, 法律明白人培养.
      if core.count == other.core.count, core.count >= 4, core.sorted() == other.core.sorted() { return true }
    }
    let (short, long) = core.count < other.core.count ? (core, other.core) : (other.core, core)
    // 办社会职能累计移交机构59个, 累计移交机构57个: of running totals the end of the name is enough.
    let isEnd = kind == .total && other.kind == .total && long.suffix(short.count).elementsEqual(short)
    guard short.count >= 4, long.count <= short.count * 2 || isEnd,
      letters & other.letters == (core.count < other.core.count ? letters : other.letters)
    else { return false }
    return Self.holds(long, short)
  }

  /// Whether one noun has the characters of another in their order.
  private static func holds(_ long: [UInt16], _ short: [UInt16]) -> Bool {
    var place = 0
    for unit in long where place < short.count && short[place] == unit { place += 1 }
    return place == short.count
  }
}

/// 指标表: the figures of a report by what they measure, for finding the same measure in another report.
struct MeasureTable: Sendable {
  private(set) var names: [MeasureName] = []
  private var byUnit: [UInt64: [Candidate]] = [:]
  /// By unit and noun, for texts with so many figures that nouns are only compared whole.
  private var byCore: [UInt64: [[UInt16]: [Int]]] = [:]
  private var byFigure: [Int: Int] = [:]

  /// A noun by its place in `names`, with what tells most others from it.
  private struct Candidate {
    var letters: UInt64
    var place: Int
    var kind: MeasureName.Kind

    /// Whether one noun may be the other, or hold all of its characters.
    func mayName(_ others: UInt64) -> Bool {
      let shared = letters & others
      return shared == letters || shared == others
    }
  }

  private let values: [Decimal]
  private var valueKeys: Set<Int> = []

  init() { values = [] }

  /// The figures of what was done or, as goals, of what is planned.
  init(_ page: FigurePage, goals: Bool = false) {
    values = page.draft.quantities.map(\.quantity.value)
    var before: MeasureName?
    // The noun of the change that leads to the next figure.
    var led: [UInt16]?
    var sentence = -1
    for figure in page.draft.quantities.indices {
      let claim = page.claim(figure)
      if claim.sentence != sentence { (before, sentence) = (nil, claim.sentence) }
      guard claim.change == nil, !page.isPoints(figure), (claim.period == .plan) == goals else {
        if LastYearFiguresCheck.state(reachedBy: figure, page) != nil {
          led = LastYearFiguresCheck.named(before: figure, page).map { Self.bare($0, page) }
        }
        continue
      }
      defer { led = nil }
      var name = MeasureName(figure: figure, core: Self.core(figure, page), kind: Self.kind(figure, page))
      // 清单由原来的51项压缩到44项: what is reached is of what it began from; that is told in the clause before.
      if let before, before.figure == figure - 1, page.leads(figure - 1, to: figure) {
        name.core = before.core
      } else if name.core.isEmpty, let clause = Self.clause(before: figure, page) {
        name.core = Self.bare(page.named(in: clause) ?? clause, page)
      }
      // 盘活低效用地380亩,加上以往盘活的1460亩: the verb alone stands for what was counted before.
      if let noun = before, name.core.count == 2, noun.core.count > 2, page.sameUnit(noun.figure, figure),
        noun.core.starts(with: name.core)
      {
        name.core = noun.core
      }
      // 乡镇办件34.2万件,占37.5%; 经营性收入7920万元,村均60万元: a share or an average of what was counted right before.
      if let noun = before, noun.figure == figure - 1, noun.core.count >= 2,
        Self.isOfOther(name.core, figure, page)
      {
        name.core = noun.core + name.core
      }
      // 成交390宗、1.17亿元: one thing told in two units.
      if let noun = before, name.core.isEmpty, noun.figure == figure - 1, page.isAmount(figure),
        page.tail(noun.figure).isEmpty, page.words(page.before(figure)) == "、"
      {
        name.core = noun.core
      }
      // 累计改造35个 is of what was counted just before; so is a figure without any noun.
      if name.core.count < (name.kind == .total ? 3 : 2) {
        if let led, led.count >= 2 {
          // 满意度提高1.8个百分点,达到93.7%.
          name.core = led
        } else if let noun = before, !page.isPercent(figure), page.sameUnit(noun.figure, figure) {
          name.core = noun.core
        } else if name.core.count < 2 {
          continue
        }
      }
      before = name
      guard page.isExact(figure) || goals else { continue }
      name.isPast = claim.period == .before
      name.role = Self.role(claim.measure)
      byFigure[figure] = names.count
      name.letters = name.core.reduce(0) { $0 | 1 << UInt64($1 & 63) }
      if let clause = Self.clause(before: figure, page) { name.wide = Self.bare(clause, page) + name.core }
      // 由1.8次减少到0.6次: the state is the second.
      if !name.isPast, !page.leads(figure, to: figure + 1) {
        byUnit[page.unitKey(figure), default: []].append(
          Candidate(letters: name.letters, place: names.count, kind: name.kind))
        valueKeys.insert(values[figure].hashValue)
        byCore[page.unitKey(figure), default: [:]][name.core, default: []].append(names.count)
      }
      names.append(name)
    }
  }

  /// What a figure of this report measures; nil where its words do not say.
  func name(of figure: Int) -> MeasureName? { byFigure[figure].map { names[$0] } }

  /// The figure of the same measure and unit (`unitKey`) in this report. Nil where none is, or several of different values are.
  func base(of name: MeasureName, unit: UInt64, kinds: [MeasureName.Kind]) -> (figure: Int, value: Decimal)? {
    var found: (figure: Int, value: Decimal, rank: Int)?
    var isOnly = true
    var candidates = byUnit[unit] ?? []
    if candidates.count > Self.many {
      candidates = (byCore[unit]?[name.core] ?? []).map {
        Candidate(letters: name.letters, place: $0, kind: names[$0].kind)
      }
    }
    let wide = name.wide.reduce(name.letters) { $0 | 1 << UInt64($1 & 63) }
    for candidate in candidates
    where candidate.mayName(name.letters) || candidate.letters & wide == candidate.letters {
      guard kinds.contains(candidate.kind) else { continue }
      let other = names[candidate.place]
      guard name.names(other) else { continue }
      // 新增企业36家 beside 全区企业284家: of one name, the one that is counted alike.
      let isExact = name.letters == other.letters && name.core == other.core
      let rank = (isExact ? 2 : 0) + (isExact && name.kind == other.kind ? 1 : 0)
      let value = values[other.figure]
      if let before = found, before.rank >= rank {
        if before.rank == rank, before.value != value { isOnly = false }
        continue
      }
      (found, isOnly) = ((other.figure, value, rank), true)
    }
    return isOnly ? found.map { ($0.figure, $0.value) } : nil
  }

  /// Whether a measure of this report may have a value (`FigurePage.valueKey`).
  func mayHold(valueKey: Int) -> Bool { valueKeys.contains(valueKey) }

  /// The figures in a unit, but where there are too many to hold each against another.
  func figures(unit: UInt64, atMost limit: Int) -> [MeasureName] {
    guard let found = byUnit[unit], found.count <= limit else { return [] }
    return found.map { names[$0.place] }
  }

  /// With more figures of one unit than this, comparing each with each would take longer than all else.
  private static let many = 512

  /// The noun of a figure: the 汉字 of its own item, before and behind it, without fillers.
  static func core(_ figure: Int, _ page: FigurePage) -> [UInt16] {
    let (lead, tail) = (page.lead(figure), page.tail(figure))
    // 几年来累计改造86个, “十四五”以来累计治理11.4万亩: since when is no part of the noun.
    let since = lead.dropFirst().last {
      page.units[$0] == Self.onward && Self.sinces.contains(page.units[$0 - 1])
    }
    return bare((since.map { $0 + 1 } ?? lead.lowerBound)..<lead.upperBound, page)
      + (tail.count <= 12 ? bare(tail, page) : [])
  }

  /// 占, 村均, 户均: a name that says nothing without what it is of.
  private static func isOfOther(_ core: [UInt16], _ figure: Int, _ page: FigurePage) -> Bool {
    if page.isPercent(figure) { return core.first == share && (core.count == 1 || core == [share, ratio]) }
    return core.count == 2 && core[1] == average
  }

  private static let onward: UInt16 = 0x6765  // 来
  private static let sinces = UnitSet("以年")
  private static let (share, ratio, average): (UInt16, UInt16, UInt16) = (0x5360, 0x6BD4, 0x5747)

  /// The clause before that of a figure, in its sentence, where it holds no figure.
  private static func clause(before figure: Int, _ page: FigurePage) -> Range<Int>? {
    let before = page.before(figure)
    guard let end = before.last(where: { page.units[$0] == Mark.comma }) else { return nil }
    let start =
      before.prefix { $0 < end }.last { Mark.isListMark(page.units[$0]) }.map { $0 + 1 } ?? before.lowerBound
    return (4...24).contains(end - start) && page.units[start..<end].allSatisfy { !Mark.isDigit($0) }
      ? start..<end : nil
  }

  private static let grades = UnitSet("类级档")

  private static func bare(_ range: Range<Int>, _ page: FigurePage) -> [UInt16] {
    var core: [UInt16] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let filler = fillers.longest(at: index, in: page.units)
      if filler > 0, index + filler <= range.upperBound {
        index += filler
        continue
      }
      // 2025年新增学位: a date is no part of the noun.
      let isDate =
        index > 0 && Mark.isDigit(page.units[index - 1]) && dates.contains(page.units[index])
        || index > 1 && Mark.isDigit(page.units[index - 2]) && dates.contains(page.units[index - 1])
          && yearParts.contains(page.units[index])
      // D类企业: the letter parts it from A类企业.
      let isGrade =
        (0x41...0x5A).contains(page.units[index]) && index + 1 < range.upperBound
        && grades.contains(page.units[index + 1])
      if Mark.isHan(page.units[index]) && !isDate || isGrade { core.append(page.units[index]) }
      index += 1
    }
    while let last = core.last, core.count > 2, particles.contains(last) { core.removeLast() }
    while let first = core.first, core.count > 2, openings.contains(first) { core.removeFirst() }
    return core.count == 1 && (particles.contains(core[0]) || openings.contains(core[0])) ? [] : core
  }

  private static func role(_ measure: Measure) -> UInt8 {
    switch measure {
    case .completed: 1
    case .delayed: 2
    default: 0
    }
  }

  private static func kind(_ figure: Int, _ page: FigurePage) -> MeasureName.Kind {
    let lead = page.lead(figure)
    if totals.stands(in: lead, of: page.units) { return .total }
    return additions.stands(in: lead, of: page.units) ? .new : .plain
  }

  private static let fillers = PhraseTable(
    """
    全区 全县 全市 全镇 全域 全年 今年 本年 年内 其中 目前 截至 截止 累计 总计 合计 共计 一共 总数 总量 总规模 总户数 已经 达到 已达 共有 现有 实有 拥有 当年 以往 此前 历年 往年 加上 \
    新增 新建 新登记 新培育 新认定 净增 上线 推出 建成 完成 计划 预计 力争 确保 不少于 不低于 实现 开展 组织 办理 承办 处理 提供 提升至 提升到 提高到 提高至 增加到 增加至 增长到 增长至 增至 \
    下降到 下降至 降低到 降至 降到 压缩到 压缩至 左右 以上 原来的 原有的 原先的 由上年的 由去年的 上年的 去年的 上年同期的 去年同期的 上一年的 由上一年的 上年末 上年底 去年末 去年底 上一年 期末 年末 上年 去年 参与 一年来 一年间 先后 陆续 常态化 深入 集中 主动 定期 大力 继续 不断 日益 逐步 稳步 壮大 扩充 扩容 保持在 稳定在 维持在 首次 突破 划分 配备 配置 设置 布设 设有 建有 选聘 有效 同时 并且 以及 积极 扎实 持续 进一步 较上年同期 比上年同期 较上年 比上年 较去年 比去年 有所提升 稳步提升 明显提升 有所提高 稳步提高 明显提高
    """.split { $0 == " " || $0 == "\n" }.map(String.init) + CueTable.words(of: .to))
  private static let totals = PhraseTable(
    Mark.texts(
      "累计 总数 总量 总规模 总户数 共有 现有 实有 拥有 保有量 存量 总资产 资产总额 总里程 总面积 总人数"))
  private static let additions = PhraseTable(["新增", "新建", "新登记", "新培育", "新认定", "新设", "净增", "新改建"])
  private static let dates = UnitSet("年月日")
  private static let yearParts = UnitSet("底末初")
  private static let particles = Set(Mark.word("共为达有约超近的了至到各均已等是由从比较"))
  private static let openings = Set(Mark.word("共有各均已并还对从由把将在其新"))
}

extension FigurePage {
  /// The one name in “” of a clause: 推行“一件事”集成办理.
  fileprivate func named(in clause: Range<Int>) -> Range<Int>? {
    guard let open = clause.first(where: { units[$0] == 0x201C }),
      let close = clause.first(where: { $0 > open && units[$0] == 0x201D }),
      !clause.contains(where: { $0 > close && units[$0] == 0x201C })
    else { return nil }
    return close - open > 2 ? open + 1..<close : nil
  }

  /// Whether a change starts from one figure and ends at the next: 由36家增加到48家.
  func leads(_ figure: Int, to next: Int) -> Bool {
    guard next < siblings(of: figure).upperBound, sameUnit(figure, next), cues.has(.to, in: lead(next)) else {
      return false
    }
    let before = units[lead(figure)]
    return before.contains(Mark.from) || before.contains(Mark.since) || cues.has(.from, in: lead(figure))
  }
}

extension PhraseTable {
  /// Whether one of the phrases stands whole in a stretch.
  fileprivate func stands(in range: Range<Int>, of units: [UInt16]) -> Bool {
    range.contains { index in
      let length = longest(at: index, in: units)
      return length > 0 && index + length <= range.upperBound
    }
  }
}
