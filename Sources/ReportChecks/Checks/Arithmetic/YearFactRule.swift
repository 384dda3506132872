import Foundation
import ReportModel

/// 基年的数: what a measure was in a year, told as the base of a change here and by itself there: 由2019年的8.4万元提高到…,
/// 2019年,人均年收入达到8.9万元. Reported with the same facts.
struct YearFactRule: RelationRule {
  let page: FigurePage

  /// A measure's figure of one year.
  private struct Telling {
    var noun: ArraySlice<UInt16>
    var year: Int
    var figure: Int
    /// Whether a change starts from it.
    var isBase: Bool
  }

  /// What two tellings of one figure have in common: the end of the noun and the year.
  private struct Key: Hashable {
    var end: [UInt16]
    var year: Int
  }

  func propose(_ book: inout RelationBook) {
    var tellings: [Key: [Telling]] = [:]
    for figure in page.draft.claims.indices where page.isExact(figure) && page.claim(figure).change == nil {
      guard let telling = base(figure) ?? direct(figure) else { continue }
      let key = Key(end: Array(telling.noun.suffix(4)), year: telling.year)
      if let other = tellings[key]?.first(where: { areOne($0, telling) }),
        page.value(other.figure) != page.value(figure),
        page.quantity(other.figure).precision == page.quantity(figure).precision
      {
        book.compare(
          figure, withEarlier: [other.figure], on: page,
          message: "同一指标\(telling.year)年的数前后不一致", severity: .warning)
      }
      // Of tellings in the same words the first will do: long texts repeat them.
      if !(tellings[key] ?? []).contains(where: { isRepeated($0, by: telling) }) {
        tellings[key, default: []].append(telling)
      }
    }
  }

  private func isRepeated(_ first: Telling, by second: Telling) -> Bool {
    first.isBase == second.isBase && page.sameUnit(first.figure, second.figure) && first.noun == second.noun
  }

  private func areOne(_ first: Telling, _ second: Telling) -> Bool {
    guard first.year == second.year, first.isBase || second.isBase,
      page.sameUnit(first.figure, second.figure),
      page.claim(first.figure).sentence != page.claim(second.figure).sentence
    else { return false }
    let (short, long) =
      first.noun.count < second.noun.count ? (first.noun, second.noun) : (second.noun, first.noun)
    return short.count >= 6 && long.suffix(short.count).elementsEqual(short)
      || short.count >= 4 && short.elementsEqual(long)
  }

  /// 人均年收入由2019年的8.4万元, 在2019年8.4万元的基础上; 比2017年的6.3万元 is of what was named before.
  private func base(_ figure: Int) -> Telling? {
    var end = page.range(figure).lowerBound
    if end > 0, page.units[end - 1] == Mark.of { end -= 1 }
    guard
      let time = page.draft.times[page.sentence(of: figure).times].last(where: {
        $0.range.upperBound == end
      }), time.range.lowerBound > 0,
      let year = year(time, of: figure)
    else { return nil }
    let start = time.range.lowerBound
    if Self.from.contains(page.units[start - 1]) {
      return telling(noun(before: start - 1), year, figure, isBase: true)
    }
    guard Self.than.contains(page.units[start - 1]) else { return nil }
    let own = noun(before: start - 1)
    if own.count >= 4 { return telling(own, year, figure, isBase: true) }
    guard page.siblings(of: figure).contains(figure - 1), page.sameUnit(figure, figure - 1) else {
      return nil
    }
    return telling(noun(before: page.range(figure - 1).lowerBound), year, figure, isBase: true)
  }

  /// 2019年,人均年收入达到8.4万元.
  private func direct(_ figure: Int) -> Telling? {
    let claim = page.claim(figure)
    guard claim.period != .plan else { return nil }
    let time = claim.time.map { page.draft.times[$0] }
    guard
      let year = time.map({ year($0, of: figure) })
        ?? (claim.period == .reported ? page.draft.reportYear(at: page.range(figure).lowerBound) : nil)
    else { return nil }
    return telling(noun(before: page.range(figure).lowerBound), year, figure, isBase: false)
  }

  private func telling(_ noun: Range<Int>, _ year: Int, _ figure: Int, isBase: Bool) -> Telling? {
    noun.count < 4 ? nil : Telling(noun: page.units[noun], year: year, figure: figure, isBase: isBase)
  }

  private func year(_ time: TimeMention, of figure: Int) -> Int? {
    switch time.meaning {
    case .date(let date): date.month == nil ? date.year : nil
    case .lastYear: page.draft.reportYear(at: page.range(figure).lowerBound).map { $0 - 1 }
    case .thisYear, .wholeYear: page.draft.reportYear(at: page.range(figure).lowerBound)
    default: nil
    }
  }

  /// The words before a place without the verb that leads to a figure.
  private func noun(before end: Int) -> Range<Int> {
    var (start, end) = (end, end)
    while let verb = Self.verbs.first(where: {
      end >= $0.count && page.units[end - $0.count..<end].elementsEqual($0)
    }) {
      end -= verb.count
    }
    start = end
    while start > 0, end - start < 16, Mark.isHan(page.units[start - 1]),
      !Self.breaks.contains(page.units[start - 1])
    {
      start -= 1
    }
    // 2016年全县…收入为: the year is no part of the name.
    if start > 0, start < end, Mark.isDigit(page.units[start - 1]) { start += 1 }
    return start..<end
  }

  private static let from = UnitSet("由从在")
  private static let than = UnitSet("较比")
  private static let breaks = UnitSet("的将使让把比较")
  private static let verbs = Mark.words(
    "提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 下降到 下降至 降低到 降低至 压减到 缩短到 达到 降到 降至 增至 升至 达 为 是 共 已 仅 约 有 完成 实现 分别")
}
