import ReportModel

/// Tells documents that this place issued from all other titles, by what is said of them and by their kind.
struct DocumentReading {
  let units: UnsafeBufferPointer<UInt16>

  func read(_ draft: inout Draft) {
    for (index, sentence) in draft.sentences.enumerated() where !sentence.titles.isEmpty {
      var list: Range<Int>?
      var verb: (range: Range<Int>, meaning: Word)?
      for title in sentence.titles where draft.titles[title].depth == 0 {
        let range = draft.titles[title].range
        // Titles side by side share one verb.
        if let last = list, joins(last.upperBound..<range.lowerBound) {
          list = last.lowerBound..<range.upperBound
        } else {
          list = range
          verb = self.verb(before: range.lowerBound, in: sentence, draft)
        }
        var mention = DocumentMention(title: title, kind: .unclear, sentence: index)
        mention.domain = draft.domain(of: sentence.section)
        mention.verb = verb?.range
        mention.kind = kind(draft.titles[title], verb: verb, sentence: sentence, draft)
        mention.number =
          number(after: range.upperBound, sentence, draft)
          ?? number(before: range.lowerBound, sentence, draft)
        if let after = issued(after: range.upperBound, in: sentence.range),
          mention.kind == .unclear || mention.kind == .reference
        {
          mention.kind = isDocument(draft.titles[title].inner) ? .institutional : mention.kind
          mention.verb = after
          // 《甲》《乙》相继出台: it is said of those beside it too.
          for other in draft.documents.indices.reversed() {
            let beside = draft.titles[draft.documents[other].title]
            guard draft.documents[other].sentence == index, let list, list.contains(beside.range.lowerBound)
            else { break }
            if draft.documents[other].kind == .unclear { draft.documents[other].kind = .institutional }
          }
        }
        if mention.number == nil, mention.verb.map({ $0.lowerBound > range.upperBound }) ?? false {
          mention.number = number(behind: range.upperBound, sentence, draft)
        }
        if mention.kind == .unclear,
          isOwn(draft.titles[title].inner, in: mention.domain)
            || isOfPlace(draft.titles[title].inner, index, draft),
          opensClause(range, sentence), ClaimWords.delayed.first(in: sentence.range, of: units) == nil
        {
          mention.kind = .institutional
        }
        draft.documents.append(mention)
      }
    }
    adoptOwn(&draft)
  }

  /// 落实《某区…细则》: a document named like those that this place issued is one of its own, though only carried out here.
  private func adoptOwn(_ draft: inout Draft) {
    var issued: [[UInt16]: Int] = [:]
    for document in draft.documents where document.kind == .institutional {
      issued[beginning(draft.titles[document.title].inner), default: 0] += 1
    }
    for index in draft.documents.indices
    where draft.documents[index].kind == .reference || draft.documents[index].kind == .unclear {
      let inner = draft.titles[draft.documents[index].title].inner
      guard draft.documents[index].domain != nil, isDocument(inner), issued[beginning(inner)] ?? 0 >= 3,
        Self.readings.match(before: inner.upperBound, in: units, start: inner.lowerBound) == nil,
        !isOfEarlierYear(inner, draft.sentences[draft.documents[index].sentence], draft)
      else { continue }
      if let verb = draft.documents[index].verb,
        Self.studies.match(before: verb.upperBound, in: units, start: verb.lowerBound) != nil
      {
        continue
      }
      draft.documents[index].kind = .institutional
    }
  }

  /// 去年印发的《…》, 2021年出台的《…》 in the report on 2023.
  private func isOfEarlierYear(_ inner: Range<Int>, _ sentence: DraftSentence, _ draft: Draft) -> Bool {
    let before = max(sentence.range.lowerBound, inner.lowerBound - 14)..<inner.lowerBound
    if Self.earlier.first(in: before, of: units) != nil { return true }
    guard let own = draft.articles[draft.paragraphs[sentence.paragraph].article].year,
      let told = WrittenYear.first(in: before, of: units)
    else { return false }
    return told < own
  }

  private func beginning(_ inner: Range<Int>) -> [UInt16] { inner.prefix(3).map { units[$0] } }

  /// Whether only connecting words stand between two titles.
  private func joins(_ range: Range<Int>) -> Bool {
    range.isEmpty
      || (range.count <= 4
        && Self.connectives.contains(
          String(decoding: UnsafeBufferPointer(rebasing: units[range]), as: UTF16.self)))
  }

  /// What a verb before a title says of it.
  enum Word: Sendable {
    /// 印发, 出台: it is an output, whatever it is called.
    case issues
    /// 建立, 形成: it is one if its kind is that of a document.
    case makes
    /// 按照, 落实: it is only referred to.
    case refers
    /// 编印, 刊发: it is something to read or to watch.
    case publishes
  }

  /// The last telling verb before a title, in its clause or the clauses before it that lead up to it.
  private func verb(before index: Int, in sentence: DraftSentence, _ draft: Draft) -> (
    range: Range<Int>, meaning: Word
  )? {
    var place = index
    let limit = max(sentence.range.lowerBound, index - 60)
    while place > limit {
      if units[place - 1] == Unit.closeTitle, let title = title(endingAt: place, in: sentence, draft) {
        place = draft.titles[title].range.lowerBound
        continue
      }
      let unit = units[place - 1]
      if unit == Unit.comma || unit == Unit.semicolon || unit == Unit.colon || unit == Unit.stop {
        // Past a comma only where nothing but the title stands behind it.
        if index - place > 0 || unit != Unit.comma { return nil }
      }
      if let word = Self.verbs.match(before: place, in: units, start: limit) {
        let range = place - word.length..<place
        // 由区委农办印发的《…》: what a unit issued is told behind its name.
        if range.count == 1, units[range.lowerBound] == Self.of,
          let issuing = Self.verbs.match(before: range.lowerBound, in: units, start: limit),
          issuing.meaning == .issues,
          let by = Self.by.first(in: limit..<range.lowerBound, of: units)
            ?? Self.byWhom.first(in: limit..<range.lowerBound, of: units),
          Self.higher.match(at: by.range.lowerBound + 1, in: units, end: range.lowerBound) == nil
        {
          return (by.range.lowerBound..<place, .issues)
        }
        return (range, word.meaning)
      }
      place -= 1
    }
    return nil
  }

  private func kind(
    _ title: TitleMention, verb: (range: Range<Int>, meaning: Word)?, sentence: DraftSentence, _ draft: Draft
  ) -> DocumentMention.Kind {
    let after = title.range.upperBound..<min(sentence.range.upperBound, title.range.upperBound + 40)
    if let cue = Self.mediaAfter.match(at: after.lowerBound, in: units, end: after.upperBound), cue.meaning {
      return .media
    }
    if isTakenUp(title.range.upperBound, sentence, draft) { return .media }
    let isDocument = isDocument(title.inner)
    if Self.plans.match(before: tail(title.inner), in: units, start: title.inner.lowerBound) != nil,
      Self.committees.first(in: title.inner, of: units) != nil
    {
      return .reference
    }
    switch verb?.meaning {
    case .issues: return .institutional
    case .makes: return isDocument ? .institutional : .media
    case .refers: return .reference
    case .publishes: return isDocument ? .unclear : .media
    case nil: return isDocument ? .unclear : .media
    }
  }

  /// 《…》被…采用, 刊发, 推广: an essay or a report in a paper.
  private func isTakenUp(_ index: Int, _ sentence: DraftSentence, _ draft: Draft) -> Bool {
    var place = index
    // Past the titles beside it; a list of documents is no longer than a page.
    while place < min(sentence.range.upperBound, index + 400) {
      if units[place] == Unit.openTitle, let next = title(beginningAt: place, in: sentence, draft) {
        place = draft.titles[next].range.upperBound
        continue
      }
      if Self.sideBySide.contains(units[place]) { place += 1; continue }
      break
    }
    let stop = min(sentence.range.upperBound, place + 36)
    guard place < stop else { return false }
    var end = place
    while end < stop, units[end] != Unit.comma, units[end] != Unit.stop, units[end] != Unit.semicolon {
      end += 1
    }
    return Self.takenUp.first(in: place..<end, of: units) != nil
  }

  /// The title in running text that begins at a place.
  private func title(beginningAt place: Int, in sentence: DraftSentence, _ draft: Draft) -> Int? {
    let low = draft.titles[sentence.titles].prefixEnd { $0.range.lowerBound < place }
    return low < sentence.titles.upperBound && draft.titles[low].range.lowerBound == place ? low : nil
  }

  /// The title in running text that ends at a place. The titles inside it stand behind it in the list.
  private func title(endingAt place: Int, in sentence: DraftSentence, _ draft: Draft) -> Int? {
    var low = draft.titles[sentence.titles].prefixEnd { $0.range.lowerBound < place }
    var steps = 0
    while low > sentence.titles.lowerBound, steps < 8 {
      low -= 1
      steps += 1
      if draft.titles[low].range.upperBound == place, draft.titles[low].depth == 0 { return low }
    }
    return nil
  }

  /// 《…》已印发, 正式出台.
  func issued(after index: Int, in sentence: Range<Int>) -> Range<Int>? {
    // 《…》经县政府常务会议审定后实施: the road there may be long.
    let isLed = index < units.count && Self.passing.contains(units[index])
    let stop = min(sentence.upperBound, index + (isLed ? 44 : 14))
    var end = index
    while end < stop, units[end] != Unit.comma, units[end] != Unit.stop, units[end] != Unit.openTitle,
      units[end] != Unit.semicolon
    { end += 1 }
    return Self.issuedAfter.first(in: index..<end, of: units)?.range
  }

  /// 《某区…细则》讲明了权责: a document that a sentence or a clause begins with is what the sentence is about.
  private func opensClause(_ title: Range<Int>, _ sentence: DraftSentence) -> Bool {
    guard title.lowerBound > sentence.range.lowerBound else { return true }
    let mark = units[title.lowerBound - 1]
    return mark == Unit.comma || mark == Unit.semicolon
  }

  /// Whether a title may be of the place's own: it names a district, or stands in a field and names nobody above one, as
  /// 中共中央…, 国务院…, 某省…条例 do.
  private func isOwn(_ inner: Range<Int>, in domain: Int?) -> Bool {
    guard Self.readings.match(before: inner.upperBound, in: units, start: inner.lowerBound) == nil,
      Self.above.match(at: inner.lowerBound, in: units, end: inner.upperBound) == nil
    else { return false }
    return inner.prefix(10).contains { Self.districts.contains(units[$0]) }
      || domain != nil && !inner.prefix(6).contains { Self.levels.contains(units[$0]) }
  }

  /// Whether a title begins with the same city as the report's own: 某市…办法 in 某市2023年改革工作总结.
  private func isOfPlace(_ inner: Range<Int>, _ sentence: Int, _ draft: Draft) -> Bool {
    let article = draft.articles[draft.paragraphs[draft.sentences[sentence].paragraph].article]
    guard let title = article.title, isDocument(inner),
      let end = inner.prefix(8).first(where: { Self.levels.contains(units[$0]) })
    else { return false }
    return units[title].starts(with: units[inner.lowerBound...end])
  }

  private static let above = WordTable<Bool>(set: "中共中央 国务院 中华人民共和国 全国 国家 中央 国办 省 市 自治区 财政部 国土 教育部 住房")
  /// Kinds of titles that are to be read rather than kept.
  private static let readings = WordTable<Bool>(set: "手册 参考 台账 倡议 导引 协议 备忘录 函 工作法 图则", backwards: true)
  private static let levels = Array("省市州盟部".utf16)
  private static let districts = Array("区县旗镇".utf16)

  /// Whether a title ends like a document, apart from (试行) and the like.
  private func isDocument(_ inner: Range<Int>) -> Bool {
    let end = tail(inner)
    if Self.kinds.match(before: end, in: units, start: inner.lowerBound) != nil { return true }
    return Self.beginnings.match(at: inner.lowerBound, in: units, end: inner.upperBound) != nil
  }

  /// The end of a title without what stands in brackets there.
  private func tail(_ inner: Range<Int>) -> Int {
    guard inner.count > 3, units[inner.upperBound - 1] == Unit.closeBracket,
      let open = inner.last(where: { units[$0] == Unit.openBracket })
    else { return inner.upperBound }
    return open
  }

  private static var of: UInt16 { Unit.of("的") }
  /// Units of a place's own. 由省, 由国家 are told apart by what follows.
  private static let by = WordTable<Bool>(set: "由区 由县 由旗 由我 由改革 由纪委 由组织部 由宣传部 由政法委 由人大 由政协 由街道 由镇 由各")
  private static let byWhom = WordTable<Bool>(set: "由")
  private static let higher = WordTable<Bool>(set: "国 省 中央 市委 市政 市级 上级 教育部 财政部 民政部 国务院 自治区 住建部 农业农村部 人社部")
  private static let studies = WordTable<Bool>(
    set: "学习 传达 宣传 解读 参照 对标 学习传达 学习贯彻 省级 市级 国家 中央", backwards: true)
  private static let earlier = WordTable<Bool>(set: "去年 上年 上一年 前年 往年 此前 早前 原有 现行")
  private static let connectives: Set<String> = [
    "、", "和", "及", "与", "以及", ",", "、以及", "并", "等", ";", "和《", ",以及", "两个",
  ]
  private static let sideBySide = Array("、和及与".utf16)
  private static let verbs = WordTable<Word>(
    rows: [
      (
        .issues,
        """
        印发 出台 制定 制订 颁布 下发 修订 发布 印发了 出台了 制定了 制订了 修订了 发布了 下发了 颁布了 制定出台 研究制定 制定印发 联合印发 印发实施 出台实施 制定并实施 制定实施 审议通过 审议通过了 通过了 \
        拟定 起草 制修订 修订完善 修订印发 转发 拟订 出台并实施 印发并实施 印发执行 代拟 起草了 制发 制发了 制度文件为 制度成果为 制度性成果为 成果文件为 制度文件是 成果为 联合制发 发文 编修
        """
      ),
      (.makes, "实行 建立 形成 完善 建立健全 健全 编制 编制了 编制完成 推出 公布 推行 建立了 完善了 健全了 形成了 推出了 实施 推动出台"),
      (
        .refers,
        """
        按照 根据 依据 依照 落实 贯彻 贯彻落实 执行 对照 结合 学习 传达 遵循 围绕 对标 宣传 学习贯彻 严格执行 严格落实 认真落实 深入落实 贯彻执行 全面落实 遵照 学习传达 参照 解读 推进落实 持续推进落实 的 严格按照 省级 市级 国家 中央
        """
      ),
      (.publishes, "编印 编写 编纂 出版 刊发 刊登 拍摄 录制 播出 报道 撰写 发表 创作 编排 创刊 开设 开办 推送 创建 打造 制作 登上 印制 编发 创办"),
    ], backwards: true)
  static let kinds = WordTable<Bool>(
    set: """
      意见 方案 办法 细则 机制 清单 制度 规定 规则 规程 条例 措施 计划 规划 指引 指南 通知 决定 章程 标准 规范 要点 纲要 流程 目录 导则 预案 责任制 职责 公约 守则 通告 公告 决议 \
      政策 十条 条例草案 任务书 考核办法 协议 备忘录 手册 图则 体系 准则 函 批复 若干 举措 实施意见 负面清单 工作法 倡议 导引 台账 参考 要求
      """, backwards: true)
  private static let beginnings = WordTable<Bool>(set: "关于印发 关于加强 关于推进 关于进一步 关于建立 关于深化 关于全面 关于实施 关于推广")
  private static let plans = WordTable<Bool>(set: "工作要点 督察计划 督查计划 工作计划 年度要点", backwards: true)
  private static let committees = WordTable<Bool>(set: "深化改革委员会 深改委 改革委员会 改革工作 深化改革")
  private static let mediaAfter = WordTable<Bool>(
    set: "栏目 报 专栏 杂志 专题片 纪录片 微信公众号 短视频 宣传片 一书 等文章 一文 节目 客户端 刊物 画册 歌曲 情景剧 微电影 内刊")
  private static let takenUp = WordTable<Bool>(
    set: "采用 刊发 刊登 报道 推广 刊载 转载 点赞 获奖 登载 播出 发表 评为 肯定 等文章 等经验 典型案例 推介")
  private static let passing = Array("经由".utf16)
  private static let issuedAfter = WordTable<Bool>(
    set:
      "印发 出台 颁布 发布实施 正式实施 正式发布 已发布 印发实施 下发 审议通过 获批 起施行 起实施 起执行 起正式 正式施行 正式执行 出炉 落地实施 开始施行 开始实施 通过并 已经印发 已出台 已正式 公布施行 公布实施 颁布施行 后实施 后施行 后执行 后发布 后公布 制发 实施到位 开始执行"
  )
}
