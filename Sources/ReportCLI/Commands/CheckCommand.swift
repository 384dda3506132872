import ArgumentParser
import Foundation
import Glibc
import ReportChecks
import ReportModel
import ReportReaders
import ReportWriters

/// `check`: finds faults in a draft or in a ledger.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "核对文稿或台账：数字、序号、名称、错别字，与台账和上年报告是否相符。",
    discussion: """
      例：
        reform-report check 草稿.docx --ledger 台账.yaml --last-year 上年报告.docx
        reform-report check 台账.yaml
        reform-report check 草稿.md --format xlsx -o 问题清单.xlsx
        reform-report check 草稿.docx --format docx -o 草稿（批注）.docx
      文稿可以是 docx、md、txt，也可以直接核对台账。规则说明见 reform-report explain。
      与文稿或台账放在一起的“核对设置.yaml”可以关掉规则、改级别、免报个别问题。
      退出状态：0 没有错误；1 有错误（加 --strict 时警告也算）；2 文件读不了；3 写不出；64 用法不对。
      """)

  @Argument(help: ArgumentHelp("要核对的文稿或台账，可以有几个；- 表示标准输入。", valueName: "文稿"))
  var drafts: [String]

  @Option(help: ArgumentHelp("与文稿对照的台账。", valueName: "台账"))
  var ledger: String?

  @Option(help: ArgumentHelp("上年的报告或台账。", valueName: "文件"))
  var lastYear: String?

  @Option(help: ArgumentHelp("输出格式：text、json、sarif、xlsx（问题清单）、docx（把问题作为批注写进 Word 文稿的副本）。", valueName: "格式"))
  var format: Format = .text

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("输出到哪个文件；不写则输出到屏幕。", valueName: "文件"))
  var output: String?

  @Flag(help: "有警告也以状态 1 退出。")
  var strict = false

  @Option(help: ArgumentHelp("核对设置；不写则找与文稿放在一起的“核对设置.yaml”。", valueName: "文件"))
  var settings: String?

  @Option(help: ArgumentHelp("模板文件夹（词表在里面）；不写则用随附的。", valueName: "文件夹"))
  var templates: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, xlsx, docx
  }

  func validate() throws {
    if format == .xlsx || format == .docx, output == nil || output == "-" {
      throw ValidationError("--format \(format.rawValue) 要用 -o 写明输出文件，例如 -o 问题清单.\(format.rawValue)。")
    }
    if format == .docx, drafts.count > 1 { throw ValidationError("--format docx 一次只能核对一份文稿。") }
    if format == .docx, drafts == ["-"] { throw ValidationError("--format docx 要写明文稿的文件名，不能用 -。") }
    let inputs = drafts + [ledger, lastYear].compactMap { $0 }
    if inputs.count(where: { $0 == "-" }) > 1 { throw ValidationError("标准输入（-）只能用一次。") }
    if let output, output != "-", inputs.contains(where: { Inputs.isSameFile($0, output) }) {
      throw ValidationError("-o 写的是输入文件自己，会把它盖掉；请换一个名字。")
    }
  }

  func run() throws {
    var outcome = CheckOutcome()
    try Failure.reported {
      var excerpts = SourceExcerpts()
      outcome = try checked(&excerpts)
      try write(outcome, excerpts)
    }
    let failed = outcome.count(.error) > 0 || (strict && outcome.count(.warning) > 0)
    if failed { throw ExitCode(1) }
  }

  private func checked(_ excerpts: inout SourceExcerpts) throws -> CheckOutcome {
    if let same = drafts.first(where: { draft in lastYear.map { Inputs.isSameFile(draft, $0) } ?? false }) {
      throw Self.refusal(same, "上年报告与要核对的文稿是同一个文件", "请用 --last-year 给出上一年的报告或台账")
    }
    // To read the word lists and to lay them out takes as long as all else together: it is done beside the reading.
    let folder = try TemplateFolder.find(templates)
    let lists = OnDemand {
      Result {
        let terms = CheckTerms(try OfficeTermsReader().read(folder))
        terms.layOut()
        return terms
      }
    }.begun()
    var yardstick: SourcedReport?
    if let ledger {
      guard case .ledger(let result) = try CheckDocument.read(ledger, &excerpts) else {
        throw Self.refusal(ledger, "--ledger 后面的不是台账", "请给出 YAML 台账；报告可以先用 reform-report import 转成台账")
      }
      yardstick = result
    }
    var lastStudy: DraftStudy?
    var lastLedger: SourcedReport?
    switch try lastYear.map({ try CheckDocument.read($0, &excerpts) }) {
    case .draft(let draft): lastStudy = DraftStudy(draft)
    case .ledger(let result): lastLedger = result
    case nil: break
    }
    let run = CheckRun(
      settings: try CheckSurroundings.settings(settings, beside: drafts + [ledger].compactMap { $0 }))
    var outcome = CheckOutcome()
    for (number, name) in drafts.enumerated() {
      let input: CheckInput
      switch try CheckDocument.read(name, &excerpts) {
      case .draft(let draft):
        input = CheckInput(
          DraftStudy(draft), ledger: yardstick, lastYear: lastStudy, lastYearLedger: lastLedger,
          terms: try lists.value.get())
      case .ledger(let result):
        if ledger != nil { throw Self.refusal(name, "要核对的已经是台账，不能再用 --ledger 对照", "请去掉 --ledger，或给出文稿") }
        input = CheckInput(ledger: result, lastYearLedger: lastLedger, terms: try lists.value.get())
      }
      let result = run.run(input, excerpts: excerpts, onAllCores: true)
      outcome = number == 0 ? result : outcome.joined(with: result)
    }
    return outcome
  }

  private func write(_ outcome: CheckOutcome, _ excerpts: SourceExcerpts) throws {
    if format == .xlsx, let output {
      var outputs = OutputSet()
      try outputs.add(URL(filePath: output)) { try FindingsWorkbook(outcome, excerpts).write(to: $0) }
      try outputs.commit()
      Console.say(
        "问题清单：\(output)（错误\(outcome.count(.error))条、警告\(outcome.count(.warning))条、提示\(outcome.count(.note))条）"
      )
      return
    }
    if format == .docx, let output { return try writeComments(outcome, to: output) }
    let toFile = output != nil && output != "-"
    let text =
      switch format {
      case .json: try FindingsJSON.text(outcome)
      case .sarif: try FindingsSARIF.text(outcome, version: ReformReport.configuration.version)
      case .text, .xlsx, .docx:
        FindingsText(colour: !toFile && Console.outputTakesColour).text(outcome, excerpts)
      }
    guard toFile, let output else { return print(text, terminator: "") }
    var outputs = OutputSet()
    try outputs.add(URL(filePath: output)) { try Data(text.utf8).write(to: $0) }
    try outputs.commit()
  }

  /// A copy of the Word draft with each finding as a comment at its words.
  private func writeComments(_ outcome: CheckOutcome, to output: String) throws {
    let draft = try CheckDocument.bytes(of: drafts[0]) ?? []
    let commented = try CommentedDraft(draft, file: Inputs.name(drafts[0]), findings: outcome.findings)
    var outputs = OutputSet()
    try outputs.add(URL(filePath: output)) { try Outputs.write(Data(commented.bytes), to: $0) }
    try outputs.commit()
    Console.say("批注：\(output)（\(commented.count)条；原文稿没有改动）")
    if !commented.unplaced.isEmpty {
      Console.say("以下问题不在这份文稿里，没有写成批注：")
      Console.print(commented.unplaced)
    }
  }

  private static func refusal(_ name: String, _ message: String, _ remedy: String) -> InvalidInput {
    InvalidInput([
      Diagnostic(
        "check.input", .error, at: .file(Inputs.name(name)), message, suggestions: [.init(remedy)])
    ])
  }
}

extension CheckOutcome {
  /// Two outcomes of the same rules as one.
  fileprivate func joined(with other: CheckOutcome) -> CheckOutcome {
    var joined = self
    joined.findings += other.findings.filter { $0.rule != "settings.unused" || !findings.contains($0) }
    joined.silenced += other.silenced
    for count in other.recognised {
      if let place = joined.recognised.firstIndex(where: { $0.key == count.key }) {
        joined.recognised[place].count += count.count
      } else {
        joined.recognised.append(count)
      }
    }
    return joined
  }
}
