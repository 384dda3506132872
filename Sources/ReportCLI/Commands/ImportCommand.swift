import ArgumentParser
import Foundation
import ReportModel
import ReportReaders
import ReportWriters

/// `import`: reads a finished report into a ledger file.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "把写好的报告（txt、md、docx）或任务表（xlsx）读成台账。",
    discussion: """
      例：
        reform-report import 2021年总结.docx -o 2021.yaml
        reform-report import 任务表.xlsx -o 2021.yaml
      推测出来的栏目都标“待核”，请逐处核对；最后会说明读到多少、推测多少、哪些句子没有归处。
      同一地方同一年度的几份材料可以一起读入，并成一份台账。不写 -o 时输出到标准输出。
      """)

  @Argument(help: ArgumentHelp("报告或报道，可以有几份；- 表示标准输入。", valueName: "文件"))
  var sources: [String]

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("输出到哪个台账文件。", valueName: "文件"))
  var output = "-"

  @Option(help: ArgumentHelp("材料所写的年度；不写则从文中判断。", valueName: "年度"))
  var year: Int?

  @Flag(help: "输出文件已存在时覆盖它。")
  var force = false

  @Option(help: ArgumentHelp("模板文件夹；不写则用随附的模板。", valueName: "文件夹"))
  var templates: String?

  func run() throws {
    try Failure.reported {
      let read = try Failure.gathered(sources) { (name: $0, source: try Inputs.source($0)) }
      if read.count == 1, case .workbook(let bytes) = read[0].source { return try importTables(bytes) }
      let terms = try DomainTerms(file: TemplateFolder.find(templates).appending(path: "domains.yaml"))
      let imports = try Failure.gathered(read) { name, source in
        switch source {
        case .workbook(let bytes):
          let report = try WorkbookReader(year: year).read(bytes, file: Inputs.name(name))
          return Imported(source: name, report: report)
        case .text(let text, let notes):
          let imported = try DraftImport(terms: terms, year: year).report(
            from: ProseReader(terms: terms).draft(from: text))
          return Imported(source: name, report: imported.report, summary: imported.summary, notes: notes)
        }
      }
      let merged = try ReportMerge.merged(imports.map { ($0.report, file: Inputs.name($0.source)) })
      for item in imports { Console.print(item.notes + item.report.notes) }
      Console.print(merged.notes)
      let text = writer.text(of: merged.report)
      try write { sink in try sink(text) }
      for item in imports {
        if imports.count > 1 { Console.say(Inputs.name(item.source)) }
        for line in item.lines { Console.say(line) }
      }
    }
  }

  private var writer: LedgerWriter {
    let names = sources.map { Inputs.name($0) }.joined(separator: "、")
    return LedgerWriter(preamble: ["由 \(names) 读入；标“待核”的栏目是推测的，请逐处核对。"])
  }

  /// Writes to standard output, or to a file that takes its place when it is whole.
  private func write(_ body: ((String) throws -> Void) throws -> Void) throws {
    guard output != "-" else { return try body { print($0, terminator: "") } }
    let target = URL(filePath: output)
    try Outputs.refuseExisting([target], force: force, inputs: sources)
    var outputs = OutputSet()
    try outputs.add(target) { file in try Outputs.write(to: file, body) }
    try outputs.commit()
    print(Inputs.shown(target))
  }

  /// Reads one workbook: its rows become lines of the ledger one by one, so that long tables need little memory.
  private func importTables(_ bytes: [UInt8]) throws {
    let tables = try WorkbookReader(year: year).tables(bytes, file: Inputs.name(sources[0]))
    Console.print(tables.notes)
    var guesses = 0
    try write { sink in guesses = try writer.write(tables, to: sink) }
    let read = Imported.words(
      domains: tables.outline.domains.count, tasks: tables.taskCount,
      outputs: tables.outline.outputs.count, guesses: guesses)
    for line in read { Console.say(line) }
  }

  /// One source as it was read.
  private struct Imported {
    var source: String
    var report: SourcedReport
    var summary: ImportSummary?
    var notes: [Diagnostic] = []

    /// What was read of it, in a clerk's words.
    var lines: [String] {
      if let summary { return summary.lines(for: report.report) }
      let tasks = report.report.tasks
      let guesses = tasks.reduce(report.report.origin.toVerify.count) { $0 + $1.origin.toVerify.count }
      return Self.words(
        domains: report.report.domains.count, tasks: tasks.count, outputs: report.report.outputs.count,
        guesses: guesses)
    }

    static func words(domains: Int, tasks: Int, outputs: Int, guesses: Int) -> [String] {
      [
        "读到：领域\(domains)个，任务\(tasks)项，制度性成果\(outputs)项",
        "推测：\(guesses)处，已标“待核”，请逐处核对",
      ]
    }
  }
}
