import Foundation
import ReportModel

/// 列举之后的总数: a total that takes up what was listed before it, without 合计: 46个、19个、9个,74个社区全部…; 6所、3所、4所。这13所学校…;
/// ——全年1240亩; 四个方向累计安排7亿元. Reported with the totals.
struct ClosingTotalRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for total in page.draft.quantities.indices where page.isAmount(total) && page.isExact(total) {
      guard page.isTold(total), page.value(total) > 2, let link = link(of: total) else { continue }
      for parts in lists(before: total, link) where parts.count > 1 { settle(total, parts, link, &book) }
    }
  }

  /// What says that a figure sums up what stands before it.
  private enum Link {
    /// 这13所学校, 上述13所.
    case pointing
    /// 74个社区全部.
    case all
    /// 全年1240亩, 总值11.6亿元: of what was listed, or of more.
    case whole
    /// 全体会4次、专题会3次,前后8次会议: what is counted ends each part's name, too.
    case named
    /// 四个方向累计安排7亿元: so many parts.
    case counted(Int)
  }

  private func link(of total: Int) -> Link? {
    let lead = page.lead(total)
    let words = page.words(lead)
    if page.isThing(total) || Self.people.contains(page.unit(total)) {
      if words.hasAnySuffix(Self.pointing) { return .pointing }
      let isPlain = lead.isEmpty || words.hasSuffix("的") || Self.wholes.contains { words == $0 }
      if isPlain, lead.count <= 8, isAfterList(total) || endsTelling(total), isAll(total) { return .all }
    }
    if let cue = page.cues.last(.sum, in: page.before(total)),
      page.range(total).lowerBound - cue.upperBound <= 6,
      page.claim(total).clause.lowerBound <= cue.lowerBound,
      case let opening = (page.claim(total).clause.lowerBound..<cue.lowerBound).suffix(9),
      let count = (2...9).first(where: { page.counts($0, in: opening) }),
      total == page.siblings(of: total).lowerBound || total - 1 == page.siblings(of: total).lowerBound
    {
      return .counted(count)
    }
    if isAfterList(total), isNamed(total) { return .named }
    let plain = page.words(lead.drop { page.units[$0] == Self.dash })
    let isWhole =
      plain.hasAnyPrefix(Self.wholes) && lead.count <= 8
      || words.hasAnySuffix(Self.sums)
    return isWhole && isAfterList(total) ? .whole : nil
  }

  /// A comma or a dash ends the list before.
  private func isAfterList(_ total: Int) -> Bool {
    let lead = page.lead(total)
    guard total > page.siblings(of: total).lowerBound, lead.lowerBound > 0 else { return false }
    return page.units[lead.lowerBound - 1] == Mark.comma || page.has(Self.dash, in: page.before(total))
  }

  /// 至此: the sentence closes what those before it told.
  private func endsTelling(_ total: Int) -> Bool {
    total == page.siblings(of: total).lowerBound && page.words(page.before(total)).hasPrefix("至此")
  }

  /// 全部, 均 or 都 behind the noun, in the same clause.
  private func isAll(_ total: Int) -> Bool {
    // 2160栋房屋的处置任务一栋不剩: 一栋 is no count of its own.
    let after = page.range(total).upperBound..<page.claim(total).clause.upperBound
    let tail = after.prefix { !Mark.clauseEnds.contains(page.units[$0]) }
    guard tail.count >= 4 else { return false }
    let words = page.words(tail.dropFirst(1).prefix(11))
    return words.containsAny(Self.all)
  }

  /// The lists that may be meant, the nearest first: in the sentence, or in those before it.
  private func lists(before total: Int, _ link: Link) -> [[Int]] {
    let siblings = page.siblings(of: total)
    let here = parts(of: (siblings.lowerBound..<total), like: total)
    switch link {
    case .whole, .named: return [here]
    case .all where !endsTelling(total): return [here]
    case .all, .pointing, .counted:
      if here.count > 1 { return [here] }
      if case .pointing = link, !here.isEmpty { return [] }
      let sentence = page.claim(total).sentence
      let paragraph = page.draft.sentences[sentence].paragraph
      let near = page.draft.sentences[(0..<sentence).suffix(2)].reversed()
        .filter { $0.paragraph == paragraph }
      return near.map { parts(of: $0.quantities, like: total) }.first { !$0.isEmpty }.map { [$0] } ?? []
    }
  }

  /// The figures of a stretch that count like a total, where they stand in a plain list: no whole with its parts, none for each, no
  /// ends of changes.
  private func parts(of figures: Range<Int>, like total: Int) -> [Int] {
    let isMixed = page.unit(total) == "个"
    let alike = figures.filter {
      page.isAmount($0) && (page.sameUnit($0, total) || isMixed && page.isThing($0))
    }
    let isPlain = alike.allSatisfy { figure in
      page.isExact(figure) && page.isTold(figure)
        && (page.claim(figure).change == nil || page.claim(figure).change == page.claim(total).change
          || page.words(page.lead(figure)).containsAny(Self.news))
        && !page.cues.has([.parts, .each, .average, .to, .lastYear, .sum, .rest], in: page.before(figure))
        && !page.has(Mark.every, in: page.lead(figure))
    }
    // 上半年7项,前三季度11项: what there was up to each time.
    let leads = alike.map { page.words(page.lead($0)) }
    if leads.contains(where: { $0.contains("前三") }), leads.contains(where: { $0.containsAny(Self.earlier) }) {
      return []
    }
    guard isPlain, let first = alike.first else { return [] }
    // 3家医共体分片包干:甲带11家,乙带7家,丙带4家: how many parts there are is none of them.
    return page.value(first) == Decimal(alike.count - 1) ? Array(alike.dropFirst()) : alike
  }

  private func settle(_ total: Int, _ parts: [Int], _ link: Link, _ book: inout RelationBook) {
    let values = parts.map(page.value)
    let (stated, sum) = (page.value(total), values.reduce(0, +))
    if case .counted(let count) = link, count != parts.count { return }
    // One of them, or some of them, may be meant.
    let fits = values.indices.contains { start in
      var partial = Decimal(0)
      return values[start...].contains { value in
        partial += value
        return partial == stated
      }
    }
    guard fits || isMeant(stated, sum, parts, total, link) else { return }
    book.add(
      parts, to: total, of: .total, on: page, verdict: fits ? .verified : nil, message: "前面各项之和与这里的总数不符",
      as: .scope("closing\(total)"))
  }

  /// Whether a total that is not the sum can be meant for nothing else.
  private func isMeant(_ stated: Decimal, _ sum: Decimal, _ parts: [Int], _ total: Int, _ link: Link) -> Bool
  {
    let isClose = abs(stated - sum) * 8 <= sum
    let isSlip = Reckoning.isSlip(stated, sum)
    switch link {
    case .counted: return abs(stated - sum) * 3 <= sum || isSlip
    case .pointing: return isClose
    case .named: return parts.allSatisfy { isKin($0, total) } && (isClose || abs(stated - sum) <= 2)
    case .all:
      // 社区 of 城市社区46个: the noun is one of the list's.
      let noun = page.tail(total).prefix(2)
      let isNamed = parts.contains {
        page.shares(noun, with: page.lead($0)) || page.shares(noun, with: page.tail($0))
      }
      return (isClose || isSlip) && (isNamed || endsTelling(total))
    case .whole:
      // 六个小组的任务数依次为8项、7项…: as many as are said.
      let opening = page.claim(parts[0]).clause.lowerBound..<page.range(parts[0]).lowerBound
      if isClose, page.counts(parts.count, in: opening) { return true }
      return isSlip || parts.count > 2 && abs(stated - sum) * 40 <= sum && page.excludeOneAnother(parts)
    }
  }

  /// Nothing but 前后, 全年 or the verb of the parts stands before it.
  private func isNamed(_ total: Int) -> Bool {
    var words = page.text(page.lead(total))
    for word in Self.takingUp where words.hasPrefix(word) {
      words.removeFirst(word.count)
      break
    }
    let before = page.siblings(of: total).lowerBound..<total
    guard before.count > 1, page.claim(total).change == nil else { return false }
    return words.isEmpty
      || words.count <= 5 && before.suffix(2).allSatisfy { page.words(page.lead($0)).hasSuffix(words) }
      || words.count == 2
        && before.suffix(2).allSatisfy { page.words(page.lead($0)).hasSuffix(String(words.suffix(1))) }
  }

  /// Whether what a total counts ends the name of a part: 会议 and 全体会, 招聘会, 研究.
  private func isKin(_ part: Int, _ total: Int) -> Bool {
    let behind = page.tail(total)
    let noun = behind.isEmpty ? page.lead(total).suffix(2) : behind.prefix(3)
    guard noun.count >= 2 else { return false }
    let words =
      page.claim(part).clause.lowerBound..<max(page.tail(part).upperBound, page.range(part).upperBound)
    return page.shares(noun, with: page.lead(part)) || page.shares(noun, with: page.tail(part))
      || Self.meetings.contains(page.units[noun.lowerBound])
        && page.has(page.units[noun.lowerBound], in: words)
  }

  private static let earlier = ["上半年", "一季度", "二季度"]
  private static let takingUp = ["前后共", "前后", "先后", "全年", "一年", "年内", "城乡", "两级", "合起来"]
  private static let meetings = UnitSet("会班")
  private static let pointing = ["这", "上述", "前述", "以上", "上述的", "以上这", "上述这"]
  private static let all = ["全部", "均", "都", "无一", "一个不", "全覆盖", "悉数", "不剩"]
  private static let wholes = ["全年", "年内", "一年", "全区", "全县", "全市", "全镇"]
  private static let sums = ["总值", "总额", "总量", "总量达", "总量为", "总面积", "总投资", "总规模", "总数"]
  private static let news = ["新增", "增加", "新建", "扩建"]
  private static let people: Set<String> = ["人", "名", "位", "户", "栋", "幢", "套", "间"]
  private static let dash: UInt16 = 0x2014  // —
}
