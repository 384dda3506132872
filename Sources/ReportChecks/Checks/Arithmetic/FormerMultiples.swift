import Foundation
import ReportModel

/// 原数: changes said of what there was before: 年末数是年初数的2.5倍, 在上年4.2万头的基础上增长15%.
extension ChangeRule {
  /// 在上年4.2万头的基础上.
  func buildsOn(_ base: Int) -> Bool {
    let (lead, behind) = (page.words(page.lead(base)), page.words(page.after(base)))
    return lead.hasAnyPrefix(Self.onto) && behind.hasAnyPrefix(Self.grounds)
      && (lead.containsAny(Self.baseTimes) || page.lead(base).contains { Mark.isDigit(page.units[$0]) })
  }

  // MARK: 在上年600亩的基础上提高15%,全年盘活690亩

  /// What it came to stands behind in a clause of the year; only what nearly fits is the same thing.
  func yearBehind(_ value: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, change) = (value - 2, value - 1)
    guard base >= figures.lowerBound, page.sameUnit(base, value), page.isPercent(change), buildsOn(base),
      [base, change, value].allSatisfy(page.isExact), page.before(change).count <= 11,
      let up = isUp(page.lead(change)), page.words(page.lead(value)).hasAnyPrefix(Self.years),
      page.lead(value).count <= 8, page.claim(value).change == nil,
      case let share = page.value(change) * (up ? 1 : -1),
      case let expected = page.value(base) * (100 + share) / 100,
      abs(expected - page.value(value)) * 20 <= expected
    else { return }
    compare(change, value, base, isCertain: true, &book)
  }

  // MARK: 年末数是年初数的2.5倍

  /// 年初有企业40家,年末达到100家,年末数是年初数的2.5倍: both told in clauses of their own.
  func ofFormer(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (start, end) = (figure - 2, figure - 1)
    guard page.isMultiple(figure), start >= figures.lowerBound, page.sameUnit(start, end),
      page.isAmount(end), [start, end].allSatisfy({ page.claim($0).change == nil && page.isExact($0) }),
      page.words(page.lead(end)).hasAnyPrefix(Self.nows),
      former(figure, start).map(Self.thens.contains) == true,
      let ratio = Quotient(page.quantity(end), by: page.quantity(start))
    else { return }
    settle(
      figure, [end, start], ratio.value, ratio.interval, "\(page.number(end))/\(page.number(start))", true,
      &book)
  }

  /// 为原来的7倍, 是上年的3倍, 年末数是年初数的2.5倍: nothing else is named.
  func isOfFormer(_ figure: Int, _ start: Int) -> Bool { former(figure, start) != nil }

  /// The time whose figure a multiple is of, where the figure it started from is of that time, too.
  private func former(_ figure: Int, _ start: Int) -> String? {
    var words = page.units[page.before(figure)].filter(Mark.isHan)[...]
    guard words.count <= 12, words.last == Mark.of else { return nil }
    words.removeLast()
    if let noun = Self.nouns.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words = words.dropLast(noun.count)
    }
    if words.last == Mark.of { words.removeLast() }
    guard
      let time = (Self.thens + Self.formers).first(where: { FoldedWords(units: words).hasSuffix($0) }),
      !Self.thens.contains(time) || page.words(page.lead(start)).contains(time)
    else { return nil }
    words = words.dropLast(time.utf16.count)
    let isSaid = Self.ares.first { words.suffix($0.count).elementsEqual($0) }
    guard let isSaid else { return nil }
    words = words.dropLast(isSaid.count)
    let isNamed =
      words.count < 2 || FoldedWords(units: words).hasAnySuffix(Self.totals)
      || (words.startIndex..<words.endIndex - 1).contains {
        page.contains(Array(words[$0...$0 + 1]), in: page.lead(start))
      }
    return isNamed ? time : nil
  }

  // MARK: 2020年A,2021年B,增长P%

  func twoYears(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let (base, value) = (change - 2, change - 1)
    guard base >= figures.lowerBound, page.isPercent(change) || page.sameUnit(change, base),
      isUp(page.before(change)) != nil || isMoreOrLess(change),
      page.before(change).count <= 8, page.sameUnit(base, value), page.isAmount(value),
      !page.has(Mark.semicolon, in: page.range(base).upperBound..<page.range(change).lowerBound)
    else { return }
    if let before = year(page.lead(base)), let now = year(page.lead(value)), now == before + 1 {
      guard page.isPercent(change) else { return }
      compare(
        change, value, base, isCertain: page.shares(page.lead(base), with: page.lead(value), atLeast: 3),
        &book)
    } else if isLastYear(base), isNowOnly(value), page.claim(base).change == nil,
      page.claim(value).change == nil,
      isOfThem(change, base, value)
    {
      compare(change, value, base, isCertain: true, &book)
    }
  }

  /// 上年受理投诉860件.
  private func isLastYear(_ base: Int) -> Bool {
    page.words(page.lead(base)).hasAnyPrefix(["上年", "去年", "上一年"])
  }

  /// 今年612件, 今年只有612件: the measure is not named again.
  private func isNowOnly(_ value: Int) -> Bool {
    let words = page.words(page.lead(value))
    guard let now = ["今年", "本年", "本年度"].last(where: words.hasPrefix) else { return false }
    let rest = FoldedWords(units: words.units.dropFirst(now.utf16.count))
    return rest.units.isEmpty || Self.copulas.contains { rest == $0 || rest == "则" + $0 || rest == "已" + $0 }
  }

  private static let onto = ["在", "是在", "系在"]
  private static let grounds = ["的基础上", "基础上"]
  private static let years = ["全年", "今年", "年内", "本年"]
  private static let nows = Mark.texts("年末 年底 今年 目前 现在 现有 到年末 到年底 至年底 截至年底 现已 如今")
  private static let thens = Mark.texts("年初 期初 上年末 去年底 上年底 启动时 成立时")
  private static let formers = Mark.texts(
    "原来 原先 原有 上年 去年 上年同期 去年同期 改革前 之前 此前 过去 最初 以前 前者 原")
  private static let nouns = Mark.words("数量 数额 规模 总数 总量 水平 数")
  private static let ares = Mark.words("相当于 达到了 达到 已达 已是 是 为 达")
  private static let totals = Mark.texts("数 者 末 底 现有 现在 目前 规模 总量 数量 如今 今年 同比")
}
