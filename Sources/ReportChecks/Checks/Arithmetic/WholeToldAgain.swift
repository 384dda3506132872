import Foundation
import ReportModel

/// 总数另说: what was told of all tasks, of each level or with its counts before, told again in other words.
extension SameFactRule {
  // MARK: 安排改革任务22项 … 从20项任务推进情况看

  /// How the tasks as a whole went on, in a number of them that is told nowhere else.
  func surveyed(_ book: inout RelationBook) {
    guard status.overall.count == 1, let layer = status.overall.first, layer.says else { return }
    let total = page.value(layer.total)
    for (figure, claim) in page.draft.claims.enumerated() where figure > layer.total && claim.domain == nil {
      let value = page.value(figure)
      guard claim.change == nil, page.isAmount(figure), page.isExact(figure), page.isTold(figure),
        claim.period != .before, claim.period != .other, isOfYear(claim), value != total, value * 2 > total,
        page.sameUnit(figure, layer.total), looksBack(figure),
        // Those that are left when the delayed are taken away, those that another place counts apart.
        !layer.figures.contains(where: { page.value($0) == total - value }),
        !page.draft.claims.indices.contains(where: {
          $0 != figure && page.value($0) == value && page.isAmount($0) && page.sameUnit($0, figure)
            && page.claim($0).period != .before && !looksBack($0)
        })
      else { continue }
      book.compare(figure, withEarlier: [layer.total], on: page)
    }
  }

  /// 从20项任务推进情况看, 回顾全年20项任务的完成过程, 总的看,20项改革任务进展总体顺利.
  private func looksBack(_ figure: Int) -> Bool {
    let (lead, clause) = (page.words(page.lead(figure)), page.words(page.after(figure).prefix(24)))
    guard let noun = Self.tasksNamed.first(where: clause.hasPrefix) else { return false }
    var rest = FoldedWords(units: clause.units.dropFirst(noun.utf16.count))
    if let end = rest.units.firstIndex(where: Mark.isListMark) {
      rest = FoldedWords(units: rest.units[..<end])
    }
    let goes = Self.goings.contains { rest.hasPrefix($0) || rest.hasPrefix("的" + $0) }
    if lead.units.isEmpty { return goes && rest.containsAny(Self.onTheWhole) }
    guard goes, rest.containsAny(Self.states),
      let word = Self.lookings.first(where: { lead.hasPrefix($0) })
    else { return false }
    let scope = FoldedWords(units: lead.units.dropFirst(word.utf16.count))
    return scope.units.isEmpty || Self.allYear.contains { scope == $0 }
  }

  private static let tasksNamed = ["改革任务", "年度改革任务", "改革事项", "年度任务", "任务", "事项"]
  private static let goings = ["推进", "完成", "落实", "办理", "进展", "实施", "执行", "办结", "总体推进", "整体推进"]
  private static let states = ["情况", "过程", "进度", "结果", "成效", "实践", "历程", "看"]
  private static let onTheWhole = ["总体", "整体"]
  private static let lookings = ["从", "就", "回顾", "对照", "纵观", "综观", "梳理", "分析", "盘点", "总结", "综合", "根据", "对"]
  private static let allYear = ["全年", "今年", "全部", "年度", "全区", "全县", "一年来"]

  // MARK: 国家级试点1项、省级试点3项 … 5项国家和省级试点

  /// Things of two levels and more counted together that were counted level by level before.
  func joined(_ book: inout RelationBook) {
    for (figure, claim) in page.draft.claims.enumerated()
    where claim.change == nil && page.isAmount(figure) && page.isExact(figure) {
      guard page.isThing(figure), page.isTold(figure), claim.period != .before, claim.period != .other,
        isOfYear(claim), let together = levels(of: figure),
        case let around = page.words(page.sentence(of: figure).range.lowerBound..<together.noun.upperBound),
        !around.containsAny(Self.others + Self.notAll),
        !page.words(page.after(figure).prefix(24)).containsAny(["以外", "之外"])
      else { continue }
      let told = page.draft.sentences.indices.prefix { $0 < claim.sentence }.compactMap { index in
        oneByOne(
          together.levels, page.units[together.noun], in: page.draft.sentences[index].quantities, figure)
      }
      guard told.count == 1, let parts = told.first, case let sum = page.sum(parts),
        // 2项国家和省级试点通过验收: some of them.
        page.value(figure) >= sum || isAll(figure, behind: together.noun)
      else { continue }
      book.compare(figure, withEarlier: parts, on: page)
    }
  }

  private func isAll(_ figure: Int, behind noun: Range<Int>) -> Bool {
    page.words(page.lead(figure)).hasAnySuffix(["承担的", "现有", "全部", "共", "这", "获批的"])
      || page.words(noun.upperBound..<min(noun.upperBound + 8, page.units.count)).hasAnyPrefix(
        ["中,", "共", "的经验", "工作进展", "任务进展", "进展"])
  }

  /// The levels that stand right behind a figure or before it, and the name of the things behind them.
  private func levels(of figure: Int) -> (levels: [Int], noun: Range<Int>)? {
    let sentence = page.sentence(of: figure).range
    let (start, end) = (page.range(figure).lowerBound, page.range(figure).upperBound)
    func read(_ from: Int, _ stop: Int) -> (levels: [Int], noun: Range<Int>)? {
      var (place, levels): (Int, [Int]) = (from, [])
      while place < stop {
        guard
          let (word, level) = Self.levelNames.first(where: { page.units[place..<stop].starts(with: $0.0) })
        else { break }
        levels.append(level)
        place += word.count
        if page.words(place..<stop).hasPrefix("以上"), levels.count == 1, level > 0 {
          return (Array(0...level), name(place + 2, stop))
        }
        if place < stop, Self.levelJoints.contains(page.units[place]) { place += 1 }
      }
      if let word = ["两级", "三级", "级"].first(where: page.words(place..<max(place, stop)).hasPrefix) {
        place += word.utf16.count
      }
      guard levels.count > 1, Set(levels).count == levels.count, place < stop else { return nil }
      return (levels, name(place, stop))
    }
    func name(_ from: Int, _ stop: Int) -> Range<Int> {
      var end = from
      while end < stop, end - from < 12, Mark.isHan(page.units[end]), !Self.nameEnds.contains(page.units[end])
      {
        end += 1
      }
      return from..<end
    }
    if let found = read(end, sentence.upperBound), found.noun.count >= 2 { return found }
    var from = start
    while from > sentence.lowerBound, start - from < 24, page.units[from - 1] != Mark.comma { from -= 1 }
    guard from < start else { return nil }
    let opening = Self.openingsOfLevels.first { page.words(from..<start).hasPrefix($0) }
    guard let found = read(from + (opening?.utf16.count ?? 0), start), found.noun.count >= 2,
      found.noun.upperBound == start || page.units[found.noun.upperBound] == Mark.all
    else { return nil }
    return found
  }

  /// 国家级…1项、省级…3项: one figure for each of the levels in a sentence, of the things so named.
  private func oneByOne(
    _ levels: [Int], _ noun: ArraySlice<UInt16>, in figures: Range<Int>, _ whole: Int
  ) -> [Int]? {
    guard figures.count >= levels.count else { return nil }
    var parts: [Int] = []
    var isNamed = false
    for level in levels {
      let own = figures.filter { figure in
        page.isAmount(figure) && page.isExact(figure) && page.sameUnit(figure, whole)
          && page.claim(figure).change == nil
          && page.claim(figure).domain == page.claim(figures.lowerBound).domain
          && page.isTold(figure) && page.claim(figure).period != .before
          && levelNamed(page.lead(figure))?.level == level
      }
      guard own.count == 1, let part = own.first, let named = levelNamed(page.lead(part)) else { return nil }
      let rest = page.units[named.end..<page.lead(part).upperBound]
      if rest.count >= 2 {
        let last = Array(rest.suffix(2))
        guard noun.indices.dropLast().contains(where: { noun[$0...].starts(with: last) }) else { return nil }
        isNamed = true
      } else if !rest.isEmpty {
        return nil
      }
      parts.append(part)
    }
    let words = page.words(page.lead(parts[0]).lowerBound..<page.range(parts[parts.count - 1]).upperBound)
    return isNamed && !words.containsAny(Self.notTold) ? parts : nil
  }

  private func levelNamed(_ lead: Range<Int>) -> (level: Int, end: Int)? {
    for index in lead {
      for (word, level) in Self.levelNames
      where word.count > 1 && page.units[index..<lead.upperBound].starts(with: word) {
        return page.words(index + word.count..<lead.upperBound).hasPrefix("以上")
          ? nil : (level, index + word.count)
      }
    }
    return nil
  }

  private static let levelNames: [([UInt16], Int)] = [
    ("国家级", 0), ("国家", 0), ("省级", 1), ("自治区级", 1), ("市级", 2), ("区级", 3), ("县级", 3), ("省", 1), ("市", 2),
  ].map { (Mark.word($0.0), $0.1) }
  private static let levelJoints = UnitSet("、和及与")
  private static let nameEnds = UnitSet("中的共已均都将有实")
  private static let openingsOfLevels = ["承担的", "承担", "全年承担", "现有", "全年", "我区", "我县", "全区", "全县", "获批"]
  private static let others = ["上年", "去年", "累计", "历年", "以来", "新增", "其他", "首批", "部分", "兄弟", "全省", "全国"]
  private static let notAll = ["力争", "争取", "其中", "新获", "再", "申报", "余", "未", "申请"]
  private static let notTold = ["申报", "新增", "新获", "其中", "争取", "另有", "上年", "累计"]
}
