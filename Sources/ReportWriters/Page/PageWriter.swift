public import Foundation
import ReportModel

/// 网页: the report as one page that needs no network, and no script to be read; A4 when printed.
public struct PageWriter: ReportWriter {
  /// `html`.
  public let format = "html"

  /// A writer of pages.
  public init() {}

  /// Writes the report as a page in UTF-8. Same report, same bytes.
  public func write(_ document: ReportDocument, to file: URL) throws {
    try OutputFailure.write(text(of: document).utf8, to: file)
  }

  /// The page of a document.
  public func text(of document: ReportDocument) -> String {
    let outline = document.outline
    let tables = document.tables
    var page = """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(HTMLText.escaped(outline.title))</title>
      <style>
      \(PageStyle.sheet)
      \(tables.map { PageTable($0).headings }.joined(separator: "\n"))
      </style>
      </head>
      <body>
      <article>
      <header>
      <h1>\(HTMLText.escaped(outline.title))</h1>

      """
    if outline.signature == .belowTitle { page += signature(outline, "byline") }
    page += "</header>\n"
    if let addressee = outline.addressee {
      page += "<p class=\"addressee\">\(HTMLText.escaped(addressee))\u{FF1A}</p>\n"
    }
    for block in outline.blocks {
      switch block {
      case .heading(let level, let text):
        let name = "h\(min(level + 1, 6))"
        page += "<\(name)>\(HTMLText.escaped(text))</\(name)>\n"
      case .paragraph(let text): page += "<p>\(HTMLText.escaped(text))</p>\n"
      }
    }
    page += attachments(outline.attachments, tables)
    if outline.signature == .atEnd { page += signature(outline, "signature") }
    page += "</article>\n"
    page += PageChart(document.report).figure
    for table in tables { page += PageTable(table).section }
    return page + "<script>\n\(PageStyle.script)\n</script>\n</body>\n</html>\n"
  }

  /// Nothing is fetched from anywhere, whatever the text says.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private func signature(_ outline: Outline, _ kind: String) -> String {
    let date = outline.date.map {
      outline.signature == .belowTitle ? "\u{FF08}\($0.chinese)\u{FF09}" : $0.chinese
    }
    let lines = [outline.office, date].compactMap { $0 }.map(HTMLText.escaped)
    return lines.isEmpty ? "" : "<p class=\"\(kind)\">\(lines.joined(separator: "<br>"))</p>\n"
  }

  /// 附件说明, with links to the tables that the page bears.
  private func attachments(_ titles: [String], _ tables: [AttachmentTable]) -> String {
    guard !titles.isEmpty else { return "" }
    let items = titles.map { title in
      let text = HTMLText.escaped(title)
      let table = tables.first { $0.frame.title == title }
      return table.map { "<a href=\"#\(PageTable($0).id)\">\(text)</a>" } ?? text
    }
    let list =
      items.count == 1 ? items[0] : "<ol>" + items.map { "<li>\($0)</li>" }.joined() + "</ol>"
    return "<div class=\"attachments\"><span>附件\u{FF1A}</span>\(list)</div>\n"
  }
}

/// Text as HTML takes it literally.
enum HTMLText {
  /// Text for content and for attributes in double quotes. Control characters, which no page may hold, become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\r", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): result += "\u{FFFD}"
      case _ where scalar.value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text as a string of CSS inside a `style` element: all but letters and digits by number.
  static func styleString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.value >= 0xA0 || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain, scalar.value & 0xFFFE != 0xFFFE {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.value == 0 ? "\u{FFFD}" : "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return result + "\""
  }
}
