import Foundation

/// 台账的 JSON Schema: the table of fields for editors, with Chinese titles and descriptions.
public enum LedgerJSONSchema {
  /// The schema (draft 2020-12) as JSON text, keys sorted, ending with a line break.
  public static func text() throws -> String {
    var schema = object(.report)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "改革台账"
    schema["$defs"] = Dictionary(
      uniqueKeysWithValues: LedgerSchema.Item.allCases.filter { $0 != .report }.map {
        ($0.rawValue, object($0))
      })
    let data = try JSONSerialization.data(
      withJSONObject: schema, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func object(_ item: LedgerSchema.Item) -> [String: Any] {
    var properties: [String: Any] = [:]
    var required: [[String: Any]] = []
    for field in LedgerSchema.fields(of: item) {
      var property = value(field.shape)
      property["title"] = field.key
      property["description"] = field.about
      properties[field.key] = property
      for alias in field.aliases {
        property["title"] = "\(alias)（同“\(field.key)”）"
        property["deprecated"] = true
        properties[alias] = property
      }
      if field.required {
        required.append(["anyOf": ([field.key] + field.aliases).map { ["required": [$0]] }])
      }
    }
    var object: [String: Any] = ["type": "object", "properties": properties, "additionalProperties": false]
    object["title"] = item.rawValue
    if !required.isEmpty { object["allOf"] = required }
    return object
  }

  /// YAML reads 2021 and 2021-07 as it likes, so a field of text takes numbers as well; any field may be left empty.
  private static func value(_ shape: LedgerSchema.Shape) -> [String: Any] {
    switch shape {
    case .text, .date, .deadline: return ["type": ["string", "number", "null"]]
    case .integer: return ["type": ["integer", "string", "null"]]
    case .number: return ["type": ["number", "string", "null"]]
    case .status:
      return [
        "anyOf": [
          ["enum": ["已完成", "推进中", "未启动", "延期", "终止"]] as [String: Any], ["type": ["string", "null"]],
        ]
      ]
    case .choice(let words): return ["enum": words + ["待填"]]
    case .texts, .units:
      let one: [String: Any] = ["type": ["string", "number", "null"]]
      return ["anyOf": [one, ["type": "array", "items": one] as [String: Any]]]
    case .item(let item): return ["anyOf": oneOf(item)]
    case .items(let item):
      return ["anyOf": oneOf(item) + [["type": "array", "items": ["anyOf": oneOf(item)]] as [String: Any]]]
    }
  }

  private static func oneOf(_ item: LedgerSchema.Item) -> [[String: Any]] {
    [["$ref": "#/$defs/\(item.rawValue)"], ["type": ["string", "null"]]]
  }
}
