import Foundation
import ReportModel
import TestSupport

@testable import ReportReaders

/// Random reports such as a ledger can hold, with texts that YAML and the mending of full-width marks find hard.
struct RandomReport {
  private var generator: SeededGenerator
  private var serial = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...(items.count - 1))] }

  private static let pieces = [
    "出台", "方案", "2021年", "“快办”", "\u{FF1A}", "\u{FF0C}", "\u{FF08}试行\u{FF09}", ": ", " #", "#", "'", "\"",
    "\\",
    "{", "}", "[", "]", ",", "- ", "-", "?", "*", "&", "!", "%", "@", "`", "|", ">", "a", "12:30", "1.5万",
    "《甲》",
    "\u{FF03}", "\u{FF02}", "\u{FF3B}", "\u{FF5B}", "\u{FF5C}", "\u{3000}", "\u{A0}", "。", "、", "~", "null",
    "待填",
    "状态\u{FF1A}", "名称:", "\t", "😀", "𠮷", "\u{2028}", "备注: ",
  ]

  /// A text of one or, where allowed, several lines; never blank at its ends, because the reader trims those.
  mutating func text(lines: Bool = false) -> String {
    var text = ""
    for _ in 0..<number(1...6) { text += pick(Self.pieces) }
    if lines, chance(25) { text += "\n" + (chance(30) ? "\n" : "") + pick(["  缩进", "第二行", "- 项", "状态: 延期"]) }
    text = text.trimmed
    return text.isEmpty || text == "待填" ? "甲" : text
  }

  mutating func maybe(_ percent: Int = 50) -> String? { chance(percent) ? text(lines: true) : nil }

  mutating func name() -> String {
    serial += 1
    return "\(text())\(serial)"
  }

  mutating func origin(_ fields: [String] = []) -> Origin {
    Origin(
      locator: maybe(15), toVerify: chance(10) ? ["名称", text()] : [],
      toFill: fields.filter { _ in chance(30) })
  }

  mutating func date() -> PartialDate? {
    PartialDate(
      year: number(1990...2030), month: chance(80) ? 5 : nil, day: nil)
  }

  mutating func quantity() -> Quantity {
    let spelled = pick([
      "25808", "1.50万", "3-5", "91.4%", "3.12亿", "20万", "0.050", "-3", "1-2万", "12万亿", "3.0",
    ])
    var quantity = FigureSpelling.read(spelled) ?? Quantity(1)
    if quantity.unit.isEmpty, chance(70) { quantity.unit = pick(["个", "平方米", "元"]) }
    quantity.approximation = chance(30) ? .overYu : nil
    return quantity
  }

  mutating func figures() -> [StatedFigure] {
    (0..<pick([0, 0, 1, 2])).map { _ in
      StatedFigure(measure: text(), quantity: quantity(), asOf: maybe(20), origin: origin())
    }
  }

  mutating func narrative() -> [NarrativePart] {
    (0..<number(0...2)).map { _ in
      NarrativePart(heading: maybe(50), text: text(lines: true), origin: origin())
    }
  }

  mutating func unit() -> String { pick(["区财政局", "区委宣传部", "甲街道", "区发改委"]) }

  mutating func task() -> ReformTask {
    var task = ReformTask(number: chance(85) ? "改-\(number(1...9))-\(serial)" : nil, name: name())
    task.leadUnit = chance(85) ? unit() : nil
    task.supportingUnits = (0..<number(0...2)).map { _ in unit() }
    task.deadline = chance(60) ? Deadline(wording: pick(["2021-09", "三季度", "年底", "长期", "不知何时"])) : nil
    task.status =
      chance(80) ? TaskStatus(wording: pick(["已完成", "延期", "推进中", "超额完成", "没人知道的词"])) : nil
    task.progress = maybe()
    if task.isDelayed || chance(10), task.status != nil {
      task.delay = Delay(
        reason: maybe(), until: chance(50) ? Deadline(wording: "2022-06") : nil, approval: maybe(30))
    }
    if chance(15) { task.continues = EarlierTask(year: 2020, number: maybe(80), name: maybe()) }
    task.figures = figures()
    task.remark = maybe(30)
    var open: [String] = []
    if task.deadline == nil { open.append("完成时限") }
    if task.progress == nil { open.append("进展情况") }
    task.origin = origin(open)
    return task
  }

  mutating func output(_ tasks: [TaskReference], domain: String?) -> InstitutionalOutput {
    var output = InstitutionalOutput(title: name(), tasks: tasks)
    output.documentNumber = chance(40) ? "云政〔2021〕\(number(1...99))号" : nil
    output.issuer = chance(30) ? unit() : nil
    output.issueDate = chance(30) ? date() : nil
    output.domain = domain
    output.origin = origin()
    return output
  }

  mutating func report() -> Report {
    var report = Report(
      year: number(2015...2030), place: AdministrativePlace(fullName: "临江市云岭区", shortName: maybe(30)))
    report.title = maybe()
    report.issueDate = chance(60) ? date() : nil
    report.signature = chance(30) ? .atEnd : .belowTitle
    report.completionBasis = chance(50) ? .exceptDelayed : nil
    report.introduction = maybe()
    report.achievements = narrative()
    report.domains = (0..<number(0...4)).map { _ in
      var domain = Domain(name: name())
      domain.tasks = (0..<number(0...5)).map { _ in task() }
      domain.stated.tasks = chance(20) ? number(0...99) : nil
      domain.summary = maybe(20)
      domain.figures = figures()
      domain.origin = origin(domain.tasks.isEmpty ? ["任务"] : [])
      return domain
    }
    let tasks = report.tasks.map { $0.number.map(TaskReference.number) ?? .name($0.name) }
    for (index, task) in tasks.enumerated() where chance(40) {
      report.outputs += (0..<number(1...2)).map { _ in
        output([task] + (chance(15) ? tasks[index...].dropFirst().prefix(1) : []), domain: nil)
      }
    }
    if chance(20) { report.outputs.shuffle(using: &generator) }
    let domains = report.domains.map(\.name)
    for _ in 0..<number(0...2) {
      report.outputs.append(output([], domain: chance(50) && !domains.isEmpty ? pick(domains) : nil))
    }
    report.problems = narrative()
    report.attachments = chance(50) ? [Attachment(title: text())] : []
    report.figures = figures()
    report.sources = chance(30) ? [SourceDocument(name: text(), date: "2022", publisher: maybe())] : []
    report.origin = origin(report.title == nil ? ["标题"] : [])
    return report
  }
}
