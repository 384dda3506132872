import Foundation
import ReportModel

/// 与上年相比的说法: how large a figure is said to be beside last year's, in words: 与上年持平, 较上年翻番, 保持486名不变, 比上年增加三分之一, 不足上年的三成,
/// 是上年的一倍半. What is said stands right behind the figure or in the clause after it.
struct ToldRatio: Sendable {
  /// The words that say it.
  let range: Range<Int>
  /// This year's figure over last year's, at least and at most.
  let least: Decimal
  let most: Decimal
  /// Whether last year is said; without it the measure has to be named alike.
  private(set) var isSaid = true

  init?(behind figure: Int, _ page: FigurePage) {
    let after = page.after(figure)
    let stop =
      page.sentence(of: figure).range.upperBound
    let reach = (after.lowerBound..<stop).prefix(Self.reach)
    let words = page.words(reach)
    // 保持486名不变.
    if words.hasPrefix("不变"), page.words(page.lead(figure)).containsAny(Self.keeping) {
      self.init(reach.lowerBound..<reach.lowerBound + 2, 1...1)
      return
    }
    if let said = Self.equal(words) {
      self.init(reach.lowerBound..<reach.lowerBound + said.length, said.ratio)
      return
    }
    if let said = Self.fraction(reach, page) {
      self.init(said.range, said.ratio)
      return
    }
    guard let said = SaidDirection(of: figure, page) else { return nil }
    // 3.2万件 of 3.2万件 may have risen within the rounding.
    let hair: Decimal = page.quantity(figure).precision > 0 ? 0 : Self.hair
    self.init(said.range, said.isRise ? 1 + hair...1000 : 0...1 - hair)
    isSaid = said.isSaid
  }

  private init(_ range: Range<Int>, _ ratio: ClosedRange<Decimal>) {
    self.range = range
    (least, most) = (ratio.lowerBound, ratio.upperBound)
  }

  /// 与上年持平, 同比翻一番.
  private static func equal(_ words: FoldedWords) -> (length: Int, ratio: ClosedRange<Decimal>)? {
    let units = words.units
    // 改造小区36个,惠及户数与上年持平 is not of the 36.
    let clause = FoldedWords(units: units.drop { $0 != Mark.comma }.dropFirst().prefix { $0 != Mark.comma })
    let own = FoldedWords(units: units.prefix { $0 != Mark.comma && $0 != Mark.semicolon })
    for row in [own, clause] where bases.contains(where: row.contains) {
      guard row.units.startIndex == own.units.startIndex || row.hasAnyPrefix(openings),
        !hedges.contains(where: row.contains),
        let said = sayings.first(where: { row.contains($0.word) })
      else { continue }
      return (row.units.endIndex - units.startIndex, said.ratio)
    }
    return nil
  }

  /// 比上年增加三分之一, 不足上年的三成: last year, then a change or 的, then a fraction.
  private static func fraction(_ reach: Range<Int>, _ page: FigurePage) -> (
    range: Range<Int>, ratio: ClosedRange<Decimal>
  )? {
    var commas = 0
    for place in reach {
      if page.units[place] == Mark.semicolon || page.units[place] == Mark.pause { return nil }
      if page.units[place] == Mark.comma { commas += 1 }
      guard commas <= 1 else { return nil }
      guard let share = parts.first(where: { page.units[place..<reach.upperBound].starts(with: $0.word) }),
        let year = LastYearFiguresCheck.lastYear(in: reach.lowerBound..<place, page)
          ?? named(reach, place, page)
      else { continue }
      let end = place + share.word.count
      let (before, between) = (
        page.words(reach.lowerBound..<year.lowerBound), page.words(year.upperBound..<place)
      )
      guard end >= page.units.count || !Mark.isHan(page.units[end]), before.units.count <= 12,
        !before.hasAnySuffix(hedges)
      else { return nil }
      let size = share.size
      if between == "的" {
        if before.hasAnySuffix(under) { return (year.lowerBound..<end, 0...size) }
        if before.hasAnySuffix(over) { return (year.lowerBound..<end, size...1000) }
        return isLink(before) ? (year.lowerBound..<end, size - slack...size + slack) : nil
      }
      // 增加三成 is a change like any in figures.
      if share.word.last == tenth { return nil }
      let verb = between.hasSuffix("了") ? FoldedWords(units: between.units.dropLast()) : between
      if rises.contains(where: { verb == $0 }) {
        return (year.lowerBound..<end, 1 + size - slack...1 + size + slack)
      }
      if falls.contains(where: { verb == $0 }) {
        return (year.lowerBound..<end, 1 - size - slack...1 - size + slack)
      }
      return nil
    }
    return nil
  }

  /// 上年, 去年 without 比.
  private static func named(_ reach: Range<Int>, _ place: Int, _ page: FigurePage) -> Range<Int>? {
    (reach.lowerBound..<place).lazy.compactMap { start in
      ["上年", "去年", "上一年"].first { page.words(start..<place).hasPrefix($0) }.map {
        start..<start + $0.utf16.count
      }
    }.first
  }

  private static func isLink(_ before: FoldedWords) -> Bool {
    before.hasAnySuffix(["是", "为", "相当于", "约为", "达到", "仅为", "只有", "只相当于", "仅相当于"])
  }

  private static let tenth = Mark.word("成")[0]
  private static let reach = 24
  private static let hair = Decimal(string: "0.000001") ?? 0
  private static let slack = Decimal(string: "0.05") ?? 0
  private static let keeping = ["保持", "稳定", "维持", "仍为", "仍有", "依然"]
  private static let under = ["不足", "不到", "低于", "少于"]
  private static let over = ["超过", "超", "多于", "高于"]
  private static let rises = ["增加", "上升", "增长", "提高", "提升", "多", "多出", "扩大", "增多", "净增", "新增", "上涨"]
  private static let falls = ["减少", "下降", "降低", "少", "压减", "压缩", "缩减", "精简", "缩短", "下滑", "减"]
  private static let sayings: [(word: String, ratio: ClosedRange<Decimal>)] = [
    ("持平", 1...1), ("相同", 1...1), ("一样", 1...1), ("一致", 1...1), ("相等", 1...1), ("翻一番", 1.9...2.1),
    ("翻了一番", 1.9...2.1),
    ("翻番", 1.9...3), ("翻了番", 1.9...3),
  ]
  private static let bases = ["上年", "去年", "上一年", "同比", "实现翻", "翻了一番", "翻了番"]
  private static let hedges = Mark.texts("基本 大体 大致 近 近一番 翻一番多 一番多 以上 计划 目标 口径 约 左右")
  private static let openings = ["", "数量", "总数", "总量", "规模", "次数", "件数", "个数", "项数", "户数", "人数"].flatMap {
    noun in
    ["与", "同", "和", "较", "比", "实现翻", "翻了", "跟"].map { noun + $0 }
  }
  private static let parts: [(word: [UInt16], size: Decimal)] = {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var parts: [(String, Decimal)] = [("一倍半", 1.5), ("一半", 0.5), ("半数", 0.5), ("两成", 0.2)]
    for (whole, name) in numerals.enumerated() {
      parts.append(("\(name)成", Decimal(whole + 1) / 10))
      for part in 0..<whole {
        parts.append(("\(name)分之\(numerals[part])", Decimal(part + 1) / Decimal(whole + 1)))
      }
    }
    return parts.map { (Mark.word($0.0), $0.1) }
  }()
}
