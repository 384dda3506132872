import Foundation
import ReportModel

/// 另一处再说: figures told again that something besides their name makes one: the same digits with the point moved, the same threshold,
/// or the words 在…的基础上 that point back.
extension NamedAgainRule {
  // MARK: 森林面积48.6万公顷 … 依托4.86万公顷森林

  /// The same digits in another order of magnitude, of things named by the same characters.
  func movedPoints(_ book: inout RelationBook) {
    var told: [[UInt8]: [Int]] = [:]
    for figure in page.draft.claims.indices where mayBeTold(figure) {
      let key = Reckoning.plainDigits(page.value(figure))
      guard key.count >= 2 else { continue }
      if let other = told[key, default: []].suffix(20).first(where: {
        areAlike($0, figure) && page.value($0) != page.value(figure) && areApart($0, figure, onAnyDay: true)
          && pace($0) == pace(figure) && areOfOne($0, figure, digits: key.count)
      }) {
        book.compare(
          figure, withEarlier: [other], on: page, message: "同一个数前后的小数点或“万”“亿”不一致", severity: .warning)
      }
      told[key, default: []].append(figure)
    }
  }

  private func mayBeTold(_ figure: Int) -> Bool {
    let claim = page.claim(figure)
    let (lead, before) = (page.words(page.lead(figure)), page.before(figure).suffix(12))
    return page.isAmount(figure) && page.isExact(figure) && claim.change == nil
      && (!page.unit(figure).isEmpty || page.value(figure) >= 1000)
      && claim.period != .before && claim.period != .other && page.value(figure) > 1
      && (claim.period != .plan || lead.hasAnySuffix(Self.having) || lead.hasAnyPrefix(Self.having))
      && !page.cues.has([.parts, .rest, .from], in: before)
      && !lead.containsAny(Self.ofOthers) && pace(figure) != nil
  }

  /// 86万参保职工 are counted like 8.6万人.
  private func areAlike(_ a: Int, _ b: Int) -> Bool {
    page.sameUnit(a, b)
      || page.unit(a).isEmpty != page.unit(b).isEmpty && (page.isPerson(a) || page.isPerson(b))
  }

  /// 0 for what is told of the whole, 1 for each day, 2 month, 3 year; nil for what is told of each thing.
  private func pace(_ figure: Int) -> Int? {
    let words = page.words(page.before(figure).suffix(12))
    if let place = Self.paces.firstIndex(where: words.containsAny) { return place + 1 }
    return page.cues.has([.each, .average], in: page.before(figure).suffix(12)) ? nil : 0
  }

  private func areOfOne(_ a: Int, _ b: Int, digits: Int) -> Bool {
    let (x, y) = (bareName(a), bareName(b))
    let least = digits > 2 ? 2 : 4
    guard x.count >= least, y.count >= least,
      !Self.flags.contains(where: {
        FoldedWords(units: x[...]).contains($0) != FoldedWords(units: y[...]).contains($0)
      })
    else { return false }
    // 风险分担机制运行平稳,向企业放款2640万元 … 风险分担仅放款2.64亿元: one verb of one thing.
    if digits > 2, x.suffix(2) == y.suffix(2), sharesContext(a, b) { return true }
    // 增信资金池…获得贷款36亿元 … 增信资金池…撬动银行贷款3.6亿元: of one thing that both sentences name at length.
    if x.suffix(2) == y.suffix(2), page.unitKey(a) == FigurePage.yuan, sharesContext(a, b, atLeast: 5) {
      return true
    }
    guard
      x.count(where: { !y.contains($0) }) <= 2, y.count(where: { !x.contains($0) }) <= 2
    else { return false }
    // 盘活闲置厂房 and 盘活厂房.
    if min(x.count, y.count) >= 4, x.prefix(2) == y.prefix(2), x.suffix(2) == y.suffix(2) { return true }
    return (0...x.count - least).contains { start in
      let run = Array(x[start..<start + least])
      return (0...y.count - least).contains { y[$0..<$0 + least].elementsEqual(run) }
        && !Self.common.contains(run)
    }
  }

  /// A figure's name without words of measure, of pace and of making.
  private func bareName(_ figure: Int) -> [UInt16] {
    var name = page.name(of: figure)
    // 盘活厂房31处、面积6.2万平方米: the area of what was counted before it.
    if Self.areas.contains(name), page.siblings(of: figure).contains(figure - 1),
      page.before(figure).count <= 6
    {
      name = page.name(of: figure - 1)
    }
    for word in Self.said {
      while let place = name.indices.dropLast(word.count - 1).first(where: { name[$0...].starts(with: word) })
      {
        name.removeSubrange(place..<place + word.count)
      }
    }
    return name
  }

  // MARK: 年收入过10万元的村增加到86个 … 86个村集体年收入突破10万元

  /// How many are above one and the same mark, told twice.
  func thresholds(_ book: inout RelationBook) {
    var told: [(mark: Int, figure: Int)] = []
    for mark in page.draft.claims.indices
    where page.isAmount(mark)
      && (page.quantity(mark).approximation?.isAbove == true
        || page.words(page.lead(mark)).hasAnySuffix(Self.passing))
    {
      let clause = clause(around: mark)
      for figure in [mark - 1, mark + 1] where page.siblings(of: mark).contains(figure) {
        guard clause.contains(page.range(figure).lowerBound), page.isThing(figure), page.isExact(figure),
          page.value(figure) >= 10,
          page.claim(figure).period == .reported || page.claim(figure).period == .cumulative,
          !page.words(clause).containsAny(Self.otherTimes)
        else { continue }
        if let first = told.first(where: { other in
          page.value(other.mark) == page.value(mark) && page.sameUnit(other.mark, mark)
            && page.sameUnit(other.figure, figure) && page.maySlip(other.figure, figure)
            && page.claim(other.figure).sentence != page.claim(figure).sentence
            && page.shares(self.clause(around: other.mark), with: clause, atLeast: 3)
            && subject(clause) == subject(self.clause(around: other.mark))
        }) {
          book.compare(figure, withEarlier: [first.figure], on: page, severity: .warning)
        } else {
          told.append((mark, figure))
        }
      }
    }
  }

  private func clause(around figure: Int) -> Range<Int> {
    let sentence = page.sentence(of: figure).range
    let (first, last) = (page.range(figure).lowerBound, page.range(figure).upperBound)
    let start = (sentence.lowerBound..<first).last { Mark.isListMark(page.units[$0]) }.map { $0 + 1 }
    let end = (last..<max(last, sentence.upperBound)).first { Mark.isListMark(page.units[$0]) }
    return (start ?? sentence.lowerBound)..<(end ?? sentence.upperBound)
  }

  /// What is counted, of the few things that are counted so.
  private func subject(_ clause: Range<Int>) -> String? {
    let words = page.words(clause)
    return Self.subjects.first { words.contains($0) }
  }

  // MARK: 托管面积达到6.8万亩 … 在2025年6.2万亩托管服务的基础上

  /// What is built on was told before, and no other figure of its unit is named by its first word.
  func grounds(_ book: inout RelationBook) {
    for figure in page.draft.claims.indices where page.isAmount(figure) && page.isExact(figure) {
      let end = page.range(figure).upperBound
      let behind = end..<min(end + 16, page.sentence(of: figure).range.upperBound)
      let lead = page.words(page.lead(figure))
      guard lead.hasAnyPrefix(Self.onto), page.lead(figure).count <= 9, behind.count > 5,
        page.words(behind).contains("基础上"), case let head = Array(page.noun(behind: figure).prefix(2)),
        head.count == 2, !Self.common.contains(head), isOfNow(figure)
      else { continue }
      let told = (0..<figure).filter {
        page.sameUnit($0, figure) && page.isAmount($0) && page.isExact($0) && page.isTold($0)
          && page.claim($0).period != .before && page.claim($0).period != .other
          && page.contains(head, in: page.lead($0).suffix(12).lowerBound..<page.range($0).upperBound)
          && !page.words(page.lead($0)).containsAny(Self.narrow)
          && !page.cues.has([.each, .average, .parts, .from], in: page.before($0))
      }
      guard let first = told.first, Set(told.map { page.value($0) }).count == 1, page.maySlip(first, figure),
        page.printed(figure).digits.count >= 2,
        page.claim(first).section != page.claim(figure).section
      else { continue }
      book.compare(figure, withEarlier: [first], on: page, severity: .warning)
    }
  }

  // MARK: 先在12个社区试行 … 目前只在14个社区试行

  /// How far something goes and no further, against what was told of it before.
  func limits(_ book: inout RelationBook) {
    for figure in page.draft.claims.indices
    where page.isThing(figure) && page.isExact(figure)
      && page.words(page.lead(figure)).hasAnySuffix(Self.limiting)
    {
      let noun = behind(figure)
      let told = (0..<figure).filter {
        page.sameUnit($0, figure) && page.isExact($0) && page.isTold($0) && behind($0) == noun
          && page.claim($0).change == nil && page.claim($0).period != .before
          && !page.cues.has([.parts, .each, .rest, .to], in: page.before($0))
      }
      guard noun.count == 4, let first = told.first, Set(told.map { page.value($0) }).count == 1,
        page.paragraph(of: first) != page.paragraph(of: figure), sharesContext(first, figure),
        !(0..<figure).contains(where: {
          page.value($0) == page.value(figure) && page.sameUnit($0, figure)
            && behind($0).prefix(2) == noun.prefix(2)
        })
      else { continue }
      book.compare(figure, withEarlier: [first], on: page, severity: .warning)
    }
  }

  /// 社区试行: the four characters behind a figure.
  private func behind(_ figure: Int) -> [UInt16] {
    Array(page.units[page.range(figure).upperBound...].prefix(4).prefix(while: Mark.isHan))
  }

  private static let limiting = ["只", "仅", "才", "还只", "仅仅"].flatMap { word in
    ["在", "有", "覆盖", "覆盖到", "涉及", "涵盖", "限于"].map { word + $0 }
  }

  /// 在2025年6.2万亩: the year that the report is on, or none.
  private func isOfNow(_ figure: Int) -> Bool {
    time(page.claim(figure)) == nil && !page.words(page.lead(figure)).containsAny(Self.otherTimes)
  }

  private static let areas = Set(Mark.words("面积 总面积 建筑面积 占地面积 总建筑面积"))
  private static let having = ["现有", "依托", "用好", "已有", "守住", "管好", "在现有", "发挥"]
  private static let narrow = narrower.filter { !["每", "再", "市级", "省级", "国家级", "年来", "以来"].contains($0) }
  /// No half of a year makes the digits of the whole one.
  private static let ofOthers = narrow.filter { $0 != "上半年" }
  private static let paces = [
    ["每天", "每日", "日均", "日处理", "日供", "日产", "日加工"], ["每月", "月均"], ["每年", "年均", "年处理", "年产", "年加工"],
  ]
  private static let flags = ["新增", "新", "年来", "累计", "总", "余额", "首", "存量"]
  private static let said = Mark.words(
    "新建的 新建 建成 总面积 面积 规模 每天 每日 日均 每月 每年 达到 发放 完成 实现 达 现有 落实 守住 县域 全年 到年底 年底 日 的")
  private static let common = Set(
    Mark.words(
      "资金 贷款 投资 收入 项目 企业 改革 面积 群众 农户 服务 建设 产值 补助 补贴 总额 金额 支出 村民 居民 人口 任务 事项 处理 发放 完成 工程 产业 经济 农业 农村"))
  private static let passing = ["过", "超", "超过", "突破", "达到", "达"]
  private static let otherTimes = Mark.texts("上年 去年 明年 年初 其中 力争 计划 目标 新增")
  private static let subjects = Mark.texts("村 企业 园区 乡镇 街道 社区 合作社 项目 学校 景区")
  private static let onto = ["在", "以"]
}
