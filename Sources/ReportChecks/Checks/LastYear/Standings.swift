import ReportModel

/// 位次与连续: ranks (列全省第14位) and runs of years (连续三年, 蝉联三届, 十九连丰) with the words that say of what.
struct Standings: Sendable {
  /// 列全省第14位.
  struct Rank: Sendable {
    var number: Int
    var range: Range<Int>
    /// The clause in which it stands, and what it says without fillers.
    var topic: NameLikeness
    /// 全国, 全省, 全市: among whom, where it is said.
    var level: String?
    /// 上年的第15位: told of last year.
    var isPast: Bool
  }

  /// 较上年前移4位.
  struct Move: Sendable {
    var count: Int
    var isRise: Bool
    var range: Range<Int>
    /// The rank that it moved to, as an index.
    var rank: Int
  }

  /// 连续三年.
  struct Run: Sendable {
    var count: Int
    var range: Range<Int>
    var topic: NameLikeness
  }

  private(set) var ranks: [Rank] = []
  private(set) var moves: [Move] = []
  private(set) var runs: [Run] = []

  init(_ draft: Draft) {
    let units = draft.text.units
    for sentence in draft.sentences {
      var steps: [(count: Int, isRise: Bool, range: Range<Int>)] = []
      let firstRank = ranks.count
      for index in sentence.range where Self.beginnings.contains(units[index]) {
        if let rank = Self.rank(at: index, sentence.range, draft) { ranks.append(rank) }
        if let run = Self.run(at: index, sentence.range, draft) { runs.append(run) }
        if let step = Self.move(at: index, sentence.range, units) { steps.append(step) }
      }
      for step in steps {
        // The rank stands before the move, or right behind it: 综合排名较上年前移6位,列全省第11位.
        let own = (firstRank..<ranks.count).filter { !ranks[$0].isPast }
        let before = own.last { ranks[$0].range.upperBound <= step.range.lowerBound }
        let after = own.first { ranks[$0].range.lowerBound >= step.range.upperBound }
        func isNear(_ rank: Int) -> Bool {
          let (a, b) = (ranks[rank].range, step.range)
          let gap = min(a.upperBound, b.upperBound)..<max(a.lowerBound, b.lowerBound)
          return gap.count <= 24 && !units[gap].contains(Mark.semicolon)
        }
        guard let rank = [before, after].lazy.compactMap({ $0 }).first(where: isNear) else { continue }
        moves.append(Move(count: step.count, isRise: step.isRise, range: step.range, rank: rank))
      }
    }
  }

  /// 第14位, 第三 behind 列, 居, 排名.
  private static func rank(at index: Int, _ sentence: Range<Int>, _ draft: Draft) -> Rank? {
    let units = draft.text.units
    guard units[index] == ordinal, let number = units.number(from: index + 1, to: sentence.upperBound)
    else { return nil }
    var stop = number.end
    let next = stop < sentence.upperBound ? units[stop] : Mark.stop
    if next == seat || next == name {
      stop += 1
    } else if Mark.isWord(next) {
      return nil
    }
    let clause = clause(around: index, sentence, units)
    let before = FoldedWords(units: units[(clause.lowerBound..<index).suffix(14)])
    guard before.containsAny(placing) else { return nil }
    let words = FoldedWords(units: units[clause.lowerBound..<index])
    return Rank(
      number: number.value, range: index..<stop,
      topic: topic(clause.lowerBound..<index, sentence, units),
      level: levels.last(where: words.contains),
      isPast: before.hasAnySuffix(past)
        // 由上年全市第3位升至第1位.
        || levels.contains { level in
          before.hasSuffix(level)
            && FoldedWords(units: before.units.dropLast(level.utf16.count)).hasAnySuffix(past)
        })
  }

  /// 前移4位, 上升了3个位次, behind 较上年.
  private static func move(at index: Int, _ sentence: Range<Int>, _ units: [UInt16]) -> (
    count: Int, isRise: Bool, range: Range<Int>
  )? {
    guard Mark.isNumeral(units[index]), index > sentence.lowerBound, !Mark.isNumeral(units[index - 1]),
      let number = units.number(from: index, to: sentence.upperBound)
    else { return nil }
    let after = FoldedWords(units: units[(number.end..<sentence.upperBound).prefix(3)])
    guard let unit = steps.first(where: after.hasPrefix) else { return nil }
    let before = FoldedWords(units: units[(sentence.lowerBound..<index).suffix(20)])
    let near = FoldedWords(units: units[(sentence.lowerBound..<index).suffix(4)])
    let isRise = near.containsAny(rises)
    // 列第二名,前进两名: the words right behind the rank need not say since when.
    let isClose = before.hasSuffix("名,前进") || before.hasSuffix("位,前进") || before.hasSuffix("位,前移")
    guard isRise || near.containsAny(falls),
      isClose || before.containsAny(sinceLastYear)
    else { return nil }
    return (number.value, isRise, index..<number.end + unit.utf16.count)
  }

  /// 连续三年, 蝉联三届, 三年蝉联, 十九连丰, 第四次获评.
  private static func run(at index: Int, _ sentence: Range<Int>, _ draft: Draft) -> Run? {
    let units = draft.text.units
    func has(_ words: [String], at place: Int) -> String? {
      let rest = FoldedWords(units: units[min(place, sentence.upperBound)..<sentence.upperBound])
      return words.first(where: rest.hasPrefix)
    }
    func found(_ number: (value: Int, end: Int), _ stop: Int) -> Run? {
      guard (1...60).contains(number.value) else { return nil }
      let clause = clause(around: index, sentence, units)
      let (before, after) = (clause.lowerBound..<index, stop..<max(stop, clause.upperBound))
      var words = bare(before, units, withoutNames: true) + bare(after, units, withoutNames: true)
      if words.utf16.count < 4 { words = bare(before, units) + bare(after, units) }
      // 入选全省典型案例,这是我区连续三年有案例入选: the clause before says of what.
      if clause.lowerBound > sentence.lowerBound + 1,
        before.isEmpty && words.utf16.count < 6
          || words.utf16.count < 8
            && FoldedWords(units: units[before]).hasAnyPrefix(Self.pointing)
      {
        let earlier = Self.clause(around: clause.lowerBound - 2, sentence, units)
        let isRunToo = FoldedWords(units: units[earlier]).containsAny(["连续", "蝉联", "首次"])
        if !isRunToo { words = bare(earlier, units, withoutNames: true) + words }
      }
      return Run(
        count: number.value, range: index..<stop,
        topic: NameLikeness(words, or: topic(before, sentence, units)))
    }
    if let first = has(["零的突破", "零突破"], at: index) { return found((1, index), index + first.utf16.count) }
    // 首次进入前三名 is the first of such a run.
    if let first = has(["首次", "首度", "第一次"], at: index) {
      let stop = index + first.utf16.count
      return has(honours, at: stop) == nil ? nil : found((1, stop), stop)
    }
    if let opening = has(["连续第", "连续", "蝉联", "第"], at: index) {
      let start = index + opening.utf16.count
      guard let number = units.number(from: start, to: sentence.upperBound),
        let unit = has(opening == "第" ? ["次", "年", "度"] : ["年", "届", "次", "度"], at: number.end)
      else { return nil }
      let stop = number.end + unit.utf16.count
      // 第四次 counts honours only: meetings have their own numbers.
      if opening == "第" || unit == "次", has(honours, at: stop) == nil { return nil }
      return found(number, stop)
    }
    guard Mark.isNumeral(units[index]), index == sentence.lowerBound || !Mark.isNumeral(units[index - 1]),
      let number = units.number(from: index, to: sentence.upperBound),
      let ending = has(
        ["年蝉联", "连冠", "连优", "连升", "连获", "连丰", "连增", "连胜", "度蝉联", "度获评", "度荣获", "度入选"], at: number.end)
    else { return nil }
    return found(number, number.end + ending.utf16.count)
  }

  /// From mark to mark.
  private static func clause(around index: Int, _ sentence: Range<Int>, _ units: [UInt16]) -> Range<Int> {
    func ends(_ unit: UInt16) -> Bool { unit != Mark.pause && Mark.isListMark(unit) }
    var (low, high) = (index, index)
    while low > sentence.lowerBound, !ends(units[low - 1]) { low -= 1 }
    while high < sentence.upperBound, !ends(units[high]) { high += 1 }
    return low..<high
  }

  /// What words are about; where they say too little, the clauses before say it.
  private static func topic(_ range: Range<Int>, _ sentence: Range<Int>, _ units: [UInt16]) -> NameLikeness {
    var words = bare(range, units)
    var start = range.lowerBound
    while words.utf16.count < 4, start > sentence.lowerBound + 1 {
      let before = clause(around: start - 2, sentence, units).lowerBound
      words = bare(before..<start - 1, units) + words
      start = before
    }
    return NameLikeness(words)
  }

  /// The 汉字 of a stretch without fillers.
  private static func bare(_ range: Range<Int>, _ units: [UInt16], withoutNames: Bool = false) -> String {
    var bare: [UInt16] = []
    var index = range.lowerBound
    while index < range.upperBound {
      // “老街更新”入选典型案例: what is in “” changes from year to year.
      if withoutNames, units[index] == openQuote,
        let close = units[index..<range.upperBound].firstIndex(of: closeQuote)
      {
        index = close + 1
        continue
      }
      let length = fillers.longest(at: index, in: units)
      if length > 0, index + length <= range.upperBound {
        index += length
        continue
      }
      if Mark.isHan(units[index]), !Mark.numerals.contains(units[index]), !placeWords.contains(units[index]) {
        bare.append(units[index])
      }
      index += 1
    }
    return String(decoding: bare, as: UTF16.self)
  }

  private static let pointing = ["这是", "这也是", "已", "实现", "连续", "成为", "我区", "我县", "我市"]
  private static let openQuote: UInt16 = 0x201C
  private static let closeQuote: UInt16 = 0x201D
  private static let ordinal = Mark.word("第")[0]
  private static let seat = Mark.word("位")[0]
  private static let name = Mark.word("名")[0]
  private static let placeWords = UnitSet("列居位名排第")
  private static let beginnings = UnitSet("第首连蝉零一二三四五六七八九十两0123456789")
  private static let placing = Mark.texts("列 居 排 位次 名次 升至 升到 移至 移到 进至 进到 跃至 跻身 获 上年 去年 退至 降至 由 从")
  private static let levels = ["全区", "全县", "全市", "全省", "全国"]
  private static let past = ["上年的", "去年的", "上年", "去年", "上年度的", "上年列", "上年居", "去年列", "去年居"]
  private static let steps = ["位", "名", "个位次", "个名次", "个席位", "个位", "个名"]
  private static let rises = ["提升", "上升", "前移", "进位", "跃升", "前进", "提高", "升", "进", "跃"]
  private static let falls = ["下降", "后退", "下滑", "后移", "退", "降", "落"]
  private static let sinceLastYear = ["上年", "去年", "上一年", "同比", "上年度", "较20", "比20"]
  private static let honours = Mark.texts(
    "获 荣 被 入选 进入 晋级 晋升 迈入 升至 排 上榜 蝉联 登 摘 夺 捧 跻身 位居 位列 居 列 受到 实现 承办 通过")
  private static let fillers = PhraseTable(
    Mark.texts(
      "全区 全县 全市 全省 全国 我区 我县 我市 位居 位列 排名 排在 列居 跃居 较上年 比上年 较去年 比去年 前移 上升 提升 下降 后移 进位 位次 今年 全年 上年 去年 获评 荣获 获得",
      "被评为 实现 继续 保持 其中 首位 前列 前茅 得分 成绩 上半年 同期 本年 年度"))
}

extension NameLikeness {
  /// The likeness of some words, or another one where they say too little.
  fileprivate init(_ words: String, or other: @autoclosure () -> NameLikeness) {
    self = words.utf16.count >= 4 ? NameLikeness(words) : other()
  }

  /// Whether two names say the same but for their order, and say enough.
  func isSame(_ other: NameLikeness) -> Bool { count >= 4 && other.count >= 4 && likeness(other) >= 80 }

  /// Whether two topics are one, though worded differently.
  func isTopic(_ other: NameLikeness) -> Bool {
    likeness(other) >= 60 || (containment(other) >= 70 && likeness(other) >= 35)
  }
}
