import Foundation
import ReportModel

/// 任务数前后一致: how many tasks and documents there were, and what became of them, told again elsewhere in the report.
extension SameFactRule {
  /// Counts of the report as a whole, told again.
  func known(_ book: inout RelationBook) {
    let layer = status.overall.first
    let taken = Set(status.overall.flatMap(\.figures))
    let isLayered = status.overall.count > 1
    for (figure, claim) in page.draft.claims.enumerated()
    where claim.domain == nil && claim.change == nil && !taken.contains(figure) && page.isExact(figure) {
      guard claim.period != .before, claim.period != .other, isOfYear(claim) else { continue }
      switch claim.measure {
      case _ where namesDelayed(figure) || (claim.measure == .delayed && claim.period == .plan):
        guard let layer, !layer.delayed.isEmpty, page.sameUnit(figure, layer.total),
          // 推进2项、延期1项 and 结转的3项: both go on.
          page.value(figure) != page.sum(layer.delayed + layer.open),
          // 延期1项、暂缓1项 … 完成延期任务1项.
          layer.delayed.count == 1
            || !layer.delayed.contains(where: { page.value($0) == page.value(figure) }),
          // 延期和在推的4项任务: together with others.
          !page.words(page.lead(figure)).containsAny(Self.beside),
          // 4项延期任务和3项跨年度任务: the others beside them.
          namesDelayed(figure)
            || !page.siblings(of: figure).contains(where: { other in
              namesDelayed(other) && layer.delayed.contains { page.value($0) == page.value(other) }
            })
        else { continue }
        book.compare(figure, withEarlier: layer.delayed, on: page)
      case .tasks where claim.period != .plan:
        guard let layer, !isLayered, figure > layer.total, isAll(figure), page.sameUnit(figure, layer.total)
        else { continue }
        book.compare(figure, withEarlier: [layer.total], on: page)
      case .outputs where claim.period != .plan:
        guard let first = status.outputs, figure != first, page.sameUnit(figure, first),
          // 12项;2022年以来累计形成43项: of all these years.
          isRunning(figure) == isRunning(first),
          page.words(page.lead(figure)) == page.words(page.lead(first)) || isOutputs(figure, first)
        else { continue }
        book.compare(figure, withEarlier: [first], on: page)
      default: continue
      }
    }
  }

  /// 累计形成制度性成果43项, 2022年以来形成43项.
  private func isRunning(_ figure: Int) -> Bool {
    page.claim(figure).period == .cumulative || page.words(page.lead(figure)).contains("累计")
      || page.words(page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound).contains("以来")
  }

  // MARK: 其中牧区改革6项、民生改革5项 … ——民生改革。6项举措完成5项

  /// A field's count in the list of all of them, told again where its own paragraph begins.
  func labels(_ book: inout RelationBook) {
    var told: [[UInt16]: Int] = [:]
    for sentence in page.draft.sentences where sentence.quantities.count > 2 {
      for figure in sentence.quantities where isLabelled(figure) {
        let name = label(page.lead(figure))
        if name.count >= 4 { told[name] = told[name] ?? figure }
      }
    }
    guard !told.isEmpty else { return }
    var again: [Int: [(figure: Int, first: Int)]] = [:]
    for (index, sentence) in page.draft.sentences.enumerated() {
      guard let figure = sentence.quantities.first, page.isExact(figure), page.claim(figure).change == nil,
        page.claim(figure).period == .reported, opens(figure),
        StatusReading.tellsOfAll(page.draft.role(of: sentence.section)),
        // 3项任务进度偏慢: some of them.
        page.cues.has(.allDone, in: page.after(figure))
          || sentence.quantities.contains(figure + 1) && page.sameUnit(figure, figure + 1)
      else { continue }
      var name = label(opening(of: index, before: figure))
      // 民生改革。6项任务…: the name is a sentence of its own.
      if name.isEmpty, index > 0, page.draft.sentences[index - 1].quantities.isEmpty {
        name = label(page.draft.sentences[index - 1].range)
      }
      guard let first = told[name], page.sameUnit(first, figure), first < figure,
        page.paragraph(of: first) != page.paragraph(of: figure)
      else { continue }
      again[page.claim(first).sentence, default: []].append((figure, first))
    }
    for pairs in again.sorted(by: { $0.key < $1.key }).map(\.value) {
      // 领衔重点任务6项,其中…各2项: a list of others, of which none agrees.
      let off = pairs.count { page.value($0.figure) != page.value($0.first) }
      guard off * 2 < pairs.count else { continue }
      for pair in pairs { book.compare(pair.figure, withEarlier: [pair.first], on: page) }
    }
  }

  /// 民生改革5项、: one of three counts and more that stand side by side, each behind its name.
  private func isLabelled(_ figure: Int) -> Bool {
    let siblings = page.siblings(of: figure)
    let starts = (max(siblings.lowerBound, figure - 2)..<figure + 1).filter { $0 + 2 < siblings.upperBound }
    return starts.contains { first in
      [first, first + 1, first + 2].allSatisfy { other in
        isItem(other) && page.sameUnit(other, figure)
          && (other == first || page.before(other).count == page.lead(other).count + 1)
      }
    }
  }

  private func isItem(_ figure: Int) -> Bool {
    let (claim, lead) = (page.claim(figure), page.lead(figure))
    guard page.isThing(figure), page.isExact(figure), claim.change == nil, page.isTold(figure),
      claim.period != .before, page.tail(figure).isEmpty, (4...16).contains(lead.count)
    else { return false }
    return lead.allSatisfy { Mark.isHan(page.units[$0]) }
  }

  /// 6项举措完成5项, 安排事项5件: how many there are to be done.
  private func opens(_ figure: Int) -> Bool {
    let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
    return page.lead(figure).count <= 8
      && (tail.hasAnyPrefix(Self.matters)
        || Self.matters.contains(where: lead.hasSuffix) && tail.units.isEmpty)
  }

  private func opening(of sentence: Int, before figure: Int) -> Range<Int> {
    let start = page.draft.sentences[sentence].range.lowerBound
    return start..<max(start, min(page.range(figure).lowerBound, page.lead(figure).lowerBound))
  }

  /// The first words of 汉字 in a stretch without 其中, the number of a heading before them and 领域, 方面 behind.
  private func label(_ range: Range<Int>) -> [UInt16] {
    func run(_ range: Range<Int>) -> Range<Int> {
      let start = range.drop { !Mark.isHan(page.units[$0]) }
      return start.prefix { Mark.isHan(page.units[$0]) }
    }
    var words = run(range)
    // (四)民生领域; 一是民生领域.
    if words.count <= 2, words.allSatisfy({ Mark.number(page.units[$0]) != nil }) {
      words = run(words.upperBound..<max(words.upperBound, range.upperBound))
    } else if words.count > 4, Mark.number(page.units[words.lowerBound]) != nil,
      page.units[words.lowerBound + 1] == Self.isWord
    {
      words = words.dropFirst(2)
    }
    if let word = Self.before.first(where: { page.words(words).hasPrefix($0) }) {
      words = words.dropFirst(word.utf16.count)
    }
    while words.count > 4, let word = Self.behind.first(where: { page.words(words).hasSuffix($0) }) {
      words = words.dropLast(word.utf16.count)
    }
    return Array(page.units[words])
  }

  private static let isWord: UInt16 = 0x662F  // 是
  private static let before = ["其中"]
  private static let behind = ["领域", "方面", "板块", "改革", "条线"]
  private static let matters = ["举措", "任务", "事项", "改革任务", "改革事项", "改革举措", "改革", "项目"]
  private static let beside = ["在推", "推进中", "未完成", "跨年", "续建", "在办", "未办结"]

  /// 3项延期任务, 以上2项延期事项.
  private func namesDelayed(_ figure: Int) -> Bool {
    let tail = page.words(page.tail(figure))
    let lead = page.words(page.lead(figure))
    // 年内申请延期的2个项目
    return tail.hasAnyPrefix(["延期任务", "延期事项", "延期改革", "延期项目"])
      || Self.appliedFor.contains(where: { lead == $0 }) && tail.hasAnyPrefix(["任务", "事项", "项目", "改革任务"])
        && !page.siblings(of: figure).contains { $0 != figure && page.sameUnit($0, figure) }
  }

  private static let appliedFor = ["", "年内", "全年", "今年"].flatMap { year in
    ["申请", "批准", "经批准", "获批"].map { year + $0 + "延期的" }
  }

  /// 44项改革任务, 全年44项任务: all of them, not a selection.
  private func isAll(_ figure: Int) -> Bool {
    let lead = page.words(page.lead(figure))
    let tail = page.words(page.tail(figure))
    return lead.containsAny(["全年", "全部", "全区", "全县", "共"])
      && tail.hasAnyPrefix(["改革任务", "改革事项", "年度任务"]) && !lead.contains("余")
  }

  private func isOutputs(_ figure: Int, _ first: Int) -> Bool {
    let (a, b) = (page.words(page.claim(figure).words), page.words(page.claim(first).words))
    return a.hasSuffix("制度性成果") && b.hasSuffix("制度性成果")
      && !page.words(page.before(figure)).containsAny(["其中", "名义", "部门", "领域"])
  }

  /// 年初确定的42项改革任务 and 安排改革任务44项, where neither says what became of them. What was added in between explains a difference.
  func totals(_ book: inout RelationBook) {
    guard status.overall.count < 2 else { return }
    var first = status.overall.first?.total
    for (figure, claim) in page.draft.claims.enumerated()
    where claim.domain == nil && claim.change == nil && page.isExact(figure) && page.isAmount(figure) {
      guard figure != first, claim.period == .reported || claim.period == .cumulative, isOfYear(claim),
        setsOut(figure)
      else { continue }
      guard let other = first else { first = figure; continue }
      // 38项改革任务和16项改革事项 are kinds side by side.
      guard page.sameUnit(figure, other), page.claim(figure).sentence != page.claim(other).sentence,
        !isExplained(figure, other)
      else { continue }
      book.compare(figure, withEarlier: [other], on: page)
    }
  }

  /// 全年安排, 年初确定的: all tasks of the year, not a selection.
  private func setsOut(_ figure: Int) -> Bool {
    let clause = page.words(page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound)
    let lead = page.words(page.lead(figure))
    let tail = page.words(page.tail(figure))
    guard lead.containsAny(Self.setting),
      !clause.containsAny(Self.selecting),
      // 承担2项任务的有7个单位: what each of some bears.
      !tail.hasPrefix("任务的")
    else { return false }
    return Self.tasks.contains { tail.hasPrefix($0) || lead.hasSuffix($0) }
  }

  private func isExplained(_ a: Int, _ b: Int) -> Bool {
    let difference = abs(page.value(a) - page.value(b))
    return (Array(page.siblings(of: a)) + Array(page.siblings(of: b))).contains {
      page.value($0) == difference
    }
  }

  /// 2项任务未能完成 against what was said of all tasks.
  func unfinished(_ book: inout RelationBook) {
    guard status.overall.count == 1, let layer = status.overall.first else { return }
    let left = page.sum(layer.delayed) + page.sum(layer.ended) + page.sum(layer.open)
    var known: Set<Decimal> = layer.allDone == nil ? [] : [left]
    if !layer.done.isEmpty { known.formUnion([page.value(layer.total) - page.sum(layer.done), left]) }
    if !layer.delayed.isEmpty { known.insert(page.sum(layer.delayed)) }
    guard !known.isEmpty else { return }
    let taken = Set(layer.figures)
    for (figure, claim) in page.draft.claims.enumerated()
    where figure > layer.total && claim.domain == nil && claim.change == nil && !taken.contains(figure) {
      guard page.isExact(figure), page.sameUnit(figure, layer.total), claim.period != .before,
        claim.period != .plan, isOfYear(claim), saysUnfinished(figure)
      else { continue }
      let fits = known.contains(page.value(figure))
      let told =
        layer.allDone == nil
        ? "前文说未完成\(left > 0 ? left : page.value(layer.total) - page.sum(layer.done))项" : "前文说全部完成"
      book.weigh(
        figure, by: [layer.total], .sameFact, fits ? .verified : .broken, on: page,
        "\(told),此处写未完成\(page.number(figure))项", "未完成的任务数前后不一致", stating: false,
        as: .place(page.range(figure).lowerBound))
    }
  }

  /// 2项改革任务因…未能完成: of the year's tasks, and of no part of them.
  private func saysUnfinished(_ figure: Int) -> Bool {
    let tail = page.words(page.tail(figure))
    guard tail.hasAnyPrefix(Self.tasks) else { return false }
    // 20项任务中尚有2项未完成: said of the 2.
    let end = page.range(figure).upperBound
    let next = (figure + 1..<max(figure + 1, page.siblings(of: figure).upperBound)).first {
      page.sameUnit($0, figure)
    }
    let stop = next.map { page.range($0).lowerBound } ?? page.claim(figure).clause.upperBound
    let clause = page.words(end..<max(end, min(stop, page.claim(figure).clause.upperBound)))
    let sentence = page.words(page.after(figure))
    return Self.notDone.contains { clause.contains($0) || sentence.contains($0) }
      && !page.words(page.before(figure)).containsAny(Self.others)
  }

  private static let setting = ["确定", "安排", "部署", "明确", "谋划", "承担", "列入", "下达", "共有"]
  private static let others = ["重点", "上年", "去年", "领域", "小组", "部门", "牵头", "单位"]
  private static let selecting = ["重点", "上年", "去年", "领域", "小组", "部门", "其中", "余", "牵头", "单位", "新增", "调整"]
  private static let tasks = ["改革任务", "年度改革任务", "改革事项", "年度任务", "任务"]
  private static let notDone = ["未能完成", "未完成", "没有完成", "未如期完成", "未按期完成", "尚未完成", "未能如期", "未能按期", "无法完成"]

  /// A figure of another year's tasks: 上年延期的2项, 2021年结转的2项.
  func isOfYear(_ claim: Claim) -> Bool {
    guard let time = claim.time else { return true }
    let mention = page.draft.times[time]
    guard mention.range.lowerBound >= claim.clause.lowerBound else { return true }
    switch mention.meaning {
    case .lastYear, .nextYear: return false
    default: return true
    }
  }

  func isOfAll(_ figure: Int) -> Bool {
    page.withoutScope(page.lead(figure)) != page.lead(figure)
  }

  /// 全年, 今年: the year reported on, said or not.
  func ofYear(_ time: Int) -> Bool {
    switch page.draft.times[time].meaning {
    case .wholeYear, .thisYear: page.draft.times[time].relation == .during
    default: false
    }
  }
}
