import Foundation
import TestSupport
import Testing

/// import → build → import → build: the second report is the first one, by the command as by the library.
@Suite struct RoundTripTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  private static let seeds = ProcessInfo.processInfo.environment["REFORM_SEEDS"].map { URL(filePath: $0) }

  private func run(_ arguments: [String]) throws -> Int32 {
    try ExternalTool.run([Self.program] + arguments).status
  }

  private func comesBack(_ source: URL) throws {
    try Workplace.withTemporaryFolder { folder in
      let first = folder.appending(path: "甲.yaml")
      #expect(try run(["import", source.path, "-o", first.path]) == 0)
      #expect(try run(["build", first.path, "-o", folder.path, "--format", "md,docx"]) == 0)
      let expected = try String(contentsOf: folder.appending(path: "甲.md"), encoding: .utf8)
      #expect(expected.utf8.count > 2000)
      for format in ["md", "docx"] {
        let own = folder.appending(path: format)
        let again = folder.appending(path: "\(format).yaml")
        #expect(try run(["import", folder.appending(path: "甲.\(format)").path, "-o", again.path]) == 0)
        #expect(try run(["build", again.path, "-o", own.path, "--format", "md"]) == 0)
        let found = try String(contentsOf: own.appending(path: "\(format).md"), encoding: .utf8)
        let difference = found.split(separator: "\n").difference(from: expected.split(separator: "\n"))
        #expect(found == expected, "\(format): \(difference)")
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
