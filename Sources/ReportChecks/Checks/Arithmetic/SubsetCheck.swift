import Foundation
import ReportModel

/// 部分与整体: more things dealt with than came in.
struct SubsetCheck: Check {
  let about = CheckDescription(
    "arithmetic.subset", .warning, "办结、整改、解决的数多于受理、发现、收集的数",
    rationale: "同一批事项里，处理完的不会多于收进来的。两个数的单位不同时，只在明显超出时提示。往年结转的事项办结于本年的，请在文中说明。",
    source: "实务",
    triggering: [
      .draft("受理诉求1500件，办结[[1740件]]。"),
      .draft("收集民情民意2万余条，解决问题[[16万件]]。"),
      .draft("全区应检设备860台，已检[[880台]]。"),
      .draft("下达整改通知书85份，按期整改[[92份]]。"),
    ],
    silent: [
      .draft("受理诉求1500件，办结1470件。"),
      .draft("收集民情民意2万余条，解决热点难题1.5万余件。"),
      .draft("发现问题5个，完成改造项目20个。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.subset], of: input, remedy: "请核对两个数的大小、单位和口径")
  }
}

struct SubsetRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      for figure in sentence.quantities.dropFirst() where page.isAmount(figure) {
        let lead = page.lead(figure)
        due(figure, &book)
        guard lead.count <= 8, page.cues.has(.outcome, in: lead), !page.cues.has(.intake, in: lead),
          let whole = intake(before: figure)
        else { continue }
        settle(figure, of: whole, &book)
      }
    }
  }

  /// 应检860台,已检840台: what was done of what had to be done.
  private func due(_ figure: Int, _ book: inout RelationBook) {
    let whole = figure - 1
    guard whole >= page.siblings(of: figure).lowerBound, page.sameUnit(whole, figure),
      page.claim(whole).change == nil, page.claim(figure).change == nil,
      !page.has(Mark.semicolon, in: page.after(whole)),
      let due = page.lead(whole).first(where: { page.units[$0] == Mark.due }),
      due + 1 < page.lead(whole).upperBound,
      Self.actual.contains(where: { page.words(page.lead(figure)).hasPrefix($0) }),
      page.has(page.units[due + 1], in: page.lead(figure))
    else { return }
    compare(figure, of: whole, &book)
  }

  /// The figure just before that says how many came in.
  private func intake(before figure: Int) -> Int? {
    let whole = figure - 1
    guard page.isAmount(whole), page.claim(whole).change == nil, page.cues.has(.intake, in: page.lead(whole)),
      !page.has(Mark.stop, in: page.after(whole)), !page.has(Mark.semicolon, in: page.after(whole)),
      Self.things.contains(page.unit(whole)), Self.things.contains(page.unit(figure))
    else { return nil }
    return whole
  }

  private func settle(_ part: Int, of whole: Int, _ book: inout RelationBook) {
    let isBare =
      page.cues.last(.outcome, in: page.lead(part)).map { $0.upperBound == page.lead(part).upperBound }
      ?? false
    let names =
      isBare || page.shares(page.lead(part), with: page.lead(whole))
      || Self.troubles.contains { page.words(page.lead(part)).hasSuffix($0) }
    guard names else { return }
    compare(part, of: whole, &book)
  }

  private func compare(_ part: Int, of whole: Int, _ book: inout RelationBook) {
    let same = page.sameUnit(part, whole)
    let most = page.most(whole)
    let least = page.value(part)
    let exceeds = same ? least > most : least > most * 2
    let verdict: Relation.Verdict = exceeds ? .broken : same ? .verified : .undecided
    book.propose(
      Relation(
        .subset, verdict, claimed: page.range(part), result: part, members: [whole],
        arithmetic: "\(page.number(part))\(exceeds ? ">" : "≤")\(page.number(whole))", message: "处理的数多于收进的数"),
      as: .place(page.range(part).lowerBound))
  }

  private static let things: Set<String> = [
    "件", "条", "个", "起", "项", "宗", "例", "处", "件次", "份", "台", "名", "人", "户", "家", "批次", "辆", "套", "亩",
  ]
  private static let actual = ["已", "实际", "实"]
  private static let troubles = ["问题", "难题", "诉求", "纠纷", "矛盾", "建议"]
}
