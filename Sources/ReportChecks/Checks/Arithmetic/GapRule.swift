import Foundation
import ReportModel

/// 相差: by how much the two figures told before it differ: 162.5万元…38.2万元,两村相差124.3万元. Reported with the changes.
struct GapRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for gap in page.draft.quantities.indices where page.isExact(gap) && page.isTold(gap) {
      let isPoints = page.isPoints(gap)
      guard isPoints || page.isAmount(gap), let cue = cue(page.lead(gap)) else { continue }
      let between = page.lead(gap).lowerBound..<cue
      let siblings = page.siblings(of: gap)
      let told = (siblings.lowerBound..<gap).filter {
        (isPoints ? page.isPercent($0) : page.sameUnit($0, gap)) && page.claim($0).change == nil
      }
      guard told.count >= 2, case let pair = Array(told.suffix(2)), pair.allSatisfy({ page.isExact($0) }),
        page.range(gap).lowerBound - page.range(pair[1]).upperBound <= 24,
        between.isEmpty || page.words(between).hasAnyPrefix(Self.pairs + Self.held)
      else { continue }
      // 两村 of two: a third figure of the unit might be meant as well.
      let isSure =
        told.count == 2
        || Self.extremes.allSatisfy { word in
          pair.contains {
            page.words(page.before($0)).contains(word) || page.words(page.after($0)).contains(word)
          }
        }
      let (x, y) = page.value(pair[0]) > page.value(pair[1]) ? (pair[0], pair[1]) : (pair[1], pair[0])
      let value = page.value(x) - page.value(y)
      let agreement = page.compare(value, of: pair, with: gap)
      let fits =
        agreement != .apart
        && !(page.quantity(gap).precision <= page.quantity(x).precision && agreement == .within)
      book.weigh(
        gap, by: pair, .change, fits ? .verified : isSure ? .broken : .undecided, on: page,
        "\(page.number(x))-\(page.number(y))=\(Reckoning.text(value, like: page.quantity(gap)))",
        "相差的数与前后两个数不符")
    }
  }

  /// Where 相差 begins that ends the words before a figure.
  private func cue(_ lead: Range<Int>) -> Int? {
    // 前者比后者多55人.
    if page.words(lead).hasAnyPrefix(Self.held) {
      return Self.more.first(where: page.words(lead).hasSuffix).map { lead.upperBound - $0.utf16.count }
    }
    return Self.cues.first(where: page.words(lead).hasSuffix).map { lead.upperBound - $0.utf16.count }
  }

  private static let cues = ["相差", "相差达", "相差了", "差距为", "差距达", "差距", "差额为", "差额", "之差为", "差值为"]
  private static let held = ["前者比后者", "后者比前者", "前者较后者", "后者较前者"]
  private static let more = ["多", "少", "高", "低", "多出", "高出", "少了", "多了", "低了", "高了", "低出"]
  private static let pairs = ["两", "二者", "双方", "前后", "彼此", "高低"]
  private static let extremes = ["最高", "最低"]
}
