import Foundation
import ReportModel

/// 任务在哪里说: the sentences that tell of each of the ledger's tasks: those that name it and what follows them in the paragraph, up
/// to the name of another task; behind a heading the paragraph under it.
struct ToldTasks {
  /// The tasks that each sentence tells of.
  private(set) var bySentence: [Int: [Int]] = [:]
  /// The sentences that tell of each task.
  private(set) var sentences: [Set<Int>]

  init(_ draft: Draft, _ tasks: [ReformTask]) {
    sentences = Array(repeating: [], count: tasks.count)
    var named: [Int: [Int]] = [:]
    for (task, found) in NameFinder(draft).sentences(naming: tasks.map(\.name)).enumerated() {
      for sentence in found { named[sentence, default: []].append(task) }
    }
    var (current, paragraph, isHeading): ([Int], Int, Bool) = ([], -1, false)
    for (index, sentence) in draft.sentences.enumerated() {
      if sentence.paragraph != paragraph, !(isHeading && sentence.paragraph == paragraph + 1) { current = [] }
      if let own = named[index] { current = own }
      isHeading = named[index] != nil && sentence.range.count <= Self.longestHeading
      paragraph = sentence.paragraph
      guard !current.isEmpty, draft.role(of: sentence.section) != .plan else { continue }
      bySentence[index] = current
      for task in current { sentences[task].insert(index) }
    }
  }

  private static let longestHeading = 30
}

/// 进展数字与台账: figures of the ledger's progress texts that the draft gives of the same thing.
struct ProgressFigures {
  private let match: LedgerMatch
  private let page: FigurePage
  private let told: ToldTasks
  private let byUnit: [UInt16: [Int]]

  init(_ match: LedgerMatch, _ page: FigurePage, _ told: ToldTasks) {
    (self.match, self.page, self.told) = (match, page, told)
    var byUnit: [UInt16: [Int]] = [:]
    for figure in match.draft.quantities.indices {
      if let unit = page.unit(figure).utf16.first { byUnit[unit, default: []].append(figure) }
    }
    self.byUnit = byUnit
  }

  func compare(_ places: LedgerPlaces, _ result: inout CheckResult) {
    for (number, item) in places.tasks.enumerated() {
      guard let progress = item.task.progress else { continue }
      let told = told.sentences[number]
      let all = StatedFigures(progress).figures
      for (place, stated) in all.enumerated() {
        let start = place > 0 ? all[place - 1] : nil
        if let figure = otherMeasure(stated, told) {
          result.report(
            match.draft.text.place(page.range(figure)),
            "“\(item.task.name)”的进展数字单位与台账不一致：台账写“\(stated.text)”", "请核对文稿和台账",
            related: [.init(places.place(item.path, "进展情况"), "台账在这里")])
          continue
        }
        let alike = (stated.unit.utf16.first.flatMap { byUnit[$0] } ?? []).filter { isOfUnit(stated, $0) }
        let ends = alike.filter { isEnd(of: start, stated, $0) }
        let found = ends.isEmpty ? alike.filter { isOf(stated, $0, told) } : ends
        let sentences = Set(found.map { page.claim($0).sentence })
        let holds =
          alike.contains {
            page.value($0) == stated.value
              && (sentences.contains(page.claim($0).sentence) || told.contains(page.claim($0).sentence))
          } || found.contains { isSum(stated.value, from: $0) }
        // 开展, 完成: a verb alone names nothing.
        guard !found.isEmpty, !holds, !Self.verbs.contains(stated.words) || !stated.behind.isEmpty else {
          continue
        }
        result.recognise("ledgerFigures", "与台账对照的指标", 1)
        guard found.count == 1, let figure = found.first, page.isExact(figure),
          !isOfAnother(figure, than: number, shared(stated, figure), places),
          page.claim(figure).change == nil || shared(stated, figure) >= 4 || !ends.isEmpty,
          page.claim(figure).period != .plan,
          // 用时由24天压缩到15天: what it was before is told in the ledger, too.
          page.claim(figure).period != .before || stated.words.last.map(Self.sources.contains) == true,
          !all.contains(where: { $0.unit == stated.unit && $0.value == page.value(figure) })
        else { continue }
        let precision = page.quantity(figure).precision
        let step = Decimal(sign: .plus, exponent: max(precision, 0), significand: 1)
        guard abs(page.value(figure) - stated.value) * 2 > step || precision <= 0 else { continue }
        result.report(
          match.draft.text.place(page.range(figure)),
          "“\(item.task.name)”的进展数字与台账不一致：台账写“\(stated.text)”", "请核对文稿和台账",
          related: [.init(places.place(item.path, "进展情况"), "台账在这里")])
      }
    }
  }

  /// 24个工作日 is no count of 42个项目.
  private func isOfUnit(_ stated: StatedFigures.Figure, _ figure: Int) -> Bool {
    guard stated.unit == "个" else { return true }
    let part = Self.afterPiece.first(where: stated.behind.starts)
    return page.unit(figure).utf16.dropFirst().elementsEqual(part ?? [])
      || part == nil && !Self.afterPiece.contains { page.unit(figure).utf16.dropFirst().elementsEqual($0) }
  }

  private static let afterPiece = Mark.words("工作日 百分点 小时 月")

  /// 调解结案率51.3% is not 人民调解成功率97.1% where another task of the ledger has that very figure, in words nearer to the draft's.
  private func isOfAnother(_ figure: Int, than task: Int, _ shared: Int, _ places: LedgerPlaces) -> Bool {
    places.tasks.indices.contains { other in
      other != task && told.sentences[other].contains(page.claim(figure).sentence)
        && (places.tasks[other].task.progress.map { StatedFigures($0).figures } ?? []).contains {
          $0.value == page.value(figure) && $0.unit == page.unit(figure)
            && self.shared($0, figure) > max(1, shared)
        }
    }
  }

  /// 腾出面积4.6万平方公里, where the ledger has 4.6万平方米: the same number of the same thing in another measure.
  private func otherMeasure(_ stated: StatedFigures.Figure, _ told: Set<Int>) -> Int? {
    guard let measure = stated.measure, let kind = Self.measures.first(where: { $0.contains(measure) }) else {
      return nil
    }
    let same = match.draft.quantities.indices.filter {
      page.value($0) == stated.value && kind.contains(page.unit($0))
    }
    guard !same.contains(where: { page.unit($0) == measure }) else { return nil }
    return same.first { figure in
      let shared = shared(stated, figure)
      return shared >= 3 || shared >= 2 && told.contains(page.claim(figure).sentence)
    }
  }

  private static let measures: [Set<String>] = [
    ["平方米", "平方公里", "亩", "公顷"], ["米", "公里", "千米"], ["吨", "公斤", "千克"],
  ]

  /// 2个医共体分别覆盖乡镇卫生院8个和6个: what the ledger counts together is told one by one.
  private func isSum(_ value: Decimal, from first: Int) -> Bool {
    var sum = page.value(first)
    for figure in page.siblings(of: first) where figure > first && sum < value {
      if page.sameUnit(figure, first) { sum += page.value(figure) }
    }
    return sum == value && value != page.value(first)
  }

  /// How many characters right before the number the draft and the ledger share.
  private func shared(_ stated: StatedFigures.Figure, _ figure: Int) -> Int {
    let noun = Self.bare(lead(figure))
    return zip(noun.reversed(), Self.bare(stated.words).reversed()).prefix { $0 == $1 }.count
  }

  /// 汉字 right before a figure, or before the one that it goes on from: 供应5宗、276亩.
  private func lead(_ figure: Int) -> [UInt16] {
    let lead = page.lead(figure)
    // 盘活8宗412亩 counts one thing twice.
    guard lead.isEmpty, figure > page.siblings(of: figure).lowerBound,
      page.words(page.before(figure)) == "、" || page.before(figure).isEmpty && page.tail(figure - 1).isEmpty
    else {
      return page.units[lead].filter(Mark.isHan)
    }
    return page.units[page.lead(figure - 1)].filter(Mark.isHan)
  }

  /// Whether a figure is of the same thing: the noun right before it is, wherever it stands; where the task itself is told, the last
  /// character of the noun, the noun behind the figure or the digits will do.
  private func isOf(_ stated: StatedFigures.Figure, _ figure: Int, _ told: Set<Int>) -> Bool {
    let shared = shared(stated, figure)
    if isOfEach(figure) { return false }
    if shared >= 3, shared >= min(4, Self.bare(stated.words).count) { return true }
    guard told.contains(page.claim(figure).sentence) else { return false }
    let lead = lead(figure)
    if Self.isSameNoun(lead, stated.words) { return true }
    let words = FoldedWords(units: lead[...])
    guard !words.containsAny(Self.partial), page.claim(figure).period != .cumulative else { return false }
    return isNounBehind(figure, stated) || Self.isSlip(page.value(figure), stated.value)
  }

  /// 由14个整合为9个: what came of the same figure of the same thing.
  private func isEnd(of first: StatedFigures.Figure?, _ stated: StatedFigures.Figure, _ figure: Int) -> Bool {
    guard let first, first.unit == stated.unit, first.words.count > 2,
      first.words.last.map(Self.sources.contains) == true,
      figure > page.siblings(of: figure).lowerBound, page.value(figure - 1) == first.value,
      page.sameUnit(figure - 1, figure), lead(figure - 1).suffix(3).elementsEqual(first.words.suffix(3))
    else { return false }
    return page.units[page.lead(figure)].last.map(Self.ends.contains) == true
  }

  private static let sources = UnitSet("由从")

  /// 3个领域各组建1家: the figure is of each of them.
  private func isOfEach(_ figure: Int) -> Bool {
    let lead = lead(figure).suffix(8)
    guard let each = lead.lastIndex(of: Self.each), each + 1 < lead.endIndex else { return false }
    return !Self.kindsOf.contains(lead[each + 1])
  }

  private static let each = Mark.word("各")[0]
  private static let kindsOf = UnitSet("类级镇项地区县市街乡部单社村学企园个种界苏旗")

  /// 118项执法事项 of 下放执法事项118项, 96个行政村 of 覆盖69个行政村.
  private func isNounBehind(_ figure: Int, _ stated: StatedFigures.Figure) -> Bool {
    let tail = page.units[page.tail(figure)].prefix { Mark.isHan($0) }.prefix(10)
    if zip(tail, stated.behind).prefix(while: { $0 == $1 }).count >= 2 { return true }
    let noun = Self.bare(stated.words)
    guard noun.count >= 2, !Self.verbs.contains(noun) else { return false }
    let end = Array(noun.suffix(2))
    return zip(tail, tail.dropFirst()).contains { $0 == end[0] && $1 == end[1] }
  }

  /// 69 for 96, 4200 for 42: the same digits in another order, or a unit that slipped.
  private static func isSlip(_ written: Decimal, _ known: Decimal) -> Bool {
    func digits(_ value: Decimal) -> [Character] { "\(value)".filter { $0 != "." && $0 != "0" }.sorted() }
    return written != known && known >= 10 && digits(written) == digits(known)
  }

  /// 并网装机 of 并网装机容量达到: without the words of measuring and reaching.
  private static func bare(_ words: [UInt16]) -> [UInt16] {
    var words = words[...]
    while let end = measuring.first(where: {
      words.count > $0.count + 1 && words.suffix($0.count).elementsEqual($0)
    }) {
      words = words.dropLast(end.count)
    }
    return Array(words)
  }

  private static let measuring = Mark.words("容量 规模 总量 数量 面积 金额 总额 里程 总数 长度 产量 达到 达 共计 共 为 至 约 已 到 累计")

  /// 建站40个 and 建成中小企业服务站40个, 交易27笔 and 排污权交易27笔: one noun, with its verb or without.
  private static func isSameNoun(_ lead: [UInt16], _ words: [UInt16]) -> Bool {
    guard let last = words.last, words.count >= 2, !vague.contains(last) else { return false }
    let noun = lead.last == last || lead.suffix(3).contains(last) && ends.contains(lead[lead.count - 1])
    return noun || words.suffix(2).elementsEqual(lead.suffix(2))
      || words.count >= 2 && lead.count >= 4 && lead.dropLast(2).suffix(2).elementsEqual(words.suffix(2))
  }

  private static let verbs = Set(
    Mark.words("开展 完成 建成 新增 实施 处理 办理 组织 建立 推出 形成 出台 涉及 覆盖 达到 累计"))
  private static let vague = UnitSet("成达到至共计了为有增加升")
  private static let ends = UnitSet("成达到至共计了为有")
  /// 其中小学120个, 每站3名: of a part or of one.
  private static let partial = ["其中", "平均", "每", "人均", "户均", "另", "首批", "累计", "占", "计划", "目标"]
}

/// 进展数字: the figures of a short text with the words before them: 兑现资金4200万元.
struct StatedFigures {
  struct Figure {
    /// 汉字 right before the number, without a mark between.
    var words: [UInt16]
    /// 汉字 right behind its unit; two of them at least where there are no two before it.
    var behind: [UInt16]
    var value: Decimal
    var unit: String
    /// The whole of its unit where it is one of measure.
    var measure: String?
    var text: String
  }

  private(set) var figures: [Figure] = []

  init(_ text: String) {
    let units = Mark.word(text)
    var index = 0
    /// Where the digits of the figure before end, if it was taken.
    var stop: Int?
    while index < units.count {
      guard Mark.isDigit(units[index]) else {
        index += 1
        continue
      }
      var start = index
      while start > 0, Mark.isHan(units[start - 1]) { start -= 1 }
      // 供应用地5宗、276亩: the second is of the same thing.
      var isNext = start == index && start > 0 && units[start - 1] == Mark.pause && !figures.isEmpty
      var end = index
      while end < units.count,
        Mark.isDigit(units[end]) || units[end] == 0x2E
          || units[end] == 0x2C && end + 1 < units.count && Mark.isDigit(units[end + 1])
      { end += 1 }
      defer { index = end }
      let digits = String(decoding: units[index..<end].filter { $0 != 0x2C }, as: UTF16.self)
      guard var value = Decimal(string: digits) else { continue }
      var unitStart = end
      if end < units.count, units[end] == Self.tenThousand { (value, unitStart) = (value * 10_000, end + 1) }
      if end < units.count, units[end] == Self.hundredMillion {
        (value, unitStart) = (value * 100_000_000, end + 1)
      }
      // One character of the unit is enough to tell it from others; longer ones are compared as the draft has them.
      guard unitStart < units.count else { continue }
      let unit = units[unitStart] == 0x25 ? "%" : String(decoding: [units[unitStart]], as: UTF16.self)
      guard Mark.isHan(units[unitStart]) || unit == "%", !Self.times.contains(units[unitStart]) else {
        continue
      }
      let behind = Array(units[(unitStart + 1)...].prefix(while: Mark.isHan))
      // 盘活8宗412亩: and so is what stands right behind its unit.
      if start == stop, index - start <= 2 { isNext = true }
      guard index - start >= 2 || behind.count >= 2 || isNext else { continue }
      stop = end
      let measure = Self.measures.first { units[unitStart...].starts(with: $0.word) }
      figures.append(
        Figure(
          words: isNext ? figures.last?.words ?? [] : Array(units[start..<index]), behind: behind,
          value: value, unit: unit, measure: measure?.name,
          text: String(
            decoding: units[start..<min(units.count, unitStart + (measure?.word.count ?? 1))], as: UTF16.self)
        ))
    }
  }

  private static let measures = ["平方公里", "平方米", "公顷", "公里", "千米", "公斤", "千克", "亩", "吨", "米"].map {
    (name: $0, word: Mark.word($0))
  }
  private static let tenThousand: UInt16 = 0x4E07
  private static let hundredMillion: UInt16 = 0x4EBF
  private static let times = UnitSet("年月日时分百")
}
