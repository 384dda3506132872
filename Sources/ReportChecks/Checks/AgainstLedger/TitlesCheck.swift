import ReportModel

/// 文件与台账: titles of the draft against the ledger's documents, both ways.
struct TitlesAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.titles", .warning, "文件名称与台账的制度性成果不一致",
    rationale: "名称只差几个字的，多半是同一份文件写错了一处。文稿印发而台账没有的、台账有而文稿没有点名的，各提示一次：文稿不必点全，附件里会列。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。出台[[《甲区优化营商环境工作方案》]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 状态: 已完成, 制度性成果: [甲区优化营商环境实施方案]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n全年印发制度性成果2项：《甲区甲事实施方案》《甲区乙事管理办法》[[《甲区丁类用地出让细则》]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 优化营商环境, 状态: 已完成}]}]\n制度性成果: [{名称: 甲区甲事实施方案}, {名称: 甲区乙事管理办法}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。印发[[《甲区工业用地“标准地”出让管理办法》]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立“标准地”出让机制, 状态: 已完成, 制度性成果: [甲区工业项目“标准地”出让实施办法]}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。出台《甲区甲事实施方案》《甲区乙事管理办法》。\n二、制度成果\n全年出台制度性文件3件，分别是《甲区甲事实施方案》[[《甲区乙事管理规定》]]《甲区丙类用地出让细则》。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 优化营商环境, 状态: 已完成}]}]\n制度性成果: [{名称: 甲区甲事实施方案}, {名称: 甲区乙事管理办法}, {名称: 甲区丙类用地出让细则}]"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。出台《甲区优化营商环境实施方案》。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 状态: 已完成, 制度性成果: [甲区优化营商环境实施方案]}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, !match.ledger.report.outputs.isEmpty else { return }
    let outputs = match.ledger.report.outputs
    let places = LedgerPlaces(match.ledger)
    let keys = outputs.map { DocumentTitle.key($0.title) }
    let likenesses = keys.map(NameLikeness.init)
    let place = match.ledger.report.place.short
    var told: Set<Int> = []
    var unknown: [Range<Int>] = []
    let lists = OutputLists(match, keys)
    var near: [(range: Range<Int>, output: Int)] = []
    for document in match.draft.documents {
      let range = match.draft.titles[document.title].range
      let key = DocumentTitle.key(match.draft.text.string(match.draft.titles[document.title].inner))
      if let same = keys.firstIndex(of: key) {
        told.insert(same)
        continue
      }
      guard document.kind == .institutional || document.kind == .unclear || lists.holds(range) else {
        continue
      }
      let likeness = NameLikeness(key)
      // 扩权赋能 for 赋权扩能: the same characters in another order.
      let scores = likenesses.indices.map {
        keys[$0].count == key.count && keys[$0].sorted() == key.sorted()
          ? 100 : likenesses[$0].likeness(likeness)
      }
      let best = scores.indices.max { scores[$0] < scores[$1] }
      // Where nothing says who issued a document, its name must tell alone: 服务管理细则 for 服务管理办法.
      guard document.kind == .institutional || lists.holds(range) || best.map({ scores[$0] >= 80 }) == true
      else { continue }
      result.recognise("ledgerTitles", "与台账对照的文件", 1)
      if let best,
        scores[best] >= 75 || scores[best] >= 50 && Self.saysTheSame(key, keys[best], place)
      {
        near.append((range, best))
      } else if lists.holds(range) {
        result.report(
          match.draft.text.place(range), "列为制度性成果的\(match.draft.text.string(range))台账里没有", "请核对文稿和台账")
      } else {
        unknown.append(range)
      }
    }
    result.recognise("ledgerTitles", "与台账对照的文件", told.count)
    // A title near to one that the draft names rightly elsewhere is another document.
    for (range, output) in near {
      guard told.insert(output).inserted else {
        // Where it is listed as one more output, it would have to be in the ledger, too.
        if lists.holds(range) {
          result.report(
            match.draft.text.place(range),
            "列为制度性成果的\(match.draft.text.string(range))台账里没有，相近的是“\(outputs[output].title)”", "请核对名称，以正式印发的为准",
            related: [.init(places.place(of: output, "名称"), "台账在这里")])
        }
        continue
      }
      result.report(
        match.draft.text.place(range), "\(match.draft.text.string(range))与台账的“\(outputs[output].title)”不一致",
        "请核对名称，以正式印发的为准", related: [.init(places.place(of: output, "名称"), "台账在这里")])
    }
    if let first = unknown.first {
      result.report(
        match.draft.text.place(first), "文稿写已出台、台账没有的文件有\(unknown.count)份，这是第一份", "如属制度性成果，请补入台账",
        severity: .note,
        related: unknown.dropFirst().prefix(9).map { .init(match.draft.text.place($0), "另一份") })
    }
    for list in lists.lists {
      let missing = list.missing.filter { !told.contains($0) }
      guard let first = missing.first else { continue }
      told.formUnion(missing)
      result.report(
        match.draft.text.place(list.opening),
        "所列制度性成果少了台账的\(missing.map { "“\(outputs[$0].title)”" }.joined(separator: "、"))", "请补上漏列的文件",
        related: [.init(places.place(of: first, "名称"), "台账在这里")])
    }
    let silent = outputs.indices.filter { !told.contains($0) && !match.names(outputs[$0].title) }
    if let first = silent.first, silent.count < outputs.count {
      result.report(
        .file(match.draft.text.source.file),
        "台账的\(outputs.count)份制度性成果中有\(silent.count)份文稿没有点名，第一份是“\(outputs[first].title)”",
        "如应写入正文，请补上；只列入附件的不必改", severity: .note)
    }
  }

  /// Whether two titles are alike without the place and the kind of document: 干部担当作为激励措施, 激励干部担当作为若干措施.
  private static func saysTheSame(_ a: String, _ b: String, _ place: String) -> Bool {
    func core(_ title: String) -> NameLikeness {
      var title = title.replacing(place, with: "")
      for word in kinds { title = title.replacing(word, with: "") }
      return NameLikeness(title)
    }
    return core(a).likeness(core(b)) >= 60
  }

  private static let kinds = Mark.texts("实施方案 工作方案 管理办法 实施办法 若干措施 实施意见 工作规则 暂行办法 办法 方案 措施 试行 关于 实施细则")
}
