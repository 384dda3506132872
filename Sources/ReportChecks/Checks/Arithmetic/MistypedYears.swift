import ReportModel

/// 年份错字: a year that lost a digit, got one too many or has two of them swapped: 202年, 20255年, 2205年, 2052年.
///
/// What the draft is about is told by the year that it names most often: only a number that one slip makes of a year nearby is doubted.
struct MistypedYears {
  let prose: CheckProse
  /// The year named most often.
  private let usual: Int
  private let places: [Range<Int>]

  init(_ prose: CheckProse) {
    self.prose = prose
    let units = prose.units
    var counts: [Int: Int] = [:]
    var places: [Range<Int>] = []
    for index in units.indices where units[index] == Mark.year {
      var start = index
      while start > 0, index - start < 6, Mark.isDigit(units[start - 1]) { start -= 1 }
      guard (3...5).contains(index - start),
        start < 2 || !(Self.joined.contains(units[start - 1]) && Mark.isDigit(units[start - 2])),
        case let number = Self.number(units[start..<index])
      else { continue }
      if Self.usualYears.contains(number) {
        counts[number, default: 0] += 1
      } else {
        places.append(start..<index)
      }
    }
    self.places = places
    usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Each with the year that is likely meant, where only one is.
  func find() -> [(range: Range<Int>, meant: Int?)] {
    guard usual > 0 else { return [] }
    return places.compactMap { place in
      let meant = Set(candidates(place)).filter { abs($0 - usual) <= Self.near }
      guard !meant.isEmpty, prose.isRead(place.lowerBound), isTime(place) else { return nil }
      return (place.lowerBound..<place.upperBound + 1, meant.count == 1 ? meant.first : nil)
    }
  }

  /// The years that one slip makes such a number of.
  private func candidates(_ place: Range<Int>) -> [Int] {
    let digits = prose.units[place].map { Int($0) - 0x30 }
    var others: [[Int]] = []
    switch digits.count {
    case 3:
      for index in 0...3 {
        for digit in 0...9 { others.append(digits[..<index] + [digit] + digits[index...]) }
      }
    case 4:
      for index in 0...2 {
        var other = digits
        other.swapAt(index, index + 1)
        others.append(other)
      }
      // 2925年 has one wrong digit; 2045年 may be meant.
      for index in 0...3 where !Self.plausible.contains(Self.number(prose.units[place])) {
        for digit in 0...9 { others.append(digits[..<index] + [digit] + digits[(index + 1)...]) }
      }
    default:
      for index in digits.indices { others.append(Array(digits[..<index] + digits[(index + 1)...])) }
    }
    return others.map { $0.reduce(0) { $0 * 10 + $1 } }
  }

  /// Whether a number before 年 is a point in time, not a length, an age, or the far end of a long term.
  private func isTime(_ place: Range<Int>) -> Bool {
    let units = prose.units
    let (start, end) = (place.lowerBound, place.upperBound + 1)
    if prose.hasAny(Self.ages, at: end) || start > 0 && Self.lengths.contains(units[start - 1]) {
      return false
    }
    if Self.plausible.contains(Self.number(units[place])) {
      let clause = prose.clause(around: place)
      if prose.hasAny(Self.terms, in: clause) { return false }
      // 到2052年: aims may lie far ahead, but no month of them.
      if prose.hasAny(Self.until, before: start), !prose.hasAny(Self.delays, in: clause) { return false }
      return true
    }
    // 表1 2025年: the number of a table before a year.
    if place.count == 5 { return prose.hasAny(Self.centuries, at: start) }
    if place.count > 3 || end < units.count && Mark.isDigit(units[end]) { return true }
    // 202年 may be a length, and so may any other number of three digits.
    return prose.has(Self.twenty, at: start)
      && (prose.hasAny(Self.behind, at: end) || prose.hasAny(Self.before, before: start)
        || prose.isTitle(start))
  }

  private static func number(_ digits: ArraySlice<UInt16>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static let joined = UnitSet(".,")
  private static let usualYears = 1990...2039
  private static let near = 6
  /// Years that a long term may end with.
  private static let plausible = 2040...2100
  private static let centuries = Mark.words("19 20")
  private static let twenty = Mark.word("20")
  private static let lengths = UnitSet("近约逾超余达历有满过共各每长整足今龄经校")
  private static let ages = Mark.words("有余 历史 的历史 前 间 之久 古 树龄 老 的古 来 期 一遇 校庆 店")
  private static let behind = Mark.words(
    "有 度 底 末 初 以来 上半年 下半年 全年 年度 年底 年末 年初 一季度 二季度 三季度 四季度 第 春 夏 秋 冬 改革 全面 深化 工作 重点 全区 全县 全市 全镇 以前 以后 起 至 — - , 区 县 市 我 各 结转 延续 计划 安排 拟 将 是 要"
  )
  private static let before = Mark.words("截至 截止 自 从 到 至 于 在 比 较 与 对 和 、 — - ( 《 区 县 市 其中 纳入 做好 度")
  private static let until = Mark.words("到 至 — - ~")
  private static let delays = Mark.words("延 推迟 调整 底前 月")
  private static let terms = Mark.words(
    "期限 承包 特许 有效期 年限 租 使用权 到期 债 规划 远景 本世纪 展望 中和 合同 经营权 出让 寿命 林权 期满 延长 贷 战略 愿景 纲要 目标年")
}
