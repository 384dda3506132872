/// 汉字数字: numbers as Chinese writes them out.
public enum ChineseNumeral {
  /// The numeral of a number from 0 to 9999: 一, 十, 十二, 二十, 一百零五. Beyond, the Arabic figures.
  public static func text(_ number: Int) -> String {
    guard (1...9999).contains(number) else { return number == 0 ? "零" : String(number) }
    let digits = Array("零一二三四五六七八九")
    var text = ""
    var rest = number
    var gap = false
    for (place, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / place
      rest %= place
      if digit == 0 {
        gap = !text.isEmpty
        continue
      }
      if gap { text += "零" }
      gap = false
      if !(digit == 1 && place == 10 && text.isEmpty) { text.append(digits[digit]) }
      text += unit
    }
    return text
  }

  /// The value of a numeral below a hundred million, such as 十二, 两百零五, 二〇二一 or 三万五千; nil for anything else.
  public static func value(of text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    if text.unicodeScalars.count > 1, text.unicodeScalars.allSatisfy({ (digits[$0] ?? 10) < 10 }) {
      return text.unicodeScalars.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    var total = 0
    var section = 0
    var digit: Int?
    for scalar in text.unicodeScalars {
      if let value = digits[scalar] {
        if digit != nil, digit != 0 { return nil }
        digit = value
      } else if let unit = units[scalar] {
        if unit == 10_000 {
          let below = section + (digit ?? 0)
          guard below > 0, total == 0 else { return nil }
          total = below * unit
          section = 0
        } else {
          guard digit != nil || (unit == 10 && section % 100 == 0) else { return nil }
          section += (digit ?? 1) * unit
        }
        digit = nil
      } else {
        return nil
      }
    }
    return total + section + (digit ?? 0)
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]
}

extension Unicode.Scalar {
  /// The half-width form of a full-width character (0-9, A-Z, :, the ideographic space …), or the character itself.
  public var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000: " "
    default: self
    }
  }

  /// Whether it is white space (the property White_Space); asked for every character of long tables, so without a look into
  /// the tables of Unicode.
  public var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x3000: true
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
    default: false
    }
  }

  /// The value of an ASCII digit.
  public var decimalDigit: Int? {
    (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil
  }
}
