import Foundation
import ReportModel

/// 再说个数: 在甲镇、乙镇、丙乡建成,四个试点乡镇…: places named one by one, and their number in the next clause.
extension ListRule {
  func countedAgain(_ figure: Int, _ book: inout RelationBook) {
    let (lead, tail) = (page.words(page.lead(figure)), page.tail(figure))
    let noun = tail.prefix(6)
    guard page.value(figure) > 2, page.value(figure) <= 12, tail.count >= 2,
      lead.units.isEmpty && (page.words(noun).hasAnyPrefix(Self.pilots) || isSpelled(figure))
        || lead.hasAnySuffix(Self.pointing),
      case let sentence = page.sentence(of: figure).range,
      case let end = page.lead(figure).lowerBound, end > sentence.lowerBound + 8,
      page.units[end - 1] == Mark.comma || page.units[end - 1] == Mark.semicolon
    else { return }
    let start =
      (sentence.lowerBound..<end - 1).last { Mark.clauseEnds.contains(page.units[$0]) }.map { $0 + 1 }
      ?? sentence.lowerBound
    let clause = start..<end - 1
    let stop =
      (end..<sentence.upperBound).first { Mark.clauseEnds.contains(page.units[$0]) } ?? sentence.upperBound
    guard let pause = clause.first(where: { page.units[$0] == Mark.pause }),
      !page.words(clause).containsAny(Self.parts), !page.words(end..<stop).containsAny(Self.parts),
      !clause.contains(where: { Mark.isDigit(page.units[$0]) || page.units[$0] == 0x28 })
    else { return }
    // 服务中心在甲镇、乙乡: the first name begins behind the word that leads to it.
    let first = (start..<pause).last { Self.leads.contains(page.units[$0]) }.map { $0 + 1 } ?? start
    let last = (pause..<clause.upperBound).last { page.units[$0] == Mark.pause } ?? pause
    var items = page.items(of: first..<min(clause.upperBound, last + 16))
    guard items.allSatisfy({ (2...9).contains($0.count) || $0.upperBound > last }),
      page.bear(&items, noun.lowerBound..<noun.upperBound) || oneAfterAnother(&items),
      let named = items.last, named.count <= 7,
      page.units[named.upperBound] != Mark.andSoOn,
      abs(items.count - (Int("\(page.value(figure))") ?? 0)) <= 1
    else { return }
    settle(figure, [items.count], listed: items[0].lowerBound..<named.upperBound, what: "个", &book)
  }

  /// 四个乡镇共签订: a number in words, and what all of them have done.
  private func isSpelled(_ figure: Int) -> Bool {
    !Mark.isDigit(page.units[page.range(figure).lowerBound])
      && page.words(page.tail(figure).prefix(6)).containsAny(Self.together)
  }

  /// 东巷、西坡和南街先后开门,四处院落全年接待: the names end where it is said that each of them did.
  private func oneAfterAnother(_ items: inout [Range<Int>]) -> Bool {
    guard items.count > 2, let last = items.last,
      let end = last.first(where: { place in
        Self.turns.contains { page.words(place..<last.upperBound).hasPrefix($0) }
      }), end - last.lowerBound >= 2
    else { return false }
    items[items.count - 1] = last.lowerBound..<end
    if let join = (last.lowerBound + 1..<end - 1).first(where: { Mark.ands.contains(page.units[$0]) }) {
      items[items.count - 1] = last.lowerBound..<join
      items.append(join + 1..<end)
    }
    return items.allSatisfy { (2...6).contains($0.count) && $0.allSatisfy { Mark.isHan(page.units[$0]) } }
  }

  private static let together = ["共", "全年", "累计", "合计", "全部", "均", "都"]
  private static let turns = ["先后", "相继", "陆续", "同步", "同时"]
  private static let pilots = ["试点", "示范", "先行"]
  private static let pointing = ["这", "上述", "以上", "前述"]
  private static let leads = UnitSet("在于为定取由")
  /// Some of them only, or others besides.
  private static let parts = Mark.texts("首批 第一批 第二批 先期 再 新增 陆续 逐步 扩大 推广 其余 另外 其中 其他 基础上 增加 等 重点 代表 为主 带动 引领")
}
