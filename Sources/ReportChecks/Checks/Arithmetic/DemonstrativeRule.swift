import Foundation
import ReportModel

/// 指代: 上述45项任务, 这2.3万名群众, 这个总投资3.2亿元的项目: a figure that points back at one told shortly before, and a heading's figure
/// told again under it. Reported with the same facts.
struct DemonstrativeRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices.dropFirst() where isTold(figure) {
      guard let name = name(of: figure) else { continue }
      let before = (0..<figure).reversed().prefix { isNear($0, figure) }
      guard !isAccounted(figure, for: before.filter(page.isAmount)) else { continue }
      let meant = before.filter { isTold($0) && page.sameUnit($0, figure) && isNamed($0, name) }
      guard let first = meant.first, Set(meant.map(page.value)).count == 1 else { continue }
      settle(figure, first, &book)
    }
    for figure in page.draft.quantities.indices.dropFirst() where isTold(figure) { again(figure, &book) }
    headings(&book)
  }

  // MARK: 承接下放权限126项 … 承接的136项下放权限

  /// The verb of what was told before as a clause, now in front of its count: the same things, wherever they were told.
  private func again(_ figure: Int, _ book: inout RelationBook) {
    var words = page.lead(figure)
    guard words.last.map({ page.units[$0] }) == Mark.of else { return }
    words = words.dropLast()
    // 梳理出的, 腾退出来的, 盘活之后的.
    if words.count > 2, let word = Self.resulting.first(where: { page.words(words).hasSuffix($0) }) {
      words = words.dropLast(word.utf16.count)
    }
    let verb = Array(page.units[words.suffix(2)])
    let noun = Array(page.units[page.tail(figure).prefix(2)])
    guard verb.count == 2, noun.count == 2, (verb + noun).allSatisfy(Mark.isHan),
      !Self.otherOnes.contains(page.text(words.suffix(2)))
    else { return }
    let told = (0..<figure).filter { other in
      guard isTold(other), page.sameUnit(other, figure),
        page.contains(verb, in: page.claim(other).clause.lowerBound..<page.range(other).lowerBound)
      else { return false }
      return page.units[page.tail(other)].starts(with: noun)
        || page.contains(noun, in: page.lead(other).suffix(6))
    }
    guard let first = told.first, Set(told.map(page.value)).count == 1,
      !page.cues.has(.parts, in: page.before(first)), page.value(figure) != page.value(first),
      // 改革以来共出台9项 … 今年出台的2项.
      !page.words(page.before(first)).containsAny(["以来", "累计"])
        || !page.words(words).hasAnyPrefix(Self.thisYear),
      isOfAll(words.dropLast(2), like: first)
    else { return }
    settle(figure, first, &book)
  }

  /// 对, 四是, 县委深改委全年: what stands before the verb says nothing, or names who was named beside the other count.
  private func isOfAll(_ words: Range<Int>, like whole: Int) -> Bool {
    let isItem = words.count > 1 && page.units[words.lowerBound + 1] == Self.item
    var rest = page.text(isItem ? words.dropFirst(2) : words)
    for word in Self.fillers {
      if rest.hasSuffix(word) { rest.removeLast(word.count) }
      if rest.hasPrefix(word) { rest.removeFirst(word.count) }
    }
    return rest.isEmpty || page.words(page.sentence(of: whole).range).hasPrefix(rest)
  }

  private static let thisYear = ["今年", "年内", "本年", "全年"]
  private static let resulting = Mark.texts("出来 之后 以后 上来 起来 进来 下来 出 成 过 后")
  private static let item = Mark.word("是")[0]
  private static let fillers = Mark.texts("全年 年内 今年 本年度 一年来 共 累计 已 针对 围绕 对 将 把 给 从 在")
  private static let otherOnes: Set<String> = ["其中", "首批", "上年", "去年", "剩余", "其余", "新增", "所有", "全部", "延期"]

  private func isTold(_ figure: Int) -> Bool {
    page.isAmount(figure) && page.isExact(figure) && page.claim(figure).change == nil
      && page.value(figure) > 1
      && !page.unit(figure).isEmpty && !page.cues.has([.each, .average], in: page.before(figure))
  }

  /// In the same paragraph or the one before, and not far.
  private func isNear(_ other: Int, _ figure: Int) -> Bool {
    let (a, b) = (page.claim(other).sentence, page.claim(figure).sentence)
    return b - a <= 4 && page.range(figure).lowerBound - page.range(other).upperBound < 300
      && page.draft.sentences[b].paragraph - page.draft.sentences[a].paragraph <= 1
  }

  /// What is pointed at: 任务 of 上述45项任务, 总投资 of 这个总投资3.2亿元; empty for a sum of money.
  private func name(of figure: Int) -> ArraySlice<UInt16>? {
    let lead = page.lead(figure)
    if page.words(lead).hasAnySuffix(Self.pointing) {
      let name = page.units[page.tail(figure)].prefix { Mark.isHan($0) && !Self.stops.contains($0) }.prefix(2)
      return name.isEmpty && page.unitKey(figure) != FigurePage.yuan ? nil : name
    }
    if let word = Self.singling.first(where: { page.words(lead).hasPrefix($0) }) {
      let name = page.units[lead.dropFirst(word.utf16.count)]
      return (2...6).contains(name.count) && page.units[page.tail(figure)].first == Mark.of ? name : nil
    }
    // 测评得分95.8分的背后.
    guard page.words(page.tail(figure)).hasPrefix("的背后"), lead.count >= 4 else { return nil }
    return page.units[lead].suffix(4)
  }

  private func isNamed(_ figure: Int, _ name: ArraySlice<UInt16>) -> Bool {
    if name.isEmpty { return page.unitKey(figure) == FigurePage.yuan }
    let name = Array(name)
    return page.contains(name, in: page.tail(figure))
      || page.contains(name, in: page.lead(figure).suffix(name.count > 1 ? 10 : 4))
  }

  /// Whether the number, or a sum or difference of those before it, stands there: then that is what is meant.
  private func isAccounted(_ figure: Int, for before: [Int]) -> Bool {
    let stated = page.value(figure)
    let values = before.map(page.value)
    if values.contains(stated) { return true }
    for (index, value) in values.enumerated() {
      if values[..<index].contains(where: { $0 + value == stated || abs($0 - value) == stated }) {
        return true
      }
    }
    let bySentence = Dictionary(grouping: before.filter { page.sameUnit($0, figure) }) {
      page.claim($0).sentence
    }
    return bySentence.values.contains { page.sum($0) == stated }
  }

  /// A slip of the pen parts the two, or one more or one less of few.
  private func settle(_ figure: Int, _ meant: Int, _ book: inout RelationBook) {
    let (a, b) = (page.value(figure), page.value(meant))
    guard Reckoning.isSlip(a, b, digits: 1) || abs(a - b) <= 2 && min(a, b) >= 3 else { return }
    book.compare(figure, withEarlier: [meant], on: page)
  }

  // MARK: 标题“建成邻里中心12个” … 全年建成邻里中心11个

  private func headings(_ book: inout RelationBook) {
    for section in page.draft.sections where !section.scheme.isInline && section.heading.count <= 40 {
      let told = page.figures(from: section.heading.lowerBound).prefix {
        page.range($0).upperBound <= section.heading.upperBound
      }
      for figure in told where isTold(figure) && page.isExact(figure) {
        let name = page.units[page.lead(figure)].suffix(4)
        guard name.count == 4, name.allSatisfy(Mark.isHan) else { continue }
        let body = page.figures(from: section.body).prefix {
          page.range($0).upperBound <= min(section.range.upperBound, section.body + 300)
        }.filter { isTold($0) && page.sameUnit($0, figure) }
        guard !body.contains(where: { page.value($0) == page.value(figure) }),
          let again = body.first(where: { page.units[page.lead($0)].suffix(4).elementsEqual(name) })
        else { continue }
        settle(again, figure, &book)
      }
    }
  }

  private static let pointing = ["这", "上述", "以上", "前述", "上述这", "以上这"]
  private static let singling = ["这个", "这项", "这一", "这座", "这条", "该"]
  private static let stops = UnitSet("全均都已的将在为是累与和及被从又仍无未")
}
