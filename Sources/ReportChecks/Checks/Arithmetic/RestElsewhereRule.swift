import Foundation
import ReportModel

/// 别处说的剩余: 清查闲置资产143处,盘活97处 … 闲置资产仍有56处没有盘活: what is said elsewhere to be left undone, against the whole and what was done of it.
/// Reported with the rests.
struct RestElsewhereRule: RelationRule {
  let page: FigurePage

  /// What was counted and what of it was dealt with, in one sentence and with no third count of the unit.
  private struct Pair {
    var whole: Int
    var done: Int
  }

  func propose(_ book: inout RelationBook) {
    for rest in page.draft.claims.indices { near(rest, &book) }
    let rests = page.draft.claims.indices.filter(isRest)
    guard !rests.isEmpty else { return }
    let pairs = page.draft.sentences.filter { $0.quantities.count > 1 }.compactMap(pair)
    for rest in rests {
      let meant = pairs.filter { isOf(rest, $0) }
      guard let pair = meant.first,
        Set(meant.map { page.value($0.whole) - page.value($0.done) }).count == 1
      else { continue }
      settle(rest, pair, &book)
    }
  }

  // MARK: 86个嘎查中有71个设了快递点,占82.6%。余下的16个嘎查

  /// What is left of the whole and its part told right before, in this sentence or the one before it: the noun is the same.
  private func near(_ rest: Int, _ book: inout RelationBook) {
    guard page.isAmount(rest), page.isExact(rest), page.claim(rest).change == nil, page.isTold(rest),
      case let lead = page.words(page.lead(rest)),
      case let undone = Self.undone(lead.units),
      undone != nil || Self.leading.contains(where: { lead == $0 }),
      case let sentence = page.claim(rest).sentence, let told = counts(before: rest, sentence),
      case (let whole, let part) = told, page.value(part) < page.value(whole),
      !page.cues.has([.each, .average, .parts, .lastYear, .rest], in: page.before(part)),
      page.cues.has([.done, .outcome], in: page.lead(part)) || page.tail(part).count > 1,
      case let noun = page.noun(behind: whole), !noun.isEmpty, page.noun(behind: rest).starts(with: noun)
    else { return }
    if let undone {
      let work = page.lead(part).lowerBound..<page.tail(part).upperBound
      guard
        undone.count == 1 ? page.has(undone[0], in: work) : page.contains(Array(undone.prefix(2)), in: work)
      else { return }
    }
    let left = page.value(whole) - page.value(part)
    // 其余12个…,3个…: those that are left are told in two kinds.
    if page.value(rest) < left, page.siblings(of: rest).contains(rest + 1), page.sameUnit(rest + 1, rest) {
      return
    }
    let fits = left == page.value(rest)
    guard
      fits || abs(page.value(rest) - left) * 4 <= left || Reckoning.isSlip(page.value(rest), left, digits: 1)
    else { return }
    book.weigh(
      rest, by: [whole, part], .rest, fits ? .verified : .broken, on: page,
      "\(page.number(whole))-\(page.number(part))=\(left)", "剩余的数与前面的总数、已办数不符",
      as: .place(page.range(rest).lowerBound))
  }

  /// The two counts of a unit that are told before a rest, and no third.
  private func counts(before rest: Int, _ sentence: Int) -> (whole: Int, part: Int)? {
    func alike(_ figures: Range<Int>) -> [Int] {
      figures.filter { page.sameUnit($0, rest) && page.isAmount($0) && page.unit($0) == page.unit(rest) }
    }
    var told = alike(page.siblings(of: rest).lowerBound..<rest)
    if told.isEmpty, sentence > 0,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    {
      told = alike(page.draft.sentences[sentence - 1].quantities)
    }
    guard told.count == 2,
      told.allSatisfy({ page.isExact($0) && page.isTold($0) && page.claim($0).change == nil })
    else { return nil }
    return (told[0], told[1])
  }

  /// 接入 of 没有接入的: what has not been done with those that are left.
  private static func undone(_ lead: ArraySlice<UInt16>) -> [UInt16]? {
    guard lead.last == Mark.of, let word = nots.first(where: { lead.starts(with: $0) }),
      lead.count > word.count + 1
    else { return nil }
    return Array(lead.dropFirst(word.count).dropLast())
  }

  private static let leading = ["余下的", "余下", "剩余的", "剩余", "剩下的", "剩下", "还剩", "其余", "其余的", "另外", "另外的"]
  private static let nots = Mark.words("还没有 没有 尚未 还未 还没 仍未 未 没")

  /// 仍有56处没有找到出路, 余下的26条.
  private func isRest(_ figure: Int) -> Bool {
    guard page.isAmount(figure), page.isExact(figure), page.claim(figure).change == nil,
      !page.unit(figure).isEmpty,
      case let lead = page.words(page.lead(figure)), !lead.containsAny(Self.others)
    else { return false }
    if lead.hasAnySuffix(Self.left) { return true }
    return lead.hasAnySuffix(Self.still)
      && (page.words(page.tail(figure)).containsAny(Self.undone) || lead.hasAnyPrefix(Self.open))
  }

  private func pair(_ sentence: DraftSentence) -> Pair? {
    let amounts = sentence.quantities.filter { page.isAmount($0) && page.claim($0).change == nil }
    for (whole, done) in zip(amounts, amounts.dropFirst()) {
      guard page.sameUnit(whole, done), page.isExact(whole), page.isExact(done), page.isTold(done),
        page.claim(whole).period != .before, page.value(done) < page.value(whole),
        amounts.filter({ $0 >= whole && page.sameUnit($0, whole) }).count == 2,
        !page.cues.has([.rest, .each, .to, .parts], in: page.before(done)), !verb(of: done).isEmpty
      else { continue }
      return Pair(whole: whole, done: done)
    }
    return nil
  }

  /// The words beside a count that tell what was done: 盘活, 已治理, 取得证书.
  private func verb(of done: Int) -> [UInt16] {
    page.units[page.lead(done)].filter(Mark.isHan) + page.units[page.tail(done)].filter(Mark.isHan)
  }

  /// Whether what is left is of the same things, and of the same work.
  private func isOf(_ rest: Int, _ pair: Pair) -> Bool {
    guard page.sameUnit(rest, pair.whole), page.paragraph(of: rest) != page.paragraph(of: pair.whole),
      pair.done < rest
    else { return false }
    let told = page.sentence(of: pair.whole).range
    var named = things(rest)
    // 剩余3项权限接稳: the noun ends where the words are no longer of the whole.
    if page.words(page.lead(rest)).hasAnySuffix(Self.left) {
      while named.count > 2, !page.contains(named, in: told) { named.removeLast() }
    }
    // 巡察发现的问题 is none of 督察发现问题46个.
    guard page.claim(rest).clause.lowerBound <= page.range(rest).lowerBound, isSaid(rest, in: told) else {
      return false
    }
    // 老旧小区 of 列入改造计划的老旧小区38个.
    if named.isEmpty { return isSameWork(rest, pair) }
    guard named.count >= 2,
      zip(named, named.dropFirst()).allSatisfy({ page.contains([$0, $1], in: told) }),
      let noun = [4, 3, 2].first(where: { count in
        named.count >= count && counts(Array(named.suffix(count)), pair.whole)
      })
    else { return false }
    if page.words(page.lead(rest)).hasAnySuffix(Self.left) { return noun >= 2 }
    // 16家非公企业没有建立党组织 of 应建党组织的136家.
    let isGeneric =
      page.words(page.tail(rest)).containsAny(Self.generic)
      || page.shares(page.tail(rest).dropFirst(noun), with: page.lead(pair.whole), atLeast: 3)
    return isSameWork(rest, pair) || noun == 4 && isGeneric
  }

  /// 没有盘活 of 盘活97处, 未结的 of 结案228件: the work that is undone is the one that was done.
  private func isSameWork(_ rest: Int, _ pair: Pair) -> Bool {
    let done = verb(of: pair.done)
    let lead = Array(page.units[page.lead(rest)])
    if page.words(page.lead(rest)).hasAnyPrefix(Self.open), lead.count > 2, lead[2] == Mark.of {
      return done.contains(lead[1])
    }
    let undone = page.units[page.tail(rest)].filter(Mark.isHan) + lead.filter(Mark.isHan)
    return zip(undone, undone.dropFirst()).contains { first, second in
      !Self.common.contains([first, second])
        && zip(done, done.dropFirst()).contains { $0 == first && $1 == second }
    }
  }

  /// Whether what stands before 的 in front of the rest's noun was said of the whole: 督察发现 of 督察发现的问题.
  private func isSaid(_ rest: Int, in told: Range<Int>) -> Bool {
    let words = Array(page.units[page.lead(rest)].filter(Mark.isHan))
    guard let of = words.lastIndex(of: Mark.of), of >= 2, !page.words(page.lead(rest)).hasAnySuffix(Self.left)
    else { return true }
    return page.contains(Array(words[..<of].prefix(2)), in: told)
  }

  /// Whether a noun ends the words before a count or begins those behind it.
  private func counts(_ noun: [UInt16], _ figure: Int) -> Bool {
    page.units[page.lead(figure)].filter(Mark.isHan).suffix(noun.count + 4).containsRun(noun)
      || page.units[page.tail(figure)].prefix(noun.count + 6).filter(Mark.isHan)[...].containsRun(noun)
  }

  /// What the rest is of: 清查出来的闲置资产 without 出来的, or the noun behind its number.
  private func things(_ rest: Int) -> [UInt16] {
    let behind = page.noun(behind: rest)
    if behind.count >= 2 { return behind }
    var words = page.units[page.lead(rest)].filter(Mark.isHan)
    while let word = Self.trailing.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words.removeLast(word.count)
    }
    // Behind the last 的: what was found is not what it was found by.
    guard let of = words.lastIndex(of: Mark.of) else { return words }
    return Array(words[(of + 1)...])
  }

  private func settle(_ rest: Int, _ pair: Pair, _ book: inout RelationBook) {
    let left = page.value(pair.whole) - page.value(pair.done)
    let fits = left == page.value(rest)
    // A slip of the pen parts the two: otherwise part of the rest may be meant.
    guard
      fits || Reckoning.isSlip(page.value(rest), left, digits: 1)
        || page.value(rest) > left
          && (abs(page.value(rest) - left) * 4 <= left
            || isSameWork(rest, pair) && page.value(rest) < page.value(pair.done))
    else { return }
    book.weigh(
      rest, by: [pair.whole, pair.done], .rest, fits ? .verified : .broken, on: page,
      "\(page.number(pair.whole))-\(page.number(pair.done))=\(left)", "剩余的数与别处写的总数、已办数不符")
  }

  private static let still = ["仍有", "还有", "尚有", "仍余", "尚余", "还剩", "仍剩", "仍还有", "尚存"]
  private static let left = ["余下的", "剩余", "剩余的", "剩下的", "余下"]
  private static let trailing = Mark.words("仍有 还有 尚有 仍余 尚余 还剩 仍剩 中 里 的 余下 剩余 剩下")
  private static let open = ["未"]
  private static let undone = ["没有", "未", "没"]
  private static let generic = ["没有找到", "没有着落", "没有落实", "没有到位", "未能", "没有完成", "未完成"]
  private static let others = ["新", "历年", "另", "上年", "去年", "往年", "以前", "每"]
  private static let common: Set<[UInt16]> = Set(Mark.words("完成 没有 到位 落实 尚有 还有 仍有"))
}

extension ArraySlice<UInt16> {
  fileprivate func containsRun(_ run: [UInt16]) -> Bool {
    count >= run.count && indices.dropLast(run.count - 1).contains { self[$0...].starts(with: run) }
  }
}
extension [UInt16] {
  fileprivate func containsRun(_ run: [UInt16]) -> Bool { self[...].containsRun(run) }
}
