import ReportModel

/// 届次、批次: numbers in a row that were not moved on.
struct OrdinalsCheck: Check {
  let about = CheckDescription(
    "last-year.ordinals", .warning, "届次、批次、期数没有往下排",
    rationale: "“第六届论坛”“第二批网格员”第二年应接着排；届次跳号也指出。国家、省、市认定的批次可以两年都写，不算；轮次常跨年，只提示。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，举办[[第五届]]“创投周”，发布[[第三版]]《权责清单》，召开全区[[第八次]]改革推进会。",
        lastYear: "青溪区2022年改革工作总结\n2022年，举办第五届“创投周”，发布第三版《权责清单》，召开全区第九次改革推进会。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，举办[[第六届]]改革论坛。", lastYear: "青溪区2022年改革工作总结\n2022年，举办第六届改革论坛。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[第二批]]网格员40名全部上岗。", lastYear: "青溪区2022年改革工作总结\n2022年，第二批网格员36名全部上岗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，“阳光信访”入选全市[[第一批]]改革典型案例。",
        lastYear: "青溪区2022年改革工作总结\n2022年，“邻里食堂”入选全市第一批改革典型案例。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[第三批]]15个试点单位完成授牌，完成[[第七轮]]、第八轮巡察。",
        lastYear: "青溪区2022年改革工作总结\n2022年，第三批12个试点单位授牌，完成第六轮、第七轮巡察。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，举办第六届“创投周”，发布第四版《权责清单》，召开第三次改革推进会。",
        lastYear: "青溪区2022年改革工作总结\n2022年，举办第五届“创投周”，发布第三版《权责清单》，召开第四次改革推进会。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，举办第七届改革论坛。第三批网格员40名全部上岗。",
        lastYear: "青溪区2022年改革工作总结\n2022年，举办第六届改革论坛。第二批网格员36名全部上岗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，入选第二批国家乡村治理示范村名单的3个村通过复核。",
        lastYear: "青溪区2022年改革工作总结\n2022年，3个村入选第二批国家乡村治理示范村名单。"),
    ])

  /// 第六届改革论坛.
  private struct Ordinal: Sendable {
    var number: Int
    var kind: UInt16
    /// What is numbered: the characters behind.
    var noun: [UInt16]
    var range: Range<Int>
    /// 作为第三批于11月公布: without a noun behind it, the words before it.
    var topic: NameLikeness?
    /// “邻里食堂”入选全市第二批: what others picked out in this round; nil where others pick nothing.
    var chosen: String?
    /// Whether it is told as completed.
    var isDone = false

    /// Whether two of them number the same things.
    func isOf(_ other: Ordinal) -> Bool {
      guard kind == other.kind else { return false }
      // One round of those that others give out picks each thing once, and all in one year.
      if (chosen == nil) != (other.chosen == nil) { return false }
      if let chosen, chosen == other.chosen, chosen != OrdinalsCheck.ownPlace { return false }
      if let topic, let theirs = other.topic { return topic.containment(theirs) >= 45 }
      return topic == nil && other.topic == nil && noun == other.noun
    }
  }

  /// The numbers in a row of one report.
  private struct Ordinals: StudyPart {
    let all: [Ordinal]

    init(_ study: DraftStudy) { all = OrdinalsCheck.ordinals(study.draft) }
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil,
      let other = last.study
    else { return }
    let before = other.part(Ordinals.self).all
    var compared = 0
    for ordinal in study.part(Ordinals.self).all {
      let same = before.filter { $0.isOf(ordinal) }
      guard let most = same.map(\.number).max() else { continue }
      let isDoneTwice = ordinal.isDone && same.contains { $0.isDone && $0.number == ordinal.number }
      compared += 1
      let noun = String(decoding: ordinal.noun, as: UTF16.self)
      let text = study.draft.text.string(ordinal.range)
      if most == ordinal.number {
        result.report(
          study.draft.text.place(ordinal.range), "上年写的也是“\(text)\(noun)”",
          "请核对是第几\(String(decoding: [ordinal.kind], as: UTF16.self))",
          severity: ordinal.kind == Self.round && !isDoneTwice ? .note : nil)
      } else if ordinal.kind == Self.time, ordinal.number < most {
        result.report(
          study.draft.text.place(ordinal.range), "上年已是第\(most)次\(noun)，今年写“\(text)”", "请核对是第几次")
      } else if ordinal.kind == Self.session, most + 1 != ordinal.number {
        result.report(
          study.draft.text.place(ordinal.range), "上年是第\(most)届\(noun)，今年写“\(text)”，中间不相连", "请核对是第几届")
      }
    }
    result.recognise("lastYearOrdinals", "与上年核对的届次、批次", compared)
  }

  /// Numbers in a row with the noun behind them; not those that others give out.
  private static func ordinals(_ draft: Draft) -> [Ordinal] {
    let units = draft.text.units
    return draft.names.compactMap { name in
      guard case .ordinal(let number) = name.kind, units[name.range.lowerBound] == first,
        case let isEdition = name.range.upperBound < units.count && units[name.range.upperBound] == edition,
        case let name = isEdition ? name.range.lowerBound..<name.range.upperBound + 1 : name.range,
        let kind = units[name].last, isEdition || rowKinds.contains(kind),
        let sentence = draft.sentence(at: name.lowerBound)
      else { return nil }
      let end = draft.sentences[sentence].range.upperBound
      let behind = noun(behind: name.upperBound, kind, units, before: end)
      var stop = behind
      while stop < end, stop - behind < 3, Mark.isHan(units[stop]) { stop += 1 }
      // 第九次改革推进会: the whole name of the meeting, of a row too long to be one year's.
      if kind == time {
        guard number > 4, let close = meeting(behind: behind, units, before: end) else { return nil }
        stop = close
      }
      let isBare = stop - behind < 2 || bareEnds.contains(units[behind])
      guard !isBare || session != kind else { return nil }
      var start = name.lowerBound
      while start > draft.sentences[sentence].range.lowerBound, !Mark.isListMark(units[start - 1]) {
        start -= 1
      }
      let clause = draft.text.folded(start..<min(end, stop + 8))
      let chosen = chosen(before: name.lowerBound, from: start, draft)
      guard chosen != nil || clause.contains("巡察") || !clause.containsAny(others)
      else { return nil }
      // 完成第七轮、第八轮巡察: both.
      var opening = start
      while opening > draft.sentences[sentence].range.lowerBound,
        units[opening - 1] == Mark.pause || !Mark.isListMark(units[opening - 1])
      { opening -= 1 }
      return Ordinal(
        number: number, kind: kind, noun: isBare ? [] : Array(units[behind..<stop]),
        range: name,
        topic: isBare
          ? NameLikeness(
            draft.text.folded(
              max(
                draft.sentences[sentence].range.lowerBound, name.lowerBound - 40)..<name
                .lowerBound)) : nil, chosen: chosen,
        isDone: FoldedWords(units: units[opening..<name.lowerBound]).containsAny(done))
    }
  }

  /// Where the noun of a number begins: 第三批15个试点单位, 第七轮、第八轮巡察.
  private static func noun(behind number: Int, _ kind: UInt16, _ units: [UInt16], before end: Int) -> Int {
    var place = number
    while place + 1 < end, joints.contains(units[place]), units[place + 1] == first,
      let next = (place + 2..<min(end, place + 6)).first(where: { units[$0] == kind })
    { place = next + 1 }
    var behind = place
    while behind < end, Mark.isDigit(units[behind]) { behind += 1 }
    if behind > place, behind + 1 < end, Mark.isHan(units[behind]) { return behind + 1 }
    // 第五届“创投周”, 第三版《权责清单》.
    return place < end && opening.contains(units[place]) ? place + 1 : place
  }

  /// Where the name of a meeting that several offices hold in a row ends.
  private static func meeting(behind place: Int, _ units: [UInt16], before end: Int) -> Int? {
    let words = FoldedWords(units: units[place..<end].prefix(10).prefix(while: Mark.isHan))
    return (2...max(2, words.units.count)).first { count in
      FoldedWords(units: words.units.prefix(count)).hasAnySuffix(meetings)
    }.map { place + $0 }
  }

  private static let meetings = Mark.texts("推进会 现场会 观摩会 点评会 交流会")
  private static let opening = UnitSet("\u{201C}\u{300A}")

  /// The name in “” that opens a clause with 入选 right before the number.
  private static func chosen(before number: Int, from start: Int, _ draft: Draft) -> String? {
    guard let name = draft.quotations.last(where: { start <= $0.lowerBound && $0.upperBound < number }) else {
      // 我区获批全省第二批…: the place itself was picked out.
      var words = FoldedWords(units: draft.text.units[start..<number])
      for row in [owners, choosing, givers] {
        let word = row.first(where: words.hasPrefix)
        if word == nil, row == choosing { return nil }
        words = FoldedWords(units: words.units.dropFirst(word?.utf16.count ?? 0))
      }
      return words.units.isEmpty ? ownPlace : nil
    }
    let between = draft.text.folded(name.upperBound..<number)
    return between.containsAny(choosing) && !between.contains("的")
      ? draft.text.folded(name) : nil
  }

  private static let ownPlace = "本地"
  private static let owners = ["我区", "我县", "我市", "我旗", "全区", "全县", "全市", "全旗", "成功", "该区", "该县", "该市"]
  private static let givers = ["全省", "全国", "全市", "省级", "国家级", "国家", "市级", "省", "市"]
  private static let choosing = ["入选", "列入", "获评", "获批", "入围", "纳入", "被评为", "被列为", "被确定为"]

  private static let joints = UnitSet("、至到和及")
  private static let done = ["完成", "结束"]
  private static let bareEnds = UnitSet("于在已共为均将")
  private static let first = Mark.word("第")[0]
  private static let session = Mark.word("届")[0]
  private static let (time, edition) = (Mark.word("次")[0], Mark.word("版")[0])
  private static let round = Mark.word("轮")[0]
  private static let rowKinds = UnitSet("届批期轮次")
  private static let others = Mark.texts(
    "国家 全国 省级 市级 中央 入选 列入 获批 获评 土地承包 督察 巡视 党代 人大 政协 全会 委员会 区委 县委 市委 上年 去年 继续 续建 收尾 验收 在建 结转 前期")
}
