import ReportModel

/// 留着上年的年份: last year's year in a copied sentence, in the name of the work plan or of an attachment.
struct StaleYearCheck: Check {
  let about = CheckDescription(
    "last-year.stale-year", .error, "留着上年的年份",
    rationale: "句子和上年一样，年份也没有改；或者工作要点、督察计划、附件名称里的年份还是上年的。回顾上年、多年规划、建成年份不算。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n一、总体情况\n2023年，完成改革任务45项。截至[[2022年]]12月底，惠企政策兑现平台累计上线政策62条。",
        lastYear: "青溪区2022年改革工作总结\n一、总体情况\n2022年，完成改革任务44项。截至2022年12月底，惠企政策兑现平台累计上线政策33条。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，《青溪区委全面深化改革委员会[[2022年]]工作要点》确定的45项任务全部完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，44项任务全部完成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排任务4项。完善调解机制，到[[2022年]]底，全区人民调解组织实现街道社区两级全覆盖，在册人民调解员达到655名。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排任务3项。到2022年底，全区人民调解组织实现街道社区两级全覆盖，在册人民调解员达到612名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，对照《青溪区2023年改革工作要点》（[[青改发〔2022〕3号]]），逐项压实责任。",
        lastYear: "青溪区2022年改革工作总结\n2022年，对照《青溪区2022年改革工作要点》（青改发〔2022〕3号），推进改革。"),
      .draft(
        "青溪区2023年改革工作总结\n对照[[2022年]]改革工作要点部署的18项任务逐项推进。18项任务中，完成15项，延期3项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务16项，完成14项，延期2项。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2022年改革工作要点部署的16项任务全部完成。今年安排任务18项，完成15项，延期3项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务16项，完成14项，延期2项。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排任务4项。到2022年底，全区人民调解组织实现街道社区两级全覆盖，今年又新增专业组织5个。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排任务3项。到2022年底，全区人民调解组织实现街道社区两级全覆盖，在册人民调解员达到612名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全面实施青溪区数字化三年行动。2022年结转的2项任务已经完成。中心于2019年建成。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全面实施青溪区数字化三年行动。中心于2019年建成。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，对照2022年工作要点完成情况开展“回头看”。",
        lastYear: "青溪区2022年改革工作总结\n2022年，44项任务全部完成。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable,
      let year = study.facts.year, let before = last.year, before == year - 1
    else { return }
    let draft = study.draft
    var seen: Set<Int> = []
    goals(study, last, year, &result)
    for (index, time) in draft.times.enumerated() {
      guard case .date(let date) = time.meaning, date.year == before,
        let sentence = draft.sentence(at: time.range.lowerBound)
      else { continue }
      guard
        isPlanName(time.range, draft) || isCopied(index, sentence, study, last, before)
          || isTakenOver(index, sentence, draft, last, before),
        !recalls(time.range, sentence, draft)
      else { continue }
      seen.insert(time.range.lowerBound)
      report(time.range, year, draft, &result)
    }
    for range in plansOfTasks(before, study, last) where !seen.contains(range.lowerBound) {
      seen.insert(range.lowerBound)
      report(range, year, draft, &result)
    }
    numbers(study, last, &result)
    for range in yearsInNames(before, draft) where !seen.contains(range.lowerBound) {
      if let sentence = draft.sentence(at: range.lowerBound), recalls(range, sentence, draft) { continue }
      report(range, year, draft, &result)
    }
  }

  /// 到2023年底实现全覆盖, among the next steps of 2023: the goal of last year with its year.
  private func goals(_ study: DraftStudy, _ last: LastYear, _ year: Int, _ result: inout CheckResult) {
    guard let other = last.study, let pairs = last.alignment?.pairs else { return }
    for (time, mention) in study.draft.times.enumerated() {
      guard case .date(let date) = mention.meaning, date.year == year,
        let sentence = study.draft.sentence(at: mention.range.lowerBound),
        study.draft.role(of: study.draft.sentences[sentence].section) == .plan, let pair = pairs[sentence],
        pair.likeness >= 80,
        study.passages.sentences[sentence].length >= 8
      else { continue }
      let theirs = other.draft.sentences[pair.last]
      let position = theirs.times.lowerBound + time - study.draft.sentences[sentence].times.lowerBound
      guard other.draft.role(of: theirs.section) == .plan, theirs.times.contains(position),
        case .date(let before) = other.draft.times[position].meaning, before.year == year
      else { continue }
      report(mention.range, year + 1, study.draft, &result)
    }
  }

  private func report(_ range: Range<Int>, _ year: Int, _ draft: Draft, _ result: inout CheckResult) {
    // 截至 is part of the time, not of its year.
    let start = range.first { Mark.isDigit(draft.text.units[$0]) } ?? range.lowerBound
    let stale = (start..<range.upperBound).prefix(5)
    result.report(
      draft.text.place(stale), "年份没有改，还是上年报告里的（\(draft.text.string(stale))）", "请核对；应当顺延的，请改为\(year)年",
      replacement: "\(year)年")
  }

  /// 2022年(度)…工作要点: what stands behind the year in a title.
  private func isPlanName(_ rest: Range<Int>, _ draft: Draft) -> Bool {
    let name = draft.text.folded(rest)
    return Self.plans.contains {
      name.hasSuffix($0) || name.hasPrefix($0) || name.hasPrefix("度" + $0) || name.hasPrefix("改革" + $0)
    }
  }

  /// 对照2022年改革工作要点部署的18项任务, where it is this year's tasks that are 18: the plan is this year's, too.
  private func plansOfTasks(_ before: Int, _ study: DraftStudy, _ last: LastYear) -> [Range<Int>] {
    let (draft, page) = (study.draft, study.page)
    let word = Mark.word("\(before)年")
    guard let all = (study.status.overall.first ?? study.status.announced)?.total,
      case let count = page.value(all), count >= 5, last.counts.tasks != count
    else { return [] }
    return draft.quantities.indices.compactMap { figure in
      guard page.value(figure) == count, page.sameUnit(figure, all), page.isExact(figure),
        case let sentence = page.sentence(of: figure), draft.role(of: sentence.section) != .plan,
        case let lead = (sentence.range.lowerBound..<page.range(figure).lowerBound).suffix(24),
        page.words(lead).hasAnySuffix(Self.settingOut), lead.count >= word.count,
        let place = (lead.lowerBound...(lead.upperBound - word.count)).last(where: {
          page.units[$0..<$0 + word.count].elementsEqual(word)
        }), case let name = place + word.count..<lead.upperBound,
        page.words(name).containsAny(Self.plans),
        !name.contains(where: { Mark.clauseEnds.contains(page.units[$0]) }),
        !page.words(sentence.range).containsAny(Self.reviews)
      else { return nil }
      return place..<place + word.count
    }
  }

  private static let settingOut = Mark.texts("部署的 确定的 明确的 安排的 下达的 提出的 列出的 布置的 确定 部署 明确 安排 中的 的")
  private static let reviews = Mark.texts("上年 去年 结转 延期 遗留 回头看 评估 未完成")

  /// 《甲区2023年工作要点》(甲改发〔2022〕3号), where last year's report has that number for the plan of 2022.
  private func numbers(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) {
    guard let other = last.study else { return }
    func titled(_ study: DraftStudy) -> [(number: [UInt16], title: Range<Int>, range: Range<Int>)] {
      DocumentNumbers.find(study.prose).compactMap { number in
        guard number.issuer < number.range.lowerBound,
          let title = study.draft.titles.last(where: {
            $0.depth == 0 && (0...1).contains(number.issuer - $0.range.upperBound)
          })
        else { return nil }
        let range = number.issuer..<number.range.upperBound
        return (Array(study.prose.units[range]), title.inner, range)
      }
    }
    let theirs = Dictionary(titled(other).map { ($0.number, $0.title) }) { first, _ in first }
    for own in titled(study) {
      guard let known = theirs[own.number],
        let year = study.prose.year(in: own.title)?.year, let before = other.prose.year(in: known)?.year,
        year != before
      else { continue }
      result.report(
        study.draft.text.place(own.range),
        "这是上年报告里《\(other.draft.text.string(known))》的文号，两份文件不会是同一个文号", "请核对文号",
        related: [.init(other.draft.text.place(known), "上年写的文件")])
    }
  }

  /// The same sentence last year, with the same year at the same place.
  private func isCopied(_ time: Int, _ sentence: Int, _ this: DraftStudy, _ last: LastYear, _ before: Int)
    -> Bool
  {
    guard let other = last.study, let pair = last.alignment?.pairs[sentence], pair.likeness >= 80,
      this.passages.sentences[sentence].length >= (pair.likeness == 100 ? 6 : 10),
      this.draft.role(of: this.draft.sentences[sentence].section) != .plan
    else { return false }
    let mine = this.draft.sentences[sentence].times
    let theirs = other.draft.sentences[pair.last].times
    let position = time - mine.lowerBound
    guard mine.count == theirs.count else { return false }
    // A year beside this year's own, or far back in a story, was not forgotten.
    let hasOwn = mine.contains { index in
      if case .date(let date) = this.draft.times[index].meaning { return date.year > before }
      return false
    }
    guard !hasOwn, case .date(let date) = other.draft.times[theirs.lowerBound + position].meaning else {
      return false
    }
    return date.year == before
  }

  /// 到2022年底,…: twelve characters behind the end of the year as they stand behind it in last year's report.
  private func isTakenOver(_ time: Int, _ sentence: Int, _ draft: Draft, _ last: LastYear, _ before: Int)
    -> Bool
  {
    func tail(_ time: TimeMention, _ draft: Draft) -> ArraySlice<UInt16>? {
      let units = draft.text.units
      guard case .date(let date) = time.meaning, date.year == before,
        let sentence = draft.sentence(at: time.range.lowerBound),
        draft.role(of: draft.sentences[sentence].section) != .plan,
        (time.range.lowerBound > 0
          ? [time.range.lowerBound - 1, time.range.lowerBound] : [time.range.lowerBound])
          .contains(where: { Self.until.contains(units[$0]) })
      else { return nil }
      let rest = units[time.range.upperBound..<draft.sentences[sentence].range.upperBound]
        .drop { Self.endOfYear.contains($0) }.prefix(12)
      return rest.count == 12 && rest.count(where: Mark.isHan) >= 10 ? rest : nil
    }
    guard let other = last.study?.draft, let mine = tail(draft.times[time], draft),
      // A year beside this year's own was not forgotten.
      !draft.times[draft.sentences[sentence].times].contains(where: {
        if case .date(let date) = $0.meaning { return date.year > before }
        return $0.meaning == .thisYear
      })
    else { return false }
    return other.times.contains { tail($0, other)?.elementsEqual(mine) ?? false }
  }

  private static let until = UnitSet("到至截")
  private static let endOfYear = UnitSet("年底末12月31日，,")

  /// 2022年结转的, 比2022年, 2022年建成的: told of last year on purpose.
  private func recalls(_ range: Range<Int>, _ sentence: Int, _ draft: Draft) -> Bool {
    let start = max(draft.sentences[sentence].range.lowerBound, range.lowerBound - 4)
    let before = draft.text.folded(start..<range.lowerBound)
    let after = draft.text.folded(
      (range.upperBound..<draft.sentences[sentence].range.upperBound).prefix(16))
    return before.hasAnySuffix(Self.recallsBefore)
      || after.containsAny(Self.recallsAfter)
  }

  /// Titles and attachments with last year's year: 《…2022年工作要点》, 附件:2022年任务完成情况表.
  private func yearsInNames(_ year: Int, _ draft: Draft) -> [Range<Int>] {
    let word = Mark.word("\(year)年")
    let units = draft.text.units
    var found: [Range<Int>] = []
    func search(_ range: Range<Int>, _ isName: (Range<Int>) -> Bool) {
      guard range.count >= word.count else { return }
      for index in range.lowerBound...(range.upperBound - word.count)
      where units[index] == word[0] && units[index..<index + word.count].elementsEqual(word) {
        if isName(index..<index + word.count) { found.append(index..<index + word.count) }
      }
    }
    for title in draft.titles where title.depth == 0 {
      search(title.inner) { isPlanName($0.upperBound..<title.inner.upperBound, draft) }
    }
    for attachment in draft.attachments { search(attachment) { _ in true } }
    return found
  }

  private static let plans = Mark.texts("工作要点 督察计划 督查计划 改革要点 重点改革任务 改革任务 重点任务清单 改革工作要点 制度性成果 任务台账 改革台账")
  private static let recallsBefore = ["比", "较", "与", "同", "对照", "自", "从", "上年", "总结", "回顾", "于", "复盘"]
  private static let recallsAfter = Mark.texts(
    "结转 延期 遗留 被确定为 被列为 被命名 被评为 以来 建成 成立 相比 启动 回头看 出台的 印发的 底前 上年 未完成 起")
}
