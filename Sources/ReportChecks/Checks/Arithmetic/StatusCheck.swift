import Foundation
import ReportModel

/// 任务完成与延期: tasks done, postponed and given up against all tasks, in the report and in each field.
struct StatusCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.tasks", .error, "任务总数、完成数、延期数对不上",
    rationale: "全区和每个领域的任务数，应等于完成、延期、终止的任务数之和；写了几项延期，就应列出几项。只写完成数、没有交代其余任务的，不作判定。",
    source: "实务",
    triggering: [
      .draft("全年安排改革任务[[45项]]，完成42项，延期2项。"),
      .draft("一、各领域改革\n（一）经济体制改革。共[[9项]]任务，已完成8项，延期2项。\n（二）行政体制改革。共6项任务，已全部完成。"),
      .draft("申请延期并获批的任务有[[3项]]。延期任务1：建设区级数据平台，因方案未批复。延期任务2：组建区属集团，因测算未完成。"),
      .draft(
        "2025年改革工作总结\n一、各领域改革\n（一）经济体制改革\n任务4项，完成[[4项]]。\n1.帮办代办改革。全部上线。\n2.水权确权登记改革。外业测量已完成。\n（二）社会体制改革\n任务3项，全部完成。\n二、延期任务\n水权确权登记改革因测绘成果未通过验收，延期至2026年6月。"
      ),
      .draft("一、各领域改革\n（一）经济体制改革（[[4项]]，完成4项，推进1项）\n推进帮办代办。\n（二）社会体制改革（3项，全部完成）\n推进办学。"),
      .draft("2025年改革工作总结\n县委年初确定的38项改革任务，[[无一拖延]]。\n一、农村改革\n县供销社基层社改造因权属争议未能按期完成，延至2026年6月。"),
      .draft("全年安排改革任务5项，完成3项，延期[[2项]]。\n延期任务1：建设区级数据平台。延期原因：方案未批复。"),
    ],
    silent: [
      .draft("上年结转任务3项，今年新安排33项，共36项。结转的3项已全部完成，新安排的完成30项、延期3项。"),
      .draft("上年结转任务5项，新增任务33项，共38项，其中完成35项，2项经批准延期，1项并入其他任务。"),
      .draft("年初列入改革任务三十四项，办结三十项，三项延期、一项终止。"),
      .draft("改革任务34项中，除1项终止、3项延期外，其余30项均已办结。"),
      .draft("谋划改革任务46项，一季度末启动40项，二季度末全部启动，三季度末完成22项，年底完成43项。"),
      .draft("省定任务18项完成17项，市定任务15项全部完成，区定任务13项完成11项，综合完成率93.5%。"),
      .draft("截至9月底，36项任务完成23项；还有13项，预计12月底前完成11项，2项申请延期。"),
      .draft("2024年安排的41项任务，当年完成38项，今年又完成3项；2025年安排46项，完成43项。"),
      .draft("共有重点改革任务16项，完成13项，延期2项，终止1项，出台制度性成果9项。其中，经济体制改革专项小组5项，完成4项，延期1项；农业农村改革专项小组11项，完成9项，终止1项，延期1项。"),
      .draft("承担改革试点任务27项，已实施25项，暂缓2项。\n一、贸易改革\n承担任务15项，完成14项，暂缓1项。\n二、投资改革\n承担任务12项，完成11项，暂缓1项。"),
      .draft("全年安排改革任务31项，完成28项，延期3项。三项延期任务均已提请会议审议同意，县委书记领题推进改革4项。镇里9项任务已完成4项，进展顺利4项，1项拟延期。"),
      .draft("确定年度改革任务52项。截至年底，完成47项，因上级政策未明确延期3项，因资金未到位延期2项。经会议研究，5项任务均延期至2022年。"),
      .draft("一、党建引领\n小结：以上4项任务全部完成。\n二、为民服务\n小结：以上3项任务，完成2项，延期1项。"),
      .draft(
        "共安排改革任务24项。截至12月底，完成20项；其余4项中，2项正在推进，2项延期。分阶段看，截至6月底完成5项，截至9月底完成11项，四季度又完成9项。分领域看，城乡改革（4项）、法治改革（3项）全部完成；经济改革6项完成5项。"
      ),
      .draft("全年任务32项，完成27项（市级10项、县级17项），推进中3项（市级1项、县级2项），延期2项（市级1项、县级1项）。"),
      .draft("18项任务完成16项，推进2项。按领域分，清单编制和力量下沉两个方面共9项全部完成，文会精简完成4项，村级减负完成3项。"),
      .draft("全县20项任务完成18项、延期2项。各乡镇自选改革事项共24项（不计入全县20项年度任务），完成21项。"),
      .draft("安排改革任务20项，完成17项，延期3项；出台制度性成果9项，比上年多1项，2022年以来累计30项。"),
      .draft("全年安排改革任务26项，已完成23项。从时间看，一季度完成2项，二季度完成6项（5月2项、6月4项），上半年累计完成8项，前三季度累计完成16项。"),
      .draft("全年任务20项，完成18项，推进1项，延期1项。12个乡镇各申报自选事项2项，共24项（不计入全县20项年度任务），完成21项。"),
      .draft("重点改革项目24项，结项20项，顺延2项，在推2项。"),
      .draft("全年部署改革任务24项，完成20项。未完成的4项中，延期3项，推进中1项。"),
      .draft("明确改革事项36项。6月底累计13项，9月底累计完成22项；10月、11月又完成7项，累计29项，完成率80.6%。"),
      .draft("今年共确定改革任务26项。截至6月底，完成11项，占42.3%；按序时推进13项；进度滞后2项。"),
      .draft("全年任务25项，完成22项，延期3项，完成率88%；剔除延期3项后，22项任务全部完成。"),
      .draft("区委书记、区长各领办2项任务，4项均已完成。"),
      .draft("全年列入任务20项。截至12月31日，完成16项，完成率为80%；持续推进2项，均为时限定在明年年底的跨年度任务；延期2项。"),
      .draft("全年列入任务20项，完成16项；持续推进2项；延期2项。若扣除2项延期任务，按18项计算，完成率为88.9%；若再扣除2项跨年度任务，年内应完成的16项已全部完成。"),
      .draft("44项改革任务中，已完成38项，经批准延期4项，转为长期坚持2项。"),
      .draft("2025年全县改革任务40项，截至年底完成38项，延期2项。完成6项区域评估，出台文件3份。"),
      .draft("全年安排改革任务45项，较上年增加3项；完成42项，延期3项。"),
      .draft("全年安排改革任务45项，其中40项已经完成，4项因条件限制，经研究同意，延期至2024年，终止1项。"),
      .draft("全年安排改革任务45项，完成42项。"),
      .draft("承接上级改革任务14项，自主改革任务6项，20项任务年内全部完成。"),
      .draft("围绕市委下达的38项改革任务和自定的16项改革事项，对账销号。市下达任务完成36项，自定事项完成15项，合计完成51项。"),
      .draft("上级部署任务49项，本县自主任务25项，共74项，完成71项、正在推进3项，其中上级任务完成48项、自主任务完成23项。"),
      .draft("全年确定改革任务46项，其中县级领导领衔任务18项、部门任务28项；截至12月底，完成43项，延期3项；延期的3项已经县委深改委审议同意。"),
      .draft("2025年改革工作总结\n县委年初确定的38项改革任务，无一拖延。\n一、农村改革\n去年未能按期完成、延至2026年6月的基层社改造已提前完成。"),
      .draft(
        "年初部署改革任务58项（含重点任务12项），年底完成51项，推进5项，延期2项。"
      ),
      .draft("2024年部署的45项任务，当年完成43项；其余今年完成。2025年的49项任务也已完成。"),
      .draft("全年12项改革任务中，9项落地，1项在途，延期2项。"),
      .draft("全年安排改革任务5项，完成3项，延期2项。\n建设数据平台任务因方案未批复，延期至2024年6月。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.balance], of: input, remedy: "请核对任务数、完成数和延期数，改正写错的一个")
  }
}

/// 各领域之和: counts of the fields of reform against the counts of the report.
struct DomainSumCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.domains", .error, "各领域的数相加，不等于全区的数",
    rationale: "各领域都写了任务数、完成数、延期数时，逐项相加，与总体情况中的数核对；有的领域没写，就不作判定。两层任务（重点任务、重点项目）分开相加。",
    source: "实务",
    triggering: [
      .draft(
        """
        全年安排改革任务[[21项]]，完成18项，延期2项，终止1项。
        一、各领域改革
        （一）经济体制改革。共9项任务，已完成8项，延期1项。
        （二）行政体制改革。共6项任务，已全部完成。
        （三）社会体制改革。共5项任务，已完成4项，延期1项。
        """),
      .draft(
        """
        全年部署改革任务[[21项]]。
        （一）经济领域。承担任务9项，推进公司组建。
        （二）行政领域。承担任务6项，推进集成办理。
        （三）社会领域。承担任务5项，推进诉源治理。
        """),
    ],
    silent: [
      .draft(
        """
        全年安排改革任务20项，完成18项，延期2项。
        一、各领域改革
        （一）经济体制改革。共9项任务，已完成8项，延期1项。
        （二）行政体制改革。共6项任务，已全部完成。
        （三）社会体制改革。共5项任务，已完成4项，延期1项。
        """),
      .draft(
        """
        全年安排改革任务30项，完成28项，延期2项。
        一、各领域改革
        （一）经济体制改革。共9项任务，已完成8项，延期1项。
        （二）行政体制改革。出台文件若干。
        （三）社会体制改革。共5项任务，已完成4项，延期1项。
        """),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.domains], of: input, remedy: "请核对总数和各领域的数，改正写错的一个")
  }
}

struct StatusRule: RelationRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    for (index, layer) in status.overall.enumerated() {
      balance(layer, items: nil, as: .scope("overall\(index)"), &book)
    }
    for field in status.fields {
      for (index, layer) in field.layers.enumerated() {
        balance(
          layer, items: index == 0 ? field.items : 0, as: .scope("field\(field.section).\(index)"), &book)
      }
    }
    items(&book)
    headings(&book)
    finished(&book)
    unmet(&book)
    plans(&book)
    quarters(&book)
    guard status.fields.count > 1 else { return }
    for index in 0..<(status.fields.map(\.layers.count).max() ?? 0) { fields(index, &book) }
    outputs(&book)
  }

  /// Done, postponed and given up make all.
  private func balance(
    _ layer: StatusReading.Layer, items: Int?, as group: RelationBook.Group, _ book: inout RelationBook
  ) {
    let total = page.value(layer.total)
    let others = layer.delayed + layer.ended + layer.open
    func settle(_ verdict: Relation.Verdict, _ arithmetic: @autoclosure () -> String, _ message: String) {
      book.weigh(
        layer.total, by: layer.done + others, .balance, verdict, on: page, arithmetic(), message,
        stating: false, as: group)
    }
    if let all = layer.allDone {
      guard let delayed = layer.delayed.first, page.value(delayed) > 0 else { return }
      book.propose(
        Relation(
          .balance, .broken, claimed: all, result: layer.total, members: layer.delayed,
          arithmetic: "延期\(page.number(delayed))项",
          message: "写了全部完成，又写有延期", severity: .warning), as: group)
      return
    }
    guard !layer.done.isEmpty else { return }
    let known = page.sum(layer.done) + page.sum(others)
    let named = others.isEmpty ? Decimal(items ?? 0) : 0
    var equation: String {
      let terms = (layer.done + others).map(page.number) + (named > 0 ? ["\(named)"] : [])
      return terms.joined(separator: "+") + "=\(known + named)"
    }
    if known + named == total { return settle(.verified, equation, "") }
    // 共36项。结转的3项已全部完成,新安排的完成30项、延期3项.
    let behind = layer.total + 1..<max(layer.total + 1, layer.figures.max() ?? 0)
    if behind.contains(where: { figure in
      page.words(page.lead(figure)).hasAnySuffix(["结转的", "延期的", "上年的", "去年的"]) && page.isAllDone(figure)
        && known + named + page.value(figure) == total
    }) {
      return settle(.verified, equation, "")
    }
    // 按序时推进13项;进度滞后2项: the late ones are told apart.
    if !layer.behind.isEmpty {
      let sum = known + named + page.sum(layer.behind)
      return settle(sum == total ? .verified : .undecided, "\(sum)", "")
    }
    // 新落地重点事项8个,累计落地29个: those of earlier years as well.
    if page.sum(layer.done) > total, page.words(page.lead(layer.total)).contains("新"),
      layer.done.contains(where: { page.cues.has(.cumulative, in: page.lead($0)) })
    {
      return
    }
    // 上年的45项完成43项,今年的49项也已完成: of another year's tasks.
    if layer.done.count > 1, layer.done.contains(where: { page.value($0) > total }),
      layer.done.contains(where: { page.value($0) <= total })
    {
      return settle(.undecided, equation, "")
    }
    if page.sum(layer.done) > total { return settle(.broken, "\(page.sum(layer.done))>\(total)", "完成数多于任务数") }
    if others.isEmpty, named == 0 { return settle(.undecided, equation, "") }
    // 安排4项,完成2项, and one is named as postponed: another may be told of as under way.
    if others.isEmpty, known + named < total, isUnderWay { return settle(.undecided, equation, "") }
    // 办结30项,3项延期,一项终止: one that is told with an article.
    if known + named + 1 == total, tellsOne(layer) { return settle(.undecided, equation, "") }
    // 完成17项,推进中2项,时限为2026年6月;延期1项: what is still lacking is told further on.
    let lacking = total - known - named
    let next = (layer.figures.max() ?? layer.total) + 1
    if page.siblings(of: layer.total).contains(next), page.value(next) == lacking,
      page.cues.has([.delayed, .open, .ended], in: page.lead(next))
    {
      return settle(.undecided, equation, "")
    }
    settle(.broken, equation + ",文中写\(page.number(layer.total))", "完成、延期等项相加，不等于任务数")
  }

  /// Whether some of the report's tasks are neither done nor postponed.
  private var isUnderWay: Bool { status.overall.contains { !$0.open.isEmpty } }

  /// A count of postponed tasks against those that are named.
  private func items(_ book: inout RelationBook) {
    guard status.items > 0 else { return }
    let terminated = page.draft.delays.count - status.items
    if let layer = status.overall.first, !layer.delayed.isEmpty {
      // 两项未完成任务说明: those under way may be named beside them.
      let others = [terminated, NSDecimalNumber(decimal: -page.sum(layer.open)).intValue]
      compare(layer.delayed, named: status.items, among: others, as: .scope("items"), &book)
    } else if let told = page.draft.quantities.indices.first(where: page.countsDelayed) {
      compare([told], named: status.items, among: [terminated], as: .scope("items"), &book)
    }
    guard status.fields.contains(where: { $0.items > 0 }), page.draft.delays.allSatisfy({ $0.domain != nil })
    else { return }
    for field in status.fields {
      guard let layer = field.layers.first, !layer.delayed.isEmpty else { continue }
      compare(layer.delayed, named: field.items, among: [0], as: .scope("items\(field.section)"), &book)
    }
  }

  /// Fewer named than counted is a fault where they are listed; told here and there, another one may be told in words of its own.
  private func compare(
    _ delayed: [Int], named: Int, among others: [Int], as group: RelationBook.Group,
    _ book: inout RelationBook
  ) {
    let count = page.sum(delayed)
    guard let first = delayed.first else { return }
    let fits = count == Decimal(named) || others.contains { count == Decimal(named + $0) }
    let isPartial = Decimal(named) < count && (Decimal(named * 2) < count || !isListed)
    book.weigh(
      first, by: [], .balance, fits ? .verified : isPartial ? .undecided : .broken, on: page,
      fits ? "列出\(named)项" : "列出\(named)项,文中写\(count)", "延期任务的数目与列出的不符", stating: false, as: group)
  }

  /// Whether the postponed tasks are numbered, or named side by side.
  private var isListed: Bool {
    let delays = page.draft.delays.filter { !$0.isTerminated }
    let paragraphs = Set(
      delays.map { delay in
        page.draft.sentence(at: delay.name.lowerBound).map { page.draft.sentences[$0].paragraph }
      })
    // 二是行政体制改革…延期: the ordinal of a field numbers no item.
    let isNumbered = delays.map(\.ordinal) == delays.indices.map { $0 + 1 }
    return isNumbered || delays.count > 1 && paragraphs.count == 1
  }

  /// The counts of one layer over all fields.
  private func fields(_ index: Int, _ book: inout RelationBook) {
    let layers = status.fields.compactMap { field in
      field.layers.indices.contains(index) ? (field, field.layers[index]) : nil
    }
    guard layers.count > 1,
      let whole = status.overall.indices.contains(index)
        ? status.overall[index] : index == 0 ? status.announced : nil
    else { return }
    if index > 0, let first = layers.first,
      !page.shares(page.lead(whole.total), with: page.lead(first.1.total), atLeast: 3)
    {
      return
    }
    let isWhole = layers.count == status.fields.count && layers.allSatisfy { countsOnce($0.0) }
    add(layers.map { [$0.1.total] }, isWhole, to: [whole.total], "任务", as: .scope("tasks\(index)"), &book)
    if !whole.done.isEmpty {
      let done = layers.map { $0.1.allDone != nil ? [$0.1.total] : $0.1.done }
      add(
        done, isWhole && done.allSatisfy { !$0.isEmpty }, to: whole.done, "完成", as: .scope("done\(index)"),
        &book)
    }
    if !whole.delayed.isEmpty {
      var isKnown = isWhole
      let delayed = layers.map { field, layer -> [Int] in
        if layer.delayed.isEmpty, layer.allDone == nil,
          page.sum(layer.done + layer.ended + layer.open) != page.value(layer.total)
        {
          isKnown = false
        }
        return layer.delayed
      }
      add(delayed, isKnown, to: whole.delayed, "延期", as: .scope("delayed\(index)"), &book)
    }
  }

  /// Whether a field counts its tasks once, and not unit by unit.
  private func countsOnce(_ field: StatusReading.Field) -> Bool {
    guard let total = field.layers.first?.total else { return false }
    let words = page.words(page.lead(total))
    return page.draft.claims.indices.count { figure in
      let claim = page.claim(figure)
      return claim.domain == field.section && claim.measure == .tasks
        && page.words(page.lead(figure)) == words
    } < 3
  }

  func add(
    _ parts: [[Int]], _ isWhole: Bool, to whole: [Int], _ name: String, as group: RelationBook.Group,
    _ book: inout RelationBook
  ) {
    guard let claimed = whole.first else { return }
    let figures = parts.flatMap { $0 }
    let sum = page.sum(figures)
    let stated = page.sum(whole)
    var equation: String { page.terms(figures) + "=\(sum)" }
    let verdict: Relation.Verdict = !isWhole ? .undecided : sum == stated ? .verified : .broken
    book.weigh(
      claimed, by: figures + whole.dropFirst(), .domains, verdict, on: page,
      verdict == .broken ? equation + ",文中写\(stated)" : equation, "各领域\(name)数之和与总数不符", stating: false,
      as: group)
  }
}
