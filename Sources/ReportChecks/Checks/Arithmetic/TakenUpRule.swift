import Foundation
import ReportModel

/// 重提的数: a count that another place tells, taken up by what it counts or by what was said of it: 加工制造39家 and 19家加工制造企业中,
/// 14项下放时间尚不足一年 and 剔除下放不足一年的19项. All that is taken up must stand in what was told, and a slip of the pen part the numbers.
/// Reported with the same facts.
struct TakenUpRule: RelationRule {
  let page: FigurePage

  /// What a count takes up.
  private struct Meant {
    /// 实现城乡客运一体化 of 实现城乡客运一体化18条线路.
    var before: [UInt16] = []
    /// 下放不足一年 of 下放不足一年的14项.
    var quality: [UInt16] = []
    /// 加工制造企业 of 39家加工制造企业.
    var noun: [UInt16] = []
    /// 涉及的23座: it points back by itself.
    var isPointing = false
  }

  func propose(_ book: inout RelationBook) {
    // By two characters beside the figure and its unit.
    var told: [UInt64: [Int]] = [:]
    var meant: [(figure: Int, meant: Meant)] = []
    for figure in page.draft.claims.indices where isTold(figure) {
      if let again = taken(figure) { meant.append((figure, again)) }
      for key in keys(page.units[near(figure)], figure) { told[key, default: []].append(figure) }
    }
    for (figure, meant) in meant {
      let keys = keys(meant.noun.prefix(2), figure).union(keys(meant.quality.suffix(2), figure))
      let others = Set(keys.flatMap { told[$0, default: []].suffix(60) })
      // A number told again is none that a slip made.
      guard !others.contains(where: { $0 != figure && page.value($0) == page.value(figure) }) else {
        continue
      }
      let all = others.sorted().filter { isOne($0, figure, meant) }
      let scores = all.map {
        covered(meant.before + meant.noun, in: page.sentence(of: $0).range).count(where: \.self)
      }
      let best = zip(all, scores).filter { $1 == scores.max() }.map(\.0)
      guard let first = best.first, Set(best.map(page.value)).count == 1, page.maySlip(first, figure)
      else { continue }
      book.compare(max(first, figure), withEarlier: [min(first, figure)], on: page, severity: .warning)
    }
  }

  private func keys(_ words: ArraySlice<UInt16>, _ figure: Int) -> Set<UInt64> {
    let kin = page.unitKey(figure) << 32
    return Set(
      zip(words, words.dropFirst()).lazy.filter { Mark.isHan($0) && Mark.isHan($1) }
        .map { UInt64($0) << 16 | UInt64($1) | kin })
  }

  /// The words of a figure in its item of a list.
  private func near(_ figure: Int) -> Range<Int> {
    page.lead(figure).suffix(24).lowerBound..<page.tail(figure).prefix(24).upperBound
  }

  /// An amount of the time reported on or planned, of all that its words name.
  private func isTold(_ figure: Int) -> Bool {
    let words = page.before(figure).suffix(10)
    return page.isAmount(figure) && page.isExact(figure) && !page.unit(figure).isEmpty
      && page.value(figure) >= 2
      && page.claim(figure).period != .before && page.claim(figure).period != .other
      && page.claim(figure).change == nil && page.unitKey(figure) != FigurePage.yuan
      && !page.cues.has([.each, .average, .from, .lastYear], in: words)
      && !page.words(page.lead(figure)).containsAny(Self.some)
  }

  // MARK: 39家加工制造企业中, 剔除下放不足一年的14项

  /// What a count takes up, nil where it stands behind a noun only.
  private func taken(_ figure: Int) -> Meant? {
    let lead = page.lead(figure)
    let noun = page.noun(behind: figure, quoted: true)
    if lead.last.map({ page.units[$0] }) == Mark.of {
      if page.words(lead).hasAnySuffix(Self.pointing) {
        return noun.count >= 4 ? Meant(noun: noun, isPointing: true) : nil
      }
      var quality = page.units[lead.dropLast()].filter { !Mark.isQuote($0) }
      if let first = quality.first, Self.prepositions.contains(first) { quality.removeFirst() }
      // 2024年、2025年出台的22件: of more than one year.
      guard quality.count <= 16, page.units[..<lead.lowerBound].last != Mark.pause else { return nil }
      return quality.count >= 3 ? Meant(quality: quality, noun: noun) : nil
    }
    return noun.count >= 2 ? Meant(before: page.units[lead].filter(Mark.isHan), noun: noun) : nil
  }

  /// Whether all that is taken up is said of a count told in another sentence.
  private func isOne(_ told: Int, _ figure: Int, _ meant: Meant) -> Bool {
    guard told != figure, page.claim(told).sentence != page.claim(figure).sentence,
      page.sameUnit(told, figure), areOfOneField(told, figure),
      sameFlags(told, figure, besides: meant.quality),
      page.claim(told).period != .plan || page.claim(figure).period == .plan || !meant.quality.isEmpty
    else { return false }
    // 改革以来共出台9项 … 今年出台的2项.
    if FoldedWords(units: meant.quality[...]).hasAnyPrefix(Self.ofYear),
      page.words(page.before(told)).contains("以来")
    {
      return false
    }
    let (near, sentence) = (near(told), page.sentence(of: told).range)
    if areReached(told, figure, meant.noun) { return true }
    if !meant.quality.isEmpty {
      let (quality, noun) = (covered(meant.quality, in: sentence), covered(meant.noun, in: sentence))
      // The verb before it may be another one: 剔除; the noun may have a word before it: 惠企政策 of 政策.
      let (rest, last) = (quality.drop { !$0 }, noun.drop { !$0 })
      return quality.count - rest.count <= 2 && rest.count >= 2 && !rest.contains(false)
        && covered(meant.quality, in: near).count(where: \.self) >= min(3, rest.count)
        && (noun.isEmpty || rest.count > 4 || noun.count - last.count <= 2 && last.count >= 2)
        && rest.count + last.prefix(2).count >= 4
    }
    guard covered(meant.before, in: sentence).count(where: { !$0 }) <= 6,
      let length = length(of: meant.noun, in: sentence), page.contains(Array(meant.noun.prefix(2)), in: near),
      !(length < meant.noun.count && FigurePage.goingOn.contains(meant.noun[length]))
    else { return false }
    let end = nounEnd(figure, length)
    let behind = page.words(end..<max(end, min(end + 8, page.sentence(of: figure).range.upperBound)))
    if behind.hasAnyPrefix(Self.among) || length > 3 && behind.containsAny(Self.all) {
      return length > 2 || length == meant.noun.count && !Self.common.contains(meant.noun)
    }
    guard length > 3 else { return false }
    return meant.isPointing || page.value(figure) >= 100
      || page.words(page.lead(figure)).hasAnySuffix(Self.pushing) && page.value(figure) >= 10
        && page.name(of: told).suffix(length).elementsEqual(meant.noun.prefix(length))
  }

  /// 9个联合体带动的45所学校 and 联合体增至9个,覆盖学校54所: what as many of one kind reach.
  private func areReached(_ told: Int, _ figure: Int, _ noun: [UInt16]) -> Bool {
    guard noun.count > 1, [told, figure].allSatisfy({ page.siblings(of: $0).contains($0 - 1) }),
      page.sameUnit(told - 1, figure - 1), page.value(told - 1) == page.value(figure - 1),
      let verb = Self.reaching.first(where: { page.words(page.lead(figure)).hasAnySuffix([$0, $0 + "的"]) }),
      page.words(page.lead(told)).containsAny(Self.reaching),
      page.contains(Array(noun.prefix(2)), in: near(told)),
      let place = page.places(of: Mark.word(verb), in: page.lead(figure)).last
    else { return false }
    let subject = page.units[page.lead(figure).lowerBound..<place].suffix(2)
    return subject.count == 2 && page.contains(Array(subject), in: page.sentence(of: told).range)
  }

  private static let reaching = ["带动", "覆盖", "辐射", "联结", "惠及", "服务", "吸纳", "纳入", "涉及", "接入", "联系", "管理"]

  /// How much of a noun stands there: one run from its beginning, and one more a word on: 加工制造 and 企业.
  private func length(of noun: [UInt16], in range: Range<Int>) -> Int? {
    let pairs = zip(noun, noun.dropFirst()).map { page.contains([$0, $1], in: range) }
    guard let first = pairs.first, first else { return nil }
    let length = pairs.prefix { $0 }.count + 1
    guard length > 2, let next = pairs.indices.dropFirst(length).first(where: { pairs[$0] }),
      next <= length + 2
    else { return length }
    return next + pairs[next...].prefix { $0 }.count + 1
  }

  /// Where so many characters of the noun end, with the mark of a quotation.
  private func nounEnd(_ figure: Int, _ length: Int) -> Int {
    var (end, left) = (page.range(figure).upperBound, length)
    while left > 0 {
      if !Mark.isQuote(page.units[end]) { left -= 1 }
      end += 1
    }
    if end < page.units.count, Mark.isQuote(page.units[end]) { end += 1 }
    return end
  }

  /// Which characters stand beside one there that they stand beside here.
  private func covered(_ words: [UInt16], in range: Range<Int>) -> [Bool] {
    let pairs = zip(words, words.dropFirst()).map { page.contains([$0, $1], in: range) }
    return words.indices.map { ($0 > 0 && pairs[$0 - 1]) || ($0 < pairs.count && pairs[$0]) }
  }

  /// Whether both are new, of one level, of one part, and all there are only where it was said there.
  private func sameFlags(_ a: Int, _ b: Int, besides quality: [UInt16]) -> Bool {
    func words(_ figure: Int) -> FoldedWords {
      page.words(page.lead(figure).lowerBound..<page.tail(figure).prefix(4).upperBound)
    }
    let (x, y) = (words(a), words(b))
    // 12个案例获省级复制推广 … 获省级复制推广的13个案例: said of both.
    let both = page.words(near(a))
    let taken = FoldedWords(units: quality[...])
    return Self.flags.allSatisfy {
      x.contains($0) == y.contains($0) || taken.contains($0) && both.contains($0)
    }
      && (!y.contains("半年") || x.contains("半年"))
      && (!page.words(page.lead(b)).containsAny(Self.wholes)
        || page.words(page.sentence(of: a).range).containsAny(Self.wholes))
  }

  private func areOfOneField(_ a: Int, _ b: Int) -> Bool {
    let (one, two) = (page.claim(a), page.claim(b))
    return one.domain == nil || two.domain == nil || one.domain == two.domain
  }

  private static let pointing = Mark.texts("涉及的 上述的 现有的 已有的 原有的 全部的 所有的 所涉及的 纳入的 确定的")
  private static let pushing = Mark.texts("加快 推动 推进 督促 确保 抓好 围绕 支持 盯住 紧盯")
  private static let among = Mark.texts("中, 中有 中已 中的 中仍 中还 中没 中完 之中 之内 全部 均 都 各 全覆盖 已全 全面 全都 每家 每个 每户 每人 逐")
  private static let all = Mark.texts("全部 每家 每个 每户 逐一 逐个 逐项 逐户 全覆盖 均已 全都 全面")
  private static let flags = Mark.texts("新 增 累计 余额 首 存量 省 级 国家 农村 城镇 试点 示范 重点 女 男 季度")
  private static let some = Mark.texts("首批 首期 第一批 第二批 部分 另 其余 剩余 余下 剩下 上年 去年 往年 达到 不少于 再 全省 全国 全州 每 各")
  private static let wholes = Mark.texts("全区 全县 全市 全旗 全镇 目前 现有 共有")
  private static let prepositions = UnitSet("对将把为给向由使让")
  private static let ofYear = ["今年", "年内", "本年", "全年"]
  private static let common = Set(Mark.words("任务 事项 项目 企业 工作 改革 单位 部门 措施 问题 制度 文件"))
}
