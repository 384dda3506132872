import Foundation
import ReportModel

/// 增减栏: a column of changes (增加12个, +8.5%, 压减45.4%, 提高3.3个百分点) against the two columns of values before it.
///
/// The head tells that it is one; most rows must bear it out. Practice.
struct TableChanges {
  /// A change as a cell prints it.
  private struct Change {
    /// 1 for up, -1 for down, 0 where no direction is said.
    var direction: Int
    var quantity: Quantity
    var isPercent: Bool
    var isPoints: Bool
    var isRank: Bool
    var printed: String
  }

  private let table: FigureTable

  init(_ table: FigureTable) { self.table = table }

  /// The relations of each column of changes, and whether two years stand before it.
  var columns: [(relations: [TableRelations.Relation], isOfYears: Bool)] {
    table.heads.indices.compactMap { column in
      guard table.heads[column].containsAny(Self.names), !isAtOtherPrices(column)
      else { return nil }
      let relations = table.rows.compactMap { relation(row: $0, column) }
      let before = table.heads[..<column].suffix(2)
      let isOfYears =
        before.count == 2 && before.allSatisfy { $0.hasPrefix("20") && $0.hasSuffix("年") }
        && table.heads[column].hasAnyPrefix(["变化", "增减"])
      return relations.isEmpty ? nil : (relations, isOfYears)
    }
  }

  /// 增长(可比价): not of the figures as they stand.
  private func isAtOtherPrices(_ column: Int) -> Bool {
    (0..<table.firstRow).contains { row in
      table.text(row, column).containsAny(["可比", "不变价", "实际增", "名义"])
    }
  }

  /// The change of one row against the nearest two values before it.
  private func relation(row: Int, _ column: Int) -> TableRelations.Relation? {
    let values = Array(
      (0..<column).reversed().lazy.filter { other in
        table[row, other] != nil && !table.heads[other].containsAny(Self.names)
          && !table.heads[other].containsAny(Self.serials)
      }.prefix(2))
    guard values.count == 2, case (let last, let first) = inOrder(values[0], values[1]),
      let base = table[row, first], let value = table[row, last],
      let change = change(table.text(row, column), table.heads[column]), base.value > 0,
      base.isPercent == value.isPercent
    else { return nil }
    let difference = value.value - base.value
    let slack = Interval(value.quantity).high - value.value + Interval(base.quantity).high - base.value
    // A column headed in % may hold percentages or points.
    var readings: [(value: Decimal, slack: Decimal, text: String)] = []
    let (large, small) = difference < 0 ? (base, value) : (value, base)
    if !change.isPercent || base.isPercent {
      readings.append((abs(difference), slack, "\(large.printed)-\(small.printed)"))
    }
    if !change.isPoints, change.isPercent || table.rates.contains(column) {
      readings.append(
        (
          abs(difference) * 100 / base.value, slack * 200 / base.value,
          "(\(large.printed)-\(small.printed))÷\(base.printed)"
        ))
    }
    let isRight = readings.contains { reading in
      let interval = Interval(low: reading.value - reading.slack, high: reading.value + reading.slack)
      return Reckoning.compare(reading.value, interval, with: change.quantity) != .apart
    }
    let isAgainst = change.direction != 0 && change.direction != difference.signum
    guard let shown = readings.last, difference != 0 || !isRight else { return nil }
    // Output grows at constant prices; a rank that goes up is a smaller number.
    if !isRight || isAgainst, table.label(row).containsAny(Self.apart) || change.isRank {
      return nil
    }
    let result = Reckoning.text(shown.value, like: change.quantity) + (change.isPercent ? "%" : "")
    return TableRelations.Relation(
      holds: isRight && !isAgainst, result: .init(row: row, column: column),
      members: [.init(row: row, column: last), .init(row: row, column: first)],
      arithmetic: isRight
        ? "由\(base.printed)到\(value.printed)" + (isAgainst ? ",表中写\(change.printed)" : "")
        : "\(shown.text)=\(result),表中写\(change.printed)")
  }

  /// 2024年 | 2023年 | 增减: the later of two columns, wherever it stands, and the earlier one.
  private func inOrder(_ right: Int, _ left: Int) -> (last: Int, first: Int) {
    func year(_ column: Int) -> Int? {
      let head = table.heads[column]
      if head.containsAny(["上年", "去年", "同期"]) { return 0 }
      if head.containsAny(["本年", "今年"]) { return 9999 }
      return Int(head.prefix { $0.isNumber })
    }
    if let a = year(right), let b = year(left), b > a { return (left, right) }
    return (right, left)
  }

  /// 增加12个, +8.5%, 下降20 under 同比(%).
  private func change(_ text: String, _ head: String) -> Change? {
    var rest = text.unicodeScalars.map(\.halfWidth).filter { !$0.properties.isWhitespace && $0 != "*" }[...]
    var direction = 0
    for (words, sign) in [(Self.ups, 1), (Self.downs, -1)] {
      if let word = words.first(where: { rest.starts(with: $0.unicodeScalars) }) {
        rest = rest.dropFirst(word.unicodeScalars.count)
        direction = sign
        break
      }
    }
    let digits = rest.prefix { Self.isFigure($0) }
    rest = rest.dropFirst(digits.count)
    var printed = ""
    for scalar in digits where scalar != "," { printed.unicodeScalars.append(scalar) }
    guard let value = Decimal(string: printed), digits.first != ".", digits.last != ".", rest.count <= 6
    else { return nil }
    var unit = ""
    for scalar in rest { unit.unicodeScalars.append(scalar) }
    let decimals = digits.lastIndex(of: ".").map { digits.endIndex - $0 - 1 } ?? 0
    let isPoints = unit.contains("百分点") || head.contains("百分点")
    let isPercent = unit == "%" || unit.isEmpty && !isPoints && table.isInPercent(head)
    return Change(
      direction: direction, quantity: Quantity(value, unit: isPercent ? "%" : "", precision: -decimals),
      isPercent: isPercent, isPoints: isPoints, isRank: unit == "位" || unit == "名", printed: text)
  }

  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar.isASCII && scalar.properties.numericType == .decimal
  }

  private static let names = Mark.texts("增减 增幅 增速 增长 同比 变化 压减 减少 增加 升降 降幅 涨幅 较上年 比上年 变动 增量 净增 提升 压缩 成效")
  private static let apart = ["增加值", "生产总值", "GDP", "排名", "位次", "名次"]
  private static let serials = ["序号", "编号", "排名", "位次", "目标", "计划"]
  private static let ups = Mark.texts("增加了 增加 增长 提高 提升 上升 上涨 扩大 新增 净增 增 升 涨 ↑ +")
  private static let downs = Mark.texts("减少了 减少 下降 降低 压减 压缩 缩短 精简 回落 下滑 缩减 减 降 ↓ - −")
}

extension Decimal {
  /// 1, 0 or -1.
  fileprivate var signum: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
