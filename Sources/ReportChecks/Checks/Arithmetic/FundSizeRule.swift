import Foundation
import ReportModel

/// 同一笔资金: 规模为3000万元的…资金池 … 3亿元规模的…资金池: one fund by its name, told with the same digits in another order of magnitude. Reported
/// with the same facts.
struct FundSizeRule: RelationRule {
  let page: FigurePage

  private struct Fund {
    var figure: Int
    var name: ArraySlice<UInt16>
    /// Whether other words may stand before the name: 设立…基金规模2000万元.
    var isOpen: Bool
    /// 设立, 安排: another one may be set up under the same name.
    var isNew: Bool
  }

  func propose(_ book: inout RelationBook) {
    var known: [ArraySlice<UInt16>: [Fund]] = [:]
    for figure in page.draft.quantities.indices
    where page.unitKey(figure) == FigurePage.yuan && page.isExact(figure) && page.claim(figure).change == nil
      && page.claim(figure).period != .before
    {
      guard let fund = fund(figure) else { continue }
      if fund.name.count < Self.least {
        anaphor(fund, known, &book)
        continue
      }
      let key = ArraySlice(Array(fund.name.suffix(Self.least)))
      if let other = known[key]?.first(where: { isSame($0, fund) }) {
        book.compare(figure, withEarlier: [other.figure], on: page, message: "同一笔资金前后差了数量级")
      }
      known[key, default: []].append(fund)
    }
  }

  /// 总额2亿元的资金池: a fund without its name is the only one of its kind that was told before.
  private func anaphor(_ fund: Fund, _ known: [ArraySlice<UInt16>: [Fund]], _ book: inout RelationBook) {
    let alike = known.values.joined().filter { $0.name.suffix(fund.name.count).elementsEqual(fund.name) }
    if Set(alike.map(\.name)).count == 1, let other = alike.first(where: { isSame($0, fund, bare: true) }) {
      book.compare(fund.figure, withEarlier: [other.figure], on: page, message: "同一笔资金前后差了数量级")
    }
  }

  private func isSame(_ one: Fund, _ other: Fund, bare: Bool = false) -> Bool {
    let (short, long) = one.name.count < other.name.count ? (one, other) : (other, one)
    let (a, b) = (page.value(one.figure), page.value(other.figure))
    return page.paragraph(of: one.figure) != page.paragraph(of: other.figure) && !(one.isNew && other.isNew)
      && (short.name.count == long.name.count || long.isOpen || bare)
      && long.name.suffix(short.name.count).elementsEqual(short.name)
      && Self.powers.contains(where: { a == b * $0 || b == a * $0 })
  }

  private func fund(_ figure: Int) -> Fund? {
    let range = page.range(figure)
    let lead = page.lead(figure)
    var start = range.upperBound
    while let word = Self.links.first(where: { page.units[start...].starts(with: $0) }) {
      start += word.count
    }
    var end = start
    while end < page.units.count, end - start < Self.longest,
      Mark.isHan(page.units[end]) || Self.quotes.contains(page.units[end])
    { end += 1 }
    let isNew = Self.making.contains { page.words(lead).contains($0) }
    if let stop = (start + Self.least..<max(start + Self.least, end + 1)).first(where: { isHead(before: $0) }
    ),
      stop <= end, !isOfAnother(lead.lowerBound..<min(end, stop + 4))
    {
      return Fund(figure: figure, name: page.units[start..<stop], isOpen: false, isNew: isNew)
    }
    guard let size = Self.sizes.first(where: { page.words(lead).hasSuffix($0) })?.utf16.count
    else { return nil }
    if let head = Self.bareHeads.first(where: { page.units[start...].starts(with: $0) }),
      start > range.upperBound,
      !isNew, !isOfAnother(lead.lowerBound..<start)
    {
      return Fund(figure: figure, name: head[...], isOpen: false, isNew: false)
    }
    var name = lead.lowerBound..<lead.upperBound - size
    // 设立农业产业发展基金,规模5000万元.
    if name.isEmpty, name.lowerBound > page.before(figure).lowerBound,
      page.units[name.lowerBound - 1] == Mark.comma
    {
      let end = name.lowerBound - 1
      let first = page.before(figure).lowerBound..<end
      name = (first.last { !Mark.isHan(page.units[$0]) }.map { $0 + 1 } ?? first.lowerBound)..<end
    }
    guard name.count >= Self.least,
      isHead(before: name.upperBound), !isOfAnother(name.lowerBound..<page.tail(figure).upperBound)
    else { return nil }
    return Fund(figure: figure, name: page.units[name], isOpen: true, isNew: isNew)
  }

  /// 资金 before 池 ends no name.
  private func isHead(before end: Int) -> Bool {
    Self.heads.contains { end >= $0.count && page.units[end - $0.count..<end].elementsEqual($0) }
      && (end == page.units.count || page.units[end] != Self.pool)
  }

  /// 首期, 省级, 增至: a part of it, another's, another time's.
  private func isOfAnother(_ range: Range<Int>) -> Bool {
    let near = max(0, range.lowerBound - 12)..<range.lowerBound
    let start = near.last { page.units[$0] == Mark.stop }.map { $0 + 1 } ?? near.lowerBound
    let words = page.words(start..<range.upperBound)
    return Self.others.contains { words.contains($0) }
  }

  private static let least = 5
  private static let longest = 26
  private static let powers: [Decimal] = [10, 100, 1000, 10_000]
  private static let links = Mark.words("总规模的 规模的 规模 的")
  private static let sizes = [
    "总额为", "总额", "总规模达到", "总规模达", "总规模为", "总规模", "规模达到", "规模达", "规模为", "规模",
  ]
  private static let heads = Mark.words("资金池 基金 补偿金 周转金 准备金 资金")
  private static let bareHeads = Mark.words("资金池 基金 补偿金 周转金 准备金")
  private static let pool: UInt16 = 0x6C60  // 池
  private static let quotes = UnitSet("“”")
  private static let making = ["设立", "组建", "建立", "安排", "成立", "统筹", "筹措", "投入", "争取"]
  private static let others = [
    "首期", "首批", "一期", "二期", "三期", "第", "每", "省", "市级", "中央", "国家", "上级", "由", "增加", "增至", "扩大", "扩至", "新增",
    "追加", "累计", "上年", "去年", "目标", "力争", "撬动", "带动", "其中", "子基金", "认缴", "实缴", "到位", "各",
  ]
}
