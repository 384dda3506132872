import Foundation
import ReportModel

/// 概数份额与所列的数: 推介项目40个,签约25个,签约率超过三分之二. A round share against the counts, or the percentage, that it tells again.
/// Reported with the shares.
struct RoundShareRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for share in RoundShare.all(page) {
      guard let index = page.draft.sentence(at: share.place.lowerBound) else { continue }
      let sentence = page.draft.sentences[index]
      if let percent = percent(beside: share, sentence) {
        settle(share, page.value(percent), [percent], page.text(page.range(percent)), isCertain: true, &book)
      } else if share.figure.map({ page.claim($0).change == nil }) ?? true {
        read(share, sentence, &book)
      }
    }
  }

  /// 使用率62%,接近九成; 45%(近六成): told twice, one beside the other.
  private func percent(beside share: RoundShare, _ sentence: DraftSentence) -> Int? {
    guard ends(share.place.upperBound) else { return nil }
    return sentence.quantities.first { figure in
      guard figure != share.figure, page.isPercent(figure), page.isExact(figure) else { return false }
      let (low, high) = (page.range(figure), share.place)
      let between =
        low.upperBound <= high.lowerBound
        ? low.upperBound..<high.lowerBound : high.upperBound..<max(high.upperBound, low.lowerBound)
      // 增长12.3%,增幅近两成.
      let links = page.claim(figure).change == nil ? Self.links : Self.extents
      return (1...3).contains(between.count) && links.contains(page.text(between))
    }
  }

  /// 64个村中,超过半数的31个村: the part stands right behind its share, the whole right before.
  private func behind(_ share: RoundShare, _ sentence: DraftSentence, _ book: inout RelationBook) -> Bool {
    let part = page.figures(from: share.place.upperBound).lowerBound
    guard sentence.quantities.contains(part),
      page.text(share.place.upperBound..<page.range(part).lowerBound) == "的",
      page.isThing(part), page.claim(part).change == nil,
      let whole = sentence.quantities.last(where: {
        page.range($0).upperBound <= share.place.lowerBound && page.sameUnit($0, part)
      }), page.isAmong(whole) || page.has(Mark.among, in: page.tail(whole)),
      share.place.lowerBound - page.range(whole).upperBound <= 16
    else { return false }
    settle(share, part, whole, isCertain: true, &book)
    return true
  }

  private func read(_ share: RoundShare, _ sentence: DraftSentence, _ book: inout RelationBook) {
    if behind(share, sentence, &book) { return }
    var clause = share.place.lowerBound
    // 612户(近六成): the share of what stands before the bracket.
    while clause > sentence.range.lowerBound, !Mark.clauseEnds.contains(page.units[clause - 1]),
      page.units[clause - 1] != 0x28
    {
      clause -= 1
    }
    let words = clause..<share.place.lowerBound
    let amounts = sentence.quantities.filter { page.isAmount($0) && page.claim($0).change == nil }
    if ofWhole(share, words, amounts, &book) { return }
    let name: Range<Int>
    if let of = words.last(where: { page.units[$0] == Mark.share }) {
      // 占年度计划10亿元的近六成: the whole stands in it.
      if let whole = amounts.last(where: {
        words.contains(page.range($0).lowerBound) && page.range($0).lowerBound > of
      }) {
        guard Self.bare.contains(page.text(page.range(whole).upperBound..<share.place.lowerBound)) else {
          return
        }
        // 由41家增加到67家,净增26家,占134家的一半: any of them may be meant.
        let parts = amounts.filter { page.range($0).upperBound <= of && areAlike($0, whole) }
        for part in parts.reversed() {
          settle(share, part, whole, isCertain: !page.cues.has([.up, .down], in: page.lead(part)), &book)
        }
        return
      }
      let base = of + 1..<share.place.lowerBound
      guard Self.bare.contains(page.text(base)) else {
        return ofNamed(base, share, amounts.filter { page.range($0).upperBound <= clause }, &book)
      }
      name = clause..<of
    } else if let rate = words.suffix(5).last(where: { Self.rates.contains(page.units[$0]) }) {
      guard Self.bare.contains(page.text(rate + 1..<share.place.lowerBound)) else { return }
      name = clause..<rate
    } else {
      // 达标的132个,达到六成五: nothing is named.
      name = Self.bare.contains(page.text(words)) ? clause..<clause : words
    }
    // 采纳28条,过半数建议得到采纳: what follows says of what.
    var behind = share.place.upperBound
    while behind < sentence.range.upperBound, Mark.isHan(page.units[behind]) { behind += 1 }
    let told = name.isEmpty && !ends(share.place.upperBound) ? share.place.upperBound..<behind : name
    if ofNoun(share, words, amounts.filter { page.range($0).upperBound <= clause }, &book) { return }
    if ofListed(share, told, amounts.filter { page.range($0).upperBound <= clause }, &book) { return }
    guard
      let part = amounts.last(where: { part in
        page.range(part).upperBound <= clause && (told.isEmpty || isNamed(told, part))
      }) ?? covered(told, amounts.filter { page.range($0).upperBound <= clause })
    else { return }
    let isListed =
      page.has(Mark.pause, in: page.before(part)) && !page.has(Mark.comma, in: page.before(part))
    guard !isListed || page.words(page.lead(part)).hasPrefix(page.text(told)) && !told.isEmpty else { return }
    let wholes = amounts.filter { $0 < part && areAlike(part, $0) && page.value($0) >= page.value(part) }
    if wholes.isEmpty, let whole = counted(before: sentence, part), page.value(whole) >= page.value(part) {
      settle(
        share, part, whole, isCertain: part == amounts.last { page.range($0).upperBound <= clause }, &book)
    }
    for whole in wholes.reversed() {
      let between = page.range(whole).upperBound..<page.range(part).lowerBound
      let isWhole =
        isOnly(wholes, part, before: share, words)
        || whole == wholes.last && !page.has(Mark.semicolon, in: between)
          && part == amounts.last(where: { page.range($0).upperBound <= clause })
          && (page.isAmong(whole) || wholes.count == 1 && page.words(page.lead(whole)).hasPrefix("全")
            || page.cues.has(.parts, in: between)
            || page.cues.has(.intake, in: page.lead(whole)) || !told.isEmpty
            || page.has(Mark.due, in: page.lead(whole))
            || page.cues.has([.done, .outcome], in: page.lead(part)))
      settle(share, part, whole, isCertain: isWhole, &book)
    }
  }

  /// 318处供水点中,公司管护96处、村管护154处、联户管护68处,公司管护的供水点已占半数: one of several parts, called by its name.
  private func ofListed(
    _ share: RoundShare, _ name: Range<Int>, _ before: [Int], _ book: inout RelationBook
  ) -> Bool {
    guard let whole = before.first(where: page.isAmong), name.count > 1,
      before.allSatisfy({ $0 <= whole || page.sameUnit($0, whole) }),
      case let named = before.filter({ part in
        part > whole && page.lead(part).count > 1
          && page.units[name].starts(with: page.units[page.lead(part)])
      }), let part = named.first, named.count == 1
    else { return false }
    // 公司管护的供水量: of something else.
    var rest = name.dropFirst(page.lead(part).count)
    while let last = rest.last, Self.already.contains(page.units[last]) { rest = rest.dropLast() }
    guard rest.isEmpty || page.shares(rest.suffix(2), with: page.tail(whole)) else { return false }
    settle(share, part, whole, isCertain: true, &book)
    return true
  }

  /// 1200户中有1080户通电,九成农户告别取暖煤: the share stands before whom it is of.
  private func ofNoun(
    _ share: RoundShare, _ words: Range<Int>, _ before: [Int], _ book: inout RelationBook
  ) -> Bool {
    guard words.isEmpty, before.count > 1, case let part = before[before.count - 1],
      case let whole = before[before.count - 2], page.sameUnit(part, whole),
      page.isAmong(whole) || page.has(Mark.among, in: page.tail(whole)),
      share.place.lowerBound - page.range(part).upperBound <= 12, page.isThing(part),
      let unit = page.unit(part).utf16.last, case let noun = page.units[share.place.upperBound...].prefix(3),
      noun.prefix(while: Mark.isHan).contains(unit)
        || page.shares(noun.indices, with: page.tail(whole).prefix(8))
    else { return false }
    settle(share, part, whole, isCertain: true, &book)
    return true
  }

  private static let already = UnitSet("已也均就又还总的则更")

  /// 办理贷款156笔,科技型企业117笔,占到七成五: nothing else was counted so, and the part is not named like what was.
  private func isOnly(_ wholes: [Int], _ part: Int, before share: RoundShare, _ words: Range<Int>) -> Bool {
    guard wholes.count == 1, words.contains(where: { page.units[$0] == Mark.share }), words.count <= 4,
      page.range(part).upperBound + 6 >= share.place.lowerBound,
      case (let name, let other) = (page.units[page.lead(part)], page.units[page.lead(wholes[0])]),
      name.count > 2, other.count > 2, page.claim(wholes[0]).period == page.claim(part).period
    else { return false }
    return !name.contains { Mark.isHan($0) && other.contains($0) }
  }

  /// 拨付1.2亿元,用去全年1.6亿元盘子的八成: the whole stands before 的, behind a verb of using up.
  private func ofWhole(
    _ share: RoundShare, _ words: Range<Int>, _ amounts: [Int], _ book: inout RelationBook
  ) -> Bool {
    guard words.last.map({ page.units[$0] }) == Mark.of, ends(share.place.upperBound),
      let whole = amounts.last(where: { words.contains(page.range($0).lowerBound) }),
      words.upperBound - page.range(whole).upperBound <= 7,
      page.words(words.lowerBound..<page.range(whole).lowerBound).hasAnyPrefix(Self.using),
      let part = amounts.last(where: { page.range($0).upperBound <= words.lowerBound }),
      page.range(part).upperBound >= words.lowerBound - 12, areAlike(part, whole)
    else { return false }
    settle(share, part, whole, isCertain: true, &book)
    return true
  }

  /// 全旗嘎查村62个。收入超过20万元的有31个,占了六成: the sentence before counts nothing but all there are.
  private func counted(before sentence: DraftSentence, _ part: Int) -> Int? {
    let index = page.claim(part).sentence
    guard index > 0, case let before = page.draft.sentences[index - 1],
      before.paragraph == sentence.paragraph,
      before.quantities.count == 1, let whole = before.quantities.first, page.isThing(whole),
      page.sameUnit(whole, part), page.isExact(whole), page.words(page.lead(whole)).hasPrefix("全"),
      sentence.quantities.filter({ page.sameUnit($0, part) }).count == 1
    else { return nil }
    return whole
  }

  /// 62万亩小麦投保55.8万亩,覆盖面八成五: how far it reaches is of the count right before it, whatever was done.
  private func covered(_ name: Range<Int>, _ before: [Int]) -> Int? {
    guard page.words(name).containsAny(Self.reaching), let part = before.last, before.count > 1,
      page.sameUnit(part, before[before.count - 2]), page.range(part).upperBound + 8 >= name.lowerBound
    else { return nil }
    return part
  }

  private static let reaching = ["覆盖", "参保", "投保", "受益", "普及", "惠及", "参与", "签约", "线上", "网办", "使用"]
  private static let using = ["用去", "用掉", "花掉", "花去", "用了", "完成", "达到", "已达", "相当于", "已用", "支出", "是", "为"]

  /// 17个村中,…有8个,占全镇行政村的一半以上: the whole is named by what it counts, here or in the sentences before.
  private func ofNamed(
    _ base: Range<Int>, _ share: RoundShare, _ amounts: [Int], _ book: inout RelationBook
  ) {
    guard let part = amounts.last, page.isThing(part), let noun = noun(base) else { return }
    let paragraph = page.paragraph(of: part)
    let near = page.figures(from: max(0, share.place.lowerBound - 120)).prefix { $0 < part }.filter {
      page.isThing($0) && page.sameUnit($0, part) && page.claim($0).change == nil
        && page.paragraph(of: $0) == paragraph && counts(noun, $0)
    }
    guard let whole = near.last else { return }
    settle(share, part, whole, isCertain: page.claim(part).change == nil, &book)
  }

  /// 行政村 of 全镇行政村的: without whose they are; nil where nothing is named but a place.
  private func noun(_ base: Range<Int>) -> Range<Int>? {
    var (low, high) = (base.lowerBound, base.upperBound)
    while high > low, let end = Self.ends.first(where: { page.words(low..<high).hasSuffix($0) }) {
      high -= end.utf16.count
    }
    if let place = Self.places.first(where: { page.words(low..<high).hasPrefix($0) }) {
      low += place.utf16.count
    }
    return high > low && high - low <= 8 && (low..<high).allSatisfy { Mark.isHan(page.units[$0]) }
      ? low..<high : nil
  }

  /// Whether a figure counts what a noun names: 行政村 of 17个村, 社区 of 36个社区.
  private func counts(_ noun: Range<Int>, _ figure: Int) -> Bool {
    let behind = page.tail(figure).prefix { Mark.isHan(page.units[$0]) && page.units[$0] != Mark.among }
    guard let last = behind.last else { return page.shares(noun, with: page.lead(figure)) }
    return page.shares(noun, with: behind)
      || behind.count <= 2 && page.units[last] == page.units[noun.upperBound - 1]
  }

  private static let ends = ["的", "总数", "数", "总量"]
  private static let places = ["全部", "全镇", "全县", "全区", "全市", "全街道", "全乡", "全省", "所有", "应", "整个"]

  private func areAlike(_ part: Int, _ whole: Int) -> Bool {
    page.sameUnit(part, whole) || page.isThing(part) && page.isThing(whole) && page.isAmong(whole)
  }

  /// Whether words name what a figure counts by their end: 签约 of 签约25个.
  private func isNamed(_ words: Range<Int>, _ figure: Int) -> Bool {
    let end = words.suffix(2)
    // 整改完成的 of 24个已整改到位.
    if let last = words.last, page.units[last] == Mark.of, page.shares(words, with: page.tail(figure)) {
      return true
    }
    return page.shares(end, with: page.lead(figure)) || page.shares(end, with: page.tail(figure))
  }

  /// Whether nothing but a mark follows.
  private func ends(_ place: Int) -> Bool { place >= page.units.count || !Mark.isWord(page.units[place]) }

  private func settle(
    _ share: RoundShare, _ part: Int, _ whole: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    guard page.isTold(part), page.value(whole) > 0, page.value(part) <= page.value(whole) else { return }
    let ratio = page.value(part) * 100 / page.value(whole)
    settle(
      share, ratio, [part, whole],
      "\(page.number(part))/\(page.number(whole))=\(Percent.text(ratio, like: Quantity(ratio)))",
      isCertain: isCertain && page.isExact(part) && page.isExact(whole), &book)
  }

  private func settle(
    _ share: RoundShare, _ ratio: Decimal, _ members: [Int], _ reckoned: String, isCertain: Bool,
    _ book: inout RelationBook
  ) {
    let fits = share.admits(ratio)
    let verdict: Relation.Verdict = fits ? .verified : isCertain ? .broken : .undecided
    book.propose(
      Relation(
        .share, verdict, claimed: share.place, result: share.figure, members: members,
        arithmetic: reckoned + (fits ? "" : ",文中写\(page.text(share.place))"), message: "占比与所列的数不符"),
      // 七成五 is read by this rule alone.
      as: share.figure.flatMap { page.range($0).upperBound < share.place.upperBound ? nil : .figure($0) }
        ?? .place(share.place.lowerBound),
      isUnlikely: verdict == .undecided)
  }

  private static let extents: Set<String> = [",增幅", ",降幅", ",涨幅", ",增速", ",增长", ",下降"]
  private static let links: Set<String> = [",", "(", ",即", ",达", ",约", ",占", ",为", ",达到"]
  private static let bare: Set<String> = [
    "", "的", "了", "到", "去", "比", "比例", "达", "达到", "为", "比达", "比达到", "比为", "到", "总数的", "总数", "总量的", "总额的",
    "全部的", "的比例",
    "的比例为",
    "比例为", "比例达到", "比例达", "已", "已达", "已达到", "比已", "在", "也", "均", "均已", "比重", "比重为", "比重达到",
  ]
  private static let rates = UnitSet("率面度比例")
}
