#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that takes its target's place only when it is whole.
///
/// It is made beside the target, so that renaming stays inside one file system; until then, and after any failure,
/// the old file stands as it was.
struct ReplacementFile {
  /// Where it will end: the target itself, or what a link there points at.
  let target: String
  /// Where it is written.
  let path: String
  /// The folder of both.
  let folder: String
  /// The target as the caller named it.
  private let name: String

  /// Makes the empty file beside its target, with the old file's access rights where there is one.
  init(for name: String) throws(SpreadsheetError) {
    self.name = name
    let target = Self.resolved(name)
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    self.target = target
    self.folder = folder
    var old = stat()
    let exists = stat(target, &old) == 0
    if exists, old.st_mode & S_IFMT == S_IFDIR { throw .output(file: name, .isFolder) }
    var attempt = 0
    while true {
      let path = folder + ".xlsx-\(getpid())-\(attempt).tmp"
      let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        if exists { _ = fchmod(descriptor, old.st_mode & 0o777) }
        close(descriptor)
        self.path = path
        return
      }
      guard errno == EEXIST, attempt < 10_000 else { throw .output(file: name, Self.fault(errno)) }
      attempt += 1
    }
  }

  /// Puts the file in its target's place.
  func commit() throws(SpreadsheetError) {
    guard rename(path, target) == 0 else {
      let number = errno
      discard()
      throw .output(file: name, Self.fault(number))
    }
  }

  /// Removes the file.
  func discard() { unlink(path) }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The fault that a system error number stands for.
  static func fault(_ number: Int32) -> SpreadsheetError.OutputFault {
    switch number {
    case ENOENT, ENOTDIR: .noFolder
    case EISDIR: .isFolder
    case EACCES, EPERM, EROFS: .notAllowed
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    case ENAMETOOLONG: .nameTooLong
    default: .other(Int(number))
    }
  }
}
