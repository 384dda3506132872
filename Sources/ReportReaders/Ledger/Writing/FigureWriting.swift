import Foundation
import ReportModel

extension Quantity {
  /// The figure as a ledger writes it under 数值, so that it reads back with the same digits: 25808, 1.5万, 3-5, 91.4%.
  var ledgerText: String {
    let lower = digits(of: value)
    let percent = unit == "%" ? "%" : ""
    guard let upperBound else { return lower + percent }
    return lower + (value < 0 || upperBound < 0 ? "至" : "-") + digits(of: upperBound) + percent
  }

  /// 万 and 亿 stand for the zeros that were not printed.
  private func digits(of value: Decimal) -> String {
    let power = precision <= 0 ? 0 : (precision + 3) / 4 * 4
    let word = String(repeating: "万", count: power / 4 % 2) + String(repeating: "亿", count: power / 8)
    let decimals = power - precision
    let scaled = value * Decimal(sign: .plus, exponent: -power, significand: 1)
    var text = "\(scaled)"
    if decimals > 0 {
      let point = text.firstIndex(of: ".")
      let present = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
      if point == nil { text += "." }
      text += String(repeating: "0", count: max(0, decimals - present))
    }
    return text + word
  }
}
