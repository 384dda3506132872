import ReportModel

/// Parts a file into its articles, and sets aside what belongs to none of them.
struct ArticleSplitting {
  let units: UnsafeBufferPointer<UInt16>
  let marks: HeadingMarks
  private let lines: ParagraphLooks
  private(set) var articles: [DraftArticle] = []
  private(set) var skipped: [SkippedPart] = []
  /// The paragraphs that are read, with the index of their article.
  private(set) var paragraphs: [(paragraph: JoinedParagraph, article: Int)] = []

  init(units: UnsafeBufferPointer<UInt16>, marks: HeadingMarks) {
    self.units = units
    self.marks = marks
    lines = ParagraphLooks(units: units, marks: marks)
  }

  mutating func read(_ all: [JoinedParagraph]) {
    let looks = lines.looks(of: all)
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
        if reason == .byline, lines.isByline(paragraph.range) {
          if !articles.isEmpty { articles[articles.count - 1].isNews = true }
          // A byline under a title ends nothing.
          ended = ended || bodies > 0
        }
        continue
      case .divider:
        skipped.append(SkippedPart(range: paragraph.range, reason: .webShell))
        ended = true
        continue
      case .column:
        skipped.append(SkippedPart(range: paragraph.range, reason: .column))
        ended = ended || bodies > 0
        continue
      case .title:
        startArticle(paragraph, &publisher, &date)
        bodies = 0
        ended = false
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
    let said = (Imprint(units: units).publisher(in: range), Imprint.date(in: range, units, marks.numerals))
    if isOpen, let last = articles.indices.last {
      articles[last].publisher = articles[last].publisher ?? said.0
      articles[last].date = articles[last].date ?? said.1
    } else {
      publisher = publisher ?? said.0
      date = date ?? said.1
    }
  }

  /// Whether a line of the frame with a date stands right under a short line, which is then a title.
  private func isDated(_ index: Int, _ all: [JoinedParagraph], _ looks: [ParagraphLook]) -> Bool {
    guard index + 1 < looks.count, case .shell(.webShell) = looks[index + 1] else { return false }
    return Imprint.date(in: all[index + 1].range, units, marks.numerals)?.day != nil
  }

  private mutating func add(_ paragraph: JoinedParagraph, _ ended: inout Bool) {
    var paragraph = paragraph
    if let byline = lines.trailingByline(paragraph.range) {
      skipped.append(SkippedPart(range: byline, reason: .byline))
      paragraph.range = paragraph.range.lowerBound..<byline.lowerBound
      articles[articles.count - 1].isNews = true
      ended = true
    }
    let last = articles.count - 1
    articles[last].range = articles[last].range.lowerBound..<paragraph.range.upperBound
    paragraphs.append((paragraph, last))
  }

  /// Whether the next paragraph that is read begins a news text, so that this one is its title.
  private func beginsNews(_ index: Int, _ looks: [ParagraphLook], within: Int = 1) -> Bool {
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

  private func isTitled(_ index: Int, _ looks: [ParagraphLook]) -> Bool {
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
  private func isHeadOfColumn(_ index: Int, _ all: [JoinedParagraph], _ looks: [ParagraphLook]) -> Bool {
    guard index + 1 < looks.count, case .short = looks[index + 1] else { return false }
    return units[all[index + 1].range.lowerBound] != Unit.dash
  }

  /// Whether running text follows within two lines.
  private func leadsToBody(_ index: Int, _ looks: [ParagraphLook]) -> Bool {
    for next in (index + 1)..<min(looks.count, index + 3) {
      switch looks[next] {
      case .body, .dateline: return true
      default: continue
      }
    }
    return false
  }

}
