import OfficePackage
import ReportModel

/// 表头: the head of a table, of one to three levels, and what its columns hold.
struct TableHead {
  /// A column of the table.
  struct Column: Hashable {
    var number: Int
    /// The ledger's field; nil for a head that says nothing known.
    var field: String?
    /// The head's own words, the lowest level.
    var words: String
  }

  enum Kind {
    case tasks, outputs

    /// What such a table is called.
    var words: String { self == .tasks ? "任务表" : "成果表" }
  }

  let kind: Kind
  /// The rows of the head.
  let rows: ClosedRange<Int>
  let columns: [Column]

  /// How deep a head may be.
  private static let deepest = 3

  func columns(of field: String) -> [Column] { columns.filter { $0.field == field } }

  func column(_ field: String) -> Int? { columns.first { $0.field == field }?.number }

  /// All heads of a sheet, from the top.
  static func all(in grid: SheetGrid) -> [TableHead] {
    var heads: [TableHead] = []
    var index = 0
    while index < grid.rows.count {
      if let last = heads.last, let next = last.end(ofRepetitionAt: index, in: grid) {
        index = next
        continue
      }
      guard known(grid.rows[index], in: grid) >= 2, let head = head(at: index, in: grid) else {
        index += 1
        continue
      }
      // A head that is repeated on a later page is no new table.
      if heads.last?.columns != head.columns { heads.append(head) }
      index = grid.rows.index(from: head.rows.upperBound + 1)
    }
    return heads
  }

  /// The row behind the same head once more, told by its texts alone.
  private func end(ofRepetitionAt index: Int, in grid: SheetGrid) -> Int? {
    let own = grid.rows.index(from: rows.lowerBound)..<grid.rows.index(from: rows.upperBound + 1)
    guard index + own.count <= grid.rows.count else { return nil }
    for (offset, row) in own.enumerated() {
      let again = grid.rows[index + offset].packed
      guard again.elementsEqual(grid.rows[row].packed, by: { $0.column == $1.column && $0.text == $1.text })
      else { return nil }
    }
    return index + own.count
  }

  /// How many cells of a row are heads that are known.
  static func known(_ row: SheetGrid.Row, in grid: SheetGrid) -> Int {
    row.packed.count { $0.kind == .text && TableWords.isHead($0.text, in: grid.texts) }
  }

  private static func head(at index: Int, in grid: SheetGrid) -> TableHead? {
    let first = grid.rows[index].number
    var last = first
    var next = index + 1
    while next < grid.rows.count, grid.rows[next].number == last + 1, last - first + 1 < deepest,
      isFurtherLevel(grid.rows[next], below: first...last, in: grid)
    {
      last += 1
      next += 1
    }
    // A level above, whose merged cells span several columns of this one.
    var top = first
    if index > 0, grid.rows[index - 1].number == first - 1, last - first + 1 < deepest {
      let width = grid.rows[index].packed.count
      let spans = grid.merges.filter {
        $0.rows.contains(first - 1) && $0.columns.count > 1 && $0.columns.count < width
      }
      if !spans.isEmpty { top = first - 1 }
    }
    return TableHead(rows: top...last, in: grid)
  }

  /// Whether a row belongs to the head above it: known words, or words under a head that spans several columns; or the
  /// numbers of the columns.
  private static func isFurtherLevel(_ row: SheetGrid.Row, below rows: ClosedRange<Int>, in grid: SheetGrid)
    -> Bool
  {
    let cells = row.cells.sorted { $0.key < $1.key }.filter { !$0.value.text.trimmed.isEmpty }
    guard !cells.isEmpty else { return false }
    let numbers = cells.compactMap { Int($0.value.text.trimmed) }
    if numbers.count == cells.count, numbers.count >= 3,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $0 + 1 == $1 })
    {
      return true
    }
    let spans = grid.merges.filter { rows.overlaps($0.rows) && $0.columns.count > 1 }
    return cells.allSatisfy { column, cell in
      cell.kind == .text && cell.text.unicodeScalars.count <= 24
        && (spans.contains { $0.columns.contains(column) }
          || TableWords.taskField(cell.text) != nil && grid.mergeAbove(row.number, column) == nil)
    }
  }

  private init?(rows: ClosedRange<Int>, in grid: SheetGrid) {
    let levels = grid.rows[
      grid.rows.index(from: rows.lowerBound)..<grid.rows.index(from: rows.upperBound + 1)]
    let merges = grid.merges.filter { rows.overlaps($0.rows) }
    var numbers: Set<Int> = []
    for level in levels { numbers.formUnion(level.packed.map { Int($0.column) }) }
    for merge in merges where merge.columns.count <= 32 { numbers.formUnion(merge.columns) }
    /// The words over a column, the lowest level first.
    func words(_ column: Int) -> [String] {
      levels.reversed().compactMap { level in
        if let text = level.id(column) { return grid.texts.trimmed(text) }
        let span = merges.first { $0.rows.contains(level.number) && $0.columns.contains(column) }
        guard let span, let row = levels.first(where: { $0.number == span.rows.lowerBound }) else {
          return nil
        }
        let text = row.text(span.columns.lowerBound)
        return text.isEmpty ? nil : text
      }.uniqued.filter { Int($0) == nil }
    }
    let all = numbers.sorted().map { (number: $0, words: words($0)) }.filter { !$0.words.isEmpty }
    func columns(_ field: (String) -> String?) -> [Column] {
      all.map { column in
        Column(
          number: column.number, field: column.words.lazy.compactMap(field).first,
          words: column.words[0].replacing("\n", with: ""))
      }
    }
    let outputs = columns(TableWords.outputField)
    var tasks = columns(TableWords.taskField)
    // 延期、终止任务, 所属小组: what ends like a name or a field is one, where no other head says it.
    for (field, ends) in TableWords.fieldEnds where !tasks.contains(where: { $0.field == field }) {
      if let index = tasks.firstIndex(where: { column in
        column.field == nil && ends.contains(where: column.words.hasSuffix)
      }) {
        tasks[index].field = field
      }
    }
    // 牵头单位 and 时间 are columns of tasks too, and tell of no documents alone.
    let hasDocuments = zip(outputs, tasks).contains { output, task in
      ["文号", "发文单位", "印发日期"].contains(output.field) && (task.field == nil || output.field == "文号")
    }
    // A table that tells how tasks stand may name their documents beside.
    let tellsStanding = ["状态", "进展情况", "完成时限"].contains { field in tasks.contains { $0.field == field } }
    let isOfTasks = tellsStanding && tasks.contains { $0.field == "名称" }
    // 序号 | 文件名称 | 牵头单位 under 制度性成果清单 is one of documents by its title.
    let isCalledOne =
      TableWords.namesDocuments(grid.title) && !TableWords.namesDelays(grid.title)
      && !tasks.contains { $0.field == "延期原因" }
    if !isOfTasks, hasDocuments || isCalledOne, outputs.contains(where: { $0.field == "名称" }) {
      kind = .outputs
      self.columns = outputs
    } else if tasks.contains(where: { $0.field == "名称" }), tasks.count(where: { $0.field != nil }) >= 2 {
      kind = .tasks
      self.columns = tasks
    } else {
      return nil
    }
    self.rows = rows
  }
}
