import Foundation
import ReportModel

/// 分项: proposes the parts that a text tells of a total, within a sentence and across a few.
struct PartsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for cue in page.cues.found where cue.cue.contains(.parts) {
      read(partsFrom: cue.range.upperBound, cue: cue.range, &book)
    }
    for (index, sentence) in page.draft.sentences.enumerated() where sentence.quantities.count > 1 {
      readMarks(index, &book)
    }
  }

  /// 212项:新增87项… and 60家(国家级12家、省级48家): the mark right behind the whole introduces its parts.
  func readMarks(_ index: Int, _ book: inout RelationBook) {
    let figures = page.draft.sentences[index].quantities
    for figure in figures.dropLast() where page.isAmount(figure) {
      let tail = page.tail(figure)
      guard tail.upperBound < page.units.count, tail.count <= 8 else { continue }
      let mark = page.units[tail.upperBound]
      guard mark == Mark.colon || mark == 0x28, !page.cues.has(.parts, in: page.after(figure)) else {
        continue
      }
      read(partsFrom: tail.upperBound + 1, cue: tail.upperBound..<tail.upperBound + 1, &book)
    }
    namely(figures, &book)
    among(figures, &book)
    some(figures, &book)
    families(figures, &book)
    levels(figures, &book)
    rates(figures, &book)
    balance(figures, &book)
    strangeUnits(figures, &book)
    divided(figures, &book)
    guard let first = figures.first, let cut = division(page.before(first)) else { return }
    read(partsFrom: cut, cue: page.draft.sentences[index].range.lowerBound..<cut, &book)
  }

  func read(partsFrom start: Int, cue: Range<Int>, _ book: inout RelationBook) {
    guard let sentence = page.draft.sentence(at: cue.lowerBound),
      var first = page.draft.sentences[sentence].quantities.first(where: {
        page.range($0).lowerBound >= start
      })
    else { return }
    // 全年筹集1060套,上年、前年分别为820套和640套: other years are no parts of this one.
    if page.cues.has(.respectively, in: cue), cue.lowerBound > 0,
      page.units[cue.lowerBound - 1] == Mark.year
    {
      return
    }
    // 13个乡镇,其中8个镇建点104个、5个乡建点55个: parts with what they have.
    if !page.pairs(from: first).isEmpty { return }
    // 其中10亿元以上项目6个: the first figure only describes what the second one counts.
    while first + 1 < page.draft.sentences[sentence].quantities.upperBound,
      page.tail(first).upperBound == page.range(first + 1).lowerBound,
      // 包括一级网9.2公里和二级网19.4公里: the second is counted beside the first.
      !(page.units[page.tail(first)].first.map(Mark.ands.contains) == true
        && page.sameUnit(first, first + 1)),
      // 其中两个协作区各含3个街道: so many of another thing in each of them.
      !page.has(Mark.every, in: page.tail(first)), !page.cues.has(.each, in: page.tail(first))
    {
      first += 1
    }
    let between = start..<page.range(first).lowerBound
    guard between.count < 40, page.isAmount(first), !page.has(Mark.stop, in: between),
      // 上述4项不计入20项: of another set.
      !StatusReading.isLeftOut(first, page),
      page.units[cue.lowerBound] != 0x28 || !page.has(0x29, in: between),
      // 3个短板:平台尚未贯通;15个乡镇…: the first of what is listed counts nothing.
      !page.has(Mark.semicolon, in: between)
    else { return }
    let parts = alternate(list(from: first, start: start))
    // 验收面积2.6平方公里(规划面积3.2平方公里): one figure in brackets may be another measure.
    if parts.count == 1, page.units[cue.lowerBound] == 0x28 { return }
    // 完成3项:实施揭榜挂帅制度,发布榜单3批23项: what was done is told behind the colon, not counted.
    if parts.count == 1, page.units[cue.lowerBound] == Mark.colon,
      page.has(Mark.comma, in: start..<page.range(first).lowerBound)
    {
      return
    }
    var wholes = wholes(before: cue.lowerBound, sentence, like: first)
    // 记录鸟类287种,新增5种,其中一级14种、二级53种: of all, for of the new ones there are not so many.
    if let new = wholes.first, page.words(page.lead(new)).hasAnyPrefix(Self.news),
      page.sum(parts) * 2 > 3 * page.value(new),
      wholes.dropFirst().contains(where: { page.value($0) >= page.sum(parts) })
    {
      wholes.removeFirst()
    }
    // 36项,完成33项,延期3项。其中经济领域12项,完成11项,…: of all the tasks, and not of those put off.
    while parts.count > 2, !page.cues.has(.done, in: page.lead(first)), let late = wholes.first,
      page.cues.has([.delayed, .ended, .open, .done], in: page.lead(late)),
      page.siblings(of: first).contains(first + 1), page.sameUnit(first, first + 1),
      page.cues.has([.done, .allDone], in: page.lead(first + 1)),
      wholes.dropFirst().contains(where: { page.value($0) >= page.value(first) })
    {
      wholes.removeFirst()
    }
    // 省级试点4个、市级试点9个,其中已验收的省级试点5个: of those that bear its name.
    if parts.count == 1, let named = wholes.first(where: { bearsName(of: $0, first) }) { wholes = [named] }
    // 23项,其中经济8项、…、党建2项,包含上年结转的3项: of what the list before is of.
    if page.words(cue).hasPrefix("包"), cue.lowerBound > 0, page.units[cue.lowerBound - 1] == Mark.comma,
      let list = page.cues.first(
        .parts, in: page.draft.sentences[sentence].range.lowerBound..<cue.lowerBound - 1),
      let all = page.draft.sentences[sentence].quantities.last(where: {
        page.range($0).upperBound <= list.lowerBound && page.sameUnit($0, first)
      })
    {
      wholes = [all]
    }
    // 按领域分,…: of all that the sentence before counts.
    let isDivision = division(cue) != nil
    guard let whole = isDivision ? wholes.max(by: { page.value($0) < page.value($1) }) : wholes.first else {
      return
    }
    if divideList(parts, endingAt: whole) || goesOnInTurn(cue, from: whole) { return }
    // 20项,…。完成17项、延期2项、终止1项。按性质分,…: what is divided was told before what became of it.
    if isDivision, let all = wholeOfParagraph(parts, before: sentence) { wholes = [all] }
    // 312家,比上年末增加43家,其中首次认定61家、到期未通过18家: who came and who went make the increment.
    let increment = parts[0] - 1
    if parts.count == 2, page.siblings(of: first).contains(increment), page.sameUnit(increment, first),
      net(parts, of: increment) != nil
    {
      wholes = [increment]
    }
    // 基本事项分别为238项、690项,配合事项分别为171项、496项: each for each, and none of the other.
    if page.words(cue).hasAnyPrefix(["分别", "依次"]), let last = wholes.first,
      case let start = page.sentence(of: last).range.lowerBound,
      page.words(start..<page.range(last).lowerBound).containsAny(["分别", "依次"])
    {
      return
    }
    if areOfAll(parts, wholes) || areCountAndDone(parts, wholes) { return }
    for candidate in wholes {
      // What is divided is no less than any of its parts: the whole stands elsewhere.
      if isDivision, parts.contains(where: { page.value($0) > page.value(candidate) }) { continue }
      propose(parts, of: candidate, isFirst: candidate == whole || wholes.count == 1, &book)
    }
  }

  /// The figures of a list that begins with `first`.
  func list(from first: Int, start: Int) -> [Int] {
    var parts = [first]
    let siblings = page.siblings(of: first)
    let inBracket = start > 0 && page.units[start - 1] == 0x28 || page.bracketOwner(of: first) != nil
    var figure = first + 1
    while figure < siblings.upperBound {
      // From the part before, over figures that are names only: 九年一贯制学校4所.
      var gap = page.range(parts[parts.count - 1]).upperBound..<page.range(figure).lowerBound
      if inBracket, page.has(0x29, in: gap) { break }
      // 结转3项(推进中1项、延期2项)、新增21项: what a part is made of stands in brackets.
      let open = page.tail(parts[parts.count - 1]).upperBound
      if !inBracket, gap.contains(open), page.units[open] == 0x28 {
        guard let close = gap.first(where: { page.units[$0] == 0x29 }) else { figure += 1; continue }
        gap = close + 1..<gap.upperBound
      }
      if page.has(Mark.stop, in: gap) || page.cues.has([.parts, .sum], in: gap) { break }
      guard page.isAmount(figure) else { figure += 1; continue }
      let isPart =
        page.sameUnit(figure, first)
        || (page.unit(figure).isEmpty
          && page.units[page.range(figure).upperBound..<page.after(figure).upperBound].first.map(
            Mark.isListMark) ?? false)
      if !isPart {
        // A second measure of the same part (A类30家、用地5亩) ends the list only behind a comma.
        if page.has(Mark.comma, in: gap) || page.has(Mark.semicolon, in: gap) { break }
        figure += 1
        continue
      }
      // 个体访600批,集体访40批,集体访较上年的50批下降20%: last year's is none of them.
      if Self.bases.contains(where: page.words(page.lead(figure)).contains) { break }
      guard page.claim(figure).change == nil, !countsTwice(figure), !page.isBaseOfShare(figure),
        continues(figure, parts, gap)
      else {
        break
      }
      parts.append(figure)
      figure += 1
    }
    return parts
  }

  /// The words that name a part: those before it, or else those behind it.
  func words(_ figure: Int) -> Range<Int> {
    var lead = page.lead(figure)
    if let cue = page.cues.last(.parts, in: lead) { lead = cue.upperBound..<lead.upperBound }
    if lead.count >= 2 { return lead }
    let tail = page.tail(figure)
    return tail.isEmpty ? lead : tail
  }

  func propose(_ list: [Int], of whole: Int, isFirst: Bool, _ book: inout RelationBook) {
    let parts = fitted(list, to: whole)
    // 书记、县长各领衔3项: so many of each.
    let sum = page.sum(parts)
    let precision = parts.map { page.quantity($0).precision }.min() ?? 0
    let stated = page.quantity(whole)
    // What is said of each one or of the whole as a rate has no parts: 人均收入1.8万元,其中城镇2.1万元.
    if page.words(page.lead(whole)).containsAny(Self.intensive) { return }
    if countOtherThings(parts, than: whole) || isOfAspects(whole) { return }
    // 其中每个村2名,共416名: so many for each of those that stand elsewhere.
    if parts.contains(where: { page.times($0) == 1 && page.cues.has([.each, .average], in: page.lead($0)) }) {
      return
    }
    // 3家医共体:甲带11家,乙带7家,丙带4家: so many for each of those that are counted.
    if Decimal(list.count) == page.value(whole), parts.allSatisfy({ page.lead($0).count >= 3 }) { return }
    if let net = net(parts, of: whole) {
      let fits = net == page.value(whole)
      return book.weigh(
        whole, by: parts, .parts,
        fits
          ? .verified : isFirst && Reckoning.isSlip(page.value(whole), net, digits: 2) ? .broken : .undecided,
        on: page, "\(page.number(parts[0]))-\(page.number(parts[1]))=\(net)", "净增减的数与分项不符",
        as: .list(parts[0]))
    }
    let group = RelationBook.Group.list(parts[0])
    var equation: String {
      page.terms(parts) + "=" + FigurePage.number(sum, precision: precision)
    }
    func settle(
      _ verdict: Relation.Verdict, _ message: String = "", claimed: Int? = nil, _ arithmetic: String? = nil,
      severity: Severity? = nil
    ) {
      book.propose(
        Relation(
          .parts, verdict, claimed: page.range(claimed ?? whole), result: whole, members: parts,
          arithmetic: arithmetic ?? equation + (verdict == .broken ? ",文中写\(page.number(whole))" : ""),
          message: message, severity: severity),
        as: group)
    }
    if isAmong(whole), parts.count > 1, sum > page.value(whole) {
      return settle(.broken, "分项相加多于总数")
    }
    if parts.count > 1 {
      let interval = page.interval(parts)
      switch Reckoning.compare(sum, interval, with: stated) {
      case .apart:
        if areSome(parts, of: stated.value) { return settle(.undecided) }
      case .near: return settle(.undecided)
      case .within:
        // Two or three parts with the total's own digits, and yet not the total: rounding at best.
        guard isFirst, isExact(parts + [whole]), isPartition(parts, whole, sum),
          Reckoning.isOff(parts.map(page.quantity), stated, by: abs(sum - stated.value))
        else { return settle(.undecided) }
        return settle(.broken, "分项相加与总数差在末位，若因四舍五入请注明", severity: .warning)
      case .equal, .truncated: return settle(isExact(parts + [whole]) ? .verified : .undecided)
      }
    }
    guard isFirst, !page.areSummedUp(parts) else { return }
    let upper = Interval(stated).high
    // 七家重组为三家,其中…其余五家…: parts of what there was.
    if page.cues.has(.to, in: page.lead(whole)), page.siblings(of: whole).contains(whole - 1),
      page.sameUnit(whole - 1, whole), parts.allSatisfy({ page.value($0) <= page.value(whole - 1) })
    {
      return settle(.undecided)
    }
    let larger = page.isExact(whole) ? parts.first { page.isExact($0) && page.value($0) > upper } : nil
    // 其中,“甲”改革包涵盖准入、…4个环节: a later sentence that tells much before its figure counts something else.
    if let larger, page.claim(larger).sentence > page.claim(whole).sentence, page.before(larger).count > 20,
      !pointsBack(page.claim(larger).sentence)
    {
      return settle(.undecided)
    }
    // 共安排任务12项,…。上年结转的2项另行管理。其中,体制机制类5项: of those that a sentence before counts.
    if let larger, page.claim(larger).sentence > page.claim(whole).sentence,
      page.words(page.lead(whole)).containsAny(["上年", "结转", "其余", "另"])
    {
      return settle(.undecided)
    }
    // 任务20项,完成18项,延期2项(以上数目据台账,其中15项未逐项列明): of all that stands above.
    if let larger,
      page.words(page.range(whole).upperBound..<page.range(larger).lowerBound).containsAny(Self.above)
    {
      return settle(.undecided)
    }
    // 上半年得86.2分,全年两家分别为91.3分和90.6分: scores are no parts of one another.
    if larger != nil, page.unit(whole) == "分" { return settle(.undecided) }
    // 信访总量比上年减少37件,其中初次信访84件: of what there is, not of what changed.
    if larger != nil, isIncrement(whole) { return settle(.undecided) }
    if let larger, parts.count == 1, isOfList(larger, endingAt: whole) { return settle(.undecided) }
    // 6个乡镇推开,…其中收入超过50万元的村有66个: of other things by its own noun.
    if let larger, isNamedOtherwise(larger, than: whole) { return settle(.undecided) }
    if let larger, parts.count == 1 || !isPartition(parts, whole, sum) {
      return settle(.broken, "分项比总数还大", claimed: larger, "\(page.number(larger))>\(page.number(whole))")
    }
    guard parts.count > 1, isExact(parts + [whole]), isPartition(parts, whole, sum) else {
      return settle(.undecided)
    }
    settle(.broken, "分项相加与总数不符" + magnitude(sum, stated))
  }

  private static let above = ["以上数", "上述", "前述", "数目据"]

  static let has: UInt16 = 0x6709  // 有

  func isExact(_ figures: [Int]) -> Bool { figures.allSatisfy(page.isExact) }

  func magnitude(_ sum: Decimal, _ stated: Quantity) -> String {
    guard let powers = Reckoning.powersOff(stated.value, sum) else { return "" }
    return "（正好差\(powers.magnitude)位，疑似小数点或单位有误）"
  }

  private static let news = ["新增", "新建", "净增", "新发现", "新记录", "新认定", "新培育"]
  static let balances = ["顺差", "逆差", "差额", "净", "结余", "盈余", "相抵", "实际"]
  static let bases = ["比上年的", "比去年的", "较上年的", "较去年的", "上年同期的", "去年同期的", "尚有", "还有"]

  private static let intensive = Mark.texts("均 单价 电价 气价 水价 房价 地价 物价 价格 可支配收入 工资 增速 指数")

  static let aspects = ["方面", "特点", "特征", "变化", "亮点", "维度", "层面", "环节", "关键词", "着力点", "重点", "阶段", "步骤"]
  static let others = ["其他", "其它", "其余", "另有"]
}
