import Foundation
import ReportModel

/// Reads a whole input file, or says in a clerk's words why not.
/// - Throws: `InvalidInput` for a missing file, a folder, a file that may not be read or is too large.
func readBytes(of file: URL, limit: Int, kind: String) throws(InvalidInput) -> [UInt8] {
  let name = file.relativePath
  func fault(_ rule: String, _ message: String, _ remedy: String) -> InvalidInput {
    InvalidInput([Diagnostic("input.\(rule)", .error, at: .file(name), message, suggestions: [.init(remedy)])]
    )
  }
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
    throw fault("missing", "找不到这个文件", "请检查文件名和所在文件夹")
  }
  guard !isFolder.boolValue else { throw fault("folder", "这是一个文件夹，不是\(kind)文件", "请给出其中的文件") }
  do {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    guard let data = try handle.read(upToCount: limit + 1), !data.isEmpty else {
      throw fault("empty", "文件是空的", "请确认文件已经保存")
    }
    guard data.count <= limit else {
      let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? data.count
      throw InvalidInput.tooLarge(name, size, limit: limit)
    }
    return [UInt8](data)
  } catch let fault as InvalidInput {
    throw fault
  } catch {
    throw fault("unreadable", "文件打不开", "请确认有读取权限，且文件没有被移走")
  }
}

extension InvalidInput {
  /// A file beyond what is read.
  static func tooLarge(_ file: String, _ size: Int, limit: Int) -> InvalidInput {
    InvalidInput([
      Diagnostic(
        "input.too-large", .error, at: .file(file), "文件有 \(size >> 20) MB，超过 \(limit >> 20) MB 的上限",
        suggestions: [.init("请确认这是所要的文件；一份台账通常不到 1 MB")])
    ])
  }
}
