import Foundation
import ReportModel

/// “分别”: as many figures behind it as there are things before it.
extension ListRule {
  // MARK: 四方面分别压减68%、57%、72%、80%

  /// So many things, and behind 分别 one figure for each.
  func respectively(_ figure: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    guard page.isAmount(figure), let first = siblings.first(where: { $0 > figure }),
      // 省级4项、市级3项、区级5项,分别占…: one figure for each of the parts before.
      !(siblings.lowerBound..<figure).contains(where: { page.sameUnit($0, figure) }),
      let cue = page.cues.first(
        .respectively, in: page.range(figure).upperBound..<page.range(first).lowerBound),
      case let between = page.range(figure).upperBound..<cue.lowerBound, between.count <= 36,
      // 投资和产值分别为: one figure for each measure, not for each thing.
      between.count(where: { Mark.isListMark(page.units[$0]) }) <= 1, !page.has(Mark.pause, in: between),
      !between.contains(where: { Self.joins.contains(page.units[$0]) }),
      page.range(first).lowerBound - cue.upperBound <= 8
    else { return }
    var last = first
    while siblings.contains(last + 1), page.unitKey(last + 1) == page.unitKey(first),
      Self.between.contains(where: { page.words(page.before(last + 1)) == $0 })
    {
      last += 1
    }
    // 三个社区分别建成停车位320个: both are counted by 个.
    guard last > first, page.unitKey(first) != page.unitKey(figure) || between.count >= 2 else { return }
    let isOpen = page.units[page.tail(last)].first == Mark.andSoOn
    settle(
      figure, [last - first + 1], at: page.range(first).lowerBound..<page.range(last).upperBound,
      isOpen: isOpen, what: "个数", &book)
  }

  /// 城区、城郊、乡村学校分别有14所、19所: as many figures as names.
  func namesRespectively(_ first: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: first)
    let lead = page.lead(first)
    guard let cue = page.cues.last([.respectively, .parts], in: lead), lead.upperBound - cue.upperBound <= 6,
      page.words(cue).hasPrefix("分别"),
      case let names = nameList(before: cue.lowerBound, from: page.before(first).lowerBound), !names.isEmpty
    else { return }
    var last = first
    while siblings.contains(last + 1), page.unitKey(last + 1) == page.unitKey(first),
      Self.between.contains(where: { page.words(page.before(last + 1)) == $0 })
    {
      last += 1
    }
    guard last > first, page.units[page.tail(last)].first != Mark.andSoOn,
      last + 1 >= siblings.upperBound || page.units[page.before(last + 1)].first != Mark.pause
    else { return }
    let count = last - first + 1
    // Two figures for each of them fit as well.
    let fits = names.contains { count % $0 == 0 }
    book.propose(
      Relation(
        .list, fits ? .verified : .broken,
        claimed: page.range(first).lowerBound..<page.range(last).upperBound, result: nil,
        members: [], arithmetic: fits ? "列出\(count)个数" : "前面\(names[0])项,后面\(count)个数",
        message: "“分别”前后的项数不一致",
        severity: .warning), as: .place(page.range(first).lowerBound))
  }

  /// How many names stand before 分别: each 和 may belong to a name or part two of them. Empty where there is no plain list.
  private func nameList(before end: Int, from limit: Int) -> [Int] {
    var start = end
    var pauses = 0
    while start > limit, Mark.isHan(page.units[start - 1]) || page.units[start - 1] == Mark.pause {
      if page.units[start - 1] == Mark.pause { pauses += 1 }
      start -= 1
    }
    let list = page.units[start..<end]
    guard pauses > 0, list.count <= 40, list.first != Mark.pause, !list.contains(Mark.andSoOn),
      start == limit || Mark.isListMark(page.units[start - 1])
        || start == page.draft.sentence(at: start).map({ page.draft.sentences[$0].range.lowerBound }) ?? -1
    else { return [] }
    let joins = list.count { Self.joins.contains($0) }
    return Array(pauses + 1...pauses + 1 + joins)
  }

  private static let between = ["、", "和", ",", "及"]

}
