import ReportModel

/// Where an item or a heading begins, before the tree is built.
struct SectionStart {
  var mark: HeadingMark
  var offset: Int
  /// The paragraph it stands in.
  var paragraph: Int
  /// The words of the heading, or of an item its first phrase.
  var heading: Range<Int>
  var body: Int
  /// What the words say of its role, where a sentence opens it.
  var role: SectionRole?
}

/// Reads paragraphs into sentences, brackets, mentions, and the beginnings of items inside running text.
struct ParagraphReading {
  let units: UnsafeBufferPointer<UInt16>
  let marks: HeadingMarks
  private(set) var scanner: MentionScanner
  private var landmarks = Landmarks()
  /// The first cue that no sentence has been asked about.
  private var nextCue = 0
  private var brackets = BracketMatching()
  private(set) var sentences: [DraftSentence] = []
  private(set) var items: [SectionStart] = []
  /// The paragraphs that may tell of delayed items.
  private(set) var delayParagraphs: [Int] = []

  init(units: UnsafeBufferPointer<UInt16>, marks: HeadingMarks, scanner: MentionScanner) {
    self.units = units
    self.marks = marks
    self.scanner = scanner
    // Room for what prose of this length holds, so that lists do not grow step by step.
    sentences.reserveCapacity(units.count / 28)
    self.scanner.found.quantities.reserveCapacity(units.count / 100)
    self.scanner.found.times.reserveCapacity(units.count / 200)
  }

  /// Reads one paragraph; `body` is where its text begins behind a heading's mark.
  mutating func read(_ range: Range<Int>, index: Int, body: Int) -> Range<Int> {
    landmarks.read(range, of: units)
    nextCue = landmarks.cues.startIndex
    brackets.read(landmarks.marks, units: units, numerals: marks.numerals)
    let titleStart = scanner.found.titles.count
    let slogans = takeBrackets()
    let first = sentences.count
    split(range, paragraph: index, body: body)
    scanner.scan(
      range, starts: landmarks.starts, masked: scanner.found.titles[titleStart...], slogans: slogans[...])
    if landmarks.cues.contains(where: {
      DelayReading.cues.match(at: Int($0), in: units, end: range.upperBound) != nil
    }) {
      delayParagraphs.append(index)
    }
    return first..<sentences.count
  }

  /// Takes titles and quotations over, and returns the short quotations, whose figures are part of a name.
  private mutating func takeBrackets() -> [Range<Int>] {
    scanner.found.unmatched += brackets.unmatched
    guard !brackets.pairs.isEmpty else { return [] }
    var slogans: [Range<Int>] = []
    var titleEnd = 0
    for pair in brackets.pairs {
      let range = pair.open..<pair.close + 1
      switch pair.kind {
      case Unit.openTitle, Unit.openInnerTitle:
        let inner = pair.open < titleEnd
        scanner.found.titles.append(TitleMention(range: range, depth: inner ? 1 : 0))
        titleEnd = max(titleEnd, pair.close)
      case Unit.openQuote:
        scanner.found.quotations.append(range)
        if isSlogan(range) { slogans.append(range) }
      default:
        continue
      }
    }
    return slogans
  }

  /// A quotation that names something: short and without a clause in it.
  private func isSlogan(_ range: Range<Int>) -> Bool {
    guard range.count <= 18 else { return false }
    for index in range where marks.numerals.kind(index) == .sentenceEnd || units[index] == Unit.comma {
      return false
    }
    return true
  }

  private mutating func split(_ range: Range<Int>, paragraph: Int, body: Int) {
    var start = range.lowerBound
    var done = range.lowerBound
    var pair = 0
    for place in landmarks.marks {
      let index = Int(place)
      let kind = marks.numerals.kind(index)
      guard index >= done, kind != .closer else { continue }
      if kind == .opener {
        while pair < brackets.pairs.count, brackets.pairs[pair].open < index { pair += 1 }
        // What stands in brackets or a title ends no sentence.
        if pair < brackets.pairs.count, brackets.pairs[pair].open == index,
          units[index] == Unit.openBracket || units[index] == Unit.openTitle
        {
          done = brackets.pairs[pair].close
        }
        continue
      }
      var next = index + 1
      if kind == .sentenceEnd {
        while next < range.upperBound,
          marks.numerals.kind(next) == .sentenceEnd || marks.numerals.kind(next) == .closer
        {
          next += 1
        }
        append(start..<next, paragraph)
        start = next
      }
      while next < range.upperBound, units[next] == Unit.space { next += 1 }
      if next > body, let mark = marks.itemMark(at: next, end: range.upperBound),
        kind == .sentenceEnd || units[index] != Unit.pause
      {
        if start < next { append(start..<next, paragraph) }
        start = next
        addItem(mark, at: next, paragraph: paragraph, end: range.upperBound)
      }
      done = next
    }
    append(start..<range.upperBound, paragraph)
  }

  private mutating func append(_ range: Range<Int>, _ paragraph: Int) {
    guard !range.isEmpty else { return }
    let isFirst = sentences.last?.paragraph != paragraph
    sentences.append(DraftSentence(range: range, paragraph: paragraph))
    var start = range.lowerBound
    while start < range.upperBound, units[start] == Unit.space { start += 1 }
    if let role = leadRole(start..<range.upperBound), isFirst || role != .overview {
      items.append(
        SectionStart(
          mark: HeadingMark(scheme: .lead, ordinal: nil, length: 0), offset: range.lowerBound,
          paragraph: paragraph,
          heading: start..<marks.phraseEnd(start, range.upperBound), body: range.lowerBound, role: role))
    }
  }

  private mutating func addItem(_ mark: HeadingMark, at index: Int, paragraph: Int, end: Int) {
    let first = index + mark.length
    let stop = marks.phraseEnd(first, end)
    items.append(
      SectionStart(
        mark: mark, offset: index, paragraph: paragraph, heading: first..<stop, body: stop, role: nil))
  }

  /// The role of a sentence that opens a theme: 下一步, …; … 还存在一些问题.
  private mutating func leadRole(_ range: Range<Int>) -> SectionRole? {
    if let word = SectionRoleWords.leads.match(at: range.lowerBound, in: units, end: range.upperBound) {
      return word.meaning
    }
    if looksAhead(range) { return .plan }
    if let role = announced(range) { return role }
    if countsFaults(range) || ownsFaults(range) { return .problems }
    guard range.count < 160 else { return nil }
    let cues = landmarks.cues
    while nextCue < cues.endIndex, cues[nextCue] < range.upperBound {
      let place = Int(cues[nextCue])
      nextCue += 1
      if place >= range.lowerBound,
        SectionRoleWords.faults.match(at: place, in: units, end: range.upperBound) != nil
      {
        return .problems
      }
    }
    return SectionRoleWords.addressees.match(at: range.lowerBound, in: units, end: range.upperBound)?.meaning
  }

  /// 再汇报几点不足。 最后讲讲今年的打算。: what an address says that it comes to.
  private func announced(_ range: Range<Int>) -> SectionRole? {
    guard range.count <= 20, let stop = range.last, marks.numerals.kind(stop) == .sentenceEnd else {
      return nil
    }
    // 工作中的问题,我讲三条。
    if let topic = SectionRoleWords.topics.match(at: range.lowerBound, in: units, end: stop) {
      return topic.meaning
    }
    guard let turn = SectionRoleWords.turns.match(at: range.lowerBound, in: units, end: stop),
      SectionRoleWords.telling.first(in: range.lowerBound + turn.length..<stop, of: units) != nil
    else { return nil }
    return SectionRoleWords.announced.match(before: stop, in: units, start: range.lowerBound)?.meaning
  }

  /// 核验中发现两点不足:一是…: faults that are counted before they are listed.
  private func countsFaults(_ range: Range<Int>) -> Bool {
    guard (6...40).contains(range.count), let colon = range.last, units[colon] == Unit.colon,
      let noun = SectionRoleWords.counted.match(before: colon, in: units, start: range.lowerBound),
      case let end = colon - noun.length,
      let counter = SectionRoleWords.counters.match(before: end, in: units, start: range.lowerBound),
      case let number = end - counter.length - 1, number >= range.lowerBound
    else { return false }
    return marks.numerals.isDigit(number) || marks.numerals.kind(number) == .chineseDigit
      || Self.few.contains(units[number])
  }

  /// 除了账上的事,还有自身的不足。: a short sentence whose last clause says that there are faults, and no more.
  private func ownsFaults(_ range: Range<Int>) -> Bool {
    guard range.count <= 40, let stop = range.last,
      units[stop] == Unit.stop || units[stop] == Unit.colon,
      SectionRoleWords.counted.match(before: stop, in: units, start: range.lowerBound) != nil
    else { return false }
    let clause = (range.lowerBound..<stop).last { units[$0] == Unit.comma }.map { $0 + 1 } ?? range.lowerBound
    return stop - clause <= 16
      && SectionRoleWords.stillThere.first(in: clause..<min(stop, clause + 5), of: units) != nil
  }

  private static let few = Array("两几些三四五六七八九十".utf16)

  /// 2023年,我县考虑…: a year and what is intended in it; whether it is a later one than the report's is seen when that is known.
  private func looksAhead(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    guard range.count > 10, units[first + 4] == Unit.year,
      (first..<first + 4).allSatisfy({ marks.numerals.isDigit($0) })
    else { return false }
    if units[first + 5] != Unit.comma {
      // 2025年重点抓好三件事:一是…
      return range.count <= 40 && units[range.upperBound - 1] == Unit.colon
        && SectionRoleWords.emphases.match(at: first + 5, in: units, end: range.upperBound) != nil
    }
    return SectionRoleWords.intents.first(in: first + 6..<min(range.upperBound, first + 16), of: units) != nil
  }

  /// Hands the sentences over; they are not kept, so that filling them in does not copy them.
  mutating func takeSentences() -> [DraftSentence] {
    defer { sentences = [] }
    return sentences
  }
}
