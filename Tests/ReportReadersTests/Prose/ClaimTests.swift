import ReportModel
import ReportReaders
import Testing

/// What figures claim, which items are delayed, and which titles are documents of the place.
struct ClaimTests {
  private func known(_ text: String) throws -> [String] {
    let draft = try Prose.draft(text)
    return draft.claims.filter { $0.measure.isKnown }.map {
      "\($0.measure) \(draft.quantities[$0.quantity].quantity.value) \($0.period)"
    }
  }

  @Test(arguments: [
    (
      "明确8大领域共计44项改革事项，40项改革事项全部完成，完成率100%，出台制度性成果33项。",
      ["domains 8", "tasks 44", "completed 40", "completionRate 100", "outputs 33"]
    ),
    ("共4项任务，已完成2项，延期2项。", ["tasks 4", "completed 2", "delayed 2"]),
    ("全县改革任务共38项，截至12月底完成35项，另外3项延期实施。", ["tasks 38", "completed 35", "delayed 3"]),
    ("年初安排任务11项，全部完成。", ["tasks 11"]),
    ("统筹推进52项年度改革任务，完成49项、延期2项、终止1项。", ["tasks 52", "completed 49", "delayed 2"]),
    ("审议改革文件16件，纳入许可事项263项，热线按时办结率97.8%。", []),
    ("完成32个老旧小区整治项目，建成点位576个。", []),
  ])
  func measures(text: String, expected: [String]) throws {
    #expect(try known(text).map { $0.split(separator: " ").dropLast().joined(separator: " ") } == expected)
  }

  /// Whether a figure is one of the year told of, where an earlier time stands before it.
  @Test(arguments: [
    ("2023年底确定的47项年度改革任务，如期完成。", 47, true),
    ("以2022年出台的《霁川区管护办法》为基础，管护村庄46个。", 46, true),
    ("2023年建成的充电桩120个，运行平稳。", 120, false),
    ("2022年出台的5份文件继续有效。", 5, false),
  ])
  func timesOfSetting(text: String, value: Int, isOfYear: Bool) throws {
    let draft = try Prose.draft("霁川区2024年改革工作总结\n" + text)
    let claim = draft.claims.first { draft.quantities[$0.quantity].quantity.value == .init(value) }
    #expect((claim?.period == .reported) == isOfYear)
  }

  @Test func plansStayOutOfTheFigures() throws {
    let draft = try Prose.draft("某区2021年改革总结\n一、工作成效\n共10项任务，全部完成。\n二、2022年工作计划\n安排任务16项，力争建成50个示范点。")
    #expect(draft.claims.filter { $0.period == .plan }.count == 2)
    #expect(draft.claims.first?.period == .reported)
  }

  @Test func changesAreToldFromStates() throws {
    let draft = try Prose.draft("任务60项，比上年增加5项，增长9.1%，失业率下降0.2个百分点。")
    #expect(draft.claims.map(\.change) == [nil, .up, .up, .down])
  }

  /// Delayed items in all their forms: name, reason, until.
  @Test(arguments: [
    (
      "延期任务1：开展甲改革。延期原因：省级办法未出台，故年内无法完成。延期任务2：推进乙改革。延期原因：经费未落实。",
      ["1|开展甲改革|省级办法未出台，故年内无法完成|", "2|推进乙改革|经费未落实|"]
    ),
    ("完成6项，1项延期（“建设甲平台项目”因电力工程尚未竣工，经区委深改委第五次会议同意，延期至2023年6月底）。", ["|建设甲平台项目|电力工程尚未竣工|2023年6月底"]),
    ("因省级规范未发布，“建设县级资源数据库”延期至2024年6月。", ["|建设县级资源数据库|省级规范未发布|2024年6月"]),
    ("推进甲乙综合执法改革因上级方案调整，延期至2022年完成。", ["|推进甲乙综合执法改革|上级方案调整|2022年"]),
    ("延期任务为完善甲考核办法、建立乙关爱机制，因上级政策调整，延期至2023年。", ["|完善甲考核办法|上级政策调整|2023年", "|建立乙关爱机制|上级政策调整|2023年"]),
    (
      "延期的2项任务是宅基地甲改革（首次申请延期，延至2023年6月）和公立医院乙改革（延至2023年12月）。",
      ["|宅基地甲改革||2023年6月", "|公立医院乙改革||2023年12月"]
    ),
    ("推行垃圾分类计量收费改革再次延期至2024年6月。", ["|推行垃圾分类计量收费改革||2024年6月"]),
    ("改革现场会延期至2024年3月，方案征求意见时间延期到6月。", []),
    ("其中4项改革事项因客观原因申请延期，同意延期至2022年开展。", []),
    ("坚持因地制宜推进改革，受理案件12件，延期利息3万元。", []),
  ])
  func delays(text: String, expected: [String]) throws {
    let draft = try Prose.draft(text)
    let found = draft.delays.map { item in
      [
        item.ordinal.map(String.init) ?? "", draft.text.string(item.name),
        item.reason.map { draft.text.string($0) } ?? "", item.until.map { draft.text.string($0) } ?? "",
      ].joined(separator: "|")
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("出台《甲区营商方案》《甲区长效办法》以及《甲区指导意见》三个文件。", ["institutional", "institutional", "institutional"]),
    ("《甲经验让群众有医靠》被省委改革办向全省推广。", ["media"]),
    ("创建《向东看》栏目、《甲区》报。", ["media", "media"]),
    ("编印《优秀党组织好故事》《典型案例》。", ["media", "media"]),
    ("按照《国务院关于某事的意见》要求，认真落实《某条例》。", ["reference", "reference"]),
    ("制定《中共甲区委全面深化改革委员会2021年工作要点》。", ["reference"]),
    ("《甲区补贴办法》正式印发。", ["institutional"]),
  ])
  func documents(text: String, expected: [String]) throws {
    #expect(try Prose.draft(text).documents.map { "\($0.kind)" } == expected)
  }
}
