public import ReportModel

/// 阅读文稿: the one reader of reform prose. Import and checks both begin here.
///
/// It works in four steps, each of them linear in the text: lines are joined to paragraphs and parted into articles and
/// sections; every sentence is read for figures, titles, times and names; figures become claims; titles and delayed items
/// are told apart by what is said of them. It never fails: a text that is no report gives a draft in which nothing was found.
public struct ProseReader: Sendable {
  /// The fields of reform and their terms.
  public let terms: DomainTerms

  /// A reader that knows these fields of reform.
  public init(terms: DomainTerms = .standard) {
    self.terms = terms
  }

  /// Reads a document.
  public func draft(from source: SourceText) -> Draft {
    let source = ReportInTable.unfolded(source)
    let table = CharacterTable.shared
    let folding = TextFolding(source, table: table)
    var draft = Draft(
      text: DraftText(
        source: source, units: folding.units, originals: folding.originals, beyond: folding.beyond,
        segments: folding.segments))
    draft.tables = folding.tables
    folding.units.withUnsafeBufferPointer { units in
      table.kinds.withUnsafeBufferPointer { kinds in
        table.values.withUnsafeBufferPointer { values in
          let numerals = NumeralScanner(units: units, kinds: kinds, values: values)
          read(folding, units, numerals, into: &draft)
        }
      }
    }
    return draft
  }

  private func read(
    _ folding: TextFolding, _ units: UnsafeBufferPointer<UInt16>, _ numerals: NumeralScanner,
    into draft: inout Draft
  ) {
    let marks = HeadingMarks(units: units, numerals: numerals)
    let joined = LineJoining(
      units: units, originals: folding.originals, marks: marks, lines: folding.lines,
      source: draft.text.source
    ).paragraphs()
    var splitting = ArticleSplitting(units: units, marks: marks)
    splitting.read(joined)
    draft.articles = splitting.articles
    draft.skipped = splitting.skipped

    var reading = ParagraphReading(
      units: units, marks: marks, scanner: MentionScanner(numerals: numerals))
    var tree = SectionTree(units: units)
    var roles = SectionRoles(units: units, terms: terms)
    let tables = draft.tables.map { table in
      draft.text.segments.first { $0.block > table }?.start ?? units.count
    }
    var first = 0
    while first < splitting.paragraphs.count {
      let article = splitting.paragraphs[first].article
      var last = first
      while last < splitting.paragraphs.count, splitting.paragraphs[last].article == article { last += 1 }
      let styles = splitting.paragraphs[first..<last].map(\.paragraph.styleLevel)
      var paragraphs = splitting.paragraphs[first..<last].map {
        DraftParagraph(range: $0.paragraph.range, article: article)
      }
      let attachments = FrontMatter(units: units, marks: marks, tables: tables)
        .read(&draft.articles[article], &paragraphs, styles: styles)
      draft.attachments += attachments.titles
      var starts = headings(&paragraphs, styles, base: draft.paragraphs.count, units, marks, &reading)
      starts += attachments.pages.map { page in
        SectionStart(
          mark: HeadingMark(scheme: .style(1), ordinal: nil, length: 0), offset: page.offset,
          paragraph: draft.paragraphs.count, heading: page.title, body: page.title.upperBound,
          role: .attachments)
      }
      starts.sort { ($0.offset, $0.mark.scheme.rank) < ($1.offset, $1.mark.scheme.rank) }
      let firstSection = tree.sections.count
      tree.add(starts, article: article, end: draft.articles[article].range.upperBound)
      YearReading(units: units).read(
        &draft.articles[article], headings: starts.filter { !$0.mark.scheme.isInline }.map(\.heading),
        times: reading.scanner.found.times)
      roles.assign(to: &tree.sections, firstSection..<tree.sections.count, year: draft.articles[article].year)
      draft.paragraphs += paragraphs
      first = last
    }
    draft.sections = tree.sections
    draft.take(&reading)
    var claims = ClaimReading(units: units, numerals: numerals, terms: terms)
    claims.read(&draft, delayParagraphs: reading.delayParagraphs)
  }

  /// Finds the headings of one article, reads its paragraphs, and returns where sections begin.
  private func headings(
    _ paragraphs: inout [DraftParagraph], _ styles: [Int?], base: Int, _ units: UnsafeBufferPointer<UInt16>,
    _ marks: HeadingMarks, _ reading: inout ParagraphReading
  ) -> [SectionStart] {
    var starts: [SectionStart] = []
    var finder = HeadingFinding(units: units, marks: marks, terms: terms)
    finder.expectLeadIns(in: paragraphs, styles)
    for index in paragraphs.indices {
      let range = paragraphs[index].range
      var body = range.lowerBound
      if paragraphs[index].kind != .matter,
        let start = finder.heading(
          range, style: styles[index], index: base + index,
          next: index + 1 < paragraphs.count && paragraphs[index + 1].kind != .matter
            ? paragraphs[index + 1].range : nil)
      {
        starts.append(start)
        body = start.body
        if body >= range.upperBound { paragraphs[index].kind = .heading }
      }
      let items = reading.items.count
      paragraphs[index].sentences = reading.read(range, index: base + index, body: body)
      if paragraphs[index].kind == .body { starts += reading.items[items...] }
    }
    return starts
  }
}
