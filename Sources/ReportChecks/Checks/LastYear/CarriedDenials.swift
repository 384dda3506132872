import ReportModel

/// 没有结转: a draft that says last year left nothing over, where last year's report puts items off: 没有上年结转事项, 上年没有留下延期任务,
/// 2024年任务全部完成,没有结转事项.
struct CarriedDenials {
  let page: FigurePage
  let last: LastYear
  let denying: Denying

  /// The sentences that say of something put off that there is none.
  struct Denying: StudyPart {
    let sentences: [Range<Int>]

    init(_ study: DraftStudy) {
      sentences = study.draft.sentences.compactMap { sentence in
        let words = study.page.words(sentence.range)
        return words.containsAny(none) && words.containsAny(carried) && !words.containsAny(others)
          && study.draft.role(of: sentence.section) != .plan ? sentence.range : nil
      }
    }
  }

  /// Each such statement.
  func found() -> [Range<Int>] {
    guard !last.delayed.isEmpty, !denying.sentences.isEmpty else { return [] }
    let years = Self.years + (last.year.map { Mark.texts("\($0)年度 \($0)年") } ?? [])
    return denying.sentences.compactMap { sentence in
      guard page.words(sentence).containsAny(years) else { return nil }
      return sentence.lazy.compactMap { denial(at: $0, in: sentence, years) }.first
    }
  }

  private func denial(at place: Int, in sentence: Range<Int>, _ years: [String]) -> Range<Int>? {
    let rest = page.words(place..<sentence.upperBound)
    guard let no = Self.none.first(where: rest.hasPrefix) else { return nil }
    var end = place + no.utf16.count
    // 没有上年的结转事项.
    let own = skip(years + Self.of, from: &end, to: sentence.upperBound)
    let before = page.words(sentence.lowerBound..<place)
    // 上年任务全部完成,没有结转事项: nothing of this year stands between.
    guard
      own
        || before.containsAny(years) && !before.containsAny(Self.thisYears)
          && place - sentence.lowerBound <= 30
    else { return nil }
    // 没有一项任务结转到今年.
    _ = skip(Self.things + Self.of, from: &end, to: sentence.upperBound)
    guard skip(Self.carried, from: &end, to: sentence.upperBound) else { return nil }
    _ = skip(Self.of + Self.things, from: &end, to: sentence.upperBound)
    return place..<end
  }

  /// Goes past the words of a list that stand at a place; false where none does.
  private func skip(_ words: [String], from place: inout Int, to end: Int) -> Bool {
    let start = place
    while place < end, let word = words.first(where: page.words(place..<end).hasPrefix) {
      place += word.utf16.count
    }
    return place > start
  }

  private static let none = Mark.texts("没有 未留下 未有 未产生 不存在 没留 无")
  private static let years = Mark.texts("上年度 上年 去年 上一年度 上一年")
  private static let thisYears = Mark.texts("今年 本年 年内 当年")
  private static let of = Mark.texts("的 留下的 留下 遗留的 一项 任何 1项")
  private static let things = Mark.texts("改革任务 改革事项 任务 事项 项目 改革 工作")
  private static let carried = Mark.texts("结转 延期 顺延 跨年 转入")
  private static let others = Mark.texts("再次 新增 新的 二次 除 以外 之外 又 其余 其他 说明 交代 反映 写明")
}
