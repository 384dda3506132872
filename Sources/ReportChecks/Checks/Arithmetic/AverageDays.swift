import Foundation
import ReportModel

/// 日均: averages of a day, and the days that they are of.
extension AverageRule {
  /// 全年新登记8800户,平均每天24户: the days of a year, or its working days.
  func daily(_ figure: Int, _ total: Int, _ book: inout RelationBook) {
    let fits = [365, 366, 250, 249, 251, 248, 360].contains { days in
      Reckoning.compare(page.value(total) / Decimal(days), nil, with: page.quantity(figure)) != .apart
    }
    let isFar =
      page.value(figure) * 365 * 5 > page.value(total) * 8
      || page.value(figure) * 365 * 5 < page.value(total) * 4
    let value = page.value(total) / 365
    // 日均2637人次 of 86.4万: two digits of 2367 swapped, which no number of days explains.
    let year = PrintedNumber(Decimal(NSDecimalNumber(decimal: value + Decimal(0.5)).intValue))
    let isSwapped =
      year.digits.count >= 3 && page.printed(figure).tally == year.tally
      && page.printed(figure).isSlip(of: year, digits: 9) && page.quantity(figure).precision == 0
    let isBroken = !fits && (isFar || isSwapped) && page.isExact(figure) && page.isExact(total)
    book.weigh(
      figure, by: [total], .average, isBroken ? .broken : fits ? .verified : .undecided, on: page,
      "\(page.number(total))/365=\(rounded(value, page.quantity(figure)))", "日均数与全年数不符", severity: .warning)
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
