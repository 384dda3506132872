import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

@testable import ReportWriters

/// Import, build, import: the ledger stays as it was.
@Suite struct RoundTripTests {
  static let reports: [String] = {
    let folder = Fixture.folder("reports")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { ($0.hasSuffix(".txt") || $0.hasSuffix(".md")) && $0 != "README.md" }
      .sorted()
  }()

  static let seeds = ProcessInfo.processInfo.environment["REFORM_SEEDS"].map { URL(filePath: $0) }

  private func check(_ report: Report, _ name: String) throws {
    for writer in RoundTrip.formats {
      for signature in SignaturePlace.allCases {
        var before = report
        if before.reportingUnit != nil, before.issueDate != nil { before.signature = signature }
        let after = try RoundTrip.back(before, writer)
        let difference = RoundTrip.difference(before, after)
        #expect(
          difference == [],
          "\(name) \(writer.format) \(signature.rawValue): \(difference.joined(separator: "\n"))")
        let again = try RoundTrip.back(after, writer)
        #expect(RoundTrip.difference(after, again) == [], "\(name) \(writer.format), once more")
      }
    }
  }

  @Test(arguments: reports) func fixtureReport(name: String) throws {
    try check(RoundTrip.imported(Fixture.folder("reports").appending(path: name)), name)
  }

  @Test(.enabled(if: seeds != nil, "REFORM_SEEDS is not set")) func originalReport() throws {
    let seeds = try #require(Self.seeds)
    let file = try FileManager.default.contentsOfDirectory(at: seeds, includingPropertiesForKeys: nil)
      .first { $0.lastPathComponent.hasPrefix("002") }
    try check(RoundTrip.imported(#require(file)), "002")
  }
}
