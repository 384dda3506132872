import Foundation
import ReportModel

/// 再次提起: 审议文件21件 and 审议的23件文件, a rank told twice: what a later paragraph takes up by its verb. Reported with the same facts.
extension ToldTwiceRule {
  // MARK: 审议文件21件 … 审议的23件文件

  /// A count behind its verb and noun, and between the two of them where it is spoken of again.
  func takenUp(_ book: inout RelationBook) {
    var told: [[UInt16]: [Int]] = [:]
    for figure in page.draft.claims.indices where isOfYear(figure) {
      let lead = page.lead(figure)
      guard page.tail(figure).isEmpty, lead.count >= 4 else { continue }
      // 审议文件, 新建口袋公园: the verb may stand some words before the noun.
      for verb in lead.dropLast(3).suffix(7) where page.units[verb..<lead.upperBound].allSatisfy(Mark.isHan) {
        told[Array(page.units[verb..<verb + 4]) + page.unit(figure).utf16, default: []].append(figure)
      }
    }
    guard !told.isEmpty else { return }
    for figure in page.draft.claims.indices where isOfYear(figure) {
      let (lead, noun) = (page.lead(figure), page.tail(figure).prefix(2))
      guard lead.count >= 3, noun.count == 2, page.units[lead.upperBound - 1] == Mark.of else { continue }
      let verb = lead.upperBound - 3..<lead.upperBound - 1
      let key = Array(page.units[verb]) + Array(page.units[noun]) + page.unit(figure).utf16
      guard let others = told[key], let first = others.first, first < figure,
        others.allSatisfy({ page.value($0) == page.value(first) }),
        page.value(first) != page.value(figure), page.paragraph(of: first) != page.paragraph(of: figure),
        names(page.tail(figure), whole: first, from: verb),
        isOfAll(
          lead.lowerBound..<verb.lowerBound, like: first, isMore: page.value(figure) > page.value(first))
      else { continue }
      book.compare(figure, withEarlier: [first], on: page, severity: .warning)
    }
  }

  private func isOfYear(_ figure: Int) -> Bool {
    let claim = page.claim(figure)
    return page.isAmount(figure) && page.isExact(figure) && page.isThing(figure) && page.value(figure) > 2
      && claim.period == .reported && claim.change == nil
      && !page.cues.has([.parts, .each], in: page.before(figure))
      && !Self.partOfYear.contains { page.words(claim.clause).contains($0) }
  }

  /// 口袋公园全部免费开放 begins with all that stands between the verb and the other count.
  private func names(_ tail: Range<Int>, whole: Int, from verb: Range<Int>) -> Bool {
    let lead = page.lead(whole)
    guard
      let place = lead.dropLast(3).last(where: { page.units[$0..<$0 + 2].elementsEqual(page.units[verb]) })
    else { return false }
    return page.units[tail].starts(with: page.units[place + 2..<lead.upperBound])
  }

  /// 全年, 县委深改委全年: what stands before the verb is the year, or who was named beside the other count; fewer may be some of them.
  private func isOfAll(_ words: Range<Int>, like whole: Int, isMore: Bool) -> Bool {
    var rest = page.text(words)
    for word in Self.ofYear where rest.hasSuffix(word) { rest.removeLast(word.count) }
    for word in Self.prepositions where rest.hasPrefix(word) { rest.removeFirst(word.count) }
    if rest.isEmpty { return isMore || words.count > 0 }
    let sentence = page.draft.sentences[page.claim(whole).sentence].range
    return (isMore || page.text(words) != rest) && page.words(sentence).contains(rest)
  }

  private static let ofYear = ["全年", "年内", "今年", "本年度", "一年来", "共", "累计"]
  private static let prepositions = ["对", "将", "把", "针对", "围绕"]
  private static let partOfYear = ["季度", "半年", "月", "轮", "批", "期", "首", "次会议"]

  // MARK: 位居全市第二 … 排名全市第一

  /// One measure's place among the same others, told by two numbers.
  func ranks(_ book: inout RelationBook) {
    var told: [(subject: Range<Int>, scope: Range<Int>, place: Range<Int>, rank: Int)] = []
    for ordinal in page.units.indices.dropLast() where page.units[ordinal] == Self.ordinal {
      guard let rank = NamedListRule.number(page.units[ordinal + 1]),
        ordinal + 2 == page.units.count || NamedListRule.number(page.units[ordinal + 2]) == nil,
        let scope = (max(0, ordinal - 8)..<max(0, ordinal - 1)).last(where: { page.units[$0] == Self.all }),
        let sentence = page.draft.sentence(at: ordinal),
        !Self.otherTimes.contains(where: { page.words(page.draft.sentences[sentence].range).contains($0) }),
        let verb = Self.ranking.first(where: { page.words(max(0, scope - 4)..<scope).hasSuffix($0) })
      else { continue }
      let end = scope - verb.utf16.count
      var start = end
      while start > page.draft.sentences[sentence].range.lowerBound, Mark.isHan(page.units[start - 1]) {
        start -= 1
      }
      guard end - start >= 4 else { continue }
      told.append((start..<end, scope..<ordinal, ordinal..<ordinal + 2, rank))
    }
    for (index, second) in told.enumerated() {
      guard
        let first = told[..<index].suffix(40).first(where: { first in
          let count = min(first.subject.count, second.subject.count)
          return page.units[first.scope].elementsEqual(page.units[second.scope]) && first.rank != second.rank
            && page.units[first.subject].suffix(count).elementsEqual(page.units[second.subject].suffix(count))
        })
      else { continue }
      book.propose(
        Relation(
          .sameFact, .broken, claimed: second.place, result: nil, members: [], listed: first.place,
          arithmetic: "前文写“\(page.text(first.place))”,此处写“\(page.text(second.place))”",
          message: "同一项排名前后不一致", severity: .warning), as: .place(second.place.lowerBound))
    }
  }

  private static let ordinal: UInt16 = 0x7B2C  // 第
  private static let all: UInt16 = 0x5168  // 全
  private static let ranking = [
    "位居", "位列", "名列", "排名", "排在", "居于", "位于", "跃居", "稳居", "保持", "居", "列", "排",
  ]
  private static let otherTimes = ["上半年", "季度", "上年", "去年", "月", "上升", "提升", "前移", "由", "从", "连续"]
}
