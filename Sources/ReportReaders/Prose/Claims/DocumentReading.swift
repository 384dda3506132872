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
        let isNotYears =
          isAhead(draft.titles[title], verb: verb?.range, sentence, draft)
          || isHigher(before: range.lowerBound) || isLastYears(verb?.range)
          || isDraft(draft.titles[title].inner)
        mention.kind =
          isNotYears ? .reference : kind(draft.titles[title], verb: verb, sentence: sentence, draft)
        mention.number =
          number(after: range.upperBound, sentence, draft)
          ?? number(before: range.lowerBound, sentence, draft)
        if !isNotYears, let after = issued(after: range.upperBound, in: sentence.range),
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
          opensClause(range, sentence) || isHead(range),
          !isRunning(draft.titles[title].inner, sentence, draft),
          ClaimWords.delayed.first(in: sentence.range, of: units) == nil
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
      let document = draft.documents[index]
      guard document.domain != nil, isDocument(inner), issued[beginning(inner)] ?? 0 >= 3,
        !isAhead(
          draft.titles[document.title], verb: document.verb, draft.sentences[document.sentence], draft),
        Self.readings.match(before: inner.upperBound, in: units, start: inner.lowerBound) == nil,
        !isYearsPlan(inner), !isOfEarlierYear(inner, draft.sentences[draft.documents[index].sentence], draft),
        !isDraft(inner)
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
    let limit = max(sentence.range.lowerBound, index - 60)
    // 形成“1+3”制度体系,即《甲》《乙》: what is named again behind its mark.
    var place = index - (Self.namely.match(before: index, in: units, start: limit)?.length ?? 0)
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
        // 省里新出台的《…》: somebody else's.
        if word.meaning == .issues, units[place - 1] == Self.of,
          let before = Self.higher.first(in: limit..<range.lowerBound, of: units)?.range,
          !(before.upperBound..<range.lowerBound).contains(where: {
            [Unit.comma, Unit.semicolon, Unit.stop].contains(units[$0])
          })
        {
          return (range, .refers)
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
    // 印发《督察通报》3期: a periodical.
    if isNumbered(after) || isTakenUp(title.range.upperBound, sentence, draft) { return .media }
    let isDocument = isDocument(title.inner)
    if isYearsPlan(title.inner) { return .reference }
    switch verb?.meaning {
    case .issues: return .institutional
    case .makes: return isDocument ? .institutional : .media
    case .refers: return .reference
    case .publishes: return isDocument ? .unclear : .media
    case nil: return isDocument ? .unclear : .media
    }
  }

  /// 某区2024年改革工作要点: what the year's tasks stand in.
  private func isYearsPlan(_ inner: Range<Int>) -> Bool {
    Self.plans.match(before: tail(inner), in: units, start: inner.lowerBound) != nil
      && Self.committees.first(in: inner, of: units) != nil
  }

  /// 3期, 12篇: what follows a title that comes out again and again.
  private func isNumbered(_ after: Range<Int>) -> Bool {
    let digits = after.prefix { (0x30...0x39).contains(units[$0]) }
    return (1...3).contains(digits.count) && digits.upperBound < after.upperBound
      && Self.issues.contains(units[digits.upperBound])
  }

  /// 盟行署《…》印发后: issued by somebody above every district.
  private func isHigher(before title: Int) -> Bool {
    Self.higherIssuers.match(before: title, in: units, start: max(0, title - 10)) != nil
  }

  private static let higherIssuers = WordTable<Bool>(
    set: "国务院 国务院办公厅 中共中央 中办 国办 省委 省政府 省人民政府 省委办公厅 省政府办公厅 自治区党委 自治区政府 自治区人民政府 盟委 盟行署 州委 州政府", backwards: true)
  private static let issues = Array("期篇辑册集".utf16)
  private static let namely = WordTable<Bool>(
    set: ",即 ,即: ,包括 ,分别为 ,分别是 ,具体为 ,具体包括 :", backwards: true)

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

  /// 以《…》为统领,配套出台…: the first of several.
  private func isHead(_ title: Range<Int>) -> Bool {
    title.lowerBound > 0 && units[title.lowerBound - 1] == Unit.of("以")
      && Self.heading.match(at: title.upperBound, in: units, end: units.count) != nil
  }

  private static let heading = WordTable<Bool>(set: "为统领 为总纲 为主干 为主体 为龙头 为牵引")

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
  func tail(_ inner: Range<Int>) -> Int {
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
    set: "废止 清理 失效 停止执行 学习 传达 宣传 解读 参照 对标 学习传达 学习贯彻 省级 市级 国家 中央", backwards: true)
  private static let earlier = WordTable<Bool>(
    set: "去年 上年 上一年 前年 往年 此前 早前 原有 现行 沿用 续用 继续执行 继续施行 继续适用 仍执行 仍按 延续执行")
  private static let connectives: Set<String> = [
    "、", "和", "及", "与", "以及", ",", "、以及", "并", "等", ";", "和《", ",以及", "两个",
  ]
  private static let sideBySide = Array("、和及与".utf16)
}
