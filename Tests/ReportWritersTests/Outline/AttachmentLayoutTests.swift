import Foundation
import ReportModel
import ReportWriters
import TestSupport
import Testing

@Suite("The columns file")
struct AttachmentLayoutTests {
  private static let good = """
    附件1:
      标题: 成果表
      栏目:
        - {内容: 文件名称, 宽: 40}
    附件2:
      标题: 情况表
      栏目:
        - {表头: 任务, 内容: 改革任务, 宽: 40}
        - {内容: 完成情况, 宽: 10, 对齐: 居中}

    """

  private func faults(_ text: String) -> [Diagnostic] {
    do {
      _ = try AttachmentLayout(text, file: "attachments.yaml")
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test("Headings, fields, widths, order and titles come from the file")
  func columns() throws {
    let layout = try AttachmentLayout("\u{FEFF}" + Self.good, file: "attachments.yaml")
    let table = AttachmentTables(SampleReports.report(tasks: 5, domains: 1), layout: layout).completion
    #expect(table.frame.title == "情况表")
    #expect(
      table.frame.columns == [
        .init(heading: "任务", width: 40, alignment: .left),
        .init(heading: "完成情况", width: 10, alignment: .center),
      ])
    #expect(table.frame.labelColumn == nil)
    #expect(table.sections[0].rows[0].cells.count == 2)
  }

  @Test(
    "Faults have their line and column and a way out",
    arguments: [
      ("宽: 40}\n附件2", "宽: 四十}\n附件2", "4:21", "宽"),
      ("宽: 40}\n附件2", "宽: 500}\n附件2", "4:21", "半角"),
      ("内容: 文件名称", "内容: 文件名字", "4:12", "是否指“文件名称”"),
      ("对齐: 居中", "对齐: 居右", "9:29", "是否指“居中”"),
      ("表头: 任务", "表头名: 任务", "8:8", "是否指“表头”"),
      ("内容: 完成情况", "内容: 备注", "8:5", "完成情况"),
      ("{内容: 完成情况", "{内容: 改革任务", "9:7", "改革任务"),
      ("标题: 情况表", "标题:", "6:6", "标题"),
      ("  标题: 成果表\n", "", "2:3", "标题"),
      ("附件2:", "附件3:", "5:1", "是否指“附件"),
      ("    - {内容: 文件名称, 宽: 40}", "    文件名称", "4:5", "- "),
      ("附件1:", "附件1: &a", "1:6", "特殊含义"),
    ])
  func faulty(old: String, new: String, place: String, words: String) throws {
    try #require(Self.good.contains(old))
    let found = faults(Self.good.replacingOccurrences(of: old, with: new))
    let fitting = found.filter { diagnostic in
      diagnostic.place.description == "attachments.yaml:\(place)"
        && (diagnostic.message + diagnostic.suggestions.map(\.summary).joined()).contains(words)
    }
    let said = found.map { "\($0.place) \($0.message) \($0.suggestions.map(\.summary))" }
    #expect(!fitting.isEmpty, "\(said)")
  }

  @Test("All faults of a file come together, and an empty file is one")
  func together() {
    let text = Self.good.replacingOccurrences(of: "文件名称", with: "不知道").replacingOccurrences(
      of: "居中", with: "随便")
    #expect(faults(text).count >= 2)
    #expect(faults("# 没有内容\n").map(\.rule) == ["template.empty"])
    #expect(!faults("[]").isEmpty)
    #expect(!faults("附件1: [\n").isEmpty)
  }

  @Test("Every field named in the shipped file's explanation exists, and every field is named there")
  func explained() throws {
    let file = Workplace.repository.appending(path: "Templates/attachments.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let comment = text.split(separator: "\n").filter { $0.hasPrefix("#") }.joined()
    for (attachment, key) in [("附件1", "文件名称"), ("附件2", "完成情况")] {
      let other = attachment == "附件1" ? "附件2" : "附件1"
      let start = try #require(comment.range(of: "\(attachment) 可用的内容"))
      let part = comment[start.upperBound...]
      let own = part.range(of: "\(other) 可用的内容").map { part[..<$0.lowerBound] } ?? part
      // The error for an unknown field lists all there are.
      let bad = Self.good.replacingOccurrences(of: "内容: \(key)", with: "内容: 不存在的东西")
      let said = try #require(
        faults(bad).first { $0.rule == "template.unknown-field" }?.suggestions.first?.summary)
      let fields = try #require(said.components(separatedBy: "可用的有\u{FF1A}").last).components(
        separatedBy: "、")
      #expect(fields.count > 5)
      for field in fields { #expect(own.contains(field), "\(attachment): \(field)") }
    }
  }
}
