import ReportModel

/// 衍字: a character left over between 的 and a figure.
struct StrayCharacterCheck: DraftCheck {
  let about = CheckDescription(
    "wording.stray-character", .warning, "“的”和数字之间多了一个字",
    rationale: "改句子时前面词里的字留了下来，例如“下放的下15项”。“的第3项”“的前10名”之类不算。",
    source: "实务",
    triggering: [.draft("承接好市下放的[[下]]15项行政权力事项。")],
    silent: [.draft("承接好市下放的15项权力事项，排在全省的前10名，第一批的第3项已完成。")])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose, prose.units.count > 6 else { return }
    let units = prose.units
    for index in 4..<units.count - 2 where units[index] == Mark.of && Mark.isDigit(units[index + 2]) {
      let stray = units[index + 1]
      guard Mark.isHan(stray), !Self.beforeFigures.contains(stray), prose.isRead(index),
        units[index - 4..<index].contains(stray), !units[index - 4..<index].contains(where: prose.endsClause)
      else { continue }
      let range = index + 1..<index + 2
      result.report(
        draft.text.place(range), "“的”和数字之间的“\(draft.text.string(range))”疑为多余的字", "如属多余，请删去", replacement: "")
    }
  }

  private static let beforeFigures = UnitSet("第前后近约超达共首满每各仅逾上中至在以为是有")
}

extension CheckProse {
  /// Whether a character ends a clause.
  func endsClause(_ unit: UInt16) -> Bool { Mark.clauseEnds.contains(unit) }
}
