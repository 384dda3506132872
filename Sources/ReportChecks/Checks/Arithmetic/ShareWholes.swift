import Foundation
import ReportModel

/// 占比的整体: which figure a bare 占N% is of, where neither a noun nor 其中 right behind the whole says so.
extension ShareRule {
  /// 其中工业投资占比61.4%,达82.6亿元: the part behind its share.
  func told(behind figure: Int) -> Int? {
    let part = figure + 1
    return page.siblings(of: figure).contains(part) && page.isAmount(part)
      && [",达", ",达到", ",为", ",计", ",共"].contains(page.text(page.before(part))) ? part : nil
  }

  /// 基金5亿元,首期到位1.5亿元,占30%; 4826户,增长9.7%,其中企业1158户,占24%: a part by its words, and nothing else is counted alike.
  func isOnlyWhole(_ whole: Int, _ part: Int, _ figure: Int) -> Bool {
    let between = page.range(whole).upperBound..<page.range(part).lowerBound
    return part == figure - 1 && page.value(part) < page.value(whole) && part - whole <= 2
      && page.claim(part).change == nil && page.units[page.before(figure)].prefix(2).last == Mark.share
      && !page.has(Mark.semicolon, in: between) && between.count <= 24
      && (page.cues.has(.parts, in: between) || page.member(part) != nil
        // 进驻事项1250项,实现“最多跑一次”的1125项,占90%: those of them that are described.
        || page.lead(part).last.map { page.units[$0] } == Mark.of
        || page.words(page.lead(part)).hasAnyPrefix(Self.stages))
      && !(page.siblings(of: figure).lowerBound..<part).contains { $0 != whole && page.sameUnit($0, part) }
  }

  /// 回访240家,204家满意,占86%: all that is counted alike in the sentence, and a share near the one told.
  func isNearShare(_ whole: Int, _ part: Int, _ figure: Int) -> Bool {
    let between = page.range(whole).upperBound..<page.range(part).lowerBound
    return (part == figure - 1 || part == figure - 2 && tells(figure - 1, of: part))
      && page.value(part) < page.value(whole) && page.claim(part).change == nil
      && page.claim(part).period == page.claim(whole).period && page.value(figure) < 100
      && !page.has(Mark.semicolon, in: between) && between.count <= 40
      && !(page.siblings(of: figure).lowerBound..<part).contains { $0 != whole && page.sameUnit($0, part) }
      && page.isNear(figure, to: part, of: whole)
  }

  /// 49个村收入超过20万元,占: a figure that only says which ones are counted before it.
  func tells(_ figure: Int, of part: Int) -> Bool {
    page.siblings(of: figure).contains(part) && page.isAmount(part) && !page.sameUnit(figure, part)
      && page.claim(figure).clause.lowerBound == page.claim(part).clause.lowerBound
      && page.range(part).upperBound < page.range(figure).lowerBound
      && (!page.isExact(figure) || page.words(page.after(figure)).hasAnyPrefix(["以上", "以下", "以内"]))
  }

  /// “满意”1864票,占93.2%;“基本满意”108票,占5.4%;…: shares of all that is counted.
  func pairs(_ figures: Range<Int>, _ book: inout RelationBook) {
    var start = figures.lowerBound
    while start + 5 < figures.upperBound {
      var parts: [Int] = []
      var next = start
      while next + 1 < figures.upperBound, page.sameUnit(next, start), page.isAmount(next),
        page.isPercent(next + 1),
        page.has(Mark.share, in: page.before(next + 1))
      {
        parts.append(next)
        next += 2
      }
      let sum = page.sum(parts)
      if parts.count > 2, sum > 0 {
        let agreements = parts.map { part in
          Reckoning.compare(Quotient(page.value(part) * 100, by: sum), with: page.quantity(part + 1))
        }
        let misses = parts.indices.filter { agreements[$0] == .apart }
        if misses.count == 1, let miss = misses.first {
          let (part, share) = (parts[miss], parts[miss] + 1)
          book.weigh(
            share, by: parts, .share, .broken, on: page,
            "\(page.number(part))/\(sum)=\(Percent.text(page.value(part) * 100 / sum, like: page.quantity(share)))",
            "占比与所列的数不符")
        }
      }
      start = max(next, start + 1)
    }
  }

  // MARK: 其中合作社占46%、家庭农场占38%、龙头企业占18%

  /// Shares side by side behind 其中 that come to more than all there is, or nearly to it.
  func together(_ figures: Range<Int>, _ book: inout RelationBook) {
    var first = figures.lowerBound
    while first < figures.upperBound {
      var last = first
      while last + 1 < figures.upperBound, isShare(last), isShare(last + 1),
        page.before(last + 1).first.map({ Self.joints.contains(page.units[$0]) }) == true,
        page.before(last + 1).count <= 14
      { last += 1 }
      let shares = Array(first...last)
      first = last + 1
      guard shares.count > 2, let lead = shares.first.map(page.before),
        page.cues.has(.parts, in: lead),
        case let sum = page.sum(shares), sum > 100, sum <= 115,
        !(page.tail(shares[shares.count - 1]).first.map { page.units[$0] } == Mark.andSoOn),
        sum - 100 > Decimal(shares.count) * page.slack([shares[0]])
      else { continue }
      book.weigh(
        shares[shares.count - 1], by: Array(shares.dropLast()), .share, .broken, on: page,
        shares.map { page.number($0) }.joined(separator: "+") + "=\(sum)%,超过100%", "各部分所占的比例加起来超过100%",
        stating: false)
    }
  }

  private func isShare(_ figure: Int) -> Bool {
    page.isPercent(figure) && page.isExact(figure) && page.isTold(figure)
      && page.lead(figure).last.map { page.units[$0] } == Mark.share
  }

  private static let joints = UnitSet("、,和")
  private static let stages = ["首期", "一期", "首批", "先期", "已", "到位", "目前", "年内"]

  /// 收入14.7亿元。其中税收11.76亿元,占比80%: the whole that the sentence before begins with.
  func isWholeBefore(_ whole: Int, _ part: Int, _ figure: Int) -> Bool {
    let sentence = page.claim(part).sentence
    return part == figure - 1 && part == page.siblings(of: figure).lowerBound
      && page.claim(whole).sentence == sentence - 1 && page.value(part) < page.value(whole)
      && page.cues.first(.parts, in: page.before(part))?.lowerBound == page.before(part).lowerBound
      && page.siblings(of: whole).first { page.sameUnit($0, part) } == whole
  }
}

extension FigurePage {
  /// Whether a printed share differs by a few points from the one that two counts make, and by an eighth of it at most: by chance it
  /// hardly comes so near.
  func isNear(_ figure: Int, to part: Int, of whole: Int) -> Bool {
    let share = value(part) * 100
    let off = abs(share - value(figure) * value(whole))
    return value(whole) >= 5 && off <= value(whole) * 8 && off * 8 <= share
  }
}

/// 别处写出的整体: wholes that a share names in full and another sentence tells: 占全县耕地面积的28.0% and 耕地面积112.6万亩.
struct NamedWholes {
  private let page: FigurePage
  private let byName: OnDemand<[[UInt16]: [Int]]>

  init(page: FigurePage) {
    self.page = page
    byName = OnDemand {
      var named: [[UInt16]: [Int]] = [:]
      for (figure, claim) in page.draft.claims.enumerated()
      where page.isAmount(figure) && page.isExact(figure) && claim.change == nil
        && (claim.period == .reported || claim.period == .cumulative) && page.lead(figure).count >= 3
      {
        named[Array(page.units[page.lead(figure).suffix(3)]), default: []].append(figure)
      }
      return named
    }
  }

  /// The one figure of the text that bears a name; nil where it is not named in full, or told by several figures.
  func whole(of part: Int, named name: String) -> Int? {
    let words = Mark.word(name)
    guard words.count >= 3 else { return nil }
    let alike = byName.value[Array(words.suffix(3)), default: []].filter { figure in
      page.units[page.lead(figure)].suffix(words.count).elementsEqual(words) && page.sameUnit(figure, part)
        // 通达行政村126个, 通公交的行政村126个: those that something came to.
        && !page.words(page.lead(figure).dropLast(words.count)).hasAnySuffix(Self.reaching)
    }
    guard let first = alike.first, alike.allSatisfy({ page.value($0) == page.value(first) }), first != part,
      // Of one sentence with the share: behind it, in a clause of its own.
      page.claim(first).sentence != page.claim(part).sentence || first > part + 1 && words.count >= 5,
      page.value(first) > page.value(part),
      !page.cues.has(.parts, in: page.before(first))
    else { return nil }
    return first
  }

  private static let reaching = [
    "的", "通达", "覆盖", "涉及", "惠及", "联通", "接入", "进驻", "纳入", "带动", "服务", "建成", "通车", "辐射",
  ]
}

extension FigurePage {
  /// 占商品林107.8万亩的59.5%: what a share is of, and no part of what was told before it.
  func isBaseOfShare(_ figure: Int) -> Bool {
    siblings(of: figure).contains(figure + 1) && isPercent(figure + 1) && has(Mark.share, in: lead(figure))
      && units[range(figure).upperBound..<range(figure + 1).lowerBound].first == Mark.of
  }
}

/// 甲、乙分别占…: shares told one for each.
extension ShareRule {
  /// 分别占33.3%、25%和41.7%: in the order of the parts before.
  func respectively(_ figure: Int, _ share: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    // The second of them has been read with the first.
    if siblings.contains(figure - 1), page.isPercent(figure - 1), page.before(figure).count <= 2 { return }
    var percents = [figure]
    while let next = percents.last.map({ $0 + 1 }), next < siblings.upperBound, page.isPercent(next),
      // 分别占23.2%、73.8%和3.1%(与100%略有出入): only 、 and 和 join them.
      page.before(next).count <= 2, !page.has(0x28, in: page.before(next))
    {
      percents.append(next)
    }
    let parts = Array((siblings.lowerBound..<figure).filter { page.isAmount($0) }.suffix(percents.count))
    guard parts.count == percents.count, let first = parts.first, percents.count > 1 else { return }
    let sum = page.sum(parts)
    let base = page.words(share..<page.range(figure).lowerBound)
    let whole =
      ((siblings.lowerBound..<first).reversed() + earlier(figure)).first {
        page.sameUnit($0, first) && page.value($0) == sum
      } ?? (siblings.lowerBound..<first).last { page.sameUnit($0, first) }
    // 一季度4项…四季度6项,上半年和下半年分别占: of sums that are not told.
    guard let whole, sum <= page.value(whole) else { return }
    // 两项指标分别占全市的31%和27%: of what stands nowhere.
    if sum != page.value(whole), ["全市", "全省", "全国", "全区", "全县"].contains(where: base.contains) { return }
    // 小学38所、初中16所,分别占同类学校的80.9%、76.2%: each of its own kind.
    if base.containsAny(["同类", "各自", "相应", "对应", "本类", "同级", "应"]) { return }
    for (percent, part) in zip(percents, parts) where page.sameUnit(part, whole) {
      settle(percent, part, whole, isCertain: true, &book)
    }
  }
}
