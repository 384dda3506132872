import ReportModel
import TestSupport

/// Ledgers such as offices keep, with names that are hard to tell from marks: figures, brackets, titles within titles, Latin letters.
struct GeneratedLedger {
  private var generator: SeededGenerator
  private var serial = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...(items.count - 1))] }

  private static let fields = [
    "经济体制改革", "行政体制改革", "文化体制改革", "社会体制改革", "生态文明体制改革", "民主法制改革", "城乡融合改革", "党的建设制度改革", "纪检监察体制改革", "金融改革",
    "教育改革",
    "医药卫生体制改革",
  ]
  private static let verbs = ["建立", "推行", "深化", "完善", "开展", "打造"]
  private static let things = [
    "“一件事”集成服务", "12345热线（二期）联动机制", "《营商环境〈若干措施〉》配套制度", "IPv6+智慧园区平台", "3个街道的网格员职级", "“1+N”政策体系",
    "APP备案（试点）制度",
    "5G基站共建共享办法", "城市更新片区统筹实施模式以及与之相衔接的土地供应、资金平衡、产业导入、公共服务配套一体推进工作机制建设任务",
  ]
  private static let work = [
    "出台配套文件，明确责任分工", "建成服务站点12个，覆盖居民3.5万人", "完成系统对接，办理时限压缩40%", "形成工作闭环，群众反映问题按期办理", "培训骨干200余名",
  ]

  private mutating func taskName() -> String {
    serial += 1
    return pick(Self.verbs) + pick(Self.things) + "（\(serial)号）"
  }

  private mutating func task() -> ReformTask {
    var task = ReformTask(
      name: taskName(),
      status: TaskStatus(
        pick([.completed, .completed, .completed, .inProgress, .notStarted, .delayed, .terminated])))
    task.leadUnit = chance(60) ? pick(["区发改委", "区财政局", "区委组织部", "各街道办"]) : nil
    task.supportingUnits = chance(30) ? ["区人社局", "区住建局"] : []
    task.deadline = chance(60) ? Deadline(wording: pick(["2023-09", "三季度", "年底", "6月底", "2023年9月30日"])) : nil
    if chance(80) { task.progress = "第\(serial)项工作" + pick(Self.work) + "。" }
    if task.isDelayed {
      task.delay = Delay(
        reason: "上级第\(serial)号方案尚未印发，区级缺少依据",
        until: chance(80) ? Deadline(wording: pick(["2024", "2024-06"])) : nil,
        approval: chance(60) ? pick(["区委深改委第\(number(3...4))次会议", "区委全面深化改革委员会第五次会议"]) : nil)
    }
    return task
  }

  mutating func report() -> Report {
    var report = Report(
      year: 2023, place: AdministrativePlace(fullName: "临江市云岭区", shortName: "云岭区", selfName: "我区"))
    report.title = "云岭区2023年全面深化改革工作总结报告"
    report.reportingUnit = "云岭区委改革办"
    report.issueDate = PartialDate(year: 2023, month: 12, day: nil)
    report.signature = pick(SignaturePlace.allCases)
    report.introduction = "2023年，我区坚持问题导向，改革工作有序推进。"
    let headed = chance(50)
    report.achievements = (0..<number(0...4)).map { index in
      NarrativePart(heading: headed ? "强化统筹之\(index + 1)" : nil, text: "健全调度机制，压实各方责任。全年推动事项\(index + 2)件落地。")
    }
    report.domains = Self.fields.prefix(number(0...12)).map { name in
      var domain = Domain(name: name)
      domain.tasks = (0..<pick([0, 1, 3, 8, 30])).map { _ in task() }
      if chance(20) {
        domain.stated = StatedCounts(
          tasks: domain.tasks.count + 3, completed: domain.tasks.count(where: \.isCompleted) + 2)
      }
      return domain
    }
    for task in report.tasks where chance(40) {
      serial += 1
      var output = InstitutionalOutput(
        title: "云岭区\(pick(Self.things))实施方案（\(serial)）", tasks: [.name(task.name)])
      output.documentNumber = chance(50) ? "云改发〔2023〕\(serial)号" : nil
      output.issuer = chance(50) ? "区委改革办" : nil
      output.issueDate = chance(50) ? PartialDate(year: 2023, month: 5, day: 20) : nil
      report.outputs.append(output)
    }
    report.problems = (0..<number(0...3)).map { NarrativePart(text: "第\($0 + 1)类改革举措协同不够，基层承接能力偏弱。") }
    report.nextSteps = (0..<number(0...3)).map {
      NarrativePart(heading: "抓重点环节之\($0 + 1)", text: "紧盯目标任务，逐项推动落实。")
    }
    return report
  }
}
