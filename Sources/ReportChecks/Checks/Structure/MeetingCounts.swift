import Foundation
import ReportModel

/// 会议次数与届次: 全年共召开会议3次 against the numbers told, 第十一次、第十二次会议.
struct MeetingCounts {
  let draft: Draft
  let prose: CheckProse
  /// The committee named before a place in its sentence.
  let committee: (Int) -> NumberedMeeting.Committee?

  /// The numbers of one committee's meetings that stand in one list, with where they stand.
  struct List {
    var numbers: Set<Int>
    var range: Range<Int>
  }

  /// Each list, or single meeting, that a count of the year's meetings does not go with.
  func broken(_ lists: [List], of committee: NumberedMeeting.Committee) -> [(
    list: List, count: Range<Int>, held: Int
  )] {
    for list in lists where list.numbers.count > 1 {
      guard let count = count(behind: list.range.upperBound) else { continue }
      let value = (count.quantity.value as NSDecimalNumber).intValue
      return value == list.numbers.count ? [] : [(list, count.range, list.numbers.count)]
    }
    if let (count, value, told) = summedUp(lists) {
      return [(told, count, value)]
    }
    guard let (count, value, sentence) = yearly(committee, lists) else { return [] }
    // 先后召开第十一次、第十二次会议,全年共召开会议3次: the list is of them all.
    if let list = lists.first(where: { list in
      list.numbers.count > 1 && sentence.contains(list.range.lowerBound)
        && !prose.hasAny(Self.partly, in: sentence)
        && (prose.hasAny(Self.holding, in: prose.clause(around: list.range))
          || prose.hasAny(Self.naming, before: list.range.lowerBound))
    }) {
      return list.numbers.count == value ? [] : [(list, count.range, list.numbers.count)]
    }
    // Three are told one by one where two were held.
    let held = lists.filter { list in
      let sentence = prose.sentence(around: list.range)
      return prose.hasAny(Self.past, in: sentence) && !prose.hasAny(Self.otherTimes, in: sentence)
    }
    let numbers = held.reduce(into: Set<Int>()) { $0.formUnion($1.numbers) }
    guard let last = held.last, numbers.count > value else { return [] }
    return [(last, count.range, numbers.count)]
  }

  /// 第六次至第八次会议,4次会议共审议; 第十一次至第十五次共4次会议: the number right behind a list.
  private func count(behind place: Int) -> QuantityMention? {
    draft.quantities.first { mention in
      (0...8).contains(mention.range.lowerBound - place) && mention.quantity.unit == "次"
        && mention.quantity.approximation == nil
        && prose.units[place..<mention.range.lowerBound].allSatisfy(Self.between.contains)
    }
  }

  /// 第十一次…,第十二次…,第十三次会议,五次会议共研究…: a count that speaks of the meetings just told one upon another.
  private func summedUp(_ lists: [List]) -> (count: Range<Int>, held: Int, list: List)? {
    for sentence in draft.sentences {
      for place in sentence.range.dropFirst()
      where prose.units[place] == Self.time && prose.hasAny(Self.meetings, at: place + 1) {
        guard let count = prose.units.number(endingAt: place, from: sentence.range.lowerBound),
          speaks(count.start..<place + 1), let list = told(before: count.start, sentence.paragraph, lists),
          list.numbers.count != count.value
        else { continue }
        return (count.start..<place + 1, list.numbers.count, list)
      }
    }
    return nil
  }

  /// 全年五次会议共研究: the count opens its clause, and what was done at them stands behind.
  private func speaks(_ count: Range<Int>) -> Bool {
    let clause = prose.clause(around: count)
    let lead = clause.lowerBound..<count.lowerBound
    return
      (lead.isEmpty
      || Self.summing.contains { prose.has($0, at: lead.lowerBound) && $0.count == lead.count })
      && prose.hasAny(Self.dealing, in: count.upperBound..<clause.upperBound)
  }

  /// The meetings told one by one in this sentence or the one before, if no number is left out.
  private func told(before place: Int, _ paragraph: Int, _ lists: [List]) -> List? {
    guard let sentence = draft.sentence(at: place), case let from = max(0, sentence - 1) else { return nil }
    let told = lists.filter { list in
      list.range.upperBound <= place && list.range.lowerBound >= draft.sentences[from].range.lowerBound
        && draft.paragraphs[paragraph].range.contains(list.range.lowerBound)
    }
    let numbers = told.reduce(into: Set<Int>()) { $0.formUnion($1.numbers) }
    guard let first = told.first, let last = told.last, let least = numbers.min(), let most = numbers.max(),
      numbers.count > 1, most - least + 1 == numbers.count,
      case let start = prose.sentence(around: first.range).lowerBound,
      !prose.hasAny(Self.partly, in: start..<last.range.upperBound),
      !prose.hasAny(Self.otherTimes, in: start..<last.range.upperBound)
    else { return nil }
    return List(numbers: numbers, range: first.range.lowerBound..<last.range.upperBound)
  }

  /// 全年召开区委深改委会议3次: the one count of a committee's meetings in the year.
  private func yearly(
    _ committee: NumberedMeeting.Committee, _ lists: [List]
  ) -> (count: QuantityMention, value: Int, sentence: Range<Int>)? {
    for mention in draft.quantities
    where mention.quantity.unit == "次" && mention.quantity.approximation == nil
      && (2...30).contains(mention.quantity.value)
    {
      let clause = prose.clause(around: mention.range)
      guard prose.hasAny(Self.holding, in: clause.lowerBound..<mention.range.lowerBound),
        prose.hasAny(Self.meetings, in: clause), !prose.hasAny(Self.partOfYear, in: clause)
      else { continue }
      let sentence = prose.sentence(around: mention.range)
      let told = self.committee(clause.upperBound)
      guard
        told == committee
          || told == nil && prose.hasAny(Self.allYear, in: clause)
            && lists.contains(where: { sentence.contains($0.range.lowerBound) })
      else { continue }
      return (mention, (mention.quantity.value as NSDecimalNumber).intValue, sentence)
    }
    return nil
  }

  /// 第十、十一会议: the measure word is left out.
  static func unmeasured(_ prose: CheckProse) -> [Range<Int>] {
    prose.units.indices.dropFirst(2).dropLast(2).compactMap { place in
      guard prose.units[place] == meetings[0][0], prose.has(meetings[0], at: place),
        numerals.contains(prose.units[place - 1]), !rooms.contains(prose.units[place + 2])
      else { return nil }
      var start = place
      while start > 0, numerals.contains(prose.units[start - 1]) || joins.contains(prose.units[start - 1]) {
        start -= 1
      }
      return start < place && prose.units[start] == ordinal ? start..<place + 2 : nil
    }
  }

  private static let time: UInt16 = 0x6B21  // 次
  private static let summing = Mark.words("全年 今年 年内 一年来 这 以上 上述 共 累计 全年共")
  private static let dealing = Mark.words("共 审议 研究 听取 讨论 审定 通过 议定 累计 部署 合计")
  private static let between = UnitSet("会议全体,共计等这以上合累(")
  private static let numerals = UnitSet("一二三四五六七八九十0123456789")
  private static let joins = UnitSet("第、和")
  private static let ordinal = Mark.word("第")[0]
  private static let rooms = UnitSet("室厅中场大楼")
  private static let holding = Mark.words("召开")
  private static let meetings = Mark.words("会议 全体会")
  private static let naming = Mark.words("即 为 分别是 (")
  private static let partly = Mark.words("其中 包括 等")
  private static let allYear = Mark.words("全年 今年 年内 一年来 年共 共召开 累计")
  private static let partOfYear = Mark.words("上半年 下半年 季度 专题 推进会 调度 现场会 每 上年 去年 以来")
  private static let past = Mark.words("审议 通过 同意 研究 听取 召开")
  private static let otherTimes = Mark.words("上年 去年 此前 上届 上一届 明年 次年 提请 拟 将 待 下次 下一次 计划")
}
