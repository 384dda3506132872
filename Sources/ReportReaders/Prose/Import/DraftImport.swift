public import ReportModel

/// 导入: turns a draft of a finished report, or of newspaper material, into a ledger.
///
/// Values that the text states are taken as they stand; what is proposed (a task named after its achievement sentence, a field
/// guessed from its words) is marked 待核. Nothing of next year's plan enters this year's figures.
public struct DraftImport: Sendable {
  /// The fields of reform and their terms, for material that names none.
  public let terms: DomainTerms
  /// The year reported on, where the caller knows it better than the text says.
  public let year: Int?

  /// An import.
  public init(terms: DomainTerms = .standard, year: Int? = nil) {
    self.terms = terms
    self.year = year
  }

  /// Fills a ledger from a draft.
  /// - Throws: `InvalidInput` where nothing of a reform report was found.
  public func report(from draft: Draft) throws(InvalidInput) -> ImportedReport {
    let result = draft.text.units.withUnsafeBufferPointer { units in
      Result { () throws(InvalidInput) in try report(from: draft, units) }
    }
    return try result.get()
  }

  private func report(from draft: Draft, _ units: UnsafeBufferPointer<UInt16>) throws(InvalidInput)
    -> ImportedReport
  {
    guard draft.text.count <= Self.longestReport else {
      throw InvalidInput([
        Diagnostic(
          "import.too-long", .error, at: .file(draft.text.source.file),
          "这份文件有\(draft.text.count)字，不像一份报告：报告一般几千到几万字", suggestions: [.init("请只保留报告本身再导入")])
      ])
    }
    guard let main = mainArticle(draft, units) else { throw nothingFound(draft) }
    let place = PlaceFinding(units: units).place(in: draft)
    var filling = ReportFilling(
      draft: draft, units: units,
      domains: DomainFilling(
        draft: draft, units: units, terms: terms,
        naming: TaskNaming(draft: draft, units: units, place: place)))
    let article = draft.articles[main.article]
    let latest = draft.times.compactMap { time -> Int? in
      if case .date(let date) = time.meaning { return date.year }
      return nil
    }.max()
    let published = article.isNews && !main.isReport ? article.date?.year : nil
    guard
      let year = year ?? published ?? article.year ?? article.date?.year ?? latest
        ?? draft.articles.lazy.compactMap(\.year).first
    else {
      throw InvalidInput([
        Diagnostic(
          "import.no-year", .error, at: .file(draft.text.source.file), "看不出这份材料说的是哪一年",
          suggestions: [.init("请用 --year 写明年度，例如 --year 2021")])
      ])
    }
    var report = Report(year: year, place: place ?? AdministrativePlace(fullName: ""))
    if self.year == nil, article.isYearGuessed || article.year == nil { report.origin.toVerify.append("年度") }
    if place == nil { report.origin.toFill.append("地区") }
    if let place, place.shortName == place.fullName { report.origin.toVerify.append("地区") }
    if main.isReport {
      filling.fill(&report, from: main.article)
      FigureFilling(draft: draft, units: units, terms: terms).add(
        beside: main.article, to: &report, &filling)
    } else {
      FigureFilling(draft: draft, units: units, terms: terms).fill(&report, &filling)
    }
    return filling.finished(report)
  }

  /// The article that is a report, or else the first one if the file holds material on reform at all.
  private func mainArticle(_ draft: Draft, _ units: UnsafeBufferPointer<UInt16>) -> (
    article: Int, isReport: Bool
  )? {
    var scores = [Int](repeating: 0, count: draft.articles.count)
    // Sub-heads of news may be named like fields of reform; a report counts its tasks too, or says that it is one.
    var counts = Set<Int>()
    for claim in draft.claims where [.tasks, .completed, .delayed].contains(claim.measure) {
      counts.insert(draft.paragraphs[draft.sentences[claim.sentence].paragraph].article)
    }
    for section in draft.sections where section.role == .domain {
      let article = draft.articles[section.article]
      let isTitled = article.title.map { Self.reportTitles.first(in: $0, of: units) != nil } ?? true
      if counts.contains(section.article) || isTitled || article.office != nil {
        scores[section.article] += 2
      }
    }
    for claim in draft.claims where claim.measure.isKnown && claim.period != .plan {
      scores[draft.paragraphs[draft.sentences[claim.sentence].paragraph].article] +=
        claim.measure == .tasks ? 2 : 1
    }
    let longest = draft.articles.map(\.range.count).max() ?? 0
    var parts = Set(scores.indices.filter { scores[$0] > 0 })
    for section in draft.sections where section.role != .other { parts.insert(section.article) }
    for (index, article) in draft.articles.enumerated() {
      // Reporters may come in what is called a 工作总结.
      let isCalledReport =
        article.title.map {
          Self.reportEnds.match(before: $0.upperBound, in: units, start: $0.lowerBound) != nil
        } ?? false
      if article.isNews && !isAccount(index, draft)
        || !counts.contains(index) && !isCalledReport && isReported(article, draft, units)
      {
        scores[index] = 0; continue
      }
      // A line or two about tasks among longer articles are no report.
      if article.range.count * 3 < longest { scores[index] = 0; continue }
      // A bulletin may be called 改革情况 too; a report has parts, or counts something.
      guard let title = article.title, parts.contains(index) || draft.articles.count == 1 else { continue }
      let names = Self.reform.first(in: title, of: units) != nil
      if names, Self.reportTitles.first(in: title, of: units) != nil, !article.isNews { scores[index] += 4 }
    }
    if let best = scores.indices.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }), scores[best] >= 4 {
      return (best, true)
    }
    guard !draft.articles.isEmpty, !draft.quantities.isEmpty, isMaterial(draft, units) else { return nil }
    return (0, false)
  }

  /// Whether an article tells how many of the year's tasks are done, and of fields one by one, as a report does wherever it was
  /// published.
  private func isAccount(_ article: Int, _ draft: Draft) -> Bool {
    var (tasks, completed) = (0, 0)
    for claim in draft.claims
    where claim.period == .reported
      && draft.paragraphs[draft.sentences[claim.sentence].paragraph].article == article
    {
      switch claim.measure {
      case .tasks: tasks += 1
      case .completed: completed += 1
      default: break
      }
    }
    return tasks > 2 && completed > 2
  }

  /// Whether reporters speak in a text: 记者…, 本报讯.
  private func isReported(_ article: DraftArticle, _ draft: Draft, _ units: UnsafeBufferPointer<UInt16>)
    -> Bool
  {
    Self.reporters.first(in: article.range, of: units) != nil
      || draft.skipped.contains {
        $0.reason == .byline && Self.reporters.first(in: $0.range, of: units) != nil
      }
  }

  /// Whether a text tells of the work of a place: enough of its words are those of official reports.
  private func isMaterial(_ draft: Draft, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    var hits = 0
    for sentence in draft.sentences {
      if Self.official.first(in: sentence.range, of: units) != nil { hits += 1 }
    }
    let isOnReform = draft.articles.first?.title.map { Self.reform.first(in: $0, of: units) != nil } ?? false
    return (hits >= 3 || hits >= 1 && isOnReform) && hits * 8 >= draft.sentences.count
  }

  private func nothingFound(_ draft: Draft) -> InvalidInput {
    let isEmpty = draft.text.count == 0 && draft.tables.isEmpty
    return InvalidInput([
      Diagnostic(
        "import.nothing-found", .error, at: .file(draft.text.source.file),
        isEmpty ? "文件里没有文字" : "没有读到改革报告的内容：没有领域、任务数、完成情况，也没有改革工作的数据",
        suggestions: [.init("请确认选对了文件；表格请另存为 xlsx 再导入")])
    ])
  }

  /// The longest text that is taken for a report; the longest real ones have some 50,000 characters.
  static let longestReport = 1_000_000
  private static let reporters = WordTable<Bool>(set: "记者 通讯员 本报讯 本网讯 日报讯")
  private static let reform = WordTable<Bool>(set: "改革")
  private static let reportTitles = WordTable<Bool>(set: "总结 报告 情况 汇报 小结")
  private static let reportEnds = WordTable<Bool>(set: "工作总结 总结报告 工作报告 情况报告 工作汇报 情况汇报 改革总结", backwards: true)
  private static let official = WordTable<Bool>(
    set: """
      改革 机制 体制 治理 服务群众 党建 区委 县委 市委 营商环境 政务服务 高质量发展 行动 项目 街道 社区 乡镇 园区 开发区 试点 全县 全区 全市 全旗 全镇 该县 该区 该市 该镇 县域 区域 \
      基层 群众 财政 编制 审批 事项 证照 医保 卫生院 养老 学位 网格 河长 林长
      """)
}
