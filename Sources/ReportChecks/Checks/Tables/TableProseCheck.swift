import Foundation
import ReportModel

/// 表文一致: figures of the prose held against the cells of the draft's own tables.
struct TableProseCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.table-prose", .error, "正文的数与表格里的数不一致",
    rationale: "正文写到某个领域、单位或指标的数，而文中表格同一行、同一栏也有这个数时，两处对照。全文的数与合计行对照。表格口径看不出与正文相同的（没有一处相符）不报。",
    source: "实务",
    triggering: [
      .draft(
        "2021年，全区共确定改革任务15项，已完成14项。\n甲街道承担任务10项，完成[[8项]]。\n\n| 单位 | 任务数 | 完成数 |\n|---|---|---|\n| 甲街道 | 10 | 9 |\n| 乙街道 | 5 | 5 |\n| 合计 | 15 | 14 |"
      ),
      .draft(
        "2021年，新建公园[[4个]]、停车场12个。\n\n| 项目 | 数量 |\n|---|---|\n| 新建公园 | 3 |\n| 停车场 | 12 |\n| 便民驿站 | 7 |"),
      .draft(
        "2个乡镇累计投入[[2210万元]]，见下表。\n\n| 乡镇 | 试点村（个） | 小计（万元） |\n|---|---|---|\n| 甲乡 | 4 | 940 |\n| 乙镇 | 5 | 1170 |\n| 合计 | 9 | 2110 |"
      ),
      .draft(
        "甲领域任务最多，共[[13项]]。\n\n| 领域 | 任务数 | 完成数 |\n|---|---|---|\n| 甲领域 | 14 | 13 |\n| 乙领域 | 9 | 9 |\n| 合计 | 23 | 22 |"
      ),
      .draft(
        "# 2021年改革工作报告\n\n2021年，全区确定年度改革事项30件，办结27件，持续推进3件。\n\n| 领域 | 事项数 | 办结 | 推进 |\n|---|---|---|---|\n| 海洋经济 | 23 | 22 | 1 |\n| 社会民生 | 7 | 5 | 2 |\n| 合计 | 30 | 27 | 3 |\n\n## 一、海洋经济改革\n\n23件事项办结22件、推进1件。首批用海分层确权。\n\n## 二、社会民生改革\n\n7件事项中[[6件]]办结、1件在推进。公办养老机构公建民营在3家机构推开，床位增加190张。"
      ),
    ],
    silent: [
      .draft(
        "南屏镇与全市村均水平还有4.5万元的差距。\n\n| 镇 | 村数（个） | 收入（万元） | 村均（万元） |\n|---|---|---|---|\n| 东礁镇 | 18 | 1620 | 90 |\n| 南屏镇 | 22 | 1760 | 80 |\n| 合计 | 40 | 3380 | 84.5 |"
      ),
      .draft(
        "全区完成投资2310万元，超额完成计划。\n\n| 乡镇 | 试点村（个） | 小计（万元） |\n|---|---|---|\n| 甲乡 | 4 | 940 |\n| 乙镇 | 5 | 1170 |\n| 合计 | 9 | 2110 |"
      ),
      .draft(
        "乙领域任务共9项，其中重点任务5项。\n\n| 领域 | 任务数 | 完成数 |\n|---|---|---|\n| 甲领域 | 14 | 13 |\n| 乙领域 | 9 | 9 |\n| 合计 | 23 | 22 |"
      ),
      .draft(
        "2021年，全区共确定改革任务15项，已完成14项。\n甲街道承担任务10项，完成9项，比上年多2项。\n\n| 单位 | 任务数 | 完成数 |\n|---|---|---|\n| 甲街道 | 10 | 9 |\n| 乙街道 | 5 | 5 |\n| 合计 | 15 | 14 |"
      ),
      .draft(
        "2021年，累计新建公园20个，2022年计划新建公园5个、停车场12个。\n\n| 项目 | 数量 |\n|---|---|\n| 新建公园 | 3 |\n| 停车场 | 12 |\n| 便民驿站 | 7 |"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, !study.tables.isEmpty else { return }
    var claimed: Set<Int> = []
    for table in study.tables {
      // A cell that its own table refutes says nothing against the prose.
      let faults = Set(TableRelations(table, among: study.page).faults.map(\.cell))
      let pairs = TableClaims(table, study).pairs.filter {
        !faults.contains(.init(row: $0.row, column: $0.column))
      }
      let holds = pairs.filter(\.holds)
      let settled = Set(holds.map(\.figure))
      var broken = pairs.filter { !$0.holds && !settled.contains($0.figure) }
      // Two counts of the report that the total row does not bear out, or bears out elsewhere: the table counts other things.
      let totals = holds.filter { table.kinds[$0.row] == .total }
      let contested = broken.filter { pair in
        table.kinds[pair.row] == .total && (totals.isEmpty || totals.contains { $0.column == pair.column })
      }
      if contested.count > 1 { broken.removeAll { table.kinds[$0.row] == .total } }
      result.recognise("tableCells", "与正文对照的表格数", pairs.count)
      // Where nothing fits, text and table count different things; where all but one do, they count the same. One figure
      // right beside the row's name needs no other to bear it out.
      for miss in TableTotalClaims(table, study.page).misses
      where !settled.contains(miss.figure) && !broken.contains(where: { $0.figure == miss.figure })
        && !faults.contains(where: { $0.row == miss.row && $0.column == miss.column })
        && claimed.insert(miss.figure).inserted
      {
        report(miss.figure, miss.row, miss.column, "合计", miss.total, table, study, &result)
      }
      guard holds.count >= broken.count || broken.count == 1 && broken[0].isBeside else { continue }
      for pair in broken where !pair.isOnOtherBasis && claimed.insert(pair.figure).inserted {
        let cell = table[pair.row, pair.column]?.printed ?? ""
        report(pair.figure, pair.row, pair.column, pair.label, cell, table, study, &result)
      }
    }
  }

  private func report(
    _ figure: Int, _ row: Int?, _ column: Int, _ label: String, _ cell: String, _ table: FigureTable,
    _ study: DraftStudy, _ result: inout CheckResult
  ) {
    let text = study.draft.text
    result.report(
      text.place(study.page.range(figure)),
      "正文写\(text.string(study.page.range(figure)))，表中“\(label)”的“\(table.heads[column])”是\(cell)",
      "请核对正文和表格，改正写错的一个",
      related: row.map { [.init(table.place($0, column, in: text.source.file), "表中写的是“\(cell)”")] } ?? [])
  }
}

/// Which figures of the prose tell of which cells of a table.
struct TableClaims {
  /// A figure of the prose with the cell that tells the same.
  struct Pair {
    var figure: Int
    var row: Int
    var column: Int
    var label: String
    var holds: Bool
    var isBeside: Bool
    /// A rate of fewer tasks than the table's.
    var isOnOtherBasis: Bool
  }

  private(set) var pairs: [Pair] = []
  private let table: FigureTable
  private let page: FigurePage
  /// The counts of the report as a whole.
  private let overall: Set<Int>
  private let rowCount: Decimal
  private let measures: [Measure?]
  private let labels: [(row: Int, units: [UInt16])]

  init(_ table: FigureTable, _ study: DraftStudy) {
    self.table = table
    page = study.page
    overall = Set(study.status.overall.flatMap(\.figures) + (study.status.outputs.map { [$0] } ?? []))
    rowCount = Decimal(table.rows.count { table.kinds[$0] == .item })
    measures = table.heads.map(Self.measure)
    labels = table.rows.compactMap { row in
      let units = Mark.word(table.label(row))
      return table.kinds[row] == .item && units.count >= 2 && units.allSatisfy(Mark.isHan)
        ? (row, units) : nil
    }
    for (figure, claim) in page.draft.claims.enumerated() { pair(figure, claim) }
  }

  private mutating func pair(_ figure: Int, _ claim: Claim) {
    guard claim.change == nil, claim.period == .reported, page.isExact(figure), !page.isPoints(figure) else {
      return
    }
    guard ![.plan, .problems, .attachments].contains(page.draft.role(of: claim.section)) else { return }
    // 延期3项,按计划跨年推进1项: another state than the column's.
    if claim.measure == .delayed, !page.cues.has(.delayed, in: page.before(figure)),
      page.cues.has(.open, in: page.lead(figure))
    {
      return
    }
    // 面积居前3位: a place in a ranking.
    if page.unit(figure) == "位" || page.words(page.lead(figure)).hasAnySuffix(["前", "第"]) { return }
    // 剔除延期任务后完成率为100%: on another basis than the table's.
    if page.isPercent(figure), page.cues.has(.withoutDelays, in: page.lead(figure)) { return }
    // 比上年多完成2项: a change.
    if page.lead(figure).contains(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against }) {
      return
    }
    // 与全市村均水平还有14.3万元的差距: how far two are apart.
    if Self.gaps.contains(where: page.words(page.lead(figure)).contains)
      || page.words(page.tail(figure)).hasPrefix("的差") || page.words(page.tail(figure)).hasPrefix("差距")
    {
      return
    }
    // 受理诉求518件,办结507件: of what came in, not of the tasks.
    if page.siblings(of: figure).contains(figure - 1), page.sameUnit(figure - 1, figure),
      page.cues.has(.intake, in: page.lead(figure - 1)),
      page.cues.has([.outcome, .done], in: page.lead(figure)),
      !page.words(page.lead(figure - 1)).containsAny(["任务", "事项", "改革"])
    {
      return
    }
    // 其中重点任务5项: of some of them.
    if page.cues.has(.parts, in: page.before(figure)), !isBesideAny(figure) { return }
    // 软件园最多,占四个园区企业总数的45.4%: how many rows there are.
    if page.value(figure) == rowCount, page.tail(figure).count > 1 { return }
    if let row = namedRow(figure) {
      if let column = column(figure, claim, row: row) { add(figure, row, column, table.label(row)) }
    } else if claim.measure.isKnown, !claim.isGuessed, let row = row(of: claim) {
      guard let column = measures.firstIndex(of: claim.measure) else { return }
      add(figure, row, column, table.kinds[row] == .total ? "合计" : table.label(row))
    }
  }

  /// 不计终止的1项,完成率为93.6%: what is taken off is told between the rate before, or a semicolon, and this one.
  private func isOnOtherBasis(_ figure: Int) -> Bool {
    var start = page.sentence(of: figure).range.lowerBound
    if let other = (page.siblings(of: figure).lowerBound..<figure).last(where: page.isPercent) {
      start = page.range(other).upperBound
    }
    let stretch = start..<page.range(figure).lowerBound
    let words = page.words(
      (stretch.last { page.units[$0] == Mark.semicolon } ?? stretch.lowerBound)..<stretch.upperBound)
    return page.cues.has(.withoutDelays, in: stretch) || words.containsAny(Self.takingOff)
  }

  private static let takingOff = ["扣除", "剔除", "不计", "不含", "除去", "刨除", "不包括", "去掉", "减去"]

  private func isBesideAny(_ figure: Int) -> Bool { labels.contains { isBeside(figure, $0.row) } }

  private mutating func add(_ figure: Int, _ row: Int, _ column: Int, _ label: String) {
    guard let cell = table[row, column],
      page.isPercent(figure) == (cell.isPercent || table.rates.contains(column))
    else { return }
    let stated = page.quantity(figure)
    var value = cell.value
    if let scale = table.scales[column] {
      value *= scale
    } else if stated.precision > 2, Reckoning.powersOff(value, stated.value) != nil {
      // The head names no unit: 45 may well be 45万元.
      value = stated.value
    } else if stated.precision > 2 {
      return
    }
    let unit = Decimal(sign: .plus, exponent: max(stated.precision, cell.precision), significand: 1)
    pairs.append(
      Pair(
        figure: figure, row: row, column: column, label: label,
        holds: abs(value - stated.value) * 2 <= unit,
        isBeside: table.kinds[row] == .item && isBeside(figure, row),
        isOnOtherBasis: page.isPercent(figure) && isOnOtherBasis(figure)))
  }

  /// The row whose name stands right behind the figure, before it in its sentence with no other row's name between, or at
  /// the head of its paragraph.
  private func namedRow(_ figure: Int) -> Int? {
    let tail = page.range(figure).upperBound
    let behind = labels.first {
      $0.units.count <= page.units.count - tail
        && place(of: $0.units, in: tail..<tail + $0.units.count) != nil
    }
    if let behind { return behind.row }
    let sentence = page.sentence(of: figure)
    if let row = lastRow(in: sentence.range.lowerBound..<page.range(figure).lowerBound) { return row }
    let paragraph = page.draft.paragraphs[sentence.paragraph].range
    // A paragraph that goes from one row to the next is about none of them.
    let told = paragraph.lowerBound..<max(paragraph.lowerBound, sentence.range.lowerBound)
    guard labels.count(where: { place(of: $0.units, in: told) != nil }) < 2 else { return nil }
    return lastRow(
      in: paragraph
        .lowerBound..<max(paragraph.lowerBound, min(paragraph.lowerBound + 20, sentence.range.lowerBound)))
  }

  /// The row whose name stands last in a stretch.
  private func lastRow(in range: Range<Int>) -> Int? {
    let ends = labels.compactMap { label in
      place(of: label.units, in: range).map { (label.row, $0 + label.units.count) }
    }
    return ends.max { $0.1 < $1.1 }?.0
  }

  /// Where a word last stands in a stretch.
  private func place(of word: [UInt16], in range: Range<Int>) -> Int? {
    guard range.count >= word.count else { return nil }
    return (range.lowerBound...(range.upperBound - word.count)).last {
      page.units[$0..<$0 + word.count].elementsEqual(word)
    }
  }

  /// The column that a figure told of a row belongs to: of its measure, of the words around it, or the only one there is.
  private func column(_ figure: Int, _ claim: Claim, row: Int) -> Int? {
    if claim.measure.isKnown, let column = measures.firstIndex(of: claim.measure) { return column }
    let near = page.lead(figure).lowerBound..<page.tail(figure).upperBound
    let words = page.text(near)
    let named = (table.additive + table.rates).filter { column in
      measures[column] == nil && table.heads[column].unicodeScalars.count >= 2
        && words.contains(table.heads[column])
    }
    if named.count == 1 { return named[0] }
    if let column = told(figure, row) { return column }
    // Among columns of different units the figure's own unit tells.
    let unit = page.unit(figure)
    let counted = table.additive.filter {
      table.units[$0] == unit || table.units[$0].isEmpty && table.heads[$0].contains(unit)
    }
    if named.isEmpty, !unit.isEmpty, counted.count == 1, measures[counted[0]] == nil, isBeside(figure, row) {
      return counted[0]
    }
    // One column of plain numbers: what stands right beside the row's name is its number.
    guard named.isEmpty, table.additive.count == 1, table.rates.isEmpty, measures[table.additive[0]] == nil,
      Self.plain.contains(table.heads[table.additive[0]])
    else { return nil }
    return isBeside(figure, row) ? table.additive[0] : nil
  }

  /// 经济领域任务最多,共14项: the one column whose head is told between the row's name and the figure.
  private func told(_ figure: Int, _ row: Int) -> Int? {
    guard let words = between(row, figure) else { return nil }
    if table.additive.count == 1, table.rates.isEmpty, words.hasAnyPrefix(Self.superlatives) {
      return table.additive[0]
    }
    let columns = table.additive.filter { column in
      let head = table.heads[column]
      let stem = head.hasSuffix("数") || head.hasSuffix("量") ? String(head.dropLast()) : head
      return stem.count >= 2 && words.contains(stem)
    }
    return columns.count == 1 ? columns[0] : nil
  }

  /// The words between a row's name and a figure, where no other figure or row stands between.
  private func between(_ row: Int, _ figure: Int) -> String? {
    let before = page.before(figure)
    guard let label = labels.first(where: { $0.row == row })?.units, let start = place(of: label, in: before)
    else { return nil }
    let words = start + label.count..<before.upperBound
    guard words.count <= 14,
      !labels.contains(where: { $0.row != row && place(of: $0.units, in: words) != nil })
    else { return nil }
    return page.text(words)
  }

  /// Whether the row's name stands right before or behind a figure.
  private func isBeside(_ figure: Int, _ row: Int) -> Bool {
    let label = table.label(row)
    if told(figure, row) != nil { return true }
    return page.text(page.lead(figure)).hasSuffix(label) || page.text(page.tail(figure)).hasPrefix(label)
  }

  /// The row of a claim's field of reform, or the total row for the report as a whole.
  private func row(of claim: Claim) -> Int? {
    guard let section = claim.domain else {
      guard overall.contains(claim.quantity) || claim.measure == .completionRate else { return nil }
      return table.rows.first { table.kinds[$0] == .total }
    }
    let heading = NameLikeness(page.draft.text.string(page.draft.sections[section].heading))
    let scores = table.rows.map { row in
      table.kinds[row] == .item ? (row, NameLikeness(table.label(row)).likeness(heading)) : (row, 0)
    }
    guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 >= 60,
      scores.count(where: { $0.1 == best.1 }) == 1
    else { return nil }
    return best.0
  }

  static func measure(_ head: String) -> Measure? {
    words.first { head.contains($0.word) }.flatMap(\.measure)
  }

  /// In this order: 完成任务数 counts what is done.
  private static let words: [(word: String, measure: Measure?)] = [
    ("半年", nil), ("季度", nil), ("完成率", .completionRate), ("办结率", .completionRate), ("未完成", nil), ("未办结", nil),
    ("推进", nil), ("延期", .delayed), ("完成", .completed), ("办结", .completed),
    ("制度性成果", .outputs), ("制度成果", .outputs), ("任务", .tasks), ("改革事项", .tasks),
  ]
  private static let gaps = ["差距", "相差", "还差", "尚差", "高出", "低于", "高于", "多出", "少于", "超出", "落后", "领先"]
  private static let superlatives = ["最多", "最少", "最高", "最低", "居首", "次之", "垫底"]
  private static let plain: Set<String> = ["数量", "数值", "个数", "件数", "项数", "完成数量", "数", "合计", "数额", "规模"]
}
