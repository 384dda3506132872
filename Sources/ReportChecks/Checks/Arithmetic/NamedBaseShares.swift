import Foundation
import ReportModel

/// 另写基数的比率: a share whose whole stands behind it in brackets, or is the days of the year. Reported with the shares.
struct NamedBaseShares {
  let page: FigurePage

  func propose(_ figure: Int, _ book: inout RelationBook) {
    let part = figure - 1
    guard page.siblings(of: figure).contains(part), page.claim(figure).change == nil,
      page.claim(part).change == nil, page.before(figure).count <= 12, page.isAmount(part),
      page.lead(figure).contains(where: { Self.names.contains(page.units[$0]) })
    else { return }
    if let whole = bracketed(behind: figure, like: part) {
      settle(figure, part, [page.value(whole)], members: [part, whole], &book)
    } else if let whole = among(part) {
      settle(figure, part, [page.value(whole)], members: [part, whole], &book)
    } else if page.unit(part) == "天", page.value(part) > 100, page.words(page.lead(part)).contains("优良") {
      settle(figure, part, Self.periods, members: [part], &book)
    }
  }

  /// 化解112件,化解率95.7%(全县积案117件).
  private func bracketed(behind figure: Int, like part: Int) -> Int? {
    let whole = figure + 1
    guard page.siblings(of: figure).contains(whole), page.sameUnit(part, whole), page.isExact(whole),
      page.before(whole).first.map({ page.units[$0] }) == 0x28, page.before(whole).count <= 14,
      page.tail(whole).upperBound < page.units.count, page.units[page.tail(whole).upperBound] == 0x29,
      page.value(part) <= page.value(whole)
    else { return nil }
    return whole
  }

  /// 覆盖96所学校中的72所,覆盖率75%.
  private func among(_ part: Int) -> Int? {
    let whole = part - 1
    guard page.siblings(of: part).contains(whole), page.sameUnit(part, whole), page.isExact(whole),
      case let between = page.units[page.range(whole).upperBound..<page.range(part).lowerBound],
      between.count <= 12, between.suffix(2).elementsEqual([Mark.among, Mark.of]),
      page.value(part) <= page.value(whole)
    else { return nil }
    return whole
  }

  private func settle(
    _ figure: Int, _ part: Int, _ wholes: [Decimal], members: [Int], _ book: inout RelationBook
  ) {
    let stated = page.quantity(figure)
    let fits = wholes.contains { whole in
      page.value(part) <= whole
        && Reckoning.compare(Quotient(page.value(part) * 100, by: whole), with: stated) != .apart
    }
    let isExact = page.isExact(figure) && page.isExact(part)
    book.weigh(
      figure, by: members, .share, fits ? .verified : isExact ? .broken : .undecided, on: page,
      "\(page.number(part))/\(wholes[0])=\(Percent.text(page.value(part) * 100 / wholes[0], like: stated))",
      "占比与所列的数不符")
  }

  private static let names = UnitSet("率占比")
  /// The days of a year, of eleven, ten and nine months, of a half year.
  private static let periods: [Decimal] = [365, 366, 334, 335, 304, 305, 273, 274, 181, 182]
}
