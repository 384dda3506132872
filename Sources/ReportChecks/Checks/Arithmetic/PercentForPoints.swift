import Foundation
import ReportModel

/// 百分点: the difference of two percentages told as a percentage: 由86.4%提高到95.1%,提高8.7%.
extension ChangeRule {
  /// Points, or a percentage where points are meant.
  func isDifference(_ figure: Int) -> Bool { page.isPoints(figure) || page.isPercent(figure) }

  /// A percentage between two percentages is one of growth, or else it must not be their difference.
  func percentForPoints(_ figure: Int, from start: Int, to end: Int, _ book: inout RelationBook) {
    let (a, b) = (page.quantity(start), page.quantity(end))
    guard a.value > 0, [start, end, figure].allSatisfy(page.isExact) else { return }
    let (x, y) = b.value > a.value ? (end, start) : (start, end)
    let (difference, stated) = (page.value(x) - page.value(y), page.quantity(figure))
    let grew = Reckoning.compare(Quotient(difference * 100, by: a.value), with: stated) == .equal
    guard grew || difference == stated.value else { return }
    // 由96.1%提高到97.4%,提高1.4%: near a hundred both fit, and rates are said to rise by points.
    let isGrowth = grew && (difference != stated.value || a.value == 100 || saysGrowth(figure))
    book.weigh(
      figure, by: [start, end], .change, isGrowth ? .verified : .broken, on: page,
      "\(page.number(x))-\(page.number(y))=\(difference)个百分点", "两个百分数相差多少应写“个百分点”")
  }

  private func saysGrowth(_ figure: Int) -> Bool {
    page.words(page.lead(figure)).containsAny(Self.growth)
  }

  private static let growth = ["增长", "增幅", "降幅", "相对"]
}

extension LastYearFiguresCheck {
  /// 就诊率91.2%,比上年提高1.7%: the rate right before a percentage that may be meant as points.
  static func rate(before change: Int, _ page: FigurePage) -> (figure: Int, isSaid: Bool)? {
    let rate = change - 1
    guard page.isPercent(change), page.siblings(of: change).contains(rate), page.isPercent(rate),
      page.claim(rate).change == nil, let year = lastYear(in: page.lead(change), page),
      page.units[page.before(change).lowerBound] == Mark.comma,
      year.lowerBound - page.before(change).lowerBound == 1,
      ["提高", "上升", "提升", "下降", "降低", "增加"].contains(where: {
        page.words(year.upperBound..<page.range(change).lowerBound) == $0
      })
    else { return nil }
    return (rate, true)
  }

  /// The difference of this year's rate and last year's, told as a percentage.
  func pointsToldAsPercent(
    _ change: Int, _ value: Int, from base: Base, up: Bool, _ study: DraftStudy, _ result: inout CheckResult
  ) {
    let page = study.page
    let difference = up ? page.value(value) - base.value : base.value - page.value(value)
    let stated = page.quantity(change)
    guard base.value > 0, difference == stated.value,
      Reckoning.compare(difference * 100 / base.value, nil, with: stated) == .apart
    else { return }
    let (this, last) = (page.number(value), FigurePage.number(base.value, precision: base.precision) + "%")
    result.report(
      study.draft.text.place(page.range(change)),
      "两个百分数相差多少应写“个百分点”：\(up ? this : last)-\(up ? last : this)=\(difference)个百分点,文中写\(page.number(change))",
      "请改为“个百分点”",
      related: [.init(study.draft.text.place(page.range(value)), "今年的数")]
        + (base.place.map { [.init($0, "上年写的数")] } ?? []))
  }

  /// 1.92万件 of 1.50万件: every growth in hundredths that lies within the rounding of both.
  func growth(of figure: Int, from base: Base, up: Bool, _ page: FigurePage) -> Interval {
    let (now, half) = (page.value(figure), page.value(figure) - Interval(page.quantity(figure)).low)
    let isWhole = [0, 4, 8].contains(base.precision)
    let slack = isWhole ? 0 : Decimal(sign: .plus, exponent: base.precision, significand: 1) / 2
    guard base.value > slack else { return Interval(low: 0, high: 0) }
    let (least, most) = (
      (now - half) * 100 / (base.value + slack) - 100, (now + half) * 100 / (base.value - slack) - 100
    )
    return up ? Interval(low: least, high: most) : Interval(low: -most, high: -least)
  }
}
