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

  /// 扣除取消的1个,完成率94.3%: of fewer tasks, as the draft says itself.
  static func isDeducted(_ quantity: Quantity, _ before: FoldedWords, _ tally: Tally) -> Bool {
    guard before.containsAny(["扣除", "剔除", "不含", "除去"]), let done = tally.completed.value,
      let tasks = tally.tasks.value, done < tasks
    else { return false }
    return (max(done, 1)..<tasks).contains { quantity.equals(Rate(done, of: $0)) }
  }

  /// 扣除延期任务后, 按全部任务计算: the basis that the draft itself names.
  static func saidBasis(_ before: FoldedWords) -> CompletionBasis? {
    if before.containsAny(["扣除延期", "剔除延期", "不含延期", "除去延期", "扣除经批准延期"]) { return .exceptDelayed }
    return before.containsAny(["按全部任务", "按任务总数", "含延期任务"]) ? .allTasks : nil
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
