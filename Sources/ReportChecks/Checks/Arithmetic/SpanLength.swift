import Foundation
import ReportModel

/// 历时: how long it is from one time to another, in days, months or years.
struct SpanLength {
  var first: PartialDate
  var last: PartialDate
  /// Whether it runs from the beginning of its first month to the end of its last.
  var isWhole = false

  /// Whether a stated number of days, months or years is what the span makes, with what it makes; nil where that cannot be told.
  func inUnit(_ unit: String, as stated: Decimal) -> (fits: Bool, shown: String)? {
    switch unit {
    case "天", "日": days(stated)
    case "个月": months(stated)
    case "年": years(stated)
    default: nil
    }
  }

  /// Whether a length told comes near it.
  func isNear(_ count: Int, _ unit: String) -> Bool {
    let days = (first.dayNumber ?? 0, last.dayNumber ?? 0)
    let length = unit == "个月" ? (monthsBetween ?? 0) + 1 : unit == "年" ? count : days.1 - days.0 + 1
    return count * 2 >= length && count <= length * 2
  }

  private var monthsBetween: Int? {
    guard let a = first.month, let b = last.month else { return nil }
    return (last.year - first.year) * 12 + b - a
  }

  /// With the first day counted or not; a February in between may have had a 29th.
  private func days(_ stated: Decimal) -> (fits: Bool, shown: String)? {
    guard let from = first.dayNumber, let to = last.dayNumber, to > from else { return nil }
    let days = to - from + 1
    let mayLeap = isSupposed && first.month ?? 12 < 3 && last.month ?? 1 > 2
    return ((days - 1...days + (mayLeap ? 1 : 0)).contains { Decimal($0) == stated }, "\(days)天")
  }

  private func months(_ stated: Decimal) -> (fits: Bool, shown: String)? {
    guard let months = monthsBetween else { return nil }
    if let from = first.day, let to = last.day {
      let days = months * 30 + to - from
      return (
        [days - 12, days + 1, days + 12].contains { Decimal(($0 + 15) / 30) == stated },
        "约\(max(1, (days + 15) / 30))个月"
      )
    }
    let fits = Decimal(months + 1) == stated || !isWhole && Decimal(months) == stated
    return (fits, isWhole ? "\(months + 1)个月" : "\(months)个月，首尾都算是\(months + 1)个月")
  }

  private func years(_ stated: Decimal) -> (fits: Bool, shown: String)? {
    let years = last.year - first.year
    guard let months = monthsBetween else {
      return ([years, years + 1].contains { Decimal($0) == stated }, "\(years)年，首尾都算是\(years + 1)年")
    }
    if years == 0, stated >= 1 { return (months >= 10 && stated == 1, "\(months + 1)个月") }
    let whole = (-2...3).filter { (months + $0) % 12 == 0 }.map { Decimal((months + $0) / 12) }
    guard whole.isEmpty else { return (whole.contains(stated), "\((months + 1) / 12)年左右") }
    // 2025年7月至2026年12月,为期一年: half a year off, and no few years of which it could be the round number.
    let off = abs(Decimal(months + 1) - stated * 12)
    return off >= 6 && off * 4 >= stated * 12 ? (false, "\(months + 1)个月") : nil
  }

  /// Told without its years, which were supposed then.
  private var isSupposed: Bool { first.year == 2001 }

  /// A date, without a year that was only supposed.
  static func text(_ date: PartialDate) -> String {
    guard date.year == 2001 || date.year == 2002 else { return date.chinese }
    return date.chinese.split(separator: "年").last.map(String.init) ?? date.chinese
  }
}

extension PartialDate {
  /// Days from a day long ago; nil where the day is not said.
  var dayNumber: Int? {
    guard let month, let day else { return nil }
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let past = month > 2 ? year : year - 1
    return year * 365 + past / 4 - past / 100 + past / 400 + before[month - 1] + day
  }
}

/// 月初、月底: the part of its month that a time names.
enum PartOfMonth {
  static func isBeginning(_ text: String) -> Bool { text.contains("初") }
  static func isEnd(_ text: String) -> Bool { text.hasSuffix("底") || text.hasSuffix("末") }
}
