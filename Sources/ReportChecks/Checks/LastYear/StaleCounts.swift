import Foundation
import ReportModel

/// 旧数: a count of last year's report that stayed where the same thing is spoken of again, while elsewhere the text gives this year's:
/// 进驻事项1342项 … 1286项进驻事项中.
struct StaleCounts {
  let this: DraftStudy
  let last: DraftStudy

  /// Each such figure with this year's and the one it was taken from.
  var found: [(figure: Int, other: Int, theirs: Int)] {
    let (mine, known) = (this.part(NamedCounts.self).byEnd, last.part(NamedCounts.self).byEnd)
    var found: [(figure: Int, other: Int, theirs: Int)] = []
    for (key, counts) in mine where counts.count > 1 {
      guard let theirs = known[key] else { continue }
      for old in counts {
        let alike = theirs.filter { Self.areOne($0.name, old.name) }
        guard let source = alike.first,
          alike.allSatisfy({ last.page.value($0.figure) == this.page.value(old.figure) })
        else { continue }
        let others = counts.filter {
          this.page.value($0.figure) != this.page.value(old.figure) && Self.areOne($0.name, old.name)
        }
        guard let new = others.first, others.count < 3,
          Set(others.map { this.page.value($0.figure) }).count == 1,
          this.facts.isTelling[old.figure] || this.page.claim(old.figure).period == .plan
            || this.page.value(old.figure) >= 10 && old.name == new.name,
          this.page.paragraph(of: old.figure) != this.page.paragraph(of: new.figure)
        else { continue }
        found.append((old.figure, new.figure, source.figure))
        break
      }
    }
    return found.sorted { $0.figure < $1.figure }
  }

  /// 从20项任务推进情况看, 全年办结率83.3%: last year's count or rate of all tasks, where this year's report counts others.
  var status: [(figure: Int, other: Int, theirs: Int)] {
    guard let mine = this.status.overall.first, let theirs = last.status.overall.first else { return [] }
    let (page, old) = (this.page, last.page)
    let counted = Set(this.status.overall.flatMap(\.figures).map(page.value))
    let (rate, oldRate) = (Self.rate(of: mine, page), Self.rate(of: theirs, old))
    return page.draft.claims.indices.compactMap { figure in
      let claim = page.claim(figure)
      switch page.draft.role(of: claim.section) {
      case .plan, .attachments, .domain: return nil
      default: break
      }
      guard figure > mine.total, claim.change == nil, page.isExact(figure), claim.period != .before,
        claim.period != .plan,
        page.draft.article(at: page.range(figure).lowerBound)?.range
          .contains(page.range(mine.total).lowerBound) ?? false
      else { return nil }
      if let rate, let oldRate, page.isPercent(figure), figure != rate {
        guard page.value(figure) == old.value(oldRate), page.value(rate) != page.value(figure),
          page.sentence(of: figure).range != page.sentence(of: rate).range, Self.isOfAll(figure, page)
        else { return nil }
        return (figure, rate, oldRate)
      }
      guard page.isThing(figure), page.value(figure) == old.value(theirs.total),
        page.unit(figure) == page.unit(mine.total), !counted.contains(page.value(figure)),
        page.words(page.tail(figure)).hasAnyPrefix(Self.tasks), Self.isOfAll(figure, page)
      else { return nil }
      return (figure, mine.total, theirs.total)
    }
  }

  /// The rate told beside the counts of all tasks.
  private static func rate(of layer: StatusReading.Layer, _ page: FigurePage) -> Int? {
    let first = page.claim(layer.total).sentence
    return page.draft.claims.indices.first { figure in
      figure > layer.total && page.isPercent(figure) && page.isExact(figure)
        && page.claim(figure).change == nil
        && (first...max(first, layer.lastSentence)).contains(page.claim(figure).sentence)
        && isOfAll(figure, page)
    }
  }

  /// 全年办结率仅为, 任务按期完成率, 从, 对照今年: nothing that stands before the figure in its clause tells of a part or of another thing.
  private static func isOfAll(_ figure: Int, _ page: FigurePage) -> Bool {
    let start = page.claim(figure).clause.lowerBound
    var lead = page.units[min(start, page.range(figure).lowerBound)..<page.range(figure).lowerBound]
    if page.isPercent(figure) {
      while let last = lead.last, verbs.contains(last) { lead = lead.dropLast() }
      guard let rate = rates.first(where: { lead.reversed().starts(with: $0.reversed()) }) else {
        return false
      }
      lead = lead.dropLast(rate.count)
    }
    while let word = general.first(where: { lead.starts(with: $0) }) { lead = lead.dropFirst(word.count) }
    return lead.isEmpty
  }

  private static let verbs = UnitSet("为达到仅只有是在")
  private static let rates = Mark.words("按期完成率 完成率 按期办结率 办结率 结项率 办理率 销号率 落实率 兑现率")
  private static let tasks = ["任务", "改革任务", "改革事项", "事项", "重点任务", "年度任务", "重点改革任务", "年度改革任务"]
  private static let general = Mark.words(
    "全年 今年 本年度 本年 年度 年初 总体 整体 综合 平均 全区 全县 全市 全旗 我区 我县 全部 各项 所有 改革 重点 任务 事项 工作 从 在 对照 围绕 回顾 纵观 梳理 盘点 总结 综观 看 虽然 尽管 虽 但 由于 因 安排 确定 部署 承担 推进 的 这"
  )

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
  private struct NamedCounts: StudyPart {
    let byEnd: [[UInt16]: [(figure: Int, name: [UInt16])]]

    init(_ study: DraftStudy) {
      let page = study.page
      var byEnd: [[UInt16]: [(figure: Int, name: [UInt16])]] = [:]
      for (figure, claim) in page.draft.claims.enumerated()
      where page.isAmount(figure) && page.isExact(figure) && !page.unit(figure).isEmpty && claim.change == nil
        && (page.isThing(figure) || page.printed(figure).digits.count >= 2)
        && claim.period != .before && claim.period != .other
      {
        guard !page.words(claim.clause).containsAny(otherTimes),
          claim.period != .plan || !page.words(claim.clause).containsAny(toCome)
        else { continue }
        let name = page.name(of: figure)
        guard name.count >= 4 else { continue }
        byEnd[name.suffix(2) + page.unit(figure).utf16, default: []].append((figure, name))
      }
      self.byEnd = byEnd
    }
  }

  private static let toCome = ["再", "新", "力争", "计划", "拟", "达到", "目标"]
  private static let otherTimes = [
    "上年", "去年", "此前", "原", "由", "从", "年初", "上半年", "季度", "其中", "新增", "首批", "以来", "平均", "累计",
    "其余", "剩余", "余下", "剩下",
  ]
}
