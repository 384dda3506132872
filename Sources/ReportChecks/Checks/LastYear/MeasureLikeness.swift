import Foundation
import ReportModel
import Synchronization

/// 同一指标: whether figures of two reports measure the same thing though it is named in other words: 交流轮岗的教师有219人, 教师交流轮岗146人; 应诉率100%
/// in a sentence on 行政机关负责人出庭应诉. What a figure is called is looked for, by pairs of characters, in what the other report says up to its figure.
struct MeasureLikeness {
  let this: DraftStudy
  let last: DraftStudy
  /// Whether what last year's report planned is looked through rather than what it told.
  var isOfGoals = false

  /// The one figure of last year's report that is of the same measure; nil where none is near enough, or two of different values are.
  func base(of figure: Int) -> Int? {
    let page = this.page
    let own = Told.of(figure, this)
    var best: (figure: Int, score: Int)?
    var isOnly = true
    for name in (isOfGoals ? last.goals : last.measures).figures(
      unit: page.unitKey(figure), atMost: Self.many)
    where (name.kind == .total) == own.isTotal
      && (isOfGoals || page.isOfSamePart(figure, as: name.figure, last.page))
    {
      guard let score = own.score(Told.of(name.figure, last)) else { continue }
      if let before = best, last.page.value(before.figure) != last.page.value(name.figure) {
        isOnly = abs(before.score - score) > Self.margin && (isOnly || score > before.score)
      }
      if best.map({ $0.score < score }) ?? true { best = (name.figure, score) }
    }
    return isOnly ? best?.figure : nil
  }

  /// 集团校由上年的28所, where last year's report has 26所 of the same: the one figure of which it says nearly all of this one's name, and
  /// whose digits are this one's but for one of them or their order.
  func slip(_ value: Decimal, of figure: Int) -> Int? {
    let own = Told.of(figure, this)
    let all = self.last.measures.figures(unit: this.page.unitKey(figure), atMost: Self.many)
    if all.contains(where: { self.last.page.value($0.figure) == value }) { return nil }
    for noun in [own.noun, topic(of: figure)] where noun.count >= 3 {
      var alike = all.filter { name in
        noun.count - Told.of(name.figure, self.last).holds(noun) <= (noun.count >= 6 ? 2 : 1)
          && own.page.isOfSamePart(figure, as: name.figure, self.last.page)
      }
      // 管护员395名,其中脱贫户80名: the one that is itself called so.
      if alike.count > 1 {
        alike.removeAll {
          !self.last.page.contains(Array(noun.suffix(2)), in: self.last.page.lead($0.figure))
        }
      }
      if alike.count == 1, Reckoning.isSlip(value, self.last.page.value(alike[0].figure), digits: 2) {
        return alike[0].figure
      }
    }
    return nil
  }

  /// 年收入50万元以上的村,上年为164个,本年达到171个: the clause before those that only tell when.
  private func topic(of figure: Int) -> [UInt16] {
    let page = this.page
    let start = page.sentence(of: figure).range.lowerBound
    // 年收入50万元以上的村由上年的164个增加到171个.
    let lead = page.lead(figure)
    if let from = lead.first(where: {
      LastYearFiguresCheck.leadsFromLastYear(page.words($0..<lead.upperBound))
    }) {
      let opening = (start..<from).last { Mark.isListMark(page.units[$0]) }.map { $0 + 1 } ?? start
      return page.units[opening..<from].filter(Mark.isHan)
    }
    let marks = (start..<page.range(figure).lowerBound).filter { Mark.isListMark(page.units[$0]) }
    guard
      let end = marks.first(where: {
        LastYearFiguresCheck.opensWithTime(page.words($0 + 1..<page.range(figure).lowerBound))
      }), marks.allSatisfy({ $0 < end || page.units[$0] == Mark.comma })
    else { return [] }
    let opening = marks.last { $0 < end }.map { $0 + 1 } ?? start
    return page.units[opening..<end].filter(Mark.isHan)
  }

  /// Whether all that a figure is called stands in what last year's report says up to one of its figures: 社区托位使用率 is not 托位使用率.
  func says(_ figure: Int, at other: Int) -> Bool {
    let own = Told.of(figure, this)
    let told = Told.of(other, last)
    let held = told.holds(own.noun)
    return own.noun.count - held <= 1
      || own.noun.count - held <= 2 && held >= Told.telling
        && own.noun.suffix(told.noun.count).elementsEqual(told.noun)
  }

  /// With more figures of one unit than this they are not held against each other.
  private static let many = 64
  /// By how many hundredths the best of several has to be better.
  private static let margin = 25

  /// The figures that were asked for, as their report tells them.
  private final class ToldFigures: StudyPart {
    private let figures: Mutex<[Told?]>

    init(_ study: DraftStudy) {
      figures = Mutex([Told?](repeating: nil, count: study.draft.quantities.count))
    }

    func figure(_ figure: Int, _ study: DraftStudy) -> Told {
      if let known = figures.withLock({ $0[figure] }) { return known }
      let told = Told(figure, study)
      figures.withLock { $0[figure] = told }
      return told
    }
  }

  /// A figure as its report tells it.
  private struct Told: Sendable {
    let page: FigurePage
    /// What the figure is called in its own item.
    let noun: [UInt16]
    /// What is said up to it and right behind it, from the start of its sentence or the last semicolon.
    let words: Range<Int>
    let isTotal: Bool
    /// Which pairs of characters the words have, in 64 bits: most pairs are told to be missing by them.
    private let pairs: UInt64

    /// A figure of a report, worked out once however many it is held against.
    static func of(_ figure: Int, _ study: DraftStudy) -> Told {
      study.part(ToldFigures.self).figure(figure, study)
    }

    init(_ figure: Int, _ study: DraftStudy) {
      page = study.page
      // 累计改造2.85万户: what is counted is said of the figure before.
      var noun = MeasureTable.core(figure, page)
      if noun.count < 3 { noun = study.measures.name(of: figure)?.core ?? noun }
      for word in Self.general {
        while let place = Self.place(of: word, in: noun) { noun.removeSubrange(place..<place + word.count) }
      }
      // 围绕政策解读等内容举办业务培训12期: what is counted stands behind the verb, whatever it was about.
      if let about = Self.abouts.lazy.compactMap({ Self.place(of: $0, in: noun).map { $0 + 2 } }).first(
        where: { $0 > 2 && noun.count - $0 >= 4 })
      {
        noun.removeSubrange(..<about)
      }
      // 38个重点项目全部落地 counts 重点项目.
      if let place = Self.place(of: Self.all, in: noun), place >= 4 { noun.removeSubrange(place...) }
      // 县乡村三级林长486名: a rank inside the name.
      if noun.count < 4, figure > page.siblings(of: figure).lowerBound,
        page.range(figure - 1).upperBound == page.lead(figure).lowerBound
      {
        noun = MeasureTable.core(figure - 1, page) + noun
      }
      while let end = noun.last, noun.count > 2, Self.countEnds.contains(end) { noun.removeLast() }
      self.noun = noun
      let before = page.sentence(of: figure).range.lowerBound
      let start = (before..<page.range(figure).lowerBound).last { study.page.units[$0] == Mark.semicolon }
      let tail = page.tail(figure)
      let end = tail.count <= 12 ? tail.upperBound : page.range(figure).upperBound
      let words = (start.map { $0 + 1 } ?? before)..<end
      self.words = words
      pairs = page.units.withUnsafeBufferPointer { units in
        words.dropLast().reduce(0) { $0 | Self.bit(units[$1], units[$1 + 1]) }
      }
      isTotal = (study.measures.name(of: figure) ?? study.goals.name(of: figure))?.kind == .total
    }

    /// How much of each noun the other report says, in hundredths of both; nil where that is too little.
    func score(_ other: Told) -> Int? {
      let mine = other.holds(noun)
      guard noun.count - mine <= 2 else { return nil }
      let theirs = holds(other.noun)
      // 排查整治企业 and 整治企业: as long as the rest of the name is all the other's.
      let isQualified =
        mine >= Self.telling && noun.suffix(other.noun.count).elementsEqual(other.noun)
      guard other.noun.count >= 2, noun.count - mine <= (isQualified ? 2 : 1),
        theirs * 100 >= other.noun.count * (noun.isEmpty ? 60 : 45),
        theirs >= 4 || theirs == other.noun.count, mine + theirs >= (noun.isEmpty ? 4 : 6),
        holds(Array(other.noun.suffix(2))) == 2, noun.count < 2 || other.holds(Array(noun.suffix(2))) == 2
      else { return nil }
      return (noun.isEmpty ? 0 : mine * 100 / noun.count) + theirs * 100 / other.noun.count
    }

    /// How many characters of a noun stand here in pairs.
    fileprivate func holds(_ noun: [UInt16]) -> Int {
      guard noun.count >= 2 else { return 0 }
      var (count, end) = (0, 0)
      for place in noun.indices.dropLast() where hasPair(noun[place], noun[place + 1]) {
        count += place + 2 - max(place, end)
        end = place + 2
      }
      return count
    }

    private func hasPair(_ first: UInt16, _ second: UInt16) -> Bool {
      guard pairs & Self.bit(first, second) != 0 else { return false }
      return page.units.withUnsafeBufferPointer { units in
        words.dropLast().contains { units[$0] == first && units[$0 + 1] == second }
      }
    }

    @inline(__always)
    private static func bit(_ first: UInt16, _ second: UInt16) -> UInt64 {
      1 << UInt64(PhraseTable.digest(first, second) & 63)
    }

    private static func place(of word: [UInt16], in noun: [UInt16]) -> Int? {
      guard noun.count >= word.count else { return nil }
      return (0...noun.count - word.count).first { place in
        noun[place] == word[0] && noun[place..<place + word.count].elementsEqual(word)
      }
    }

    /// So many characters of a name tell it from others, though two more stand before them.
    static let telling = 7
    private static let all = Mark.word("全部")
    private static let abouts = Mark.words("内容 主题 重点 专题 举办 编发 发放 召开 兑现")
    private static let countEnds = UnitSet("量数额")
    private static let general = Mark.words(
      "全面深化改革委员会 深改委 深改组 改革委员会 部署 安排 确定 提出 承诺 队伍 保持 维持 稳定 年度 区委 县委 市委 旗委 州委 盟委 党工委 主要领导 主要负责同志 主持 召开 修订 清单 迈上 台阶 调查 得分 测评 建设数 覆盖数",
      "认定数 数量 总数 人数 户数 次数 个数 件数 数")
  }
}

extension LastYearFiguresCheck {
  /// What last year's figure was by a change of this year's: 36项,比上年增加4项 makes it 32.
  func implied(by change: Int, of value: Int, _ page: FigurePage) -> Decimal? {
    let (now, stated) = (page.value(value), page.value(change))
    let up = Self.isUp(change, page) ?? true
    if page.unit(change) == "倍" {
      let times = Self.isOfLastYear(page.words(page.before(change))) ? stated : stated + 1
      return times > 0 ? now / times : nil
    }
    guard page.isPercent(change) else { return up ? now - stated : now + stated }
    let times = up ? 100 + stated : 100 - stated
    return times > 0 ? now * 100 / times : nil
  }

  /// Whether last year's report tells what this year's implies, under a name that has this year's in it: 全年成交186宗 beside 2023年成交120宗.
  func isTold(_ implied: Decimal?, _ value: Int, _ study: DraftStudy, _ last: LastYear) -> Bool {
    guard let implied, let other = last.study, let name = study.measures.name(of: value) else { return false }
    let unit = study.page.unitKey(value)
    return other.measures.figures(unit: unit, atMost: 64).contains { told in
      other.page.value(told.figure) == implied && told.role == name.role && told.core.count >= name.core.count
        && (told.core.elementsEqual(name.core) || told.core.suffix(name.core.count).elementsEqual(name.core))
    }
  }

  /// Whether a base named in other words may be meant: no other figure of last year's report is what this year's says, and the two are of one
  /// size, or apart by a unit that slipped.
  func isLikely(_ implied: Decimal?, _ base: Base, _ value: Int, _ study: DraftStudy, _ last: LastYear)
    -> Bool
  {
    guard let implied, let other = last.study, implied > 0, base.value > 0 else { return false }
    let unit = study.page.unitKey(value)
    if other.draft.quantities.indices.contains(where: {
      other.page.unitKey($0) == unit && other.page.value($0) == implied
    }) {
      return false
    }
    var (less, more) = (min(implied, base.value), max(implied, base.value))
    while more >= less * 1000 { less *= 10_000 }
    return more <= less * 4 && less <= more * 4
  }
}
