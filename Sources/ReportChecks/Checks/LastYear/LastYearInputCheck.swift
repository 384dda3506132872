import ReportModel

/// 上年文件: whether what was given as last year's report is one.
struct LastYearInputCheck: Check {
  let about = CheckDescription(
    "last-year.input", .error, "给出的“上年报告”不是上年的",
    rationale: "把同一份文件、另一个地方或者别的年度的报告当成上年报告，比出来的结果没有意义，所以先说明，不再比较。",
    source: "实务",
    triggering: [
      .draft(
        "[[青溪区2023年改革工作总结]]\n2023年，全区改革任务全部完成。推出惠企措施62条。建成社区食堂8个。",
        lastYear: "白石区2022年改革工作总结\n2022年，全区改革任务全部完成。推出惠企措施33条。"),
      .draft(
        "[[青溪区2022年改革工作总结]]\n2022年，全区改革任务全部完成。推出惠企措施62条。",
        lastYear: "青溪区2023年改革工作总结\n2023年，全区改革任务全部完成。推出惠企措施33条。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，全区改革任务全部完成。推出惠企措施62条。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全区改革任务顺利推进。推出惠企措施33条。")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let last = input.lastYear else { return }
    let range = draft.articles.first?.title ?? draft.paragraphs.first?.range ?? 0..<0
    let place = draft.text.place(range)
    switch last.mismatch {
    case nil:
      result.recognise("lastYearSentences", "与上年对照的句子", last.alignment?.pairs.count { $0 != nil } ?? 0)
    case .same: result.report(place, "上年报告和文稿是同一份，没有比较", "请换成上年的报告")
    case .place(let this, let other):
      result.report(place, "上年报告写的是“\(other)”，文稿写的是“\(this)”，不是同一个地方，没有比较", "请换成本地上年的报告")
    case .sameYear(let year): result.report(place, "上年报告和文稿写的都是\(year)年，没有比较", "请换成\(year - 1)年的报告")
    case .later(let year, let other):
      result.report(place, "文稿写的是\(year)年，给出的上年报告是\(other)年的，两份可能放反了，没有比较", "请把两份文件对调，或换成\(year - 1)年的报告")
    case .earlier(let year, let other):
      result.report(place, "文稿写的是\(year)年，给出的上年报告是\(other)年的，中间隔了年份", "请核对；如果确是要比的，可以不管", severity: .note)
    }
  }
}
