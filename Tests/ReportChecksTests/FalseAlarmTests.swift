import Foundation
import ReportChecks
import ReportModel
import TestSupport
import Testing

/// Real prose that was proof-read by many: nearly every error or warning on it is a false alarm.
@Suite("False alarms")
struct FalseAlarmTests {
  static let corpus = ProcessInfo.processInfo.environment["REFORM_CORPUS"]

  @Test(
    "At most 0.5 errors and warnings for each 10,000 characters",
    .enabled(if: corpus != nil, "REFORM_CORPUS is not set: no corpus to read"))
  func corpusIsSilent() throws {
    let folder = URL(filePath: Self.corpus ?? "")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }
    var characters = 0
    var alarms: [Diagnostic] = []
    var rules: [String: Int] = [:]
    for name in files {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      characters += text.unicodeScalars.count
      let input = CheckInput(draft: Reading.draft(text, file: name), terms: Reading.terms)
      for finding in CheckRun().run(input).findings {
        rules["\(finding.rule) \(finding.severity)", default: 0] += 1
        if finding.severity != .note { alarms.append(finding) }
        if ProcessInfo.processInfo.environment["REFORM_SHOW"] != nil {
          print("\(finding.place) \(finding.severity) \(finding.rule) \(finding.message)")
        }
      }
    }
    let rate = Double(alarms.count) * 10_000 / Double(max(1, characters))
    print("false alarms: \(alarms.count) in \(characters) characters, \(rate) for each 10,000; \(rules)")
    #expect(rate <= 0.5, "\(alarms.map { "\($0.place) \($0.rule) \($0.message)" })")
  }

  @Test(
    "Held against the report of the year before, no more than that",
    .enabled(if: corpus != nil, "REFORM_CORPUS is not set: no corpus to read"))
  func pairsAreSilent() throws {
    let folder = URL(filePath: Self.corpus ?? "")
    var characters = 0
    var alarms: [Diagnostic] = []
    for year in [2011, 2016, 2020] {
      func draft(_ year: Int) throws -> Draft {
        let name = "national-\(year).txt"
        return Reading.draft(
          try String(contentsOf: folder.appending(path: name), encoding: .utf8), file: name)
      }
      let this = try draft(year)
      characters += this.text.count
      let input = CheckInput(draft: this, lastYearDraft: try draft(year - 1), terms: Reading.terms)
      alarms += CheckRun().run(input).findings.filter { $0.severity != .note }
    }
    let rate = Double(alarms.count) * 10_000 / Double(max(1, characters))
    print("false alarms with last year: \(alarms.count) in \(characters) characters, \(rate) for each 10,000")
    #expect(rate <= 0.5, "\(alarms.map { "\($0.place) \($0.rule) \($0.message)" })")
  }

  @Test("Clean reports of invented districts raise no error and no warning")
  func fixturesAreSilent() throws {
    let folder = Workplace.repository.appending(path: "Tests/Fixtures/reports")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".txt") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let input = CheckInput(draft: Reading.draft(text, file: name), terms: Reading.terms)
      for finding in CheckRun().run(input).findings where finding.severity != .note {
        Issue.record("\(finding.place) \(finding.rule) \(finding.message)")
      }
    }
  }

  static let seedFolder = ProcessInfo.processInfo.environment["REFORM_SEEDS"]

  @Test(
    "In the source documents only the faults that are there are found",
    .enabled(if: seedFolder != nil, "REFORM_SEEDS is not set: no source documents to read"))
  func seeds() throws {
    var found: Set<String> = []
    let folder = URL(filePath: Self.seedFolder ?? "")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let input = CheckInput(draft: Reading.draft(text, file: name), terms: Reading.terms)
      for finding in CheckRun(allChecks.filter { Self.isOurs($0.about.id) }).run(input).findings {
        guard case .text(_, let span) = finding.place, finding.rule != "wording.punctuation-style" else {
          continue
        }
        found.insert("\(name.prefix(3)):\(span.line) \(finding.rule)")
      }
    }
    #expect(
      found == [
        "000:18 wording.broken-sentence", "000:38 wording.confusable", "001:15 wording.stray-character",
        "001:39 wording.doubled-character", "001:53 wording.misspelling", "001:59 wording.odd-variant",
        "002:5 wording.confusable", "002:13 wording.mixed-spelling", "002:13 wording.stale-time",
        "002:16 wording.mixed-names", "002:18 wording.title-form", "003:79 structure.missing-unit",
      ])
  }

  /// Whether a rule is one of structure and wording; figures have tests of their own.
  private static func isOurs(_ rule: String) -> Bool {
    rule.hasPrefix("structure.") || rule.hasPrefix("wording.")
  }
}
