import ReportModel

/// 隔段相反的话: 全年没有一家单位因任务滞后被约谈 … 对滞后的2家单位进行了约谈; 覆盖全部65个村 … 5个村尚未接入. What is told in the same words elsewhere.
struct Denials {
  let page: FigurePage

  typealias Pair = (denial: Range<Int>, fact: Range<Int>)

  var found: [Pair] { denied + universal + postponed + zeros }

  /// 旅游服务实现“零投诉” … 旅游投诉4件: of what stands right before both.
  private var zeros: [Pair] {
    var found: [Pair] = []
    Self.none.scan(page.units) { _, range in
      guard let sentence = page.draft.sentence(at: range.lowerBound),
        page.draft.role(of: page.draft.sentences[sentence].section) != .plan,
        case let subject = clause(around: range.lowerBound).lowerBound..<range.lowerBound,
        !page.words(subject).containsAny(Self.partTimes),
        !Self.hedges.contains(where: { page.contains($0, in: subject) })
      else { return }
      for place in page.places(of: Array(page.units[range.dropFirst()]), in: 0..<page.units.count) {
        var end = place
        if end > 2, page.units[end - 2..<end].elementsEqual(Self.service) { end -= 2 }
        let clause = clause(around: place)
        guard let figure = page.figures(from: place).first, end - 2 >= clause.lowerBound,
          page.range(figure).lowerBound == place + range.count - 1, page.isThing(figure),
          page.value(figure) >= 1, page.isTold(figure), page.claim(figure).sentence != sentence,
          page.draft.role(of: page.draft.sentences[page.claim(figure).sentence].section) != .plan,
          case let noun = Array(page.units[end - 2..<end]), noun.allSatisfy(Mark.isHan),
          isSubject(subject, noun), !Self.deeds.contains(noun),
          page.claim(figure).period != .before, page.claim(figure).period != .other,
          !page.contains(Self.year, in: page.sentence(of: figure).range),
          !Self.hedges.contains(where: { page.contains($0, in: clause) })
        else { continue }
        found.append((range, clause))
        return
      }
    }
    return found
  }

  /// 旅游服务, 全区旅游服务; not 示范景区旅游服务.
  private func isSubject(_ subject: Range<Int>, _ noun: [UInt16]) -> Bool {
    var rest = page.units[subject]
    while let word = Self.general.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    return rest.starts(with: noun)
  }

  private static let none = PhraseTable(["零投诉", "零事故", "零上访", "零信访", "零舆情", "零逾期", "零超时", "零差错", "零违规"])
  private static let service = Mark.word("服务")
  private static let deeds = Set(Mark.words("实现 发生 出现 受理 办理 处理 化解 保持 安全 生产 企业 群众 工作 项目"))
  private static let partTimes = ["月", "季度", "半年", "期间", "假期", "节", "以来", "日"]

  /// 没有一项延期, of all tasks, and the report's own count of those postponed.
  private var postponed: [Pair] {
    guard let late = status.overall.first?.delayed.first, page.value(late) >= 1 else { return [] }
    var found: [Pair] = []
    Self.openers.scan(page.units) { _, range in
      guard found.isEmpty, let denial = denial(range), denial.incident == Self.late, denial.words.isEmpty,
        denial.range.upperBound == range.upperBound + Self.late.count,
        page.claim(late).sentence != denial.sentence,
        page.words(max(0, denial.range.lowerBound - 20)..<range.upperBound).containsAny(Self.tasks)
      else { return }
      found.append((denial.range, page.range(late)))
    }
    return found
  }

  private static let late = Mark.word("延期")
  private static let tasks = ["任务", "一项"]

  // MARK: 没有一家…被约谈

  private struct Denial {
    var range: Range<Int>
    var incident: [UInt16]
    /// What is said besides: where it is said of whom, and why.
    var words: Set<UInt32>
    var sentence: Int
  }

  private var denied: [Pair] {
    var denials: [Denial] = []
    Self.openers.scan(page.units) { _, range in
      // The same denial told again is answered by the first.
      if let denial = denial(range),
        !denials.contains(where: { $0.incident == denial.incident && $0.words == denial.words })
      {
        denials.append(denial)
      }
    }
    guard !denials.isEmpty else { return [] }
    return denials.compactMap { denial in
      for (index, sentence) in page.draft.sentences.enumerated()
      where index != denial.sentence && page.draft.role(of: sentence.section) != .plan
        && !page.contains(Self.year, in: sentence.range)
      {
        for place in page.places(of: denial.incident, in: sentence.range) {
          if let fact = fact(at: place, in: sentence.range, against: denial) { return (denial.range, fact) }
        }
      }
      return nil
    }
  }

  private func denial(_ opener: Range<Int>) -> Denial? {
    guard let sentence = page.draft.sentence(at: opener.lowerBound),
      page.draft.role(of: page.draft.sentences[sentence].section) != .plan,
      case let clause = clause(around: opener.lowerBound),
      !Self.hedges.contains(where: { page.contains($0, in: clause) }),
      // 试点村没有一例: said of some only.
      isGeneral(clause.lowerBound..<opener.lowerBound)
    else { return nil }
    let words = opener.upperBound..<clause.upperBound
    guard
      let incident = Self.incidents.first(where: { page.contains($0, in: words) })
    else { return nil }
    return Denial(
      range: opener.lowerBound..<clause.upperBound, incident: incident,
      words: pairs(words, without: incident),
      sentence: sentence)
  }

  /// 全年, 各单位, 各项任务: of all there are.
  private func isGeneral(_ range: Range<Int>) -> Bool {
    var rest = page.units[range]
    while let word = Self.general.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    return rest.isEmpty
  }

  /// Where a clause tells that it happened, so and so often or of so many.
  private func fact(at place: Int, in sentence: Range<Int>, against denial: Denial) -> Range<Int>? {
    let clause = clause(around: place)
    guard !Self.hedges.contains(where: { page.contains($0, in: clause) }),
      !Self.openings.contains(where: { page.contains($0, in: clause) }),
      case let shared = pairs(clause, without: denial.incident).intersection(denial.words).count,
      shared > 0 || denial.words.isEmpty && denial.incident.count > 3
    else { return nil }
    let isCounted = page.figures(from: clause.lowerBound).prefix {
      page.range($0).upperBound <= clause.upperBound
    }
    .contains { page.isAmount($0) && page.isThing($0) || Self.persons.contains(page.unit($0)) }
    let told = page.words(clause)
    return isCounted || told.hasPrefix("因") && shared > 1 ? clause : nil
  }

  /// Two characters side by side that tell: neither 全年 nor 单位, nor part of what happened.
  private func pairs(_ range: Range<Int>, without incident: [UInt16]) -> Set<UInt32> {
    let taken = Set(page.places(of: incident, in: range).flatMap { $0..<$0 + incident.count })
    return Set(
      range.dropLast().compactMap { index in
        let (a, b) = (page.units[index], page.units[index + 1])
        guard Mark.isHan(a), Mark.isHan(b), !taken.contains(index), !taken.contains(index + 1),
          !Self.empty.contains(a), !Self.empty.contains(b), !Self.common.contains([a, b])
        else { return nil }
        return UInt32(a) << 16 | UInt32(b)
      })
  }

  private func clause(around place: Int) -> Range<Int> {
    var (low, high) = (place, place)
    while low > 0, !Mark.clauseEnds.contains(page.units[low - 1]), !starts.contains(low) { low -= 1 }
    while high < page.units.count, !Mark.clauseEnds.contains(page.units[high]),
      high == place || !starts.contains(high)
    { high += 1 }
    return low..<high
  }

  private let status: StatusReading
  private let starts: Set<Int>

  init(page: FigurePage, status: StatusReading) {
    self.page = page
    self.status = status
    starts = Set(page.draft.paragraphs.map(\.range.lowerBound))
  }

  // MARK: 覆盖全部65个村 … 仍有5个村尚未接入

  private var universal: [Pair] {
    // Hardly a text leaves some out: what is told of all is looked for only then.
    var all: [Int]?
    return page.draft.quantities.indices.compactMap { some in
      guard page.isAmount(some), page.isTold(some), page.value(some) >= 1,
        Self.left.contains(where: { page.words(page.lead(some)).hasSuffix($0) }),
        case let tail = page.tail(some),
        let not = Self.notYet.lazy.compactMap({ word in
          page.places(of: word, in: tail).first.map { (start: $0, end: $0 + word.count) }
        }).first,
        case let noun = page.units[tail.lowerBound..<not.start], (1...6).contains(noun.count),
        noun.allSatisfy({ Mark.isHan($0) && $0 != Mark.of }),
        case let clause = clause(around: tail.lowerBound), clause.upperBound - not.end >= 2
      else { return nil }
      if let whole = reached(Array(noun), not.end..<clause.upperBound, some) {
        return (whole, page.lead(some).lowerBound..<clause.upperBound)
      }
      guard clause.upperBound - not.end >= 4,
        !Self.hedges.contains(where: { page.contains($0, in: sentence(of: some)) })
      else { return nil }
      let object = not.end..<clause.upperBound
      if let whole = everyOne(Array(noun), object) {
        return (whole, page.lead(some).lowerBound..<clause.upperBound)
      }
      let told = all ?? page.draft.quantities.indices.filter { isAll($0) }
      all = told
      guard
        let whole = told.first(where: { whole in
          page.sameUnit(whole, some) && page.value(whole) > page.value(some)
            && page.claim(whole).sentence != page.claim(some).sentence
            && page.units[page.tail(whole)].starts(with: noun)
            && isSameNoun(page.tail(whole).dropFirst(noun.count))
            && isOf(object, sentence(of: whole))
        })
      else { return nil }
      return (
        page.lead(whole).lowerBound..<page.range(whole).upperBound + noun.count,
        page.lead(some).lowerBound..<clause.upperBound
      )
    }
  }

  /// 12个镇街综治中心全部达标运行 … 仍有2个镇街综治中心未达到标准: the same of the same, later and of no earlier time.
  private func reached(_ noun: [UInt16], _ object: Range<Int>, _ some: Int) -> Range<Int>? {
    guard noun.count >= 3, page.claim(some).period != .before, page.claim(some).period != .other,
      case let sentence = sentence(of: some),
      !page.words(sentence).containsAny(Self.partTimes + ["年初", "此前"])
    else { return nil }
    return page.draft.quantities.indices.lazy.filter { whole in
      guard page.isAmount(whole), page.isTold(whole), page.sameUnit(whole, some),
        page.value(whole) > page.value(some), page.tail(whole).lowerBound < sentence.lowerBound,
        page.claim(whole).period != .before,
        page.units[page.tail(whole)].starts(with: noun),
        case let behind = page.tail(whole).dropFirst(noun.count),
        let word = Self.allWords.first(where: { page.words(behind).hasPrefix($0) }),
        case let deed = page.units[behind.dropFirst(word.utf16.count)].prefix(2), deed.count == 2
      else { return false }
      // 全部接通光纤, 未接通天然气: of two things.
      let told = page.units[behind.dropFirst(word.utf16.count + 2)].prefix(2)
      let lacking = page.units[object].dropFirst(2).prefix(2)
      let areOne = told.elementsEqual(lacking) || lacking.isEmpty || !told.allSatisfy(Mark.isHan)
      return page.units[object].starts(with: deed) && areOne
        || deed.elementsEqual(Self.standard) && page.units[object].starts(with: Self.attaining)
    }.first.map { page.lead($0).lowerBound..<page.tail($0).upperBound }
  }

  private static let (standard, attaining) = (Mark.word("达标"), Mark.word("达到"))

  /// 所有镇街均已建成综治中心: without their number.
  private func everyOne(_ noun: [UInt16], _ object: Range<Int>) -> Range<Int>? {
    for word in Self.every {
      for place in page.places(of: word + noun, in: 0..<page.units.count) {
        let end = place + word.count + noun.count
        guard let index = page.draft.sentence(at: place),
          case let sentence = page.draft.sentences[index].range,
          page.draft.role(of: page.draft.sentences[index].section) != .plan,
          Self.allWords.contains(where: { page.words(end..<sentence.upperBound).hasPrefix($0) }),
          !Self.hedges.contains(where: { page.contains($0, in: sentence) }),
          !sentence.contains(object.lowerBound), isOf(object, clause(around: place))
        else { continue }
        return place..<clause(around: place).upperBound
      }
    }
    return nil
  }

  /// Four characters that both share, and the end of the name: not 综治中心 for 综治中心分中心.
  private func isOf(_ object: Range<Int>, _ whole: Range<Int>) -> Bool {
    let end = page.units[object].filter(Mark.isHan).suffix(3)
    let words = page.units[whole].filter(Mark.isHan)
    return page.shares(object, with: whole, atLeast: 4)
      && words.indices.dropLast(2).contains { words[$0...].starts(with: end) }
  }

  private static let every = Mark.words("所有 各 全部")

  private func sentence(of figure: Int) -> Range<Int> {
    page.draft.sentences[page.claim(figure).sentence].range
  }

  private func isSameNoun(_ rest: Range<Int>) -> Bool {
    rest.isEmpty || Self.allWords.contains { page.words(rest).hasPrefix($0) }
  }

  /// 覆盖全部65个村, 65个村全部接入.
  private func isAll(_ figure: Int) -> Bool {
    guard page.isAmount(figure), page.isExact(figure), page.isTold(figure), page.value(figure) > 1,
      !Self.hedges.contains(where: { page.contains($0, in: sentence(of: figure)) })
    else { return false }
    if Self.allOf.contains(where: { page.words(page.lead(figure)).hasSuffix($0) }) { return true }
    let tail = page.tail(figure).prefix(10)
    return Self.allWords.contains { page.words(tail).contains($0) }
  }

  private static let year = Mark.word("上年")
  private static let openers = PhraseTable([
    "没有一家", "没有一件", "没有一起", "没有一例", "没有一项", "没有一个", "没有一名", "没有一人", "没有一次", "没有一宗", "没有一处", "无一", "无一家",
    "无一件",
    "无一起", "无一例", "无一项", "无一个", "无一名", "无一人", "无一次", "无一宗", "未发生", "未出现", "没有发生", "没有出现", "从未发生", "从未出现",
    "没有因",
  ])
  private static let openings = Mark.words("没有 无一 未发生 未出现 从未 零")
  private static let incidents = Mark.words(
    "通报批评 约谈 问责 逾期 超期 延期 退回 退件 投诉 上访 事故 火灾 舆情 超时 违规 违纪 流标 返工 漏报 迟报 瞒报 败诉 脱贫户返贫 返贫 失信")
  private static let hedges = Mark.words(
    "每 凡 如 若 将 应 要求 严禁 防止 杜绝 避免 规定 预防 上年 去年 此前 往年 历史 年初 改革前 以前 以上的 达到 力争 确保 不再 以下 可能 风险 隐患 减少 下降 市级 省级 上级 最多 不得"
  )
  private static let general = Mark.words(
    "全年 全区 全县 全市 今年 年内 各单位 各部门 各镇街 各乡镇 各牵头单位 各项任务 各项改革任务 所有任务 各级 各地 也 均 都 至今 目前 截至目前 区内 县域内 辖区 我区 我县")
  private static let empty = UnitSet("的了被因为在由对于和与及等也均都一二三四五六七八九十个家件起例项名人次处并已未有无")
  private static let common: Set<[UInt16]> = Set(
    Mark.words("全年 单位 任务 工作 改革 情况 出现 发生 企业 进行 部门 责任 主要 负责 全区 全县 项目 方面 问题 牵头 办理 群众"))
  private static let persons: Set<String> = ["人", "名", "起", "件", "例", "次", "宗", "户", "期"]
  private static let left = ["仍有", "还有", "尚有", "剩余", "仍", "还", "有"]
  private static let notYet = Mark.words(
    "至今没有 至今未 至今还没有 至今仍未 至今尚未 目前没有 目前还没有 目前未 目前尚未 一直没有 尚没有 没有 没能 还没 尚未 还未 仍未 还没有 仍没有 未能 未")
  private static let allOf = ["全部", "所有", "覆盖全部的", "覆盖所有"]
  private static let allWords = ["全部", "均已", "已全部", "全都", "都已", "实现全覆盖"]
}
