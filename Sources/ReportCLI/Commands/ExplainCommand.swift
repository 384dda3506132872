import ArgumentParser
import ReportChecks
import ReportModel

/// `explain`: what a rule finds and why, with its examples; without a name, the list.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一条核对规则：查什么、为什么、会指出和不会指出的例子。",
    discussion: """
      例：
        reform-report explain                       列出全部规则
        reform-report explain structure.ordinals    说明一条规则
      """)

  @Argument(help: ArgumentHelp("规则名；不写则列出全部。也可以只写组名，例如 wording。", valueName: "规则"))
  var rule: String?

  @Flag(help: ArgumentHelp("输出整页规则说明（docs/checks.md）。", visibility: .hidden))
  var page = false

  func run() throws {
    if page { return print(CheckReference.page(), terminator: "") }
    guard let rule else {
      for check in allChecks { print(Self.line(check.about)) }
      return
    }
    let group = allChecks.filter { $0.about.id == rule || $0.about.id.hasPrefix(rule + ".") }
    if group.isEmpty {
      let names = allChecks.map(\.about.id)
      let near = nearestName(to: rule, among: names).map { ",是否指 \($0)?" } ?? "。"
      throw ValidationError("没有“\(rule)”这条规则\(near)全部规则见 reform-report explain。")
    }
    if group.count > 1 {
      for check in group { print(Self.line(check.about)) }
    } else {
      for check in group { print(CheckReference.section(of: check.about), terminator: "") }
    }
  }

  private static func line(_ about: CheckDescription) -> String {
    "\(about.id)  \(about.severity.chinese)  \(about.summary)"
  }
}
