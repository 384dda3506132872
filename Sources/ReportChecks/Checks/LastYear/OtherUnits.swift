import Foundation
import ReportModel

extension LastYearFiguresCheck {
  /// 实际使用外资1.9亿元, where last year's report has 1.6亿美元: one measure told in another unit of its kind, though the numbers go on.
  func otherUnits(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) -> Int {
    guard let other = last.study else { return 0 }
    let (page, before) = (study.page, other.page)
    func measured(_ study: DraftStudy) -> [MeasureName] {
      study.measures.names.filter { name in
        name.core.count >= 4 && Self.kinds.contains { $0.contains(study.page.unit(name.figure)) }
      }
    }
    let known = measured(other).filter { !$0.isPast }
    if known.isEmpty { return 0 }
    let told = measured(study)
    var compared = 0
    for name in told where !name.isPast && page.isTold(name.figure) && page.claim(name.figure).change == nil {
      let unit = page.unit(name.figure)
      let same = known.filter { $0.core == name.core && $0.kind == name.kind }
      guard same.count == 1, case let figure = same[0].figure, before.unit(figure) != unit,
        Self.kinds.contains(where: { $0.contains(unit) && $0.contains(before.unit(figure)) }),
        // 8宗、折合46公顷: told in both.
        !told.contains(where: { $0.core == name.core && page.unit($0.figure) == before.unit(figure) })
      else { continue }
      compared += 1
      let (now, then) = (page.value(name.figure), before.value(figure))
      guard then > 0, now <= 2 * then, then <= 2 * now else { continue }
      result.report(
        study.draft.text.place(page.range(name.figure)),
        "同一指标上年报告的单位是“\(before.unit(figure))”，今年写“\(unit)”", "请核对单位",
        related: [.init(other.draft.text.place(before.range(figure)), "上年写的数")])
    }
    return compared
  }

  private static let kinds: [Set<String>] = [["元", "美元"], ["亩", "公顷", "平方公里", "平方米"]]
}
