/// 表题: what the lines above a table tell.
enum TableTitle {
  /// Whether a line only says what the table is: its number, its name, place and year.
  static func isName(_ text: String) -> Bool {
    if year(in: text) != nil || place(in: text) != nil { return true }
    let words = text.unicodeScalars.prefix { $0.halfWidth != "(" }
    let name = String(String.UnicodeScalarView(words)).trimmed
    return name.hasPrefix("附件") && name.count <= 4 || ["表", "清单", "台账", "一览"].contains(where: name.hasSuffix)
  }

  /// The year that a title names: four figures before 年.
  static func year(in text: String) -> Int? {
    let scalars = Array(text.unicodeScalars.map(\.halfWidth))
    for index in scalars.indices.dropFirst(4) where scalars[index] == "年" {
      let digits = scalars[(index - 4)..<index].compactMap(\.decimalDigit)
      let year = digits.reduce(0) { $0 * 10 + $1 }
      if digits.count == 4, (1949...2200).contains(year) { return year }
    }
    return nil
  }

  /// The place that stands before the year: 某市某区(2021年度).
  static func place(in text: String) -> String? {
    let head = text.unicodeScalars.prefix { $0.halfWidth.decimalDigit == nil && $0.halfWidth != "(" }
    let name = String(String.UnicodeScalarView(head)).trimmed
    guard let last = name.last, "区县市旗州盟".contains(last), (3...24).contains(name.count),
      !name.unicodeScalars.contains(where: { ":、,《".unicodeScalars.contains($0.halfWidth) })
    else { return nil }
    return name
  }
}
