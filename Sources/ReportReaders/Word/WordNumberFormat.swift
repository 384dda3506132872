import ReportModel

/// 编号格式: how Word writes a counted number (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).
enum WordNumberFormat {
  /// The number in the named format; in Arabic figures for formats that Chinese documents do not use, and nil
  /// for bullets and for no number at all.
  static func text(_ number: Int, format: String) -> String? {
    switch format {
    case "none", "bullet": nil
    case "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting",
      "taiwaneseCounting":
      ChineseNumeral.text(number)
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
      digits(number, "〇一二三四五六七八九")
    case "chineseLegalSimplified": legal(number)
    case "ideographTraditional": one(of: "甲乙丙丁戊己庚辛壬癸", number)
    case "ideographZodiac": one(of: "子丑寅卯辰巳午未申酉戌亥", number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": enclosed(number, from: 0x2460)
    case "decimalEnclosedParen": enclosed(number, from: 0x2474)
    case "decimalEnclosedFullstop": enclosed(number, from: 0x2488)
    case "ideographEnclosedCircle": (1...10).contains(number) ? scalar(0x3280 + number - 1) : String(number)
    case "decimalFullWidth", "decimalFullWidth2":
      String(String.UnicodeScalarView(String(number).unicodeScalars.compactMap(fullWidth)))
    case "decimalZero": (0...9).contains(number) ? "0\(number)" : String(number)
    case "upperLetter": letters(number, from: 0x41)
    case "lowerLetter": letters(number, from: 0x61)
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    default: String(number)
    }
  }

  private static func digits(_ number: Int, _ digits: String) -> String {
    let digits = Array(digits)
    return String(String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }

  private static func one(of series: String, _ number: Int) -> String {
    let series = Array(series)
    return (1...series.count).contains(number) ? String(series[number - 1]) : String(number)
  }

  private static func legal(_ number: Int) -> String {
    let capitals: [Character: Character] = [
      "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖", "十": "拾",
      "百": "佰", "千": "仟",
    ]
    return String(ChineseNumeral.text(number).map { capitals[$0] ?? $0 })
  }

  /// Enclosed figures exist as single characters from 1 to 20.
  private static func enclosed(_ number: Int, from first: Int) -> String {
    (1...20).contains(number) ? scalar(first + number - 1) : String(number)
  }

  private static func scalar(_ value: Int) -> String {
    Unicode.Scalar(UInt32(value)).map { String(Character($0)) } ?? ""
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) : scalar
  }

  /// a … z, aa, bb …, as Word counts on.
  private static func letters(_ number: Int, from first: Int) -> String {
    guard (1...260).contains(number) else { return String(number) }
    return String(repeating: scalar(first + (number - 1) % 26), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
