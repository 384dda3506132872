import Foundation
import ReportModel

/// A numeral as it is printed: digits and scale, not yet a quantity.
struct Numeral {
  /// Just behind its last character.
  var end: Int
  /// All digits as one number.
  var mantissa: UInt64
  /// The power of ten that the mantissa is to be multiplied by: decimals negative, 万 and 亿 positive.
  var exponent: Int
  /// The place value of the last printed digit.
  var precision: Int
  /// Whether it is written in Chinese numerals.
  var isChinese = false
  /// How many characters of it are digits before the point.
  var integerDigits: Int
  /// Whether it carries 十, 百, 千, 万 or 亿.
  var hasScale = false
  /// Whether it has a decimal point.
  var hasFraction = false
  /// 余, 多, 几 or 数 inside it.
  var approximation: Approximation?

  /// How it is written, as far as units care.
  enum Writing {
    case arabic, smallChinese, largeChinese, anyNumeral
  }

  var writing: Writing { isChinese ? (mantissa < 10 ? .smallChinese : .largeChinese) : .arabic }

  var value: Decimal {
    Decimal(sign: .plus, exponent: exponent, significand: Decimal(mantissa))
  }

  /// The value where it is a whole number below a million.
  var small: Int? {
    guard exponent == 0, mantissa < 1_000_000 else { return nil }
    return Int(mantissa)
  }
}

/// Reads numerals at a place. Values beyond 18 digits are no figures of a report.
struct NumeralScanner {
  let units: UnsafeBufferPointer<UInt16>
  let kinds: UnsafeBufferPointer<UInt8>
  let values: UnsafeBufferPointer<UInt8>

  static let powers: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000_000]

  @inline(__always)
  func kind(_ index: Int) -> CharacterKind {
    CharacterKind(rawValue: kinds[Int(units[index])]) ?? .other
  }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { kinds[Int(units[index])] == CharacterKind.digit.rawValue }

  @inline(__always)
  func value(_ index: Int) -> Int { Int(values[Int(units[index])]) }

  /// An Arabic numeral with groups, decimals and a scale: 1,234.5, 1.5万, 20多亿, 1万5千.
  func arabic(at start: Int, end: Int) -> Numeral? {
    var index = start
    var mantissa: UInt64 = 0
    var digits = 0
    while index < end, isDigit(index) {
      guard digits < 18 else { return nil }
      mantissa = mantissa * 10 + UInt64(value(index))
      digits += 1
      index += 1
    }
    if digits <= 3, mantissa > 0 {
      while index + 3 < end, units[index] == Unit.comma, isDigit(index + 1), isDigit(index + 2),
        isDigit(index + 3),
        index + 4 >= end || !isDigit(index + 4), digits < 16
      {
        for offset in 1...3 { mantissa = mantissa * 10 + UInt64(value(index + offset)) }
        digits += 3
        index += 4
      }
    }
    var numeral = Numeral(end: index, mantissa: mantissa, exponent: 0, precision: 0, integerDigits: digits)
    if index + 1 < end, units[index] == Unit.point, isDigit(index + 1) {
      index += 1
      var all = digits
      while index < end, isDigit(index) {
        all += 1
        guard all < 18 else { return nil }
        numeral.mantissa = numeral.mantissa * 10 + UInt64(value(index))
        numeral.exponent -= 1
        index += 1
      }
      numeral.hasFraction = true
    }
    numeral.end = index
    numeral.precision = numeral.exponent
    return scaled(numeral, end: end)
  }

  /// Adds the scale behind Arabic digits, with 余 or 多 before or after it.
  private func scaled(_ start: Numeral, end: Int) -> Numeral {
    var numeral = start
    var index = start.end
    var approximation: Approximation?
    if let word = approximate(index, end), index + 1 < end, isScale(index + 1, end) {
      approximation = word
      index += 1
    }
    var power = 0
    while index < end, isScale(index, end), power < 12 {
      power += Self.tens(value(index))
      index += 1
    }
    guard power > 0 else { return start }
    numeral.exponent += power
    numeral.precision += power
    numeral.hasScale = true
    numeral.approximation = approximation
    numeral.end = index
    return compounded(numeral, power: power, end: end)
  }

  /// 1万5千, 3亿2000万: a second part with a smaller scale.
  private func compounded(_ first: Numeral, power: Int, end: Int) -> Numeral {
    guard first.approximation == nil, first.end < end, isDigit(first.end), !first.hasFraction else {
      return first
    }
    var index = first.end
    var mantissa: UInt64 = 0
    var digits = 0
    while index < end, isDigit(index), digits < 5 {
      mantissa = mantissa * 10 + UInt64(value(index))
      digits += 1
      index += 1
    }
    var lower = 0
    while index < end, isScale(index, end), lower < 8 {
      lower += Self.tens(value(index))
      index += 1
    }
    guard lower > 0 || digits == 4, digits + lower <= power, power - lower <= 8 else { return first }
    var factor: UInt64 = 1
    for _ in 0..<(power - lower) { factor *= 10 }
    guard first.mantissa < 1_000_000_000 else { return first }
    var whole = first
    whole.mantissa = first.mantissa * factor + mantissa
    whole.exponent = lower
    whole.precision = lower
    whole.end = index
    return whole
  }

  /// A Chinese numeral: 十二, 两百零五, 三万五千, 百余 (after 上, 近 …), 二〇二一.
  func chinese(at start: Int, end: Int, scaleMayLead: Bool) -> Numeral? {
    var index = start
    var total: UInt64 = 0
    var section: UInt64 = 0
    var digit: UInt64?
    var digits = 0
    var lastScale = 0
    var hasScale = false
    while index < end {
      let value = value(index)
      guard value != 255, kind(index) == .chineseDigit || kind(index) == .chineseScale else { break }
      if value < 10 {
        if digit != nil, !(digit == 0) { break }
        digit = UInt64(value)
        digits += 1
      } else if value <= 12 {
        if digit == nil, !(value == 10 && section % 100 == 0), !(index == start && scaleMayLead) { break }
        if value > 10, digit == 0 { break }
        section += (digit ?? 1) * Self.powers[value - 9]
        digit = nil
        hasScale = true
        lastScale = value - 9
      } else {
        var below = section + (digit ?? 0)
        if below == 0, total == 0, index == start, scaleMayLead { below = 1 }
        if value == 14, total > 0 { below += total; total = 0 }
        guard below > 0, below < 100_000_000 else { break }
        total += below * Self.powers[value - 9]
        section = 0
        digit = nil
        hasScale = true
        lastScale = value == 13 ? 4 : 8
        if index + 1 < end, self.value(index + 1) == 14 {
          total *= Self.powers[5]
          lastScale += 8
          index += 1
        }
      }
      index += 1
    }
    guard index > start else { return nil }
    let value = total + section + (digit ?? 0)
    if let decimal = decimal(of: value, from: start, at: index, end: end, digits: digits) { return decimal }
    let precision = digit == nil && lastScale >= 4 ? lastScale : 0
    return Numeral(
      end: index, mantissa: value, exponent: 0, precision: precision, isChinese: true, integerDigits: digits,
      hasScale: hasScale)
  }

  /// 七十八点四 behind 百分之, 三点五亿, 十七点七个百分点; 九点三十分 is a time, 三点意见 are points.
  private func decimal(of whole: UInt64, from start: Int, at point: Int, end: Int, digits: Int) -> Numeral? {
    guard point < end, units[point] == Self.point, whole < 100_000 else { return nil }
    var index = point + 1
    var mantissa = whole
    while index < end, index - point <= 3, kind(index) == .chineseDigit, value(index) < 10 {
      mantissa = mantissa * 10 + UInt64(value(index))
      index += 1
    }
    let places = index - point - 1
    guard places > 0 else { return nil }
    var exponent = -places
    if index < end, kind(index) == .chineseScale {
      guard value(index) >= 13 else { return nil }
      exponent += value(index) == 13 ? 4 : 8
      index += 1
    } else if start == 0 || units[start - 1] != Self.zhi {
      guard let unit = UnitWords.table.match(at: index, in: units, end: end), unit.length > 0,
        units[index] != Self.fen
      else { return nil }
    }
    return Numeral(
      end: index, mantissa: mantissa, exponent: exponent, precision: exponent, isChinese: true,
      integerDigits: digits, hasScale: true)
  }

  private static let (point, zhi, fen): (UInt16, UInt16, UInt16) = (0x70B9, 0x4E4B, 0x5206)

  /// 余, 多 or 几 at a place.
  @inline(__always)
  func approximate(_ index: Int, _ end: Int) -> Approximation? {
    guard index < end else { return nil }
    switch units[index] {
    case Self.yu: return .overYu
    case Self.duo, Self.ji: return .overDuo
    default: return nil
    }
  }

  /// A scale behind Arabic digits; 千 in 千米, 千瓦 and 千克 is part of the unit.
  private func isScale(_ index: Int, _ end: Int) -> Bool {
    guard kind(index) == .chineseScale else { return false }
    if value(index) == 12, index + 1 < end, Self.afterThousand.contains(units[index + 1]) { return false }
    return true
  }

  private static func tens(_ value: Int) -> Int { value == 14 ? 8 : value - 9 }
  private static var yu: UInt16 { Unit.of("余") }
  private static var duo: UInt16 { Unit.of("多") }
  private static var ji: UInt16 { Unit.of("几") }
  private static let afterThousand = Array("米瓦克伏".utf16)
}
