import ReportModel

/// Parts a file into its articles, and sets aside what belongs to none of them.
struct ArticleSplitting {
  let units: UnsafeBufferPointer<UInt16>
  let marks: HeadingMarks
  private(set) var articles: [DraftArticle] = []
  private(set) var skipped: [SkippedPart] = []
  /// The paragraphs that are read, with the index of their article.
  private(set) var paragraphs: [(paragraph: JoinedParagraph, article: Int)] = []

  init(units: UnsafeBufferPointer<UInt16>, marks: HeadingMarks) {
    self.units = units
    self.marks = marks
  }

  /// What a paragraph looks like from outside.
  private enum Look {
    case body, short, dateline, shell(SkippedPart.Reason)
    /// ====: a line between two articles.
    case divider
  }

  mutating func read(_ all: [JoinedParagraph]) {
    var looks = all.map { look($0) }
    dropSiteName(all, &looks)
    dropRelated(all, &looks)
    var ended = true
    /// How many paragraphs of running text the article has so far.
    var bodies = 0
    var publisher: String?
    var date: PartialDate?
    for (index, paragraph) in all.enumerated() {
      switch looks[index] {
      case .shell(let reason):
        skipped.append(SkippedPart(range: paragraph.range, reason: reason))
        if reason == .webShell || reason == .byline {
          credit(paragraph.range, isOpen: !ended && bodies == 0, &publisher, &date)
        }
        if reason == .byline, isByline(paragraph.range) {
          if !articles.isEmpty { articles[articles.count - 1].isNews = true }
          // A byline under a title ends nothing.
          ended = ended || bodies > 0
        }
        continue
      case .divider:
        skipped.append(SkippedPart(range: paragraph.range, reason: .webShell))
        ended = true
        continue
      case .short where beginsNews(index, looks) || bodies > 0 && isDated(index, all, looks):
        startArticle(paragraph, &publisher, &date)
        bodies = 0
        ended = false
      case .short where ended && beginsNews(index, looks, within: 3):
        skipped.append(SkippedPart(range: paragraph.range, reason: .column))
        continue
      case .short
      where ended && !articles.isEmpty && (!leadsToBody(index, looks) || isHeadOfColumn(index, all, looks)):
        skipped.append(SkippedPart(range: paragraph.range, reason: .caption))
        continue
      case .dateline:
        if articles.isEmpty || (ended && articles.last?.range.count ?? 0 > 0) || !isTitled(index, looks) {
          startArticle(paragraph, &publisher, &date)
        }
        bodies += 1
        articles[articles.count - 1].isNews = true
        ended = false
      default:
        if ended {
          startArticle(paragraph, &publisher, &date)
          bodies = 0
        }
        if case .body = looks[index] { bodies += 1 }
        ended = false
      }
      add(paragraph, &ended)
    }
    if !articles.isEmpty {
      articles[0].publisher = articles[0].publisher ?? publisher
      articles[0].date = articles[0].date ?? date
      for index in articles.indices where articles[index].date != nil {
        let publisher = articles[index].publisher ?? ""
        if publisher.hasSuffix("网") || publisher.hasSuffix("报") { articles[index].isNews = true }
      }
    }
  }

  /// Begins an article with what was said of it above its title.
  private mutating func startArticle(
    _ paragraph: JoinedParagraph, _ publisher: inout String?, _ date: inout PartialDate?
  ) {
    articles.append(DraftArticle(range: paragraph.range.lowerBound..<paragraph.range.lowerBound))
    articles[articles.count - 1].publisher = publisher
    articles[articles.count - 1].date = date
    (publisher, date) = (nil, nil)
  }

  /// What a line of the frame says of who published an article and when: of the one whose title was read, or of the next.
  private mutating func credit(
    _ range: Range<Int>, isOpen: Bool, _ publisher: inout String?, _ date: inout PartialDate?
  ) {
    let said = (self.publisher(in: range), Self.date(in: range, units, marks.numerals))
    if isOpen, let last = articles.indices.last {
      articles[last].publisher = articles[last].publisher ?? said.0
      articles[last].date = articles[last].date ?? said.1
    } else {
      publisher = publisher ?? said.0
      date = date ?? said.1
    }
  }

  /// Whether a line of the frame with a date stands right under a short line, which is then a title.
  private func isDated(_ index: Int, _ all: [JoinedParagraph], _ looks: [Look]) -> Bool {
    guard index + 1 < looks.count, case .shell(.webShell) = looks[index + 1] else { return false }
    return Self.date(in: all[index + 1].range, units, marks.numerals)?.day != nil
  }

  private mutating func add(_ paragraph: JoinedParagraph, _ ended: inout Bool) {
    var paragraph = paragraph
    if let byline = trailingByline(paragraph.range) {
      skipped.append(SkippedPart(range: byline, reason: .byline))
      paragraph.range = paragraph.range.lowerBound..<byline.lowerBound
      articles[articles.count - 1].isNews = true
      ended = true
    }
    let last = articles.count - 1
    articles[last].range = articles[last].range.lowerBound..<paragraph.range.upperBound
    paragraphs.append((paragraph, last))
  }

  private func look(_ paragraph: JoinedParagraph) -> Look {
    let range = paragraph.range
    if range.count >= 3, range.allSatisfy({ Self.dividers.contains(units[$0]) }) { return .divider }
    // [索引号] …: the words may stand in brackets.
    let first = Self.opening.contains(units[range.lowerBound]) ? range.lowerBound + 1 : range.lowerBound
    if range.count <= 160,
      let word = ShellWords.beginnings.match(at: range.lowerBound, in: units, end: range.upperBound)
        ?? ShellWords.beginnings.match(at: first, in: units, end: range.upperBound)
    {
      if word.meaning != .byline || range.count <= 60, !isProse(range, after: word.length) {
        return .shell(word.meaning)
      }
    }
    if range.count <= 60,
      let credit = ShellWords.credits.match(at: range.lowerBound, in: units, end: range.upperBound),
      range.count > credit.length, ShellWords.creditMarks.contains(units[range.lowerBound + credit.length])
    {
      return .shell(credit.meaning)
    }
    if range.count <= 80, isOpenLine(range), ShellWords.pageHeads.first(in: range, of: units) != nil,
      Self.date(in: range, units, marks.numerals)?.day != nil
    {
      return .shell(.webShell)
    }
    // 2023-11-17 08:12 来源:…: a line of the frame may begin with its date.
    if range.count <= 120, marks.numerals.isDigit(range.lowerBound), isOpenLine(range),
      Self.date(in: range.prefix(12), units, marks.numerals)?.day != nil, isFrame(range)
    {
      return .shell(.webShell)
    }
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
  private func isByline(_ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    var first = range.lowerBound
    while first < range.upperBound - 1, Self.bylineMarks.contains(units[first]) { first += 1 }
    guard ShellWords.bylines.match(at: first, in: units, end: range.upperBound) != nil else { return false }
    return !range.contains { units[$0] == Unit.stop || units[$0] == Unit.comma }
  }

  private func isCaption(_ range: Range<Int>) -> Bool {
    units[range.upperBound - 1] == Self.she && range.count < 60
  }

  /// A byline at the end of a paragraph: (通讯员 …) or 全媒体记者 … behind its last full stop.
  private func trailingByline(_ range: Range<Int>) -> Range<Int>? {
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

  private func isDateline(_ look: Look) -> Bool {
    if case .dateline = look { return true }
    return false
  }

  /// Whether the next paragraph that is read begins a news text, so that this one is its title.
  private func beginsNews(_ index: Int, _ looks: [Look], within: Int = 1) -> Bool {
    var next = index + 1
    var steps = 0
    while next < looks.count {
      switch looks[next] {
      case .shell: next += 1
      case .dateline: return true
      case .short where steps + 1 < within: steps += 1; next += 1
      default: return false
      }
    }
    return false
  }

  private func isTitled(_ index: Int, _ looks: [Look]) -> Bool {
    // The line of date and source may stand between.
    for look in looks[..<index].reversed() {
      switch look {
      case .shell: continue
      case .short: return true
      default: return false
      }
    }
    return false
  }

  /// A short line above a title is the head of a newspaper's column or a caption, unless the line below it is a subtitle.
  private func isHeadOfColumn(_ index: Int, _ all: [JoinedParagraph], _ looks: [Look]) -> Bool {
    guard index + 1 < looks.count, case .short = looks[index + 1] else { return false }
    return units[all[index + 1].range.lowerBound] != Unit.dash
  }

  /// Whether running text follows within two lines.
  private func leadsToBody(_ index: Int, _ looks: [Look]) -> Bool {
    for next in (index + 1)..<min(looks.count, index + 3) {
      switch looks[next] {
      case .body, .dateline: return true
      default: continue
      }
    }
    return false
  }

  /// A site's name stands above its navigation.
  private func dropSiteName(_ all: [JoinedParagraph], _ looks: inout [Look]) {
    guard all.count > 1, case .short = looks[0], all[0].range.count <= 14, case .shell = looks[1],
      Self.sites.match(before: all[0].range.upperBound, in: units, start: all[0].range.lowerBound) != nil
        || Self.accounts.match(at: all[1].range.lowerBound, in: units, end: all[1].range.upperBound) != nil
    else { return }
    looks[0] = .shell(.webShell)
  }

  /// Short lines behind 相关链接 or 猜你喜欢 are links, until running text comes again.
  private func dropRelated(_ all: [JoinedParagraph], _ looks: inout [Look]) {
    var related = false
    for index in looks.indices {
      switch looks[index] {
      case .shell(.related): related = true
      case .body where all[index].range.count >= 60: related = false
      case .dateline: related = false
      case .short, .body: if related { looks[index] = .shell(.related) }
      case .shell, .divider: continue
      }
    }
  }

  private func publisher(in range: Range<Int>) -> String? {
    guard let word = Self.sources.first(in: range, of: units) else {
      // 临江日报 2022年8月19日 星期五: the head of a printed page.
      let name = range.prefix { units[$0] != Unit.space }
      return Self.papers.match(before: name.upperBound, in: units, start: name.lowerBound) == nil
        ? nil : String(decoding: UnsafeBufferPointer(rebasing: units[name]), as: UTF16.self)
    }
    var index = word.range.upperBound
    while index < range.upperBound, units[index] == Unit.space { index += 1 }
    var stop = index
    while stop < range.upperBound, units[stop] != Unit.space, units[stop] != Unit.of("|") { stop += 1 }
    return stop > index
      ? String(decoding: UnsafeBufferPointer(rebasing: units[index..<stop]), as: UTF16.self) : nil
  }

  /// The first full date in a stretch.
  static func date(
    in range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>, _ numerals: NumeralScanner
  ) -> PartialDate? {
    var index = range.lowerBound
    while index < range.upperBound {
      if numerals.isDigit(index) || numerals.kind(index) == .chineseDigit {
        var stop = index
        while stop < range.upperBound,
          Self.dateUnits.contains(units[stop]) || numerals.isDigit(stop)
            || numerals.kind(stop) == .chineseDigit || units[stop] == Unit.ten
        {
          stop += 1
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: units[index..<stop]), as: UTF16.self)
        if let date = date(text) { return date }
        index = stop + 1
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func date(_ text: String) -> PartialDate? {
    if case .date(let date) = PartialDate.read(text) { return date }
    let parts = text.split { "年月日".contains($0) }.map(String.init)
    guard let year = parts.first.flatMap({ ChineseNumeral.value(of: $0) }), (1900...2100).contains(year)
    else {
      return nil
    }
    let month = parts.count > 1 ? ChineseNumeral.value(of: parts[1]) : nil
    let day = parts.count > 2 ? ChineseNumeral.value(of: parts[2]) : nil
    return PartialDate(year: year, month: month, day: day)
  }

  private static let dividers = Array("=-*_~\u{2014}\u{2500}\u{2501}".utf16)
  private static let opening = Array("[【〔".utf16)
  /// What may stand before a byline: (记者 …), □ 本报记者 ….
  private static let bylineMarks = Array("( \u{25A1}\u{25A0}\u{25CF}\u{25CB}\u{25CE}\u{2014}".utf16)
  private static var she: UInt16 { Unit.of("摄") }
  private static let dateUnits = Array("年月日-./".utf16)
  private static let sites = WordTable<Bool>(
    set: "日报 晚报 早报 快报 时报 周报 报社 网 网站 门户 频道 在线 热线 新闻网 门户网站", backwards: true)
  private static let papers = WordTable<Bool>(set: "日报 晚报 早报 快报 时报 周报 新闻网", backwards: true)
  private static let accounts = WordTable<Bool>(set: "微信号 功能介绍")
  private static let sources = WordTable<Bool>(set: "来源: 来源 来源\u{4E28} 来源| 信息来源: 发布机构: 发布单位:")
}
