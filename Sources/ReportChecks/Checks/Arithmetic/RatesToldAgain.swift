import Foundation
import ReportModel

/// 比率另说: 安排任务25项,完成22项 and, where nothing else is counted, 全年完成率83.3%: a rate told again far from its counts.
extension SameFactRule {
  func rates(_ book: inout RelationBook) {
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isPercent(figure) && page.isExact(figure) && claim.change == nil && page.isTold(figure) {
      guard claim.period != .before, claim.period != .other, isOfYear(claim), let told = rate(figure),
        standsAlone(figure)
      else { continue }
      if told.subject.isEmpty || Self.subjects.contains(told.subject) {
        ofTasks(figure, told, &book)
      } else {
        ofSubject(figure, told, &book)
      }
    }
  }

  /// 全年改革任务完成率仅为: what it is the rate of, and its verb with 率.
  private func rate(_ figure: Int) -> (subject: [UInt16], name: [UInt16], isOfYear: Bool)? {
    var words = page.units[page.lead(figure)]
    // 88.5%的完成率
    let tail = page.units[page.tail(figure)]
    if words.last != Self.rate, tail.first == Mark.of, let end = tail.firstIndex(of: Self.rate),
      tail.count <= 12
    {
      guard words.isEmpty else { return nil }
      words = tail[(tail.startIndex + 1)...end]
    }
    while let word = Self.goals.first(where: { words.reversed().starts(with: $0.reversed()) }) {
      words = words.dropLast(word.count)
    }
    guard words.last == Self.rate, words.count >= 3 else { return nil }
    let name = Array(words.suffix(3))
    words = words.dropLast(3)
    var isOfYear = false
    if let word = Self.onTime.first(where: { words.reversed().starts(with: $0.reversed()) }) {
      words = words.dropLast(word.count)
    }
    while let word = Self.years.first(where: { words.starts(with: $0) }) {
      words = words.dropFirst(word.count)
      isOfYear = true
    }
    // 12345热线: the number is part of the name.
    words = words.drop(while: Mark.isDigit)
    guard words.count <= 10, words.allSatisfy(Mark.isHan) else { return nil }
    return (Array(words), name, isOfYear)
  }

  /// No counts beside a rate that it might be of, in its sentence and the one before.
  private func standsAlone(_ figure: Int) -> Bool {
    let sentence = page.claim(figure).sentence
    guard !page.siblings(of: figure).contains(where: { $0 < figure && !page.isPercent($0) }),
      !page.words(page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound).containsAny(
        Self.otherTimes), !page.words(page.after(figure).prefix(8)).containsAny(Self.aims)
    else { return false }
    guard sentence > 0, page.draft.sentences[sentence - 1].paragraph == page.paragraph(of: figure) else {
      return true
    }
    return page.draft.sentences[sentence - 1].quantities.isEmpty
  }

  /// The tasks as a whole: what was done of all of them, with those given up and without.
  private func ofTasks(
    _ figure: Int, _ told: (subject: [UInt16], name: [UInt16], isOfYear: Bool), _ book: inout RelationBook
  ) {
    guard !told.subject.isEmpty || told.isOfYear, page.claim(figure).domain == nil, status.overall.count == 1,
      let layer = status.overall.first, figure > layer.total
    else { return }
    let isDelay = Self.delay.contains(Array(told.name.prefix(2)))
    let parts = isDelay ? layer.delayed : layer.done
    guard !parts.isEmpty, page.value(layer.total) > 0,
      isDelay || Self.completion.contains(Array(told.name.prefix(2))),
      // 办结22件 goes with 办结率, unless all rates are said to be of what was completed.
      !told.subject.isEmpty || layerSays(told.name.prefix(2), parts)
    else { return }
    let whole = page.value(layer.total)
    let bases = [whole, whole - page.sum(layer.ended)].filter { $0 > 0 }
    let fits = bases.contains {
      Reckoning.compare(Quotient(page.sum(parts) * 100, by: $0), with: page.quantity(figure)) != .apart
    }
    // Another rate of this name that the text tells elsewhere is not of the tasks alone.
    guard !fits, !isToldElsewhere(figure) else { return }
    book.propose(
      Relation(
        .sameFact, .broken, claimed: page.range(figure), result: figure, members: parts + [layer.total],
        arithmetic: "\(page.terms(parts))/\(page.number(layer.total)),此处写\(page.number(figure))",
        message: "与前文的任务数、完成数算出的比率不一致", severity: nil), as: .place(page.range(figure).lowerBound))
  }

  private func layerSays(_ verb: ArraySlice<UInt16>, _ parts: [Int]) -> Bool {
    parts.contains { part in
      page.contains(Array(verb), in: page.lead(part)) || page.contains(Array(verb), in: page.tail(part))
    }
  }

  /// 受理企业诉求1375件,…办结率97.6% … 企业诉求办结率96.7%: one sentence alone tells of them, with the rate.
  private func ofSubject(
    _ figure: Int, _ told: (subject: [UInt16], name: [UInt16], isOfYear: Bool), _ book: inout RelationBook
  ) {
    guard told.subject.count >= 4, !isToldElsewhere(figure) else { return }
    var shared: [Int: Int] = [:]
    let rates = (0..<figure).filter { other in
      page.isPercent(other) && page.isExact(other) && page.claim(other).change == nil
        && page.claim(other).sentence != page.claim(figure).sentence
        && page.claim(other).period == page.claim(figure).period
        && rate(other).map {
          // 热线…,群众回访满意率97.6% … 热线群众回访满意率96.7%: half of the name stands before the rate.
          shared[other] = $0.subject.count
          return $0.name == told.name
            && ($0.subject.isEmpty
              || page.maySlip(other, figure) && $0.subject.count >= 2
                && $0.subject.count + 2 <= told.subject.count
                && told.subject.suffix($0.subject.count).elementsEqual($0.subject))
        } == true
    }
    func named(_ subject: [UInt16]) -> [Int] {
      rates.filter {
        // By the last word alone only a rate that bears no name itself.
        (subject.count == told.subject.count || shared[$0] == 0)
          && page.contains(
            subject.dropLast(shared[$0] ?? 0) + [],
            in: page.sentence(of: $0).range.lowerBound..<page.range($0).lowerBound)
      }
    }
    let own = named(told.subject)
    // 诉求1375件,…办结率97.6% … 企业诉求办结率96.7%: by the last word alone a slip of the pen only.
    let earlier = own.isEmpty ? named(Array(told.subject.suffix(2))) : own
    guard earlier.count == 1, let other = earlier.first, !own.isEmpty || page.maySlip(other, figure),
      page.paragraph(of: other) != page.paragraph(of: figure),
      !page.words(page.sentence(of: other).range).containsAny(Self.otherTimes),
      page.quantity(other).precision == page.quantity(figure).precision
    else { return }
    book.compare(figure, withEarlier: [other], on: page)
  }

  private func isToldElsewhere(_ figure: Int) -> Bool {
    page.draft.claims.indices.contains {
      $0 != figure && page.isPercent($0) && page.value($0) == page.value(figure)
        && page.claim($0).period != .before
    }
  }

  private static let aims = Mark.texts("目标 以上 上年 去年")
  private static let rate = Mark.word("率")[0]
  private static let goals = Mark.words("仅为 仅 只有 为 达到 达 已达 还只有 只 是 仅有 已")
  private static let onTime = Mark.words("按期 按时 如期 总体 总 综合")
  private static let years = Mark.words(
    "从全年看 尽管 虽然 虽 全年 今年 年度 本年 年内 全区 全县 总体 整体 目前 截至目前 但 的")
  private static let subjects = Set(Mark.words("任务 改革任务 改革事项 改革 年度任务 年度改革任务 改革工作任务 事项 改革任务总体"))
  private static let completion = Set(Mark.words("完成 办结"))
  private static let delay = Set(Mark.words("延期 结转"))
  private static let otherTimes = Mark.texts(
    "上年 去年 上一年 力争 目标 确保 明年 重点 领域 板块 一季度 二季度 三季度 上半年 9月 6月 半年")
}
