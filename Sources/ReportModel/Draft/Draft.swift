/// 文稿: a document as it was understood: paragraphs, sections, sentences, and what is mentioned and claimed in them.
///
/// All places are ranges in `text`; `text.place(_:)` leads back to the source. Lists are in the order of the document, and
/// one list refers to another by index.
public struct Draft: Hashable, Sendable {
  /// The characters.
  public var text: DraftText
  /// The articles; one for an ordinary report.
  public var articles: [DraftArticle]
  /// The paragraphs that are read; what was set aside is in `skipped`.
  public var paragraphs: [DraftParagraph]
  /// The sections in order of their beginning; a section stands before those inside it.
  public var sections: [DraftSection]
  /// The sentences.
  public var sentences: [DraftSentence]
  /// The figures.
  public var quantities: [QuantityMention]
  /// The titles.
  public var titles: [TitleMention]
  /// The dates, years and periods.
  public var times: [TimeMention]
  /// Names and labels.
  public var names: [NameMention]
  /// Quotations in “”, where a figure may be part of a name.
  public var quotations: [Range<Int>]
  /// Marks of brackets, quotations or titles that have no partner.
  public var unmatched: [Int]
  /// What was set aside, and why.
  public var skipped: [SkippedPart]
  /// Tables, by the index of their block in the source.
  public var tables: [Int]
  /// What the figures claim; one for each figure, in the same order.
  public var claims: [Claim]
  /// The delayed items that the text names.
  public var delays: [DelayedItem]
  /// The meeting that approved the delays, where it is said of all of them.
  public var delayApproval: Range<Int>?
  /// 延至: the date until which all delayed tasks are put off, where the text says one for all of them.
  public var delayUntil: Range<Int>?
  /// What is said of the titles; one for each title in running text.
  public var documents: [DocumentMention]
  /// The titles of the attachments, from the list at the end.
  public var attachments: [Range<Int>]

  /// A draft of a text in which nothing was found yet.
  public init(text: DraftText) {
    self.text = text
    articles = []
    paragraphs = []
    sections = []
    sentences = []
    quantities = []
    titles = []
    times = []
    names = []
    quotations = []
    unmatched = []
    skipped = []
    tables = []
    claims = []
    delays = []
    documents = []
    attachments = []
  }

  /// The index of the sentence that a unit belongs to.
  public func sentence(at offset: Int) -> Int? {
    let low = sentences.prefixEnd { $0.range.upperBound <= offset }
    return low < sentences.count && sentences[low].range.contains(offset) ? low : nil
  }

  /// The claims of a sentence, as indices into the draft's list.
  public func claims(inSentence sentence: Int) -> Range<Int> { sentences[sentence].quantities }

  /// The role of a section, or of the nearest section around it that has one of its own.
  public func role(of section: Int?) -> SectionRole {
    var index = section
    while let current = index {
      if sections[current].role != .other { return sections[current].role }
      index = sections[current].parent
    }
    return .other
  }

  /// The field of reform that a section belongs to, as the index of its section.
  public func domain(of section: Int?) -> Int? {
    var index = section
    while let current = index {
      if sections[current].role == .domain { return current }
      index = sections[current].parent
    }
    return nil
  }

  /// The chain of sections around a section, itself first.
  public func ancestry(of section: Int?) -> [Int] {
    var chain: [Int] = []
    var index = section
    while let current = index {
      chain.append(current)
      index = sections[current].parent
    }
    return chain
  }

  /// The sections directly inside a section, or the outermost ones.
  public func children(of section: Int?) -> [Int] {
    sections.indices.filter { sections[$0].parent == section }
  }
}
