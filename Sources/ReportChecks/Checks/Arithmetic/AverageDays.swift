import Foundation
import ReportModel

/// 日均: averages of a day, and the days that they are of.
extension AverageRule {
  /// 全年办理24000件,月均2000件; 上半年受理3276件,月均546件: of the months that are told.
  func monthly(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.lead(figure)
    let total = figure - 1
    // 日均供水3.6万吨,全年供水131.4万吨: the same deed by the day and by the year.
    let next = figure + 1
    if lead.count > 3, page.words(lead).contains("日均"), page.siblings(of: figure).contains(next),
      page.sameUnit(figure, next), page.claim(next).change == nil, page.before(next).count <= 10,
      page.words(page.lead(next)).hasPrefix("全年"), page.shares(lead.dropFirst(2), with: page.lead(next))
    {
      return daily(figure, next, &book)
    }
    guard lead.count <= 12,
      let part = Self.parts.first(where: { page.words(lead).containsAny($0.words) }),
      page.siblings(of: figure).contains(total), page.sameUnit(total, figure),
      page.claim(total).change == nil,
      // 日均服务5500人次,每个综合体日均500人次: the one is a daily average as well.
      !page.words(page.lead(total)).containsAny(part.words),
      // 历时30天,共清理4500处: so many days are said.
      part.months == nil && toldDays(figure) != nil
        || !(page.siblings(of: figure).lowerBound..<total).contains { ["天", "日"].contains(page.unit($0)) },
      // 编发简报18期,平均每月1.5期: in the year that the report is on.
      page.words(page.before(total)).containsAny(Self.years)
        || page.before(figure).count <= 8 && lead.count <= 8,
      let months = page.monthsTold(by: total)
    else { return }
    guard let length = part.months else {
      return daily(figure, total, in: months, &book)
    }
    // 到12月底的5个月里: as many as are said.
    let said = (page.siblings(of: figure).lowerBound..<total).last { page.unit($0) == "个月" }
    let count = (said.map(page.value) ?? Decimal(months.count)) / length
    let value = page.value(total) / count
    let agreement = Reckoning.compare(value, nil, with: page.quantity(figure))
    let isBroken = agreement == .apart && page.isExact(figure) && page.isExact(total)
    book.weigh(
      figure, by: [total], .average, isBroken ? .broken : agreement == .apart ? .undecided : .verified,
      on: page, "\(page.number(total))/\(count)=\(rounded(value, page.quantity(figure)))",
      "平均数与\(months.count)个月的总数不符")
  }

  /// 全年新登记8800户,平均每天24户: the days of a year, or its working days.
  func daily(
    _ figure: Int, _ total: Int, in months: ClosedRange<Int> = 1...12, _ book: inout RelationBook
  ) {
    let told = toldDays(figure)
    let days = told ?? months.reduce(0) { $0 + [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][$1 - 1] }
    let fits =
      (told != nil
      ? [days] : months.count == 12 ? [365, 366, 250, 249, 251, 248, 360] : Self.workdays(of: days))
      .contains { days in
        Reckoning.compare(page.value(total) / Decimal(days), nil, with: page.quantity(figure)) != .apart
      }
    let isFar =
      page.value(figure) * Decimal(days) * 5 > page.value(total) * 8
      || page.value(figure) * Decimal(days) * 5 < page.value(total) * 4
    let value = page.value(total) / Decimal(days)
    // 日均2637人次 of 86.4万: two digits of 2367 swapped, which no number of days explains.
    let year = PrintedNumber(Decimal(NSDecimalNumber(decimal: value + Decimal(0.5)).intValue))
    let isSwapped =
      year.digits.count >= 3 && page.printed(figure).tally == year.tally
      && page.printed(figure).isSlip(of: year, digits: 9) && page.quantity(figure).precision == 0
    let isBroken = !fits && (isFar || isSwapped || told != nil) && page.isExact(figure) && page.isExact(total)
    book.weigh(
      figure, by: [total], .average, isBroken ? .broken : fits ? .verified : .undecided, on: page,
      "\(page.number(total))/\(days)=\(rounded(value, page.quantity(figure)))", "日均数与全年数不符",
      severity: .warning)
  }

  /// 上半年(共181天): the days that a text counts itself.
  func toldDays(_ figure: Int) -> Int? {
    let told = page.siblings(of: figure).filter { $0 < figure && page.unit($0) == "天" && page.isExact($0) }
    guard told.count == 1, let days = page.smallCount(told[0], upTo: 366), days > 27,
      page.words(page.lead(told[0])).hasAnySuffix(["共", "按", "计"])
    else { return nil }
    return days
  }

  /// The days of some months, and how many of them may be working days.
  private static func workdays(of days: Int) -> [Int] {
    [days, days + 1] + Array(days * 62 / 100...days * 72 / 100)
  }

  private static let overEach = UnitSet("亩户人村")

  /// What is averaged over: the words of 平均每家 behind 每, of 户均 before 均.
  func base(_ cue: Range<Int>, _ figure: Int) -> [UInt16] {
    // 每吨均价: 每 may stand before the cue.
    let words = lead(figure).lowerBound..<page.range(figure).lowerBound
    if let every = words.firstIndex(where: { page.units[$0] == 0x6BCF }) {
      return Array(page.units[(every + 1)..<words.upperBound])
    }
    guard let average = words.first(where: { page.units[$0] == Mark.average }), average > words.lowerBound
    else { return [] }
    // 平均亩产: over what the unit behind it says.
    if page.units[average - 1] == 0x5E73 {
      let next = average + 1
      return next + 1 < words.upperBound && Self.overEach.contains(page.units[next]) ? [page.units[next]] : []
    }
    return [page.units[average - 1]]
  }
}
