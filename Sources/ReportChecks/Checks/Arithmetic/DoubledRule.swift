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
    for place in page.units.indices where Self.heads.contains(page.units[place]) {
      guard let (claimed, times) = claim(place) ?? fold(place), let index = page.draft.sentence(at: place)
      else { continue }
      let sentence = page.draft.sentences[index]
      let before = sentence.quantities.filter {
        page.range($0).upperBound <= place && page.isAmount($0) && page.unit($0) != "年"
      }
      guard let last = before.last, before.count > 1, case let first = before[before.count - 2],
        page.sameUnit(first, last), [first, last].allSatisfy({ page.isExact($0) && page.isTold($0) }),
        isOfThem(page.range(last).upperBound..<place, first, last),
        !page.has(Mark.semicolon, in: page.range(first).upperBound..<place)
      else { continue }
      if changes.begins(first), page.cues.has(.to, in: page.lead(last)) {
        settle(claimed, times, from: first, to: last, &book)
      } else if page.words(page.lead(first)).hasAnySuffix(Self.lastYears),
        page.words(page.lead(last)).hasAnyPrefix(Self.thisYears)
      {
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
    if let full = Self.full.first(where: { page.units[min(index, page.units.count)...].starts(with: $0) }) {
      index += full.count
    }
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

  /// 增加一倍, 是去年同期的2倍, 是上年的两倍: how many times as much that makes.
  private func fold(_ place: Int) -> (Range<Int>, Decimal)? {
    guard let (word, isOf) = Self.folds.first(where: { page.units[place...].starts(with: $0.word) }) else {
      return nil
    }
    var index = place + word.count
    if !isOf, index < page.units.count, page.units[index] == Self.past { index += 1 }
    if let full = Self.full.first(where: { page.units[min(index, page.units.count)...].starts(with: $0) }) {
      index += full.count
    }
    guard index + 1 < page.units.count, page.units[index + 1] == Self.fold,
      index + 2 >= page.units.count || !Mark.isHan(page.units[index + 2]),
      let count = Mark.isDigit(page.units[index])
        ? Int(page.units[index]) - 0x30 : Mark.number(page.units[index]), count > 0
    else { return nil }
    return (place..<index + 2, Decimal(isOf ? count : count + 1))
  }

  /// Whether nothing else is named between the figures and the word: 服务人次翻番 is not of 床位由350张增加到500张.
  private func isOfThem(_ between: Range<Int>, _ first: Int, _ last: Int) -> Bool {
    guard between.count <= 14 else { return false }
    let words = page.text(between)
    if words.containsAny(Self.others) { return false }
    let stop =
      between.first { page.units[$0] == Mark.than || page.units[$0] == Mark.against } ?? between.upperBound
    // 一年翻了一番, 两年翻了一番: in which time names nothing.
    let years = page.siblings(of: last).last {
      page.unit($0) == "年" && between.contains(page.range($0).lowerBound)
    }
    let start = years.map { min(stop, page.range($0).upperBound) } ?? between.lowerBound
    let name = page.text(start..<stop).filter(\.isLetter)
    return ChangeRule.bare(name).count < 2 || words.containsAny(Self.fillers)
      || page.shares(between.lowerBound..<stop, with: page.lead(first))
  }

  private func settle(
    _ claimed: Range<Int>, _ times: Decimal, from start: Int, to end: Int, _ book: inout RelationBook
  ) {
    guard page.value(start) > 0 else { return }
    let ratio = page.value(end) / page.value(start)
    // 翻番 may be more than twice; 两倍 is not, nor 翻了一番.
    let isFold =
      page.units[claimed.upperBound - 1] == Self.fold && page.units[claimed.lowerBound] != Self.turn
    let isCounted = page.units[claimed.upperBound - 1] == Self.double && claimed.count > 2
    let isMore = claimed.upperBound < page.units.count && Self.mores.contains(page.units[claimed.upperBound])
    let isClose = isFold || isCounted && !isMore
    let fits = ratio * 10 >= times * 9 && (isClose ? ratio * 10 <= times * 12 : ratio < times * 2)
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
  /// 翻了一番多, 翻了一番还多, 翻了一番有余, 翻一番以上.
  private static let mores = UnitSet("多还有以")
  private static let full = Mark.words("整整 足足")
  private static let heads = UnitSet("翻是增扩提为达")
  private static let folds: [(word: [UInt16], isOf: Bool)] =
    Mark.words("增加 增长 扩大 提高 增").map { ($0, false) }
    + ["是", "为", "达到", "达"].flatMap { verb in
      ["去年同期的", "上年同期的", "去年的", "上年的", "原来的", "原先的", "此前的"].map { (Mark.word(verb + $0), true) }
    }
  private static let lastYears = ["上年", "去年", "上年同期", "去年同期", "去年上半年", "上年上半年", "上年度", "上一年"]
  private static let thisYears = ["今年", "本年", "今年上半年", "本年度"]
  private static let fillers = Mark.texts("同比 实现 数量 总量 规模 增长 已 直接 整整 足足 总数 成功")
  private static let others = Mark.texts("其中 近 几乎 将 力争 计划 预计 有望 明年 目标 全市 全省 接近 提前 五年 三年")
}
