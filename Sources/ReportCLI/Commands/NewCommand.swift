import ArgumentParser
import Foundation
import ReportModel
import ReportReaders
import ReportWriters

/// `new`: opens a new year's ledger from the last one's.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "由上年台账开出新年度台账，延期任务结转。",
    discussion: """
      例：
        reform-report new 2022 --from 2021.yaml -o 2022.yaml
      地区、领域、单位照旧；延期任务带着原因、延至时限和原任务编号结转；上年的标题、正文和数字不带入。
      要填的栏目都写着“待填”。不写 -o 时输出到标准输出；已有的文件不覆盖，除非加 --force。
      """)

  @Argument(help: ArgumentHelp("新年度，四位数字。", valueName: "年度"))
  var year: Int

  @Option(help: ArgumentHelp("上年台账（YAML）。", valueName: "台账"))
  var from: String

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("输出到哪个文件。", valueName: "文件"))
  var output = "-"

  @Flag(help: "输出文件已存在时覆盖它。")
  var force = false

  func validate() throws {
    guard (1949...2200).contains(year) else { throw ValidationError("年度写的是 \(year)；请写四位年份，例如 2022。") }
  }

  func run() throws {
    try Failure.reported {
      let last = try Inputs.ledger(from)
      let new = try NewYear(year, from: last, file: Inputs.name(from))
      Console.print(last.notes + new.notes)
      guard output != "-" else { return print(new.text, terminator: "") }
      let target = URL(filePath: output)
      try Outputs.refuseExisting([target], force: force, inputs: [from])
      var outputs = OutputSet()
      try outputs.add(target) { file in try Outputs.write(new.text, to: file) }
      try outputs.commit()
      print(Inputs.shown(target))
    }
  }
}
