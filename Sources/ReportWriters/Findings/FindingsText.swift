public import ReportModel

/// 核对结果(文本): findings with their line of the source and a caret below what is meant, then what was recognised.
public struct FindingsText: Sendable {
  private let colour: Bool
  /// How many half-width columns of a line are shown.
  private let width = 76

  /// Text for a reader; with colour only for a terminal that takes it.
  public init(colour: Bool) {
    self.colour = colour
  }

  /// The text, with a line break at its end.
  public func text(_ outcome: CheckOutcome, _ excerpts: SourceExcerpts) -> String {
    var text = ""
    for finding in outcome.findings { text += entry(finding, excerpts) + "\n" }
    if !outcome.silenced.isEmpty {
      text += "按设置免报\(outcome.silenced.count)条：\n"
      for silenced in outcome.silenced {
        text +=
          "  \(silenced.finding.place): \(silenced.finding.message) [\(silenced.finding.rule)]；理由：\(silenced.reason)\n"
      }
    }
    if !outcome.changes.isEmpty {
      let changes = outcome.changes.map { "\($0.rule) \($0.severity?.chinese ?? "关闭")" }
      text += "按设置改动的规则：\(changes.joined(separator: "、"))\n"
    }
    let counts = Severity.allCases.map { "\($0.chinese)\(outcome.count($0))条" }
    text += outcome.findings.isEmpty ? "没有发现问题。\n" : "共\(counts.joined(separator: "、"))。\n"
    let seen = outcome.recognised.filter { $0.count > 0 }.map { "\($0.name)\($0.count)" }
    if !seen.isEmpty { text += "已读取、核对：\(seen.joined(separator: "、"))。\n" }
    return text
  }

  private func entry(_ finding: Diagnostic, _ excerpts: SourceExcerpts) -> String {
    var text =
      "\(finding.place): \(painted(finding.severity.chinese, finding.severity)): \(finding.message) [\(finding.rule)]\n"
    if let excerpt = excerpts.excerpt(at: finding.place) { text += caret(excerpt, finding.severity) }
    if let explanation = finding.explanation { text += "    \(explanation)\n" }
    for related in finding.related { text += "    \(related.place): \(related.message)\n" }
    for suggestion in finding.suggestions { text += "    → \(suggestion.summary)\n" }
    return text
  }

  /// The part of a line around what is meant, and carets of its display width below.
  private func caret(_ excerpt: SourceExcerpts.Excerpt, _ severity: Severity) -> String {
    let line = Array(excerpt.line.unicodeScalars)
    var end = min(excerpt.range.upperBound, excerpt.range.lowerBound + 30)
    let marked = excerpt.range.lowerBound..<end
    var start = marked.lowerBound
    var room = width - line[marked].reduce(0) { $0 + $1.displayWidth }
    while start > 0, room > width / 3 {
      start -= 1
      room -= line[start].displayWidth
    }
    while end < line.count, room > 0 {
      room -= line[end].displayWidth
      end += 1
    }
    func shown(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(line[range].map { $0.properties.isWhitespace ? " " : $0 }))
    }
    let lead = start > 0 ? "…" : ""
    let before = lead + shown(start..<marked.lowerBound)
    let indent = before.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    let carets = max(1, line[marked].reduce(0) { $0 + $1.displayWidth })
    return "    \(before)\(shown(marked))\(shown(marked.upperBound..<end))\(end < line.count ? "…" : "")\n"
      + "    \(String(repeating: " ", count: indent))\(painted(String(repeating: "^", count: carets), severity))\n"
  }

  private func painted(_ text: String, _ severity: Severity) -> String {
    guard colour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Unicode.Scalar {
  /// 显示宽度: how many columns of a terminal a character takes; Chinese ones take two (Unicode UAX 11, wide and full-width;
  /// marks whose width is ambiguous take two as well, as terminals under Chinese locales show them).
  var displayWidth: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xD7, 0x2460...0x24FF: 2
    default: properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
