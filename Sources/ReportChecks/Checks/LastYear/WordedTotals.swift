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

  /// Enterprises, households and people come and go; those that were trained, say, stay so.
  func mayLeave(_ figure: Int, _ added: Int, _ page: FigurePage) -> Bool {
    guard ["户", "家", "人", "名", "位"].contains(page.unit(figure)) else { return false }
    let words = page.words(page.lead(figure))
    // 连同往年累计达到350户; 新认定38户,累计达到350户: all that ever were.
    if words.contains("累计"),
      words.containsAny(Self.earlier) || page.words(page.lead(added)).containsAny(Self.lasting)
    {
      return false
    }
    return ![
      "培养", "培训", "服务", "救助", "帮扶", "选派", "发放", "惠及", "走访", "轮训", "资助", "建成", "新建",
    ].contains(where: words.contains) && !words.containsAny(Self.lasting.map { "累计" + $0 })
  }

  /// 累计认定: what was once done stays counted.
  private static let lasting = Mark.texts(
    "认定 改造 归集 开放 盘活 整治 吸收 化解 改建 修复 创建 加装 处置 发展 兑付 受理 办理")

  private static let sofar = Mark.word("累计")
}
