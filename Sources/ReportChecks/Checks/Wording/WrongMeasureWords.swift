/// 量词错字: a character of the same sound where the measure word of a figure should stand, 86搜 for 86艘.
struct WrongMeasureWords {
  let prose: CheckProse

  struct Slip {
    let range: Range<Int>
    let right: String
  }

  /// Figures in digits whose measure word is no measure word, right before a mark or the noun that only the right one goes with.
  func find() -> [Slip] {
    let units = prose.units
    var slips: [Slip] = []
    for index in units.indices.dropFirst() where Mark.isDigit(units[index - 1]) && prose.isRead(index) {
      var end = index
      while end < units.count, Self.scales.contains(units[end]) { end += 1 }
      guard end + 1 < units.count, let right = Self.slips[units[end]], !prose.isTitle(end),
        !prose.isQuoted(end),
        Self.marks.contains(units[end + 1]) || prose.hasAny(Self.points, at: end + 1)
      else { continue }
      var start = index
      while start > 0, Mark.isDigit(units[start - 1]) || units[start - 1] == 0x2E { start -= 1 }
      // 第3任, 12向: what is numbered, and names of figures.
      guard start > 0, Mark.isHan(units[start - 1]), !Self.before.contains(units[start - 1]) else { continue }
      slips.append(Slip(range: start..<end + 1, right: right))
    }
    return slips
  }

  private static let scales = UnitSet("万亿余多")
  private static let marks = UnitSet(",。;、)")
  private static let before = UnitSet("第之")
  private static let points = [Mark.word("百分点")]
  /// What is typed, and the measure words meant. No character of the first column measures anything.
  private static let slips: [UInt16: String] = {
    var table: [UInt16: String] = [:]
    for (right, wrong) in [
      ("家", "佳加嘉价"), ("个", "各"), ("艘", "搜嗖"), ("项", "向相像象"), ("件", "见建键"), ("户", "护互沪"), ("人", "仁认"),
      ("处", "初除"), ("次", "此词"), ("名", "鸣明"), ("宗", "综踪"), ("亩", "母姆"), ("座", "做坐作"), ("条", "调"), ("批", "皮"),
      ("台", "抬"), ("套", "掏"), ("类", "累"), ("篇", "偏"), ("期", "其"), ("届", "界"), ("轮", "论"), ("倍", "被备"),
      ("栋", "动冻"),
      ("款", "宽"), ("级", "极"), ("册", "策"), ("株", "珠"), ("元", "原园"), ("吨", "顿"), ("辆", "亮"), ("所", "锁"),
      ("场", "厂"),
    ] {
      for unit in wrong.utf16 { table[unit] = right }
    }
    return table
  }()
}
