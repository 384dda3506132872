import Foundation
import ReportModel

/// 前后一致: one fact told twice with different figures.
struct SameFactCheck: Check {
  let about = CheckDescription(
    "arithmetic.same-fact", .error, "同一件事前后写了不同的数",
    rationale: "全区的任务数、完成数、延期数、制度性成果数，以及名称、单位、时间完全相同的其他指标，前后写了两遍的应当一致。",
    source: "实务",
    triggering: [
      .draft("全年安排改革任务45项，完成42项，延期3项。\n一、下一步工作\n对[[4项]]延期任务逐项明确时间表。"),
      .draft("全年出台制度性成果19项。\n一、主要做法\n加强督察。全年出台制度性成果[[16项]]。"),
      .draft("一、总体情况\n全年安排改革任务45项，完成42项，延期3项。全区改造老旧小区41个。\n二、主要做法\n全区改造老旧小区[[43个]]。"),
    ],
    silent: [
      .draft("全年安排改革任务45项，完成42项，延期3项。\n一、下一步工作\n对3项延期任务逐项明确时间表。"),
      .draft("上年延期的2项任务均已完成。\n全年安排改革任务45项，完成42项，延期3项。"),
      .draft("一、东片\n东片改造老旧小区41个。\n二、西片\n西片改造老旧小区43个。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.sameFact], of: input, remedy: "请查明哪个数是对的，前后统一")
  }
}

struct SameFactRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    known(&book)
    worded(&book)
  }

  /// Counts of the report as a whole, told again.
  private func known(_ book: inout RelationBook) {
    let layer = status.overall.first
    let taken = Set(status.overall.flatMap(\.figures))
    let isLayered = status.overall.count > 1
    for (figure, claim) in page.draft.claims.enumerated()
    where claim.domain == nil && claim.change == nil && !taken.contains(figure) && page.isExact(figure) {
      guard claim.period != .before, claim.period != .other, isOfYear(claim) else { continue }
      switch claim.measure {
      case _ where namesDelayed(figure) || (claim.measure == .delayed && claim.period == .plan):
        guard let layer, !layer.delayed.isEmpty, page.sameUnit(figure, layer.total) else { continue }
        settle(figure, layer.delayed, &book)
      case .tasks where claim.period != .plan:
        guard let layer, !isLayered, figure > layer.total, isAll(figure), page.sameUnit(figure, layer.total)
        else { continue }
        settle(figure, [layer.total], &book)
      case .outputs where claim.period != .plan:
        guard let first = status.outputs, figure != first, page.sameUnit(figure, first),
          page.words(page.lead(figure)) == page.words(page.lead(first)) || isOutputs(figure, first)
        else { continue }
        settle(figure, [first], &book)
      default: continue
      }
    }
  }

  /// 3项延期任务, 以上2项延期事项.
  private func namesDelayed(_ figure: Int) -> Bool {
    let tail = page.words(page.tail(figure))
    return ["延期任务", "延期事项", "延期改革", "延期项目"].contains { tail.hasPrefix($0) }
  }

  /// 44项改革任务, 全年44项任务: all of them, not a selection.
  private func isAll(_ figure: Int) -> Bool {
    let lead = page.words(page.lead(figure))
    let tail = page.words(page.tail(figure))
    return ["全年", "全部", "全区", "全县", "共"].contains { lead.contains($0) }
      && ["改革任务", "改革事项", "年度任务"].contains { tail.hasPrefix($0) } && !lead.contains("余")
  }

  private func isOutputs(_ figure: Int, _ first: Int) -> Bool {
    let (a, b) = (page.words(page.claim(figure).words), page.words(page.claim(first).words))
    return a.hasSuffix("制度性成果") && b.hasSuffix("制度性成果")
      && !["其中", "名义", "部门", "领域"].contains { page.words(page.before(figure)).contains($0) }
  }

  /// A figure of another year's tasks: 上年延期的2项, 2021年结转的2项.
  private func isOfYear(_ claim: Claim) -> Bool {
    guard let time = claim.time else { return true }
    let mention = page.draft.times[time]
    guard mention.range.lowerBound >= claim.clause.lowerBound else { return true }
    switch mention.meaning {
    case .lastYear, .nextYear: return false
    default: return true
    }
  }

  /// Any other measure, told twice in the same words outside lists of parts.
  private func worded(_ book: inout RelationBook) {
    guard !status.overall.isEmpty else { return }
    var first: [[UInt16]: Int] = [:]
    for (figure, claim) in page.draft.claims.enumerated() {
      guard case .words = claim.measure, claim.period == .reported || claim.period == .cumulative,
        claim.change == nil, page.isExact(figure), page.isAmount(figure), !page.unit(figure).isEmpty,
        !page.cues.has([.parts, .average, .each], in: page.before(figure))
      else { continue }
      let words = page.lead(figure)
      let tail = page.tail(figure)
      guard words.count >= 6, tail.count <= 1, words.allSatisfy({ Mark.isHan(page.units[$0]) }) else {
        continue
      }
      let time = claim.time.map { page.units[page.draft.times[$0].range] } ?? []
      let key = page.units[words] + [0] + page.unit(figure).utf16 + [0] + time
      if let other = first[Array(key)] {
        guard
          page.draft.sentences[page.claim(other).sentence].paragraph
            != page.draft.sentences[claim.sentence].paragraph,
          claim.domain == nil || page.claim(other).domain == nil
        else { continue }
        settle(figure, [other], &book)
      } else {
        first[Array(key)] = figure
      }
    }
  }

  private func settle(_ figure: Int, _ others: [Int], _ book: inout RelationBook) {
    let value = others.reduce(Decimal(0)) { $0 + page.value($1) }
    let fits = value == page.value(figure)
    book.propose(
      Relation(
        .sameFact, fits ? .verified : .broken, claimed: page.range(figure), result: figure, members: others,
        arithmetic: fits ? "前文\(value)=此处\(page.number(figure))" : "前文写\(value),此处写\(page.number(figure))",
        message: "同一件事前后的数不一致"),
      as: .place(page.range(figure).lowerBound))
  }
}
