public import ReportModel

/// 导入结果: the ledger read from a document, where each value came from, and what a person has to look at.
public struct ImportedReport: Sendable {
  /// The report with the place of each of its fields, and notes on what was found to differ.
  public var report: SourcedReport
  /// What was read, guessed and left.
  public var summary: ImportSummary
  /// The draft that it was read from.
  public var draft: Draft
}

/// 导入小结: what was read, what was guessed, what was left.
public struct ImportSummary: Hashable, Sendable {
  /// Sentences of the document, without what was set aside.
  public var sentences = 0
  /// Sentences that ended up somewhere in the ledger.
  public var used = 0
  /// Figures in the document.
  public var quantities = 0
  /// Fields marked 待核.
  public var guesses = 0
  /// What was set aside, by reason.
  public var skipped: [SkippedPart.Reason: Int] = [:]
  /// Sentences that ended up nowhere, as places in the source.
  public var left: [SourcePlace] = []

  /// The summary in a clerk's words, a line each.
  public func lines(for report: Report) -> [String] {
    var lines = [
      "读到：领域\(report.domains.count)个，任务\(report.tasks.count)项，制度性成果\(report.outputs.count)项，"
        + "存在问题\(report.problems.count)条，下一步\(report.nextSteps.count)条",
      "推测：\(guesses)处，已标“待核”，请逐处核对",
    ]
    let share = Rate(used, of: sentences)?.percent() ?? "0%"
    lines.append("用上：\(sentences)句中的\(used)句（\(share)）" + (left.isEmpty ? "" : "；其余\(left.count)句没有归处"))
    if !skipped.isEmpty {
      let parts = SkippedPart.Reason.allCases.compactMap { reason in
        skipped[reason].map { "\(reason.rawValue)\($0)处" }
      }
      lines.append("略过：" + parts.joined(separator: "，"))
    }
    return lines
  }
}
