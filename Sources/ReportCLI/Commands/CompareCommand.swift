import ArgumentParser
import Foundation
import ReportChecks
import ReportModel
import ReportReaders
import ReportWriters

/// `compare`: what changed from one year's report to the next.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "对照两年的报告或台账：领域、任务、数字、成果、延期事项和措辞有什么变化。",
    discussion: """
      例：
        reform-report compare 2023年报告.docx 2022年报告.docx
        reform-report compare 2023.yaml 2022.yaml --format xlsx -o 两年对照.xlsx
      先写今年的，再写上年的。报告可以是 docx、md、txt，也可以是台账；两份都是报告时才对照措辞。
      """)

  @Argument(help: ArgumentHelp("今年的报告或台账；- 表示标准输入。", valueName: "今年"))
  var this: String

  @Argument(help: ArgumentHelp("上年的报告或台账。", valueName: "上年"))
  var last: String

  @Option(help: ArgumentHelp("输出格式：md、xlsx。", valueName: "格式"))
  var format: Format = .md

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("输出到哪个文件；不写则输出到屏幕。", valueName: "文件"))
  var output: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md, xlsx
  }

  func validate() throws {
    if format == .xlsx, output == nil || output == "-" {
      throw ValidationError("--format xlsx 要用 -o 写明输出文件，例如 -o 两年对照.xlsx。")
    }
    if this == "-", last == "-" { throw ValidationError("标准输入（-）只能用一次。") }
    if let output, output != "-", [this, last].contains(where: { Inputs.isSameFile($0, output) }) {
      throw ValidationError("-o 写的是输入文件自己，会把它盖掉；请换一个名字。")
    }
  }

  func run() throws {
    try Failure.reported {
      if Inputs.isSameFile(this, last) {
        throw InvalidInput([
          Diagnostic(
            "compare.input", .error, at: .file(Inputs.name(last)), "今年的和上年的是同一个文件",
            suggestions: [.init("请在后面写上一年的报告或台账")])
        ])
      }
      let digests = try Failure.gathered([this, last]) { try Self.digest($0) }
      let comparison = YearComparison(of: digests[0], with: digests[1])
      for remark in comparison.remarks { Console.say("提示: \(remark)") }
      guard let output, output != "-" else {
        return print(ComparisonMarkdown.text(comparison), terminator: "")
      }
      var outputs = OutputSet()
      try outputs.add(URL(filePath: output)) { file in
        switch format {
        case .md: try Data(ComparisonMarkdown.text(comparison).utf8).write(to: file)
        case .xlsx: try ComparisonWorkbook(comparison).write(to: file)
        }
      }
      try outputs.commit()
      print(Inputs.shown(URL(filePath: output)))
    }
  }

  private static func digest(_ name: String) throws -> ReportDigest {
    var excerpts = SourceExcerpts()
    switch try CheckDocument.read(name, &excerpts) {
    case .draft(let draft): return ReportDigest(draft)
    case .ledger(let result): return ReportDigest(result, name: Inputs.name(name))
    }
  }
}
