import Foundation
import ReportModel
import Testing

@testable import ReportWriters

@Suite struct WordingTemplateTests {
  /// The faults of a template, as `rule@line:column`.
  private func faults(_ text: String) -> [String] {
    do throws(InvalidInput) {
      _ = try WordingTemplate(text: text, file: "模板.md")
      return []
    } catch {
      return error.diagnostics.map { fault in
        guard case .text(_, let span) = fault.place else { return fault.rule }
        return "\(fault.rule)@\(span.line):\(span.column)"
      }
    }
  }

  @Test(arguments: [
    ("{{标题}}\n", []),
    ("{{标提}}\n", ["template.unknown-tag@1:1"]),
    ("第一行\n第二行{{ 年渡 }}\n", ["template.unknown-tag@2:4"]),
    ("{{#领域}}{{名称}}\n", ["template.unclosed@1:1"]),
    ("{{#领域}}{{#全部完成}}{{/领域}}{{/全部完成}}\n", ["template.crossed@1:17", "template.stray-end@1:24"]),
    ("{{标题\n", ["template.unclosed-tag@1:1"]),
    ("标题}}\n", ["template.stray-close@1:3"]),
    ("{{/领域}}\n", ["template.stray-end@1:1"]),
    ("{{领域}}\n", ["template.list-as-value@1:1"]),
    ("{{原因}}\n", ["template.unknown-tag@1:1"]),
    ("{{#领域}}{{#延期任务}}{{原因}}{{名称}}{{自称}}{{/延期任务}}{{/领域}}\n", []),
    ("{{! 说明 {{标提 }}{{^标题}}无{{/标题}}\n", []),
  ])
  func namesAndPairsAreChecked(text: String, expected: [String]) { #expect(faults(text) == expected) }

  @Test func aMistypedNameGetsASuggestion() {
    let fault = #expect(throws: InvalidInput.self) { try WordingTemplate(text: "{{完成率值}}", file: "模板.md") }
    #expect(fault?.diagnostics.first?.message.contains("是否指“完成率”") == true)
  }

  private func blocks(_ template: String, _ change: (inout Report) -> Void = { _ in }) throws
    -> [OutlineBlock]
  {
    var report = Report(year: 2021, place: AdministrativePlace(fullName: "临江市云岭区"))
    change(&report)
    return Outline(of: report, wording: try WordingTemplate(text: template, file: "模板.md")).blocks
  }

  @Test func headingsAreNumberedOnlyWhereSomethingStandsUnderThem() throws {
    let template = "## 空的\n\n{{导语}}\n\n## 甲\n\n### 子\n\n文字\n\n### 丑\n\n文字\n\n## 乙\n\n文字\n"
    #expect(
      try blocks(template) == [
        .heading(level: 1, "一、甲"), .heading(level: 2, "\u{FF08}一\u{FF09}子"), .paragraph("文字"),
        .heading(level: 2, "\u{FF08}二\u{FF09}丑"), .paragraph("文字"), .heading(level: 1, "二、乙"),
        .paragraph("文字"),
      ])
  }

  @Test func aValueCannotChangeTheFormOfTheReport() throws {
    let found = try blocks("{{导语}}\n") { $0.introduction = "# 像标题\n\n{{标题}} 第二行" }
    #expect(found == [.paragraph("# 像标题"), .paragraph("{{标题}} 第二行。")])
  }

  @Test func linesOfATemplateJoinAndEmptyConditionsLeaveNoGap() throws {
    let template = "开头\n{{#导语}}不写{{/导语}}\n{{^导语}},中间{{/导语}}\n{{#工作成绩}}\n不写\n{{/工作成绩}}\n结尾\n"
    #expect(try blocks(template) == [.paragraph("开头,中间结尾")])
  }

  @Test func aNameOfAnOuterListIsNotTakenForAnInnerOne() throws {
    // The domain's number is unknown, and the report's must not stand in for it.
    let found = try blocks("{{#领域}}{{名称}}{{#任务数}}{{任务数}}{{/任务数}}{{^任务数}}不详{{/任务数}}\n\n{{/领域}}") { report in
      report.stated.tasks = 34
      report.domains = [Domain(name: "文化")]
    }
    #expect(found == [.paragraph("文化不详")])
  }
}
