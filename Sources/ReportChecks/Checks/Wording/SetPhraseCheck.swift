import ReportModel

/// 固定提法: a set phrase or the full name of an office with one character wrong.
struct SetPhraseCheck: DraftCheck {
  let about = CheckDescription(
    "wording.set-phrase", .warning, "固定提法、机构全称错一个字",
    rationale:
      "政治表述、政策用语和机构全称一个字也不能错。按 Templates/wording.yaml 的“固定提法”表查：错一个字、漏一个字、两个字颠倒的都指出；开头、末尾的字不同，多半是另一个说法，不算；届次一类数字不同的不算。书名号里的不查。",
    source: "实务",
    triggering: [
      .draft("牢记国之大者，[[增强“四种意识]]”，推进[[国家治理体系和治现能力现代化]]。"),
      .draft("落实[[国家医疗保险局]]要求，探索[[生态产品价值现实机制]]，坚持[[以人民中心的发展思想]]。"),
    ],
    silent: [
      .draft("增强“四个意识”、坚定“四个自信”，推进国家治理体系和治理能力现代化，贯彻党的二十届四中全会精神。"),
      .draft("区医疗保障中心落实国家医疗保障局要求，县文化广电和旅游局配合，坚持以人民为中心。"),
      .draft("修订《公共医疗保障局办事规程》，推进基层治理能力现代化，巩固脱贫成果。"),
      .draft("坚持以牧民为中心的发展思想。政务服务“一窗通办”覆盖全部乡镇。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let table = input.terms.setPhrases.value
    guard !table.phrases.isEmpty else { return }
    var letters: [UInt16] = []
    var places: [Int] = []
    for (index, unit) in prose.units.enumerated() where !Self.marks.contains(unit) {
      letters.append(prose.isRead(index) && !prose.isTitle(index) && Mark.isHan(unit) ? unit : 0)
      places.append(index)
    }
    var told: Set<[UInt16]> = []
    for slip in table.slips(in: letters) where told.insert(Array(letters[slip.range])).inserted {
      let range = places[slip.range.lowerBound]..<places[slip.range.upperBound - 1] + 1
      let phrase = table.phrases[slip.phrase]
      if isOtherCentre(phrase, letters[slip.range], input.terms.lexicon.value)
        || isOtherOne(phrase, letters[slip.range])
      {
        continue
      }
      let right = String(decoding: table.phrases[slip.phrase], as: UTF16.self)
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”与固定提法“\(right)”差一个字",
        "如属笔误，请改为“\(right)”")
    }
    result.recognise("setPhrases", "固定提法（词表条数）", table.phrases.count)
  }

  /// 以牧民为中心, 以患者为中心: what stands in the frame is a word of its own that does not sound like the one of the phrase.
  private func isOtherCentre(_ phrase: [UInt16], _ text: ArraySlice<UInt16>, _ lexicon: Lexicon) -> Bool {
    let text = Array(text)
    guard phrase.count == text.count, let place = phrase.indices.first(where: { phrase[$0] != text[$0] }),
      let take = text[..<place].lastIndex(of: Self.frame.0),
      let make = text[place...].firstIndex(of: Self.frame.1),
      make - take == 3, lexicon.pair(text[take + 1], text[take + 2]).isWord
    else { return false }
    return !lexicon.lookAlikes.soundSame(phrase[place], text[place])
  }

  /// 一窗通办, 一网通办: what it is one of is a thing of its own in both.
  private func isOtherOne(_ phrase: [UInt16], _ text: ArraySlice<UInt16>) -> Bool {
    let differing = zip(phrase, text).enumerated().filter { $1.0 != $1.1 }
    guard differing.count == 1, let (place, (meant, stands)) = differing.first, place > 0 else {
      return false
    }
    return phrase[place - 1] == Self.one && Self.things.contains(meant) && Self.things.contains(stands)
  }

  private static let one = Mark.word("一")[0]
  private static let things = UnitSet("网窗门站号件表机键证码事端屏卡章线链图")
  private static let frame: (UInt16, UInt16) = (0x4EE5, 0x4E3A)  // 以…为
  /// Marks within phrases: “四个意识”, 道路自信、理论自信.
  private static let marks = UnitSet("\u{201C}\u{201D}、 ")
}
