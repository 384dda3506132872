public import Foundation

/// 数值: a number of a cell, exact as Excel shows it: 15 significant digits in base ten.
///
/// Files hold the digits of a binary number (`0.30000000000000004`); Excel itself shows and compares 15 of them.
public struct SheetNumber: Hashable, Sendable {
  /// The digits as a whole number, without trailing zeros.
  public var significand: Int64
  /// The power of ten that they are multiplied with.
  public var exponent: Int

  /// The number that some digits spell (`-12.5`, `1.5E-3`); nil for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var isNegative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits: Int64 = 0
    var kept = 0
    var exponent = 0
    var seen = 0
    var afterPoint = false
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 <= 9 {
        seen += 1
        // Beyond 17 digits nothing is meant; what is kept is rounded below.
        if kept < 17 {
          digits = digits * 10 + Int64(byte &- 0x30)
          if digits > 0 { kept += 1 }
          if afterPoint { exponent -= 1 }
        } else if !afterPoint {
          exponent += 1
        }
      } else if byte == UInt8(ascii: "."), !afterPoint {
        afterPoint = true
      } else {
        break
      }
      index += 1
    }
    guard seen > 0 else { return nil }
    if index < text.count {
      guard text[index] | 0x20 == UInt8(ascii: "e"), let power = Self.power(text[(index + 1)...]) else {
        return nil
      }
      exponent += power
    }
    while kept > 15 {
      digits = (digits + 5) / 10
      exponent += 1
      kept -= 1
    }
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    significand = isNegative ? -digits : digits
    self.exponent = digits == 0 ? 0 : exponent
  }

  /// The number that some digits spell (`-12.5`, `1.5E-3`); nil for anything else.
  public init?(_ text: String) {
    var text = text
    guard let number = text.withUTF8({ SheetNumber($0) }) else { return nil }
    self = number
  }

  private static func power(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    // Excel's own powers end at 308.
    guard text.count <= 5, let power = Int(String(decoding: text, as: UTF8.self)) else { return nil }
    return (-400...400).contains(power) ? power : nil
  }

  /// The number as a decimal; powers that a `Decimal` cannot hold give its NaN.
  public var decimal: Decimal {
    guard significand != 0 else { return 0 }
    guard (-127...127).contains(exponent) else { return .nan }
    return Decimal(
      sign: significand < 0 ? .minus : .plus, exponent: exponent,
      significand: Decimal(significand.magnitude))
  }

  /// The number as a whole one, if it is one.
  public var integer: Int? {
    guard exponent >= 0 else { return significand == 0 ? 0 : nil }
    var value = Int(significand)
    for _ in 0..<exponent {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }
}

extension SheetNumber: CustomStringConvertible {
  /// The number in plain digits, such as `0.3` or `25808`; with a power where it would grow beyond 20 digits.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    guard (-20...20).contains(exponent) else { return "\(sign)\(digits)E\(exponent)" }
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}
