import Foundation
public import ReportModel

/// 核对结果(SARIF 2.1.0): for editors and code hosts that show findings beside the text (OASIS standard).
public enum FindingsSARIF {
  /// The text, with a line break at its end; `version` is the tool's own.
  /// - Throws: never in practice; encoding text and numbers does not fail.
  public static func text(_ outcome: CheckOutcome, version: String) throws -> String {
    try FindingsJSON.encode(Log(runs: [Run(outcome, version)]))
  }

  private struct Log: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version
      case runs
    }
  }

  private struct Message: Encodable {
    var text: String
  }

  private struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Entry]
    var properties: Properties

    init(_ outcome: CheckOutcome, _ version: String) {
      tool = Tool(
        driver: Driver(
          version: version,
          rules: outcome.rules.map {
            Rule(
              id: $0.id, shortDescription: Message(text: $0.summary),
              fullDescription: Message(text: $0.rationale),
              defaultConfiguration: Rule.Level(level: $0.severity.rawValue))
          }))
      results =
        outcome.findings.map { Entry($0, reason: nil) }
        + outcome.silenced.map { Entry($0.finding, reason: $0.reason) }
      properties = Properties(
        recognised: Dictionary(outcome.recognised.map { ($0.key, $0.count) }, uniquingKeysWith: +))
    }
  }

  private struct Properties: Encodable {
    var recognised: [String: Int]
  }

  private struct Tool: Encodable {
    var driver: Driver
  }

  private struct Driver: Encodable {
    var name = "reform-report"
    var version: String
    var language = "zh-CN"
    var rules: [Rule]
  }

  private struct Rule: Encodable {
    struct Level: Encodable {
      var level: String
    }

    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var defaultConfiguration: Level
  }

  private struct Entry: Encodable {
    var ruleId: String
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]
    var suppressions: [Suppression]?

    init(_ finding: Diagnostic, reason: String?) {
      ruleId = finding.rule
      level = finding.severity.rawValue
      let parts =
        [finding.message, finding.explanation].compactMap { $0 } + finding.suggestions.map(\.summary)
      message = Message(text: parts.joined(separator: "。"))
      locations = [Location(finding.place, message: nil)]
      relatedLocations = finding.related.map { Location($0.place, message: Message(text: $0.message)) }
      suppressions = reason.map { [Suppression(justification: $0)] }
    }
  }

  private struct Suppression: Encodable {
    var kind = "external"
    var justification: String
  }

  private struct Location: Encodable {
    var physicalLocation: Physical
    var message: Message?

    init(_ place: SourcePlace, message: Message?) {
      self.message = message
      let position = Position(place)
      var allowed = CharacterSet.urlPathAllowed
      allowed.remove(charactersIn: ":")
      let uri = position.file.addingPercentEncoding(withAllowedCharacters: allowed) ?? position.file
      var region: Region?
      if case .file = place {
      } else {
        region = Region(
          startLine: position.line, startColumn: position.column, endLine: position.endLine,
          endColumn: position.endColumn)
      }
      physicalLocation = Physical(artifactLocation: Artifact(uri: uri), region: region)
    }
  }

  private struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region?
  }

  private struct Artifact: Encodable {
    var uri: String
  }

  private struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }
}
