/// 日期: the day and time that a cell shows, as far as its format shows them.
public struct SheetDate: Hashable, Sendable {
  /// Year, month and day; the day that never was, 1900-02-29, is kept as Excel shows it.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1; for a format such as `yyyy"年"m"月"` it is stored but not shown.
  public var day: Int
  /// Seconds since midnight, 0 to 86,399.
  public var second: Int
  /// What of it the cell shows.
  public var shown: Shown

  /// How much of a date a cell's format shows.
  public enum Shown: Hashable, Sendable {
    /// A year alone, or a year and a month.
    case year, month
    /// A day.
    case day
    /// A day and a time, or a time alone.
    case dayAndTime, time
  }

  /// The date behind a serial number; nil outside the years 1900 to 9999.
  ///
  /// In the 1900 system day 1 is 1900-01-01 and day 60 a 29 February that there was not (kept for Lotus 1-2-3);
  /// in the 1904 system day 0 is 1904-01-01. Seconds are rounded.
  public init?(serial: SheetNumber, uses1904: Bool, shown: Shown) {
    guard serial.significand >= 0, serial.exponent >= -40, serial.exponent <= 7 else { return nil }
    // Digits and power fit: 15 digits behind the point are more than a second needs.
    var whole = serial.significand
    var fraction: Int64 = 0
    var unit: Int64 = 1
    if serial.exponent >= 0 {
      for _ in 0..<serial.exponent { whole = whole &* 10 }
    } else {
      for _ in 0..<min(-serial.exponent, 18) { unit *= 10 }
      if serial.exponent < -18 { whole = 0 }
      fraction = whole % unit
      whole /= unit
    }
    while unit > 10_000_000_000 {
      unit /= 10
      fraction /= 10
    }
    var second = Int((fraction * 86_400 * 2 + unit) / (2 * unit))
    if second == 86_400 {
      second = 0
      whole += 1
    }
    guard (0...2_958_465).contains(whole) else { return nil }
    var days = Int(whole)
    if uses1904 {
      days += 1_462
    } else if days == 60 {
      self.init(year: 1900, month: 2, day: 29, second: second, shown: shown)
      return
    } else if days < 60 {
      guard days >= 1 || shown == .time else { return nil }
      days += 1
    }
    guard days <= 2_958_465 else { return nil }
    let civil = Self.civil(days - 25_569)
    self.init(year: civil.year, month: civil.month, day: civil.day, second: second, shown: shown)
  }

  /// A date in the form of ISO 8601 (`2021-09-30`, `2021-09-30T08:30:00`), as some programs store it.
  init?(iso text: String) {
    let halves = text.split(separator: "T", maxSplits: 1)
    let parts = (halves.first ?? "").split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var second = 0
    if halves.count == 2 {
      let clock = halves[1].prefix(8).split(separator: ":").map { Int($0) ?? 0 }
      guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] < 60 else { return nil }
      second = clock[0] * 3600 + clock[1] * 60 + clock[2]
    }
    self.init(year: year, month: month, day: day, second: second, shown: second == 0 ? .day : .dayAndTime)
  }

  private init(year: Int, month: Int, day: Int, second: Int, shown: Shown) {
    self.year = year
    self.month = month
    self.day = day
    self.second = second
    self.shown = shown
  }

  /// The calendar day of a count of days since 1970-01-01, by counting from March so that leap days come last.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }
}
