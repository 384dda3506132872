import Foundation
import ReportModel

/// 前后两处: figures told again in other words: the name agrees at its end, in its quotation or in its rate, and the figures differ
/// by a slip of the pen. Reported with the same facts.
struct ToldTwiceRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    endings(&book)
    quoted(&book)
    wholes(&book)
    ranks(&book)
    turned(&book)
  }

  // MARK: 全年改造老旧小区24个 … 全年26个老旧小区改造

  /// What was done to so many in the year, and as many told before what was done.
  private func turned(_ book: inout RelationBook) {
    var done: [[UInt16]: Int] = [:]
    for pass in 0..<2 {
      for (figure, claim) in page.draft.claims.enumerated()
      where page.isAmount(figure) && page.isExact(figure) && page.isThing(figure) && claim.change == nil
        && claim.period == .reported
      {
        let (lead, tail) = (page.lead(figure), page.units[page.tail(figure)])
        guard let scope = Self.years.first(where: { page.units[lead].starts(with: $0) }) else { continue }
        let words = page.units[lead].dropFirst(scope.count)
        if pass == 0, tail.isEmpty, (6...12).contains(words.count),
          Self.makings.contains(Array(words.prefix(2)))
        {
          let key = words.dropFirst(2) + words.prefix(2) + page.unit(figure).utf16
          done[Array(key)] = done[Array(key)] ?? figure
        } else if pass == 1, words.isEmpty || Array(words) == [Mark.all] {
          for length in (6...12) where tail.count > length {
            guard Self.goesOn.contains(tail[tail.startIndex + length]),
              let other = done[Array(tail.prefix(length)) + page.unit(figure).utf16],
              page.paragraph(of: other) != page.paragraph(of: figure)
            else { continue }
            book.compare(figure, withEarlier: [other], on: page, severity: .warning)
            break
          }
        }
      }
    }
  }

  private static let years = Mark.words("全年 今年 年内 一年来")
  private static let makings = Set(Mark.words("改造 新建 建成 整治 治理 创建 改建 扩建 修缮 升级 建设 培育"))
  private static let goesOn = UnitSet("虽已均都全完通如顺竣交验，")

  // MARK: 实现286家村卫生室全覆盖 … 联通286家村卫生室

  /// Two counts of all there is, of the same things, with one digit or two swapped ones parting them.
  private func wholes(_ book: inout RelationBook) {
    var named: [[UInt16]: [Int]] = [:]
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isAmount(figure) && page.isExact(figure) && page.value(figure) >= 100 && claim.change == nil
      && (claim.period == .reported || claim.period == .cumulative) && Self.stocks.contains(page.unit(figure))
    {
      let noun = page.units[page.range(figure).upperBound...].prefix(4)
      guard noun.count == 4, noun.allSatisfy(Mark.isHan),
        page.words(claim.clause).containsAny(Self.all)
      else { continue }
      named[Array(noun) + page.unit(figure).utf16, default: []].append(figure)
    }
    for figures in named.values {
      for (first, second) in zip(figures, figures.dropFirst())
      where page.paragraph(of: first) != page.paragraph(of: second) && page.maySlip(first, second) {
        book.compare(second, withEarlier: [first], on: page, severity: .warning)
      }
    }
  }

  private static let stocks: Set<String> = ["家", "个", "所", "座", "处"]
  private static let all = ["全覆盖", "全部", "所有", "覆盖", "全县", "全区", "全市", "共有", "现有", "联通", "辖"]

  // MARK: 其中用于民生支出4.9亿元 … 盘活资金用于民生支出3.9亿元

  /// Two figures, and no third, whose words end alike, in different sections, and with one digit or two swapped ones parting them.
  private func endings(_ book: inout RelationBook) {
    var named: [[UInt16]: [Int]] = [:]
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isExact(figure) && claim.period == .reported {
      guard page.printed(figure).digits.count >= 2,
        page.quantity(figure).precision != 0 || page.value(figure) >= 100,
        !page.unit(figure).isEmpty, endsClause(page.tail(figure))
      else { continue }
      let name = topic(name(page.lead(figure)))
      // A rate of change is told in more words, and a field's figure may be another one's.
      let isLong = page.isPercent(figure) || claim.domain != nil
      let count = isLong ? 10 : 6
      guard isLong || page.isAmount(figure), name.count >= count,
        name.suffix(count).allSatisfy({ Mark.isHan(page.units[$0]) }),
        isLong || !page.words(name.suffix(10)).containsAny(Self.changing)
      else { continue }
      named[Array(page.units[name].suffix(count)) + page.unit(figure).utf16, default: []].append(figure)
    }
    for figures in named.values where figures.count == 2 {
      let (first, second) = (figures[0], figures[1])
      guard page.paragraph(of: first) != page.paragraph(of: second), page.maySlip(first, second),
        sameTime(first, second), page.mayBeOne(first, second)
      else { continue }
      book.compare(second, withEarlier: [first], on: page, severity: .warning)
    }
  }

  /// The words before a figure without 标准提高到, 达到, 仅 at their end.
  private func name(_ lead: Range<Int>) -> Range<Int> {
    var end = lead.upperBound
    while let word = Self.verbs.first(where: { page.words(lead.lowerBound..<end).hasSuffix($0) }) {
      end -= word.utf16.count
    }
    return lead.lowerBound..<end
  }

  /// Whether nothing follows that belongs to the figure: 96万元全部来自财政.
  private func endsClause(_ tail: Range<Int>) -> Bool {
    tail.isEmpty || page.words(tail).hasAnyPrefix(Self.goingOn)
  }

  /// 以奖代补资金 for 资金总额 of 以奖代补资金,资金总额98万元.
  private func topic(_ name: Range<Int>) -> Range<Int> {
    guard name.lowerBound > 0, page.units[name.lowerBound - 1] == Mark.comma,
      Self.sums.contains(where: { page.words(name) == $0 })
    else { return name }
    let end = name.lowerBound - 1
    var start = end
    while start > 0, Mark.isHan(page.units[start - 1]), page.units[start - 1] != Mark.of { start -= 1 }
    return start..<end
  }

  private func sameTime(_ a: Int, _ b: Int) -> Bool {
    guard let first = page.claim(a).time, let second = page.claim(b).time else { return true }
    return page.draft.times[first].meaning == page.draft.times[second].meaning
  }

  // MARK: “一件事一次办”事项达到42个 … 46个“一件事一次办”事项中

  /// What is named in a quotation, counted as a whole and then spoken of by another number.
  private func quoted(_ book: inout RelationBook) {
    var wholes: [[UInt16]: Int] = [:]
    let byEnd = Dictionary(page.draft.quotations.map { ($0.upperBound, $0) }) { first, _ in first }
    let byStart = Dictionary(page.draft.quotations.map { ($0.lowerBound, $0) }) { first, _ in first }
    guard !byEnd.isEmpty else { return }
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isAmount(figure) && page.isExact(figure) && claim.change == nil && claim.period != .plan {
      let start = page.range(figure).lowerBound
      if let verb = Self.states.first(where: { page.words(page.lead(figure)).hasSuffix($0) }) {
        var end = start - verb.utf16.count
        let stop = end
        while end > 0, stop - end < 6, byEnd[end] == nil { end -= 1 }
        if let quotation = byEnd[end], stop > end {
          wholes[Array(page.units[quotation.lowerBound..<stop]) + page.unit(figure).utf16] = figure
        }
      }
    }
    guard !wholes.isEmpty else { return }
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isAmount(figure) && page.isExact(figure) && claim.change == nil && claim.period != .plan {
      guard let quotation = byStart[page.range(figure).upperBound] else { continue }
      var end = quotation.upperBound
      while end < page.units.count, end - quotation.upperBound < 6, Mark.isHan(page.units[end]),
        page.units[end] != Mark.among
      {
        end += 1
      }
      guard end < page.units.count, page.units[end] == Mark.among,
        let whole = wholes[Array(page.units[quotation.lowerBound..<end]) + page.unit(figure).utf16],
        whole != figure, page.value(whole) != page.value(figure)
      else { continue }
      book.compare(figure, withEarlier: [whole], on: page, severity: .warning)
    }
  }

  private static let verbs = Mark.texts("标准 提高到 提高至 增加到 达到 达 为 仅 共 已 累计 约 只有 有")
  private static let goingOn = ["全部", "均", "已全部", "主要"]
  private static let sums = ["资金总额", "总额", "总金额", "金额", "总投资", "投资总额", "总量", "总数"]
  private static let changing = ["增加", "减少", "新增", "同比", "上年", "去年", "每", "下达", "投入", "发放"]
  private static let states = ["达到", "累计达", "总数达", "扩大到", "增加到", "增至", "共有", "已有", "现有"]

  // MARK: 位居全市第二 … 排名全市第一

  /// One measure's place among the same others, told by two numbers.
  private func ranks(_ book: inout RelationBook) {
    var told: [(subject: Range<Int>, scope: Range<Int>, place: Range<Int>, rank: Int)] = []
    for ordinal in page.units.indices.dropLast() where page.units[ordinal] == Self.ordinal {
      guard let rank = Mark.number(page.units[ordinal + 1]),
        ordinal + 2 == page.units.count || Mark.number(page.units[ordinal + 2]) == nil,
        let scope = (max(0, ordinal - 8)..<max(0, ordinal - 1)).last(where: { page.units[$0] == Self.allOf }),
        let sentence = page.draft.sentence(at: ordinal),
        !page.words(page.draft.sentences[sentence].range).containsAny(Self.otherTimes),
        let verb = Self.ranking.first(where: { page.words((0..<scope).suffix(4)).hasSuffix($0) })
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
  private static let allOf: UInt16 = 0x5168  // 全
  private static let ranking = Mark.texts("位居 位列 名列 排名 排在 居于 位于 跃居 稳居 保持 居 列 排")
  private static let otherTimes = ["上半年", "季度", "上年", "去年", "月", "上升", "提升", "前移", "由", "从", "连续"]
}
