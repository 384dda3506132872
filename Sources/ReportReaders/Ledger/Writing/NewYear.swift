public import ReportModel

/// 新年度台账: the ledger of a new year opened from the last one's.
///
/// Place, domains and units stay. Delayed tasks are carried over with 原任务, their promised deadline as 完成时限 and the history of
/// their delays in 备注. Last year's title, prose, counts and figures stay behind; every field that the new year has to
/// fill says 待填. Practice.
public struct NewYear: Sendable {
  /// The new ledger's content.
  public let report: Report
  /// What a clerk should know: tasks carried over, tasks left behind, promises already past.
  public let notes: [Diagnostic]
  private let last: Report
  private let carried: Int

  /// Opens `year` from the ledger of the year before; `places` and `file` are those of that ledger, for the notes.
  /// - Throws: `InvalidInput` where `year` does not follow that ledger's year.
  public init(_ year: Int, from last: SourcedReport, file: String) throws(InvalidInput) {
    let old = last.report
    guard year == old.year + 1 else {
      let path = last.places[FieldPath().field("年度")] ?? .file(file)
      throw InvalidInput([
        Diagnostic(
          "new.year", .error, at: path, "这份台账是\(old.year)年度的，不能由它开出\(year)年度的台账",
          suggestions: [.init("请写 new \(old.year + 1)，或换成\(year - 1)年度的台账")])
      ])
    }
    var report = Report(year: year, place: old.place)
    report.reportingUnit = old.reportingUnit
    report.signature = old.signature
    report.addressee = old.addressee
    report.completionBasis = old.completionBasis
    report.origin.toFill = ["标题", "成文日期", "导语", "工作成绩", "存在问题", "下一步"]
    if old.completionBasis == nil { report.origin.toFill.insert("完成率口径", at: 2) }
    var notes: [Diagnostic] = []
    var carried = 0
    for (d, domain) in old.domains.enumerated() {
      var new = Domain(name: domain.name)
      for (t, task) in domain.tasks.enumerated() {
        let path = FieldPath().field("领域").item(d).field("任务").item(t)
        let carrying = Carrying(task, of: old.year)
        notes += carrying.notes(at: last.places[path] ?? .file(file), newYear: year)
        guard task.isDelayed else { continue }
        carried += 1
        new.tasks.append(carrying.task)
      }
      if new.tasks.isEmpty { new.origin.toFill = ["任务"] }
      report.domains.append(new)
    }
    self.report = report
    self.notes = notes
    self.last = old
    self.carried = carried
  }

  /// The new ledger as text, with hints where something is to be added.
  public var text: String {
    var comments: [FieldPath: String] = [:]
    for (index, domain) in report.domains.enumerated() {
      let path = FieldPath().field("领域").item(index).field("任务")
      comments[path] =
        domain.tasks.isEmpty
        ? "请按\(report.year)年工作要点逐项填写" : "以下为结转任务，请在后面续写\(report.year)年的新任务"
    }
    let count = carried == 0 ? "没有延期任务需要结转" : "结转延期任务\(carried)项"
    return LedgerWriter(
      preamble: [
        "\(report.place.fullName)\(report.year)年改革台账，由\(last.year)年台账开出：\(count)。",
        "写“待填”的栏目都要填写或删去；上年的标题、正文和数字没有带入。",
      ], comments: comments
    ).text(of: report)
  }
}

/// One task on its way into the next year.
private struct Carrying {
  private let old: ReformTask
  private let year: Int

  init(_ old: ReformTask, of year: Int) {
    self.old = old
    self.year = year
  }

  /// The lines that say of each year, the latest first, why the task was put off.
  private var history: [String] {
    let earlier = (old.remark ?? "").split(separator: "\n").map(String.init).filter(Self.isHistory)
    let count = isRepeated ? "\u{FF08}连续第\(max(2, earlier.count + 1))年延期\u{FF09}" : ""
    let parts = [
      old.delay?.reason.map { "原因\u{FF1A}\(Self.withoutEnd($0))" },
      old.delay?.until.map { "延至\u{FF1A}\($0.chinese)" }, old.delay?.approval.map { "审议\u{FF1A}\($0)" },
    ].compactMap { $0 }
    let line =
      "\(year)年延期\(count)" + (parts.isEmpty ? "" : "\u{FF0C}") + parts.joined(separator: "\u{FF1B}")
    return [line.replacing("\n", with: " ")] + (isRepeated ? earlier : [])
  }

  private var isRepeated: Bool { old.continues?.year == year - 1 }

  private static func isHistory(_ line: String) -> Bool {
    line.prefix(4).allSatisfy { $0.isASCII && $0.isNumber } && line.dropFirst(4).hasPrefix("年延期")
  }

  private static func withoutEnd(_ text: String) -> String {
    text.hasSuffix("。") ? String(text.dropLast()) : text
  }

  var task: ReformTask {
    var task = ReformTask(number: old.number, name: old.name)
    task.leadUnit = old.leadUnit
    task.supportingUnits = old.supportingUnits
    task.deadline = old.delay?.until
    task.continues = EarlierTask(year: year, number: old.number, name: old.name)
    task.remark = history.joined(separator: "\n")
    if old.leadUnit == nil { task.origin.toFill.append("牵头单位") }
    if task.deadline == nil { task.origin.toFill.append("完成时限") }
    task.origin.toFill += ["进展情况", "状态"]
    return task
  }

  func notes(at place: SourcePlace, newYear: Int) -> [Diagnostic] {
    func note(_ rule: String, _ severity: Severity, _ message: String, _ remedy: String) -> Diagnostic {
      Diagnostic("new.\(rule)", severity, at: place, message, suggestions: [.init(remedy)])
    }
    guard old.isDelayed else {
      guard let status = old.status, status.kind != .completed, status.kind != .terminated else { return [] }
      return [
        note(
          "left-behind", .note, "“\(old.name)”的状态是“\(status.wording)”，没有办理延期，未结转",
          "如要继续，请在新台账中补上这项任务和“原任务”")
      ]
    }
    var notes: [Diagnostic] = []
    if isRepeated {
      notes.append(note("again", .warning, "“\(old.name)”已连续两年以上延期", "请在\(newYear)年重点督办"))
    }
    if old.delay?.reason == nil { notes.append(note("reason", .warning, "“\(old.name)”延期没有写原因", "请补上原因")) }
    if let until = old.delay?.until, let due = until.year(in: year), due <= year {
      notes.append(
        note("past", .warning, "“\(old.name)”延至\(until.chinese)，不晚于\(year)年，仍未完成", "请在新台账中重新填写完成时限"))
    }
    return notes
  }
}
