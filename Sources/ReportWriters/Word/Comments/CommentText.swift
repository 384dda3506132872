import OfficePackage
import ReportModel

/// 批注内容: findings as `w:comment` elements.
enum CommentText {
  /// 作者: who speaks in all comments.
  static let author = "改革报告核对"

  /// The element of a finding. Without a date: it would come from the clock.
  static func element(_ finding: Diagnostic, id: Int, namespace: String) -> [UInt8] {
    var xml = XMLWriter(declaration: false)
    // Texts are cleaned below, names are ours: nothing forbidden is left to throw.
    try? write(finding, id, namespace, &xml)
    return xml.finish()
  }

  /// What a comment says, paragraph by paragraph: severity, message and rule; the reasoning; other places; what to do.
  static func lines(_ finding: Diagnostic) -> [String] {
    var lines = ["【\(finding.severity.chinese)】\(finding.message)（\(finding.rule)）"]
    if let explanation = finding.explanation {
      lines += explanation.split(whereSeparator: \.isNewline).map(String.init)
    }
    lines += finding.related.map { "另见 \($0.place)：\($0.message)" }
    lines += finding.suggestions.map { suggestion in
      "建议：\(suggestion.summary)" + (suggestion.replacement.map { "（改为“\($0)”）" } ?? "")
    }
    return lines.map(clean)
  }

  private static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF }))
  }

  private static func write(_ finding: Diagnostic, _ id: Int, _ namespace: String, _ xml: inout XMLWriter)
    throws(ForbiddenCharacter)
  {
    try xml.start(
      "w:comment",
      ["xmlns:w": namespace, "w:id": String(id), "w:author": author, "w:initials": "核"])
    for (index, line) in lines(finding).enumerated() {
      try xml.start("w:p")
      if index == 0 {
        try xml.start("w:r")
        try xml.empty("w:annotationRef")
        xml.end()
      }
      try xml.start("w:r")
      try xml.start("w:rPr")
      try xml.empty("w:rFonts", ["w:hint": "eastAsia"])
      xml.end()
      try xml.start("w:t", ["xml:space": "preserve"])
      try xml.text(line)
      for _ in 0..<3 { xml.end() }
    }
  }
}
