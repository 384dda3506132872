import OfficePackage
import ReportModel

/// 表中各项: the rows of a table as items: labels carried down, continued rows joined, counting rows set aside.
struct TableItems {
  /// One item with its texts by column.
  struct Item {
    /// The label of the section it stands in; nil where there is none.
    var section: String?
    var texts: [Int: String]
    /// Its first row.
    var row: Int
    /// Whether later rows continue it.
    var isContinued = false
    /// Whether a text that is shared by several items is in it.
    var isShared = false
  }

  private(set) var items: [Item] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let grid: SheetGrid
  private let head: TableHead

  init(_ head: TableHead, to last: Int, in grid: SheetGrid) {
    self.grid = grid
    self.head = head
    let rows = grid.rows.filter { $0.number > head.rows.upperBound && $0.number <= last }
    guard let name = head.column("名称") else { return }
    let serial = head.column("序号") ?? head.column("编号")
    let hasSerials =
      serial.map { column in rows.count { !$0.text(column).isEmpty } * 2 > rows.count } ?? false
    var section: String?
    var counted = 0
    for row in rows {
      guard let first = row.cells.keys.filter({ !row.text($0).isEmpty }).min() else { continue }
      if isRepeatedHead(row) { continue }
      let words = row.text(first)
      if TableWords.counting.contains(where: words.hasPrefix) {
        check(words, row, first, counted: counted)
        if words.hasPrefix("小计") { counted = 0 }
        continue
      }
      if let label = sectionLabel(row, first, name) {
        section = TableWords.domainName(label)
        counted = 0
        continue
      }
      if isContinuation(row, name, serial: hasSerials ? serial : nil), !items.isEmpty {
        join(row)
      } else {
        items.append(item(row, section))
        counted += 1
      }
      if row.isHidden {
        diagnostics.append(
          .init("table.hidden-row", .note, at: grid.place(row.number, first), "第\(row.number)行是隐藏的，也读入了"))
      }
    }
  }

  /// A row that repeats the head on a later page.
  private func isRepeatedHead(_ row: SheetGrid.Row) -> Bool {
    let same = head.columns.count { $0.words == row.text($0.number).replacing("\n", with: "") }
    return same >= 3 && same >= row.cells.count - 1
  }

  /// The label of a row that names what follows: alone in its row, spanning columns or with an ordinal.
  private func sectionLabel(_ row: SheetGrid.Row, _ first: Int, _ name: Int) -> String? {
    let text = row.text(first)
    guard row.cells.keys.allSatisfy({ $0 == first || row.text($0).isEmpty }), first <= name, Int(text) == nil
    else {
      return nil
    }
    let spans = grid.spansColumns(row.number, first)
    return spans || TableWords.withoutOrdinal(text) != text ? text : nil
  }

  private func isContinuation(_ row: SheetGrid.Row, _ name: Int, serial: Int?) -> Bool {
    if grid.mergeAbove(row.number, name) != nil { return true }
    if row.text(name).isEmpty { return true }
    guard let serial, row.text(serial).isEmpty else { return false }
    return true
  }

  private func item(_ row: SheetGrid.Row, _ section: String?) -> Item {
    var item = Item(section: section, texts: [:], row: row.number)
    for column in Set(row.cells.keys).union(head.columns.map(\.number)) {
      var text = row.text(column)
      if text.isEmpty, let merge = grid.mergeAbove(row.number, column) {
        text = grid.text(merge.rows.lowerBound, merge.columns.lowerBound)
        let field = head.columns.first { $0.number == column }?.field
        if !text.isEmpty, field == "进展情况" || field == "制度性成果" { item.isShared = true }
      }
      if !text.isEmpty { item.texts[column] = text }
    }
    return item
  }

  /// Adds what a continued row says to the item above.
  private mutating func join(_ row: SheetGrid.Row) {
    var item = items[items.count - 1]
    for (column, cell) in row.cells {
      let text = cell.text.trimmed
      guard !text.isEmpty else { continue }
      guard let old = item.texts[column] else {
        item.texts[column] = text
        continue
      }
      // A sentence that goes on is joined as it was; what begins anew gets a line of its own.
      let isEnded = old.last.map { "。；！？:\u{FF1B}\u{FF01}\u{FF1F}\u{FF1A}".contains($0) } ?? false
      let field = head.columns.first { $0.number == column }?.field
      let isList = ["责任单位", "牵头单位", "制度性成果", "备注"].contains(field)
      item.texts[column] = old + (isEnded || isList ? "\n" : "") + text
    }
    item.isContinued = true
    items[items.count - 1] = item
  }

  /// 小计:共10项: a count that differs from the rows above it.
  private mutating func check(_ words: String, _ row: SheetGrid.Row, _ column: Int, counted: Int) {
    let texts = row.cells.sorted { $0.key < $1.key }.map(\.value.text)
    let digits = texts.joined(separator: " ").unicodeScalars.map(\.halfWidth).drop { $0.decimalDigit == nil }
      .prefix { $0.decimalDigit != nil }
    guard let stated = Int(String(String.UnicodeScalarView(digits))) else { return }
    let expected = words.hasPrefix("小计") ? counted : items.count
    if stated != expected {
      diagnostics.append(
        Diagnostic(
          "table.count", .warning, at: grid.place(row.number, column), "这里写的是\(stated)项，上面读到\(expected)项",
          suggestions: [.init("请核对有没有漏读的行")]))
    }
  }
}
