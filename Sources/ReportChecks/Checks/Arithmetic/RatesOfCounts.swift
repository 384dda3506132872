import Foundation
import ReportModel

/// Rates of several counts: two side by side, two and two taken together, grades, all that was done in whatever way.
extension RateRule {
  /// 完成比例, 支出进度.
  func isProportion(_ index: Int) -> Bool {
    guard index + 1 < page.units.count else { return false }
    return page.units[index] == Mark.than && page.units[index + 1] == Mark.example
      || page.units[index] == 0x8FDB && page.units[index + 1] == 0x5EA6
      // 满意度
      || page.units[index] == 0x5EA6 && index > 0 && page.units[index - 1] == 0x610F
  }

  /// 超额完成1500亩的年度目标: what was to be reached, not what was done.
  func isGoal(_ count: Int) -> Bool {
    let tail = page.words(page.tail(count))
    return tail.hasPrefix("的") && tail.containsAny(["目标", "任务"])
  }

  /// 应参加240名,实际参加228名,参评率95%; 整改完成率94.1%,共交办136个,完成整改128个: two counts side by side, one that should be and one that is.
  func pair(_ figure: Int, _ name: Range<Int>, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    let isFirst = figure == siblings.lowerBound
    var (whole, part) = isFirst ? (figure + 1, figure + 2) : (figure - 2, figure - 1)
    let isOver = part < siblings.upperBound && whole >= siblings.lowerBound && isGoal(part)
    if isOver { swap(&whole, &part) }
    guard min(whole, part) >= siblings.lowerBound, max(whole, part) < siblings.upperBound,
      isComparable(whole, part), page.isAmount(part),
      [whole, part].allSatisfy({ page.claim($0).change == nil && page.isExact($0) }),
      // 232个站点,每个站点覆盖1个村.
      !page.cues.has(.each, in: page.before(part)),
      !page.has(
        Mark.semicolon,
        in: page.range(min(whole, figure)).upperBound..<page.range(max(part, figure)).lowerBound),
      let ratio = Quotient(page.quantity(part), by: page.quantity(whole), times: 100)
    else { return }
    let verb = name.suffix(2)
    let (should, done) = (page.words(page.lead(whole)), page.words(page.lead(part)))
    let isDue =
      should.containsAny(Self.due) && (done.hasPrefix("实") || done.hasPrefix("已"))
    let isDone =
      matches(verb, page.lead(part)) || matches(verb, isFirst ? page.tail(part) : ownTail(part, before: name))
      || shuffled(verb, page.lead(part))
    // 全区160个小区,已成立业主委员会的152个,覆盖率95%.
    let isCovered =
      !isFirst && page.words(name).containsAny(Self.covering) && should.containsAny(Self.all)
      && done.hasPrefix("已") && page.value(part) <= page.value(whole)
    // 应发证2.3万宗,到年底发出1.84万宗,发证率85%: a character of the rate's beside one of the counts, and the rate is near.
    let isNear =
      !isFirst && page.value(part) < page.value(whole) && page.value(figure) < 100
      && page.before(figure).count <= 16 && page.isNear(figure, to: part, of: whole)
      && name.contains { index in
        [page.lead(part), page.tail(part), page.lead(whole)].contains { page.has(page.units[index], in: $0) }
      }
    guard isDue || isDone || isCovered || isNear || isOver else { return }
    let agreement = Reckoning.compare(ratio, with: page.quantity(figure))
    book.propose(
      relation(
        figure, [part, whole], ratio.value, "\(page.number(part))/\(page.number(whole))", agreement,
        isCertain: page.isExact(figure) && (!isFirst || isDue || page.cues.has(.intake, in: page.lead(whole)))
      ),
      as: .figure(figure), isUnlikely: agreement == .apart && !page.isExact(figure))
  }

  /// 常住人口24.6万人,签约118万人,签约率48%: more than there are, and nothing but the point parts it from what the rate makes of them.
  func movedPoint(_ figure: Int, _ name: Range<Int>, _ book: inout RelationBook) {
    let part = figure - 1
    let verb = name.suffix(2)
    guard page.siblings(of: figure).contains(part), page.isAmount(part), page.value(figure) <= 100,
      [part, figure].allSatisfy({ page.isExact($0) && page.claim($0).change == nil }),
      Reckoning.significant(page.value(part)) > 1,
      matches(verb, page.lead(part)) || matches(verb, page.tail(part)),
      // 受理1120件,其中其他类112件,办结1108件: of all of them.
      let whole = (page.siblings(of: figure).lowerBound..<part).filter({ page.sameUnit($0, part) })
        .max(by: { page.value($0) < page.value($1) }),
      page.value(whole) < page.value(part), page.value(whole) > 0,
      [Decimal(10), 100, 1000, 10_000].contains(where: { scale in
        let rate = Quotient(page.value(part) * 100, by: page.value(whole) * scale)
        return Reckoning.compare(rate, with: page.quantity(figure)) == .equal
      })
    else { return }
    book.propose(
      Relation(
        .rate, .broken, claimed: page.range(part), result: part, members: [whole, figure],
        arithmetic: "\(page.number(whole))×\(page.number(figure)),文中写\(page.number(part))",
        message: "与总数、比率差了数量级"), as: .figure(part))
  }

  /// 64项完成64项,40项完成36项,合并计算,完成率96.2%: two counts and what was done of each, taken together. Whether they are meant.
  func combined(_ figure: Int, _ name: Range<Int>, _ book: inout RelationBook) -> Bool {
    let before = page.siblings(of: figure).lowerBound..<figure
    guard before.count >= 4, page.words(page.before(figure)).containsAny(Self.together) else { return false }
    let counts = before.filter { page.isAmount($0) && page.claim($0).change == nil && page.value($0) > 2 }
    guard counts.count == 4, counts.allSatisfy({ page.sameUnit($0, counts[0]) && page.isExact($0) }),
      page.value(counts[1]) <= page.value(counts[0]), page.value(counts[3]) <= page.value(counts[2])
    else { return true }
    // 事项14件、6件,合计20件,办结18件: no pairs.
    guard isNumerator(counts[1], name.suffix(2)), isNumerator(counts[3], name.suffix(2)) else { return false }
    let (done, all) = (
      page.value(counts[1]) + page.value(counts[3]), page.value(counts[0]) + page.value(counts[2])
    )
    let rate = Quotient(done * 100, by: all)
    book.propose(
      relation(
        figure, counts, rate.value, "\(done)/\(all)", Reckoning.compare(rate, with: page.quantity(figure)),
        isCertain: page.isExact(figure)), as: .figure(figure))
    return true
  }

  /// 收集问题2840个,即时办结1988个,限期办结710个,办结率95%: all that was done, in whatever way.
  func sum(_ figure: Int, _ parts: [Int], _ book: inout RelationBook) {
    guard let first = parts.min(), parts.allSatisfy({ page.sameUnit($0, first) }) else { return }
    let sum = page.sum(parts)
    for whole in page.siblings(of: figure).lowerBound..<first
    where page.sameUnit(whole, first) && page.value(whole) >= sum {
      let rate = Quotient(sum * 100, by: page.value(whole))
      guard Reckoning.compare(rate, with: page.quantity(figure)) == .equal else { continue }
      book.propose(
        relation(
          figure, parts + [whole], rate.value, "\(sum)/\(page.number(whole))", .equal, isCertain: true),
        as: .figure(figure))
    }
  }

  private static let together = ["合并计算", "合并后", "合并统计", "合计", "总体", "综合", "合起来", "总的"]

  /// Whether two counts are of the same things: 岗位117个 are taken up by 103人.
  func isComparable(_ whole: Int, _ part: Int) -> Bool {
    page.sameUnit(whole, part)
      || Self.persons.contains(page.unit(part))
        && Self.posts.contains {
          page.words(page.lead(whole)).hasSuffix($0) || page.words(page.tail(whole)).hasPrefix($0)
        }
  }

  /// 优9个、良10个、中2个,优良率90.5%: the grades that the rate names, of all that were graded.
  func grades(_ figure: Int, _ name: Range<Int>, _ book: inout RelationBook) {
    guard page.words(name).hasSuffix("优良"), page.isExact(figure) else { return }
    let counts = (page.siblings(of: figure).lowerBound..<figure).filter(page.isAmount)
    let good = counts.filter { count in
      page.lead(count).contains {
        page.units[$0] == page.units[name.upperBound - 2] || page.units[$0] == page.units[name.upperBound - 1]
      }
    }
    guard good.count == 2, let whole = counts.first(where: { page.sameUnit($0, good[0]) }), whole < good[0],
      good.allSatisfy({ page.sameUnit($0, whole) && page.isExact($0) })
    else { return }
    let sum = page.value(good[0]) + page.value(good[1])
    guard sum <= page.value(whole) else { return }
    let rate = Quotient(sum * 100, by: page.value(whole))
    book.propose(
      relation(
        figure, good + [whole], rate.value,
        "（\(page.terms(good))）/\(page.number(whole))",
        Reckoning.compare(rate, with: page.quantity(figure)), isCertain: true), as: .figure(figure))
  }

  /// 通客车 goes with 通车率, 收回 with 回收率: all characters of the verb, in any order.
  private func shuffled(_ verb: Range<Int>, _ words: Range<Int>) -> Bool {
    verb.allSatisfy { page.has(page.units[$0], in: words) }
  }

  /// 共1260项,1134项网上办理,平均每百项有90项: a rate told as so many of every hundred, or of every ten.
  func ofHundred(_ figure: Int, _ book: inout RelationBook) {
    guard page.isAmount(figure), page.isExact(figure), let round = round(before: figure),
      page.value(figure) <= round.count
    else { return }
    let share = page.value(figure) * 100 / round.count
    func counts(_ figures: Range<Int>) -> [Int] {
      figures.filter {
        page.isAmount($0) && page.isExact($0) && page.sameUnit($0, figure) && page.claim($0).change == nil
          && page.value($0) >= round.count && !page.cues.has([.each, .average], in: page.before($0))
      }
    }
    let (sentence, first) = (page.claim(figure).sentence, page.siblings(of: figure).lowerBound)
    var all = counts(first..<figure).filter { page.range($0).upperBound <= round.start }
    if all.count < 2, sentence > 0, page.paragraph(of: first) == page.draft.sentences[sentence - 1].paragraph
    {
      all = counts(page.draft.sentences[sentence - 1].quantities) + all
    }
    let rates = all.indices.flatMap { high in
      all.indices.filter { $0 != high && page.value(all[$0]) < page.value(all[high]) }.map { low in
        (value: page.value(all[low]) * 100 / page.value(all[high]), part: all[low], whole: all[high])
      }
    }
    let allowed = 50 / round.count
    guard let nearest = rates.min(by: { abs($0.value - share) < abs($1.value - share) }) else { return }
    let off = abs(nearest.value - share)
    // Of more than two counts which one is meant is not sure.
    guard off <= (rates.count == 1 ? max(15, allowed * 3) : max(5, allowed * 3)) else { return }
    book.propose(
      relation(
        figure, [nearest.part, nearest.whole], nearest.value,
        "\(page.number(nearest.part))/\(page.number(nearest.whole))", off <= allowed ? .equal : .apart,
        isCertain: true), as: .figure(figure))
  }

  /// 每百项, 每100件里, 每十个村就: how many it is told of, in the figure's own unit, and where these words begin.
  private func round(before figure: Int) -> (count: Decimal, start: Int)? {
    let words = (page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound).suffix(16)
    guard let each = words.last(where: { page.units[$0] == Self.each }) else { return nil }
    let rest = page.words(each + 1..<words.upperBound)
    guard let (word, count) = Self.rounds.first(where: { rest.hasPrefix($0.0) }),
      case let behind = FoldedWords(units: rest.units.dropFirst(word.utf16.count)),
      behind.hasPrefix(page.unit(figure)), !behind.containsAny(Self.owning),
      !behind.units.contains(where: Mark.isListMark)
    else { return nil }
    return (count, each)
  }

  private static let each = Mark.word("每")[0]
  private static let rounds: [(String, Decimal)] = [
    ("百", 100), ("一百", 100), ("100", 100), ("1000", 1000), ("千", 1000), ("十", 10), ("10", 10),
  ]
  /// 每百名老人拥有养老床位5张: of other things.
  private static let owning = ["拥有", "配备", "配有", "配置", "享有", "占有", "设有", "设置"]
  private static let covering = ["覆盖", "普及", "建成", "开通", "设立", "成立", "组建"]
  private static let all = ["全区", "全县", "全市", "全镇", "现有", "共有", "辖"]
  private static let persons: Set<String> = ["人", "名"]
  private static let posts = ["岗位", "职位", "学位", "名额"]

  /// 30条中取消1条,剔除取消的1条,落地率89.7%: of fewer than all.
  func isOfFewer(_ figure: Int) -> Bool {
    let start = page.sentence(of: figure).range.lowerBound
    return page.cues.has(.withoutDelays, in: (start..<page.range(figure).lowerBound).suffix(20))
  }

  /// 48个社区中已有42个设立助餐点,覆盖率87.5%: how many of them, and nothing else is counted.
  func reach(_ figure: Int, _ name: Range<Int>, _ book: inout RelationBook) {
    let (part, whole) = (figure - 1, figure - 2)
    guard page.siblings(of: figure).contains(whole), page.isAmount(part), page.isAmount(whole),
      page.isAmong(whole),
      page.sameUnit(part, whole), page.words(name).containsAny(Self.reaching),
      case let between = page.range(part).upperBound..<name.lowerBound, between.count <= 20,
      between.count(where: { Mark.isListMark(page.units[$0]) }) == 1,
      let ratio = Quotient(page.quantity(part), by: page.quantity(whole), times: 100)
    else { return }
    let exact = [part, whole, figure].allSatisfy(page.isExact)
    book.propose(
      relation(
        figure, [part, whole], ratio.value, "\(page.number(part))/\(page.number(whole))",
        Reckoning.compare(ratio, with: page.quantity(figure)), isCertain: exact), as: .figure(figure))
  }

  private static let reaching = ["覆盖", "普及", "建成", "建设", "设立", "达标", "推行", "接入", "开通", "配备", "设置", "创建"]
}
