public import Foundation

/// Programs that are not ours and read what we wrote.
public enum ExternalTool {
  /// What a program said.
  public struct Outcome: Sendable {
    /// Its exit status.
    public var status: Int32
    /// Its standard output.
    public var output: Data
    /// Its standard error.
    public var errors: String
  }

  /// Runs a program found on the path and waits for it.
  public static func run(_ command: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: a pipe that nobody empties stops a program that says much.
    return try Workplace.withTemporaryFolder { folder in
      let output = folder.appending(path: "out")
      let errors = folder.appending(path: "err")
      for file in [output, errors] { try Data().write(to: file) }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try Data(contentsOf: output),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }

  /// Whether a command ends well here.
  public static func works(_ command: [String]) -> Bool { (try? run(command).status) == 0 }

  /// Whether Python's openpyxl is installed.
  public static let hasOpenpyxl = works(["python3", "-c", "import openpyxl"])

  /// Whether LibreOffice and poppler's tools are installed.
  public static let hasLibreOffice = works(["soffice", "--version"]) && works(["pdftotext", "-v"])

  /// Converts a file to PDF with LibreOffice, in a profile of its own so that tests may run side by side.
  public static func convertToPDF(_ file: URL) throws -> URL {
    let folder = file.deletingLastPathComponent()
    let outcome = try run([
      "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
      "--convert-to", "pdf", "--outdir", folder.path(percentEncoded: false), file.path(percentEncoded: false),
    ])
    let pdf = file.deletingPathExtension().appendingPathExtension("pdf")
    guard FileManager.default.fileExists(atPath: pdf.path(percentEncoded: false)) else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: outcome.errors])
    }
    return pdf
  }

  /// The text of a PDF, one string a page.
  public static func pages(of pdf: URL) throws -> [String] {
    let text = try run(["pdftotext", "-layout", pdf.path(percentEncoded: false), "-"]).output
    var pages = String(decoding: text, as: UTF8.self).split(
      separator: "\u{0C}", omittingEmptySubsequences: false)
    if pages.last?.isEmpty == true { pages.removeLast() }
    return pages.map(String.init)
  }
}
