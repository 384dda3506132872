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
    for (key, figures) in mine where figures.count == 2 {
      guard let theirs = known[key], Set(theirs.map(last.page.value)).count == 1,
        this.page.value(figures[0]) != this.page.value(figures[1]),
        let old = figures.first(where: { this.page.value($0) == last.page.value(theirs[0]) }),
        let new = figures.first(where: { $0 != old }), this.facts.isTelling[old],
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
    where page.isAmount(figure) && page.isExact(figure) && page.isThing(figure) && claim.change == nil
      && (claim.period == .reported || claim.period == .cumulative)
    {
      guard !page.words(claim.clause).containsAny(Self.otherTimes) else { continue }
      let (lead, tail) = (page.units[page.lead(figure)], page.units[page.tail(figure)])
      let noun = (tail.isEmpty ? lead : Self.noun(tail)).suffix(4)
      guard noun.count == 4, noun.allSatisfy(Mark.isHan) else { continue }
      named[Array(noun) + page.unit(figure).utf16, default: []].append(figure)
    }
    return named
  }

  /// 进驻事项 of 进驻事项中, 养老服务中心 of 养老服务中心的设施.
  private static func noun(_ tail: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    let end = tail.indices.first { place in
      ends.contains(tail[place])
        || tail[place] == Mark.among && !(place + 1 < tail.endIndex && centres.contains(tail[place + 1]))
    }
    return tail[..<(end ?? tail.endIndex)]
  }

  private static let ends = UnitSet("的均已全仍也里内，")
  private static let centres = UnitSet("心小学医央层间型")
  private static let otherTimes = [
    "上年", "去年", "此前", "原", "由", "从", "年初", "上半年", "季度", "其中", "新增", "首批", "以来", "平均", "累计",
  ]
}
