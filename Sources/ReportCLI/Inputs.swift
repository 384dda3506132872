import Foundation
import ReportModel
import ReportReaders

/// 输入: files by the names the user gave; `-` is standard input.
enum Inputs {
  /// Reads a ledger.
  static func ledger(_ name: String) throws -> SourcedReport {
    guard name == "-" else { return try LedgerReader().read(URL(filePath: name)) }
    let bytes = try FileHandle.standardInput.read(upToCount: LedgerReader.largestFile + 1) ?? Data()
    return try LedgerReader().read([UInt8](bytes), file: Self.name(name))
  }

  /// Reads a document.
  static func text(_ name: String) throws -> (text: SourceText, notes: [Diagnostic]) {
    guard name == "-" else { return try SourceTextReader.read(URL(filePath: name)) }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    return try SourceTextReader.read([UInt8](bytes), name: Self.name(name))
  }

  /// Reads the bytes of a workbook.
  static func workbook(_ name: String) throws(InvalidInput) -> [UInt8] {
    try WorkbookBytes.read(URL(filePath: name))
  }

  /// What an input is that may be a report or a table.
  enum Source {
    /// The bytes of a workbook.
    case workbook([UInt8])
    /// A document.
    case text(SourceText, notes: [Diagnostic])
  }

  /// Reads a report or a table: a workbook by its content, or by its name where the content is none.
  static func source(_ name: String) throws -> Source {
    if name == "-" {
      let bytes = [UInt8](try FileHandle.standardInput.read(upToCount: WorkbookBytes.most + 1) ?? Data())
      if WorkbookBytes.isWorkbook(bytes) { return .workbook(bytes) }
      let (text, notes) = try SourceTextReader.read(bytes, name: Self.name(name))
      return .text(text, notes: notes)
    }
    let ending = URL(filePath: name).pathExtension.lowercased()
    if ["xlsx", "xlsm", "xls", "et"].contains(ending) { return .workbook(try workbook(name)) }
    if hasZipMark(name) {
      let bytes = try workbook(name)
      if WorkbookBytes.isWorkbook(bytes) { return .workbook(bytes) }
    }
    let (text, notes) = try text(name)
    return .text(text, notes: notes)
  }

  /// Whether a file of some size begins as zip containers do.
  private static func hasZipMark(_ name: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: name) else { return false }
    defer { try? handle.close() }
    let size = (try? handle.seekToEnd()) ?? 0
    guard size <= WorkbookBytes.most, (try? handle.seek(toOffset: 0)) != nil else { return false }
    return (try? handle.read(upToCount: 4)) == Data([0x50, 0x4B, 0x03, 0x04])
  }

  /// The name of an input as messages show it.
  static func name(_ name: String) -> String { name == "-" ? "标准输入" : name }

  /// Whether two names mean one file.
  static func isSameFile(_ left: String, _ right: String) -> Bool {
    guard left != "-", right != "-" else { return left == right }
    return URL(filePath: left).resolvingSymlinksInPath().path
      == URL(filePath: right).resolvingSymlinksInPath().path
  }

  /// A path as the user would write it: relative to the current folder where that is shorter.
  static func shown(_ file: URL) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    let path = file.standardizedFileURL.path
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}

/// 模板文件夹: given by the user, or the one that came with the command.
enum TemplateFolder {
  /// Finds the folder: the given one; else beside the program (`../share/reform-report/Templates` of an installed one, or `Templates` in a
  /// folder above a built one).
  static func find(_ given: String?) throws(InvalidInput) -> URL {
    if let given {
      let folder = URL(filePath: given)
      guard Self.isFolder(folder) else { throw missing(given, "找不到这个模板文件夹", "请检查 --templates 后面的名字") }
      return folder
    }
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed = program.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/reform-report/Templates")
    if isFolder(installed) { return installed }
    var folder = program.deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "Templates")
      if FileManager.default.fileExists(atPath: candidate.appending(path: "report.md").path) {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    throw missing("Templates", "找不到随附的模板文件夹", "请用 --templates 指明它在哪里，或重新安装")
  }

  private static func isFolder(_ folder: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func missing(_ name: String, _ message: String, _ remedy: String) -> InvalidInput {
    InvalidInput([
      Diagnostic("template.missing", .error, at: .file(name), message, suggestions: [.init(remedy)])
    ])
  }
}
