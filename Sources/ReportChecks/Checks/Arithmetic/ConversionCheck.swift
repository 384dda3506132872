import Foundation
import ReportModel

/// 单位换算: one quantity given in two units, the second in brackets.
struct ConversionCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.conversion", .error, "括号内外两种单位换算后不相等",
    rationale: "面积、长度、重量后面用括号再写一种单位的，按法定换算关系（1亩=2000/3平方米）在所印位数内核对。",
    source: "国务院关于在我国统一实行法定计量单位的命令（1984）",
    triggering: [
      .draft("土地总面积为53634.45平方米（[[84.5亩]]）。"), .draft("盘活闲置用地1200亩，合[[8平方公里]]。"),
      .draft("屋顶光伏总装机容量20兆瓦，即[[20万千瓦]]。"),
      .draft("腾退低效用地412亩，[[约2.75公顷]]，用于布局新项目。"),
    ],
    silent: [
      .draft("土地总面积为53634.45平方米（80.45亩）。"), .draft("新建步道3公里（5处）。"), .draft("总装机容量20兆瓦，即2万千瓦。"),
      .draft("腾退低效用地412亩，约27.5公顷，用于布局新项目。新增建设用地120亩，3公顷用于绿化。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.conversion], of: input, remedy: "请核对两个数和单位")
  }
}

struct ConversionRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      for figure in sentence.quantities.dropFirst() {
        let gap = page.before(figure)
        guard let from = Self.scales[page.unit(figure - 1)], let to = Self.scales[page.unit(figure)],
          from.kind == to.kind, page.unit(figure) != page.unit(figure - 1),
          joins(gap) || from.kind == "面积" && isAlso(gap, figure)
        else { continue }
        let value = page.value(figure - 1) * from.over * to.under / from.under / to.over
        let source = Interval(page.quantity(figure - 1))
        let ratio = page.value(figure - 1) > 0 ? value / page.value(figure - 1) : 0
        let agreement = Reckoning.compare(
          value, Interval(low: source.low * ratio, high: source.high * ratio), with: page.quantity(figure))
        let verdict: Relation.Verdict =
          agreement != .apart
          ? .verified
          : page.isExact(figure) && page.isExact(figure - 1) || isFar(value, page.value(figure))
            ? .broken : .undecided
        var scaled = value
        var rounded = Decimal()
        NSDecimalRound(&rounded, &scaled, max(2, -page.quantity(figure).precision), .plain)
        book.weigh(
          figure, by: [figure - 1], .conversion, verdict, on: page,
          "\(page.number(figure - 1))\(page.unit(figure - 1))=\(rounded)\(page.unit(figure))", "两种单位换算后不相等")
      }
    }
  }

  /// How many of one unit another one makes: 10000 for 公顷 and 平方米; nil where they measure different things.
  static func factor(_ unit: String, in other: String) -> Decimal? {
    guard let from = scales[unit], let to = scales[other], from.kind == to.kind else { return nil }
    return from.over * to.under / from.under / to.over
  }

  /// A bracket, or 合, 折合, 约合 right before the second figure.
  private func joins(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 5 else { return false }
    if gap.count <= 3, page.has(0x28, in: gap) { return true }
    return page.words(gap).hasAnySuffix(Self.words)
  }

  /// 约2.75公顷 of 27.5: further off than any round number.
  private func isFar(_ value: Decimal, _ stated: Decimal) -> Bool { abs(value - stated) * 4 > value }

  /// 412亩,约27.5公顷,: nothing but the other unit between two commas.
  private func isAlso(_ gap: Range<Int>, _ figure: Int) -> Bool {
    let end = page.range(figure).upperBound
    return gap.count <= 2 && page.units[gap.lowerBound] == Mark.comma
      && (end == page.units.count || Mark.isListMark(page.units[end]))
  }

  private static let words = ["合", "折合", "约合", "相当于", "合计约", "折", "折算为", "即", "也就是"]

  /// A unit as a fraction of the base unit of its kind.
  private struct Scale {
    var kind: String
    var over: Decimal
    var under: Decimal = 1
  }

  private static let scales: [String: Scale] = [
    "平方米": Scale(kind: "面积", over: 1), "m²": Scale(kind: "面积", over: 1),
    "亩": Scale(kind: "面积", over: 2000, under: 3),
    "公顷": Scale(kind: "面积", over: 10_000), "平方公里": Scale(kind: "面积", over: 1_000_000),
    "平方千米": Scale(kind: "面积", over: 1_000_000),
    "米": Scale(kind: "长度", over: 1), "公里": Scale(kind: "长度", over: 1000), "千米": Scale(kind: "长度", over: 1000),
    "里": Scale(kind: "长度", over: 500),
    "吨": Scale(kind: "重量", over: 1000), "公斤": Scale(kind: "重量", over: 1), "千克": Scale(kind: "重量", over: 1),
    "斤": Scale(kind: "重量", over: 1, under: 2),
    "千瓦": Scale(kind: "功率", over: 1), "兆瓦": Scale(kind: "功率", over: 1000),
    "吉瓦": Scale(kind: "功率", over: 1_000_000),
  ]
}
