import Foundation
import ReportModel

/// 回指: 以上五项工作, 上述三个文件: the number of what stands right before. Reported with the lists.
struct BackReferenceRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      guard page.isExact(figure), page.quantity(figure).precision == 0, (2...20).contains(page.value(figure)),
        page.isAmount(figure), Self.pointing.contains(where: { page.words(page.lead(figure)).hasSuffix($0) }),
        !isToldBefore(figure)
      else { continue }
      let stated = (page.value(figure) as NSDecimalNumber).intValue
      guard let told = ordinals(before: figure) ?? documents(before: figure) ?? count(before: figure) else {
        continue
      }
      let fits = told.counts.contains(stated)
      book.propose(
        Relation(
          .list, fits ? .verified : .broken, claimed: page.range(figure), result: figure, members: [],
          listed: told.place, arithmetic: "前面是\(told.counts[0])项" + (fits ? "" : ",这里写\(stated)"),
          message: "“以上”“上述”的数目与前面所列的不符"), as: .place(page.range(figure).lowerBound))
    }
  }

  /// Whether the number, or a sum of two numbers, stands shortly before: which of them is meant is then settled.
  private func isToldBefore(_ figure: Int) -> Bool {
    let start = page.range(figure).lowerBound
    let near = (0..<figure).reversed().prefix { start - page.range($0).upperBound < 400 }
      .filter(page.isAmount)
    let values = near.map(page.value)
    let stated = page.value(figure)
    return values.contains(stated)
      || values.indices.contains { a in values[..<a].contains { $0 + values[a] == stated } }
  }

  private typealias Told = (counts: [Int], place: Range<Int>?)

  // MARK: 一是…二是…三是…。以上三项工作

  private func ordinals(before figure: Int) -> Told? {
    guard Self.generic.contains(where: { page.words(page.tail(figure)).contains($0) }) else { return nil }
    let start = page.draft.sentences[page.claim(figure).sentence].range.lowerBound
    guard let last = page.draft.sections.lastIndex(where: { $0.range.lowerBound < start }),
      let ordinal = page.draft.sections[last].ordinal, ordinal > 1,
      page.draft.sections[last].scheme.rank >= HeadingScheme.arabicPoint.rank
        || opensParagraph(figure)
          && page.draft.sections[last].scheme.rank >= HeadingScheme.chineseBracket.rank,
      start - page.draft.sections[last].range.lowerBound < 300
    else { return nil }
    let (parent, scheme) = (page.draft.sections[last].parent, page.draft.sections[last].scheme)
    let run = page.draft.sections[...last].filter { $0.parent == parent && $0.scheme == scheme }
    let begin = run.lastIndex { $0.ordinal == 1 }
    guard let begin else { return nil }
    return ([run.count - begin, ordinal], run[begin].range.lowerBound..<start)
  }

  /// A paragraph of its own begins with 以上: it closes the numbered ones before it.
  private func opensParagraph(_ figure: Int) -> Bool {
    let paragraph = page.draft.sentences[page.claim(figure).sentence].paragraph
    return page.range(figure).lowerBound - page.draft.paragraphs[paragraph].range.lowerBound <= 4
  }

  // MARK: 出台《甲》《乙》。上述两个文件

  private func documents(before figure: Int) -> Told? {
    let sentence = page.claim(figure).sentence
    guard sentence > 0, Self.writings.contains(where: { page.words(page.tail(figure)).contains($0) }),
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return nil }
    let before = page.draft.sentences[sentence - 1]
    let titles = before.titles.map { page.draft.titles[$0] }.filter { $0.depth == 0 }
    guard titles.count > 1, let first = titles.first, let last = titles.last,
      zip(titles, titles.dropFirst()).allSatisfy({ $1.range.lowerBound - $0.range.upperBound <= 2 }),
      !page.has(Mark.andSoOn, in: last.range.upperBound..<min(last.range.upperBound + 2, page.units.count))
    else { return nil }
    return ([titles.count], first.range.lowerBound..<last.range.upperBound)
  }

  // MARK: 甲、乙两项任务延期。上述两项任务

  private func count(before figure: Int) -> Told? {
    let sentence = page.claim(figure).sentence
    guard sentence > 0,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return nil }
    let alike = page.draft.sentences[sentence - 1].quantities.filter { page.isAmount($0) }
    guard alike.count == 1, let only = alike.first, page.unit(only) == page.unit(figure), page.isExact(only),
      page.claim(only).change == nil, page.quantity(only).precision == 0, (2...20).contains(page.value(only)),
      case let noun = page.tail(figure).prefix(2), noun.count == 2,
      page.units[page.tail(only)].starts(with: page.units[noun])
    else { return nil }
    return ([(page.value(only) as NSDecimalNumber).intValue], page.range(only))
  }

  private static let pointing = ["以上", "上述", "前述", "以上这", "上述这", "这", "以上共"]
  private static let generic = [
    "工作", "问题", "方面", "措施", "举措", "任务", "不足", "事项", "短板", "困难", "建议", "要求", "做法", "经验", "原因", "内容", "环节",
    "重点", "机制", "改革",
  ]
  private static let writings = ["文件", "制度", "办法", "方案", "意见", "政策", "规定", "成果", "规范"]
}
