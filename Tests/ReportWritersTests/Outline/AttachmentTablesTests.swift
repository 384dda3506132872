import Foundation
import ReportModel
import ReportWriters
import Testing

@Suite("Attachment tables, whatever the format")
struct AttachmentTablesTests {
  private func tables(_ report: Report) throws -> AttachmentTables {
    AttachmentTables(report, layout: try SampleReports.layout())
  }

  @Test("Every task has one row under its domain, in order, numbered through")
  func completion() throws {
    let report = SampleReports.report(tasks: 44)
    let table = try tables(report).completion
    #expect(table.sections.map(\.label) == report.domains.map(\.name))
    let rows = table.sections.flatMap(\.rows)
    #expect(rows.map { $0.cells[1].text } == (1...44).map(String.init))
    #expect(rows.map { $0.cells[2].text } == report.tasks.map(\.name))
    #expect(rows.map(\.isDelayed) == report.tasks.map(\.isDelayed))
    #expect(table.total.rows == 44)
    #expect(table.total[.delayed] == report.tasks.count(where: \.isDelayed))
    #expect(table.sections.allSatisfy { $0.remark == nil })
    #expect(table.remark == nil)
  }

  @Test("A status shows its standing first and the source's own words behind it")
  func status() throws {
    var report = SampleReports.report(tasks: 6, domains: 1)
    let words = ["已完成", "超额完成", "申请延期", "有点慢", "延期风险", ""]
    for (index, word) in words.enumerated() {
      report.domains[0].tasks[index].status = word.isEmpty ? nil : TaskStatus(wording: word)
    }
    let table = try tables(report).completion
    let cells = table.sections[0].rows.map { $0.cells[table.frame.countedColumn] }
    let own = ["已完成", "已完成\u{FF08}超额完成\u{FF09}", "延期\u{FF08}申请延期\u{FF09}", "有点慢", "“延期风险”", "未载"]
    #expect(cells.map(\.text) == own)
    #expect(cells.map(\.isOpen) == [false, false, false, false, false, true])
    #expect(table.total.words(categories: true) == "共6项\u{FF0C}已完成2项\u{FF0C}延期1项")
  }

  @Test("What the ledger does not say is shown as open; what it marks as 待填 says so; nothing is invented")
  func openCells() throws {
    var report = Report(year: 2022, place: AdministrativePlace(fullName: "示例市"))
    var task = ReformTask(name: "建立机制")
    task.origin.toFill = ["牵头单位", "进展情况"]
    report.domains = [Domain(name: "经济", tasks: [task])]
    report.outputs = [InstitutionalOutput(title: "关于《甲》的实施意见")]
    let completion = try tables(report).completion
    let texts = completion.sections[0].rows[0].cells.map { $0.isOpen ? "?\($0.text)" : $0.text }
    #expect(texts == ["经济", "1", "建立机制", "?待填", "", "?未载", "?未载", "?待填", ""])
    let outputs = try tables(report).outputs
    #expect(outputs.sections.map(\.label) == ["未注明领域"])
    let cells = outputs.sections[0].rows[0].cells.map { $0.isOpen ? "?\($0.text)" : $0.text }
    #expect(cells == ["未注明领域", "1", "《关于〈甲〉的实施意见》", "?未载", "?未载", "?未载", "?未载"])
  }

  @Test("Delayed tasks carry reason, new deadline and approval")
  func delays() throws {
    let report = SampleReports.report(tasks: 6, domains: 1)
    let row = try #require(try tables(report).completion.sections[0].rows.last)
    #expect(row.isDelayed)
    #expect(
      row.cells[7].text
        == "延期原因\u{FF1A}因上级配套文件尚未印发,暂无法在年底前完成。\n延至\u{FF1A}2022年\n审议\u{FF1A}区委深改委第一次会议")
  }

  @Test("Documents stand under the domain of their task; one of several tasks stands once")
  func outputs() throws {
    var report = SampleReports.report(tasks: 20, domains: 4)
    report.outputs = [
      InstitutionalOutput(
        title: "丙", tasks: [.number("改-20"), .number("改-1"), .number("改-20")]),
      InstitutionalOutput(title: "甲", tasks: [.number("改-1")]),
      InstitutionalOutput(title: "乙", tasks: [.number("没有")]),
    ]
    let table = try tables(report).outputs
    #expect(table.sections.map(\.label) == [report.domains[0].name, report.domains[3].name, "未注明领域"])
    #expect(table.sections.flatMap(\.rows).map { $0.cells[2].text } == ["《甲》", "《丙》", "《乙》"])
    #expect(table.sections[1].rows[0].cells[6].text == "\(report.tasks[19].name)\n\(report.tasks[0].name)")
    #expect(table.total.rows == 3)
  }

  @Test("A stated number that the rows do not reach stays visible, for domains and for the whole")
  func stated() throws {
    let table = try tables(SampleReports.statedOnly()).completion
    let comma = "\u{FF0C}"
    #expect(table.sections[0].remark == "原文载任务36项\(comma)未列名称\u{FF1B}原文载完成31项\(comma)未列名称")
    #expect(table.sections[2].remark == "原文载任务4项\(comma)本表列出1项\(comma)另3项原文未列名称")
    #expect(table.remark == "原文载任务270项\(comma)本表列出1项\(comma)另269项原文未列名称")
    let outputs = try tables(SampleReports.statedOnly()).outputs
    #expect(outputs.sections.isEmpty)
    #expect(outputs.remark == "原文载制度性成果33项\(comma)未列名称")
    let empty = Report(year: 2020, place: AdministrativePlace(fullName: "示例"))
    #expect(try tables(empty).outputs.remark == "台账未列制度性成果")
    #expect(try tables(empty).completion.remark == "台账未列领域和任务")
  }
}
