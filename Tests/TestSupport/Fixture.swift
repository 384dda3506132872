public import Foundation

/// Whole cases: an input and what must come of it, as files.
public enum Fixture {
  /// The folder of a case.
  public static func folder(_ name: String) -> URL {
    Workplace.repository.appending(path: "Tests/Fixtures/\(name)")
  }

  /// What a case expects, or nil where it was recorded just now: with `RECORD=1` in the environment the expectation is
  /// written anew and the test must fail, so that a recording never passes.
  public static func expected(_ path: String, found: String) throws -> String? {
    let file = folder(path)
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try Data(found.utf8).write(to: file)
      return nil
    }
    return try String(contentsOf: file, encoding: .utf8)
  }
}
