import ReportModel

/// 错字: spellings that are wrong wherever they stand.
struct MisspellingCheck: DraftCheck {
  let about = CheckDescription(
    "wording.misspelling", .warning, "错别字",
    rationale: "按 Templates/wording.yaml 的“错字”表查：表里的写法在任何地方都不成词，因此不看上下文。",
    source: "实务；《通用规范汉字表》",
    triggering: [
      .draft("对年度考核从原先30多项[[减化]]到8项。"),
      .draft("认真贯彻落实上级决策[[布署]]，持续优化[[营商环镜]]。"),
    ],
    silent: [.draft("对年度考核予以简化，认真落实上级决策部署。")])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    result.recognise("misspellings", "错字（词表条数）", input.terms.lists.misspellings.count)
    var end = 0
    for hit in input.found(.misspellings) {
      let (number, range) = (hit.phrase, hit.range)
      guard range.lowerBound >= end, prose.isRead(range.lowerBound) else { continue }
      end = range.upperBound
      let entry = input.terms.lists.misspellings[number]
      let isWhole = entry.wrong.unicodeScalars.count == entry.right.unicodeScalars.count
      result.report(
        draft.text.place(range), "“\(entry.wrong)”疑为“\(entry.right)”之误", "请改为“\(entry.right)”",
        replacement: isWhole ? entry.right : nil)
    }
  }
}
