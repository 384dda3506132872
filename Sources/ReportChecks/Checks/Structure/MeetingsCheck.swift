import ReportModel

/// 会议届次: the numbers of a committee's meetings held against each other: those told as held, their dates, the meeting reported to.
struct MeetingsCheck: DraftCheck {
  let about = CheckDescription(
    "structure.meetings", .warning, "同一委员会的会议次数前后对不上",
    rationale:
      "写明全年召开会议几次的，逐次写出的会议不应比它多或少；写明召开了哪几次会议的，后文说“经第N次会议审议通过”的次数不应超出；写了日期的，日期在后的会议次数应当在后；题目写明是第N次会议上的汇报，正文的“今天会议”“会议纪要”也应是第N次。提请下次会议审议的、写明上年或来年的不算。",
    source: "实务",
    triggering: [
      .draft("2025年改革工作总结\n3月召开第一次会议，研究分工；6月召开[[第三次]]会议，听取进展；11月召开第三次会议，审议延期。"),
      .draft("2023年改革工作总结\n全年召开区委深改委会议3次，即第四次、第五次、第六次会议。2项任务经区委深改委[[第八次]]会议审议同意延期。"),
      .draft("2023年改革工作总结\n3月2日，区委深改委召开第五次会议，审议方案2件。6月8日，区委深改委召开[[第四次]]会议，审议方案3件。"),
      .draft("2023年改革工作总结\n区委深改委先后召开[[第四次、第五次]]会议，全年共召开会议3次，审议文件12件。"),
      .draft("2023年改革工作总结\n区委深改委全年召开会议2次，第六次会议审议文件3个，第七次会议审议文件4个，[[第八次]]会议审议文件5个。"),
      .draft("召开区委深改委[[第十、十一会议]]，审议文件12件。"),
      .draft("区委深改委召开[[第六次至第八次]]会议，4次会议共审议文件13件。"),
      .draft("2月、5月和9月分别召开区委深改委[[第九次、第十一次、第十次]]会议，审议改革方案9件。"),
      .draft("2月召开专题会第1次会议，5月召开第2次会议，9月召开第3次会议，全年[[共5次]]。联席会议每月一次，全年召开[[11次]]，无一缺漏。"),
      .draft("十四届区委五次全会1月召开，[[五次全会12月]]召开，均对改革作出部署。"),
      .draft("第6次深改委会议（4月12日）之后，第7次会议（8月2日）、[[第8次]]会议（7月20日）相继召开。"),
      .draft("3月，区委深改委第8次会议审议要点；7月，第9次会议听取汇报；11月，[[第9次]]会议审定办法。"),
      .draft("在区委深改委第九次会议上的工作汇报\n今天审议的《甲区评估办法》，会后以区委深改委[[第十次]]会议纪要印发。"),
    ],
    silent: [
      .draft("2025年改革工作总结\n3月召开第一次会议，研究分工；6月召开第二次会议，听取进展；11月召开第三次会议，审议延期。"),
      .draft("2023年改革工作总结\n全年召开区委深改委会议3次，即第四次、第五次、第六次会议。2项任务经区委深改委第六次会议审议同意延期。"),
      .draft("2023年改革工作总结\n全年召开区委深改委会议3次，即第四次、第五次、第六次会议。拟提请区委深改委第七次会议审议延期事项2项。"),
      .draft("2023年改革工作总结\n3月2日，区委深改委召开第五次会议，审议方案2件。6月8日，区委深改委召开第六次会议，审议方案3件。"),
      .draft("2月召开专题会第1次会议，5月召开第2次会议，9月召开第3次会议，全年共3次。联席会议每月一次，全年召开12次。十四届区委五次全会1月召开，六次全会12月召开。"),
      .draft("第6次深改委会议（4月12日）之后，第7次会议（8月2日）、第8次会议（10月20日）相继召开。3月，区委深改委第8次会议审议要点；7月，第9次会议听取汇报。"),
      .draft("2023年改革工作总结\n3月2日，区委深改委召开第五次会议，审议方案2件。6月8日，区委常委会召开第四次会议，审议方案3件。"),
      .draft("2023年改革工作总结\n区委深改委全年召开会议4次，其中第六次、第七次会议专题研究营商环境改革。"),
      .draft("2023年改革工作总结\n区委深改委全年召开会议3次，第六次至第八次会议共审议文件20个。"),
      .draft("区委深改委召开第六次至第八次共3次会议，其中2次会议专题研究营商环境。"),
      .draft("2月、5月和9月分别召开区委深改委第九次、第十次、第十一次会议。落实第十一次、第十次、第九次会议部署。"),
      .draft("召开区委深改委第十、十一次会议。在机关第二会议室召开推进会，听取第三会议中心项目汇报。"),
      .draft("在区委深改委第九次会议上的工作汇报\n以上方案修改后，提请区委深改委第十次会议审议。"),
    ])

  private struct Meeting {
    /// The last characters of the committee's name: 深改委.
    var committee: [UInt16]
    var number: Int
    var range: Range<Int>
    /// Month and day, with a year where one is said.
    var date: PartialDate?
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let meetings = Self.meetings(draft, prose)
    result.recognise("meetingNumbers", "会议次数", meetings.count)
    for own in Dictionary(grouping: meetings, by: \.committee).values.sorted(by: {
      $0[0].range.lowerBound < $1[0].range.lowerBound
    }) {
      var told: Set<Int> = []
      beyond(own, draft, prose, &told, &result)
      dates(own, draft, &told, &result)
      if told.isEmpty { counts(own, draft, prose, &result) }
    }
    for fault in MeetingSeries(draft: draft, prose: prose).faults() {
      result.report(draft.text.place(fault.range), fault.message, "请核对会议的次数和时间")
    }
    for place in MeetingCounts.unmeasured(prose) {
      result.report(draft.text.place(place), "“\(draft.text.string(place))”缺少“次”", "请写作“第N次会议”")
    }
  }

  /// The meetings of a text with the committee before them or before the list that they stand in.
  private static func meetings(_ draft: Draft, _ prose: CheckProse) -> [Meeting] {
    var found: [Meeting] = []
    for name in draft.names {
      guard case .ordinal(let number) = name.kind, number > 0, prose.units[name.range.lowerBound] == first,
        prose.units[name.range.upperBound - 1] == time
      else { continue }
      let behind = name.range.upperBound..<min(prose.units.count, name.range.upperBound + 12)
      // 召开会议3次(第十三次、第十四次).
      let isInBrackets =
        found.last.map { name.range.lowerBound - $0.range.upperBound <= 3 } ?? false
        || prose.hasAny(opening, before: name.range.lowerBound)
      let isListed = behind.first.map { joins.contains(prose.units[$0]) } ?? false
      guard
        prose.has(meeting, at: name.range.upperBound) || prose.has(fullMeeting, at: name.range.upperBound)
          // 第十一次至第十五次共4次会议.
          || prose.has(inAll, at: name.range.upperBound)
            && prose.first(
              meeting, in: name.range.upperBound..<min(name.range.upperBound + 8, prose.units.count)) != nil
          || inside(name.range.upperBound, prose) != nil
          || isInBrackets
            && prose.first(
              meeting, in: max(0, name.range.lowerBound - 20)..<name.range.lowerBound) != nil
          || isListed
            && prose.first(meeting, in: name.range.upperBound..<prose.sentence(around: name.range).upperBound)
              != nil
      else { continue }
      guard
        let committee = inside(name.range.upperBound, prose)
          ?? committee(before: name.range.lowerBound, found.last, prose)
      else { continue }
      found.append(
        Meeting(
          committee: committee, number: number, range: name.range,
          date: date(before: name.range, found.last, draft)))
    }
    return found
  }

  /// 深改委 of 第6次深改委会议.
  private static func inside(_ place: Int, _ prose: CheckProse) -> [UInt16]? {
    guard let word = committees.first(where: { prose.has($0 + meeting, at: place) }) else { return nil }
    return reforming.contains(word) ? reforming[0] : word
  }

  /// 深改委 of 五届区委深改委召开第八次, of 召开区委深改委会议3次,即第四次; that of the one before in a list.
  private static func committee(before start: Int, _ last: Meeting?, _ prose: CheckProse) -> [UInt16]? {
    let sentence = prose.sentence(around: start..<start + 1)
    // A list of meetings stands under the name of the committee: ….1.第5次会议.
    let opens = start - sentence.lowerBound <= 3 && prose.beginsParagraph(sentence.lowerBound)
    let from = max(opens ? start - 40 : max(sentence.lowerBound, start - 24), last?.range.upperBound ?? 0)
    var end = start
    while end > from {
      let inner = prose.units[from..<end]
      if let word = committees.first(where: {
        inner.count > $0.count && inner.suffix($0.count).elementsEqual($0)
      }) {
        // 省委深改委 and 区委深改委 count their own meetings.
        let level = inner.dropLast(word.count).suffix(8).last { levels.contains($0) }
        return (level.map { [$0] } ?? []) + (reforming.contains(word) ? reforming[0] : word)
      }
      end -= 1
    }
    // 第六次会议审议文件3个,第七次会议审议文件4个: of the same committee, where no other body is named.
    guard let last, case let end = last.range.upperBound + (inside(last.range.upperBound, prose)?.count ?? 0),
      start >= end,
      sentence.contains(last.range.lowerBound) || start - last.range.upperBound <= 60,
      !prose.units[end..<start].contains(where: bodies.contains)
    else {
      return nil
    }
    return last.committee
  }

  /// The day that stands before a meeting in its sentence, behind the meeting before it.
  private static func date(before range: Range<Int>, _ last: Meeting?, _ draft: Draft) -> PartialDate? {
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
    }
    switch (bracketed ?? told)?.meaning {
    case .date(let date): return date.month == nil ? nil : date
    case .month(let month, let day):
      return PartialDate(year: draft.reportYear(at: range.lowerBound) ?? 2001, month: month, day: day)
    default: return nil
    }
  }

  /// A meeting that has taken place with a number above all those that are told to have been held, or above the one reported to.
  private func beyond(
    _ own: [Meeting], _ draft: Draft, _ prose: CheckProse, _ told: inout Set<Int>, _ result: inout CheckResult
  ) {
    let titled = own.first { meeting in
      draft.articles.contains { $0.title?.contains(meeting.range.lowerBound) ?? false }
    }
    let listed = own.indices.dropFirst().filter { index in
      let (before, here) = (own[index - 1], own[index])
      return here.number == before.number + 1 && here.range.lowerBound - before.range.upperBound <= 8
        || here.number > before.number && here.range.lowerBound - before.range.upperBound <= 4
    }.filter { index in
      let clause = prose.sentence(around: own[index].range)
      return prose.hasAny(Self.holding, in: clause) && prose.hasAny(Self.ofYear, in: clause)
    }
    guard let most = titled?.number ?? listed.map({ own[$0].number }).max(),
      let known = titled ?? listed.first.map({ own[$0] })
    else { return }
    for meeting in own where meeting.number > most && meeting.range.lowerBound > known.range.lowerBound {
      let sentence = prose.sentence(around: meeting.range)
      guard prose.hasAny(Self.past, in: sentence), !prose.hasAny(Self.waiting, in: sentence),
        !prose.hasAny(Self.coming, in: prose.clause(around: meeting.range))
      else { continue }
      told.insert(meeting.range.lowerBound)
      result.report(
        draft.text.place(meeting.range),
        titled == nil
          ? "前文写召开的会议到第\(most)次为止，这里写“\(draft.text.string(meeting.range))”"
          : "题目写的是第\(most)次会议，这里写“\(draft.text.string(meeting.range))”", "请核对会议的次数",
        related: [.init(draft.text.place(known.range), "前文写在这里")])
    }
  }

  /// 全年共召开会议3次, and the meetings told are two or four.
  private func counts(_ own: [Meeting], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    var lists: [MeetingCounts.List] = []
    for (index, meeting) in own.enumerated() {
      let before = index > 0 ? own[index - 1] : nil
      let between = before.map { prose.units[$0.range.upperBound..<meeting.range.lowerBound] }
      guard let before, let between, between.count <= 3, between.contains(where: Self.joins.contains) else {
        lists.append(.init(numbers: [meeting.number], range: meeting.range))
        continue
      }
      let isSpan = between.contains(where: Self.spans.contains) && before.number < meeting.number
      lists[lists.count - 1].numbers.formUnion(
        isSpan ? before.number...meeting.number : meeting.number...meeting.number)
      lists[lists.count - 1].range = lists[lists.count - 1].range.lowerBound..<meeting.range.upperBound
    }
    guard let committee = own.first?.committee else { return }
    let counts = MeetingCounts(draft: draft, prose: prose) { Self.committee(before: $0, nil, prose) }
    for (list, count, held) in counts.broken(lists, of: committee) {
      result.report(
        draft.text.place(list.range),
        "写明的会议是\(held)次，文中写“\(draft.text.string(count.range))”", "请核对会议的次数",
        related: [.init(draft.text.place(count.range), "会议总数写在这里")])
    }
  }

  /// Of two meetings with their dates the later one bears the greater number.
  private func dates(_ own: [Meeting], _ draft: Draft, _ told: inout Set<Int>, _ result: inout CheckResult) {
    let dated = own.filter { $0.date != nil }
    for (place, meeting) in dated.enumerated() where !told.contains(meeting.range.lowerBound) {
      guard let date = meeting.date,
        let other = dated[..<place].last(where: { earlier in
          guard let before = earlier.date, before.year == date.year else { return false }
          if before == date { return date.day != nil && earlier.number != meeting.number }
          guard before.month != date.month || before.day != nil && date.day != nil else { return false }
          return before < date ? earlier.number >= meeting.number : earlier.number <= meeting.number
        }), let before = other.date
      else { continue }
      // Begun anew with a new committee.
      if meeting.number == 1 || other.number == 1 && before > date { continue }
      result.report(
        draft.text.place(meeting.range),
        "“\(draft.text.string(meeting.range))”会议写在\(SpanLength.text(date))，“\(draft.text.string(other.range))”会议写在\(SpanLength.text(before))，次序与日期不符",
        "请核对会议的次数和日期", related: [.init(draft.text.place(other.range), "另一次会议在这里")])
    }
  }

  private static let first = Mark.word("第")[0]
  private static let time = Mark.word("次")[0]
  private static let meeting = Mark.word("会议")
  private static let fullMeeting = Mark.word("全体会议")
  private static let inAll = Mark.word("共")
  private static let joins = UnitSet("、和至到—-")
  private static let opening = Mark.words("( 即")
  private static let bodies = UnitSet("委届党府协组院局")
  private static let spans = UnitSet("至到—-~")
  private static let levels = UnitSet("国省市区县镇乡旗")
  private static let reforming = Mark.words("深改委 改革委员会 改革委")
  private static let committees =
    reforming
    + Mark.words("改革领导小组 领导小组 常委会 常务会 联席会 编委 财经委 委员会")
  private static let holding = Mark.words("召开")
  private static let ofYear = Mark.words("全年 今年 一年来 先后 年内 上半年 共召开 年共 累计")
  private static let past = Mark.words("审议 通过 同意 纪要 今天 本次 研究 听取 召开 会上")
  private static let waiting = Mark.words("拟 待 尚未")
  private static let coming = Mark.words("提请 提交 下一次 下次 将召开 将于 计划 适时 届时 次年 明年 上年 去年 此前 上一届 上届")
}
