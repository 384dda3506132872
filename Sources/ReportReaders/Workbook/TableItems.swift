import OfficePackage
import ReportModel

/// 表中各项: the rows of a table as items: labels carried down, continued rows joined, counting rows held against the rows they count.
struct TableItems {
  /// One item; its texts stand in `texts` of the whole table.
  struct Item {
    /// Its first row.
    var row: UInt32
    /// The label of the section it stands in, by its place in `sections`.
    var section: Int32?
    /// Whether later rows continue it.
    var isContinued = false
    /// Whether a text that is shared by several items is in it.
    var isShared = false
  }

  private(set) var items: [Item] = []
  private(set) var sections: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var grid: SheetGrid
  private let head: TableHead
  /// The texts of all items, `head.columns.count` each.
  private var texts: [TextPool.ID] = []
  /// The place of each sheet column among the head's; nil for a column without a head.
  private var slots: [Int: Int] = [:]
  /// Texts of continued items while they are joined, by their places in `texts`.
  private var joined: [Int: String] = [:]
  private var strays = CellList()
  private var hidden = CellList()

  /// The text of an item in one of the head's columns, counted from 0.
  func text(_ item: Int, _ column: Int) -> TextPool.ID? {
    let text = texts[item * head.columns.count + column]
    return text == grid.blank ? nil : text
  }

  /// The label of the section that an item stands in.
  func section(_ item: Int) -> String? { items[item].section.map { sections[Int($0)] } }

  /// - Throws: a fault where continued rows make more text than is held in memory.
  init(_ head: TableHead, to last: Int, in grid: SheetGrid) throws(PackageFault) {
    self.grid = grid
    self.head = head
    var totals = TableTotals(head, in: grid)
    for (index, column) in head.columns.enumerated() { slots[column.number] = index }
    guard let name = head.column("名称") else { return }
    let all = grid.rows.index(from: head.rows.upperBound + 1)
    let rows = grid.rows[all..<max(all, last == .max ? grid.rows.count : grid.rows.index(from: last + 1))]
    let serial = head.column("序号") ?? head.column("编号")
    let hasSerials = serial.map { column in rows.count { $0.id(column) != nil } * 2 > rows.count } ?? false
    for row in rows {
      guard let first = row.packed.first(where: { !grid.texts.isBlank($0.text) }) else { continue }
      if isRepeatedHead(row) || TableWords.isRemark(first.text, in: grid.texts) { continue }
      if TableTotals.isTotal(first.text, in: grid.texts) {
        totals.check(row, labelled: first, items: items.count)
        continue
      }
      if let label = sectionLabel(row, first, name) {
        sections.append(TableWords.domainName(label))
        totals.beginGroup()
        continue
      }
      if !items.isEmpty, isEmptyDomain(row, name) { continue }
      if !items.isEmpty, isContinuation(row, name, serial: hasSerials ? serial : nil) {
        join(row)
      } else {
        append(row)
        totals.countItem()
      }
      totals.add(row)
      if row.isHidden { hidden.append(row.number, Int(first.column)) }
    }
    for (place, text) in joined { texts[place] = try grid.texts.add(text) }
    joined = [:]
    totals.finish(items: items.count)
    diagnostics = totals.diagnostics
    for run in hidden.runs {
      let words =
        run.first.row == run.last ? "第\(run.last)行是隐藏的，也读入了" : "第\(run.first.row)行到第\(run.last)行是隐藏的，也读入了"
      diagnostics.append(
        Diagnostic(
          "table.hidden-row", .note, at: grid.place(run.first.row, run.first.column), words,
          suggestions: [.init("如不应计入，请在原表删去后重新读入")]))
    }
    for cell in strays.cells {
      diagnostics.append(
        Diagnostic(
          "table.stray", .warning, at: grid.place(cell.row, cell.column),
          "“\(FormText.shortened(strayText(cell)))”上面没有表头，没有读入",
          suggestions: [.init("请在台账里补到合适的栏目")]))
    }
    if strays.left > 0, let last = strays.latest {
      diagnostics.append(
        Diagnostic(
          "table.stray", .warning, at: grid.place(last.row, last.column),
          "到这里还有\(strays.left)格上面没有表头，没有读入", suggestions: [.init("请在原表补上表头后重新读入")]))
    }
    self.grid = grid.emptied
  }

  private func strayText(_ cell: CellList.Cell) -> String {
    grid.id(cell.row, cell.column).map { grid.texts.trimmed($0) } ?? ""
  }

  /// A row that repeats the head on a later page.
  private func isRepeatedHead(_ row: SheetGrid.Row) -> Bool {
    // Its first cell is a head, or it is none.
    guard let first = row.packed.first, first.kind == .text, TableWords.isHead(first.text, in: grid.texts)
    else {
      return false
    }
    let same = head.columns.count { $0.words == row.text($0.number).replacing("\n", with: "") }
    return same >= 3 && same >= row.packed.count - 1
  }

  /// The label of a row that names what follows: alone in its row, spanning columns or with an ordinal.
  private func sectionLabel(_ row: SheetGrid.Row, _ first: SheetGrid.PackedCell, _ name: Int) -> String? {
    let column = Int(first.column)
    guard column <= name,
      row.packed.allSatisfy({ $0.column == first.column || grid.texts.isBlank($0.text) })
    else { return nil }
    let text = grid.texts.trimmed(first.text)
    guard Int(text) == nil else { return nil }
    // 管理体制改革(4项), alone where the numbers of the items stand.
    let isForNumber = column < name && head.column("序号") == column && text.utf16.count > 3
    return grid.spansColumns(row.number, column) || isForNumber || TableWords.withoutOrdinal(text) != text
      ? text : nil
  }

  /// A field of its own without an item: 某领域 | 原文未列任务.
  private func isEmptyDomain(_ row: SheetGrid.Row, _ name: Int) -> Bool {
    guard let column = head.column("领域"), let slot = slots[column], let label = row.id(column),
      row.id(name) == nil, grid.mergeAbove(row.number, name) == nil
    else { return false }
    let above = text(items.count - 1, slot)
    return above.map { $0 != label && grid.texts[$0] != grid.texts[label] } ?? true
  }

  private func isContinuation(_ row: SheetGrid.Row, _ name: Int, serial: Int?) -> Bool {
    if grid.mergeAbove(row.number, name) != nil || row.id(name) == nil { return true }
    return serial.map { row.id($0) == nil } ?? false
  }

  private mutating func append(_ row: SheetGrid.Row) {
    let start = texts.count
    texts.append(contentsOf: repeatElement(grid.blank, count: head.columns.count))
    var item = Item(row: UInt32(row.number), section: sections.isEmpty ? nil : Int32(sections.count - 1))
    for cell in row.packed where !grid.texts.isBlank(cell.text) {
      if let slot = slots[Int(cell.column)] {
        texts[start + slot] = cell.text
      } else {
        strays.append(row.number, Int(cell.column))
      }
    }
    for (slot, column) in head.columns.enumerated() where texts[start + slot] == grid.blank {
      guard let merge = grid.mergeAbove(row.number, column.number),
        let text = grid.id(merge.rows.lowerBound, merge.columns.lowerBound)
      else { continue }
      texts[start + slot] = text
      if column.field == "进展情况" || column.field == "制度性成果" { item.isShared = true }
    }
    items.append(item)
  }

  /// Adds what a continued row says to the item above.
  private mutating func join(_ row: SheetGrid.Row) {
    let start = texts.count - head.columns.count
    for cell in row.packed where !grid.texts.isBlank(cell.text) {
      guard let slot = slots[Int(cell.column)] else {
        strays.append(row.number, Int(cell.column))
        continue
      }
      let place = start + slot
      guard texts[place] != grid.blank else {
        texts[place] = cell.text
        continue
      }
      // A sentence that goes on is joined as it was; what begins anew gets a line of its own.
      var text = joined.removeValue(forKey: place) ?? grid.texts.trimmed(texts[place])
      let isEnded = text.last.map { "。；！？:\u{FF1B}\u{FF01}\u{FF1F}\u{FF1A}".contains($0) } ?? false
      let isList = ["责任单位", "牵头单位", "制度性成果", "备注"].contains(head.columns[slot].field)
      if isEnded || isList { text += "\n" }
      text += grid.texts.trimmed(cell.text)
      joined[place] = text
    }
    items[items.count - 1].isContinued = true
  }
}

/// Cells to be named in messages: the first of them one by one, the others by their number.
private struct CellList {
  struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  private(set) var cells: [Cell] = []
  private(set) var latest: Cell?
  /// How many there are beyond those that are kept.
  private(set) var left = 0
  /// Runs of rows, each by its first cell and its last row.
  private(set) var runs: [(first: Cell, last: Int)] = []
  private static let most = 50

  mutating func append(_ row: Int, _ column: Int) {
    let cell = Cell(row: row, column: column)
    latest = cell
    if cells.count < Self.most { cells.append(cell) } else { left += 1 }
    if let last = runs.last, last.last + 1 >= row {
      runs[runs.count - 1].last = row
    } else {
      runs.append((cell, row))
    }
  }
}
