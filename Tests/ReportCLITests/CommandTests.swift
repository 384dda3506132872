import Foundation
import TestSupport
import Testing

/// The command as users and scripts meet it.
@Suite struct CommandTests {
  private func run(_ arguments: [String], input: String? = nil, path: String? = nil) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let command = (path.map { ["env", "PATH=\($0)"] } ?? []) + [Self.program] + arguments
    let outcome: ExternalTool.Outcome
    if let input {
      outcome = try ExternalTool.run(
        ["sh", "-c", "printf '%s' \"$INPUT\" | \"$@\"", "sh"] + command, environment: ["INPUT": input])
    } else {
      outcome = try ExternalTool.run(command)
    }
    return (outcome.status, String(decoding: outcome.output, as: UTF8.self), outcome.errors)
  }

  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  private static let good = "年度: 2021\n地区: 甲乙区\n领域: [{名称: 经济, 任务: [{编号: 1, 名称: 甲, 状态: 已完成}]}]\n"

  private func write(_ text: String, to file: URL) throws { try Data(text.utf8).write(to: file) }

  @Test func buildWritesEachFormatAndSaysSo() throws {
    try Workplace.withTemporaryFolder { folder in
      try write(Self.good, to: folder.appending(path: "甲.yaml"))
      try write(Self.good, to: folder.appending(path: "乙.yaml"))
      let result = try run([
        "build", folder.appending(path: "甲.yaml").path, folder.appending(path: "乙.yaml").path, "-o",
        folder.appending(path: "新建/输出").path, "--format", "md,xlsx",
      ])
      #expect(result.status == 0, "\(result.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "新建/输出").path)
        .sorted()
      #expect(names == ["乙.md", "乙.xlsx", "甲.md", "甲.xlsx"])
      #expect(result.output.split(separator: "\n").count == 4)
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = Workplace.repository.appending(path: "seeds/002-yaohai-2021.yaml").path
      for name in ["一", "二"] {
        #expect(try run(["build", ledger, "-o", folder.appending(path: name).path]).status == 0)
      }
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "一").path) {
        #expect(
          try Data(contentsOf: folder.appending(path: "一/\(name)"))
            == Data(contentsOf: folder.appending(path: "二/\(name)")),
          "\(name)")
      }
    }
  }

  @Test func wordFilesComeWithOneNoteOnFonts() throws {
    try Workplace.withTemporaryFolder { folder in
      for name in ["甲", "乙"] { try write(Self.good, to: folder.appending(path: "\(name).yaml")) }
      let ledgers = ["甲", "乙"].map { folder.appending(path: "\($0).yaml").path }
      let result = try run(["build"] + ledgers + ["-o", folder.path, "--format", "docx,html"])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.split(separator: "\n").count == 4)
      // Whether a note comes depends on the machine; that it comes once does not.
      #expect(result.errors.components(separatedBy: "本机没有公文要用的字体").count <= 2)
    }
  }

  @Test func withoutLibreOfficeThePDFIsRefusedAndNothingWritten() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = folder.appending(path: "甲.yaml")
      try write(Self.good, to: ledger)
      let result = try run(
        ["build", ledger.path, "-o", folder.appending(path: "出").path, "--format", "docx,pdf"],
        path: folder.path)
      #expect(result.status == 3)
      #expect(result.errors.contains("没有安装 LibreOffice"))
      let written =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "出").path)) ?? []
      #expect(written.isEmpty, "\(written)")
    }
  }

  @Test func standardInputAndOutput() throws {
    let result = try run(["build", "-", "-o", "-", "--format", "md"], input: Self.good)
    #expect(result.status == 0)
    #expect(result.output.contains("共1项任务，已完成"))
  }

  /// A faulty ledger among good ones: every fault is told, status 2, nothing is written.
  @Test func faultsWriteNothing() throws {
    try Workplace.withTemporaryFolder { folder in
      try write(Self.good, to: folder.appending(path: "好.yaml"))
      try write("年度: 2021\n地区: 甲区\n牵头单为: 乙\n", to: folder.appending(path: "坏.yaml"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: "夹.yaml"), withIntermediateDirectories: true)
      try write("", to: folder.appending(path: "空.yaml"))
      try Data([0, 1, 2, 255, 0]).write(to: folder.appending(path: "图.yaml"))
      let names = ["好", "坏", "夹", "空", "图", "无"].map { folder.appending(path: "\($0).yaml").path }
      let result = try run(["build"] + names + ["-o", folder.appending(path: "输出").path])
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("坏.yaml:3:1: 错误: 不认识的栏目“牵头单为”"))
      for name in ["夹", "空", "图", "无"] { #expect(result.errors.contains("\(name).yaml"), "\(name)") }
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "输出").path))
    }
  }

  @Test func outputsThatCannotBeWrittenLeaveTheOldOnesWhole() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = folder.appending(path: "甲.yaml")
      try write(Self.good, to: ledger)
      let output = folder.appending(path: "输出")
      try FileManager.default.createDirectory(
        at: output.appending(path: "甲.xlsx"), withIntermediateDirectories: true)
      try write("旧", to: output.appending(path: "甲.md"))
      let result = try run(["build", ledger.path, "-o", output.path])
      #expect(result.status == 3)
      #expect(result.errors.contains("同名的文件夹"))
      #expect(try String(contentsOf: output.appending(path: "甲.md"), encoding: .utf8) == "旧")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: output.path).sorted() == ["甲.md", "甲.xlsx"])
      try write("x", to: folder.appending(path: "文件"))
      #expect(try run(["build", ledger.path, "-o", folder.appending(path: "文件/里面").path]).status == 3)
    }
  }

  @Test(arguments: [
    ["build"], ["build", "x.yaml", "--format", "pfd"], ["build", "x.yaml", "--format", ""], ["不存在"],
    ["build", "a/x.yaml", "b/x.yaml"], ["build", "x.yaml", "-o", "-"],
  ])
  func wrongUsage(arguments: [String]) throws { #expect(try run(arguments).status == 64) }

  @Test func importWritesALedgerThatBuilds() throws {
    try Workplace.withTemporaryFolder { folder in
      let report = Workplace.repository.appending(path: "Tests/Fixtures/reports/a-inline-tangwan-2022.txt")
        .path
      let ledger = folder.appending(path: "台账.yaml").path
      let result = try run(["import", report, "-o", ledger])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("用上："))
      #expect(try run(["build", ledger, "-o", folder.path, "--format", "md"]).status == 0)
      let text = try String(contentsOf: folder.appending(path: "台账.md"), encoding: .utf8)
      #expect(text.contains("44项改革任务，已完成42项，延期2项"))
      #expect(try run(["import", report, "-o", ledger]).status == 3, "an existing file is not replaced")
      #expect(try run(["import", report, "-o", ledger, "--force"]).status == 0)
    }
  }

  @Test func importRefusesWhatIsNoReport() throws {
    try Workplace.withTemporaryFolder { folder in
      let files: [(String, Data)] = [
        ("小说.txt", Data("话说天下大势，分久必合，合久必分。月光照在院子里，他慢慢走回家去。\n".utf8)), ("空.txt", Data()),
        ("假.docx", Data("%PDF-1.4\n".utf8)),
        ("旧.doc", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
      ]
      for (name, data) in files {
        let file = folder.appending(path: name)
        try data.write(to: file)
        let result = try run(["import", file.path, "-o", folder.appending(path: "台账.yaml").path])
        #expect(result.status == 2, "\(name)")
        #expect(result.errors.contains(name) && result.errors.contains("→"), "\(name): \(result.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "台账.yaml").path))
    }
  }

  @Test func aTitleBrokenIntoLinesComesBackWhole() throws {
    try Workplace.withTemporaryFolder { folder in
      let title = "中共甲乙区委全面深化改革委员会2021年度全面深化改革和重点领域改革任务落实情况工作总结报告"
      let ledger = folder.appending(path: "甲.yaml")
      try write(Self.good + "标题: \(title)\n导语: 全年改革任务按计划推进。\n", to: ledger)
      #expect(try run(["build", ledger.path, "-o", folder.path, "--format", "docx"]).status == 0)
      let result = try run(["import", folder.appending(path: "甲.docx").path])
      #expect(result.output.contains("标题: \(title)\n"), "\(result.output.prefix(300))")
    }
  }

  @Test func theSignatureBeforeTheAttachmentsComesBack() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = folder.appending(path: "甲.yaml")
      let whole = Workplace.repository.appending(path: "Tests/Fixtures/build/whole/input.yaml")
      let text = try String(contentsOf: whole, encoding: .utf8)
      try write("署名: 落款\n" + text.replacing("署名:", with: "# 署名:"), to: ledger)
      #expect(try run(["build", ledger.path, "-o", folder.path, "--format", "md,docx"]).status == 0)
      func imported(_ file: String) throws -> [Substring] {
        try run(["import", folder.appending(path: file).path]).output.split(separator: "\n").filter { line in
          // The Word file alone writes the place in full, over its tables.
          !["出处", "#", "地区"].contains { line.contains($0) }
        }
      }
      let fromWord = try imported("甲.docx")
      #expect(try imported("甲.md") == fromWord)
      for field in ["署名: 落款", "报告单位: ", "成文日期: "] {
        #expect(fromWord.contains { $0.hasPrefix(field) }, "\(field)")
      }
    }
  }

  /// A report as a unit sends it back: two thousand tracked changes, read as accepted.
  @Test(.enabled(if: ExternalTool.works(["python3", "-c", "import docx"]), "python-docx is not installed"))
  func aThousandTrackedChangesAreRead() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = folder.appending(path: "甲.yaml")
      try write(Self.good + "导语: 甲乙区全年改革任务按计划推进。\n", to: ledger)
      #expect(try run(["build", ledger.path, "-o", folder.path, "--format", "docx"]).status == 0)
      let changed = folder.appending(path: "改.docx")
      let script = """
        import copy, sys, docx
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        document = docx.Document(sys.argv[1])
        run = next(r for p in document.paragraphs for r in p.runs if '按计划' in r.text)._r
        number = 0
        for character in reversed('推进一项改革。' * 150):
            inserted, deleted = OxmlElement('w:ins'), OxmlElement('w:del')
            for change in (inserted, deleted):
                number += 1
                change.set(qn('w:id'), str(number))
                change.set(qn('w:author'), 'a')
                change.append(copy.deepcopy(run))
                change[0].find(qn('w:t')).text = character
            deleted[0].find(qn('w:t')).tag = qn('w:delText')
            run.addnext(inserted)
            run.addnext(deleted)
        document.save(sys.argv[2])
        """
      let made = try ExternalTool.run(
        ["python3", "-c", script, folder.appending(path: "甲.docx").path, changed.path])
      try #require(made.status == 0, "\(made.errors)")
      let result = try run(["import", changed.path])
      #expect(result.output.contains(String(repeating: "推进一项改革。", count: 150)), "\(result.errors)")
      let commented = folder.appending(path: "注.docx")
      let check = try run(["check", changed.path, "--format", "docx", "-o", commented.path])
      #expect([0, 1].contains(check.status), "\(check.errors)")
      #expect(FileManager.default.fileExists(atPath: commented.path))
    }
  }

  /// build → check → comments: findings stand in a copy of the Word draft, and python-docx sees them.
  @Test(.enabled(if: ExternalTool.works(["python3", "-c", "import docx"]), "python-docx is not installed"))
  func findingsBecomeComments() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = Workplace.repository.appending(path: "seeds/002-yaohai-2021.yaml").path
      #expect(try run(["build", ledger, "-o", folder.path, "--format", "docx"]).status == 0)
      let draft = folder.appending(path: "002-yaohai-2021.docx")
      let before = try Data(contentsOf: draft)
      let copy = folder.appending(path: "批注.docx")
      let result = try run(["check", draft.path, "--format", "docx", "-o", copy.path])
      #expect(result.status == 0, "\(result.errors)")
      #expect(try Data(contentsOf: draft) == before)
      let found = try ExternalTool.run([
        "python3", "-c", "import docx, sys; print(len(list(docx.Document(sys.argv[1]).comments)))", copy.path,
      ])
      let count = Int(
        String(decoding: found.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(count.map { result.errors.contains("（\($0)条；原文稿没有改动）") } == true, "\(result.errors)")
      #expect(try run(["check", draft.path, "--format", "docx"]).status == 64)
    }
  }

  @Test func usageErrorsAreChinese() throws {
    #expect(
      try run(["build", "x.yaml", "--formt", "md"]).errors.hasPrefix(
        "错误: 没有这个选项: '--formt'，是否指 '--format'?\n用法: "))
    #expect(try run(["build"]).errors.hasPrefix("错误: 缺少参数 '<台账> ...'\n"))
  }

  @Test func helpBeginsWithAnExample() throws {
    for command in [[], ["build"], ["schema"]] {
      let result = try run(command + ["--help"])
      #expect(result.status == 0)
      #expect(result.output.contains("例"))
      for english in ["OVERVIEW", "USAGE", "OPTIONS", "Show", "default"] {
        #expect(!result.output.contains(english))
      }
    }
    #expect(try run(["--version"]).output == "0.1.0\n")
  }

  @Test func aBrokenTemplateIsToldWithItsPlace() throws {
    try Workplace.withTemporaryFolder { folder in
      let ledger = folder.appending(path: "甲.yaml")
      try write(Self.good, to: ledger)
      let templates = folder.appending(path: "模板")
      try FileManager.default.copyItem(at: Workplace.repository.appending(path: "Templates"), to: templates)
      try write("# {{标题}}\n\n{{完成率值}}\n", to: templates.appending(path: "report.md"))
      let result = try run(["build", ledger.path, "--templates", templates.path, "-o", folder.path])
      #expect(result.status == 2)
      #expect(result.errors.contains("report.md:3:1"))
      #expect(result.errors.contains("是否指“完成率”"))
    }
  }

  /// An independent validator holds the seeds' ledgers, and one with a mistake, against the schema.
  @Test(
    .enabled(
      if: ExternalTool.works(["python3", "-c", "import jsonschema, yaml"]),
      "Python's jsonschema and PyYAML are not installed"))
  func theSchemaTakesTheSeedsAndRefusesMistakes() throws {
    try Workplace.withTemporaryFolder { folder in
      let schema = folder.appending(path: "schema.json")
      try write(try run(["schema"]).output, to: schema)
      let bad = folder.appending(path: "坏.yaml")
      try write("年度: 2021\n地区: 甲区\n牵头单为: 乙\n领域: [{名称: 经济, 任务: [{状态: 已完成}]}]\n完成率口径: 全部的\n", to: bad)
      let script = """
        import json, sys, glob, yaml, jsonschema
        schema = json.load(open(sys.argv[1]))
        validator = jsonschema.Draft202012Validator(schema)
        jsonschema.Draft202012Validator.check_schema(schema)
        class Text(yaml.SafeLoader): pass
        Text.yaml_implicit_resolvers = {k: [r for r in v if 'timestamp' not in r[0]] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}
        for file in sorted(glob.glob(sys.argv[2] + '/*.yaml')):
            faults = list(validator.iter_errors(yaml.load(open(file), Text)))
            assert not faults, (file, faults[0].message)
        print(len(list(validator.iter_errors(yaml.load(open(sys.argv[3]), Text)))))
        """
      let outcome = try ExternalTool.run([
        "python3", "-c", script, schema.path, Workplace.repository.appending(path: "seeds").path, bad.path,
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(String(decoding: outcome.output, as: UTF8.self) == "3\n")
    }
  }
}
