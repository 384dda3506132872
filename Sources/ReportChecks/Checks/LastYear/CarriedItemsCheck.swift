import ReportModel

/// 上年延期事项: each of them must be done, postponed again or dropped with a word.
struct CarriedItemsCheck: Check {
  let about = CheckDescription(
    "last-year.carried", .warning, "上年延期的事项，今年没有交代",
    rationale: "上年报告写明延期的事项，今年应说明已经完成、再次延期或不再实施。名称按意思相近比对，有没有引号都算；只在下一步打算里提到的，不算交代。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，供水一体化改革因平台正在升级，延至2024年6月。供水一体化改革此前[[从未调整过完成时限]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。上年任务全部按时完成，[[没有结转事项]]。供水一体化改革5月完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成43项，延期1项。\n供水一体化改革因管网未移交，延至2023年6月。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。[[上年延期的“推进再生资源回收体系市场化改革”已经完成。]]",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。\n延期任务1：制定社区嵌入式养老服务标准。延期原因：省级标准正在修订。\n延期任务2：推进再生资源回收体系市场化改革。延期原因：选址重新论证。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n[[2023年，上年结转的2项改革中，“水务一体化改革”已完成，其余改革按计划推进。]]",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排任务44项，完成42项。结转的2项改革，即“水务一体化改革”和“社区物业管理改革”，延至2023年9月底前完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全部任务按计划推进，整合农村产权流转交易平台正在联调，计划[[2024年6月]]完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，1项任务延期：整合农村产权流转交易平台，因系统接口不统一，延至2023年3月底前完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。[[上年延期的公立医院薪酬制度改革已完成。]]",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，供水一体化改革和公立医院薪酬制度改革两项任务，因上级政策未出台，同意延期到2023年完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，供水一体化改革因水价监审未结束，结转[[至2024年]]继续实施。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年[[3项]]延期任务扫尾，供水一体化改革于[[9月]]完成，公立医院薪酬制度改革10月完成，均未超出延期时限。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。公立医院薪酬制度改革因政策未出台，延期至2023年10月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年延期的供水一体化改革已办结，公立医院薪酬制度改革正在扫尾。至此，上年延期的2项任务[[全部清零]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。公立医院薪酬制度改革因政策未出台，延期至2023年10月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年因[[招标流标]]延期的供水一体化改革已于6月完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因省级办法未出台，延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n[[2023年，对上年延期结转的任务逐项挂账，供水一体化改革、公立医院薪酬制度改革均已销号。]]",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，以下3项任务经区委深改委第六次会议审议，延期至2023年：供水一体化改革、公立医院薪酬制度改革、校车运营机制改革。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，去年延期的[[2项]]任务均已办结。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务20项，完成17项，延期3项。延期任务3项：供水一体化改革、公立医院薪酬制度改革、校车运营机制改革，均延至2023年6月底前完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，去年延期的供水一体化改革，原定[[8月]]完成，已于5月完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，供水一体化改革按去年确定的[[12月]]时限如期办结。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年9月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2022年结转的2项延期任务[[已悉数办结]]，供水一体化改革等见到实效。\n二、延期任务\n延期任务1：公立医院薪酬制度改革（民生领域）。因测算未完成，继上年之后再次延期，延至2024年6月。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。公立医院薪酬制度改革因政策未出台，延期至2023年10月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年结转的2项任务，即推行水务一体化改革、[[完善社区食堂运营机制]]，全部销号。",
        lastYear: "青溪区2022年改革工作总结\n2022年，2项任务延期：推行水务一体化改革，因方案未定，延至2023年6月；推进社区物业管理改革，因意见不一，延至2023年9月。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年结转的2项任务，即水务一体化改革、社区物业管理改革，全部销号。",
        lastYear: "青溪区2022年改革工作总结\n2022年，2项任务延期：推行水务一体化改革，因方案未定，延至2023年6月；推进社区物业管理改革，因意见不一，延至2023年9月。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年延期的供水一体化改革因招商主体退出，再次延期；公立医院薪酬制度改革原延至2023年10月，已于9月办结。\n本年延期任务1项，经区委深改委第八次会议同意：供水一体化改革延至2024年10月。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革延期至2023年6月底，公立医院薪酬制度改革延期至2023年10月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2022年结转的2项延期任务中，1项已悉数办结，1项再次延期。供水一体化改革已落地。\n二、延期任务\n延期任务1：公立医院薪酬制度改革（民生领域）。因测算未完成，继上年之后再次延期，延至2024年6月。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。公立医院薪酬制度改革因政策未出台，延期至2023年10月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，去年延期的供水一体化改革仍需时日，再次延期。\n一、经济体制改革\n供水一体化改革因管网未建成，延期至2024年10月。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年9月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，供水一体化改革按今年调整后的12月时限办结。",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年9月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年延期任务中，除供水一体化改革外，其余2项均已完成。供水一体化改革原定2022年8月完成，延期后于今年6月完成。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务20项，完成17项，延期3项。延期任务3项：供水一体化改革、公立医院薪酬制度改革、校车运营机制改革，均延至2023年6月底前完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年结转的3项任务（供水一体化改革、公共停车改革、林权改革）均已销号。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务18项，完成15项，推进中2项，延期1项。供水一体化改革因资金未落实，延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年延期的1项任务已经办结。\n\n| 任务名称 | 上年延期原因 | 上年确定的时限 | 办结时间 |\n|---|---|---|---|\n| 供水一体化改革 | 资金未落实 | 2023年6月 | 2023年5月 |",
        lastYear: "青溪区2022年改革工作总结\n2022年，供水一体化改革因资金未落实，延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，去年延期的供水改革6月通水。",
        lastYear: "青溪区2022年改革工作总结\n2022年，经区委深改委同意，推进供水一体化改革延期至2023年6月底。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。出台《青溪区社区嵌入式养老服务标准》，完成上年延期任务。再生资源回收体系市场化改革引入社会资本8600万元。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。\n延期任务1：制定社区嵌入式养老服务标准。延期原因：省级标准正在修订。\n延期任务2：推进再生资源回收体系市场化改革。延期原因：选址重新论证。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务45项，全部完成。上年延期的1项任务已经完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成43项，延期1项。\n延期任务1：制定社区嵌入式养老服务标准。延期原因：省级标准正在修订。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，上年结转的2项改革中，“水务一体化改革”已完成，其余1项再次延期至2024年。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排任务44项，完成42项。结转的2项改革，即“水务一体化改革”和“社区物业管理改革”，延至2023年9月底前完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，整合农村产权流转交易平台有序推进，计划2024年6月完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，1项任务延期：整合农村产权流转交易平台，因系统接口不统一，延至2024年6月底前完成。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, !last.delayed.isEmpty else {
      return
    }
    let draft = study.draft
    var missing: [(name: String, planned: Range<Int>?)] = []
    var late: [(name: String, date: Range<Int>, until: PartialDate)] = []
    let finder = NameFinder(draft)
    let links = TaskLinks(input.ledger?.report)
    let sentences = finder.sentences(with: last.delayedPairs)
    if let page = input.page, let prose = input.prose {
      for wrong in CarriedOutcomes(
        draft: draft, page: page, prose: prose, last: last, told: study.part(CarriedOutcomes.Told.self),
        denying: study.part(CarriedDenials.Denying.self)
      ).wrong(sentences) {
        result.report(draft.text.place(wrong.range), wrong.message, "请核对上年报告和这一项的结果")
      }
      for (item, name) in NamedDelays(page: page, prose: prose)
        .strangers(study.facts.carrying.sentences, among: last.delayed)
      {
        result.report(
          draft.text.place(item), "上年报告的延期事项里没有这一项，有的是“\(name)”", "请对照上年报告核对这几项的名称")
      }
    }
    for (name, found) in zip(last.delayed, sentences) {
      var places = found
      // The item may bear another name by now: the link in this year's ledger tells which.
      if let heir = links.heir(ofNumber: last.numbers[name], named: name, year: last.year), heir.name != name
      {
        places += finder.sentences(naming: [heir.name])[0]
      }
      if let until = last.delayedUntil[name], let prose = input.prose, !Self.isSaidAgain(places, draft),
        let later = QuietDelays(draft: draft, prose: prose).date(laterThan: until, in: places)
      {
        late.append((name, later, until))
      }
      if places.contains(where: { draft.role(of: draft.sentences[$0].section) != .plan })
        || study.facts.carrying.names.contains(where: { isShort($0, for: Mark.word(name)) })
      {
        continue
      }
      missing.append((name, places.first.map { draft.sentences[$0].range }))
    }
    for fault in CarriedTables(draft: draft, last: last).faults {
      result.report(
        fault.place, "“\(fault.name)”上年报告写延至\(fault.right.chinese)，表中写的上年时限是\(fault.told)", "请核对上年的时限")
    }
    let again = again(last, sentences, study, &result)
    for item in late
    where !again.contains(where: {
      $0.overlaps((draft.sentence(at: item.date.lowerBound).map { draft.sentences[$0].range } ?? item.date))
    }) {
      // 均为首次延期: told of all of them.
      let first = input.prose.flatMap { firstTime(before: item.date, draft, $0) }
      result.report(
        draft.text.place(first ?? item.date),
        "上年延期的“\(item.name)”上年写延至\(item.until.chinese)，今年时限又往后改，\(first == nil ? "没有写明是再次延期" : "却写成首次延期")",
        "请写明“再次延期”及原因", related: first == nil ? [] : [.init(draft.text.place(item.date), "延期的是这一项")])
    }
    missing = inTables(missing, draft, &result)
    result.recognise("lastYearDelayed", "上年延期事项", last.delayed.count)
    result.recognise("lastYearDelayedFound", "今年有交代的上年延期事项", last.delayed.count - missing.count)
    let noneNamed = missing.count == last.delayed.count
    // 上年延期的两项任务,校车改革已落地: tells of some of them by name, and so not of all.
    let named = Set(sentences.flatMap { $0 }).filter { index in !sentences.allSatisfy { $0.contains(index) } }
    if missing.isEmpty || accountsForAll(last.delayed.count, noneNamed, last.year, naming: named, study)
      || accountsForRest(missing.count, last.year, study)
    {
      return
    }
    let place =
      study.facts.carrying.last ?? draft.articles.first?.title ?? draft.paragraphs.first?.range ?? 0..<0
    for item in missing {
      if let planned = item.planned {
        result.report(
          draft.text.place(planned), "上年延期的“\(item.name)”只在下一步打算里提到，没有写今年的结果", "请写明今年是已完成、再次延期还是不再实施")
      } else {
        result.report(
          draft.text.place(place), "上年延期的“\(item.name)”今年没有交代", "请写明已完成、再次延期或不再实施",
          explanation: "上年报告把它列为延期事项，今年的文稿里没有找到相近的名称")
      }
    }
  }

  private func firstTime(before date: Range<Int>, _ draft: Draft, _ prose: CheckProse) -> Range<Int>? {
    let word = Mark.word("首次延期")
    return draft.paragraphs.first { $0.range.contains(date.lowerBound) }
      .flatMap { prose.first(word, in: $0.range) }.map { $0..<$0 + word.count }
  }

  /// 供水改革 for 供水一体化改革: its characters in their order.
  private func isShort(_ short: [UInt16], for name: [UInt16]) -> Bool {
    var place = 0
    for unit in name where place < short.count && short[place] == unit { place += 1 }
    return place == short.count
  }

  /// The items that no table names either; those that a table of delays names again are reported.
  private func inTables(
    _ missing: [(name: String, planned: Range<Int>?)], _ draft: Draft, _ result: inout CheckResult
  ) -> [(name: String, planned: Range<Int>?)] {
    guard !missing.isEmpty, !draft.tables.isEmpty else { return missing }
    let names = missing.map { NameLikeness($0.name) }
    var found: Set<Int> = []
    for table in draft.textTables {
      // 上年延期原因 beside 办结时间: what became of them, and no new delay.
      let isOfLastYears =
        table.heads.contains { $0.contains("上年") || $0.contains("去年") }
        || table.column(["办结时间", "完成时间", "办结情况", "办结日期", "完成日期", "销号时间"]) != nil
      let tellsOfDelays =
        !isOfLastYears && table.column(["延期原因", "延至", "延期至", "延期时限", "新时限", "未完成原因"]) != nil
      for row in table.body {
        for column in table.rows[row].indices where table.rows[row][column].unicodeScalars.count >= 4 {
          let cell = NameLikeness(table.rows[row][column])
          for (number, name) in names.enumerated()
          where !found.contains(number)
            // 体制机制 tells no item by the one pair that is left of it.
            && (cell.likeness(name) >= 70 || cell.containment(name) >= 85 && cell.count >= min(3, name.count))
          {
            found.insert(number)
            let words = table.rows[row].joined()
            guard tellsOfDelays, !words.containsAny(Self.repeating) else { continue }
            result.report(
              table.place(row, column, in: draft.text.source.file),
              "“\(missing[number].name)”上年已经延期，今年又延期，没有写明是再次延期",
              "请写明“再次延期”，并说明上年的原因是否已经解决")
          }
        }
      }
    }
    return missing.indices.filter { !found.contains($0) }.map { missing[$0] }
  }

  /// Postponed last year and this year, too: it has to be said. The names that it was said of are returned.
  private func again(
    _ last: LastYear, _ sentences: [[Int]], _ study: DraftStudy, _ result: inout CheckResult
  ) -> [Range<Int>] {
    var named: [Range<Int>] = []
    let draft = study.draft
    let before = last.study?.facts.delayedNames ?? last.delayed.map { NameLikeness($0) }
    for item in study.facts.postponed where !item.isToldAgain {
      guard before.contains(where: { $0.likeness(item.name) >= 75 }) else { continue }
      let delay = draft.delays[item.delay]
      named.append(delay.name)
      // 甲改革仍需时日,再次延期: said where the report sums up.
      let isSaid = before.indices.contains { number in
        before[number].likeness(item.name) >= 75 && sentences.indices.contains(number)
          && Self.isSaidAgain(sentences[number], draft)
      }
      if item.first == nil, isSaid { continue }
      result.report(
        draft.text.place(item.first ?? delay.name),
        "“\(draft.text.string(delay.name))”上年已经延期，今年又延期，\(item.first == nil ? "没有写明是再次延期" : "却写成首次")",
        "请写明“再次延期”，并说明上年的原因是否已经解决",
        related: item.first == nil ? [] : [.init(draft.text.place(delay.name), "延期的是这一项")])
    }
    return named
  }

  /// Whether one of the sentences that name an item says that it was put off again.
  private static func isSaidAgain(_ sentences: [Int], _ draft: Draft) -> Bool {
    sentences.contains { index in
      // (四)甲。该项上年因…。…,再次延期至2026年6月: the paragraph that the name heads.
      let paragraph = draft.sentences[index].paragraph
      let isHead = index == 0 || draft.sentences[index - 1].paragraph != paragraph
      let range = isHead ? draft.paragraphs[paragraph].range : draft.sentences[index].range
      return FoldedWords(units: draft.text.units[range]).containsAny(againWords)
    }
  }

  private static let againWords = [
    "再次延期", "继续延期", "又延期", "二次延期", "再延期", "再度延期", "连续延期", "第二年延期", "两年延期", "两度延期",
  ]
  static let repeating = Mark.texts("再次 再延 继续 不再实施 终止 取消 调出 撤销 仍 第二次 二次 连续 上年 去年 上一年 结转 两年 依然 还需 又延 续延")
  /// 上年延期的2项任务均已完成: told of together. Without their number it tells of them all where none is named.
  private func accountsForAll(
    _ count: Int, _ noneNamed: Bool, _ year: Int?, naming some: Set<Int>, _ study: DraftStudy
  ) -> Bool {
    let (draft, page) = (study.draft, study.page)
    let lastYears = (["上年", "去年", "上一年", "往年"] + (year.map { ["\($0)年"] } ?? [])).map(Mark.word)
    return study.facts.carrying.sentences.contains { index in
      let sentence = draft.sentences[index]
      let words = page.words(sentence.range)
      guard tellsOfCarried(sentence.range, lastYears, study),
        !some.contains(index) || words.containsAny(Self.ofAll)
      else { return false }
      let isCounted = sentence.quantities.contains { page.value($0) == .init(count) && page.isAmount($0) }
      guard
        isCounted
          || noneNamed && (page.cues.has([.everyOne, .allDone], in: sentence.range) || words.contains("均"))
      else { return false }
      // 甲已完成,其余改革按计划推进: the others are not settled.
      let others = sentence.range.first { place in
        let behind = FoldedWords(units: page.units[place..<sentence.range.upperBound])
        return behind.hasAnyPrefix(Self.others)
      }
      if let others, !page.cues.has([.done, .ended, .delayed], in: others..<sentence.range.upperBound) {
        return false
      }
      return page.cues.has([.done, .ended], in: sentence.range)
        || words.containsAny(Self.settled)
        || isCounted && words.containsAny(Self.delaying)
    }
  }

  /// 上年延期任务中,除甲外其余3项均已完成; 上年延期的4项中有3项完成: as many as are not named are told of together.
  private func accountsForRest(_ count: Int, _ year: Int?, _ study: DraftStudy) -> Bool {
    let (draft, page) = (study.draft, study.page)
    let years = (["上年", "去年", "上一年"] + (year.map { ["\($0)年"] } ?? [])).map(Mark.word)
    return study.facts.carrying.sentences.contains { index in
      let sentence = draft.sentences[index]
      return tellsOfCarried(sentence.range, years, study)
        && page.cues.has([.done, .ended, .delayed], in: sentence.range)
        && sentence.quantities.contains {
          page.value($0) == .init(count) && page.isAmount($0)
            && (page.words(page.lead($0)).hasAnySuffix(Self.restOf)
              || page.words(page.before($0)).hasAnySuffix(["中,", "中:"]))
        }
    }
  }

  private static let restOf = ["其余", "其他", "其中", "有", "另", "另有", "另外", "余下", "剩余", "剩下"]

  /// 上年因故延期的, 2022年结转: last year's year with the word behind it, in one clause.
  private func tellsOfCarried(_ sentence: Range<Int>, _ years: [[UInt16]], _ study: DraftStudy) -> Bool {
    sentence.contains { index in
      guard let year = years.first(where: { study.prose.has($0, at: index) }),
        index + year.count <= sentence.upperBound
      else { return false }
      let behind = study.prose.units[
        index + year.count..<max(index + year.count, min(sentence.upperBound, index + 16))
      ]
      .prefix { $0 != Mark.comma && $0 != Mark.semicolon }
      return FoldedWords(units: behind).containsAny(CarryingSentences.carried)
    }
  }

  private static let others = ["其余", "剩余", "余下", "其他", "另1项", "另一项", "另外"]
  private static let ofAll = ["均", "全部", "都", "悉数", "尽数", "其余", "另", "剩余", "余下", "其他", "也"]
  private static let settled = ["如期", "销号", "收官", "交账", "见效", "落地", "办结", "完毕", "并入", "终止"]
  private static let delaying = ["再次延期", "继续延期", "申请延期", "又延期"]
}
