import ReportModel

/// 套语漏字: a phrase of five characters and more that every report uses, with a character left out inside or two of them swapped.
///
/// 加强组领导, 深入学贯彻: what remains may be words, so that only the phrase tells. One slip leaves its beginning or its end as it was.
struct FormulaTable: Sendable {
  /// The phrases.
  let phrases: [[UInt16]]
  /// The beginnings and ends of all phrases; those of phrase N are 2N and 2N + 1.
  private let edges: PhraseTable

  init(_ phrases: [[UInt16]]) {
    self.phrases = phrases
    edges = PhraseTable(
      phrases.flatMap { phrase in
        let length = max(2, (phrase.count - 1) / 2)
        return [phrase.prefix(length), phrase.suffix(length)].map { String(decoding: $0, as: UTF16.self) }
      })
  }

  /// Where a phrase stands but for such a slip.
  func slips(in units: [UInt16]) -> [(phrase: Int, range: Range<Int>)] {
    var found: [(phrase: Int, range: Range<Int>)] = []
    edges.scan(units) { edge, range in
      let phrase = phrases[edge / 2]
      if edge.isMultiple(of: 2) {
        if let length = Self.slip(
          phrase.count - range.count, { phrase[range.count + $0] }, units.count - range.upperBound,
          { units[range.upperBound + $0] })
        {
          found.append((edge / 2, range.lowerBound..<range.upperBound + length))
        } else if Self.isCutOff(phrase, range, units) {
          found.append((edge / 2, range.lowerBound..<range.lowerBound + phrase.count - 1))
        }
      } else if let length = Self.slip(
        phrase.count - range.count, { phrase[phrase.count - range.count - 1 - $0] }, range.lowerBound,
        { units[range.lowerBound - 1 - $0] })
      {
        found.append((edge / 2, range.lowerBound - length..<range.upperBound))
      }
    }
    return found
  }

  /// How long what stands there is, if it lacks one character of what is wanted, or has two of them swapped; the last one is as it should be.
  @inline(__always)
  private static func slip(_ count: Int, _ wanted: (Int) -> UInt16, _ rest: Int, _ stands: (Int) -> UInt16)
    -> Int?
  {
    var same = 0
    while same < count, same < rest, wanted(same) == stands(same) { same += 1 }
    guard same < count - 1, same < rest,
      !kept.contains(wanted(same)) || wanted(same) == by && bounds.contains(wanted(same + 1))
    else {
      return nil
    }
    if count - 1 <= rest, (same..<count - 1).allSatisfy({ wanted($0 + 1) == stands($0) }) { return count - 1 }
    guard same + 2 < count, count <= rest, !kept.contains(wanted(same + 1)), wanted(same) == stands(same + 1),
      wanted(same + 1) == stands(same),
      (same + 2..<count).allSatisfy({ wanted($0) == stands($0) })
    else { return nil }
    return count
  }

  /// 事事有回,: all but the last character, and a mark.
  private static func isCutOff(_ phrase: [UInt16], _ range: Range<Int>, _ units: [UInt16]) -> Bool {
    let end = range.lowerBound + phrase.count - 1
    return end < units.count && cutting.contains(units[end])
      && zip(phrase.dropFirst(range.count).dropLast(), units[range.upperBound...]).allSatisfy { $0 == $1 }
  }

  private static let cutting = UnitSet(",。；、")

  /// 规模以上工业: 以 is no word of its own there.
  private static let (by, bounds): (UInt16, UnitSet) = (0x4EE5, UnitSet("上下"))

  /// Characters that may be left out: 下(一)步工作, 存在(的)问题.
  private static let kept = UnitSet("的地得和与了及是之以一二三四五六七八九十两各其将要")
}

/// Where such a phrase lacks a character.
struct LostInFormulas {
  let prose: CheckProse
  let lexicon: Lexicon

  /// What stands there, and the phrase.
  func find() -> [(range: Range<Int>, right: [UInt16])] {
    var kept: [(range: Range<Int>, right: [UInt16])] = []
    for (table, isTornAnyhow) in [(lexicon.formulas.value, false), (SetIdioms.table, true)] {
      look(table, isTornAnyhow, &kept)
    }
    kept += rates()
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func look(
    _ table: FormulaTable, _ isTornAnyhow: Bool, _ kept: inout [(range: Range<Int>, right: [UInt16])]
  ) {
    for slip in table.slips(in: prose.units).sorted(by: { $0.range.count > $1.range.count }) {
      let range = slip.range
      guard prose.isRead(range.lowerBound), !range.dropFirst().contains(where: prose.beginsParagraph),
        !kept.contains(where: { $0.range.overlaps(range) })
      else { continue }
      let phrase = table.phrases[slip.phrase]
      if isTornAnyhow, isItem(phrase, range) { continue }
      let (low, high) = surroundings(range)
      guard !joins(range, low, high) else { continue }
      let gain = prose.units.withUnsafeBufferPointer {
        lexicon.gain(of: phrase, at: range, $0, run: low..<high)
      }
      guard
        gain
          >= (range.count < phrase.count && phrase.starts(with: prose.units[range])
            ? Self.cutOff : Self.sure),
        phrase.count == range.count || isTornAnyhow || isTorn(phrase, range, gain)
      else { continue }
      kept.append((range, phrase))
    }
  }

  /// 村级稳、上下联、信息通: items of three characters side by side, not 上下联动 cut off.
  private func isItem(_ phrase: [UInt16], _ range: Range<Int>) -> Bool {
    guard phrase.starts(with: prose.units[range]), range.count < phrase.count else { return false }
    if prose.units[range.upperBound] == Mark.pause { return true }
    // 锚定目标、久久为: the other one is longer.
    guard range.lowerBound > 4, prose.units[range.lowerBound - 1] == Mark.pause else { return false }
    return !(range.lowerBound - 5..<range.lowerBound - 1).allSatisfy { Mark.isHan(prose.units[$0]) }
  }

  /// 满意由91%提高到95%: what goes from one per cent to another is the 满意度, and so is what rises: 满意明显提升.
  private func rates() -> [(range: Range<Int>, right: [UInt16])] {
    moved() + LostMeasures(prose: prose).find()
  }

  private func moved() -> [(range: Range<Int>, right: [UInt16])] {
    let units = prose.units
    return units.indices.filter { Self.movers.contains(units[$0]) && $0 > 1 && prose.isRead($0) }
      .compactMap { mover in
        guard let rate = Self.rates.first(where: { prose.has($0.word, at: mover - 2) }),
          mover < 3 || !Self.degrees.contains(units[mover - 3])
        else { return nil }
        var index = mover + 1
        while let word = Self.times.first(where: { prose.has($0, at: index) }) { index += word.count }
        let figure = index
        while index < units.count, Mark.isDigit(units[index]) || units[index] == Self.point { index += 1 }
        guard index > figure, index + 1 < units.count, units[index] == Self.percent,
          Self.rising.contains(units[index + 1]),
          prose.clause(around: mover..<index).contains(where: { $0 > index && units[$0] == Self.percent })
        else { return nil }
        return (mover - 2..<mover, rate.right)
      }
  }

  private func surroundings(_ range: Range<Int>) -> (Int, Int) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > 0, range.lowerBound - low < 5, Mark.isBasicHan(prose.units[low - 1]),
      !prose.beginsParagraph(low)
    { low -= 1 }
    while high < prose.units.count, high - range.upperBound < 5, Mark.isBasicHan(prose.units[high]),
      !prose.beginsParagraph(high)
    { high += 1 }
    return (low, high)
  }

  /// 注重改革任务 is not 重点改革任务: what stands at an edge belongs to a word with its neighbour, and to none inside.
  private func joins(_ range: Range<Int>, _ low: Int, _ high: Int) -> Bool {
    let units = prose.units
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return low < first && lexicon.pair(units[first - 1], units[first]).isWord
      && !lexicon.pair(units[first], units[first + 1]).isWord
      || last + 1 < high && lexicon.pair(units[last], units[last + 1]).isWord
        && !lexicon.pair(units[last - 1], units[last]).isWord
  }

  /// Whether a word of the phrase lost the character, and what is left of it stands alone: 博士工作站 lacks nothing.
  private func isTorn(_ phrase: [UInt16], _ range: Range<Int>, _ gain: Int) -> Bool {
    let stands = Array(prose.units[range])
    let gap = zip(phrase, stands).prefix { $0 == $1 }.count
    // 一项一专班, 一项目一专班: a pattern into which many words go.
    if phrase.count > 3, phrase[0] == Self.one, phrase[3] == Self.one, gap < 3 { return false }
    // 交易中, 志愿者队: what is left may be a word in short.
    if gap == stands.count {
      return lexicon.pair(phrase[gap - 1], phrase[gap]).isWord && !isCommon(phrase[gap - 2], phrase[gap - 1])
        && !Self.endings.contains(phrase[gap - 1])
    }
    // The word that the character belongs to, and what is left of it.
    for left in [gap - 1, gap + 1] where phrase.indices.contains(left) {
      // 跨区协作, 分段施工: short for the same.
      if Self.whole.contains(phrase[left]) { return false }
      let (first, second) = (min(left, gap), max(left, gap))
      guard isCommon(phrase[first], phrase[second]), !isCommon(phrase[gap - 1], phrase[gap + 1]) else {
        continue
      }
      let other = left < gap ? left - 1 : left + 1
      guard phrase.indices.contains(other) else {
        if !WrongCharacterGuard.independent.contains(phrase[left]) { return true }
        continue
      }
      let joined = left < gap ? isCommon(phrase[other], phrase[left]) : isCommon(phrase[left], phrase[other])
      if !joined || gain >= Self.sure + 6 { return true }
    }
    return false
  }

  private func isCommon(_ first: UInt16, _ second: UInt16) -> Bool {
    let pair = lexicon.pair(first, second)
    return pair.isWord && pair.bits <= Self.common
  }

  private static let movers = UnitSet("由从")
  private static let rates = Mark.texts("满意度 知晓率 覆盖率 办结率 普及率 入住率 参与率 就诊率 达标率 合格率 整改率 采纳率 履约率").map {
    (word: Array($0.utf16.dropLast()), right: Array($0.utf16))
  }
  private static let degrees = UnitSet("常较本示很不最")
  private static let times = Mark.words("上年的 去年的 年初的 原来的 上年 去年 年初 原来 改革前的")
  private static let rising = UnitSet("提上升增降下扩跃")
  private static let (percent, point) = (UInt16(ascii: "%"), UInt16(ascii: "."))
  private static let one = Mark.word("一")[0]
  private static let common = 18
  private static let endings = UnitSet(
    "的了中上下后前时里内外间等化率度性者员人家们队组户型类式区县市镇村乡街局委办科处所站点院校馆厅会团厂店行场园路线网库群链圈带港岛山河湖江海费款金税贷保险价券卡证照牌表单册书报案法规章制权责能力感量值数额期限年月日周季次轮批届级层段节课班学生师医"
  )
  private static let whole = UnitSet("区段县市镇村乡校院站点线面级类型企农工商科技文旅医保房地")
  /// By how many bits the text is likelier with the phrase.
  private static let sure = 12
  /// The same where a mark stands behind all but the last character.
  private static let cutOff = 5
}

/// 满意明显提升, 群众获得持续增强: what rises, or reaches so many per cent, lacks its last character.
private struct LostMeasures {
  let prose: CheckProse

  func find() -> [(range: Range<Int>, right: [UInt16])] {
    prose.units.indices.dropFirst(2).compactMap { end in
      guard Self.leads.contains(prose.units[end]), Self.seconds.contains(prose.units[end - 1]),
        let measure = Self.measures.first(where: { prose.has($0.word, at: end - 2) }),
        prose.isRead(end), !prose.beginsParagraph(end - 1), !prose.beginsParagraph(end),
        isFelt(measure, end)
          || (!measure.isOfPeople || isOfPeople(end - 2)) && stands(measure, end - 2)
            && (rises(measure, end) || reaches(measure, end))
      else { return nil }
      return (end - 2..<end, measure.right)
    }
  }

  /// 幸福感、安全、获得感: between two that are felt.
  private func isFelt(_ measure: Measure, _ end: Int) -> Bool {
    measure.isOfPeople && end >= 4 && end + 3 < prose.units.count && prose.units[end - 3] == Mark.pause
      && prose.units[end - 4] == Self.feeling
      && (prose.units[end] == Mark.pause && prose.units[end + 3] == Self.feeling
        || rises(measure, end))
  }

  private static let feeling = Mark.word("感")[0]

  /// 群众获得, 群众的获得, 群众改革获得.
  private func isOfPeople(_ start: Int) -> Bool {
    Self.links.contains {
      prose.has($0, at: start - $0.count) && prose.hasAny(Self.people, before: start - $0.count)
    }
  }

  /// Whether nothing before it makes it a verb, a quality or one of several answers: 不满意, 比较满意, 市场竞争.
  private func stands(_ measure: Measure, _ start: Int) -> Bool {
    guard start > 0, !prose.beginsParagraph(start), case let before = prose.units[start - 1],
      Mark.isHan(before) && !Self.degrees.contains(before)
        && !prose.hasAny(Self.unless, before: start) || before == Mark.pause && !measure.isOfPeople
    else { return false }
    return !prose.hasAny(Self.answers, in: prose.clause(around: start..<start + 2))
  }

  /// 明显提升, 得到提高: and no object behind it.
  private func rises(_ measure: Measure, _ end: Int) -> Bool {
    var index = end
    while let adverb = Self.adverbs.first(where: { prose.has($0, at: index) }) { index += adverb.count }
    guard let verb = Self.rising.first(where: { prose.has($0, at: index) }),
      index > end || !measure.needsAdverb
    else { return false }
    index += verb.count
    while let word = Self.goal.first(where: { prose.has($0, at: index) }) { index += word.count }
    return index >= prose.units.count || prose.beginsParagraph(index)
      || Mark.clauseEnds.contains(prose.units[index]) || Mark.isDigit(prose.units[index])
      || prose.has(Self.meanwhile, at: index)
  }

  /// 达到98.6%.
  private func reaches(_ measure: Measure, _ end: Int) -> Bool {
    guard !measure.isOfPeople, !measure.needsAdverb,
      let verb = Self.reaching.first(where: { prose.has($0, at: end) })
    else { return false }
    let rest = prose.units[(end + verb.count)...]
    let figure = rest.prefix { Mark.isDigit($0) || $0 == UInt16(ascii: ".") }
    return !figure.isEmpty && rest.dropFirst(figure.count).first == UInt16(ascii: "%")
  }

  private struct Measure: Sendable {
    var right: [UInt16]
    var isOfPeople = false
    var needsAdverb = false
    var word: [UInt16] { right.dropLast() }
  }

  private static let measures =
    Mark.words(
      "满意度 知晓率 普及率 入住率 就诊率 达标率 合格率 采纳率 知名度 美誉度 透明度 活跃度 辨识度 公信力 号召力 凝聚力 战斗力 吸引力 承载力 向心力"
    ).map { Measure(right: $0) }
    + Mark.words("积极性 主动性 竞争力 便利度 参与度 执行力 可及性").map { Measure(right: $0, needsAdverb: true) }
    + Mark.words("获得感 幸福感 安全感 归属感").map { Measure(right: $0, isOfPeople: true) }
  private static let seconds = UnitSet(measures.map { $0.word[1] })
  private static let leads = UnitSet((adverbs + rising + reaching).map { $0[0] } + [Mark.pause])
  private static let links = Mark.words("的 改革 改革的") + [[]]
  private static let people = ClauseWords.people + Mark.words("企业 职工 干部 百姓 牧民 渔民 市民 师生 患者")
  private static let degrees = UnitSet("常较本示很不最评为更极十让使令以未可")
  private static let unless = Mark.words("市场 同业 行业 公平 良性 无序 价格 两个 积极 广泛 深度 自我 各方 有效")
  private static let answers = Mark.words("基本满意 不满意 较满意 比较满意 一般 不合格 基本合格")
  private static let adverbs = Mark.words(
    "明显 显著 持续 不断 稳步 大幅度 大幅 进一步 有效 逐步 逐年 切实 全面 普遍 同步 日益 得到 有了 有所 得以 极大 较大 双 也 均 都 再 更加 更")
  private static let rising = Mark.words("提升 提高 增强 上升 攀升")
  private static let goal = Mark.words("了 到 至 为")
  private static let meanwhile = Mark.word("的同时")
  private static let reaching = Mark.words("达到 达 保持在 稳定在 升至 升到 超过 已达")
}
