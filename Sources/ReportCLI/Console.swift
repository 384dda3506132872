import Foundation
import Glibc
import ReportModel

/// 终端: what the command says beside its data. Everything goes to standard error; colour only on a terminal.
enum Console {
  /// Prints diagnostics, each with its place and what to do.
  static func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      var text = "\(diagnostic.place): \(coloured(diagnostic.severity)): \(diagnostic.message)"
      if let explanation = diagnostic.explanation { text += "\n    \(explanation)" }
      for related in diagnostic.related { text += "\n    \(related.place): \(related.message)" }
      for suggestion in diagnostic.suggestions { text += "\n    → \(suggestion.summary)" }
      say(text)
    }
  }

  /// Prints one line on standard error.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Copies a finished file to standard output.
  static func copyToOutput(_ file: URL) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(contentsOf: file))
  }

  /// Whether standard error is a terminal that takes colours and moves its cursor.
  static let isTerminal: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
  }()

  private static let takesColour =
    isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

  /// Whether standard output is a terminal that takes colours.
  static let outputTakesColour: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
      && (environment["NO_COLOR"] ?? "").isEmpty
  }()

  private static func coloured(_ severity: Severity) -> String {
    guard takesColour else { return severity.chinese }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[\(code)m\(severity.chinese)\u{1B}[0m"
  }
}

/// 进度: a line that is rewritten while long work goes on; nothing where standard error is no terminal or the work is short.
struct Progress {
  private let title: String
  private let total: Int
  private var done = 0
  private let start = ContinuousClock.now
  private var isShown = false

  init(_ title: String, total: Int) {
    self.title = title
    self.total = total
  }

  /// One more piece is done.
  mutating func step() {
    done += 1
    guard Console.isTerminal, ContinuousClock.now - start > .milliseconds(500) else { return }
    isShown = true
    FileHandle.standardError.write(Data("\r\(title) \(done)/\(total)".utf8))
  }

  /// Clears the line.
  func finish() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
