import Foundation
import ReportModel

/// Whether two tellings are of different things after all.
extension NamedAgainRule {
  /// In different sections, of one time, and neither number beside the other.
  func areApart(_ a: Int, _ b: Int, onAnyDay: Bool = false) -> Bool {
    let (one, two) = (page.claim(a), page.claim(b))
    guard page.paragraph(of: a) != page.paragraph(of: b), one.section != two.section,
      one.domain == nil || two.domain == nil || one.domain == two.domain,
      time(one) == time(two) || onAnyDay && isOfOtherClause(one) && time(two) == nil
        || onAnyDay && isFirstHalf(one) && isFirstHalf(two)
        || time(two) == nil && page.words(page.lead(b)).hasAnySuffix(Self.existing) && isInYear(one)
    else { return false }
    // 全年600万元,累计6000万元; 我区占全市的一成.
    let isTotal = [a, b].map { page.cues.has(.cumulative, in: page.lead($0)) }
    guard
      isTotal[0] == isTotal[1] || isOfAllThere(b, since: a)
        || page.value(isTotal[0] ? a : b) < page.value(isTotal[0] ? b : a)
    else {
      return false
    }
    guard ![a, b].contains(where: { page.words(page.sentence(of: $0).range).containsAny(Self.shares) }) else {
      return false
    }
    func stands(_ figure: Int, besides other: Int) -> Bool {
      page.siblings(of: other).contains {
        page.value($0) == page.value(figure) && page.sameUnit($0, figure)
      }
    }
    return !stands(a, besides: b) && !stands(b, besides: a)
  }

  /// 上半年, 到6月底, or no time at all: one stretch of time in a report on half a year, and no other digits in that on a year.
  private func isFirstHalf(_ claim: Claim) -> Bool {
    guard let time = claim.time.map({ page.draft.times[$0].range }) else { return true }
    return page.words(time).containsAny(["上半年", "6月底", "6月末", "6月30日"])
  }

  /// 4月22日办法出台后加快,到年底盘活31处: the day is of another clause.
  private func isOfOtherClause(_ claim: Claim) -> Bool {
    guard let time = claim.time.map({ page.draft.times[$0] }), let day = time.inMonth else { return false }
    return day.day != nil && time.range.upperBound <= claim.clause.lowerBound && isInYear(claim)
  }
}
