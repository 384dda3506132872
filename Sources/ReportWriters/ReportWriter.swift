public import Foundation
public import ReportModel

/// 输出格式: writes a report in one format. A writer knows its format and nothing of the others.
public protocol ReportWriter: Sendable {
  /// The format's name on the command line, which is also the ending of its files: `md`, `xlsx`.
  var format: String { get }

  /// Writes the document to a file that does not exist yet or may be replaced.
  /// - Throws: `InvalidInput` where the report holds what the format cannot, `OutputFailure` where the file cannot be written.
  func write(_ document: ReportDocument, to file: URL) throws
}

/// 成稿: a report with all that its templates make of it, ready for any writer.
public struct ReportDocument: Hashable, Sendable {
  /// The report.
  public var report: Report
  /// What the report says, in order.
  public var outline: Outline

  /// A report with its outline.
  public init(_ report: Report, templates: Templates) throws(InvalidInput) {
    self.report = report
    self.outline = Outline(of: report, wording: templates.wording)
  }
}

/// 模板: the files of the folder `Templates`, read once and checked whole.
public struct Templates: Sendable {
  /// The wording of the report.
  public var wording: WordingTemplate

  /// Reads a folder of templates.
  /// - Throws: `InvalidInput` with the faults of all its files.
  public init(folder: URL) throws(InvalidInput) {
    wording = try WordingTemplate(file: folder.appending(path: "report.md"))
  }
}
