import Foundation
import ReportModel

/// What the sentences near one table read out of it.
struct TableTelling {
  /// Something told that the table does not bear out.
  struct Miss {
    var place: Range<Int>
    var message: String
    var cells: [TableRelations.Cell]
  }

  private(set) var misses: [Miss] = []
  private(set) var verified = 0
  private let table: FigureTable
  private let labels: TableLabels
  private let page: FigurePage
  private let items: [Int]
  /// The columns in which each row has a figure.
  private let columns: [Int]

  init?(_ table: FigureTable, _ page: FigurePage) {
    self.table = table
    self.page = page
    let items = table.rows.filter { table.kinds[$0] == .item }
    self.items = items
    columns = table.heads.indices.filter { column in
      !table.heads[column].isEmpty && !table.heads[column].containsAny(Self.numbering)
        && items.allSatisfy { table[$0, column] != nil }
    }
    guard items.count >= 2, !columns.isEmpty,
      let labels = TableLabels(
        table.block, table.rows, page,
        name: { row in
          guard table.kinds[row] == .item else { return "" }
          let label = table.label(row)
          return label.isEmpty ? FigureTable.core(table.text(row, 0)) : label
        })
    else { return nil }
    self.labels = labels
    for sentence in labels.sentences { read(sentence) }
  }

  private mutating func read(_ index: Int) {
    let range = page.draft.sentences[index].range
    if let fallen = TableGrowth(table, page).fallen(in: range, items) { misses.append(fallen) }
    let hits = labels.hits(in: range)
    guard !hits.isEmpty || page.contains(Self.mean, in: range) || page.contains(Self.apart, in: range) else {
      return
    }
    extremes(range, hits)
    for figure in page.draft.sentences[index].quantities where page.isExact(figure) && page.isTold(figure) {
      if difference(figure, range, hits) || mean(figure, range) { continue }
      together(figure, range)
    }
    holders(range)
  }

  /// 甲镇最多; 得分最高的是甲镇.
  private mutating func extremes(_ range: Range<Int>, _ hits: [TableLabels.Hit]) {
    guard !page.has(Mark.except, in: range) else { return }
    for (words, isMost) in [(Self.most, true), (Self.least, false)] {
      for word in words {
        for place in page.places(of: word, in: range) {
          let end = place + word.count
          var hit: TableLabels.Hit?
          var words = place..<place
          if end < range.upperBound, page.units[end] == Mark.of {
            hit = hits.first { $0.range.lowerBound > end }
            if let hit, hit.range.lowerBound - end > 4 { continue }
            let near = (range.lowerBound..<place).suffix(8)
            let mark = page.units[near].lastIndex { Mark.clauseEnds.contains($0) }
            words = (mark.map { $0 + 1 } ?? near.lowerBound)..<place
          } else if end >= range.upperBound || Self.behind.contains(page.units[end]) {
            hit = hits.last { $0.range.upperBound <= place }
            if let hit { words = hit.range.upperBound..<place }
          }
          guard let hit, !words.contains(where: { Mark.clauseEnds.contains(page.units[$0]) }),
            let column = named(in: words)
              ?? (words.count <= 1 || page.units[end] == Mark.of
                ? only(in: words) ?? named(in: range.lowerBound..<words.lowerBound) : nil),
            !page.contains(Self.oneOf, in: end..<range.upperBound), let own = table[hit.row, column]
          else { continue }
          let values = items.compactMap { table[$0, column]?.value }
          guard let extreme = isMost ? values.max() : values.min(),
            let holder = items.first(where: { table[$0, column]?.value == extreme })
          else { continue }
          if own.value == extreme { verified += 1; continue }
          misses.append(
            Miss(
              place: hit.range,
              message:
                "表中“\(table.heads[column])”\(page.text(place..<end))的是“\(name(holder))”（\(table.text(holder, column))）",
              cells: [.init(row: holder, column: column), .init(row: hit.row, column: column)]))
        }
      }
    }
  }

  /// 比乙镇多5个; 首尾相差7.5分.
  private mutating func difference(_ figure: Int, _ range: Range<Int>, _ hits: [TableLabels.Hit]) -> Bool {
    let start = page.range(figure).lowerBound
    let before = page.before(figure)
    var pair: (TableLabels.Hit?, TableLabels.Hit?) = (nil, nil)
    var sign = 0
    if let base = hits.last(where: { $0.range.upperBound <= start }),
      start - base.range.upperBound <= 8, base.range.lowerBound > range.lowerBound,
      Self.than.contains(page.units[base.range.lowerBound - 1]),
      let own = hits.last(where: { $0.range.upperBound < base.range.lowerBound && $0.row != base.row })
    {
      pair = (own, base)
      let words = base.range.upperBound..<start
      sign =
        words.contains { Self.up.contains(page.units[$0]) }
        ? 1 : words.contains { Self.down.contains(page.units[$0]) } ? -1 : 0
      guard sign != 0 else { return false }
    } else if page.text(before).hasSuffix("相差") || page.text(before).hasSuffix("差距") {
      let run = labels.run(endingBefore: start, in: range, within: 6)
      if run.count == 2 {
        pair = (run[0], run[1])
      } else if !Self.ends.contains(where: { page.contains($0, in: range) }) {
        return false
      }
    } else {
      return false
    }
    let words = (pair.0?.range.upperBound ?? range.lowerBound)..<start
    guard let column = named(in: words) ?? only(in: words) else { return false }
    let values = items.compactMap { table[$0, column]?.value }
    guard let most = values.max(), let least = values.min() else { return false }
    let first = pair.0.flatMap { table[$0.row, column]?.value } ?? most
    let second = pair.1.flatMap { table[$0.row, column]?.value } ?? least
    let isGrowth =
      page.isPercent(figure) && table[items[0], column]?.isPercent == false && !table.rates.contains(column)
    guard !isGrowth || second > 0 else { return false }
    let value = isGrowth ? abs(first - second) * 100 / second : abs(first - second)
    let isTurned = sign != 0 && first != second && (first > second) != (sign > 0)
    settle(
      figure, value, column, isTurned: isTurned, rows: [pair.0?.row, pair.1?.row].compactMap { $0 },
      shown: isGrowth
        ? "(\(first)-\(second))÷\(second)=\(Reckoning.text(value, like: page.quantity(figure)))%"
        : "\(max(first, second))-\(min(first, second))=\(value)")
    return true
  }

  /// 四个季度平均新登记1250户.
  private mutating func mean(_ figure: Int, _ range: Range<Int>) -> Bool {
    let start = page.range(figure).lowerBound
    guard page.isAmount(figure), let place = page.places(of: Self.mean, in: range.lowerBound..<start).last,
      start - place <= 14, !(place..<start).contains(where: { Mark.clauseEnds.contains(page.units[$0]) }),
      isOfAll(range.lowerBound..<place),
      let column = named(in: range.lowerBound..<start) ?? only(in: place + Self.mean.count..<start)
    else { return false }
    let values = items.compactMap { table[$0, column]?.value }
    let sum = values.reduce(0, +)
    let value = sum / Decimal(values.count)
    guard page.value(figure) * 2 > value, page.value(figure) < value * 2 else { return false }
    settle(
      figure, value, column, rows: [],
      shown: "\(sum)÷\(values.count)=\(Reckoning.text(value, like: page.quantity(figure)))")
    return true
  }

  /// 四个季度, 3个镇: as many as the table has rows.
  private func isOfAll(_ range: Range<Int>) -> Bool {
    let count = Decimal(items.count)
    return page.draft.quantities.indices.contains {
      range.contains(page.range($0).lowerBound) && page.value($0) == count
    } || page.words(range).contains("\(ChineseNumeral.text(items.count))个")
      || page.words(range).contains("各")
  }

  /// 甲、乙合计20项; 甲与乙之和占45%.
  private mutating func together(_ figure: Int, _ range: Range<Int>) {
    let before = page.before(figure)
    let words = page.words(before)
    let isShare = page.isPercent(figure) && before.contains { page.units[$0] == Mark.share }
    guard page.claim(figure).change == nil, !page.isPoints(figure),
      isShare || page.isAmount(figure) && words.containsAny(Self.sums)
    else { return }
    let cue =
      before.last { page.units[$0] == Mark.share || Self.sumUnits.contains(page.units[$0]) }
      ?? before.lowerBound
    let run = labels.run(endingBefore: cue, in: range)
    guard Set(run.map(\.row)).count == run.count, run.count >= 2, run.count < items.count || isShare,
      let first = run.first, let last = run.last,
      let column = named(in: last.range.upperBound..<page.tail(figure).upperBound)
        ?? only(in: first.range.lowerBound..<page.tail(figure).upperBound)
    else { return }
    let parts = run.compactMap { table[$0.row, column] }
    let sum = parts.reduce(Decimal(0)) { $0 + $1.value }
    let terms = parts.map(\.printed).joined(separator: "+")
    let total = items.compactMap { table[$0, column]?.value }.reduce(0, +)
    guard isShare else {
      settle(figure, sum, column, rows: run.map(\.row), shown: "\(terms)=\(sum)")
      return
    }
    guard total > 0, table.additive.contains(column) else { return }
    settle(
      figure, sum * 100 / total, column, rows: run.map(\.row),
      shown: "(\(terms))÷\(total)=\(Reckoning.text(sum * 100 / total, like: page.quantity(figure)))%")
  }

  /// 延期的2项分别属于经济、法治领域: those rows have some of what is told.
  private mutating func holders(_ range: Range<Int>) {
    for word in Self.belonging {
      for place in page.places(of: word, in: range) {
        let clause = page.draft.claims.first { $0.clause.contains(place) }?.clause ?? range
        let told = clause.lowerBound..<place
        let counted = table.additive.filter { column in
          Self.kinds.contains { table.heads[column].contains($0) && page.words(told).contains($0) }
        }
        guard counted.count == 1, place - told.lowerBound <= 24 else { continue }
        var last = place + word.count
        for hit in labels.hits(in: last..<range.upperBound) {
          guard hit.range.lowerBound - last <= 2 else { break }
          last = hit.range.upperBound
          guard let cell = table[hit.row, counted[0]] else { continue }
          if cell.value > 0 { verified += 1; continue }
          misses.append(
            Miss(
              place: hit.range, message: "表中“\(name(hit.row))”的“\(table.heads[counted[0]])”是\(cell.printed)",
              cells: [.init(row: hit.row, column: counted[0])]))
        }
      }
    }
  }

  /// Holds a figure against what the table gives, in the units of its head or as printed.
  private mutating func settle(
    _ figure: Int, _ value: Decimal, _ column: Int, isTurned: Bool = false, rows: [Int], shown: String
  ) {
    let stated = page.quantity(figure)
    let slack = Decimal(sign: .plus, exponent: stated.precision, significand: 1)
    let readings = [value] + (table.scales[column].map { [value * $0] } ?? [])
    if !isTurned, readings.contains(where: { abs($0 - stated.value) * 2 <= slack }) {
      verified += 1
      return
    }
    // 1.2万户 of a head without a unit: in which one its figures are, nobody says.
    if stated.precision > 2, table.scales[column] == nil { return }
    misses.append(
      Miss(
        place: page.range(figure), message: shown + (isTurned ? ",增减说反了" : ",文中写\(page.number(figure))"),
        cells: rows.map { .init(row: $0, column: column) }))
  }

  private func name(_ row: Int) -> String {
    let label = table.label(row)
    return label.isEmpty ? table.text(row, 0) : label
  }

  /// The one column whose head the words name; 完成率 names no 完成数.
  private func named(in range: Range<Int>) -> Int? {
    let words = page.words(range)
    let named = columns.map { column in
      let head = table.heads[column]
      let isCount = head.count > 2 && (head.hasSuffix("数") || head.hasSuffix("量"))
      return (column: column, stem: isCount ? String(head.dropLast()) : head)
    }.filter { $0.stem.count >= 2 && words.contains($0.stem) }
    let whole = named.filter { one in !named.contains { $0.stem != one.stem && $0.stem.contains(one.stem) } }
    return whole.count == 1 ? whole[0].column : nil
  }

  /// The only column there is, where no word of another measure stands.
  private func only(in range: Range<Int>) -> Int? {
    columns.count == 1 && !range.contains { Self.measures.contains(page.units[$0]) } ? columns[0] : nil
  }

  private static let numbering = Mark.texts("序号 编号 文号 年份 年度 电话 日期 时间 时限 代码 排名 位次 名次")
  private static let most = Mark.words("最多 最高 居首 居第一 排名第一 排第一")
  private static let least = Mark.words("最少 最低 垫底 居末 排名末")
  private static let behind = UnitSet(",。;、:)为达是有位")
  private static let oneOf = Mark.word("之一")
  private static let mean = Mark.word("平均")
  private static let apart = Mark.word("相差")
  private static let than = UnitSet("比较")
  private static let up = UnitSet("多高增升涨")
  private static let down = UnitSet("少低减降")
  private static let ends = Mark.words("首尾 最高与最低 最高和最低 最多与最少 最多和最少 高低 最低 最少")
  private static let sums = ["合计", "共", "之和", "总和", "总计", "相加"]
  private static let sumUnits = UnitSet("合共之总相")
  private static let belonging = Mark.words("属于 来自 集中在 分布在 涉及 分属")
  private static let kinds = ["延期", "未完成", "推进", "未启动", "终止"]
  /// 户均, 增幅, 占比: of something else than the column itself.
  private static let measures = UnitSet("率幅速均")
}
