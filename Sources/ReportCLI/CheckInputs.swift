import Foundation
import ReportChecks
import ReportModel
import ReportReaders

/// 核对的输入: a draft or a ledger, known by its content, with the lines that findings point at.
enum CheckDocument {
  case draft(Draft)
  case ledger(SourcedReport)

  /// Reads a document and adds its lines to `excerpts`; notes of reading go to standard error.
  static func read(_ name: String, _ excerpts: inout SourceExcerpts) throws -> CheckDocument {
    let shown = Inputs.name(name)
    let bytes = try bytes(of: name)
    if let bytes, isLedger(bytes, name: name) || isLedgerName(name) {
      let result = try LedgerReader().read(bytes, file: shown)
      if let text = try? decodedText(bytes) { excerpts.add(text, file: shown) }
      Console.print(result.notes)
      return .ledger(result)
    }
    let source =
      if let bytes { try SourceTextReader.read(bytes, name: shown) } else {
        try SourceTextReader.read(URL(filePath: name))
      }
    Console.print(source.notes)
    excerpts.add(source.text)
    return .draft(ProseReader().draft(from: source.text))
  }

  /// The bytes of standard input or of a file that can be read; nil leaves the telling to the reader.
  static func bytes(of name: String) throws -> [UInt8]? {
    if name == "-" {
      return [UInt8](try FileHandle.standardInput.read(upToCount: LedgerReader.largestFile + 1) ?? Data())
    }
    guard let handle = FileHandle(forReadingAtPath: name) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: LedgerReader.largestFile + 1), !data.isEmpty,
      data.count <= LedgerReader.largestFile
    else { return nil }
    return [UInt8](data)
  }

  private static func isLedgerName(_ name: String) -> Bool {
    ["yaml", "yml"].contains(URL(filePath: name).pathExtension.lowercased())
  }

  /// Whether a text opens like a ledger: one of its first fields at the start of a line.
  private static func isLedger(_ bytes: [UInt8], name: String) -> Bool {
    guard let text = try? decodedText(Array(bytes.prefix(4096))) else { return false }
    let fields = ["年度", "地区", "领域", "完成率口径", "报告单位"]
    var found = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let key = line.prefix { $0 != ":" && $0 != "\u{FF1A}" }
      if key.count < line.count, fields.contains(key.trimmingCharacters(in: .whitespaces)) { found += 1 }
    }
    return found >= 2
  }

  private static func decodedText(_ bytes: [UInt8]) throws -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

/// 核对设置和词表: what an office laid beside its files.
enum CheckSurroundings {
  /// The settings: the given file, or the one beside the draft or the ledger.
  static func settings(_ given: String?, beside names: [String]) throws -> CheckSettings {
    let places = names.filter { $0 != "-" }.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: CheckSettingsReader.fileName)
    }
    let file =
      given.map { URL(filePath: $0) } ?? places.first { FileManager.default.fileExists(atPath: $0.path) }
    guard let file else { return CheckSettings() }
    let settings = try CheckSettingsReader().read(file)
    let unknown = settings.unknownRules()
    guard unknown.isEmpty else {
      throw InvalidInput(
        unknown.map { name in
          let near = nearestName(to: name, among: allChecks.map(\.about.id)).map { ",是否指 \($0)?" } ?? ""
          return Diagnostic(
            "settings.unknown-rule", .error, at: .file(file.relativePath), "没有“\(name)”这条规则\(near)",
            suggestions: [.init("规则名见 reform-report explain")])
        })
    }
    return settings
  }
}
