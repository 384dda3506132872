import ArgumentParser
import Foundation
import ReportModel
import ReportWriters

/// `form export`: one workbook a lead unit, and a list of who got what.
struct FormExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "每个牵头单位写出一个填报表，另有一份发放清单。",
    discussion: """
      例：
        reform-report form export 台账.yaml -o 填报表
      各表只有本单位牵头的任务；状态、进展情况、制度性成果、文号、延期原因、延至、备注可以填写，其余锁定。
      文件夹里已有同名文件时不覆盖，除非加 --force。
      """)

  @Argument(help: ArgumentHelp("台账文件（YAML）。", valueName: "台账"))
  var ledger: String

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("输出到哪个文件夹。", valueName: "文件夹"))
  var output: String

  @Flag(help: "输出文件已存在时覆盖它们。")
  var force = false

  @Option(help: ArgumentHelp("模板文件夹；不写则用随附的模板。", valueName: "文件夹"))
  var templates: String?

  func run() throws {
    try Failure.reported {
      let result = try Inputs.ledger(ledger)
      let report = result.report
      Console.print(result.notes)
      let layout = try AttachmentLayout(
        file: TemplateFolder.find(templates).appending(path: "attachments.yaml"))
      let package = FormPackage(report, layout: layout)
      guard !package.forms.isEmpty else {
        throw InvalidInput([
          Diagnostic(
            "form.no-tasks", .error, at: .file(Inputs.name(ledger)), "台账里没有任务，没有可发的填报表",
            suggestions: [.init("请先在“领域”下列出任务")])
        ])
      }
      Console.print(notes(report, result.places))
      let folder = URL(filePath: output)
      let targets = [FormPackage.indexName] + package.forms.map(\.fileName)
      try Outputs.refuseExisting(targets.map { folder.appending(path: $0) }, force: force)
      var outputs = OutputSet()
      try outputs.add(folder.appending(path: FormPackage.indexName)) { file in
        try package.writeIndex(to: file.path)
      }
      var progress = Progress("正在写出填报表", total: package.forms.count)
      for form in package.forms {
        try outputs.add(folder.appending(path: form.fileName)) { file in
          try package.write(form, to: file.path)
        }
        progress.step()
      }
      progress.finish()
      let written = outputs.targets
      try outputs.commit()
      for target in written { print(Inputs.shown(target)) }
      leftovers(in: folder, beside: Set(targets))
    }
  }

  /// Tasks that no unit answers for, and tasks that only their name tells apart.
  private func notes(_ report: Report, _ places: [FieldPath: SourcePlace]) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    var names: Set<String> = []
    for (d, domain) in report.domains.enumerated() {
      for (t, task) in domain.tasks.enumerated() {
        let path = FieldPath().field("领域").item(d).field("任务").item(t)
        let place = places[path] ?? .file(Inputs.name(ledger))
        if task.leadUnit == nil {
          notes.append(
            Diagnostic(
              "form.no-unit", .warning, at: place, "“\(task.name)”没有牵头单位，列入“未注明牵头单位”的表",
              suggestions: [.init("请补上牵头单位后重新发出")]))
        }
        if task.number == nil, !names.insert(task.name).inserted {
          notes.append(
            Diagnostic(
              "form.same-name", .warning, at: place, "有两项任务都叫“\(task.name)”又没有编号，收回时分不清",
              suggestions: [.init("请给任务编号后重新发出")]))
        }
      }
    }
    return notes
  }

  /// Forms of an earlier export that this one has no use for.
  private func leftovers(in folder: URL, beside written: Set<String>) {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let old = found.filter { name in
      name.hasSuffix(".xlsx") && !written.contains(name) && name.prefix { $0.isNumber }.count >= 2
    }.sorted()
    guard !old.isEmpty else { return }
    Console.print([
      Diagnostic(
        "form.leftover", .warning, at: .file(output), "文件夹里还有以前的填报表：\(old.joined(separator: "、"))",
        suggestions: [.init("请移走，以免误发")])
    ])
  }
}
