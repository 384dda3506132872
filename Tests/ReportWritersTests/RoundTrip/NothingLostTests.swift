import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

@testable import ReportWriters

/// What a ledger tells is in the report that is built of it, and is found there again.
@Suite struct NothingLostTests {
  /// What is told, each a line of its own.
  private func facts(_ report: Report) -> [String] {
    var facts: [String] = [
      "\(report.title ?? "")|\(report.reportingUnit ?? "")|\(report.issueDate?.ledgerText ?? "")|\(report.signature)"
    ]
    for domain in report.domains {
      let tally = Tally(of: domain, in: report)
      facts.append(
        "\(domain.name)：\(String(describing: tally.tasks.value)) \(String(describing: tally.completed.value)) \(String(describing: tally.delayed.value))"
      )
      for task in domain.tasks {
        facts.append(
          [
            domain.name, DocumentTitle.key(task.name), task.status?.kind?.rawValue, task.leadUnit,
            task.supportingUnits.joined(separator: "、"), task.deadline?.chinese, task.progress?.sentence(),
            task.delay?.reason, task.delay?.until?.chinese, task.delay?.approval,
          ].map { $0 ?? "" }.joined(separator: "|"))
      }
    }
    for output in report.outputs {
      facts.append(
        [
          DocumentTitle.key(output.title), output.documentNumber, output.issuer, output.issueDate?.ledgerText,
          report.tasks.filter { task in report.outputs(of: task).contains(output) }.map {
            DocumentTitle.key($0.name)
          }.joined(),
        ].map { $0 ?? "" }.joined(separator: "|"))
    }
    for (name, parts) in [("成绩", report.achievements), ("问题", report.problems), ("下一步", report.nextSteps)] {
      facts += parts.map { "\(name)：\($0.heading ?? "")|\($0.text?.sentence() ?? "")" }
    }
    return facts
  }

  private func check(_ report: Report, _ name: String) throws {
    let expected = facts(report)
    for writer in RoundTrip.formats {
      let found = facts(try RoundTrip.back(report, writer))
      let lost = expected.filter { !found.contains($0) }
      let invented = found.filter { !expected.contains($0) }
      #expect(lost == [], "\(name) \(writer.format): lost")
      #expect(invented == [], "\(name) \(writer.format): invented")
    }
  }

  @Test(arguments: UInt64(1)...40) func generatedLedger(seed: UInt64) throws {
    var generator = GeneratedLedger(seed: seed)
    try check(generator.report(), "\(seed)")
  }

  @Test func seedLedger() throws {
    let file = Workplace.repository.appending(path: "seeds/002-yaohai-2021.yaml")
    try check(try LedgerReader().read(file).report, "002")
  }
}
