/// 年度总结报告: one place's year of reform, as plain values. Every reader fills it, every writer and check reads it.
///
/// Nothing that can be counted is stored here: counts, rates and totals are derived in `Tally`.
public struct Report: Hashable, Sendable {
  /// 年度: the year reported on.
  public var year: Int
  /// 地区.
  public var place: AdministrativePlace
  /// 标题.
  public var title: String?
  /// 报告单位: the office that reports.
  public var reportingUnit: String?
  /// 成文日期.
  public var issueDate: PartialDate?
  /// 署名方式: where office and date stand.
  public var signature: SignaturePlace
  /// 主送: whom the report is addressed to.
  public var addressee: String?
  /// 完成率口径; nil where the ledger does not say.
  public var completionBasis: CompletionBasis?
  /// 导语: the opening paragraph.
  public var introduction: String?
  /// 工作成绩: the overall work, one part an achievement.
  public var achievements: [NarrativePart]
  /// 领域, in the report's order.
  public var domains: [Domain]
  /// 制度性成果: every document, in the order of the tasks it came from, those of no named task last.
  public var outputs: [InstitutionalOutput]
  /// 存在问题.
  public var problems: [NarrativePart]
  /// 下一步.
  public var nextSteps: [NarrativePart]
  /// 附件: the titles of the attachments.
  public var attachments: [Attachment]
  /// Counts that the source states for the report as a whole without naming the items.
  public var stated: StatedCounts
  /// 数据: stated figures of the report as a whole.
  public var figures: [StatedFigure]
  /// 来源: the documents this report was filled from.
  public var sources: [SourceDocument]
  /// 出处 and 待核 of the report's own fields.
  public var origin: Origin

  /// A report; all but the year and the place may stay empty.
  public init(year: Int, place: AdministrativePlace) {
    self.year = year
    self.place = place
    self.signature = .belowTitle
    self.achievements = []
    self.domains = []
    self.outputs = []
    self.problems = []
    self.nextSteps = []
    self.attachments = []
    self.stated = StatedCounts()
    self.figures = []
    self.sources = []
    self.origin = Origin()
  }

  /// All tasks of all domains, in order.
  public var tasks: [ReformTask] { domains.flatMap(\.tasks) }

  /// The documents that came out of a task, in the report's order.
  public func outputs(of task: ReformTask) -> [InstitutionalOutput] {
    guard let number = task.number else { return outputs.filter { $0.tasks.contains(.name(task.name)) } }
    return outputs.filter { $0.tasks.contains(.number(number)) || $0.tasks.contains(.name(task.name)) }
  }
}

/// 地区: the place reported on, under its three names.
public struct AdministrativePlace: Hashable, Sendable {
  /// 全称, such as the city and the district together.
  public var fullName: String
  /// 简称: the district alone.
  public var shortName: String?
  /// 自称: how the report speaks of itself (我区, 我县, 全区).
  public var selfName: String?

  /// A place; the other names are derived where they are not given.
  public init(fullName: String, shortName: String? = nil, selfName: String? = nil) {
    self.fullName = fullName
    self.shortName = shortName
    self.selfName = selfName
  }

  /// 简称, or the full name where none is given.
  public var short: String { shortName ?? fullName }

  /// 自称, or 我 with the last character of the name (我区, 我县).
  public var ownName: String {
    if let selfName { return selfName }
    return short.last.map { "我\($0)" } ?? short
  }
}

/// 题注 or 落款: where the reporting office and the date stand. Both are practice beside GB/T 9704-2012, 7.3.5.
public enum SignaturePlace: String, Hashable, Sendable, CaseIterable {
  /// 题注: under the title.
  case belowTitle = "题注"
  /// 落款: below the body, at the right.
  case atEnd = "落款"
}

/// 完成率口径: what the completion rate is a share of.
public enum CompletionBasis: String, Hashable, Sendable, CaseIterable {
  /// 全部: all tasks of the year.
  case allTasks = "全部"
  /// 扣除延期: the tasks left after approved delays.
  case exceptDelayed = "扣除延期"
}

/// 叙述: one part of prose with its sub-head.
public struct NarrativePart: Hashable, Sendable {
  /// 小标题; nil for a bare paragraph.
  public var heading: String?
  /// 内容; nil where only the sub-head is known.
  public var text: String?
  /// 出处 and 待核.
  public var origin: Origin

  /// A part of prose.
  public init(heading: String? = nil, text: String?, origin: Origin = Origin()) {
    self.heading = heading
    self.text = text
    self.origin = origin
  }
}

/// 附件: a table at the end of the report.
public struct Attachment: Hashable, Sendable {
  /// The title as listed, without its number.
  public var title: String

  /// An attachment.
  public init(title: String) {
    self.title = title
  }
}
