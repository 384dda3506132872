import OfficePackage

/// 任务表的栏目: where each field of a task stands among a head's columns, looked up once a table.
struct TaskColumns {
  /// A column of the head, by its place in it.
  struct Column {
    var slot: Int
    var words: String
  }

  let names: [Column]
  let number: Int?
  let serial: Int?
  let domain: Int?
  let leads: [Column]
  let others: [Column]
  let deadlines: [Column]
  let progress: [Column]
  let reasons: [Column]
  let until: [Column]
  let approvals: [Column]
  let outputs: [Column]
  /// The numbers of the documents.
  let documentNumbers: Column?
  let remarks: [Column]
  /// Columns whose heads say nothing known.
  let unknown: [Column]
  /// The columns that hold statuses.
  let status: [Int]

  init(_ head: TableHead, _ items: TableItems, _ reading: TaskReading) {
    func columns(_ field: String?) -> [Column] {
      head.columns.enumerated().filter { $0.element.field == field }
        .map { Column(slot: $0.offset, words: $0.element.words) }
    }
    let status = Self.status(columns("状态"), columns("进展情况"), items, reading)
    self.status = status
    names = columns("名称")
    number = columns("编号").first?.slot
    serial = columns("序号").first?.slot
    domain = columns("领域").first?.slot
    leads = columns("牵头单位")
    others = columns("责任单位")
    deadlines = columns("完成时限")
    progress = columns("进展情况").filter { !status.contains($0.slot) }
    reasons = columns("延期原因")
    until = columns("延至")
    approvals = columns("审议")
    outputs = columns("制度性成果")
    documentNumbers = columns("文号").first
    remarks = columns("备注")
    unknown = columns(nil)
  }

  var deadlineSlot: Int? { deadlines.first?.slot }

  /// The first column of the lead units, and of the others.
  var unitSlots: [Int] { [leads.first, others.first].compactMap { $0?.slot } }

  /// 完成情况 may hold a status or prose: what most of its cells hold decides.
  private static func status(
    _ own: [Column], _ progress: [Column], _ items: TableItems, _ reading: TaskReading
  ) -> [Int] {
    guard own.isEmpty else { return own.map(\.slot) }
    for column in progress {
      let texts = items.items.indices.lazy.compactMap { items.text($0, column.slot) }
      let known = texts.count { reading.isStatus[$0] }
      if known > 0, known * 10 >= texts.count * 6 { return [column.slot] }
    }
    return []
  }
}
