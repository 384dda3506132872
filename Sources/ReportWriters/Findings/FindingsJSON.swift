import Foundation
public import ReportModel

/// 核对结果(JSON): one object with findings and what was recognised, as scripts rely on it.
public enum FindingsJSON {
  /// The text, with a line break at its end.
  /// - Throws: never in practice; encoding text and numbers does not fail.
  public static func text(_ outcome: CheckOutcome) throws -> String {
    try FindingsJSON.encode(Document(outcome))
  }

  /// Readable JSON whose bytes depend on its content alone.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  private struct Document: Encodable {
    var findings: [FindingRecord]
    var recognised: [String: Int]
    var silenced: [Silenced]
    var changedRules: [String: String]

    init(_ outcome: CheckOutcome) {
      findings = outcome.findings.map(FindingRecord.init)
      recognised = Dictionary(outcome.recognised.map { ($0.key, $0.count) }, uniquingKeysWith: +)
      silenced = outcome.silenced.map { Silenced(finding: FindingRecord($0.finding), reason: $0.reason) }
      changedRules = Dictionary(
        outcome.changes.map { ($0.rule, $0.severity?.rawValue ?? "off") }, uniquingKeysWith: { $1 })
    }
  }

  private struct Silenced: Encodable {
    var finding: FindingRecord
    var reason: String
  }
}
