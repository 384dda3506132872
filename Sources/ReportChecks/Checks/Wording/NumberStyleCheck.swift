import ReportModel

/// 数字用法: ways of writing figures that the standard advises against, told once.
struct NumberStyleCheck: DraftCheck {
  let about = CheckDescription(
    "wording.number-style", .note, "数字写法不规范",
    rationale: "年份不写成两位或夹用阿拉伯数字0，日期的月日不补零。全文只提示一次。",
    source: "GB/T 15835-2011,5.1.2;GB/T 9704-2012,7.3.5.4",
    triggering: [
      .draft("本办法自二[[0]]二一年起施行。"),
      .draft("2021年[[05]]月20日印发实施方案。"),
    ],
    silent: [.draft("2021年5月20日印发实施方案，自二〇二一年起施行，完成率100%。")])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var places: [Range<Int>] = []
    let units = prose.units
    for index in units.indices.dropFirst() where units[index] == Self.zero && prose.isRead(index) {
      guard index + 1 < units.count else { break }
      if Self.numerals.contains(units[index - 1]), Self.numerals.contains(units[index + 1]) {
        places.append(index..<index + 1)
      } else if Self.dateMarks.contains(units[index - 1]), Mark.isDigit(units[index + 1]),
        index + 2 < units.count,
        Self.dateMarks.contains(units[index + 2])
      {
        places.append(index..<index + 2)
      }
    }
    guard let first = places.first else { return }
    result.report(
      draft.text.place(first), "数字写法不规范，共\(places.count)处，这是第一处", "年份用“〇”或全用阿拉伯数字；月、日前不补零")
  }

  private static let zero = UInt16(ascii: "0")
  private static let numerals = UnitSet("一二三四五六七八九十")
  private static let dateMarks = UnitSet("年月日")
}
