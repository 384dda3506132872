import Foundation
import ReportModel

/// 逐次时间: 会议4次,分别于2月、5月、8月、11月召开: as many times as the months and days named for them. Reported with the lists.
struct TimeListRule: RelationRule {
  let page: FigurePage

  /// Times side by side, with what stands around them.
  private struct Run {
    var count: Int
    var range: Range<Int>
    /// All with their days: two meetings on one day are not told so.
    var isDaily: Bool
    /// 分别于, 先后在 right before them, or a bracket.
    var isEach: Bool
    var isOpen: Bool
  }

  func propose(_ book: inout RelationBook) {
    for (index, sentence) in page.draft.sentences.enumerated() where sentence.times.count > 1 {
      for run in runs(sentence) {
        if let figure = summed(run, sentence) {
          var each = run
          each.isEach = true
          settle(figure, each, &book)
          continue
        }
        guard let figure = behind(run, sentence) ?? before(run, sentence) ?? earlier(run, index) else {
          continue
        }
        settle(figure, run, &book)
      }
    }
  }

  private func settle(_ figure: Int, _ run: Run, _ book: inout RelationBook) {
    guard let stated = page.smallCount(figure, upTo: 100) else { return }
    let isCertain = run.count > stated || !run.isOpen && (run.isEach || run.isDaily)
    book.compare(
      stated, with: [run.count], at: page.range(figure), figure: figure, listed: run.range,
      otherwise: isCertain ? .broken : .undecided, of: "个时间", as: "\(stated)\(page.unit(figure))",
      message: "写的次数与列出的时间不符")
  }

  // MARK: 2月、5月、11月

  private func runs(_ sentence: DraftSentence) -> [Run] {
    var runs: [Run] = []
    var first = sentence.times.lowerBound
    while first < sentence.times.upperBound {
      var last = first
      while last + 1 < sentence.times.upperBound, goesOn(last) { last += 1 }
      if last > first, let run = run(first...last, sentence) { runs.append(run) }
      first = last + 1
    }
    return runs
  }

  private func goesOn(_ index: Int) -> Bool {
    let (time, next) = (page.draft.times[index], page.draft.times[index + 1])
    guard let kind = Self.kind(time), kind == Self.kind(next) else { return false }
    let gap = page.units[time.range.upperBound..<next.range.lowerBound].drop {
      Self.partsOfMonth.contains($0)
    }
    return gap.count == 1 && gap.allSatisfy(Self.joins.contains) || gap.elementsEqual(Self.also)
  }

  private func run(_ times: ClosedRange<Int>, _ sentence: DraftSentence) -> Run? {
    let range =
      page.draft.times[times.lowerBound].range
      .lowerBound..<page.draft.times[times.upperBound].range.upperBound
    let behind = page.units[range.upperBound..<sentence.range.upperBound].drop {
      Self.partsOfMonth.contains($0)
    }.prefix(3)
    // 3月12日、15日; 6月至8月: what goes on is no time that was read.
    guard !page.has(Mark.pause, in: (sentence.range.lowerBound..<range.lowerBound).suffix(1)),
      !Self.goingOn.contains(behind.first ?? Mark.stop)
    else { return nil }
    let lead = page.words((sentence.range.lowerBound..<range.lowerBound).suffix(6))
    return Run(
      count: times.count, range: range,
      isDaily: times.allSatisfy { Self.kind(page.draft.times[$0]) == .day },
      isEach: lead.hasAnySuffix(Self.eachOf), isOpen: behind.first == Mark.andSoOn)
  }

  private enum Kind { case day, month, quarter }

  private static func kind(_ time: TimeMention) -> Kind? {
    guard time.relation == .during else { return nil }
    switch time.meaning {
    case .date(let date): return date.day != nil ? .day : date.month != nil ? .month : nil
    case .month(_, let day): return day == nil ? .month : .day
    case .quarter(_, false, _): return .quarter
    default: return nil
    }
  }

  // MARK: 会议4次

  private func isCount(_ figure: Int) -> Bool {
    Self.times.contains(page.unit(figure)) && page.isExact(figure) && page.quantity(figure).precision == 0
      && page.value(figure) >= 2 && page.claim(figure).change == nil && page.isTold(figure)
  }

  /// 于3月、6月、9月召开3次会议.
  private func behind(_ run: Run, _ sentence: DraftSentence) -> Int? {
    guard
      let figure = sentence.quantities.first(where: { page.range($0).lowerBound >= run.range.upperBound }),
      isCount(figure), case let between = run.range.upperBound..<page.range(figure).lowerBound,
      between.count <= 20, !between.contains(where: { Mark.isListMark(page.units[$0]) }),
      !between.contains(where: { Self.distributing.contains(page.units[$0]) })
    else { return nil }
    return figure
  }

  /// 3月、6月、9月各一次,三次会议共审议文件: one at each time, and all of them in the next clause.
  private func summed(_ run: Run, _ sentence: DraftSentence) -> Int? {
    guard
      let figure = sentence.quantities.first(where: {
        page.range($0).lowerBound >= run.range.upperBound && page.value($0) > 1
      }),
      isCount(figure), case let between = run.range.upperBound..<page.range(figure).lowerBound,
      between.count <= 18, between.count(where: { Mark.isListMark(page.units[$0]) }) == 1,
      page.units[between.prefix(3)].contains(Self.eachTime),
      Self.once.contains(where: page.words(between).contains),
      page.lead(figure).count <= 2
    else { return nil }
    return figure
  }

  private static let eachTime: UInt16 = 0x5404  // 各
  private static let once = ["一次", "1次", "一场", "1场", "一轮", "1轮"]

  /// 会议3次,分别在3月、6月、9月; 督察3次(3月、6月、9月).
  private func before(_ run: Run, _ sentence: DraftSentence) -> Int? {
    guard run.isEach,
      let figure = sentence.quantities.last(where: { page.range($0).upperBound <= run.range.lowerBound }),
      isCount(figure), case let gap = page.range(figure).upperBound..<run.range.lowerBound, gap.count <= 20,
      !page.has(Mark.semicolon, in: gap), !isOfOthers(run, sentence)
    else { return nil }
    return figure
  }

  /// 例会召开12次,先后于5月8日、10月16日召开现场推进会: what was held then is not what was counted.
  private func isOfOthers(_ run: Run, _ sentence: DraftSentence) -> Bool {
    let clause = (run.range.upperBound..<sentence.range.upperBound).prefix {
      page.units[$0] == Mark.pause || !Mark.clauseEnds.contains(page.units[$0])
    }
    guard
      let verb = clause.dropLast().last(where: { place in
        Self.holding.contains { page.units[place...].starts(with: $0) }
      }), case let noun = (verb + 2..<max(verb + 2, clause.upperBound)), noun.count > 2,
      noun.allSatisfy({ Mark.isHan(page.units[$0]) })
    else { return false }
    return !page.words(noun).hasSuffix("会议")
      && !page.shares(noun.suffix(2), with: sentence.range.lowerBound..<run.range.lowerBound)
  }

  private static let holding = Mark.words("召开 举办 举行 组织 开展")

  /// 召开会议3次。会议分别于3月、6月、9月召开: the count of what is held stands in the sentence before.
  private func earlier(_ run: Run, _ index: Int) -> Int? {
    let sentence = page.draft.sentences[index]
    guard run.isEach, index > 0, page.draft.sentences[index - 1].paragraph == sentence.paragraph else {
      return nil
    }
    // 第五次、第六次会议分别于5月、8月召开: the times of these, and not of them all.
    let isOfNamed = page.draft.names.contains { name in
      if case .ordinal = name.kind {
        return (sentence.range.lowerBound..<run.range.lowerBound).contains(name.range.lowerBound)
      }
      return false
    }
    if isOfNamed { return nil }
    let clause = page.units[run.range.upperBound..<sentence.range.upperBound].prefix { Mark.isHan($0) }
    let noun = clause.endIndex - min(2, clause.count)..<clause.endIndex
    let counts = page.draft.sentences[index - 1].quantities.filter { figure in
      isCount(figure)
        && (page.shares(noun, with: page.lead(figure)) || page.shares(noun, with: page.tail(figure)))
    }
    return counts.count == 1 ? counts[0] : nil
  }

  private static let times: Set<String> = ["次", "场", "轮", "期", "批", "回", "批次", "场次"]
  private static let eachOf = [
    "分别于", "分别在", "先后于", "先后在", "依次于", "依次在", "分别是", "分别为", "时间为", "时间是", "即", "分别", "先后", "(",
  ]
  private static let joins = UnitSet("、和及与,")
  private static let also = Mark.word("以及")
  private static let goingOn = UnitSet("、和及与至到—-~(")
  private static let partsOfMonth = UnitSet("份底初末上中下旬")
  private static let distributing = UnitSet("各每均共")
}
