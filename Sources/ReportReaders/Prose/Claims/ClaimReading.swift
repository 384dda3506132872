import ReportModel

/// Makes claims of figures, and tells titles and delayed items apart.
struct ClaimReading {
  let units: UnsafeBufferPointer<UInt16>
  let numerals: NumeralScanner
  let terms: DomainTerms
  private(set) var places: WordPlaces

  init(units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner, terms: DomainTerms) {
    self.units = units
    self.numerals = numerals
    self.terms = terms
    places = WordPlaces(units: units)
  }

  /// Fills the draft's claims, documents and delays; `delayParagraphs` are those that may tell of delayed items.
  mutating func read(_ draft: inout Draft, delayParagraphs: [Int]) {
    draft.claims.reserveCapacity(draft.quantities.count)
    for index in draft.sentences.indices where !draft.sentences[index].quantities.isEmpty {
      places.read(draft.sentences[index].range)
      readSentence(index, &draft)
    }
    DocumentReading(units: units).read(&draft)
    DocumentLines(units: units).read(&draft)
    var delays = DelayReading(units: units, numerals: numerals, places: places)
    delays.read(&draft, paragraphs: delayParagraphs)
  }

  private func readSentence(_ index: Int, _ draft: inout Draft) {
    let sentence = draft.sentences[index]
    let domain = draft.domain(of: sentence.section)
    let role = draft.role(of: sentence.section)
    for position in sentence.quantities {
      let mention = draft.quantities[position]
      let clause = clause(around: mention.range, in: sentence.range)
      var last = position - 1
      // 改革任务共有八大类七十三项: how many kinds there are stands between a noun and its count.
      while last >= sentence.quantities.lowerBound,
        draft.quantities[last].range.upperBound == mention.range.lowerBound,
        ClaimWords.kinds.contains(draft.quantities[last].quantity.unit)
      {
        last -= 1
      }
      let previous = last >= sentence.quantities.lowerBound ? draft.quantities[last].range.upperBound : 0
      let next =
        position + 1 < sentence.quantities.upperBound
        ? draft.quantities[position + 1].range.lowerBound : Int.max
      let kinds =
        last + 1 < position ? draft.quantities[last + 1].range.lowerBound : mention.range.lowerBound
      let before = max(clause.lowerBound, previous)..<kinds
      let after = mention.range.upperBound..<min(clause.upperBound, next)
      let words = words(before: before, after: after, unit: mention.quantity.unit)
      let measure = measure(
        mention, before: before, after: after, words: words, clause: clause, sentence, draft)
      let (period, time) = period(mention, clause: clause, sentence, role: role, draft)
      draft.claims.append(
        Claim(
          quantity: position, sentence: index, clause: clause, measure: measure, words: words,
          section: sentence.section, domain: domain, period: period, time: time,
          change: change(mention, before),
          isGuessed: false))
    }
  }

  /// The stretch between the commas, colons and brackets around a figure; no clause is longer than a few lines.
  private func clause(around range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    let earliest = max(sentence.lowerBound, range.lowerBound - Self.longestClause)
    let latest = min(sentence.upperBound, range.upperBound + Self.longestClause)
    var first = range.lowerBound
    // 结项(完成)46项: a word in brackets right before a figure belongs to its clause.
    if first > earliest, units[first - 1] == Unit.closeBracket,
      let open = (max(earliest, first - 8)..<first - 1).last(where: { units[$0] == Unit.openBracket }),
      ClaimWords.completed.match(at: open + 1, in: units, end: first - 1)?.length == first - open - 2
        || ClaimWords.delayed.match(at: open + 1, in: units, end: first - 1)?.length == first - open - 2
    {
      first = open
    }
    // 改革任务:49项: the label right before a figure says what it counts.
    if first > earliest, units[first - 1] == Unit.colon { first -= 1 }
    while first > earliest, !ends(first - 1) { first -= 1 }
    var stop = range.upperBound
    while stop < latest, !ends(stop) { stop += 1 }
    while stop > range.upperBound, units[stop - 1] == Unit.space { stop -= 1 }
    return first..<stop
  }

  private func ends(_ index: Int) -> Bool {
    switch units[index] {
    case Unit.comma, Unit.semicolon, Unit.colon, Unit.stop, Unit.openBracket, Unit.closeBracket: true
    // 任务9件 · 落地8件.
    case Self.dot, Self.bar: index + 1 < units.count && units[index + 1] == Unit.space
    default: false
    }
  }

  /// The noun behind a figure, or else the words before it without verbs and fillers.
  private func words(before: Range<Int>, after: Range<Int>, unit: String) -> Range<Int> {
    var stop = after.lowerBound
    var first = stop
    if first < after.upperBound, units[first] == Self.de { first += 1; stop += 1 }
    if !Self.isShare(unit) {
      while stop < after.upperBound, stop - first < 20, numerals.kind(stop) != .clauseMark,
        numerals.kind(stop) != .sentenceEnd,
        numerals.kind(stop) != .space
      {
        stop += 1
      }
      if stop > first + 1,
        let verb = ClaimWords.verbs.first(in: first + 1..<stop, upTo: after.upperBound, of: units)
      {
        stop = verb.range.lowerBound
      }
      if stop - first >= 2, ClaimWords.verbs.match(at: first, in: units, end: stop) == nil {
        return first..<stop
      }
    }
    var end = before.upperBound
    while let filler = ClaimWords.fillers.match(before: end, in: units, start: before.lowerBound) {
      end -= filler.length
    }
    var start = end
    while start > before.lowerBound, end - start < 36,
      numerals.kind(start - 1) != .clauseMark || units[start - 1] == Unit.pause,
      numerals.kind(start - 1) != .space
    {
      start -= 1
    }
    while start < end, let lead = ClaimWords.leads.match(at: start, in: units, end: end) {
      start += lead.length
    }
    return start..<end
  }

  private func measure(
    _ mention: QuantityMention, before: Range<Int>, after: Range<Int>, words: Range<Int>, clause: Range<Int>,
    _ sentence: DraftSentence, _ draft: Draft
  ) -> Measure {
    let unit = mention.quantity.unit
    if unit.utf8.first == UInt8(ascii: "%") {
      let isRate =
        isCompletionRate(before, clause: clause, sentence.range)
        || ClaimWords.contextualRates.match(at: clause.lowerBound, in: units, end: before.upperBound) != nil
          && draft.claims.suffix(4).contains {
            $0.sentence == draft.claims.last?.sentence && [.tasks, .completed].contains($0.measure)
          }
      return isRate ? .completionRate : .words(words)
    }
    guard Self.counts(unit) else { return .words(words) }
    // Of 经济领域3项、社会领域2项 the second name is not what the first figure counts.
    let item = after.lowerBound..<(after.first { units[$0] == Unit.pause } ?? after.upperBound)
    if opens(item, with: .domains) { return .domains }
    if near(before, after, .outputs) { return .outputs }
    if near(before, after, .issuedOutputs),
      ClaimWords.issuing.last(
        in: max(clause.lowerBound, mention.range.lowerBound - 12)..<mention.range.lowerBound, of: units)
        != nil
    {
      return .outputs
    }
    let isSubset = before.upperBound > before.lowerBound && units[before.upperBound - 1] == Self.deng
    if isSubset || unit.unicodeScalars.first == "大" { return .words(words) }
    // 督办改革事项46件: what was looked into.
    let isLookedInto =
      ClaimWords.lookingInto.match(at: words.lowerBound, in: units, end: words.upperBound) != nil
    let isTask =
      !isLookedInto
      && (near(before, after, .tasks) || isDeeds(mention, before, after)
        || isOfField(mention, before, after, sentence, draft))
    if !isTask, after.isEmpty, tasksBefore(mention, draft) {
      // 承接任务21项、自主实施任务14项,合计35项; 改革项目16个,建成15个.
      if ClaimWords.sums(before, in: units) {
        // 基本履职事项96项、配合履职事项58项,共154项: of what was named right before.
        if let last = draft.claims.last, case .words = last.measure,
          case let end = draft.quantities[last.quantity].range.lowerBound, end > sentence.range.lowerBound,
          ClaimWords.otherItems.match(before: end, in: units, start: sentence.range.lowerBound) != nil
        {
          return .words(words)
        }
        // 书记、县长分别领衔2项,其他领导领衔8项,合计12项: who leads some of them.
        let told = sentence.range.lowerBound..<mention.range.lowerBound
        return ClaimWords.leading.first(in: told, of: units) == nil ? .tasks : .words(words)
      }
      // 新增落地10项,累计落地24项 counts what the work brought, not the tasks.
      if ClaimWords.built.match(before: before.upperBound, in: units, start: before.lowerBound) != nil,
        ClaimWords.added.last(in: before, of: units) == nil
      {
        return .completed
      }
    }
    // In 完成49项、延期2项 each word of standing belongs to the figure behind it, and so it does in 58项任务完成55项.
    let pause = after.first { units[$0] == Unit.pause }
    let after = after.lowerBound..<(pause ?? endBeforeNext(after, clause))
    let standing = standing(mention, before: before, after: after)
    if standing == nil, isRest(before), !isOpen(before, after), tasksBefore(mention, draft),
      restIsDelayed(mention.range.upperBound, sentence), units[mention.range.upperBound] != Self.among
    {
      return .delayed
    }
    // 任务31项,其中经济9项、…、生态6项;已完成29项: its own word leads back past the parts.
    let near = max(before.lowerBound, before.upperBound - 3)..<before.upperBound
    // 除经济领域1项外,其余40项已全部落地: and so does 其余.
    let isLed =
      isRest(before)
      || places.last(.completed, in: near) != nil || places.last(.putOffTasks, in: near) != nil
    if let standing,
      isTask
        || ((isShort(after) && !namesThings(after) || standing == .delayed)
          && tasksBefore(mention, draft, reach: isLed ? 12 : 4))
    {
      return standing
    }
    // 1项为跨年度任务: what some of them are.
    let isSaid = after.first.map { units[$0] == Self.wei || units[$0] == Self.shi } ?? false
    if isTask, standing == nil, !isSaid, !isOpen(before, after), !isBorne(after) { return .tasks }
    return .words(words)
  }

  /// 7件事项中办结5件, where a field's section begins: some of those that the report counted as its tasks.
  private func isOfField(
    _ mention: QuantityMention, _ before: Range<Int>, _ after: Range<Int>, _ sentence: DraftSentence,
    _ draft: Draft
  ) -> Bool {
    guard before.isEmpty, mention.range.lowerBound == sentence.range.lowerBound,
      let noun = ClaimWords.items.match(at: after.lowerBound, in: units, end: after.upperBound),
      case let rest = after.lowerBound + noun.length,
      rest == after.upperBound
        || ClaimWords.behindItems.match(at: rest, in: units, end: after.upperBound) != nil,
      draft.domain(of: sentence.section) != nil,
      let all = draft.claims.first(where: { $0.measure == .tasks }),
      case let total = draft.quantities[all.quantity].quantity
    else { return false }
    return total.value > mention.quantity.value
      && total.unit.utf8.elementsEqual(mention.quantity.unit.utf8)
  }

  /// 一共定了36件事: deeds that were set.
  private func isDeeds(_ mention: QuantityMention, _ before: Range<Int>, _ after: Range<Int>) -> Bool {
    after.count == 1 && units[after.lowerBound] == Unit.of("事") && mention.quantity.unit == "件"
      && ClaimWords.totals.last(in: before, of: units).map { $0.meaning > 1 } ?? false
  }

  /// 完成率 of the tasks, not that of something else (整治完成率).
  private func isCompletionRate(_ before: Range<Int>, clause: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard let word = ClaimWords.rates.last(in: before, of: units) else {
      // 完成率:剔除经批准延期的事项后为100%.
      guard let label = ClaimWords.rates.match(at: sentence.lowerBound, in: units, end: before.lowerBound),
        label.length == before.lowerBound - sentence.lowerBound - 1
      else { return false }
      return units[before.lowerBound - 1] == Unit.colon
    }
    return word.range.lowerBound == clause.lowerBound
      || ClaimWords.rateOwners.match(before: word.range.lowerBound, in: units, start: clause.lowerBound)
        != nil
  }

  /// Whether a task noun opens the words behind a figure (after up to eight characters of attributes) or closes those before it.
  private func near(_ before: Range<Int>, _ after: Range<Int>, _ cue: WordPlaces.Cue) -> Bool {
    if opens(after, with: cue) { return true }
    let tail = max(before.lowerBound, before.upperBound - 10)..<before.upperBound
    guard let noun = places.last(cue, in: tail) else { return false }
    // 任务共10项, 出台制度性成果33项; not 围绕任务开展活动10项.
    let rest = noun.range.upperBound..<before.upperBound
    return rest.isEmpty
      || ClaimWords.between.match(at: rest.lowerBound, in: units, end: rest.upperBound) != nil
      || ClaimWords.completed.match(at: rest.lowerBound, in: units, end: rest.upperBound) != nil
      || ClaimWords.delayed.match(at: rest.lowerBound, in: units, end: rest.upperBound) != nil
  }

  private func opens(_ after: Range<Int>, with cue: WordPlaces.Cue) -> Bool {
    let limit = min(after.upperBound, after.lowerBound + 14)
    guard after.lowerBound < limit, let noun = places.first(cue, in: after.lowerBound..<limit) else {
      return false
    }
    // No verb may stand between the figure and its noun: 10项完成任务.
    let between = after.lowerBound..<noun.range.lowerBound
    return between.allSatisfy {
      numerals.kind($0) == .other || numerals.kind($0) == .opener || numerals.kind($0) == .closer
        || units[$0] == Unit.pause || numerals.kind($0) == .trigger
    }
      && ClaimWords.verbsBetween.first(in: between, of: units) == nil
  }

  private func change(_ mention: QuantityMention, _ before: Range<Int>) -> Change? {
    var end = mention.range.lowerBound
    if end > before.lowerBound, units[end - 1] == Self.le { end -= 1 }
    return ClaimWords.changes.match(before: mention.range.lowerBound, in: units, start: before.lowerBound)?
      .meaning
      ?? ClaimWords.changes.match(before: end, in: units, start: before.lowerBound)?.meaning
      ?? ClaimWords.above.match(before: end, in: units, start: before.lowerBound)?.meaning
      ?? verbChange(before.lowerBound..<end)
  }

  /// 比上年多办, 同比少发: a verb of up to three characters between 多 or 少 and the figure, and a time that it is held against.
  private func verbChange(_ before: Range<Int>) -> Change? {
    for place in before.suffix(4).dropLast().reversed() {
      guard let found = ClaimWords.comparedVerbs.match(at: place, in: units, end: before.upperBound) else {
        continue
      }
      guard ClaimWords.notCompared.match(at: place, in: units, end: before.upperBound) == nil,
        let than = (before.lowerBound..<place).suffix(10).last(where: {
          units[$0] == Self.than || units[$0] == Self.against
        }),
        place == than + 1 || Self.ofTimes.contains(units[place - 1])
      else { return nil }
      return found.meaning
    }
    return nil
  }

  private static var than: UInt16 { Unit.of("比") }
  private static var against: UInt16 { Unit.of("较") }
  private static let ofTimes = Array("年期初末月季".utf16)

  private static let longestClause = 160
  private static var dot: UInt16 { 0xB7 }
  private static var bar: UInt16 { Unit.of("|") }
  private static var among: UInt16 { Unit.of("中") }
  private static var wei: UInt16 { Unit.of("为") }
  private static var shi: UInt16 { Unit.of("是") }
  private static var de: UInt16 { Unit.of("的") }
  private static var le: UInt16 { Unit.of("了") }
  private static var deng: UInt16 { Unit.of("等") }
  /// Units that tasks, documents and fields are counted in. Compared by scalars: equality of strings would normalise first.
  private static func counts(_ unit: String) -> Bool {
    guard let first = unit.unicodeScalars.first else { return true }
    return unit.utf8.count == 3 && countingUnits.contains(first)
  }

  private static func isShare(_ unit: String) -> Bool {
    switch unit.unicodeScalars.first {
    case "%", "‰", "倍": true
    case "百": unit.utf8.count == 9
    default: false
    }
  }

  private static let countingUnits: [Unicode.Scalar] = ["项", "个", "条", "件", "大", "篇", "份", "类"]
}
