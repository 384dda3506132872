import Foundation
import TestSupport
import Testing

/// `compare` as users and scripts meet it.
@Suite struct CompareCommandTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    let outcome = try ExternalTool.run([Self.program, "compare"] + arguments)
    return (outcome.status, String(decoding: outcome.output, as: UTF8.self), outcome.errors)
  }

  private static func report(_ name: String) -> String {
    Fixture.folder("reports").appending(path: name + ".txt").path
  }

  private static let this = report("a-inline-tangwan-2023")
  private static let last = report("a-inline-tangwan-2022")
  private static let elsewhere = report("b-headings-muyuan-2022")

  @Test func theWholePictureAsMarkdown() throws {
    let result = try run([Self.this, Self.last])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.hasPrefix("# 棠湾区2023年与2022年报告对照\n"))
    for heading in ["总体数字", "各领域", "延期事项", "制度性成果", "措辞"] {
      #expect(result.output.contains("## \(heading)"), "\(heading)")
    }
    #expect(result.output.contains("| 改革任务 | 46 | 44 | \\+2（+4.5%） |"))
    #expect(try run([Self.this, Self.last]).output == result.output)
  }

  @Test func markdownIntoAFileLeavesItsNameOnTheScreen() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "对照.md")
      let result = try run([Self.this, Self.last, "-o", file.path])
      #expect(result.status == 0 && result.output.hasSuffix("对照.md\n"))
      #expect(try String(contentsOf: file, encoding: .utf8) == run([Self.this, Self.last]).output)
    }
  }

  @Test(.enabled(if: ExternalTool.hasOpenpyxl, "openpyxl is not installed"))
  func theWholePictureAsAWorkbook() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "对照.xlsx")
      let result = try run([Self.this, Self.last, "--format", "xlsx", "-o", file.path])
      #expect(result.status == 0, "\(result.errors)")
      let dump = try WorkbookDump(reading: file)
      #expect(dump.sheets.map(\.name).prefix(3) == ["1 总体数字", "2 各领域", "3 延期事项"])
      let counts = try #require(dump.sheets.first)
      #expect(["A3", "B3", "C3", "D3"].map { counts.cells[$0] ?? "" } == ["改革任务", "46", "44", "+2（+4.5%）"])
    }
  }

  @Test func aWorkbookNeedsAFile() throws {
    let result = try run([Self.this, Self.last, "--format", "xlsx"])
    #expect(result.status == 64 && result.errors.contains("-o"))
  }

  @Test func yearsTheWrongWayRoundAreSaid() throws {
    let result = try run([Self.last, Self.this])
    #expect(result.status == 0)
    #expect(result.errors.contains("次序可能放反了") && result.errors.contains("2022年"))
  }

  @Test func anotherPlaceIsSaid() throws {
    let result = try run([Self.this, Self.elsewhere])
    #expect(result.status == 0)
    #expect(result.errors.contains("不是同一个地方") && result.errors.contains("沐苑"))
  }

  @Test func theSameFileTwiceIsRefused() throws {
    let result = try run([Self.this, Self.this])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("是同一个文件") && result.errors.contains("→"))
  }

  @Test func unreadableFilesAreAllNamed() throws {
    try Workplace.withTemporaryFolder { folder in
      let missing = folder.appending(path: "没有.txt").path
      let broken = folder.appending(path: "坏的.docx")
      try Data("PK\u{3}\u{4}坏".utf8).write(to: broken)
      let result = try run([missing, broken.path])
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains("没有.txt") && result.errors.contains("坏的.docx"), "\(result.errors)")
    }
  }

  @Test func noInputIsOverwritten() throws {
    try Workplace.withTemporaryFolder { folder in
      let copy = folder.appending(path: "上年.txt")
      try FileManager.default.copyItem(at: URL(filePath: Self.last), to: copy)
      let result = try run([Self.this, copy.path, "-o", copy.path])
      #expect(result.status == 64)
      #expect(try Data(contentsOf: copy) == Data(contentsOf: URL(filePath: Self.last)))
    }
  }
}
