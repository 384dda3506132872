import Foundation
import ReportModel
import ReportWriters

// Writes the completion table of so many made-up tasks: spreadsheet-benchmark ROWS FILE.
// completion_table.c and completion_table.py write the same cells; run.py compares all three.

let columns = """
  附件1: {标题: 制度性成果汇总表, 栏目: [{内容: 文件名称, 宽: 40}]}
  附件2:
    标题: 重点改革任务完成情况表
    栏目:
      - {内容: 领域, 宽: 10, 对齐: 居中}
      - {内容: 序号, 宽: 9, 对齐: 居中}
      - {内容: 编号, 宽: 12, 对齐: 居中}
      - {内容: 改革任务, 宽: 28}
      - {内容: 牵头单位, 宽: 14, 对齐: 居中}
      - {内容: 责任单位, 宽: 20, 对齐: 居中}
      - {内容: 完成时限, 宽: 12, 对齐: 居中}
      - {内容: 完成情况, 宽: 10, 对齐: 居中}
      - {内容: 进展情况, 宽: 36}
      - {内容: 延期原因, 宽: 24}
      - {内容: 备注, 宽: 10}
  """
/// Made-up tasks, each made when it is asked for.
struct MadeUpTasks: Sequence, IteratorProtocol {
  let count: Int
  private var index = 0
  private let domains = ["经济体制改革", "行政体制改革", "社会体制改革", "文化体制改革"]
  private let names = ["建立企业服务长效机制第", "完善社区协商工作机制第", "推进公共资源交易监管第", "健全网格化管理体系第"]
  private let units = ["区发改委", "区民政局", "区住建局", "区委组织部"]
  private let supporting = [
    ["区民政局", "区住建局"], ["区住建局", "区委组织部"], ["区委组织部", "区发改委"], ["区发改委", "区民政局"],
  ]
  private let progress = [
    "印发实施方案并建立联席会议制度全年召开调度会议十二次问题整改到位",
    "完成平台建设并上线运行累计服务企业一千二百余家", "制定工作规程和负面清单开展业务培训六场覆盖一千二百余人相关经验在全市推广", "完成",
  ]
  private let completed = TaskStatus(.completed)
  private let delayed = TaskStatus(.delayed)
  private let delay = Delay(reason: "因上级配套文件尚未印发年底前无法完成")

  private var task = ReformTask(name: "")

  init(count: Int) {
    self.count = count
    task.deadline = Deadline(wording: "年底")
  }

  mutating func next() -> TaskItem? {
    guard index < count else { return nil }
    defer { index += 1 }
    let kind = index % 4
    let number = String(index)
    var name = ""
    name.reserveCapacity(64)
    name += names[kind]
    name += number
    name += "项"
    let isDelayed = index % 11 == 5
    task.number = "改-" + number
    task.name = name
    task.leadUnit = units[kind]
    task.supportingUnits = supporting[kind]
    task.status = isDelayed ? delayed : completed
    task.progress = isDelayed ? nil : progress[kind]
    task.delay = isDelayed ? delay : nil
    return TaskItem(task: task, domain: domains[index * 4 / count], serial: index + 1)
  }
}

guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[1]), count > 0 else {
  print("spreadsheet-benchmark ROWS FILE")
  exit(64)
}
var report = Report(year: 2021, place: AdministrativePlace(fullName: "示例市东湖区"))
report.issueDate = PartialDate(year: 2022, month: 7, day: 1)
do {
  let layout = try AttachmentLayout(columns, file: "columns")
  try AttachmentWorkbook(report, layout: layout).writeCompletion(
    of: MadeUpTasks(count: count), to: CommandLine.arguments[2])
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(3)
}
