public import Foundation
import ReportModel

/// Markdown: CommonMark with GFM tables.
public struct MarkdownWriter: ReportWriter {
  /// `md`.
  public let format = "md"

  /// A writer of Markdown.
  public init() {}

  /// Writes the report as Markdown in UTF-8.
  public func write(_ document: ReportDocument, to file: URL) throws {
    try OutputFailure.write(text(of: document).utf8, to: file)
  }

  /// The Markdown text of a document.
  public func text(of document: ReportDocument) -> String {
    let outline = document.outline
    var parts = ["# " + MarkdownText.escaped(outline.title)]
    if outline.signature == .belowTitle { parts += signature(outline) }
    if let addressee = outline.addressee { parts.append(MarkdownText.escaped(addressee) + "\u{FF1A}") }
    for block in outline.blocks {
      switch block {
      case .heading(let level, let text):
        parts.append(String(repeating: "#", count: min(level + 1, 6)) + " " + MarkdownText.escaped(text))
      case .paragraph(let text): parts.append(MarkdownText.escaped(text))
      }
    }
    parts += attachments(outline)
    if outline.signature == .atEnd { parts += signature(outline) }
    parts += document.tables.map { MarkdownTable.text(of: $0) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// 题注 or 落款: the office, and the date in brackets under a title (practice), bare at the end (GB/T 9704-2012, 7.3.5).
  private func signature(_ outline: Outline) -> [String] {
    let date = outline.date.map {
      outline.signature == .belowTitle ? "\u{FF08}\($0.chinese)\u{FF09}" : $0.chinese
    }
    return [outline.office, date].compactMap { $0 }.map(MarkdownText.escaped)
  }

  /// 附件说明 (GB/T 9704-2012, 7.3.4): a single attachment bears no number.
  private func attachments(_ outline: Outline) -> [String] {
    guard outline.attachments.count > 1 else {
      return outline.attachments.map { "附件\u{FF1A}" + MarkdownText.escaped($0) }
    }
    let lines = outline.attachments.enumerated().map { "\($0 + 1). " + MarkdownText.escaped($1) }
    return ["附件\u{FF1A}", lines.joined(separator: "\n")]
  }
}

/// Text as Markdown takes it literally.
enum MarkdownText {
  /// One line of text with everything escaped that CommonMark or GFM would read as a mark.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let startsLine = index == 0
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "&":
        result.append("\\")
      case "#", "+", "-", "=":
        if startsLine { result.append("\\") }
      case ".", ")":
        // "1." at the start would become a list.
        if index > 0, index < 10, scalars[..<index].allSatisfy({ $0.decimalDigit != nil }) {
          result.append("\\")
        }
      default: break
      }
      result.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    return String(result)
  }
}
