import Foundation
import ReportModel

/// 输出: files that are only written where nothing is lost by it.
enum Outputs {
  /// Refuses to replace files without `--force`, and inputs always.
  /// - Throws: `OutputFailure` at the first file that is in the way.
  static func refuseExisting(_ targets: [URL], force: Bool, inputs: [String] = []) throws(OutputFailure) {
    let read = Set(inputs.filter { $0 != "-" }.map { resolved(URL(filePath: $0)) })
    for target in targets {
      if read.contains(resolved(target)) {
        throw OutputFailure(
          file: Inputs.shown(target), "输出和输入是同一个文件", remedy: "请用 -o 换一个文件名")
      }
      if !force, FileManager.default.fileExists(atPath: target.path) {
        throw OutputFailure(
          file: Inputs.shown(target), "文件已存在，没有覆盖", remedy: "请换一个文件名；确要覆盖，请加 --force")
      }
    }
  }

  /// Writes text to a file that is not yet in its place.
  /// - Throws: `OutputFailure` where it cannot be written whole.
  static func write(_ text: String, to file: URL) throws(OutputFailure) {
    try write(Data(text.utf8), to: file)
  }

  /// Writes bytes to a file that is not yet in its place.
  /// - Throws: `OutputFailure` where it cannot be written whole.
  static func write(_ data: Data, to file: URL) throws(OutputFailure) {
    do {
      try data.write(to: file)
    } catch {
      throw OutputFailure(file: Inputs.shown(file), "文件写不了", remedy: "请检查磁盘空间和文件夹权限，或用 -o 换一个位置")
    }
  }

  /// Writes pieces of text to a file that is not yet in its place.
  /// - Throws: `OutputFailure` where it cannot be written whole, and what `body` throws.
  static func write(to file: URL, _ body: ((String) throws -> Void) throws -> Void) throws {
    try write(Data(), to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try body { piece in
      do {
        try handle.write(contentsOf: Data(piece.utf8))
      } catch {
        throw OutputFailure(file: Inputs.shown(file), "文件写不了", remedy: "请检查磁盘空间和文件夹权限，或用 -o 换一个位置")
      }
    }
  }

  private static func resolved(_ file: URL) -> String {
    file.resolvingSymlinksInPath().standardizedFileURL.path
  }
}
