import Foundation
import OfficePackage
import ReportModel

/// 表中合计: what 小计 and 合计 rows say, held against the rows above them: how many items, and the sums of columns of numbers.
///
/// A sum that is not its column's but the next one's, or that lacks just the number of a neighbouring cell, tells of a cell that was
/// dropped. Columns that do not add up (rates, ranks, averages) are left alone, and so are columns with words among the numbers unless
/// a neighbouring cell explains what is missing.
struct TableTotals {
  private struct Column {
    var number: Int
    var words: String
    var all = Sum()
    var group = Sum()
    /// Cells with words in them.
    var texts = 0
  }

  private struct Sum {
    var value = Decimal(0)
    var count = 0
    /// How many digits stand behind the point, at most.
    var digits = 0

    mutating func add(_ number: SheetNumber) {
      value += number.decimal
      count += 1
      digits = max(digits, -number.exponent)
    }
  }

  private(set) var diagnostics: [Diagnostic] = []
  private let grid: SheetGrid
  private let firstRow: Int
  private let countColumns: Set<Int>
  private var columns: [Column]
  private var counted = 0
  private var groupRow: Int
  private var lastRow: Int
  /// A total that stands above what it counts.
  private var pending: (row: SheetGrid.Row, label: SheetGrid.PackedCell)?

  init(_ head: TableHead, in grid: SheetGrid) {
    self.grid = grid
    firstRow = head.rows.upperBound + 1
    groupRow = firstRow
    lastRow = firstRow
    countColumns = Set(head.columns.filter { ["序号", "编号", "名称"].contains($0.field) }.map(\.number))
    columns = head.columns.filter { $0.field == nil && Self.addsUp($0.words) }
      .map { Column(number: $0.number, words: $0.words) }
  }

  /// Whether numbers under a head may be added.
  private static func addsUp(_ words: String) -> Bool {
    !rates.contains(where: words.contains)
  }

  /// Words of heads over numbers that nobody adds.
  private static let rates = [
    "率", "%", "\u{FF05}", "比", "排名", "名次", "位次", "均", "年份", "年月", "日期", "时间", "电话", "编码", "代码", "系数", "权重",
    "指数",
    "满意度", "进度", "浓度", "单价",
  ]

  /// Whether a row that begins with a text counts others: 小计, 合计:共10项, 经济体制改革小计:共10项.
  static func isTotal(_ text: TextPool.ID, in texts: TextPool) -> Bool {
    let mayBe = texts.withBytes(text) { bytes in
      guard bytes.count >= 6, bytes.count < 600 else { return false }
      // An ideograph at the head tells nearly all cells from these words; figures never begin them.
      guard (0xE4...0xE9).contains(bytes[0]) else { return bytes.count < 90 && bytes[0] &- 0x30 > 9 }
      return bytes.count < 90 && beginnings.contains { $0.elementsEqual(bytes[..<3]) } || holdsSubtotal(bytes)
    }
    guard mayBe else { return false }
    // 合　计, with a gap, is usual.
    let words = String(String.UnicodeScalarView(texts[text].unicodeScalars.filter { !$0.isBlank }))
    return TableWords.counting.contains(where: words.hasPrefix)
      || words.contains("小计\u{FF1A}") || words.contains("小计:")
  }

  /// Whether 小计 stands in a text, in UTF-8.
  private static func holdsSubtotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 9 else { return false }
    return (0..<bytes.count - 6).contains {
      bytes[$0] == 0xE5 && bytes[$0 + 1] == 0xB0 && bytes[$0 + 2] == 0x8F && bytes[$0 + 3] == 0xE8
        && bytes[$0 + 4] == 0xAE && bytes[$0 + 5] == 0xA1
    }
  }

  /// The first characters of the words that count, as UTF-8.
  private static let beginnings = TableWords.counting.map { Array($0.utf8.prefix(3)) }

  mutating func beginGroup() {
    counted = 0
    groupRow = lastRow + 1
    for index in columns.indices { columns[index].group = Sum() }
  }

  mutating func countItem() { counted += 1 }

  /// Adds the numbers of a row.
  mutating func add(_ row: SheetGrid.Row) {
    lastRow = row.number
    for index in columns.indices {
      guard let text = row.id(columns[index].number) else { continue }
      if let number = number(text) {
        columns[index].all.add(number)
        columns[index].group.add(number)
      } else {
        columns[index].texts += 1
      }
    }
  }

  private func number(_ text: TextPool.ID) -> SheetNumber? {
    let mayBe = grid.texts.withBytes(text) { bytes in
      bytes.count <= 24 && (bytes.first.map { $0 &- 0x30 <= 9 || $0 == UInt8(ascii: "-") } ?? false)
    }
    return mayBe ? SheetNumber(grid.texts.trimmed(text)) : nil
  }

  /// Holds a total against the rows above it; one that stands first waits for the rows below.
  mutating func check(_ row: SheetGrid.Row, labelled label: SheetGrid.PackedCell, items: Int) {
    if items == 0 {
      pending = (row, label)
      return
    }
    let isGroup = grid.texts.trimmed(label.text).contains("小计")
    compare(row, label, counted: isGroup ? counted : items, isGroup: isGroup)
    if isGroup { beginGroup() }
    lastRow = row.number
    groupRow = isGroup ? lastRow + 1 : groupRow
  }

  /// Checks what waited for the end of the table.
  mutating func finish(items: Int) {
    if let pending, items > 0 { compare(pending.row, pending.label, counted: items, isGroup: false) }
    pending = nil
  }

  private mutating func compare(
    _ row: SheetGrid.Row, _ label: SheetGrid.PackedCell, counted: Int, isGroup: Bool
  ) {
    if let (stated, column) = statedCount(row, label), stated != counted {
      diagnostics.append(
        Diagnostic(
          "table.count", .warning, at: grid.place(row.number, column), "这里写的是\(stated)项，读到的是\(counted)项",
          suggestions: [.init("请核对有没有漏读的行")]))
    }
    for column in columns { compareSum(of: column, row, isGroup: isGroup) }
  }

  /// 共10项: behind 项, or alone in a column of numbers or names.
  private func statedCount(_ row: SheetGrid.Row, _ label: SheetGrid.PackedCell) -> (Int, column: Int)? {
    for cell in row.packed where !grid.texts.isBlank(cell.text) {
      let scalars = grid.texts.trimmed(cell.text).unicodeScalars.map(\.halfWidth)
      let words = String(String.UnicodeScalarView(scalars))
      // 原文载5项,未列名称: a number of items that are not in the table.
      guard !words.contains("未列名称") else { return nil }
      let mark = words.range(of: "计:").map { words.unicodeScalars[$0.upperBound...] }
      let rest = (mark.map(Array.init) ?? scalars).drop { $0.decimalDigit == nil }
      let digits = rest.prefix { $0.decimalDigit != nil }
      let unit = rest.dropFirst(digits.count).first { !$0.isBlank }
      let isAlone = cell.column == label.column || countColumns.contains(Int(cell.column))
      guard unit == "项" || isAlone && unit == nil, let stated = Int(String(String.UnicodeScalarView(digits)))
      else { continue }
      return (stated, Int(cell.column))
    }
    return nil
  }

  private mutating func compareSum(of column: Column, _ row: SheetGrid.Row, isGroup: Bool) {
    let sum = isGroup ? column.group : column.all
    guard let text = row.id(column.number), let stated = number(text) else { return }
    guard sum.count >= 2, !Self.agrees(stated, sum) else { return }
    let cell = grid.place(row.number, column.number)
    let shown = grid.texts.trimmed(text)
    let rows = (isGroup ? groupRow : firstRow, lastRow)
    if let other = columns.first(where: { other in
      let sum = isGroup ? other.group : other.all
      return abs(other.number - column.number) == 1 && sum.count >= 2 && Self.agrees(stated, sum)
    }) {
      say(
        "shifted", at: cell,
        "\(shown)不是“\(column.words)”一栏之和（\(sum.value)），却等于旁边“\(other.words)”一栏之和，这一行可能错了格")
      return
    }
    if let shifted = cellThatLacks(stated.decimal - sum.value, column, rows: rows.0...max(rows.0, rows.1)) {
      say(
        "shifted", at: shifted,
        "“\(column.words)”一栏合计是\(shown)，相加只有\(sum.value)，差的\(stated.decimal - sum.value)正好在这一格，这一行可能错了格")
      return
    }
    guard column.texts == 0 else { return }
    let name = { CellReference.name(row: $0, column: column.number) }
    say("sum", at: cell, "“\(column.words)”一栏合计写的是\(shown)，\(name(rows.0))到\(name(rows.1))相加是\(sum.value)")
  }

  /// The cell beside a gap in a column that holds just the number that the sum lacks.
  private func cellThatLacks(_ missing: Decimal, _ column: Column, rows: ClosedRange<Int>) -> SourcePlace? {
    guard missing != 0 else { return nil }
    for index in grid.rows.index(from: rows.lowerBound)..<grid.rows.index(from: rows.upperBound + 1) {
      let row = grid.rows[index]
      if let own = row.id(column.number), number(own) != nil { continue }
      for neighbour in [column.number - 1, column.number + 1] where neighbour > 0 {
        if let text = row.id(neighbour), number(text)?.decimal == missing {
          return grid.place(row.number, neighbour)
        }
      }
    }
    return nil
  }

  /// Whole numbers agree exactly; others as far as the rounding of each of them may reach.
  private static func agrees(_ stated: SheetNumber, _ sum: Sum) -> Bool {
    let difference = abs(stated.decimal - sum.value)
    let digits = max(0, -stated.exponent)
    guard sum.digits > 0 || digits > 0 else { return difference == 0 }
    func half(_ digits: Int) -> Decimal { Decimal(sign: .plus, exponent: -digits, significand: 1) / 2 }
    return difference <= half(digits) + half(sum.digits) * Decimal(sum.count)
  }

  private mutating func say(_ rule: String, at place: SourcePlace, _ message: String) {
    diagnostics.append(
      Diagnostic(
        "table.\(rule)", .warning, at: place, message,
        suggestions: [.init("请对照原表核对，有错在原表改正后重新读入")]))
  }
}
