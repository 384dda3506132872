import Foundation
import ReportModel

/// 自成整体的并列数: lists that are whole by what they list, without 其中: the quarters of a year, the shares of one whole, and
/// those above one mark, of which those above a higher one are some. Reported with the parts.
struct WholeListsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for index in page.draft.sentences.indices { segments(index, &book) }
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      let figures = sentence.quantities
      for first in figures {
        if let count = Self.times.first(where: { isOfTimes(first, $0) })?.count {
          sum(first..<first + count, figures, &book)
        }
        if let shares = shares(from: first, figures) { hundred(shares, &book) }
        if first + 3 < figures.upperBound { marks(first, &book) }
        if first + 2 < figures.upperBound { bareMarks(first, &book) }
      }
    }
  }

  // MARK: 全年1580户,四个季度依次为352户、436户、418户、364户

  /// Whether figures tell of the times of a year one after the other: 一季度1.2亿元、二季度…; 四个季度依次为….
  private func isOfTimes(_ first: Int, _ names: [String]) -> Bool {
    guard page.siblings(of: first).contains(first + names.count - 1) else { return false }
    let all = first..<first + names.count
    guard
      all.allSatisfy({
        page.isAmount($0) && page.sameUnit($0, first) && page.isExact($0) && page.claim($0).change == nil
          && page.isTold($0)
      })
    else { return false }
    let named = zip(all, names).allSatisfy { figure, name in
      let words = page.words(page.before(figure))
      return words.contains(name) && !words.containsAny(Self.runs)
    }
    let lead = page.words(page.before(first))
    return named
      || (names.count == 4 && lead.contains("季度") && (lead.contains("依次") || lead.contains("分别"))
        && all.dropFirst().allSatisfy { page.lead($0).count <= 1 })
  }

  private func sum(_ parts: Range<Int>, _ figures: Range<Int>, _ book: inout RelationBook) {
    // 四个季度 is a number, too.
    let first = parts.lowerBound
    let near = figures.contains(first - 1) && !page.sameUnit(first - 1, first) ? first - 2 : first - 1
    guard !page.areSummedUp(Array(parts)),
      let whole = figures.contains(near)
        ? isWhole(near, of: parts) ? near : behind(parts) : earlier(than: parts) ?? behind(parts)
    else { return }
    book.add(
      Array(parts), to: whole, of: .parts, on: page, message: "各时段的数相加与全年数不符", as: .scope("times\(first)"))
  }

  private func isWhole(_ whole: Int, of parts: Range<Int>) -> Bool {
    page.sameUnit(whole, parts.lowerBound) && page.isAmount(whole) && page.isExact(whole)
      && page.claim(whole).change == nil && !page.has(Mark.semicolon, in: page.before(parts.lowerBound))
      && page.before(parts.lowerBound).count <= 16 && isOfDeed(whole, parts)
  }

  /// 清理垃圾,一季度320吨、…、四季度190吨,全年清理1200吨: the year behind its times, by nothing or by a word told before them.
  private func behind(_ parts: Range<Int>) -> Int? {
    let (first, whole) = (parts.lowerBound, parts.upperBound)
    guard page.siblings(of: first).contains(whole), page.sameUnit(whole, first), page.isExact(whole),
      page.claim(whole).change == nil, page.before(whole).count <= 10,
      !page.has(Mark.semicolon, in: page.before(whole)),
      let year = Self.years.first(where: { page.units[page.lead(whole)].starts(with: $0) }),
      case let words = page.units[page.lead(whole)].dropFirst(year.count), page.tail(whole).isEmpty
    else { return nil }
    return words.isEmpty || words.count > 1 && page.contains(Array(words.prefix(2)), in: page.before(first))
      ? whole : nil
  }

  private static let years = Mark.words("全年 年内 一年")

  /// 17项任务完成。…上半年办结7项、下半年办结10项: what a sentence or two before counts of the same deed, where the times open theirs and come near.
  private func earlier(than parts: Range<Int>) -> Int? {
    let (first, sum) = (parts.lowerBound, page.sum(parts))
    let sentence = page.claim(first).sentence
    guard page.siblings(of: first).lowerBound == first, page.before(first).count <= 24 else { return nil }
    for index in (0..<sentence).suffix(2).reversed()
    where page.draft.sentences[index].paragraph == page.paragraph(of: first) {
      let alike = page.draft.sentences[index].quantities.filter {
        page.sameUnit($0, first) && page.isAmount($0) && page.isExact($0) && page.isTold($0)
          && page.claim($0).change == nil
          && !page.cues.has([.each, .average, .lastYear], in: page.before($0))
      }
      let named = alike.filter { isOfDeed($0, parts) }
      // One that fits is the one meant.
      if let fit = named.first(where: { page.value($0) == sum }) { return fit }
      if named.count == 1, case let total = page.value(named[0]), abs(total - sum) * 5 <= max(total, sum) {
        return named[0]
      }
      if !alike.isEmpty { return nil }
    }
    return nil
  }

  /// Whether a whole is told in the words of its parts: 办结 or nothing beside their times, one and the same for all.
  private func isOfDeed(_ whole: Int, _ parts: Range<Int>) -> Bool {
    let deeds = parts.map { part -> ArraySlice<UInt16> in
      let lead = page.units[page.lead(part)]
      let end = lead.lastIndex { Self.timeEnds.contains($0) } ?? lead.startIndex - 1
      return lead[(end + 1)...].drop { !Mark.isHan($0) }
    }
    guard let first = deeds.first, deeds.allSatisfy({ $0.elementsEqual(first) }) else { return false }
    let tails = parts.map { page.units[page.tail($0)].prefix(2) }
    guard first.isEmpty else {
      let (a, b) = (page.claim(whole).measure, page.claim(parts.lowerBound).measure)
      if a == .outputs, Self.makings.contains(Array(first)) { return true }
      if a.isKnown || b.isKnown { return a == b }
      let word = Array(first.prefix(2))
      return page.contains(word, in: page.lead(whole)) || page.contains(word, in: page.tail(whole))
        || page.contains(Array(first.suffix(2)), in: page.lead(whole)) && first.count > 3
    }
    return tails.allSatisfy { $0.isEmpty || page.contains(Array($0), in: page.tail(whole)) }
  }

  private static let makings = Set(Mark.words("出台 形成 印发 制定"))
  private static let timeEnds = UnitSet("年度")
  private static let times = [["一季度", "二季度", "三季度", "四季度"], ["上半年", "下半年"]]
  /// Words of running totals: 二季度末累计.
  private static let runs = ["末", "累计", "截至", "达到"]

  // MARK: 占比分别为58.4%、24.1%和18.5%

  /// Three shares and more of one whole, side by side.
  private func shares(from first: Int, _ figures: Range<Int>) -> Range<Int>? {
    let lead = page.words(page.before(first))
    let isList =
      page.cues.has(.respectively, in: page.before(first)) && lead.containsAny(Self.parting)
    guard isList || page.words(page.lead(first)).contains("占"),
      !page.words(page.lead(first)).contains("其中")
    else { return nil }
    let all = figures[first...].prefix { figure in
      page.isPercent(figure) && page.isExact(figure) && page.claim(figure).change == nil
        && (figure == first
          || (isList ? page.lead(figure).count <= 1 : page.words(page.lead(figure)).contains("占"))
            && !page.has(Mark.semicolon, in: page.before(figure)))
    }
    return all.count > 2 ? first..<first + all.count : nil
  }

  /// Shares of one whole make no more than all of it; where things overlap they make much more.
  private func hundred(_ shares: Range<Int>, _ book: inout RelationBook) {
    let sum = page.sum(shares)
    let rounding = page.slack(shares)
    // 党员、女性、大专以上学历人员分别占: they overlap.
    let most: Decimal = page.cues.has(.overlapping, in: page.before(shares.lowerBound)) ? 105 : 120
    guard sum <= most, sum >= 95 else { return }
    let isOver = sum > 100 + rounding
    let last = shares.upperBound - 1
    book.propose(
      Relation(
        .parts, isOver ? .broken : abs(sum - 100) <= rounding ? .verified : .undecided,
        claimed: page.range(shares.lowerBound).lowerBound..<page.range(last).upperBound, result: nil,
        members: Array(shares), arithmetic: page.terms(shares) + "=\(sum)%",
        message: "各项占比相加超过100%"), as: .scope("shares\(shares.lowerBound)"))
  }

  private static let parting = ["占", "比重", "比例", "构成", "结构"]

  // MARK: 10亿元以上项目9个、20亿元以上项目11个

  /// 亿元以上项目28个、10亿元以上项目31个: the lower mark without its number.
  private func bareMarks(_ some: Int, _ book: inout RelationBook) {
    let (high, more) = (some + 1, some + 2)
    guard page.words(page.lead(some)).hasAnyPrefix(["亿元以上", "千万元以上", "其中亿元以上"]),
      page.quantity(high).approximation == .orMore, page.unitKey(high) == FigurePage.yuan,
      page.value(high) > 100_000_000, page.sameUnit(some, more),
      [some, more].allSatisfy({ page.isExact($0) && page.isAmount($0) && page.claim($0).change == nil }),
      page.before(more).count <= 10, !page.has(Mark.comma, in: page.before(more)),
      page.before(high).count <= 6,
      page.value(some) < page.value(more)
    else { return }
    book.weigh(
      more, by: [some], .parts, .broken, on: page, "\(page.number(more))>\(page.number(some))",
      "更高一档的数比低一档的还大", stating: false, severity: .warning, as: .place(page.range(more).lowerBound))
  }

  /// Those above a higher mark are some of those above a lower one.
  private func marks(_ low: Int, _ book: inout RelationBook) {
    let (some, high, more) = (low + 1, low + 2, low + 3)
    guard [low, high].allSatisfy({ page.quantity($0).approximation == .orMore }), page.sameUnit(low, high),
      page.value(low) < page.value(high), page.sameUnit(some, more),
      [some, more].allSatisfy({ page.isExact($0) && page.isAmount($0) && page.claim($0).change == nil }),
      [some, more].allSatisfy({ page.before($0).count <= 10 && !page.has(Mark.comma, in: page.before($0)) }),
      page.before(high).count <= 6, page.value(some) < page.value(more)
    else { return }
    book.weigh(
      more, by: [some], .parts, .broken, on: page, "\(page.number(more))>\(page.number(some))",
      "更高一档的数比低一档的还大", stating: false, severity: .warning, as: .place(page.range(more).lowerBound))
  }
}

extension WholeListsRule {
  // MARK: 安排改革任务24项,…。分领域看,经济领域6项,完成5项;社会领域3项,全部完成;…

  /// What a sentence tells of each field, in clauses that semicolons part, against all that the paragraph counts before.
  private func segments(_ index: Int, _ book: inout RelationBook) {
    let sentence = page.draft.sentences[index]
    guard sentence.quantities.count > 3, let first = sentence.quantities.first,
      let comma = page.before(first).first(where: {
        page.units[$0] == Mark.comma || page.units[$0] == Mark.colon
      }),
      (3...12).contains(comma - sentence.range.lowerBound),
      case let opening = page.words(sentence.range.lowerBound..<comma),
      opening.hasAnyPrefix(["分", "从", "按"]), opening.hasAnySuffix(["看", "来说", "分"]),
      !page.words(sentence.range).containsAny(Self.open)
    else { return }
    let clauses = comma + 1..<sentence.range.upperBound
    let isParted = page.has(Mark.semicolon, in: clauses)
    let items = page.items(of: clauses, at: isParted ? Mark.semicolon : Mark.comma)
    let parts = items.compactMap { item in
      sentence.quantities.first { page.range($0).lowerBound >= item.lowerBound }.flatMap { figure in
        page.lead(figure).lowerBound == item.lowerBound && page.lead(figure).count > 2
          && page.range(figure).upperBound <= item.upperBound && page.sameUnit(figure, first)
          && page.isAmount(figure) && page.isExact(figure) && page.claim(figure).change == nil ? figure : nil
      }
    }
    guard parts.count > 3, parts.count == items.count else { return }
    let told = page.draft.sentences[..<index].suffix(3).filter { $0.paragraph == sentence.paragraph }
      .flatMap(\.quantities).filter { page.sameUnit($0, first) && page.isAmount($0) && page.isExact($0) }
    guard let whole = told.max(by: { page.value($0) < page.value($1) }) else { return }
    let (sum, total) = (page.sum(parts), page.value(whole))
    let fits = told.contains { page.value($0) == sum }
    if fits || abs(sum - total) * 6 <= total {
      book.add(
        parts, to: whole, of: .parts, on: page, verdict: fits ? .verified : .broken, message: "各项相加与前面的总数不符",
        as: .scope("segments\(index)"))
    }
    // 完成5项, 全部完成: what was done of each.
    let done = zip(parts, items).compactMap { part, item in
      page.words(item).contains("全部完成")
        ? part
        : page.siblings(of: part).first {
          $0 > part && page.range($0).upperBound <= item.upperBound && page.sameUnit($0, part)
            && page.words(page.lead($0)).hasAnySuffix(Self.doing)
        }
    }
    guard fits, done.count == parts.count,
      let all = told.first(where: { page.words(page.lead($0)).hasAnySuffix(Self.doing) }),
      case let off = abs(page.sum(done) - page.value(all)), off <= 3
    else { return }
    book.add(
      done, to: all, of: .parts, on: page, verdict: off == 0 ? .verified : .broken,
      message: "各项完成数相加与前面的完成数不符",
      as: .scope("done\(index)"))
  }

  private static let doing = ["完成", "办结", "销号", "完成了"]
  private static let open = ["其余", "其他", "等", "主要", "占", "增长", "均为"]
}
