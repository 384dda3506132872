import Foundation
import ReportModel
import ReportWriters
import TestSupport

/// Reports made for these tests, the same ones at every run.
enum SampleReports {
  /// A generator with a seed: same seed, same numbers (SplitMix64).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let domains = [
    "经济体制改革", "行政体制改革", "社会体制改革", "生态文明体制改革", "深化党的建设制度改革", "民主法治领域改革", "文化体制改革", "城乡融合发展",
  ]
  private static let verbs = ["建立", "完善", "推进", "深化", "探索", "健全"]
  private static let things = [
    "企业服务长效机制", "网格化管理体系", "公共资源交易监管制度", "社区协商工作机制", "信用分级分类监管办法", "老旧小区更新统筹模式", "PPP项目全生命周期(2021-2025)监管",
  ]
  private static let units = ["区发改委", "区行政审批局", "区民政局", "区住建局", "区委组织部", "区生态环境分局", "区市场监管局、区数据资源局"]
  private static let progress = [
    "已印发实施方案,建立联席会议制度,全年召开调度会12次,问题整改率达98.5%。", "完成平台建设并上线运行。",
    "制定工作规程和负面清单,开展业务培训6场、覆盖1200余人,相关经验在全市推广;下一步将继续完善配套措施,推动形成长效机制。",
  ]

  /// A report with so many tasks over the first `count` domains, some of them delayed, with documents.
  static func report(tasks: Int, domains count: Int = 8, seed: UInt64 = 7, outputs: Bool = true) -> Report {
    var random = Seeded(state: seed)
    var report = Report(
      year: 2021, place: AdministrativePlace(fullName: "示例市东湖区", shortName: "东湖区"))
    report.reportingUnit = "区委改革办"
    report.issueDate = PartialDate(year: 2022, month: 7)
    report.domains = domains.prefix(count).map { Domain(name: $0) }
    for index in 0..<tasks {
      var task = ReformTask(
        number: "改-\(index + 1)",
        name: verbs.randomElement(using: &random)! + things.randomElement(using: &random)!)
      task.leadUnit = units.randomElement(using: &random)
      task.supportingUnits = Array(units.shuffled(using: &random).prefix(index % 3))
      task.deadline = Deadline(wording: ["2021年9月底", "年底", "三季度", "长期"][index % 4])
      task.status = TaskStatus(.completed)
      task.progress = progress.randomElement(using: &random)
      if index % 11 == 5 {
        task.status = TaskStatus(wording: "延期")
        task.delay = Delay(
          reason: "因上级配套文件尚未印发,暂无法在年底前完成。", until: Deadline(wording: "2022年"), approval: "区委深改委第一次会议")
        task.progress = nil
      } else if index % 13 == 7 {
        task.status = TaskStatus(wording: "超额完成")
      } else if index % 17 == 9 {
        task.status = TaskStatus(wording: "正常推进")
      }
      report.domains[index * count / tasks].tasks.append(task)
      if outputs, index % 3 != 2 {
        var output = InstitutionalOutput(
          title: "东湖区\(task.name)实施方案(试行)", tasks: [.number(task.number!)])
        if index % 2 == 0 {
          output.documentNumber = "东办发〔2021〕\(index + 1)号"
          output.issuer = "区委办、区政府办"
          output.issueDate = PartialDate(year: 2021, month: 1 + index % 12, day: 1 + index % 28)
        }
        report.outputs.append(output)
      }
    }
    return report
  }

  /// A report with only what a source states: no task is named.
  static func statedOnly() -> Report {
    var report = Report(year: 2022, place: AdministrativePlace(fullName: "示例市开发区"))
    report.domains = ["党建引领基层治理", "营商环境", "民生服务"].map { Domain(name: $0) }
    report.domains[0].stated = StatedCounts(tasks: 36, completed: 31)
    report.domains[1].stated = StatedCounts(tasks: 230, completed: 212, delayed: 3)
    report.domains[2].tasks = [ReformTask(number: "一", name: "建设社区食堂", status: TaskStatus(.completed))]
    report.domains[2].stated = StatedCounts(tasks: 4)
    report.stated = StatedCounts(tasks: 270, outputs: 33)
    return report
  }

  /// A report whose texts are longer than a row, a page, or a column's usual share.
  static func longTexts() -> Report {
    var report = report(tasks: 12, domains: 3)
    report.domains[0].name = "统筹推进以县城为重要载体的城镇化建设和农业农村现代化综合配套改革"
    report.domains[0].tasks[1].progress = String(
      repeating: "完善制度机制,明确责任分工,推动各项任务落地见效。", count: 130)
    report.domains[1].tasks[0].name = String(repeating: "推进行政审批制度和综合行政执法体制改革", count: 6)
    report.domains[2].tasks[2].progress = String(repeating: "第一行\n第二行\n", count: 60)
    report.domains[2].tasks[3].leadUnit = "Administrative-Committee-of-the-National-Development-Zone"
    return report
  }

  /// The columns as they are shipped.
  static func layout() throws -> AttachmentLayout {
    let file = Workplace.repository.appending(path: "Templates/attachments.yaml")
    return try AttachmentLayout(String(contentsOf: file, encoding: .utf8), file: "attachments.yaml")
  }

  /// Writes a report's workbook.
  static func write(_ report: Report, to file: URL) throws {
    try AttachmentWorkbook(report, layout: layout()).write(to: file.path(percentEncoded: false))
  }
}
