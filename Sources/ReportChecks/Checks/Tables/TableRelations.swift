import Foundation
import ReportModel

/// 表内关系: what the cells of a table say of one another: totals below, totals beside, one column out of others.
///
/// A total is told by its name. Any other relation is proposed where most rows of the table bear it out; the rows that do
/// not are then broken. Practice.
struct TableRelations {
  /// A cell of the table.
  struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// One relation: a cell that follows from others.
  struct Relation {
    var holds: Bool
    var result: Cell
    var members: [Cell]
    /// `3+4=7`, and where it is broken `3+4=7,表中写8`.
    var arithmetic: String
  }

  /// A cell in which something does not fit, with the arithmetic of all that meets in it.
  struct Fault {
    var cell: Cell
    var related: [Cell]
    var arithmetic: [String]
  }

  private(set) var relations: [Relation] = []
  private(set) var undecided = 0
  private let table: FigureTable
  /// The columns whose sum the text tells as well.
  private var told: Set<Int> = []

  /// The relations of a table that stands in a text with some figures.
  init(_ table: FigureTable, among page: FigurePage) {
    self.table = table
    told = Set(
      table.additive.filter { column in
        let cells = table.rows.compactMap { table.kinds[$0] == .item ? table[$0, column]?.value : nil }
        guard cells.count > 2, let measure = TableClaims.measure(table.heads[column]) else { return false }
        let sum = cells.reduce(0, +)
        return page.draft.claims.indices.contains {
          page.claim($0).measure == measure && page.value($0) == sum
        }
      })
    columnTotals()
    rowTotals()
    columnSums()
    rates()
    shares()
    for found in TableChanges(table).columns {
      // 2024年 | 2025年 | 变化: such a head leaves no doubt; one row that holds shows what the figures are of.
      adopt(found.relations, atLeast: 1, isNamed: true, besides: found.isOfYears ? 1 : 0)
    }
    adopt(TableFormulas(table).products, atLeast: 1, isNamed: true)
    relations += TableFormulas(table).balances
  }

  /// The faults, each at the cell that explains most of what is broken.
  var faults: [Fault] {
    var scores: [Cell: Int] = [:]
    for relation in relations {
      for cell in relation.members + [relation.result] { scores[cell, default: 0] += relation.holds ? -1 : 1 }
    }
    // 3+0=3,表中写4: a column that makes what the text says is not where the fault lies.
    for cell in scores.keys where told.contains(cell.column) { scores[cell, default: 0] -= 1 }
    var order: [Cell] = []
    var faults: [Cell: Fault] = [:]
    for relation in relations where !relation.holds {
      let cells = relation.members + [relation.result]
      let best = cells.map { scores[$0] ?? 0 }.max() ?? 0
      let worst = cells.filter { scores[$0] == best }
      let blamed = worst.count == 1 ? worst[0] : relation.result
      if faults[blamed] == nil { order.append(blamed) }
      faults[blamed, default: Fault(cell: blamed, related: [], arithmetic: [])].arithmetic.append(
        relation.arithmetic)
      // Where nothing tells which cell is wrong, it may be any of those that hold in nothing else.
      let known = faults[blamed]?.related ?? []
      let others = (worst.count == 1 ? [relation.result] : worst).filter {
        $0 != blamed && !known.contains($0)
      }
      faults[blamed]?.related += others
    }
    return order.compactMap { faults[$0] }
  }

  /// 合计 and 小计 rows against the rows they count.
  private mutating func columnTotals() {
    for row in table.rows where table.kinds[row] == .total || table.kinds[row] == .subtotal {
      let counted = rowsCounted(by: row)
      guard counted.count > 1 else { continue }
      let found = table.additive.filter { !table.isAverage($0) }.compactMap { column in
        sum(Cell(row: row, column: column), counted.map { Cell(row: $0, column: column) })
      }
      let broken = found.count { !$0.holds }
      // One column that fits shows that these rows are what is counted.
      let isCertain =
        broken < found.count || found.count == 1 && isNearSum(found[0], isNamed: !table.wholes.contains(row))
      relations += isCertain ? found : []
      if !isCertain { undecided += found.count }
    }
  }

  /// The rows that a total row counts: those since the last subtotal, all above it, or, where it stands first, all below.
  private func rowsCounted(by row: Int) -> [Int] {
    func items(_ range: Range<Int>) -> [Int] { range.filter { table.kinds[$0] == .item } }
    let above = table.rows.lowerBound..<row
    if table.kinds[row] == .subtotal {
      return items((above.last { table.kinds[$0] != .item }.map { $0 + 1 } ?? above.lowerBound)..<row)
    }
    let counted = items(above)
    return counted.isEmpty ? items(row + 1..<table.rows.upperBound) : counted
  }

  /// A sum of cells against the cell that states it; nil where that cell or most others hold no figure.
  private func sum(_ result: Cell, _ parts: [Cell]) -> Relation? {
    guard let stated = table[result.row, result.column] else { return nil }
    let members = parts.filter { table[$0.row, $0.column] != nil }
    guard members.count > 1, members.count * 2 >= parts.count else { return nil }
    let figures = members.compactMap { table[$0.row, $0.column] }
    let value = figures.reduce(Decimal(0)) { $0 + $1.value }
    let interval = Interval.sum(figures.map(\.quantity))
    let holds = Reckoning.compare(value, interval, with: stated.quantity) != .apart
    let terms = figures.map(\.printed).joined(separator: "+")
    return Relation(
      holds: holds, result: result, members: members,
      arithmetic: "\(terms)=\(value)" + (holds ? "" : ",表中写\(stated.printed)"))
  }

  /// Whether a total that stands alone is at least of its parts' size: else it may count other things.
  private func isNearSum(_ relation: Relation, isNamed: Bool) -> Bool {
    let value = relation.members.compactMap { table[$0.row, $0.column]?.value }.reduce(Decimal(0), +)
    guard let stated = table[relation.result.row, relation.result.column]?.value else { return false }
    return abs(value - stated) * (isNamed ? 4 : 10) <= value || Reckoning.isSlip(stated, value)
  }

  /// A column headed 合计 or the like against the columns before it (or behind, where it stands first).
  private mutating func rowTotals() {
    for (place, column) in table.additive.enumerated()
    where Self.totalHeads.contains(table.heads[column])
      || table.heads[column] == "全年" && table.additive[..<place].allSatisfy(isSpan)
    {
      let before = table.additive[..<place]
      let start = before.lastIndex { Self.totalHeads.contains(table.heads[$0]) }.map { $0 + 1 } ?? 0
      let parts = before.isEmpty ? table.additive[(place + 1)...] : before[start...]
      guard parts.count > 1 else { continue }
      let found = table.rows.compactMap { row in
        sum(Cell(row: row, column: column), parts.map { Cell(row: row, column: $0) })
      }
      if found.count == 1, isNearSum(found[0], isNamed: true) {
        relations += found
      } else {
        adopt(found, atLeast: 1, isNamed: true)
      }
    }
  }

  /// 一季度, 上半年, 3月: a part of the year.
  private func isSpan(_ column: Int) -> Bool {
    table.heads[column].hasAnySuffix(["季度", "半年", "月"])
  }

  /// A column that is the sum of two or three others in most rows: 任务数 of 完成 and 延期.
  private mutating func columnSums() {
    let columns = table.additive.filter { !Self.totalHeads.contains(table.heads[$0]) }
    guard (3...9).contains(columns.count) else { return }
    let outcomes =
      columns.compactMap { whole in fates(of: whole, columns.filter { $0 != whole }) }.first ?? []
    // 推进中 may be 已完成+延期 by chance: what became of the tasks is no sum of itself.
    for result in columns where !outcomes.contains(result) {
      let others = columns.filter { $0 != result }
      var best: (sound: Int, found: [Relation]) = (0, [])
      if let parts = fates(of: result, others) {
        let found = table.rows.compactMap { row in
          sum(Cell(row: row, column: result), parts.map { Cell(row: row, column: $0) })
        }
        if found.contains(where: \.holds) {
          adopt(found, atLeast: 1, isNamed: true)
          continue
        }
      }
      for parts in Self.choices(of: others) {
        let found = table.rows.compactMap { row -> Relation? in
          let cells = parts.map { Cell(row: row, column: $0) }
          // A row in which only one part counts proves nothing.
          guard cells.allSatisfy({ table[$0.row, $0.column] != nil }) else { return nil }
          return sum(Cell(row: row, column: result), cells)
        }
        let sound = found.count { relation in
          relation.holds && relation.members.count { table[$0.row, $0.column]?.value != 0 } > 1
        }
        if sound > best.sound { best = (sound, found) }
      }
      if best.sound >= 2 { adopt(best.found, atLeast: 3) }
    }
  }

  /// 任务数 with 已完成 and 未完成 beside it: what became of all of them.
  private func fates(of whole: Int, _ others: [Int]) -> [Int]? {
    guard table.heads[whole].containsAny(Self.wholes),
      !table.heads[whole].contains("完成")
    else { return nil }
    let done = others.filter { table.heads[$0].contains("完成") && !table.heads[$0].contains("未完成") }
    let rest = others.filter { column in table.heads[column].containsAny(Self.rests) }
    return done.count == 1 && !rest.isEmpty && others.count == 1 + rest.count ? done + rest : nil
  }

  private static let wholes = ["任务", "总数", "事项", "项目数", "应办", "交办"]
  private static let rests = ["未完成", "延期", "推进", "未启动", "终止", "在办", "未办结"]

  /// 占比: each cell of a column as a share of the column's total.
  private mutating func shares() {
    for column in table.rates where table.heads[column].containsAny(Self.shareHeads) {
      let items = table.rows.filter { table.kinds[$0] == .item }
      let readings = table.additive.map { of in
        items.compactMap { share(Cell(row: $0, column: column), of: of, items) }
      }
      guard let best = readings.max(by: { $0.count(where: \.holds) < $1.count(where: \.holds) }) else {
        continue
      }
      adopt(best, atLeast: table.additive.count == 1 ? 1 : 2, isNamed: true)
    }
  }

  private func share(_ result: Cell, of column: Int, _ items: [Int]) -> Relation? {
    guard let stated = table[result.row, result.column], let part = table[result.row, column] else {
      return nil
    }
    let figures = items.compactMap { table[$0, column] }
    let total = table.rows.last { table.kinds[$0] == .total }.flatMap { table[$0, column] }
    let whole = total?.value ?? figures.reduce(Decimal(0)) { $0 + $1.value }
    guard whole > 0, figures.count == items.count, part.value >= 0 else { return nil }
    let slack = Interval(part.quantity).high - part.value
    let value = part.value * 100 / whole
    let interval = Interval(low: (part.value - slack) * 100 / whole, high: (part.value + slack) * 100 / whole)
    let holds = Reckoning.compare(value, interval, with: stated.quantity) != .apart
    return Relation(
      holds: holds, result: result, members: [Cell(row: result.row, column: column)],
      arithmetic: "\(part.printed)÷\(whole)=\(Percent.text(value, like: stated.quantity))"
        + (holds ? "" : ",表中写\(stated.printed)\(stated.isPercent ? "%" : "")"))
  }

  private static let shareHeads = ["占比", "比重", "占总", "份额", "比例", "构成"]

  /// Rates and shares: a quotient of two columns, or the growth from one to the other, in most rows.
  private mutating func rates() {
    // 完成率(扣除延期): not of the columns as they stand.
    for column in table.rates
    where !(table.heads[column] + table.units[column]).containsAny(["扣除", "剔除", "不含"]) {
      var best: [Relation] = []
      var isNamed = false
      for numerator in table.additive {
        for denominator in table.additive where denominator != numerator {
          for isGrowth in [false, true] {
            let found = table.rows.compactMap {
              rate(Cell(row: $0, column: column), numerator, denominator, isGrowth)
            }
            let (sound, most) = (found.count(where: \.holds), best.count(where: \.holds))
            let named = !isGrowth && names(table.heads[column], numerator, denominator)
            if sound > most || sound == most && sound > 0 && named && !isNamed {
              best = found
              isNamed = named
            }
          }
        }
      }
      adopt(best, atLeast: isNamed ? 1 : 3, isNamed: isNamed)
    }
  }

  /// 完成率 of 已完成 and 任务数: the head says which columns it is of.
  private func names(_ rate: String, _ numerator: Int, _ denominator: Int) -> Bool {
    let verb = rate.prefix { $0 != "率" }.suffix(2)
    if rate.contains("率") || rate.contains("占计划") || rate.contains("占目标"),
      table.heads[denominator].containsAny(Self.aims),
      table.heads[numerator].containsAny(Self.deeds)
    {
      return true
    }
    return rate.contains("率") && verb.count == 2 && table.heads[numerator].contains(verb)
      && !table.heads[denominator].contains(verb)
  }

  private static let aims = ["目标", "计划", "任务", "应", "预算"]
  private static let deeds = ["实际", "完成", "已", "执行"]

  private func rate(_ result: Cell, _ numerator: Int, _ denominator: Int, _ isGrowth: Bool) -> Relation? {
    guard let stated = table[result.row, result.column], let part = table[result.row, numerator],
      let whole = table[result.row, denominator],
      let quotient = Quotient(part.quantity, by: whole.quantity, times: 100)
    else { return nil }
    let shift: Decimal = isGrowth ? 100 : 0
    let value = quotient.value - shift
    let interval = Interval(low: quotient.interval.low - shift, high: quotient.interval.high - shift)
    let holds = Reckoning.compare(value, interval, with: stated.quantity) != .apart
    var digits = Decimal()
    var exact = value
    NSDecimalRound(&digits, &exact, max(1, -stated.precision), .plain)
    let formula =
      isGrowth ? "(\(part.printed)-\(whole.printed))÷\(whole.printed)" : "\(part.printed)÷\(whole.printed)"
    return Relation(
      holds: holds, result: result,
      members: [Cell(row: result.row, column: numerator), Cell(row: result.row, column: denominator)],
      arithmetic: "\(formula)=\(digits)%"
        + (holds ? "" : ",表中写\(stated.printed)\(stated.isPercent ? "%" : "")"))
  }

  /// Takes a relation for the table's own where most rows bear it out.
  private mutating func adopt(
    _ found: [Relation], atLeast least: Int, isNamed: Bool = false, besides more: Int = 0
  ) {
    let sound = found.count(where: \.holds)
    let broken = found.count - sound
    guard sound >= max(least, 1),
      broken * (isNamed ? 1 : 3) <= sound + more || broken == 1 && sound >= 2
    else {
      undecided += min(found.count, 1)
      return
    }
    relations += found
  }

  /// All choices of two or three columns.
  private static func choices(of columns: [Int]) -> [[Int]] {
    var choices: [[Int]] = []
    for first in columns.indices {
      for second in columns.indices where second > first {
        choices.append([columns[first], columns[second]])
        for third in columns.indices where third > second {
          choices.append([columns[first], columns[second], columns[third]])
        }
      }
    }
    return choices
  }

  private static let totalHeads: Set<String> = ["合计", "总计", "小计", "共计", "总数", "总量", "合计数"]
}
