import ReportModel

/// Finds the year that an article tells of.
struct YearReading {
  let units: UnsafeBufferPointer<UInt16>

  /// A title's year is the year told of, unless a heading looks back on the year before it (as a report read out in spring
  /// does). Without one, the year named most often counts, and without that the date of publication. What is dated in the first months of a
  /// year tells of the year before, where it names that.
  func read(_ article: inout DraftArticle, headings: [Range<Int>], times: [TimeMention]) {
    if let title = article.title, let year = year(in: title) {
      article.year = headings.contains { looksBack($0, year: year - 1) } ? year - 1 : year
      return
    }
    for heading in headings {
      if let year = year(in: heading), looksBack(heading, year: year) {
        article.year = year
        return
      }
    }
    var counts: [Int: Int] = [:]
    for time in times.reversed() {
      guard time.range.upperBound > article.range.lowerBound else { break }
      guard time.relation != .since else { continue }
      switch time.meaning {
      case .date(let date): counts[date.year, default: 0] += 1
      case .months(_, _, let year?), .quarter(_, _, let year?), .half(_, let year?):
        counts[year, default: 0] += 1
      default: continue
      }
    }
    if let date = article.date, let month = date.month, month <= 3, counts[date.year - 1] != nil {
      article.year = date.year - 1
      // 总结2023年改革工作, said in January 2024.
      article.isYearGuessed = !times.contains { time in
        guard case .date(let told) = time.meaning, told.year == date.year - 1 else { return false }
        return article.range.contains(time.range.lowerBound)
          && Self.summing.match(before: time.range.lowerBound, in: units, start: article.range.lowerBound)
            != nil
      }
      return
    }
    let latest = article.date?.year ?? counts.keys.max()
    let likely = counts.filter { latest == nil || ($0.key <= (latest ?? 0) && $0.key >= (latest ?? 0) - 1) }
    article.year = likely.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? article.date?.year
    article.isYearGuessed = article.year != nil
  }

  private func looksBack(_ heading: Range<Int>, year: Int) -> Bool {
    self.year(in: heading) == year && Self.backward.first(in: heading, of: units) != nil
  }

  private func year(in range: Range<Int>) -> Int? { WrittenYear.first(in: range, of: units) }

  private static let summing = WordTable<Bool>(set: "总结 回顾 盘点 回望", backwards: true)
  private static let backward = WordTable<Bool>(set: "回顾 总结 成效 成绩 工作情况 完成情况 进展 主要工作")
}

/// 年份: a year as titles and headings write it, 2020年, 2020年度, 二〇二〇年.
enum WrittenYear {
  /// The first year in a stretch.
  static func first(in range: Range<Int>, of units: UnsafeBufferPointer<UInt16>) -> Int? {
    var run = 0
    var value = 0
    for index in range {
      if let digit = digit(units[index]) {
        run += 1
        value = run > 4 ? 0 : value * 10 + digit
      } else {
        if run == 4, units[index] == Unit.year || units[index] == du, (1990...2100).contains(value) {
          return value
        }
        run = 0
        value = 0
      }
    }
    return nil
  }

  /// 迈向2025: the year that a heading ends with.
  static func last(of range: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Int? {
    guard range.count > 4, !(0x30...0x39).contains(units[range.upperBound - 5]) else { return nil }
    let tail = range.upperBound - 4..<range.upperBound
    guard tail.allSatisfy({ (0x30...0x39).contains(units[$0]) }) else { return nil }
    let value = tail.reduce(0) { $0 * 10 + Int(units[$1]) - 0x30 }
    return (1990...2100).contains(value) ? value : nil
  }

  private static func digit(_ unit: UInt16) -> Int? {
    if (0x30...0x39).contains(unit) { return Int(unit) - 0x30 }
    return chinese.firstIndex(of: unit).map { $0 % 10 }
  }

  private static var du: UInt16 { Unit.of("度") }
  /// Two ways to write nought, with the digits behind each.
  private static let chinese = Array("零一二三四五六七八九〇".utf16)
}
