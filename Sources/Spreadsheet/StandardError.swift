import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// 标准错误: libxlsxwriter prints English lines there when it fails, which a clerk must not see: our own message follows.
enum StandardError {
  /// How many calls are silenced at the moment, and where the lines went before.
  private static let silence = Mutex((calls: 0, kept: Int32(-1)))

  /// Calls `body` while nothing of this process reaches standard error.
  static func silenced<Result>(_ body: () -> Result) -> Result {
    silence.withLock { silence in
      silence.calls += 1
      guard silence.calls == 1 else { return }
      let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
      guard nowhere >= 0 else { return }
      silence.kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
      if silence.kept >= 0 { dup2(nowhere, STDERR_FILENO) }
      close(nowhere)
    }
    defer {
      silence.withLock { silence in
        silence.calls -= 1
        guard silence.calls == 0, silence.kept >= 0 else { return }
        dup2(silence.kept, STDERR_FILENO)
        close(silence.kept)
        silence.kept = -1
      }
    }
    return body()
  }
}
