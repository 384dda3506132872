import ReportModel

/// 错字: spellings that are wrong wherever they stand.
struct MisspellingCheck: DraftCheck {
  let about = CheckDescription(
    "wording.misspelling", .warning, "错别字",
    rationale: "按 Templates/wording.yaml 的“错字”表查：表里的写法在任何地方都不成词，因此不看上下文，只放过前后两个词碰巧相连的（保持|序时进度、支援|解放）。",
    source: "实务；《通用规范汉字表》",
    triggering: [
      .draft("对年度考核从原先30多项[[减化]]到8项。"),
      .draft("认真贯彻落实上级决策[[布署]]，持续优化[[营商环镜]]。"),
    ],
    silent: [
      .draft("对年度考核予以简化，认真落实上级决策部署。"),
      .draft("保持序时进度，围坐谈心，文章显示群众反复盖章的烦恼没有了，支援解放军，金融和发展改革部门协同。"),
      .draft("常规摸排抵债物资，提供献血服务，乌兰图克镇分配倍数合理，商铺助力就业，企业合规率98.1%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    result.recognise("misspellings", "错字（词表条数）", input.terms.lists.misspellings.count)
    var end = 0
    for hit in input.found(.misspellings) {
      let (number, range) = (hit.phrase, hit.range)
      guard range.lowerBound >= end, prose.isRead(range.lowerBound) else { continue }
      end = range.upperBound
      let entry = input.terms.lists.misspellings[number]
      if straddles(range, Mark.word(entry.right), prose, input.terms.lexicon.value) { continue }
      let isWhole = entry.wrong.unicodeScalars.count == entry.right.unicodeScalars.count
      result.report(
        draft.text.place(range), "“\(entry.wrong)”疑为“\(entry.right)”之误", "请改为“\(entry.right)”",
        replacement: isWhole ? entry.right : nil)
    }
  }

  /// Whether the spelling only comes of two words side by side: the text as it stands is likelier than with the right word in it.
  private func straddles(_ range: Range<Int>, _ right: [UInt16], _ prose: CheckProse, _ lexicon: Lexicon)
    -> Bool
  {
    guard !lexicon.isEmpty else { return false }
    return prose.units.withUnsafeBufferPointer { units in
      var (low, high) = (range.lowerBound, range.upperBound)
      while low > 0, range.lowerBound - low < 5, Mark.isBasicHan(units[low - 1]) { low -= 1 }
      while high < units.count, high - range.upperBound < 5, Mark.isBasicHan(units[high]) { high += 1 }
      // 合规率: a word, and what makes a measure of it.
      if low < range.lowerBound, range.count == 2, Self.suffixes.contains(units[range.lowerBound + 1]),
        lexicon.word(units, range.lowerBound - 1, 2) != nil
      {
        return true
      }
      return lexicon.gain(of: right, at: range, units, run: low..<high) <= -3
    }
  }

  private static let suffixes = UnitSet("率度性化")
}
