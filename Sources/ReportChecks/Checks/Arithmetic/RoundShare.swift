import Foundation
import ReportModel

/// 概数份额: a share told in round words: 过半, 近六成, 超过三分之二, 八成以上.
struct RoundShare {
  /// The words that tell it, with those that say how exact it is.
  let place: Range<Int>
  let hundredths: Decimal
  let approximation: Approximation?
  /// The figure that it is, where it is one: 六成.
  let figure: Int?

  /// Whether a share calculated may be told by these words: 近六成 is a little less than 60%, never more.
  func admits(_ share: Decimal) -> Bool {
    let off = share - hundredths
    return switch approximation {
    case .overYu, .overDuo, .exceeds, .beyond, .passes: off > 0
    case .orMore: off >= 0
    // 12.3% is no 近两成.
    case .nearly: off <= Self.slack && off >= -min(Self.reach, hundredths / 5)
    case .under: off < 0
    case .orLess: off <= Self.slack
    case nil where Reckoning.significant(hundredths) > 1: abs(off) <= Self.reach / 2
    // 四成 of 33.3%: tenths are rounded down rather than up.
    case nil where figure != nil: off <= Self.reach && off >= -Self.tenth
    case nil, .about, .around, .several: abs(off) <= Self.reach
    }
  }

  /// All of a text, in its order.
  static func all(_ page: FigurePage) -> [RoundShare] {
    var found: [RoundShare] = []
    for index in page.units.indices where firsts.contains(page.units[index]) {
      guard index == 0 || !numerals.contains(page.units[index - 1]),
        let word = words.first(where: { page.units[index...].starts(with: $0.word) })
      else { continue }
      let share = RoundShare(index..<index + word.word.count, word.hundredths, nil, page)
      // 过半, 近半; 半 alone is half of anything.
      if word.word.count == 1, share.place.lowerBound == index || share.place.upperBound > index + 1 {
        continue
      }
      found.append(share)
    }
    for figure in page.draft.quantities.indices
    where page.isPercent(figure) && page.unit(figure) == "成" && page.quantity(figure).upperBound == nil {
      let told = page.draft.quantities[figure].quantity.approximation
      found.append(RoundShare(page.range(figure), page.value(figure), told, page, figure: figure))
    }
    return found.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  private init(
    _ word: Range<Int>, _ hundredths: Decimal, _ told: Approximation?, _ page: FigurePage, figure: Int? = nil
  ) {
    var (low, high, told) = (word.lowerBound, word.upperBound, told)
    // 超过总数的一半.
    for word in Self.wholes where low >= word.count && page.units[low - word.count..<low].elementsEqual(word)
    {
      low -= word.count
    }
    let start = low
    for (words, meaning) in Self.befores {
      for word in words where low >= word.count && page.units[low - word.count..<low].elementsEqual(word) {
        (low, told) = (low - word.count, told ?? meaning)
      }
    }
    if low == start { low = word.lowerBound }
    for (words, meaning) in Self.behinds {
      for word in words where page.units[high...].starts(with: word) {
        (high, told) = (high + word.count, told ?? meaning)
      }
    }
    (place, self.hundredths, approximation, self.figure) = (low..<high, hundredths, told, figure)
  }

  /// How far a share may lie from a round word for it.
  private static let reach: Decimal = 8
  private static let slack: Decimal = 1
  private static let tenth: Decimal = 5
  private static let words: [(word: [UInt16], hundredths: Decimal)] =
    ["一半", "半数", "半"].map { (Mark.word($0), 50) }
    + Array("二三四五六七八九十".unicodeScalars).enumerated().flatMap { (index, whole) in
      "一二三四五六七八九".unicodeScalars.prefix(index + 1).enumerated().map { (part, name) in
        (Mark.word("\(whole)分之\(name)"), Decimal(part + 1) * 100 / Decimal(index + 2))
      }
    }
  private static let firsts = UnitSet("一半二三四五六七八九十")
  private static let numerals = UnitSet("一二三四五六七八九十")
  private static let wholes = Mark.words(
    "总数的 总量的 总额的 全部的 其中的 总人数的 总户数的 应到人数的 应到会人数的 应到代表的 应到委员的 全体代表的 全体委员的")
  private typealias Affixes = [(words: [[UInt16]], meaning: Approximation)]
  private static let befores = affixes([
    (["不超过", "不高于", "至多"], .orLess), (["不低于", "不少于", "至少"], .orMore), (["不足", "不到", "未到"], .under),
    (["超过", "超出", "超", "逾", "突破", "过"], .exceeds), (["接近", "将近", "近"], .nearly), (["大约", "约为", "约"], .about),
  ])
  private static let behinds = affixes([
    (["以上"], .orMore), (["以下", "以内"], .orLess), (["多", "强"], .overDuo), (["左右", "上下"], .around),
  ])
  private static func affixes(_ table: [([String], Approximation)]) -> Affixes {
    table.map { ($0.0.map(Mark.word), $0.1) }
  }
}
