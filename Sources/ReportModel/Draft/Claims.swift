/// 口径: what a figure measures.
public enum Measure: Hashable, Sendable {
  /// 任务数: tasks of the year in total.
  case tasks
  /// 完成数.
  case completed
  /// 延期数.
  case delayed
  /// 制度性成果数.
  case outputs
  /// 领域数.
  case domains
  /// 完成率.
  case completionRate
  /// Anything else: the words of the text, as a range; empty where there are none.
  case words(Range<Int>)

  /// Whether it is one of the measures of the reform ledger.
  public var isKnown: Bool {
    if case .words = self { return false }
    return true
  }
}

/// 时态: which time a figure speaks of.
public enum ClaimPeriod: Hashable, Sendable {
  /// The year reported on, or a part of it.
  case reported
  /// Up to some time, from the beginning: 累计, 截至…, …以来.
  case cumulative
  /// The year before: 上年, 上年同期.
  case before
  /// A plan: next year, a goal.
  case plan
  /// A named other time: a year that is not the one reported on.
  case other
}

/// 对比: whether a figure is a change against another time rather than a state.
public enum Change: Hashable, Sendable {
  /// 增长, 增加, 提高, 提升.
  case up
  /// 下降, 减少, 压缩, 低于.
  case down
}

/// 断言: a figure with its measure, its scope and its time.
public struct Claim: Hashable, Sendable {
  /// The figure, as an index into the draft's list.
  public var quantity: Int
  /// The sentence it stands in.
  public var sentence: Int
  /// The clause it stands in.
  public var clause: Range<Int>
  /// What it measures.
  public var measure: Measure
  /// The words nearest to it that say what it measures: the noun behind it, or else the one before it.
  public var words: Range<Int>
  /// The innermost section it stands in.
  public var section: Int?
  /// The field of reform it belongs to, as the index of its section; nil for the report as a whole.
  public var domain: Int?
  /// Which time it speaks of.
  public var period: ClaimPeriod
  /// The time that it leans on, as an index into the draft's list.
  public var time: Int?
  /// Whether it is a change (比上年增加N项) rather than a state.
  public var change: Change?
  /// Whether measure or scope was guessed rather than said.
  public var isGuessed: Bool

  /// A claim.
  public init(
    quantity: Int, sentence: Int, clause: Range<Int>, measure: Measure, words: Range<Int>, section: Int?,
    domain: Int?, period: ClaimPeriod, time: Int?, change: Change?, isGuessed: Bool
  ) {
    self.quantity = quantity
    self.sentence = sentence
    self.clause = clause
    self.measure = measure
    self.words = words
    self.section = section
    self.domain = domain
    self.period = period
    self.time = time
    self.change = change
    self.isGuessed = isGuessed
  }
}

/// 延期事项: a delayed item as the text names it.
public struct DelayedItem: Hashable, Sendable {
  /// All that is said of it.
  public var range: Range<Int>
  /// Its number (延期任务2), if it has one.
  public var ordinal: Int?
  /// Where the number stands.
  public var ordinalRange: Range<Int>?
  /// Its name.
  public var name: Range<Int>
  /// The reason, whole and without its label; nil where none is given.
  public var reason: Range<Int>?
  /// The new deadline, if said.
  public var until: Range<Int>?
  /// The meeting that approved it, if said.
  public var approval: Range<Int>?
  /// The field of reform it stands in, as the index of its section.
  public var domain: Int?
  /// Whether it was given up rather than postponed (终止任务).
  public var isTerminated: Bool

  /// A delayed item.
  public init(range: Range<Int>, name: Range<Int>) {
    self.range = range
    self.name = name
    self.isTerminated = false
  }
}

/// 文件: what the text says of a title.
public struct DocumentMention: Hashable, Sendable {
  /// What a title belongs to.
  public enum Kind: Hashable, Sendable {
    /// 制度性成果: a document that this place issued.
    case institutional
    /// A work plan, a superior's or an older document that is only referred to.
    case reference
    /// A column, a newspaper, an essay, a booklet.
    case media
    /// Nothing tells.
    case unclear
  }

  /// The title, as an index into the draft's list.
  public var title: Int
  /// What it belongs to.
  public var kind: Kind
  /// The verb that tells (印发, 出台, 制定), if there is one.
  public var verb: Range<Int>?
  /// The document's number that follows it, if any.
  public var number: Range<Int>?
  /// The sentence it stands in.
  public var sentence: Int
  /// The field of reform it belongs to, as the index of its section.
  public var domain: Int?
  /// Whether it stands in a list of documents, so that its line tells of nothing else.
  public var isListed = false

  /// What is said of a title.
  public init(title: Int, kind: Kind, sentence: Int) {
    self.title = title
    self.kind = kind
    self.sentence = sentence
  }
}
