import Foundation
import ReportModel

/// 表中行名: where the sentences around a table name its rows.
struct TableLabels {
  /// A row's name in the prose.
  struct Hit {
    var row: Int
    var range: Range<Int>
  }

  let page: FigurePage
  /// The sentences of the paragraphs just before and behind the table.
  let sentences: [Int]
  private let names: [(row: Int, units: [UInt16])]

  /// The rows of a table that have names, by the first column that is no number; nil where nothing near tells of any.
  init?(_ block: SourceBlock, _ rows: Range<Int>, _ page: FigurePage, name: (Int) -> String) {
    self.page = page
    names = rows.flatMap { row -> [(row: Int, units: [UInt16])] in
      let text = name(row)
      let isYear = text.count == 4 && text.utf16.allSatisfy(Mark.isDigit)
      let units = Mark.word(isYear ? text + "年" : text)
      guard units.count(where: Mark.isHan) >= 2 || isYear || text.hasSuffix("年") else { return [] }
      // 城东、城西两个街道: the name without what sort of thing it is.
      let kind = Self.kinds.first { units.count >= $0.count + 2 && units.suffix($0.count).elementsEqual($0) }
      return [(row, units)] + (kind.map { [(row, Array(units.dropLast($0.count)))] } ?? [])
    }
    guard names.count >= 2 || rows.count == 1 else { return nil }
    let last = block.cellPieces.last?.last?.last?.number ?? block.number
    let draft = page.draft
    sentences = draft.paragraphs.filter { paragraph in
      guard let line = draft.text.place(paragraph.range).number else { return false }
      return line < block.number
        ? block.number - line <= Self.reach : line > last && line - last <= Self.reach
    }.flatMap(\.sentences)
    if sentences.isEmpty { return nil }
  }

  /// The names in a stretch, the longest at each place.
  func hits(in range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let here = names.filter { name in
        name.units.count <= range.upperBound - index
          && page.units[index..<index + name.units.count].elementsEqual(name.units)
      }.max { $0.units.count < $1.units.count }
      if let here {
        hits.append(Hit(row: here.row, range: index..<index + here.units.count))
        index += here.units.count
      } else {
        index += 1
      }
    }
    return hits
  }

  /// The names that stand one beside the other and end last before a place: 甲、乙和丙领域.
  func run(endingBefore place: Int, in sentence: Range<Int>, within gap: Int = 12) -> [Hit] {
    let all = hits(in: sentence.lowerBound..<place)
    guard let last = all.last, place - last.range.upperBound <= gap else { return [] }
    var run = [last]
    for hit in all.dropLast().reversed() {
      guard let next = run.first, isJoined(hit.range.upperBound..<next.range.lowerBound) else { break }
      run.insert(hit, at: 0)
    }
    return run
  }

  /// Whether nothing but a mark of listing and a general noun stands between two names.
  func isJoined(_ gap: Range<Int>) -> Bool {
    gap.count <= 4 && gap.contains { Mark.listJoints.contains(page.units[$0]) }
      && !gap.contains { Mark.clauseEnds.contains(page.units[$0]) || Mark.isDigit(page.units[$0]) }
  }

  private static let reach = 6
  private static let kinds = Mark.words("街道 社区 领域 体制改革 体制 专项小组 镇 乡 县 区 村")
}
