import Foundation

extension Quantity {
  /// The figure as official prose writes it: 25808个, 1.5万余件, 近4000人次, 3-5名, 91.4%.
  ///
  /// 万 and 亿 come back where the printed digits call for them (GB/T 15835-2011, 4.2).
  public var chinese: String {
    var number = printed(value)
    if let upperBound { number = Self.range(number, printed(upperBound)) }
    switch approximation {
    case .nearly, .under, .about, .exceeds, .beyond, .passes, .several:
      return (approximation?.rawValue ?? "") + number + unit
    case .overYu, .overDuo:
      return withWordInside(number, approximation?.rawValue ?? "")
    case .around, .orMore, .orLess: return number + unit + (approximation?.rawValue ?? "")
    case nil: return number + unit
    }
  }

  /// Whether a text gives the figure: in its printed digits or in Chinese numerals, with or without a word that rounds it.
  public func isTold(in text: String) -> Bool {
    if text.contains(chinese) { return true }
    let numerals = [printed(value)] + (Int("\(value)").map { [ChineseNumeral.text($0)] } ?? [])
    return numerals.contains { numeral in
      ["", "余", "多"].contains { text.contains(numeral + $0 + unit) }
    }
  }

  /// 余 and 多 stand behind round figures (300多个, 20多亿元), behind 万 and 亿 of others (1.5万余件), and where there is neither behind
  /// the unit's first character (5个多月).
  private func withWordInside(_ number: String, _ word: String) -> String {
    let power =
      number.hasSuffix("万亿") ? "万亿" : number.last == "万" || number.last == "亿" ? String(number.suffix(1)) : ""
    let figures = number.dropLast(power.count)
    if figures.hasSuffix("0"), !figures.contains(".") { return figures + word + power + unit }
    guard power.isEmpty, let first = unit.first, unit.count > 1 else { return number + word + unit }
    return number + String(first) + word + unit.dropFirst()
  }

  /// The figure with its printed digits, 万 or 亿 taken out where the last printed digit stands above the ones.
  private func printed(_ value: Decimal) -> String {
    let shift = precision <= 0 ? 0 : precision <= 4 ? 4 : precision <= 8 ? 8 : 12
    let decimals = max(0, shift - precision)
    var scaled = value * Decimal(sign: .plus, exponent: -shift, significand: 1)
    var rounded = Decimal()
    NSDecimalRound(&rounded, &scaled, decimals, .plain)
    var text = "\(rounded)"
    if decimals > 0 {
      let missing =
        decimals - (text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0)
      if !text.contains(".") { text += "." }
      text += String(repeating: "0", count: max(0, missing))
    }
    return text + (shift == 4 ? "万" : shift == 8 ? "亿" : shift == 12 ? "万亿" : "")
  }

  /// 3万-5万 is written 3-5万.
  private static func range(_ lower: String, _ upper: String) -> String {
    if let power = upper.last, power == "万" || power == "亿", lower.last == power {
      return "\(lower.dropLast())-\(upper)"
    }
    return "\(lower)-\(upper)"
  }
}
