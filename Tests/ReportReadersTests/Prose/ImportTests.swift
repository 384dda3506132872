import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

/// Reports into ledgers.
struct ImportTests {
  static let reports = [
    "a-inline-tangwan-2022.txt", "a-inline-tangwan-2023.txt", "b-headings-muyuan-2021.txt",
    "b-headings-muyuan-2022.txt",
    "c-bareheads-qilin-2023.txt", "d-markdown-qingyu-2024.md", "e-webshell-boting-2022.txt",
    "f-twolayers-dipu-2021.txt",
  ]

  @Test(arguments: reports) func fixtureReport(name: String) throws {
    let folder = Fixture.folder("reports")
    let imported = try Prose.imported(Prose.draft(of: folder.appending(path: name)))
    let report = imported.report.report
    let expected = try ExpectedReport(
      folder.appending(path: name.split(separator: ".").dropLast().joined() + ".expected.yaml"))
    let tally = Tally(of: report)
    #expect(report.year == expected.year && report.place.short == expected.place)
    #expect(report.title == expected.title && report.reportingUnit == expected.office)
    #expect(report.issueDate?.ledgerText == expected.date && report.addressee == expected.addressee)
    #expect(tally.tasks.value == expected.tasks && tally.completed.value == expected.completed)
    #expect(tally.delayed.value == expected.delayed && tally.outputs.value == expected.outputs)
    #expect(report.domains.map(\.name) == expected.domains.map(\.name))
    for (domain, wanted) in zip(report.domains, expected.domains) {
      let counts = Tally(of: domain, in: report)
      #expect(wanted.tasks == nil || counts.tasks.value == wanted.tasks, "\(domain.name)")
      #expect(wanted.completed == nil || counts.completed.value == wanted.completed, "\(domain.name)")
      #expect(wanted.delayed == nil || counts.delayed.value == wanted.delayed, "\(domain.name)")
      let titles = domain.tasks.flatMap { report.outputs(of: $0).map { DocumentTitle.key($0.title) } }
      #expect(titles.sorted() == wanted.outputs.map { DocumentTitle.key($0) }.sorted(), "\(domain.name)")
    }
    let delays = report.tasks.filter(\.isDelayed)
    #expect(delays.map(\.name).sorted() == expected.delays.map(\.name).sorted())
    for wanted in expected.delays {
      let found = delays.first { $0.name == wanted.name }?.delay
      #expect(found?.reason == wanted.reason, "\(wanted.name)")
      #expect(found?.approval == wanted.approval, "\(wanted.name)")
    }
    #expect(report.problems.count == expected.problems)
    #expect(report.attachments.map(\.title) == expected.attachments)
    #expect(imported.summary.used * 100 >= imported.summary.sentences * 95)
  }

  @Test("A count that the listed tasks do not make is shown where it is told")
  func differingCounts() throws {
    let text = """
      甲区2021年改革工作总结报告
      一、经济体制改革
      共5项任务，完成5项。出台《甲区用地管理办法》。建立周调度机制，盘活用地86亩。
      二、文化体制改革
      共4项任务，完成4项。建成书房12个。
      三、社会体制改革
      共3项任务，完成3项。新增托位320个。
      """
    let notes = try Prose.imported(Prose.draft(text)).report.notes.filter {
      $0.rule == "import.count-differs"
    }
    let lines = notes.filter { $0.message.hasPrefix("“") }.map { note in
      if case .text(_, let span) = note.place { return span.line }
      return 0
    }
    #expect(lines == [3, 5, 7])
  }

  /// Writing a ledger out and reading it gives the same ledger.
  @Test(arguments: reports) func writtenLedgerReadsBack(name: String) throws {
    let report = try Prose.imported(Prose.draft(of: Fixture.folder("reports").appending(path: name))).report
      .report
    let text = LedgerWriter().text(of: report)
    #expect(try LedgerReader().read([UInt8](text.utf8), file: "台账.yaml").report == report)
  }

  @Test(.enabled(if: Prose.seeds != nil, "REFORM_SEEDS is not set")) func originalReport() throws {
    let file = try #require(try Prose.seed("002"))
    let imported = try Prose.imported(Prose.draft(of: file))
    let report = imported.report.report
    let tally = Tally(of: report)
    #expect(tally.tasks.value == 44 && tally.completed.value == 40 && tally.delayed.value == 4)
    #expect(report.stated.outputs == 33 && report.outputs.count == 25)
    #expect(report.domains.map { Tally(of: $0, in: report).tasks.value } == [10, 6, 4, 4, 9, 4, 2, 5])
    #expect(report.domains.map { Tally(of: $0, in: report).completed.value } == [10, 6, 2, 4, 7, 4, 2, 5])
    #expect(report.completionBasis == .exceptDelayed && report.origin.toVerify.contains("完成率口径"))
    #expect(imported.report.notes.contains { $0.rule == "import.basis" })
    #expect(report.tasks.filter(\.isDelayed).allSatisfy { $0.delay?.reason?.count ?? 0 > 20 })
    #expect(imported.summary.left.isEmpty)
  }

  /// A task told as a card: its progress is what its label leads to, and what is said of several tasks is none of them.
  @Test func cardsAreTasks() throws {
    let text = """
      霁川区2024年改革任务完成情况报告
      全年安排改革任务5项，完成3项，延期1项，1项正在推进。
      【经济体制改革】
      1.园区代办机制
      牵头单位：区商务局　　状态：完成
      完成情况：印发《霁川区园区代办办法》，代办事项126项。
      2.国资盘活改革
      牵头单位：区财政局　　状态：延期
      延期原因：产权纠纷尚在诉讼
      调整后时限：2025年6月
      小计：任务2项，完成1项，延期1项。
      【社会事业改革】
      3.学区制管理
      状态：已完成
      完成情况：划定学区13个。
      制度成果：《霁川区学区管理办法》
      4.医联体建设
      进展情况：推进中。签约机构6家。
      小计：任务2项，完成1项。
      【生态文明体制改革】
      5.河湖管护机制
      完成情况：整治河道12公里。
      """
    let report = try Prose.imported(Prose.draft(text)).report.report
    let tasks = report.tasks
    #expect(tasks.map(\.name) == ["园区代办机制", "国资盘活改革", "学区制管理", "医联体建设", "河湖管护机制"])
    #expect(tasks.map { $0.status?.kind } == [.completed, .delayed, .completed, .inProgress, .completed])
    #expect(
      tasks.map(\.progress) == ["印发《霁川区园区代办办法》，代办事项126项。", nil, "划定学区13个。", "签约机构6家。", "整治河道12公里。"])
    #expect(tasks.map(\.leadUnit) == ["区商务局", "区财政局", nil, nil, nil])
    #expect(tasks[1].delay?.until?.wording == "2025年6月")
    #expect(report.outputs.map(\.tasks) == [[.name("园区代办机制")], [.name("学区制管理")]])
  }

  /// What stands behind a field's name in the sentence that it opens is told of it.
  @Test func firstSentencesOfFieldsAreKept() throws {
    let text = """
      霁川区2024年全面深化改革工作总结
      全年安排改革任务20项，完成20项。
      一是国资国企改革方面，压减管理层级，资产负债率下降4.2个百分点。出台《霁川区国企考核办法》。
      二是城市更新改革方面，探索居民自主更新、社会资本参与的路子，在梧桐里、东校场两个片区启动原拆原建，签约居民1043户。
      三是社会治理改革方面，整合网格120个。
      """
    let report = try Prose.imported(Prose.draft(text)).report.report
    #expect(report.domains.map(\.name) == ["国资国企改革", "城市更新改革", "社会治理改革"])
    #expect(report.tasks.first?.progress == "压减管理层级，资产负债率下降4.2个百分点。")
    #expect(report.tasks.last?.progress == "整合网格120个。")
  }

  @Test func newspaperMaterialBecomesStatedFigures() throws {
    let report = try Prose.imported(
      Prose.draft(
        """
        甲区推进停车改革
        本报讯 甲区新建停车场12处，新增停车位300余个，社区治理水平提高。健全“一口收办”机制，政务服务更加方便。截至2022年10月底，走访群众5.2万户。(通讯员 张三)
        """)
    ).report.report
    let figures = report.domains.flatMap(\.figures)
    #expect(figures.map { Prose.line($0.quantity) } == ["12||处|", "300||个|余", "52000||户|"])
    #expect(report.domains.allSatisfy { $0.origin.toVerify == ["名称"] })
    #expect(report.tasks.isEmpty && report.sources.map(\.name) == ["甲区推进停车改革"])
  }

  @Test(arguments: [
    "他走进房间，看见三个人坐在桌边。外面下着雨，一个孩子在哭。", "甲\t乙\t丙\n1\t2\t3\n4\t5\t6", "lorem ipsum dolor sit amet 12 34",
    "春天来了，花开了。小鸟在枝头唱歌，河水哗哗流淌，两岸青山相对出，孤帆一片日边来。",
  ])
  func nothingOfAReport(text: String) throws {
    let draft = try Prose.draft(text)
    let error = #expect(throws: InvalidInput.self) { try Prose.imported(draft) }
    #expect(error?.diagnostics.map(\.rule) == ["import.nothing-found"])
  }
}
