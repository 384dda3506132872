import ReportModel
import YAMLTree

/// A word list as YAML: its parts are taken one by one; what nobody asked for is a fault.
struct TermMap {
  private let file: String
  private let entries: [YAMLNode.Entry]
  private var asked: Set<String> = []
  private var faults: [Diagnostic] = []

  init(_ text: String, file: String) throws(InvalidInput) {
    self.file = file
    do throws(YAMLFault) {
      guard case .mapping(let entries) = try YAMLNode.parse(text)?.content else {
        entries = []
        return
      }
      self.entries = entries
    } catch {
      throw InvalidInput([
        Diagnostic(
          "terms.yaml", .error, at: .text(file: file, error.mark.span), error.message,
          suggestions: [.init(error.remedy)])
      ])
    }
  }

  /// A text with its place.
  struct Text {
    var text: String
    var mark: YAMLMark
    var words: [String] { text.words }
  }

  /// The keys and texts of a part.
  mutating func map(_ name: String) -> [(String, Text)] {
    guard let node = part(name) else { return [] }
    guard case .mapping(let entries) = node.content else {
      fault(node.start, "“\(name)”应当是“词: 词 词”这样一行一行的", "请参照随附的词表")
      return []
    }
    return entries.compactMap { entry in
      guard let key = entry.key.text, let text = entry.value.text else {
        fault(entry.value.start, "“\(entry.key.text ?? "")”后面应当是用空格分开的词", "请参照随附的词表")
        return nil
      }
      return (key, Text(text: text, mark: entry.value.start))
    }
  }

  /// The words of a part.
  mutating func words(_ name: String) -> [String] { part(name)?.text?.words ?? [] }

  /// The rows of a part.
  mutating func rows(_ name: String) -> [TermRow] {
    guard let node = part(name) else { return [] }
    guard case .sequence(let rows) = node.content else {
      fault(node.start, "“\(name)”应当是一条一条的，每条前面有“- ”", "请参照随附的词表")
      return []
    }
    return rows.map { TermRow($0, file: file) }
  }

  /// Takes over the faults of a row that was read.
  mutating func take(_ row: TermRow) { faults += row.result }

  /// Notes a fault.
  mutating func fault(_ mark: YAMLMark, _ message: String, _ remedy: String) {
    faults.append(
      Diagnostic("terms.row", .error, at: .text(file: file, mark.span), message, suggestions: [.init(remedy)])
    )
  }

  /// Ends the reading.
  mutating func finish() throws(InvalidInput) {
    for entry in entries {
      guard let key = entry.key.text, !asked.contains(key) else { continue }
      let near = nearestName(to: key, among: asked.sorted()).map { ",是否指“\($0)”？" } ?? ""
      fault(entry.key.start, "不认识的栏目“\(key)”\(near)", "可用的栏目：\(asked.sorted().joined(separator: "、"))")
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
  }

  private mutating func part(_ name: String) -> YAMLNode? {
    asked.insert(name)
    return entries.first { $0.key.text == name }?.value
  }
}

/// One row of a word list.
struct TermRow {
  private let file: String
  private let node: YAMLNode
  private var asked: Set<String> = []
  private var faults: [Diagnostic] = []

  init(_ node: YAMLNode, file: String) {
    self.node = node
    self.file = file
    if case .mapping = node.content { return }
    fault("每条应当写成 {栏目: 内容, …}")
  }

  /// Where the row stands.
  var place: SourcePlace { .text(file: file, node.start.span) }

  private var entries: [YAMLNode.Entry] {
    if case .mapping(let entries) = node.content { return entries }
    return []
  }

  /// A field's text; empty where it is missing.
  mutating func text(_ name: String) -> String {
    asked.insert(name)
    return entries.first { $0.key.text == name }?.value.text ?? ""
  }

  /// A field that must be there.
  mutating func required(_ name: String) -> String {
    let text = text(name)
    if text.isEmpty { fault("缺少“\(name)”") }
    return text
  }

  /// A field of several texts.
  mutating func list(_ name: String) -> [String] {
    asked.insert(name)
    guard let value = entries.first(where: { $0.key.text == name })?.value else { return [] }
    if case .sequence(let items) = value.content { return items.compactMap(\.text) }
    return value.text.map { [$0] } ?? []
  }

  mutating func fault(_ message: String, at mark: YAMLMark? = nil) {
    faults.append(
      Diagnostic(
        "terms.row", .error, at: .text(file: file, (mark ?? node.start).span), message,
        suggestions: [.init("请参照随附词表里的其他条目")]))
  }

  /// The faults, with those of fields that nobody asked for.
  var result: [Diagnostic] {
    var row = self
    for entry in entries {
      guard let key = entry.key.text, !asked.contains(key) else { continue }
      row.fault("不认识的栏目“\(key)”", at: entry.key.start)
    }
    return row.faults
  }
}

extension YAMLMark {
  /// The place alone.
  var span: TextSpan { TextSpan(line: line, column: column) }
}
