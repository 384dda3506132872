import FileReplacement
public import Foundation
import Glibc
public import ReportModel

/// 一组输出: files that are written beside their targets and take their places together, once all of them are whole.
///
/// After a failure, or when nothing was committed, everything that stood there before still stands.
public struct OutputSet: ~Copyable {
  private var files: [(target: URL, replacement: ReplacementFile)] = []

  /// A set without files.
  public init() {}

  deinit {
    for file in files { file.replacement.discard() }
  }

  /// The targets in the order they were added.
  public var targets: [URL] { files.map(\.target) }

  /// Writes one more file; `body` gets the temporary place to write to.
  /// - Throws: what `body` throws, or `OutputFailure` where the folder cannot be written to or the target is in the way.
  public mutating func add(_ target: URL, _ body: (URL) throws -> Void) throws {
    let folder = target.deletingLastPathComponent()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder), isFolder.boolValue {
      throw OutputFailure(file: target.relativePath, "这个位置上有一个同名的文件夹", remedy: "请移走它，或用 -o 换一个位置")
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure(file: folder.relativePath, "文件夹建不了", remedy: "请检查上级文件夹的权限，或用 -o 换一个位置")
    }
    let replacement: ReplacementFile
    do {
      replacement = try ReplacementFile(for: target.path)
    } catch {
      throw OutputFailure.system(error.number, file: target)
    }
    files.append((target, replacement))
    do {
      try body(URL(filePath: replacement.path))
    } catch let failure as OutputFailure {
      throw OutputFailure(file: target.relativePath, failure.message, remedy: failure.remedy)
    } catch let failure as InvalidInput {
      throw InvalidInput(failure.diagnostics.map { Self.moved($0, to: target.relativePath) })
    }
  }

  /// A finding about a temporary file is one about its target.
  private static func moved(_ diagnostic: Diagnostic, to file: String) -> Diagnostic {
    var diagnostic = diagnostic
    if case .cell(_, let sheet, let reference) = diagnostic.place {
      diagnostic.place = .cell(file: file, sheet: sheet, reference: reference)
    } else if case .file = diagnostic.place {
      diagnostic.place = .file(file)
    }
    return diagnostic
  }

  /// Puts every file in its target's place.
  /// - Throws: `OutputFailure` at the first that cannot be put there.
  public mutating func commit() throws(OutputFailure) {
    while let file = files.first {
      do {
        try file.replacement.commit()
      } catch {
        throw .system(error.number, file: file.target)
      }
      files.removeFirst()
    }
  }
}

extension OutputFailure {
  /// What a system error number means for an output.
  static func system(_ number: Int32, file: URL) -> OutputFailure {
    let (message, remedy): (String, String) =
      switch number {
      case EACCES, EPERM: ("没有写入的权限", "请检查文件夹的权限，或用 -o 换一个位置")
      case EROFS: ("所在的磁盘是只读的", "请用 -o 换一个位置")
      case ENOSPC, EDQUOT: ("磁盘已满", "请清理磁盘，或用 -o 换一个位置")
      case ENAMETOOLONG: ("文件名太长", "请把台账文件改个短些的名字")
      case ENOENT, ENOTDIR: ("所在的文件夹不存在", "请先建好文件夹，或用 -o 换一个位置")
      default: ("文件写不了（\(String(cString: strerror(number)))）", "请检查磁盘和权限后再试")
      }
    return OutputFailure(file: file.relativePath, message, remedy: remedy)
  }

  /// Writes bytes to a file.
  /// - Throws: `OutputFailure` where the file cannot be written whole.
  static func write(_ bytes: some Sequence<UInt8>, to file: URL) throws(OutputFailure) {
    let descriptor = open(file.path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(errno, file: file) }
    var rest = Array(bytes)[...]
    var problem: Int32 = 0
    while !rest.isEmpty, problem == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { problem = errno }
    }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    guard problem == 0 else { throw .system(problem, file: file) }
  }
}
