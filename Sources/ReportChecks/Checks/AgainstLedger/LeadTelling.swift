import ReportModel

/// 谁牵头: the units that the draft says lead a task, found beside 牵头, behind 责任单位: and beside 负责 of a task that was just told.
struct LeadTelling {
  struct Told {
    var task: Int
    var unit: Range<Int>
    /// Whether a unit that takes part may be named, too: 责任单位:甲局、乙局.
    var mayTakePart: Bool
  }

  private let match: LedgerMatch
  private let prose: CheckProse
  private let tasks: [ReformTask]
  private let names: [NameLikeness]
  /// The tasks that each sentence names, loosely.
  private let named: [Int: [Int]]
  /// The tasks whose documents each sentence names, and where.
  private let documents: [Int: [(task: Int, place: Int)]]

  init(_ match: LedgerMatch, _ prose: CheckProse) {
    self.match = match
    self.prose = prose
    tasks = match.ledger.report.tasks
    names = tasks.map { NameLikeness($0.leadUnit == nil ? "" : $0.name) }
    var named: [Int: [Int]] = [:]
    let found = NameFinder(match.draft).sentences(naming: tasks.map { $0.leadUnit == nil ? "" : $0.name })
    for (task, sentences) in found.enumerated() {
      for sentence in sentences { named[sentence, default: []].append(task) }
    }
    self.named = named
    documents = Self.documents(match, tasks)
  }

  private static func documents(_ match: LedgerMatch, _ tasks: [ReformTask]) -> [Int: [(
    task: Int, place: Int
  )]] {
    var owners: [String: Int] = [:]
    for (index, task) in tasks.enumerated() where task.leadUnit != nil {
      for output in match.ledger.report.outputs(of: task) { owners[DocumentTitle.key(output.title)] = index }
    }
    var found: [Int: [(task: Int, place: Int)]] = [:]
    for title in match.draft.titles where title.depth == 0 {
      guard let task = owners[DocumentTitle.key(match.draft.text.string(title.inner))],
        let sentence = match.draft.sentence(at: title.range.lowerBound)
      else { continue }
      if found[sentence]?.contains(where: { $0.task == task }) != true {
        found[sentence, default: []].append((task, title.range.lowerBound))
      }
    }
    return found
  }

  /// Every unit that the draft names as the lead of one task.
  func told() -> [Told] {
    let draft = match.draft
    return draft.sentences.indices.flatMap { index -> [Told] in
      let sentence = draft.sentences[index].range
      let listed = several(in: sentence)
      if !listed.isEmpty { return listed }
      if let (unit, label) = unit(in: sentence) {
        guard let task = task(of: index, unit, label), isOffice(unit) else { return [] }
        return [Told(task: task, unit: unit, mayTakePart: label != .leading)]
      }
      return entrusted(index)
    }
  }

  /// 甲局牵头建立补偿机制,乙局牵头推进碳汇监测: each unit with the task that is named behind it, up to the next.
  private func several(in sentence: Range<Int>) -> [Told] {
    var verbs: [Int] = []
    var place = sentence.lowerBound
    while let verb = prose.first(Self.leading, in: place..<sentence.upperBound) {
      verbs.append(verb)
      place = verb + Self.leading.count
    }
    guard verbs.count > 1 else { return [] }
    return zip(verbs, verbs.dropFirst() + [sentence.upperBound]).compactMap { verb, next in
      guard let unit = unit(before: verb, from: sentence) else { return nil }
      let behind = verb + Self.leading.count..<next
      let end = behind.first { prose.units[$0] == Mark.semicolon } ?? next
      let wording = NameLikeness(
        match.draft.text.folded(subject(of: unit, in: sentence) ?? behind.lowerBound..<end))
      let own = tasks.indices.filter { tasks[$0].name.count >= 4 && names[$0].containment(wording) >= 85 }
      return own.count == 1 ? Told(task: own[0], unit: unit, mayTakePart: false) : nil
    }
  }

  /// 甲建设由乙局牵头: the clause that stands right before 由.
  private func subject(of unit: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    let from = unit.lowerBound - 1
    guard from > sentence.lowerBound, prose.units[from] == Mark.from else { return nil }
    let mark = (sentence.lowerBound..<from).last {
      prose.units[$0] == Mark.comma || prose.units[$0] == Mark.semicolon
    }
    let start = mark.map { $0 + 1 } ?? sentence.lowerBound
    return from - start >= 4 ? start..<from : nil
  }

  /// 甲改革由乙局负责实施, 乙局承担的甲改革: without the word 牵头, a unit that stands right beside the whole name of the task.
  private func entrusted(_ index: Int) -> [Told] {
    let sentence = match.draft.sentences[index].range
    return (named[index] ?? []).filter { tasks[$0].name.utf16.count >= 6 }.compactMap { task in
      guard let start = prose.first(Mark.word(tasks[task].name), in: sentence) else { return nil }
      let end = start + tasks[task].name.utf16.count
      var unit: Range<Int>?
      if let from = Self.handed.first(where: { prose.has($0, at: end) }).map({ end + $0.count }),
        from < sentence.upperBound,
        let verb = (from..<min(sentence.upperBound, from + 24)).first(where: { place in
          Self.taking.contains { prose.has($0, at: place) && isDoing(place + $0.count, sentence) }
        })
      {
        unit = from..<bare(verb, from: from)
      } else if let from = Self.owned.first(where: { prose.has($0, at: end) }).map({ end + $0.count }) {
        // 甲改革归乙局: nothing but the unit up to the next mark.
        unit = from..<((from..<sentence.upperBound).first { !isName(prose.units[$0]) } ?? sentence.upperBound)
      } else if let verb = (Self.taken + Self.doing).first(where: { prose.has($0, at: start - $0.count) }) {
        unit = self.unit(before: start - verb.count, from: sentence)
      }
      guard let unit, (3...16).contains(unit.count), Self.areas.contains(prose.units[unit.lowerBound]),
        Self.endings.contains(prose.units[unit.upperBound - 1]), isOffice(unit)
      else { return nil }
      return Told(task: task, unit: unit, mayTakePart: true)
    }
  }

  /// 负责, 负责实施; not 负责日常运营.
  private func isDoing(_ place: Int, _ sentence: Range<Int>) -> Bool {
    let end = Self.doing.first { prose.has($0, at: place) }.map { place + $0.count } ?? place
    return end >= sentence.upperBound || !Mark.isHan(prose.units[end])
  }

  /// 组建由区人民医院牵头、9家卫生院参加的医疗集团: who leads a body is no office, unless the ledger knows it as a unit of its tasks.
  private func isOffice(_ unit: Range<Int>) -> Bool {
    let name = match.draft.text.folded(unit)
    guard name.hasAnySuffix(Self.bodies) else { return true }
    return tasks.contains { task in
      ([task.leadUnit].compactMap { $0 } + task.supportingUnits).contains { UnitNaming.maySame(name, $0) }
    }
  }

  private enum Label {
    /// 由甲局牵头, 牵头单位:甲局.
    case leading
    /// 责任单位:甲局.
    case responsible
    /// 该项任务由甲局负责.
    case pointed
  }

  private func unit(in sentence: Range<Int>) -> (Range<Int>, Label)? {
    if let lead = prose.first(Self.leading, in: sentence) {
      // 区医院牵头6个: a number of them.
      let behind = lead + Self.leading.count
      if behind < sentence.upperBound, Mark.number(prose.units[behind]) != nil { return nil }
      return unit(before: lead, from: sentence).map { ($0, .leading) }
        ?? Self.labels.lazy.compactMap { unit(behind: $0, in: sentence) }.first.map { ($0, .leading) }
    }
    if let unit = Self.responsible.lazy.compactMap({ unit(behind: $0, in: sentence) }).first {
      return (unit, .responsible)
    }
    guard pointing(in: sentence),
      let verb = Self.taking.lazy.compactMap({ prose.first($0, in: sentence) }).first,
      let from = sentence.first(where: { prose.units[$0] == Mark.from }), from < verb
    else { return nil }
    return unit(before: verb, from: sentence).map { ($0, .pointed) }
  }

  /// 区医保局 of 由区医保局牵头 and 区医保局牵头推进.
  private func unit(before verb: Int, from sentence: Range<Int>) -> Range<Int>? {
    let verb = bare(verb, from: sentence.lowerBound)
    var start = verb
    while start > sentence.lowerBound, isName(prose.units[start - 1]) { start -= 1 }
    if let from = (start..<verb).last(where: { Self.sources.contains(prose.units[$0]) }) { start = from + 1 }
    return (3...24).contains(verb - start) && Self.endings.contains(prose.units[verb - 1])
      ? start..<verb : nil
  }

  /// Before 统一[牵头], 具体[负责], 作为[牵头单位].
  private func bare(_ verb: Int, from low: Int) -> Int {
    Self.manners.first { verb - $0.count > low && prose.has($0, at: verb - $0.count) }
      .map { bare(verb - $0.count, from: low) } ?? verb
  }

  /// 区医保局 of 牵头单位:区医保局.
  private func unit(behind label: [UInt16], in sentence: Range<Int>) -> Range<Int>? {
    guard var start = prose.first(label, in: sentence).map({ $0 + label.count }) else { return nil }
    let colon = start
    while start < sentence.upperBound, Self.colons.contains(prose.units[start]) { start += 1 }
    var end = start
    while end < sentence.upperBound, isName(prose.units[end]) { end += 1 }
    return start > colon && (3...24).contains(end - start) ? start..<end : nil
  }

  private func isName(_ unit: UInt16) -> Bool { Mark.isHan(unit) || unit == Mark.pause }

  /// 此项任务, 这项改革: what was told before.
  private func pointing(in range: Range<Int>) -> Bool { prose.hasAny(Self.pointers, in: range) }

  /// The one task that a sentence with a unit tells of.
  private func task(of index: Int, _ unit: Range<Int>, _ label: Label) -> Int? {
    let draft = match.draft
    let sentence = draft.sentences[index]
    if label == .leading || label == .pointed {
      let own = tasks(in: index, until: unit)
      if !own.isEmpty { return own.count == 1 ? own[0] : nil }
    }
    // 甲改革(责任单位:区教育局).
    if label == .responsible {
      let own = (named[index] ?? []).filter { task in
        tasks[task].name.utf16.count >= 6
          && prose.first(Mark.word(tasks[task].name), in: sentence.range).map { $0 < unit.lowerBound }
            ?? false
      }
      if own.count == 1 { return own[0] }
    }
    // 甲机制建立运行。由区发改委牵头,…; 任务3:甲机制。责任单位:…; …。此项任务由区发改委牵头。
    // 延期任务1:甲机制。牵头单位:区招商中心。
    let isFirst =
      unit.lowerBound - sentence.range.lowerBound <= 1
      || Self.labels.contains { prose.has($0, at: sentence.range.lowerBound) }
    guard label == .responsible || isFirst || pointing(in: sentence.range.lowerBound..<unit.lowerBound) else {
      return nil
    }
    let reach = label == .leading && isFirst && !isHeaded(sentence) ? 1 : 8
    for before in (0..<index).suffix(reach).reversed() {
      guard
        draft.sentences[before].paragraph == sentence.paragraph
          || label == .responsible && before == index - 1
      else { break }
      let found = tasks(in: before)
      if !found.isEmpty { return found.count == 1 ? found[0] : nil }
    }
    return nil
  }

  /// (三)甲设施建设。该项上年…。由区发改委牵头,…: whether its paragraph opens with a short sentence that all of it stands under.
  private func isHeaded(_ sentence: DraftSentence) -> Bool {
    guard let index = match.draft.paragraphs[sentence.paragraph].sentences.first else { return false }
    let head = match.draft.sentences[index]
    return head.range.count <= 32 && head.quantities.isEmpty && head.section == sentence.section
      && !prose.units[head.range].contains { $0 == Mark.comma || $0 == Mark.semicolon || $0 == Mark.colon }
  }

  /// The tasks that a sentence names, or whose document it names. 一抓收尾,由甲领导牵头;二抓拓展,…: what the next item tells is not the
  /// unit's.
  private func tasks(in index: Int, until unit: Range<Int>? = nil) -> [Int] {
    let draft = match.draft
    let whole = draft.sentences[index].range
    let end =
      unit.flatMap { unit in
        (unit.upperBound..<whole.upperBound).first { prose.units[$0] == Mark.semicolon }
      } ?? whole.upperBound
    let range = whole.lowerBound..<end
    let wording = NameLikeness(draft.text.folded(range))
    let sure = (named[index] ?? []).filter {
      names[$0].containment(wording) >= 85 && tasks[$0].name.count >= 4
    }
    if !sure.isEmpty { return sure }
    if let own = documents[index] { return own.filter { $0.place < end }.map(\.task) }
    return end == whole.upperBound ? named[index] ?? [] : []
  }

  private static let leading = Mark.word("牵头")
  private static let labels = Mark.words("牵头单位 牵头部门 牵头处室 牵头责任单位")
  private static let responsible = Mark.words("责任单位 责任部门 承办单位 主办单位 主责单位 实施单位")
  private static let taking = Mark.words("牵总 负责 承担 承办 主抓 主办 主责 组织实施 实施 推进")
  private static let taken = Mark.words("负责的 承担的 主抓的 承办的 主责的 主办的 负责实施的 承担实施的")
  private static let doing = Mark.words("组织实施 具体实施 实施 推进 落实 抓总 总抓 推动 牵总 抓落实 组织推进")
  private static let handed = Mark.words("由 交由 则由 统一由 主要由 ,由 (由")
  private static let owned = Mark.words("归 划归 归口")
  private static let manners = Mark.words("统一 统筹 具体 主要 总体 负责 作为 全程 共同 联合 全面 整体 直接 组织 为")
  private static let sources = UnitSet("由以")
  private static let areas = UnitSet("省市区县旗州镇乡街开高经")
  private static let bodies = [
    "医院", "学校", "公司", "集团", "大学", "学院", "中学", "小学", "卫生院", "协会", "商会", "联盟", "银行", "研究院", "社区",
  ]
  private static let pointers = Mark.words("此项 该项 这项 本项 该任务 此任务 该改革")
  private static let colons = UnitSet(":为是")
  private static let endings = UnitSet("局委办部心院镇道司联会府队站厅室社校区行处团院")
}

/// 单位名称: whether two spellings may be of one unit.
enum UnitNaming {
  /// 区发改委 and 区发展和改革委员会: the shorter one's characters stand in the longer one in their order.
  static func maySame(_ a: String, _ b: String) -> Bool {
    parts(a).contains { one in parts(b).contains { isWithin(one, $0) || isWithin($0, one) } }
  }

  /// Whether some words stand in a text.
  static func holds(_ words: ArraySlice<UInt16>, in text: ArraySlice<UInt16>) -> Bool {
    guard let head = words.first else { return false }
    return text.indices.contains { text[$0] == head && text[$0...].starts(with: words) }
  }

  private static func parts(_ text: String) -> [[UInt16]] {
    Mark.word(text).split { $0 == Mark.pause || $0 == Mark.comma }.map { part in
      var name = part.filter(Mark.isHan)
      // 开发区党工委 and 中共某某开发区工作委员会: the party stands at the head of the full name, before the last word of the short one.
      if name.starts(with: party) { name.removeFirst(party.count) }
      if name.count > 3, name.suffix(3).elementsEqual(committee) { name.remove(at: name.count - 3) }
      return Array(name.first.map(places.contains) == true && name.count > 3 ? name.dropFirst() : name[...])
    }
  }

  /// Whether the characters of one stand in the other in their order.
  static func isWithin(_ short: [UInt16], _ long: [UInt16]) -> Bool {
    var rest = long[...]
    for unit in short {
      guard let place = rest.firstIndex(of: unit) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static let places = UnitSet("省市区县旗州镇乡")
  private static let party = Mark.word("中共")
  private static let committee = Mark.word("党工委")
}
