import ReportModel

/// 任务里的新词: a task's coined name in “” that the draft gives in other words.
struct CoinedNamesCheck: Check {
  let about = CheckDescription(
    "against-ledger.names", .warning, "引号里的任务名称与台账不一致",
    rationale: "“一件事一次办”“免申即享”一类加引号的叫法，文稿和台账应当一字不差。引号前后的字都对得上、引号里不同，而台账的叫法全文没有出现过的才指出。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。开展承包地[[“小块变大块”]]改革，整合耕地3万亩。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 开展承包地“小田并大田”改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。[[“行政复议规范化提升”]]任务于8月完成。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 行政体制改革, 任务: [{名称: 行政复议规范化建设, 状态: 已完成}]}]"),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。“行政复议规范化建设”任务于8月完成，“行政复议规范化提升”行动启动。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 行政体制改革, 任务: [{名称: 行政复议规范化建设, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。开展承包地“小田并大田”改革，推行“小块变大块”做法，整合耕地3万亩。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 开展承包地“小田并大田”改革, 状态: 已完成}]}]"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let page = input.page else { return }
    let places = LedgerPlaces(match.ledger)
    misnamed(places, match, &result)
    let (draft, units) = (match.draft, page.units)
    var told: Set<[UInt16]> = []
    for quotation in draft.quotations where quotation.count > 3 { told.insert(Array(units[quotation])) }
    for item in places.tasks {
      guard let coined = Self.coined(item.task.name), !told.contains(coined.word) else { continue }
      for quotation in draft.quotations where quotation.count > 3 {
        guard coined.before.count >= 3, quotation.lowerBound >= coined.before.count,
          units[..<quotation.lowerBound].suffix(coined.before.count).elementsEqual(coined.before),
          units[quotation.upperBound...].starts(with: coined.after)
        else { continue }
        result.report(
          draft.text.place(quotation), "台账的任务是“\(item.task.name)”，文稿写的是\(draft.text.string(quotation))",
          "请统一名称",
          related: [.init(places.place(item.path, "名称"), "台账在这里")])
        break
      }
    }
  }

  /// “行政复议规范化提升” for 行政复议规范化建设: a quoted name that parts from the ledger's by one word, where the draft has the ledger's
  /// nowhere.
  private func misnamed(_ places: LedgerPlaces, _ match: LedgerMatch, _ result: inout CheckResult) {
    let (draft, units) = (match.draft, match.draft.text.units)
    let names = places.tasks.map { Mark.word($0.task.name).filter(Mark.isHan) }
    let known = Set(names)
    let outputs = Set(match.ledger.report.outputs.map { Mark.word($0.title).filter(Mark.isHan) })
    for quotation in draft.quotations {
      let quoted = units[quotation].filter(Mark.isHan)
      guard quoted.count >= 8, !known.contains(quoted), !outputs.contains(quoted) else { continue }
      let near = names.indices.filter { Self.isOneWordOff(quoted, names[$0]) }
      guard near.count == 1, case let item = places.tasks[near[0]], !match.names(item.task.name) else {
        continue
      }
      result.report(
        draft.text.place(quotation), "台账的任务是“\(item.task.name)”，文稿写的是\(draft.text.string(quotation))",
        "请统一名称", related: [.init(places.place(item.path, "名称"), "台账在这里")])
    }
  }

  /// Whether two names of one length differ in one word of at most two characters.
  private static func isOneWordOff(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    guard a.count == b.count else { return false }
    let wrong = a.indices.filter { a[$0] != b[$0] }
    return wrong.count == 1 || wrong.count == 2 && wrong[1] == wrong[0] + 1
  }

  /// The quotation in a name with its marks, and what stands right before it and behind it.
  private static func coined(_ name: String) -> (word: [UInt16], before: [UInt16], after: [UInt16])? {
    let units = Mark.word(name)
    guard let open = units.firstIndex(of: 0x201C), let close = units[open...].firstIndex(of: 0x201D) else {
      return nil
    }
    return (
      Array(units[open...close]), Array(units[..<open].suffix(3)), Array(units[(close + 1)...].prefix(2))
    )
  }
}
