import Foundation
import ReportModel

/// 延期名单: tasks that one sentence names together as put off, with their number: 结转的2项改革,即“甲”和“乙”; 甲、乙2项任务延期.
struct NamedDelays {
  let page: FigurePage
  let prose: CheckProse

  /// The names, in the order of the text; only where there are as many as the sentence says.
  func find() -> [Range<Int>] {
    var last = -1
    return page.cues.found.flatMap { found -> [Range<Int>] in
      guard !found.cue.isDisjoint(with: .delayed),
        let index = page.draft.sentence(at: found.range.lowerBound), index != last
      else { return [] }
      last = index
      return names(in: page.draft.sentences[index])
    }
  }

  private func names(in sentence: DraftSentence) -> [Range<Int>] {
    guard prose.hasAny(Self.putOff, in: sentence.range), !prose.hasAny(Self.others, in: sentence.range)
    else { return [] }
    for figure in sentence.quantities where page.unit(figure) == "项" && page.isExact(figure) {
      let count = NSDecimalNumber(decimal: page.value(figure)).intValue
      let quoted = quotations(in: sentence.range)
      if (1...12).contains(count), quoted.count == count { return quoted }
      let listed = items(before: page.range(figure).lowerBound, from: sentence.range.lowerBound)
      if count > 1, listed.count == count, isPutOff(behind: page.range(figure).upperBound) { return listed }
    }
    return []
  }

  /// What stands in “” in a sentence, but for short words.
  private func quotations(in sentence: Range<Int>) -> [Range<Int>] {
    let opens = sentence.filter { prose.units[$0] == 0x201C }
    return opens.compactMap { open in
      let close = (open..<sentence.upperBound).first { prose.units[$0] == 0x201D }
      return close.map { open + 1..<$0 }
    }.filter { $0.count >= 4 }
  }

  /// 甲、乙 right before 2项任务延期.
  private func items(before end: Int, from start: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var stop = end
    while stop > start, prose.units[stop - 1] == Self.andSoOn { stop -= 1 }
    var first = stop
    while first > start, !Mark.clauseEnds.contains(prose.units[first - 1]) {
      first -= 1
      if prose.units[first] == Mark.pause {
        items.append(first + 1..<stop)
        stop = first
      }
    }
    items.append(first..<stop)
    return items.allSatisfy { (4...30).contains($0.count) } ? items.reversed() : []
  }

  private func isPutOff(behind end: Int) -> Bool {
    prose.hasAny(Self.nouns.flatMap { noun in Self.putOff.map { noun + $0 } }, at: end)
  }

  private static let putOff = ["延期", "延至", "结转", "顺延", "推迟", "暂缓", "未能如期完成", "未能按期完成", "未按期完成", "未如期完成"].map(
    Mark.word)
  private static let nouns = ["", "任务", "改革", "改革任务", "重点任务", "事项", "工作"].map(Mark.word)
  private static let others = ["上年", "去年", "上一年", "已完成", "均已", "全部完成"].map(Mark.word)
  private static let andSoOn = Mark.andSoOn
}
