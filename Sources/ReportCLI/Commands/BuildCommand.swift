import ArgumentParser
import Foundation
import ReportModel
import ReportReaders
import ReportWriters

/// `build`: writes the report and its attachment tables from ledgers.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "由台账写出年度总结报告和附件表。",
    discussion: """
      例：
        reform-report build 台账.yaml -o 输出
        reform-report build 甲区.yaml 乙区.yaml -o 输出 --format md,xlsx
        reform-report build 台账.yaml -o 输出 --format docx,pdf
      输出文件与台账同名，已有的旧文件会被替换。台账写 - 表示从标准输入读入；-o - 表示写到标准输出（只限一个台账、一种格式）。
      """)

  @Argument(help: ArgumentHelp("台账文件（YAML），可以有几个。", valueName: "台账"))
  var ledgers: [String]

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("输出到哪个文件夹。", valueName: "文件夹"))
  var output = "."

  @Option(
    help: ArgumentHelp(
      "输出格式，用逗号分开：\(allWriters.map(\.format).joined(separator: "、"))，不写则全部输出；"
        + "另有 \(writersOnDemand.map(\.format).joined(separator: "、"))，要写明才输出，需装有 LibreOffice。",
      valueName: "格式"))
  var format: String?

  @Option(help: ArgumentHelp("模板文件夹；不写则用随附的模板。", valueName: "文件夹"))
  var templates: String?

  func validate() throws {
    _ = try writers()
    let names = ledgers.map(Self.stem)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("有两个台账都叫“\(twice)”，输出会互相覆盖；请分两次运行，输出到不同的文件夹。")
    }
    if output == "-", try ledgers.count != 1 || writers().count != 1 {
      throw ValidationError("-o - 只能用于一个台账、一种格式，例如 --format md。")
    }
  }

  func run() throws {
    try Failure.reported {
      let reports = try Failure.gathered(ledgers) { ledger in
        let result = try Inputs.ledger(ledger)
        Console.print(result.notes + BuildNotes.notes(result, file: Inputs.name(ledger)))
        return result.report
      }
      let templates = try Templates(folder: TemplateFolder.find(self.templates))
      var outputs = OutputSet()
      let folder = URL(filePath: output == "-" ? FileManager.default.temporaryDirectory.path : output)
      var progress = Progress("正在写出", total: reports.count * (try writers().count))
      for (ledger, report) in zip(ledgers, reports) {
        let document = ReportDocument(report, templates: templates)
        for writer in try writers() {
          try outputs.add(folder.appending(path: "\(Self.stem(ledger)).\(writer.format)")) { file in
            try writer.write(document, to: file)
            if output == "-" { try Console.copyToOutput(file) }
          }
          progress.step()
        }
      }
      progress.finish()
      guard output != "-" else { return }
      let targets = outputs.targets
      try outputs.commit()
      for target in targets { print(Inputs.shown(target)) }
      for writer in try writers() {
        let files = targets.filter { $0.pathExtension == writer.format }
        Console.print(writer.notes(on: files, templates: templates))
      }
    }
  }

  private func writers() throws -> [any ReportWriter] {
    guard let format else { return allWriters }
    let wanted = format.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    let writers = allWriters + writersOnDemand
    let known = writers.map(\.format)
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      let near = nearestName(to: unknown, among: known).map { ",是否指 \($0)?" } ?? "。"
      throw ValidationError("没有“\(unknown)”这种格式\(near)可用的格式：\(known.joined(separator: "、"))")
    }
    guard !wanted.isEmpty else {
      throw ValidationError("--format 后面没有写格式。可用的格式：\(known.joined(separator: "、"))")
    }
    return writers.filter { wanted.contains($0.format) }
  }

  /// The name of the outputs: that of the ledger without its ending.
  private static func stem(_ ledger: String) -> String {
    ledger == "-" ? "报告" : URL(filePath: ledger).deletingPathExtension().lastPathComponent
  }
}
