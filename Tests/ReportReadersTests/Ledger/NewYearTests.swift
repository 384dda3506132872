import ReportModel
import Testing

@testable import ReportReaders

@Suite struct NewYearTests {
  private let text = """
    年度: 2021
    地区: {全称: 临江市云岭区, 简称: 云岭区}
    标题: 2021年总结
    报告单位: 区委改革办
    主送: 区委深改委
    任务数: 9
    数据: [{指标: 车位, 数值: 3, 单位: 个}]
    存在问题: [深度不够]
    领域:
      - 名称: 经济
        任务:
          - {编号: 经-1, 名称: 甲, 牵头单位: 区发改委, 状态: 已完成, 进展情况: 办完}
          - {编号: 经-2, 名称: 乙, 牵头单位: 区财政局, 责任单位: [区审计局], 状态: 延期, 延期: {原因: 等方案。, 延至: 2022-06, 审议: 某会议}}
          - {编号: 经-3, 名称: 丙, 状态: 延期, 原任务: {年度: 2020, 编号: 旧-7}, 备注: "2020年延期，原因：旧事\\n别的话", 延期: {延至: 2021}}
          - {编号: 经-4, 名称: 丁, 状态: 推进中}
      - 名称: 文化
    """

  private func open(_ year: Int) throws -> NewYear {
    try NewYear(year, from: LedgerReader().read([UInt8](text.utf8), file: "2021.yaml"), file: "2021.yaml")
  }

  @Test func delayedTasksAreCarriedOverAndNothingElse() throws {
    let new = try open(2022)
    let read = try LedgerReader().read([UInt8](new.text.utf8), file: "2022.yaml")
    #expect(read.report.settled == new.report.settled)
    let report = read.report
    #expect(report.year == 2022 && report.place.short == "云岭区" && report.reportingUnit == "区委改革办")
    #expect(report.title == nil && report.figures.isEmpty && report.stated.isEmpty && report.problems.isEmpty)
    #expect(report.domains.map(\.name) == ["经济", "文化"])
    #expect(report.domains[1].origin.toFill == ["任务"])
    #expect(report.origin.toFill.contains("标题") && report.origin.toFill.contains("完成率口径"))
    let carried = report.domains[0].tasks
    #expect(carried.map(\.number) == ["经-2", "经-3"])
    #expect(carried[0].continues == EarlierTask(year: 2021, number: "经-2", name: "乙"))
    #expect(carried[0].leadUnit == "区财政局" && carried[0].supportingUnits == ["区审计局"])
    #expect(carried[0].deadline == Deadline(wording: "2022-06") && carried[0].status == nil)
    #expect(carried[0].remark == "2021年延期\u{FF0C}原因\u{FF1A}等方案\u{FF1B}延至\u{FF1A}2022年6月\u{FF1B}审议\u{FF1A}某会议")
    #expect(carried[0].origin.toFill == ["进展情况", "状态"])
    #expect(carried[1].origin.toFill == ["牵头单位", "进展情况", "状态"])
  }

  @Test func aSecondYearOfDelayShows() throws {
    let new = try open(2022)
    let remark = try #require(new.report.domains[0].tasks[1].remark)
    #expect(remark.hasPrefix("2021年延期\u{FF08}连续第2年延期\u{FF09}"))
    #expect(remark.hasSuffix("\n2020年延期\u{FF0C}原因\u{FF1A}旧事"))
    #expect(new.notes.map(\.rule) == ["new.again", "new.reason", "new.past", "new.left-behind"])
    // And the year after next counts on.
    var text = new.text
    text = text.replacing("状态: 待填", with: "状态: 延期")
    let third = try NewYear(
      2023, from: LedgerReader().read([UInt8](text.utf8), file: "2022.yaml"), file: "2022.yaml")
    #expect(third.report.domains[0].tasks[1].remark?.hasPrefix("2022年延期\u{FF08}连续第3年延期\u{FF09}") == true)
    #expect(third.report.domains[0].tasks[0].remark?.hasPrefix("2022年延期\u{FF08}连续第2年延期\u{FF09}") == true)
  }

  @Test(arguments: [2020, 2021, 2023]) func theYearMustFollow(_ year: Int) throws {
    #expect(throws: InvalidInput.self) { try open(year) }
  }
}
