import Foundation
import ReportModel

/// 据表而言: what the prose around a table reads out of it: the highest, differences, means, sums and shares of its rows.
struct TableTellingCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.table-telling", .error, "正文据表说的最高最低、相差、平均、合计、占比与表格不符",
    rationale:
      "表格前后几段写到表中各行时，“甲镇最多”“比乙镇多N个”“N个镇平均”“甲、乙合计N”“甲、乙之和占N%”“延期的分别属于甲、乙”、按季度或者单位分类的件数，都按表中的数核对。正文没有写明是哪一栏、表中又不止一栏数字的，不核对。",
    source: "实务",
    triggering: [
      .draft("信用村创建，[[甲河镇]]最多。\n\n| 镇街 | 信用村数 |\n|---|---|\n| 甲河镇 | 14 |\n| 乙山镇 | 19 |\n| 丙湖街道 | 6 |"),
      .draft(
        "| 年份 | 新增学位 |\n|---|---|\n| 2021 | 1500 |\n| 2022 | 1860 |\n| 2023 | 2140 |\n\n2023年新增学位2140个，比2022年多[[380个]]。"
      ),
      .draft(
        "| 季度 | 新登记户数 |\n|---|---|\n| 一季度 | 1120 |\n| 二季度 | 1340 |\n| 三季度 | 1260 |\n| 四季度 | 1080 |\n\n四个季度平均新登记[[1250户]]。"
      ),
      .draft(
        "甲系统与乙系统任务数之和占全部任务的[[45%]]。\n\n| 牵头 | 任务数 |\n|---|---|\n| 甲系统 | 12 |\n| 乙系统 | 8 |\n| 丙系统 | 20 |"),
      .draft(
        "| 领域 | 任务 | 延期 |\n|---|---|---|\n| 经济 | 16 | 1 |\n| 社会 | 13 | 1 |\n| 法治 | 7 | 0 |\n\n延期的2项分别属于经济、[[法治]]领域。"
      ),
      .draft(
        "3项主要指标[[全部实现增长]]。\n\n| 指标 | 2025年 | 2024年 | 增减 |\n|---|---|---|---|\n| 投资（亿元） | 126.4 | 118.0 | +7.1% |\n| 进出口（亿元） | 72.2 | 76.0 | -5.0% |\n| 外资（万美元） | 9240 | 8400 | +10.0% |"
      ),
      .draft(
        "出台文件4件，按印发时间分，[[一季度1件、二季度3件]]。\n\n| 文件名称 | 印发日期 |\n|---|---|\n| 甲办法 | 2025年2月 |\n| 乙办法 | 2025年3月 |\n| 丙方案 | 2025年4月 |\n| 丁细则 | 2025年6月 |"
      ),
      .draft(
        "延期3项，[[延至2026年上半年的1项、下半年的2项]]。\n\n| 任务名称 | 延期原因 | 延至 |\n|---|---|---|\n| 甲改革 | 方案未批 | 2026年3月 |\n| 乙改革 | 资金未到 | 2026年6月 |\n| 丙改革 | 用地未定 | 2026年9月 |"
      ),
    ],
    silent: [
      .draft(
        "出台文件4件，按印发时间分，一季度2件、二季度2件。4项任务中，一季度完成1项、二季度完成3项。\n\n| 文件名称 | 印发日期 |\n|---|---|\n| 甲办法 | 2025年2月 |\n| 乙办法 | 2025年3月 |\n| 丙方案 | 2025年4月 |\n| 丁细则 | 2025年6月 |"
      ),
      .draft(
        "除进出口外，主要指标全部实现增长。\n\n| 指标 | 2025年 | 2024年 | 增减 |\n|---|---|---|---|\n| 投资（亿元） | 126.4 | 118.0 | +7.1% |\n| 进出口（亿元） | 72.2 | 76.0 | -5.0% |\n| 外资（万美元） | 9240 | 8400 | +10.0% |"
      ),
      .draft("甲河镇面积最大，乙山镇最多。\n\n| 镇街 | 信用村数 |\n|---|---|\n| 甲河镇 | 14 |\n| 乙山镇 | 19 |\n| 丙湖街道 | 6 |"),
      .draft(
        "| 年份 | 新增学位 |\n|---|---|\n| 2021 | 1500 |\n| 2022 | 1860 |\n| 2023 | 2140 |\n\n2023年新增学位比2022年多280个，增长15.1%。"
      ),
      .draft(
        "甲系统与乙系统任务数之和占全部任务的50%，丙系统最多。\n\n| 牵头 | 任务数 |\n|---|---|\n| 甲系统 | 12 |\n| 乙系统 | 8 |\n| 丙系统 | 20 |"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study else { return }
    for table in study.draft.textTables {
      for miss in CountedSheet(table).misses(study.page) {
        result.report(
          study.draft.text.place(miss.place), "与表格“\(miss.head)”一栏不符：表中是\(miss.held)", "请核对正文和表格，改正写错的一个",
          related: [.init(table.place(0, 0, in: study.draft.text.source.file), "表格在这里")])
      }
    }
    for table in study.tables {
      guard let telling = TableTelling(table, study.page) else { continue }
      let text = study.draft.text
      for miss in telling.misses {
        result.report(
          text.place(miss.place), "与表格不符：\(miss.message)", "请核对正文和表格，改正写错的一个",
          related: miss.cells.map {
            .init(
              table.place($0.row, $0.column, in: text.source.file), "表中是“\(table.text($0.row, $0.column))”")
          })
      }
      result.recognise("tableTellings", "据表核对的说法", telling.verified + telling.misses.count)
    }
  }
}
