import ReportModel

/// 表格与台账: rows of the draft's own tables held against the ledger, by the name of the task or the document.
struct TablesAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.tables", .error, "文稿表格里的任务、文件与台账不一致",
    rationale: "附件表和文中表格逐行与台账对照：任务的状态、牵头单位、完成时限，文件的文号、印发日期、发文单位；名称只差几个字的也指出。台账没有填的栏目不对照，少列的行另作提示。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n\n| 序号 | 文件名称 | 文号 | 印发日期 |\n|---|---|---|---|\n| 1 | 《甲区优化营商环境实施方案》 | [[甲政〔2021〕15号]] | 2021年5月6日 |\n| 2 | [[《甲区用地管理办法》]] | 甲政〔2021〕6号 | 2021年6月6日 |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革}]\n制度性成果：\n  - {名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号, 印发日期: 2021-05-06}\n  - {名称: 甲区用地管理细则, 文号: 甲政〔2021〕6号}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n\n| 序号 | 改革任务 | 牵头单位 | 完成情况 |\n|---|---|---|---|\n| 1 | 优化营商环境 | 区发改委 | [[已完成]] |\n| 2 | 建设用地改革 | [[区住建局]] | 已完成 |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 牵头单位: 区发改委, 状态: 延期, 延期: {原因: 上级方案未出台, 延至: 2022}}\n      - {名称: 建设用地改革, 牵头单位: 区自然资源局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n\n附件1 甲区2021年制度性文件目录\n\n| 文件名称 | 文号 |\n|---|---|\n| 甲区优化营商环境实施方案 | 甲政〔2021〕5号 |\n| [[甲区用地管理细则]] | 甲政〔2021〕6号 |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革}]\n制度性成果:\n  - {名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕5号}\n  - {名称: 甲区用地管理细则, 文号: 甲政〔2021〕6号}\n  - {名称: 甲区河道巡查规定, 文号: 甲政〔2021〕9号}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n\n附件2 延期任务情况表\n\n| 序号 | 延期任务 | 延期原因 | 延期至 | 审议会议 |\n|---|---|---|---|---|\n| 1 | 优化营商环境 | [[用地手续未办结]] | [[2022年9月]] | [[区委深改委第七次会议]] |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 状态: 延期, 延期: {原因: 上级方案未出台, 延至: 2022-06, 审议: 区委深改委第八次会议}}"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n\n附件2 延期任务情况表\n\n| 序号 | 延期任务 | 延期原因 | 延期至 | 审议会议 |\n|---|---|---|---|---|\n| 1 | 优化营商环境 | 上级实施方案没有出台 | 2022年6月底 | 第八次会议 |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 状态: 延期, 延期: {原因: 上级方案未出台, 延至: 2022-06, 审议: 区委深改委第八次会议}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n\n| 序号 | 改革任务 | 牵头单位 | 完成情况 |\n|---|---|---|---|\n| 1 | 优化营商环境 | 区发改委 | 延期 |\n| 2 | 建设用地改革 | 区自然资源局、区住建局 | 已完成（提前完成） |",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 牵头单位: 区发改委, 状态: 延期, 延期: {原因: 上级方案未出台, 延至: 2022}}\n      - {名称: 建设用地改革, 牵头单位: 区自然资源局, 状态: 已完成}"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match else { return }
    let places = LedgerPlaces(match.ledger)
    let tables = match.draft.textTables
    for table in tables {
      if let name = table.column(["文件名称", "成果名称", "制度名称", "制度性成果"]) ?? documentColumn(table) {
        documents(table, name, match, places, &result)
      } else if let name = table.column([
        "改革任务", "任务名称", "工作任务", "改革事项", "任务内容", "事项名称", "延期任务", "延期事项", "任务", "事项",
      ]) {
        tasks(table, name, match, places, &result)
      }
    }
  }

  /// 名称 over cells most of which are titles, or beside 文号.
  private func documentColumn(_ table: TextTable) -> Int? {
    guard let column = table.column(["名称"]) else { return nil }
    if table.column(["文号", "发文字号"]) != nil { return column }
    let titles = table.body.count { table.text($0, column).hasPrefix("《") }
    return titles * 2 > table.body.count ? column : nil
  }

  private func documents(
    _ table: TextTable, _ name: Int, _ match: LedgerMatch, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let outputs = match.ledger.report.outputs
    guard !outputs.isEmpty else { return }
    let file = match.draft.text.source.file
    let rows = Rows(table, name, outputs.map(\.title)) { DocumentTitle.key($0) }
    let number = table.column(["文号", "发文字号"])
    let date = table.column(["印发日期", "印发时间", "出台时间", "发文日期", "日期"])
    let issuer = table.column(["发文单位", "印发单位", "发文机关", "制发单位"])
    for (row, output) in rows.same {
      result.recognise("ledgerRows", "与台账对照的表格行", 1)
      let known = outputs[output]
      compare(table, row, number, known.documentNumber, "文号", places.place(of: output, "文号"), file, &result) {
        DetailsAgainstLedgerCheck.bare($0) == DetailsAgainstLedgerCheck.bare($1)
      }
      compare(table, row, issuer, known.issuer, "发文单位", places.place(of: output, "发文单位"), file, &result) {
        $0 == $1
      }
      if let stated = known.issueDate {
        compare(table, row, date, stated.chinese, "印发日期", places.place(of: output, "印发日期"), file, &result) {
          written, _ in
          guard case .date(let date) = PartialDate.read(written) else { return true }
          return date == stated || date.day == nil && date.year == stated.year && date.month == stated.month
        }
      }
    }
    let told = Set((rows.same + rows.near).map(\.item))
    let missing = outputs.indices.filter { !told.contains($0) }
    // A list of all that was issued, shorter than the ledger's by one in three at most.
    if told.count == table.body.count, !missing.isEmpty, missing.count * 3 <= outputs.count,
      isOfAll(table, match)
    {
      result.report(
        table.place(table.body.upperBound - 1, name, in: file),
        "表里少了台账的制度性成果\(missing.map { "“\(outputs[$0].title)”" }.joined(separator: "、"))", "请补上漏列的文件",
        severity: .warning, related: [.init(places.place(of: missing[0], "名称"), "台账在这里")])
    }
    for (row, output) in rows.near {
      result.report(
        table.place(row, name, in: file), "\(table.text(row, name))与台账的“\(outputs[output].title)”不一致",
        "请核对名称，以正式印发的为准",
        related: [.init(places.place(of: output, "名称"), "台账在这里")])
    }
  }

  /// 附件1 2023年制度性文件目录 right over a table.
  private func isOfAll(_ table: TextTable, _ match: LedgerMatch) -> Bool {
    let blocks = match.draft.text.source.blocks
    guard let block = blocks.firstIndex(of: table.block), block > 0 else { return false }
    let title = blocks[block - 1].text
    return title.containsAny(["目录", "清单", "汇总表", "一览表", "成果表"])
      && !title.containsAny(["部分", "主要", "代表", "节选", "重点"])
  }

  /// 一业一证 of “一业一证”扩面.
  private static func quoted(_ name: String) -> Substring? {
    guard let open = name.firstIndex(of: "“"), let close = name[open...].firstIndex(of: "”") else {
      return nil
    }
    return name[name.index(after: open)..<close]
  }

  private func tasks(
    _ table: TextTable, _ name: Int, _ match: LedgerMatch, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let tasks = places.tasks
    guard !tasks.isEmpty else { return }
    let file = match.draft.text.source.file
    let rows = Rows(table, name, tasks.map(\.task.name)) { FigureTable.core($0) }
    let status = table.column(["完成情况", "状态", "进展状态", "完成状态"])
    let unit = table.column(["牵头单位", "责任单位", "主要责任单位"])
    let due = table.column(["完成时限", "时限", "完成期限", "计划完成时间"])
    missing(table, name, Set(rows.same.map(\.item)).union(rows.near.map(\.item)), match, places, &result)
    for (row, task) in rows.same {
      result.recognise("ledgerRows", "与台账对照的表格行", 1)
      let item = tasks[task]
      let term = LastYear.date(table.text(row, due))
      if let month = term?.month, case .date(let known)? = item.task.deadline?.meaning,
        let least = known.month,
        (term?.year, month) != (known.year, least), !isPutOff(item.task, to: term)
      {
        compare(table, row, due, known.chinese, "完成时限", places.place(item.path, "完成时限"), file, &result) {
          _, _ in false
        }
      }
      compare(table, row, unit, item.task.leadUnit, "牵头单位", places.place(item.path, "牵头单位"), file, &result) {
        $0.contains($1) || $1.contains($0)
      }
      TableDelay(table: table, row: row, name: name, task: item, match: match, places: places).check(&result)
      guard let known = item.task.status?.kind, let status else { continue }
      let written = FigureTable.core(table.text(row, status))
      guard let meant = TaskStatus(wording: written).kind, meant != known
      else { continue }
      result.report(
        table.place(row, status, in: file), "“\(table.text(row, name))”的状态与台账不一致：台账是\(known.rawValue)",
        "请核对文稿和台账",
        related: [.init(places.place(item.path, "状态"), "台账在这里")])
    }
    for (row, task) in rows.near {
      // 跨境电商海外仓 for 推进跨境电商海外仓布局, “一业一证”扩面 for 推行“一业一证”: shortened, not another name.
      let (told, own) = (FigureTable.core(table.text(row, name)), FigureTable.core(tasks[task].task.name))
      if told.count >= 4, own.contains(told) {
        TableDelay(table: table, row: row, name: name, task: tasks[task], match: match, places: places)
          .check(&result)
        continue
      }
      if let quoted = Self.quoted(told), quoted.count >= 4, Self.quoted(own) == quoted { continue }
      result.report(
        table.place(row, name, in: file), "“\(table.text(row, name))”与台账的“\(tasks[task].task.name)”不一致",
        "请核对任务名称",
        severity: .warning, related: [.init(places.place(tasks[task].path, "名称"), "台账在这里")])
    }
  }

  /// Whether a date is the one to which a task was put off.
  private func isPutOff(_ task: ReformTask, to date: PartialDate?) -> Bool {
    guard case .date(let until)? = task.delay?.until?.meaning, let date else { return false }
    return (until.year, until.month) == (date.year, date.month)
  }

  /// 全部8项列表如下 over seven of the ledger's eight tasks.
  private func missing(
    _ table: TextTable, _ name: Int, _ told: Set<Int>, _ match: LedgerMatch, _ places: LedgerPlaces,
    _ result: inout CheckResult
  ) {
    let tasks = places.tasks
    let missing = tasks.indices.filter { !told.contains($0) }
    guard !missing.isEmpty, missing.count * 4 <= tasks.count, told.count == table.body.count,
      let block = match.draft.text.source.blocks.firstIndex(of: table.block), block > 0,
      case let lead = match.draft.text.source.blocks[block - 1].text,
      lead.contains("\(tasks.count)项"), lead.containsAny(Self.listing)
    else { return }
    result.report(
      table.place(0, name, in: match.draft.text.source.file),
      "表前写\(tasks.count)项，表里少了台账的\(missing.map { "“\(tasks[$0].task.name)”" }.joined(separator: "、"))",
      "请补上漏列的任务",
      related: [.init(places.place(tasks[missing[0]].path, "名称"), "台账在这里")])
  }

  private static let listing = ["如下", "列表", "见表", "下表", "一览"]

  private func compare(
    _ table: TextTable, _ row: Int, _ column: Int?, _ known: String?, _ field: String, _ place: SourcePlace,
    _ file: String,
    _ result: inout CheckResult, _ agrees: (String, String) -> Bool
  ) {
    guard let column, let known, !known.isEmpty else { return }
    let written = table.text(row, column)
    if written.isEmpty || Self.blanks.contains(written) || agrees(written, known) { return }
    result.report(
      table.place(row, column, in: file), "\(field)与台账不一致：表里是\(written)，台账是\(known)", "请核对原件，改正其中一个",
      related: [.init(place, "台账在这里")])
  }

  private static let blanks: Set<String> = ["未载", "无", "—", "-", "/", "待填"]

  /// Which rows tell of which items of the ledger.
  private struct Rows {
    var same: [(row: Int, item: Int)] = []
    /// Rows whose name is nearly that of an item which no other row names.
    var near: [(row: Int, item: Int)] = []

    init(_ table: TextTable, _ column: Int, _ names: [String], key: (String) -> String) {
      let keys = names.map(key)
      var open: [Int] = []
      for row in table.body {
        let name = key(table.text(row, column))
        guard name.unicodeScalars.count >= 3 else { continue }
        let found = keys.indices.filter { keys[$0] == name }
        if found.count == 1 { same.append((row, found[0])) } else if found.isEmpty { open.append(row) }
      }
      let told = Set(same.map(\.item))
      for row in open {
        let likeness = NameLikeness(table.text(row, column))
        let scores = keys.indices.filter { !told.contains($0) }.map {
          ($0, NameLikeness(names[$0]).likeness(likeness))
        }
        if let best = scores.max(by: { $0.1 < $1.1 }), best.1 >= 60 { near.append((row, best.0)) }
      }
    }
  }
}
