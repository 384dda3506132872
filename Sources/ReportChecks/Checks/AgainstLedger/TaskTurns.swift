import ReportModel

/// 各项任务各自的话: of several tasks in one sentence, which date and which state is of which.
extension TaskTelling {
  /// 甲由乙局牵头,…;因…,延至2026年8月: the new date behind a task's name in its sentence, with no other task between.
  func newDate(_ task: Int) -> Range<Int>? {
    sentences[task].lazy.compactMap { index -> Range<Int>? in
      let sentence = draft.sentences[index]
      guard let name = whole(task, in: sentence.range) else { return nil }
      if let turn = turn(of: name, in: sentence) { return turn.date }
      guard
        let until = draft.times[sentence.times].lazy.compactMap({ time -> Range<Int>? in
          let start = time.range.first { Mark.isDigit(units[$0]) } ?? time.range.lowerBound
          let lead = name.upperBound..<max(name.upperBound, start)
          return FoldedWords(units: units[lead.suffix(4)]).hasAnySuffix(CarriedOutcomes.putOffTo)
            ? start..<time.range.upperBound : nil
        }).first,
        case let between = name.upperBound..<until.lowerBound,
        case let clause = between.last(where: { Mark.isListMark(units[$0]) }) ?? between.lowerBound,
        !FoldedWords(units: units[clause..<between.upperBound]).containsAny([
          "上年", "去年", "原延", "原定", "曾", "分别",
        ]),
        cores.indices.allSatisfy({ $0 == task || whole($0, in: between) == nil })
      else { return nil }
      return until
    }.first
  }

  /// The reason that stands behind a task's name: in its sentence or in the two next ones of its paragraph.
  func reason(_ task: Int) -> Range<Int>? {
    for index in sentences[task] {
      let reach = around(index)
      guard FoldedWords(units: units[reach]).containsAny(Self.putOff),
        let name = end(of: task, in: draft.sentences[index].range)
      else { continue }
      // 因省级办法未出台, before the name or behind it.
      for start in [name, draft.sentences[index].range.lowerBound] {
        let own = draft.sentences[index].range
        // 甲,因…;乙,因…: each has its own reason.
        let stop = (start..<own.upperBound).first { units[$0] == Mark.semicolon } ?? reach.upperBound
        for place in start..<max(start, stop) {
          guard
            let cause = Self.causes.first(where: {
              FoldedWords(units: units[place..<reach.upperBound]).hasPrefix($0)
            }),
            place == start || !Mark.isHan(units[place - 1]) || place == name
          else { continue }
          let first = place + cause.utf16.count
          var stop = first
          while stop < reach.upperBound,
            Mark.isHan(units[stop]) || Mark.isDigit(units[stop]) || units[stop] == Mark.pause
          { stop += 1 }
          if stop - first >= 4 { return first..<stop }
        }
      }
    }
    return nil
  }

  /// 甲、乙依次延至3月、9月; 甲和乙延期,前者延至3月,后者延至9月: the date of one of several tasks that are named before the first of the
  /// dates, where there are as many of these; nil where there is but one task or one date.
  private func turn(of name: Range<Int>, in sentence: DraftSentence) -> (date: Range<Int>?, Void)? {
    let names = cores.indices.compactMap { whole($0, in: sentence.range) }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    let dates = draft.times[sentence.times].filter { time in
      guard time.inMonth != nil, let start = time.range.first(where: { Mark.isDigit(units[$0]) }) else {
        return false
      }
      let lead = FoldedWords(units: units[sentence.range.lowerBound..<start].suffix(4))
      return lead.hasAnySuffix(CarriedOutcomes.putOffTo) || lead.hasAnySuffix(["、", "和", "与"])
    }.map(\.range)
    func between(_ a: Int, _ b: Int) -> Bool { dates.contains { (a..<max(a, b)).contains($0.lowerBound) } }
    let own = names.filter {
      !between(min($0.lowerBound, name.lowerBound), max($0.lowerBound, name.lowerBound))
    }
    guard own.count > 1, let last = own.last, let place = own.firstIndex(of: name) else { return nil }
    let stop = names.first { $0.lowerBound > last.lowerBound }?.lowerBound ?? sentence.range.upperBound
    let told = dates.filter { (last.upperBound..<max(last.upperBound, stop)).contains($0.lowerBound) }
    guard told.count > 1 else { return nil }
    let lead = FoldedWords(units: units[last.upperBound..<told[0].lowerBound])
    return (
      told.count == own.count && !lead.containsAny(["上年", "去年", "原延", "原定", "曾"]) ? told[place] : nil, ()
    )
  }

  /// 甲改革已于年底前完成;乙改革推迟至9月;丙改革推迟至3月: each of the other parts that puts off names another task.
  func isApart(_ task: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    units[sentence].split(separator: Mark.semicolon).allSatisfy { part in
      let putsOff = FoldedWords(units: part).containsAny(Self.putOff)
      if part.indices.contains(end - 1) { return !putsOff }
      let range = part.startIndex..<part.endIndex
      return !putsOff || cores.indices.contains { $0 != task && whole($0, in: range) != nil }
    }
  }

  /// 试点是跨年任务,基础数据采集已经完成: whether the clause that says so opens with a part of the task.
  func isOfPart(_ lead: Range<Int>) -> Bool {
    guard let comma = lead.last(where: { units[$0] == Mark.comma }) else { return false }
    return (comma + 1..<lead.upperBound).count { !Self.beforeDone.contains(units[$0]) } >= 4
  }

  /// 【已完成】甲: a box before a task's name that says another standing than the ledger's.
  func boxed(_ task: Int, unlike kind: TaskStatus.Kind) -> Range<Int>? {
    sentences[task].lazy.compactMap { index -> Range<Int>? in
      guard let name = whole(task, in: draft.sentences[index].range) else { return nil }
      let lead = (0..<name.lowerBound).suffix(12)
      guard let close = lead.suffix(7).last(where: { units[$0] == 0x3011 }),
        let open = lead.last(where: { units[$0] == 0x3010 }), open < close,
        !units[close..<name.lowerBound].contains(where: Mark.clauseEnds.contains),
        let said = TaskStatus(wording: draft.text.string(open + 1..<close)).kind, said != kind
      else { return nil }
      return open + 1..<close
    }.first
  }

  /// 任务16.甲评估。牵头单位:…。进展:已完成。: how a task stands on the card that its name heads.
  func onCard(_ index: Int, _ states: [String]) -> Range<Int>? {
    guard isHead(index) else { return nil }
    let paragraph = draft.sentences[index].paragraph
    return draft.sentences[(index + 1)...].prefix(6).prefix { $0.paragraph == paragraph }.lazy.compactMap {
      next in
      let words = FoldedWords(units: units[next.range])
      guard let label = Self.cardLabels.first(where: words.hasPrefix) else { return nil }
      let rest = FoldedWords(units: words.units.dropFirst(label.utf16.count))
      guard let state = states.first(where: rest.hasPrefix),
        case let end = next.range.lowerBound + label.utf16.count + state.utf16.count,
        end >= units.count || !Mark.isHan(units[end])
      else { return nil }
      return next.range.lowerBound..<end
    }.first
  }

  private static let cardLabels = [
    "进展", "进展情况", "完成情况", "状态", "办理情况", "办理结果", "完成状态", "推进情况", "目前状态", "对账结果",
  ]
  .map { $0 + ":" }
  static let cardDone = ["已完成", "已全部完成", "完成", "已办结", "办结", "按期完成", "如期完成", "已销号"]
  static let cardOpen = ["推进中", "正在推进", "未完成", "未启动", "尚未完成", "进行中", "延期", "跨年推进"]
}
