public import ArgumentParser

/// The command `reform-report`.
public struct ReformReport: ParsableCommand {
  /// What `--help` says of the command as a whole.
  public static let configuration = CommandConfiguration(
    commandName: "reform-report",
    abstract: "改革台账与年度总结报告：由台账写出报告和附件表，读入已有报告，核对草稿。",
    discussion: """
      例：
        reform-report build 台账.yaml -o 输出        由台账写出报告和附件表
        reform-report schema > ledger.schema.json    台账格式，供编辑器提示补全
      """,
    version: "0.1.0",
    subcommands: [BuildCommand.self, ImportCommand.self, NewCommand.self, SchemaCommand.self])

  /// A command without arguments.
  public init() {}
}
