import Foundation
import ReportModel

/// 完成率与台账: a stated completion rate against the ledger's, on the ledger's basis or the one that the draft itself names.
extension CountsAgainstLedgerCheck {
  func rate(
    _ quantity: Quantity, _ text: String, _ tally: Tally, _ name: String, _ report: Report,
    _ said: CompletionBasis?, _ place: SourcePlace,
    _ result: inout CheckResult
  ) {
    guard quantity.unit == "%" || quantity.unit == "成" else { return }
    result.recognise("ledgerCounts", "与台账对照的数", 1)
    let digits = max(0, -quantity.precision)
    let own = tally.rate(report.completionBasis ?? .allTasks)
    let other = tally.rate(report.completionBasis == .exceptDelayed ? .allTasks : .exceptDelayed)
    if own == nil && other == nil || said == nil && Self.matches(quantity, tally, report) { return }
    if let said, quantity.equals(tally.rate(said)) { return }
    let shown = [own, other].compactMap { $0 }.map {
      "\($0.part)÷\($0.whole)=\($0.percent(digits: max(1, digits)))"
    }
    result.report(
      place, "\(name)的完成率文稿写\(text)，台账算得\(own?.percent(digits: max(1, digits)) ?? "不出")",
      quantity.equals(other) ? "请写明完成率的口径，并与台账的“完成率口径”一致" : "请核对完成率",
      severity: said == nil && quantity.equals(other) ? .note : nil, explanation: shown.joined(separator: ";")
    )
  }

  /// 11项改革任务中,仍有3项延期: beside the count of all tasks, wherever it is told.
  func isBesideAll(_ claim: Claim, _ whole: Tally, _ draft: Draft) -> Bool {
    claim.measure == .delayed && draft.role(of: claim.section) == .problems
      && draft.sentences[claim.sentence].quantities.contains {
        $0 < claim.quantity && draft.claims[$0].measure == .tasks
          && whole.tasks.value.map { Decimal($0) } == draft.quantities[$0].quantity.value
      }
  }

  /// What the ledger has for a measure.
  static func count(_ measure: Measure, _ tally: Tally, _ report: Report, _ domain: Int?) -> (
    name: String, value: Int
  )? {
    let (name, value): (String, Int?) =
      switch measure {
      case .tasks: ("任务数", tally.tasks.value)
      case .completed: ("完成数", tally.completed.value)
      case .delayed: ("延期数", tally.delayed.value)
      // The documents of a domain are those that its tasks name; a draft may count others.
      case .outputs: ("制度性成果数", domain == nil ? tally.outputs.value : nil)
      case .domains: ("领域数", domain == nil ? report.domains.count : nil)
      case .completionRate, .words: ("", nil)
      }
    return value.map { (name, $0) }
  }

  /// 扣除取消的1个,完成率94.3%: of fewer tasks, as the draft says itself.
  static func isDeducted(_ quantity: Quantity, _ before: FoldedWords, _ tally: Tally) -> Bool {
    guard before.containsAny(["扣除", "剔除", "不含", "除去"]), let done = tally.completed.value,
      let tasks = tally.tasks.value, done < tasks
    else { return false }
    return (max(done, 1)..<tasks).contains { quantity.equals(Rate(done, of: $0)) }
  }

  /// 扣除延期任务后, 按全部任务计算: the basis that the draft itself names.
  static func saidBasis(_ before: FoldedWords) -> CompletionBasis? {
    if before.containsAny(["扣除延期", "剔除延期", "不含延期", "除去延期", "扣除经批准延期", "延期任务不计入", "延期事项不计入", "延期的不计入"]) {
      return .exceptDelayed
    }
    return before.containsAny(["按全部任务", "按任务总数", "含延期任务"]) ? .allTasks : nil
  }

  /// 各乡镇实施微改革31项,完成28项,完成率90.3%: of a whole right before that is told of something else than the ledger's tasks.
  static func isOfOwnCounts(_ claim: Claim, _ tally: Tally, _ draft: Draft) -> Bool {
    let (part, whole) = (claim.quantity - 1, claim.quantity - 2)
    guard draft.sentences[claim.sentence].quantities.contains(whole), !draft.claims[whole].measure.isKnown,
      draft.claims[whole].change == nil, draft.claims[part].change == nil,
      case (let some, let all) = (draft.quantities[part].quantity, draft.quantities[whole].quantity),
      some.precision >= 0, all.precision >= 0, some.value < all.value || !["项", "件"].contains(some.unit),
      all.value < 100_000,
      tally.tasks.value.map({ Decimal($0) != all.value }) ?? true
    else { return false }
    return draft.quantities[claim.quantity].quantity.equals(
      Rate(NSDecimalNumber(decimal: some.value).intValue, of: NSDecimalNumber(decimal: all.value).intValue))
  }

  static func matches(_ quantity: Quantity, _ tally: Tally, _ report: Report) -> Bool {
    quantity.equals(tally.rate(report.completionBasis ?? .allTasks))
  }
}

extension Quantity {
  /// Whether a printed percentage is a rate, rounded to its digits; 八成 may be anything nearer to it than to 九成.
  fileprivate func equals(_ rate: Rate?) -> Bool {
    if unit == "成", let rate, rate.whole > 0 {
      let tenths = Decimal(rate.part) * 10 / Decimal(rate.whole)
      return abs(tenths - value) * 2 <= 1
    }
    return rate?.percent(digits: max(0, -precision)) == "\(value)%"
  }
}

extension CountsAgainstLedgerCheck {
  /// 共3项任务,已全部完成: a field in which the ledger has tasks that are not done.
  func allDone(
    _ match: LedgerMatch, _ study: DraftStudy, _ domains: [Tally], _ result: inout CheckResult
  ) {
    for field in study.status.fields {
      guard let range = field.layers.first?.allDone, let domain = match.domains[field.section],
        let done = domains[domain].completed.value, let tasks = domains[domain].tasks.value, done < tasks
      else { continue }
      tellAllDone(range, domain, done, of: tasks, match, &result)
    }
  }

  /// 各项任务均已完成 where a field begins, 民生领域各项任务均已完成 anywhere: all of a field's tasks, with no count of them.
  func uncounted(
    _ match: LedgerMatch, _ study: DraftStudy, _ domains: [Tally], _ result: inout CheckResult
  ) {
    let page = study.page
    let openings = study.status.fields.filter(\.layers.isEmpty).compactMap {
      field -> (place: Int, domain: Int)? in
      let heading = page.draft.sections[field.section].heading.upperBound
      let place = (heading..<page.units.count).first {
        Mark.isHan(page.units[$0]) || Mark.isDigit(page.units[$0])
      }
      return match.domains[field.section].flatMap { domain in place.map { ($0, domain) } }
    }
    for cue in page.cues.found where cue.cue.contains(.allDone) {
      guard let index = page.draft.sentence(at: cue.range.lowerBound),
        case let sentence = page.draft.sentences[index],
        ![.plan, .problems, .attachments].contains(page.draft.role(of: sentence.section)),
        !page.words(sentence.range.lowerBound..<cue.range.lowerBound).containsAny(["除", "扣除", "上年", "去年"]),
        cue.range.upperBound >= sentence.range.upperBound || !Mark.isHan(page.units[cue.range.upperBound])
      else { continue }
      let start =
        (sentence.range.lowerBound..<cue.range.lowerBound).last { Mark.clauseEnds.contains(page.units[$0]) }
        .map { $0 + 1 } ?? sentence.range.lowerBound
      let words = page.words(
        page.units[start..<cue.range.lowerBound].last == Self.already
          ? start..<cue.range.lowerBound - 1 : start..<cue.range.lowerBound)
      let isOpening = Self.everyTask.contains { words == $0 }
      let domain =
        openings.first { isOpening && $0.place == start }?.domain
        ?? match.ledger.report.domains.indices.first { number in
          let name = match.ledger.report.domains[number].name
          return [name, name.replacing("改革", with: "")].contains { name in
            words.hasPrefix(name) && Self.everyTask.contains { words == name + $0 }
          }
        }
      guard let domain, let done = domains[domain].completed.value, let tasks = domains[domain].tasks.value,
        done < tasks
      else { continue }
      tellAllDone(start..<cue.range.upperBound, domain, done, of: tasks, match, &result)
    }
  }

  private func tellAllDone(
    _ range: Range<Int>, _ domain: Int, _ done: Int, of tasks: Int, _ match: LedgerMatch,
    _ result: inout CheckResult
  ) {
    let open = match.ledger.report.domains[domain].tasks.filter { !$0.isCompleted }.map { "“\($0.name)”" }
    result.report(
      match.draft.text.place(range),
      "\(match.name(of: domain))文稿写全部完成，台账\(tasks)项任务完成了\(done)项"
        + (open.isEmpty ? "" : "，没有完成的是\(open.joined(separator: "、"))"),
      "请核对文稿和台账，改正其中一个")
  }

  private static let already = Mark.word("已")[0]
  private static let everyTask = ["本领域", "该领域", "本组", "该组", "本板块", "领域", ""].flatMap { field in
    ["各项改革任务", "各项任务", "改革任务", "年度任务", "所有任务", "承担的任务", "任务", "改革事项", "事项", "各项改革"].map { field + $0 }
  }
}

extension FigurePage {
  /// 上年结转事项逐项交账: whether a section, or one around it, is on what the year before left over.
  func isOfCarried(_ section: Int?) -> Bool {
    guard let section else { return false }
    let heading = words(draft.sections[section].heading)
    return heading.containsAny(["上年", "去年", "往年"]) && heading.containsAny(CarryingSentences.carried)
      || isOfCarried(draft.sections[section].parent)
  }

  /// What stands before a figure in its sentence, up to a semicolon: 扣除终止的1项后按17项计算,完成率.
  func told(before figure: Int) -> FoldedWords {
    let words = sentence(of: figure).range.lowerBound..<range(figure).lowerBound
    return self.words((words.last { units[$0] == Mark.semicolon } ?? words.lowerBound)..<words.upperBound)
  }
}
