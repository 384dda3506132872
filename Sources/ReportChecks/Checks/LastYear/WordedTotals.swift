import Foundation
import ReportModel

extension RunningTotalsCheck {
  /// 创新联合体今年新备案6家,累计备案33家 beside 组建创新联合体,累计备案27家: the only totals that are led by the same words, of what stands
  /// before them in both sentences.
  func worded(_ figure: Int, _ page: FigurePage, _ last: FigurePage) -> (
    figure: Int, value: Decimal
  )? {
    let lead = page.units[page.lead(figure)]
    guard (4...6).contains(lead.count), lead.starts(with: Self.sofar) else { return nil }
    func alike(_ other: FigurePage) -> [Int] {
      other.draft.quantities.indices.filter {
        other.unitKey($0) == page.unitKey(figure) && other.units[other.lead($0)].elementsEqual(lead)
      }
    }
    guard alike(page) == [figure], case let found = alike(last), found.count == 1, let base = found.first,
      last.isAmount(base), last.isExact(base)
    else { return nil }
    let mine = page.units[page.sentence(of: figure).range.lowerBound..<page.lead(figure).lowerBound]
    let theirs = last.units[last.sentence(of: base).range.lowerBound..<last.lead(base).lowerBound]
    let isOfOne = mine.indices.dropLast(3).contains { start in
      let run = mine[start..<start + 4]
      return run.allSatisfy(Mark.isHan)
        && theirs.indices.dropLast(3).contains { theirs[$0..<$0 + 4].elementsEqual(run) }
    }
    return isOfOne ? (base, last.value(base)) : nil
  }

  private static let sofar = Mark.word("累计")
}
