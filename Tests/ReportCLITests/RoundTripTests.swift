import Foundation
import TestSupport
import Testing

/// import → build → import: what a report says comes back from the report that is built of it.
@Suite struct RoundTripTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  private static let seeds = ProcessInfo.processInfo.environment["REFORM_SEEDS"].map { URL(filePath: $0) }

  private func run(_ arguments: [String]) throws -> Int32 {
    try ExternalTool.run([Self.program] + arguments).status
  }

  /// A ledger without where its values were read, which of them were guessed, and the name that every district has for itself.
  private func content(_ ledger: URL) throws -> [String] {
    try String(contentsOf: ledger, encoding: .utf8).split(separator: "\n").compactMap { line in
      var line = String(line)
      for mark in [", 出处: ", ", 待核: ", ", 自称: "] {
        while let start = line.range(of: mark) {
          let end =
            line[start.upperBound...].firstIndex { mark == ", 待核: " ? $0 == "]" : $0 == "," || $0 == "}" }
            ?? line.endIndex
          line.removeSubrange(
            start.lowerBound..<(end < line.endIndex && line[end] == "]" ? line.index(after: end) : end))
        }
      }
      let bare = line.drop { $0 == " " }
      return ["#", "出处:", "待核:"].contains { bare.hasPrefix($0) } ? nil : line
    }
  }

  private func comesBack(_ source: URL) throws {
    try Workplace.withTemporaryFolder { folder in
      let first = folder.appending(path: "甲.yaml")
      #expect(try run(["import", source.path, "-o", first.path]) == 0)
      #expect(try run(["build", first.path, "-o", folder.path, "--format", "md,docx"]) == 0)
      let expected = try content(first)
      #expect(expected.count > 60)
      for format in ["md", "docx"] {
        let again = folder.appending(path: "\(format).yaml")
        #expect(try run(["import", folder.appending(path: "甲.\(format)").path, "-o", again.path]) == 0)
        let found = try content(again)
        #expect(found == expected, "\(format): \(found.difference(from: expected))")
      }
    }
  }

  @Test(arguments: ["a-inline-tangwan-2022.txt", "b-headings-muyuan-2021.txt", "a-inline-tangwan-2023.txt"])
  func fixtures(name: String) throws {
    try comesBack(Workplace.repository.appending(path: "Tests/Fixtures/reports/\(name)"))
  }

  @Test(.enabled(if: Self.seeds != nil, "REFORM_SEEDS is not set"))
  func theReferenceReport() throws {
    let seeds = try #require(Self.seeds)
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: seeds.path).first { $0.hasPrefix("002") })
    try comesBack(seeds.appending(path: name))
  }
}
