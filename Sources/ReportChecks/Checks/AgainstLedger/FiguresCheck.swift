import Foundation
import ReportModel

/// 数据与台账: stated figures of the ledger against the draft's.
struct FiguresAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.figures", .warning, "指标数据与台账不符",
    rationale: "台账“数据”里的指标，名称在文稿里紧挨着同单位的数、而数不同的，才提示；同一指标文稿另有一处相符的不提示。约数按约数比。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n2021年，甲区新增停车位[[2580个]]。",
        ledger: "年度: 2021\n地区: 甲区\n数据: [{指标: 新增停车位, 数值: 25808, 单位: 个}]\n领域: [{名称: 经济体制改革}]")
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n2021年，甲区网办率由82.3%提高到91.5%。",
        ledger: "年度: 2021\n地区: 甲区\n数据: [{指标: 网办率由, 数值: 91.5, 单位: \"%\"}]\n领域: [{名称: 经济体制改革}]"),
      .draft(
        "2021年甲区改革工作总结报告\n2021年，甲区新增停车位2.58万个，新增停车场12个。",
        ledger: "年度: 2021\n地区: 甲区\n数据: [{指标: 新增停车位, 数值: 25808, 单位: 个}]\n领域: [{名称: 经济体制改革}]"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let prose = input.prose else { return }
    let report = match.ledger.report
    let figures = report.figures + report.domains.flatMap { $0.figures + $0.tasks.flatMap(\.figures) }
    for figure in figures where figure.measure.count >= 3 {
      let word = Mark.word(figure.measure)
      var broken: (range: Range<Int>, sentence: Int)?
      var holds = false
      for claim in match.draft.claims where claim.change == nil {
        let mention = match.draft.quantities[claim.quantity]
        guard mention.quantity.countsLike(figure.quantity), mention.quantity.upperBound == nil else {
          continue
        }
        let before = mention.range.lowerBound
        let gap = (0...2).contains { prose.has(word, at: before - word.count - $0) }
        guard gap || prose.has(word, at: mention.range.upperBound) else { continue }
        result.recognise("ledgerFigures", "与台账对照的指标", 1)
        if Self.agree(mention.quantity, figure.quantity) {
          holds = true
        } else if claim.period == .reported {
          broken = broken ?? (mention.range, claim.sentence)
        }
      }
      guard !holds, let (range, sentence) = broken, !tells(figure.quantity, sentence, match.draft) else {
        continue
      }
      result.report(
        match.draft.text.place(range),
        "“\(figure.measure)”文稿写\(match.draft.text.string(range))，台账是\(figure.quantity.value)\(figure.quantity.unit)",
        "请核对文稿和台账")
    }
  }

  /// 由82.3%提高到91.5%, 共12.6亿元,分别为…: whether the sentence tells the ledger's figure at another place.
  private func tells(_ stated: Quantity, _ sentence: Int, _ draft: Draft) -> Bool {
    draft.sentences[sentence].quantities.contains { figure in
      let quantity = draft.quantities[figure].quantity
      return quantity.countsLike(stated) && quantity.value == stated.value
    }
  }

  /// Whether two figures can be one: equal under the coarser one's digits, rounded or cut off, or as far as 余, 近 and the like allow.
  private static func agree(_ left: Quantity, _ right: Quantity) -> Bool {
    if left.value == right.value { return true }
    let precision = max(left.precision, right.precision)
    let step = Decimal(sign: .plus, exponent: precision, significand: 1)
    let difference = abs(left.value - right.value)
    if difference < step { return true }
    guard left.approximation != nil || right.approximation != nil else { return false }
    return difference * 10 <= max(left.value, right.value)
  }
}
