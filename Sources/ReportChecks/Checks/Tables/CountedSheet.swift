import Foundation
import ReportModel

/// 按栏分类计数: what a sentence counts out of a list (一季度3件、二季度5件; 区政府2件、区政府办公室6件) against the column that parts the list so.
///
/// Only where the counts take in every row of the list, each row once, is anything held against it. Practice.
struct CountedSheet {
  /// A column of the list: what its head says, and an entry for each row.
  struct Column {
    var head: String
    var entries: [String]
  }

  /// Counts of which some miss the list, with what the column holds.
  struct Miss {
    var place: Range<Int>
    var head: String
    var held: String
  }

  let columns: [Column]

  /// The rows of a table of the draft, its totals left out.
  init(_ table: TextTable) {
    let rows = table.body.filter { row in !(0...1).contains { Self.sums.contains(table.text(row, $0)) } }
    columns = table.heads.indices.map { column in
      Column(head: table.heads[column], entries: rows.map { table.text($0, column) })
    }
  }

  /// The ledger's documents, or its tasks.
  init(_ columns: [Column]) { self.columns = columns }

  /// The counts of the draft that do not part the list as one of its columns does.
  func misses(_ page: FigurePage) -> [Miss] {
    guard let rows = columns.first?.entries.count, rows > 2 else { return [] }
    var misses: [Miss] = []
    for run in runs(page).flatMap(Self.stretches) {
      let values = run.map { Int("\(page.value($0))") ?? 0 }
      guard case let sum = values.reduce(0, +),
        sum == rows || abs(sum - rows) <= 2 && counts(rows, before: run[0], page)
      else { continue }
      let held = columns.compactMap { column in
        parts(column, run, page).map { (head: column.head, counts: $0) }
      }
      guard held.count == 1, held[0].counts != values, case let counts = held[0].counts,
        case let wrong = run.indices.filter({ counts[$0] != values[$0] }), wrong.count <= 2,
        wrong.count < run.count || run.count == 2 && sum == rows
      else { continue }
      misses.append(
        Miss(
          place: label(wrong[0], run, page).lowerBound..<page.range(run[wrong[wrong.count - 1]]).upperBound,
          head: held[0].head,
          held: wrong.map { "\(page.text(label($0, run, page)))\(counts[$0])\(page.unit(run[$0]))" }.joined(
            separator: "、")))
    }
    return misses
  }

  /// Counts of one unit that stand side by side, each behind its label.
  private func runs(_ page: FigurePage) -> [[Int]] {
    var runs: [[Int]] = []
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      var run: [Int] = []
      for figure in sentence.quantities {
        let isCount =
          page.isThing(figure) && page.isExact(figure) && page.claim(figure).change == nil
          && page.value(figure) < 100
        if let last = run.last, !isCount || !page.sameUnit(last, figure) || page.before(figure).count > 24 {
          if run.count > 1 { runs.append(run) }
          run = []
        }
        if isCount { run.append(figure) }
      }
      if run.count > 1 { runs.append(run) }
    }
    return runs
  }

  /// 共4件,一季度1件、二季度3件: what stands side by side may hold the whole as well.
  private static func stretches(_ run: [Int]) -> [[Int]] {
    run.indices.flatMap { first in
      (first + 1..<max(first + 1, min(run.count, first + 6))).map { Array(run[first...$0]) }
    }
  }

  /// Whether the list is counted as a whole before its parts, in the paragraph.
  private func counts(_ rows: Int, before first: Int, _ page: FigurePage) -> Bool {
    let paragraph = page.paragraph(of: first)
    return page.draft.claims.indices.prefix(first).suffix(12).contains {
      page.paragraph(of: $0) == paragraph && page.value($0) == Decimal(rows) && page.isThing($0)
        && page.claim($0).change == nil
    }
  }

  /// How many rows of a column go with each count; nil where one goes with none or with two.
  private func parts(_ column: Column, _ run: [Int], _ page: FigurePage) -> [Int]? {
    let labels = run.indices.map { label($0, run, page) }
    var counts = [Int](repeating: 0, count: run.count)
    let months = run.indices.map { index in page.months(in: labels[index]) }
    let isOfTimes = !months.contains(nil)
    if isOfTimes {
      let sentence = page.words(page.sentence(of: run[0]).range)
      guard let kind = Self.times.first(where: { column.head.containsAny($0.heads) }),
        sentence.containsAny(kind.words)
      else { return nil }
      let years = Set(column.entries.map { $0.prefix { $0.isNumber }.count == 4 ? $0.prefix(4) : "" })
      guard years.count == 1 else { return nil }
    }
    for entry in column.entries {
      let fits: [Int]
      if isOfTimes {
        guard let month = Self.month(entry) else { return nil }
        fits = run.indices.filter { months[$0]?.contains(month) ?? false }
      } else {
        let words = Array(entry.utf16.filter { $0 != 0x20 })
        guard words.count > 1 else { return nil }
        fits = run.indices.filter { page.units[labels[$0]].elementsEqual(words) }
      }
      guard fits.count == 1 else { return nil }
      counts[fits[0]] += 1
    }
    return counts.contains(0) ? nil : counts
  }

  /// The words that a count is told under: 区政府办公室 of 区政府办公室印发6件, 三季度 of 三季度有5件.
  private func label(_ index: Int, _ run: [Int], _ page: FigurePage) -> Range<Int> {
    let before = page.before(run[index])
    let mark = before.last { Mark.clauseEnds.contains(page.units[$0]) || page.units[$0] == Mark.colon }
    var label = (mark.map { $0 + 1 } ?? before.lowerBound)..<before.upperBound
    // 文件印发一季度3件: from the first of the list on.
    if index == 0, mark == nil, let sentence = page.draft.sentence(at: label.lowerBound),
      let time = page.draft.times[page.draft.sentences[sentence].times].last(where: {
        label.contains($0.range.lowerBound)
      }),
      time.range.upperBound <= label.upperBound
    {
      label = time.range.lowerBound..<label.upperBound
    }
    for joint in Self.joints where page.words(label).hasPrefix(joint) {
      label = label.dropFirst(joint.utf16.count)
    }
    while let verb = Self.verbs.first(where: { page.words(label).hasSuffix($0) }) {
      label = label.dropLast(verb.utf16.count)
    }
    return label
  }

  /// The month of a date or a deadline.
  private static func month(_ text: String) -> Int? {
    switch Deadline(wording: FigureTable.core(text)).meaning {
    case .date(let date): date.month
    case .month(let month): month
    case .quarter(let quarter, _): quarter * 3
    case .yearEnd: 12
    default: nil
    }
  }

  private static let sums: Set<String> = ["合计", "总计", "小计"]
  private static let joints = ["、", "和", "其中"]
  private static let verbs = [
    "联合印发", "印发", "出台", "制定", "制发", "发文", "发布", "牵头", "负责", "的", "有", "各有", "到期", "应完成", "完成",
  ]
  private static let times = [
    (heads: ["印发", "出台", "发文", "发布", "成文"], words: ["印发", "出台", "发文", "发布"]),
    (heads: ["延至", "延期至", "新时限", "新完成时限", "调整后"], words: ["延至", "延到", "延期至", "新时限", "调整"]),
    (heads: ["完成时限", "时限", "完成期限"], words: ["时限", "到期", "应完成", "应于"]),
  ]
}
