import Foundation
import ReportModel

/// 甲和乙共8项: totals that name what they add up.
extension TotalRule {
  /// 公办与普惠性民办合计80所: the parts that the words before the sum name one by one, where there are more; nil where none are named,
  /// and none of them where a name fits several.
  func named(_ words: Range<Int>, among parts: [Int]) -> [Int]? {
    guard parts.count > 2 else { return nil }
    // 提案建议合计80件: two names side by side.
    let ends = parts.filter { part in
      page.lead(part).count >= 2 && page.contains(Array(page.units[page.lead(part).suffix(2)]), in: words)
    }
    if ends.count > 1, ends.count < parts.count, ends.count * 2 == words.count { return ends }
    let names = page.units[words].split(whereSeparator: Self.joints.contains).map(\.indices)
    guard names.count > 1, names.count < parts.count, names.allSatisfy({ $0.count >= 2 }) else { return nil }
    let found = names.map { name -> [Int] in
      let likes = parts.map { part in
        zip(name, name.dropFirst()).count { pair in
          page.contains([page.units[pair.0], page.units[pair.1]], in: page.lead(part))
        }
      }
      let most = likes.max() ?? 0
      return most == 0 ? [] : parts.indices.filter { likes[$0] == most }.map { parts[$0] }
    }
    if found.contains(where: \.isEmpty) { return nil }
    // 公办: the shortest of the names that have it.
    return found.compactMap { $0.min { page.lead($0).count < page.lead($1).count } }
  }

  /// 由1家医院、8家卫生院组成,成员单位合计9个: things of several kinds that make one body.
  func isComposed(_ part: Int, _ total: Int) -> Bool {
    let between = page.words(page.range(part).upperBound..<page.lead(total).lowerBound)
    return between.hasSuffix("组成,") && !between.contains(";") && page.isThing(part) && page.isThing(total)
      && page.words(page.lead(total)).hasAnyPrefix(["成员", "共", "合计", "总计", "单位"])
  }

  /// 公办学位4200个、民办学位1300个,共新增学位5500个: the verb of the parts, and the noun that ends each.
  func namesAll(_ words: Range<Int>, _ parts: [Int], _ total: Int) -> Bool {
    page.tail(total).isEmpty && words.count >= 3 && isClose(total, parts)
      && parts.first.map { page.contains(Array(page.units[words.prefix(2)]), in: page.lead($0)) } == true
      && parts.allSatisfy { part in
        page.units[page.lead(part)].suffix(2).elementsEqual(page.units[words].suffix(2))
      }
  }

  /// Off the sum by an eighth at most, or by a slip of the pen.
  func isClose(_ total: Int, _ parts: [Int]) -> Bool {
    let sum = page.sum(parts)
    return abs(page.value(total) - sum) * 8 <= sum || Reckoning.isSlip(page.value(total), sum)
  }

  func isNear(_ total: Int, _ parts: [Int]) -> Bool {
    let sum = page.sum(parts)
    return abs(page.value(total) - sum) * 3 <= sum
  }
}

/// 存量与增量: what was there before, beside what came and went.
extension TotalRule {
  /// 新认定19家,累计63家; 新增47家,退出14家,年末总数418家: all that there are by now, beside what came and went this year.
  func isStock(_ total: Int, _ cue: Range<Int>, _ parts: [Int]) -> Bool {
    (isOfStock(cue)
      || page.words(page.lead(total)).hasAnyPrefix(Self.ends))
      && parts.contains { part in page.words(page.before(part)).containsAny(Self.comings) }
  }

  func isOfStock(_ cue: Range<Int>) -> Bool { Self.stocks.contains { page.words(cue) == $0 } }

  /// 前两批86项,2024年再承接27项,累计113项: what was there before and what came to it.
  func isRunning(_ parts: [Int]) -> Bool {
    guard parts.count == 2 else { return false }
    let (first, last) = (page.words(clause(parts[0])), page.words(clause(parts[1])))
    return first.containsAny(Self.formers) && last.containsAny(Self.furthers)
  }

  /// The words before a figure in its clause, over other figures: 前两批共承接.
  func clause(_ figure: Int) -> Range<Int> {
    page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound
  }

  private static let formers = ["前", "首批", "第一批", "已", "原有", "现有", "上年", "去年", "历年"]
  private static let furthers = ["再", "又", "新", "第二批", "今年", "本年", "加上", "年内"]
  private static let comings = ["新", "当年", "今年", "本年", "净增", "退出", "注销", "减少", "调增", "调减", "调入", "调出"]
  private static let stocks = ["累计", "总数", "总数为", "总量", "共有"]
  private static let ends = ["年末", "年底", "期末", "目前", "现有", "现共", "现已", "现存", "至今", "截至"]
}
