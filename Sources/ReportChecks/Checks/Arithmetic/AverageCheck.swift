import Foundation
import ReportModel

/// 平均数: 平均每家, 户均 against the amount and the count.
struct AverageCheck: Check {
  let about = CheckDescription(
    "arithmetic.average", .error, "平均数与总量、个数不符",
    rationale: "“平均每家”“户均”“人均”用附近的总量除以个数核对，单位取自“每”字后面。找不到个数的、约数的不作判定。",
    source: "实务",
    triggering: [
      .draft("补助企业90家，补助资金1800万元，平均每家[[2万元]]。"),
      .draft("举办改革业务培训3期，培训干部四百五十人次，平均每期[[一百二十人次]]。"),
      .draft("发放补贴1080万元，惠及老年人1.2万人，人均[[9000元]]。"),
    ],
    silent: [
      .draft("补助企业90家，其中规模以上企业63家，补助资金1800万元，平均每家20万元。"),
      .draft("向47家企业兑付奖补资金2350万元，户均50万元。"),
      .draft("全区人均可支配收入达到4.2万元。"),
      .draft("完成交易27笔，平均每笔用时3天，成交金额1215万元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.average], of: input, remedy: "请用总量除以个数重新计算，改正写错的一个")
  }
}

struct AverageRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices where page.isAmount(figure) && page.isTold(figure) {
      let lead = page.lead(figure)
      guard lead.count <= 12, let cue = page.cues.last(.average, in: lead), page.claim(figure).change == nil
      else { continue }
      read(figure, cue, &book)
    }
  }

  /// What is averaged over: the words of 平均每家 behind 每, of 户均 before 均.
  private func base(_ cue: Range<Int>, _ figure: Int) -> [UInt16] {
    let words = cue.lowerBound..<page.range(figure).lowerBound
    if let every = words.firstIndex(where: { page.units[$0] == 0x6BCF }) {
      return Array(page.units[(every + 1)..<words.upperBound])
    }
    guard let average = words.first(where: { page.units[$0] == Mark.average }), average > words.lowerBound
    else { return [] }
    return page.units[average - 1] == 0x5E73 ? [] : [page.units[average - 1]]
  }

  private func read(_ figure: Int, _ cue: Range<Int>, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    let base = base(cue, figure)
    let before = siblings.lowerBound..<figure
    let amounts = before.filter {
      page.sameUnit($0, figure) && page.claim($0).change == nil
        && !page.cues.has([.average, .each], in: page.lead($0))
    }
    let counts = before.filter {
      page.isAmount($0) && !page.sameUnit($0, figure) || (page.isAmount($0) && amounts.count > 1)
    }
    let named = counts.filter { isOf(base, $0) }
    for amount in amounts.reversed() {
      for count in (named.isEmpty ? counts : named).reversed() where count != amount {
        let others = counts.filter { $0 != amount }
        settle(
          figure, amount, count,
          isCertain: !named.isEmpty ? amount == amounts.last : others.count == 1 && amounts.count == 1, &book)
      }
    }
  }

  /// Whether a count counts what is averaged over: 家 of 90家, 项目 of 项目24个.
  private func isOf(_ base: [UInt16], _ count: Int) -> Bool {
    guard let first = base.first else { return false }
    let unit = Array(page.unit(count).utf16)
    if unit.first == first { return true }
    let nouns: [UInt16] = first == 0x6237 ? Array("家户".utf16) : first == 0x4EBA ? Array("人名位".utf16) : []
    return unit.first.map(nouns.contains) ?? false
  }

  private func settle(_ figure: Int, _ amount: Int, _ count: Int, isCertain: Bool, _ book: inout RelationBook)
  {
    guard let ratio = Reckoning.quotient(page.quantity(amount), page.quantity(count)) else { return }
    let agreement = Reckoning.compare(ratio, with: page.quantity(figure))
    let exact = page.isExact(amount) && page.isExact(count) && page.isExact(figure)
    let verdict: Relation.Verdict =
      switch agreement {
      case .equal, .truncated, .near: .verified
      case .within: .undecided
      case .apart: isCertain && exact ? .broken : .undecided
      }
    let stated = page.quantity(figure)
    book.propose(
      Relation(
        .average, verdict, claimed: page.range(figure), result: figure, members: [amount, count],
        arithmetic: "\(page.number(amount))/\(page.number(count))=\(rounded(ratio.value, stated))"
          + (verdict == .broken ? ",文中写\(page.number(figure))" : ""), message: "平均数与总量、个数不符",
        isTruncated: agreement == .truncated), as: .figure(figure),
      isUnlikely: agreement == .apart && !isCertain)
  }

  private func rounded(_ value: Decimal, _ stated: Quantity) -> String {
    var scaled = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &scaled, max(0, 1 - stated.precision), .plain)
    return stated.precision >= 4 && rounded >= 10_000 ? "\(rounded / 10_000)万" : "\(rounded)"
  }
}
