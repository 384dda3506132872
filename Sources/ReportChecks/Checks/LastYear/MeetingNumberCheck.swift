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
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，2项经区委深改委第六次会议审议同意延期至2023年。")
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，完成43项，3项经区委深改委第九次会议审议同意延期至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，2项经区委深改委第六次会议审议同意延期至2023年。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，完成43项，3项经区委深改委第一次会议审议同意延期至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，2项经区委深改委第六次会议审议同意延期至2023年。"),
    ])

  private struct Meeting {
    var committee: String
    var number: Int
    var range: Range<Int>
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let last = input.lastYear, last.isUsable, last.mismatch == nil,
      let other = last.study?.draft
    else { return }
    var highest: [String: Int] = [:]
    for meeting in Self.meetings(other) {
      highest[meeting.committee] = max(highest[meeting.committee] ?? 0, meeting.number)
    }
    let own = Dictionary(grouping: Self.meetings(draft), by: \.committee)
    for (committee, meetings) in own.sorted(by: { $0.key < $1.key }) {
      guard let before = highest[committee], let most = meetings.map(\.number).max(), most <= before, most > 2
      else { continue }
      // Begun anew after an election, it may be lower; the same number is last year's.
      guard most == before || before - most <= 1 else { continue }
      for meeting in meetings where meeting.number == most {
        result.report(draft.text.place(meeting.range), "上年写的也是“\(committee)”第\(before)次会议", "请核对今年会议的次数")
      }
    }
  }

  /// 区委深改委第六次会议.
  private static func meetings(_ draft: Draft) -> [Meeting] {
    let units = draft.text.units
    return draft.names.compactMap { name in
      guard case .ordinal(let number) = name.kind, name.range.upperBound + 2 <= units.count,
        draft.text.folded(name.range).hasSuffix("次"),
        draft.text.folded(name.range.upperBound..<min(units.count, name.range.upperBound + 4)).contains("会议")
      else { return nil }
      var start = name.range.lowerBound
      while start > 0, name.range.lowerBound - start < 4, Mark.isHan(units[start - 1]) { start -= 1 }
      let committee = draft.text.folded(start..<name.range.lowerBound)
      guard committee.hasSuffix("委") || committee.hasSuffix("委员会") || committee.hasSuffix("小组") else {
        return nil
      }
      return Meeting(committee: committee, number: number, range: name.range)
    }
  }
}
