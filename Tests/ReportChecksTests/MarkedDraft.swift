import Foundation
import ReportChecks
import ReportModel
import TestSupport

/// 标注文稿: a draft of an invented place with its faults marked, perhaps with last year's report and a ledger.
///
/// A mark is `[[kind::words::why]]`; `[[kind#2::words::why]]` has another place `[[#2::words]]`, such as the figure that
/// it contradicts; of `[[kind*::words::why]]` something is missing, and the words are only where a reader would look.
struct MarkedDraft {
  /// A fault that a reader can prove from the draft and what lies beside it.
  struct Fault {
    var kind: String
    var words: String
    var why: String
    /// Where it stands, and the other places of the same fault.
    var places: [TextSpan]
    var isMissing: Bool
  }

  private(set) var faults: [Fault] = []
  private let input: CheckInput

  /// The names of the drafts under `Tests/Fixtures/drafts`; those without a fault are called clean.
  static func names(clean: Bool) -> [String] {
    let folder = Workplace.repository.appending(path: "Tests/Fixtures/drafts")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") && $0.hasPrefix("clean") == clean }.sorted()
  }

  /// Reads a draft and takes its marks out.
  init(_ file: String) throws {
    let path = Workplace.repository.appending(path: "Tests/Fixtures/drafts/\(file)")
    var parts: [String: [Substring]] = [:]
    var part = ""
    for line in try String(contentsOf: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("=== ") {
        part = String(line.dropFirst(4))
      } else {
        parts[part, default: []].append(line)
      }
    }
    let isMarkdown = parts["draft markdown"] != nil
    func read(_ lines: [Substring], _ file: String) throws -> Draft {
      let text = lines.joined(separator: "\n")
      return isMarkdown ? try Reading.markdown(text, file: file) : Reading.draft(text, file: file)
    }
    var labels: [Substring: [TextSpan]] = [:]
    var marks: [(head: Substring, fields: [String], place: TextSpan)] = []
    var lines: [Substring] = []
    for (number, line) in (parts[isMarkdown ? "draft markdown" : "draft text"] ?? []).enumerated() {
      var plain = ""
      var rest = line
      while let open = rest.range(of: "[["),
        let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex)
      {
        plain += rest[..<open.lowerBound]
        let fields = rest[open.upperBound..<close.lowerBound].components(separatedBy: "::")
        let first = plain.unicodeScalars.count + 1
        plain += fields[1]
        let place = TextSpan(
          line: number + 1, column: first, endLine: number + 1, endColumn: plain.unicodeScalars.count + 1)
        let label = fields[0].drop { $0 != "#" }
        if !label.isEmpty { labels[label, default: []].append(place) }
        marks.append((fields[0].prefix { $0 != "#" && $0 != "*" }, fields, place))
        rest = rest[close.upperBound...]
      }
      lines.append(Substring(plain + rest))
    }
    for mark in marks where mark.fields.count > 2 {
      let label = mark.fields[0].drop { $0 != "#" }
      faults.append(
        Fault(
          kind: String(mark.head), words: mark.fields[1], why: mark.fields[2],
          places: [mark.place] + (labels[label] ?? []), isMissing: mark.fields[0].contains("*")))
    }
    input = CheckInput(
      draft: try read(lines, "草稿"),
      ledger: try parts["ledger"].map { try Reading.ledger($0.joined(separator: "\n")) },
      lastYearDraft: try parts["last"].map { try read($0, "上年") }, terms: Reading.terms)
  }

  /// The errors and warnings on it.
  func findings() -> [Diagnostic] { CheckRun().run(input).findings.filter { $0.severity != .note } }
}

extension MarkedDraft.Fault {
  /// Whether a finding tells of it: at one of its places, or, of what is missing, by its name.
  func isTold(by finding: Diagnostic) -> Bool {
    if isMissing {
      let names = why.split { "“”《》".contains($0) }.filter { $0.count > 2 } + [Substring(words)]
      if names.contains(where: { finding.message.contains($0) }) { return true }
    }
    return ([finding.place] + finding.related.map(\.place)).contains { place in
      guard case .text("草稿", let span) = place else { return false }
      return places.contains { own in
        span.line <= own.line && own.line <= span.endLine
          && (span.line < own.line || span.column <= own.endColumn)
          && (span.endLine > own.line || max(span.endColumn, span.column + 1) >= own.column)
      }
    }
  }
}
