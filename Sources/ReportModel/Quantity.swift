public import Foundation

/// 约数: the word beside a figure that says it is not exact, as the source has it.
///
/// Practice; the words are those that GB/T 15835-2011 and official prose use with figures.
public enum Approximation: String, Hashable, Sendable, CaseIterable {
  /// 余, 多: a little more than the figure.
  case overYu = "余"
  case overDuo = "多"
  /// 近, 接近, 将近: a little less.
  case nearly = "近"
  /// 不足, 不到: less, with regret or with pride.
  case under = "不足"
  /// 约, 大约, 约为, 左右, 上下: about.
  case about = "约"
  case around = "左右"
  /// 超, 超过, 超出: more than.
  case exceeds = "超"
  /// 逾: more than, in written style.
  case beyond = "逾"
  /// 突破: more than, for the first time.
  case passes = "突破"
  /// 以上, 不低于, 不少于, 至少: the figure or more.
  case orMore = "以上"
  /// 以下, 不超过, 不高于: the figure or less.
  case orLess = "以下"
  /// 数十, 几百, 上千: only an order of magnitude.
  case several = "数"

  /// Whether the true value may lie above the figure.
  public var mayExceed: Bool { self != .orLess && !isBelow }

  /// Whether the true value lies just above the figure: 超, 逾, 突破.
  public var isAbove: Bool { self == .exceeds || self == .beyond || self == .passes }

  /// Whether the true value lies just below the figure: 近, 不足.
  public var isBelow: Bool { self == .nearly || self == .under }

  /// Whether the true value may lie below the figure.
  public var mayFallShort: Bool {
    switch self {
    case .nearly, .under, .about, .around, .orLess, .several: true
    case .overYu, .overDuo, .exceeds, .beyond, .passes, .orMore: false
    }
  }
}

/// 数量: a figure with its unit and how exactly it was meant.
public struct Quantity: Hashable, Sendable {
  /// The exact value, 万 and 亿 multiplied in; of a range its lower end. Percentages keep their printed
  /// number: 91.4% is 91.4 with the unit `%`.
  public var value: Decimal
  /// The upper end of a range such as 3-5名.
  public var upperBound: Decimal?
  /// The unit as written (项, 个, 平方米, %), without 万 and 亿; empty where none stands there.
  public var unit: String
  /// The approximating word, if any.
  public var approximation: Approximation?
  /// The place value of the last printed digit as a power of ten: 0 for 12, -2 for 3.12, 4 for 12万, 2 for 3.12万.
  /// Two figures are equal "under the digits printed" when they differ by less than half of it.
  public var precision: Int

  /// A quantity.
  public init(
    _ value: Decimal, upperBound: Decimal? = nil, unit: String = "", approximation: Approximation? = nil,
    precision: Int = 0
  ) {
    self.value = value
    self.upperBound = upperBound
    self.unit = unit
    self.approximation = approximation
    self.precision = precision
  }

  /// Whether both are counted in one unit: 个百分点 and 百分点 are the same.
  public func countsLike(_ other: Quantity) -> Bool {
    unit == other.unit || Self.points.contains(unit) && Self.points.contains(other.unit)
  }

  private static let points: Set<String> = ["个百分点", "百分点"]
}
