import ReportModel

/// What a paragraph looks like from outside.
enum ParagraphLook {
  case body, short, dateline, shell(SkippedPart.Reason)
  /// ====: a line between two articles.
  case divider
  /// 短评, 相关新闻: the head over another text.
  case column
  /// A line that the contents list names.
  case title
}

/// Tells running text, titles and the lines of the frame around them apart by their looks.
struct ParagraphLooks {
  let units: UnsafeBufferPointer<UInt16>
  let marks: HeadingMarks

  func looks(of all: [JoinedParagraph]) -> [ParagraphLook] {
    var looks = all.map { look($0) }
    dropSiteName(all, &looks)
    dropRelated(all, &looks)
    dropContents(all, &looks)
    return looks
  }

  private func look(_ paragraph: JoinedParagraph) -> ParagraphLook {
    let range = paragraph.range
    if range.count >= 3, range.allSatisfy({ Self.dividers.contains(units[$0]) }) { return .divider }
    if range.count <= 8, matches(ShellWords.columns, range) { return .column }
    if isIssue(range) || isPage(range) { return .shell(.webShell) }
    // [索引号] …: the words may stand in brackets.
    let first = Self.opening.contains(units[range.lowerBound]) ? range.lowerBound + 1 : range.lowerBound
    if range.count <= 160,
      let word = ShellWords.beginnings.match(at: range.lowerBound, in: units, end: range.upperBound)
        ?? ShellWords.beginnings.match(at: first, in: units, end: range.upperBound)
        ?? spacedLabel(first..<range.upperBound)
    {
      if word.meaning != .byline || range.count <= 60, !isProse(range, after: word.length) {
        return .shell(word.meaning == .related && isBar(range) ? .webShell : word.meaning)
      }
    }
    if range.count <= 60,
      let credit = ShellWords.credits.match(at: range.lowerBound, in: units, end: range.upperBound),
      range.count > credit.length, ShellWords.creditMarks.contains(units[range.lowerBound + credit.length])
    {
      return .shell(credit.meaning)
    }
    if range.count <= 80, isOpenLine(range), ShellWords.pageHeads.first(in: range, of: units) != nil,
      Imprint.date(in: range, units, marks.numerals)?.day != nil
    {
      return .shell(.webShell)
    }
    // 2023-11-17 08:12 来源:…: a line of the frame may begin with its date.
    if range.count <= 120, marks.numerals.isDigit(range.lowerBound), isOpenLine(range),
      Imprint.date(in: range.prefix(12), units, marks.numerals)?.day != nil, isFrame(range)
    {
      return .shell(.webShell)
    }
    if range.count <= 40, startsWithTime(range) { return .shell(.webShell) }
    if isByline(range) { return .shell(.byline) }
    if ShellWords.datelines.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
      || ShellWords.datelines.first(
        in: range.lowerBound..<min(range.upperBound, range.lowerBound + 18), of: units) != nil
        && range.count > 60
    {
      return .dateline
    }
    if range.count <= 50, isOpenLine(range), marks.mark(at: range.lowerBound, end: range.upperBound) == nil {
      return isCaption(range) ? .shell(.caption) : .short
    }
    return .body
  }

  /// 往期回顾 上一版 下一版: links side by side head no list of other texts.
  private func isBar(_ range: Range<Int>) -> Bool {
    range.contains {
      units[$0] == Unit.space
        && ShellWords.beginnings.match(at: $0 + 1, in: units, end: range.upperBound)?.meaning == .webShell
    }
  }

  /// 索 引 号:, 有 效 性:: a label set wide.
  private func spacedLabel(_ range: Range<Int>) -> (length: Int, meaning: SkippedPart.Reason)? {
    guard let colon = range.prefix(14).first(where: { units[$0] == Unit.colon }),
      (range.lowerBound..<colon).contains(where: { units[$0] == Unit.space })
    else { return nil }
    let label = (range.lowerBound...colon).map { units[$0] }.filter { $0 != Unit.space }
    return label.withUnsafeBufferPointer { ShellWords.beginnings.match(at: 0, in: $0, end: $0.count) }
  }

  private func matches(_ words: WordTable<Bool>, _ range: Range<Int>) -> Bool {
    let line = range.map { units[$0] }.filter { $0 != Unit.space && !Self.columnMarks.contains($0) }
    return line.withUnsafeBufferPointer {
      $0.count > 0 && words.match(at: 0, in: $0, end: $0.count)?.length == $0.count
    }
  }

  /// 第12期, (总第45期): the number of an issue, perhaps behind the paper's name.
  private func isIssue(_ range: Range<Int>) -> Bool {
    guard range.count <= 24,
      units[range.upperBound - 1] == Self.issue
        || units[range.upperBound - 1] == Unit.closeBracket,
      let first = range.firstIndex(where: { units[$0] == Unit.first })
    else { return false }
    var stop = first + 1
    while stop < range.upperBound, isNumeral(stop) || units[stop] == Unit.space { stop += 1 }
    guard stop > first + 1, stop < range.upperBound, units[stop] == Self.issue else { return false }
    return !range.contains { units[$0] == Unit.comma }
  }

  /// 第03版:要闻, A2版 综合, 翠城日报数字报 | 第03版: where a page of a paper begins.
  private func isPage(_ range: Range<Int>) -> Bool {
    guard range.count <= 40, isOpenLine(range),
      let page = range.dropFirst().first(where: { units[$0] == Self.page && marks.numerals.isDigit($0 - 1) })
    else { return false }
    var start = page
    while start > range.lowerBound, marks.numerals.isDigit(start - 1) { start -= 1 }
    let isNumbered =
      start > range.lowerBound
      && (units[start - 1] == Unit.first || marks.numerals.kind(start - 1) == .latin)
    let stop = page + 1
    return (isNumbered || start == range.lowerBound)
      && (stop == range.upperBound || units[stop] == Unit.colon || units[stop] == Unit.space)
  }

  private func isNumeral(_ index: Int) -> Bool {
    switch marks.numerals.kind(index) {
    case .digit, .chineseDigit, .chineseScale: true
    default: false
    }
  }

  /// 2024年3月8日 09:00 江南: the day and the time of day at which a text was put out.
  private func startsWithTime(_ range: Range<Int>) -> Bool {
    guard marks.numerals.isDigit(range.lowerBound),
      let blank = range.prefix(14).first(where: { units[$0] == Unit.space }), blank + 4 < range.upperBound,
      Imprint.date(in: range.lowerBound..<blank, units, marks.numerals)?.day != nil
    else { return false }
    let clock = blank + 1..<min(range.upperBound, blank + 6)
    return marks.numerals.isDigit(clock.lowerBound) && clock.contains { units[$0] == Unit.colon }
  }

  /// Whether a word of the frame stands behind a blank: … 来源:… 编辑:….
  private func isFrame(_ range: Range<Int>) -> Bool {
    range.contains {
      units[$0] == Unit.space
        && ShellWords.beginnings.match(at: $0 + 1, in: units, end: range.upperBound) != nil
    }
  }

  /// A line of the frame may begin like a sentence: 来源于…, 首页 as a word. Prose ends with a full stop and is long.
  private func isProse(_ range: Range<Int>, after length: Int) -> Bool {
    range.count > 40 && units[range.upperBound - 1] == Unit.stop && length < 4
  }

  /// A line without a closing mark, as titles and sub-heads are.
  private func isOpenLine(_ range: Range<Int>) -> Bool {
    switch units[range.upperBound - 1] {
    case Unit.stop, Unit.comma, Unit.semicolon, Unit.colon: false
    default: !range.contains { units[$0] == Unit.stop }
    }
  }

  /// (通讯员 …), 全媒体记者 …, … 摄.
  func isByline(_ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    if isBracketedSource(range) { return true }
    var first = range.lowerBound
    while first < range.upperBound - 1, Self.bylineMarks.contains(units[first]) { first += 1 }
    guard ShellWords.bylines.match(at: first, in: units, end: range.upperBound) != nil else { return false }
    return !range.contains { units[$0] == Unit.stop || units[$0] == Unit.comma }
  }

  /// (区委改革办 供稿), (某乡党政办 张三): who sent a text in.
  private func isBracketedSource(_ range: Range<Int>) -> Bool {
    guard (6...36).contains(range.count), units[range.lowerBound] == Unit.openBracket,
      range.firstIndex(where: { units[$0] == Unit.closeBracket }) == range.upperBound - 1
    else { return false }
    let inner = range.dropFirst().dropLast()
    // (某区委改革办 二〇二二年一月十日) is the head of a report.
    return !inner.contains {
      marks.numerals.isDigit($0) || units[$0] == Unit.year || Self.sentenceMarks.contains(units[$0])
    }
      && inner.contains { units[$0] == Unit.space }
  }

  private static let sentenceMarks = Array(",。;:!?".utf16)

  private func isCaption(_ range: Range<Int>) -> Bool {
    units[range.upperBound - 1] == Self.she && range.count < 60
  }

  /// A byline at the end of a paragraph: (通讯员 …) or 全媒体记者 … behind its last full stop.
  func trailingByline(_ range: Range<Int>) -> Range<Int>? {
    guard range.count > 40 else { return nil }
    var index = range.upperBound - 1
    let limit = max(range.lowerBound, range.upperBound - 50)
    while index > limit {
      let unit = units[index]
      if unit == Unit.stop || unit == Unit.closeQuote { break }
      index -= 1
    }
    let tail = index + 1
    guard index > limit, tail < range.upperBound - 3 else { return nil }
    let first = units[tail] == Unit.openBracket ? tail + 1 : tail
    guard
      ShellWords.bylines.match(at: first, in: units, end: range.upperBound) != nil
        || ShellWords.bylines.match(at: first + 1, in: units, end: range.upperBound) != nil
    else { return nil }
    return tail..<range.upperBound
  }

  /// A site's name stands above its navigation.
  private func dropSiteName(_ all: [JoinedParagraph], _ looks: inout [ParagraphLook]) {
    if let end = headerEnd(all, looks) {
      for index in 0..<end { looks[index] = .shell(.webShell) }
      return
    }
    // An account's name may stand twice.
    if all.count > 2, case .short = looks[0], case .short = looks[1], case .shell = looks[2],
      all[0].range.count <= 16, units[all[0].range].elementsEqual(units[all[1].range])
    {
      (looks[0], looks[1]) = (.shell(.webShell), .shell(.webShell))
      return
    }
    guard all.count > 1, case .short = looks[0], all[0].range.count <= 14, case .shell = looks[1],
      Self.sites.match(before: all[0].range.upperBound, in: units, start: all[0].range.lowerBound) != nil
        || Self.accounts.match(at: all[1].range.lowerBound, in: units, end: all[1].range.upperBound) != nil
    else { return }
    looks[0] = .shell(.webShell)
  }

  /// Where the header of a site ends: behind the last line of its frame above the title of a report; its name, its menus and
  /// its slogan stand over that.
  private func headerEnd(_ all: [JoinedParagraph], _ looks: [ParagraphLook]) -> Int? {
    var last: Int?
    for (index, paragraph) in all.enumerated().prefix(14) {
      let range = paragraph.range
      if case .shell(.webShell) = looks[index] {
        last = index
        continue
      }
      if range.count <= 80, ShellWords.menus.first(in: range, of: units) != nil, isOpenLine(range) {
        last = index
        continue
      }
      guard isOpenLine(range), range.count <= 60 else { return nil }
      if let last, index > last,
        FrontMatter.titleEnds.match(before: range.upperBound, in: units, start: range.lowerBound) != nil,
        Self.reforms.first(in: range, of: units) != nil
      {
        return last + 1
      }
    }
    return nil
  }

  private static let reforms = WordTable<Bool>(set: "改革 深改")

  /// A contents list and the name of the bulletin above it belong to no article; the lines that it names are titles.
  private func dropContents(_ all: [JoinedParagraph], _ looks: inout [ParagraphLook]) {
    for index in all.indices.dropFirst() where isIssue(all[index].range) {
      let name = all[index - 1].range
      if case .short = looks[index - 1], name.count <= 16,
        ShellWords.bulletins.match(before: name.upperBound, in: units, start: name.lowerBound) != nil
      {
        looks[index - 1] = .shell(.webShell)
      }
    }
    guard
      let head = all.indices.prefix(12).first(where: {
        all[$0].range.count <= 8 && matches(ShellWords.contents, all[$0].range)
      })
    else { return }
    var entries: Set<[UInt16]> = []
    var isNumbered = false
    var next = head + 1
    while next < all.count, all[next].range.count <= 60, isOpenLine(all[next].range) {
      let range = all[next].range
      let entry = contentsEntry(range)
      if entries.contains(entry) || entry.isEmpty { break }
      entries.insert(entry)
      isNumbered = isNumbered || marks.mark(at: range.lowerBound, end: range.upperBound) != nil
      next += 1
    }
    guard entries.count >= 2, next < all.count else { return }
    // A title that the list does not repeat word for word stands right above its text.
    if !entries.contains(contentsEntry(all[next].range)) { next -= 1 }
    for index in head..<next { looks[index] = .shell(.column) }
    guard !isNumbered else { return }
    for index in all.indices[next...] where entries.contains(contentsEntry(all[index].range)) {
      looks[index] = .title
    }
  }

  /// ★甲……3: an entry without its bullet, its dots and its page.
  private func contentsEntry(_ range: Range<Int>) -> [UInt16] {
    guard range.count <= 60 else { return [] }
    let end = range.reversed().first { index in
      !marks.numerals.isDigit(index) && units[index] != Unit.space && !Self.leaders.contains(units[index])
    }
    guard let end else { return [] }
    let isPaged =
      end + 1 < range.upperBound && Self.leaders.contains(units[end + 1])
      || end + 1 < range.upperBound && units[end + 1] == Unit.space
    let stop = isPaged ? end + 1 : range.upperBound
    return (range.lowerBound..<stop).map { units[$0] }.filter {
      $0 != Unit.space && !Self.columnMarks.contains($0)
    }
  }

  /// Short lines behind 相关链接 or 猜你喜欢 are links, until running text comes again.
  private func dropRelated(_ all: [JoinedParagraph], _ looks: inout [ParagraphLook]) {
    var related = false
    for index in looks.indices {
      switch looks[index] {
      case .shell(.related): related = true
      case .body where all[index].range.count >= 60: related = false
      case .dateline: related = false
      case .short, .body: if related { looks[index] = .shell(.related) }
      case .shell, .divider, .column, .title: continue
      }
    }
  }

  /// Marks around the head of a column: 【短评】, ■ 链接.
  private static let columnMarks = Array("【】[]<>()■●◆★▲□·:".utf16)
  private static let leaders = Array("\u{2026}.\u{00B7}_-".utf16)
  private static var issue: UInt16 { Unit.of("期") }
  private static var page: UInt16 { Unit.of("版") }
  private static let dividers = Array("=-*_~\u{2014}\u{2500}\u{2501}".utf16)
  private static let opening = Array("[【〔\u{2191}\u{2193}\u{2192}\u{25B2}\u{25BC}\u{261D}".utf16)
  /// What may stand before a byline: (记者 …), □ 本报记者 ….
  private static let bylineMarks = Array("( \u{25A1}\u{25A0}\u{25CF}\u{25CB}\u{25CE}\u{2014}".utf16)
  private static var she: UInt16 { Unit.of("摄") }
  private static let sites = WordTable<Bool>(
    set: "日报 晚报 早报 快报 时报 周报 报社 网 网站 门户 频道 在线 热线 新闻网 门户网站", backwards: true)
  private static let accounts = WordTable<Bool>(set: "微信号 功能介绍")
}
