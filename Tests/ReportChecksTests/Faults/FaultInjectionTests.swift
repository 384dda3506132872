import Foundation
import ReportChecks
import ReportModel
import TestSupport
import Testing

@Suite("Injected faults")
struct FaultInjectionTests {
  /// Findings that are errors or warnings.
  private static func findings(_ text: String, _ lastYear: String?, markdown: Bool) -> [Diagnostic] {
    let draft = CleanReport.draft(text, markdown: markdown, file: "草稿")
    let last = lastYear.map { CleanReport.draft($0, markdown: markdown, file: "上年") }
    return CheckRun().run(CheckInput(draft: draft, lastYearDraft: last, terms: Reading.terms)).findings.filter
    { $0.severity != .note }
  }

  @Test("Clean reports raise neither errors nor warnings", arguments: CleanReport.all.map(\.name))
  func clean(_ name: String) throws {
    let report = try #require(CleanReport.all.first { $0.name == name })
    for last in [nil, report.lastYear] {
      let found = Self.findings(report.text, last, markdown: report.isMarkdown)
      #expect(found.isEmpty, "\(found.map { "\($0.place) \($0.rule) \($0.message)" })")
    }
  }

  @Test("Of several hundred faults of more than 25 kinds nearly all are found")
  func recall() throws {
    var generator = SeededGenerator(seed: 20_260_101)
    var table: [(kind: String, isArithmetic: Bool, made: Int, missed: [String])] = []
    for kind in FaultList.all {
      var made = 0
      var missed: [String] = []
      for report in CleanReport.all {
        let rest = Set(
          Self.findings(report.text, report.lastYear, markdown: report.isMarkdown).map(\.message))
        for mutant in kind.make(report, &generator) {
          made += 1
          let found = Self.findings(mutant.text, mutant.lastYear, markdown: report.isMarkdown).filter {
            !rest.contains($0.message)
          }
          if !found.contains(where: { Self.tells($0, of: mutant) }) {
            missed.append("\(report.name): \(mutant.what)")
          }
        }
      }
      table.append((kind.name, kind.isArithmetic, made, missed))
    }
    for row in table {
      print(
        "\(row.kind)\t\(row.made - row.missed.count)/\(row.made)"
          + row.missed.map { "\n    漏 \($0)" }.joined())
    }
    let all = table.reduce((0, 0)) { ($0.0 + $1.made, $0.1 + $1.missed.count) }
    let arithmetic = table.filter(\.isArithmetic).reduce((0, 0)) { ($0.0 + $1.made, $0.1 + $1.missed.count) }
    print("合计 \(all.0 - all.1)/\(all.0)，其中数字类 \(arithmetic.0 - arithmetic.1)/\(arithmetic.0)")
    #expect(table.count >= 25)
    #expect(table.allSatisfy { $0.made > 0 }, "\(table.filter { $0.made == 0 }.map(\.kind))")
    #expect(all.0 >= 300)
    #expect(arithmetic.1 * 100 <= arithmetic.0, "less than 99% of the faults in figures were found")
    #expect(all.1 * 50 <= all.0, "less than 98% of all faults were found")
  }

  /// Whether a finding points at a fault: at its line, there or in what it leans on; where something was taken away, anywhere.
  private static func tells(_ finding: Diagnostic, of mutant: Mutant) -> Bool {
    if mutant.fault.isEmpty { return true }
    let lines = mutant.text.components(separatedBy: "\n")
    return ([finding.place] + finding.related.map(\.place)).contains { place in
      guard case .text(_, let span) = place, lines.indices.contains(span.line - 1) else { return false }
      return lines[span.line - 1].contains(mutant.fault)
    }
  }
}
