import Foundation
import ReportModel

/// 分类的分项: parts named by one way of dividing (国家级, 省级, 市级), with or without 其中.
extension PartsRule {
  /// 争取试点18项,国家级3项、省级7项、市级8项: parts of one way of dividing behind their whole, without 其中.
  func families(_ figures: Range<Int>, _ book: inout RelationBook) {
    var whole = figures.lowerBound
    while whole + 2 < figures.upperBound {
      var parts: [Int] = []
      while case let next = whole + 1 + parts.count, next < figures.upperBound, isPart(next, of: whole) {
        if !parts.isEmpty, !page.excludeOneAnother(parts + [next]) { break }
        parts.append(next)
      }
      let sum = page.sum(parts)
      if parts.count > 1, page.member(whole) != page.member(parts[0]), page.claim(whole).change == nil,
        // The times of a year are read by what is told beside them.
        !page.words(page.lead(parts[0])).containsAny(["半年", "季度"]),
        // 中央1.26亿元、省级0.84亿元、市级0.3亿元: the first is one of them.
        !page.excludeOneAnother([whole] + parts), !isFollowed(whole, by: parts[0]),
        // 5个苏木、3个镇、1个乡: 、 puts them side by side.
        page.units[page.tail(whole).upperBound] != Mark.pause,
        !page.cues.has([.parts, .each, .average], in: page.before(whole)),
        sum * 10 > page.value(whole) * 7, sum * 2 < page.value(whole) * 3
      {
        propose(parts, of: whole, isFirst: true, &book)
      }
      whole += max(1, parts.count)
    }
  }

  /// 上半年完成18项,三季度10项,四季度15项: times that come one after the other.
  private func isFollowed(_ first: Int, by next: Int) -> Bool {
    page.words(page.lead(first)).contains("上半年")
      && page.words(page.lead(next)).containsAny(["三季度", "四季度", "下半年"])
  }

  /// 争取国家级试点3项、省级试点5项、市级试点5项 against 共争取试点12项 of an earlier paragraph: one verb, one noun, one scope.
  func levels(_ figures: Range<Int>, _ book: inout RelationBook) {
    var first = figures.lowerBound
    while first + 2 < figures.upperBound {
      var parts = [first]
      while case let next = first + parts.count, next < figures.upperBound, isPart(next, of: first),
        page.has(Mark.pause, in: page.before(next)), page.excludeOneAnother(parts + [next])
      {
        parts.append(next)
      }
      if parts.count > 2, page.isAmount(first), let whole = earlier(than: first) {
        propose(parts, of: whole, isFirst: true, &book)
      }
      first += parts.count
    }
  }

  /// The total told before in the words of a list's first part without its level.
  func earlier(than first: Int) -> Int? {
    let lead = page.lead(first)
    guard let level = FamilyTable.shared.place(in: lead, of: page.units),
      level.lowerBound - lead.lowerBound >= 2,
      lead.upperBound - level.upperBound >= 2, !page.cues.has([.parts, .sum], in: page.before(first))
    else { return nil }
    let verb = level.lowerBound - 2..<level.lowerBound
    let noun = level.upperBound..<lead.upperBound
    return (0..<first).suffix(400).last { other in
      let words = page.lead(other)
      return page.sameUnit(other, first) && page.isExact(other)
        && page.claim(other).domain == page.claim(first).domain
        && page.claim(other).change == nil && words.count >= noun.count + 2
        && page.units[words].suffix(noun.count).elementsEqual(page.units[noun])
        && page.words(words).contains(page.text(verb)) && page.member(other) == nil
        && page.paragraph(of: other)
          != page.paragraph(of: first)
    }
  }

  /// 党组织37个,即党委2个、党总支5个、党支部30个: parts that a word right behind the comma introduces.
  func namely(_ figures: Range<Int>, _ book: inout RelationBook) {
    for whole in figures.dropLast(2) where page.isAmount(whole) {
      fields(whole, figures, &book)
      let comma = page.tail(whole).upperBound
      guard comma + 1 < page.range(whole + 1).lowerBound, page.tail(whole).count <= 8,
        page.units[comma] == Mark.comma
      else { continue }
      // 任务21项,按领域分,经济5项…; 其分布为:….
      if division(comma + 1..<page.range(whole + 1).lowerBound, isInside: true) != nil {
        let parts = named(behind: whole, figures)
        if parts.count > 1 { propose(parts, of: whole, isFirst: true, &book) }
        continue
      }
      guard
        let word = Self.namely.first(
          where: page.words(comma + 1..<page.range(whole + 1).lowerBound).hasPrefix)
      else { continue }
      let start = comma + 1 + word.utf16.count
      let parts = list(from: whole + 1, start: start)
      guard parts.count > 1, page.sameUnit(parts[0], whole) else { continue }
      guard word == "由" else {
        propose(parts, of: whole, isFirst: true, &book)
        continue
      }
      // 1240名,由脱贫户860名、转岗职工380名两部分组成: what makes it up is all of it.
      guard page.words(page.after(parts[parts.count - 1]).prefix(10)).containsAny(Self.making) else {
        continue
      }
      book.add(parts, to: whole, of: .parts, on: page, message: "各部分相加与总数不符", as: .list(parts[0]))
    }
  }

  /// 21项任务中,经济领域5项,科技领域4项…: many fields, each by its name, that nearly make the whole.
  private func fields(_ whole: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let tail = page.tail(whole)
    guard tail.count > 1, page.units[tail.upperBound - 1] == Mark.among, page.isExact(whole),
      page.claim(whole).change == nil,
      case let parts = named(behind: whole, figures), parts.count > 3, let last = parts.last,
      parts.allSatisfy({ page.tail($0).isEmpty && page.isExact($0) }),
      page.isTold(whole) == page.isTold(last),
      abs(page.sum(parts) - page.value(whole)) * 8 <= page.value(whole)
    else { return }
    propose(parts, of: whole, isFirst: true, &book)
  }

  /// The figures right behind a whole, each with a name of its own and one mark before it.
  private func named(behind whole: Int, _ figures: Range<Int>) -> [Int] {
    Array(
      (whole + 1..<max(whole + 1, figures.upperBound)).prefix { part in
        let before = page.before(part)
        let marks = before.count { Mark.isListMark(page.units[$0]) || page.units[$0] == Mark.colon }
        return page.sameUnit(part, whole) && page.claim(part).change == nil
          && page.lead(part).count(where: { Mark.isHan(page.units[$0]) }) > 1
          && (part == whole + 1 ? (1...2).contains(marks) : marks == 1)
          && !page.has(Mark.stop, in: before) && !page.has(Mark.semicolon, in: before)
          && !page.cues.has(
            [.done, .delayed, .ended, .rest, .sum, .parts, .each, .average, .lastYear, .cumulative, .plan],
            in: page.lead(part))
      })
  }

  private static let namely = ["即", "分别来自", "分布在", "具体是", "由"]
  private static let making = ["组成", "构成", "合成"]

  /// 这些决策…,其中21件: a sentence on what the one before it counted.
  func pointsBack(_ sentence: Int) -> Bool {
    page.words(page.draft.sentences[sentence].range).hasAnyPrefix(Self.pointing)
  }

  private static let pointing = ["这些", "上述", "这批", "以上", "该批"]

  /// 73个小区中的61个成立委员会: some of them.
  func some(_ figures: Range<Int>, _ book: inout RelationBook) {
    for whole in figures.dropLast() where page.isAmount(whole) && page.isExact(whole) {
      let part = whole + 1
      let between = page.units[page.range(whole).upperBound..<page.range(part).lowerBound]
      guard between.count <= 12, between.suffix(2).elementsEqual([Mark.among, Mark.of]), page.isExact(part),
        // 延期的2项、推进中的3项: side by side.
        !between.contains(where: Mark.isListMark),
        page.sameUnit(whole, part), page.claim(part).change == nil
      else { continue }
      let fits = page.value(part) <= page.value(whole)
      book.weigh(
        part, by: [whole], .parts, fits ? .verified : .broken, on: page,
        "\(page.number(part))\(fits ? "≤" : ">")\(page.number(whole))", "分项比总数还大", stating: false,
        as: .place(page.range(part).lowerBound))
    }
  }

  /// 延期的4项中,2项因…,1项因…,1项因…: each of them has its own cause or state.
  func among(_ figures: Range<Int>, _ book: inout RelationBook) {
    for whole in figures.dropLast(2) where page.isAmount(whole) && page.isExact(whole) {
      // 12个县(市、区)中,8个已…: what stands in brackets belongs to the noun.
      var tail = page.tail(whole)
      if tail.upperBound < page.units.count, page.units[tail.upperBound] == 0x28,
        let close = page.units[tail.upperBound..<page.after(whole).upperBound].firstIndex(of: 0x29)
      {
        tail = (close..<page.after(whole).upperBound).prefix(2)
      }
      // 单位有3个,1个是部门、2个是街道: each is said to be something.
      let areSaid =
        tail.isEmpty && parts(areSaidOf: whole)
        && page.words(page.tail(whole + 1)).hasAnyPrefix(["是", "为", "属"])
      guard
        areSaid || !tail.isEmpty && tail.count <= 8 && page.units[tail.upperBound - 1] == Mark.among
      else { continue }
      let parts = Array(
        (whole + 1..<figures.upperBound).prefix {
          page.isAmount($0) && page.sameUnit($0, whole) && page.lead($0).count <= 2 && page.isExact($0)
            && !page.words(page.lead($0)).hasSuffix("每")
            && page.claim($0).change == nil
            // 318名中,除12人外,306人竞聘,其中289人上岗: parts of a part.
            && ($0 == whole + 1 || !page.cues.has(.parts, in: page.before($0)))
        })
      guard parts.count > 1 else { continue }
      propose(parts, of: whole, isFirst: true, &book)
    }
  }

  /// 出口84.7亿元、进口51.5亿元,顺差33.2亿元: the difference of the two before.
  func balance(_ figures: Range<Int>, _ book: inout RelationBook) {
    for figure in figures.dropFirst(2) where Self.balanceNames.contains(page.text(page.lead(figure))) {
      let (a, b) = (figure - 2, figure - 1)
      guard page.sameUnit(a, figure), page.sameUnit(b, figure), page.excludeOneAnother([a, b]),
        isExact([a, b, figure])
      else { continue }
      let difference = abs(page.value(a) - page.value(b))
      let fits = page.compare(difference, of: [a, b], with: figure) != .apart
      book.weigh(
        figure, by: [a, b], .parts, fits ? .verified : .broken, on: page,
        "\(page.number(a))与\(page.number(b))相差\(FigurePage.number(difference, precision: page.quantity(a).precision))",
        "差额与前面两个数不符")
    }
  }

  /// 进出口14.2亿美元,其中出口11.5亿元、进口2.7亿美元: the numbers make the whole, and one of them is in another unit.
  func strangeUnits(_ figures: Range<Int>, _ book: inout RelationBook) {
    for whole in figures.dropLast(2) where page.cues.has(.parts, in: page.before(whole + 1)) {
      let parts = [whole + 1, whole + 2]
      let odd = parts.filter { !page.sameUnit($0, whole) }
      guard odd.count == 1, let strange = odd.first, page.value(whole) >= 10, isExact(parts + [whole]),
        (parts + [whole]).allSatisfy({ page.isAmount($0) && page.claim($0).change == nil }),
        page.value(parts[0]) + page.value(parts[1]) == page.value(whole),
        page.has(Mark.pause, in: page.before(parts[1])), page.before(parts[1]).count <= 12,
        // 12所,其中撤并5所、改建教学点7个: what is counted may well be called by another word.
        [whole, strange].allSatisfy({ page.unit($0).last.map("元吨亩里米瓦".contains) ?? false })
      else { continue }
      book.weigh(
        strange, by: [whole], .parts, .broken, on: page, "分项相加恰好等于总数,总数的单位是“\(page.unit(whole))”",
        "分项的单位与总数不同", stating: false)
    }
  }

  private static let balanceNames: Set<String> = ["顺差", "逆差", "贸易顺差", "贸易逆差", "差额", "顺差为", "逆差为"]

  /// 按制发层级分,: a sentence that parts what the one before it counted; inside a sentence 从领域看 and 其分布为 do so, too.
  func division(_ range: Range<Int>, isInside: Bool = false) -> Int? {
    guard range.count > 4,
      let comma = range.first(where: { page.units[$0] == Mark.comma || page.units[$0] == Mark.colon }),
      comma - range.lowerBound <= 12, comma > range.lowerBound,
      case let words = page.words(range.lowerBound..<comma),
      words.hasPrefix("按") && words.hasAnySuffix(["分", "看", "划分"])
        || isInside
          && (words.hasAnyPrefix(["从", "分"]) && words.hasAnySuffix(["看", "来说"])
            || Self.spread.contains(where: { words == $0 }))
    else { return nil }
    return comma + 1
  }

  /// 60项任务按牵头单位分,部门51项,镇街9项;按时限分,…: each division of what the clause before it counts.
  func divided(_ figures: Range<Int>, _ book: inout RelationBook) {
    let whole = figures.lowerBound
    let clause = page.after(whole).prefix(16).prefix { !Mark.isListMark(page.units[$0]) }
    guard page.has(Self.by, in: clause), page.isAmount(whole), page.claim(whole).change == nil else { return }
    for figure in figures.dropFirst() where page.isAmount(figure) && page.sameUnit(figure, whole) {
      let before = page.before(figure)
      guard let by = before.first(where: { page.units[$0] == Self.by }),
        let cut = division(by..<before.upperBound),
        case let parts = list(from: figure, start: cut), parts.count > 1,
        !parts.contains(where: { page.cues.has([.done, .delayed, .ended, .open], in: page.before($0)) })
      else { continue }
      propose(parts, of: whole, isFirst: true, &book)
    }
  }

  private static let by = Mark.word("按")[0]
  private static let spread = [
    "其分布为", "分布为", "分布是", "分布情况为", "具体分布为", "具体构成为", "构成为", "其构成为", "分布如下", "具体如下",
  ]

  /// The count that a paragraph begins with, where a division's parts add up to it.
  func wholeOfParagraph(_ parts: [Int], before sentence: Int) -> Int? {
    let paragraph = page.draft.sentences[sentence].paragraph
    let told = page.draft.sentences[..<sentence].suffix(8).filter { $0.paragraph == paragraph }
      .flatMap(\.quantities)
    guard let first = told.first(where: { page.sameUnit($0, parts[0]) }),
      page.value(first) == parts.reduce(Decimal(0), { $0 + page.value($1) })
    else { return nil }
    return first
  }

  /// Whether those counted behind a whole are told apart by their causes: 2项因…, 1项因….
  func parts(areSaidOf whole: Int) -> Bool {
    let next = whole + 1
    return page.siblings(of: whole).contains(next)
      && page.words(page.tail(next)).hasAnyPrefix(Self.causes)
  }

  private static let causes = ["因", "由于", "是", "为", "属", "已", "正", "受", "未", "待", "需"]

  /// 满意度94.2%,其中“非常满意”占61.3%、“满意”占32.9%: shares that the rate is made of bear its name.
  func rates(_ figures: Range<Int>, _ book: inout RelationBook) {
    for whole in figures.dropLast(2) where page.isPercent(whole) && page.claim(whole).change == nil {
      guard let cue = page.cues.first(.parts, in: page.before(whole + 1)),
        let rate = page.lead(whole).last(where: { Self.rateEnds.contains(page.units[$0]) }),
        rate - page.lead(whole).lowerBound >= 2
      else { continue }
      let name = page.units[rate - 2..<rate]
      let parts = Array(
        (whole + 1..<figures.upperBound).prefix { part in
          page.isPercent(part) && page.claim(part).change == nil
            && Self.kinds.contains { kind in
              let words = page.units[page.before(part)].filter(Mark.isHan)
              return words.elementsEqual((part == whole + 1 ? Self.among : []) + kind + name + [Mark.share])
            }
        })
      guard parts.count > 1, cue.upperBound <= page.range(parts[0]).lowerBound, isExact(parts + [whole])
      else { continue }
      let sum = page.sum(parts)
      let fits = abs(sum - page.value(whole)) <= Decimal(sign: .plus, exponent: -1, significand: 1)
      book.weigh(
        whole, by: parts, .parts, fits ? .verified : .broken, on: page, page.terms(parts) + "=\(sum)%",
        "分项相加与总数不符", as: .list(parts[0]))
    }
  }

  private static let among = Mark.word("其中")
  private static let rateEnds = UnitSet("率度")
  private static let kinds = ["非常", "很", "十分", "比较", "较", "基本", "较为", ""].map(Mark.word)

  /// 比上年减少37件, 净增5项.
  func isIncrement(_ figure: Int) -> Bool {
    page.claim(figure).change != nil || page.words(page.lead(figure)).hasSuffix("净增")
  }

  /// Whether a part's words end with those of a whole that names its kind.
  func bearsName(of whole: Int, _ part: Int) -> Bool {
    let name = page.units[page.lead(whole)].suffix(4)
    return name.count == 4 && page.member(whole) != nil
      && page.units[page.lead(part)].suffix(4).elementsEqual(name)
  }

  /// Whether two parts are named alike: 续建项目 and 新开工项目, A类 and B类, 小学 and 初中.
  func alike(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return a.isEmpty == b.isEmpty }
    if a.count == b.count && a.count <= 4 { return true }
    return page.units[a.upperBound - 1] == page.units[b.upperBound - 1]
      || page.units[a.lowerBound] == page.units[b.lowerBound]
  }

  func isPart(_ figure: Int, of whole: Int) -> Bool {
    let before = page.before(figure)
    return page.sameUnit(figure, whole) && page.isAmount(figure) && page.claim(figure).change == nil
      && page.lead(figure).count <= 12 && before.contains { Mark.isListMark(page.units[$0]) }
      && !page.has(Mark.stop, in: before) && !page.has(Mark.semicolon, in: before)
      && !page.cues.has([.parts, .sum, .each], in: before) && page.member(figure) != nil
  }

  /// Whether a figure is followed by 中: each of those counted behind it is one of them.
  func isAmong(_ whole: Int) -> Bool {
    page.units[page.tail(whole)].last == Mark.among && parts(areSaidOf: whole)
  }
}
