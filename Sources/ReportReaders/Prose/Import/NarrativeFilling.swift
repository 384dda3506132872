import ReportModel

/// The parts of a report that are prose: opening, overall work, problems, next steps.
extension ReportFilling {
  mutating func narrative(_ report: inout Report, _ article: Int) {
    introduction(&report, article)
    for (index, section) in draft.sections.enumerated()
    where section.article == article && section.parent == nil {
      walk(index, into: &report)
    }
  }

  /// Takes a section over: as a whole where it has one role, part by part where it holds others.
  mutating func walk(_ index: Int, into report: inout Report) {
    let role = draft.role(of: index)
    let children = draft.children(of: index)
    guard ![.domain, .attachments, .delays].contains(role) else {
      // 存在的问题:…, behind the last field or its last item and without a heading of its own.
      for child in children + children.flatMap(draft.children)
      where [.problems, .plan].contains(draft.sections[child].role) {
        walk(child, into: &report)
      }
      return
    }
    guard children.contains(where: { hasRole($0) || holdsRole($0) }) else {
      add(parts(of: index, role: role, at: position(role, report)), role, to: &report)
      add(ahead, .plan, to: &report)
      ahead = []
      return
    }
    // 问题与打算: what stands before 2024年,我们将… is told without a part of its own.
    let isOpen =
      [.problems, .plan].contains(role)
      && children.allSatisfy { hasRole($0) || !holdsRole($0) }
    add(
      isOpen && role == .plan && opensLead(index, children)
        ? []
        : isOpen
          ? parts(of: index, role: role, at: position(role, report))
          : opening(of: index, role: role, children),
      role, to: &report)
    for child in children where !isOpen || hasRole(child) {
      if hasRole(child) || holdsRole(child) {
        walk(child, into: &report)
      } else if role != .domains || holdsNoField(child) {
        let sentences = draft.sentences.indices.filter {
          draft.sections[child].range.contains(draft.sentences[$0].range.lowerBound)
        }
        domains.used.formUnion(sentences)
        add([part(child, role: role, position: position(role, report))], role, to: &report)
      }
    }
  }

  /// 指标3:改革成效 beside the part whose table names the fields: prose of the report as a whole.
  private func holdsNoField(_ section: Int) -> Bool {
    !draft.sections.contains { $0.role == .domain } && draft.sections[section].range.count > 60
  }

  /// 一、改革任务总体完成情况, over prose alone: no field stands inside it.
  private func isBesideFields(_ section: Int) -> Bool {
    let range = draft.sections[section].range
    return range.count > 60
      && !draft.sections.contains { $0.role == .domain && range.contains($0.range.lowerBound) }
  }

  /// 2025年是收官之年。新的一年,我们打算抓三件事:一是…: the sentences before the one that leads up to the steps are none.
  private func opensLead(_ index: Int, _ children: [Int]) -> Bool {
    guard children.count == 1, let lead = children.first, draft.sections[lead].scheme == .lead,
      draft.children(of: lead).count > 1,
      let first = draft.sentence(at: draft.sections[index].body),
      let last = draft.sentence(at: draft.sections[lead].range.lowerBound)
    else { return false }
    return draft.sentences[first].paragraph == draft.sentences[last].paragraph
  }

  private func hasRole(_ section: Int) -> Bool { draft.sections[section].role != .other }

  /// Whether a part inside a section, however deep, has a role.
  private func holdsRole(_ section: Int) -> Bool {
    draft.children(of: section).contains { hasRole($0) || holdsRole($0) }
  }

  /// The paragraphs of a part before the first of those inside it that have a role, without the one that counts all tasks.
  private mutating func opening(of index: Int, role: SectionRole, _ children: [Int]) -> [NarrativePart] {
    guard ![.problems, .plan].contains(role),
      let first = children.first(where: { role != .domains || draft.sections[$0].role != .other })
    else { return [] }
    let end = draft.sections[first].range.lowerBound
    let paragraphs = draft.paragraphs.filter {
      $0.kind == .body && $0.range.count >= 30 && $0.range.upperBound <= end
        && $0.range.lowerBound >= draft.sections[index].body
        && !$0.sentences.contains(where: countsAll)
        && DomainFilling.openRemarks.first(in: $0.range, of: units) == nil
    }
    for paragraph in paragraphs { domains.used.formUnion(paragraph.sentences) }
    return paragraphs.flatMap { paragraph in
      // 把好三道关:一是…;二是…: the items inside it, behind what leads up to them.
      let items = children.filter { paragraph.range.contains(draft.sections[$0].range.lowerBound) }
      let stop = items.first.map { draft.sections[$0].range.lowerBound } ?? paragraph.range.upperBound
      let lead = NarrativePart(
        text: text(paragraph.range.lowerBound..<stop),
        origin: Origin(locator: domains.locator(paragraph.range)))
      return [lead] + (role == .domains ? items.map { part($0, role: role, position: 0) } : [])
    }
  }

  /// Whether a sentence counts the year's tasks: how many there are, and how many are done.
  private func countsAll(_ sentence: Int) -> Bool {
    let measures = draft.claims(inSentence: sentence).map { draft.claims[$0].measure }
    return sentence == totalSentence || measures.contains(.tasks) && measures.contains(.completed)
  }

  /// 数据: what the prose outside the fields states, apart from problems, plans and lists.
  mutating func figures(_ report: inout Report, _ article: Int) {
    let loose = draft.sentences.indices.filter { index in
      let sentence = draft.sentences[index]
      let paragraph = draft.paragraphs[sentence.paragraph]
      return paragraph.article == article && paragraph.kind == .body
        && draft.claims(inSentence: index).allSatisfy {
          draft.claims[$0].domain == nil && !draft.claims[$0].measure.isKnown
        }
        && ([.overview, .achievements, .other].contains(draft.role(of: sentence.section))
          || draft.role(of: sentence.section) == .domains && sentence.section.map(isBesideFields) ?? false)
    }
    let told = Set(report.tasks.flatMap(\.figures).map(\.measure))
    for index in loose {
      let found = domains.figures(of: index).filter { !told.contains($0.measure) }
      guard !found.isEmpty else { continue }
      for figure in found {
        places[FieldPath().field("数据").item(report.figures.count)] = draft.text.place(
          draft.sentences[index].range)
        report.figures.append(figure)
      }
      domains.used.insert(index)
    }
  }

  func position(_ role: SectionRole, _ report: Report) -> Int {
    switch role {
    case .problems: report.problems.count
    case .plan: report.nextSteps.count
    default: report.achievements.count
    }
  }

  func add(_ parts: [NarrativePart], _ role: SectionRole, to report: inout Report) {
    let parts = parts.map(Self.closed)
    switch role {
    case .problems: report.problems += parts
    case .plan: report.nextSteps += parts
    default: report.achievements += parts
    }
  }

  /// A part whose sub-head ends without a mark and whose text ends with one, as the report prints them.
  private static func closed(_ part: NarrativePart) -> NarrativePart {
    var part = part
    if let heading = part.heading {
      part.heading = heading.trimmingEnds(["\u{FF1B}", ";", "。", "\u{FF0C}", ",", "\u{FF1A}", ":"])
    }
    if let text = part.text?.trimmingEnds(["\u{FF1B}", ";", "\u{FF0C}", ",", "、"]), let last = text.last {
      part.text = last.isLetter || last.isNumber || "%\u{FF05}》”)\u{FF09}".contains(last) ? text + "。" : text
    }
    return part
  }

  mutating func introduction(_ report: inout Report, _ article: Int) {
    let first = draft.sections.first { $0.article == article }?.range.lowerBound ?? Int.max
    let paragraphs = draft.paragraphs.filter {
      $0.article == article && $0.kind == .body && $0.range.lowerBound < first
    }
    guard !paragraphs.isEmpty, first != Int.max else { return }
    report.introduction = paragraphs.map { draft.text.string($0.range).trimmingBlanks }.joined(
      separator: "\n")
    places[FieldPath().field("导语")] = draft.text.place(paragraphs[0].range)
    for paragraph in paragraphs { domains.used.formUnion(paragraph.sentences) }
  }

  /// The items of a section, or its paragraphs where it has none.
  mutating func parts(of section: Int, role: SectionRole, at count: Int) -> [NarrativePart] {
    let own = draft.sections[section]
    let children = draft.children(of: section).filter { child in
      draft.sections[child].role == .other && draft.sections[child].scheme != .lead
    }
    let others = draft.children(of: section).filter { draft.sections[$0].role != .other }
    let usable = draft.sentences.indices.filter { index in
      own.range.contains(draft.sentences[index].range.lowerBound)
        && !others.contains { draft.sections[$0].range.contains(draft.sentences[index].range.lowerBound) }
    }
    domains.used.formUnion(usable)
    let cut = role == .problems ? outlook(usable, from: own.body) : nil
    if let cut, !children.isEmpty {
      // …;三是…。2024年,我们将抓好四件事:一要…: the items behind the outlook are steps.
      let steps = children.filter { draft.sections[$0].range.lowerBound >= cut }
      ahead = steps.enumerated().map { part($1, role: .plan, position: $0) }
      if steps.isEmpty { look(ahead: usable.filter { draft.sentences[$0].range.lowerBound >= cut }) }
      return children.filter { !steps.contains($0) }.enumerated().map { position, child in
        part(child, role: role, position: count + position, before: cut)
      }
    }
    if !children.isEmpty {
      let lead = own.body..<min(own.range.upperBound, draft.sections[children[0]].range.lowerBound)
      let isTold = lead.count >= 30 && ![.problems, .plan].contains(role) && !own.scheme.isInline
      let isTotal = usable.contains { lead.contains(draft.sentences[$0].range.lowerBound) && countsAll($0) }
      let opening =
        isTold && !isTotal
        ? [NarrativePart(text: text(lead), origin: Origin(locator: domains.locator(lead)))] : []
      return opening
        + children.enumerated().map { position, child in
          part(child, role: role, position: count + position)
        }
    }
    let body = usable.filter {
      draft.sentences[$0].range.upperBound > own.body
        && draft.paragraphs[draft.sentences[$0].paragraph].kind != .matter
    }
    if role == .problems {
      // 2023年,将…: a paragraph behind the problems that looks ahead.
      let first = body.firstIndex { draft.sentences[$0].range.lowerBound == cut } ?? body.endIndex
      look(ahead: Array(body[first...]))
      return problems(Array(body[..<first]), own)
    }
    let paragraphs = Dictionary(grouping: body) { draft.sentences[$0].paragraph }.sorted { $0.key < $1.key }
    if role == .plan, paragraphs.count == 1, own.scheme == .lead {
      // 下一步:抓…;强…: each part between semicolons is a step.
      let steps = problems(body, own)
      if steps.count > 1, steps.allSatisfy({ $0.text?.count ?? 0 >= 5 }) { return steps }
    }
    if role == .plan, body.count == 1 {
      // 抓调度;抓督察;抓总结。: a sentence that is nothing but a list of steps.
      let steps = problems(body, own)
      if steps.count > 2, steps.allSatisfy({ 3...60 ~= $0.text?.count ?? 0 }) { return steps }
    }
    return paragraphs.compactMap { _, sentences in
      guard let first = sentences.first, let last = sentences.last else { return nil }
      let start = max(
        own.scheme == .lead ? own.range.lowerBound : own.body, draft.sentences[first].range.lowerBound)
      guard start < draft.sentences[last].range.upperBound else { return nil }
      let text = text(start..<draft.sentences[last].range.upperBound)
      if paragraphs.count > 1, own.scheme != .lead || start > own.range.lowerBound,
        let colon = subhead(start..<draft.sentences[last].range.upperBound)
      {
        return NarrativePart(
          heading: line(start..<colon), text: line(colon + 1..<draft.sentences[last].range.upperBound),
          origin: Origin(locator: domains.locator(own.range)))
      }
      return text.isEmpty
        ? nil
        : NarrativePart(
          // A heading that names the section's role is no sub-head of its text.
          heading: paragraphs.count == 1 && own.scheme != .lead
            && (own.role == .other
              || own.parent != nil && SectionRoleWords.steering.first(in: own.heading, of: units) != nil)
            ? draft.text.string(own.heading).trimmingBlanks : nil, text: text,
          origin: Origin(locator: domains.locator(own.range)))
    }
  }

  /// 高位推动:…: the colon behind a few words that name what a paragraph tells.
  private func subhead(_ range: Range<Int>) -> Int? {
    let mark = range.prefix(14).first { index in
      [Unit.colon, Unit.comma, Unit.pause, Unit.stop, Unit.openQuote].contains(units[index])
    }
    guard let mark, units[mark] == Unit.colon, mark >= range.lowerBound + 3, range.upperBound - mark > 9
    else {
      return nil
    }
    return mark
  }

  /// Where the first sentence begins that looks ahead: 2023年,将….
  private func outlook(_ sentences: [Int], from body: Int) -> Int? {
    sentences.lazy.map { draft.sentences[$0].range }.first {
      $0.lowerBound >= body && domains.ahead(in: $0) == $0.lowerBound
    }?.lowerBound
  }

  private mutating func look(ahead sentences: [Int]) {
    guard let first = sentences.first, let last = sentences.last else { return }
    let range = draft.sentences[first].range.lowerBound..<draft.sentences[last].range.upperBound
    ahead.append(NarrativePart(text: text(range), origin: Origin(locator: domains.locator(range))))
  }

  /// An item with its heading and its text. A heading that is the whole sentence is text.
  mutating func part(_ child: Int, role: SectionRole, position: Int, before end: Int = .max) -> NarrativePart
  {
    var section = draft.sections[child]
    section.range = section.range.lowerBound..<min(section.range.upperBound, end)
    let kind = role == .problems ? "存在问题" : role == .plan ? "下一步" : "工作成绩"
    places[FieldPath().field(kind).item(position)] = draft.text.place(section.range)
    let body = text(min(section.body, section.range.upperBound)..<section.range.upperBound)
    var heading: String? = draft.text.string(section.heading).trimmingBlanks
    var words: String? = body.isEmpty ? nil : body
    let stop = section.heading.upperBound
    let isCut = section.scheme.isInline && stop < section.range.upperBound && units[stop] == Unit.comma
    if role != .problems, words == nil, section.heading.count > 24,
      let comma = section.heading.prefix(25).firstIndex(where: { units[$0] == Unit.comma }),
      comma > section.heading.lowerBound, units[comma - 1] != Unit.year
    {
      // 健全管理制度,3个项目全部结项: the first clause names the item.
      heading = draft.text.string(section.heading.lowerBound..<comma)
      words = text(comma + 1..<section.range.upperBound)
    } else if role == .problems || isCut || section.heading.count > 24 && (words == nil || isClauses(section))
    {
      words = text(section.mark.upperBound..<section.range.upperBound)
      heading = nil
    }
    return NarrativePart(
      heading: heading, text: words, origin: Origin(locator: domains.locator(section.range)))
  }

  /// 一是2020年,某区克服困难,推进改革。…: an item that begins with a sentence, and not with a sub-head.
  private func isClauses(_ section: DraftSection) -> Bool {
    section.scheme.isInline && section.heading.contains { units[$0] == Unit.comma }
  }
}
