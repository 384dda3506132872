import ReportModel

/// 领域与台账: domains of the draft against the ledger's.
struct DomainsAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.domains", .warning, "领域与台账不一致",
    rationale: "文稿按领域写的，每个领域都要在台账里找得到，台账的领域文稿也要都写到。名称不必逐字相同。文稿没有分领域的不查。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。共2项任务，已全部完成。\n二是[[文化体制改革方面]]。共2项任务，已全部完成。\n三是生态文明体制改革方面。共2项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n  - {名称: 社会体制改革, 任务数: 2}\n  - {名称: 生态文明体制改革, 任务数: 2}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是总体评价方面。8项任务均按时序推进。\n二是[[经济体制改革方面]]。共2项任务，已全部完成。\n三是社会体制改革方面。共2项任务，已全部完成。\n四是生态文明体制改革方面。共2项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n  - {名称: 社会体制改革, 任务数: 2}\n  - {名称: 生态文明体制改革, 任务数: 2}\n  - {名称: 文化体制改革, 任务数: 2}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n（一）深化[[政务保障改革]]，办事更便捷。\n（二）深化经济体制改革，活力更充沛。\n（三）深化城乡融合改革，差距更小。\n\n| 领域 | 任务数 | 完成数 |\n|---|---|---|\n| 政务服务改革 | 2 | 2 |\n| 经济体制改革 | 3 | 3 |\n| [[城乡整合改革]] | 2 | 2 |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 政务服务改革, 任务数: 2}\n  - {名称: 经济体制改革, 任务数: 3}\n  - {名称: 城乡融合改革, 任务数: 2}"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n（一）以产业创新改革激发动能。服务企业96家。\n（二）以城乡融合改革缩小差距。新开公交线路6条。\n（三）以民生服务改革增进福祉。建成食堂8家。\n（四）以社会治理改革筑牢平安。建成网格650个。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 产业创新改革, 任务数: 2}\n  - {名称: 城乡融合改革, 任务数: 2}\n  - {名称: 民生服务改革, 任务数: 2}\n  - {名称: 社会治理改革, 任务数: 2}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济领域改革方面。共2项任务，已全部完成。\n二是社会事业改革方面。共2项任务，已全部完成。\n三是生态文明建设改革方面。共2项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n  - {名称: 社会体制改革, 任务数: 2}\n  - {名称: 生态文明体制改革, 任务数: 2}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、工作机制\n一是领导领衔抓改革。召开会议4次。二是专班专人推改革。组建专班5个。\n二、各领域改革\n（一）经济体制改革。共2项任务，已全部完成。\n（二）社会体制改革。共2项任务，已全部完成。\n（三）生态文明体制改革。共2项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n  - {名称: 社会体制改革, 任务数: 2}\n  - {名称: 生态文明体制改革, 任务数: 2}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是抓经济体制改革，把要素盘活。规范涉企行政检查。\n二是抓民主法治和社会民生改革，把难题化解。健全零工市场服务。\n三是抓生态文明改革，守住绿水青山。推行河湖片长履职。\n延期任务方面，规范涉企行政检查延至2022年6月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 规范涉企行政检查, 状态: 延期}]}\n  - {名称: 民主法治改革, 任务数: 1}\n  - {名称: 社会民生改革, 任务: [{名称: 健全零工市场服务, 状态: 已完成}]}\n  - {名称: 生态文明改革, 任务: [{名称: 推行河湖片长履职, 状态: 已完成}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、重点改革推进情况\n（一）经济体制改革\n推进零基预算改革，整合专项资金34项。\n（二）农业农村改革蹄疾步稳\n稳慎推进农村宅基地制度改革，腾退宅基地432户。推进供销社综合改革，恢复基层社9家。\n（三）社会体制改革\n健全零工市场服务，建站3个。\n（四）绿水青山转化机制日益健全\n健全国有林场经营机制，核定编制186名。开展林业碳汇开发试点，签约3份。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 推进零基预算改革, 状态: 已完成}]}\n  - {名称: 统筹城乡和农业农村改革, 任务: [{名称: 稳慎推进农村宅基地制度改革, 状态: 已完成}, {名称: 推进供销社综合改革, 状态: 已完成}]}\n  - {名称: 社会体制改革, 任务: [{名称: 健全零工市场服务, 状态: 已完成}]}\n  - {名称: 生态文明体制改革, 任务: [{名称: 健全国有林场经营机制, 状态: 已完成}, {名称: 开展林业碳汇开发试点, 状态: 已完成}]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。共1项任务，已全部完成。规范涉企行政检查，并与健全零工市场服务衔接。\n二是社会体制改革方面。共1项任务，已全部完成。健全零工市场服务，建站3个。\n三是文化体制改革方面。共1项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务: [{名称: 规范涉企行政检查, 状态: 已完成}]}\n  - {名称: 社会体制改革, 任务: [{名称: 健全零工市场服务, 状态: 已完成}]}\n  - {名称: 文化体制改革, 任务数: 1}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是总体评价方面。2项任务均按时序推进。\n二是经济体制改革方面。共2项任务，已全部完成。\n三是社会体制改革方面。共2项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n  - {名称: 社会体制改革, 任务数: 2}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。共2项任务，已全部完成。\n二是社会体制改革方面。共2项任务，已全部完成。\n三是生态文明体制改革方面。共2项任务，已全部完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n  - {名称: 社会体制改革, 任务数: 2}\n  - {名称: 生态文明体制改革, 任务数: 2}"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match else { return }
    let others = FieldNames(match: match).other()
    for name in others {
      let own = match.ledger.report.domains[name.domain].name
      result.report(name.place, "“\(name.told)”与台账的领域“\(own)”差一个词", "请统一领域名称")
    }
    guard match.partsAlike else { return }
    // Where the fields are called 某某改革, 总体评价 between them is none.
    let areMarked = match.domains.keys.contains { isMarked(match.draft.sections[$0].heading, match.draft) }
    let sections = match.draft.sections.indices.filter {
      match.draft.sections[$0].role == .domain
        && (match.domains[$0] != nil || !areMarked || isMarked(match.draft.sections[$0].heading, match.draft))
    }
    result.recognise("ledgerDomainsMatched", "与台账对上的领域", match.domains.count)
    let praised = toldByTasks(match)
    let told = Set(match.domains.values).union(praised.values).union(joined(match, sections))
    let missing = match.ledger.report.domains.indices.filter { !told.contains($0) }
      .map { "“\(match.ledger.report.domains[$0].name)”" }
    let known = Set(match.domains.keys).union(praised.keys)
    for section in sections
    where match.domains[section] == nil && praised[section] == nil && isAmong(known, section, match.draft) {
      let heading = match.draft.sections[section].heading
      let said = match.draft.text.string(heading)
      if others.contains(where: { said.contains($0.told) }) { continue }
      // 聚焦平安和谐,基层治理改革精准有力: a slogan may stand for the ledger's name.
      if !missing.isEmpty, match.draft.text.units[heading].contains(Mark.comma) { continue }
      let also = missing.isEmpty ? "" : ";台账里有而文稿没有的领域：\(missing.joined(separator: "、"))"
      result.report(
        match.draft.text.place(heading), "台账里没有“\(match.draft.text.string(heading))”这个领域\(also)", "请核对领域名称")
    }
    if !missing.isEmpty, sections.allSatisfy({ match.domains[$0] != nil || praised[$0] != nil }),
      let first = sections.first
    {
      result.report(
        match.draft.text.place(match.draft.sections[first].heading),
        "文稿没有写台账里的领域：\(missing.joined(separator: "、"))",
        "请补写，或核对台账")
    }
    misplaced(match, &result)
  }

  /// 农业农村改革蹄疾步稳, 绿水青山转化机制日益健全: sections headed with praise that tell two tasks of one field, and of no other. A heading
  /// that is a field's name has a word in common with the ledger's name of it.
  private func toldByTasks(_ match: LedgerMatch) -> [Int: Int] {
    let (draft, domains) = (match.draft, match.ledger.report.domains)
    var found: [Int: Int] = [:]
    for (index, section) in draft.sections.enumerated()
    where ![.plan, .problems, .attachments].contains(section.role) && match.domains[index] == nil {
      let words = draft.text.folded(section.range)
      let counts = domains.map { $0.tasks.count { $0.name.utf16.count >= 6 && words.contains($0.name) } }
      guard let domain = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[domain] >= 2,
        counts.count(where: { $0 > 0 }) == 1,
        !isMarked(section.heading, draft)
          || NameLikeness(domains[domain].name).likeness(NameLikeness(draft.text.string(section.heading))) > 0
      else { continue }
      found[index] = domain
    }
    return found
  }

  /// 民主法治和社会民生改革: the fields that one heading names together.
  private func joined(_ match: LedgerMatch, _ sections: [Int]) -> [Int] {
    let names = match.ledger.report.domains.map { NameLikeness($0.name) }
    return sections.flatMap { section -> [Int] in
      let heading = match.draft.sections[section].heading
      guard match.draft.text.units[heading].contains(where: Self.joints.contains) else { return [] }
      let words = NameLikeness(match.draft.text.string(heading))
      return names.indices.filter { names[$0].count > 1 && names[$0].containment(words) >= 100 }
    }
  }

  private static let joints = UnitSet("和与及、暨")

  /// Whether a paragraph tells of the tasks of several fields, or opens with those put off: 延期任务方面,….
  private func tellsOfSeveral(_ place: Range<Int>, _ domain: Int, _ match: LedgerMatch) -> Bool {
    let draft = match.draft
    guard let paragraph = draft.paragraphs.first(where: { $0.range.contains(place.lowerBound) })?.range else {
      return false
    }
    let words = FoldedWords(units: draft.text.units[paragraph])
    let opening = FoldedWords(units: draft.text.units[paragraph.prefix(12)])
    if ["延期", "未完成", "结转", "推进中"].contains(where: opening.contains) { return true }
    let named = match.ledger.report.domains.indices.filter { other in
      other != domain
        && match.ledger.report.domains[other].tasks.contains {
          $0.name.utf16.count >= 6 && words.contains($0.name)
        }
    }
    return named.count > 1
  }

  /// 党建领域里写了社会领域的任务: a task that is told by its full name under another field than the ledger's, and not under its own.
  private func misplaced(_ match: LedgerMatch, _ result: inout CheckResult) {
    let draft = match.draft
    let places = LedgerPlaces(match.ledger)
    let sections = match.domains.keys.filter { draft.sections[$0].role == .domain }
    let owned = Set(sections.compactMap { match.domains[$0] })
    for item in places.tasks where owned.contains(item.domain) && item.task.name.utf16.count >= 6 {
      let told = draft.places(of: Mark.word(item.task.name)).compactMap {
        place -> (range: Range<Int>, domain: Int)? in
        let section = sections.first { draft.sections[$0].range.contains(place.lowerBound) }
        return section.flatMap { match.domains[$0] }.flatMap {
          tellsOfSeveral(place, $0, match) ? nil : (place, $0)
        }
      }
      guard let first = told.first, told.allSatisfy({ $0.domain == first.domain }),
        first.domain != item.domain
      else { continue }
      result.report(
        draft.text.place(first.range),
        "“\(item.task.name)”台账列在\(match.name(of: item.domain))，文稿写在\(match.name(of: first.domain))",
        "请核对任务所属的领域",
        severity: .warning, related: [.init(places.place(item.path, "名称"), "台账在这里")])
    }
  }

  /// Whether a section stands in one list with a field: 一是领导领衔抓改革 is an item of another list.
  private func isAmong(_ fields: Set<Int>, _ section: Int, _ draft: Draft) -> Bool {
    fields.contains {
      draft.sections[$0].scheme == draft.sections[section].scheme
        && draft.sections[$0].parent == draft.sections[section].parent
    }
  }

  private func isMarked(_ heading: Range<Int>, _ draft: Draft) -> Bool {
    let words = draft.text.folded(heading)
    return words.containsAny(Self.marks)
  }

  private static let marks = ["改革", "领域", "体制"]
}

extension Draft {
  /// Every place where some words stand.
  fileprivate func places(of words: [UInt16]) -> [Range<Int>] {
    guard let head = words.first, text.count >= words.count else { return [] }
    let units = text.units
    return (0...(units.count - words.count)).filter { start in
      units[start] == head && units[start..<start + words.count].elementsEqual(words)
    }.map { $0..<$0 + words.count }
  }
}
