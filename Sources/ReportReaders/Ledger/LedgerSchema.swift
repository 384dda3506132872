/// 台账格式: every field of the ledger file in one table. The reader, "是否指…?", and the JSON Schema all follow it.
enum LedgerSchema {
  /// The kinds of maps in a ledger.
  enum Item: String, CaseIterable, Hashable, Sendable {
    case report = "报告"
    case place = "地区"
    case narrative = "段落"
    case domain = "领域"
    case task = "任务"
    case delay = "延期"
    case earlierTask = "原任务"
    case output = "制度性成果"
    case figure = "数据"
    case source = "来源"
  }

  /// What may stand as a field's value.
  enum Shape: Hashable, Sendable {
    case text, integer, number, date, deadline, status
    case choice([String])
    /// One text or a list of texts.
    case texts
    /// One or several units, in a list or in one text.
    case units
    /// A map, or a text for its first field.
    case item(Item)
    /// A list of maps, or of texts for their first field; one alone may stand without a list.
    case items(Item)
  }

  /// A field: its one canonical key, the names real tables use for it, and what it is.
  struct Field: Hashable, Sendable {
    var key: String
    var shape: Shape
    var about: String
    var aliases: [String]
    var required: Bool

    init(_ key: String, _ shape: Shape, _ about: String, aliases: [String] = [], required: Bool = false) {
      self.key = key
      self.shape = shape
      self.about = about
      self.aliases = aliases
      self.required = required
    }
  }

  /// The fields of a kind of map.
  static func fields(of item: Item) -> [Field] { table[item] ?? [] }

  /// The field that a typed key means, by its canonical name or an alias.
  static func field(named key: String, of item: Item) -> Field? { index[item]?[normalized(key)] }

  /// The kinds of maps that know a key, for a hint where it was typed in the wrong one.
  static func items(knowing key: String) -> [Item] {
    Item.allCases.filter { field(named: key, of: $0) != nil }
  }

  /// A key without what tables add to it: spaces, stars, full-width forms.
  static func normalized(_ key: String) -> String {
    guard key.unicodeScalars.contains(where: { !(0x4E00...0x9FFF).contains($0.value) }) else { return key }
    return String(
      String.UnicodeScalarView(
        key.unicodeScalars.lazy.map(\.halfWidth).filter {
          !$0.isBlank && !"★*☆".unicodeScalars.contains($0)
        }
      ))
  }

  /// Every name of every field.
  static let allNames: Set<String> = Set(index.values.flatMap(\.keys))

  private static let index: [Item: [String: Field]] = table.mapValues { fields in
    var names: [String: Field] = [:]
    for field in fields { for name in [field.key] + field.aliases { names[normalized(name)] = field } }
    return names
  }

  private static let table: [Item: [Field]] = [
    .report: reportFields, .place: placeFields, .narrative: narrativeFields, .domain: domainFields,
    .task: taskFields,
    .delay: delayFields, .earlierTask: earlierTaskFields, .output: outputFields, .figure: figureFields,
    .source: sourceFields,
  ]
}
