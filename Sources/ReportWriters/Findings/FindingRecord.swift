import ReportModel

/// A finding as data: the one form behind JSON and SARIF.
struct FindingRecord: Encodable {
  var rule: String
  var severity: String
  var message: String
  var position: Position
  var explanation: String?
  var related: [Related]
  var suggestions: [Suggestion]

  init(_ finding: Diagnostic) {
    rule = finding.rule
    severity = finding.severity.rawValue
    message = finding.message
    position = Position(finding.place)
    explanation = finding.explanation
    related = finding.related.map { Related(position: Position($0.place), message: $0.message) }
    suggestions = finding.suggestions.map { Suggestion(summary: $0.summary, replacement: $0.replacement) }
  }

  struct Related: Encodable {
    var position: Position
    var message: String

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: AnyKey.self)
      try position.encode(into: &values, withEnd: false)
      try values.encode(message, forKey: "message")
    }
  }

  struct Suggestion: Encodable {
    var summary: String
    var replacement: String?
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: AnyKey.self)
    try values.encode(rule, forKey: "rule")
    try values.encode(severity, forKey: "severity")
    try values.encode(message, forKey: "message")
    try position.encode(into: &values, withEnd: true)
    try values.encodeIfPresent(explanation, forKey: "explanation")
    try values.encode(related, forKey: "related")
    try values.encode(suggestions, forKey: "suggestions")
  }
}

/// A place as lines and columns from 1; the end lies just behind the last character.
struct Position {
  var file: String
  var line = 1
  var column = 1
  var endLine = 1
  var endColumn = 1
  var cell: String?
  var paragraph: Int?

  init(_ place: SourcePlace) {
    file = place.file
    switch place {
    case .file: break
    case .text(_, let span):
      (line, column, endLine, endColumn) = (span.line, span.column, span.endLine, span.endColumn)
    case .paragraph(_, let number, let characters):
      paragraph = number
      (line, endLine) = (number, number)
      column = (characters?.lowerBound ?? 0) + 1
      endColumn = (characters?.upperBound ?? 0) + 1
    case .cell(_, let sheet, let reference):
      cell = "\(sheet)!\(reference)"
      let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
      column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
      line = Int(reference.dropFirst(letters.count)) ?? 1
      (endLine, endColumn) = (line, column + 1)
    }
  }

  func encode(into values: inout KeyedEncodingContainer<AnyKey>, withEnd: Bool) throws {
    try values.encode(file, forKey: "file")
    try values.encode(line, forKey: "line")
    try values.encode(column, forKey: "column")
    if withEnd {
      try values.encode(endLine, forKey: "endLine")
      try values.encode(endColumn, forKey: "endColumn")
    }
    try values.encodeIfPresent(cell, forKey: "cell")
    try values.encodeIfPresent(paragraph, forKey: "paragraph")
  }
}

/// A key of JSON that is written as it stands.
struct AnyKey: CodingKey, ExpressibleByStringLiteral {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringLiteral value: String) { stringValue = value }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
