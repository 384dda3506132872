import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

/// Tables as offices really make them.
@Suite(.enabled(if: ExternalTool.hasOpenpyxl, "Python 的 openpyxl 没有安装，跳过表格读入的测试"))
struct WorkbookReaderTests {
  /// Reads what a script puts into `sheet` of `book`.
  private func read(_ script: String, year: Int? = nil) throws -> SourcedReport {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "表.xlsx")
      let outcome = try ExternalTool.run([
        "python3", "-c",
        """
        import sys, datetime, openpyxl
        book = openpyxl.Workbook(); sheet = book.active; sheet.title = '任务'
        def put(rows, top=1, sheet=sheet):
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if value is not None: sheet.cell(top + r, 1 + c, value)

        """ + script + "\nbook.save(sys.argv[1])", file.path,
      ])
      guard outcome.status == 0 else {
        throw CocoaError(.fileReadCorruptFile, userInfo: [NSLocalizedDescriptionKey: outcome.errors])
      }
      return try WorkbookReader(year: year).read(WorkbookBytes.read(file), file: "表.xlsx")
    }
  }

  private static let messy = """
    put([['临江市云岭区2021年重点改革任务清单'], ['填报\u{FF1A}改革办']])
    sheet.merge_cells('A1:J1')
    put([['大类', '序号', '★ 工作任务', '分管领导', '责任单位', None, '完成\\n时限', '落实进展情况', '成果形式', '备注'],
         [None, None, None, None, '牵头单位', '配合单位']], 4)
    for c in 'ABCDGHIJ': sheet.merge_cells(f'{c}4:{c}5')
    sheet.merge_cells('E4:F4')
    put([['经济领域', '1', '深化国企改革', '张三', '区国资委、区财政局', '区审计局\\n区司法局', datetime.date(2021, 9, 30),
          '已完成。出台方案。', '《国企改革方案》'],
         [None, '2', '优化营商环境', '李四', '区发改委', '区市场监管局 区司法局', '三季度', '推进中\u{FF1A}起草。', '调研报告', '重点'],
         [None, None, None, None, None, '区人社局', None, '另开展培训2次。'],
         ['文化领域', 3, '建设融媒体', '王五', '区委宣传部', None, '年底', '未启动'],
         [None, 4, '整理地方志', '赵六', '已完成', '年底'],
         ['合计', '5项']], 6)
    for m in ('A6:A8', 'A9:A10', 'B7:B8', 'C7:C8'): sheet.merge_cells(m)
    sheet.row_dimensions[9].hidden = True
    sheet['M7'] = '边上的字'
    hidden = book.create_sheet('旧表'); hidden.sheet_state = 'hidden'
    put([['编号', '改革任务', '牵头单位'], ['x', 'y', 'z']], 1, hidden)
    """

  @Test func aTableWithEverythingInIt() throws {
    let result = try read(Self.messy)
    let report = result.report
    #expect(report.year == 2021 && report.place.fullName == "临江市云岭区")
    #expect(report.domains.map(\.name) == ["经济领域", "文化领域"])
    let tasks = report.tasks
    #expect(tasks.map(\.number) == ["1", "2", "3", "4"])
    #expect(tasks.map(\.name) == ["深化国企改革", "优化营商环境", "建设融媒体", "整理地方志"])
    #expect(tasks[0].leadUnit == "区国资委" && tasks[0].supportingUnits == ["区财政局", "区审计局", "区司法局"])
    #expect(tasks[0].deadline == Deadline(wording: "2021-09-30"))
    #expect(tasks[0].status?.kind == .completed && tasks[0].progress == "出台方案。")
    #expect(report.outputs.map(\.title) == ["国企改革方案"] && report.outputs[0].tasks == [.number("1")])
    #expect(tasks[1].supportingUnits == ["区市场监管局", "区司法局", "区人社局"])
    #expect(tasks[1].progress == "起草。\n另开展培训2次。")
    #expect(tasks[1].remark == "成果形式\u{FF1A}调研报告\n重点\n分管领导\u{FF1A}李四")
    #expect(tasks[2].status?.kind == .notStarted && tasks[2].progress == nil)
    #expect(tasks[3].origin.toVerify.contains("牵头单位"))
    func rules(_ rule: String) -> [String] {
      result.notes.filter { $0.rule == rule }.map(\.place.description)
    }
    #expect(rules("table.stray") == ["表.xlsx!任务!M7"])
    #expect(rules("table.hidden-row") == ["表.xlsx!任务!A9"])
    #expect(rules("table.hidden-sheet") == ["表.xlsx!旧表"])
    #expect(rules("table.shifted") == ["表.xlsx!任务!F10"])
    #expect(rules("table.count") == ["表.xlsx!任务!B11"])
    #expect(rules("table.unplaced") == ["表.xlsx!任务!A2"])
    #expect(rules("table.unknown-column").count == 1)
  }

  @Test func whatWasReadIsALedger() throws {
    let result = try read(Self.messy)
    let text = LedgerWriter().text(of: result.report)
    #expect(
      try LedgerReader().read([UInt8](text.utf8), file: "台账.yaml").report.settled == result.report.settled)
  }

  @Test func sectionsInRowsAndPublishedHeads() throws {
    let report = try read(
      """
      put([['序号', '事项', '责任单位', '完成时限'], ['一、经济体制改革\u{FF08}2项\u{FF09}'], [1, '甲', '区财政局、区审计局', '2021-06'],
           [2, '乙', '区发改委', '长期'], ['二、文化体制改革'], [3, '丙', '区委宣传部', '年底'],
           ['序号', '事项', '责任单位', '完成时限'], [4, '丁', '区文旅局', '10月底']])
      """, year: 2021
    ).report
    #expect(report.domains.map(\.name) == ["经济体制改革", "文化体制改革"])
    #expect(report.domains.map { $0.tasks.map(\.name) } == [["甲", "乙"], ["丙", "丁"]])
    #expect(report.tasks[0].leadUnit == "区财政局" && report.tasks[0].supportingUnits == ["区审计局"])
    #expect(report.tasks.allSatisfy { $0.status == nil })
    #expect(report.origin.toFill == ["地区"])
  }

  @Test func ourOwnAttachmentsComeBack() throws {
    let report = try read(
      """
      put([['附件2'], ['重点改革任务完成情况表'], ['临江市云岭区\u{FF08}2021年度\u{FF09}'],
           ['领域', '序号', '改革任务', '牵头单位', '责任单位', '完成时限', '完成情况', '进展情况\u{FF08}延期原因\u{FF09}', '备注'],
           ['经济体制改革', '1', '甲', '区财政局', '区审计局', '2021年9月', '推进中\u{FF08}超进度\u{FF09}', '开了头'],
           ['经济体制改革\\n\u{FF08}续\u{FF09}', '2', '乙', '未载', None, '未载', '延期', '等着\\n延期原因\u{FF1A}等方案\\n延至\u{FF1A}2022年\\n审议\u{FF1A}某会议'],
           [None, '小计\u{FF1A}共2项\u{FF0C}已完成0项'], ['合计\u{FF1A}共2项']])
      other = book.create_sheet('附件1', 0)
      put([['附件1'], ['领域', '序号', '文件名称', '文号', '发文单位', '印发日期', '对应改革任务'],
           ['经济体制改革', '1', '《甲办法》', '某政〔2021〕5号', '未载', '2021年5月20日', '甲'],
           ['文化体制改革', '2', '《乙规定》', '未载', '区文旅局', '未载', '未载']], 1, other)
      """
    )
    #expect(report.notes.isEmpty, "\(report.notes)")
    let tasks = report.report.tasks
    #expect(tasks.map(\.number) == ["1", "2"] && report.report.domains.map(\.name) == ["经济体制改革", "文化体制改革"])
    #expect(tasks[0].status == TaskStatus(wording: "超进度") && tasks[0].progress == "开了头")
    #expect(tasks[1].progress == "等着" && tasks[1].leadUnit == nil)
    #expect(tasks[1].delay == Delay(reason: "等方案", until: Deadline(wording: "2022年"), approval: "某会议"))
    let outputs = report.report.outputs
    #expect(outputs.map(\.title) == ["甲办法", "乙规定"] && outputs[0].tasks == [.number("1")])
    #expect(
      outputs[0].issueDate == PartialDate(year: 2021, month: 5, day: 20) && outputs[1].domain == "文化体制改革")
  }

  @Test func sheetsADomainEachAreOneReport() throws {
    let report = try read(
      """
      sheet.title = '经济'
      put([['编号', '任务名称', '牵头单位', '状态'], ['J1', '甲', '区财政局', '完成']])
      put([['编号', '任务名称', '牵头单位', '状态'], ['W1', '乙', '区文旅局', '没人知道']], 1, book.create_sheet('文化'))
      """, year: 2021
    ).report
    #expect(report.domains.map(\.name) == ["经济", "文化"])
    #expect(report.tasks.map(\.status) == [TaskStatus(wording: "完成"), TaskStatus(wording: "没人知道")])
  }

  private func notes(_ script: String, _ rule: String) throws -> [String] {
    try read(script, year: 2021).notes.filter { $0.rule == rule }.map(\.place.description)
  }

  /// Rows of a table of investments, with a total row at the end.
  private func sums(_ rows: String) -> String {
    "put([['序号', '任务名称', '牵头单位', '总投资(万元)', '年度投资(万元)', '备注'], \(rows)])"
  }

  @Test func aTotalThatIsTheNextColumnsTellsOfAShift() throws {
    let rows = "[1, '甲', '区财政局', 100, 30], [2, '乙', '区发改委', 200, 50], [3, '丙', '区住建局', 300, 70]"
    // The count's cell was dropped, and everything stands one column to the left.
    #expect(try notes(sums(rows + ", ['合计', None, 600, 150]"), "table.shifted") == ["表.xlsx!任务!D5"])
    #expect(try notes(sums(rows + ", ['合计', None, None, 600, 150]"), "table.shifted").isEmpty)
    #expect(try notes(sums(rows + ", ['合计', None, None, 600, 160]"), "table.sum") == ["表.xlsx!任务!E5"])
    #expect(try notes(sums(rows + ", ['合计', '3项', None, 600, 150]"), "table.sum").isEmpty)
  }

  @Test func aSumThatLacksTheNeighboursNumberNamesItsCell() throws {
    let rows = "[1, '甲', '区财政局', 100, 30], [2, '乙', '区发改委', 200, 50, 70], [3, '丙', '区住建局', 300, None, 90]"
    #expect(try notes(sums(rows + ", ['合计', None, None, 600, 170]"), "table.shifted") == ["表.xlsx!任务!F4"])
  }

  @Test(arguments: [
    // Subtotals and a total above the rows.
    "[1, '甲', '区财政局', 100, 30], [2, '乙', '区发改委', 200, 50], ['小计', None, None, 300, 80], [3, '丙', '区住建局', 300, 70], "
      + "[4, '丁', '区住建局', 10, 7], ['小计', None, None, 310, 77], ['合 计', None, None, 610, 157]",
    "['合计', '2项', None, 300, 80], [1, '甲', '区财政局', 100, 30], [2, '乙', '区发改委', 200, 50]",
    // Rounded parts, text as numbers, words among the numbers, a total that is left open.
    "[1, '甲', '区财政局', 33.33, '30'], [2, '乙', '区发改委', 33.33, '50'], [3, '丙', '区住建局', 33.33, '70'], "
      + "['合计', None, None, 100, 150]",
    "[1, '甲', '区财政局', 100, '待定'], [2, '乙', '区发改委', 200, 50], [3, '丙', '区住建局', 300, 40], ['合计', None, None, 600, 120]",
    "[1, '甲', '区财政局', 100, 30], [2, '乙', '区发改委', 200, 50], ['合计']",
  ])
  func totalsThatHold(_ rows: String) throws {
    let notes = try read(sums(rows), year: 2021).notes.filter { $0.severity != .note }
    #expect(notes.isEmpty, "\(notes)")
  }

  @Test func ratesAndRanksDoNotAddUp() throws {
    let found = try read(
      """
      put([['序号', '任务名称', '牵头单位', '完成率(%)', '排名', '得分率'], [1, '甲', '区财政局', 90, 1, 9.5],
           [2, '乙', '区发改委', 80, 2, 9], ['合计', None, None, 85, 4, 9.2]])
      """, year: 2021)
    #expect(found.notes.allSatisfy { $0.severity == .note }, "\(found.notes)")
  }

  @Test func aTableOnlyInAHiddenSheetIsRefusedWithTheWayOut() throws {
    do {
      _ = try read(
        """
        put([['说明', '见另一张表']])
        hidden = book.create_sheet('任务台账'); hidden.sheet_state = 'hidden'
        put([['编号', '任务名称', '牵头单位'], ['1', '甲', '乙']], 1, hidden)
        """, year: 2021)
      Issue.record("a hidden table was read")
    } catch let fault as InvalidInput {
      #expect(fault.diagnostics.map(\.rule) == ["table.nothing-found"])
      #expect(fault.diagnostics[0].message.contains("隐藏的工作表“任务台账”"))
      #expect(fault.diagnostics[0].suggestions.first?.summary.contains("取消隐藏") == true)
    }
  }

  @Test func hiddenRowsAreReadAndToldInRuns() throws {
    let result = try read(
      """
      put([['编号', '任务名称', '牵头单位']] + [[str(n), f'任务{n}', '区财政局'] for n in range(1, 40)])
      for r in list(range(5, 20)) + [30]: sheet.row_dimensions[r].hidden = True
      """, year: 2021)
    #expect(result.report.tasks.count == 39)
    let told = result.notes.filter { $0.rule == "table.hidden-row" }
    #expect(told.map(\.place.description) == ["表.xlsx!任务!A5", "表.xlsx!任务!A30"])
    #expect(told[0].message.contains("第5行到第19行"))
  }

  @Test func documentsOfATaskTableBearTheirNumbers() throws {
    let report = try read(
      """
      put([['序号', '改革任务', '牵头单位', '状态', '制度性成果', '文号'],
           [1, '甲', '区财政局', '已完成', '《甲办法》\\n《乙办法》', '某政〔2021〕1号\\n某政〔2021〕2号'], [2, '丙', '区发改委', '推进中', '无', '某文']])
      """, year: 2021
    ).report
    #expect(report.outputs.map(\.documentNumber) == ["某政〔2021〕1号", "某政〔2021〕2号"])
    #expect(report.tasks[1].remark == "文号\u{FF1A}某文")
  }

  @Test func writingPieceByPieceIsWritingTheWhole() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "表.xlsx")
      let outcome = try ExternalTool.run([
        "python3", "-c",
        """
        import sys, random, openpyxl
        random.seed(6); book = openpyxl.Workbook(); s = book.active
        s.append(['2021年任务']); s.append(['领域', '序号', '改革任务', '牵头单位', '责任单位', '完成时限', '状态', '进展情况', '制度性成果', '备注'])
        for n in range(400):
            s.append([random.choice(['经济', '文化', '社会']), n, f'任务{n}', random.choice(['甲局', '乙局、丙局']), random.choice([None, '丁局']),
                      random.choice(['2021-09', '年底', None]), random.choice(['已完成', '延期', '推进中：快了', None]),
                      random.choice([None, '一\\n二', '延期原因：等']), f'《办法{random.randrange(300)}》', random.choice([None, '#注', ' x: y'])])
        book.save(sys.argv[1])
        """, file.path,
      ])
      try #require(outcome.status == 0, "\(outcome.errors)")
      let tables = try WorkbookReader().tables(WorkbookBytes.read(file), file: "表.xlsx")
      var pieces = ""
      let guesses = LedgerWriter().write(tables) { pieces += $0 }
      let whole = LedgerWriter().text(of: tables.report)
      #expect(pieces == whole && tables.taskCount == 400)
      let marked = tables.report.tasks.reduce(tables.report.origin.toVerify.count) {
        $0 + $1.origin.toVerify.count
      }
      #expect(guesses == marked)
      let read = try LedgerReader().read(Array(whole.utf8), file: "台账.yaml").report
      #expect(read.settled == tables.report.settled)
    }
  }

  private static let refused: [(String, String)] = [
    ("put([['姓名', '电话'], ['甲', '1']])", "table.nothing-found"),
    ("put([['编号', '任务名称', '牵头单位'], ['1', '甲', '乙']])", "table.no-year"),
    (
      """
      rows = [['编号', '任务名称', '牵头单位'], ['1', '甲', '乙'], ['2', '丙', '丁']]
      put([['2021年任务']] + rows); put(rows, 1, book.create_sheet('副本'))
      """, "table.two-tables"
    ),
  ]

  @Test(arguments: refused) func whatIsNotSureIsRefused(_ script: String, _ rule: String) throws {
    do {
      _ = try read(script)
      Issue.record("read")
    } catch let error as InvalidInput {
      #expect(error.diagnostics.map(\.rule) == [rule])
    }
  }
}
