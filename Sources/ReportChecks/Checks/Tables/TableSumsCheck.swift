import ReportModel

/// 表内数字: totals, sums and rates inside a table of the draft.
struct TableSumsCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.table", .error, "表格里的合计、分项或比率对不上",
    rationale: "合计、小计行与所计的各行相加核对；合计栏与各分项栏、一栏等于另几栏之和、完成率等比率，按表中多数行成立的关系核对其余各行。序号、排名、文号、同比等不能相加的栏不加。",
    source: "实务",
    triggering: [
      .draft(
        "| 领域 | 任务数 | 完成数 |\n|---|---|---|\n| 经济 | 10 | 9 |\n| 文化 | 5 | 5 |\n| 社会 | 7 | 6 |\n| 合计 | [[23]] | 20 |"
      ),
      .draft(
        "| 单位 | 任务数 | 完成 | 延期 |\n|---|---|---|---|\n| 甲局 | 10 | 9 | 1 |\n| 乙局 | 5 | 3 | 2 |\n| 丙局 | [[9]] | 6 | 1 |\n| 丁局 | 4 | 3 | 1 |"
      ),
      .draft(
        "| 单位 | 任务数 | 完成数 | 完成率 |\n|---|---|---|---|\n| 甲局 | 10 | 9 | 90% |\n| 乙局 | 5 | 3 | 60% |\n| 丙局 | 8 | 6 | [[80%]] |\n| 丁局 | 4 | 3 | 75% |"
      ),
      .draft(
        "| 街道 | 一季度 | 二季度 | 合计 |\n|---|---|---|---|\n| 甲街道 | 3 | 4 | 7 |\n| 乙街道 | 5 | 6 | [[12]] |\n| 丙街道 | 2 | 2 | 4 |"
      ),
      .draft(
        "| 指标 | 上年 | 本年 | 增减 |\n|---|---|---|---|\n| 办事环节（个） | 12 | 7 | 减少5个 |\n| 申报材料（份） | 15 | 9 | [[减少7份]] |\n| 办理时限（天） | 20 | 8 | 压缩60% |"
      ),
      .draft(
        "| 指标 | 2024年 | 2025年 | 变化 |\n|---|---|---|---|\n| 审批用时（个工作日） | 24 | 15 | 缩短37.5% |\n| 数据产品（个） | 16 | 45 | [[增加27个]] |\n| 转贷资金（亿元） | 6.40 | 8.32 | [[增长23.1%]] |"
      ),
      .draft(
        "| 资金来源 | 金额（万元） | 占比 |\n|---|---|---|\n| 中央 | 4800 | 60.0% |\n| 省级 | 2400 | [[33.0%]] |\n| 市级 | 800 | 10.0% |\n| 合计 | 8000 | 100% |"
      ),
      .draft(
        "| 设备 | 数量（台） | 单价（元） | 金额（万元） |\n|---|---|---|---|\n| 甲 | 20 | 1500 | 3 |\n| 乙 | 4 | 50000 | [[25]] |\n| 丙 | 10 | 3000 | 3 |"
      ),
      .draft(
        "| 年份 | 期初数 | 新增 | 退出 | 期末数 |\n|---|---|---|---|---|\n| 2022年 | 120 | 30 | 5 | 145 |\n| 2023年 | [[154]] | 25 | 10 | 160 |"
      ),
    ],
    silent: [
      .draft(
        "| 镇 | 村数（个） | 收入（万元） | 村均（万元） |\n|---|---|---|---|\n| 东礁镇 | 18 | 1620 | 90 |\n| 南屏镇 | 22 | 1760 | 80 |\n| 合计 | 40 | 3380 | 84.5 |"
      ),
      .draft(
        "| 领域 | 任务数 | 已完成 | 推进中 | 延期 |\n|---|---|---|---|---|\n| 管理 | 5 | 3 | 2 | 0 |\n| 环境 | 4 | 2 | 2 | 0 |\n| 要素 | 4 | 1 | 2 | 1 |\n| 创新 | 4 | 2 | 2 | 0 |"
      ),
      .draft(
        "| 指标 | 2022年 | 2023年 | 变化 |\n|---|---|---|---|\n| 全市排名 | 8 | 5 | 上升3位 |\n| 满意度 | 92.3% | 95.6% | 3.3 |\n| 投诉量 | 320 | 280 | -12.5% |"
      ),
      .draft(
        "| 指标 | 2021年 | 2022年 | 2023年 | 较2021年增长 |\n|---|---|---|---|---|\n| 主体（户） | 10000 | 12000 | 15000 | 50% |\n| 企业（家） | 50 | 60 | 80 | 60% |"
      ),
      .draft(
        "| 领域 | 任务数 | 完成数 | 完成率 |\n|---|---|---|---|\n| 经济 | 10 | 9 | 90% |\n| 文化 | 6 | 5 | 83.3% |\n| 合计 | 16 | 14 | 87.5% |"
      ),
      .draft(
        "| 序号 | 指标 | 2020年 | 2021年 |\n|---|---|---|---|\n| 1 | 生产总值 | 500 | 520 |\n| 2 | 税收 | 40 | 45 |\n| 3 | 人口 | 30 | 31 |"
      ),
      .draft("| 类别 | 数量 |\n|---|---|\n| 合计 | 12 |\n| 方案 | 7 |\n| 办法 | 5 |\n| 其中：试行 | 3 |"),
      .draft("| 单位 | 涉及任务 | 投入 |\n|---|---|---|\n| 甲局 | 3 | 20 |\n| 乙局 | 4 | 30 |\n| 全区先进 | 2 | 90 |"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study else { return }
    let file = study.draft.text.source.file
    var verified = 0
    var broken = 0
    var undecided = 0
    for table in study.tables {
      let found = TableRelations(table, among: study.page)
      verified += found.relations.count(where: \.holds)
      broken += found.relations.count { !$0.holds }
      undecided += found.undecided
      for fault in found.faults {
        result.report(
          table.place(fault.cell.row, fault.cell.column, in: file), "表中的数对不上：\(fault.arithmetic[0])",
          "请核对这一格和相关各格，改正写错的一个",
          explanation: fault.arithmetic.count > 1 ? fault.arithmetic.dropFirst().joined(separator: "；") : nil,
          related: fault.related.map {
            .init(
              table.place($0.row, $0.column, in: file), "这里写的是“\(table[$0.row, $0.column]?.printed ?? "")”")
          })
      }
    }
    result.recognise("tables", "表格", study.tables.count)
    result.recognise("relationsVerified", "核对无误的数量关系", verified)
    result.recognise("relationsBroken", "不成立的数量关系", broken)
    result.recognise("relationsUndecided", "无法判定的数量关系", undecided)
  }
}
