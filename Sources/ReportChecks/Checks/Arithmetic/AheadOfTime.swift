import Foundation
import ReportModel

/// 提前多久: 计划于9月底上线,实际6月底上线,提前两个月; 10月完成,比原定的12月提前三个月: two months and how far they lie apart.
struct AheadOfTime {
  let page: FigurePage

  struct Fault {
    var figure: Int
    var months: Int
  }

  func found() -> [Fault] {
    page.draft.quantities.indices.compactMap { figure in
      guard page.unit(figure) == "个月", page.isExact(figure), page.quantity(figure).precision == 0,
        page.words(page.lead(figure)).hasAnySuffix(["提前", "提前了", "推迟", "推迟了", "延后", "晚了", "滞后"])
      else { return nil }
      let sentence = page.sentence(of: figure)
      let before = sentence.times.filter {
        page.draft.times[$0].range.upperBound <= page.range(figure).lowerBound
      }
      let times = Array(before.suffix(2))
      guard times.count == 2, let planned = month(times[0]), let actual = month(times[1]),
        case let start = page.draft.times[times[0]].range,
        case let second = page.draft.times[times[1]].range,
        before.count == 2
          && page.words((sentence.range.lowerBound..<start.lowerBound).suffix(8)).containsAny(Self.planning)
          || page.words((start.upperBound..<second.lowerBound).suffix(6)).containsAny(Self.planning),
        page.range(figure).lowerBound - second.upperBound <= 16
      else { return nil }
      let months = abs(planned - actual)
      return Decimal(months) == page.value(figure) || months > 12
        ? nil : Fault(figure: figure, months: months)
    }
  }

  /// Months counted on; both told with their years, or both without.
  private func month(_ index: Int) -> Int? {
    page.draft.times[index].inMonth.flatMap { $0.day == nil ? ($0.year ?? 0) * 12 + $0.month : nil }
  }

  private static let planning = ["计划", "原定", "预定", "应于", "要求", "规定", "拟于", "目标"]
}
