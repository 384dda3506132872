import Foundation
import ReportModel

/// 延期名单: tasks that are told as put off where the reader of prose makes no items of them: named together with their number (结转的2项改革,即“甲”和“乙”;
/// 甲、乙2项任务延期), in a table of delays, with a new date alone (甲延期至2023年6月), or as not yet done where more are counted than named.
struct NamedDelays {
  let page: FigurePage
  let prose: CheckProse

  /// The names, those of the prose in its order before those of tables.
  func find() -> [String] {
    let told = page.draft.sentences.flatMap { sentence -> [Range<Int>] in
      guard
        page.cues.has(.delayed, in: sentence.range)
          || !sentence.quantities.isEmpty && prose.hasAny(Self.putOff, in: sentence.range),
        page.draft.role(of: sentence.section) != .plan
      else { return [] }
      let together = names(in: sentence)
      return together.isEmpty ? dated(in: sentence) : together
    }
    return told.map(page.draft.text.folded) + tabled()
  }

  /// 供水改革尚未完成: the tasks told as not yet done, of which a report that counts more delays than it names has as many.
  func unfinished() -> [String] {
    page.draft.sentences.flatMap { sentence -> [String] in
      if page.draft.role(of: sentence.section) == .plan { return [] }
      return Self.pending.compactMap { word in
        prose.first(word, in: sentence.range).flatMap { name(before: $0, from: sentence.range.lowerBound) }
      }.prefix(1).map(page.draft.text.folded)
    }
  }

  /// The one item of a list told of again that is none of the delayed ones, where the draft names as many as it counts.
  func strays() -> [Range<Int>] {
    let draft = page.draft
    let delays = draft.delays.filter { !$0.isTerminated }.map { NameLikeness(draft.text.folded($0.name)) }
    guard delays.count > 1,
      draft.claims.contains(where: {
        $0.measure == .delayed && $0.domain == nil && $0.change == nil
          && draft.quantities[$0.quantity].quantity.value == Decimal(delays.count)
      })
    else { return [] }
    return recalled().compactMap { list in
      guard list.count > 1, list.count <= delays.count else { return nil }
      let alike = list.map { item in
        let name = NameLikeness(draft.text.folded(item))
        return delays.map { max($0.likeness(name), $0.containment(name)) }.max() ?? 0
      }
      let strange = alike.indices.filter { alike[$0] < 30 }
      return strange.count == 1 && alike.allSatisfy({ $0 < 30 || $0 >= 60 }) ? list[strange[0]] : nil
    }
  }

  /// Lists of delayed tasks that are told of again among the problems and the next steps: “甲”和“乙”两项改革没有按期办结; 抓好甲、乙等延期任务.
  private func recalled() -> [[Range<Int>]] {
    page.draft.sentences.compactMap { sentence in
      guard [.problems, .plan].contains(page.draft.role(of: sentence.section)),
        !prose.hasAny(Self.underWay, in: sentence.range)
      else { return nil }
      let counted = names(in: sentence)
      if !counted.isEmpty { return counted }
      return Self.closing.lazy.compactMap { word in prose.first(word, in: sentence.range) }.first.flatMap {
        place in
        let plain = items(before: place, from: sentence.range.lowerBound)
        return plain.count > 1 ? plain : nil
      }
    }
  }

  /// The items before a place, back to the first mark that is no 、; the first of them without its verb.
  private func items(before end: Int, from start: Int) -> [Range<Int>] {
    var first = end
    while first > start, !Mark.clauseEnds.contains(prose.units[first - 1]) { first -= 1 }
    var found = items(from: first, to: end)
    guard let lead = found.first,
      let verb = Self.handling.first(where: { prose.has($0, at: lead.lowerBound) }),
      verb.count + 4 <= lead.count
    else {
      return found
    }
    found[0] = lead.lowerBound + verb.count..<lead.upperBound
    return found
  }

  private static let closing = Mark.words("等延期 等2项延期 等3项延期 等4项延期 等5项延期 等未完成")
  private static let handling = Mark.words("重点抓好 抓好 盯紧 推进 推动 加快推进 加快 完成 围绕 对 聚焦 紧盯 做好 持续推进 重点推进 确保")
  private static let underWay = Mark.words("推进中 跨年 在推进 未启动")

  private func names(in sentence: DraftSentence) -> [Range<Int>] {
    guard prose.hasAny(Self.putOff, in: sentence.range), !prose.hasAny(Self.others, in: sentence.range)
    else { return [] }
    for figure in sentence.quantities where page.unit(figure) == "项" && page.isExact(figure) {
      let count = NSDecimalNumber(decimal: page.value(figure)).intValue
      let (start, end) = (page.range(figure).lowerBound, page.range(figure).upperBound)
      let quoted = quotations(in: sentence.range)
      if (1...12).contains(count), quoted.count == count { return quoted }
      let listed = items(before: start, from: sentence.range.lowerBound, count: count)
      if count > 1, listed.count == count, prose.hasAny(Self.putOff, in: end..<sentence.range.upperBound) {
        return listed
      }
      // 2项结转下年:甲(…)、乙(…).
      if let colon = (end..<sentence.range.upperBound).prefix(16).first(where: { isOpening($0) }) {
        let behind = items(from: colon + 1, to: sentence.range.upperBound)
        if behind.count >= count { return Array(behind.prefix(count)) }
      }
      if count > 1, let behind = counted(behind: end, in: sentence.range, count) { return behind }
    }
    return []
  }

  /// 以下3项任务经…会议审议,延期至2023年:甲、乙、丙; 3项任务转入下年实施,分别是甲、乙和丙: as many as are counted, however far behind.
  func counted(behind end: Int, in sentence: Range<Int>, _ count: Int) -> [Range<Int>]? {
    let rest = end..<sentence.upperBound
    let colon = rest.first { prose.units[$0] == Mark.colon }.map { $0 + 1 }
    let namely = Self.namelyWords.compactMap { word in prose.first(word, in: rest).map { $0 + word.count } }
      .min()
    return [colon, namely].compactMap { $0 }.lazy.flatMap { start in
      [Self.pauses, Mark.listJoints].map { items(from: start, to: sentence.upperBound, parting: $0) }
    }.first { $0.count == count }
  }

  private func isOpening(_ index: Int) -> Bool {
    prose.units[index] == Mark.colon || prose.units[index] == Self.namely
  }

  /// 甲延期至2023年6月, 经…同意,乙顺延到2023年: what a clause says to be put off to a later date, without a reason.
  private func dated(in sentence: DraftSentence) -> [Range<Int>] {
    guard !prose.hasAny(Self.others, in: sentence.range) else { return [] }
    return page.draft.times[sentence.times].compactMap { time in
      guard case .date(let date) = time.meaning,
        let year = page.draft.reportYear(at: time.range.lowerBound), date.year > year,
        let verb = Self.putOffTo.first(where: { prose.has($0, at: time.range.lowerBound - $0.count) })
          ?? Self.putOffTo.first(where: { prose.has($0, at: time.range.lowerBound + 1 - $0.count) })
      else { return nil }
      let place = prose.first(verb, in: time.range.lowerBound - verb.count..<time.range.lowerBound + 1)
      return place.flatMap { name(before: $0, from: sentence.range.lowerBound) }
    }
  }

  /// The name that ends at a place, without what only leads to its verb: 甲因…[申请].
  private func name(before place: Int, from start: Int) -> Range<Int>? {
    var end = place
    while let word = Self.leading.first(where: { prose.has($0, at: end - $0.count) }) { end -= word.count }
    if end > start, prose.units[end - 1] == Mark.comma { end -= 1 }
    var first = end
    while first > start, Mark.isHan(prose.units[first - 1]) || prose.isQuoted(first - 1) { first -= 1 }
    return (6...30).contains(end - first) && prose.hasAny(Self.reforms, before: end)
      && !prose.hasAny(Self.causes, in: first..<end) ? first..<end : nil
  }

  /// The tasks of tables that tell of delays: by a column of reasons or new dates, or by what a row says of its task.
  private func tabled() -> [String] {
    page.draft.textTables.flatMap {
      table -> [String] in
      guard let task = table.column(Self.tasks) else { return [] }
      let delay = table.column(Self.delayColumns)
      let status = table.column(Self.statusColumns)
      return table.body.filter { row in
        let said = table.text(row, status)
        return said.hasAnyPrefix(Self.putOffWords)
          || delay.map { table.text(row, $0).count > 1 } ?? false && !said.hasPrefix("已")
      }.map { table.text($0, task) }.filter { $0.count >= 4 }
    }
  }

  /// What stands in “” in a sentence, but for short words.
  private func quotations(in sentence: Range<Int>) -> [Range<Int>] {
    let opens = sentence.filter { prose.units[$0] == 0x201C }
    return opens.compactMap { open in
      let close = (open..<sentence.upperBound).first { prose.units[$0] == 0x201D }
      return close.map { open + 1..<$0 }
    }.filter { $0.count >= 4 }
  }

  /// 甲、乙 right before 2项任务延期; 甲和乙, where they are as many as said.
  private func items(before end: Int, from start: Int, count: Int) -> [Range<Int>] {
    var stop = end
    while stop > start, prose.units[stop - 1] == Mark.andSoOn { stop -= 1 }
    var first = stop
    while first > start, !Mark.clauseEnds.contains(prose.units[first - 1]) { first -= 1 }
    let plain = items(from: first, to: stop)
    return plain.count == count ? plain : items(from: first, to: stop, parting: Mark.listJoints)
  }

  /// The items between 、 in a stretch up to its first other mark, without what brackets say of them.
  private func items(from start: Int, to end: Int, parting: UnitSet = Self.pauses) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var (first, stop, depth) = (start, start, 0)
    for index in start..<end {
      let unit = prose.units[index]
      if unit == 0x28 { depth += 1 }
      if depth == 0 {
        if parting.contains(unit) {
          items.append(first..<stop)
          first = index + 1
        } else if Mark.clauseEnds.contains(unit) {
          break
        }
        stop = index + 1
      }
      if unit == 0x29 { depth -= 1 }
    }
    items.append(first..<max(first, stop))
    return items.allSatisfy { (4...30).contains($0.count) } ? items : []
  }

  private static let putOffWords =
    ["延期", "延至", "结转", "顺延", "推迟", "暂缓", "未能如期完成", "未能按期完成", "未按期完成", "未如期完成"]
    + ["没有", "未", "未能", "没能"].flatMap { not in
      ["按期办结", "按期完成", "如期办结", "如期完成", "按时完成", "按时办结"].map { not + $0 }
    }
  private static let putOff = (putOffWords + ["未完成", "跨年度"]).map(Mark.word)
  private static let putOffTo = Mark.words("延期至 延期到 延至 顺延至 顺延到 推迟至 推迟到 延后至 延后到 结转至 结转到 转入 调整至 调整到 调整为 展期至")
  private static let pending = Mark.words("尚未完成 尚未启动 未能完成 尚未落地 尚未全面完成 没有完成")
  private static let leading = Mark.words("申请 同意 拟 将 需 须 现 已 任务 完成时限 时限 决定 至今 目前 仍")
  private static let reforms = Mark.words("改革 试点 机制 制度 平台 体系 一体化 建设 工程 整合 办法 项目")
  private static let causes = Mark.words("因 由于 受 其余 其他")
  private static let tasks = ["任务名称", "改革任务", "事项名称", "改革事项", "项目名称", "任务", "事项", "项目", "名称"]
  private static let delayColumns = ["延期原因", "延至", "延期至", "延期时限", "新时限", "未完成原因"]
  private static let statusColumns = ["完成情况", "状态", "进展", "进展情况", "办理情况", "备注"]
  private static let others = Mark.words("上年 去年 上一年 已完成 均已 全部完成")
  private static let pauses = UnitSet("、")
  private static let namely = Mark.word("即")[0]
  private static let namelyWords = Mark.words("分别是 分别为 具体是 具体为 包括 ,即")
}
