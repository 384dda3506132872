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
    let fields = ColumnTelling(head, items, reading).fields
    func columns(_ field: String?) -> [Column] {
      head.columns.enumerated().filter { fields[$0.offset] == field }
        .map { Column(slot: $0.offset, words: $0.element.words) }
    }
    status = columns("状态").map(\.slot)
    names = columns("名称")
    number = columns("编号").first?.slot
    serial = columns("序号").first?.slot
    domain = columns("领域").first?.slot
    leads = columns("牵头单位")
    others = columns("责任单位")
    deadlines = columns("完成时限")
    progress = columns("进展情况")
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
}
