import Foundation
import ReportModel

/// 起止钟点: 上午8时30分开门、下午6时关门,连续服务9.5小时: how long it is from one time of the day to another.
enum ClockSpan {
  /// The number of hours that two times do not make, with what they make.
  static func faults(_ page: FigurePage) -> [(figure: Int, shown: Decimal)] {
    page.draft.quantities.indices.compactMap { figure in
      guard hours.contains(page.unit(figure)), page.isExact(figure), page.claim(figure).change == nil
      else { return nil }
      let lead = page.words(page.lead(figure))
      let clocks = clocks(page, page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound)
      guard clocks.count == 2, clocks[1].minutes > clocks[0].minutes,
        clocks[1].start - clocks[0].end <= 12, page.range(figure).lowerBound - clocks[1].end <= 16,
        !lead.containsAny(changes),
        !page.has(Mark.semicolon, in: clocks[0].end..<page.range(figure).lowerBound)
      else { return nil }
      let shown = Decimal(clocks[1].minutes - clocks[0].minutes) / 60
      // 服务7小时: a break at noon may lie between.
      let fits = page.value(figure) == shown || page.value(figure) < shown && !lead.contains("连续")
      return fits ? nil : (figure, shown)
    }
  }

  private typealias Clock = (minutes: Int, start: Int, end: Int)

  private static func clocks(_ page: FigurePage, _ range: Range<Int>) -> [Clock] {
    range.compactMap { index in
      let units = page.units
      guard marks.contains(units[index]),
        let hour = units.number(endingAt: index, from: range.lowerBound), hour.value <= 24
      else { return nil }
      var (minutes, end) = (hour.value * 60, index + 1)
      if let minute = units.number(from: end, to: range.upperBound), minute.value < 60 {
        (minutes, end) = (minutes + minute.value, minute.end)
      } else if end < range.upperBound, units[end] == half {
        (minutes, end) = (minutes + 30, end + 1)
      }
      let before = page.words((range.lowerBound..<hour.start).suffix(2))
      if hour.value < 12, before.containsAny(["下午", "晚"]) { minutes += 12 * 60 }
      return (minutes, hour.start, end)
    }
  }

  private static let hours: Set<String> = ["小时", "个小时"]
  private static let changes = ["延长", "增加", "缩短", "减少", "比", "每", "平均", "提前", "推迟"]
  private static let marks = UnitSet("时点:")
  private static let half: UInt16 = 0x534A  // 半
}
