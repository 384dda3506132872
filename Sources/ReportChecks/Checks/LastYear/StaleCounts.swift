import Foundation
import ReportModel

/// 旧数: a count of last year's report that stayed where the same thing is spoken of again, while elsewhere the text gives this year's:
/// 进驻事项1342项 … 1286项进驻事项中.
struct StaleCounts {
  let this: DraftStudy
  let last: DraftStudy

  /// Each such figure with this year's and the one it was taken from.
  var found: [(figure: Int, other: Int, theirs: Int)] {
    let (mine, known) = (Self.named(this.page), Self.named(last.page))
    var found: [(figure: Int, other: Int, theirs: Int)] = []
    for (key, figures) in mine where figures.count > 1 {
      guard let theirs = known[key] else { continue }
      for old in figures {
        let name = this.page.name(of: old)
        let alike = theirs.filter { Self.areOne(last.page.name(of: $0), name) }
        let others = figures.filter {
          this.page.value($0) != this.page.value(old) && Self.areOne(this.page.name(of: $0), name)
        }
        guard let source = alike.first, let new = others.first,
          alike.allSatisfy({ last.page.value($0) == this.page.value(old) }), others.count < 3,
          Set(others.map(this.page.value)).count == 1,
          this.facts.isTelling[old] || this.page.claim(old).period == .plan
            || this.page.value(old) >= 10 && name == this.page.name(of: new),
          this.page.paragraph(of: old) != this.page.paragraph(of: new)
        else { continue }
        found.append((old, new, source))
        break
      }
    }
    return found.sorted { $0.figure < $1.figure }
  }

  /// 受理诉求 and 受理群众诉求, 进驻事项 and 大厅进驻事项: four characters at the end, or all of the shorter name in its order.
  private static func areOne(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    if a.suffix(4) == b.suffix(4) { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 4, short.prefix(2) == long.prefix(2) else { return false }
    var rest = short[...]
    for unit in long where unit == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The counts of this year by the end of their name and their unit.
  private static func named(_ page: FigurePage) -> [[UInt16]: [Int]] {
    var named: [[UInt16]: [Int]] = [:]
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isAmount(figure) && page.isExact(figure) && !page.unit(figure).isEmpty && claim.change == nil
      && (page.isThing(figure) || Reckoning.significant(page.value(figure)) >= 2)
      && claim.period != .before && claim.period != .other
    {
      guard !page.words(claim.clause).containsAny(Self.otherTimes),
        claim.period != .plan || !page.words(claim.clause).containsAny(Self.toCome)
      else { continue }
      let name = page.name(of: figure)
      guard name.count >= 4 else { continue }
      named[name.suffix(2) + page.unit(figure).utf16, default: []].append(figure)
    }
    return named
  }

  private static let toCome = ["再", "新", "力争", "计划", "拟", "达到", "目标"]
  private static let otherTimes = [
    "上年", "去年", "此前", "原", "由", "从", "年初", "上半年", "季度", "其中", "新增", "首批", "以来", "平均", "累计",
    "其余", "剩余", "余下", "剩下",
  ]
}
