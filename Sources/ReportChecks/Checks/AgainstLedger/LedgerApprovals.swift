import ReportModel

/// 同意延期的会议与台账: the meetings that are told to have agreed to a delay, held against those of the ledger.
extension DelaysAgainstLedgerCheck {
  /// 培育奶业联合体 for 组建奶业合作社联合体: a shorter name of a task put off for the same reason to the same time.
  func isTwin(_ delay: DelayedItem, _ task: ReformTask, _ match: LedgerMatch, _ prose: CheckProse) -> Bool {
    guard task.isDelayed, let reason = delay.reason, match.draft.text.folded(reason) == task.delay?.reason,
      let until = delay.until, let due = task.delay?.until
    else { return false }
    let year = match.ledger.report.year
    let core = Array(match.draft.text.units[delay.name].dropFirst(2))
    return core.count >= 4 && UnitNaming.isWithin(core, Mark.word(task.name))
      && !Self.isOther(match.draft.text.folded(until), due, year, prose.year(in: until)?.year)
  }

  /// Tasks that are told to be put off, not begun or under way where the ledger has another state.
  func otherwise(
    _ tasks: [LedgerPlaces.Item], but listed: Set<Int>, _ finder: TaskTelling, _ match: LedgerMatch,
    _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    for (index, item) in tasks.enumerated() where !item.task.isDelayed && !listed.contains(index) {
      guard let status = item.task.status, let kind = status.kind,
        let other = finder.boxed(index, unlike: kind) ?? finder.saidOtherwise(index, kind)
      else { continue }
      result.report(
        match.draft.text.place(other), "“\(match.draft.text.folded(other))”与台账不一致，台账的状态是“\(status.wording)”",
        "请核对文稿和台账", related: [.init(places.place(item.path, "状态"), "台账在这里")])
    }
  }

  /// 甲由乙局牵头,…;因…,延至2026年8月: the new dates of tasks that the draft puts off without naming them as such.
  func dates(
    of tasks: [LedgerPlaces.Item], but dated: Set<Int>, _ finder: TaskTelling, _ match: LedgerMatch,
    _ prose: CheckProse, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    for (index, item) in tasks.enumerated() where item.task.isDelayed && !dated.contains(index) {
      guard let due = item.task.delay?.until, let until = finder.newDate(index),
        Self.isOther(
          match.draft.text.folded(until), due, match.ledger.report.year, prose.year(in: until)?.year)
      else { continue }
      result.report(
        match.draft.text.place(until),
        "“\(item.task.name)”文稿延至\(match.draft.text.string(until))，台账延至\(due.chinese)", "请核对新的完成时限",
        related: [.init(places.place(item.path.field("延期"), "延至"), "台账在这里")])
    }
  }

  /// Whether the draft's new date is another one than the ledger's: another year, or another month where both say one.
  static func isOther(_ written: String, _ due: Deadline, _ year: Int, _ writtenYear: Int?) -> Bool {
    if let writtenYear, let dueYear = due.year(in: year), writtenYear != dueYear { return true }
    guard case .date(let date) = due.meaning, let month = date.month else { return false }
    // 2026年二季度末.
    if let quarter = Self.quarters.firstIndex(where: { written.contains($0) }) {
      return (month - 1) / 3 != quarter % 4
    }
    let bare = written.filter { $0 != "底" && $0 != "前" && $0 != "初" }
    // 分别延至2026年6月、8月: the second without its year.
    let otherMonth = [bare, "\(year + 1)年\(bare)"].lazy.compactMap { text -> Int? in
      guard case .date(let other) = PartialDate.read(text) else { return nil }
      return other.month
    }.first
    return otherMonth.map { $0 != month } ?? false
  }

  private static let quarters = ["一季度", "二季度", "三季度", "四季度", "1季度", "2季度", "3季度", "4季度"]

  /// 经区委深改委第八次会议同意: the meeting that approved a delay.
  func approvals(
    _ tasks: [LedgerPlaces.Item], _ match: LedgerMatch, _ places: LedgerPlaces, _ seen: inout Set<Int>,
    _ result: inout CheckResult
  ) {
    let known = tasks.compactMap { $0.task.delay?.approval.flatMap(MeetingNumber.init) }
    guard !known.isEmpty else { return }
    for approval in match.draft.delays.filter({ !$0.isTerminated }).compactMap(\.approval)
    where seen.insert(approval.lowerBound).inserted {
      guard let written = MeetingNumber(match.draft.text.folded(approval)),
        known.contains(where: { $0.isOf(written) }),
        !known.contains(where: { $0.isOf(written) && $0.number == written.number })
      else { continue }
      result.report(
        match.draft.text.place(approval), "同意延期的会议与台账不一致：台账是第\(known[0].number)次", "请核对会议的次数",
        severity: .warning,
        related: tasks.first { $0.task.delay?.approval != nil }.map {
          [.init(places.place($0.path.field("延期"), "审议"), "台账在这里")]
        } ?? [])
    }
  }

  /// 甲改革延至6月(区委深改委第八次会议同意): the one meeting of a sentence that tells of one delayed task's delay.
  func approvals(
    of tasks: [LedgerPlaces.Item], _ finder: TaskTelling, _ match: LedgerMatch, _ prose: CheckProse,
    _ places: LedgerPlaces, _ seen: inout Set<Int>, _ result: inout CheckResult
  ) {
    let late = tasks.indices.filter { tasks[$0].task.delay?.approval != nil }
    guard !late.isEmpty else { return }
    let owners = finder.owners(late)
    for meeting in NumberedMeeting.read(match.draft, prose) {
      guard let index = match.draft.sentence(at: meeting.range.lowerBound), let own = owners[index],
        own.count == 1,
        case let sentence = Self.part(around: meeting.range, in: match.draft.sentences[index].range, prose),
        finder.isNamed(own[0], in: sentence) || sentence == match.draft.sentences[index].range,
        prose.hasAny(Self.delaying, in: sentence),
        prose.hasAny(
          Self.agreeing, in: (sentence.lowerBound..<meeting.range.upperBound + 14).clamped(to: sentence)),
        match.draft.text.units[sentence].count(where: { $0 == DelaysAgainstLedgerCheck.ordinal }) == 1,
        let known = tasks[own[0]].task.delay?.approval, let number = MeetingNumber(known)?.number,
        number != meeting.number,
        meeting.committee?.level.map({ Mark.word(known).contains($0) }) ?? true,
        !seen.contains(where: { abs($0 - meeting.range.lowerBound) < 20 })
      else { continue }
      seen.insert(meeting.range.lowerBound)
      result.report(
        match.draft.text.place(meeting.range), "“\(tasks[own[0]].task.name)”同意延期的会议与台账不一致：台账是\(known)",
        "请核对会议的次数", severity: .warning,
        related: [.init(places.place(tasks[own[0]].path.field("延期"), "审议"), "台账在这里")])
    }
  }

  /// 第八次会议同意终止甲;第十次会议同意乙延期: the part of a sentence, between semicolons, that holds a place.
  private static func part(around place: Range<Int>, in sentence: Range<Int>, _ prose: CheckProse) -> Range<
    Int
  > {
    let start = (sentence.lowerBound..<place.lowerBound).last { prose.units[$0] == Mark.semicolon }
    let stop = (place.upperBound..<max(place.upperBound, sentence.upperBound)).first {
      prose.units[$0] == Mark.semicolon
    }
    return (start ?? sentence.lowerBound)..<(stop ?? sentence.upperBound)
  }

  private static let delaying = Mark.words("延期 延至 延到 推迟 顺延 延后 延长 展期")
  private static let agreeing = Mark.words("同意 批准 审议 审定 通过 研究 核准")
}

/// 会议次数: the number of a meeting, with the committee before it.
struct MeetingNumber {
  let number: Int
  private let committee: NameLikeness

  init?(_ text: String) {
    let units = Mark.word(text)
    guard let first = units.firstIndex(of: Mark.word("第")[0]),
      let end = units[first...].firstIndex(of: Mark.word("次")[0])
    else { return nil }
    guard let number = units[(first + 1)..<end].number else { return nil }
    self.number = number
    committee = NameLikeness(String(decoding: units[..<first], as: UTF16.self))
  }

  /// Whether two meetings are of one committee.
  func isOf(_ other: MeetingNumber) -> Bool { committee.containment(other.committee) >= 60 }
}
