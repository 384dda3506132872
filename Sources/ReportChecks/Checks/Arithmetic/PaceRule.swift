import Foundation
import ReportModel

/// 序时进度: a rate said to be ahead of the time passed or behind it, where the months that the report tells of say how much of the
/// year that is: 到6月底…完成率58.3%,超序时进度8.3个百分点. Reported with the changes.
struct PaceRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for points in page.draft.quantities.indices where page.isPoints(points) && page.isExact(points) {
      let rate = points - 1
      let lead = page.words(page.lead(points))
      guard lead.containsAny(Self.paces), page.siblings(of: points).contains(rate), page.isPercent(rate),
        page.isExact(rate), page.claim(rate).change == nil, page.before(points).count <= 16,
        let months = page.monthsTold(by: rate), months.lowerBound == 1, months.upperBound < 12
      else { continue }
      let isBehind = lead.containsAny(Self.behind)
      guard isBehind || lead.containsAny(Self.ahead) else { continue }
      let share = Decimal(months.upperBound) * 100 / 12
      let off = isBehind ? share - page.value(rate) : page.value(rate) - share
      let fits = Reckoning.compare(off, nil, with: page.quantity(points)) != .apart
      var shown = share
      var base = Decimal()
      NSDecimalRound(&base, &shown, 2, .plain)
      let equation = isBehind ? "\(base)%-\(page.number(rate))" : "\(page.number(rate))-\(base)%"
      book.weigh(
        points, by: [rate], .change, fits ? .verified : .broken, on: page,
        "\(equation)=\(Reckoning.text(off, like: page.quantity(points)))",
        "与序时进度（\(months.upperBound)个月应为\(base)%）相差的百分点不符")
    }
  }

  private static let paces = ["序时", "时序进度", "时间进度"]
  private static let ahead = ["超", "快于", "高于", "高出", "领先", "快", "高"]
  private static let behind = ["低于", "慢于", "落后", "滞后", "欠", "差", "低"]
}
