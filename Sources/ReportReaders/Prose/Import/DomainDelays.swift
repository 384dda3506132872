import ReportModel

/// Delayed items brought to the fields they belong to, and the counts settled by them.
extension DomainFilling {
  /// 未分领域: where items stand whose field nothing tells.
  static let unassigned = "未分领域"

  mutating func addDelays(to domains: inout [Domain], sections: [[Int]]) {
    // What is said of all of them together went into each.
    for index in draft.sentences.indices where draft.role(of: draft.sentences[index].section) == .delays {
      used.insert(index)
    }
    let listed = inOrder(domains, sections)
    for (position, item) in draft.delays.enumerated() {
      let guess = listed[position].map { ($0, true) } ?? domainIndex(of: item, domains, sections)
      if domains.isEmpty {
        domains.append(Domain(name: Self.unassigned))
        domains[0].origin.toVerify = ["名称"]
      }
      let index = guess.index ?? domains.count - 1
      var task = ReformTask(
        name: draft.text.string(item.name), status: TaskStatus(item.isTerminated ? .terminated : .delayed))
      if item.isTerminated {
        task.progress = item.reason.map { "因" + draft.text.string($0) }
      } else {
        task.delay = Delay(
          reason: item.reason.map { draft.text.string($0) },
          until: item.until.map { Deadline(wording: draft.text.string($0)) },
          approval: item.approval.map { draft.text.string($0) })
      }
      if let sentence = draft.sentence(at: item.range.lowerBound),
        let section = draft.sentences[sentence].section.map({ draft.sections[$0] }),
        section.range.lowerBound == item.range.lowerBound,
        let card = TaskCard(section, draft, units), card.isByLines, !card.progress.isEmpty
      {
        task.progress = card.progress.map(draft.text.string).joined()
      }
      task.origin.locator = locator(item.range)
      var labels = UnitLabels(item.range, draft, units)
      // 甲。某局牵头,因…,延期至….
      let told = item.name.upperBound + 1
      if told < item.range.upperBound, units[told - 1] == Unit.stop {
        labels.readOpening(told..<item.range.upperBound, draft, units)
      }
      labels.fill(&task)
      if guess.isGuessed { task.origin.toVerify.append("领域") }
      let path = FieldPath().field("领域").item(index).field("任务").item(domains[index].tasks.count)
      places[path.field("名称")] = draft.text.place(item.name)
      if let reason = item.reason { places[path.field("延期").field("原因")] = draft.text.place(reason) }
      domains[index].tasks.append(task)
      for sentence in draft.sentences.indices where draft.sentences[sentence].range.overlaps(item.range) {
        used.insert(sentence)
      }
    }
  }

  /// The fields of items listed behind all fields, where each says how many of its own are delayed and those are as many: the
  /// list keeps the order of the fields.
  private func inOrder(_ domains: [Domain], _ sections: [[Int]]) -> [Int: Int] {
    let open = draft.delays.indices.filter { position in
      !draft.delays[position].isTerminated && told(draft.delays[position], domains, sections) == nil
    }
    let lacking = domains.indices.flatMap { index in
      let own = draft.delays.count { !$0.isTerminated && told($0, domains, sections) == index }
      return Array(repeating: index, count: max(0, missing(domains[index]) - own))
    }
    guard open.count > 1, open.count == lacking.count else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(open, lacking))
  }

  private func isCounted(_ domain: Domain) -> Bool {
    domain.stated.delayed != nil || domain.stated.tasks != nil && domain.stated.completed != nil
  }

  /// How many delayed tasks a field states, or leaves open: 任务8项,完成7项.
  private func missing(_ domain: Domain) -> Int {
    domain.stated.delayed ?? domain.stated.tasks.map { $0 - (domain.stated.completed ?? $0) } ?? 0
  }

  /// The field of a delayed item: where it stands, what is said of it (属…领域), or else what it sounds like.
  func domainIndex(of item: DelayedItem, _ domains: [Domain], _ sections: [[Int]]) -> (
    index: Int?, isGuessed: Bool
  ) {
    if let index = told(item, domains, sections) { return (index, false) }
    return likelyDomain(of: draft.text.string(item.name), domains, sections)
  }

  /// The field that an item stands in or that is named beside it.
  private func told(_ item: DelayedItem, _ domains: [Domain], _ sections: [[Int]]) -> Int? {
    let named = labelled(item, domains) ?? named(in: draft.text.folded(item.range), domains)
    if let section = item.domain, let index = sections.firstIndex(where: { $0.contains(section) }) {
      // A list of all delayed items may stand at the end of the last field: more than that field has of its own, or each
      // with the name of its field.
      let here = draft.delays.count { $0.domain == section && !$0.isTerminated }
      if here <= (isCounted(domains[index]) ? missing(domains[index]) : here),
        here == 1 || named == nil || named == index
      {
        return index
      }
    }
    return named
  }

  /// 甲(社会事业): the field in brackets behind an item's name, by a part of its name that no other has.
  private func labelled(_ item: DelayedItem, _ domains: [Domain]) -> Int? {
    let open = item.name.upperBound
    guard open < min(units.count, item.range.upperBound), units[open] == Unit.openBracket,
      let close = (open..<min(units.count, open + 14)).first(where: { units[$0] == Unit.closeBracket }),
      close - open > 2
    else { return nil }
    var label = draft.text.folded(open + 1..<close)
    for _ in 0..<2 { label = label.trimmingEnds(["专项小组", "小组", "领域", "方面", "改革", "体制"]) }
    let fitting = domains.indices.filter { domains[$0].name.contains(label) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The field that an item's own words name.
  private func named(in text: String, _ domains: [Domain]) -> Int? {
    var best: (index: Int, length: Int)?
    for (index, domain) in domains.enumerated() {
      let stem = Self.stem(domain.name)
      let isNamed =
        ["领域", "专项小组", "小组"].contains { text.contains(stem + $0) } || text.contains(domain.name)
      if stem.count >= 2, isNamed, stem.count > best?.length ?? 0 { best = (index, stem.count) }
    }
    return best?.index
  }

  /// The field of an item by its name alone.
  func likelyDomain(of name: String, _ domains: [Domain], _ sections: [[Int]]) -> (
    index: Int?, isGuessed: Bool
  ) {
    // Where fields state how many of their tasks are delayed, it belongs to one that still lacks some.
    let lacking = domains.indices.filter {
      (domains[$0].stated.delayed ?? 0) > domains[$0].tasks.count(where: \.isDelayed)
    }
    if lacking.count == 1 { return (lacking[0], true) }
    let candidates = lacking.isEmpty ? Array(domains.indices) : lacking
    // What its words point to, by the table of terms.
    if let term = field(named: name) {
      let stem = terms.entries[term].name.prefix(2)
      if let index = candidates.first(where: { domains[$0].name.contains(stem) })
        ?? candidates.first(where: { field(named: domains[$0].name) == term })
      {
        return (index, true)
      }
    }
    // What it sounds like: the field that shares most pairs of characters with it.
    let pairs = Set(zip(name, name.dropFirst()).map { "\($0)\($1)" })
    let scores = candidates.map { candidate in
      (sections.indices.contains(candidate) ? sections[candidate] : []).reduce(0) { sum, section in
        let words = draft.text.folded(draft.sections[section].range)
        return sum + pairs.count { words.contains($0) }
      }
    }
    guard let best = scores.indices.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }), scores[best] > 0
    else {
      return (nil, true)
    }
    return (candidates[best], true)
  }

  /// The field of the table that a name's words point to.
  private func field(named name: String) -> Int? {
    Array(name.utf16).withUnsafeBufferPointer { terms.field(of: $0.indices, in: $0)?.index }
  }

  // MARK: Stated against listed

  /// Keeps a stated count only where the list does not give it.
  mutating func settle(_ domain: inout Domain, at path: FieldPath) {
    let delayed = domain.tasks.count(where: \.isDelayed)
    let completed = domain.tasks.count(where: \.isCompleted)
    guard let tasks = domain.stated.tasks else {
      return
    }
    if tasks == domain.tasks.count, domain.stated.completed ?? completed == completed,
      domain.stated.delayed ?? delayed == delayed
    {
      domain.stated = StatedCounts(outputs: domain.stated.outputs)
      return
    }
    // Where the items named account for all that is not done, they are all.
    let terminated = domain.tasks.count { $0.status?.kind == .terminated }
    if domain.stated.delayed == nil, let done = domain.stated.completed, done + delayed + terminated == tasks
    {
      domain.stated.delayed = delayed
    }
    notes.append(
      Diagnostic(
        "import.count-differs", .note, at: places[path.field("任务数")] ?? .file(draft.text.source.file),
        "“\(domain.name)”写明任务\(tasks)项，按成绩语句列出\(domain.tasks.count)项，两个数都已保留",
        suggestions: [.init("请对照任务清单增删“\(domain.name)”下的任务；列全后删去“任务数”")]))
  }
}
