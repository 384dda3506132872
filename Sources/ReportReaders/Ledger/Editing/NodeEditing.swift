import ReportModel
import YAMLTree

/// 就地改写: how values, keys and items are changed inside the text of a ledger, with everything around them kept.
struct NodeEditing {
  let source: LedgerSource

  /// The entry of a field, by its canonical name.
  static func entry(_ key: String, in map: YAMLNode, as item: LedgerSchema.Item) -> YAMLNode.Entry? {
    guard case .mapping(let entries) = map.content else { return nil }
    return entries.first { LedgerSchema.field(named: $0.key.text ?? "", of: item)?.key == key }
  }

  /// The items of a list; a single one may stand without a list.
  static func items(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node, !isOpen(node) else { return [] }
    guard case .sequence(let items) = node.content else { return [node] }
    return items.filter { !$0.isNull }
  }

  /// Whether nothing stands there, or 待填.
  static func isOpen(_ node: YAMLNode) -> Bool { node.isNull || node.text?.trimmed == "待填" }

  func isFlow(_ node: YAMLNode) -> Bool {
    guard node.text == nil, source.mended.indices.contains(node.start.offset) else { return false }
    let first = source.mended[node.start.offset]
    return first == "{" || first == "["
  }

  /// The mended offset just behind the last character of a node.
  func end(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar(_, .block):
      var end = node.end.offset
      while end > node.start.offset, source.mended[end - 1].properties.isWhitespace { end -= 1 }
      return end
    case .scalar: return node.end.offset
    case .sequence(let items): return isFlow(node) ? node.end.offset : items.last.map(end) ?? node.end.offset
    case .mapping(let entries):
      return isFlow(node) ? node.end.offset : entries.last.map { end(of: $0.value) } ?? node.end.offset
    }
  }

  func range(of node: YAMLNode) -> Range<Int> {
    let start = source.typedOffset(node.start.offset)
    return start..<max(start, source.typedOffset(end(of: node)))
  }

  /// Puts a text in the place of a value that is a text or nothing.
  func replace(_ entry: YAMLNode.Entry, with text: String?, inFlow: Bool) -> TextEdit {
    let range = range(of: entry.value)
    guard let text else { return TextEdit(range: range, text: "") }
    let isTight = range.isEmpty && range.lowerBound > 0 && source.typed[range.lowerBound - 1].halfWidth == ":"
    let lead = isTight ? " " : ""
    if !inFlow, text.contains("\n"), source.isLineEnd(range.upperBound) {
      let indent = source.column(entry.key.start.offset)
      var block = ""
      LedgerScalar.write(text, indent: indent, "", into: &block)
      return TextEdit(range: range, text: lead + String(block.drop { $0 == " " }.dropLast()))
    }
    let first = range.isEmpty ? nil : source.typed[range.lowerBound]
    let wasQuoted = first == "\"" || first == "'"
    let spelled =
      wasQuoted ? LedgerScalar.quoted(text) : inFlow ? LedgerScalar.inline(text) : LedgerScalar.value(text)
    return TextEdit(range: range, text: lead + spelled)
  }

  /// Adds a key to a map, behind the keys that come before it in the ledger's own order.
  func insert(_ new: LedgerTree.Entry, into map: YAMLNode, as item: LedgerSchema.Item) -> TextEdit? {
    guard case .mapping(let entries) = map.content, let first = entries.first else { return nil }
    let order = LedgerSchema.fields(of: item).map(\.key)
    let place = order.firstIndex(of: new.key) ?? order.count
    let earlier = entries.last { entry in
      LedgerSchema.field(named: entry.key.text ?? "", of: item).flatMap { order.firstIndex(of: $0.key) }
        .map { $0 < place } ?? false
    }
    let neighbour = earlier ?? first
    if isFlow(map) {
      let offset = source.typedOffset(end(of: neighbour.value))
      return TextEdit(range: offset..<offset, text: ", \(new.key): \(new.value.inline)")
    }
    let offset = source.typedLineEnd(lastOffset(of: neighbour))
    let lines = new.lines
    let margin = margin(of: entries)
    return TextEdit(
      range: offset..<offset, text: lines.map { "\n" + ($0.isEmpty ? "" : margin + $0) }.joined(),
      column: source.column(map.start.offset))
  }

  /// The blanks in front of a block map's keys, as they were typed where one of them stands alone on its line.
  private func margin(of entries: [YAMLNode.Entry]) -> String {
    let margins = entries.map { source.margin($0.key.start.offset) }
    return (margins.first { $0.isTyped } ?? margins.first)?.text ?? ""
  }

  /// A mended offset on the last line of an entry.
  private func lastOffset(of entry: YAMLNode.Entry) -> Int {
    max(entry.key.end.offset, end(of: entry.value))
  }

  /// Adds items to the list of a key, whatever form it has; nil for a form that cannot take them.
  func append(_ new: [LedgerTree], to entry: YAMLNode.Entry, inFlow: Bool) -> TextEdit? {
    let value = entry.value
    let inline = new.map(\.inline).joined(separator: ", ")
    if Self.isOpen(value) {
      let range = range(of: value)
      let isTight =
        range.isEmpty && range.lowerBound > 0 && source.typed[range.lowerBound - 1].halfWidth == ":"
      return TextEdit(range: range, text: (isTight ? " " : "") + "[\(inline)]")
    }
    switch value.content {
    case .scalar(let text, _):
      return TextEdit(range: range(of: value), text: "[\(LedgerScalar.quoted(text.trimmed)), \(inline)]")
    case .sequence(let items) where isFlow(value):
      let offset = source.typedOffset(items.last.map(end) ?? value.end.offset - 1)
      return TextEdit(range: offset..<offset, text: items.isEmpty ? inline : ", " + inline)
    case .sequence(let items):
      guard let last = items.last else { return nil }
      let offset = source.typedLineEnd(max(value.start.offset, end(of: last) - 1))
      let margin = source.margin(value.start.offset).text
      let lines = new.flatMap { $0.itemLines(indent: 0) }
      return TextEdit(
        range: offset..<offset, text: lines.map { "\n" + margin + $0 }.joined(),
        column: source.column(value.start.offset) + 1)
    case .mapping:
      guard isFlow(value) else { return nil }
      let range = range(of: value)
      let old = String(String.UnicodeScalarView(source.typed[range]))
      return TextEdit(range: range, text: "[\(old), \(inline)]")
    }
  }

  /// Takes an item out of the list of a key.
  func remove(_ item: YAMLNode, from list: YAMLNode) -> TextEdit? {
    guard case .sequence(let items) = list.content, let index = items.firstIndex(of: item) else {
      return TextEdit(range: range(of: item), text: "")
    }
    if isFlow(list) {
      let own = range(of: item)
      if index > 0 {
        return TextEdit(range: range(of: items[index - 1]).upperBound..<own.upperBound, text: "")
      }
      guard items.count > 1 else { return TextEdit(range: own, text: "") }
      return TextEdit(range: own.lowerBound..<range(of: items[1]).lowerBound, text: "")
    }
    let last = max(item.start.offset, end(of: item) - 1)
    return TextEdit(range: source.typedLineStart(item.start.offset)..<source.typedNextLine(last), text: "")
  }
}
