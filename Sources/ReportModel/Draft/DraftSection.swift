/// 序号样式: how a heading or an item is numbered.
public enum HeadingScheme: Hashable, Sendable {
  /// A heading by its style or by Markdown's marks, without a number.
  case style(Int)
  /// 第一部分, 第一章.
  case part
  /// 一、
  case chineseComma
  /// (一)
  case chineseBracket
  /// A sub-head without any number.
  case bare
  /// ■, ◆, ——, 【…】: a mark without a number; its rank is that of the place where the text first uses it.
  case bullet(Int)
  /// 1. or 1、
  case arabicPoint
  /// (1) or 1)
  case arabicBracket
  /// ①
  case circled
  /// 一是
  case yiShi
  /// 第一,
  case diYi
  /// 首先, 其次
  case firstly
  /// A sentence that opens a new theme without a heading: 下一步, …; 存在的问题: …
  case lead

  /// How deep it lies by custom; a smaller number lies higher.
  public var rank: Int {
    switch self {
    case .style(let level): level
    case .bullet(let rank): rank
    case .part: 10
    case .chineseComma: 20
    case .chineseBracket: 30
    case .bare: 35
    case .arabicPoint: 40
    case .arabicBracket: 50
    case .circled: 60
    case .lead: 65
    case .diYi: 68
    case .yiShi: 70
    case .firstly: 72
    }
  }

  /// Whether it marks items inside running text rather than headings.
  public var isInline: Bool { rank >= 65 }
}

/// 部分的作用: what a section is there for.
public enum SectionRole: String, Hashable, Sendable, CaseIterable {
  /// 导语, 总体情况.
  case overview = "总体"
  /// 工作成绩, 主要做法.
  case achievements = "工作成绩"
  /// The list of the fields of reform.
  case domains = "各领域"
  /// One field of reform.
  case domain = "领域"
  /// 延期任务.
  case delays = "延期"
  /// 存在问题.
  case problems = "存在问题"
  /// 下一步, next year's plan.
  case plan = "下一步"
  /// 附件.
  case attachments = "附件"
  /// Anything else.
  case other = "其他"
}

/// 部分: a heading or an item with all that stands under it.
public struct DraftSection: Hashable, Sendable {
  /// How it is numbered.
  public var scheme: HeadingScheme
  /// Its number; nil where it has none.
  public var ordinal: Int?
  /// The mark: 一、 or (三) or 二是; empty where there is none.
  public var mark: Range<Int>
  /// The heading's words without the mark; of an item its first phrase.
  public var heading: Range<Int>
  /// All of it, from the mark to the end of the last section inside.
  public var range: Range<Int>
  /// Where the running text begins that stands under the heading itself.
  public var body: Int
  /// The index of the section it stands in.
  public var parent: Int?
  /// How many sections it stands in.
  public var depth: Int
  /// What it is there for.
  public var role: SectionRole
  /// The index of the article it belongs to.
  public var article: Int

  /// A section.
  public init(
    scheme: HeadingScheme, ordinal: Int?, mark: Range<Int>, heading: Range<Int>, range: Range<Int>, body: Int,
    parent: Int?, depth: Int, role: SectionRole, article: Int
  ) {
    self.scheme = scheme
    self.ordinal = ordinal
    self.mark = mark
    self.heading = heading
    self.range = range
    self.body = body
    self.parent = parent
    self.depth = depth
    self.role = role
    self.article = article
  }
}

/// 文章: one text of a file, with what its head and foot say.
public struct DraftArticle: Hashable, Sendable {
  /// All of it, head and foot included.
  public var range: Range<Int>
  /// The title, if one was found.
  public var title: Range<Int>?
  /// The publisher or the newspaper.
  public var publisher: String?
  /// The office under the title or at the end.
  public var office: Range<Int>?
  /// The date of the document or of its publication.
  public var date: PartialDate?
  /// 主送: whom it addresses.
  public var addressee: Range<Int>?
  /// Whether it is news (本报讯, a byline) rather than a report.
  public var isNews: Bool
  /// The year it tells of, taken from title and periods; nil where nothing says.
  public var year: Int?
  /// Whether `year` is a guess (from the date of publication).
  public var isYearGuessed: Bool

  /// An article.
  public init(range: Range<Int>) {
    self.range = range
    self.isNews = false
    self.isYearGuessed = false
  }
}

/// 未读部分: a stretch that is not part of any report, and why.
public struct SkippedPart: Hashable, Sendable {
  /// Why it was set aside.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Navigation, 索引号, 浏览次数.
    case webShell = "网页框架"
    /// 责任编辑, 通讯员.
    case byline = "署名"
    /// 相关链接, 猜你喜欢.
    case related = "相关链接"
    /// 版权, 免责声明.
    case copyright = "版权声明"
    /// A caption under a picture.
    case caption = "图片说明"
    /// A newspaper's column head.
    case column = "版面栏目"
  }

  /// Where it stands.
  public var range: Range<Int>
  /// Why it was set aside.
  public var reason: Reason

  /// A stretch that was set aside.
  public init(range: Range<Int>, reason: Reason) {
    self.range = range
    self.reason = reason
  }
}

/// 段落: one paragraph, whole again where a column break had cut it.
public struct DraftParagraph: Hashable, Sendable {
  /// What a paragraph is.
  public enum Kind: Hashable, Sendable {
    /// Running text, possibly with a heading at its start.
    case body
    /// A heading of its own.
    case heading
    /// Title, office, date, addressee, 附件 list, 落款.
    case matter
  }

  /// Where it stands.
  public var range: Range<Int>
  /// What it is.
  public var kind: Kind
  /// The index of the article it belongs to.
  public var article: Int
  /// The sentences in it.
  public var sentences: Range<Int>

  /// A paragraph.
  public init(range: Range<Int>, kind: Kind = .body, article: Int = 0, sentences: Range<Int> = 0..<0) {
    self.range = range
    self.kind = kind
    self.article = article
    self.sentences = sentences
  }
}

/// 句: a sentence, or an item of an ordinal run inside one.
public struct DraftSentence: Hashable, Sendable {
  /// Where it stands, its closing mark included.
  public var range: Range<Int>
  /// The index of its paragraph.
  public var paragraph: Int
  /// The index of the innermost section it stands in.
  public var section: Int?
  /// Its figures, as indices into the draft's list.
  public var quantities: Range<Int>
  /// Its titles.
  public var titles: Range<Int>
  /// Its times.
  public var times: Range<Int>
  /// Its names.
  public var names: Range<Int>

  /// A sentence.
  public init(range: Range<Int>, paragraph: Int) {
    self.range = range
    self.paragraph = paragraph
    self.quantities = 0..<0
    self.titles = 0..<0
    self.times = 0..<0
    self.names = 0..<0
  }
}
