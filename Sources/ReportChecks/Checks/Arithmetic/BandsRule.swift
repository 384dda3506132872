import Foundation
import ReportModel

/// 分档个数: how many lie in each of several bands (100万元以上的21个,50万元以上不足100万元的76个) against how many there are. The bands part one another:
/// all but the topmost have both bounds. Reported with the parts.
struct BandsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count >= 6 {
      var bands: [(figure: Int, bounds: Int)] = []
      for figure in sentence.quantities {
        let bounds = bounds(of: figure, from: sentence.quantities.lowerBound)
        guard bounds > 0, bands.first.map({ page.sameUnit($0.figure, figure) }) ?? true else { continue }
        bands.append((figure, bounds))
      }
      weigh(bands, sentence, &book)
    }
  }

  /// How many bounds of another unit stand right before a count: 50万元以上不足100万元的 has two.
  private func bounds(of count: Int, from first: Int) -> Int {
    guard page.isAmount(count), page.isExact(count), page.words(page.before(count)).hasAnySuffix(["的", "的有"])
    else { return 0 }
    var bounds = 0
    while bounds < 3, count - bounds > first, case let bound = count - bounds - 1,
      !page.sameUnit(bound, count), bounds == 0 || page.sameUnit(bound, count - 1),
      page.quantity(bound).approximation != nil,
      bounds == 0 ? page.before(count).count <= 5 : page.before(bound + 1).count <= 3
    {
      bounds += 1
    }
    return bounds
  }

  private func weigh(
    _ bands: [(figure: Int, bounds: Int)], _ sentence: DraftSentence, _ book: inout RelationBook
  ) {
    guard bands.count > 2, bands.count(where: { $0.bounds == 1 }) == 1, bands.allSatisfy({ $0.bounds < 3 }),
      let first = bands.first?.figure,
      let whole = (sentence.quantities.lowerBound..<first).first(where: {
        page.sameUnit($0, first) && page.isAmount($0) && page.claim($0).change == nil
      }), page.isExact(whole),
      page.words(page.range(whole).upperBound..<page.range(first).lowerBound).contains("其中")
    else { return }
    let parts = bands.map(\.figure)
    // Those below the lowest band may be told nowhere.
    let isMore = page.sum(parts) > page.value(whole)
    guard isMore || page.sum(parts) == page.value(whole) else { return }
    book.add(
      parts, to: whole, of: .parts, on: page, verdict: isMore ? .broken : .verified, message: "各档之和超过总数",
      as: isMore ? .scope("bands\(first)") : .list(first))
  }
}
