/// 数量: a figure in the text.
public struct QuantityMention: Hashable, Sendable {
  /// Where it stands: numeral, approximating words beside it and unit.
  public var range: Range<Int>
  /// Where the numeral itself stands, without words and unit.
  public var numeral: Range<Int>
  /// What it says.
  public var quantity: Quantity

  /// A figure in the text.
  public init(range: Range<Int>, numeral: Range<Int>, quantity: Quantity) {
    self.range = range
    self.numeral = numeral
    self.quantity = quantity
  }
}

/// 书名号: a title in 《》, or nested in one in 〈〉 or 《》.
public struct TitleMention: Hashable, Sendable {
  /// Where it stands, with its marks.
  public var range: Range<Int>
  /// 0 for a title in running text, 1 for one inside another title.
  public var depth: Int

  /// A title in the text.
  public init(range: Range<Int>, depth: Int) {
    self.range = range
    self.depth = depth
  }

  /// The title without its marks.
  public var inner: Range<Int> { range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1) }
}

/// 时间: a date, a year or a period.
public struct TimeMention: Hashable, Sendable {
  /// What kind of time is meant.
  public enum Meaning: Hashable, Sendable {
    /// A year, month or day with its year: 2021年, 2021年9月, 2022-12-21.
    case date(PartialDate)
    /// 2021—2023年.
    case years(Int, Int)
    /// A month or day without its year: 9月, 3月8日.
    case month(Int, day: Int?)
    /// 1—9月; the year if said.
    case months(Int, Int, year: Int?)
    /// 三季度, 前三季度 (true), with the year if said.
    case quarter(Int, fromStart: Bool, year: Int?)
    /// 上半年 (1) or 下半年 (2).
    case half(Int, year: Int?)
    /// 今年, 本年度, 当年.
    case thisYear
    /// 全年, 全年度.
    case wholeYear
    /// 去年, 上年, 上年同期.
    case lastYear
    /// 明年, 下一年, 来年.
    case nextYear
    /// 近三年, 五年来: the last years.
    case recentYears(Int)
    /// 目前, 截至目前.
    case now
    /// 十四五, 十三五: the number of the five-year plan.
    case fiveYearPlan(Int)
  }

  /// How the time stands to what is told.
  public enum Relation: Hashable, Sendable {
    /// At or in that time.
    case during
    /// 截至…: up to that time.
    case upTo
    /// 自…以来: since that time.
    case since
  }

  /// Where it stands.
  public var range: Range<Int>
  /// What it means.
  public var meaning: Meaning
  /// How it stands to what is told.
  public var relation: Relation

  /// A time in the text.
  public init(range: Range<Int>, meaning: Meaning, relation: Relation = .during) {
    self.range = range
    self.meaning = meaning
    self.relation = relation
  }
}

/// 称谓: a stretch that is a name or a label, not a count: 第二批, 1+5+3, G347, 〔2021〕5号, a unit's name.
public struct NameMention: Hashable, Sendable {
  /// What kind of name.
  public enum Kind: Hashable, Sendable {
    /// 第二批, 3号, 二期: with its number.
    case ordinal(Int)
    /// A name made of figures: 1+5+3, 7×24, G347, 335工作法, a telephone number, “五个一”, 三年行动计划; a share such as 三分之一.
    case figures
    /// 文号: 〔2021〕5号.
    case documentNumber
    /// An institution: …局, …委员会, …街道.
    case unit
    /// 附件1: with its number, 0 where there is none.
    case attachment(Int)
  }

  /// Where it stands.
  public var range: Range<Int>
  /// What kind of name.
  public var kind: Kind

  /// A name in the text.
  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
