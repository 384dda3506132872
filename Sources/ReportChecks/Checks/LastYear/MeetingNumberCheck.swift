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
    ],
    silent: [
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

  private struct Meeting {
    /// 深改 for the committee of reform under any of its names; else the words before the number.
    var committee: String
    var number: Int
    var range: Range<Int>
    /// Whether it is told as held: 召开第六次会议, not 第六次会议审议同意.
    var isHeld: Bool
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
      guard let before = highest[committee], let most = meetings.map(\.number).max() else { continue }
      let name = committee == Self.reform ? "深改委" : committee
      if most > before, let first = meetings.filter(\.isHeld).min(by: { $0.number < $1.number }),
        first.number > 2, first.number <= before, before - first.number < Self.reach
      {
        result.report(
          draft.text.place(first.range), "上年已开到“\(name)”第\(before)次会议，今年又写召开第\(first.number)次", "请核对今年会议的次数")
      }
      // 召开第十一次至第十四次会议, where last year ended with the ninth: the list leaves one out.
      let held = meetings.filter(\.isHeld)
      if let first = held.first, held.count > 1,
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

  /// 区委深改委第六次会议, 委员会先后召开第十七次至第二十次会议.
  private static func meetings(_ draft: Draft) -> [Meeting] {
    let units = draft.text.units
    var found: [Meeting] = []
    var next = units.count
    for name in draft.names.reversed() {
      guard case .ordinal(let number) = name.kind, units[name.range.upperBound - 1] == times,
        let index = draft.sentence(at: name.range.lowerBound)
      else { continue }
      let behind = name.range.upperBound
      let isListed = next - behind <= 2 && next > behind && joints.contains(units[behind])
      // 第十五次会议, 第十五次共4次会议.
      guard isListed || draft.text.folded(behind..<min(units.count, behind + 6)).contains("会议") else {
        continue
      }
      next = name.range.lowerBound
      let start = draft.sentences[index].range.lowerBound
      guard let committee = committee(start..<name.range.lowerBound, draft) else { continue }
      let words = FoldedWords(units: units[start..<name.range.lowerBound])
      let clause = FoldedWords(
        units: units[max(start, name.range.lowerBound - 30)..<name.range.lowerBound])
      found.append(
        Meeting(
          committee: committee, number: number, range: name.range,
          isHeld: (["召开", "举行"].contains { clause.contains($0) })
            && !["上年", "去年", "落实", "贯彻"].contains { words.contains($0) }))
    }
    return found.reversed()
  }

  /// The committee that was named last before a number.
  private static func committee(_ before: Range<Int>, _ draft: Draft) -> String? {
    let near = max(before.lowerBound, before.upperBound - 30)..<before.upperBound
    let words = draft.text.folded(near)
    if names.contains(where: { words.contains($0) }) { return reform }
    var start = before.upperBound
    while start > before.lowerBound, before.upperBound - start < 4, Mark.isHan(draft.text.units[start - 1]) {
      start -= 1
    }
    let committee = draft.text.folded(start..<before.upperBound)
    return ["委", "委员会", "小组"].contains(where: committee.hasSuffix) ? committee : nil
  }

  private static let reform = "深改"
  private static let names = ["深改委", "改革委员会", "改革委", "改革领导小组", "深改组", "深改领导小组"]
  private static let joints = UnitSet("、至到和及")
  private static let times = Mark.word("次")[0]
  /// A number that is lower by more than a few years' meetings was begun anew.
  private static let reach = 10
}
