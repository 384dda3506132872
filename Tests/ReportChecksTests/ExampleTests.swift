import ReportChecks
import ReportModel
import Testing

/// One example of one rule.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  let check: any Check
  let example: CheckExample
  let triggers: Bool

  var testDescription: String {
    "\(check.about.id) \(triggers ? "finds" : "stays silent"): \(example.file):\(example.line)"
  }

  /// Where the rule itself is written, so that a failure points there.
  var location: SourceLocation {
    SourceLocation(
      fileID: "ReportChecks/\(check.about.id)", filePath: example.file, line: example.line, column: 1)
  }

  static let all: [ExampleCase] = allChecks.flatMap { check in
    check.about.triggering.map { ExampleCase(check: check, example: $0, triggers: true) }
      + check.about.silent.map { ExampleCase(check: check, example: $0, triggers: false) }
  }
}

@Suite("Every rule's own examples")
struct ExampleTests {
  @Test("An example holds", arguments: ExampleCase.all)
  func holds(_ item: ExampleCase) throws {
    let outcome = CheckRun([item.check]).run(try Reading.input(item.example))
    let found = outcome.findings.map(Self.mark)
    #expect(
      Set(found) == Set(item.example.marks), "\(outcome.findings)", sourceLocation: item.location)
    #expect(item.example.marks.isEmpty != item.triggers, sourceLocation: item.location)
  }

  @Test("Every rule has both kinds of examples and a name of its own")
  func completeness() {
    for check in allChecks {
      #expect(!check.about.triggering.isEmpty, "\(check.about.id)")
      #expect(!check.about.silent.isEmpty, "\(check.about.id)")
      #expect(check.about.id.split(separator: ".").count == 2)
    }
    #expect(Set(allChecks.map(\.about.id)).count == allChecks.count)
  }

  private static func mark(_ finding: Diagnostic) -> TextSpan {
    guard case .text(_, let span) = finding.place else { return TextSpan(line: 0, column: 0) }
    return span
  }
}
