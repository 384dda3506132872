import ReportModel
import ReportReaders
import Testing

/// Paragraphs, headings, sections and articles.
struct StructureTests {
  private func outline(_ draft: Draft) -> [String] {
    draft.sections.map { section in
      "\(section.depth) \(section.ordinal.map(String.init) ?? "-") \(section.role.rawValue) "
        + draft.text.string(section.heading)
    }
  }

  @Test func sectionsOfEveryScheme() throws {
    let draft = try Prose.draft(
      """
      某区2021年改革工作总结
      2021年，全区推进改革。
      一、总体情况
      （一）组织领导。召开会议2次。
      1.健全机制。制定规则。
      （1）明确责任。逐项落实。
      二、存在的问题
      一是力度不够。二是统筹不足。
      三、下一步打算
      首先，抓好落实。其次，强化督察。
      """)
    #expect(
      outline(draft) == [
        "0 1 总体 总体情况", "1 1 工作成绩 组织领导", "2 1 其他 健全机制", "3 1 其他 明确责任", "0 2 存在问题 存在的问题", "1 1 其他 力度不够",
        "1 2 其他 统筹不足", "0 3 下一步 下一步打算", "1 1 其他 抓好落实", "1 2 其他 强化督察",
      ])
  }

  /// Figures set apart by blanks read like others, and every place is still that of the source.
  @Test(arguments: [
    ("全年共安排改革任务 41 项，已完成 38 项，完成率 92.7%，比上年提高 2 个百分点。", "全年共安排改革任务41项，已完成38项，完成率92.7%，比上年提高2个百分点。"),
    ("召开会议 4 次，惠及群众 3.5 万人。", "召开会议4次，惠及群众3.5万人。"),
    ("某区委改革办 2021年12月", "某区委改革办 2021年12月"), ("发布时间：2023-01-05 10:20 访问量：36", "发布时间：2023-01-05 10:20 访问量：36"),
    ("1 总则", "1 总则"), ("逐项督办，2.5 抓宣传", "逐项督办，2.5 抓宣传"), ("附件 1 任务清单", "附件1 任务清单"),
  ])
  func blanksAroundFigures(spaced: String, closed: String) throws {
    let draft = try Prose.draft(spaced)
    #expect(draft.text.string(0..<draft.text.count) == closed)
    let source = Array(spaced.unicodeScalars)
    for mention in draft.quantities {
      guard case .text(_, let span) = draft.text.place(mention.range) else { throw CancellationError() }
      let there = String(String.UnicodeScalarView(source[span.column - 1..<span.endColumn - 1]))
      #expect(there.filter { $0 != " " } == draft.text.string(mention.range))
    }
  }

  @Test(arguments: ["1.5亿元专项资金已经拨付到位。", "2021年是开局之年，成绩来之不易。", "一体推进各项工作，成效明显。", "3个街道完成改革任务。", "一、二期工程全部完工。"])
  func noHeading(line: String) throws {
    let draft = try Prose.draft("某区改革总结\n\(line)\n全区上下齐心协力，取得了明显的成效，各项工作走在前列。")
    #expect(draft.sections.isEmpty)
  }

  @Test func titleOfficeDateAndAddressee() throws {
    let head = try #require(
      try Prose.draft("某区2021年改革工作总结\n区委改革办\n（2022年7月）\n市委改革办：\n2021年，我区推进改革。").articles.first)
    #expect(
      head.year == 2021 && head.date?.ledgerText == "2022-07" && head.office != nil && head.addressee != nil)
    let foot = try #require(
      try Prose.draft("某区改革工作总结\n2021年，我区推进改革，取得成效。\n附件：1.甲表\n2.乙表\n某区委改革办\n二〇二二年一月六日").articles.first)
    #expect(foot.date?.ledgerText == "2022-01-06" && foot.office != nil)
  }

  @Test func columnBreaksAreJoined() throws {
    let draft = try Prose.draft(
      "该区整合资源，统筹协调，依托社区工作站，围绕群众关心的热点难点问题，实施党建工\n\n作项目化管理。按照年初立项、年终验收的思路推进。\n新的一段从这里开始。")
    #expect(draft.paragraphs.map { draft.text.string($0.range) }.first?.contains("党建工作项目化管理") == true)
    #expect(draft.paragraphs.count == 2)
  }

  @Test func paragraphsOfWordAreNotJoined() {
    let lines = ["该区整合资源，统筹协调，依托社区工作站，围绕群众关心的热点难点问题，实施党建工作，", "按照年初立项、年终验收的思路推进。"]
    func paragraphs(isWord: Bool) -> Int {
      let blocks = lines.enumerated().map { SourceBlock(text: $1, number: $0 + 1, isParagraph: isWord) }
      return ProseReader(terms: Prose.terms).draft(from: SourceText(file: "稿", blocks: blocks)).paragraphs
        .count
    }
    #expect(paragraphs(isWord: true) == 2)
    #expect(paragraphs(isWord: false) == 1)
  }

  @Test func headingsAndItemsAreNotJoined() throws {
    let draft = try Prose.draft("某区改革总结\n一、总体情况\n全年共有任务10项,全部完成\n二、存在问题\n力度不够。\n附件:1.甲表\n2.乙表")
    #expect(draft.sections.count == 2)
    #expect(draft.attachments.map { draft.text.string($0) } == ["甲表", "乙表"])
  }

  @Test func articlesOfOneFile() throws {
    let draft = try Prose.draft(
      """
      甲区推进停车改革
      本报讯 甲区新建停车场12处，新增停车位300个，群众出行更加方便，停车秩序明显好转。(通讯员 张三)
      乙街道服务居民
      本报讯 乙街道走访居民600户，解决问题45个，居民满意度不断提升，社区治理水平提高。(记者 李四)
      """)
    #expect(draft.articles.compactMap(\.title).map { draft.text.string($0) } == ["甲区推进停车改革", "乙街道服务居民"])
    #expect(draft.skipped.map(\.reason) == [.byline, .byline])
    #expect(draft.articles.map(\.isNews) == [true, true])
  }

  @Test func webShellIsSetAside() throws {
    let draft = try Prose.draft(
      "首页 > 政务公开\n索引号：A1\n发布日期：2022-01-16\n某区改革工作总结\n2021年，全区推进改革，任务全部完成。\n【打印本页】\n相关链接：\n某区召开会议\n版权所有：某区人民政府"
    )
    #expect(draft.skipped.count == 7)
    #expect(draft.articles.first?.title.map { draft.text.string($0) } == "某区改革工作总结")
  }

  @Test func marksWithoutPartnerDisturbNothing() throws {
    let draft = try Prose.draft("印发《甲办法》和《乙方案，推行“丙机制，共3项）。出台《丁意见》。")
    #expect(draft.titles.map { draft.text.string($0.inner) } == ["甲办法", "丁意见"])
    #expect(draft.unmatched.count == 3)
  }

  @Test func nestedTitlesAreToldApart() throws {
    let draft = try Prose.draft("转发《关于印发〈甲方案〉的通知》。")
    #expect(draft.titles.map(\.depth) == [0, 1])
  }
}
