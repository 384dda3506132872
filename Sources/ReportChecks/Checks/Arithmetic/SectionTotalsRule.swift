import Foundation
import ReportModel

/// 分段小结: what a closing sentence adds up over the parts told before it: 以上三个方面共15项任务,完成14项; 两个领域合计延期3项; (四)三个领域小结。
/// Each of its counts is held against those that the parts tell in the same words. Reported with the totals.
struct SectionTotalsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences.indices {
      guard let closing = closing(sentence) else { continue }
      let parts = parts(before: closing.start, closing.count)
      guard parts.count == closing.count else { continue }
      for total in closing.figures where page.isAmount(total) && page.isExact(total) {
        settle(total, parts, &book)
      }
    }
  }

  private struct Closing {
    /// Where its paragraph begins.
    var start: Int
    /// How many parts it says to sum up.
    var count: Int
    var figures: [Int]
  }

  /// 以上三个方面共…, 两个领域合计…, 三个领域小结: at the beginning of a sentence.
  private func closing(_ index: Int) -> Closing? {
    let sentence = page.draft.sentences[index]
    let stop = min(sentence.range.upperBound, sentence.range.lowerBound + 20)
    for place in sentence.range.prefix(8) {
      guard let count = Mark.number(page.units[place]), (2...9).contains(count),
        case let behind = page.words(place + 1..<max(place + 1, stop)),
        let noun = Self.nouns.first(where: behind.hasPrefix)
      else { continue }
      let rest = FoldedWords(units: behind.units.dropFirst(noun.utf16.count))
      guard
        page.words(sentence.range.lowerBound..<place).hasAnySuffix(Self.pointing)
          || rest.hasAnyPrefix(Self.sums)
      else { return nil }
      var figures = sentence.quantities.filter { page.range($0).lowerBound > place + 1 }
      // 三个领域小结。年度任务18项,…: the sentence behind it tells.
      if figures.isEmpty, index + 1 < page.draft.sentences.count,
        page.draft.sentences[index + 1].paragraph == sentence.paragraph
      {
        figures = Array(page.draft.sentences[index + 1].quantities)
      }
      let paragraph = page.draft.paragraphs[sentence.paragraph].range
      return Closing(start: paragraph.lowerBound, count: count, figures: figures)
    }
    return nil
  }

  /// The sections side by side that end before a place, or at it: 一是…, 二是…, 三是….
  private func parts(before end: Int, _ count: Int) -> [Range<Int>] {
    guard let run = NumberedRun(in: page.draft, before: end, upTo: { $0.ordinal == count }),
      run.items.map(\.ordinal) == Array(1...count)
    else { return [] }
    return run.items.map { $0.range.lowerBound..<min($0.range.upperBound, end) }
  }

  private func settle(_ total: Int, _ parts: [Range<Int>], _ book: inout RelationBook) {
    let noun = MeasureTable.core(total, page)
    let counts = parts.map { part in
      page.figures(from: part.lowerBound).prefix { page.range($0).lowerBound < part.upperBound }
        .filter { tells($0, like: total, noun) }
    }
    // Of what was put off a part need not tell: 共6项任务,完成6项.
    let isWhole = zip(counts, parts).allSatisfy { figures, part in
      figures.count == 1 || figures.isEmpty && page.claim(total).measure == .delayed && isAllDone(part)
    }
    let members = counts.flatMap { $0 }
    guard isWhole, members.count > 1 || page.claim(total).measure == .delayed, !members.isEmpty else {
      return
    }
    book.add(
      members, to: total, of: .total, on: page, message: "各部分的数相加，与小结不符", as: .scope("parts\(total)"))
  }

  /// Whether a figure counts what the total counts, by its measure or in its words.
  private func tells(_ figure: Int, like total: Int, _ noun: [UInt16]) -> Bool {
    let (claim, other) = (page.claim(figure), page.claim(total))
    guard page.sameUnit(figure, total), page.isExact(figure), claim.change == nil,
      !page.cues.has([.parts, .each], in: page.before(figure))
    else { return false }
    // 承担任务12项,已全部完成 counts tasks, too.
    if other.measure == .tasks, page.words(page.lead(figure)).hasSuffix("任务") { return true }
    if claim.measure.isKnown || other.measure.isKnown { return claim.measure == other.measure }
    let own = MeasureTable.core(figure, page)
    return own.count > 1 && noun.suffix(own.count).elementsEqual(own)
  }

  /// Whether a part tells of as many tasks done as there are.
  private func isAllDone(_ part: Range<Int>) -> Bool {
    if page.cues.has(.allDone, in: part) { return true }
    let figures = page.figures(from: part.lowerBound).prefix { page.range($0).lowerBound < part.upperBound }
    guard let tasks = figures.first(where: { page.claim($0).measure == .tasks }),
      let done = figures.first(where: { page.claim($0).measure == .completed })
    else { return false }
    return page.value(tasks) == page.value(done)
  }

  private static let pointing = ["以上", "上述", "前述", "以上这", "上述这", "这"]
  private static let nouns = ["个", "大", "项", ""].flatMap { measure in
    [
      "领域", "方面", "板块", "条线", "专项小组", "专项", "小组", "部分", "片区", "类别", "批次", "阶段", "环节", "行业", "系统", "口", "区域",
      "园区", "专班",
    ]
    .map { measure + $0 }
  }
  private static let sums = Mark.texts("共 合计 总计 累计 小结 汇总 加起来 一共 相加 总共 改革共 任务共 任务合计 合起来 之和 总的")
}
