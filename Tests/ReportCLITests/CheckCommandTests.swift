import Foundation
import TestSupport
import Testing

/// `check` and `explain` as users and scripts meet them.
@Suite struct CheckCommandTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  private static let faulty = "2021年改革工作总结报告\n一、总体情况\n原有有一个问题。完成XX项任务。\n三、存在问题\n深度不够。\n"
  private static let clean = "2021年改革工作总结报告\n一、总体情况\n改革任务按期完成。\n二、存在问题\n改革深度不够。\n"
  private static let ledger = "年度: 2021\n地区: 甲区\n领域: [{名称: 经济, 任务: [{名称: 甲事, 状态: 延期}]}]\n"

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    let outcome = try ExternalTool.run([Self.program] + arguments)
    return (outcome.status, String(decoding: outcome.output, as: UTF8.self), outcome.errors)
  }

  /// Runs with a folder of files.
  private func with(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try Workplace.withTemporaryFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      try body(folder)
    }
  }

  @Test func errorsExitWithOneAndAreShownWithACaret() throws {
    try with(["草稿.txt": Self.faulty]) { folder in
      let result = try run(["check", folder.appending(path: "草稿.txt").path])
      #expect(result.status == 1)
      #expect(result.output.contains("草稿.txt:4:1: 错误"))
      #expect(result.output.contains("    三、存在问题\n    ^^^^\n"))
      #expect(result.output.contains("已读取、核对"))
      #expect(!result.output.contains("\u{1B}"))
    }
  }

  @Test func aCleanDraftIsFineAndSaysWhatWasRead() throws {
    try with(["草稿.txt": Self.clean]) { folder in
      let result = try run(["check", folder.appending(path: "草稿.txt").path, "--strict"])
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.hasPrefix("没有发现问题。\n已读取、核对"))
    }
  }

  @Test func strictCountsWarnings() throws {
    try with(["草稿.txt": "2021年改革工作总结报告\n打破原有有一个单位负责的局限。\n"]) { folder in
      let draft = folder.appending(path: "草稿.txt").path
      let plain = try run(["check", draft])
      let strict = try run(["check", draft, "--strict"])
      #expect(plain.status == 0 && strict.status == 1)
    }
  }

  @Test func jsonHasTheFieldsOfTheContract() throws {
    try with(["草稿.txt": Self.faulty]) { folder in
      let result = try run(["check", folder.appending(path: "草稿.txt").path, "--format", "json"])
      #expect(result.status == 1)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let findings = try #require(object["findings"] as? [[String: Any]])
      let first = try #require(findings.first { $0["rule"] as? String == "wording.doubled-character" })
      #expect(first["line"] as? Int == 3 && first["column"] as? Int == 2)
      #expect(first["endLine"] as? Int == 3 && first["endColumn"] as? Int == 4)
      #expect(first["severity"] as? String == "warning")
      #expect((first["suggestions"] as? [[String: Any]])?.first?["replacement"] as? String == "有")
      #expect(first["related"] is [Any] && first["file"] is String && first["message"] is String)
      let recognised = try #require(object["recognised"] as? [String: Int])
      #expect((recognised["sentences"] ?? 0) > 0)
    }
  }

  @Test func sarifIsValidInItsMainParts() throws {
    try with(["草稿.txt": Self.faulty]) { folder in
      let result = try run(["check", folder.appending(path: "草稿.txt").path, "--format", "sarif"])
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect(object["version"] as? String == "2.1.0")
      let run = try #require((object["runs"] as? [[String: Any]])?.first)
      let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
      let rules = Set((driver["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
      let results = run["results"] as? [[String: Any]] ?? []
      #expect(!results.isEmpty)
      for result in results { #expect(rules.contains(result["ruleId"] as? String ?? "")) }
    }
  }

  @Test(.enabled(if: ExternalTool.hasOpenpyxl, "openpyxl is not installed"))
  func workbookIsAListToTickOff() throws {
    try with(["草稿.txt": Self.faulty]) { folder in
      let file = folder.appending(path: "清单.xlsx")
      let result = try run([
        "check", folder.appending(path: "草稿.txt").path, "--format", "xlsx", "-o", file.path,
      ])
      #expect(result.status == 1 && result.output.isEmpty)
      let dump = try WorkbookDump(reading: file)
      let list = try #require(dump.sheets.first)
      #expect(list.name == "问题清单")
      #expect(
        ["A2", "B2", "C2", "D2", "E2", "F2", "G2", "H2"].map { list.cells[$0] ?? "" }
          == ["序号", "级别", "位置", "原文", "问题", "处理建议", "规则", "处理情况"])
      #expect(list.cells.values.contains("有有"))
      #expect(!list.validations.isEmpty)
    }
  }

  @Test func settingsSwitchOffRateAndSilence() throws {
    let settings = """
      规则:
        wording.placeholder: 关闭
        structure.ordinals: 提示
      免报:
        - {规则: wording.doubled-character, 原文: 原有有一个, 理由: 引用原话}
        - {规则: wording, 原文: 从未出现, 理由: 试一试}
      """
    try with(["草稿.txt": Self.faulty, "核对设置.yaml": settings]) { folder in
      let result = try run(["check", folder.appending(path: "草稿.txt").path, "--strict"])
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("提示: 序号跳号"))
      #expect(result.output.contains("引用原话") && result.output.contains("wording.placeholder 关闭"))
      #expect(result.output.contains("从未出现"))
    }
  }

  @Test func settingsWithAnUnknownRuleSayWhichIsMeant() throws {
    try with(["草稿.txt": Self.clean, "核对设置.yaml": "规则: {structure.ordinal: 关闭}\n"]) { folder in
      let result = try run(["check", folder.appending(path: "草稿.txt").path])
      #expect(result.status == 2)
      #expect(result.errors.contains("structure.ordinals"))
    }
  }

  @Test func wrongInputsAreSaidPlainly() throws {
    try with(["草稿.txt": Self.clean, "台账.yaml": Self.ledger]) { folder in
      let draft = folder.appending(path: "草稿.txt").path
      let ledger = folder.appending(path: "台账.yaml").path
      let cases: [([String], Int32, String)] = [
        (["check", draft, "--last-year", draft], 2, "同一个文件"),
        (["check", draft, "--ledger", draft], 2, "不是台账"),
        (["check", ledger, "--ledger", ledger], 2, "已经是台账"),
        (["check", draft + ".没有"], 2, "找不到这个文件"),
        (["check", draft, "--format", "xlsx"], 64, "-o"),
        (["check", draft, "--format", "json", "-o", draft], 64, "盖掉"),
        (["explain", "structure.ordinal"], 64, "structure.ordinals"),
      ]
      for (arguments, status, words) in cases {
        let result = try run(arguments)
        #expect(result.status == status, "\(arguments)")
        #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
      }
      let after = try String(contentsOfFile: draft, encoding: .utf8)
      #expect(after == Self.clean)
    }
  }

  @Test func aLedgerIsKnownByItsContentAndCheckedItself() throws {
    try with(["台账.txt": Self.ledger]) { folder in
      let result = try run(["check", folder.appending(path: "台账.txt").path, "--format", "json"])
      #expect(result.status == 0)
      #expect(result.output.contains("ledger.delayed-details"))
    }
  }

  @Test func explainListsAndShowsExamples() throws {
    let list = try run(["explain"])
    #expect(list.status == 0 && list.output.contains("wording.confusable  警告"))
    let rule = try run(["explain", "wording.confusable"])
    #expect(rule.status == 0 && rule.output.contains("不会指出") && rule.output.contains("〔聚集〕"))
  }
}
