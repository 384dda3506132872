import ReportModel

/// 出处: who published a text and when, as the lines around it say.
struct Imprint {
  let units: UnsafeBufferPointer<UInt16>

  func publisher(in range: Range<Int>) -> String? {
    guard let word = Self.sources.first(in: range, of: units) else {
      // 临江日报 2022年8月19日 星期五: the head of a printed page.
      let name = range.prefix { units[$0] != Unit.space }
      return Self.papers.match(before: name.upperBound, in: units, start: name.lowerBound) == nil
        ? nil : String(decoding: UnsafeBufferPointer(rebasing: units[name]), as: UTF16.self)
    }
    var index = word.range.upperBound
    while index < range.upperBound, units[index] == Unit.space { index += 1 }
    var stop = index
    while stop < range.upperBound, units[stop] != Unit.space, units[stop] != Unit.of("|") { stop += 1 }
    return stop > index
      ? String(decoding: UnsafeBufferPointer(rebasing: units[index..<stop]), as: UTF16.self) : nil
  }

  /// The first full date in a stretch.
  static func date(
    in range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>, _ numerals: NumeralScanner
  ) -> PartialDate? {
    var index = range.lowerBound
    while index < range.upperBound {
      if numerals.isDigit(index) || numerals.kind(index) == .chineseDigit {
        var stop = index
        while stop < range.upperBound,
          Self.dateUnits.contains(units[stop]) || numerals.isDigit(stop)
            || numerals.kind(stop) == .chineseDigit || units[stop] == Unit.ten
        {
          stop += 1
        }
        // ABC-2026-0007 is the number of a file; a date begins with a year of four characters.
        let isNumber = index > range.lowerBound && units[index - 1] == Unit.hyphen
        if !isNumber, stop - index >= 4,
          (index..<index + 4).allSatisfy({
            numerals.isDigit($0) || numerals.kind($0) == .chineseDigit || units[$0] == Unit.ten
          }),
          let date = date(
            String(decoding: UnsafeBufferPointer(rebasing: units[index..<stop]), as: UTF16.self))
        {
          return date
        }
        index = stop + 1
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func date(_ text: String) -> PartialDate? {
    if case .date(let date) = PartialDate.read(text) { return date }
    let parts = text.replacing("元月", with: "1月").split { "年月日".contains($0) }.map(String.init)
    guard let year = parts.first.flatMap({ ChineseNumeral.value(of: $0) }), (1900...2100).contains(year)
    else {
      return nil
    }
    let month = parts.count > 1 ? ChineseNumeral.value(of: parts[1]) : nil
    let day = parts.count > 2 ? ChineseNumeral.value(of: parts[2]) : nil
    return PartialDate(year: year, month: month, day: day)
  }

  private static let dateUnits = Array("年月日元-./".utf16)
  private static let papers = WordTable<Bool>(set: "日报 晚报 早报 快报 时报 周报 新闻网", backwards: true)
  private static let sources = WordTable<Bool>(set: "来源: 来源 来源\u{4E28} 来源| 信息来源: 发布机构: 发布单位:")
}
