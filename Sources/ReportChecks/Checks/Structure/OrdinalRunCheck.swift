import ReportModel

/// 序号: runs of numbers that skip or repeat one.
struct OrdinalRunCheck: DraftCheck {
  let about = CheckDescription(
    "structure.ordinals", .error, "序号跳号、重号",
    rationale:
      "一、（一）1.（1）、一是、第一、延期任务N，以及亮点1、第一步、其一、甲类、A档这些编号，各在自己的一段里从一起连续编号；换一段重新编号不算错。句中“第N步”“A档”这类编号，文中写了共几项才核对。“1.5亿元”不是序号。",
    source: "GB/T 9704-2012,7.3.3；实务",
    triggering: [
      .draft("一、总体情况\n完成40项。\n[[三、]]存在问题\n深度不够。"),
      .draft("主要做了以下工作:\n一是抓谋划。召开会议2次。\n二是抓督察。开展督察3次。\n[[二是]]抓宣传。刊发信息5条。"),
      .draft("一是抓谋划。召开会议2次。\n二是抓督察。开展督察3次。\n[[二是]]抓宣传。刊发信息5条。\n四是抓培训。办班2期。"),
      .draft("2.1 抓调度。召开会议2次。\n2.2 抓督察。开展督察3次。\n[[2.4]] 抓宣传。刊发信息5条。"),
      .draft("亮点1：环卫市场化。节约经费300万元。\n亮点2：河湖联巡。巡查40次。\n[[亮点2]]：夜间托管。惠及900人。"),
      .draft("推行三步工作法：第一步，收集民意；第二步，协商议事；[[第二步]]，反馈结果。"),
      .draft("企业分为四档：A档免检，B档抽检，C档必检，[[E档]]停业。究其原因，其一，编制偏紧；其二，经费不足；[[其四，]]培训不够。"),
      .draft("延期任务1：开展行政复议改革。延期原因：市级方案未出台。\n延期任务[[3]]：推进执法改革。延期原因：市级方案未出台。"),
    ],
    silent: [
      .draft("第一批试点4个镇，第二批试点8个镇；第一批2023年启动，第二批2024年启动，均已验收。"),
      .draft("第一章 概况\n第一节 进度\n第二节 问题\n第二章 举措\n第一节 改革\n第二节 创新\n第三节 宣传\n第三章 成效"),
      .draft("2.1 抓调度。召开会议2次。\n2.2 抓督察。投资2.5 亿元。\n3.1 抓宣传。刊发信息5条。"),
      .draft("一、总体情况\n一是抓谋划。召开会议2次。\n二是抓督察。投资1.5亿元。\n二、存在问题\n一是深度不够。\n二是进度不平衡。"),
      .draft("延期任务1：开展行政复议改革。延期原因：市级方案未出台。\n延期任务2：推进执法改革。延期原因：市级方案未出台。"),
      .draft("附件：1.改革任务一览表\n2.改革案例选编\n3.整改清单"),
      .draft("推行三步工作法：第一步收集，第二步协商，第三步反馈。第二步是关键。反馈问题5个，问题1、问题3已整改，问题5正在整改。"),
      .draft("第一批试点已验收，第三批试点名单已公布。企业A类42家，B类31家，D类2家。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft else { return }
    var last: [Run: (item: Item, run: NumberRun)] = [:]
    // 4. under another heading than 3. goes on with one run through the whole text.
    var lastOfScheme: [HeadingScheme: Int] = [:]
    for (index, section) in draft.sections.enumerated() {
      guard let ordinal = section.ordinal, !section.mark.isEmpty else { continue }
      // 第六节 and 第三章 are of two runs.
      let mark = draft.text.units[section.mark]
      let kind =
        mark.first == Self.first
        ? mark.last(where: Mark.isHan).flatMap { Mark.numerals.contains($0) ? nil : $0 } : nil
      let run = Run(parent: section.parent, article: section.article, scheme: section.scheme, kind: kind)
      let item = Item(ordinal: ordinal, place: section.mark)
      if var before = last[run] {
        if before.run.take(ordinal).isBreak, !isRestart(index, ordinal, draft) {
          report(item, after: before.item, draft, &result)
        }
        last[run] = (item, before.run)
      } else {
        // Where one is missed or told twice, the run goes on all the same.
        let goesOn =
          lastOfScheme[run.scheme].map { $0 == ordinal - 1 || $0 > 2 && $0 == ordinal - 2 } ?? false
        if ordinal > 1, ordinal < 20, !goesOn, !section.scheme.isInline || section.scheme == .yiShi,
          !(ordinal == 2 && beginsBehindColon(item.place, draft, input.prose))
        {
          report(item, after: nil, draft, &result)
        }
        last[run] = (item, NumberRun(from: ordinal))
      }
      lastOfScheme[run.scheme] = ordinal
    }
    var before: Item?
    var domain: Int?
    var delays = NumberRun()
    for delay in draft.delays {
      guard let ordinal = delay.ordinal, let place = delay.ordinalRange else { continue }
      let item = Item(ordinal: ordinal, place: place)
      // 延期任务1 of another field of reform.
      if delay.domain != domain, ordinal == 1 { delays = NumberRun() }
      // The item above may be told as another one's, or not be read as late.
      if delays.take(ordinal).isBreak, !followsNumber(ordinal, place, draft) {
        report(item, after: before, draft, &result)
      }
      before = item
      domain = delay.domain
    }
    if let prose = input.prose {
      let told = Set(draft.sections.lazy.filter { $0.ordinal != nil }.map(\.mark.lowerBound))
      for (before, item) in NumberedItems(draft, prose).breaks() where !told.contains(item.range.lowerBound) {
        report(
          Item(ordinal: item.number, place: item.range),
          after: Item(ordinal: before.number, place: before.range), draft, &result)
      }
    }
    result.recognise("ordinalRuns", "成串的序号", last.count + (before == nil ? 0 : 1))
  }

  /// Whether the paragraph above opens with the number before, whatever it was read as.
  private func followsNumber(_ ordinal: Int, _ mark: Range<Int>, _ draft: Draft) -> Bool {
    guard let paragraph = draft.paragraphs.last(where: { $0.range.upperBound <= mark.lowerBound }) else {
      return false
    }
    let units = draft.text.units
    let behind = units[mark].drop(while: Mark.isDigit)
    let before = Array(String(ordinal - 1).utf16) + behind
    return behind.count < mark.count && units[paragraph.range].starts(with: before)
  }

  /// 附件:1.甲 above 2.乙: the first item stands behind what leads up to it.
  private func beginsBehindColon(_ mark: Range<Int>, _ draft: Draft, _ prose: CheckProse?) -> Bool {
    guard let prose, let paragraph = draft.paragraphs.last(where: { $0.range.upperBound <= mark.lowerBound })
    else { return false }
    let first = prose.units[mark].map {
      $0 == Self.two[0] ? Self.one[0] : $0 == Self.two[1] ? Self.one[1] : $0
    }
    return prose.first([UInt16(ascii: ":")] + first, in: paragraph.range) != nil
  }

  private static let (one, two) = (Mark.word("1一"), Mark.word("2二"))
  private static let first = Mark.word("第")[0]

  /// One run of numbers: items of one scheme under one heading.
  private struct Run: Hashable {
    var parent: Int?
    var article: Int
    var scheme: HeadingScheme
    var kind: UInt16?
  }

  private struct Item {
    var ordinal: Int
    var place: Range<Int>
  }

  /// A run of two or more items that begins anew under the same heading starts with 1.
  private func isRestart(_ index: Int, _ ordinal: Int, _ draft: Draft) -> Bool {
    guard ordinal == 1 else { return false }
    let section = draft.sections[index]
    return draft.sections[(index + 1)...].prefix(20).contains {
      $0.parent == section.parent && $0.scheme == section.scheme && $0.ordinal == 2
    }
  }

  private func report(_ item: Item, after before: Item?, _ draft: Draft, _ result: inout CheckResult) {
    let text = draft.text.string(item.place)
    guard let before else {
      result.report(draft.text.place(item.place), "“\(text)”前面没有第一项", "请核对前面是否漏了内容，或改正序号", severity: .warning)
      return
    }
    let earlier = draft.text.string(before.place)
    let kind = item.ordinal == before.ordinal ? "重号" : item.ordinal > before.ordinal ? "跳号" : "倒号"
    result.report(
      draft.text.place(item.place), "序号\(kind):“\(earlier)”之后是“\(text)”", "请改正序号，或补上漏掉的内容",
      related: [.init(draft.text.place(before.place), "前一项在这里")])
  }
}
