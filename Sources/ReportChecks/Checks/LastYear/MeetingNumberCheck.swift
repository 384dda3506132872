import ReportModel

/// 会议届次: the number of a committee's meeting that was not brought up to date.
struct MeetingNumberCheck: Check {
  let about = CheckDescription(
    "last-year.meeting", .warning, "会议届次没有更新",
    rationale: "同一个委员会的会议次数逐年递增。今年写的都不超过上年的最大次数，多半是照抄；换届后重新编号的不算（写有“新一届”“第N届”或从第一次起）。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，完成43项，3项经区委深改委[[第六次]]会议审议同意延期至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，2项经区委深改委第六次会议审议同意延期至2023年。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，区委全面深化改革委员会召开会议3次，分别为[[第十一次]]、第十二次、第十三次会议。",
        lastYear: "青溪区2022年改革工作总结\n2022年，区委深改委召开第九次至第十一次会议。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，区委深改委召开[[第十三次]]至第十五次会议，审议文件12件。",
        lastYear: "青溪区2022年改革工作总结\n2022年，区委深改委召开第九次至第十一次会议。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，区委深改委召开会议3次（第十二次至第十四次）。2月20日，区委深改委[[第十一次]]会议审议通过年度要点。停车管理改革因用地手续未办结，经区委深改委[[第十次]]会议同意，延至2024年6月。",
        lastYear: "青溪区2022年改革工作总结\n2022年，区委深改委召开第九次至第十一次会议。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n——在区委深改委第十四次会议上\n2023年，召开区委深改委会议4次，即第十次至第十三次会议。",
        lastYear: "青溪区2022年改革工作总结\n——在区委深改委第十次会议上\n2022年，召开区委深改委会议4次，即第六次至第九次会议。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，3项延期任务经区委深改委2023年第三次会议审议同意延至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，2项延期任务经区委深改委2022年第三次会议审议同意延至2023年。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，区委深改委召开会议3次（第十二次至第十四次）。上年经区委深改委第十一次会议同意延期的校车改革已完成。省委深改委第十一次会议3月12日审议通过实施方案。",
        lastYear: "青溪区2022年改革工作总结\n2022年，区委深改委召开第九次至第十一次会议。"),
      .draft(
        "在区委深改委第十四次会议上的工作汇报\n2023年，召开区委深改委会议4次，从第十次会议到第十三次会议。",
        lastYear: "在区委深改委第十次会议上的工作汇报\n2022年，召开区委深改委会议4次，从第六次会议到第九次会议。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，区委全面深化改革委员会召开会议3次，分别为第十二次、第十三次、第十四次会议，落实第十一次会议部署。",
        lastYear: "青溪区2022年改革工作总结\n2022年，区委深改委召开第九次至第十一次会议。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，完成43项，3项经区委深改委第九次会议审议同意延期至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，2项经区委深改委第六次会议审议同意延期至2023年。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，完成43项，3项经区委深改委第一次会议审议同意延期至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，2项经区委深改委第六次会议审议同意延期至2023年。"),
    ])

  /// The meetings that one report tells of.
  private struct Meetings: StudyPart {
    let byCommittee: [String: [NumberedMeeting]]
    let inOrder: [(key: String, value: [NumberedMeeting])]
    let isWholeYear: Bool

    init(_ study: DraftStudy) {
      byCommittee = MeetingNumberCheck.meetings(study.draft, study.prose)
      inOrder = byCommittee.sorted { $0.key < $1.key }
      isWholeYear = !study.draft.articles.contains {
        study.draft.months(of: $0).map { $0.months != 1...12 } ?? false
      }
    }
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil,
      let other = last.study
    else { return }
    let (draft, prose) = (study.draft, study.prose)
    let before = other.part(Meetings.self).byCommittee
    // A report on half a year does not tell of the meetings of the other half.
    let isWhole = other.part(Meetings.self).isWholeYear
    for (name, meetings) in study.part(Meetings.self).inOrder {
      guard let before = before[name]?.map(\.number).max(), let most = meetings.map(\.number).max()
      else { continue }
      let held = meetings.filter { Self.isHeld($0, prose) }
      if most > before, let first = held.min(by: { $0.number < $1.number }),
        first.number > 2, first.number <= before, before - first.number < Self.reach
      {
        result.report(
          draft.text.place(first.range), "上年已开到“\(name)”第\(before)次会议，今年又写召开第\(first.number)次", "请核对今年会议的次数")
      } else if most > before, meetings.contains(where: { $0.number == before + 1 }) {
        for meeting in meetings
        where meeting.number <= before && before - meeting.number < Self.reach
          && (Self.isDated(meeting, study) || Self.approvesDelay(meeting, study))
        {
          result.report(
            draft.text.place(meeting.range), "今年的会议从“\(name)”第\(before + 1)次开起，第\(meeting.number)次是上年的",
            "请核对会议的次数")
        }
      }
      // 召开第十一次至第十四次会议, where last year ended with the ninth: the list leaves one out.
      if isWhole, let first = held.first, held.count > 1,
        held.allSatisfy({ $0.range.lowerBound - first.range.upperBound <= 12 }),
        (before + 2...before + 4).contains(first.number)
      {
        result.report(
          draft.text.place(first.range), "上年开到“\(name)”第\(before)次会议，今年从第\(first.number)次写起", "请核对今年会议的次数")
      }
      guard most <= before, most > 2 else { continue }
      // Begun anew after an election, it may be lower; the same number is last year's.
      guard most == before || before - most <= 1 else { continue }
      for meeting in meetings where meeting.number == most {
        result.report(draft.text.place(meeting.range), "上年写的也是“\(name)”第\(before)次会议", "请核对今年会议的次数")
      }
    }
  }

  /// The meetings of each committee, whatever its level is called.
  private static func meetings(_ draft: Draft, _ prose: CheckProse) -> [String: [NumberedMeeting]] {
    // 在…第十次会议上的汇报: where a report was given is no meeting of the year that it tells of.
    let read = NumberedMeeting.read(draft, prose).filter {
      // 2025年第三次会议: counted anew each year.
      !prose.has(Self.deliveredAt + Self.of, at: $0.range.upperBound)
        // ——在县委深改委第十六次会议上, a line of its own.
        && !(prose.has(Self.deliveredAt, at: $0.range.upperBound)
          && ($0.range.upperBound + Self.deliveredAt.count >= prose.units.count
            || prose.beginsParagraph($0.range.upperBound + Self.deliveredAt.count)))
        && !prose.has(Self.year, at: $0.range.lowerBound - 1)
    }
    return Dictionary(grouping: read) { $0.committee?.name ?? [] }
      .reduce(into: [:]) { meetings, own in
        if !own.key.isEmpty { meetings[String(decoding: own.key, as: UTF16.self)] = own.value }
      }
  }

  /// 召开第六次会议, not 第六次会议审议同意.
  private static func isHeld(_ meeting: NumberedMeeting, _ prose: CheckProse) -> Bool {
    let start = meeting.range.lowerBound
    let before = prose.sentence(around: meeting.range).lowerBound..<start
    // 全年召开会议3次,与上年持平:第十三次会议(3月6日)5个.
    let isListed = prose.hasAny(counted, in: before) && prose.has(dated, at: meeting.range.upperBound)
    let past = prose.hasAny(compared, in: before) ? ["落实", "贯彻"] : ["上年", "去年", "落实", "贯彻"]
    return (isListed || prose.hasAny(held, in: before.suffix(30)))
      && !prose.hasAny(past.map(Mark.word), in: before)
  }

  /// 2月20日,第十五次会议审议通过年度要点: with a day of the year told of.
  private static func isDated(_ meeting: NumberedMeeting, _ study: DraftStudy) -> Bool {
    let (draft, prose) = (study.draft, study.prose)
    guard let date = meeting.date, date.month != nil,
      date.year == draft.reportYear(at: meeting.range.lowerBound),
      case let sentence = prose.sentence(around: meeting.range),
      !prose.hasAny(past, in: sentence.lowerBound..<meeting.range.lowerBound)
    else { return false }
    return prose.hasAny(held + deciding, in: sentence)
  }

  /// 经第十一次会议同意,甲延至2026年10月: beyond the year told of, where nothing says that it was put off before.
  private static func approvesDelay(_ meeting: NumberedMeeting, _ study: DraftStudy) -> Bool {
    let (draft, prose) = (study.draft, study.prose)
    guard let index = draft.sentence(at: meeting.range.lowerBound),
      case let sentence = draft.sentences[index],
      let year = draft.reportYear(at: meeting.range.lowerBound),
      prose.hasAny(deciding, in: (meeting.range.upperBound..<sentence.range.upperBound).prefix(8)),
      !prose.hasAny(past + again, in: sentence.range)
    else { return false }
    return draft.times[sentence.times].contains { time in
      let start = time.range.first { Mark.isDigit(prose.units[$0]) } ?? time.range.lowerBound
      return (draft.date(of: time)?.year ?? year) > year
        && prose.hasAny(putOffTo, before: start)
    }
  }

  private static let past = Mark.words("上年 去年 此前 先前 原定 原延 原经 原于 曾 落实 贯彻 继")
  private static let putOffTo = Mark.words(
    "延期至 延期到 延至 延到 顺延至 顺延到 推迟至 推迟到 延后至 延后到 延长至 展期至 调整至 调整到 调整为 结转至")
  private static let again = Mark.words("再次 再延 又 续延 二次 已于")
  private static let deciding = Mark.words("审议 同意 通过 研究 批准 审定 听取")
  private static let held = Mark.words("召开 举行")
  private static let counted = Mark.words("召开会议 召开深改委会议 召开全体会议 召开委员会会议 举行会议")
  private static let dated = Mark.word("会议(")
  private static let compared = Mark.words("比上年 较上年 与上年 比去年 较去年 与去年")

  private static let (deliveredAt, of, year) = (Mark.word("会议上"), Mark.word("的"), Mark.word("年"))

  /// A number that is lower by more than a few years' meetings was begun anew.
  private static let reach = 10
}
