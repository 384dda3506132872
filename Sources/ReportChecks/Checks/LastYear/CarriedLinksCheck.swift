import ReportModel

/// 结转与上年台账: the links of this year's ledger held against last year's ledger.
struct CarriedLinksCheck: Check {
  let about = CheckDescription(
    "last-year.links", .warning, "结转任务与上年台账对不上",
    rationale:
      "“原任务”指的任务，上年台账里应当有，而且应当是没有完成的；上年延期的任务，今年的台账里应当有一项接着它，改了名称的按“原任务”认。连续两年以上延期的，提示出来。只在两年都有台账时核对。",
    source: "实务；台账格式约定",
    triggering: [
      .ledger(
        "年度: 2022\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 经济-02, 名称: 开展行政复议改革, 状态: 推进中, 原任务: [[{年度: 2021, 编号: 行政-09}]]}",
        lastYear:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 行政-03, 名称: 开展行政复议改革, 状态: 推进中}"),
      .ledger(
        "年度: 2022\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 经济-02, 名称: 深化行政复议改革, 状态: 推进中, 原任务: [[{年度: 2021, 编号: 行政-03}]]}",
        lastYear:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 行政-03, 名称: 开展行政复议改革, 状态: 已完成}"),
      .ledger(
        "年度: [[2022]]\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 经济-02, 名称: 建立产业基金, 状态: 推进中}",
        lastYear:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 行政-03, 名称: 开展行政复议改革, 状态: 延期}"),
    ],
    silent: [
      .ledger(
        "年度: 2022\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 经济-02, 名称: 推行一站式化解争议, 状态: 推进中, 原任务: {年度: 2021, 编号: 行政-03}}",
        lastYear:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {编号: 行政-03, 名称: 开展行政复议改革, 状态: 延期}")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.ledger, let last = input.lastYearLedger?.report, last.year < ledger.report.year,
      last.place.short == ledger.report.place.short
    else { return }
    let places = LedgerPlaces(ledger)
    for item in places.tasks {
      guard let link = item.task.continues, link.year == last.year else { continue }
      result.recognise("carriedLinks", "与上年台账核对的结转任务", 1)
      check(item.task, link, last, places.place(item.path, "原任务"), &result)
    }
    guard last.year == ledger.report.year - 1 else { return }
    let links = TaskLinks(ledger.report)
    let names = ledger.report.tasks.map(\.name)
    for task in last.tasks where task.isDelayed {
      result.recognise("lastYearDelayedTasks", "上年台账里的延期任务", 1)
      guard links.heir(ofNumber: task.number, named: task.name, year: last.year) == nil,
        nearestName(to: task.name, among: names) == nil
      else { continue }
      let year = ledger.places[FieldPath().field("年度")] ?? .file(places.place(FieldPath()).file)
      result.report(
        year, "上年延期的“\(Self.called(task))”，今年的台账里没有接着它的任务", "请补上这项任务；如果改了名称，请在那一项写上“原任务”；已不再实施的，请写明终止")
    }
  }

  private func check(
    _ task: ReformTask, _ link: EarlierTask, _ last: Report, _ place: SourcePlace, _ result: inout CheckResult
  ) {
    let meant = link.number.map { "编号为“\($0)”" } ?? "名称为“\(link.name ?? "")”"
    guard let origin = TaskLinks.origin(link, in: last) else {
      return result.report(
        place, "“\(task.name)”的原任务写的是\(last.year)年\(meant)的任务，那一年的台账里没有", "请核对“原任务”的编号")
    }
    if let name = link.name, link.number != nil, DocumentTitle.key(name) != DocumentTitle.key(origin.name),
      nearestName(to: name, among: [origin.name]) == nil
    {
      result.report(place, "“原任务”写的名称是“\(name)”，\(last.year)年台账里这个编号的任务是“\(origin.name)”", "请核对“原任务”的编号")
    }
    if let status = origin.status, status.kind == .completed || status.kind == .terminated {
      result.report(
        place,
        "“\(task.name)”接的是\(last.year)年的“\(origin.name)”，那一项在\(last.year)年台账里的状态是“\(status.wording)”，两处说法不一致",
        "请核对：是后续的新工作，就去掉“原任务”；确是没有做完，就更正\(last.year)年的台账")
    }
    let years = task.delayedYears(before: origin)
    if years > 1 {
      result.report(
        place, "“\(task.name)”已连续\(years == 2 ? "两年" : "三年或更久")延期（\(last.year)年名称：\(origin.name)）",
        "请在报告里说明再次延期的原因，并列为下一年的重点", severity: .note)
    }
  }

  private static func called(_ task: ReformTask) -> String {
    task.number.map { "\($0) \(task.name)" } ?? task.name
  }
}
