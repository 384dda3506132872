import Foundation
import ReportModel

/// 总数: the figures that the parts of a list may be of.
extension PartsRule {
  /// 3月2项、4月1项、5月2项、6月4项,其中一季度2项、二季度7项: parts of a whole list, told in another way.
  func areOfAll(_ parts: [Int], _ wholes: [Int]) -> Bool {
    guard parts.count > 1, let last = wholes.first, case let sum = page.sum(parts), page.value(last) < sum
    else { return false }
    var (rest, figure) = (sum, last)
    while figure >= page.siblings(of: last).lowerBound, page.sameUnit(figure, last), rest > 0 {
      rest -= page.value(figure)
      figure -= 1
    }
    return rest == 0
  }

  /// The figures that the parts may be of, nearest first: in the sentence, or else in the one before it.
  func wholes(before cue: Int, _ sentence: Int, like part: Int) -> [Int] {
    func fitting(_ figures: Range<Int>) -> [Int] {
      let alike = figures.filter { figure in
        page.range(figure).upperBound <= cue && page.sameUnit(figure, part)
          && page.isTold(figure) == page.isTold(part) && !page.cues.has(.each, in: page.before(figure))
          // 二季度6项(5月2项、6月4项),其中…: parts of what stands before their bracket.
          && (page.bracketOwner(of: figure) == nil
            || !page.has(0x29, in: page.range(figure).upperBound..<max(cue, page.range(figure).upperBound)))
          // 比去年的11项多了2项: last year's has no part in this.
          && !page.words(page.lead(figure)).containsAny(Self.bases)
      }.reversed()
      // An increment is not what the parts are of, unless nothing else is.
      let states = alike.filter { !isIncrement($0) }
      return Array((states.isEmpty ? Array(alike) : states).prefix(3))
    }
    // 168个村各设1处,其中与商店合设的103处: of as many as there are of them, which is said nowhere.
    if let nearest = page.draft.sentences[sentence].quantities.last(where: {
      page.range($0).upperBound <= cue && page.sameUnit($0, part)
    }), page.everyOne(in: page.lead(nearest)) != nil,
      // 各专项小组共召开会议26次: all of them together.
      !page.has(Mark.all, in: page.lead(nearest))
    {
      return []
    }
    let here = fitting(page.draft.sentences[sentence].quantities)
    if !here.isEmpty { return here }
    let range = page.draft.sentences[sentence].range
    guard cue - range.lowerBound <= 1 || pointsBack(sentence), sentence > 0,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return [] }
    // 按单位分,…。按时间分,…: both divide what stands before the first.
    var before = sentence - 1
    while before > 0, division(page.draft.sentences[before].range) != nil { before -= 1 }
    let told = page.draft.sentences[before].quantities
    // 9项,其中农业农村3项、文化2项。其中7项已完成: of all that the sentence before has parted.
    if let parted = page.cues.first(.parts, in: page.draft.sentences[before].range)?.lowerBound,
      case let all = fitting(
        told.lowerBound..<(told.first { page.range($0).lowerBound > parted } ?? told.upperBound)),
      !all.isEmpty
    {
      return all
    }
    return fitting(told)
  }
}
