import Foundation
import ReportModel

/// 翻番: what is said to have doubled, against the two figures told before it: 由350张增加到700张,实现翻番; 5.1万人次,上年为3.2万人次,
/// 同比翻了一番. Reported with the changes.
struct DoubledRule: RelationRule {
  let page: FigurePage
  let changes: ChangeRule

  init(page: FigurePage) {
    self.page = page
    changes = ChangeRule(page: page)
  }

  func propose(_ book: inout RelationBook) {
    for place in page.units.indices where page.units[place] == Self.turn {
      guard let (claimed, times) = claim(place), let index = page.draft.sentence(at: place) else { continue }
      let sentence = page.draft.sentences[index]
      let before = sentence.quantities.filter { page.range($0).upperBound <= place && page.isAmount($0) }
      guard let last = before.last, before.count > 1, case let first = before[before.count - 2],
        page.sameUnit(first, last), [first, last].allSatisfy({ page.isExact($0) && page.isTold($0) }),
        isOfThem(page.range(last).upperBound..<place, first, last),
        !page.has(Mark.semicolon, in: page.range(first).upperBound..<place)
      else { continue }
      if changes.begins(first), page.cues.has(.to, in: page.lead(last)) {
        settle(claimed, times, from: first, to: last, &book)
      } else if changes.saysBase(page.lead(last)) || changes.opensBase(page.lead(last)) {
        settle(claimed, times, from: last, to: first, &book)
      }
    }
  }

  /// 翻番, 翻了一番, 翻两番, 翻倍: with how many times that is.
  private func claim(_ place: Int) -> (Range<Int>, Decimal)? {
    var index = place + 1
    if index < page.units.count, page.units[index] == Self.past { index += 1 }
    guard index < page.units.count else { return nil }
    var count = 1
    if let said = Mark.number(page.units[index]) {
      (count, index) = (said, index + 1)
    }
    guard index < page.units.count, (1...4).contains(count),
      page.units[index] == Self.double || page.units[index] == Self.fold && count == 1
    else { return nil }
    return (place..<index + 1, pow(2, count))
  }

  /// Whether nothing else is named between the figures and the word: 服务人次翻番 is not of 床位由350张增加到500张.
  private func isOfThem(_ between: Range<Int>, _ first: Int, _ last: Int) -> Bool {
    guard between.count <= 14 else { return false }
    let words = page.text(between)
    if words.containsAny(Self.others) { return false }
    let name = between.filter { Mark.isHan(page.units[$0]) }
    return name.count < 2 || words.containsAny(Self.fillers)
      || page.shares(between, with: page.lead(first))
  }

  private func settle(
    _ claimed: Range<Int>, _ times: Decimal, from start: Int, to end: Int, _ book: inout RelationBook
  ) {
    guard page.value(start) > 0 else { return }
    let ratio = page.value(end) / page.value(start)
    let fits = ratio * 10 >= times * 9 && ratio < times * 2
    let figure = page.siblings(of: end).first { claimed.overlaps(page.range($0)) }
    book.propose(
      Relation(
        .change, fits ? .verified : .broken, claimed: figure.map(page.range) ?? claimed, result: figure,
        members: [start, end],
        arithmetic:
          "\(page.number(end))/\(page.number(start))=\(Reckoning.text(ratio, like: page.quantity(end)))倍,\(page.text(claimed))应为\(times)倍",
        message: "翻番数与前后两个数不符"), as: figure.map { .figure($0) } ?? .place(claimed.lowerBound))
  }

  private static let (turn, past): (UInt16, UInt16) = (0x7FFB, 0x4E86)  // 翻了
  private static let (double, fold): (UInt16, UInt16) = (0x756A, 0x500D)  // 番倍
  private static let fillers = Mark.texts("同比 实现 数量 总量 规模 增长 已 比上年 较上年 直接 整整 足足 总数 成功")
  private static let others = Mark.texts("近 几乎 将 力争 计划 预计 有望 明年 目标 全市 全省 接近 提前 五年 三年")
}
