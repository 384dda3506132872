public import ReportModel

/// 栏目内容: what a column may hold, by its name in the columns file.
///
/// A class, since a table of half a million rows asks each of its fields as often, and copying them would show.
final class AttachmentField<Item>: Sendable {
  /// The name in the columns file, such as 牵头单位.
  let name: String
  /// The ledger's fields behind it: where one of them is marked 待填, so is the cell.
  let ledgerFields: [String]
  /// Whether every item should have it, so that a missing one is shown as open.
  let isExpected: Bool
  /// Its text for an item; nil where the ledger does not say.
  let text: @Sendable (Item) -> String?

  init(
    _ name: String, of ledgerFields: [String]? = nil, expected: Bool = false,
    _ text: @escaping @Sendable (Item) -> String?
  ) {
    self.name = name
    self.ledgerFields = ledgerFields ?? [name]
    self.isExpected = expected
    self.text = text
  }

  /// The cell for an item with this origin.
  func cell(for item: Item, _ origin: Origin) -> AttachmentTable.Cell {
    if let text = text(item), !text.isEmpty { return .init(text) }
    if !origin.toFill.isEmpty, ledgerFields.contains(where: origin.toFill.contains) {
      return .init("待填", isOpen: true)
    }
    return isExpected ? .init("未载", isOpen: true) : .init("")
  }
}

/// A task with what its row needs to know from outside it.
///
/// A class, since each field of its row is handed the whole of it, and copying it would show.
public final class TaskItem: Sendable {
  /// The task.
  public let task: ReformTask
  /// 领域.
  public let domain: String
  /// 序号 in the table, from 1.
  public let serial: Int
  /// The documents that came out of it.
  public let outputs: [InstitutionalOutput]

  /// A task with its surroundings.
  public init(task: ReformTask, domain: String, serial: Int, outputs: [InstitutionalOutput] = []) {
    self.task = task
    self.domain = domain
    self.serial = serial
    self.outputs = outputs
  }

  /// The fields of the completion table. To offer a clerk one more, add a line.
  static let fields: [AttachmentField<TaskItem>] = [
    .init("领域") { $0.domain },
    .init("序号") { String($0.serial) },
    .init("编号") { $0.task.number },
    .init("改革任务", of: ["名称"], expected: true) { $0.task.name },
    .init("牵头单位", expected: true) { $0.task.leadUnit },
    .init("责任单位") { $0.task.supportingUnits.joined(separator: "、") },
    .init("牵头及责任单位", of: ["牵头单位", "责任单位"], expected: true) { item in
      ([item.task.leadUnit].compactMap { $0 } + item.task.supportingUnits).joined(separator: "、")
    },
    .init("完成时限", expected: true) { $0.task.deadline?.chinese },
    .init("完成情况", of: ["状态"], expected: true) { $0.statusText },
    .init("进展情况") { $0.task.progress },
    .init("进展及延期说明", of: ["进展情况", "延期"]) { $0.progressText },
    .init("延期原因", of: ["延期"]) { $0.task.delay?.reason },
    .init("延至", of: ["延期"]) { $0.task.delay?.until?.chinese },
    .init("审议", of: ["延期"]) { $0.task.delay?.approval },
    .init("制度性成果") { item in item.outputs.map { DocumentTitle.quoted($0.title) }.joined(separator: "\n") },
    .init("原任务") { $0.continuedText },
    .init("备注") { item in
      guard let continued = item.continuedText else { return item.task.remark }
      return [continued, item.task.remark].compactMap { $0 }.joined(separator: "\n")
    },
    .init("出处") { $0.task.origin.locator },
  ]

  /// The status in the closed vocabulary, with the source's own words behind it where they differ.
  ///
  /// Counts are taken from the first words of this text; words with no meaning must not look like one of them.
  private var statusText: String? {
    guard let status = task.status else { return nil }
    guard let kind = status.kind else {
      let misleading = TaskStatus.Kind.allCases.contains { status.wording.hasPrefix($0.rawValue) }
      return misleading ? "“\(status.wording)”" : status.wording
    }
    return status.wording == kind.rawValue
      ? kind.rawValue : kind.rawValue + "\u{FF08}\(status.wording)\u{FF09}"
  }

  /// 进展情况, and for a delayed task its reason, new deadline and approval.
  private var progressText: String? {
    var lines = [task.progress].compactMap { $0 }
    if let delay = task.delay {
      let parts = [
        ("延期原因", delay.reason), ("延至", delay.until?.chinese), ("审议", delay.approval),
      ]
      for (name, text) in parts {
        if let text { lines.append("\(name)\u{FF1A}\(text)") }
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private var continuedText: String? {
    task.continues.map { earlier in
      "接续\(earlier.year)年" + ([earlier.number, earlier.name].compactMap { $0 }.joined(separator: " "))
    }
  }
}

/// A document with what its row needs to know from outside it.
struct OutputItem: Sendable {
  /// The document.
  var output: InstitutionalOutput
  /// 领域; empty where no task tells.
  var domain: String
  /// 序号 in the table, from 1.
  var serial: Int
  /// The tasks it came from.
  var tasks: [ReformTask]

  /// The fields of the table of documents.
  static let fields: [AttachmentField<OutputItem>] = [
    .init("领域") { $0.domain },
    .init("序号") { String($0.serial) },
    .init("文件名称", of: ["名称"], expected: true) { DocumentTitle.quoted($0.output.title) },
    .init("文号", expected: true) { $0.output.documentNumber },
    .init("发文单位", expected: true) { $0.output.issuer },
    .init("印发日期", expected: true) { $0.output.issueDate?.chinese },
    .init("对应改革任务", of: ["任务"], expected: true) { item in
      item.tasks.isEmpty ? nil : item.tasks.map(\.name).joined(separator: "\n")
    },
    .init("任务编号", of: ["任务"]) { item in item.tasks.compactMap(\.number).joined(separator: "、") },
    .init("牵头单位") { item in
      var units: [String] = []
      for unit in item.tasks.compactMap(\.leadUnit) where !units.contains(unit) { units.append(unit) }
      return units.joined(separator: "、")
    },
    .init("出处") { $0.output.origin.locator },
  ]
}
