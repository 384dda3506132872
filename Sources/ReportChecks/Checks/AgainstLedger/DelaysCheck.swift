import ReportModel

/// 延期事项与台账: delayed items of the draft against the ledger's, both ways.
struct DelaysAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.delays", .error, "延期事项与台账不符",
    rationale: "文稿逐项写了延期任务的，每一项都要在台账里、状态是延期，台账的延期任务也一项不能少；新时限的年份要一致。文稿没有逐项写的，只提示漏写。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结\n（一）行政体制改革\n任务16. 镇街赋权事项评估改革。牵头单位：区司法局。[[进展：已完成]]。开展首轮评估。",
        ledger: "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 镇街赋权事项评估改革, 状态: 推进中}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n1.【[[已完成]]】林业碳汇交易改革。签约林地2万亩。\n2.【推进中】历史建筑活化利用。修缮3处。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 林业碳汇交易改革, 状态: 推进中}\n      - {名称: 历史建筑活化利用, 状态: 推进中}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n林业局牵头的[[林业碳汇交易改革已按程序延期]]，签约林地2万亩。[[历史建筑活化利用正在推进]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 林业碳汇交易改革, 状态: 推进中}\n      - {名称: 历史建筑活化利用, 状态: 未启动}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n保障性租赁住房配租改革。因[[滨河地块两个项目建设资金不足]]，延期至2022年9月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 民生领域改革\n    任务：\n      - {名称: 保障性租赁住房配租改革, 状态: 延期, 延期: {原因: 滨河地块两个项目竣工验收推迟, 延至: 2022-09}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。共3项任务，已完成1项，延期2项。延期任务1:[[开展行政复议体制改革]]。延期原因：市级方案未出台。延期任务2：推进应急管理综合执法改革。延期原因：市级方案未出台。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 已完成}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n[[应急管理综合执法改革]]有序实施，检查企业126家。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。开展行政复议体制改革。这项任务[[已经完成]]。\n二、存在的问题\n一是主动性不强，“推进应急管理综合执法改革”因[[人员编制尚未划转]]，延期至2022年。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 推进中}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。共2项任务。\n行政复议体制改革。试点任务已[[按期完成]]，收案126件。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 推进中}\n      - {名称: 建设审批系统, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n完成任务1项。[[行政审批系统正在]]建设。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域:\n  - 名称: 行政体制改革\n    任务:\n      - {名称: 建设行政审批系统, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、社会体制改革\n城乡公交一体化改革已于10月[[如期完成]]，群众满意。\n二、延期事项\n城乡公交一体化改革，因采购合同尚未签订，延至2022年6月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 社会体制改革\n    任务：\n      - {名称: 城乡公交一体化改革, 状态: 延期, 延期: {原因: 采购合同尚未签订, 延至: 2022-06}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、存在的不足\n公共数据授权运营因省级平台接口标准调整，经[[区委深改委第七次会议]]同意，完成时限由2021年11月调整为[[2022年9月]]。\n二、延期情况\n停车资源共享改革延期。因招标两次流标，经区委深改委第七次会议同意，延至[[2022年8月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 公共数据授权运营, 状态: 延期, 延期: {原因: 省级平台接口标准调整, 延至: 2022-06, 审议: 区委深改委第八次会议}}\n      - {名称: 推进停车资源共享改革, 状态: 延期, 延期: {原因: 招标两次流标, 延至: 2022-03, 审议: 区委深改委第七次会议}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、经济体制改革\n[[优化机构设置]]任务延期至2022年6月完成。“[[推进停车资源整合改革]]”因招标两次流标，延至2022年3月。完成推进停车资源共享改革前期工作。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化机构设置, 状态: 已完成}\n      - {名称: 推进停车资源共享改革, 状态: 延期, 延期: {原因: 招标两次流标, 延至: 2022-03}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、经济体制改革\n公共数据授权运营：因省级平台接口标准调整，延至2022年6月（[[区委深改委第七次会议]]审议通过）。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 公共数据授权运营, 状态: 延期, 延期: {原因: 省级平台接口标准调整, 延至: 2022-06, 审议: 区委深改委第八次会议}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n停车资源共享改革由区城管局牵头，泊位达到580个；因招标两次流标，延至[[2022年8月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 停车资源共享改革, 状态: 延期, 延期: {原因: 招标两次流标, 延至: 2022-03}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n停车资源共享改革、公共数据授权运营改革依次延至2022年3月和[[2022年9月]]。零工市场改革、公交一体化改革分别延至2022年3月、[[9月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 停车资源共享改革, 状态: 延期, 延期: {延至: 2022-03}}\n      - {名称: 公共数据授权运营改革, 状态: 延期, 延期: {延至: 2022-06}}\n      - {名称: 零工市场改革, 状态: 延期, 延期: {延至: 2022-03}}\n      - {名称: 公交一体化改革, 状态: 延期, 延期: {延至: 2022-06}}"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n停车资源共享改革、公共数据授权运营改革因故延期，前者延至2022年3月，后者延至2022年6月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 停车资源共享改革, 状态: 延期, 延期: {延至: 2022-03}}\n      - {名称: 公共数据授权运营改革, 状态: 延期, 延期: {延至: 2022-06}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。行政复议体制改革计划于2022年底完成，已完成方案编制。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 推进中}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、存在的不足\n公共数据授权运营因省级平台接口标准调整，经区委深改委第八次会议同意，完成时限由2021年11月调整为2022年6月。\n二、延期情况\n停车资源共享改革延期。因招标两次流标，经区委深改委第七次会议同意，延至2022年3月。\n办理时限由5个工作日调整为3个工作日。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 公共数据授权运营, 状态: 延期, 延期: {原因: 省级平台接口标准调整, 延至: 2022-06, 审议: 区委深改委第八次会议}}\n      - {名称: 推进停车资源共享改革, 状态: 延期, 延期: {原因: 招标两次流标, 延至: 2022-03, 审议: 区委深改委第七次会议}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、社会体制改革\n城乡公交一体化改革完成线路优化。\n二、延期事项\n城乡公交一体化改革，因采购合同尚未签订，延至2022年6月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 社会体制改革\n    任务：\n      - {名称: 城乡公交一体化改革, 状态: 延期, 延期: {原因: 采购合同尚未签订, 延至: 2022-06}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n三、未完成任务说明\n（一）今年延期任务1项，已经区委深改委审议同意。\n应急管理综合执法改革，由区应急局牵头，因市级方案未出台，延至2022年。\n2. 推进中任务。推进中的1项任务为行政复议体制改革。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 推进中}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n完成任务1项。行政审批系统建成，二期正在招标。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域:\n  - 名称: 行政体制改革\n    任务:\n      - {名称: 建设行政审批系统, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。开展行政复议体制改革。这项任务已完成方案起草。\n二、存在的问题\n一是主动性不强，“推进应急管理综合执法改革”因市级方案没有出台，延期至2022年。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 推进中}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。共2项任务，已完成1项，延期1项。延期任务1：推进应急管理综合执法改革。延期原因：市级方案未出台。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 开展行政复议体制改革, 状态: 已完成}\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n应急管理综合执法改革有序实施，因市级方案未出台，延至2022年完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 行政体制改革\n    任务：\n      - {名称: 推进应急管理综合执法改革, 状态: 延期, 延期: {原因: 市级方案未出台, 延至: 2022}}"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let prose = input.prose else { return }
    let places = LedgerPlaces(match.ledger)
    let tasks = places.tasks
    guard !tasks.isEmpty else { return }
    let names = tasks.map { NameLikeness($0.task.name) }
    var told: Set<Int> = []
    var dated: Set<Int> = []
    var held: Set<Int> = []
    // Where no item has its reason, the report leaves them out on purpose.
    let explains = match.draft.delays.contains { $0.reason != nil && !$0.isTerminated }
    let finder = TaskTelling(match.draft, tasks.map(\.task))
    for delay in match.draft.delays {
      let name = match.draft.text.string(delay.name)
      let likeness = NameLikeness(name)
      let scores = names.map { max($0.likeness(likeness), $0.containment(likeness) * 8 / 10) }
      result.recognise("ledgerDelays", "与台账对照的延期事项", 1)
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= 55 else {
        if let twin = tasks.indices.first(where: { isTwin(delay, tasks[$0].task, match, prose) }) {
          told.insert(twin)
          continue
        }
        result.report(
          match.draft.text.place(delay.name), "台账里没有延期事项“\(name)”", "请核对文稿和台账", severity: .warning)
        continue
      }
      told.insert(best)
      let task = tasks[best].task
      if let other = renamed(delay, task, match) {
        result.report(
          match.draft.text.place(delay.name), "台账的任务是“\(task.name)”，文稿写的是“\(other)”", "请统一名称",
          severity: .warning,
          related: [.init(places.place(tasks[best].path, "名称"), "台账在这里")])
      }
      if !task.isDelayed {
        // 经区委深改委研究,予以终止: the ledger's own word.
        let rest = Self.rest(of: delay, match.draft)
        if let status = task.status?.wording, prose.first(Mark.word(status), in: rest) != nil { continue }
        result.report(
          match.draft.text.place(delay.name), "“\(name)”文稿写延期，台账的状态是“\(task.status?.wording ?? "未填")”",
          "请核对文稿和台账", related: [.init(places.place(tasks[best].path, "状态"), "台账在这里")])
        continue
      }
      if delay.until != nil { dated.insert(best) }
      if let until = delay.until, let due = task.delay?.until,
        Self.isOther(
          match.draft.text.folded(until), due, match.ledger.report.year, prose.year(in: until)?.year)
      {
        result.report(
          match.draft.text.place(until), "“\(name)”文稿延至\(match.draft.text.string(until))，台账延至\(due.chinese)",
          "请核对新的完成时限",
          related: [.init(places.place(tasks[best].path.field("延期"), "延至"), "台账在这里")])
      }
      if let approval = otherApproval(delay, task, match.draft), held.insert(approval.lowerBound).inserted {
        result.report(
          match.draft.text.place(approval), "“\(name)”同意延期的会议与台账不一致：台账是\(task.delay?.approval ?? "")",
          "请核对会议的次数", severity: .warning,
          related: [.init(places.place(tasks[best].path.field("延期"), "审议"), "台账在这里")])
      }
      // What stands right behind the name is its reason, whatever else the item was read to say.
      if delay.reason != nil, let written = finder.reason(best) ?? delay.reason,
        let reason = task.delay?.reason,
        // 甲改革,延至2026年5月;乙改革: no reason at all.
        !match.draft.text.folded(written).hasAnyPrefix(["延至", "延期", "推迟", "顺延", "延后", "改期"]),
        // 甲改革(市城管局,延至2025年7月): the unit beside it is none either.
        !Self.isUnit(match.draft.text.units[written]),
        DelayCause.differ(match.draft.text.folded(written), reason)
      {
        result.report(
          match.draft.text.place(written), "“\(name)”的延期原因与台账不一致：台账是“\(reason)”", "请核对延期原因",
          severity: .warning,
          related: [.init(places.place(tasks[best].path.field("延期"), "原因"), "台账在这里")])
      } else if delay.reason == nil, explains, let reason = task.delay?.reason,
        // 其余3栋因产权纠纷尚在诉讼申请延期: told in the field, though not beside the name.
        NameFinder(match.draft).sentences(naming: [reason])[0].isEmpty
      {
        result.report(
          match.draft.text.place(delay.range), "“\(name)”没有写延期原因", "台账里的原因是：\(reason)", severity: .warning)
      }
    }
    dates(of: tasks, but: dated, finder, match, prose, places, &result)
    // Listed as delayed in one place, and done in another.
    for (index, item) in tasks.enumerated() where item.task.isDelayed && told.contains(index) {
      guard let done = finder.saidDoneOutright(index) else { continue }
      result.report(
        match.draft.text.place(done),
        "“\(item.task.name)”这里写已完成，台账的状态是“\(item.task.status?.wording ?? "延期")”，文稿别处也写延期",
        "请核对文稿和台账", related: [.init(places.place(item.path, "状态"), "台账在这里")])
    }
    let listed = told
    let inTables = Self.delayedRows(match.draft)
    for (index, item) in tasks.enumerated()
    where (item.task.isDelayed || TaskTelling.isOpen(item.task)) && !told.contains(index) {
      if finder.isNamed(index) { told.insert(index) }
      if item.task.isDelayed, finder.saidDone(index) == nil, let named = finder.passedOver(index),
        !inTables.contains(where: { $0.contains(item.task.name) })
      {
        told.insert(index)
        result.report(
          match.draft.text.place(named), "“\(item.task.name)”台账的状态是延期，文稿没有写延期、原因和新时限",
          "请核对文稿和台账", severity: .warning, related: [.init(places.place(item.path, "状态"), "台账在这里")])
        continue
      }
      if let done = finder.saidDone(index) ?? finder.saidDoneOutright(index) ?? finder.saidIssued(item.task) {
        told.insert(index)
        result.report(
          match.draft.text.place(done),
          "“\(item.task.name)”文稿写已完成，台账的状态是“\(item.task.status?.wording ?? "延期")”",
          "请核对文稿和台账", related: [.init(places.place(item.path, "状态"), "台账在这里")])
      } else if let reason = item.task.delay?.reason, let written = finder.reason(index),
        DelayCause.differ(match.draft.text.folded(written), reason)
      {
        result.report(
          match.draft.text.place(written), "“\(item.task.name)”的延期原因与台账不一致：台账是“\(reason)”", "请核对延期原因",
          severity: .warning, related: [.init(places.place(item.path.field("延期"), "原因"), "台账在这里")])
      }
    }
    for (index, item) in tasks.enumerated() where item.task.status?.kind == .completed {
      guard let open = finder.saidOpen(index) else { continue }
      result.report(
        match.draft.text.place(open),
        "“\(item.task.name)”文稿写还没有完成，台账的状态是“\(item.task.status?.wording ?? "")”",
        "请核对文稿和台账", related: [.init(places.place(item.path, "状态"), "台账在这里")])
    }
    otherwise(tasks, but: listed, finder, match, places, &result)
    approvals(tasks, match, places, &held, &result)
    approvals(of: tasks, finder, match, prose, places, &held, &result)
    missing(tasks, told, match, places, &result)
  }

  /// “推进甲试点”,因…: a quoted name that is the ledger's but for one word inside it or at its end.
  /// Where the draft has the ledger's name nowhere, the rule on names tells of it.
  private func renamed(_ delay: DelayedItem, _ task: ReformTask, _ match: LedgerMatch) -> String? {
    let (draft, name) = (match.draft, delay.name)
    let units = draft.text.units
    guard name.lowerBound > 0, name.upperBound < units.count, units[name.lowerBound - 1] == 0x201C,
      units[name.upperBound] == 0x201D
    else { return nil }
    let (told, own) = (units[name], Mark.word(task.name))
    let head = zip(told, own).prefix { $0 == $1 }.count
    let tail = zip(told.dropFirst(head).reversed(), own.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (put, gone) = (told.dropFirst(head).dropLast(tail), own.dropFirst(head).dropLast(tail))
    guard head >= 2, head + tail >= 5, (1...3).contains(put.count), (1...3).contains(gone.count),
      (put + gone).allSatisfy(Mark.isHan), own.count < 9 || match.names(own)
    else { return nil }
    return draft.text.string(name)
  }

  /// The meeting by which an item alone was put off, where the ledger has another one of the same committee.
  private func otherApproval(_ delay: DelayedItem, _ task: ReformTask, _ draft: Draft) -> Range<Int>? {
    guard let approval = delay.approval, delay.range.contains(approval.lowerBound),
      let known = task.delay?.approval.flatMap(MeetingNumber.init),
      let written = MeetingNumber(draft.text.folded(approval)), known.isOf(written),
      known.number != written.number,
      draft.text.units[delay.range].count(where: { $0 == Self.ordinal }) == 1
    else { return nil }
    return approval
  }

  static let ordinal = Mark.word("第")[0]

  /// What follows a delayed item's name in its paragraph, up to the next item.
  private static func rest(of delay: DelayedItem, _ draft: Draft) -> Range<Int> {
    let start = delay.name.upperBound
    let paragraph =
      draft.paragraphs.first { $0.range.contains(delay.name.lowerBound) }?.range.upperBound ?? start
    let next = draft.delays.map(\.name.lowerBound).filter { $0 >= start }.min() ?? paragraph
    return start..<max(start, min(paragraph, next))
  }
}

extension LedgerMatch {
  /// Whether the draft has a name word for word.
  func names(_ name: String) -> Bool { names(Mark.word(name)) }

  /// Whether the draft has some words.
  func names(_ word: [UInt16]) -> Bool {
    guard let head = word.first, draft.text.count >= word.count else { return false }
    let units = draft.text.units
    return (0...(units.count - word.count)).contains { start in
      units[start] == head && units[start..<start + word.count].elementsEqual(word)
    }
  }
}
