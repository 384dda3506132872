import ReportModel

/// 数字: the numbers of a draft, in figures or written out.
extension Mark {
  /// The characters of numerals that are written out.
  static let numerals = UnitSet("〇零一二三四五六七八九十百千万亿两")
  private static let ones = word("一二三四五六七八九十")
  private static let two = word("两")[0]

  /// Whether a number may hold a character.
  @inline(__always)
  static func isNumeral(_ unit: UInt16) -> Bool { isDigit(unit) || numerals.contains(unit) }

  /// A number of one character, 2 for 两; nil for any other character.
  static func number(_ unit: UInt16) -> Int? {
    if isDigit(unit) { return Int(unit) - 0x30 }
    return ones.firstIndex(of: unit).map { $0 + 1 } ?? (unit == two ? 2 : nil)
  }
}

extension Sequence<UInt16> {
  /// The whole number that some characters write; nil where they write none.
  var number: Int? {
    let text = String(decoding: Array(self), as: UTF16.self)
    return Int(text) ?? ChineseNumeral.value(of: text)
  }
}

extension Array<UInt16> {
  /// A whole number, in figures or 汉字, that begins at a place.
  func number(from start: Int, to end: Int) -> (value: Int, end: Int)? {
    let near = self[(start..<Swift.max(start, end)).prefix(5)]
    let digits = near.prefix(while: Mark.isDigit)
    let run = digits.isEmpty ? near.prefix(while: Mark.numerals.contains) : digits
    return run.number.map { ($0, run.endIndex) }
  }

  /// A whole number, in figures or 汉字, that ends before a place.
  func number(endingAt end: Int, from floor: Int) -> (value: Int, start: Int)? {
    let near = self[(Swift.min(floor, end)..<end).suffix(5)]
    let digits = near.reversed().prefix(while: Mark.isDigit).count
    let run = near.suffix(digits > 0 ? digits : near.reversed().prefix(while: Mark.numerals.contains).count)
    // 2.5年, 1-3年 are no whole number.
    if run.startIndex > floor, Mark.joints.contains(self[run.startIndex - 1]) { return nil }
    return run.number.map { ($0, run.startIndex) }
  }

  /// The number of an item: up to three digits without a nought before them, or 汉字.
  func itemNumber(at start: Int) -> (value: Int, end: Int)? {
    guard start < count, self[start] != 0x30, let number = number(from: start, to: count), number.value < 1000
    else { return nil }
    return number
  }
}

extension Mark {
  fileprivate static let joints = UnitSet(".-—~0123456789")
}
