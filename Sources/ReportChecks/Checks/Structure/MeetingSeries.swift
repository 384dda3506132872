import ReportModel

/// 会议的次序和频次: meetings numbered from the first on against their count, 每月一次 against the times in the year, one plenary session at two times.
struct MeetingSeries {
  let draft: Draft
  let prose: CheckProse
  let meetings: [NumberedMeeting]

  typealias Fault = (range: Range<Int>, message: String)

  func faults() -> [Fault] {
    let told = Dictionary(grouping: meetings) { draft.sentence(at: $0.range.lowerBound) }
    return draft.sentences.enumerated().flatMap { number, sentence -> [Fault] in
      let own = told[number] ?? []
      var faults: [Fault] = []
      for index in sentence.range {
        switch prose.units[index] {
        case Self.all: faults += numbered(index, own, sentence)
        case Self.every: faults += regular(index, sentence)
        default: continue
        }
      }
      return faults + plenaries(sentence) + listed(own, sentence) + dated(own, sentence)
    }
  }

  /// 分别召开第九次、第十一次、第十次会议: numbers in a list that neither rise nor fall throughout; two are told of in their order.
  private func listed(_ own: [NumberedMeeting], _ sentence: DraftSentence) -> [Fault] {
    own.reduce(into: [[NumberedMeeting]]()) { lists, meeting in
      if let last = lists.last?.last, last.range.upperBound + 1 == meeting.range.lowerBound,
        prose.units[last.range.upperBound] == Mark.pause
      {
        lists[lists.count - 1].append(meeting)
      } else {
        lists.append([meeting])
      }
    }.compactMap { list in
      let rises = zip(list, list.dropFirst()).map { $0.number < $1.number }
      let range = list[0].range.lowerBound..<list[list.count - 1].range.upperBound
      guard rises.contains(false), prose.hasAny(Self.meetings, at: range.upperBound),
        rises.contains(true)
          || list.count == 2 && prose.hasAny(Self.inTurn, in: sentence.range.lowerBound..<range.lowerBound)
      else { return nil }
      return (range, "几次会议的次序颠倒：\(list.map { "第\($0.number)次" }.joined(separator: "、"))")
    }
  }

  /// 3月召开第一次会议…6月召开第三次会议…11月召开第三次会议: month upon month, meetings of one kind that are not numbered one upon another.
  private func dated(_ own: [NumberedMeeting], _ sentence: DraftSentence) -> [Fault] {
    let held = own.compactMap {
      meeting -> (month: Int, meeting: NumberedMeeting, lead: Range<Int>)? in
      let time = draft.times[sentence.times].last {
        $0.range.upperBound <= meeting.range.lowerBound && $0.relation == .during
      }
      guard let time, case .month(let month, _) = time.meaning,
        meeting.range.lowerBound - time.range.upperBound < 16
      else { return nil }
      return (month, meeting, time.range.upperBound..<meeting.range.lowerBound)
    }
    let steps = NumberRun.steps(held.map(\.meeting.number))
    guard let first = held.first,
      held.allSatisfy({ prose.units[$0.lead].elementsEqual(prose.units[first.lead]) }),
      zip(held, held.dropFirst()).allSatisfy({ $0.month < $1.month }),
      zip(held, held.dropFirst()).contains(where: { $0.meeting.number >= $1.meeting.number })
        || held.count > 1 && isWhole(held.count, before: first.meeting.range.lowerBound),
      let wrong = steps.firstIndex(where: { $0 != .next })
    else { return [] }
    // 第九次, 第十一次, 第十二次: two in a row say that it is the first.
    let isFirst =
      wrong == 0 && held.count > 2 && first.meeting.number > 1
      && steps.dropFirst().allSatisfy { $0 == .next }
    return [
      (
        held[isFirst ? 0 : wrong + 1].meeting.range,
        "几次会议的次序不连续：\(held.map { "\($0.month)月第\($0.meeting.number)次" }.joined(separator: "、"))"
      )
    ]
  }

  /// 全年开会4次: in the sentence or the one before it, the very meetings that are told one by one.
  private func isWhole(_ count: Int, before place: Int) -> Bool {
    let lead = max(0, place - 60)..<place
    guard prose.hasAny(Self.wholeYear, in: lead) else { return false }
    return lead.contains { index in
      guard let told = self.count(held: index, lead.upperBound) else { return false }
      return told == count
    }
  }

  private func count(held index: Int, _ end: Int) -> Int? {
    guard let verb = Self.holding.first(where: { $0.count > 1 && prose.has($0, at: index) }),
      case let start = index + verb.count, start < end, let count = prose.units.number(from: start, to: end),
      prose.has([Self.time], at: count.end)
    else { return nil }
    return count.value
  }

  /// 第1次…第4次会议,全年共5次: numbered one by one from the first, with their count right behind.
  private func numbered(_ index: Int, _ own: [NumberedMeeting], _ sentence: DraftSentence) -> [Fault] {
    guard let count = count(behind: index + 1, sentence),
      prose.hasAny(Self.wholeYear, before: index)
    else { return [] }
    let numbers = own.filter { $0.range.upperBound <= index }.map(\.number)
    guard numbers.count > 2, numbers == Array(1...numbers.count), count.value != numbers.count else {
      return []
    }
    return [(index..<count.end, "写明的是第1次到第\(numbers.count)次会议，文中写共\(count.value)次")]
  }

  /// 每月一次,全年召开11次: fewer than the months of a year.
  private func regular(_ index: Int, _ sentence: DraftSentence) -> [Fault] {
    for (words, times) in Self.rhythms {
      guard let word = words.first(where: { prose.has($0, at: index) }),
        case let start = index + word.count, start + 1 < sentence.range.upperBound,
        prose.units[start] == Mark.comma,
        let year = Self.wholeYear.first(where: { prose.has($0, at: start + 1) })
      else { continue }
      var place = start + 1 + year.count
      while let verb = Self.holding.first(where: { prose.has($0, at: place) }) { place += verb.count }
      guard let count = count(behind: place, sentence), count.value < times,
        !prose.hasAny(Self.reasons, in: sentence.range)
      else { continue }
      return [(place..<count.end, "\(draft.text.string(index..<start))，全年应是\(times)次，文中写\(count.value)次")]
    }
    return []
  }

  /// 五次全会1月召开,五次全会12月召开.
  private func plenaries(_ sentence: DraftSentence) -> [Fault] {
    guard sentence.times.count > 1 else { return [] }
    var held: [Int: Int] = [:]
    var faults: [Fault] = []
    for time in draft.times[sentence.times] {
      guard case .month(let month, _) = time.meaning, prose.hasAny(Self.convened, at: time.range.upperBound),
        prose.has(Self.plenary, at: time.range.lowerBound - Self.plenary.count),
        case let end = time.range.lowerBound - Self.plenary.count,
        let number = prose.units.number(endingAt: end, from: sentence.range.lowerBound)
      else { continue }
      if let other = held[number.value], other != month {
        faults.append(
          (
            number.start..<time.range.upperBound,
            "\(draft.text.string(number.start..<end + Self.plenary.count))前面写在\(other)月，这里写在\(month)月"
          ))
      }
      held[number.value] = month
    }
    return faults
  }

  private func count(behind place: Int, _ sentence: DraftSentence) -> (value: Int, end: Int)? {
    var start = place
    while let verb = Self.holding.first(where: { prose.has($0, at: start) }) { start += verb.count }
    guard let count = prose.units.number(from: start, to: sentence.range.upperBound),
      count.end < sentence.range.upperBound, prose.units[count.end] == Self.time
    else { return nil }
    return (count.value, count.end + 1)
  }

  private static let (all, every, time): (UInt16, UInt16, UInt16) = (0x5171, 0x6BCF, 0x6B21)  // 共每次
  private static let inTurn = Mark.words("分别 先后 依次 相继")
  private static let plenary = Mark.word("次全会")
  private static let meetings = Mark.words("会议 专题会 全体会 推进会 例会")
  private static let wholeYear = Mark.words("全年 年内 一年来 今年")
  private static let holding = Mark.words("共 召开 举行 会议 开会 了")
  private static let convened = Mark.words("召开 举行 开")
  private static let rhythms: [(words: [[UInt16]], times: Int)] = [
    (Mark.words("每月一次 每月召开一次 每月1次 每月召开1次 每月一会"), 12),
    (Mark.words("每季度一次 每季度召开一次 每季一次 每季度1次"), 4),
    (Mark.words("每两月一次 每两个月一次 每两个月召开一次"), 6),
  ]
  private static let reasons = Mark.words("因 取消 合并 起 以来 暂停 截至 上半年 尚 未")
}
