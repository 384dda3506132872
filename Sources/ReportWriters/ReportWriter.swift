public import Foundation
public import ReportModel

/// 输出格式: writes a report in one format. A writer knows its format and nothing of the others.
public protocol ReportWriter: Sendable {
  /// The format's name on the command line, which is also the ending of its files: `md`, `xlsx`.
  var format: String { get }

  /// Writes the document to a file that does not exist yet or may be replaced.
  /// - Throws: `InvalidInput` where the report holds what the format cannot, `OutputFailure` where the file cannot be written.
  func write(_ document: ReportDocument, to file: URL) throws

  /// What a clerk should know of the files just written, as far as this machine had a part in them: missing fonts.
  /// Asked once for all files of a run.
  func notes(on files: [URL], templates: Templates) -> [Diagnostic]
}

extension ReportWriter {
  /// Nothing.
  public func notes(on files: [URL], templates: Templates) -> [Diagnostic] { [] }
}

/// 成稿: a report with all that its templates make of it, ready for any writer.
public struct ReportDocument: Sendable {
  /// The report.
  public var report: Report
  /// What the report says, in order.
  public var outline: Outline
  /// The columns of the attachment tables.
  public var layout: AttachmentLayout
  /// The faces of the formats that name them.
  public var fonts: FontProfile

  /// A report in the words and columns of its templates.
  public init(_ report: Report, templates: Templates) {
    self.report = report
    layout = templates.attachments
    fonts = templates.fonts
    outline = Outline(of: report, wording: templates.wording)
    outline.attachments = AttachmentTables(report, layout: layout).titles
  }

  /// The attachment tables, for formats that hold them whole.
  public var tables: [AttachmentTable] {
    let tables = AttachmentTables(report, layout: layout)
    return [tables.outputs, tables.completion].sorted { $0.frame.number < $1.frame.number }
  }
}

/// 模板: the files of the folder `Templates`, read once and checked whole.
public struct Templates: Sendable {
  /// The wording of the report.
  public var wording: WordingTemplate
  /// The columns of the attachment tables.
  public var attachments: AttachmentLayout
  /// The faces of Word files.
  public var fonts: FontProfile

  /// Reads a folder of templates.
  /// - Throws: `InvalidInput` with the faults of all its files.
  public init(folder: URL) throws(InvalidInput) {
    var faults: [Diagnostic] = []
    var wording: WordingTemplate?
    var attachments: AttachmentLayout?
    do throws(InvalidInput) {
      wording = try WordingTemplate(file: folder.appending(path: "report.md"))
    } catch { faults += error.diagnostics }
    do throws(InvalidInput) {
      attachments = try AttachmentLayout(file: folder.appending(path: "attachments.yaml"))
    } catch { faults += error.diagnostics }
    var fonts: FontProfile? = .standard
    let fontsFile = folder.appending(path: "fonts.yaml")
    // A folder of templates that is older than the file does without it.
    if FileManager.default.fileExists(atPath: fontsFile.path) {
      do throws(InvalidInput) { fonts = try FontProfile(file: fontsFile) } catch {
        fonts = nil
        faults += error.diagnostics
      }
    }
    guard let wording, let attachments, let fonts else { throw InvalidInput(faults) }
    self.wording = wording
    self.attachments = attachments
    self.fonts = fonts
  }
}

/// The text of a template file.
/// - Throws: `InvalidInput` where it cannot be read.
func templateText(_ file: URL) throws(InvalidInput) -> String {
  guard let data = try? Data(contentsOf: file), let text = String(validating: data, as: UTF8.self) else {
    throw InvalidInput([
      Diagnostic(
        "template.unreadable", .error, at: .file(file.relativePath), "模板文件打不开",
        suggestions: [.init("请确认文件存在、可以读取，并以 UTF-8 编码保存")])
    ])
  }
  return text
}
