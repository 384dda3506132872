/// 日期: a year, a year and month, or a full date, as far as a document says it.
public struct PartialDate: Hashable, Sendable, Comparable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12, if said.
  public let month: Int?
  /// The day, if said.
  public let day: Int?

  /// A date, or nil where no such date exists in the calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1900...2200).contains(year) else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let day {
      guard let month, (1...Self.days(in: month, of: year)).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Earlier before later; a coarser date stands before the finer ones inside it.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  /// The ledger's spelling: `2021`, `2021-05`, `2021-05-20`.
  public var ledgerText: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ([String(year)] + [month, day].compactMap { $0 }.map(two)).joined(separator: "-")
  }

  /// The spelling of official documents: 2022年7月, without leading zeros (GB/T 9704-2012, 7.3.5.4).
  public var chinese: String {
    "\(year)年" + (month.map { "\($0)月" } ?? "") + (day.map { "\($0)日" } ?? "")
  }

  /// 星期: 0 for Sunday to 6 for Saturday; nil where the day is not said.
  public var weekday: Int? {
    guard let month, let day else { return nil }
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let base = month < 3 ? year - 1 : year
    return (base + base / 4 - base / 100 + base / 400 + shifts[month - 1] + day) % 7
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
