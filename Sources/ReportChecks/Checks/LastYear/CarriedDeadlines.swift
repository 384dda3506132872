import Foundation
import ReportModel

/// The deadlines of items carried over, held against those that last year's report set.
extension CarriedOutcomes {
  /// 去年延期的甲,原定今年11月完成, where last year's report put it off to September: a deadline within this year is the one set then.
  func deadline(of item: Int, in sentence: DraftSentence) -> Wrong? {
    let name = last.delayed[item]
    guard let until = last.delayedUntil[name], let month = until.month,
      let end = end(of: item, in: sentence.range),
      let year = draft.reportYear(at: sentence.range.lowerBound), until.year == year
    else { return nil }
    let stop = self.stop(behind: end, sentence.range, but: item)
    let telling = (sentence.range.lowerBound..<end).suffix(name.utf16.count + 24)
    for time in draft.times[sentence.times] where time.range.upperBound <= stop {
      let start = time.range.first { Mark.isDigit(page.units[$0]) } ?? time.range.lowerBound
      var lead = (sentence.range.lowerBound..<start).suffix(10)
      // 原定今年11月.
      if page.words(lead).hasAnySuffix(Self.thisYears) { lead = lead.dropLast(2) }
      let before = page.words(lead)
      let isSet =
        time.range.lowerBound >= end
        ? isSetLastYear(time.range, behind: end)
          || before.hasAnySuffix(Self.set) && !before.containsAny(Self.anew)
          || before.hasAnySuffix(Self.putOffTo) && !before.containsAny(Self.again)
            && page.words(sentence.range.lowerBound..<time.range.lowerBound).containsAny(Self.longYears)
        : telling.contains(time.range.lowerBound) && before.hasAnySuffix(Self.yearsPutOffTo)
          && page.units[time.range.upperBound..<end].prefix(3).contains(Self.of)
      guard isSet, let date = QuietDelays.date(time.meaning, in: year), let own = date.month,
        date.year == year, own != month
      else { continue }
      return Wrong(
        range: time.range, message: "“\(name)”上年报告写延至\(until.chinese)，这里写的时限是\(page.text(time.range))")
    }
    return nil
  }

  /// 按去年确定的12月时限, 去年定的新时限是12月: a deadline that is said to be last year's, in one clause.
  private func isSetLastYear(_ time: Range<Int>, behind end: Int) -> Bool {
    let start = (end..<time.lowerBound).last { Mark.clauseEnds.contains(page.units[$0]) } ?? end
    let words = page.words(start..<time.lowerBound)
    guard words.containsAny(Self.longYears), !words.containsAny(Self.again) else { return false }
    let behind = (time.upperBound..<page.units.count).prefix(6).drop {
      Self.monthParts.contains(page.units[$0])
    }
    let isTerm = page.words(behind.startIndex..<behind.endIndex).hasAnyPrefix(Self.terms)
    return words.hasAnySuffix(Self.setThen) && isTerm || words.hasAnySuffix(Self.termIs)
  }

  private static let monthParts = UnitSet("底末初份前的")
  private static let terms = ["时限", "期限", "完成时限", "节点", "时间节点", "要求"]
  private static let setThen = [
    "确定", "明确", "定", "定下", "顺延后", "延期后", "调整后", "延后", "批准", "核定", "承诺", "约定", "设定", "商定", "报告",
  ].flatMap {
    [$0 + "的", $0 + "到的", $0]
  }
  private static let termIs = ["时限是", "时限为", "期限是", "期限为", "时限定在", "时限定为", "期限定在", "定在", "定于"]
  private static let of = Mark.word("的")[0]
  private static let set = Mark.texts(
    "原定 原定于 原定在 原计划 原计划于 原计划在 应于 应在 时限为 时限是 时限 时限: 较原定的 比原定的 较原定 比原定 期限为 期限是 原要求 ,要求 ,承诺 ,规定 ,约定")
  static let putOffTo = Mark.texts("延期至 延期到 延至 延到 顺延至 顺延到 推迟至 推迟到 改期至 改期到 拖到 拖至 放宽到 放宽至")
  private static let yearsPutOffTo = longYears.flatMap { year in
    (putOffTo + ["定下", "确定", "明确", "定在", "定于", "承诺", "要求"]).map { year + $0 }
  }
  private static let thisYears = ["今年", "本年", "当年"]
  private static let anew = ["新的", "新时限", "调整后", "调整为"]
  private static let again = ["再", "又", "继续", "二次", "续"]
}
