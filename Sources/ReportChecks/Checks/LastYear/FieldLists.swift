import ReportModel

/// 领域名单: fields of reform named in one sentence: 经济、社会、生态、党建四个领域.
struct FieldList: Sendable {
  var names: [Range<Int>]
  var range: Range<Int>

  /// The lists of a draft.
  static func all(in draft: Draft, nouns: [String] = Self.nouns) -> [FieldList] {
    let units = draft.text.units
    let openings = UnitSet(nouns.compactMap { $0.utf16.first })
    return draft.sentences.flatMap { sentence -> [FieldList] in
      guard units[sentence.range].contains(Mark.pause) else { return [] }
      return sentence.range.compactMap { index in
        guard openings.contains(units[index]) else { return nil }
        let rest = FoldedWords(units: units[(index..<sentence.range.upperBound).prefix(4)])
        guard let noun = nouns.first(where: rest.hasPrefix) else { return nil }
        return list(before: index, from: sentence.range.lowerBound, to: index + noun.utf16.count, units)
      }
    }
  }

  /// The names before 六个领域, 各领域, 等领域.
  private static func list(before index: Int, from start: Int, to end: Int, _ units: [UInt16]) -> FieldList? {
    var stop = index
    for _ in 0..<4 {
      guard stop > start, counts.contains(units[stop - 1]) || Mark.isDigit(units[stop - 1]) else { break }
      stop -= 1
    }
    // 等领域: others are not named.
    guard stop > start, units[stop - 1] != Mark.andSoOn else { return nil }
    var names: [Range<Int>] = []
    var place = stop
    while place > start {
      var first = place
      while first > start, Mark.isHan(units[first - 1]), place - first < 14 { first -= 1 }
      let isLast = first == start || units[first - 1] != Mark.pause
      if isLast { first = name(first..<place, like: names.last, units) }
      guard (2...9).contains(place - first) else { return nil }
      names.append(first..<place)
      if isLast { break }
      place = first - 1
    }
    return names.count >= 3
      ? FieldList(names: names.reversed(), range: (names.last?.lowerBound ?? stop)..<end) : nil
  }

  /// 统筹推进经济, 任务分布在经济体制: the first name without the words that lead up to it.
  private static func name(_ words: Range<Int>, like other: Range<Int>?, _ units: [UInt16]) -> Int {
    for index in words.reversed() {
      let before = FoldedWords(units: units[words.lowerBound..<index])
      if before.hasAnySuffix(leads) { return index }
    }
    return words.lowerBound
  }

  static let nouns = ["领域", "专项小组", "专项组", "板块", "条线", "方面改革"]
  private static let counts = UnitSet("个大各一二三四五六七八九十两")
  private static let leads = Mark.texts(
    "推进 围绕 分布在 分布于 涉及 涵盖 覆盖 包括 聚焦 分为 来自 属于 深化 统筹 突出 抓好 抓 对 在 按 将 为 从 即 就 分 设立 设置 设 成立")
}
