import Foundation
import ReportModel

/// 走势与排序: figures told one after another whose order the words name: 依次为91.3%、92.0%、92.8%,逐季上升; 由高到低依次为甲1120万元、
/// 乙960万元、丙740万元. Reported with the changes.
struct TrendRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    Self.table.scan(page.units) { word, range in
      guard let sentence = page.draft.sentence(at: range.lowerBound) else { return }
      let figures = page.draft.sentences[sentence].quantities
      let list =
        word < Self.orders ? behind(range, figures) : before(range, figures) ?? behind(range, figures)
      guard let list, list.count > 2 else { return }
      settle(list, range, isRising: Self.words[word].isRising != areBackwards(list, range), &book)
    }
  }

  /// The figures of one unit in a row behind a word, from the first one on.
  private func behind(_ cue: Range<Int>, _ figures: Range<Int>) -> [Int]? {
    guard let first = figures.first(where: { page.range($0).lowerBound >= cue.upperBound }),
      case let between = cue.upperBound..<page.range(first).lowerBound, between.count <= 24, isTold(first),
      // 按风险由高到低分为红、橙、黄三级,分别为4家、38家、120家: the levels are ordered, not their counts.
      !page.has(Mark.pause, in: between),
      !page.words(between).containsAny(["分为", "分成", "划分", "划为", "级", "档"])
    else { return nil }
    var list = [first]
    while figures.contains(list[list.count - 1] + 1), goesOn(list[list.count - 1]) {
      list.append(list[list.count - 1] + 1)
    }
    return list
  }

  /// Those right before it.
  private func before(_ cue: Range<Int>, _ figures: Range<Int>) -> [Int]? {
    guard let last = figures.last(where: { page.range($0).upperBound <= cue.lowerBound }), isTold(last),
      case let between = page.range(last).upperBound..<cue.lowerBound, between.count <= 4,
      !page.has(Mark.semicolon, in: between)
    else { return nil }
    var list = [last]
    while list[0] > figures.lowerBound, isTold(list[0] - 1), goesOn(list[0] - 1) {
      list.insert(list[0] - 1, at: 0)
    }
    return list
  }

  /// Whether the next figure is one of the same list.
  private func goesOn(_ figure: Int) -> Bool {
    let between = page.range(figure).upperBound..<page.range(figure + 1).lowerBound
    return page.sameUnit(figure, figure + 1) && page.unit(figure) == page.unit(figure + 1)
      && isTold(figure + 1) && between.count <= 16 && page.units[page.tail(figure)].count <= 2
      && !page.has(Mark.semicolon, in: between) && !page.cues.has([.parts, .sum], in: between)
  }

  private func isTold(_ figure: Int) -> Bool {
    page.claim(figure).change == nil && page.isExact(figure) && !page.unit(figure).isEmpty
  }

  /// 2025年、2024年、2023年分别为…: the years run backwards.
  private func areBackwards(_ list: [Int], _ cue: Range<Int>) -> Bool {
    let sentence = page.sentence(of: list[0])
    let years = page.draft.times[sentence.times].compactMap { time -> Int? in
      guard time.range.lowerBound < page.range(list[list.count - 1]).upperBound else { return nil }
      return time.inMonth?.year
    }
    return years.count == list.count && zip(years, years.dropFirst()).allSatisfy { $0 > $1 }
  }

  private func settle(_ list: [Int], _ cue: Range<Int>, isRising: Bool, _ book: inout RelationBook) {
    let wrong = zip(list, list.dropFirst()).first { a, b in
      isRising ? page.value(a) > page.value(b) : page.value(a) < page.value(b)
    }
    let arithmetic = wrong.map { "\(page.number($0.0))→\(page.number($0.1))" } ?? ""
    book.propose(
      Relation(
        .change, wrong == nil ? .verified : .broken,
        claimed: cue.lowerBound < page.range(list[0]).lowerBound
          ? cue.lowerBound..<page.range(list[list.count - 1]).upperBound : cue,
        result: nil, members: list, arithmetic: arithmetic,
        message: "写的是“\(page.text(cue))”，所列的数却不是"),
      as: .place(cue.lowerBound))
  }

  private static let words: [(word: String, isRising: Bool)] = {
    let orders = [("高", "低"), ("多", "少"), ("大", "小"), ("长", "短")].flatMap { high, low in
      ["由", "从"].flatMap { [("\($0)\(high)到\(low)", false), ("\($0)\(low)到\(high)", true)] }
    }
    let steps = ["季", "年", "月", "批", "轮", "期", "周"]
    let rises = ["上升", "提高", "增加", "增长", "递增", "提升", "走高", "攀升", "扩大", "上涨"]
    let falls = ["下降", "降低", "减少", "递减", "回落", "收窄", "走低", "压减", "缩短", "下滑"]
    return orders
      + steps.flatMap { step in
        rises.map { ("逐\(step)\($0)", true) } + falls.map { ("逐\(step)\($0)", false) }
      }
  }()
  /// How many of them order a list that follows.
  private static let orders = 16
  private static let table = PhraseTable(words.map(\.word))
}
