import Foundation
import ReportModel

/// 占比: proposes the shares that a text tells, with the part and the whole that make them.
struct ShareRule: RelationRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    let shares = NamedBaseShares(page: page)
    let named = NamedWholes(page: page)
    for figure in page.draft.quantities.indices where page.isPercent(figure) && page.isTold(figure) {
      shares.propose(figure, &book)
      let before = clauseBefore(figure)
      guard let share = before.last(where: { page.units[$0] == Mark.share && !isCompound($0) }) else {
        continue
      }
      if page.cues.has(.respectively, in: max(before.lowerBound, share - 3)..<before.upperBound) {
        respectively(figure, share, &book)
      } else {
        read(figure, share, named, &book)
      }
    }
    for sentence in page.draft.sentences where sentence.quantities.count > 2 {
      together(sentence.quantities, &book)
      if sentence.quantities.count >= 6 { pairs(sentence.quantities, &book) }
    }
  }

  /// 占地, 占用: no share.
  private func isCompound(_ index: Int) -> Bool {
    guard index + 1 < page.units.count else { return true }
    // 药占比 is a measure of its own.
    return Self.compounds.contains(page.units[index + 1])
      || index > 0 && Self.measured.contains(page.units[index - 1])
  }

  /// Back to the comma before the figure, over other figures.
  private func clauseBefore(_ figure: Int) -> Range<Int> {
    var start = page.claim(figure).clause.lowerBound
    // 占全镇18个村(社区)的88.3%: a bracket belongs to the clause.
    if start > 0, page.units[start - 1] == 0x29,
      let open = page.units[(0..<start).suffix(10)].lastIndex(of: 0x28)
    {
      start = open
      while start > 0, !Mark.isListMark(page.units[start - 1]) { start -= 1 }
    }
    return start..<page.range(figure).lowerBound
  }

  private static let measured = UnitSet("药耗")
  private static let than = Mark.word("比")[0]

  private func read(_ figure: Int, _ share: Int, _ wholes: NamedWholes, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    let base = share + 1..<page.range(figure).lowerBound
    if let named = namedPart(figure, share) {
      let whole = (siblings.lowerBound..<named).last {
        page.sameUnit($0, named) && (page.cues.has(.parts, in: page.after($0)) || page.isAmong($0))
          // 412.6万件,日均1.13万件,其中上行126.8万件.
          && (page.value($0) >= page.value(named) || !page.has(Mark.average, in: page.lead($0)))
      }
      if let whole { return settle(figure, named, whole, isCertain: true, &book) }
      if let whole = wholeOfList(with: named) { return settle(figure, named, whole, isCertain: true, &book) }
    }
    if let part = told(behind: figure), isBare(base),
      let whole = (siblings.lowerBound..<figure).last(where: { page.sameUnit($0, part) }),
      page.claim(whole).change == nil, page.cues.has(.parts, in: page.range(whole).upperBound..<share)
    {
      return settle(figure, part, whole, isCertain: true, &book)
    }
    guard
      let nearest = (siblings.lowerBound..<figure).last(where: {
        page.range($0).upperBound <= share && page.isAmount($0)
      })
    else { return }
    // 整治90处,其中道路隐患占65%: of what is not counted.
    let clause = clauseBefore(figure).lowerBound
    // 24所纳入集团,占92.3%;公办园在园幼儿占比62.4%: of others that are not counted, either.
    if page.range(nearest).upperBound < clause,
      page.has(Mark.semicolon, in: page.range(nearest).upperBound..<clause), share - clause >= 5,
      page.units[clause..<share].allSatisfy(Mark.isHan), page.units[share + 1] == Self.than,
      !page.words(clause..<share).containsAny(["其", "这", "该"]),
      !page.contains(Array(page.units[page.tail(nearest).suffix(2)]), in: clause..<share)
    {
      return
    }
    if page.range(nearest).upperBound <= clause, share - clause > 4,
      page.words(clause..<share).hasPrefix("其中")
    {
      return
    }
    // 达到57个,比上年增加6个,占村总数的91.9%: what there is, not by how much it grew.
    let isGrowth =
      page.claim(nearest).change != nil && nearest > siblings.lowerBound
      && page.sameUnit(nearest - 1, nearest) && page.claim(nearest - 1).change == nil
      && page.cues.has(.lastYear, in: page.lead(nearest))
    let part = isGrowth || tells(nearest, of: nearest - 1) ? nearest - 1 : nearest
    // 占改造资金8000万元的15%: the whole is said.
    if let whole = (siblings.lowerBound..<figure).first(where: {
      page.range($0).lowerBound > share
        && (page.sameUnit($0, part)
          || page.isThing($0) && page.isThing(part) && page.value($0) > page.value(part))
    }) {
      // 增加到86个,比上年多16个,占112个的76.8%: what there is, not by how much it grew.
      if part > siblings.lowerBound, page.sameUnit(part - 1, part),
        page.has(Mark.than, in: page.lead(part)) || page.has(Mark.against, in: page.lead(part))
      {
        return settle(figure, part - 1, whole, isCertain: true, &book)
      }
      // 43所,其中小学29所、初中14所,占全区50所的86%: all of them.
      let list = share == clauseBefore(figure).lowerBound ? page.listWhole(endingAt: part) : nil
      if let list { settle(figure, list.whole, whole, isCertain: list.isJoined, &book) }
      return settle(figure, part, whole, isCertain: list.map { !$0.isJoined } ?? true, &book)
    }
    if let list = page.listWhole(endingAt: part), let whole = wholes.whole(of: list.whole, named: name(base))
    {
      settle(figure, list.whole, whole, isCertain: false, &book)
    }
    if let whole = wholes.whole(of: part, named: name(base)) {
      return settle(figure, part, whole, isCertain: true, &book)
    }
    var wholes = Array((siblings.lowerBound..<part).reversed()).map { ($0, isHere: true) }
    wholes += earlier(figure).map { ($0, false) }
    // 共领衔15项,占任务总数的50%: no total is less than a part of it.
    // 年412.6万件,日均1.13万件,其中上行126.8万件: nor is a part one of what each day has.
    if page.value(figure) <= 100, !page.has(Mark.average, in: page.lead(part)) {
      wholes.removeAll { page.value($0.0) < page.value(part) && page.has(Mark.average, in: page.lead($0.0)) }
    }
    if page.value(figure) <= 100, page.words(base).containsAny(["总数", "总量", "总额"]) {
      wholes.removeAll { page.sameUnit($0.0, part) && page.value($0.0) < page.value(part) }
    }
    let alike = (siblings.lowerBound..<figure).filter {
      page.sameUnit($0, part) && page.claim($0).change == nil
    }
    // 其中甲级7家、乙级26家、丙级58家,已评级的占22.1%: all of the list.
    if let list = page.listWhole(endingAt: part), share - clauseBefore(figure).lowerBound >= 2,
      page.value(list.whole) > 0,
      case let parts = (list.whole + 1...part).filter({ page.sameUnit($0, part) }),
      Reckoning.compare(page.sum(parts) * 100 / page.value(list.whole), nil, with: page.quantity(figure))
        == .equal
    {
      return book.weigh(figure, by: parts, .share, .verified, on: page, "", "", stating: false)
    }
    // 一季度2项,二季度4项,三季度3项,四季度5项,占全部的: of all that were counted.
    if alike.count > 2, alike.last == part { ofAll(figure, part, alike, &book) }
    if let layer = status.overall.first, page.words(base).contains("任务") || page.words(base).contains("事项") {
      wholes.append((layer.total, false))
    }
    if let list = page.listWhole(endingAt: part) {
      for (whole, _) in wholes where whole != list.whole && page.sameUnit(whole, part) {
        settle(figure, list.whole, whole, isCertain: false, &book)
      }
    }
    // 完成36项,延期2项,完成数占全部任务的94.7%: words of its own name the part; one that fits is the one meant.
    if share - page.claim(figure).clause.lowerBound >= 2 {
      for (whole, _) in wholes {
        for other in alike where other != part && other != whole && page.sameUnit(other, whole) {
          settle(figure, other, whole, isCertain: false, &book)
        }
      }
    }
    // 11宗、1046亩,其中9宗、872亩,按宗数算占81.8%,按面积算占83.4%: which of the two is meant stands before the share.
    if Self.bys.contains(page.units[clauseBefore(figure).lowerBound]) {
      for other in siblings.lowerBound..<figure where page.isAmount(other) && !page.sameUnit(other, part) {
        for whole in siblings.lowerBound..<other where page.sameUnit(whole, other) {
          settle(figure, other, whole, isCertain: false, &book)
        }
      }
    }
    for (whole, isHere) in wholes
    where (page.sameUnit(whole, part) || whole == status.overall.first?.total)
      && page.claim(whole).change == nil
    {
      let isBare = isBare(base)
      let isWhole =
        isHere && page.cues.has(.parts, in: page.after(whole))
        && ((whole + 1)..<part).allSatisfy { other in
          // 其中甲2750万元,占55%;乙2250万元,占45%: the parts before have their shares, too.
          !page.sameUnit(other, part) || page.value(other) < page.value(whole) && page.isPercent(other + 1)
        }
      let names =
        (page.shares(base, with: page.lead(whole), atLeast: isHere ? 2 : 3)
          || page.shares(base, with: page.tail(whole), atLeast: isHere ? 2 : 3)) && !isNarrower(base, whole)
        || isNamed(base, whole)
        || (whole == status.overall.first?.total && page.words(base).contains("任务"))
      // 136个村中,…的村52个,占38.2%.
      let isAmong = isHere && isBare && page.isAmong(whole)
      // 受理213件,调解和解88件,占41.3%.
      let isTakenIn =
        isHere && isBare && part == figure - 1 && whole == part - 1
        && page.cues.has(.intake, in: page.lead(whole)) && page.value(part) < page.value(whole)
      let isAllThere = isHere && isBare && isDone(part, of: whole, figure)
      let isOnly =
        isBare && (isHere ? isOnlyWhole(whole, part, figure) : isWholeBefore(whole, part, figure))
      settle(
        figure, part, whole,
        isCertain: names || isAmong || isTakenIn || isAllThere || isOnly || (isWhole && isBare)
          || isHere && isBare && isNearShare(whole, part, figure), &book)
    }
  }

  /// 全区237个小区,已改造158个,占66.7%: all there are and what was done of them, and nothing else counted in the sentence.
  private func isDone(_ part: Int, of whole: Int, _ figure: Int) -> Bool {
    let siblings = page.siblings(of: figure)
    return part == figure - 1 && page.value(part) <= page.value(whole)
      && siblings.lowerBound == whole
      && !(whole + 1..<part).contains { page.sameUnit($0, part) }
      && page.words(page.lead(part)).containsAny(Self.done)
      && page.words(page.lead(whole)).containsAny(Self.totals)
  }

  private static let done = ["已", "完成", "达到", "实际", "达标"]
  private static let totals = ["共", "全区", "全县", "全市", "全镇", "总", "现有", "应", "列入", "计划", "规划", "纳入", "辖"]

  private func ofAll(_ figure: Int, _ part: Int, _ all: [Int], _ book: inout RelationBook) {
    let sum = page.sum(all)
    guard sum > 0, Reckoning.compare(page.value(part) * 100 / sum, nil, with: page.quantity(figure)) == .equal
    else { return }
    book.weigh(figure, by: all, .share, .verified, on: page, "", "", stating: false)
  }

  /// 占35%, 占比达, 占总数的: nothing else is named than the whole before.
  private func isBare(_ base: Range<Int>) -> Bool {
    var rest = page.text(base)[...]
    while let word = Self.bare.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(word.count) }
    return rest.isEmpty
  }

  /// 占规上工业企业的 is no share of 企业240家: most of the noun is not said of the whole.
  private func isNarrower(_ base: Range<Int>, _ whole: Int) -> Bool {
    let noun = Mark.word(name(base)).filter(Mark.isHan)
    let told = page.before(whole).lowerBound..<page.tail(whole).upperBound
    return noun.count { !page.has($0, in: told) } * 3 > noun.count
  }

  /// 占全部村的, 占行政村总数的: the noun that the whole counts.
  private func isNamed(_ base: Range<Int>, _ whole: Int) -> Bool {
    let noun = name(base)
    guard !noun.isEmpty, noun.count <= 6 else { return false }
    return page.words(page.tail(whole)).hasPrefix(String(noun))
      || page.words(page.lead(whole)).hasSuffix(String(noun))
  }

  /// 耕地面积 of 占全县耕地面积的.
  private func name(_ base: Range<Int>) -> String {
    var noun = page.text(base)[...]
    while let word = Self.all.first(where: { noun.hasPrefix($0) }) { noun.removeFirst(word.count) }
    while let word = Self.bare.first(where: { noun.hasSuffix($0) }) { noun.removeLast(word.count) }
    return String(noun)
  }

  /// The figures of the paragraph before the sentence, the nearest first.
  func earlier(_ figure: Int) -> [Int] {
    let sentence = page.claim(figure).sentence
    let paragraph = page.draft.sentences[sentence].paragraph
    var figures: [Int] = []
    var index = sentence - 1
    while index >= 0, page.draft.sentences[index].paragraph == paragraph {
      figures += page.draft.sentences[index].quantities.reversed()
      index -= 1
    }
    return figures
  }

  /// 即办件占比55.3%: the part is named again, its count stands before.
  private func namedPart(_ figure: Int, _ share: Int) -> Int? {
    var start = share
    let siblings = page.siblings(of: figure)
    while start > page.claim(figure).clause.lowerBound, Mark.isWord(page.units[start - 1]) { start -= 1 }
    guard share - start >= 2, share - start <= 12, start == page.claim(figure).clause.lowerBound else {
      return nil
    }
    let name = page.units[start..<share]
    return (siblings.lowerBound..<figure).first { other in
      guard page.isAmount(other) else { return false }
      // 10万元以上的村96个, 10万元以上的村占…: the name has a figure in it.
      let place = page.range(other).lowerBound
      if name.contains(where: Mark.isDigit),
        page.units[(0..<place).suffix(name.count)].elementsEqual(name)
      {
        return true
      }
      var lead = page.lead(other)
      if let last = lead.last, page.units[last] == Mark.of { lead = lead.dropLast() }
      return page.units[lead].suffix(name.count).elementsEqual(name)
        || page.units[lead].starts(with: name) && lead.count <= name.count + 2
    }
  }

  /// 评价214家,评为A类31家、B类96家…: the figure before a list that its parts add up to.
  private func wholeOfList(with part: Int) -> Int? {
    let siblings = page.siblings(of: part)
    var (first, last) = (part, part)
    func joined(_ left: Int) -> Bool {
      page.sameUnit(left, left + 1) && page.has(Mark.pause, in: page.before(left + 1))
    }
    while first > siblings.lowerBound, joined(first - 1) { first -= 1 }
    while last + 1 < siblings.upperBound, joined(last) { last += 1 }
    let sum = page.sum(first...last)
    return first < last
      ? (siblings.lowerBound..<first).last { page.sameUnit($0, part) && page.value($0) == sum } : nil
  }

  func settle(_ figure: Int, _ part: Int, _ whole: Int, isCertain: Bool, _ book: inout RelationBook) {
    guard let ratio = Quotient(page.quantity(part), by: page.quantity(whole), times: 100) else { return }
    // 合计12.5亿元,占全区招商到位资金的62.5%: 到位资金 told before of one bureau is not that of the district.
    if page.claim(whole).sentence != page.claim(figure).sentence, page.value(whole) < page.value(part),
      page.isAmount(whole), !page.isThing(whole),
      Self.all.contains(
        where: page.words(page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound).contains)
    {
      return
    }
    let agreement = Reckoning.compare(ratio, with: page.quantity(figure))
    // 累计整合3.8万宗,其中当年2.05万宗;累计数占应整合5万宗的76%: of what another count before it makes of the whole.
    if agreement == .apart,
      (page.siblings(of: figure).lowerBound..<part).contains(where: { other in
        page.sameUnit(other, part) && page.claim(other).change == nil
          && page.words(page.claim(figure).clause).contains("数占")
          && Quotient(page.quantity(other), by: page.quantity(whole), times: 100).map {
            Reckoning.compare($0, with: page.quantity(figure)) != .apart
          } ?? false
      })
    {
      return
    }
    let exact = page.isExact(part) && page.isExact(whole) && page.isExact(figure)
    let verdict: Relation.Verdict =
      switch agreement {
      case _ where page.fallsShort(figure, part, of: whole): isCertain ? .broken : .undecided
      case .equal, .truncated, .near: .verified
      case .within: .undecided
      case .apart: isCertain && exact ? .broken : .undecided
      }
    book.weigh(
      figure, by: [part, whole], .share, verdict, on: page,
      "\(page.number(part))/\(page.number(whole))=\(Percent.text(ratio.value, like: page.quantity(figure)))",
      "占比与所列的数不符", isTruncated: agreement == .truncated,
      isUnlikely: agreement == .apart && !(isCertain && page.isExact(figure)))
  }

  private static let bys = UnitSet("按从以论就")
  private static let all = ["全区", "全县", "全市", "全部", "所有", "全体"]
  private static let bare = Mark.texts("比例 比重 比 达到 达 为 的 总户数 总人数 总面积 总投资 总数 总量 总额 全部 到 了")
  private static let compounds = Array("地用据有领道线位压".utf16)
}
