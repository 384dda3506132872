import Foundation
import ReportModel

/// 逐次之和: 会议4次,审议文件14份。其中,3月召开第十一次会议,审议文件4份;…: as many items as were counted, told one by one under their number
/// or their month. Reported with the parts.
struct SeriesTotalRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      if sentence.quantities.count > 2 {
        industries(sentence, &book)
        measured(sentence, &book)
      }
      for count in sentence.quantities
      where Self.events.contains(page.unit(count)) && (2...12).contains(page.value(count))
        && page.isExact(count) && page.isTold(count) && page.claim(count).change == nil
      {
        batches(of: count, &book)
        for whole in count + 1..<sentence.quantities.upperBound where isTotal(whole) {
          guard let parts = parts(of: whole, page.value(count)) else { continue }
          book.add(
            parts, to: whole, of: .parts, on: page, message: "逐次写出的数与总数不符", as: .scope("series\(whole)"))
        }
      }
    }
  }

  /// 分三批推出微改革26个, and in another paragraph on 微改革: 第一批9个、第二批8个、第三批10个.
  private func batches(of count: Int, _ book: inout RelationBook) {
    let number = Int("\(page.value(count))") ?? 0
    let event = page.unit(count)
    guard (2...Self.numerals.count).contains(number),
      case let isParted = page.words(page.lead(count)).hasSuffix("分")
    else { return }
    for whole in page.siblings(of: count)
    where abs(whole - count) == 1 && isTotal(whole)
      && (isParted || whole > count && page.words(page.before(whole)).hasAnyPrefix(["共", "累计", "合计"]))
    {
      let name = [page.lead(whole), page.tail(whole)]
      let labels = Self.numerals.prefix(number).map { "第\($0)\(event)" }
      for first in page.draft.quantities.indices
      where page.sameUnit(first, whole) && page.paragraph(of: first) != page.paragraph(of: whole)
        && (page.words(page.before(first)).contains(labels[0])
          || page.words(page.before(first)).contains("首\(event)"))
      {
        let parts = Array(first..<min(first + number, page.draft.quantities.count))
        let context =
          page.draft.paragraphs[page.paragraph(of: first)].range.lowerBound..<page.range(first).lowerBound
        let heading = page.claim(first).section.map { page.draft.sections[$0].heading } ?? 0..<0
        guard parts.count == number,
          zip(parts, labels).dropFirst().allSatisfy({ part, label in
            page.sameUnit(part, whole) && page.isExact(part)
              && page.paragraph(of: part) == page.paragraph(of: first)
              && page.words(page.before(part)).contains(label)
          }),
          name.contains(where: { name in
            page.shares(name, with: context, atLeast: 3) || page.shares(name, with: heading, atLeast: 3)
          })
        else { continue }
        return book.add(
          parts, to: whole, of: .parts, on: page, message: "逐次写出的数与总数不符", as: .scope("series\(whole)"))
      }
    }
  }

  func isTotal(_ figure: Int) -> Bool {
    page.isAmount(figure) && page.isExact(figure) && page.isTold(figure)
      && !Self.events.contains(page.unit(figure)) && page.claim(figure).change == nil
      && !page.cues.has([.parts, .each, .average], in: page.before(figure)) && label(page.lead(figure)) == nil
  }

  /// What an item is told under: the number of 第N次, or a month or a quarter.
  private enum Label: Equatable {
    case number(Int)
    case month(Int)

    /// 第六次 behind 第五次, 6月 behind 3月.
    func follows(_ other: Label) -> Bool {
      switch (other, self) {
      case (.number(let before), .number(let next)): next == before + 1
      case (.month(let before), .month(let next)): next > before
      default: false
      }
    }
  }

  /// The figures behind a total that count the same thing, each under a label of its own; nil unless there are as many as were counted.
  private func parts(of whole: Int, _ count: Decimal) -> [Int]? {
    let noun = page.units[page.lead(whole)].suffix(2)
    guard noun.count == 2, noun.allSatisfy(Mark.isHan) else { return nil }
    if let parts = parts(of: whole, count, noun, from: whole + 1, behind: page.range(whole).upperBound) {
      return parts
    }
    // The meetings are told one by one in a section of their own.
    let paragraphs =
      (page.paragraph(of: whole) + 1)..<max(page.draft.paragraphs.count, page.paragraph(of: whole) + 1)
    return paragraphs.lazy.compactMap { paragraph -> [Int]? in
      let start = page.draft.paragraphs[paragraph].range.lowerBound
      guard page.has(Self.ordinal, in: page.draft.paragraphs[paragraph].range),
        let first = page.figures(from: start).first(where: { page.sameUnit($0, whole) }),
        page.paragraph(of: first) == paragraph, page.words(page.before(first)).containsAny(Self.sessions)
      else { return nil }
      return parts(of: whole, count, noun, from: first, behind: page.sentence(of: first).range.lowerBound)
    }.first
  }

  private func parts(
    of whole: Int, _ count: Decimal, _ noun: ArraySlice<UInt16>, from first: Int, behind start: Int
  ) -> [Int]? {
    var (parts, labels): ([Int], [Label]) = ([], [])
    var last = start
    var figure = first
    while figure < page.draft.quantities.count, page.paragraph(of: figure) == page.paragraph(of: first),
      page.range(figure).lowerBound - last <= Self.reach
    {
      defer { figure += 1 }
      guard page.sameUnit(figure, whole), page.units[page.lead(figure)].suffix(2).elementsEqual(noun) else {
        continue
      }
      let gap = last..<page.range(figure).lowerBound
      guard let label = label(gap) else {
        // 其中文件类议题2个: of the item before.
        if page.cues.has(.parts, in: page.before(figure)), !parts.isEmpty { continue }
        // 书面研究议题1个: one item more, under no label.
        let isApart = parts.last.map { page.claim($0).sentence != page.claim(figure).sentence } ?? false
        return Decimal(parts.count) == count && isApart && !page.has(Self.ordinal, in: gap) ? parts : nil
      }
      guard page.isExact(figure), page.isTold(figure), page.claim(figure).change == nil,
        labels.last.map(label.follows) ?? true
      else { return nil }
      parts.append(figure)
      labels.append(label)
      last = page.range(figure).upperBound
    }
    return Decimal(parts.count) == count ? parts : nil
  }

  /// The one label in a stretch; nil where there is none, or more than one.
  private func label(_ range: Range<Int>) -> Label? {
    let numbers = range.filter { page.units[$0] == Self.ordinal }.map { ordinal -> Int? in
      guard let number = page.ordinal(at: ordinal), number.end < page.units.count,
        Self.counted.contains(page.units[number.end])
      else { return nil }
      return number.value
    }
    if numbers.count == 1 { return numbers[0].map(Label.number) }
    guard numbers.isEmpty, let sentence = page.draft.sentence(at: range.upperBound) else { return nil }
    let times = page.draft.times[page.draft.sentences[sentence].times].filter {
      range.contains($0.range.lowerBound)
    }
    guard times.count == 1 else { return nil }
    switch times[0].meaning {
    case .month(let month, _): return .month(month)
    case .quarter(let quarter, false, _): return .month(quarter * 3)
    default: return nil
    }
  }

  private static let events: Set<String> = ["次", "轮", "批", "期", "场", "批次"]
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
  private static let counted = UnitSet("次轮批期场季")
  private static let sessions = ["次会议", "次全体会", "次全会", "次专题会", "次例会"]
  private static let ordinal: UInt16 = 0x7B2C  // 第
  private static let reach = 80
}

extension FigurePage {
  /// The number behind 第, in figures or 汉字, and where it ends.
  fileprivate func ordinal(at place: Int) -> (value: Int, end: Int)? {
    var end = place + 1
    while end < units.count, end - place < 5, Mark.isDigit(units[end]) || Mark.numerals.contains(units[end]) {
      end += 1
    }
    let text = text(place + 1..<end)
    return (Int(text) ?? ChineseNumeral.value(of: text)).map { ($0, end) }
  }
}
