import ReportModel

/// 开头的年份: the first words of a report, or of its overview, with a year that is over.
extension StalePlanYears {
  /// 2022年,甲区坚持以…: the first words of the report for 2023, or of its overview, in a paragraph that names no other year: what all
  /// reports begin with, and no look back.
  func isOpening(
    _ time: TimeMention, _ date: PartialDate, of year: Int, _ sentence: DraftSentence
  ) -> Bool {
    guard year - date.year == 1, time.relation == .during, opens(time, sentence.range),
      case let paragraph = draft.paragraphs[sentence.paragraph], paragraph.kind == .body,
      paragraph.sentences.first.map({ draft.sentences[$0].range }) == sentence.range,
      case let rest = time.range.upperBound..<sentence.range.upperBound,
      isFirst(sentence, paragraph)
        || prose.hasAny(Self.settingOut, in: rest.prefix(14)) && isHeaded(sentence),
      prose.has(Self.comma, at: rest.lowerBound) && prose.hasAny(Self.creeds, in: rest.prefix(90))
        || prose.hasAny(Self.marked, in: rest.prefix(2)) && prose.hasAny(Self.milestones, in: rest)
        || prose.hasAny(Self.settingOut, in: rest.prefix(14)),
      !prose.hasAny(
        Self.beginnings, in: rest.prefix(prose.hasAny(Self.settingOut, in: rest.prefix(14)) ? 14 : 28)),
      !prose.hasAny(Self.otherYears, in: paragraph.range),
      prose.hasAny(Self.thanLast, in: paragraph.range) || !prose.hasAny(Self.lastYears, in: paragraph.range)
    else { return false }
    // 2022年,…。2023年,…: the story begins a year ago.
    let next =
      draft.paragraphs.indices.contains(sentence.paragraph + 1)
      ? draft.paragraphs[sentence.paragraph + 1].range.prefix(12) : 0..<0
    return !draft.times.contains {
      (paragraph.range.contains($0.range.lowerBound) || next.contains($0.range.lowerBound))
        && Self.date($0).map { $0.year == year } ?? false
    } && !prose.hasAny(Self.otherYears + Self.lastYears, in: next)
  }

  /// Whether a paragraph is the first of running text in its article or in the section that gives the overview.
  private func isFirst(_ sentence: DraftSentence, _ paragraph: DraftParagraph) -> Bool {
    let before = draft.paragraphs[..<sentence.paragraph].reversed().prefix { $0.article == paragraph.article }
    guard draft.role(of: sentence.section) == .overview else {
      return !before.contains { $0.kind == .body && $0.range.count >= Self.shortest }
    }
    return before.first.map { $0.kind != .body || $0.range.count < Self.shortest } ?? true
  }

  /// Whether a sentence is the first below a heading that names neither a year nor what was left over.
  private func isHeaded(_ sentence: DraftSentence) -> Bool {
    guard sentence.paragraph > 0, case let before = draft.paragraphs[sentence.paragraph - 1] else {
      return false
    }
    return before.kind == .heading && prose.year(in: before.range) == nil
      && !prose.hasAny(Self.lastYears + Self.carried, in: before.range)
  }

  /// A paragraph shorter than the least addresses somebody or names a place.
  private static let (shortest, comma) = (30, Mark.word(","))
  /// How a report on a year begins.
  private static let creeds = Mark.words(
    "坚持 深入学习 认真学习 学习贯彻 贯彻落实 认真贯彻 全面贯彻 深入贯彻 坚决贯彻 认真落实 全面落实 坚强领导 正确领导 精心指导 有力指导 立足 聚焦 围绕 紧扣 紧盯 锚定 突出 为主线 为抓手 为牵引 为统领 为契机 为引领 全面深化改革 深改委 改革委员会 改革任务 改革工作 各项改革"
  )
  private static let settingOut = Mark.words("安排改革任务 部署改革任务 确定改革任务 安排年度改革任务 部署年度改革任务 承担改革任务 实施改革任务 安排重点改革任务")
  private static let marked = Mark.words("是 作为")
  private static let milestones = Mark.words("一年 之年 关键年 开局年 收官年 攻坚年 起步年 元年")
  /// 2022年,甲区获批…试点: how it all began.
  private static let beginnings = Mark.words(
    "获批 批复 批准 成立 组建 设立 启动 列为 列入 入选 确定为 被 起步 率先 首次 以来 延期 结转 遗留 基础上 安排的 确定的 部署的 印发的 出台的 工作要点")
  private static let otherYears = Mark.words("今年 本年 前年 一年来, 近年 近两年 近三年 本报告")
  private static let carried = Mark.words("结转 延期 遗留 未完成")
}
