import Foundation
import ReportModel

/// 基数: a share or a multiple of a figure that is said: 为年度目标24亿元的105%, 是上年3亿元的3倍. Reported with the shares.
struct BaseRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices
    where (page.isPercent(figure) || page.isMultiple(figure)) && page.claim(figure).change == nil {
      let base = figure - 1
      if ofLastYear(figure, base) { settle(figure, figure - 2, base, &book) }
      guard page.siblings(of: figure).contains(base), page.isAmount(base), page.isExact(base),
        page.words(page.before(figure)) == "的", let link = link(before: base)
      else { continue }
      let figures = page.siblings(of: figure).lowerBound..<base
      guard
        let value = figures.last(where: {
          page.sameUnit($0, base) && page.claim($0).change == nil && page.range($0).upperBound <= link
        }), !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(base).lowerBound)
      else { continue }
      // 26宗,其中工业14宗、商住12宗,占计划供应40宗的65%: all of them.
      let list = page.listWhole(endingAt: value)
      if let list, list.isJoined { settle(figure, list.whole, base, &book) }
      settle(figure, value, base, &book)
      if let list, !list.isJoined { settle(figure, list.whole, base, &book) }
    }
  }

  /// 办理450件,上年同期为150件,是上年同期的3倍: the base in a clause of its own.
  private func ofLastYear(_ figure: Int, _ base: Int) -> Bool {
    let siblings = page.siblings(of: figure)
    let words = page.words(page.before(figure))
    return page.isMultiple(figure) && siblings.contains(base - 1) && page.isAmount(base) && page.isExact(base)
      && page.sameUnit(base - 1, base) && page.claim(base - 1).change == nil
      && page.cues.has(.lastYear, in: page.lead(base)) && page.before(figure).count <= 9
      && words.containsAny(Self.links) && words.hasAnySuffix(Self.lastYears)
  }

  private static let lastYears = ["上年的", "去年的", "上年同期的", "去年同期的", "同期的"]

  /// Where 占, 为, 是, 完成 stands before the base in its own item.
  private func link(before base: Int) -> Int? {
    let lead = page.lead(base)
    let words = page.words(lead)
    guard let word = Self.links.first(where: { words.hasPrefix($0) }) else { return nil }
    let isShort = lead.count - word.count <= 12
    return isShort ? lead.lowerBound : nil
  }

  private func settle(_ figure: Int, _ value: Int, _ base: Int, _ book: inout RelationBook) {
    let isPercent = page.isPercent(figure)
    let factor: Decimal = isPercent ? 100 : 1
    guard let ratio = Quotient(page.quantity(value), by: page.quantity(base), times: factor) else { return }
    let stated = page.quantity(figure)
    let agreement = Reckoning.compare(ratio, with: stated)
    let verdict: Relation.Verdict =
      switch agreement {
      case _ where isPercent && page.fallsShort(figure, value, of: base): .broken
      case .equal, .truncated, .near: .verified
      case .within: .undecided
      case .apart: page.isExact(value) && page.isExact(figure) ? .broken : .undecided
      }
    var shown: String {
      isPercent ? Percent.text(ratio.value, like: stated) : Reckoning.text(ratio.value, like: stated) + "倍"
    }
    book.weigh(
      figure, by: [value, base], .share, verdict, on: page,
      "\(page.number(value))/\(page.number(base))=\(shown)", "与所说的基数不符", isTruncated: agreement == .truncated)
  }

  private static let links = ["占", "为", "是", "相当于", "达到", "达", "完成"]
}
