import ReportModel

/// Who agreed to a delay: the meeting named with an item, before a list of items or once for all of them.
extension DelayReading {
  /// 经区委深改委第十五次会议同意 → 区委深改委第十五次会议.
  func approval(in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while let lead = places.first(.approvalLeads, in: start..<range.upperBound) {
      // 特许经营: no meeting.
      if units[lead.range.upperBound - 1] == Unit.of("经"), lead.range.upperBound < range.upperBound,
        Self.notBehindThrough.contains(units[lead.range.upperBound])
      {
        start = lead.range.upperBound
        continue
      }
      var first = lead.range.upperBound
      // 批准情况:经党工委第18次会议.
      if first < range.upperBound, units[first] == Unit.of("经"), units[first - 1] == Unit.colon { first += 1 }
      let rest = first..<min(range.upperBound, first + 48)
      if let meeting = places.first(.meetings, in: rest),
        !(rest.lowerBound..<meeting.range.lowerBound).contains(where: {
          numerals.kind($0) == .sentenceEnd || units[$0] == Unit.comma || units[$0] == Unit.colon
        })
      {
        return undated(rest.lowerBound..<meeting.range.upperBound)
      }
      start = lead.range.upperBound
    }
    // 区委深改委第十六次会议同意延期: without 经.
    guard let meeting = places.first(.meetings, in: range),
      case let rest = meeting.range.upperBound..<min(range.upperBound, meeting.range.upperBound + 20),
      let agreed = Self.agrees.first(in: rest, of: units)?.range,
      // 党工委会议审定的13项任务,…延期2项: that is where the tasks come from.
      agreed.upperBound == range.upperBound || units[agreed.upperBound] != Unit.of("的")
    else { return nil }
    var first = meeting.range.lowerBound
    while first > range.lowerBound, numerals.kind(first - 1) != .clauseMark,
      numerals.kind(first - 1) != .sentenceEnd, !Self.givers.contains(units[first - 1])
    { first -= 1 }
    // 先后召开第十三次至第十六次4次会议: they are counted there.
    if (first..<meeting.range.upperBound).count(where: { units[$0] == Unit.first }) > 1 { return nil }
    return undated(first..<meeting.range.upperBound)
  }

  /// A meeting without the day on which it was held.
  private func undated(_ meeting: Range<Int>) -> Range<Int> {
    // 党工委会议(第27次): the number may stand behind it in brackets.
    if let open = units[meeting.upperBound...].first, open == Unit.openBracket,
      let close = (meeting.upperBound..<min(units.count, meeting.upperBound + 12)).first(where: {
        units[$0] == Unit.closeBracket
      }), units[close - 1] == Unit.of("次"), units[meeting.upperBound + 1] == Unit.first
    {
      return undated(meeting.lowerBound..<close + 1)
    }
    // 区委书记主持召开区委深改委第十六次会议: who held it is no part of its name.
    if let held = Self.held.first(in: meeting, of: units)?.range, held.upperBound < meeting.upperBound - 4 {
      return tidy(held.upperBound..<meeting.upperBound)
    }
    let day = date(at: meeting.lowerBound, end: meeting.upperBound)
    guard day.count >= 5, day.upperBound < meeting.upperBound - 4 else { return meeting }
    return tidy(day.upperBound..<meeting.upperBound)
  }

  /// 甲:延期原因为…;经…会议同意,延期到2025年6月: what is said of an item behind a semicolon.
  func goOn(_ item: inout DelayedItem, to end: Int) {
    let next = item.range.upperBound + 1
    guard item.until == nil, next < end, units[next - 1] == Unit.semicolon,
      case let rest = next..<end, parts(of: rest).count == 1,
      Self.approvalLeads.match(at: next, in: units, end: end) != nil || units[next] == Unit.of("经")
        || postponement(in: rest)?.range.lowerBound == next,
      let until = until(in: rest)
    else { return }
    item.until = until
    item.range = item.range.lowerBound..<end
  }

  /// 同一次会议: the meeting named before.
  func isSameMeeting(_ approval: Range<Int>) -> Bool {
    Self.sameMeetings.first(in: approval, of: units) != nil
  }

  /// What is said of the items' approval and new date, of each or of all together.
  mutating func approve(_ items: inout [DelayedItem], _ draft: inout Draft) {
    for index in items.indices {
      items[index].approval = items[index].approval ?? approval(in: items[index].range)
      if let approval = items[index].approval, isSameMeeting(approval) {
        items[index].approval = items[..<index].last { $0.approval != nil }?.approval
      }
    }
    // 经…会议审议,同意①甲延期至…;②乙…: what stands before the first of them is said of all in the paragraph.
    var paragraph = -1
    var led: Range<Int>?
    for index in items.indices {
      guard let sentence = draft.sentence(at: items[index].range.lowerBound) else { continue }
      if draft.sentences[sentence].paragraph != paragraph {
        paragraph = draft.sentences[sentence].paragraph
        let start = max(
          draft.paragraphs[paragraph].range.lowerBound, draft.sentences[sentence].range.lowerBound)
        let lead = start..<max(start, items[index].name.lowerBound)
        // 第六次会议研究收官,作出两项决定:一是甲延至…;二是…: the sentence that leads up to the items.
        if let before = leadingSentence(before: sentence, draft), let approval = approval(in: before) {
          led = approval
        } else {
          led =
            lead.count > 48 || lead.contains { numerals.kind($0) == .sentenceEnd } ? nil : approval(in: lead)
        }
      }
      items[index].approval = items[index].approval ?? led
    }
    guard
      items.isEmpty && !draft.tables.isEmpty
        || items.contains(where: { $0.approval == nil || $0.until == nil })
    else { return }
    places.read(0..<units.count)
    var told: [(approval: Range<Int>?, until: Range<Int>?, isOfAll: Bool)] = []
    for (index, sentence) in draft.sentences.enumerated()
    where told.count < 8
      && (![.plan, .problems].contains(draft.role(of: sentence.section))
        || Self.approved.first(in: sentence.range, of: units) != nil)
    {
      // 下列事项已提请…会议审议,同意跨年实施, over the list of them.
      let isOfAll =
        places.first(.aboutAll, in: sentence.range) != nil
        || draft.role(of: sentence.section) == .delays
      let counts = draft.claims(inSentence: index).contains { draft.claims[$0].measure == .delayed }
      guard isOfAll || counts || postponement(in: sentence.range) != nil, !overlaps(sentence.range, items)
      else { continue }
      // 3月第十三次会议审议要点;12月第十六次会议审议延期事项: the meeting told with the delays.
      let own = parts(of: sentence.range).first {
        places.first(.aboutAll, in: $0) != nil || postponement(in: $0) != nil
      }
      let approval = own.flatMap { self.approval(in: $0) } ?? self.approval(in: sentence.range)
      let until = newDate(in: sentence.range)
      guard approval != nil || until != nil else { continue }
      // 甲延至6月,乙延至9月: each has its own.
      let areParted = until.flatMap { newDate(in: $0.upperBound..<sentence.range.upperBound) } != nil
      for item in items.indices where areParted && items[item].until == nil && !items[item].isTerminated {
        let core = Array(core(of: items[item].name))
        let place = sentence.range.dropLast(core.count).first {
          units[$0..<$0 + core.count].elementsEqual(core)
        }
        items[item].until = place.flatMap { newDate(in: $0 + core.count..<sentence.range.upperBound) }
      }
      told.append((approval, areParted ? nil : until, isOfAll || counts))
    }
    // Where sentences name different dates, each is said of an item only, unless it says that it is of all.
    let isOne = Set(told.compactMap { $0.until.map { draft.text.folded($0) } }).count == 1
    draft.delayApproval = told.lazy.compactMap(\.approval).first
    draft.delayUntil = told.first { $0.isOfAll && $0.until != nil }?.until
    for one in told {
      let until = isOne || one.isOfAll ? one.until : nil
      for index in items.indices where !items[index].isTerminated {
        items[index].approval = items[index].approval ?? one.approval
        items[index].until = items[index].until ?? until
      }
    }
  }

  /// The sentence before an item in its paragraph that ends with a colon.
  private func leadingSentence(before sentence: Int, _ draft: Draft) -> Range<Int>? {
    guard sentence > 0, draft.sentences[sentence - 1].paragraph == draft.sentences[sentence].paragraph,
      case let range = draft.sentences[sentence - 1].range, units[range.upperBound - 1] == Unit.colon
    else { return nil }
    return range
  }

  // MARK: Words

  /// 经营, 经济, 经费, 经办: words that 经 begins.
  private static let notBehindThrough = Array("营济费办验理纪典销贸历过常".utf16)
  /// What the line of a card that names the meeting is called by: 审定情况:, 批准会议:.
  static let approvalNouns = ["审议", "审批", "批准", "研究", "审定", "决策", "同意", "报批", "议定"]
  static let approvalLeads: WordTable<Bool> = {
    let labels = approvalNouns.flatMap { noun in
      ["会议:", "会议为", "会议是", "情况:", "机关:", ":"].map { noun + $0 }
    }
    return WordTable<Bool>(
      set: labels.joined(separator: " ")
        + " 请示过 请示了 请示 报经 均经 已经 现已经 经 已报经 报请 已报 均报 均已报 均已经 并经 业经 提请 现经 拟报 按程序报 按程序经 提交 已提交 均已提交 呈报 报 根据 按照 依据 审议批准:"
    )
  }()
  static let meetings = WordTable<Bool>(
    set: """
      次会议 次全体会议 次常委会会议 次全会 次常务会议 次常务会 次主任会议 次办公会议 次办公会 次工作会议 次党工委会议 次专题会议 次主任办公会 次党委会议 常委会会议 专题会议 领导小组会议 委员会会议 \
      深改委会议 管委会会议 党委会议 党委会 常务会议 主任办公会 主任办公会议 党工委会议 联席会议 同一次会议 上述会议 该次会议 次会议纪要
      """)
  static let agrees = WordTable<Bool>(set: "同意 审议 研究 批准 通过 审定 决定 审批 备案 批复 明确 点头 认可")
  /// Said of what has been approved already, even behind next year's plan.
  private static let approved = WordTable<Bool>(set: "已经区 已经县 已经市 已经旗 均经区 均经县 均经市 均经旗 均已经 业经 已报经 现已经")
  private static let givers = Array("由向(".utf16)
  private static let held = WordTable<Bool>(set: "召开的 举行的 召开")
  private static let sameMeetings = WordTable<Bool>(set: "同一次会议 同次会议 上述会议 该次会议")
  /// 上述任务, 以上2项: a sentence that may tell of all items' approval without a word of delay.
  static let aboutAll = WordTable<Bool>(
    set:
      "上述任务 上述事项 上述两项 上述三项 上述2项 上述3项 上述4项 以上任务 以上事项 以上两项 以上三项 以上2项 以上3项 以上4项 上述项目 以上项目 以上均 上述均 均经 以上四项 上述四项 以上调整 上述调整 以上延期 上述延期 以上暂缓 上述暂缓 以上推迟 上述推迟 延期均 均延 均推 均顺 均跨年 均暂缓 均结转 均调整 均于 任务均 事项均 延期事项 延期任务 两项任务均 三项任务均 四项任务均 2项任务均 3项任务均 4项任务均"
  )
}
