import Foundation
import ReportModel

/// 年均: a total of some years against so many a year. Reported with the averages.
struct YearlyAverageRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices where page.isAmount(figure) && page.isTold(figure) {
      let lead = page.lead(figure)
      guard (2...10).contains(lead.count), page.words(lead).hasAnyPrefix(Self.cues)
      else { continue }
      read(figure, &book)
    }
  }

  private func read(_ figure: Int, _ book: inout RelationBook) {
    guard let total = total(of: figure), page.value(total) > page.value(figure) else { return }
    let spans = spans()
    guard let span = spans.first else { return }
    let fits = spans.contains { years in
      let value = page.value(total) / Decimal(years)
      return Reckoning.compare(value, nil, with: page.quantity(figure)) != .apart
        || !page.isExact(figure) && !isFarOff(figure, value)
    }
    settle(figure, total, by: Decimal(span), fits, &book)
  }

  /// 年均近28件 of 31.6: what is said loosely is no farther off than that.
  private func isFarOff(_ figure: Int, _ value: Decimal) -> Bool {
    guard let said = page.quantity(figure).approximation else { return false }
    let (low, high): (Decimal, Decimal) =
      switch said {
      case .about, .around, .several: (75, 130)
      case .nearly, .under, .orLess: (80, 105)
      case .overYu, .overDuo, .exceeds, .beyond, .passes, .orMore: (95, 115)
      }
    return value * 100 < page.value(figure) * low || value * 100 > page.most(figure) * high
  }

  private func settle(
    _ figure: Int, _ total: Int, by count: Decimal, _ fits: Bool, _ book: inout RelationBook
  ) {
    let value = page.value(total) / count
    book.weigh(
      figure, by: [total], .average, fits ? .verified : .broken, on: page,
      "\(page.number(total))/\(count)=\(Reckoning.text(value, like: page.quantity(figure)))", "平均数与总数不符")
  }

  /// The total that an average is of: the figure of its unit told last before it.
  private func total(of figure: Int) -> Int? {
    let total = figure - 1
    guard page.siblings(of: figure).contains(total), page.sameUnit(total, figure), page.isExact(total),
      page.claim(total).change == nil, page.value(figure) > 0, page.claim(figure).change == nil,
      !page.has(Mark.semicolon, in: page.before(figure)),
      !page.cues.has([.average, .each], in: page.lead(total))
    else { return nil }
    return total
  }

  /// The numbers of years that the draft tells of: 五年来, 近三年, “十四五”.
  private func spans() -> [Int] {
    var spans: [Int] = []
    for index in page.units.indices.dropFirst().dropLast() where page.units[index] == Self.year {
      guard let years = Self.numerals.firstIndex(of: page.units[index - 1]).map({ $0 + 2 }), index > 1,
        Self.behind.contains(page.units[index + 1]) || Self.before.contains(page.units[index - 2]),
        !spans.contains(years)
      else { continue }
      spans.append(years)
    }
    // “十四五”期间.
    if spans.isEmpty, page.draft.times.contains(where: isPlanPeriod) { spans.append(5) }
    return spans
  }

  private func isPlanPeriod(_ time: TimeMention) -> Bool {
    page.words(time.range).contains("十") && page.words(time.range).contains("五")
      && !time.range.contains { page.units[$0] == Self.year }
  }

  private static let cues = ["年均", "平均每年", "每年平均"]
  private static let year: UInt16 = 0x5E74  // 年
  private static let numerals = Mark.word("二三四五六七八九十")
  private static let behind = UnitSet("来间累共里中以期")
  private static let before = UnitSet("近去这")
}
