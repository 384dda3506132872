/// 完成时限: when a task is due, as written and as understood.
public struct Deadline: Hashable, Sendable {
  /// What the words mean.
  public enum Meaning: Hashable, Sendable {
    /// A year, a month or a day.
    case date(PartialDate)
    /// A quarter, 1 to 4.
    case quarter(Int, year: Int?)
    /// A month without its year.
    case month(Int)
    /// 年底.
    case yearEnd(year: Int?)
    /// 上半年.
    case firstHalf(year: Int?)
    /// 长期.
    case longTerm
    /// Words that were not understood.
    case unknown
  }

  /// The source's own words.
  public var wording: String
  /// What they mean.
  public var meaning: Meaning

  /// A deadline as written and as understood.
  public init(wording: String, meaning: Meaning) {
    self.wording = wording
    self.meaning = meaning
  }

  /// The year it falls into, where the words tell, or `year` where they name none.
  public func year(in year: Int) -> Int? {
    switch meaning {
    case .date(let date): date.year
    case .quarter(_, let own), .yearEnd(let own), .firstHalf(let own): own ?? year
    case .month: year
    case .longTerm, .unknown: nil
    }
  }

  /// The quarter it falls into, 1 to 4, where the words tell.
  public var quarter: Int? {
    switch meaning {
    case .date(let date): date.month.map { ($0 + 2) / 3 }
    case .month(let month): (month + 2) / 3
    case .quarter(let quarter, _): quarter
    case .yearEnd: 4
    case .firstHalf: 2
    case .longTerm, .unknown: nil
    }
  }

  /// How tables and reports print it: dates as 2021年9月, words that say more than a date (6月底, 9月前) as written.
  public var chinese: String {
    guard case .date(let date) = meaning, !["底", "末", "前", "完成"].contains(where: wording.hasSuffix) else {
      return wording
    }
    return date.chinese
  }
}
