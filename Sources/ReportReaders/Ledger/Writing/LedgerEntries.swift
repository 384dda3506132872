import ReportModel

extension LedgerTree {
  static func delay(_ delay: Delay) -> [LedgerTree.Entry] {
    [("原因", delay.reason), ("延至", delay.until?.wording), ("审议", delay.approval)]
      .compactMap { key, text in text.map { LedgerTree.Entry(key, .text($0)) } }
  }

  static func earlier(_ earlier: EarlierTask) -> LedgerTree {
    let texts = [("年度", String(earlier.year)), ("编号", earlier.number), ("名称", earlier.name)]
    return .map(texts.compactMap { key, text in text.map { LedgerTree.Entry(key, .text($0)) } })
  }

  /// A document: its bare title where nothing else is known of it.
  static func output(_ output: InstitutionalOutput, withTasks: Bool) -> LedgerTree {
    // A title that begins and ends with 《》 of its own would lose them.
    let title =
      DocumentTitle.split(output.title) == [output.title] ? output.title : "《\(output.title)》"
    var fields = LedgerEntries(output.origin, [:], at: FieldPath())
    fields.add("名称", .quoted(title))
    fields.add("文号", output.documentNumber)
    fields.add("发文单位", output.issuer)
    fields.add("印发日期", output.issueDate?.ledgerText)
    if withTasks, output.tasks.count == 1 {
      fields.add("任务", output.tasks[0].text)
    } else if withTasks {
      fields.add("任务", output.tasks.map { .text($0.text) })
    }
    fields.add("领域", output.domain)
    let entries = fields.finished
    return entries.count == 1 ? .quoted(title) : .map(entries)
  }

  static func figures(_ figures: [StatedFigure]) -> [LedgerTree] {
    figures.map { figure in
      var fields = LedgerEntries(figure.origin, [:], at: FieldPath())
      fields.add("指标", figure.measure)
      fields.add("数值", figure.quantity.ledgerText)
      if figure.quantity.unit != "%" { fields.add("单位", figure.quantity.unit) }
      fields.add("约数", figure.quantity.approximation?.rawValue)
      fields.add("截至", figure.asOf)
      return .map(fields.finished)
    }
  }

  static func source(_ source: SourceDocument) -> [LedgerTree.Entry] {
    let texts = [("日期", source.date), ("发布单位", source.publisher), ("说明", source.remark)]
    return [.init("名称", .quoted(source.name))]
      + texts.compactMap { key, text in text.map { LedgerTree.Entry(key, .text($0)) } }
  }
}

/// The entries of one map while they are gathered: known values, 待填 for open ones, then 出处 and 待核.
struct LedgerEntries {
  private var entries: [LedgerTree.Entry] = []
  private let origin: Origin
  private let comments: [FieldPath: String]
  private let path: FieldPath

  init(_ origin: Origin, _ comments: [FieldPath: String], at path: FieldPath) {
    self.origin = origin
    self.comments = comments
    self.path = path
  }

  mutating func add(_ key: String, _ value: LedgerTree?) {
    let open: LedgerTree? = origin.toFill.contains(key) ? .text("待填") : nil
    guard let value = value ?? open else { return }
    entries.append(LedgerTree.Entry(key, value, comment: comments.isEmpty ? nil : comments[path.field(key)]))
  }

  mutating func add(_ key: String, _ text: String?) {
    add(key, text.flatMap { $0.isEmpty ? nil : .text($0) })
  }

  mutating func add(_ key: String, _ number: Int?) { add(key, number.map { .text(String($0)) }) }

  mutating func add(_ key: String, _ items: [LedgerTree]) { add(key, items.isEmpty ? nil : .list(items)) }

  mutating func add(_ stated: StatedCounts) {
    add("任务数", stated.tasks)
    add("完成数", stated.completed)
    add("延期数", stated.delayed)
    add("制度性成果数", stated.outputs)
  }

  /// What was gathered so far, to stand before what is gathered next.
  mutating func taken() -> [LedgerTree.Entry] {
    defer { entries = [] }
    return entries
  }

  /// All entries, 出处 and 待核 last.
  var finished: [LedgerTree.Entry] {
    var all = self
    all.add("出处", origin.locator)
    all.add("待核", origin.toVerify.map { .text($0) })
    return all.entries
  }
}
