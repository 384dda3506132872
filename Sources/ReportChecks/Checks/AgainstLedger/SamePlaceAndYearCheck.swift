import ReportModel

/// 对错了台账: a ledger of another year or another place.
struct SamePlaceAndYearCheck: Check {
  let about = CheckDescription(
    "against-ledger.same-report", .error, "台账与文稿不是同一年度或同一地区",
    rationale: "年度不同时，其他对照一律不做，免得满篇误报；地区名称在文稿里一次也没有出现时提示。",
    source: "实务",
    triggering: [
      .draft("[[2022年改革工作总结报告]]\n2022年，甲区共10项任务。", ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革}]")
    ],
    silent: [
      .draft("2021年改革工作总结报告\n2021年，甲区共10项任务。", ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革}]")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard input.subject == .draft, let draft = input.draft, let prose = input.prose, let ledger = input.ledger
    else { return }
    let match = LedgerMatch(ledger, draft)
    let title = draft.articles.first { $0.title != nil }?.title
    let place = title.map { draft.text.place($0) } ?? .file(draft.text.source.file)
    if !match.isSameYear, let year = match.draftYear {
      result.report(
        place, "文稿讲的是\(year)年，台账是\(ledger.report.year)年的，没有再作对照", "请换成\(year)年的台账，或核对文稿标题里的年份")
      return
    }
    let names = [ledger.report.place.short, ledger.report.place.fullName].map(Mark.word)
    guard !prose.hasAny(names, in: prose.units.indices) else { return }
    // 我区 and 全区 say no name: a draft that names no other place may be right.
    guard
      input.terms.divisions.names.contains(where: { name in
        name.count >= 3 && title.map { draft.text.folded($0).contains(name) } ?? false
      })
    else { return }
    result.report(place, "文稿里没有出现台账的地区“\(ledger.report.place.short)”", "请核对台账是不是本地的", severity: .warning)
  }
}
