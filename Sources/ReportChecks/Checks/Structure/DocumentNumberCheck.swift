import ReportModel

/// 文号: numbers of documents in a form that the standard does not know, or of a year that the text contradicts.
struct DocumentNumberCheck: DraftCheck {
  let about = CheckDescription(
    "wording.document-number", .warning, "文号的写法不规范，或者文号的年份与文中的时间对不上",
    rationale:
      "文号由机关代字、年份、序号组成：年份用四位数字、放在六角括号〔〕里，序号不加“第”、不编虚位。文号的年份就是印发的年份：与写明的印发日期不同，晚于成文的年份，或者本地当年印发的文件却编着往年的号，都要核对。依据、落实往年文件的不算。",
    source: "GB/T 9704-2012,7.2.5",
    triggering: [
      .draft("2023年改革工作总结\n出台《甲区财政管理办法》（甲政[[（2023）第11号]]）。"),
      .draft("2021年改革工作总结\n印发《甲区包容审慎监管办法》（甲政办[[[2021]19号]]）。"),
      .draft("2021年改革工作总结\n制定《甲区改革任务三色管理办法》（甲办[[〔2012〕27号]]）。"),
      .draft("2024年改革工作总结\n制定《甲街道积分管理办法》（甲街发[[〔2023〕42号]]，2024年4月印发）。"),
      .draft("2021年改革工作总结\n出台《甲区停车管理办法》（甲政[[〔2012〕7号]]）、《甲区人才办法》（甲政〔2021〕9号）。"),
      .draft("2020年改革工作总结\n印发《甲区办法》（甲政发[[2020（18）号]]）、《甲区方案》（甲政发[[〔2020〕19]]）。"),
      .draft("2025年改革工作总结\n5月12日印发《甲区渔港管理办法》（甲政发[[〔2024〕9号]]），理顺管理体制。"),
      .draft("2025年改革工作总结\n[[区政府办公室]]以甲政发〔2025〕9号文件印发《甲区渔港管理办法》。"),
      .draft("2025年改革工作总结\n印发《甲区2025年度重点事项方案》（甲政[[〔2024〕7号]]）。"),
      .draft("2021年改革工作总结\n出台《甲区停车设施管理办法》（甲政〔2021〕7号）。\n落实《甲区停车设施管理办法》（甲政[[〔2021〕17号]]）。"),
      .draft(
        "2021年改革工作总结\n出台《甲区停车设施管理办法》（甲政〔2021〕7号）。\n\n| 名称 | 文号 |\n|---|---|\n| 甲区停车设施管理办法 | [[甲政〔2021〕17号]] |\n| 甲区人才办法 | 甲政〔2021〕9号 |"
      ),
      .draft(
        "2023年改革工作总结\n区委改革办\n（2024年1月8日）\n全年出台文件2件。\n\n| 文件名称 | 文号 | 印发日期 |\n|---|---|---|\n| 《甲区停车管理办法》 | [[甲政〔2022〕7号]] | 2023年5月6日 |\n| 《甲区人才办法》 | 甲政〔2023〕9号 | [[2024年8月2日]] |"
      ),
      .draft("2025年改革工作总结\n印发《甲区招投标整治方案》（甲政办发〔2025〕14号）。各部门对照甲政办发[[〔2025〕41号]]文件的整治方案自查。"),
      .draft("2025年改革工作总结\n甲政办〔2025〕16号文件作出安排。为落实甲政办[[〔2024〕16号]]文件的要求，建成综合体11处。"),
    ],
    silent: [
      .draft(
        "2025年改革工作总结\n印发《甲区招投标整治方案》（甲政办发〔2025〕14号）。对照甲政办发〔2025〕15号文件自查，修订甲政办发〔2024〕14号文件，以甲政办发〔2025〕41号文印发《甲区办法》。"
      ),
      .draft(
        "2025年改革工作总结\n区委、区政府印发《甲区渔港管理办法》（甲委发〔2025〕9号）。区政府以甲政发〔2025〕7号文件印发《甲区港口管理办法》。区民政局印发《甲区养老办法》（甲民政发〔2025〕3号）。"
      ),
      .draft("2025年改革工作总结\n其中2024年13件、2025年16件；2019年印发的《甲区暂行办法》（甲政发〔2019〕6号）等5件废止。"),
      .draft("2025年改革工作总结\n5月12日组织学习《甲区渔港管理办法》（甲政发〔2024〕9号）。1月6日印发《甲区港口管理办法》（甲政发〔2024〕31号）。"),
      .draft(
        "2023年改革工作总结\n区委改革办\n（2024年1月8日）\n全年出台文件2件。\n\n| 文件名称 | 文号 | 印发日期 |\n|---|---|---|\n| 《甲区停车管理办法》 | 甲政〔2023〕7号 | 2023年5月6日 |\n| 《甲区人才办法》 | 甲政〔2024〕1号 | 2024年1月2日 |"
      ),
      .draft("2025年上半年改革工作总结\n落实《甲区2025年度民生实事实施方案》（甲办发〔2024〕97号）。"),
      .draft("2021年改革工作总结\n印发《甲区包容审慎监管办法》（甲政办〔2021〕19号，自2022年1月1日起施行）。"),
      .draft("2021年改革工作总结\n落实《乙省优化营商环境办法》（乙政〔2012〕27号），修订《甲区办法》（甲政〔2018〕3号）。"),
      .draft("2021年改革工作总结\n全年召开会议（2021年第11号纪要），获评项目（2021）12个。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let numbers = DocumentNumbers.find(prose)
    result.recognise("documentNumbers", "文号", numbers.count)
    for number in numbers {
      let text = draft.text.string(number.range)
      if let fault = number.fault(draft.text) {
        result.report(
          draft.text.place(number.range), "文号“\(text)”\(fault)", "规范写法如“〔\(number.year)〕\(number.serial)号”")
      } else if let message = contradiction(number, numbers, draft, prose) {
        result.report(draft.text.place(number.range), "文号“\(text)”\(message)", "请核对文号的年份")
      }
    }
    if let page = input.page {
      for fault in NumberOffices(page: page).faults(numbers) {
        result.report(
          draft.text.place(fault.unit), fault.message, "请核对发文机关和文号",
          related: [.init(draft.text.place(fault.number), "文号在这里")])
      }
    }
    sharedNumbers(numbers, draft, prose, &result)
    let again = NumbersToldAgain(prose: prose) { title(of: $0, draft) != nil }
    for (wrong, known) in again.faults(numbers) {
      result.report(
        draft.text.place(wrong.range),
        "前文的文号是“\(draft.text.string(known.range))”，这里写“\(draft.text.string(wrong.range))”", "如指同一份文件，请核对文号",
        related: [.init(draft.text.place(known.range), "前文写在这里")])
    }
    listed(draft, &result)
    tabled(numbers, draft, prose, &result)
  }

  /// Tables of documents: the year of each number and its date of issue, and the date beside that of the report.
  private func listed(_ draft: Draft, _ result: inout CheckResult) {
    let written = draft.articles.compactMap(\.date).last
    for table in draft.textTables {
      guard let number = table.column(["文号", "发文字号"]), let day = table.column(Self.dates) else { continue }
      for row in table.body {
        guard case .date(let date) = PartialDate.read(table.text(row, day)),
          let year = DocumentNumber(table.text(row, number)).year
        else { continue }
        if let written, let month = written.month, (date.year, date.month ?? 0) > (written.year, month) {
          result.report(
            table.place(row, day, in: draft.text.source.file),
            "印发日期“\(table.text(row, day))”晚于成文日期\(written.chinese)", "请核对印发日期")
        } else if date.year != year {
          result.report(
            table.place(row, number, in: draft.text.source.file),
            "文号“\(table.text(row, number))”的年份与印发时间（\(date.year)年）不符", "请核对文号的年份")
        }
      }
    }
  }

  /// A document's number in the prose and in a table.
  private func tabled(
    _ numbers: [ReferenceNumber], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    var known: [String: ReferenceNumber] = [:]
    for number in numbers where number.issuer < number.range.lowerBound {
      guard let title = title(of: number, draft) else { continue }
      known[draft.text.folded(title.dropFirst().dropLast()), default: number] = number
    }
    guard !known.isEmpty else { return }
    for table in draft.textTables {
      guard let column = table.column(["文号", "发文字号"]), let name = table.nameColumn, name != column else {
        continue
      }
      for row in table.body {
        let title = table.text(row, name).filter { !"《》".contains($0) }
        let written = table.text(row, column)
        guard let number = known[title], DocumentNumber(written).year != nil,
          !prose.units[number.issuer..<number.range.upperBound].elementsEqual(Mark.word(written))
        else { continue }
        result.report(
          table.place(row, column, in: draft.text.source.file),
          "同一份文件写了两个文号：表中是“\(table.text(row, column))”，正文是“\(draft.text.string(number.issuer..<number.range.upperBound))”",
          "请核对文号", related: [.init(draft.text.place(number.range), "正文写在这里")])
      }
    }
  }

  private static let dates = ["印发日期", "印发时间", "发文日期", "发文时间", "出台时间", "发布日期", "出台日期", "日期"]

  private func contradiction(
    _ number: ReferenceNumber, _ all: [ReferenceNumber], _ draft: Draft, _ prose: CheckProse
  ) -> String? {
    if let issued = issueYear(number, draft, prose) {
      return issued == number.year ? nil : "的年份与印发时间（\(issued)年）不符"
    }
    guard let article = draft.article(at: number.range.lowerBound) else { return nil }
    if let date = article.date, number.year > date.year { return "的年份晚于报告成文的年份" }
    guard let year = article.year, !article.isYearGuessed else { return nil }
    if article.date == nil, number.year > year + 1 { return "的年份晚于报告成文的年份" }
    guard number.year < year, isIssuedNow(number, draft, prose) else { return nil }
    // Last year's number stands out only among this year's.
    let hasThisYear = all.contains { $0.year == year && isIssuedNow($0, draft, prose) }
    return year - number.year >= 2 || hasThisYear || isTitled(number, year, draft, prose)
      ? "是往年的，而文件写的是本年度制定的" : nil
  }

  /// The year of issue that stands beside a number: 〔2023〕42号,2024年4月印发; 2024年4月印发《…》(〔2023〕42号).
  private func issueYear(_ number: ReferenceNumber, _ draft: Draft, _ prose: CheckProse) -> Int? {
    guard let index = draft.sentence(at: number.range.lowerBound) else { return nil }
    let sentence = draft.sentences[index]
    let isPlain = !prose.hasAny(Self.older, in: sentence.range)
    for time in draft.times[sentence.times] where time.relation == .during {
      guard
        let year = year(of: time, draft) ?? (isPlain ? yearTold(number, time, sentence, draft) : nil)
      else { continue }
      let behind = (time.range.upperBound..<sentence.range.upperBound).prefix(4)
      if (0...3).contains(time.range.lowerBound - number.range.upperBound),
        prose.hasAny(Self.issued, in: behind)
      {
        return year
      }
      guard time.range.upperBound <= number.range.lowerBound, let title = title(of: number, draft),
        (0...12).contains(title.lowerBound - time.range.upperBound),
        // 2025年16件;2019年印发的《…》: the time right before the verb.
        !prose.units[time.range.upperBound..<title.lowerBound].contains(Mark.semicolon),
        !draft.times[sentence.times].contains(where: {
          (time.range.upperBound..<title.lowerBound).contains($0.range.lowerBound)
        }),
        prose.hasAny(Self.issued, in: time.range.upperBound..<title.lowerBound)
      else { continue }
      return year
    }
    return nil
  }

  /// 5月12日印发《…》(〔2024〕9号) in the report of 2025, where its sentence names no year: of that year. What is issued early in a year
  /// may bear the number of the year before.
  private func yearTold(
    _ number: ReferenceNumber, _ time: TimeMention, _ sentence: DraftSentence, _ draft: Draft
  ) -> Int? {
    guard case .month(let month, _) = time.meaning, month > 2,
      let article = draft.articles.first(where: { $0.range.contains(time.range.lowerBound) }),
      let year = article.year, !article.isYearGuessed, number.year == year - 1,
      draft.role(of: sentence.section) != .plan,
      draft.times[sentence.times].allSatisfy({
        if case .date = $0.meaning { false } else { $0.meaning != .lastYear }
      })
    else { return nil }
    return year
  }

  private func year(of time: TimeMention, _ draft: Draft) -> Int? {
    switch time.meaning {
    case .date(let date): date.year
    // The year of a report that nothing but its figures tell may be the one before.
    case .thisYear:
      draft.article(at: time.range.lowerBound).flatMap { $0.isYearGuessed ? nil : $0.year }
    default: nil
    }
  }

  /// The title that a number belongs to: right before it, or before the bracket around it.
  private func title(of number: ReferenceNumber, _ draft: Draft) -> Range<Int>? {
    draft.titles.last { $0.depth == 0 && (0...1).contains(number.issuer - $0.range.upperBound) }?.range
  }

  /// 制定《…》(甲办〔2021〕27号): laid down by this place in the year reported on, as the text tells it.
  private func isIssuedNow(_ number: ReferenceNumber, _ draft: Draft, _ prose: CheckProse) -> Bool {
    guard let title = title(of: number, draft) else { return false }
    let clause = prose.clause(around: title)
    let sentence = prose.sentence(around: title)
    var first = title.lowerBound
    // 《A》(…)、《B》(…): the verb stands before the first of them.
    while !prose.hasAny(Self.verbEnds, before: first),
      let earlier = draft.titles.last(where: { $0.depth == 0 && $0.range.upperBound <= first })?.range,
      first - earlier.upperBound < 24, earlier.lowerBound >= sentence.lowerBound
    {
      first = earlier.lowerBound
    }
    return prose.hasAny(Self.verbEnds, before: first)
      && !prose.hasAny(Self.older, in: title.upperBound..<max(title.upperBound, clause.upperBound))
      && !prose.hasAny(Self.older, in: (sentence.lowerBound..<first).suffix(16))
  }

  /// 《2025年度重点事项实施方案》(〔2024〕7号): the title itself names the year reported on, and so low a number is
  /// not of the last weeks of the year before.
  private func isTitled(_ number: ReferenceNumber, _ year: Int, _ draft: Draft, _ prose: CheckProse) -> Bool {
    guard number.serial < 40, let title = title(of: number, draft) else { return false }
    return prose.year(in: title)?.year == year
  }

  /// One number for two documents, or one document under two numbers.
  private func sharedNumbers(
    _ numbers: [ReferenceNumber], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    var titles: [ArraySlice<UInt16>: Range<Int>] = [:]
    var known: [ArraySlice<UInt16>: ReferenceNumber] = [:]
    for number in numbers {
      guard let title = title(of: number, draft), number.issuer < number.range.lowerBound else { continue }
      if title.count >= 12 {
        let name = prose.units[title]
        if let other = known[name], (other.year, other.serial) != (number.year, number.serial),
          prose.units[other.issuer..<other.range.lowerBound].suffix(3).elementsEqual(
            prose.units[number.issuer..<number.range.lowerBound].suffix(3))
        {
          result.report(
            draft.text.place(number.range),
            "同一份文件写了两个文号：“\(draft.text.string(other.range))”和“\(draft.text.string(number.range))”", "请核对文号",
            related: [.init(draft.text.place(other.range), "另一个文号在这里")])
          continue
        }
        known[name] = known[name] ?? number
      }
      let key = prose.units[number.issuer..<number.range.upperBound]
      guard let earlier = titles[key] else {
        titles[key] = title
        continue
      }
      if prose.units[earlier].elementsEqual(prose.units[title]) { continue }
      // A name in short is the same document.
      let (inner, other) = (
        prose.units[earlier.dropLast(1).dropFirst(1)], prose.units[title.dropLast(1).dropFirst(1)]
      )
      if prose.first(Array(other.suffix(6)), in: earlier) != nil
        || prose.first(Array(inner.suffix(6)), in: title) != nil
      {
        continue
      }
      result.report(
        draft.text.place(number.range),
        "两份文件用了同一个文号：\(draft.text.string(title))与\(draft.text.string(earlier))",
        "请核对文号", related: [.init(draft.text.place(earlier), "另一份文件在这里")])
    }
  }

  private static let issued = Mark.words("印发 发布 下发 出台 制发 发文")
  private static let verbEnds = Mark.words("制定 制订 印发 出台 下发 制发 印发了 出台了 制定了 制定出台 新出台 发布 审议通过 审议通过了 审定")
  private static let older = Mark.words("落实 贯彻 根据 按照 依据 依照 对照 去年 上年 此前 修订 修改 废止 原 曾 以来 年底 往年 前期")
}
