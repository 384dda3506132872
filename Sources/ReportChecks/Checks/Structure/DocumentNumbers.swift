import ReportModel

/// 一个文号: its year in brackets and its serial number.
struct ReferenceNumber {
  /// From the opening bracket to 号.
  var range: Range<Int>
  /// Where the issuer's letters before it begin.
  var issuer: Int
  /// The digits between the brackets as a number.
  var year: Int
  /// How many digits these are.
  var yearDigits: Int
  /// The number behind the brackets.
  var serial: Int
  /// Whether it begins with a zero.
  var isPadded: Bool
  /// Whether 第 stands before it.
  var hasOrdinalSign: Bool
  /// Whether the brackets stand around the serial number and not the year: 2020(18)号.
  var isTurned = false

  /// What the standard does not allow about its form, as a Chinese predicate; nil where it is right.
  func fault(_ text: DraftText) -> String? {
    if isTurned { return "的六角括号应当括住年份" }
    if yearDigits == 2 { return "的年份应写全四位数字" }
    let close = range.lowerBound + yearDigits + 1
    let (open, end) = (text.units[range.lowerBound], text.units[close])
    let isHexagonal = open == 0x3014 && end == 0x3015 || open == 0xFE5D && end == 0xFE5E
    if !isHexagonal { return hasOrdinalSign ? "的年份应用六角括号〔〕，序号前不加“第”" : "的年份应用六角括号〔〕" }
    if hasOrdinalSign { return "的序号前不加“第”" }
    return isPadded ? "的序号不编虚位（开头的0）" : nil
  }
}

/// Finds the numbers of documents in a text.
enum DocumentNumbers {
  /// All of them, in order.
  static func find(_ prose: CheckProse) -> [ReferenceNumber] {
    let units = prose.units
    var found: [ReferenceNumber] = []
    for open in units.indices where opening.contains(units[open]) && prose.isRead(open) {
      if let turned = turned(open, units) {
        found.append(turned)
        continue
      }
      var index = open + 1
      guard let year = digits(&index, units, atMost: 4), [2, 4].contains(index - open - 1),
        index < units.count,
        closing.contains(units[index])
      else { continue }
      let yearDigits = index - open - 1
      index += 1
      let hasSign = index < units.count && units[index] == sign
      if hasSign { index += 1 }
      let first = index
      guard let serial = digits(&index, units, atMost: 4), index < units.count, units[index] == mark,
        yearDigits == 2 || (1980...2100).contains(year)
      else { continue }
      var issuer = open
      while issuer > 0, open - issuer < 8, Mark.isHan(units[issuer - 1]) { issuer -= 1 }
      // (2023)12号 without letters before it is no number of a document.
      let isBracket = units[open] == UInt16(ascii: "(")
      guard open - issuer >= 1, yearDigits == 4 || !isBracket,
        !isBracket || issuers.contains(units[open - 1]) || hasSign
      else { continue }
      found.append(
        ReferenceNumber(
          range: open..<index + 1, issuer: issuer, year: year, yearDigits: yearDigits, serial: serial,
          isPadded: units[first] == UInt16(ascii: "0"), hasOrdinalSign: hasSign))
    }
    return found
  }

  /// 丹政发2020(18)号.
  private static func turned(_ open: Int, _ units: [UInt16]) -> ReferenceNumber? {
    guard open > 5, issuers.contains(units[open - 5]) else { return nil }
    var (start, index) = (open - 4, open + 1)
    guard let year = digits(&start, units, atMost: 4), start == open, (1980...2100).contains(year),
      let serial = digits(&index, units, atMost: 4), index + 1 < units.count, closing.contains(units[index]),
      units[index + 1] == mark
    else { return nil }
    var issuer = open - 4
    while issuer > 0, open - 4 - issuer < 8, Mark.isHan(units[issuer - 1]) { issuer -= 1 }
    return ReferenceNumber(
      range: open - 4..<index + 2, issuer: issuer, year: year, yearDigits: 4, serial: serial, isPadded: false,
      hasOrdinalSign: false, isTurned: true)
  }

  private static func digits(_ index: inout Int, _ units: [UInt16], atMost: Int) -> Int? {
    let start = index
    var value = 0
    while index < units.count, index - start < atMost, Mark.isDigit(units[index]) {
      value = value * 10 + Int(units[index]) - 0x30
      index += 1
    }
    return index > start ? value : nil
  }

  private static let opening = UnitSet("〔[【(﹝「〈")
  private static let closing = UnitSet("〕]】)﹞」〉")
  private static let issuers = UnitSet("字发办函政委组秘改规党府文通审批")
  private static let sign = Mark.word("第")[0]
  private static let mark = Mark.word("号")[0]
}
