import ReportModel

/// Goes through a template once: finds its tags, checks their names and pairs, and gives them the names the engine takes.
struct TemplateScan {
  private(set) var faults: [Diagnostic] = []
  private let file: String
  private var scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1
  private var open: [(name: String, mark: (line: Int, column: Int), scope: TagCatalogue.Scope?)] = []

  init(_ text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
    scalars.removeAll { $0 == "\r" || $0 == "\u{FEFF}" }
  }

  /// The template as the engine takes it.
  mutating func translated() -> String {
    var out = String.UnicodeScalarView()
    while position < scalars.count {
      if starts(with: "{{") {
        out.append(contentsOf: tag().unicodeScalars)
      } else {
        if starts(with: "}}") {
          fault("stray-close", (line, column), "多出一对 }}", "请删去，或在前面补上 {{")
          advance(1)
        }
        // Only an empty line of the template itself parts paragraphs, not one that filling it leaves empty.
        if scalars[position] == "\n", lineIsEmpty { out.append(TemplateValues.paragraphBreak) }
        out.append(scalars[position])
        advance(1)
      }
    }
    for tag in open.reversed() {
      fault(
        "unclosed", tag.mark, "{{#\(tag.name)}} 没有结束", "请在这一段之后补上 {{/\(tag.name)}}")
    }
    faults.sort { Self.place($0) < Self.place($1) }
    return String(out)
  }

  private static func place(_ fault: Diagnostic) -> (Int, Int) {
    if case .text(_, let span) = fault.place { return (span.line, span.column) }
    return (0, 0)
  }

  private mutating func tag() -> String {
    let mark = (line: line, column: column)
    advance(2)
    let start = position
    let isComment = position < scalars.count && scalars[position] == "!"
    while position < scalars.count, !starts(with: "}}"), isComment || !starts(with: "{{"),
      isComment || scalars[position] != "\n"
    {
      advance(1)
    }
    let inner = String(String.UnicodeScalarView(scalars[start..<position]))
    guard starts(with: "}}") else {
      fault("unclosed-tag", mark, "{{ 没有对应的 }}", "请在名称后补上 }}")
      return ""
    }
    advance(2)
    guard !isComment else { return "{{! }}" }
    return translated(inner, mark)
  }

  private mutating func translated(_ inner: String, _ mark: (line: Int, column: Int)) -> String {
    let text = inner.filter { !$0.isWhitespace }
    let sign =
      text.unicodeScalars.first.map {
        "#^/".unicodeScalars.contains($0.halfWidth) ? String($0.halfWidth) : ""
      } ?? ""
    let name = sign.isEmpty ? text : String(text.dropFirst())
    let scopes = [TagCatalogue.Scope.report] + open.compactMap(\.scope)
    if sign == "/" { return close(name, mark) }
    guard let found = TagCatalogue.find(name, in: scopes) else {
      unknown(name, mark, scopes)
      if !sign.isEmpty { open.append((name, mark, nil)) }
      return ""
    }
    if case .list(let scope) = found.kind {
      guard !sign.isEmpty else {
        fault("list-as-value", mark, "“\(name)”是一个列表，不能直接写出", "请写成 {{#\(name)}}…{{/\(name)}}")
        return ""
      }
      open.append((name, mark, sign == "#" ? scope : nil))
    } else if !sign.isEmpty {
      open.append((name, mark, nil))
    }
    return "{{\(sign)\(TagCatalogue.engineName(name, in: found.scope))}}"
  }

  private mutating func close(_ name: String, _ mark: (line: Int, column: Int)) -> String {
    guard let last = open.last else {
      fault("stray-end", mark, "{{/\(name)}} 前面没有 {{#\(name)}}", "请删去，或补上开头")
      return ""
    }
    guard last.name == name else {
      fault(
        "crossed", mark, "{{/\(name)}} 与第\(last.mark.line)行的 {{#\(last.name)}} 不配对", "请先写 {{/\(last.name)}}")
      if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
      return ""
    }
    open.removeLast()
    let scopes = [TagCatalogue.Scope.report] + open.compactMap(\.scope)
    guard let found = TagCatalogue.find(name, in: scopes) else { return "" }
    return "{{/\(TagCatalogue.engineName(name, in: found.scope))}}"
  }

  private mutating func unknown(
    _ name: String, _ mark: (line: Int, column: Int), _ scopes: [TagCatalogue.Scope]
  ) {
    let known = scopes.reversed().flatMap { (TagCatalogue.names[$0] ?? [:]).keys.sorted() }
    let near = nearestName(to: name, among: known)
    let owner = TagCatalogue.Scope.allCases.first { TagCatalogue.names[$0]?[name] != nil }
    if let owner {
      fault("unknown-tag", mark, "“\(name)”只能用在 {{#\(owner.rawValue)}}…{{/\(owner.rawValue)}} 之内", "请移到其中")
    } else {
      fault(
        "unknown-tag", mark, "模板里没有“\(name)”这个名称" + (near.map { ",是否指“\($0)”？" } ?? ""),
        near.map { "请改为“\($0)”" } ?? "这里可用的名称：\(known.joined(separator: "、"))")
    }
  }

  private mutating func fault(
    _ rule: String, _ mark: (line: Int, column: Int), _ message: String, _ remedy: String
  ) {
    faults.append(
      Diagnostic(
        "template.\(rule)", .error, at: .text(file: file, TextSpan(line: mark.line, column: mark.column)),
        message,
        suggestions: [.init(remedy)]))
  }

  /// Whether the line that ends here holds nothing.
  private var lineIsEmpty: Bool {
    let before = scalars[..<position].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return scalars[before..<position].allSatisfy(\.properties.isWhitespace)
  }

  private func starts(with mark: String) -> Bool {
    let mark = Array(mark.unicodeScalars)
    return position + mark.count <= scalars.count
      && scalars[position..<(position + mark.count)].elementsEqual(mark)
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count where position < scalars.count {
      if scalars[position] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
      position += 1
    }
  }
}
