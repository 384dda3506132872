public import Foundation
import Mustache
public import ReportModel

/// 措辞模板: the wording of a report, from a file that a clerk can edit.
///
/// The file is Markdown-like text with `{{名称}}` for values and `{{#名称}}…{{/名称}}` for lists and conditions,
/// `{{^名称}}…{{/名称}}` where something is missing. Every name is checked before anything is written.
public struct WordingTemplate: Sendable {
  private let engine: MustacheTemplate

  /// Reads a template file.
  /// - Throws: `InvalidInput` with every unknown name and unclosed tag and its place.
  public init(file: URL) throws(InvalidInput) {
    try self.init(text: templateText(file), file: file.relativePath)
  }

  /// A template from its text; `file` is the name that places show.
  /// - Throws: `InvalidInput` with every unknown name and unclosed tag and its place.
  public init(text: String, file: String) throws(InvalidInput) {
    var scan = TemplateScan(text, file: file)
    let translated = scan.translated()
    guard scan.faults.isEmpty else { throw InvalidInput(scan.faults) }
    do {
      engine = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + translated)
    } catch {
      throw InvalidInput([
        Diagnostic(
          "template.invalid", .error, at: .file(file), "报告模板的写法有误",
          suggestions: [.init("请与随附的模板比较，检查双花括号")])
      ])
    }
  }

  /// The text with all values filled in.
  func rendered(_ values: [String: Any]) -> String { engine.render(values) }
}
