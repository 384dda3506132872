import Foundation
import ReportModel

/// 同一件事: what the rules ask that look for one figure told twice.
extension FigurePage {
  /// Whether a slip of the pen alone parts two figures that are printed as finely.
  func maySlip(_ a: Int, _ b: Int) -> Bool {
    value(a) != value(b) && quantity(a).precision == quantity(b).precision
      && printed(a).isSlip(of: printed(b), digits: 1)
  }

  /// Words without 全区, 全年, 共 before them.
  func withoutScope(_ words: Range<Int>) -> Range<Int> {
    let rest = Self.strip(units[words], Self.scopes)
    return rest.startIndex..<rest.endIndex
  }

  /// Whether what stands before two figures may name one thing: 节约费用 and 全年节约费用, but not 省级项目 and 市级项目.
  func mayBeOne(_ a: Int, _ b: Int) -> Bool {
    func noun(_ figure: Int) -> [UInt16] { units[lead(figure)].filter(Mark.isHan) }
    let (left, right) = (noun(a), noun(b))
    let shared = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return shared < 2
      || [left, right].contains { Self.strip($0.dropLast(shared), Self.scopes + Self.openings).isEmpty }
  }

  private static func strip(_ words: ArraySlice<UInt16>, _ scopes: [[UInt16]]) -> ArraySlice<UInt16> {
    var rest = words
    while let word = scopes.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
    return rest
  }

  /// The place and the year of a report: what is counted is the same with them and without.
  private static let scopes = Mark.words("全区 全县 全市 全年 年内 今年 本年 共 我区 我县 我市")
  /// Words before a figure that say nothing of what it counts.
  private static let openings = Mark.words("全 计 累计 其中 目前 已 一年来 各 同时 截至目前 截至年底 年末")
}

extension FigurePage {
  /// 10万元 of 年收入过10万元的村86个: the amount in the name of what is counted; nil where there is none.
  func threshold(of figure: Int) -> Decimal? {
    let lead = lead(figure)
    let before = figure - 1
    guard siblings(of: figure).contains(before), isAmount(before),
      range(before).upperBound == lead.lowerBound,
      !sameUnit(before, figure), lead.count <= 8,
      lead.first.map({ units[$0] == Mark.of }) == true || words(lead).hasPrefix("以上")
    else { return nil }
    return value(before)
  }
}

extension FigurePage {
  /// 4项 of 4项任务完成3项: the count that a figure is told of without a mark between; nil where there is none.
  func whole(rightBefore figure: Int) -> Int? {
    let whole = figure - 1
    guard siblings(of: figure).contains(whole), sameUnit(whole, figure), isAmount(whole),
      range(whole).upperBound == lead(figure).lowerBound, value(whole) >= value(figure)
    else { return nil }
    return whole
  }

  /// 尚未评估的6件: what is left of what was told as done.
  func isUndone(_ figure: Int) -> Bool {
    let lead = words(lead(figure))
    return lead.hasSuffix("的") && lead.containsAny(["尚未", "还未", "仍未", "没有", "未能", "还没"])
  }
}

extension FigurePage {
  /// 1180宗,已化解1062宗 … 剩余的118宗; 9个园区中已有6个 … 3个园区尚未: what was left over where the first was told.
  fileprivate func isRest(_ figure: Int, of earlier: Int) -> Bool {
    let around = words(lead(figure).lowerBound..<tail(figure).upperBound)
    return value(figure) < value(earlier) && around.containsAny(Self.rests)
      && siblings(of: earlier).contains {
        sameUnit($0, earlier) && value(earlier) - value($0) == value(figure)
      }
  }

  private static let rests = Mark.texts("剩余 剩下 余下 其余 尚 还 仍 未 没有")
}

extension RelationBook {
  /// 前后两处: a figure against those that told of the same thing before.
  mutating func compare(
    _ figure: Int, withEarlier others: [Int], on page: FigurePage, message: String = "同一件事前后的数不一致",
    severity: Severity? = nil
  ) {
    // 年收入过10万元的村86个 and 过50万元的村89个 are not of one kind.
    if others.count == 1, let one = page.threshold(of: figure), let two = page.threshold(of: others[0]),
      one != two
    {
      return
    }
    if others.count == 1, page.isUndone(figure) != page.isUndone(others[0]) { return }
    if others.count == 1, page.isRest(figure, of: others[0]) { return }
    // 以上4项任务全部完成 … 以上3项任务,完成2项: each of what stands above it.
    if ([figure] + others).allSatisfy({ page.words(page.lead($0)).hasAnySuffix(["以上", "上述"]) }) { return }
    // 4项任务完成3项 … 6项任务完成5项: of others.
    if others.count == 1, let one = page.whole(rightBefore: figure),
      let two = page.whole(rightBefore: others[0]),
      page.value(one) != page.value(two)
    {
      return
    }
    let earlier = page.sum(others)
    let text = others.count == 1 ? page.number(others[0]) : "\(earlier)"
    let fits = earlier == page.value(figure)
    propose(
      Relation(
        .sameFact, fits ? .verified : .broken, claimed: page.range(figure), result: figure, members: others,
        arithmetic: "前文写\(text),此处写\(page.number(figure))", message: message, severity: severity),
      as: .place(page.range(figure).lowerBound))
  }
}

/// 累计数: running totals, and what is told to be all there are.
extension NamedAgainRule {
  /// 城市书房 of 新建城市书房8座,总数达到26座 and of 城市书房新增8座,累计26座: a running total is named by what was made of them.
  func made(before figure: Int) -> Range<Int>? {
    var words = page.text(page.lead(figure))[...]
    for list in [Self.scopes, Self.totals, Self.reachings] {
      guard let word = list.first(where: { words.hasPrefix($0) }) else {
        if list == Self.totals { return nil }
        continue
      }
      words.removeFirst(word.count)
    }
    let start = figure - 1
    guard words.isEmpty, page.siblings(of: figure).contains(start), page.isThing(figure),
      page.sameUnit(start, figure), page.before(figure).count == page.lead(figure).count + 1,
      page.value(start) < page.value(figure), case let lead = page.lead(start)
    else { return nil }
    if let verb = Self.makings.filter({ page.units[lead].starts(with: $0) }).map(\.count).max() {
      return lead.dropFirst(verb)
    }
    guard
      let verb = Self.makings.filter({ page.units[lead].reversed().starts(with: $0.reversed()) }).map(\.count)
        .max(),
      lead.count - verb >= 3
    else { return nil }
    return lead.dropLast(verb)
  }

  /// A running total of the same things, and fewer of them, or of more than them, told to be all there are: 累计27个, 全县26个….
  func isOfAllThere(_ figure: Int, since total: Int) -> Bool {
    (made(before: total) != nil
      || page.value(figure) < page.value(total) && page.isThing(total)
        && page.siblings(of: total).contains(total - 1)
        && page.sameUnit(total - 1, total) && page.value(total - 1) < page.value(total))
      && page.words(page.lead(figure)).hasAnySuffix(Self.stocks + Self.existing)
  }

  private static let scopes = ["全区", "全县", "全市", "全旗", "全镇", "使"]
  private static let reachings = ["达到", "建成", "已达", "增加到", "增至", "已有", "达", "有", "为"]
}
