import ReportModel

/// 会议届次: the numbers of a committee's meetings held against each other: those told as held, their dates, the meeting reported to.
struct MeetingsCheck: DraftCheck {
  let about = CheckDescription(
    "structure.meetings", .warning, "同一委员会的会议次数前后对不上",
    rationale:
      "写明全年召开会议几次的，逐次写出的会议不应比它多或少；写明召开了哪几次会议的，后文说“经第N次会议审议通过”的次数不应超出；写了日期的，日期在后的会议次数应当在后；题目写明是第N次会议上的汇报，正文的“今天会议”“会议纪要”也应是第N次。提请下次会议审议的、写明上年或来年的不算。",
    source: "实务",
    triggering: [
      .draft(
        "2025年改革工作总结\n全年召开会议3次：3月18日召开[[第九次]]会议，审议要点；7月24日召开第十一次会议，听取进展；12月16日召开第十二次会议，研究延期。"),
      .draft("2025年改革工作总结\n3月召开第一次会议，研究分工；6月召开[[第三次]]会议，听取进展；11月召开第三次会议，审议延期。"),
      .draft("2023年改革工作总结\n全年召开区委深改委会议3次，即第四次、第五次、第六次会议。2项任务经区委深改委[[第八次]]会议审议同意延期。"),
      .draft("2023年改革工作总结\n3月2日，区委深改委召开第五次会议，审议方案2件。6月8日，区委深改委召开[[第四次]]会议，审议方案3件。"),
      .draft("2023年改革工作总结\n区委深改委先后召开[[第四次、第五次]]会议，全年共召开会议3次，审议文件12件。"),
      .draft("2023年改革工作总结\n区委深改委全年召开会议2次，第六次会议审议文件3个，第七次会议审议文件4个，[[第八次]]会议审议文件5个。"),
      .draft(
        "2023年改革工作总结\n9月26日，区委深改委召开第五次会议。\n经区委深改委第五次会议审议通过后，《甲区办法》于[[9月12日]]印发。"),
      .draft("召开区委深改委[[第十、十一会议]]，审议文件12件。"),
      .draft("区委深改委召开[[第六次至第八次]]会议，4次会议共审议文件13件。"),
      .draft("2月、5月和9月分别召开区委深改委[[第九次、第十一次、第十次]]会议，审议改革方案9件。"),
      .draft("2月召开专题会第1次会议，5月召开第2次会议，9月召开第3次会议，全年[[共5次]]。联席会议每月一次，全年召开[[11次]]，无一缺漏。"),
      .draft("十四届区委五次全会1月召开，[[五次全会12月]]召开，均对改革作出部署。"),
      .draft("第6次深改委会议（4月12日）之后，第7次会议（8月2日）、[[第8次]]会议（7月20日）相继召开。"),
      .draft("3月，区委深改委第8次会议审议要点；7月，第9次会议听取汇报；11月，[[第9次]]会议审定办法。"),
      .draft("在区委深改委第九次会议上的工作汇报\n今天审议的《甲区评估办法》，会后以区委深改委[[第十次]]会议纪要印发。"),
      .draft("2023年改革工作总结\n区委深改委3月召开[[第五次会议，6月召开第六次会议，9月召开第七次]]会议，四次会议共审议文件12件。"),
      .draft("2023年改革工作总结\n区委深改委召开[[第五次至第八次]]会议，议题依次为7个、6个、5个、8个。全年5次会议共审议议题26个。"),
      .draft(
        "2025年改革工作总结\n延期3项，均由区委深改委第十一次会议同意。\n供水改革因管网未完工，报经区委深改委[[第十次]]会议同意延期至2026年6月。"),
      .draft("2025年改革工作总结\n第17次专题会听取汇报，同意3件事项结转。\n3件结转事项均经党工委[[第16次]]改革专题会研究同意。"),
      .draft("市委深改委第十二次会议审议了医保支付等5个方案。市委改革办对[[第十三次]]会议审议的这5个方案开展“回头看”。"),
      .draft("县委深改委开会两次。第九次会议（11月7日）听取汇报。按照11月7日县委深改委[[第八次]]会议的要求，清收欠款。"),
      .draft("市委十三届八次全会提出54项举措。各单位落实市委十三届[[七次全会]]提出的54项举措，完成51项。"),
      .draft("县委深改委全年开会2次。3月18日第九次会议审定要点，12月16日[[第十一次]]会议盘点任务。"),
      .draft("区委深改委第十一次会议研究延期申请，同意3项任务延期。\n3项任务未能按期完成，报经区委深改委[[第十次]]会议同意延期。"),
    ],
    silent: [
      .draft("区委深改委第十一次会议研究延期申请，同意3项任务延期。3项任务未能按期完成，报经区委深改委第十一次会议同意延期。2项任务未能按期完成，报经区委深改委第十次会议同意延期。"),
      .draft(
        "市委深改委第十二次会议审议了医保支付等5个方案。第十三次会议审议的4个方案已印发。市委十三届八次全会提出54项举措。落实市委十三届七次全会精神。3月2日，县委深改委召开第五次会议；3月2日，县政协召开第八次会议。"
      ),
      .draft("县委深改委全年开会4次。3月18日第九次会议审定要点，12月16日第十二次会议盘点任务。"),
      .draft(
        "2025年改革工作总结\n第17次专题会听取3件结转事项汇报。3件结转事项经党工委第18次改革专题会审议同意。上年3件结转事项经第12次专题会同意，均已办结。第16次专题会同意1件事项暂缓。"),
      .draft(
        "2025年改革工作总结\n延期3项。行政体制领域延期2项，均由区委深改委第十一次会议同意。\n供水改革因管网未完工，报经区委深改委第十次会议同意延期至2026年6月。"),
      .draft("2025年改革工作总结\n延期3项，均由区委深改委第十一次会议同意。\n供水改革的办法经区委深改委第十次会议审议通过。上年经区委深改委第六次会议同意延期的林权改革已完成。"),
      .draft("2023年改革工作总结\n区委深改委3月召开第五次会议，6月召开第六次会议，9月召开第七次会议，三次会议共审议文件12件。"),
      .draft("2023年改革工作总结\n区委深改委3月召开第五次会议，9月召开第七次会议，全年3次会议共审议文件12件。"),
      .draft(
        "2023年改革工作总结\n9月26日，区委深改委召开第五次会议。\n经区委深改委第五次会议审议通过后，《甲区办法》于10月12日印发。9月12日印发的《乙区办法》，经区委深改委第五次会议审议修订。"),
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
      .draft(
        "2025年改革工作总结\n序号\t任务名称\t延期原因\t延至\t审议会议\n1\t盘活低效工业用地\t查封未解除\t2026年6月\t区委深改委第十三次会议\n2\t完善出资机制\t方案未通过\t2026年9月\t区委深改委第十二次会议"
      ),
      .draft("召开区委深改委第十、十一次会议。在机关第二会议室召开推进会，听取第三会议中心项目汇报。"),
      .draft("在区委深改委第九次会议上的工作汇报\n以上方案修改后，提请区委深改委第十次会议审议。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let told = NumberedMeeting.read(draft, prose)
    let meetings = told.filter { $0.committee != nil }
    result.recognise("meetingNumbers", "会议次数", meetings.count)
    for own in Dictionary(grouping: meetings, by: \.committee).values.sorted(by: {
      $0[0].range.lowerBound < $1[0].range.lowerBound
    }) {
      var told: Set<Int> = []
      beyond(own, draft, prose, &told, &result)
      dates(own, draft, &told, &result)
      if told.isEmpty { counts(own, draft, prose, &result) }
    }
    for fault in MeetingSeries(draft: draft, prose: prose, meetings: told).faults() {
      result.report(draft.text.place(fault.range), fault.message, "请核对会议的次数和时间")
    }
    for fault in MeetingOrder(draft: draft, prose: prose, meetings: told).faults() {
      let held = draft.text.string(fault.meeting.range)
      result.report(
        draft.text.place(fault.time.range),
        "“\(draft.text.string(fault.time.range))”印发，早于\(held)会议召开的时间（\(SpanLength.text(fault.date))）",
        "请核对印发和会议的时间", related: [.init(draft.text.place(fault.meeting.range), "会议时间写在这里")])
    }
    for (wrong, known) in MeetingsToldAgain(draft: draft, prose: prose, meetings: told).faults() {
      result.report(
        draft.text.place(wrong.range),
        "前文写的是“\(draft.text.string(known.range))”，这里写“\(draft.text.string(wrong.range))”，讲的是同一次会议",
        "请核对会议的次数",
        related: [.init(draft.text.place(known.range), "前文写在这里")])
    }
    let approvals = MeetingApprovals(draft: draft, prose: prose, meetings: told)
    let one = approvals.faults()
    for (item, all) in one
      + approvals.pairs().filter({ pair in !one.contains { $0.item.range == pair.item.range } })
    {
      result.report(
        draft.text.place(item.range),
        "前文写有关事项由\(draft.text.string(all.range))会议同意，这里写“\(draft.text.string(item.range))”", "请核对是哪一次会议同意的",
        related: [.init(draft.text.place(all.range), "前文写在这里")])
    }
    for place in MeetingCounts.unmeasured(prose) {
      result.report(draft.text.place(place), "“\(draft.text.string(place))”缺少“次”", "请写作“第N次会议”")
    }
  }

  /// A meeting that has taken place with a number above all those that are told to have been held, or above the one reported to.
  private func beyond(
    _ own: [NumberedMeeting], _ draft: Draft, _ prose: CheckProse, _ told: inout Set<Int>,
    _ result: inout CheckResult
  ) {
    let titled = own.first { meeting in
      draft.articles.contains { $0.title?.contains(meeting.range.lowerBound) ?? false }
    }
    let listed = own.indices.dropFirst().filter { index in
      let (before, here) = (own[index - 1], own[index])
      // 2月14日的第十六次会议和10月30日的第十七次会议: a date may stand between them.
      let gap = before.range.upperBound..<max(before.range.upperBound, here.range.lowerBound)
      let reach = prose.units[gap].contains(where: Mark.listJoints.contains) ? 14 : 8
      return here.number == before.number + 1 && gap.count <= reach
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
  private func counts(
    _ own: [NumberedMeeting], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
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
    let counts = MeetingCounts(draft: draft, prose: prose) {
      NumberedMeeting.committee(before: $0, nil, prose)
    }
    for (list, count, held) in counts.broken(lists, of: committee) {
      result.report(
        draft.text.place(list.range),
        "写明的会议是\(held)次，文中写“\(draft.text.string(count))”", "请核对会议的次数",
        related: [.init(draft.text.place(count), "会议总数写在这里")])
    }
  }

  /// Of two meetings with their dates the later one bears the greater number.
  private func dates(
    _ own: [NumberedMeeting], _ draft: Draft, _ told: inout Set<Int>, _ result: inout CheckResult
  ) {
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

  private static let joins = UnitSet("、和至到—-")
  private static let spans = UnitSet("至到—-~")
  private static let holding = Mark.words("召开")
  private static let ofYear = Mark.words("全年 今年 一年来 先后 年内 上半年 共召开 年共 累计")
  private static let past = Mark.words("审议 通过 同意 纪要 今天 本次 研究 听取 召开 会上")
  private static let waiting = Mark.words("拟 待 尚未")
  private static let coming = Mark.words("提请 提交 下一次 下次 将召开 将于 计划 适时 届时 次年 明年 上年 去年 此前 上一届 上届")
}
