import ArgumentParser
import Foundation
import ReportModel
import ReportReaders
import ReportWriters

/// `form collect`: merges filled forms into the ledger they came from.
struct FormCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "把交回的填报表并入台账。",
    discussion: """
      例：
        reform-report form collect 台账.yaml 交回/*.xlsx
        reform-report form collect 台账.yaml 交回/*.xlsx 台账-待定.xlsx     按待定表里的决定再收一次
      改动直接写入台账（台账里的注释和次序不变），或用 -o 另存。每项改动都会列出。
      台账和表都改过的、答复不一致的、认不出的，一律不猜：列入待定表，退出状态为 1，台账不动。
      """)

  @Argument(help: ArgumentHelp("台账文件（YAML）。", valueName: "台账"))
  var ledger: String

  @Argument(help: ArgumentHelp("交回的填报表，以及作出决定的待定表（xlsx）。", valueName: "表"))
  var forms: [String]

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("台账另存为哪个文件；不写则改原文件。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("待定表写到哪个文件；不写则写在台账旁边。", valueName: "文件"))
  var pending: String?

  func validate() throws {
    guard ledger != "-" || output != nil else {
      throw ValidationError("台账从标准输入读入时，请用 -o 写明另存为哪个文件（- 表示标准输出）。")
    }
    guard !forms.isEmpty else { throw ValidationError("没有写要收的填报表。") }
    guard !forms.contains("-") else { throw ValidationError("填报表不能从标准输入读入。") }
  }

  func run() throws {
    try Failure.reported {
      let file = try ledgerFile()
      let files = try Failure.gathered(Array(Set(forms)).sorted()) { name in
        (name: name, bytes: try Inputs.workbook(name))
      }
      let collection = try FormCollection(files, into: file.content.report)
      Console.print(file.content.notes + collection.diagnostics)
      let changed = collection.isCertain ? try file.changed(collection.edits) : nil
      list(collection)
      tellUnits(collection)
      guard let changed else {
        if !collection.conflicts.isEmpty { try writePending(collection.conflicts, of: file.content.report) }
        let pending = collection.conflicts.count
        Console.say("台账没有改动：" + (pending > 0 ? "有\(pending)项待定。" : "上面的错误要先改正。"))
        throw ExitCode(1)
      }
      try write(changed, isSame: changed == file.bytes)
    }
  }

  private func ledgerFile() throws -> LedgerFile {
    guard ledger == "-" else { return try LedgerFile(URL(filePath: ledger)) }
    let bytes = try FileHandle.standardInput.read(upToCount: LedgerReader.largestFile + 1) ?? Data()
    return try LedgerFile([UInt8](bytes), file: Inputs.name("-"))
  }

  private func write(_ bytes: [UInt8], isSame: Bool) throws {
    if output == "-" {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      return
    }
    guard !isSame || output != nil else { return Console.say("没有需要并入的改动，台账未变。") }
    // A link is followed, so that the file it names is replaced and not the link.
    let target = URL(filePath: output ?? ledger).resolvingSymlinksInPath()
    let rights = try? FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions]
    var outputs = OutputSet()
    try outputs.add(target) { file in
      try Outputs.write(Data(bytes), to: file)
      if let rights {
        try? FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path)
      }
    }
    try outputs.commit()
    Console.say("已写入 \(Inputs.shown(target))。")
  }

  /// The changes, one a line: task, field, before, after, cell.
  private func list(_ collection: FormCollection) {
    for change in collection.changes {
      let name = [change.task.number, change.task.name].compactMap { $0 }.joined(separator: " ")
      let before = change.before.isEmpty ? FormConflict.blank : change.before
      let after = change.after.isEmpty ? FormConflict.blank : change.after
      let line =
        "\(name)\t\(change.topic.rawValue)\t\(Self.oneLine(before))\t→\t\(Self.oneLine(after))\t\(change.source.map(\.description) ?? "")"
      if output == "-" { Console.say(line) } else { print(line) }
    }
    for conflict in collection.conflicts {
      let name = [conflict.number, conflict.name].compactMap { $0 }.joined(separator: " ")
      var text = "待定：\(name) \(conflict.topic.rawValue)：\(conflict.reason)"
      for candidate in conflict.candidates {
        let what = candidate.text.isEmpty ? FormConflict.blank : Self.oneLine(candidate.text)
        text += "\n    \(candidate.place.map(\.description) ?? "台账"): \(what)"
      }
      Console.say(text)
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.replacing("\n", with: " / ").replacing("\t", with: " ")
  }

  private func tellUnits(_ collection: FormCollection) {
    if !collection.silentUnits.isEmpty {
      Console.say(
        "没有交表的单位（\(collection.silentUnits.count)个）：\(collection.silentUnits.joined(separator: "、"))")
    }
    if !collection.unchangedUnits.isEmpty {
      Console.say("交了表而没有改动的单位：\(collection.unchangedUnits.joined(separator: "、"))")
    }
    for (unit, tasks) in collection.missingTasks.sorted(by: { $0.key < $1.key }) {
      Console.say("\(unit)交回的表里缺任务：\(tasks.joined(separator: "、"))")
    }
  }

  /// Writes the table to decide in, beside those that are there already: they may hold decisions.
  private func writePending(_ conflicts: [FormConflict], of report: Report) throws {
    let target: URL
    if let pending {
      target = URL(filePath: pending)
      try Outputs.refuseExisting([target], force: false, inputs: [ledger] + forms)
    } else {
      let base = URL(filePath: ledger == "-" ? "台账" : ledger).deletingPathExtension()
      let names = [base.path + "-待定.xlsx"] + (2...999).map { base.path + "-待定\($0).xlsx" }
      guard let free = names.first(where: { !FileManager.default.fileExists(atPath: $0) }) else {
        throw OutputFailure(file: names[0], "旧的待定表太多", remedy: "请移走旧的待定表")
      }
      target = URL(filePath: free)
    }
    var outputs = OutputSet()
    try outputs.add(target) { file in
      try ConflictWorkbook(conflicts, of: report).write(to: file.path)
    }
    try outputs.commit()
    Console.say("待定表：\(Inputs.shown(target))。请在“采用”栏选定后，连同原来的表再收一次。")
  }
}
