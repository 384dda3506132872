import ReportModel

/// 上年做过的“首次”: what is claimed to be done for the first time (首次设立企业服务驿站) in the words in which last year's report tells it as done.
struct DoneBefore {
  let this: DraftStudy
  let last: DraftStudy

  /// Each claim with where last year's report tells of it.
  var found: [(first: Range<Int>, before: Range<Int>)] {
    this.part(Claims.self).all.compactMap { place, object in
      // 今年新组建的甲中心: by the same verb; what was begun last year may be new this year.
      let isNew = Self.isNewness(this.prose, place)
      var verbs = Self.verbs
      if isNew {
        verbs = verbs.filter { verb in
          [[], [Mark.of], [Self.perfect]].contains {
            this.prose.hasAny([verb + $0], before: object.lowerBound)
          }
        }
        if verbs.contains(where: Self.founding.contains) { verbs = Self.founding }
      }
      // 甲中心今年揭牌: what was opened last year.
      if place == object.lowerBound { verbs = [] }
      // 中心全年成交: up to the end of the name, as last year's report has it.
      var own = isNew ? [] : Self.verbs.filter { this.prose.hasAny([$0], before: object.lowerBound) }
      if own.contains(where: Self.using.contains)
        || verbs.isEmpty && this.prose.hasAny(Self.first, in: behind(object))
      {
        own = Self.using
      }
      return told(this.prose.units[object], by: verbs, own).map { (place..<object.lowerBound + $0.count, $0) }
    }
  }

  /// Where one report claims to do something for the first time, and what.
  private struct Claims: StudyPart {
    let all: [(place: Int, object: Range<Int>)]

    init(_ study: DraftStudy) {
      let (draft, prose) = (study.draft, study.prose)
      var found: [(place: Int, object: Range<Int>)] = []
      for sentence in draft.sentences where draft.role(of: sentence.section) != .plan {
        for index in sentence.range where heads.contains(prose.units[index]) {
          if let name = opened(index, in: sentence.range, prose), !isOfOtherTime(index, sentence, study) {
            found.append((name.lowerBound, name))
          }
          if let name = used(index, in: sentence.range, prose), !isOfOtherTime(index, sentence, study) {
            found.append((name.lowerBound, name))
          }
          guard let word = firsts.first(where: { prose.has($0, at: index) }),
            let object = object(behind: index + word.count, in: sentence.range, prose),
            !isOfOtherTime(index, sentence, study)
          else { continue }
          found.append((index, object))
        }
      }
      all = found
    }
  }

  /// 企业服务驿站 of 设立企业服务驿站4个, “改革体验官”制度 of 推行了“改革体验官”制度.
  private static func object(behind place: Int, in sentence: Range<Int>, _ prose: CheckProse) -> Range<Int>? {
    let units = prose.units
    // 首次在全县建立田长制: all of the district.
    var place = place
    if let scope = Self.scopes.first(where: { prose.has($0, at: place) }) {
      place += scope.count
      if let rest = Self.within.first(where: { prose.has($0, at: place) }) { place += rest.count }
    }
    // 首创网格员等级评定制度: the word is the verb.
    let verb = Self.verbs.first { prose.has($0, at: place) }
    // 甲村首次获评“文明村”: last year's was another village.
    if let verb, Self.honours.contains(verb), !isOfPlace(place, sentence, prose) { return nil }
    if place > 0, Self.isNewness(prose, place - 1) || Self.isNewness(prose, place - 2) {
      // 今年新组建的甲中心, 今年成立甲中心: a verb of its own.
      guard let verb, Self.founding.contains(verb) || units[place - 1] == Self.new,
        place + verb.count < sentence.upperBound
      else { return nil }
      var start = place + verb.count
      if start < sentence.upperBound, units[start] == Self.perfect { start += 1 }
      let isTold = start < sentence.upperBound && units[start] == Mark.of
      if isTold { start += 1 }
      let end = Self.end(of: start, units, sentence.upperBound)
      // 新设立服务站4个 may be of more than one; “夜话”, 甲中心 are single ones.
      guard end - start >= Self.least, isTold || isSingle(start..<end, sentence.upperBound, prose) else {
        return nil
      }
      return start..<min(end, start + Self.longest)
    }
    guard verb != nil || prose.hasAny([Self.invented], before: place) else { return nil }
    var start = place + (verb?.count ?? 0)
    if start < sentence.upperBound, units[start] == Self.perfect { start += 1 }
    let end = Self.end(of: start, units, sentence.upperBound)
    return Self.isLong(units[start..<end]) && end - start <= Self.longest ? start..<end : nil
  }

  /// 今年我区首次[获评]: whether nothing but the place itself and a time stands before a verb in its clause.
  private static func isOfPlace(_ verb: Int, _ sentence: Range<Int>, _ prose: CheckProse) -> Bool {
    (sentence.lowerBound..<verb).reversed().prefix { !Mark.isListMark(prose.units[$0]) }.allSatisfy {
      ownMarks.contains(prose.units[$0]) || Mark.isDigit(prose.units[$0])
    }
  }

  private static let ownMarks = timeMarks.with("首次度第一新我全区县市旗州成功")

  /// Whether a name tells enough; 田长制, 河长制 do.
  private static func isLong(_ name: ArraySlice<UInt16>) -> Bool {
    name.count >= least || name.count >= 3 && name.suffix(2).elementsEqual(chiefs)
  }

  private static let chiefs = Mark.word("长制")
  private static let scopes = ["在", "于"].flatMap { place in
    ["全县", "全区", "全市", "全旗", "全州", "全域", "县域", "我县", "我区", "我市", "我旗", "本县", "本区", "本市", "辖区"].map {
      Mark.word(place + $0)
    }
  }
  private static let within = Mark.words("范围内 范围 境内 域内 内")

  /// 甲中心[10月正式]揭牌: the name of the body that is opened.
  private static func opened(_ verb: Int, in sentence: Range<Int>, _ prose: CheckProse) -> Range<Int>? {
    guard prose.hasAny(opening, at: verb) else { return nil }
    var end = verb
    while end > sentence.lowerBound, verb - end < 12,
      timeMarks.contains(prose.units[end - 1]) || Mark.isDigit(prose.units[end - 1])
    {
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound,
      Mark.isHan(prose.units[start - 1]) || quotes.contains(prose.units[start - 1])
    { start -= 1 }
    if prose.hasAny(thisYear, at: start) { start += 2 }
    return (least + 1...longest).contains(end - start) && prose.hasAny(bodies, before: end)
      ? start..<end : nil
  }

  /// 评标室今年首次投入使用: the name of what is used.
  private static func used(_ first: Int, in sentence: Range<Int>, _ prose: CheckProse) -> Range<Int>? {
    guard let word = Self.first.first(where: { prose.has($0, at: first) }),
      prose.hasAny(using, at: first + word.count)
    else { return nil }
    var end = first
    while end > sentence.lowerBound,
      timeMarks.contains(prose.units[end - 1]) || Mark.isDigit(prose.units[end - 1])
    {
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound, Mark.isHan(prose.units[start - 1]) { start -= 1 }
    return (least...longest).contains(end - start) ? start..<end : nil
  }

  private func behind(_ object: Range<Int>) -> Range<Int> {
    (object.upperBound..<this.prose.units.count).prefix(10)
  }

  private static let first = Mark.words("首次 首度 第一次")

  /// 新, 今年, 年内.
  private static func isNewness(_ prose: CheckProse, _ place: Int) -> Bool {
    place >= 0 && (prose.units[place] == new || prose.hasAny(thisYear, at: place))
  }

  /// Whether a name is one of a single thing: in “”, or of a body.
  private static func isSingle(_ name: Range<Int>, _ limit: Int, _ prose: CheckProse) -> Bool {
    guard name.upperBound >= limit || !Mark.isDigit(prose.units[name.upperBound]) else { return false }
    // 省级“无废园区”试点.
    return prose.units[name.lowerBound] == 0x201C
      || prose.hasAny(levels, at: name.lowerBound) && prose.units[name.lowerBound + 2] == 0x201C
      || prose.hasAny(bodies, before: name.upperBound)
  }

  /// Where the words that begin at a place end: at a mark or a figure; quotation marks belong to them.
  private static func end(of start: Int, _ units: [UInt16], _ limit: Int) -> Int {
    var end = start
    while end < limit, Mark.isHan(units[end]) || quotes.contains(units[end]) { end += 1 }
    return end
  }

  /// 设立3000万元林权抵押贷款风险补偿金: where the number begins that stands between the verb and what was set up; the place itself without one.
  private static func start(ofCountBefore place: Int, _ units: [UInt16]) -> Int {
    var index = place
    if index > 0, units[index - 1] == Mark.of { index -= 1 }
    while index > 1, place - index < 3, unitsOfCount.contains(units[index - 1]) { index -= 1 }
    let end = index
    while index > 1, Mark.isDigit(units[index - 1]) || units[index - 1] == 0x2E { index -= 1 }
    return index < end ? index : place
  }

  /// 县农村产权交易中心全年成交: whether what follows a name says what it did.
  private static func endsName(_ rest: ArraySlice<UInt16>) -> Bool {
    rest.isEmpty || deeds.contains { rest.starts(with: $0) }
  }

  private static let founding = Mark.words("组建 成立 设立 建立 创办 创立 创设 开办 开设 推出")
  private static let using = Mark.words("启用 投用 上线 运行 开通 投入使用")
  private static let opening = Mark.words("揭牌 挂牌 正式成立 正式投用 正式启用 正式上线 正式运行 正式开通")
  private static let timeMarks = UnitSet("年月日底初末今内本于正式已在份顺利")
  private static let quoteEnd: UInt16 = 0x201D
  private static let levels = Mark.words("省级 市级 国家 全国 全省 全市 全区")
  private static let honours = Mark.words("获评 荣获 获批 获授 被评为 被授予 被命名为")
  private static let thisYear = Mark.words("今年 年内 本年")
  private static let bodies = Mark.words("中心 平台 公司 学院 基地 委员会 办公室 法庭 联盟 协会 基金 基金会 工作室 研究院 交易所 服务中心")
  private static let deeds = Mark.words("品牌 活动 全年 今年 年内 累计 已 运转 成交 顺利 正式 投入 平稳")

  /// Where last year's report tells that the same was done.
  private func told(_ object: ArraySlice<UInt16>, by verbs: [[UInt16]], _ own: [[UInt16]]) -> Range<Int>? {
    let object = Array(object)
    let (units, head) = (last.prose.units, object[0])
    for sentence in last.draft.sentences
    where sentence.range.count > 4 && last.draft.role(of: sentence.section) != .plan {
      for start in sentence.range where units[start] == head && start > 0 {
        let end = Self.end(of: start, units, sentence.range.upperBound)
        let counted = Self.start(ofCountBefore: start, units)
        let verbEnd = units[counted - 1] == Self.perfect ? counted - 1 : counted
        let isSame =
          object.starts(with: units[start..<end]) && Self.endsName(object.dropFirst(end - start))
          || object.last == Self.quoteEnd && units[start..<end].starts(with: object)
        let rest = end..<sentence.range.upperBound
        // 评标室于6月启用, where this year it is told to be 首次启用.
        let stop = start + object.count
        if !own.isEmpty, stop < sentence.range.upperBound, units[start..<stop].elementsEqual(object),
          let verb = (stop..<sentence.range.upperBound).prefix(12).first(where: {
            !Self.timeMarks.contains(units[$0]) && !Mark.isDigit(units[$0])
          }), last.prose.hasAny(own, at: verb),
          !last.prose.hasAny(Self.toCome, in: last.prose.clause(around: start..<start + 1))
        {
          return start..<stop
        }
        guard Self.isLong(units[start..<end]), isSame,
          last.prose.hasAny(verbs, before: verbEnd)
            || last.prose.hasAny(
              verbs.isEmpty ? Self.opening : Self.founding + Self.opening, in: rest.prefix(14)),
          !last.prose.hasAny(Self.toCome, in: last.prose.clause(around: start..<start + 1))
        else { continue }
        return start..<end
      }
    }
    return nil
  }

  /// 2022年首次, 自首次…以来: the first time lies back.
  private static func isOfOtherTime(_ index: Int, _ sentence: DraftSentence, _ this: DraftStudy) -> Bool {
    let before = sentence.range.lowerBound..<index
    if this.prose.hasAny(Self.back, in: before) || this.prose.hasAny(Self.since, in: sentence.range) {
      return true
    }
    let year = this.draft.reportYear(at: index)
    return this.draft.times[sentence.times].contains { time in
      guard time.range.upperBound <= index, case .date(let date) = time.meaning else { return false }
      return date.year != year
    }
  }

  private static let heads = UnitSet("首第从破新今年本揭挂正")
  private static let firsts = Mark.words("首次 首度 第一次 首创 从无到有 破天荒 新 今年 年内 本年")
  private static let verbs =
    Mark.words(
      "推行 推出 设立 建立 建立 举办 开展 建成 实施 出台 组建 启动 发布 开通 成立 创办 打造 试行 实行 召开 引入 开设 聘请 选聘 编制 开发 建设 启用 投用 上线 运用 采用 引进 创设 推广",
      "开办 创立 新设 新建 运行 挂牌 承接 组织 承办 建起 启动实施 启动建设 投入使用")
    + honours
  private static let back = Mark.words("上年 去年 继 自 曾 当年 前年")
  private static let since = Mark.words("以来")
  private static let toCome = Mark.words("将 拟 计划 谋划 筹备 筹建 推动 准备 尚未 未 明年 下一步 力争 研究 调研 方案")
  private static let invented = Mark.word("首创")
  private static let unitsOfCount = UnitSet("万亿元个项家条座处名支套")
  private static let perfect: UInt16 = 0x4E86  // 了
  private static let new: UInt16 = 0x65B0
  private static let quotes = UnitSet("“”")
  private static let least = 5
  private static let longest = 24
}
