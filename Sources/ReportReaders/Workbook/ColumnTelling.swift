import OfficePackage

/// 栏目辨认: what a column holds where its head does not say it: 情况 over 延后至2022年6月, 说明 over reasons, 意见 over 第三次会议同意.
///
/// Practice: offices name such columns as they like, but a status, a date and a meeting are written in few ways.
struct ColumnTelling {
  /// The field of each of the head's columns; nil for one that tells nothing known.
  private(set) var fields: [String?]
  private let items: TableItems
  private let reading: TaskReading

  init(_ head: TableHead, _ items: TableItems, _ reading: TaskReading) {
    fields = head.columns.map(\.field)
    self.items = items
    self.reading = reading
    give("状态", to: ["进展情况", nil, "备注"]) { Self.most($0, reading.isStatus) }
    give("制度性成果", to: [nil]) { $0.allSatisfy { reading.namesDocuments($0, under: "") } }
    guard tellsOfDelays else { return }
    give("延至", to: [nil]) { Self.most($0, reading.isDate) }
    give("审议", to: [nil, "备注"]) { Self.most($0, reading.isMeeting) }
    give("延期原因", to: [nil]) { Self.most($0, reading.isProse) }
    give("延期原因", to: ["备注", "进展情况"]) { Self.most($0, reading.givesCause) }
  }

  /// Gives a field that no head names to the first column of those heads whose texts pass a test.
  private mutating func give(_ field: String, to heads: [String?], where fits: ([TextPool.ID]) -> Bool) {
    guard !fields.contains(field) else { return }
    for head in heads {
      let found = fields.indices.first { slot in
        let cells = cells(slot)
        return fields[slot] == head && !cells.isEmpty && fits(cells)
      }
      guard let found else { continue }
      fields[found] = field
      return
    }
  }

  /// The texts at the top of a column: enough to know it by.
  private func cells(_ slot: Int) -> [TextPool.ID] {
    items.items.indices.prefix(200).compactMap { items.text($0, slot) }.filter { !reading.isNothing($0) }
  }

  private static func most(_ cells: [TextPool.ID], _ isSuch: Understood<Bool>) -> Bool {
    cells.count { isSuch[$0] } * 10 >= cells.count * 6
  }

  /// Whether half of the statuses and more are those of tasks put off or given up, or as many rows say why.
  private var tellsOfDelays: Bool {
    if let reason = fields.firstIndex(of: "延期原因") {
      return cells(reason).count * 2 >= min(200, items.items.count)
    }
    guard let status = fields.firstIndex(of: "状态") else { return false }
    let kinds = cells(status).compactMap { reading.standings[$0].status?.kind }
    return kinds.count { $0 == .delayed || $0 == .terminated } * 2 >= max(1, kinds.count)
  }
}
