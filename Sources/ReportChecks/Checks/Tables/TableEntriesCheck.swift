import ReportModel

/// 表内各栏: entries of a row that contradict one another, or that one row lacks where all others have them.
struct TableEntriesCheck: DraftCheck {
  let about = CheckDescription(
    "structure.table-entries", .error, "表格一行里各栏的内容互相矛盾，或者漏填",
    rationale:
      "先后两栏（启动与完成、原时限与新时限、审议与印发）的时间要按先后排；状态栏与备注、完成率等栏不能互相否定；单位栏与人员栏不能填反；同一次会议只有一个日期；延期任务表里别的行都填了的原因、新时限，不能有一行空着。",
    source: "实务",
    triggering: [
      .draft(
        "| 事项 | 启动时间 | 完成时限 |\n|---|---|---|\n| 甲改革 | 2024年1月 | 2024年6月 |\n| 乙改革 | 2024年4月 | [[2024年2月]] |"),
      .draft(
        "| 任务 | 状态 | 备注 |\n|---|---|---|\n| 甲改革 | 已完成 | 7月定稿 |\n| 乙改革 | [[已完成]] | 听证未通过，延至2025年4月 |"),
      .draft(
        "| 延期任务 | 延期原因 | 延至 |\n|---|---|---|\n| 甲改革 | 方案未批复 | 2024年7月 |\n| [[乙改革]] | 资料缺失 | |\n| 丙改革 | 资金未到位 | 2024年9月 |"
      ),
      .draft(
        "| 指标 | 2024年 | 2025年 | 变化 |\n|---|---|---|---|\n| 审批用时（个工作日） | 24 | 15 | 缩短37.5% |\n| 民间投资占比（%） | [[58.3]] |  | 提高2.8个百分点 |\n| 转贷资金（亿元） | 6.40 | 8.32 | 增长30.0% |"
      ),
      .draft(
        "| 名称 | 责任单位 | 牵头领导 |\n|---|---|---|\n| 甲改革 | 区住建局 | 分管副区长 |\n| 乙改革 | [[分管副区长]] | 区公安局 |"),
      .draft(
        "| 议题 | 审议会议 | 审议日期 |\n|---|---|---|\n| 甲方案 | 第4次会议 | 2024-06-05 |\n| 乙方案 | 第4次会议 | [[2024-07-05]] |"),
      .draft(
        "2024年改革工作总结\n| 任务 | 完成时限 |\n|---|---|\n| 甲改革 | 2024年6月 |\n| 乙改革 | [[2023年9月]] |\n| 丙改革 | 2024年7月 |\n| 丁改革 | 2024年11月 |"
      ),
    ],
    silent: [
      .draft(
        "| 指标 | 2024年 | 2025年 | 变化 |\n|---|---|---|---|\n| 审批用时（个工作日） | 24 | 15 | 缩短37.5% |\n| 数据产品（个） |  | 45 | 新增指标 |\n| 试点（个） | 3 | — | — |\n| 转贷资金（亿元） | 6.40 | 8.32 | 增长30.0% |"
      ),
      .draft(
        "2024年改革工作总结\n| 任务 | 完成时限 |\n|---|---|\n| 甲改革 | 2024年6月 |\n| 上年结转的乙改革 | 2023年9月 |\n| 丙改革 | 2024年7月 |\n| 丁改革 | 2025年1月 |"
      ),
      .draft(
        "| 事项 | 启动时间 | 完成时限 |\n|---|---|---|\n| 甲改革 | 2024年1月 | 2024年6月 |\n| 乙改革 | 2024年4月 | 2025年2月 |\n| 丙改革 | 3月 | 年底 |"
      ),
      .draft(
        "| 任务 | 状态 | 备注 |\n|---|---|---|\n| 甲改革 | 已完成 | 原延至2024年4月，提前办结 |\n| 乙改革 | 推进中 | 已完成初稿，正在征求意见 |"),
      .draft(
        "| 任务 | 完成时限 | 延期原因 | 延至 |\n|---|---|---|---|\n| 甲改革 | 2024年6月 | | |\n| 乙改革 | 2024年6月 | 资料缺失 | 2024年9月 |"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft else { return }
    let file = draft.text.source.file
    for table in draft.textTables {
      dates(table, file, &result)
      states(table, file, &result)
      blanks(table, file, &result)
      lacking(table, file, &result)
      years(table, draft, &result)
      people(table, file, &result)
      meetings(table, file, &result)
    }
  }

  /// 启动时间 | 完成时限: the later column holds the later date. One row may be wrong; where more are, the columns mean
  /// something else.
  private func dates(_ table: TextTable, _ file: String, _ result: inout CheckResult) {
    for order in Self.orders {
      guard let first = table.heads.firstIndex(where: { order.isFirst($0) }),
        let last = table.heads.firstIndex(where: { order.isLast($0) && !order.isFirst($0) })
      else { continue }
      let wrong = table.body.filter { row in
        guard let start = DaySpan(table.text(row, first)), let end = DaySpan(table.text(row, last)) else {
          return false
        }
        return start.isAfter(end) || order.isMove && start == end
      }
      guard wrong.count == 1 || order.isMove else { continue }
      for row in wrong {
        result.report(
          table.place(row, last, in: file),
          "“\(table.heads[last])”\(table.text(row, last))不晚于“\(table.heads[first])”\(table.text(row, first))",
          "请核对这一行的两个时间", related: [.init(table.place(row, first, in: file), "先后在这里")])
      }
    }
  }

  /// 状态 已完成 beside 延至…, or beside a rate below 100%; 推进中 beside 已全部完成.
  private func states(_ table: TextTable, _ file: String, _ result: inout CheckResult) {
    guard let column = table.stateColumn else { return }
    for row in table.body {
      guard let state = TaskState(table.text(row, column)) else { continue }
      for other in table.heads.indices where other != column {
        let (head, entry) = (table.heads[other], FigureTable.core(table.text(row, other)))
        guard !entry.isEmpty, !head.containsAny(Self.unasked),
          state.isDenied(by: entry, under: head)
        else { continue }
        result.report(
          table.place(row, column, in: file),
          "“\(head)”写“\(table.text(row, other))”，“\(table.heads[column])”却写“\(table.text(row, column))”",
          "请核对这一行，改正写错的一栏", related: [.init(table.place(row, other, in: file), "不一致的在这里")])
        break
      }
    }
  }

  /// The one empty cell of a column of reasons or new deadlines in a table of delayed tasks.
  private func blanks(_ table: TextTable, _ file: String, _ result: inout CheckResult) {
    guard table.body.count >= 3 else { return }
    for column in table.heads.indices
    where table.heads[column].containsAny(Self.details) {
      let empty = table.body.filter { Self.isEmpty(table.text($0, column)) }
      guard empty.count == 1, let row = empty.first,
        let name = table.nameColumn
          ?? table.heads.indices.first(where: {
            $0 != column && table.text(row, $0).utf16.contains(where: Mark.isHan)
          })
      else { continue }
      result.report(
        table.place(row, name, in: file), "“\(table.heads[column])”只有“\(table.text(row, name))”没有填",
        "请补上，或写明为什么没有")
    }
  }

  /// The one empty cell of a column headed by a year, in a row that tells the other year or the change.
  private func lacking(_ table: TextTable, _ file: String, _ result: inout CheckResult) {
    let years = table.heads.indices.filter { column in
      ["上年", "本年", "去年", "今年"].contains(table.heads[column])
        || table.heads[column].count == 5 && Self.year(table.heads[column]) != nil
          && table.heads[column].hasSuffix("年")
    }
    guard years.count > 1, table.body.count >= 3 else { return }
    for column in years where column > 0 {
      let empty = table.body.filter { table.text($0, column).isEmpty }
      guard empty.count == 1, let row = empty.first, column < table.rows[row].count,
        table.body.allSatisfy({
          $0 == row || table.text($0, column).unicodeScalars.first.map(Self.isDigit) ?? false
        }),
        // 增加27个 beside it: there is something to compare.
        years.allSatisfy({ $0 == column || !Self.isEmpty(table.text(row, $0)) }),
        case let changes = table.heads.indices.filter({ $0 > years[0] && !years.contains($0) }),
        !changes.isEmpty,
        changes.allSatisfy({ table.text(row, $0).unicodeScalars.contains(where: Self.isDigit) })
      else { continue }
      result.report(
        table.place(row, column - 1, in: file), "“\(table.text(row, 0))”的“\(table.heads[column])”一栏空着",
        "请补上漏填的数")
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// 完成时限 2022年9月 among those of 2023: the one that is of a year before the report's.
  private func years(_ table: TextTable, _ draft: Draft, _ result: inout CheckResult) {
    guard draft.articles.count == 1, let year = draft.articles[0].year else { return }
    for column in table.heads.indices
    where table.heads[column].hasAnySuffix(Self.deadlines) && !table.heads[column].contains("原") {
      let told = table.body.compactMap { row in Self.year(table.text(row, column)).map { (row, $0) } }
      let early = told.filter { $0.1 < year }
      guard early.count == 1, told.count >= 4, told.count(where: { $0.1 == year }) == told.count - 1,
        case let row = early[0].0, case let words = table.rows[row].joined(),
        !words.containsAny(["上年", "去年", "结转", "延期", "延至"])
      else { continue }
      result.report(
        table.place(row, column, in: draft.text.source.file),
        "“\(table.heads[column])”\(table.text(row, column))在报告年度\(year)年之前，其他各行都在\(year)年", "请核对这一行的年份",
        severity: .warning)
    }
  }

  /// 2023 of 2023年9月, 2023-09, 2023.9.
  private static func year(_ text: String) -> Int? {
    guard text.count >= 5, let year = Int(text.prefix(4)), (1990...2100).contains(year) else { return nil }
    return year
  }

  /// 责任单位 | 牵头领导: an office among the people, and a person among the offices.
  private func people(_ table: TextTable, _ file: String, _ result: inout CheckResult) {
    guard let unit = table.heads.firstIndex(where: { $0.hasAnySuffix(Self.units) }),
      let person = table.heads.firstIndex(where: { $0.hasAnySuffix(Self.persons) })
    else { return }
    for row in table.body {
      let (office, name) = (table.text(row, unit), table.text(row, person))
      guard !office.isEmpty, Self.isOffice(name), !Self.isOffice(office),
        table.body.contains(where: { Self.isOffice(table.text($0, unit)) })
      else { continue }
      result.report(
        table.place(row, unit, in: file),
        "“\(table.heads[unit])”写的是“\(office)”，“\(table.heads[person])”写的是“\(name)”，两栏填反了",
        "请把两栏内容对调")
    }
  }

  /// One meeting on one day.
  private func meetings(_ table: TextTable, _ file: String, _ result: inout CheckResult) {
    guard let meeting = table.heads.firstIndex(where: { $0.hasSuffix("会议") || $0.hasSuffix("会次") }),
      let date = table.heads.firstIndex(where: { head in head.containsAny(Self.days) })
    else { return }
    var known: [String: Int] = [:]
    for row in table.body {
      let name = table.text(row, meeting)
      guard name.contains("次"), let day = DaySpan(table.text(row, date)) else { continue }
      guard let first = known[name] else {
        known[name] = row
        continue
      }
      guard let other = DaySpan(table.text(first, date)), day.isAfter(other) || other.isAfter(day) else {
        continue
      }
      result.report(
        table.place(row, date, in: file),
        "“\(name)”有两个日期：\(table.text(first, date))和\(table.text(row, date))",
        "请核对会议次数和日期", related: [.init(table.place(first, date, in: file), "前面写在这里")])
    }
  }

  /// Columns of times in the order in which things happen.
  private struct Order {
    var first: [String]
    var last: [String]
    /// Whether the later one must differ: a postponement.
    var isMove = false

    func isFirst(_ head: String) -> Bool { Self.isTime(head) && head.containsAny(first) }
    func isLast(_ head: String) -> Bool { head.containsAny(last) }
    private static func isTime(_ head: String) -> Bool {
      head.hasAnySuffix(["时间", "时限", "日期", "期限", "年月"])
    }
  }

  private static let orders = [
    Order(
      first: ["启动", "开工", "开始", "立项", "受理", "动工", "起始"],
      last: ["完成时", "完成日", "完成期", "办结", "竣工", "完工", "结束", "验收", "终止时", "截止"]),
    Order(
      first: ["原时", "原定", "原完成", "原计划", "原期", "原要求"],
      last: ["新时", "新完成", "新期", "延至", "延期至", "延期到", "延期时", "延期完成", "延期期", "调整后", "现时限", "拟完成", "变更后"],
      isMove: true),
    Order(first: ["审议", "通过", "审定"], last: ["印发", "出台", "发布", "发文", "施行", "实施", "生效"]),
    Order(first: ["印发", "出台", "发布", "发文"], last: ["施行", "实施日", "实施时", "生效", "执行日", "执行时"]),
  ]
  private static let unasked = ["名称", "任务", "事项", "项目", "原", "问题", "下一步", "单位", "目标"]
  private static let details = Mark.texts("延期原因 延期理由 未完成原因 延至 延期至 延期到 延期时限 新时限 新完成时限 调整后时限 调整后完成时限")
  private static let deadlines = ["完成时限", "完成时间", "完成期限", "办结时限", "计划完成"]
  private static let units = ["单位", "部门"]
  private static let persons = ["领导", "负责人", "责任人", "联系人", "姓名", "牵头人"]
  private static let days = ["审议日期", "审议时间", "会议日期", "会议时间", "召开日期", "召开时间"]
  private static let offices = ["局", "委", "办", "厅", "院", "街道", "镇", "中心", "公司", "政府", "部门", "办公室", "委员会"]

  private static func isOffice(_ text: String) -> Bool { text.hasAnySuffix(offices) }
  private static func isEmpty(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "-—/、 ".unicodeScalars.contains($0) }
  }
}
