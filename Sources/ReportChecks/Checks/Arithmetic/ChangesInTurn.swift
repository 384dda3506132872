import Foundation
import ReportModel

/// 逐项增减: several changes told from end to end and then by how much each (分别压缩6个、15天), and changes of times told in two units (8分20秒).
extension ChangeRule {
  // MARK: 环节由11个减为4个,时限由25天减为10天,分别压缩7个、15天

  func inTurn(_ first: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let lead = page.lead(first)
    guard let cue = page.cues.last(.respectively, in: lead), first > figures.lowerBound + 3,
      isUp(cue.upperBound..<lead.upperBound) != nil
    else { return }
    var last = first
    while last + 1 < figures.upperBound, page.before(last + 1).count == 1 { last += 1 }
    let changes = Array(first...last)
    let ends = (figures.lowerBound + 1..<first).filter { end in
      page.cues.last(.to, in: page.lead(end))?.upperBound == page.lead(end).upperBound
        && page.isExact(end) && start(of: end, figures).map(page.isExact) ?? false
    }
    guard changes.count > 1, ends.count == changes.count, ends.last == first - 1 else { return }
    for (change, end) in zip(changes, ends) {
      guard let start = start(of: end, figures) else { continue }
      measure(change, from: start, to: end, isCertain: true, &book)
    }
  }

  // MARK: 由10分钟降至8分20秒,缩短1分40秒

  /// A time told in one unit or in two that follow one another.
  private struct Duration {
    var seconds: Decimal
    var first: Int
    var last: Int
  }

  func durations(_ figures: Range<Int>, _ book: inout RelationBook) {
    guard figures.contains(where: { page.unit($0) == "秒" }), figures.count > 3 else { return }
    var times: [Duration] = []
    for figure in figures {
      guard page.isExact(figure), let scale = Self.seconds[page.unit(figure)] else { continue }
      let seconds = page.value(figure) * scale
      if let last = times.last, last.last == figure - 1, page.before(figure).isEmpty {
        times[times.count - 1].seconds += seconds
        times[times.count - 1].last = figure
      } else {
        times.append(Duration(seconds: seconds, first: figure, last: figure))
      }
    }
    for (index, change) in times.enumerated().dropFirst(2) where change.last == change.first + 1 {
      let (from, to) = (times[index - 2], times[index - 1])
      guard begins(from.first), page.cues.has(.to, in: page.lead(to.first)),
        page.cues.has([.up, .down], in: page.lead(change.first)), page.before(change.first).count <= 10,
        change.first == to.last + 1, to.first == from.last + 1
      else { continue }
      let difference = abs(from.seconds - to.seconds)
      let fits = difference == change.seconds
      book.propose(
        Relation(
          .change, fits ? .verified : .broken,
          claimed: page.range(change.first).lowerBound..<page.range(change.last).upperBound,
          result: change.first, members: [from.first, to.first],
          arithmetic: "相差\(difference)秒" + (fits ? "" : ",文中写的合\(change.seconds)秒"),
          message: "增减幅度与前后两个数不符"), as: .figure(change.first))
    }
  }

  private static let seconds: [String: Decimal] = ["小时": 3600, "个小时": 3600, "分钟": 60, "分": 60, "秒": 1]
}

extension ChangeRule {
  /// 较上年同期多.
  func isMoreBehind(_ change: Int) -> Bool {
    page.words(page.lead(change)).hasAnySuffix(["多", "少", "多了", "少了"])
  }

  /// An increment cannot be more than what it led to.
  func exceeds(_ change: Int, _ value: Int, _ book: inout RelationBook) {
    book.weigh(
      change, by: [value], .change, .broken, on: page, "\(page.number(change))≥\(page.number(value))",
      "增加的数不小于增加后的总数", stating: false)
  }

  /// 比上年增加8个, 净增36家.
  func isIncrement(_ figure: Int) -> Bool {
    page.claim(figure).change != nil || page.words(page.lead(figure)).hasSuffix("净增")
  }
}
