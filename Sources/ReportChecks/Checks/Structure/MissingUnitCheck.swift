import ReportModel

/// 缺单位: one figure of a list without the unit that all the others bear.
struct MissingUnitCheck: Check {
  let about = CheckDescription(
    "structure.missing-unit", .warning, "并列的数字里有一个漏了单位",
    rationale: "同一句里三个以上的分项都带同一个单位，只有一个光是数字。年份、编号和百分数不算。",
    source: "GB/T 15835-2011,5.1；实务",
    triggering: [
      .draft("其中人行道停车位1772个；广场停车位1542个；小区停车位[[20874]]；路内停车位30个。"),
      .draft("全年完成投资[[2.6亿]]，同比增长5%。"),
    ],
    silent: [
      .draft("其中人行道停车位1772个；广场停车位1542个；小区停车位20874个；路内停车位30个。"),
      .draft("完成征收面积300亩、搬迁120户、安置350人，项目编号2021。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    money(draft, prose, &result)
    for sentence in draft.sentences where sentence.quantities.count >= 4 {
      let last = sentence.quantities.filter { index in
        let end = draft.quantities[index].range.upperBound
        return end < prose.units.count && Self.ends.contains(prose.units[end])
          && !prose.isTitle(end - 1) && !prose.isQuoted(end - 1)
      }
      let units = Dictionary(grouping: last) { draft.quantities[$0].quantity.unit }
      guard let bare = units[""], bare.count == 1, units.count == 2,
        let unit = units.keys.first(where: { !$0.isEmpty && $0 != "%" }), units[unit]?.count ?? 0 >= 3
      else { continue }
      let range = draft.quantities[bare[0]].range
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”没有单位，同一句的其他各项都是“\(unit)”", "请补上单位",
        replacement: draft.text.string(range) + unit)
    }
  }

  /// 完成投资2.6亿: a sum of money that breaks off at 万 or 亿.
  private func money(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    for (index, mention) in draft.quantities.enumerated() where mention.quantity.unit.isEmpty {
      let end = mention.range.upperBound
      guard mention.numeral.upperBound == end, end < prose.units.count, Self.ends.contains(prose.units[end]),
        Self.scales.contains(prose.units[end - 1]), !prose.isTitle(end - 1), !prose.isQuoted(end - 1),
        prose.hasAny(Self.sums, in: draft.claims[index].clause.lowerBound..<mention.range.lowerBound)
      else { continue }
      result.report(
        draft.text.place(mention.range), "“\(draft.text.string(mention.range))”没有单位", "请补上“元”",
        replacement: draft.text.string(mention.range) + "元")
    }
  }

  private static let scales = UnitSet("万亿")
  private static let sums = ["投资", "资金", "产值", "税收", "贷款", "融资", "营收", "补贴", "补助", "成交额", "总额", "经费"].map(
    Mark.word)
  private static let ends = UnitSet(",;、。)")
}
