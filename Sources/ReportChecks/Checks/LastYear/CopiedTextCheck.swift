import Foundation
import ReportModel

/// 照抄上年: sentences and paragraphs taken over with their figures, documents or years.
struct CopiedTextCheck: Check {
  let about = CheckDescription(
    "last-year.copied", .warning, "整句照抄上年，数字、文件也没有变",
    rationale: "和上年一字不差、又带着具体数字或文件名的句子，多半是忘了更新。导语、问题、打算里的固定提法和没有具体内容的句子不算。换了说法、数字却全和上年一样的，也指出；改动较大的只作提示。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。[[健全企业诉求闭环办理机制，受理诉求1520件，办结1470件。]]",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。健全企业诉求闭环办理机制，受理诉求1520件，办结1470件。")
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。健全企业诉求闭环办理机制，受理诉求1680件，办结1590件。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。健全企业诉求闭环办理机制，受理诉求1520件，办结1470件。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。坚持问题导向，把改革作为破解难题的关键一招。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。坚持问题导向，把改革作为破解难题的关键一招。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, let other = last.study,
      let alignment = last.alignment
    else { return }
    let draft = study.draft
    for (index, sentence) in draft.sentences.enumerated() {
      guard let pair = alignment.pairs[index], isTold(draft.role(of: sentence.section)) else { continue }
      let twin = other.draft.sentences[pair.last]
      let same = sharedFigures(sentence, twin, study, other)
      let related = [Diagnostic.Related(other.draft.text.place(twin.range), "上年原句")]
      if study.passages.sentences[index].exact == other.passages.sentences[pair.last].exact,
        study.passages.sentences[index].length >= 6
      {
        guard same.telling > 0 || !sentence.titles.isEmpty && same.all > 0 else { continue }
        result.report(draft.text.place(sentence.range), "这一句和上年一字不差，数字也没有变", "请核对并更新数字，或改写", related: related)
      } else if same.telling > 0, same.telling == sentence.quantities.count,
        pair.likeness == 100 || same.telling > 1
      {
        result.report(
          draft.text.place(sentence.range), "这一句与上年相近，\(same.telling)个数都和上年一样", "请核对这些数是不是今年的",
          severity: pair.likeness >= 70 ? .warning : .note, related: related)
      }
    }
    paragraphs(study, other, alignment, &result)
  }

  /// Overviews of set phrases, problems and plans repeat themselves by nature.
  private func isTold(_ role: SectionRole) -> Bool {
    switch role {
    case .problems, .plan, .attachments: false
    default: true
    }
  }

  /// How many figures two sentences share in their order, and how many of those tell something: of two digits and more that are not round.
  private func sharedFigures(_ a: DraftSentence, _ b: DraftSentence, _ this: DraftStudy, _ last: DraftStudy)
    -> (all: Int, telling: Int)
  {
    guard a.quantities.count == b.quantities.count else { return (0, 0) }
    var all = 0
    var telling = 0
    for (x, y) in zip(a.quantities, b.quantities)
    where this.page.value(x) == last.page.value(y) && this.page.unit(x) == last.page.unit(y) {
      all += 1
      if isTelling(this.page.quantity(x)) { telling += 1 }
    }
    return (all, telling)
  }

  /// 1470件, 98.6%, 3.2万户; not 3个, 100%, 10项.
  private func isTelling(_ quantity: Quantity) -> Bool {
    if quantity.unit == "年" || quantity.unit == "岁" { return false }
    if quantity.precision < 0 { return true }
    return quantity.value > 10 && quantity.value != 100
      && !(quantity.unit == "%" && quantity.value.isInteger(of: 10))
  }

  /// Whole paragraphs without a change, though no figure tells.
  private func paragraphs(
    _ this: DraftStudy, _ last: DraftStudy, _ alignment: Alignment, _ result: inout CheckResult
  ) {
    for paragraph in this.draft.paragraphs where paragraph.kind == .body && paragraph.sentences.count >= 3 {
      guard let first = paragraph.sentences.first,
        isTold(this.draft.role(of: this.draft.sentences[first].section))
      else { continue }
      let copied = paragraph.sentences.count { index in
        guard let pair = alignment.pairs[index] else { return false }
        return this.passages.sentences[index].exact == last.passages.sentences[pair.last].exact
      }
      let length = paragraph.sentences.reduce(0) { $0 + this.passages.sentences[$1].length }
      guard copied == paragraph.sentences.count, length >= 80 else { continue }
      result.report(this.draft.text.place(paragraph.range), "整段和上年一字不差", "请按今年的情况改写")
    }
  }
}

extension Decimal {
  /// Whether it is a whole multiple of a number.
  func isInteger(of unit: Decimal) -> Bool {
    var quotient = self / unit
    var rounded = Decimal()
    NSDecimalRound(&rounded, &quotient, 0, .plain)
    return rounded == self / unit
  }
}
