/// 规则说明页: the reference page of all rules, made from the rules themselves.
public enum CheckReference {
  /// The page in Markdown, ending with a line break.
  public static func page(of checks: [any Check] = allChecks) -> String {
    var text = """
      # 核对规则

      <!-- 本页由各条规则自己的说明和示例生成，请不要手改:reform-report explain --page > docs/checks.md -->

      `reform-report check` 用到的规则共 \(checks.count) 条。〔〕里是规则会指出的字句。严重程度可以在“核对设置.yaml”里改。

      | 规则 | 级别 | 查什么 |
      |---|---|---|

      """
    for check in checks {
      let about = check.about
      text += "| [`\(about.id)`](#\(anchor(about.id))) | \(about.severity.chinese) | \(about.summary) |\n"
    }
    for check in checks { text += "\n" + section(of: check.about) }
    return text
  }

  /// One rule's section.
  public static func section(of about: CheckDescription) -> String {
    var text = """
      ## \(about.id)

      \(about.summary)。级别：\(about.severity.chinese)。

      \(about.rationale)

      依据：\(about.source)

      """
    if !about.triggering.isEmpty {
      text += "\n会指出：\n" + about.triggering.map(block).joined()
    }
    if !about.silent.isEmpty {
      text += "\n不会指出：\n" + about.silent.map(block).joined()
    }
    return text
  }

  /// An example as an indented block; the marked words stand in 〔〕.
  private static func block(_ example: CheckExample) -> String {
    var text = ""
    func add(_ heading: String?, _ body: String) {
      if let heading { text += "\n\(heading)\n" }
      text += "\n"
      for line in body.split(separator: "\n") { text += "    \(line)\n" }
    }
    add(nil, example.marked.replacing("[[", with: "〔").replacing("]]", with: "〕"))
    if let ledger = example.ledger { add("台账：", ledger) }
    if let lastYear = example.lastYear { add("上年报告：", lastYear) }
    return text
  }

  /// The anchor that GitHub gives a heading.
  private static func anchor(_ id: String) -> String { id.filter { $0 != "." } }
}
