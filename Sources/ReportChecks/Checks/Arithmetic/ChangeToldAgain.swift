import Foundation
import ReportModel

/// 一个变化说两次: what came from one number to another, told in two sections.
extension SameFactRule {
  /// 内设机构由11个精简为6个.
  private struct Change {
    var subject: Range<Int>
    var verb: Range<Int>
    var start: Int
    var end: Int
  }

  /// 内设机构由11个精简为6个 and 内设机构精简到7个: the end of one change told twice.
  func ends(_ book: inout RelationBook) {
    var changes: [Change] = []
    for figure in page.draft.claims.indices
    where page.isAmount(figure) && page.isExact(figure) && page.isTold(figure) {
      let lead = page.lead(figure)
      if page.words(lead).hasAnySuffix(Self.afters) { remade(figure, changes, &book) }
      guard let to = page.cues.last(.to, in: lead), to.upperBound == lead.upperBound, to.count > 1 else {
        continue
      }
      if to.lowerBound == lead.lowerBound, figure > page.siblings(of: figure).lowerBound,
        page.sameUnit(figure - 1, figure), page.tail(figure - 1).upperBound >= to.lowerBound,
        let noun = subject(of: figure - 1)
      {
        let change = Change(subject: noun, verb: to.dropLast(), start: figure - 1, end: figure)
        for other in changes { compare(change, with: other, &book) }
        changes.append(change)
        continue
      }
      let words = page.units[lead].dropLast()
      for change in changes
      where isOf(words, change)
        && page.sameUnit(change.end, figure) && page.value(figure) != page.value(change.start)
        && page.claim(figure).section != page.claim(change.end).section
      {
        book.compare(figure, withEarlier: [change.end], on: page)
        break
      }
    }
  }

  /// 改革后的12个内设机构 behind 内设机构由14个精简为10个: more than there came to be.
  private func remade(_ figure: Int, _ changes: [Change], _ book: inout RelationBook) {
    let noun = page.noun(behind: figure)
    let verb = page.units[page.lead(figure)].dropLast(2).suffix(2)
    let told = changes.filter { change in
      // 网格 of 村级网格 only where the verb is the same.
      let least = page.units[change.verb].starts(with: verb) ? 2 : 4
      return page.sameUnit(change.end, figure)
        && page.claim(change.end).sentence != page.claim(figure).sentence
        && (least...max(least, change.subject.count)).contains {
          change.subject.count >= $0 && noun.starts(with: page.units[change.subject.suffix($0)])
        }
    }
    guard let change = told.first, Set(told.map { page.value($0.end) }).count == 1,
      page.value(figure) >= page.value(change.end)
        || page.words(page.tail(figure)).containsAny(["全部", "均", "都"])
    else { return }
    book.compare(figure, withEarlier: [change.end], on: page)
  }

  private static let afters = [
    "改革", "精简", "重组", "整合", "合并", "归并", "撤并", "优化", "调整", "压减", "扩容", "扩建",
  ].map { $0 + "后的" }

  private func isOf(_ words: ArraySlice<UInt16>, _ change: Change) -> Bool {
    let told = page.units[change.subject.suffix(4)] + page.units[change.verb]
    return words.suffix(told.count).elementsEqual(told)
  }

  /// 内设机构 of 内设机构由11个.
  private func subject(of start: Int) -> Range<Int>? {
    let lead = page.lead(start)
    guard let from = lead.last, page.units[from] == Mark.from || page.units[from] == Mark.since else {
      return nil
    }
    let noun = lead.lowerBound..<from
    // 园区内设机构 is told as 内设机构, too.
    return noun.count >= 3 && noun.allSatisfy { Mark.isHan(page.units[$0]) } ? noun : nil
  }

  /// 平均时间由1.5天压缩至0.5天 … 平均时间由2天压缩至0.5天: one end of a change told twice by one number, the other one by two.
  private func compare(_ change: Change, with other: Change, _ book: inout RelationBook) {
    let (words, others) = (page.withoutScope(change.subject), page.withoutScope(other.subject))
    let count = min(words.count, others.count)
    guard page.claim(change.end).section != page.claim(other.end).section,
      page.sameUnit(change.end, other.end), count >= 4,
      page.units[words].suffix(count).elementsEqual(page.units[others].suffix(count)),
      // 办理环节由5个减少至1个: so it may be with many services.
      count >= 8 || !page.words(words).hasAnySuffix(Self.common)
        || page.shares(
          page.sentence(of: change.end).range.lowerBound..<words.lowerBound,
          with: page.sentence(of: other.end).range.lowerBound..<others.lowerBound, atLeast: 4)
    else { return }
    if page.value(change.end) == page.value(other.end) {
      book.compare(change.start, withEarlier: [other.start], on: page)
    } else if page.value(change.start) == page.value(other.start) {
      book.compare(change.end, withEarlier: [other.end], on: page)
    }
  }

  private static let common = [
    "时限", "时间", "用时", "环节", "材料", "天数", "次数", "时长", "周期", "耗时", "成本", "费用", "比例", "占比",
  ]
}
