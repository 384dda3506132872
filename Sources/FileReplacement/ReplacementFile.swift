#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// 系统错误: what the system said against writing a file.
public struct SystemFault: Error, Hashable, Sendable {
  /// The system's error number.
  public let number: Int32
}

/// 替换文件: a file that takes its target's place only when it is whole.
///
/// It is made beside the target, so that renaming stays inside one file system; until then, and after any failure,
/// the old file stands as it was.
public struct ReplacementFile: Sendable {
  /// Where it will end: the target itself, or what a link there points at.
  public let target: String
  /// Where it is written.
  public let path: String
  /// The folder of both.
  public let folder: String

  /// Makes the empty file beside its target, with the old file's access rights where there is one.
  /// - Throws: what the system says where the folder cannot be written to, or the target is a folder.
  public init(for name: String) throws(SystemFault) {
    let target = Self.resolved(name)
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    self.target = target
    self.folder = folder
    var old = stat()
    let exists = stat(target, &old) == 0
    if exists, old.st_mode & S_IFMT == S_IFDIR { throw SystemFault(number: EISDIR) }
    var attempt = 0
    while true {
      let path = folder + ".reform-\(getpid())-\(attempt).part"
      let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        if exists { _ = fchmod(descriptor, old.st_mode & 0o777) }
        close(descriptor)
        self.path = path
        return
      }
      guard errno == EEXIST, attempt < 10_000 else { throw SystemFault(number: errno) }
      attempt += 1
    }
  }

  /// Puts the file in its target's place.
  /// - Throws: what the system says; the old file stands then.
  public func commit() throws(SystemFault) {
    guard rename(path, target) == 0 else {
      let number = errno
      discard()
      throw SystemFault(number: number)
    }
  }

  /// Removes the file.
  public func discard() { unlink(path) }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
