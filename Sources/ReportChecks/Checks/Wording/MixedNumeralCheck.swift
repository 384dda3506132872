import ReportModel

/// 数字混写: one number written half in 汉字 and half in Arabic figures, or with a letter that looks like a figure.
struct MixedNumeralCheck: DraftCheck {
  let about = CheckDescription(
    "wording.mixed-numeral", .warning, "一个数里混进了汉字数字或字母",
    rationale: "“三4次”“二十8项”是改数时留下了半个旧数；“4O项”“l00%”把字母O、l当成了0和1，汇总时不会被当成数。“周一9时”“12345一体化”“高三12班”“A01”之类不算。",
    source: "GB/T 15835-2011,5；实务",
    triggering: [
      .draft("全年召开会议[[三4]]次，完成任务[[二十8]]项，印发文件[[3三]]份。"),
      .draft("食品、纺织产业园[[二个]]园区落地，共十二个。"),
      .draft("全年完成任务[[4O]]项，完成率[[l00]]%。"),
    ],
    silent: [
      .draft("周三9时召开会议，“十四五”2021年开局，高三12个班。12345一体化平台办件3万件，110三级联动。"),
      .draft("投入3亿5千万元，新增1千2百个。统一12345热线，5G基站40个，编号A01，型号X10。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let units = prose.units
    for range in twos(prose) {
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”的“二”应为“两”", "请改为“两”")
    }
    for index in units.indices.dropFirst() where Mark.isDigit(units[index]) != Mark.isDigit(units[index - 1])
    {
      guard prose.isRead(index), !prose.beginsParagraph(index) else { continue }
      guard let range = Mark.isDigit(units[index]) ? before(index, prose) : behind(index, prose) else {
        continue
      }
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”把两种写法混在一个数里", "请核对原数，统一写成阿拉伯数字")
    }
  }

  /// 二个园区: before a measure word the number two is 两.
  private func twos(_ prose: CheckProse) -> [Range<Int>] {
    prose.units.indices.dropFirst().dropLast(2).filter { index in
      prose.units[index] == Self.two && Self.counted.contains(prose.units[index + 1])
        && Mark.isHan(prose.units[index + 2]) && prose.isRead(index) && !prose.isQuoted(index)
        && !prose.isTitle(index) && !prose.beginsParagraph(index)
        && (Mark.isHan(prose.units[index - 1]) || prose.units[index - 1] == UInt16(ascii: ","))
        && !Self.beforeTwo.contains(prose.units[index - 1])
    }.map { $0..<$0 + 2 }
  }

  private static let (two, counted) = (Mark.word("二")[0], UnitSet("个座辆"))
  private static let beforeTwo = UnitSet("第初高其之零〇一二三四五六七八九十百千万亿")

  /// 二十8, l00: what leads into the figures that begin at a place.
  private func before(_ index: Int, _ prose: CheckProse) -> Range<Int>? {
    let units = prose.units
    let end = index + units[index...].prefix(while: Mark.isDigit).count
    if Self.letters.contains(units[index - 1]) {
      let stands =
        (index < 2 || Mark.isHan(units[index - 2])) && end < units.count
        && Self.behindFigures.contains(units[end])
      return stands ? index - 1..<end : nil
    }
    var start = index
    while start > 0, Self.numerals.contains(units[start - 1]), !prose.beginsParagraph(start) { start -= 1 }
    guard start < index, start == 0 || !Self.beforeNames.contains(units[start - 1]), end < units.count,
      Self.behindFigures.contains(units[end])
    else { return nil }
    return start..<end
  }

  /// 4O, 3三: what follows the one or two figures before a place.
  private func behind(_ index: Int, _ prose: CheckProse) -> Range<Int>? {
    let units = prose.units
    let isLetter = Self.letters.contains(units[index])
    guard isLetter || Self.ones.contains(units[index]), index + 1 < units.count,
      Self.behindFigures.contains(units[index + 1]) || isLetter && Mark.isDigit(units[index + 1])
    else { return nil }
    let start = index - units[..<index].reversed().prefix(while: Mark.isDigit).count
    guard index - start < 3,
      start == 0 || Mark.isHan(units[start - 1]) || Mark.clauseEnds.contains(units[start - 1])
    else { return nil }
    return start..<index + 1
  }

  private static let letters = UnitSet("OolI")
  private static let numerals = UnitSet("二三四五六七八九十")
  private static let ones = UnitSet("二三四五六七八九")
  private static let behindFigures = UnitSet("%项个件次家名人户条份万亿元场期批篇处套座所台辆公亩年月日天类部村")
  /// What ends with a numeral by right before figures: 周三9时, 初二12班.
  private static let beforeNames = UnitSet("周期初高星第大之其卫小双")
}
