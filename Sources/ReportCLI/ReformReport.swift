public import ArgumentParser

/// The command `reform-report`.
public struct ReformReport: ParsableCommand {
  /// What `--help` says of the command as a whole.
  public static let configuration = CommandConfiguration(
    commandName: "reform-report",
    abstract: "改革台账与年度总结报告：由台账写出报告和附件表，读入已有报告，核对草稿。",
    discussion: """
      例：
        reform-report build 台账.yaml -o 输出                  由台账写出报告和附件表
        reform-report import 上年总结.docx -o 上年.yaml        把写好的报告读成台账
        reform-report check 草稿.docx --ledger 台账.yaml       核对草稿
        reform-report compare 今年.docx 上年.docx              两年的报告有什么变化
        reform-report new 2022 --from 2021.yaml -o 2022.yaml   开出新年度台账
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self,
      ImportCommand.self,
      CheckCommand.self,
      ExplainCommand.self,
      CompareCommand.self,
      NewCommand.self,
      FormCommand.self,
      SchemaCommand.self,
    ])

  /// A command without arguments.
  public init() {}
}
