import ReportModel

/// Collects the delayed items from all the forms in which reports name them.
///
/// Practice; the forms are those met in published reports: 延期任务N: …延期原因: …; an item with its reason in brackets;
/// 因…，…延期至…; a list under a heading 延期事项 or in an attachment.
struct DelayReading {
  let units: UnsafeBufferPointer<UInt16>
  let numerals: NumeralScanner
  var places: WordPlaces
  /// Sentences that tell of documents issued: they belong to no reason.
  var achievements: Set<Int> = []

  init(units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner, places: WordPlaces) {
    self.units = units
    self.numerals = numerals
    self.places = places
  }

  /// Reads the paragraphs that hold one of the cues, and the lists of delayed items wherever they stand.
  mutating func read(_ draft: inout Draft, paragraphs: [Int]) {
    var items = items(in: draft, paragraphs)
    approve(&items, &draft)
    draft.delays = items
  }

  private mutating func items(in draft: Draft, _ paragraphs: [Int]) -> [DelayedItem] {
    let cued = Set(paragraphs)
    achievements = Set(draft.documents.filter { $0.kind == .institutional && $0.verb != nil }.map(\.sentence))
    var items: [DelayedItem] = []
    let lists = delayLists(draft)
    var cardEnd = 0
    for (index, paragraph) in draft.paragraphs.enumerated() {
      let isListed = paragraph.sentences.contains {
        draft.sentences[$0].section.map { lists.items[$0] != nil || draft.sections[$0].role == .delays }
          ?? false
      }
      // 延期任务1:甲 / 延期原因:… / 延期时限:…: the lines of its card are told of already.
      if paragraph.range.upperBound <= cardEnd { continue }
      if let item = markedItem(paragraph, draft) ?? card(above: index, draft) {
        items.append(item)
        cardEnd = item.range.upperBound
        continue
      }
      guard isListed || cued.contains(index) else { continue }
      places.read(paragraph.range)
      let role = draft.role(of: section(of: index, draft))
      guard role != .plan || introduces(paragraph.range) else { continue }
      let range = paragraph.range
      let details = detailsEnd(range.upperBound, before: draft.text.count, draft)
      var found = self.labelled(in: range.lowerBound..<details, draft)
      cardEnd = found.last.map { min(details, $0.range.upperBound) } ?? cardEnd
      // 上年结转事项逐项交账: only what its items say themselves to be put off is put off again.
      let isOld = isWithinEarlierYear(section(of: index, draft), draft)
      if found.isEmpty, !isOld {
        found = standing(in: paragraph, draft).map { [$0] } ?? listed(index, lists, draft)
        if found.isEmpty, let item = unnumbered(index, lists, draft), item.isTerminated { found = [item] }
      }
      var covered = found.last?.range.upperBound ?? paragraph.range.lowerBound
      let labelledFrom = found.first?.range.lowerBound ?? Int.max
      let before = items.count
      items += found
      // 延期和终止任务情况: the heading over a list names none of its items.
      let isHead =
        paragraph.kind == .heading
        && (section(of: index, draft).map { draft.sections[$0].role == .delays } ?? false)
      for position in paragraph.sentences where !isHead {
        let sentence = draft.sentences[position]
        guard
          isCued(sentence.range) || isPutOffByHeading(sentence.range, draft)
            || introduction(in: sentence.range) != nil,
          tellsOfDelays(sentence, draft) || introduces(sentence.range),
          sentence.range.upperBound <= labelledFrom || sentence.range.lowerBound >= covered
        else { continue }
        covered = max(covered, labelledFrom == Int.max ? covered : sentence.range.upperBound)
        let body = behindMark(sentence, draft)
        var told =
          announced(body, position, draft).map { [$0] } ?? leadList(body, draft)
          ?? parts(of: body).flatMap {
            isCued($0) || isPutOffByHeading($0, draft) || introduction(in: $0) != nil
              ? self.told(in: $0, draft) : []
          }
        if told.count == 1 { goOn(&told[0], to: body.upperBound) }
        // 建设甲平台。主体功能开发完毕,因…,申请延期: how far it has come is none of its names.
        let isState =
          told.count == 1
          && Self.progressed.match(
            before: told[0].name.upperBound, in: units, start: told[0].name.lowerBound) != nil
        // 延期1项,为甲。因…,延至…: it is of the item named before it, not of the heading above.
        let ofHeading =
          items.count == before && (told.isEmpty || isState)
          ? headed(body, position, isState ? told[0].name : nil, draft) : nil
        items += ofHeading.map { [$0] } ?? told
      }
      if items.count == before, !isOld, let item = unnumbered(index, lists, draft) { items.append(item) }
    }
    // 2项任务因故未能如期完成 names none.
    items.removeAll { isCount($0.name) || isHeading($0.name) }
    for index in items.indices {
      items[index].name = fieldless(bare(items[index].name), draft)
      items[index].reason = items[index].reason.map { withoutField(unlabelled($0), draft) }
      items[index].isTerminated = items[index].isTerminated || isEnded(items[index])
      let sentence = draft.sentence(at: items[index].range.lowerBound)
      items[index].domain =
        items[index].domain ?? draft.domain(of: sentence.flatMap { draft.sentences[$0].section })
    }
    return distinct(items.sorted { $0.range.lowerBound < $1.range.lowerBound }, draft)
  }

  /// Plans and problems name items that are put off only where they say until when: 甲因…,延期至2023年6月 among the problems.
  private func tellsOfDelays(_ sentence: DraftSentence, _ draft: Draft) -> Bool {
    switch draft.role(of: sentence.section) {
    case .plan: false
    case .problems: postponement(in: sentence.range) != nil && until(in: sentence.range) != nil
    default: true
    }
  }

  /// Whether a stretch may tell of an item that is delayed, stuck or given up.
  private func isCued(_ range: Range<Int>) -> Bool {
    postponement(in: range) != nil || places.first(.stuck, in: range) != nil
      || places.first(.endings, in: range) != nil
      || Self.givingUp.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
      || Self.approving.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
        && range.contains {
          units[$0] == Unit.comma
            && Self.givingUp.match(at: $0 + 1, in: units, end: range.upperBound) != nil
        }
  }

  /// Whether what is said of an item is that it was given up, and not put off.
  private func isEnded(_ item: DelayedItem) -> Bool {
    guard item.until == nil else { return false }
    // 经…会议研究,终止“甲”.
    if Self.ending.match(before: item.name.lowerBound, in: units, start: item.range.lowerBound) != nil {
      return true
    }
    // 终止的任务为社会事业领域“甲”,因….
    let lead = item.range.lowerBound..<max(item.range.lowerBound, item.name.lowerBound)
    if places.first(.ended, in: lead) != nil, Self.putOff.first(in: lead, of: units) == nil {
      return true
    }
    let rest = item.name.upperBound..<max(item.name.upperBound, item.range.upperBound)
    return places.first(.ended, in: rest) != nil && Self.putOff.first(in: rest, of: units) == nil
  }

  func section(of paragraph: Int, _ draft: Draft) -> Int? {
    draft.paragraphs[paragraph].sentences.first.flatMap { draft.sentences[$0].section }
  }

  /// A sentence without the number of the item that it begins: 1.甲因…延期.
  func behindMark(_ sentence: DraftSentence, _ draft: Draft) -> Range<Int> {
    guard let section = sentence.section,
      draft.sections[section].range.lowerBound == sentence.range.lowerBound
    else {
      return sentence.range
    }
    return min(draft.sections[section].mark.upperBound, sentence.range.upperBound)..<sentence.range.upperBound
  }

  /// The parts of a sentence between its semicolons: each tells of its own item.
  func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      switch units[index] {
      case Unit.openBracket: depth += 1
      case Unit.closeBracket: depth -= 1
      case Unit.semicolon where depth <= 0:
        if start < index { parts.append(start..<index) }
        start = index + 1
      default: continue
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// Whether a stretch overlaps one of the items, which stand in their order.
  func overlaps(_ range: Range<Int>, _ items: [DelayedItem]) -> Bool {
    let low = items.prefixEnd { $0.range.lowerBound < range.upperBound }
    return low > 0 && items[low - 1].range.upperBound > range.lowerBound
  }

  // MARK: 延期任务1:…。延期原因:…。

  func labelled(in range: Range<Int>, _ draft: Draft) -> [DelayedItem] {
    var labels: [(start: Int, end: Int, ordinal: Int?, number: Range<Int>?)] = []
    var index = range.lowerBound
    while let word = places.first(.labels, in: index..<range.upperBound) {
      let label = label(at: word.range.lowerBound, end: range.upperBound)
      if let label { labels.append(label) }
      index = label?.end ?? word.range.upperBound
    }
    return labels.enumerated().flatMap { position, label -> [DelayedItem] in
      // What stands near the label in its sentence: a sentence may hold thousands of them.
      let sentence = draft.sentence(at: label.start).map {
        draft.sentences[$0].range.clamped(to: max(0, label.start - 80)..<label.end + 240)
      }
      if let sentence, areOfEarlierYear(sentence, draft) { return [] }
      let stop = position + 1 < labels.count ? labels[position + 1].start : range.upperBound
      let end = givingUpStart(
        label.end, achievementEnd(label.end, sectionEnd(label.start, stop, draft), draft), draft)
      var found = items(label, stop: end, draft)
      let isTerminated = Self.terminated.match(at: label.start, in: units, end: label.end) != nil
      for index in found.indices { found[index].isTerminated = isTerminated }
      return found
    }
  }

  func label(at index: Int, end: Int) -> (start: Int, end: Int, ordinal: Int?, number: Range<Int>?)? {
    guard let word = Self.labels.match(at: index, in: units, end: end) else { return nil }
    var stop = index + word.length
    // 调整至2024年3项:甲、乙、丙.
    if stop < end, Self.towards.contains(units[stop]) {
      let date = date(at: stop + 1, end: end)
      guard saysWhen(date) else { return nil }
      stop = date.upperBound
    }
    var number: Range<Int>?
    var ordinal: Int?
    let numeral =
      stop < end && numerals.isDigit(stop)
      ? numerals.arabic(at: stop, end: end)
      : stop < end ? numerals.chinese(at: stop, end: end, scaleMayLead: false) : nil
    if let numeral {
      ordinal = numeral.small
      number = stop..<numeral.end
      stop = numeral.end
      if let unit = Self.itemUnits.match(at: stop, in: units, end: end) {
        // 延期任务2项: how many there are, and no number of one.
        stop += unit.length
        ordinal = nil
        number = nil
      }
    }
    guard stop < end,
      units[stop] == Unit.colon || (number != nil && (units[stop] == Unit.point || units[stop] == Unit.pause))
    else {
      return nil
    }
    return (index, stop + 1, ordinal, number)
  }

  func items(
    _ label: (start: Int, end: Int, ordinal: Int?, number: Range<Int>?), stop: Int, _ draft: Draft
  ) -> [DelayedItem] {
    let stop = max(stop, label.end)
    let range = label.start..<stop
    let listed = listed(in: label.end..<stop, draft)
    if !listed.isEmpty { return listed }
    let apart = eachWithItsReason(range, from: label.end)
    if !apart.isEmpty { return apart }
    if let reason = places.first(.reasons, in: label.end..<stop) {
      let several = sharing(reason.range, from: label.end, to: stop)
      if !several.isEmpty { return several }
      // 延期任务1:甲。已完成初稿。延期原因:…: the name is the first sentence.
      // So is the first line, where the next says who is in charge.
      let end =
        (label.end..<reason.range.lowerBound).first { numerals.kind($0) == .sentenceEnd }
        ?? Self.details.first(in: label.end..<reason.range.lowerBound, of: units)?.range.lowerBound
      var item = DelayedItem(range: range, name: tidy(label.end..<(end ?? reason.range.lowerBound)))
      // 调整任务:甲(原因:乙): the brackets belong to neither.
      let open = item.name.last { units[$0] == Unit.openBracket || units[$0] == Unit.closeBracket }
      let isBracketed = open.map { units[$0] == Unit.openBracket && $0 > item.name.lowerBound } ?? false
      if let open, isBracketed { item.name = tidy(item.name.lowerBound..<open) }
      item.ordinal = label.ordinal
      item.ordinalRange = label.number
      let text = reasonText(reason.range.upperBound..<stop)
      let close = isBracketed ? text.reason.first { units[$0] == Unit.closeBracket } : nil
      item.reason = text.reason.lowerBound..<(close ?? text.reason.upperBound)
      item.until = text.until ?? until(in: range)
      return [item]
    }
    if let item = becauseItem(label.end..<stop, draft) {
      var item = item
      item.range = range
      // 延期任务1:甲。由乙牵头,因…,延至…: the name is the first sentence.
      if let end = item.name.first(where: { numerals.kind($0) == .sentenceEnd }),
        end - item.name.lowerBound > 3
      {
        item.name = tidy(item.name.lowerBound..<end)
      }
      item.ordinal = label.ordinal
      item.ordinalRange = label.number
      return [item]
    }
    let end = (label.end..<stop).first { numerals.kind($0) == .sentenceEnd } ?? stop
    // 暂缓事项:“甲”,因…: the label says that it is delayed.
    if let because = cause(in: label.end..<end), because.lowerBound > label.end + 4 {
      let name = trimmedName(label.end..<because.lowerBound)
      var item = DelayedItem(range: range, name: name)
      item.ordinal = label.ordinal
      item.ordinalRange = label.number
      item.reason = reasonEnd(because.upperBound..<stop)
      item.until = until(in: range)
      if (4...60).contains(name.count) { return [item] }
    }
    // 因…延期3项:“甲”“乙”“丙”: the reason stands before the label.
    let quoted = sideBySide(label.end..<end)
    let side = quoted.count > 1 ? quoted : plainList(behind: label, end, draft)
    if side.count > 1 {
      let before = clauseStart(
        label.start,
        draft.sentence(at: label.start).map { draft.sentences[$0].range.lowerBound } ?? label.start)
      let reason = cause(in: before..<label.start).map { reasonEnd($0.upperBound..<label.start) }
      return side.map { name in
        var item = DelayedItem(range: range, name: name)
        item.reason = reason
        item.until = until(in: range)
        return item
      }
    }
    // 三项延期任务:一是甲(…);二是乙(…).
    let several = parts(of: label.end..<end).flatMap { part in
      let bracketed = bracketed(in: part, draft, isDelayed: true)
      return bracketed.isEmpty ? told(in: part, draft) : bracketed
    }
    if !several.isEmpty { return several }
    // 顺延1项:甲,工程量大、工期长,顺延至2023年10月.
    var item = DelayedItem(range: range, name: tidy(label.end..<end))
    if let told = split(label.end..<end, draft), told.until != nil || bracketed(label.end..<end) {
      (item.name, item.reason) = (told.name, told.reason.map(unbracketed))
    }
    item.ordinal = label.ordinal
    item.ordinalRange = label.number
    item.until = until(in: range)
    // 延期:2项 counts items and names none, 未完事项:无 says that there are none.
    return item.name.count < 4 && draft.quantities(in: item.name) || item.name.count < 2 ? [] : [item]
  }
}
