import ReportModel

/// 待补: places that were left to be filled in.
struct PlaceholderCheck: Check {
  let about = CheckDescription(
    "wording.placeholder", .error, "留空待补的地方没有补上",
    rationale: "XX、**、××、□□、待补、……项、空括号、空着的年月日，都是起草时留下、定稿时必须补上的。“李某某”和“7×24”之类不算。",
    source: "实务",
    triggering: [
      .draft("全年出台制度性成果[[XX]]项，盘活低效用地[[××]]亩。"),
      .draft("召开会议[[**]]次，受理纠纷[[……]]项，整改率为[[()]]。"),
      .draft("各领域共[[（待补）]]个试点，于2022年[[ 月 日]]前完成。"),
    ],
    silent: [
      .draft("推出7×24小时服务，建立“1+7+X”平台，统筹做好N个应用……效果明显。"),
      .draft("（二）推进改革。全年共10项任务，2022年7月1日前完成。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var index = 0
    while index < prose.units.count {
      guard Self.firsts.contains(prose.units[index]), prose.isRead(index),
        let length = blank(at: index, prose.units), length > 0
      else {
        index += 1
        continue
      }
      let range = index..<index + length
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”还没有补上内容", "请补上实际内容，或删去这一处")
      index += length
    }
  }

  /// The length of what was left open at a place.
  private func blank(at index: Int, _ units: [UInt16]) -> Int? {
    switch units[index] {
    case Self.x, Self.smallX, Self.times, Self.star, Self.box, Self.circle, Self.hash, Self.underline:
      var end = index
      while end < units.count, units[end] == units[index] { end += 1 }
      guard end - index > 1 else { return nil }
      // A word of Latin letters is no blank.
      if Mark.isLetter(units[index]) {
        if end < units.count, Mark.isLetter(units[end]) { return nil }
        if index > 0, Mark.isLetter(units[index - 1]) { return nil }
      }
      return end - index
    case Self.open:
      let inner = Self.skipBlanks(index + 1, units)
      if inner < units.count, units[inner] == Self.close { return inner + 1 - index }
      for word in Self.wordsInBrackets where Self.has(word, at: inner, units) {
        var end = inner + word.count
        while end < units.count, end - index < 16, units[end] != Self.close { end += 1 }
        if end < units.count, units[end] == Self.close { return end + 1 - index }
      }
      return nil
    case Self.dots:
      var end = index
      while end < units.count, units[end] == Self.dots { end += 1 }
      return end < units.count && Self.counters.contains(units[end]) && end - index > 1 ? end - index : nil
    case Self.space:
      // 年 月 日 with nothing between.
      var end = Self.skipBlanks(index, units)
      guard index > 0, units[index - 1] == Self.year, end < units.count, units[end] == Self.month else {
        return nil
      }
      end = Self.skipBlanks(end + 1, units)
      return end < units.count && units[end] == Self.day ? end + 1 - index : nil
    default:
      return Self.words.first { Self.has($0, at: index, units) }?.count
    }
  }

  private static func skipBlanks(_ index: Int, _ units: [UInt16]) -> Int {
    var index = index
    while index < units.count, units[index] == space { index += 1 }
    return index
  }

  private static func has(_ word: [UInt16], at index: Int, _ units: [UInt16]) -> Bool {
    index + word.count <= units.count && units[index..<index + word.count].elementsEqual(word)
  }

  private static let (x, smallX, times) = (UInt16(ascii: "X"), UInt16(ascii: "x"), Mark.word("×")[0])
  private static let (star, box, circle) = (UInt16(ascii: "*"), Mark.word("□")[0], Mark.word("○")[0])
  private static let (hash, underline) = (UInt16(ascii: "#"), UInt16(ascii: "_"))
  private static let (open, close) = (UInt16(ascii: "("), UInt16(ascii: ")"))
  private static let (dots, space) = (Mark.word("…")[0], UInt16(ascii: " "))
  private static let (year, month, day) = (Mark.word("年")[0], Mark.word("月")[0], Mark.word("日")[0])
  private static let counters = UnitSet("项个件次条名家户人亩处所万亿%")
  private static let firsts = UnitSet(
    [x, smallX, times, star, box, circle, hash, underline, open, dots, space] + words.map { $0[0] })
  private static let words = ["待补充", "待补", "待填", "此处补充", "此处填写", "数据待定"].map(Mark.word)
  private static let wordsInBrackets = ["待", "此处", "请补", "请填", "补充数据", "补充内容"].map(Mark.word)
}

extension Mark {
  /// Whether a character is a Latin letter.
  static func isLetter(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }
}
