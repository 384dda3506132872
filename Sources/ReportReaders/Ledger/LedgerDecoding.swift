import ReportModel
import YAMLTree

/// Fills a `Report` from the maps of a ledger; what is wrong goes to the context.
struct LedgerDecoding {
  let context: LedgerContext
  /// The documents named under tasks and in the lists, in that order, before they are made one.
  private var outputs: [(output: InstitutionalOutput, node: YAMLNode, path: FieldPath)] = []
  /// Where each task was found.
  private var tasks: [(task: ReformTask, map: LedgerMap)] = []

  init(_ context: LedgerContext) { self.context = context }

  mutating func report(_ map: LedgerMap) -> Report {
    var report = Report(
      year: map.integer("年度") ?? 0, place: place(map.map("地区", as: .place)))
    report.title = map.text("标题")
    report.reportingUnit = map.text("报告单位")
    report.issueDate = map.date("成文日期")
    report.signature = map.choice("署名", SignaturePlace.self) ?? .belowTitle
    report.addressee = map.text("主送")
    report.completionBasis = map.choice("完成率口径", CompletionBasis.self)
    report.introduction = map.text("导语")
    report.achievements = narrative(map, "工作成绩")
    report.domains = map.maps("领域", as: .domain).map { domain($0) }
    looseTasks(map, into: &report.domains)
    report.problems = narrative(map, "存在问题")
    report.nextSteps = narrative(map, "下一步")
    report.attachments = map.texts("附件").map { Attachment(title: $0.text) }
    report.stated = counts(map)
    report.figures = figures(map)
    report.sources = map.maps("来源", as: .source).map(source)
    for map in map.maps("制度性成果", as: .output) { note(output(map), map) }
    report.origin = map.origin
    if !(1949...2200).contains(report.year), let node = map.value("年度"), map.integer("年度") != nil {
      context.error("bad-year", at: node, "年度写的是“\(report.year)”", remedy: "请写四位年份，例如 2021")
    }
    report.outputs = LedgerLinks(
      context, tasks: tasks, outputs: outputs, domains: report.domains.map(\.name), of: map
    ).resolved()
    return report
  }

  private func place(_ map: LedgerMap?) -> AdministrativePlace {
    AdministrativePlace(
      fullName: map?.text("全称") ?? "", shortName: map?.text("简称"), selfName: map?.text("自称"))
  }

  private func narrative(_ map: LedgerMap, _ key: String) -> [NarrativePart] {
    map.maps(key, as: .narrative).map { part in
      NarrativePart(heading: part.text("小标题"), text: part.text("内容"), origin: part.origin)
    }
  }

  private mutating func domain(_ map: LedgerMap) -> Domain {
    var domain = Domain(name: map.text("名称") ?? "")
    for task in map.maps("任务", as: .task) {
      if let own = task.text("领域"), own != domain.name, let node = task.value("领域") {
        context.error(
          "wrong-domain", at: node, "任务写在“\(domain.name)”之下，又写所属领域为“\(own)”",
          remedy: "请删去任务里的“领域”一栏，或把任务移到“\(own)”之下")
      }
      domain.tasks.append(self.task(task))
    }
    domain.summary = map.text("概述")
    domain.stated = counts(map)
    domain.figures = figures(map)
    domain.origin = map.origin
    return domain
  }

  /// Tasks listed apart from the domains, each with the name of its own.
  private mutating func looseTasks(_ map: LedgerMap, into domains: inout [Domain]) {
    for task in map.maps("任务", as: .task) {
      guard let name = task.text("领域") else {
        context.error(
          "no-domain", at: task.node, "任务“\(task.text("名称") ?? "")”没有写明属于哪个领域",
          remedy: "请加一栏“领域”，或把任务移到所属领域的“任务”之下")
        continue
      }
      let found = self.task(task)
      if let index = domains.firstIndex(where: { $0.name == name }) {
        domains[index].tasks.append(found)
      } else if domains.isEmpty || !map.nodes("领域").isEmpty {
        let near = nearestName(to: name, among: domains.map(\.name))
        guard map.nodes("领域").isEmpty else {
          context.error(
            "no-domain", at: task.value("领域") ?? task.node,
            "没有叫“\(name)”的领域" + (near.map { "，是否指“\($0)”？" } ?? ""), remedy: "请改正领域名称，或在“领域”下加上这个领域",
            replacement: near)
          continue
        }
        domains.append(Domain(name: name, tasks: [found]))
      } else {
        domains.append(Domain(name: name, tasks: [found]))
      }
    }
  }

  private mutating func task(_ map: LedgerMap) -> ReformTask {
    var task = ReformTask(number: map.text("编号"), name: map.text("名称") ?? "")
    task.leadUnit = map.text("牵头单位")
    task.supportingUnits = map.units("责任单位")
    if task.leadUnit == nil, map.key("牵头单位") == nil, !task.supportingUnits.isEmpty {
      task.leadUnit = task.supportingUnits.removeFirst()
    }
    task.deadline = map.deadline("完成时限")
    task.progress = map.text("进展情况")
    status(map, of: &task)
    task.delay = delay(map)
    if task.delay != nil, task.status == nil, map.key("状态") == nil { task.status = TaskStatus(.delayed) }
    if task.delay == nil, task.isDelayed { task.delay = Delay() }
    task.continues = map.map("原任务", as: .earlierTask).map { earlier in
      EarlierTask(year: earlier.integer("年度") ?? 0, number: earlier.text("编号"), name: earlier.text("名称"))
    }
    task.figures = figures(map)
    task.remark = map.text("备注")
    for output in map.maps("制度性成果", as: .output) {
      var found = self.output(output)
      let own: TaskReference = task.number.map(TaskReference.number) ?? .name(task.name)
      for reference in found.flatMap(\.tasks) where reference != own {
        context.error(
          "output-task", at: output.value("任务") ?? output.node,
          "成果写在任务“\(task.name)”之下，又写属于“\(reference.text)”",
          remedy: "请删去成果里的“任务”一栏，或把成果移到顶层的“制度性成果”")
      }
      for index in found.indices { found[index].tasks = [own] }
      note(found, output)
    }
    task.origin = map.origin
    tasks.append((task, map))
    return task
  }

  /// A status; where a cell holds status and prose ("已完成。出台…"), the prose is the progress.
  private func status(_ map: LedgerMap, of task: inout ReformTask) {
    guard let text = map.text("状态") else { return }
    task.status = TaskStatus(wording: text)
    guard task.status?.kind == nil,
      let cut = text.unicodeScalars.firstIndex(where: {
        $0 == "。" || ",;:(\n".unicodeScalars.contains($0.halfWidth)
      })
    else { return }
    let head = TaskStatus(wording: String(text[..<cut]).trimmed)
    guard head.kind != nil else { return }
    task.status = head
    let rest = String(text[text.unicodeScalars.index(after: cut)...]).trimmed
    if task.progress == nil, !rest.isEmpty { task.progress = rest }
  }

  private func delay(_ map: LedgerMap) -> Delay? {
    let inner = map.map("延期", as: .delay)
    let delay = Delay(
      reason: inner?.text("原因") ?? map.text("延期原因"), until: inner?.deadline("延至") ?? map.deadline("延至"),
      approval: inner?.text("审议"))
    return inner == nil && delay == Delay() ? nil : delay
  }

  private func counts(_ map: LedgerMap) -> StatedCounts {
    StatedCounts(
      tasks: map.integer("任务数"), completed: map.integer("完成数"), delayed: map.integer("延期数"),
      outputs: map.integer("制度性成果数"))
  }

  private func figures(_ map: LedgerMap) -> [StatedFigure] {
    map.maps("数据", as: .figure).compactMap { figure in
      guard let quantity = figure.quantity() else { return nil }
      return StatedFigure(
        measure: figure.text("指标") ?? "", quantity: quantity, asOf: figure.text("截至"), origin: figure.origin)
    }
  }

  private func source(_ map: LedgerMap) -> SourceDocument {
    SourceDocument(
      name: map.text("名称") ?? "", date: map.text("日期"), publisher: map.text("发布单位"), remark: map.text("说明"))
  }

  private mutating func note(_ found: [InstitutionalOutput], _ map: LedgerMap) {
    for output in found { outputs.append((output, map.node, map.path)) }
  }

  /// The documents of one entry: one, or several where a text names several titles one after the other.
  private func output(_ map: LedgerMap) -> [InstitutionalOutput] {
    guard let text = map.text("名称") else { return [] }
    return DocumentTitle.split(text).map { title in
      var output = InstitutionalOutput(title: title)
      output.documentNumber = map.text("文号")
      output.issuer = map.text("发文单位")
      output.issueDate = map.date("印发日期")
      output.tasks = map.texts("任务").map { TaskReference.number($0.text) }
      output.domain = map.text("领域")
      output.origin = map.origin
      return output
    }
  }
}
