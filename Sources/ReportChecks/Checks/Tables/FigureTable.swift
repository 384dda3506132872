import Foundation
import ReportModel

/// 数字表: a table of the draft as figures: which columns hold them, what their heads say, which rows total others.
struct FigureTable {
  /// A cell that holds a figure and nothing else.
  struct Figure: Hashable {
    var value: Decimal
    /// The power of ten of the last printed digit.
    var precision: Int
    var isPercent: Bool
    /// How it is printed.
    var printed: String

    var quantity: Quantity { Quantity(value, unit: isPercent ? "%" : "", precision: precision) }
  }

  /// What a row is to the others.
  enum RowKind { case item, subtotal, total, among }

  let block: SourceBlock
  /// The words over each column, blanks and units in brackets taken off.
  let heads: [String]
  /// By how much a column's figures are to be multiplied: 10,000 under 金额(万元); nil where the head names no unit.
  let scales: [Decimal?]
  /// The units that the heads name in brackets, or end with: 件 of 累计办件(件), 项 of 事项数.
  let units: [String]
  /// The first row below the head.
  let firstRow: Int
  /// The column of the rows' names; nil where there is none.
  let labelColumn: Int?
  /// The columns of figures that add up down the table.
  let additive: [Int]
  /// The columns of rates, shares and changes.
  let rates: [Int]
  /// Rows of everything under another name: 全区, 全年.
  let wholes: Set<Int>
  /// What each row is; rows of the head are items without figures.
  let kinds: [RowKind]
  private let cells: [[Figure?]]

  /// A table with at least one column of figures; nil for any other.
  init?(_ block: SourceBlock) {
    guard case .table(let rows) = block.kind, rows.count > 1 else { return nil }
    let width = rows.map(\.count).max() ?? 0
    guard width > 1 else { return nil }
    let cells = rows.map { row in (0..<width).map { $0 < row.count ? Self.figure(row[$0]) : nil } }
    func text(_ row: Int, _ column: Int) -> String {
      column < rows[row].count ? Self.core(rows[row][column]) : ""
    }
    // The head ends where the first figure stands that is no serial number.
    guard
      let first = rows.indices.first(where: { row in row > 0 && cells[row].dropFirst().contains { $0 != nil }
      }),
      first <= 3
    else { return nil }
    let heads = (0..<width).map { column in
      (0..<first).map { text($0, column) }.reduce(into: "") { $0 += $0.hasSuffix($1) ? "" : $1 }
    }
    let body = first..<rows.count
    var additive: [Int] = []
    var rates: [Int] = []
    var label: Int?
    for column in 0..<width {
      let filled = body.filter { !text($0, column).isEmpty && !Self.isBlank(text($0, column)) }
      let figures = filled.filter { cells[$0][column] != nil }
      let isFigures = figures.count >= min(2, body.count) && figures.count * 10 >= filled.count * 8
      if !isFigures {
        if label == nil, filled.count * 2 > body.count, !Self.isSerial(heads[column]) {
          label = column
        }
        continue
      }
      if Self.isSerial(heads[column]) || heads[column].isEmpty { continue }
      let isRate =
        Self.isAny(Self.ratios, in: heads[column])
        || figures.contains { cells[$0][column]?.isPercent == true }
      if isRate { rates.append(column) } else { additive.append(column) }
    }
    guard !additive.isEmpty || !rates.isEmpty else { return nil }
    self.block = block
    self.heads = heads
    units = (0..<width).map { column in
      (0..<first).lazy.compactMap { column < rows[$0].count ? Self.unit(rows[$0][column]) : nil }.first ?? ""
    }
    scales = (0..<width).map { column in
      (0..<first).lazy.compactMap { column < rows[$0].count ? Self.scale(rows[$0][column]) : nil }.first
    }
    self.firstRow = first
    self.labelColumn = label
    self.additive = additive
    self.rates = rates
    self.cells = cells
    wholes = Set(
      rows.indices.filter { row in row >= first && Self.everything.contains(text(row, label ?? 0)) })
    kinds = rows.indices.map { row in
      guard row >= first else { return .item }
      let words = (0...(label ?? 0)).map { text(row, $0) }
      if words.contains(where: { Self.totals.contains($0) || Self.everything.contains($0) }) { return .total }
      if words.contains("小计") { return .subtotal }
      return words.contains { $0.hasPrefix("其中") } ? .among : .item
    }
  }

  subscript(row: Int, column: Int) -> Figure? { cells[row][column] }

  var rows: Range<Int> { firstRow..<cells.count }

  /// 村均(万元): so much for each, which does not add up.
  func isAverage(_ column: Int) -> Bool {
    let head = Array(heads[column].utf16)
    return head.indices.contains { index in
      head[index] == Mark.average && !(index + 1 < head.count && Self.notAverage.contains(head[index + 1]))
    }
  }

  private static let notAverage = UnitSet("衡等匀")

  /// The name of a row.
  func label(_ row: Int) -> String {
    guard let labelColumn, case .table(let rows) = block.kind, labelColumn < rows[row].count else {
      return ""
    }
    return Self.core(rows[row][labelColumn])
  }

  /// What a cell prints.
  func text(_ row: Int, _ column: Int) -> String {
    guard case .table(let rows) = block.kind, column < rows[row].count else { return "" }
    return rows[row][column]
  }

  /// Whether a head says that its column holds percentages.
  func isInPercent(_ head: String) -> Bool {
    heads.firstIndex(of: head).map { column in
      (0..<firstRow).contains { text($0, column).unicodeScalars.contains { $0.halfWidth == "%" } }
    } ?? false || head.contains("幅") || head.contains("率")
  }

  /// Where a cell stands.
  func place(_ row: Int, _ column: Int, in file: String) -> SourcePlace {
    guard case .table(let rows) = block.kind, column < rows[row].count else {
      return block.place(of: 0..<0, in: file)
    }
    return block.place(ofCell: row, column, 0..<rows[row][column].unicodeScalars.count, in: file)
  }

  /// A text without blanks and without what stands in brackets at its end.
  static func core(_ text: String) -> String {
    var scalars = text.unicodeScalars.map(\.halfWidth).filter { !$0.properties.isWhitespace && $0 != "*" }
    if scalars.last == ")", let open = scalars.lastIndex(of: "("), open > 0 {
      scalars.removeSubrange(open...)
    }
    var core = String.UnicodeScalarView()
    for scalar in scalars { core.append(scalar) }
    return String(core)
  }

  /// The unit in brackets at the end of a head; nil where there is none.
  private static func unit(_ head: String) -> String? {
    let scalars = head.unicodeScalars.map(\.halfWidth).filter { !$0.properties.isWhitespace && $0 != "*" }
    guard scalars.last == ")", let open = scalars.lastIndex(of: "("), open + 1 < scalars.count - 1 else {
      return nil
    }
    return String(
      String.UnicodeScalarView(
        scalars[(open + 1)..<(scalars.count - 1)].drop { "万亿".unicodeScalars.contains($0) }))
  }

  /// What the unit in brackets at the end of a head multiplies by.
  private static func scale(_ head: String) -> Decimal? {
    let scalars = head.unicodeScalars.map(\.halfWidth).filter { !$0.properties.isWhitespace && $0 != "*" }
    guard scalars.last == ")", let open = scalars.lastIndex(of: "("), open + 2 < scalars.count else {
      return nil
    }
    switch scalars[open + 1] {
    case "万": return 10_000
    case "亿": return 100_000_000
    case "%": return nil
    default: return 1
    }
  }

  /// The figure that a cell holds, and nothing beside it but a unit.
  private static func figure(_ text: String) -> Figure? {
    var digits = ""
    var decimals: Int?
    var unit: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.map(\.halfWidth) where !scalar.properties.isWhitespace && scalar != "*"
    {
      if scalar.isASCII, scalar.properties.numericType == .decimal {
        guard unit.isEmpty else { return nil }
        digits.unicodeScalars.append(scalar)
        decimals = decimals.map { $0 + 1 }
      } else if scalar == ".", decimals == nil, !digits.isEmpty, unit.isEmpty {
        digits.unicodeScalars.append(scalar)
        decimals = 0
      } else if scalar == ",", decimals == nil, !digits.isEmpty, unit.isEmpty {
        continue
      } else if scalar == "-", digits.isEmpty, unit.isEmpty {
        digits = "-"
      } else if !digits.isEmpty, unit.count < 2, scalar == "%" || Self.units.contains(scalar) {
        unit.append(scalar)
      } else {
        return nil
      }
    }
    guard let value = Decimal(string: digits), digits != "-", decimals != 0, digits.count < 16 else {
      return nil
    }
    return Figure(value: value, precision: -(decimals ?? 0), isPercent: unit == ["%"], printed: digits)
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "-—/、.无".unicodeScalars.contains($0) }
  }

  private static func isAny(_ words: [String], in text: String) -> Bool {
    text.containsAny(words)
  }

  /// 序号, 年度; 年度预算 and 上年度 hold figures.
  private static func isSerial(_ head: String) -> Bool { head == "年度" || isAny(serials, in: head) }

  private static let units = Set("项个件家人名户次处条份场部所座台套间亩栋辆宗批期元篇株床艘支公里吨".unicodeScalars)
  private static let totals: Set<String> = ["合计", "总计", "共计", "总数", "总和"]
  private static let everything: Set<String> = ["全区", "全县", "全市", "全年", "全镇", "全街道", "总体", "全部"]
  private static let serials = Mark.texts("序号 编号 文号 年份 时间 日期 时限 电话 排名 名次 位次 代码")
  private static let ratios = Mark.texts("率 占比 比重 比例 % 增长 增幅 同比 环比 增速 人均 户均 平均 单价 均价 指数 得分 分值")
}
