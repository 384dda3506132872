import Foundation
import ReportModel

/// A number known only up to its rounding: what the digits printed leave open.
struct Interval {
  var low: Decimal
  var high: Decimal

  /// What a printed figure stands for. Only decimals were rounded: 12家 and 5亿元 are exact, 1.2万人 is not.
  init(_ quantity: Quantity) {
    let isWhole = quantity.precision == 0 || quantity.precision == 4 || quantity.precision == 8
    let half = isWhole ? 0 : Reckoning.half(quantity)
    low = quantity.value - half
    high = (quantity.upperBound ?? quantity.value) + half
  }

  init(low: Decimal, high: Decimal) {
    self.low = low
    self.high = high
  }

  static func + (a: Interval, b: Interval) -> Interval { Interval(low: a.low + b.low, high: a.high + b.high) }

  /// What the sum of some printed figures stands for.
  static func sum(_ quantities: [Quantity]) -> Interval {
    quantities.reduce(Interval(low: 0, high: 0)) { $0 + Interval($1) }
  }

  func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }
}

/// How a calculated number stands to a printed one.
enum Agreement {
  /// Equal under the digits printed.
  case equal
  /// Cut instead of rounded: 72.97 printed as 72.9.
  case truncated
  /// Equal only if the figures it follows from were rounded, too.
  case within
  /// The printed figure is approximate and not far off.
  case near
  /// Not equal.
  case apart
}

/// A quotient, kept as its two sides: to hold it against a printed figure takes no division.
struct Quotient {
  /// What is divided, and by what; the divisor is more than nothing.
  let dividend: Decimal
  let divisor: Decimal
  fileprivate let least: (dividend: Decimal, divisor: Decimal)
  fileprivate let most: (dividend: Decimal, divisor: Decimal)

  /// Of two figures: nil where the divisor may be nothing.
  init?(_ a: Quantity, by b: Quantity, times factor: Decimal = 1) {
    let (x, y) = (Interval(a), Interval(b))
    guard b.value > 0, a.value >= 0, y.low > 0 else { return nil }
    (dividend, divisor) = (a.value * factor, b.value)
    (least, most) = ((x.low * factor, y.high), (x.high * factor, y.low))
  }

  /// Of two exact numbers, the second more than nothing.
  init(_ dividend: Decimal, by divisor: Decimal) {
    (self.dividend, self.divisor) = (dividend, divisor)
    (least, most) = ((dividend, divisor), (dividend, divisor))
  }

  /// The number itself, for showing.
  var value: Decimal { dividend / divisor }
  /// What rounding of both sides leaves open.
  var interval: Interval {
    Interval(low: least.dividend / least.divisor, high: most.dividend / most.divisor)
  }
}

/// Exact arithmetic under the digits printed.
enum Reckoning {
  /// Compares a nominal result, and the interval that rounding of its operands leaves, with a printed figure.
  static func compare(_ value: Decimal, _ interval: Interval?, with stated: Quantity) -> Agreement {
    let unit = Decimal(sign: .plus, exponent: stated.precision, significand: 1)
    let difference = value - stated.value
    if stated.approximation != nil || stated.upperBound != nil { return near(value, stated) }
    let half = half(stated)
    if abs(difference) <= half { return .equal }
    if stated.precision != 0 || unit != 1, difference > 0, difference < unit { return .truncated }
    if let interval, interval.overlaps(Interval(low: stated.value - half, high: stated.value + half)) {
      return .within
    }
    return .apart
  }

  /// Compares a quotient, and the interval that rounding of its operands leaves, with a printed figure.
  static func compare(_ quotient: Quotient, with stated: Quantity) -> Agreement {
    let divisor = quotient.divisor
    if stated.approximation != nil || stated.upperBound != nil {
      let upper = stated.upperBound ?? stated.value
      // 近80 is a little less than 80, and not 72 or 84; 超80 is not 78.
      let word = stated.approximation
      let least: Decimal = word?.isBelow == true ? 94 : word?.mayFallShort == false ? 100 : 90
      let most: Decimal = word?.mayExceed == false ? 101 : 110
      let isNear =
        quotient.dividend * 100 >= stated.value * divisor * least
        && quotient.dividend * 100 <= upper * divisor * most
      return isNear ? .near : .apart
    }
    let half = half(stated)
    let difference = quotient.dividend - stated.value * divisor
    let allowed = half * divisor
    if abs(difference) <= allowed { return .equal }
    if stated.precision != 0, difference > 0, difference < allowed * 2 { return .truncated }
    let isWithin =
      quotient.least.dividend <= (stated.value + half) * quotient.least.divisor
      && quotient.most.dividend >= (stated.value - half) * quotient.most.divisor
    return isWithin ? .within : .apart
  }

  /// Whether a few parts with the digits of their total or finer ones miss it by its last digit.
  static func isOff(_ parts: [Quantity], _ total: Quantity, by difference: Decimal) -> Bool {
    let finer = parts.count { $0.precision < total.precision }
    return parts.count <= (finer > 0 ? 4 : 3) && parts.allSatisfy { $0.precision <= total.precision }
      && difference >= half(total) * 2
  }

  /// Half of what the last digit of a printed figure stands for.
  static func half(_ stated: Quantity) -> Decimal {
    Decimal(sign: .plus, exponent: stated.precision - 1, significand: 5)
  }

  private static func near(_ value: Decimal, _ stated: Quantity) -> Agreement {
    let upper = stated.upperBound ?? stated.value
    let isNear = value >= stated.value * 9 / 10 && value <= upper * 11 / 10
    return isNear ? .near : .apart
  }

  /// A calculated number with the digits of a printed one, and at least two decimals.
  static func text(_ value: Decimal, like stated: Quantity) -> String {
    var scaled = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &scaled, max(2, -stated.precision), .plain)
    return stated.precision >= 4 ? FigurePage.number(rounded, precision: stated.precision) : "\(rounded)"
  }

  /// Whether a slip of the pen in one figure would explain a difference: neighbouring digits swapped, one wrong among at least so many,
  /// or the point moved. It may settle a proposed relation; it never proposes one.
  static func isSlip(_ figure: Decimal, _ meant: Decimal, digits least: Int = 3) -> Bool {
    PrintedNumber(figure).isSlip(of: PrintedNumber(meant), digits: least)
  }

  /// How many powers of ten one figure is off another, where that is all that parts them.
  static func powersOff(_ figure: Decimal, _ meant: Decimal) -> Int? {
    PrintedNumber(figure).powersOff(PrintedNumber(meant))
  }

  /// The digits of a number without the zeros at its ends.
  static func plainDigits(_ value: Decimal) -> [UInt8] { PrintedNumber(value).digits }

  /// How many digits a number has without the zeros at its ends: 20万 has one.
  static func significant(_ value: Decimal) -> Int { PrintedNumber(value).digits.count }
}

/// Percentages as a clerk writes them.
enum Percent {
  /// With the digits of the printed one, and at least as many as tell the two apart.
  static func text(_ value: Decimal, like stated: Quantity) -> String {
    var scaled = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &scaled, min(2, max(1, -stated.precision)), .plain)
    return "\(rounded)%"
  }
}
