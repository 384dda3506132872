import ReportModel

/// 领域变化: fields of reform that vanished or were renamed.
struct VanishedDomainsCheck: Check {
  let about = CheckDescription(
    "last-year.domains", .warning, "上年的领域、机构名称，今年不见了或换了叫法",
    rationale: "各领域（专项小组）一般逐年不变。不见了的要么是漏写，要么是调整，应当说明；只是改了名字的作提示。中心、平台的名称与上年只差一个近义的词、又没有写明更名的，一并指出。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n区[[农村产权平台]]成交312宗。",
        lastYear: "青溪区2022年改革工作总结\n区农村产权交易平台成交218宗。"),
      .draft(
        "青溪区2023年改革工作总结\n[[一、各领域改革进展]]\n（一）经济体制改革。共9项任务，全部完成。\n（二）社会体制改革。共5项任务，全部完成。\n（三）党的建设制度改革。共5项任务，全部完成。",
        lastYear:
          "青溪区2022年改革工作总结\n一、各领域改革进展\n（一）经济体制改革。共9项任务，全部完成。\n（二）社会体制改革。共5项任务，全部完成。\n（三）生态文明体制改革。共5项任务，全部完成。\n（四）党的建设制度改革。共5项任务，全部完成。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，任务分布在[[经济、社会、生态三个领域，全部完成]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，任务分布在经济、社会、生态、国资国企四个领域，全部完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，任务分布在经济、民生、生态、党建四个领域。[[四个领域的划分和名称都沿用上年]]，便于对照。",
        lastYear: "青溪区2022年改革工作总结\n2022年，任务分布在经济、社会、生态、党建四个领域，全部完成。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n消毒供应中心服务医院3家。",
        lastYear: "青溪区2022年改革工作总结\n消毒供应共享中心投入使用。"),
      .draft(
        "青溪区2023年改革工作总结\n区农村产权交易平台更名为区农村产权服务平台。区农村产权服务平台成交312宗。",
        lastYear: "青溪区2022年改革工作总结\n区农村产权交易平台成交218宗。"),
      .draft(
        "青溪区2023年改革工作总结\n组建区农村产权服务中心，入库项目30个。",
        lastYear: "青溪区2022年改革工作总结\n区农村产权交易中心成交218宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，任务分布在经济、社会、生态、党建四个领域，全部完成。领域划分与上年一致。",
        lastYear: "青溪区2022年改革工作总结\n2022年，任务分布在经济、社会、生态、党建四个领域，全部完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，任务分布在经济、民生、生态、党建四个领域，其余领域设置与上年一致。",
        lastYear: "青溪区2022年改革工作总结\n2022年，任务分布在经济、社会、生态、党建四个领域，全部完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，任务分布在经济、社会、生态三个领域，国资国企改革并入经济领域，全部完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，任务分布在经济、社会、生态、国资国企四个领域，全部完成。"),
      .draft(
        "青溪区2023年改革工作总结\n一、各领域改革进展\n（一）经济体制改革。共9项任务，全部完成。\n（二）社会治理体制改革。共5项任务，全部完成。\n（三）生态文明领域改革。共5项任务，全部完成。",
        lastYear:
          "青溪区2022年改革工作总结\n一、各领域改革进展\n（一）经济体制改革。共9项任务，全部完成。\n（二）社会治理体制改革。共5项任务，全部完成。\n（三）生态文明体制改革。共5项任务，全部完成。"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil else {
      return
    }
    let draft = study.draft
    reworded(study, last, &result)
    let said = SameFields(study: study, last: last).statement
    if let other = last.study, inLists(study, other, said, &result) { return }
    let sections = draft.sections.filter { $0.role == .domain }
    let names = sections.map { draft.text.folded($0.heading) }
    guard names.count > 1, last.domains.count > 1 else { return }
    let cores = names.map(Self.core)
    let before = last.domains.map(Self.core)
    let stayed = before.count { cores.contains($0) }
    // Reports laid out anew share few headings: nothing vanished there.
    guard stayed * 2 >= before.count else { return }
    result.recognise("lastYearDomains", "与上年核对的领域", before.count)
    let parent = sections.first?.parent
    let range =
      parent.map { draft.sections[$0].mark.lowerBound..<draft.sections[$0].heading.upperBound }
      ?? sections[0].heading
    let new = cores.indices.filter { !before.contains(cores[$0]) }
    let gone = before.indices.filter { !cores.contains(before[$0]) }
    for index in gone {
      // One that went where one came stands at its place under another name.
      let isReplaced = gone.count == 1 && new == gone && before.count == cores.count
      let heir = isReplaced ? new[0] : new.first { Self.isNear(cores[$0], before[index]) }
      if let said {
        result.report(
          draft.text.place(said),
          "写的是与上年一致，上年的“\(last.domains[index])”今年"
            + (heir.map { "叫“\(names[$0])”" } ?? "没有"), "请核对；名称有调整的，请写明",
          related: [.init(draft.text.place(heir.map { sections[$0].heading } ?? range), "今年的领域")])
      } else if let heir {
        result.report(
          draft.text.place(sections[heir].heading), "上年叫“\(last.domains[index])”，今年叫“\(names[heir])”",
          "如果没有调整，请统一名称；调整过的，请写明",
          // 基层治理, now 党的建设和基层治理: it may have grown.
          severity: cores[heir].contains(before[index]) && cores[heir].count > before[index].count + 1
            ? .note : nil)
      } else {
        result.report(draft.text.place(range), "上年有“\(last.domains[index])”，今年没有这个领域", "请补上，或说明已经调整")
      }
    }
  }

  /// 区农村产权平台, last year 区农村产权交易平台: a name that lost or changed a word.
  private func reworded(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) {
    guard let other = last.study else { return }
    let names = study.part(RewordedUnits.self).strangers(to: other.part(RewordedUnits.self))
    var told: [Range<Int>] = []
    for (name, theirs) in names where !told.contains(where: name.overlaps) {
      told.append(name)
      result.report(
        study.draft.text.place(name),
        "“\(study.draft.text.string(name))”在上年报告里写的是“\(other.draft.text.string(theirs))”",
        "如指同一个机构、平台，请统一写法", related: [.init(other.draft.text.place(theirs), "上年写在这里")])
    }
  }

  /// 经济、社会、生态三个领域, where last year's report named more: those that are told of nowhere else, where there are any.
  private func inLists(
    _ study: DraftStudy, _ last: DraftStudy, _ said: Range<Int>?, _ result: inout CheckResult
  ) -> Bool {
    let draft = study.draft
    func names(_ list: FieldList, _ draft: Draft) -> [String] {
      list.names.map { Self.core(draft.text.folded($0)) }
    }
    for list in study.facts.fieldLists {
      let mine = names(list, draft)
      for before in last.facts.fieldLists {
        let theirs = names(before, last.draft)
        let gone = theirs.indices.filter { !mine.contains(theirs[$0]) && theirs[$0].count > 1 }
        if let said, !gone.isEmpty, theirs.count == mine.count, gone.count * 2 <= mine.count {
          let words = gone.map { "“\(last.draft.text.string(before.names[$0]))”" }.joined(separator: "、")
          result.report(
            draft.text.place(said), "写的是与上年一致，上年的\(words)今年没有", "请核对；名称有调整的，请写明",
            related: [.init(draft.text.place(list.range), "今年的领域")])
          return true
        }
        guard !gone.isEmpty, (theirs.count - gone.count) * 2 >= mine.count, theirs.count - gone.count >= 2,
          theirs.count > mine.count
        else { continue }
        let untold = gone.filter { index in
          !study.page.contains(Mark.word(theirs[index]), in: 0..<draft.text.count)
        }
        guard !untold.isEmpty else { continue }
        let words = untold.map { "“\(last.draft.text.string(before.names[$0]))”" }.joined(separator: "、")
        result.report(
          draft.text.place(study.toColon(list.range)), "上年写了\(theirs.count)个领域，今年没有\(words)，全文也没有提到",
          "请补上，或说明已经调整",
          related: [.init(last.draft.text.place(before.range), "上年的领域")])
        return true
      }
    }
    return false
  }

  /// A name without the words that all fields share.
  static func core(_ name: String) -> String {
    // 社会民生领域(8项): the count is no part of the name.
    var name = String(name.prefix { !"(:：".contains($0) })
    for word in ["方面", "板块", "条线", "改革", "体制", "领域", "制度", "工作", "和", "与", "深化", "推进"] {
      name = name.replacing(word, with: "")
    }
    return name
  }

  /// Whether half of the pairs of characters of the shorter name stand in the longer one.
  static func isNear(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.count < b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
    guard short.count > 1 else { return false }
    let pairs = Set(zip(long, long.dropFirst()).map { "\($0)\($1)" })
    return zip(short, short.dropFirst()).count { pairs.contains("\($0)\($1)") } * 2 >= short.count - 1
  }
}

extension DraftStudy {
  /// A stretch with the rest of its sentence, up to a colon: 统筹推进经济、社会各领域改革,突出抓好五个方面工作.
  fileprivate func toColon(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end < prose.units.count, !Mark.sentenceEnds.contains(prose.units[end]),
      prose.units[end] != Mark.colon
    { end += 1 }
    return range.lowerBound..<end
  }
}
