import ArgumentParser
import ReportReaders

/// `schema`: prints the JSON Schema of the ledger file.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "输出台账文件的 JSON Schema，供编辑器提示和补全。",
    discussion: """
      例：
        reform-report schema > ledger.schema.json
      在台账第一行写上下面一句，VS Code（装 YAML 插件）等编辑器就会提示栏目：
        # yaml-language-server: $schema=ledger.schema.json
      """)

  func run() throws {
    print(try LedgerJSONSchema.text(), terminator: "")
  }
}
