import ReportModel

/// 第N次会议: a meeting by its number, whose it is and when it was held.
struct NumberedMeeting: Sendable {
  /// A committee: 省委深改委 and 区委深改委 count their own meetings.
  struct Committee: Hashable, Sendable {
    /// The character of its level, where it is named.
    var level: UInt16?
    /// The last word of its name; 深改委 for every name of that one.
    var name: [UInt16]
  }

  /// Nil where none is named.
  var committee: Committee?
  var number: Int
  var range: Range<Int>
  /// Its day where one is told; of another meeting in the same year the month or the day counts.
  var date: PartialDate?

  /// The meetings of a text, with the committee before them or before the list that they stand in.
  static func read(_ draft: Draft, _ prose: CheckProse) -> [NumberedMeeting] {
    var found: [NumberedMeeting] = []
    var named: NumberedMeeting?
    for name in draft.names {
      guard case .ordinal(let number) = name.kind, number > 0, prose.units[name.range.lowerBound] == first,
        prose.units[name.range.upperBound - 1] == time
      else { continue }
      let behind = (name.range.upperBound..<prose.units.count).prefix(12)
      // 召开会议3次(第十三次、第十四次).
      let isInBrackets =
        found.last.map { name.range.lowerBound - $0.range.upperBound <= 3 } ?? false
        || prose.hasAny(opening, before: name.range.lowerBound)
      let isListed = behind.first.map { joins.contains(prose.units[$0]) } ?? false
      guard
        prose.hasAny(kinds, at: name.range.upperBound)
          // 第十一次至第十五次共4次会议.
          || behind.first.map({ prose.units[$0] == Mark.all }) ?? false
            && prose.first(meeting, in: behind.prefix(8)) != nil
          || inside(name.range.upperBound, prose) != nil
          || isInBrackets
            && prose.first(
              meeting, in: (0..<name.range.lowerBound).suffix(20)) != nil
          || isListed
            && prose.first(meeting, in: name.range.upperBound..<prose.sentence(around: name.range).upperBound)
              != nil
      else { continue }
      let meeting = NumberedMeeting(
        committee: inside(name.range.upperBound, prose)
          ?? committee(before: name.range.lowerBound, named, prose),
        number: number, range: name.range, date: date(before: name.range, found.last, draft))
      found.append(meeting)
      if meeting.committee != nil { named = meeting }
    }
    spread(&found, draft, prose)
    return found
  }

  /// 3月12日、6月18日先后召开第九次、第十次会议: each of the days is of one of the meetings.
  private static func spread(_ found: inout [NumberedMeeting], _ draft: Draft, _ prose: CheckProse) {
    func isJoined(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
      let gap = a.upperBound..<max(a.upperBound, b.lowerBound)
      return gap.count == 1 && Mark.listJoints.contains(prose.units[gap.lowerBound])
    }
    for first in found.indices where found[first].date != nil {
      guard let index = draft.sentence(at: found[first].range.lowerBound) else { continue }
      let before = draft.times[draft.sentences[index].times].filter {
        $0.range.upperBound <= found[first].range.lowerBound
      }
      var days = before.suffix(1)
      while let day = before[..<days.startIndex].last, isJoined(day.range, days[days.startIndex].range) {
        days = before[(days.startIndex - 1)...]
      }
      guard days.count > 1 else { continue }
      var last = first
      while last + 1 < found.count, isJoined(found[last].range, found[last + 1].range) { last += 1 }
      let meetings = first...last
      if meetings.count == days.count {
        for (meeting, day) in zip(meetings, days) { found[meeting].date = draft.date(of: day) }
      } else {
        found[first].date = nil
      }
    }
  }

  /// 深改委 of 第6次深改委会议.
  private static func inside(_ place: Int, _ prose: CheckProse) -> Committee? {
    guard let word = committees.first(where: { prose.has($0 + meeting, at: place) }) else { return nil }
    return Committee(name: reforming.contains(word) ? reforming[0] : word)
  }

  /// 深改委 of 五届区委深改委召开第八次, of 召开区委深改委会议3次,即第四次; that of the one before in a list.
  static func committee(before start: Int, _ last: NumberedMeeting?, _ prose: CheckProse) -> Committee? {
    let sentence = prose.sentence(around: start..<start + 1)
    // A list of meetings stands under the name of the committee: ….1.第5次会议.
    let opens = start - sentence.lowerBound <= 3 && prose.beginsParagraph(sentence.lowerBound)
    // 深改委先后于3月14日、6月20日、9月26日召开第十一次: the dates between do not count.
    var dated = start
    while dated > sentence.lowerBound, dates.contains(prose.units[dated - 1]) { dated -= 1 }
    let from = max(opens ? start - 40 : max(sentence.lowerBound, dated - 24), last?.range.upperBound ?? 0)
    var end = start
    while end > from {
      let inner = prose.units[from..<end]
      if let word = committees.first(where: {
        inner.count > $0.count && inner.suffix($0.count).elementsEqual($0)
      }) {
        let level = inner.dropLast(word.count).suffix(8).last { levels.contains($0) }
        return Committee(level: level, name: reforming.contains(word) ? reforming[0] : word)
      }
      end -= 1
    }
    // 第六次会议审议文件3个,第七次会议审议文件4个: of the same committee, where no other body is named.
    guard let last,
      case let end = last.range.upperBound + (inside(last.range.upperBound, prose)?.name.count ?? 0),
      start >= end,
      sentence.contains(last.range.lowerBound) || start - last.range.upperBound <= 60,
      !prose.units[end..<start].contains(where: bodies.contains)
    else { return nil }
    return last.committee
  }

  /// The day that stands before a meeting in its sentence, behind the meeting before it.
  private static func date(before range: Range<Int>, _ last: NumberedMeeting?, _ draft: Draft) -> PartialDate?
  {
    guard let index = draft.sentence(at: range.lowerBound) else { return nil }
    let sentence = draft.sentences[index]
    let from = max(sentence.range.lowerBound, last?.range.upperBound ?? 0)
    // 第7次会议(8月2日).
    let bracketed = draft.times[sentence.times].first {
      (3...8).contains($0.range.lowerBound - range.upperBound)
        && draft.text.units[$0.range.lowerBound - 1] == UInt16(ascii: "(")
    }
    let told = draft.times[sentence.times].last {
      $0.range.lowerBound >= from && $0.range.upperBound <= range.lowerBound && $0.relation == .during
        && range.lowerBound - $0.range.upperBound <= 16
        // 9月12日印发征求意见稿,经第十三次会议审议: the time of another step.
        && !FoldedWords(units: draft.text.units[$0.range.upperBound..<range.lowerBound]).containsAny(
          otherSteps)
        // A row with its new date and the meeting that agreed to it: two cells.
        && !draft.text.units[$0.range.upperBound..<range.lowerBound].contains(where: cellEnds.contains)
    }
    return (bracketed ?? told).flatMap(draft.date)
  }

  private static let cellEnds = UnitSet("\t |")
  private static let otherSteps = ["印发", "征求意见", "出台"]
  private static let first = Mark.word("第")[0]
  private static let time = Mark.word("次")[0]
  private static let meeting = Mark.word("会议")
  private static let kinds = Mark.words("会议 全体会 专题会 改革专题会 推进会 例会")
  private static let joins = UnitSet("、和至到—-")
  private static let dates = UnitSet("0123456789年月日、和及于在先后分别召开")
  private static let opening = Mark.words("( 即")
  private static let bodies = UnitSet("委届党府协组院局")
  private static let levels = UnitSet("国省市区县镇乡旗")
  private static let reforming = Mark.words("深改委 改革委员会 改革委 改革领导小组 深改组 深改领导小组")
  private static let committees =
    reforming + Mark.words("领导小组 常委会 常务会 联席会 编委 财经委 委员会")
}
