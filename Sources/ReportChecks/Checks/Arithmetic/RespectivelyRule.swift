import Foundation
import ReportModel

/// “分别”: as many figures behind it as there are things before it.
extension ListRule {
  // MARK: 四方面分别压减68%、57%、72%、80%

  /// So many things, and behind 分别 one figure for each.
  func respectively(_ figure: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    guard page.isAmount(figure), !NamedListRule.measured.contains(page.unit(figure)),
      let first = siblings.first(where: { $0 > figure }),
      // 省级4项、市级3项、区级5项,分别占…: one figure for each of the parts before.
      !(siblings.lowerBound..<figure).contains(where: { page.sameUnit($0, figure) }),
      let cue = page.cues.first(
        .respectively, in: page.range(figure).upperBound..<page.range(first).lowerBound),
      case let between = page.range(figure).upperBound..<cue.lowerBound, between.count <= 36,
      // 投资和产值分别为: one figure for each measure, not for each thing.
      between.count(where: { Mark.isListMark(page.units[$0]) }) <= 1, !page.has(Mark.pause, in: between),
      !between.contains(where: { Mark.ands.contains(page.units[$0]) }),
      // 分别建成“邻里议事角”6个、5个、4个.
      page.range(first).lowerBound - cue.upperBound <= 14
    else { return }
    var last = first
    while siblings.contains(last + 1),
      page.unitKey(last + 1) == page.unitKey(first)
        || page.unit(last).isEmpty && !page.has(Mark.comma, in: page.before(last + 1)),
      Self.between.contains(where: { page.words(page.before(last + 1)) == $0 })
    {
      last += 1
    }
    // 三个社区分别建成停车位320个: both are counted by 个.
    guard last > first, page.unitKey(first) != page.unitKey(figure) || between.count >= 2 else { return }
    // 开会5次,审议议题17个,各次分别为3个、4个…: they make up the figure, and are of what another one counts.
    if page.sum(Array(first...last)) == page.value(figure) { return }
    let isOpen = page.units[page.tail(last)].first == Mark.andSoOn
    settle(
      figure, [last - first + 1], at: page.range(first).lowerBound..<page.range(last).upperBound,
      isOpen: isOpen, what: "个数", &book)
  }

  /// 城区、城郊、乡村学校分别有14所、19所: as many figures as names.
  func namesRespectively(_ first: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: first)
    let lead = page.lead(first)
    guard let cue = page.cues.last([.respectively, .parts], in: lead), lead.upperBound - cue.upperBound <= 12,
      page.words(cue).hasPrefix("分别") || page.words(cue) == "依次",
      case let compared = Self.comparing.first(where: {
        page.words(lead.lowerBound..<cue.lowerBound).hasSuffix($0)
      }),
      case let names = nameList(
        before: cue.lowerBound - (compared?.utf16.count ?? 0), from: page.before(first).lowerBound),
      !names.isEmpty
    else { return }
    var last = first
    // 会议、文件、检查分别减少18次、25件、9次: each in its own unit.
    while siblings.contains(last + 1),
      page.unitKey(last + 1) == page.unitKey(first) || compared != nil && page.isAmount(last + 1),
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
    book.compare(
      holds: fits, at: page.range(first).lowerBound..<page.range(last).upperBound,
      told: "前面\(names[0])项", as: "\(count)个数", message: "“分别”前后的项数不一致", severity: .warning)
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
    let joins = list.count { Mark.ands.contains($0) }
    return Array(pauses + 1...pauses + 1 + joins)
  }

  // MARK: 两项指标分别列第2、第3、第5, 三个专班分别由甲局、乙局牵头

  /// So many things, and behind 分别 a place in a ranking or one who leads for each.
  func ranksRespectively(_ figure: Int, _ book: inout RelationBook) {
    let tail = page.tail(figure)
    guard let cue = page.cues.last(.respectively, in: tail), cue.lowerBound - tail.lowerBound <= 16,
      let sentence = page.draft.sentence(at: cue.lowerBound),
      case let end = page.draft.sentences[sentence].range.upperBound
    else { return }
    guard cue.upperBound < end else { return }
    var counts: [Int] = []
    var (start, stop) = (cue.upperBound, cue.upperBound)
    if page.units[stop] == Mark.from {
      stop = (stop..<end).first { page.units[$0] == Mark.comma || page.units[$0] == Mark.stop } ?? end
      let list = cue.upperBound + 1..<stop
      guard page.words(list).hasAnySuffix(Self.leading),
        !list.contains(where: { page.units[$0] == Mark.andSoOn })
      else { return }
      let pauses = list.count { page.units[$0] == Mark.pause }
      guard pauses > 0 else { return }
      counts = Array(pauses + 1...pauses + 1 + list.count { Mark.ands.contains(page.units[$0]) })
    } else {
      guard let first = (stop..<end).prefix(10).first(where: { page.units[$0] == Mark.ordinal }) else {
        return
      }
      var (ranks, place) = (0, first)
      while place + 1 < end, page.units[place] == Mark.ordinal {
        ranks += 1
        place += 1
        while place < end,
          Mark.number(page.units[place]) != nil
            || page.units[place] == 0x4F4D || page.units[place] == 0x540D  // 位, 名
        { place += 1 }
        stop = place
        guard place < end, page.units[place] == Mark.pause || Mark.ands.contains(page.units[place]) else {
          break
        }
        place += 1
      }
      guard ranks > 1 else { return }
      (counts, start) = ([ranks], first)
    }
    settle(figure, counts, at: start..<stop, what: "个", &book)
  }

  private static let comparing = ["比上年", "较上年", "比去年", "较去年", "同比", "比上年同期", "较上年同期"]
  private static let leading = ["牵头", "负责", "担任", "承担", "主持", "包联", "领衔", "主办", "承办"]
  private static let between = ["、", "和", ",", "及"]

}
