import Foundation
import TestSupport
import Testing

/// What `check` writes for other programs, read by such programs.
@Suite struct FindingsOutputTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  private static let faulty = """
    2021年改革工作总结报告
    一、总体情况
    原有有一个问题。完成XX项任务。全年调度项目118个，其中续建项目73个、新开工项目54个。
    三、存在问题
    深度不够。

    """
  private static let settings = """
    免报:
      - {规则: wording.doubled-character, 原文: 原有有一个, 理由: 引用原话}
    """

  /// Checks a faulty draft with one finding silenced, into a file.
  private func write(_ format: String, _ name: String, in folder: URL) throws -> URL {
    let draft = folder.appending(path: "草稿 1.txt")
    try Data(Self.faulty.utf8).write(to: draft)
    try Data(Self.settings.utf8).write(to: folder.appending(path: "核对设置.yaml"))
    let output = folder.appending(path: name)
    let outcome = try ExternalTool.run([
      Self.program, "check", draft.path, "--format", format, "-o", output.path,
    ])
    #expect(outcome.status == 1, "\(outcome.errors)")
    return output
  }

  private static let validation = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    log = json.load(open(sys.argv[2], encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema, jsonschema.Draft202012Validator)(schema)
    faults = [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in validator.iter_errors(log)]
    print("\\n".join(faults))
    sys.exit(1 if faults else 0)
    """

  private func validate(_ log: URL, by schema: String) throws -> (isValid: Bool, faults: String) {
    let outcome = try ExternalTool.run(["python3", "-c", Self.validation, schema, log.path])
    return (outcome.status == 0, String(decoding: outcome.output, as: UTF8.self) + outcome.errors)
  }

  private static let hasJSONSchema = ExternalTool.works(["python3", "-c", "import jsonschema"])

  @Test(.enabled(if: hasJSONSchema, "Python's jsonschema is not installed"))
  func sarifHasWhatTheStandardAsks() throws {
    let schema = Fixture.folder("sarif").appending(path: "parts.schema.json").path
    try Workplace.withTemporaryFolder { folder in
      let log = try write("sarif", "问题.sarif", in: folder)
      let result = try validate(log, by: schema)
      #expect(result.isValid, "\(result.faults)")
      // A log that says an unknown level must fail, or the test proves nothing.
      let text = try String(contentsOf: log, encoding: .utf8)
      try Data(text.replacing(#"level" : "error"#, with: #"level" : "fatal"#).utf8).write(to: log)
      #expect(try !validate(log, by: schema).isValid)
    }
  }

  @Test(
    .enabled(
      if: hasJSONSchema && ProcessInfo.processInfo.environment["REFORM_SARIF_SCHEMA"] != nil,
      "REFORM_SARIF_SCHEMA names no official SARIF 2.1.0 schema, or Python's jsonschema is not installed"))
  func sarifIsValidByTheOfficialSchema() throws {
    let schema = try #require(ProcessInfo.processInfo.environment["REFORM_SARIF_SCHEMA"])
    try Workplace.withTemporaryFolder { folder in
      let result = try validate(try write("sarif", "问题.sarif", in: folder), by: schema)
      #expect(result.isValid, "\(result.faults)")
    }
  }

  @Test(.enabled(if: ExternalTool.hasLibreOffice, "LibreOffice or poppler-utils is not installed"))
  func workbookOpensInLibreOffice() throws {
    try Workplace.withTemporaryFolder { folder in
      let list = try write("xlsx", "清单.xlsx", in: folder)
      let text = try ExternalTool.pages(of: ExternalTool.convertToPDF(list)).joined(separator: "\n")
        .filter { !$0.isWhitespace }
      for word in ["序号", "级别", "处理情况", "错误", "73+54=127", "XX"] {
        #expect(text.contains(word), "\(word) is missing in \(text)")
      }
    }
  }
}
