import Foundation
import ReportModel

/// 分产业、分片: a measure told in one sentence and its parts in the next one.
extension SeriesTotalRule {
  // MARK: 地区生产总值862.4亿元,…。第一产业24.1亿元、第二产业468.5亿元、第三产业369.8亿元

  /// The three industries make the whole output, wherever they stand side by side.
  func industries(_ sentence: DraftSentence, _ book: inout RelationBook) {
    guard
      let first = sentence.quantities.first(where: {
        page.words(page.before($0)).contains(Self.industries[0])
      }),
      let whole = (0..<first).last(where: { page.words(page.lead($0)).containsAny(Self.outputs) }),
      page.claim(first).sentence - page.claim(whole).sentence <= 2, isTotal(whole)
    else { return }
    let parts = Self.industries.compactMap { name in
      sentence.quantities.first {
        page.words(page.lead($0)).contains(name) && page.sameUnit($0, whole) && page.isExact($0)
          && page.claim($0).change == nil
      }
    }
    guard Set(parts).count == Self.industries.count else { return }
    book.add(parts, to: whole, of: .parts, on: page, message: "三次产业之和与总数不符", as: .scope("industries\(whole)"))
  }

  // MARK: 规划面积46.8平方公里,…。三园规划面积分别为19.5平方公里、15.2平方公里和14.1平方公里

  /// What one measure is of each part, told behind 分别为, where it nearly makes what it was told to be as a whole.
  func measured(_ sentence: DraftSentence, _ book: inout RelationBook) {
    guard
      let first = sentence.quantities.first(where: {
        page.cues.last(.respectively, in: page.lead($0))?.upperBound == page.lead($0).upperBound
          || page.words(page.lead($0)).hasAnySuffix(["分别为", "分别是", "分别达"])
      }), !page.isThing(first)
    else { return }
    let parts = Array(
      (first..<sentence.quantities.upperBound).prefix { part in
        page.sameUnit(part, first) && page.isExact(part)
          && (part == first || page.before(part).count == 1)
      })
    guard parts.count > 2,
      let whole = (0..<first).suffix(4).last(where: { whole in
        page.sameUnit(whole, first) && isTotal(whole)
          && page.claim(whole).sentence < page.claim(first).sentence
          && page.paragraph(of: whole) == page.paragraph(of: first) && page.lead(whole).count >= 4
          && page.contains(Array(page.units[page.lead(whole).suffix(4)]), in: page.lead(first))
      }), case let sum = page.sum(parts), abs(sum - page.value(whole)) * 20 <= sum
    else { return }
    book.add(parts, to: whole, of: .parts, on: page, message: "各部分之和与总数不符", as: .scope("measured\(whole)"))
  }

  private static let industries = ["第一产业", "第二产业", "第三产业"]
  private static let outputs = ["生产总值", "GDP"]
}
