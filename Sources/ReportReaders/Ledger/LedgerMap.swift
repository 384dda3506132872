import ReportModel
import YAMLTree

/// Collects what is wrong with a ledger and where its fields stand, while the maps are read.
final class LedgerContext {
  let file: String
  let spelling: LedgerSpelling
  let lineOffset: Int
  var diagnostics: [Diagnostic] = []
  var places: [FieldPath: SourcePlace] = [:]

  init(file: String, spelling: LedgerSpelling, lineOffset: Int = 0) {
    self.file = file
    self.spelling = spelling
    self.lineOffset = lineOffset
  }

  func place(_ start: YAMLMark, to end: YAMLMark? = nil) -> SourcePlace {
    let from = spelling.typed(start)
    let until = end.map(spelling.typed) ?? from
    return .text(
      file: file,
      TextSpan(
        line: from.line + lineOffset, column: from.column, endLine: until.line + lineOffset,
        endColumn: until.column))
  }

  func error(_ rule: String, at node: YAMLNode, _ message: String, remedy: String, replacement: String? = nil)
  {
    diagnostics.append(
      Diagnostic(
        "ledger.\(rule)", .error, at: place(node.start, to: node.end), message,
        suggestions: [Diagnostic.Suggestion(remedy, replacement: replacement)]))
  }
}

/// One map of a ledger with its keys resolved: the canonical names, whatever the file calls them.
struct LedgerMap {
  let node: YAMLNode
  let path: FieldPath
  let context: LedgerContext
  let item: LedgerSchema.Item
  private var entries: [String: YAMLNode.Entry] = [:]
  private let toFill = ToFill()

  /// The fields found marked 待填, in order.
  private final class ToFill { var names: [String] = [] }

  /// Resolves the keys of a map. A bare text stands for the first field of an item that may be written so.
  init?(_ node: YAMLNode, as item: LedgerSchema.Item, at path: FieldPath, in context: LedgerContext) {
    self.node = node
    self.path = path
    self.context = context
    self.item = item
    context.places[path] = context.place(node.start, to: node.end)
    switch node.content {
    case .mapping(let found):
      for entry in found { resolve(entry) }
      for field in LedgerSchema.fields(of: item) where field.required && entries[field.key] == nil {
        context.error(
          "missing-field", at: node, "\(item.rawValue)缺少“\(field.key)”",
          remedy: "请补上“\(field.key)”：\(field.about)")
      }
    case .scalar where Self.mayBeText.contains(item):
      let first = LedgerSchema.fields(of: item)[0]
      entries[first.key] = YAMLNode.Entry(key: node, value: node)
    case .scalar:
      context.error(
        "wrong-type", at: node, "“\(item.rawValue)”这里应当是若干“栏目: 值”，写成了文字",
        remedy: "请分栏目写，例如“\(LedgerSchema.fields(of: item)[0].key): …”")
      return nil
    case .sequence:
      context.error(
        "wrong-type", at: node, "“\(item.rawValue)”这里应当是若干“栏目: 值”，写成了列表", remedy: "请去掉多余的“- ”或方括号")
      return nil
    }
  }

  private static let mayBeText: Set<LedgerSchema.Item> = [
    .place, .narrative, .delay, .output, .source, .task, .domain,
  ]

  private mutating func resolve(_ entry: YAMLNode.Entry) {
    let typed = entry.key.text ?? ""
    guard let field = LedgerSchema.field(named: typed, of: item) else {
      unknown(
        entry.key, typed,
        hasValue: entry.value.start != entry.value.end || entry.value.start.line > entry.key.end.line)
      return
    }
    if let earlier = entries[field.key] {
      let first = earlier.key.text ?? field.key
      context.diagnostics.append(
        Diagnostic(
          "ledger.duplicate-key", .error, at: context.place(entry.key.start, to: entry.key.end),
          LedgerSchema.normalized(first) == LedgerSchema.normalized(typed)
            ? "“\(typed)”写了两次" : "“\(typed)”与“\(first)”是同一栏，写了两次",
          related: [.init(context.place(earlier.key.start, to: earlier.key.end), "第一次写在这里")],
          suggestions: [.init("请保留一个；若是另一项任务，请另起一行以“- ”开头")]))
      return
    }
    entries[field.key] = entry
    context.places[path.field(field.key)] = context.place(entry.value.start, to: entry.value.end)
  }

  private func unknown(_ key: YAMLNode, _ typed: String, hasValue: Bool) {
    guard hasValue else {
      context.error(
        "unknown-key", at: key, "“\(typed)”后面没有冒号和值", remedy: "如果它是前一个值的一部分，请给那个值整个加上英文引号")
      return
    }
    let fields = LedgerSchema.fields(of: item)
    let owners = LedgerSchema.items(knowing: typed).filter { $0 != item }
    if let near = nearestName(
      to: LedgerSchema.normalized(typed), among: fields.flatMap { [$0.key] + $0.aliases }),
      owners.isEmpty
    {
      context.error(
        "unknown-key", at: key, "不认识的栏目“\(typed)”，是否指“\(near)”？", remedy: "请把“\(typed)”改为“\(near)”",
        replacement: near)
    } else if !owners.isEmpty {
      let names = owners.map { "“\($0.rawValue)”" }.joined(separator: "、")
      context.error(
        "unknown-key", at: key, "“\(typed)”不是\(item.rawValue)的栏目，应写在\(names)之下", remedy: "请检查这一行的缩进，移到所属的条目下")
    } else {
      context.error(
        "unknown-key", at: key, "不认识的栏目“\(typed)”",
        remedy: "\(item.rawValue)可用的栏目：\(fields.map(\.key).joined(separator: "、"))；如果是值的一部分，请给整个值加上英文引号")
    }
  }

  /// The value of a field, unless it is empty or 待填.
  func value(_ key: String) -> YAMLNode? {
    guard let node = entries[key]?.value, !node.isNull else { return nil }
    if case .scalar(let text, _) = node.content, text.trimmed == "待填" {
      toFill.names.append(key)
      return nil
    }
    return node
  }

  /// The key of a field as it stands in the file.
  func key(_ key: String) -> YAMLNode? { entries[key]?.key }

  /// The text of a field.
  func text(_ key: String) -> String? {
    guard let node = value(key) else { return nil }
    guard let text = node.text else {
      context.error(
        "wrong-type", at: node, "“\(key)”应当是一段文字，写成了列表或括号", remedy: "请改成一段文字；若文字本身以 [ 或 { 开头，请加英文引号")
      return nil
    }
    return clean(text, node)
  }

  /// A text without blanks at its ends; characters that no Office file can hold are refused.
  private func clean(_ text: String, _ node: YAMLNode) -> String? {
    if let scalar = text.unicodeScalars.first(where: \.isForbiddenInXML) {
      context.error(
        "control-character", at: node, "这里有看不见的控制字符（U+\(String(scalar.value, radix: 16, uppercase: true))）",
        remedy: "请删去这个字符（常由复制粘贴带来）")
    }
    return text.trimmed.isEmpty ? nil : text.trimmed
  }

  /// The texts of a field: one, or a list.
  func texts(_ key: String) -> [(text: String, node: YAMLNode)] {
    nodes(key).compactMap { node in
      guard let text = node.text else {
        context.error("wrong-type", at: node, "“\(key)”的每一项应当是文字", remedy: "请写成“- 文字”；若文字本身以 [ 或 { 开头，请加英文引号")
        return nil
      }
      return clean(text, node).map { ($0, node) }
    }
  }

  /// The items of a list field; a single item may stand without a list.
  func nodes(_ key: String) -> [YAMLNode] {
    guard let node = value(key) else { return [] }
    guard case .sequence(let items) = node.content else { return [node] }
    return items.filter { !$0.isNull }
  }

  /// The maps of a list field.
  func maps(_ key: String, as item: LedgerSchema.Item) -> [LedgerMap] {
    nodes(key).enumerated().compactMap { index, node in
      LedgerMap(node, as: item, at: path.field(key).item(index), in: context)
    }
  }

  /// The map of a field.
  func map(_ key: String, as item: LedgerSchema.Item) -> LedgerMap? {
    value(key).flatMap { LedgerMap($0, as: item, at: path.field(key), in: context) }
  }

  /// 出处, 待核 and 待填; ask for it last, when all other fields have been read.
  var origin: Origin {
    let locator = text("出处")
    let toVerify = texts("待核").map(\.text)
    return Origin(locator: locator, toVerify: toVerify, toFill: toFill.names)
  }
}

extension String {
  /// The text without white space of any kind at its ends.
  var trimmed: String {
    var view = Substring(self).unicodeScalars
    while let first = view.first, first.isBlank || first == "\u{FEFF}" { view.removeFirst() }
    while let last = view.last, last.isBlank || last == "\u{FEFF}" { view.removeLast() }
    return String(view)
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0, and with it every Office file, cannot hold the character.
  var isForbiddenInXML: Bool {
    value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D || value == 0xFFFE || value == 0xFFFF
  }
}
