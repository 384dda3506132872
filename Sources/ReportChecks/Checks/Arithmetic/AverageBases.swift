import Foundation
import ReportModel

/// 每亩补助, 人均巡湖: averages whose count stands in the sentence before, and prices times what they are paid for.
extension AverageRule {
  // MARK: 建成农田3.2万亩,每亩补助1200元,补助资金3840万元

  /// A price of each, what it was paid for before it, and the sum behind it.
  func price(_ figure: Int, _ book: inout RelationBook) {
    let sum = figure + 1
    let lead = page.lead(figure)
    guard page.siblings(of: figure).contains(sum), page.sameUnit(figure, sum),
      page.unitKey(figure) == FigurePage.yuan,
      let each = lead.first(where: { page.units[$0] == Self.every }), each + 1 < lead.upperBound,
      // 每人每月: for how long stands nowhere.
      !lead.dropFirst(each + 1 - lead.lowerBound).contains(where: { page.units[$0] == Self.every }),
      page.tail(figure).isEmpty, page.before(sum).count <= 12,
      Self.paid.contains(where: { page.words(page.lead(sum)).hasSuffix($0) }),
      !Self.limited.contains(where: { page.words(lead).contains($0) }),
      let count = (page.siblings(of: figure).lowerBound..<figure).last(where: {
        page.isAmount($0) && page.claim($0).change == nil && !page.sameUnit($0, figure)
      }), count == figure - 1, isPaid(page.units[each + 1], for: count),
      [figure, sum, count].allSatisfy(page.isExact)
    else { return }
    let product = page.value(figure) * page.value(count)
    let (a, b) = (Interval(page.quantity(figure)), Interval(page.quantity(count)))
    let fits =
      Reckoning.compare(
        product, Interval(low: a.low * b.low, high: a.high * b.high), with: page.quantity(sum)) != .apart
    book.propose(
      Relation(
        .average, fits ? .verified : .broken, claimed: page.range(sum), result: sum,
        members: [figure, count],
        arithmetic: "\(page.number(figure))×\(page.number(count))=\(rounded(product, page.quantity(sum)))"
          + (fits ? "" : ",文中写\(page.number(sum))"), message: "总额与单价、个数不符"), as: .figure(sum))
  }

  /// 每生 of 5600名学生, 每餐 of 就餐48万人次.
  private func isPaid(_ each: UInt16, for count: Int) -> Bool {
    isOf([each], count) || page.has(each, in: page.tail(count).prefix(6))
      || page.has(each, in: page.lead(count).suffix(2)) && page.unit(count).hasSuffix("次")
  }

  // MARK: 设立湖长68名。全年巡湖1.36万次,人均巡湖200次

  /// An average whose amount stands right before it, and whose count in the sentence before.
  func earlier(_ figure: Int, _ amount: Int, _ base: [UInt16], _ book: inout RelationBook) {
    let sentence = page.claim(figure).sentence
    guard amount == figure - 1, sentence > 0, page.isThing(figure) || page.unit(figure) == "次",
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph,
      let cue = page.cues.last(.average, in: page.lead(figure)),
      cue.lowerBound - page.lead(figure).lowerBound <= 2,
      // 全年巡湖1.36万次,人均巡湖: the same is told of all and of each.
      page.shares(cue.upperBound..<page.range(figure).lowerBound, with: page.lead(amount))
    else { return }
    let near = page.draft.sentences[max(0, sentence - 2)..<sentence]
      .filter { $0.paragraph == page.draft.sentences[sentence].paragraph }
    let counts = near.flatMap(\.quantities).filter {
      page.isAmount($0) && page.isExact($0) && isOf(base, $0)
    }
    guard let last = near.last?.quantities.first(where: counts.contains) else { return }
    let fitting = counts.first { count in
      Quotient(page.quantity(amount), by: page.quantity(count)).map {
        Reckoning.compare($0, with: page.quantity(figure)) != .apart
      } ?? false
    }
    settle(figure, amount, fitting ?? last, isCertain: true, &book)
  }

  private static let every: UInt16 = 0x6BCF  // 每
  private static let paid = [
    "资金", "补助", "补贴", "奖补", "共", "合计", "总额", "支出", "发放", "兑付", "拨付", "金额", "租金", "收入", "费用",
  ]
  private static let limited = ["最高", "不超", "至少", "不低", "上限", "提高", "增加", "由", "从", "以上"]
}
