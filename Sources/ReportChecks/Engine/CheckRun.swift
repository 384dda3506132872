import Dispatch
public import ReportModel
import Synchronization

/// 核对: runs the checks over an input and settles what is shown.
public struct CheckRun: Sendable {
  /// The checks that run.
  public let checks: [any Check]
  /// What the office changed.
  public let settings: CheckSettings
  private let rules: [Rule]

  /// A check with what a run asks of it for every input. A class: a run over thousands of pairs passes each on as often.
  private final class Rule: Sendable {
    let check: any Check
    let about: CheckDescription
    let severity: Severity?

    init(_ check: any Check, _ settings: CheckSettings) {
      self.check = check
      about = check.about
      severity = settings.severity(of: about.id)
    }
  }

  /// A run of these checks under these settings.
  public init(_ checks: [any Check] = allChecks, settings: CheckSettings = CheckSettings()) {
    self.checks = checks
    self.settings = settings
    rules = checks.map { Rule($0, settings) }
  }

  /// Runs every check. `excerpts` lets a silenced finding be known by the words at its place. One text alone is checked on all
  /// cores; where many are checked at a time, each is left to one.
  public func run(
    _ input: CheckInput, excerpts: SourceExcerpts = SourceExcerpts(), onAllCores: Bool = false
  ) -> CheckOutcome {
    var outcome = CheckOutcome(changes: settings.changes, rules: rules.map(\.about.inBrief))
    var counts = input.recognised
    var findings: [Diagnostic] = []
    let active = rules.filter { !settings.isOff($0.about.id) }
    let results =
      onAllCores ? Self.resultsOnAllCores(of: active, input) : active.map { Self.result(of: $0, input) }
    for (rule, result) in zip(active, results) {
      do {
        let result = try result.get()
        if let severity = rule.severity {
          findings += result.findings.map { finding in
            var finding = finding
            finding.severity = severity
            return finding
          }
        } else {
          findings += result.findings
        }
        counts += result.recognised
      } catch {
        findings.append(Self.fault(of: rule.about.id, error, input))
      }
    }
    var used: Set<Int> = []
    for finding in findings.inReadingOrder {
      if let index = settings.silence(finding, excerpts) {
        used.insert(index)
        outcome.silenced.append(SilencedFinding(finding, reason: settings.silences[index].reason))
      } else {
        outcome.findings.append(finding)
      }
    }
    outcome.findings += settings.unused(besides: used)
    outcome.recognised = counts.addedUp
    return outcome
  }

  private typealias RuleResult = Result<CheckResult, any Error>

  private static func result(of rule: Rule, _ input: CheckInput) -> RuleResult {
    func run(_ input: CheckInput) throws -> CheckResult {
      var result = CheckResult(rule.about)
      try rule.check.run(input, &result)
      return result
    }
    return RuleResult {
      guard rule.check.looksAtDraftAlone, input.ledger == nil, let words = input.words else {
        return try run(input)
      }
      return try words.result(of: rule.about.id) { try run(input.withoutLastYear) }
    }
  }

  private static func resultsOnAllCores(of rules: [Rule], _ input: CheckInput) -> [RuleResult] {
    let results = Mutex([RuleResult?](repeating: nil, count: rules.count))
    DispatchQueue.concurrentPerform(iterations: rules.count) { index in
      let result = result(of: rules[index], input)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// A check that fails is a fault of the tool; the other checks go on.
  private static func fault(of rule: String, _ error: any Error, _ input: CheckInput) -> Diagnostic {
    let file = input.draft?.text.source.file ?? input.ledger?.notes.first?.place.file ?? ""
    return Diagnostic(
      "internal.check-failed", .warning, at: .file(file), "规则 \(rule) 自身出错，没有核对完；其他规则不受影响",
      explanation: "\(error)",
      suggestions: [.init("这是本工具的问题，不是文稿的问题。请把这段提示连同出错的文件（可先隐去不便公开的内容）发给维护人员")])
  }
}

extension CheckInput {
  /// What was read, before any check looked at it.
  var recognised: [RecognisedCount] {
    var counts: [RecognisedCount] = []
    if let draft {
      counts += [
        RecognisedCount("paragraphs", "段落", draft.paragraphs.count),
        RecognisedCount("sections", "标题和条目", draft.sections.count),
        RecognisedCount("sentences", "句子", draft.sentences.count),
        RecognisedCount("quantities", "数量", draft.quantities.count),
        RecognisedCount("titles", "书名号内的名称", draft.titles.count),
        RecognisedCount("dates", "日期和时间", draft.times.count),
        RecognisedCount("domains", "领域", draft.sections.count { $0.role == .domain }),
        RecognisedCount("delayedItems", "延期事项", draft.delays.count),
        RecognisedCount("skippedParts", "未读的网页框架、署名等", draft.skipped.count),
      ]
    }
    if let report = ledger?.report {
      counts += [
        RecognisedCount("ledgerDomains", "台账领域", report.domains.count),
        RecognisedCount("ledgerTasks", "台账任务", report.tasks.count),
        RecognisedCount("ledgerOutputs", "台账制度性成果", report.outputs.count),
      ]
    }
    return counts
  }
}

extension [RecognisedCount] {
  /// Counts of one key added up, in the order of their first mention.
  fileprivate var addedUp: [RecognisedCount] {
    var places: [String: Int] = [:]
    var sums: [RecognisedCount] = []
    for count in self {
      if let place = places[count.key] {
        sums[place].count += count.count
      } else {
        places[count.key] = sums.count
        sums.append(count)
      }
    }
    return sums
  }
}

extension [Diagnostic] {
  /// Each finding once, in the order in which a reader meets them; of one place the worst first.
  var inReadingOrder: [Diagnostic] {
    var order: [String] = []
    let keys = enumerated().map { offset, finding -> ReadingKey in
      let file = finding.place.file
      if order.last != file, !order.contains(file) { order.append(file) }
      let (line, column) = finding.place.position
      return ReadingKey(
        file: order.lastIndex(of: file) ?? 0, line: line, column: column, severity: finding.severity,
        offset: offset)
    }
    var sorted: [Diagnostic] = []
    sorted.reserveCapacity(count)
    // What is said twice stands at one place: only those of one place are compared.
    var seen: Set<Diagnostic> = []
    var last: ReadingKey?
    for key in keys.sorted() {
      let finding = self[key.offset]
      if let last, last.isAtPlace(of: key) {
        if seen.isEmpty, let before = sorted.last { seen.insert(before) }
        guard seen.insert(finding).inserted else { continue }
      } else {
        seen.removeAll(keepingCapacity: true)
      }
      last = key
      sorted.append(finding)
    }
    return sorted
  }
}

/// Where a finding stands in reading order.
private struct ReadingKey: Comparable {
  var file: Int
  var line: Int
  var column: Int
  var severity: Severity
  var offset: Int

  func isAtPlace(of other: ReadingKey) -> Bool {
    file == other.file && line == other.line && column == other.column
  }

  static func < (left: ReadingKey, right: ReadingKey) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    return left.severity == right.severity ? left.offset < right.offset : left.severity > right.severity
  }
}

extension SourcePlace {
  /// Line and column, or what stands for them.
  fileprivate var position: (Int, Int) {
    switch self {
    case .file: (0, 0)
    case .cell: (0, 1)
    case .text(_, let span): (span.line, span.column)
    case .paragraph(_, let number, let characters): (number, characters?.lowerBound ?? 0)
    }
  }
}
