import Foundation
import ReportModel

/// 旧数: a count of last year's report that stayed where the same thing is spoken of again, while elsewhere the text gives this year's:
/// 进驻事项1342项 … 1286项进驻事项中.
struct StaleCounts {
  let this: DraftStudy
  let last: DraftStudy

  /// Each such figure with this year's and the one it was taken from.
  var found: [(figure: Int, other: Int, theirs: Int)] {
    let (mine, known) = (Self.named(this.page), Self.named(last.page))
    var found: [(figure: Int, other: Int, theirs: Int)] = []
    for (key, figures) in mine where (2...3).contains(figures.count) {
      guard let theirs = known[key], Set(theirs.map(last.page.value)).count == 1,
        Set(figures.map(this.page.value)).count == 2,
        let old = figures.first(where: { this.page.value($0) == last.page.value(theirs[0]) }),
        let new = figures.first(where: { this.page.value($0) != this.page.value(old) }),
        this.facts.isTelling[old] || this.page.claim(old).period == .plan
          || this.page.value(old) >= 10 && this.page.name(of: old) == this.page.name(of: new),
        this.page.paragraph(of: old) != this.page.paragraph(of: new)
      else { continue }
      found.append((old, new, theirs[0]))
    }
    return found.sorted { $0.figure < $1.figure }
  }

  /// The counts of this year by the four characters of their noun, before or behind them.
  private static func named(_ page: FigurePage) -> [[UInt16]: [Int]] {
    var named: [[UInt16]: [Int]] = [:]
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isAmount(figure) && page.isExact(figure) && !page.unit(figure).isEmpty && claim.change == nil
      && (page.isThing(figure) || Reckoning.significant(page.value(figure)) >= 2)
      && claim.period != .before && claim.period != .other
    {
      guard !page.words(claim.clause).containsAny(Self.otherTimes),
        claim.period != .plan || !page.words(claim.clause).containsAny(Self.toCome)
      else { continue }
      let noun = page.name(of: figure).suffix(4)
      guard noun.count == 4, noun.allSatisfy(Mark.isHan) else { continue }
      named[Array(noun) + page.unit(figure).utf16, default: []].append(figure)
    }
    return named
  }

  private static let toCome = ["再", "新", "力争", "计划", "拟", "达到", "目标"]
  private static let otherTimes = [
    "上年", "去年", "此前", "原", "由", "从", "年初", "上半年", "季度", "其中", "新增", "首批", "以来", "平均", "累计",
  ]
}
