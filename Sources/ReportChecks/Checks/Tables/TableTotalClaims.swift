import Foundation
import ReportModel

/// 引表的话: a total told in the words that lead up to a table (4个乡镇累计投入2110万元) against its 合计 row.
///
/// The words propose the column, and only a slip of the pen in the figure settles it: it may well count something else.
struct TableTotalClaims {
  /// A figure of the prose and the total that it misses.
  struct Miss {
    var figure: Int
    var column: Int
    /// The total, and its row where there is one.
    var total: String
    var row: Int?
  }

  private(set) var misses: [Miss] = []
  private let table: FigureTable
  private let page: FigurePage

  init(_ table: FigureTable, _ page: FigurePage) {
    self.table = table
    self.page = page
    let total = table.rows.last { table.kinds[$0] == .total }
    let columns = table.additive.filter { sum($0) != nil }
    guard !columns.isEmpty else { return }
    let told = introduction()
    for column in columns {
      guard let sum = sum(column) else { continue }
      let fits = told.contains { page.value($0) == value(sum, column, $0) && isCounted($0, column) }
      guard !fits else { continue }
      for figure in told
      where isCounted(figure, column) && names(figure, column, among: columns) && !isInTable(figure)
        && (total != nil || isOfAll(figure))
      {
        guard let value = value(sum, column, figure),
          Reckoning.isSlip(page.value(figure), value, digits: 2), page.value(figure) * 2 > value,
          page.value(figure) < value * 2
        else { continue }
        misses.append(Miss(figure: figure, column: column, total: "\(sum)", row: total))
      }
    }
  }

  /// The figures of the last paragraphs before the table, its caption included.
  private func introduction() -> [Int] {
    let before = page.draft.paragraphs.filter {
      page.draft.text.place($0.range).number.map { $0 < table.block.number && table.block.number - $0 <= 6 }
        ?? false
    }.suffix(3)
    return before.flatMap(\.sentences).flatMap { Array(page.draft.sentences[$0].quantities) }.filter {
      figure in
      let claim = page.claim(figure)
      return page.isAmount(figure) && page.isExact(figure) && claim.change == nil && page.isTold(figure)
        && claim.period != .before && page.value(figure) >= 10
        && !page.cues.has([.each, .average], in: page.lead(figure))
    }
  }

  /// What the 合计 row says, or, where a table has none, what its rows add up to.
  private func sum(_ column: Int) -> Decimal? {
    if let total = table.rows.last(where: { table.kinds[$0] == .total }) {
      return table[total, column]?.value
    }
    let figures = table.rows.map { table.kinds[$0] == .item ? table[$0, column] : nil }
    guard figures.count >= 3, !figures.contains(nil) else { return nil }
    return figures.reduce(Decimal(0)) { $0 + ($1?.value ?? 0) }
  }

  /// A cell in the unit of the figure; nil where the head names no unit and the figure has a scale of its own.
  private func value(_ cell: Decimal, _ column: Int, _ figure: Int) -> Decimal? {
    if let scale = table.scales[column] { return cell * scale }
    return page.quantity(figure).precision > 2 ? nil : cell
  }

  private func isCounted(_ figure: Int, _ column: Int) -> Bool {
    let unit = table.units[column]
    return unit.isEmpty
      ? page.isThing(figure) || table.heads[column].contains(page.unit(figure)) : unit == page.unit(figure)
  }

  /// 投入, 试点村: the head's words stand beside the figure; 小计 and 金额 go with 累计, 共 and with 资金.
  private func names(_ figure: Int, _ column: Int, among columns: [Int]) -> Bool {
    let head = Mark.word(table.heads[column])
    let near = page.claim(figure).clause.lowerBound..<page.tail(figure).upperBound
    if head.count >= 2,
      (0...(head.count - 2)).contains(where: { page.contains(Array(head[$0..<$0 + 2]), in: near) })
    {
      return true
    }
    // 选择18个村: the noun of 试点村.
    if page.tail(figure).count >= 1, let noun = page.units[page.tail(figure)].first, head.last == noun {
      return true
    }
    let words = page.words(near)
    return isOfRows(figure) && Self.plain.contains(table.heads[column])
      && columns.count { isCounted(figure, $0) && Self.plain.contains(table.heads[$0]) } == 1
      && words.containsAny(Self.cues)
  }

  /// Whether the sentence tells of the table: 见表3, 4个乡镇 where there are four rows, or the figure of one of them.
  private func isOfRows(_ figure: Int) -> Bool {
    let sentence = page.sentence(of: figure)
    let rows = Decimal(table.rows.count { table.kinds[$0] == .item })
    return page.has(0x8868, in: sentence.range)  // 表
      || page.words(sentence.range).contains("如下")
      || sentence.quantities.contains { $0 != figure && (page.value($0) == rows || isInTable($0)) }
  }

  /// 三个片区共…, 表中共…: of as many as there are rows.
  private func isOfAll(_ figure: Int) -> Bool {
    let sentence = page.sentence(of: figure)
    let rows = Decimal(table.rows.count { table.kinds[$0] == .item })
    return page.has(Mark.all, in: page.before(figure)) || page.words(page.before(figure)).contains("合计")
      ? sentence.quantities.contains { $0 < figure && page.value($0) == rows } : false
  }

  /// Whether another cell of the table says what the figure says.
  private func isInTable(_ figure: Int) -> Bool {
    table.rows.contains { row in
      table.additive.contains { column in
        table[row, column].flatMap { value($0.value, column, figure) } == page.value(figure)
      }
    }
  }

  private static let plain: Set<String> = ["小计", "合计", "总计", "金额", "数量", "资金", "总额", "件数", "总投资"]
  private static let cues = ["累计", "共", "合计", "总", "资金", "投入", "投资", "全年"]
}

extension SourcePlace {
  /// The number of the line or paragraph.
  var number: Int? {
    switch self {
    case .text(_, let span): span.line
    case .paragraph(_, let number, _): number
    default: nil
    }
  }
}
