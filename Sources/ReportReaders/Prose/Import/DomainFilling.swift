import Foundation
import ReportModel

/// Fills the fields of reform from the sections that tell of them.
struct DomainFilling {
  let draft: Draft
  let units: UnsafeBufferPointer<UInt16>
  let terms: DomainTerms
  let naming: TaskNaming
  /// Sentences that ended up somewhere.
  var used: Set<Int> = []
  /// The figures of sentences on the whole that count the tasks of single fields.
  var shared: Set<Int> = []
  var places: [FieldPath: SourcePlace] = [:]
  var outputs: [InstitutionalOutput] = []
  var notes: [Diagnostic] = []
  /// The names of the fields.
  var fields: [String] = []
  /// What is said of titles, by sentence.
  let documents: [Int: [DocumentMention]]

  init(draft: Draft, units: UnsafeBufferPointer<UInt16>, terms: DomainTerms, naming: TaskNaming) {
    self.draft = draft
    self.units = units
    self.terms = terms
    self.naming = naming
    documents = Dictionary(grouping: draft.documents, by: \.sentence)
  }

  /// The fields of an article, in its order. A field told of in two places is one field.
  mutating func domains(of article: Int) -> [Domain] {
    var domains: [Domain] = []
    var sections: [[Int]] = []
    let members = draft.sections.indices.filter {
      draft.sections[$0].article == article && draft.sections[$0].role == .domain
    }
    let headings = members.map { withoutCounts(draft.sections[$0].heading) }
    let areSlogans =
      terms.areSlogans(headings, in: units) || areKeptWhole(headings) || beginAlike(headings)
    for index in members {
      let heading = withoutCounts(draft.sections[index].heading)
      let name = draft.text.string(areSlogans ? heading : terms.name(in: heading, of: units))
      if let twin = domains.firstIndex(where: { $0.name == name }) {
        sections[twin].append(index)
      } else {
        domains.append(Domain(name: name))
        sections.append([index])
      }
    }
    fields = domains.map(\.name)
    for index in domains.indices {
      for section in sections[index] {
        fill(&domains[index], from: section, path: FieldPath().field("领域").item(index))
      }
    }
    if domains.isEmpty {
      for name in fieldsInText(of: article) {
        domains.append(Domain(name: name))
        sections.append([])
      }
      fields = domains.map(\.name)
    }
    readShares(&domains)
    let tables = DocumentTables(draft)
    if domains.isEmpty {
      // The fields stand in a table alone.
      for row in tables.counts where !domains.contains(where: { $0.name == row.domain }) {
        domains.append(Domain(name: row.domain))
        domains[domains.count - 1].stated = row.stated
        sections.append([])
      }
    }
    addDelays(to: &domains, sections: sections)
    TableMatching.fill(&domains, &self, sections: sections, from: tables)
    for index in domains.indices { settle(&domains[index], at: FieldPath().field("领域").item(index)) }
    return domains
  }

  // MARK: One section

  mutating func fill(_ domain: inout Domain, from section: Int, path: FieldPath) {
    places[path.field("名称")] = draft.text.place(draft.sections[section].heading)
    domain.origin.locator = domain.origin.locator ?? locator(draft.sections[section].range)
    let sentences = draft.sentences.indices.filter {
      draft.sections[section].range.contains(draft.sentences[$0].range.lowerBound)
        && draft.paragraphs[draft.sentences[$0].paragraph].kind != .matter
    }
    let before = used
    readCounts(&domain, sentences, section: section, path: path)
    readNoDelays(&domain, sentences)
    let counting = sentences.filter { used.contains($0) && !before.contains($0) }
    let heading = draft.sections[section].heading
    let children = draft.children(of: section).filter { draft.sections[$0].scheme != .lead }
    for child in children { fillCard(child, in: &domain, path: path) }
    for index in counting {
      guard let told = toldBehindCounts(index) else { continue }
      propose(index, child: nil, in: &domain, path: path, within: told)
    }
    // The item whose first sentence made the last task.
    var owner: Int?
    for index in sentences where !used.contains(index) {
      let sentence = draft.sentences[index]
      // The heading itself is no achievement.
      if sentence.range.lowerBound <= heading.lowerBound, sentence.range.upperBound <= heading.upperBound + 1
      {
        used.insert(index)
        if let told = toldBehindName(of: domain, in: sentence, heading) {
          propose(index, child: nil, in: &domain, path: path, within: told)
        }
        continue
      }
      if tellsOfDelay(sentence) || countsDelays(index) {
        used.insert(index)
        proposeBeside(index, in: &domain, path: path)
        continue
      }
      guard draft.role(of: sentence.section) != .plan, draft.role(of: sentence.section) != .problems else {
        continue
      }
      if ahead(in: sentence.range) == sentence.range.lowerBound { continue }
      used.insert(index)
      if Self.unitLabels.match(at: sentence.range.lowerBound, in: units, end: sentence.range.upperBound)
        != nil
      {
        continue
      }
      if readFigures(&domain, index) || Self.openRemarks.first(in: sentence.range, of: units) != nil {
        continue
      }
      let listed = (documents[index] ?? []).filter(\.isListed)
      guard listed.isEmpty else {
        for document in listed {
          add(document, task: nil, domain: labelled(sentence.range) ?? domain.name)
        }
        continue
      }
      // 制发的文件有:
      if units[sentence.range.upperBound - 1] == Unit.colon,
        documents[index + 1]?.contains(where: \.isListed) ?? false
      {
        continue
      }
      if leadsToItems(sentence.range, children) || tellsOfAll(sentence.range)
        || TaskCard.isSummary(sentence.range, units)
      {
        continue
      }
      let child = children.last { draft.sections[$0].range.contains(sentence.range.lowerBound) }
      if proposeListed(index, child: child, in: &domain, path: path) { continue }
      // 林业改革。…: the name of a group of tasks, each told in a sentence, is no task.
      let isGroup = child.map { draft.sections[$0].scheme == .bare && !isCard($0) } ?? false
      if isGroup, let child, sentence.range.upperBound <= draft.sections[child].heading.upperBound + 1 {
        continue
      }
      if !isGroup, let child, draft.sections[child].range.lowerBound < sentence.range.lowerBound,
        owner == child,
        draft.sections[child].scheme != .yiShi || sentence.range.count < 12 || isLead(child)
      {
        // A further sentence of an item belongs to the item's task.
        extend(&domain.tasks[domain.tasks.count - 1], by: index)
        continue
      }
      let told =
        sentence.range.lowerBound <= heading.lowerBound
        ? toldBehindName(of: domain, in: sentence, heading) : nil
      propose(index, child: child, in: &domain, path: path, within: told)
      owner = child
    }
  }

  /// 以上6项调整任务均经…会议审议通过,时限统一调整至…: what is said of delays told before.
  private func tellsOfAll(_ range: Range<Int>) -> Bool {
    Self.ofAll.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
      && Self.settled.first(in: range, of: units) != nil
  }

  private static let ofAll = WordTable<Bool>(set: "以上 上述")
  private static let settled = WordTable<Bool>(set: "审议通过 会议同意 审议同意 研究同意 批准 调整至 延期 顺延 推迟 暂缓 结转 备案")

  /// 印发《甲》,服务项目116个;“乙”因…延期: what the sentence tells before its delayed item.
  private mutating func proposeBeside(_ index: Int, in domain: inout Domain, path: FieldPath) {
    let range = draft.sentences[index].range
    guard let first = draft.delays.filter({ $0.range.overlaps(range) }).map(\.range.lowerBound).min(),
      let stop = (range.lowerBound..<max(range.lowerBound, first)).last(where: { units[$0] == Unit.semicolon }
      ),
      stop > range.lowerBound + 10
    else { return }
    propose(index, child: nil, in: &domain, path: path, within: range.lowerBound..<stop)
  }

  /// 延期的3项任务: — a sentence that only leads up to the items.
  func countsDelays(_ index: Int) -> Bool {
    let range = draft.sentences[index].range
    return draft.claims(inSentence: index).contains { draft.claims[$0].measure == .delayed }
      || Self.delayLeads.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
  }

  func tellsOfDelay(_ sentence: DraftSentence) -> Bool {
    draft.delays.contains { $0.range.overlaps(sentence.range) }
  }

  // MARK: Tasks

  mutating func propose(
    _ index: Int, child: Int?, in domain: inout Domain, path: FieldPath, within part: Range<Int>? = nil
  ) {
    var range = part ?? draft.sentences[index].range
    let documents = draft.documents.filter {
      $0.sentence == index && $0.kind == .institutional
        && range.contains(draft.titles[$0.title].range.lowerBound)
    }
    if let child, draft.sections[child].mark.lowerBound == range.lowerBound,
      !draft.sections[child].mark.isEmpty
    {
      range = draft.sections[child].mark.upperBound..<range.upperBound
    }
    range = range.lowerBound..<max(range.lowerBound, ahead(in: range) ?? range.upperBound)
    range = TaskCard.behindLabel(range, units)
    let unmarked = unmarkedDocuments(in: range)
    var task = ReformTask(
      name: naming.name(
        for: range, titles: documents.map { draft.titles[$0.title].inner } + unmarked.map(\.name)),
      status: TaskStatus(.completed))
    if let child, isCard(child), draft.sections[child].heading.contains(range.lowerBound) {
      let heading = draft.sections[child].heading
      task.name = draft.text.string(heading.lowerBound..<UnitLabels.cut(heading, of: units)).trimmingBlanks
    }
    task.name = unused(task.name, in: domain)
    task.progress = draft.text.string(range).trimmingBlanks
    task.origin.locator = locator(range)
    task.origin.toVerify = ["名称", "状态"]
    task.figures = figures(of: index, within: range)
    UnitLabels(range, draft, units).fill(&task)
    let own = path.field("任务").item(domain.tasks.count)
    places[own.field("名称")] = draft.text.place(range)
    places[own.field("进展情况")] = draft.text.place(range)
    domain.tasks.append(task)
    for document in documents { add(document, task: task.name) }
    add(unmarked, task: task.name)
  }

  /// Where a sentence begins to tell of the next year, at its start or behind a comma: …,2023年将新增2000个.
  func ahead(in range: Range<Int>) -> Int? {
    guard let index = draft.sentence(at: range.lowerBound), !draft.sentences[index].times.isEmpty,
      let year = draft.articles[draft.paragraphs[draft.sentences[index].paragraph].article].year
    else { return nil }
    for time in draft.sentences[index].times {
      let mention = draft.times[time]
      let start = mention.range.lowerBound
      let isLater =
        switch mention.meaning {
        case .nextYear: true
        case .date(let date): date.year > year
        case .half(_, let said?), .quarter(_, _, let said?), .months(_, _, let said?): said > year
        default: false
        }
      guard isLater, range.contains(start) else { continue }
      // 2023年,将…: the time may stand for itself.
      let first = min(mention.range.upperBound + 1, range.upperBound)
      let end = (first..<range.upperBound).first { units[$0] == Unit.comma || units[$0] == Unit.stop }
      let clause = start..<(end ?? range.upperBound)
      guard
        ClaimWords.plans.first(in: clause, of: units) != nil
          || Self.intents.first(in: clause, of: units) != nil
      else { continue }
      if start == range.lowerBound { return start }
      let mark = units[start - 1]
      if mark == Unit.comma || mark == Unit.semicolon { return start - 1 }
    }
    return nil
  }

  mutating func extend(_ task: inout ReformTask, by index: Int) {
    let range = draft.sentences[index].range
    task.progress =
      (task.progress ?? "")
      + draft.text.string(range.lowerBound..<(ahead(in: range) ?? range.upperBound)).trimmingBlanks
    task.figures += figures(of: index)
    UnitLabels(range, draft, units).fill(&task)
    for document in documents[index] ?? [] where document.kind == .institutional {
      add(document, task: task.name)
    }
    add(unmarkedDocuments(in: range), task: task.name)
  }

  func locator(_ range: Range<Int>) -> String? {
    switch draft.text.place(range) {
    case .text(_, let span): "第\(span.line)行"
    case .paragraph(_, let number, _): "第\(number)段"
    default: nil
    }
  }

  private static let intents = WordTable<Bool>(set: "将 拟 计划 再 力争 预计 争取 打算")
  static let allDone = WordTable<Bool>(
    set: StandingWords.done.flatMap { done in
      ([
        "全部", "均已", "已全部", "均按期", "均按时", "全部按期", "全部按时", "全部如期", "均如期", "全部已", "已全面", "全面", "均", "都", "都已",
        "全", "全已",
        "全数", "悉数", "项项", "件件",
        "已悉数",
      ]
        + ["高质量", "圆满", "顺利", "保质保量", "高效", "提前", "优质高效", "高标准"].flatMap { how in
          ["全部", "均", "已全部", "全面", "均已"].map { $0 + how }
        })
        .map { $0 + done }
    }.joined(separator: " ") + " 已完成全部")
  static let delayLeads = WordTable<Bool>(set: "延期的 延期任务 延期事项 未完成的 未完成任务")
  /// 牵头单位:某局: who leads a field's work is no task.
  static let unitLabels = WordTable<Bool>(
    set: "牵头单位: 责任单位: 组长单位: 牵头部门: 责任部门: 配合单位: 主要责任单位: 牵头领导: 责任领导: 组长: 联系领导: 成员单位: 参与单位:")
  /// What a report says of its own gaps.
  static let openRemarks = WordTable<Bool>(set: "台账未载明 未逐项列明")
}

extension Quantity {
  /// The value where it is an exact count below a million.
  var whole: Int? {
    guard approximation == nil, upperBound == nil, precision >= 0, value < 1_000_000, value >= 0 else {
      return nil
    }
    return NSDecimalNumber(decimal: value).intValue
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Without the first of these endings that it has.
  func trimmingEnds(_ endings: [String]) -> String {
    for ending in endings where hasSuffix(ending) && count > ending.count {
      return String(dropLast(ending.count))
    }
    return self
  }
}
