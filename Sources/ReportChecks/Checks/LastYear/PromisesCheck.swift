import ReportModel

/// 上年的承诺: goals that last year's report set in figures, held against what this year's tells.
struct PromisesCheck: Check {
  let about = CheckDescription(
    "last-year.promises", .warning, "上年打算里承诺的数，今年没有做到，也没有说明",
    rationale: "上年“下一步打算”写明要做多少的，今年写的同一指标不应更少，除非说明原因；今年的打算又写同样的新增数，应先交代上年的完成情况。只核对名称、单位相同的指标。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，全年改造老旧小区[[36个]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，完成任务44项。\n二、2023年工作打算\n计划改造老旧小区50个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，完成任务45项。\n二、2024年工作打算\n新增“一件事”[[不少于20项]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，完成任务44项。\n二、2023年工作打算\n新增“一件事”20项。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，新增学位[[2850个]]，完成上年提出的3000个目标；培育专精特新企业21家，比上年安排的目标多[[3家]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，完成任务44项。\n二、2023年工作打算\n新增学位3000个，培育专精特新企业20家。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，新增学位3150个，完成上年提出的3000个目标；培育专精特新企业18家，比上年安排的目标少2家。",
        lastYear: "青溪区2022年改革工作总结\n2022年，完成任务44项。\n二、2023年工作打算\n新增学位3000个，培育专精特新企业20家。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全年改造老旧小区36个，因资金未到位，比计划少14个。新建口袋公园12个。新增“一件事”22项。\n二、2024年工作打算\n新增“一件事”20项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，完成任务44项。\n二、2023年工作打算\n计划改造老旧小区50个，新增“一件事”20项。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil,
      let other = last.study
    else { return }
    let page = study.page
    var compared = 0
    for goal in other.goals.names where isBinding(goal, other.page) && isOfThisYear(goal, study, other) {
      let target = other.page.value(goal.figure)
      let unit = other.page.unitKey(goal.figure)
      let related = [Diagnostic.Related(other.draft.text.place(other.page.range(goal.figure)), "上年打算里写的")]
      let done = study.measures.names.filter {
        page.unitKey($0.figure) == unit && $0.core == goal.core && $0.kind != .total && !$0.isPast
      }
      compared += done.count
      if let first = done.first {
        guard done.allSatisfy({ page.value($0.figure) < target && isWhole($0.figure, page) }) else {
          continue
        }
        result.report(
          study.draft.text.place(page.range(first.figure)),
          "上年打算写的是\(other.page.number(goal.figure))，今年只写了\(page.number(first.figure))，没有说明",
          "请核对；确未完成的，请写明原因",
          related: related)
      } else if goal.kind == .new,
        let again = study.goals.names.first(where: {
          $0.kind == .new && page.unitKey($0.figure) == unit && $0.core == goal.core
            && page.value($0.figure) == target
        })
      {
        result.report(
          study.draft.text.place(page.range(again.figure)),
          "上年打算里已写过同样的目标（\(other.page.number(goal.figure))），今年没有交代完成情况，又原样写进打算", "请先写明上年目标的完成情况",
          related: related)
      }
    }
    for wrong in ClaimedGoals(this: study, last: other).wrong() {
      result.report(
        study.draft.text.place(wrong.range), wrong.message, "请核对上年的目标和今年的数",
        related: wrong.goal.map { [.init(other.draft.text.place(other.page.range($0)), "上年打算里写的")] } ?? [])
    }
    result.recognise("lastYearGoals", "与上年打算核对的数", compared)
  }

  /// 20项, 不少于20项; not 50项左右, nor how many tasks there will be.
  private func isBinding(_ goal: MeasureName, _ page: FigurePage) -> Bool {
    let approximation = page.quantity(goal.figure).approximation
    return page.isAmount(goal.figure) && goal.core.count >= 3
      && (approximation == nil || approximation == .orMore)
      && !page.claim(goal.figure).measure.isKnown
  }

  /// 到2025年: a goal for a later year is not due yet.
  private func isOfThisYear(_ goal: MeasureName, _ study: DraftStudy, _ last: DraftStudy) -> Bool {
    let sentence = last.draft.sentences[last.page.claim(goal.figure).sentence]
    return goal.kind != .total
      && last.draft.times[sentence.times].allSatisfy { time in
        if case .date(let date) = time.meaning, let year = study.facts.year { return date.year == year }
        if case .years = time.meaning { return false }
        return true
      }
  }

  /// Not a part, not of half a year, and without a word on why it is less.
  private func isWhole(_ figure: Int, _ page: FigurePage) -> Bool {
    let sentence = page.words(page.sentence(of: figure).range)
    return !page.words(page.lead(figure)).contains("其中") && !sentence.containsAny(Self.reasons)
      && page.isExact(figure)
  }

  private static let reasons = ["因", "由于", "受", "未", "计划", "目标", "上半年", "季度", "第一批", "首批", "其余", "在建", "正在"]
}
