import ReportModel

/// Tells whether a paragraph is a heading, or begins with one.
struct HeadingFinding {
  let units: UnsafeBufferPointer<UInt16>
  let marks: HeadingMarks
  let terms: DomainTerms
  /// Whether paragraphs open with the name of a field of reform: 经济体制改革方面。共5项….
  private(set) var hasLeadIns = false
  private var takesAnyReform = false
  /// Whether lines that are nothing but a field's name stand over its paragraphs.
  private var hasFieldLines = false
  /// The frames of paragraphs' first sentences that at least three share: 在…上持续发力。 Their four characters
  /// stand in one number.
  private var frames: Set<UInt64> = []
  private(set) var bullets: BulletMarks
  private var decimals: DecimalMarks
  private var letters: DecimalMarks
  private var labels: LabelMarks
  private var groups: GroupLines?
  private var names: NameLines
  /// The rank of the last heading found.
  private var above: Int?

  init(units: UnsafeBufferPointer<UInt16>, marks: HeadingMarks, terms: DomainTerms) {
    self.units = units
    self.marks = marks
    self.terms = terms
    bullets = BulletMarks(units: units)
    decimals = DecimalMarks(units: units, numerals: marks.numerals)
    letters = DecimalMarks(units: units, numerals: marks.numerals, beginsWithLetter: true)
    labels = LabelMarks(units: units, numerals: marks.numerals)
    names = NameLines(units: units)
  }

  /// Looks for paragraphs that open with a field's name: one alone may be a sentence like any other.
  mutating func expectLeadIns(in paragraphs: [DraftParagraph], _ styles: [Int?]) {
    var (named, alike) = (0, 0)
    for (index, paragraph) in paragraphs.enumerated()
    where paragraph.kind != .matter && styles[index] == nil {
      guard let phrase = leadIn(paragraph.range, atLeast: 16) else { continue }
      alike += 1
      if terms.names(phrase, in: units) { named += 1 }
    }
    hasLeadIns = named >= 2
    // 林业改革。… 养老改革。…: what is no field's name elsewhere, in three paragraphs or more.
    takesAnyReform = alike >= 3
    let lines = paragraphs.map { $0.kind != .matter && isFieldLine($0.range) }
    hasFieldLines =
      lines.count { $0 } >= 2 && !zip(lines, lines.dropFirst()).contains { $0 && $1 } && lines.last == false
    bullets.expect(in: paragraphs, styles)
    decimals.expect(in: paragraphs, styles)
    letters.expect(in: paragraphs, styles)
    labels.expect(in: paragraphs, styles)
    names.expect(in: paragraphs, styles)
    groups = GroupLines(
      paragraphs, styles,
      mark: { marks.mark(at: $0.lowerBound, end: $0.upperBound) ?? labels.mark($0) },
      isField: { !bullets.begins($0) && (isFieldLine($0) || isReformLine($0)) })
    var counts: [UInt64: Int] = [:]
    for (index, paragraph) in paragraphs.enumerated()
    where paragraph.kind != .matter && styles[index] == nil {
      if let frame = frame(paragraph.range) { counts[frame.words, default: 0] += 1 }
    }
    frames = Set(counts.filter { $0.value > 2 }.keys)
  }

  /// The heading of a paragraph. `next` is the paragraph behind it, if running text may follow.
  mutating func heading(
    _ range: Range<Int>, style: Int?, index: Int, next: Range<Int>?
  ) -> SectionStart? {
    let start = start(range, style: style, index: index, next: next)
    if let start, !start.mark.scheme.isInline { above = start.mark.scheme.rank }
    return start
  }

  private mutating func start(
    _ range: Range<Int>, style: Int?, index: Int, next: Range<Int>?
  ) -> SectionStart? {
    let mark = marks.mark(at: range.lowerBound, end: range.upperBound)
    if let style, style > 0 {
      let length = mark?.length ?? 0
      return SectionStart(
        mark: HeadingMark(scheme: .style(min(style, 9)), ordinal: mark?.ordinal, length: length),
        offset: range.lowerBound, paragraph: index, heading: range.lowerBound + length..<range.upperBound,
        body: range.upperBound)
    }
    if var mark = decimals.mark(range) ?? letters.mark(range) ?? mark ?? labels.mark(range)
      ?? names.mark(range)
    {
      // 任务4:甲 under a line that names its group.
      if mark.scheme == .bare, groups?.lines.isEmpty == false { mark.scheme = .arabicPoint }
      return marked(mark, range, index: index)
    }
    if groups?.lines.contains(range.lowerBound) == true {
      return SectionStart(
        mark: HeadingMark(scheme: .bare, ordinal: nil, length: 0), offset: range.lowerBound, paragraph: index,
        heading: range, body: range.upperBound)
    }
    if hasLeadIns || takesAnyReform, let phrase = leadIn(range, atLeast: 6),
      takesAnyReform || terms.names(phrase, in: units)
    {
      return SectionStart(
        mark: HeadingMark(scheme: .bare, ordinal: nil, length: 0), offset: range.lowerBound, paragraph: index,
        heading: phrase, body: phrase.upperBound)
    }
    if !frames.isEmpty, let frame = frame(range), frames.contains(frame.words) {
      return SectionStart(
        mark: HeadingMark(scheme: .bare, ordinal: nil, length: 0), offset: range.lowerBound, paragraph: index,
        heading: range.lowerBound..<frame.end, body: frame.end)
    }
    if let bullet = bullets.mark(range, above: above) {
      return bulleted(bullet, range, index: index)
    }
    guard hasFieldLines && isFieldLine(range) || next.map({ isBareHead(range, next: $0) }) ?? false else {
      return nil
    }
    // 2023年工作计划: the head of a part of its own.
    let isPart =
      beginsWithYear(range)
      && Self.parts.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
    return SectionStart(
      mark: HeadingMark(scheme: isPart ? .part : .bare, ordinal: nil, length: 0), offset: range.lowerBound,
      paragraph: index,
      heading: range, body: range.upperBound)
  }

  private func marked(
    _ mark: HeadingMark, _ range: Range<Int>, index: Int
  ) -> SectionStart? {
    let first = range.lowerBound + mark.length
    guard first < range.upperBound else { return nil }
    let whole = first..<range.upperBound
    if !mark.scheme.isInline, whole.count <= 60,
      !whole.contains(where: { marks.numerals.kind($0) == .sentenceEnd && $0 < whole.upperBound - 1 })
    {
      // 五、存在的问题:协同不强: what stands behind the colon is text.
      if let colon = whole.firstIndex(where: { units[$0] == Unit.colon }), colon - first <= 16,
        whole.upperBound - colon > 6, marks.numerals.kind(whole.upperBound - 1) == .sentenceEnd
      {
        return SectionStart(
          mark: mark, offset: range.lowerBound, paragraph: index, heading: first..<colon, body: colon + 1)
      }
      // 1.甲不高;2.乙不足: the next item begins in the same line.
      if mark.scheme == .arabicPoint,
        let semicolon = whole.firstIndex(where: { units[$0] == Unit.semicolon }),
        marks.itemMark(at: semicolon + 1, end: whole.upperBound)?.scheme == mark.scheme
      {
        return SectionStart(
          mark: mark, offset: range.lowerBound, paragraph: index, heading: first..<semicolon, body: semicolon)
      }
      // **1. 经济体制改革(14项)** 已完成13项。: what stands behind a blank is text.
      if marks.numerals.kind(whole.upperBound - 1) == .sentenceEnd,
        let blank = whole.prefix(24).first(where: {
          units[$0] == Unit.space || marks.numerals.kind($0) == .clauseMark
        }),
        units[blank] == Unit.space, blank > first + 3
      {
        return SectionStart(
          mark: mark, offset: range.lowerBound, paragraph: index, heading: first..<blank, body: blank + 1)
      }
      var stop = whole.upperBound
      if marks.numerals.kind(stop - 1) == .sentenceEnd || units[stop - 1] == Unit.colon { stop -= 1 }
      // A short item that is a whole sentence is its own heading, but its words are read as text too.
      let isSentence = stop < whole.upperBound && units[stop] == Unit.stop && whole.count > 30
      return SectionStart(
        mark: mark, offset: range.lowerBound, paragraph: index, heading: first..<stop,
        body: isSentence ? stop : range.upperBound)
    }
    let stop = marks.phraseEnd(first, range.upperBound)
    return SectionStart(
      mark: mark, offset: range.lowerBound, paragraph: index, heading: first..<stop, body: stop)
  }

  /// ■经济体制改革, 【经济条线】(14项)…: what stands in 【】 is the heading.
  private func bulleted(
    _ mark: HeadingMark, _ range: Range<Int>, index: Int
  ) -> SectionStart? {
    guard units[range.lowerBound] == Self.boxOpen else {
      return marked(mark, range, index: index)
    }
    let first = range.lowerBound + mark.length
    guard let close = range.prefix(30).first(where: { units[$0] == Self.boxClose }), close > first else {
      return nil
    }
    // 【06号·延期】甲(某局):…: what says how an item stands is its mark.
    if close + 8 < range.upperBound, StandingMark.says(range.lowerBound..<close + 1, units) != nil {
      let length = close + 1 - range.lowerBound
      return marked(HeadingMark(scheme: mark.scheme, ordinal: nil, length: length), range, index: index)
    }
    return SectionStart(
      mark: mark, offset: range.lowerBound, paragraph: index, heading: first..<close, body: close + 1)
  }

  /// A line that is nothing but the name of a field, with its praise or its count in brackets.
  private func isFieldLine(_ range: Range<Int>) -> Bool {
    guard (4...30).contains(range.count), !marks.numerals.isDigit(range.lowerBound),
      marks.mark(at: range.lowerBound, end: range.upperBound) == nil,
      !range.contains(where: { Self.sentenceMarks.contains(units[$0]) })
    else { return false }
    let name = terms.name(in: range, of: units)
    return name.lowerBound == range.lowerBound && terms.names(range, in: units)
      && (terms.endsLikeField(name, in: units) || name.count < range.count)
  }

  /// 社会事业改革: a short line that is called a reform.
  private func isReformLine(_ range: Range<Int>) -> Bool {
    (4...16).contains(range.count) && terms.mayName(range, in: units)
      && !range.contains { Self.sentenceMarks.contains(units[$0]) }
  }

  private static let sentenceMarks = Array(",.;:!?。《".utf16)
  private static var boxOpen: UInt16 { Unit.of("【") }
  private static var boxClose: UInt16 { Unit.of("】") }

  /// The field's name that a paragraph opens with, where a full stop or a colon sets it off, or 方面 and a comma do.
  private func leadIn(_ range: Range<Int>, atLeast length: Int) -> Range<Int>? {
    if range.count > length + 4, let group = countedGroup(range) { return group }
    guard range.count > length + 4,
      let stop = leadInEnd(range), stop > range.lowerBound + 3, stop + length < range.upperBound,
      units[stop] != Unit.pause,
      marks.mark(at: range.lowerBound, end: range.upperBound) == nil
    else { return nil }
    let whole = range.lowerBound..<stop
    var phrase = whole
    // 第一专项小组(经济体制):…
    if units[stop - 1] == Unit.closeBracket,
      let open = phrase.last(where: { units[$0] == Unit.openBracket }), open > phrase.lowerBound + 3
    {
      phrase = phrase.lowerBound..<open
    }
    // 经济生态组:牵头项目13个: a group that tells its count.
    if units[stop] == Unit.colon, phrase.count <= 10,
      Self.groups.match(before: phrase.upperBound, in: units, start: phrase.lowerBound) != nil,
      Self.bearing.match(at: stop + 1, in: units, end: range.upperBound) != nil
    {
      return whole
    }
    // 经济体制:共12项,完成11项。…: a label that tells its count, over text of its own.
    if units[stop] == Unit.colon, phrase.count <= 12,
      let cue = Self.bearing.match(at: stop + 1, in: units, end: range.upperBound),
      marks.numerals.isDigit(stop + 1 + cue.length),
      (stop..<range.upperBound - 12).contains(where: { marks.numerals.kind($0) == .sentenceEnd })
    {
      return whole
    }
    // 管理体制和干部人事方面。…: nothing but 方面 behind what it is about.
    let isAspect = Self.aspects.match(before: stop, in: units, start: range.lowerBound) != nil
    if isAspect, units[stop] == Unit.stop { return whole }
    let ends =
      units[stop] == Unit.comma
      ? isAspect
      : terms.endsLikeField(phrase, in: units)
        || marks.numerals.kind(stop) == .sentenceEnd && terms.names(phrase, in: units)
          && terms.name(in: phrase, of: units).count < phrase.count
    guard ends else { return nil }
    let isShort =
      phrase.count <= 10 && DomainTerms.doing.match(at: phrase.lowerBound, in: units, end: stop) == nil
    return isShort || terms.names(phrase, in: units) ? whole : nil
  }

  /// 经济体制改革专项小组今年牵头任务8项: a group or field at the start that tells its count without a mark between.
  private func countedGroup(_ range: Range<Int>) -> Range<Int>? {
    let start = range.lowerBound
    let stop = (start + 4..<min(start + 20, range.upperBound)).first {
      Self.leaders.match(before: $0, in: units, start: start) != nil
    }
    // 这一领域年度任务14项: a field that was named before.
    guard var place = stop, let stop, Self.pointing.match(at: start, in: units, end: stop) == nil else {
      return nil
    }
    while let word = Self.groupTimes.match(at: place, in: units, end: range.upperBound) {
      place += word.length
    }
    guard let cue = Self.bearing.match(at: place, in: units, end: range.upperBound) else { return nil }
    place += cue.length
    if let noun = Self.bearing.match(at: place, in: units, end: range.upperBound) { place += noun.length }
    return place < range.upperBound && marks.numerals.isDigit(place) ? start..<stop : nil
  }

  private static let leaders = WordTable<Bool>(set: "专项小组 专项组 专题组 专责组 领域 条线", backwards: true)
  private static let pointing = WordTable<Bool>(set: "这 该 本 此 上述 各 以上 全部 每")
  private static let groupTimes = WordTable<Bool>(set: "今年 全年 年内 本年度 本年 年初 共")

  /// How a paragraph's short first sentence begins and ends, where text follows it: 在增进民生福祉上持续发力。….
  private func frame(_ range: Range<Int>) -> (words: UInt64, end: Int)? {
    guard let stop = range.prefix(30).first(where: { Self.sentenceMarks.contains(units[$0]) }),
      units[stop] == Unit.stop, stop >= range.lowerBound + 6, stop + 20 < range.upperBound
    else { return nil }
    let words = [range.lowerBound, stop - 3, stop - 2, stop - 1].reduce(0 as UInt64) {
      $0 << 16 | UInt64(units[$1])
    }
    return (words, stop)
  }

  /// The first mark of a paragraph outside brackets, where it comes soon.
  private func leadInEnd(_ range: Range<Int>) -> Int? {
    var inBrackets = false
    var length = 0
    for index in range.prefix(60) {
      switch units[index] {
      case Unit.openBracket: inBrackets = true
      case Unit.closeBracket: inBrackets = false
      default:
        guard !inBrackets else { continue }
        length += 1
        if length > 26 { return nil }
        switch marks.numerals.kind(index) {
        case .sentenceEnd, .clauseMark: return index
        default: continue
        }
      }
    }
    return nil
  }

  private static let groups = WordTable<Bool>(set: "组 专班 小组 口", backwards: true)
  private static let bearing = WordTable<Bool>(
    set: "牵头 承担 负责 共承担 共牵头 共 任务 项目 事项 承接 年度任务 改革任务 改革事项 改革项目 安排 部署")
  private static let aspects = WordTable<Bool>(set: "方面 领域", backwards: true)
}
