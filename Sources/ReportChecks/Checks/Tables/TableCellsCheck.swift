import ReportModel

/// 表内序号、日期: serial numbers that skip or repeat, dates that do not exist.
struct TableCellsCheck: DraftCheck {
  let about = CheckDescription(
    "structure.table", .error, "表格里序号跳号、重号，或者日期不存在",
    rationale: "“序号”“编号”栏里的整数应从1起逐行加1；每个部分可以重新从1起，空格、合计行跳过。日期栏里的日期要存在。",
    source: "实务",
    triggering: [
      .draft("| 序号 | 名称 |\n|---|---|\n| 1 | 甲办法 |\n| 2 | 乙办法 |\n| [[4]] | 丙办法 |\n| 5 | 丁办法 |"),
      .draft(
        "| 序号 | 名称 |\n|---|---|\n| 1 | 甲办法 |\n| 2 | 乙办法 |\n| [[2]] | 丙办法 |\n| 4 | 丁办法 |\n| 5 | 戊办法 |"),
      .draft("| 序号 | 名称 | 印发日期 |\n|---|---|---|\n| 1 | 甲办法 | 2021年5月6日 |\n| 2 | 乙办法 | [[2021年6月31日]] |"),
    ],
    silent: [
      .draft(
        "| 序号 | 名称 | 印发日期 |\n|---|---|---|\n| 1 | 甲办法 | 2021年5月6日 |\n| 2 | 乙办法 | 2021.6.30 |\n| 1 | 丙办法 | 5月 |\n| 2 | 丁办法 | |"
      ),
      .draft("| 编号 | 名称 |\n|---|---|\n| 经济-01 | 甲 |\n| 经济-03 | 乙 |"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft else { return }
    let file = draft.text.source.file
    for table in draft.textTables {
      if let column = table.column(["序号", "编号"]) { serials(table, column, file, &result) }
      for column in table.heads.indices
      where table.heads[column].hasAnySuffix(Self.dates) {
        for row in table.body where PartialDate.read(table.text(row, column)) == .impossible {
          result.report(table.place(row, column, in: file), "“\(table.text(row, column))”这个日期不存在", "请对照原件核实")
        }
      }
    }
  }

  private func serials(_ table: TextTable, _ column: Int, _ file: String, _ result: inout CheckResult) {
    let rows = table.body.compactMap { row in Int(table.text(row, column)).map { (row, $0) } }
    let steps = NumberRun.steps(rows.map(\.1))
    // Mostly in a row, or it is no numbering.
    let wrong = steps.count(where: \.isBreak)
    guard rows.count >= 3, wrong * 3 <= steps.count || wrong == 1 else { return }
    for (place, step) in steps.enumerated() where step.isBreak {
      let ((_, last), (row, number)) = (rows[place], rows[place + 1])
      result.report(
        table.place(row, column, in: file),
        step == .repeated ? "表内序号重复：\(number)" : "表内序号不相连：\(last)之后是\(number)",
        "请核对是漏了一行还是写错序号")
    }
  }

  private static let dates = ["日期", "时间", "时限"]
}
