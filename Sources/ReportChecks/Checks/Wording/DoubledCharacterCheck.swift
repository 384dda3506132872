import ReportModel

/// 叠字: a character or a mark typed twice.
struct DoubledCharacterCheck: Check {
  let about = CheckDescription(
    "wording.doubled-character", .warning, "同一个字或标点连着出现两次",
    rationale:
      "多打一个字是最常见的笔误。本来就叠的词（层层、牢牢），以及前一个词的末字恰好是后一个词首字的（小组组长、就业业务），按 Templates/wording.yaml 的“叠词”“词界”放过。",
    source: "实务",
    triggering: [
      .draft("打破原[[有有]]一个单位只负责一个村的局限。"),
      .draft("持续深化改[[革革]]任务落实，推动[[工工]]作见效[[。。]]"),
    ],
    silent: [
      .draft("严格落实专项小组组长责任，层层传导压力，牢牢守住底线。"),
      .draft("推动就业创业创新，坚持实事求是，区委委员、街道道路、管理理念都有提升……"),
      .draft("在明光路街街道，全区区属企业、该区区委都作出安排。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let units = prose.units
    guard units.count > 1 else { return }
    var pairs = 0
    for index in 1..<units.count where units[index] == units[index - 1] {
      let unit = units[index]
      guard prose.isRead(index), !prose.beginsParagraph(index) else { continue }
      let range = index - 1..<index + 1
      if Mark.isHan(unit) {
        pairs += 1
        // Without the word lists nothing tells a slip from a word.
        if input.terms.boundaries.isEmpty || isWord(range, prose, input.terms) { continue }
      } else if !Mark.neverDoubled.contains(unit) {
        continue
      }
      let text = draft.text.string(index..<index + 1)
      result.report(
        draft.text.place(range), "“\(text)”连着出现两次", "如属多打，请删去一个", replacement: text)
    }
    result.recognise("doubledCharacters", "叠字", pairs)
  }

  private func isWord(_ pair: Range<Int>, _ prose: CheckProse, _ terms: CheckTerms) -> Bool {
    let units = prose.units
    for start in max(0, pair.lowerBound - 3)...pair.lowerBound {
      if start + terms.reduplications.longest(at: start, in: units) >= pair.upperBound { return true }
    }
    // 实实在在: two pairs side by side are one word.
    for other in [pair.lowerBound - 2, pair.upperBound] where other >= 0 && other + 1 < units.count {
      if units[other] == units[other + 1], Mark.isHan(units[other]), units[other] != units[pair.lowerBound] {
        return true
      }
    }
    guard let words = terms.boundaries[units[pair.lowerBound]] else { return false }
    let begins = prose.hasAny(words.beginnings, at: pair.lowerBound + 1)
    let ends = prose.hasAny(words.endings, before: pair.lowerBound + 1)
    // A place name ends with its kind (…路街, …新区): no list holds them all.
    return begins && (ends || Mark.placeKinds.contains(units[pair.lowerBound]))
  }
}

extension Mark {
  static let numerals = UnitSet("〇零一二三四五六七八九十百千万亿两")
  fileprivate static let neverDoubled = UnitSet(",。、；：")
  fileprivate static let placeKinds = UnitSet("省市区县乡镇村街路")
}
