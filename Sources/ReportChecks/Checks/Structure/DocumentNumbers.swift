import ReportModel

/// 一个文号: its year in brackets and its serial number.
struct ReferenceNumber {
  /// From the opening bracket to 号.
  var range: Range<Int>
  /// Where the issuer's letters before it begin.
  var issuer: Int
  /// The year of issue.
  var year: Int
  /// How many digits it is written with.
  var yearDigits = 4
  /// The number behind the brackets.
  var serial: Int
  /// Whether it begins with a zero.
  var isPadded = false
  /// Whether 第 stands before it.
  var hasOrdinalSign = false
  /// What is wrong with the order or number of its parts.
  var slip: String?

  /// What the standard does not allow about its form, as a Chinese predicate; nil where it is right.
  func fault(_ text: DraftText) -> String? {
    if let slip { return slip }
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
    for index in units.indices {
      if opening.contains(units[index]), prose.isRead(index) {
        if let number = bracketed(index, units) ?? turned(index, units) { found.append(number) }
      } else if units[index] == mark, prose.isRead(index), let number = unbracketed(index, units) {
        found.append(number)
      }
    }
    return found
  }

  /// 甲政〔2020〕18号, and what comes of it by a slip: a year of three digits, 号 left out.
  private static func bracketed(_ open: Int, _ units: [UInt16]) -> ReferenceNumber? {
    var index = open + 1
    guard let year = digits(&index, units, atMost: 6) else { return nil }
    let yearDigits = index - open - 1
    let hasYearMark = index < units.count && units[index] == yearMark
    if hasYearMark { index += 1 }
    guard yearDigits > 1, index < units.count, closing.contains(units[index]) else { return nil }
    index += 1
    let hasSign = index < units.count && units[index] == sign
    if hasSign { index += 1 }
    let first = index
    let serial = digits(&index, units, atMost: 4)
    let hasMark = index < units.count && units[index] == mark
    let issuer = issuer(before: open, units)
    // (2023)12号 without letters before it is no number of a document.
    let isBracket = units[open] == UInt16(ascii: "(")
    guard issuer < open, !isBracket || yearDigits == 4 && (issuers.contains(units[open - 1]) || hasSign)
    else { return nil }
    var number = ReferenceNumber(
      range: open..<index + (hasMark ? 1 : 0), issuer: issuer, year: year, yearDigits: yearDigits,
      serial: serial ?? 1, isPadded: first < units.count && units[first] == UInt16(ascii: "0"),
      hasOrdinalSign: hasSign)
    let isYear = yearDigits == 2 || (1980...2100).contains(year)
    if let serial, hasMark, isYear, !hasYearMark { return serial >= 0 ? number : nil }
    // What is not whole must look like one of an office.
    guard !isBracket, issuers.contains(units[open - 1]) else { return nil }
    if !isYear {
      number.slip = "的年份不对"
    } else if hasYearMark {
      number.slip = "的年份后面不写“年”字"
    } else if serial == nil {
      guard hasMark else { return nil }
      number.slip = "缺序号"
    } else {
      guard index == units.count || ends.contains(units[index]) else { return nil }
      number.slip = "后面缺“号”字"
    }
    return hasMark || serial != nil ? number : nil
  }

  /// 甲政发2020(18)号: the serial number in the brackets of the year.
  private static func turned(_ open: Int, _ units: [UInt16]) -> ReferenceNumber? {
    guard open > 5, issuers.contains(units[open - 5]), let year = year(before: open, units) else {
      return nil
    }
    var index = open + 1
    guard let serial = digits(&index, units, atMost: 4), index + 1 < units.count,
      closing.contains(units[index]), units[index + 1] == mark
    else { return nil }
    return ReferenceNumber(
      range: open - 4..<index + 2, issuer: issuer(before: open - 4, units), year: year, serial: serial,
      slip: "的括号放错了：六角括号里应是年份")
  }

  /// 甲政发2020年18号, 甲政发2020-18号: no brackets at all.
  private static func unbracketed(_ mark: Int, _ units: [UInt16]) -> ReferenceNumber? {
    guard mark + 1 == units.count || ends.contains(units[mark + 1]) else { return nil }
    var start = mark
    while start > 0, mark - start < 4, Mark.isDigit(units[start - 1]) { start -= 1 }
    var serial = start
    guard start < mark, let value = digits(&serial, units, atMost: 4) else { return nil }
    while start > 0, between.contains(units[start - 1]) { start -= 1 }
    guard start > 6, mark - start > 1, let year = year(before: start, units) else { return nil }
    let isOpen = opening.contains(units[start - 5])
    let end = start - (isOpen ? 5 : 4)
    guard unmistakable.contains(units[end - 1]),
      !isOpen || !units[start..<mark].contains(where: closing.contains)
    else { return nil }
    return ReferenceNumber(
      range: end..<mark + 1, issuer: issuer(before: end, units), year: year, serial: value,
      slip: "的年份应用六角括号〔〕")
  }

  /// Where the letters of an office begin.
  private static func issuer(before end: Int, _ units: [UInt16]) -> Int {
    var issuer = end
    while issuer > 0, end - issuer < 8, Mark.isHan(units[issuer - 1]) { issuer -= 1 }
    return issuer
  }

  /// A year of four digits that ends before a place.
  private static func year(before end: Int, _ units: [UInt16]) -> Int? {
    var index = end - 4
    guard index >= 0, let year = digits(&index, units, atMost: 4), index == end else { return nil }
    return (1980...2100).contains(year) ? year : nil
  }

  private static func digits(_ index: inout Int, _ units: [UInt16], atMost: Int) -> Int? {
    let digits = units[index...].prefix(atMost).prefix(while: Mark.isDigit)
    index = digits.endIndex
    return digits.number
  }

  private static let opening = UnitSet("〔[【(﹝「〈{")
  private static let closing = UnitSet("〕]】)﹞」〉}")
  private static let issuers = UnitSet("字发办函政委组秘改规党府文通审批")
  /// Letters that nothing but a number of a document has before its year.
  private static let unmistakable = UnitSet("发函字")
  private static let between = UnitSet("年第-—_[〔（]〕） ")
  private static let ends = UnitSet(")），。、；》")
  private static let yearMark = Mark.word("年")[0]
  private static let sign = Mark.word("第")[0]
  private static let mark = Mark.word("号")[0]
}
