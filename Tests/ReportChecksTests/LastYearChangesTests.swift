import Foundation
import ReportChecks
import ReportModel
import TestSupport
import Testing

/// Two years' reports of invented places with single changes, each a fault or sound.
@Suite("Single changes against last year's report")
struct LastYearChangesTests {
  struct Change: CustomTestStringConvertible, Sendable {
    var place: String
    var kind: String
    var isFault: Bool
    var old: String
    var new: String
    var testDescription: String { "\(kind) \(isFault ? "fault" : "sound"): \(new)" }
  }

  private static let folder = Workplace.repository.appending(path: "Tests/Fixtures/lastyear")
  private static func text(_ name: String, of place: String) -> String {
    (try? String(contentsOf: folder.appending(path: "\(place)/\(name)"), encoding: .utf8)) ?? ""
  }

  static let changes: [Change] = ["district", "county"].flatMap { place in
    text("changes.tsv", of: place).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4 else { return nil }
      return Change(
        place: place, kind: fields[0], isFault: fields[1] == "fault", old: fields[2], new: fields[3])
    }
  }

  @Test("A fault is found, a sound change is not", arguments: changes)
  func change(_ change: Change) throws {
    var this = Self.text("this.md", of: change.place)
    var last = Self.text("last.md", of: change.place)
    let mark = "二、存在问题"
    switch change.old {
    case "+": this = this.replacing(mark, with: change.new + "\n\n" + mark)
    case "++":
      let parts = change.new.components(separatedBy: "@@")
      last = last.replacing(mark, with: parts[0] + "\n\n" + mark)
      this = this.replacing(mark, with: parts[1] + "\n\n" + mark)
    default:
      try #require(this.contains(change.old))
      this = this.replacing(change.old, with: change.new, maxReplacements: 1)
    }
    let input = CheckInput(
      draft: try Reading.markdown(this), lastYearDraft: try Reading.markdown(last, file: "上年.md"),
      terms: Reading.terms)
    let found = CheckRun(allChecks).run(input).findings.filter { $0.severity != .note }
    #expect(found.isEmpty != change.isFault, "\(found.map(\.message))")
  }

  @Test("There are dozens of them")
  func count() { #expect(Self.changes.count > 90) }
}
