import Foundation

/// A number written out once, to be held against others digit by digit.
struct PrintedNumber: Sendable {
  /// As it is printed.
  let text: [UInt8]
  /// Its digits without the zeros at its ends, and the power of ten that they stand for.
  let digits: [UInt8]
  let exponent: Int
  private let isPositive: Bool

  init(_ value: Decimal) {
    text = Array("\(value)".utf8)
    isPositive = value > 0
    var digits = text
    var exponent = 0
    if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
      exponent = point - digits.count + 1
      digits.remove(at: point)
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    while digits.count > 1, digits.first == UInt8(ascii: "0") { digits.removeFirst() }
    (self.digits, self.exponent) = (digits, exponent)
  }

  /// How often each digit occurs, six bits for each: equal for numbers with the same digits in another order.
  var tally: UInt64 { digits.reduce(0) { $0 &+ 1 << (6 * UInt64($1 & 15)) } }

  /// Whether the point moved, neighbouring digits swapped, or one wrong among at least so many would make one number of the other.
  func isSlip(of meant: PrintedNumber, digits least: Int = 3) -> Bool {
    guard isPositive, meant.isPositive else { return false }
    if text.count == meant.text.count {
      var wrong: (count: Int, first: Int, last: Int) = (0, 0, 0)
      for index in text.indices where text[index] != meant.text[index] {
        if wrong.count == 0 { wrong.first = index }
        wrong.count += 1
        wrong.last = index
      }
      if wrong.count == 1, max(digits.count, meant.digits.count) >= least { return true }
      // 98.5 for 95.8: the point stands between the two.
      if wrong.count == 2, text[wrong.first] == meant.text[wrong.last],
        text[wrong.last] == meant.text[wrong.first],
        wrong.last == wrong.first + 1
          || wrong.last == wrong.first + 2 && text[wrong.first + 1] == UInt8(ascii: ".")
      {
        return true
      }
    }
    return powersOff(meant) != nil
  }

  /// How many powers of ten one number is off another, where that is all that parts them.
  func powersOff(_ meant: PrintedNumber) -> Int? {
    isPositive && meant.isPositive && exponent != meant.exponent && digits == meant.digits
      ? exponent - meant.exponent : nil
  }
}
