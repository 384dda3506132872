import Foundation
import Glibc

/// 外部程序: a program of the system that does what we do not do ourselves (LibreOffice, fontconfig, poppler).
///
/// It runs in a process group of its own: LibreOffice starts further processes, and when its time is over all of
/// them end.
enum ExternalProgram {
  /// What became of a run.
  enum Outcome: Equatable {
    /// It ended with this exit status; what it wrote on standard output.
    case ended(Int32, output: String)
    /// It was stopped when its time was over.
    case outOfTime
    /// It could not be started.
    case notStarted
  }

  /// The path of a program, or nil where none of that name can be run.
  static func find(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program to its end. Its standard error is not shown.
  static func run(_ program: String, _ arguments: [String], seconds: Int) -> Outcome {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .notStarted }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    guard let child = start(program, arguments, output: ends[1]) else {
      close(ends[1])
      return .notStarted
    }
    close(ends[1])
    let end = ContinuousClock.now + .seconds(seconds)
    var output: [UInt8] = []
    let isWhole = drain(ends[0], into: &output, until: end)
    var status: Int32 = 0
    // Output may be closed before the program ends.
    while isWhole, ContinuousClock.now < end {
      let done = waitpid(child, &status, WNOHANG)
      if done == child {
        // Exit status in the second byte; a signal in the first.
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return .ended(code, output: String(decoding: output, as: UTF8.self))
      }
      if done < 0, errno != EINTR { return .notStarted }
      usleep(2_000)
    }
    kill(-child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return .outOfTime
  }

  private static func start(_ program: String, _ arguments: [String], output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, &attributes, words, environ) == 0 else { return nil }
    return child
  }

  /// Reads until the other end closes; false where the time was over before.
  private static func drain(
    _ descriptor: Int32, into output: inout [UInt8], until end: ContinuousClock.Instant
  )
    -> Bool
  {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let left = (end - ContinuousClock.now).components
      let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { return false }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(clamping: milliseconds))
      if ready < 0, errno != EINTR { return false }
      guard ready > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return true }
      if count < 0, errno != EINTR { return false }
      if count > 0 { output += buffer[..<count] }
    }
  }
}
