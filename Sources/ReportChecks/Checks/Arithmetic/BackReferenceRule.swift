import Foundation
import ReportModel

/// 回指: 以上五项工作, 上述三个文件: the number of what stands right before. Reported with the lists.
struct BackReferenceRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      guard let number = page.smallCount(figure), page.isAmount(figure),
        page.words(page.lead(figure)).hasAnySuffix(Self.pointing), !isToldBefore(figure)
      else { continue }
      settle(ToldCount(figure, number, page), &book)
    }
    Self.phrases.scan(page.units) { _, range in
      let place = range.upperBound
      guard place + 2 < page.units.count, page.units[place + 1] == Self.point,
        let number = Mark.number(page.units[place]), number > 1
      else { return }
      settle(ToldCount(number: number, place: place..<place + 1, noun: place + 1..<place + 2), &book)
    }
  }

  private func settle(_ count: ToldCount, _ book: inout RelationBook) {
    guard
      let told = numbered(before: count) ?? count.figure.flatMap(documents)
    else { return }
    book.compare(
      count.number, with: told.counts, at: count.place, figure: count.figure, listed: told.place,
      told: "前面是", message: "“以上”“上述”的数目与前面所列的不符")
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

  private func numbered(before count: ToldCount) -> Told? {
    guard let sentence = page.draft.sentence(at: count.place.lowerBound),
      count.figure == nil || page.words(count.noun).containsAny(Self.generic),
      case let start = page.draft.sentences[sentence].range.lowerBound,
      let run = NumberedRun(in: page.draft, before: start), let last = run.items.last,
      // A paragraph of its own that begins with 以上 closes the numbered ones before it.
      case let paragraph = page.draft.paragraphs[page.draft.sentences[sentence].paragraph].range,
      case let scheme =
        count.place.lowerBound - paragraph.lowerBound <= 4
        ? HeadingScheme.chineseBracket : .arabicPoint,
      run.scheme.rank >= scheme.rank, start - last.range.lowerBound < 300
    else { return nil }
    return (run.counts, run.items[0].range.lowerBound..<start)
  }

  // MARK: 出台《甲》《乙》。上述两个文件

  private func documents(before figure: Int) -> Told? {
    let sentence = page.claim(figure).sentence
    guard sentence > 0, page.words(page.tail(figure)).containsAny(Self.writings),
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph
    else { return nil }
    let before = page.draft.sentences[sentence - 1]
    let titles = before.titles.map { page.draft.titles[$0] }.filter { $0.depth == 0 }
    guard titles.count > 1, let first = titles.first, let last = titles.last,
      zip(titles, titles.dropFirst()).allSatisfy({ $1.range.lowerBound - $0.range.upperBound <= 2 }),
      !page.has(Mark.andSoOn, in: (last.range.upperBound..<page.units.count).prefix(2))
    else { return nil }
    return ([titles.count], first.range.lowerBound..<last.range.upperBound)
  }

  private static let pointing = ["以上", "上述", "前述", "以上这", "上述这", "这", "以上共"]
  private static let phrases = PhraseTable(["以上", "上述", "前述"])
  private static let point = Mark.word("点")[0]
  private static let generic = Mark.texts("工作 问题 方面 措施 举措 任务 不足 事项 短板 困难 建议 要求 做法 经验 原因 内容 环节 重点 机制 改革")
  private static let writings = ["文件", "制度", "办法", "方案", "意见", "政策", "规定", "成果", "规范"]
}
