import ReportModel

/// 附件: attachments listed at the end against those that the text speaks of.
struct AttachmentListCheck: DraftCheck {
  let about = CheckDescription(
    "structure.attachments", .error, "附件说明与正文、附件编号对不上",
    rationale:
      "正文提到附件几，附件说明里就要有几；附件说明自己要从1起连续编号、不重名，写了件数的要与所列的相符；正文指到的附件名称不能是另一个附件的。附件说明里列了而正文没提的，是通行做法，不算错。“附件3份”是份数。",
    source: "GB/T 9704-2012,7.3.4、7.3.6",
    triggering: [
      .draft("2021年改革工作报告\n各项任务按期完成（详见[[附件3]]）。\n附件：1.制度性成果汇总表\n2.重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n各项任务按期完成。\n附件：1.制度性成果汇总表\n[[3.]]重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n各项任务按期完成。\n附件：1.制度性成果汇总表\n2.[[制度性成果汇总表]]"),
      .draft("2021年改革工作报告\n各项任务按期完成。\n附件1：制度性成果汇总表\n[[附件3]]：重点改革任务完成情况表"),
      .draft(
        "2021年改革工作报告\n安排事项22件，办结20件；形成制度成果12项，目录见[[附件3]]。\n附件：1.改革事项办理情况表\n2.制度成果目录\n3.下年改革事项安排表"),
      .draft("2021年改革工作报告\n制度文件见附件2《[[制度文件清单]]》。\n附件：1.改革任务完成情况表\n2.问题整改清单"),
      .draft("2021年改革工作报告\n附件（[[3件]]）：1.任务总台账\n2.创新案例集"),
      .draft("2021年改革工作报告\n全年形成制度性成果27项（见[[附件2]]）。\n附件：1.制度性成果汇总表\n2.重点任务完成情况表"),
      .draft("2021年改革工作报告\n现报上工作总结，并附任务台账、[[延期事项说明]]。\n附件：1.改革任务台账\n2.督察整改清单"),
      .draft("2021年改革工作报告\n2项任务延期，原因和新的时限见[[附件1]]。随文附上附件[[3个]]。\n附件：1.制度性成果目录\n2.延期任务情况表"),
      .draft("2021年改革工作报告\n现连同[[三份]]附件一并报上。\n附件：1.改革任务完成情况表\n2.制度性成果目录"),
      .draft(
        "2021年改革工作报告\n全年有12条经验在省、市推广，完整目录见[[附件2]]。\n附件：1.改革任务完成情况表\n2.延期任务说明\n3.改革经验推广目录"),
      .draft(
        "2025年改革工作报告\n全年共安排改革任务20项，完成17项，延期3项，出台制度性成果12项。\n附件：1.改革任务完成情况表（20项）\n2.制度性成果清单（[[13项]]）"),
      .draft("2021年改革工作报告\n延期任务见附件2《[[延期任务情况说明]]》。\n附件：1.改革任务完成情况表\n2.未完成任务情况说明"),
      .draft(
        "逐项情况见附件2。\n附件：1. 制度性成果汇总表\n2. [[重点改革任务进展情况表]]\n\n附件1\n制度性成果汇总表\n\n附件2\n重点改革任务完成情况表"),
    ],
    silent: [
      .draft(
        "逐项情况见附件2。\n附件：1. 制度性成果汇总表\n2. 重点改革任务完成情况表\n\n附件1\n2025年制度性成果汇总表\n\n附件2\n青溪区2025年重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n延期任务见附件2《延期任务情况说明》。\n附件：1.改革任务完成情况表\n2.甲区延期改革任务情况说明"),
      .draft("2021年改革工作报告\n各项任务按期完成。\n附件1：制度性成果汇总表\n附件2：重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n延期的2项已制定推进方案，制度性成果目录见附件1，其余见附件2。\n附件：1.制度性成果目录\n2.延期任务情况表"),
      .draft(
        "2025年改革工作报告\n全年共安排改革任务20项，完成17项，延期3项，出台制度性成果12项。\n附件：1.改革任务完成情况表（20项）\n2.制度性成果清单（12项）\n3.延期任务表（3项）"),
      .draft(
        "2021年改革工作报告\n现连同两份附件一并报上，任务目录见附件1。\n附件：1.改革任务完成情况目录\n2.改革经验推广目录"),
      .draft("2021年改革工作报告\n制度文件见附件2《制度文件清单》，进度见附件1《任务进度表》。\n附件：1.2021年改革任务完成进度表\n2.2021年制度文件目录"),
      .draft("2021年改革工作报告\n各项任务按期完成（详见附件2），报送附件3份。\n附件：1.制度性成果汇总表\n2.重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n形成制度性成果27项（见附件1），重点任务完成54项（见附件2），并附改革案例。\n附件：1.制度性成果汇总表\n2.重点任务完成情况表\n3.典型改革案例"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    result.recognise("attachments", "附件", draft.attachments.count)
    guard let first = draft.attachments.first else { return }
    var seen: [ArraySlice<UInt16>: Range<Int>] = [:]
    for (index, title) in draft.attachments.enumerated() {
      if let earlier = seen[prose.units[title]] {
        result.report(
          draft.text.place(title), "附件“\(draft.text.string(title))”列了两次", "请改成应列的附件名称，或删去一个",
          related: [.init(draft.text.place(earlier), "前一处在这里")])
      }
      seen[prose.units[title]] = title
      // 附:滞后任务清单, and 1. 2. 3. below it: the list itself.
      if index == 1, prose.listNumber(before: first.lowerBound) == nil,
        prose.listNumber(before: title.lowerBound)?.value == 1
      {
        break
      }
      guard let number = prose.listNumber(before: title.lowerBound), number.value != index + 1 else {
        continue
      }
      result.report(
        draft.text.place(number.range), "附件编号不连续：第\(index + 1)个附件编成了\(number.value)", "请改为\(index + 1)")
    }
    headed(draft, prose, &result)
    if let page = input.page {
      counted(first, page, &result)
      toldInProse(first, page, &result)
      if let status = input.study?.status { numbered(status, page, &result) }
      pointed(first, page, &result)
      titled(first, page, &result)
      headed(page, &result)
      enclosed(first, page, prose, &result)
    }
    for name in draft.names {
      guard case .attachment(let number) = name.kind, number > draft.attachments.count,
        name.range.upperBound <= first.lowerBound, prose.isRead(name.range.lowerBound)
      else { continue }
      result.report(
        draft.text.place(name.range), "正文提到附件\(number),附件说明只列了\(draft.attachments.count)个",
        "请补列附件，或改正正文里的编号", related: [.init(draft.text.place(first), "附件说明在这里")])
    }
  }

  /// 附件1:甲表, 附件3:乙表: lines with a number each, one of which was left out or told twice.
  private func headed(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    let heads = draft.attachments.map {
      prose.listNumber(before: $0.lowerBound) == nil ? prose.attachmentNumber(before: $0.lowerBound) : nil
    }
    guard heads.count > 1, heads[0]?.value == 1, !heads.contains(where: { $0 == nil }) else { return }
    for (index, head) in heads.enumerated() {
      guard let head, head.value != index + 1 else { continue }
      // The pages bound in behind a list begin with 附件1 again.
      guard head.value > index + 1 || head.value == index else { return }
      result.report(
        draft.text.place(head.range), "附件编号不连续：第\(index + 1)个附件编成了附件\(head.value)", "请改为附件\(index + 1)")
      return
    }
  }

  /// 附件(3件):1.甲表 2.乙表
  private func counted(_ first: Range<Int>, _ page: FigurePage, _ result: inout CheckResult) {
    guard
      let head = page.draft.paragraphs.last(where: { $0.range.lowerBound <= first.lowerBound })?.range,
      let open = page.units[head.lowerBound..<first.lowerBound].prefix(5).firstIndex(of: 0x28),
      let figure = page.figures(from: open).first, page.range(figure).upperBound <= first.lowerBound,
      page.value(figure) != .init(page.draft.attachments.count)
    else { return }
    result.report(
      page.draft.text.place(page.range(figure)),
      "附件的件数与列出的不符：列出\(page.draft.attachments.count)件，文中写\(page.number(figure))", "请补列附件，或改正件数")
  }

  /// 制度性成果27项(附件2), where attachment 2 is of something else and attachment 1 of those.
  private func pointed(_ first: Range<Int>, _ page: FigurePage, _ result: inout CheckResult) {
    let titles = page.draft.attachments
    var before = 0
    for name in page.draft.names {
      guard case .attachment(let number) = name.kind, name.range.upperBound <= first.lowerBound else {
        continue
      }
      let start = page.draft.sentence(at: name.range.lowerBound).map {
        page.draft.sentences[$0].range.lowerBound
      }
      let words = max(before, start ?? 0)..<name.range.lowerBound
      let isFirst = before <= start ?? 0
      before = name.range.upperBound
      guard titles.indices.contains(number - 1), start != nil,
        let meant = [words, nearest(words, page)].lazy.compactMap({ words in
          page.shares(words, with: titles[number - 1])
            ? nil : titles.indices.first { page.shares(words, with: titles[$0], atLeast: 4) }
        }).first ?? sought(words, not: titles[number - 1], page)
          ?? (isFirst ? ofKind(words, not: titles[number - 1], page) : nil)
      else { continue }
      result.report(
        page.draft.text.place(name.range),
        "附件编号与所指的内容不符：附件\(number)是“\(page.text(titles[number - 1]))”，“\(page.text(titles[meant]))”是附件\(meant + 1)",
        "请改正附件编号", related: [.init(page.draft.text.place(titles[meant]), "所指的附件在这里")])
    }
  }

  /// 12条经验在省、市推广,完整目录见: the only title that ends as the clause does, and has another word of the sentence.
  private func sought(_ words: Range<Int>, not told: Range<Int>, _ page: FigurePage) -> Int? {
    var clause = words
    while let last = clause.last, Self.pointing.contains(page.units[last]) { clause.removeLast() }
    guard clause.count > 4, case let kind = clause.suffix(2), kind.allSatisfy({ Mark.isHan(page.units[$0]) }),
      !page.shares(kind, with: told)
    else { return nil }
    let titles = page.draft.attachments
    let meant = titles.indices.filter { page.shares(kind, with: titles[$0].suffix(2)) }
    return meant.count == 1 && page.shares(clause.dropLast(2), with: titles[meant[0]].dropLast(2))
      ? meant[0] : nil
  }

  /// 延期的3项,原因和新的时限见: the one attachment of a kind of thing that the sentence tells of, where it says nothing of the kind that the
  /// number stands for.
  private func ofKind(_ words: Range<Int>, not told: Range<Int>, _ page: FigurePage) -> Int? {
    func kind(_ title: Range<Int>) -> Int? { Self.things.firstIndex { page.words(title).containsAny($0) } }
    guard let own = kind(told), !page.words(words).containsAny(Self.things[own]) else { return nil }
    let kinds = page.draft.attachments.map(kind)
    let meant = kinds.indices.filter { index in
      kinds[index].map {
        $0 != own && $0 < Self.things.count - 1 && page.words(words).containsAny(Self.things[$0])
      } ?? false
    }
    return meant.count == 1 ? meant[0] : nil
  }

  /// Words of one kind of thing in a row; the last, of all tasks, is meant by nearly anything.
  private static let things = [
    ["延期", "未完成", "顺延"], ["案例", "经验", "典型"], ["试点"], ["问题", "整改"], ["成果", "文件", "制度", "出台", "印发"],
    ["任务", "完成", "台账", "要点", "举措", "事项", "项目"],
  ]

  /// 连同三份附件一并报上; 附上附件3个.
  private func toldInProse(_ first: Range<Int>, _ page: FigurePage, _ result: inout CheckResult) {
    for figure in page.draft.quantities.indices
    where Self.pieces.contains(page.unit(figure)) {
      let isNamed =
        page.tail(figure).isEmpty
        && page.words(page.lead(figure)).hasAnySuffix(["附上附件", "随附附件", "附有附件", "附件共", "附件共计"])
      guard
        isNamed
          || page.words(page.tail(figure)).hasPrefix("附件")
            && page.range(figure).upperBound <= first.lowerBound,
        page.isExact(figure),
        page.value(figure) != .init(page.draft.attachments.count)
      else { continue }
      result.report(
        page.draft.text.place(page.range(figure)),
        "附件的个数与列出的不符：列出\(page.draft.attachments.count)个，文中写\(page.number(figure))", "请补列附件，或改正个数",
        related: [.init(page.draft.text.place(first), "附件说明在这里")])
    }
  }

  /// 2.制度性成果清单(13项): what a title counts against the count of the text.
  private func numbered(_ status: StatusReading, _ page: FigurePage, _ result: inout CheckResult) {
    let whole = status.overall.first
    for title in page.draft.attachments {
      guard let figure = page.figures(from: title.lowerBound).first,
        page.range(figure).upperBound <= title.upperBound + 8, page.isThing(figure), page.isExact(figure),
        page.units[page.range(figure).lowerBound - 1] == 0x28
      else { continue }
      let words = page.words(title.lowerBound..<page.range(figure).lowerBound)
      let told =
        words.contains("延期")
        ? whole.flatMap { $0.delayed.count == 1 ? $0.delayed.first : nil }
        : words.containsAny(["成果", "制度"])
          ? status.outputs
          : words.hasAnySuffix(["任务完成情况表(", "任务清单(", "任务台账(", "任务完成情况("]) ? whole?.total : nil
      guard let told, page.value(told) != page.value(figure),
        page.draft.role(of: page.claim(told).section) != .attachments
      else { continue }
      result.report(
        page.draft.text.place(page.range(figure)),
        "附件标题里的件数与正文不符：正文写\(page.number(told)),这里写\(page.number(figure))", "请核对，前后统一",
        related: [.init(page.draft.text.place(page.range(told)), "正文写在这里")])
    }
  }

  private static let pointing = UnitSet("见详列入在于(（")
  private static let pieces: Set<String> = ["份", "个", "件", "张"]

  /// 形成制度成果12项,目录见: the clause that points to an attachment, with the one before it where it says little itself.
  private func nearest(_ words: Range<Int>, _ page: FigurePage) -> Range<Int> {
    var start = words.upperBound
    for least in [8, 12] {
      guard start > words.lowerBound, words.upperBound - start < least else { break }
      start =
        (words.lowerBound..<start - 1).last { Mark.clauseEnds.contains(page.units[$0]) }.map { $0 + 1 }
        ?? words.lowerBound
    }
    return start..<words.upperBound
  }

  /// 并附任务台账、延期事项说明: each of them is one of the attachments.
  private func enclosed(
    _ first: Range<Int>, _ page: FigurePage, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    for place in 1..<max(1, first.lowerBound) where page.units[place] == Self.enclose {
      let isFollowed = Self.behind.contains(page.units[place + 1])
      guard isFollowed || Self.before.contains(page.units[place - 1]) else { continue }
      let start = place + (isFollowed ? 2 : 1)
      let clause = start..<max(start, prose.clause(around: place..<start).upperBound)
      for item in page.units[clause].split(whereSeparator: Mark.listJoints.contains) {
        guard item.count >= 4, item.allSatisfy(Mark.isHan),
          prose.hasAny(Self.documents, before: item.endIndex),
          !page.draft.attachments.contains(where: { page.shares(item.indices, with: $0) })
        else { continue }
        result.report(
          page.draft.text.place(item.indices), "正文说附上“\(page.text(item.indices))”，附件说明里没有", "请补列附件，或改正正文",
          related: [.init(page.draft.text.place(first), "附件说明在这里")])
      }
    }
  }

  /// 并附, 随附, 现附; 附上, 附送.
  private static let (enclose, before, behind) = (Mark.word("附")[0], UnitSet("并随现"), UnitSet("上送"))
  /// What such documents are called; 随附相关材料 names none.
  private static let documents = Mark.words("表 清单 目录 台账 汇编 名单 说明 选编 案例")
}

extension CheckProse {
  /// The number and point right before a place: 2. or 2、
  func listNumber(before index: Int) -> (value: Int, range: Range<Int>)? {
    var start = index - 1
    while start >= 0, units[start] == UInt16(ascii: " ") { start -= 1 }
    guard start > 0, units[start] == UInt16(ascii: ".") || units[start] == Mark.pause else { return nil }
    let end = start + 1
    var value = 0
    var place = 1
    while start > 0, Mark.isDigit(units[start - 1]), place < 1000 {
      start -= 1
      value += (Int(units[start]) - 0x30) * place
      place *= 10
    }
    return place > 1 ? (value, start..<end) : nil
  }

  /// 附件3: right before a title, with the mark behind it.
  fileprivate func attachmentNumber(before index: Int) -> (value: Int, range: Range<Int>)? {
    var end = index
    while end > 0, [UInt16(ascii: " "), UInt16(ascii: "."), Mark.colon].contains(units[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < 3,
      Mark.isDigit(units[start - 1]) || Self.numerals.contains(units[start - 1])
    { start -= 1 }
    guard start < end, end < index,
      let word = Self.attachmentWords.first(where: { hasAny([$0], before: start) }),
      case let text = String(decoding: units[start..<end], as: UTF16.self),
      let value = Int(text) ?? ChineseNumeral.value(of: text)
    else { return nil }
    return (value, start - word.count..<end)
  }

  private static let numerals = UnitSet("一二三四五六七八九十")
  private static let attachmentWords = Mark.words("附件 附表")
}
