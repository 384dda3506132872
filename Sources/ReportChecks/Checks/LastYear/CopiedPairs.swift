import Foundation
import ReportModel

/// 成对的旧数: two telling figures of one sentence that stand together in one sentence of last year's report, though the words are
/// others: 容缺受理事项2318件,减少跑动4630次 and 以容缺方式收件2318件,企业少跑4630趟.
///
/// Only what a year brings about is counted (件、次、笔、万元), of three digits and more that are not round: what stands from year to
/// year (家、个、亩) may rightly be told again.
struct CopiedPairs {
  let this: DraftStudy
  let last: DraftStudy

  /// The figures of each such sentence with those of last year.
  var found: [[(mine: Int, theirs: Int)]] {
    let known = last.part(YearFigures.self).byValue
    guard !known.isEmpty else { return [] }
    var found: [[(mine: Int, theirs: Int)]] = []
    for own in this.part(YearFigures.self).bySentence
    where own.contains(where: { known[this.page.valueKey($0)] != nil }) {
      var byTheirs: [Int: [(mine: Int, theirs: Int)]] = [:]
      if let copied = own.lazy.compactMap({ copied(to: $0, known) }).first {
        found.append(copied)
        continue
      }
      for figure in own {
        for other in known[this.page.valueKey(figure)] ?? []
        where last.page.value(other) == this.page.value(figure) {
          byTheirs[last.page.claim(other).sentence, default: []].append((figure, other))
        }
      }
      guard own.count > 1,
        let pairs = byTheirs.min(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })?.value,
        Set(pairs.map { this.page.value($0.mine) }).count > 1, shareNouns(pairs)
      else { continue }
      found.append(pairs)
    }
    return found
  }

  /// 举办联络员培训3期、248人次: a clause copied with two figures of what a year brought about, though its sentence goes on otherwise.
  private func copied(to figure: Int, _ known: [Int: [Int]]) -> [(mine: Int, theirs: Int)]? {
    guard figure > this.page.siblings(of: figure).lowerBound,
      case let before = figure - 1, this.page.words(this.page.before(figure)) == "、",
      Self.units.contains(this.page.unit(before)) || Self.units.contains("人" + this.page.unit(before)),
      !this.page.words((this.page.range(figure).upperBound..<this.page.units.count).prefix(12)).containsAny(
        ["持平", "相同", "一致"]),
      case let clause = Self.clause(to: figure, this.page), clause.count >= 10
    else { return nil }
    return known[this.page.valueKey(figure)]?.lazy.filter { other in
      let theirs = Self.clause(to: other, last.page)
      return this.page.units[clause].elementsEqual(last.page.units[theirs])
    }.first.map { [(before, $0 - 1), (figure, $0)] }
  }

  /// From the last mark but 、 to the end of a figure.
  private static func clause(to figure: Int, _ page: FigurePage) -> Range<Int> {
    let (start, end) = (page.sentence(of: figure).range.lowerBound, page.range(figure))
    let mark = (start..<end.lowerBound).last {
      Mark.isListMark(page.units[$0]) && page.units[$0] != Mark.pause
    }
    return (mark.map { $0 + 1 } ?? start)..<end.upperBound
  }

  /// Whether the clauses around the figures have two characters side by side in common.
  private func shareNouns(_ pairs: [(mine: Int, theirs: Int)]) -> Bool {
    func words(_ figures: [Int], _ page: FigurePage) -> Set<UInt32> {
      figures.reduce(into: Set<UInt32>()) { pairs, figure in
        let clause = page.claim(figure).clause
        for place in clause.dropLast()
        where Mark.isHan(page.units[place]) && Mark.isHan(page.units[place + 1]) {
          pairs.insert(UInt32(page.units[place]) << 16 | UInt32(page.units[place + 1]))
        }
      }
    }
    return words(pairs.map(\.mine), this.page).intersection(words(pairs.map(\.theirs), last.page)).count > 0
  }

  /// The telling figures of what a year brought about, by their value (`FigurePage.valueKey`) and sentence by sentence.
  private struct YearFigures: StudyPart {
    let byValue: [Int: [Int]]
    let bySentence: [[Int]]

    init(_ study: DraftStudy) {
      let page = study.page
      let figures = page.draft.claims.indices.filter { figure in
        let claim = page.claim(figure)
        guard study.facts.isTelling[figure], claim.change == nil, claim.period == .reported,
          page.isAmount(figure), page.isExact(figure), page.printed(figure).digits.count >= 3,
          units.contains(page.unit(figure)), !study.facts.isStanding[claim.sentence]
        else { return false }
        switch page.draft.role(of: claim.section) {
        case .problems, .plan, .attachments: return false
        default: return !page.words(claim.clause).containsAny(otherTimes)
        }
      }
      byValue = Dictionary(grouping: figures, by: page.valueKey)
      bySentence = Dictionary(grouping: figures) { page.claim($0).sentence }
        .sorted { $0.key < $1.key }.map(\.value)
    }
  }

  static let units: Set<String> = [
    "件", "次", "人次", "趟", "笔", "宗", "起", "万元", "亿元", "户次", "件次", "场", "场次", "例", "批次", "万人次", "万件", "万次",
    "项次", "家次", "条", "万笔", "期", "轮",
  ]
  static let otherTimes = [
    "上年", "去年", "累计", "此前", "以来", "总数", "共有", "现有", "存量", "规模", "总投资", "设计", "注册资本",
  ]
}
