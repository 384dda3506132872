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
