import Foundation
import ReportModel

/// 换句话再说: one fact told again in another section and in another order of words, by a slip of the pen: 建成互助养老点48个 and
/// 现有42个互助养老点, 获得贷款28.7亿元 and 贷款2.87亿元, 腾退院落56处 and 腾退出来的65处院落. Reported with the same facts.
struct NamedAgainRule: RelationRule {
  let page: FigurePage

  /// A figure under one reading of its name.
  private struct Telling {
    var figure: Int
    var name: [UInt16]
    /// 服务 of 服务求职者3.6万人次: the same only where the words around are the same, too.
    var isLoose = false
    /// 惠企资金兑现 of 兑现惠企资金.
    var isTurned = false
    /// 口袋公园 of 28处口袋公园后期管护: not to be looked for by others.
    var isCut = false
  }

  func propose(_ book: inout RelationBook) {
    movedPoints(&book)
    thresholds(&book)
    grounds(&book)
    limits(&book)
    var told: [[UInt16]: [Telling]] = [:]
    for figure in page.draft.claims.indices where isTold(figure) {
      let readings = readings(figure)
      for reading in readings where !reading.isLoose {
        let alike = (told[key(reading)] ?? []).suffix(40).filter {
          isOne($0, reading) && !isOfThoseNew($0.figure, figure)
        }
        guard let first = alike.first, Set(alike.map { page.value($0.figure) }).count == 1,
          differ(first.figure, figure),
          areApart(first.figure, figure, onAnyDay: sharesContext(first.figure, figure)),
          isWhole(figure, against: first.figure)
        else { continue }
        book.compare(figure, withEarlier: [first.figure], on: page, severity: .warning)
        break
      }
      for reading in readings where !reading.isCut { told[key(reading), default: []].append(reading) }
    }
  }

  private func key(_ telling: Telling) -> [UInt16] {
    telling.name.suffix(2) + page.unit(telling.figure).utf16
  }

  private func readings(_ figure: Int) -> [Telling] {
    if let name = listed(figure) { return [Telling(figure: figure, name: name)] }
    let name = page.name(of: figure, told: reached(figure))
    guard name.count >= 2 else { return [] }
    var readings = [Telling(figure: figure, name: name)]
    // 兑现惠企资金 and 惠企资金兑现.
    if name.count >= 6 {
      readings.append(
        Telling(figure: figure, name: Array(name.dropFirst(2)) + Array(name.prefix(2)), isTurned: true))
    }
    if (4...6).contains(name.count) {
      readings.append(Telling(figure: figure, name: Array(name.prefix(2)), isLoose: true))
    }
    let noun = page.noun(behind: figure)
    if noun.count > 3 {
      for length in (3..<noun.count).reversed() where !FigurePage.goingOn.contains(noun[length]) {
        readings.append(
          Telling(figure: figure, name: name.dropLast(noun.count - length), isCut: true))
      }
    }
    return readings
  }

  /// 新建8座 … 全区9座: what was new this year is some of all there are.
  private func isOfThoseNew(_ first: Int, _ figure: Int) -> Bool {
    page.value(figure) > page.value(first) && page.words(page.lead(first)).containsAny(Self.news)
      && page.words(page.lead(figure)).containsAny(Self.stocks)
  }

  private static let news = ["新建", "新增", "新设", "新开", "新认定", "新培育", "新开通"]
  static let stocks = ["全区", "全县", "全市", "全旗", "全镇", "现有", "共有"]

  private func isTold(_ figure: Int) -> Bool {
    let claim = page.claim(figure)
    let lead = page.words(page.lead(figure))
    let isDefinite = lead.hasAnySuffix(Self.existing) || lead.hasAnySuffix(Self.using)
    let hasGrown = claim.period != .plan && reached(figure) != nil
    guard page.isAmount(figure), page.isExact(figure), claim.change == nil || isDefinite || hasGrown,
      page.value(figure) >= 2 || hasGrown, claim.period != .before, !isOver(figure), claim.period != .other,
      !page.unit(figure).isEmpty,
      claim.period != .plan || isDefinite
    else { return false }
    // 4项任务完成3项, 6项任务完成5项: each of those counted right before it.
    let isOfThose =
      claim.measure.isKnown && page.siblings(of: figure).contains(figure - 1)
      && page.sameUnit(figure - 1, figure)
      && page.tail(figure - 1).upperBound == page.range(figure).lowerBound
    if isOfThose { return false }
    // 有4次专项督察由县领导带队: some of them.
    if lead == "有", !page.tail(figure).isEmpty { return false }
    let words = page.before(figure).suffix(12)
    return !page.cues.has([.parts, .each, .average, .rest, .from], in: words)
      && (isDefinite || hasGrown || !page.cues.has(.to, in: words))
      && !lead.containsAny(Self.narrower) && !lead.hasSuffix("中")
      && !page.words(page.tail(figure)).containsAny(Self.undone)
  }

  /// A slip of the pen, or a moved point.
  private func differ(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (page.value(a), page.value(b))
    // 开通2条, 现有3条: of so few only the next number is a slip, and only where all there are is told.
    if min(x, y) <= 2, abs(x - y) != 1 || !page.words(page.lead(b)).hasAnySuffix(Self.existing) {
      return false
    }
    // 今年新建农村公路20万公里: so round a number is a goal.
    let (one, other) = (page.printed(a), page.printed(b))
    guard x != y, !(x >= 100 && one.digits.count < 2), !(y >= 100 && other.digits.count < 2) else {
      return false
    }
    if one.powersOff(other) != nil { return one.digits.count >= 2 }
    return page.quantity(a).precision == page.quantity(b).precision && one.isSlip(of: other, digits: 1)
  }

  /// 10个服务综合体完成验收 may be some of 12; 13个 cannot, nor can 现有10个.
  private func isWhole(_ figure: Int, against first: Int) -> Bool {
    let lead = page.words(page.lead(figure))
    let isBare = !page.lead(figure).contains { Mark.isHan(page.units[$0]) } || lead.hasAnySuffix(Self.using)
    guard isBare, listed(figure) == nil else { return true }
    // 总数达到38家 … 36家社区食堂中有29家: of all there are, as nothing else is said of them.
    if made(before: first) != nil, page.units[page.tail(figure)].contains(Mark.among),
      page.siblings(of: figure).contains(figure + 1)
    {
      return true
    }
    return page.value(figure) > page.value(first)
      && (reached(first) != nil || !page.words(page.lead(first)).containsAny(["新", "增"]))
      || page.words(page.tail(figure)).containsAny(["全部", "均", "都"])
  }

  /// 7月1日起: a day of the year reported on.
  func isInYear(_ claim: Claim) -> Bool {
    guard let time = claim.time.map({ page.draft.times[$0] }) else { return true }
    switch time.meaning {
    case .month: return true
    case .date(let date): return date.year == page.draft.reportYear(at: time.range.lowerBound)
    default: return false
    }
  }

  /// The year reported on, said or not, is no time of its own.
  func time(_ claim: Claim) -> TimeMention.Meaning? {
    guard let time = claim.time.map({ page.draft.times[$0] }) else { return nil }
    switch time.meaning {
    case .wholeYear, .thisYear, .now: return nil
    case .date(let date)
    where date.month == nil && date.year == page.draft.reportYear(at: time.range.lowerBound):
      return nil
    default: return time.meaning
    }
  }

  /// Whether two names may be of one thing: the same, or one with words before it that say nothing more.
  private func isOne(_ a: Telling, _ b: Telling) -> Bool {
    let most = min(a.name.count, b.name.count)
    var shared = 0
    while shared < most, a.name[a.name.count - 1 - shared] == b.name[b.name.count - 1 - shared] {
      shared += 1
    }
    guard shared >= 2, shared > 2 || page.paragraph(of: a.figure) != page.paragraph(of: b.figure) else {
      return false
    }
    guard !(a.isLoose && b.isTurned), !(a.isTurned && b.isTurned) else { return false }
    let (x, y) = (Array(a.name.dropLast(shared)), Array(b.name.dropLast(shared)))
    // 撬动贷款2.87亿元 and 获得贷款28.7亿元, both of 风险补偿资金池: no chance makes the same three digits.
    if isPlain(a.figure, b.figure) {
      if shared >= 4, x.isEmpty || y.isEmpty { return true }
      if sharesContext(a.figure, b.figure) { return true }
    }
    // 达成授信9.6亿元, 通过银企对接落实授信6.9亿元, both of 银企对接.
    if areSwapped(a.figure, b.figure), !a.isLoose, !b.isLoose, sharesContext(a.figure, b.figure),
      uncovered(x, in: page.sentence(of: b.figure).range) <= 4,
      uncovered(y, in: page.sentence(of: a.figure).range) <= 4
    {
      return true
    }
    // 农村互助幸福院累计27个, 全县26个互助幸福院: a kind of them cannot be more.
    if shared >= 3, y.isEmpty, isOfAllThere(b.figure, since: a.figure),
      page.value(b.figure) < page.value(a.figure)
    {
      return true
    }
    // 义务教育阶段组建教育集团9个 and 8个教育集团: all that were founded.
    if shared >= 4, !a.isLoose, y.isEmpty, Self.founding.contains(where: { x.suffix(2).elementsEqual($0) }) {
      return true
    }
    // 区委改革办开展专项督察6次 and 全年5次专项督察: those of the whole year.
    if shared >= 4, !a.isLoose, y.isEmpty, page.words(page.lead(b.figure)).containsAny(Self.years),
      Self.makings.contains(Array(x.suffix(2)))
    {
      return true
    }
    if shared >= 3, !a.isLoose,
      x.isEmpty && areOfOneReach(y, of: b.figure, in: a.figure)
        || y.isEmpty && areOfOneReach(x, of: a.figure, in: b.figure)
    {
      return true
    }
    guard isNothing(x, for: y, in: b.figure), isNothing(y, for: x, in: a.figure) else { return false }
    if shared >= 3, !a.isLoose, isNothing(x), isNothing(y) { return true }
    return shared >= 4 && !a.isLoose || sharesContext(a.figure, b.figure)
  }

  /// 学区制覆盖中小学27所 and 29所中小学全部纳入学区: what they were taken into stands in both sentences.
  private func areOfOneReach(_ words: [UInt16], of told: Int, in figure: Int) -> Bool {
    guard page.isThing(figure), page.value(figure) >= 10 else { return false }
    let rest: ArraySlice<UInt16>
    if let verb = Self.reaching.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      rest = words.dropLast(verb.count).suffix(8)
    } else if words.last == Mark.of, let verb = Self.reaching.first(where: { words.starts(with: $0) }) {
      // 纳入医共体的卫生院.
      rest = words.dropFirst(verb.count).dropLast()
    } else {
      return false
    }
    // 组建教育集团6个,覆盖中小学34所: by those that were counted before.
    if rest.isEmpty, Self.reaching.contains(words), page.siblings(of: told).contains(told - 1),
      page.before(told).count <= words.count + 12
    {
      return page.shares(page.lead(told - 1).suffix(4), with: page.sentence(of: figure).range, atLeast: 4)
    }
    let sentence = page.sentence(of: figure).range
    return zip(rest, rest.dropFirst()).contains { page.contains([$0, $1], in: sentence) }
  }

  private static let years = ["全年", "今年", "年内", "一年来"]
  private static let founding = Mark.words("组建 成立 组成")
  private static let reaching = Mark.words("覆盖 纳入 涉及 接入 联通 进驻 带动 惠及 涵盖 吸纳 辐射 加入 参加")

  /// Two digits of one number in the other order.
  private func areSwapped(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (page.printed(a), page.printed(b))
    return x.digits.count >= 2 && x.isSlip(of: y, digits: Int.max) && x.powersOff(y) == nil
      && page.quantity(a).precision == page.quantity(b).precision
  }

  func uncovered(_ words: [UInt16], in range: Range<Int>) -> Int {
    words.count { !page.has($0, in: range) }
  }

  /// Two digits swapped or the point moved, of three digits or more: hardly by chance.
  private func isPlain(_ a: Int, _ b: Int) -> Bool {
    page.printed(a).digits.count >= 3 && page.printed(a).isSlip(of: page.printed(b), digits: Int.max)
  }

  /// Words before the shared name that do not tell another thing: a verb of making, or words that stand in the other's sentence, too.
  private func isNothing(_ words: [UInt16], for other: [UInt16], in figure: Int) -> Bool {
    isNothing(words) || isNothing(other) && stands(words, in: page.sentence(of: figure).range)
  }

  private func isNothing(_ words: [UInt16]) -> Bool { words.isEmpty || Self.makings.contains(words) }

  /// Whether each character stands there beside one that it stands beside here: 盘活资产 in 盘活存量资产.
  func stands(_ words: [UInt16], in range: Range<Int>) -> Bool {
    let pairs = zip(words, words.dropFirst()).map { page.contains([$0, $1], in: range) }
    return words.count >= 2
      && words.indices.allSatisfy { ($0 > 0 && pairs[$0 - 1]) || ($0 < pairs.count && pairs[$0]) }
  }

  /// Four characters or more of the words before each in its sentence that are the same.
  func sharesContext(_ a: Int, _ b: Int, atLeast count: Int = 4) -> Bool {
    func words(_ figure: Int) -> Range<Int> {
      page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound
    }
    return page.shares(words(a).suffix(60), with: words(b).suffix(30), atLeast: count)
  }

  static let makings = Set(
    Mark.words(
      "举办 举行 召开 组织 编发 出台 印发 制定 制发 编制 建成 新建 新设 办成 建起 创办 开办 设立 建立 组建 打造 创建 布设 配备 培育 建设 建 新增 改建 形成 梳理 梳理形成 已建成 获得 落实 取得 达成 完成 归集 统筹 实现 开展 推出 开通 促成 落地 建成运行 建成投用 建成使用 建成启用 建成运营 建成开放 运行 已建成投用 已建成运行 市里开通 县里开通 区里开通 市里建成 县里建成 区里建成"
    ))
  static let existing = ["现有", "现有的", "已建成的", "建成的", "现已建成的", "用好", "依托", "发挥好", "已形成的", "已有", "巩固"]
  private static let using = ["推动", "提升", "支持", "围绕"]
  static let narrower = Mark.texts(
    "首批 首期 第一批 第二批 试点 单笔 最高 明年 去年 上年 历年 往年 以前 年来 以来 上半年 季度 全省 全国 全州 全盟 全市共 其余 再 拟 计划 未 尚 仍 还有 待 另有 每 人均 户均 省级 市级 国家级 比 较 力争 目标"
  )
  static let shares = ["我区占", "我县占", "我市占", "我旗占", "占全市", "占全省"]
  private static let undone = Mark.texts("没有 尚未 未")
}
