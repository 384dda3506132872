import Foundation
import ReportModel

/// 栏间公式: what the heads of a table say that a column follows from: 数量×单价=金额, 期初+新增-退出=期末, and the 期末 of one row as
/// the 期初 of the next. Practice.
struct TableFormulas {
  private typealias Relation = TableRelations.Relation
  private typealias Cell = TableRelations.Cell

  private let table: FigureTable

  init(_ table: FigureTable) { self.table = table }

  /// 数量×单价=金额 in each row.
  var products: [TableRelations.Relation] {
    guard let price = column(Self.prices), let count = column(Self.counts, except: price),
      let amount = column(Self.amounts, except: price)
    else { return [] }
    return table.rows.compactMap { row in
      guard let one = table[row, price], let many = table[row, count], let stated = table[row, amount] else {
        return nil
      }
      // Prices in 元 make an amount in 万元.
      let scale = (table.scales[price] ?? 1) / (table.scales[amount] ?? 1)
      let value = one.value * many.value * scale
      let slack = (Interval(one.quantity).high - one.value) * many.value * scale
      return relation(
        value, Interval(low: value - slack, high: value + slack), stated,
        Cell(row: row, column: amount), [Cell(row: row, column: count), Cell(row: row, column: price)],
        "\(many.printed)×\(one.printed)" + (scale == 1 ? "" : "×\(scale)"))
    }
  }

  /// 期初+新增-退出=期末 in each row, and from row to row; none where most rows do not bear it out.
  var balances: [TableRelations.Relation] {
    guard let opening = column(Self.openings), let closing = column(Self.closings, except: opening) else {
      return []
    }
    let gains = table.additive.filter { any(Self.gains, in: $0) && $0 != opening && $0 != closing }
    let losses = table.additive.filter { any(Self.losses, in: $0) && $0 != opening && $0 != closing }
    guard !gains.isEmpty, gains.count + losses.count >= 2 else { return [] }
    let items = table.rows.filter { table.kinds[$0] == .item }
    let within = items.compactMap { row -> Relation? in
      let cells = ([opening] + gains + losses).map { Cell(row: row, column: $0) }
      let figures = cells.compactMap { table[$0.row, $0.column] }
      guard figures.count == cells.count, let stated = table[row, closing] else { return nil }
      let added = figures.prefix(1 + gains.count)
      let taken = figures.dropFirst(1 + gains.count)
      let value = added.reduce(Decimal(0)) { $0 + $1.value } - taken.reduce(0) { $0 + $1.value }
      let slack = figures.reduce(Decimal(0)) { $0 + Interval($1.quantity).high - $1.value }
      return relation(
        value, Interval(low: value - slack, high: value + slack), stated, Cell(row: row, column: closing),
        cells,
        added.map(\.printed).joined(separator: "+") + taken.map { "-" + $0.printed }.joined())
    }
    guard within.contains(where: \.holds), within.count(where: { !$0.holds }) <= 1 else { return [] }
    // Years below one another: what one ends with the next begins with.
    guard items.allSatisfy({ table.text($0, 0).hasSuffix("年") || table.text($0, 0).hasSuffix("月") }) else {
      return within
    }
    return within
      + zip(items, items.dropFirst()).compactMap { last, next in
        guard let before = table[last, closing], let stated = table[next, opening] else { return nil }
        return relation(
          before.value, Interval(before.quantity), stated, Cell(row: next, column: opening),
          [Cell(row: last, column: closing)], "上一行\(table.heads[closing])\(before.printed)")
      }
  }

  private func relation(
    _ value: Decimal, _ interval: Interval, _ stated: FigureTable.Figure, _ result: Cell, _ members: [Cell],
    _ formula: String
  ) -> Relation {
    let holds = Reckoning.compare(value, interval, with: stated.quantity) != .apart
    let shown = members.count > 1 ? "\(formula)=\(value)" : formula
    return Relation(
      holds: holds, result: result, members: members,
      arithmetic: shown + (holds ? "" : ",表中写\(stated.printed)"))
  }

  private func column(_ words: [String], except other: Int? = nil) -> Int? {
    let found = (table.additive + table.rates).filter { $0 != other && any(words, in: $0) }
    return found.count == 1 ? found[0] : nil
  }

  private func any(_ words: [String], in column: Int) -> Bool {
    table.heads[column].containsAny(words)
  }

  private static let prices = ["单价", "均价", "补助标准", "补贴标准", "奖补标准", "标准"]
  private static let counts = ["数量", "件数", "户数", "人数", "台数", "面积", "个数", "份数"]
  private static let amounts = ["金额", "总价", "小计", "合计", "总额", "资金", "总投资"]
  private static let openings = ["期初", "年初", "上年末", "上年结转", "月初"]
  private static let closings = ["期末", "年末", "年底", "结余", "月末"]
  private static let gains = ["新增", "增加", "收入", "转入", "入库", "纳入"]
  private static let losses = ["退出", "减少", "支出", "转出", "出库", "注销", "核减", "销号"]
}
