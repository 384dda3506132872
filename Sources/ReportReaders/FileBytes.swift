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
    let bytes = try bytes(of: handle, upTo: limit + 1)
    guard !bytes.isEmpty else { throw fault("empty", "文件是空的", "请确认文件已经保存") }
    guard bytes.count <= limit else {
      let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? bytes.count
      throw InvalidInput.tooLarge(name, size, limit: limit)
    }
    return bytes
  } catch let fault as InvalidInput {
    throw fault
  } catch {
    throw fault("unreadable", "文件打不开", "请确认有读取权限，且文件没有被移走")
  }
}

/// The bytes of an open file, read straight into place; what has no length (a pipe) is read piece by piece.
private func bytes(of handle: FileHandle, upTo most: Int) throws -> [UInt8] {
  let length = (try? handle.seekToEnd()).map { min(Int($0), most) } ?? 0
  guard length > 0 else { return [UInt8](try handle.read(upToCount: most) ?? Data()) }
  try handle.seek(toOffset: 0)
  return try [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
    while count < length {
      let step = read(handle.fileDescriptor, buffer.baseAddress! + count, length - count)
      guard step >= 0 else { throw CocoaError(.fileReadUnknown) }
      guard step > 0 else { return }
      count += step
    }
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
