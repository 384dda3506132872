import ArgumentParser

/// `form`: forms for the lead units, out and back.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "按牵头单位发出 Excel 填报表，收回后并入台账。",
    discussion: """
      例：
        reform-report form export 台账.yaml -o 填报表
        reform-report form collect 台账.yaml 交回/*.xlsx
      """,
    subcommands: [FormExportCommand.self, FormCollectCommand.self])
}
