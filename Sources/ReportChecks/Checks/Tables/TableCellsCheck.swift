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
    for table in draft.tables.compactMap({ TextTable(draft.text.source.blocks[$0]) }) {
      if let column = table.column(["序号", "编号"]) { serials(table, column, file, &result) }
      for column in table.heads.indices
      where Self.dates.contains(where: { table.heads[column].hasSuffix($0) }) {
        for row in table.body where PartialDate.read(table.text(row, column)) == .impossible {
          result.report(table.place(row, column, in: file), "“\(table.text(row, column))”这个日期不存在", "请对照原件核实")
        }
      }
    }
  }

  private func serials(_ table: TextTable, _ column: Int, _ file: String, _ result: inout CheckResult) {
    let numbers = table.body.map { Int(table.text($0, column)) }
    let known = numbers.compactMap { $0 }
    // Mostly in a row, or it is no numbering.
    let sound = zip(known, known.dropFirst()).count { $1 == $0 + 1 || $1 == 1 }
    // 1, 2, 3, 3, 5; 6, 8, 8, 9: of one wrong number among many only that one is told.
    let misplaced = zip(known, 1...).count { $0 != $1 }
    guard known.count >= 3,
      sound * 3 >= (known.count - 1) * 2 || known.count - 1 - sound == 1 || misplaced == 1 && known.count > 3
    else { return }
    var last: Int?
    for (row, number) in zip(table.body, numbers) {
      guard let number else { continue }
      defer { last = misplaced == 1 ? (last ?? 0) + 1 : number }
      guard let last, number != last + 1, number != 1 else { continue }
      result.report(
        table.place(row, column, in: file),
        number == last ? "表内序号重复：\(number)" : "表内序号不相连：\(last)之后是\(number)",
        "请核对是漏了一行还是写错序号")
    }
  }

  private static let dates = ["日期", "时间", "时限"]
}
