import ReportModel

/// 任务卡: an item whose head is its name and whose lines have labels: 4.甲 / 牵头单位:乙 状态:完成 / 完成情况:…。
struct TaskCard {
  /// What a line's label says of what follows.
  enum Label { case state, progress, outputs, summary, other }

  /// The task's name.
  let name: Range<Int>
  /// Who leads it, where brackets behind the name say so.
  private(set) var lead: Range<Int>?
  /// Whether its lines have labels, and no mark says how it stands.
  private(set) var isByLines = true
  /// How the task stands, where the card says so.
  private(set) var status: TaskStatus?
  /// What was done, without labels.
  private(set) var progress: [Range<Int>] = []
  /// Where documents are listed.
  private(set) var outputs: [Range<Int>] = []
  /// Where the card ends: at a line on several of them (小计:…), or with its section.
  private(set) var end: Int

  /// The card of a section, if its lines are those of one.
  init?(_ section: DraftSection, _ draft: Draft, _ units: UnsafeBufferPointer<UInt16>) {
    let label =
      DelayReading.nameLabels.match(
        at: section.heading.lowerBound, in: units, end: section.heading.upperBound)?.length ?? 0
    let heading =
      min(section.heading.lowerBound + label, section.heading.upperBound)..<section.heading.upperBound
    // 【06号·已销号】甲(某局):….
    if let kind = StandingMark.says(section.mark, units), heading.count > 3 {
      name = heading.lowerBound..<UnitLabels.bracket(heading, of: units)
      lead = name.upperBound < heading.upperBound ? name.upperBound + 1..<heading.upperBound - 1 : nil
      status = TaskStatus(kind)
      isByLines = false
      end = section.range.upperBound
      let start = heading.upperBound < end && Self.marks.contains(units[heading.upperBound]) ? 1 : 0
      let told = Self.trimmed(min(heading.upperBound + start, end)..<end, units)
      progress = told.isEmpty ? [] : [told]
      return
    }
    name = heading.lowerBound..<UnitLabels.cut(heading, of: units)
    guard let first = draft.sentence(at: section.range.lowerBound),
      case let head = draft.paragraphs[draft.sentences[first].paragraph].range,
      !section.mark.isEmpty || section.scheme.rank < 10, !section.scheme.isInline,
      (2...60).contains(section.heading.count),
      head.lowerBound <= section.range.lowerBound
    else { return nil }
    // 3.甲。牵头单位:乙。办理结果:已完成。…: the labels may follow in the line of the head; then the card is that line.
    let isOneLine = head.upperBound > section.heading.upperBound + 2
    let start = isOneLine ? section.heading.upperBound : head.upperBound
    end = isOneLine ? min(head.upperBound, section.range.upperBound) : section.range.upperBound
    guard start < end else { return nil }
    let labels = Self.labels(in: start..<end, draft, units)
    end = labels.first { $0.label == .summary }?.range.lowerBound ?? end
    guard let opening = labels.first, opening.range.lowerBound <= start + 1,
      labels.contains(where: { isOneLine ? $0.label == .state : $0.label == .progress || $0.label == .state })
    else { return nil }
    let tellsInState = isOneLine && !labels.contains { $0.label == .progress }
    for (index, label) in labels.enumerated() where label.range.lowerBound < end {
      let stop = index + 1 < labels.count ? min(labels[index + 1].range.lowerBound, end) : end
      let value = Self.trimmed(label.range.upperBound..<max(label.range.upperBound, stop), units)
      guard !value.isEmpty else { continue }
      switch label.label {
      case .state, .progress:
        let said = Self.standing(at: value, draft, units)
        status = status ?? said?.status
        let rest = Self.trimmed((said?.end ?? value.lowerBound)..<value.upperBound, units)
        if !rest.isEmpty, label.label == .progress || tellsInState { progress.append(rest) }
      case .outputs: outputs.append(value)
      case .summary, .other: break
      }
    }
  }

  /// 已完成。…: a first clause that says nothing but how the task stands.
  private static func standing(at value: Range<Int>, _ draft: Draft, _ units: UnsafeBufferPointer<UInt16>)
    -> (status: TaskStatus, end: Int)?
  {
    // 完成情况:已完成 in a line of its own, and what was done below it.
    let line = draft.sentence(at: value.lowerBound).map {
      min(value.upperBound, draft.paragraphs[draft.sentences[$0].paragraph].range.upperBound)
    }
    let stop = value.prefix(12).first { marks.contains(units[$0]) || $0 == line } ?? line ?? value.upperBound
    guard stop - value.lowerBound <= 8 else { return nil }
    let said = draft.text.string(value.lowerBound..<stop)
    let status = TaskStatus(wording: said == "尚未完成" ? "未完成" : said)
    let isLate = late.match(at: value.lowerBound, in: units, end: stop)?.length == stop - value.lowerBound
    guard isLate || status.kind != nil else { return nil }
    let end = stop == line ? stop : min(stop + 1, value.upperBound)
    return (status.kind == nil ? TaskStatus(.delayed) : status, end)
  }

  /// 已展期, 拟缓办: in whatever word.
  private static let late = WordTable<Bool>(
    products: [[["", "已", "申请", "拟", "再次", "继续", "二次", "再度"], StandingWords.late]], words: "未按期完成 未如期完成 未按时完成"
  )

  /// The labels in a stretch: at the start of a paragraph, or behind a blank or a mark.
  private static func labels(in range: Range<Int>, _ draft: Draft, _ units: UnsafeBufferPointer<UInt16>)
    -> [(range: Range<Int>, label: Label)]
  {
    var found: [(range: Range<Int>, label: Label)] = []
    var start = range.lowerBound
    while let next = words.first(in: start..<range.upperBound, of: units) {
      start = next.range.upperBound
      let place = next.range.lowerBound
      let paragraph = draft.sentence(at: place).map { draft.paragraphs[draft.sentences[$0].paragraph].range }
      guard paragraph?.lowerBound == place || place > 0 && openers.contains(units[place - 1]) else {
        continue
      }
      found.append((next.range, next.meaning))
    }
    return found
  }

  /// 小计:…: what is said of several tasks.
  static func isSummary(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    words.match(at: range.lowerBound, in: units, end: range.upperBound)?.meaning == .summary
  }

  /// 完成情况:…: a line that tells how something stands.
  static func tellsStanding(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    let label = words.match(at: range.lowerBound, in: units, end: range.upperBound)?.meaning
    return label == .state || label == .progress
  }

  /// Whether a line begins with one of a card's labels.
  static func isLabelled(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    words.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
  }

  /// The labels of progress before a sentence, past which it begins: 推进成效:….
  static func behindLabel(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    guard let label = words.match(at: range.lowerBound, in: units, end: range.upperBound),
      label.meaning == .progress, label.length < range.count
    else { return range }
    return range.lowerBound + label.length..<range.upperBound
  }

  private static func trimmed(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    var range = range
    while let first = range.first, units[first] == Unit.space { range.removeFirst() }
    while let last = range.last, units[last] == Unit.space || units[last] == Unit.semicolon {
      range.removeLast()
    }
    return range
  }

  private static let openers = Array(" 。;(|".utf16)
  private static let marks = Array("。;,(:".utf16)
  private static let words = WordTable<Label>(rows: [
    (.state, labels("状态 任务状态 完成状态 目前状态 当前状态 办理状态 推进状态 进度状态 办理结果 完成结果 结论 自评结果")),
    (
      .progress,
      labels(
        """
        情况 任务情况 目前情况 当前情况 完成情况 任务完成情况 进展情况 推进情况 落实情况 工作进展 目前进展 主要进展 进展 进度 推进成效 工作成效 主要成效 改革成效 成效 主要做法 \
        主要举措 改革举措 工作举措 具体举措 做法 办理情况 完成内容 取得成效 实施情况 工作情况 终止情况 结果
        """)
    ),
    (.outputs, labels("制度成果 制度性成果 成果文件 出台文件 制度文件 形成成果 成果形式 改革成果 出台制度 印发文件 标志性成果")),
    (
      .other,
      labels(
        ["牵头", "责任", "主要责任", "牵头责任", "主办", "配合", "协同", "协办", "参与"].flatMap { lead in
          ["单位", "部门", "科室", "处室", "股室", "领导", "人"].map { lead + $0 }
        }.joined(separator: " ") + " 完成时限 完成时间 时限要求 时间节点 任务来源 来源 任务编号 编号 任务名称 改革目标 目标任务 任务内容")
    ),
    (
      .other,
      labels(
        "延期原因 原因 未完成原因 滞后原因 终止原因 调整原因 调整后时限 调整后完成时间 调整后完成时限 新的完成时限 新时限 延期时限 延期至 延至 批准会议 审议会议 审批情况 审议情况 报批情况 批准情况 下步打算 下一步打算 下步举措 下一步举措 下步计划 存在问题"
      )
    ),
    (.summary, labels("小计 小结 合计 本领域小计 领域小计 本组小计 本章小结")),
  ])

  private static func labels(_ words: String) -> String {
    words.split(separator: " ").map { $0 + ":" }.joined(separator: " ")
  }
}

extension DomainFilling {
  /// Takes a field's task from its card; a delayed item is taken over as such.
  mutating func fillCard(_ section: Int, in domain: inout Domain, path: FieldPath) {
    guard let card = TaskCard(draft.sections[section], draft, units) else { return }
    let range = draft.sections[section].range.lowerBound..<card.end
    let first = draft.sentence(at: range.lowerBound) ?? draft.sentences.count
    let sentences = first..<max(first, draft.sentences.prefixEnd { $0.range.lowerBound < range.upperBound })
    used.formUnion(sentences)
    guard !sentences.contains(where: { tellsOfDelay(draft.sentences[$0]) }) else { return }
    var task = ReformTask(
      name: unused(draft.text.string(card.name).trimmingBlanks, in: domain),
      status: card.status ?? TaskStatus(.completed))
    task.progress = card.progress.isEmpty ? nil : card.progress.map(draft.text.string).joined()
    task.origin.locator = locator(range)
    task.origin.toVerify = card.status == nil ? ["状态"] : []
    task.leadUnit = card.lead.map { draft.text.string($0) }
    var labels = UnitLabels(range, draft, units)
    if let told = card.progress.first { labels.readOpening(told, draft, units) }
    labels.fill(&task)
    let own = path.field("任务").item(domain.tasks.count)
    places[own.field("名称")] = draft.text.place(card.name)
    if let progress = card.progress.first { places[own.field("进展情况")] = draft.text.place(progress) }
    for index in sentences {
      for part in card.progress { task.figures += figures(of: index, within: part) }
      for document in documents[index] ?? [] where document.kind == .institutional {
        add(document, task: task.name)
      }
    }
    for part in card.progress + card.outputs { add(unmarkedDocuments(in: part), task: task.name) }
    domain.tasks.append(task)
  }

  /// A task's name, with a number where the field has one of that name.
  func unused(_ name: String, in domain: Domain) -> String {
    var (result, twin) = (name, 2)
    while domain.tasks.contains(where: { $0.name == result }) {
      result = "\(name)（\(twin)）"
      twin += 1
    }
    return result
  }
}
